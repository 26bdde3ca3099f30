"""Tab: what shells offer behind ``d2l``, asked as they ask, and in those that are there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from d2lcli import completing
from d2lcli.lesson import NAMES, load

from .conftest import Run
from .test_language import english_left

ROOT = Path(__file__).parents[1]


@pytest.fixture
def offered(d2l: Run) -> Callable[[str], list[str]]:
    """What bash is offered for the last word of a line."""

    def ask(line: str) -> list[str]:
        words = line.split(" ")
        outcome = d2l(
            _D2L_COMPLETE="complete_bash",
            COMP_WORDS="\n".join(words),
            COMP_CWORD=str(len(words) - 1),
        )
        assert outcome.code == 0 and outcome.err == ""
        return outcome.out.split()

    return ask


Ask = Callable[[str], list[str]]


def test_commands(offered: Ask) -> None:
    assert {*NAMES, "env", "explain", "shell", "tour"} <= {*offered("d2l ")}
    assert offered("d2l der") == ["derivative"]
    assert offered("d2l help der") == ["derivative"]
    assert offered("d2l nothing") == []


@pytest.mark.parametrize(("line", "told"), [("d2l bro", "广播机制"), ("d2l dice --fac", "面")])
def test_what_they_are_is_said_in_chinese(line: str, told: str, d2l: Run) -> None:
    shell = {"_D2L_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line, "D2L_LANG": "zh"}
    out = d2l(**shell).out
    assert told in out and "default" not in out and not english_left(out)


@pytest.mark.parametrize("name", NAMES)
def test_topics(name: str, offered: Ask) -> None:
    """All of a lesson's, behind each other too."""
    topics = [*load(name).sections]
    assert {*offered(f"d2l {name} ")} == {*topics, "all"}
    last = topics[-1]
    assert last in offered(f"d2l {name} {topics[0]} {last[:2]}")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("d2l derivative --method ", "forward central"),
        ("d2l derivative --method c", "central"),
        ("d2l derivative --dtype float", "float32 float64"),
        ("d2l norm --p ", "1 2 inf"),
        ("d2l norm --device ", "cpu cuda cuda:0 auto"),
        ("d2l tour --device a", "auto"),
        ("d2l derivative --ste", "--steps --step"),
        ("d2l memory --no", "--no-inplace"),
        ("d2l derivative --at ", ""),
        ("d2l dice --seed 1", ""),
    ],
)
def test_values_of_options(line: str, words: str, offered: Ask) -> None:
    assert offered(line) == words.split()


def test_new_files_have_an_ending(
    offered: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a file begins so, the shell itself knows it; there is no folder to look into twice."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.png").touch()
    (tmp_path / "sub").mkdir()
    assert offered("d2l dice --plot new") == ["new.png", "new.svg", "new.pdf"]
    assert offered("d2l dice --plot new.s") == ["new.svg"]
    assert offered("d2l dice --plot sub/a") == ["sub/a.png", "sub/a.svg", "sub/a.pdf"]
    assert offered("d2l dice --export new.i") == ["new.ipynb"]
    assert offered("d2l dice --plot nowhere/a.p") == ["nowhere/a.png", "nowhere/a.pdf"]
    for known in ("", "o", "old.png", "su", "sub", "sub/"):
        assert offered(f"d2l dice --plot {known}") == []


def test_choices_are_those_of_the_help() -> None:
    found = completing.choices("1|2|inf|NUMBER")
    assert found is not None and [word for word, _ in found("")] == ["1", "2", "inf"]
    assert completing.choices("NUMBER") is completing.choices("") is None


IMPORTED = """
import sys
sys.argv = ["d2l"]
import d2lcli.__main__
try:
    d2lcli.__main__.main()
except SystemExit:
    print({"torch", "numpy", "matplotlib", "sympy", "pydantic"} & {*sys.modules})
"""


def test_nothing_heavy_is_imported() -> None:
    line = {"COMP_WORDS": "d2l\nderivative\n--method\n", "COMP_CWORD": "3"}
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED],
        env={**os.environ, "PYTHONPATH": str(ROOT), "_D2L_COMPLETE": "complete_bash", **line},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "forward\ncentral\nset()\n"


# In the shells themselves


@pytest.fixture
def d2l_on_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command ``d2l`` that is this checkout's."""
    script = tmp_path / "bin" / "d2l"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m d2lcli "$@"\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


SHELLS = {
    "bash": (["--norc", "--noprofile", "-i"], 'eval "$(_D2L_COMPLETE=source_bash d2l)"'),
    "zsh": (
        ["-f", "-i"],
        'autoload -U compinit && compinit -D -u && eval "$(_D2L_COMPLETE=source_zsh d2l)"',
    ),
}
LINES = [
    ("d2l deri", "d2l derivative"),
    ("d2l derivative sma", "d2l derivative smaller"),
    ("d2l derivative --method cen", "d2l derivative --method central"),
    ("d2l dice --export lesson.ip", "d2l dice --export lesson.ipynb"),
]


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest) -> Iterator[Any]:
    """A shell at a terminal, with completion; no word is completed in the middle of a line."""
    pexpect = pytest.importorskip("pexpect")
    request.getfixturevalue("d2l_on_path")
    options, setup = SHELLS[request.param]
    if shutil.which(request.param) is None:
        pytest.skip(f"there is no {request.param} here")
    env = {**os.environ, "TERM": "xterm", "PS1": "> "}
    child = pexpect.spawn(
        request.param, options, env=env, encoding="utf-8", timeout=20, dimensions=(24, 120)
    )
    child.sendline(setup + " && echo rea''dy")
    child.expect("[\r\n]ready\r")
    yield child
    child.close(force=True)


def test_bash_and_zsh(shell: Any) -> None:
    """Tab; then the whole line is shown by ``echo``, which is put before it."""
    for typed, completed in LINES:
        shell.send(f"{typed}\t")
        shell.sendline("\x01echo + ")
        shell.expect(rf"[\r\n]\+ {re.escape(completed)} *\r")


@pytest.mark.usefixtures("d2l_on_path")
@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish here")
def test_fish() -> None:
    asked = "; ".join(f"complete -C '{typed}'" for typed, _ in LINES)
    script = f"_D2L_COMPLETE=source_fish d2l | source; {asked}"
    done = subprocess.run(["fish", "-c", script], capture_output=True, text=True, check=True)
    words = [line.split("\t")[0] for line in done.stdout.splitlines()]
    assert words == [completed.split()[-1] for _, completed in LINES]
