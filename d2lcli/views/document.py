"""Steps and notes as the JSON document of ``--json``."""

from __future__ import annotations

import ast
import json
import math
import platform
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from .. import __version__
from ..note import Note
from ..request import HasDefinition, assigned
from ..runs import Run, Step
from ..values import Scalar, plain

SCHEMA = 2


class Document:
    """A lesson's JSON document, step by step.

    ``contents`` gets the document as soon as the lesson begins.
    """

    def __init__(self, contents: list[dict[str, Any]]) -> None:
        self.contents = contents
        self.content: dict[str, Any] = {}
        self.steps: list[dict[str, Any]] = []

    def open(self, run: Run) -> None:
        """What there is to say besides the steps."""
        self.content = {
            "schema": SCHEMA,
            "command": run.lesson.name,
            "device": run.request.device,
            "seed": run.request.seed,
            "versions": {},
            "parameters": parameters(run),
            "steps": self.steps,
        }
        self.contents.append(self.content)

    def step(self, step: Step) -> None:
        """Add one step. ``result`` is null where the cell shows nothing."""
        error = step.error and {"type": step.error.type, "message": step.error.message}
        self.steps.append(
            {
                "section": step.cell.section,
                "caption": step.cell.caption,
                "code": step.cell.code,
                "result": None if step.result is None else plain(step.result),
                "stdout": step.stdout,
                "warnings": list(step.warnings),
                "measured": step.cell.measured,
                "error": error,
                "notes": [],
            }
        )
        if error:
            self.content["error"] = error

    def note(self, note: Note) -> None:
        """Add what d2l says to the step that it follows."""
        rows = None if note.table is None else [_row(row) for row in note.table.rows]
        self.steps[-1]["notes"].append({"text": note.text, "table": rows})

    def close(self) -> None:
        """Nothing to add: what a document has is in its steps."""


def _row(row: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """One row of a note's table. JSON has no numbers for nan and the infinities."""
    return {
        name: str(value) if isinstance(value, float) and not math.isfinite(value) else value
        for name, value in row.items()
    }


def parameters(run: Run) -> dict[str, object]:
    """What the shown sections were set to: numbers, texts and lists, or else Python source.

    Where two sections have defaults of their own, the first one's is told.
    """
    found: dict[str, object] = {}
    for section in run.sections:
        for name, source in assigned(section, run.request).items():
            found.setdefault(name, _literal(source))
    for name, value in run.request.values.items():
        if isinstance(value, HasDefinition) and any(name in s.takes for s in run.sections):
            found.setdefault(name, value.definition(name))
    found.pop("seed", None)  # it has a place of its own
    return found


def _literal(source: str) -> object:
    """The value that ``source`` is, where JSON has it."""
    try:
        value: object = ast.literal_eval(source)
        json.dumps(value, allow_nan=False)
    except (ValueError, TypeError, SyntaxError):
        return source
    return value


def versions() -> dict[str, str | None]:
    """The versions that a result depends on; torch's is None where no lesson imported it."""
    torch = sys.modules.get("torch")
    return {
        "d2lcli": __version__,
        "torch": str(getattr(torch, "__version__", "")) or None,
        "python": platform.python_version(),
    }


def text(contents: Sequence[dict[str, Any]], tour: bool) -> str:
    """One lesson's content, or a whole tour, as standard JSON in ASCII, without NaN."""
    for content in contents:
        content["versions"] = versions()
    whole = {"schema": SCHEMA, "command": "tour", "lessons": contents} if tour else contents[0]
    return json.dumps(whole, allow_nan=False, indent=1)
