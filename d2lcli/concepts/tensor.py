"""``d2l tensor``: a shape, numbers, or a function whose parameters are asked for."""

from __future__ import annotations

import math
from math import prod
from typing import Annotated

from ..broadcasting import Shape
from ..inputs import shapes, tensors, words
from ..inputs.tensors import Data
from ..language import tr
from ..options import Asked, Option
from ..request import Code, HasSource
from ..words import counted, number
from ..words import shape as told

MOST = 10**8  # elements: more are not needed to see a few of them
ARITHMETIC = 10**6  # elements that are computed with on a page
ELEMENT = 8  # bytes of an int64
ROWS = 2  # of a tensor whose ten results of arithmetic stand on the default page


def ask(
    shape: Annotated[
        Shape | None,
        Option(shapes.parse, "SIZES", "A shape of your own, such as 2,3,4.", ("x", "X", "x1", "y")),
    ] = None,
    data: Annotated[
        Data | None,
        Option(
            tensors.parse,
            "NUMBERS",
            "Numbers of your own, such as [[1,2],[3,4]].",
            ("x", "X", "x1", "y"),
        ),
    ] = None,
    function: Annotated[
        str | None,
        Option(
            words.function,
            "NAME",
            "A function of torch, for the topic parameters.",
            ("function",),
            words=words.behind("parameters"),
        ),
    ] = None,
) -> Asked:
    """The book's tensors, or those of a reader in every section where they make sense."""
    shapes.not_both(shape, data, MOST)
    values: dict[str, object] = {"function": function and Code(f"torch.{function}")}
    if data is not None:
        return _asked(data.shape, data, Code(f"torch.zeros_like({data.source})"), values, "--data")
    if shape is not None:
        x = Code(f"torch.arange({prod(shape)}).reshape({shape})")
        return _asked(shape, x, Code(f"torch.zeros({shape})"), values, f"--shape {told(shape)}")
    return Asked(tr("Tensors: each line of PyTorch beside what it gives"), values=values)


def _asked(
    shape: Shape, x: HasSource, other: HasSource, values: dict[str, object], option: str
) -> Asked:
    """What a tensor of this shape is put through; ``other`` is joined with it."""
    elements = prod(shape)
    rows, columns, last = _matrices(shape)
    values |= {
        "x": x,
        "X": x,
        "x1": x,
        "x2": other,
        "y": Code(f"torch.full({shape}, 2)"),
        "rows": rows,
        "columns": columns,
        "last": last,
        "count": elements,
        "row": min(1, shape[0] - 1) if shape else None,
        "column": min(2, shape[1] - 1) if len(shape) > 1 else None,
    }
    page = ["shape", "reshape", "cat", "arithmetic", "index", "numpy"]
    if prod(shape[:-1]) > ROWS:
        page.remove("arithmetic")
    return Asked(
        title=tr(
            "A tensor of shape {shape}: {elements}",
            shape=told(shape),
            elements=counted(elements, "element"),
        ),
        values=values,
        page=tuple(page),
        needs=(4 * ELEMENT * elements, option),
        unfit=dict(_unfit(shape)),
    )


def _unfit(shape: Shape) -> list[tuple[str, str]]:
    """The sections that cannot take this shape, and why."""
    found, sizes = [], told(shape)
    if len(shape) < 2:
        why = tr("it joins along axis 1 too, and the shape is {shape}", shape=sizes)
        found.append(("cat", why))
    if len(shape) < 2 or 0 in shape[:2]:
        why = tr("it takes rows and columns, and the shape is {shape}", shape=sizes)
        found.append(("index", why))
    if len(shape) != 2 or min(shape) < 2:
        why = tr("it takes two axes of size 2 or more, not {shape}", shape=sizes)
        found.append(("views", why))
    if len(shape) != 2 or shape[0] < 2 or not shape[1]:
        why = tr("it takes a matrix with two rows or more, not {shape}", shape=sizes)
        found.append(("slices", why))
    if prod(shape) > ARITHMETIC:
        most = tr("for at most {count} elements", count=number(ARITHMETIC, 7))
        large = ("cat", "arithmetic", "index", "numpy", "views", "slices")
        found += [(name, most) for name in large]
    return found


def _matrices(shape: Shape) -> tuple[int, int, int]:
    """Rows and columns of a matrix with the same elements, and the columns of another.

    The first is as square as can be. Both differ from ``shape`` and from each other, where there
    are matrices enough.
    """
    elements = prod(shape)
    if not elements:
        return 0, 0, shape[-1] or 1
    few = range(math.isqrt(elements), 0, -1)
    pairs = [(rows, elements // rows) for rows in few if elements % rows == 0]
    pairs = [way for pair in pairs for way in dict.fromkeys((pair, pair[::-1]))]
    (rows, columns), *others = [pair for pair in pairs if pair != shape] or pairs
    lasts = [pair[1] for pair in others] or [columns]
    kept = shape[-1] if shape and shape[-1] in lasts else lasts[0]
    return rows, columns, kept
