"""Operands at the size of their sum: what is stretched, and where shapes do not fit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from matplotlib.axes import Axes as Panel
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from torch import Tensor

from .. import broadcasting
from ..broadcasting import Axis
from ..language import tr
from ..words import counted, listed
from . import grid
from .grid import Grid
from .style import CYCLE, FAINT, GREY, MONO, ORANGE, WIDTH, Shape, look, shrink, slide, width_of
from .text import shape_text

SECTIONS = ("sum", "shapes", "misfit")

HUES = [color for color in CYCLE if color != ORANGE]  # which is for what changes
AXES = 3  # as many are drawn; more stand in the table of shapes
COLUMNS = 8  # of this table
LINES = 20  # of text that are as high as a slide has room


@look
def draw(operands: Sequence[Tensor], shapes: Sequence[Shape]) -> Figure:
    """Draw the operands and, where their shapes fit, their sum; and the shapes, aligned.

    Args:
        operands: one tensor for each of ``shapes``. No more of them is read than is drawn.
        shapes: as they were given.
    """
    axes = broadcasting.axes(shapes)
    result = broadcasting.broadcast(shapes)
    outer = tuple(max(axis.large, default=1) for axis in axes) if result is None else result
    part = grid.visible(outer, axes=AXES)
    cut = [_cut(operand, part) for operand in operands]
    grids = [_operand(own, place, shapes[place], axes, part) for place, own in enumerate(cut)]
    if result is not None:
        grids.append(_sum(cut, result, part))
    ghosts = any(np.any(cells.ghost) for cells in grids)
    note = grid.part_of(tr("the result"), outer, part) if result is not None else ""
    figure, panel = slide(_title(shapes, result, ghosts), note)
    grid.draw(panel, grids, WIDTH - 0.5 - _table(panel, shapes, axes), 0.25)
    return figure


def _title(shapes: Sequence[Shape], result: Shape | None, ghosts: bool) -> str:
    given = listed(shapes)
    given = given if len(given) < 45 else counted(len(shapes), "shape")
    if result is None:
        return tr("{shapes} do not fit", shapes=given)
    return tr(
        "{shapes} give {result}; dashed cells are read again"
        if ghosts
        else "{shapes} give {result}",
        shapes=given,
        result=shape_text(result),
    )


def _cut(operand: Tensor, part: Shape) -> Tensor:
    """The part of an operand that is drawn: at most as large as ``part``, its axes at the right."""
    if 0 in operand.shape[:-AXES]:
        return torch.empty(0)
    operand = operand[(0,) * (operand.ndim - AXES)]
    first = (slice(max(size, 1)) for size in part[len(part) - operand.ndim :])
    return operand.detach()[tuple(first)].cpu()


def _operand(own: Tensor, place: int, shape: Shape, axes: Sequence[Axis], part: Shape) -> Grid:
    """An operand, stretched where all fit; where its numbers are read again they are pale."""
    fits = all(axis.result is not None for axis in axes)
    seen = own.expand(part) if fits and 0 not in part else own
    again = np.ones(seen.shape, dtype=bool)
    real = (1,) * (seen.ndim - own.ndim) + tuple(own.shape)
    again[tuple(map(slice, real))] = False
    full = np.array(to_rgba(HUES[place % len(HUES)]))
    return Grid(
        size=tuple(seen.shape),
        name=_name(place),
        told=shape_text(shape),
        faces=np.where(again.reshape(-1, 1), 0.75 + 0.25 * full, full),
        texts=grid.texts(seen),
        ghost=again.ravel(),
        along=[_along(axis, place, fits) for axis in axes[: -AXES - 1 : -1]][: seen.ndim],
        sign="+" if place else "",
    )


def _name(place: int) -> str:
    return (broadcasting.NAMES + "…" * 99)[place]


def _along(axis: Axis, place: int, fits: bool) -> str:
    """An operand's size along an axis, what it becomes, and which others it does not fit to."""
    size = axis.sizes[place]
    told = "–" if size is None else str(size)
    if fits:
        return told if size == axis.result else f"{told} → {axis.result}"
    others = [str(other) for other in axis.large if size not in (other, 1)]
    return " ≠ ".join([told, *others] if axis.result is None else [told])


def _sum(cut: Sequence[Tensor], result: Shape, part: Shape) -> Grid:
    wide = [own.expand(part) for own in cut] if 0 not in part else [torch.empty(part)]
    few = len(cut) < 6
    return Grid(
        size=part,
        name=" + ".join(map(_name, range(len(cut)))) if few else tr("the sum of all"),
        told=shape_text(result),
        faces=np.array([to_rgba(FAINT)]),
        texts=grid.texts(sum(wide[1:], start=wide[0])),
        along=[str(size) for size in result[: -AXES - 1 : -1]],
        sign="=",
    )


def _table(panel: Panel, shapes: Sequence[Shape], axes: Sequence[Axis]) -> float:
    """The shapes below one another, aligned at the right; returns the width that it takes."""
    shown = axes[-COLUMNS:]
    if not shown:
        return 0.0
    rows = [[_name(i), *(axis.sizes[i] for axis in shown)] for i in range(len(shapes))]
    rows = [["", *(axis.index for axis in shown)], *rows]
    rows.append(["", *("?" if axis.result is None else axis.result for axis in shown)])
    texts = [["–" if cell is None else str(cell).replace("-", "−") for cell in r] for r in rows]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    lines = [
        "  ".join(text.rjust(wide) for text, wide in zip(row, widths, strict=True)) for row in texts
    ]
    lines.insert(-1, "─" * len(lines[0]))
    told = tr(
        "shapes, aligned at the right" if len(axes) <= COLUMNS else "the last {count} axes",
        count=COLUMNS,
    )
    head = panel.text(WIDTH - 0.4, 1.13, told, fontsize=10, color=GREY, ha="right")
    size = min(11, 11 * LINES / len(lines))
    table = panel.text(WIDTH - 0.4, 1.25, "\n".join(lines), family=MONO, fontsize=size)
    table.set(ha="right", va="top", linespacing=1.3)
    shrink(table, WIDTH / 2)
    return max(width_of(head), width_of(table))
