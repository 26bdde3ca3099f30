"""The sentences of ``d2l dice``."""

# ruff: noqa: E501  # sentences stand in one line, as notes say them

from __future__ import annotations

import math
from fractions import Fraction
from functools import cache
from typing import Any

import mpmath
import numpy as np
import torch

from .reader import Context, array, counted, items, matters, says, sentence, table, title, value


def weights_of(c: Context, faces: int) -> tuple[float, ...]:
    given = c.options.get("probs")
    return tuple(map(float, given.split(","))) if given else (1.0,) * faces


def counts_of(c: Context) -> tuple[int, ...]:
    """How often each face came up in this run."""
    if "counts" in c.options:
        return tuple(map(int, c.options["counts"].split(",")))
    if c.section == "fair":
        return tuple(int(n) for n in array(c.names["came_up"]))
    if c.section == "large":
        return tuple(int(n) for n in array(c.names["many"]).sum(axis=0))
    if c.section == "counts":
        return tuple(int(n) for n in array(c.names["observed"]))
    return tuple(int(n) for n in array(c.names["counts"]).astype(np.float64).sum(axis=0))


def fair_is_tested(c: Context) -> bool:
    """Whether the sentence is about a fair die, whatever was thrown."""
    return c.section != "counts"


def tested(c: Context) -> tuple[tuple[int, ...], tuple[float, ...]]:
    counts = counts_of(c)
    return counts, (1.0,) * len(counts) if fair_is_tested(c) else weights_of(c, len(counts))


@cache
def chi_square(counts: tuple[int, ...], weights: tuple[float, ...]) -> Fraction:
    total, n = sum(map(Fraction, weights)), sum(counts)
    return sum(
        ((k - n * Fraction(w) / total) ** 2 / (n * Fraction(w) / total))
        for k, w in zip(counts, weights, strict=True)
        if w
    ) + Fraction(0)


@cache
def exact_p(counts: tuple[int, ...], weights: tuple[float, ...]) -> tuple[Any, float, float, int]:
    """p, the least p of all, how often p < 0.05, and the number of outcomes: one by one."""
    faces = [w for w in weights if w]
    total = sum(map(Fraction, faces))
    probs = [Fraction(w) / total for w in faces]
    n = sum(counts)
    grouped: dict[Any, Any] = {}
    number = 0
    logs = [mpmath.log(mpmath.mpf(p.numerator) / p.denominator) for p in probs]

    def walk(place: int, left: int, chi: Fraction, chance: Any) -> None:
        nonlocal number
        last = place == len(probs) - 1
        for k in range(left if last else 0, left + 1):
            own = chi + (k - n * probs[place]) ** 2 / (n * probs[place])
            odds = chance + k * logs[place] - mpmath.loggamma(k + 1)
            if last:
                number += 1
                grouped[own] = grouped.get(own, 0) + mpmath.exp(odds)
            else:
                walk(place + 1, left - k, own, odds)

    walk(0, n, Fraction(0), mpmath.loggamma(n + 1))
    p, below, so_far = None, 0.0, mpmath.mpf(0)
    here, least = chi_square(counts, weights), None
    for chi in sorted(grouped, reverse=True):
        so_far += grouped[chi]
        least = so_far if least is None else least
        if so_far < 0.05 - 1e-12:
            below = float(so_far)
        if chi == here:
            p = so_far
    return p, float(least or 0), below, number


@cache
def simulated_p(counts: tuple[int, ...], weights: tuple[float, ...], draws: int) -> float:
    faces = [(k, w) for k, w in zip(counts, weights, strict=True) if w]
    probs = np.array([w for _, w in faces]) / sum(w for _, w in faces)
    n = sum(counts)
    drawn = np.random.default_rng(12345).multinomial(n, probs, size=draws)
    found = ((drawn - n * probs) ** 2 / (n * probs)).sum(axis=1)
    here = float(chi_square(counts, weights))
    return float((found >= here * (1 - 1e-9) - 1e-9).mean())


