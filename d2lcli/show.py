"""The one way through the house: a request becomes steps, and each step goes to what shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from . import runner
from .errors import Refusal
from .inputs import devices
from .record import Record
from .request import Request, choose, load, topics
from .results import snapshot


class View(Protocol):
    """What shows a lesson while it runs."""

    def open(self, request: Request, lesson: runner.Lesson) -> None:
        """Before the first step, with the device that was chosen."""

    def step(self, step: runner.Step) -> None:
        """After each step."""

    def close(self, questions: Sequence[runner.Section]) -> None:
        """After the last step, with the questions that the lesson answers but did not show."""


def perform(request: Request, view: View) -> Record:
    """Run what is asked for and hand each step to ``view``; then save the files that are asked for.

    The caller has borrowed torch's settings (``devices.borrowed``). Where a step failed, or what
    was asked for is wrong all the same, the record has the refusal, and ``view`` has had every step
    by then.

    Raises:
        Refusal: nothing can be run (an unknown topic, no such device), or a file cannot be written.
    """
    lesson = load(request.lesson)
    sections = choose(lesson, request)
    # A lesson that does not begin with torch, such as env, has nothing to put anywhere.
    uses_torch = any(alias.name == "torch" for node in lesson.imports for alias in node.names)
    device = devices.choose(request.device) if uses_torch else "cpu"
    devices.require(request.needs[0], device, request.needs[1])
    request = replace(request, device=device)
    first = []
    if request.device != "cpu":
        code = f'torch.set_default_device("{request.device}")'
        if ":" in request.device:
            # Tensors are made there; what is measured, and timed, is the current GPU.
            code = f'torch.cuda.set_device("{request.device}")\n{code}'
        first.append(runner.written(code))
    devices.reset()
    values = {"seed": repr(request.seed), **request.values}
    questions = [s for s in topics(lesson) if s.is_question and s not in sections]
    record = Record(request, lesson, questions)
    view.open(request, lesson)
    keep = partial(snapshot, shown=request.export is not None or request.draw)
    for step in runner.run(runner.plan(lesson, sections, values, first), keep, record.names):
        record.steps.append(step)
        view.step(step)
        if step.error is not None:
            record.refusal = _stopped(lesson, step.error)
            return record
    if request.plot is not None and record.figure is not None:
        from .outputs import figure

        figure.save(record.figure, request.plot)
    if request.export is not None:
        from .outputs import export

        export.save([record], request.export, request.force)
    view.close(questions)
    record.refusal = Refusal(request.refusal) if request.refusal else None
    return record


def _stopped(lesson: runner.Lesson, error: runner.Failure) -> Refusal:
    if error.line.startswith(("import ", "from ")):
        way_out = "d2l env says what is missing, and what mends it"
    elif re.search(r"allocate memory|out of memory|Storage size|overflow", error.message):
        way_out = "give smaller numbers"
    elif "must match the size" in error.message:
        way_out = "make the two sizes equal, or one of them 1"
    elif "Dimension out of range" in error.message:
        way_out = "give one of these axes"
    elif error.type == "AssertionError" and error.message:
        way_out = "what is shown above says how"
    else:
        way_out = f"see d2l {lesson.name} --help, or add --traceback for the whole story"
    return Refusal(
        f"{lesson.name} stopped at `{error.line}`: {error.sentence.rstrip('.')}; {way_out}",
        details=error.traceback,
    )
