"""Nothing is harmed: files under kills and on full disks, strange names, and escape signs."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from .conftest import UNMEASURED, Run
from .release import TORCH

ROOT = str(Path(__file__).parents[1])
OLD = b"an older file"

# What a terminal would obey: titles, links, colours, a reset, the C1 signs, and turned writing.
HOSTILE = (
    "\x1b]0;evil\x07",
    "\x1b]8;;http://evil\x1b\\x\x1b]8;;\x1b\\",
    "\x1b[31mevil",
    "\x1bcevil",
    "\x1b[2Jevil",
    "\x9b31mevil",
    "\x9d0;evil\x9c",
    "\u202eevil",
    "evil\revil",
    "evil\x08\x08",
    "\x00evil",
    "evil\x7f",
)
# All that a page may hold besides signs that are to be seen.
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def whole(path: Path) -> bool:
    """Whether a file is what it was, or complete."""
    content = path.read_bytes()
    if content == OLD:
        return True
    match path.suffix:
        case ".png":
            return content.startswith(b"\x89PNG") and content.endswith(b"IEND\xaeB\x60\x82")
        case ".ipynb":
            return bool(json.loads(content)["cells"])
        case ".html":
            return content.rstrip().endswith(b"</html>")
        case ".svg":
            return content.rstrip().endswith(b"</svg>")
    return content.endswith(b"\n")


def parts(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".d2l-")]


# Escape signs


def clean(text: str) -> None:
    found = CONTROL.search(text)
    assert found is None, repr(text[max(found.start() - 60, 0) : found.end() + 20])


# Command lines with a place for something hostile.
LINES: tuple[tuple[str, ...], ...] = (
    ("{}",),
    ("tensor", "{}"),
    ("tensor", "--data", "{}"),
    ("tensor", "--data", "[[1,{}],[3,4]]"),
    ("tensor", "--shape", "{}"),
    ("tensor", "--device", "{}"),
    ("tensor", "--seed", "{}"),
    ("tensor", "--{}"),
    ("tensor", "parameters", "{}"),
    ("tensor", "--function", "{}"),
    ("broadcast", "{}", "2,3"),
    ("broadcast", "2,{}", "2"),
    ("memory", "--size", "{}"),
    ("linalg", "--dim", "{}"),
    ("linalg", "products", "{}", "2,3"),
    ("norm", "{}"),
    ("norm", "--matrix", "{}"),
    ("norm", "--p", "{}"),
    ("derivative", "--f", "{}"),
    ("derivative", "--f", "x**2 + {}"),
    ("derivative", "--at", "{}"),
    ("derivative", "--method", "{}"),
    ("autograd", "--f", "x*y+{}"),
    ("autograd", "--at", "{}"),
    ("autograd", "--weights", "{}"),
    ("dice", "--counts", "{}"),
    ("dice", "--probs", "1,{}"),
    ("dice", "--prior", "{}"),
    ("tensor", "--plot", "{}"),
    ("tensor", "--plot", "{}.png"),
    ("tensor", "--plot", "nowhere/{}/a.png"),
    ("tensor", "--export", "{}.txt"),
    ("tensor", "--export", "nowhere{}/a.html"),
    ("explain", "{}"),
    ("explain", "RuntimeError: The size of tensor a (3) must match {}"),
    ("explain", "RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3{} and 2x3)"),
    ("explain", "TypeError: relu(): argument 'input' must be Tensor, not {}"),
    ("explain", "--file", "{}"),
)


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_escape_signs_are_shown_and_never_sent(
    line: tuple[str, ...], d2l: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for sign in HOSTILE:
        words = [word.replace("{}", sign) for word in line]
        if any("\0" in word for word in words):
            continue  # which no command line can hold
        outcome = d2l(*words)
        clean(outcome.out)
        clean(outcome.err)


@pytest.mark.parametrize("ending", [".html", ".ipynb", ".py"])
def test_no_export_has_them(ending: str, d2l: Run, tmp_path: Path) -> None:
    """Nor markup of the reader's: a name, a formula, numbers."""
    number = 0
    for sign in ("\x1b[31mevil", "\u202eevil", "<script>alert(1)</script>", "\x9b31mevil"):
        for words in (
            ("tensor", "--data", f"[1,2]{sign}"),
            ("derivative", "--f", f"x**2{sign}"),
            ("norm", "3,4", f"--p=2{sign}"),
        ):
            number += 1
            d2l(*words, "--export", str(tmp_path / f"{number}{ending}"))
    d2l("tensor", "--data", "[1,2]", "--export", str(tmp_path / f"<b>\x1b]0;x\x07\u202e{ending}"))
    written = [*tmp_path.iterdir()]
    assert written
    for path in written:
        text = path.read_text(encoding="utf-8")
        clean(text)
        assert "<script>alert" not in text and "<b>" not in text


