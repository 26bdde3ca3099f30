"""What commands cost in time and memory, beside what one would do without: ``make bench``.

Every round runs each command once, in turn, so that a machine that gets slower is slower for all.
A time is that of a whole process whose output is thrown away, or, where it says so, of the step
alone. Ratios are those of medians.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from typer.main import get_command

from d2lcli.cli import app
from d2lcli.request import TOUR

ROOT = Path(__file__).parents[1]
D2L = (sys.executable, "-m", "d2lcli")
PYTHON = (sys.executable, "-c")
MESSAGE = "grad can be implicitly created only for scalar outputs"
OWN = ("derivative", "--f", "x**2*sin(x)")
ONE_DIE = ("dice", "--dice", "1", "--rolls")

# What a reader would write for `d2l dice --plot`: its two charts, for a slide of the same size.
BY_HAND = """
import torch
from matplotlib import pyplot as plt
from torch.distributions import Multinomial

counts = Multinomial(10, torch.ones(6) / 6).sample((500,)).cumsum(dim=0)
estimates = counts / counts.sum(dim=1, keepdim=True)
print(counts[-1], estimates[-1])
figure, (left, right) = plt.subplots(1, 2, figsize=(9.6, 5.4), layout="constrained")
for face in range(6):
    left.plot(estimates[:, face], label=f"face {face + 1}")
left.axhline(1 / 6, color="black", linestyle="dashed")
left.set(xlabel="rolls of 10 dice", ylabel="share of throws")
left.legend()
right.barh(range(1, 7), counts[-1])
right.set(xlabel="throws", ylabel="face")
plt.savefig("by-hand.png", dpi=200)
"""
NOTEBOOK = """
import nbclient, nbformat
nbclient.execute(nbformat.read("dice.ipynb", as_version=4), kernel_name="python3")
"""
# The counts of 5 million rolls of ten dice: each prints how long the sampling alone took.
TIMED = (
    "import time\n{setup}\nstart = time.perf_counter()\n{step}\nprint(time.perf_counter() - start)"
)
SAMPLING = {
    "the lesson's roll": TIMED.format(
        setup="import d2lcli\nfound = d2lcli.run('dice').variables",
        step="found['roll'](5 * 10**6, 10, found['die'])",
    ),
    "Multinomial(10, probs).sample": TIMED.format(
        setup="import torch\nfrom torch.distributions import Multinomial",
        step="Multinomial(10, torch.ones(6) / 6).sample((5 * 10**6,)).cumsum(dim=0)",
    ),
    "NumPy's Generator.multinomial": TIMED.format(
        setup="import numpy as np",
        step="np.random.default_rng().multinomial(10, [1 / 6] * 6, 5 * 10**6).cumsum(axis=0)",
    ),
}
# Lessons after another one, as in the prompt: run and laid out, with nothing left to import but
# what they need alone.
LATER = """
import json, sys, time, d2lcli
repr(d2lcli.run("broadcast"))
found = {}
for lesson in sys.argv[1:]:
    start = time.perf_counter()
    repr(d2lcli.run(lesson))
    found[lesson] = time.perf_counter() - start
