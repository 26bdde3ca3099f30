"""``d2lcli.run``: the commands from Python."""

from __future__ import annotations

import asyncio
import base64
import gc
import html
import logging
import math
import os
import re
import signal
import struct
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import matplotlib
import nbformat
import numpy as np
import pytest
import torch
from nbclient import NotebookClient

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
        ("tensor", (), {"shape": torch.ones(2, 3).shape}, "tensor --shape 2,3"),
        ("norm", (), {"vector": [np.float64(3), torch.tensor(4.0)]}, "norm --vector 3.0,4.0"),
        ("norm", (), {"force": False, "vector": None}, "norm"),
        ("broadcast", (), {"shapes": "3,1 2"}, "broadcast 3,1 2"),
        ("broadcast", (), {"shapes": [torch.ones(3, 1).shape, (2,)]}, "broadcast 3,1 2"),
        ("broadcast", (), {"shapes": None}, "broadcast"),
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
        (["dice"], {}, "there is no such lesson"),
        ("dice", {"rolls": True}, "'True' is no number"),
        ("broadcast", {"shapes": 5}, "one shape has nothing to be broadcast with"),
        ("norm", {"help": True}, "help: this is for the command line"),
        ("norm", {"step": False}, "step: this is for the command line"),
        ("dice", {"rolls": -1}, "--rolls -1"),
        ("dice", {"nope": 1}, "No such option: --nope"),
        ("norm", {"vector": "3,,4"}, "--vector"),
        ("tensor", {"device": "tpu"}, "device tpu: d2l is tested on cpu"),
        ("tensor", {"device": "cuda:x"}, "device cuda:x: d2l is tested on cpu"),
        ("tensor", {"device": "meta"}, "device meta: d2l is tested on cpu"),
        ("derivative", {"f": lambda x: x}, "--f"),
    ],
)
def test_a_mistake_is_a_sentence(lesson: str, options: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        d2lcli.run(lesson, **options)
    with pytest.raises(ValueError, match="no topic"):
        d2lcli.run("norm", "nope")


def test_what_goes_wrong_on_the_way_is_shown() -> None:
    misfit = d2lcli.run("broadcast", shapes=[(3,), (4,)])
    assert "do not fit" in repr(misfit) and "do not fit" in str(misfit.error)
    assert d2lcli.run("norm").error is None
    stopped = d2lcli.run("linalg", "reduce", dim=7)
    assert stopped[-1].error is not None
    assert str(stopped.error).startswith("linalg stopped at ")
    assert "Dimension out of range" in repr(stopped)


def test_files_are_saved(tmp_path: Path) -> None:
    d2lcli.run("norm", "order", plot=tmp_path / "a.png", export=tmp_path / "a.py")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.png", "a.py"]
    with pytest.raises(ValueError, match="--force"):
        d2lcli.run("norm", export=tmp_path / "a.py")
    d2lcli.run("norm", export=tmp_path / "a.py", force=True)


def settings() -> list[object]:
    random = torch.get_rng_state().tolist()
    log = logging.getLogger("matplotlib").level
    torchs = [torch.get_default_dtype(), torch.get_default_device(), torch.is_grad_enabled()]
    process = [gc.isenabled(), sys.stdout, signal.getsignal(signal.SIGINT), dict(os.environ)]
    kept = [dict(matplotlib.rcParams), [*warnings.filters], torch.is_warn_always_enabled()]
    return [random, log, *torchs, *process, *kept]


@pytest.mark.parametrize("lesson", ["memory", "dice", "autograd"])
def test_settings_are_given_back(lesson: str) -> None:
    before = settings()
    d2lcli.run(lesson)._repr_html_()
    assert settings() == before


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a generator to be kept aside")
def test_the_seed_that_waits_for_cuda_is_the_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    seeds: list[int] = []
    monkeypatch.setattr(torch.cuda, "manual_seed_all", seeds.append)
    with torch.random.fork_rng():
        torch.manual_seed(11)
        d2lcli.run("tensor", "create", seed=7)
    assert 7 in seeds and seeds[-1] == 11


def test_what_a_reader_has_set_is_not_the_lessons() -> None:
    """A lesson shows what torch does by itself."""
    torch.set_default_dtype(torch.float64)
    try:
        with torch.no_grad():
            assert d2lcli.run("autograd").error is None
        assert d2lcli.run("linalg", "all").error is None
        assert torch.get_default_dtype() == torch.float64
    finally:
        torch.set_default_dtype(torch.float32)


def test_threads_take_turns() -> None:
    before = settings()
    with ThreadPoolExecutor(4) as pool:
        runs = [*pool.map(lambda _: d2lcli.run("memory", "ids", seed=1), range(16))]
    assert len({repr(run) for run in runs}) == 1
    assert settings() == before


INTERRUPTED = """
import signal, sys
seen = []
real = signal.signal
signal.signal = lambda *given: seen.append(given) or real(*given)
import d2lcli
d2lcli.run("norm")
assert "torch" in sys.modules and not seen, seen
"""


def test_an_interrupt_is_the_readers_own() -> None:
    """The command line ends at once while torch is imported; a notebook must not."""
    subprocess.run([sys.executable, "-c", INTERRUPTED], check=True)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_it_shows_itself_in_jupyter() -> None:
    """As one output, with the page and with HTML, and nothing beside it."""
    sources = ["import d2lcli", "d2lcli.run('broadcast', 'sum')", "print(d2lcli.run('norm')[0])"]
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    notebook = nbformat.v4.new_notebook(cells=cells)
    client = NotebookClient(notebook, kernel_name="python3", timeout=120)
    asyncio.run(client.async_execute())
    (shown,) = notebook.cells[1].outputs
    assert "x + y" in shown.data["text/plain"]
    assert "x + y" in html.unescape(re.sub("<[^>]*>", "", shown.data["text/html"]))
    assert [output.output_type for output in notebook.cells[2].outputs] == ["stream"]


def test_a_picture_has_all_its_pixels() -> None:
    """Also where it is drawn after the run, when matplotlib has its own settings again."""
    found = d2lcli.run("norm", export=None, plot=None)
    assert "<img" not in found._repr_html_()
    with TemporaryDirectory() as folder:
        found = d2lcli.run("norm", plot=Path(folder) / "a.png")
    data = re.search(r"base64,([^\"]*)", found._repr_html_())
    assert data is not None
    image = base64.b64decode(data[1])
    assert struct.unpack(">II", image[16:24]) == (1920, 1080)
