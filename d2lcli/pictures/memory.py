"""Which memory y names before and after an update, and what the update costs."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..language import tr
from ..notes.memory import BUSY, BYTES, SECONDS, Cost, told
from ..words import listed, sentences
from .style import BLUE, FAINT, GREY, INK, MONO, SILVER, YELLOW, arrow, look, slide
from .text import count

SECTIONS = ("cost", "new", "inplace")

BEFORE, AFTER = 3.0, 4.25  # where the drawings begin, in inches
NEW, TIME = 6.2, 7.85  # where the bars begin
BAR = 0.75  # the longest bar
SIDE = 0.34  # of a box
UNCHANGED = Cost("", True, True, 0, 0, 0)


@look
def draw(costs: Sequence[Cost], size: int) -> Figure:
    """Draw a row for each way of updating: names and memory before and after, and the cost.

    Args:
        costs: as measured, the plain copy included.
        size: elements of y.
    """
    busy = max((cost.spread for cost in costs), default=0) > BUSY
    note = sentences(
        tr("x and y have {numbers} each.", numbers=count(size, "float32 number")),
        tr("The times spread too much to be compared.") if busy else "",
    )
    figure, axes = slide(_title(costs, size), note)
    heads = {
        BEFORE: tr("before"),
        AFTER: tr("after"),
        NEW: tr("new memory"),
        TIME: tr("time of one update"),
    }
    for x, text in heads.items():
        axes.text(x, 1.3, text, fontsize=10.5, color=GREY)
    step = min(3.6 / max(len(costs), 1), 0.85)
    for row, cost in enumerate(costs):
        y = 1.45 + step * (row + 0.5)
        axes.axhline(y - step / 2, 0.03, 0.97, lw=0.8, color=FAINT)
        axes.text(0.35, y, cost.way, fontsize=11.5, family=MONO, va="center")
        _names(axes, BEFORE, y, UNCHANGED)
        _names(axes, AFTER, y, cost)
        _bars(axes, y, cost, costs, busy)
    key = tr("blue: there before; yellow: new; dashed: let go")
    axes.text(0.35, 5.2, key, fontsize=10, color=GREY)
    return figure


def _title(costs: Sequence[Cost], size: int) -> str:
    needy = [cost.way for cost in costs if cost.new_bytes > 0]
    if size == 0:
        return tr("With no elements there is nothing to write, and no memory to take")
    if not needy:
        return tr("None of these ways needs new memory")
    return tr(
        "{ways} needs new memory each time"
        if len(needy) == 1
        else "{ways} need new memory each time",
        ways=listed(needy),
    )


def _names(axes: Axes, x: float, y: float, cost: Cost) -> None:
    """What y names after an update: the same object or another, the same memory or other."""
    edge, old, new = BLUE if cost.same_object else YELLOW, x + 0.7, x + 1.4
    name = {"boxstyle": "round,pad=0.4", "facecolor": "white", "edgecolor": edge, "lw": 1.8}
    axes.text(x + SIDE / 2, y, "y", family=MONO, ha="center", va="center", fontsize=12, bbox=name)
    _box(axes, old, y, BLUE, gone=not cost.same_memory)
    if not cost.same_memory:
        _box(axes, new, y, YELLOW)
        arrow(axes, (x + SIDE / 2, y - SIDE / 2), (new + SIDE / 2, y - SIDE / 2), bend=-0.28)
        return
    arrow(axes, (x + SIDE, y), (old, y))
    if cost.new_bytes > 0:
        _box(axes, new, y, YELLOW, gone=True)
        arrow(axes, (new, y), (old + SIDE, y))
        axes.text(
            new - 0.18, y + 0.2, tr("copied"), fontsize=8, color=GREY, ha="center", va="center"
        )


def _box(axes: Axes, x: float, y: float, color: str, gone: bool = False) -> None:
    """Memory with numbers; dashed where nothing names it any more."""
    face = {BLUE: "#DCEBF5", YELLOW: "#FAEBCB"}[color] if gone else color
    edge, dashes = (GREY, "--") if gone else (color, "-")
    axes.barh(y, SIDE, SIDE, x, fc=face, ec=edge, ls=dashes, lw=1.2)


def _bars(axes: Axes, y: float, cost: Cost, costs: Sequence[Cost], busy: bool) -> None:
    """New memory, and the time with its spread."""
    most = max(other.new_bytes for other in costs) or 1
    longest = max(other.seconds * (1 + min(other.spread, 1)) for other in costs) or 1
    time, spread = BAR * cost.seconds / longest, min(cost.spread, 1)
    for start, width, end, color, text in (
        (NEW, BAR * cost.new_bytes / most, 0.0, YELLOW, told(cost.new_bytes, BYTES)),
        (TIME, time, time * spread, SILVER if busy else BLUE, told(cost.seconds, SECONDS)),
    ):
        axes.barh(y, width, SIDE, start, color=color)
        ends = [start + width - end, start + width + end]
        axes.plot(ends, [y, y], color=INK, lw=1.5, solid_capstyle="butt")
        axes.text(ends[1] + 0.07, y, text, fontsize=10, va="center")
