"""The command line: options, exit codes, and errors of one sentence."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import torch

from d2lcli.inputs import files
from d2lcli.request import TOUR, load, topics

from .conftest import Run, results

# Options that are not named like what they set.
SET_BY = {
    ("tensor", "M"): "data",
    ("linalg", "A"): "data",
    ("norm", "u"): "vector",
    ("norm", "M"): "matrix",
    ("dice", "die"): "probs",
}
PNG = b"\x89PNG\r\n\x1a\n"


def test_the_three_lines_that_have_to_work(process: Run, tmp_path: Path) -> None:
    """As they stand, in processes of their own."""
    page = process("derivative", "--h", "0.1", "--steps", "5")
    assert page.code == 0
    numbers = ["2.30000", "2.03000", "2.00300", "2.00030", "2.00003"]
    assert all(number in page.out for number in numbers)
    page = process("dice", "--rolls", "500", "--plot", "out.png", folder=tmp_path)
    assert page.code == 0
    assert "face" in page.out
    assert (tmp_path / "out.png").read_bytes().startswith(PNG)
    assert [path.name for path in tmp_path.iterdir()] == ["out.png"]
    page = process("memory", "--inplace")
    assert page.code == 0
    assert "y += x" in page.out
    assert "A new tensor each time" not in page.out


def test_the_console_script() -> None:
    script = Path(sys.executable).with_name("d2l")
    if not script.exists():
        pytest.skip("d2lcli is not installed here, only on the path")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == "d2l 0.1.0\n"


def test_bare_d2l_is_help(d2l: Run) -> None:
    bare, asked, short = d2l(), d2l("--help"), d2l("-h")
    assert bare.code == asked.code == short.code == 0
    assert bare.out.strip() == asked.out.strip() == short.out.strip()
    for name in (*TOUR, "env", "tour"):
        assert name in bare.out


@pytest.mark.parametrize("name", [*TOUR, "env"])
def test_help_lists_topics_and_what_options_reach(name: str, d2l: Run) -> None:
    page = " ".join(d2l(name, "--help", COLUMNS="200").out.split())
    lesson = load(name)
    assert lesson.title in page
    for section in topics(lesson):
        assert f" {section.name} {section.title} " in page
    for parameter in set(lesson.defaults) - {"seed", "shapes", "misfits", "formula"}:
        assert f"--{SET_BY.get((name, parameter), parameter)} " in page


def test_help_says_what_an_option_is_when_it_is_not_given(d2l: Run) -> None:
    page = " ".join(d2l("derivative", "--help", COLUMNS="200").out.split())
    assert "The first step. Topics: quotient, and the picture. [default: 0.1]" in page
    assert "[default: forward]" in page


@pytest.mark.parametrize("name", ["", "derivative", "dice", "broadcast", "tour", "explain"])
@pytest.mark.parametrize("width", [20, 30, 40, 60])
def test_help_loses_nothing_where_it_is_narrow(name: str, width: int, d2l: Run) -> None:
    wide, narrow = (
        d2l(*name.split(), "--help", COLUMNS=str(columns)).out for columns in (300, width)
    )
    assert max(map(len, narrow.splitlines())) <= width
    letters = ["".join(sorted(re.sub(r"[\s─]", "", page))) for page in (wide, narrow)]
    assert letters[0] == letters[1]


def test_a_tour_that_is_refused_leaves_no_folder(d2l: Run, tmp_path: Path) -> None:
    pictures, notebooks = str(tmp_path / "a"), str(tmp_path / "b" / "c")
    assert d2l("tour", "--plot", pictures, "--seed", "-1").code == 2
    assert d2l("tour", "--plot", pictures, "--export", notebooks).code == 1
    assert [*tmp_path.iterdir()] == []
    (tmp_path / "norm.ipynb").write_text("my own work")
    assert d2l("tour", "--plot", pictures, "--export", str(tmp_path)).code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["norm.ipynb"]


@pytest.mark.parametrize("name", ["2026.11", "v0.1", "chapter"])
def test_a_folder_may_have_a_dot_in_its_name(name: str, tmp_path: Path) -> None:
    files.folders({"--plot": tmp_path / name})
    assert (tmp_path / name).is_dir()


def test_the_environment_chooses_the_device(d2l: Run) -> None:
    assert d2l("norm", D2L_DEVICE="tpu").code == 2
    assert d2l("norm", "--device", "cpu", D2L_DEVICE="tpu").code == 0


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a CUDA device")
@pytest.mark.parametrize("device", ["cuda", "cuda:0", "cuda:3"])
def test_a_device_that_is_not_there(device: str, d2l: Run) -> None:
    outcome = d2l("norm", "--device", device)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (
        f"d2l: device {device}: this machine has no such device; it has cpu (see d2l env)\n"
    )
    assert d2l("norm", "--device", "auto").code == 0


def test_json_is_all_there_is_on_stdout(process: Run) -> None:
    outcome = process("memory", "--json", FORCE_COLOR="1")
    assert outcome.code == 0
    assert outcome.document["command"] == "memory"
    assert outcome.err == ""


def test_a_fresh_seed_is_drawn_and_shown(d2l: Run) -> None:
    first, second = d2l("dice", "--json").document, d2l("dice", "--json").document
    assert first["seed"] != second["seed"]
    assert any(f"seed = {first['seed']}\n" in step["code"] for step in first["steps"])
    again = d2l("dice", "--seed", str(first["seed"]), "--json").document
    assert again["steps"] == first["steps"]


def test_options_set_what_they_say(d2l: Run) -> None:
    def value(*command: str) -> Any:
        return results(d2l(*command, "--json").document)

    table = value("derivative", "--at", "-2", "--h", "-0.5", "--steps", "3", "--factor", "0.5")
    rows = table["approach(x, h)"]["value"]
    assert [row["h"] for row in rows] == [-0.5, -0.25, -0.125]
    assert [row["quotient"] for row in rows] == [-17.5, -16.75, -16.375]
    table = value("derivative", "--method", "central", "--dtype", "float32")
    assert table["x.grad"]["dtype"] == "torch.float32"
    assert table["approach(x, h)"]["value"][0]["quotient"] == pytest.approx(2, abs=1e-5)
    found = value("linalg", "reduce", "--dim", "2")
    assert found["A1"]["value"] == [[[6], [22], [38]], [[54], [70], [86]]]
    assert value("norm", "order", "--p", "inf")["]"]["value"][-1]["vector_norm"] == 4
    found = value("dice", "count", "--rolls", "7", "--dice", "3", "--faces", "2")
    assert sum(found["counts[-1]"]["value"]) == 21
    assert found["counts[-1]"]["shape"] == [2]
    found = value("memory", "--size", "1000")
    assert found["table"]["value"][0]["new bytes"] == 4000

    rows = results(d2l("autograd", "function", "--at", "-1,0.5,", "--json").document)
    assert rows["x.grad"]["value"] == [-4, 2]


def test_shapes_that_do_not_fit(d2l: Run) -> None:
    """The axis table and the repairs on the page, one sentence on stderr, exit 1."""
    outcome = d2l("broadcast", "3", "4")
    assert outcome.code == 1
    assert re.search(r"-1  3  4  \?       conflict", outcome.out)
    assert "The size of tensor a (3) must match the size of tensor b (4)" in outcome.out
    assert re.search(r"x\[..., None\] +\(3, 4\)\n +y\[..., None\] +\(4, 3\)\n", outcome.out)
    assert outcome.err == (
        "d2l: shapes (3,) (4,): at axis -1 the sizes 3 and 4 do not fit; "
        "try one of the repairs above\n"
    )
    document = d2l("broadcast", "3", "4", "--json").document
    assert document["error"] == {"type": "Refusal", "message": outcome.err[5:-1]}
    assert all(step["error"] is None for step in document["steps"])


@pytest.mark.parametrize("topic", ["axes", "stretch", "misfit"])
def test_shapes_that_do_not_fit_in_a_topic(topic: str, d2l: Run) -> None:
    """What cannot run is not tried: misfit has the axis table, and says why."""
    outcome = d2l("broadcast", topic, "2,3", "3,4")
    assert outcome.code == 1
    assert "Why do these shapes not fit" in outcome.out
    assert "Stretched, not copied" not in outcome.out
    assert "d2l: shapes (2, 3) (3, 4): at axis -1 the sizes 3 and 4 do not fit;" in outcome.err


def test_shapes_too_large(d2l: Run) -> None:
    outcome = d2l("broadcast", "1000000,1", "1,1000000")
    assert (outcome.code, outcome.out) == (1, "")
    assert "shapes (1000000, 1) (1, 1000000): this takes 29,802.3 GiB, and cpu has" in outcome.err


def test_shapes_that_do_not_fit_take_no_more_than_they_are(d2l: Run) -> None:
    """A transpose was forgotten. Nothing as large as the result, 2.5 · 10^9 numbers, is made."""
    outcome = d2l("broadcast", "50000,100", "100,50000")
    assert outcome.code == 1
    assert "conflict" in outcome.out and "x.transpose(0, 1)" in outcome.out
    assert "do not fit; try one of the repairs above" in outcome.err


@pytest.mark.parametrize("digits", [100, 400, 5000])
@pytest.mark.parametrize("command", [("dice", "--rolls"), ("memory", "cost", "--size")])
def test_a_number_of_any_length_is_a_sentence(
    command: tuple[str, ...], digits: int, d2l: Run
) -> None:
    outcome = d2l(*command, "9" * digits)
    assert outcome.code in (1, 2)
    assert outcome.err.startswith(f"d2l: {command[-1]} 999")
    assert outcome.err.count("\n") == 1


def test_steps_too_small_to_be_seen_are_left_out(d2l: Run) -> None:
    command = ("derivative", "quotient", "--steps", "400", "--json")
    rows = results(d2l(*command).document)["approach(x, h)"]["value"]
    assert len(rows) == 15
    assert all(1 + row["h"] != 1 for row in rows)
    assert 1 + rows[-1]["h"] * 0.1 == 1


def test_how_much_smaller_an_error_got_has_its_own_digits(d2l: Run) -> None:
    command = ("derivative", "quotient", "--steps", "9", "--json")
    rows = results(d2l(*command).document)["approach(x, h)"]["value"]
    for before, row in pairwise(rows):
        assert row["times smaller"] == before["error"] / row["error"]
    infinite = d2l("derivative", "quotient", "--f", "log(x)", "--h", "-1", "--json").document
    rows = results(infinite)["approach(x, h)"]["value"]
    assert [row["times smaller"] for row in rows[:2]] == [None, None]


def test_topics_come_in_the_lessons_order(d2l: Run) -> None:
    document = d2l("tensor", "cat", "shape", "cat", "--json").document
    sections = list(dict.fromkeys(step["section"] for step in document["steps"]))
    assert sections == ["setup", "shape", "cat"]


def test_a_run_leaves_the_process_as_it_was(d2l: Run) -> None:
    import matplotlib

    before = (torch.get_default_device(), torch.is_warn_always_enabled(), dict(matplotlib.rcParams))
    d2l("derivative", "--h", "1")
    d2l("dice", "--plot", "/dev/null/a.png")
    after = (torch.get_default_device(), torch.is_warn_always_enabled(), dict(matplotlib.rcParams))
    assert before == after


def test_a_closed_pipe_ends_quietly() -> None:
    done = subprocess.run(
        f"{sys.executable} -m d2lcli tensor all | head -c 100",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert len(done.stdout.encode()) == 100
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_a_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "d2lcli", "norm"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("d2l: ")
    assert "No space left on device" in done.stderr


def test_an_unexpected_error_is_a_sentence(d2l: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from d2lcli import show

    def fail(*_: object) -> None:
        raise ZeroDivisionError("by\n  chance")

    monkeypatch.setattr(show, "perform", fail)
    outcome = d2l("norm")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (
        "d2l: unexpected ZeroDivisionError: by chance; this is a mistake in d2l, "
        "--traceback shows where\n"
    )
    outcome = d2l("norm", "--traceback")
    assert outcome.err.startswith("Traceback")
    assert "by chance" in outcome.err.splitlines()[-1]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_where_nobody_can_be_told_the_exit_code_tells() -> None:
    command = f"{sys.executable} -m d2lcli --nope 2>/dev/full"
    assert subprocess.run(command, shell=True, check=False).returncode == 2


def test_a_picture_behind_links_that_lead_to_each_other(d2l: Run, tmp_path: Path) -> None:
    (tmp_path / "a.png").symlink_to("a.png")
    outcome = d2l("norm", "order", "--plot", str(tmp_path / "a.png"))
    assert outcome.code == 1
    assert "could not be written" in outcome.err and outcome.err.count("\n") == 1


def test_a_long_name_is_a_name(d2l: Run, tmp_path: Path) -> None:
    file = tmp_path / f"{'n' * 245}.png"
    assert d2l("norm", "order", "--plot", str(file)).code == 0
    assert [*tmp_path.iterdir()] == [file]


def test_a_closed_stdout_is_no_traceback() -> None:
    command = f"{sys.executable} -m d2lcli norm >&-"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "surroundings",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"TERM": "dumb", "FORCE_COLOR": "1"},
        {"TERM": ""},
        {"HOME": "/proc/nowhere", "XDG_CACHE_HOME": "", "XDG_CONFIG_HOME": ""},
        {"LINES": "1", "COLUMNS": "20"},
        {"PYTHONWARNINGS": "error"},
    ],
    ids=str,
)
def test_surroundings(surroundings: dict[str, str], process: Run, tmp_path: Path) -> None:
    """A lesson with its picture runs and says nothing on stderr."""
    outcome = process(
        "derivative", "--f", "x**4*pi", "--plot", "a.png", folder=tmp_path, **surroundings
    )
    assert (outcome.code, outcome.err) == (0, "")
    assert (tmp_path / "a.png").read_bytes().startswith(PNG)


def test_nothing_is_left_in_the_temporary_folder(process: Run, tmp_path: Path) -> None:
    """Not even where HOME is read-only, and matplotlib keeps its cache there."""
    rubbish = tmp_path / "tmp"
    rubbish.mkdir()
    nowhere = {"HOME": "/proc/nowhere", "XDG_CACHE_HOME": "", "XDG_CONFIG_HOME": ""}
    command = ("dice", "count", "--plot", "a.png")
    assert process(*command, folder=tmp_path, TMPDIR=str(rubbish), **nowhere).code == 0
    assert [*rubbish.iterdir()] == []


def test_stdin_may_be_closed() -> None:
    command = f"{sys.executable} -m d2lcli norm order <&-"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "vector_norm" in done.stdout


def test_help_on_an_ascii_terminal(process: Run) -> None:
    outcome = process("dice", "-h", PYTHONIOENCODING="ascii", COLUMNS="40")
    assert outcome.code == 0
    assert outcome.out.isascii()


def test_json_is_ascii_on_any_terminal(process: Run) -> None:
    outcome = process("autograd", "all", "--json", PYTHONIOENCODING="latin-1")
    assert outcome.out.isascii()
    assert outcome.document["command"] == "autograd"


def test_infinity_in_the_parameters(d2l: Run) -> None:
    document = d2l("norm", "order", "--p", "inf", "--json").document
    assert document["parameters"] == {"u": "torch.tensor([3.0, 4.0])", "p": "inf"}


def test_a_picture_that_cannot_be_saved_is_an_error_in_the_document(
    d2l: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from matplotlib.figure import Figure

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Figure, "savefig", fail)
    outcome = d2l("dice", "count", "--plot", str(tmp_path / "a.png"), "--json")
    assert outcome.code == 1
    assert outcome.document["error"]["message"].startswith("--plot ")
    assert outcome.document["steps"][-1]["section"] == "picture"
    told = d2l("dice", "count", "--plot", str(tmp_path / "a.png"), "--traceback").err
    assert told.startswith("Traceback")
    assert told.splitlines()[-1].startswith("d2l: --plot ")


def test_the_environment_of_env_needs_no_device(d2l: Run) -> None:
    assert d2l("env", D2L_DEVICE="cuda").code == 0


def test_too_much_memory_is_a_sentence_before_any_is_taken(d2l: Run) -> None:
    outcome = d2l("memory", "cost", "--size", str(2**36))
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("d2l: --size 68719476736: this takes 1,280.0 GiB, and cpu has ")
    assert outcome.err.endswith(" GiB free; give a smaller number\n")


def test_a_tour_that_cannot_run_leaves_no_folder(d2l: Run, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    assert d2l("tour", "--plot", str(folder), "--device", "nope").code == 2
    assert d2l("tour", "--plot", str(folder), "--device", "cuda:99").code == 1
    assert not folder.exists()


@pytest.mark.parametrize("until", ["Memory: where", "What each way costs"])
def test_an_interrupt_is_130(until: str) -> None:
    """While torch is being imported, right after the title, and while a lesson measures."""
    running = subprocess.Popen(
        [sys.executable, "-u", "-m", "d2lcli", "memory", "--size", "50000000"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert running.stdout is not None
    while until.encode() not in (line := running.stdout.readline()):
        assert line, "the page ended early"
    time.sleep(0.5)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"Traceback" not in said


def test_an_interrupt_before_anything_runs_is_130() -> None:
    code = """
import runpy, sys
class Interrupted:
    def __getattr__(self, name):
        raise KeyboardInterrupt
sys.modules["typer.main"] = Interrupted()
runpy.run_module("d2lcli", run_name="__main__")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
