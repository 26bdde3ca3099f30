"""What is imported when: help, completion and mistakes have to be quick."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from d2lcli.head_start import runs_torch
from d2lcli.request import TOUR, load, title

ROOT = str(Path(__file__).parents[1])


def ran(code: str, command: str = "", **options: Any) -> subprocess.CompletedProcess[str]:
    """``code`` in a Python of its own, with the words of ``command`` as its arguments."""
    words = [sys.executable, "-c", code, *command.split()]
    return subprocess.run(words, capture_output=True, text=True, check=True, **options)


HEAVY = ("torch", "matplotlib", "numpy", "sympy", "pydantic")
LOOK = """
import os, sys, runpy
os._exit = sys.exit
sys.argv = ["d2l", *sys.argv[1:]]
try:
    runpy.run_module("d2lcli", run_name="__main__")
except SystemExit:
    pass
finally:
    print("\\nimported:", *sorted({name.partition(".")[0] for name in sys.modules}))
"""


def imported(*command: str, **env: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOOK, *command],
        capture_output=True,
        text=True,
        env={**os.environ, **env},
        check=False,
    )
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("imported:"))
    return set(line.split()[1:])


@pytest.mark.parametrize(
    "command",
    [
        (),
        ("--help",),
        ("derivative", "--help"),
        ("dice", "-h"),
        ("tour", "--help"),
        ("--version",),
        ("derivative", "--nope"),
        ("nope",),
        ("derivative", "--h", "0"),
        ("derivative", "-h", "0.1"),
        ("dice", "--rolls", "99999999999999999999"),
        ("dice", "--plot", "a.gif"),
        ("tensor", "nope"),
        ("norm", "--device", "tpu"),
        ("explain", "x.grad is None"),
        ("explain", "grad can be implicitly created only for scalar outputs"),
    ],
    ids=" ".join,
)
def test_nothing_heavy_is_imported(command: tuple[str, ...]) -> None:
    found = imported(*command)
    assert "d2lcli" in found
    assert not found & set(HEAVY)


COLLECTING = """
import gc, os, runpy, sys
os._exit = lambda code: print("collecting:", gc.isenabled())
runpy.run_module("d2lcli", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize(
    ("command", "collecting"),
    [("--version", False), ("norm", False), ("tensor --shape 20,30", True)],
)
def test_garbage_is_collected_where_it_may_be_large(command: str, collecting: bool) -> None:
    done = ran(COLLECTING, command)
    assert done.stdout.endswith(f"collecting: {collecting}\n")


READ = """
import sys
from typer.testing import CliRunner
from d2lcli.cli import app
from d2lcli.request import LESSONS
from d2lcli.runner import parse

read = []
real = type(LESSONS).read_text
type(LESSONS).read_text = lambda path, **how: read.append(path.stem) or real(path, **how)
CliRunner().invoke(app, sys.argv[1:])
print(*read)
"""


@pytest.mark.parametrize(
    ("command", "lessons"),
    [("--help", ""), ("--nope", ""), ("norm --help", "norm style"), ("norm --nope", "norm style")],
)
def test_only_the_lesson_that_is_asked_for_is_read(command: str, lessons: str) -> None:
    """To read all of them takes longer than to import typer."""
    done = ran(READ, command)
    assert done.stdout.strip() == lessons


@pytest.mark.parametrize("name", [*TOUR, "env"])
def test_a_title_needs_no_more_than_the_first_line(name: str) -> None:
    assert title(name) == load(name).title


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_imports_nothing_heavy(shell: str) -> None:
    """Completion as a shell asks for it."""
    words = {"COMP_WORDS": "d2l der", "COMP_CWORD": "1", "_TYPER_COMPLETE_ARGS": "d2l der"}
    found = imported(_D2L_COMPLETE=f"complete_{shell}", **words)
    assert "d2lcli" in found
    assert not found & set(HEAVY)


def test_completion_completes() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "d2lcli"],
        capture_output=True,
        text=True,
        env={
            **os.environ,
            "_D2L_COMPLETE": "complete_bash",
            "COMP_WORDS": "d2l der",
            "COMP_CWORD": "1",
        },
        check=False,
    )
    assert done.stdout.split() == ["derivative"]


def test_autograd_needs_no_formula_of_the_derivative() -> None:
    """sympy takes a quarter of a second, and only ``derivative`` shows what it finds."""
    assert "sympy" not in imported("autograd", "function", "--f", "x**2")


