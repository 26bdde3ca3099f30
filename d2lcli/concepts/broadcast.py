"""``d2l broadcast``: two shapes or more."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from math import prod
from typing import Annotated

from ..broadcasting import Axis, Shape, axes, broadcast, repeated
from ..errors import Misuse
from ..inputs import shapes as inputs
from ..inputs import words
from ..language import tr
from ..options import Asked, Option
from ..request import Code
from ..words import listed, number, shape

TITLE = 50  # characters of shapes in the head of a page
SEEN = 48  # elements of a sum that is shown with its numbers
ELEMENTS = 10**4  # of a sum that is computed


def operands(given: Sequence[str]) -> words.Words:
    """Shapes behind the command; a topic that they do not suit gives way to the page that does."""
    found, topics = words.shapes(given)
    with suppress(Misuse):
        unsuited = unfit(inputs.operands("shape", found)) if found else {}
        topics = tuple(topic for topic in topics if topic not in unsuited)
    return found, topics


def operands_of(option: str, value: object) -> tuple[Shape, ...]:
    """Two shapes or more, however they are written."""
    return inputs.operands(option, words.sizes(value) if isinstance(value, str) else value)


def ask(
    shapes: Annotated[
        tuple[Shape, ...],
        Option(
            operands_of,
            "SHAPE",
            "Two shapes or more, such as 3,1 2.",
            sets=("shapes", "x", "y"),
            words=operands,
            default="the book's (2,) and (3, 1)",
        ),
    ] = (),
) -> Asked:
    """Whether shapes broadcast, and what comes out; without any, the tensors of the book."""
    if not shapes:
        book = dict(expanded(((2,), (3, 1)), (3, 2)))
        return Asked(tr("x + y: shapes (2,) and (3, 1)"), ("int64",), book)
    result = broadcast(shapes)
    few = listed([shape(sizes) for sizes in shapes])
    values: dict[str, object]
    title = tr(
        "Do {shapes} broadcast?" if len(few) <= TITLE else "Do these {count} shapes broadcast?",
        shapes=few,
        count=len(shapes),
    )
    values = {"shapes": shapes}
    apart = unfit(shapes)
    if result is None:
        refused = refusal(shapes)
        return Asked(title, values=values, page=("misfit",), refusal=refused, unfit=apart)
    if len(shapes) == 2:
        values |= {"x": numbered(shapes[0]), "y": numbered(shapes[1])}
        values |= expanded(shapes, result)
    small = len(shapes) == 2 and 0 < prod(result) <= SEEN and len(result) < 4
    page = ("sum",) if small else ("shapes",)
    return Asked(title, ("int64",) if small else (), values, page, unfit=apart)


def unfit(shapes: tuple[Shape, ...]) -> dict[str, str]:
    """The sections that shapes do not suit, and why."""
    result = broadcast(shapes)
    if result is None:
        return dict.fromkeys(("sum", "stretch", "shapes", "expand"), tr("these shapes do not fit"))
    found = {"misfit": tr("these shapes fit")}
    if not repeated(shapes, result)[0]:
        found |= {"expand": tr("the first shape is not stretched: no number of it is read twice")}
    if len(shapes) > 2:
        found |= dict.fromkeys(("sum", "stretch", "expand"), tr("it takes two shapes"))
    elif len(result) > 3 or max(map(prod, (*shapes, result))) > ELEMENTS:
        most = tr("it shows at most 3 axes and {count} elements", count=number(ELEMENTS))
        found |= dict.fromkeys(("sum", "stretch", "expand"), most)
    if 0 in result:
        nothing = tr("the result has no elements to be read")
        found |= dict.fromkeys(("stretch", "expand"), nothing)
    return found


def expanded(shapes: tuple[Shape, ...], result: Shape) -> dict[str, object]:
    """What makes the result's shape of the first one: for expand the sizes, for repeat how often.

    And the place of its first element, as it is written between brackets.
    """
    first = (1,) * (len(result) - len(shapes[0])) + shapes[0]
    times = tuple(size if own == 1 else 1 for own, size in zip(first, result, strict=True))
    return {"sizes": result, "times": times, "first": Code(", ".join("0" * len(result)) or "()")}


def numbered(sizes: Shape) -> Code:
    """A tensor of this shape with the numbers 0, 1, 2 and so on."""
    return Code(f"torch.arange({prod(sizes)}).reshape({sizes})")


def refusal(shapes: tuple[Shape, ...]) -> str:
    """One sentence on shapes that do not fit."""
    bad: Axis = next(axis for axis in reversed(axes(shapes)) if axis.result is None)
    return tr(
        "shapes {shapes}: at axis {axis} the sizes {sizes} do not fit; make them equal, or one of "
        "them 1",
        shapes=" ".join(map(shape, shapes)),
        axis=bad.index,
        sizes=listed([number(size) for size in bad.large]),
    )