def test_a_message_with_escape_signs_is_explained(d2l: Run) -> None:
    message = "\x1b]8;;http://evil\x1b\\RuntimeError\x1b]8;;\x1b\\: mat1 and mat2 shapes cannot be "
    outcome = d2l("explain", f"{message}multiplied\x1bc (2x3 and 2x3)\x1b[2J")
    clean(outcome.out)
    clean(outcome.err)


# Names


NAMES = (
    "a b.png",
    "two\nlines.png",
    "-dash.png",
    "'quote\".png",
    "$(touch x).png",
    "ünï.png",
    "骰子.png",
    "a;b&c|d.png",
    "*.png",
    "~.png",
    "%s%n.png",
    "[bold]x.png",
)


@pytest.mark.parametrize("name", NAMES, ids=repr)
def test_any_name_is_a_name(
    name: str, d2l: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = d2l("norm", f"--plot={name}")
    assert outcome.code == 0, outcome.err
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert whole(tmp_path / name)
    for text in (outcome.out, outcome.err):
        clean(text)


def test_names_that_are_no_text(tmp_path: Path) -> None:
    """A name may be bytes in no encoding."""
    done = subprocess.run(
        [sys.executable, "-m", "d2lcli", "norm", b"--plot=\xff\xfe.png"],
        cwd=tmp_path,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": ROOT},
        check=False,
    )
    assert done.returncode in (0, 1, 2) and b"Traceback" not in done.stderr
    assert not parts(tmp_path)


# Disks and folders


# What a saved file may have: a write beyond it fails as on a full disk.
LIMITED = """
import resource, sys
from pathlib import Path
from d2lcli.errors import Refusal
from d2lcli.views.saving import written

resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    with written("--plot", "picture", Path("a.png")) as file:
        for _ in range(100):
            file.write(b"x" * 100)
except Refusal as refusal:
    print(refusal)
"""


NOBODY = "65534"


def python(code: str, folder: Path, *args: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *args],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": ROOT, "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("there", [False, True])
def test_a_full_disk_keeps_the_older_file(there: bool, tmp_path: Path) -> None:
    if there:
        (tmp_path / "a.png").write_bytes(OLD)
    code, told, error = python(LIMITED, tmp_path)
    assert code == 0, error
    assert told.startswith("--plot a.png: the picture could not be written (")
    assert [path.name for path in tmp_path.iterdir()] == (["a.png"] if there else [])
    assert not there or (tmp_path / "a.png").read_bytes() == OLD


# As root, it can be told to be somebody else from then on.
FULL = """
import os, sys
from pathlib import Path
from d2lcli.errors import Refusal
from d2lcli.views.saving import written

if len(sys.argv) > 2:
    os.setuid(int(sys.argv[2]))
try:
    with written("--plot", "picture", Path("a.png")) as file:
        file.write(b"x" * int(sys.argv[1]))
except Refusal as refusal:
    print(refusal)
"""


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[None]:
    """A small disk in memory."""
    command = ["mount", "-t", "tmpfs", "-o", ",".join(("size=64k", *options)), "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.slow
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    with mounted(tmp_path):
        (tmp_path / "a.png").write_bytes(OLD)
        code, told, error = python(FULL, tmp_path, str(10**6))
        assert code == 0, error
        assert "could not be written (No space left on device)" in told
        assert [path.name for path in tmp_path.iterdir()] == ["a.png"]
        assert (tmp_path / "a.png").read_bytes() == OLD


@pytest.mark.slow
def test_a_folder_and_a_home_that_are_read_only(process: Run, tmp_path: Path) -> None:
    """matplotlib's cache and the history of the prompt have their place in the home."""
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    with mounted(home, "ro"):
        for option in ("--plot=a.png", "--export=a.ipynb"):
            outcome = process("norm", option, folder=work, HOME=str(home), MPLCONFIGDIR="")
            assert outcome.code == 0 and not outcome.err, outcome.err
            assert whole(work / option.partition("=")[2])
            outcome = process("norm", option, folder=home, HOME=str(home), MPLCONFIGDIR="")
            assert outcome.code == 1 and "Read-only file system" in outcome.err
        outcome = process("--install-completion", HOME=str(home), SHELL="/bin/bash")
        assert "Traceback" not in outcome.out + outcome.err


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may be somebody else")
@pytest.mark.parametrize("kind", ["folder", "file"])
def test_where_nothing_may_be_written(kind: str) -> None:
    """As a user who is not root; the folder above is open to read."""
    folder = Path("/tmp") / f"d2l-damage-{os.getpid()}"  # pytest's own is root's alone
    folder.mkdir(mode=0o755)
    try:
        (folder / "a.png").write_bytes(OLD)
        folder.chmod(0o777 if kind == "file" else 0o555)
        (folder / "a.png").chmod(0o444)
        code, told, error = python(FULL, folder, "10", NOBODY)
        assert code == 0, error
        assert told.startswith("--plot a.png: the picture could not be written (")
        assert (folder / "a.png").read_bytes() == OLD and not parts(folder)
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


# Two at once, links, and modules of a reader's


RIVAL = """
import sys, time
from pathlib import Path
from d2lcli.views.saving import written

for _ in range(40):
    with written("--plot", "picture", Path("a.png")) as file:
        for _ in range(20):
            file.write(sys.argv[1].encode() * 1000)
"""


def test_two_runs_into_one_file(tmp_path: Path) -> None:
    """One of them comes last, and its file is whole; so is what is read in between."""
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", RIVAL, letter],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": ROOT},
        )
        for letter in "ab"
    ]
    path, seen = tmp_path / "a.png", 0
    while any(run.poll() is None for run in runs):
        if path.exists():
            content = path.read_bytes()
            assert content in (b"a" * 20_000, b"b" * 20_000)
            seen += 1
    assert [run.returncode for run in runs] == [0, 0]
    assert path.read_bytes() in (b"a" * 20_000, b"b" * 20_000) and seen
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]


