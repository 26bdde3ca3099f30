"""Whether a formula has a derivative at a point, and if not, why not."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..inputs.trees import evaluated
from .exact import LONG, MEDIUM, Exact, Unsure, Work
from .floats import sees, size, terms
from .sides import EXACT, End, Side, side_of, unit
from .verdict import Kind, Verdict

if TYPE_CHECKING:
    from ..inputs.formulas import Formula

WORK = 200_000  # units of work: a second or so
PRECISE = {MEDIUM: (40, 80), LONG: (400, 600)}  # two steps 10^−n for a slope where f is smooth
NEAR = 0.505  # of the distance to the next float: closer numbers have the same nearest float

PLAIN = (Kind.DERIVATIVE, Kind.OVERFLOW, Kind.UNCLEAR, Kind.NO_VALUE)


def judge(formula: Formula, at: float) -> Verdict:
    """Whether the formula in x has a derivative at a point, and why not."""
    return judge_along(formula, {"x": at}, "x")


def judge_along(formula: Formula, point: Mapping[str, float], variable: str) -> Verdict:
    """The same along one variable, while the others stay what they are.

    A point that is not finite is UNCLEAR, and so is what takes more than ``WORK`` or needs a
    variable that ``point`` does not have. Nothing is raised but a KeyError without ``variable``.
    """
    point = {name: float(value) for name, value in point.items()}
    at = point[variable]
    if not all(map(math.isfinite, point.values())):
        return Verdict(Kind.UNCLEAR, at)
    judging = _Judging(formula, point, variable, Work(WORK))
    try:
        verdict = judging.weighed()
    except (Unsure, RecursionError, ArithmeticError, ValueError):
        # The last two are mpmath's, where it gives up.
        verdict = Verdict(Kind.UNCLEAR, at)
    return replace(verdict, work=judging.work.done)


class _Judging:
    """The verdict on one formula at one point."""

    def __init__(
        self, formula: Formula, point: Mapping[str, float], variable: str, work: Work
    ) -> None:
        # A program has one float for sqrt(2), and the mathematics the root itself.
        self.tree, self.written = formula.tree, ast.parse(formula.text, mode="eval").body
        self.point, self.variable, self.work = point, variable, work
        self.at = point[variable]
        self.meets = False  # whether a guard was 0 in the numbers that one writes
        self.rounded = False  # whether a number that was used is none that a float holds

    def exact(self, digits: int, binary: bool = False) -> Exact:
        """The formula's values."""
        tree = self.tree if binary else self.written
        return Exact(tree, self.variable, self.point, self.work, digits, binary)

    def weighed(self) -> Verdict:
        """The verdict of the numbers that one writes, 1/10 for 0.1, and then of the floats.

        A kink at 1/10 is one for a reader, though no float is there. The slope of what is smooth
        there may depend on the floats in its numbers.
        """
        verdict = self.told()
        if verdict.kind in (Kind.OVERFLOW, Kind.NO_VALUE):
            return self.beside(self.compared(verdict))
        if verdict.kind is not Kind.DERIVATIVE:
            return self.compared(verdict)
        if self.rounded:
            floats, meets = self.told(binary=True), self.meets
            # Where pieces meet in the numbers that one writes, their floats may miss each other.
            missed = meets and floats.kind is not Kind.DERIVATIVE
            verdict = verdict if missed or self.unsure(floats) else floats
        return self.beside(self.compared(verdict))

    def unsure(self, floats: Verdict) -> bool:
        """Whether floats decide nothing, or tell of a jump that is their own rounding."""
        low, high = floats.limits
        if floats.kind is not Kind.JUMP or low is None or high is None:
            return floats.kind is Kind.UNCLEAR
        return abs(low - high) <= 16 * 2.0**-52 * size(self.tree, self.point)

    def compared(self, verdict: Verdict) -> Verdict:
        """The verdict, with whether float64 sees its slopes."""
        if verdict.value is None or verdict.left is None or verdict.right is None:
            return verdict
        slopes = verdict.left, verdict.right
        seen = sees(self.tree, self.point, self.variable, verdict.value, slopes)
        added = terms(self.tree, self.point, self.variable)
        too_large = not seen and not math.isfinite(evaluated(self.tree, self.point))
        return replace(
            verdict, seen=seen, terms=added if math.isfinite(added) else 0.0, too_large=too_large
        )

    def told(self, binary: bool = False) -> Verdict:
        """The verdict by the mathematics of the formula."""
        exact = self.exact(MEDIUM, binary)
        value = exact.value(exact.at)
        self.rounded = exact.rounded
        if value is not None and math.isinf(rounded(value)):
            return Verdict(Kind.OVERFLOW, self.at, rounded(value))
        if value is None or not all(exact.guards.values()):
            self.meets |= not binary
            exact = self.exact(LONG, binary)
            return self.broken(exact, exact.at)
        for digits, powers in PRECISE.items():
            slope = _smooth(self.exact(digits, binary), powers)
            if slope is not None:
                return _verdict(Kind.DERIVATIVE, self.at, value, End(slope), End(slope))
        return Verdict(Kind.UNCLEAR, self.at, rounded(value))

    def broken(self, exact: Exact, at: Any) -> Verdict:
        """The verdict where a guard is 0, or where there is no value."""
        value = exact.value(at)
        left, right = side_of(exact, at, -1), side_of(exact, at, 1)
        here = None if value is None else End(value, abs(value) * exact.mp.mpf(EXACT))
        # There is a slope only where f goes to its value, if it has one.
        low, high = (
            side.slope if here is None or (side.limit and side.limit.same(here)) else None
            for side in (left, right)
        )
        kind = _kind(here, left, right)
        return _verdict(kind, self.at, value, low, high, (left.limit, right.limit))

    def beside(self, verdict: Verdict) -> Verdict:
        """The verdict of the number that the point is the nearest float of, if it is another."""
        for exact, place in self.places():
            fuzzy = self.broken(exact, place)
            if verdict.value is None and fuzzy.kind is Kind.DERIVATIVE:
                fuzzy = replace(fuzzy, kind=Kind.GAP)  # of a value at that number nothing is known
            if fuzzy.kind not in PLAIN and fuzzy.kind is not verdict.kind:
                slope = fuzzy.slope if fuzzy.kind is Kind.GAP else verdict.slope
                value = fuzzy.value if verdict.value is None else verdict.value
                near = replace(fuzzy, near=True, seen=False, value=value, slope=slope)
                meets = near.kind in (Kind.KINK, Kind.CUSP, Kind.VERTICAL)
                return replace(near, limits=verdict.limits) if meets else near
        return verdict

    def places(self) -> Iterator[tuple[Exact, Any]]:
        """Where f may break: the numbers that have the point as their float, or were typed."""
        exact = self.exact(LONG)
        angle = exact.part_of_pi(self.at)
        if angle is not None and angle != exact.at:
            yield exact, angle
        for part in self.almost_0():
            exact = self.exact(LONG)
            root = self.root(exact, part)
            if root is not None and root != exact.at:
                yield exact, root

    def almost_0(self) -> list[tuple[str, ast.expr]]:
        """The guards, and the parts that they are made of, that are 0 within rounding."""
        exact = self.exact(MEDIUM)
        at, step = exact.mp.mpf(self.at), unit(exact.mp, self.at) / 10**40
        exact.value(at - step)
        below = exact.near_0()
        exact.value(at + step)
        above = exact.near_0()
        found = []
        for part in below.keys() & above.keys():
            low, high = below[part], above[part]
            if low != high and abs((low + high) / (high - low)) * step <= math.ulp(self.at):
                found.append(part)
        return sorted(found, key=lambda part: part[0])  # guards first: they decide

    def root(self, exact: Exact, part: tuple[str, ast.expr]) -> Any:
        """Where a part is 0, by the secant rule; None where that is a float away, or nowhere."""
        at, ulp = exact.mp.mpf(self.at), math.ulp(self.at)
        before, x = at - ulp, at + ulp
        exact.value(before)
        low = exact.near_0().get(part)
        for _ in range(20):
            exact.value(x)
            value = exact.near_0().get(part)
            if not value:
                return x if value == 0 and abs(x - at) <= NEAR * ulp else None
            if low is None or low == value:
                return None
            before, x, low = x, x - value * (x - before) / (value - low), value
        return None


