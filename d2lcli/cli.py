"""The command line: a command for each lesson, ``explain``, ``env`` and ``tour``.

Nothing here or in what this imports loads torch, matplotlib or numpy: help, completion and mistakes
have to be quick.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Any, Optional, cast

import typer
from typer.core import TyperCommand
from typer.main import get_command

from . import __version__, completing, showing
from .errors import Misuse, Refusal, quoted
from .inputs import devices, files, numbers
from .inputs.signs import plain
from .language import mark, tr
from .lesson import NAMES, Kind, Lesson, original
from .options import Option, concept, declared, request, spelled
from .program import HELP, Command, Program
from .request import Request
from .running import Live, Output, run

TOPICS = "topics"  # the parameter with the words behind a command

app = typer.Typer(
    cls=Program,
    help=mark("The preliminaries of Dive into Deep Learning, one command for each concept."),
    context_settings=HELP,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"d2l {__version__}")
        raise typer.Exit


# What every command has

Lang = Annotated[
    Optional[str],
    typer.Option(
        metavar="en|zh",
        help="The language; else that of the environment.",
        autocompletion=completing.choices("en|zh"),
    ),
]


@app.callback(invoke_without_command=True)
def program(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001  # Typer calls _version
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
    lang: Lang = None,  # noqa: ARG001  # Program has read it: help needs it, too
) -> None:
    """Show the help where no command is given."""
    if ctx.invoked_subcommand is None:
        ctx.get_help()  # which prints it


# What every lesson has

Device = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        envvar="D2L_DEVICE",
        help="Where the tensors live: cpu, cuda, cuda:N or auto.",
        autocompletion=completing.words(completing.DEVICES),
    ),
]
Seed = Annotated[
    Optional[str],
    typer.Option(metavar="N", help=f"Make a run repeatable. [default: {mark('a fresh one')}]"),
]
Plot = Annotated[
    Optional[str],
    typer.Option(
        metavar="FILE",
        help="Save the picture: .png, .svg or .pdf; - writes a png to standard output, -.svg an "
        "svg.",
        autocompletion=completing.endings(files.PICTURES),
    ),
]
Show = Annotated[bool, typer.Option("--show", help="Show the picture, without a file.")]
Export = Annotated[
    Optional[str],
    typer.Option(
        metavar="FILE",
        help="Take the run away: .ipynb, .py or .html; -.html writes to standard output.",
        autocompletion=completing.endings(files.EXPORTS),
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Let --export replace an older file.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]
ShowCode = Annotated[bool, typer.Option("--code", help="The run as a script, on stdout.")]
Step = Annotated[bool, typer.Option("--step", help="Wait for Enter between cells.")]
Predict = Annotated[bool, typer.Option("--predict", help="Say what comes out before it is shown.")]
Interactive = Annotated[
    bool,
    typer.Option("-i", "--interactive", help="Then a Python prompt with the lesson's variables."),
]
Traceback = Annotated[bool, typer.Option("--traceback", help="The whole traceback of an error.")]


def _shared(
    device: Device = "cpu",
    seed: Seed = None,
    plot: Plot = None,
    show: Show = False,
    export: Export = None,
    force: Force = False,
    json: Json = False,
    code: ShowCode = False,
    step: Step = False,
    predict: Predict = False,
    interactive: Interactive = False,
    traceback: Traceback = False,
    lang: Lang = None,
) -> None:
    """The options that every lesson has."""


# The lessons


def _command(name: str) -> TyperCommand:
    """The command of a lesson: its own options, the topics, and what every lesson has."""
    lesson = original(name)
    own = declared(concept(name))
    behind = next((kind.metavar for kind in own.values() if kind.words), "")
    options = [_option(option, kind, lesson) for option, kind in own.items()]
    shared = list(inspect.signature(_shared, eval_str=True).parameters.values())
    contents = _contents(lesson)
    parameters = [_words(behind, contents), *options, *shared]

    def command(**given: Any) -> None:
        values, topics = _values(own, given)
        wanted = _request(name, values, topics, given)
        live = Live(given["step"], given["predict"], given["interactive"])
        show = showing.way() if given["show"] else None
        files = _standard(given)
        run(
            [wanted],
            Output(
                given["json"],
                given["code"],
                given["traceback"],
                live=live,
                show=show,
                standard=files,
            ),
        )

    keyword = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in parameters]
    command.__signature__ = inspect.Signature(keyword)  # type: ignore[attr-defined] # what Typer reads
    command.__annotations__ = {p.name: p.annotation for p in keyword}
    made = typer.Typer(add_completion=False)
    made.command(name, cls=Command, help=lesson.title, context_settings=HELP)(command)
    # A Typer app with one command is that command.
    found = cast("Command", get_command(made))
    found.topics = contents  # type: ignore[misc] # the class has none of its own
    found.shared = frozenset([*inspect.signature(_shared).parameters, "help"])
    found.example = lesson.yours
    return found


def _values(
    own: Mapping[str, Option], given: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What a lesson's own options are given, words behind the command too; and the topics."""
    topics = tuple(map(plain, given[TOPICS] or ()))
    values = {option: given[option] for option in own}
    for option, kind in own.items():
        if kind.words is None:
            continue
        found, topics = kind.words(topics)
        if found and values[option] is not None:
            raise Misuse(
                tr(
                    "{words} and {option} {value}: both are the same; leave out one of the two",
                    words=" ".join(found),
                    option=spelled(option),
                    value=values[option],
                )
            )
        values[option] = found or values[option]
    return values, topics


