"""Tables of notes and of results: aligned, folded or continued where the page is narrow."""

from __future__ import annotations

import io
import math
import re
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from d2lcli.note import Column, Table
from d2lcli.values import Scalar
from d2lcli.views import table
from d2lcli.views.screen import Screen, console


class Ascii(io.StringIO):
    """A stream that knows ASCII only."""

    encoding = "ascii"


def shown(*columns: Column, width: int = 78, file: io.StringIO | None = None) -> list[str]:
    """The lines of a table without spaces at their ends."""
    screen = Screen(console(file if file is not None else io.StringIO(), width=width + 2))
    lines = table.lines(Table(columns), screen, width)
    assert all(line.cell_len <= width for line in lines)
    return [line.plain.rstrip() for line in lines]


def words(lines: list[str]) -> list[list[str]]:
    return [line.split() for line in lines]


def test_numbers_are_aligned_at_their_points_and_texts_to_the_left() -> None:
    found = shown(
        Column("h", [0.1, 0.01, 0.001]), Column("n", [1, 20, 300]), Column("way", ["a", "bb", ""])
    )
    assert found == [
        "    h     n   way",
        "─────────────────",
        "0.100     1   a",
        "0.010    20   bb",
        "0.001   300",
    ]


def test_a_column_has_one_form() -> None:
    found = shown(Column("a", [1.0, 2.30001]), Column("e", [3e-1, 3.1e-5], ".1e"))
    assert words(found)[2:] == [["1.00000", "3.0e-01"], ["2.30001", "3.1e-05"]]
    signed = shown(Column("off", [-1.25, 0.5], "+.1f"))
    assert words(signed)[2:] == [["−1.2"], ["+0.5"]]
    counts = shown(Column("n", [1_000_000, 2], ","))
    assert words(counts)[2:] == [["1,000,000"], ["2"]]


def test_every_value_has_its_own_look() -> None:
    values: list[Scalar] = [True, False, None, "[nan, 1.]", math.nan, -math.inf, 3]
    found = shown(Column("x", values), Column("place", list(range(7))))
    assert words(found)[2:] == [
        ["yes", "0"],
        ["no", "1"],
        ["2"],
        ["[nan,", "1.]", "3"],
        ["nan", "4"],
        ["-inf", "5"],
        ["3", "6"],
    ]
    assert words(shown(Column("x", [None, 1.5, math.nan])))[2:] == [[], ["1.5"], ["nan"]]


def test_a_table_without_headings_has_no_rule() -> None:
    assert shown(Column("", ["a"]), Column("", [1])) == ["a  1"]
    assert shown(Column("h", []), Column("g", []))[0].split() == ["h", "g"]


# Bars


def eighths(line: str) -> int:
    """The length of a bar in eighths of a character."""
    return sum("▏▎▍▌▋▊▉█".index(sign) + 1 for sign in line if sign in "▏▎▍▌▋▊▉█")


def bars(scale: Literal["linear", "log"], values: list[Scalar], width: int = 78) -> list[int]:
    return [eighths(line) for line in shown(Column("x", values, bar=scale), width=width)[2:]]


def test_bars_are_as_long_as_their_numbers() -> None:
    assert bars("linear", [1, 2, 4, 0, None]) == [40, 80, 160, 0, 0]
    assert bars("linear", [-1, math.inf, math.nan, 2.0]) == [80, 0, 0, 160]
    assert bars("linear", [0, 0]) == [0, 0]


def test_on_a_logarithmic_scale_each_decade_is_as_long() -> None:
    found = bars("log", [1e-1, 1e-2, 1e-3, 1e-4])
    assert found == pytest.approx([160, 120, 80, 40], abs=1)
    assert bars("log", [1e-3, 0.0]) == [160, 0]


