"""Verdicts on derivatives: a table of textbook points, and mpmath and sympy on random formulas."""

from __future__ import annotations

import ast
import math
import re
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import mpmath
import pytest
import sympy
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from d2lcli.inputs.formulas import parse
from d2lcli.slopes import WORK, Kind, Verdict, autograd_differs, judge, judge_along

INF = math.inf
with mpmath.workdps(60):
    # Of the float 29.3, which is 0.006 of a turn from the decimal.
    OF_A_TENTH = mpmath.cos(mpmath.mpf(0.1) * 10**16)
    OF_29_3 = mpmath.exp(29.3) * mpmath.cos(mpmath.exp(29.3))
with mpmath.workdps(400):
    OF_1E300 = mpmath.cos(mpmath.mpf(1e300) + 709)


@cache
def verdict(text: str, at: float) -> Verdict:
    return judge(parse("--f", text), at)


def close(told: float | None, right: float | None, share: float = 1e-12) -> bool:
    if told is None or right is None or math.isinf(right):
        return told == right
    return math.isclose(told, right, rel_tol=share, abs_tol=1e-300)


# A formula, a point, and the derivative there.
SMOOTH: list[tuple[str, float, float]] = [
    ("3*x**2-4*x", 1, 2),
    ("3*x**2-4*x", 1e-320, -4),
    ("3*x**2-4*x", 1e100, 6e100),
    ("x", 1e300, 1),
    ("5", 2, 0),
    ("0*x", 2, 0),
    ("x**0", 0, 0),
    ("abs(x)**1.05", 0, 0),
    ("sin(x)", 1e10, math.cos(1e10)),
    ("sin(x)", 74e12, math.cos(74e12)),
    ("sin(x)", 1e22, math.cos(1e22)),
    ("sin(exp(x))", 29.3, float(OF_29_3)),
    ("sin(max(2, x)+1e300)", 709, float(OF_1E300)),
    ("tan(1e300*atan(x))", 0, 1e300),
    ("sin(1e16*x)", 0.1, float(1e16 * OF_A_TENTH)),
    ("exp(x)", 709, math.exp(709)),
    ("exp(x)", -800, 0),
    ("exp(x)", 1e-300, 1),
    ("sin(x)+1e9", 1, math.cos(1)),
    ("(x+1e16)-1e16", 0, 1),
    ("sqrt(x**4)", 0, 0),
    ("sqrt(relu(x))", -1, 0),
    ("(1-cos(x))/x**2", 1e-8, -1e-8 / 12),
    ("x*abs(x)", 0, 0),
    ("abs(x)**3", 0, 0),
    ("abs(x)**1.5", 0, 0),
    ("relu(x)**2", 0, 0),
    ("max(x, x)", 3, 1),
    ("max(x, x**2)", 0.5, 1),
    ("max(sin(x), sin(x))", 1, math.cos(1)),
    ("max(x**2, -x**2)", 0, 0),
    ("where(x < 0, -x**2, x**2)", 0, 0),
    ("where(x < 0, x, sin(x))", 0, 1),
    ("where(x < 1, x, log(x)+1)", 1, 1),
    ("where(abs(x) > 0, x**2*sin(1/x), 0)", 0, 0),
    ("where(x == 0, 0, exp(-1/x**2))", 0, 0),
    ("where(x == 0, 1, sin(x)/x)", 0, 0),
    ("where(x != 0, (exp(x)-1)/x, 1)", 0, 0.5),
    ("abs(sin(x)**2+cos(x)**2-1)", 5, 0),
    ("sqrt((x-1)**2)", 3, 1),
    ("x**x", 1, 1),
    ("x**0.5", 4, 0.25),
    ("x**pi", 1, math.pi),
    ("2**x", 3, 8 * math.log(2)),
    ("log2(x)", 8, 1 / (8 * math.log(2))),
    ("log10(x)", 1e-5, 1e5 / math.log(10)),
    ("asin(x)", 0.5, 1 / math.sqrt(0.75)),
    ("acos(x)", 0.5, -1 / math.sqrt(0.75)),
    ("atan(1e12*x)", 0, 1e12),
    ("tanh(x)", 0, 1),
    ("sinh(x)", 1e-320, 1),
    ("sinh(x)-x", 1e-50, 5e-101),
    ("sigmoid(x)", 0, 0.25),
    ("sigmoid(x)", -700, math.exp(-700)),
    ("1/sin(x)", 1e22, -math.cos(1e22) / math.sin(1e22) ** 2),
    ("x*1e300*1e300/1e300/1e300", 7, 1),
    ("asin(sin(x))", 1, 1),
    ("cosh(x)+abs(x-12)", 1, math.sinh(1) - 1),
    ("sqrt(x**2+1e-30)", 0, 0),
    ("(x-1)**3/abs(x-2)", 1, 0),
    # Double roots, where values are as small as the rounding of their parts.
    ("0.5*(x-2)**2", 2, 0),
    ("(x-2)**2/2", 2, 0),
    ("x**2-10*x+25", 5, 0),
    ("x**2-3*x+2.25", 1.5, 0),
    ("pi*(x-2)**2", 2, 0),
    ("x**2-0.2*x+0.01", 0.1, 0),
    ("1e-300*x+x**2", 0, 1e-300),
    # Kinks that are nearer than any step that one would take.
    ("max(x,1e-100)", 0, 0),
    ("min(x,1e-90)", 0, 1),
    ("where(x < 1e-200, 0, x)", 0, 0),
    ("abs(x-1e-300)", 0, -1),
    # Pieces that meet in the numbers that one writes, though not in their floats.
    ("where(x<=0.3,x**2,0.6*x-0.09)", 0.3, 0.6),
    ("where(x<1,exp(x),e*x)", 1, math.e),
    ("where(x<1,sin(x),sin(1)+cos(1)*(x-1))", 1, math.cos(1)),
    ("where(x<pi,sin(x),pi-x)", math.pi, -1),
    ("where(x<0.1,10*x,x/0.1)", 0.1, 10),
    ("where(abs(x)<1.345,0.5*x**2,1.345*abs(x)-0.5*1.345**2)", 1.345, 1.345),
    # Ends of domains nearby.
    ("asin(x)", 0.995, 1 / math.sqrt(1 - 0.995**2)),
    ("sqrt(-x)", -0.001, -0.5 / math.sqrt(0.001)),
    # Powers close to a whole number, and to 0.
    ("1+x*abs(x)**0.1", 0, 0),
    ("x+abs(x)**1.1", 0, 1),
]


