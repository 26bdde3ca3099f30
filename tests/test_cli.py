"""The command line: options, exit codes, and errors of one sentence."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import torch

from d2lcli.request import TOUR, load, topics

from .conftest import Run, results

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
        assert f"{section.name}: {section.title}" in page
    for parameter in set(lesson.defaults) - {"seed", "shapes"}:
        assert f"--{parameter} " in page


def test_help_says_what_an_option_is_when_it_is_not_given(d2l: Run) -> None:
    page = " ".join(d2l("derivative", "--help", COLUMNS="200").out.split())
    assert "The first step. Topics: quotient, and the picture. [default: 0.1]" in page
    assert "[default: forward]" in page


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("nope", "No such command 'nope'; see d2l --help"),
        ("--nope", "No such option: --nope; see d2l --help"),
        ("derivative --stepz 3", "No such option: --stepz"),
        ("derivative --h x", "Invalid value for '--h': 'x' is not a number"),
        ("derivative --h 0", "--h 0: the quotient divides by h; give a small number"),
        ("derivative --h nan", "--h nan: give a finite number"),
        (
            "derivative --at 1e101",
            "--at 1e+101: its powers would not fit into a float; give a",
        ),
        ("derivative -h0.1", "-h 0.1: -h shows the help; for a step use --h 0.1"),
        ("dice --rolls", "Option '--rolls' requires an argument; see d2l dice --help"),
        ("dice --rolls 1e6", "'1e6' is not a whole number; see d2l dice --help"),
        ("derivative --at inf", "--at inf: give a finite number"),
        ("derivative -h 0.1", "-h 0.1: -h shows the help; for a step use --h 0.1"),
        ("derivative --h", "Option '--h' requires an argument"),
        ("derivative --steps 0", "Invalid value for '--steps': 0 is not in the range 1<=x<=400"),
        ("derivative --factor 1", "--factor 1.0: steps have to get smaller; give a number between"),
        ("derivative --factor -0.1", "--factor -0.1: steps have to get smaller"),
        ("derivative --factor nan", "--factor nan: steps have to get smaller"),
        ("derivative --method up", "'up' is not one of 'forward', 'central'"),
        ("derivative --dtype int8", "'int8' is not one of 'float32', 'float64'"),
        (
            "derivative array --h 0.1",
            "--h has nothing to set in array: it reaches quotient;",
        ),
        ("tensor reshap", "tensor has no topic 'reshap': did you mean reshape? choose from create"),
        ("tensor zzz", "tensor has no topic 'zzz': choose from create, shape"),
        ("tensor picture", "tensor has no topic 'picture': "),
        ("env --plot a.png", "No such option: --plot"),
        ("memory new --no-inplace --size 5", "new: --no-inplace chooses the topics itself; leave"),
        ("memory new --inplace", "new: --inplace chooses the topics itself; leave out one of the"),
        ("memory --size 0", "Invalid value for '--size': 0 is not in the range 1<=x<=68719476736"),
        ("memory --size 1.5", "Invalid value for '--size': '1.5' is not a whole number"),
        ("linalg --dim x", "Invalid value for '--dim': 'x' is not a whole number"),
        ("norm --p 0.5", "--p 0.5: below 1 the norm of a sum can exceed"),
        ("norm --p nan", "--p nan: an order is a number"),
        ("norm --p -inf", "--p -inf: below 1"),
        ("dice --rolls 0", "Invalid value for '--rolls': 0 is not in the range x>=1"),
        ("dice --dice -1", "Invalid value for '--dice': -1 is not in the range x>=1"),
        ("dice --faces 1", "Invalid value for '--faces': 1 is not in the range 2<=x<=1000"),
        (
            "dice --rolls 900719925474100",
            "--rolls 900719925474100 with 10 dice: 9007199254741000 throws are more than the "
            "9007199254740992 that can be counted exactly; give at most 900719925474099 rolls",
        ),
        ("dice --dice 9007199254740993", "--dice 9007199254740993: at most 10000000000000"),
        ("dice --plot a.gif", "--plot a.gif: a picture's name has to end in .png, .svg or .pdf"),
        ("dice --plot a", "--plot a: a picture's name has to end in"),
        ("dice --seed -1", "--seed -1: give a number from 0 to 9223372036854775807"),
        ("dice --dice 10000000000001", "--dice 10000000000001: at most 10000000000000 throws are"),
        ("norm --p 501", "--p 501: powers that high do not fit into a float; give at most 500"),
        ("dice --device tpu", "device tpu: d2l is tested on cpu, cuda and cuda:N; choose"),
        ("dice --device mps", "device mps: d2l is tested on"),
        ("dice --device cuda:", "device cuda:: d2l is tested on"),
        ("dice --device CPU", "device CPU: d2l is tested on"),
        ("broadcast 3", "shape (3,): one shape has nothing to be broadcast with; give two or more"),
        ("broadcast 3,,1 2", "shape 3,,1: 'nothing' is no size; give whole numbers with commas"),
        ("broadcast 3,-1 2", "shape 3,-1: '-1' is no size"),
        ("broadcast (3 2", "shape (3: '(3' is no size"),
        ("broadcast 1.5 2", "shape 1.5: '1.5' is no size"),
        ("broadcast 3,1 2 nope", "broadcast has no topic 'nope': choose from sum, axes, stretch"),
        ("broadcast sum 3,1 2", "a shape has nothing to set in sum: it reaches axes, stretch"),
        ("autograd --at 1,x", "--at 1,x: 'x' is no number; give numbers with commas"),
        ("autograd --at 1,,2", "--at 1,,2: 'nothing' is no number"),
        ("autograd --at 1,inf", "--at inf: give a finite number"),
        ("tour --plot", "Option '--plot' requires an argument"),
        ("tour reshape", "Got unexpected extra argument"),
        ("env --device nope", "device nope: d2l is tested on"),
    ],
)
def test_wrong_command_lines(command: str, sentence: str, d2l: Run) -> None:
    """Exit 2, nothing on stdout, and one sentence with the value, the reason and a way out."""
    outcome = d2l(*command.split())
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("d2l: ")
    assert outcome.err.count("\n") == 1
    assert sentence in outcome.err
    assert "; " in outcome.err or ": " in outcome.err.removeprefix("d2l: ")


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
    """The axis table stays on the page, the sentence is torch's, the exit code 1."""
    outcome = d2l("broadcast", "2,3", "3,4")
    assert outcome.code == 1
    assert re.search(r"-1  3  4  \?       conflict", outcome.out)
    assert re.search(r"-2  2  3  \?       conflict", outcome.out)
    line = "torch.broadcast_tensors(*operands)[0].shape"
    assert outcome.err.startswith(f"d2l: broadcast stopped at `{line}`: The size of tensor a (3)")
    assert outcome.err.count("\n") == 1


