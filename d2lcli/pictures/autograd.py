"""A function with its derivative, and the graph from which autograd has it."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Sequence

import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from torch import Tensor

from . import graph, window
from .graph import Node
from .style import BLUE, GREY, INK, ORANGE, Floats, charts, limits, look, number, told_apart, torn

SECTION = "gradient"

Function = Callable[..., Tensor]
NAMES = "xyz"


@look
@np.errstate(all="ignore")
def draw(
    f: Function,
    at: Sequence[float],
    pretty: str,
    root: Node | None,
    x: Tensor | None = None,
    y: Tensor | None = None,
    z: Tensor | None = None,
) -> Figure:
    """Draw a function of one variable at several points, or of several variables at one.

    Args:
        f: works elementwise; as many arguments as there are variables.
        at: the points, or the values of the variables.
        pretty: f as a book prints it.
        root: the ``grad_fn`` of the result; None where nothing was recorded. For values and gradients
            its graph has to be whole: backward not run, or with ``retain_graph``.
        x, y, z: the tensors that gradients were asked for, for their names in the graph.
    """
    variables = len(inspect.signature(f).parameters)
    named = {name: leaf for name, leaf in zip(NAMES, (x, y, z), strict=True) if leaf is not None}
    if variables == 1:
        found, slopes = _evaluated(f, np.array(at, dtype=np.float64))
        figure, (top, below, record) = charts(_title(at, found, slopes), "AC;BC", [3, 2])
        _curves((top, below), f, np.array(at, dtype=np.float64), pretty)
    else:
        partial = _partials(f, at)
        title = f"f({_listed(at)}) has the gradient ({_listed(partial)})"
        mosaic = ";".join(f"{letter}D" for letter in "ABC"[:variables])
        figure, (*panels, record) = charts(title, mosaic, [3, 2])
        for place, panel in enumerate(panels):
            _along(panel, f, at, place, partial[place])
    record.set_title("The graph, from the result down")
    if root is None:
        record.text(0, 0.5, "nothing is recorded: no operation on x", color=GREY)
        record.axis("off")
    else:
        graph.draw(record, graph.boxes(root, named))
    return figure


def _listed(values: Sequence[float]) -> str:
    return ", ".join(number(value, 5) for value in values)


def _title(at: Sequence[float], found: Floats, slopes: Floats) -> str:
    """What autograd says at the last point."""
    point = told_apart(at, 4, 17)[-1] if len(at) < 50 else number(at[-1], 6)
    if math.isnan(found[-1]):
        return f"f has no value at x = {point}"
    if not math.isfinite(slopes[-1]):
        return f"Autograd has no slope for f at x = {point}"
    return f"By autograd the slope of f at x = {point} is {number(slopes[-1], 5)}"


def _evaluated(f: Function, points: Floats) -> tuple[Floats, Floats]:
    """f and its derivative by autograd at many points; where f has no value it has no slope.

    Adding 0 times x gives a constant a derivative too.
    """
    x = torch.tensor(points, dtype=torch.float64, requires_grad=True)
    y = f(x) + 0 * x
    (slope,) = torch.autograd.grad(y.sum(), x)
    y = y.detach()
    slope = torch.where(y.isnan(), torch.nan, slope)
    return y.numpy(), slope.numpy()


def _curves(panels: tuple[Axes, Axes], f: Function, at: Floats, pretty: str) -> None:
    """f above its derivative, over a range that suits the points, which are marked."""
    x = _range(f, at)
    curves, marks = _evaluated(f, x), _evaluated(f, at)
    names = (f"f(x) = {pretty}" if len(pretty) < 31 else "f(x)", "f′(x), by autograd")
    shown = x[_suits(x, at, curves[0], marks[0]) | _suits(x, at, curves[1], marks[1])]
    wavy = _wavy(f, x)
    for panel, name, y, mark, color in zip(panels, names, curves, marks, (BLUE, ORANGE), strict=True):
        inside = (x >= shown[0]) & (x <= shown[-1])
        seen = mark[np.isfinite(mark)]
        suited = _suits(x, at, y, mark) & inside
        low, high = limits(y[suited], seen)
        unit = window.unit(np.append(y[suited], seen))
        if not wavy:
            panel.plot(*torn(x, y, low, high), color=color)
        panel.plot(at, mark, "o", color=INK, ms=6 if len(at) < 30 else 2, zorder=3)
        panel.set(title=name, xlim=(shown[0], shown[-1]), ylim=(low, high))
        del unit
    if wavy:
        panels[0].set_title(f"{names[0]}: too many waves to draw")
    panels[1].set_xlabel("x")


def _range(f: Function, at: Floats) -> Floats:
    """Where f is evaluated: from the smallest point to the largest, and some way beyond."""
    wide = float(np.ptp(at)) / 4
    if wide == 0:
        wide = window.reach(f, float(at[0]), 0.0, float(_evaluated(f, at[:1])[1][0]))
        wide = max(wide, 0.5) if abs(at[0]) < 1e6 and not wide < 0.05 else wide
    return np.linspace(at.min() - wide, at.max() + wide, 401)


def _suits(x: Floats, at: Floats, y: Floats, mark: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
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


def _along(panel: Axes, f: Function, at: Sequence[float], place: int, slope: float) -> None:
    """f along one variable, the others as they are, with its tangent."""

    def cut(values: Tensor) -> Tensor:
        return f(*(values if i == place else torch.full_like(values, v) for i, v in enumerate(at)))

    name, here = NAMES[place], float(at[place])
    reach = window.reach(cut, here, 0.0, slope if math.isfinite(slope) else None)
    x = here + max(reach, 0.5 if reach > 0.05 else reach) * np.linspace(-1, 1, 401)
    y = _evaluated(cut, x)[0]
    value = _evaluated(cut, np.array([here]))[0]
    low, high = limits(y, value[np.isfinite(value)])
    panel.plot(*torn(x, y, low, high), color=BLUE)
    if math.isfinite(slope):
        panel.plot(x, value + slope * (x - here), color=ORANGE, ls="--")
    panel.plot([here], value, "o", color=INK, zorder=3)
    panel.set(title=f"along {name}: slope ∂f/∂{name} = {number(slope, 5)}", xlabel=name)
    panel.set(xlim=(x[0], x[-1]), ylim=(low, high))
