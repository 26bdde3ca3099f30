"""What d2l itself says about a section: a finding in one sentence, a table, or both.

No code stands for a note. It is computed from the run, so it is true for every input.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from .language import tr
from .values import Scalar


@dataclass(frozen=True)
class Column:
    """One column of a note's table.

    Attributes:
        name: the heading; empty for none.
        key: what JSON calls it, where that is not the heading. Without both, a first column is
            called "of" (what its row is about), a later one "verdict".
        values: one for each row. None shows nothing.
        form: how floats are written, such as ``.5f`` or ``+.1f``; empty for six significant digits
            in a common form.
        bar: a bar beside each number, on this scale.
        spare: whether it is left out first where the page is narrow.
    """

    name: str
    values: Sequence[Scalar]
    form: str = ""
    bar: Literal["", "linear", "log"] = ""
    spare: bool = False
    key: str = ""


@dataclass(frozen=True)
class Table:
    """Columns of equal length."""

    columns: tuple[Column, ...]

    @property
    def spoken(self) -> Table:
        """The same under headings in the language that is spoken."""
        return Table(tuple(replace(column, name=tr(column.name)) for column in self.columns))

    @property
    def rows(self) -> list[dict[str, Scalar]]:
        """One dictionary for each row, by the keys of the columns."""
        names = [c.key or c.name or ("verdict" if i else "of") for i, c in enumerate(self.columns)]
        values = zip(*(column.values for column in self.columns), strict=True)
        return [dict(zip(names, row, strict=True)) for row in values]


@dataclass(frozen=True)
class Note:
    """What d2l says about a section.

    Attributes:
        text: a finding, in whole sentences.
        table: what is to be read in rows.
        covers: whether the table holds all that the section's last cell showed, so that a page need
            not show it twice.
        data: what the section's picture draws besides the cells' variables, by name.
    """

    text: str = ""
    table: Table | None = None
    covers: bool = False
    data: Mapping[str, object] = field(default_factory=dict)

    def __repr__(self) -> str:
        """The finding, and how many rows the table has."""
        rows = f", {len(self.table.rows)} rows" if self.table else ""
        return f"<Note {self.text!r}{rows}>"


def table(*columns: Column) -> Table:
    """A table of these columns."""
    return Table(columns)
