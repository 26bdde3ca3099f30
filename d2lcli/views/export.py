"""Runs as a file to take away; its ending chooses the format."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..inputs.files import own_work
from ..language import mark
from ..runs import Run
from .saving import written


def save(runs: Sequence[Run], path: Path, force: bool) -> None:
    """Write one lesson, or a chapter of them, to ``path``.

    Raises:
        Refusal: the file cannot be written, or is there by now and ``force`` is not given. An older
            file is still there, whole.
    """
    text = content(runs, path.suffix.lower())
    # A run can take as long as a class, and the file has come meanwhile.
    own_work("--export", path, force)
    with written("--export", mark("file"), path) as file:
        file.write(text)


def content(runs: Sequence[Run], ending: str) -> bytes:
    """What is in a file with this ending."""
    match ending:
        case ".ipynb":
            from .notebook import notebook as text
        case ".py":
            from .script import script as text
        case _:
            from .html import page as text
    # What a reader typed may be in no encoding at all.
    return text(runs).encode(errors="replace")
