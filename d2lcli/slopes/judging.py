"""Whether a formula has a derivative at a point, and if not, why not."""

from __future__ import annotations

import ast
import math
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from .case import Case, rounded
from .floats import sees
from .numbers import (
    LEVELS,
    Beyond,
    Field,
    Imprecise,
    NoValue,
    Number,
    TooMuch,
    Unsure,
    Work,
)
from .rules import read
from .sides import Place, side_of, value_at
from .verdict import Kind, Verdict

if TYPE_CHECKING:
    from ..inputs.formulas import Formula

WORK = 200_000  # units of work, each about one operation with two numbers: a second or so


def judge(formula: Formula, at: float) -> Verdict:
    """Whether the formula in x has a derivative at a point, and why not."""
    return judge_along(formula, {"x": at}, "x")


def judge_along(formula: Formula, point: Mapping[str, float], variable: str) -> Verdict:
    """The same along one variable, while the others stay what they are.

    A point that is not finite is UNCLEAR, and so is what takes more than ``WORK`` or needs a
    variable that ``point`` does not have. Nothing is raised but a KeyError without ``variable``.
    """
    point = {name: float(value) for name, value in point.items()}
    at = point[variable]
    if not all(map(math.isfinite, point.values())):
        return Verdict(Kind.UNCLEAR, at)
    work = Work(WORK)
    try:
        verdict = _weighed(formula.tree, point, variable, work)
    except (TooMuch, RecursionError, ArithmeticError, ValueError):
        # The last two are mpmath's, where it gives up.
        verdict = Verdict(Kind.UNCLEAR, at)
    return replace(verdict, work=work.done)


def _weighed(tree: ast.expr, point: Mapping[str, float], variable: str, work: Work) -> Verdict:
    """The verdict of the numbers that one writes, 1/10 for 0.1, and then of the floats.

    A kink at 1/10 is one for a reader, though no float is there. What is smooth there may depend on
    the floats in its numbers, or even have a kink at one.
    """
    at = point[variable]
    verdict = _compared(_at(_place(tree, point, variable), at, work), tree, point, variable)
    if verdict.kind is not Kind.DERIVATIVE:
        return verdict
    place = _place(tree, point, variable, binary=True)
    if place != replace(_place(tree, point, variable), binary=True) or _has_fractions(tree):
        try:
            floats = _at(place, at, work)
        except TooMuch:
            return verdict
        if floats.kind is not Kind.UNCLEAR:
            verdict = _compared(floats, tree, point, variable)
    if verdict.kind is not Kind.DERIVATIVE or not verdict.seen:
        verdict = _beside(verdict, _place(tree, point, variable), work)
    return verdict


def _place(
    tree: ast.expr, point: Mapping[str, float], variable: str, binary: bool = False
) -> Place:
    numbers = {name: Fraction(value) if binary else read(value) for name, value in point.items()}
    return Place(tree, variable, numbers.pop(variable), numbers, binary)


def _has_fractions(tree: ast.expr) -> bool:
    """Whether a number in the formula is none that a float holds."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id="pi" | "e"):
                return True
            case ast.Constant(value=int() | float() as value):
                if read(float(value)) != Fraction(value):
                    return True
    return False


def _at(place: Place, at: float, work: Work) -> Verdict:
    """The verdict by the mathematics of the formula: with more digits until they tell."""
    for digits in LEVELS:
        try:
            return _told(place, at, Field(digits, work))
        except Imprecise:
            continue
        except Unsure:
            break
    return Verdict(Kind.UNCLEAR, at)


def _told(place: Place, at: float, field: Field) -> Verdict:
    """The verdict, with the digits of one field."""
    value: Number | None = None
    known = True
    try:
        value = value_at(place, field)
    except NoValue:
        pass
    except Beyond:
        return Verdict(Kind.OVERFLOW, at)
    except Unsure:
        known = False
    if value is not None and math.isinf(rounded(value)):
        return Verdict(Kind.OVERFLOW, at, rounded(value))
    try:
        left, right = side_of(place, -1, field), side_of(place, 1, field)
    except Beyond:
        return Verdict(Kind.OVERFLOW, at, None if value is None else rounded(value))
    if place.fuzz:
        ends = [side.limit for side in (left, right) if side.limit is not None]
        value = next((end for end in ends if not isinstance(end, float)), None)
    return Case(at, value, known, left, right, field, bool(place.fuzz)).verdict()


def _compared(
    verdict: Verdict, tree: ast.expr, point: Mapping[str, float], variable: str
) -> Verdict:
    """The verdict, with whether float64 sees its slopes."""
    if verdict.value is None or verdict.left is None or verdict.right is None:
        return verdict
    slopes = verdict.left, verdict.right
    return replace(verdict, seen=sees(tree, point, variable, verdict.value, slopes))


def _beside(verdict: Verdict, place: Place, work: Work) -> Verdict:
    """The verdict of the number that the point is the nearest float of, if it is another one."""
    around = replace(place, at=Fraction(verdict.at), fuzz=0.505 * math.ulp(verdict.at))
    try:
        fuzzy = _at(around, verdict.at, work)
    except TooMuch:
        return verdict
    if verdict.value is None and fuzzy.kind is Kind.DERIVATIVE:
        fuzzy = replace(fuzzy, kind=Kind.GAP)  # of a value at the number itself nothing is known
    plain = (Kind.DERIVATIVE, Kind.OVERFLOW, Kind.UNCLEAR, Kind.NO_VALUE)
    if fuzzy.kind in plain or fuzzy.kind is verdict.kind:
        return verdict
    limits = fuzzy.limits
    if fuzzy.kind in (Kind.KINK, Kind.CUSP, Kind.VERTICAL):
        limits = verdict.limits
    near = replace(fuzzy, near=True, seen=False, limits=limits)
    slope = verdict.slope if fuzzy.kind is not Kind.GAP else fuzzy.slope
    return replace(near, value=verdict.value, slope=slope)
