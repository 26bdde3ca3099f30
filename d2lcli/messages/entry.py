"""What is known of one message: its words, the reason, the way out, and what raises it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..language import mark
from ..words import sentences

Row = dict[str, int | str]


# The columns of a table, besides those that the message itself names.
HEADINGS = (mark("axis"), mark("target"), mark("value"), mark("verdict"))
# Words that PyTorch chooses from, and that stand in an explanation as they are.
CHOSEN = frozenset(
    (
        mark("fewer"),
        mark("more"),
        mark("more than one value"),
        mark("no values"),
        mark("replica"),
        mark("DataLoader worker process"),
        mark("pin memory thread"),
    )
)


@dataclass(frozen=True)
class Found:
    """What a message says, and what stands above it in a program's output."""

    fields: Mapping[str, str]
    type: str = ""  # the error's name, "" where only the message was given
    line: str = ""  # the reader's own line that failed
    code: str = ""  # all source lines of the traceback, the last frame's last
    before: str = ""  # what was printed before the error

    def __getitem__(self, name: str) -> str:
        return self.fields[name]

    def number(self, name: str) -> int:
        """A field that is a whole number.

        Raises:
            KeyError: The message was cut off before it.
        """
        return int(self.fields[name])

    def shape(self, name: str) -> list[int]:
        """A field that is a shape.

        Raises:
            KeyError: The message was cut off before it.
        """
        return [int(size) for size in re.findall(r"-?\d+", self.fields[name])]

    def calls(self, *names: str) -> bool:
        """Whether one of the functions is called in the traceback's lines."""
        return any(re.search(rf"\b{re.escape(name)}\(", self.code) for name in names)


Fields = Callable[[Found], Mapping[str, str]]
Rows = Callable[[Found], list[Row]]


@dataclass(frozen=True)
class Way:
    """One cause among several: the sign by which a reader knows it, and what helps then.

    Where the traceback proves signs, by ``when``, only their ways are told. A way with a field that
    a message does not have is not told either.
    """

    sign: str  # "in optimizer.step()"
    remedy: str  # a sentence
    when: Callable[[Found], bool] | None = None  # that the traceback has this sign for certain


@dataclass(frozen=True)
class Entry:
    """What one message means.

    The texts name fields of the pattern, and of what ``more`` makes of them: ``{a}``. A sentence
    whose fields a message does not have, since it was cut off, is left out.
    """

    pattern: str | tuple[str, ...]  # torch's words, as `template.Template` reads them; older ones
    topic: str  # lesson and topic, "broadcast misfit"; "env"; "" where no lesson shows it
    reason: str
    way_out: str
    example: str | None = None  # Python that raises it with the installed torch
    since: tuple[int, int] = (2, 0)  # the oldest torch whose words the example is known to give
    recorded: tuple[str, ...] = ()  # texts of it that cannot be raised here, as PyTorch wrote them
    when: Callable[[Found], bool] | None = None  # only where this holds
    more: Fields | None = None  # fields made of the message's
    table: Rows | None = None
    command: str = ""  # what shows it with the reader's own numbers: "broadcast {a} {b}"
    ways: tuple[Way, ...] = ()  # where causes differ: below ``way_out``, which is for all of them

    @property
    def patterns(self) -> tuple[str, ...]:
        """The wordings, one after another."""
        return (self.pattern,) if isinstance(self.pattern, str) else self.pattern


@dataclass(frozen=True)
class Explained:
    """A message that was found in a text, with its own sizes and names in the explanation.

    ``ways`` are pairs of a sign and what helps then; with one cause alone there are none.
    """

    message: str
    topic: str
    reason: str
    way_out: str
    table: list[Row] = field(default_factory=list)  # axis by axis, where the message names sizes
    command: str = ""  # the line of d2l that shows it live, "" where none does
    ways: list[tuple[str, str]] = field(default_factory=list)

    @property
    def helps(self) -> str:
        """All that helps, in one line: each sign, a colon, and what helps then."""
        return sentences(self.way_out, *(f"{sign}: {remedy}" for sign, remedy in self.ways))
