"""A picture, as a file or as the bytes that a notebook or a page holds."""

from __future__ import annotations

import io
import struct
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..language import mark
from .saving import written

if TYPE_CHECKING:
    from matplotlib.figure import Figure

PIXELS = 100  # of a page for each inch of a picture

# Without a date, the same lesson with the same seed gives the same file.
METADATA: dict[str, dict[str, Any]] = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}}


def save(figure: Figure, path: Path) -> None:
    """Write ``figure`` to ``path``; the ending chooses the format.

    Raises:
        Refusal: the file cannot be written. An older file is still there, whole.
    """
    with written("--plot", mark("picture"), path) as file:
        file.write(content(figure, path.suffix.lower()))


def content(figure: Figure, ending: str) -> bytes:
    """What is in a file with this ending, in the picture's own look and resolution."""
    image = io.BytesIO()
    # A picture that matplotlib finds crowded is still the reader's picture.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        figure.savefig(image, format=ending[1:], metadata=METADATA.get(ending))
    return image.getvalue()


def size(image: bytes) -> tuple[int, int]:
    """Width and height of a png image on a page, in pixels.

    The image says how many dots it has, and how many for each metre
    (https://www.w3.org/TR/png/#11pHYs).
    """
    dots = struct.unpack(">II", image[16:24])
    place = image.index(b"pHYs") + 4
    across, down = struct.unpack(">II", image[place : place + 8])
    inches = dots[0] / (0.0254 * across), dots[1] / (0.0254 * down)
    return round(PIXELS * inches[0]), round(PIXELS * inches[1])
