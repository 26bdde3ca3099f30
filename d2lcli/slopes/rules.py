"""The rules: what a formula is close to a point, from what its parts are there."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import partial

from .numbers import Field, NoValue, Number, Unsure
from .series import LINEAR, ONE, ZERO, Germ, Germs, Huge, Series, constant

HALF = Fraction(1, 2)


def read(value: float) -> Fraction:
    """The number that a float stands for.

    It is the decimal that one writes for it, 1/10 for 0.1. Where all of a float's digits are
    needed, nobody chose that number: it stands for the simple fraction which it is the nearest
    float of, or else for itself, and so does one beyond 2^53 or below the normal floats.
    """
    size = abs(value)
    if not 2.3e-308 < size < 2**53:
        return Fraction(value)
    if len(repr(size).partition("e")[0].replace(".", "").strip("0")) > 15:
        simple = Fraction(value).limit_denominator(1000)
        return simple if simple and float(simple) == value else Fraction(value)
    return Fraction(repr(value))


class Rules(Germs):
    """Evaluates formulas, with a series for each variable.

    A number of the formula is what ``read`` says and pi is π, or with ``binary`` they are what the
    program computes with, floats.
    """

    def __init__(
        self,
        field: Field,
        window: int,
        variables: Mapping[str, Series],
        fuzz: float = 0.0,
        binary: bool = False,
    ) -> None:
        super().__init__(field, window, fuzz)
        self.variables = variables
        self.binary = binary

    def of(self, node: ast.expr) -> Germ:
        """The series of a formula, of which ``_of`` says what is raised."""
        germ = self._of(node)
        return self.snapped(germ) if isinstance(germ, Series) else germ

    def _of(self, node: ast.expr) -> Germ:
        """The series of a formula.

        Raises:
            NoValue: it has no real value here.
            Unsure: the rules do not tell.
            Imprecise: more digits are needed.
            Beyond: a number on the way is too large.
        """
        self.field.work.add(1)
        match node:
            case ast.Constant(value=int() | float() as value):
                return constant(self._number(float(value)))
            case ast.Name(id=name):
                return self._name(name)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return self.negative(self.of(operand))
            case ast.UnaryOp(operand=operand):
                return self.of(operand)
            case ast.BinOp(left=left, op=ast.Pow(), right=right):
                return self._pow(self.of(left), self.of(right))
            case ast.BinOp(left=left, op=op, right=right):
                return self._binary(op, self.of(left), self.of(right))
            case ast.Call(func=ast.Name(id="where"), args=[ast.Compare() as compare, yes, no]):
                return self.of(yes if self._holds(compare) else no)
            case ast.Call(func=ast.Name(id="max" | "min" as name), args=[left, right]):
                return self._extreme(name, self.of(left), self.of(right))
            case ast.Call(func=ast.Name(id=name), args=[argument]):
                return self._call(name, self.of(argument))
        raise Unsure

    def _number(self, value: float) -> Number:
        """A number of the formula; one that is the float of a simple part of π is that."""
        if self.binary:
            return Fraction(value)
        number = read(value)
        parts = Fraction(value / math.pi).limit_denominator(24)
        close = math.isclose(float(parts) * math.pi, value, rel_tol=4e-16)
        if close and value and number.denominator > 10**9:
            return self.field.mul(self.field.pi, parts)
        return number

    def _name(self, name: str) -> Germ:
        if name in self.variables:
            return self.variables[name]
        if name not in ("pi", "e"):
            raise Unsure
        if self.binary:
            return constant(Fraction(math.pi if name == "pi" else math.e))
        return constant(self.field.pi if name == "pi" else self.field.e)

    def _binary(self, op: ast.operator, left: Germ, right: Germ) -> Germ:
        match op:
            case ast.Add():
                return self.add(left, right)
            case ast.Sub():
                return self.subtract(left, right)
            case ast.Mult():
                return self.multiply(left, right)
            case ast.Div():
                inverse = self.power(right, Fraction(-1))
                return self.multiply(left, inverse)
        raise Unsure

    def _pow(self, base: Germ, exponent: Germ) -> Germ:
        """base^exponent. 0 to the power of 0 is 1, as everywhere in computing."""
        if isinstance(exponent, Series) and self._is_number(exponent):
            number = exponent.terms[0][1] if exponent.terms else Fraction(0)
            if isinstance(number, Fraction):
                return self.power(base, number)
            if self.is_zero(base):
                if self.field.sign(number) < 0:
                    raise NoValue
                return ZERO if self.field.sign(number) else constant(Fraction(1))
        elif self.is_zero(base):
            if self.is_zero(exponent):
                return constant(Fraction(1))
            if self.sign(exponent) < 0:
                raise NoValue
            return ZERO
        if self.sign(base) < 0:
            raise NoValue
        return self.exp(self.multiply(exponent, self.log(base)))

    def _is_number(self, germ: Series) -> bool:
        return not germ.order and not germ.flat and all(key == ONE for key, _ in germ.terms)

    def _extreme(self, name: str, left: Germ, right: Germ) -> Germ:
        try:
            sign = self.sign(self.subtract(left, right))
        except Unsure:
            difference = self.subtract(left, right)
            if isinstance(difference, Huge) or self.lead(difference) or isinstance(left, Huge):
                raise
            # The two are the same up to what is not known of their difference.
            return self._known_to(left, difference)
        return left if (sign >= 0) == (name == "max") else right

    def _known_to(self, germ: Series, difference: Series) -> Series:
        order = difference.order
        if germ.order is not None and (order is None or germ.order < order):
            order = germ.order
        kept = tuple(term for term in germ.terms if order is None or term[0] < order)
        return Series(kept, order, "any" if order else "tail", germ.flat or difference.flat)

    def _holds(self, compare: ast.Compare) -> bool:
        """Whether a comparison holds for all t that are small enough."""
        left, right = self.of(compare.left), self.of(compare.comparators[0])
        sign = self.sign(self.subtract(left, right))
        match compare.ops[0]:
            case ast.Lt():
                return sign < 0
            case ast.LtE():
                return sign <= 0
            case ast.Gt():
                return sign > 0
            case ast.GtE():
                return sign >= 0
            case ast.Eq():
                return sign == 0
            case ast.NotEq():
                return sign != 0
        raise Unsure

    def _call(self, name: str, u: Germ) -> Germ:
        """A function of one argument."""
        functions: Mapping[str, Callable[[Germ], Germ]] = {
            "exp": self.exp,
            "log": self.log,
            "log2": partial(self._log_to, 2),
            "log10": partial(self._log_to, 10),
            "sqrt": lambda u: self.power(u, HALF),
            "abs": lambda u: self._extreme("max", u, self.negative(u)),
            "relu": lambda u: self._extreme("max", u, ZERO),
            "sign": lambda u: constant(Fraction(self.sign(u))),
            "heaviside": lambda u: constant(Fraction(int(self.sign(u) > 0))),
            "sin": lambda u: self._wave(u, 0),
            "cos": lambda u: self._wave(u, 1),
            "tan": lambda u: self.multiply(
                self._wave(u, 0), self.power(self._wave(u, 1), Fraction(-1))
            ),
            "asin": self._asin,
            "acos": lambda u: self.subtract(self._quarter(1), self._asin(u)),
            "atan": self._atan,
            "sinh": partial(self._hyperbolic, -1),
            "cosh": partial(self._hyperbolic, 1),
            "tanh": self._tanh,
            "sigmoid": self._sigmoid,
        }
        if name not in functions:
            raise Unsure
        return functions[name](u)

    def _log_to(self, base: int, u: Germ) -> Germ:
        factor = self.field.power(self.field.log(Fraction(base)), Fraction(-1))
        return self.scaled(self.log(u), factor)

    def _wave(self, u: Germ, quarter: int) -> Germ:
        """The sine (quarter 0) or the cosine (quarter 1)."""
        if isinstance(u, Huge):
            return Series((), ONE, "swings")
        try:
            grows, middle, small = self.parts(u)
        except Unsure:
            return Series((), ONE, "any")
        if grows:
            return Series((), ONE, "swings" if not u.order or u.order > ONE else "any")
        sine, cosine = self.field.sin_cos(middle)
        minus = [self.field.mul(number, Fraction(-1)) for number in (sine, cosine)]
        cycle = [sine, cosine, *minus]

        def coefficients(n: int) -> list[Number]:
            factors = (Fraction(1, math.factorial(k)) for k in range(n + 1))
            return [
                self.field.mul(cycle[(k + quarter) % 4], factor) for k, factor in enumerate(factors)
            ]

        return self.compose(coefficients, small)

    def _quarter(self, sign: int) -> Series:
        """±π/2."""
        return constant(self.field.mul(self.field.pi, sign * HALF))

    def _asin(self, u: Germ) -> Germ:
        if isinstance(u, Huge):
            raise NoValue
        grows, middle, small = self.parts(u)
        inside = self.field.less_one(middle)
        if grows or inside < 0:
            raise NoValue
        if inside:
            return self._integrated(middle, small, self.field.asin, Fraction(-1), -HALF)
        # asin(1 − v) = π/2 − 2 asin(√(v/2)), and v must not be negative.
        side = self.field.sign(middle)
        below = self.subtract(constant(Fraction(1)), self.scaled(u, Fraction(side)))
        root = self.power(self.scaled(below, HALF), HALF)
        angle = self.scaled(self._asin(root), Fraction(-2 * side))
        return self.add(self._quarter(side), angle)

    def _atan(self, u: Germ) -> Germ:
        if isinstance(u, Huge):
            return replace(self._quarter(u.sign), flat=True)
        try:
            grows, middle, small = self.parts(u)
        except Unsure:
            return Series((), ONE, "any")
        if grows:
            inverse = self._atan(self.power(u, Fraction(-1)))
            return self.subtract(self._quarter(self.sign(u)), inverse)
        return self._integrated(middle, small, self.field.atan, Fraction(1), Fraction(-1))

    def _integrated(
        self,
        middle: Number,
        small: Series,
        function: Callable[[Number], Number],
        square: Fraction,
        exponent: Fraction,
    ) -> Germ:
        """The function whose derivative is (1 + square · u²)^exponent, around ``middle``."""

        def coefficients(n: int) -> list[Number]:
            first = function(middle)
            if not n:
                return [first]
            own = Germs(self.field, n)
            u = own.add(constant(middle), Series(((LINEAR, Fraction(1)),)))
            inner = own.add(constant(Fraction(1)), own.scaled(own.multiply(u, u), square))
            slope = own.power(inner, exponent)
            assert isinstance(slope, Series)
            numbers = {key[0]: number for key, number in slope.terms}
            return [first] + [
                self.field.mul(numbers.get(Fraction(k - 1), Fraction(0)), Fraction(1, k))
                for k in range(1, n + 1)
            ]

        return self.compose(coefficients, small)

    def _hyperbolic(self, sign: int, u: Germ) -> Germ:
        """The function sinh (−1) or cosh (1)."""
        back = self.exp(self.negative(u))
        both = self.add(self.exp(u), back if sign > 0 else self.negative(back))
        return self.scaled(both, HALF)

    def _tanh(self, u: Germ) -> Germ:
        """tanh, from the exponential function that goes to 0."""
        sign = self._side(u)
        small = self.exp(self.scaled(u, Fraction(-2 * sign)))
        one = constant(Fraction(1))
        ratio = self.power(self.add(one, small), Fraction(-1))
        return self.scaled(self.multiply(self.subtract(one, small), ratio), Fraction(sign))

    def _sigmoid(self, u: Germ) -> Germ:
        sign = self._side(u)
        small = self.exp(self.scaled(u, Fraction(-sign)))
        ratio = self.power(self.add(constant(Fraction(1)), small), Fraction(-1))
        return ratio if sign > 0 else self.multiply(small, ratio)

    def _side(self, u: Germ) -> int:
        """A sign of u, or 1 where that is not known and u is not large."""
        if isinstance(u, Huge):
            return u.sign
        return -1 if any(key <= ONE and _negative(number) for key, number in u.terms[:1]) else 1


def _negative(number: Number) -> bool:
    return number < 0 if isinstance(number, Fraction) else bool(number.mid < 0)
