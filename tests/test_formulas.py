"""A reader's formulas: against torch and mpmath, and nothing but formulas gets through."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import mpmath
import pytest
import torch
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from d2lcli.errors import ExitCode, Refusal
from d2lcli.inputs import formulas
from d2lcli.inputs.formulas import Formula

# Trees of formulas, made here and not by the parser

OPERATORS: dict[type[ast.operator], Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
COMPARISONS: dict[type[ast.cmpop], Callable[..., Any]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
X: ast.expr = ast.Name("x")
NUMBERS = st.one_of(
    st.integers(0, 12),
    st.sampled_from([0.5, 0.1, 2.5, 1e-3, 100.0]),
).map(ast.Constant)
LEAVES = st.one_of(st.just(X), st.just(X), NUMBERS, st.sampled_from(["pi", "e"]).map(ast.Name))


def grown(inner: st.SearchStrategy[ast.expr]) -> st.SearchStrategy[ast.expr]:
    binary = st.builds(
        ast.BinOp, inner, st.sampled_from([*OPERATORS]).map(lambda kind: kind()), inner
    )
    names = st.sampled_from([*formulas.FUNCTIONS]).map(ast.Name)
    calls = st.builds(ast.Call, names, inner.map(lambda node: [node]), st.just([]))
    signed = st.builds(ast.UnaryOp, st.just(ast.USub()), inner)
    bounds = st.sampled_from(["min", "max"]).map(ast.Name)
    bounded = st.builds(ast.Call, bounds, st.lists(inner, min_size=2, max_size=2), st.just([]))
    signs = st.sampled_from([*COMPARISONS]).map(lambda kind: [kind()])
    compared = st.builds(ast.Compare, inner, signs, inner.map(lambda node: [node]))
    cases = st.tuples(compared, inner, inner).map(
        lambda parts: ast.Call(ast.Name("where"), [*parts], [])
    )
    return st.one_of(binary, binary, binary, calls, calls, signed, bounded, cases)


TREES = st.recursive(LEAVES, grown, max_leaves=7)


def in_parentheses(node: ast.expr) -> str:
    """The formula with every pair of parentheses; ``ast.unparse`` writes as few as it can."""
    signs = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**"}
    match node:
        case ast.BinOp(left=left, op=op, right=right):
            return f"({in_parentheses(left)} {signs[type(op)]} {in_parentheses(right)})"
        case ast.UnaryOp(operand=operand):
            return f"(-{in_parentheses(operand)})"
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return f"{name}({', '.join(map(in_parentheses, arguments))})"
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            sign = ast.unparse(ast.Compare(X, [op], [X])).split()[1]
            return f"{in_parentheses(left)}{sign}{in_parentheses(right)}"
    return ast.unparse(node)


TEXTS = st.one_of(
    TREES.map(lambda tree: (tree, ast.unparse(tree))),
    TREES.map(lambda tree: (tree, in_parentheses(tree))),
).filter(lambda pair: len(pair[1]) <= formulas.LENGTH)


class ImpossibleError(Exception):
    """A part without x has no finite real value."""


def walk(node: ast.expr, x: torch.Tensor) -> Any:
    """The formula's value with torch's functions, and plain floats for parts without x."""
    match node:
        case ast.Name(id="x"):
            return x
        case ast.Name(id=name):
            return {"pi": math.pi, "e": math.e}[name]
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.UnaryOp(operand=operand):
            return -walk(operand, x)
        case ast.Call(args=[ast.Compare(left=left, ops=[op], comparators=[right]), a, b]):
            chosen = COMPARISONS[type(op)](walk(left, x), walk(right, x))
            first, second = walk(a, x), walk(b, x)
            if isinstance(chosen, bool):
                return first if chosen else second
            return torch.where(chosen, like(first, x), like(second, x))
        case ast.Call(func=ast.Name(id=name), args=[a, b]):
            first, second = walk(a, x), walk(b, x)
            if isinstance(first, float) and isinstance(second, float):
                return {"min": min, "max": max}[name](first, second)
            function = {"min": torch.minimum, "max": torch.maximum}[name]
            return function(like(first, x), like(second, x))
        case ast.Call(func=ast.Name(id=name), args=[argument]):
            inner = walk(argument, x)
            function = getattr(torch, name)
            if isinstance(inner, torch.Tensor):
                return function(inner)
            return plain(lambda: formulas.FUNCTIONS[name](inner))
        case ast.BinOp(left=left, op=op, right=right):
            a, b = walk(left, x), walk(right, x)
            if isinstance(a, torch.Tensor) or isinstance(b, torch.Tensor):
                return OPERATORS[type(op)](a, b)
            return plain(lambda: OPERATORS[type(op)](a, b))
    raise AssertionError(node)


def like(value: Any, x: torch.Tensor) -> torch.Tensor:
    """The value as a tensor like x."""
    return (
        torch.as_tensor(value, dtype=torch.float64).to(x.dtype).expand(x.shape)
        if isinstance(value, float)
        else value
    )


def plain(compute: Callable[[], Any]) -> float:
    try:
        value = compute()
    except (ArithmeticError, ValueError) as error:
        raise ImpossibleError from error
    if isinstance(value, complex) or not math.isfinite(value):
        raise ImpossibleError
    return float(value)


def cell(formula: Formula, name: str = "f") -> Callable[..., torch.Tensor]:
    """The function that the lesson's cell defines."""
    names: dict[str, Any] = {"torch": torch}
    exec(formula.definition(name, formula.variables or ("x",)), names)
    function: Callable[..., torch.Tensor] = names[name]
    return function


