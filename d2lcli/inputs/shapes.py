"""Shapes as a reader writes them: ``3,1``, ``(3, 1)``, ``[3]`` and ``()``."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from ..errors import Misuse, quoted

AXES = 16  # of a tensor that is made to be looked at
OPERANDS = 8
ELEMENT = 8  # bytes of an int64

Shape = tuple[int, ...]


def is_shape(text: str) -> bool:
    """Whether ``text`` is meant as a shape: nothing in it but digits, commas, brackets, signs."""
    return re.fullmatch(r"[-+.\d,()\[\]\s]+", text) is not None


def parse(text: str, option: str = "shape") -> Shape:
    """The shape that ``text`` stands for.

    Raises:
        Refusal: it is none; the sentence says where.
    """
    body = text.strip()
    bracketed = re.fullmatch(r"\((.*)\)|\[(.*)\]", body, re.DOTALL)
    if bracketed:
        body = (bracketed[1] or bracketed[2] or "").strip()
        if not body:
            return ()
    sizes = body.removesuffix(",").split(",")
    for size in map(str.strip, sizes):
        if not re.fullmatch("[0-9]{1,18}", size):
            reason = f"{quoted(size, 25)!r} is no size" if size else "a size is missing"
            raise Misuse(
                f"{option} {quoted(text)}: {reason}; give whole numbers with commas, such as 3,1"
            )
    if len(sizes) > AXES:
        raise Misuse(
            f"{option} {quoted(text)}: {len(sizes)} axes are too many; give at most {AXES}"
        )
    return tuple(map(int, sizes))


def operands(texts: Iterable[str]) -> tuple[Shape, ...]:
    """Two shapes or more, to be broadcast together. Whether they fit, ``broadcast`` says.

    Raises:
        Refusal: one of them is no shape, or there are too few or too many.
    """
    shapes = tuple(parse(text) for text in texts)
    if len(shapes) == 1:
        raise Misuse(
            f"shape {shapes[0]}: one shape has nothing to be broadcast with; "
            "give two or more, such as 3,1 2"
        )
    if len(shapes) > OPERANDS:
        raise Misuse(
            f"shapes {listed(shapes)}: {len(shapes)} are too many to look at; "
            f"give at most {OPERANDS}"
        )
    return shapes


def broadcast(shapes: Iterable[Shape]) -> tuple[list[int], int | None]:
    """The shape of the result, and the axis where shapes do not fit, counted from the right.

    Along this axis the result has the largest size, which is enough to know what it would take.
    """
    shapes = tuple(shapes)
    result: list[int] = []
    conflict = None
    for axis in range(1, max(map(len, shapes), default=0) + 1):
        sizes = {shape[-axis] for shape in shapes if len(shape) >= axis} - {1}
        if len(sizes) > 1 and conflict is None:
            conflict = -axis
        result.insert(0, max(sizes, default=1))
    return result, conflict


def listed(shapes: Iterable[Shape]) -> str:
    """Shapes in a sentence."""
    return " ".join(map(str, shapes))


def misfit(shapes: Iterable[Shape], axis: int) -> str:
    """One sentence on shapes that do not fit at ``axis``, which ``broadcast`` has found."""
    shapes = tuple(shapes)
    sizes = {shape[axis]: None for shape in shapes if len(shape) >= -axis and shape[axis] != 1}
    *first, last = map(str, sizes)
    return (
        f"shapes {listed(shapes)}: at axis {axis} the sizes {', '.join(first)} and {last} do not "
        "fit; try one of the repairs above"
    )


def size(shape: Iterable[int]) -> int:
    """Bytes of an int64 tensor of this shape.

    A size of 0 counts as 1, so that strides, which torch computes all the same, stay in range.
    """
    return ELEMENT * math.prod(max(size, 1) for size in shape)
