"""A reader's numbers for tensors: lists, vectors and matrices."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from d2lcli.errors import ExitCode, Refusal
from d2lcli.inputs import tensors


def tensor(text: str) -> torch.Tensor:
    data = tensors.parse("--data", text)
    value = eval(data.source, {"torch": torch})
    assert isinstance(value, torch.Tensor)
    assert (value.shape, str(value.dtype)) == (data.shape, f"torch.{data.dtype}")
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
        ("1_000,-1_000_000", [1000, -(10**6)], torch.int64),
        ("2**3,10-1", [8, 9], torch.int64),
        ("1/4,pi*0", [0.25, 0.0], torch.float32),
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
    data = tensors.parse("--data", str(array.tolist()))
    value = data.value
    assert data.shape == tuple(torch.tensor(array.tolist()).shape)
    assert tensors.shape(tensors.parse("--data", array).value) == data.shape
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
        assert tensors.parse("--data", str(rows)).shape == (len(rows), lengths[0])
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
        with pytest.raises(Refusal, match=r"more than|do not match"):
            tensors.parse("--data", text)


@pytest.mark.parametrize(
    "value",
    [
        [[1, 2], [3, 4.5]],
        ((1, 2), (3, 4)),
        range(3),
        5,
        -0.5,
        np.arange(6).reshape(2, 3),
        np.ones((2, 0)),
        np.float64(0.1),
        torch.arange(6).reshape(2, 3),
        torch.tensor([0.1, 2.0]),
        torch.tensor(0.1, dtype=torch.float64),
        [torch.tensor(1.5), np.int64(2)],
    ],
    ids=str,
)
def test_values_of_a_program_are_taken(value: Any) -> None:
    """As torch.tensor takes them, in the same dtype."""
    data = tensors.parse("--data", value)
    found = eval(data.source, {"torch": torch})
    expected = (
        torch.tensor(
            [float(one) for one in value]
            if isinstance(value, list) and isinstance(value[0], torch.Tensor)
            else value
        )
        if not isinstance(value, torch.Tensor)
        else value
    )
    assert found.dtype == expected.dtype
    assert torch.equal(found, expected)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ([True, 2], "--data [True, 2]: 'True' is no number; give numbers"),
        ([None], "--data [None]: 'None' is no number; give numbers"),
        (torch.zeros(101, 100), "--data Tensor: these are more than 10,000 numbers; give fewer"),
        ([[0] * 100] * 101, "--data [[0, 0, 0, "),
        (
            np.zeros([1] * 17),
            "--data [[[[[[[[[[[[[[[[[0.0]]]]]]]]]]]]]]]]]: these are more than 16 a",
        ),
        ({1: 2}, "--data {1: 2}: '{1: 2}' is no number; give numbers"),
        ([2**63], "--data [9223372036854775808]: 9223372036854775808 is too large for an int64"),
        ([[1], [2, 3]], "--data [[1], [2, 3]]: row [1] has 2 numbers, but row [0] has 1 number"),
        ("1,x", "--data 1,x: 'x' is no number; give numbers such as 3, -0.5 or"),
        ("1 2", "--data 1 2: a comma is missing (character 3); write one there"),
        ("1,,2", "--data 1,,2: nothing stands before the comma (character 3); write a number"),
        ("1,1_0", "--data 1,1_0: '1_0' is no number; give numbers such as"),
        ("٣,1", "--data ٣,1: '٣' is no number; give numbers such as"),
        ("1/0", "--data 1/0: '1/0' is no number; give numbers such as"),
        ("[1]2", "--data [1]2: a comma is missing (character 4)"),
        ("[1", "--data [1: the brackets do not match; close each that is open"),
        ("", "--data '': nothing is there; give lists such as [[1,2],[3,4]]"),
    ],
)
def test_what_is_no_tensor_is_said(value: object, sentence: str) -> None:
    with pytest.raises(Refusal) as raised:
        tensors.parse("--data", value)
    assert str(raised.value).startswith(sentence)
    assert raised.value.code == ExitCode.USAGE


@pytest.mark.parametrize(
    ("value", "source"),
    [
        ("3,-4,12", "torch.tensor([3.0, -4.0, 12.0], dtype=torch.float64)"),
        ("（3，－4）", "torch.tensor([3.0, -4.0], dtype=torch.float64)"),
        ("3", "torch.tensor([3.0], dtype=torch.float64)"),
        ([3, 4], "torch.tensor([3.0, 4.0], dtype=torch.float64)"),
        ("nan,inf", "torch.tensor([torch.nan, torch.inf], dtype=torch.float64)"),
    ],
)
def test_vectors_are_float64(value: object, source: str) -> None:
    assert tensors.vector("norm", value).source == source


def test_a_matrix_is_float64() -> None:
    data = tensors.matrix("--matrix", "[[1,2],[3,4]]")
    assert data.source == "torch.tensor([[1.0, 2.0], [3.0, 4.0]], dtype=torch.float64)"
    assert data.shape == (2, 2)


@pytest.mark.parametrize("text", ["[[1]]", "[]", "1e200", "1e-200,1"])
def test_what_is_no_vector_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match=r"^--vector .*; give"):
        tensors.vector("--vector", text)


@pytest.mark.parametrize("text", ["1,2", "[[]]", "[[1,inf]]", "[[nan]]", "[[1e101]]"])
def test_what_is_no_matrix_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match=r"^--matrix .*; give"):
        tensors.matrix("--matrix", text)
