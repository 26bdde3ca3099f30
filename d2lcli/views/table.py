"""Tables: numbers to the right in aligned columns, texts to the left, bars beside them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rich import box
from rich.bar import Bar
from rich.cells import cell_len
from rich.console import RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from ..language import tr
from ..note import Column, Table
from ..values import Scalar
from ..words import enumerated
from .numbers import align
from .screen import BAD, BAR, FAINT, GOOD, Screen

ROWS = 16  # a table with more is cut to its edges
EDGE = 3
GAP = 3  # between two columns
WORD = 24  # a text that is longer may be folded
DIGITS = 6  # significant digits of floats that have no form of their own
BARS = range(6, 21)  # how wide bars may be


@dataclass(frozen=True)
class Cells:
    """A column as text: how wide it has to be to break no word or number, and would be.

    ``shares`` are the lengths of the bars beside it, from 0 to 1, where it has any.
    """

    name: str
    texts: list[str]
    numeric: bool
    least: int
    wanted: int
    shares: list[float] | None = None
    spare: bool = False


def cells(column: Column, plain: Callable[[str], str] = str) -> Cells:
    """The texts of a column: numbers aligned at their points, or written in the column's form.

    ``plain`` writes a text in the signs of a terminal: ∞ may be as long as three of them.
    """
    values = list(column.values)
    numeric = any(_is_number(value) for value in values)
    if column.form or not all(_is_number(value) or value is None for value in values):
        texts = [_text(value, column.form) for value in values]
    else:
        found = align([v for v in values if isinstance(v, int | float)], DIGITS)
        texts = ["" if value is None else found.pop(0) for value in values]
    name, texts = plain(column.name), [*map(plain, texts)]
    longest = max(map(cell_len, texts), default=0)
    least = max(longest if numeric else min(longest, WORD), *map(cell_len, [*name.split()]), 0)
    shares = _shares(values, column.bar) if column.bar else None
    wanted = max(longest, cell_len(name))
    return Cells(name, texts, numeric, least, wanted, shares, column.spare)


def _is_number(value: Scalar) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _text(value: Scalar, form: str) -> str:
    """One value in its column's form. Truth values and texts have none."""
    match value:
        case None:
            return ""
        case bool():
            return tr("yes") if value else tr("no")
        case float() if math.isfinite(value):
            return format(value, form or ".6g").replace("-", "−" if form.startswith("+") else "-")
        case int() if "," in form:
            return format(value, ",")
    return str(value)


def _shares(values: Sequence[Scalar], scale: str) -> list[float]:
    """How long the bar of each value is, beside that of the largest; without a value it is 0.

    On a logarithmic scale, bars begin one decade below the smallest value.
    """
    sizes = [abs(float(v)) if isinstance(v, int | float) else 0.0 for v in values]
    known = [size for size in sizes if 0 < size < math.inf]
    if scale == "log":
        lowest = math.log10(min(known, default=1)) - 1
        lengths = {size: math.log10(size) - lowest for size in known}
    else:
        lengths = {size: size for size in known}
    longest = max(lengths.values(), default=1)
    return [lengths.get(size, 0) / longest for size in sizes]


def lines(table: Table, screen: Screen, width: int) -> list[Text]:
    """The lines of a table that is at most ``width`` wide.

    Where it is too wide, spare columns are left out and counted; then it is continued below, behind
    its first column.
    """
    kept, count, left_out = _cut(table)
    shown = [cells(column, screen.plain) for column in kept]
    spare = [column for column in reversed(shown) if column.spare]
    hidden = []
    while spare and not _fits(shown, width):
        hidden.append(spare.pop(0))
        shown.remove(hidden[-1])
    first, *others = shown
    # The mark of rows that are left out stands in the first column, whole.
    room = max(first.least, cell_len(left_out))
    first = replace(first, least=room, wanted=max(first.wanted, room))
    bands = [[first]]
    for column in others:
        if len(bands[-1]) > 1 and not _fits([*bands[-1], column], width):
            bands.append([first])
        bands[-1].append(column)
    found: list[Text] = []
    for band in bands:
        found += screen.rendered(_band(band, screen, width, left_out, count), width)
    if hidden:
        names = enumerated([column.name for column in reversed(hidden)])
        told = screen.text(tr("left out, too narrow a page: {columns}", columns=names), FAINT)
        found += screen.folded([told], width)
    return found


def _cut(table: Table) -> tuple[list[Column], int, str]:
    """The columns, cut to the edges of long ones; the place of the gap, and what it says."""
    length = len(table.columns[0].values)
    if length <= ROWS:
        return list(table.columns), -1, ""
    edges = [
        replace(column, values=[*column.values[:EDGE], *column.values[-EDGE:]])
        for column in table.columns
    ]
    return edges, EDGE, tr("⋮ {count} more", count=length - 2 * EDGE)


def _band(columns: list[Cells], screen: Screen, width: int, left_out: str, gap: int) -> RichTable:
    """One table of columns that fit side by side."""
    widths = _widths(columns, width)
    bars = sum(column.shares is not None for column in columns)
    free = width - sum(widths) - GAP * (len(widths) - 1)
    bar = min(BARS[-1], free // max(bars, 1) - GAP)
    table = RichTable(
        box=None if not any(column.name for column in columns) else box.SIMPLE_HEAD,
        padding=(0, GAP - 1, 0, 0) if screen.ascii else (0, GAP - 2, 0, 1),
        pad_edge=False,
        show_edge=False,
        header_style="bold",
        show_header=any(column.name for column in columns),
    )
    for column, wide in zip(columns, widths, strict=True):
        justify = "right" if column.numeric else "left"
        name = screen.text(column.name)
        table.add_column(name, justify=justify, overflow="fold", width=wide)  # type: ignore[arg-type] # one of rich's words
        if column.shares is not None and bar in BARS:
            table.add_column("", width=bar)
    for index in range(len(columns[0].texts)):
        if index == gap:
            table.add_row(screen.text(left_out))
        row: list[RenderableType] = []
        for column in columns:
            row.append(_cell(column.texts[index], screen))
            if column.shares is not None and bar in BARS:
                row.append(_bar(column.shares[index], bar, screen))
        table.add_row(*row)
    return table


def _bar(share: float, width: int, screen: Screen) -> RenderableType:
    """A bar over this share of ``width``."""
    if screen.ascii:
        return screen.text("#" * round(share * width), BAR)
    return Bar(1, 0, share, width=width, color=BAR)


def _cell(text: str, screen: Screen) -> Text:
    styles = {"✓": GOOD, "✗": BAD, tr("yes"): "bold", "True": "bold"}
    return screen.text(text, styles.get(text, ""))


def _fits(columns: Sequence[Cells], room: int) -> bool:
    return sum(column.least + GAP for column in columns) - GAP <= room


def _widths(columns: Sequence[Cells], room: int) -> list[int]:
    """Widths that make a table no wider than ``room``: what each column needs, then what it wants.

    Two columns that do not even fit side by side share the room, and are folded.
    """
    if not _fits(columns, room):
        first = min(columns[0].least, max(room // 2 - GAP, 1))
        return [first, *(max(room - first - GAP, 1) for _ in columns[1:])]
    spare = room - sum(column.least + GAP for column in columns) + GAP
    widths = []
    for column in columns:
        more = min(column.wanted - column.least, spare)
        widths.append(column.least + more)
        spare -= more
    return widths
