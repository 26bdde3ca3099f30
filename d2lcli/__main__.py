"""``python -m d2lcli`` and the console script ``d2l``."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys

from .errors import ExitCode
from .head_start import head_start

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
        head_start(sys.argv[1:])  # and only then what takes time itself
        from typer.main import get_command

        from .cli import app

        code = get_command(app)(prog_name="d2l", standalone_mode=False)
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    if "d2lcli.prompt" in sys.modules:
        # A reader's own code ran, and may have threads or files that Python itself has to end.
        sys.exit(code)
    # All is written by now. Taking torch's modules apart would cost a third of the whole run, so
    # the process ends here and now, and an interrupt has nothing left to interrupt. What modules
    # asked to have done at the end is done: matplotlib removes a folder for its cache.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            code = code or ExitCode.FAILED
    os._exit(code)


if __name__ == "__main__":
    main()
