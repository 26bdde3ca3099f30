"""What is imported when: help, completion and mistakes have to be quick.

Nothing here is measured in seconds. What was imported tells, and it is the same on every machine.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

import pytest

from d2lcli import head_start
from d2lcli.head_start import runs_torch
from d2lcli.lesson import NAMES

from .release import TORCH

ROOT = str(Path(__file__).parents[1])
HEAVY = {"torch", "numpy", "matplotlib", "sympy", "mpmath", "nbformat", "pydantic"}

# Command lines, one after another in one Python, and what had been imported after each.
LOOK = """
import contextlib, io, json, os, sys
from typer.main import get_command

from d2lcli.cli import app

found = {}
for words in json.loads(sys.argv[1]):
    *env, line = words.split(" | ")
    os.environ.update(pair.split("=", 1) for pair in env)
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(out):
        try:
            get_command(app).main(line.split(), prog_name="d2l", standalone_mode=False)
        except SystemExit:
            pass
    for pair in env:
        del os.environ[pair.partition("=")[0]]
    modules = sorted({name.partition(".")[0] for name in sys.modules})
    found[words] = [modules, "matplotlib.pyplot" in sys.modules, out.getvalue()]
print(json.dumps(found))
"""


def looked(*lines: str) -> dict[str, tuple[set[str], bool, str]]:
    """For each line the packages that were imported by then, pyplot, and what was printed."""
    done = subprocess.run(
        [sys.executable, "-c", LOOK, json.dumps(lines)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": ROOT},
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return {words: (set(modules), pyplot, out) for words, (modules, pyplot, out) in found.items()}


COMPLETING = (
    "_D2L_COMPLETE=complete_bash | COMP_WORDS=d2l der | COMP_CWORD=1 | d2l",
    "_D2L_COMPLETE=complete_zsh | _TYPER_COMPLETE_ARGS=d2l der | d2l",
    "_D2L_COMPLETE=complete_fish | _TYPER_COMPLETE_ARGS=d2l der "
    "| _TYPER_COMPLETE_FISH_ACTION=get-args | d2l",
)


def test_nothing_heavy_is_imported_before_a_lesson_runs() -> None:
    lines = [
        "--version",
        "",
        *COMPLETING,
        "--nope",
        "nope",
        *(f"{name} --help" for name in NAMES),
        "tour --help",
        "derivative --nope",
        "derivative --h 0",
        "derivative -h 0.1",
        "derivative --f 2x",
        "dice --rolls 99999999999999999999",
        "dice --plot a.gif",
        "tensor nope",
        "norm --device tpu",
        "explain x.grad is None",
        "explain grad can be implicitly created only for scalar outputs",
    ]
    found = looked(*lines)
    for line in lines:
        modules, _, said = found[line]
        assert "d2lcli" in modules and said, line
        assert not modules & HEAVY, line
    assert all("derivative" in found[line][2] for line in COMPLETING)


def test_a_default_page_imports_torch_and_not_what_files_and_formulas_need() -> None:
    lines = [name if name != "memory" else "memory --size 1000" for name in NAMES]
    lines.sort(key="derivative autograd".count, reverse=True)  # before another can import sympy
    found = looked(*lines)
    for line in lines:
        modules, pyplot, said = found[line]
        assert "torch" in modules and "topics" in said, line
        assert not modules & {"nbformat", "pydantic"} and not pyplot, line
        assert "matplotlib" not in modules, line
    if TORCH > (2, 0):  # which imports it itself
        assert "sympy" not in found["derivative"][0]


@pytest.mark.parametrize(
    ("words", "collecting"), [("norm order", False), ("tensor --shape 2,3", True)]
)
def test_garbage_is_collected_where_it_may_be_large(
    words: str, collecting: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    from typer.testing import CliRunner

    from d2lcli import running
    from d2lcli.cli import app

    asked: list[bool] = []
    monkeypatch.setattr(running.gc, "enable", lambda: asked.append(True))  # type: ignore[attr-defined] # its module
    monkeypatch.setattr(running, "_all", lambda *_: None)
    assert CliRunner().invoke(app, words.split()).exit_code == 0
    assert bool(asked) == collecting


def test_only_the_lesson_that_is_asked_for_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """To read all of them takes longer than to import Typer."""
    from typer.testing import CliRunner

    from d2lcli import cli, lesson, program

    read: list[str] = []
    real = lesson.parse
    lesson.original.cache_clear()

    def noted(path: Path) -> lesson.Lesson:
        read.append(path.stem)
        return real(path)

    monkeypatch.setattr(lesson, "parse", noted)
    for make in program.Program.lessons.values():
        make.cache_clear()  # type: ignore[attr-defined] # each is a cached function
    for words, names in {
        "--help": [],
        "--nope": [],
        "norm --help": ["norm"],
        "norm --nope": [],
    }.items():
        read.clear()
        assert CliRunner().invoke(cli.app, words.split()).exit_code in (0, 2)
        assert read == names, words


def test_d2lcli_itself_imports_nothing() -> None:
    code = "import sys, d2lcli; print({'torch', 'typer', 'rich', 'typing'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True,
                          check=True, cwd=ROOT)  # fmt: skip
    assert done.stdout == "set()\n"


# Torch's library, loaded ahead


@pytest.mark.parametrize(
    "words",
    [
        "",
        "nope",
        "tensor/",
        "../cli",
        "t\0ensor",
        "--version",
        "--help",
        "tensor --help",
        "dice --rolls 5 -h",
        "norm -i",
        "norm --interactive",
        "explain grad",
        "tour",
        "env",
    ],
)
def test_nothing_is_loaded_ahead_where_torch_is_not_needed_or_must_not(words: str) -> None:
    assert not runs_torch(words.split(" "))


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_has_a_head_start(name: str) -> None:
    assert runs_torch([name, "--seed", "1"])


class Library:
    """The C library, which keeps what it is asked to load."""

    def __init__(self, loads: bool = True) -> None:
        self.loads, self.asked = loads, list[str]()

    def __call__(self, _: None) -> Library:
        return self

    @property
    def dlopen(self) -> Any:
        def dlopen(file: bytes, _: int) -> int:
            self.asked.append(Path(file.decode()).name)
            return int(self.loads)

        return dlopen


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The libraries of a torch that has not been imported yet."""
    library = tmp_path / "torch" / "lib"
    library.mkdir(parents=True)
    for name in ("libtorch_global_deps.so", "libtorch.so"):
        (library / name).touch()
    spec = ModuleSpec("torch", None, origin=str(tmp_path / "torch" / "__init__.py"))
    monkeypatch.setattr(head_start, "find_spec", lambda _: spec)
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    monkeypatch.delenv("LD_LIBRARY_PATH", raising=False)
    return library


