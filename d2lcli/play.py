"""The one way through the house: a request becomes steps and notes, one after another."""

from __future__ import annotations

import ast
import inspect
import io
import re
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING, Any

from . import request as asked
from . import shadowing
from .errors import Refusal
from .language import spoken, tr
from .lesson import Cell, Lesson, Section
from .note import Note
from .request import Request
from .runs import Failure, Run, Step
from .values import Result, snapshot

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def play(run: Run) -> Iterator[Step | Note]:
    """Run the cells of a run's sections, and their notes; keep each in ``run`` and yield it.

    It ends with the first cell that fails, and ``run.refusal`` says why.
    """
    picture = _module("pictures", run) if _draws(run.request) else None
    names = run.names
    names.setdefault("__name__", "__main__")
    for cell in asked.given(run.lesson, run.request, run.sections):
        yield from _execute(cell, run, names)
    for section in run.sections:
        if section.name in run.request.unfit:
            reason = run.request.unfit[section.name]
            unfit = Note(tr("{topic}: {reason}", topic=section.name, reason=reason))
            run.items.append(unfit)
            yield unfit
            continue
        context: dict[str, object] = {"request": run.request}
        for cell in asked.cells(section, run.request):
            yield from _execute(cell, run, names)
            if "start" not in context and run.refusal is None:
                context |= _start(section, run, names)
        if run.refusal is not None:
            return
        for note in _notes(section, run, names | context):
            run.items.append(note)
            context |= note.data
            yield note
        if picture is not None and run.figure is None and section.name in picture.SECTIONS:
            run.figure = _drawn(picture, names | context, run.faults)
    if picture is not None and run.figure is None:
        run.figure = _drawn_apart(picture, run)


def _start(section: Section, run: Run, names: dict[str, object]) -> dict[str, object]:
    """``start``, a section's parameters as they were set; and those that its code does not name."""
    values: dict[str, object] = {}
    for name, text in asked.assigned(section, run.request).items():
        there = name in names and name not in section.inline
        values[name] = names[name] if there else eval(text, names)
    return {"start": values, **{name: values[name] for name in section.inline}}


def _draws(request: Request) -> bool:
    """Whether the picture is asked for, or wanted in what is exported."""
    exports = request.export is not None and request.export.suffix.lower() != ".py"
    return request.plot is not None or exports or request.draw


def _module(room: str, run: Run) -> ModuleType | None:
    """The lesson's module in ``notes`` or ``pictures``."""
    name = f"d2lcli.{room}.{run.lesson.name}"
    return import_module(name) if find_spec(name) else None


def _drawn_apart(picture: ModuleType, run: Run) -> Figure | None:
    """The picture, where the section that it draws was not asked for: it is run for itself."""
    own = frozenset[str]().union(*run.request.options.values())
    unfit = run.request.unfit
    there = [run.lesson.sections[name] for name in picture.SECTIONS if name not in unfit]
    if not there:
        reason = unfit[picture.SECTIONS[0]]
        raise Refusal(
            tr(
                "{lesson}: there is no picture of this, since {reason}; give others",
                lesson=run.lesson.name,
                reason=reason,
            )
        )
    section = next((section for section in there if own & section.takes), there[0])
    # What the reader set and it does not take leaves it the book's own.
    values = {name: v for name, v in run.request.values.items() if name in section.takes}
    run.drawn_own = not own or bool(own & section.takes)
    request = replace(run.request, values=values, draw=True, plot=None, export=None)
    alone = Run(request, run.lesson, [section])
    for _ in play(alone):
        pass
    if alone.refusal is not None:
        raise alone.refusal
    return alone.figure


def _notes(section: Section, run: Run, names: Mapping[str, object]) -> Iterator[Note]:
    """What there is to say of a section. A note that fails must not take the lesson with it."""
    module = _module("notes", run)
    function = getattr(module, section.name.replace("-", "_"), None)
    if function is None:
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield from _called(function, names)
    except Exception as error:
        run.faults.append(error)
        own = shadowing.way_out(error)
        told = (
            tr("Here d2l fails to say more: {error}; {way_out}.", error=repr(error), way_out=own)
            if own
            else tr(
                "Here d2l fails to say more: {error}. This is a mistake in d2l.", error=repr(error)
            )
        )
        yield Note(told)


