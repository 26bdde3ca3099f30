"""The note below a cell that draws with matplotlib."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import tr
from ..note import Note
from ..request import Request


def plot(request: Request) -> Iterator[Note]:
    """Where the drawing is to be seen, where it is not seen already."""
    if request.export is None and not request.keep:
        yield Note(
            tr(
                "In a notebook this draws the curve: add --export plot.ipynb. "
                "d2l's own slide comes with --plot out.png."
            )
        )
