"""Runs as a list of blocks: what a notebook, a script and a page have in common."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module

from ..lesson import GIVEN, Cell
from ..note import Note
from ..run import Run, Step

CHAPTER = "Preliminaries"


@dataclass(frozen=True)
class Heading:
    """What a lesson or a section is about.

    ``run`` is the lesson's own, where it is the heading of a lesson; ``name`` is that of the lesson
    or of the section.
    """

    title: str
    paragraphs: tuple[str, ...]
    name: str
    run: Run | None = None


@dataclass(frozen=True)
class Caption:
    """What is said about the step that follows."""

    text: str


@dataclass(frozen=True)
class Picture:
    """Where a run's picture belongs."""

    run: Run


Block = Heading | Caption | Step | Note | Picture


def blocks(runs: Iterable[Run]) -> Iterator[Block]:
    """All that there is to write of some runs, in order; see ``of``."""
    bound: dict[str, str] = {}
    for run in runs:
        yield from of(run, bound)


def of(run: Run, bound: dict[str, str]) -> Iterator[Block]:
    """A run's heading, its steps and notes below those of its sections, and its picture.

    Several runs are run in one namespace: what is given and is there already is not given again.

    Args:
        run: a run that is over.
        bound: the code that each name comes from in the runs before; those of this one are added.
    """
    lesson = run.lesson
    yield Heading(lesson.title, _paragraphs(lesson.text), lesson.name, run)
    section = GIVEN
    drawn = _drawn(run)
    for item in run.items:
        if isinstance(item, Note):
            yield item
            continue
        if item.cell.section != section:
            if section == drawn:
                yield Picture(run)
            section = item.cell.section
            yield from _heading(run, section)
        step = _new(item, bound) if section == GIVEN else item
        _bind(item.cell, bound)
        if step is not None:
            if step.cell.caption:
                yield Caption(step.cell.caption)
            yield step
    if run.figure is not None and drawn in ("", section):
        yield Picture(run)


def _heading(run: Run, name: str) -> Iterator[Heading]:
    section = run.lesson.sections[name]
    yield Heading(section.title, _paragraphs(section.text), name)


def _drawn(run: Run) -> str:
    """The section that the picture draws; empty where it is not among those that are shown."""
    if run.figure is None:
        return ""
    sections = import_module(f"d2lcli.pictures.{run.lesson.name}").SECTIONS
    return next((section.name for section in run.sections if section.name in sections), "")


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph)


# What is there already


def _new(step: Step, bound: dict[str, str]) -> Step | None:
    """A given step without what is there already; None where all of it is."""
    known = [node for node in step.cell.tree.body if _is_known(node, bound)]
    if not known:
        return step
    rest = [node for node in step.cell.tree.body if node not in known]
    if not rest:
        return None
    code = "\n".join(map(ast.unparse, rest))
    return replace(step, cell=replace(step.cell, code=code, tree=ast.Module(rest, [])))


def _is_known(node: ast.stmt, bound: dict[str, str]) -> bool:
    names = _names([node]) or [ast.unparse(node)]
    return all(bound.get(name) == ast.unparse(node) for name in names)


def _bind(cell: Cell, bound: dict[str, str]) -> None:
    for node in cell.tree.body:
        names = _names([node])
        if cell.section == GIVEN and not names:
            names = [ast.unparse(node)]  # a setting, such as the device
        bound |= dict.fromkeys(names, ast.unparse(node))


def _names(nodes: Sequence[ast.stmt]) -> list[str]:
    """Every name that these statements, or what is inside them, may bind."""
    found = []
    for node in (inner for outer in nodes for inner in ast.walk(outer)):
        match node:
            case ast.Name(id=name, ctx=ast.Store()):
                found.append(name)
            case ast.FunctionDef(name=name):
                found.append(name)
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                found += [alias.asname or alias.name.partition(".")[0] for alias in aliases]
    return found