def same(a: torch.Tensor, b: torch.Tensor) -> bool:
    """Equal to the last bit, and nan where the other is nan."""
    return (
        a.shape == b.shape
        and a.dtype == b.dtype
        and bool(((a == b) | (a.isnan() & b.isnan())).all())
    )


POINTS = st.lists(st.floats(-20, 20) | st.integers(-3, 3).map(float), min_size=1, max_size=4)


@settings(max_examples=300)
@given(TEXTS, POINTS, st.sampled_from([torch.float64, torch.float32]))
def test_the_cell_is_the_formula_to_the_last_bit(
    pair: tuple[ast.expr, str], points: list[float], dtype: torch.dtype
) -> None:
    """For every dtype, as an array and as a single number; refused where a part has no value."""
    tree, text = pair
    for x in (torch.tensor(points, dtype=dtype), torch.tensor(points[0], dtype=dtype)):
        try:
            expected = walk(tree, x)
        except ImpossibleError:
            with pytest.raises(Refusal, match=r"divides by 0|too large for a float|no real value"):
                formulas.parse("--f", text)
            return
        if not isinstance(expected, torch.Tensor):
            expected = 0 * x + expected
        assert same(cell(formulas.parse("--f", text))(x), expected), text


@pytest.mark.parametrize(("text", "value"), [("x/-0", -math.inf), ("x/(-1*0)", -math.inf)])
def test_a_zero_keeps_its_sign(text: str, value: float) -> None:
    """In floats there are two, and 1/-0.0 is -inf; the integer -0 is 0."""
    assert cell(formulas.parse("--f", text))(torch.tensor(1.0)).item() == value


# The exact value, and how much of it rounding can move


@dataclass
class Bound:
    """A value and the derivative in 50 digits, and how much of each one unit of rounding moves."""

    v: Any
    e: Any
    d: Any
    ed: Any


def recip(a: Any) -> Any:
    return 1 / a


def sigmoid(a: Any) -> Any:
    return 1 / (1 + mpmath.exp(-a))


