"""``d2l env`` on machines that are made up, each with something missing or broken."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from d2lcli.doctor import Finding, Line, Machine, Nvidia, Report, document, examine, lines
from d2lcli.doctor.facts import measure
from d2lcli.doctor.probes import release
from d2lcli.errors import Misuse, Refusal
from d2lcli.inputs.devices import Memory

GIB = 2**30
SITE = "lib/python3.11/site-packages"
NEEDS = ("torch>=2.0", "numpy>=1.23,<3", "matplotlib>=3.7", 'ipykernel>=99; extra == "test"')
H100 = Nvidia("550.54.15", (12, 4), ("NVIDIA H100 80GB HBM3",))


# Machines


def raising(error: BaseException) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> Any:
        raise error

    return fail


class Ones:
    """A tensor of a torch that is made up."""

    def __init__(self, *_: object, numpy: str = "", add: str = "", **__: object) -> None:
        self.numpy_error, self.add_error = numpy, add

    def numpy(self) -> list[float]:
        if self.numpy_error:
            raise RuntimeError(self.numpy_error)
        return [1.0]

    def __add__(self, other: int) -> Ones:
        if self.add_error:
            raise RuntimeError(self.add_error)
        return self

    def item(self) -> float:
        return 2.0


def made_torch(
    version: str = "2.13.0",
    cuda: str | None = None,
    gpus: Sequence[str] = (),
    numpy: str = "",
    add: str = "",
    warned: str = "",
    hip: str | None = None,
) -> SimpleNamespace:
    """A torch: what it was built for, the GPUs that it sees, and what fails in it."""

    def is_available() -> bool:
        if warned:
            warnings.warn(warned, stacklevel=1)
        return bool(gpus)

    def ones(*_: object, device: str = "cpu") -> Ones:
        return Ones(numpy=numpy, add=add if device == "cuda:0" else "")

    return SimpleNamespace(
        __version__=version,
        version=SimpleNamespace(cuda=cuda, hip=hip),
        ones=ones,
        cuda=SimpleNamespace(
            is_available=is_available,
            device_count=lambda: len(gpus),
            get_device_name=lambda index: gpus[index],
            mem_get_info=lambda _: (79 * GIB, 80 * GIB),
        ),
    )


def package(version: str) -> SimpleNamespace:
    return SimpleNamespace(__version__=version)


def made(
    root: Path,
    torch: object = None,
    packages: Mapping[str, object] | None = None,
    nvidia: Nvidia | None = None,
    environ: Mapping[str, str] | None = None,
    **more: Any,
) -> Machine:
    """A sound machine with a virtual environment in ``root``, but for what is given.

    ``packages``: modules, or errors that their import raises, by name; None where it is missing.
    """
    torch = made_torch() if torch is None else torch
    modules: dict[str, object] = {
        "torch": torch,
        "numpy": package("2.4.6"),
        "matplotlib": package("3.11.2"),
        "notebook": package("7.5.0"),
        "pip": package("26.0"),
        **(packages or {}),
    }
    recorded = {"torch": "2.13.0", "numpy": "2.4.6", "matplotlib": "3.11.2"}

    def version(name: str) -> str | None:
        module = modules.get(name)
        return getattr(module, "__version__", recorded.get(name)) if module is not None else None

    def load(name: str) -> Any:
        module = modules.get(name.partition(".")[0])
        if module is None:
            raise ModuleNotFoundError(f"No module named {name!r}")
        if isinstance(module, BaseException):
            raise module
        return module

    usual: dict[str, Any] = {
        "python": "3.11.7",
        "system": "Linux x86_64",
        "processor": "x86_64",
        "cores": 2,
        "prefix": root / "venv",
        "base": Path("/usr"),
        "executable": root / "venv/bin/python",
        "library": root / "usr/lib/python3.11",
        "path": [str(root / "usr/lib/python3.11"), str(root / "venv" / SITE)],
        "folder": root / "work",
        "needs": lambda name: NEEDS if name == "d2lcli" else (),
        "loaded": lambda: ["random", "queue", "d2lcli", "torch"],
        "which": lambda name: str(root / "venv/bin" / name),
        "memory": lambda: Memory(21 * GIB, 24 * GIB),
    }
    return Machine(
        environ=environ or {},
        version=version,
        load=load,
        nvidia=lambda: nvidia,
        **(usual | more),
    )


def written(file: Path, text: str = "") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def bad(report: Report) -> dict[str, Finding]:
    """What is not fine, by name."""
    return {one.name: one for one in report.findings if one.level != "ok"}


def only(machine: Machine) -> Finding:
    """The one thing that is not fine, besides a GPU that is not there."""
    report = examine(machine=machine)
    (finding,) = [
        one for one in bad(report).values() if (one.name, one.level) != ("cuda", "missing")
    ]
    assert report.can_run is (finding.stops != "lessons")
    return finding


# A sound machine


def test_a_sound_machine_is_told_in_four_lines(tmp_path: Path) -> None:
    report = examine(machine=made(tmp_path))
    assert lines(report) == [
        Line("✓", "lessons", "Python 3.11.7 · torch 2.13.0 · numpy 2.4.6 · matplotlib 3.11.2"),
        Line("✓", "cpu", "x86_64, 2 cores, 21.0 of 24.0 GiB free"),
        Line("–", "cuda", "this PyTorch is built for the CPU, and there is no NVIDIA driver"),
        Line("✓", "jupyter", "notebook 7.5.0"),
    ]
    assert report.can_run
    assert report.refusal == ""


def test_a_machine_with_gpus(tmp_path: Path) -> None:
    torch = made_torch("2.13.0+cu126", "12.4", ["NVIDIA H100"] * 8)
    report = examine("cuda", machine=made(tmp_path, torch, nvidia=H100))
    assert report.can_run
    assert Line(
        "✓",
        "cuda",
        "cuda:0 and 7 more: NVIDIA H100, 79.0 of 80.0 GiB free; "
        "PyTorch is built for CUDA 12.4, driver 550.54.15",
    ) in lines(report)
    assert len(document(report)["devices"]) == 9


def test_a_build_for_rocm_is_one_for_gpus(tmp_path: Path) -> None:
    torch = made_torch(hip="6.2", gpus=["AMD Instinct MI300X"])
    report = examine("cuda:0", machine=made(tmp_path, torch))
    assert report.can_run
    assert "cuda:0 AMD Instinct MI300X, 79.0 of 80.0 GiB free; PyTorch is built for ROCm 6.2" in (
        line.text for line in lines(report)
    )
    without = bad(examine(machine=made(tmp_path, made_torch(hip="6.2"), nvidia=H100)))
    assert without["cuda"].told == "this PyTorch is built for ROCm 6.2, and there is no GPU"


# PyTorch


BROKEN = [
    ImportError("libcudart.so.13: cannot open shared object file"),
    OSError("libc10.so"),
    RuntimeError("operator\n torchvision::nms does not exist"),
    SystemExit("mine"),
    AttributeError(""),
]


@pytest.mark.parametrize("error", BROKEN, ids=repr)
def test_a_torch_that_cannot_be_imported(error: BaseException, tmp_path: Path) -> None:
    """Whatever it raises; the reason is in the finding, in one line."""
    report = examine(machine=made(tmp_path, error))
    finding = bad(report)["torch"]
    assert finding.level == "wrong" and finding.stops == "lessons"
    assert " ".join(f"{type(error).__name__}: {error}".split()).rstrip(": ") in finding.told
    assert finding.mend == "pip install --force-reinstall torch"
    assert not report.can_run
    assert report.refusal.startswith("env: no lesson can run: ")
    assert report.refusal.count("\n") == 0
    assert document(report)["versions"]["torch"] is None
    assert "cuda" not in bad(report)  # it comes first


def test_a_keyboard_interrupt_is_none_of_torchs_errors(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        examine(machine=made(tmp_path, KeyboardInterrupt()))


def test_a_broken_build_for_the_cpu_is_not_replaced_by_one_for_cuda(tmp_path: Path) -> None:
    error = ImportError("libtorch_cpu.so")
    error.__version__ = "2.13.0+cpu"  # type: ignore[attr-defined]  # the installer's record
    finding = only(made(tmp_path, error))
    assert finding.mend == "pip uninstall torch, then the build for the CPU on pytorch.org"


def test_without_torch(tmp_path: Path) -> None:
    report = examine(machine=made(tmp_path, packages={"torch": None}))
    assert bad(report) == {
        "torch": Finding(
            "missing", "torch", "not installed (every lesson)", "pip install torch", "lessons"
        )
    }
    assert lines(report)[:2] == [
        Line(
            "✗",
            "lessons",
            "Python 3.11.7 · numpy 2.4.6 · matplotlib 3.11.2: no lesson can run on cpu",
        ),
        Line("✗", "torch", "not installed (every lesson): pip install torch"),
    ]
    assert report.refusal == (
        "env: no lesson can run: torch: not installed (every lesson); pip install torch"
    )


def test_a_torch_that_is_too_old(tmp_path: Path) -> None:
    finding = only(made(tmp_path, made_torch("1.13.1+cu117")))
    assert finding.told == "torch 1.13.1+cu117 is too old: d2l works with 2.0 and newer"
    assert finding.mend == "pip install --upgrade torch"
    assert finding.stops == "lessons"


@pytest.mark.parametrize(
    ("version", "numbers"),
    [
        ("2.13.0+cpu", (2, 13, 0)),
        ("2.6.0a0+ecf3bae40a.nv25.1", (2, 6, 0)),
        ("1.10", (1, 10)),
        ("3.0rc1", (3, 0)),
        ("", ()),
        (None, ()),
    ],
)
def test_versions(version: str | None, numbers: tuple[int, ...]) -> None:
    assert release(version) == numbers


def test_something_else_that_is_called_torch(tmp_path: Path) -> None:
    """A module from a place that no path shows."""
    report = examine(machine=made(tmp_path, package("0.1")))
    assert "AttributeError" in bad(report)["torch"].told


# NumPy and matplotlib


def test_a_torch_built_for_numpy_1_beside_numpy_2(tmp_path: Path) -> None:
    finding = only(made(tmp_path, made_torch("2.0.1", numpy="Numpy is not available")))
    assert finding.told == "torch 2.0.1 was built for NumPy 1, here is NumPy 2.4.6"
    assert finding.mend == 'pip install "numpy<2"'
    assert finding.stops == "lessons"


def test_a_numpy_that_does_not_work_with_torch_for_another_reason(tmp_path: Path) -> None:
    finding = only(made(tmp_path, made_torch(numpy="Numpy is not available")))
    assert finding.told == "a tensor cannot become an array: RuntimeError: Numpy is not available"
    assert finding.mend == "pip install --force-reinstall numpy"


def test_without_numpy(tmp_path: Path) -> None:
    torch = made_torch(numpy="Numpy is not available")
    finding = only(made(tmp_path, torch, {"numpy": None}))
    assert (finding.name, finding.level, finding.mend) == ("numpy", "missing", "pip install numpy")


@pytest.mark.parametrize(("name", "stops"), [("numpy", "lessons"), ("matplotlib", "pictures")])
def test_a_package_that_cannot_be_imported(name: str, stops: str, tmp_path: Path) -> None:
    finding = only(made(tmp_path, packages={name: ImportError("numpy.core.multiarray\nfailed")}))
    assert finding.told == f"import {name}: ImportError: numpy.core.multiarray failed"
    assert (finding.name, finding.stops) == (name, stops)
    assert finding.mend.startswith("pip install ") and finding.mend.endswith(name)


def test_without_matplotlib_lessons_run(tmp_path: Path) -> None:
    report = examine(machine=made(tmp_path, packages={"matplotlib": None}))
    assert report.can_run
    assert Line("–", "matplotlib", "not installed (pictures): pip install matplotlib") in lines(
        report
    )


def test_a_missing_module_of_an_installed_package_is_no_missing_package(tmp_path: Path) -> None:
    error = ModuleNotFoundError("No module named 'pyparsing'")
    finding = only(made(tmp_path, packages={"matplotlib": error}))
    assert finding.level == "wrong"
    assert "pyparsing" in finding.told


# Devices


def on_cuda(machine: Machine, device: str = "cuda") -> Finding:
    """What is wrong with the GPU: it stops ``--device cuda``, and nothing else."""
    report = examine(device, machine=machine)
    finding = bad(report)["cuda"]
    assert finding.stops == "cuda"
    assert not report.can_run
    assert report.refusal.startswith(f"env: no lesson can run on {device}: ")
    assert lines(report)[0].mark == "✗"
    assert examine("cpu", machine=machine).can_run
    assert examine("auto", machine=machine).can_run
    return finding


@pytest.mark.parametrize(("build", "words"), [(None, "the CPU"), ("13.0", "CUDA 13.0")])
def test_without_a_gpu_nothing_is_wrong(build: str | None, words: str, tmp_path: Path) -> None:
    """What is installed by default on Linux is a build for CUDA."""
    machine = made(tmp_path, made_torch(cuda=build))
    finding = on_cuda(machine)
    assert finding.level == "missing" and finding.mend == ""
    assert finding.told == f"this PyTorch is built for {words}, and there is no NVIDIA driver"
    assert examine("cuda", machine=machine).refusal == (
        f"env: no lesson can run on cuda: {finding.told}; --device cpu works"
    )
    driver = on_cuda(made(tmp_path, made_torch(cuda=build), nvidia=Nvidia(cuda=(13, 0))))
    assert driver.level == "missing" and "NVIDIA GPU" in driver.told


def test_a_build_for_the_cpu_beside_a_gpu(tmp_path: Path) -> None:
    """Pip takes such a build for the newest, so --upgrade would change nothing."""
    finding = on_cuda(made(tmp_path, made_torch("2.13.0+cpu"), nvidia=H100))
    assert finding.level == "wrong"
    assert finding.told == "here is NVIDIA H100 80GB HBM3, and this PyTorch is built for the CPU"
    assert finding.mend == (
        "pip uninstall torch, then choose a build for CUDA 12.4 or older on pytorch.org"
    )


def test_a_driver_that_is_too_old(tmp_path: Path) -> None:
    old = Nvidia("470.82", (11, 4), ("Tesla T4",))
    finding = on_cuda(made(tmp_path, made_torch(cuda="13.0", warned="too old"), nvidia=old))
    assert finding.told == (
        "the driver 470.82 is too old: it runs CUDA 11.4, and this PyTorch is built for CUDA 13.0"
    )
    assert finding.mend == (
        "a newer driver; or pip uninstall torch, then choose a build for CUDA 11.4 or older "
        "on pytorch.org"
    )


def test_a_gpu_that_torch_does_not_see(tmp_path: Path) -> None:
    torch = made_torch(cuda="12.4", warned="CUDA unknown error\n- restart")
    finding = on_cuda(made(tmp_path, torch, nvidia=H100))
    assert finding.told.endswith("does not see NVIDIA H100 80GB HBM3: CUDA unknown error - restart")
    silent = on_cuda(made(tmp_path, made_torch(cuda="12.4"), nvidia=replace(H100, gpus=("a", "b"))))
    assert silent.told.endswith("does not see a and 1 more")


@pytest.mark.parametrize("value", ["", "-1", "7"])
def test_gpus_that_a_variable_hides(value: str, tmp_path: Path) -> None:
    environ = {"CUDA_VISIBLE_DEVICES": value}
    finding = on_cuda(made(tmp_path, made_torch(cuda="12.4"), nvidia=H100, environ=environ))
    assert f"CUDA_VISIBLE_DEVICES={value} " in finding.told
    assert finding.mend == "unset CUDA_VISIBLE_DEVICES"


def test_a_driver_that_fails(tmp_path: Path) -> None:
    fault = Nvidia(fault="Failed to initialize NVML:\nDriver/library version mismatch")
    finding = on_cuda(made(tmp_path, made_torch(cuda="12.4"), nvidia=fault))
    assert "nvidia-smi fails: Failed to initialize NVML: Driver/library version" in finding.told
    assert finding.mend.startswith("restart")


@pytest.mark.parametrize(
    ("error", "mend"),
    [
        ("CUDA error: no kernel image is available", "on pytorch.org that knows it"),
        ("CUDA out of memory. Tried", "nvidia-smi shows its state"),
        ("CUDA error: uncorrectable ECC error", "nvidia-smi shows its state"),
    ],
)
def test_a_gpu_on_which_nothing_can_be_computed(error: str, mend: str, tmp_path: Path) -> None:
    torch = made_torch(cuda="12.4", gpus=["GTX 780", "H100"], add=error)
    machine = made(tmp_path, torch, nvidia=H100)
    finding = on_cuda(machine)
    assert "cuda:0 GTX 780" in finding.told
    assert mend in finding.mend
    assert examine("cuda:1", machine=machine).can_run


def test_a_gpu_with_a_number_that_is_not_there(tmp_path: Path) -> None:
    machine = made(tmp_path, made_torch(cuda="12.4", gpus=["H100"]), nvidia=H100)
    report = examine("cuda:3", machine=machine)
    assert not report.can_run
    assert bad(report)["cuda"].told == "cuda:3 is not there; there are cuda:0"


def test_a_torch_that_fails_while_it_looks_for_gpus(tmp_path: Path) -> None:
    torch = made_torch(cuda="12.4")
    torch.cuda.is_available = raising(RuntimeError("no NVML"))
    assert on_cuda(made(tmp_path, torch, nvidia=H100)).told.endswith("RuntimeError: no NVML")


@pytest.mark.parametrize("device", ["mps", "", "gpu"])
def test_other_devices_are_refused(device: str, tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="tested on cpu, cuda and cuda:N"):
        examine(device, machine=made(tmp_path))


# Files in the way, and packages that are there twice


def real(folder: Path, name: str, version: str) -> Path:
    """An installed package."""
    written(folder / name / "__init__.py")
    written(folder / name / "version.py")
    record(folder, name, version)
    return folder


def record(folder: Path, name: str, version: str) -> None:
    """What an installer writes down."""
    text = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    written(folder / f"{name}-{version}.dist-info/METADATA", text)


@pytest.mark.parametrize("file", ["torch.py", "torch/__init__.py"])
def test_a_file_in_this_folder_that_is_called_torch(file: str, tmp_path: Path) -> None:
    """Lessons run all the same where this folder is not on Python's way."""
    shadow = written(tmp_path / "work" / file)
    real(tmp_path / "venv" / SITE, "torch", "2.13.0")
    report = examine(machine=made(tmp_path))
    finding = bad(report)["files"]
    assert finding.told.startswith(f"{shadow}: ") and finding.told.endswith("in place of torch")
    assert finding.mend == "give it another name"
    assert report.can_run


