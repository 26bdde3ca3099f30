"""What a function is close to a point, on one side of it: a series in the distance t > 0.

Terms are c · t^p · L^(−m) with L = log(1/t), ordered by (p, m): the smaller, the larger is the term
for small t. What is left out is O(t^p L^(−m)) of the series' ``order``. A constant has no t in it,
so the same arithmetic gives the value at the point itself.

The method is that of computing limits by most significant terms (D. Gruntz, On Computing Limits in
a Symbolic Manipulation System, 1996), cut down to one scale of powers and logarithms; exp of what
grows faster is only known to be Huge, and its reciprocal to be 0 beyond all powers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from .numbers import Ball, Beyond, Field, NoValue, Number, Unsure

Key = tuple[Fraction, Fraction]
Rest = Literal["tail", "swings", "any"]  # what is left out: later terms, a swinging term, unknown

ONE: Key = (Fraction(0), Fraction(0))  # the constant term
LINEAR: Key = (Fraction(1), Fraction(0))  # the term t
LOG: Key = (Fraction(0), Fraction(-1))  # the term log(1/t)
SQUARE: Key = (Fraction(2), Fraction(0))  # the term t²
TERMS = 40  # of a series, at most
POWERS = 24  # of a small series, at most


@dataclass(frozen=True)
class Series:
    """Terms, without what is O(order) unless that is None.

    ``flat``: and without something that is 0 beyond all powers, such as e^(−1/t).
    """

    terms: tuple[tuple[Key, Number], ...] = ()
    order: Key | None = None
    rest: Rest = "tail"
    flat: bool = False


@dataclass(frozen=True)
class Huge:
    """Larger than any power of 1/t."""

    sign: int


Germ = Series | Huge
FLAT = Series(flat=True)
ZERO = Series()


def constant(number: Number) -> Series:
    """A number as a series."""
    return ZERO if number == 0 else Series(((ONE, number),))


class Germs:
    """Arithmetic with series: ``window`` is how many powers of t are kept beyond the first.

    With ``fuzz`` a series that is 0 for some |t| below that is taken to be 0 at the point.
    """

    def __init__(self, field: Field, window: int, fuzz: float = 0.0) -> None:
        self.field = field
        self.window = window
        self.fuzz = fuzz

    def lead(self, germ: Series) -> tuple[Key, Number] | None:
        """The first term that is not 0; None where there is none."""
        for key, number in self.snapped(germ).terms:
            if self.field.sign(number):
                return key, number
        return None

    def snapped(self, germ: Series) -> Series:
        """The series without its constant, if it is 0 within ``fuzz`` of the point."""
        if not self.fuzz or len(germ.terms) < 2:
            return germ
        (first, start), (second, rise) = germ.terms[:2]
        if first != ONE or second != LINEAR:
            return germ
        # Along a straight line to 0: the bend on the way there must be small.
        bends = [number for key, number in germ.terms[2:] if key <= SQUARE]
        if germ.order and germ.order <= SQUARE and germ.order > LINEAR:
            return germ
        size, steep, *bent = (abs(self.field.ball(n).mid) for n in (start, rise, *bends))
        straight = self.fuzz * sum(bent) <= 0.01 * steep
        return (
            replace(germ, terms=germ.terms[1:]) if straight and size <= self.fuzz * steep else germ
        )

    def sign(self, germ: Germ) -> int:
        """The sign for all t that are small enough."""
        if isinstance(germ, Huge):
            return germ.sign
        lead = self.lead(germ)
        if lead:
            return self.field.sign(lead[1])
        if germ.order or germ.flat:
            raise Unsure
        return 0

    def is_zero(self, germ: Germ) -> bool:
        """Whether it is 0 itself."""
        plain = isinstance(germ, Series) and not germ.order and not germ.flat
        return plain and not self.sign(germ)

    def add(self, a: Germ, b: Germ) -> Germ:
        """The sum."""
        if isinstance(a, Huge) or isinstance(b, Huge):
            if isinstance(a, Huge) and isinstance(b, Huge) and a.sign != b.sign:
                raise Unsure
            return a if isinstance(a, Huge) else b
        terms = dict(a.terms)
        for key, number in b.terms:
            terms[key] = self.field.add(terms[key], number) if key in terms else number
        order, rest = _together((a.order, a.rest), (b.order, b.rest))
        return self._cut(terms, order, rest, a.flat or b.flat)

    def negative(self, a: Germ) -> Germ:
        """−a."""
        return self.scaled(a, Fraction(-1))

    def subtract(self, a: Germ, b: Germ) -> Germ:
        """The difference."""
        return self.add(a, self.negative(b))

    def scaled(self, a: Germ, factor: Number) -> Germ:
        """A series times a number that is not 0."""
        if isinstance(a, Huge):
            return Huge(a.sign * self.field.sign(factor))
        return replace(a, terms=tuple((key, self.field.mul(n, factor)) for key, n in a.terms))

    def multiply(self, a: Germ, b: Germ) -> Germ:
        """The product."""
        if a == ZERO or b == ZERO:
            return ZERO
        if isinstance(a, Huge) or isinstance(b, Huge):
            sign = self.sign(a) * self.sign(b)
            return Huge(sign) if sign else ZERO
        first = self._start(a), self._start(b)
        most = first[0][0] + first[1][0] + self.window if first[0] and first[1] else None
        terms: dict[Key, Number] = {}
        dropped: list[Key] = []
        for key_a, number_a in a.terms:
            for key_b, number_b in b.terms:
                key = _sum(key_a, key_b)
                if most is not None and key[0] > most:
                    dropped.append(key)
                    continue
                product = self.field.mul(number_a, number_b)
                terms[key] = self.field.add(terms[key], product) if key in terms else product
        left = _together(self._left_out(a, b), (min(dropped, default=None), "tail"))
        return self._cut(terms, *left, a.flat or b.flat)

    def _start(self, a: Series) -> Key | None:
        """The first term's key, without asking for more digits: it may be one that is 0."""
        for key, number in a.terms:
            if not self.field.may_be_dropped(number):
                return key
        return None

    def _left_out(self, a: Series, b: Series) -> tuple[Key | None, Rest]:
        """The order of what is left out of a · b."""
        parts: list[tuple[Key | None, Rest]] = []
        for one, other in ((a, b), (b, a)):
            start = self._start(other)
            if one.order and start:
                parts.append((_sum(one.order, start), one.rest))
        if a.order and b.order:
            both: Rest = "tail" if a.rest == b.rest == "tail" else "any"
            parts.append((_sum(a.order, b.order), both))
        left: tuple[Key | None, Rest] = (None, "tail")
        for part in parts:
            left = _together(left, part)
        return left

    def _cut(self, terms: dict[Key, Number], order: Key | None, rest: Rest, flat: bool) -> Series:
        """A series of the terms that are before its order and in the window."""
        kept = [
            (key, terms[key])
            for key in sorted(terms)
            if terms[key] != 0 and (order is None or key < order)
        ]
        start = next((key[0] for key, number in kept if _counts(number)), None)
        for place, (key, _) in enumerate(kept):
            if place >= TERMS or (start is not None and key[0] > start + self.window):
                return Series(tuple(kept[:place]), key, "tail", flat)
        return Series(tuple(kept), order, rest, flat)

    def parts(self, a: Series) -> tuple[bool, Number, Series]:
        """Whether it grows without bound; its constant term; and what goes to 0.

        Raises:
            Unsure: it is not known up to its constant term.
        """
        lead = self.lead(a)
        if lead and lead[0] < ONE:
            return True, Fraction(0), a
        if a.order and a.order <= ONE:
            raise Unsure
        middle = next((number for key, number in a.terms if key == ONE), Fraction(0))
        small = tuple(term for term in a.terms if term[0] > ONE)
        return False, middle, replace(a, terms=small)

    def compose(self, coefficients: Callable[[int], Sequence[Number]], small: Series) -> Germ:
        """The sum of c[k] · small^k, where ``coefficients(n)`` gives c[0] … c[n]."""
        if not small.terms and not small.order:
            first = constant(coefficients(0)[0])
            return replace(first, flat=small.flat)
        lead = self.lead(small)
        if not lead:
            c = coefficients(1)
            rest = small.rest if self.field.sign(c[1]) else "any"
            return replace(constant(c[0]), order=small.order, rest=rest, flat=small.flat)
        (power, _), _ = lead
        count = min(POWERS, int(self.window / power) + 1) if power else 6
        c = coefficients(count)
        # What is left out is small^(count + 1): O(small) beside the last coefficient.
        result: Germ = replace(constant(c[count]), order=lead[0], rest="tail")
        for number in reversed(c[:count]):
            result = self.add(self.multiply(result, small), constant(number))
        return result

    def power(self, a: Germ, exponent: Fraction) -> Germ:
        """a^exponent.

        Raises:
            NoValue: 0 to a negative power, or a negative number to one that is no integer.
        """
        if exponent == 0:
            return constant(Fraction(1))
        if exponent == 1:
            return a
        if isinstance(a, Huge):
            if a.sign < 0 and exponent.denominator > 1:
                raise NoValue
            sign = a.sign if exponent % 2 else 1
            return Huge(sign) if exponent > 0 else FLAT
        if self.is_zero(a):
            if exponent < 0:
                raise NoValue
            return ZERO
        lead = self.lead(a)
        if not lead:
            return self._power_of_rest(a, exponent)
        (p, m), number = lead
        front = self.field.power(number, exponent)
        small = self._relative(a, lead)
        series = self.compose(lambda n: self._binomial(exponent, n), small)
        return self.multiply(series, Series((((p * exponent, m * exponent), front),)))

    def _power_of_rest(self, a: Series, exponent: Fraction) -> Germ:
        """The power of a series of which only the order is known."""
        if exponent < 0 or exponent.denominator > 1 or not a.order:
            raise Unsure
        p, m = a.order
        return Series((), (p * exponent, m * exponent), "any")

    def _relative(self, a: Series, lead: tuple[Key, Number]) -> Series:
        """What its quotient by its first term has besides 1."""
        (p, m), number = lead
        inverse = self.field.power(number, Fraction(-1))
        terms = tuple(
            ((key[0] - p, key[1] - m), self.field.mul(n, inverse))
            for key, n in a.terms
            if key > (p, m)
        )
        order = a.order and (a.order[0] - p, a.order[1] - m)
        return Series(terms, order, a.rest, a.flat)

    def _binomial(self, exponent: Fraction, n: int) -> list[Number]:
        numbers: list[Number] = [Fraction(1)]
        for k in range(1, n + 1):
            numbers.append(self.field.mul(numbers[-1], (exponent - k + 1) / k))
        return numbers

    def log(self, a: Germ) -> Germ:
        """The natural logarithm."""
        if self.is_zero(a) or self.sign(a) < 0:
            raise NoValue
        lead = None if isinstance(a, Huge) else self.lead(a)
        if isinstance(a, Huge) or not lead:
            raise Unsure
        (p, m), number = lead
        if m:
            raise Unsure  # log log t is no term here
        terms: list[tuple[Key, Number]] = []
        if p:
            terms.append((LOG, -p))
        terms += constant(self.field.log(number)).terms

        def coefficients(n: int) -> Sequence[Number]:
            return [Fraction(0)] + [Fraction((-1) ** (k + 1), k) for k in range(1, n + 1)]

        series = self.compose(coefficients, self._relative(a, lead))
        return self.add(Series(tuple(terms)), series)

    def exp(self, a: Germ) -> Germ:
        """The exponential function."""
        if isinstance(a, Huge):
            return a if a.sign > 0 else FLAT
        lead = self.lead(a)
        front: Series = constant(Fraction(1))
        if lead and lead[0] == LOG:
            # e^(c L) is t^(−c).
            front = Series((((-self._exponent(lead[1]), Fraction(0)), Fraction(1)),))
            a = replace(a, terms=tuple(term for term in a.terms if term[0] > lead[0]))
            lead = self.lead(a)
            if lead and lead[0] < ONE:
                raise Unsure
        elif lead and lead[0] < ONE:
            if lead[0] > LOG:
                raise Unsure  # between all powers and the constants
            return Huge(1) if self.field.sign(lead[1]) > 0 else FLAT
        _, middle, small = self.parts(a)
        try:
            factor = self.field.exp(middle)
        except Beyond:
            if self.field.sign(middle) > 0:
                raise
            return FLAT  # too small to be computed

        def coefficients(n: int) -> list[Number]:
            numbers: list[Number] = [factor]
            for k in range(1, n + 1):
                numbers.append(self.field.mul(numbers[-1], Fraction(1, k)))
            return numbers

        return self.multiply(front, self.compose(coefficients, small))

    def _exponent(self, number: Number) -> Fraction:
        """The power of t that a factor of log t makes."""
        if isinstance(number, Fraction):
            return number
        text = self.field.mp.nstr(number.mid, 40)
        near = Fraction(text).limit_denominator(10**6)
        if abs(self.field.ball(near).mid - number.mid) <= number.rad * 4:
            return near
        return Fraction(text)


def _counts(number: Number) -> bool:
    """Whether a number is surely not 0, without asking for more digits."""
    return not isinstance(number, Ball) or abs(number.mid) > number.rad


def _sum(a: Key, b: Key) -> Key:
    return a[0] + b[0], a[1] + b[1]


def _together(a: tuple[Key | None, Rest], b: tuple[Key | None, Rest]) -> tuple[Key | None, Rest]:
    """What is left out of a sum, of what is left out of its parts."""
    if a[0] is None or (b[0] is not None and b[0] < a[0]):
        return b
    if b[0] is None or a[0] < b[0]:
        return a
    kinds = {a[1], b[1]}
    rest: Rest = "tail" if kinds == {"tail"} else "swings" if kinds == {"tail", "swings"} else "any"
    return a[0], rest
