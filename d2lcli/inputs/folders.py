"""Folders that a reader names for what is saved."""

from __future__ import annotations

from pathlib import Path

from ..errors import Refusal


def made(option: str, folder: Path | None) -> Path | None:
    """``folder``, made if it is not there; its parent has to be.

    Raises:
        Refusal: it cannot be made.
    """
    if folder is None:
        return None
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise Refusal(
            f"{option} {folder}: this folder cannot be made "
            f"({error.strerror or error}); name another one"
        ) from error
    return folder
