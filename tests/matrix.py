"""Try the quick tests with other releases of what d2l needs: ``make matrix``.

``python -m tests.matrix [--folder .matrix] [--tests FILE...] [NAME...]`` makes an environment for
each set below, once, and runs the quick tests in it, or those of some files. It prints a row for
the table in docs/compatibility.md.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHOWN = ("torch", "numpy", "matplotlib", "typer", "rich", "sympy")
NEWEST = ["numpy", "matplotlib", "typer", "rich", "sympy", "nbformat"]
TOOLS = "babel hypothesis hatchling pytest pytest-xdist nbclient ipykernel pexpect".split()  # noqa: SIM905
# The lowest are those of pyproject.toml; tests/test_package.py holds them together.
LOWEST = [
    "numpy==1.23.5",
    "matplotlib==3.7.2",
    "typer==0.20.0",
    "click==8.2.1",  # whose test runner parts stdout and stderr
    "rich==14.3.0",
    "sympy==1.12",
    "mpmath==1.3.0",
    "nbformat==5.10.0",
    "pillow==9.4.0",
    "ipykernel==6.29.5",  # newer ones draw nothing with matplotlib before 3.9
    "ipython==8.20.0",
    "matplotlib-inline==0.1.6",
]
SETS = {
    "lowest": ["torch==2.0.1", *LOWEST],
    "torch-2.4": ["torch==2.4.1", *NEWEST],
    "torch-2.13": ["torch==2.13.0", *NEWEST],
    "newest": ["torch", *NEWEST],
}
VERSIONS = """
import platform
from importlib.metadata import version
print(platform.python_version(), *map(version, {names}), sep=" | ")
"""


def python(folder: Path, wanted: list[str]) -> Path:
    """The Python of an environment with these releases, made where it is not there yet."""
    found = folder / "bin" / "python"
    if not found.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    # Without the pinned releases of the Makefile.
    free = {name: value for name, value in os.environ.items() if name != "PIP_CONSTRAINT"}
    pip = [sys.executable, "-m", "pip", "--python", str(found), "install", "--quiet"]
    newer = ["--upgrade", "--upgrade-strategy", "only-if-needed"]
    subprocess.run([*pip, *newer, *wanted, *TOOLS], check=True, env=free)
    return found


def tried(name: str, folder: Path, files: list[str]) -> bool:
    """Run the quick tests of files with a set; returns whether they pass."""
    found = python(folder / name, SETS[name])
    versions = subprocess.run(
        [found, "-c", VERSIONS.format(names=SHOWN)], check=True, capture_output=True, text=True
    ).stdout.strip()
    tests = [str(found), "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "auto", *files]
    done = subprocess.run(
        [*tests, "--dist", "worksteal", "-m", "not slow"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    (folder / f"{name}.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
    counts = re.findall(r"\d+ (?:passed|failed|skipped|errors?)", done.stdout.splitlines()[-1])
    print(f"| {name} | {versions} | {', '.join(counts) or 'not run'} |", flush=True)
    if done.returncode:
        print("\n".join(done.stdout.splitlines()[-40:]), file=sys.stderr)
    return done.returncode == 0


def main() -> int:
    """Try the sets that are named, or all."""
    parser = argparse.ArgumentParser(description="Try other releases of what d2l needs.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(SETS)}; or all")
    parser.add_argument("--folder", type=Path, default=ROOT / ".matrix")
    parser.add_argument("--tests", nargs="+", default=[], metavar="FILE", help="not all of them")
    asked = parser.parse_args()
    unknown = set(asked.names) - set(SETS)
    if unknown:
        parser.error(f"{' '.join(sorted(unknown))}: choose from {', '.join(SETS)}")
    asked.folder.mkdir(exist_ok=True)
    print("| set | Python |", " | ".join(SHOWN), "| quick tests |")
    print("|---" * (len(SHOWN) + 3) + "|")
    passed = [tried(name, asked.folder, asked.tests) for name in asked.names or SETS]
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
