"""Aligned numbers, and grids of them."""

from __future__ import annotations

import math
import re
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from d2lcli.outputs.grid import grid
from d2lcli.outputs.numbers import align
from d2lcli.results import Result, snapshot


@pytest.mark.parametrize(
    ("values", "digits", "texts"),
    [
        ([1, 20, -3], 5, [" 1", "20", "-3"]),
        ([True, False], 5, [" True", "False"]),
        ([1.0, 2.0], 5, ["1.", "2."]),
        ([0.5, 12.0], 5, [" 0.5", "12.0"]),
        ([1 / 3, 2 / 3], 5, ["0.3333", "0.6667"]),
        ([2.3000000000000043, 2.00003], 6, ["2.30000", "2.00003"]),
        ([0.1, 1.0000000000000003e-05], 6, ["0.10000", "0.00001"]),
        ([0.1, 1e-9], 6, ["1e-01", "1e-09"]),
        ([123456789.0, 1.5], 5, ["1.23e+08", "1.50e+00"]),
        ([math.nan, math.inf, -math.inf, 1.5], 5, [" nan", " inf", "-inf", " 1.5"]),
        ([math.nan], 5, ["nan"]),
        ([0.0, -0.0], 5, [" 0.", "-0."]),
        ([None, 2.5], 6, ["  -", "2.5"]),
        ([None, 3], 6, ["-", "3"]),
        (["a"], 5, ["a"]),
        ([1 + 2j], 5, ["(1+2j)"]),
    ],
)
def test_align(values: list[Any], digits: int, texts: list[str]) -> None:
    assert align(values, digits) == texts


FINITE = st.floats(-1e300, 1e300)


@given(st.lists(FINITE, min_size=1, max_size=20), st.integers(4, 8))
def test_aligned_floats_have_one_width_and_hide_nothing(values: list[float], digits: int) -> None:
    """Every number reads back to within what its own decimals can say, and none becomes 0."""
    texts = align(values, digits)
    assert len({len(text) for text in texts}) == 1
    assert len({text.find(".") for text in texts if "e" not in text}) <= 1
    for value, text in zip(values, texts, strict=True):
        read = float(text)
        assert (read == 0) == (value == 0)
        if "e" in text:
            assert math.isclose(read, value, rel_tol=10 ** (3 - digits))
        else:
            decimals = len(text.partition(".")[2])
            assert abs(read - value) <= 0.5000001 * 10**-decimals + abs(value) * 1e-15


def lines(value: torch.Tensor, width: int = 76) -> tuple[list[str], list[str]]:
    result = snapshot(value)
    assert isinstance(result, Result)
    assert result.shape is not None
    return grid(result.value, result.shape, width)


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
