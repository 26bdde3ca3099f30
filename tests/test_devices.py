"""Where tensors live: no lesson mixes devices, and a run gives back what it borrowed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
import torch

from d2lcli.errors import Refusal
from d2lcli.inputs import devices
from d2lcli.library import Silent
from d2lcli.request import TOUR, Request, load, topics
from d2lcli.runner import Failure, plan, run, written
from d2lcli.show import perform


@pytest.fixture
def elsewhere() -> Iterator[None]:
    """Tensors go to a device that computes shapes only: the nearest thing to a GPU without one."""
    torch.set_default_device("meta")
    yield
    torch.set_default_device(None)


def mixes(failure: Failure) -> bool:
    """Whether an error is about two devices, and not about numbers that meta tensors lack."""
    return "device" in failure.message.replace("meta device", "")


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("name", [name for name in TOUR if name != "memory"])
def test_no_cell_mixes_devices(name: str) -> None:
    lesson = load(name)
    for section in topics(lesson):
        names: dict[str, object] = {}
        for cell in plan(lesson, [section], {"seed": "1"}):
            (step,) = run([cell], lambda value: value, names)
            assert step.error is None or not mixes(step.error), (cell.code, step.error)


@pytest.mark.usefixtures("elsewhere")
def test_a_cell_that_mixes_devices_is_noticed() -> None:
    code = "import torch\ntorch.mv(torch.ones(2, 2, device='cpu'), torch.ones(2))"
    (step,) = run([written(code)], lambda value: value)
    assert step.error is not None
    assert mixes(step.error)


@pytest.mark.parametrize("text", ["cpu", "cuda", "cuda:0", "cuda:12", "auto"])
def test_names_of_devices(text: str) -> None:
    devices.check_name(text)


@pytest.mark.parametrize("text", ["", "gpu", "CUDA", "cuda:", "cuda:-1", "cuda:1000", "cpu:0", "x"])
def test_other_names_are_refused(text: str) -> None:
    with pytest.raises(Refusal, match="tested on cpu, cuda and cuda:N"):
        devices.check_name(text)


def test_settings_are_given_back() -> None:
    import matplotlib

    size = matplotlib.rcParams["font.size"]
    with devices.borrowed():
        assert torch.is_warn_always_enabled()
        torch.set_default_device("meta")
        matplotlib.rcParams["font.size"] = 99
    assert torch.get_default_device() == torch.device("cpu")
    assert not torch.is_warn_always_enabled()
    assert matplotlib.rcParams["font.size"] == size


def test_settings_are_given_back_after_an_error() -> None:
    with pytest.raises(RuntimeError), devices.borrowed():  # noqa: PT012
        torch.set_default_device("meta")
        torch.ones(1).item()
    assert torch.get_default_device() == torch.device("cpu")


@pytest.mark.parametrize(
    ("device", "code"),
    [
        ("cuda", 'torch.set_default_device("cuda")'),
        ("cuda:1", 'torch.cuda.set_device("cuda:1")\ntorch.set_default_device("cuda:1")'),
    ],
)
def test_a_gpu_by_its_number_is_the_current_one_too(
    device: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """memory counts what the current GPU allocates, and its events are recorded there."""
    monkeypatch.setattr(devices, "choose", lambda text: text)
    chosen: list[str] = []
    monkeypatch.setattr(torch, "set_default_device", chosen.append)
    monkeypatch.setattr(torch.cuda, "set_device", chosen.append)
    record = perform(Request("broadcast", ("sum",), device=device), Silent())
    assert [step.cell.code for step in record.steps if "set_" in step.cell.code] == [code]
    assert set(chosen) == {device}


WATCHED = """
import signal
seen = []
real = signal.signal
signal.signal = lambda *given: seen.append(given) or real(*given)
from d2lcli.inputs import devices
devices.choose("auto", alone=%s)
print(len(seen))
"""


@pytest.mark.parametrize(("alone", "handlers"), [(True, 2), (False, 0)])
def test_only_the_command_line_guards_the_first_import(alone: bool, handlers: int) -> None:
    """Ctrl-C is caught before torch is imported, and given back afterwards."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED % alone], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) == handlers
