"""A function with its derivative, and the graph from which autograd has it."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Sequence

import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray
from torch import Tensor

from ..slopes import Verdict, autograd_differs
from . import graph, window
from .graph import Node
from .style import BLUE, GREY, INK, ORANGE, Floats, charts, limits, look, number, told_apart, torn

SECTIONS = ("gradient", "function", "several")

Function = Callable[..., Tensor]
STEP = 0.8  # around a single point this is to be seen


def _book(x: Tensor) -> Tensor:
    """The book's 2 · x · x, for each number by itself."""
    return 2 * x * x


@look
@np.errstate(all="ignore")
def draw(
    root: Node | None = None,
    f: Function = _book,
    at: Sequence[float] = (0.0, 1.0, 2.0, 3.0),
    pretty: str = "2x²",
    verdicts: Sequence[Verdict | None] = (),
    x: Tensor | None = None,
    y: Tensor | None = None,
    z: Tensor | None = None,
) -> Figure:
    """Draw a function of one variable at several points, or of several variables at one.

    Args:
        root: the ``grad_fn`` of the result; None where nothing was recorded. For its values and
            gradients the graph has to be whole: backward not run, or with ``retain_graph``.
        f: works elementwise; as many arguments as there are variables.
        at: the points, or the values of the variables.
        pretty: f as a book prints it.
        verdicts: what is to be said of the derivative at each point, where that is known.
        x: a variable, by its name in the graph.
        y: another one.
        z: another one.
    """
    leaves = {name: leaf for name, leaf in (("x", x), ("y", y), ("z", z)) if leaf is not None}
    figure, record = _functions(f, at, pretty, verdicts)
    record.set_title("The recorded graph")
    if root is None or hasattr(root, "variable"):
        record.text(0, 0.5, "empty: no operation on a variable", color=GREY)
        record.axis("off")
    else:
        graph.draw(record, graph.boxes(root, leaves))
    return figure


def _functions(
    f: Function, at: Sequence[float], pretty: str, verdicts: Sequence[Verdict | None]
) -> tuple[Figure, Axes]:
    """The slide with the function on the left, and the chart that is free for the graph."""
    names = tuple(inspect.signature(f).parameters)
    if len(names) == 1:
        points = np.array(at, dtype=np.float64)
        title = _title(at, *_evaluated(f, points), verdicts)
        figure, (top, below, record) = charts(title, "AC;BC", [3, 2])
        _curves((top, below), f, points, pretty)
        return figure, record
    partial = _partials(f, at)
    rows = ";".join(f"{letter}D" for letter in "ABC"[: len(names)])
    figure, (*panels, record) = charts(_several(at, partial), rows, [3, 2])
    for place, (panel, name) in enumerate(zip(panels, names, strict=True)):
        _along(panel, f, at, place, name, partial[place])
    return figure, record


def _several(at: Sequence[float], partial: Sequence[float]) -> str:
    if any(map(math.isnan, partial)):
        return f"f at ({_listed(at)}) has no gradient"
    return f"f at ({_listed(at)}) has the gradient ({_listed(partial)})"


def _listed(values: Sequence[float]) -> str:
    return ", ".join(number(value, 5) for value in values)


def _title(
    at: Sequence[float], found: Floats, slopes: Floats, verdicts: Sequence[Verdict | None]
) -> str:
    """What autograd says at the last point, or at the first where it is not the derivative."""
    pairs = enumerate(zip(verdicts, slopes.tolist(), strict=False))
    wrong = {place: v for place, (v, slope) in pairs if v and autograd_differs(v, slope)}
    place = next(iter(wrong), len(at) - 1)
    point = told_apart(at, 4, 17)[place] if len(at) < 50 else number(at[place], 6)
    if math.isnan(found[place]):
        return f"f has no value at x = {point}"
    if not math.isfinite(slopes[place]):
        return f"Autograd has no slope for f at x = {point}"
    slope = number(slopes[place], 5)
    if wrong and not wrong[place].has_derivative:
        return f"f has no derivative at x = {point}; {slope} is what autograd's rules give there"
    if wrong:
        return f"At x = {point} autograd gives {slope}, and that is not the derivative"
    return f"By autograd the slope of f at x = {point} is {slope}"


def _evaluated(f: Function, points: Floats) -> tuple[Floats, Floats]:
    """Values and the derivative by autograd at many points; where f has no value it has no slope.

    Adding 0 times x gives a constant a derivative too.
    """
    x = torch.tensor(points, dtype=torch.float64, requires_grad=True)
    y = f(x) + 0 * x
    (slope,) = torch.autograd.grad(y.sum(), x)
    y = y.detach()
    slope = torch.where(y.isnan(), torch.nan, slope)
    return y.numpy(), slope.numpy()