def test_bars_only_where_there_is_room() -> None:
    assert bars("linear", [1, 2], width=8) == [0, 0]
    assert bars("linear", [1, 2], width=10)[1] == 6 * 8
    (row,) = shown(Column("x", [5], bar="linear"), file=Ascii())[2:]
    assert row.split() == ["5", "|" + "#" * 20]


# Narrow pages, and long tables


def test_spare_columns_go_first_and_are_named() -> None:
    columns = [
        Column("way", ["y = y + x"]),
        Column("time", [1.5], spare=True),
        Column("memory", ["4 MiB"]),
        Column("spread", [0.5], spare=True),
    ]
    assert "left out" not in " ".join(shown(*columns, width=40))
    one = shown(*columns, width=32)
    assert one[0].split() == ["way", "time", "memory"]
    assert " ".join(" ".join(one[3:]).split()) == "left out, too narrow a page: spread"
    both = shown(*columns, width=22)
    assert both[0].split() == ["way", "memory"]
    assert " ".join(" ".join(both[3:]).split()).endswith("time, spread")


def test_a_table_that_is_too_wide_is_continued_below_behind_its_first_column() -> None:
    columns = [Column("row", [1, 2]), *(Column(f"column{n}", ["12345678"] * 2) for n in range(6))]
    found = shown(*columns, width=40)
    heads = [line.split() for line in found if "row" in line]
    assert len(heads) > 1 and all(head[0] == "row" for head in heads)
    assert [name for head in heads for name in head[1:]] == [f"column{n}" for n in range(6)]
    assert " ".join(found).count("12345678") == 12


def test_rows_that_are_left_out_are_counted_in_one_line() -> None:
    for width in (20, 50, 120):
        rows = list(range(1000))
        found = shown(Column("n", rows), Column("square", [n * n for n in rows]), width=width)
        gap = next(line for line in found if "⋮" in line)
        assert gap.strip() == "⋮ 994 more"
        assert words(found)[-1] == ["999", "998001"]
    assert not any("⋮" in line for line in shown(Column("n", list(range(table.ROWS)))))


def test_signs_that_a_terminal_obeys_are_shown() -> None:
    found = shown(Column("a\x1b[1m", ["\x1b]0;x\x07", "a\u202eb"]))
    assert all(line.isprintable() for line in found)


SCALARS: Any = st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.floats(width=32)
TEXTS: Any = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=40)


@st.composite
def tables(draw: st.DrawFn) -> tuple[Column, ...]:
    rows = draw(st.integers(0, 20))
    columns = draw(st.integers(1, 6))
    return tuple(
        Column(
            draw(TEXTS.map(lambda text: text[:12])),
            draw(st.lists(SCALARS | TEXTS, min_size=rows, max_size=rows)),
            draw(st.sampled_from(["", ".3f", "+.1e", ","])) if rows % 2 else "",
            draw(st.sampled_from(["", "linear", "log"])),
            draw(st.booleans()) and place > 0,
        )
        for place in range(columns)
    )


@given(tables(), st.integers(18, 120), st.booleans())
def test_no_table_is_wider_than_its_page(
    columns: tuple[Column, ...], width: int, ascii_only: bool
) -> None:
    lines = shown(*columns, width=width, file=Ascii() if ascii_only else None)
    assert all(cell_len(line) <= width for line in lines)
    assert not ascii_only or "".join(lines).isascii()


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=16), st.integers(18, 120))
def test_no_number_is_lost_or_broken(numbers: list[int], width: int) -> None:
    found = shown(
        Column("a", numbers), Column("b", numbers), Column("c", numbers, bar="linear"), width=width
    )
    cells = re.findall(r"\d+", " ".join(found))
    assert sum(cells.count(str(n)) for n in {*numbers}) >= 3 * len(numbers)


def test_a_sign_that_ascii_writes_with_several_is_not_broken() -> None:
    column = Column("p", ["1", "∞"])
    assert [line.split() for line in shown(column, width=40, file=Ascii())][-2:] == [["1"], ["inf"]]
