"""The benchmark runs, and docs/speed.md has its tables. No time is tested: they are to be read."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from .bench import BEGIN, END, SPEED
from .conftest import UNMEASURED


def rows(text: str) -> list[list[str]]:
    """The cells of every line of a table."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.slow
def test_one_round() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench", "--rounds", "1"],
        cwd=SPEED.parents[1],
        capture_output=True,
        text=True,
        env={**os.environ, **UNMEASURED},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    printed = rows(done.stdout)
    assert len(printed) > 20
    held = rows(SPEED.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0])
    assert [(row[0], len(row)) for row in held] == [(row[0], len(row)) for row in printed]
