"""What there is to say of dice: how far estimates are off, and whether a die would do this."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from ..note import Column, Note, table
from ..request import Request
from ..sampling import How, Verdict, judge
from ..words import counted, listed, number

MILESTONES = 4  # numbers of rolls, besides the last, for which the error is told
POINTS = 1000  # at about so many the picture is drawn


def sample(
    counts: Tensor, estimates: Tensor, die: Tensor, dice: int, request: Request
) -> Iterator[Note]:
    """Face by face, how the error falls, and whether a fair die would do this."""
    final = counts.double().sum(dim=0).cpu()
    n = (counts.double().sum(dim=1).cumsum(dim=0) / dice).cpu()
    shares, true = estimates.double().cpu(), probabilities(die)
    kept = _places(len(n))
    picture = {
        "n": n[kept], "estimates": shares[kept], "counts": final, "die": true, "dice": dice,
    }  # fmt: skip
    throws = float(final.sum())
    error = (true * (1 - true) / throws).sqrt()
    off = (final / throws - true) / error
    digits = f".{_decimals(float(error.max()))}f"
    yield Note(
        table=table(
            Column("face", range(1, len(true) + 1)),
            Column("count", [*map(int, final.tolist())], ","),
            Column("estimate", (final / throws).tolist(), digits, bar="linear"),
            Column("true", true.tolist(), digits),
            Column("standard errors off", [_finite(x) for x in off.tolist()], "+.1f"),
        ),
        data=picture,
    )
    told = "roll" in request.values and "observed" in request.values
    yield Note(errors(n, (shares - true).abs().amax(dim=1)))
    yield Note(fairness(final, true, "the die", loaded=not told and not is_fair(true)))


def probabilities(die: Tensor) -> Tensor:
    """The probabilities of the faces in float64: those of a fair die are alike to the last digit."""
    exact = die.double().cpu()
    return exact / exact.sum()


def is_fair(true: Tensor) -> bool:
    """Whether all faces are equally likely."""
    return bool(true.max() == true.min())


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _decimals(error: float) -> int:
    """Decimals that show an error of this size in two digits: at least 4."""
    return min(max(4, 1 - math.floor(math.log10(error))), 12) if error > 0 else 4


def _places(length: int) -> list[int]:
    """Rows for the picture: close together at first and evenly spaced later, with the last."""
    even = {round(i * (length - 1) / POINTS) for i in range(POINTS + 1)}
    first = {min(round(length ** (i / POINTS)), length) - 1 for i in range(POINTS)}
    return sorted(even | first)


def errors(n: Tensor, largest: Tensor) -> str:
    """The largest error of an estimate after 10, 100, … rolls."""
    powers = int(math.log10(max(float(n[-1]), 1)) + 1e-9)
    step = max(1, math.ceil(powers / MILESTONES))
    places = [int((n >= 10.0**power).nonzero()[0, 0]) for power in range(1, powers + 1, step)]
    places = [place for place in places if place < len(n) - 1] + [len(n) - 1]
    first, *others = [(number(float(n[i])), number(float(largest[i]), 2)) for i in places]
    unit = "roll" if first[0] == "1" else "rolls"
    words = [f"{first[1]} after {first[0]} {unit}", *(f"{off} after {rolls}" for rolls, off in others)]
    return f"Largest error of an estimate: {listed(words)}."


def fairness(final: Tensor, die: Tensor, what: str, loaded: bool = False) -> str:
    """Whether these throws are a reason to doubt that the die is fair."""
    verdict = judge(final.tolist(), [1.0] * len(die))
    sentence = f"{_reason(verdict)} to doubt that {what} is fair: {_why(verdict)}."
    if loaded:
        return f"{sentence} It is loaded{'' if verdict.doubt else ' all the same'}."
    return sentence


def _reason(verdict: Verdict) -> str:
    return "A reason" if verdict.doubt else "No reason"


def _why(verdict: Verdict) -> str:
    """Chi-square, its degrees of freedom, and the p-value with the way to it."""
    chi_square = f"χ² = {_figures(verdict.chi_square)}"
    if verdict.how is How.CHI_SQUARE:
        return (
            f"{chi_square} with {counted(verdict.freedom, 'degree')} of freedom, "
            f"p {_p(verdict.p)}"
        )
    if verdict.how is How.EXACT:
        return (
            f"{chi_square}, p {_p(verdict.p)}, exactly, from all "
            f"{counted(verdict.outcomes, 'outcome')} of so many throws"
        )
    least = verdict.p * (verdict.outcomes + 1) < 1.5
    return (
        f"{chi_square}, p {'<' if least else '≈'} {_p(verdict.p)[2:]}, from "
        f"{verdict.outcomes:,} simulated repetitions, as some faces are expected less than 5 times"
    )


def _figures(value: float) -> str:
    """Chi-square in three digits or more."""
    return number(round(value, 2), 6) if value < 1e4 else number(value, 3)


def _p(p: float) -> str:
    """A p-value behind its sign: four decimals where they say enough."""
    if p < 1e-300:
        return "< 1e-300"
    return f"= {p:.4f}" if p >= 0.001 else f"= {number(p, 2)}"


def fair(
    came_up: Tensor, average: Tensor, die: Tensor, chi_square: Tensor, request: Request
) -> Iterator[Note]:
    """Which faces make chi-square, and what the p-value means here."""
    final, mean = came_up.cpu(), float(average)
    yield Note(table=_parts(final, torch.full_like(final, mean)))
    own = "observed" in request.values
    yield Note(fairness(final, die, "the die", loaded=not own and not is_fair(probabilities(die))))
    verdict = judge(final.tolist(), [1.0] * len(final))
    yield Note(_meaning(verdict, "fair die", float(final.sum())))


def counts(observed: Tensor, die: Tensor) -> Iterator[Note]:
    """Whether this die would give these counts."""
    final, true = observed.double().cpu(), probabilities(die)
    yield Note(table=_parts(final, final.sum() * true))
    verdict = judge(final.tolist(), true.tolist())
    name = "fair die" if is_fair(true) else "such die"
    kind = "the die is fair" if is_fair(true) else "it is this die"
    if verdict.how is How.IMPOSSIBLE:
        faces = ((final > 0) & (true == 0)).nonzero().flatten().tolist()
        face = faces[0]
        yield Note(
            f"Impossible for this die: face {face + 1} came up "
            f"{counted(int(final[face]), 'time')}, and its probability is 0 (p = 0)."
        )
        return
    if verdict.how is How.CERTAIN:
        yield Note("This die can show nothing else, so there is nothing to test (p = 1).")
        return
    yield Note(f"{_reason(verdict)} to doubt that {kind}: {_why(verdict)}.")
    yield Note(_meaning(verdict, name, float(final.sum())))


def _parts(final: Tensor, expected: Tensor):  # type: ignore[no-untyped-def]
    parts = (final - expected) ** 2 / expected
    deviation = (final - expected) / (expected * (1 - expected / expected.sum())).sqrt()
    return table(
        Column("face", range(1, len(final) + 1)),
        Column("count", [*map(int, final.tolist())], ","),
        Column("expected", expected.tolist(), _plain(expected)),
        Column("part of χ²", [_finite(x) for x in parts.tolist()], ".2f", bar="linear"),
        Column("standard errors off", [_finite(x) for x in deviation.tolist()], "+.1f"),
    )


def _plain(expected: Tensor) -> str:
    whole = bool((expected == expected.round()).all())
    return ",.0f" if whole or float(expected.max()) >= 1e6 else ",.2f"


def _meaning(verdict: Verdict, die: str, throws: float) -> str:
    """What the p-value says of so many throws of such a die; computed, or not said."""
    a = "A" if die.startswith("fair") else "A"
    told = (
        f"p is how often a {die} would come out at least as uneven. "
        if die == "fair die"
        else "p is how often this die would come out at least as far from what is expected. "
    )
    if verdict.least is not None and verdict.below is not None:
        many = counted(int(throws), "throw")
        if verdict.least >= 0.05:
            return f"{told}In {many} no outcome has a p below 0.05, so nothing could be a reason."
        return f"{told}In {many} that is below 0.05 in {number(100 * verdict.below, 2)} % of all cases."
    return f"{told}Below 0.05 it is taken for a reason here."
