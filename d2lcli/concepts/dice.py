"""``d2l dice``: how many dice of which kind, how often; counts of one's own; a test for a disease."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from typing import Annotated

from ..errors import Misuse, quoted
from ..inputs import numbers
from ..lesson import load
from ..options import Asked, Option
from ..request import Code
from ..words import counted, listed, number

FACES = 1000  # of one die
ONE_ROW = 10**13  # throws; up to here torch.binomial is exact in distribution
EXACT = 2**53  # up to here float64 counts one by one
# What is rolled one by one; beyond that, rolls are drawn many at a time.
ROLLS, THROWS, NUMBERS = 10**5, 10**6, 10**7
SIMPLE = 1000  # whole weights up to here are right in float32 to all digits that a page shows
TESTS = 20  # positive ones, one after another


def text(value: object) -> str:
    """An option's value as it is typed: a list with commas."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ",".join(map(str, value))
    return str(value)


def whole(option: str, value: object) -> int:
    """A count of 1 or more."""
    found = numbers.whole(option, text(value))
    assert found is not None
    return found


def dice_in_a_roll(option: str, value: object) -> int:
    """How many dice a roll has: no more than are drawn exactly in one go."""
    found = whole(option, value)
    if found > ONE_ROW:
        raise Misuse(
            f"{option} {quoted(text(value))}: at most {ONE_ROW} throws are drawn exactly in one "
            "go; give fewer dice and more rolls"
        )
    return found


def faces_of_a_die(option: str, value: object) -> int:
    """How many faces a die has."""
    found = whole(option, value)
    if not 2 <= found <= FACES:
        raise Misuse(
            f"{option} {quoted(text(value))}: a die has 2 to {FACES} faces; give such a number"
        )
    return found


def _per_face(option: str, value: object, thing: str) -> list[float]:
    """A finite number from 0 up for each face."""
    given = text(value)
    found = list(numbers.listed(option, given))
    for face, each in enumerate(found, 1):
        if not 0 <= each < math.inf:
            raise Misuse(
                f"{option} {quoted(given)}: the {thing} of face {face} is {each:g}; "
                "give finite numbers from 0 up"
            )
    if not 2 <= len(found) <= FACES:
        raise Misuse(
            f"{option} {quoted(given)}: a die has 2 to {FACES} faces; give a {thing} for each"
        )
    return found


def weights(option: str, value: object) -> list[float]:
    """The weights of a die's faces: two or more, not all of them 0."""
    found = _per_face(option, value, "weight")
    try:
        total = math.fsum(found)
    except OverflowError:
        total = math.inf
    if not 0 < total < math.inf:
        raise Misuse(
            f"{option} {quoted(text(value))}: the weights add up to {total:g}; "
            "give some that are not 0, and none too large"
        )
    return [int(weight) if weight.is_integer() else weight for weight in found]


def counts_of_faces(option: str, value: object) -> list[int]:
    """How often each face came up: two numbers or more, one throw at least."""
    found = _per_face(option, value, "count")
    for face, each in enumerate(found, 1):
        if each != int(each):
            raise Misuse(
                f"{option} {quoted(text(value))}: face {face} came up {each:g} times; "
                "give whole numbers"
            )
    if not 0 < sum(found) <= EXACT:
        raise Misuse(
            f"{option} {quoted(text(value))}: these are {sum(found):g} throws; "
            f"give counts of 1 to {EXACT} throws"
        )
    return [int(each) for each in found]


def chance(option: str, value: object) -> float:
    """One probability."""
    return _chances(option, text(value), 1)[0]


def chances(option: str, value: object) -> tuple[float, ...]:
    """Probabilities, one for each test."""
    return _chances(option, text(value), TESTS)


def _chances(option: str, given: str, most: int) -> tuple[float, ...]:
    found = tuple(numbers.listed(option, given))
    if len(found) > most:
        raise Misuse(f"{option} {quoted(given)}: these are {len(found)}; give at most {most}")
    for each in found:
        if not 0 <= each <= 1:
            raise Misuse(
                f"{option} {quoted(given)}: {each:g} is no probability; give numbers from 0 to 1, "
                "such as 0.01"
            )
    return found


def ask(
    rolls: Annotated[
        int | None,
        Option(whole, "COUNT", "How often the dice are rolled, such as 500 or 1e12."),
    ] = None,
    dice: Annotated[int | None, Option(dice_in_a_roll, "N", "How many dice a roll has.")] = None,
    faces: Annotated[
        int | None,
        Option(
            faces_of_a_die, "N", "How many faces the die has; 2 make a coin. [default: 6]", ("die",)
        ),
    ] = None,
    probs: Annotated[
        list[float] | None,
        Option(
            weights,
            "WEIGHTS",
            "The weight of each face, such as 1,1,1,1,1,5. [default: all alike]",
            ("die",),
        ),
    ] = None,
    counts: Annotated[
        list[int] | None,
        Option(
            counts_of_faces,
            "COUNTS",
            "Counts of your own, tested: how often each face came up. [default: none]",
            ("observed", "roll"),
        ),
    ] = None,
    prior: Annotated[
        float | None, Option(chance, "NUMBER", "How likely a disease is before any test.")
    ] = None,
    sensitivity: Annotated[
        tuple[float, ...] | None,
        Option(chances, "NUMBERS", "How likely each test finds it, such as 1,0.98."),
    ] = None,
    false_positive: Annotated[
        tuple[float, ...] | None,
        Option(chances, "NUMBERS", "How likely each finds it in who does not have it."),
    ] = None,
) -> Asked:
    """Throws that are drawn, counts that are tested, or a disease."""
    if counts is not None and (rolls, dice) != (None, None):
        raise Misuse("--counts: these throws are counted already; leave out --rolls and --dice")
    given = (("--faces", faces), ("--probs", probs and len(probs)), ("--counts", counts and len(counts)))
    sides = _sides([(option, many) for option, many in given if many])
    disease = _disease(prior, sensitivity, false_positive)
    if counts is not None:
        found = _own(counts, probs)
    elif disease and (rolls, dice, faces, probs) == (None,) * 4:
        return Asked(f"A positive test, where {number(100 * disease['prior'])} % are ill", (), disease)
    else:
        found = _drawn(rolls or 500, dice or 10, sides, probs, faces)
    if not disease:
        return found
    page = (*(found.page or ("sample",)), "conditional")
    return Asked(found.title, found.facts, {**found.values, **disease}, page)


