"""The document of ``--json``: its form, and that its code gives its values without d2lcli."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from d2lcli.request import TOUR, load

from .conftest import Run

COMMANDS: list[tuple[str, ...]] = [
    *((name, "all") for name in TOUR),
    ("env",),
    ("derivative", "--h", "0.1", "--steps", "5"),
    ("derivative", "--at", "-2", "--h", "1", "--factor", "0.5", "--method", "central"),
    ("derivative", "--dtype", "float32", "--steps", "12"),
    ("dice", "--rolls", "1000000000000", "--dice", "1", "--faces", "20"),
    ("memory", "--inplace", "--size", "1000"),
    ("memory", "--no-inplace"),
    ("linalg", "reduce", "--dim", "-1"),
    ("norm", "--p", "inf"),
    ("norm", "--p", "3.5"),
]
OWN: list[tuple[str, ...]] = [
    ("derivative", "--f", "x**2*sin(x)-pi/x", "--at", "pi/2", "--dtype", "float32"),
    ("derivative", "--f", "(-2)**x", "--at", "0.5"),
    ("derivative", "--f", "relu(x)+abs(x)", "--at", "0"),
    ("derivative", "--f", "7"),
    ("autograd", "--f", "abs(x)*log(x)", "--at", "-1,0,1"),
    ("tensor", "--shape", "2,0,3", "--data", "[[1,nan],[-inf,4e-3]]"),
    ("linalg", "--data", "[[1,2],[3,4]]", "--dim", "-1"),
    ("linalg", "--shape", "5"),
    ("norm", "--vector", "3,-4,12", "--matrix", "[[3,4],[0,5]]", "--p", "1.5"),
    ("dice", "--probs", "1,0,2.5", "--rolls", "1e9"),
    ("broadcast", "2,1,3", "4,1"),
]
PICTURES = [name for name in COMMANDS if name[0] in ("derivative", "dice")]


def replay(document: Any, folder: Path) -> str:
    """Run the code of a document in a folder and a Python that know nothing of this project."""
    done = subprocess.run(
        [sys.executable, "-I", str(Path(__file__).with_name("replay.py"))],
        input=json.dumps(document),
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "MPLCONFIGDIR": str(folder)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_plain_python_gives_the_same(command: tuple[str, ...], d2l: Run, tmp_path: Path) -> None:
    outcome = d2l(*command, "--json")
    assert outcome.code == 0
    assert replay(outcome.document, tmp_path).startswith(f"{command[0]}: ")


@pytest.mark.parametrize("command", OWN, ids=" ".join)
def test_a_readers_own_input_too(command: tuple[str, ...], d2l: Run, tmp_path: Path) -> None:
    """With the picture, whose title and labels come from the same input."""
    outcome = d2l(*command, "--json", "--plot", str(tmp_path / "a.svg"))
    assert outcome.code == 0, outcome.err
    assert replay(outcome.document, tmp_path).startswith(f"{command[0]}: ")


def test_shapes_that_do_not_fit_too(d2l: Run, tmp_path: Path) -> None:
    outcome = d2l("broadcast", "2,3", "3,4", "4,5", "--json")
    assert outcome.code == 1
    assert replay(outcome.document, tmp_path).startswith("broadcast: ")


@pytest.mark.parametrize("command", PICTURES, ids=" ".join)
def test_pictures_too(command: tuple[str, ...], d2l: Run, tmp_path: Path) -> None:
    outcome = d2l(*command, "--json", "--plot", str(tmp_path / "a.png"))
    sections = [step["section"] for step in outcome.document["steps"]]
    assert sections[-1] == "picture"
    replay(outcome.document, tmp_path)


def test_the_tour_too(d2l: Run, tmp_path: Path) -> None:
    outcome = d2l("tour", "--json", "--plot", str(tmp_path / "pictures"))
    document = outcome.document
    assert (document["schema"], document["command"]) == (1, "tour")
    assert [lesson["command"] for lesson in document["lessons"]] == list(TOUR)
    assert len({lesson["seed"] for lesson in document["lessons"]}) == 1
    assert len(replay(document, tmp_path).splitlines()) == len(TOUR)
    files = sorted(path.name for path in (tmp_path / "pictures").iterdir())
    assert files == sorted(f"{name}.png" for name in TOUR)


@pytest.mark.parametrize(
    ("cell", "result"),
    [
        ("1 + 1", {"kind": "number", "value": 3}),
        ("import torch\ntorch.ones(2)", None),
        (
            "import torch\ntorch.ones(1, 2)",
            {
                "kind": "tensor",
                "value": [[1, 1]],
                "shape": [2],
                "dtype": "torch.float32",
                "device": "cpu",
            },
        ),
        ("import d2lcli", None),
    ],
)
def test_a_wrong_document_is_noticed(cell: str, result: Any, tmp_path: Path) -> None:
    """The replayer itself: without it, a value could never be wrong."""
    step = {"code": cell, "result": result, "stdout": "", "warnings": [], "measured": False}
    with pytest.raises(AssertionError):
        replay({"command": "none", "steps": [step]}, tmp_path)


def test_the_form_of_a_document(d2l: Run) -> None:
    import torch

    document = d2l("broadcast", "sum", "--json", "--seed", "1234").document
    steps = document.pop("steps")
    versions = document.pop("versions")
    assert document == {
        "schema": 1,
        "command": "broadcast",
        "device": "cpu",
        "seed": 1234,
        "parameters": {},
    }
    assert versions == {
        "d2lcli": "0.1.0",
        "torch": torch.__version__,
        "python": sys.version.split()[0],
    }
    assert steps[0]["code"] == "import torch"
    (step,) = (step for step in steps if step["code"] == "x + y")
    assert step == {
        "section": "sum",
        "caption": load("broadcast").sections["sum"].cells[1].caption,
        "code": "x + y",
        "result": {
            "kind": "tensor",
            "value": [[1, 2], [2, 3], [3, 4]],
            "shape": [3, 2],
            "dtype": "torch.int64",
            "device": "cpu",
        },
        "stdout": "",
        "warnings": [],
        "measured": False,
        "error": None,
    }


def test_parameters_are_numbers_or_source(d2l: Run) -> None:
    document = d2l("derivative", "--h", "1e-3", "--method", "central", "--json").document
    assert document["parameters"] == {
        "at": 1.0,
        "h": 0.001,
        "steps": 5,
        "factor": 0.1,
        "method": "central_lim",
        "dtype": "torch.float64",
    }


def test_a_lesson_that_fails_still_prints_its_document(d2l: Run) -> None:
    outcome = d2l("linalg", "reduce", "--dim", "7", "--json")
    assert outcome.code == 1
    document = outcome.document
    assert document["error"]["type"] == "IndexError"
    assert document["steps"][-1]["error"] == document["error"]
    assert [step["error"] for step in document["steps"][:-1]] == [None] * (
        len(document["steps"]) - 1
    )
    assert len(document["steps"]) > 5


@pytest.mark.parametrize(
    "command",
    [("derivative", "--h", "0"), ("norm", "--p", "x"), ("tensor", "nope"), ("nope",)],
    ids=" ".join,
)
def test_a_wrong_command_line_prints_no_document(command: tuple[str, ...], d2l: Run) -> None:
    outcome = d2l(*command, "--json")
    assert outcome.code == 2
    assert outcome.out == ""


def test_an_option_makes_a_difference(d2l: Run) -> None:
    """The same seed gives the same document, another seed does not."""
    first, again, other = (
        d2l("dice", "--seed", seed, "--json").document["steps"] for seed in ("1", "1", "2")
    )
    assert first == again
    assert first != other
