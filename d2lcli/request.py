"""What a reader asked for: a lesson, which of its sections, and with which values."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Protocol, runtime_checkable

from .errors import Misuse, quoted
from .language import mark, tr
from .lesson import Cell, Kind, Lesson, Section, written
from .words import enumerated

WIDE = 72  # columns of a line with several values
SHORT = 40  # signs of a value that is written into the code
VALUES = mark("The values of this run, yours to change.")


@dataclass(frozen=True)
class Request:
    """One lesson to show, as it was asked for.

    Attributes:
        lesson: its name.
        title: what is computed with which values: the head of the page.
        facts: what all results share, such as the dtype; device and seed are added.
        topics: names of sections, or ``all``.
        page: the sections of the default page, where the values ask for others than usual.
        values: what replaces a parameter or a function, by its name.
        options: the options that set them, as a reader types it, each with what it sets.
        unfit: why a section is left out, by its name: the values do not fit it.
        device: ``cpu``, ``cuda`` or ``cuda:N``; ``auto`` until a device has been chosen.
        seed: what random numbers begin with.
        plot: the file for the picture.
        export: the file for the run; ``force`` lets it replace an older one.
        draw: whether the picture is wanted without a file for it.
        keep: whether values are kept as a notebook shows them.
        needs: the bytes that the lesson is going to allocate, and the option they come from.
        refusal: what is wrong all the same, told when everything has been shown.
    """

    lesson: str
    title: str = ""
    facts: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    page: tuple[str, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    options: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unfit: Mapping[str, str] = field(default_factory=dict)
    device: str = "cpu"
    seed: int = 0
    plot: Path | None = None
    export: Path | None = None
    force: bool = False
    draw: bool = False
    keep: bool = False
    needs: tuple[int, str] = (0, "")
    refusal: str = ""

    @property
    def terse(self) -> bool:
        """Whether the default page is asked for: the answer first, and no captions."""
        return not self.topics


@runtime_checkable
class HasSource(Protocol):
    """A value that knows how a lesson writes it."""

    @property
    def source(self) -> str:
        """Python source of the value."""


@dataclass(frozen=True)
class Code:
    """A value that is Python source itself, such as ``torch.float32``."""

    source: str


@dataclass(frozen=True)
class Lines:
    """Lines that stand in the place of a definition, or of an assignment."""

    code: str

    def definition(self, name: str) -> str:  # noqa: ARG002
        """These lines."""
        return self.code


@runtime_checkable
class HasDefinition(Protocol):
    """A value that a lesson writes as a function."""

    def definition(self, name: str) -> str:
        """Python source of the function."""


def source(value: object) -> str:
    """A value as a lesson writes it."""
    if isinstance(value, HasSource):
        return value.source
    if isinstance(value, float) and not math.isfinite(value):
        return f"torch.{value}".replace("torch.-", "-torch.")
    return repr(value)


def choose(lesson: Lesson, request: Request) -> list[Section]:
    """The sections to show: those that are named, or else the default page.

    A reader's own values choose the main sections that they reach, or else the topics.

    Raises:
        Misuse: the lesson has no topic of that name, or an option reaches none of the sections.
    """
    there = list(lesson.sections.values())
    own = frozenset[str]().union(*request.options.values())
    for name in request.topics:
        if name not in [*lesson.sections, "all"]:
            raise Misuse(_unknown(name, lesson))
    if "all" in request.topics:
        chosen = there
    elif request.topics:
        chosen = [section for section in there if section.name in request.topics]
    elif request.page:
        chosen = [lesson.sections[name] for name in request.page]
    else:
        chosen = lesson.of(Kind.MAIN)
        reached = [section for section in chosen if own & section.takes]
        topics = [section for section in lesson.of(Kind.TOPIC) if own & section.takes]
        chosen = reached or topics or chosen if own else chosen
    if not request.refusal:
        _check_reach(lesson, request, chosen)
    elif not any(own & section.takes for section in chosen):
        # What cannot run is not tried: the page has the reason.
        chosen = [lesson.sections[name] for name in request.page]
    return chosen


def _check_reach(lesson: Lesson, request: Request, chosen: Sequence[Section]) -> None:
    for option, names in request.options.items():
        if not any(names & section.takes for section in chosen):
            reached = [s.name for s in lesson.sections.values() if names & s.takes]
            raise Misuse(
                tr(
                    "{option} has nothing to set in {sections}: it reaches {reached}; name one of "
                    "these topics",
                    option=option,
                    sections=" ".join(section.name for section in chosen),
                    reached=enumerated(reached),
                )
            )


def _unknown(name: str, lesson: Lesson) -> str:
    """What is said of a topic that is not there."""
    known = [*lesson.sections]
    near = get_close_matches(name, known, 1)
    if name == "picture":
        said = mark(
            "{lesson} has no topic {topic}; add --plot FILE for the picture, or choose from "
            "{topics}, or all"
        )
    elif re.fullmatch(r"[-+.\d]+", name):
        said = mark(
            "{lesson} has no topic {topic}; sizes and numbers have commas between them and no "
            "spaces; or choose from {topics}, or all"
        )
    elif re.search(r"[^\w-]|\d", name):
        said = mark(
            "{lesson} has no topic {topic}; a value needs its option, see d2l {lesson} --help; or "
            "choose from {topics}, or all"
        )
    elif near:
        said = mark(
            "{lesson} has no topic {topic}; did you mean {near}? choose from {topics}, or all"
        )
    else:
        said = mark("{lesson} has no topic {topic}; choose from {topics}, or all")
    return tr(
        said,
        lesson=lesson.name,
        topic=repr(quoted(name)),
        near="".join(near),
        topics=enumerated(known),
    )


def given(lesson: Lesson, request: Request, sections: Sequence[Section]) -> list[Cell]:
    """The cells before the first section: imports, the device, and the functions that are used."""
    cells = [lesson.imports]
    if request.device != "cpu":
        code = f'torch.set_default_device("{request.device}")'
        if ":" in request.device:
            # Tensors are made there; what is measured, and timed, is the current GPU.
            code = f'torch.cuda.set_device("{request.device}")\n{code}'
        cells.append(written(code))
    used = frozenset[str]().union(*(section.uses for section in sections))
    return cells + [own(cell, request) for cell in lesson.definitions if cell.defines in used]


def own(cell: Cell, request: Request) -> Cell:
    """The cell, or what a reader's own value puts in the place of the function it defines."""
    value = request.values.get(cell.binds)
    if not isinstance(value, HasDefinition):
        return cell
    return written(value.definition(cell.binds), cell.caption, cell.section)


def cells(section: Section, request: Request) -> list[Cell]:
    """The cells of a section, after one that sets its parameters."""
    sources = assigned(section, request)
    inline = {n: t for n, t in sources.items() if n in section.inline and len(t) <= SHORT}
    lines = [f"{name} = {text}" for name, text in sources.items() if name not in inline]
    values = [own(cell, request).with_values(inline) for cell in section.cells]
    if not lines:
        return values
    names, texts = zip(*(line.split(" = ", 1) for line in lines), strict=True)
    one = f"{', '.join(names)} = {', '.join(texts)}"
    code = one if len(one) <= WIDE else "\n".join(lines)
    return [written(code, tr(VALUES), section.name), *values]


def assigned(section: Section, request: Request) -> dict[str, str]:
    """The source of each parameter's value."""
    values = {"seed": request.seed, **request.values}
    found = {}
    for name, default in section.parameters.items():
        assert default is not None or name in values, f"{section.name} needs a value for {name}"
        found[name] = source(values[name]) if name in values else str(default)
    return found
