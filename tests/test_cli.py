"""The command line's habits. Terminals, encodings and interrupts are handed in, not the machine's.

What is wrong with a command line is in test_errors.py, and what a page looks like in views.
"""

from __future__ import annotations

import atexit
import errno
import gc
import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import torch
from typer.main import get_command

from d2lcli import __main__ as entry
from d2lcli import cli, play
from d2lcli.errors import ExitCode
from d2lcli.inputs import files
from d2lcli.lesson import NAMES, load

from .conftest import Run

PNG = b"\x89PNG\r\n\x1a\n"
SECOND_AND_MORE = pytest.mark.slow


class Stream(io.TextIOWrapper):
    """A standard stream, of a terminal or not, that may fail when something is written."""

    def __init__(
        self,
        text: str = "",
        tty: bool = False,
        encoding: str = "utf-8",
        fails: Exception | None = None,
    ) -> None:
        super().__init__(io.BytesIO(text.encode(encoding)), encoding=encoding)
        self.tty, self.fails = tty, fails

    def isatty(self) -> bool:
        return self.tty

    def write(self, text: str) -> int:
        if self.fails is not None:
            raise self.fails
        return super().write(text)

    def fileno(self) -> int:
        return 1  # where rich and Typer would have what is left to be written go to; see os.dup2

    @property
    def text(self) -> str:
        if self.fails is not None:
            return ""
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode(self.encoding)


@dataclass
class Surroundings:
    """What a command line finds around itself."""

    stdin: Stream | None = field(default_factory=Stream)
    stdout: Stream | None = field(default_factory=Stream)
    stderr: Stream | None = field(default_factory=Stream)

    @property
    def out(self) -> str:
        return self.stdout.text if self.stdout is not None else ""

    @property
    def err(self) -> str:
        return self.stderr.text if self.stderr is not None else ""


Line = Callable[..., int]


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    """Run a command line among surroundings; returns its exit code."""

    def run(words: str, around: Surroundings, **env: str) -> int:
        with monkeypatch.context() as patch:
            for name in ("stdin", "stdout", "stderr"):
                patch.setattr(sys, name, getattr(around, name))
            for name, value in env.items():
                patch.setenv(name, value)
            # Where nothing can be written any more, the process is told so; here it is pytest's.
            patch.setattr(os, "dup2", lambda *_: None)
            main = get_command(cli.app).main
            try:
                code: int = main(words.split(), prog_name="d2l", standalone_mode=False)
            except SystemExit as left:  # which is how rich and Typer leave where a pipe is closed
                code = int(left.code or 0)
            return code

    return run


# The three lines, and what comes out of them


def test_the_three_lines_that_have_to_work(process: Run, tmp_path: Path) -> None:
    """As they stand, in processes of their own."""
    page = process("derivative", "--h", "0.1", "--steps", "5")
    assert page.code == 0
    for number in ("2.30000", "2.03000", "2.00300", "2.00030", "2.00003"):
        assert number in page.out
    page = process("dice", "--rolls", "500", "--plot", "out.png", folder=tmp_path)
    assert page.code == 0
    assert "500 rolls of 10 fair dice" in page.out and "out.png" in page.out
    assert (tmp_path / "out.png").read_bytes().startswith(PNG)
    assert [path.name for path in tmp_path.iterdir()] == ["out.png"]
    page = process("memory", "--inplace")
    assert page.code == 0
    assert "y += x" in page.out and "y = y + x" not in page.out


def test_version(d2l: Run) -> None:
    from d2lcli import __version__

    assert d2l("--version").out == f"d2l {__version__}\n"


@pytest.mark.parametrize("name", NAMES)
def test_every_lesson_is_fine(name: str, d2l: Run) -> None:
    size = ("--size", "1000") if name == "memory" else ()
    outcome = d2l(name, *size, COLUMNS="100")
    assert (outcome.code, outcome.err) == (0, "")
    assert len(outcome.lines) <= 80
    assert load(name).yours.split()[2] in outcome.out


