"""Sums of products, for derivatives: put together, simplified a little and written again.

A formula is taken as a sum of terms, and a term as a number times powers. Numbers are fractions, so
that 3 times 2 and 0.1 times 3 are exact; others, such as log(2), stay as they are written. A value
that a formula lacks is not made up for it: x/x stays, and x/x**2 becomes 1/x, which at 0 has no
value either.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import chain

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
    """Any formula to a constant power other than 0; a quotient has negative ones."""

    base: ast.expr
    power: Fraction = Fraction(1)

    @cached_property
    def key(self) -> tuple[str, Fraction]:
        """What is equal for equal factors."""
        return ast.dump(self.base), self.power

    def joined(self, other: Factor, cancel: bool) -> Factor | None:
        """The product as one power, if it has a value exactly where both have one.

        With ``cancel`` x and 1/x go, too: where another part of the formula has no value at 0.
        """
        p, q = self.power, other.power
        whole = p.denominator == q.denominator == 1
        alike = p * q > 0 and whole
        quotient = p * q < 0 and (p + q < 0 or _called(self.base) in POSITIVE or (cancel and whole))
        same = (alike or quotient) and self.key[0] == other.key[0]
        return Factor(self.base, p + q) if same else None


@dataclass(frozen=True)
class Term:
    """A number times powers."""

    number: Fraction = Fraction(1)
    factors: tuple[Factor, ...] = ()

    def __mul__(self, other: Term) -> Term:
        return self.times(other)

    def times(self, other: Term, cancel: bool = False) -> Term:
        """The product; with ``cancel`` what ``other`` divides by goes where it is a factor here."""
        factors = [*self.factors]
        for new in other.factors:
            for place, old in enumerate(factors):
                joined = old.joined(new, cancel and new.power < 0)
                if joined is not None:
                    factors[place : place + 1] = [joined] if joined.power else []
                    break
            else:
                factors.append(new)
        return Term(self.number * other.number, tuple(factors))

    @property
    def over(self) -> Term:
        """1 divided by the term.

        Raises:
            NoFormulaError: its number is 0.
        """
        if not self.number:
            raise NoFormulaError
        return Term(1 / self.number, tuple(Factor(f.base, -f.power) for f in self.factors))

    @property
    def key(self) -> tuple[tuple[str, Fraction], ...]:
        """What is equal for terms that differ in their numbers only."""
        return tuple(sorted(factor.key for factor in self.factors))

    def without(self, place: int) -> Term:
        """The term with one of its factors to a power that is lower by 1."""
        before, old, after = self.factors[:place], self.factors[place], self.factors[place + 1 :]
        lower = single(old.base, old.power - 1)
        return Term(self.number, before) * lower * Term(factors=after)


ONE = Term()
Sum = list[Term]  # 0 where it is empty


def single(base: ast.expr, power: Fraction = Fraction(1)) -> Term:
    """A formula to a constant power."""
    return Term(factors=(Factor(base, power),) if power else ())


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
        case ast.BinOp(left=base, op=ast.Pow(), right=right) if (power := exact(right)) is not None:
            return single(base, power)
        case ast.Call(func=ast.Name(id="sqrt"), args=[argument]):
            return single(argument, HALF)
    return single(node)


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
    return [Term(-part.number, part.factors) for part in terms]


def collected(terms: Iterable[Term]) -> Sum:
    """The sum with one term for those that differ in their numbers only.

    Parentheses around sums in it go where terms become one by that.
    """
    terms = [*terms]
    if len(terms) > 1:  # a + (b + c) without parentheses, which a single product keeps
        plain = [part.number in (1, -1) and len(part.factors) == 1 for part in terms]
        pairs = zip(terms, plain, strict=True)
        terms = [*chain.from_iterable(_opened(t) if alone else [t] for t, alone in pairs)]
    parts = [inner for part in terms for inner in _opened(part)]
    opened, closed = _merged(parts), _merged(terms)
    return opened if len(opened) < len(parts) and len(opened) <= len(closed) else closed


def _opened(part: Term) -> Sum:
    """2*x*(x+1) as 2*x**2 + 2*x: without the parentheses of the one sum in it."""
    sums = [place for place, factor in enumerate(part.factors) if _is_sum(factor)]
    if len(sums) != 1:
        return [part]
    rest = part.without(sums[0])
    return [rest * inner for inner in added(part.factors[sums[0]].base)]


def _is_sum(factor: Factor) -> bool:
    base = factor.base
    sums = isinstance(base, ast.BinOp) and isinstance(base.op, ast.Add | ast.Sub)
    return sums and factor.power == 1


def _merged(terms: Sum) -> Sum:
    found: dict[tuple[tuple[str, Fraction], ...], Term] = {}
    for part in terms:
        before = found[part.key].number if part.key in found else Fraction(0)
        found[part.key] = Term(before + part.number, part.factors)
    return [part for part in found.values() if part.number or not _total(part)]


def scaled(before: Term, terms: Sum, after: Term = ONE, cancel: bool = False) -> Sum:
    """A sum between two terms, with parentheses around it where it has several."""
    if len(terms) > 1 and (before.factors or after.factors):
        terms = [single(written(terms))]
    return [before.times(part, cancel) * after for part in terms]


def _total(part: Term) -> bool:
    """Whether the term surely has a value everywhere, so that 0 times it is 0."""
    whole = all(f.power > 0 and f.power.denominator == 1 for f in part.factors)
    nodes = [node for factor in part.factors for node in ast.walk(factor.base)]
    return whole and not any(map(_partial, nodes))


def _partial(node: ast.AST) -> bool:
    match node:
        case ast.BinOp(op=ast.Pow(), right=ast.Constant(value=int())):
            return False
        case ast.BinOp(op=op):
            return isinstance(op, ast.Div | ast.Pow)
        case ast.Call():
            return _called(node) not in TOTAL
    return False


def written(terms: Sum) -> ast.expr:
    """The sum as a tree, with a positive term first where there is one."""
    if not terms:
        return ast.Constant(0)
    leading = next((part for part in terms if part.number > 0), terms[0])
    first, *others = sorted(terms, key=lambda part: part is not leading)
    result = _written(first)
    for part in others:
        op = ast.Sub() if part.number < 0 else ast.Add()
        result = ast.BinOp(result, op, _written(Term(abs(part.number), part.factors)))
    return result


def _written(part: Term) -> ast.expr:
    factors = sorted(part.factors, key=_rank)
    above = [_power(factor.base, factor.power) for factor in factors if factor.power > 0]
    below = [_power(factor.base, -factor.power) for factor in factors if factor.power < 0]
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
    names = (*CONSTANTS, *VARIABLES)
    return names.index(factor.base.id) if isinstance(factor.base, ast.Name) else len(names)


def _power(base: ast.expr, power: Fraction) -> ast.expr:
    if power == 1:
        return base
    if power == HALF:
        return call("sqrt", base)
    decimal = _decimal(power)
    if decimal is None:
        decimal = ast.BinOp(_whole(power.numerator), ast.Div(), _whole(power.denominator))
    return ast.BinOp(base, ast.Pow(), decimal)


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
