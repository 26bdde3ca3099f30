"""A reader's shapes."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.errors import ExitCode, Refusal
from d2lcli.inputs import shapes

SHAPE = st.lists(st.integers(0, 4), max_size=5).map(tuple)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("3", (3,)),
        ("3,", (3,)),
        ("3,1", (3, 1)),
        ("(3, 1)", (3, 1)),
        ("[3]", (3,)),
        ("()", ()),
        ("[]", ()),
        ("0,2", (0, 2)),
        (" 2 , 3 ", (2, 3)),
        ("(3,)", (3,)),
        ("2，3，4", (2, 3, 4)),
        ("（3，2）", (3, 2)),
        ("1e3,10**3,1_000,2*2", (1000, 1000, 1000, 4)),
        ("2.0,3", (2, 3)),
    ],
)
def test_shapes_are_read(text: str, shape: tuple[int, ...]) -> None:
    assert shapes.parse("shape", text) == shape


@given(SHAPE)
def test_every_shape_is_read_as_python_writes_it(shape: tuple[int, ...]) -> None:
    assert shapes.parse("shape", str(shape)) == shape
    assert shapes.parse("shape", str(list(shape))) == shape


@given(st.text(alphabet="0123456789,()[] .-+eE_x", max_size=12))
def test_any_text_is_a_shape_or_a_sentence(text: str) -> None:
    try:
        shape = shapes.parse("shape", text)
    except Refusal:
        with pytest.raises(Refusal, match=r"^shape .+; give") as raised:
            shapes.parse("shape", text)
        assert raised.value.code == ExitCode.USAGE
    else:
        assert all(isinstance(size, int) and size >= 0 for size in shape)


@given(SHAPE)
def test_a_program_may_hand_in_what_it_has(shape: tuple[int, ...]) -> None:
    for value in (shape, [*shape], torch.Size(shape), torch.tensor(shape, dtype=torch.int64)):
        assert shapes.parse("--shape", value) == shape
    assert shapes.parse("--shape", 5) == (5,)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("2,x", "--shape 2,x: 'x' is no size; give whole numbers with commas, such as 3,1"),
        ("2,-1", "--shape 2,-1: '-1' is no size; give whole numbers"),
        ("2,,1", "--shape 2,,1: a size is missing; give whole numbers"),
        ("", "--shape '': a size is missing; give whole numbers"),
        ("1.5", "--shape 1.5: '1.5' is no size; give whole numbers"),
        ("1_0", "--shape 1_0: '1_0' is no size; give whole numbers"),
        ("٣", "--shape ٣: '٣' is no size; give whole numbers"),
        ("1e19", "--shape 1e19: '1e19' is no size; give whole numbers"),
        ([1, None], "--shape [1, None]: 'None' is no size; give whole numbers"),
        ([True], "--shape [True]: 'True' is no size; give whole numbers"),
        ("1," * 17, f"--shape {'1,' * 17}: 17 axes are too many; give at most 16"),
    ],
)
def test_what_is_no_shape_is_said(value: object, sentence: str) -> None:
    with pytest.raises(Refusal) as raised:
        shapes.parse("--shape", value)
    assert str(raised.value).startswith(sentence)
    assert raised.value.code == ExitCode.USAGE


@pytest.mark.parametrize(
    "value",
    [
        ("3,1", "2"),
        ["3,1", "2"],
        [(3, 1), (2,)],
        [(3, 1), 2],
        "3,1 2",
        "(3, 1) (2,)",
        "（3，1） [2]",
    ],
)
def test_operands(value: object) -> None:
    assert shapes.operands("--shapes", value) == ((3, 1), (2,))


@pytest.mark.parametrize("value", ["3", [], ["1"] * 9, 5, "3 x"])
def test_too_few_and_too_many_operands(value: object) -> None:
    with pytest.raises(Refusal, match=r"^(--shapes|shape ).*; give"):
        shapes.operands("--shapes", value)