# stdout is for results


def test_json_is_all_there_is_on_stdout(line: Line) -> None:
    around = Surroundings(stdout=Stream(tty=True, encoding="latin-1"))
    assert line("autograd --json", around, FORCE_COLOR="1") == 0
    assert around.out.isascii() and "\x1b" not in around.out and around.err == ""
    document = json.loads(around.out)
    assert (document["schema"], document["command"], document["device"]) == (2, "autograd", "cpu")
    assert document["versions"]["torch"] == torch.__version__
    step = document["steps"][-1]
    keys = "section caption code result stdout warnings measured error notes"
    assert [*step] == keys.split()


def test_code_is_a_script_on_stdout(line: Line) -> None:
    around = Surroundings()
    assert line("broadcast 3,1 2 --code", around) == 0
    compile(around.out, "script", "exec")
    assert "import torch" in around.out and "d2lcli" not in around.out and around.err == ""


def test_a_lesson_that_fails_still_prints_its_document(
    d2l: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = play._value

    def fail(cell: Any, names: dict[str, object]) -> object:
        if cell.section == "sum":
            raise ZeroDivisionError("by chance")
        return real(cell, names)

    monkeypatch.setattr(play, "_value", fail)
    outcome = d2l("broadcast", "--json")
    assert outcome.code == 1 and outcome.err.startswith("d2l: broadcast stopped at ")
    error = {"type": "ZeroDivisionError", "message": "by chance"}
    assert outcome.document["error"] == outcome.document["steps"][-1]["error"] == error
    page = d2l("broadcast")
    assert "✗ ZeroDivisionError: by chance" in page.out and page.err == outcome.err
    told = d2l("broadcast", "--traceback").err
    assert told.startswith("Traceback") and told.splitlines()[-1].startswith(
        "d2l: broadcast stopped"
    )


def test_shapes_that_do_not_fit(d2l: Run) -> None:
    """The axis table and the repairs on the page, one sentence on stderr, exit 1."""
    outcome = d2l("broadcast", "3", "4")
    assert outcome.code == 1
    assert re.search(r"-1 +3 +4 .*conflict", outcome.out)
    assert re.search(r"^ +repair +result$", outcome.out, re.MULTILINE)
    assert outcome.err.count("\n") == 1
    document = d2l("broadcast", "3", "4", "--json").document
    assert document["error"] == {"type": "Refusal", "message": outcome.err[5:-1]}
    assert all(step["error"] is None for step in document["steps"])
    # Nothing as large as the result would be, 2.5 · 10^9 numbers, is made.
    assert d2l("broadcast", "50000,100", "100,50000").code == 1


def test_a_picture_that_cannot_be_saved_is_an_error_of_the_document(
    d2l: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from matplotlib.figure import Figure

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Figure, "savefig", fail)
    outcome = d2l("norm", "--plot", str(tmp_path / "a.png"), "--json")
    assert outcome.code == 1 and outcome.document["steps"]
    assert outcome.document["error"]["message"].startswith("--plot ")
    assert os.strerror(errno.ENOSPC) in outcome.err
    assert [*tmp_path.iterdir()] == []


def test_a_tour_is_every_lesson_in_one_document(d2l: Run) -> None:
    outcome = d2l("tour", "--seed", "7", "--json")
    assert (outcome.code, outcome.err) == (0, "")
    assert [*outcome.document] == ["schema", "command", "lessons"]
    assert [one["command"] for one in outcome.document["lessons"]] == [*NAMES]
    assert {one["seed"] for one in outcome.document["lessons"]} == {7}


def test_a_fresh_seed_is_drawn_and_shown(d2l: Run) -> None:
    first = d2l("dice", "--json").document
    assert any(str(first["seed"]) in step["code"] for step in first["steps"])
    again = d2l("dice", "--seed", str(first["seed"]), "--json").document
    assert again["steps"] == first["steps"]


# Exit codes


def test_an_unexpected_error_is_a_sentence(d2l: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by\n  chance\x1b")

    monkeypatch.setattr(cli, "run", fail)
    outcome = d2l("norm")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (
        r"d2l: unexpected ZeroDivisionError: by chance\x1b; this is a mistake in d2l, "
        "--traceback shows where\n"
    )
    told = d2l("norm", "--traceback").err
    assert told.startswith("Traceback") and "by chance" in told.splitlines()[-1]


class Ended(BaseException):
    """The process would have ended here."""


def ended(monkeypatch: pytest.MonkeyPatch, around: Surroundings, words: Sequence[str]) -> int:
    """The exit code with which ``python -m d2lcli`` ends."""

    def leave(code: int) -> None:
        raise Ended(int(code))

    with monkeypatch.context() as patch:
        for name in ("stdin", "stdout", "stderr"):
            patch.setattr(sys, name, getattr(around, name))
        patch.setattr(sys, "argv", ["d2l", *words])
        patch.setattr(os, "_exit", leave)
        patch.setattr(os, "dup2", lambda *_: None)
        patch.setattr(signal, "signal", lambda *_: None)
        patch.setattr(atexit, "_run_exitfuncs", lambda: None)
        patch.delitem(sys.modules, "d2lcli.prompt", raising=False)
        collects = gc.isenabled()
        try:
            with pytest.raises(Ended) as raised:
                entry.main()
        finally:
            if collects:
                gc.enable()
    (code,) = raised.value.args
    assert isinstance(code, int)
    return code


@pytest.mark.parametrize("as_json", [False, True])
def test_an_interrupt_is_130_and_says_nothing(
    as_json: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, seen = play._value, []

    def interrupted(cell: Any, names: dict[str, object]) -> object:
        seen.append(cell)
        if len(seen) == 3:
            raise KeyboardInterrupt
        return real(cell, names)

    monkeypatch.setattr(play, "_value", interrupted)
    around = Surroundings()
    words = ["broadcast", "sum", *(["--json"] if as_json else [])]
    assert ended(monkeypatch, around, words) == ExitCode.INTERRUPTED
    assert around.err.strip() == ""
    if as_json:
        assert json.loads(around.out)["error"]["message"] == "interrupted"
    else:
        assert len(around.out.split()) > 4  # what there was by then


@pytest.mark.parametrize(
    ("words", "code"), [("norm order", 0), ("broadcast 3 4", 1), ("norm --nope", 2)]
)
def test_the_process_ends_with_the_code(
    words: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ended(monkeypatch, Surroundings(), words.split()) == code


@pytest.mark.parametrize("words", ["norm", "--help", "norm --help", "norm --json", "--version"])
def test_a_closed_pipe_ends_quietly(words: str, line: Line) -> None:
    gone = Surroundings(stdout=Stream(fails=BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))))
    assert line(words, gone) in (0, 1)
    assert gone.err == ""


@pytest.mark.parametrize("words", ["norm", "--help", "norm --json"])
def test_a_full_disk_is_a_sentence(words: str, line: Line) -> None:
    reason = os.strerror(errno.ENOSPC)
    full = Surroundings(stdout=Stream(fails=OSError(errno.ENOSPC, reason)))
    assert line(words, full) == 1
    assert full.err == f"d2l: the output cannot be written ({reason}); send it somewhere else\n"


def test_where_nobody_can_be_told_the_exit_code_tells(line: Line) -> None:
    reason = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert line("norm --nope", Surroundings(stderr=Stream(fails=reason))) == 2


@pytest.mark.parametrize("closed", ["stdin", "stdout", "stderr"])
def test_a_stream_may_be_closed(closed: str, line: Line) -> None:
    assert line("norm order", Surroundings(**{closed: None})) == 0


# Terminals


@pytest.mark.parametrize(
    "words", ["norm", "dice", "derivative all", "norm --help", "env", "--help"]
)
def test_an_ascii_only_stdout_gets_ascii(words: str, line: Line) -> None:
    """A sign without a form there would be a question mark."""
    plain, rich = Surroundings(stdout=Stream(encoding="ascii")), Surroundings()
    seed = " --seed 3" if words.split()[0] in NAMES and "--help" not in words else ""
    assert line(words + seed, plain, COLUMNS="80") == line(words + seed, rich, COLUMNS="80") == 0
    assert plain.out and plain.out.isascii()
    assert plain.out.count("?") == rich.out.count("?")


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "gbk"])
def test_other_encodings_lose_no_word(encoding: str, line: Line) -> None:
    around = Surroundings(stdout=Stream(encoding=encoding))
    assert line("norm", around) == 0
    assert "definition" in around.out and around.err == ""


