"""The notebook of a run: valid, short, and with outputs that running it again gives."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from d2lcli import show
from d2lcli.api import Silent
from d2lcli.errors import Refusal
from d2lcli.inputs.devices import borrowed
from d2lcli.lesson import NAMES
from d2lcli.note import Column, Note, table
from d2lcli.request import Request
from d2lcli.runs import Run as Played
from d2lcli.views import export, markdown
from d2lcli.views.figure import size
from d2lcli.views.notebook import notebook

from ..conftest import Run
from .made import made


def read(text: str) -> Any:
    """A notebook that is valid, and stands as Jupyter itself would write it."""
    found = nbformat.reads(text, as_version=4)
    nbformat.validate(found)
    assert str(nbformat.writes(found)) + "\n" == text
    return found


def sources(run: Played, kind: str) -> list[str]:
    return [cell.source for cell in read(notebook([run])).cells if cell.cell_type == kind]


def test_captions_and_notes_are_markdown(tmp_path: Path) -> None:
    cells = "# What x is: 2 * 1.\nx = 2\n\nx"
    rows = table(Column("way", ["x|y", "x_y"]), Column("size", [10, 2], bar="linear"))
    run = made(tmp_path, cells, notes=[Note(table=rows), Note("x is *2*.")], facts=("float32",))
    assert sources(run, "code") == ["import torch", "x = 2", "x"]
    assert sources(run, "markdown") == [
        "# A made-up lesson: made\n\nSome text.\n\n"
        "*In the book: [9.9 Nowhere](https://d2l.ai/chapter_preliminaries/index.html)*\n\n"
        "Text and tables below a cell say what this run found: float32, cpu. "
        "They stay as they are when you change the code.",
        "## The first section\n\nWhat x is: 2 \\* 1.",
        "| way | size |\n| :-- | --: |\n| x\\|y | 10 |\n| x_y | 2 |",
        "x is \\*2\\*.",
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a * b, `c`, $d$, <e>, \\f", "a \\* b, \\`c\\`, \\$d\\$, \\<e>, \\\\f"),
        ("snake_case and __init__", "snake_case and \\_\\_init\\_\\_"),
        ("# no heading", "\\# no heading"),
        ("- no item", "\\- no item"),
        ("1. no item", "1\\. no item"),
        ("-1 and 1.5", "-1 and 1.5"),
        ("[0, 1] and f[0](x)", "[0, 1] and f[0]\\(x)"),
        ("two\nlines", "two lines"),
    ],
)
def test_text_is_no_markup(text: str, written: str) -> None:
    assert markdown.prose(text) == written


def test_a_tree_in_a_table_keeps_its_indent() -> None:
    assert markdown.table(table(Column("graph", ["y", "  └ x"]))).splitlines()[2:] == [
        "| y |", "| &nbsp;&nbsp;└ x |"
    ]  # fmt: skip


def test_a_long_table_is_cut_and_counted() -> None:
    lines = markdown.table(table(Column("n", range(1000)), Column("m", range(1000)))).splitlines()
    assert len(lines) == 2 + 2 * markdown.EDGE + 1
    assert lines[2 + markdown.EDGE] == f"| ⋮ {1000 - 2 * markdown.EDGE} more |  |"


def test_a_notebook_holds_what_a_cell_printed_warned_showed_and_drew(tmp_path: Path) -> None:
    cells = """
        import warnings

        print(1)
        warnings.warn("careful")
        2

        import matplotlib.pyplot as plt

        plt.figure(figsize=(3, 2))
        plt.plot([1, 2])
        plt.grid()
    """
    code = [c for c in read(notebook([made(tmp_path, cells)])).cells if c.cell_type == "code"]
    stdout, stderr, result = code[2].outputs
    assert (stdout.name, stdout.text) == ("stdout", "1\n")
    assert (stderr.name, stderr.text) == ("stderr", "careful\n")
    assert (result.data, result.execution_count) == ({"text/plain": "2"}, 3)
    (drawn,) = code[-1].outputs
    assert drawn.output_type == "display_data"
    assert drawn.metadata["image/png"] == {"width": 300, "height": 200}
    assert size(base64.b64decode(drawn.data["image/png"])) == (300, 200)
    assert "matplotlib inline" not in "".join(cell.source for cell in code)


def test_a_chapter_has_contents(tmp_path: Path) -> None:
    runs = [made(tmp_path, "1", name=name) for name in ("one", "two")]
    cells = read(notebook(runs)).cells
    headings = re.findall(r"^## (.*)$", "\n".join(c.source for c in cells), flags=re.MULTILINE)
    assert headings == ["A made-up lesson: one", "A made-up lesson: two"]
    for heading in headings:
        assert f"- [{heading}](#{heading.replace(' ', '-')})" in cells[0].source


# Running it again


def outputs(cell: Any) -> list[tuple[str, str]]:
    """What a cell shows, as kind and text; a kernel may send one stream in pieces."""
    joined: list[tuple[str, str]] = []
    for kind, text in _outputs(cell):
        if kind in ("stdout", "stderr") and joined and joined[-1][0] == kind:
            joined[-1] = kind, joined[-1][1] + text
        else:
            joined.append((kind, text))
    return joined


def _outputs(cell: Any) -> Iterator[tuple[str, str]]:
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            # Jupyter adds the file and the line to a warning.
            yield output.name, "" if output.name == "stderr" else output.text
        elif "image/png" in output.data:
            yield output.output_type, "image"
        else:
            yield output.output_type, output.data["text/plain"]


def executed(found: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The cells of a notebook, run in an empty folder by a Python that finds no d2lcli."""
    (folder / "kernels" / "plain").mkdir(parents=True)
    (folder / "sitecustomize.py").write_text("import sys\nsys.modules['d2lcli'] = None\n")
    kernel = {
        "argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": "plain",
        "language": "python",
        "env": {"PYTHONPATH": str(folder), "MPLCONFIGDIR": str(folder)},
    }
    (folder / "kernels" / "plain" / "kernel.json").write_text(json.dumps(kernel))
    monkeypatch.setenv("JUPYTER_PATH", str(folder))
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    (folder / "empty").mkdir()
    client = NotebookClient(
        found,
        kernel_name="plain",
        timeout=120,
        resources={"metadata": {"path": str(folder / "empty")}},
    )
    asyncio.run(client.async_execute())
    assert list((folder / "empty").iterdir()) == []
    return found.cells


