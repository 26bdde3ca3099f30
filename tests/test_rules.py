"""Derivatives by rules: against autograd, sympy and 50 digits, and as a person writes them."""

from __future__ import annotations

import ast
import math
import sys
import threading
from typing import Any

import mpmath
import pytest
import sympy
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from d2lcli.inputs import formulas, rules
from d2lcli.inputs.formulas import Formula

from .test_formulas import TEXTS, cell, exact, known, suitable


def slope(text: str, variables: tuple[str, ...] = ("x",), by: str = "x") -> Formula:
    found = formulas.parse("--f", text, variables).derivative(by)
    assert found is not None
    return found


@settings(max_examples=400)
@given(TEXTS, st.floats(-8, 8))
def test_the_rules_agree_with_autograd(pair: tuple[ast.expr, str], x: float) -> None:
    """Both are within 1e-12 of the condition of the derivative in 50 digits; kinks excluded."""
    tree, text = pair
    formula = known(text)
    derivative = formula.derivative()
    assume(derivative is not None)
    assert derivative is not None
    with mpmath.workdps(50), suitable():
        bound = exact(tree, x)
        assume(bound.ed * 1e-12 < 1e-3 * (1 + abs(bound.d)))
        point = torch.tensor(x, dtype=torch.float64, requires_grad=True)
        cell(formula)(point).backward()
        assert point.grad is not None
        # A sum of the graph's paths may be nan where one of them is 0 times infinity.
        assume(point.grad.isfinite())
        assert abs(point.grad.item() - bound.d) <= 1e-12 * bound.ed, text
        own = exact(derivative.tree, x)
        assume(own.e * 1e-12 < 1e-3 * (1 + abs(own.v)))
        found = formulas.value(derivative, {"x": x})
        assert abs(found - bound.d) <= 1e-12 * (bound.ed + own.e), (text, derivative.text)
        again = cell(derivative)(point.detach()).item()
        assert abs(again - bound.d) <= 1e-12 * (bound.ed + own.e), (text, derivative.text)


# sympy, in several variables and a second time

X, Y, Z = sympy.symbols("x y z", positive=True)
SMOOTH = [
    "3*x**2+5*exp(y)",
    "x**y*z",
    "y**x",
    "sin(x*y)/z",
    "x**2*y**3*z**-1",
    "log(x+y+z)",
    "sqrt(x**2+y**2+z**2)",
    "exp(-x**2-y**2)",
    "(x+y)*(y+z)*(z+x)",
    "x/(y+z)",
    "atan(y/x)",
    "tanh(x*y)*sigmoid(z)",
    "(x*y+z)**(x+1)",
    "tan(x)/cos(y)",
    "asin(x/9)*acos(y/9)*cosh(z)*sinh(x)",
    "log2(x)*log10(y*z)",
    "x**pi*e**y*pi**z",
    "relu(x)*abs(y)",
    "min(x, y+9)*max(z, -1)",
    "where(x < 0, y, z*x)",
    "x*exp(x)/(1+exp(x))",
]


def by_sympy(text: str) -> Any:
    """The formula for positive numbers."""
    return sympy.sympify(
        text.replace("where(x < 0, y, z*x)", "z*x"),
        {
            **{"x": X, "y": Y, "z": Z, "e": sympy.E},
            "sigmoid": lambda u: 1 / (1 + sympy.exp(-u)),
            "log2": lambda u: sympy.log(u) / sympy.log(2),
            "log10": lambda u: sympy.log(u) / sympy.log(10),
            "relu": lambda u: u,
            "min": lambda a, _: a,
            "max": lambda a, _: a,
        },
    )


@pytest.mark.parametrize("text", SMOOTH)
@pytest.mark.parametrize("by", ["x", "y", "z"])
def test_partial_and_second_derivatives_are_sympys(text: str, by: str) -> None:
    """In 30 digits, within 1e-12, at three points that have nothing to do with each other."""
    first = slope(text, ("x", "y", "z"), by)
    theirs = sympy.diff(by_sympy(text), by_name(by))
    for variable in ("x", "y", "z"):
        second = first.derivative(variable)
        assert second is not None
        for formula, value in ((first, theirs), (second, sympy.diff(theirs, by_name(variable)))):
            for point in ((0.7, 1.9, 3.1), (2.25, 0.125, 0.5), (1.5, 2.75, 1.0)):
                at = dict(zip("xyz", point, strict=True))
                expected = float(value.subs(zip((X, Y, Z), point, strict=True)).evalf(30))
                found = formulas.value(formula, at)
                assert math.isclose(found, expected, rel_tol=1e-12, abs_tol=1e-12), formula.text