def _sides(given: Sequence[tuple[str, int]]) -> int:
    """How many faces the die has.

    Raises:
        Misuse: two options say so, and differ.
    """
    for option, many in given[1:]:
        if many != given[0][1]:
            raise Misuse(
                f"{option}: that is {counted(many, 'face')}, and {given[0][0]} has {given[0][1]}; "
                "give as many, or leave out one of the two"
            )
    return given[0][1] if given else 6


def _die(sides: int, probs: Sequence[float] | None, exact: bool) -> Code:
    """The probabilities of the faces, as a reader would write them."""
    simple = probs is None or all(isinstance(w, int) and w <= SIMPLE for w in probs)
    dtype = ", dtype=torch.float64" if exact or not simple else ""
    if probs is None:
        return Code(f"torch.ones({sides}{dtype}) / {sides}")
    total = math.fsum(probs)
    divided = "" if total == 1 else f" / {total:.17g}"
    return Code(f"torch.tensor({[*probs]!r}{dtype}){divided}")


def _own(counts: Sequence[int], probs: Sequence[float] | None) -> Asked:
    """Counts of the reader's own. Where dice are rolled, they are the one roll that was."""
    throws, faces = sum(counts), len(counts)
    which = "this" if probs and not _alike(probs) else "a fair"
    title = f"{counted(throws, 'throw')}, counted: would {which} {_thing(faces)} give these?"
    row = f"torch.tensor([{[*counts]!r}], dtype=torch.float64)"
    values = {
        "observed": Code(f"torch.tensor({[*counts]!r})"),
        "roll": Code(f"def roll(rolls, dice, die):\n    return {row}"),
        "die": _die(faces, probs, exact=True),
        "rolls": 1,
        "dice": throws,
    }
    return Asked(title, ("float64",), values, ("counts",))


def _drawn(
    rolls: int, dice: int, sides: int, probs: Sequence[float] | None, faces: int | None
) -> Asked:
    """Dice that are rolled."""
    if rolls * dice > EXACT:
        raise Misuse(
            f"--rolls {rolls} with {dice} dice: {rolls * dice} throws are more than the {EXACT} "
            f"that can be counted exactly; give at most {EXACT // dice} rolls"
        )
    many = rolls > ROLLS or rolls * dice > THROWS or rolls * sides > NUMBERS
    kind = "fair" if probs is None or _alike(probs) else "loaded"
    things = counted(dice, f"{kind} {_thing(sides)}", f"{kind} {_thing(sides, 'dice')}")
    title = f"{counted(rolls, 'roll')} of {things}"
    if dice > 1:
        title += f": {counted(rolls * dice, 'throw')}"
    die = _die(sides, probs, many)
    dtype = "float64" if many or "float64" in die.source else "float32"
    values = {
        "rolls": rolls,
        "dice": dice,
        "roll": _many_at_a_time() if many else None,
        "die": die if probs or faces else None,
    }
    return Asked(title, (dtype,), values)


def _thing(faces: int, things: str = "die") -> str:
    """What is thrown."""
    if faces == 2:
        return "coin" if things == "die" else "coins"
    return things if faces == 6 else f"{faces}-sided {things}"


def _alike(probs: Sequence[float]) -> bool:
    return min(probs) == max(probs)


def _many_at_a_time() -> Code:
    """The function of the section ``large``, in the place of the one that rolls one by one."""
    cells = load("dice").sections["large"].cells
    code = next(cell.code for cell in cells if cell.defines == "roll_many")
    return Code(textwrap.dedent(code).replace("def roll_many(", "def roll("))


def _disease(
    prior: float | None,
    sensitivity: tuple[float, ...] | None,
    false_positive: tuple[float, ...] | None,
) -> dict[str, object]:
    """The values of ``conditional``; empty where none is given.

    Raises:
        Misuse: there is not one of each for each test, or no test can be positive.
    """
    if (prior, sensitivity, false_positive) == (None, None, None):
        return {}
    one, other = sensitivity or (1.0, 0.98), false_positive or (0.01, 0.03)
    tests = max(len(sensitivity or ()), len(false_positive or ())) or len(one)
    # A single one that is given has the book's beside it.
    if min(len(one), len(other)) < tests:
        raise Misuse(
            f"--sensitivity and --false-positive: {len(one)} and {len(other)} numbers are not one "
            "of each for each test; give as many of one as of the other"
        )
    p = 0.0015 if prior is None else prior
    values: dict[str, object] = {
        "prior": p,
        "sensitivity": one[:tests],
        "false_positive": other[:tests],
    }
    for test, (hit, false) in enumerate(zip(one[:tests], other[:tests], strict=True), 1):
        positive = p * hit + (1 - p) * false
        if positive == 0:
            raise Misuse(
                f"{listed(['--prior', '--sensitivity', '--false-positive'])}: with these test {test} "
                "is never positive; give one that can be"
            )
        p = p * hit / positive
    return values
