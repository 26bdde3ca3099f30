"""Gradients checked without autograd: what there is at a point, and central differences.

Nothing here needs torch.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from . import slopes
from .inputs import formulas
from .inputs.formulas import Formula
from .language import mark, tr
from .slopes import Kind, Verdict
from .words import counted, number, sentences

ODD = 3  # places that have a sentence of their own
WORK = 10 * slopes.WORK  # units of work for the verdicts of all places together
EPS = 2.0**-52
CLOSE = 1e-6  # the relative error that autograd may have in float64
SURE = 1e-3  # the relative error that a central difference may have
RECENT = 15  # steps before one, each four times larger, that tell how f varies nearby


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


def words(
    verdicts: Sequence[Verdict | None], gradients: Sequence[float], tolerance: float = CLOSE
) -> list[str]:
    """What is at each point in a word or two; see ``told`` for the tolerance."""
    told = []
    for verdict, slope in zip(verdicts, gradients, strict=True):
        wrong = (
            verdict
            and verdict.has_derivative
            and slopes.autograd_differs(verdict, slope, tolerance)
        )
        told.append(tr("another slope") if wrong else tr(verdict.kind.value) if verdict else "")
    return told


def told(
    formula: Formula,
    places: Sequence[str],
    verdicts: Sequence[Verdict | None],
    gradients: Sequence[float],
    *,
    partial: bool = False,
    tolerance: float = CLOSE,
) -> Iterator[str]:
    """A sentence for each place where autograd's number is no derivative, or not the right one.

    ``partial``: the places are variables, and the gradients partial derivatives. ``tolerance``: the
    relative error that rounding may make.
    """
    odd = []
    for place, verdict, slope in zip(places, verdicts, gradients, strict=True):
        if verdict is None:
            continue
        differs = slopes.autograd_differs(verdict, slope, tolerance)
        if differs or not verdict.has_derivative or verdict.seen is False or verdict.tiny:
            page = _page(formula, verdict, differs) if math.isnan(slope) else ""
            told = differs or math.isnan(slope)
            odd.append(sentence_at(place, verdict, slope, told, page))
        elif rest := of_0(verdict, slope):
            odd.append(sentences(sentence_at(place, verdict, slope, False), rest))
    yield from odd[:ODD]
    if len(odd) > ODD:
        more = counted(len(odd) - ODD, "more place")
        yield tr("There is something to say of {places}.", places=more)
    unknown = sum(verdict is None for verdict in verdicts)
    if not odd and not unknown:
        yield tr(
            "Autograd gives every partial derivative."
            if partial
            else "Autograd gives the derivative at every point."
            if len(places) > 1
            else "Autograd gives the derivative."
        )
    elif unknown:
        yield tr(
            "{count:,} place was not looked at: it would take too long."
            if unknown == 1
            else "{count:,} places were not looked at: it would take too long.",
            count=unknown,
        )


def _page(formula: Formula, verdict: Verdict, differs: bool) -> str:
    """Which page explains a gradient that is nan; none where f has no value to begin with."""
    ends = verdict.kind is Kind.DOMAIN_END and verdict.value is None
    nothing = ends or verdict.kind in (Kind.GAP, Kind.NO_VALUE)
    if "where(" in formula.text:
        return "autograd where" if differs or not nothing else ""
    return "norm zero" if "sqrt(" in formula.text and not nothing else ""


def sentence_at(place: str, verdict: Verdict, slope: float, differs: bool, page: str = "") -> str:
    """What is at a place, and what autograd's ``slope`` is worth there, where it ``differs``.

    ``page``: what of d2l explains a nan.
    """
    sentence = verdict.sentence
    told = tr("{place}: {verdict}", place=place, verdict=sentence[:1].lower() + sentence[1:])
    if not differs:
        return told
    if verdict.has_derivative:
        worth = (
            mark("Autograd's {slope} is wrong there (d2l {page}).")
            if page
            else mark("Autograd's {slope} is wrong there.")
        )
    elif math.isnan(slope):
        worth = mark("Autograd gives nan (d2l {page}).") if page else mark("Autograd gives nan.")
    else:
        worth = mark("Autograd's {slope} is what its rules give, and no derivative.")
    return sentences(told, tr(worth, slope=number(slope), page=page))


def of_0(verdict: Verdict, slope: float) -> str:
    """What autograd's number is, if it is no other than the derivative, which is 0; else ""."""
    if verdict.slope != 0 or verdict.tiny or slope == 0 or not verdict.has_derivative:
        return ""
    return tr("Autograd's {slope} is 0 but for rounding.", slope=number(slope))