def by_name(name: str) -> Any:
    return {"x": X, "y": Y, "z": Z}[name]


# How they are written


@pytest.mark.parametrize(
    ("text", "derivative"),
    [
        ("3*x**2-4*x", "6 * x - 4"),
        ("x**2*sin(x)", "2 * x * sin(x) + x**2 * cos(x)"),
        ("x**2*exp(x)", "2 * x * exp(x) + x**2 * exp(x)"),
        ("sin(x)/x", "(x * cos(x) - sin(x)) / x**2"),
        ("5", "0"),
        ("3*x", "3"),
        ("-x", "-1"),
        ("1.5*x", "1.5"),
        ("x/3", "1 / 3"),
        ("x**2/4", "x / 2"),
        ("0.1*x**3", "0.3 * x**2"),
        ("2.5*x**2", "5 * x"),
        ("1/x", "-1 / x**2"),
        ("x**-2", "-2 / x**3"),
        ("x**0.5", "1 / (2 * sqrt(x))"),
        ("x**(1/3)", "1 / (3 * x**(2 / 3))"),
        ("sqrt(x)", "1 / (2 * sqrt(x))"),
        ("x**pi", "pi * x**(pi - 1)"),
        ("2**x", "2**x * log(2)"),
        ("e**x", "e**x"),
        ("x**x", "x**x * (log(x) + 1)"),
        ("exp(-x**2/2)", "-x * exp(-x**2 / 2)"),
        ("sin(pi*x)", "pi * cos(pi * x)"),
        ("cos(2*x)", "-2 * sin(2 * x)"),
        ("sin(x)**2", "2 * sin(x) * cos(x)"),
        ("sin(x)*cos(x)", "cos(x)**2 - sin(x)**2"),
        ("tan(x)", "1 / cos(x)**2"),
        ("asin(x)", "1 / sqrt(1 - x**2)"),
        ("atan(x)", "1 / (x**2 + 1)"),
        ("log(x)", "1 / x"),
        ("log(3*x)", "1 / x"),
        ("log(x**2)", "2 / x"),
        ("log(sin(x))", "cos(x) / sin(x)"),
        ("log2(x)", "1 / (x * log(2))"),
        ("x*log(x)", "log(x) + 1"),
        ("x**2*log(x)", "2 * x * log(x) + x"),
        ("log(x)/x", "(1 - log(x)) / x**2"),
        ("x/(x**2+1)", "(1 - x**2) / (x**2 + 1)**2"),
        ("(x+1)/(x-1)", "-2 / (x - 1)**2"),
        ("x/sqrt(x**2+1)", "1 / (x**2 + 1)**1.5"),
        ("1/(1+exp(-x))", "exp(-x) / (1 + exp(-x))**2"),
        ("x/exp(x)", "(1 - x) / exp(x)"),
        ("(x-1)**2", "2 * (x - 1)"),
        ("(x+1)*(x+2)", "2 * x + 3"),
        ("3*(x**2+x)", "6 * x + 3"),
        ("(1-cos(x))/x**2", "(x * sin(x) - 2 * (1 - cos(x))) / x**3"),
        ("x*x*x", "3 * x**2"),
        ("tanh(x)", "1 - tanh(x)**2"),
        ("sigmoid(x)", "sigmoid(x) * (1 - sigmoid(x))"),
        ("log(sigmoid(x))", "1 - sigmoid(x)"),
        ("abs(x)", "sign(x)"),
        ("relu(x)", "heaviside(x)"),
        ("where(x < 0, x**2, x)", "where(x < 0, 2 * x, 1)"),
        ("where(x < 0, x, x+1)", "1"),
        ("max(0, x)", "where(x > 0, 1, 0)"),
        ("min(x**2, 1)", "where(x**2 < 1, 2 * x, 0)"),
        ("sin(2)*x", "sin(2)"),
        ("x-x", "0"),
        ("1**x", "0"),
        ("x**0", "0"),
    ],
)
def test_derivatives_as_one_writes_them(text: str, derivative: str) -> None:
    assert slope(text).text == derivative


