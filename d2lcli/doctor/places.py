"""Files that stand in the way of a module of the same name, and modules that are there twice."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from .machine import Machine

PACKAGES = ("torch", "numpy", "matplotlib", "torchvision", "sympy")
# A file that the package of this name has, and a reader's own folder of that name has not.
VERSION = ("version.py", "_version.py", "release.py")


@dataclass(frozen=True)
class Shadow:
    """A file that Python takes, or would take, for the module ``name``.

    ``reached``: it is on Python's way now; otherwise programs and notebooks in its folder take it.
    """

    name: str
    file: str
    reached: bool


@dataclass(frozen=True)
class Copy:
    """A package in one of the folders where Python looks, with its version where it is known."""

    name: str
    version: str
    folder: str


def shadows(machine: Machine) -> tuple[Shadow, ...]:
    """What stands in the way of torch and its like, or of a module of Python's own in use."""
    own = [name for name in sorted(machine.loaded()) if name in sys.stdlib_module_names]
    found = [shadow for name in PACKAGES if (shadow := _of_package(name, machine)) is not None]
    return (*found, *_of_python(own, machine))


def _of_package(name: str, machine: Machine) -> Shadow | None:
    """The file that is taken for an installed package, now or in this folder."""
    for folder in folders(machine):
        file = _module(folder, name)
        if file is not None:
            if _is_real(file):
                break
            return Shadow(name, str(file), reached=True)
    file = _module(machine.folder, name)
    return None if file is None or _is_real(file) else Shadow(name, str(file), reached=False)


def _of_python(names: Sequence[str], machine: Machine) -> Iterator[Shadow]:
    """Files with names of Python's own modules, on the way before these or in this folder."""
    library = machine.library.resolve()
    before = []
    for folder in folders(machine):
        if folder.resolve() == library:
            break
        if folder.suffix != ".zip":
            before.append(folder)
    here = machine.folder.resolve()
    for folder in dict.fromkeys([*before, machine.folder]):
        if folder.resolve() in (library, library / "lib-dynload"):
            continue
        reached = folder in before or here in [other.resolve() for other in before]
        for name in names:
            if (file := _module(folder, name)) is not None:
                yield Shadow(name, str(file), reached)


def copies(name: str, machine: Machine) -> tuple[Copy, ...]:
    """Each place that has the package, in Python's order; the first is the one that is taken.

    An installer's second record in one folder counts: another release was there and left files.
    """
    found: dict[tuple[Path, str], Copy] = {}
    for folder in folders(machine):
        file = _module(folder, name)
        if file is None or not _is_real(file):
            continue
        records = [one.version for one in metadata.distributions(name=name, path=[str(folder)])]
        versions = records if len(set(records)) > 1 else [_written_version(file) or "?"]
        for version in versions:
            key = (file.resolve(), version)
            found.setdefault(key, Copy(name, version, str(folder)))
    return tuple(found.values())


def folders(machine: Machine) -> list[Path]:
    """Where Python looks, without repetitions; "" is the folder where the command was typed."""
    return [*dict.fromkeys(machine.folder / entry for entry in machine.path)]


def _module(folder: Path, name: str) -> Path | None:
    """The file that ``import name`` would read in ``folder``. A package comes before a module."""
    for file in (folder / name / "__init__.py", folder / f"{name}.py"):
        with suppress(OSError):  # a folder that may not be read
            if file.is_file():
                return file
    return None


def _is_real(file: Path) -> bool:
    """Whether a file belongs to the package that is meant, and is none of a reader's own.

    PyTorch's source without a build has no torch/version.py: it does stand in the way.
    """
    return file.name == "__init__.py" and any(
        map(os.path.isfile, map(file.parent.joinpath, VERSION))
    )


def _written_version(file: Path) -> str | None:
    """The version in a package's own file."""
    for name in VERSION:
        with suppress(OSError):
            text = (file.parent / name).read_text("utf-8", "replace")
            if found := re.search(r"""^_*version_*\b[^=\n]*= *["']([\w.+!-]+)["']""", text, re.M):
                return found[1]
    return None
