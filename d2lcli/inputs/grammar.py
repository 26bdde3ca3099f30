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

from .trees import CASES, CONSTANTS, DEPTH, DERIVED, FUNCTIONS, VARIABLES, depth

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
    **{"^": "** for a power", "²": "**2", "³": "**3", "√": "sqrt(x)", "π": "pi", "|": "abs(x)"},
    **dict.fromkeys("×·•", "*") | dict.fromkeys("÷:", "/") | dict.fromkeys("—‐", "-"),
    **dict.fromkeys("[]{}", "round parentheses"),
    **{"≤": "<=", "≥": ">=", "≠": "!=", "&": "one where inside another"},
    ".": "functions without a module, such as sin(x)",
    "!": "x, a function of x or a number",
}
OTHER_NAMES = {
    **{"ln": "log", "lg": "log10", "tg": "tan", "X": "x", "PI": "pi", "Pi": "pi", "E": "e"},
    **{"cot": "1/tan(x)", "sec": "1/cos(x)", "csc": "1/sin(x)", "sign": "x/abs(x)"},
    **{"arcsin": "asin", "arccos": "acos", "arctan": "atan", "Y": "y", "Z": "z"},
    **{"minimum": "min", "maximum": "max", "clamp": "min and max", "clip": "min and max"},
    **dict.fromkeys(("if", "else", "Piecewise", "piecewise"), "where(x < 0, x**2, x)"),
    **dict.fromkeys(("and", "or", "not"), "one where inside another"),
}


