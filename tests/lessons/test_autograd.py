"""``d2l autograd``: the book's numbers, functions of one's own, and what the notes say of them."""

from __future__ import annotations

import math
import re
from typing import Any

import pytest
import sympy
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from d2lcli import recorded
from d2lcli.api import Run, asked, run
from d2lcli.checks import difference
from d2lcli.errors import Misuse
from d2lcli.inputs import formulas
from d2lcli.inputs.formulas import VARIABLES
from d2lcli.lesson import Kind, load

TOPICS = ("graph", "function", "several", "second", "jacobian")


def texts(played: Run) -> str:
    return " ".join(note.text for note in played.notes)


def tables(played: Run) -> list[list[dict[str, Any]]]:
    return [note.table.rows for note in played.notes if note.table is not None]


def values(played: Run, section: str = "") -> dict[str, Any]:
    """What the last lines of a section's cells gave, by their code; the last one of equal lines."""
    steps = [step for step in played if not section or step.cell.section == section]
    return {step.cell.code.splitlines()[-1]: step.result for step in steps}


def shown(played: Run, code: str) -> list[Any]:
    """Each value that this line gave."""
    steps = [step for step in played if step.cell.code.splitlines()[-1] == code]
    return [step.result.value for step in steps if step.result is not None]


def printed(played: Run) -> str:
    return "\n".join(step.stdout for step in played)


# The rows of the notes, and where readers go wrong


def test_the_gradient_of_the_books_function() -> None:
    played = run("autograd")
    assert shown(played, "y") == [28.0]
    assert shown(played, "x.grad") == [[0, 4, 8, 12], [1, 5, 9, 13], [1, 1, 1, 1]]
    assert shown(played, "x.grad == 4 * x") == [[True] * 4]


def test_a_result_is_made_a_leaf_again() -> None:
    played = run("autograd", "anew")
    found = [step.result for step in played if step.cell.code.endswith("q.is_leaf, q.grad")]
    pairs = [[item.value for item in result.value] for result in found if result is not None]
    gradient = [[0, 2], [4, 6]]  # 2 q
    assert pairs == [[False, gradient], [True, gradient]]
    assert shown(played, "q.is_leaf") == [False, True]


def test_three_functions_do_not_choose_one_slope_at_a_kink() -> None:
    played = run("autograd", "kinks")
    (same,) = shown(played, "torch.stack(ways).detach()")
    assert same == [[0, 0, 1]] * 3
    (rows,) = shown(played, "torch.stack(rows)")
    assert [row[::2] for row in rows] == [[0, 1]] * 3  # off the kink they agree
    x = torch.zeros(1, requires_grad=True)
    ways = torch.relu(x), torch.maximum(x, torch.zeros(1)), x.clamp(min=0)
    chosen = [torch.autograd.grad(y, x)[0].item() for y in ways]
    assert [row[1] for row in rows] == chosen
    # relu 0, maximum 0.5, and clamp 1, or 0 since PyTorch 2.14.
    assert len(set(chosen)) > 1


def test_the_default_page_asks_what_it_is_about() -> None:
    lesson = load("autograd")
    assert [section.name for section in lesson.of(Kind.MAIN)] == ["gradient"]
    assert sum(bool(cell.ask) for cell in lesson.sections["gradient"].cells) >= 2


def test_the_record_of_the_books_function_as_a_tree() -> None:
    (tree,) = tables(run("autograd"))
    assert [row["y = 2 * torch.dot(x, x)"].lstrip("└─ ") for row in tree] == [
        "MulBackward0",
        "DotBackward0",
        "x, twice",
    ]
    assert [row["gradient"] for row in tree] == ["1", "2", "[0, 4, 8, 12]"]


def test_a_vector_needs_weights_or_a_sum() -> None:
    played = run("autograd", "nonscalar")
    assert "scalar" in printed(played)
    assert shown(played, "x.grad") == [[0, 2, 4, 6], [0, 2, 4, 6]]


def test_detach_makes_a_constant() -> None:
    played = run("autograd", "detach")
    assert shown(played, "x.grad") == [[0, 1, 4, 9]]
    assert shown(played, "x.grad == u") == shown(played, "x.grad == 2 * x") == [[True] * 4]
    clone, detached = values(played)["x.clone().requires_grad, x.detach().requires_grad"].value
    assert (clone.value, detached.value) == (True, False)


