"""A reader's numbers for a tensor: ``1,2,3`` or ``[[1,2],[3,4]]``, with nan, inf and 1e-3."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Union

from ..errors import Refusal, quoted
from .numbers import AXES, LARGE, exactly, native, number, written, wrong
from .signs import plain

MOST = 10_000  # numbers: more than anybody types
FLOAT32 = 3.4028235e38  # the largest one
INT64 = 2**63

Nested = Union[int, float, list["Nested"]]

WORD = re.compile(r"[^\s,\[\]]+")
WHOLE = re.compile(r"[-+*0-9_]+")
BRACKETS = str.maketrans("()", "[]")
# What stands where it makes no list, with the place of what is missing.
MISTAKES = (
    (re.compile(r"(?:^|[\[,])\s*(?=,)"), "nothing stands before the comma", "write a number there"),
    (
        re.compile(r"(?:[^\s,\[]\s+|\]|[^\s,\[](?=\[))(?=[^\s,\]])"),
        "a comma is missing",
        "write one there",
    ),
)


class _MistakeError(Exception):
    """What is wrong with the numbers, and what to do about it."""


MANY = _MistakeError(f"these are more than {MOST:,} numbers", "give fewer")


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


def parse(option: str, value: object, example: str = "lists such as [[1,2],[3,4]]") -> Data:
    """The numbers in a text, or those of lists, an array or a tensor.

    They are float64 where float32 would make a number infinite, and where an array is.

    Raises:
        Misuse: it is nothing of the kind; the sentence says where.
    """
    if isinstance(value, str) and not value.strip():
        raise wrong(option, value, f"nothing is there; give {example}")
    try:
        if math.prod(getattr(value, "shape", ())) > MOST:
            value = type(value).__name__  # of which no sentence can show all numbers
            raise MANY
        found = _taken(_read(plain(value)) if isinstance(value, str) else value)
        if any(index >= MOST for index, _ in enumerate(elements(found))):
            raise MANY
        shape(found)  # which every row has to fit
    except _MistakeError as mistake:
        reason, way_out = mistake.args
        raise wrong(option, value, f"{reason}; {way_out}") from None
    chosen = _chosen(found)
    large = any(FLOAT32 < abs(one) < math.inf for one in elements(found)) and chosen == "float32"
    doubled = str(getattr(value, "dtype", "")).removeprefix("torch.") == "float64"
    return Data(found, "float64" if large or doubled else chosen)


def _chosen(value: Nested) -> str:
    """The dtype that torch.tensor gives these numbers."""
    found = [*elements(value)]
    return "int64" if found and all(isinstance(one, int) for one in found) else "float32"


def _read(text: str) -> object:
    """The lists that a text stands for, with words in place of numbers."""
    text = text.translate(BRACKETS)
    if text.count(",") > MOST:
        raise MANY
    for pattern, reason, way_out in MISTAKES:
        if found := pattern.search(text):
            raise _MistakeError(f"{reason} (character {found.end() + 1})", way_out)
    try:
        return ast.literal_eval(WORD.sub(lambda word: repr(word[0]), text.strip()))
    except (SyntaxError, MemoryError):
        raise _MistakeError("the brackets do not match", "close each that is open") from None


def _taken(value: object, axes: int = 0) -> Nested:
    """Numbers, or words that stand for some, as lists of their own."""
    value = native(value)
    if isinstance(value, (list, tuple, range)):
        if axes == AXES:
            raise _MistakeError(f"these are more than {AXES} axes", "give fewer of them")
        if len(value) > MOST:
            raise MANY
        return [_taken(item, axes + 1) for item in value]
    if isinstance(value, str):
        return _number(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise _MistakeError(f"{written(value)[:25]!r} is no number", "give numbers")
    return _int64(value) if isinstance(value, int) else value


def _number(word: str) -> int | float:
    try:
        found = number("", word)
        whole = exactly("", word) if WHOLE.fullmatch(word) else None
    except Refusal:
        reason = f"{quoted(word, 25)!r} is no number"
        raise _MistakeError(reason, "give numbers such as 3, -0.5 or 1e-3") from None
    if whole is not None:
        return _int64(whole)
    if math.isinf(found) and "n" not in word.lower():
        reason = f"{quoted(word, 25)} is too large for a float"
        raise _MistakeError(reason, "write inf for infinity")
    return found


def _int64(value: int) -> int:
    if not -INT64 <= value < INT64:
        way_out = "write it as a float, with a point at its end"
        raise _MistakeError(f"{written(value)[:25]} is too large for an int64", way_out)
    return value


def shape(value: Nested, place: str = "") -> tuple[int, ...]:
    """The shape of nested lists; ``place`` says which of them, as Python's indices do."""
    if not isinstance(value, list):
        return ()
    shapes = [shape(item, f"{place}[{index}]") for index, item in enumerate(value)]
    for index, sizes in enumerate(shapes):
        if sizes != shapes[0]:
            raise _MistakeError(
                f"row {place}[{index}] {_has(sizes)}, but row {place}[0] {_has(shapes[0])}",
                "give rows of one length",
            )
    return (len(value), *shapes[0]) if shapes else (0,)


def _has(shape: tuple[int, ...]) -> str:
    if len(shape) > 1:
        return f"has the shape {shape}"
    return f"has {shape[0]} number{'' if shape[0] == 1 else 's'}" if shape else "is one number"


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
    found = parse(option, value, "numbers such as 3,-4").value
    found = found if isinstance(found, list) else [found]
    _check_axes(option, value, found, 1, "a vector has one axis", "numbers such as 3,-4")
    return squared(option, value, found)


def matrix(option: str, value: object) -> Data:
    """The rows of a matrix in float64, with one finite number at least.

    Raises:
        Misuse: they are no matrix.
    """
    rows = "rows such as [[1,2],[3,4]]"
    found = parse(option, value, rows).value
    _check_axes(option, value, found, 2, "a matrix has two axes", rows)
    for one in elements(found):
        if not math.isfinite(one):
            told = f"{one} has no singular values to go with it; give finite numbers"
            raise wrong(option, value, told)
    return squared(option, value, found)


def _check_axes(
    option: str, value: object, found: Nested, axes: int, told: str, example: str
) -> None:
    """Check that there are so many axes, and one number at least."""
    sizes = shape(found)
    if len(sizes) != axes or not math.prod(sizes):
        told += f" and one number at least, and this has the shape {sizes}; give {example}"
        raise wrong(option, value, told)


def squared(option: str, value: object, found: Nested) -> Data:
    """The numbers in float64, where the squares of finite ones neither overflow nor vanish."""
    for one in elements(found):
        if one and not 1 / LARGE < abs(one) < LARGE and math.isfinite(one):
            told = f"the squares of {one:g} do not fit into a float"
            give = f"give 0 or sizes between {1 / LARGE:g} and {LARGE:g}"
            raise wrong(option, value, f"{told}; {give}")
    return Data(_floats(found), "float64")


def _floats(value: Nested) -> Nested:
    return [*map(_floats, value)] if isinstance(value, list) else float(value)
