"""Tensors as grids of cells: where each cell is, its number, and what stands around a grid."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from numpy.typing import NDArray
from torch import Tensor

from ..language import tr
from .style import GREY, HEIGHT, INK, MONO, ORANGE, WIDTH, Floats, Shape, arrow
from .text import number, shape_text

LINE = 20  # cells in a line of blocks, at most
SQUARE = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], dtype=np.float64)
LEFT, TOP, BOTTOM = 0.4, 0.95, HEIGHT - 0.2  # the part of a slide that holds grids, in inches
HEAD = 0.46  # inches above the cells: name and shape


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
    ghost: NDArray[np.bool_] | bool = False  # which cells have dashed edges
    along: Sequence[str] = ()  # what stands along each axis, the last axis first
    wide: bool = False
    sign: str = ""  # what stands before it: + or =, or what an arrow says that leads to it

    @property
    def extent(self) -> Floats:
        """Width and height, in cells. An empty grid still has its frame."""
        corners = places([max(size, 1) for size in self.size], self.wide)
        return np.asarray(corners.max(axis=0) + 1, dtype=np.float64)

    @property
    def margins(self) -> tuple[float, float, float]:
        """Inches below the cells, to their left and to their right."""
        below, left, right = [*(0.16 + 0.082 * len(told) for told in self.along), 0, 0, 0][:3]
        return 0.28 if below else 0.0, left + self.room, right

    @property
    def room(self) -> float:
        """Inches that the sign takes."""
        return 0.4 if len(self.sign) == 1 else (0.4 + 0.1 * len(self.sign)) * bool(self.sign)

    def area(self, side: float) -> tuple[float, float]:
        """Width and height in inches, with cells of this side."""
        (wide, high), (below, left, right) = self.extent.tolist(), self.margins
        words = max(0.095 * len(self.name), 0.07 * len(self.told))
        told = max(map(len, self.along[:1]), default=0) * 0.082
        return left + max(side * wide + right, words, told), HEAD + side * high + below


def visible(shape: Sequence[int], most: int = 120, axes: int = 4) -> Shape:
    """The part of a shape that fits on a slide.

    At most the last 4 axes, 40 cells along each, and no more blocks than can be told apart.
    """
    if 0 in shape[:-axes]:  # no number at all, whatever the last sizes say
        return (0,)
    sizes = [min(size, 40) for size in shape[-axes:]]
    while sizes and math.prod(sizes[:-2]) * max(sizes[-2:]) > most:
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


def texts(numbers: Tensor) -> list[str]:
    """The number of each cell, short enough to be read there."""
    return [text(value) for value in numbers.flatten().tolist()]


def text(value: object) -> str:
    """One number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return number(value, 5 if isinstance(value, int) and abs(value) < 1e5 else 3)


def part_of(name: str, shape: Sequence[int], part: Sequence[int]) -> str:
    """Which part of a tensor of this shape is drawn; nothing where all of it is."""
    first = (1,) * (len(shape) - len(part)) + tuple(part)
    if first == tuple(shape) or 0 in part:
        return ""
    return tr(
        "Only a part is drawn: of {name} the first {shape}.", name=name, shape=shape_text(first)
    )


def draw(axes: Axes, grids: Sequence[Grid], right: float = WIDTH - 0.4, gap: float = 0.35) -> None:
    """Draw grids in rows from left to right, on a slide up to ``right``.

    Cells are as large as the space allows (0.008 to 0.9 inches), and what is left over is on all
    sides.
    """
    for side in np.geomspace(0.9, 0.008, 200):
        x = y = row = most = 0.0
        spots = []
        for grid in grids:
            wide, high = grid.area(side)
            if x and x + wide > right - LEFT:
                x, y, row = 0.0, y + row + 0.25, 0.0
            spots.append([x, y])
            most = max(most, x + wide)
            x, row = x + wide + gap, max(row, high)
        if most <= right - LEFT and y + row <= BOTTOM - TOP:
            break
    shift = np.array([LEFT + right - most, TOP + BOTTOM - y - row]) / 2
    for grid, spot in zip(grids, spots, strict=True):
        _draw(axes, grid, shift + spot + [grid.margins[1], HEAD], float(side))


def _draw(axes: Axes, grid: Grid, corner: Floats, side: float) -> None:
    """Draw one grid whose cells begin at this corner."""
    x, y = corner
    axes.text(x, y - 0.29, grid.name, fontsize=11, family=MONO)
    axes.text(x, y - 0.1, grid.told, fontsize=10, color=GREY)
    if 0 in grid.size:
        frame = side * SQUARE * grid.extent + corner
        _squares(axes, frame[None], np.ones((1, 4)), True, side)
        font = min(9, 20 * side * float(grid.extent[0]))
        x, y = frame.mean(axis=0)
        axes.text(x, y, tr("empty"), fontsize=font, ha="center", va="center", color=GREY)
    else:
        _cells(axes, grid, corner, side)
    _sign(axes, grid, corner, side)
    _measure(axes, grid, corner, side)


def _cells(axes: Axes, grid: Grid, corner: Floats, side: float) -> None:
    squares = side * (places(grid.size, grid.wide)[:, None] + SQUARE) + corner
    faces = np.broadcast_to(grid.faces, (len(squares), 4))
    ghost = np.broadcast_to(grid.ghost, len(squares))
    for dashed in (False, True):
        if (ghost == dashed).any():
            _squares(axes, squares[ghost == dashed], faces[ghost == dashed], dashed, side)
    longest = max(map(len, grid.texts), default=0)
    size = 72 * min(0.45 * side, 1.4 * side / max(longest, 2), 0.25)
    if size < 4.5 or len(grid.texts) > 300:
        return
    for (x, y), face, told in zip(squares.mean(axis=1), faces, grid.texts, strict=True):
        dark = float(face[:3] @ np.array([0.3, 0.59, 0.11])) < 0.53
        color = "white" if dark else INK
        axes.text(x, y, told, fontsize=size, ha="center", va="center", color=color)


def _squares(axes: Axes, squares: Floats, faces: Floats, dashed: bool, side: float) -> None:
    cells = PolyCollection([*squares], facecolors=faces, linewidths=min(1, 4 * side))
    cells.set_edgecolor(GREY if dashed else "white")
    cells.set_linestyle("--" if dashed else "-")
    axes.add_collection(cells)


def _sign(axes: Axes, grid: Grid, corner: Floats, side: float) -> None:
    """A sign at half the height; a longer text on an arrow to the first row."""
    (x, y), room = corner - [grid.margins[1], 0], grid.room
    if len(grid.sign) < 2:
        middle = y + side * float(grid.extent[1]) / 2
        axes.text(x + 0.17, middle, grid.sign, fontsize=20, ha="center", va="center")
        return
    y += side / 2
    arrow(axes, (x - 0.1, y), (x + room - 0.1, y))
    axes.text(x + room / 2 - 0.1, y - 0.06, grid.sign, fontsize=12, ha="center")


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
        right, below = np.mean([across, down], axis=1) + shift
        axes.text(right, below, told, color=color, fontsize=10, ha=align, va="center")