@pytest.mark.parametrize("entry", ["", ".", "own"])
def test_a_file_on_the_way_that_is_called_torch(entry: str, tmp_path: Path) -> None:
    """It is named, and not run."""
    shadow = written(tmp_path / "work" / entry / "torch.py")
    real(tmp_path / "venv" / SITE, "torch", "2.13.0")
    path = [entry, *made(tmp_path).path]
    report = examine(machine=made(tmp_path, AssertionError("it was run"), path=path))
    finding = bad(report)["torch"]
    assert finding.told == f"{shadow} is imported in place of PyTorch"
    assert finding.mend == "give it another name"
    assert not report.can_run
    assert "it was run" not in json.dumps(document(report))
    assert "files" not in bad(report)


@pytest.mark.parametrize(("name", "runs"), [("numpy", False), ("matplotlib", True)])
def test_a_file_on_the_way_that_is_called_like_another_package(
    name: str, runs: bool, tmp_path: Path
) -> None:
    shadow = written(tmp_path / "work" / f"{name}.py")
    path = ["", *made(tmp_path).path]
    report = examine(machine=made(tmp_path, path=path))
    assert bad(report)[name].told == f"{shadow} is imported in its place"
    assert bad(report)[name].mend == "give it another name"
    assert report.can_run is runs


