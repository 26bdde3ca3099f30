"""One side of a point: what f approaches there, and what its slope does."""

from __future__ import annotations

import ast
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from .numbers import LEVELS, Ball, Beyond, Field, Imprecise, NoValue, Number, Unsure, context
from .rules import Rules
from .series import LINEAR, ONE, Germ, Huge, Series, constant

WINDOWS = (1, 5, 12)  # powers of t that a series keeps, one after the other where fewer do not tell
STEPS = (4, 8, 16, 24, 32, 48, 64)  # f is looked at 10^−4 … 10^−64 beside the point

End = Number | float  # what something goes to: a number, or ±inf as a float


@dataclass(frozen=True)
class Side:
    """What f does on one side.

    ``limit`` is None where f has no values there or they swing, ``slope`` where there is none.
    """

    values: bool = True
    limit: End | None = None
    slope: End | None = None
    clear: bool = True
    looked: bool = False  # told by values, not by rules


@dataclass(frozen=True)
class Place:
    """A point of a formula: ``at`` in ``variable``, with what the others are."""

    tree: ast.expr
    variable: str
    at: Fraction
    others: Mapping[str, Fraction]
    binary: bool = False  # the formula's numbers are floats, and not what they are written for
    fuzz: float = 0.0  # how far from it a singularity may be to be taken for one here

    def value(self, field: Field, beside: Fraction = Fraction(0)) -> Germ:
        """The value here, or a little beside, as a constant series."""
        x = constant(self.at + beside)
        return Rules(field, 1, self._variables(x), binary=self.binary).of(self.tree)

    def germ(self, field: Field, window: int, side: int) -> Germ:
        """The series to the left (−1) or to the right (1)."""
        terms = (*constant(self.at).terms, (LINEAR, Fraction(side)))
        variables = self._variables(Series(terms))
        return Rules(field, window, variables, self.fuzz, self.binary).of(self.tree)

    def _variables(self, x: Series) -> dict[str, Series]:
        return {name: constant(value) for name, value in self.others.items()} | {self.variable: x}


def value_at(place: Place, field: Field) -> Number:
    """The value at the place.

    Raises:
        NoValue: there is none.
        Imprecise: more digits are needed.
        Beyond, Unsure: it cannot be told.
    """
    end, _ = _limit(place.value(field), Rules(field, 1, {}))
    assert not isinstance(end, float)  # a constant has no t in it that it could grow with
    return end


def side_of(place: Place, side: int, field: Field) -> Side:
    """What f does to the left (−1) or to the right (1): by the rules, or else by values."""
    for window in WINDOWS[bool(place.fuzz) :]:
        try:
            return _read(place.germ(field, window, side), side, Rules(field, window, {}))
        except NoValue:
            return Side(values=False)
        except Unsure:
            continue
    return Side(clear=False) if place.fuzz else _by_values(place, side, field)


def _read(germ: Germ, side: int, rules: Rules) -> Side:
    """What a series says of a side."""
    if isinstance(germ, Series) and germ.order and germ.order <= ONE:
        lead = rules.lead(germ)
        if not lead or lead[0] >= ONE:
            return _swinging(germ, Side())
    limit, rest = _limit(germ, rules)
    if isinstance(limit, float):
        return Side(limit=limit)
    first = rules.lead(rest)
    if first and first[0] < LINEAR:
        return Side(limit=limit, slope=rules.field.sign(first[1]) * side * math.inf)
    if rest.order and rest.order <= LINEAR:
        return _swinging(rest, Side(limit=limit))
    if first and first[0] == LINEAR:
        return Side(limit=limit, slope=told(rules.field.mul(first[1], Fraction(side)), rules.field))
    return Side(limit=limit, slope=Fraction(0))


def _swinging(series: Series, side: Side) -> Side:
    """The side, if what the series leaves out is known to swing."""
    if series.rest != "swings":
        raise Unsure
    return side


def _limit(germ: Germ, rules: Rules) -> tuple[End, Series]:
    """What a series goes to, and the rest of it."""
    if isinstance(germ, Huge):
        return germ.sign * math.inf, Series()
    lead = rules.lead(germ)
    if lead and lead[0] < ONE:
        return rules.field.sign(lead[1]) * math.inf, germ
    _, middle, rest = rules.parts(germ)
    return told(middle, rules.field), rest


def told(number: Number, field: Field) -> Number:
    """A number that is known to 17 digits or more.

    Raises:
        Imprecise: more digits are needed.
    """
    if isinstance(number, Fraction) or number.rad <= abs(number.mid) * 1e-18:
        return number
    if not field.last:
        raise Imprecise
    return number if field.sign(number) else Fraction(0)


def _by_values(place: Place, side: int, field: Field) -> Side:
    """What values at smaller and smaller distances say."""
    unit = _size(place.at) * side
    seen: list[Any] = []
    for step in STEPS:
        try:
            seen.append(_value_beside(place, unit / 10**step, field))
        except NoValue:
            seen.append(None)
        except Beyond:
            seen.append(math.inf)
        except Unsure:
            return Side(clear=False, looked=True)
    missing = sum(value is None for value in seen)
    if missing:
        return Side(values=False, clear=missing == len(seen), looked=True)
    limit = _goes_to(seen)
    if limit is None or isinstance(limit, float):
        clear = limit is not None or _swing(seen)
        return Side(limit=limit, clear=clear, looked=True)
    mp = context(LEVELS[-1])
    slopes = []
    for i in range(len(STEPS) - 1):
        run = unit / 10 ** STEPS[i] - unit / 10 ** STEPS[i + 1]
        slopes.append((seen[i] - seen[i + 1]) * run.denominator / mp.mpf(run.numerator))
    slope = _goes_to(slopes)
    return Side(limit=limit, slope=slope, clear=slope is not None or _swing(slopes), looked=True)


def _value_beside(place: Place, beside: Fraction, field: Field) -> Any:
    """The value a little beside the place, to a hundred digits and more."""
    for digits in LEVELS[1:]:
        many = Field(digits, field.work)
        try:
            germ = place.value(many, beside)
            if isinstance(germ, Series) and germ.flat and not germ.terms:
                return many.mp.zero
            number, _ = _limit(germ, Rules(many, 1, {}))
        except Imprecise:
            continue
        assert not isinstance(number, float)
        ball = many.ball(number)
        if ball.rad <= abs(ball.mid) * 1e-100 or ball.rad < 1e-200:
            return ball.mid
    raise Unsure


def _size(at: Fraction) -> Fraction:
    """A power of ten of the size of the point, and 1 for large ones and for 0."""
    if not at or abs(at) > 1:
        return Fraction(1)
    digits = len(str(abs(at.denominator))) - len(str(abs(at.numerator)))
    return Fraction(1, 10**digits)


def _goes_to(values: Sequence[Any]) -> End | None:
    """What values approach quickly, or ±inf where they grow and grow; None where neither."""
    sizes = [abs(value) for value in values]
    rising = all(a <= b for a, b in pairwise(sizes))
    if rising and sizes[-1] > 1e9 and len({value > 0 for value in values}) == 1:
        return math.inf if values[-1] > 0 else -math.inf
    gaps = [abs(a - b) for a, b in pairwise(values)]
    if any(gaps) and not gaps[-1] <= 1e-12 * max(sizes) * 1e-3:
        return None
    if sizes[-1] <= 1e-20 * max(sizes):
        return Fraction(0)
    mid = values[-1]
    return Ball(mid, abs(mid) * 1e-15)


def _swing(values: Sequence[Any]) -> bool:
    """Whether values go up and down."""
    return len({a < b for a, b in pairwise(values) if a != b}) == 2
