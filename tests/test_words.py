"""Numbers and lists in sentences."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.language import speak
from d2lcli.words import counted, listed, number, shape


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.0, "0"),
        (-0.0, "0"),
        (-3, "−3"),
        (-1.5, "−1.5"),
        (1234567, "1,234,567"),
        (12345.678, "12,346"),
        (99999.6, "1e5"),
        (123456.0, "1.2346e5"),
        (3e-9, "3e-9"),
        (-3e-9, "−3e-9"),
        (0.1 + 0.2, "0.3"),
        (math.nan, "nan"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (10**30, "1,000,000,000,000,000,000,000,000,000,000"),
    ],
)
def test_number(value: float, text: str) -> None:
    assert number(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(1, 17))
def test_a_number_is_the_float_to_as_many_digits(value: float, digits: int) -> None:
    text = number(value, digits).replace("−", "-").replace(",", "")
    assert float(text) == float(f"{value:.{digits}g}")


@given(st.integers())
def test_whole_numbers_keep_all_digits(value: int) -> None:
    assert int(number(value).replace("−", "-").replace(",", "")) == value


@pytest.mark.parametrize(
    ("words", "text"),
    [(["a"], "a"), (["a", "b"], "a and b"), ([1, 2, 3], "1, 2 and 3")],
)
def test_listed(words: list[object], text: str) -> None:
    assert listed(words) == text


def test_listed_with_another_link() -> None:
    assert listed(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 rolls"), (1, "1 roll"), (2, "2 rolls"), (1000, "1,000 rolls")],
)
def test_counted(count: int, text: str) -> None:
    assert counted(count, "roll") == text


def test_counted_with_a_plural_of_its_own() -> None:
    assert counted(2, "axis", "axes") == "2 axes"
    assert counted(1, "axis", "axes") == "1 axis"


def test_shape_is_written_as_python_writes_a_tuple() -> None:
    assert [shape(sizes) for sizes in ((), [3], (2, 3))] == ["()", "(3,)", "(2, 3)"]


def test_lists_in_chinese() -> None:
    speak("zh")
    try:
        assert listed([1, 2, 3]) == "1、2 和 3"
        assert listed(["矩阵", "张量"]) == "矩阵和张量"
        assert listed(["矩阵", "x"], "or") == "矩阵或 x"
    finally:
        speak("")
