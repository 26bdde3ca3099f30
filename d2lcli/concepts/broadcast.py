"""``d2l broadcast``: two shapes or more."""

from __future__ import annotations

from math import prod
from typing import Annotated

from ..broadcasting import Axis, Shape, axes, broadcast
from ..inputs import shapes as inputs
from ..inputs import words
from ..options import Asked, Option
from ..request import Code
from ..words import listed, number, shape

TITLE = 50  # characters of shapes in the head of a page
SEEN = 48  # elements of a sum that is shown with its numbers
ELEMENTS = 10**4  # of a sum that is computed


def ask(
    shapes: Annotated[
        tuple[Shape, ...],
        Option(
            inputs.operands,
            "SHAPE",
            "Two shapes or more, such as 3,1 2.",
            sets=("shapes", "x", "y"),
            words=words.values,
            default="2 3,1",
        ),
    ] = (),
) -> Asked:
    """Whether shapes broadcast, and what comes out; without any, the tensors of the book."""
    if not shapes:
        return Asked("x + y: shapes (2,) and (3, 1)", ("int64",))
    result = broadcast(shapes)
    few = listed([shape(sizes) for sizes in shapes])
    title = f"Do {few if len(few) <= TITLE else f'these {len(shapes)} shapes'} broadcast?"
    values: dict[str, object] = {"shapes": shapes}
    if result is None:
        apart = dict.fromkeys(("sum", "stretch", "shapes"), "these shapes do not fit")
        refused = refusal(shapes)
        return Asked(title, values=values, page=("misfit",), refusal=refused, unfit=apart)
    unfit = {"misfit": "these shapes fit"}
    if len(shapes) > 2:
        unfit |= dict.fromkeys(("sum", "stretch"), "it takes two shapes")
    elif len(result) > 3 or max(map(prod, (*shapes, result))) > ELEMENTS:
        most = f"it shows at most 3 axes and {number(ELEMENTS)} elements"
        unfit |= dict.fromkeys(("sum", "stretch"), most)
    if 0 in result:
        unfit |= {"stretch": "the result has no elements to be read"}
    if len(shapes) == 2:
        values |= {"x": numbered(shapes[0]), "y": numbered(shapes[1])}
    small = len(shapes) == 2 and 0 < prod(result) <= SEEN and len(result) < 4
    page = ("sum",) if small else ("shapes",)
    return Asked(title, ("int64",) if small else (), values, page, unfit=unfit)


def numbered(sizes: Shape) -> Code:
    """A tensor of this shape with the numbers 0, 1, 2 and so on."""
    return Code(f"torch.arange({prod(sizes)}).reshape({sizes})")


def refusal(shapes: tuple[Shape, ...]) -> str:
    """One sentence on shapes that do not fit."""
    bad: Axis = next(axis for axis in reversed(axes(shapes)) if axis.result is None)
    return (
        f"shapes {' '.join(map(shape, shapes))}: at axis {bad.index} the sizes "
        f"{listed([number(size) for size in bad.large])} do not fit; make them equal, or one of "
        "them 1"
    )
