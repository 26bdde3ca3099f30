"""``d2l env`` on environments where something is missing or broken."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from .conftest import Outcome, Run


def with_package(folder: Path, name: str, code: str, *command: str) -> Outcome:
    """Run a command line where ``import name`` runs ``code`` instead."""
    (folder / name).mkdir()
    (folder / name / "__init__.py").write_text(code)
    paths = os.pathsep.join([str(folder), str(Path(__file__).parents[1])])
    done = subprocess.run(
        [sys.executable, "-m", "d2lcli", *command],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def test_a_sound_environment_is_exit_0(d2l: Run) -> None:
    outcome = d2l("env")
    assert outcome.code == 0
    assert "nothing that a lesson needs is missing" in outcome.out or "mend it" in outcome.out


BROKEN = ["ImportError('no torch')", "OSError('libcudart.so.13')", "RuntimeError('no operator')"]


@pytest.mark.parametrize("error", BROKEN)
def test_a_torch_that_cannot_be_imported(error: str, tmp_path: Path) -> None:
    """The verdict is reached, with the reason and the command that mends it; then exit 1."""
    outcome = with_package(tmp_path, "torch", f"raise {error}", "env")
    assert outcome.code == 1
    assert error.partition("'")[2].rstrip("')") in outcome.out
    assert "pip install -U torch numpy" in outcome.out
    assert outcome.err.startswith("d2l: env stopped at `assert")
    assert "no lesson can run before it is mended: " in outcome.err
    assert outcome.err.endswith("; what is shown above says how\n")
    assert outcome.err.count("\n") == 1


def test_a_file_of_ones_own_that_is_called_torch(tmp_path: Path) -> None:
    outcome = with_package(tmp_path, "torch", "", "env", "--json")
    assert outcome.code == 1
    assert "has no attribute" in outcome.err and outcome.err.count("\n") == 1
    assert outcome.document["versions"]["torch"] is None
    device = with_package(tmp_path / "torch", "torch", "", "norm", "--device", "auto")
    assert device.code == 1
    assert "device auto: torch cannot be used (module 'torch' has no attribute" in device.err


@pytest.mark.parametrize(
    ("tool", "mend"),
    [(None, "nothing, unless there is an NVIDIA GPU"), ("/bin/true", "update NVIDIA's driver")],
)
def test_a_build_for_cuda_without_a_device(
    tool: str | None, mend: str, d2l: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is installed by default on Linux is one, and no mistake without a GPU."""
    monkeypatch.setattr(torch.version, "cuda", "13.0")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda _: tool)
    outcome = d2l("env", "verdict")
    assert outcome.code == 0
    assert mend in " ".join(outcome.out.split())


@pytest.mark.parametrize("error", BROKEN)
def test_a_lesson_without_torch_is_a_sentence(error: str, tmp_path: Path) -> None:
    outcome = with_package(tmp_path, "torch", f"raise {error}", "norm")
    assert outcome.code == 1
    assert outcome.err.startswith("d2l: norm stopped at `import torch`: ")
    assert outcome.err.count("\n") == 1
    assert "d2l env" in outcome.err
    device = with_package(tmp_path / "torch", "torch", f"raise {error}", "norm", "--device", "cuda")
    assert device.code == 1
    assert "Traceback" not in device.err


def test_a_torch_that_does_not_know_numpy(d2l: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def numpy(_: object) -> None:
        raise RuntimeError("Numpy is not available")

    monkeypatch.setattr(torch.Tensor, "numpy", numpy)
    outcome = d2l("env", "verdict")
    assert outcome.code == 1
    assert outcome.out.count("Numpy is not available") == 2
    assert "pip install -U torch numpy" in outcome.out
