"""``python -m d2lcli`` and the console script ``d2l``."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from .shadowing import way_out

TYPE_CHECKING = False  # see head_start.py
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    # A command makes modules, which are no garbage, and tensors, which go when they are not used
    # any more. Passes in search of other garbage take a twentieth of the time; they are on where a
    # reader asks for large tensors, and in the prompt.
    gc.disable()
    try:
        from signal import SIG_IGN, SIGINT, signal

        from .head_start import head_start
    except Exception as error:
        _stop(error)
    try:
        head_start(sys.argv[1:])  # and only then what takes time itself
        from typer.main import get_command

        from .cli import app

        code = get_command(app)(prog_name="d2l", standalone_mode=False)
    except KeyboardInterrupt:
        code = 130
    except Exception as error:
        # The program tells of all its errors: this one comes from what it is made of.
        _stop(error)
    if "d2lcli.prompt" in sys.modules:
        # A reader's own code ran, and may have threads or files that Python itself has to end.
        sys.exit(code)
    # All is written by now. Taking torch's modules apart would cost a third of the whole run, so
    # the process ends here and now, and an interrupt has nothing left to interrupt. What modules
    # asked to have done at the end is done: matplotlib removes a folder for its cache.
    signal(SIGINT, SIG_IGN)
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            code = code or 1
    os._exit(code)


def _stop(error: Exception) -> NoReturn:
    """Leave, where one of the modules that the program needs is none.

    Raises:
        Exception: a reader's own file is not why.
    """
    own = way_out(error)
    if not own:
        raise error
    told = f"d2l: {type(error).__name__}: {error}; {own}"
    sys.stderr.write((told if told.isprintable() else ascii(told)) + "\n")
    os._exit(1)


if __name__ == "__main__":
    main()
