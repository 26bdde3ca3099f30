"""A picture, as a file or as the bytes that a notebook or a page holds."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from .saving import written

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ..record import Record

# Without a date, the same lesson with the same seed gives the same file.
METADATA: dict[str, dict[str, Any]] = {
    ".svg": {"Date": None},
    ".pdf": {"CreationDate": None},
}


def save(figure: Figure, path: Path) -> None:
    """Write ``figure`` to ``path``; the ending chooses the format.

    Raises:
        Refusal: the file cannot be written. An older file is still there, whole.
    """
    with written("--plot", "picture", path) as file:
        _draw(figure, path.suffix.lower(), file)


def png(record: Record) -> bytes:
    """The picture of a run as a png image, in the look of its lesson."""
    import matplotlib

    image = io.BytesIO()
    assert record.figure is not None
    # The run is over, and matplotlib has its own settings again, without the lesson's resolution.
    with matplotlib.rc_context(record.names.get("style")):
        _draw(record.figure, ".png", image)
    return image.getvalue()


def _draw(figure: Figure, ending: str, file: BinaryIO) -> None:
    # A picture that matplotlib finds crowded is still the reader's picture.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        figure.savefig(file, format=ending[1:], metadata=METADATA.get(ending))
