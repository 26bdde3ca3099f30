"""``d2l explain``: a message, a program's output through a pipe, or a program that it runs."""

from __future__ import annotations

import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, TYPE_CHECKING

from .errors import Misuse, Refusal, printable, quoted
from .language import mark, tr
from .lesson import NAMES, original

if TYPE_CHECKING:
    from .messages import Explained

KEPT = 10**7  # characters of a program's output that are kept, from its end: there is the message
LINE = 10**5  # characters of one line that are read at once


def titles() -> Mapping[str, str]:
    """Each topic of each lesson, as it is typed, and its title in English."""
    found = {"env": mark("The environment: what is installed, and what is missing")}
    for name in NAMES:
        found |= {f"{name} {s.name}": s.title for s in original(name).sections.values()}
    return found


def explain(text: str) -> None:
    """Print what the last error of ``text`` means.

    Raises:
        Refusal: it is not known; the nearest topics have been printed.
    """
    from . import messages
    from .views import help as page

    found = messages.explain(text)
    if found is not None:
        page.explain(found, tr(titles().get(found.topic, "")))
        return
    near = messages.nearest(text, titles())
    if near:
        page.unknown([(topic, tr(title)) for topic, title in near])
    before = messages.earlier(text)
    raise Refusal(_unknown(quoted(messages.headline(text).rstrip(":")), before, bool(near)))


def _unknown(message: str, before: Explained | None, near: bool) -> str:
    """What is said of a message that is not known; ``before`` is an earlier one that is."""
    if before is not None:
        return tr(
            "explain {message}: d2l does not know this message (it knows an earlier line, "
            "{earlier}); give all of it, as PyTorch wrote it, or look at the topics above"
            if near
            else "explain {message}: d2l does not know this message (it knows an earlier line, "
            "{earlier}); give all of it, as PyTorch wrote it, or look at d2l --help",
            message=message,
            earlier=quoted(before.message),
        )
    return tr(
        "explain {message}: d2l does not know this message; give all of it, as PyTorch wrote it, "
        "or look at the topics above"
        if near
        else "explain {message}: d2l does not know this message; give all of it, as PyTorch wrote "
        "it, or look at d2l --help",
        message=message,
    )


def piped() -> str:
    """What comes through the pipe, handed on as it comes; the end of it is kept.

    Raises:
        Misuse: nothing came.
        Refusal: it cannot be read.
    """
    try:
        text = _kept(_handed_on(sys.stdin, sys.stdout))
    except OSError as error:
        raise Refusal(
            tr(
                "explain: the input cannot be read ({reason}); give the message in quotes",
                reason=error.strerror,
            )
        ) from error
    if not text.strip():
        raise Misuse(
            tr(
                "explain: nothing came through the pipe; a traceback is written to stderr, so pipe "
                "that in too, with 2>&1"
            )
        )
    return text


def run(command: Sequence[str]) -> int:
    """Run a program, hand its output on, and explain the error that it ends in.

    Returns:
        The program's own exit code.

    Raises:
        Misuse: there is no such program.
    """
    try:
        program = subprocess.Popen(
            command, stderr=subprocess.PIPE, text=True, encoding="utf-8", errors="replace"
        )
    except OSError as error:
        raise Misuse(
            tr(
                "explain -- {program}: this program cannot be run ({reason}); check its name",
                program=quoted(command[0]),
                reason=error.strerror,
            )
        ) from error
    with program:
        assert program.stderr is not None
        text = _kept(_handed_on(program.stderr, sys.stderr))
    code = program.returncode
    if code and text.strip():
        try:
            explain(text)
        except Refusal as refusal:
            print(f"d2l: {refusal}", file=sys.stderr)  # noqa: T201
    # A program that a signal ended has the code that a shell gives it.
    return code if code >= 0 else 128 - code


def _handed_on(source: IO[str], target: IO[str] | None) -> Iterator[str]:
    """The lines of ``source``, written to ``target`` without what a terminal obeys."""
    while line := source.readline(LINE):
        if target is not None:
            target.write(printable(line))
            target.flush()
        yield line


def _kept(lines: Iterator[str]) -> str:
    """The last ``KEPT`` characters of these lines."""
    kept: deque[str] = deque()
    size = 0
    for line in lines:
        kept.append(line)
        size += len(line)
        while size > KEPT and len(kept) > 1:
            size -= len(kept.popleft())
    return "".join(kept)
