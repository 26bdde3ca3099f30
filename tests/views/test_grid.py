"""Tensors as grids: matrices side by side, and long axes cut to their edges, which is counted."""

from __future__ import annotations

import math
import re

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from d2lcli.values import Result, snapshot
from d2lcli.views.grid import grid


def lines(value: torch.Tensor, width: int = 76, short: int = 0) -> tuple[list[str], list[str]]:
    result = snapshot(value)
    assert isinstance(result, Result)
    assert result.shape is not None
    return grid(result.value, result.shape, width, short=short)


@pytest.mark.parametrize(
    ("value", "shown", "notes"),
    [
        (torch.tensor(3), ["3"], []),
        (torch.arange(3), ["[ 0  1  2 ]"], []),
        (torch.zeros(0, 3), ["[ ]"], ["no elements"]),
        (torch.arange(4).reshape(2, 2), ["⎡ 0  1 ⎤", "⎣ 2  3 ⎦"], []),
        (torch.arange(3).reshape(3, 1), ["⎡ 0 ⎤", "⎢ 1 ⎥", "⎣ 2 ⎦"], []),
        (
            torch.arange(12).reshape(3, 2, 2),
            [
                "[0]            [1]            [2]",
                "⎡  0   1 ⎤   ⎡  4   5 ⎤   ⎡  8   9 ⎤",
                "⎣  2   3 ⎦   ⎣  6   7 ⎦   ⎣ 10  11 ⎦",
            ],
            [],
        ),
        (
            torch.arange(9).reshape(9, 1),
            ["⎡ 0 ⎤", "⎢ 1 ⎥", "⎢ 2 ⎥", "⎢ ⋮ ⎥", "⎢ 6 ⎥", "⎢ 7 ⎥", "⎣ 8 ⎦"],
            ["3 of 9 rows left out"],
        ),
    ],
    ids=lambda value: str(value.shape) if isinstance(value, torch.Tensor) else "",
)
def test_grids(value: torch.Tensor, shown: list[str], notes: list[str]) -> None:
    found, said = lines(value)
    assert [re.sub(" +", " ", line) for line in found] == [
        re.sub(" +", " ", line) for line in shown
    ]
    assert said == notes


def test_a_grid_as_wide_as_the_page_is_cut_in_its_columns() -> None:
    found, said = lines(torch.arange(100), width=40)
    assert found == ["[  0   1   2   3  …  96  97  98  99 ]"]
    assert said == ["92 of 100 elements left out"]


@pytest.mark.parametrize("shape", [(20000,), (5, 20000), (101, 101), (3, 4, 5000)])
@pytest.mark.parametrize("width", range(20, 60))
def test_long_axes_fit_at_every_width(shape: tuple[int, ...], width: int) -> None:
    found, _ = lines(torch.arange(math.prod(shape)).reshape(shape), width)
    assert max(map(cell_len, found)) <= width


def test_many_blocks_are_cut_and_keep_their_true_index() -> None:
    found, said = lines(torch.arange(7 * 2 * 2).reshape(7, 2, 2))
    assert re.findall(r"\[\d+\]", " ".join(found)) == ["[0]", "[1]", "[5]", "[6]"]
    assert said == ["3 of 7 blocks left out"]


def test_many_short_axes_are_cut_and_counted() -> None:
    """Sixteen axes of size 2 are 16,384 blocks; few of them are shown, with their true index."""
    found, said = lines(torch.arange(2**16).reshape([2] * 16))
    assert len(found) < 80
    shown = re.findall(r"\[(0(?:, [01]){13})\]", " ".join(found))
    assert said == [f"{2**14 - len(shown)} of {2**14} blocks left out"]
    first = found.index(next(line for line in found if line.startswith("⎡")))
    assert found[first].split("⎤")[0].split()[1:3] == ["0", "1"]


def test_a_truncated_tensor_keeps_its_true_index() -> None:
    found, said = lines(torch.arange(30000).reshape(300, 10, 10))
    assert re.findall(r"\[\d+\]", " ".join(found)) == ["[0]", "[1]", "[298]", "[299]"]
    assert said == [
        "296 of 300 blocks left out",
        "4 of 10 rows left out",
        "4 of 10 columns left out",
    ]
    assert "29999" in " ".join(found)


