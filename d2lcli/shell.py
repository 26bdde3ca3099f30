"""``d2l shell``: the commands without ``d2l``, and with one import of torch for all of them."""

from __future__ import annotations

import gc
import os
import shlex
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from .errors import ExitCode, quoted
from .inputs.devices import borrowed
from .keyboard import at_terminal, remembered
from .language import mark, speak, spoken, tr
from .program import Command, complain

if TYPE_CHECKING:
    from .program import Program

PROMPT = "d2l> "
BANNER = mark(
    "d2l's commands, such as derivative --h 0.01; help lists them, Tab completes, Ctrl-D leaves."
)
HISTORY = "shell"  # the file with the lines that were typed
LEAVING = ("exit", "exit()", "quit", "quit()", "q")
WORDS = " \t\n"  # what is between two words


class Shell:
    """Lines that are done as the command line would do them."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.found: list[str] = []  # what a word can be completed to

    def do(self, line: str) -> int:
        """Do what a line asks for; returns the exit code that it would have as a command.

        The words are parted as a shell does it, with quotes and ``~``. The first may be ``d2l``.
        """
        try:
            # Most words are no paths, and Path would change them.
            words = [os.path.expanduser(word) for word in shlex.split(line)]  # noqa: PTH111
        except ValueError:
            complain(
                tr(
                    "{line}: a quotation mark has no partner; close it, or leave it out",
                    line=quoted(line),
                )
            )
            return ExitCode.USAGE
        match words[1:] if words[:1] == ["d2l"] else words:
            case ["help", *rest]:
                words = [*rest, "--help"]
            case ["shell", *_]:
                complain(tr("shell: this is it already; Ctrl-D leaves"))
                return ExitCode.USAGE
            case words:
                pass
        language = spoken()
        code: int = self.program.main(words, prog_name="d2l", standalone_mode=False)
        speak(language)  # one line's --lang is no other's
        return code

    def candidates(self, before: str, text: str) -> list[str]:
        """What a word that begins with ``text`` may become, behind what is typed ``before`` it."""
        words = before.split()
        if words[:1] == ["d2l"]:
            del words[0]
        asks = words[:1] == ["help"]
        if words[asks:]:
            there = _words(self.program.get_command(None, words[asks]))
        else:
            there = [*self.program.commands, *([] if asks else ["help", "exit"])]
        return [word for word in there if word.startswith(text)]

    def complete(self, text: str, place: int) -> str | None:
        """As readline asks for it: the word at this place of ``candidates``."""
        if place == 0:
            import readline

            before = readline.get_line_buffer()[: readline.get_begidx()]
            self.found = self.candidates(before, text)
        return self.found[place] + " " if place < len(self.found) else None


def _words(command: Any) -> list[str]:
    """What may stand behind a command: its topics, and its options as they are typed."""
    if not isinstance(command, Command):
        return []
    topics = [name for rows in command.topics.values() for name, _ in rows]
    options = [
        word
        for parameter in command.params
        for word in [*parameter.opts, *parameter.secondary_opts]
        if word.startswith("-")
    ]
    return [*topics, *(["all"] if topics else []), *options, "--help"]


def interact(program: Program, ask: Callable[[str], str] = input) -> int:
    """Read and do lines until ``exit`` or Ctrl-D; Ctrl-C stops no more than a line.

    Lines may come through a pipe, too. Then nothing is shown but what they show. A line that fails
    does not stop those behind it, and Ctrl-C does.

    Args:
        program: the commands.
        ask: gives the line that is typed behind a prompt, and raises EOFError at the end.

    Returns:
        The exit code: 0, or through a pipe that of the first line that failed.
    """
    live, first = at_terminal(), 0
    if live:
        print(tr(BANNER), flush=True)  # noqa: T201
    shell = Shell(program)
    with borrowed(alone=True), remembered(HISTORY, shell.complete, WORDS):
        from .views import page  # noqa: F401  # the first lesson needs it, and should not wait

        # What is there by now is no garbage, and what readers make is (see prompt.py).
        gc.freeze()
        gc.enable()
        for line in _lines(ask, live):
            code = shell.do(line)
            if code == ExitCode.INTERRUPTED:
                if not live:
                    return code
                print()  # noqa: T201  # behind ^C
            first = first or code
    return ExitCode.FINE if live else first


def _lines(ask: Callable[[str], str], live: bool) -> Iterator[str]:
    """The lines until the last; at a terminal Ctrl-C drops the one that is being typed."""
    while True:
        try:
            line = ask(PROMPT if live else "").strip()
        except EOFError:
            if live:
                print()  # noqa: T201  # behind the prompt
            return
        except KeyboardInterrupt:
            if not live:
                raise
            print()  # noqa: T201
            continue
        if line in LEAVING:
            return
        if line:
            yield line
