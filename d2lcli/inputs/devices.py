"""Where tensors live, what there is room for, and the state of torch that a run borrows."""

from __future__ import annotations

import gc
import logging
import os
import re
import signal
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from ..errors import ExitCode, Misuse, Refusal, quoted
from ..language import tr
from ..words import enumerated
from .signs import plain

KINETO = "KINETO_LOG_LEVEL"  # which a lesson sets, to keep torch's profiler quiet
TORCH = 150 * 2**20  # bytes that torch itself takes when it is imported (measured: 140 MiB)


def check_name(text: str) -> str:
    """The name of a device in plain signs, checked to be of a kind that d2l is tested on.

    Raises:
        Misuse: it is none of cpu, cuda, cuda:N and auto.
    """
    found = plain(text)
    if not re.fullmatch(r"cpu|cuda(:(0|[1-9][0-9]?))?|auto", found):
        raise Misuse(
            tr(
                "device {name}: d2l is tested on cpu, cuda and cuda:N; "
                "choose one of these, or auto for the first GPU where there is one",
                name=quoted(text),
            )
        )
    return found


def choose(text: str, alone: bool = False) -> str:
    """The device that ``text`` stands for on this machine. ``alone``: see ``first_import``.

    Raises:
        Misuse: it is no device's name.
        Refusal: a CUDA device that this machine does not have, or torch cannot be used.
    """
    text = check_name(text)
    if text == "cpu":
        return text
    try:
        with first_import(alone):
            import torch
        with warnings.catch_warnings(action="ignore"):  # of a driver too old: `d2l env` tells
            count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    except Exception as error:  # what a broken installation raises is open
        told = tr(
            "device {name}: torch cannot be used ({error}); d2l env says what mends it",
            name=text,
            error=error,
        )
        raise Refusal(told) from error
    if text == "auto":
        return "cuda" if count else "cpu"
    if int(text.partition(":")[2] or 0) < count:
        return text
    there = enumerated(["cpu", *(f"cuda:{index}" for index in range(count))])
    raise Refusal(
        tr(
            "device {name}: this machine has no such device; it has {there} "
            "(d2l env --device cuda says why)",
            name=text,
            there=there,
        )
    )


def require(needed: int, device: str, option: str) -> None:
    """Check that ``device`` has ``needed`` bytes free, before any of them is allocated.

    Raises:
        Refusal: it has not; the sentence names ``option`` and both figures.
    """
    if needed <= 0:
        return
    if device == "cpu":
        # What torch is going to take is not free for tensors.
        free = max(0, free_memory() - (0 if "torch" in sys.modules else TORCH))
    else:
        free = _free_on(device)
    if needed > free:
        raise Refusal(
            tr(
                "{option}: this takes {needed}, and {device} has {free} free; give a smaller "
                "number",
                option=option,
                needed=amount(needed),
                device=device,
                free=amount(free),
            )
        )


def _free_on(device: str) -> int:
    import torch

    try:
        torch.cuda.empty_cache()  # what torch keeps of earlier tensors is free, too
        return int(torch.cuda.mem_get_info(device)[0])
    except Exception as error:  # torch has several types for what CUDA reports
        told = tr(
            "device {name}: it cannot be used ({error}); d2l env --device {name} says more",
            name=device,
            error=error,
        )
        raise Refusal(told) from error


class Memory(NamedTuple):
    """Bytes of main memory."""

    free: int
    total: int


def free_memory() -> int:
    """Bytes that the CPU can still hand out to this process."""
    return memory().free


def memory(root: Path = Path("/")) -> Memory:
    """The main memory that this process can have: the machine's, or what its container is allowed.

    Free is the kernel's own estimate (MemAvailable), where there is one. ``root``: where the
    folders proc and sys are.
    """
    found = [_of_machine(root), *_of_groups(root)]
    return Memory(min(one.free for one in found), min(one.total for one in found))


def _of_machine(root: Path) -> Memory:
    with suppress(OSError):
        text = (root / "proc/meminfo").read_text("ascii")
        found = dict(re.findall(r"^(MemTotal|MemAvailable): *(\d+) kB", text, re.MULTILINE))
        if len(found) == 2:
            return Memory(int(found["MemAvailable"]) * 1024, int(found["MemTotal"]) * 1024)
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return Memory(total, total)


# Where the memory of a control group is limited, and what says so: limit, usage, and the part of
# the usage that is copies of files not in use, which the kernel gives up on demand.
# (kernel.org: Documentation/admin-guide/cgroup-v2.rst and cgroup-v1/memory.rst)
V2 = ("sys/fs/cgroup", "memory.max", "memory.current", "inactive_file")
V1 = (
    "sys/fs/cgroup/memory",
    "memory.limit_in_bytes",
    "memory.usage_in_bytes",
    "total_inactive_file",
)


def _of_groups(root: Path) -> Iterator[Memory]:
    """What each control group that this process is in has: its own, and those around it.

    Within a container the own group is often mounted as the outermost one.
    """
    try:
        lines = (root / "proc/self/cgroup").read_text("utf-8", "replace").splitlines()
    except OSError:
        return
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if controllers and "memory" not in controllers.split(","):
            continue
        mount, limit, usage, cache = V1 if controllers else V2
        own = PurePosixPath("/", path)
        for group in (own, *own.parents):
            folder = root / mount / group.relative_to("/")
            with suppress(OSError, ValueError):  # no such file; "max": there is no limit
                most = int((folder / limit).read_text("ascii"))
                used = int((folder / usage).read_text("ascii"))
                stat = (folder / "memory.stat").read_text("ascii")
                found = re.search(rf"^{cache} (\d+)$", stat, re.MULTILINE)
                yield Memory(max(0, most - used + int(found[1] if found else 0)), most)


