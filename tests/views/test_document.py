"""The document of ``--json``: its form. That its code gives its values is in test_replay.py."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

import pytest
import torch

import d2lcli
from d2lcli.lesson import load
from d2lcli.note import Column, Note, table
from d2lcli.request import Lines
from d2lcli.runs import Run as Played
from d2lcli.runs import Step
from d2lcli.views.document import Document, text

from ..conftest import Run
from .made import made

STEP = {"stdout": "", "warnings": [], "measured": False, "error": None, "notes": []}


def document(run: Played) -> Any:
    """The document of a run that is over."""
    contents: list[dict[str, Any]] = []
    view = Document(contents)
    view.open(run)
    for item in run.items:
        if isinstance(item, Step):
            view.step(item)
        else:
            view.note(item)
    view.close()
    return json.loads(text(contents, tour=False))


def test_what_stands_above_the_steps(d2l: Run) -> None:
    found = d2l("broadcast", "sum", "--json", "--seed", "1234").document
    steps = found.pop("steps")
    assert found.pop("parameters").keys() <= load("broadcast").sections["sum"].parameters.keys()
    assert found == {
        "schema": 2,
        "command": "broadcast",
        "device": "cpu",
        "seed": 1234,
        "versions": {
            "d2lcli": d2lcli.__version__,
            "torch": torch.__version__,
            "python": sys.version.split()[0],
        },
    }
    assert (
        steps[0]
        == {"section": "given", "caption": "", "code": "import torch", "result": None} | STEP
    )
    (step,) = (step for step in steps if step["code"].endswith("x + y"))
    assert step["result"] == {
        "kind": "tensor",
        "value": [[1, 2], [2, 3], [3, 4]],
        "shape": [3, 2],
        "dtype": "torch.int64",
        "device": "cpu",
    }


def test_a_step(tmp_path: Path) -> None:
    cells = "# What it is.\nprint(1)\nimport warnings\nwarnings.warn('no')\n2  # measured"
    *_, step = document(made(tmp_path, cells))["steps"]
    assert step == {
        "section": "first",
        "caption": "What it is.",
        "code": "print(1)\nimport warnings\nwarnings.warn('no')\n2",
        "result": {"kind": "number", "value": 2},
        "stdout": "1\n",
        "warnings": ["no"],
        "measured": True,
        "error": None,
        "notes": [],
    }


def test_notes_belong_to_the_step_before_them(tmp_path: Path) -> None:
    rows = table(
        Column("", ["a", "b"]),
        Column("error", [0.5, math.inf], key="off"),
        Column("", [None, True]),
    )
    run = made(tmp_path, "1", notes=[Note("A finding."), Note(table=rows, covers=True)])
    *before, last = document(run)["steps"]
    assert [step["notes"] for step in before] == [[]] * len(before)
    assert last["notes"] == [
        {"text": "A finding.", "table": None},
        {
            "text": "",
            "table": [
                {"of": "a", "off": 0.5, "verdict": None},
                {"of": "b", "off": "inf", "verdict": True},
            ],
        },
    ]


def test_it_is_standard_json_in_ascii(tmp_path: Path) -> None:
    run = made(tmp_path, "'ä', float('nan'), torch.tensor([float('-inf')])")
    contents: list[dict[str, Any]] = []
    view = Document(contents)
    view.open(run)
    for step in run.steps:
        view.step(step)
    found = text(contents, tour=False)
    assert found.isascii() and "NaN" not in found
    result = json.loads(found)["steps"][-1]["result"]
    assert result["value"][:2] == ["ä", "nan"]
    assert result["value"][2]["value"] == ["-inf"]


def test_parameters_are_numbers_or_source(d2l: Run) -> None:
    line = ("derivative", "--h", "1e-3", "--method", "central", "--dtype", "float32", "--json")
    found = d2l(*line).document["parameters"]
    assert found["h"] == 0.001 and found["at"] == 1.0
    assert found["dtype"] == "torch.float32"
    assert "x - h" in found["numerical_lim"]
    assert "seed" not in found


def test_a_function_that_is_not_shown_is_no_parameter(tmp_path: Path) -> None:
    values = {"f": Lines("def f(x):\n    return 3"), "g": Lines("def g(x):\n    return 4")}
    given = "import torch\n\ndef f(x):\n    return 1\n\ndef g(x):\n    return 2"
    found = document(made(tmp_path, "f(1)", given=given, values=values))
    assert found["parameters"] == {"f": "def f(x):\n    return 3"}
    assert found["steps"][-1]["result"]["value"] == 3


def test_a_lesson_that_fails_has_its_steps_so_far(tmp_path: Path) -> None:
    found = document(made(tmp_path, "1", "2\n\n1 / 0\n\n3"))
    error = {"type": "ZeroDivisionError", "message": "division by zero"}
    assert found["error"] == error
    assert [step["error"] for step in found["steps"]] == [None, None, None, error]


@pytest.mark.parametrize(
    "line",
    [("derivative", "--h", "0"), ("norm", "--p", "x"), ("tensor", "nope"), ("nope",)],
    ids=" ".join,
)
def test_a_wrong_command_line_prints_no_document(line: tuple[str, ...], d2l: Run) -> None:
    outcome = d2l(*line, "--json")
    assert (outcome.code, outcome.out) == (2, "")


def test_the_same_seed_gives_the_same_document(d2l: Run) -> None:
    first, again, other = (
        d2l("dice", "--seed", seed, "--json").document["steps"] for seed in ("1", "1", "2")
    )
    assert first == again
    assert first != other


def test_a_tour_is_a_list_of_documents() -> None:
    contents = [{"command": "a"}, {"command": "b"}]
    found = json.loads(text(contents, tour=True))
    assert (found["schema"], found["command"]) == (2, "tour")
    assert [lesson["command"] for lesson in found["lessons"]] == ["a", "b"]
    assert all(lesson["versions"] for lesson in found["lessons"])
