"""A reader's numbers: lists, vectors, matrices, weights and points."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from d2lcli.errors import ExitCode, Refusal
from d2lcli.inputs import numbers, tensors


def tensor(text: str) -> torch.Tensor:
    value = eval(tensors.source(tensors.parse("--data", text)), {"torch": torch})
    assert isinstance(value, torch.Tensor)
    return value


@pytest.mark.parametrize(
    ("text", "value", "dtype"),
    [
        ("1,2,3", [1, 2, 3], torch.int64),
        ("[1, 2, 3]", [1, 2, 3], torch.int64),
        ("(1,2)", [1, 2], torch.int64),
        ("[[1,2],[3,4.5]]", [[1, 2], [3, 4.5]], torch.float32),
        ("[1,2],[3,4]", [[1, 2], [3, 4]], torch.int64),
        ("3", 3, torch.int64),
        ("3,", [3], torch.int64),
        ("-1e-3,+.5,2.", [-1e-3, 0.5, 2.0], torch.float32),
        ("inf,-inf", [math.inf, -math.inf], torch.float32),
        ("[]", [], torch.float32),
        ("[[],[]]", [[], []], torch.float32),
        ("9223372036854775807", 2**63 - 1, torch.int64),
        ("1e300", 1e300, torch.float64),
    ],
)
def test_numbers_are_read(text: str, value: Any, dtype: torch.dtype) -> None:
    found = tensor(text)
    assert found.dtype == dtype
    assert torch.equal(found, torch.tensor(value, dtype=dtype))


def test_nan_is_read() -> None:
    assert tensor("NaN,1").isnan().tolist() == [True, False]


@given(
    npst.arrays(
        st.sampled_from(["int64", "float64"]),
        npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4),
    )
)
def test_what_python_writes_comes_back(array: Any) -> None:
    """The lists that NumPy and torch give, with every bit of the numbers."""
    value = tensors.parse("--data", str(array.tolist()))
    assert tensors.shape(value) == tuple(torch.tensor(array.tolist()).shape)
    found = [*tensors.elements(value)]
    for mine, theirs in zip(found, array.ravel().tolist(), strict=True):
        assert mine == theirs or (math.isnan(mine) and math.isnan(theirs))
        assert type(mine) is type(theirs)


@given(st.lists(st.lists(st.integers(-9, 9), max_size=3), min_size=2, max_size=4))
def test_ragged_rows_are_named(rows: list[list[int]]) -> None:
    """The first row that is not as long as row [0], by Python's own index."""
    lengths = [len(row) for row in rows]
    odd = next((i for i, length in enumerate(lengths) if length != lengths[0]), None)
    if odd is None:
        assert tensors.shape(tensors.parse("--data", str(rows))) == (len(rows), lengths[0])
        return
    with pytest.raises(Refusal) as raised:
        tensors.parse("--data", str(rows))
    assert f": row [{odd}] has {lengths[odd]} number" in str(raised.value)
    assert raised.value.code == ExitCode.USAGE


def test_the_row_of_a_block_is_named() -> None:
    with pytest.raises(Refusal, match=r"row \[1\]\[1\] has 2 numbers, but row \[1\]\[0\] has 1 n"):
        tensors.parse("--data", "[[[1],[2]],[[1],[2,3]]]")


def test_a_million_brackets_and_numbers_are_refused_at_once() -> None:
    for text in ("[" * 10**6, "1," * 10**6, "[[1]," * 10**5):
        with pytest.raises(Refusal, match=r"more than|missing at the end"):
            tensors.parse("--data", text)


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=20).filter(any))
def test_weights_become_probabilities(weights: list[float]) -> None:
    found = numbers.weights(",".join(map(repr, weights)), None)
    assert found == weights


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", 1), ("-2.5", -2.5), ("1/3", 1 / 3), ("pi/2", math.pi / 2), ("-e**2", -math.exp(2))],
)
def test_a_point_may_be_computed(text: str, value: float) -> None:
    assert numbers.point("--at", text) == pytest.approx(value, rel=1e-15)
    assert numbers.points("--at", f"{text},0") == pytest.approx((value, 0), rel=1e-15)
    assert numbers.points("--at", f"[{text}, 0]") == pytest.approx((value, 0), rel=1e-15)


@pytest.mark.parametrize(
    ("text", "value"),
    [("500", 500), ("1e12", 10**12), ("10**6", 10**6), ("9007199254740993", 2**53 + 1)],
)
def test_a_count_may_be_written_short(text: str, value: int) -> None:
    assert numbers.whole("--rolls", text) == value
