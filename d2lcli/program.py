"""What all commands share: the way from options to a lesson that runs, and errors as sentences."""

from __future__ import annotations

import gc
import inspect
import io
import math
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from traceback import format_exc
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Optional, cast, get_args

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from .errors import ExitCode, Left, Misuse, Refusal, one_line
from .inputs import numbers
from .inputs.devices import check_name
from .inputs.files import export, picture
from .request import PICTURE, Request, choose, load, title, topics
from .runner import Lesson

if TYPE_CHECKING:
    from .outputs.terminal import Page
    from .record import Record
    from .show import View

HELP = {"help_option_names": ["-h", "--help"]}
TOPICS = "topics"  # the parameter with the words behind a command
Topics = Annotated[
    Optional[list[str]],
    typer.Argument(metavar="[TOPIC]...", help="What to show, or all."),
]
Device = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        envvar="D2L_DEVICE",
        help="Where the tensors live: cpu, cuda, cuda:N or auto.",
    ),
]
Seed = Annotated[
    Optional[int],
    typer.Option(
        metavar="N",
        help="Make a run repeatable. [default: a fresh one]",
    ),
]
Plot = Annotated[
    Optional[Path],
    typer.Option(metavar="FILE", help="Save the picture: .png, .svg or .pdf."),
]
Export = Annotated[
    Optional[Path],
    typer.Option(metavar="FILE", help="Take the run away: .ipynb, .py or .html."),
]
Force = Annotated[bool, typer.Option("--force", help="Let --export replace an older file.")]
Interactive = Annotated[
    bool,
    typer.Option("-i", "--interactive", help="Then a Python prompt with the lesson's variables."),
]
Step = Annotated[bool, typer.Option("--step", help="Wait for Enter between cells.")]
Predict = Annotated[
    bool,
    typer.Option("--predict", help="Guess shapes and small values before they are shown."),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]
Traceback = Annotated[bool, typer.Option("--traceback", help="The whole traceback of an error.")]