@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=4),
    st.integers(20, 300),
    st.sampled_from([torch.int64, torch.float32, torch.bool]),
)
def test_a_grid_is_no_wider_than_its_page_and_counts_what_it_leaves_out(
    shape: list[int], width: int, dtype: torch.dtype
) -> None:
    value = torch.arange(math.prod(shape)).reshape(shape).to(dtype)
    found, said = lines(value, width)
    assert all(cell_len(line) <= width for line in found)
    shown = len(re.findall(r"True|False|\d+\.?", re.sub(r"\[\d[\d, ]*\]", "", " ".join(found))))
    left = [int(note.split()[0]) for note in said]
    sizes = [int(note.split()[2]) for note in said]
    part = math.prod((size - gone) / size for size, gone in zip(sizes, left, strict=True))
    if len(shape) > 2 or not re.match(r"\[\d", found[0]):
        assert shown == round(math.prod(shape) * part)


@given(
    st.lists(st.integers(0, 9), min_size=0, max_size=5),
    st.integers(20, 120),
    st.sampled_from([torch.int64, torch.float32, torch.bool, torch.complex64]),
    st.sampled_from([0, 4, 8]),
)
def test_every_grid_fits_its_page(
    shape: list[int], width: int, dtype: torch.dtype, short: int
) -> None:
    value = (torch.arange(math.prod(shape)).reshape(shape) * 1.5).to(dtype)
    found, said = lines(value, width, short)
    assert found and max(map(cell_len, found)) <= width
    if short:
        assert len(found) <= short
    # What is left out is counted: nothing is cut silently.
    gaps = re.search("[…⋮]", " ".join(found)) is not None
    assert not gaps or said


@pytest.mark.parametrize("width", range(20, 60))
def test_the_sign_of_blocks_that_are_left_out_has_room(width: int) -> None:
    for columns in range(1, 12):
        for size in (1, 1000, 10**6, 1e-3):
            value = torch.arange(4 * columns).reshape(2, 2, columns) * size
            found, _ = lines(value, width, short=4)
            assert max(map(cell_len, found)) <= width


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_what_is_no_finite_number_is_shown(bad: float) -> None:
    found, _ = lines(torch.tensor([[bad, 1.0], [2.5, bad]]))
    assert "".join(found).count(str(bad).removeprefix("-")) == 2
    assert len({cell_len(line) for line in found}) == 1


def test_a_short_grid_shows_two_matrices_at_most() -> None:
    found, said = lines(torch.arange(7 * 9 * 2).reshape(7, 9, 2), short=4)
    assert found[0].count("⎡") == 2
    assert said == ["5 of 7 blocks left out", "7 of 9 rows left out"]


def test_a_tensor_in_one_line() -> None:
    """All rows where they are few, else the first and the last."""
    assert lines(torch.arange(4).reshape(2, 2), short=1) == (["[ 0 1 ]  [ 2 3 ]"], [])
    assert lines(torch.arange(30).reshape(5, 2, 3), short=2) == (
        ["[  0  1  2 ] ⋮ [ 27 28 29 ]"],
        [],
    )
    assert lines(torch.arange(3), short=1) == (["[ 0 1 2 ]"], [])
    # In a narrow place columns go first, and then the last row.
    assert lines(torch.arange(60).reshape(6, 10), 40, 1)[0] == [
        "[  0  1 …  8  9 ] ⋮ [ 50 51 … 58 59 ]"
    ]
    assert lines(torch.arange(60).reshape(6, 10), 20, 1)[0] == ["[ 0 1 2 … 7 8 9 ] ⋮"]


@given(
    shape=st.lists(st.integers(1, 9), min_size=1, max_size=5),
    width=st.integers(20, 120),
    short=st.integers(1, 2),
)
def test_a_tensor_in_one_line_fits_and_holds_its_ends(
    shape: list[int], width: int, short: int
) -> None:
    value = torch.arange(math.prod(shape)).reshape(shape)
    (line,), _ = lines(value, width, short)
    assert cell_len(line) <= width
    numbers = [int(word) for word in re.findall(r"\d+", line)]
    assert numbers == sorted(set(numbers)) and numbers[0] == 0
    whole = len(numbers) == value.numel()
    assert whole == ("⋮" not in line and "…" not in line)


def test_two_blocks_are_the_first_and_the_last() -> None:
    found, _ = lines(torch.arange(24).reshape(2, 2, 3, 2), short=4)
    assert found[0].startswith("⎡  0  1 ⎤") and found[-1].endswith("⎣ 22 23 ⎦")
