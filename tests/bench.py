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
import pty
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median

from typer.main import get_command

from d2lcli.cli import app
from d2lcli.lesson import NAMES

ROOT = Path(__file__).parents[1]
SPEED = ROOT / "docs" / "speed.md"
BEGIN, END = "<!-- make bench -->", "<!-- that was it -->"
D2L = (sys.executable, "-m", "d2lcli")
PYTHON = (sys.executable, "-c")
MESSAGE = "grad can be implicitly created only for scalar outputs"
LESSONS = (*NAMES, "derivative --f x**2*sin(x)", "tour")
BARE, FLOOR = "import torch", "import torch, and no end"
DRAWN = "d2l's way to draw many"

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
    DRAWN: TIMED.format(
        setup="import d2lcli, torch\nfound = d2lcli.run('dice', 'large').variables",
        step="found['roll_many'](5 * 10**6, 10, torch.ones(6) / 6)",
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
# Lessons after another one, as in d2l shell: run and laid out, with nothing left to import.
AGAIN = """
import gc, json, sys, time, d2lcli
repr(d2lcli.run("broadcast"))
gc.freeze()  # as the shell does
found = {}
for lesson in sys.argv[1:]:
    repr(d2lcli.run(lesson))
    start = time.perf_counter()
    repr(d2lcli.run(lesson))
    found[lesson] = time.perf_counter() - start
print(json.dumps(found))
"""


def commands() -> dict[str, tuple[str, ...]]:
    """The processes that are timed as a whole, by what they are called in the tables."""
    lines = [*LESSONS, *(f"{line} --plot a.png" for line in LESSONS[:-1])]
    lines += ["--version", "--help", "derivative --help", "derivative --nope"]
    lines += ["--help --lang zh", "--version --lang zh"]
    lines += [f"dice --dice 1 --rolls {rolls}" for rolls in ("500", f"{10**15}")]
    small = ("--help", "derivative --help", "derivative --nope")
    return {
        BARE: (*PYTHON, "import torch"),
        FLOOR: (*PYTHON, "import gc, os; gc.disable(); import torch; os._exit(0)"),
        "import typer": (*PYTHON, "import typer"),
        **{f"d2l {line}": (*D2L, *line.split()) for line in lines},
        "explain": (*D2L, "explain", MESSAGE),
        "a script by hand": (*PYTHON, BY_HAND),
        "its notebook, by nbclient": (*PYTHON, NOTEBOOK),
        **{f"minimal {line}": (sys.executable, "minimal.py", *line.split()) for line in small},
    }


def pairs() -> list[tuple[str, str]]:
    """What is compared with what, apart from the lessons, which are with ``import torch``."""
    return [
        ("d2l --help", "import typer"),
        ("d2l --help", "minimal --help"),
        ("d2l --version", "minimal --help"),
        ("d2l --help --lang zh", "d2l --help"),
        ("d2l --version --lang zh", "d2l --version"),
        ("d2l derivative --help", "minimal derivative --help"),
        ("d2l derivative --nope", "minimal derivative --nope"),
        ("explain", BARE),
        ("d2l dice --plot a.png", "a script by hand"),
        ("d2l dice --plot a.png", "its notebook, by nbclient"),
        (f"d2l dice --dice 1 --rolls {10**15}", "d2l dice --dice 1 --rolls 500"),
        *((DRAWN, name) for name in SAMPLING if name != DRAWN),
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
    def time(self) -> float:
        """The median, which ratios are made from."""
        return median(self.seconds)

    def __str__(self) -> str:
        digits = 2 if self.time >= 0.2 else 3 if self.time >= 0.01 else 5
        times = [self.time, min(self.seconds), max(self.seconds)]
        middle, least, most = (f"{value:.{digits}f}" for value in times)
        return f"{middle} ({least}–{most})"


def once(command: tuple[str, ...], folder: str, runs: Runs, read: bool = False) -> str:
    """Run a process, note what it took, and return what it printed, if that is to be read."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # installed packages are compiled once
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE if read else subprocess.DEVNULL,
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
    runs.seconds.append(seconds)
    runs.memory.append(usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))
    return output


def first_words(command: tuple[str, ...], folder: str, runs: Runs) -> None:
    """Run a process on a pseudo-terminal, and note when its first words were there."""
    terminal, end = pty.openpty()
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=end, stderr=end, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    os.close(end)
    noted = False
    try:
        while part := os.read(terminal, 2**16):
            if part.strip() and not noted:
                runs.seconds.append(time.perf_counter() - start)
                noted = True
    except OSError:  # so ends a pseudo-terminal
        pass
    os.close(terminal)
    process.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="put the tables into docs/speed.md")
    given = parser.parse_args()
    processes = commands()
    found = {name: Runs() for name in [*processes, *SAMPLING]}
    again = {name: Runs() for name in NAMES}
    words = {name: Runs() for name in NAMES}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "minimal.py").write_text(minimal())
        once((*D2L, "dice", "--export", "dice.ipynb"), folder, Runs())
        for _ in range(given.rounds):
            for name, command in processes.items():
                once(command, folder, found[name])
            for name, code in SAMPLING.items():
                output = once((*PYTHON, code), folder, found[name], read=True)
                found[name].seconds[-1] = float(output)
            for name in NAMES:
                first_words((*D2L, name), folder, words[name])
            output = once((*PYTHON, AGAIN, *NAMES), folder, Runs(), read=True)
            for name, seconds in json.loads(output).items():
                again[name].seconds.append(seconds)
    text = "\n".join(report(found, again, words))
    print(text)
    if given.write:
        before, _, rest = SPEED.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        SPEED.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def report(found: dict[str, Runs], again: dict[str, Runs], words: dict[str, Runs]) -> Iterator[str]:
    """What was found, as lines of Markdown with two tables."""
    machine = f"{processor()}, {os.cpu_count()} cores, {platform.system()}"
    python = f"Python {platform.python_version()}, torch {version('torch')}"
    yield f"{machine}, {python}, {len(found[BARE].seconds)} rounds: median (least–most)."
    yield ""
    heads = ["", "s", f"÷ `{BARE}`", "MiB", "first words", "÷", "with `--plot`", "÷"]
    heads += ["again, in the shell", "÷ itself"]
    yield f"| {' | '.join(heads)} |"
    yield "|---|---|--:|--:|---|--:|---|--:|---|--:|"
    for line in (BARE, FLOOR, *(f"d2l {line}" for line in LESSONS)):
        alone, lesson = found[line], line.removeprefix("d2l ")
        cells = [f"`{line}`", str(alone), ratio(alone, found[BARE]), f"{median(alone.memory):.0f}"]
        for runs, beside in (
            (words.get(lesson), found[BARE]),
            (found.get(f"{line} --plot a.png"), found[BARE]),
            (again.get(lesson), alone),
        ):
            cells += [str(runs), ratio(runs, beside)] if runs else ["", ""]
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield "| | s | MiB | beside | s | MiB | time ÷ |"
    yield "|---|---|--:|---|---|--:|--:|"
    for name, other in pairs():
        cells = []
        for one in (name, other):
            cells += [f"`{one}`", str(found[one]), f"{median(found[one].memory):.0f}"]
        yield f"| {' | '.join(cells)} | {ratio(found[name], found[other])} |"


def ratio(one: Runs, other: Runs) -> str:
    """How much of the other time the first is: 0.85 or, where it is small, 1/40."""
    share = one.time / other.time
    return f"{share:.2f}" if share >= 0.1 else f"1/{1 / share:,.0f}"


def processor() -> str:
    """The name of the processor, as Linux tells it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


if __name__ == "__main__":
    main()
