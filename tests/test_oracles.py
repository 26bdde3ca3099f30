"""Lessons against what does not come from PyTorch: sympy, NumPy and closed forms."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
import sympy  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.errors import Refusal
from d2lcli.inputs.numbers import order
from d2lcli.request import load
from d2lcli.runner import plan, run

from .conftest import Run, results


def definitions(lesson: str, section: str, **values: str) -> dict[str, Any]:
    parsed = load(lesson)
    names: dict[str, Any] = {}
    steps = list(run(plan(parsed, [parsed.sections[section]], values), lambda value: value, names))
    assert all(step.error is None for step in steps)
    return names


def test_the_derivative_is_sympys() -> None:
    names = definitions("derivative", "quotient")
    x = sympy.Symbol("x")
    assert sympy.expand(names["f"](x)) == 3 * x**2 - 4 * x
    assert sympy.expand(names["df"](x) - sympy.diff(names["f"](x), x)) == 0


H = st.floats(1e-6, 1e3) | st.floats(-1e3, -1e-6)


@given(st.floats(-1e3, 1e3), H)
def test_quotients_have_a_closed_form(at: float, h: float) -> None:
    """Forward 6x − 4 + 3h, central 6x − 4, up to the rounding of f divided by h."""
    names = definitions("derivative", "quotient")
    f, lim, central = (names["f"], names["numerical_lim"], load("derivative").definitions)
    exec(central["central_lim"].code, names)
    size = max(abs(f(at)), abs(f(at + h)), abs(f(at - h)), 3 * (abs(at) + abs(h)) ** 2, 1.0)
    # x + h is rounded as well: that moves f by up to f′ times half a unit of x + h.
    rounding = 16 * np.finfo(float).eps * size / abs(h)
    assert abs(lim(f, at, h) - (6 * at - 4 + 3 * h)) <= rounding
    assert abs(names["central_lim"](f, at, h) - (6 * at - 4)) <= rounding


def test_autograd_against_sympy(d2l: Run) -> None:
    points = [-2.0, 0.0, 0.5, 3.25]
    found = results(
        d2l("autograd", "function", "--at", ",".join(map(str, points)), "--json").document
    )
    x = sympy.Symbol("x")
    f = 2 * x * x
    assert found["y"]["value"] == [float(f.subs(x, point)) for point in points]
    slope = sympy.diff(f, x)
    assert found["x.grad"]["value"] == [float(slope.subs(x, point)) for point in points]


@pytest.mark.parametrize("f", ["1/x", "log(x)", "sqrt(x)", "exp(x)", "1 - cos(x)", "x**3"])
@pytest.mark.parametrize("at", [1e-7, -1e-5, 1e-3, 0.5, -20.0, 1e6])
def test_the_check_of_autograd_stays_on_its_side_of_0(f: str, at: float, d2l: Run) -> None:
    """Within 1e-5 of the gradient, besides the rounding of f: a unit of what is added up in it."""
    if (at < 0 and f in ("log(x)", "sqrt(x)")) or (at > 700 and f == "exp(x)"):
        return
    found = results(d2l("autograd", "function", "--f", f, f"--at={at}", "--json").document)
    (value,), (slope,), (difference,) = (
        found[name]["value"] for name in ("y", "x.grad", "difference")
    )
    h = min(max(1e-6, 1e-9 * abs(at)), 1e-3 * abs(at))
    rounding = 4 * np.finfo(float).eps * max(abs(value), 1.0 if "cos" in f else 0.0) / h
    assert abs(difference - slope) <= 1e-5 * abs(slope) + rounding


@pytest.mark.parametrize("dim", [-3, -2, -1, 0, 1, 2])
def test_sums_against_numpy(dim: int, d2l: Run) -> None:
    found = results(d2l("linalg", "reduce", "--dim", str(dim), "--json").document)
    A = np.arange(24).reshape(2, 3, 4)
    sums = found["[A.sum(axis=axis) for axis in range(A.ndim)]"]["value"]
    assert [item["value"] for item in sums] == [A.sum(axis=axis).tolist() for axis in range(3)]
    A1 = A.sum(axis=dim, keepdims=True)
    assert found["A1"]["value"] == A1.tolist()
    assert np.allclose(found["A / A1"]["value"], A / A1, rtol=1e-6)
    assert np.allclose(found["(A / A1).sum(axis=dim)"]["value"], 1, rtol=1e-6)
    assert found["A.cumsum(axis=0)"]["value"] == A.cumsum(axis=0).tolist()


def test_products_against_numpy(d2l: Run) -> None:
    found = results(d2l("linalg", "products", "--json").document)
    M = np.arange(12.0).reshape(3, 4)
    x, y = np.arange(4.0), np.array([1.0, 2, 0, 1])
    assert found["torch.dot(x, y)"]["value"] == x @ y
    assert found["torch.mv(M, x)"]["value"] == (M @ x).tolist()
    assert found["torch.mm(M, B)"]["value"] == (M @ np.arange(12.0).reshape(4, 3)).tolist()


@given(st.floats(1, 500) | st.just(math.inf))
def test_norms_against_numpy(p: float) -> None:
    """The lesson's definition for any order that the command line takes, to 1e-12."""
    import torch

    names = definitions("norm", "order")
    u = torch.tensor([3.0, -4.0, 0.5], dtype=torch.float64)
    expected = np.linalg.norm(u.numpy(), ord=p)
    assert names["p_norm"](u, p).item() == pytest.approx(expected, rel=1e-12)
    assert names["p_norm"](u, p).item() == pytest.approx(
        torch.linalg.vector_norm(u, p).item(), rel=1e-12
    )


