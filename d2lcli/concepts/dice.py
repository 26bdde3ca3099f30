"""``d2l dice``: any dice and any number of rolls; counts of one's own; a test for a disease."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from ..errors import Misuse
from ..inputs import numbers, words
from ..lesson import load
from ..options import Asked, Option
from ..request import Code, Lines
from ..words import counted, number

# What is rolled one by one; beyond that, rolls are drawn many at a time.
ROLLS, THROWS, NUMBERS = 10**5, 10**6, 10**7
SIMPLE = 1000  # whole weights up to here are right in float32 to all digits that a page shows
TESTS = 20  # positive ones, one after another


def chances(option: str, value: object) -> tuple[float, ...]:
    """Probabilities, one for each test.

    Raises:
        Misuse: they are none, or more than ``TESTS``.
    """
    found = tuple(numbers.share(option, part) for part in numbers.listed(option, value))
    if len(found) > TESTS:
        raise Misuse(
            f"{option} {numbers.written(value)}: {len(found)} tests are too many for a page; "
            f"give at most {TESTS}"
        )
    return found


def ask(
    rolls: Annotated[
        int | None,
        Option(numbers.rolls, "COUNT", "How often the dice are rolled, such as 500 or 1e12."),
    ] = None,
    dice: Annotated[int | None, Option(numbers.dice, "N", "How many dice a roll has.")] = None,
    faces: Annotated[
        int | None,
        Option(
            numbers.faces, "N", "How many faces a die has; 2 make a coin.", ("die",), default="6"
        ),
    ] = None,
    probs: Annotated[
        tuple[float, ...] | None,
        Option(
            numbers.weights,
            "WEIGHTS",
            "The weight of each face, such as 1,1,1,1,1,5.",
            ("die",),
            default="all alike",
        ),
    ] = None,
    counts: Annotated[
        tuple[int, ...] | None,
        Option(
            words.joined(numbers.counts),
            "COUNTS",
            "Counts of your own, to be tested: how often each face came up.",
            ("observed", "counts"),
            words=words.values,
            default="8,12,9,11,10,10",
        ),
    ] = None,
    prior: Annotated[
        float | None, Option(numbers.share, "NUMBER", "How likely a disease is before any test.")
    ] = None,
    sensitivity: Annotated[
        tuple[float, ...] | None,
        Option(
            chances, "NUMBERS", "How likely a test is positive where it is there; one for each."
        ),
    ] = None,
    false_positive: Annotated[
        tuple[float, ...] | None,
        Option(chances, "NUMBERS", "How likely a test is positive where it is not; one for each."),
    ] = None,
) -> Asked:
    """Throws that are drawn, counts that are tested, and a test for a disease."""
    numbers.same_faces(faces, "--probs", probs)
    numbers.same_faces(faces, "--counts", counts)
    disease = _disease(prior, sensitivity, false_positive)
    if disease and (rolls, dice, faces, probs, counts) == (None,) * 5:
        ill = f"A positive test, where {number(100 * float(str(disease['prior'])))} % are ill"
        return Asked(ill, (), disease)
    if counts is None:
        found = _drawn(rolls, dice, faces, probs)
    elif (rolls, dice) == (None, None):
        found = _own(counts, probs)
    else:
        raise Misuse("--counts: these throws are counted already; leave out --rolls and --dice")
    page = (*(found.page or ("sample",)), "conditional") if disease else found.page
    return replace(found, values={**found.values, **disease}, page=page)


def _drawn(
    rolls: int | None, dice: int | None, faces: int | None, probs: Sequence[float] | None
) -> Asked:
    """Dice that are rolled."""
    often, together, sides = rolls or 500, dice or 10, len(probs) if probs else faces or 6
    numbers.throws(often, together)
    throws = often * together
    many = often > ROLLS or throws > THROWS or often * sides > NUMBERS
    die = _die(sides, probs, exact=many)
    kind = "fair" if probs is None or _alike(probs) else "loaded"
    things = counted(together, f"{kind} {_thing(sides)}", f"{kind} {_thing(sides, 'dice')}")
    title = f"{_count(often, 'roll')} of {things}"
    return Asked(
        title=title if together == 1 else f"{title}: {_count(throws, 'throw')}",
        facts=("float64" if many or "float64" in die.source else "float32",),
        values={
            "rolls": rolls,
            "dice": dice,
            "counts": _many_at_a_time() if many else None,
            "die": die if probs or faces else None,
        },
        unfit={} if sides == 6 else {"counts": "its counts are of six faces; give your own"},
    )


def _own(counts: Sequence[int], probs: Sequence[float] | None) -> Asked:
    """Counts of the reader's own. Where dice are rolled, they are the one roll that was.

    Raises:
        Misuse: the weights are those of another die.
    """
    if probs is not None and len(probs) != len(counts):
        raise Misuse(
            f"--counts with {len(counts)} faces, and --probs with {len(probs)}: they are not of "
            "one die; give as many of one as of the other"
        )
    which = "a fair" if probs is None or _alike(probs) else "this"
    die = _die(len(counts), probs, exact=sum(counts) > THROWS)
    return Asked(
        title=f"{_count(sum(counts), 'throw')}: would {which} {_thing(len(counts))} do this?",
        facts=("float64" if "float64" in die.source else "float32",),
        values={
            "observed": Code(f"torch.tensor({[*counts]!r})"),
            "counts": Lines(f"counts = torch.tensor([{[*counts]!r}])"),
            "die": die,
            "rolls": 1,
            "dice": sum(counts),
        },
        page=("counts",),
    )


def _die(faces: int, probs: Sequence[float] | None, exact: bool) -> Code:
    """The probabilities of the faces, as a reader would write them."""
    simple = all(isinstance(w, int) and w <= SIMPLE for w in probs or ())
    dtype = ", dtype=torch.float64" if exact or not simple else ""
    if probs is None:  # all alike in any precision
        return Code(f"torch.ones({faces}) / {faces}")
    total = math.fsum(probs)
    divided = "" if total == 1 else f" / {total:.17g}"
    weights = [float(weight) for weight in probs] if total == 1 else [*probs]
    return Code(f"torch.tensor({weights!r}{dtype}){divided}")


def _many_at_a_time() -> Lines:
    """What draws the rolls of the section ``large``, in the place of what rolls one by one."""
    cells = load("dice").sections["large"].cells
    code = next(cell.code for cell in cells if cell.defines == "roll_many")
    return Lines(f"{code}\n\ntorch.manual_seed(seed)\ncounts = roll_many(rolls, dice, die)")


def _count(count: int, thing: str) -> str:
    """A count in full, or as 1e12 where that is all there is to it."""
    short = f"{count:.4g}".replace("e+", "e")
    round_number = count >= 10**9 and int(float(short)) == count
    return f"{short} {thing}s" if round_number else counted(count, thing)


def _thing(faces: int, things: str = "die") -> str:
    """What is thrown."""
    if faces == 2:
        return "coin" if things == "die" else "coins"
    return things if faces == 6 else f"{faces}-sided {things}"


def _alike(probs: Sequence[float]) -> bool:
    return min(probs) == max(probs)


def _disease(
    prior: float | None,
    sensitivity: Sequence[float] | None,
    false_positive: Sequence[float] | None,
) -> dict[str, object]:
    """The values of ``conditional``; empty where none is given.

    Raises:
        Misuse: there is not one of each for each test, or a test is never positive.
    """
    if (prior, sensitivity, false_positive) == (None, None, None):
        return {}
    ones, others = sensitivity or (1.0, 0.98), false_positive or (0.01, 0.03)
    if None in (sensitivity, false_positive):  # the book's own first one, or two
        tests = min(len(ones), len(others))
        ones, others = (ones[:tests], others) if not sensitivity else (ones, others[:tests])
    if len(ones) != len(others):
        raise Misuse(
            f"--sensitivity and --false-positive: {len(ones)} and {len(others)} numbers are not "
            "one of each for each test; give as many of one as of the other"
        )
    p = 0.0015 if prior is None else prior
    values = {"prior": p, "sensitivity": (*ones,), "false_positive": (*others,)}
    for test, (hit, false_alarm) in enumerate(zip(ones, others, strict=True), 1):
        positive = p * hit + (1 - p) * false_alarm
        if positive == 0:
            raise Misuse(
                f"--prior, --sensitivity and --false-positive: test {test} is never positive; "
                "give a probability that is not 0"
            )
        p = p * hit / positive
    return values
