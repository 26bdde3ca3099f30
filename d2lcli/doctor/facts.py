"""What there is: plain data, as ``d2l env --json`` prints it. ``probes`` judges it."""

from __future__ import annotations

import io
import os
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import one_line
from ..inputs.devices import amount, first_import
from .machine import Machine, Nvidia
from .places import Copy, Shadow, copies, shadows

# What is used for what; and what is imported to see whether it can be.
USES = {
    "torch": "every lesson",
    "numpy": "every lesson",
    "matplotlib": "pictures",
    "sympy": "formulas of your own",
    "nbformat": "exported notebooks",
    "typer": "the command line",
    "rich": "tables",
    "torchvision": "later chapters",
    "notebook": "to open notebooks",
    "jupyterlab": "to open notebooks",
    "ipykernel": "to run notebooks, in an editor too",
}
IMPORTS = {"torch": "torch", "numpy": "numpy", "matplotlib": "matplotlib.figure"}


@dataclass(frozen=True)
class Package:
    """An installed package, or one that could be.

    Attributes:
        version: what it says itself, or its installer's record; None where it is not installed.
        use: what it is for.
        needs: the oldest version that d2l works with, empty where it does not matter.
        recorded: what the installer wrote down.
        error: what its import raised; empty where it went well or was not tried.
    """

    name: str
    use: str
    version: str | None = None
    needs: str = ""
    recorded: str | None = None
    error: str = ""


@dataclass(frozen=True)
class Device:
    """Where tensors can live: its memory in bytes, and what a tensor on it raised."""

    name: str
    kind: str
    free: int | None = None
    total: int | None = None
    error: str = ""

    @property
    def room(self) -> str:
        """Its memory in words."""
        if self.free is None or self.total is None:
            return "memory not known"
        free, total = amount(self.free), amount(self.total)
        free = free.removesuffix(total[-4:])  # one unit is enough
        return f"{free} of {total} free"


@dataclass(frozen=True)
class Facts:
    """All that was measured.

    Attributes:
        environment: virtual, conda or system.
        pip: how packages are changed here; the place of ``install`` is ``{}``.
        packages: by name.
        works_with_numpy: whether ``torch.ones(1).numpy()`` works; None where torch does not.
        build: what PyTorch was built for: CPU, CUDA 13.0, ROCm 6.2; empty where torch does not
            work.
        driver: what NVIDIA's own tools say.
        cuda_visible_devices: the variable of that name, where it is set.
        warned: what torch warned of when it looked for GPUs.
        shadows: files that stand in the way of modules.
        copies: where torch and NumPy are, in the order in which Python looks.
        pythonpath: the folders of the variable PYTHONPATH.
        torchvision_for: the torch that the installed torchvision goes with.
    """

    python: str
    environment: str
    prefix: str
    system: str
    pip: str
    packages: dict[str, Package]
    works_with_numpy: bool | None
    numpy_error: str
    build: str
    driver: Nvidia | None
    devices: tuple[Device, ...]
    cuda_visible_devices: str | None
    warned: str
    shadows: tuple[Shadow, ...]
    copies: tuple[Copy, ...]
    pythonpath: tuple[str, ...]
    torchvision_for: str


def measure(machine: Machine, alone: bool = False) -> Facts:
    """Look at everything. ``alone``: see ``first_import``."""
    in_the_way = shadows(machine)
    reached = {shadow.name: shadow.file for shadow in in_the_way if shadow.reached}
    modules, packages = _packages(machine, reached, alone)
    torch = modules.get("torch")
    gpus, warned = _gpus(torch)
    numpy_error = _with_numpy(torch) if torch is not None else ""
    cores = f"{machine.cores} core{'s' * (machine.cores > 1)}"
    cpu = Device("cpu", f"{machine.processor}, {cores}", *machine.memory())
    return Facts(
        python=machine.python,
        environment=_environment(machine),
        prefix=str(machine.prefix),
        system=machine.system,
        pip=_pip(machine),
        packages=packages,
        works_with_numpy=None if torch is None else not numpy_error,
        numpy_error=numpy_error,
        build="" if torch is None else _build(torch),
        driver=machine.nvidia(),
        devices=(cpu, *gpus),
        cuda_visible_devices=machine.environ.get("CUDA_VISIBLE_DEVICES"),
        warned=warned,
        # Only now are all modules of Python's own imported that torch and the others use.
        shadows=shadows(machine),
        copies=tuple(one for name in ("torch", "numpy") for one in copies(name, machine)),
        pythonpath=_pythonpath(machine),
        torchvision_for=_torchvision_for(machine),
    )


