"""d2l from Python: ``d2lcli.run``."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from threading import RLock
from typing import Any, overload

from .errors import Misuse
from .inputs.devices import borrowed
from .language import tr
from .lesson import NAMES
from .note import Note
from .options import concept, declared, request
from .request import Request
from .runs import Run as Played
from .runs import Step
from .show import perform
from .words import enumerated

# What cells print and what they set belongs to the whole process: one lesson at a time.
ONE_AT_A_TIME = RLock()
# Options of the command that take somebody at a terminal, or ask for what a Run is by itself.
ELSEWHERE = ("help", "interactive", "json", "code", "show", "predict", "step", "traceback", "lang")
SHARED = ("device", "seed", "plot", "export", "force")


class Silent:
    """A view that shows nothing: what there is to see is in the run."""

    def open(self, run: Played) -> None:
        """Show nothing."""

    def step(self, step: Step) -> None:
        """Show nothing."""

    def note(self, note: Note) -> None:
        """Show nothing."""

    def close(self) -> None:
        """Show nothing."""


class Run(Sequence[Step]):
    """The steps of a lesson that ran. It shows itself as a page: tables in a terminal, or HTML."""

    def __init__(self, played: Played) -> None:
        self.played = played

    @property
    def variables(self) -> Mapping[str, Any]:
        """What the lesson's names stand for after its last step."""
        return self.played.names

    @property
    def notes(self) -> Sequence[Note]:
        """What d2l says about it."""
        return [item for item in self.played.items if isinstance(item, Note)]

    @property
    def error(self) -> str | None:
        """What stopped the lesson, or was wrong with what it was given; None where all is well."""
        return str(self.played.refusal) if self.played.refusal is not None else None

    def __len__(self) -> int:
        return len(self.played.steps)

    @overload
    def __getitem__(self, index: int) -> Step: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Step]: ...

    def __getitem__(self, index: int | slice) -> Step | Sequence[Step]:
        return self.played.steps[index]

    def __iter__(self) -> Iterator[Step]:
        return iter(self.played.steps)

    def __repr__(self) -> str:
        """The page, without colours, as wide as the terminal."""
        from .views.page import replay
        from .views.screen import console

        text = io.StringIO()
        replay(self.played, console(text))
        return text.getvalue().rstrip("\n")

    def _repr_html_(self) -> str:
        from .views.html import part

        return part(self.played)


def run(lesson: str, *topics: str, **options: Any) -> Run:
    """See ``d2lcli.run``, which this is."""
    with ONE_AT_A_TIME:
        wanted = asked(lesson, topics, options)
        with borrowed():
            return Run(perform(wanted, Silent()))


def asked(lesson: str, topics: Sequence[str], options: Mapping[str, Any]) -> Request:
    """The request: the same options and checks as on the command line."""
    if lesson not in NAMES:
        raise Misuse(
            tr(
                "{lesson}: there is no such lesson; choose from {names}",
                lesson=repr(lesson),
                names=enumerated(NAMES),
            )
        )
    known = declared(concept(lesson))
    own = {name: value for name, value in options.items() if name in known}
    for name in options:
        if name in ELSEWHERE:
            raise Misuse(tr("{name}: this is for the command line; leave it out", name=name))
        if name not in [*known, *SHARED]:
            raise Misuse(
                tr(
                    "{name}: {lesson} has no such option; choose from {names}",
                    name=name,
                    lesson=lesson,
                    names=enumerated([*known, *SHARED]),
                )
            )
    shared = {name: options[name] for name in SHARED if options.get(name) is not None}
    for name in ("plot", "export"):
        if name in shared:
            shared[name] = Path(shared[name])
    return request(lesson, own, tuple(map(str, topics)), **shared)
