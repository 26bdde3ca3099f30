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

from ..language import mark, tr
from ..slopes import Verdict, autograd_differs
from . import graph, window
from .graph import Node
from .style import BLUE, GREY, INK, ORANGE, Floats, charts, look
from .text import number, typed

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
        x: a variable, by its name in the graph; so are ``y`` and ``z``.
        y: see ``x``.
        z: see ``x``.
    """
    names = tuple(inspect.signature(f).parameters)
    if len(names) == 1:
        figure, record = _single(f, np.array(at, dtype=np.float64), pretty, verdicts)
    else:
        figure, record = _several(f, at, names, verdicts)
    record.set_title(tr("The recorded graph"))
    if root is None or hasattr(root, "variable"):
        record.text(0, 0.5, tr("empty: no operation on a variable"), color=GREY)
        record.axis("off")
    else:
        leaves = {"x": x, "y": y, "z": z}
        graph.draw(record, graph.tree(root, {n: v for n, v in leaves.items() if v is not None}))
    return figure


def _single(
    f: Function, at: Floats, pretty: str, verdicts: Sequence[Verdict | None]
) -> tuple[Figure, Axes]:
    """The function above its derivative, over a range that suits the points, which are marked."""
    marks = evaluated(f, at)
    figure, (*panels, record) = charts(_title(at.tolist(), *marks, verdicts), "AC;BC", [3, 2])
    wide = float(np.ptp(at)) / 4 or window.reach(f, float(at[0]), STEP, float(marks[1][0]))
    x = np.linspace(at.min() - wide, at.max() + wide, 401)
    # Beyond several points a curve may run away so far that all of them would lie at 0.
    within = (x >= at.min()) & (x <= at.max()) if np.ptp(at) else abs(x) >= 0
    wavy = tr(": too many waves to draw") if _wavy(f, x) else ""
    names = (f"f(x) = {pretty}" if len(pretty) < 31 else "f(x)", tr("f′(x), by autograd"))
    for panel, name, y, dots, color in zip(
        panels, names, evaluated(f, x), marks, (BLUE, ORANGE), strict=True
    ):
        unit = window.curve(panel, x, y, dots, within, color=color, visible=not wavy)
        panel.plot(at, dots / unit, "o", color=INK, ms=6 if len(at) < 30 else 2, zorder=3)
        panel.set_title(name + wavy)
    panels[1].set_xlabel("x")
    return figure, record


def _several(
    f: Function, at: Sequence[float], names: Sequence[str], verdicts: Sequence[Verdict | None]
) -> tuple[Figure, Axes]:
    """The function along each of its variables, the others as they are, with its tangents."""
    cuts = [_cut(f, at, place) for place in range(len(at))]
    found = [evaluated(cut, np.array([here])) for cut, here in zip(cuts, at, strict=True)]
    slopes = [float(slope[0]) for _, slope in found]
    point, gradient = (", ".join(number(x, 5) for x in xs) for xs in (at, slopes))
    told = tr(
        "Autograd has no gradient for f at ({point})"
        if any(map(math.isnan, slopes))
        else "By autograd the gradient of f at ({point}) is ({gradient})",
        point=point,
        gradient=gradient,
    )
    rows = ";".join(f"{row}D" for row in "ABC"[: len(names)])
    figure, (*panels, record) = charts(told, rows, [3, 2])
    told_of = [*verdicts, *[None] * (len(names) - len(verdicts))]
    each = zip(panels, cuts, at, names, slopes, told_of, strict=True)
    for panel, cut, here, name, slope, verdict in each:
        reach = window.reach(cut, here, STEP, slope if math.isfinite(slope) else None)
        x = here + reach * np.linspace(-1, 1, 401)
        value = window.values(cut, np.array([here]))
        unit = window.curve(panel, x, window.values(cut, x), value, color=BLUE)
        panel.plot([here], value / unit, "o", color=INK, zorder=3)
        text = tr("along {name}: slope ∂f/∂{name} = {slope}", name=name, slope=number(slope, 5))
        if verdict is not None and not verdict.has_derivative:
            text = tr("along {name}: {what}", name=name, what=tr(verdict.kind.value))
        else:
            panel.plot(x, value / unit + slope / unit * (x - here), color=ORANGE, ls="--")
        panel.set(title=text, xlabel=name)
    return figure, record


def _title(
    at: Sequence[float], values: Floats, slopes: Floats, verdicts: Sequence[Verdict | None]
) -> str:
    """What autograd says at the last point, or at the first where it is not the derivative."""
    pairs = enumerate(zip(verdicts, slopes.tolist(), strict=False))
    wrong = {place: v for place, (v, slope) in pairs if v and autograd_differs(v, slope)}
    place = next(iter(wrong), len(at) - 1)
    point, slope = typed(at[place]), number(slopes[place], 5)
    if math.isnan(values[place]):
        told = mark("f has no value at x = {point}")
    elif not math.isfinite(slopes[place]):
        told = mark("Autograd has no slope for f at x = {point}")
    elif wrong and not wrong[place].has_derivative:
        told = mark(
            "f has no derivative at x = {point}; {slope} is what autograd's rules give there"
        )
    elif wrong:
        told = mark("At x = {point} autograd gives {slope}, and that is not the derivative")
    else:
        told = mark("By autograd the slope of f at x = {point} is {slope}")
    return tr(told, point=point, slope=slope)


def evaluated(f: Function, points: Floats) -> tuple[Floats, Floats]:
    """Values and the derivative by autograd at many points; where f has no value it has no slope.

    Adding 0 times x gives a constant a derivative too.
    """
    x = torch.tensor(points, dtype=torch.float64, requires_grad=True)
    y = f(x) + 0 * x
    (slope,) = torch.autograd.grad(y.sum(), x)
    y = y.detach()
    return y.numpy(), torch.where(y.isnan(), torch.nan, slope).numpy()


def _wavy(f: Function, x: Floats) -> bool:
    """Whether f changes so often that a curve through these points would not be its own."""
    y, between = window.values(f, x), window.values(f, (x[1:] + x[:-1]) / 2)
    off = abs(between - (y[1:] + y[:-1]) / 2)
    off, seen = off[np.isfinite(off)], y[np.isfinite(y)]
    return bool(len(off)) and bool(np.median(off) > 0.05 * np.ptp(seen) > 0)


def _cut(f: Function, at: Sequence[float], place: int) -> Function:
    """``f`` as a function of one variable, the others as they are."""

    def cut(x: Tensor) -> Tensor:
        return f(*(x if i == place else torch.full_like(x, v) for i, v in enumerate(at)))

    return cut
