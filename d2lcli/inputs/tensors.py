"""A reader's numbers for a tensor: ``1,2,3`` or ``[[1,2],[3,4]]``, with nan, inf and 1e-3."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Union

from ..errors import Refusal, quoted
from ..language import mark, tr
from .numbers import AXES, LARGE, exactly, native, number, written, wrong
from .signs import plain

MOST = 10_000  # numbers: more than anybody types
FLOAT32 = 3.4028235e38  # the largest one
NORMAL = 2.0**-126  # the smallest one that has all its digits
INT64 = 2**63

Nested = Union[int, float, list["Nested"]]

WORD = re.compile(r"[^\s,\[\]]+")
WHOLE = re.compile(r"[-+*0-9_]+")
BRACKETS = str.maketrans("()", "[]")
# What stands where it makes no list, with the place of what is missing.
MISTAKES = (
    (
        re.compile(r"(?:^|[\[,])\s*(?=,)"),
        mark("nothing stands before the comma (character {place})"),
        mark("write a number there"),
    ),
    (
        re.compile(r"(?:[^\s,\[]\s+|\]|[^\s,\[](?=\[))(?=[^\s,\]])"),
        mark("a comma is missing (character {place})"),
        mark("write one there"),
    ),
)


class _MistakeError(Exception):
    """What is wrong with the numbers, and what to do about it."""


def _many() -> _MistakeError:
    return _MistakeError(tr("these are more than {most:,} numbers", most=MOST), tr("give fewer"))


@dataclass(frozen=True)
class Data:
    """Numbers for a tensor.

    Attributes:
        value: one number, or lists of equal lengths inside lists.
        dtype: ``int64``, ``float32`` or ``float64``.
    """

    value: Nested
    dtype: str

    @property
    def shape(self) -> tuple[int, ...]:
        """The tensor's shape."""
        return shape(self.value)

    @property
    def source(self) -> str:
        """Python source of the tensor; its dtype is left out where torch chooses the same."""
        numbers = re.sub(r"\b(nan|inf)\b", r"torch.\1", repr(self.value))
        more = "" if self.dtype == _chosen(self.value) else f", dtype=torch.{self.dtype}"
        return f"torch.tensor({numbers}{more})"


def parse(option: str, value: object, example: str = "") -> Data:
    """The numbers in a text, or those of lists, an array or a tensor.

    ``example``: what to give in place of nothing, in the language that is spoken.

    They are float64 where float32 would make a number infinite, or too small for all its digits,
    and where an array is.

    Raises:
        Misuse: it is nothing of the kind; the sentence says where.
    """
    if isinstance(value, str) and not value.strip():
        such = example or tr("lists such as [[1,2],[3,4]]")
        raise wrong(option, value, tr("nothing is there"), such)
    try:
        if math.prod(getattr(value, "shape", ())) > MOST:
            value = type(value).__name__  # of which no sentence can show all numbers
            raise _many()
        found = _taken(_read(plain(value)) if isinstance(value, str) else value)
        if any(index >= MOST for index, _ in enumerate(elements(found))):
            raise _many()
        shape(found)  # which every row has to fit
    except _MistakeError as mistake:
        reason, way_out = mistake.args
        told = tr("{reason}; {way_out}", reason=reason, way_out=way_out)
        raise wrong(option, value, told) from None
    chosen = _chosen(found)
    beyond = chosen == "float32" and any(
        FLOAT32 < abs(one) < math.inf or 0 < abs(one) < NORMAL for one in elements(found)
    )
    doubled = str(getattr(value, "dtype", "")).removeprefix("torch.") == "float64"
    return Data(found, "float64" if beyond or doubled else chosen)


def _chosen(value: Nested) -> str:
    """The dtype that torch.tensor gives these numbers."""
    found = [*elements(value)]
    return "int64" if found and all(isinstance(one, int) for one in found) else "float32"


def _read(text: str) -> object:
    """The lists that a text stands for, with words in place of numbers."""
    text = text.translate(BRACKETS)
    if text.count(",") > MOST:
        raise _many()
    for pattern, reason, way_out in MISTAKES:
        if found := pattern.search(text):
            raise _MistakeError(tr(reason, place=found.end() + 1), tr(way_out))
    try:
        return ast.literal_eval(WORD.sub(lambda word: repr(word[0]), text.strip()))
    except (SyntaxError, MemoryError):
        reason, way_out = tr("the brackets do not match"), tr("close each that is open")
        raise _MistakeError(reason, way_out) from None


