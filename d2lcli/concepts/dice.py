"""``d2l dice``: any dice and any number of rolls; counts of one's own; a test for a disease."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from ..errors import Misuse
from ..inputs import numbers, words
from ..language import mark, tr
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
            tr(
                "{option} {value}: {count} tests are too many for a page; give at most {most}",
                option=option,
                value=numbers.written(value),
                count=len(found),
                most=TESTS,
            )
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
        ill = number(100 * float(str(disease["prior"])))
        return Asked(tr("A positive test, where {share} % are ill", share=ill), (), disease)
    if counts is None:
        found = _drawn(rolls, dice, faces, probs)
    elif (rolls, dice) == (None, None):
        found = _own(counts, probs)
    else:
        raise Misuse(tr("--counts: these throws are counted already; leave out --rolls and --dice"))
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
    return Asked(
        title=tr(
            "{rolls} of {dice}" if together == 1 else "{rolls} of {dice}: {throws}",
            rolls=_rolls(often),
            dice=_dice(together, sides, fair=probs is None or _alike(probs)),
            throws=_throws(throws),
        ),
        facts=("float64" if many or "float64" in die.source else "float32",),
        values={
            "rolls": rolls,
            "dice": dice,
            "counts": _many_at_a_time() if many else None,
            "die": die if probs or faces else None,
        },
        unfit={} if sides == 6 else {"counts": tr("its counts are of six faces; give your own")},
    )


def _own(counts: Sequence[int], probs: Sequence[float] | None) -> Asked:
    """Counts of the reader's own. Where dice are rolled, they are the one roll that was.

    Raises:
        Misuse: the weights are those of another die.
    """
    if probs is not None and len(probs) != len(counts):
        raise Misuse(
            tr(
                "--counts with {counts} faces, and --probs with {probs}: they are not of one die; "
                "give as many of one as of the other",
                counts=len(counts),
                probs=len(probs),
            )
        )
    die = _die(len(counts), probs, exact=sum(counts) > THROWS)
    return Asked(
        title=_would(_throws(sum(counts)), len(counts), fair=probs is None or _alike(probs)),
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
    return Lines(f"{code}\ntorch.manual_seed(seed)\ncounts = roll_many(rolls, dice, die)")


def _count(count: int) -> str:
    """A count in full, or as 1e12 where that is all there is to it."""
    short = f"{count:.4g}".replace("e+", "e")
    return short if count >= 10**9 and int(float(short)) == count else f"{count:,}"


def _rolls(count: int) -> str:
    return tr("{count} roll" if count == 1 else "{count} rolls", count=_count(count))


def _throws(count: int) -> str:
    return tr("{count} throw" if count == 1 else "{count} throws", count=_count(count))


def _dice(count: int, faces: int, fair: bool) -> str:
    """What is rolled together."""
    if faces == 2:
        return counted(count, "fair coin") if fair else counted(count, "loaded coin")
    if faces == 6:
        fairly = counted(count, "fair die", "fair dice")
        return fairly if fair else counted(count, "loaded die", "loaded dice")
    one = (
        mark("{count} fair {faces}-sided die") if fair else mark("{count} loaded {faces}-sided die")
    )
    more = (
        mark("{count} fair {faces}-sided dice")
        if fair
        else mark("{count} loaded {faces}-sided dice")
    )
    return tr(one if count == 1 else more, count=f"{count:,}", faces=faces)


def _would(throws: str, faces: int, fair: bool) -> str:
    """What is asked of counts."""
    if faces == 2:
        said = mark(
            "{throws}: would a fair coin do this?" if fair else "{throws}: would this coin do this?"
        )
    elif faces == 6:
        said = mark(
            "{throws}: would a fair die do this?" if fair else "{throws}: would this die do this?"
        )
    else:
        said = mark(
            "{throws}: would a fair {faces}-sided die do this?"
            if fair
            else "{throws}: would this {faces}-sided die do this?"
        )
    return tr(said, throws=throws, faces=faces)


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
            tr(
                "--sensitivity and --false-positive: {ones} and {others} numbers are not one of "
                "each for each test; give as many of one as of the other",
                ones=len(ones),
                others=len(others),
            )
        )
    p = 0.0015 if prior is None else prior
    values = {"prior": p, "sensitivity": (*ones,), "false_positive": (*others,)}
    for test, (hit, false_alarm) in enumerate(zip(ones, others, strict=True), 1):
        positive = p * hit + (1 - p) * false_alarm
        if positive == 0:
            raise Misuse(
                tr(
                    "--prior, --sensitivity and --false-positive: test {test} is never positive; "
                    "give a probability that is not 0",
                    test=test,
                )
            )
        p = p * hit / positive
    return values
