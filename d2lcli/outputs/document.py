"""Steps as the JSON document of ``--json``."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Sequence
from typing import Any

from .. import __version__
from ..results import Result, plain
from ..runner import Lesson, Section, Step
from ..request import Request, parameters

SCHEMA = 1


class Document:
    """A lesson's JSON document, step by step."""

    def __init__(self) -> None:
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

    def step(self, step: Step) -> None:
        """Add one step. ``result`` is null where the cell shows nothing."""
        error = step.error and {"type": step.error.type, "message": step.error.message}
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
        # Only now has the lesson imported torch, if it does.
        self.content["versions"] = versions()
        if error:
            self.content["error"] = error

    def close(self, questions: Sequence[Section]) -> None:
        """Nothing to add: what a document has is in its steps."""


def versions() -> dict[str, str | None]:
    """The versions that a result depends on; torch's is None where no lesson imported it."""
    torch = sys.modules.get("torch")
    return {
        "d2lcli": __version__,
        "torch": str(torch.__version__) if torch is not None else None,
        "python": platform.python_version(),
    }


def text(content: dict[str, Any]) -> str:
    """``content`` as text: standard JSON, so without NaN and Infinity."""
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1)
