"""What there is to say of a function's derivative at a point: the verdict, as data and in words."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from .. import words
from ..language import mark, tr

SINGLE = 1e-5  # a larger tolerance is one for float32
ROUNDED = 16  # times a float's own rounding: what a slope may lose of its terms


class Kind(Enum):
    """What is at the point. Only with DERIVATIVE there is a derivative that a float holds."""

    DERIVATIVE = mark("a derivative")
    KINK = mark("a kink")  # continuous, two different slopes
    VERTICAL = mark("a vertical tangent")  # continuous, the slope is +∞ or −∞ on both sides
    CUSP = mark("a cusp")  # continuous, +∞ on one side and −∞ on the other
    JUMP = mark("a jump")  # the values on both sides, or the value here, do not meet
    GAP = mark("a gap")  # no value here, but both sides approach the same number
    POLE = mark("a pole")  # the values grow without bound on one side or on both
    DOMAIN_END = mark("an end of the domain")  # values on one side only
    OSCILLATION = mark("an oscillation")  # values or slopes swing without end
    ISOLATED = mark("a lone value")  # a value here and none beside it
    NO_VALUE = mark("no value")  # none here, and none beside it
    OVERFLOW = mark("an overflow")  # value or slope is larger than a float64 can be
    UNCLEAR = mark("unclear")  # neither rules nor values decide


@dataclass(frozen=True)
class Verdict:
    """What is at ``at``.

    ``value`` is f's value there, ``slope`` the derivative (of the continued function at a GAP,
    ±inf with VERTICAL); ``left`` and ``right`` are the one-sided slopes, ±inf where they grow
    without bound, None where there are none. ``limits`` are those of f from the left and from
    the right, None where there is none, and ``limit`` is their common value. All are correctly
    rounded.

    ``seen`` says whether difference quotients in float64 come within 1 % of the slopes (None where
    there are none to come to). ``near`` says that the kind is that of a number which ``at`` is the
    nearest float of, or was made from: π/2 for tan at 1.5707963267948966. Then ``slope`` is that
    at the float itself, and so is ``value``, if there is one. ``tiny`` says that the slope is not
    0, but rounds to it. ``terms`` is what the terms that autograd adds up to the slope are together
    without their signs. ``too_large``: a part of f overflows, so quotients see nothing.
    """

    kind: Kind
    at: float
    value: float | None = None
    slope: float | None = None
    left: float | None = None
    right: float | None = None
    limits: tuple[float | None, float | None] = (None, None)
    seen: bool | None = None
    near: bool = False
    tiny: bool = False
    terms: float = 0.0
    too_large: bool = False
    work: int = 0  # units of work that it took, at most WORK

    @property
    def limit(self) -> float | None:
        """What f approaches from both sides; None where it approaches no one number."""
        low, high = self.limits
        return low if low is not None and low == high else None

    @property
    def has_derivative(self) -> bool:
        """Whether f has a derivative here, and a float holds it."""
        return self.kind is Kind.DERIVATIVE

    @property
    def sentence(self) -> str:
        """The verdict in one sentence, of at most 90 characters or so in English."""
        text = _SENTENCES[self.kind](self)
        if not self.near:
            return text
        return tr("Within rounding of x: {verdict}", verdict=text[:1].lower() + text[1:])


def autograd_differs(verdict: Verdict, gradient: float, tolerance: float = 1e-6) -> bool:
    """Whether autograd's number is another one than the truth.

    Where there is no derivative any finite gradient differs, and nan does not. Where only one side
    has a slope that slope is the truth, and in a gap the slope of the continued function is.
    """
    true = verdict.slope
    if verdict.kind is Kind.UNCLEAR or verdict.kind is Kind.OVERFLOW:
        return False
    if verdict.kind is Kind.DOMAIN_END and verdict.value is not None:
        true = verdict.left if verdict.right is None else verdict.right
    if true is None:
        return math.isfinite(gradient)
    if math.isinf(true) or not math.isfinite(gradient):
        return gradient != true
    # What rounding leaves is a share of the terms, and what is too small for a float is 0.
    if tolerance > SINGLE:  # x is rounded, too
        size = verdict.terms + abs(verdict.value or 0) / max(abs(verdict.at), 1.0)
        rounding = ROUNDED * 2.0**-23 * size
    else:
        rounding = ROUNDED * 2.0**-52 * verdict.terms
    return abs(gradient - true) > tolerance * abs(true) + rounding + 1e-300


def number(value: float | None, digits: int = 5) -> str:
    """A number in a sentence."""
    return "none" if value is None else words.number(float(value), digits)


def apart(a: float | None, b: float | None) -> tuple[str, str]:
    """Two numbers in a sentence, with as many digits as tell them apart."""
    digits = next((n for n in (5, 8, 11, 14, 17) if number(a, n) != number(b, n)), 5)
    return number(a, digits), number(b, digits)


def _derivative(verdict: Verdict) -> str:
    slope = number(verdict.slope)
    if verdict.tiny:
        return tr("The derivative is not 0, but float64 rounds it to 0.")
    if verdict.too_large:
        return tr(
            "The derivative is {slope}, but a part of f is too large for float64.", slope=slope
        )
    if verdict.seen is False:
        return tr(
            "The derivative is {slope}, but rounding hides it from quotients in float64.",
            slope=slope,
        )
    return tr("The derivative is {slope}: both sides agree.", slope=slope)


def _kink(verdict: Verdict) -> str:
    left, right = apart(verdict.left, verdict.right)
    if left == right:
        return tr(
            "A kink: both slopes round to {slope}, but they differ, so no derivative.", slope=left
        )
    return tr(
        "A kink: the slopes are {left} on the left and {right} on the right.",
        left=left,
        right=right,
    )


def _steep(verdict: Verdict) -> str:
    up = (verdict.left or 0) > 0
    if verdict.kind is Kind.CUSP:
        return tr(
            "A cusp that points upward: infinitely steep on both sides, so no derivative."
            if up
            else "A cusp that points downward: infinitely steep on both sides, so no derivative."
        )
    return tr(
        "A vertical tangent: f rises infinitely steeply, so there is no derivative."
        if up
        else "A vertical tangent: f falls infinitely steeply, so there is no derivative."
    )


def _jump(verdict: Verdict) -> str:
    low, high = verdict.limits
    if low is not None and high is not None and low != high:
        left, right = apart(low, high)
        return tr(
            "A jump: f goes to {left} on the left and {right} on the right.", left=left, right=right
        )
    value, there = apart(verdict.value, high if low is None else low)
    if value == there:
        return tr("A jump too small for a float: values that differ round to {value}.", value=value)
    if low == high:
        told = mark("A jump: f is {value} here and goes to {limit} beside, so no derivative.")
    elif low is None:
        told = mark("A jump: f is {value} here and goes to {limit} on the right: no derivative.")
    else:
        told = mark("A jump: f is {value} here and goes to {limit} on the left: no derivative.")
    return tr(told, value=value, limit=there)


def _gap(verdict: Verdict) -> str:
    limit = number(verdict.limit)
    if verdict.slope is None or math.isinf(verdict.slope):
        return tr(
            "A gap: no value here, so no derivative, but both sides go to {limit}.", limit=limit
        )
    return tr(
        "A gap: no value here. With {limit} put in, the slope is {slope}.",
        limit=limit,
        slope=number(verdict.slope),
    )


def _pole(verdict: Verdict) -> str:
    left, right = (end if end is not None and math.isinf(end) else None for end in verdict.limits)
    if left is None or right is None:
        return tr(
            "No bound: f goes to {limit} on the right, so there is no derivative."
            if left is None
            else "No bound: f goes to {limit} on the left, so there is no derivative.",
            limit=number(right if left is None else left),
        )
    if left == right:
        return tr("A pole: f goes to {limit} on both sides, so no derivative.", limit=number(left))
    return tr(
        "A pole: f goes to {left} on the left and {right} on the right.",
        left=number(left),
        right=number(right),
    )


def _domain_end(verdict: Verdict) -> str:
    left = verdict.limits[1] is None
    slope = verdict.left if left else verdict.right
    if verdict.value is None:
        return tr(
            "No value here: f is only on the left, where it goes to {limit}."
            if left
            else "No value here: f is only on the right, where it goes to {limit}.",
            limit=number(verdict.limits[0 if left else 1]),
        )
    if slope is None:
        return tr(
            "The domain ends here: f is only on the left, so no derivative."
            if left
            else "The domain ends here: f is only on the right, so no derivative."
        )
    if math.isinf(slope):
        return tr(
            "The domain ends here: f is only on the left, infinitely steep."
            if left
            else "The domain ends here: f is only on the right, infinitely steep."
        )
    return tr(
        "The domain ends here: only the left has a slope, {slope}."
        if left
        else "The domain ends here: only the right has a slope, {slope}.",
        slope=number(slope),
    )


def _oscillation(verdict: Verdict) -> str:
    return tr(
        "The values swing without end toward this point, so there is no derivative."
        if verdict.limit is None
        else "The slopes swing without end toward this point, so there is no derivative."
    )


def _overflow(verdict: Verdict) -> str:
    sizes = [verdict.value, *verdict.limits]
    known = verdict.value is not None and all(math.isfinite(size or 0) for size in sizes)
    return tr(
        "The slope is too large for float64, which can show no derivative here."
        if known
        else "The value is too large for float64, which can show no derivative here."
    )


_SENTENCES: Mapping[Kind, Callable[[Verdict], str]] = {
    Kind.DERIVATIVE: _derivative,
    Kind.KINK: _kink,
    Kind.VERTICAL: _steep,
    Kind.CUSP: _steep,
    Kind.JUMP: _jump,
    Kind.GAP: _gap,
    Kind.POLE: _pole,
    Kind.DOMAIN_END: _domain_end,
    Kind.OSCILLATION: _oscillation,
    Kind.ISOLATED: lambda _: tr("f has a value here and none beside it, so no derivative."),
    Kind.NO_VALUE: lambda _: tr("f has no value here, nor beside it, so no derivative."),
    Kind.OVERFLOW: _overflow,
    Kind.UNCLEAR: lambda _: tr(
        "Neither rules nor values decide whether there is a derivative here."
    ),
}