LN2, LN10 = mpmath.log(2), mpmath.log(10)
# Each function with its first two derivatives.
EXACT: dict[str, tuple[Callable[[Any], Any], ...]] = {
    "sin": (mpmath.sin, mpmath.cos, lambda a: -mpmath.sin(a)),
    "cos": (mpmath.cos, lambda a: -mpmath.sin(a), lambda a: -mpmath.cos(a)),
    "tan": (
        mpmath.tan,
        lambda a: 1 + mpmath.tan(a) ** 2,
        lambda a: 2 * mpmath.tan(a) * (1 + mpmath.tan(a) ** 2),
    ),
    "asin": (mpmath.asin, lambda a: (1 - a * a) ** -0.5, lambda a: a * (1 - a * a) ** -1.5),
    "acos": (mpmath.acos, lambda a: -((1 - a * a) ** -0.5), lambda a: -a * (1 - a * a) ** -1.5),
    "atan": (mpmath.atan, lambda a: 1 / (1 + a * a), lambda a: -2 * a / (1 + a * a) ** 2),
    "sinh": (mpmath.sinh, mpmath.cosh, mpmath.sinh),
    "cosh": (mpmath.cosh, mpmath.sinh, mpmath.cosh),
    "tanh": (
        mpmath.tanh,
        lambda a: 1 - mpmath.tanh(a) ** 2,
        lambda a: -2 * mpmath.tanh(a) * (1 - mpmath.tanh(a) ** 2),
    ),
    "exp": (mpmath.exp, mpmath.exp, mpmath.exp),
    "log": (mpmath.log, recip, lambda a: -1 / a**2),
    "log2": (
        lambda a: mpmath.log(a) / LN2,
        lambda a: 1 / (a * LN2),
        lambda a: -1 / (a**2 * LN2),
    ),
    "log10": (
        lambda a: mpmath.log(a) / LN10,
        lambda a: 1 / (a * LN10),
        lambda a: -1 / (a**2 * LN10),
    ),
    "sqrt": (mpmath.sqrt, lambda a: 0.5 * a**-0.5, lambda a: -0.25 * a**-1.5),
    "abs": (abs, mpmath.sign, lambda _: mpmath.mpf(0)),
    "relu": (
        lambda a: max(a, mpmath.mpf(0)),
        lambda a: mpmath.mpf(a > 0),
        lambda _: mpmath.mpf(0),
    ),
    "sigmoid": (
        sigmoid,
        lambda a: sigmoid(a) * (1 - sigmoid(a)),
        lambda a: sigmoid(a) * (1 - sigmoid(a)) * (1 - 2 * sigmoid(a)),
    ),
    "recip": (recip, lambda a: -1 / a**2, lambda a: 2 / a**3),
    "sign": (mpmath.sign, lambda _: mpmath.mpf(0), lambda _: mpmath.mpf(0)),
    "heaviside": (
        lambda a: mpmath.mpf(a > 0),
        lambda _: mpmath.mpf(0),
        lambda _: mpmath.mpf(0),
    ),
}


class UnsuitableError(Exception):
    """A number that is not real or out of a float's range, or a kink: nothing to compare."""


def need(fine: bool) -> None:
    if not fine:
        raise UnsuitableError


def apart(a: Bound, b: Bound) -> None:
    """Two numbers that rounding does not exchange."""
    need(abs(a.v - b.v) > 1e-6 + 1e-9 * (a.e + b.e))


def applied(functions: tuple[Callable[[Any], Any], ...], a: Bound) -> Bound:
    """A function of one number; nothing where its value is not real or out of a float's range."""
    try:
        v, slope, bend = (kept(function(a.v)) for function in functions)
    except (ZeroDivisionError, ValueError) as error:  # a pole
        raise UnsuitableError from error
    ed = abs(slope) * a.ed + abs(bend) * a.e * abs(a.d) + abs(slope * a.d)
    if slope:
        # torch computes some slopes from the rounded value: 1 - tanh² from tanh.
        ed += abs(v * bend / slope * a.d)
    return Bound(v, abs(slope) * a.e + abs(v), slope * a.d, ed)


def kept(value: Any) -> Any:
    value = mpmath.mpmathify(value)
    need(not isinstance(value, mpmath.mpc))
    need(mpmath.isfinite(value))
    need(value == 0 or 1e-250 < abs(value) < 1e250)
    return value


