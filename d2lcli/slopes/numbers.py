"""Numbers that know how exact they are: fractions, and decimals with a bound of their error.

A number is a Fraction as long as it can be, and else a Ball: a number of many digits and the radius
within which the true one lies. Whether a Ball is 0 is asked again with more digits until they tell.
"""

from __future__ import annotations

import math
import threading
from fractions import Fraction
from typing import Any, NamedTuple

LEVELS = (50, 300, 1500)  # decimal digits, one after the other where fewer do not tell
ZERO = 1e-30  # a Ball that all digits leave within less than this of 0 is 0
BITS = 4096  # of a fraction's numerator and denominator
EXPONENT = 2**14  # bits of the largest number that exp and sin are computed of
FLOAT = 1024  # bits of the largest float
COSTS = {50: 1, 300: 2, 1500: 8}  # of one operation, in units of work


class NoValue(Exception):  # noqa: N818  # no error, but an answer
    """There is no real value."""


class Unsure(Exception):  # noqa: N818
    """The rules do not tell."""


class Imprecise(Exception):  # noqa: N818
    """More digits are needed to tell."""


class Beyond(Exception):  # noqa: N818
    """A number is too large to be computed at all."""


class TooMuch(Exception):  # noqa: N818
    """All work that is allowed is done."""


class Ball(NamedTuple):
    """A number, at most ``rad`` away from ``mid``. Both are mpmath's."""

    mid: Any
    rad: Any


Number = Fraction | Ball


class Work:
    """Counts units of work: about one operation with two numbers each."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.done = 0

    def add(self, units: int) -> None:
        """Count ``units`` more.

        Raises:
            TooMuch: that is more than is allowed.
        """
        if self.done + units > self.most:
            raise TooMuch
        self.done += units


_contexts = threading.local()  # because mpmath sets the digits of a context while it computes


def context(digits: int) -> Any:
    """An arithmetic of that many digits, apart from mpmath's own, which anybody may set."""
    own = getattr(_contexts, f"of{digits}", None)
    if own is None:
        from mpmath.ctx_mp import MPContext  # type: ignore[import-untyped]  # mpmath has no types

        own = MPContext()
        setattr(_contexts, f"of{digits}", own)
    own.dps = digits
    return own


