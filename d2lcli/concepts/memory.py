"""``d2l memory``: in place or not, and how many numbers."""

from __future__ import annotations

from typing import Annotated

from ..inputs import choices, numbers
from ..options import Asked, Option
from ..words import counted

TENSORS = 14  # of this size there are at once: x and y for each way, and results
ELEMENT = 4  # bytes of a float32


def ask(
    inplace: Annotated[
        bool | None,
        Option(
            choices.switch,
            help="Only the ways that write in place, or only the one that does not. "
            "[default: both]",
            flag="--inplace/--no-inplace",
        ),
    ] = None,
    size: Annotated[
        int | None,
        Option(numbers.whole, "COUNT", "How many elements are updated, such as 1000 or 1e8."),
    ] = None,
) -> Asked:
    """All ways of adding, or some of them."""
    elements = 2**20 if size is None else size
    page = {None: ("cost",), True: ("inplace",), False: ("new",)}[inplace]
    ways = {None: "Four ways", True: "Three ways in place", False: "A new tensor"}[inplace]
    title = f"{ways} to write y + x, {counted(elements, 'number')} each"
    needs = (TENSORS * ELEMENT * elements if size else 0, f"--size {size}")
    return Asked(title, ("float32",), {"size": size}, page, needs=needs)
