"""Torch's library is loaded on another core while Python reads what a lesson needs besides.

It is a sixth of what ``import torch`` takes, and all of it is C++. torch finds it in the process
then. Where there is no such library, or it cannot be loaded, torch's own import tells why.
"""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from threading import Thread

TYPE_CHECKING = False  # to import typing takes a while itself
if TYPE_CHECKING:
    from collections.abc import Sequence

# What is imported before torch and is in a library of its own. A process loads one at a time, so
# these would wait for the large one. A Python that has them built in, or has not got one, is fine.
SMALL = """
    _bisect _bz2 _datetime _decimal _heapq _json _lzma _opcode _pickle _posixsubprocess _random
    _sha2 _sha512 _socket _struct _typing _uuid array cmath fcntl grp math
    select unicodedata zlib
""".split()  # noqa: SIM905


def head_start(words: Sequence[str]) -> Thread | None:
    """Begin to load torch's library where ``words``, a command line, is about to run a lesson.

    Returns the thread that does it.
    """
    if "torch" in sys.modules or not runs_torch(words):
        return None
    torch = find_spec("torch")
    if torch is None or torch.origin is None:
        return None
    folder = os.path.join(os.path.dirname(torch.origin), "lib")
    # With CUDA, torch sees to it in between that its own libraries come before those of a toolkit.
    if "LD_LIBRARY_PATH" in os.environ and os.path.exists(os.path.join(folder, "libtorch_cuda.so")):
        return None
    # In the order, and the way, in which torch loads them. Elsewhere than on Linux they have other
    # names, and nothing is done.
    files = [os.path.join(folder, name) for name in ("libtorch_global_deps.so", "libtorch.so")]
    if not all(map(os.path.exists, files)):
        return None
    for name in SMALL:
        with suppress(ImportError):
            import_module(name)
    # Called like any C function, it lets Python go on meanwhile; ctypes.CDLL(path) does not.
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.restype = ctypes.c_void_p

    def load() -> None:
        for file, scope in zip(files, (os.RTLD_GLOBAL, os.RTLD_LOCAL), strict=True):
            if not dlopen(file.encode(), os.RTLD_NOW | scope):
                return

    # No daemon: should Python end in its usual way, it has to wait until the library is there.
    thread = Thread(target=load)
    thread.start()
    return thread


def runs_torch(words: Sequence[str]) -> bool:
    """Whether ``words`` name a lesson, and a thread may load torch for it."""
    if not words or not words[0].isalpha() or {"-h", "--help", "-i", "--interactive"} & {*words}:
        return False
    # Not with -i: a reader may want torch's profiler in the prompt, and that complains where
    # another thread than its own has loaded the library.
    return os.path.exists(os.path.join(os.path.dirname(__file__), "lessons", f"{words[0]}.py"))
