"""Runs as a list of blocks: what a notebook, a script and a page have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from ..language import mark
from ..lesson import GIVEN
from ..note import Note
from ..runs import Run, Step

CHAPTER = mark("Preliminaries")


@dataclass(frozen=True)
class Heading:
    """What a lesson or a section is about; ``run`` is there where it is that of a lesson."""

    title: str
    text: str
    run: Run | None = None

    @property
    def paragraphs(self) -> list[str]:
        """The text, a line for each paragraph."""
        return [" ".join(part.split()) for part in self.text.split("\n\n") if part]


@dataclass(frozen=True)
class Picture:
    """Where a run's picture belongs."""

    run: Run


Block = Heading | Step | Note | Picture


def blocks(run: Run) -> Iterator[Block]:
    """A run's heading, its steps and notes below those of its sections, and its picture.

    In a chapter each lesson brings all that it needs, as it does by itself.
    """
    lesson = run.lesson
    yield Heading(lesson.title, lesson.text, run)
    drawn, section = _drawn(run), GIVEN
    for item in run.items:
        if isinstance(item, Step) and item.cell.section != section:
            if section == drawn:
                yield Picture(run)
            section = item.cell.section
            about = lesson.sections[section]
            yield Heading(about.title, about.text)
        yield item
    if run.figure is not None and drawn in ("", section):
        yield Picture(run)


def _drawn(run: Run) -> str:
    """The section that the picture draws; empty where it is not among those that are shown."""
    if run.figure is None:
        return ""
    sections = import_module(f"d2lcli.pictures.{run.lesson.name}").SECTIONS
    return next((section.name for section in run.sections if section.name in sections), "")