def test_shapes_too_large_to_look_at(d2l: Run) -> None:
    outcome = d2l("broadcast", "100000,1", "1,100000")
    assert (outcome.code, outcome.out) == (1, "")
    assert "a tensor would have 10,000,000,000 elements; give shapes with at most" in outcome.err


def test_steps_too_small_to_be_seen_are_left_out(d2l: Run) -> None:
    command = ("derivative", "quotient", "--steps", "400", "--json")
    rows = results(d2l(*command).document)["approach(x, h)"]["value"]
    assert len(rows) == 15
    assert all(1 + row["h"] != 1 for row in rows)
    assert 1 + rows[-1]["h"] * 0.1 == 1


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
        raise ZeroDivisionError("by chance")

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


def test_a_closed_stdout_is_no_traceback() -> None:
    command = f"{sys.executable} -m d2lcli norm >&-"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_help_on_an_ascii_terminal(process: Run) -> None:
    outcome = process("dice", "-h", PYTHONIOENCODING="ascii", COLUMNS="40")
    assert outcome.code == 0
    assert outcome.out.isascii()


def test_json_is_ascii_on_any_terminal(process: Run) -> None:
    outcome = process("autograd", "all", "--json", PYTHONIOENCODING="latin-1")
    assert outcome.out.isascii()
    assert outcome.document["command"] == "autograd"


def test_infinity_in_the_parameters(d2l: Run) -> None:
    assert d2l("norm", "order", "--p", "inf", "--json").document["parameters"] == {"p": "inf"}


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
    assert outcome.err.endswith(" GiB; give a smaller number\n")


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
