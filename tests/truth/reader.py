"""A reading by machine: every sentence, table and title of a run is held against an oracle.

A checker belongs to a lesson and to one kind of sentence: a pattern and a function that gets what
the pattern found. A sentence that no pattern matches is an error, so a new one needs its checker.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import numpy as np

from d2lcli.api import asked
from d2lcli.inputs.devices import borrowed
from d2lcli.note import Note, Table
from d2lcli.runs import Run, Step
from d2lcli.show import perform

# As ``words.number`` writes one, and a shape.
NUMBER = r"(?:−?(?:\d[\d,]*(?:\.\d+)?(?:e[-−]?\d+)?|∞)|nan)"
SHAPE = r"\((?:\d+, )*(?:\d+,?)?\)"
NAMES = "xyzabcdeghijklmnopqrstuvw"

Check = Callable[..., None]


@dataclass
class Case:
    """One run: a lesson, its topics and options as ``d2lcli.run`` takes them."""

    lesson: str
    options: dict[str, Any] = field(default_factory=dict)
    topics: tuple[str, ...] = ()

    def __str__(self) -> str:
        told = " ".join(f"--{name}={value!r}" for name, value in self.options.items())
        return " ".join(filter(None, [self.lesson, *self.topics, told]))


@dataclass
class Context:
    """What stands around a sentence: the case, its section, the variables, the last table."""

    case: Case
    section: str
    names: Mapping[str, Any]
    note: Note
    tables: list[Table]
    run: Run

    @property
    def options(self) -> dict[str, Any]:
        return self.case.options

    def column(self, name: str, table: int = -1) -> list[Any]:
        return next([*c.values] for c in self.tables[table].columns if c.name == name)


def cells(c: Context) -> list[list[Any]]:
    """The columns of a note's table."""
    assert c.note.table is not None
    return [[*column.values] for column in c.note.table.columns]


SENTENCES: dict[str, list[tuple[re.Pattern[str], Check]]] = {}
TABLES: dict[str, list[tuple[re.Pattern[str], Check]]] = {}
TITLES: dict[str, list[tuple[re.Pattern[str], Check]]] = {}


def _register(
    into: dict[str, list[tuple[re.Pattern[str], Check]]],
) -> Callable[..., Callable[[Check], Check]]:
    def named(lesson: str, *patterns: str) -> Callable[[Check], Check]:
        def keep(check: Check) -> Check:
            for pattern in patterns:
                found = pattern.replace("<N>", NUMBER).replace("<S>", SHAPE)
                into.setdefault(lesson, []).append((re.compile(found, re.DOTALL), check))
            return check

        return keep

    return named


sentence = _register(SENTENCES)
table = _register(TABLES)
title = _register(TITLES)


@dataclass
class Found:
    """What is wrong in one run, and how much was read."""

    false: list[str] = field(default_factory=list)
    sentences: int = 0
    tables: int = 0
    titles: int = 0


def read(case: Case, pictures: bool = True) -> Found:
    """Run a case, and read all that is said in it."""
    found = Found()
    request = replace(asked(case.lesson, case.topics, case.options), draw=pictures)
    with borrowed():
        run = perform(request, _View(case, found))
    found.false += [f"{case}: a note failed: {fault!r}" for fault in run.faults]
    if run.figure is not None:
        for text in titles(run.figure):
            found.titles += 1
            context = Context(case, "", run.names, Note(), [], run)
            _whole(TITLES, plain(text), context, found)
    return found


SUPER = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def plain(text: str) -> str:
    """A title with powers of ten as a sentence has them: 6.1e237."""
    told = re.sub(r"·10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)", lambda e: "e" + e[1].translate(SUPER), text)
    return re.sub(r"\b10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)", lambda e: "1e" + e[1].translate(SUPER), told)


def titles(figure: Any) -> list[str]:
    """The title of a picture, and the line below it."""
    texts = figure.texts or figure.axes[0].texts[:2]
    return [text.get_text() for text in texts if text.get_text()]


