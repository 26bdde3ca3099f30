"""``python -m d2lcli`` and the console script ``d2l``."""

from __future__ import annotations

import os


def main() -> None:
    """Run the command line and leave with its exit code."""
    # Unless this is set before torch is imported, its profiler writes lines of its own to stderr.
    os.environ.setdefault("KINETO_LOG_LEVEL", "99")
    from typer.main import get_command

    from .cli import app

    get_command(app)(prog_name="d2l")


if __name__ == "__main__":
    main()