def times(a: Bound, b: Bound) -> Bound:
    terms = abs(a.v * b.d) + abs(b.v * a.d)
    return Bound(
        kept(a.v * b.v),
        abs(a.v) * b.e + abs(b.v) * a.e + abs(a.v * b.v),
        a.v * b.d + b.v * a.d,
        abs(a.v) * b.ed + a.e * abs(b.d) + abs(b.v) * a.ed + b.e * abs(a.d) + terms,
    )


def plus(a: Bound, b: Bound, sign: int = 1) -> Bound:
    return Bound(
        kept(a.v + sign * b.v),
        a.e + b.e + abs(a.v + sign * b.v),
        a.d + sign * b.d,
        a.ed + b.ed + abs(a.d + sign * b.d),
    )


def exact(node: ast.expr, x: float) -> Bound:
    """The value of a formula at x, its derivative, and the condition of both."""
    match node:
        case ast.Name(id="x"):
            return Bound(mpmath.mpf(x), mpmath.mpf(0), mpmath.mpf(1), mpmath.mpf(0))
        case ast.Name(id=name):
            value = mpmath.mpf({"pi": math.pi, "e": math.e}[name])
            return Bound(value, value, mpmath.mpf(0), mpmath.mpf(0))
        case ast.Constant(value=int() | float() as value):
            return Bound(mpmath.mpf(value), abs(mpmath.mpf(value)), mpmath.mpf(0), mpmath.mpf(0))
        case ast.UnaryOp(operand=operand):
            a = exact(operand, x)
            return Bound(-a.v, a.e, -a.d, a.ed)
        case ast.Call(args=[ast.Compare(left=left, ops=[op], comparators=[right]), one, other]):
            apart(exact(left, x), exact(right, x))
            chosen = COMPARISONS[type(op)](exact(left, x).v, exact(right, x).v)
            return exact(one if chosen else other, x)
        case ast.Call(func=ast.Name(id=name), args=[one, other]):
            first, second = exact(one, x), exact(other, x)
            apart(first, second)
            return first if (first.v < second.v) == (name == "min") else second
        case ast.Call(func=ast.Name(id=name), args=[argument]):
            a = exact(argument, x)
            # At a kink autograd picks a number, and calculus has none.
            need(name not in ("abs", "relu", "sign", "heaviside") or abs(a.v) > 1e-6)
            return applied(EXACT[name], a)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            a, b = exact(left, x), exact(right, x)
            if b.d == 0 and not has_x(right):
                need(a.v != 0)
                n = b.v
                return applied(
                    (
                        lambda u: u**n,
                        lambda u: n * u ** (n - 1),
                        lambda u: n * (n - 1) * u ** (n - 2),
                    ),
                    a,
                )
            need(a.v > 0)
            return applied(EXACT["exp"], times(b, applied(EXACT["log"], a)))
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            b = exact(right, x)
            need(b.v != 0)
            return times(exact(left, x), applied(EXACT["recip"], b))
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return times(exact(left, x), exact(right, x))
        case ast.BinOp(left=left, op=op, right=right):
            return plus(exact(left, x), exact(right, x), 1 if isinstance(op, ast.Add) else -1)
    raise AssertionError(node)


def has_x(node: ast.expr) -> bool:
    return any(isinstance(part, ast.Name) and part.id == "x" for part in ast.walk(node))


@contextmanager
def suitable() -> Iterator[None]:
    try:
        yield
    except UnsuitableError:
        assume(False)


def known(text: str) -> Formula:
    try:
        return formulas.parse("--f", text)
    except Refusal:
        assume(False)
        raise


@settings(max_examples=300)
@given(TEXTS, st.floats(-8, 8))
def test_values_are_mpmaths(pair: tuple[ast.expr, str], x: float) -> None:
    """Within 1e-12 of the condition: how much the value moves when every step moves by its size."""
    tree, text = pair
    formula = known(text)
    with mpmath.workdps(50), suitable():
        bound = exact(tree, x)
        # Beyond this a rounding is no longer small, and the first order says nothing.
        assume(bound.e * 1e-12 < 1e-3 * (1 + abs(bound.v)))
        found = cell(formula)(torch.tensor(x, dtype=torch.float64)).item()
        assert abs(found - bound.v) <= 1e-12 * bound.e, text


