"""One lesson, run: its steps and notes, and what they left."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .errors import Refusal
from .lesson import Cell, Lesson, Section
from .note import Note
from .request import Request
from .values import Result

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True)
class Failure:
    """An error that a cell was not meant to raise."""

    type: str
    message: str
    line: str  # the line of the cell that failed
    traceback: str

    @property
    def sentence(self) -> str:
        """The first line of the message, or the type where there is none."""
        lines = self.message.strip().splitlines()
        return lines[0] if lines else self.type


@dataclass(frozen=True)
class Step:
    """What came of one cell. ``images`` are png pictures that pyplot drew in it, where kept."""

    cell: Cell
    result: Result | None = None
    stdout: str = ""
    warnings: tuple[str, ...] = ()
    error: Failure | None = None
    images: tuple[bytes, ...] = ()


@dataclass
class Run:
    """One lesson, run: what views show, and what exported files are made from.

    ``items`` are the steps, each section's notes behind its last one; ``names`` are the variables
    that the cells left; ``refusal`` says what went wrong all the same, or on the way; ``faults``
    are the errors of notes, which are d2l's own. ``drawn_own``: whether the picture is of what was
    asked for, and not of the book's own numbers.
    """

    request: Request
    lesson: Lesson
    sections: list[Section]
    items: list[Step | Note] = field(default_factory=list)
    names: dict[str, Any] = field(default_factory=dict)
    figure: Figure | None = None
    drawn_own: bool = True
    refusal: Refusal | None = None
    faults: list[Exception] = field(default_factory=list)

    @property
    def steps(self) -> list[Step]:
        """What came of each cell."""
        return [item for item in self.items if isinstance(item, Step)]