def test_a_numpy_of_ones_own_is_why_torch_cannot_be_imported(tmp_path: Path) -> None:
    """To install PyTorch anew would not help."""
    shadow = written(tmp_path / "work/numpy.py")
    error = AttributeError("module 'numpy' has no attribute 'ndarray'")
    report = examine(machine=made(tmp_path, error, path=["", *made(tmp_path).path]))
    assert report.refusal == (
        f"env: no lesson can run: torch: {shadow} is imported in place of numpy: AttributeError: "
        "module 'numpy' has no attribute 'ndarray'; give it another name"
    )


def test_pytorchs_source_without_a_build_stands_in_the_way(tmp_path: Path) -> None:
    source = written(tmp_path / "work/torch/__init__.py")
    assert bad(examine(machine=made(tmp_path)))["files"].told.startswith(str(source))


def test_a_folder_of_data_called_torch_is_no_module(tmp_path: Path) -> None:
    (tmp_path / "work/torch").mkdir(parents=True)
    assert "files" not in bad(examine(machine=made(tmp_path)))


@pytest.mark.parametrize("reached", [True, False])
def test_a_file_called_like_a_module_of_python(reached: bool, tmp_path: Path) -> None:
    """Only modules count that are in use: a file test.py harms nobody."""
    shadow = written(tmp_path / "work/random.py")
    written(tmp_path / "work/test.py")
    path = ["" if reached else "elsewhere", *made(tmp_path).path]
    finding = only(made(tmp_path, path=path))
    assert finding.told == (
        f"{shadow}: programs and notebooks in its folder import this file in place of "
        "Python's own random"
    )
    written(tmp_path / "work/queue.py")
    assert "queue.py and 1 more: " in only(made(tmp_path, path=path)).told
    error = ImportError("cannot import name 'Random'")
    broken = bad(examine(machine=made(tmp_path, error, path=path)))["torch"]
    assert ("is imported in place of Python's own" in broken.told) is reached


