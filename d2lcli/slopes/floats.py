"""What float64 sees of a slope: difference quotients, as a lesson computes them."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any

SHARE = 0.01  # a quotient that comes this close to a slope sees it
FUNCTIONS: Mapping[str, Callable[..., float]] = {
    **{name: getattr(math, name) for name in ("sin", "cos", "tan", "asin", "acos", "atan")},
    **{name: getattr(math, name) for name in ("sinh", "cosh", "tanh", "exp", "sqrt")},
    **{name: getattr(math, name) for name in ("log", "log2", "log10")},
    "abs": abs,
    "min": min,
    "max": max,
    "relu": lambda value: max(value, 0.0),
    "sign": lambda value: float((value > 0) - (value < 0)),
    "heaviside": lambda value: float(value > 0),
    "sigmoid": lambda value: 1 / (1 + math.exp(-value)) if value > -700 else math.exp(value),
}
COMPARISONS: Mapping[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Lt: lambda a, b: a < b,
    ast.LtE: lambda a, b: a <= b,
    ast.Gt: lambda a, b: a > b,
    ast.GtE: lambda a, b: a >= b,
    ast.Eq: lambda a, b: a == b,
    ast.NotEq: lambda a, b: a != b,
}


def _power(a: float, b: float) -> float:
    """a^b; a negative number to an odd power that is too large gives −∞."""
    try:
        return math.pow(a, b)
    except OverflowError:
        return -math.inf if a < 0 and b % 2 else math.inf
    except ValueError:
        # 0 to a negative power, or a negative number to one that is no integer.
        return math.inf if a == 0 else math.nan


def _quotient(a: float, b: float) -> float:
    if b:
        return a / b
    return math.nan if a == 0 or math.isnan(a) else math.copysign(math.inf, a) * math.copysign(1, b)


def _called(name: str, arguments: list[float]) -> float:
    """A function's value as torch has it: ±∞ where it is too large, nan where there is none."""
    first = arguments[0]
    try:
        return FUNCTIONS[name](*arguments)
    except OverflowError:
        return math.copysign(math.inf, first) if name == "sinh" else math.inf
    except ValueError:
        return -math.inf if name.startswith("log") and first == 0 else math.nan


def value(tree: ast.expr, point: Mapping[str, float]) -> float:
    """The value in float64, as torch has it: nan or ±∞ where there is none."""
    return float(_value(tree, point))


def _value(node: ast.expr, point: Mapping[str, float]) -> Any:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.Name(id=name):
            return point[name] if name in point else {"pi": math.pi, "e": math.e}[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, point)
        case ast.UnaryOp(operand=operand):
            return _value(operand, point)
        case ast.BinOp(left=left, op=op, right=right):
            return _binary(op, _value(left, point), _value(right, point))
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return COMPARISONS[type(op)](_value(left, point), _value(right, point))
        case ast.Call(func=ast.Name(id="where"), args=[condition, yes, no]):
            return _value(yes if _value(condition, point) else no, point)
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return _called(name, [_value(argument, point) for argument in arguments])
    raise TypeError


def _binary(op: ast.operator, a: float, b: float) -> float:
    match op:
        case ast.Add():
            return a + b
        case ast.Sub():
            return a - b
        case ast.Mult():
            return a * b
        case ast.Div():
            return _quotient(a, b)
    return _power(a, b)


def sees(
    tree: ast.expr,
    point: Mapping[str, float],
    variable: str,
    true: float,
    slopes: tuple[float, float],
) -> bool:
    """Whether quotients to the left and to the right come close to the slopes, for some h.

    ``true`` is f's value. Where that of float64 is another one, quotients see nothing.
    """
    here = value(tree, point)
    beside = value(tree, {**point, variable: point[variable] + 0.01})
    if not abs(here - true) <= 1e-6 * abs(true) + 1e-9 * abs(beside):
        return False
    both = [_quotients(tree, point, variable, side, here) for side in (-1, 1)]
    usual = [
        abs(quotient)
        for quotients in both
        for h, quotient in quotients
        if math.isfinite(quotient) and h > 1e-5
    ]
    # Of a slope of 0 no share can be taken: it is seen where others are much steeper.
    floor = 1e-4 * max(usual, default=0.0)
    return all(
        any(_close(quotient, slope, floor) for _, quotient in quotients)
        for quotients, slope in zip(both, slopes, strict=True)
    )


def _close(quotient: float, slope: float, floor: float) -> bool:
    if math.isinf(slope):
        # As steep as can be: the quotient need only be steep, and lean to the right side.
        return quotient * math.copysign(1, slope) > 1e3
    return abs(quotient - slope) <= SHARE * abs(slope) + floor


def _quotients(
    tree: ast.expr, point: Mapping[str, float], variable: str, side: int, here: float
) -> list[tuple[float, float]]:
    """Pairs of h, as a share of the point's size, and the difference quotient on a side."""
    found = []
    for share, h in _steps(point[variable]):
        there = point[variable] + side * h
        if there != point[variable]:
            beside = value(tree, {**point, variable: there})
            found.append((share, (beside - here) / (there - point[variable])))
    return found


def _steps(at: float) -> Iterator[tuple[float, float]]:
    """Steps as powers of 2: small ones, and ones that are small beside the point."""
    exponents = set(range(-3, -52, -2))
    _, exponent = math.frexp(at)
    if at:
        exponents |= {exponent + k for k in range(-5, -54, -2)}
    for power in sorted(exponents, reverse=True):
        h = math.ldexp(1.0, power)
        if h:
            yield h / math.ldexp(1.0, max(exponent, 0)), h
