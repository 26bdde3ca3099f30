"""A request is played, and a view shows each step and note; then the files are saved."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from . import request as asked
from .errors import Refusal
from .inputs import devices
from .lesson import load
from .note import Note
from .play import play
from .request import Request
from .runs import Run, Step


class View(Protocol):
    """What shows a lesson while it runs."""

    def open(self, run: Run) -> None:
        """Before the first step, with the device that was chosen."""

    def step(self, step: Step) -> None:
        """After each step."""

    def note(self, note: Note) -> None:
        """After each note, which belongs to the section of the step before it."""

    def close(self) -> None:
        """After the last one, also where a cell has failed."""


def begin(request: Request) -> Run:
    """Choose sections and device for what is asked for; nothing has run yet.

    On the CPU it takes no torch, so that a view can say what comes before torch is imported.

    Raises:
        Refusal: nothing can be run (an unknown topic, no such device, too little memory).
    """
    lesson = load(request.lesson)
    sections = asked.choose(lesson, request)
    device = devices.choose(request.device)
    devices.require(request.needs[0], device, request.needs[1])
    return Run(replace(request, device=device), lesson, sections)


def finish(run: Run, view: View) -> None:
    """Play a run and hand each step and note to ``view``; then save the files asked for.

    The caller has opened the view, and borrowed torch's settings (``devices.borrowed``). Where a
    cell failed, or what was asked for is wrong all the same, the run has the refusal, and ``view``
    has had all by then.

    Raises:
        Refusal: a file cannot be written.
    """
    devices.reset()
    for item in play(run):
        if isinstance(item, Step):
            view.step(item)
        else:
            view.note(item)
    if run.refusal is None:
        _save(run)
    view.close()
    if run.refusal is None and run.request.refusal:
        run.refusal = Refusal(run.request.refusal)


def perform(request: Request, view: View) -> Run:
    """Begin, open and finish. Raises: as these do."""
    run = begin(request)
    view.open(run)
    finish(run, view)
    return run


def _save(run: Run) -> None:
    request = run.request
    if request.plot is not None and run.figure is not None:
        from .views import figure

        figure.save(run.figure, request.plot)
    if request.export is not None:
        from .views import export

        export.save([run], request.export, request.force)
