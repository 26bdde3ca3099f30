"""Values as plain data, and as JSON."""

from __future__ import annotations

import json
import math
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst
from matplotlib.figure import Figure

from d2lcli.values import EDGE, LARGEST, Result, plain, snapshot


def taken(value: object, *labels: str) -> Result:
    result = snapshot(value, labels)
    assert result is not None
    return result


def document(value: object, *labels: str) -> Any:
    return json.loads(json.dumps(plain(taken(value, *labels)), allow_nan=False))


def tensor(value: object, shape: list[int], dtype: str = "torch.int64") -> dict[str, object]:
    return {"kind": "tensor", "value": value, "shape": shape, "dtype": dtype, "device": "cpu"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, {"kind": "bool", "value": True}),
        (3, {"kind": "number", "value": 3}),
        (2.5, {"kind": "number", "value": 2.5}),
        (math.inf, {"kind": "number", "value": "inf"}),
        (np.float64(0.5), {"kind": "number", "value": 0.5}),
        (np.int64(5), {"kind": "number", "value": 5}),
        (np.bool_(True), {"kind": "bool", "value": True}),
        ("[nan]", {"kind": "text", "value": "[nan]"}),
        (torch.float32, {"kind": "text", "value": "torch.float32"}),
        (torch.Size([2, 3]), {"kind": "list", "value": [2, 3]}),
        ((), {"kind": "list", "value": []}),
        ([], {"kind": "list", "value": []}),
        ((1, math.nan, "a", None), {"kind": "list", "value": [1, "nan", "a", None]}),
        ([[1], [2]], {"kind": "list", "value": [{"kind": "list", "value": [n]} for n in (1, 2)]}),
        ((torch.tensor(2), 1), {"kind": "list", "value": [tensor(2, []), 1]}),
        (torch.tensor([math.nan, 1]), tensor(["nan", 1], [2], "torch.float32")),
        (torch.tensor([1 + 2j]), tensor(["(1+2j)"], [1], "torch.complex64")),
        (
            torch.tensor([-math.inf], requires_grad=True),
            {**tensor(["-inf"], [1], "torch.float32"), "requires_grad": True},
        ),
        (np.zeros((0, 2)), {"kind": "array", "value": [], "shape": [0, 2], "dtype": "float64"}),
        ((Figure(), 1), {"kind": "list", "value": [None, 1]}),
        ({"a": 1}, {"kind": "text", "value": "{'a': 1}"}),
    ],
    ids=repr,
)
def test_kinds(value: object, expected: Any) -> None:
    assert document(value) == expected


@pytest.mark.parametrize("value", [None, Figure()])
def test_what_is_no_data_has_no_result(value: object) -> None:
    assert snapshot(value) is None


def test_a_result_does_not_follow_the_tensor() -> None:
    x, a = torch.zeros(2), np.zeros(2)
    results = [taken(x), taken(a), taken((x, a), "x", "a"), taken([x])]
    x += 1
    a += 1
    assert [results[0].value, results[1].value] == [[0, 0], [0, 0]]
    assert results[2].value == [{"x": 0, "a": 0}] * 2
    assert results[3].value[0].value == [0, 0]


# Tables


def test_equally_long_vectors_are_a_table() -> None:
    found = document((torch.tensor([1, 2]), torch.tensor([0.5, math.nan])), "h", "g(h)")
    assert found == {"kind": "table", "value": [{"h": 1, "g(h)": 0.5}, {"h": 2, "g(h)": "nan"}]}
    assert document([np.arange(1), torch.ones(1), np.ones(1)], "a", "b", "c")["kind"] == "table"
    assert taken((torch.ones(0), torch.ones(0)), "a", "b").value == []