def test_python_finds_its_own_modules_in_its_own_folder(tmp_path: Path) -> None:
    written(tmp_path / "usr/lib/python3.11/random.py")
    machine = made(tmp_path, folder=tmp_path / "usr/lib/python3.11")
    assert "files" not in bad(examine(machine=machine))


def test_two_torches(tmp_path: Path) -> None:
    first = real(tmp_path / "home" / SITE, "torch", "2.13.0+cpu")
    second = real(tmp_path / "venv" / SITE, "torch", "2.4.1")
    machine = made(tmp_path, path=[str(first), str(second), str(second)])
    finding = only(machine)
    assert finding.name == "two torch"
    assert finding.told == (
        f"2.13.0+cpu in {first} is taken, 2.4.1 in {second} is hidden behind it"
    )
    assert finding.mend == "pip uninstall torch removes the first"


def test_one_folder_by_two_names_has_one_torch(tmp_path: Path) -> None:
    folder = real(tmp_path / "venv/lib/site", "torch", "2.13.0")
    (tmp_path / "venv/lib64").symlink_to(tmp_path / "venv/lib")
    path = [str(folder), str(tmp_path / "venv/lib64/site")]
    assert list(bad(examine(machine=made(tmp_path, path=path)))) == ["cuda"]


def test_two_records_of_torch_in_one_folder(tmp_path: Path) -> None:
    folder = real(tmp_path / "venv" / SITE, "torch", "2.13.0")
    record(folder, "torch", "2.4.1")
    finding = only(made(tmp_path))
    assert "2.4.1" in finding.told and "2.13.0" in finding.told and str(folder) in finding.told
    assert finding.mend == "pip uninstall torch, twice; then install it again"


