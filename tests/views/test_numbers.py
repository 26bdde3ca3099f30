"""Numbers as aligned text."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.views.numbers import align


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
