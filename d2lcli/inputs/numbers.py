"""Numbers that an option may be set to, beyond what a range says.

Each function takes the option's name and what it was set to: the text that a reader typed, or the
value that a program handed in. One rule holds for all numbers: they may be computed, as 1/3, 2*pi
or 10**6, and written as 1e3, 1_000 or with full-width digits, but not with digits of other scripts.
"""

from __future__ import annotations

import ast
import math
import re
import sys
from collections.abc import Callable, Iterable, Sequence, Sized
from contextlib import suppress
from fractions import Fraction
from typing import TypeVar

from ..errors import Misuse, Refusal, quoted
from ..language import mark, tr
from . import formulas, trees
from .signs import plain

EXACT = trees.EXACT  # counts are kept as float64
LARGE = 1e100  # beyond, squares and cubes are no floats any more
POINTS = 100  # at which a function is looked at
FACES = 1000
AXES = 16  # of a tensor that is made to be looked at
ONE_DRAW = 10**13  # up to here torch.binomial in float64 is exact in distribution
SEEDS = 2**63 - 1

SINGLE = mark("numbers such as 2.5 or pi/2")
MANY = mark("numbers such as 2.5 or pi/2, with commas between them")

Real = TypeVar("Real", int, float)


def native(value: object) -> object:
    """Plain Python numbers and lists in place of NumPy's and torch's."""
    tolist = getattr(value, "tolist", None)
    return tolist() if callable(tolist) else value


def written(value: object) -> str:
    """What was typed or handed in, for a sentence."""
    value = native(value)
    with suppress(ValueError):
        return quoted(value if isinstance(value, str) else str(value))
    return tr("of so many digits")  # beyond what Python writes


def wrong(option: str, value: object, told: str, such: str = "") -> Misuse:
    """The sentence about what was given: ``--at x: told``; ``such``: what to give instead."""
    given = f"{option} {written(value)}"
    if such:
        return Misuse(tr("{given}: {told}; give {such}", given=given, told=told, such=such))
    return Misuse(tr("{given}: {told}", given=given, told=told))


def number(option: str, value: object, such: str = "", whole: object = None) -> float:
    """A number, which may be nan or infinite.

    ``such`` says what to give in its place, in the language that is spoken, and ``whole`` is all
    that was given, where the number is a part of it.

    Raises:
        Misuse: it is no number.
    """
    value, given = native(value), value if whole is None else whole
    such = such or tr(SINGLE)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        with suppress(OverflowError):
            return float(value)
        raise wrong(option, given, tr("this is too large for a float"), such)
    word = plain(value) if isinstance(value, str) else ""
    if re.fullmatch(r"\s*[-+.0-9A-Za-z]+\s*", word):
        with suppress(ValueError):
            return float(word)
    found = None
    try:
        found = formulas.parse(option, word).constant
    except Refusal:
        if re.search(r"[*/(]", word):
            raise  # it is meant as a formula, and that says what is wrong with it
    if found is None:
        if isinstance(value, str) and not word.strip():
            raise wrong(option, given, tr("a number is missing"), such)
        raise wrong(option, given, tr("{word!r} is no number", word=written(value)), such)
    return found


def parts(value: object) -> list[object]:
    """The parts of a list: those of a text between its commas, or what a program handed in."""
    value = native(value)
    if not isinstance(value, str):
        return [*value] if isinstance(value, Iterable) else [value]
    inside = plain(value).strip()
    if (inside[:1], inside[-1:]) in (("[", "]"), ("(", ")")):
        inside = inside[1:-1].strip()
        if not inside:
            return []
    return [*inside.removesuffix(",").split(",")]


def listed(option: str, value: object, such: str = "") -> list[object]:
    """The parts of a list of numbers.

    Raises:
        Misuse: they are none, or more than ``FACES``.
    """
    many = len(value) if isinstance(value, Sized) and not isinstance(value, str) else 0
    found = parts(value) if many <= FACES else []
    many = max(many, len(found))
    if many > FACES:
        told = tr(
            "{given}: {count} numbers are too many; give at most {most}",
            given=f"{option} {written(value)}" if isinstance(value, str) else option,
            count=many,
            most=FACES,
        )
        raise Misuse(told)
    if not found:
        raise wrong(option, value, tr("nothing is there"), such or tr(MANY))
    return found


