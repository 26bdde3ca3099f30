"""``d2l norm``: a vector, a matrix, or a tensor and its axes, and the order of the norm."""

from __future__ import annotations

from typing import Annotated

from ..errors import Misuse
from ..inputs import numbers, tensors, words
from ..inputs.tensors import Data
from ..language import tr
from ..options import Asked, Option
from ..words import listed, number, order
from ..words import shape as told

T = (2, 3, 4)  # the shape of the lesson's own tensor


def ask(
    vector: Annotated[
        Data | None,
        Option(
            words.joined(tensors.vector),
            "NUMBERS",
            "The vector u, such as 3,-4.",
            ("u",),
            words=words.values,
            default="3,4",
        ),
    ] = None,
    matrix: Annotated[
        Data | None,
        Option(
            tensors.matrix,
            "ROWS",
            "The matrix M, such as [[2,0],[0,3]].",
            ("M",),
            default="[[1,2],[3,4]]",
        ),
    ] = None,
    data: Annotated[
        Data | None,
        Option(
            lambda option, value: _floats(option, value),
            "NUMBERS",
            "A tensor with any number of axes, for norms along them.",
            ("T",),
            default="the numbers from 0 to 23, as (2, 3, 4)",
        ),
    ] = None,
    dim: Annotated[
        tuple[int, ...] | None,
        Option(numbers.axes, "AXES", "The axes that norms run along, such as 1 or 0,1."),
    ] = None,
    p: Annotated[
        float | None, Option(numbers.order, "1|2|inf|NUMBER", "The order of a norm.")
    ] = None,
) -> Asked:
    """The norms of what a reader gives, or those of the book."""
    u = [float(size) for size in tensors.elements(vector.value)] if vector else [3.0, 4.0]
    if p is not None:
        numbers.powers("--p", p, u)
    shape = data.shape if data is not None else T
    _check(dim or (), shape)
    if data is not None and dim is None:
        dim = (len(shape) - 1,) if shape else ()
    if p is not None and vector is None:
        vector = Data([3.0, 4.0], "float64")  # high powers are no float32 any more
    along = dim[0] if dim and len(dim) == 1 else dim
    values = {"u": vector, "M": matrix, "T": data, "dim": along, "p": p}
    page = [
        *(["vector"] if vector is not None or p is not None else []),
        *(["kinds"] if matrix is not None else []),
        *(["axes"] if data is not None or dim is not None else []),
    ]
    title = _title(u if vector or p else None, matrix, shape if data or dim else None, p)
    unfit = {"axes": tr("a single number has no axis")} if shape == () else {}
    return Asked(title, values=values, page=tuple(page), unfit=unfit)


def _check(dim: tuple[int, ...], shape: tuple[int, ...]) -> None:
    """Raises: Misuse: the shape has not these axes, or one is there twice."""
    if dim and not shape:
        raise Misuse(
            tr("--dim {axis}: a number has no axes; give --data with brackets", axis=dim[0])
        )
    for axis in dim:
        if not -len(shape) <= axis < len(shape):
            raise Misuse(
                tr(
                    "--dim {axis}: a tensor of shape {shape} has no such axis; give one from "
                    "{first} to {last}",
                    axis=axis,
                    shape=told(shape),
                    first=-len(shape),
                    last=len(shape) - 1,
                )
            )
    if len({axis % len(shape) for axis in dim}) < len(dim):
        raise Misuse(
            tr(
                "--dim {axes}: two of them are the same axis; give each axis once",
                axes=",".join(map(str, dim)),
            )
        )


def _floats(option: str, value: object) -> Data:
    found = tensors.parse(option, value, tr("numbers such as [[1,2],[3,4]]")).value
    return tensors.squared(option, value, found)


def _title(
    u: list[float] | None, matrix: Data | None, shape: tuple[int, ...] | None, p: float | None
) -> str:
    """What the norms are of."""
    parts = []
    if u is not None:
        few = ", ".join(number(size) for size in u[:6]) + (", …" if len(u) > 6 else "")
        parts.append(f"({few})")
    if matrix is not None:
        rows, columns = matrix.shape
        parts.append(tr("a matrix with {rows} × {columns} numbers", rows=rows, columns=columns))
    if shape is not None:
        parts.append(tr("a tensor of shape {shape}", shape=told(shape)))
    if not parts:
        return tr("Norms of (3, 4) and of ones(4, 9)")
    if p is None:
        return tr("Norms of {what}", what=listed(parts))
    return tr("Norms of {what}, p = {p}", what=listed(parts), p=order(p))