@pytest.mark.parametrize(("text", "at", "slope"), SMOOTH)
def test_there_is_a_derivative(text: str, at: float, slope: float) -> None:
    told = verdict(text, at)
    assert told.kind is Kind.DERIVATIVE, told
    assert close(told.slope, slope), told
    assert told.left == told.right == told.slope
    assert told.value == told.limit
    assert told.has_derivative and not told.near


# A formula, a point, the kind, and the slopes to the left and to the right.
BROKEN: list[tuple[str, float, Kind, float | None, float | None]] = [
    ("abs(x)", 0, Kind.KINK, -1, 1),
    ("relu(x)", 0, Kind.KINK, 0, 1),
    ("exp(10*x)+abs(x-1)", 1, Kind.KINK, 10 * math.exp(10) - 1, 10 * math.exp(10) + 1),
    ("x**20+abs(x-2)", 2, Kind.KINK, 20 * 2.0**19 - 1, 20 * 2.0**19 + 1),
    ("x**4+0.001*abs(x-3)", 3, Kind.KINK, 107.999, 108.001),
    ("cosh(x)+abs(x-12)", 12, Kind.KINK, math.sinh(12) - 1, math.sinh(12) + 1),
    ("where(x < 0, x**2, x)", 0, Kind.KINK, 0, 1),
    ("where(x <= 0, x**2, x)", 0, Kind.KINK, 0, 1),
    ("max(0, x)", 0, Kind.KINK, 0, 1),
    ("min(x, x**2)", 1, Kind.KINK, 2, 1),
    ("sqrt(x**2)", 0, Kind.KINK, -1, 1),
    ("sqrt(1-cos(x))", 0, Kind.KINK, -math.sqrt(0.5), math.sqrt(0.5)),
    ("abs(10*x-1)", 0.1, Kind.KINK, -10, 10),
    ("abs(3*x-1)", 1 / 3, Kind.KINK, -3, 3),
    ("abs(sin(pi*x))", 1, Kind.KINK, -math.pi, math.pi),
    ("abs(x-pi)", math.pi, Kind.KINK, -1, 1),
    ("abs(x-1e10)", 1e10, Kind.KINK, -1, 1),
    ("abs(x-1e300)", 1e300, Kind.KINK, -1, 1),
    ("abs(x-1e-300)", 1e-300, Kind.KINK, -1, 1),
    ("abs(x-1e-10)", 1e-10, Kind.KINK, -1, 1),
    ("1e40*x+abs(x)", 0, Kind.KINK, 1e40, 1e40),
    ("relu(x)**0.5", 0, Kind.KINK, 0, INF),
    ("asin(sin(x*pi/2))", 1, Kind.KINK, math.pi / 2, -math.pi / 2),
    ("asin(2*x/(1+x**2))", 1, Kind.KINK, 1, -1),
    ("where(x < 0, -(-x)**(1/3), x**(1/3))", 0, Kind.VERTICAL, INF, INF),
    ("where(x < 0, sqrt(-x), -sqrt(x))", 0, Kind.VERTICAL, -INF, -INF),
    ("abs(x)**(1/3)", 0, Kind.CUSP, -INF, INF),
    ("(x**2)**(1/3)", 0, Kind.CUSP, -INF, INF),
    ("1-sqrt(abs(x))", 0, Kind.CUSP, INF, -INF),
    ("x/abs(x)", 0, Kind.JUMP, 0, 0),
    ("where(x < 0, 0, 1)", 0, Kind.JUMP, None, 0),
    ("where(x < pi, 0, 1)", math.pi, Kind.JUMP, None, 0),
    ("where(x <= 0, x, x+1)", 0, Kind.JUMP, 1, None),
    ("where(x == 0, 1, 0)", 0, Kind.JUMP, None, None),
    ("atan(1/x)", 0, Kind.JUMP, -1, -1),
    ("tanh(1/x)", 0, Kind.JUMP, 0, 0),
    ("sigmoid(1/x)", 0, Kind.JUMP, 0, 0),
    ("1/(1+exp(1/x))", 0, Kind.JUMP, 0, 0),
    ("tanh(0.5**(1/x))", 0, Kind.JUMP, 0, 0),
    ("0**x", 0, Kind.JUMP, None, None),
    ("sin(x)/x", 0, Kind.GAP, 0, 0),
    ("(exp(x)-1)/x", 0, Kind.GAP, 0.5, 0.5),
    ("(x**2-1)/(x-1)", 1, Kind.GAP, 1, 1),
    ("x/x", 0, Kind.GAP, 0, 0),
    ("exp(-1/x**2)", 0, Kind.GAP, 0, 0),
    ("sqrt(exp(-1/x**2))", 0, Kind.GAP, 0, 0),
    ("exp(-1/x**2)/x**9", 0, Kind.GAP, 0, 0),
    ("x*sin(1/x)", 0, Kind.GAP, None, None),
    ("x**2*sin(1/x)", 0, Kind.GAP, 0, 0),
    ("x*log(abs(x))", 0, Kind.GAP, -INF, -INF),
    ("x**2*log(abs(x))", 0, Kind.GAP, 0, 0),
    ("1/(1/x)", 0, Kind.GAP, 1, 1),
    ("1/x", 0, Kind.POLE, None, None),
    ("1/x**2", 0, Kind.POLE, None, None),
    ("1/(x-1e10)", 1e10, Kind.POLE, None, None),
    ("tan(pi*x)", 0.5, Kind.POLE, None, None),
    ("log(x)", 0, Kind.POLE, None, None),
    ("log(abs(x))", 0, Kind.POLE, None, None),
    ("exp(1/x)", 0, Kind.POLE, 0, None),
    ("1/log(x)", 1, Kind.POLE, None, None),
    ("where(x > 0, 1/x, 0)", 0, Kind.POLE, 0, None),
    ("min(1e300, 1/x-e)", 0, Kind.POLE, None, 0),
    ("x**0.1", 0, Kind.DOMAIN_END, None, INF),
    ("1+x**0.1", 0, Kind.DOMAIN_END, None, INF),
    ("abs(x)**0.1", 0, Kind.CUSP, -INF, INF),
    ("abs(x)+abs(x)**1.1", 0, Kind.KINK, -1, 1),
    ("min(1000, -log(abs(x)))", 0, Kind.GAP, 0, 0),
    ("(sqrt(x)-sqrt(2))/(x-2)", 2, Kind.GAP, -(2**0.5) / 32, -(2**0.5) / 32),
    ("(sin(x)-sin(1))/(x-1)", 1, Kind.GAP, -math.sin(1) / 2, -math.sin(1) / 2),
    ("(x**3-0.1**3)/(x-0.1)", 0.1, Kind.GAP, 0.3, 0.3),
    ("where(x<2,sqrt(x),sqrt(2))", 2, Kind.KINK, 0.5 / 2**0.5, 0),
    ("max(-1e300, 1/x)", 0, Kind.POLE, 0, None),
    ("log(exp(-1/x**2))", 0, Kind.POLE, None, None),
    ("sqrt(x)", 0, Kind.DOMAIN_END, None, INF),
    ("sqrt(1-x)", 1, Kind.DOMAIN_END, -INF, None),
    ("x*sqrt(x)", 0, Kind.DOMAIN_END, None, 0),
    ("x**(1/3)", 0, Kind.DOMAIN_END, None, INF),
    ("x**1.5", 0, Kind.DOMAIN_END, None, 0),
    ("asin(x)", 1, Kind.DOMAIN_END, INF, None),
    ("acos(x)", -1, Kind.DOMAIN_END, None, -INF),
    ("x*log(x)", 0, Kind.DOMAIN_END, None, -INF),
    ("x**x", 0, Kind.DOMAIN_END, None, -INF),
    ("sin(1/x)", 0, Kind.OSCILLATION, None, None),
    ("cos(log(abs(x)))", 0, Kind.OSCILLATION, None, None),
    ("where(abs(x) > 0, x*sin(1/x), 0)", 0, Kind.OSCILLATION, None, None),
    ("sin(1/(2+sin(1/x)))", 0, Kind.OSCILLATION, None, None),
    ("sqrt(-x**2)", 0, Kind.ISOLATED, None, None),
    ("log(x)", -1, Kind.NO_VALUE, None, None),
    ("(-2)**x", 2, Kind.ISOLATED, None, None),
    ("x**(1/3)", -8, Kind.NO_VALUE, None, None),
    ("asin(x)", 2, Kind.NO_VALUE, None, None),
    ("sqrt(x)", -1e-300, Kind.NO_VALUE, None, None),
    ("1/(x-x)", 3, Kind.NO_VALUE, None, None),
    ("(x-5)**(1/3)", 0, Kind.NO_VALUE, None, None),
    ("exp(x)", 710, Kind.OVERFLOW, None, None),
    ("1/x", 1e-300, Kind.OVERFLOW, -INF, -INF),
    ("asin(x/x)**1e16", 1, Kind.OVERFLOW, None, None),
    ("exp(exp(exp(x)))", 10, Kind.OVERFLOW, None, None),
]


