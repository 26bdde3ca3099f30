"""On a CUDA device the lessons give what they give on the CPU.

Equal where numbers are exact; floats within 1e-5 of their size, the reach of float32 sums in
another order; random draws in distribution only.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
import torch

from d2lcli.request import TOUR

from .conftest import Run, results
from .test_dice import LIMIT, PROBS, chi_square_p, kolmogorov_p
from .test_replay import replay

pytestmark = [
    pytest.mark.cuda,
    pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device"),
]

# What is drawn at random, or follows from it; shape and dtype are compared all the same.
RANDOM = {
    ("tensor", "create"),
    ("autograd", "control-flow"),
    ("dice", "sample"),
    ("dice", "count"),
    ("dice", "fair"),
    ("dice", "picture"),
}


def alike(cpu: Any, cuda: Any, random: bool) -> bool:
    """Whether two results agree, apart from the device."""
    if not isinstance(cpu, dict):
        return close(cpu, cuda) or random
    if cpu["kind"] != cuda["kind"]:
        return False
    if cpu["kind"] == "list":
        pairs = zip(cpu["value"], cuda["value"], strict=True)
        return all(alike(a, b, random) for a, b in pairs)
    if cpu["kind"] == "tensor" and not str(cuda["device"]).startswith("cuda"):
        return False
    facts = [cpu.get(name) == cuda.get(name) for name in ("shape", "dtype")]
    return all(facts) and (random or close(cpu["value"], cuda["value"]))


def close(a: Any, b: Any) -> bool:
    if isinstance(a, list):
        return len(a) == len(b) and all(close(x, y) for x, y in zip(a, b, strict=True))
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(close(a[name], b[name]) for name in a)
    if isinstance(a, float) and isinstance(b, float):
        return math.isclose(a, b, rel_tol=1e-5, abs_tol=1e-5)
    return bool(a == b)


@pytest.mark.parametrize("name", TOUR)
def test_cuda_gives_what_the_cpu_gives(name: str, d2l: Run, tmp_path: Path) -> None:
    picture = str(tmp_path / "a.png")
    command = (name, "all", "--seed", "7", "--plot", picture, "--json", "--device")
    cpu, cuda = d2l(*command, "cpu"), d2l(*command, "cuda")
    assert (cpu.code, cuda.code) == (0, 0), cuda.err
    assert cuda.document["device"] == "cuda"
    steps = cuda.document["steps"]
    (device,) = (n for n, step in enumerate(steps) if "set_default_device" in step["code"])
    assert steps[device]["code"] == 'torch.set_default_device("cuda")'
    del steps[device]
    for mine, theirs in zip(cpu.document["steps"], steps, strict=True):
        assert mine["code"] == theirs["code"]
        assert theirs["error"] is None and theirs["warnings"] == []
        random = (name, mine["section"]) in RANDOM or mine["measured"]
        if mine["result"] is None or theirs["result"] is None:
            assert mine["result"] == theirs["result"]
        elif mine["measured"]:
            assert mine["result"]["kind"] == theirs["result"]["kind"]
        else:
            assert alike(mine["result"], theirs["result"], random), theirs["code"]


@pytest.mark.parametrize("name", [*TOUR, "env"])
def test_plain_python_gives_the_same_on_cuda(name: str, d2l: Run, tmp_path: Path) -> None:
    replay(d2l(name, "all", "--device", "cuda", "--json").document, tmp_path)


def test_the_page_names_the_device(d2l: Run) -> None:
    assert "cuda:0" in d2l("broadcast", "--device", "cuda").out
    assert "cuda:0" in d2l("broadcast", "--device", "auto").out
    assert "cuda" not in d2l("broadcast").out
    assert torch.get_default_device() == torch.device("cpu")


def test_the_last_gpu_is_the_current_one_while_a_lesson_runs(d2l: Run) -> None:
    last = torch.cuda.device_count() - 1
    before = torch.cuda.current_device()
    outcome = d2l("memory", "cost", "--device", f"cuda:{last}", "--json")
    size = 4 * 2**20
    rows = results(outcome.document)["table"]["value"]
    assert [row["new bytes"] for row in rows] == [size, size, 0, 0, 0]
    assert torch.cuda.current_device() == before


def test_env_lists_the_device(d2l: Run) -> None:
    outcome = d2l("env", "--json")
    assert outcome.code == 0
    rows = results(outcome.document)["device_rows()"]["value"]
    assert [row["device"] for row in rows][:2] == ["cpu", "cuda:0"]
    assert rows[1]["memory"].endswith(" GiB")


def test_a_device_that_is_not_there(d2l: Run) -> None:
    outcome = d2l("norm", "--device", "cuda:99")
    assert outcome.code == 1
    assert "it has cpu, cuda:0" in outcome.err


@pytest.mark.parametrize("size", [2**20, 2**26])
def test_memory_is_counted_by_the_allocator(size: int, d2l: Run) -> None:
    document = d2l("memory", "cost", "--size", str(size), "--device", "cuda", "--json").document
    rows = results(document)["table"]["value"]
    assert [row["new bytes"] for row in rows] == [4 * size, 4 * size, 0, 0, 0]
    assert [row["same data_ptr"] for row in rows] == [False, True, True, True, True]
    assert all(row["GB/s"] > 0 for row in rows)


@pytest.mark.parametrize("throws", [10, 10**8, 10**13])
def test_counts_on_cuda_are_multinomial(throws: int, lesson: dict[str, Any]) -> None:
    torch.manual_seed(3)
    probs = PROBS["loaded"].cuda()
    draws = 200_000
    counts = lesson["draw"](
        torch.full((draws,), float(throws), dtype=torch.float64, device="cuda"), probs
    ).cpu()
    assert torch.equal(counts.sum(dim=1), torch.full((draws,), float(throws)).double())
    if throws == 10:
        assert chi_square_p(counts.sum(dim=0), draws * throws * PROBS["loaded"]) > LIMIT
    if throws > 10:
        p = 0.1
        assert kolmogorov_p((counts[:, 0] - throws * p) / math.sqrt(throws * p * (1 - p))) > LIMIT


def test_too_much_memory_is_a_sentence(d2l: Run) -> None:
    outcome = d2l("memory", "cost", "--size", str(2**36), "--device", "cuda")
    assert outcome.code == 1
    assert "Traceback" not in outcome.err
    assert outcome.err.count("\n") == 1
