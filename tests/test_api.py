"""``d2lcli.run``: the commands from Python."""

from __future__ import annotations

import gc
import html
import logging
import math
import os
import re
import signal
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import matplotlib
import numpy as np
import pytest
import torch

import d2lcli
from d2lcli.note import Note
from d2lcli.runs import Step

from .conftest import Run


def test_nothing_else_is_public() -> None:
    assert d2lcli.__all__ == ["run"]


@pytest.mark.parametrize(
    ("lesson", "topics", "options", "line"),
    [
        ("dice", (), {"probs": [1, 2, 3], "seed": 3}, "dice --probs 1,2,3 --seed 3"),
        ("broadcast", (), {"shapes": [torch.ones(3, 1).shape, (2,)]}, "broadcast 3,1 2"),
        ("broadcast", ("grow",), {}, "broadcast grow"),
        (
            "norm",
            (),
            {"vector": [np.float64(3), torch.tensor(4.0)], "p": math.inf},
            "norm 3,4 --p inf",
        ),
        ("norm", ("kinds",), {"matrix": np.eye(2)}, "norm kinds --matrix [[1.,0.],[0.,1.]]"),
        (
            "derivative",
            (),
            {"f": "x**2", "at": -1, "h": 1e-3},
            "derivative --f x**2 --at -1 --h 1e-3",
        ),
        ("linalg", (), {"shape": (2, 3), "dim": -1, "seed": None}, "linalg --shape 2,3 --dim -1"),
        ("norm", (), {"force": False, "vector": None, "plot": None}, "norm"),
    ],
    ids=str,
)
def test_it_is_the_command(
    lesson: str, topics: tuple[str, ...], options: dict[str, Any], line: str, d2l: Run
) -> None:
    found = d2lcli.run(lesson, *topics, **options)
    steps = d2l(*line.split(), "--json").document["steps"]
    assert [step.cell.code for step in found] == [step["code"] for step in steps]
    kinds = [step.result.kind if step.result else None for step in found]
    assert kinds == [step["result"] and step["result"]["kind"] for step in steps]
    assert [note.text for note in found.notes] == [n["text"] for s in steps for n in s["notes"]]


def test_it_is_a_sequence_of_steps_with_notes_and_variables() -> None:
    found = d2lcli.run("broadcast", "sum")
    assert len(found) == len([*found]) > 1
    assert found[0].cell.code == "import torch" and isinstance(found[-1], Step)
    assert [*found[1:]] == [*found][1:]
    assert found.notes and all(isinstance(note, Note) for note in found.notes)
    assert torch.equal(found.variables["x"], torch.tensor([1, 2]))
    assert found.error is None


def test_it_shows_itself(d2l: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    found = d2lcli.run("broadcast", "sum")
    assert repr(found).strip("\n") == d2l("broadcast", "sum", COLUMNS="80").out.strip("\n")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in repr(found)
    shown = html.unescape(re.sub(r"<[^>]*>", "", found._repr_html_()))
    for step in found[1:]:
        assert re.sub(r"\s", "", step.cell.code) in re.sub(r"\s", "", shown)


@pytest.mark.parametrize(
    ("lesson", "options", "sentence"),
    [
        ("nope", {}, "'nope': there is no such lesson; choose from tensor"),
        ("env", {}, "there is no such lesson"),
        (["dice"], {}, "there is no such lesson"),
        ("dice", {"rolls": True}, "'True' is no number"),
        ("dice", {"rolls": -1}, "--rolls -1"),
        ("dice", {"nope": 1}, "nope: dice has no such option; choose from rolls, dice"),
        ("dice", {"false-positive": 1}, "has no such option; choose from"),
        ("broadcast", {"shapes": 5}, "one shape has nothing to be broadcast with"),
        ("norm", {"json": True}, "json: this is for the command line; leave it out"),
        ("norm", {"step": False}, "step: this is for the command line; leave it out"),
        ("tensor", {"device": "meta"}, "device meta: d2l is tested on cpu"),
        ("derivative", {"f": abs}, "--f"),
        ("memory", {"inplace": 1}, "--inplace 1: a switch is on or off"),
        ("norm", {"plot": "a.gif"}, "--plot a.gif: the ending"),
    ],
    ids=str,
)
def test_a_mistake_is_a_sentence(lesson: Any, options: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        d2lcli.run(lesson, **options)


def test_a_wrong_topic_is_a_sentence() -> None:
    for topic in ("nope", 3):
        with pytest.raises(ValueError, match="no topic"):
            d2lcli.run("norm", topic)


def test_what_goes_wrong_on_the_way_is_shown() -> None:
    misfit = d2lcli.run("broadcast", shapes=[(3,), (4,)])
    assert "do not fit" in str(misfit.error) and str(misfit.error)[:40] in repr(misfit)
    stopped = d2lcli.run("tensor", "parameters", function="nosuch")
    assert stopped[-1].error is not None
    assert str(stopped.error).startswith("tensor stopped at ")
    assert stopped[-1].error.sentence in " ".join(repr(stopped).split())


def test_files_are_saved(tmp_path: Path) -> None:
    found = d2lcli.run("norm", "order", plot=tmp_path / "a.png", export=str(tmp_path / "a.py"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.png", "a.py"]
    assert str(tmp_path / "a.png") in repr(found).replace("\n", "").replace(" ", "")
    with pytest.raises(ValueError, match="--force"):
        d2lcli.run("norm", export=tmp_path / "a.py")
    d2lcli.run("norm", export=tmp_path / "a.py", force=True)


# What belongs to the reader


def settings() -> list[object]:
    random = torch.get_rng_state().tolist()
    log = logging.getLogger("matplotlib").level
    torchs = [torch.get_default_dtype(), torch.empty(0).device, torch.is_grad_enabled()]
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
            found = d2lcli.run("autograd")
        assert found.error is None
        assert found.variables["x"].dtype == torch.float32
        assert torch.get_default_dtype() == torch.float64
    finally:
        torch.set_default_dtype(torch.float32)


def test_threads_take_turns() -> None:
    """What cells print and set belongs to the whole process."""
    before = settings()
    with ThreadPoolExecutor(4) as pool:
        runs = [*pool.map(lambda _: d2lcli.run("derivative", seed=1), range(12))]
    assert len({repr(run) for run in runs}) == 1
    assert settings() == before


def test_a_run_within_a_run_does_not_wait_for_itself() -> None:
    from d2lcli.api import ONE_AT_A_TIME

    with ONE_AT_A_TIME:
        assert d2lcli.run("norm", "order").error is None


def test_an_interrupt_is_the_readers_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line ends at once while torch is imported; a notebook must not."""
    from d2lcli.inputs import devices

    asked: list[int] = []
    monkeypatch.delitem(sys.modules, "torch")  # so that this is the first import
    monkeypatch.setattr(signal, "signal", lambda number, _: asked.append(number))
    with devices.first_import():
        pass
    assert asked == []
    with devices.first_import(alone=True):
        pass
    assert asked[:1] == [signal.SIGINT]
