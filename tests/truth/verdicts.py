"""What a verdict says of a function at a point, held against one-sided limits in many digits."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import mpmath
import torch
from mpmath import mpf

from . import calculus
from .calculus import DIGITS, Real, Side
from .reader import NUMBER, says, value

LARGEST = mpf("1.7976931348623158e308")


@dataclass
class Problem:
    """A formula at a point, along one variable; ``typed`` is the point before it was a float."""

    text: str
    x: Real
    typed: Real
    variable: str = "x"
    others: dict[str, Real] = field(default_factory=dict)

    def exactly(self) -> Problem:
        return Problem(self.text, self.typed, self.typed, self.variable, self.others)

    @property
    def here(self) -> Real:
        return calculus.at(self.text, **{**self.others, self.variable: self.x})

    def side(self, name: str) -> Side:
        sign = -1 if name == "left" else 1
        return calculus.near(self.text, self.x, sign, self.variable, **self.others)

    def slope(self, name: str, start: Real = None) -> Real:
        """A one-sided slope, ±inf where it grows without bound; None where there is none."""
        side, start = self.side(name), self.here if start is None else start
        if start is None or not side.there:
            return None
        pairs = zip(side.values, side.steps, strict=True)
        found = [(v - start) / h if v is not None else None for v, h in pairs]
        return _end(found)

    def limit(self, name: str) -> Real:
        return _end(self.side(name).values)


def broken(p: Problem) -> bool:
    """Whether the slopes on both sides are not one number."""
    left, right = p.slope("left"), p.slope("right")
    return left is None or right is None or not calculus.alike(left, right)


def rounding(p: Problem) -> Any:
    """What autograd may give for a slope of 0.

    Of terms that cancel, ordinary formulas have none beyond 1e6 times their own size.
    """
    return 1e-9 * max(1, abs(p.here or 0) / abs(p.x or 1))


def _end(found: list[Real]) -> Real:
    settled = calculus.settled(found)
    if settled is not None:
        return settled
    if None in found[-3:]:
        return None
    # Even a logarithm goes twice as far from 1e-120 to 1e-240 as from 1e-60 to 1e-120.
    a, b, c = found[-3:]
    if abs(c - b) > max(1.5 * abs(b - a), 1) and (c > b) == (b > a):
        return mpmath.inf if c > b else -mpmath.inf
    return None


def function(text: str) -> Callable[..., Any]:
    """The formula in torch, written anew: for what floats and autograd themselves give."""
    names = [name for name in calculus.FUNCTIONS if name not in ("min", "max")]
    space: dict[str, Any] = {name: _of(name) for name in names}
    space |= {"min": _two("min"), "max": _two("max"), "where": torch.where}
    space |= {"pi": math.pi, "e": math.e}
    return lambda **x: eval(text, {**space, **x})  # of the tests' own formulas


def _of(name: str) -> Callable[[Any], Any]:
    """A function, of numbers, too: log(2) stands in the derivative of 2**x."""
    return lambda u: getattr(torch, name)(
        u if isinstance(u, torch.Tensor) else torch.tensor(u, dtype=torch.float64)
    )


def _two(way: str) -> Callable[[Any, Any], Any]:
    """As a lesson writes it: clamp where one of the two is a number."""

    def of(a: Any, b: Any) -> Any:
        if isinstance(a, torch.Tensor) and isinstance(b, torch.Tensor):
            return getattr(torch, f"{way}imum")(a, b)
        x, bound = (a, b) if isinstance(a, torch.Tensor) else (b, a)
        return torch.clamp(x, min=bound) if way == "max" else torch.clamp(x, max=bound)

    return of


VERDICTS: list[tuple[str, Callable[..., None]]] = []


def verdict(pattern: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    def keep(check: Callable[..., None]) -> Callable[..., None]:
        VERDICTS.append((pattern.replace("<N>", NUMBER), check))
        return check

    return keep


def patterns() -> Iterator[tuple[str, Callable[..., None]]]:
    """Each sentence with its first letter large or small, and within rounding."""
    for pattern, check in VERDICTS:
        first = pattern[0]
        either = f"[{first.upper()}{first.lower()}]{pattern[1:]}"
        yield f"((?:[Ww]ithin rounding of x: )?){either}", check


def judged(problem: Problem, check: Callable[..., None], near: str, *groups: str) -> None:
    with mpmath.workdps(DIGITS):
        found = problem.exactly() if near else problem
        try:
            check(found, *groups)
        except AssertionError:
            # A formula with pi may be meant at π itself.
            if "pi" not in problem.text or near:
                raise
            check(problem.exactly(), *groups)


def _digits(text: str) -> int:
    return max(5, len(re.sub(r"e.*|^−?(?:0[.0]*)?|[,.]", "", text)))


def _is(text: str, true: Real) -> None:
    assert true is not None, f"{text} is said, and there is none"
    if true == 0 and abs(value(text)) < 1e-30:
        return  # the float pi is not π
    if mpmath.isinf(true) or math.isinf(value(text)):
        assert value(text) == float(true), f"{text} is said, and it is {mpmath.nstr(true, 8)}"
    else:
        says(text, float(true), min(_digits(text), 15))


def _one(problem: Problem) -> Real:
    with mpmath.workdps(DIGITS):
        left, right = problem.slope("left"), problem.slope("right")
    assert problem.here is not None, "there is no value here"
    assert left is not None and right is not None, "a side has no slope"
    assert mpmath.isfinite(left) and mpmath.isfinite(right), "a side is infinitely steep"
    assert calculus.alike(left, right), (
        f"the slopes are {mpmath.nstr(left, 9)} and {mpmath.nstr(right, 9)}"
    )
    return right


@verdict(r"The derivative is (<N>)(: both sides agree|, by the values on both sides)\.?")
def derivative(problem: Problem, told: str, _: str) -> None:
    _is(told, _one(problem))


@verdict(r"The derivative is (<N>), but rounding hides it from quotients in float64\.?")
def hidden(problem: Problem, told: str) -> None:
    true = _one(problem)
    _is(told, true)
    hides(problem, true)


@verdict(r"The derivative is (<N>), but a part of f is too large for float64\.?")
def too_large(problem: Problem, told: str) -> None:
    _is(told, _one(problem))
    x = torch.tensor(float(problem.x), dtype=torch.float64)
    others = {
        name: torch.tensor(float(v), dtype=torch.float64) for name, v in problem.others.items()
    }
    assert not torch.isfinite(function(problem.text)(**{**others, problem.variable: x}))


def hides(problem: Problem, true: Real) -> None:
    """Whether quotients in float64 do not show the slope.

    Raises:
        AssertionError: many in a row do, on both sides.
    """
    with mpmath.workdps(DIGITS):
        x, run = float(problem.x), 0
        others = {name: torch.tensor(float(v)).double() for name, v in problem.others.items()}
        for power in range(2, 52):
            h = max(abs(x), 1.0) * 2.0**-power
            ends = torch.tensor([x - h, x, x + h], dtype=torch.float64)
            low, here, high = function(problem.text)(**others, **{problem.variable: ends}).tolist()
            if x - h == x or x + h == x:
                continue
            quotients = [(here - low) / (x - (x - h)), (high - here) / ((x + h) - x)]
            near = all(abs(q - true) < 0.001 * abs(true) for q in quotients)
            run = run + 1 if near else 0
            assert run < 6, "many quotients show it"


@verdict(r"The derivative is not 0, but float64 rounds it to 0\.?")
def tiny(problem: Problem) -> None:
    slope = _one(problem)
    assert abs(slope) < mpf("5e-324")


@verdict(r"A kink(?:: the slopes are|, with slope) (<N>) on the left and (<N>) on the right\.?")
def kink(problem: Problem, left: str, right: str) -> None:
    assert left != right
    for name, told in (("left", left), ("right", right)):
        _is(told, problem.slope(name))
        assert _meets(problem, name)


def _meets(problem: Problem, name: str) -> bool:
    """Whether f goes to its own value on a side."""
    limit = problem.limit(name)
    here = problem.here
    return limit is not None and abs(limit - here) <= max(abs(here), 1) * mpf(10) ** -8


@verdict(r"A kink: both slopes round to (<N>), but they differ, so no derivative\.?")
def fine_kink(problem: Problem, told: str) -> None:
    left, right = problem.slope("left"), problem.slope("right")
    _is(told, left)
    _is(told, right)
    assert abs(left - right) > abs(left) * mpf(10) ** -100


@verdict(r"A vertical tangent: f (rises|falls) infinitely steeply, so there is no derivative\.?")
def vertical(problem: Problem, way: str) -> None:
    true = mpmath.inf if way == "rises" else -mpmath.inf
    assert problem.slope("left") == problem.slope("right") == true


@verdict(
    r"A cusp that points (upward|downward): infinitely steep on both sides, so no derivative\.?"
)
def cusp(problem: Problem, way: str) -> None:
    true = mpmath.inf if way == "upward" else -mpmath.inf
    assert problem.slope("left") == true == -problem.slope("right")


@verdict(r"A jump: f is (<N>) here and goes to (<N>) on the (left|right): no derivative\.?")
def half_jump(problem: Problem, here: str, there: str, name: str) -> None:
    _is(here, problem.here)
    _is(there, problem.limit(name))
    assert here != there


@verdict(r"A jump: f is (<N>) here and goes to (<N>) beside, so no derivative\.?")
def lone_jump(problem: Problem, here: str, there: str) -> None:
    _is(here, problem.here)
    _is(there, problem.limit("left"))
    _is(there, problem.limit("right"))
    assert here != there


@verdict(r"A jump too small for a float: values that differ round to (<N>)\.?")
def small_jump(problem: Problem, told: str) -> None:
    found = [problem.here, problem.limit("left"), problem.limit("right")]
    there = [number for number in found if number is not None]
    assert len(there) > 1 and len(set(there)) > 1
    for number in there:
        _is(told, number)


@verdict(r"A jump: f goes to (<N>) on the left and (<N>) on the right\.?")
def jump(problem: Problem, left: str, right: str) -> None:
    assert left != right
    _is(left, problem.limit("left"))
    _is(right, problem.limit("right"))


@verdict(r"A gap: no value here, so no derivative, but both sides go to (<N>)\.?")
def gap(problem: Problem, told: str) -> None:
    assert problem.here is None
    for name in ("left", "right"):
        _is(told, problem.limit(name))


@verdict(r"A gap: no value here\. With (<N>) put in, the slope is (<N>)\.?")
def filled_gap(problem: Problem, told: str, slope: str) -> None:
    gap(problem, told)
    start = problem.limit("right")
    sides = [problem.side(name) for name in ("left", "right")]
    for side in sides:
        # The limit itself is known to the last of the steps only: so differences of two values.
        far, near = side.values[0], side.values[1]
        found = (far - near) / (side.steps[0] - side.steps[1])
        true = value(slope)
        assert abs(found - true) <= max(abs(true), 1e-9) * 1e-4, (slope, mpmath.nstr(found, 8))
    assert start is not None


@verdict(r"A pole: f goes to (<N>) on both sides, so no derivative\.?")
def pole(problem: Problem, told: str) -> None:
    _is(told, problem.limit("left"))
    _is(told, problem.limit("right"))


@verdict(r"A pole: f goes to (<N>) on the left and (<N>) on the right\.?")
def two_poles(problem: Problem, left: str, right: str) -> None:
    _is(left, problem.limit("left"))
    _is(right, problem.limit("right"))


@verdict(r"No bound: f goes to (<N>) on the (left|right), so there is no derivative\.?")
def half_pole(problem: Problem, told: str, name: str) -> None:
    _is(told, problem.limit(name))


@verdict(r"No value here: f is only on the (left|right), where it goes to (<N>)\.?")
def open_end(problem: Problem, name: str, told: str) -> None:
    assert problem.here is None
    assert not problem.side("left" if name == "right" else "right").there
    _is(told, problem.limit(name))


@verdict(
    r"The domain ends here: f is only on the (left|right), (so no derivative|infinitely steep)\.?"
)
def domain_end(problem: Problem, name: str, how: str) -> None:
    assert problem.here is not None
    assert problem.side(name).there
    assert not problem.side("left" if name == "right" else "right").there
    slope = problem.slope(name)
    steep = slope is not None and mpmath.isinf(slope)
    assert steep == (how == "infinitely steep")


@verdict(r"The domain ends here: only the (left|right) has a slope, (<N>)\.?")
def sloped_end(problem: Problem, name: str, told: str) -> None:
    assert not problem.side("left" if name == "right" else "right").there
    _is(told, problem.slope(name))


@verdict(r"The (values|slopes) swing without end toward this point, so there is no derivative\.?")
def oscillation(problem: Problem, what: str) -> None:
    start = None
    if what == "slopes":
        start = problem.here
        if start is None:
            start = mpf(0) if abs(problem.side("right").values[-1]) < 1e-50 else None
    assert any(problem.side(name).swings(start) for name in ("left", "right"))


@verdict(r"f has a value here and none beside it, so no derivative\.?")
def isolated(problem: Problem) -> None:
    assert problem.here is not None
    assert not problem.side("left").there and not problem.side("right").there


@verdict(r"f has no value here, nor beside it, so no derivative\.?")
def no_value(problem: Problem) -> None:
    assert problem.here is None
    assert not problem.side("left").there and not problem.side("right").there


@verdict(r"The (value|slope) is too large for float64, which can show no derivative here\.?")
def overflow(problem: Problem, what: str) -> None:
    if what == "value":
        sizes: list[Any] = [problem.here, *(problem.side(s).values[-1] for s in ("left", "right"))]
    else:
        sizes = [problem.slope("left"), problem.slope("right")]
    assert any(size is not None and abs(size) > LARGEST for size in sizes)


@verdict(r"Neither rules nor values decide whether there is a derivative here\.?")
def unclear(_: Problem) -> None:
    """Nothing is claimed."""