@pytest.mark.parametrize(
    ("tty", "env", "colours"),
    [
        (False, {}, False),
        (True, {}, True),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "1", "TERM": "dumb"}, False),
    ],
    ids=str,
)
@pytest.mark.parametrize("words", ["derivative", "norm --help"])
def test_colours_only_where_they_are_wanted(
    words: str, tty: bool, env: dict[str, str], colours: bool, line: Line
) -> None:
    around = Surroundings(stdout=Stream(tty=tty))
    assert line(words, around, **({"TERM": "xterm"} | env)) == 0
    # NO_COLOR is about colours: bold and dim may stay.
    assert bool(re.search(r"\x1b\[[0-9;]*3[1-7]", around.out)) == (colours and "help" not in words)
    assert ("\x1b[" in around.out) <= (tty or "FORCE_COLOR" in env)


@pytest.mark.parametrize("words", ["norm --step", "norm --predict", "norm -i"])
@pytest.mark.parametrize("ends", [(False, False), (False, True), (True, False)])
def test_nobody_is_asked_where_nobody_sits(words: str, ends: tuple[bool, bool], line: Line) -> None:
    around = Surroundings(stdin=Stream(tty=ends[0]), stdout=Stream(tty=ends[1]))
    assert line(words, around) == 1
    assert around.out == "" and "there is no terminal to type in" in around.err


