"""The benchmark runs. What it measures is for people to read: no time is tested."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path


def test_one_round() -> None:
    script = Path(__file__).with_name("bench.py")
    done = subprocess.run(
        [sys.executable, script, "--rounds", "1"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    tables = done.stdout.split("\n\n")[1:]
    assert len(tables) == 4
    for table in tables:
        head, line, *rows = table.strip().splitlines()
        assert set(line) == set("|-:") and rows
        assert {row.count("|") for row in rows} == {head.count("|")}
        # Every row has its numbers, and none of them is 0.
        assert all(re.search("[1-9]", row.rpartition("` |")[2]) for row in rows)
