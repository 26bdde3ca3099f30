"""Runs as files to take away: what a notebook, a script and a page have in common."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap

from ..inputs.files import own_work
from ..record import Record
from ..request import PICTURE
from ..runner import SETUP, Step, uses
from .saving import written

WIDTH = 76  # of comments


@dataclass(frozen=True)
class Block:
    """A paragraph or heading in Markdown, or code with the step that it came from.

    The picture's cells are one block, with the step of the last of them.
    """

    source: str
    step: Step | None = None


def save(records: Sequence[Record], path: Path, force: bool) -> None:
    """Write one lesson, or a chapter of them, to ``path``; its ending chooses the format.

    Raises:
        Refusal: the file cannot be written, or is there by now and ``force`` is not given. An older
            file is still there, whole.
    """
    match path.suffix.lower():
        case ".ipynb":
            from .notebook import notebook as text
        case ".py":
            from .script import script as text
        case _:
            from .html import page as text
    # A name that the page tells of a file may be in no encoding at all.
    content = text(records).encode(errors="replace")
    # A run can take as long as a class, and the file has come meanwhile.
    own_work("--export", path, force)
    with written("--export", "file", path) as file:
        file.write(content)


def blocks(records: Sequence[Record]) -> Iterator[Block]:
    """What to write, in order. Several lessons are a chapter, with a table of contents.

    A chapter is run in one namespace, and a definition that is there already is not repeated.
    """
    chapter = len(records) > 1
    if chapter:
        lines = [f"- [{r.lesson.title}](#{_anchor(r.lesson.title)})" for r in records]
        yield Block("# Preliminaries\n\n" + "\n".join(lines))
    bound: dict[str, str] = {}  # the code that each name comes from
    for record in records:
        yield from _lesson(record, "##" if chapter else "#", bound)


def _lesson(record: Record, level: str, bound: dict[str, str]) -> Iterator[Block]:
    lesson = record.lesson
    parts = [f"{level} {lesson.title}", *map(markdown, lesson.text.split("\n\n"))]
    parts.append(f"*In the book: {markdown(lesson.notes['Book'])}*")
    yield Block("\n\n".join(filter(None, parts)))
    section = SETUP
    drawing: list[str] = []
    for step in record.steps:
        cell, text = step.cell, []
        if cell.section != section:
            section = cell.section
            heading = lesson.sections[section]
            text = [f"{level}# {heading.title}", *map(markdown, heading.text.split("\n\n"))]
        names = uses(cell.tree)[1]  # which it binds
        here = ast.dump(cell.tree)
        repeated = names and _defines(cell.tree) and all(bound.get(n) == here for n in names)
        bound |= dict.fromkeys(names, here)
        if section == PICTURE:
            if any(text):
                yield Block("\n\n".join(filter(None, text)))
            if not repeated:
                drawing.append("\n".join([*comment(cell.caption), cell.code]))
            continue
        if cell.caption and not repeated:
            text.append(markdown(cell.caption))
        if any(text):
            yield Block("\n\n".join(filter(None, text)))
        if not repeated:
            yield Block(cell.code, step)
    if drawing:
        yield Block("\n\n".join(drawing), record.steps[-1])


def _defines(tree: ast.Module) -> bool:
    """Whether there is nothing but imports, functions, and constants written out."""
    return all(
        isinstance(node, ast.Import | ast.ImportFrom | ast.FunctionDef)
        or (isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict))
        for node in tree.body
    )


def comment(text: str) -> list[str]:
    """``text`` as lines of a comment; none where it is empty."""
    return [f"# {line}" for line in wrap(text, WIDTH)]


def markdown(text: str) -> str:
    """``text`` in one line, with nothing in it that Markdown takes for a sign of its own."""
    return re.sub(r"([\\`*<$])", r"\\\1", " ".join(text.split()))


def _anchor(title: str) -> str:
    """What Jupyter calls the place of a heading."""
    return title.replace(" ", "-")
