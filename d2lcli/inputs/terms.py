"""Sums of products, for derivatives: put together, simplified a little and written again.

A formula is taken as a sum of terms, and a term as a number times factors over factors. Numbers are
fractions, so that 3 times 2 and 0.1 times 3 are exact; others, such as log(2), stay as they are
written. A value that a formula lacks is not made up for it: x/x stays, and x/x**2 becomes 1/x,
which at 0 has no value either.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, reduce
from operator import mul
from typing import TypeGuard

from .trees import CONSTANTS, VARIABLES, call, exact

LARGE = 10**308  # about a float's largest
LONG = 10**16  # whole numbers from here on are written as 1e16
HALF = Fraction(1, 2)
# Functions that have a value wherever their argument has one.
TOTAL = {"sin", "cos", "atan", "tanh", "sinh", "cosh", "exp", "sigmoid", "abs", "relu"}
TOTAL |= {"sign", "heaviside", "min", "max"}
POSITIVE = {"exp", "sigmoid", "cosh"}  # never 0


class NoFormulaError(Exception):
    """A number that no float holds, or more parts than a page has room for."""


@dataclass(frozen=True)
class Factor:
    """A base to a power: a positive number or any formula."""

    base: ast.expr
    exponent: Fraction | ast.expr = Fraction(1)

    @cached_property
    def name(self) -> str:
        """What is equal for equal bases."""
        return ast.dump(self.base)

    @cached_property
    def key(self) -> str:
        """What is equal for equal factors."""
        power = self.exponent
        return f"{self.name}^{ast.dump(power) if isinstance(power, ast.expr) else power}"


@dataclass(frozen=True)
class Term:
    """A number times the factors above over the factors below."""

    number: Fraction = Fraction(1)
    above: tuple[Factor, ...] = ()
    below: tuple[Factor, ...] = ()

    def __mul__(self, other: Term) -> Term:
        above, below = _joined(self.above + other.above), _joined(self.below + other.below)
        return Term(self.number * other.number, *_reduced(above, below))

    @property
    def over(self) -> Term:
        """1 divided by the term.

        Raises:
            NoFormulaError: its number is 0.
        """
        if not self.number:
            raise NoFormulaError
        return Term(1 / self.number, self.below, self.above)

    @property
    def key(self) -> tuple[tuple[str, ...], ...]:
        """What is equal for terms that differ in their numbers only."""
        return tuple(tuple(sorted(part.key for part in side)) for side in (self.above, self.below))

    @property
    def plain(self) -> bool:
        """Whether it is just a number."""
        return not self.above and not self.below

    @property
    def cancelled(self) -> Term:
        """The term without what it is both multiplied with and divided by.

        For where another part of the formula has no value either if that is 0.
        """
        for upper in self.above:
            for lower in self.below:
                p, q = upper.exponent, lower.exponent
                if upper.name == lower.name and _whole_number(p) and _whole_number(q):
                    above = _replaced(self.above, upper, p - q)
                    below = _replaced(self.below, lower, q - p)
                    return Term(self.number, above, below).cancelled
        return self

    def times(self, base: ast.expr) -> Term:
        """The product with ``base``, which cancels where the term is divided by it.

        For where another part of the formula has no value either if ``base`` is 0.
        """
        return self * Term(above=(Factor(base),)) if (rest := self._without(base)) is None else rest

    def divided(self, base: ast.expr) -> Term:
        """The quotient by ``base``, as for ``times``."""
        rest = self.over._without(base)
        return self * Term(below=(Factor(base),)) if rest is None else rest.over

    def _without(self, base: ast.expr) -> Term | None:
        """The term with one ``base`` less below, if there is a whole power of it."""
        name = ast.dump(base)
        for factor in self.below:
            power = factor.exponent
            if factor.name == name and _whole_number(power):
                return Term(self.number, self.above, _replaced(self.below, factor, power - 1))
        return None


ONE = Term()
Sum = list[Term]  # 0 where it is empty


def _whole_number(power: Fraction | ast.expr) -> TypeGuard[Fraction]:
    return isinstance(power, Fraction) and power.denominator == 1


def _joined(factors: tuple[Factor, ...]) -> tuple[Factor, ...]:
    """Whole powers of one base as one power, each where its base came first."""
    found: dict[str, Factor] = {}
    for factor in factors:
        power = factor.exponent
        key = factor.name if _whole_number(power) else f"{factor.key} {len(found)}"
        before = found[key].exponent if key in found else Fraction(0)
        if _whole_number(power) and _whole_number(before):
            factor = Factor(factor.base, before + power)
        found[key] = factor
    return tuple(found.values())


def _reduced(
    above: tuple[Factor, ...], below: tuple[Factor, ...]
) -> tuple[tuple[Factor, ...], tuple[Factor, ...]]:
    """x/x**2 as 1/x, but neither x/x nor x**2/x, which have no value at 0."""
    for upper in above:
        for lower in below:
            p, q = upper.exponent, lower.exponent
            if not isinstance(p, Fraction) or not isinstance(q, Fraction):
                continue
            if upper.name == lower.name and (p < q or _called(upper.base) in POSITIVE):
                return _reduced(_replaced(above, upper, p - q), _replaced(below, lower, q - p))
    return above, below


def _replaced(factors: tuple[Factor, ...], old: Factor, exponent: Fraction) -> tuple[Factor, ...]:
    """The factors with another exponent at one of them, which goes where that is not positive."""
    new = (Factor(old.base, exponent),) if exponent > 0 else ()
    place = factors.index(old)
    return factors[:place] + new + factors[place + 1 :]


def _called(node: ast.expr) -> str:
    """The name of the function that is called."""
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


def term(node: ast.expr) -> Term:
    """The product that a formula is."""
    value = exact(node)
    if value is not None:
        return Term(value)
    match node:
        case ast.UnaryOp(op=op, operand=operand):
            return Term(Fraction(-1 if isinstance(op, ast.USub) else 1)) * term(operand)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return term(left) * term(right)
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return term(left) * term(right).over
        case ast.BinOp(left=base, op=ast.Pow(), right=right):
            power = exact(right)
            return _factor(base, right) if power is None else powered(base, power)
        case ast.Call(func=ast.Name(id="sqrt"), args=[argument]):
            return _factor(argument, HALF)
    return _factor(node)


def _factor(base: ast.expr, exponent: Fraction | ast.expr = Fraction(1)) -> Term:
    return Term(above=(Factor(base, exponent),))


def powered(base: ast.expr, power: Fraction) -> Term:
    """``base`` to a constant power."""
    if not power:
        return Term()
    return _factor(base, power) if power > 0 else _factor(base, -power).over


def added(node: ast.expr) -> Sum:
    """The sum that a formula is."""
    match node:
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return added(left) + added(right)
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            return added(left) + negative(added(right))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return negative(added(operand))
    return [term(node)]


def negative(terms: Sum) -> Sum:
    """The sum with its sign changed."""
    return [Term(-part.number, part.above, part.below) for part in terms]


def collected(terms: Iterable[Term]) -> Sum:
    """The sum with one term for those that differ in their numbers only."""
    terms = [*terms]
    if len(terms) > 1:  # a + (b + c) without parentheses, which a single product keeps
        terms = [part for t in terms for part in (_spread(t) if abs(t.number) == 1 else [t])]
    return _fewer([part for t in terms for part in _spread(t)], terms)


def _fewer(small: Sum, terms: Sum) -> Sum:
    """``small`` collected if some of its terms become one by that, else ``terms``."""
    result = _merged(small)
    return result if len(result) < len(small) else _merged(terms)


def _merged(terms: Sum) -> Sum:
    found: dict[tuple[tuple[str, ...], ...], Term] = {}
    for part in terms:
        before = found[part.key].number if part.key in found else Fraction(0)
        found[part.key] = Term(before + part.number, part.above, part.below)
    return [part for part in found.values() if part.number or not _total(part)]


def _spread(part: Term) -> Sum:
    """2*(x+1) as 2*x + 2."""
    if len(part.above) != 1 or part.below or part.above[0].exponent != 1:
        return [part]
    return [Term(part.number) * inner for inner in added(part.above[0].base)]


def expanded(terms: Sum) -> Sum:
    """The sum without parentheses around the sums in it, if terms become one by that."""
    all_of_it: Sum = []
    for part in terms:
        inside = [f for f in part.above if f.exponent == 1 and len(added(f.base)) > 1]
        if len(inside) != 1:
            all_of_it.append(part)
            continue
        rest = Term(part.number, tuple(f for f in part.above if f is not inside[0]), part.below)
        all_of_it += [rest * inner for inner in added(inside[0].base)]
    return _fewer(all_of_it, collected(terms))


def scaled(terms: Sum, *others: Term, before: Term = ONE) -> Sum:
    """The sum times all others, with parentheses around it where it has several terms."""
    if len(terms) > 1 and not all(other.plain for other in (before, *others)):
        terms = [_factor(written(terms))]
    return [reduce(mul, others, before * part) for part in terms]


def _total(part: Term) -> bool:
    """Whether the term has a value everywhere, so that 0 times it is 0."""
    return not part.below and all(
        isinstance(factor.exponent, Fraction)
        and factor.exponent.denominator == 1
        and _everywhere(factor.base)
        for factor in part.above
    )


def _everywhere(node: ast.expr) -> bool:
    match node:
        case ast.Name() | ast.Constant():
            return True
        case ast.UnaryOp(operand=operand):
            return _everywhere(operand)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult(), right=right):
            return _everywhere(left) and _everywhere(right)
        case ast.BinOp(left=left, op=ast.Pow(), right=ast.Constant(value=int())):
            return _everywhere(left)
        case ast.Call(args=arguments) if _called(node) in TOTAL:
            return all(map(_everywhere, arguments))
    return False


def written(terms: Sum) -> ast.expr:
    """The sum as a tree, with a positive term first where there is one."""
    first = next((part for part in terms if part.number > 0), None)
    if first is not None:
        terms = [first, *(part for part in terms if part is not first)]
    if not terms:
        return ast.Constant(0)
    result = _written(terms[0])
    for part in terms[1:]:
        op = ast.Sub() if part.number < 0 else ast.Add()
        result = ast.BinOp(result, op, _written(Term(abs(part.number), part.above, part.below)))
    return result


def _written(part: Term) -> ast.expr:
    above = [_power(factor) for factor in sorted(part.above, key=_rank)]
    below = [_power(factor) for factor in sorted(part.below, key=_rank)]
    number, divisor = _numbers(abs(part.number), bool(above), bool(below))
    if number is not None:
        above.insert(0, number)
    if divisor is not None:
        below.insert(0, divisor)
    if part.number < 0:
        above[0] = ast.UnaryOp(ast.USub(), above[0])
    result = _product(above)
    return ast.BinOp(result, ast.Div(), _product(below)) if below else result


def _product(nodes: list[ast.expr]) -> ast.expr:
    result, *others = nodes
    for node in others:
        result = ast.BinOp(result, ast.Mult(), node)
    return result


def _rank(factor: Factor) -> int:
    """Constants first, then variables, then the rest in the order that it has."""
    base = factor.base
    names = (*CONSTANTS, *VARIABLES)
    plain = isinstance(base, ast.Name) and isinstance(factor.exponent, Fraction)
    return names.index(base.id) if plain and isinstance(base, ast.Name) else len(names)


def _power(factor: Factor) -> ast.expr:
    power = factor.exponent
    if power == 1:
        return factor.base
    if power == HALF:
        return call("sqrt", factor.base)
    if isinstance(power, Fraction):
        decimal = _decimal(power)
        fraction = ast.BinOp(_whole(power.numerator), ast.Div(), _whole(power.denominator))
        power = fraction if decimal is None else decimal
    return ast.BinOp(factor.base, ast.Pow(), power)


def _numbers(number: Fraction, above: bool, below: bool) -> tuple[ast.expr | None, ast.expr | None]:
    """What stands for a number above and below; None for nothing, where other factors stand."""
    decimal = _decimal(number)
    whole, divisor = number.numerator, number.denominator
    # x/2 and 3/(2*sqrt(x)), but 1.5*x, 0.1*x and 0.5
    as_decimal = divisor % 5 == 0 or not (above or below) or (whole != 1 and not below)
    if decimal is not None and divisor != 1 and as_decimal:
        return decimal, None
    return (
        None if whole == 1 and above else _whole(whole),
        None if divisor == 1 else _whole(divisor),
    )


def _decimal(number: Fraction) -> ast.expr | None:
    """The number with a point, or as an integer; None where it would have to be rounded."""
    if number.denominator == 1:
        return _whole(number.numerator)
    value = float(number) if abs(number) < LARGE else 0.0
    return ast.Constant(value) if Fraction(repr(value)) == number else None


def _whole(number: int) -> ast.expr:
    if number > LARGE:
        raise NoFormulaError
    value = float(number)
    return ast.Constant(value if number >= LONG and Fraction(repr(value)) == number else number)