def _packages(
    machine: Machine, reached: dict[str, str], alone: bool
) -> tuple[dict[str, Any], dict[str, Package]]:
    """The modules that can be imported, and what there is to say about each package."""
    needs = _minima(machine)
    modules: dict[str, Any] = {}
    packages = {}
    for name, use in USES.items():
        recorded = version = machine.version(name)
        error = ""
        if name in reached:  # a reader's own file is not run
            error = f"{reached[name]} is imported in its place"
        elif name in IMPORTS or (name == "torchvision" and recorded and "torch" in modules):
            module, error = _import(machine, IMPORTS.get(name, name), alone)
            if module is not None:
                modules[name] = module
                version = str(getattr(module, "__version__", "")) or recorded
            elif error.startswith("ModuleNotFoundError: ") and recorded is None:
                error = ""  # it is simply not there
        packages[name] = Package(name, use, version, needs.get(name, ""), recorded, error)
    return modules, packages


def _import(machine: Machine, name: str, alone: bool) -> tuple[Any, str]:
    """A module and "", or None and what its import raised, in one line."""
    try:
        # NumPy 2 writes a page on stderr where torch was built for NumPy 1.
        with _quiet(), first_import(alone and name == "torch"):
            module = machine.load(name)
            if name == "torch":  # and not just something that is called so
                module.ones(1), module.version.cuda, module.cuda.is_available
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # what a broken installation raises is open, SystemExit too
        return None, _told(error)
    return module, ""


def _told(error: BaseException) -> str:
    return one_line(f"{type(error).__name__}: {error}").removesuffix(": ")


@contextmanager
def _quiet() -> Iterator[list[str]]:
    """What is warned and written within goes nowhere but into the list of warnings."""
    said: list[str] = []
    with (
        warnings.catch_warnings(record=True) as caught,
        redirect_stderr(io.StringIO()),
        redirect_stdout(io.StringIO()),
    ):
        warnings.simplefilter("always")
        try:
            yield said
        finally:
            said += [one_line(str(warning.message)) for warning in caught]


def _with_numpy(torch: Any) -> str:
    """What ``torch.ones(1).numpy()`` raises; empty where it works."""
    try:
        with _quiet():
            torch.ones(1).numpy()
    except Exception as error:
        return _told(error)
    return ""


def _build(torch: Any) -> str:
    if getattr(torch.version, "hip", None):
        return f"ROCm {torch.version.hip}"
    return f"CUDA {torch.version.cuda}" if torch.version.cuda else "CPU"


def _gpus(torch: Any) -> tuple[list[Device], str]:
    """Each GPU that torch sees, tried with one sum; and what torch warned of while it looked."""
    if torch is None:
        return [], ""
    with _quiet() as warned:
        try:
            count = torch.cuda.device_count() if torch.cuda.is_available() else 0
        except Exception as error:
            return [], _told(error)
        found = [_gpu(torch, index) for index in range(count)]
    return found, " ".join(warned)


def _gpu(torch: Any, index: int) -> Device:
    name = f"cuda:{index}"
    kind, free, total = "a GPU", None, None
    try:
        kind = str(torch.cuda.get_device_name(index))
        free, total = map(int, torch.cuda.mem_get_info(index))
        error = "" if (torch.ones(1, device=name) + 1).item() == 2 else "1 + 1 is not 2 on it"
    except Exception as raised:  # torch has several types for what CUDA reports
        error = _told(raised)
    return Device(name, kind, free, total, error)


def _environment(machine: Machine) -> str:
    if machine.prefix != machine.base:
        return "virtual"
    return "conda" if (machine.prefix / "conda-meta").is_dir() else "system"


def _pip(machine: Machine) -> str:
    """The command that changes the packages of this environment, whichever is active."""
    if (machine.prefix / "pipx_metadata.json").exists():
        return f"pipx runpip {machine.prefix.name} {{}}"
    if machine.version("pip") is None:
        return f"uv pip {{}} --python {machine.prefix}"
    pip = machine.which("pip")
    here = pip is not None and Path(pip).parent == machine.executable.parent
    return "pip {}" if here else f"{machine.executable} -m pip {{}}"


def _pythonpath(machine: Machine) -> tuple[str, ...]:
    entries = machine.environ.get("PYTHONPATH", "").split(os.pathsep)
    return tuple(str(machine.folder / entry) for entry in entries if entry)


def _minima(machine: Machine) -> dict[str, str]:
    """The oldest version of each package that d2l says it needs."""
    needs = [need for need in machine.needs("d2lcli") if "extra" not in need]
    pairs = (re.match(r"([\w.-]+)[^;]*?>=\s*([\d.]+)", need) for need in needs)
    return {pair[1].lower(): pair[2] for pair in pairs if pair}


def _torchvision_for(machine: Machine) -> str:
    """The release of torch that the installed torchvision was built with, such as 2.13.0."""
    for need in machine.needs("torchvision"):
        if found := re.match(r"torch\s*\(?==\s*([\d.]+)", need):
            return found[1]
    return ""
