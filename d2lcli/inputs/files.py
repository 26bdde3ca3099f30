"""Files and folders that a reader names for what is saved."""

from __future__ import annotations

from pathlib import Path

from ..errors import ExitCode, Refusal

PICTURES = (".png", ".svg", ".pdf")


def picture(option: str, path: Path | None) -> Path | None:
    """``path``, if a picture can be saved under this name.

    Raises:
        Refusal: the ending is none of png, svg and pdf, it is a folder, or its folder is not there.
    """
    if path is None:
        return None
    if path.suffix.lower() not in PICTURES:
        raise Refusal(
            f"{option} {path}: the ending chooses the format, and this is none; "
            "end the name in .png, .svg or .pdf",
            ExitCode.USAGE,
        )
    if path.is_dir():
        raise Refusal(f"{option} {path}: this is a folder; add the name of a file to it")
    if not path.parent.is_dir():
        raise Refusal(f"{option} {path}: there is no folder {path.parent}; make it or name another")
    return path


def folder(option: str, path: Path | None) -> Path | None:
    """``path``, made if it is not there; the folder that it is in has to be.

    Raises:
        Refusal: it cannot be made.
    """
    if path is not None:
        try:
            path.mkdir(exist_ok=True)
        except OSError as error:
            raise Refusal(
                f"{option} {path}: this folder cannot be made ({error.strerror or error}); "
                "name another one"
            ) from error
    return path
