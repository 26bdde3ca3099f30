"""``d2l memory``: in place or not, and how many numbers."""

from __future__ import annotations

from typing import Annotated

from ..inputs import choices, numbers
from ..language import mark, tr
from ..options import Asked, Option
from ..words import counted

TENSORS = 8  # of this size there are at once: x and y twice, new ones and a temporary one
ELEMENT = 4  # bytes of a float32


def ask(
    inplace: Annotated[
        bool | None,
        Option(
            choices.switch,
            help="Only the ways that write in place, or only the one that does not.",
            flag="--inplace/--no-inplace",
            default=mark("both"),
        ),
    ] = None,
    size: Annotated[
        int | None,
        Option(
            numbers.whole,
            "COUNT",
            "How many elements are updated, such as 1000 or 1e8.",
            default="1048576",
        ),
    ] = None,
) -> Asked:
    """All ways of adding, or some of them."""
    elements = 2**20 if size is None else size
    page = {None: ("cost",), True: ("inplace",), False: ("new",)}[inplace]
    ways = {
        None: mark("Four ways to write y + x, {numbers} each"),
        True: mark("Three ways to write y + x in place, {numbers} each"),
        False: mark("y + x in a new tensor, {numbers} each"),
    }[inplace]
    title = tr(ways, numbers=counted(elements, "number"))
    needs = (TENSORS * ELEMENT * elements if size else 0, f"--size {size}")
    return Asked(title, ("float32",), {"size": size}, page, needs=needs)
