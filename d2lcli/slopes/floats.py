"""What float64 sees of a slope: difference quotients, and the terms that autograd adds."""

from __future__ import annotations

import ast
import math
from collections.abc import Mapping

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

    ``true`` is f's value. Where that of float64 is another one, quotients see nothing.
    """
    here = evaluated(tree, point)
    beside = evaluated(tree, {**point, variable: point[variable] + 0.01})
    if not abs(here - true) <= 1e-6 * abs(true) + 1e-9 * abs(beside):
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
    found = []
    for h in steps:
        there = at + side * h
        if there != at:
            beside = evaluated(tree, {**point, variable: there})
            found.append((h / max(size, 1.0), (beside - here) / (there - at)))
    return found


def terms(node: ast.expr, point: Mapping[str, float], variable: str) -> float:
    """The sizes of all products that the chain rule adds up to the slope, together.

    Autograd rounds each of them, so a slope of 0 may come out as some 1e-16 of this.
    """

    def at(part: ast.expr) -> float:
        return evaluated(part, point)

    def inside(part: ast.expr) -> float:
        return terms(part, point, variable)

    try:
        match node:
            case ast.Name(id=name):
                return float(name == variable)
            case ast.UnaryOp(operand=u):
                return inside(u)
            case ast.BinOp(left=a, op=ast.Add() | ast.Sub(), right=b):
                return inside(a) + inside(b)
            case ast.BinOp(left=a, op=ast.Mult(), right=b):
                return inside(a) * abs(at(b)) + abs(at(a)) * inside(b)
            case ast.BinOp(left=a, op=ast.Div(), right=b):
                return (inside(a) + abs(at(node)) * inside(b)) / abs(at(b))
            case ast.BinOp(left=a, op=ast.Pow(), right=b):
                moving = abs(at(node) * math.log(abs(at(a)))) * inside(b) if inside(b) else 0.0
                return abs(at(b) * math.pow(at(a), at(b) - 1)) * inside(a) + moving
            case ast.Call(args=[ast.Compare(left=left, ops=[op], comparators=[right]), a, b]):
                return inside(a if COMPARISONS[type(op)](at(left), at(right)) else b)
            case ast.Call(args=[a, b]):  # min and max
                return inside(a if at(node) == at(a) else b)
            case ast.Call(func=ast.Name(id="sqrt"), args=[u]):
                return inside(u) / (2 * at(node))
            case ast.Call(func=ast.Name(id=name), args=[u]):
                slope = evaluated(ast.parse(OUTER[name], mode="eval").body, {"u": at(u)})
                return abs(slope) * inside(u)
    except (ArithmeticError, ValueError):
        return math.nan
    return 0.0
