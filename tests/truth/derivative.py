"""The sentences of ``d2l derivative``."""

# ruff: noqa: E501  # sentences stand in one line, as notes say them

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import mpmath
import numpy as np
import torch
from mpmath import mpf

from . import calculus, verdicts
from .calculus import DIGITS
from .reader import Context, cells, matters, says, sentence, table, title, value
from .verdicts import Problem

BOOK = "3*x**2-4*x"


def text_of(c: Context) -> str:
    return str(c.options.get("f", BOOK))


def at_of(c: Context) -> str:
    return str(c.options.get("at", "1"))


def problem_of(c: Context) -> Problem:
    with mpmath.workdps(DIGITS):
        typed = calculus.point(at_of(c))
        return Problem(text_of(c), mpf(float(typed)), typed)


def _judges(check: Callable[..., None]) -> Callable[..., None]:
    def of(c: Context, near: str, *groups: str) -> None:
        verdicts.judged(problem_of(c), check, near, *groups)

    return of


def _titled(check: Callable[..., None]) -> Callable[..., None]:
    def of(c: Context, point: str, near: str, *groups: str) -> None:
        says(point, float(calculus.point(at_of(c))))
        verdicts.judged(problem_of(c), check, near, *groups)

    return of


for pattern, check in verdicts.patterns():
    sentence("derivative", pattern)(_judges(check))
    title("derivative", rf"At x = (<N>): {pattern}")(_titled(check))


def derivative_of(c: Context) -> Any:
    with mpmath.workdps(DIGITS):
        return verdicts._one(problem_of(c))


def quotient(f: Any, x: Any, h: float, central: bool) -> float:
    with torch.no_grad():
        if central:
            return float((f(x + h) - f(x - h)) / (2 * h))
        return float((f(x + h) - f(x)) / h)


def steps_of(c: Context) -> list[float]:
    h, factor = float(c.options.get("h", 0.1)), float(c.options.get("factor", 0.1))
    found = [h]
    for _ in range(int(c.options.get("steps", 5)) - 1):
        found.append(found[-1] * factor)
    return found


def x_of(c: Context) -> Any:
    dtype = getattr(torch, str(c.options.get("dtype", "float64")))
    return torch.tensor(float(calculus.point(at_of(c))), dtype=dtype)


def true_quotient(c: Context, h: float) -> Any:
    """The quotient without any rounding, at the point as the dtype has it."""
    with mpmath.workdps(DIGITS):
        x, step, text = mpf(float(x_of(c))), mpf(h), text_of(c)
        if c.options.get("method") == "central":
            ends = calculus.at(text, x=x + step), calculus.at(text, x=x - step)
            return None if None in ends else (ends[0] - ends[1]) / (2 * step)
        ends = calculus.at(text, x=x + step), calculus.at(text, x=x)
        return None if None in ends else (ends[0] - ends[1]) / step


@table("derivative", r"h\|numerical limit(?:\|error\|)?")
def quotients(c: Context) -> None:
    hs, found, *rest = cells(c)
    wanted = steps_of(c)
    central = c.options.get("method") == "central"
    f, x = c.names["f"], x_of(c)
    for h, told in zip(wanted, found, strict=False):
        again = quotient(f, x, h, central)
        assert told == again or (math.isnan(told) and math.isnan(again)), (h, told, again)
    assert hs[: len(wanted)] == wanted
    if not rest:
        assert len(hs) == len(wanted)
        return
    true = float(derivative_of(c))
    assert hs[-1] == "exact" and math.isclose(found[-1], true, rel_tol=1e-12, abs_tol=1e-300)
    errors, falls = rest
    for told, h_error in zip(found[:-1], errors[:-1], strict=True):
        off = abs(told - true)
        assert math.isclose(h_error, off, rel_tol=1e-6, abs_tol=abs(true) * 1e-15 + 1e-300) or (
            math.isnan(off) and math.isnan(h_error)
        )
    for (before, after), told in zip(pairwise(errors[:-1]), falls[1:-1], strict=True):
        if told:
            sign, number = told.split()
            times = before / after if sign == "÷" else after / before
            assert math.isclose(float(number), times, rel_tol=0.006), (before, after, told)


