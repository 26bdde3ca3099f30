"""Where tensors live: no lesson mixes devices, none takes more than there is, all is given back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from d2lcli import request as asked
from d2lcli.errors import Misuse, Refusal
from d2lcli.inputs import devices
from d2lcli.lesson import NAMES, load
from d2lcli.request import Request

ROOT = Path(__file__).parents[1]
MIB, GIB = 2**20, 2**30


# Names, and the devices that they stand for


@pytest.mark.parametrize("text", ["cpu", "cuda", "cuda:0", "cuda:12", "auto"])
def test_names_of_devices(text: str) -> None:
    devices.check_name(text)


@pytest.mark.parametrize(
    "text", ["", "gpu", "mps", "CUDA", "cuda:", "cuda:-1", "cuda:01", "cuda:1000", "cpu:0", "xpu"]
)
def test_other_names_are_refused(text: str) -> None:
    with pytest.raises(Misuse, match="tested on cpu, cuda and cuda:N"):
        devices.check_name(text)


@pytest.fixture
def two_gpus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)


@pytest.mark.usefixtures("two_gpus")
@pytest.mark.parametrize(
    ("text", "device"), [("cpu", "cpu"), ("cuda", "cuda"), ("cuda:1", "cuda:1"), ("auto", "cuda")]
)
def test_with_gpus(text: str, device: str) -> None:
    assert devices.choose(text) == device


@pytest.mark.usefixtures("two_gpus")
def test_a_gpu_that_is_not_there() -> None:
    with pytest.raises(Refusal, match=r"cuda:2: .* it has cpu, cuda:0, cuda:1 \("):
        devices.choose("cuda:2")


def test_a_driver_too_old_warns_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Torch warns in this case. The sentence, and ``d2l env``, say it."""

    def is_available() -> bool:
        warnings.warn("The NVIDIA driver on your system is too old", stacklevel=1)
        return False

    monkeypatch.setattr(torch.cuda, "is_available", is_available)
    assert devices.choose("auto") == "cpu"
    with pytest.raises(Refusal, match=r"it has cpu .*d2l env --device cuda says why"):
        devices.choose("cuda")


def test_a_torch_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(torch, "cuda")
    assert devices.choose("cpu") == "cpu"
    with pytest.raises(Refusal, match=r"auto: torch cannot be used \(.*cuda.*d2l env"):
        devices.choose("auto")


# Memory


def machine(root: Path, available: int, total: int, groups: str = "") -> None:
    """A made-up /proc in ``root``. ``groups`` is what /proc/self/cgroup says."""
    (root / "proc/self").mkdir(parents=True)
    text = f"MemTotal: {total // 1024} kB\nMemFree: 1 kB\nMemAvailable:   {available // 1024} kB\n"
    (root / "proc/meminfo").write_text(text)
    (root / "proc/self/cgroup").write_text(groups)


def group(folder: Path, limit: str, used: int, cached: int = 0) -> None:
    """A control group, in the files of both versions."""
    folder.mkdir(parents=True, exist_ok=True)
    stat = f"anon 7\ninactive_file {cached}\ntotal_inactive_file {cached}\nactive_file 9\n"
    (folder / "memory.stat").write_text(stat)
    if "memory" in folder.parts:
        (folder / "memory.limit_in_bytes").write_text(f"{limit}\n")
        (folder / "memory.usage_in_bytes").write_text(f"{used}\n")
    else:
        (folder / "memory.max").write_text(f"{limit}\n")
        (folder / "memory.current").write_text(f"{used}\n")


V1 = "12:cpu,cpuacct:/docker/ab\n4:memory:/docker/ab\n1:name=systemd:/x\n"
V2 = "0::/user.slice/ab:c.scope\n"


def test_a_machine_without_containers(tmp_path: Path) -> None:
    machine(tmp_path, 3 * GIB, 8 * GIB)
    assert devices.memory(tmp_path) == (3 * GIB, 8 * GIB)


@pytest.mark.parametrize(
    ("groups", "folder"),
    [
        (V1, "sys/fs/cgroup/memory/docker/ab"),  # as seen from outside
        (V1, "sys/fs/cgroup/memory"),  # in a container the own group is mounted as the outermost
        (V1, "sys/fs/cgroup/memory/docker"),  # a limit for all containers
        (V2, "sys/fs/cgroup/user.slice/ab:c.scope"),
        (V2, "sys/fs/cgroup/user.slice"),
        ("0::/\n", "sys/fs/cgroup"),
    ],
)
def test_the_limit_of_a_container(groups: str, folder: str, tmp_path: Path) -> None:
    """What it has used counts, but for copies of files that the kernel gives up on demand."""
    machine(tmp_path, 20 * GIB, 24 * GIB, groups)
    group(tmp_path / folder, str(GIB), used=400 * MIB, cached=100 * MIB)
    assert devices.memory(tmp_path) == (724 * MIB, GIB)