@pytest.mark.parametrize(("text", "at", "kind", "left", "right"), BROKEN)
def test_there_is_no_derivative(
    text: str, at: float, kind: Kind, left: float | None, right: float | None
) -> None:
    told = verdict(text, at)
    assert told.kind is kind, told
    assert close(told.left, left) and close(told.right, right), told
    assert not told.has_derivative and not told.near


@pytest.mark.parametrize(
    "text",
    [
        "abs(x)**1.001",
        "abs(x)**0.0001",
        "x*abs(x)**0.001",
        "5-abs(x)**0.0001",
        "where(x==0,0,exp(-1/abs(x)**0.01))",
        "relu(x)**1.001",
    ],
)
def test_powers_close_to_1_and_0_are_no_logarithms(text: str) -> None:
    """They look like some as far as one can see, so nothing is said."""
    assert verdict(text, 0).kind in (Kind.UNCLEAR, Kind.DERIVATIVE)


def test_a_jump_that_no_float_shows() -> None:
    told = verdict("where(x<0,1,1+1e-17)", 0)
    assert told.kind is Kind.JUMP
    assert told.sentence == "A jump too small for a float: values that differ round to 1."


@pytest.mark.parametrize(
    ("text", "at", "limits"),
    [
        ("x/abs(x)", 0, (-1, 1)),
        ("atan(1/x)", 0, (-math.pi / 2, math.pi / 2)),
        ("(x**2-1)/(x-1)", 1, (2, 2)),
        ("(1-cos(x))/x**2", 0, (0.5, 0.5)),
        ("(sin(x)-x)/x**3", 0, (-1 / 6, -1 / 6)),
        ("(1+x)**(1/x)", 0, (math.e, math.e)),
        ("1/x", 0, (-INF, INF)),
        ("log(x)", 0, (None, -INF)),
        ("sin(1/x)", 0, (None, None)),
        ("1/log(x)", 0, (None, 0)),
        ("where(x == 0, 5, cos(x))", 0, (1, 1)),
    ],
)
def test_limits(text: str, at: float, limits: tuple[float | None, float | None]) -> None:
    told = verdict(text, at)
    assert all(close(*pair) for pair in zip(told.limits, limits, strict=True)), told