@pytest.mark.parametrize("loads", [True, False])
def test_the_libraries_are_loaded_in_torchs_own_order(
    loads: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one cannot be, torch's own import is left to tell why."""
    assert folder.is_dir()
    library = Library(loads)
    monkeypatch.setattr(ctypes, "CDLL", library)
    thread = head_start.head_start(["norm"])
    assert thread is not None and not thread.daemon
    thread.join()
    assert library.asked == ["libtorch_global_deps.so", "libtorch.so"][: 2 if loads else 1]


@pytest.mark.parametrize(
    ("toolkit", "files", "ahead"), [("", "cuda", True), ("/x", "cuda", False), ("/x", "cpu", True)]
)
def test_torch_chooses_between_its_own_cuda_and_another(
    toolkit: str, files: str, ahead: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / f"libtorch_{files}.so").touch()
    if toolkit:
        monkeypatch.setenv("LD_LIBRARY_PATH", toolkit)
    monkeypatch.setattr(ctypes, "CDLL", Library())
    assert (head_start.head_start(["norm"]) is not None) == ahead


def test_elsewhere_nothing_is_done(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library()
    monkeypatch.setattr(ctypes, "CDLL", library)
    (folder / "libtorch.so").unlink()  # it has another name there
    assert head_start.head_start(["norm"]) is None
    monkeypatch.setattr(head_start, "find_spec", lambda _: None)
    assert head_start.head_start(["norm"]) is None
    assert library.asked == []


def test_a_torch_that_is_there_needs_no_head_start(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder.is_dir()
    monkeypatch.setitem(sys.modules, "torch", os)
    assert head_start.head_start(["norm"]) is None


HEAD_START = """
from d2lcli.head_start import head_start

thread = head_start(["norm"])
thread.join()
with open("/proc/self/maps") as maps:
    print("libtorch_cpu" in maps.read())
import torch
print(torch.arange(3).sum().item())
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the library has another name elsewhere")
def test_torch_finds_the_library_that_was_loaded_ahead() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HEAD_START],
        capture_output=True,
        text=True,
        check=True,
        env={name: text for name, text in os.environ.items() if name != "LD_LIBRARY_PATH"},
    )
    assert done.stdout.split() == ["True", "3"]


@pytest.mark.slow
def test_a_torch_that_cannot_be_imported_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "torch").mkdir()
    broken = "raise OSError('libtorch.so: file too short')"
    (tmp_path / "torch" / "__init__.py").write_text(broken)
    done = subprocess.run(
        [sys.executable, "-m", "d2lcli", "norm", "--device", "auto"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        check=False,
    )
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    assert "torch cannot be used (libtorch.so: file too short)" in done.stderr