@pytest.mark.parametrize("ending", ["png", "svg", "html", "ipynb", "py"])
def test_through_a_link(ending: str, d2l: Run, tmp_path: Path) -> None:
    """Also one that leads to another folder, and whose file is not there yet."""
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / f"a.{ending}"
    link.symlink_to(f"elsewhere/b.{ending}")
    option = "--plot" if ending in ("png", "svg") else "--export"
    outcome = d2l("norm", option, str(link))
    assert outcome.code == 0, outcome.err
    assert link.is_symlink() and whole(tmp_path / "elsewhere" / f"b.{ending}")
    assert not parts(tmp_path) and not parts(tmp_path / "elsewhere")


def own_module(folder: Path, name: str, code: str = "print('own')\n") -> str:
    """The sentence on a module of a reader's own."""
    file = folder / f"{name}.py"
    file.write_text(code)
    return f"; {file} is imported in place of {name}, so give it another name\n"


MODULES = ["torch", "numpy", "typing", "ast", "random", "enum", "ctypes", "signal", "typer"]
# PyTorch before 2.5 has no need of json for this lesson, so it does no harm there.
MODULES += ["json"] if TORCH >= (2, 5) else []
# PyTorch 2.0 imports SymPy itself, half of it if mpmath is another one, and says so in its words.
needs_no_sympy = pytest.mark.skipif(TORCH < (2, 1), reason="this PyTorch imports SymPy")


@pytest.mark.parametrize("name", [*MODULES, "rich", "gettext"])
def test_a_module_of_the_readers_in_the_folder(name: str, process: Run, tmp_path: Path) -> None:
    """The console script does not look there; ``python -m`` does, and then a sentence says so."""
    told = own_module(tmp_path, name)
    outcome = process("norm", "flattened", folder=tmp_path, **UNMEASURED)
    assert outcome.code == 1
    assert outcome.err.startswith("d2l: ") and outcome.err.endswith(told), outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("code", ["x = (\n", "import norm\n", "raise ValueError('mine')\n"])
def test_one_that_does_not_run(code: str, process: Run, tmp_path: Path) -> None:
    told = own_module(tmp_path, "torch", code)
    assert process("norm", "flattened", folder=tmp_path).err.endswith(told)


@pytest.mark.parametrize("name", ["matplotlib", pytest.param("mpmath", marks=needs_no_sympy)])
def test_one_that_only_a_picture_needs(name: str, process: Run, tmp_path: Path) -> None:
    told = own_module(tmp_path, name)
    outcome = process("derivative", "sides", "--plot", "a.png", folder=tmp_path)
    assert outcome.code == 1 and outcome.err.endswith(told), outcome.err