@pytest.mark.parametrize("seed", range(5))
def test_through_loops_and_branches(seed: int) -> None:
    names = run("autograd", "control-flow", seed=seed).variables
    assert torch.isclose(names["a"].grad, names["d"] / names["a"])


def test_a_second_backward_fails_and_gradients_add_up() -> None:
    played = run("autograd", "twice")
    assert "retain_graph" in printed(played)
    assert shown(played, "x.grad") == [[0, 4, 8, 12], [0, 10, 20, 30]]


def test_in_place_it_depends_on_what_was_saved() -> None:
    played = run("autograd", "inplace")
    leaf, saved = (step.stdout for step in played if step.stdout)
    with pytest.raises(RuntimeError) as raised:
        torch.ones(1, requires_grad=True).add_(1)
    assert str(raised.value) in leaf
    assert "inplace" in saved
    assert shown(played, "x.grad") == [[2, 2, 2, 2]]


def test_whole_numbers_arrays_and_leaves() -> None:
    assert "floating point" in printed(run("autograd", "integers"))
    assert "detach" in printed(run("autograd", "arrays"))
    played = run("autograd", "leaves")
    assert "NoneType" in printed(played)
    assert shown(played, "w") == [pytest.approx([0.9, 0.9])]
    leaf, result, gradient = values(played)["w.is_leaf, y.is_leaf, y.grad"].value
    assert (leaf.value, result.value, gradient) == (True, False, None)
    assert shown(played, "y.grad") == [[1, 1]]


def test_data_gives_a_wrong_gradient_without_a_word() -> None:
    played = run("autograd", "hidden")
    assert "inplace" in printed(played)
    assert played.variables["x"].grad.tolist() == [0, 0, 0]


def test_where_gives_nan_and_the_way_out_does_not() -> None:
    played = run("autograd", "where")
    first = values(played)["y.detach(), x.grad"].value
    assert math.isnan(first[0]["x.grad"]) and first[1]["x.grad"] == 0.25
    assert math.isnan(shown(played, "root.grad")[0][0])
    assert shown(played, "x.grad") == [[1, 0.25]]


def test_second_derivatives() -> None:
    played = run("autograd", "second")
    assert shown(played, "first.detach()") == [[32]]
    assert shown(played, "second") == [[48]]
    assert "By the rules x⁴ has the derivatives 4x³ and 12x²." in texts(played)
    costs = texts(played).partition("Operations run:")[2]
    f, first, second, of_f, of_first = map(int, re.findall(r"\d+", costs))
    assert second > first > f > 0, "the second costs more than the first, and that more than f"
    assert of_f and of_first


def test_weights_and_the_jacobian() -> None:
    played = run("autograd", "jacobian")
    assert shown(played, "x.grad") == shown(played, "v @ J") == [[0, 0, 0, 60]]
    assert played.variables["J"].tolist() == torch.diag(torch.tensor([0.0, 2, 4, 6])).tolist()


@pytest.mark.parametrize(
    ("f", "says"),
    [("x*x", "Each output depends on its own input"), ("5", "J is 0."), ("x-x", "J is 0.")],
)
def test_what_the_jacobian_looks_like(f: str, says: str) -> None:
    told = texts(run("autograd", "jacobian", f=f, at="1,2,3"))
    assert says in told
    assert ("depends on its own input" in told) == (f == "x*x")


def test_the_jacobian_gives_what_backward_gave_where_it_is_finite() -> None:
    played = run("autograd", "jacobian", f="1/x", at="0,1", weights="1,1")
    assert str(shown(played, "x.grad")) == "[[-inf, -1.0]]" != str(shown(played, "v @ J"))
    caption = next(s.cell.caption for s in played if s.cell.code == "v @ J")
    assert "Where all numbers are finite" in caption


# A reader's own numbers


