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

from d2lcli.results import EDGE, LARGEST, plain, snapshot


def document(value: object) -> Any:
    result = snapshot(value)
    assert result is not None
    return json.loads(json.dumps(plain(result), allow_nan=False))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, {"kind": "bool", "value": True}),
        (3, {"kind": "number", "value": 3}),
        (2.5, {"kind": "number", "value": 2.5}),
        (math.inf, {"kind": "number", "value": "inf"}),
        (np.float64(0.5), {"kind": "number", "value": 0.5}),
        (np.int64(5), {"kind": "number", "value": 5}),
        ("[nan]", {"kind": "text", "value": "[nan]"}),
        (torch.float32, {"kind": "text", "value": "torch.float32"}),
        (torch.Size([2, 3]), {"kind": "list", "value": [2, 3]}),
        ((), {"kind": "list", "value": []}),
        ([], {"kind": "list", "value": []}),
        ((1, math.nan, "a", None), {"kind": "list", "value": [1, "nan", "a", None]}),
        ([[1], [2]], {"kind": "list", "value": [{"kind": "list", "value": [n]} for n in (1, 2)]}),
        (
            (torch.tensor(2), 1),
            {
                "kind": "list",
                "value": [
                    {
                        "kind": "tensor",
                        "value": 2,
                        "shape": [],
                        "dtype": "torch.int64",
                        "device": "cpu",
                    },
                    1,
                ],
            },
        ),
        (
            [{"a": 1, "b": torch.tensor(-math.inf)}, {"a": None, "b": (2,)}],
            {"kind": "table", "value": [{"a": 1, "b": "-inf"}, {"a": None, "b": "(2,)"}]},
        ),
        (
            torch.tensor([math.nan, 1.0], requires_grad=True),
            {
                "kind": "tensor",
                "value": ["nan", 1.0],
                "shape": [2],
                "dtype": "torch.float32",
                "device": "cpu",
                "requires_grad": True,
            },
        ),
        (
            torch.tensor([1 + 2j]),
            {
                "kind": "tensor",
                "value": ["(1+2j)"],
                "shape": [1],
                "dtype": "torch.complex64",
                "device": "cpu",
            },
        ),
        (
            np.zeros((0, 2)),
            {"kind": "array", "value": [], "shape": [0, 2], "dtype": "float64"},
        ),
    ],
    ids=repr,
)
def test_kinds(value: object, expected: Any) -> None:
    assert document(value) == expected


def test_a_figure_has_no_result() -> None:
    assert snapshot(Figure()) is None
    assert document((Figure(), 1)) == {"kind": "list", "value": [None, 1]}


def test_a_snapshot_does_not_follow_the_tensor() -> None:
    x = torch.zeros(2)
    result = snapshot(x)
    x += 1
    assert result is not None
    assert result.value == [0, 0]


@pytest.mark.parametrize("make", [torch.arange, np.arange])
def test_large_ones_are_cut_to_their_edges(make: Any) -> None:
    whole = document(make(LARGEST))
    assert len(whole["value"]) == LARGEST
    assert "truncated" not in whole
    cut = document(make(2 * LARGEST + 4).reshape(2, LARGEST + 2))
    assert cut["truncated"] is True
    assert cut["shape"] == [2, LARGEST + 2]
    last = 2 * LARGEST + 4
    assert cut["value"] == [
        [0, 1, 2, LARGEST - 1, LARGEST, LARGEST + 1],
        [LARGEST + 2, LARGEST + 3, LARGEST + 4, last - 3, last - 2, last - 1],
    ]
    assert len(cut["value"][0]) == 2 * EDGE


def test_many_short_axes_are_cut_too() -> None:
    cut = document(torch.arange(6**6).reshape([6] * 6))
    assert cut["truncated"] is True
    assert torch.tensor(cut["value"]).shape == (4,) * 6
    cut = document(torch.arange(2**16).reshape([2] * 16))
    assert (cut["truncated"], cut["shape"]) == (True, [2] * 16)
    assert torch.tensor(cut["value"]).numel() <= LARGEST
    assert document(torch.empty(20_000, 0))["truncated"] is True


DTYPES = st.sampled_from(["float32", "float64", "int64", "int8", "bool"])


@given(npst.arrays(DTYPES, npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=6)))
def test_json_keeps_every_number(array: Any) -> None:
    """Up to 10,000 elements a tensor comes back from JSON with the same bits (nan as nan)."""
    tensor = torch.from_numpy(array) if array.ndim else torch.tensor(array)
    found = document(tensor)
    assert "truncated" not in found

    def restore(value: Any) -> Any:
        if isinstance(value, list):
            return [restore(item) for item in value]
        return float(value) if isinstance(value, str) else value

    dtype = getattr(torch, found["dtype"].removeprefix("torch."))
    back = torch.tensor(restore(found["value"]), dtype=dtype).reshape(found["shape"])
    assert torch.equal(back.isnan(), tensor.isnan())
    assert torch.equal(back.nan_to_num(7), tensor.nan_to_num(7))