# What goes with it


def vision(tmp_path: Path, needs: str, module: object, torch: object = None) -> Machine:
    machine = made(tmp_path, torch, {"torchvision": module})
    ours = machine.needs
    return replace(
        machine, needs=lambda name: [needs, "numpy"] if name == "torchvision" else ours(name)
    )


def test_a_torchvision_of_another_release(tmp_path: Path) -> None:
    """Pip is told to keep this torch, and looks for the torchvision that goes with it."""
    torch = made_torch("2.13.0+cpu")
    finding = only(vision(tmp_path, "torch==2.12.1", package("0.27.1"), torch))
    assert finding.told == "torchvision 0.27.1 goes with torch 2.12.1, here is torch 2.13.0+cpu"
    assert finding.mend == "pip install torch==2.13.0 torchvision"
    assert finding.stops == "later"


def test_a_torchvision_that_fits(tmp_path: Path) -> None:
    report = examine(machine=vision(tmp_path, "torch (==2.13.0)", package("0.28.0")))
    assert "torchvision 0.28.0" in [finding.told for finding in report.findings]
    assert list(bad(report)) == ["cuda"]


def test_a_torchvision_for_another_build(tmp_path: Path) -> None:
    error = RuntimeError("operator torchvision::nms does not exist")
    error.__version__ = "0.28.0"  # type: ignore[attr-defined]  # the installer's record
    finding = only(vision(tmp_path, "torch==2.13.0", error))
    assert finding.told.endswith("operator torchvision::nms does not exist")
    assert finding.mend == "pip install --force-reinstall torch==2.13.0 torchvision"


