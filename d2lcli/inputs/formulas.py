"""A reader's function of x, such as ``x**2*sin(x)``: checked, and what follows from it.

The grammar is closed: numbers, x, pi, e, ``+ - * / **``, parentheses and the functions of
``FUNCTIONS``. ``_scan`` lets nothing else through to Python's parser, which then only says what
binds how. A part without x becomes one float at once, so neither Python nor torch ever computes a
power or a quotient of plain numbers. From the checked tree come the lesson's source, the formula as
one writes it by hand, and the derivative.
"""

from __future__ import annotations

import ast
import math
import operator
import re
import signal
import textwrap
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from ..errors import Misuse, quoted

LENGTH = 200  # characters
DEPTH = 100  # operations inside one another
EXACT = 2**53  # every integer up to here is a float
SECONDS = 1.0  # for finding a derivative

Functions = Mapping[str, Callable[[float], float]]

CONSTANTS = {"pi": math.pi, "e": math.e}
# Each function for a plain number. torch has all of them, under the same names.
FUNCTIONS: Functions = {
    **{name: getattr(math, name) for name in ("sin", "cos", "tan", "asin", "acos", "atan")},
    **{name: getattr(math, name) for name in ("sinh", "cosh", "tanh", "exp")},
    **{name: getattr(math, name) for name in ("log", "log2", "log10", "sqrt")},
    "abs": abs,
    "sigmoid": lambda value: 1 / (1 + math.exp(-value)) if value > -700 else math.exp(value),
    "relu": lambda value: max(value, 0.0),
}
# In derivatives only: those of abs and relu.
DERIVED: Functions = {
    "sign": lambda value: float((value > 0) - (value < 0)),
    "heaviside": lambda value: float(value > 0),
}
OPERATIONS: Mapping[type[ast.operator], Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: math.pow,
}

TOKEN = re.compile(
    r"(?P<number>([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z_0-9]*)|(?P<sign>\*\*|[-+*/()])|(?P<other>\S)"
)
# What to write in place of a sign or a name that the grammar does not have.
INSTEAD = {
    **{"^": "** for a power", "²": "**2", "³": "**3", "√": "sqrt(x)", "π": "pi", "|": "abs(x)"},
    **dict.fromkeys("×·•", "*") | dict.fromkeys("÷:", "/") | dict.fromkeys("−–", "-"),
    **dict.fromkeys("[]{}", "round parentheses"),
    ",": "one number at a time, with a point: 0.5",
    ".": "functions without a module, such as sin(x)",
    "!": "x, a function of x or a number",
}
OTHER_NAMES = {
    **{"ln": "log", "lg": "log10", "tg": "tan", "X": "x", "PI": "pi", "Pi": "pi", "E": "e"},
    **{"cot": "1/tan(x)", "sec": "1/cos(x)", "csc": "1/sin(x)", "sign": "x/abs(x)"},
    **{"arcsin": "asin", "arccos": "acos", "arctan": "atan"},
}


