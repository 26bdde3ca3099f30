"""``d2l shell``, with somebody who types in process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from typer.main import get_command

from d2lcli import __version__
from d2lcli.cli import app
from d2lcli.errors import ExitCode
from d2lcli.lesson import NAMES
from d2lcli.program import Program
from d2lcli.shell import BANNER, PROMPT, Shell, interact

from .conftest import Run

INTERRUPT = "^C"  # in place of a line


@pytest.fixture(scope="module")
def program() -> Program:
    return cast("Program", get_command(app))


@pytest.fixture
def shell(program: Program) -> Shell:
    return Shell(program)


@pytest.fixture
def session(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., int]:
    """The exit code of a shell in which these lines are typed, and then Ctrl-D."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))

    def typed(*lines: str, live: bool = True) -> int:
        monkeypatch.setattr("d2lcli.shell.at_terminal", lambda: live)
        waiting = iter(lines)

        def ask(prompt: str) -> str:
            print(prompt, end="")
            for line in waiting:
                if line == INTERRUPT:
                    raise KeyboardInterrupt
                print(line)
                return line
            raise EOFError

        return interact(program, ask)

    return typed


Session = Callable[..., int]


@pytest.mark.parametrize(
    "line",
    [
        "derivative exact",
        "derivative --h 0.01 --code",
        "derivative -h",
        "explain 'mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)'",
        "nothing",
        "derivative --h",
        "derivative --plot out.gif",
        "--version",
        "",
    ],
)
def test_a_line_does_what_the_command_does(
    line: str, shell: Shell, d2l: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    words = line.replace("'", "") if line.startswith("explain") else line
    command = d2l(*words.split())
    capsys.readouterr()
    for typed in (line, f"d2l {line}"):
        code = shell.do(typed)
        out, err = capsys.readouterr()
        assert (code, out, err) == (command.code, command.out, command.err)


def test_words_are_parted_as_a_shell_does_it(
    shell: Shell,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert shell.do("derivative --f '3 * x' --code --plot ~/a.gif") == ExitCode.USAGE
    assert str(tmp_path / "a.gif") in capsys.readouterr().err
    assert shell.do("explain can't do") == ExitCode.USAGE
    told = "d2l: explain can't do: a quotation mark has no partner; close it, or leave it out\n"
    assert capsys.readouterr() == ("", told)


@pytest.mark.parametrize(
    ("line", "same"),
    [("help", "--help"), ("help derivative", "derivative --help"), ("d2l help env", "env --help")],
)
def test_help(line: str, same: str, shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    assert shell.do(same) == 0
    wanted = capsys.readouterr().out
    assert shell.do(line) == 0
    assert capsys.readouterr().out == wanted != ""


def test_a_shell_in_a_shell_is_refused(shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    assert shell.do("shell") == ExitCode.USAGE
    assert "this is it already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("before", "text", "found"),
    [
        ("", "der", ["derivative"]),
        ("", "e", ["env", "explain", "exit"]),
        ("d2l ", "der", ["derivative"]),
        ("help ", "e", ["env", "explain"]),
        ("derivative ", "sm", ["smaller"]),
        ("derivative exact ", "--fa", ["--factor"]),
        ("d2l derivative ", "al", ["all"]),
        ("help derivative ", "--he", ["--help"]),
        ("env ", "--j", ["--json"]),
        ("env ", "al", []),
        ("nothing ", "", []),
        ("", "zz", []),
    ],
)
def test_completion(before: str, text: str, found: list[str], shell: Shell) -> None:
    assert sorted(shell.candidates(before, text)) == sorted(found)


def test_all_there_is_can_be_completed(shell: Shell) -> None:
    there = shell.candidates("", "")
    assert {*NAMES, "env", "explain", "tour", "help", "exit"} <= {*there}
    words = shell.candidates("derivative ", "")
    assert {"quotient", "smaller", "--f", "--at", "--device", "--plot", "-i", "--help"} <= {*words}
    assert len(set(words)) == len(words)


def test_a_word_is_completed_with_a_space(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    readline = pytest.importorskip("readline")
    monkeypatch.setattr(readline, "get_line_buffer", lambda: "derivative --fa")
    monkeypatch.setattr(readline, "get_begidx", lambda: len("derivative "))
    assert [shell.complete("--fa", place) for place in range(2)] == ["--factor ", None]


def test_a_session(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert session("--version", "", "nothing", INTERRUPT, "d2l --version") == 0
    out, err = capsys.readouterr()
    version = f"d2l {__version__}"
    assert out.splitlines() == [
        BANNER,
        f"{PROMPT}--version",
        version,
        PROMPT,
        f"{PROMPT}nothing",
        PROMPT,  # which was interrupted
        f"{PROMPT}d2l --version",
        version,
        PROMPT,
    ]
    assert err.startswith("d2l: No such command 'nothing'") and err.count("\n") == 1


@pytest.mark.parametrize("word", ["exit", " quit ", "exit()", "q"])
def test_leaving(word: str, session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert session(word, "--version") == 0
    assert __version__ not in capsys.readouterr().out


def test_an_interrupted_command_leaves_the_shell(
    session: Session, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("d2lcli.cli.run", interrupted)
    assert session("derivative", "--version") == 0
    assert capsys.readouterr().out.splitlines()[1:5] == [
        f"{PROMPT}derivative",
        "",
        f"{PROMPT}--version",
        f"d2l {__version__}",
    ]
    assert session("derivative", "--version", live=False) == ExitCode.INTERRUPTED


def test_lines_through_a_pipe(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is shown but what they show; one that fails does not stop those behind it."""
    assert session("--version", "--version", live=False) == 0
    assert capsys.readouterr().out.count(f"\nd2l {__version__}\n") == 2
    impossible = "broadcast 2,3 2 --json"
    assert session("nothing", "--version", impossible, live=False) == ExitCode.USAGE
    out, err = capsys.readouterr()
    assert f"\nd2l {__version__}\n" in out and "nothing" in err and "do not fit" in err
    assert session(impossible, "nothing", live=False) == ExitCode.FAILED
    with pytest.raises(KeyboardInterrupt):
        session(INTERRUPT, live=False)


def test_what_was_typed_is_remembered(session: Session, tmp_path: Path) -> None:
    readline = pytest.importorskip("readline")
    readline.clear_history()
    readline.add_history("of the prompt around it")
    readline.set_completer(print)
    try:
        session("exit")
        assert (readline.get_completer(), readline.get_history_item(1)) == (
            print,
            "of the prompt around it",
        )
        assert [file.name for file in tmp_path.rglob("shell")] == ["shell"]
    finally:
        readline.set_completer(None)
        readline.clear_history()
