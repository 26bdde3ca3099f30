"""Files on standard output, and files that are replaced."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from d2lcli.inputs import files

from .conftest import Run

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder of each test."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("dice --plot", "-.svg"),
        ("norm kinds --export", "-.py"),
        ("norm kinds --export", "-"),
        ("broadcast --export", "-.html"),
    ],
)
def test_what_is_written_is_the_file(line: str, name: str, d2l: Run, folder: Path) -> None:
    """And nothing else: no page, and no file of that name."""
    words = [*line.split(), "--seed", "1"]
    given = d2l(*words[:-2], name, *words[-2:])
    assert (given.code, given.err) == (0, "") and not [*folder.iterdir()]
    file = folder / f"file{name[1:] or '.ipynb'}"
    assert d2l(*words[:-2], str(file), *words[-2:]).code == 0
    assert file.read_text(encoding="utf-8") == given.out != ""


def test_a_picture_in_a_pipe(folder: Path) -> None:
    words = [sys.executable, "-m", "d2lcli", "norm", "--plot", "-"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(words, env=env, capture_output=True, check=True)
    image = Image.open(io.BytesIO(done.stdout))
    assert image.format == "PNG" and image.size == (1920, 1080)
    assert done.stderr == b"" and not [*folder.iterdir()]


def test_the_tour_on_standard_output(d2l: Run, folder: Path) -> None:
    given = d2l("tour", "--export", "-.py")
    assert (given.code, given.err) == (0, "") and not [*folder.iterdir()]
    compile(given.out, "tour.py", "exec")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("norm --plot -.gif", "end the name in .png, .svg or .pdf"),
        ("norm --export -.txt", "end the name in .ipynb, .py or .html"),
        ("norm --plot - --export -", "--plot - --export -: both want all of stdout"),
        ("norm --json --plot -", "--json --plot -: both want all of stdout"),
        ("norm --code --export -.py", "--code --export -: both want all of stdout"),
        ("tour --plot -", "name a folder"),
        ("tour --json --export -", "both want all of stdout"),
        ("norm --force --export -", "--force: there is no file to replace"),
    ],
)
def test_what_cannot_be_written(line: str, told: str, d2l: Run) -> None:
    outcome = d2l(*line.split())
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.err


def test_a_terminal_is_no_place_for_a_file() -> None:
    pexpect = pytest.importorskip("pexpect")
    words = ["-m", "d2lcli", "norm", "--plot", "-"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    child = pexpect.spawn(sys.executable, words, env=env, timeout=60)
    said = child.read().decode()
    child.close()
    assert child.exitstatus == 1
    assert said.startswith("d2l: --plot -: standard output is a terminal")
    assert "> FILE" in said


def test_a_picture_that_was_replaced(d2l: Run, folder: Path) -> None:
    """The page says so; of a new one it says nothing."""
    path = folder / "a.png"
    first, second = d2l("norm", "--plot", str(path)), d2l("norm", "--plot", str(path))
    assert first.code == second.code == 0
    assert first.out.count("in place of an older one") == 0
    assert second.out.count("in place of an older one") == 1


@pytest.mark.parametrize("name", ["a.png", "./-.png", "-a.png", "--.png", "", "-."])
def test_other_names_are_files(name: str) -> None:
    assert files.standard("--plot", name) == ""