class _MistakeError(Exception):
    """What is wrong with a formula, where, and what to do about it."""

    def __init__(self, reason: str, way_out: str, place: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason if place is None else f"{reason} (character {place + 1})"
        self.way_out = way_out


class _TooLong(BaseException):
    """Time is up. No Exception, because sympy catches some of those."""


@dataclass(frozen=True)
class Formula:
    """A checked formula.

    ``tree`` has nodes of ``ast`` for x, pi, e, numbers, the five operations, minus signs and calls
    of known functions only; a part without x is one number there. ``pretty`` is the formula as one
    writes it by hand: ``3x² − 4x``.
    """

    text: str
    pretty: str
    tree: ast.expr

    @property
    def constant(self) -> float | None:
        """The value of a formula without x; None for any other."""
        return _value(self.tree)

    @property
    def source(self) -> str:
        """Python source of the formula's value for a float tensor ``x`` of any shape."""
        source = ast.unparse(_for_torch(self.tree)).replace(" ** ", "**")
        if self.constant is None:
            return source
        # A tensor like x, which autograd knows, and not a plain number.
        return f"0 * x + {source}" if self.constant else "0 * x"

    def definition(self, name: str) -> str:
        """Python source of the function, in lines that fit on a narrow page."""
        lines = textwrap.wrap(self.source, 64, break_long_words=False, break_on_hyphens=False)
        if len(self.source) <= 64:
            return f"def {name}(x):\n    return {lines[0]}"
        inside = textwrap.indent("\n".join(lines), " " * 8)
        return f"def {name}(x):\n    return (\n{inside}\n    )"

    def derivative(self) -> Formula | None:
        """The formula of f′; None where sympy does not find one within ``SECONDS``."""
        try:
            import sympy  # type: ignore[import-untyped]

            with _limit(SECONDS):
                text = _differentiated(self.tree, sympy)
            return _checked(text, {**FUNCTIONS, **DERIVED}, 4 * LENGTH)
        except (_TooLong, _MistakeError, ImportError, ArithmeticError, TypeError, RecursionError):
            return None


def parse(option: str, text: str) -> Formula:
    """The formula that ``text`` stands for.

    Raises:
        Refusal: it is none; the sentence names the place and a way out.
    """
    try:
        return _checked(text, FUNCTIONS, LENGTH)
    except _MistakeError as mistake:
        raise Misuse(f"{option} {quoted(text)}: {mistake.reason}; {mistake.way_out}") from None


def _checked(text: str, functions: Functions, length: int) -> Formula:
    if len(text) > length:
        raise _MistakeError(f"{len(text)} characters are too many", f"give at most {length}")
    text = re.sub(r"\s", " ", text)
    _scan(text, functions)
    tree = ast.parse(text.strip(), mode="eval").body
    if _depth(tree) > DEPTH:
        raise _MistakeError("too many operations lie inside one another", f"give at most {DEPTH}")
    return Formula(text.strip(), _pretty(tree)[0], _folded(tree, functions))


def _scan(text: str, functions: Functions) -> None:
    """Check ``text`` from left to right: known signs, and operands and operators in turn."""
    if "=" in text:
        # Before the name on its left: y = x**2 and f(x) = x**2 are meant well.
        raise _MistakeError(
            "'=' means nothing here", "write only what stands to the right of it", text.index("=")
        )
    opened: list[int] = []
    before = last = ""  # what kind of token came last (operand, operator, function), and its text
    token = None
    for token in TOKEN.finditer(text):
        word, place = token[0], token.start()
        if token["other"]:
            known = "numbers, x, pi, e, + - * / **, ( ) and functions such as sin(x)"
            way_out = f"write {INSTEAD[word]}" if word in INSTEAD else f"a formula has {known}"
            raise _MistakeError(f"{word!r} means nothing here", way_out, place)
        if token["name"]:
            _known(word, place, functions)
        if token["number"]:
            _number(word, place)
        if before == "function" and word != "(":
            way_out = f"write {last}(x)" + ("**2" if word == "**" else "")
            raise _MistakeError(f"{last} needs parentheses", way_out, place)
        if token["number"] or token["name"] or word == "(":
            if before == "operand":
                raise _MistakeError(
                    f"nothing stands between {last!r} and {word!r}",
                    "write * where you mean times"
                    + ("" if last == ")" or word == "(" else f": {last}*{word}"),
                    place,
                )
            before = "operand" if word != "(" else ""
            if word in functions:
                before = "function"
            if word == "(":
                opened.append(place)
        elif word == ")":
            if not opened:
                raise _MistakeError(
                    "this ) closes nothing", "open it with ( or leave it out", place
                )
            if before != "operand":
                raise _MistakeError(
                    "nothing stands before )", "write a number, x or a function", place
                )
            opened.pop()
        elif before != "operand" and word not in "+-":
            twice = "for a quotient write one /" if last == word == "/" else ""
            raise _MistakeError(
                f"nothing stands before {word}", twice or "write a number or x there", place
            )
        else:
            before = "operator"
        last = word
    if opened:
        raise _MistakeError("this ( is not closed", "close it with )", opened[-1])
    if before == "function":
        raise _MistakeError(f"{last} needs parentheses", f"write {last}(x)", len(text) - 1)
    if before != "operand":
        after = f"nothing stands after {token[0]}" if token else "nothing is there"
        raise _MistakeError(after, "write a formula such as 3*x**2-4*x", token and token.start())


def _number(word: str, place: int) -> None:
    """Check that a number is one that Python reads, and that fits into a float."""
    if re.fullmatch(r"0[0-9]*[1-9][0-9]*", word):
        raise _MistakeError(f"{word} begins with 0", f"write {word.lstrip('0')}", place)
    if math.isinf(float(word)):
        raise _MistakeError(f"{word} is too large for a float", "write at most 1e308", place)


def _known(word: str, place: int, functions: Functions) -> None:
    """Check that the grammar has this name, or say which one may be meant."""
    if word == "x" or word in CONSTANTS or word in functions:
        return
    way_out = f"a formula has x, pi, e and the functions {' '.join(FUNCTIONS)}"
    near = get_close_matches(word.lower(), functions, 1, 0.75)
    if word in OTHER_NAMES:
        way_out = f"write {OTHER_NAMES[word]}"
    elif word in ("math", "np", "numpy", "torch"):
        way_out = "write functions without a module, such as sin(x)"
    elif word.endswith("x") and word[:-1] in functions:
        way_out = f"write {word[:-1]}(x)"
    elif re.fullmatch(r"x+", word):
        way_out = f"write {'*'.join(word)}"
    elif near:
        way_out = f"did you mean {near[0]}?"
    raise _MistakeError(f"{word!r} is not known", way_out, place)


def _depth(tree: ast.AST) -> int:
    return 1 + max((_depth(node) for node in ast.iter_child_nodes(tree)), default=0)


def _folded(node: ast.expr, functions: Functions) -> ast.expr:
    """The tree with one number for every part that has no x."""
    new: ast.expr
    operation: Callable[..., float]
    match node:
        case ast.Name(id=name) if name == "x" or name in CONSTANTS:
            return node
        case ast.Constant(value=int() | float()):
            return node
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _folded(operand, functions)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            parts = [_folded(operand, functions)]
            new, operation = ast.UnaryOp(ast.USub(), *parts), operator.neg
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATIONS:
            parts = [_folded(left, functions), _folded(right, functions)]
            new, operation = ast.BinOp(parts[0], op, parts[1]), OPERATIONS[type(op)]
        case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]) if name in functions:
            parts = [_folded(argument, functions)]
            new, operation = ast.Call(ast.Name(name), parts, []), functions[name]
        case _:
            raise _MistakeError(f"{ast.unparse(node)!r} means nothing here", "see the help")
    values = [value for part in parts if (value := _value(part)) is not None]
    if len(values) < len(parts):
        return new
    value = _finite(lambda: operation(*values), node)
    size, positive = abs(value), math.copysign(1, value) > 0
    # -0 is the integer 0, which has lost its sign; -0.0 keeps it.
    whole = size.is_integer() and size <= EXACT and (size > 0 or positive)
    constant = ast.Constant(int(size) if whole else size)
    return constant if positive else ast.UnaryOp(ast.USub(), constant)