@pytest.mark.parametrize(
    ("text", "at", "kind"),
    [
        ("tan(x)", math.pi / 2, Kind.POLE),
        ("abs(sin(x))", math.pi, Kind.KINK),
        ("abs(exp(x)-2)", math.log(2), Kind.KINK),
        ("abs(x**2-2)", math.sqrt(2), Kind.KINK),
        ("sin(x)/(x-pi)", math.pi, Kind.GAP),
        ("abs(log(x)-1)", math.e, Kind.KINK),
        # The guard itself has no simple root there, but a part of it, or the point is a part of pi.
        ("1/cos(x)**2", math.pi / 2, Kind.POLE),
        ("1/(x**2-2)**2", math.sqrt(2), Kind.POLE),
        ("1/(1-sin(x))", math.pi / 2, Kind.POLE),
        ("1/sin(x)**2", 2 * math.pi, Kind.POLE),
        ("log(1+cos(x))", 3 * math.pi, Kind.POLE),
        ("acos(cos(x))", math.pi, Kind.KINK),
        # One side may be seen all the same, or be too large, or have no values.
        ("max(log(x),1)", math.e, Kind.KINK),
        ("atan(1/(1-log(x)))", math.e, Kind.JUMP),
        ("where(sin(x)>0,1,0)", 100 * math.pi, Kind.JUMP),
        ("exp(1/cos(x))", math.pi / 2, Kind.POLE),
        ("log(sin(x))", 2 * math.pi, Kind.POLE),
        ("sqrt(2-x**2)", math.sqrt(2), Kind.DOMAIN_END),
        ("acos(x**2-1)", math.sqrt(2), Kind.DOMAIN_END),
        # The float of pi / 3 is not the nearest one.
        ("1/(2*cos(x)-1)", math.pi / 3, Kind.POLE),
        ("max(sin(x),0.5)", math.pi / 6, Kind.KINK),
        ("sqrt(1-cos(x))", 2 * math.pi, Kind.KINK),
        # One side is flat but for the digits that asin loses close to 1.
        ("x+asin(sin(x))", math.pi / 2, Kind.KINK),
        ("x-asin(sin(x))", math.pi / 2, Kind.KINK),
    ],
)
def test_what_a_float_cannot_tell_from_the_point(text: str, at: float, kind: Kind) -> None:
    told = verdict(text, at)
    assert told.kind is kind and told.near
    assert told.sentence.startswith("Within rounding of x: ")
    # A step of a thousandth is not within rounding.
    assert verdict(text, at * 1.001).kind in (Kind.DERIVATIVE, Kind.NO_VALUE)


