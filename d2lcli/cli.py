"""The command line: options in, exit code out.

Nothing here imports torch, matplotlib or numpy at module level: help, completion and mistakes are to
be quick. A command says which of the lesson's parameters its options set, as Python source; defaults
and topics are read from the lesson's file as text.
"""

from __future__ import annotations

import inspect
import math
import os
import re
import secrets
import sys
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Optional, get_args

import typer
from typer.core import TyperCommand, TyperGroup

from . import __version__
from .errors import ExitCode, Refusal
from .inputs import devices, numbers
from .request import PICTURE, TOUR, Request, load, topics
from .runner import Lesson

if TYPE_CHECKING:
    from .show import View


class Program(TyperGroup):
    """The whole program inside the one place that turns errors into sentences and exit codes."""

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run the command line; ``sys.exit`` with its code unless ``standalone_mode`` is off."""
        try:
            code = super().main(*args, standalone_mode=False, **extra) or ExitCode.FINE
        except Refusal as refusal:
            code = refusal.code
            _complain(f"{refusal.details}{refusal}")
        except BrokenPipeError:
            # The reader of the pipe has gone: nothing to say, and nothing more to flush.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = ExitCode.FAILED
        except Exception as error:
            # Typer's own errors, whose base class its versions keep in different places.
            if not hasattr(error, "format_message"):
                raise
            code = ExitCode.USAGE
            _complain(_usage_sentence(error))
        if standalone_mode:
            sys.exit(code)
        return code


class Command(TyperCommand):
    """A lesson's command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse, after refusing ``-h 0.1``: h is a step to most readers, and -h is help."""
        for option, value in zip(args, args[1:], strict=False):
            if option == "-h" and re.match(r"-?[\d.]", value):
                raise Refusal(
                    f"-h {value}: -h shows help; for the step use --h {value}", ExitCode.USAGE
                )
        return super().parse_args(ctx, args)


def _complain(sentence: str) -> None:
    typer.echo(f"d2l: {sentence}", err=True)


def _usage_sentence(error: Any) -> str:
    """A usage error of Typer's as one sentence with a way out."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "d2l"
    message = " ".join(error.format_message().split()).rstrip(".")
    return f"{message}; see {command} --help"


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"d2l {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=Program,
    help="*Dive into Deep Learning*, the preliminaries: each line of PyTorch beside what it gives.",
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def program(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Show the help where no command is given."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def shared_options(
    topics: Annotated[Optional[list[str]], typer.Argument(metavar="[TOPIC]...")] = None,
    device: Annotated[
        str,
        typer.Option(metavar="NAME", envvar="D2L_DEVICE", help="cpu, cuda, cuda:N or auto."),
    ] = "cpu",
    seed: Annotated[
        Optional[int],
        typer.Option(min=0, max=2**63 - 1, help="Make a run repeatable.", show_default="a fresh one"),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")] = False,
    traceback: Annotated[
        bool, typer.Option("--traceback", help="The whole traceback of an error.")
    ] = False,
) -> None:
    """The options that every lesson has; ``lesson_command`` adds them to each."""


def plot_option(
    plot: Annotated[
        Optional[Path],
        typer.Option(metavar="FILE", help="Save the picture: .png, .svg or .pdf."),
    ] = None,
) -> None:
    """The option of lessons that have a picture."""


@dataclass(frozen=True)
class Wanted:
    """What a command's own options ask for: the lesson's parameters, and sections."""

    values: Mapping[str, object] = field(default_factory=dict)
    topics: Sequence[str] = ()


def lesson_command(own: Callable[..., Wanted]) -> None:
    """Make a command of ``own``: its parameters are options, named as in the lesson.

    The shared options are added. Help lists the lesson's topics, and says for each option which
    topics it reaches and what it is when it is not given, all read from the lesson's file.
    """
    lesson = load(own.__name__)
    has_picture = PICTURE in lesson.sections
    topic, *shared = _parameters(shared_options)
    mine = [_explained(parameter, lesson) for parameter in _parameters(own)]
    parameters = [topic, *mine, *shared, *(_parameters(plot_option) if has_picture else [])]

    def command(**given: Any) -> None:
        wanted = own(**{parameter.name: given[parameter.name] for parameter in mine})
        named = tuple(given["topics"] or ())
        if named and wanted.topics:
            raise Refusal(
                f"{' '.join(named)}: an option has chosen the topics already; leave one of them out",
                ExitCode.USAGE,
            )
        run(
            [
                Request(
                    lesson=lesson.name,
                    topics=named or tuple(wanted.topics),
                    values={k: _source(v) for k, v in wanted.values.items() if v is not None},
                    device=given["device"],
                    seed=secrets.randbelow(2**32) if given["seed"] is None else given["seed"],
                    plot=given.get("plot"),
                )
            ],
            given["json"],
            given["traceback"],
        )

    setattr(command, "__signature__", inspect.Signature(parameters))
    command.__annotations__ = {p.name: p.annotation for p in parameters}
    topic_list = "\n\n".join(f"`{s.name}` {s.title}" for s in topics(lesson))
    app.command(own.__name__, cls=Command, help=lesson.title, epilog=topic_list)(command)


def _parameters(function: Callable[..., Any]) -> list[inspect.Parameter]:
    return list(inspect.signature(function, eval_str=True).parameters.values())


def _explained(parameter: inspect.Parameter, lesson: Lesson) -> inspect.Parameter:
    """The option with the topics that it reaches and its default, as the lesson's file has them."""
    kind, option = get_args(parameter.annotation)
    reached = [s.name for s in topics(lesson) if parameter.name in s.parameters]
    default = lesson.defaults.get(parameter.name)
    option = copy(option)
    if reached and len(reached) < len(topics(lesson)):
        option.help = f"{option.help} (In {', '.join(reached)}.)"
    if default is not None and option.show_default is True:
        option.show_default = default
    return parameter.replace(annotation=Annotated[kind, option])