def point(option: str, value: object, whole: object = None) -> float:
    """One finite number, whose powers are finite, too."""
    found = number(option, value, tr(SINGLE if whole is None else MANY), whole)
    if not math.isfinite(found):
        raise wrong(option, found, tr("this is not finite; give a number such as 1.5"))
    if abs(found) > LARGE:
        told = tr("its powers would not fit into a float; give at most {most:g}", most=LARGE)
        raise wrong(option, found, told)
    return found


def points(option: str, value: object) -> tuple[float, ...]:
    """Finite numbers with commas between them, at most ``POINTS``."""
    found = tuple(point(option, part, value) for part in listed(option, value))
    if len(found) > POINTS:
        told = tr(
            "{option}: {count} points are too many for a table; give at most {most}",
            option=option,
            count=len(found),
            most=POINTS,
        )
        raise Misuse(told)
    return found


def _fitting(
    parse: Callable[[str, object], float], fits: Callable[[float], bool], told: str
) -> Callable[[str, object], float]:
    """What takes the numbers that fit; ``told``, still to be translated, refuses the others."""

    def fitting(option: str, value: object) -> float:
        found = parse(option, value)
        if not fits(found):
            raise wrong(option, value, tr(told))
        return found

    return fitting


share = _fitting(
    number,
    lambda p: 0 <= p <= 1,
    mark("this is no probability; give a number from 0 to 1, such as 1/6"),
)
step = _fitting(
    point,
    bool,
    mark("the quotient divides by h; give a small number other than 0, such as 0.001"),
)
factor = _fitting(
    point,
    lambda q: 0 < q < 1,
    mark("steps have to get smaller; give a number between 0 and 1, such as 0.1"),
)
order = _fitting(
    number,
    lambda p: p >= 1,
    mark(
        "a norm has an order of 1 or more, for below 1 the norm of a sum can exceed the sum of the "
        "norms; give 1 or more, or inf"
    ),
)


def whole(
    option: str,
    value: object,
    least: int = 1,
    most: int | None = None,
    reason: str = "",
    given: object = None,
) -> int:
    """A whole number in a range; ``reason`` says why no other will do, in the language spoken.

    ``given`` is all that was given, where the number is a part of it.
    """
    if most is None:
        such, instead = (
            tr("a count such as 500 or 1e6"),
            tr("a whole number from {least} up", least=least),
        )
    else:
        such = instead = tr("a whole number from {least} to {most}", least=least, most=most)
    found = exactly(option, value, such, given)
    if found is None or found < least or (most is not None and found > most):
        shown = value if given is None else given
        raise wrong(option, shown, reason or tr("this is no count"), instead)
    return found