def test_the_oracle_notices_a_wrong_value() -> None:
    """sin where cos is meant, a wrong sign, and a last digit: the bounds are not too wide."""
    with mpmath.workdps(50):
        for text in ("cos(x)", "-sin(x)", "sin(x)+1e-11"):
            bound = exact(ast.parse("sin(x)", mode="eval").body, 1.25)
            found = cell(formulas.parse("--f", text))(torch.tensor(1.25, dtype=torch.float64))
            assert abs(found.item() - bound.v) > 1e-12 * bound.e


# How it is written


@pytest.mark.parametrize(
    ("text", "pretty", "source"),
    [
        ("3*x**2-4*x", "3x² − 4x", "3 * x**2 - 4 * x"),
        ("x**2*sin(x)", "x² · sin(x)", "x**2 * torch.sin(x)"),
        ("sin(2)*x", "sin(2) · x", "0.9092974268256817 * x"),
        ("pi*x", "πx", "torch.pi * x"),
        ("2*(x+1)", "2(x + 1)", "2 * (x + 1)"),
        ("-x**2", "−x²", "-x**2"),
        ("(-x)**2", "(−x)²", "(-x)**2"),
        ("-(x+1)", "−(x + 1)", "-(x + 1)"),
        ("+x", "x", "x"),
        ("x-(1-x)", "x − (1 − x)", "x - (1 - x)"),
        ("x/(2*x)", "x / (2x)", "x / (2 * x)"),
        ("x**x**2", "x^(x²)", "x**x**2"),
        ("(x**2)**3", "(x²)³", "(x**2)**3"),
        ("x**-1", "x^(−1)", "x**(-1)"),
        ("abs(x)", "|x|", "torch.abs(x)"),
        ("sin(1e6*x)", "sin(1000000x)", "torch.sin(1000000.0 * x)"),
        ("1e300*x", "1e300 · x", "1e+300 * x"),
        ("7", "7", "0 * x + 7"),
        ("99999999999999999999*x", "99999999999999999999x", "1e+20 * x"),
        (" x\t+ 1 ", "x + 1", "x + 1"),
        ("sigmoid(-800)*x", "sigmoid(−800) · x", "0 * x"),
    ],
)
def test_as_one_writes_it(text: str, pretty: str, source: str) -> None:
    formula = formulas.parse("--f", text)
    assert (formula.pretty, formula.source) == (pretty, source)


@given(TEXTS)
def test_a_long_formula_is_wrapped_and_still_the_same(pair: tuple[ast.expr, str]) -> None:
    formula = known(pair[1])
    code = formula.definition("f")
    assert max(map(len, code.splitlines())) <= 76 or "(" not in code
    (function,) = ast.parse(code).body
    assert isinstance(function, ast.FunctionDef)
    (returned,) = function.body
    assert isinstance(returned, ast.Return)
    assert returned.value is not None
    assert ast.dump(returned.value) == ast.dump(ast.parse(formula.source, mode="eval").body)


def test_a_constant_is_a_tensor_with_derivative_0() -> None:
    x = torch.tensor([1.0, -2.0], dtype=torch.float64, requires_grad=True)
    y = cell(formulas.parse("--f", "2*pi"))(x)
    assert y.tolist() == [2 * math.pi] * 2
    y.sum().backward()
    assert x.grad is not None
    assert x.grad.tolist() == [0, 0]


@pytest.mark.parametrize("text", ["x" * 201, "x" + "+x" * 99, "-" * 150 + "x", "1" * 300])
def test_size_is_bounded(text: str) -> None:
    with pytest.raises(Refusal, match="give at most") as raised:
        formulas.parse("--f", text)
    assert raised.value.code == ExitCode.USAGE


# Cases and several variables