@pytest.mark.parametrize(
    ("items", "labels"),
    [
        ((torch.ones(2), torch.ones(2)), ()),  # made elsewhere: nothing says what they are called
        ((torch.ones(2), torch.ones(3)), ("a", "b")),
        ((torch.ones(2), torch.ones(2, 1)), ("a", "b")),
        ((torch.ones(()), torch.ones(())), ("a", "b")),
        ((torch.ones(2),), ("a",)),
        ((torch.ones(2), 1.0), ("a", "b")),
        ((torch.ones(2), None), ("a", "b")),
        ((torch.ones(2), torch.ones(2)), ("a", "a")),  # one of them would vanish
        ((torch.ones(LARGEST + 1), torch.ones(LARGEST + 1)), ("a", "b")),
    ],
)
def test_other_tuples_are_lists(items: tuple[object, ...], labels: tuple[str, ...]) -> None:
    found = taken(items, *labels)
    assert found.kind == "list" and len(found.value) == len(items)


@given(st.integers(0, 40), st.integers(2, 4))
def test_a_table_has_every_number_in_its_place(rows: int, columns: int) -> None:
    whole = torch.arange(rows * columns).reshape(rows, columns)
    names = [f"c{place}" for place in range(columns)]
    found = taken(tuple(whole.T), *names)
    assert found.kind == "table"
    assert [[row[name] for name in names] for row in found.value] == whole.tolist()


# What is large


@pytest.mark.parametrize("make", [torch.arange, np.arange])
def test_large_ones_are_cut_to_their_edges(make: Any) -> None:
    whole = document(make(LARGEST))
    assert len(whole["value"]) == LARGEST and "truncated" not in whole
    last = 2 * LARGEST + 4
    cut = document(make(last).reshape(2, LARGEST + 2))
    assert (cut["truncated"], cut["shape"]) == (True, [2, LARGEST + 2])
    assert cut["value"] == [
        [0, 1, 2, LARGEST - 1, LARGEST, LARGEST + 1],
        [LARGEST + 2, LARGEST + 3, LARGEST + 4, last - 3, last - 2, last - 1],
    ]
    assert len(cut["value"][0]) == 2 * EDGE


@pytest.mark.parametrize(
    "shape", [(6,) * 6, (2,) * 16, (20_000, 0), (3, 5000), (10_001,), (1,) * 10 + (20_000,)]
)
def test_what_is_kept_of_a_large_one_is_small_and_comes_from_its_corners(
    shape: tuple[int, ...],
) -> None:
    value = torch.arange(math.prod(shape)).reshape(shape)
    found = taken(value)
    kept = torch.tensor(found.value)
    assert found.truncated and found.shape == shape
    assert kept.numel() <= LARGEST
    if value.numel():
        assert kept.flatten()[0] == 0
        assert shape[0] == 2 or kept.flatten()[-1] == value.numel() - 1


def test_gradients_are_told() -> None:
    x = torch.ones(2, requires_grad=True)
    results = [taken(x).gradient, taken(x * 2).gradient, taken(x.detach()).gradient]
    assert results[0] == "requires_grad" and results[1].startswith("grad_fn Mul")
    assert results[2] == ""


def test_what_a_notebook_would_show_is_kept_where_it_is_wanted() -> None:
    assert snapshot((1, 2)) == snapshot((1, 2), shown=False)
    assert taken((1, 2)).shown == ""
    result = snapshot("a\nb", shown=True)
    assert result is not None and (result.shown, result.text) == (repr("a\nb"), "a\nb")


DTYPES = st.sampled_from(["float32", "float64", "int64", "int8", "bool"])


@given(npst.arrays(DTYPES, npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=6)))
def test_json_keeps_every_number(array: Any) -> None:
    """Up to 10,000 elements a tensor comes back from JSON with the same bits (nan as nan)."""
    value = torch.from_numpy(array) if array.ndim else torch.tensor(array)
    found = document(value)
    assert "truncated" not in found

    def restore(part: Any) -> Any:
        if isinstance(part, list):
            return [restore(item) for item in part]
        return float(part) if isinstance(part, str) else part

    dtype = getattr(torch, found["dtype"].removeprefix("torch."))
    back = torch.tensor(restore(found["value"]), dtype=dtype).reshape(found["shape"])
    assert torch.equal(back.isnan(), value.isnan())
    assert torch.equal(back.nan_to_num(7), value.nan_to_num(7))
