"""``d2l linalg``: a tensor and the axes of a sum, or two shapes that are to be multiplied."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from math import prod
from typing import Annotated

from ..broadcasting import Shape
from ..errors import Misuse
from ..inputs import numbers, shapes, tensors, words
from ..inputs.tensors import Data
from ..language import tr
from ..multiplying import meetings, product
from ..options import Asked, Option
from ..request import Code, HasSource, Lines
from ..words import listed, number
from ..words import shape as told

LARGEST = 2**60  # elements: no tensor has more
MOST = 10**7  # elements: more are not needed to see a few of them
PRODUCT = 10**6  # numbers of a matrix product
SQUARE = 100  # rows of a matrix whose inverse is looked for
ELEMENT = 8  # bytes of an int64
USUAL = (2, 3, 4)  # the shape of the book's A
ABOUT = ("products", "multiply", "mismatch")  # topics that two shapes may be meant for


def factors(given: Sequence[str]) -> words.Words:
    """Shapes behind the command are factors; topics about them give way to the page that suits."""
    found, topics = words.shapes(given)
    return found, tuple(topic for topic in topics if not (found and topic in ABOUT))


def pair(option: str, value: object) -> tuple[Shape, ...]:
    """Two shapes that are to be multiplied."""
    given = shapes.several(words.sizes(value) if isinstance(value, str) else value)
    if not given:
        raise Misuse(tr("{option}: nothing is there; give two, such as 2,3 3,4", option=option))
    if len(given) == 1:
        raise Misuse(
            tr("shape {shape}: @ multiplies two; give another, such as 2,3 3,4", shape=given[0])
        )
    return shapes.operands(option, given)


def ask(
    shape: Annotated[
        Shape | None,
        Option(
            shapes.parse,
            "SIZES",
            "The shape of the tensor A, such as 2,3,4.",
            ("A", "M"),
            default="2,3,4",
        ),
    ] = None,
    data: Annotated[
        Data | None,
        Option(
            tensors.parse,
            "NUMBERS",
            "The tensor A itself, such as [[1,2],[3,4]].",
            ("A", "M"),
            default="the numbers from 0 to 23",
        ),
    ] = None,
    dim: Annotated[
        tuple[int, ...] | None,
        Option(numbers.axes, "AXES", "The axes that sums run along, such as 1, -1 or 0,1."),
    ] = None,
    multiply: Annotated[
        tuple[Shape, ...],
        Option(
            pair,
            "SHAPE",
            "Two shapes to multiply, such as 2,3 3,4.",
            ("left", "right"),
            words=factors,
            default="2,3 3,4",
        ),
    ] = (),
) -> Asked:
    """The book's tensor or a reader's own; or whether two shapes multiply."""
    if multiply:
        return _multiplied(multiply)
    shapes.not_both(shape, data, MOST)
    if shape is None and data is None and dim is None:
        return Asked(tr("Linear algebra: vectors, sums along axes, products"))
    sizes = shape if shape is not None else data.shape if data is not None else USUAL
    axes = _axes(dim, sizes)
    tensor = data or (Code(f"torch.arange({prod(sizes)}).reshape({sizes})") if shape else None)
    own = shape is not None or data is not None
    return Asked(
        title=_title(sizes, axes),
        values={
            "A": tensor,
            "dim": axes[0] if len(axes) == 1 else axes,
            "count": prod(sizes[axis] for axis in axes),
            **(_matrix(tensor, sizes) if tensor and len(sizes) == 2 else {"M": tensor}),
        },
        page=("reduce", "mean"),
        needs=(6 * ELEMENT * prod(sizes) if shape else 0, f"--shape {told(sizes)}"),
        unfit=dict(_unfit(sizes, data)) if own else {},
    )


def _matrix(tensor: HasSource, sizes: Shape) -> dict[str, object]:
    """A matrix of floats, and vectors and a matrix that it can be multiplied with."""
    rows, columns = sizes
    # Single precision where torch chooses it itself; whole numbers need not fit into it.
    single = isinstance(tensor, Data) and tensor.dtype == "float32"
    dtype = "" if single else ", dtype=torch.float64"
    double = isinstance(tensor, Data) and tensor.dtype != "int64"
    return {
        "M": Code(tensor.source if double else f"{tensor.source}.double()"),
        "x": Code(f"torch.arange({columns}{dtype or '.0'})"),
        "y": Lines(f"y = torch.ones({columns}{dtype})"),
        "b": Code(f"torch.ones({rows}, 1{dtype})"),
        "B": Lines("B = M.T"),
    }


def _unfit(sizes: Shape, data: Data | None) -> Iterator[tuple[str, str]]:
    """The sections that a tensor of this shape does not suit, and why."""
    if not sizes:
        why = tr("a number has no axis to sum along")
        yield from dict.fromkeys(("reduce", "mean"), why).items()
    if len(sizes) != 2:
        yield "products", tr("it takes a matrix, not {shape}", shape=told(sizes))
    elif sizes[0] * max(sizes) > PRODUCT:
        most = f"{PRODUCT:,}"
        why = tr("it multiplies with the transpose: for at most {most} numbers", most=most)
        yield "products", why
    if len(sizes) != 2 or sizes[0] != sizes[1]:
        yield "singular", tr("it takes a square matrix, not {shape}", shape=told(sizes))
    elif not sizes[0]:
        yield "singular", tr("it takes a matrix with a row at least")
    elif sizes[0] > SQUARE:
        yield "singular", tr("it takes at most {most} rows", most=SQUARE)
    elif data is not None and not all(map(math.isfinite, tensors.elements(data.value))):
        yield "singular", tr("it takes finite numbers")


def _title(sizes: Shape, axes: Sequence[int]) -> str:
    """What is summed."""
    if not axes:
        return tr("Sums of a tensor of shape {shape}", shape=told(sizes))
    return tr(
        "Sums of a tensor of shape {shape} along axis {axes}"
        if len(axes) == 1
        else "Sums of a tensor of shape {shape} along axes {axes}",
        shape=told(sizes),
        axes=listed([number(axis) for axis in axes]),
    )


def _axes(dim: tuple[int, ...] | None, sizes: Shape) -> tuple[int, ...]:
    """The axes to sum along; the usual one where there are enough."""
    for axis in dim or ():
        if not -len(sizes) <= axis < len(sizes):
            raise Misuse(
                tr(
                    "--dim {axis}: a tensor of shape {shape} has no such axis; give one from "
                    "{first} to {last}"
                    if sizes
                    else "--dim {axis}: a number has no axes; give --data with brackets",
                    axis=axis,
                    shape=told(sizes),
                    first=-len(sizes),
                    last=len(sizes) - 1,
                )
            )
    if dim and len({axis % len(sizes) for axis in dim}) < len(dim):
        raise Misuse(
            tr(
                "--dim {axes}: two of them are the same axis; give each axis once",
                axes=",".join(map(str, dim)),
            )
        )
    return dim or ((1,) if len(sizes) > 1 else (0,) if sizes else ())


def _multiplied(given: tuple[Shape, ...]) -> Asked:
    """Whether two shapes multiply."""
    if len(given) > 2:
        raise Misuse(
            tr(
                "shapes {shapes}: @ multiplies two; give two shapes",
                shapes=" ".join(map(told, given)),
            )
        )
    left, right = given
    if max(prod(left), prod(right)) >= LARGEST:
        raise Misuse(
            tr(
                "shapes {left} {right}: no tensor has so many elements; give smaller sizes",
                left=told(left),
                right=told(right),
            )
        )
    title = tr(
        "Does a tensor of shape {left} multiply with one of shape {right}?",
        left=told(left),
        right=told(right),
    )
    values = {"left": left, "right": right}
    if product(left, right) is not None:
        unfit = {"mismatch": tr("these multiply")}
        return Asked(title, values=values, page=("multiply",), unfit=unfit)
    return Asked(
        title,
        values=values,
        page=("mismatch",),
        unfit={"multiply": tr("these do not multiply")},
        refusal=_conflict(left, right),
    )


def _conflict(left: Shape, right: Shape) -> str:
    """Why two shapes do not multiply, and the way out."""
    shapes = f"{told(left)} {told(right)}"
    if not left or not right:
        return tr(
            "shapes {shapes}: a number without axes has no matrix product; write *", shapes=shapes
        )
    bad = next(meeting for meeting in reversed(meetings(left, right)) if not meeting.fits)
    return tr(
        "shapes {shapes}: the batch axis {axis} has {left} and {right}; make them equal, or one of "
        "them 1"
        if bad.batch
        else "shapes {shapes}: the last axis of the left has {left} and the axis that it meets "
        "{right}; make them equal",
        shapes=shapes,
        axis=bad.batch,
        left=bad.left,
        right=bad.right,
    )
