"""Prose and tables in Markdown, as Jupyter and GitHub read it."""

from __future__ import annotations

import re

from ..language import tr
from ..note import Table
from .table import Cells, cells

ROWS = 40  # a table with more is cut to its edges
EDGE = 10


def prose(text: str) -> str:
    """``text`` in one line, with nothing in it that Markdown takes for a sign of its own."""
    line = " ".join(text.split())
    line = re.sub(r"([\\`*<$]|(?<![^\W_])_|_(?![^\W_])|(?<=\])\()", r"\\\1", line)
    # At its beginning there may be a heading, a quotation, or an item of a list.
    return re.sub(r"^(\d*)([#>+.)-])(?=[ #])", r"\1\\\2", line)


def table(content: Table) -> str:
    """A table, with numbers to the right."""
    columns = [cells(column) for column in content.columns]
    head = [_cell(column.name) for column in columns]
    line = ["--:" if column.numeric else ":--" for column in columns]
    rows = [list(row) for row in zip(*(map(_cell, _texts(c)) for c in columns), strict=True)]
    if len(rows) > ROWS:
        gap = [tr("⋮ {count} more", count=len(rows) - 2 * EDGE), *[""] * (len(columns) - 1)]
        rows = [*rows[:EDGE], gap, *rows[-EDGE:]]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, line, *rows])


def _texts(column: Cells) -> list[str]:
    return [text.strip() for text in column.texts] if column.numeric else column.texts


def _cell(text: str) -> str:
    # Spaces before a text make a tree, and Markdown would take them away.
    indent = "&nbsp;" * (len(text) - len(text.lstrip()))
    return indent + prose(text).replace("|", "\\|")
