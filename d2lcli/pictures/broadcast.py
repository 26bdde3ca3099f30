"""Operands at the size of their sum: what is stretched, and where shapes do not fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from numpy.typing import NDArray
from torch import Tensor

from .. import broadcasting
from ..broadcasting import Axis, Fit
from . import grid
from .grid import Grid
from .style import (
    BLUE,
    FAINT,
    GREEN,
    GREY,
    HEIGHT,
    INK,
    MONO,
    ORANGE,
    PINK,
    SKY,
    WIDTH,
    YELLOW,
    Shape,
    look,
    number,
    shape_text,
    slide,
)

SECTIONS = ("sum", "shapes", "misfit")

HUES = (BLUE, YELLOW, GREEN, PINK, SKY)
AXES = 3  # as many as are drawn; more stand in the table of shapes
ROWS, COLUMNS = 9, 8  # of this table


@look
def draw(operands: Sequence[Tensor], shapes: Sequence[Shape]) -> Figure:
    """Draw the operands and, where their shapes fit, their sum; and the shapes, aligned.

    Args:
        operands: one tensor for each of ``shapes``. No more of them is read than is drawn.
        shapes: as they were given.
    """
    axes = broadcasting.axes(shapes)
    result = broadcasting.broadcast(shapes)
    outer = result or tuple(max(axis.large, default=1) for axis in axes)
    part = grid.visible(outer, axes=AXES)
    cut = [_cut(operand, part) for operand in operands]
    fits = result is not None
    grids = _torn(cut, shapes, axes) if result is None else _summed(cut, shapes, result, part)
    ghosts = any(cells.ghost is not None and cells.ghost.any() for cells in grids)
    note = _part(outer, part) if fits else _conflict(axes)
    figure, panel = slide(_title(shapes, result, ghosts), note)
    wide = _table(panel, shapes, axes)
    side, corners = grid.flow(grids, 0.4, 0.95, WIDTH - 0.5 - wide, HEIGHT - 0.2, 0.25)
    for cells, corner in zip(grids, corners, strict=True):
        grid.draw(panel, cells, corner, side)
    return figure


def _title(shapes: Sequence[Shape], result: Shape | None, ghosts: bool) -> str:
    *before, last = map(str, shapes)
    given = f"{', '.join(before)} and {last}" if before else last
    given = given if len(given) < 45 else f"{len(shapes)} shapes"
    if result is None:
        return f"{given} do not fit"
    told = f"{given} give {shape_text(result)}"
    return f"{told}; dashed cells are read again" if ghosts else told


def _conflict(axes: Sequence[Axis]) -> str:
    """Where shapes do not fit, and why."""
    wrong = [axis for axis in axes if axis.result is None]

    def sizes(axis: Axis) -> str:
        *first, last = map(str, axis.large)
        return f"at axis {number(axis.index)} the sizes {', '.join(first)} and {last} differ"

    told = "; ".join(map(sizes, wrong[:3]))
    told += f"; and at {len(wrong) - 3} more" if len(wrong) > 3 else ""
    none = "neither" if len(wrong) == 1 and len(wrong[0].large) == 2 else "none of them"
    return f"{told[0].upper()}{told[1:]}, and {none} is 1."


def _part(result: Shape, part: Shape) -> str:
    note = ""
    if len(result) > AXES:
        note = f"Only the last {AXES} axes are drawn, at index 0 of the others. "
    if part != result[-AXES:] and 0 not in part:
        note += f"Of {result[-AXES:]} the first {part} are drawn."
    return note


def _cut(operand: Tensor, part: Shape) -> Tensor:
    """The part of an operand that is drawn: at most as large as ``part``, its axes at the right."""
    if 0 in operand.shape[:-AXES]:
        return torch.empty(0)
    operand = operand[(0,) * (operand.ndim - AXES)]
    first = (slice(max(size, 1)) for size in part[len(part) - operand.ndim :])
    return operand.detach()[tuple(first)].cpu()


def _look(
    cut: Tensor, place: int, hue: str, told: Shape, along: Sequence[str], ghost: NDArray[np.bool_]
) -> Grid:
    """An operand; of its own numbers the colour is full, where they are read again it is pale."""
    full = np.array(to_rgba(hue))
    faces = np.where(ghost[:, None], 0.75 + 0.25 * full, full)
    texts = [grid.cell_text(value) for value in cut.flatten().tolist()]
    return Grid(
        size=tuple(cut.shape),
        name=_name(place),
        told=shape_text(told),
        faces=faces,
        texts=texts,
        ghost=ghost,
        along=along,
        sign="+" if place else "",
    )


def _name(place: int) -> str:
    return (broadcasting.NAMES + "…" * 99)[place]


def _summed(
    cut: Sequence[Tensor], shapes: Sequence[Shape], result: Shape, part: Shape
) -> list[Grid]:
    """Each operand, stretched, and the sum."""
    grids = []
    wide = [operand.expand(part) if 0 not in part else operand for operand in cut]
    for place, (operand, own) in enumerate(zip(cut, shapes, strict=True)):
        seen = wide[place]
        again = np.ones(seen.shape, dtype=bool)
        real = (1,) * (seen.ndim - operand.ndim) + tuple(operand.shape)
        again[tuple(slice(size) for size in real)] = False
        lost = ("–",) * (len(result) - len(own)) + tuple(map(str, own))
        along = [
            size if size == str(large) else f"{size} → {large}"
            for size, large in zip(lost, result, strict=True)
        ]
        hue = HUES[place % len(HUES)]
        grids.append(_look(seen, place, hue, own, along[:-4:-1], again.ravel()))
    total = torch.empty(part) if 0 in part else sum(wide[1:], start=wide[0])
    few = len(shapes) < 6
    return [
        *grids,
        Grid(
            size=part,
            name=" + ".join(map(_name, range(len(shapes)))) if few else "the sum of all",
            told=shape_text(result),
            faces=np.array([to_rgba(FAINT)]),
            texts=[grid.cell_text(value) for value in total.flatten().tolist()],
            along=[str(size) for size in result[:-4:-1]],
            sign="=",
        ),
    ]


def _torn(cut: Sequence[Tensor], shapes: Sequence[Shape], axes: Sequence[Axis]) -> list[Grid]:
    """The operands as they are. Where one does not fit, its size is told from the others."""
    grids = []
    for place, (operand, own) in enumerate(zip(cut, shapes, strict=True)):
        along = []
        for axis in axes[:-4:-1]:
            size = axis.sizes[place]
            others = [str(other) for other in axis.large if other != size]
            clash = axis.fits[place] is Fit.CONFLICT and size != 1
            if size is not None:
                along.append(" ≠ ".join([str(size), *others]) if clash else str(size))
        ghost = np.zeros(operand.numel(), dtype=bool)
        grids.append(_look(operand, place, HUES[place % len(HUES)], own, along, ghost))
    return grids


def _table(panel: Axes, shapes: Sequence[Shape], axes: Sequence[Axis]) -> float:
    """The shapes below one another, aligned at the right; returns the width that it takes."""
    shown = axes[-COLUMNS:]
    if not shown:
        return 0.0
    rows: list[list[Any]] = [
        [_name(i), *(axis.sizes[i] for axis in shown)] for i in range(min(len(shapes), ROWS))
    ]
    if len(shapes) > ROWS:
        rows.append(["…", *(None for _ in shown)])
    result = ["?" if axis.result is None else axis.result for axis in shown]
    texts = [["–" if cell is None else str(cell) for cell in row] for row in [*rows, ["", *result]]]
    widths = [0.095 * max(map(len, column)) + 0.2 for column in zip(*texts, strict=True)]
    right = WIDTH - 0.4 - np.cumsum([0, *widths[:0:-1]])[::-1]
    y = 1.75
    font: dict[str, Any] = {"family": MONO, "fontsize": 11, "va": "center"}
    told = "shapes, aligned at the right" if len(axes) <= COLUMNS else f"the last {COLUMNS} axes"
    panel.text(right[-1], y - 0.62, told, fontsize=10, color=GREY, ha="right")
    for axis, x in zip(shown, right[1:], strict=True):
        panel.text(x, y - 0.34, number(axis.index), fontsize=9, color=GREY, ha="right")
    for i, row in enumerate(texts):
        last = i == len(texts) - 1
        y += 0.3 * (i > 0) + 0.1 * last
        panel.text(right[0] - 0.1, y, row[0], ha="right", **font)
        for axis, x, text in zip(shown, right[1:], row[1:], strict=True):
            changed = text == "?" or (i < len(shapes) and not last and _changed(axis, i))
            panel.text(x, y, text, ha="right", color=ORANGE if changed else INK, **font)
    left = float(right[0] - widths[0])
    panel.plot([left, right[-1]], [y - 0.2, y - 0.2], lw=0.8, color=GREY)
    return max(WIDTH - 0.4 - left, 1.9)


def _changed(axis: Axis, place: int) -> bool:
    """Whether this operand is not read along this axis as it stands."""
    return axis.fits[place] is not Fit.EQUAL and axis.sizes[place] != axis.result
