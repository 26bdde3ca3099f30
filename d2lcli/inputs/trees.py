"""The tree of a formula: what its names and signs mean for plain numbers.

A tree has nodes of ``ast``: variables, pi, e, numbers, the five operations, minus signs, calls of
the functions below, and for cases ``min``, ``max`` and ``where``, whose first argument is one
comparison. Names of nothing else are in it, because ``grammar.read`` lets nothing else through.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from ..language import mark

DEPTH = 100  # operations inside one another
BITS = 1100  # of numbers whose powers are computed: a few more than the largest float has
EXACT = 2**53  # every integer up to here is a float

VARIABLES = ("x", "y", "z")
CONSTANTS = {"pi": math.pi, "e": math.e}

Functions = Mapping[str, Callable[[float], float]]

# Each function for a plain number. torch has all of them, under the same names.
FUNCTIONS: Functions = {
    **{name: getattr(math, name) for name in ("sin", "cos", "tan", "asin", "acos", "atan")},
    **{name: getattr(math, name) for name in ("sinh", "cosh", "tanh", "exp")},
    **{name: getattr(math, name) for name in ("log", "log2", "log10", "sqrt")},
    "abs": abs,
    "sigmoid": lambda value: 1 / (1 + math.exp(-value)) if value > -700 else math.exp(value),
    "relu": lambda value: max(value, 0.0),
}
# In derivatives only: those of abs and relu.
DERIVED: Functions = {
    "sign": lambda value: float((value > 0) - (value < 0)),
    "heaviside": lambda value: float(value > 0),
}
CASES = {"min": 2, "max": 2, "where": 3}  # with the number of their arguments
CALLED: Mapping[str, Callable[..., float]] = {**FUNCTIONS, **DERIVED, "min": min, "max": max}

OPERATIONS: Mapping[type[ast.operator], Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: math.pow,
}
COMPARISONS: Mapping[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}


class UnwritableError(Exception):
    """A part without a variable has no finite real value; ``reason`` says so of ``{part}``."""

    def __init__(self, part: ast.expr, reason: str) -> None:
        super().__init__(reason)
        self.part = part
        self.reason = reason


def call(name: str, *arguments: ast.expr) -> ast.Call:
    """The call of a function, equal to one that Python's parser has read."""
    return ast.Call(ast.Name(name, ast.Load()), [*arguments], [])


def number(value: float) -> ast.expr:
    """The number as a node; an integer where it is one and small enough."""
    size, positive = abs(value), math.copysign(1, value) > 0
    # -0 is the integer 0, which has lost its sign; -0.0 keeps it.
    whole = size.is_integer() and size <= EXACT and (size > 0 or positive)
    constant = ast.Constant(int(size) if whole else size)
    return constant if positive else ast.UnaryOp(ast.USub(), constant)


def size(tree: ast.AST) -> int:
    """How many numbers, names, signs and functions there are."""
    return sum(isinstance(node, ast.expr) for node in ast.walk(tree))


def depth(tree: ast.AST) -> int:
    """How many operations lie inside one another."""
    return 1 + max((depth(node) for node in ast.iter_child_nodes(tree)), default=0)


def variables(tree: ast.AST) -> tuple[str, ...]:
    """The variables that occur, in their own order."""
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return tuple(name for name in VARIABLES if name in names)


def constant(node: ast.expr) -> float | None:
    """The value of a part that is a number, a signed number, pi or e; None for any other."""
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return -float(value)
        case ast.Name(id=name):
            return CONSTANTS.get(name)
    return None


def exact(node: ast.expr) -> Fraction | None:
    """The value of numbers that are added, multiplied and divided; None for any other part."""
    match node:
        case ast.Constant(value=int() | float() as value):
            return Fraction(repr(value))
        case ast.UnaryOp(op=op, operand=operand):
            inner = exact(operand)
            return inner if inner is None or isinstance(op, ast.UAdd) else -inner
        case ast.BinOp(left=left, op=op, right=right):
            a, b = exact(left), exact(right)
            return None if a is None or b is None else _fraction(op, a, b)
    return None


