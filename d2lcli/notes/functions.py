"""Which function a page about gradients is about, and what its formulas say."""

from __future__ import annotations

from collections.abc import Mapping

from ..concepts.autograd import Own
from ..inputs import formulas
from ..inputs.formulas import Formula
from ..lesson import load
from ..request import Request

LONGEST = 70  # signs of a formula in a sentence or a table


def own(request: Request) -> Own | None:
    """The reader's function."""
    found = request.values.get("f")
    return found if isinstance(found, Own) else None


def formula_of(request: Request, section: str, name: str = "f") -> Formula:
    """The function that a section is about: the reader's, or the lesson's own."""
    mine = own(request)
    if mine is not None:
        return mine.formula
    cells = load("autograd").sections[section].cells
    return formulas.of(next(cell.code for cell in cells if cell.defines == name))


def names_of(request: Request) -> tuple[str, ...]:
    """The variables of the reader's function; x where there is none."""
    mine = own(request)
    return mine.variables if mine is not None else ("x",)


def value(rule: Formula | None, point: Mapping[str, float]) -> float | None:
    """What a formula is at a point; None where there is no formula."""
    return None if rule is None else formulas.value(rule, point)
