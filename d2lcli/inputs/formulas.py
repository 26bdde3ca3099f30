"""A reader's function, such as ``x**2*sin(x)``: checked, and what follows from it.

From the checked tree come the lesson's source, the formula as one writes it by hand, its value for
plain numbers, and the derivative. A part without a variable becomes one float at once, so neither
Python nor torch ever computes a power or a quotient of plain numbers.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..errors import Misuse, quoted
from ..language import tr
from . import trees, writing
from .grammar import LENGTH, MistakeError, read
from .signs import plain
from .trees import CONSTANTS, FUNCTIONS, VARIABLES

__all__ = ["CONSTANTS", "FUNCTIONS", "LENGTH", "VARIABLES", "Formula", "of", "parse", "value"]

WIDTH = 64  # of a formula in a cell, before it is wrapped


@dataclass(frozen=True)
class Formula:
    """A checked formula.

    Attributes:
        text: as it was typed, in ASCII; each name and number of a derivative's too.
        pretty: as one writes it by hand: ``3x² − 4x``.
        tree: nodes of ``ast`` as ``trees`` has them; a part without a variable is one number.
        variables: those that occur in the text, of x, y and z.
    """

    text: str
    pretty: str
    tree: ast.expr = field(compare=False, repr=False)  # the text says the same
    variables: tuple[str, ...] = ("x",)

    @property
    def constant(self) -> float | None:
        """The value of a formula without variables; None for any other."""
        return trees.constant(self.tree)

    @property
    def source(self) -> str:
        """Python source of the value for float tensors of any shape that the variables name."""
        return writing.for_torch(self.tree, "x")

    def definition(self, name: str, arguments: tuple[str, ...] = ("x",)) -> str:
        """Python source of the function, in lines that fit on a narrow page."""
        source = writing.for_torch(self.tree, arguments[0])
        head = f"def {name}({', '.join(arguments)}):\n    return "
        if len(source) <= WIDTH:
            return head + source
        lines = textwrap.wrap(source, WIDTH, break_long_words=False, break_on_hyphens=False)
        inside = textwrap.indent("\n".join(lines), " " * 8)
        return f"{head}(\n{inside}\n    )"

    def derivative(self, variable: str = "x") -> Formula | None:
        """The formula of the derivative, by the rules of calculus.

        None where it would have more than ``rules.SIZE`` parts, where a number in it is no float,
        and for powers of a negative number, such as (-2)**x.
        """
        from . import rules  # which the command line needs for few lessons only

        slope = rules.derivative(ast.parse(self.text, mode="eval").body, variable)
        try:
            return None if slope is None else _made(writing.source(slope), slope)
        except trees.UnwritableError:
            return None


def parse(option: str, value: object, variables: tuple[str, ...] = ("x",)) -> Formula:
    """The formula of these variables that a text stands for, or a number.

    Raises:
        Misuse: it is none; the sentence names the place and a way out.
    """
    text = value if isinstance(value, str) else repr(value)
    if not isinstance(value, (str, int, float)):
        raise Misuse(
            tr(
                "{option} {given}: this is no text; give a formula, such as 'x**2'",
                option=option,
                given=quoted(text),
            )
        )
    try:
        typed = re.sub(r"\s", " ", plain(text))
        return _made(typed.strip(), read(typed, variables))
    except MistakeError as mistake:
        reason, way_out = mistake.reason, mistake.way_out
    except trees.UnwritableError as error:
        reason = tr(error.reason, part=writing.pretty(error.part))
        way_out = tr("leave it out or change it")
    given = f"{option} {quoted(text)}"
    raise Misuse(tr("{given}: {reason}; {way_out}", given=given, reason=reason, way_out=way_out))


def _made(text: str, tree: ast.expr) -> Formula:
    pretty, variables = writing.pretty(tree), trees.variables(tree)
    return Formula(text, pretty, trees.Folding().visit(tree), variables)


def of(definition: str) -> Formula:
    """The formula of a function that a lesson defines: ``def f(x): return 3 * x**2 - 4 * x``.

    ``torch.sin`` is sin, and a docstring is passed over.

    Raises:
        ValueError: it returns something else than one formula of x, y and z.
    """
    match ast.parse(textwrap.dedent(definition)).body:
        case [ast.FunctionDef(name, ast.arguments(args=arguments), [*before, ast.Return(value)])]:
            names = tuple(argument.arg for argument in arguments)
            documented = all(isinstance(node, ast.Expr) for node in before)
            if documented and value is not None and {*names} <= {*VARIABLES}:
                return parse(name, writing.source(_Unqualified().visit(value)), names)
    raise ValueError(f"this is no function that returns one formula: {definition!r}")


class _Unqualified(ast.NodeTransformer):
    """torch's functions under the names that a formula has."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        if isinstance(node.value, ast.Name) and node.value.id == "torch":
            return ast.Name({"minimum": "min", "maximum": "max"}.get(node.attr, node.attr))
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Name("clamp"), args=[inner], keywords=[ast.keyword("min", low)]):
                return trees.call("max", inner, low)
            case ast.Call(func=ast.Name("clamp"), args=[inner], keywords=[ast.keyword("max", up)]):
                return trees.call("min", inner, up)
        return node


def value(formula: Formula, point: Mapping[str, float]) -> float:
    """The value at a point, ``{"x": 1.0}``, in float64 and without torch.

    A pole or what is too large gives an infinity as in torch; nan where there is no real value.
    """
    return trees.evaluated(formula.tree, point)