def _finite(compute: Callable[[], float], node: ast.expr) -> float:
    """What ``compute`` gives, the value of ``node``, if it is a finite number."""
    try:
        value = compute()
        if math.isfinite(value):
            return value
        reason = "is too large for a float"
    except ZeroDivisionError:
        reason = "divides by 0"
    except OverflowError:
        reason = "is too large for a float"
    except ValueError:
        reason = "has no real value"
    raise _MistakeError(f"{_pretty(node)[0]} {reason}", "leave it out or change it")


def _value(node: ast.expr) -> float | None:
    """The value of a part that is a number; None where there is an x in it."""
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.UnaryOp(operand=ast.Constant(value=int() | float() as value)):
            return -float(value)
        case ast.Name(id=name):
            return CONSTANTS.get(name)
    return None


def _for_torch(node: ast.expr) -> ast.expr:
    """The tree as a lesson writes it: torch's functions, and numbers that torch takes."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=[argument]):
            inner = _for_torch(argument)
            zeros: list[ast.expr] = [ast.Call(ast.Name("torch.zeros_like"), [inner], [])]
            more = zeros if name == "heaviside" else []
            return ast.Call(ast.Name(f"torch.{name}"), [inner, *more], [])
        case ast.BinOp(left=left, op=op, right=right):
            return ast.BinOp(_for_torch(left), op, _for_torch(right))
        case ast.UnaryOp(op=op, operand=operand):
            return ast.UnaryOp(op, _for_torch(operand))
        case ast.Name(id=name) if name in CONSTANTS:
            return ast.Name(f"torch.{name}")
        case ast.Constant(value=int() as value) if value > EXACT:
            return ast.Constant(float(value))
    return node


SUM, PRODUCT, SIGNED, POWER, ATOM = range(5)  # how tightly a formula written by hand holds together


def _pretty(node: ast.expr) -> tuple[str, int]:
    """The formula as one writes it by hand, and how tightly it holds together."""

    def part(node: ast.expr, least: int) -> str:
        text, holds = _pretty(node)
        return text if holds >= least else f"({text})"

    match node:
        case ast.Constant(value=int() | float() as value):
            whole = abs(value) < 10**15 and value == int(value)
            return str(int(value) if whole else value).replace("e+", "e"), ATOM
        case ast.Name(id=name):
            return {"pi": "π"}.get(name, name), ATOM
        case ast.Call(func=ast.Name(id="abs"), args=[argument]):
            return f"|{_pretty(argument)[0]}|", ATOM
        case ast.Call(func=ast.Name(id=name), args=[argument]):
            return f"{name}({_pretty(argument)[0]})", ATOM
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return f"−{part(operand, PRODUCT)}", SIGNED
        case ast.UnaryOp(operand=operand):
            return _pretty(operand)
        case ast.BinOp(left=left, op=ast.Pow(), right=ast.Constant(value=int() as power)) if (
            1 < power < 10
        ):
            return part(left, ATOM) + "²³⁴⁵⁶⁷⁸⁹"[power - 2], POWER
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return f"{part(left, ATOM)}^{part(right, ATOM)}", POWER
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            first, second = part(left, PRODUCT), part(right, POWER)
            number = (
                isinstance(_value(left), float) and not second[0].isdigit() and "e" not in first
            )
            gap = " · " if not number else "" if second[0] in "xπ(" else " "
            return f"{first}{gap}{second}", PRODUCT
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return f"{part(left, PRODUCT)} / {part(right, POWER)}", PRODUCT
        case ast.BinOp(left=left, op=op, right=right):
            first, second = _pretty(left)[0], part(right, PRODUCT)
            second = f"({second})" if second[0] == "−" else second
            return f"{first} {'−' if isinstance(op, ast.Sub) else '+'} {second}", SUM
    raise TypeError(node)


def _differentiated(tree: ast.expr, sympy: Any) -> str:
    """The derivative of ``tree`` as the text of a formula."""
    # Functions that sympy does not take apart, with their derivatives.
    sign, heaviside = sympy.Function("sign"), sympy.Function("heaviside")
    slopes = {
        "abs": lambda self: sign(*self.args),
        "relu": lambda self: heaviside(*self.args),
        "sigmoid": lambda self: self * (1 - self),
    }
    own: dict[str, Callable[[Any], Any]] = {
        name: type(name, (sympy.Function,), {"fdiff": lambda self, _=1, slope=slope: slope(self)})
        for name, slope in slopes.items()
    }
    own |= {"log2": lambda u: sympy.log(u) / sympy.log(2.0)}
    own |= {"log10": lambda u: sympy.log(u) / sympy.log(10.0)}

    def convert(node: ast.expr, power: bool = False) -> Any:
        match node:
            case ast.Name(id=name):
                return {"x": sympy.Symbol("x"), "pi": sympy.pi, "e": sympy.E}[name]
            case ast.Call(func=ast.Name(id=name), args=[argument]):
                function = own[name] if name in own else getattr(sympy, name)
                return function(convert(argument))
            case ast.BinOp(left=left, op=ast.Pow(), right=right):
                return convert(left) ** convert(right, power=True)
            case ast.BinOp(left=left, op=op, right=right):
                return OPERATIONS[type(op)](convert(left), convert(right))
        value = _value(node)
        if value is None:
            assert isinstance(node, ast.UnaryOp)
            return -convert(node.operand)
        # Powers are exact where they can be. Everything else is a float, so that sympy computes no
        # integer of a billion digits: (9*x)**1000000000.
        exact = power and value.as_integer_ratio()[1] <= 4
        return sympy.Rational(value) if exact else sympy.Float(value)

    class Printer(sympy.StrPrinter):  # type: ignore[misc]
        def _print_Float(self, number: Any) -> str:  # noqa: N802  # sympy's name
            return repr(float(number))

        def _print_Exp1(self, _: object) -> str:  # noqa: N802
            return "e"

    slope = sympy.diff(convert(tree), sympy.Symbol("x"))
    whole = [n for n in slope.atoms(sympy.Float) if float(n).is_integer() and abs(n) <= EXACT]
    return str(Printer().doprint(slope.xreplace({n: sympy.Integer(n) for n in whole})))


@contextmanager
def _limit(seconds: float) -> Iterator[None]:
    """Raise ``_TooLong`` in the body after so many seconds, in the main thread."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(*_: object) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
