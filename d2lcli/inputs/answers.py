"""What a reader is asked before a result is shown, and what an answer is worth.

A lesson marks what is asked (``# ask: …``). Where a reader's own values make the answer something
that nobody can say, it is not asked.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from ..language import tr
from ..values import Result
from .signs import plain

if TYPE_CHECKING:
    from ..runs import Step

Number = bool | int | float
Typed = bool | Decimal
Verdict = Literal["right", "nearly", "wrong"]

MOST = 6  # numbers that a reader is asked for at once
DIGITS = 7  # that float32 holds: what is typed after them is not held against the reader
TINY = 1e-6  # a float so small may be rounding: 0 is nearly right then
SHORT = 8  # signs of a float that is written in full

TRUTH = dict.fromkeys(("t", "true", "y", "yes", "是", "对", "真"), True)
TRUTH |= dict.fromkeys(("f", "false", "n", "no", "否", "不是", "错", "不对", "假"), False)
NUMBER = re.compile(r"[+-]?([0-9]{1,400}\.?[0-9]{0,40}|\.[0-9]{1,40})(e[+-]?[0-9]{1,3})?")
BEYOND = re.compile(r"nan|[+-]?inf(inity)?")
PRINTED = re.compile(rf"(?<![\w.])(?:{NUMBER.pattern}|{BEYOND.pattern})(?![\w.])")
WRAPPED = re.compile(r"(?:(?:torch|np|numpy)\.)?(?:size|tensor|array)\s*\((.*)\)", re.DOTALL)
DETAILS = re.compile(r",\s*(?:dtype|device|grad_fn|requires_grad)\s*=.*", re.DOTALL)
THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+")
BRACKET = re.compile(r"[()\[\]]")


@dataclass(frozen=True)
class Question:
    """What a reader is asked. ``expected`` has the sizes, or the numbers of the value."""

    text: str
    kind: Literal["shape", "value"]
    expected: tuple[Number, ...]

    @property
    def truths(self) -> bool:
        """Whether only truth values can be right."""
        return all(isinstance(value, bool) for value in self.expected) and self.expected != ()

    @property
    def like(self) -> str:
        """How an answer may be written."""
        if self.kind == "shape":
            return "3, 2"
        one = len(self.expected) == 1
        if self.truths:
            return tr("true or false" if one else "true, false and so on")
        return tr("4 or 0.25") if one else "1, 2, 3"


def question(step: Step) -> Question | None:
    """What the lesson asks about a step that is not shown yet.

    The shape, where the question has this word or the result is a ``torch.Size``; else the numbers
    or truth values of the result; else the last number in the last line that the cell printed. Of
    several vectors or matrices it is about the first. Returns None where nothing is asked, or the
    answer is too long to type, or none.
    """
    text, result = step.cell.ask, _first(step.result)
    if not text or step.error:
        return None
    values: tuple[Any, ...]
    if result is None:
        shape, values = False, _printed(step.stdout)
    else:
        shape = step.cell.asks_shape or result.text.startswith("torch.Size(")
        whole = result.shape if shape else None
        values = tuple(_numbers(result)) if whole is None else whole
    if not all(isinstance(value, bool | int | float) for value in values):
        return None
    if shape:
        return Question(text, "shape", values)
    return Question(text, "value", values) if 0 < len(values) <= MOST else None


def _first(result: Result | None) -> Result | None:
    """The first of several vectors or matrices, or else all of a result."""
    if result and result.kind == "list" and any(item and item.shape for item in result.value):
        first: Result | None = result.value[0]
        return first
    return result


def _numbers(value: Any) -> Iterator[Any]:
    """What stands in nested lists and in results, row by row; of a table, the first column."""
    match value:
        case list():
            for item in value:
                yield from _numbers(item)
        case Result(kind="table"):
            yield from (next(iter(row.values())) for row in value.value)
        case Result(kind="number" | "bool" | "tensor" | "array" | "list", truncated=False):
            yield from _numbers(value.value)
        case _:
            yield value


def _printed(stdout: str) -> tuple[Number, ...]:
    """The last number in the last line of what was printed."""
    last = (stdout.splitlines() or [""])[-1]
    found = [match[0] for match in PRINTED.finditer(last)][-1:]
    return tuple(int(t) if re.fullmatch(r"[+-]?\d+", t) else float(t) for t in found)


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


def judge(question: Question, answer: str) -> Verdict | None:
    """What ``answer`` is worth, None where it cannot be read, and the reader is asked again."""
    text = plain(answer).strip()
    if len(question.expected) == 1 and THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    typed = _read(text, rows=question.kind == "value")
    if typed is None:
        return None
    return _shape(question, typed) if question.kind == "shape" else _value(question, typed)


def _read(answer: str, rows: bool) -> list[Typed] | None:
    """The numbers and truth values of an answer, however they are set apart.

    Args:
        answer: what was typed.
        rows: whether there may be brackets inside it, too.
    """
    text = answer.lower()
    if wrapped := WRAPPED.fullmatch(text):
        text = DETAILS.sub("", wrapped[1])
    inner = text.strip("()[] \t\n")
    if not text.strip() or (BRACKET.search(inner) and not rows):
        return None
    words = [word for word in re.split(r"[\s,;x×*]+", BRACKET.sub(" ", inner)) if word]
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
    if NUMBER.fullmatch(word) or BEYOND.fullmatch(word):
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
    if (question.truths and answers < len(typed)) or (not truths and answers):
        return None
    if len(typed) != len(expected):
        return "wrong"
    pairs = list(zip(expected, typed, strict=True))
    off = [pair for pair in pairs if not _agree(*pair)]
    wrong = [pair for pair in off if not _tiny(*pair)]
    if not off:
        return "right"
    near = not wrong or (len(wrong) == 1 and (len(pairs) > 1 or _close(*wrong[0])))
    return "nearly" if near and not question.truths else "wrong"


def _agree(value: Number, typed: Typed) -> bool:
    """Whether ``typed`` is ``value``, to the digits that were typed."""
    if isinstance(value, bool) or isinstance(typed, bool):
        return isinstance(value, bool) and value is typed
    exact = Decimal(value)
    if not exact.is_finite() or not typed.is_finite():
        return exact.is_nan() and typed.is_nan() if exact.is_nan() else exact == typed
    if isinstance(value, int) or not exact:
        return exact == typed
    exponent = typed.as_tuple().exponent
    assert isinstance(exponent, int)
    # 1 is not what a reader means who knows 0.5: one digit of the value has to be there. And 4 may
    # be what somebody says who takes 3.9 for a whole number.
    first = exact.adjusted()
    unit = Decimal(1).scaleb(max(min(exponent, first or -1), first - DIGITS + 1))
    return abs(exact - typed) <= unit / 2


def _tiny(value: Number, typed: Typed) -> bool:
    """Whether 0 was said of what may be rounding, and may not."""
    return isinstance(value, float) and typed == 0 and abs(value) <= TINY


def _close(value: Number, typed: Typed) -> bool:
    """Whether a float was meant and hit within 10 %."""
    if not isinstance(value, float) or isinstance(typed, bool):
        return False
    if not math.isfinite(value) or not typed.is_finite():
        return False
    return abs(Decimal(value) - typed) <= abs(Decimal(value)) / 10
