"""What is known to go wrong, one probe for each: is it so here, what stops, what mends it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..errors import quoted
from ..language import mark, tr
from ..words import enumerated
from .facts import Device, Facts
from .machine import Nvidia

Level = Literal["ok", "missing", "wrong"]
Stops = Literal["", "lessons", "cuda", "pictures", "exports", "later"]
RENAME = mark("give it another name")
STATE = mark("nvidia-smi shows its state")
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
    named: bool = field(default=True, compare=False)  # whether the sentence says what it is about


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
            told = tr("{file} is imported in place of PyTorch", file=shadow.file)
            return Finding("wrong", "torch", told, tr(RENAME), "lessons")
        known = shadow.name in facts.packages
        if package.error and shadow.reached and (not known or shadow.name in package.error):
            told = tr(
                "{file} is imported in place of {name}: {error}"
                if known
                else "{file} is imported in place of Python's own {name}: {error}",
                file=shadow.file,
                name=shadow.name,
                error=quoted(package.error, 120),
            )
            return Finding("wrong", "torch", told, tr(RENAME), "lessons", named=False)
    return _package("torch", facts)


def numpy(facts: Facts, _: str) -> Finding:
    """NumPy is there, and torch and NumPy work together."""
    finding = _package("numpy", facts)
    if finding.level != "ok" or not facts.numpy_error:
        return finding
    here, numpys = facts.packages["torch"].version, facts.packages["numpy"].version
    error = quoted(facts.numpy_error, 120)
    told = tr("a tensor cannot become an array: {error}", error=error)
    again = _pip(facts, "install", REINSTALL["numpy"])
    if release(numpys) >= (2,) and release(here) < (2, 5):
        told = tr(
            "torch {torch} was built for NumPy 1, here is NumPy {numpy}", torch=here, numpy=numpys
        )
        again = _pip(facts, "install", '"numpy<2"')
    return Finding("wrong", "numpy", told, again, "lessons", named=False)


def matplotlib(facts: Facts, _: str) -> Finding:
    """Pictures can be drawn."""
    return _package("matplotlib", facts, stops="pictures")


def _package(name: str, facts: Facts, again: str = "", stops: Stops = "lessons") -> Finding:
    """A package that is needed. ``again``: what to install where its import fails."""
    package = facts.packages[name]
    again = _pip(facts, "install", again or REINSTALL[name])
    if name == "torch" and (package.version or "").endswith("+cpu"):
        again = tr(
            "{remove}, then the build for the CPU on {site}",
            remove=_pip(facts, "uninstall", name),
            site=SITE,
        )
    version, error = package.version, quoted(package.error, 160) if package.error else ""
    if error:
        if any(shadow.name == name and shadow.reached for shadow in facts.shadows):
            return Finding("wrong", name, error, tr(RENAME), stops)
        return Finding("wrong", name, f"import {name}: {error}", again, stops)
    if version is None:
        told = tr("not installed ({use})", use=package.use)
        return Finding("missing", name, told, _pip(facts, "install", name), stops, named=False)
    if release(version) < release(package.needs):
        told = tr(
            "{name} {version} is too old: d2l works with {needs} and newer",
            name=name,
            version=version,
            needs=package.needs,
        )
        return Finding("wrong", name, told, _pip(facts, "install", f"--upgrade {name}"), stops)
    return Finding("ok", name, f"{name} {version}")


def copies(facts: Facts, _: str) -> Finding | None:
    """A torch that is there twice: programs, and packages built on it, may get either."""
    if len(facts.torches) < 2:
        return None
    (first, here), (second, there) = facts.torches[:2]
    remove = _pip(facts, "uninstall", "torch")
    told = tr(
        "{first} and {second} were both installed into {here}"
        if here == there
        else "{first} in {here} is taken, {second} in {there} is hidden behind it",
        first=first,
        second=second,
        here=here,
        there=there,
    )
    mend = tr(
        "{remove}, twice; then install it again" if here == there else "{remove} removes the first",
        remove=remove,
    )
    return Finding("wrong", "two torch", told, mend, "later")


def cpu(facts: Facts, _: str) -> Finding:
    """The processor and its memory."""
    device = facts.devices[0]
    told = tr("{device}, {room}", device=device.kind, room=device.room)
    return Finding("ok", "cpu", told)


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
        told = tr("{device} is not there; there are {names}", device=asked, names=enumerated(names))
        return Finding("wrong", "cuda", told, tr("choose one of these"), "cuda")
    for gpu in gpus:
        if gpu.error and asked in ("cpu", "auto", gpu.name):
            error = quoted(gpu.error, 160)
            told = tr("{name} {kind}: {error}", name=gpu.name, kind=gpu.kind, error=error)
            newer = tr(
                "{remove}, then a build on {site} that knows it",
                remove=_pip(facts, "uninstall", "torch"),
                site=SITE,
            )
            mend = newer if "kernel image" in gpu.error else tr(STATE)
            return Finding("wrong", "cuda", told, mend, "cuda")
    return Finding("ok", "cuda", _computes(gpus, facts))


def _computes(gpus: Sequence[Device], facts: Facts) -> str:
    """The GPUs, and what PyTorch is built for."""
    kinds: dict[str, list[Device]] = {}
    for gpu in gpus:
        kinds.setdefault(gpu.kind, []).append(gpu)
    told = [
        tr(
            "{name} and {count} more: {kind}, {room}" if others else "{name} {kind}, {room}",
            name=first.name,
            count=len(others),
            kind=kind,
            room=first.room,
        )
        for kind, (first, *others) in kinds.items()
    ]
    driver = facts.driver.driver if facts.driver else ""
    told.append(
        tr(
            "PyTorch is built for {build}, driver {driver}"
            if driver
            else "PyTorch is built for {build}",
            build=facts.build,
            driver=driver,
        )
    )
    return tr("; ").join(told)


def _no_gpu(facts: Facts) -> Finding:
    """Torch sees no GPU. Without NVIDIA's driver, and what a GPU is for, nothing is wrong."""
    told, mend = _why_none(facts, facts.driver or Nvidia())
    return Finding("wrong" if mend else "missing", "cuda", told, mend, "cuda")