def _standard(given: Mapping[str, Any]) -> dict[str, str]:
    """The endings of files that are written to standard output, by their options."""
    endings = {f"--{name}": files.standard(f"--{name}", given[name]) for name in ("plot", "export")}
    return {option: ending for option, ending in endings.items() if ending}


def _request(
    name: str, values: Mapping[str, Any], topics: Sequence[str], given: Mapping[str, Any]
) -> Request:
    """The request of a lesson, from the options that every lesson has."""
    standard = _standard(given)
    asked = request(
        name,
        values,
        topics,
        device=given["device"],
        seed=given["seed"],
        plot=None if "--plot" in standard else _path(given["plot"]),
        export=None if "--export" in standard else _path(given["export"]),
        force=given["force"],
    )
    draws = given["show"] or "--plot" in standard or standard.get("--export", ".py") != ".py"
    return replace(asked, draw=draws, keep="--export" in standard)


def _path(text: str | None) -> Path | None:
    return None if text is None else Path(text)


def _contents(lesson: Lesson) -> dict[str, list[tuple[str, str]]]:
    """A lesson's topics with their titles."""
    groups = {
        mark("The page"): [Kind.MAIN],
        mark("Topics"): [Kind.TOPIC],
        mark("Questions"): [Kind.QUESTION],
    }
    return {
        heading: [(section.name, section.title) for section in lesson.of(*kinds)]
        for heading, kinds in groups.items()
    }


def _words(metavar: str, contents: Mapping[str, Sequence[tuple[str, str]]]) -> inspect.Parameter:
    """What stands behind a command: topics, and values where a lesson takes some."""
    both = f"[{metavar}|TOPIC]..." if metavar else "[TOPIC]..."
    offered = [
        *(topic for rows in contents.values() for topic in rows),
        ("all", mark("all of them")),
    ]
    argument = typer.Argument(
        metavar=both, help="What to show, or all.", autocompletion=completing.words(offered)
    )
    return inspect.Parameter(
        TOPICS,
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[Optional[list[str]], argument],
    )


def _option(name: str, option: Option, lesson: Lesson) -> inspect.Parameter:
    """A lesson's own option; its help says what it is when it is not given."""
    default = option.default or _told(lesson, option.sets or (name,))
    made = typer.Option(
        *([option.flag] if option.flag else [spelled(name)]),
        metavar=option.metavar or None,
        help=option.help + (f" [default: {default}]" if default else ""),
        show_default=False,
        autocompletion=completing.choices(option.metavar),
    )
    kind: Any = Optional[bool] if option.flag else Optional[str]
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[kind, made],
    )


def _told(lesson: Lesson, names: Sequence[str]) -> str:
    """A parameter's default as it is typed; nothing where it is no number, numbers or name."""
    source = next(filter(None, map(lesson.default, names)), "")
    if name := re.fullmatch(r"torch\.(\w+)", source):
        return name[1]
    numbers = re.fullmatch(r"\(?([-\d., ]+?),?\)?", source)
    return ",".join(f"{float(part):g}" for part in numbers[1].split(",")) if numbers else ""


Program.lessons |= {name: cache(partial(_command, name)) for name in NAMES}


# The other commands


