"""What is known to go wrong, one probe for each: is it so here, what stops, what mends it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ..errors import quoted
from .facts import Device, Facts
from .machine import Nvidia

Level = Literal["ok", "missing", "wrong"]
Stops = Literal["", "lessons", "cuda", "pictures", "exports", "later"]
RENAME = "give it another name"
STATE = "nvidia-smi shows its state"
SITE = "pytorch.org"
REINSTALL = {name: f"--force-reinstall {name}" for name in ("torch", "numpy")}
REINSTALL["matplotlib"] = "--upgrade --force-reinstall --no-deps matplotlib"


@dataclass(frozen=True)
class Finding:
    """What one probe found, and what mends it: a command, or what to do."""

    level: Level
    name: str
    told: str
    mend: str = ""
    stops: Stops = ""  # what does not work before it is mended


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
    for shadow in facts.shadows:
        if shadow.name == "torch" and shadow.reached:
            told = f"{shadow.file} is imported in place of PyTorch"
            return Finding("wrong", "torch", told, RENAME, "lessons")
        if package.error and shadow.name not in facts.packages and shadow.reached:
            told = f"{shadow.file} is imported in place of Python's own {shadow.name}"
            told += f": {quoted(package.error, 120)}"
            return Finding("wrong", "torch", told, RENAME, "lessons")
    return _package("torch", facts)


def numpy(facts: Facts, _: str) -> Finding:
    """NumPy is there, and torch and NumPy work together."""
    finding = _package("numpy", facts)
    if finding.level != "ok" or not facts.numpy_error:
        return finding
    here, numpys = facts.packages["torch"].version, facts.packages["numpy"].version
    told = f"a tensor cannot become an array: {quoted(facts.numpy_error, 120)}"
    again = _pip(facts, "install", REINSTALL["numpy"])
    if release(numpys) >= (2,) and release(here) < (2, 5):
        told = f"torch {here} was built for NumPy 1, here is NumPy {numpys}"
        again = _pip(facts, "install", '"numpy<2"')
    return Finding("wrong", "numpy", told, again, "lessons")


def matplotlib(facts: Facts, _: str) -> Finding:
    """Pictures can be drawn."""
    return _package("matplotlib", facts, stops="pictures")


def _package(name: str, facts: Facts, again: str = "", stops: Stops = "lessons") -> Finding:
    """A package that is needed. ``again``: what to install where its import fails."""
    package = facts.packages[name]
    again = _pip(facts, "install", again or REINSTALL[name])
    if name == "torch" and (package.version or "").endswith("+cpu"):
        again = f"{_pip(facts, 'uninstall', name)}, then the build for the CPU on {SITE}"
    version, error = package.version, quoted(package.error, 160) if package.error else ""
    if error:
        taken = "in its place" in error
        told = error if taken else f"import {name}: {error}"
        return Finding("wrong", name, told, RENAME if taken else again, stops)
    if version is None:
        told = f"not installed ({package.use})"
        return Finding("missing", name, told, _pip(facts, "install", name), stops)
    if release(version) < release(package.needs):
        told = f"{name} {version} is too old: d2l works with {package.needs} and newer"
        return Finding("wrong", name, told, _pip(facts, "install", f"--upgrade {name}"), stops)
    return Finding("ok", name, f"{name} {version}")


def copies(facts: Facts, _: str) -> Finding | None:
    """A torch that is there twice: programs, and packages built on it, may get either."""
    if len(facts.torches) < 2:
        return None
    (first, here), (second, there) = facts.torches[:2]
    told = f"{first} in {here} is taken, {second} in {there} is hidden behind it"
    mend = f"{_pip(facts, 'uninstall', 'torch')} removes the first"
    if here == there:
        told = f"{first} and {second} were both installed into {here}"
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
    names = [gpu.name for gpu in gpus]
    if asked.startswith("cuda:") and asked not in names:
        told = f"{asked} is not there; there are {', '.join(names)}"
        return Finding("wrong", "cuda", told, "choose one of these", "cuda")
    for gpu in gpus:
        if gpu.error and asked in ("cpu", "auto", gpu.name):
            told = f"{gpu.name} {gpu.kind}: {quoted(gpu.error, 160)}"
            newer = f"{_pip(facts, 'uninstall', 'torch')}, then a build on {SITE} that knows it"
            mend = newer if "kernel image" in gpu.error else STATE
            return Finding("wrong", "cuda", told, mend, "cuda")
    kinds: dict[str, list[Device]] = {}
    for gpu in gpus:
        kinds.setdefault(gpu.kind, []).append(gpu)
    told = "".join(
        f"{first.name}{f' and {len(others)} more:' if others else ''} {kind}, {first.room}; "
        for kind, (first, *others) in kinds.items()
    )
    driver = f", driver {facts.driver.driver}" if facts.driver and facts.driver.driver else ""
    return Finding("ok", "cuda", f"{told}PyTorch is built for {facts.build}{driver}")


def _no_gpu(facts: Facts) -> Finding:
    """Torch sees no GPU. Without NVIDIA's driver, and what a GPU is for, nothing is wrong."""
    driver, build, hidden = facts.driver or Nvidia(), facts.build, facts.cuda_visible_devices
    for_cpu = build == "CPU"
    here = f"this PyTorch is built for {'the CPU' if for_cpu else build}"
    newest = ".".join(map(str, driver.cuda or ()))
    older = f" {newest} or older" if newest else ""
    other = f"{_pip(facts, 'uninstall', 'torch')}, then choose a build for CUDA{older} on {SITE}"
    gpus = driver.gpus[0] if driver.gpus else ""
    gpus += f" and {len(driver.gpus) - 1} more" * (len(driver.gpus) > 1)
    old = driver.cuda and not for_cpu and driver.cuda < release(build.partition(" ")[2])[:2]
    why = f": {quoted(facts.warned, 120)}" if facts.warned else ""
    cases = (
        (facts.driver is None, f"{here}, and there is no NVIDIA driver", ""),
        (build.startswith("ROCm"), f"{here}, and there is no GPU", ""),
        (
            driver.fault,
            f"{here}, and nvidia-smi fails: {quoted(driver.fault, 120)}",
            "restart the machine; if it still fails, install NVIDIA's driver anew",
        ),
        (for_cpu and gpus, f"here is {gpus}, and {here}", other),
        (
            not for_cpu and hidden is not None,
            f"CUDA_VISIBLE_DEVICES={hidden} hides the GPUs from this program",
            "unset CUDA_VISIBLE_DEVICES",
        ),
        (
            old,
            f"the driver {driver.driver} is too old: it runs CUDA {newest}, and {here}",
            f"a newer driver; or {other}",
        ),
        (not gpus, f"{here}, and there is no NVIDIA GPU", ""),
        (True, f"{here}, and does not see {gpus}{why}", STATE),
    )
    told, mend = next((told, mend) for so, told, mend in cases if so)
    return Finding("wrong" if mend else "missing", "cuda", told, mend, "cuda")


