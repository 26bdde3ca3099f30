"""What the doctor looks at: this machine, or in a test one that is made up."""

from __future__ import annotations

import ctypes
import importlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

from ..inputs.devices import Memory, memory
from ..language import tr


@dataclass(frozen=True)
class Nvidia:
    """What NVIDIA's own tools say.

    ``cuda`` is the newest that the driver runs, such as (12, 4); ``fault`` is what nvidia-smi says
    where it fails. What is not known is empty.
    """

    driver: str = ""
    cuda: tuple[int, int] | None = None
    gpus: tuple[str, ...] = ()
    fault: str = ""


def _version(name: str) -> str | None:
    """The version of an installed package, as its installer recorded it."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _needs(name: str) -> Sequence[str]:
    """What an installed package says that it needs."""
    try:
        return metadata.requires(name) or ()
    except metadata.PackageNotFoundError:
        return ()


def _nvidia() -> Nvidia | None:
    """What the driver and its tool say; None where there is neither."""
    cuda = _newest_cuda()
    tool = shutil.which("nvidia-smi")
    if tool is None:
        return None if cuda is None else Nvidia(cuda=cuda)
    query = [tool, "--query-gpu=driver_version,name", "--format=csv,noheader"]
    try:
        done = subprocess.run(
            query, capture_output=True, text=True, errors="replace", timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        told = tr("nvidia-smi does not answer: {error}", error=error)
        return Nvidia(cuda=cuda, fault=told)
    said = done.stdout.strip() or done.stderr.strip()
    if "No devices were found" in said:
        return Nvidia(cuda=cuda)
    rows = [line.split(", ", 1) for line in said.splitlines()]
    if done.returncode or not rows or any(len(row) < 2 for row in rows):
        return Nvidia(cuda=cuda, fault=said or tr("nvidia-smi says nothing"))
    return Nvidia(rows[0][0], cuda, tuple(row[1] for row in rows))


def _newest_cuda() -> tuple[int, int] | None:
    """The newest CUDA that the driver runs, from its library: 12040 is CUDA 12.4."""
    number = ctypes.c_int()
    try:
        library = ctypes.CDLL("nvcuda.dll" if os.name == "nt" else "libcuda.so.1")
        if library.cuDriverGetVersion(ctypes.byref(number)) or not number.value:
            return None
    except (OSError, AttributeError):
        return None
    return number.value // 1000, number.value % 1000 // 10


@dataclass(frozen=True)
class Machine:
    """The ways to look at an environment. The defaults look at the one that this runs in."""

    python: str = field(default_factory=platform.python_version)
    system: str = field(default_factory=lambda: f"{platform.system()} {platform.machine()}")
    processor: str = field(default_factory=platform.machine)
    cores: int = field(default_factory=lambda: os.cpu_count() or 1)
    prefix: Path = field(default_factory=lambda: Path(sys.prefix))
    base: Path = field(default_factory=lambda: Path(sys.base_prefix))
    executable: Path = field(default_factory=lambda: Path(sys.executable))
    library: Path = field(default_factory=lambda: Path(os.__file__).parent)  # of Python's own
    path: Sequence[str] = field(default_factory=lambda: tuple(sys.path))
    folder: Path = field(default_factory=Path.cwd)  # where the command was typed
    environ: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    version: Callable[[str], str | None] = _version
    needs: Callable[[str], Sequence[str]] = _needs
    load: Callable[[str], Any] = importlib.import_module
    loaded: Callable[[], Collection[str]] = lambda: tuple(sys.modules)
    which: Callable[[str], str | None] = shutil.which
    nvidia: Callable[[], Nvidia | None] = _nvidia
    memory: Callable[[], Memory] = memory
