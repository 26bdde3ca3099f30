"""From a function's value and its two sides to the verdict."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, overload

from .numbers import ZERO, Ball, Field, Imprecise, Number, Unsure
from .sides import End, Side
from .verdict import Kind, Verdict


@dataclass(frozen=True)
class Case:
    """What is known of a point: f's value there (None: it has none), and both sides."""

    at: float
    value: Number | None
    known: bool
    left: Side
    right: Side
    field: Field
    fuzzy: bool = False  # a singularity that is very near is taken to be here

    def verdict(self) -> Verdict:
        """The verdict of it.

        Raises:
            Imprecise: two numbers cannot be told apart with these digits.
        """
        kind = self._kind()
        left, right = self._slope(self.left), self._slope(self.right)
        slope = None
        if kind in (Kind.DERIVATIVE, Kind.GAP, Kind.VERTICAL) and left == right:
            slope = right
        looked = self.left.looked or self.right.looked or not self.known
        verdict = Verdict(kind, self.at, rounded(self.value), slope, left, right)
        limits = rounded(self.left.limit), rounded(self.right.limit)
        tiny = slope == 0 and not self._same(self.right.slope, Fraction(0))
        wide = slope is not None and math.isinf(slope) and kind is Kind.DERIVATIVE
        if wide or (kind in (Kind.GAP, Kind.JUMP, Kind.DOMAIN_END) and _wide(limits)):
            verdict = replace(verdict, kind=Kind.OVERFLOW)
        evidence: Literal["rules", "values"] = "values" if looked else "rules"
        return replace(verdict, limits=limits, evidence=evidence, tiny=tiny)

    def _slope(self, side: Side) -> float | None:
        """A one-sided slope. There is one only where f goes to its value, if it has one."""
        if side.slope is None or not (self.value is None or self._same(side.limit, self.value)):
            return None
        return rounded(side.slope)

    def _kind(self) -> Kind:
        left, right = self.left, self.right
        if not left.clear or not right.clear or not self.known:
            return Kind.UNCLEAR
        if not left.values and not right.values:
            return Kind.NO_VALUE if self.value is None else Kind.ISOLATED
        if isinstance(left.limit, float) or isinstance(right.limit, float):
            return Kind.POLE
        if any(side.values and side.limit is None for side in (left, right)):
            return Kind.OSCILLATION
        if not left.values or not right.values:
            there = left if left.values else right
            meets = self.value is None or self._same(there.limit, self.value)
            return Kind.DOMAIN_END if meets else Kind.JUMP
        if not self._same(left.limit, right.limit):
            return Kind.JUMP
        if self.value is None:
            return Kind.GAP
        return self._continuous() if self._same(left.limit, self.value) else Kind.JUMP

    def _continuous(self) -> Kind:
        left, right = self.left.slope, self.right.slope
        if left is None or right is None:
            return Kind.OSCILLATION
        if isinstance(left, float) and isinstance(right, float):
            return Kind.VERTICAL if left == right else Kind.CUSP
        return Kind.DERIVATIVE if self._same(left, right) else Kind.KINK

    def _same(self, a: End | None, b: End | None) -> bool:
        """Whether two numbers are the same, as far as digits ever tell."""
        if a is None or b is None or isinstance(a, float) or isinstance(b, float):
            return a is not None and a == b
        difference = self.field.add(a, self.field.mul(b, Fraction(-1)))
        if self.fuzzy:
            ball, size = self.field.ball(difference), abs(self.field.ball(a).mid)
            return bool(abs(ball.mid) <= 1e-9 * size)
        if self.left.looked or self.right.looked:
            ball = self.field.ball(difference)
            size = max(abs(self.field.ball(a).mid), abs(self.field.ball(b).mid))
            return bool(abs(ball.mid) <= 1e-12 * size + 1e-25)
        if isinstance(difference, Fraction) or abs(difference.mid) > difference.rad:
            return difference == 0
        if not self.field.last:
            raise Imprecise
        size = max(abs(self.field.ball(a).mid), abs(self.field.ball(b).mid))
        if difference.rad > ZERO and difference.rad > ZERO * size:
            raise Unsure
        return True


def _wide(limits: tuple[float | None, float | None]) -> bool:
    """Whether a limit, which is a number, is too large for a float."""
    return any(limit is not None and math.isinf(limit) for limit in limits)


@overload
def rounded(number: Number) -> float: ...
@overload
def rounded(number: End | None) -> float | None: ...
def rounded(number: End | None) -> float | None:
    """The nearest float; ±inf beyond the largest."""
    if number is None or isinstance(number, float):
        return number
    try:
        # Adding 0 makes a 0 of −0.
        return float(number.mid if isinstance(number, Ball) else number) + 0.0
    except OverflowError:
        positive = number.mid > 0 if isinstance(number, Ball) else number > 0
        return math.inf if positive else -math.inf
