"""``d2l explain`` on the command line: a message, a pipe, and a program that it runs."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

from d2lcli import explaining
from d2lcli.errors import Misuse, Refusal

from .conftest import Run

FAILS = """
import torch
print("epoch 1")
torch.ones(2, 3) @ torch.ones(2, 3)
"""


@pytest.fixture
def message() -> str:
    """What the installed torch says of two matrices that do not fit."""
    import torch

    with pytest.raises(RuntimeError) as caught:
        torch.ones(2, 3) @ torch.ones(2, 3)
    return str(caught.value)


def test_a_message_is_explained_on_one_screen(d2l: Run, message: str) -> None:
    outcome = d2l("explain", message, COLUMNS="80")
    assert outcome.code == 0
    assert message in " ".join(outcome.out.split())
    assert "A.T @ B gives (3, 3)" in " ".join(outcome.out.split())
    assert len(outcome.lines) <= 22
    assert not outcome.err


def test_words_without_quotes_are_one_message(d2l: Run, message: str) -> None:
    assert d2l("explain", *message.split()).out == d2l("explain", message).out


def test_what_is_not_known_is_said(d2l: Run) -> None:
    outcome = d2l("explain", "RuntimeError: the cat sat on the tensor")
    assert outcome.code == 1
    assert "does not know this message" in outcome.err
    assert "Traceback" not in outcome.err


def test_the_nearest_topics_are_the_same_in_both_languages(d2l: Run) -> None:
    """They are found by English words, and shown by their Chinese titles."""
    english, chinese = (
        d2l("explain", "these shapes do not fit", D2L_LANG=language, COLUMNS="200")
        for language in ("en", "zh")
    )
    topics = [re.findall(r"d2l [a-z]+ [a-z]+(?=  )", found.out) for found in (english, chinese)]
    assert topics[0] == topics[1] != []
    assert "最接近的主题" in chinese.out and "上面的主题" in chinese.err


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_no_message_is_a_wrong_command(d2l: Run, text: str) -> None:
    assert d2l("explain", text).code == 2


def test_a_pipe_is_handed_on_and_explained(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], message: str
) -> None:
    text = f"epoch 1\nTraceback (most recent call last):\nRuntimeError: {message}\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    assert explaining.piped() == text
    assert capsys.readouterr().out == text


def test_what_a_terminal_obeys_is_not_handed_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("a\x1b[2Jb\x1bc\tc\n"))
    explaining.piped()
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\t" in out


def test_an_empty_pipe_says_where_tracebacks_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    with pytest.raises(Misuse, match="2>&1"):
        explaining.piped()


def test_a_pipe_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def readline(self, size: int) -> str:
            raise OSError(5, f"Input/output error, {size} characters")

    monkeypatch.setattr(sys, "stdin", Broken())
    with pytest.raises(Refusal, match="cannot be read"):
        explaining.piped()


def test_the_end_of_a_long_output_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explaining, "KEPT", 100)
    lines = [f"line {number}\n" for number in range(1000)]
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(lines)))
    kept = explaining.piped()
    assert kept.endswith("line 999\n")
    assert len(kept) <= 100


@pytest.mark.slow
def test_a_program_is_run_and_its_error_explained(process: Run, tmp_path: Path) -> None:
    script = tmp_path / "train.py"
    script.write_text(FAILS)
    outcome = process("explain", "--", sys.executable, str(script))
    assert outcome.code == 1  # the program's own
    assert outcome.out.startswith("epoch 1\n")
    assert "Traceback" in outcome.err  # handed on
    assert "What helps" in outcome.out


@pytest.mark.parametrize(("code", "expected"), [("pass", 0), ("raise SystemExit(3)", 3)])
def test_a_program_has_its_own_exit_code(
    code: str, expected: int, capfd: pytest.CaptureFixture[str]
) -> None:
    assert explaining.run([sys.executable, "-c", code]) == expected
    assert capfd.readouterr().out == ""


def test_a_program_whose_error_is_not_known(capfd: pytest.CaptureFixture[str]) -> None:
    assert explaining.run([sys.executable, "-c", "raise ValueError('a cat')"]) == 1
    assert "does not know" in capfd.readouterr().err


def test_a_program_that_is_not_there() -> None:
    with pytest.raises(Misuse, match="no-such-program"):
        explaining.run(["no-such-program"])


def test_every_topic_has_a_title() -> None:
    titles = explaining.titles()
    assert titles["broadcast grow"].endswith("?")
    assert "env" in titles