@given(
    st.lists(st.floats(-99, 99).map(lambda exponent: 10.0**exponent), min_size=1, max_size=9),
    st.floats(0, 12).map(lambda exponent: 10.0**exponent),
)
def test_an_order_is_taken_as_far_as_floats_go(vector: list[float], p: float) -> None:
    """What is taken has a norm, to 1e-9, found by way of the largest size."""
    import torch

    names = definitions("norm", "order")
    u = torch.tensor(vector, dtype=torch.float64)
    largest = max(vector)
    expected = largest * sum((size / largest) ** p for size in vector) ** (1 / p)
    try:
        assert order(repr(p), vector) == p
    except Refusal as refusal:
        # Within a hundredth of where the sum of the powers is no float any more.
        assert p * abs(math.log(largest)) + math.log(len(vector)) > 700
        most = int(str(refusal).rpartition("give at most ")[2].partition(",")[0])
        assert order(str(most), vector) == most or most == 1
    else:
        assert names["p_norm"](u, p).item() == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(
    ("f", "at", "slope"),
    [
        ("x", 1e16, 1.0),
        ("x**2", 1e20, 2e20),
        ("x**2", -3e-7, -6e-7),
        ("log(x)", 1e-4, 1e4),
        ("sqrt(x)", 1e12, 5e-7),
    ],
)
def test_slopes_on_both_sides_are_in_proportion_to_the_point(
    f: str, at: float, slope: float, d2l: Run
) -> None:
    """The last row, h = 1e-5 of the point's size, is within 1e-4 of the derivative."""
    steps = d2l("derivative", "sides", "--f", f, "--at", str(at), "--json").document["steps"]
    rows = next(
        s["result"]["value"] for s in steps if s["result"] and s["result"]["kind"] == "table"
    )
    for side in ("to the left", "to the right"):
        assert rows[-1][side] == pytest.approx(slope, rel=1e-4)
    assert steps[-1]["result"]["value"] == "both sides agree: here f has a derivative"


def test_a_fast_turn_far_away_has_a_slope(d2l: Run) -> None:
    steps = d2l("derivative", "sides", "--f", "sin(x)", "--at", "1e10", "--json").document["steps"]
    assert steps[-1]["result"]["value"] == "both sides agree: here f has a derivative"
