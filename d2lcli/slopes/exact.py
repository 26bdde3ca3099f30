"""A formula's values with many digits, and the quantities that decide where it may break.

A formula made of smooth functions can only break where some part of it is 0: what is divided by,
what stands in abs, sqrt or log, the difference of what is compared. These parts are its *guards*.
"""

from __future__ import annotations

import ast
import math
import threading
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from ..inputs.trees import COMPARISONS, CONSTANTS, variables

SPARE = 20  # of the digits, not counted on: a difference in them alone is rounding
LARGEST = 2**14  # bits of the largest number that exp and sin are computed of
SATURATED = {"sinh": LARGEST, "cosh": LARGEST, "tanh": 14}  # bits from where on nothing changes
MEDIUM, LONG = 420, 1600  # digits: for most points, and where something breaks
FUNCTION = 20  # how much longer a function takes than a sum


class NoValue(Exception):  # noqa: N818  # no error, but an answer
    """There is no real value."""


class Unsure(Exception):  # noqa: N818
    """The value cannot be told, or all work that is allowed is done."""


class Work:
    """Counts units of work: about one operation with two numbers of ``MEDIUM`` digits each."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.done = 0

    def add(self, units: int) -> None:
        """Count ``units`` more.

        Raises:
            Unsure: that is more than is allowed.
        """
        if self.done + units > self.most:
            raise Unsure
        self.done += units


_contexts = threading.local()  # because mpmath sets the digits of a context while it computes


def context(digits: int) -> Any:
    """An arithmetic of that many digits, apart from mpmath's own, which anybody may set."""
    own = getattr(_contexts, f"of{digits}", None)
    if own is None:
        from mpmath.ctx_mp import MPContext

        own = MPContext()
        setattr(_contexts, f"of{digits}", own)
    own.dps = digits
    return own


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