def test_without_jupyter(tmp_path: Path) -> None:
    report = examine(machine=made(tmp_path, packages={"notebook": None}))
    assert report.can_run
    assert lines(report)[-1] == Line(
        "–",
        "jupyter",
        "not installed (exported notebooks need it): pip install notebook",
    )


def test_an_editor_with_a_kernel_opens_notebooks_too(tmp_path: Path) -> None:
    packages = {"notebook": None, "ipykernel": package("7.0.0")}
    report = examine(machine=made(tmp_path, packages=packages))
    assert lines(report)[-1].text == "ipykernel 7.0.0 (for an editor that opens notebooks)"


# The environment, and how it is changed


def test_kinds_of_environments(tmp_path: Path) -> None:
    assert measure(made(tmp_path)).environment == "virtual"
    system = made(tmp_path, prefix=tmp_path, base=tmp_path)
    assert measure(system).environment == "system"
    (tmp_path / "conda-meta").mkdir()
    assert measure(system).environment == "conda"


def test_the_command_that_changes_this_environment(tmp_path: Path) -> None:
    """Whichever environment is active: a pip of another one would install it there."""
    packages: dict[str, object] = {"notebook": None}
    other = made(tmp_path, packages=packages, which=lambda _: "/usr/bin/pip")
    assert only(other).mend == f"{tmp_path}/venv/bin/python -m pip install notebook"
    assert only(replace(other, which=lambda _: None)).mend.endswith("-m pip install notebook")
    uv = made(tmp_path, packages=packages | {"pip": None})
    assert only(uv).mend == f"uv pip install --python {tmp_path}/venv notebook"
    written(tmp_path / "venv/pipx_metadata.json")
    assert only(uv).mend == "pipx runpip venv install notebook"


