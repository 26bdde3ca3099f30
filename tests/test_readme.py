"""The README shows what the program prints, and pictures that it draws."""

from __future__ import annotations

import json
import os
import re
import shlex
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from d2lcli.cli import app
from d2lcli.outputs import figure
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
    for name in (*TOUR, "env", "tour", "explain"):
        assert f"| `d2l {name}` |" in TEXT
    for name in (*set(TOUR) - {"broadcast"}, "env"):
        assert f"\n### {name}\n" in TEXT


def test_every_option_is_documented() -> None:
    """Those of a lesson in its row of the table, the shared ones below it."""
    from typer.main import get_command

    program: Any = get_command(app)
    commands = {name: program.get_command(None, name) for name in program.list_commands(None)}
    shared = {"--device", "--seed", "--json", "--traceback", "--help", "-h"}
    shared |= {"--plot", "--export", "--force", "--step", "--predict", "-i", "--interactive"}
    for name, command in commands.items():
        row = next(line for line in TEXT.splitlines() if line.startswith(f"| `d2l {name}` |"))
        options = {
            option
            for parameter in command.params
            for option in (*parameter.opts, *parameter.secondary_opts)
            if option.startswith("-")
        }
        assert {option for option in options - shared if f"`{option}" not in row} == set()
    for option in shared - {"--help", "-h", "--interactive", "--force"}:
        assert f"| `{option}" in TEXT
    assert "`--force`" in TEXT


PICTURES = {
    "derivative": ("derivative", "exact", "--h", "1", "--factor", "0.5"),
    "broadcast": ("broadcast", "2,3,1", "4", "axes"),
    "norm": ("norm", "order"),
    "dice": ("dice", "count", "--seed", "7"),
}


def drawn_data(picture: Figure) -> dict[str, Any]:
    """What a picture says and shows, in numbers that do not depend on how matplotlib draws it.

    Of each line, bar and patch: the 10th, 50th and 90th percentile of its points across and up,
    as shares of the chart.
    """
    charts = []
    for axes in picture.axes:
        artists: list[Any] = [*axes.lines, *axes.patches, *axes.collections]
        shown = []
        for artist in artists:
            if hasattr(artist, "get_paths"):
                points = np.concatenate(
                    [np.empty((0, 2)), *(p.vertices for p in artist.get_paths())]
                )
            elif hasattr(artist, "get_xydata"):
                points = artist.get_xydata()
            else:
                points = artist.get_path().transformed(artist.get_patch_transform()).vertices
            places = axes.transData.transform(points[np.isfinite(points).all(axis=1)])
            shares = axes.transAxes.inverted().transform(places)
            parts = np.percentile(shares, [10, 50, 90], axis=0).round(3) if len(shares) else shares
            shown.append([type(artist).__name__, *parts.T.tolist()])
        charts.append({"x": axes.get_xlim(), "y": axes.get_ylim(), "artists": shown})
    ticks = {
        label
        for axes in picture.axes
        for axis in (axes.xaxis, axes.yaxis)
        for tick in [*axis.get_major_ticks(), *axis.get_minor_ticks()]
        for label in (tick.label1, tick.label2)
    }
    texts = [t.get_text() for t in picture.findobj(Text) if isinstance(t, Text) and t not in ticks]
    return {"texts": [text for text in texts if text], "charts": charts}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_up_to_date(
    name: str, d2l: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is drawn today is what docs/ has. Written anew with D2L_REWRITE=1, or `make docs`.

    The points and texts are compared, which stand beside each picture: its pixels depend on
    matplotlib's version.
    """
    saved = []
    monkeypatch.setattr(figure, "save", lambda picture, path: saved.append((picture, path)))
    assert d2l(*PICTURES[name], "--plot", str(tmp_path / "a.png")).code == 0
    ((picture, _),) = saved
    picture.draw_without_rendering()
    found = json.loads(json.dumps(drawn_data(picture)))
    file = ROOT / "docs" / f"{name}.json"
    if os.environ.get("D2L_REWRITE"):
        monkeypatch.undo()
        assert d2l(*PICTURES[name], "--plot", str(file.with_suffix(".png"))).code == 0
        file.write_text(json.dumps(found, ensure_ascii=False) + "\n", encoding="utf-8")
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert found["texts"] == kept["texts"]
    assert len(found["charts"]) == len(kept["charts"])
    for mine, theirs in zip(found["charts"], kept["charts"], strict=True):
        for axis in "xy":
            assert mine[axis] == pytest.approx(theirs[axis], rel=0.05)
        assert len(mine["artists"]) == len(theirs["artists"])
        for (kind, *places), (other, *others) in zip(
            mine["artists"], theirs["artists"], strict=True
        ):
            assert kind == other
            assert np.allclose(places, others, atol=0.05)
    assert file.with_suffix(".png").read_bytes().startswith(b"\x89PNG")
    assert f"(docs/{name}.png)" in TEXT


def test_paths_in_the_readme_exist() -> None:
    for path in re.findall(r"`(d2lcli/[\w./]*)`", TEXT):
        assert (ROOT / path).exists() or path.endswith("NAME.py"), path


def test_the_library_is_documented_as_it_is() -> None:
    """The lines of Python in the README run, in order."""
    blocks = re.findall(r"^```python\n(import d2lcli\n.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    names: dict[str, Any] = {}
    for block in blocks:
        exec(block, names)
    assert "counts" in names["made"].variables
    assert len(blocks) == 1
