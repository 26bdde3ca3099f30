"""``-i``, ``--step`` and ``--predict`` on a real terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

Spawn = Callable[..., Any]
ON = "Enter goes on, q leaves "
ROOT = str(Path(__file__).parents[1])


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Spawn]:
    children = []

    def spawn(*words: str, dimensions: tuple[int, int] = (50, 100), **env: str) -> Any:
        home = {
            "HOME": str(tmp_path),
            "XDG_CONFIG_HOME": str(tmp_path),
            "TERM": "xterm",
            "NO_COLOR": "1",
        }
        child = pexpect.spawn(
            sys.executable,
            ["-m", "d2lcli", *words],
            encoding="utf-8",
            timeout=20,
            dimensions=dimensions,
            env={**os.environ, "PYTHONPATH": ROOT, **home, **env},
        )
        children.append(child)
        return child

    yield spawn
    for child in children:
        child.close(force=True)


def ended(child: Any) -> int:
    child.expect(pexpect.EOF)
    child.close()
    return int(child.exitstatus)


def test_a_prompt_with_the_lessons_variables(terminal: Spawn, tmp_path: Path) -> None:
    child = terminal("broadcast", "sum", "-i")
    child.expect_exact("Here are x, y.\r\n")
    child.expect_exact(">>> ")
    child.sendline("x + y")
    child.expect_exact("(3, 2)  int64  cpu")
    child.expect_exact("⎣ 3  4 ⎦")
    child.expect_exact(">>> ")
    child.sendline("_.sum()")
    child.expect_exact("15   ()  int64  cpu")
    child.sendline("[{'n': 1, 'x': 0.5}, {'n': 2, 'x': 0.25}]")
    child.expect(r"───────\r\n  1  0\.50\r\n  2  0\.25\r\n")
    child.sendline("__import__('gc').isenabled()")
    child.expect_exact("True")
    child.sendline("None")
    child.sendline("mine = 3")
    child.sendline("run('broadcast', 'axes', shapes=[(3, 1), (2,)])")
    child.expect_exact("shapes = ((3, 1), (2,))")
    child.expect_exact("x is stretched")
    child.expect_exact(">>> ")
    # The lesson's variables have come, those of the last one are gone, the reader's own stay.
    child.sendline("shapes, mine, 'x' in globals(), 'run' in globals()")
    child.expect_exact("(((3, 1), (2,)), 3, False, True)")
    child.sendline("run('norm', p='zz')")
    child.expect_exact("d2l: --p zz: 'zz' is no number; give numbers such as 2.5 or pi/2")
    child.sendline("run('derivative', f='2x')")
    child.expect_exact("d2l: --f 2x: nothing stands between")
    child.sendline("1/0")
    child.expect_exact("ZeroDivisionError: division by zero")
    child.expect_exact(">>> ")
    child.sendline("while not print('running'): __import__('time').sleep(60)")
    child.expect_exact("... ")
    child.sendline("")
    child.expect_exact("\nrunning")
    child.sendintr()
    child.expect_exact("KeyboardInterrupt")
    child.expect_exact(">>> ")
    child.sendeof()
    assert ended(child) == 0
    (history,) = tmp_path.rglob("history")
    assert "mine = 3" in history.read_text()


def test_names_are_completed_and_exit_leaves(terminal: Spawn) -> None:
    child = terminal("broadcast", "sum", "-i")
    child.expect_exact(">>> ")
    child.send("x.requires_g\t")
    child.expect_exact("rad")  # a bell tells that there are two names that begin so
    child.sendline("")
    child.expect_exact(">>> ")
    child.sendline("exit()")
    assert ended(child) == 0


def test_the_prompt_comes_also_where_shapes_do_not_fit(terminal: Spawn) -> None:
    child = terminal("broadcast", "2,3", "2", "-i")
    child.expect_exact("at axis -1 the sizes 3 and 2 do not fit")
    child.expect_exact(">>> ")
    child.sendline("misfits")
    child.expect_exact("((2, 3), (2,))")
    child.sendeof()
    assert ended(child) == 0


def test_a_home_that_cannot_be_written_is_no_error(terminal: Spawn, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    child = terminal("broadcast", "sum", "-i", XDG_CONFIG_HOME=str(tmp_path / "file"))
    child.expect_exact(">>> ")
    child.sendeof()
    assert ended(child) == 0
    assert "Traceback" not in child.before


def test_a_class_goes_on_with_enter(terminal: Spawn) -> None:
    child = terminal("broadcast", "sum", "--step")
    child.expect_exact("import torch")
    child.expect_exact(ON)
    assert "x + y" not in child.before
    child.sendline("")
    child.expect_exact("x, y")
    child.expect_exact(ON)
    child.sendline("")
    child.expect_exact("x + y")
    child.expect_exact(ON)
    child.sendline("")
    child.expect_exact("holds")
    child.expect_exact("In the book")
    assert ended(child) == 0


@pytest.mark.parametrize("option", ["--step", "--predict"])
def test_leaving(option: str, terminal: Spawn) -> None:
    for leave in ("q", "eof"):
        child = terminal("norm", option)
        child.expect_exact(ON)
        if leave == "q":
            child.sendline("q")
        else:
            child.sendeof()
        assert ended(child) == 0
        assert "Traceback" not in child.before
    child = terminal("norm", option)
    child.expect_exact(ON)
    # One that comes between the prompt and the reading of an answer is seen with the next key.
    for _ in range(5):
        child.sendintr()
        if child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=4) == 0:
            break
    assert ended(child) == 130
    assert "Traceback" not in child.before


def test_predictions_are_judged(terminal: Spawn) -> None:
    child = terminal("norm", "vector", "--predict")
    asks = [ON, "What does the last line give? ", "Which shape does it have? ", "True or False? "]
    answers = iter(["5", "4.9", "zzz", "2", ""])
    seen = ""
    while True:
        index = child.expect_exact([*asks, pexpect.EOF])
        seen += child.before
        if index == len(asks):
            break
        # A result is not on the screen when it is asked for.
        child.sendline("" if index == 0 else next(answers, ""))
    child.close()
    assert child.exitstatus == 0
    assert "right" in seen and "nearly: it is 5" in seen
    assert "That cannot be read" in seen
    assert "wrong: it is " in seen
    assert "questions: 1 right, 1 nearly, 1 wrong" in seen


def test_what_is_said_about_the_code_waits_for_the_answer(terminal: Spawn) -> None:
    """It often is the answer: "So does +=.", or the numbers themselves."""
    child = terminal("norm", "vector", "--predict")
    while child.expect_exact([ON, "give? "]) == 0:
        child.sendline("")
    assert "torch.norm(u)" in child.before
    assert "Pythagoras" not in child.before
    child.sendline("4")
    child.expect_exact("wrong: it is 5.0")
    child.expect_exact("Pythagoras")
    child.expect_exact("5.   ()")
    child.sendline("q")


def test_who_leaves_is_told_the_score(terminal: Spawn) -> None:
    child = terminal("norm", "vector", "--predict")
    asks = ["give? ", "have? ", "False? "]
    while child.expect_exact([ON, *asks]) == 0:
        child.sendline("")
    child.sendline("1")
    child.expect_exact(ON)
    child.sendline("q")
    assert ended(child) == 0
    assert "Of 1 question: 1 " in child.before


def test_a_narrow_page_keeps_no_prompt(terminal: Spawn) -> None:
    """The prompt takes two lines there, and both go."""
    child = terminal("norm", "vector", "--step", dimensions=(50, 20))
    child.expect_exact("Enter goes on, q")
    child.sendline("")
    child.expect_exact("\x1b[1A\x1b[2K\x1b[1A\x1b[2K")
    child.sendline("q")


def test_nothing_random_is_asked(terminal: Spawn) -> None:
    """The first question about dice is the probability of a face; the counts are not asked for."""
    child = terminal("dice", "sample", "--predict", "--seed", "1")
    while (index := child.expect_exact([ON, "give? ", "have? ", pexpect.EOF])) != 3:
        if index:
            assert "counts" not in child.before and "estimates" not in child.before
        child.sendline("")
    assert "estimates" in child.before
