"""Every document's code, run by plain Python without d2lcli, gives the values in the document."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from d2lcli.lesson import NAMES

from .conftest import Run

Line = tuple[str, ...]

WHOLE: list[Line] = [(name, "all") for name in NAMES]
OWN: list[Line] = [
    ("tensor", "--shape", "2,0,3"),
    ("tensor", "--data", "[[1,nan],[-inf,4e-3]]"),
    ("broadcast", "2,1,3", "4,1"),
    ("broadcast", "8,1,6,1", "7,1,5"),
    ("broadcast", "2,3", "3,4", "4,5"),  # which do not fit
    ("memory", "--inplace", "--size", "1000"),
    ("memory", "--no-inplace"),
    ("linalg", "--shape", "5"),
    ("linalg", "--data", "[[1,2],[3,4]]", "--dim", "-1"),
    ("linalg", "--dim", "0,1"),
    ("norm", "--vector", "3,-4,12", "--matrix", "[[3,4],[0,5]]", "--p", "1.5"),
    ("norm", "3,-4"),
    ("derivative", "--h", "0.1", "--steps", "5"),
    ("derivative", "--at", "-2", "--h", "1", "--factor", "0.5", "--method", "central"),
    ("derivative", "all", "--f", "x**2*sin(x)-pi/x", "--at", "pi/2"),
    ("derivative", "all", "--f", "relu(x)+abs(x)", "--at", "0"),
    ("derivative", "--f", "(-2)**x", "--at", "0.5", "--dtype", "float32", "--steps", "12"),
    ("autograd", "--f", "abs(x)*log(x)", "--at", "-1,0,1"),
    ("autograd", "--f", "3*x**2+5*exp(y)", "--at", "1,2"),
    ("dice", "--probs", "1,0,2.5", "--rolls", "1e9"),
    ("dice", "--rolls", "1000000000000", "--dice", "1", "--faces", "20"),
    ("dice", "--counts", "8,12,9,11,10,10"),
]
LINES = [*WHOLE, *OWN]


def replayed(documents: list[Any], folder: Path) -> list[str]:
    """A complaint about each document, by a Python in ``folder`` that knows nothing of d2l."""
    done = subprocess.run(
        [sys.executable, "-I", str(Path(__file__).with_name("plain.py"))],
        input=json.dumps(documents),
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "MPLCONFIGDIR": str(folder), "MPLBACKEND": "agg"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    complaints: list[str] = json.loads(done.stdout)
    return complaints


@pytest.fixture(scope="module")
def complaints(d2l: Run, tmp_path_factory: pytest.TempPathFactory) -> dict[Line, str]:
    """What is not the same in each document: all are replayed in one process."""
    outcomes = {line: d2l(*line, "--json", "--seed", "3") for line in LINES}
    found = replayed([o.document for o in outcomes.values()], tmp_path_factory.mktemp("plain"))
    return dict(zip(outcomes, found, strict=True))


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_plain_python_gives_the_same(line: Line, complaints: dict[Line, str]) -> None:
    assert complaints[line] == ""


# Cells, and results that they do not have.
WRONG: list[tuple[str, Any]] = [
    ("1 + 1", {"kind": "number", "value": 3}),
    ("1, 2.0", {"kind": "list", "value": [1, 2]}),
    ("True", {"kind": "number", "value": 1}),
    ("import torch\ntorch.ones(2)", None),
    ("import torch\ntorch.ones(1, 2)", {"dtype": "torch.float32"}),
    ("import torch\ntorch.ones(2)", {"dtype": "torch.float64"}),
    ("import torch\ntorch.ones(2).requires_grad_()", {"dtype": "torch.float32"}),
    ("import torch\na = torch.ones(1)\na, a * 2", {"kind": "table", "value": [{"a": 1, "b": 1}]}),
    ("import d2lcli", None),
    ("print(1)", None),
    ("import warnings\nwarnings.warn('a')", None),
    ("1 / 0", None),
]


def test_a_wrong_document_is_noticed(tmp_path: Path) -> None:
    """The replayer itself: without it, a value could never be wrong."""
    empty = {"stdout": "", "warnings": [], "measured": False, "error": None}
    tensor = {"kind": "tensor", "shape": [2], "value": [1, 1], "device": "cpu"}
    documents = [
        {"command": "none", "steps": [{"code": code, "result": result and tensor | result} | empty]}
        for code, result in WRONG
    ]
    for (code, _), complaint in zip(WRONG, replayed(documents, tmp_path), strict=True):
        assert complaint.startswith("none, step 0:"), code