def tail(counts: tuple[int, ...], weights: tuple[float, ...]) -> Any:
    freedom = sum(w > 0 for w in weights) - 1
    half = chi_square(counts, weights) / 2
    return mpmath.gammainc(
        mpmath.mpf(freedom) / 2, mpmath.mpf(half.numerator) / half.denominator, regularized=True
    )


def p_is(sign: str, told: str, true: Any) -> None:
    if sign == "<":
        assert true < value(told)
        return
    found = value(told)
    off = abs(found - true)
    assert off <= (0.00005001 if "e" not in told and found >= 0.001 else 0.051 * true), (told, true)


CLAIM = r"(A reason|No reason) to doubt that (?:the (?:die|coin) is fair|it is this (?:die|coin)): χ² = (<N>)"


def _claim(c: Context, verdict: str, chi: str, p: float) -> None:
    counts, weights = tested(c)
    true = float(chi_square(counts, weights))
    says(chi, true, 3) if true >= 1e4 else None
    assert abs(value(chi) - true) <= max(0.00501, 0.006 * true if true >= 1e4 else 0), true
    assert (verdict == "A reason") == (p < 0.05), p


@sentence("dice", CLAIM + r" with (\d+) degrees? of freedom, p ([=<]) (<N>)\.")
def by_tail(c: Context, verdict: str, chi: str, freedom: str, sign: str, told: str) -> None:
    counts, weights = tested(c)
    true = tail(counts, weights)
    p_is(sign, told, true)
    _claim(c, verdict, chi, float(true))
    assert int(freedom) == sum(w > 0 for w in weights) - 1


@sentence(
    "dice", CLAIM + r", p ([=<]) (<N>), exact: from all ([\d,]+) outcomes of so many throws\."
)
def exactly(c: Context, verdict: str, chi: str, sign: str, told: str, outcomes: str) -> None:
    counts, weights = tested(c)
    faces = sum(w > 0 for w in weights)
    assert counted(outcomes) == math.comb(sum(counts) + faces - 1, faces - 1)
    if counted(outcomes) > 20_000:
        p = simulated_p(counts, weights, 100_000)
        assert abs(p - value(told)) <= 5 * math.sqrt(p * (1 - p) / 1e5) + 1e-3
        return
    p, *_, number = exact_p(counts, weights)
    assert number == counted(outcomes)
    p_is(sign, told, p)
    _claim(c, verdict, chi, float(p))


@sentence(
    "dice",
    CLAIM + r", p ([≈<]) (<N>) by ([\d,]+) simulations \(a face is expected less than 5 times\)\.",
)
def by_draws(c: Context, verdict: str, chi: str, sign: str, told: str, draws: str) -> None:
    counts, weights = tested(c)
    total = sum(weights)
    assert min(sum(counts) * w / total for w in weights if w) < 5
    mine = simulated_p(counts, weights, 100_000)
    # Both are drawn: five standard errors of the smaller number of draws.
    spread = 5 * math.sqrt(max(mine * (1 - mine), 1e-5) / counted(draws)) + 2 / counted(draws)
    if sign == "<":
        assert mine <= value(told) + spread
    else:
        assert abs(mine - value(told)) <= spread + 0.00005, mine
    _claim(c, verdict, chi, value(told))


@sentence("dice", r"With so few throws no outcome would be one\.")
def few(c: Context) -> None:
    counts, weights = tested(c)
    assert exact_p(counts, weights)[1] >= 0.05


@sentence(
    "dice",
    r"Of ([\d,]+) throws? of (a fair|this) (?:die|coin), p is below 0\.05 in (<N>) % of all cases\.",
)
def below(c: Context, throws: str, which: str, told: str) -> None:
    counts, weights = tested(c)
    assert counted(throws) == sum(counts)
    assert which == ("a fair" if len(set(weights)) == 1 else "this")
    faces = sum(w > 0 for w in weights)
    if math.comb(sum(counts) + faces - 1, faces - 1) <= 20_000:
        says(told, 100 * exact_p(counts, weights)[2], 2)