@sentence("derivative", r"The limit is (<N>)(?:, by the rules f′\(x\) = (.+?))?\.(?= |\Z)")
def limit(c: Context, told: str, rule: str | None) -> None:
    says(told, float(derivative_of(c)))
    if rule is not None:
        calculus.rule_holds(text_of(c), rule, "x", {"x": problem_of(c).x})


@sentence(
    "derivative",
    r"(?:By the rules )?f\(x\) = (.+?) has (?:the derivative )?f′\(x\) = (.+?)\.(?= |\Z)",
)
def formula(c: Context, told: str, rule: str) -> None:
    x = problem_of(c).x
    calculus.rule_holds(text_of(c), rule, "x", {"x": x})
    for shift in (0.37, -0.71, 1.9):
        by_text, by_hand = calculus.at(text_of(c), x=x + shift), calculus.by_hand(told, x=x + shift)
        assert (by_text is None) == (by_hand is None)
        assert by_text is None or abs(by_text - by_hand) <= abs(by_text) * 1e-9 + 1e-25


@sentence(
    "derivative",
    r"From h = (<N>) on, x \+ h is x in (float\d\d), and the quotient 0"
    r"(, or nan where h itself has become 0)?\.",
)
def stuck(c: Context, told: str, dtype: str, gone: str | None) -> None:
    x = np.dtype(dtype).type(float(calculus.point(at_of(c))))
    hs = steps_of(c)
    first = next(place for place, h in enumerate(hs) if says_so(told, h))
    for h in hs[first:]:
        assert x + x.dtype.type(h) == x
        found = quotient(c.names["f"], x_of(c), h, c.options.get("method") == "central")
        zero = math.isnan(found) and x.dtype.type(h) == 0 and gone
        assert found == 0 or zero, f"with h = {h} the quotient is {found}"


def says_so(told: str, h: float) -> bool:
    return abs(value(told) - h) <= 1e-4 * h


@sentence("derivative", r"Every quotient is exact, but for rounding\.")
def exact(c: Context) -> None:
    true = derivative_of(c)
    for h in steps_of(c):
        without = true_quotient(c, h)
        assert abs(without - true) <= 1e-13 * max(1, abs(true)), (h, mpmath.nstr(without, 20))


@sentence(
    "derivative",
    r"(Each h|Where the quotient is finite, each h) (<N>) times smaller makes the error about (<N>) "
    r"times smaller\.",
)
def falls(c: Context, which: str, step: str, less: str) -> None:
    rows = [*zip(steps_of(c), c.column("error")[:-1], strict=True)]
    finite = [row for row in rows if math.isfinite(row[1])]
    assert (len(rows) == len(finite)) == (which == "Each h")
    for (h, a), (smaller, b) in pairwise(finite):
        says(step, h / smaller, 4)
        assert 0.5 < a / b / value(less) < 2, (a, b)


@sentence(
    "derivative",
    r"The error is smallest at h = (<N>); with smaller steps rounding takes over "
    r"\(d2l derivative smaller\)\.",
)
def turns(c: Context, told: str) -> None:
    hs, errors = steps_of(c), c.column("error")[:-1]
    best = min(range(len(errors)), key=errors.__getitem__)
    says(told, hs[best])
    true = derivative_of(c)
    behind = [(h, error) for h, error in zip(hs, errors, strict=True) if h < hs[best]]
    assert behind
    for h, error in behind:
        without = true_quotient(c, h)
        share = abs(without - true) / error if error else 0
        most = 0.5 if h == behind[-1][0] else 2
        assert share < most, f"at h = {h} the error would be {mpmath.nstr(share, 3)} of it anyway"


@sentence("derivative", r"The error is smallest at h = (<N>)\.")
def smallest(c: Context, told: str) -> None:
    hs, errors = steps_of(c), c.column("error")[:-1]
    best = min(range(len(errors)), key=errors.__getitem__)
    says(told, hs[best])


