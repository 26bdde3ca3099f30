"""One vector, many lengths: the vectors of length 1, and how long this one is."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from torch import Tensor

from .. import words
from ..language import tr
from ..words import enumerated
from . import window
from .style import BLUE, GREEN, ORANGE, PINK, arrow, charts, look
from .text import number, powers

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


def _named(p: float) -> str:
    """What stands beside an order: no two of them are told alike."""
    return f"p = {powers(words.order(p, 6))}"


def length(v: Tensor, order: float) -> float:
    """The norm of a vector, divided by its largest element first: powers stay floats."""
    largest = v.abs().max().item() if len(v) else 0.0
    if not 0 < largest < math.inf:
        return float(largest)
    return float(largest * torch.linalg.vector_norm(v / largest, order).item())


def _title(v: Tensor, lengths: Sequence[float]) -> str:
    texts = [number(size, 4) for size in lengths]
    if not v.isfinite().all():
        return tr("Not every element is finite, so neither is the length")
    if len(set(texts)) == len(texts):
        return tr("The larger p, the shorter the vector: {lengths}", lengths=enumerated(texts))
    return tr("A larger p never makes a vector longer: {lengths}", lengths=enumerated(texts))


def _balls(plane: Axes, v: Tensor, orders: Sequence[float], lengths: Sequence[float]) -> None:
    """All vectors of length 1, for each p, and where the direction of u meets them."""
    largest = v.abs().max().item() if len(v) else 0.0
    points = 0 < largest < math.inf
    few = len(v) < 3
    first = v.abs().topk(min(len(v), 2)).indices.sort().values
    way = torch.cat((v[first] / largest, torch.zeros(2, dtype=v.dtype)))[:2]
    angle = torch.linspace(0, 2 * math.pi, 721, dtype=torch.float64)
    circle = torch.stack([torch.cos(angle), torch.sin(angle)])
    for order, size, (color, dashes) in zip(orders, lengths, LOOKS, strict=False):
        ball = circle / torch.linalg.vector_norm(circle, order, dim=0)
        told = _named(order) + (f": u / {number(size, 4)}" if few and points else "")
        plane.plot(*ball.numpy(), color=color, ls=dashes, label=told)
        if points:
            plane.plot(*(way / length(way, order))[:, None], "o", color=color, ms=8, zorder=3)
    if points:
        arrow(plane, (0, 0), (1.25 * float(way[0]), 1.25 * float(way[1])))
    which = "u" if few else tr("the 2 largest of {count:,} elements", count=len(v))
    plane.set(
        title=tr("All vectors of length 1"),
        xlabel=tr("first element of {vector}", vector=which) if few else which,
        ylabel=tr("second element") if few else "",
        xlim=(-1.6, 3.6),
        ylim=(-1.6, 1.6),
        xticks=[-1, 0, 1],
        yticks=[-1, 0, 1],
        aspect="equal",
    )
    plane.spines["bottom"].set_bounds(-1.6, 1.6)
    plane.legend(loc="center right", title=tr("The arrow leads to u") if points else "")


def _lengths(bars: Axes, v: Tensor, orders: Sequence[float], lengths: Sequence[float]) -> None:
    """The lengths themselves, in the same colours."""
    finite = np.array([size if math.isfinite(size) else 0 for size in lengths])
    unit = window.unit(finite)
    colors = [color for color, _ in LOOKS[: len(orders)]]
    shown = bars.barh([_named(p) for p in orders], finite / unit, 0.4, color=colors)
    bars.bar_label(shown, [number(size, 4) for size in lengths], padding=6)
    told = ", ".join(map(number, v[:3].tolist()))
    bars.set(
        title=tr("Length of u = ({numbers})", numbers=told)
        if len(v) < 4
        else tr("Length of u, {count:,} elements", count=len(v)),
        xlabel=tr("length") if unit == 1 else tr("length, in units of {unit}", unit=number(unit)),
        xlim=(0, 1.3 * (finite / unit).max() or 1),
    )
    bars.invert_yaxis()
    bars.grid(axis="y", visible=False)
    bars.locator_params(axis="x", nbins=4)
