"""What there is to say of dice: how far estimates are off, and whether a die would do this."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from ..note import Column, Note, table
from ..request import Request
from ..sampling import DOUBT, EXPECTED, SURELY, How, Verdict, judge
from ..words import counted, listed, number

MILESTONES = 2  # numbers of rolls, besides the last, for which the error is told
FACES = 12  # with a row each; of more, only those that are farthest off have one
NARRATED = 8  # the same where the page has captions
FARTHEST = 6
POINTS = 1000  # at about so many the picture is drawn
SMALLEST = 1e-300  # p-values below it are not told apart


def sample(
    counts: Tensor, estimates: Tensor, die: Tensor, dice: int, request: Request
) -> Iterator[Note]:
    """Face by face, how the error falls, and whether a fair die would do this."""
    final = counts.double().sum(dim=0).cpu()
    n = (counts.double().sum(dim=1).cumsum(dim=0) / dice).cpu()
    shares, true = estimates.double().cpu(), probabilities(die)
    kept = places(len(n))
    picture = {
        "n": n[kept], "estimates": shares[kept], "counts": final, "die": true, "dice": dice,
    }  # fmt: skip
    error = (true * (1 - true) / final.sum()).sqrt()
    off = ((final / final.sum() - true) / error).nan_to_num(posinf=0, neginf=0)
    faces = farthest(off, FARTHEST if drawn_together(request) else FACES)
    told = table(
        *_estimates(final, true, faces, float(error.max())),
        Column("standard errors off", _off(off[faces], error[faces]), "+.1f"),
    )
    yield Note(_others(len(true)) if len(faces) < len(true) else "", told, data=picture)
    yield Note(errors(n, (shares - true).abs().amax(dim=1)))
    yield Note(fairness(final, true, request))


def drawn_together(request: Request) -> bool:
    """Whether the rolls are drawn many at a time: then the page is longer as it is."""
    return "counts" in request.values and "observed" not in request.values


def _estimates(final: Tensor, true: Tensor, faces: list[int], error: float) -> Iterator[Column]:
    """Estimates of these faces beside their probabilities, in digits that ``error`` leaves them."""
    form = f".{_decimals(error)}f"
    yield Column("face", [face + 1 for face in faces])
    yield Column("count", _whole(final[faces]), ",")
    yield Column("estimate", (final / final.sum())[faces].tolist(), form, bar="linear")
    yield Column("true", true[faces].tolist(), form)


def farthest(off: Tensor, most: int) -> list[int]:
    """All faces, or of more than ``most`` the ones that are farthest off; in their order."""
    if len(off) <= most:
        return list(range(len(off)))
    return sorted(off.abs().topk(FARTHEST).indices.tolist())


def _others(faces: int) -> str:
    others = faces - FARTHEST
    which = "The other face is" if others == 1 else f"None of the other {others:,} faces is"
    return f"{which} {'no ' if others == 1 else ''}farther off."


def probabilities(die: Tensor) -> Tensor:
    """The probabilities of the faces in float64: of a fair die alike to the last digit."""
    exact = die.double().cpu()
    return exact / exact.sum()


def is_fair(die: Tensor) -> bool:
    """Whether all faces are equally likely."""
    return bool(die.max() == die.min())


def _whole(counts: Tensor) -> list[int]:
    return [int(count) for count in counts.tolist()]


def _off(off: Tensor, error: Tensor) -> list[float | None]:
    """Rounded, so that nothing is −0.0; None where a face comes up always or never."""
    pairs = zip(off.tolist(), error.tolist(), strict=True)
    return [round(value, 1) + 0.0 if spread > 0 else None for value, spread in pairs]


def _decimals(error: float) -> int:
    """Decimals that show an error of this size in two digits: at least 4."""
    return min(max(4, 1 - math.floor(math.log10(error))), 12) if error > 0 else 4


def places(length: int) -> list[int]:
    """Rows for the picture: close together at first and evenly spaced later, with the last."""
    even = {round(i * (length - 1) / POINTS) for i in range(POINTS + 1)}
    first = {round(length ** (i / POINTS)) - 1 for i in range(POINTS)}
    return sorted(even | first)


def errors(n: Tensor, largest: Tensor) -> str:
    """The largest error of an estimate after 10, 100, … rolls.

    Args:
        n: rising numbers of rolls.
        largest: the largest error after each.
    """
    powers = int(math.log10(max(float(n[-1]), 1)) + 1e-9)
    step = max(1, math.ceil(powers / MILESTONES))
    wanted = [int((n < 10.0**power).sum()) for power in range(1, powers + 1, step)]
    found = [place for place in wanted if place < len(n) - 1] + [len(n) - 1]
    (first, off), *others = [(float(n[i]), number(float(largest[i]), 2)) for i in found]
    words = [f"{off} after {_rolls(first)} {'roll' if first == 1 else 'rolls'}"]
    words += [f"{off} after {_rolls(rolls)}" for rolls, off in others]
    return f"Largest error of an estimate: {listed(words)}."


def _rolls(count: float) -> str:
    return f"{count:,.0f}" if count < 1e6 else number(count, 3)


def fairness(final: Tensor, die: Tensor, request: Request) -> str:
    """Whether these throws are a reason to doubt that the die is fair."""
    verdict = judge(final.tolist(), [1.0] * len(final))
    told = _found(verdict, f"the {thing(len(final))} is fair")
    drawn = "observed" not in request.values  # else nobody knows which die it was
    if drawn and not is_fair(probabilities(die)):
        told += " It is loaded." if verdict.doubt else " It is loaded all the same."
    elif drawn and verdict.doubt:
        chance = f"{number(100 * verdict.p, 2)} %"
        if _unseen(verdict):
            chance = f"less than {number(100 / verdict.outcomes, 2)} %"
        told += (
            f" It is fair all the same: chance alone makes χ² this large in {chance} of all runs."
        )
    return told


def _found(verdict: Verdict, claim: str) -> str:
    """The finding: whether there is a reason to doubt ``claim``, and why."""
    reason = "A reason" if verdict.doubt else "No reason"
    told = f"{reason} to doubt that {claim}: χ² = {_figures(verdict.chi_square)}{_way(verdict)}."
    if verdict.least is not None and verdict.least >= SURELY:
        told += " With so few throws no outcome would be one."
    return told


def _way(verdict: Verdict) -> str:
    """The p-value, and how it was found."""
    p = _p(verdict.p)
    match verdict.how:
        case How.CHI_SQUARE:
            freedom = counted(verdict.freedom, "degree")
            return f" with {freedom} of freedom, p {p}"
        case How.EXACT:
            return f", p {p}, exact: from all {verdict.outcomes:,} outcomes of so many throws"
        case How.SIMULATED:
            about = f"< {number(1 / verdict.outcomes, 2)}" if _unseen(verdict) else f"≈ {p[2:]}"
            return (
                f", p {about} by {verdict.outcomes:,} simulations (a face is expected less than "
                f"{EXPECTED} times)"
            )
    return f", p {p}"


def _unseen(verdict: Verdict) -> bool:
    """Whether no draw of a simulation was so uneven."""
    return verdict.how is How.SIMULATED and verdict.p * (verdict.outcomes + 1) < 1.5


def _figures(value: float) -> str:
    """Chi-square with two decimals, or three digits of a large one."""
    return number(round(value, 2), 6) if value < 1e4 else number(value, 3)


def _p(p: float) -> str:
    """A p-value behind its sign: four decimals where they say enough."""
    if p < SMALLEST:
        return f"< {number(SMALLEST)}"
    return f"= {p:.4f}" if p >= 0.001 else f"= {number(p, 2)}"


def thing(faces: int) -> str:
    """What is thrown."""
    return "coin" if faces == 2 else "die"


def fair(came_up: Tensor, die: Tensor, request: Request) -> Iterator[Note]:
    """Which faces make chi-square large, and what p means here."""
    final = came_up.cpu()
    if not drawn_together(request):
        yield from _parts(final, torch.ones_like(final) / len(final), NARRATED)
    verdict = judge(final.tolist(), [1.0] * len(final))
    die_told = f"a fair {thing(len(final))}"
    told = [fairness(final, die, request), *_beside(verdict), _meaning(verdict, final, die_told)]
    yield Note(" ".join(filter(None, told)))


def counts(observed: Tensor, die: Tensor) -> Iterator[Note]:
    """Whether this die would give these counts."""
    final, true = observed.double().cpu(), probabilities(die)
    yield from _parts(final, true)
    verdict = judge(final.tolist(), true.tolist())
    if verdict.how is How.IMPOSSIBLE:
        face = int(((final > 0) & (true == 0)).nonzero()[0, 0])
        yield Note(
            f"Impossible for this die: face {face + 1} came up "
            f"{counted(int(final[face]), 'time')}, and its probability is 0. p = 0."
        )
    elif verdict.how is How.CERTAIN:
        yield Note("This die shows nothing else, so there is nothing to doubt. p = 1.")
    else:
        name = thing(len(true))
        which, claim = ("a fair", f"the {name} is fair") if is_fair(true) else ("this", "")
        found = _found(verdict, claim or f"it is this {name}")
        told = [found, *_beside(verdict), _meaning(verdict, final, f"{which} {name}")]
        yield Note(" ".join(filter(None, told)))


def _beside(verdict: Verdict) -> Iterator[str]:
    """Why the p of the finding is another one than that of the code above it."""
    if verdict.how in (How.EXACT, How.SIMULATED):
        yield "The p of the code is an approximation for many throws; this one needs none."


def _parts(final: Tensor, true: Tensor, most: int = FACES) -> Iterator[Note]:
    """Each face's part of chi-square."""
    expected = final.sum() * true
    error = (expected * (1 - true)).sqrt()
    # A face that came up and cannot is the farthest off of all.
    off = ((final - expected) / error).nan_to_num(posinf=math.inf)
    parts = (final - expected) ** 2 / expected
    faces = farthest(off, most)
    whole = bool(torch.isclose(expected, expected.round(), rtol=1e-12).all())
    told = table(
        Column("face", [face + 1 for face in faces]),
        Column("count", _whole(final[faces]), ","),
        Column(
            "expected", expected[faces].tolist(), f",.{0 if whole or expected.max() > 1e6 else 2}f"
        ),
        Column("part of χ²", [_part(x) for x in parts[faces].tolist()], ".2f", bar="linear"),
        Column("standard errors off", _off(off[faces], error[faces]), "+.1f"),
    )
    yield Note(_others(len(true)) if len(faces) < len(true) else "", told)


