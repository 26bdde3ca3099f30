"""A picture, saved so that an older one is never lost."""

from __future__ import annotations

import os
import tempfile
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
    temporary = None
    try:
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            temporary = Path(file.name)
            figure.savefig(file, format=ending[1:], metadata=METADATA.get(ending))
        # A temporary file is readable by its owner only; a picture is an ordinary file.
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        temporary.replace(path)
    except OSError as error:
        raise Refusal(
            f"--plot {path}: the picture could not be written ({error.strerror or error}); "
            "choose another place"
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