@pytest.mark.parametrize(
    ("text", "at", "seen"),
    [
        ("3*x**2-4*x", 1, True),
        ("3*x**2-4*x", 1e-320, True),
        ("sin(x)", 1e10, True),
        ("sin(x)+1e9", 1, True),
        ("exp(x)", 709, True),
        ("log(x)", 1e-10, True),
        ("abs(x)", 0, True),
        ("x**2", 0, True),
        ("(x+1e16)-1e16", 0, False),
        ("sin(x)", 1e22, False),
        ("sin(x)", 74e12, False),
        ("(1-cos(x))/x**2", 1e-8, False),
        ("x*1e300*1e300/1e300/1e300", 7, False),
        ("abs(x-1e-300)", 0, True),
        ("asin(x)", 0.995, True),
        ("sqrt(1-x)", 0.999, True),
        ("max(x,1e-100)", 0, True),
        ("tanh(1e20*x)", 0, True),
    ],
)
def test_what_quotients_see(text: str, at: float, seen: bool) -> None:
    assert verdict(text, at).seen is seen


@pytest.mark.parametrize(
    ("text", "at", "gradient", "differs"),
    [
        ("x**2", 1, 2.0, False),
        ("x**2", 1, 2.0000001, False),
        ("x**2", 1, 2.1, True),
        ("abs(x)", 0, 0.0, True),
        ("exp(-1/x**2)", 0, math.nan, True),
        ("sqrt(x**4)", 0, math.nan, True),
        ("sqrt(relu(x))", -1, math.nan, True),
        ("sin(x)/x", 0, math.nan, True),
        ("(1-cos(x))/x**2", 1e-8, 1.0, True),
        ("log(x)", -1, -1.0, True),
        ("log(x)", -1, math.nan, False),
        ("sqrt(x)", 0, INF, False),
        ("sqrt(x)", 0, 1.0, True),
        ("where(x < 0, -(-x)**(1/3), x**(1/3))", 0, INF, False),
        ("tan(x)", math.pi / 2, 2.667093788113571e32, False),
        # Where terms cancel to 0, what is left of them is rounding, and no more than that.
        ("x**x/x**x", 2.2, 1.1102230246251565e-16, False),
        ("x**x/x**x", 2.2, 1e-9, True),
        ("sqrt(x)*x**-0.5", 2.1, -5.551115123125783e-17, False),
        ("2**x/2**x+max(x,1)-relu(x)", 1.5, -2e-16, False),
        ("tan(x)-sin(x)/cos(x)", 1, 8.881784197001252e-16, False),
        ("where(x>0,1-x/x,x)", 0.3, 1e-16, False),
    ],
)
def test_autograd_against_the_truth(text: str, at: float, gradient: float, differs: bool) -> None:
    assert autograd_differs(verdict(text, at), gradient) is differs