class _View:
    """Reads notes while the variables are those of their section."""

    def __init__(self, case: Case, found: Found) -> None:
        self.case, self.found = case, found
        self.section, self.tables = "", list[Table]()

    def open(self, run: Run) -> None:
        self.run = run

    def step(self, step: Step) -> None:
        if step.cell.section != self.section:
            self.tables = []
        self.section = step.cell.section
        if step.error is not None:
            self.found.false.append(f"{self.case}: a cell failed: {step.error.message}")

    def note(self, note: Note) -> None:
        context = Context(self.case, self.section, self.run.names, note, self.tables, self.run)
        if note.table is not None:
            self.tables.append(note.table)
            self.found.tables += 1
            heads = "|".join(column.name for column in note.table.columns)
            _whole(TABLES, heads, context, self.found)
        reason = dict(self.run.request.unfit)
        name, _, told = note.text.partition(": ")
        if reason.get(name) == told:
            self.found.sentences += 1
            _one(SENTENCES, f"{name}: {told}", context, self.found)
        else:
            _text(note.text, context, self.found)

    def close(self) -> None:
        pass


def _text(text: str, context: Context, found: Found) -> None:
    """Sentence after sentence: at each place the checker that reads farthest."""
    place = 0
    while place < len(text):
        ways = []
        for pattern, check in SENTENCES.get(context.case.lesson, []):
            match = pattern.match(text, place)
            if match and (match.end() == len(text) or text[match.end()] == " "):
                ways.append((match.end(), match, check))
        if not ways:
            found.false.append(f"{context.case} [{context.section}]: no checker: {text[place:]!r}")
            return
        end, match, check = max(ways, key=lambda way: way[0])
        found.sentences += 1
        _checked(match, check, context, found)
        place = end + 1


def _one(
    rules: dict[str, list[tuple[re.Pattern[str], Check]]], text: str, context: Context, found: Found
) -> None:
    _whole(rules, text, context, found)


def _whole(
    rules: dict[str, list[tuple[re.Pattern[str], Check]]], text: str, context: Context, found: Found
) -> None:
    """A text that one pattern has to match as a whole."""
    for pattern, check in rules.get(context.case.lesson, []):
        match = pattern.fullmatch(text)
        if match:
            _checked(match, check, context, found)
            return
    found.false.append(f"{context.case} [{context.section}]: no checker: {text!r}")


def _checked(match: re.Match[str], check: Check, context: Context, found: Found) -> None:
    try:
        check(context, *match.groups())
    except Exception as error:
        told = f"{type(error).__name__}: {error}".strip()[:400]
        found.false.append(f"{context.case} [{context.section}]: {match[0]!r}: {told}")


# Numbers in sentences


def value(text: str) -> float:
    """The number that a text of ``words.number`` stands for."""
    plain = text.replace("−", "-").replace(",", "").replace("∞", "inf")
    return float(plain)


def agrees(text: str, true: Any, digits: int = 5) -> bool:
    """Whether a number printed with so many significant digits is this one, rounded."""
    told = value(text)
    true_float = float(true)
    if math.isnan(told) or math.isinf(told):
        return told == true_float or (math.isnan(told) and math.isnan(true_float))
    if not math.isfinite(true_float):
        return False
    if true_float == 0 or told == 0:
        return told == true_float or abs(told - true_float) < 1e-300
    if isinstance(true, int) and "e" not in text and abs(true) < 10**digits:
        return int(told) == true
    size = math.floor(math.log10(abs(true_float)))
    off = abs(Decimal(told) - Decimal(true_float))
    return bool(off <= Decimal("0.5000001") * Decimal(10) ** (size - digits + 1))


def says(text: str, true: Any, digits: int = 5) -> None:
    assert agrees(text, true, digits), f"{text} is said, and it is {true!r}"


def shape_of(text: str) -> tuple[int, ...]:
    return tuple(int(size) for size in re.findall(r"\d+", text))


def is_shape(text: str, true: Sequence[int]) -> None:
    assert shape_of(text) == tuple(true), f"{text} is said, and it is {tuple(true)}"


def items(text: str) -> list[str]:
    """``a, b and c``."""
    first, _, last = text.rpartition(" and ")
    return [*(first.split(", ") if first else []), last]


def counted(text: str) -> int:
    """The number at the front of ``1,000 rolls``."""
    found = re.match(r"[\d,]+", text)
    assert found is not None
    return int(found[0].replace(",", ""))


def matters(_: Context, *__: object) -> None:
    """What is true whatever was run: advice, and where to read on."""


def array(x: Any) -> np.ndarray[Any, Any]:
    """A tensor's numbers."""
    found: np.ndarray[Any, Any] = x.detach().cpu().numpy()
    return found
