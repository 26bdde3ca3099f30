"""Steps as the JSON document of ``--json``."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Sequence
from typing import Any

from .. import __version__
from ..request import Request, parameters
from ..results import Result, plain
from ..runner import Lesson, Section, Step

SCHEMA = 1


class Document:
    """A lesson's JSON document, step by step.

    ``contents`` gets the document as soon as the lesson begins.
    """

    def __init__(self, contents: list[dict[str, Any]]) -> None:
        self.contents = contents
        self.content: dict[str, Any] = {}
        self.steps: list[dict[str, Any]] = []

    def open(self, request: Request, lesson: Lesson) -> None:
        """What there is to say besides the steps."""
        self.content = {
            "schema": SCHEMA,
            "command": lesson.name,
            "device": request.device,
            "seed": request.seed,
            "versions": {},
            "parameters": parameters(request, lesson),
            "steps": self.steps,
        }
        self.contents.append(self.content)

    def step(self, step: Step) -> None:
        """Add one step. ``result`` is null where the cell shows nothing."""
        error = step.error and {
            "type": step.error.type,
            "message": step.error.message,
        }
        self.steps.append(
            {
                "section": step.cell.section,
                "caption": step.cell.caption,
                "code": step.cell.code,
                "result": plain(step.result) if isinstance(step.result, Result) else None,
                "stdout": step.stdout,
                "warnings": list(step.warnings),
                "measured": step.cell.measured,
                "error": error,
            }
        )
        if error:
            self.content["error"] = error

    def close(self, questions: Sequence[Section]) -> None:
        """Nothing to add: what a document has is in its steps."""


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
