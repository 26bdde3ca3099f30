"""Requests of the command line, run one after another and shown as pages or as one document."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from traceback import format_exc
from typing import TYPE_CHECKING, Any

import typer

from . import request as asked
from .errors import Left, Misuse, Refusal
from .inputs.devices import borrowed
from .keyboard import at_terminal
from .language import tr
from .lesson import load
from .program import complain
from .request import Request

if TYPE_CHECKING:
    from .runs import Run
    from .show import View
    from .showing import Draw
    from .views.page import Page


@dataclass(frozen=True)
class Live:
    """What takes somebody at the terminal: waiting, questions, and a prompt afterwards."""

    step: bool = False
    predict: bool = False
    prompt: bool = False

    def check(self, as_json: bool) -> None:
        """Check that there is somebody.

        Raises:
            Refusal: a document is asked for instead, or there is no terminal.
        """
        wanted = {"--step": self.step, "--predict": self.predict, "-i": self.prompt}
        option = next((name for name, on in wanted.items() if on), None)
        if option and as_json:
            raise Misuse(
                tr(
                    "{option} --json: a document cannot wait for anybody; leave out one of the two",
                    option=option,
                )
            )
        if option and not at_terminal():
            raise Refusal(
                tr(
                    "{option}: there is no terminal to type in; run it in one, or leave it out",
                    option=option,
                )
            )

    def pages(self) -> Callable[[], Page]:
        """What makes the pages that are asked for, one for each lesson."""
        from .views.page import Page
        from .views.screen import console

        kind: type[Page] = Page
        if self.step or self.predict:
            from .views.classroom import Predicting, Stepping

            kind = Predicting if self.predict else Stepping
        return lambda: kind(console())


@dataclass(frozen=True)
class Output:
    """What becomes of the runs.

    Attributes:
        json: one document on stdout instead of pages.
        code: the script of a single run on stdout instead of a page.
        traceback: whether an error brings its traceback.
        tour: whether the document is that of a tour.
        chapter: a file that all runs are exported to.
        live: what takes somebody at the terminal.
        show: what shows the picture, where it is to be shown.
        standard: the endings of files that are written to stdout instead of pages, by the options
            that ask for them.
    """

    json: bool = False
    code: bool = False
    traceback: bool = False
    tour: bool = False
    chapter: Path | None = None
    live: Live = Live()
    show: Draw | None = None
    standard: Mapping[str, str] = field(default_factory=dict)

    def check(self) -> None:
        """Check that standard output is what one option makes of it, and can be that.

        Raises:
            Misuse: several want it.
            Refusal: a file would go to a terminal.
        """
        wanted = {"--code": self.code, "--json": self.json, "--show": self.show is not None}
        files = [f"{option} -" for option in self.standard]
        options = [*(name for name, on in wanted.items() if on), *files]
        if len(options) > 1:
            raise Misuse(
                tr(
                    "{options}: both want all of stdout; leave out one of the two",
                    options=" ".join(options),
                )
            )
        if files and sys.stdout is not None and sys.stdout.isatty():
            raise Refusal(
                tr(
                    "{option}: standard output is a terminal, which is no place for a file; add "
                    "> FILE or | PROGRAM",
                    option=files[0],
                )
            )
        self.live.check(self.json)


def run(requests: Sequence[Request], output: Output) -> None:
    """Show ``requests`` one after another.

    Raises:
        Refusal: a request cannot be met, or a lesson failed. What there was by then has been shown.
    """
    for request in requests:
        asked.choose(load(request.lesson), request)  # a wrong topic is told before torch is there
    output.check()
    if any(request.needs[0] for request in requests):
        gc.enable()  # what is garbage may be large
    contents: list[dict[str, Any]] = []
    view = _views(output, contents)  # imported here: torch's library is being loaded meanwhile
    try:
        with ExitStack() as stack:
            _all(requests, output, view, stack)
    except Left:
        if any(request.plot or request.export for request in requests):
            complain(tr("left before the end, so nothing is saved"))
    except (Refusal, KeyboardInterrupt) as error:
        if contents:
            failed = {"type": type(error).__name__, "message": str(error) or tr("interrupted")}
            contents[-1].setdefault("error", failed)
        if isinstance(error, Refusal):
            error.details = (error.details or format_exc()) if output.traceback else ""
        raise
    finally:
        if contents:
            from .views.document import text

            typer.echo(text(contents, output.tour))


def _views(output: Output, contents: list[dict[str, Any]]) -> Callable[[], View]:
    """What makes the view of each run."""
    if output.json:
        from .views.document import Document

        return partial(Document, contents)
    if output.code or output.standard:
        from .api import Silent

        return Silent
    return output.live.pages()


def _all(
    requests: Sequence[Request], output: Output, view: Callable[[], View], stack: ExitStack
) -> None:
    """Run each request; ``stack`` holds torch's settings, borrowed once the first head is there."""
    from .show import begin, finish

    runs: list[Run] = []
    for request in requests:
        shown = view()
        runs.append(begin(request))
        shown.open(runs[-1])
        if len(runs) == 1:
            stack.enter_context(borrowed(alone=True))
        finish(runs[-1], shown)
        if output.code:
            from .views.script import script

            typer.echo(script(runs), nl=False)
        if output.show is not None and runs[-1].figure is not None:
            output.show(runs[-1].figure)
        if runs[-1].refusal is not None and not output.live.prompt:
            raise runs[-1].refusal
    if output.chapter is not None:
        from .views.export import save

        save(runs, output.chapter, requests[0].force)
    _write(runs, output.standard)
    if output.live.prompt:
        from .prompt import interact

        interact(runs[-1])


def _write(runs: Sequence[Run], standard: Mapping[str, str]) -> None:
    """Write files to standard output."""
    for option, ending in standard.items():
        from .views import export, figure

        if option == "--export":
            content = export.content(runs, ending)
        else:
            assert runs[-1].figure is not None  # it was asked for
            content = figure.content(runs[-1].figure, ending)
        sys.stdout.buffer.write(content)