# The whole


def worst(tmp_path: Path) -> Machine:
    """A machine on which nothing is right."""
    first = real(tmp_path / "home" / SITE, "torch", "2.13.0+cpu")
    second = real(tmp_path / "venv" / SITE, "torch", "2.4.1")
    real(first, "numpy", "1.26.4")
    real(second, "numpy", "2.4.6")
    written(tmp_path / "work/random.py")
    return made(
        tmp_path,
        made_torch("2.0.1", "13.0", numpy="\x1b[31mNumpy\nis not available", warned="x " * 200),
        {"matplotlib": ImportError("y " * 200), "notebook": None},
        Nvidia("470.82", (11, 4), ("Tesla T4",)),
        path=[str(first), str(second)],
    )


def test_the_page_is_short_and_printable(tmp_path: Path) -> None:
    """Even where nothing is right: at most 20 lines, none of them with a sign a terminal obeys."""
    page = lines(examine(machine=worst(tmp_path)))
    assert len(page) <= 20
    assert all(part.isprintable() for line in page for part in line)
    assert {line.mark for line in page} <= {"✓", "–", "✗", ""}


def test_the_document_is_plain_data(tmp_path: Path) -> None:
    machine = worst(tmp_path)
    report = examine("cuda", machine=machine)
    content = json.loads(json.dumps(document(report), allow_nan=False))
    assert (content["schema"], content["command"], content["device"]) == (2, "env", "cuda")
    assert content["versions"]["torch"] == "2.0.1"
    assert content["can_run"] is False
    assert [one["told"] for one in content["findings"]] == [one.told for one in report.findings]
    assert content["environment"] == "virtual" and content["prefix"] == str(machine.prefix)
    assert content["driver"] == {
        "driver": "470.82",
        "cuda": [11, 4],
        "gpus": ["Tesla T4"],
        "fault": "",
    }
    assert content["devices"][0] == {
        "name": "cpu",
        "kind": "x86_64, 2 cores",
        "free": 21 * GIB,
        "total": 24 * GIB,
        "error": "",
    }
    assert content["build"] == "CUDA 13.0"
    assert {
        "name": "numpy",
        "use": "every lesson",
        "version": "2.4.6",
        "needs": "1.23",
    }.items() <= (next(one for one in content["packages"] if one["name"] == "numpy").items())