@pytest.mark.parametrize("command", [("broadcast",), ("norm",), ("autograd",)], ids=" ".join)
def test_a_lesson_imports_torch_and_no_matplotlib(command: tuple[str, ...]) -> None:
    found = imported(*command)
    assert "torch" in found
    assert not found & {"matplotlib", "pydantic"}


LOADING = """
import os, runpy, sys
from importlib.machinery import ExtensionFileLoader

import d2lcli.head_start as module

found = []
real = ExtensionFileLoader.create_module
ExtensionFileLoader.create_module = lambda self, spec: found.append(spec.name) or real(self, spec)
begin = module.head_start


def watched(words):
    thread = begin(words)
    found.append("thread" if thread else "no thread")
    return thread


module.head_start = watched
os._exit = sys.exit
sys.argv = ["d2l", *sys.argv[1:]]
try:
    runpy.run_module("d2lcli", run_name="__main__")
finally:
    print("\\nlibraries:", *found)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the library has another name elsewhere")
@pytest.mark.parametrize(
    "command",
    [
        "tensor",
        "broadcast --plot a.png",
        "linalg --json",
        "norm --vector 3,4 --seed 1",
        "derivative --f x**2*sin(x)",
        "derivative all --export a.ipynb",
        "autograd",
        "dice --probs 1,2,3",
        "env",
    ],
)
def test_no_small_library_waits_for_the_large_one(command: str, tmp_path: Path) -> None:
    done = ran(LOADING, command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": ROOT})
    assert done.stderr == ""
    (line,) = (line for line in done.stdout.splitlines() if line.startswith("libraries:"))
    names = line.split()[1:]
    between = names[names.index("thread") + 1 : names.index("torch._C")]
    assert not between


@pytest.mark.parametrize(
    "command",
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
        # It measures with torch's profiler, and so does the tour.
        "memory",
        "memory cost --size 1e6",
        "tour",
    ],
)
def test_nothing_is_loaded_ahead_where_torch_is_not_needed_or_must_not(command: str) -> None:
    assert not runs_torch(command.split(" "))


@pytest.mark.parametrize("name", [name for name in TOUR if name != "memory"])
def test_a_lesson_has_a_head_start(name: str) -> None:
    assert runs_torch([name, "--seed", "1"])


HEAD_START = """
import sys
from d2lcli.head_start import head_start

thread = head_start(["norm"])
thread.join()
with open("/proc/self/maps") as maps:
    print("libtorch_cpu" in maps.read(), "torch" in sys.modules)
import torch
print(torch.arange(3).sum().item(), head_start(["norm"]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the library has another name elsewhere")
def test_torch_finds_the_library_that_was_loaded_ahead() -> None:
    done = ran(HEAD_START)
    assert done.stdout.split() == ["True", "False", "3", "None"]


def broken_torch(folder: Path, *libraries: str) -> None:
    """A package with these libraries, none of which can be loaded."""
    library = folder / "torch" / "lib"
    library.mkdir(parents=True)
    for name in libraries:
        (library / name).write_text("no library")
    (folder / "torch" / "__init__.py").write_text("raise OSError('libtorch.so: file too short')")


@pytest.mark.skipif(sys.platform != "linux", reason="the library has another name elsewhere")
@pytest.mark.parametrize(
    ("toolkit", "files", "ahead"), [("", "cuda", True), ("/x", "cuda", False), ("/x", "cpu", True)]
)
def test_torch_chooses_between_its_own_cuda_and_another(
    toolkit: str, files: str, ahead: bool, tmp_path: Path
) -> None:
    broken_torch(tmp_path, "libtorch_global_deps.so", "libtorch.so", f"libtorch_{files}.so")
    env = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"} | (
        {"LD_LIBRARY_PATH": toolkit} if toolkit else {}
    )
    code = "from d2lcli.head_start import head_start; print(head_start(['norm']) is not None)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env
    )
    assert done.stdout.strip() == str(ahead)


def test_a_library_that_cannot_be_loaded_is_left_to_torch(tmp_path: Path) -> None:
    broken_torch(tmp_path, "libtorch_global_deps.so", "libtorch.so")
    done = subprocess.run(
        [sys.executable, "-m", "d2lcli", "norm", "--device", "auto"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        check=False,
    )
    assert done.returncode == 1
    assert "torch cannot be used (libtorch.so: file too short)" in done.stderr
