"""Shapes as a reader writes them: ``3,1``, ``(3, 1)``, ``[3]`` and ``()``."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from ..errors import ExitCode, Refusal

MOST = 10**6  # elements of a tensor that is made to be looked at

Shape = tuple[int, ...]


def is_shape(text: str) -> bool:
    """Whether ``text`` is meant as a shape: nothing in it but digits, commas, brackets, signs."""
    return re.fullmatch(r"[-+.\d,()\[\]\s]+", text) is not None


def parse(text: str) -> Shape:
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
    for size in sizes:
        if not re.fullmatch(r"\s*[0-9]{1,18}\s*", size):
            raise Refusal(
                f"shape {text}: {size.strip() or 'nothing'!r} is no size; "
                "give whole numbers with commas, such as 3,1",
                ExitCode.USAGE,
            )
    return tuple(map(int, sizes))


def operands(texts: Iterable[str]) -> tuple[Shape, ...]:
    """Two shapes or more, to be broadcast together. Whether they fit, torch says.

    Raises:
        Refusal: one of them is no shape, there is only one, or the result would be too large.
    """
    shapes = tuple(parse(text) for text in texts)
    if not shapes:
        return ()
    if len(shapes) == 1:
        raise Refusal(
            f"shape {shapes[0]}: one shape has nothing to be broadcast with; "
            "give two or more, such as 3,1 2",
            ExitCode.USAGE,
        )
    rank = max(len(shape) for shape in shapes)
    sizes = [
        {shape[-axis] for shape in shapes if len(shape) >= axis} for axis in range(1, rank + 1)
    ]
    largest = max(math.prod(map(max, sizes)), *map(math.prod, shapes))
    if largest > MOST:
        raise Refusal(
            f"shapes {' '.join(map(str, shapes))}: a tensor would have {largest:,} elements; "
            f"give shapes with at most {MOST:,}",
        )
    return shapes
