"""A reader's numbers for a tensor: ``1,2,3`` or ``[[1,2],[3,4]]``, with nan, inf and 1e-3."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Union

from ..errors import Misuse, Refusal, quoted
from . import formulas, trees
from .numbers import AXES, LARGE, native, written
from .signs import plain

MOST = 10_000  # numbers: more than anybody types
FLOAT32 = 3.4028235e38  # the largest one
INT64 = 2**63

Nested = Union[int, float, list["Nested"]]

TOKEN = re.compile(r"(?P<mark>[\[\](),])|(?P<word>[^\s,\[\]()]+)")
WHOLE = re.compile(r"[+-]?([0-9]{1,3}(_[0-9]{3})+|[0-9]+)")
DECIMAL = re.compile(
    r"[+-]?(([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?|nan|inf)", re.IGNORECASE | re.ASCII
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
        raise Misuse(f"{option} {quoted(value)}: nothing is there; give {example}")
    try:
        if math.prod(getattr(value, "shape", ())) > MOST:
            value = type(value).__name__  # of which no sentence can show all numbers
            raise MANY
        found = _read(plain(value)) if isinstance(value, str) else _taken(native(value))
        if any(index >= MOST for index, _ in enumerate(elements(found))):
            raise MANY
        shape(found)  # which every row has to fit
    except _MistakeError as mistake:
        reason, way_out = mistake.args
        raise Misuse(f"{option} {written(value)}: {reason}; {way_out}") from None
    dtype = str(getattr(value, "dtype", "")).removeprefix("torch.")
    large = any(FLOAT32 < abs(one) < math.inf for one in elements(found))
    chosen = _chosen(found)
    return Data(
        found, "float64" if (large and chosen == "float32") or dtype == "float64" else chosen
    )


def _chosen(value: Nested) -> str:
    """The dtype that torch.tensor gives these numbers."""
    found = [*elements(value)]
    return "int64" if found and all(isinstance(one, int) for one in found) else "float32"


def _read(text: str) -> Nested:
    # The lists that are still open, with the bracket that closes them. The first stands for
    # brackets that were left out, as in 1,2,3.
    whole: list[Nested] = []
    opened: list[tuple[list[Nested], str]] = [(whole, "")]
    count = 0
    fresh = True  # whether a value may come next
    for token in TOKEN.finditer(text):
        word, place = token[0], f"(character {token.start() + 1})"
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
            raise _MistakeError(f"no comma stands before {word[:25]!r} {place}", "write one there")
        elif word in "([":
            inner: list[Nested] = []
            opened[-1][0].append(inner)
            opened.append((inner, ")" if word == "(" else "]"))
            if len(opened) > AXES + 1:
                raise _MistakeError(f"these are more than {AXES} axes", "give fewer brackets")
        else:
            opened[-1][0].append(_number(word, place))
            fresh = False
            count += 1
            if count > MOST:
                raise MANY
    if len(opened) > 1:
        raise _MistakeError(f"a {opened[-1][1]} is missing at the end", "close every bracket")
    # A comma behind a single value makes a list of it, as in Python.
    return whole if len(whole) > 1 or fresh else whole[0]


def _number(word: str, place: str) -> int | float:
    if WHOLE.fullmatch(word):
        return _int64(int(word) if len(word) <= 30 else INT64, f"{word[:25]} {place}")
    if DECIMAL.fullmatch(word):
        value = float(word)
        if math.isinf(value) and "n" not in word.lower():
            raise _MistakeError(
                f"{word[:25]} {place} is too large for a float", "write inf for infinity"
            )
        return value
    try:
        formula = formulas.parse("", word)
    except Refusal:
        formula = None
    if formula is None or formula.constant is None:
        raise _MistakeError(
            f"{quoted(word, 25)!r} {place} is no number", "give numbers such as 3, -0.5 or 1e-3"
        )
    exact = trees.exact(ast.parse(formula.text, mode="eval").body)
    if exact is not None and exact.denominator == 1 and re.fullmatch(r"[-+*0-9_]+", word):
        return _int64(int(exact), f"{word[:25]} {place}")
    return formula.constant


def _int64(value: int, told: str) -> int:
    if not -INT64 <= value < INT64:
        raise _MistakeError(
            f"{told} is too large for an int64", "write it as a float, with a point at its end"
        )
    return value


def _taken(value: object, axes: int = 0) -> Nested:
    """Numbers that a program handed in, as lists of their own."""
    if isinstance(value, (list, tuple, range)):
        if axes == AXES:
            raise _MistakeError(f"these are more than {AXES} axes", "give fewer of them")
        if len(value) > MOST:
            raise _MistakeError(f"these are more than {MOST:,} numbers", "give fewer")
        return [_taken(native(item), axes + 1) for item in value]
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise _MistakeError(f"{written(value)[:25]!r} is no number", "give numbers")
    return _int64(value, written(value)[:25]) if isinstance(value, int) else value


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
    if len(shape(found)) != 1 or not found:
        raise Misuse(
            f"{option} {written(value)}: a vector has one axis and one number at least, "
            f"and this has the shape {shape(found)}; give numbers such as 3,-4"
        )
    return squared(option, value, found)


def matrix(option: str, value: object) -> Data:
    """The rows of a matrix in float64, with one finite number at least.

    Raises:
        Misuse: they are no matrix.
    """
    found = parse(option, value, "rows such as [[1,2],[3,4]]").value
    if len(shape(found)) != 2 or not math.prod(shape(found)):
        raise Misuse(
            f"{option} {written(value)}: a matrix has two axes and one number at least, "
            f"and this has the shape {shape(found)}; give rows such as [[1,2],[3,4]]"
        )
    for number in elements(found):
        if not math.isfinite(number):
            raise Misuse(
                f"{option} {written(value)}: {number} has no singular values to go with it; "
                "give finite numbers"
            )
    return squared(option, value, found)


def squared(option: str, value: object, found: Nested) -> Data:
    """The numbers in float64, where the squares of finite ones neither overflow nor vanish."""
    for number in elements(found):
        if number and not 1 / LARGE < abs(number) < LARGE and math.isfinite(number):
            raise Misuse(
                f"{option} {written(value)}: the squares of {number:g} do not fit into a float; "
                f"give 0 or sizes between {1 / LARGE:g} and {LARGE:g}"
            )
    return Data(_floats(found), "float64")


def _floats(value: Nested) -> Nested:
    return [*map(_floats, value)] if isinstance(value, list) else float(value)
