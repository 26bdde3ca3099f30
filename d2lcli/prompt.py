"""The Python prompt of ``-i``: the lesson's variables, and results as the lesson shows them."""

from __future__ import annotations

import builtins
import code
import gc
import sys
from contextlib import suppress
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import typer

from . import library
from .errors import Refusal
from .outputs.terminal import Page, console
from .record import Record
from .results import snapshot
from .show import perform

HISTORY = "history"  # the file with the lines that were typed
LINES = 1000  # that it keeps


class Prompt(code.InteractiveConsole):
    """The standard library's prompt, with the lesson's own way of showing a value."""

    def __init__(self, record: Record) -> None:
        super().__init__(record.names, filename="<prompt>")
        self.names: dict[str, Any] = record.names
        self.banner = _banner(record)
        # The names that belong to the lesson, and go when the next one comes.
        self.lesson = {*record.names}
        self.names["run"] = self.run

    def run(self, lesson: str, *topics: str, **options: Any) -> library.Run:
        """Do what ``d2lcli.run`` does; the variables of this lesson replace those of the last."""
        # In the state of torch that the last lesson left: its device is this one's to change.
        asked = library.request(lesson, topics, options)
        found = library.Run(perform(asked, library.Silent()))
        for name in self.lesson - {"__name__", "__builtins__"}:
            self.names.pop(name, None)
        self.names.update(found.variables)
        self.names["run"] = self.run
        self.lesson = {*found.variables}
        return found

    def show(self, value: object) -> None:
        """A value as the lesson shows it."""
        if value is None:
            return
        builtins._ = value  # type: ignore[attr-defined]
        if isinstance(value, library.Run):
            value.show(Page(console()))
            return
        try:
            result = snapshot(value)
        except Exception:  # whatever a reader made: a list in itself, a tensor without numbers
            result = None
        readable = isinstance(value, str) and value.replace("\n", "").isprintable()
        if result is None or (result.kind == "text" and not readable):
            print(repr(value))  # noqa: T201
        else:
            Page(console()).value(result)

    def showtraceback(self) -> None:
        """An error as Python tells it; what d2l does not do as its sentence."""
        error = sys.exc_info()[1]
        if isinstance(error, Refusal):
            self.write(f"d2l: {error}\n")
        else:
            super().showtraceback()


def interact(record: Record) -> None:
    """Read and run lines until Ctrl-D. History and completion come from readline."""
    # A reader's own garbage is collected. What is there by now is none: to go through all of
    # torch's modules for it would take as long as a lesson, again and again.
    gc.freeze()
    gc.enable()
    if record.refusal is not None:
        print(f"d2l: {record.refusal}", file=sys.stderr)  # noqa: T201
    prompt = Prompt(record)
    history = Path(typer.get_app_dir("d2l")) / HISTORY
    try:
        import readline
        import rlcompleter
    except ImportError:  # not everywhere; the prompt does without
        readline = None  # type: ignore[assignment]
    else:
        readline.set_completer(rlcompleter.Completer(prompt.names).complete)
        libedit = "libedit" in (readline.__doc__ or "")
        readline.parse_and_bind("bind ^I rl_complete" if libedit else "tab: complete")
        with suppress(OSError):
            readline.read_history_file(history)
    shown, sys.displayhook = sys.displayhook, prompt.show
    try:
        prompt.interact(prompt.banner, exitmsg="")
    except SystemExit:  # exit() and quit()
        pass
    finally:
        sys.displayhook = shown
        if readline is not None:
            readline.set_history_length(LINES)
            with suppress(OSError):
                history.parent.mkdir(parents=True, exist_ok=True)
                readline.write_history_file(history)


def _banner(record: Record) -> str:
    hidden = (FunctionType, ModuleType, type)
    names = [
        name
        for name, value in record.names.items()
        if not name.startswith("_") and not isinstance(value, hidden)
    ]
    few = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    here = f"Here are {few}.\n" if names else ""
    return f'{here}run("dice", rolls=500) runs a lesson; Ctrl-D leaves.'