def _part(value: float) -> float | None:
    """None where a face that never comes up did not."""
    return None if math.isnan(value) else value


def _meaning(verdict: Verdict, final: Tensor, die: str) -> str:
    """How often so many throws of such a die are taken for a reason; computed, or not said."""
    if verdict.below is None or not verdict.below:
        return ""
    throws = counted(int(final.sum()), "throw")
    often = number(100 * verdict.below, 2)
    return f"Of {throws} of {die}, p is below {DOUBT} in {often} % of all cases."


def plot(request: Request) -> Iterator[Note]:
    """Where the drawing is to be seen, where it is not seen already."""
    if request.export is None and not request.keep:
        yield Note(
            "In a notebook this draws the curve: add --export plot.ipynb. "
            "d2l's own slide comes with --plot out.png."
        )


def conditional(
    prior: float, sensitivity: Sequence[float], false_positive: Sequence[float]
) -> Iterator[Note]:
    """The same in people: a million of them or more, and who is left after each positive test."""
    rare = min(prior, 1 - prior)
    people = 10 ** min(12, max(6, 3 - math.floor(math.log10(rare)))) if rare else 10**6
    ill, healthy = [people * prior], [people * (1 - prior)]
    for hit, false_alarm in zip(sensitivity, false_positive, strict=True):
        ill.append(ill[-1] * hit)
        healthy.append(healthy[-1] * false_alarm)
    shares = [a / (a + b) if a + b else math.nan for a, b in zip(ill, healthy, strict=True)]
    tests = [counted(test, "positive test") for test in range(1, len(ill))]
    few = any(0 < count < 100 for count in ill + healthy)
    form = ",.2f" if few else ",.0f"
    yield Note(
        table=table(
            Column(f"of {people:,} people", ["before", *(f"after {test}" for test in tests)]),
            Column("ill", ill, form),
            Column("healthy", healthy, form),
            Column("share of the ill", shares, ".4g", bar="linear"),
        )
    )
    part = "Most" if shares[1] != 0.5 else "Half"
    which = "ill" if shares[1] >= 0.5 else "healthy"
    once = [format(count, form) for count in (ill[1], healthy[1])]
    yield Note(
        f"{part} of those with one positive test are {which}: {once[0]} are ill, {once[1]} are not."
    )


def large(many: Tensor, rolls: int, die: Tensor) -> Iterator[Note]:
    """How little is drawn for how many rolls, and how near the shares come."""
    total, true = many.sum(dim=0).cpu(), probabilities(die)
    off = float((total / total.sum() - true).abs().max())
    yield Note(
        f"{counted(many.numel(), 'number')} drawn, for {counted(rolls, 'roll')}. The shares of the "
        f"faces are at most {number(off, 2)} off."
    )


def digits(n: Tensor, off: Tensor) -> Iterator[Note]:
    """The error beside what theory says."""
    theory = [math.sqrt(2 * 5 / 36 / (math.pi * throws)) for throws in n.tolist()]
    yield Note(
        table=table(
            Column("throws", _whole(n), ","),
            Column("average error", off.tolist(), ".1e", bar="log"),
            Column("in theory", theory, ".1e"),
        ),
        covers=True,
    )
    yield Note(
        "A hundred times the throws for one more digit: the error falls with the root of their "
        "number, and is √(2 p (1 − p) / (π n)) on the average."
    )