def test_the_gradient_at_a_point_of_several_variables() -> None:
    played = run("autograd", f="3*x**2+5*exp(y)", at="1,2")
    assert [step.cell.section for step in played][-1] == "several"
    assert shown(played, "p.grad") == [pytest.approx([6, 36.945280494653254])]
    _, rows = tables(played)
    assert [row["by the rules"] for row in rows] == ["6x", "5 exp(y)"]
    assert [row["autograd"] for row in rows] == pytest.approx([6, 5 * math.exp(2)])
    assert [row["central difference"] for row in rows] == pytest.approx([6, 5 * math.exp(2)])


def test_the_chain_rule_through_an_inner_function() -> None:
    played = run("autograd", "chain")
    added = 2 * 6 + 4 * 5 * math.exp(2)
    assert shown(played, "t.grad") == shown(played, "inner.grad @ (2 * p)")
    assert shown(played, "t.grad") == [pytest.approx(added)]
    assert "The products add up to t.grad: 159.78." in texts(played)
    played = run("autograd", "chain", f="x*y*z", at="1,2,3")
    assert [row["gradient"] for row in tables(played)[0]] == [6, 3, 2]
    assert shown(played, "t.grad") == [36]


@pytest.mark.parametrize(
    ("f", "at", "says"),
    [
        ("8e307*x+8e307*y", "0.6,0.6", "Every part is a finite number, but a sum of them"),
        ("x/y", "1,0", "Not every part is a finite number"),
        ("1e20*x-1e20*y+z", "1,1,1", "Rounding parts the sum of the products, 0, from t.grad."),
    ],
)
def test_where_the_products_do_not_add_up(f: str, at: str, says: str) -> None:
    assert says in texts(run("autograd", "chain", f=f, at=at))


@pytest.mark.parametrize(
    ("f", "at", "says"),
    [
        ("(1-cos(x))/x**2", "1e-8", "Autograd's 1e8 is wrong there."),
        ("sqrt(x**4)", "0", "Autograd's nan is wrong there (d2l norm zero)."),
        ("abs(x)+y", "0,1", "Along x: a kink: the slopes are −1 on the left and 1 on the right."),
        ("x*y", "3,4", "The products add up to t.grad: 48."),
    ],
)
def test_the_chain_rule_says_what_is_wrong_with_its_parts(f: str, at: str, says: str) -> None:
    told = texts(run("autograd", "chain", f=f, at=at))
    assert says in told and ("wrong" in says) == ("wrong" in told)


def test_backward_adds_to_what_is_there() -> None:
    assert "1 more for every element made [1 5 9 13] of [0 4 8 12]" in texts(run("autograd"))


def test_variables_that_are_alike_have_one_sentence() -> None:
    told = texts(run("autograd", f="abs(x)+abs(y)", at="0,0"))
    assert "Along x and y: a kink" in told and told.count("a kink") == 1
    told = texts(run("autograd", f="abs(x)+2*abs(y)", at="0,0"))
    assert "Along x: a kink" in told and "Along y: a kink" in told


@pytest.mark.parametrize(
    ("f", "at", "said"),
    [
        ("sqrt(x**2+y**2)", "0,0", "Autograd gives nan (d2l norm zero)."),
        ("sqrt(x**2)", "0,1", "Autograd gives nan (d2l norm zero)."),
        ("sqrt(x**4)", "0", "nan is wrong there (d2l norm zero)."),
        ("where(x>0, sqrt(x), x)", "-1", "nan is wrong there (d2l autograd where)."),
        ("abs(x)", "0", "no derivative."),
    ],
)
def test_a_gradient_that_is_nan_is_called_so(f: str, at: str, said: str) -> None:
    told = texts(run("autograd", f=f, at=at))
    assert said in told
    assert ("nan" in told) == ("nan" in said)


def test_a_function_at_points_with_its_graph() -> None:
    played = run("autograd", f="x**2*sin(x)", at="0,1,2,3")
    tree, table = tables(played)
    x = torch.arange(4.0, dtype=torch.float64)
    expected = (2 * x * torch.sin(x) + x**2 * torch.cos(x)).tolist()
    assert [row["gradient"] for row in table] == pytest.approx(expected)
    assert [row["central difference"] for row in table] == pytest.approx(expected, abs=1e-6)
    names = [row["operation"] for row in tree]
    assert names[0] == "MulBackward0" and any("SinBackward0" in name for name in names)


