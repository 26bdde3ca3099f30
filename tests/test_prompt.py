"""The Python prompt of ``-i``, with somebody who types in process."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from d2lcli.api import Silent
from d2lcli.inputs import devices
from d2lcli.prompt import Prompt, interact
from d2lcli.request import Request
from d2lcli.runs import Run
from d2lcli.show import perform

IN_ITSELF: list[Any] = []
IN_ITSELF.append(IN_ITSELF)


def vectors() -> Run:
    """A run whose variables are x and y."""
    return perform(Request("broadcast", topics=("sum",)), Silent())


@pytest.fixture(scope="module")
def prompt() -> Prompt:
    with devices.borrowed():
        return Prompt(vectors())


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
            ) -> Callable[..., list[str]]:  # fmt: skip
    """What is shown for lines that are typed at the prompt of a lesson, until the end of input."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    # What the prompt sets and leaves.
    monkeypatch.setattr(builtins, "_", None, raising=False)
    monkeypatch.setattr(sys, "ps1", ">>> ", raising=False)
    monkeypatch.setattr(sys, "ps2", "... ", raising=False)

    def typed(*lines: str) -> list[str]:
        waiting = iter(lines)

        def ask(prompt: str) -> str:
            assert prompt in (">>> ", "... ")
            for line in waiting:
                return line
            raise EOFError

        with devices.borrowed():
            interact(vectors(), ask)
        assert list(waiting) == []
        out, err = capsys.readouterr()
        return [line.strip() for line in (err + out).splitlines() if line.strip()]

    return typed


@pytest.mark.parametrize(
    "value",
    [
        [{}],
        {"a": 1},
        IN_ITSELF,
        torch.eye(2).to_sparse(),
        torch.ones(2, device="meta"),
        "a\rb\x07c",
        object,
        print,
    ],
    ids=repr,
)
def test_what_has_no_look_of_its_own_is_shown_as_python_shows_it(
    value: object, prompt: Prompt, capsys: pytest.CaptureFixture[str]
) -> None:
    prompt.show(value)
    assert "".join(capsys.readouterr().out.split()) == "".join(repr(value).split())


def test_a_tensor_has_the_lessons_look(prompt: Prompt, capsys: pytest.CaptureFixture[str]) -> None:
    prompt.show(torch.ones(2, 1))
    shown = capsys.readouterr().out
    assert "⎡ 1. ⎤" in shown and "(2, 1)" in shown and "tensor(" not in shown
    prompt.show("two\nlines")
    assert capsys.readouterr().out.split() == ["two", "lines"]
    prompt.show(None)
    assert capsys.readouterr().out == ""


def test_the_lessons_variables_are_there(session: Callable[..., list[str]]) -> None:
    banner, told, *shown = session(
        "(x + y).sum()", "_.item()", "def f():", "    return 3", "", "f()"
    )
    assert banner == "Here are x, y."
    assert told == 'run("dice", rolls=500) runs a lesson; Ctrl-D leaves.'
    assert "15" in shown[0]
    assert shown[1:] == ["15", "3"]


def test_a_lesson_that_is_run_replaces_the_variables_of_the_last(
    session: Callable[..., list[str]],
) -> None:
    shown = session(
        "mine = 3",
        "run('derivative', 'exact')",
        "mine, x.item(), 'y' in globals(), 'run' in globals()",
    )
    assert any("The exact derivative" in line for line in shown)
    assert shown[-1] == "(3, 1.0, False, True)"


def test_errors(session: Callable[..., list[str]]) -> None:
    shown = session("run('deriv')", "1/0", "1 +", "x")
    assert any(line.startswith("d2l: 'deriv': there is no such lesson") for line in shown)
    assert "ZeroDivisionError: division by zero" in shown
    assert any(line.startswith("SyntaxError") for line in shown)
    assert "Traceback (most recent call last):" in shown  # a reader's own errors are Python's
    assert "[ 1  2 ]" in shown[-1]


@pytest.mark.parametrize("word", ["exit", "exit()", "quit", "quit()", "import sys; sys.exit()"])
def test_leaving(word: str, session: Callable[..., list[str]]) -> None:
    before = sys.displayhook, sys.stdin.closed
    session("x", word)
    assert (sys.displayhook, sys.stdin.closed) == before


def test_what_was_wrong_all_the_same_is_told_first(capsys: pytest.CaptureFixture[str]) -> None:
    def leave(_: str) -> str:
        raise EOFError

    with devices.borrowed():
        run = perform(Request("broadcast", topics=("sum",), refusal="they do not fit"), Silent())
        interact(run, leave)
    assert capsys.readouterr().err.startswith("d2l: they do not fit\n")
