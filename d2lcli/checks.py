"""Gradients checked without autograd: what there is at a point, and central differences.

Nothing here needs torch.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from . import slopes
from .inputs import formulas
from .inputs.formulas import Formula
from .slopes import Verdict
from .words import counted, number

ODD = 3  # places that have a sentence of their own
WORK = 10 * slopes.WORK  # units of work for the verdicts of all places together
EPS = 2.0**-52
SURE = 1e-3  # the relative error that a central difference may have


def judged(
    formula: Formula, points: Sequence[Mapping[str, float]], along: Sequence[str]
) -> Iterator[Verdict | None]:
    """A verdict for each point, until all of them together have taken too long."""
    left = WORK
    for point, variable in zip(points, along, strict=True):
        if left <= 0:
            yield None
            continue
        verdict = slopes.judge_along(formula, point, variable)
        left -= verdict.work
        yield verdict


def words(verdicts: Sequence[Verdict | None], gradients: Sequence[float]) -> list[str]:
    """What is at each point in a word or two."""
    told = []
    for verdict, slope in zip(verdicts, gradients, strict=True):
        wrong = verdict and verdict.has_derivative and slopes.autograd_differs(verdict, slope)
        told.append("another slope" if wrong else verdict.kind.value if verdict else "")
    return told


def told(
    formula: Formula,
    places: Sequence[str],
    verdicts: Sequence[Verdict | None],
    gradients: Sequence[float],
) -> Iterator[str]:
    """A sentence for each place where autograd's number is no derivative, or not the right one."""
    odd = []
    for place, verdict, slope in zip(places, verdicts, gradients, strict=True):
        if verdict is None:
            continue
        differs = slopes.autograd_differs(verdict, slope)
        if differs or not verdict.has_derivative or verdict.seen is False:
            told = sentence_at(place, verdict, slope, differs)
            cases = "where(" in formula.text and math.isnan(slope) and differs
            odd.append(f"{told[:-1]} (d2l autograd where)." if cases else told)
    yield from odd[:ODD]
    if len(odd) > ODD:
        yield f"There is something to say of {counted(len(odd) - ODD, 'more place')}."
    unknown = sum(verdict is None for verdict in verdicts)
    if not odd and not unknown:
        yield f"Autograd gives {_all_of(places)}."
    elif unknown:
        places_told = counted(unknown, "place was", "places were")
        yield f"{places_told} not looked at: it would take too long."


def _all_of(places: Sequence[str]) -> str:
    if places[0].startswith("Along"):
        return "every partial derivative"
    return "the derivative at every point" if len(places) > 1 else "the derivative"


def sentence_at(place: str, verdict: Verdict, slope: float, differs: bool) -> str:
    """What is at a place, and what autograd's ``slope`` is worth there, where it ``differs``."""
    sentence = verdict.sentence
    told = f"{place}: {sentence[0].lower()}{sentence[1:]}"
    if sentence.startswith("f "):
        told = f"{place}: {sentence}"
    if differs and verdict.has_derivative:
        return f"{told} Autograd's {number(slope)} is wrong there."
    if differs and math.isnan(slope):
        return f"{told} Autograd gives nan."
    if differs:
        return f"{told} Autograd's {number(slope)} is what its rules give, and no derivative."
    return told


def checked(
    verdicts: Sequence[Verdict | None],
    gradients: Sequence[float],
    checks: Sequence[float | None],
) -> Iterator[str]:
    """How far the central differences are from autograd's numbers, where there is a derivative."""
    there = [
        (slope, check)
        for verdict, slope, check in zip(verdicts, gradients, checks, strict=True)
        if math.isfinite(slope) and (verdict is None or (verdict.has_derivative and verdict.seen))
    ]
    pairs = [(slope, check) for slope, check in there if check is not None]
    if pairs:
        where = "Central" if len(there) == len(gradients) else "Elsewhere central"
        yield f"{where} differences, which know nothing of autograd, {_apart(pairs)}."
    if len(pairs) < len(there):
        where = "" if len(there) == 1 else f" at {counted(len(there) - len(pairs), 'place')}"
        yield f"No step h gives a central difference that can be trusted{where}."


def _apart(pairs: Sequence[tuple[float, float]]) -> str:
    """How well two columns of numbers agree: in digits, or else in size."""
    off = [abs(check - slope) for slope, check in pairs]
    if not any(off):
        return "agree with it"
    digits = min(
        (-math.log10(d / abs(slope)) if slope else 0.0)
        for d, (slope, _) in zip(off, pairs, strict=True)
        if d
    )
    if digits >= 2:
        return f"agree with it to {math.floor(digits)} digits"
    return f"come within {_up(max(off))} of it"


def _up(value: float) -> str:
    """A number that is not smaller, with one digit."""
    told = f"{value:.0e}"
    if float(told) < value:
        digit, _, power = told.partition("e")
        told = f"{int(digit) + 1}e{power}"
    return number(float(told), 1)


def check(
    formula: Formula, point: Mapping[str, float], variable: str, verdict: Verdict | None
) -> float | None:
    """The central difference; None where it is known that float64 hides the slope."""
    hidden = verdict is not None and verdict.seen is False
    return None if hidden else difference(formula, point, variable)


def difference(formula: Formula, point: Mapping[str, float], variable: str) -> float | None:
    """The central difference along a variable, with the step that suits the point.

    Steps from a quarter of the point's size down are tried, and the quotient is taken that differs
    least from those of the two steps before, beside what f varies, rounding included.

    Returns:
        None where no step gives a quotient that is sure to three digits: at a pole, at the end of
        a domain, or where the next float is too far away.
    """
    here = formulas.value(formula, point)
    if not math.isfinite(here):
        return None
    size = max(abs(point[variable]), 1.0)
    best, error, most = 0.0, math.inf, 0.0
    before: list[float] = []
    for quotient, noise, varies in _quotients(formula, point, variable, here):
        if not (math.isfinite(quotient) and math.isfinite(varies + noise)):
            before = []
            continue
        before, most = [*before[-2:], quotient], max(most, varies)
        off = max(abs(quotient - other) for other in before) + noise
        # A slope may be 0: then how f varies counts, and its size.
        scale = max(abs(quotient), varies, 1e-9 * abs(here) / size, 1e-12 * most)
        relative = off / scale if off else 0.0
        # Beside a pole large steps agree with each other, and small ones know better.
        better = relative < SURE and abs(quotient - best) > 10 * SURE * scale
        if len(before) == 3 and (relative < error or better):
            best, error = quotient, relative
    if error >= SURE:
        return None
    return 0.0 if abs(best) < 1e-12 * most else best


def _quotients(
    formula: Formula, point: Mapping[str, float], variable: str, here: float
) -> Iterator[tuple[float, float, float]]:
    """Central differences for smaller and smaller steps; their rounding; how much f varies.

    The rounding of both ends does no harm: their difference is divided by the distance they have.
    """
    x = float(point[variable])
    h = max(abs(x), 1.0) / 4
    while h >= max(2 * math.ulp(x), 1e-30):
        low, high = x - h, x + h
        below, above = (formulas.value(formula, {**point, variable: end}) for end in (low, high))
        noise = 4 * EPS * (abs(below) + abs(above)) / (high - low)
        yield (above - below) / (high - low), noise, (abs(below - here) + abs(above - here)) / h
        h /= 4