def test_nothing_is_written_while_it_looks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """NumPy 2 prints a page on stderr where torch was built for NumPy 1."""
    machine = made(tmp_path)
    load = machine.load

    def loud(name: str) -> Any:
        print("out")
        print("A module that was compiled using NumPy 1.x", file=sys.stderr)
        warnings.warn("Failed to initialize NumPy", stacklevel=1)
        return load(name)

    examine(machine=replace(machine, load=loud))
    assert capsys.readouterr() == ("", "")


def test_this_machine() -> None:
    """The tests run here, so lessons can."""
    import matplotlib
    import numpy
    import torch

    report = examine()
    assert report.can_run, report.findings
    content = document(report)
    assert content["versions"]["torch"] == torch.__version__
    found = {one["name"]: one["version"] for one in content["packages"]}
    assert found["numpy"] == numpy.__version__
    assert found["matplotlib"] == matplotlib.__version__
    assert examine("cuda").can_run is torch.cuda.is_available()
    assert len(report.facts.devices) == 1 + torch.cuda.device_count()


# nvidia-smi


@pytest.mark.parametrize(
    ("says", "code", "expected"),
    [
        (
            "550.54.15, NVIDIA A100\\n550.54.15, T4, old",
            0,
            ("550.54.15", ("NVIDIA A100", "T4, old")),
        ),
        ("No devices were found", 6, ("", ())),
        ("NVIDIA-SMI has failed", 9, "NVIDIA-SMI has failed"),
        ("", 0, "nvidia-smi says nothing"),
        ("unexpected", 0, "unexpected"),
    ],
)
def test_what_nvidia_smi_says(
    says: str, code: int, expected: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = written(tmp_path / "nvidia-smi", f"#!/bin/sh\nprintf '{says}\\n'\nexit {code}\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    found = Machine().nvidia()
    assert found is not None
    if isinstance(expected, str):
        assert found.fault == expected
    else:
        assert (found.driver, found.gpus) == expected
        assert found.fault == ""


def test_an_nvidia_smi_that_cannot_be_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "nvidia-smi", "#!/nothing/here\n").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = Machine().nvidia()
    assert found is not None and found.fault.startswith("nvidia-smi does not answer: ")


@pytest.mark.parametrize(
    ("number", "status", "expected"),
    [(12040, 0, (12, 4)), (13000, 0, (13, 0)), (11080, 0, (11, 8)), (0, 0, None), (12040, 3, None)],
)
def test_what_the_drivers_library_says(
    number: int, status: int, expected: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """cuDriverGetVersion (CUDA Driver API): 1000 major + 10 minor."""

    def get_version(place: Any) -> int:
        place._obj.value = number
        return status

    library = SimpleNamespace(cuDriverGetVersion=get_version)
    monkeypatch.setattr(ctypes, "CDLL", lambda _: library)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    found = Machine().nvidia()
    assert (found and found.cuda) == expected


# In a process of its own


def test_a_torch_of_ones_own_on_pythonpath(tmp_path: Path) -> None:
    """As it happens: the file is named, and not run; exit 1 by the report."""
    shadow = written(tmp_path / "torch.py", "print('it was run')")
    code = "from d2lcli import doctor; r = doctor.examine(); print(r.can_run, r.refusal)"
    paths = os.pathsep.join([str(tmp_path), str(Path(__file__).parents[1])])
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert done.stdout.startswith(f"False env: no lesson can run: {shadow} is imported in place of")
    assert "it was run" not in done.stdout
    assert Refusal(done.stdout).code == 1
