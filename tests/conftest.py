"""Fixtures for all tests. Warnings are errors; those inside a lesson are its result."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from d2lcli.language import VARIABLES, speak

# A first example imports torch, and machines differ: tests are not about time.
settings.register_profile("d2l", deadline=None)
settings.load_profile("d2l")

# Before anything imports torch, as the program itself does.
os.environ.setdefault("KINETO_LOG_LEVEL", "99")
# What a developer's own terminal says is not part of a test.
TERMINAL = ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "TERM", "TTY_COMPATIBLE")
for name in (*TERMINAL, "D2L_DEVICE", *VARIABLES):
    os.environ.pop(name, None)

# A process that coverage does not measure. Coverage imports much before the program begins, and
# an interrupt inside it leaves its lock taken, so that the process waits for ever.
UNMEASURED = {"COVERAGE_PROCESS_START": "", "COVERAGE_PROCESS_CONFIG": ""}


@pytest.fixture(autouse=True)
def _english() -> None:
    """Whatever language was spoken before."""
    speak("")


@dataclass
class Outcome:
    """What a command line gave."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.out.rstrip("\n").splitlines()


Run = Callable[..., Outcome]


def run_line(*args: str, **env: str) -> Outcome:
    """Run a command line in this process; keyword arguments are environment variables."""
    from typer.testing import CliRunner

    from d2lcli.cli import app

    speak("")  # whatever was spoken before
    result = CliRunner().invoke(app, args, prog_name="d2l", env=env)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Outcome(result.exit_code, result.stdout, result.stderr)


@pytest.fixture(scope="session")
def d2l() -> Run:
    return run_line


@pytest.fixture(scope="session")
def process() -> Run:
    """Run a command line in a process of its own."""

    def run_process(*args: str, folder: Path | None = None, **env: str) -> Outcome:
        root = str(Path(__file__).parents[1])
        done = subprocess.run(
            [sys.executable, "-m", "d2lcli", *args],
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": root, **env},
            timeout=600,
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    return run_process
