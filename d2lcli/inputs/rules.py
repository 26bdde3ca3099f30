"""The derivative of a formula by the rules of calculus, written as a person writes it.

Each rule makes a few terms from terms that are there, and a derivative of more than ``SIZE`` parts
is given up: the size of the formula bounds the work.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from fractions import Fraction

from .terms import (
    HALF,
    Factor,
    NoFormulaError,
    Sum,
    Term,
    added,
    collected,
    expanded,
    negative,
    powered,
    scaled,
    term,
    written,
)
from .trees import DEPTH, call, depth, exact, size

SIZE = 400  # numbers, names, signs and functions of a derivative: a page of it


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
            return [Term()]
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
            found = scaled(_slope(u, x), OUTER[name](u)) if name in OUTER else []
        case _:
            found = _quotient(term(node), x)
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
    return [Term(above=(Factor(call("where", condition, first, second)),))]


def _quotient(whole: Term, x: str) -> Sum:
    """The derivative of a number times factors over factors."""
    above = Term(whole.number, whole.above)
    below = [factor for factor in whole.below if _moves(factor, x)]
    fixed = Term(below=tuple(factor for factor in whole.below if not _moves(factor, x)))
    slope = _product(above, x)
    if len(below) == 1 and isinstance(q := below[0].exponent, Fraction) and not _exp(below[0].base):
        # (u / v**q)' is (u'*v - q*u*v') / v**(q+1).
        v = below[0].base
        second = scaled(_slope(v, x), Term(-q), above)
        over = expanded([*(part.times(v) for part in slope), *second])
        return scaled(over, powered(v, -q - 1), fixed)
    # (u / v)' is (u' - u*v'/v) / v, for as many v as there are.
    for factor in below:
        slope += negative(scaled(_logarithmic(factor, x), above))
    return scaled(collected(slope), Term(below=tuple(below)), fixed)


def _moves(factor: Factor, x: str) -> bool:
    power = factor.exponent
    return _has(factor.base, x) or (isinstance(power, ast.expr) and _has(power, x))


def _exp(node: ast.expr) -> bool:
    """Whether it is exp of something, whose square may be too large where it is not."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "exp"


def _product(whole: Term, x: str) -> Sum:
    """The derivative of a number times factors: of each in turn, times all others."""
    found: Sum = []
    for index, factor in enumerate(whole.above):
        if _moves(factor, x):
            before = Term(whole.number, whole.above[:index])
            after = Term(above=whole.above[index + 1 :])
            # Where this cancels something that may be 0, the other terms still have the factor.
            found += [p.cancelled for p in scaled(_power(factor, x), after, before=before)]
    return found


def _power(factor: Factor, x: str) -> Sum:
    """The derivative of u**c, of c**v or of u**v."""
    u, power = factor.base, factor.exponent
    if isinstance(power, Fraction):
        return scaled(_slope(u, x), before=Term(power) * powered(u, power - 1))
    if not _has(power, x):
        less = written(collected([*added(power), Term(Fraction(-1))]))
        return scaled(_slope(u, x), term(power), Term(above=(Factor(u, less),)))
    if exact(u) == 1:
        return []
    itself = Term(above=(factor,))
    if not _has(u, x):
        return scaled(_slope(power, x), itself, _logarithm(u))
    return scaled(_logarithmic(factor, x), before=itself)


def _logarithmic(factor: Factor, x: str) -> Sum:
    """The derivative of log(u**v), which is v*log(u)."""
    u, power = factor.base, factor.exponent
    if isinstance(power, Fraction):
        return [part.divided(u) for part in scaled(_slope(u, x), Term(power))]
    logarithm = scaled(_slope(power, x), _logarithm(u))
    return collected([*logarithm, *scaled(_slope(u, x), term(power).divided(u))])


def _logarithm(u: ast.expr) -> Term:
    constant = isinstance(u, ast.Name) and u.id == "e"
    return Term() if constant else Term(above=(Factor(call("log", u)),))


def _one(node: ast.expr) -> Term:
    return Term(above=(Factor(node),))


def _less(node: ast.expr) -> ast.expr:
    """1 - node."""
    return ast.BinOp(ast.Constant(1), ast.Sub(), node)


def _square(node: ast.expr) -> ast.expr:
    return ast.BinOp(node, ast.Pow(), ast.Constant(2))


def _root(u: ast.expr) -> Term:
    """1 / sqrt(1 - u**2)."""
    return powered(_less(_square(u)), -HALF)


# The derivative of each function at u; of sign and heaviside it is 0.
OUTER: dict[str, Callable[[ast.expr], Term]] = {
    "sin": lambda u: _one(call("cos", u)),
    "cos": lambda u: Term(Fraction(-1)) * _one(call("sin", u)),
    "tan": lambda u: powered(call("cos", u), Fraction(-2)),
    "asin": _root,
    "acos": lambda u: Term(Fraction(-1)) * _root(u),
    "atan": lambda u: _one(ast.BinOp(_square(u), ast.Add(), ast.Constant(1))).over,
    "sinh": lambda u: _one(call("cosh", u)),
    "cosh": lambda u: _one(call("sinh", u)),
    "tanh": lambda u: _one(_less(_square(call("tanh", u)))),
    "exp": lambda u: _one(call("exp", u)),
    "log": lambda u: term(u).over,
    "log2": lambda u: (term(u) * _one(call("log", ast.Constant(2)))).over,
    "log10": lambda u: (term(u) * _one(call("log", ast.Constant(10)))).over,
    "abs": lambda u: _one(call("sign", u)),
    "relu": lambda u: _one(call("heaviside", u)),
    "sigmoid": lambda u: _one(call("sigmoid", u)) * _one(_less(call("sigmoid", u))),
}