def test_at_a_terminal_a_step_waits_for_enter(line: Line) -> None:
    around = Surroundings(stdin=Stream("\n" * 30, tty=True), stdout=Stream(tty=True))
    assert line("broadcast sum --step", around, TERM="dumb") == 0
    assert "x + y" in around.out


@pytest.mark.parametrize("width", ["20", "37", "120"])
def test_the_width_is_that_of_columns(width: str, d2l: Run) -> None:
    lines = d2l("norm", COLUMNS=width).lines
    assert max(map(len, lines)) <= int(width)
    assert int(width) > 100 or max(map(len, lines)) > int(width) - 8  # and all of it is used


# Values on the command line


@pytest.mark.parametrize(
    "words",
    [
        "derivative --at -1 --h -0.5",
        "derivative --at=-pi/2",
        "norm --vector -3,4",
        "linalg --dim -1",
        "norm 3,-4 --p 1.5",
        "autograd --at -1,0.5",
        "tensor --data -1,-2",
        "dice --prior 1/1000",
    ],
)
def test_negative_and_computed_values_are_values(words: str, d2l: Run) -> None:
    outcome = d2l(*words.split())
    assert (outcome.code, outcome.err) == (0, "")


def test_the_environment_chooses_the_device(d2l: Run) -> None:
    assert d2l("norm", D2L_DEVICE="tpu").code == 2
    assert d2l("norm", "--device", "cpu", D2L_DEVICE="tpu").code == 0
    assert d2l("norm", "--device", "auto").code == 0


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a CUDA device")
@pytest.mark.parametrize("device", ["cuda", "cuda:0", "cuda:3"])
def test_a_device_that_is_not_there(device: str, d2l: Run) -> None:
    outcome = d2l("norm", "--device", device)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith(
        f"d2l: device {device}: this machine has no such device; it has cpu "
    )


