"""``d2l autograd``: a function of one variable or several, points, and weights of outputs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, Literal

from ..errors import Misuse
from ..inputs import choices, formulas, numbers, words
from ..inputs.formulas import VARIABLES, Formula
from ..language import tr
from ..options import Asked, Option
from ..request import Code, Lines
from ..words import counted, listed, number
from . import GRAMMAR

AT = (0.0, 1.0, 2.0, 3.0)  # the points of the book
POINT = (1.0, 2.0, 3.0)  # a number for each variable, where a reader gives none
TOLD = 6  # numbers that a head line has room for
# All second derivatives of several variables, in the place of those of one at each point.
HESSIAN = Lines("""\
slopes = first + 0 * x
rows = [torch.autograd.grad(s, x, retain_graph=True)[0] for s in slopes]
second = torch.stack(rows)""")
LONG = 45  # signs of a formula that it has room for


@dataclass(frozen=True)
class Own:
    """A reader's function, as each section writes it."""

    formula: Formula

    @property
    def variables(self) -> tuple[str, ...]:
        """At least one; a constant is a function of x."""
        return self.formula.variables or ("x",)

    def definition(self, name: str) -> str:
        """Python source: ``g`` takes the variables one by one, ``f`` one tensor with all."""
        source = self.formula.definition(name, self.variables)
        if name == "g" or len(self.variables) == 1:
            return source
        _, _, body = source.partition("\n")
        return f"def {name}(p):\n    {', '.join(self.variables)} = p\n{body}"


def ask(
    f: Annotated[
        Formula | None,
        Option(
            words.one(partial(formulas.parse, variables=VARIABLES)),
            "FORMULA",
            f"The function of x, or of x, y and z. {GRAMMAR}",
            ("f", "g"),
            words=words.formula,
            default="2*x*x",
        ),
    ] = None,
    at: Annotated[
        tuple[float, ...] | None,
        Option(
            words.joined(numbers.points),
            "NUMBERS",
            "The points x; of several variables one point, a number for each of them.",
            ("at", "point"),
            words=words.numbers,
            default="0,1,2,3, or the point 1,2,3",
        ),
    ] = None,
    weights: Annotated[
        tuple[float, ...] | None,
        Option(
            numbers.points,
            "NUMBERS",
            "What backward is handed, a weight for each output.",
        ),
    ] = None,
    dtype: Annotated[
        Literal["float32", "float64"] | None,
        Option(
            choices.one_of("float32", "float64"),
            "float32|float64",
            "The precision.",
            default="float64",
        ),
    ] = None,
) -> Asked:
    """Gradients of a function at points, or at a point of several variables."""
    own = None if f is None else Own(f)
    if f is None and at is None and weights is None and dtype is None:
        return Asked(tr("The gradient of y = 2 x·x at x = [0 1 2 3]"), ("float32",))
    several = own is not None and len(own.variables) > 1
    asked = _several(own, at, weights) if own and several else _single(own, at, weights)
    precision = {"dtype": dtype and Code(f"torch.{dtype}")}
    return replace(asked, facts=(dtype or "float64",), values={**asked.values, **precision})


def _single(
    own: Own | None, at: tuple[float, ...] | None, weights: tuple[float, ...] | None
) -> Asked:
    """One variable: f at each of the points, and a weight for each value."""
    points = AT if at is None else at
    if weights is not None and len(weights) != len(points):
        raise Misuse(
            tr(
                "--weights {weights}: each output has a weight, and there are {points}; give "
                "{needed}",
                weights=_written(weights),
                points=counted(len(points), "point"),
                needed=counted(len(points), "weight"),
            )
        )
    where = listed([number(value, 9) for value in points])
    if len(points) > TOLD:
        ends = [number(value, 9) for value in (points[0], points[-1])]
        where = tr("{first}, … {last}", first=ends[0], last=ends[1])
    # What is moved along the chain rule is one point: the first.
    point = points[:1] if own else points if len(points) == 2 else None
    only_weights = own is None and at is None and weights is not None
    function = own.formula.pretty if own else "x²" if only_weights else "2x²"
    return Asked(
        title=_title(function, f"{own.variables[0] if own else 'x'} = {where}", len(points)),
        values={
            "f": own,
            "g": own,
            "at": at,
            "point": point,
            "weights": _weights(len(points)) if weights is None else weights,
        },
        page=_page("function", weights, only_weights),
    )


def _several(own: Own, at: tuple[float, ...] | None, weights: tuple[float, ...] | None) -> Asked:
    """Several variables: one point, one value."""
    names = own.variables
    point = POINT[: len(names)] if at is None else at
    if len(point) != len(names):
        raise Misuse(
            tr(
                "--at {point}: {function} has the variables {variables}, so its point has {count} "
                "numbers; give one for each, such as --at {example}",
                point=_written(point),
                function=own.formula.pretty,
                variables=listed(names),
                count=len(names),
                example=_written(POINT[: len(names)]),
            )
        )
    if weights is not None and len(weights) != 1:
        raise Misuse(
            tr(
                "--weights {weights}: each output has a weight, and a function of several "
                "variables gives one number; give 1 weight",
                weights=_written(weights),
            )
        )
    pairs = zip(names, point, strict=True)
    where = listed([f"{name} = {number(value, 9)}" for name, value in pairs])
    return Asked(
        title=_title(own.formula.pretty, where, 1),
        values={
            "f": own,
            "g": own,
            "at": point,
            "point": point,
            "weights": weights or (1.0,),
            "second": HESSIAN,
        },
        page=_page("several", weights),
    )


def _title(function: str, where: str, count: int) -> str:
    """A head line; a long function is not in it, and stands below anyway."""
    short = len(function) <= LONG
    if count > TOLD:
        return tr(
            "The gradient of {function} at {where}, {count} points"
            if short
            else "The gradient at {where}, {count} points",
            function=function,
            where=where,
            count=count,
        )
    return tr(
        "The gradient of {function} at {where}" if short else "The gradient at {where}",
        function=function,
        where=where,
    )


def _page(first: str, weights: tuple[float, ...] | None, alone: bool = False) -> tuple[str, ...]:
    if weights is None:
        return (first,)
    return ("jacobian",) if alone else (first, "jacobian")


def _weights(count: int) -> tuple[float, ...]:
    """1, 0, … 0, 10, as in the lesson."""
    return (1.0, *[0.0] * (count - 2), 10.0) if count > 1 else (1.0,)


def _written(values: tuple[float, ...]) -> str:
    """Numbers as they are typed."""
    return ",".join(f"{value:g}" for value in values)