@pytest.mark.parametrize(
    ("text", "pretty", "source"),
    [
        ("3*x**2-4*x", "6x − 4", "6 * x - 4"),
        ("2**x", "2^x · log(2)", "2**x * 0.6931471805599453"),
        ("3*x", "3", "0 * x + 3"),
        ("abs(x)", "sign(x)", "torch.sign(x)"),
        ("relu(x)", "heaviside(x)", "torch.heaviside(x, torch.zeros_like(x))"),
        ("max(0, x)", "where(x > 0, 1, 0)", "torch.where(x > 0, 0 * x + 1, 0)"),
        ("1e200*x**3", "3e200 · x²", "3e+200 * x**2"),
    ],
)
def test_their_pretty_form_and_source(text: str, pretty: str, source: str) -> None:
    found = slope(text)
    assert (found.pretty, found.source) == (pretty, source)


def test_the_fourth_power_twice() -> None:
    second = slope("x**4").derivative()
    assert second is not None
    assert formulas.value(second, {"x": 2.0}) == 48


@pytest.mark.parametrize(
    ("text", "by", "derivative"),
    [
        ("3*x**2+5*exp(y)", "x", "6 * x"),
        ("3*x**2+5*exp(y)", "y", "5 * exp(y)"),
        ("3*x**2+5*exp(y)", "z", "0"),
        ("x**y", "x", "y * x**(y - 1)"),
        ("x**y", "y", "x**y * log(x)"),
        ("x*y*z", "y", "x * z"),
        ("max(x, y)", "x", "where(x > y, 1, 0)"),
    ],
)
def test_partial_derivatives(text: str, by: str, derivative: str) -> None:
    assert slope(text, ("x", "y", "z"), by).text == derivative


# What has no value keeps none


@pytest.mark.parametrize(
    ("text", "x"),
    [("sqrt(x**4)", 0.0), ("x**3/x", 0.0), ("x/x**2", 0.0), ("1/x-1/x", 0.0), ("x**2/x", 0.0)],
)
def test_0_times_infinity_stays_what_floats_give(text: str, x: float) -> None:
    """autograd says nan at 0, or an infinity at a pole; so does the formula of the derivative."""
    point = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    cell(formulas.parse("--f", text))(point).backward()
    assert point.grad is not None
    assert not point.grad.isfinite()
    assert not math.isfinite(formulas.value(slope(text), {"x": x}))


# The size of the formula bounds the work

HARD = [
    "asin(x/x)**1e16",
    "(9*x)**1000000000",
    "(((9*x)**1000)**1000)**1000",
    "exp(" * 20 + "x" + ")" * 20,
    "x" + "**x" * 40,
    "(-2)**x",
    "x/0",
    "log(0*x)",
    "(1/3+x)**64*" * 10 + "x",
    "*".join(["sin(x)"] * 28),
    "/".join(f"({i}+x)" for i in range(30)),
    "1e300*x**2*1e300",
    "x**1e308*1e308",
    "1e-320*x**2/1e-320",
    "sqrt(" * 30 + "x" + ")" * 30,
]


def calls(text: str) -> int:
    """How many functions are called to find a derivative and the second one."""
    formula = formulas.parse("--f", text)
    count = 0

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        derivative = formula.derivative()
        if derivative is not None:
            derivative.derivative()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("text", HARD)
def test_no_derivative_takes_long(text: str) -> None:
    """At most four million calls of anything for both: a fraction of a second, in any thread."""
    assert calls(text) < 4_000_000


@given(TEXTS)
def test_a_derivative_has_at_most_so_many_parts(pair: tuple[ast.expr, str]) -> None:
    found = known(pair[1]).derivative()
    if found is not None:
        nodes = ast.walk(ast.parse(found.text, mode="eval"))
        assert sum(isinstance(node, ast.expr) for node in nodes) <= rules.SIZE


@pytest.mark.parametrize("text", ["(-2)**x", "x/0", "1e300*x**2*1e300", "x**x" + "**x" * 40])
def test_where_there_is_none_none_is_given(text: str) -> None:
    assert formulas.parse("--f", text).derivative() is None


def test_a_thread_finds_the_same() -> None:
    found: list[Formula | None] = []
    formula = formulas.parse("--f", "asin(x/x)**1e16")
    thread = threading.Thread(target=lambda: found.append(formula.derivative()))
    thread.start()
    thread.join()
    assert found == [formula.derivative()]