def _taken(value: object, axes: int = 0) -> Nested:
    """Numbers, or words that stand for some, as lists of their own."""
    value = native(value)
    if isinstance(value, (list, tuple, range)):
        if axes == AXES:
            reason = tr("these are more than {most} axes", most=AXES)
            raise _MistakeError(reason, tr("give fewer of them"))
        if len(value) > MOST:
            raise _many()
        return [_taken(item, axes + 1) for item in value]
    if isinstance(value, str):
        return _number(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        reason = tr("{word!r} is no number", word=written(value)[:25])
        raise _MistakeError(reason, tr("give numbers"))
    return _int64(value) if isinstance(value, int) else value


def _number(word: str) -> int | float:
    try:
        found = number("", word)
        whole = exactly("", word) if WHOLE.fullmatch(word) else None
    except Refusal:
        reason = tr("{word!r} is no number", word=quoted(word, 25))
        raise _MistakeError(reason, tr("give numbers such as 3, -0.5 or 1e-3")) from None
    if whole is not None:
        return _int64(whole)
    if math.isinf(found) and "n" not in word.lower():
        reason = tr("{part} is too large for a float", part=quoted(word, 25))
        raise _MistakeError(reason, tr("write inf for infinity"))
    return found


def _int64(value: int) -> int:
    if not -INT64 <= value < INT64:
        reason = tr("{part} is too large for an int64", part=written(value)[:25])
        raise _MistakeError(reason, tr("write it as a float, with a point at its end"))
    return value


def shape(value: Nested, place: str = "") -> tuple[int, ...]:
    """The shape of nested lists; ``place`` says which of them, as Python's indices do."""
    if not isinstance(value, list):
        return ()
    shapes = [shape(item, f"{place}[{index}]") for index, item in enumerate(value)]
    for index, sizes in enumerate(shapes):
        if sizes != shapes[0]:
            reason = tr(
                "{one}, but {other}",
                one=_has(f"{place}[{index}]", sizes),
                other=_has(f"{place}[0]", shapes[0]),
            )
            raise _MistakeError(reason, tr("give rows of one length"))
    return (len(value), *shapes[0]) if shapes else (0,)


def _has(row: str, shape: tuple[int, ...]) -> str:
    """What is in a row."""
    if len(shape) > 1:
        return tr("row {row} has the shape {shape}", row=row, shape=shape)
    if not shape:
        return tr("row {row} is one number", row=row)
    return tr(
        "row {row} has {count} number" if shape[0] == 1 else "row {row} has {count} numbers",
        row=row,
        count=shape[0],
    )


def elements(value: Nested) -> Iterator[int | float]:
    """All numbers of ``value``, row by row."""
    if isinstance(value, list):
        for item in value:
            yield from elements(item)
    else:
        yield value


def vector(option: str, value: object) -> Data:
    """The numbers of a vector in float64, one at least.

    Raises:
        Misuse: they are no vector.
    """
    such = tr("numbers such as 3,-4")
    found = parse(option, value, such).value
    found = found if isinstance(found, list) else [found]
    if _is_not(found, 1):
        told = tr(
            "a vector has one axis and one number at least, and this has the shape {shape}",
            shape=shape(found),
        )
        raise wrong(option, value, told, such)
    return squared(option, value, found)


def matrix(option: str, value: object) -> Data:
    """The rows of a matrix in float64, with one finite number at least.

    Raises:
        Misuse: they are no matrix.
    """
    such = tr("rows such as [[1,2],[3,4]]")
    found = parse(option, value, such).value
    if _is_not(found, 2):
        told = tr(
            "a matrix has two axes and one number at least, and this has the shape {shape}",
            shape=shape(found),
        )
        raise wrong(option, value, told, such)
    for one in elements(found):
        if not math.isfinite(one):
            told = tr(
                "{number} has no singular values to go with it; give finite numbers", number=one
            )
            raise wrong(option, value, told)
    return squared(option, value, found)


def _is_not(found: Nested, axes: int) -> bool:
    """Whether there are not so many axes, or no number."""
    sizes = shape(found)
    return len(sizes) != axes or not math.prod(sizes)


def squared(option: str, value: object, found: Nested) -> Data:
    """The numbers in float64, where low powers of finite ones neither overflow nor vanish."""
    for one in elements(found):
        if one and not 1 / LARGE < abs(one) < LARGE and math.isfinite(one):
            told = tr(
                "powers of {number:g} leave the range of floats; give 0 or sizes between {least:g} "
                "and {most:g}",
                number=one,
                least=1 / LARGE,
                most=LARGE,
            )
            raise wrong(option, value, told)
    return Data(_floats(found), "float64")


def _floats(value: Nested) -> Nested:
    return [*map(_floats, value)] if isinstance(value, list) else float(value)