def checked(
    verdicts: Sequence[Verdict | None],
    gradients: Sequence[float],
    checks: Sequence[float | None],
    tolerance: float = CLOSE,
) -> Iterator[str]:
    """How far the central differences are from autograd's numbers, where these are derivatives."""
    there = [
        (slope, check)
        for verdict, slope, check in zip(verdicts, gradients, checks, strict=True)
        if math.isfinite(slope) and (verdict is None or _right(verdict, slope, tolerance))
    ]
    pairs = [(slope, check) for slope, check in there if check is not None]
    if pairs:
        yield tr(
            "Central differences, without autograd, {agree}."
            if len(there) == len(gradients)
            else "Elsewhere central differences, without autograd, {agree}.",
            agree=_apart(pairs),
        )
    if len(pairs) < len(there):
        yield tr(
            "No step h gives a central difference that can be trusted."
            if len(there) == 1
            else "No step h gives a central difference that can be trusted at {places}.",
            places=counted(len(there) - len(pairs), "place"),
        )


def _right(verdict: Verdict, slope: float, tolerance: float) -> bool:
    differs = slopes.autograd_differs(verdict, slope, tolerance)
    return bool(verdict.has_derivative and verdict.seen and not differs)


def _apart(pairs: Sequence[tuple[float, float]]) -> str:
    """How well two columns of numbers agree: in digits, or else in size."""
    off = [abs(check - slope) for slope, check in pairs]
    if not any(off):
        return tr("agree with it")
    digits = min(
        (-math.log10(d / abs(slope)) if slope else 0.0)
        for d, (slope, _) in zip(off, pairs, strict=True)
        if d
    )
    if digits >= 2:
        return tr("agree with it to {digits} digits", digits=math.floor(digits))
    return tr("come within {distance} of it", distance=_up(max(off)))


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
    x, size = float(point[variable]), slopes.size(formula.tree, point)
    size = size if math.isfinite(size) else abs(here)
    best, error, zero = 0.0, math.inf, 0.0
    before: list[float] = []
    recent: list[float] = []
    for quotient, noise, varies in _quotients(formula, point, variable, here, size):
        if not (math.isfinite(quotient) and math.isfinite(varies + noise)):
            before = []
            continue
        before, recent = [*before[-2:], quotient], [*recent[-RECENT:], varies]
        off = max(abs(quotient - other) for other in before) + noise
        # A slope may be 0: then how f varies counts, farther off too, and its size.
        flat = 1e-9 * max(min(size, max(abs(x), 1.0)), abs(here)) / max(abs(x), 1.0)
        scale = max(abs(quotient), varies, 1e-5 * max(recent), flat)
        relative = (off / scale if scale else math.inf) if off else 0.0
        # Beside a pole large steps agree with each other, and small ones know better.
        better = relative < SURE and abs(quotient - best) > 10 * SURE * scale
        if len(before) == 3 and (relative < error or better):
            best, error, zero = quotient, relative, 1e-12 * varies + off
    # Where the terms of the slope are smaller than what may be lost, a 0 tells nothing.
    terms = slopes.terms(formula.tree, point, variable)
    lost = abs(best) < zero
    if error >= SURE or (lost and math.isfinite(terms) and 0 < terms * SURE < zero):
        return None
    return 0.0 if lost else best


def _quotients(
    formula: Formula, point: Mapping[str, float], variable: str, here: float, size: float
) -> Iterator[tuple[float, float, float]]:
    """Central differences for smaller and smaller steps; their rounding; how much f varies.

    ``here`` is f at the point, and ``size`` times ``EPS`` its rounding. The rounding of both ends
    does no harm: their difference is divided by the distance they have.
    """
    x = float(point[variable])
    h = max(abs(x), 1.0) / 4
    while h >= (2 * math.ulp(x) if x else 1e-30):
        low, high = x - h, x + h
        below, above = (formulas.value(formula, {**point, variable: end}) for end in (low, high))
        noise = 2 * EPS * max(size, abs(below), abs(above)) / (high - low)
        yield (above - below) / (high - low), noise, (abs(below - here) + abs(above - here)) / h
        h /= 4
