"""Wrong command lines: exit code and sentence of each, in one table that is read from the top.

The table is ``golden/errors.txt``. To add a line, write ``$ d2l …`` there and run the tests with
D2L_REWRITE=1, which fills in what comes of it; then read it.
"""

from __future__ import annotations

import os
import re
import resource
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Run

TABLE = Path(__file__).with_name("golden") / "errors.txt"
ENTRY = re.compile(r"^\$ (d2l.*)\n(?:(\d) +(.*)\n)?", re.MULTILINE)
LINES = [match[1] for match in ENTRY.finditer(TABLE.read_text(encoding="utf-8"))]
WHOLE = LINES[::9]  # these run as processes of their own, too
GIB = 2**30


def expected(line: str) -> tuple[int, str]:
    """The exit code and the sentence that the table has for a command line."""
    text = TABLE.read_text(encoding="utf-8")
    (found,) = (match for match in ENTRY.finditer(text) if match[1] == line)
    return int(found[2] or -1), found[3] or ""


def masked(sentence: str) -> str:
    """Without what depends on the machine: its free memory, its devices."""
    sentence = re.sub(r"[\d,.]+ GiB free", "N GiB free", sentence)
    return re.sub(r"it has cpu.*? \(see", "it has N (see", sentence)


def bare(text: str) -> str:
    return re.sub(r"[^\w.*+/^]", "", text)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a file and folders in it, where nothing may change."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "file.png").write_text("old")
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    there = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*"))
    assert there == ["file.png", "folder", "folder.png"]
    assert (tmp_path / "file.png").read_text() == "old"


def test_the_table_is_long_and_names_each_line_once() -> None:
    assert len(LINES) >= 150
    assert len(WHOLE) >= 20
    assert len(set(LINES)) == len(LINES)


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("line", LINES)
def test_wrong_command_lines(line: str, d2l: Run) -> None:
    """One sentence with the value, the reason and a way out; little time, little memory."""
    import torch  # noqa: F401  # its import is not counted

    start, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    outcome = d2l(*shlex.split(line)[1:])
    sentence = masked(outcome.err)
    if os.environ.get("D2L_REWRITE"):
        assert "PYTEST_XDIST_WORKER" not in os.environ, "one table, one writer: add -n 0"
        entry = f"$ {line}\n{outcome.code}  {sentence.removeprefix('d2l: ')}"
        text = TABLE.read_text(encoding="utf-8")
        filled = ENTRY.sub(lambda match: entry if match[1] == line else match[0], text)
        TABLE.write_text(filled, encoding="utf-8")
    assert (outcome.code, sentence) == (expected(line)[0], f"d2l: {expected(line)[1]}\n")
    assert outcome.code in (1, 2)
    assert outcome.out == "" or outcome.code == 1
    assert sentence.rstrip("\n").isprintable()
    assert "Traceback" not in outcome.out + outcome.err
    # What was typed, the reason, and after a semicolon or as a question the way out.
    assert re.fullmatch(r"d2l: .+(; |\? ).+\n", sentence)
    typed = shlex.split(line)[1:]
    assert "stopped at" in sentence or any(
        bare(word)[:20] in bare(sentence) for word in typed[len(typed) > 1 :] if word
    )
    assert time.process_time() - start < 5
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < GIB


@pytest.mark.parametrize("line", WHOLE)
def test_as_processes_too(line: str, place: Path) -> None:
    """The same sentence and exit code, in less than a gigabyte beyond what torch itself takes."""
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_DATA, ({3 * GIB},) * 2);"
    code = f"{limited} import runpy; runpy.run_module('d2lcli', run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", code, *shlex.split(line)[1:]],
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (done.returncode, masked(done.stderr)) == (
        expected(line)[0],
        f"d2l: {expected(line)[1]}\n",
    )
