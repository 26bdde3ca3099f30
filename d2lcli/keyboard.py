"""Lines that somebody types, with history and completion where Python has readline."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import typer

LINES = 1000  # that a history keeps


def at_terminal() -> bool:
    """Whether somebody sits there: both standard input and standard output are a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def line() -> str:
    """The next line of standard input, as the terminal itself edits it.

    An answer to a question is no command: readline would complete it, and keep it in a history.

    Raises:
        EOFError: there is no more to come.
    """
    typed = sys.stdin.readline()
    if not typed:
        raise EOFError
    return typed.removesuffix("\n")


@contextmanager
def remembered(
    name: str, complete: Callable[[str, int], str | None], ends: str | None = None
) -> Iterator[None]:
    """Let ``input`` complete words, and remember lines in the file of this name.

    The history and the completion of a prompt around this one come back afterwards.

    Args:
        name: of a file in d2l's own folder. Where it cannot be read or written, nothing is said.
        complete: the n-th word that begins with a text, None where there is none.
        ends: the signs between two words, where they are not those of Python.
    """
    try:
        import readline
    except ImportError:  # not everywhere; the prompt does without
        yield
        return
    history = Path(typer.get_app_dir("d2l")) / name
    completer, delimiters = readline.get_completer(), readline.get_completer_delims()
    count = readline.get_current_history_length()
    before = [readline.get_history_item(place) for place in range(1, count + 1)]
    libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")
    readline.set_completer(complete)
    readline.set_completer_delims(delimiters if ends is None else ends)
    readline.clear_history()
    with suppress(OSError):
        readline.read_history_file(history)
    try:
        yield
    finally:
        readline.set_history_length(LINES)
        with suppress(OSError):
            history.parent.mkdir(parents=True, exist_ok=True)
            readline.write_history_file(history)
        readline.clear_history()
        for typed in before:
            readline.add_history(typed)
        readline.set_completer(completer)
        readline.set_completer_delims(delimiters)
