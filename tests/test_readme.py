"""The README shows what the program prints, and pictures that it draws."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import matplotlib
import pytest

from d2lcli.cli import app
from d2lcli.request import TOUR

from .conftest import Run

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n\$ (d2l[^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TEXT = README.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [match[1] for match in BLOCK.finditer(TEXT)])
def test_output_is_the_programs(command: str, d2l: Run) -> None:
    """Compared whole. After reading a change, write the blocks anew with D2L_REWRITE=1."""
    outcome = d2l(*shlex.split(command)[1:], COLUMNS="80")
    printed = (outcome.out + outcome.err).strip("\n") + "\n"
    text = README.read_text(encoding="utf-8")
    if os.environ.get("D2L_REWRITE"):

        def fill(match: re.Match[str]) -> str:
            return f"```console\n$ {command}\n{printed}```" if match[1] == command else match[0]

        text = BLOCK.sub(fill, text)
        README.write_text(text, encoding="utf-8")
    (shown,) = (match[2] for match in BLOCK.finditer(text) if match[1] == command)
    assert shown == printed


def test_every_command_is_documented() -> None:
    for name in (*TOUR, "env", "tour"):
        assert f"| `d2l {name}` |" in TEXT
    for name in (*set(TOUR) - {"broadcast"}, "env"):
        assert f"\n### {name}\n" in TEXT


def test_every_option_is_documented() -> None:
    """Those of a lesson in its row of the table, the shared ones below it."""
    from typer.main import get_command

    commands = get_command(app).commands  # type: ignore[attr-defined]
    shared = {"--device", "--seed", "--json", "--traceback", "--help", "-h"}
    for name, command in commands.items():
        (row,) = (line for line in TEXT.splitlines() if line.startswith(f"| `d2l {name}` |"))
        options = {
            option
            for parameter in command.params
            for option in (*parameter.opts, *parameter.secondary_opts)
            if option.startswith("-")
        }
        assert {option for option in options - shared if f"`{option}" not in row} == set()
    for option in shared - {"--help", "-h"}:
        assert f"| `{option}" in TEXT


PICTURES = {
    "derivative": ("derivative", "exact", "--h", "1", "--factor", "0.5"),
    "dice": ("dice", "count", "--seed", "7"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_up_to_date(name: str, d2l: Run, tmp_path: Path) -> None:
    """Written anew with D2L_REWRITE=1, or `make docs`."""
    (pinned,) = re.findall(r"matplotlib==(\S+)", (ROOT / "constraints.txt").read_text())
    if matplotlib.__version__ != pinned:
        pytest.skip(f"drawn with matplotlib {pinned}")
    file = ROOT / "docs" / f"{name}.png"
    target = file if os.environ.get("D2L_REWRITE") else tmp_path / file.name
    assert d2l(*PICTURES[name], "--plot", str(target)).code == 0
    assert target.read_bytes() == file.read_bytes()
    assert f"(docs/{name}.png)" in TEXT


def test_paths_in_the_readme_exist() -> None:
    for path in re.findall(r"`(d2lcli/[\w./]*)`", TEXT):
        assert (ROOT / path).exists() or path.endswith("NAME.py"), path