@pytest.mark.parametrize(
    ("text", "pretty", "source"),
    [
        ("where(x < 0, x**2, x)", "where(x < 0, x², x)", "torch.where(x < 0, x**2, x)"),
        ("where(x>=pi,1,-1)", "where(x ≥ π, 1, −1)", "torch.where(x >= torch.pi, 0 * x + 1, -1)"),
        ("where(x!=0, sin(x)/x, 1)", None, "torch.where(x != 0, torch.sin(x) / x, 1)"),
        ("max(0, x)", "max(0, x)", "torch.clamp(x, min=0)"),
        ("min(x, 0.5)*2", "min(x, 0.5) · 2", "torch.clamp(x, max=0.5) * 2"),
        ("max(x, x**2)", "max(x, x²)", "torch.maximum(x, x**2)"),
        ("min(x, 1e300)", None, "torch.minimum(x, 0 * x + 1e+300)"),
        ("max(min(x, 1), -1)", "max(min(x, 1), −1)", "torch.clamp(torch.clamp(x, max=1), min=-1)"),
        ("max(1, 2)*x", "max(1, 2) · x", "2 * x"),
        ("where(1 < 2, x, 3)", "where(1 < 2, x, 3)", "x"),
        ("where（x《0，x＊＊2，x）", "where(x < 0, x², x)", "torch.where(x < 0, x**2, x)"),
        ("3＊x＊＊２－4＊x", "3x² − 4x", "3 * x**2 - 4 * x"),
        ("1_000*x", "1000x", "1000 * x"),
    ],
)
def test_cases_and_signs(text: str, pretty: str | None, source: str) -> None:
    formula = formulas.parse("--f", text)
    assert formula.source == source
    assert pretty in (None, formula.pretty)


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float32, torch.float64])
@pytest.mark.parametrize(
    "text",
    ["max(x, 1e300)", "where(x < 1e300, 1e300, x)", "where(x < 0, 0.1, 0.2)", "min(70000, x)", "5"],
)
def test_a_number_beside_a_tensor_is_of_its_dtype(text: str, dtype: torch.dtype) -> None:
    """For any shape; with a gradient, which may be 0, and no number that the dtype cannot hold."""
    for shape in ((), (3,), (2, 0), (2, 1, 3)):
        x = torch.ones(shape, dtype=dtype, requires_grad=True)
        y = cell(formulas.parse("--f", text))(x)
        assert (y.shape, y.dtype) == (x.shape, dtype)
        y.sum().backward()
        assert x.grad is not None


def test_several_variables() -> None:
    formula = formulas.parse("--f", "3*x**2+5*exp(y)*z - 2*x*y", ("x", "y", "z"))
    assert formula.variables == ("x", "y", "z")
    assert formula.pretty == "3x² + 5 exp(y) · z − 2xy"
    assert formula.definition("f", ("x", "y", "z")) == (
        "def f(x, y, z):\n    return 3 * x**2 + 5 * torch.exp(y) * z - 2 * x * y"
    )
    assert formulas.parse("--f", "y**2", ("x", "y")).variables == ("y",)
    assert formulas.parse("--f", "7", ("x", "y")).variables == ()
    assert formulas.parse("--f", "7").definition("f", ("t",)).endswith("return 0 * t + 7")


@settings(max_examples=300)
@given(TEXTS, st.floats(-20, 20) | st.integers(-3, 3).map(float))
def test_a_value_is_torchs_in_float64(pair: tuple[ast.expr, str], x: float) -> None:
    """To 1e-12 of the condition, with its infinities; and nan in the same places.

    Where rounding is amplified beyond a thousandth the two may differ, and are not compared.
    """
    formula = known(pair[1])
    found = formulas.value(formula, {"x": x})
    theirs = cell(formula)(torch.tensor(x, dtype=torch.float64)).item()
    if math.isnan(theirs) or math.isinf(theirs) or found == theirs:
        assume(not (math.isfinite(found) and abs(found) > 1e290))
        same_kind = found == theirs or (math.isnan(found) and math.isnan(theirs))
        assume(same_kind or not sensitive(formula, x))
        assert same_kind, pair[1]
        return
    with mpmath.workdps(50), suitable():
        bound = exact(pair[0], x)
        assume(bound.e * 1e-12 < 1e-3 * (1 + abs(bound.v)))
        assert abs(found - bound.v) <= 1e-12 * bound.e, pair[1]


