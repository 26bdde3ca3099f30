"""A reader's numbers for a tensor: ``1,2,3`` or ``[[1,2],[3,4]]``, with nan, inf and 1e-3."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from typing import Union

from ..errors import Misuse, quoted
from .numbers import LARGE
from .shapes import AXES

MOST = 10_000  # numbers: more than anybody types
FLOAT32 = 3.4028235e38  # the largest one
INT64 = 2**63

Nested = Union[int, float, list["Nested"]]

TOKEN = re.compile(
    r"(?P<mark>[\[\](),])|(?P<int>[+-]?[0-9]+)(?![\w.])"
    r"|(?P<float>[+-]?(?:([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?|nan|inf))(?![\w.])"
    r"|(?P<other>\S[^\s,\[\]()]*)",
    re.IGNORECASE | re.ASCII,
)


class _MistakeError(Exception):
    """What is wrong with the text, and what to do about it."""


def parse(option: str, text: str, example: str = "lists such as [[1,2],[3,4]]") -> Nested:
    """The numbers in ``text``: one number, or lists of equal lengths inside lists.

    Raises:
        Refusal: it is nothing of the kind; the sentence says where.
    """
    if not text.strip():
        raise Misuse(f"{option} {quoted(text)}: nothing is there; give {example}")
    try:
        value = _read(text)
        shape(value)  # which every row has to fit
    except _MistakeError as mistake:
        reason, way_out = mistake.args
        raise Misuse(f"{option} {quoted(text)}: {reason}; {way_out}") from None
    return value


def _read(text: str) -> Nested:
    # The lists that are still open, with the bracket that closes them. The first stands for
    # brackets that were left out, as in 1,2,3.
    whole: list[Nested] = []
    opened: list[tuple[list[Nested], str]] = [(whole, "")]
    count = 0
    fresh = True  # whether a value may come next
    for token in TOKEN.finditer(text):
        word, place = token[0], f"(character {token.start() + 1})"
        if token["other"]:
            raise _MistakeError(
                f"{word!r} {place} is no number", "give numbers such as 3, -0.5 or 1e-3"
            )
        if word == ",":
            if fresh:
                raise _MistakeError(
                    f"nothing stands before the comma {place}", "write a number there"
                )
            fresh = True
        elif word in ")]":
            if opened.pop()[1] != word:
                raise _MistakeError(f"this {word} closes nothing {place}", "leave it out")
            fresh = False
        elif not fresh:
            raise _MistakeError(f"no comma stands before {word!r} {place}", "write one there")
        elif word in "([":
            inner: list[Nested] = []
            opened[-1][0].append(inner)
            opened.append((inner, ")" if word == "(" else "]"))
            if len(opened) > AXES + 1:
                raise _MistakeError(f"these are more than {AXES} axes", "give fewer brackets")
        else:
            opened[-1][0].append(_number(word, place, token["int"] is not None))
            fresh = False
            count += 1
            if count > MOST:
                raise _MistakeError(f"these are more than {MOST:,} numbers", "give fewer")
    if len(opened) > 1:
        raise _MistakeError(f"a {opened[-1][1]} is missing at the end", "close every bracket")
    # A comma behind a single value makes a list of it, as in Python.
    return whole if len(whole) > 1 or fresh else whole[0]


def _number(word: str, place: str, is_int: bool) -> int | float:
    if not is_int:
        value = float(word)
        if math.isinf(value) and "n" not in word.lower():
            raise _MistakeError(
                f"{word} {place} is too large for a float", "write inf for infinity"
            )
        return value
    if len(word) > 20 or not -INT64 <= int(word) < INT64:
        raise _MistakeError(
            f"{word[:25]} {place} is too large for an int64",
            "write it as a float, with a point at its end",
        )
    return int(word)


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


def source(value: Nested, dtype: str = "") -> str:
    """Python source of the tensor; float64 where float32 would make a number infinite."""
    if not dtype and any(FLOAT32 < abs(number) < math.inf for number in elements(value)):
        dtype = "torch.float64"
    numbers = re.sub(r"\b(nan|inf)\b", r"torch.\1", repr(value))
    return f"torch.tensor({numbers}{dtype and f', dtype={dtype}'})"


def vector(option: str, text: str) -> list[float]:
    """The numbers of a vector as floats, one at least.

    Raises:
        Refusal: they are no vector.
    """
    value = parse(option, text, "numbers such as 3,-4")
    value = value if isinstance(value, list) else [value]
    if len(shape(value)) != 1 or not value:
        raise Misuse(
            f"{option} {quoted(text)}: a vector has one axis and one number at least, "
            f"and this has the shape {shape(value)}; give numbers such as 3,-4"
        )
    numbers = [float(number) for number in elements(value)]
    _squared(option, text, numbers)
    return numbers


def matrix(option: str, text: str) -> Nested:
    """The rows of a matrix as floats, with one finite number at least.

    Raises:
        Refusal: they are no matrix.
    """
    value = parse(option, text, "rows such as [[1,2],[3,4]]")
    if len(shape(value)) != 2 or not math.prod(shape(value)):
        raise Misuse(
            f"{option} {quoted(text)}: a matrix has two axes and one number at least, "
            f"and this has the shape {shape(value)}; give rows such as [[1,2],[3,4]]"
        )
    _squared(option, text, elements(value))
    for number in elements(value):
        if not math.isfinite(number):
            raise Misuse(
                f"{option} {quoted(text)}: {number} has no singular values to go with it; "
                "give finite numbers"
            )
    return [[float(number) for number in elements(row)] for row in value]  # type: ignore[union-attr]


def _squared(option: str, text: str, numbers: Iterable[float]) -> None:
    """Check that the squares of finite numbers neither overflow nor vanish."""
    for number in numbers:
        if number and not 1 / LARGE < abs(number) < LARGE and math.isfinite(number):
            raise Misuse(
                f"{option} {quoted(text)}: the squares of {number:g} do not fit into a float; "
                f"give 0 or sizes between {1 / LARGE:g} and {LARGE:g}"
            )
