"""The Python prompt of ``-i``: the lesson's variables, and results as the lesson shows them."""

from __future__ import annotations

import builtins
import code
import gc
import sys
from collections.abc import Callable
from types import FunctionType, ModuleType
from typing import Any

from . import api
from .errors import Refusal
from .keyboard import remembered
from .language import tr
from .program import complain
from .runs import Run
from .show import perform
from .values import snapshot
from .views.page import Page, replay
from .views.screen import console
from .words import enumerated

HISTORY = "history"  # the file with the lines that were typed
LEAVING = ("exit", "exit()", "quit", "quit()")
FEW = 12  # names that are listed


class Prompt(code.InteractiveConsole):
    """The standard library's prompt, with the lesson's own way of showing a value.

    ``ask`` gives the line that is typed behind a prompt, and raises EOFError at the end.
    """

    def __init__(self, run: Run, ask: Callable[[str], str] = input) -> None:
        super().__init__(run.names, filename="<prompt>")
        self.names: dict[str, Any] = run.names
        self.ask = ask
        self.banner = _banner(run.names)
        # The names that belong to the lesson, and go when the next one comes.
        self.lesson = {*run.names}
        self.names["run"] = self.run

    def run(self, lesson: str, *topics: str, **options: Any) -> api.Run:
        """Do what ``d2lcli.run`` does; the variables of this lesson replace those of the last."""
        # In the state of torch that the last lesson left: its device is this one's to change.
        found = api.Run(perform(api.asked(lesson, topics, options), api.Silent()))
        for name in self.lesson - {"__name__", "__builtins__"}:
            self.names.pop(name, None)
        self.names.update(found.variables)
        self.names["run"] = self.run
        self.lesson = {*found.variables}
        return found

    def raw_input(self, prompt: str = "") -> str:
        """The next line.

        Raises:
            EOFError: there is none, or it leaves. Python's own ``exit()`` closes standard input,
                which a shell around this prompt still needs.
        """
        line = self.ask(prompt)
        if line.strip() in LEAVING:
            raise EOFError
        return line

    def show(self, value: object) -> None:
        """A value as the lesson shows it."""
        if value is None:
            return
        builtins._ = value  # type: ignore[attr-defined] # the prompt's name for the last value
        if isinstance(value, api.Run):
            replay(value.played, console())
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
            complain(str(error))
        else:
            super().showtraceback()


def interact(run: Run, ask: Callable[[str], str] = input) -> None:
    """Read and run lines until Ctrl-D; see ``Prompt``."""
    import rlcompleter

    # A reader's own garbage is collected. What is there by now is none: to go through all of
    # torch's modules for it would take as long as a lesson, again and again.
    gc.freeze()
    gc.enable()
    if run.refusal is not None:
        complain(str(run.refusal))
    prompt = Prompt(run, ask)
    shown, sys.displayhook = sys.displayhook, prompt.show
    try:
        with remembered(HISTORY, rlcompleter.Completer(prompt.names).complete):
            prompt.interact(prompt.banner, exitmsg="")
    except SystemExit:  # sys.exit()
        pass
    finally:
        sys.displayhook = shown


def _banner(names: dict[str, Any]) -> str:
    hidden = (FunctionType, ModuleType, type)
    own = [
        name
        for name, value in names.items()
        if not name.startswith("_") and not isinstance(value, hidden)
    ]
    few = enumerated([*own[:FEW], *(["…"] if len(own) > FEW else [])])
    here = tr("Here are {names}.", names=few) + "\n" if own else ""
    return here + tr('run("dice", rolls=500) runs a lesson; Ctrl-D leaves.')