def _source(value: object) -> str:
    """A value as the Python source that the lesson shows; a text is source already."""
    if isinstance(value, float) and not math.isfinite(value):
        return f"float('{value}')"
    return value if isinstance(value, str) else repr(value)


def run(requests: Sequence[Request], as_json: bool, traceback: bool, tour: bool = False) -> None:
    """Show ``requests`` one after another, as pages or as one document.

    Raises:
        Refusal: a request could not be met, or a lesson failed. What there was by then is shown.
    """
    from .outputs.document import SCHEMA, Document, text
    from .show import perform

    documents: list[Document] = []
    try:
        for request in requests:
            devices.check_name(request.device)
            view: View
            if as_json:
                view = Document()
                documents.append(view)
            else:
                from .outputs.terminal import Page, console

                view = Page(console())
            perform(request, view)
    except Refusal as refusal:
        if not traceback:
            refusal.details = ""
        raise
    finally:
        contents = [document.content for document in documents if document.content]
        if tour and as_json:
            typer.echo(text({"schema": SCHEMA, "command": "tour", "lessons": contents}))
        elif contents:
            typer.echo(text(contents[0]))


@lesson_command
def tensor() -> Wanted:
    return Wanted()


@lesson_command
def broadcast() -> Wanted:
    return Wanted()


@lesson_command
def memory(
    inplace: Annotated[
        Optional[bool],
        typer.Option(
            "--inplace/--no-inplace",
            help="Show only the ways that write into the old tensor, or only the new one.",
            show_default="both",
        ),
    ] = None,
    size: Annotated[
        Optional[int], typer.Option(min=1, help="Elements of the tensors that are measured.")
    ] = None,
) -> Wanted:
    chosen = {None: (), True: ("inplace", "cost"), False: ("new", "cost")}
    return Wanted({"size": size}, chosen[inplace])


@lesson_command
def linalg(
    dim: Annotated[
        Optional[int], typer.Option(help="The axis that the sum with keepdims runs along.")
    ] = None,
) -> Wanted:
    return Wanted({"dim": dim})


@lesson_command
def norm(
    p: Annotated[
        Optional[float], typer.Option(metavar="1|2|inf|NUMBER", help="The order of the norm.")
    ] = None,
) -> Wanted:
    return Wanted({"p": numbers.order(p)})


@lesson_command
def derivative(
    at: Annotated[Optional[float], typer.Option(help="The point x.")] = None,
    h: Annotated[Optional[float], typer.Option(help="The first step.")] = None,
    steps: Annotated[
        Optional[int], typer.Option(min=1, max=400, help="How many steps.")
    ] = None,
    factor: Annotated[
        Optional[float], typer.Option(help="Each step is this times the one before.")
    ] = None,
    method: Annotated[
        Optional[Literal["forward", "central"]],
        typer.Option(help="The quotient: f(x + h) and f(x), or both sides.", show_default="forward"),
    ] = None,
    dtype: Annotated[
        Optional[Literal["float32", "float64"]],
        typer.Option(help="The precision.", show_default="float64"),
    ] = None,
) -> Wanted:
    return Wanted(
        {
            "at": numbers.finite("--at", at),
            "h": numbers.step(h),
            "steps": steps,
            "factor": numbers.factor(factor),
            "method": method and {"forward": "numerical_lim", "central": "central_lim"}[method],
            "dtype": dtype and f"torch.{dtype}",
        }
    )


@lesson_command
def autograd() -> Wanted:
    return Wanted()


@lesson_command
def dice(
    rolls: Annotated[Optional[int], typer.Option(min=1, help="How often the dice are rolled.")] = None,
    dice: Annotated[Optional[int], typer.Option(min=1, help="How many dice a roll has.")] = None,
    faces: Annotated[
        Optional[int], typer.Option(min=2, max=1000, help="How many faces a die has.")
    ] = None,
) -> Wanted:
    numbers.throws(rolls or 500, dice or 10)
    return Wanted({"rolls": rolls, "dice": dice, "faces": faces})


@lesson_command
def env() -> Wanted:
    return Wanted()
