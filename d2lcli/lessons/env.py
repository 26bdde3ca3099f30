"""The environment: what is installed, and what is missing.

Book: Installation
Next: d2l tour
"""

import platform
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, requires, version


# The version of a package, or None where it is not installed.
def installed(name):
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def python() -> None:
    """Python."""
    # The interpreter that runs this, and the environment that it belongs to.
    if sys.prefix != sys.base_prefix:
        kind = "virtual environment"
    elif "conda" in sys.version or "conda" in sys.prefix:
        kind = "conda environment"
    else:
        kind = "system, no environment of its own"
    [
        {"what": "Python", "here": platform.python_version()},
        {"what": "environment", "here": kind},
        {"what": "folder", "here": sys.prefix},
        {"what": "system", "here": f"{platform.system()} {platform.machine()}"},
    ]  # measured


def packages() -> None:
    """Packages."""
    # What the lessons use, and what goes with it.
    uses = {
        "torch": "every lesson",
        "numpy": "arrays in tensor and derivative",
        "matplotlib": "pictures, with --plot",
        "jupyterlab": "notebooks (not needed here)",
        "notebook": "the same, an older form",
        "torchvision": "later chapters (not needed here)",
    }
    [
        {
            "package": name,
            "here": installed(name) or "not installed",
            "used for": use,
        }
        for name, use in uses.items()
    ]  # measured


def devices() -> None:
    """Devices."""
    # The CUDA version that PyTorch was built for.
    try:
        import torch

        build = torch.version.cuda or "none: PyTorch was built for the CPU"
    except Exception as error:
        torch = None
        build = str(error)
    build  # measured

    # The devices that --device can choose.
    def device_rows():
        rows = [{"device": "cpu", "name": platform.machine(), "memory": None}]
        if torch and torch.cuda.is_available():
            for index in range(torch.cuda.device_count()):
                gpu = torch.cuda.get_device_properties(index)
                memory = f"{gpu.total_memory / 2**30:.1f} GiB"
                rows.append(
                    {
                        "device": f"cuda:{index}",
                        "name": gpu.name,
                        "memory": memory,
                    }
                )
        return rows

    device_rows()  # measured

    # NVIDIA's driver, asked by its own tool.
    query = [
        "nvidia-smi",
        "--query-gpu=driver_version",
        "--format=csv,noheader",
    ]
    if shutil.which("nvidia-smi"):
        run = subprocess.run(query, capture_output=True, text=True, check=False)
        driver = run.stdout.strip() or run.stderr.strip()
    else:
        driver = "no NVIDIA driver"
    driver  # measured


def verdict() -> None:
    """What is wrong, and what mends it."""
    # PyTorch and NumPy work together: a tensor can become an array.
    try:
        import torch

        array = torch.ones(1).numpy()
    except Exception as error:
        array = None
        print(error)
    array  # measured

    # Go through what is known to go wrong.
    def problems():
        rows = []
        for name in ("torch", "numpy", "matplotlib"):
            if installed(name) is None:
                stops = "pictures" if name == "matplotlib" else "lessons"
                mend = f"pip install {name}"
                rows.append((f"{name} is missing", stops, mend))
        try:
            import torch

            torch.ones(1).numpy()
        except Exception as error:
            torch = None
            rows.append((str(error), "lessons", "pip install -U torch numpy"))
        if torch and shutil.which("nvidia-smi") and not torch.version.cuda:
            problem = "an NVIDIA GPU, and a build of PyTorch without CUDA"
            rows.append((problem, "cuda", "pip install -U torch"))
        if torch and torch.version.cuda and not torch.cuda.is_available():
            problem = f"built for CUDA {torch.version.cuda}, no device is found"
            mend = "nothing, unless there is an NVIDIA GPU: then its driver"
            if shutil.which("nvidia-smi"):
                mend = "update NVIDIA's driver"
            rows.append((problem, "cuda", mend))
        if installed("torch") and installed("torchvision"):
            here = "torch==" + version("torch").partition("+")[0]
            needs = requires("torchvision") or []
            wants = [need for need in needs if need.startswith("torch==")]
            if wants and wants[0] != here:
                problem = f"torchvision needs {wants[0]}, here is {here}"
                mend = "pip install -U torch torchvision"
                rows.append((problem, "later chapters", mend))
        return [
            dict(zip(("problem", "stops", "mend it"), row, strict=True))
            for row in rows
        ]

    # What was found.
    found = problems()
    found or "nothing that a lesson needs is missing"  # measured

    # A lesson can run, then.
    stopped = [row["problem"] for row in found if row["stops"] == "lessons"]
    assert not stopped, f"no lesson can run before it is mended: {stopped[0]}"
