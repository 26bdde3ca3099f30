"""The axes that a sum takes away, and one sum written out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from matplotlib import colormaps
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from torch import Tensor

from ..language import tr
from ..notes.linalg import OVERFLOW, overflown
from ..words import enumerated, listed, sentences
from . import grid
from .grid import Grid
from .style import YELLOW, Shape, look, slide
from .text import number, shape_text

SECTIONS = ("reduce",)

AXES = 3  # as many are drawn
TERMS = 5  # of a sum that is written out


@look
def draw(A: Tensor, dim: int | tuple[int, ...]) -> Figure:  # noqa: N803  # as on the page
    """Draw ``A`` of any shape, its sums along ``dim`` (one axis or several), and one of them.

    Numbers that are added have the colour of their sum.
    """
    given = dim if isinstance(dim, tuple) else (dim,)
    along = sorted({axis % A.ndim for axis in given}) if A.ndim else []
    along = along or list(range(A.ndim))  # of no axis, torch makes all of them
    drawn = _drawn(A.ndim, along)
    block, every = _parts(A.detach(), along, drawn)
    kept = every.sum(dim=along, keepdim=True) if along else every.sum()
    written = _written(every, along, kept)
    total = _only(kept.cpu(), drawn)
    amount = total.numel()
    colours = colormaps["Blues"](np.linspace(1, 0.2, max(amount, 1)))
    colours[0] = to_rgba(YELLOW)  # the one that is written out stands out
    group = torch.arange(amount).reshape(total.shape)
    group = group.expand(block.shape) if block.numel() else group.flatten()[:0]
    left = [1 if axis in along else size for axis, size in enumerate(A.shape)]
    gone = [size for axis, size in enumerate(A.shape) if axis not in along]
    lost = [size for size, axis in zip(total.shape, drawn, strict=False) if axis not in along]
    measures = [f"{A.shape[a]} → 1" if a in along else str(A.shape[a]) for a in drawn]
    own = colours[group.flatten().numpy()]
    told, after = f"A.sum(dim={dim})", shape_text(gone)
    there = [str(left[axis]) for axis in drawn[::-1]]
    size, short = tuple(total.shape), tuple(lost) if amount else (0,)
    part, texts = tuple(block.shape), grid.texts(total)
    grids = [
        Grid(part, "A", shape_text(A.shape), own, grid.texts(block), along=measures[::-1]),
        Grid(short, told, after, colours[:amount], texts, sign=written),
        Grid(size, tr("with keepdim=True"), shape_text(left), colours[:amount], texts, along=there),
    ]
    wrong = tr(OVERFLOW) if A.ndim and overflown(A, along) else ""
    note = sentences(_note(A, drawn, part), wrong)
    figure, panel = slide(_title(A, given or along, gone), note)
    grid.draw(panel, grids)
    return figure


def _drawn(ndim: int, along: Sequence[int]) -> list[int]:
    """The axes that are drawn: at most three, and one that is kept among them."""
    kept = [axis for axis in range(ndim) if axis not in along]
    kept = kept[max(len(kept) - max(AXES - len(along), 1), 0) :]
    return sorted([*kept, *along[max(len(along) - AXES + len(kept), 0) :]])


def _parts(A: Tensor, along: Sequence[int], drawn: Sequence[int]) -> tuple[Tensor, Tensor]:  # noqa: N803
    """The numbers that are drawn, and all that their sums are made of."""
    sizes = tuple(A.shape[axis] for axis in drawn)
    # Cells are to be read: where not all of them can be, few are drawn.
    part = grid.visible(sizes, 16, AXES)
    part = part if part == sizes else grid.visible(sizes, 12, AXES)
    first = {axis: slice(0, size) for axis, size in zip(drawn, part, strict=True)}
    cuts = [first.get(axis, slice(0, 1)) for axis in range(A.ndim)]
    every = A[tuple(slice(None) if axis in along else cut for axis, cut in enumerate(cuts))]
    return _only(every[tuple(cuts)].cpu(), drawn), every


def _only(X: Tensor, drawn: Sequence[int]) -> Tensor:  # noqa: N803
    """``X`` without the axes that are not drawn, all of size 1."""
    lost = [size for axis, size in enumerate(X.shape) if axis not in drawn]
    return torch.empty(0) if 0 in lost else X.reshape([X.shape[axis] for axis in drawn])


def _written(every: Tensor, along: Sequence[int], total: Tensor) -> str:
    """The first sum, its terms and its result; no more numbers are read than are shown."""
    if not total.numel() or not along:
        return ""
    terms = every[tuple(slice(None) if axis in along else 0 for axis in range(every.ndim))]
    n = terms.numel()
    places = range(n) if n <= TERMS else [0, 1, 2, n - 1]
    texts = [_term(terms[tuple(np.unravel_index(i, terms.shape))].item()) for i in places]
    if n > TERMS:
        texts.insert(3, "…")
    told = " + ".join(texts) or tr("no number")
    return f"{told} = {grid.text(total.flatten()[0].item())}"


def _term(value: object) -> str:
    text = grid.text(value)
    return f"({text})" if text.startswith("−") else text


def _title(A: Tensor, given: Sequence[int], gone: Sequence[int]) -> str:  # noqa: N803
    if not A.ndim:
        return tr("A has no axis: there is nothing to take away")
    names = [number(axis) for axis in given]
    return tr(
        "The sum along axis {axes} takes it away: {before} becomes {after}"
        if len(names) == 1
        else "The sum along axes {axes} takes them away: {before} becomes {after}",
        axes=listed(names),
        before=shape_text(A.shape),
        after=shape_text(gone),
    )


def _note(A: Tensor, drawn: Sequence[int], part: Shape) -> str:  # noqa: N803
    """Which part of ``A`` is drawn."""
    names = enumerated(drawn)
    index = tr("Only the axes {axes} are drawn, at index 0 of the others.", axes=names)
    notes = [index] if len(drawn) < A.ndim else []
    notes.append(grid.part_of(tr("them") if notes else "A", [A.shape[a] for a in drawn], part))
    if any(notes) and A.numel():
        notes.append(tr("The sums are of all."))
    return sentences(*notes)