class Program(TyperGroup):
    """The whole program: finds the commands, and turns errors into exit codes.

    ``lessons`` makes the command of each lesson. That takes reading the lesson's file, so it is
    done for the one that is asked for: for all of them it would take longer than ``import typer``.
    """

    lessons: ClassVar[dict[str, Callable[[], TyperCommand]]] = {}

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        # A title is what the help lists, and a name what a typing mistake is compared with.
        titles = {name: TyperCommand(name, help=title(name)) for name in self.lessons}
        self.commands = {**titles, **self.commands}

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name, None where there is none."""
        make = self.lessons.get(cmd_name)
        return make() if make else super().get_command(ctx, cmd_name)

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """The commands, in the look of the lessons; Typer's own page takes twice as long."""
        from .outputs.terminal import Page, console

        told = {name: _bare(command.help) for name, command in self.commands.items()}
        Page(console()).contents(
            "d2l: each line of PyTorch beside what it gives",
            self.help or "",
            {
                "Commands": [(f"d2l {name}", text) for name, text in told.items()],
                "More of one": [
                    ("d2l tensor all", "All of its topics"),
                    ("d2l tensor reshape", "One of them"),
                    ("d2l tensor --help", "Their names, and the options"),
                ],
                "Options": _records(ctx, self.get_params(ctx)),
            },
        )

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line.

        Leaves through ``sys.exit``, unless ``standalone_mode`` is off: then the exit code is
        returned.
        """
        # What a terminal has no sign for is a question mark there, and what is no text is one here.
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        code: int
        try:
            given = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
            code = given or ExitCode.FINE
            if sys.stdout is not None:
                sys.stdout.flush()
        except Refusal as refusal:
            code = refusal.code
            _complain(str(refusal), refusal.details)
        except Exception as error:
            code = ExitCode.FAILED
            if isinstance(error, OSError) and error.filename is None:
                # Nothing more can be written, so nothing must try to at the end.
                os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
                # Where the reader of a pipe has gone, there is nobody to tell.
                if not isinstance(error, BrokenPipeError):
                    _complain(
                        f"the output cannot be written ({error.strerror or error}); "
                        "send it somewhere else"
                    )
            elif hasattr(error, "format_message"):
                # Typer's own errors, whose base class its versions keep in different places.
                code = ExitCode.USAGE
                _complain(usage_sentence(error))
            else:
                whole = "--traceback" in (sys.argv if args is None else args)
                _complain(
                    f"unexpected {type(error).__name__}: {one_line(str(error))}; this is a mistake "
                    "in d2l, --traceback shows where",
                    format_exc() if whole else "",
                )
        if standalone_mode:
            sys.exit(code)
        return code


class Command(TyperCommand):
    """One command of the program. ``topics`` are the names and titles of what it can show."""

    topics: Sequence[tuple[str, str]] = ()

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """The command's own words, in the look of the lessons."""
        from .outputs.terminal import Page, console

        asked = self.get_params(ctx)
        options = [p for p in asked if isinstance(p, TyperOption)]
        shared = [p for p in options if self.topics and p.name in (*SHARED, "help")]
        groups = {
            "Topics": self.topics,
            "Arguments": _records(ctx, [p for p in asked if isinstance(p, TyperArgument)]),
            "Options": _records(ctx, [p for p in options if p not in shared]),
            "Options of every lesson": _records(ctx, shared),
        }
        usage = " ".join([ctx.command_path, *self.collect_usage_pieces(ctx)])
        shown = {heading: rows for heading, rows in groups.items() if rows}
        Page(console()).contents(_bare(self.help), f"Usage: {usage}", shown)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse, unless ``-h`` is meant as a step: ``-h 0.1``."""
        if any(parameter.name == "h" for parameter in self.params):
            for option, value in pairwise([*args, ""]):
                glued = re.fullmatch(r"-h=?(-?\.?\d.*)", option)
                step = glued[1] if glued else value
                if glued or (option == "-h" and re.match(r"-?\.?\d", value)):
                    raise Misuse(f"-h {step}: -h shows the help; for a step use --h {step}")
        try:
            return super().parse_args(ctx, args)
        except Exception as error:
            # Some errors do not know which command they are about.
            if getattr(error, "ctx", ctx) is None:
                error.ctx = ctx  # type: ignore[attr-defined]
            raise


def _bare(text: str | None) -> str:
    """A title or the first line of a docstring, without its full stop."""
    return one_line(text or "").removesuffix(".")


def _records(ctx: Any, parameters: Sequence[Any]) -> list[tuple[str, str]]:
    """How options are written, and what they mean."""
    records = (parameter.get_help_record(ctx) for parameter in parameters)
    return [(written, " ".join(told.split())) for written, told in filter(None, records)]


def _complain(sentence: str, details: str = "") -> None:
    with suppress(OSError):  # where nobody can be told, the exit code tells
        typer.echo(f"{details}d2l: {sentence}", err=True)


def usage_sentence(error: Any) -> str:
    """One of Typer's usage errors as a sentence with a way out."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "d2l"
    message = one_line(error.format_message()).rstrip(".?")
    wanted = re.match("No such command '(.*?)'", message)
    for name in Program.lessons if wanted else ():
        if wanted and wanted[1] in [section.name for section in topics(load(name))]:
            return f"{wanted[1]} is a topic; write d2l {name} {wanted[1]}"
    for jargon, plain in {"a valid int": "a whole number", "a valid float": "a number"}.items():
        message = message.replace(f"{jargon} range", plain).replace(jargon, plain)
    # Typer may ask back, in a sentence of its own.
    said, asks, near = message.partition(". Did you mean ")
    ending = f"did you mean {near}? See" if asks else "see"
    return f"{said}; {ending} {command} --help"