def test_the_tightest_limit_counts(tmp_path: Path) -> None:
    machine(tmp_path, 20 * GIB, 24 * GIB, V2)
    group(tmp_path / "sys/fs/cgroup/user.slice", str(GIB), used=900 * MIB)
    group(tmp_path / "sys/fs/cgroup/user.slice/ab:c.scope", str(2 * GIB), used=100 * MIB)
    assert devices.memory(tmp_path) == (124 * MIB, GIB)


@pytest.mark.parametrize(
    ("groups", "folder", "limit"),
    [
        (V2, "sys/fs/cgroup/user.slice/ab:c.scope", "max"),
        (V1, "sys/fs/cgroup/memory/docker/ab", str(2**63 - 4096)),
        ("4:cpu:/\n", "sys/fs/cgroup/cpu/memory", "4096"),  # not the memory's
    ],
)
def test_a_container_without_a_limit(groups: str, folder: str, limit: str, tmp_path: Path) -> None:
    machine(tmp_path, 3 * GIB, 8 * GIB, groups)
    group(tmp_path / folder, limit, used=2 * GIB)
    assert devices.memory(tmp_path) == (3 * GIB, 8 * GIB)


def test_a_container_that_is_over_its_limit_has_nothing_free(tmp_path: Path) -> None:
    machine(tmp_path, 3 * GIB, 8 * GIB, V2)
    group(tmp_path / "sys/fs/cgroup/user.slice", str(GIB), used=2 * GIB)
    assert devices.memory(tmp_path) == (0, GIB)