class MistakeError(Exception):
    """What is wrong with a formula, where, and what to do about it."""

    def __init__(self, reason: str, way_out: str, place: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason if place is None else f"{reason} (character {place + 1})"
        self.way_out = way_out


def read(text: str, variables: tuple[str, ...] = ("x",)) -> ast.expr:
    """The tree of ``text``, nothing computed in it yet.

    Raises:
        MistakeError: it is no formula of these variables.
    """
    if len(text) > LENGTH:
        raise MistakeError(f"{len(text)} characters are too many", f"give at most {LENGTH}")
    _Scan(text, variables).all()
    tree = ast.parse(text.strip(), mode="eval").body
    if depth(tree) > DEPTH:
        raise MistakeError("too many operations lie inside one another", f"give at most {DEPTH}")
    return tree


@dataclass
class _Open:
    """A parenthesis that is still open."""

    place: int
    function: str  # whose arguments stand in it, or ""
    commas: int = 0
    compared: bool = False


class _Scan:
    """One walk over a text: known signs, and operands and operators in turn."""

    def __init__(self, text: str, variables: tuple[str, ...]) -> None:
        self.text = text
        self.variables = variables
        self.opened: list[_Open] = []
        self.before = ""  # what kind of token came last: operand, operator, function
        self.last = ""  # its text

    def all(self) -> None:
        """Read the whole text.

        Raises:
            MistakeError: something in it is not of the grammar.
        """
        self.equals()
        token = None
        for token in TOKEN.finditer(self.text):
            self.take(token)
            self.last = token[0]
        if self.opened:
            raise MistakeError("this ( is not closed", "close it with )", self.opened[-1].place)
        if self.before == "function":
            raise MistakeError(
                f"{self.last} needs parentheses", f"write {_call(self.last)}", len(self.text) - 1
            )
        if self.before != "operand":
            after = f"nothing stands after {token[0]}" if token else "nothing is there"
            raise MistakeError(after, "write a formula such as 3*x**2-4*x", token and token.start())

    def equals(self) -> None:
        """Refuse = before the name on its left: y = x**2 and f(x) = x**2 are meant well."""
        found = re.search(r"(?<![<>=!])=(?!=)", self.text)
        if found:
            after = self.text[found.end() :][:1]
            way_out = f"write {after}=" if after and after in "<>" else "write =="
            if "where" not in self.text[: found.start()]:
                way_out = "write only what stands to the right of it"
            raise MistakeError("'=' means nothing here", way_out, found.start())

    def take(self, token: re.Match[str]) -> None:
        word, place = token[0], token.start()
        if token["other"]:
            self.refuse(word, place)
        if token["name"]:
            self.known(word, place)
        if token["number"]:
            _number(word, place)
        if self.before == "function" and word != "(":
            way_out = f"write {_call(self.last)}" + ("**2" if word == "**" else "")
            raise MistakeError(f"{self.last} needs parentheses", way_out, place)
        if token["number"] or token["name"] or word == "(":
            self.operand(word, place)
        elif word == ")":
            self.close(place)
        elif word == ",":
            self.comma(place)
        elif token["comparison"]:
            self.comparison(word, place)
        else:
            self.operator(word, place)

    def refuse(self, word: str, place: int) -> None:
        names = ", ".join((*self.variables, *CONSTANTS))
        signs = "+ - * / **, ( ) and functions such as sin(x)"
        way_out = f"a formula has numbers, {names}, {signs}"
        if word in INSTEAD:
            way_out = f"write {INSTEAD[word]}"
        raise MistakeError(f"{word!r} means nothing here", way_out, place)

    def operand(self, word: str, place: int) -> None:
        if self.before == "operand":
            between = "" if self.last == ")" or word == "(" else f": {self.last}*{word}"
            raise MistakeError(
                f"nothing stands between {self.last!r} and {word!r}",
                f"write * where you mean times{between}",
                place,
            )
        if word == "(":
            self.opened.append(_Open(place, self.last if self.before == "function" else ""))
            self.before = ""
        else:
            self.before = "function" if word in NAMES else "operand"

    def close(self, place: int) -> None:
        if not self.opened:
            raise MistakeError("this ) closes nothing", "open it with ( or leave it out", place)
        if self.before != "operand":
            raise MistakeError("nothing stands before )", "write a number, x or a function", place)
        inside = self.opened.pop()
        count = inside.commas + 1
        if count < CASES.get(inside.function, 1):
            self.missing(inside, place)

    def comma(self, place: int) -> None:
        inside = self.opened[-1] if self.opened else _Open(0, "")
        many = CASES.get(inside.function, 1)
        if many == 1:
            raise MistakeError(
                "',' means nothing here", "write one number at a time, with a point: 0.5", place
            )
        if self.before != "operand":
            raise MistakeError("nothing stands before ,", "write a number or x there", place)
        if inside.commas + 1 == many:
            raise MistakeError(
                f"{inside.function} takes {many} values, and here is one more",
                f"write {_call(inside.function)}, and decimals with a point",
                place,
            )
        if inside.function == "where" and not inside.compared:
            self.missing(inside, place)
        inside.commas += 1
        self.before = ""

    def missing(self, inside: _Open, place: int) -> None:
        """What a function of several values has too few of."""
        reason = f"{inside.function} takes {CASES[inside.function]} values"
        if inside.function == "where":
            reason = "where takes a comparison and two values"
        raise MistakeError(reason, f"write {_call(inside.function)}", place)

    def comparison(self, word: str, place: int) -> None:
        inside = self.opened[-1] if self.opened else _Open(0, "")
        if inside.function != "where" or inside.commas:
            raise MistakeError(
                f"{word!r} means nothing here",
                f"a comparison stands first in {_call('where')}",
                place,
            )
        if inside.compared:
            raise MistakeError(
                f"{word!r} is a second comparison", "write one where inside another", place
            )
        self.operator(word, place)
        inside.compared = True

    def operator(self, word: str, place: int) -> None:
        if self.before != "operand" and word not in "+-":
            twice = "for a quotient write one /" if self.last == word == "/" else ""
            raise MistakeError(
                f"nothing stands before {word}", twice or "write a number or x there", place
            )
        self.before = "operator"

    def known(self, word: str, place: int) -> None:
        """Check that the grammar has this name, or say which one may be meant."""
        if word in self.variables or word in CONSTANTS or word in NAMES:
            return
        names = ", ".join((*self.variables, *CONSTANTS))
        way_out = f"a formula has {names} and the functions {' '.join(NAMES)}"
        near = get_close_matches(word.lower(), NAMES, 1, 0.75)
        if word in VARIABLES:
            way_out = f"the only variable here is {self.variables[0]}"
        elif word in OTHER_NAMES:
            way_out = f"write {OTHER_NAMES[word]}"
        elif word in DERIVED:
            way_out = "write where(x > 0, 1, 0)"
        elif word in ("math", "np", "numpy", "torch"):
            way_out = "write functions without a module, such as sin(x)"
        elif word[-1] in self.variables and word[:-1] in NAMES:
            way_out = f"write {_call(word[:-1])}"
        elif set(word) <= {*self.variables}:
            way_out = f"write {'*'.join(word)}"
        elif near:
            way_out = f"did you mean {near[0]}?"
        raise MistakeError(f"{word!r} is not known", way_out, place)


def _call(function: str) -> str:
    return EXAMPLES.get(function, f"{function}(x)")


def _number(word: str, place: int) -> None:
    """Check that a number is one that Python reads, and that fits into a float."""
    if not NUMBER.fullmatch(word):
        apart = "digits stand apart in threes: 1_000"
        raise MistakeError(f"{word} is no number", f"leave out the _, or let {apart}", place)
    if re.fullmatch(r"0[0-9_]*[1-9][0-9_]*", word):
        raise MistakeError(f"{word} begins with 0", f"write {word.lstrip('0_')}", place)
    if math.isinf(float(word)):
        raise MistakeError(f"{word} is too large for a float", "write at most 1e308", place)
