"""What is known to go wrong, one probe for each: is it so here, what stops, what mends it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ..errors import quoted
from .facts import Device, Facts, Package
from .places import Shadow

Level = Literal["ok", "missing", "wrong"]
Stops = Literal["", "lessons", "cuda", "pictures", "exports", "later"]
BUILD = "choose a build for CUDA{} on pytorch.org"


@dataclass(frozen=True)
class Finding:
    """What one probe found.

    Attributes:
        level: fine, not there, or in the way.
        name: what it is about.
        told: what is so.
        mend: the command that mends it, or what to do; empty where nothing needs to be done.
        stops: what does not work before it is mended.
    """

    level: Level
    name: str
    told: str
    mend: str = ""
    stops: Stops = ""


Probe = Callable[[Facts, str], Finding | None]


def release(version: str | None) -> tuple[int, ...]:
    """The numbers of a version: (2, 13, 0) of 2.13.0+cpu."""
    public = re.split(r"[^\d.]", version or "", maxsplit=1)[0]
    return tuple(map(int, re.findall(r"\d+", public)))


def _pip(facts: Facts, action: str, packages: str) -> str:
    return f"{facts.pip.replace('{}', action)} {packages}"


def python(facts: Facts, _: str) -> Finding:
    """The interpreter."""
    return Finding("ok", "python", f"Python {facts.python}")


def torch(facts: Facts, _: str) -> Finding:
    """PyTorch is there and can be imported."""
    package = facts.packages["torch"]
    shadow = next((one for one in facts.shadows if one.name == "torch" and one.reached), None)
    if shadow is not None:
        told = f"{shadow.file} is imported in place of PyTorch"
        return Finding("wrong", "torch", told, "give it another name", "lessons")
    ours = next((one for one in _of_python(facts) if one.reached), None)
    if package.error and ours is not None:
        told = f"{ours.file} is imported in place of Python's own {ours.name}"
        told += f": {quoted(package.error, 120)}"
        return Finding("wrong", "torch", told, "give it another name", "lessons")
    again = _pip(facts, "install", "--force-reinstall torch")
    if (package.recorded or "").endswith("+cpu"):
        again = f"{_pip(facts, 'uninstall', 'torch')}, then the build for the CPU on pytorch.org"
    return _package(package, facts, again, "lessons")


def numpy(facts: Facts, _: str) -> Finding:
    """NumPy is there, and torch and NumPy work together."""
    package = facts.packages["numpy"]
    again = _pip(facts, "install", "--force-reinstall numpy")
    finding = _package(package, facts, again, "lessons")
    if finding.level != "ok" or facts.works_with_numpy is not False:
        return finding
    here = facts.packages["torch"].version
    if release(package.version) >= (2,) and release(here) < (2, 5):
        told = f"torch {here} was built for NumPy 1, here is NumPy {package.version}"
        return Finding("wrong", "numpy", told, _pip(facts, "install", '"numpy<2"'), "lessons")
    told = f"a tensor cannot become an array: {quoted(facts.numpy_error, 120)}"
    return Finding("wrong", "numpy", told, again, "lessons")


def matplotlib(facts: Facts, _: str) -> Finding:
    """Pictures can be drawn."""
    again = _pip(facts, "install", "--upgrade --force-reinstall --no-deps matplotlib")
    return _package(facts.packages["matplotlib"], facts, again, "pictures")


def _package(package: Package, facts: Facts, again: str, stops: Stops) -> Finding:
    """A package that is needed. ``again``: what mends it where its import fails."""
    name, version = package.name, package.version
    if package.error:
        told = quoted(package.error, 160)
        told = told if "in its place" in told else f"import {name}: {told}"
        mend = "give that file another name" if "in its place" in told else again
        return Finding("wrong", name, told, mend, stops)
    if version is None:
        told = f"not installed ({package.use})"
        return Finding("missing", name, told, _pip(facts, "install", name), stops)
    if package.needs and release(version) < release(package.needs):
        told = f"{name} {version} is too old: d2l works with {package.needs} and newer"
        return Finding("wrong", name, told, _pip(facts, "install", f"--upgrade {name}"), stops)
    return Finding("ok", name, f"{name} {version}")


def copies(facts: Facts, _: str) -> Finding | None:
    """A package that is there twice: programs, and packages built on it, may get either."""
    for name in ("torch", "numpy"):
        there = [one for one in facts.copies if one.name == name]
        majors = {release(one.version)[:1] for one in there}
        if len(there) < 2 or (name == "numpy" and len(majors) < 2):
            continue  # a system's NumPy behind one's own is usual
        first, second = there[:2]
        if first.folder == second.folder:
            told = f"{first.version} and {second.version} were both installed into {first.folder}"
            mend = f"{_pip(facts, 'uninstall', name)}, twice; then install it again"
        else:
            told = f"{first.version} in {first.folder} is taken, {second.version} in "
            told += f"{second.folder} is hidden behind it"
            mend = f"{_pip(facts, 'uninstall', name)} removes the first"
            mend = "unset PYTHONPATH" if first.folder in facts.pythonpath else mend
        return Finding("wrong", f"two {name}", told, mend, "later")
    package = facts.packages["torch"]
    written, recorded = release(package.version), release(package.recorded)
    if package.error or not written or not recorded or written == recorded:
        return None
    told = f"the files are of {package.version}, the installer's record is of {package.recorded}"
    mend = f"{_pip(facts, 'uninstall', 'torch')}, twice; then install it again"
    return Finding("wrong", "two torch", told, mend, "later")


def cpu(facts: Facts, _: str) -> Finding:
    """The processor and its memory."""
    device = facts.devices[0]
    return Finding("ok", "cpu", f"{device.kind}, {device.room}")


def cuda(facts: Facts, wanted: str) -> Finding | None:
    """What torch computes on besides, or why it does not."""
    if not facts.build:
        return None  # torch does not work: that comes first
    gpus = facts.devices[1:]
    if not gpus:
        return _no_gpu(facts)
    asked = "cuda:0" if wanted == "cuda" else wanted
    there = {gpu.name: gpu for gpu in gpus}
    if asked.startswith("cuda:") and asked not in there:
        told = f"{asked} is not there; there are {', '.join(there)}"
        return Finding("wrong", "cuda", told, "choose one of these", "cuda")
    broken = [gpu for gpu in gpus if gpu.error and asked in ("cpu", "auto", gpu.name)]
    if broken:
        return _broken_gpu(facts, broken[0])
    kinds: dict[str, list[Device]] = {}
    for gpu in gpus:
        kinds.setdefault(gpu.kind, []).append(gpu)
    told = "; ".join(f"{_names(same)} {kind}, {same[0].room}" for kind, same in kinds.items())
    driver = f", driver {facts.driver.driver}" if facts.driver and facts.driver.driver else ""
    return Finding("ok", "cuda", f"{told}; PyTorch is built for {facts.build}{driver}")


def _names(same: list[Device]) -> str:
    return same[0].name if len(same) == 1 else f"{same[0].name} and {len(same) - 1} more:"


def _broken_gpu(facts: Facts, gpu: Device) -> Finding:
    told = f"{gpu.name} {gpu.kind}: {quoted(gpu.error, 160)}"
    mend = "nvidia-smi shows its state"
    if "kernel image" in gpu.error:
        told = f"{gpu.name} {gpu.kind} is older, or newer, than this PyTorch ({facts.build}) knows"
        mend = f"{_pip(facts, 'uninstall', 'torch')}, then {BUILD.format('')} that knows it"
    elif "out of memory" in gpu.error:
        mend = "nvidia-smi shows which programs hold its memory"
    return Finding("wrong", "cuda", told, mend, "cuda")


def _no_gpu(facts: Facts) -> Finding:
    """Torch sees no GPU. Without NVIDIA's driver, and what a GPU is for, nothing is wrong."""
    driver, build = facts.driver, facts.build
    for_cpu = build == "CPU"
    here = "this PyTorch is built for " + ("the CPU" if for_cpu else build)
    if driver is None or build.startswith("ROCm"):
        lacks = "GPU" if driver else "NVIDIA driver"
        return Finding("missing", "cuda", f"{here}, and there is no {lacks}", stops="cuda")
    if driver.fault:
        told = f"{here}, and nvidia-smi fails: {quoted(driver.fault, 120)}"
        mend = "restart the machine; if it still fails, install NVIDIA's driver anew"
        return Finding("wrong", "cuda", told, mend, "cuda")
    newest = ".".join(map(str, driver.cuda or ()))
    other = BUILD.format(f" {newest} or older" if newest else "")
    other = f"{_pip(facts, 'uninstall', 'torch')}, then {other}"
    if for_cpu and driver.gpus:
        return Finding("wrong", "cuda", f"here is {_gpus(driver.gpus)}, and {here}", other, "cuda")
    if for_cpu:
        return Finding("missing", "cuda", f"{here}, and there is no NVIDIA GPU", stops="cuda")
    if facts.cuda_visible_devices is not None:
        told = f"CUDA_VISIBLE_DEVICES={facts.cuda_visible_devices} hides the GPUs from this program"
        return Finding("wrong", "cuda", told, "unset CUDA_VISIBLE_DEVICES", "cuda")
    if driver.cuda and driver.cuda < release(build.partition(" ")[2])[:2]:
        version = f" {driver.driver}" if driver.driver else ""
        told = f"the driver{version} is too old: it runs CUDA {newest}, and {here}"
        return Finding("wrong", "cuda", told, f"a newer driver; or {other}", "cuda")
    if not driver.gpus:
        return Finding("missing", "cuda", f"{here}, and no NVIDIA GPU is found", stops="cuda")
    told = f"{here}, and does not see {_gpus(driver.gpus)}: {quoted(facts.warned, 120)}"
    told = told.removesuffix(": ''")
    return Finding("wrong", "cuda", told, "nvidia-smi shows its state", "cuda")


