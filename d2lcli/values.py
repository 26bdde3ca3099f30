"""A cell's value as plain data, taken at once: the next cell may write into the tensor.

Every view reads these results, and none needs torch for it.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from .shown import shown as as_shown

Kind = Literal["tensor", "array", "number", "bool", "text", "table", "list"]
Scalar = bool | int | float | str | None

LARGEST = 10_000  # elements of a tensor that are kept whole
EDGE = 3  # of a larger one, how many are kept at both ends of an axis


@dataclass(frozen=True)
class Result:
    """A value as it was when its cell had run.

    ``value`` is a scalar, nested lists of scalars (tensor, array), a list of dicts of scalars
    (table) or a list of results (list). ``shape``, ``dtype`` and ``device`` belong to tensors and
    arrays; ``shape`` is always the true one, also where ``truncated`` says that ``value`` holds
    the edges only. ``gradient`` is ``requires_grad`` for a tensor that gradients are for, and the
    ``grad_fn`` of one that was made from such. ``text`` is what Python's own prompt would show of
    anything without numbers in rows, and ``shown`` what a notebook would show of any value, where
    that is wanted.
    """

    kind: Kind
    value: Any
    text: str = ""
    shape: tuple[int, ...] | None = None
    dtype: str | None = None
    device: str | None = None
    truncated: bool = False
    gradient: str = ""
    shown: str = ""


def snapshot(value: object, labels: Sequence[str] = (), shown: bool = False) -> Result | None:
    """Describe ``value``; None for None, and for a figure, which is no data.

    Anything without a kind of its own is text, as ``repr`` gives it.

    Args:
        value: what a cell gave.
        labels: the code of each item, where it is a tuple or list written out. Of several vectors
            of one length they are the headings of a table.
        shown: whether what a notebook would show of it is kept, too.
    """
    result = _table(value, labels) or _result(value)
    return replace(result, shown=as_shown(value)) if shown and result is not None else result


def _result(value: object) -> Result | None:
    tensor: Any = getattr(sys.modules.get("torch"), "Tensor", None)
    numpy = sys.modules.get("numpy")
    if tensor is not None and isinstance(value, tensor):
        made_by = type(value.grad_fn).__name__ if value.grad_fn else ""
        gradient = f"grad_fn {made_by}" if made_by else "requires_grad" * value.requires_grad
        return replace(_grid("tensor", value.detach(), str(value.device)), gradient=gradient)
    if numpy is not None and isinstance(value, numpy.ndarray):
        return _grid("array", value)
    if numpy is not None and isinstance(value, numpy.generic):
        value = value.item()
    if value is None or type(value).__name__ == "Figure":
        return None
    match value:
        case bool():
            return Result("bool", value, repr(value))
        case int() | float():
            return Result("number", value, repr(value))
        case str():
            return Result("text", value, value)
        case list() | tuple():
            return Result("list", [_result(item) for item in value], repr(value))
    return Result("text", repr(value), repr(value))


def _table(value: object, labels: Sequence[str]) -> Result | None:
    """The table of equally long vectors, one row for each place; None where they are none."""
    if not isinstance(value, tuple | list) or not len(value) == len(set(labels)) > 1:
        return None
    columns = [_result(item) for item in value]
    vectors = [
        column
        for column in columns
        if column is not None and column.shape is not None and len(column.shape) == 1
    ]
    lengths = {column.shape for column in vectors}
    if len(vectors) < len(columns) or len(lengths) > 1 or any(c.truncated for c in vectors):
        return None
    rows = zip(*(column.value for column in vectors), strict=True)
    return Result("table", [dict(zip(labels, row, strict=True)) for row in rows], repr(value))


def _grid(kind: Literal["tensor", "array"], data: Any, device: str | None = None) -> Result:
    truncated = _is_large(data)
    return Result(
        kind=kind,
        value=(_edges(data) if truncated else data).tolist(),
        shape=tuple(data.shape),
        dtype=str(data.dtype),
        device=device,
        truncated=truncated,
    )


def _is_large(data: Any) -> bool:
    # A size of 0 counts as 1: a list of a billion empty rows is large, too.
    elements: int = math.prod(max(size, 1) for size in data.shape)
    return elements > LARGEST


def _edges(data: Any) -> Any:
    """The first and last few elements along each long axis of a tensor or an array."""
    for edge in range(EDGE, 0, -1):
        cut = data
        for axis, size in enumerate(data.shape):
            if size > 2 * edge:
                kept = [*range(edge), *range(size - edge, size)]
                cut = cut[(slice(None),) * axis + (kept,)]
        if not _is_large(cut):
            break
    # Many axes that are short already: of the outermost ones the first element each.
    for axis in range(data.ndim):
        if _is_large(cut):
            cut = cut[(slice(None),) * axis + (slice(1),)]
    return cut


def plain(result: Result) -> object:
    """``result`` as JSON has it, by the schema in the documentation of ``--json``."""
    if result.kind == "list":
        return {"kind": "list", "value": [_item(item) for item in result.value]}
    document: dict[str, object] = {
        "kind": result.kind,
        "value": _finite(result.value),
    }
    if result.shape is not None:
        document |= {"shape": list(result.shape), "dtype": result.dtype}
    if result.device is not None:
        document["device"] = result.device
    if result.truncated:
        document["truncated"] = True
    if result.gradient:
        document["requires_grad"] = True
    return document


def _item(item: Result | None) -> object:
    """An item of a list: plain numbers and texts as they are, anything else with its kind."""
    if item is None:
        return None
    return _finite(item.value) if item.kind in ("number", "bool", "text") else plain(item)


def _finite(value: object) -> object:
    """``value`` with nan and the infinities as strings, which JSON has no numbers for."""
    match value:
        case float() if not math.isfinite(value):
            return str(value)
        case complex():
            return str(value)
        case dict():
            return {name: _finite(cell) for name, cell in value.items()}
        case list():
            return [_finite(cell) for cell in value]
    return value
