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
MODULE = "functions without a module, such as sin(x)"
ONE_CASE = "one where inside another"
# What to write in place of a sign or a name that the grammar does not have.
INSTEAD = {
    **{"^": "** for a power", "²": "**2", "³": "**3", "√": "sqrt(x)", "π": "pi", "|": "abs(x)"},
    **dict.fromkeys("×·•", "*") | dict.fromkeys("÷:", "/") | dict.fromkeys("—‐", "-"),
    **dict.fromkeys("[]{}", "round parentheses"),
    **{"≤": "<=", "≥": ">=", "≠": "!=", "&": ONE_CASE, ".": MODULE},
    "!": "x, a function of x or a number",
    **{"ln": "log", "lg": "log10", "tg": "tan", "X": "x", "PI": "pi", "Pi": "pi", "E": "e"},
    **{"cot": "1/tan(x)", "sec": "1/cos(x)", "csc": "1/sin(x)"},
    **{"arcsin": "asin", "arccos": "acos", "arctan": "atan", "Y": "y", "Z": "z"},
    **{"minimum": "min", "maximum": "max", "clamp": "min and max", "clip": "min and max"},
    **dict.fromkeys(("if", "else", "Piecewise", "piecewise"), EXAMPLES["where"]),
    **dict.fromkeys(("and", "or", "not"), ONE_CASE),
    **dict.fromkeys(("math", "np", "numpy", "torch"), MODULE),
    **{"sign": "x/abs(x)", "heaviside": "where(x > 0, 1, 0)"},
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
    _check_equals(text)
    _Scan(variables).all(text)
    tree = ast.parse(text.strip(), mode="eval").body
    if depth(tree) > DEPTH:
        raise MistakeError("too many operations lie inside one another", f"give at most {DEPTH}")
    return tree


def _check_equals(text: str) -> None:
    """Refuse = before the name on its left: y = x**2 and f(x) = x**2 are meant well."""
    found = re.search(r"(?<![<>=!])=(?!=)", text)
    if found:
        after = text[found.end() :][:1]
        way_out = f"write {after}=" if after and after in "<>" else "write =="
        if "where" not in text[: found.start()]:
            way_out = "write only what stands to the right of it"
        raise MistakeError("'=' means nothing here", way_out, found.start())


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
            raise MistakeError("this ( is not closed", "close it with )", self.opened[-1].place)
        self.check_call("", end)
        if self.before != "operand":
            after = f"nothing stands after {self.last}" if self.last else "nothing is there"
            way_out = "write a formula such as 3*x**2-4*x"
            raise MistakeError(after, way_out, text.rindex(self.last) if self.last else None)

    def take(self, token: re.Match[str]) -> None:
        word, place = token[0], token.start()
        if token["other"]:
            names = ", ".join((*self.variables, *CONSTANTS))
            signs = "+ - * / **, ( ) and functions such as sin(x)"
            way_out = f"a formula has numbers, {names}, {signs}"
            way_out = f"write {INSTEAD[word]}" if word in INSTEAD else way_out
            raise MistakeError(f"{word!r} means nothing here", way_out, place)
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
            way_out = f"write {_call(self.last)}" + ("**2" if word == "**" else "")
            raise MistakeError(f"{self.last} needs parentheses", way_out, place)

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

    def argument(self, word: str, place: int) -> None:
        """The end of an argument: a comma or a closing parenthesis."""
        inside = self.opened[-1]
        name, many = inside.function, CASES.get(inside.function, 1)
        if word == ")" and len(self.opened) == 1:
            raise MistakeError("this ) closes nothing", "open it with ( or leave it out", place)
        if word == "," and many == 1:
            way_out = "write one number at a time, with a point: 0.5"
            raise MistakeError("',' means nothing here", way_out, place)
        if self.before != "operand":
            way_out = "write a number, x or a function"
            raise MistakeError(f"nothing stands before {word}", way_out, place)
        inside.commas += 1
        if word == "," and inside.commas == many:
            reason = f"{name} takes {many} values, and here is one more"
            way_out = f"write {_call(name)}, and decimals with a point"
            raise MistakeError(reason, way_out, place)
        few = word == ")" and inside.commas < many
        if few or (name == "where" and not inside.compared):
            what = "a comparison and two" if name == "where" else many
            raise MistakeError(f"{name} takes {what} values", f"write {_call(name)}", place)
        if word == ")":
            self.opened.pop()
        self.before = "operand" if word == ")" else ""

    def operator(self, word: str, place: int, compares: bool) -> None:
        inside = self.opened[-1]
        if compares and (inside.function != "where" or inside.commas):
            way_out = f"a comparison stands first in {_call('where')}"
            raise MistakeError(f"{word!r} means nothing here", way_out, place)
        if compares and inside.compared:
            raise MistakeError(f"{word!r} is a second comparison", f"write {ONE_CASE}", place)
        if self.before != "operand" and word not in "+-":
            twice = "for a quotient write one /" if self.last == word == "/" else ""
            way_out = twice or "write a number, x or a function"
            raise MistakeError(f"nothing stands before {word}", way_out, place)
        inside.compared |= compares
        self.before = "operator"

    def check_name(self, word: str, place: int) -> None:
        """Check that the grammar has this name, or say which one may be meant."""
        if word in self.variables or word in CONSTANTS or word in NAMES:
            return
        names = ", ".join((*self.variables, *CONSTANTS))
        way_out = f"a formula has {names} and the functions {' '.join(NAMES)}"
        near = get_close_matches(word.lower(), NAMES, 1, 0.75)
        if word in VARIABLES:
            way_out = f"the only variable here is {self.variables[0]}"
        elif word in INSTEAD:
            way_out = f"write {INSTEAD[word]}"
        elif word[-1] in self.variables and word[:-1] in NAMES:
            way_out = f"write {_call(word[:-1])}"
        elif set(word) <= {*self.variables}:
            way_out = f"write {'*'.join(word)}"
        elif near:
            way_out = f"did you mean {near[0]}?"
        raise MistakeError(f"{word!r} is not known", way_out, place)


def _call(function: str) -> str:
    return EXAMPLES.get(function, f"{function}(x)")


def _check_number(word: str, place: int) -> None:
    """Check that a number is one that Python reads, and that fits into a float."""
    if not NUMBER.fullmatch(word):
        apart = "digits stand apart in threes: 1_000"
        raise MistakeError(f"{word} is no number", f"leave out the _, or let {apart}", place)
    if re.fullmatch(r"0[0-9_]*[1-9][0-9_]*", word):
        raise MistakeError(f"{word} begins with 0", f"write {word.lstrip('0_')}", place)
    if math.isinf(float(word)):
        raise MistakeError(f"{word} is too large for a float", "write at most 1e308", place)
