"""d2l from Python: ``d2lcli.run``."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from threading import RLock
from typing import Any, overload

from typer.main import get_command

from .errors import Misuse
from .inputs.devices import borrowed
from .outputs.terminal import Page, console
from .program import usage_sentence
from .record import Record
from .request import Request
from .runner import Step
from .show import perform


class Silent:
    """A view that shows nothing: what there is to see is in the record."""

    def open(self, *_: object) -> None:
        """Show nothing."""

    def step(self, *_: object) -> None:
        """Show nothing."""

    def close(self, *_: object) -> None:
        """Show nothing."""


class Run(Sequence[Step]):
    """The steps of a lesson that ran. It shows itself as a page: tables in a terminal, or HTML.

    ``variables`` are those that the lesson's code left, by name.
    """

    def __init__(self, record: Record) -> None:
        self._record = record

    @property
    def variables(self) -> Mapping[str, Any]:
        """What the lesson's names stand for after its last step."""
        return self._record.names

    @property
    def error(self) -> str | None:
        """What stopped the lesson, or was wrong with what it was given; None where all is well."""
        return str(self._record.refusal) if self._record.refusal is not None else None

    def __len__(self) -> int:
        return len(self._record.steps)

    @overload
    def __getitem__(self, index: int) -> Step: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Step]: ...

    def __getitem__(self, index: int | slice) -> Step | Sequence[Step]:
        return self._record.steps[index]

    def __iter__(self) -> Iterator[Step]:
        return iter(self._record.steps)

    def show(self, page: Page) -> None:
        """Print all of it."""
        page.replay(self._record)

    def __repr__(self) -> str:
        """The page, without colours, as wide as the terminal."""
        text = io.StringIO()
        screen = console(text)
        self.show(Page(screen))
        return text.getvalue().rstrip("\n")

    def _repr_html_(self) -> str:
        from .outputs.html import part

        return part(self._record)


def run(lesson: str, *topics: Any, **options: Any) -> Run:
    """See ``d2lcli.run``, which this is."""
    # What cells print and what they set belongs to the whole process: one lesson at a time.
    with ONE_AT_A_TIME:
        asked = request(lesson, topics, options)
        with borrowed():
            return Run(perform(asked, Silent()))


ONE_AT_A_TIME = RLock()
# Options of the command that take somebody at a terminal, or ask for what a Run is by itself.
ELSEWHERE = ("help", "interactive", "json", "predict", "step", "traceback")


@cache
def _program() -> Any:
    from .cli import app

    return get_command(app)


def request(lesson: str, topics: Sequence[Any], options: Mapping[str, Any]) -> Request:
    """The request, by way of the command line's own parser and checks."""
    program = _program()
    if not isinstance(lesson, str) or lesson not in program.lessons:
        raise Misuse(
            f"{lesson!r}: there is no such lesson; choose from {', '.join(program.lessons)}"
        )
    words = [lesson]
    for name, value in options.items():
        if name in ELSEWHERE:
            raise Misuse(f"{name}: this is for the command line; leave it out")
        words += [] if name == "shapes" else _words(name, value)
    words += ["--", *_shapes(options.get("shapes")), *map(_text, topics)]
    asked: list[Request] = []
    try:
        with program.make_context("d2l", words, obj=asked) as context:
            program.invoke(context)
    except Exception as error:
        if hasattr(error, "format_message"):
            raise Misuse(usage_sentence(error)) from None
        raise
    return asked[0]


def _words(name: str, value: object) -> list[str]:
    """An option and its value, as they are typed."""
    option = "--" + name.replace("_", "-")
    if value is None or (name == "force" and value is False):
        return []
    if name in ("force", "inplace") and isinstance(value, bool):
        return [option if value else f"--no-{name}"]
    return [f"{option}={_text(value)}"]


def _shapes(shapes: object) -> list[str]:
    """Shapes to broadcast: a list of them, or what a reader types."""
    if isinstance(shapes, Iterable) and not isinstance(shapes, str):
        return [_text(shape) for shape in shapes]
    return [] if shapes is None else str(shapes).split()


def _text(value: object) -> str:
    """A Python value as a reader types it."""
    return str(_plain(value)).removeprefix("torch.")


def _plain(value: object) -> object:
    """Numbers and lists of them, whatever kind of tensor, array, shape or tuple they are in."""
    if hasattr(value, "tolist"):
        return value.tolist()
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value
