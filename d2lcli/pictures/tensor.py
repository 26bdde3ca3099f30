"""Where each number goes when a tensor is reshaped, or joined with another."""

from __future__ import annotations

import math

import numpy as np
import torch
from matplotlib import colormaps
from matplotlib.figure import Figure
from numpy.typing import NDArray
from torch import Tensor

from ..language import tr
from ..words import counted, sentences
from . import grid
from .grid import Grid
from .style import Shape, look, slide
from .text import shape_text

SECTIONS = ("reshape",)

Order = NDArray[np.int64]  # which element of x a cell is; from x.numel() on, which one of y


@look
def draw(x: Tensor) -> Figure:
    """Draw ``x`` of any shape, a matrix with the same numbers, and ``x`` joined with another.

    A number has one colour everywhere, those of ``x`` are the darker ones. Of a tensor with many
    numbers a part is drawn.
    """
    shape, n = tuple(x.shape), x.numel()
    part = grid.visible(shape)
    matrix = _matrix(shape)
    mine = _first(shape, part)
    flat = _first(matrix, matrix if part == shape else grid.visible(matrix))
    drawn = {"x": (mine, shape), f"x.reshape({', '.join(map(str, matrix))})": (flat, matrix)}
    hidden = len(shape) - mine.ndim
    for axis in range(min(mine.ndim, 2)):
        joined = tuple(2 * s if i == hidden + axis else s for i, s in enumerate(shape))
        both = np.concatenate((mine, mine + n), axis)
        drawn[f"torch.cat((x, y), {hidden + axis})"] = (both, joined)
    seen = np.unique(np.concatenate((mine.ravel(), flat.ravel())))
    texts = _texts(x, seen)
    dark, light = (np.linspace(start, end, len(seen)) for start, end in ((1, 0.6), (0.6, 0.1)))
    colours = np.concatenate((colormaps["Blues"](dark), colormaps["YlOrBr"](light)))
    grids = []
    for name, (order, told) in drawn.items():
        rank = np.searchsorted(seen, order.ravel() % max(n, 1)) + len(seen) * (order.ravel() >= n)
        own = [texts[i] for i in rank]
        size = tuple(order.shape)
        grids.append(Grid(size, name, shape_text(told), colours[rank], own, wide=True))
    other = "~x" if x.dtype == torch.bool else f"x + {n}"
    lighter = tr("y is {other}, in lighter colours.", other=other) if x.ndim and n else ""
    wrong = lighter and x.dtype == torch.int64 and int(x.max()) + n >= 2**63
    beyond = tr("Overflow: {sum} needs more than 63 bits.", sum=other) if wrong else ""
    figure, axes = slide(_title(x), sentences(lighter, beyond, grid.part_of("x", shape, part)))
    grid.draw(axes, grids)
    return figure


def _title(x: Tensor) -> str:
    return tr(
        "reshape keeps the order of {numbers}, and cat adds {count:,} more"
        if x.ndim
        else "reshape keeps the order of {numbers}; cat needs an axis",
        numbers=counted(x.numel(), "number"),
        count=x.numel(),
    )


def _matrix(shape: Shape) -> Shape:
    """Another shape for the same numbers: a matrix, as square as can be."""
    n = math.prod(shape)
    for rows in range(math.isqrt(n), 0, -1):
        for sizes in ((rows, n // rows), (n // rows, rows)):
            if n % rows == 0 and sizes != shape and max(sizes) < max(99, 10 * rows):
                return sizes
    return (n, 1) if shape == (1, n) else (1, n)


def _first(shape: Shape, part: Shape) -> Order:
    """The places of the first numbers of a shape, in the order of all: an array of shape part."""
    strides = [math.prod(shape[axis + 1 :]) for axis in range(len(shape) - len(part), len(shape))]
    order = np.zeros(part, dtype=np.int64)
    for index, stride in zip(np.indices(part), strides, strict=True):
        order += index * stride
    return order


def _texts(x: Tensor, seen: Order) -> list[str]:
    """The numbers at these places of ``x``, then those of ``y``. No more of ``x`` is read."""
    places = np.unravel_index(seen, x.shape) if x.ndim else ()
    mine = x[tuple(map(torch.from_numpy, places))].reshape(-1)
    other = ~mine if x.dtype == torch.bool else mine + x.numel()
    return [*grid.texts(mine), *grid.texts(other)]