print(json.dumps(found))
"""


def commands() -> dict[str, tuple[str, ...]]:
    """The processes that are timed as a whole."""
    lines = [*TOUR, " ".join(OWN), "tour", "--version", "--help"]
    lines += ["derivative --help", "derivative --nope", f"explain {MESSAGE}"]
    lines += [" ".join((*ONE_DIE, rolls)) for rolls in ("500", f"{10**15}")]
    lines += [f"{line} --plot a.png" for line in (*TOUR, " ".join(OWN))]
    return {
        "import torch": (*PYTHON, "import torch"),
        "import typer": (*PYTHON, "import typer"),
        **{f"d2l {line}": (*D2L, *line.split()) for line in lines},
        "by hand": (*PYTHON, BY_HAND),
        "notebook": (*PYTHON, NOTEBOOK),
        "minimal --help": (sys.executable, "minimal.py", "--help"),
        "minimal derivative --help": (sys.executable, "minimal.py", "derivative", "--help"),
        "minimal derivative --nope": (sys.executable, "minimal.py", "derivative", "--nope"),
    }


def pairs() -> list[tuple[str, str]]:
    """What is compared with what, apart from the lessons, which are with ``import torch``."""
    return [
        ("d2l --help", "import typer"),
        ("d2l --help", "minimal --help"),
        ("d2l --version", "minimal --help"),
        ("d2l derivative --help", "minimal derivative --help"),
        ("d2l derivative --nope", "minimal derivative --nope"),
        ("d2l dice --plot a.png", "by hand"),
        ("d2l dice --plot a.png", "notebook"),
        (f"d2l dice --dice 1 --rolls {10**15}", "d2l dice --dice 1 --rolls 500"),
        *(("the lesson's roll", name) for name in [*SAMPLING][1:]),
    ]


def minimal() -> str:
    """A Typer app with as many commands and options as this one, and nothing behind them."""
    program = get_command(app)
    lines = ["import typer", "app = typer.Typer()"]
    for name in program.list_commands(None):  # type: ignore[attr-defined]
        options = range(len(program.get_command(None, name).params))  # type: ignore[attr-defined]
        listed = ", ".join(f"o{n}: str = typer.Option('', help='An option.')" for n in options)
        lines += ["@app.command()", f"def {name}({listed}): 'A command.'"]
    return "\n".join([*lines, "app()"])


@dataclass
class Runs:
    """What one command took: seconds, and the largest MiB of memory in use."""

    seconds: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The time that ratios are made from."""
        return median(self.seconds)

    def __str__(self) -> str:
        digits = 2 if self.median > 0.1 else 4
        times = [self.median, min(self.seconds), max(self.seconds)]
        return " | ".join([*(f"{t:.{digits}f}" for t in times), f"{median(self.memory):.0f}"])


def once(command: tuple[str, ...], folder: str, runs: Runs, told: bool = False) -> str:
    """Run a process and note what it took; with ``told``, it prints its time itself."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # installed packages are compiled once
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE if told else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        text=True,
    )
    output = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != (2 if "--nope" in command else 0):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    runs.seconds.append(float(output) if told else seconds)
    runs.memory.append(usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))
    return output


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    processes = commands()
    found = {name: Runs() for name in [*processes, *SAMPLING]}
    later: dict[str, list[float]] = {name: [] for name in TOUR}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "minimal.py").write_text(minimal())
        once((*D2L, "dice", "--export", "dice.ipynb"), folder, Runs())
        for _ in range(rounds):
            for name, command in processes.items():
                once(command, folder, found[name])
            for name, code in SAMPLING.items():
                once((*PYTHON, code), folder, found[name], told=True)
            done = subprocess.run(
                (*PYTHON, LATER, *TOUR),
                cwd=folder,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                capture_output=True,
                check=True,
            )
            for name, seconds in json.loads(done.stdout).items():
                later[name].append(seconds)
    report(found, later)


def report(found: dict[str, Runs], later: dict[str, list[float]]) -> None:
    """Print the tables, in Markdown."""
    print(f"{processor()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    print("| process | median s | min | max | MiB | ÷ `import torch` |")
    print("|---|--:|--:|--:|--:|--:|")
    for name, runs in found.items():
        if name not in SAMPLING:
            print(f"| `{name}` | {runs} | {runs.median / found['import torch'].median:.2f} |")
    print("\n| sampling alone | median s | min | max | MiB |")
    print("|---|--:|--:|--:|--:|")
    for name in SAMPLING:
        print(f"| {name} | {found[name]} |")
    print("\n| | ÷ | time | memory |")
    print("|---|---|--:|--:|")
    for one, other in pairs():
        share = found[one].median / found[other].median
        memory = median(found[one].memory) / median(found[other].memory)
        ratio = f"1/{1 / share:,.0f}" if share < 0.01 else f"{share:.2f}"
        print(f"| `{one}` | `{other}` | {ratio} | {memory:.2f} |")
    print("\n| second lesson in the prompt | median s | ÷ its process |")
    print("|---|--:|--:|")
    for name, seconds in later.items():
        times = found[f"d2l {name}"].median / median(seconds)
        print(f"| {name} | {median(seconds):.3f} | 1/{times:.0f} |")


def processor() -> str:
    """The name of the processor, as Linux tells it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


if __name__ == "__main__":
    main()