def _smooth(exact: Exact, powers: tuple[int, int]) -> Any:
    """The slope where no guard is 0, so that f is smooth; None where more digits are needed."""
    found, lost = [], []
    for power in powers:
        step = unit(exact.mp, exact.at) / 10**power
        low, before = exact.value(exact.at - step), exact.guards
        high, after = exact.value(exact.at + step), exact.guards
        # Where a guard has another sign than here, or is not even asked for, f breaks in between.
        signs = [{node: guard > 0 for node, guard in guards.items()} for guards in (before, after)]
        if low is None or high is None or signs[0] != signs[1]:
            return None
        slope = exact.difference(high, low) / (2 * step)
        found.append(slope)
        lost.append(abs(slope) <= exact.eps * exact.largest / step)
    first, second = found
    if second and abs(second - first) <= 1e-8 * abs(second):
        return second
    vanishes = abs(second) <= abs(first) * 1e-100 or all(lost)
    return exact.mp.zero if vanishes and powers == PRECISE[LONG] else None


def _kind(here: End | None, left: Side, right: Side) -> Kind:
    """What is at a point, from the value there, if any, and both sides."""
    sides = [side for side in (left, right) if side.values]
    limits = [side.limit for side in sides]
    if not left.clear or not right.clear:
        return Kind.UNCLEAR
    if not sides:
        return Kind.NO_VALUE if here is None else Kind.ISOLATED
    if any(limit is not None and limit.infinite for limit in limits):
        return Kind.POLE
    if None in limits:
        return Kind.OSCILLATION
    meets = here is None or all(limit is not None and limit.same(here) for limit in limits)
    if len(sides) == 1:
        return Kind.DOMAIN_END if meets else Kind.JUMP
    if not meets or not (left.limit and left.limit.same(right.limit)):
        return Kind.JUMP
    if here is None:
        return Kind.GAP
    if left.slope is None or right.slope is None:
        return Kind.OSCILLATION
    if left.slope.infinite and right.slope.infinite:
        return Kind.VERTICAL if left.slope.same(right.slope) else Kind.CUSP
    return Kind.DERIVATIVE if left.slope.same(right.slope) else Kind.KINK


def _verdict(
    kind: Kind,
    at: float,
    value: Any,
    left: End | None,
    right: End | None,
    limits: tuple[End | None, End | None] | None = None,
) -> Verdict:
    """The verdict in floats, which may be too small for its numbers."""
    low, high = _float(left), _float(right)
    slope = high if low == high and kind in (Kind.DERIVATIVE, Kind.GAP, Kind.VERTICAL) else None
    here = None if value is None else rounded(value)
    ends = (here, here) if limits is None else (_float(limits[0]), _float(limits[1]))
    wide = any(end is not None and math.isinf(end) for end in ends)
    if kind is Kind.DERIVATIVE and slope is not None and math.isinf(slope):
        kind = Kind.OVERFLOW
    if wide and kind in (Kind.GAP, Kind.JUMP, Kind.DOMAIN_END):
        kind = Kind.OVERFLOW
    tiny = slope == 0 and right is not None and right.value != 0
    return Verdict(kind, at, here, slope, low, high, ends, tiny=tiny)


def _float(end: End | None) -> float | None:
    return None if end is None else rounded(end.value)


def rounded(number: Any) -> float:
    """The nearest float; ±inf beyond the largest."""
    return float(number) + 0.0  # which makes a 0 of −0
