"""Numbers that an option may be set to, beyond what a range says. None is an option not given."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from contextlib import suppress

from ..errors import Misuse, Refusal, quoted
from . import formulas

EXACT = formulas.EXACT  # counts are kept as float64
LARGE = 1e100  # beyond, squares and cubes are no floats any more
POINTS = 100  # at which a function is looked at
FACES = 1000
ONE_DRAW = 10**13  # up to here torch.binomial in float64 is exact in distribution


def finite(option: str, value: float | None) -> float | None:
    """``value``, if it is finite and its powers are, too."""
    if value is not None and not math.isfinite(value):
        raise Misuse(f"{option} {value}: this is not finite; give a number such as 1.5")
    if value is not None and abs(value) > LARGE:
        raise Misuse(
            f"{option} {value}: its powers would not fit into a float; "
            f"give a number between {-LARGE:g} and {LARGE:g}"
        )
    return value


def listed(option: str, text: str) -> list[float]:
    """Numbers with commas between them; each may be written as 1/3 or 2*pi.

    Raises:
        Refusal: one of them is no number.
    """
    if text.count(",") > FACES:
        raise Misuse(
            f"{option} {quoted(text)}: {text.count(',') + 1} numbers are too many; "
            f"give at most {FACES}"
        )
    such = "numbers such as 2.5 or pi/2, with commas between them"
    inside = text.strip()
    if inside.startswith("[") and inside.endswith("]"):
        inside = inside[1:-1].strip()
    return [_number(option, text, word, such) for word in inside.removesuffix(",").split(",")]


def points(option: str, text: str | None) -> tuple[float, ...] | None:
    """Finite numbers with commas between them, at most ``POINTS``."""
    if text is None:
        return None
    found = listed(option, text)
    if len(found) > POINTS:
        raise Misuse(
            f"{option}: {len(found)} points are too many for a table; give at most {POINTS}"
        )
    return tuple(finite(option, value) or 0.0 for value in found)


def point(option: str, text: str | None) -> float | None:
    """One finite number, which may be written as 1/3 or 2*pi."""
    return None if text is None else finite(option, _number(option, text, text))


def _number(option: str, text: str, word: str, such: str = "numbers such as 2.5 or pi/2") -> float:
    if re.fullmatch(r"\s*[-+.0-9A-Za-z]+\s*", word):
        with suppress(ValueError):
            return float(word)
    try:
        value = formulas.parse(option, word).constant
    except Refusal:
        if re.search(r"[*/(]", word):
            raise  # it is meant as a formula, and that says what is wrong with it
        value = None
    if value is None:
        reason = f"{quoted(word)!r} is no number" if word.strip() else "a number is missing"
        raise Misuse(f"{option} {quoted(text)}: {reason}; give {such}")
    return value


def whole(option: str, text: str | None) -> int | None:
    """A whole number of 1 or more, which may be written as 1e6 or 10**6, or with 1_000s apart."""
    if text is None:
        return None
    plain = re.sub(r"(?<=[0-9])_(?=[0-9]{3})", "", text)
    value = _number(option, text, plain, "a count such as 500 or 1e6")
    if value < math.inf and re.fullmatch(r"\s*[0-9]+\s*", plain):
        value = int(plain)  # every digit of it
    if not 1 <= value < math.inf or value != int(value):
        raise Misuse(f"{option} {quoted(text)}: this is no count; give a whole number from 1 up")
    return int(value)


def weights(text: str | None, faces: int | None) -> list[float] | None:
    """The weights of a die's faces: two or more, none negative, not all of them 0.

    Raises:
        Refusal: they are not; or ``faces`` were asked for, and there are others.
    """
    if text is None:
        return None
    found = listed("--probs", text)
    for number, weight in enumerate(found, 1):
        if not 0 <= weight < math.inf:
            raise Misuse(
                f"--probs {quoted(text)}: the weight of face {number} is {weight:g}; "
                "give finite numbers from 0 up"
            )
    if not 2 <= len(found) <= FACES:
        raise Misuse(
            f"--probs {quoted(text)}: a die has 2 to {FACES} faces, and these are {len(found)}; "
            "give a weight for each face"
        )
    if not 0 < sum(found) < math.inf:
        raise Misuse(
            f"--probs {quoted(text)}: the weights add up to {sum(found):g}; "
            "give some that are not 0, and none too large"
        )
    if faces not in (None, len(found)):
        raise Misuse(
            f"--faces {faces}: --probs {quoted(text)} has {len(found)}; leave out one of the two"
        )
    return [int(weight) if weight.is_integer() else weight for weight in found]


def step(text: str | None) -> float | None:
    """The step of a difference quotient: any finite number but 0."""
    h = point("--h", text)
    if h == 0:
        raise Misuse(f"--h {text}: the quotient divides by h; give a small number, such as 0.001")
    return h


def factor(text: str | None) -> float | None:
    """What each step is multiplied with: between 0 and 1, so that steps get smaller."""
    value = point("--factor", text)
    if value is not None and not 0 < value < 1:
        raise Misuse(
            f"--factor {text}: steps have to get smaller; give a number between 0 and 1, "
            "such as 0.1"
        )
    return value


def order(text: str | None, vector: Sequence[float] | None = None) -> float | None:
    """The order of a norm: 1 or more, or infinity, with powers of ``vector`` that are floats."""
    p = None if text is None else _number("--p", text, text)
    if p is not None and math.isnan(p):
        raise Misuse("--p nan: an order is a number; give 1 or more, or inf")
    if p is not None and not p >= 1:
        raise Misuse(
            f"--p {text}: below 1 the norm of a sum can exceed the sum of the norms, so it is no "
            "norm; give 1 or more, or inf"
        )
    if p in (None, math.inf):
        return p
    # The p-th power of the largest has to be a float, and so has the sum of all: below e^709.
    sizes = [abs(size) for size in vector or (3.0, 4.0) if math.isfinite(size)]
    each = abs(math.log(max(sizes))) if any(sizes) else 0.0
    room = 705 - math.log(len(sizes) + 1)
    if p * each > room:
        raise Misuse(
            f"--p {text}: powers that high of these numbers do not fit into a float; "
            f"give at most {max(math.floor(room / each), 1)}, or inf"
        )
    return p


def seed(value: int | None) -> int:
    """A seed that torch takes; a fresh one, short enough to be retyped, where none is given."""
    if value is None:
        import random

        return random.SystemRandom().randrange(10**6)
    if not 0 <= value < 2**63:
        raise Misuse(
            f"--seed {value}: torch takes no such seed; give a number from 0 to {2**63 - 1}"
        )
    return value


def throws(rolls: int, dice: int) -> None:
    """Check that ``rolls`` rolls of ``dice`` dice can be counted exactly."""
    if dice > ONE_DRAW:
        raise Misuse(
            f"--dice {dice}: at most {ONE_DRAW} throws are drawn exactly in one go; "
            "give fewer dice and more rolls"
        )
    if rolls * dice > EXACT:
        raise Misuse(
            f"--rolls {rolls} with {dice} dice: {rolls * dice} throws are more than the {EXACT} "
            f"that can be counted exactly; give at most {EXACT // dice} rolls"
        )