@app.command(cls=Command)
def env(
    device: Device = "cpu",
    json: Json = False,
    lang: Lang = None,  # noqa: ARG001  # as for the program
) -> None:
    """The environment: what is installed, and what is missing."""
    from . import doctor

    devices.check_name(device)
    report = doctor.examine(device)
    if json:
        import json as standard

        typer.echo(standard.dumps(doctor.document(report), indent=1))
    else:
        from .views.help import report as show

        show(doctor.lines(report))
    if not report.can_run:
        raise Refusal(report.refusal)


class Explain(Command):
    """A command that takes another one behind ``--``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Keep what stands behind ``--`` at the beginning as it is."""
        if args[:1] == ["--"] and len(args) > 1:
            ctx.meta["program"], args = args[1:], []
        return super().parse_args(ctx, args)


@app.command(cls=Explain)
def explain(
    ctx: typer.Context,
    message: Annotated[
        Optional[list[str]],
        typer.Argument(
            metavar="[MESSAGE]... | -- PROGRAM...",
            help="A message of PyTorch, in quotes; without it, a program's output is read from a "
            "pipe; behind --, a program is run.",
        ),
    ] = None,
    lang: Lang = None,  # noqa: ARG001
) -> int:
    """What a message of PyTorch means, and what helps."""
    from . import explaining

    if "program" in ctx.meta:
        return explaining.run(ctx.meta["program"])
    if not message and (sys.stdin is None or sys.stdin.isatty()):
        raise Misuse(
            tr("explain: there is no message; give it in quotes, or pipe a whole traceback in")
        )
    text = " ".join(message) if message else explaining.piped()
    if not text.strip():
        raise Misuse(
            tr(
                "explain {text}: that is no message; give one as PyTorch wrote it, in quotes",
                text=quoted(text),
            )
        )
    explaining.explain(text)
    return 0


@app.command(cls=Command)
def shell(ctx: typer.Context, lang: Lang = None) -> int:  # noqa: ARG001
    """These commands without d2l, one after another, with one import of torch.

    Through a pipe all lines are run, and the exit code is the first that was not 0.
    """
    from .shell import interact

    return interact(cast("Program", ctx.find_root().command))


@app.command(cls=Command)
def tour(
    plot: Annotated[
        Optional[str], typer.Option(metavar="FOLDER", help="Save the pictures here, as png.")
    ] = None,
    export: Annotated[
        Optional[str],
        typer.Option(
            metavar="FOLDER|FILE",
            help="Take the runs away: a notebook for each, or one .ipynb, .py or .html.",
        ),
    ] = None,
    force: Force = False,
    device: Device = "cpu",
    seed: Seed = None,
    json: Json = False,
    traceback: Traceback = False,
    lang: Lang = None,  # noqa: ARG001
) -> None:
    """Every lesson, one after another, with one import of torch."""
    devices.check_name(device)
    ending, drawn = files.standard("--export", export), numbers.seed("--seed", seed)
    if plot is not None or export is not None:
        # Before a folder is made: what cannot run must not leave one behind.
        device = devices.choose(device, alone=True)
    pictures, notebooks, chapter = _places(plot, None if ending else export, force and not ending)
    requests = [
        request(
            name,
            {},
            (),
            device=device,
            seed=drawn,
            plot=pictures / f"{name}.png" if pictures else None,
            export=notebooks / f"{name}.ipynb" if notebooks else None,
            force=force and notebooks is not None,
        )
        for name in NAMES
    ]
    if chapter or ending:
        draw = (ending or export or "")[-3:].lower() != ".py"
        requests = [replace(asked, keep=True, draw=draw, force=force) for asked in requests]
    standard = {"--export": ending} if ending else {}
    output = Output(json, traceback=traceback, tour=True, chapter=chapter, standard=standard)
    run(requests, output)


def _places(
    plot: str | None, export: str | None, force: bool
) -> tuple[Path | None, Path | None, Path | None]:
    """The folders of a tour's pictures and notebooks, which are made, or the file for all of it.

    Raises:
        Refusal: one of them cannot be made, or may hold a reader's own work.
    """
    if files.standard("--plot", plot):
        raise Misuse(tr("--plot -: a tour has a picture for each lesson; name a folder"))
    pictures, exported = _path(plot), _path(export)
    chapter = exported if exported and exported.suffix.lower() in files.EXPORTS else None
    notebooks = exported if chapter is None else None
    if notebooks is None:
        files.export("--export", chapter, force)
    else:
        for name in NAMES:
            files.own_work("--export", notebooks / f"{name}.ipynb", force)
    files.folders({"--plot": pictures, "--export": notebooks})
    return pictures, notebooks, chapter
