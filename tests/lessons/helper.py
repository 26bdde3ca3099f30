"""What tests ask of a lesson that ran."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from d2lcli.api import Run, run
from d2lcli.lesson import load
from d2lcli.note import Note
from d2lcli.values import Result

Rows = list[dict[str, Any]]


def played(lesson: str, *topics: str, **options: Any) -> Run:
    """A lesson that ran through, without a fault of d2l's own."""
    found = run(lesson, *topics, **options)
    assert found.played.faults == []
    return found


def shown(run: Run, code: str, section: str = "") -> list[Any]:
    """Each value that cells ending in this line gave."""
    return [
        _plain(step.result)
        for step in run
        if step.result is not None
        and step.cell.code.splitlines()[-1] == code
        and section in ("", step.cell.section)
    ]


def _plain(value: Any) -> Any:
    """A result's value; of several, the values."""
    if isinstance(value, Result):
        return _plain(value.value)
    return [*map(_plain, value)] if isinstance(value, list) else value


def shape(run: Run, code: str) -> list[Any]:
    """The shape of each value that cells ending in this line gave."""
    last = [step for step in run if step.cell.code.splitlines()[-1] == code]
    return [step.result.shape for step in last if step.result is not None]


def lines(run: Run) -> str:
    """All lines of code that ran."""
    return "\n".join(step.cell.code for step in run)


def printed(run: Run) -> str:
    """What the cells printed."""
    return "\n".join(step.stdout for step in run)


def texts(run: Run) -> str:
    """What the notes say in sentences."""
    return said(run.notes)


def said(notes: Iterable[Note]) -> str:
    """What notes say in sentences."""
    return " ".join(note.text for note in notes if note.text)


def tables(notes: Iterable[Note]) -> list[Rows]:
    """The rows of the notes' tables."""
    return [note.table.rows for note in notes if note.table is not None]


def asks(lesson: str, *sections: str) -> int:
    """How many questions ``--predict`` has for these sections."""
    cells = [cell for name in sections for cell in load(lesson).sections[name].cells]
    return sum(bool(cell.ask) for cell in cells)
