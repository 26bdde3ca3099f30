"""``d2l derivative``: the study notes' lines, where readers go wrong, and one's own functions."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from d2lcli.api import Run
from d2lcli.errors import Misuse
from d2lcli.inputs import formulas
from d2lcli.notes import derivative as notes

from .helper import asks, lines, played, printed, shown, tables, texts


def rows_of(run: Run) -> list[dict[str, Any]]:
    return tables(run.notes)[0]


def quotients(run: Run) -> list[float]:
    return [row["numerical limit"] for row in rows_of(run) if row["h"] != "exact"]


# The rows of the study notes


def test_the_books_loop() -> None:
    run = played("derivative")
    for line in ("for i in range(5):", "    h *= 0.1", "numerical_lim(f, x, h):.5f}"):
        assert line in lines(run)
    limits = ["2.30000", "2.03000", "2.00300", "2.00030", "2.00003"]
    assert [line.split(" = ")[-1] for line in printed(run).split("\n") if line] == limits
    assert [f"{value:.5f}" for value in quotients(run)] == limits
    assert asks("derivative", "quotient") == 1


def test_errors_and_how_much_they_fell() -> None:
    rows = rows_of(played("derivative"))
    errors = [0.3, 0.03, 0.003, 0.0003, 0.00003]
    assert [row["error"] for row in rows[:-1]] == pytest.approx(errors, rel=1e-5)
    assert [row["verdict"] for row in rows] == ["", "÷ 10", "÷ 10", "÷ 10", "÷ 10", ""]
    assert rows[-1]["h"] == "exact"
    assert rows[-1]["numerical limit"] == 2


def test_exact_in_two_ways() -> None:
    run = played("derivative", "exact")
    assert shown(run, "x.grad") == [2]
    assert shown(run, "df(x.detach())") == [2]
    assert "f′(x) = 6x − 4" in texts(run)


def test_the_same_f_on_a_whole_array() -> None:
    run = played("derivative", "array")
    assert "f(np.arange(0, 4, 0.1))" in lines(run)
    x = np.arange(0, 4, 0.1)
    found = eval("f(np.arange(0, 4, 0.1))", dict(run.variables))
    assert isinstance(found, np.ndarray)
    assert found == pytest.approx(3 * x**2 - 4 * x)


def test_the_tangent_is_computed() -> None:
    run = played("derivative", "plot")
    for line in ("plt.figure(", "plt.plot(", "plt.xlabel(", "plt.legend()", "plt.grid()"):
        assert line in lines(run)
    x, tangent = run.variables["x"], run.variables["tangent"]
    assert tangent.tolist() == pytest.approx((2 * x - 3).tolist())


# Where readers go wrong


def test_smaller_is_not_better() -> None:
    run = played("derivative", "smaller")
    (rows,) = tables(run.notes)
    best = {(row["dtype"], row["difference"]): float(row["best h here"]) for row in rows}
    assert best["float32", "forward"] in (1e-3, 1e-4)
    assert best["float64", "forward"] in (1e-7, 1e-8, 1e-9)
    assert best["float64", "central"] in (1e-4, 1e-5, 1e-6)
    # The bounds of theory, from the machine's eps.
    eps = 2.0**-52
    assert float(rows[1]["in theory"]) == pytest.approx(math.sqrt(2 * eps), rel=0.05)
    central = (1.5 * eps * math.tan(1)) ** (1 / 3)
    assert float(rows[2]["in theory"]) == pytest.approx(central, rel=0.05)
    assert float(run.variables["single"][-1]) == pytest.approx(math.cos(1))


def test_the_central_difference_of_a_parabola_is_exact() -> None:
    run = played("derivative", "parabola")
    assert run.variables["central"].tolist() == [2, 2, 2]
    assert run.variables["forward"].tolist() == [3, 2.5, 2.25]


def test_a_gradient_where_there_is_no_derivative() -> None:
    run = played("derivative", "nowhere")
    value, gradient = shown(run, "y.item(), x.grad")[0]
    assert math.isnan(float(value))
    assert gradient == -1
    assert shown(run, "x.grad") == [0]


def test_sides() -> None:
    run = played("derivative", "sides", f="abs(x)", at=0)
    assert run.variables["left"].tolist() == pytest.approx([-1] * 3)
    assert run.variables["right"].tolist() == pytest.approx([1] * 3)
    assert "A kink: the slopes are −1 on the left and 1 on the right." in texts(run)


# Functions of one's own


@pytest.mark.parametrize(
    ("f", "at", "slope"),
    [
        ("sin(x)/x", 0.3, (0.3 * math.cos(0.3) - math.sin(0.3)) / 0.09),
        ("exp(x)", 709, math.exp(709)),
        ("sin(x)+1e9", 1, math.cos(1)),
        ("3*x**2-4*x", 1e-320, -4),
        ("x**4", 2, 32),
        ("5", 1, 0),
        ("sqrt(relu(x))", -1, 0),
        ("(x+1e16)-1e16", 0, 1),
    ],
)
def test_the_limit_is_the_derivative(f: str, at: float, slope: float) -> None:
    run = played("derivative", f=f, at=at)
    last = rows_of(run)[-1]
    assert last["h"] == "exact"
    assert last["numerical limit"] == pytest.approx(slope, rel=1e-12, abs=1e-300)
    assert "The limit is" in texts(run)


@pytest.mark.parametrize(
    ("f", "at", "says"),
    [
        ("where(x < 0, x**2, x)", 0, "A kink: the slopes are 0 on the left and 1 on the right."),
        ("max(0, x)", 0, "A kink"),
        ("exp(10*x)+abs(x-1)", 1, "A kink"),
        ("x**20+abs(x-2)", 2, "A kink"),
        ("log(x)", -1, "f has no value here"),
        ("1/x", 0, "A pole"),
        ("sqrt(x)", 0, "The domain ends here"),
    ],
)
def test_no_limit_where_there_is_no_derivative(f: str, at: float, says: str) -> None:
    run = played("derivative", f=f, at=at)
    assert says in texts(run)
    assert "exact" not in [row["h"] for row in rows_of(run)]


def test_digits_show_where_the_quotients_stop_to_converge() -> None:
    run = played("derivative", f="sin(x)/x", at=0.3, steps=14)
    form = next(c.form for note in run.notes if note.table for c in note.table.columns[1:2])
    found = [format(value, form) for value in quotients(run)]
    assert len(set(found)) == 14
    assert "The error is smallest at h = 1e-8; with smaller steps rounding takes over" in texts(run)


@pytest.mark.parametrize(
    ("options", "says", "not_said"),
    [
        ({}, "Each h 10 times smaller makes the error about 10 times smaller.", "rounding"),
        ({"f": "x**3", "method": "central", "steps": 3}, "about 100 times smaller", "rounding"),
        ({"f": "x**3", "method": "central", "factor": 0.9}, "about 1.2346 times", "rounding"),
        ({"h": 1e-20}, "From h = 1e-20 on, x + h is x in float64, and the quotient 0. No", "takes"),
        ({"f": "(x+1e16)-1e16", "at": 0}, "rounding hides the slope", "smallest"),
        ({"f": "sin(10*x)", "h": 1, "steps": 3}, "The last quotient is", "rounding"),
        ({"f": "sin(x)", "h": 6.9, "factor": 0.5, "steps": 3}, "", "rounding takes over"),
        ({"dtype": "float32", "steps": 10}, "x + h is x in float32", "float64"),
        ({"steps": 400}, "or nan where h itself has become 0", "Every quotient"),
        ({"f": "x", "at": 0}, "Every quotient is exact", "smaller"),
        ({"f": "exp(x)", "h": 1e3, "steps": 6}, "The last quotient is 0.014 away", "smallest"),
        ({"method": "central", "h": 1e-15, "steps": 3}, "From h = 1e-17 on", "From h = 1e-16"),
    ],
)
def test_what_is_said_of_the_errors(options: dict[str, Any], says: str, not_said: str) -> None:
    told = texts(played("derivative", **options))
    assert says in told
    assert not_said not in told


def test_method_point_and_steps_are_written_into_the_code() -> None:
    run = played("derivative", at="pi/2", h="1e-2", steps=3, factor=0.5, method="central")
    assert "(f(x + h) - f(x - h)) / (2 * h)" in lines(run)
    assert "for i in range(3):" in lines(run)
    assert f"torch.tensor({math.pi / 2}, dtype=torch.float64)" in lines(run)
    assert [row["h"] for row in rows_of(run)] == [0.01, 0.005, 0.0025, "exact"]


@pytest.mark.parametrize(
    ("at", "title"),
    [(1e-320, "x = 1e-320"), (-0.5, "x = −0.5"), ("pi/2", "x = 1.57079633"), (1e50, "x = 1e50")],
)
def test_the_point_in_the_title(at: object, title: str) -> None:
    assert played("derivative", at=at).played.request.title.endswith(title)


def test_torchs_functions_take_no_array() -> None:
    assert "array: PyTorch's functions take no array" in texts(
        played("derivative", "array", f="sin(x)")
    )
    assert played("derivative", "array", f="1/(x+1)").error is None


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"h": 0}, "the quotient divides by h"),
        ({"f": "x**2+y"}, "the only variable here is x"),
        ({"steps": 401}, "from 1 to 400"),
        ({"factor": 2}, "--factor 2"),
        ({"method": "left"}, "there is no such choice"),
        ({"at": "nan"}, "not finite"),
    ],
)
def test_what_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(Misuse, match=said):
        played("derivative", **options)


@pytest.mark.parametrize("topic", ["smaller", "parabola"])
def test_what_an_option_does_not_reach_it_does_not_change(topic: str) -> None:
    with pytest.raises(Misuse, match="--method has nothing to set"):
        played("derivative", topic, method="central")


# Notes over any function, point and steps

FORMULAS = st.sampled_from(
    [
        "x",
        "x**2",
        "sin(x)",
        "exp(x)",
        "abs(x)",
        "1/x",
        "log(x)",
        "sqrt(x)",
        "x**20",
        "1e300*x",
        "0*x",
    ]
)
POINTS = st.sampled_from([0.0, 1.0, -1.0, 1e-320, 1e50, 709.0, -0.3])


@settings(max_examples=40)
@given(
    FORMULAS,
    POINTS,
    st.sampled_from([0.1, -0.1, 1e-300, 1e99, 1e-17]),
    st.sampled_from([0.1, 0.5, 0.999]),
    st.integers(1, 6),
    st.sampled_from([None, "float32"]),
)
def test_the_table_is_that_of_the_loop(
    f: str, at: float, h: float, factor: float, steps: int, dtype: str | None
) -> None:
    assume(dtype is None or abs(at) < 1e30)
    run = played("derivative", f=f, at=at, h=h, factor=factor, steps=steps, dtype=dtype)
    told = [line.split(" = ")[-1] for line in printed(run).split("\n") if line]
    assert [f"{value:.5f}" for value in quotients(run)] == told
    assert texts(run)


@pytest.mark.parametrize(
    ("errors", "told"),
    [([], []), ([None], [""]), ([1.0, 0.1, 0.2], ["", "÷ 10", "× 2"]), ([0.0, 1.0], ["", ""])],
)
def test_how_errors_fall(errors: list[float | None], told: list[str]) -> None:
    assert notes._fall(errors) == (told or [""])


def test_the_function_is_the_lessons_own_where_none_is_given() -> None:
    run = played("derivative", "exact")
    assert notes.formula_of(run.played.request).pretty == formulas.parse("f", "3*x**2-4*x").pretty
    assert float(run.variables["f"](torch.tensor(2.0))) == 4