@sentence(
    "dice",
    r"It is fair all the same: chance alone makes χ² this large in (less than )?(<N>) % of all runs\.",
)
def fair_all_the_same(c: Context, less: str | None, told: str) -> None:
    counts, weights = counts_of(c), weights_of(c, len(counts_of(c)))
    assert "counts" not in c.options and len(set(weights)) == 1
    assert c.note.text.startswith("A reason to doubt")
    faces = len(weights)
    if math.comb(sum(counts) + faces - 1, faces - 1) <= 20_000:
        true = exact_p(counts, weights)[0]
    elif min(sum(counts) / faces, 5) < 5:
        true = simulated_p(counts, weights, 100_000)
        spread = 5 * math.sqrt(max(true * (1 - true), 1e-5) / 1e4) + 0.0005
        assert true <= value(told) / 100 + spread
        assert less or abs(true - value(told) / 100) <= spread
        return
    else:
        true = float(tail(counts, weights))
    says(told, 100 * true, 2)


@sentence("dice", r"The p of the code is an approximation for many throws; this one needs none\.")
def approximation(c: Context) -> None:
    assert c.section in ("fair", "counts")
    assert "exact" in c.note.text or "simulations" in c.note.text


@sentence("dice", r"counts: its counts are of six faces; give your own")
def other_faces(c: Context) -> None:
    weights = c.options.get("probs")
    assert (len(weights.split(",")) if weights else int(c.options["faces"])) != 6


@sentence("dice", r"It is loaded(?: all the same)?\.")
def loaded(c: Context) -> None:
    assert len(set(weights_of(c, len(counts_of(c))))) > 1


@sentence(
    "dice",
    r"It is fair all the same: chance alone makes χ² this large in (less than )?(<N>) % of all runs\.",
)
def by_chance(c: Context, less: str | None, told: str) -> None:
    counts = counts_of(c)
    assert len(set(weights_of(c, len(counts)))) == 1
    p = simulated_p(counts, (1.0,) * len(counts), 100_000)
    if less:
        assert p <= value(told) / 100 + 1e-4
    else:
        assert abs(p - value(told) / 100) <= 5 * math.sqrt(max(p, 1e-5) / 1e4) + 1e-3, p


@sentence(
    "dice",
    r"Impossible for this die: face (\d+) came up ([\d,]+) times?, and its probability is 0\.",
)
def impossible(c: Context, face: str, times: str) -> None:
    counts, weights = counts_of(c), weights_of(c, len(counts_of(c)))
    assert weights[int(face) - 1] == 0 and counts[int(face) - 1] == counted(times) > 0


@sentence("dice", r"(?<=0\. )p = 0\.(?=\Z)")
def never(c: Context) -> None:
    counts = counts_of(c)
    assert any(k and not w for k, w in zip(counts, weights_of(c, len(counts)), strict=True))


@sentence("dice", r"This die shows nothing else, so there is nothing to doubt\. p = 1\.")
def certain(c: Context) -> None:
    weights = weights_of(c, len(counts_of(c)))
    assert sum(w > 0 for w in weights) == 1


@sentence("dice", r"Largest error of an estimate: (.+) after ([\d,.e]+)(?: rolls?)?\.(?= |\Z)")
def largest(c: Context, told: str, last: str) -> None:
    counts = array(c.names["counts"]).astype(np.float64)
    weights = np.array(weights_of(c, counts.shape[1]))
    true = weights / weights.sum()
    so_far = counts.cumsum(axis=0)
    n = so_far.sum(axis=1)
    off = abs(so_far / n[:, None] - true).max(axis=1)
    together = int(c.options.get("dice", 10))
    if "counts" in c.options:
        together = sum(counts_of(c))
    parts = [part.split(" after ") for part in items(f"{told} after {last}")]
    for error, rolls in parts:
        wanted = value(rolls.removesuffix(" rolls").removesuffix(" roll"))
        place = int(abs(n / together - wanted).argmin())
        assert abs(n[place] / together - wanted) <= 0.006 * wanted, (rolls, n[place] / together)
        # Estimates are computed in the die's precision.
        assert abs(value(error) - off[place]) <= 0.06 * off[place] + 2e-7, (error, off[place])
    assert abs(value(last) - n[-1] / together) <= 0.006 * n[-1] / together