def sensitive(formula: Formula, x: float) -> bool:
    """Whether other roundings inside the formula change what kind of number it is."""
    near = (math.nextafter(x, math.inf), math.nextafter(x, -math.inf))
    kinds = {math.isfinite(formulas.value(formula, {"x": point})) for point in (x, *near)}
    return len(kinds) > 1


@pytest.mark.parametrize(
    ("text", "x", "value"),
    [
        ("1/x", 0.0, math.inf),
        ("1/x", -0.0, -math.inf),
        ("-1/x", 0.0, -math.inf),
        ("x/x", 0.0, math.nan),
        ("log(x)", 0.0, -math.inf),
        ("log(x)", -1.0, math.nan),
        ("sqrt(x)", -1.0, math.nan),
        ("x**0.5", -1.0, math.nan),
        ("x**-1", 0.0, math.inf),
        ("x**-1", -0.0, -math.inf),
        ("x**-2", -0.0, math.inf),
        ("exp(x)", 1000.0, math.inf),
        ("sinh(x)", -1000.0, -math.inf),
        ("cosh(x)", -1000.0, math.inf),
        ("x**3", -1e200, -math.inf),
        ("x**2", -1e200, math.inf),
        ("max(x, log(x))", -1.0, math.nan),
        ("where(x < 0, x**2, x)", -3.0, 9.0),
        ("where(x < 0, x**2, x)", 0.0, 0.0),
        ("sin(1/x)", 0.0, math.nan),
        ("5", 3.0, 5.0),
    ],
)
def test_values_as_floats_have_them(text: str, x: float, value: float) -> None:
    formula = formulas.parse("--f", text)
    found = formulas.value(formula, {"x": x})
    theirs = cell(formula)(torch.tensor(x, dtype=torch.float64)).item()
    for one in (found, theirs):
        assert one == value or (math.isnan(one) and math.isnan(value))


def test_a_value_of_several_variables() -> None:
    formula = formulas.parse("--f", "3*x**2+5*exp(y)", ("x", "y"))
    assert formulas.value(formula, {"x": 1.0, "y": 0.0}) == 8.0


# A lesson's own function


@pytest.mark.parametrize(
    ("definition", "text", "pretty"),
    [
        ("def f(x):\n    return 3 * x**2 - 4 * x\n", "3 * x**2 - 4 * x", "3x² − 4x"),
        ("def f(x): return x**2 * torch.sin(x)", "x**2 * sin(x)", "x² · sin(x)"),
        ('    def g(x, y):\n        "Text."\n        return torch.pi * x * y', "pi * x * y", "πxy"),
        ("def f(x): return torch.atan(x) + torch.minimum(x, 1)", "atan(x) + min(x, 1)", None),
        ("def f(x): return torch.clamp(x, min=0)", "max(x, 0)", None),
    ],
)
def test_the_formula_of_a_lessons_function(definition: str, text: str, pretty: str | None) -> None:
    formula = formulas.of(definition)
    assert formula.text == text
    assert pretty in (None, formula.pretty)


@given(TEXTS)
@example((ast.parse("x / where(x < 0, 0, 0)", mode="eval").body, "x / where(x < 0, 0, 0)"))
def test_the_formula_of_a_cell_is_the_formula(pair: tuple[ast.expr, str]) -> None:
    """At any point the same value, whatever the definition is written like."""
    formula = known(pair[1])
    back = formulas.of(formula.definition("f"))
    for x in (-2.5, 0.0, 0.3, 7.0):
        a, b = formulas.value(formula, {"x": x}), formulas.value(back, {"x": x})
        # 0 is written 0 * x, which is −0.0 below 0, and 1 / −0.0 is −∞.
        assert a == b or not (math.isfinite(a) or math.isfinite(b)), back.text


