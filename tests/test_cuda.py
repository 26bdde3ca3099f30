"""On a CUDA device the lessons give what they give on the CPU.

Equal where numbers are exact; floats within 1e-5 of their size, the reach of float32 sums in
another order. Random draws agree in distribution only, so of what depends on them shapes and dtypes
are compared.
"""

from __future__ import annotations

import math
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch

import d2lcli
from d2lcli.lesson import NAMES

from .conftest import Run
from .test_sampling import as_normal, kolmogorov_p

pytestmark = [
    pytest.mark.cuda,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device"),
]

DEVICE = "cuda"
MIB = 2**20


def alike(cpu: Any, cuda: Any, random: bool) -> bool:
    """Whether two results agree, apart from the device."""
    if not isinstance(cpu, dict) or "kind" not in cpu:
        return random or close(cpu, cuda)
    if cpu["kind"] == "list":
        pairs = zip(cpu["value"], cuda["value"], strict=True)
        return all(alike(a, b, random) for a, b in pairs)
    there = str(cuda.get("device")).startswith(DEVICE) or cpu["kind"] != "tensor"
    facts = [cpu.get(name) == cuda.get(name) for name in ("kind", "shape", "dtype")]
    return there and all(facts) and (random or close(cpu["value"], cuda["value"]))


def close(a: Any, b: Any) -> bool:
    if isinstance(a, list):
        return len(a) == len(b) and all(close(x, y) for x, y in zip(a, b, strict=True))
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(close(a[name], b[name]) for name in a)
    if isinstance(a, float) and isinstance(b, float):
        return math.isclose(a, b, rel_tol=1e-5, abs_tol=1e-5)
    return bool(a == b)


def test_results_are_compared() -> None:
    """Else the comparison below would prove nothing."""
    one = {"kind": "tensor", "value": [1.0], "shape": [1], "dtype": "f", "device": "cpu"}
    there = {**one, "device": f"{DEVICE}:0"}
    assert alike(one, there, random=False)
    for other in ({"value": [1.1]}, {"shape": [2]}, {"dtype": "g"}, {"device": "meta"}):
        assert not alike(one, {**there, **other}, random=False), other


@pytest.mark.parametrize("name", NAMES)
def test_every_lesson_gives_what_it_gives_on_the_cpu(name: str, d2l: Run, tmp_path: Path) -> None:
    """All of it: cells, notes, and its picture, with nothing on stderr."""
    size = ("--size", "100000") if name == "memory" else ()
    command = (name, "all", *size, "--seed", "7", "--json", "--plot", str(tmp_path / "a.png"))
    cpu, cuda = d2l(*command, "--device", "cpu"), d2l(*command, "--device", DEVICE)
    assert (cpu.code, cuda.code, cuda.err) == (0, 0, "")
    assert (tmp_path / "a.png").stat().st_size > 10_000
    assert cuda.document["device"] == DEVICE
    imports, device, *steps = cuda.document["steps"]
    assert device["code"] == f'torch.set_default_device("{DEVICE}")'
    mine = cpu.document["steps"]
    assert imports["code"] == mine[0]["code"]
    seeded = {step["section"] for step in mine if "manual_seed" in step["code"]}
    for here, there in zip(mine[1:], steps, strict=True):
        assert here["code"] == there["code"]
        assert there["error"] is None and len(here["warnings"]) == len(there["warnings"])
        assert (here["result"] is None) == (there["result"] is None), there["code"]
        if here["result"] is not None:
            random = here["section"] in seeded or here["measured"]
            assert alike(here["result"], there["result"], random), there["code"]
        assert [*map(_kind, here["notes"])] == [*map(_kind, there["notes"])] or (
            here["section"] in seeded or here["measured"]
        )
        assert not any("mistake in d2l" in note["text"] for note in there["notes"])


