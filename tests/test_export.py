"""What is taken away gives the same values without d2lcli, and holds all that was shown."""

from __future__ import annotations

import asyncio
import base64
import html
import json
import os
import re
import subprocess
import venv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from d2lcli.errors import Refusal
from d2lcli.inputs import devices
from d2lcli.library import Silent
from d2lcli.outputs import saving
from d2lcli.outputs.notebook import notebook
from d2lcli.request import TOUR, Request
from d2lcli.show import perform

from .conftest import Run
from .test_replay import OWN

EXPORTS: list[tuple[str, ...]] = [*((name, "all") for name in TOUR), *OWN, ("env",)]


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that has everything but d2lcli."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder, symlinks=True)
    (site,) = folder.glob("lib/python*/site-packages")
    # A path file leads to the packages, but not to those that they lead to: editable installs.
    (site / "packages.pth").write_text(str(Path(nbformat.__file__).parents[1]))
    python = folder / "bin" / "python"
    command = [str(python), "-c", "import torch, d2lcli"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert "No module named 'd2lcli'" in done.stderr
    return python


@pytest.fixture
def execute(elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run a notebook in an empty folder with that Python."""
    kernels = tmp_path / "jupyter" / "kernels" / "elsewhere"
    kernels.mkdir(parents=True)
    command = [str(elsewhere), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    kernel = {"argv": command, "display_name": "elsewhere", "language": "python"}
    (kernels / "kernel.json").write_text(json.dumps(kernel))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    monkeypatch.delenv("PYTHONPATH", raising=False)
    empty = tmp_path / "empty"
    empty.mkdir()

    def run(notebook: Any) -> Any:
        client = NotebookClient(
            notebook,
            kernel_name="elsewhere",
            timeout=120,
            resources={"metadata": {"path": str(empty)}},
        )
        asyncio.run(client.async_execute())
        return notebook

    return run


def outputs(cell: Any) -> Iterator[tuple[str, str]]:
    """What a cell shows as text, without the spaces that only lay it out."""
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            # Jupyter adds the file and the line to a warning.
            yield output.name, "" if output.name == "stderr" else output.text
        else:
            text = output.data["text/plain"]
            kind = "image" if "image/png" in output.data else "text"
            yield kind, "" if kind == "image" else re.sub(r"\s", "", text)


def exported(d2l: Run, file: Path, *command: str) -> Any:
    """The document of a run that is exported to ``file``, which does not speak of d2lcli."""
    outcome = d2l(*command, "--json", "--seed", "3", "--export", str(file))
    assert outcome.code == 0, outcome.err
    assert "d2lcli" not in file.read_text(encoding="utf-8")
    return outcome.document


def assert_same_outputs(
    held: list[list[tuple[str, str]]], again: list[Any], measured: set[str]
) -> None:
    """Cells that ran give what a notebook held, apart from what the code in ``measured`` gives."""
    for mine, cell in zip(held, again, strict=True):
        theirs = list(outputs(cell))
        assert [kind for kind, _ in mine] == [kind for kind, _ in theirs]
        assert mine == theirs or cell.source in measured


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize("command", EXPORTS, ids=" ".join)
def test_a_notebook_gives_what_it_holds(
    command: tuple[str, ...], d2l: Run, tmp_path: Path, execute: Any
) -> None:
    """Its cells are the document's, so that what it holds is what the command line shows."""
    file = tmp_path / "a.ipynb"
    steps = exported(d2l, file, *command)["steps"]
    notebook = nbformat.read(file, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    plain = [step for step in steps if step["section"] != "picture"]
    sources = [cell.source.removeprefix("%matplotlib inline\n") for cell in code]
    assert sources[: len(plain)] == [step["code"] for step in plain]
    assert len(code) == len(plain) + (command[0] != "env")
    held = [list(outputs(cell)) for cell in code]
    for step, shown in zip(plain, held, strict=False):
        assert ("text" in dict(shown)) == (step["result"] is not None)
    again = [cell for cell in execute(notebook).cells if cell.cell_type == "code"]
    measured = {step["code"] for step in plain if step["measured"]}
    assert_same_outputs(held, again, measured)
    if command[0] != "env":
        assert held[-1] == [("image", "")]


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_the_chapter_is_one_notebook(d2l: Run, tmp_path: Path, execute: Any) -> None:
    file = tmp_path / "chapter.ipynb"
    document = exported(d2l, file, "tour")
    notebook = nbformat.read(file, as_version=4)
    contents = notebook.cells[0].source
    headings = [cell.source for cell in notebook.cells if cell.source.startswith("## ")]
    assert len(headings) == len(TOUR)
    for heading in headings:
        title = heading.splitlines()[0].removeprefix("## ")
        assert f"[{title}](#{title.replace(' ', '-')})" in contents
    images = [
        o for c in notebook.cells for o in c.get("outputs", []) if "image/png" in o.get("data", {})
    ]
    assert len(images) == len(TOUR)
    assert base64.b64decode(images[0].data["image/png"]).startswith(b"\x89PNG")
    held = [list(outputs(cell)) for cell in notebook.cells]
    measured = {
        step["code"]
        for lesson in document["lessons"]
        for step in lesson["steps"]
        if step["measured"]
    }
    again = execute(notebook).cells
    assert_same_outputs(held, again, measured)
    # What is there already is not written again.
    assert sum("def charts(" in cell.source for cell in again) == 1


@pytest.mark.parametrize("command", EXPORTS, ids=" ".join)
def test_a_script_prints_what_the_lesson_shows(
    command: tuple[str, ...], d2l: Run, tmp_path: Path, elsewhere: Path
) -> None:
    file = tmp_path / "a.py"
    document = exported(d2l, file, *command)
    empty = tmp_path / "empty"
    empty.mkdir()
    environment = {**os.environ, "MPLCONFIGDIR": str(tmp_path)}
    environment.pop("PYTHONPATH", None)
    done = subprocess.run(
        [elsewhere, "-W", "ignore", file],
        cwd=empty,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert [path.name for path in empty.iterdir()] == (
        [] if command[0] == "env" else [f"{command[0]}.png"]
    )
    printed = re.sub(r"\s", "", done.stdout)
    place = 0
    for step in document["steps"]:
        result = step["result"]
        if step["measured"] or step["section"] == "picture":
            continue
        texts = [step["stdout"]]
        if result is not None and result["kind"] in ("number", "text", "bool"):
            texts.append(str(result["value"]).removesuffix("inf").removesuffix("nan"))
        elif result is not None and result["kind"] == "table":
            texts += [f"'{name}'" for row in result["value"] for name in row]
        elif result is not None and result["kind"] in ("tensor", "array") and result["shape"] == []:
            texts.append("tensor(")
        for text in texts:
            found = printed.find(re.sub(r"\s", "", text), place)
            assert found >= place, (step["code"], text)
            place = found


PRINTED = re.compile(r"<[^>]*>")


@pytest.mark.parametrize("command", EXPORTS, ids=" ".join)
def test_a_page_holds_what_the_terminal_held(
    command: tuple[str, ...], d2l: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # for a short name
    file = Path("a.html")
    outcome = d2l(*command, "--seed", "3", "--export", str(file), COLUMNS="100")
    assert outcome.code == 0, outcome.err
    page = file.read_text(encoding="utf-8")
    text = html.unescape(PRINTED.sub("", page))
    measures = command[0] == "memory"
    for line in outcome.out.splitlines():
        if "whole in --json" not in line and "a.html" not in line:
            assert line in text or measures
    # Nothing is loaded from anywhere, and nothing is run.
    assert not re.search(r"https?:|<script|<link|@import|url\(", page)
    assert all(s.startswith("data:image/png;base64,") for s in re.findall(r'src="([^"]*)', page))
    assert page.count("<img ") == (command[0] != "env")


@pytest.mark.parametrize("ending", ["ipynb", "py", "html"])
def test_the_same_run_gives_the_same_file(ending: str, d2l: Run, tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.{ending}" for name in "ab"]
    for file in files:
        assert d2l("dice", "--seed", "3", "--json", "--export", str(file)).code == 0
    texts = [file.read_text("utf-8").replace("a.html", "").replace("b.html", "") for file in files]
    assert texts[0] == texts[1]


def test_an_older_file_is_kept(d2l: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    file.write_text("my own work")
    outcome = d2l("norm", "--export", str(file))
    assert (outcome.code, outcome.out) == (1, "")
    assert "--force" in outcome.err
    assert file.read_text() == "my own work"
    assert d2l("norm", "--export", str(file), "--force").code == 0
    assert file.read_text("utf-8").startswith("# %%")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.py"]


def test_a_file_that_comes_during_the_run_is_kept(tmp_path: Path) -> None:
    """With --step a run takes as long as a class."""
    file = tmp_path / "mine.py"

    class Slow(Silent):
        def step(self, *_: object) -> None:
            file.write_text("my own work")

    with devices.borrowed(), pytest.raises(Refusal, match="your own work"):
        perform(Request("norm", ("order",), export=file), Slow())
    assert file.read_text() == "my own work"
    with devices.borrowed():
        perform(Request("norm", ("order",), export=file, force=True), Slow())
    assert file.read_text("utf-8").startswith("# %%")


def test_a_temporary_file_of_somebody_else_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "token_hex", lambda _: "taken")
    other = tmp_path / ".d2l-taken.part"
    other.write_text("half of it")
    with (
        pytest.raises(Refusal, match="File exists"),
        saving.written("--plot", "picture", tmp_path / "a.png"),
    ):
        pass
    assert other.read_text() == "half of it"
    assert [path.name for path in tmp_path.iterdir()] == [other.name]


def test_a_run_that_fails_writes_nothing(d2l: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    assert d2l("linalg", "reduce", "--dim", "7", "--export", str(file)).code == 1
    assert not file.exists()
    # Shapes that do not fit are a whole lesson all the same.
    assert d2l("broadcast", "2,3", "2", "--export", str(file)).code == 1
    assert "shapes = ((2, 3), (2,))" in file.read_text("utf-8")  # which the picture draws


def test_a_tour_writes_a_notebook_for_each(d2l: Run, tmp_path: Path) -> None:
    folder = tmp_path / "notebooks"
    assert d2l("tour", "--json", "--export", str(folder)).code == 0
    names = sorted(path.name for path in folder.iterdir())
    assert names == sorted(f"{name}.ipynb" for name in TOUR)
    outcome = d2l("tour", "--export", str(folder))
    assert (outcome.code, outcome.out) == (1, "")


def test_an_older_chapter_is_replaced_with_force(d2l: Run, tmp_path: Path) -> None:
    file = tmp_path / "chapter.py"
    file.write_text("my own work")
    assert d2l("tour", "--json", "--export", str(file)).code == 1
    assert file.read_text() == "my own work"
    assert d2l("tour", "--json", "--export", str(file), "--force").code == 0
    assert file.read_text("utf-8").startswith("# %%")


def test_a_page_may_tell_of_a_file_without_a_readable_name(d2l: Run, tmp_path: Path) -> None:
    picture = os.fsdecode(os.fsencode(tmp_path) + b"/p\xff.png")
    page = tmp_path / "a.html"
    assert d2l("norm", "order", "--plot", picture, "--export", str(page)).code == 0
    assert "p?.png" in page.read_text("utf-8")


def test_a_drawing_cell_may_print() -> None:
    """What it prints comes before the picture, and the notebook is valid."""
    with devices.borrowed():
        record = perform(Request("norm", ("order",), draw=True), Silent())
    record.steps[-1] = replace(record.steps[-1], stdout="drawn\n")
    cell = nbformat.reads(notebook([record]), as_version=4).cells[-1]
    assert [output.output_type for output in cell.outputs] == ["stream", "execute_result"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("norm", "--export", "a.txt"), 2),
        (("norm", "--export", "nowhere/a.py"), 1),
        (("norm", "--force"), 2),
        (("tour", "--force"), 2),
        (("norm", "-i"), 1),
        (("norm", "-i", "--json"), 2),
    ],
    ids=str,
)
def test_what_is_refused(line: tuple[str, ...], code: int, process: Run, tmp_path: Path) -> None:
    outcome = process(*line, folder=tmp_path)
    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.startswith("d2l: ") and outcome.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_nothing_of_it_is_imported_for_a_page() -> None:
    from .test_startup import imported

    assert not imported("norm") & {"nbformat", "code", "readline"}