@pytest.mark.parametrize(
    "definition",
    [
        "def f(x): return torch.dot(x, x)",
        "def f(x): return x.sin()",
        "def f(x):\n    y = x\n    return y",
        "def f(x): return",
        "def f(x): pass",
        "x = 1",
        "def f(a): return a",
        "def f(x): return torch.clamp(x, 0, 1)",
        "def f(x): return __import__('os')",
    ],
)
def test_what_is_no_formula_of_a_lesson_is_said(definition: str) -> None:
    with pytest.raises(ValueError, match=r"no function that|means nothing|is not known|takes"):
        formulas.of(definition)


# What is refused, and how


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x^2", "'^' means nothing here (character 2); write ** for a power"),
        ("y = x**2", "'=' means nothing here (character 3); write only what stands to the right"),
        (
            "2x",
            "nothing stands between '2' and 'x' (character 2); write * where you mean times: 2*x",
        ),
        ("sin x", "sin needs parentheses (character 5); write sin(x)"),
        ("sinx", "'sinx' is not known (character 1); write sin(x)"),
        ("max x", "max needs parentheses (character 5); write max(x, 0)"),
        ("max(x)", "max takes 2 values (character 6); write max(x, 0)"),
        ("max(x, 1, 2)", "max takes 2 values, and here is one more (character 9); write max(x, 0)"),
        ("sin(x, 1)", "',' means nothing here (character 6); write one number at a time"),
        ("where(x, 1, 2)", "where takes a comparison and two values (character 8); write where(x"),
        ("where(x < 0, 1)", "where takes a comparison and two values (character 15); write where("),
        ("where(x = 0, 1, 2)", "'=' means nothing here (character 9); write =="),
        ("where(x =< 0, 1, 2)", "'=' means nothing here (character 9); write <="),
        ("where(x ≤ 0, 1, 2)", "'≤' means nothing here (character 9); write <="),
        ("where(0 < x < 1, 1, 2)", "'<' is a second comparison (character 13); write one where"),
        ("where(x < 0, x < 1, 2)", "'<' means nothing here (character 16); a comparison stands f"),
        ("x < 0", "'<' means nothing here (character 3); a comparison stands first in where(x <"),
        ("where(< 0, 1, 2)", "nothing stands before < (character 7); write a number, x or a f"),
        ("where(x < , 1, 2)", "nothing stands before , (character 11); write a number, x or a f"),
        ("where(x < 0, 1, )", "nothing stands before ) (character 17); write a number, x or a f"),
        ("x*y", "'y' is not known (character 3); the only variable here is x"),
        ("ln(x)", "'ln' is not known (character 1); write log"),
        ("maximum(x, 0)", "'maximum' is not known (character 1); write max"),
        ("heaviside(x)", "'heaviside' is not known (character 1); write where(x > 0, 1, 0)"),
        ("1_0*x", "1_0 is no number (character 1); leave out the _, or let digits stand apart in"),
        ("٣*x", "'٣' means nothing here (character 1); a formula has numbers, x, pi, e, + - * / "),
        ("x²", "'²' means nothing here (character 2); write **2"),
        ("1/0*x", "1 / 0 divides by 0; leave it out or change it"),
        ("max(log(-1), x)", "log(−1) has no real value; leave it out or change it"),
        ("x**(9**999)", "9^999 is too large for a float; leave it out or change it"),
    ],
)
def test_each_mistake_has_its_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Refusal) as raised:
        formulas.parse("--f", text)
    assert str(raised.value).startswith(f"--f {text}: {sentence}")
    assert raised.value.code == ExitCode.USAGE


def test_a_name_of_another_variable_where_there_are_several() -> None:
    with pytest.raises(Refusal, match=r"'t' is not known \(character 1\); a formula has x, y, pi"):
        formulas.parse("--f", "t", ("x", "y"))