@table("dice", r"face\|count\|estimate\|true\|standard errors off")
def estimates(c: Context) -> None:
    counts = counts_of(c)
    weights = np.array(weights_of(c, len(counts)))
    true = weights / weights.sum()
    n = sum(counts)
    _rows(c, counts)
    for face, share, told, off in zip(
        *(c.column(name) for name in ("face", "estimate", "true", "standard errors off")),
        strict=True,
    ):
        assert math.isclose(share, counts[face - 1] / n, rel_tol=1e-12)
        p = true[face - 1]
        assert math.isclose(told, p, rel_tol=3e-7)
        _off(off, (counts[face - 1] - n * p), math.sqrt(n * p * (1 - p)))
    _farthest(c, counts, true)


def _rows(c: Context, counts: tuple[int, ...]) -> None:
    faces = c.column("face")
    assert [counts[face - 1] for face in faces] == c.column("count")
    assert faces == sorted(set(faces))


def _off(told: Any, distance: float, error: float) -> None:
    if error == 0:
        assert told is None or (distance and math.isinf(told))
    else:
        assert abs(told - distance / error) <= 0.0501 + 1e-5 * abs(told), distance / error


def _farthest(c: Context, counts: tuple[int, ...], true: Any) -> None:
    """Faces without a row are no farther off than those with one."""
    shown = set(c.column("face"))
    if len(shown) == len(counts):
        return
    n = sum(counts)
    error = np.sqrt(n * true * (1 - true))
    with np.errstate(all="ignore"):
        off = np.nan_to_num(abs(np.array(counts) - n * true) / error, posinf=np.inf)
    least = min(off[face - 1] for face in shown)
    others = [off[face] for face in range(len(counts)) if face + 1 not in shown]
    assert max(others) <= least + 1e-6


@sentence("dice", r"(?:The other face is no|None of the other ([\d,]+) faces is) farther off\.")
def others(c: Context, told: str | None) -> None:
    left = len(counts_of(c)) - len(c.column("face"))
    assert left == (counted(told) if told else 1)


@table("dice", r"face\|count\|expected\|part of χ²\|standard errors off")
def parts(c: Context) -> None:
    counts, weights = tested(c)
    true = np.array(weights) / sum(weights)
    n = sum(counts)
    _rows(c, counts)
    for face, expected, part, off in zip(
        *(c.column(name) for name in ("face", "expected", "part of χ²", "standard errors off")),
        strict=True,
    ):
        p = true[face - 1]
        assert math.isclose(expected, n * p, rel_tol=3e-7)
        distance = counts[face - 1] - n * p
        if p:
            assert math.isclose(part, distance**2 / (n * p), rel_tol=1e-4, abs_tol=1e-5)
        _off(off, distance, math.sqrt(n * p * (1 - p)))
    _farthest(c, counts, true)


# A disease


def disease(c: Context) -> tuple[Fraction, list[Fraction], list[Fraction]]:
    options = c.options
    hits = options.get("sensitivity", "1,0.98").split(",")
    alarms = options.get("false_positive", "0.01,0.03").split(",")
    return (
        Fraction(options.get("prior", "0.0015")),
        [Fraction(x) for x in hits],
        [Fraction(x) for x in alarms],
    )


@table("dice", r"of [\d,]+ people\|ill\|healthy\|share of the ill")
def people(c: Context) -> None:
    assert c.note.table is not None
    first, ill, healthy, shares = c.note.table.columns
    total = counted(first.name.split()[1])
    prior, hits, alarms = disease(c)
    a, b = total * prior, total * (1 - prior)
    for place in range(len(hits) + 1):
        assert math.isclose(float(ill.values[place] or 0), a, rel_tol=1e-9, abs_tol=1e-300)
        assert math.isclose(
            float(healthy.values[place] or 0), b, rel_tol=1e-9, abs_tol=total * 1e-15
        )
        share = float(shares.values[place] or 0)
        assert math.isclose(share, a / (a + b), rel_tol=1e-6)
        if place < len(hits):
            a, b = a * hits[place], b * alarms[place]


