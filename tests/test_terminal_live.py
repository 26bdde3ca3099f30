"""What only a real terminal can show: readline, Ctrl-C, and the way back to the prompt."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

from .conftest import UNMEASURED

pytestmark = pytest.mark.slow

Spawn = Callable[..., Any]
ROOT = str(Path(__file__).parents[1])
COMMAND = [sys.executable, "-m", "d2lcli"]
ON = "Enter goes on, q leaves"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The environment of somebody who has nothing yet."""
    own = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "TERM": "xterm"}
    return {**os.environ, "PYTHONPATH": ROOT, "NO_COLOR": "1", **own, **UNMEASURED}


@pytest.fixture
def terminal(home: dict[str, str]) -> Iterator[Spawn]:
    children = []

    def spawn(*words: str, **env: str) -> Any:
        child = pexpect.spawn(
            COMMAND[0],
            [*COMMAND[1:], *words],
            encoding="utf-8",
            timeout=60,
            dimensions=(50, 100),
            env={**home, **env},
            # A shell that runs the tests behind it has them ignore interrupts, and so their own.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        children.append(child)
        return child

    yield spawn
    for child in children:
        child.close(force=True)


def ended(child: Any) -> int:
    child.expect(pexpect.EOF)
    child.close()
    assert "Traceback" not in child.before
    return int(child.exitstatus)


def test_a_class_goes_on_with_enter(terminal: Spawn) -> None:
    child = terminal("derivative", "exact", "--step")
    for line in ("x.grad", "df(x.detach())"):
        child.expect_exact(ON)
        assert line not in child.before
        child.sendline("")
        child.expect_exact("\x1b[1A\x1b[2K")
        child.expect_exact(line)
    assert ended(child) == 0


def test_a_prediction_and_ctrl_d(terminal: Spawn) -> None:
    child = terminal("derivative", "exact", "--predict")
    child.expect_exact("What is the slope?")
    assert ON not in child.before
    child.sendline("２")
    child.expect_exact("right")
    child.expect_exact(ON)
    child.sendeof()
    child.expect_exact("Of 1 question: 1 right.")
    assert ended(child) == 0


@pytest.mark.parametrize("option", ["--step", "--predict"])
def test_an_interrupt_ends_a_class(option: str, terminal: Spawn) -> None:
    child = terminal("derivative", "exact", option)
    child.expect_exact([ON, "slope?"])
    # One that comes between the prompt and the reading of an answer is seen with the next key.
    for _ in range(5):
        child.sendintr()
        if child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=4) == 0:
            break
    child.close()
    assert child.exitstatus == 130
    assert "Traceback" not in child.before


def test_a_prompt_completes_and_remembers(terminal: Spawn, tmp_path: Path) -> None:
    child = terminal("derivative", "exact", "-i")
    child.expect_exact(">>> ")
    child.send("x.requires_g\t")
    child.expect_exact("rad")  # a bell tells that there are two names that begin so
    child.sendline("")
    child.expect_exact(">>> ")
    child.sendline("while not print('runs'): __import__('time').sleep(60)")
    child.expect_exact("... ")
    child.sendline("")
    child.expect_exact("\nruns")
    child.sendintr()
    child.expect_exact("KeyboardInterrupt")
    child.expect_exact(">>> ")
    child.sendline("exit()")
    assert ended(child) == 0
    assert "x.requires_grad" in (tmp_path / "d2l" / "history").read_text()


def test_a_home_that_cannot_be_written_is_no_error(terminal: Spawn, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    child = terminal("derivative", "exact", "-i", XDG_CONFIG_HOME=str(tmp_path / "file"))
    child.expect_exact(">>> ")
    child.sendeof()
    assert ended(child) == 0


def test_a_shell(terminal: Spawn, tmp_path: Path) -> None:
    child = terminal("shell")
    child.expect_exact("Ctrl-D leaves.")
    child.expect_exact("d2l> ")
    child.send("deri\t")
    child.expect_exact("derivative ")
    child.sendline("exact --predict")
    # The answers of a class are no commands: they are neither completed nor remembered.
    child.expect_exact("slope?")
    child.sendline("2")
    child.expect_exact(ON)
    child.sendeof()
    child.expect_exact("d2l> ")
    child.sendline("derivative exact -i")
    child.expect_exact(">>> ")
    child.sendline("x.item()")
    child.expect_exact("1.0")
    child.expect_exact(">>> ")
    child.sendline("exit()")
    child.expect_exact("d2l> ")
    child.send("\x1b[A")
    child.expect_exact("derivative exact -i")
    child.sendintr()
    child.expect_exact("d2l> ")
    child.sendline("derivative exact --step")
    child.expect_exact(ON)
    child.sendintr()
    child.expect_exact("d2l> ")
    child.sendline("derivative exact")
    child.expect_exact("df(x.detach())")
    child.expect_exact("d2l> ")
    child.sendline("quit")
    assert ended(child) == 0
    typed = (tmp_path / "d2l" / "shell").read_text().splitlines()
    assert [line for line in typed if line.startswith("deri")] == [
        "derivative exact --predict",
        "derivative exact -i",
        "derivative exact --step",
        "derivative exact",
    ]
    assert "2" not in typed and "x.item()" not in typed


def test_a_shell_takes_lines_through_a_pipe(home: dict[str, str]) -> None:
    def run(*words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*COMMAND, *words], input=typed, capture_output=True, text=True, env=home, check=False
        )

    lines = ["derivative exact", "nothing", "broadcast sum"]  # it goes on behind what fails
    done = run("shell", typed="\n".join(lines))
    assert (done.returncode, done.stderr) == (2, run("nothing").stderr)
    assert done.stdout == "".join(run(*line.split()).stdout for line in lines)