def exactly(option: str, value: object, such: str = "", given: object = None) -> int | None:
    """Every digit of a whole number; None for any other number."""
    value = native(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    found = number(option, value, such, given)
    if not math.isfinite(found):
        return None
    if isinstance(value, str):
        with suppress(SyntaxError):  # infinity and the like
            fraction = trees.exact(ast.parse(plain(value).strip(), mode="eval").body)
            if fraction is not None:
                return int(fraction) if fraction.denominator == 1 else None
    return int(found) if Fraction(found).denominator == 1 else None


def faces(option: str, value: object) -> int:
    """How many faces a die has."""
    return whole(option, value, 2, FACES, tr("a die has 2 to {most} faces", most=FACES))


def dice(option: str, value: object) -> int:
    """How many dice are thrown at once."""
    told = tr(
        "1 to {most} throws are drawn exactly in one go, and more take more rolls", most=ONE_DRAW
    )
    return whole(option, value, 1, ONE_DRAW, told)


def rolls(option: str, value: object) -> int:
    """How often dice are thrown."""
    told = tr("1 to {most} throws can be counted exactly", most=EXACT)
    return whole(option, value, 1, EXACT, told)


def axes(option: str, value: object) -> tuple[int, ...]:
    """Axes to reduce, none of them twice; whether a tensor has them, is not known here."""
    told = tr("tensors here have at most {most} axes", most=AXES)
    found = tuple(
        whole(option, part, -AXES, AXES - 1, told, value)
        for part in listed(option, value, tr("axes such as 1 or 0,1"))
    )
    for axis in found:
        if found.count(axis) > 1:
            told = tr("axis {axis} is there twice; give each axis once", axis=axis)
            raise wrong(option, value, told)
    return found


def counts(option: str, value: object) -> tuple[int, ...]:
    """How often each face of a die showed: two counts or more, not all of them 0."""
    found = tuple(
        whole(option, part, 0, EXACT, tr("{part} is no count", part=written(part)), value)
        for part in listed(option, value, tr("counts such as 8,12,9,11,10,10"))
    )
    return _of_a_die(option, value, found, EXACT, weights=False)


def weights(option: str, value: object) -> tuple[float, ...]:
    """The weights of a die's faces: two or more, none negative, not all of them 0.

    Whole ones are integers.
    """
    found = tuple(number(option, part, tr(MANY), value) for part in listed(option, value))
    for place, weight in enumerate(found, 1):
        if not 0 <= weight < math.inf:
            told = tr(
                "the weight of face {face} is {weight:g}; give finite numbers from 0 up",
                face=place,
                weight=weight,
            )
            raise wrong(option, value, told)
    found = _of_a_die(option, value, found, sys.float_info.max, weights=True)
    return tuple(int(weight) if weight.is_integer() else weight for weight in found)


def _of_a_die(
    option: str, value: object, found: tuple[Real, ...], most: float, *, weights: bool
) -> tuple[Real, ...]:
    """The numbers, if a die can have them and their sum is neither 0 nor above ``most``."""
    if not 2 <= len(found) <= FACES:
        told = tr(
            "a die has 2 to {most} faces, and these are {count}; give a weight for each face"
            if weights
            else "a die has 2 to {most} faces, and these are {count}; give a count for each face",
            most=FACES,
            count=len(found),
        )
        raise wrong(option, value, told)
    if not 0 < sum(found) <= most:
        told = tr(
            "the weights add up to {total:.17g}; give some that add up to more than 0, and to "
            "{most:.17g} at most"
            if weights
            else "the counts add up to {total:.17g}; give some that add up to more than 0, and to "
            "{most:.17g} at most",
            total=sum(found),
            most=most,
        )
        raise wrong(option, value, told)
    return found


def same_faces(faces: int | None, option: str, values: Sequence[float] | None) -> None:
    """Check that ``--faces`` does not contradict an option that has something for each face."""
    if faces is not None and values is not None and len(values) != faces:
        told = tr(
            "--faces {faces}: {option} has {count}; leave out one of the two",
            faces=faces,
            option=option,
            count=len(values),
        )
        raise Misuse(told)


# Logarithms of the smallest normal float and of the largest one.
LEAST, LARGEST = math.log(sys.float_info.min), math.log(sys.float_info.max)


def powers(option: str, p: float, vector: Iterable[float] = (3.0, 4.0)) -> None:
    """Check that powers of ``vector``'s numbers, as high as a norm of this order takes, are floats.

    The p-th power of the largest has to be one, and so has the sum of all.
    """
    sizes = [abs(size) for size in vector if math.isfinite(size)]
    largest = max(sizes, default=0.0) or 1.0

    def fits(power: float) -> bool:
        shares = math.log(sum((size / largest) ** power for size in sizes) or 1.0)
        return LEAST < power * math.log(largest) + max(shares, 0.0) < LARGEST

    if p != math.inf and not fits(p):
        highest = math.floor(max(LARGEST, -LEAST) / abs(math.log(largest)))
        told = tr(
            "{option} {p:g}: powers that high of these numbers do not fit into a float; "
            "give at most {most}, or inf",
            option=option,
            p=p,
            most=next((n for n in range(highest, 1, -1) if fits(n)), 1),
        )
        raise Misuse(told)


def seed(option: str, value: object = None) -> int:
    """A seed that torch takes; a fresh one, short enough to be retyped, where none is given."""
    if value is None:
        import random

        return random.SystemRandom().randrange(10**6)
    return whole(option, value, 0, SEEDS, tr("torch takes no such seed"))


def throws(rolls: int, dice: int) -> None:
    """Check that ``rolls`` rolls of ``dice`` dice can be counted exactly."""
    if rolls * dice > EXACT:
        told = tr(
            "--rolls {rolls} with {dice} dice: {throws} throws are more than the {exact} that can "
            "be counted exactly; give at most {most} rolls",
            rolls=rolls,
            dice=dice,
            throws=rolls * dice,
            exact=EXACT,
            most=EXACT // dice,
        )
        raise Misuse(told)