def jupyter(facts: Facts, _: str) -> Finding:
    """Exported notebooks can be opened."""
    for name in ("jupyterlab", "notebook", "ipykernel"):
        version = facts.packages[name].version
        if version is not None:
            editor = " (for an editor that opens notebooks)" * (name == "ipykernel")
            return Finding("ok", "jupyter", f"{name} {version}{editor}")
    told = "not installed (exported notebooks need it)"
    return Finding("missing", "jupyter", told, _pip(facts, "install", "notebook"), "exports")


def torchvision(facts: Facts, _: str) -> Finding | None:
    """The datasets of later chapters; it has to be of the release that goes with torch."""
    package, here = facts.packages["torchvision"], facts.packages["torch"]
    if package.version is None or here.version is None or here.error:
        return None
    pair = f"torch=={here.version.partition('+')[0]} torchvision"
    if facts.torchvision_for and release(facts.torchvision_for) != release(here.version):
        told = f"torchvision {package.version} goes with torch {facts.torchvision_for}"
        told += f", here is torch {here.version}"
        return Finding("wrong", "torchvision", told, _pip(facts, "install", pair), "later")
    return _package("torchvision", facts, f"--force-reinstall {pair}", "later")


def shadows(facts: Facts, _: str) -> Finding | None:
    """Files in this folder, or before Python's own, with names of modules."""
    told = [one for one in facts.shadows if not (one.reached and one.name in facts.packages)]
    if not told:
        return None
    more = f" and {len(told) - 1} more" if len(told) > 1 else ""
    what = f"{told[0].file}{more}: programs and notebooks in its folder import this file "
    own = "" if told[0].name in facts.packages else "Python's own "
    what += f"in place of {own}{told[0].name}"
    return Finding("wrong", "files", what, RENAME, "exports")


PROBES: list[Probe] = [python, torch, numpy, matplotlib, cpu, cuda, jupyter, torchvision]
PROBES += [copies, shadows]
