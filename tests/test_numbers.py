"""A reader's numbers: one rule for all of them."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.errors import ExitCode, Refusal
from d2lcli.inputs import numbers, shapes, tensors


@given(st.integers(0, 10**30), st.sampled_from(["{}", " {} ", "{:_}", "{}*1", "{}+0", "0{}"]))
def test_every_digit_of_a_whole_number_counts(value: int, form: str) -> None:
    assert numbers.whole("--rolls", form.format(value), 0) == value or form == "0{}"


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("500", 500),
        ("1e12", 10**12),
        ("10**6", 10**6),
        ("9007199254740993", 2**53 + 1),
        ("2**53+1", 2**53 + 1),
        ("2**63-1", 2**63 - 1),
        ("1_000_000", 10**6),
        ("１_０００", 1000),
        ("0.1*10", 1),
        ("sqrt(4)", 2),
        (500, 500),
        (1e6, 10**6),
        (2**53 + 1, 2**53 + 1),
        (np.int64(7), 7),
        (np.float64(7.0), 7),
        (torch.tensor(7), 7),
    ],
)
def test_a_count_may_be_written_short(value: object, found: int) -> None:
    assert numbers.whole("--rolls", value) == found


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("0", "--n 0: this is no count; give a whole number from 1 up"),
        ("-5", "--n -5: this is no count; give a whole number from 1 up"),
        ("1.5", "--n 1.5: this is no count; give a whole number from 1 up"),
        ("1/3", "--n 1/3: this is no count; give a whole number from 1 up"),
        ("inf", "--n inf: this is no count; give a whole number from 1 up"),
        ("1e400", "--n 1e400: this is no count; give a whole number from 1 up"),
        ("many", "--n many: 'many' is no number; give a count such as 500 or 1e6"),
        ("1_0", "--n 1_0: '1_0' is no number; give a count such as 500 or 1e6"),
        ("", "--n '': a number is missing; give a count such as 500 or 1e6"),
        ("٣", "--n ٣: '٣' is no number; give a count such as 500 or 1e6"),
        ("1/0", "--n 1/0: 1 / 0 divides by 0; leave it out or change it"),
        (True, "--n True: 'True' is no number; give a count such as 500 or 1e6"),
        (None, "--n None: 'None' is no number; give a count such as 500 or 1e6"),
        ([1], "--n [1]: '[1]' is no number; give a count such as 500 or 1e6"),
        (1.5, "--n 1.5: this is no count; give a whole number from 1 up"),
        (math.nan, "--n nan: this is no count; give a whole number from 1 up"),
    ],
)
def test_what_is_no_count_is_said(value: object, sentence: str) -> None:
    with pytest.raises(Refusal) as raised:
        numbers.whole("--n", value)
    assert str(raised.value) == sentence
    assert raised.value.code == ExitCode.USAGE


@pytest.mark.parametrize(
    ("parse", "least", "most"),
    [
        (numbers.faces, 2, 1000),
        (numbers.dice, 1, 10**13),
        (numbers.rolls, 1, 2**53),
        (numbers.seed, 0, 2**63 - 1),
    ],
)
def test_each_range_is_told(parse: Any, least: int, most: int) -> None:
    assert parse("--n", str(least)) == parse("--n", least) == least
    assert parse("--n", str(most)) == parse("--n", most) == most
    for value in (least - 1, str(most + 1), most + 1):
        with pytest.raises(Refusal, match=rf"^--n {value}: .*; give a whole .* {least} to {most}$"):
            parse("--n", value)


def test_a_fresh_seed_is_short() -> None:
    assert all(0 <= numbers.seed("--seed") < 10**6 for _ in range(20))


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("1", 1),
        ("-2.5", -2.5),
        ("1/3", 1 / 3),
        ("pi/2", math.pi / 2),
        ("-e**2", -math.exp(2)),
        ("max(1, 2)", 2),
        ("1_000.5", 1000.5),
        ("－１．５", -1.5),
        (0.1, 0.1),
        (7, 7),
        (np.float32(0.5), 0.5),
    ],
)
def test_a_point_may_be_computed(value: object, found: float) -> None:
    assert numbers.point("--at", value) == pytest.approx(found, rel=1e-15)
    assert numbers.points("--at", [value, 0]) == pytest.approx((found, 0), rel=1e-15)
    if isinstance(value, str) and "," not in value:
        for form in ("{},0", "[{}, 0]", "({},0)", "{}，0,"):
            assert numbers.points("--at", form.format(value)) == pytest.approx(
                (found, 0), rel=1e-15
            )


@pytest.mark.parametrize("digits", [310, 5000])
def test_a_whole_number_beyond_a_float_is_refused(digits: int) -> None:
    """Python itself writes no integer of more than 4,300 digits."""
    for parse in (numbers.point, numbers.points, numbers.faces, numbers.seed, shapes.parse):
        with pytest.raises(Refusal, match=r"^--at .*; give"):
            parse("--at", 10**digits)
    with pytest.raises(Refusal, match=r"^--at .*; write it as a float"):
        tensors.parse("--at", [10**digits])


def test_points_of_an_array() -> None:
    assert numbers.points("--at", np.arange(3)) == (0, 1, 2)
    assert numbers.points("--at", torch.arange(3.0)) == (0, 1, 2)
    assert numbers.points("--at", 2) == (2,)


@pytest.mark.parametrize("value", ["nan", "inf", "1e101", "x", "", "1,", math.inf])
def test_what_is_no_point_is_refused(value: object) -> None:
    with pytest.raises(Refusal, match=r"^--at .*; (give|write)"):
        numbers.point("--at", value)


@pytest.mark.parametrize("value", ["1," * 101, "1,,2", "", [], "1,x", [None], "1;2", "1," * 5000])
def test_what_are_no_points_is_refused(value: object) -> None:
    with pytest.raises(Refusal, match=r"^--at.*; (give|write|a formula)"):
        numbers.points("--at", value)


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=20).filter(any))
def test_weights_are_taken_as_they_are(weights: list[float]) -> None:
    assert numbers.weights("--probs", ",".join(map(repr, weights))) == tuple(weights)
    assert numbers.weights("--probs", weights) == tuple(weights)


@pytest.mark.parametrize(
    "value", ["1", "1,-1", "0,0", "1,nan", "1e308,1e308", "1,inf", [1], "1," * 1001]
)
def test_weights_of_no_die_are_refused(value: object) -> None:
    with pytest.raises(Refusal, match=r"^--probs .*; give"):
        numbers.weights("--probs", value)


@given(st.lists(st.integers(0, 10**9), min_size=2, max_size=20).filter(any))
def test_counts_are_whole(counts: list[int]) -> None:
    assert numbers.counts("--counts", ",".join(map(str, counts))) == tuple(counts)
    assert numbers.counts("--counts", np.array(counts)) == tuple(counts)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("5", "--counts 5: a die has 2 to 1000 faces, and these are 1; give a count for each face"),
        ("0,0", "--counts 0,0: the counts add up to 0; give some that add up"),
        ("1,-1", "--counts 1,-1: -1 is no count; give a whole number from 0 to 9007199254740992"),
        ("1,2.5", "--counts 1,2.5: 2.5 is no count; give a whole number from 0 to 900719925474099"),
        ("1,x", "--counts 1,x: 'x' is no number; give a whole number from 0 to 9007199254740992"),
        ("9e15,9e15", "--counts 9e15,9e15: the counts add up to 18000000000000000; give some th"),
        ([], "--counts []: nothing is there; give counts such as 8,12,9,11,10,10"),
    ],
)
def test_counts_of_no_die_are_refused(value: object, sentence: str) -> None:
    with pytest.raises(Refusal) as raised:
        numbers.counts("--counts", value)
    assert str(raised.value).startswith(sentence)


def test_faces_and_a_die_have_to_agree() -> None:
    numbers.same_faces(2, "--probs", [1, 1])
    numbers.same_faces(None, "--probs", [1, 1])
    numbers.same_faces(2, "--probs", None)
    with pytest.raises(Refusal, match=r"^--faces 3: --probs has 2; leave out one of the two$"):
        numbers.same_faces(3, "--probs", [1, 1])


@pytest.mark.parametrize(
    ("value", "found"),
    [("1", (1,)), ("0,1", (0, 1)), ("(0, -1)", (0, -1)), (1, (1,)), ((0, 1), (0, 1))],
)
def test_axes(value: object, found: tuple[int, ...]) -> None:
    assert numbers.axes("--dim", value) == found


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("0,0", "--dim 0,0: axis 0 is there twice; give each axis once"),
        ("16", "--dim 16: tensors here have at most 16 axes; give a whole number from -16 to 15"),
        ("0,x", "--dim 0,x: 'x' is no number; give a whole number from -16 to 15"),
        ("", "--dim '': a number is missing; give a whole number from -16 to 15"),
        ("1.5", "--dim 1.5: tensors here have at most 16 axes; give a whole number from -16 to 15"),
    ],
)
def test_what_are_no_axes_is_said(value: object, sentence: str) -> None:
    with pytest.raises(Refusal) as raised:
        numbers.axes("--dim", value)
    assert str(raised.value) == sentence


@pytest.mark.parametrize(("value", "found"), [("0.0015", 0.0015), ("1/6", 1 / 6), (0, 0), ("1", 1)])
def test_shares(value: object, found: float) -> None:
    assert numbers.share("--prior", value) == found


@pytest.mark.parametrize("value", ["1.5", "-0.1", "nan", "5%", "x", 2, "inf", ""])
def test_what_is_no_probability_is_refused(value: object) -> None:
    with pytest.raises(Refusal, match=r"^--prior .*; give"):
        numbers.share("--prior", value)


def test_steps_and_factors() -> None:
    assert numbers.step("--h", "1e-3") == 1e-3
    assert numbers.step("--h", -0.1) == -0.1
    assert numbers.factor("--factor", "1/2") == 0.5
    for value in ("0", 0, "nan"):
        with pytest.raises(Refusal, match=r"^--h .*; give a (small )?number"):
            numbers.step("--h", value)
    for other in ("1", "0", -0.5, 2, "inf"):
        with pytest.raises(Refusal, match=r"^--factor .*; give a number"):
            numbers.factor("--factor", other)


@pytest.mark.parametrize(("value", "found"), [("1", 1), ("inf", math.inf), ("3.5", 3.5), (2, 2)])
def test_orders(value: object, found: float) -> None:
    assert numbers.order("--p", value) == found


@pytest.mark.parametrize("value", ["0.5", "nan", "-1", "x", 0, "-inf"])
def test_what_is_no_order_is_refused(value: object) -> None:
    with pytest.raises(Refusal, match=r"^--p .*; give"):
        numbers.order("--p", value)


@given(
    st.lists(st.floats(1e-50, 1e50), min_size=1, max_size=5),
    st.floats(1, 1000),
)
def test_powers_that_pass_are_floats(vector: list[float], p: float) -> None:
    """And at the order that a refusal names they are, too."""
    try:
        numbers.powers("--p", p, vector)
    except Refusal as refusal:
        found = re.search(r"give at most (\d+), or inf", str(refusal))
        assert found is not None
        p = float(found[1])
    assert 0 < sum(abs(one) ** p for one in vector) < math.inf


def test_throws() -> None:
    numbers.throws(2**43, 2**10)
    with pytest.raises(Refusal, match=r"^--rolls 8796093022209 with 1024 dice: .*; give at most"):
        numbers.throws(2**43 + 1, 2**10)