class Exact:
    """The values of a formula along one variable, and its guards at the point looked at last.

    Numbers are what ``read`` says and pi is π; with ``binary`` they are the floats that a program
    computes with.
    """

    def __init__(
        self,
        tree: ast.expr,
        variable: str,
        point: Mapping[str, float],
        work: Work,
        digits: int = MEDIUM,
        binary: bool = False,
    ) -> None:
        self.mp = context(digits)
        self.eps = self.mp.mpf(10) ** (SPARE - digits)
        self.tree, self.variable, self.point = tree, variable, point
        self.work, self.cost, self.binary = work, 1 if digits <= MEDIUM else 10, binary
        self.rounded = False  # whether a float stands for another number than its own
        self.names = {name: self.number(value) for name, value in point.items()}
        self.at = self.names[variable]
        self.guards: dict[ast.expr, Any] = {}
        self.parts: dict[ast.expr, Any] = {}  # the values of all parts, as guards are
        self.largest = self.mp.zero  # of the finite numbers that the last value was made of

    def number(self, value: float) -> Any:
        """A float as the number that it stands for."""
        number = Fraction(value) if self.binary else read(value)
        self.rounded |= number != Fraction(value)
        return self.mp.mpf(number.numerator) / number.denominator

    def value(self, x: Any) -> Any:
        """The value at ``x``, which may be infinite; None where there is none.

        Raises:
            Unsure: it cannot be told.
        """
        self.guards, self.parts, self.largest = {}, {}, self.mp.zero
        self.names[self.variable] = x
        try:
            return self._of(self.tree)
        except NoValue:
            return None

    def near_0(self) -> dict[tuple[str, ast.expr], Any]:
        """What may be 0 close to the point looked at last: the guards, and all parts."""
        both = {("guard", node): guard for node, guard in self.guards.items()}
        return both | {
            ("part", node): part for node, part in self.parts.items() if self.mp.isfinite(part)
        }

    def _of(self, node: ast.expr) -> Any:
        self.parts[node] = value = self._computed(node)
        if self.mp.isfinite(value):
            self.largest = max(self.largest, abs(value))
        return value

    def _computed(self, node: ast.expr) -> Any:
        self.work.add(self.cost)
        match node:
            case ast.Constant(value=int() | float() as number):
                return self._constant(float(number))
            case ast.Name(id="pi" | "e" as name):
                self.rounded = True
                return self.mp.mpf(CONSTANTS[name]) if self.binary else +getattr(self.mp, name)
            case ast.Name(id=name):
                if name not in self.names:
                    raise Unsure
                return self.names[name]
            case ast.UnaryOp(op=op, operand=operand):
                value = self._of(operand)
                return -value if isinstance(op, ast.USub) else value
            case ast.BinOp(left=left, op=ast.Pow(), right=right):
                return self._power(node, self._of(left), self._of(right))
            case ast.BinOp(left=left, op=op, right=right):
                return self._binary(node, op, self._of(left), self._of(right))
            case ast.Call(args=[ast.Compare(left=left, ops=[op], comparators=[right]), yes, no]):
                sign = self._sign(node, self.difference(self._of(left), self._of(right)))
                return self._of(yes if COMPARISONS[type(op)](sign, 0) else no)
            case ast.Call(func=ast.Name(id=name), args=arguments):
                return self._called(node, name, [self._of(argument) for argument in arguments])
        raise Unsure

    def _constant(self, value: float) -> Any:
        """A number of the formula; one that is the float of a simple part of π is that."""
        part = None if self.binary else self.part_of_pi(value)
        return self.number(value) if part is None else part

    def part_of_pi(self, value: float) -> Any:
        """The simple part of π that a float was made from; None where it was not."""
        if value and read(value).denominator > 10**9:
            part = Fraction(value / math.pi).limit_denominator(24)
            if part and math.isclose(float(part) * math.pi, value, rel_tol=4e-16):
                return self.mp.pi * part.numerator / part.denominator
        return None

    def _told(self, value: Any) -> Any:
        """The value, unless it is one of ∞ − ∞ and the like."""
        if self.mp.isnan(value):
            raise Unsure
        return value

    def difference(self, a: Any, b: Any) -> Any:
        """The difference a − b, or 0 where only the last digits differ."""
        difference = self._told(a - b)
        return self.mp.zero if abs(difference) < self.eps * max(abs(a), abs(b)) else difference

    def _sign(self, node: ast.expr, guard: Any) -> int:
        """The sign of a guard, which is noted."""
        self.guards[node] = guard
        return int(self.mp.sign(guard))

    def _binary(self, node: ast.expr, op: ast.operator, a: Any, b: Any) -> Any:
        match op:
            case ast.Add():
                return a + b if a == -b == self.mp.inf else self.difference(a, -b)
            case ast.Sub():
                return self.difference(a, b)
            case ast.Mult():
                return self._told(a * b)
        if not self._sign(node, b):
            raise NoValue
        return self._told(a / b)

    def _power(self, node: ast.BinOp, base: Any, exponent: Any) -> Any:
        """base^exponent. 0 to the power of 0 is 1, as everywhere in computing."""
        whole = self.mp.isint(exponent)
        varies = self.variable in variables(node.right)
        if varies or not whole or exponent < 0:
            # A negative base has a power at lone points only.
            self.guards[node] = self.mp.zero if varies and base < 0 else base
        if not base:
            if exponent < 0:
                raise NoValue
            return self.mp.mpf(not exponent)
        if base < 0 and not whole:
            raise NoValue
        if whole and abs(exponent) <= 1000:
            return base ** int(exponent)
        size = self._exp(self._told(exponent * self._log(abs(base))))
        return -size if base < 0 and exponent % 2 else size

    def _exp(self, u: Any) -> Any:
        self.work.add(FUNCTION * self.cost)
        mp, size = self.mp, self.mp.mag(u) if self.mp.isfinite(u) and u else 0
        if size > LARGEST:
            return mp.exp(mp.inf * u)
        if size <= 64:
            return mp.exp(u)
        # mpmath takes seconds for whole numbers of this size.
        with mp.extraprec(size):
            twos = mp.floor(u / mp.ln2)
            return mp.ldexp(mp.exp(u - twos * mp.ln2), int(twos))

    def _log(self, u: Any) -> Any:
        self.work.add(FUNCTION * self.cost)
        return self.mp.zero if abs(u - 1) < self.eps else self.mp.log(u)

    def _called(self, node: ast.expr, name: str, values: list[Any]) -> Any:
        """A function's value."""
        u, mp = values[0], self.mp
        match name:
            case "min" | "max":
                first = self._sign(node, self.difference(u, values[1])) >= 0
                return values[0 if first == (name == "max") else 1]
            case "abs" | "relu" | "sign" | "heaviside":
                sign = self._sign(node, u)
                return {"abs": abs(u), "relu": max(u, mp.zero), "sign": mp.mpf(sign)}.get(
                    name, mp.mpf(sign > 0)
                )
            case "sqrt" | "log" | "log2" | "log10":
                return self._from_0_up(node, name, u)
            case "asin" | "acos":
                self.work.add(FUNCTION * self.cost)
                inside = self._sign(node, self.difference(mp.one, abs(u)))
                if inside < 0:
                    raise NoValue
                return getattr(mp, name)(u if inside else mp.sign(u))
            case "exp":
                return self._exp(u)
            case "sigmoid":
                return 1 / (1 + self._exp(-u))
            case "sinh" | "cosh" | "tanh" if mp.isinf(u) or mp.mag(u) > SATURATED[name]:
                return {"sinh": mp.inf * u, "cosh": mp.inf}.get(name, mp.sign(u))
        self.work.add(FUNCTION * self.cost)
        return self._wave(node, name, u) if name in ("sin", "cos", "tan") else getattr(mp, name)(u)

    def _from_0_up(self, node: ast.expr, name: str, u: Any) -> Any:
        """The square root, or a logarithm, which has no value at 0."""
        sign = self._sign(node, u)
        if sign < 0 or (sign == 0 and name != "sqrt"):
            raise NoValue
        if name == "sqrt":
            return self.mp.sqrt(u)
        value = self._log(u)
        return value if name == "log" else value / self.mp.log(int(name.removeprefix("log")))

    def _wave(self, node: ast.expr, name: str, u: Any) -> Any:
        if self.mp.isinf(u) or self.mp.mag(u) > LARGEST:
            raise Unsure
        # Of a large u so little is known that a value close to 0 is 0.
        least = self.eps * abs(u) if abs(u) > 1 else 0
        cosine, sine = (
            self.mp.zero if abs(value) < least else value for value in self.mp.cos_sin(u)
        )
        if name != "tan":
            return sine if name == "sin" else cosine
        if not self._sign(node, cosine):
            raise NoValue
        return sine / cosine