@needs_no_sympy
def test_one_that_only_a_note_needs(process: Run, tmp_path: Path) -> None:
    file = own_module(tmp_path, "mpmath").partition(" is ")[0].removeprefix("; ")
    outcome = process("derivative", "sides", folder=tmp_path, COLUMNS="300")
    told = "".join(outcome.out.split())  # a page may break a long name
    assert outcome.code == 0 and f"{file}isimportedinplaceofmpmath,so" in told
    assert "mistake in d2l" not in outcome.out


def test_another_module_in_the_folder_is_not_why(tmp_path: Path) -> None:
    """Nor is a package that was installed there, or a folder without code."""
    (tmp_path / "mine.py").write_text("def f():\n    raise ValueError\n")
    (tmp_path / "json").mkdir()
    code = (
        "import mine, json\nfrom d2lcli.shadowing import in_the_way\n"
        "for way in (mine.f, lambda: json.nothing):\n"
        "    try:\n        way()\n    except Exception as error:\n        print(in_the_way(error))"
    )
    paths = os.pathsep.join([str(tmp_path), ROOT])

    def told() -> str:
        return subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": paths},
        ).stdout

    assert told() == "None\nNone\n"
    (tmp_path / "json" / "__init__.py").touch()
    assert told() == f"None\n('{tmp_path}/json/__init__.py', 'json')\n"
    (tmp_path / "json-1.dist-info").mkdir()
    assert told() == "None\nNone\n"


ONCE = """
import sys
if "once" in sys.modules:
    raise ImportError("torch can only be initialized once")
sys.modules["once"] = sys
raise OSError("libtorch.so: file too short")
"""


def test_why_torch_cannot_be_imported_is_told_and_not_that_it_was_tried(
    process: Run, tmp_path: Path
) -> None:
    (tmp_path / "torch.py").write_text(ONCE)
    outcome = process("norm", "flattened", folder=tmp_path)
    assert outcome.code == 1
    assert "stopped at `import torch`: libtorch.so: file too short" in outcome.err


# Kills


# Imports all once, and forks a run for each line that comes in, which tells its process id.
SERVER = """
import os, sys
import torch, matplotlib.pyplot, nbformat
from typer.main import get_command
from d2lcli.cli import app
import d2lcli.views.export, d2lcli.views.figure, d2lcli.views.notebook, d2lcli.views.html
from d2lcli import __main__

torch.set_num_threads(1)
for line in sys.stdin:
    child = os.fork()
    if not child:
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        sys.stdin = os.fdopen(0)
        sys.argv = ["d2l", *line.split()]
        __main__.main()
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGKILL)
FILES = ("--plot a.png", "--plot a.svg", "--export a.ipynb --force", "--export a.html --force")


def killed(number: int, line: str, server: subprocess.Popen[str], wait: Callable[[], None]) -> int:
    """A run that gets a signal after a while; its exit code."""
    assert server.stdin is not None and server.stdout is not None
    server.stdin.write(f"{line}\n")
    server.stdin.flush()
    child = int(server.stdout.readline())
    wait()
    with suppress(ProcessLookupError):
        os.kill(child, number)
    return int(server.stdout.readline())


@pytest.mark.slow
def test_a_hundred_kills(tmp_path: Path) -> None:
    """At random moments, and as soon as a temporary file is there."""
    chance = random.Random(21)
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": ROOT, **UNMEASURED},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    codes: list[int] = []
    try:
        for place in range(100):
            file, number = FILES[place % 4], SIGNALS[place // 4 % 4]
            path = tmp_path / file.split()[1]
            path.write_bytes(OLD)

            def wait(soon: bool = place % 3 > 0) -> None:
                end = time.monotonic() + 5
                while soon and not parts(tmp_path) and time.monotonic() < end:
                    if path.read_bytes() != OLD:  # noqa: B023  # called at once
                        break
                time.sleep(chance.random() * (0.005 if soon else 0.8))

            codes.append(killed(number, f"norm {file}", server, wait))
            left = parts(tmp_path)
            assert not left or number == signal.SIGKILL, (place, file, number, left)
            assert whole(path), (place, file, number)
            # An interrupt in the middle of another library may come out as its own error.
            ends = (0, -number, 130, *([1] if number == signal.SIGINT else []))
            assert codes[-1] in ends, (file, number, codes[-1])
            for name in left:
                (tmp_path / name).unlink()
    finally:
        server.kill()
        for stream in (server.stdin, server.stdout):
            assert stream is not None
            stream.close()
        server.wait()
    assert sum(code != 0 for code in codes) > 40, codes
