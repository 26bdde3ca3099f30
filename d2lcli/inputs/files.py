"""Files and folders that a reader names for what is saved."""

from __future__ import annotations

from pathlib import Path

from ..errors import ExitCode, Refusal

PICTURES = (".png", ".svg", ".pdf")
EXPORTS = (".ipynb", ".py", ".html")


def picture(option: str, path: Path | None) -> Path | None:
    """``path``, if a picture can be saved under this name.

    Raises:
        Refusal: the ending is none of png, svg and pdf, it is a folder, or its folder is not there.
    """
    return _file(option, path, PICTURES)


def export(option: str, path: Path | None, force: bool) -> Path | None:
    """``path``, if a run can be exported to it: a new file, or with ``force`` an older one.

    Raises:
        Refusal: the ending is none of ipynb, py and html, it is a folder, its folder is not there,
            or it may hold a reader's own work.
    """
    if force and path is None:
        raise Refusal(f"--force: there is no file to replace; add {option} FILE", ExitCode.USAGE)
    _file(option, path, EXPORTS)
    if path is not None and path.exists() and not force:
        raise Refusal(
            f"{option} {path}: this file is there already and may hold your own work; "
            "add --force to replace it, or choose another name"
        )
    return path


def _file(option: str, path: Path | None, endings: tuple[str, ...]) -> Path | None:
    if path is None:
        return None
    if path.suffix.lower() not in endings:
        listed = f"{', '.join(endings[:-1])} or {endings[-1]}"
        raise Refusal(
            f"{option} {path}: the ending chooses the format, and this is none; "
            f"end the name in {listed}",
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
