"""The page in the terminal."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from d2lcli.outputs.classroom import Predicting
from d2lcli.outputs.terminal import console
from d2lcli.request import TOUR

from .conftest import Run

GOLDEN = Path(__file__).with_name("golden")
# Whole pages that are the same on every machine with the tested versions. `memory` and `env` are
# measured, and the documentation in `tensor` is torch's.
PAGES = {
    "tensor": ("tensor", "create", "reshape", "cat", "index", "numpy"),
    "broadcast": ("broadcast",),
    "memory": ("memory", "new", "inplace"),
    "linalg": ("linalg", "--dim", "2"),
    "norm": ("norm", "--p", "3.5"),
    "derivative": ("derivative", "--h", "0.1", "--steps", "5"),
    "autograd": ("autograd",),
    "dice": ("dice", "--rolls", "500"),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_the_one_that_was_read(name: str, d2l: Run) -> None:
    """Compared whole. After reading a change, write the pages anew with D2L_REWRITE=1."""
    page = d2l(*PAGES[name], "--seed", "7", COLUMNS="80").out
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("D2L_REWRITE"):
        file.write_text(page, encoding="utf-8")
    assert page == file.read_text(encoding="utf-8")


# A reader's own input, with what is long or unusual in it.
OWN: list[tuple[str, ...]] = [
    ("tensor", "layout", "data", "--shape", "2,0,3", "--data", "nan,-inf,1e-30,12345678"),
    ("broadcast", "2,1,4,1", "3,1,5", "()"),
    ("broadcast", "2,3", "3,4", "4,5"),
    ("linalg", "reduce", "--shape", "3,40,2"),
    ("norm", "--vector", "1e90,-1e-90,nan", "--matrix", "[[1e-9,2],[3e9,4]]"),
    ("derivative", "--f", "x**4*sin(pi*x)*abs(x)-x**3*sigmoid(3*x)/7", "--at", "-pi"),
    ("autograd", "function", "--f", "abs(x)*log(x)", "--at", "-1,0,1,1e9"),
    ("dice", "count", "--probs", "0.999,0,1e-9", "--rolls", "9000000000"),
]


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120, 300])
@pytest.mark.parametrize("command", [*((name,) for name in TOUR), *OWN], ids=" ".join)
def test_no_line_is_wider_than_the_page(command: tuple[str, ...], width: int, d2l: Run) -> None:
    page = d2l(*command, COLUMNS=str(width), D2L_DEVICE="cpu").out
    for line in page.splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("name", TOUR)
def test_a_narrow_page_loses_no_word(name: str, d2l: Run) -> None:
    """Captions, code and the cells of tables are all there, folded, at 34 columns."""

    def squeezed(text: str) -> str:
        return re.sub(r"\s", "", text)

    lines = d2l(name, "--seed", "7", COLUMNS="34").out
    page = squeezed(lines)
    for step in d2l(name, "--seed", "7", "--json").document["steps"]:
        assert squeezed(step["caption"]) in page
        if step["result"] and step["result"]["kind"] == "table":
            cells = [cell for row in step["result"]["value"] for cell in row.values()]
            short = [str(cell) for cell in cells if isinstance(cell, bool | int | str)]
            short = [text for text in short if len(text) < 6]
            for text in (*step["result"]["value"][0], *short):
                assert all(word in lines for word in text.split()), text
        if step["code"].count("\n") < 8 and "def " not in step["code"]:
            assert squeezed(step["code"]) in page


@pytest.mark.parametrize("width", ["0", "1", "-5", "", "wide"])
def test_a_width_that_is_none_loses_nothing(width: str, d2l: Run) -> None:
    page = d2l("norm", "order", COLUMNS=width).out
    assert "4.00000" in page
    assert "derivative" in re.sub(r"\s", "", page)


ASCII = [*((name,) for name in (*TOUR, "env")), *OWN]


@pytest.mark.parametrize("command", ASCII, ids=" ".join)
def test_an_ascii_terminal_gets_ascii(command: tuple[str, ...], process: Run) -> None:
    outcome = process(*command, PYTHONIOENCODING="ascii")
    assert outcome.code == 0 or command[:2] == ("broadcast", "2,3")
    assert outcome.out.isascii()
    # Questions, and the size that a conflict has.
    text = re.sub(r"[A-Za-z0-9)]\?|\? +(\||conflict)", "", outcome.out)
    assert "?" not in text, "a character has no ASCII form"


def test_colours_only_where_they_are_wanted(d2l: Run) -> None:
    assert "\x1b" not in d2l("derivative").out
    assert "\x1b[" in d2l("derivative", FORCE_COLOR="1").out
    assert "\x1b" not in d2l("derivative", FORCE_COLOR="1", TERM="dumb").out
    plain = d2l("derivative", FORCE_COLOR="1", NO_COLOR="1").out
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", plain)


@pytest.mark.parametrize("name", ["linalg", "broadcast", "derivative", "norm"])
def test_colour_changes_no_character(name: str, d2l: Run) -> None:
    plain, coloured = d2l(name), d2l(name, FORCE_COLOR="1")
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured.out) == plain.out


def test_nan_and_brackets_are_no_markup(d2l: Run) -> None:
    """[nan, 1.] read as markup would vanish."""
    page = d2l("autograd", "graph").out
    assert "[0.0, 4.0, 8.0, 12.0]" in page


def test_the_lesson_so_far_stays_where_a_step_fails(d2l: Run) -> None:
    outcome = d2l("linalg", "reduce", "--dim", "7")
    assert outcome.code == 1
    assert "A.sum(axis=axis)" in outcome.out
    assert "✗ IndexError" in outcome.out
    assert "In the book" not in outcome.out
    assert outcome.err.startswith(
        "d2l: linalg stopped at `A1 = A.sum(axis=dim, keepdims=True)`: Di"
    )
    assert outcome.err.count("\n") == 1


def test_a_traceback_when_it_is_asked_for(d2l: Run) -> None:
    outcome = d2l("linalg", "reduce", "--dim", "7", "--traceback")
    assert outcome.err.startswith("Traceback")
    assert "linalg.py" in outcome.err
    assert "runner.py" not in outcome.err
    assert outcome.err.splitlines()[-1].startswith("d2l: linalg stopped at `A1 = ")


def test_long_functions_are_folded_and_counted(d2l: Run) -> None:
    page = d2l("broadcast", "axes").out
    code = next(
        step["code"]
        for step in d2l("broadcast", "axes", "--json").document["steps"]
        if step["code"].startswith("def align")
    )
    assert f"… {code.count(chr(10))} lines, whole in --json" in page


def test_a_page_says_where_its_picture_is_and_folds_how_it_was_drawn(
    d2l: Run, tmp_path: Path
) -> None:
    path = tmp_path / "a.png"
    page = d2l("dice", "count", "--plot", str(path), COLUMNS="200").out
    assert re.search(rf"Picture +{re.escape(str(path))}\n", page)
    assert "axes.set(" not in page
    assert "Picture" not in d2l("dice", "count").out


def test_questions_wait_until_they_are_asked(d2l: Run) -> None:
    page = d2l("tensor").out
    assert re.search(r"d2l tensor parameters +What does each parameter mean\?\n", page)
    assert "documented(torch.arange)" not in page
    assert "documented(torch.arange)" in d2l("tensor", "parameters").out
    assert "documented(torch.arange)" in d2l("tensor", "all").out


def eighths(bar: str) -> int:
    """The length of a bar in eighths of a character."""
    return sum("▏▎▍▌▋▊▉█".index(sign) + 1 for sign in bar)


def test_counts_have_bars(d2l: Run) -> None:
    page = d2l("dice", "count", "--seed", "7", COLUMNS="80").out
    rows = re.findall(r"^ +\d  +(\d+)  ([▏▎▍▌▋▊▉█]+) ", page, re.MULTILINE)
    counts = [int(count) for count, _ in rows]
    assert len(counts) == 6 and sum(counts) == 5000
    longest = max(eighths(bar) for _, bar in rows)
    assert longest % 8 == 0
    for count, bar in rows:
        assert eighths(bar) == int(longest * (int(count) / max(counts)))


def test_errors_have_bars_on_a_logarithmic_scale(d2l: Run) -> None:
    """The error falls by a factor of 10 in each row, so each bar is shorter by the same length."""
    page = d2l("derivative", "quotient", "--h", "0.1", "--steps", "5", COLUMNS="80").out
    bars = re.findall(r" 0\.[03]+  ([▏▎▍▌▋▊▉█]+) ", page)
    assert [eighths(bar) for bar in bars] == pytest.approx([160, 128, 96, 64, 32], abs=1)
    assert "error  log " in page
    none = d2l("derivative", "quotient", "--method", "central", "--at", "0", COLUMNS="80").out
    assert "error  log " in none and "█" not in none  # the central difference is exact here


def test_bars_only_where_there_is_room(d2l: Run, process: Run) -> None:
    assert "█" not in d2l("dice", "count", "--seed", "7", COLUMNS="60").out
    assert "█" not in d2l("norm", COLUMNS="120").out
    page = process("dice", "count", "--seed", "7", PYTHONIOENCODING="ascii", COLUMNS="100").out
    assert re.search(r" 880 +\|#{20} \|", page)


@pytest.mark.parametrize("width", [50, 80, 120])
def test_rows_that_are_left_out_are_counted_in_one_line(width: int, d2l: Run) -> None:
    page = d2l("dice", "count", "--faces", "1000", COLUMNS=str(width)).out
    assert re.search(r"^ +⋮ 994 more$", page, re.MULTILINE)


def test_what_a_class_is_told_is_broken_where_it_is_narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    told = io.StringIO()
    page = Predicting(console(told))
    page.score.update(right=3, nearly=1, wrong=2, skipped=4)
    page.tell_score()
    lines = told.getvalue().splitlines()
    assert max(map(cell_len, lines)) <= 30
    assert " ".join(told.getvalue().split()) == (
        "Of 10 questions: 3 right, 1 nearly, 2 wrong, 4 skipped"
    )
