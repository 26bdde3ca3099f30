"""What there is: plain data, as ``d2l env --json`` prints it. ``probes`` judges it."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from ..errors import one_line
from ..inputs.devices import amount, first_import
from ..language import mark, tr
from ..words import counted
from .machine import Machine, Nvidia
from .places import Shadow, copies, shadows

# What is used for what; and what is imported to see whether it can be.
USES = {
    "torch": mark("every lesson"),
    "numpy": mark("every lesson"),
    "matplotlib": mark("pictures"),
    "sympy": mark("formulas of your own"),
    "nbformat": mark("exported notebooks"),
    "typer": mark("the command line"),
    "rich": mark("tables"),
    "torchvision": mark("later chapters"),
    "notebook": mark("to open notebooks"),
    "jupyterlab": mark("to open notebooks"),
    "ipykernel": mark("to run notebooks, in an editor too"),
}
IMPORTS = {"torch": "torch", "numpy": "numpy", "matplotlib": "matplotlib.figure"}


@dataclass(frozen=True)
class Package:
    """An installed package, or one that could be."""

    name: str
    use: str
    version: str | None = None  # None where it is not installed
    needs: str = ""  # the oldest version that d2l works with, where it matters
    error: str = ""  # what its import raised; empty where it was not tried


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
            return tr("memory not known")
        free, total = amount(self.free), amount(self.total)
        free = free.removesuffix(total[-4:])  # one unit is enough
        return tr("{free} of {total} free", free=free, total=total)


@dataclass(frozen=True)
class Facts:
    """All that was measured."""

    python: str
    environment: str  # virtual, conda or system
    prefix: str
    system: str
    pip: str  # how packages are changed here, with {} in the place of "install"
    packages: dict[str, Package]
    numpy_error: str  # what torch.ones(1).numpy() raises
    build: str  # CPU, CUDA 13.0 or ROCm 6.2; empty where torch does not work
    driver: Nvidia | None
    devices: tuple[Device, ...]
    cuda_visible_devices: str | None
    warned: str  # of what torch warned when it looked for GPUs
    shadows: tuple[Shadow, ...]
    torches: list[tuple[str, str]]  # version and folder of each, the one that is taken first
    torchvision_for: str  # the torch that the installed torchvision goes with


def measure(machine: Machine, alone: bool = False) -> Facts:
    """Look at everything. ``alone``: see ``first_import``."""
    reached = {shadow.name: shadow.file for shadow in shadows(machine) if shadow.reached}
    modules, packages = _packages(machine, reached, alone)
    torch = modules.get("torch")
    gpus, warned = ([], "") if torch is None else _gpus(torch)
    cores = counted(machine.cores, "core")
    kind = tr("{processor}, {cores}", processor=machine.processor, cores=cores)
    cpu = Device("cpu", kind, *machine.memory())
    return Facts(
        python=machine.python,
        environment=_environment(machine),
        prefix=str(machine.prefix),
        system=machine.system,
        pip=_pip(machine),
        packages=packages,
        numpy_error="" if torch is None else _tried(lambda: torch.ones(1).numpy())[1],
        build="" if torch is None else _build(torch),
        driver=machine.nvidia(),
        devices=(cpu, *gpus),
        cuda_visible_devices=machine.environ.get("CUDA_VISIBLE_DEVICES"),
        warned=warned,
        # Only now are all modules of Python's own imported that torch and the others use.
        shadows=shadows(machine),
        torches=copies("torch", machine),
        torchvision_for=_needed(machine, "torchvision", "==").get("torch", ""),
    )


def _packages(
    machine: Machine, reached: dict[str, str], alone: bool
) -> tuple[dict[str, Any], dict[str, Package]]:
    """The modules that can be imported, and what there is to say about each package."""
    needs = _needed(machine, "d2lcli", ">=")
    modules: dict[str, Any] = {}
    packages = {}
    for name, use in USES.items():
        recorded = version = machine.version(name)
        error = ""
        if name in reached:  # a reader's own file is not run
            error = tr("{file} is imported in its place", file=reached[name])
        elif name in IMPORTS or (name == "torchvision" and recorded and "torch" in modules):
            module, error, _ = _tried(partial(_load, machine, name, alone))
            if module is not None:
                modules[name] = module
                version = str(getattr(module, "__version__", "")) or recorded
            elif error.startswith("ModuleNotFoundError: ") and recorded is None:
                error = ""  # it is simply not there
        packages[name] = Package(name, tr(use), version, needs.get(name, ""), error)
    return modules, packages


def _load(machine: Machine, name: str, alone: bool) -> Any:
    with first_import(alone and name == "torch"):
        module = machine.load(IMPORTS.get(name, name))
        if name == "torch":  # and not just something that is called so
            module.ones(1), module.version.cuda, module.cuda.is_available
        return module


def _tried(action: Callable[[], Any]) -> tuple[Any, str, str]:
    """What an action gives, or what it raised; and what it warned of. Nothing is printed."""
    result, raised = None, ""
    with (
        warnings.catch_warnings(record=True) as caught,
        # NumPy 2 writes a page on stderr where torch was built for NumPy 1.
        redirect_stderr(io.StringIO()),
        redirect_stdout(io.StringIO()),
    ):
        warnings.simplefilter("always")
        try:
            result = action()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # what a broken installation raises is open, SystemExit too
            raised = one_line(f"{type(error).__name__}: {error}").removesuffix(": ")
    return result, raised, " ".join(one_line(str(warning.message)) for warning in caught)


def _build(torch: Any) -> str:
    if getattr(torch.version, "hip", None):
        return f"ROCm {torch.version.hip}"
    return f"CUDA {torch.version.cuda}" if torch.version.cuda else "CPU"


def _gpus(torch: Any) -> tuple[list[Device], str]:
    """Each GPU that torch sees, and why it sees none, if it says so."""
    count, error, warned = _tried(
        lambda: torch.cuda.device_count() if torch.cuda.is_available() else 0
    )
    return [_gpu(torch, index) for index in range(count or 0)], error or warned


def _gpu(torch: Any, index: int) -> Device:
    """A GPU, tried with one sum."""
    name = f"cuda:{index}"
    kind, unknown, _ = _tried(lambda: str(torch.cuda.get_device_name(index)))
    room, no_room, _ = _tried(lambda: tuple(map(int, torch.cuda.mem_get_info(index))))
    right, raised, _ = _tried(lambda: (torch.ones(1, device=name) + 1).item() == 2)
    error = unknown or no_room or raised or ("" if right else tr("1 + 1 is not 2 on it"))
    free, total = room or (None, None)
    return Device(name, kind or tr("a GPU"), free, total, error)


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


def _needed(machine: Machine, name: str, sign: str) -> dict[str, str]:
    """The version of each package that an installed one says it needs: torch>=2.0, torch (==2)."""
    needs = [need for need in machine.needs(name) if "extra" not in need]
    pairs = (re.match(rf"([\w.-]+)[^;]*?{sign}\s*([\d.]+)", need) for need in needs)
    return {pair[1].lower(): pair[2] for pair in pairs if pair}
