"""The closed grammar of formulas: what a reader may write, and what to write instead.

``read`` scans a text from left to right and lets nothing else through to Python's parser, which
then only says what binds how: numbers, variables, pi, e, ``+ - * / **``, parentheses, the functions
of ``trees`` and, as the first argument of ``where`` only, one comparison.
"""

from __future__ import annotations

import ast
import math
import re
from dataclasses import dataclass
from difflib import get_close_matches

from ..language import mark, tr
from ..words import enumerated
from .trees import CASES, CONSTANTS, DEPTH, FUNCTIONS, VARIABLES, depth

LENGTH = 200  # characters
NAMES = (*FUNCTIONS, *CASES)  # of functions that a reader may write

TOKEN = re.compile(
    r"(?P<number>([0-9][0-9_]*\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z_0-9]*)|(?P<comparison>[<>]=?|[=!]=)|(?P<sign>\*\*|[-+*/(),])"
    r"|(?P<other>\S)"
)
NUMBER = re.compile(r"([0-9]{1,3}(_[0-9]{3})+|[0-9]+)(?![0-9_]).*|\..*")
EXAMPLES = {"min": "min(x, 1)", "max": "max(x, 0)", "where": "where(x < 0, x**2, x)"}
# What to write in place of a sign or a name that the grammar does not have.
INSTEAD = {
    **{"²": "**2", "³": "**3", "√": "sqrt(x)", "π": "pi", "|": "abs(x)"},
    **dict.fromkeys("×·•", "*") | dict.fromkeys("÷:", "/") | dict.fromkeys("—‐", "-"),
    **{"≤": "<=", "≥": ">=", "≠": "!="},
    **{"ln": "log", "lg": "log10", "tg": "tan", "X": "x", "PI": "pi", "Pi": "pi", "E": "e"},
    **{"cot": "1/tan(x)", "sec": "1/cos(x)", "csc": "1/sin(x)"},
    **{"arcsin": "asin", "arccos": "acos", "arctan": "atan", "Y": "y", "Z": "z"},
    **{"minimum": "min", "maximum": "max"},
    **dict.fromkeys(("if", "else", "Piecewise", "piecewise"), EXAMPLES["where"]),
    **{"sign": "x/abs(x)", "heaviside": "where(x > 0, 1, 0)"},
}
ONE_CASE = mark("write one where inside another")
# What to do instead, where it is more than what to write.
ADVICE = {
    "^": mark("write ** for a power"),
    "!": mark("write x, a function of x or a number"),
    **dict.fromkeys("[]{}", mark("write round parentheses")),
    **dict.fromkeys(("&", "and", "or", "not"), ONE_CASE),
    **dict.fromkeys(("clamp", "clip"), mark("write min and max")),
    **dict.fromkeys(
        (".", "math", "np", "numpy", "torch"),
        mark("write functions without a module, such as sin(x)"),
    ),
}