@dataclass(frozen=True)
class Wanted:
    """What a command's own options ask for.

    ``values`` are the lesson's parameters and definitions by name: a number, or
    Python source as text; None stands for an option that was not given.
    ``topics`` are the sections to show, chosen by the option ``chosen_by``;
    ``usual`` those that are shown where a reader names none.
    ``needs`` are the bytes that the lesson is going to allocate, and the option
    that they come from. ``refusal`` is what is wrong all the same, told at the end.
    """

    values: Mapping[str, object] = field(default_factory=dict)
    topics: Sequence[str] = ()
    chosen_by: str = ""
    needs: tuple[int, str] = (0, "")
    refusal: str = ""
    usual: Sequence[str] = ()


def lesson_command(own: Callable[..., Wanted], **sets: str) -> None:
    """Add the command of the lesson that is named like ``own``, to be made when it is asked for.

    Args:
        own: the command's own options, and what they ask for; see ``_command``.
        sets: what an option sets in the lesson, where that has another name.
    """
    Program.lessons[own.__name__] = cache(partial(_command, own, sets))


def _command(own: Callable[..., Wanted], sets: Mapping[str, str]) -> TyperCommand:
    """The command of the lesson that is named like ``own``.

    The parameters of ``own`` are options, named like what they set in the lesson;
    ``sets`` has the names of those that are not. The shared options are added. Help
    lists the lesson's topics and says for each option which topics it reaches and
    what it is when it is not given: all of this is read from the lesson's file.
    """
    lesson = load(own.__name__)
    names = {p.name: p.name for p in _parameters(own)} | {**sets}
    asked = [_explained(p, names[p.name], lesson) for p in _parameters(own)]
    mine = [p for p in asked if p.name != TOPICS]
    shared = _parameters(_shared)
    if PICTURE not in lesson.sections:
        shared = [p for p in shared if p.name != "plot"]
    # The topics come first: they are what the usage line shows. A command that makes something else
    # of the words there has a parameter of that name itself.
    topic = next((p for p in asked if p.name == TOPICS), shared[0])
    parameters = [topic, *mine, *shared[1:]]

    def command(ctx: typer.Context, **given: Any) -> None:
        wanted = own(**{p.name: given[p.name] for p in asked})
        named = () if topic in asked else tuple(given[TOPICS] or ())
        if named and wanted.topics:
            raise Misuse(
                f"{' '.join(named)}: {wanted.chosen_by} chooses the topics itself; "
                "leave out one of the two"
            )
        values = {k: v for k, v in wanted.values.items() if v is not None}
        options = {
            name: "a shape" if option == TOPICS else f"--{option}"
            for option, name in names.items()
            if name in values and given[option] is not None
        }
        request = Request(
            lesson=lesson.name,
            topics=named or tuple(wanted.topics or wanted.usual),
            values={name: _source(value) for name, value in values.items()},
            options=options,
            device=given["device"],
            seed=numbers.seed(given["seed"]),
            plot=picture("--plot", given.get("plot")),
            export=export("--export", given["export"], given["force"]),
            force=given["force"],
            needs=wanted.needs,
            refusal=wanted.refusal,
        )
        if ctx.obj is not None:  # the library, which wants no more than the request
            ctx.obj.append(request)
            return
        live = Live(given["step"], given["predict"], given["interactive"])
        run([request], given["json"], given["traceback"], live=live)

    context = inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    command.__signature__ = inspect.Signature([context, *parameters])  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in [context, *parameters]}
    made = typer.Typer(add_completion=False)
    made.command(own.__name__, cls=Command, help=lesson.title, context_settings=HELP)(command)
    # A Typer app with one command is that command.
    found = cast("Command", get_command(made))
    found.topics = [(section.name, section.title) for section in topics(lesson)]
    return found


def _shared(
    topics: Topics = None,
    plot: Plot = None,
    export: Export = None,
    force: Force = False,
    device: Device = "cpu",
    seed: Seed = None,
    json: Json = False,
    step: Step = False,
    predict: Predict = False,
    interactive: Interactive = False,
    traceback: Traceback = False,
) -> None:
    """The options that every lesson has."""


SHARED = [*inspect.signature(_shared).parameters][1:]


