"""A lesson on the screen: what stands where, and that nothing is lost on narrow or plain ones."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from d2lcli.api import Silent
from d2lcli.inputs.devices import borrowed
from d2lcli.lesson import NAMES
from d2lcli.note import Column, Note, table
from d2lcli.options import request
from d2lcli.request import Request
from d2lcli.runs import Failure, Run
from d2lcli.show import perform
from d2lcli.values import Result
from d2lcli.views.page import replay
from d2lcli.views.result import Results
from d2lcli.views.screen import console

from .made import made


class Ascii(io.StringIO):
    """A stream that knows ASCII only."""

    encoding = "ascii"


def page(run: Run, width: int = 100, ascii_only: bool = False, **options: Any) -> str:
    """The page of a run that is over."""
    text = Ascii() if ascii_only else io.StringIO()
    replay(run, console(text, width=width, **options))
    return text.getvalue()


@cache
def ran(name: str, *topics: str, **own: Any) -> Run:
    with borrowed():
        return perform(request(name, own, topics, seed=7), Silent())


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


# A page of one's own


def test_the_default_page_is_terse_and_a_topic_tells_more(tmp_path: Path) -> None:
    cells = "# A caption.\nx = torch.arange(3)\nx\n\nx + 1"
    terse = page(made(tmp_path, cells))
    assert "A caption." not in terse and "Some text." not in terse
    told = page(made(tmp_path, cells, topics=("first",)))
    assert "A caption." in told
    assert "import torch" not in terse + told
    assert "import torch" in page(made(tmp_path, cells, topics=("all",)))
    assert "Some text." in page(made(tmp_path, cells, "1", topics=("first", "second")))


def test_results_begin_at_one_column_beside_the_line_they_are_the_value_of(tmp_path: Path) -> None:
    text = page(made(tmp_path, "x = 5\nx\n\ntorch.arange(3) * 100\n\nx * 2"))
    (line,) = (line for line in text.splitlines() if "[ " in line)
    column = line.index("[ ")
    rows = {row[:column].strip(): row[column:].strip() for row in text.splitlines()}
    assert rows["x"] == "5" and rows["x * 2"] == "10"
    assert rows["torch.arange(3) * 100"].startswith("[   0 100 200 ]   (3,)  int64")
    assert "x = 5" in rows


def test_on_a_narrow_page_results_stand_below(tmp_path: Path) -> None:
    text = page(made(tmp_path, "torch.arange(3)"), width=40)
    assert re.search(r"torch\.arange\(3\)\n +\[ 0 1 2 \]", text)


def test_facts_are_told_once(tmp_path: Path) -> None:
    run = made(tmp_path, "torch.zeros(2)\n\ntorch.arange(2)", title="Zeros", facts=("float32",))
    text = page(run)
    head = text.splitlines()[1]
    assert head.split() == ["Zeros", "float32", "cpu"]
    assert text.count("float32") == 1 and text.count("int64") == 1
    assert text.count("cpu") == 1


def test_what_is_printed_warned_claimed_and_failed(tmp_path: Path) -> None:
    cells = """
        print("said [nan, 1.]")

        import warnings
        warnings.warn("old (Triggered internally at x.cpp:3.)")

        assert 1 < 2

        1 / 0
    """
    run = made(tmp_path, cells)
    text = page(run)
    assert "said [nan, 1.]" in text
    assert "⚠ old\n" in text
    assert re.search(r"assert 1 < 2 +✓ holds", text)
    error = run.steps[-1].error
    assert error is not None
    assert f"✗ {error.type}: {error.sentence}" in text
    assert f"d2l: {run.refusal}" in " ".join(text.split())


def test_a_note_that_covers_takes_the_place_of_the_outcome(tmp_path: Path) -> None:
    cells = "print('h = 0.1')"
    seen = page(made(tmp_path, cells, notes=[Note("Found.")]))
    assert "h = 0.1\n" in seen and seen.index("h = 0.1") < seen.index("Found.")
    rows = table(Column("h", [0.1]))
    covered = page(made(tmp_path, cells, notes=[Note("Found.", rows, covers=True)]))
    assert "h = 0.1\n" not in covered
    assert covered.index("print('h = 0.1')") < covered.index("0.1\n") < covered.index("Found.")


@pytest.mark.parametrize("items", ["x, x + 1", "x, torch.zeros(2, 2)", "[x, 'a']", "x.shape, 1.5"])
def test_each_item_of_a_tuple_is_named_by_its_code(tmp_path: Path, items: str) -> None:
    run = made(tmp_path, f"x = torch.arange(2)\n{items}", topics=("first",))
    for width in (40, 80, 120):
        text = page(run, width)
        result = run.steps[-1].result
        assert result is not None
        labels = run.steps[-1].cell.labels
        assert all(label in text for label in labels)
        assert "[ 0  1 ]" in text or result.kind != "list" or labels[0] != "x"


def test_vectors_of_one_length_are_a_table(tmp_path: Path) -> None:
    text = page(made(tmp_path, "h = torch.tensor([0.5, float('nan')])\nh, h * 2"))
    assert re.search(r"h, h \* 2 +h +h \* 2\n +─+\n +0\.5 +1\.\n +nan +nan\n", text)


def test_nan_and_brackets_are_no_markup(tmp_path: Path) -> None:
    """[nan, 1.] read as markup would vanish."""
    text = page(made(tmp_path, "'[nan, 1.]'\n\ntorch.tensor([float('nan'), 1.0])"))
    assert "[nan, 1.]" in text
    assert re.search(r"\[ nan +1\. \]", text)


def test_the_way_on(tmp_path: Path) -> None:
    run = made(tmp_path, "1", "2", "3")
    run.sections[:] = [run.lesson.sections["first"]]
    run.request = replace(run.request, plot=Path("a\x1b[1m.png"), export=Path("b.py"))
    last = page(run).splitlines()[-4:]
    assert last[0].split() == ["topics", "second", "third", "·", "all"]
    assert last[1].split() == ["yours", "d2l", "made"]
    assert last[2].split() == ["picture", r"a\x1b[1m.png"]
    assert last[3].split() == ["saved", "b.py"]


def test_a_large_tensor_is_cut_and_says_so(tmp_path: Path) -> None:
    run = made(tmp_path, "torch.arange(20000).reshape(100, 200)", topics=("first",))
    text = page(run)
    assert "(100, 200)" in text and "94 of 100 rows left out" in text
    assert re.search(r"\d+ of 200 columns left out", text)
    assert "19999" in text


# Every page of the lessons, and any width


COMMANDS: list[tuple[str, tuple[str, ...], dict[str, Any]]] = [
    *((name, ("all",), {"size": "1000"} if name == "memory" else {}) for name in NAMES),
    ("tensor", (), {"data": "nan,-inf,1e-30,12345678"}),
    ("broadcast", (), {"shapes": ("2,1,4,1", "3,1,5", "()")}),
    ("broadcast", (), {"shapes": ("2,3", "3,4", "4,5")}),
    ("linalg", (), {"shape": "3,40,2"}),
    ("norm", (), {"vector": "1e90,-1e-90,nan", "matrix": "[[1e-9,2],[3e9,4]]"}),
    ("derivative", (), {"f": "x**4*sin(pi*x)*abs(x)-x**3*sigmoid(3*x)/7", "at": "-pi"}),
    ("autograd", (), {"f": "abs(x)*log(x)", "at": "-1,0,1,1e9"}),
    ("dice", (), {"probs": "0.999,0,1e-9", "rolls": "9000000000"}),
]
IDS = [" ".join([name, *topics, *own]) for name, topics, own in COMMANDS]


@pytest.mark.parametrize(("name", "topics", "own"), COMMANDS, ids=IDS)
def test_no_line_is_wider_than_the_page(
    name: str, topics: tuple[str, ...], own: dict[str, Any]
) -> None:
    run = ran(name, *topics, **own)
    assert run.faults == []
    for width in (20, 37, 60, 80, 120):
        for line in page(run, width).splitlines():
            assert cell_len(line) <= width
            assert line == line.rstrip()


@pytest.mark.parametrize(("name", "topics", "own"), COMMANDS, ids=IDS)
def test_a_narrow_page_loses_no_caption_no_code_and_no_word(
    name: str, topics: tuple[str, ...], own: dict[str, Any]
) -> None:
    """They are all there, folded, at 34 columns."""
    run = ran(name, *topics, **own)
    text = squeezed(page(run, 34))
    for step in run.steps:
        assert squeezed(step.cell.code) in text or step.cell is run.lesson.imports
        if topics:
            assert squeezed(step.cell.caption) in text
    for item in run.items:
        if isinstance(item, Note):
            assert squeezed(item.text) in text


@pytest.mark.parametrize(("name", "topics", "own"), COMMANDS, ids=IDS)
def test_an_ascii_page_is_ascii_and_every_sign_has_a_form(
    name: str, topics: tuple[str, ...], own: dict[str, Any]
) -> None:
    run = ran(name, *topics, **own)
    text = page(run, 100, ascii_only=True)
    assert text.isascii()
    assert text.count("?") == page(run, 100).count("?")


@pytest.mark.parametrize(("name", "topics", "own"), COMMANDS, ids=IDS)
def test_colour_changes_no_sign(name: str, topics: tuple[str, ...], own: dict[str, Any]) -> None:
    run = ran(name, *topics, **own)
    coloured = page(run, 100, force_terminal=True, color_system="standard")
    assert "\x1b[" in coloured
    # Colours, and links.
    assert re.sub(r"\x1b(\[[0-9;]*m|\]8;[^\x1b]*\x1b\\)", "", coloured) == page(run, 100)
    assert not re.search(r"\x1b\[[0-9;]*(34|90)m", coloured)  # dark blue and grey on black


@settings(max_examples=30)
@given(st.integers(20, 120), st.sampled_from(range(len(COMMANDS))), st.booleans())
def test_any_width_will_do(width: int, which: int, ascii_only: bool) -> None:
    name, topics, own = COMMANDS[which]
    text = page(ran(name, *topics, **own), width, ascii_only)
    assert max(map(cell_len, text.splitlines())) <= width


SHAPES = st.lists(st.integers(0, 30), max_size=4).map(tuple)


DTYPES = st.sampled_from(["int64", "float32", "bool"])


@given(SHAPES, st.integers(20, 120), st.sampled_from([0, 4, 8]), DTYPES)
def test_any_tensor_fits_with_its_facts(
    shape: tuple[int, ...], width: int, terse: int, dtype: str
) -> None:
    import torch

    from d2lcli.values import snapshot

    value = (torch.arange(torch.Size(shape).numel()).reshape(shape) * 1.1).to(getattr(torch, dtype))
    results = Results(console(io.StringIO(), width=width))
    results.terse = terse
    result = snapshot(value)
    assert isinstance(result, Result)
    results.value(result)
    assert isinstance(results.console.file, io.StringIO)
    text = results.console.file.getvalue()
    assert max(map(cell_len, text.splitlines())) <= width
    if shape:
        assert squeezed(str(tuple(shape))) in squeezed(text)


def test_a_failure_has_a_sentence() -> None:
    assert Failure("KeyError", "", "x", "").sentence == "KeyError"
    assert Failure("KeyError", "one\ntwo", "x", "").sentence == "one"


def test_the_head_names_a_seed_only_where_one_is_used() -> None:
    assert "seed 7" in page(ran("dice")) and "seed" not in page(ran("broadcast")).split("topics")[0]
    assert Request("it").terse