def test_along_one_variable() -> None:
    point = {"x": 1.0, "y": 2.0}
    curved = parse("--f", "3*x**2+5*exp(y)", ("x", "y"))
    assert judge_along(curved, point, "x").slope == 6
    assert close(judge_along(curved, point, "y").slope, 5 * math.exp(2))
    # Where two arguments meet there is a kink along each of them.
    largest = parse("--f", "max(x, y)", ("x", "y"))
    told = judge_along(largest, {"x": 2.0, "y": 2.0}, "y")
    assert (told.kind, told.left, told.right) == (Kind.KINK, 0, 1)
    assert judge_along(largest, point, "y").slope == 1
    assert judge_along(parse("--f", "x/y", ("x", "y")), {"x": 0.0, "y": 0.0}, "x").kind is (
        Kind.NO_VALUE
    )


@pytest.mark.parametrize("at", [INF, -INF, math.nan])
def test_a_point_that_is_no_number(at: float) -> None:
    assert verdict("x**2", at).kind is Kind.UNCLEAR


def test_sentences() -> None:
    assert (
        verdict("abs(x)", 0).sentence == "A kink: the slopes are −1 on the left and 1 on the right."
    )
    assert verdict("sin(x)/x", 0).sentence == (
        "A gap: no value here. With 1 put in, the slope is 0."
    )
    assert verdict("x**2", 1).sentence == "The derivative is 2: both sides agree."
    # Two slopes that differ are never written alike.
    assert "10,485,759" in verdict("x**20+abs(x-2)", 2).sentence
    assert "both slopes round to 1e40" in verdict("1e40*x+abs(x)", 0).sentence
    assert "rounding hides it" in verdict("(x+1e16)-1e16", 0).sentence
    assert "not 0" in verdict("exp(x)", -800).sentence


