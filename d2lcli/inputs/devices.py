"""Where tensors live, and the state of torch that a run borrows and gives back."""

from __future__ import annotations

import os
import re
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ..errors import ExitCode, Refusal


def check_name(text: str) -> str:
    """The text of ``--device``, if it names a kind of device that d2l is tested on.

    Raises:
        Refusal: it is none of cpu, cuda, cuda:N and auto.
    """
    if not re.fullmatch(r"cpu|cuda(:[0-9]{1,3})?|auto", text):
        raise Refusal(
            f"--device {text}: d2l is tested on cpu, cuda and cuda:N; "
            "choose one of these, or auto for the first GPU where there is one",
            ExitCode.USAGE,
        )
    return text


def choose(text: str) -> str:
    """The device that ``text`` stands for on this machine.

    Raises:
        Refusal: it is a CUDA device that this machine does not have.
    """
    if text == "cpu":
        return text
    try:
        with unbroken_import():
            import torch
    except (ImportError, OSError) as error:
        raise Refusal(
            f"--device {text}: torch cannot be imported ({error}); d2l env says what mends it"
        ) from error
    count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    if text == "auto":
        return "cuda" if count else "cpu"
    if int(text.partition(":")[2] or 0) < count:
        return text
    there = ", ".join(["cpu", *(f"cuda:{index}" for index in range(count))])
    raise Refusal(f"--device {text}: this machine has no such device; it has {there} (see d2l env)")


@contextmanager
def unbroken_import() -> Iterator[None]:
    """Let Ctrl-C end the program at once, with its exit code, while torch is being imported.

    The C++ code in there loses a KeyboardInterrupt, takes it for a missing package, or aborts.
    """
    if threading.current_thread() is not threading.main_thread() or "torch" in sys.modules:
        yield
        return

    def leave(*_: object) -> None:
        os._exit(ExitCode.INTERRUPTED)

    sys.stdout.flush()
    before = signal.signal(signal.SIGINT, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def borrowed() -> Iterator[None]:
    """Let lessons change torch's and matplotlib's settings, and put them back afterwards.

    Within it, torch repeats a warning each time, so that each step shows its own.
    """
    try:
        with unbroken_import():
            import torch
    except (ImportError, OSError):  # the lesson's own import tells; `d2l env` runs without torch
        yield
        return
    device = torch.get_default_device()
    always = torch.is_warn_always_enabled()
    torch.set_warn_always(True)
    looks = dict(matplotlib.rcParams) if (matplotlib := _matplotlib()) else None
    try:
        yield
    finally:
        if torch.get_default_device() != device:
            # None rather than "cpu": a default device, even the CPU, slows every later call down.
            torch.set_default_device(None if device.type == "cpu" else device)
        torch.set_warn_always(always)
        if matplotlib := _matplotlib():
            matplotlib.rc_file_defaults() if looks is None else matplotlib.rcParams.update(looks)


def _matplotlib() -> Any:
    """matplotlib, where something has imported it."""
    return sys.modules.get("matplotlib")