def _curves(panels: tuple[Axes, Axes], f: Function, at: Floats, pretty: str) -> None:
    """The function above its derivative, over a range that suits the points, which are marked."""
    x = _range(f, at)
    curves, marks = _evaluated(f, x), _evaluated(f, at)
    names = (f"f(x) = {pretty}" if len(pretty) < 31 else "f(x)", "f′(x), by autograd")
    shown = x[_suits(x, at, curves[0], marks[0]) | _suits(x, at, curves[1], marks[1])]
    wavy = _wavy(f, x)
    for panel, name, y, mark, color in zip(
        panels, names, curves, marks, (BLUE, ORANGE), strict=True
    ):
        suited = y[_suits(x, at, y, mark) & (x >= shown[0]) & (x <= shown[-1])]
        seen = mark[np.isfinite(mark)]
        unit = window.unit(np.append(suited, seen))
        low, high = limits(suited / unit, seen / unit)
        if not wavy:
            panel.plot(*torn(x, y / unit, low, high), color=color)
        panel.plot(at, mark / unit, "o", color=INK, ms=6 if len(at) < 30 else 2, zorder=3)
        told = "" if unit == 1 else f", in units of {number(unit)}"
        told += ": too many waves to draw" if wavy else ""
        panel.set(title=name + told, xlim=(shown[0], shown[-1]), ylim=(low, high))
    panels[1].set_xlabel("x")


def _range(f: Function, at: Floats) -> Floats:
    """Where f is evaluated: from the smallest point to the largest, and some way beyond."""
    wide = float(np.ptp(at)) / 4
    if wide == 0:
        wide = window.reach(f, float(at[0]), STEP, float(_evaluated(f, at[:1])[1][0]))
    return np.linspace(at.min() - wide, at.max() + wide, 401)


def _suits(x: Floats, at: Floats, y: Floats, mark: Floats) -> NDArray[np.bool_]:
    """Which values suit those at and between the points.

    Beyond the points a curve can run so far away that all points would lie at 0.
    """
    between = (x >= at.min()) & (x <= at.max()) if np.ptp(at) else np.ones(len(x), dtype=bool)
    low, high = limits(y[between], mark[np.isfinite(mark)])
    around = (x > at.min() - np.ptp(x) / 30) & (x < at.max() + np.ptp(x) / 30)
    return np.asarray(around | ~(abs(y - (low + high) / 2) > 1.5 * (high - low)))


def _wavy(f: Function, x: Floats) -> bool:
    """Whether f changes so often that a curve through these points would not be its own."""
    middle = (x[1:] + x[:-1]) / 2
    y, between = _evaluated(f, x)[0], _evaluated(f, middle)[0]
    off = abs(between - (y[1:] + y[:-1]) / 2)
    off = off[np.isfinite(off)]
    height = np.ptp(y[np.isfinite(y)]) if np.isfinite(y).any() else 0.0
    return bool(len(off) and np.median(off) > 0.05 * height > 0)


def _partials(f: Function, at: Sequence[float]) -> list[float]:
    """The gradient at a point, by autograd."""
    leaves = [torch.tensor(value, dtype=torch.float64, requires_grad=True) for value in at]
    result = f(*leaves) + sum(0 * leaf for leaf in leaves)
    return [float(slope) for slope in torch.autograd.grad(result, leaves)]


def _along(
    panel: Axes, f: Function, at: Sequence[float], place: int, name: str, slope: float
) -> None:
    """The function along one variable, the others as they are, with its tangent."""

    def cut(values: Tensor) -> Tensor:
        return f(*(values if i == place else torch.full_like(values, v) for i, v in enumerate(at)))

    here = float(at[place])
    reach = window.reach(cut, here, STEP, slope if math.isfinite(slope) else None)
    x = here + reach * np.linspace(-1, 1, 401)
    y = _evaluated(cut, x)[0]
    value = _evaluated(cut, np.array([here]))[0]
    low, high = limits(y, value[np.isfinite(value)])
    panel.plot(*torn(x, y, low, high), color=BLUE)
    if math.isfinite(slope):
        panel.plot(x, value + slope * (x - here), color=ORANGE, ls="--")
    panel.plot([here], value, "o", color=INK, zorder=3)
    panel.set(title=f"along {name}: slope ∂f/∂{name} = {number(slope, 5)}", xlabel=name)
    panel.set(xlim=(x[0], x[-1]), ylim=(low, high))