def _fraction(op: ast.operator, a: Fraction, b: Fraction) -> Fraction | None:
    if isinstance(op, ast.Pow):
        bits = abs(b) * max(a.numerator.bit_length(), a.denominator.bit_length())
        return a ** int(b) if b.denominator == 1 and bits <= BITS and (a or b > 0) else None
    if isinstance(op, ast.Div) and not b:
        return None
    return Fraction(OPERATIONS[type(op)](a, b))


class Folding(ast.NodeTransformer):
    """Puts one number in the place of every part that has no variable.

    Raises:
        UnwritableError: such a part has no finite real value.
    """

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        """A sign: a plus is nothing."""
        self.generic_visit(node)
        return node.operand if isinstance(node.op, ast.UAdd) else _computed(node, node.operand)

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        """An operation of two numbers."""
        self.generic_visit(node)
        divisor = constant(node.right) if isinstance(node.op, ast.Div) else None
        if divisor == 0 and constant(node.left) is not None:
            raise UnwritableError(node, mark("{part} divides by 0"))
        return _computed(node, node.left, node.right)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """A function, and ``where`` with a comparison of numbers."""
        self.generic_visit(node)
        match node.args:
            case [ast.Compare(left=left, ops=[op], comparators=[right]), a, b]:
                values = constant(left), constant(right)
                if values[0] is None or values[1] is None:
                    return node
                return a if COMPARISONS[type(op)](values[0], values[1]) else b
        return _computed(node, *node.args)


def _computed(node: ast.expr, *parts: ast.expr) -> ast.expr:
    """The number that a part is, or itself where one of its own parts is none."""
    if any(constant(part) is None for part in parts):
        return node
    value = evaluated(node, {})
    if math.isfinite(value):
        return number(value)
    logarithm = isinstance(node, ast.Call) and ast.unparse(node).startswith("log")
    if math.isnan(value) or logarithm:
        raise UnwritableError(node, mark("{part} has no real value"))
    raise UnwritableError(node, mark("{part} is too large for a float"))


def evaluated(node: ast.expr, point: Mapping[str, float]) -> float:
    """The value at a point as IEEE 754 and torch have it, in float64.

    A pole gives an infinity, what is too large too, and what has no real value nan.
    """
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.Name(id=name):
            return CONSTANTS[name] if name in CONSTANTS else float(point[name])
        case ast.UnaryOp(op=op, operand=operand):
            value = evaluated(operand, point)
            return -value if isinstance(op, ast.USub) else value
        case ast.BinOp(left=left, op=op, right=right):
            return _operated(op, evaluated(left, point), evaluated(right, point))
        case ast.Call(args=[ast.Compare(left=left, ops=[op], comparators=[right]), a, b]):
            chosen = COMPARISONS[type(op)](evaluated(left, point), evaluated(right, point))
            return evaluated(a if chosen else b, point)
        case ast.Call(func=ast.Name(id="min" | "max" as name), args=[a, b]):
            values = evaluated(a, point), evaluated(b, point)
            return math.nan if any(map(math.isnan, values)) else CALLED[name](*values)
        case ast.Call(func=ast.Name(id=name), args=[argument]):
            return _applied(name, evaluated(argument, point))
    raise TypeError(node)


def _operated(op: ast.operator, a: float, b: float) -> float:
    try:
        return float(OPERATIONS[type(op)](a, b))
    except ZeroDivisionError:
        return a * math.copysign(math.inf, b)  # nan for 0 / 0
    except OverflowError:
        return math.copysign(math.inf, a) if b % 2 == 1 else math.inf
    except ValueError:  # a negative number to the power of a fraction, or 0 to a negative one
        if a:
            return math.nan
        return math.copysign(math.inf, a) if b % 2 == 1 else math.inf


def _applied(name: str, value: float) -> float:
    try:
        return CALLED[name](value)
    except OverflowError:
        return math.copysign(math.inf, value) if name == "sinh" else math.inf
    except ValueError:
        return -math.inf if value == 0 else math.nan  # a logarithm of 0, or no real value