def test_own_weights_reach_the_jacobian() -> None:
    played = run("autograd", f="sin(x)", at="1,2,3", weights="1,0,-2")
    x = torch.tensor([1.0, 2, 3], dtype=torch.float64)
    weighted = torch.tensor([1.0, 0, -2], dtype=torch.float64) * torch.cos(x)
    assert torch.allclose(played.variables["v"] @ played.variables["J"], weighted)
    assert {step.cell.section for step in played} >= {"function", "jacobian"}


def test_weights_alone_ask_for_the_jacobian_of_the_book() -> None:
    played = run("autograd", weights="1,2,3,4")
    assert shown(played, "x.grad") == [[0, 4, 12, 24]]


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize(
    "options",
    [
        {"f": "x"},
        {"f": "5"},
        {"f": "y**2", "at": "2"},
        {"f": "x*y*z", "at": "1,2,3"},
        {"f": "x*z"},
        {"f": "where(x < y, x**2, z)", "at": "1,2,3"},
        {"at": "1,2"},
        {"at": "1e10"},
        {"f": "log(x)", "at": "-1,0"},
    ],
)
def test_own_numbers_reach_every_topic(topic: str, options: dict[str, str]) -> None:
    played = run("autograd", topic, **options)
    assert played.error is None
    assert not played.played.faults