def _why_none(facts: Facts, driver: Nvidia) -> tuple[str, str]:
    """Why torch sees no GPU, and what mends it, if something is wrong."""
    build, hidden, gpus = facts.build, facts.cuda_visible_devices, _named(driver.gpus)
    for_cpu = build == "CPU"
    here = tr("this PyTorch is built for {build}", build=build)
    if for_cpu:
        here = tr("this PyTorch is built for the CPU")
    if facts.driver is None:
        return tr("{here}, and there is no NVIDIA driver", here=here), ""
    if build.startswith("ROCm"):
        return tr("{here}, and there is no GPU", here=here), ""
    if driver.fault:
        error = quoted(driver.fault, 120)
        mend = tr("restart the machine; if it still fails, install NVIDIA's driver anew")
        return tr("{here}, and nvidia-smi fails: {error}", here=here, error=error), mend
    newest = ".".join(map(str, driver.cuda or ()))
    other = _other_build(facts, newest)
    if for_cpu and gpus:
        return tr("here is {gpus}, and {build}", gpus=gpus, build=here), other
    if not for_cpu and hidden is not None:
        told = tr("CUDA_VISIBLE_DEVICES={value} hides the GPUs from this program", value=hidden)
        return told, "unset CUDA_VISIBLE_DEVICES"
    if driver.cuda and not for_cpu and driver.cuda < release(build.partition(" ")[2])[:2]:
        told = tr(
            "the driver {driver} is too old: it runs CUDA {newest}, and {build}",
            driver=driver.driver,
            newest=newest,
            build=here,
        )
        return told, tr("a newer driver; or {other}", other=other)
    if not gpus:
        return tr("{here}, and there is no NVIDIA GPU", here=here), ""
    told = tr("{here}, and does not see {gpus}", here=here, gpus=gpus)
    if facts.warned:
        told = tr("{told}: {why}", told=told, why=quoted(facts.warned, 120))
    return told, tr(STATE)


def _named(gpus: Sequence[str]) -> str:
    """The first of them, and how many more there are."""
    if len(gpus) > 1:
        return tr("{name} and {count} more", name=gpus[0], count=len(gpus) - 1)
    return gpus[0] if gpus else ""


def _other_build(facts: Facts, newest: str) -> str:
    return tr(
        "{remove}, then choose a build for CUDA {newest} or older on {site}"
        if newest
        else "{remove}, then choose a build for CUDA on {site}",
        remove=_pip(facts, "uninstall", "torch"),
        newest=newest,
        site=SITE,
    )


def jupyter(facts: Facts, _: str) -> Finding:
    """Exported notebooks can be opened."""
    for name in ("jupyterlab", "notebook", "ipykernel"):
        version = facts.packages[name].version
        if version is not None:
            told = f"{name} {version}"
            if name == "ipykernel":
                told = tr("{package} (for an editor that opens notebooks)", package=told)
            return Finding("ok", "jupyter", told)
    told = tr("not installed (exported notebooks need it)")
    return Finding("missing", "jupyter", told, _pip(facts, "install", "notebook"), "exports")


def torchvision(facts: Facts, _: str) -> Finding | None:
    """The datasets of later chapters; it has to be of the release that goes with torch."""
    package, here = facts.packages["torchvision"], facts.packages["torch"]
    if package.version is None or here.version is None or here.error:
        return None
    pair = f"torch=={here.version.partition('+')[0]} torchvision"
    if facts.torchvision_for and release(facts.torchvision_for) != release(here.version):
        told = tr(
            "torchvision {version} goes with torch {needed}, here is torch {here}",
            version=package.version,
            needed=facts.torchvision_for,
            here=here.version,
        )
        return Finding("wrong", "torchvision", told, _pip(facts, "install", pair), "later")
    return _package("torchvision", facts, f"--force-reinstall {pair}", "later")


def shadows(facts: Facts, _: str) -> Finding | None:
    """Files in this folder, or before Python's own, with names of modules."""
    told = [one for one in facts.shadows if not (one.reached and one.name in facts.packages)]
    if not told:
        return None
    what = tr(
        "{files}: programs and notebooks in its folder import this file in place of {name}"
        if told[0].name in facts.packages
        else "{files}: programs and notebooks in its folder import this file in place of Python's "
        "own {name}",
        files=_named([one.file for one in told]),
        name=told[0].name,
    )
    return Finding("wrong", "files", what, tr(RENAME), "exports")


PROBES: list[Probe] = [python, torch, numpy, matplotlib, cpu, cuda, jupyter, torchvision]
PROBES += [copies, shadows]
