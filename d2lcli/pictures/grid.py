"""Tensors as grids of cells: where each cell is, its number, and what stands around a grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from numpy.typing import NDArray

from .style import GREY, INK, MONO, ORANGE, Floats, Shape, number

LINE = 20  # cells in a line of blocks, at most
SQUARE = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], dtype=np.float64)


@dataclass(frozen=True)
class Grid:
    """A tensor of at most 4 axes, drawn as cells.

    The last axis runs to the right, the one before it down. The third from the end makes blocks,
    one below another or, if ``wide``, one beside another in lines. The fourth runs the other way.
    """

    size: Shape  # cells along each axis
    name: str  # code
    told: str  # its shape, beside the name
    faces: Floats  # a colour for each cell: (cells, 4)
    texts: Sequence[str] = ()  # the number in each cell
    ghost: NDArray[np.bool_] | None = None  # which cells have dashed edges
    along: Sequence[str] = ()  # what stands along each axis, the last axis first
    wide: bool = False
    sign: str = ""  # what stands before it: + or =

    @property
    def extent(self) -> Floats:
        """Width and height, in cells. An empty grid still has its frame."""
        corners = places([max(size, 1) for size in self.size], self.wide)
        return np.asarray(corners.max(axis=0) + 1, dtype=np.float64)

    @property
    def before(self) -> float:
        """Inches to the left of the cells: the sign, and what stands along the rows."""
        words = 0.14 + 0.082 * len(self.along[1]) if len(self.along) > 1 else 0.0
        return words + (0.4 if self.sign else 0.0)

    @property
    def after(self) -> float:
        """Inches to the right of the cells: what stands along the blocks."""
        return 0.16 + 0.082 * len(self.along[2]) if len(self.along) > 2 else 0.0

    def width(self, side: float) -> float:
        """Inches from left to right, with cells of this side."""
        words = max(0.095 * len(self.name), 0.07 * len(self.told))
        below = 0.082 * len(self.along[0]) if self.along else 0.0
        return self.before + max(side * float(self.extent[0]) + self.after, words, below)

    def height(self, side: float) -> float:
        """Inches from top to bottom."""
        return 0.46 + side * float(self.extent[1]) + (0.28 if self.along else 0.0)

    def corner(self, spot: Floats) -> Floats:
        """The upper left corner of the cells, where that of the whole is here."""
        return np.asarray(spot + np.array([self.before, 0.46]))


def visible(shape: Sequence[int], most: int = 120, axes: int = 4) -> Shape:
    """The part of a shape that fits on a slide.

    At most the last 4 axes, 40 cells along each, and no more blocks than can be told apart.
    """
    if 0 in shape[:-axes]:  # no number at all, whatever the last sizes say
        return (0,)
    sizes = [min(size, 40) for size in shape[-axes:]]
    while sizes and int(np.prod(sizes[:-2])) * max(sizes[-2:]) > most:
        sizes[sizes.index(max(sizes))] -= 1
    return tuple(sizes)


def places(shape: Sequence[int], wide: bool = False) -> Floats:
    """The upper left corner of each cell, in cells: (cells, 2)."""
    sizes = (1,) * (4 - len(shape)) + tuple(shape)
    outer, block, row, column = np.indices(sizes).reshape(4, -1)
    right, down = (block, outer) if wide else (outer, block)
    if wide and sizes[0] == 1:  # lines of blocks, as words are set in lines
        line = max(1, int(LINE // (sizes[3] + 0.5)))
        right, down = block % line, block // line
    return np.stack([column + right * (sizes[3] + 0.5), row + down * (sizes[2] + 0.5)], axis=1)


def centres(grid: Grid, corner: Floats, side: float) -> Floats:
    """The middle of each cell on the slide: (cells, 2)."""
    return np.asarray(side * (places(grid.size, grid.wide) + 0.5) + corner)


def cell_text(value: object) -> str:
    """The number of a cell, short enough to be read there."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if isinstance(value, int) and abs(value) < 1e5:
        return str(value).replace("-", "−")
    return number(value)


def draw(axes: Axes, grid: Grid, corner: Floats, side: float) -> None:
    """Draw a grid whose cells begin at this corner."""
    _label(axes, grid, corner, side)
    if 0 in grid.size:
        _empty(axes, grid, corner, side)
    else:
        _cells(axes, grid, corner, side)
    _measure(axes, grid, corner, side)


