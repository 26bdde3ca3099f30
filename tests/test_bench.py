"""The benchmark runs, and the README has what it prints. No time is tested: they are to be read."""

from __future__ import annotations

import subprocess
import sys

from .bench import BEGIN, END, README


def rows(text: str) -> list[list[str]]:
    """The cells of every line of a table."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_one_round() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench", "--rounds", "1"],
        cwd=README.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    printed = rows(done.stdout)
    assert len(printed) > 20
    # Nothing takes no time at all.
    assert not any(cell.startswith("0.000 ") for row in printed for cell in row)
    held = rows(README.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0])
    assert [(row[0], len(row)) for row in held] == [(row[0], len(row)) for row in printed]