def _parameters(function: Callable[..., Any]) -> list[inspect.Parameter]:
    signature = inspect.signature(function, eval_str=True)
    return [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in signature.parameters.values()]


def _explained(parameter: inspect.Parameter, name: str, lesson: Lesson) -> inspect.Parameter:
    """The option that sets ``name``, with what the lesson's file says about it in its help."""
    kind, option = get_args(parameter.annotation)
    option = copy(option)
    there = topics(lesson)
    reached = [s.name for s in there if name in lesson.reads(s)]
    if reached and len(reached) < len(there):
        drawn = PICTURE in lesson.sections and name in lesson.reads(lesson.sections[PICTURE])
        option.help += f" Topics: {', '.join(reached)}{', and the picture' if drawn else ''}."
    default = option.show_default
    if default is True:
        default = lesson.defaults.get(name)
    if default:
        option.help += f" [default: {default}]"
    option.show_default = False
    return parameter.replace(annotation=Annotated[kind, option])


def _source(value: object) -> str:
    """A value as Python source; a text is source already."""
    if isinstance(value, float) and not math.isfinite(value):
        return f'float("{value}")'
    return value if isinstance(value, str) else repr(value)


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
        asked = {"--step": self.step, "--predict": self.predict, "-i": self.prompt}
        option = next((name for name, wanted in asked.items() if wanted), None)
        if option and as_json:
            raise Misuse(
                f"{option} --json: a document cannot wait for anybody; leave out one of the two"
            )
        terminals = (stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
        if option and not all(terminals):
            raise Refusal(
                f"{option}: there is no terminal to type in; run it in one, or leave it out"
            )

    def pages(self) -> Callable[[], Page]:
        """What makes the pages that are asked for, one for each lesson."""
        from .outputs.terminal import Page, console

        kind: type[Page] = Page
        if self.step or self.predict:
            from .outputs.classroom import Predicting, Stepping

            kind = Predicting if self.predict else Stepping
        return lambda: kind(console())


ALONE = Live()


def run(
    requests: Sequence[Request],
    as_json: bool,
    traceback: bool,
    tour: bool = False,
    chapter: Path | None = None,
    live: Live = ALONE,
) -> None:
    """Show ``requests`` one after another, as pages or as one document.

    Args:
        requests: what to run.
        as_json: whether one document is printed instead of pages.
        traceback: whether an error brings its traceback.
        tour: whether the document is that of a tour.
        chapter: a file that all of it is exported to.
        live: what takes somebody at the terminal.

    Raises:
        Refusal: a request cannot be met, or a lesson failed. What there was by
            then has been shown.
    """
    for request in requests:
        check_name(request.device)
        choose(load(request.lesson), request)  # a wrong topic is told before torch is imported
    live.check(as_json)
    if any(request.needs[0] for request in requests):
        gc.enable()  # what is garbage may be large
    from .inputs.devices import borrowed
    from .show import perform

    records: list[Record] = []
    contents: list[dict[str, Any]] = []
    # What shows a lesson is imported here: torch's library is being loaded meanwhile.
    view: Callable[[], View]
    if as_json:
        from .outputs.document import Document

        view = partial(Document, contents)
    else:
        view = live.pages()
    try:
        with borrowed(alone=True):
            for request in requests:
                records.append(perform(request, view()))
                if records[-1].refusal is not None and not live.prompt:
                    raise records[-1].refusal
            if chapter is not None:
                from .outputs.export import save

                save(records, chapter, requests[0].force)
            if live.prompt:
                from .prompt import interact

                interact(records[-1])
    except Left:
        if any(request.plot or request.export for request in requests):
            _complain("left before the end, so nothing is saved")
    except (Refusal, KeyboardInterrupt) as error:
        if contents:
            failed = {"type": type(error).__name__, "message": str(error) or "interrupted"}
            contents[-1].setdefault("error", failed)
        if isinstance(error, Refusal):
            error.details = (error.details or format_exc()) if traceback else ""
        raise
    finally:
        if contents:
            from .outputs.document import text

            typer.echo(text(contents, tour))
