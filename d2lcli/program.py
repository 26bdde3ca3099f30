"""What Typer is taught: commands made when asked for, help in our look, errors as sentences."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from difflib import get_close_matches
from itertools import pairwise
from traceback import format_exc
from typing import Any, ClassVar

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from . import shadowing
from .errors import ExitCode, Misuse, Refusal, one_line, quoted
from .language import LANGUAGES, asked, can_write, speak, spoken, tr
from .lesson import original, title
from .words import listed

LIKE = 0.7  # how like each other a word and a mistyped one are
FACTS = re.compile(r" \[(?=(?:default|env var): )")  # where they begin, behind a meaning
HELP = {"help_option_names": ["-h", "--help"]}


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

    def get_params(self, ctx: Any) -> list[Any]:
        """Its options, and ``--help``."""
        return [as_typed(parameter) for parameter in super().get_params(ctx)]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse; ``help COMMAND`` is ``COMMAND --help``."""
        args = [*args[1:2], "--help"] if args[:1] == ["help"] else args
        return parsed(super().parse_args, ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that a line names.

        Raises:
            Misuse: there is none of that name.
        """
        if not ctx.resilient_parsing and self.get_command(ctx, args[0]) is None:
            raise Misuse(self.unknown(args[0]))
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """The commands or options that begin so, by their titles: no lesson is read whole."""
        lessons, self.lessons = self.lessons, {}  # type: ignore[misc] # of this object, for a while
        try:
            return in_words(super().shell_complete(ctx, incomplete), self.commands)
        finally:
            self.lessons = lessons  # type: ignore[misc]

    def unknown(self, word: str) -> str:
        """What is said of a command that is not there."""
        for name in self.lessons:
            if word in original(name).sections:
                return tr("{topic} is a topic; write d2l {lesson} {topic}", topic=word, lesson=name)
        near = get_close_matches(word, [*self.commands, "help"], 1, LIKE)
        return tr(
            "No such command {word}; did you mean {near}? Or see d2l --help"
            if near
            else "No such command {word}; see d2l --help",
            word=repr(quoted(word)),
            near="".join(map(repr, near)),
        )

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """The commands, in the look of the lessons; Typer's own page takes twice as long."""
        from .views.help import contents

        told = {name: bare(command.help) for name, command in self.commands.items()}
        contents(
            tr("d2l: each line of PyTorch beside what it gives"),
            tr(self.help or ""),
            {
                tr("Commands"): [(f"d2l {name}", tr(text)) for name, text in told.items()],
                tr("More of one"): [
                    ("d2l derivative all", tr("All of its topics")),
                    ("d2l derivative smaller", tr("One of them")),
                    ("d2l derivative --help", tr("Their names, and the options")),
                ],
                tr("Options"): records(ctx, self.get_params(ctx)),
                tr("Environment"): [
                    ("D2L_DEVICE", tr("What --device is where it is not given")),
                    ("D2L_LANG", tr("What --lang is where it is not given")),
                    ("NO_COLOR, FORCE_COLOR", tr("No colors; colors through a pipe, too")),
                    ("COLUMNS", tr("How wide a page is")),
                ],
                tr("Exit codes"): [
                    ("0", tr("All is well")),
                    ("1", tr("It depends on tensors or the machine: shapes, a device, a file")),
                    ("2", tr("The command line itself is wrong")),
                    ("130", tr("Interrupted")),
                ],
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
            if isinstance(stream, io.TextIOWrapper) and stream.errors != "replace":
                stream.reconfigure(errors="replace")
        code: int
        try:
            choose_language(sys.argv[1:] if args is None else args)
            given = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
            code = given or ExitCode.FINE
            if sys.stdout is not None:
                sys.stdout.flush()
        except Exception as error:
            code = told(error, "--traceback" in (sys.argv if args is None else args))
        if standalone_mode:
            sys.exit(code)
        return code


def choose_language(words: Sequence[str]) -> None:
    """Speak the language that a command line, or else the environment, asks for.

    Where the terminal cannot show Chinese it stays English.

    Raises:
        Misuse: d2l does not speak it.
    """
    language = asked(words)
    if language is not None and language not in LANGUAGES:
        raise Misuse(
            tr("--lang {language}: d2l speaks en and zh; choose one", language=quoted(language))
        )
    language = language or spoken()
    written = can_write(getattr(sys.stdout, "encoding", None))
    speak(language if written else "en")


def told(error: Exception, whole: bool) -> int:
    """Tell what went wrong in one sentence; returns the exit code. ``whole``: with a traceback."""
    if isinstance(error, Refusal):
        complain(str(error), error.details)
        return error.code
    if isinstance(error, OSError) and error.filename is None:
        # Nothing more can be written, so nothing must try to at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        # Where the reader of a pipe has gone, there is nobody to tell.
        if not isinstance(error, BrokenPipeError):
            reason = error.strerror or error
            complain(
                tr(
                    "the output cannot be written ({reason}); send it somewhere else",
                    reason=reason,
                )
            )
        return ExitCode.FAILED
    if hasattr(error, "format_message"):
        context = getattr(error, "ctx", None)
        path = context.command_path if context is not None else "d2l"
        # Typer's own errors, whose base class its versions keep in different places.
        what = one_line(error.format_message()).rstrip(".")
        complain(tr("{error}; see {command} --help", error=what, command=path))
        return ExitCode.USAGE
    return _unexpected(error, whole)


def _unexpected(error: Exception, whole: bool) -> int:
    """Tell of an error that nobody foresaw: a reader's file is why, or d2l is."""
    kind, what = type(error).__name__, one_line(str(error))
    own = shadowing.way_out(error)
    if own:
        sentence = tr("{kind}: {error}; {way_out}", kind=kind, error=what.rstrip("."), way_out=own)
    else:
        sentence = tr(
            "unexpected {kind}: {error}; this is a mistake in d2l, --traceback shows where",
            kind=kind,
            error=what,
        )
    complain(sentence, format_exc() if whole else "")
    return ExitCode.FAILED


class Command(TyperCommand):
    """One command of the program.

    ``topics`` are what it can show, by groups; ``shared`` the names of the options that all lessons
    have; ``example`` is one with a reader's own numbers.
    """

    topics: ClassVar[dict[str, list[tuple[str, str]]]] = {}
    shared: frozenset[str] = frozenset()
    example: str = ""

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """The command's own words, in the look of the lessons."""
        from .views.help import contents

        asked = self.get_params(ctx)
        options = [p for p in asked if isinstance(p, TyperOption)]
        shared = [p for p in options if p.name in self.shared]
        groups = {
            **{tr(name): [(t, tr(told)) for t, told in rows] for name, rows in self.topics.items()},
            tr("Arguments"): records(ctx, [p for p in asked if isinstance(p, TyperArgument)]),
            tr("Options"): records(ctx, [p for p in options if p not in shared]),
            tr("Options of every lesson"): records(ctx, shared),
        }
        usage = " ".join([ctx.command_path, *self.collect_usage_pieces(ctx)])
        text = tr("Usage: {usage}", usage=usage)
        if self.example:
            for command in re.split(r"\s{3,}", self.example):
                text += "\n\n" + tr("Yours: {command}", command=command)
        contents(tr(bare(self.help)), text, {name: rows for name, rows in groups.items() if rows})

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse, unless ``-h`` is meant as a step: ``-h 0.1``."""
        if any(parameter.name == "h" for parameter in self.params):
            for option, value in pairwise([*args, ""]):
                glued = re.fullmatch(r"-h=?(-?\.?\d.*)", option)
                step = glued[1] if glued else value
                if glued or (option == "-h" and re.match(r"-?\.?\d", value)):
                    raise Misuse(
                        tr("-h {step}: -h shows the help; for a step use --h {step}", step=step)
                    )
        ctx.allow_extra_args = True  # to tell of them here
        left = parsed(super().parse_args, ctx, self.with_negatives(args))
        if left and not ctx.resilient_parsing:
            raise Misuse(
                tr(
                    "{words}: {command} takes options and no words; see {command} --help",
                    words=quoted(" ".join(left)),
                    command=ctx.command_path,
                )
            )
        return left

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """The options that begin so."""
        return in_words(super().shell_complete(ctx, incomplete), {})

    def with_negatives(self, args: Sequence[str]) -> list[str]:
        """``args`` with a minus sign before numbers that are no option's value: norm 3 -4 12."""
        takes = {name for p in self.params if not getattr(p, "is_flag", False) for name in p.opts}
        return [
            f"−{word[1:]}" if re.match(r"-\.?\d", word) and before not in takes else word
            for before, word in pairwise(["", *args])
        ]

    def get_params(self, ctx: Any) -> list[Any]:
        """Its options, and ``--help``."""
        return [as_typed(parameter) for parameter in super().get_params(ctx)]


def as_typed(parameter: Any) -> Any:
    """``parameter``, which hands on what is typed: d2l checks values itself.

    Typer 0.28 and newer load pydantic for each value else, also where none is given, which takes
    twice as long as everything else before a lesson.
    """
    callback = parameter.callback

    def process_value(ctx: Any, value: Any) -> Any:
        return callback(ctx, parameter, value) if callback and value is True else value

    parameter.process_value = process_value
    return parameter


def parsed(parse: Callable[[Any, list[str]], list[str]], ctx: Any, args: list[str]) -> list[str]:
    """Parse ``args``.

    Raises:
        Misuse: an option is not there, or has no value or one too many. Typer says it in words that
            its versions change.
    """
    try:
        return parse(ctx, args)
    except Exception as error:
        name = getattr(error, "option_name", None)
        if name is None:
            raise
        raise Misuse(_wrong(ctx, name)) from error


def _wrong(ctx: Any, name: str) -> str:
    """What is wrong with an option; the way out is the help."""
    there = {word: p for p in ctx.command.get_params(ctx) for word in (*p.opts, *p.secondary_opts)}
    said = {"option": quoted(name), "command": ctx.command_path}
    if name not in there:
        near = listed(get_close_matches(name, there, 2, LIKE), "or")
        return tr(
            "{option}: {command} has no such option; did you mean {near}? Or see {command} --help"
            if near
            else "{option}: {command} has no such option; see {command} --help",
            **said,
            near=near,
        )
    if there[name].is_flag:
        return tr("{option}: this option takes no value; see {command} --help", **said)
    return tr(
        "{option}: this option requires {value}; add it, or see {command} --help",
        **said,
        value=there[name].metavar,
    )


def in_words(offered: list[Any], commands: Mapping[str, Any]) -> list[Any]:
    """What Tab offers, told in the language that is spoken."""
    for item in offered if spoken() != "en" else []:
        command = commands.get(item.value)
        told = bare(command.help) if command else item.help or ""
        item.help = tr(FACTS.split(told, maxsplit=1)[0])
    return offered


def bare(text: str | None) -> str:
    """A title or the first line of a docstring, without its full stop."""
    return one_line(text or "").removesuffix(".")


def records(ctx: Any, parameters: Sequence[Any]) -> list[tuple[str, str]]:
    """How options are written, and what they mean."""
    found = [(parameter, parameter.get_help_record(ctx)) for parameter in parameters]
    return [
        (
            record[0],
            _meaning(
                " ".join(record[1].replace("\\[", "[").split()),
                (parameter.metavar or "").split("|"),
            ),
        )
        for parameter, record in found
        if record
    ]


def _meaning(told: str, choices: Sequence[str]) -> str:
    """What an option means, and in brackets what holds where it is not given.

    ``choices`` are typed, and so the same in each language.
    """
    text, *facts = FACTS.split(told, maxsplit=1)
    pairs = (fact.partition(": ") for fact in "".join(facts).removesuffix("]").split("; "))
    known = {"default": tr("default"), "env var": tr("env var")}
    said = (
        tr("{fact}: {value}", fact=known[name], value=value if value in choices else tr(value))
        if name in known
        else name + colon + value
        for name, colon, value in pairs
    )
    inside = tr("; ").join(said)
    return tr("{text} [{facts}]", text=tr(text), facts=inside) if facts else tr(text)


def complain(sentence: str, details: str = "") -> None:
    """One sentence on stderr."""
    with suppress(OSError):  # where nobody can be told, the exit code tells
        typer.echo(f"{details}d2l: {sentence}", err=True)