class Field:
    """Arithmetic with numbers, at one level of digits."""

    def __init__(self, digits: int, work: Work) -> None:
        self.mp = context(digits)
        self.last = digits == LEVELS[-1]
        self.eps = self.mp.mpf(2) ** (4 - self.mp.prec)
        self.work = work
        self.cost = COSTS[digits]

    def ball(self, number: Number) -> Ball:
        """The number as a Ball."""
        if isinstance(number, Ball):
            return number
        mid = self.mp.mpf(number.numerator) / number.denominator
        exact = number.denominator == 1 and number.numerator.bit_length() < self.mp.prec
        return Ball(mid, self.mp.zero if exact else abs(mid) * self.eps)

    def add(self, a: Number, b: Number) -> Number:
        """The sum."""
        self.work.add(self.cost)
        if isinstance(a, Fraction) and isinstance(b, Fraction):
            return self._kept(a + b)
        (p, r), (q, s) = self.ball(a), self.ball(b)
        mid = p + q
        return Ball(mid, r + s + abs(mid) * self.eps)

    def mul(self, a: Number, b: Number) -> Number:
        """The product."""
        self.work.add(self.cost)
        if isinstance(a, Fraction) and isinstance(b, Fraction):
            return self._kept(a * b)
        if a == 0 or b == 0:  # a Ball equals no number, so this is an exact 0
            return Fraction(0)
        (p, r), (q, s) = self.ball(a), self.ball(b)
        mid = p * q
        return Ball(mid, abs(p) * s + abs(q) * r + r * s + abs(mid) * self.eps)

    def sign(self, number: Number) -> int:
        """The sign of a number.

        Raises:
            Imprecise: more digits are needed.
            Unsure: not even the last ones tell.
        """
        if isinstance(number, Fraction):
            return (number > 0) - (number < 0)
        mid, rad = number
        if abs(mid) > rad:
            return 1 if mid > 0 else -1
        if not self.last:
            raise Imprecise
        if rad > ZERO:
            raise Unsure
        return 0

    def may_be_dropped(self, number: Number) -> bool:
        """Whether it is told to be 0, as far as digits ever tell."""
        if isinstance(number, Fraction) or not self.last:
            return number == 0
        return bool(abs(number.mid) <= number.rad <= ZERO)

    def less_one(self, number: Number) -> int:
        """The sign of 1 − |number|."""
        size = number if self.sign(number) >= 0 else self.mul(number, Fraction(-1))
        return self.sign(self.add(Fraction(1), self.mul(size, Fraction(-1))))

    def power(self, number: Number, exponent: Fraction) -> Number:
        """A number other than 0 to a power.

        Raises:
            NoValue: the number is negative and the exponent no integer.
        """
        whole = exponent.denominator == 1
        if isinstance(number, Fraction) and whole:
            size = max(number.numerator.bit_length(), number.denominator.bit_length())
            if size * abs(exponent) <= BITS:
                return Fraction(number**exponent)
        sign = self.sign(number)
        if sign < 0 and not whole:
            raise NoValue
        if sign < 0:
            size_of = self.power(self.mul(number, Fraction(-1)), exponent)
            return self.mul(size_of, Fraction(-1 if exponent % 2 else 1))
        root = self._root(number, exponent)
        if root is not None:
            return root
        return self.exp(self.mul(self.log(number), exponent))

    def _root(self, number: Number, exponent: Fraction) -> Fraction | None:
        """An exact power of a fraction, such as √(9/4); None where there is none."""
        if not isinstance(number, Fraction) or exponent.denominator != 2 or abs(exponent) > 9:
            return None
        top, bottom = math.isqrt(number.numerator), math.isqrt(number.denominator)
        if top * top != number.numerator or bottom * bottom != number.denominator:
            return None
        return self._kept_or_none(Fraction(top, bottom) ** exponent.numerator)

    def exp(self, number: Number) -> Number:
        """The exponential function of a number.

        Raises:
            Beyond: the result is too large.
            Unsure: it is too close to 0.
        """
        if number == 0:
            return Fraction(1)
        mid, rad = self.ball(number)
        self._take(mid, rad)
        value = self.mp.exp(mid)
        return Ball(value, value * (2 * rad + self.eps))

    def log(self, number: Number) -> Number:
        """The natural logarithm of a positive number."""
        if number == 1:
            return Fraction(0)
        mid, rad = self.ball(number)
        self.work.add(20 * self.cost)
        value = self.mp.log(mid)
        # Near 1 the logarithm is close to 0: the error is that of its argument.
        return Ball(value, rad / (mid - rad) + (abs(value) + self.eps) * self.eps)

    def sin_cos(self, number: Number) -> tuple[Number, Number]:
        """The sine and the cosine."""
        if number == 0:
            return Fraction(0), Fraction(1)
        mid, rad = self.ball(number)
        self._take(mid, rad)
        sine, cosine = self.mp.cos_sin(mid)[::-1]
        return Ball(sine, rad + abs(sine) * self.eps), Ball(cosine, rad + abs(cosine) * self.eps)

    def asin(self, number: Number) -> Number:
        """The arcsine of a number between −1 and 1, these left out."""
        if number == 0:
            return Fraction(0)
        mid, rad = self.ball(number)
        self.work.add(20 * self.cost)
        room = (1 - abs(mid) - rad) * (1 + abs(mid))
        if room <= 0:
            raise Unsure if self.last else Imprecise
        value, steep = self.mp.asin(mid), self.mp.sqrt(room)
        return Ball(value, 2 * rad / steep + abs(value) * self.eps)

    def atan(self, number: Number) -> Number:
        """The arctangent."""
        if number == 0:
            return Fraction(0)
        mid, rad = self.ball(number)
        self.work.add(20 * self.cost)
        value = self.mp.atan(mid)
        return Ball(value, rad + abs(value) * self.eps)

    @property
    def pi(self) -> Ball:
        """π."""
        return Ball(+self.mp.pi, 4 * self.eps)

    @property
    def e(self) -> Ball:
        """The number e."""
        return Ball(+self.mp.e, 4 * self.eps)

    def _take(self, mid: Any, rad: Any) -> None:
        """Check that exp and sin of this can be computed, and mean something."""
        self.work.add(20 * self.cost)
        if mid and self.mp.mag(mid) > EXPONENT:
            raise Beyond
        if rad > 0.001:
            if not self.last:
                raise Imprecise
            raise Beyond if self.mp.mag(mid) > FLOAT else Unsure

    def _kept(self, fraction: Fraction) -> Number:
        kept = self._kept_or_none(fraction)
        return self.ball(fraction) if kept is None else kept

    def _kept_or_none(self, fraction: Fraction) -> Fraction | None:
        size = max(fraction.numerator.bit_length(), fraction.denominator.bit_length())
        return fraction if size <= BITS else None