def _gpus(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"


def jupyter(facts: Facts, _: str) -> Finding:
    """Exported notebooks can be opened."""
    there = [facts.packages[name] for name in ("jupyterlab", "notebook", "ipykernel")]
    there = [package for package in there if package.version is not None]
    if there:
        told = f"{there[0].name} {there[0].version}"
        told += " (for an editor that opens notebooks)" * (there[0].name == "ipykernel")
        return Finding("ok", "jupyter", told)
    told = "not installed (exported notebooks need it)"
    return Finding("missing", "jupyter", told, _pip(facts, "install", "notebook"), "exports")


def torchvision(facts: Facts, _: str) -> Finding | None:
    """The datasets of later chapters; it has to be of the release that goes with torch."""
    package, here = facts.packages["torchvision"], facts.packages["torch"]
    if package.version is None or here.version is None or here.error:
        return None
    public = here.version.partition("+")[0]
    mend = _pip(facts, "install", f"torch=={public} torchvision")
    if facts.torchvision_for and release(facts.torchvision_for) != release(public):
        told = f"torchvision {package.version} goes with torch {facts.torchvision_for}"
        told += f", here is torch {here.version}"
        return Finding("wrong", "torchvision", told, mend, "later")
    if package.error:
        told = f"import torchvision: {quoted(package.error, 120)}"
        mend = _pip(facts, "install", f"--force-reinstall torch=={public} torchvision")
        return Finding("wrong", "torchvision", told, mend, "later")
    return Finding("ok", "torchvision", f"torchvision {package.version}")


def shadows(facts: Facts, _: str) -> Finding | None:
    """Files in this folder, or before Python's own, with names of modules."""
    told = [one for one in facts.shadows if not (one.reached and one.name in facts.packages)]
    if not told:
        return None
    more = f" and {len(told) - 1} more" if len(told) > 1 else ""
    what = f"{told[0].file}{more}: programs and notebooks in its folder import this file "
    what += "in place of " + "Python's own " * (told[0] in _of_python(facts)) + told[0].name
    return Finding("wrong", "files", what, "give it another name", "exports")


def _of_python(facts: Facts) -> list[Shadow]:
    return [one for one in facts.shadows if one.name not in facts.packages]


PROBES: tuple[Probe, ...] = (
    python,
    torch,
    numpy,
    matplotlib,
    cpu,
    cuda,
    jupyter,
    torchvision,
    copies,
    shadows,
)
