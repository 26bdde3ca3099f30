"""What a reader asked for: a lesson, which of its sections, and with which values."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from . import runner
from .errors import Misuse, quoted

LESSONS = Path(__file__).with_name("lessons")
TOUR = (
    "tensor",
    "broadcast",
    "memory",
    "linalg",
    "norm",
    "derivative",
    "autograd",
    "dice",
)
PICTURE = "picture"  # the section that draws, run only with --plot


@dataclass(frozen=True)
class Request:
    """One lesson to show, as the command line asked for it.

    ``values`` is Python source by parameter or definition, ``options`` the option that set it, as a
    reader types it; ``topics`` are names of sections, or ``all``; ``needs`` are the bytes that the
    lesson is going to allocate, and the option they come from. ``force`` lets the export replace a
    file, ``draw`` asks for the picture
    without a file for it. ``refusal`` is what is wrong all the same, told when everything has been
    shown.
    """

    lesson: str
    topics: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    device: str = "cpu"
    seed: int = 0
    plot: Path | None = None
    export: Path | None = None
    force: bool = False
    draw: bool = False
    needs: tuple[int, str] = (0, "")
    refusal: str = ""


def load(name: str) -> runner.Lesson:
    """The lesson of this name."""
    return runner.parse(LESSONS / f"{name}.py")


def title(name: str) -> str:
    """The title of this lesson, by reading no more than the first line of its file."""
    with (LESSONS / f"{name}.py").open(encoding="utf-8") as file:
        return file.readline().strip('"\n').rstrip(".")


def topics(lesson: runner.Lesson) -> list[runner.Section]:
    """The sections that a reader can ask for by name."""
    return [section for name, section in lesson.sections.items() if name != PICTURE]


def choose(lesson: runner.Lesson, request: Request) -> list[runner.Section]:
    """The sections to show: those that are named, or the main line where none is; then the picture.

    Raises:
        Refusal: the lesson has no topic of that name, or an option reaches none of the sections.
    """
    there = topics(lesson)
    known = [section.name for section in there]
    for name in request.topics:
        if name not in [*known, "all"]:
            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}? " if near else ""
            if re.fullmatch(r"[-+.\d]+", name):
                hint = "sizes and numbers have commas between them and no spaces; or "
            elif re.search(r"[^\w-]|\d", name):
                hint = f"a value needs its option, see d2l {lesson.name} --help; or "
            if name == PICTURE and PICTURE in lesson.sections:
                hint = "add --plot FILE for the picture, or "
            raise Misuse(
                f"{lesson.name} has no topic {quoted(name)!r}; {hint}"
                f"choose from {', '.join(known)}, or all"
            )
    if "all" in request.topics:
        chosen = there
    elif request.topics:
        chosen = [section for section in there if section.name in request.topics]
    else:
        chosen = [section for section in there if not section.is_question]
    drawn = request.plot is not None or request.export is not None or request.draw
    if drawn and PICTURE in lesson.sections:
        chosen = [*chosen, lesson.sections[PICTURE]]
    for name, option in ({} if request.refusal else request.options).items():
        if not any(name in lesson.reads(section) for section in chosen):
            reached = ", ".join(s.name for s in there if name in lesson.reads(s))
            raise Misuse(
                f"{option} has nothing to set in {', '.join(request.topics) or 'the main line'}: "
                f"it reaches {reached}; name one of these topics too"
            )
    return chosen


def parameters(request: Request, lesson: runner.Lesson) -> dict[str, object]:
    """What the chosen sections are run with: numbers, or else their Python source."""
    found: dict[str, object] = {}
    for section in choose(lesson, request):
        for name, default in section.parameters.items():
            source = request.values.get(name, default)
            if source is not None:
                found[name] = _value(source)
        for name in request.values.keys() & lesson.definitions.keys() & lesson.reads(section):
            found[name] = _value(request.values[name])
    return found


def _value(source: str) -> object:
    """A number as such, an infinite one by its name; of a function, what it returns."""
    tree = ast.parse(source).body[0]
    if isinstance(tree, ast.FunctionDef):
        returned = tree.body[-1]
        return (
            ast.unparse(returned.value)
            if isinstance(returned, ast.Return) and returned.value
            else ""
        )
    try:
        return ast.literal_eval(source)
    except ValueError:
        infinite = re.fullmatch(r'float\("(-?inf)"\)', source)
        return infinite[1] if infinite else source
