"""Numbers that an option may be set to, beyond what a range says.

Each function takes the option's name and what it was set to: the text that a reader typed, or the
value that a program handed in. One rule holds for all numbers: they may be computed, as 1/3, 2*pi
or 10**6, and written as 1e3, 1_000 or with full-width digits, but not with digits of other scripts.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterable, Sequence, Sized
from contextlib import suppress
from fractions import Fraction
from functools import partial

from ..errors import Misuse, Refusal, quoted
from . import formulas, trees
from .signs import plain

EXACT = formulas.EXACT  # counts are kept as float64
LARGE = 1e100  # beyond, squares and cubes are no floats any more
POINTS = 100  # at which a function is looked at
FACES = 1000
STEPS = 400  # rows of a table
AXES = 16  # of a tensor that is made to be looked at
ONE_DRAW = 10**13  # up to here torch.binomial in float64 is exact in distribution
SEEDS = 2**63 - 1

SINGLE = "numbers such as 2.5 or pi/2"


def native(value: object) -> object:
    """Plain Python numbers and lists in place of NumPy's and torch's."""
    tolist = getattr(value, "tolist", None)
    return tolist() if callable(tolist) else value


def written(value: object) -> str:
    """What was typed or handed in, for a sentence."""
    value = native(value)
    with suppress(ValueError):
        return quoted(value if isinstance(value, str) else str(value))
    return "of so many digits"  # beyond what Python writes


def number(option: str, value: object, such: str = SINGLE, whole: object = None) -> float:
    """A number, which may be nan or infinite.

    Args:
        option: how the option is written.
        value: the number.
        such: what to give in its place.
        whole: all that was given, where the number is a part of it.

    Raises:
        Misuse: it is no number.
    """
    value, given = native(value), written(value if whole is None else whole)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        with suppress(OverflowError):
            return float(value)
        raise Misuse(f"{option} {given}: this is too large for a float; give {such}")
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
        missing = isinstance(value, str) and not word.strip()
        reason = "a number is missing" if missing else f"{written(value)!r} is no number"
        raise Misuse(f"{option} {given}: {reason}; give {such}")
    return found


def listed(
    option: str, value: object, such: str = f"{SINGLE}, with commas between them"
) -> list[object]:
    """The parts of a list of numbers: texts, or the numbers themselves.

    Raises:
        Misuse: they are more than ``FACES``.
    """
    if not isinstance(value, str) and isinstance(value, Sized) and len(value) > FACES:
        raise _many(option, value, len(value))
    value = native(value)
    if isinstance(value, str):
        inside = plain(value).strip()
        if (inside[:1], inside[-1:]) in (("[", "]"), ("(", ")")):
            inside = inside[1:-1].strip()
        parts: list[object] = [*inside.removesuffix(",").split(",")]
    elif isinstance(value, Iterable):
        parts = [*value]
    else:
        parts = [value]
    if len(parts) > FACES:
        raise _many(option, value, len(parts))
    if not parts:
        raise Misuse(f"{option} {written(value)}: nothing is there; give {such}")
    return parts


def _many(option: str, value: object, many: int) -> Misuse:
    shown = f" {written(value)}" if isinstance(value, str) else ""
    return Misuse(f"{option}{shown}: {many} numbers are too many; give at most {FACES}")


def finite(option: str, value: float) -> float:
    """``value``, if it is finite and its powers are, too."""
    if not math.isfinite(value):
        raise Misuse(f"{option} {value}: this is not finite; give a number such as 1.5")
    if abs(value) > LARGE:
        raise Misuse(
            f"{option} {value}: its powers would not fit into a float; "
            f"give a number between {-LARGE:g} and {LARGE:g}"
        )
    return value


def point(option: str, value: object) -> float:
    """One finite number."""
    return finite(option, number(option, value))


def points(option: str, value: object) -> tuple[float, ...]:
    """Finite numbers with commas between them, at most ``POINTS``."""
    such = f"{SINGLE}, with commas between them"
    found = [number(option, part, such, value) for part in listed(option, value)]
    if len(found) > POINTS:
        raise Misuse(
            f"{option}: {len(found)} points are too many for a table; give at most {POINTS}"
        )
    return tuple(finite(option, one) for one in found)


def whole(
    option: str,
    value: object,
    least: int = 1,
    most: int | None = None,
    reason: str = "this is no count",
    given: object = None,
) -> int:
    """A whole number in a range; ``reason`` says why no other will do.

    ``given`` is all that was given, where the number is a part of it.
    """
    to = "up" if most is None else f"to {most}"
    such = f"a whole number from {least} {to}" if most is not None else "a count such as 500 or 1e6"
    found = _exact(option, value, such, given)
    if found is None or found < least or (most is not None and found > most):
        shown = written(value if given is None else given)
        raise Misuse(f"{option} {shown}: {reason}; give a whole number from {least} {to}")
    return found


def _exact(option: str, value: object, such: str, given: object) -> int | None:
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


steps = partial(whole, most=STEPS, reason=f"a table has 1 to {STEPS} rows")
faces = partial(whole, least=2, most=FACES, reason=f"a die has 2 to {FACES} faces")
dice = partial(
    whole,
    most=ONE_DRAW,
    reason=f"1 to {ONE_DRAW} throws are drawn exactly in one go, and more take more rolls",
)
rolls = partial(whole, most=EXACT, reason=f"1 to {EXACT} throws can be counted exactly")


def axes(option: str, value: object) -> tuple[int, ...]:
    """Axes to reduce, none of them twice; whether a tensor has them, is not known here."""
    found = tuple(
        whole(option, part, -AXES, AXES - 1, f"tensors here have at most {AXES} axes", value)
        for part in listed(option, value, "axes such as 1 or 0,1")
    )
    for axis in found:
        if found.count(axis) > 1:
            raise Misuse(
                f"{option} {written(value)}: axis {axis} is there twice; give each axis once"
            )
    return found


def share(option: str, value: object) -> float:
    """A probability: a number from 0 to 1."""
    found = number(option, value, "a probability such as 0.01 or 1/6")
    if not 0 <= found <= 1:
        raise Misuse(
            f"{option} {written(value)}: this is no probability; give a number from 0 to 1"
        )
    return found


def counts(option: str, value: object) -> tuple[int, ...]:
    """How often each face of a die showed: two counts or more, not all of them 0."""
    found = tuple(
        whole(option, part, 0, EXACT, f"{written(part)} is no count", value)
        for part in listed(option, value, "counts such as 8,12,9,11,10,10")
    )
    _a_die(option, value, len(found), "a count")
    if not 0 < sum(found) <= EXACT:
        reason = "all counts are 0" if not any(found) else f"they add up to {sum(found)}"
        raise Misuse(
            f"{option} {written(value)}: {reason}; give counts that add up to 1 or more, and to "
            f"{EXACT} at most"
        )
    return found


def weights(option: str, value: object) -> tuple[float, ...]:
    """The weights of a die's faces: two or more, none negative, not all of them 0.

    Whole ones are integers.
    """
    such = f"{SINGLE}, with commas between them"
    found = [number(option, part, such, value) for part in listed(option, value)]
    for place, weight in enumerate(found, 1):
        if not 0 <= weight < math.inf:
            raise Misuse(
                f"{option} {written(value)}: the weight of face {place} is {weight:g}; "
                "give finite numbers from 0 up"
            )
    _a_die(option, value, len(found), "a weight")
    if not 0 < sum(found) < math.inf:
        raise Misuse(
            f"{option} {written(value)}: the weights add up to {sum(found):g}; "
            "give some that are not 0, and none too large"
        )
    return tuple(int(weight) if weight.is_integer() else weight for weight in found)


def _a_die(option: str, value: object, many: int, each: str) -> None:
    if not 2 <= many <= FACES:
        raise Misuse(
            f"{option} {written(value)}: a die has 2 to {FACES} faces, and these are {many}; "
            f"give {each} for each face"
        )


def same_faces(faces: int | None, option: str, values: Sequence[float] | None) -> None:
    """Check that ``--faces`` does not contradict an option that has something for each face."""
    if faces is not None and values is not None and len(values) != faces:
        raise Misuse(f"--faces {faces}: {option} has {len(values)}; leave out one of the two")


def step(option: str, value: object) -> float:
    """The step of a difference quotient: any finite number but 0."""
    h = point(option, value)
    if h == 0:
        raise Misuse(
            f"{option} {written(value)}: the quotient divides by h; give a small number, such as "
            "0.001"
        )
    return h


def factor(option: str, value: object) -> float:
    """What each step is multiplied with: between 0 and 1, so that steps get smaller."""
    found = point(option, value)
    if not 0 < found < 1:
        raise Misuse(
            f"{option} {written(value)}: steps have to get smaller; give a number between 0 and 1, "
            "such as 0.1"
        )
    return found


def order(option: str, value: object) -> float:
    """The order of a norm: 1 or more, or infinity."""
    p = number(option, value)
    if math.isnan(p):
        raise Misuse(f"{option} nan: an order is a number; give 1 or more, or inf")
    if p < 1:
        raise Misuse(
            f"{option} {written(value)}: below 1 the norm of a sum can exceed the sum of the "
            "norms, so it is no norm; give 1 or more, or inf"
        )
    return p


def powers(option: str, p: float, vector: Iterable[float] = (3.0, 4.0)) -> None:
    """Check that powers of ``vector``'s numbers, as high as a norm of this order takes, are floats.

    The p-th power of the largest has to be one, and so has the sum of all: below e^709.
    """
    sizes = [abs(size) for size in vector if math.isfinite(size)]
    each = abs(math.log(max(sizes))) if any(sizes) else 0.0
    room = 705 - math.log(len(sizes) + 1)
    if p != math.inf and p * each > room:
        raise Misuse(
            f"{option} {p:g}: powers that high of these numbers do not fit into a float; "
            f"give at most {max(math.floor(room / each), 1)}, or inf"
        )


def seed(option: str, value: object = None) -> int:
    """A seed that torch takes; a fresh one, short enough to be retyped, where none is given."""
    if value is None:
        import random

        return random.SystemRandom().randrange(10**6)
    return whole(option, value, 0, SEEDS, "torch takes no such seed")


def throws(rolls: int, dice: int) -> None:
    """Check that ``rolls`` rolls of ``dice`` dice can be counted exactly."""
    if rolls * dice > EXACT:
        raise Misuse(
            f"--rolls {rolls} with {dice} dice: {rolls * dice} throws are more than the {EXACT} "
            f"that can be counted exactly; give at most {EXACT // dice} rolls"
        )
