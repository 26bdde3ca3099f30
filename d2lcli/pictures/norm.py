"""One vector, many lengths: the vectors of length 1, and how long this one is."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from torch import Tensor

from . import window
from .style import BLUE, GREEN, INK, ORANGE, PINK, apart, charts, look, number, told_apart

SECTIONS = ("vector", "order")

LOOKS = ((BLUE, "-"), (ORANGE, "--"), (GREEN, "-."), (PINK, ":"))


@look
def draw(u: Tensor, p: float) -> Figure:
    """Draw the unit balls of p = 1, 2, ∞ and a reader's own, and the lengths of ``u``.

    Args:
        u: any shape; of more than two elements the two largest are drawn, the lengths are of all.
        p: 1 or more, inf included.
    """
    v = u.detach().flatten().cpu()
    v = (v.abs() if v.is_complex() else v).to(torch.float64)
    orders = sorted({1.0, 2.0, float(p), math.inf})
    lengths = [length(v, order) for order in orders]
    figure, (plane, bars) = charts(_title(v, lengths), "AB", [7, 5])
    _balls(plane, v, orders, lengths)
    _lengths(bars, v, orders, lengths)
    return figure


def length(v: Tensor, order: float) -> float:
    """The norm of a vector, divided by its largest element first: powers stay floats."""
    largest = v.abs().max().item() if len(v) else 0.0
    if not 0 < largest < math.inf:
        return float(largest)
    return float(largest * torch.linalg.vector_norm(v / largest, order).item())


def _title(v: Tensor, lengths: Sequence[float]) -> str:
    texts = told_apart(lengths, 3, 7)
    if not v.isfinite().all():
        return "Not every element is finite, so neither is the length"
    if math.inf in lengths:
        return "A length is larger than a float can be"
    if not any(lengths):
        return "The zero vector has length 0 in every norm"
    if torch.count_nonzero(v) == 1:
        return f"Along an axis all norms agree: {texts[0]}"
    if len(set(texts)) == 1:
        return f"One element outweighs the others: about {texts[0]} in every norm"
    if len(set(texts)) == len(texts):
        return f"The larger p, the shorter the vector: {', '.join(texts)}"
    return f"A larger p never makes a vector longer: {', '.join(texts)}"


def _direction(v: Tensor) -> tuple[float, float] | None:
    """Where u points, among its two largest elements; None where it points nowhere."""
    largest = v.abs().max().item() if len(v) else 0.0
    if not 0 < largest < math.inf:
        return None
    first = v.abs().topk(min(len(v), 2)).indices.sort().values
    x, y = [*(v[first] / largest).tolist(), 0.0][:2]
    return x, y


def _balls(plane: Axes, v: Tensor, orders: Sequence[float], lengths: Sequence[float]) -> None:
    """All vectors of length 1, for each p, and where the direction of u meets them."""
    way = _direction(v)
    across = way or (0.6, 0.8)
    side = -1 if across[0] < 0 else 1
    _frame(plane, len(v), side)
    angle = torch.linspace(0, 2 * math.pi, 721, dtype=torch.float64)
    circle = torch.stack([torch.cos(angle), torch.sin(angle)])
    tips = []
    for order, (color, dashes) in zip(orders, LOOKS, strict=False):
        ball = circle / torch.linalg.vector_norm(circle, order, dim=0)
        plane.plot(*ball.numpy(), color=color, ls=dashes, label=f"p = {number(order, 4)}")
        size = length(torch.tensor(across, dtype=torch.float64), order)
        tips.append((across[0] / size, across[1] / size))
        if way:
            plane.plot(*tips[-1], "o", color=color, ms=8, zorder=3)
    if way:
        end = tips[-1][0] * 1.2, tips[-1][1] * 1.2
        arrow = {"arrowstyle": "-|>", "color": INK, "lw": 1.5, "shrinkA": 0, "shrinkB": 0}
        plane.annotate("", end, (0, 0), arrowprops=arrow)
        # Beside the arrow, inside all balls, where nothing else is.
        x, y = (0.45 * tips[0][0], 0.45 * tips[0][1])
        far = math.hypot(*across) / 0.17
        plane.text(x - across[1] / far, y + across[0] / far, "to u", ha="center", va="center")
    names = [f"p = {number(order, 4)}" for order in orders]
    if way and len(v) < 3:
        names = [f"{n}: u / {number(x, 4)}" for n, x in zip(names, lengths, strict=True)]
    _names(plane, names, tips, side)


def _frame(plane: Axes, elements: int, side: int) -> None:
    few = elements < 3
    which = "u" if few else f"the 2 largest of {elements:,} elements"
    plane.set(
        title="All vectors of length 1",
        xlabel=f"first element of {which}" if few else which,
        ylabel="second element" if few else "",
        xlim=(-1.4, 3.1) if side > 0 else (-3.1, 1.4),
        ylim=(-1.5, 1.5),
        xticks=[-1, 0, 1],
        yticks=[-1, 0, 1],
        aspect="equal",
    )
    plane.spines["bottom"].set_bounds(-1.4, 1.4)


def _names(
    plane: Axes, names: Sequence[str], tips: Sequence[tuple[float, float]], side: int
) -> None:
    """Beside the balls what each dot is, the names in the order of the dots."""
    order = sorted(range(len(tips)), key=lambda i: tips[i][1])
    spots = apart([tips[i][1] for i in order], 0.28, -1.1, 1.1)
    for i, spot in zip(order, spots, strict=True):
        color = LOOKS[i][0]
        plane.annotate(
            names[i],
            tips[i],
            (1.55 * side, spot),
            color=color,
            va="center",
            ha="left" if side > 0 else "right",
            fontsize=11,
            arrowprops={"arrowstyle": "-", "color": color, "lw": 0.8, "shrinkA": 2, "shrinkB": 5},
        )


def _lengths(bars: Axes, v: Tensor, orders: Sequence[float], lengths: Sequence[float]) -> None:
    """The lengths themselves, in the same colours."""
    finite = [size for size in lengths if math.isfinite(size)]
    unit = window.unit(np.array(finite, dtype=np.float64))
    for i, (size, (color, dashes)) in enumerate(zip(lengths, LOOKS, strict=False)):
        end = size / unit if math.isfinite(size) else 0
        bars.plot([0, end], [i, i], color=color, ls=dashes, lw=5, marker="o", markevery=[1], ms=10)
        told, spot = number(size, 4), (end, i)
        bars.annotate(told, spot, (12, 0), textcoords="offset points", va="center")
    told = ", ".join(map(number, v[:3].tolist()))
    top = max(finite, default=0) / unit
    bars.set(
        title=f"Length of u = ({told})" if len(v) < 4 else f"Length of u, {len(v):,} elements",
        xlabel="length" if unit == 1 else f"length, in units of {number(unit)}",
        xlim=(0, 1.3 * top or 1),
        ylim=(len(orders) - 0.5, -0.5),
        yticks=range(len(orders)),
        yticklabels=[f"p = {number(order, 4)}" for order in orders],
    )
    bars.grid(axis="y", visible=False)
    bars.locator_params(axis="x", nbins=4)