def check(d2l: Run, line: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Export a run, run the notebook, and compare what it held with what it gives."""
    file = folder / "a.ipynb"
    outcome = d2l(*line, "--seed", "3", "--json", "--export", str(file))
    assert outcome.code == 0, outcome.err
    lessons = outcome.document.get("lessons", [outcome.document])
    measured = {s["code"] for lesson in lessons for s in lesson["steps"] if s["measured"]}
    text = file.read_text(encoding="utf-8")
    assert "d2lcli" not in text
    found = read(text)
    held = [outputs(cell) for cell in found.cells]
    for mine, cell in zip(held, executed(found, folder, monkeypatch), strict=True):
        if cell.get("source") not in measured:
            assert outputs(cell) == mine, cell.source


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_running_it_again_gives_what_it_holds(
    d2l: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check(d2l, ("derivative", "all"), tmp_path, monkeypatch)


SLOW = [(name, "all") for name in NAMES if name != "derivative"]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("line", [*SLOW, ("tour",)], ids=" ".join)
def test_so_does_every_lesson(
    line: tuple[str, ...], d2l: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check(d2l, line, tmp_path, monkeypatch)


@pytest.fixture(scope="module")
def folder(d2l: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notebook of each lesson."""
    there = tmp_path_factory.mktemp("tour") / "notebooks"
    outcome = d2l("tour", "--seed", "3", "--json", "--export", str(there))
    assert outcome.code == 0, outcome.err
    assert sorted(path.name for path in there.iterdir()) == sorted(f"{n}.ipynb" for n in NAMES)
    return there


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_is_short_and_has_its_picture(name: str, folder: Path) -> None:
    cells = read((folder / f"{name}.ipynb").read_text(encoding="utf-8")).cells
    code = [line for c in cells if c.cell_type == "code" for line in c.source.splitlines()]
    assert len([line for line in code if line.strip()]) <= 100
    (picture,) = (cell for cell in cells if cell.get("attachments"))
    ((file, image),) = picture.attachments.items()
    assert picture.source.endswith(f"](attachment:{file})")
    assert base64.b64decode(image["image/png"]).startswith(b"\x89PNG")


@pytest.mark.parametrize("name", ["dice", "derivative"])
def test_the_same_run_gives_the_same_bytes(
    name: str, d2l: Run, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "a.ipynb"
    assert d2l(name, "--seed", "3", "--json", "--export", str(file)).code == 0
    assert file.read_bytes() == (folder / f"{name}.ipynb").read_bytes()


# Files


def test_an_older_file_is_kept_unless_it_may_be_replaced(tmp_path: Path) -> None:
    file = tmp_path / "mine.ipynb"
    file.write_text("my own work")
    run = made(tmp_path, "1")
    with pytest.raises(Refusal, match="your own work"):
        export.save([run], file, force=False)
    assert file.read_text() == "my own work"
    export.save([run], file, force=True)
    read(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("ending", "start"),
    [("ipynb", "{"), ("IPYNB", "{"), ("py", "# %%"), ("html", "<!DOCTYPE html>")],
)
def test_the_ending_chooses_the_format(ending: str, start: str, tmp_path: Path) -> None:
    file = tmp_path / f"a.{ending}"
    # What a reader typed may be in no encoding at all.
    run = made(tmp_path, "1", title=os.fsdecode(b"\xff"))
    export.save([run], file, force=False)
    assert file.read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize("ending", ["ipynb", "py", "html"])
def test_a_run_that_fails_writes_nothing(
    ending: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = made(tmp_path, "1 / 0").lesson
    monkeypatch.setattr(show, "load", lambda _: failing)
    file = tmp_path / f"a.{ending}"
    with borrowed():
        run = show.perform(Request("made", export=file), Silent())
    assert run.refusal is not None
    assert not file.exists()


def test_a_tour_replaces_no_notebook(d2l: Run, folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert d2l("tour", "--export", str(folder)).code == 1
    assert before == {path: path.read_bytes() for path in folder.iterdir()}