def _drawn(picture: ModuleType, names: Mapping[str, object], faults: list[Exception]) -> Figure:
    """What a picture draws, in words for which there is a font.

    A note that failed has told, and left nothing to draw: then its own error is the reason.
    """
    from .pictures import fonts

    try:
        with fonts.words():
            figure: Figure = _called(picture.draw, names)
            return figure
    except TypeError as error:
        raise (faults[-1] if faults else error) from None


def _called(function: Callable[..., Any], names: Mapping[str, object]) -> Any:
    """What ``function`` returns for the variables that its parameters name."""
    wanted = inspect.signature(function).parameters
    return function(**{name: names[name] for name in wanted if name in names})


# Cells


def _execute(cell: Cell, run: Run, names: dict[str, object]) -> Iterator[Step]:
    """Run one cell; yield its step, and keep it in ``run``."""
    if run.refusal is not None:
        return
    printed = io.StringIO()
    result: Result | None = None
    failure, own = None, ""
    keep = run.request.keep or run.request.export is not None
    with warnings.catch_warnings(record=True) as caught, redirect_stdout(printed):
        warnings.simplefilter("always")
        try:
            value = _value(cell, names)
            result = None if value is None else snapshot(value, cell.labels, shown=keep)
        except Exception as error:
            failure, own = _failure(error, cell), shadowing.way_out(error)
        images = _pyplot(keep)
    told = tuple(str(warning.message) for warning in caught)
    step = Step(cell, result, printed.getvalue(), told, failure, images)
    run.items.append(step)
    if failure is not None:
        run.refusal = _stopped(run.lesson, failure, own)
    yield step


def _value(cell: Cell, names: dict[str, object]) -> object:
    """Run one cell and return the value of its last expression, None where it has none.

    All cells share one dictionary as globals: with locals of their own a lambda in a cell would not
    see earlier names. optimize=0: claims are checked under `python -O` too.
    """
    *body, last = cell.tree.body
    if not isinstance(last, ast.Expr):
        body = cell.tree.body
    module = ast.Module(body=body, type_ignores=[])
    exec(compile(module, cell.filename, "exec", dont_inherit=True, optimize=0), names)
    if not isinstance(last, ast.Expr):
        return None
    expression = ast.Expression(last.value)
    code = compile(expression, cell.filename, "eval", dont_inherit=True, optimize=0)
    value: object = eval(code, names)
    return value


def _pyplot(keep: bool) -> tuple[bytes, ...]:
    """The figures that a cell drew with pyplot, as png where they are kept; all are closed."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if (
        pyplot is None or pyplot.get_backend().lower() != "agg"
    ):  # in a notebook they show themselves
        return ()
    images = []
    for number in pyplot.get_fignums():
        image = io.BytesIO()
        if keep:
            pyplot.figure(number).savefig(image, format="png", dpi=150)
            images.append(image.getvalue())
        pyplot.close(number)
    return tuple(images)


def _failure(error: Exception, cell: Cell) -> Failure:
    """``error`` as text, without the frames of this file."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    lines = traceback.format_exception(type(error), error, trace)
    own = [
        frame.lineno - cell.tree.body[0].lineno
        for frame in traceback.extract_tb(trace)
        if frame.filename == cell.filename and frame.lineno is not None
    ]
    code = cell.code.splitlines()
    # A frame outside the cell's own lines is in a definition shown earlier.
    inside = [line for line in own if 0 <= line < len(code)]
    line = inside[-1] if inside else -1
    return Failure(type(error).__name__, str(error), code[line].strip(), "".join(lines))


def _stopped(lesson: Lesson, failure: Failure, own: str) -> Refusal:
    """One sentence on a cell that failed, with a way out; ``own``: where a reader's file is why."""
    from .messages import way_out

    found = None if own else way_out(failure.type, failure.message, failure.line)
    told = own or tr(
        "see d2l {lesson} --help, or add --traceback for the whole story", lesson=lesson.name
    )
    if found is not None:
        # Its first sentence, behind a semicolon.
        told = re.split(r"\.(?: (?=[A-Z])|$)|。", found)[0]
        told = told[:1].lower() + told[1:] if spoken() == "en" else told
    sentence = tr(
        "{lesson} stopped at `{line}`: {error}; {way_out}",
        lesson=lesson.name,
        line=failure.line,
        error=failure.sentence.rstrip("."),
        way_out=told,
    )
    return Refusal(sentence, failure.traceback)
