"""What can go wrong on purpose: exit codes, and errors that are one sentence."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """The program's exit codes."""

    FINE = 0
    FAILED = 1  # it depends on tensors or on the machine: shapes, devices, files
    USAGE = 2  # the command line alone shows it
    INTERRUPTED = 130


def printable(text: str, kept: str = "\n\t") -> str:
    """``text`` with what a terminal would obey, and not show, as Python writes it; but ``kept``."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in kept else repr(c)[1:-1] for c in text)


def visible(name: str) -> str:
    """A file's name in one line: its line breaks and tabs are signs, too."""
    return printable(name, kept="")


def one_line(text: str) -> str:
    """``text`` in one line of printable characters."""
    return printable(" ".join(text.split()))


def quoted(text: str, most: int = 60) -> str:
    """A reader's text inside a sentence: not too long, and visible when it is empty."""
    line = one_line(text[: 2 * most])
    return (line if len(line) <= most else f"{line[:most]}…") if line else repr(text[:most])


class Refusal(ValueError):  # noqa: N818  # it refuses, it does not fail
    """Something that d2l does not do, as one sentence with the value, the reason and a way out."""

    code = ExitCode.FAILED

    def __init__(self, sentence: str, details: str = "") -> None:
        super().__init__(one_line(sentence))
        self.details = details  # a traceback, for --traceback


class Misuse(Refusal):
    """A refusal that the command line alone calls for."""

    code = ExitCode.USAGE


class Left(Exception):  # noqa: N818  # not an error
    """The reader has seen enough, and leaves a lesson on the way."""
