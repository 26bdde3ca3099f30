"""Files and folders that a reader names for what is saved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from ..errors import Misuse, Refusal, visible
from ..language import tr
from ..words import listed

PICTURES = (".png", ".svg", ".pdf")
EXPORTS = (".ipynb", ".py", ".html")


def shown(path: Path) -> str:
    """A path in one line of a sentence."""
    return visible(str(path))


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
        raise Misuse(tr("--force: there is no file to replace; add {option} FILE", option=option))
    _file(option, path, EXPORTS)
    if path is not None:
        own_work(option, path, force)
    return path


def standard(option: str, file: str | None) -> str:
    """The ending of what goes to standard output: ``-``, or ``-.svg``; empty for any other file.

    Raises:
        Misuse: the ending is none of this option's.
    """
    endings = {"--plot": PICTURES, "--export": EXPORTS}[option]
    if file is None or not re.fullmatch(r"-(\.\w+)?", file):
        return ""
    path = Path(file if file[1:] else f"-{endings[0]}")
    _check_ending(option, path, endings)
    return path.suffix.lower()


def own_work(option: str, path: Path, force: bool) -> None:
    """Check that no file is there, or that it may be replaced.

    Raises:
        Refusal: it may hold a reader's own work.
    """
    try:
        there = path.exists()
    except OSError as error:
        raise _impossible(option, path, error) from error
    if there and not force:
        told = tr(
            "{option} {path}: this file is there already and may hold your own work; "
            "add --force to replace it, or choose another name",
            option=option,
            path=shown(path),
        )
        raise Refusal(told)


def _file(option: str, path: Path | None, endings: tuple[str, ...]) -> Path | None:
    if path is None:
        return None
    _check_ending(option, path, endings)
    try:
        folder, there = path.is_dir(), path.parent.is_dir()
    except OSError as error:  # a name that is longer than names are there
        raise _impossible(option, path, error) from error
    if folder:
        raise Refusal(
            tr(
                "{option} {path}: this is a folder; add the name of a file to it",
                option=option,
                path=shown(path),
            )
        )
    if not there:
        raise Refusal(
            tr(
                "{option} {path}: there is no folder {folder}; make it or name another",
                option=option,
                path=shown(path),
                folder=shown(path.parent),
            )
        )
    return path


def _impossible(option: str, path: Path, error: OSError) -> Refusal:
    reason = error.strerror or error
    return Refusal(
        tr(
            "{option} {path}: {reason}; choose another name",
            option=option,
            path=shown(path),
            reason=reason,
        )
    )


def _check_ending(option: str, path: Path, endings: tuple[str, ...]) -> None:
    if path.suffix.lower() not in endings:
        told = tr(
            "{option} {path}: the ending chooses the format, and this is none; "
            "end the name in {endings}",
            option=option,
            path=shown(path),
            endings=listed(endings, "or"),
        )
        raise Misuse(told)


def folders(wanted: Mapping[str, Path | None]) -> None:
    """Make the folder of each option, where one is named; those that they are in have to be there.

    Raises:
        Refusal: one of them cannot be made, or is named like a file. Then none has been.
    """
    made: list[Path] = []
    for option, path in wanted.items():
        # A dot alone makes no file: 2026.11 is a folder's name as well.
        if path is not None and path.suffix[1:].isalpha() and not path.is_dir():
            told = tr(
                "{option} {path}: this is to be a folder, and {ending} is the ending of a file; "
                "leave the ending out",
                option=option,
                path=shown(path),
                ending=path.suffix,
            )
            raise Misuse(told)
    for option, path in wanted.items():
        if path is None:
            continue
        try:
            if not path.is_dir():
                path.mkdir()
                made.append(path)
        except OSError as error:
            for other in made:
                other.rmdir()
            told = tr(
                "{option} {path}: this folder cannot be made ({reason}); name another one",
                option=option,
                path=shown(path),
                reason=error.strerror or error,
            )
            raise Refusal(told) from error
