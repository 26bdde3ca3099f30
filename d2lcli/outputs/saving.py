"""Files, saved so that an older one is never lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from ..errors import Refusal


@contextmanager
def written(option: str, what: str, path: Path) -> Iterator[BinaryIO]:
    """A file to write to, under a temporary name in the same folder until it is whole.

    Raises:
        Refusal: it cannot be written. An older file is still there, whole.
    """
    temporary = None
    try:
        target = path.resolve()  # what a link points to, not the link
        name = target.with_name(f".d2l-{token_hex(8)}.part")
        with name.open("xb") as file:
            temporary = name
            yield file
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead to each other
        reason = getattr(error, "strerror", None) or error
        raise Refusal(
            f"{option} {path}: the {what} could not be written ({reason}); choose another place"
        ) from error
    finally:
        # Where nothing can be written, nothing can be removed either, and nothing is there.
        with suppress(OSError):
            if temporary is not None:
                temporary.unlink()