def test_a_run_leaves_the_process_as_it_was(d2l: Run) -> None:
    import matplotlib

    def settings() -> list[object]:
        kept = [torch.is_warn_always_enabled(), dict(matplotlib.rcParams), [*sys.path]]
        return [torch.empty(0).device, torch.get_default_dtype(), sys.stdout, *kept]

    before = settings()
    d2l("derivative", "--h", "1", "--dtype", "float32")
    d2l("norm", "--plot", "/dev/null/a.png")
    assert settings() == before


# Files


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_picture_replaces_an_older_one(ending: str, d2l: Run, tmp_path: Path) -> None:
    file = tmp_path / f"a.{ending}"
    file.write_text("old")
    outcome = d2l("norm", "--plot", str(file), COLUMNS="200")
    assert outcome.code == 0 and f"picture   {file}" in outcome.out
    assert file.read_bytes()[:4] in (PNG[:4], b"<?xm", b"%PDF")
    assert [*tmp_path.iterdir()] == [file]


def test_names_with_signs_that_a_terminal_obeys(d2l: Run, tmp_path: Path) -> None:
    for name in ("a\x1b[2J.png", "b\x9b1m.png", "c\u202e.png"):
        outcome = d2l("norm", "order", "--plot", str(tmp_path / name), COLUMNS="200")
        assert outcome.code == 0
        assert all(text.isprintable() for text in outcome.lines)
        assert (tmp_path / name).exists()


def test_a_name_of_any_length_is_a_name_or_a_sentence(d2l: Run, tmp_path: Path) -> None:
    (tmp_path / "loop.png").symlink_to("loop.png")
    assert d2l("norm", "order", "--plot", str(tmp_path / f"{'n' * 245}.png")).code == 0
    for name in (f"{'n' * 300}.png", "loop.png"):
        outcome = d2l("norm", "order", "--plot", str(tmp_path / name))
        assert outcome.code == 1 and "unexpected" not in outcome.err
        assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("name", ["2026.11", "v0.1", "chapter"])
def test_a_folder_may_have_a_dot_in_its_name(name: str, tmp_path: Path) -> None:
    files.folders({"--plot": tmp_path / name})
    assert (tmp_path / name).is_dir()


# Real processes, of which each takes a second or more


@SECOND_AND_MORE
def test_the_console_script() -> None:
    script = Path(sys.executable).with_name("d2l")
    if not script.exists():
        pytest.skip("d2lcli is not installed here, only on the path")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("d2l ")


@SECOND_AND_MORE
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("tensor all | head -c 100", 0),
        ("norm order <&-", 0),
        ("norm order >&-", 1),
        ("norm order > /dev/full", 1),
        ("--nope 2> /dev/full", 2),
    ],
)
def test_through_a_shell(command: str, code: int) -> None:
    if "/dev/full" in command and not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    done = subprocess.run(
        f"{sys.executable} -m d2lcli {command}",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode in (code, 0 if ">&-" in command else code)
    assert done.stderr.count("\n") == int("> /dev/full" in command and "2>" not in command)


@SECOND_AND_MORE
@pytest.mark.parametrize(
    "surroundings",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LANG": "zh_CN.UTF-8", "TZ": "Asia/Kathmandu"},
        {"TERM": "dumb", "FORCE_COLOR": "1"},
        {"TERM": "", "LINES": "1", "COLUMNS": "20"},
        {"HOME": "/proc/nowhere", "XDG_CACHE_HOME": "", "XDG_CONFIG_HOME": ""},
        {"PYTHONWARNINGS": "error"},
    ],
    ids=str,
)
def test_surroundings(surroundings: dict[str, str], process: Run, tmp_path: Path) -> None:
    """A lesson with its picture runs, says nothing on stderr, and leaves nothing behind."""
    rubbish = tmp_path / "tmp"
    rubbish.mkdir()
    command = ("derivative", "--f", "x**4*pi", "--plot", "a.png")
    outcome = process(*command, folder=tmp_path, TMPDIR=str(rubbish), **surroundings)
    assert (outcome.code, outcome.err) == (0, "")
    assert (tmp_path / "a.png").read_bytes().startswith(PNG)
    assert [*rubbish.iterdir()] == []