@sentence(
    "dice",
    r"(Most|Half|About half) of those with one positive test are (ill|healthy): (<N>) are ill, (<N>) are not\.",
)
def tested_positive(c: Context, part: str, which: str, ill: str, healthy: str) -> None:
    assert c.tables[-1].columns[0].name
    total = counted(c.tables[-1].columns[0].name.split()[1])
    prior, hits, alarms = disease(c)
    a, b = total * prior * hits[0], total * (1 - prior) * alarms[0]
    assert (part == "Half") == (a == b)
    assert (part == "About half") == (a != b and ill == healthy)
    assert part != "Most" or (which == "ill") == (a > b)
    for told, true in ((ill, a), (healthy, b)):
        assert (value(told) == 0) == (true == 0), "0 is not a few"
        if abs(value(told) - float(true)) > (0.0050001 if "." in told else 0.50001):
            says(told, float(true), 3)


@sentence(
    "dice",
    r"([\d,]+) numbers drawn, for ([\d,]+) rolls?\.",
)
def drawn(c: Context, numbers: str, rolls: str) -> None:
    assert counted(numbers) == array(c.names["many"]).size
    assert counted(rolls) == int(c.options.get("rolls", 10**12))


@sentence("dice", r"The shares of the faces are at most (<N>) off\.")
def shares_off(c: Context, told: str) -> None:
    total = array(c.names["many"]).sum(axis=0)
    weights = np.array(weights_of(c, len(total)))
    says(told, abs(total / total.sum() - weights / weights.sum()).max(), 2)


@table("dice", r"throws\|average error\|in theory")
def more_digits(c: Context) -> None:
    for n, off, theory in zip(
        *(c.column(x) for x in ("throws", "average error", "in theory")), strict=True
    ):
        # The mean absolute deviation of a binomial share, exactly (de Moivre).
        with mpmath.workdps(30):
            v = mpmath.floor(mpmath.mpf(int(n)) / 6) + 1
            p = mpmath.mpf(1) / 6
            log = (
                mpmath.loggamma(n + 1) - mpmath.loggamma(v + 1) - mpmath.loggamma(n - v + 1)
                + v * mpmath.log(p) + (n - v + 1) * mpmath.log(1 - p)
            )  # fmt: skip
            true = float(2 * v * mpmath.exp(log) / n)
        assert math.isclose(off, true, rel_tol=0.05)
        assert math.isclose(theory, true, rel_tol=0.05)


sentence(
    "dice",
    r"A hundred times the throws for one more digit: the error falls with the root of their "
    r"number, and is √\(2 p \(1 − p\) / \(π n\)\) on the average\.",
    r"In a notebook this draws the curve: add --export plot\.ipynb\.",
    r"d2l's own slide comes with --plot out\.png\.",
)(matters)


@title("dice", r"After (<N>|1 roll|[\d,]+ rolls?|.+ rolls) the largest error is (<N>)")
def largest_error(c: Context, _: str, told: str) -> None:
    if "counts" not in c.names:
        torch.manual_seed(c.run.request.seed)
        thrown = torch.distributions.Multinomial(10, torch.ones(6)).sample((500,))
        counts, weights = array(thrown).sum(axis=0), np.ones(6)
    elif "counts" in c.options:
        counts = np.array(counts_of(c), dtype=np.float64)
        weights = np.array(weights_of(c, len(counts)))
    else:
        counts = array(c.names["counts"]).astype(np.float64)
        counts = counts.sum(axis=0) if counts.ndim == 2 else counts
        weights = np.array(weights_of(c, len(counts)))
    true = abs(counts / counts.sum() - weights / weights.sum()).max()
    if c.case.topics in ((), ("fair",)):
        assert abs(value(told) - true) <= 0.06 * true + 2e-7, true


@title("dice", r"([\d,]+) throws?: the largest distance from what is expected is (<N>)")
def farthest_count(c: Context, throws: str, told: str) -> None:
    counts = np.array(counts_of(c), dtype=np.float64)
    weights = np.array(weights_of(c, len(counts)))
    assert counted(throws) == counts.sum()
    says(told, abs(counts - counts.sum() * weights / weights.sum()).max(), 3)