@pytest.mark.parametrize(
    ("text", "at"),
    [(text, at) for text, at, *_ in SMOOTH] + [(text, at) for text, at, *_ in BROKEN],
)
def test_each_sentence_is_short(text: str, at: float) -> None:
    told = verdict(text, at).sentence
    assert len(told) <= 92 and told.endswith(".") and "  " not in told
    assert not re.search(r"\b(None|nan|inf)\b|(?<!e)-", told)


# Random formulas against sympy. All of these are smooth everywhere.
NUMBERS = st.sampled_from(["1", "2", "3", "0.5", "0.1", "pi"])
SAFE = ["sin", "cos", "tanh", "atan", "sigmoid"]


def smooth(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-*"), inner),
        st.builds("{}({})".format, st.sampled_from(SAFE), inner),
        st.builds("({})**{}".format, inner, st.sampled_from(["2", "3"])),
        st.builds("({} / (1 + ({})**2))".format, inner, inner),
        st.builds("log(2 + sin({}))".format, inner),
        st.builds("exp(cos({}))".format, inner),
        st.builds("sqrt(1 + ({})**2)".format, inner),
    )


FORMULAS = st.recursive(st.one_of(st.just("x"), st.just("x"), NUMBERS), smooth, max_leaves=5)
POINTS = st.sampled_from([0.0, 1.0, -1.0, 0.5, -0.3, 2.75, 1e-8, 3e-200, 17.0])


def exact(text: str, at: float) -> float:
    """The derivative by sympy: its formula, and mpmath's 60 digits of it."""
    names = {"sigmoid": lambda u: 1 / (1 + sympy.exp(-u)), "x": sympy.Symbol("x"), "pi": sympy.pi}
    names |= {name: getattr(sympy, name) for name in ("sin", "cos", "tanh", "exp", "log", "sqrt")}
    formula = eval(text, {"__builtins__": {}}, names | {"atan": sympy.atan})  # of the text above
    slope = sympy.sympify(formula).diff(names["x"])
    return float(slope.subs(names["x"], sympy.Rational(repr(at))).evalf(60, maxn=1000))


@settings(max_examples=30, deadline=None, derandomize=True)
@given(FORMULAS, POINTS)
def test_smooth_formulas_against_sympy(text: str, at: float) -> None:
    assume(len(text) <= 150)
    told = verdict(text, at)
    assert told.kind is Kind.DERIVATIVE, told
    # 0.1 and 0.5 are floats for sympy, which therefore rounds.
    assert math.isclose(told.slope or 0.0, exact(text, at), rel_tol=1e-9, abs_tol=1e-12)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(
    FORMULAS,
    st.sampled_from(["0.001", "1", "7", "1000"]),
    st.sampled_from([0.0, 0.1, 1.0, -2.0, 12.0, 1e5]),
    st.sampled_from([-0.5, 1e-3, 3.0]),
)
def test_a_kink_is_where_it_is(text: str, height: str, corner: float, aside: float) -> None:
    assume(len(text) <= 120)
    sum_of_both = f"{text} + {height}*abs(x - ({corner}))"
    told = verdict(sum_of_both, corner)
    assert told.kind is Kind.KINK, told
    slope = verdict(text, corner).slope
    assert slope is not None and told.left is not None and told.right is not None
    assert math.isclose(told.left, slope - float(height), rel_tol=1e-12, abs_tol=1e-12)
    assert math.isclose(told.right, slope + float(height), rel_tol=1e-12, abs_tol=1e-12)
    assert verdict(sum_of_both, corner + aside).kind is Kind.DERIVATIVE