def test_a_topic_for_several_variables_takes_one() -> None:
    assert "one variable" in texts(run("autograd", "several", f="x**3", at="2"))
    assert "d2l autograd several" in texts(run("autograd", "function", f="x*y", at="3,4"))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"f": "x*y", "at": "1,2,3"}, "has the variables x and y"),
        ({"weights": "1,2"}, "there are 4 points"),
        ({"f": "x*y", "weights": "1,2"}, "gives one number"),
        ({"f": "x+w"}, "'w' is not known"),
        ({"at": "nan"}, "not finite"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(options: dict[str, str], told: str) -> None:
    with pytest.raises(Misuse, match=told):
        asked("autograd", (), options)


# Every sentence is true for the input at hand


@pytest.mark.parametrize(
    ("f", "at", "there"),
    [
        ("abs(x)", "0", "a kink"),
        ("where(x < 0, x**2, x)", "0", "a kink"),
        ("log(x)", "-1", "no value"),
        ("1/x", "0", "a pole"),
        ("sqrt(x)", "0", "an end of the domain"),
        ("where(x > 0, sqrt(x), x)", "-1", "another slope"),
        ("(1-cos(x))/x**2", "1e-8", "another slope"),
        ("exp(x)", "710", "an overflow"),
        ("sin(x)", "1", "a derivative"),
    ],
)
def test_what_there_is_at_a_point(f: str, at: str, there: str) -> None:
    played = run("autograd", f=f, at=at)
    assert tables(played)[1][0]["there is"] == there
    agrees = "Autograd gives the derivative" in texts(played)
    assert agrees == (there == "a derivative")


def test_a_kink_has_no_second_derivative() -> None:
    assert "no second derivative" in texts(run("autograd", "second", f="abs(x)", at="0"))
    told = texts(run("autograd", "second", f="x*abs(x)", at="0"))
    assert "In the first derivative, at x = 0: a kink" in told
    told = texts(run("autograd", "second", f="where(x<0, x**2, x)", at="0"))
    assert "no second derivative" in told


@pytest.mark.parametrize(
    ("f", "at", "said"),
    [
        ("max(x,y)**2", "0,0", "∂²f/∂x² and ∂²f/∂y² do not exist there."),
        ("max(x,y)**2", "0,0", "Autograd's number is wrong for ∂²f/∂y∂x and ∂²f/∂x∂y."),
        ("x**2*abs(y)", "0,0", "∂²f/∂x∂y does not exist there."),
        ("relu(x)*y", "0,0", "∂²f/∂y∂x and ∂²f/∂x∂y do not exist there."),
        ("x*abs(x)+y**2", "0,1", "∂²f/∂x² does not exist there."),
        ("sqrt(x**4)+y", "0,1", "Autograd's number is wrong for ∂²f/∂x² and ∂²f/∂x∂y."),
        ("x*y+y**2", "1,2", ""),
        ("max(x,y)+min(x,y)", "1,1", ""),
    ],
)
def test_a_hessian_says_what_it_lacks(f: str, at: str, said: str) -> None:
    told = texts(run("autograd", "second", f=f, at=at))
    assert said in told
    assert said or not ("exist" in told or "wrong" in told)


def test_a_formula_without_a_value_is_no_derivative_without_one() -> None:
    """f′ of sqrt(x**4) is 0 at 0, though its formula has no value there; f″ is 2."""
    told = texts(run("autograd", "second", f="sqrt(x**4)", at="0"))
    assert "At x = 0: the derivative is 0: both sides agree. Autograd's nan is wrong there." in told
    assert "In the first derivative, at x = 0: the derivative is 2: both sides agree." in told


@pytest.mark.parametrize(
    ("f", "kind"),
    [("abs(x-{})", "a kink"), ("relu(x-{})", "a kink"), ("where(x < {}, x, 2*x)", "a jump")],
)
@pytest.mark.parametrize("at", ["0.1", "pi", "1/3"])
def test_float32_breaks_where_one_has_typed_it(f: str, kind: str, at: str) -> None:
    """In float32 x and the number of the formula are rounded alike, so their difference is 0."""
    told = texts(run("autograd", f=f.format(at), at=at, dtype="float32"))
    assert re.search(rf"At x = \S+: {kind}", told)


@pytest.mark.parametrize(
    ("f", "at", "dtype"),
    [
        ("sin(x)+cos(x)", "pi/4", "float64"),
        ("x*log(x)", "1/e", "float64"),
        ("x**3-x", "1/sqrt(3)", "float64"),
        ("sin(x)", "pi/2", "float32"),
    ],
)
def test_extrema_at_ugly_points_are_not_called_wrong(f: str, at: str, dtype: str) -> None:
    for topic in ("function", "second"):
        own = {"dtype": dtype} if topic == "function" else {}
        assert "wrong" not in texts(run("autograd", topic, f=f, at=at, **own))
    assert "wrong" not in texts(run("derivative", "exact", f=f, at=at, dtype=dtype))


@pytest.mark.parametrize("f", ["sin(x)**2+cos(x)**2", "x/3/x", "relu(x)-relu(-x)", "x+x*x/x"])
def test_second_derivatives_that_are_0_but_for_rounding(f: str) -> None:
    told = texts(run("autograd", "second", f=f, at="0.7"))
    assert "wrong" not in told and "jump" not in told


@pytest.mark.parametrize(("f", "at"), [("sigmoid(x)", 25), ("tanh(x)", 15), ("sigmoid(x)", 30)])
def test_what_is_saturated_is_not_called_wrong(f: str, at: float) -> None:
    """1 − sigmoid(x) has the rounding of 1, so few digits of the slope are left."""
    told = texts(run("autograd", f=f, at=at))
    assert "wrong" not in told


def test_what_is_wrong_is_not_compared() -> None:
    told = texts(run("autograd", f="max(x,0)+min(x,0)", at="0"))
    assert "is wrong there" in told and "Central" not in told


def test_what_rounds_to_0_is_not_called_0() -> None:
    told = texts(run("autograd", f="exp(-800*x)", at="1"))
    assert "not 0, but float64 rounds it to 0" in told and "gives the derivative" not in told


@pytest.mark.parametrize("at", [1e10, 1e10 + 1, -3e8])
def test_the_step_suits_the_point(at: float) -> None:
    assert difference(formulas.parse("f", "sin(x)"), {"x": at}, "x") == pytest.approx(
        math.cos(at), abs=1e-5
    )


def test_steps_that_reach_too_large_values_are_passed_over() -> None:
    found = difference(formulas.parse("f", "exp(x)"), {"x": 709.0}, "x")
    assert found == pytest.approx(math.exp(709), rel=1e-3)


@pytest.mark.parametrize(
    ("f", "at", "slope"),
    [
        ("exp(x)", 500, math.exp(500)),
        ("exp(10*x)", 30, 10 * math.exp(300)),
        ("log(1+x)", 1e-20, 1),
        ("1/x", 1e-50, -1e100),
        ("1/x", 1e-100, -1e200),
        ("x**10", 1e-3, 1e-26),
        ("exp(-x**2)", 10, -20 * math.exp(-100)),
        ("1e-300*x", 2, 1e-300),
        ("x**2*sin(x)", 0, 0),
        ("(x-1)**4", 1, 0),
        ("5+0*x", 3, 0),
        ("min(3*x,pi)", 2.5, 0),
        ("max(x,e)", 1, 0),
        ("x**3+2", 0, 0),
        ("relu(x)**2", 0, 0),
    ],
)
def test_central_differences_of_any_size(f: str, at: float, slope: float) -> None:
    """Neither what f does far away nor a value that rounds to 0 makes a 0 of the slope."""
    found = difference(formulas.parse("f", f), {"x": float(at)}, "x")
    assert found == (pytest.approx(slope, rel=1e-6) if slope else 0)


@pytest.mark.parametrize("at", [1e17, 3e17, 1e18, 1.1e19, 7e20])
def test_where_no_step_suits_there_is_none(at: float) -> None:
    assert difference(formulas.parse("f", "sin(x)"), {"x": at}, "x") is None
    told = texts(run("autograd", f="sin(x)", at=at))
    assert "agree" not in told


def test_where_a_part_loses_all_digits_there_is_no_difference() -> None:
    """Of numbers around 1e16 the floats are 2 apart, so a difference of 0 tells nothing."""
    assert difference(formulas.parse("f", "(x+1e16)-1e16"), {"x": 10.0}, "x") is None
    assert difference(formulas.parse("f", "x+1e15"), {"x": 1.0}, "x") is None
    assert difference(formulas.parse("f", "x**2"), {"x": 1e-200}, "x") is None


@pytest.mark.parametrize(("f", "at"), [("1/x", 0.0), ("sqrt(x)", 0.0), ("log(x)", -1.0)])
def test_where_there_is_no_slope_there_is_no_difference(f: str, at: float) -> None:
    assert difference(formulas.parse("f", f), {"x": at}, "x") is None


# Against sympy

LEAVES = st.sampled_from([*VARIABLES, "2", "0.5", "3"])


def grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Formulas that are smooth and not too large near points of size 1."""
    return st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-*"), inner),
        st.builds("{}({})".format, st.sampled_from(["sin", "cos", "tanh", "atan"]), inner),
        st.builds("({})/(1+({})**2)".format, inner, inner),
        st.builds("({})**2".format, inner),
    )


SMOOTH = st.recursive(LEAVES, grown, max_leaves=5).filter(lambda text: len(text) < 120)
POINTS = st.lists(st.floats(-1.5, 1.5).map(lambda x: round(x, 3)), min_size=3, max_size=3)


def oracle(text: str, names: tuple[str, ...]) -> tuple[Any, list[Any]]:
    symbols = sympy.symbols(names)
    return sympy.sympify(text), list(symbols)


@given(SMOOTH, POINTS)
@settings(max_examples=40)
def test_gradients_and_hessians_are_those_of_sympy(text: str, point: list[float]) -> None:
    names = formulas.parse("f", text, VARIABLES).variables or ("x",)
    at = point[: len(names)]
    played = run("autograd", "several", "second", f=text, at=at)
    assert played.error is None and not played.played.faults
    function, symbols = oracle(text, names)
    put = dict(zip(symbols, at, strict=True))
    first = [float(function.diff(symbol).subs(put)) for symbol in symbols]
    assert played.variables["p"].grad.tolist() == pytest.approx(first, rel=1e-9, abs=1e-9)
    found = tables(played)
    assert [row["value"] for row in found[0]] == pytest.approx(first, rel=1e-9, abs=1e-9)
    hessian = [[float(function.diff(a, b).subs(put)) for b in symbols] for a in symbols]
    second = played.variables["second"].tolist()
    if len(names) == 1:
        assert second == pytest.approx(hessian[0], rel=1e-8, abs=1e-8)
        return
    for row, mine, expected in zip(found[1], second, hessian, strict=True):
        shown_row = [row[f"of ∂/∂{name}"] for name in names]
        assert shown_row == mine == pytest.approx(expected, rel=1e-8, abs=1e-8)


@given(SMOOTH, POINTS)
@settings(max_examples=40)
def test_the_central_difference_comes_near(text: str, point: list[float]) -> None:
    formula = formulas.parse("f", text, VARIABLES)
    at = dict(zip(VARIABLES, point, strict=True))
    function, symbols = oracle(text, VARIABLES)
    for name, symbol in zip(VARIABLES, symbols, strict=True):
        exact = float(function.diff(symbol).subs(dict(zip(symbols, point, strict=True))))
        found = difference(formula, at, name)
        assert found is None or found == pytest.approx(exact, rel=1e-3, abs=1e-5)


# Hostile input

ROUGH = st.recursive(
    st.sampled_from(["x", "y", "0", "1e16", "1e-20", "700", "-1"]),
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from(["+", "-", "*", "/", "**"]), inner),
        st.builds(
            "{}({})".format,
            st.sampled_from(["exp", "log", "sqrt", "abs", "relu", "asin", "tan"]),
            inner,
        ),
        st.builds("{}({}, {})".format, st.sampled_from(["min", "max"]), inner, inner),
        st.builds("where({} < {}, {}, {})".format, inner, inner, inner, inner),
    ),
    max_leaves=5,
)
AT = st.sampled_from([0.0, -1.0, 1.0, 1e-320, 1e10, 1e17, 709.0, -1e100, 0.3])


@given(ROUGH, AT, AT)
@settings(max_examples=60)
def test_no_note_fails(text: str, a: float, b: float) -> None:
    try:
        names = formulas.parse("f", text, VARIABLES).variables or ("x",)
    except Misuse:
        return
    played = run("autograd", *TOPICS, f=text, at=[a, b] if len(names) == 2 else [a])
    assert played.error is None
    assert not played.played.faults


@given(st.lists(AT, min_size=1, max_size=20))
@settings(max_examples=20)
def test_any_number_of_points(at: list[float]) -> None:
    played = run("autograd", *TOPICS, at=at)
    assert played.error is None
    assert not played.played.faults


# The graph


def test_a_long_graph_is_cut_and_counted() -> None:
    x = torch.tensor(1.0, requires_grad=True)
    y = x
    for _ in range(30):
        y = y * 2
    root = recorded.record(y, {"x": x})
    assert root is not None
    lines = recorded.lines(root, 12)
    assert len(lines) == 12 and lines[-1].text == "… 20 more lines"
    assert recorded.count(y) == 30


def test_an_operation_that_is_used_twice_stands_once() -> None:
    x = torch.tensor(2.0, requires_grad=True)
    inner = x * 3
    root = recorded.record(torch.sin(inner) + torch.cos(inner), {"x": x})
    assert root is not None
    names = [line.text.lstrip("│├└─ ") for line in recorded.lines(root, 12)]
    assert names.count("MulBackward0") == names.count("MulBackward0, as above") == 1
    sine, cosine = root.inputs
    assert sine.inputs[0] is cosine.inputs[0]
    assert sine.inputs[0].gradient is not None
    assert float(sine.inputs[0].gradient) == pytest.approx(math.cos(6) - math.sin(6))


def test_the_graph_of_a_variable_itself_and_of_nothing() -> None:
    x = torch.tensor([1.0, 2.0], requires_grad=True)
    root = recorded.record(x, {"x": x})
    assert root is not None and root.variable and root.name == "x"
    assert recorded.record(torch.ones(2), {}) is None
    assert recorded.count(x) == 0


def test_float32_has_a_nan_that_float64_hides() -> None:
    """exp(100) is a number in float64 and ∞ in float32, and 0 · ∞ is nan."""
    line = {"f": "where(x<=0, exp(x), 1+x)", "at": "100"}
    assert "Autograd gives the derivative." in texts(run("autograd", **line))
    assert "Autograd's nan is wrong there" in texts(run("autograd", dtype="float32", **line))


def test_rounding_in_float32_is_no_other_slope() -> None:
    told = texts(run("autograd", f="sin(x)/x", at="0.1,0.3,2", dtype="float32"))
    assert "Autograd gives the derivative at every point." in told
    several = texts(run("autograd", f="exp(x)*sin(y)", at="0.1,0.2", dtype="float32"))
    assert "Autograd gives every partial derivative." in several


def test_the_precision_alone_is_the_books_function() -> None:
    played = run("autograd", dtype="float32")
    assert played.played.request.title == "The gradient of 2x² at x = 0, 1, 2 and 3"
    assert played.variables["x"].dtype == torch.float32
