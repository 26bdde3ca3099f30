"""Values as a notebook shows them, against IPython's own printer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from IPython.lib import pretty as ipython

from d2lcli.shown import shown

pretty: Callable[[object], str] = ipython.pretty

tensors = st.sampled_from(
    [torch.tensor(1.5), torch.arange(3), torch.zeros(2, 2), torch.ones(2, 1, 2), torch.arange(40.0)]
)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text("ab \n'\"", max_size=9)
flat = st.lists(scalars | tensors, max_size=8)


@given(flat)
def test_lists_and_tuples_are_broken_as_in_a_notebook(items: list[Any]) -> None:
    for value in (items, tuple(items)):
        assert shown(value) == pretty(value)


@pytest.mark.parametrize(
    "value",
    [
        torch.Size([2, 3]),
        int,
        (np.ndarray, torch.Tensor, bool),
        torch.float32,
        (torch.zeros(2, 2),),
        [("a" * 30, 1), ("b" * 30, 2), ("c" * 30, 3)],
        [[1, 2], [3, 4]],
        {"a": 1},
        np.arange(40) / 7,
    ],
    ids=repr,
)
def test_other_values(value: object) -> None:
    assert shown(value) == pretty(value)
