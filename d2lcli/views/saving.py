"""Files, saved so that an older one is never lost."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from types import FrameType
from typing import BinaryIO

from ..errors import Refusal
from ..language import tr

ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
# What they do where nobody has chosen something else.
USUAL: dict[int, Callable[[int, FrameType | None], object] | signal.Handlers] = {
    **dict.fromkeys(ENDING, signal.SIG_DFL),
    signal.SIGINT: signal.default_int_handler,
}


@contextmanager
def written(option: str, what: str, path: Path) -> Iterator[BinaryIO]:
    """A file to write to, under a temporary name in the same folder until it is whole.

    Args:
        option: the option that names the file, for the sentence where something is wrong.
        what: what is written, for the same sentence; translated here.
        path: the file. What a link leads to is written, and the link stays.

    Raises:
        Refusal: it cannot be written. An older file is still there, whole.
    """
    try:
        target = _target(path)
        temporary = target.with_name(f".d2l-{token_hex(8)}.part")
        with _removed(temporary), temporary.open("xb") as file:
            yield file
            file.close()
            if target.exists():
                shutil.copymode(target, temporary)
            temporary.replace(target)
    except OSError as error:
        reason = getattr(error, "strerror", None) or error
        raise Refusal(
            tr(
                "{option} {path}: the {what} could not be written ({reason}); choose another place",
                option=option,
                path=path,
                what=tr(what),
                reason=reason,
            )
        ) from error


def _target(path: Path) -> Path:
    """The file that ``path`` leads to, which may be written or is not there yet.

    Raises:
        OSError: it may not be written, or no file can be put there.
    """
    try:
        target = path.resolve()
    except (RuntimeError, ValueError) as error:  # links in a circle; no path at all
        raise OSError(str(error)) from error
    if target.exists():
        if not target.is_file():
            raise OSError(
                tr("this is a folder" if target.is_dir() else "this is a device or a pipe")
            )
        if not os.access(target, os.W_OK):
            raise PermissionError(tr("it is write-protected"))
    return target


@contextmanager
def _removed(temporary: Path) -> Iterator[None]:
    """Remove ``temporary`` afterwards, where it still is: after an error or a signal, too.

    A signal that ends the process ends it all the same. One that is ignored or handled stays so.

    Raises:
        FileExistsError: there is such a file already, and it is somebody else's.
    """
    if temporary.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))

    def leave(number: int, frame: FrameType | None) -> None:
        temporary.unlink(missing_ok=True)
        if number == signal.SIGINT:
            signal.default_int_handler(number, frame)
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)

    # Only the main thread is told of signals. It has to be ready before the file is there.
    main = threading.current_thread() is threading.main_thread()
    ours = [number for number, usual in USUAL.items() if main and signal.getsignal(number) == usual]
    for number in ours:
        signal.signal(number, leave)
    try:
        yield
    finally:
        # Where nothing can be removed, nothing could be written either.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        for number in ours:
            signal.signal(number, USUAL[number])