def test_without_proc_all_memory_counts_as_free(tmp_path: Path) -> None:
    """As on macOS."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    assert devices.memory(tmp_path) == (total, total)


def test_here_there_is_memory() -> None:
    assert 0 < devices.free_memory() <= devices.memory().total


def test_more_than_there_is_is_refused_with_both_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "free_memory", lambda: 700 * MIB)
    devices.require(700 * MIB, "cpu", "--shape")
    devices.require(0, "cpu", "--shape")
    expected = "--shape 15000,15000: this takes 1.7 GiB, and cpu has 700 MiB free; give a smaller"
    with pytest.raises(Refusal, match=expected):
        devices.require(15000 * 15000 * 8, "cpu", "--shape 15000,15000")


def test_what_torch_takes_is_not_free_for_tensors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "torch")
    monkeypatch.setattr(devices, "free_memory", lambda: devices.TORCH + MIB)
    devices.require(MIB, "cpu", "--shape")
    with pytest.raises(Refusal, match="takes 1 MiB, and cpu has 1 MiB free"):
        devices.require(MIB + 1, "cpu", "--shape")


def test_the_memory_of_a_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "empty_cache", lambda: None)
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda _: (2 * GIB, 4 * GIB))
    devices.require(2 * GIB, "cuda:1", "--size")
    with pytest.raises(Refusal, match=r"this takes 3\.0 GiB, and cuda:1 has 2\.0 GiB free"):
        devices.require(3 * GIB, "cuda:1", "--size")


def test_a_gpu_that_fails_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise RuntimeError("CUDA error:\nbusy")

    monkeypatch.setattr(torch.cuda, "empty_cache", lambda: None)
    monkeypatch.setattr(torch.cuda, "mem_get_info", fail)
    with pytest.raises(Refusal, match=r"cuda: it cannot be used \(CUDA error: busy\); d2l env"):
        devices.require(1, "cuda", "--size")


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "less than 1 MiB"),
        (MIB - 1, "less than 1 MiB"),
        (MIB, "1 MiB"),
        (GIB - 1, "1,024 MiB"),
        (GIB, "1.0 GiB"),
        (1536 * GIB, "1,536.0 GiB"),
        (10**20 * GIB, "1e+20 GiB"),
        (10**400 * GIB, "1e+400 GiB"),
    ],
)
def test_amounts(size: int, text: str) -> None:
    assert devices.amount(size) == text


@given(st.integers(0, 10**500))
def test_every_size_can_be_said(size: int) -> None:
    assert devices.amount(size).endswith("iB")


# No lesson mixes devices


@pytest.fixture
def elsewhere() -> Iterator[None]:
    """Tensors go to a device that computes shapes only: the nearest thing to a GPU without one."""
    torch.set_default_device("meta")
    yield
    torch.set_default_device(None)


def mixed(code: str, names: dict[str, object]) -> bool:
    """Whether ``code`` fails because of two devices, and not for numbers that meta lacks."""
    try:
        exec(compile(code, "a cell", "exec"), names)
    except Exception as error:
        return "device" in str(error).replace("meta device", "")
    return False


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", [name for name in NAMES if name != "memory"])
def test_no_cell_mixes_devices(name: str) -> None:
    lesson = load(name)
    request = Request(name, seed=1)
    for section in lesson.sections.values():
        names: dict[str, object] = {}
        for cell in [*asked.given(lesson, request, [section]), *asked.cells(section, request)]:
            assert not mixed(cell.code, names), cell.code


@pytest.mark.usefixtures("elsewhere")
def test_a_cell_that_mixes_devices_is_noticed() -> None:
    code = "import torch\ntorch.mv(torch.ones(2, 2, device='cpu'), torch.ones(2))"
    assert mixed(code, {})


@pytest.mark.parametrize(
    ("device", "code"),
    [
        ("cuda", ['torch.set_default_device("cuda")']),
        ("cuda:1", ['torch.cuda.set_device("cuda:1")\ntorch.set_default_device("cuda:1")']),
        ("cpu", []),
    ],
)
def test_a_gpu_by_its_number_is_the_current_one_too(device: str, code: list[str]) -> None:
    """memory counts what the current GPU allocates, and its events are recorded there."""
    lesson = load("derivative")
    cells = asked.given(lesson, Request("derivative", device=device), [])
    assert [cell.code for cell in cells if "set_" in cell.code] == code


# What is borrowed is given back


def test_settings_are_given_back() -> None:
    import matplotlib

    size = matplotlib.rcParams["font.size"]
    state = torch.get_rng_state()
    with devices.borrowed():
        assert torch.is_warn_always_enabled()
        torch.set_default_device("meta")
        torch.set_default_dtype(torch.float64)
        torch.manual_seed(1)
        os.environ[devices.KINETO] = "5"
        matplotlib.rcParams["font.size"] = 99
    assert torch.empty(0).device == torch.device("cpu")
    assert torch.get_default_dtype() == torch.float32
    assert not torch.is_warn_always_enabled()
    assert torch.equal(torch.get_rng_state(), state)
    assert matplotlib.rcParams["font.size"] == size


def test_a_callers_own_settings_are_put_aside_and_given_back() -> None:
    torch.set_default_dtype(torch.float64)
    torch.set_default_device("meta")
    try:
        with torch.no_grad(), devices.borrowed():
            devices.reset()
            assert torch.empty(0).device == torch.device("cpu")
            assert torch.get_default_dtype() == torch.float32
            assert torch.is_grad_enabled()
        assert torch.get_default_dtype() == torch.float64
        assert torch.empty(0).device == torch.device("meta")
    finally:
        torch.set_default_device(None)
        torch.set_default_dtype(torch.float32)


def test_settings_are_given_back_after_an_error() -> None:
    with pytest.raises(RuntimeError), devices.borrowed():  # noqa: PT012
        torch.set_default_device("meta")
        torch.ones(1).item()
    assert torch.empty(0).device == torch.device("cpu")


def test_a_default_device_on_which_nothing_can_be_made_is_left() -> None:
    """As after an error on a GPU; without one, "cuda" is such a device."""
    if torch.cuda.is_available():
        pytest.skip("here tensors can be made on cuda")
    with devices.borrowed():
        torch.set_default_device("cuda")
    assert torch.ones(1).device == torch.device("cpu")
    torch.set_default_device("cuda")
    devices.reset()
    assert torch.ones(1).device == torch.device("cpu")


OWN = """
import sys
from d2lcli.inputs import devices
devices.reset()
with devices.borrowed():
    print("ran")
devices.reset()
"""


@pytest.mark.parametrize("code", ["", "raise OSError('libtorch.so')", "cuda = None"])
def test_with_a_torch_that_is_none(code: str, tmp_path: Path) -> None:
    """The lesson's own import tells."""
    (tmp_path / "torch.py").write_text(code)
    paths = os.pathsep.join([str(tmp_path), str(ROOT)])
    done = subprocess.run(
        [sys.executable, "-c", OWN],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "ran\n", "")


@pytest.mark.parametrize(("alone", "guarded"), [(True, True), (False, False)])
def test_only_the_command_line_guards_the_first_import(
    alone: bool, guarded: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C is caught before torch is imported, and given back afterwards."""
    before = signal.getsignal(signal.SIGINT)
    monkeypatch.delitem(sys.modules, "torch")
    with devices.first_import(alone):
        assert (signal.getsignal(signal.SIGINT) is not before) is guarded
    assert signal.getsignal(signal.SIGINT) is before