def _kind(note: dict[str, Any]) -> tuple[bool, list[str]]:
    """Whether a note has a text, and the heads of its table; of times, some are optional."""
    return bool(note["text"]), [*(note["table"] or [{}])[0]][:4]


def test_the_page_names_the_device(d2l: Run) -> None:
    page = d2l("broadcast", "--device", "auto", COLUMNS="100").out
    assert page.splitlines()[1].split()[-1] == DEVICE
    assert "cuda:0" not in page  # facts are told once
    assert torch.empty(0).device == torch.device("cpu")


def test_the_last_gpu_is_the_current_one_while_a_lesson_runs() -> None:
    last, before = torch.cuda.device_count() - 1, torch.cuda.current_device()
    found = d2lcli.run("broadcast", device=f"cuda:{last}")
    assert found.error is None
    assert found.variables["x"].device == torch.device("cuda", last)
    assert torch.cuda.current_device() == before
    assert torch.empty(0).device == torch.device("cpu")


@pytest.mark.parametrize("size", [2**20, 2**26])
def test_memory_is_counted_on_the_device(size: int, d2l: Run) -> None:
    """What each way takes is known: y + x is as large as y, and the others write into y."""
    from d2lcli.inputs.devices import borrowed
    from d2lcli.notes.memory import NEW, WAYS, measure

    with borrowed():
        torch.set_default_device(DEVICE)
        costs = {cost.way: cost for cost in measure(size)}
    assert [costs[way].new_bytes for way in WAYS] == [4 * size, 4 * size, 0, 0]
    assert [costs[way].same_memory for way in WAYS] == [False, True, True, True]
    assert not costs[NEW].same_object
    assert all(cost.seconds > 0 for cost in costs.values())
    page = d2l("memory", "--size", str(size), "--device", DEVICE, COLUMNS="120")
    assert page.code == 0 and page.out.count(f"{4 * size // MIB:,} MiB") >= 2


def test_env_tells_of_the_device(d2l: Run) -> None:
    outcome = d2l("env", "--device", DEVICE)
    assert outcome.code == 0
    assert torch.cuda.get_device_name(0) in " ".join(outcome.out.split())
    assert re.search(r"\d GiB", outcome.out)


def test_a_device_that_is_not_there(d2l: Run) -> None:
    outcome = d2l("norm", "--device", "cuda:99")
    assert outcome.code == 1 and "it has cpu, cuda:0" in outcome.err


def test_too_much_memory_is_a_sentence(d2l: Run) -> None:
    outcome = d2l("memory", "--size", str(2**38), "--device", DEVICE)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("d2l: --size ") and f"and {DEVICE} has " in outcome.err


def test_exported_files_run_there(d2l: Run, tmp_path: Path) -> None:
    for ending in ("py", "ipynb", "html"):
        file = tmp_path / f"a.{ending}"
        outcome = d2l("derivative", "--device", DEVICE, "--export", str(file))
        assert (outcome.code, outcome.err) == (0, "")
        assert DEVICE in file.read_text("utf-8")
    done = subprocess.run(
        [sys.executable, "a.py"],
        cwd=tmp_path,
        env={name: text for name, text in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "numerical limit = 2.00003" in done.stdout


def test_many_throws_at_a_time_are_multinomial_there() -> None:
    """A Kolmogorov-Smirnov test of one face; false alarm rate 10^-6, and the seed is fixed."""
    roll = d2lcli.run("dice", "large", device=DEVICE, seed=3).variables["roll_many"]
    die = torch.tensor([0.1, 0.2, 0.7], dtype=torch.float64, device=DEVICE)
    torch.manual_seed(3)
    with torch.device(DEVICE):
        throws = 10**8
        rows = torch.stack([roll(1, throws, die)[0] for _ in range(1000)]).cpu()
    assert torch.equal(rows.sum(dim=1), torch.full((1000,), float(throws)).double())
    assert kolmogorov_p(as_normal(rows[:, 0], throws, 0.1)) > 1e-6
