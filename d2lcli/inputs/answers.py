"""What a reader is asked before a result is shown, and what an answer is worth.

Only what can be known from the code is asked: never what random numbers decide.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from ..results import Result
from ..runner import Cell, Step, uses

Number = bool | int | float
Typed = bool | Decimal
Verdict = Literal["right", "nearly", "wrong"]

MOST = 4  # numbers that a reader is asked for at once
DIGITS = 7  # that float32 holds: what is typed after them is not held against the reader
TINY = Decimal("1e-6")  # a float so small is rounding, and 0 is the answer that was meant
SHORT = 8  # signs of a float that is written in full

# Functions and classes that draw, and those whose memory nobody has filled.
DRAWS = re.compile(
    "rand|randn|randint|randperm|rand_like|randn_like|randint_like|normal|multinomial"
    "|bernoulli|binomial|poisson|uniform|standard_normal|random|choice|choices|shuffle"
    "|permutation|randrange|gauss|default_rng|sample|rsample|dropout|Dropout|Normal"
    "|Multinomial|Bernoulli|Binomial|Poisson|Uniform|Categorical|Exponential|normal_"
    "|uniform_|random_|bernoulli_|exponential_|geometric_|cauchy_|log_normal_|empty"
    "|empty_like|new_empty|empty_strided"
)
TRUTH = dict.fromkeys(("t", "true", "y", "yes"), True)
TRUTH |= dict.fromkeys(("f", "false", "n", "no"), False)
NUMBER = re.compile(r"[+-]?([0-9]{1,400}\.?[0-9]{0,40}|\.[0-9]{1,40})(e[+-]?[0-9]{1,3})?")
WRAPPED = re.compile(r"(?:(?:torch|np|numpy)\.)?(?:size|tensor|array)\s*\((.*)\)", re.DOTALL)
DETAILS = re.compile(r",\s*(?:dtype|device|grad_fn|requires_grad)\s*=.*", re.DOTALL)
THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+")


@dataclass(frozen=True)
class Question:
    """What a reader is asked. ``expected`` has the sizes, or the numbers of the value."""

    text: str
    kind: Literal["shape", "value"]
    expected: tuple[Number, ...]


def question(step: Step, random: bool) -> Question | None:
    """What to ask about a step, None where there is nothing to ask.

    Args:
        step: what has run, and is not shown yet.
        random: whether the result depends on random numbers (see ``Randomness``).
    """
    result = step.result
    if random or step.cell.measured or step.error or step.stdout or step.warnings:
        return None
    if not isinstance(result, Result) or result.truncated:
        return None
    match result.kind:
        case "number" | "bool":
            return _about((result.value,), alone=True)
        # An empty list stands for nothing; a shape without axes is one.
        case "list" if result.text != "[]" and all(
            item and item.kind in ("number", "bool") for item in result.value
        ):
            return _about(tuple(item.value for item in result.value))
        case "tensor" | "array" if result.shape is not None:
            values: Any = result.value if result.shape else [result.value]
            asked = _about(tuple(values), not result.shape) if len(result.shape) <= 1 else None
            return asked or Question("Which shape does it have?", "shape", result.shape)
    return None


def _about(values: tuple[Any, ...], alone: bool = False) -> Question | None:
    """The question for these values, None where they are too many or no real numbers.

    Several that nobody finds without a calculator are too many.
    """
    if len(values) > MOST or not all(isinstance(value, bool | int | float) for value in values):
        return None
    if len(values) > 1 and any(map(_is_long, values)):
        return None
    text = "What does the last line give?"
    if values and all(isinstance(value, bool) for value in values):
        text = "True or False?" if alone else f"True or False, for each of {len(values)}?"
    return Question(text, "value", values)


def expected_text(question: Question) -> str:
    """The right answer as Python writes it, long floats rounded."""
    if question.kind == "shape":
        return str(question.expected)
    texts = [_written(value) for value in question.expected]
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"


def _written(value: Number) -> str:
    text = repr(value)
    if not isinstance(value, float) or not math.isfinite(value) or len(text) <= SHORT:
        return text
    if 0.01 <= abs(value) < 1e6:
        text = f"{value:.4f}".rstrip("0")
        return f"{text}0" if text.endswith(".") else text
    return f"{value:.4e}"


def _is_long(value: Number) -> bool:
    """Whether a float has more digits than anybody finds in their head."""
    return len(repr(value)) > SHORT and re.search(r"\.[0-9]{3}|e", _written(value)) is not None


def judge(question: Question, answer: str) -> Verdict | None:
    """What ``answer`` is worth, None where it cannot be read, and the reader is asked again."""
    text = answer.strip()
    if len(question.expected) == 1 and THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    typed = _read(text)
    if typed is None:
        return None
    return _shape(question, typed) if question.kind == "shape" else _value(question, typed)


def _read(answer: str) -> list[Typed] | None:
    """The numbers and truth values of an answer, however they are set apart."""
    text = answer.lower().replace("−", "-")
    if wrapped := WRAPPED.fullmatch(text):
        text = DETAILS.sub("", wrapped[1])
    # Brackets around everything only: rows of rows are no answer to anything that is asked.
    inner = text.strip("()[] \t\n")
    if not text.strip() or re.search(r"[()\[\]]", inner):
        return None
    words = [word for word in re.split(r"[\s,;x×*]+", inner) if word]
    # Only brackets stand for nothing; signs without numbers stand for no answer.
    if inner and not words:
        return None
    typed = [_word(word) for word in words]
    return None if None in typed else [value for value in typed if value is not None]


def _word(word: str) -> Typed | None:
    if word in TRUTH:
        return TRUTH[word]
    word = re.sub(r"(?<=[0-9])_(?=[0-9])", "", word)
    above, slash, below = word.partition("/")
    if slash and NUMBER.fullmatch(above) and NUMBER.fullmatch(below) and Decimal(below):
        return Decimal(above) / Decimal(below)
    if NUMBER.fullmatch(word) or re.fullmatch(r"nan|[+-]?inf(inity)?", word):
        return Decimal(word)
    return None


def _shape(question: Question, typed: list[Typed]) -> Verdict | None:
    sizes = [
        value
        for value in typed
        if isinstance(value, Decimal) and value.is_finite() and value.as_tuple().exponent == 0
    ]
    if len(sizes) < len(typed) or any(size < 0 for size in sizes):
        return None
    expected = [Decimal(size) for size in question.expected]
    if sizes == expected:
        return "right"
    off = sum(size != true for size, true in zip(sizes, expected, strict=False))
    if (
        sorted(sizes) == sorted(expected)
        or (len(sizes) == len(expected) > 1 and off == 1)
        or [size for size in sizes if size != 1] == [size for size in expected if size != 1]
    ):
        return "nearly"
    return "wrong"


def _value(question: Question, typed: list[Typed]) -> Verdict | None:
    expected = question.expected
    truths = sum(isinstance(value, bool) for value in expected)
    answers = sum(isinstance(value, bool) for value in typed)
    # A number where only truth values can be right, or the other way round, is a slip: ask again.
    if expected and (
        (truths == len(expected) and answers < len(typed)) or (not truths and answers)
    ):
        return None
    # How many truth values there are is in the question.
    if truths == len(expected) != len(typed):
        return None
    if len(typed) != len(expected):
        return "wrong"
    pairs = list(zip(expected, typed, strict=True))
    wrong = [pair for pair in pairs if not _agree(*pair)]
    if not wrong:
        return "right"
    near = len(wrong) == 1 and (len(pairs) > 1 or _close(*wrong[0]))
    return "nearly" if near and truths < len(expected) else "wrong"


def _agree(value: Number, typed: Typed) -> bool:
    """Whether ``typed`` is ``value``, to the digits that were typed."""
    if isinstance(value, bool) or isinstance(typed, bool):
        return isinstance(value, bool) and value is typed
    exact = Decimal(value)
    if not exact.is_finite() or not typed.is_finite():
        return exact.is_nan() and typed.is_nan() if exact.is_nan() else exact == typed
    if isinstance(value, int):
        return exact == typed
    if not typed and abs(exact) <= TINY:
        return True
    exponent = typed.as_tuple().exponent
    assert isinstance(exponent, int)
    # 1 is not what a reader means who knows 0.5: one digit of the value has to be there. And 4 may
    # be what somebody says who takes 3.9 for a whole number.
    first = exact.adjusted()
    unit = Decimal(1).scaleb(max(min(exponent, first or -1), first - DIGITS + 1))
    return abs(exact - typed) <= unit / 2


def _close(value: Number, typed: Typed) -> bool:
    """Whether a float was meant and hit within 10 %."""
    if not isinstance(value, float) or isinstance(typed, bool):
        return False
    if not math.isfinite(value) or not typed.is_finite():
        return False
    return abs(Decimal(value) - typed) <= abs(Decimal(value)) / 10


class Randomness:
    """What random numbers have reached so far, as far as the code of the cells shows it.

    Too much rather than too little: a question that nobody can answer is worse than none.
    """

    def __init__(self) -> None:
        self.tainted: set[str] = set()  # names
        self.functions: dict[str, set[str]] = {}  # what each function reads
        self.imported: set[str] = set()

    def reaches(self, cell: Cell) -> bool:
        """Whether this cell, the next to run, draws or reads what was drawn."""
        # Every statement is followed, also after one that draws.
        followed = [self._follow(statement) for statement in cell.tree.body]
        return any(followed)

    def _follow(self, statement: ast.stmt) -> bool:
        """Note what ``statement`` binds, and return whether it draws or reads what was drawn."""
        reads, binds = uses(statement)
        random = _draws(statement) or self._reached(reads)
        if isinstance(statement, ast.Import | ast.ImportFrom):
            self.imported |= binds
        if random:
            # torch.manual_seed(x) writes nothing into torch that a reader of torch.ones would see.
            self.tainted |= binds | {*_written_in_place(statement)} - self.imported
        # What stands under a condition may not run at all, so it makes nothing clean.
        elif isinstance(
            statement,
            ast.Assign
            | ast.AnnAssign
            | ast.FunctionDef
            | ast.ClassDef
            | ast.Import
            | ast.ImportFrom,
        ):
            self.tainted -= binds
        for name in binds:
            self.functions.pop(name, None)
        if isinstance(statement, ast.FunctionDef):
            # Names in a body are looked up when it is called: what is clean now may be drawn then.
            self.functions[statement.name] = reads
        return random

    def _reached(self, names: set[str]) -> bool:
        """Whether one of ``names`` is random, or a function that reads one that is."""
        seen: set[str] = set()
        while new := names - seen:
            if new & self.tainted:
                return True
            seen |= new
            names = set().union(*(self.functions.get(name, set()) for name in new))
        return False


def _draws(node: ast.AST) -> bool:
    for part in ast.walk(node):
        match part:
            case ast.Name(id=name) | ast.Attribute(attr=name) if DRAWS.fullmatch(name):
                # A variable that is only given such a name draws nothing.
                if isinstance(part.ctx, ast.Load):
                    return True
    return False


def _written_in_place(node: ast.AST) -> Iterator[str]:
    """Names whose objects are written: ``x[0] = …``, ``x.y = …``, ``x.normal_()``, ``x.append(…)``.

    A call on a line of its own is there for what it writes.
    """
    for part in ast.walk(node):
        match part:
            case ast.Subscript(ctx=ast.Store()) | ast.Attribute(ctx=ast.Store()):
                inside: ast.AST = part
            case ast.Call(func=ast.Attribute(attr=name)) if DRAWS.fullmatch(name) and name.endswith(
                "_"
            ):
                inside = part.func
            case ast.Expr(value=ast.Call(func=ast.Attribute() as method)):
                inside = method
            case _:
                continue
        while isinstance(inside, ast.Subscript | ast.Attribute):
            inside = inside.value
        if isinstance(inside, ast.Name):
            yield inside.id
