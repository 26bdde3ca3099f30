"""Formulas in many digits, without d2l: their values, limits and one-sided slopes, by mpmath."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import mpmath
from mpmath import mpf

Real = Any  # an mpf; None where there is no real value
DIGITS = 700
STEPS = (30, 60, 120, 240)  # how near the point values are looked at, in powers of ten


class NoValueError(Exception):
    """There is no real value here."""


def _real(f: Callable[..., Real]) -> Callable[..., Real]:
    def checked(*x: Real) -> Real:
        try:
            found = f(*x)
        except (ZeroDivisionError, ValueError, OverflowError) as error:
            raise NoValueError from error
        if isinstance(found, mpmath.mpc) or not mpmath.isfinite(found):
            raise NoValueError
        return found

    return checked


def _power(base: Real, exponent: Real) -> Real:
    if base == 0 and exponent < 0:
        raise NoValueError
    if base < 0 and exponent != mpmath.floor(exponent):
        raise NoValueError
    return base**exponent if base or exponent else mpf(1)


def _sigmoid(x: Real) -> Real:
    return 1 / (1 + mpmath.exp(-x))


FUNCTIONS: dict[str, Callable[..., Real]] = {
    **{name: _real(getattr(mpmath, name)) for name in ("sin", "cos", "tan", "exp", "log", "sqrt")},
    **{name: _real(getattr(mpmath, name)) for name in ("asin", "acos", "atan", "sinh", "cosh")},
    "tanh": _real(mpmath.tanh),
    "log2": _real(lambda x: mpmath.log(x) / mpmath.log(2)),
    "log10": _real(mpmath.log10),
    "abs": abs,
    "sign": lambda x: mpf(mpmath.sign(x)),
    "heaviside": lambda x: mpf(x > 0),
    "relu": lambda x: max(x, mpf(0)),
    "sigmoid": _real(_sigmoid),
    "min": min,
    "max": max,
}
COMPARED: dict[type[ast.cmpop], Callable[[Real, Real], bool]] = {
    ast.Lt: lambda a, b: a < b,
    ast.LtE: lambda a, b: a <= b,
    ast.Gt: lambda a, b: a > b,
    ast.GtE: lambda a, b: a >= b,
    ast.Eq: lambda a, b: a == b,
    ast.NotEq: lambda a, b: a != b,
}


def _of(node: ast.expr, x: Mapping[str, Real]) -> Real:
    match node:
        case ast.Constant(value=number):
            return mpf(number)
        case ast.Name(id=name):
            return {"pi": mpmath.pi, "e": mpmath.e}[name] + 0 if name not in x else x[name]
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_of(inner, x)
        case ast.UnaryOp(operand=inner):
            return _of(inner, x)
        case ast.BinOp(left=left, op=op, right=right):
            a, b = _of(left, x), _of(right, x)
            match op:
                case ast.Add():
                    return a + b
                case ast.Sub():
                    return a - b
                case ast.Mult():
                    return a * b
                case ast.Div():
                    if b == 0:
                        raise NoValueError
                    return a / b
                case ast.Pow():
                    return _power(a, b)
        case ast.Call(func=ast.Name(id="where"), args=[ast.Compare() as test, a, b]):
            left, right = _of(test.left, x), _of(test.comparators[0], x)
            return _of(a if COMPARED[type(test.ops[0])](left, right) else b, x)
        case ast.Call(func=ast.Name(id=name), args=parts):
            return FUNCTIONS[name](*(_of(part, x) for part in parts))
    raise TypeError(ast.dump(node))


@cache
def tree(text: str) -> ast.expr:
    return ast.parse(text.strip(), mode="eval").body


def at(text: str, /, **x: Real) -> Real:
    """The value; None where there is none."""
    try:
        return _of(tree(text), x)
    except NoValueError:
        return None


def point(text: str) -> Real:
    """A point as somebody types it, exactly: pi/2 is not the float beside it."""
    plain = text.strip()
    if re.fullmatch(r"[-+\d.e]+", plain) and "pi" not in plain and plain.strip("-") != "e":
        return mpf(float(plain))
    return at(plain)


class Side:
    """What f does on one side of a point, along one variable."""

    def __init__(self, f: Callable[[Real], Real], x: Real, sign: int) -> None:
        size = min(mpf(1), abs(x)) if x else mpf(1)
        self.steps = [sign * size * mpf(10) ** -power for power in STEPS]
        self.values = [f(x + h) for h in self.steps]
        self.f, self.x = f, x

    @property
    def there(self) -> bool:
        """Whether f has values on this side."""
        return self.values[-1] is not None

    def swings(self, start: Real | None) -> bool:
        """Whether values (or quotients, from ``start``) neither settle nor grow."""
        found = []
        for power in range(35, 75):
            h = (1 if self.steps[0] > 0 else -1) * mpf(10) ** -power
            v = self.f(self.x + h)
            if v is None:
                continue
            found.append(v if start is None else (v - start) / h)
        if len(found) < 10:
            return False
        late = found[len(found) // 2 :]
        return bool(max(late) - min(late) > max(map(abs, late)) * mpf(10) ** -20)


def settled(found: list[Real]) -> Real:
    """The number that values settle at; None where they do not."""
    if len(found) < 3 or None in found[-3:]:
        return None
    a, b = found[-2], found[-1]
    if abs(a - b) <= abs(b) * mpf(10) ** -25:
        return b
    # A root of h still falls: 1e-40, 1e-80. What settles at a small number does not.
    if max(abs(a), abs(b)) < mpf(10) ** -100:
        return mpf(0)
    return mpf(0) if abs(b) < mpf(10) ** -24 and abs(b) <= abs(a) * mpf(10) ** -5 else None


def near(text: str, x: Real, sign: int, variable: str = "x", /, **others: Real) -> Side:
    """One side of a point, in many digits."""
    return Side(lambda v: at(text, **{**others, variable: v}), x, sign)


def slopes(text: str, x: Real, variable: str = "x", /, **others: Real) -> tuple[Real, Real]:
    """The slopes on both sides of a point with a value; None where there is none."""
    found: list[Real] = []
    start = at(text, **{**others, variable: x})
    for sign in (-1, 1):
        side = near(text, x, sign, variable, **others)
        if start is None or None in side.values[-3:]:
            found.append(None)
            continue
        pairs = zip(side.values, side.steps, strict=True)
        found.append(settled([(v - start) / h if v is not None else None for v, h in pairs]))
    return found[0], found[1]


def derivative(text: str, x: Real, variable: str = "x", /, **others: Real) -> Real:
    """The derivative; None where the slopes of both sides do not settle at one number."""
    left, right = slopes(text, x, variable, **others)
    if left is None or right is None:
        return None
    return right if alike(left, right) else None


def alike(left: Real, right: Real) -> bool:
    """Whether two slopes are the same; those that go to 0 are 0 here."""
    return bool(abs(left - right) <= max(abs(left), abs(right)) * mpf(10) ** -20)


# What a page shows as one writes it by hand


class Hand:
    """Reads ``3x² − 4x`` back: its value at a point."""

    SUPER = "²³⁴⁵⁶⁷⁸⁹"
    TOKEN = re.compile(
        r"\s*(?:(?P<number>\d+\.?\d*(?:e-?\d+)?)|(?P<name>[a-wA-W]\w+|[xyzeπ])|(?P<sign>.))"
    )

    def __init__(self, text: str, x: Mapping[str, Real]) -> None:
        self.tokens = [
            (kind, match[kind])
            for match in self.TOKEN.finditer(text.strip())
            for kind in ("number", "name", "sign")
            if match[kind] is not None
        ]
        self.place, self.x, self.inside = 0, x, 0

    @property
    def next(self) -> str:
        return self.tokens[self.place][1] if self.place < len(self.tokens) else ""

    def take(self) -> tuple[str, str]:
        self.place += 1
        return self.tokens[self.place - 1]

    def whole(self) -> Real:
        found = self.sum()
        if self.next:
            raise SyntaxError(f"{self.next!r} is not understood")
        return found

    def sum(self) -> Real:
        found = self.product()
        while self.next in ("+", "−"):
            sign = self.take()[1]
            other = self.product()
            found = found + other if sign == "+" else found - other
        return found

    def product(self) -> Real:
        negative = self.next == "−"
        if negative:
            self.take()
        found = self.power()
        while True:
            if self.next == "/":
                self.take()
                below = self.power()
                if below == 0:
                    raise NoValueError
                found /= below
            elif self.next == "·":
                self.take()
                found *= self.power()
            elif self.begins():
                found *= self.power()
            else:
                return -found if negative else found

    def begins(self) -> bool:
        if self.place >= len(self.tokens):
            return False
        kind, text = self.tokens[self.place]
        return kind in ("number", "name") or text == "(" or (text == "|" and not self.inside)

    def power(self) -> Real:
        if self.next == "−":
            self.take()
            return -self.power()
        found = self.atom()
        if self.next and self.next in self.SUPER:
            return _power(found, mpf(self.SUPER.index(self.take()[1]) + 2))
        if self.next == "^":
            self.take()
            return _power(found, self.atom())
        return found

    def atom(self) -> Real:
        kind, text = self.take()
        if kind == "number":
            return mpf(float(text))
        if text == "(":
            self.inside, before = 0, self.inside
            found = self.sum()
            self.inside = before
            assert self.take()[1] == ")"
            return found
        if text == "|":
            self.inside += 1
            found = self.sum()
            self.inside -= 1
            assert self.take()[1] == "|"
            return abs(found)
        if kind != "name":
            raise SyntaxError(f"{text!r} is not understood")
        return self.named(text)

    def named(self, text: str) -> Real:
        if text in self.x:
            return self.x[text]
        if text in "πe":
            return (mpmath.pi if text == "π" else mpmath.e) + 0
        assert self.take()[1] == "("
        self.inside, before = 0, self.inside
        parts = [self.compared() if text == "where" else self.sum]
        if text != "where":
            values = [parts[0]()]
            while self.next == ",":
                self.take()
                values.append(self.sum())
            found = FUNCTIONS[text](*values)
        else:
            found = self.case(parts[0])
        self.inside = before
        assert self.take()[1] == ")"
        return found

    def compared(self) -> Any:
        left = self.sum()
        sign = self.take()[1]
        right = self.sum()
        ways = {"<": left < right, "≤": left <= right, ">": left > right, "≥": left >= right}
        return {**ways, "=": left == right, "≠": left != right}[sign]

    def case(self, chosen: Any) -> Real:
        """Both branches are read, one of them has to have a value."""
        values = []
        for _ in range(2):
            assert self.take()[1] == ","
            start = self.place
            try:
                values.append(self.sum())
            except NoValueError:
                values.append(None)
                self.place = start
                depth = 0
                while self.next not in (",", ")") or depth:
                    depth += {"(": 1, ")": -1}.get(self.take()[1], 0)
        found = values[0] if chosen else values[1]
        if found is None:
            raise NoValueError
        return found


def by_hand(text: str, /, **x: Real) -> Real:
    try:
        return Hand(text, x).whole()
    except NoValueError:
        return None


def rule_holds(text: str, rule: str, variable: str, points: Mapping[str, Real]) -> None:
    """Whether a rule, as a page shows it, is the derivative of a formula, at points beside this.

    Raises:
        AssertionError: it is not.
    """
    compared = 0
    with mpmath.workdps(130):
        for shift in ("0.3137", "-0.2718", "1.4142", "-1.7320", "2.6457", "0.0123"):
            x = {
                name: value + mpf(shift) * (1 + place / mpf(7))
                for place, (name, value) in enumerate(points.items())
            }
            h = mpf(10) ** -40
            left, right = (at(text, **{**x, variable: x[variable] + step}) for step in (-h, h))
            told = by_hand(rule, **x)
            if left is None or right is None or told is None:
                continue
            true = (right - left) / (2 * h)
            compared += 1
            off = abs(true - told)
            scale = max(abs(true), abs(told), abs(right) * mpf(10) ** -10)
            assert off <= scale * mpf(10) ** -9 + mpf(10) ** -25, (
                f"the rule gives {mpmath.nstr(told, 12)} at {mpmath.nstr(x[variable], 12)}, and "
                f"the slope is {mpmath.nstr(true, 12)}"
            )