# Everything the grammar has, for what must hold of each formula: no exception, and bounded work.
EVERY = ["sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "log"]
EVERY += ["log2", "log10", "sqrt", "abs", "sigmoid", "relu"]


def anything(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    compare = st.sampled_from(["<", "<=", ">", ">=", "==", "!="])
    return st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from(["+", "-", "*", "/", "**"]), inner),
        st.builds("{}({})".format, st.sampled_from(EVERY), inner),
        st.builds("{}({}, {})".format, st.sampled_from(["min", "max"]), inner, inner),
        st.builds("where({} {} {}, {}, {})".format, inner, compare, inner, inner, inner),
    )


WILD = st.recursive(
    st.sampled_from(["x", "x", "x", "(1/x)", "0.5", "2", "1e300", "1e16", "0"]),
    anything,
    max_leaves=6,
)


def tree(text: str) -> ast.expr | None:
    """The formula's tree; None where parts without x have no value, which is refused."""
    from d2lcli.errors import Refusal

    try:
        return parse("--f", text).tree
    except Refusal:
        return None


@settings(max_examples=120, deadline=None, derandomize=True)
@given(WILD, st.sampled_from([0.0, 1.0, -1.0, 0.5, 1e300, -1e-320, 5e-324, 709.0, 1e16]))
def test_hostile_formulas(text: str, at: float) -> None:
    assume(len(text) <= 200 and tree(text) is not None)
    told = verdict(text, at)
    assert told.work <= WORK
    assert len(told.sentence) <= 92
    # What is said agrees with itself.
    assert told.has_derivative == (told.kind is Kind.DERIVATIVE)
    if told.has_derivative:
        assert told.slope is not None and math.isfinite(told.slope) and told.value is not None


LONG = [
    "sigmoid((1000*x+709)**(1000*x+709))",
    "asin(x/x)**1e16",
    "exp(" * 39 + "x" + ")" * 39,
    "sin(" * 38 + "x" + ")" * 38,
    "tan(" * 38 + "x" + ")" * 38,
    "atan(" * 12 + "1/x" + ")" * 12,
    "sqrt(" * 12 + "abs(x)" + ")" * 12,
    "where(x<0," * 12 + "x" + ",x)" * 12,
    "max(" * 25 + "x" + ",x)" * 25,
    "x**x**x**x**x**x**x**x**x**x",
    "(x**1e300)**1e300",
    "*".join(["(1-cos(x))/x"] * 13),
    "+".join(["sin(x)**9"] * 18),
    "(sin(x)-x)**99/x**297",
    "exp(exp(1/x))*exp(-exp(1/x))",
    "sin(1/x)**sin(1/x)",
    "(x**0.001+x**0.002+x**0.003+x**0.007)**0.013",
    "asin(1-x**2)*acos(1-x**3)/sqrt(x)",
]


@pytest.mark.parametrize("text", LONG)
@pytest.mark.parametrize("at", [0.0, 0.5])
def test_the_work_has_a_bound(text: str, at: float) -> None:
    assert verdict(text, at).work <= WORK


def test_doing_more_than_is_allowed_is_unclear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("d2lcli.slopes.judging.WORK", 30)
    told = judge(parse("--f", "sin(x)*cos(x)"), 1)
    assert told.kind is Kind.UNCLEAR and told.work <= 30


def test_mpmath_keeps_its_digits() -> None:
    before = mpmath.mp.dps
    judge(parse("--f", "sin(x)**2+cos(x)**2"), 5)
    assert mpmath.mp.dps == before


def test_threads_do_not_share_digits() -> None:
    def told() -> list[Verdict]:
        return [judge(parse("--f", text), at) for text, at, *_ in SMOOTH[:30]]

    alone = told()
    with ThreadPoolExecutor(3) as pool:
        assert all(run.result() == alone for run in [pool.submit(told) for _ in range(3)])
