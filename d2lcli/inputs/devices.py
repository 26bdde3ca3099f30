"""Where tensors live, and the state of torch that a run borrows and gives back."""

from __future__ import annotations

import gc
import os
import re
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from ..errors import ExitCode, Misuse, Refusal, quoted

KINETO = "KINETO_LOG_LEVEL"  # which a lesson sets, to keep torch's profiler quiet


def check_name(text: str) -> None:
    """Check that ``text`` names a kind of device that d2l is tested on.

    Raises:
        Refusal: it is none of cpu, cuda, cuda:N and auto.
    """
    if not re.fullmatch(r"cpu|cuda(:(0|[1-9][0-9]?))?|auto", text):
        raise Misuse(
            f"device {quoted(text)}: d2l is tested on cpu, cuda and cuda:N; "
            "choose one of these, or auto for the first GPU where there is one"
        )


def choose(text: str, alone: bool = False) -> str:
    """The device that ``text`` stands for on this machine. ``alone``: see ``first_import``.

    Raises:
        Refusal: it is no device's name, or a CUDA device that this machine does not have.
    """
    check_name(text)
    if text == "cpu":
        return text
    try:
        with first_import(alone):
            import torch
        count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    except Exception as error:  # what a broken installation raises is open
        raise Refusal(
            f"device {text}: torch cannot be used ({error}); d2l env says what mends it"
        ) from error
    if text == "auto":
        return "cuda" if count else "cpu"
    if int(text.partition(":")[2] or 0) < count:
        return text
    there = ", ".join(["cpu", *(f"cuda:{index}" for index in range(count))])
    raise Refusal(f"device {text}: this machine has no such device; it has {there} (see d2l env)")


def require(needed: int, device: str, option: str) -> None:
    """Check that ``device`` has ``needed`` bytes free, before any of them is allocated.

    Raises:
        Refusal: it has not; the sentence names ``option`` and both figures.
    """
    if not needed:
        return
    if device == "cpu":
        free = _free_memory()
    else:
        import torch

        torch.cuda.empty_cache()  # what torch keeps of earlier tensors is free, too
        free = torch.cuda.mem_get_info(device)[0]
    if needed > free:
        raise Refusal(
            f"{option}: this takes {_gib(needed)}, and {device} has {_gib(free)} free; "
            "give a smaller number"
        )


def _free_memory() -> int:
    """Bytes that the CPU can still hand out: the kernel's own estimate, or else all there are."""
    with suppress(OSError):
        found = re.search(r"MemAvailable: *(\d+) kB", Path("/proc/meminfo").read_text("ascii"))
        if found:
            return int(found[1]) * 1024
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _gib(size: int) -> str:
    gib = size / 2**30
    return f"{gib:,.1f} GiB" if gib < 1e9 else f"{gib:.0e} GiB"


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
    before = signal.signal(signal.SIGINT, leave) if alone and _is_main() else None
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
        if before is not None:
            signal.signal(signal.SIGINT, before)


def _is_main() -> bool:
    return threading.current_thread() is threading.main_thread()


def reset() -> None:
    """Let tensors live on the CPU again, where a lesson before this one wanted them elsewhere."""
    torch: Any = sys.modules.get("torch")
    # A broken one does not get so far that it has a default device.
    if hasattr(torch, "get_default_device") and torch.get_default_device().type != "cpu":
        torch.set_default_device(None)
        if torch.cuda.is_initialized() and torch.cuda.current_device():
            torch.cuda.set_device(0)


@contextmanager
def borrowed(alone: bool = False) -> Iterator[None]:
    """Let lessons change torch's and matplotlib's settings, and put them back afterwards.

    They begin with torch's own: float32, and gradients. Within it, torch repeats a warning each
    time, so that each step shows its own. ``alone``: see ``first_import``.
    """
    try:
        with first_import(alone):
            import torch
        device, dtype = torch.get_default_device(), torch.get_default_dtype()
    except Exception:  # the lesson's own import tells; `d2l env` runs with a broken torch, or none
        yield
        return
    # matplotlib tells at length where it keeps its cache when HOME is read-only.
    import logging

    log = logging.getLogger("matplotlib")
    level, always = log.level, torch.is_warn_always_enabled()
    started = torch.cuda.is_initialized()  # type: ignore[no-untyped-call]
    gpus = range(torch.cuda.device_count() if started else 0)
    gpu = torch.cuda.current_device() if started else 0
    matplotlib = sys.modules.get("matplotlib")
    told = KINETO in os.environ
    log.setLevel(logging.ERROR)
    torch.set_warn_always(True)
    torch.set_default_dtype(torch.float32)
    try:
        with (
            torch.random.fork_rng([*gpus]),
            torch.enable_grad(),
            matplotlib.rc_context() if matplotlib is not None else nullcontext(),
        ):
            yield
    finally:
        if torch.get_default_device() != device:
            # None rather than "cpu": a default device, even the CPU, slows every later call down.
            torch.set_default_device(None if device.type == "cpu" else device)
        # Not without need: after an error on the GPU this would fail too.
        if torch.cuda.is_initialized() and torch.cuda.current_device() != gpu:  # type: ignore[no-untyped-call]
            torch.cuda.set_device(gpu)
        torch.set_default_dtype(dtype)
        torch.set_warn_always(always)
        log.setLevel(level)
        if not told:
            os.environ.pop(KINETO, None)
        if not started and not alone:
            # What was not there to be kept aside: seeds that wait for CUDA.
            torch.cuda.manual_seed_all(torch.initial_seed())
        if matplotlib is None and (matplotlib := sys.modules.get("matplotlib")) is not None:
            matplotlib.rc_file_defaults()