class MistakeError(Exception):
    """What is wrong with a formula, where, and what to do about it."""

    def __init__(self, reason: str, way_out: str, place: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        if place is not None:
            self.reason = tr("{reason} (character {place})", reason=reason, place=place + 1)
        self.way_out = way_out


def read(text: str, variables: tuple[str, ...] = ("x",)) -> ast.expr:
    """The tree of ``text``, nothing computed in it yet.

    Raises:
        MistakeError: it is no formula of these variables.
    """
    if len(text) > LENGTH:
        reason = tr("{count} characters are too many", count=len(text))
        raise MistakeError(reason, tr("give at most {most}", most=LENGTH))
    _check_equals(text)
    _Scan(variables).all(text)
    tree = ast.parse(text.strip(), mode="eval").body
    if depth(tree) > DEPTH:
        reason = tr("too many operations lie inside one another")
        raise MistakeError(reason, tr("give at most {most}", most=DEPTH))
    return tree


def _check_equals(text: str) -> None:
    """Refuse = before the name on its left: y = x**2 and f(x) = x**2 are meant well."""
    found = re.search(r"(?<![<>=!])=(?!=)", text)
    if found:
        after = text[found.end() :][:1]
        way_out = _write(f"{after}=" if after and after in "<>" else "==")
        if "where" not in text[: found.start()]:
            way_out = tr("write only what stands to the right of it")
        raise MistakeError(_nothing("="), way_out, found.start())


def _write(instead: str) -> str:
    """The way out that is a text to write."""
    return tr("write {instead}", instead=instead)


def _instead(word: str) -> str:
    """The way out for a sign or a name that is known not to be one; empty for any other."""
    if word in ADVICE:
        return tr(ADVICE[word])
    return _write(INSTEAD[word]) if word in INSTEAD else ""


def _nothing(sign: str) -> str:
    return tr("{sign!r} means nothing here", sign=sign)


@dataclass
class _Open:
    """A parenthesis that is still open."""

    place: int = 0
    function: str = ""  # whose arguments stand in it, if any
    commas: int = 0
    compared: bool = False


class _Scan:
    """One walk over a text: known signs, and operands and operators in turn."""

    def __init__(self, variables: tuple[str, ...]) -> None:
        self.variables = variables
        self.opened = [_Open()]  # the first stands for the whole text
        self.before = ""  # what kind of token came last: operand, operator, function
        self.last = ""  # its text

    def all(self, text: str) -> None:
        """Read the whole text.

        Raises:
            MistakeError: something in it is not of the grammar.
        """
        for token in TOKEN.finditer(text):
            self.take(token)
            self.last = token[0]
        end = len(text) - 1
        if len(self.opened) > 1:
            reason, way_out = tr("this ( is not closed"), tr("close it with )")
            raise MistakeError(reason, way_out, self.opened[-1].place)
        self.check_call("", end)
        if self.before != "operand":
            way_out = tr("write a formula such as 3*x**2-4*x")
            if not self.last:
                raise MistakeError(tr("nothing is there"), way_out)
            reason = tr("nothing stands after {word}", word=self.last)
            raise MistakeError(reason, way_out, text.rindex(self.last))

    def take(self, token: re.Match[str]) -> None:
        word, place = token[0], token.start()
        if token["other"]:
            way_out = tr(
                "a formula has numbers, {names}, + - * / **, ( ) and functions such as sin(x)",
                names=enumerated((*self.variables, *CONSTANTS)),
            )
            raise MistakeError(_nothing(word), _instead(word) or way_out, place)
        if token["name"]:
            self.check_name(word, place)
        if token["number"]:
            _check_number(word, place)
        self.check_call(word, place)
        if token["number"] or token["name"] or word == "(":
            self.operand(word, place)
        elif word in "),":
            self.argument(word, place)
        else:
            self.operator(word, place, bool(token["comparison"]))

    def check_call(self, word: str, place: int) -> None:
        """Check that a function's name has its parentheses."""
        if self.before == "function" and word != "(":
            way_out = _write(_call(self.last) + ("**2" if word == "**" else ""))
            reason = tr("{function} needs parentheses", function=self.last)
            raise MistakeError(reason, way_out, place)

    def operand(self, word: str, place: int) -> None:
        if self.before == "operand":
            way_out = tr("write * where you mean times")
            if self.last != ")" and word != "(":
                product = f"{self.last}*{word}"
                way_out = tr("write * where you mean times: {product}", product=product)
            reason = tr(
                "nothing stands between {before!r} and {after!r}", before=self.last, after=word
            )
            raise MistakeError(reason, way_out, place)
        if word == "(":
            self.opened.append(_Open(place, self.last if self.before == "function" else ""))
            self.before = ""
        else:
            self.before = "function" if word in NAMES else "operand"

    def argument(self, word: str, place: int) -> None:
        """The end of an argument: a comma or a closing parenthesis."""
        inside = self.opened[-1]
        name, many = inside.function, CASES.get(inside.function, 1)
        if word == ")" and len(self.opened) == 1:
            way_out = tr("open it with ( or leave it out")
            raise MistakeError(tr("this ) closes nothing"), way_out, place)
        if word == "," and many == 1:
            way_out = tr("write one number at a time, with a point: 0.5")
            raise MistakeError(_nothing(","), way_out, place)
        if self.before != "operand":
            raise _without_operand(word, place)
        inside.commas += 1
        if word == "," and inside.commas == many:
            reason = tr(
                "{function} takes {count} values, and here is one more", function=name, count=many
            )
            way_out = tr("write {call}, and decimals with a point", call=_call(name))
            raise MistakeError(reason, way_out, place)
        few = word == ")" and inside.commas < many
        if few or (name == "where" and not inside.compared):
            reason = tr("where takes a comparison and two values")
            if name != "where":
                reason = tr("{function} takes {count} values", function=name, count=many)
            raise MistakeError(reason, _write(_call(name)), place)
        if word == ")":
            self.opened.pop()
        self.before = "operand" if word == ")" else ""

    def operator(self, word: str, place: int, compares: bool) -> None:
        inside = self.opened[-1]
        if compares and (inside.function != "where" or inside.commas):
            way_out = tr("a comparison stands first in {call}", call=_call("where"))
            raise MistakeError(_nothing(word), way_out, place)
        if compares and inside.compared:
            reason = tr("{sign!r} is a second comparison", sign=word)
            raise MistakeError(reason, tr(ONE_CASE), place)
        if self.before != "operand" and word not in "+-":
            twice = tr("for a quotient write one /") if self.last == word == "/" else ""
            raise _without_operand(word, place, twice)
        inside.compared |= compares
        self.before = "operator"

    def check_name(self, word: str, place: int) -> None:
        """Check that the grammar has this name, or say which one may be meant."""
        if word in self.variables or word in CONSTANTS or word in NAMES:
            return
        way_out = tr(
            "a formula has {names} and the functions {functions}",
            names=enumerated((*self.variables, *CONSTANTS)),
            functions=" ".join(NAMES),
        )
        near = get_close_matches(word.lower(), NAMES, 1, 0.75)
        if word in VARIABLES:
            way_out = tr("the only variable here is {name}", name=self.variables[0])
        elif instead := _instead(word):
            way_out = instead
        elif word[-1] in self.variables and word[:-1] in NAMES:
            way_out = _write(_call(word[:-1]))
        elif set(word) <= {*self.variables}:
            way_out = _write("*".join(word))
        elif near:
            way_out = tr("did you mean {name}?", name=near[0])
        raise MistakeError(tr("{word!r} is not known", word=word), way_out, place)


def _without_operand(word: str, place: int, way_out: str = "") -> MistakeError:
    way_out = way_out or tr("write a number, x or a function")
    return MistakeError(tr("nothing stands before {word}", word=word), way_out, place)


def _call(function: str) -> str:
    return EXAMPLES.get(function, f"{function}(x)")


def _check_number(word: str, place: int) -> None:
    """Check that a number is one that Python reads, and that fits into a float."""
    if not NUMBER.fullmatch(word):
        way_out = tr("leave out the _, or let digits stand apart in threes: 1_000")
        raise MistakeError(tr("{word} is no number", word=word), way_out, place)
    if re.fullmatch(r"0[0-9_]*[1-9][0-9_]*", word):
        reason = tr("{word} begins with 0", word=word)
        raise MistakeError(reason, _write(word.lstrip("0_")), place)
    if math.isinf(float(word)):
        reason = tr("{part} is too large for a float", part=word)
        raise MistakeError(reason, tr("write at most 1e308"), place)
