"""A reader's own file that Python takes for a module, where an error comes from it.

This imports next to nothing, for what it imported could be such a file.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import PathFinder

TYPE_CHECKING = False  # to import typing takes a while itself
if TYPE_CHECKING:
    from collections.abc import Iterator

INSTALLED = (".dist-info", ".egg-info")  # beside packages that are meant to be there


def in_the_way(error: BaseException) -> tuple[str, str] | None:
    """The file that an error comes from and the module it is taken for; None where there is none.

    It is one without records of an installation beside it, and the same module is found again
    farther on in ``sys.path``.
    """
    seen: BaseException | None = error
    while seen is not None:
        for file in _files(seen):
            name = _taken_for(file)
            if name:
                return file, name
        seen = seen.__cause__ or seen.__context__
    return None


def way_out(error: BaseException) -> str:
    """What helps against an error that comes from such a file; empty where none does."""
    found = in_the_way(error)
    if found is None:
        return ""
    file, name = found
    try:
        from .language import tr
    except Exception:  # what it imports may be the very file
        return f"{file} is imported in place of {name}, so give it another name"
    return tr(
        "{file} is imported in place of {name}, so give it another name", file=file, name=name
    )


def _files(error: BaseException) -> Iterator[str]:
    """The files that an error names, or was raised in."""
    module = getattr(error, "obj", None)  # of an AttributeError
    if isinstance(error, ImportError):
        module = sys.modules.get((error.name or "").partition(".")[0])
    elif isinstance(module, type):
        module = sys.modules.get(module.__module__)
    found = [getattr(module, "__file__", None), getattr(error, "path", None)]
    if isinstance(error, SyntaxError):
        found.append(error.filename)
    trace = error.__traceback__
    while trace is not None:
        found.append(trace.tb_frame.f_code.co_filename)
        trace = trace.tb_next
    yield from (file for file in found if isinstance(file, str) and os.path.isabs(file))


def _taken_for(file: str) -> str:
    """The module that a file is imported in place of; empty where it is the one that is meant."""
    folders = list(dict.fromkeys(os.path.abspath(folder) for folder in sys.path))
    around = [folder for folder in folders if file.startswith(os.path.join(folder, ""))]
    if not around:
        return ""
    folder = max(around, key=len)
    if folder == os.path.dirname(os.__file__):  # Python's own
        return ""
    if any(name.endswith(INSTALLED) for name in os.listdir(folder)):
        return ""
    name = os.path.relpath(file, folder).partition(os.sep)[0].removesuffix(".py")
    meant = PathFinder.find_spec(name, folders[folders.index(folder) + 1 :])
    # A folder without code is no module, and the same file may be found on two ways.
    if meant is None or meant.origin is None or os.path.samefile(meant.origin, file):
        return ""
    return name
