"""Pages that no lesson makes: help, ``explain`` and ``env``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.table import Column as RichColumn
from rich.table import Table

from ..language import MESSAGES, tr
from ..messages import Explained
from ..note import Column
from ..note import Table as Rows
from . import table
from .screen import BAD, FAINT, GOOD, HEADING, PROSE, Screen, console

NARROW = 50  # columns with no room for two of words
Pairs = Sequence[tuple[str, str]]  # what is typed or named, and what it is


def contents(title: str, text: str, groups: Mapping[str, Pairs]) -> None:
    """What there is: a title, a text, and rows under headings."""
    screen = Screen(console())
    screen.print()
    screen.prose(title, HEADING)
    for paragraph in filter(None, text.split("\n\n")):
        screen.prose(paragraph)
    for heading, rows in groups.items():
        screen.print()
        screen.prose(heading, HEADING)
        _pairs(screen, rows)


def _pairs(screen: Screen, rows: Pairs) -> None:
    grid = Table.grid(
        RichColumn(overflow="fold"), RichColumn(overflow="fold"), padding=(0, 3, 0, 0)
    )
    for left, right in rows:
        grid.add_row(screen.text(left, FAINT), screen.text(right))
    screen.print(*screen.rendered(grid, screen.width))


def explain(found: Explained, title: str) -> None:
    """A message of PyTorch: what it means, what helps, and the topic that shows it."""
    screen = Screen(console())
    _part(screen, tr("The message"), found.message)
    _part(screen, tr("What it means"), found.reason)
    if found.table:
        columns = [
            Column(tr(name, MESSAGES), [row[name] for row in found.table])
            for name in found.table[0]
        ]
        screen.print(*table.lines(Rows(tuple(columns)), screen, screen.width - 2), indent=2)
    if found.helps:
        _part(screen, tr("What helps"), found.way_out)
        _ways(screen, found.ways)
    if found.command:
        screen.print()
        _pairs(screen, [(found.command, title)])


def _ways(screen: Screen, ways: Pairs) -> None:
    """Signs at the left, and beside each what helps then; below it where there is no room."""
    if screen.width < NARROW:
        for sign, remedy in ways:
            screen.prose(sign, indent=1)
            screen.prose(remedy, indent=3)
        return
    room = min(screen.width, PROSE) - 2
    grid = Table.grid(
        RichColumn(max_width=room * 2 // 5, overflow="fold"),
        RichColumn(overflow="fold"),
        padding=(0, 3, 0, 0),
    )
    for sign, remedy in ways:
        grid.add_row(screen.text(sign), screen.text(remedy))
    screen.print(*screen.rendered(grid, room), indent=2)


def _part(screen: Screen, heading: str, text: str) -> None:
    screen.print()
    screen.prose(heading, HEADING)
    if text:
        screen.prose(text)


def unknown(nearest: Pairs) -> None:
    """Topics that may be about a message that is not known."""
    screen = Screen(console())
    screen.print()
    screen.prose(tr("The nearest topics"), HEADING)
    _pairs(screen, [(f"d2l {topic}", title) for topic, title in nearest])


def report(lines: Sequence[tuple[str, str, str]]) -> None:
    """What a check found: a mark, what was looked at, and what was found, on each line."""
    screen = Screen(console())
    styles = {"✓": GOOD, "✗": BAD}
    grid = Table.grid(
        RichColumn(), RichColumn(overflow="fold"), RichColumn(overflow="fold"), padding=(0, 2, 0, 0)
    )
    for mark, name, told in lines:
        grid.add_row(
            screen.text(mark, styles.get(mark, FAINT)), screen.text(name), screen.text(told)
        )
    screen.print()
    screen.print(*screen.rendered(grid, screen.width))