@sentence(
    "derivative", r"No step comes nearer to it: (rounding hides the slope|all are too large)\."
)
def no_nearer(c: Context, why: str) -> None:
    errors = c.column("error")[:-1]
    assert max(errors) - min(errors) <= 1e-6 * max(errors)
    true = derivative_of(c)
    lost = []
    for h, error in zip(steps_of(c), errors, strict=True):
        without = true_quotient(c, h)
        lost.append(bool(abs(without - true) < 0.5 * error))
    if why.startswith("all"):
        assert not any(lost)
    elif not all(lost):
        verdicts.hides(problem_of(c), true)


@sentence("derivative", r"The last quotient is (<N>) away from it\.")
def last(c: Context, told: str) -> None:
    says(told, c.column("error")[len(steps_of(c)) - 1], 2)


@sentence(
    "derivative",
    r"(?<=\. )Autograd's (<N>) is (wrong here|0 but for rounding"
    r"|what its rules give, no derivative)\.",
)
def autograds(c: Context, told: str, how: str) -> None:
    says(told, float(c.names["x"].grad))
    with mpmath.workdps(DIGITS):
        problem = problem_of(c)
        if "pi" in problem.text:
            problem = problem.exactly()
        left, right = problem.slope("left"), problem.slope("right")
        if how == "wrong here":
            true = verdicts._one(problem)
            off = abs(true - value(told))
            assert not off <= 1e-6 * abs(true), mpmath.nstr(true, 10)
        elif how == "0 but for rounding":
            assert verdicts._one(problem) == 0
            assert 0 < abs(value(told)) <= verdicts.rounding(problem)
        else:
            ends = [s for s in (left, right) if s is not None and mpmath.isfinite(s)]
            same = len(ends) == 2 and abs(left - right) < 1e-12 * max(abs(left), 1)
            at_pi = "pi" in str(c.options.get("at")) and verdicts.broken(problem.exactly())
            assert problem.here is None or not same or text_of(c).count("where") or at_pi, left


sentence(
    "derivative",
    r"In a notebook this draws the curve: add --export plot\.ipynb\.",
    r"d2l's own slide comes with --plot out\.png\.",
    r"At first the error falls with h\.",
    r"Then it grows: f\(x \+ h\) and f\(x\) agree in most digits, and the difference is rounding\.",
    r"In theory the best h is √\(2 ε \|f / f″\|\) forward and ∛\(1\.5 ε \|f / f‴\|\) central; ε is "
    r"the distance from 1 to the next float\.",
)(matters)


@table("derivative", r"dtype\|difference\|best h here\|in theory\|its error")
def smaller(c: Context) -> None:
    """Of sin at 1, forward and central."""
    for dtype, way, best, theory, error in zip(
        *(c.column(n) for n in ("dtype", "difference", "best h here", "in theory", "its error")),
        strict=True,
    ):
        eps = float(np.finfo(dtype).eps)
        power, third = (1 / 2, 2 * eps) if way == "forward" else (1 / 3, 1.5 * eps * math.tan(1))
        assert math.isclose(float(theory), third**power, rel_tol=0.06)
        x, one = np.dtype(dtype).type(1), np.dtype(dtype).type
        found = {}
        for place in range(1, 13):
            h = one(10.0**-place)
            below = x - h if way == "central" else x
            slope = (np.sin(x + h) - np.sin(below)) / (2 * h if way == "central" else h)
            found[10.0**-place] = abs(float(slope) - math.cos(1))
        assert found[min(found, key=lambda h: abs(h - float(best)))] <= 10 * min(found.values())
        assert error < 30 * min(found.values()) + 1e-16


@title("derivative", r"The difference quotient approaches (<N>), the slope of the tangent")
def approaches(c: Context, told: str) -> None:
    says(told, float(derivative_of(c)))


@title("derivative", r"At x = (<N>) the slope is (<N>)")
def slope(c: Context, point: str, told: str) -> None:
    says(point, float(calculus.point(at_of(c))))
    says(told, float(derivative_of(c)))
