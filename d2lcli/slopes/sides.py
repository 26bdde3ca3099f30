"""What f does on one side of a point: values at distances that shrink faster and faster.

Each distance is about the square of the one before. So what approaches a limit like a power of the
distance comes closer by leaps, and a logarithm grows, or its reciprocal falls, by one factor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from .exact import Exact, Unsure

POWERS = (10, 20, 40, 80, 160, 320)  # of 1/e²˙³⁵: about as many zeros has each distance
NEARER = (480, 560, 640)  # what grows has to go on here, and not to stop at a bound such as 1e300
FEW = 4  # of the last values tell what f does
LEAP = 1e-3  # a ratio of one gap to that before, as a power of the distance makes it
CLOSE = 1e-20  # the last gap beside the limit
NOISE = "1e-900"  # of what a value is made of: asin and acos close to 1 lose digits
EXACT = "1e-700"  # numbers are told apart from here on, if both are approached so closely


@dataclass(frozen=True)
class End:
    """What something goes to: a number and how sure it is, or an infinity."""

    value: Any
    error: Any = 0

    @property
    def infinite(self) -> bool:
        """Whether it grows without bound."""
        return bool(abs(self.value) == float("inf"))

    def same(self, other: End | None) -> bool:
        """Whether two numbers are the same, as far as digits tell."""
        if other is None or self.infinite or other.infinite:
            return other is not None and self.value == other.value
        return bool(abs(self.value - other.value) <= 10 * (self.error + other.error))


@dataclass(frozen=True)
class Side:
    """What f does on one side.

    ``limit`` is None where f has no values there or they swing, ``slope`` where there is none.
    ``clear``: whether all that is known.
    """

    values: bool = True
    limit: End | None = None
    slope: End | None = None
    clear: bool = True


def side_of(exact: Exact, at: Any, side: int) -> Side:
    """What f does to the left (−1) or to the right (1) of ``at``."""
    steps = _steps(exact, at, side, POWERS)
    try:
        values = [_value(exact, at + step) for step in steps]
    except Unsure:
        if exact.work.done >= exact.work.most:
            raise
        return Side(clear=False)
    if None in values[-FEW:]:
        return Side(values=False, clear=not any(v is not None for v in values[-FEW:]))
    while None in values:  # the first distances may be too large
        del values[0], steps[0]
    limit = goes_to(exact.mp, values)
    if limit is not None and limit.infinite:
        nearer = _steps(exact, at, side, NEARER)
        found = [_value(exact, at + step) for step in nearer]
        bound = None if None in found else goes_to(exact.mp, found)
        if bound is not None and not bound.infinite:
            limit, values, steps = bound, found, nearer
    if limit is None or limit.infinite:
        return Side(limit=limit, clear=limit is not None or _swing(values))
    slopes = [
        _changed(exact, a, b) / (s - t)
        for (a, b), (s, t) in zip(pairwise(values), pairwise(steps), strict=True)
    ]
    slope = goes_to(exact.mp, slopes)
    if slope is not None and slope.infinite and not _grows_on(exact, at, side, slopes[-1]):
        return Side(limit=limit, clear=False)
    return Side(limit=limit, slope=slope, clear=slope is not None or _swing(slopes))


def _grows_on(exact: Exact, at: Any, side: int, slope: Any) -> bool:
    """Whether slopes are steeper than the last one nearer to the point, too."""
    steps = _steps(exact, at, side, NEARER[-2:])
    high, low = (_value(exact, at + step) for step in steps)
    if high is None or low is None:
        return False
    nearer = _changed(exact, high, low) / (steps[0] - steps[1])
    return bool(abs(nearer) > abs(slope) and (nearer > 0) == (slope > 0))


def _value(exact: Exact, x: Any) -> Any:
    """The value at ``x``, or 0 where it is nothing but noise."""
    value = exact.value(x)
    noise = exact.mp.mpf(NOISE) * min(exact.largest, exact.mp.mpf(10) ** 100)
    return exact.mp.zero if value is not None and abs(value) <= noise else value


def _changed(exact: Exact, a: Any, b: Any) -> Any:
    """The difference of two values, or 0 where only their noise differs."""
    change = exact.difference(a, b)
    return change if abs(change) > exact.mp.mpf(NOISE) * max(abs(a), abs(b)) else exact.mp.zero


def _steps(exact: Exact, at: Any, side: int, powers: Sequence[int]) -> list[Any]:
    # No power of ten, so that sin(pi/x) is no 0 at all of them.
    return [side * unit(exact.mp, at) * exact.mp.exp(-2.35 * power) for power in powers]


def unit(mp: Any, at: Any) -> Any:
    """A power of ten of the size of the point, and 1 for large ones and for 0."""
    return min(mp.one, mp.mpf(10) ** mp.floor(mp.log10(abs(at)))) if at else mp.one


def goes_to(mp: Any, values: Sequence[Any]) -> End | None:
    """What values approach, or the infinity that they grow to; None where neither is sure."""
    last = values[-1]
    if any(map(mp.isinf, values)):
        return End(last) if mp.isinf(last) else None
    gaps = [b - a for a, b in pairwise(values)]
    least = abs(last) * mp.mpf(EXACT)
    if max(map(abs, gaps[-2:])) <= CLOSE * abs(last):
        return End(last, abs(gaps[-1]) + least)
    if not all(gaps):
        return None
    ratios = [abs(b / a) for a, b in pairwise(gaps)]
    squares = ratios[-1] < 0.05 and all(b <= a**1.5 for a, b in pairwise(ratios))
    if squares or (ratios[-1] < LEAP and ratios[-1] < ratios[0]):
        # Each ratio is the square of the one before: what is left is less than this.
        left = abs(gaps[-1]) * ratios[-1] ** 1.5
        return End(mp.zero) if abs(last) <= left else End(last, left + least)
    if _swing(values):
        return None
    if ratios[-1] > 1 / LEAP and abs(last) > 1 / LEAP**3:
        return End(mp.inf * gaps[-1])
    if max(ratios) - min(ratios) > 0.1 * max(ratios) or 0.8 < ratios[-1] < 1.2:
        return None
    # A power such as h^0.001 looks like a logarithm at first, but its ratios change more and more.
    changes = [abs(b - a) for a, b in pairwise(ratios)]
    if len(changes) > 1 and changes[-1] > changes[0] and changes[-1] > mp.mpf(EXACT):
        return None
    if ratios[-1] > 1:
        return End(mp.inf * gaps[-1])
    # A power of a logarithm: it goes on by the same ratio for ever.
    end = last + gaps[-1] * ratios[-1] / (1 - ratios[-1])
    return End(mp.zero) if abs(end) < 0.05 * abs(last) else None


def _swing(values: Sequence[Any]) -> bool:
    """Whether values go up, down and up again, or the other way round."""
    ways = [a < b for a, b in pairwise(values) if a != b]
    return [a != b for a, b in pairwise(ways)].count(True) >= 2
