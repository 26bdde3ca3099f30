"""The axes that a sum takes away, and one sum written out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from torch import Tensor

from . import grid
from .grid import Grid
from .style import (
    BLUES,
    GREY,
    HEIGHT,
    INK,
    WIDTH,
    YELLOW,
    Floats,
    Shape,
    look,
    number,
    ramp,
    shape_text,
    slide,
    width_of,
)

SECTIONS = ("reduce",)

AXES = 3  # as many are drawn
TERMS = 5  # of a sum that is written out


@dataclass(frozen=True)
class Sum:
    """What is drawn of the sums of a tensor along some axes.

    Attributes:
        drawn: the axes that are drawn, at most three; of the others index 0 is.
        block: the numbers that are drawn.
        kept: the sums of all numbers, the summed axes at size 1.
        written: the first sum written out, with its result; empty where there is none.
    """

    drawn: list[int]
    block: Tensor
    kept: Tensor
    written: str


@look
def draw(A: Tensor, dim: int | tuple[int, ...]) -> Figure:  # noqa: N803  # as on the page
    """Draw ``A`` of any shape, its sums along ``dim`` (one axis or several), and one of them.

    Numbers that are added have the colour of their sum.
    """
    given = dim if isinstance(dim, tuple) else (dim,)
    along = sorted({axis % A.ndim for axis in given}) if A.ndim else []
    along = along or list(range(A.ndim))  # of no axis, torch makes all of them
    parts = _sum(A.detach(), along)
    left = [1 if axis in along else size for axis, size in enumerate(A.shape)]
    gone = [size for axis, size in enumerate(A.shape) if axis not in along]
    figure, panel = slide(_title(A, along, given, gone), _note(A, parts))
    numbers, colours = _numbers(A, along, parts)
    sizes = dict(zip(parts.drawn, parts.kept.shape, strict=False))
    lost = [size for axis, size in sizes.items() if axis not in along]
    lost = lost if parts.kept.numel() else [0]
    sums = [
        Grid(tuple(lost), f"A.sum(dim={dim})", shape_text(gone), colours, _texts(parts.kept)),
        Grid(
            size=tuple(parts.kept.shape),
            name=f"A.sum(dim={dim}, keepdim=True)",
            told=shape_text(left),
            faces=colours,
            texts=_texts(parts.kept),
            along=[str(left[axis]) for axis in parts.drawn][::-1],
        ),
    ]
    _place(panel, numbers, sums, parts.written)
    return figure


def _sum(A: Tensor, along: list[int]) -> Sum:  # noqa: N803
    """The part of ``A`` that is drawn, and the sums of it."""
    kept = [axis for axis in range(A.ndim) if axis not in along]
    kept = kept[max(len(kept) - max(AXES - len(along), 1), 0) :]
    drawn = sorted([*kept, *along[max(len(along) - AXES + len(kept), 0) :]])
    sizes = tuple(A.shape[axis] for axis in drawn)
    # Cells are to be read: where not all of them can be, few are drawn.
    part = grid.visible(sizes, 16, AXES)
    part = part if part == sizes else grid.visible(sizes, 12, AXES)
    first = {axis: slice(0, size) for axis, size in zip(drawn, part, strict=True)}
    others = [first.get(axis, slice(0, 1)) for axis in range(A.ndim)]
    every = A[tuple(slice(None) if axis in along else cut for axis, cut in enumerate(others))]
    total = every.sum(dim=along, keepdim=True) if along else every.sum()
    shown, total = _only(every[tuple(others)].cpu(), drawn), _only(total.cpu(), drawn)
    return Sum(drawn, shown, total, _written(every, along, total))


def _only(X: Tensor, drawn: list[int]) -> Tensor:  # noqa: N803
    """``X`` without the axes that are not drawn, all of size 1."""
    lost = [size for axis, size in enumerate(X.shape) if axis not in drawn]
    return torch.empty(0) if 0 in lost else X.reshape([X.shape[axis] for axis in drawn])


def _written(every: Tensor, along: list[int], total: Tensor) -> str:
    """The first sum, its terms and its result; no more numbers are read than are shown."""
    kept = [axis for axis in range(every.ndim) if axis not in along]
    if not total.numel() or not along or 0 in (every.shape[axis] for axis in kept):
        return ""
    terms = every[tuple(slice(None) if axis in along else 0 for axis in range(every.ndim))]
    n = terms.numel()
    places = range(n) if n <= TERMS else [0, 1, 2, n - 1]
    texts = [_term(terms[tuple(np.unravel_index(i, terms.shape))].item()) for i in places]
    if n > TERMS:
        texts.insert(3, "…")
    told = " + ".join(texts) or "no number"
    return f"{told} = {grid.cell_text(total.flatten()[0].item())}"


def _term(value: object) -> str:
    text = grid.cell_text(value)
    return f"({text})" if text.startswith("−") else text


def _numbers(A: Tensor, along: list[int], parts: Sum) -> tuple[Grid, Floats]:  # noqa: N803
    """``A`` as cells, and a colour for each sum: the one that is written out stands out."""
    amount = parts.kept.numel()
    colours = ramp(max(amount, 1), BLUES)
    colours[0] = to_rgba(YELLOW)
    group = torch.arange(amount).reshape(parts.kept.shape)
    group = group.expand(parts.block.shape) if parts.block.numel() else group.flatten()[:0]
    sizes = [
        f"{A.shape[axis]} → 1" if axis in along else str(A.shape[axis]) for axis in parts.drawn
    ]
    block = Grid(
        size=tuple(parts.block.shape),
        name="A",
        told=shape_text(A.shape),
        faces=colours[group.flatten().numpy()],
        texts=_texts(parts.block),
        along=sizes[::-1],
    )
    return block, colours[:amount]


def _texts(X: Tensor) -> list[str]:  # noqa: N803
    return [grid.cell_text(value) for value in X.flatten().tolist()]


def _title(A: Tensor, along: list[int], given: Shape, gone: list[int]) -> str:  # noqa: N803
    if not A.ndim:
        return "A has no axis: there is nothing to take away"
    names = [number(axis) for axis in given or along]
    told = f"axis {names[0]} takes it" if len(names) == 1 else _and(names)
    return f"The sum along {told} away: {shape_text(A.shape)} becomes {shape_text(gone)}"


def _and(names: list[str]) -> str:
    *first, last = names
    if len(names) > 4:
        return f"{len(names)} axes takes them"
    return f"axes {', '.join(first)} and {last} takes them"


def _note(A: Tensor, parts: Sum) -> str:  # noqa: N803
    note = ""
    if len(parts.drawn) < A.ndim:
        names = ", ".join(map(str, parts.drawn))
        note = f"Only the axes {names} are drawn, at index 0 of the others. "
    whole = tuple(A.shape[axis] for axis in parts.drawn)
    part = tuple(parts.block.shape)
    if part != whole and part != (0,):
        note += f"Of {whole} the first {part} are drawn"
        note += "; the sums are of all." if A.numel() else "."
    elif len(parts.drawn) < A.ndim and A.numel():
        note += "The sums are of all."
    return note


def _place(panel: Axes, numbers: Grid, sums: list[Grid], written: str) -> None:
    """``A`` on the left, both sums on the right, and between them the arrow with one sum."""
    text = panel.text(0, 0, written, fontsize=13, ha="center", va="bottom")
    middle = max(width_of(text) + 0.3, 1.0)
    wide = max(cells.width(0) for cells in sums)
    tall = HEIGHT - 1.2
    for side in np.geomspace(0.7, 0.02, 100):
        right = max(wide, *(cells.width(side) for cells in sums))
        high = [cells.height(side) for cells in (numbers, *sums)]
        wide_enough = numbers.width(side) + middle + right < WIDTH - 0.9
        if wide_enough and max(high[0], high[1] + high[2] + 0.2) < tall:
            break
    left = (WIDTH - numbers.width(side) - middle - right) / 2
    y = 1.0 + (tall - max(high[0], high[1] + high[2] + 0.2)) / 2
    end = left + numbers.width(side) + middle
    grid.draw(panel, numbers, numbers.corner(np.array([left, y])), side)
    first, second = np.array([end, y]), np.array([end, y + high[1] + 0.2])
    for cells, spot in zip(sums, (first, second), strict=True):
        grid.draw(panel, cells, cells.corner(spot), side)
    level = y + 0.46 + side / 2
    text.set_position((end - middle / 2, level - 0.05))
    if written:
        arrow = {"arrowstyle": "-|>", "color": INK, "lw": 1.5, "mutation_scale": 14}
        panel.annotate("", (end - 0.1, level), (end - middle + 0.1, level), arrowprops=arrow)
        panel.text(end - middle / 2, level + 0.17, "one sum", fontsize=10, color=GREY, ha="center")
