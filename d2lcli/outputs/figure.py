"""A picture, saved so that an older one is never lost."""

from __future__ import annotations

import os
import shutil
import warnings
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Refusal

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Without a date, the same lesson with the same seed gives the same file.
METADATA: dict[str, dict[str, Any]] = {
    ".svg": {"Date": None},
    ".pdf": {"CreationDate": None},
}


def save(figure: Figure, path: Path) -> None:
    """Write ``figure`` to ``path``, by way of a temporary name in the same folder.

    Raises:
        Refusal: the file cannot be written. An older file is still there, whole.
    """
    ending = path.suffix.lower()
    target = path.resolve()  # what a link points to, not the link
    temporary = target.with_name(f".{os.getpid()}.{target.name}")
    try:
        # A picture that matplotlib finds crowded is still the reader's picture.
        with temporary.open("xb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            figure.savefig(file, format=ending[1:], metadata=METADATA.get(ending))
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
    except OSError as error:
        raise Refusal(
            f"--plot {path}: the picture could not be written ({error.strerror or error}); "
            "choose another place"
        ) from error
    finally:
        # Where nothing can be written, nothing can be removed either, and nothing is there.
        with suppress(OSError):
            temporary.unlink()
