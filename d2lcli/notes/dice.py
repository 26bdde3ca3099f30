"""What there is to say of dice: how far estimates are off, and whether a die would do this."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

import torch
from torch import Tensor

from ..language import mark, tr
from ..note import Column, Note, table
from ..request import Request
from ..sampling import DOUBT, EXPECTED, SURELY, How, Verdict, judge
from ..words import counted, listed, number, sentences
from .plotting import plot as plot

MILESTONES = 2  # numbers of rolls, besides the last, for which the error is told
FACES = 12  # with a row each; of more, only those that are farthest off have one
NARRATED = 8  # the same where the page has captions
FARTHEST = 6
POINTS = 1000  # at about so many the picture is drawn
SMALLEST = 1e-300  # p-values below it are not told apart
FEW = ".3g"  # how people are counted where so few of them are expected


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
    return tr(
        "The other face is no farther off."
        if others == 1
        else "None of the other {count:,} faces is farther off.",
        count=others,
    )


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
    one = tr(
        "{error} after {rolls} roll" if first == 1 else "{error} after {rolls} rolls",
        error=off,
        rolls=_rolls(first),
    )
    more = [tr("{error} after {rolls}", error=e, rolls=_rolls(rolls)) for rolls, e in others]
    return tr("Largest error of an estimate: {errors}.", errors=listed([one, *more]))


def _rolls(count: float) -> str:
    return f"{count:,.0f}" if count < 1e6 else number(count, 3)


def fairness(final: Tensor, die: Tensor, request: Request) -> str:
    """Whether these throws are a reason to doubt that the die is fair."""
    verdict = judge(final.tolist(), [1.0] * len(final))
    told = _found(verdict, len(final), fair=True)
    drawn = "observed" not in request.values  # else nobody knows which die it was
    if drawn and not is_fair(probabilities(die)):
        truth = tr("It is loaded." if verdict.doubt else "It is loaded all the same.")
        return sentences(told, truth)
    return sentences(told, _by_chance(verdict) if drawn and verdict.doubt else "")


def _by_chance(verdict: Verdict) -> str:
    """What is said where a fair die was drawn, and is doubted."""
    unseen = _unseen(verdict)
    return tr(
        "It is fair all the same: chance alone makes χ² this large in less than {share} % of all "
        "runs."
        if unseen
        else "It is fair all the same: chance alone makes χ² this large in {share} % of all runs.",
        share=number(100 / verdict.outcomes if unseen else 100 * verdict.p, 2),
    )


def _found(verdict: Verdict, faces: int, *, fair: bool) -> str:
    """The finding: whether there is a reason to doubt that the die is fair, or this one; and why.

    Of two faces it is a coin.
    """
    doubts = {
        (True, True, False): mark("A reason to doubt that the die is fair: {why}."),
        (True, False, False): mark("A reason to doubt that it is this die: {why}."),
        (False, True, False): mark("No reason to doubt that the die is fair: {why}."),
        (False, False, False): mark("No reason to doubt that it is this die: {why}."),
        (True, True, True): mark("A reason to doubt that the coin is fair: {why}."),
        (True, False, True): mark("A reason to doubt that it is this coin: {why}."),
        (False, True, True): mark("No reason to doubt that the coin is fair: {why}."),
        (False, False, True): mark("No reason to doubt that it is this coin: {why}."),
    }
    few = verdict.least is not None and verdict.least >= SURELY
    return sentences(
        tr(doubts[verdict.doubt, fair, faces == 2], why=_why(verdict)),
        tr("With so few throws no outcome would be one.") if few else "",
    )


def _why(verdict: Verdict) -> str:
    """Chi-square and the p-value, and how that was found."""
    chi, p = _figures(verdict.chi_square), _p(verdict.p)
    match verdict.how:
        case How.CHI_SQUARE:
            return tr(
                "χ² = {chi} with {freedom} degree of freedom, p {p}"
                if verdict.freedom == 1
                else "χ² = {chi} with {freedom} degrees of freedom, p {p}",
                chi=chi,
                freedom=verdict.freedom,
                p=p,
            )
        case How.EXACT:
            return tr(
                "χ² = {chi}, p {p}, exact: from all {outcomes:,} outcomes of so many throws",
                chi=chi,
                p=p,
                outcomes=verdict.outcomes,
            )
        case How.SIMULATED:
            return tr(
                "χ² = {chi}, p {p} by {outcomes:,} simulations (a face is expected less than "
                "{times} times)",
                chi=chi,
                p=f"< {number(1 / verdict.outcomes, 2)}" if _unseen(verdict) else f"≈ {p[2:]}",
                outcomes=verdict.outcomes,
                times=EXPECTED,
            )
    return f"χ² = {chi}, p {p}"


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


def fair(came_up: Tensor, die: Tensor, request: Request) -> Iterator[Note]:
    """Which faces make chi-square large, and what p means here."""
    final = came_up.cpu()
    if not drawn_together(request):
        yield from _parts(final, torch.ones_like(final) / len(final), NARRATED)
    verdict = judge(final.tolist(), [1.0] * len(final))
    told = [fairness(final, die, request), *_beside(verdict), _meaning(verdict, final, fair=True)]
    yield Note(sentences(*told))


def counts(observed: Tensor, die: Tensor) -> Iterator[Note]:
    """Whether this die would give these counts."""
    final, true = observed.double().cpu(), probabilities(die)
    yield from _parts(final, true)
    verdict = judge(final.tolist(), true.tolist())
    if verdict.how is How.IMPOSSIBLE:
        face = int(((final > 0) & (true == 0)).nonzero()[0, 0])
        yield Note(
            tr(
                "Impossible for this die: face {face} came up {times}, and its probability is 0. "
                "p = 0.",
                face=face + 1,
                times=counted(int(final[face]), "time"),
            )
        )
    elif verdict.how is How.CERTAIN:
        yield Note(tr("This die shows nothing else, so there is nothing to doubt. p = 1."))
    else:
        fair = is_fair(true)
        found = _found(verdict, len(true), fair=fair)
        yield Note(sentences(found, *_beside(verdict), _meaning(verdict, final, fair=fair)))


def _beside(verdict: Verdict) -> Iterator[str]:
    """Why the p of the finding is another one than that of the code above it."""
    if verdict.how in (How.EXACT, How.SIMULATED):
        yield tr("The p of the code is an approximation for many throws; this one needs none.")


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


def _meaning(verdict: Verdict, final: Tensor, *, fair: bool) -> str:
    """How often so many throws of such a die are taken for a reason; computed, or not said."""
    if verdict.below is None or not verdict.below:
        return ""
    told = {
        (True, False): mark(
            "Of {throws} of a fair die, p is below {doubt} in {often} % of all cases."
        ),
        (False, False): mark(
            "Of {throws} of this die, p is below {doubt} in {often} % of all cases."
        ),
        (True, True): mark(
            "Of {throws} of a fair coin, p is below {doubt} in {often} % of all cases."
        ),
        (False, True): mark(
            "Of {throws} of this coin, p is below {doubt} in {often} % of all cases."
        ),
    }
    return tr(
        told[fair, len(final) == 2],
        throws=counted(int(final.sum()), "throw"),
        doubt=DOUBT,
        often=number(100 * verdict.below, 2),
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
    tests = [
        tr("after {tests}", tests=counted(test, "positive test")) for test in range(1, len(ill))
    ]
    group = f"of {people:,} people"
    form = _people(ill + healthy)
    yield Note(
        table=table(
            Column(tr("of {count:,} people", count=people), [tr("before"), *tests], key=group),
            Column("ill", ill, form),
            Column("healthy", healthy, form),
            Column("share of the ill", shares, ".4g", bar="linear"),
        )
    )
    yield Note(_tested(prior, sensitivity[0], false_positive[0], (ill[1], healthy[1]), form))


def _tested(
    prior: float, hit: float, false_alarm: float, people: Sequence[float], form: str
) -> str:
    """Whether most of those with a positive test are ill; ``people``: who is, and who is not."""
    ill, healthy = (number(n, 3) if form == FEW else format(n, form) for n in people)
    # As decimals, which are what was typed: in floats one half may come out as a little less.
    p, found, wrongly = (Fraction(str(x)) for x in (prior, hit, false_alarm))
    more = p * found - (1 - p) * wrongly
    return tr(
        "Half of those with one positive test are ill: {ill} are ill, {healthy} are not."
        if not more
        else "About half of those with one positive test are ill: {ill} are ill, {healthy} are not."
        if ill == healthy
        else "Most of those with one positive test are ill: {ill} are ill, {healthy} are not."
        if more > 0
        else "Most of those with one positive test are healthy: {ill} are ill, {healthy} are not.",
        ill=ill,
        healthy=healthy if more else ill,
    )


def _people(counts: Sequence[float]) -> str:
    """The form that shows each of these counts of people, and none that is not 0 as 0."""
    least = min(filter(None, counts), default=math.inf)
    return ",.0f" if least >= 100 else ",.2f" if least >= 0.005 else FEW


def large(many: Tensor, rolls: int, die: Tensor) -> Iterator[Note]:
    """How little is drawn for how many rolls, and how near the shares come."""
    total, true = many.sum(dim=0).cpu(), probabilities(die)
    off = float((total / total.sum() - true).abs().max())
    yield Note(
        tr(
            "{numbers} drawn, for {rolls}. The shares of the faces are at most {error} off.",
            numbers=counted(many.numel(), "number"),
            rolls=counted(rolls, "roll"),
            error=number(off, 2),
        )
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
        tr(
            "A hundred times the throws for one more digit: the error falls with the root of their "
            "number, and is √(2 p (1 − p) / (π n)) on the average."
        )
    )