def _cells(axes: Axes, grid: Grid, corner: Floats, side: float) -> None:
    squares = side * (places(grid.size, grid.wide)[:, None] + SQUARE) + corner
    ghost = np.zeros(len(squares), dtype=bool) if grid.ghost is None else grid.ghost
    faces = np.broadcast_to(grid.faces, (len(squares), 4))
    _squares(axes, squares[~ghost], faces[~ghost], "white", side)
    if ghost.any():
        _squares(axes, squares[ghost], faces[ghost], GREY, side)
    size = text_size(grid.texts, side)
    if size < 4.5:
        return
    for place, face, text in zip(squares.mean(axis=1), faces, grid.texts, strict=True):
        dark = float(face[:3] @ np.array([0.3, 0.59, 0.11])) < 0.53
        color = "white" if dark else INK
        axes.text(place[0], place[1], text, fontsize=size, ha="center", va="center", color=color)


def text_size(texts: Sequence[str], side: float) -> float:
    """The size of numbers that fit in their cells, in points; 0 where there are too many."""
    if not 0 < len(texts) <= 300:
        return 0.0
    longest = max(map(len, texts))
    return 72 * min(0.45 * side, 1.4 * side / max(longest, 2), 0.25)


def _squares(axes: Axes, squares: Floats, faces: Floats, edge: str, side: float) -> None:
    axes.add_collection(
        PolyCollection(
            list(squares),
            facecolors=faces.tolist(),
            edgecolors=edge,
            linestyles="-" if edge == "white" else "--",
            linewidths=min(1, 4 * side),
        )
    )


def _empty(axes: Axes, grid: Grid, corner: Floats, side: float) -> None:
    """A dashed frame, for a tensor without elements."""
    side = max(side, 0.3)
    frame = np.asarray(side * SQUARE * grid.extent + corner)
    _squares(axes, frame[None], np.array([[1.0, 1.0, 1.0, 1.0]]), GREY, side)
    x, y = frame.mean(axis=0)
    size = min(9, 20 * side * float(grid.extent[0]))
    axes.text(x, y, "empty", fontsize=size, ha="center", va="center", color=GREY)


def _label(axes: Axes, grid: Grid, corner: Floats, side: float) -> None:
    """Above the cells the name and the shape, before them the sign."""
    x, y = corner
    axes.text(x, y - 0.29, grid.name, fontsize=11, family=MONO)
    axes.text(x, y - 0.1, grid.told, fontsize=10, color=GREY)
    middle = y + side * float(grid.extent[1]) / 2
    axes.text(x - grid.before + 0.17, middle, grid.sign, fontsize=20, ha="center", va="center")


def _measure(axes: Axes, grid: Grid, corner: Floats, side: float) -> None:
    """A line along each axis, with its size; one that changes (1 → 3, 3 ≠ 2) stands out."""
    (x, y), (width, height) = corner, side * grid.extent
    rows = side * max((1, 1, *grid.size)[-2], 1)
    lines = [
        ((x, x + width), (y + height + 0.08,) * 2, "center", (0, 0.13)),
        ((x - 0.08,) * 2, (y, y + rows), "right", (-0.06, 0)),
        ((x + width + 0.08,) * 2, (y, y + height), "left", (0.06, 0)),
    ]
    for told, (across, down, align, shift) in zip(grid.along, lines, strict=False):
        color = ORANGE if {*told} & {*"→≠"} else GREY
        axes.plot(across, down, lw=1.2, color=color)
        at = np.mean([across, down], axis=1) + shift
        axes.text(at[0], at[1], told, color=color, fontsize=10, ha=align, va="center")


def flow(
    grids: Sequence[Grid], left: float, top: float, right: float, bottom: float, gap: float = 0.35
) -> tuple[float, list[Floats]]:
    """Corners for the cells of grids in rows from left to right, and the side of a cell.

    Cells are as large as the space on the slide allows (0.008 to 0.9 inches), and what is left over
    is on all sides.
    """
    for side in np.geomspace(0.9, 0.008, 200):
        x = y = row = most = 0.0
        spots = []
        for i, grid in enumerate(grids):
            wide = grid.width(side)
            if i and x + wide > right - left:
                x, y, row = 0.0, y + row + 0.25, 0.0
            spots.append(np.array([x, y]))
            most = max(most, x + wide)
            x, row = x + wide + gap, max(row, grid.height(side))
        if most <= right - left and y + row <= bottom - top:
            break
    shift = np.array([left + right - most, top + bottom - y - row]) / 2
    return float(side), [grid.corner(spot + shift) for grid, spot in zip(grids, spots, strict=True)]
