"""Files that stand in the way of a module of the same name, and a torch that is there twice."""

from __future__ import annotations

import sys
from collections.abc import Iterator
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


def shadows(machine: Machine) -> tuple[Shadow, ...]:
    """What stands in the way of torch and its like, or of a module of Python's own in use."""
    found = [shadow for name in PACKAGES if (shadow := _of_package(name, machine)) is not None]
    return (*found, *_of_python(machine))


def _of_package(name: str, machine: Machine) -> Shadow | None:
    """The file that is taken for an installed package, now or in this folder."""
    files = [file for folder in _folders(machine) if (file := _module(folder, name)) is not None]
    if files and not _is_real(files[0]):
        return Shadow(name, str(files[0]), reached=True)
    file = _module(machine.folder, name)
    return None if file is None or _is_real(file) else Shadow(name, str(file), reached=False)


def _of_python(machine: Machine) -> Iterator[Shadow]:
    """Files with names of Python's own modules, on the way before these or in this folder."""
    library = machine.library.resolve()
    folders = [folder.resolve() for folder in _folders(machine)]
    before = folders[: folders.index(library)] if library in folders else folders
    before = [folder for folder in before if folder.suffix != ".zip"]
    for folder in dict.fromkeys([*before, machine.folder.resolve()]):
        if folder in (library, library / "lib-dynload"):
            continue
        for name in sorted({*machine.loaded()} & {*sys.stdlib_module_names}):
            if (file := _module(folder, name)) is not None:
                yield Shadow(name, str(file), folder in before)


def copies(name: str, machine: Machine) -> list[tuple[str, str]]:
    """The version and the folder of each record of an installed package, in Python's order.

    Two in one folder count as well: another release was there and left files.
    """
    folders = dict.fromkeys(str(folder.resolve()) for folder in _folders(machine))
    return [
        (record.version, folder)
        for folder in folders
        for record in metadata.distributions(name=name, path=[folder])
    ]


def _folders(machine: Machine) -> list[Path]:
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
    return file.name == "__init__.py" and any((file.parent / name).is_file() for name in VERSION)