def amount(size: int) -> str:
    """Bytes as MiB or GiB. Shapes that a reader can write take more than a float can hold."""
    if size < 2**30:
        return f"{size / 2**20:,.0f} MiB" if size >= 2**20 else tr("less than 1 MiB")
    gib = Decimal(size) / 2**30
    return f"{gib:,.1f} GiB" if gib < 10**9 else f"{gib:.0e} GiB"


@contextmanager
def first_import(alone: bool = False) -> Iterator[None]:
    """Around the first import of torch: quick, and with ``alone`` in one piece.

    The garbage collector rests: its passes over thousands of new modules, none of which is garbage,
    take a tenth of the time. In a process that is d2l's alone, Ctrl-C ends the program at once,
    with its exit code: the C++ code in there loses a KeyboardInterrupt, takes it for a missing
    package, or aborts.
    """
    if "torch" in sys.modules:
        yield
        return

    def leave(*_: object) -> None:
        os._exit(ExitCode.INTERRUPTED)

    if sys.stdout is not None:
        sys.stdout.flush()
    main = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, leave) if alone and main else None
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
        if before is not None:
            signal.signal(signal.SIGINT, before)


def reset() -> None:
    """Let tensors live on the CPU again, where a lesson before this one wanted them elsewhere."""
    torch: Any = sys.modules.get("torch")
    if not hasattr(torch, "set_default_device"):  # not imported, or broken
        return
    default = _default_device(torch)
    if default is None or default.type != "cpu":
        torch.set_default_device(None)
        if torch.cuda.is_initialized() and torch.cuda.current_device():
            torch.cuda.set_device(0)


def _default_device(torch: Any) -> Any:
    """Where new tensors are made; None where torch cannot make any, as after an error on the GPU.

    torch.get_default_device is missing in torch 2.0 to 2.2, and fails in 2.4 where None was set.
    """
    try:
        return torch.empty(0).device
    except Exception:  # torch has several types for what CUDA reports
        return None


class _Failed:
    """Finds no torch, since importing it has failed."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def find_spec(self, name: str, _path: object, _target: object = None, /) -> None:
        if name == "torch":
            raise self.error


@contextmanager
def _failing_again(error: Exception) -> Iterator[None]:
    """Let the next import of torch tell why the first failed: torch itself says otherwise then."""
    finder = _Failed(error)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


@contextmanager
def borrowed(alone: bool = False) -> Iterator[None]:
    """Let lessons change torch's and matplotlib's settings, and put them back afterwards.

    They begin with torch's own: float32, and gradients. Within it, torch repeats a warning each
    time, so that each step shows its own. ``alone``: see ``first_import``.
    """
    try:
        with first_import(alone):
            import torch

            torch.get_default_dtype()  # another file may be called torch.py
    except Exception as error:  # a lesson's own import tells what is wrong
        with _failing_again(error):
            yield
        return
    with ExitStack() as stack:
        stack.enter_context(_matplotlib())
        stack.enter_context(_cuda(torch, alone))
        stack.enter_context(_settings(torch))
        stack.enter_context(torch.enable_grad())
        yield


@contextmanager
def _settings(torch: Any) -> Iterator[None]:
    """Torch's default device and dtype, and how often it warns."""
    device, dtype = _default_device(torch), torch.get_default_dtype()
    always = torch.is_warn_always_enabled()
    told = KINETO in os.environ
    torch.set_warn_always(True)
    torch.set_default_dtype(torch.float32)
    try:
        yield
    finally:
        now = _default_device(torch)
        if now is None or now != device:
            # None rather than "cpu": a default device, even the CPU, slows every later call down.
            elsewhere = device is not None and device.type != "cpu"
            torch.set_default_device(device if elsewhere else None)
        torch.set_default_dtype(dtype)
        torch.set_warn_always(always)
        if not told:
            os.environ.pop(KINETO, None)


@contextmanager
def _cuda(torch: Any, alone: bool) -> Iterator[None]:
    """The states of the random generators, and the current GPU."""
    started = torch.cuda.is_initialized()
    gpus = range(torch.cuda.device_count() if started else 0)
    gpu = torch.cuda.current_device() if started else 0
    try:
        with torch.random.fork_rng([*gpus]):
            yield
    finally:
        # Not without need: after an error on the GPU this would fail too.
        if torch.cuda.is_initialized() and torch.cuda.current_device() != gpu:
            torch.cuda.set_device(gpu)
        if not started and not alone:
            # What was not there to be kept aside: seeds that wait for CUDA.
            torch.cuda.manual_seed_all(torch.initial_seed())


@contextmanager
def _matplotlib() -> Iterator[None]:
    """What matplotlib is set to, and what it tells: at length, where HOME is read-only.

    A lesson may be the first to import it; then its settings become those that it starts with.
    """
    log = logging.getLogger("matplotlib")
    level = log.level
    log.setLevel(logging.ERROR)
    before = sys.modules.get("matplotlib")
    try:
        with before.rc_context() if before is not None else ExitStack():
            yield
    finally:
        log.setLevel(level)
        if before is None and (matplotlib := sys.modules.get("matplotlib")) is not None:
            matplotlib.rc_file_defaults()
