"""The derivative of a formula by the rules of calculus, written as a person writes it.

Each rule makes a few terms from terms that are there, and a derivative of more than ``SIZE`` parts
is given up: the size of the formula bounds the work.
"""

from __future__ import annotations

import ast
from fractions import Fraction

from .terms import (
    ONE,
    Factor,
    NoFormulaError,
    Sum,
    Term,
    added,
    collected,
    negative,
    scaled,
    single,
    term,
    written,
)
from .trees import DEPTH, call, depth, exact, size

SIZE = 400  # numbers, names, signs and functions of a derivative: a page of it
# The derivative of each function at u; of sign and heaviside it is 0.
OUTER = {
    "sin": "cos(u)",
    "cos": "-sin(u)",
    "tan": "1 / cos(u)**2",
    "asin": "1 / sqrt(1 - u**2)",
    "acos": "-1 / sqrt(1 - u**2)",
    "atan": "1 / (u**2 + 1)",
    "sinh": "cosh(u)",
    "cosh": "sinh(u)",
    "tanh": "1 - tanh(u)**2",
    "exp": "exp(u)",
    "log": "1 / u",
    "log2": "1 / (u * log(2))",
    "log10": "1 / (u * log(10))",
    "abs": "sign(u)",
    "relu": "heaviside(u)",
    "sigmoid": "sigmoid(u) * (1 - sigmoid(u))",
    "sign": "0",
    "heaviside": "0",
}


def derivative(tree: ast.expr, variable: str) -> ast.expr | None:
    """The tree of the derivative; sign and heaviside in it stand for those of abs and relu.

    At a kink it says what one of the cases says. None where it is larger than ``SIZE``.
    """
    try:
        result = written(_slope(tree, variable))
    except NoFormulaError:
        return None
    return result if depth(result) <= DEPTH else None


def _slope(node: ast.expr, x: str) -> Sum:
    """The derivative of any formula."""
    found: Sum
    match node:
        case _ if not _has(node, x):
            return []
        case ast.Name():
            return [ONE]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            found = _slope(left, x) + _slope(right, x)
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            found = _slope(left, x) + negative(_slope(right, x))
        case ast.Call(func=ast.Name(id="where"), args=[condition, a, b]):
            found = _case(condition, a, b, x)
        case ast.Call(func=ast.Name(id="min" | "max" as name), args=[a, b]):
            a, b = (a, b) if _has(a, x) else (b, a)
            op = ast.Lt() if name == "min" else ast.Gt()
            found = _case(ast.Compare(a, [op], [b]), a, b, x)
        case ast.Call(func=ast.Name(id=name), args=[u]) if name != "sqrt":
            found = scaled(ONE, _slope(u, x), _outer(name, u))
        case ast.BinOp(left=u, op=ast.Pow(), right=v) if exact(v) is None:
            found = _power(node, u, v, x)
        case _:
            found = _product(term(node), x)
    found = collected(found)
    if size(written(found)) > SIZE:
        raise NoFormulaError
    return found


def _has(node: ast.AST, x: str) -> bool:
    return any(isinstance(part, ast.Name) and part.id == x for part in ast.walk(node))


def _case(condition: ast.expr, a: ast.expr, b: ast.expr, x: str) -> Sum:
    """Case by case, as if nothing happened where one ends."""
    slopes = _slope(a, x), _slope(b, x)
    first, second = map(written, slopes)
    if ast.dump(first) == ast.dump(second):
        return slopes[0]
    return [single(call("where", condition, first, second))]


def _outer(name: str, u: ast.expr) -> Term:
    """The derivative of a function at u."""

    class Put(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return u if node.id == "u" else node

    return term(Put().visit(ast.parse(OUTER[name], mode="eval").body))


def _product(whole: Term, x: str) -> Sum:
    """The derivative of a number times powers: of each in turn, times all others."""
    found: Sum = []
    moving = [place for place, factor in enumerate(whole.factors) if _has(factor.base, x)]
    for place in moving:
        factor = whole.factors[place]
        others = whole.without(place) * Term(factor.power)
        # Where this cancels something that may be 0, the other terms still have the factor.
        found += scaled(others, _slope(factor.base, x), cancel=True)
    below = [whole.factors[place] for place in moving if whole.factors[place].power < 0]
    return _over(found, below[0]) if len(below) == 1 else found


def _over(terms: Sum, factor: Factor) -> Sum:
    """A sum with a common denominator, which is the lowest power of a factor in it."""
    name = factor.key[0]
    powers = [f.power for part in terms for f in part.factors if f.key[0] == name]
    least = min(powers, default=factor.power)
    above = []
    for part in terms:
        rest = Term(part.number, tuple(f for f in part.factors if f.key[0] != name))
        power = sum((f.power for f in part.factors if f.key[0] == name), -least)
        above.append(single(factor.base, power) * rest)
    return scaled(single(factor.base, least), collected(above))


def _power(node: ast.expr, u: ast.expr, v: ast.expr, x: str) -> Sum:
    """The derivative of c**v, of u**c or of u**v, where the exponent is more than a number."""
    if exact(u) == 1:
        return []
    if not _has(v, x):
        less = written(collected([*added(v), Term(Fraction(-1))]))
        return scaled(term(v) * single(ast.BinOp(u, ast.Pow(), less)), _slope(u, x))
    logarithm = ONE if isinstance(u, ast.Name) and u.id == "e" else single(call("log", u))
    # The derivative of log(u**v), which is v*log(u).
    inner = scaled(logarithm, _slope(v, x))
    inner += scaled(term(v), scaled(term(u).over, _slope(u, x)), cancel=True)
    return scaled(single(node), collected(inner))
