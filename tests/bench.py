"""How long commands take, against a bare ``import torch`` in the same run: ``make bench``.

Every round runs each command once, in turn, so that a machine that gets slower is slower for all.
Times are of whole processes; medians are printed with minimum and maximum, ratios are of medians.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

D2L = (sys.executable, "-m", "d2lcli")
BARE = "import torch"
COMMANDS = {
    BARE: (sys.executable, "-c", "import torch"),
    "import typer": (sys.executable, "-c", "import typer"),
    "d2l --version": (*D2L, "--version"),
    "d2l --help": (*D2L, "--help"),
    "d2l derivative --help": (*D2L, "derivative", "--help"),
    "d2l tensor": (*D2L, "tensor"),
    "d2l broadcast": (*D2L, "broadcast"),
    "d2l memory": (*D2L, "memory"),
    "d2l linalg": (*D2L, "linalg"),
    "d2l norm": (*D2L, "norm"),
    "d2l derivative": (*D2L, "derivative"),
    "d2l derivative --f": (*D2L, "derivative", "--f", "x**2*sin(x)"),
    "d2l explain": (*D2L, "explain", "grad can be implicitly created only for scalar outputs"),
    "d2l autograd": (*D2L, "autograd"),
    "d2l dice": (*D2L, "dice"),
    "d2l dice --plot": (*D2L, "dice", "--plot", "a.png"),
    "d2l dice --dice 1 --rolls 500": (*D2L, "dice", "--dice", "1", "--rolls", "500"),
    "d2l dice --dice 1 --rolls 10^15": (*D2L, "dice", "--dice", "1", "--rolls", f"{10**15}"),
    "d2l tour": (*D2L, "tour"),
}
# A lesson after another one, as in the prompt: run and laid out, with nothing to import.
SECOND = """
import sys, time, d2lcli
repr(d2lcli.run("broadcast"))
start = time.perf_counter()
repr(d2lcli.run(sys.argv[1]))
print(time.perf_counter() - start)
"""


def second(lesson: str, folder: str) -> float:
    """The time of a lesson in a process that has run another one."""
    root = str(Path(__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", SECOND, lesson],
        cwd=folder,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": root},
        check=True,
    )
    return float(done.stdout)


def seconds(command: tuple[str, ...], folder: str) -> float:
    """The time of one process, its output thrown away."""
    root = str(Path(__file__).parents[1])
    start = time.perf_counter()
    subprocess.run(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": root},
        check=True,
    )
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    later: dict[str, list[float]] = {"norm": [], "tensor": [], "derivative": []}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            for name, command in COMMANDS.items():
                times[name].append(seconds(command, folder))
            for lesson, runs in later.items():
                runs.append(second(lesson, folder))
    bare = median(times[BARE])
    print(f"{'command':<34}{'median s':>9}{'min':>7}{'max':>7}{'÷ ' + BARE:>16}")
    for name, runs in times.items():
        middle = median(runs)
        ratio = middle / bare
        print(f"{name:<34}{middle:9.2f}{min(runs):7.2f}{max(runs):7.2f}{ratio:16.2f}")
    print(
        f"\n{'second lesson in the prompt':<34}{'median s':>9}{'min':>7}{'max':>7}{'÷ process':>16}"
    )
    for lesson, runs in later.items():
        middle = median(runs)
        ratio = middle / median(times[f"d2l {lesson}"])
        print(f"{lesson:<34}{middle:9.3f}{min(runs):7.3f}{max(runs):7.3f}{ratio:16.3f}")


if __name__ == "__main__":
    main()
