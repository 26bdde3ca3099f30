"""What float64 sees of a slope: difference quotients, and the terms that autograd adds."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Mapping

from ..inputs.rules import OUTER
from ..inputs.trees import COMPARISONS, evaluated

SHARE = 0.01  # a quotient that comes this close to a slope sees it
STEEP = 1e3  # of what is infinitely steep, a quotient need only be this


def sees(
    tree: ast.expr,
    point: Mapping[str, float],
    variable: str,
    true: float,
    slopes: tuple[float, float],
) -> bool:
    """Whether quotients to the left and to the right come close to the slopes, for some h.

    ``true`` is f's value. Where that of float64 is another one, quotients see nothing but a 0.
    """
    here = evaluated(tree, point)
    beside = evaluated(tree, {**point, variable: point[variable] + 0.01})
    beside = abs(beside) if math.isfinite(beside) else 0.0  # where the domain ends
    if any(slopes) and not abs(here - true) <= 1e-6 * abs(true) + 1e-9 * beside:
        return False
    both = [_quotients(tree, point, variable, side, here) for side in (-1, 1)]
    usual = [abs(q) for quotients in both for h, q in quotients if math.isfinite(q) and h > 1e-5]
    # Of a slope of 0 no share can be taken: it is seen where others are much steeper.
    floor = 1e-4 * max(usual, default=0.0)
    return all(
        any(_close(quotient, slope, floor) for _, quotient in quotients)
        for quotients, slope in zip(both, slopes, strict=True)
    )


def _close(quotient: float, slope: float, floor: float) -> bool:
    if math.isinf(slope):
        return quotient * math.copysign(1, slope) > STEEP
    return abs(quotient - slope) <= SHARE * abs(slope) + floor


def _quotients(
    tree: ast.expr, point: Mapping[str, float], variable: str, side: int, here: float
) -> list[tuple[float, float]]:
    """Pairs of h, as a share of the point's size, and the difference quotient on a side."""
    at = point[variable]
    size = 2.0 ** max(math.frexp(at)[1], -1070)
    steps = {scale * 2.0**-n for scale in (1.0, size) for n in range(3, 54, 2)}
    # Beside 0 there are floats of every size, and f may have one slope up to 1e-100 only.
    steps |= set() if at else {2.0**-n for n in range(54, 1070, 22)}
    found = []
    for h in steps:
        there = at + side * h
        if there != at:
            beside = evaluated(tree, {**point, variable: there})
            found.append((h / max(size, 1.0), (beside - here) / (there - at)))
    return found


def terms(tree: ast.expr, point: Mapping[str, float], variable: str) -> float:
    """The sizes of all products that the chain rule adds up to the slope, together.

    Autograd rounds each of them, so a slope of 0 may come out as some 1e-16 of this.
    """
    return _passed_on(tree, point, lambda part: float(ast.unparse(part) == variable))


def size(tree: ast.expr, point: Mapping[str, float]) -> float:
    """What each part of the value adds to its rounding, all in units of a float's own rounding."""

    def own(part: ast.expr) -> float:
        variable = isinstance(part, ast.Name) and part.id in point
        return 0.0 if variable else abs(evaluated(part, point))

    return _passed_on(tree, point, own)


Own = Callable[[ast.expr], float]


def _passed_on(node: ast.expr, point: Mapping[str, float], own: Own) -> float:
    """What all parts have of their ``own``, times how quickly the value grows with each.

    All signs are left out. nan where a part has no slope.
    """

    def at(part: ast.expr) -> float:
        return evaluated(part, point)

    def inside(part: ast.expr) -> float:
        return _passed_on(part, point, own)

    try:
        match node:
            case ast.UnaryOp(operand=u):
                return inside(u)
            case ast.BinOp(left=a, op=ast.Add() | ast.Sub(), right=b):
                found = inside(a) + inside(b)
            case ast.BinOp(left=a, op=ast.Mult(), right=b):
                found = inside(a) * abs(at(b)) + abs(at(a)) * inside(b)
            case ast.BinOp(left=a, op=ast.Div(), right=b):
                found = (inside(a) + abs(at(node)) * inside(b)) / abs(at(b))
            case ast.BinOp(left=a, op=ast.Pow(), right=b):
                moves = inside(b) if isinstance(b, ast.BinOp | ast.Name | ast.Call) else 0.0
                found = abs(at(b) * math.pow(at(a), at(b) - 1)) * inside(a)
                found += abs(at(node) * math.log(abs(at(a)))) * moves if moves else 0.0
            case ast.Call(args=[ast.Compare(left=left, ops=[op], comparators=[right]), a, b]):
                return inside(a if COMPARISONS[type(op)](at(left), at(right)) else b)
            case ast.Call(args=[a, b]):  # min and max
                return inside(a if at(node) == at(a) else b)
            case ast.Call(func=ast.Name(id="sqrt"), args=[u]):
                found = inside(u) / (2 * at(node))
            case ast.Call(func=ast.Name(id=name), args=[u]):
                found = _steepness(ast.parse(OUTER[name], mode="eval").body, at(u)) * inside(u)
            case _:
                found = 0.0
    except (ArithmeticError, ValueError):
        return math.nan
    return found + own(node)


def _steepness(rule: ast.expr, u: float) -> float:
    """A function's slope at u, where what is added or subtracted is added without its sign.

    1 − sigmoid(u) is rounded as 1 is, however small it is.
    """
    match rule:
        case ast.BinOp(left=a, op=ast.Add() | ast.Sub(), right=b):
            return _steepness(a, u) + _steepness(b, u)
        case ast.BinOp(left=a, op=ast.Mult(), right=b):
            return _steepness(a, u) * _steepness(b, u)
    return abs(evaluated(rule, {"u": u}))
