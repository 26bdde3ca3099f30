"""``d2l broadcast``: two shapes or more."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from math import prod
from typing import Annotated

from ..broadcasting import Axis, Shape, axes, broadcast
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
        return Asked(tr("x + y: shapes (2,) and (3, 1)"), ("int64",))
    result = broadcast(shapes)
    few = listed([shape(sizes) for sizes in shapes])
    title = tr(
        "Do {shapes} broadcast?" if len(few) <= TITLE else "Do these {count} shapes broadcast?",
        shapes=few,
        count=len(shapes),
    )
    values: dict[str, object] = {"shapes": shapes}
    apart = unfit(shapes)
    if result is None:
        refused = refusal(shapes)
        return Asked(title, values=values, page=("misfit",), refusal=refused, unfit=apart)
    if len(shapes) == 2:
        values |= {"x": numbered(shapes[0]), "y": numbered(shapes[1])}
    small = len(shapes) == 2 and 0 < prod(result) <= SEEN and len(result) < 4
    page = ("sum",) if small else ("shapes",)
    return Asked(title, ("int64",) if small else (), values, page, unfit=apart)


def unfit(shapes: tuple[Shape, ...]) -> dict[str, str]:
    """The sections that shapes do not suit, and why."""
    result = broadcast(shapes)
    if result is None:
        return dict.fromkeys(("sum", "stretch", "shapes"), tr("these shapes do not fit"))
    found = {"misfit": tr("these shapes fit")}
    if len(shapes) > 2:
        found |= dict.fromkeys(("sum", "stretch"), tr("it takes two shapes"))
    elif len(result) > 3 or max(map(prod, (*shapes, result))) > ELEMENTS:
        most = tr("it shows at most 3 axes and {count} elements", count=number(ELEMENTS))
        found |= dict.fromkeys(("sum", "stretch"), most)
    if 0 in result:
        found |= {"stretch": tr("the result has no elements to be read")}
    return found


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
