"""``d2lcli.run``: the commands from Python."""

from __future__ import annotations

import html
import math
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

import d2lcli
from d2lcli.results import Result

from .conftest import Run


def test_nothing_else_is_public() -> None:
    assert d2lcli.__all__ == ["run"]
    code = "import sys, d2lcli; sys.exit(bool({'torch', 'typer', 'rich'} & {*sys.modules}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("lesson", "topics", "options", "line"),
    [
        ("dice", (), {"rolls": 700, "seed": 3}, "dice --rolls 700 --seed 3"),
        ("dice", (), {"probs": [1, 2, 3], "seed": 3}, "dice --probs 1,2,3 --seed 3"),
        ("broadcast", (), {"shapes": [(3, 1), (2,)]}, "broadcast 3,1 2"),
        ("broadcast", ("all",), {"shapes": ["3,1", "2"]}, "broadcast 3,1 2 all"),
        ("norm", (), {"vector": [3, -4], "p": math.inf}, "norm --vector 3,-4 --p inf"),
        ("norm", ("kinds",), {"matrix": np.eye(2)}, "norm kinds --matrix [[1.,0.],[0.,1.]]"),
        ("tensor", ("data",), {"data": torch.ones(2, 2)}, "tensor data --data [[1.,1.],[1.,1.]]"),
        (
            "derivative",
            (),
            {"f": "x**2", "at": -1, "h": 1e-3},
            "derivative --f x**2 --at -1 --h 1e-3",
        ),
        ("derivative", (), {"dtype": torch.float32}, "derivative --dtype float32"),
        ("memory", ("inplace",), {}, "memory inplace"),
        ("memory", (), {"inplace": False, "size": 8}, "memory --no-inplace --size 8"),
        ("linalg", (), {"shape": (2, 3), "dim": -1}, "linalg --shape 2,3 --dim -1"),
    ],
    ids=str,
)
def test_it_is_the_command(
    lesson: str, topics: tuple[str, ...], options: dict[str, Any], line: str, d2l: Run
) -> None:
    found = d2lcli.run(lesson, *topics, **options)
    steps = d2l(*line.split(), "--json").document["steps"]
    assert [step.cell.code for step in found] == [step["code"] for step in steps]
    assert len(found) == len(steps) and "import torch" in found[0].cell.code
    values = [step.result.kind if isinstance(step.result, Result) else None for step in found]
    assert values == [step["result"] and step["result"]["kind"] for step in steps]


def test_it_shows_itself(d2l: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    found = d2lcli.run("broadcast", "sum")
    assert repr(found).strip("\n") == d2l("broadcast", "sum", COLUMNS="80").out.strip("\n")
    text = html.unescape(re.sub(r"<[^>]*>", "", found._repr_html_()))
    for line in repr(found).splitlines():
        assert line in text
    assert torch.equal(found.variables["x"], torch.tensor([1, 2]))


@pytest.mark.parametrize(
    ("lesson", "options", "sentence"),
    [
        ("nope", {}, "there is no such lesson"),
        ("tour", {}, "there is no such lesson"),
        ("dice", {"rolls": -1}, "--rolls -1"),
        ("dice", {"nope": 1}, "No such option: --nope"),
        ("norm", {"vector": "3,,4"}, "--vector"),
        ("tensor", {"device": "tpu"}, "device tpu"),
        ("derivative", {"f": lambda x: x}, "--f"),
    ],
)
def test_a_mistake_is_a_sentence(lesson: str, options: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        d2lcli.run(lesson, **options)
    with pytest.raises(ValueError, match="no topic"):
        d2lcli.run("norm", "nope")


def test_what_goes_wrong_on_the_way_is_shown() -> None:
    assert "do not fit" in repr(d2lcli.run("broadcast", shapes=[(3,), (4,)]))
    stopped = d2lcli.run("linalg", "reduce", dim=7)
    assert stopped[-1].error is not None
    assert "Dimension out of range" in repr(stopped)


def test_files_are_saved(tmp_path: Path) -> None:
    d2lcli.run("norm", "order", plot=tmp_path / "a.png", export=tmp_path / "a.py")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.png", "a.py"]
    with pytest.raises(ValueError, match="--force"):
        d2lcli.run("norm", export=tmp_path / "a.py")
    d2lcli.run("norm", export=tmp_path / "a.py", force=True)


def test_settings_are_given_back() -> None:
    before = torch.get_default_dtype(), torch.get_default_device(), torch.is_warn_always_enabled()
    d2lcli.run("memory", "new")
    after = torch.get_default_dtype(), torch.get_default_device(), torch.is_warn_always_enabled()
    assert before == after
