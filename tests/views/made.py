"""Runs of lessons that a test writes itself, so that it holds for more than today's lessons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from textwrap import dedent, indent

from d2lcli.inputs.devices import borrowed
from d2lcli.lesson import parse
from d2lcli.note import Note
from d2lcli.play import play
from d2lcli.request import Request
from d2lcli.runs import Run

HEAD = '''"""A made-up lesson: {name}.

Some text.

Book: 9.9 Nowhere
Page: first
Yours: d2l {name}
Next: d2l {name}
"""

{given}

'''
SECTION = '''
def {name}() -> None:
    """The {name} section."""
{cells}
'''


def made(
    folder: Path,
    *sections: str,
    given: str = "import torch",
    notes: Sequence[Note] = (),
    name: str = "made",
    **asked: object,
) -> Run:
    """The run of a lesson with these sections: first, second, and so on; ``notes`` come last."""
    text = HEAD.format(name=name, given=dedent(given).strip())
    for title, cells in zip(("first", "second", "third"), sections, strict=False):
        text += SECTION.format(name=title, cells=indent(dedent(cells).strip("\n"), "    "))
    file = folder / f"{name}.py"
    file.write_text(text, encoding="utf-8")
    lesson = parse(file)
    request = replace(Request(name, keep=True), **asked)  # type: ignore[arg-type] # fields by name
    run = Run(request, lesson, list(lesson.sections.values()))
    with borrowed():
        for _ in play(run):
            pass
    run.items += notes
    return run
