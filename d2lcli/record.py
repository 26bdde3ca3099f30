"""A run that is over: what was asked for, the steps, and what they left behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .errors import Refusal
from .request import PICTURE, Request
from .runner import Lesson, Section, Step

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass
class Record:
    """One lesson, run. Exported files, and what `run` of the library gives, are made from it.

    ``questions`` are those that the lesson answers but did not show; ``names`` are the variables
    that the cells left; ``refusal`` says what went wrong all the same, or on the way.
    """

    request: Request
    lesson: Lesson
    questions: Sequence[Section] = ()
    steps: list[Step] = field(default_factory=list)
    names: dict[str, Any] = field(default_factory=dict)
    refusal: Refusal | None = None

    @property
    def figure(self) -> Figure | None:
        """The picture, where it was drawn."""
        drawn = any(step.cell.section == PICTURE for step in self.steps)
        return self.names.get("figure") if drawn else None
