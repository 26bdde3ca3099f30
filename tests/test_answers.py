"""What a reader is asked before a result is shown, and what an answer is worth."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.api import Silent
from d2lcli.inputs import devices
from d2lcli.inputs.answers import Question, expected_text, judge, question
from d2lcli.lesson import NAMES, Kind, load, written
from d2lcli.request import Request
from d2lcli.runs import Failure, Run, Step
from d2lcli.show import perform
from d2lcli.values import snapshot

SIZES = st.lists(st.integers(0, 30), max_size=5).map(tuple)
FLOATS = st.floats() | st.floats(width=32)


def shape(*sizes: int) -> Question:
    return Question("?", "shape", sizes)


def value(*values: bool | int | float) -> Question:
    return Question("?", "value", values)


def asked(
    result: object = None, text: str = "What is it?", code: str = "x", **outcome: Any
) -> Question | None:
    cell = replace(written(code), ask=text, asks_shape="shape" in text)
    return question(Step(cell, snapshot(result, cell.labels), **outcome))


# Questions


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (torch.tensor([3, 2]), (3, 2)),
        (torch.tensor(1.5), (1.5,)),
        (torch.ones(4).numpy(), (1.0,) * 4),
        (torch.ones(1, 1), (1.0,)),
        (torch.tensor([[1, 2], [3, 4]]), (1, 2, 3, 4)),
        (7, (7,)),
        ((1, 2.5, True), (1, 2.5, True)),
        ((torch.tensor(4), (1, [2])), (4, 1, 2)),
        (torch.tensor([0.125, 2.9]), (0.125, pytest.approx(2.9))),
        (torch.tensor(2.0).exp(), (pytest.approx(7.389, abs=1e-3),)),
        (torch.tensor([True, False]), (True, False)),
        (True, (True,)),
    ],
)
def test_small_values_are_asked_for(result: object, expected: tuple[float, ...]) -> None:
    assert asked(result) == Question("What is it?", "value", expected)


@pytest.mark.parametrize(
    ("text", "result", "sizes"),
    [
        ("Which shape does it have?", torch.ones(2), (2,)),
        ("Which shape does it have?", torch.ones(200, 0, 300), (200, 0, 300)),
        ("Which shape does it have?", torch.ones(200, 200), (200, 200)),  # cut to its edges
        ("Which shape does it have?", torch.ones(()).numpy(), ()),
        ("What is the shape?", (3, 2), (3, 2)),
        ("And now?", torch.Size([3, 2]), (3, 2)),
        ("And now?", torch.Size([]), ()),
    ],
)
def test_a_shape_is_asked_for_by_its_name_or_by_its_type(
    text: str, result: object, sizes: tuple[int, ...]
) -> None:
    assert asked(result, text) == Question(text, "shape", sizes)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("h = 0.1, limit = 2.3\nh = 0.00001, limit = 2.00003\n", 2.00003),
        ("1 of 15\n", 15),
        ("x1 is -3", -3),
        ("p=1e-05", 1e-5),
        ("tensor([0., 4.])", 4.0),
        ("an inf", math.inf),
        ("5 % of it", 5),
    ],
)
def test_of_what_was_printed_the_last_number_is_asked_for(printed: str, expected: float) -> None:
    found = asked(stdout=printed)
    assert found == Question("What is it?", "value", (expected,))
    assert type(found.expected[0]) is type(expected)


@pytest.mark.parametrize("printed", ["", "\n", "2\nnone", "x2", "1.2.3", "infinite"])
def test_where_no_number_was_printed_nothing_is_asked(printed: str) -> None:
    assert asked(stdout=printed) is None


@pytest.mark.parametrize(
    "result",
    [
        [],
        "words",
        torch.float32,
        [{"a": 1}],
        [1, 2, 3, 4, 5, 6, 7],
        torch.ones(7),
        torch.ones(2, 0),
        torch.ones(2) * 1j,
        (None, 1),
        [1, "a"],
        torch.ones(200, 200),
    ],
)
def test_what_nobody_can_say_is_not_asked(result: object) -> None:
    assert asked(result) is None


def test_of_several_tensors_the_first_is_asked_for() -> None:
    x, y = torch.ones(2), torch.zeros(2)
    assert asked((x, y), code="x, y") == asked((x, y.reshape(2, 1))) == asked(x)
    assert asked((y.reshape(2, 1), x), "Its shape?") == Question("Its shape?", "shape", (2, 1))


def test_only_what_is_marked_is_asked_and_no_error() -> None:
    assert asked(1) is not None
    assert asked(1, text="") is None
    assert asked(1, error=Failure("E", "", "", "")) is None


# Answers


@pytest.mark.parametrize(
    "answer",
    [
        "(3, 2)", "3x2", "3×2", "3 X 2", "[3,2]", "3 2", " 3,2 ", "torch.Size([3, 2])", "(3, 2,)",
        "（3，2）", "３、２", "【3；2】",
    ],
)  # fmt: skip
def test_spellings_of_a_shape(answer: str) -> None:
    assert judge(shape(3, 2), answer) == "right"
    assert judge(value(3, 2), answer) == "right"


@pytest.mark.parametrize(
    "answer",
    [
        "tensor([3, 2])",
        "tensor([3., 2.], dtype=torch.float64)",
        "tensor([3, 2], device='cuda:0')",
        "array([3, 2])",
        "3.0; 2",
        "[[3], [2]]",
    ],
)
def test_spellings_of_a_value(answer: str) -> None:
    assert judge(value(3, 2), answer) == "right"


@pytest.mark.parametrize("answer", ["()", "[]", "torch.Size([])", "tensor([])", "( )"])
def test_brackets_alone_are_no_axes(answer: str) -> None:
    assert judge(shape(), answer) == "right"
    assert judge(value(), answer) == "right"


@pytest.mark.parametrize(
    "answer", ["", "  ", "what", "-3, 2", "3.5", "[[1, 2], [3, 4]]", "[1], [2]", ",", "nan"]
)
def test_what_is_no_shape_is_asked_again(answer: str) -> None:
    assert judge(shape(3, 2), answer) is None


@pytest.mark.parametrize("answer", ["是，否", "对 错", "真、假", "[是；不是]", "true 不对"])
def test_truth_values_may_be_said_in_chinese(answer: str) -> None:
    assert judge(value(True, False), answer) == "right"
    assert judge(value(False, True), answer) == "wrong"
    assert judge(value(1, 0), answer) is None


@pytest.mark.parametrize("answer", ["", "true", "是", "1/x", "1//3", "1e9999", "f(x)", "½", "--1"])
def test_what_is_no_number_is_asked_again(answer: str) -> None:
    assert judge(value(0.5), answer) is None


@given(SIZES, st.sampled_from(["({})", "[{}]", "torch.Size([{}])"]), st.sampled_from([", ", "x"]))
def test_any_shape_is_right_in_any_spelling(sizes: tuple[int, ...], form: str, sign: str) -> None:
    assert judge(shape(*sizes), form.format(sign.join(map(str, sizes)))) == "right"


@given(SIZES, SIZES)
def test_a_shape_is_right_only_where_it_is_the_same(
    sizes: tuple[int, ...], others: tuple[int, ...]
) -> None:
    assert (judge(shape(*sizes), str(others)) == "right") == (sizes == others)


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("2, 3, 1", "nearly"),  # another order
        ("3, 1, 7", "nearly"),  # one size
        ("3, 2", "nearly"),  # without the 1
        ("1, 3, 1, 2", "nearly"),  # with one more
        ("3", "wrong"),
        ("5, 1, 7", "wrong"),
        ("6", "wrong"),
        ("()", "wrong"),
    ],
)
def test_shapes_that_are_nearly_right(answer: str, verdict: str) -> None:
    assert judge(shape(3, 1, 2), answer) == verdict
    # Of one size nothing else is right.
    assert judge(shape(12), "7") == "wrong"


@pytest.mark.parametrize(
    ("expected", "answer", "verdict"),
    [
        (0.3333, "0.3333", "right"),
        (0.3333, "0.33", "right"),
        (0.3333, ".3", "right"),
        (0.3333, "0.34", "nearly"),
        (0.3333, "0", "wrong"),
        (0.3333, "0.4", "wrong"),
        (0.3333333432674408, "0.33333333333333", "right"),  # float32
        (0.5, "1", "wrong"),
        (3.0, "3", "right"),
        (-3.0, "−3.", "right"),
        (-3.0, "3", "wrong"),
        (1234.5, "1.2e3", "right"),
        (1234.5, "1,234.5", "wrong"),
        (0.0, "0", "right"),
        (0.0, "0.1", "wrong"),
        (3.9, "4", "nearly"),  # the fraction may be what the question is about
        (2.2360679, "2", "wrong"),
        (2.00003, "2", "right"),
        (2.00003, "2.0001", "nearly"),
        (2.2360679, "2.2", "right"),
        (12.3, "12", "right"),
        (0.5, "1/2", "right"),
        (1 / 3, "1/3", "right"),
        (2 / 3, "-2/-3", "right"),
        (0.25, "1/0", None),
        (1e-7, "0", "nearly"),
        (1e-20, "0", "nearly"),
        (1e-5, "0", "wrong"),
        (0.0, "1e-7", "wrong"),
        (3, "3", "right"),
        (3, "3.0", "right"),
        (3, "3.1", "wrong"),
        (100, "101", "wrong"),
        (4000000, "4,000,000", "right"),
        (4000000, "4_000_000", "right"),
        (math.nan, "nan", "right"),
        (math.nan, "0", "wrong"),
        (math.inf, "inf", "right"),
        (math.inf, "-inf", "wrong"),
        (-math.inf, "-inf", "right"),
        (1.0, "inf", "wrong"),
        (1.0, "nan", "wrong"),
        (2, "1 2", "wrong"),
    ],
)
def test_numbers(expected: float, answer: str, verdict: str | None) -> None:
    assert judge(value(expected), answer) == verdict


@given(st.floats(-1e6, 1e6), st.integers(0, 6))
def test_a_float_is_right_when_rounded_and_not_one_unit_further(number: float, places: int) -> None:
    rounded = f"{number:.{places}f}"
    further = f"{float(rounded) + 2 * 10.0**-places:.{places}f}"
    # Below 10 a whole number is no rounded one.
    if abs(number) >= 10.0**-places * (1 if places else 10):
        assert judge(value(number), rounded) == "right"
        # Beyond the seventh digit nothing is compared.
        if abs(number) < 10 ** (6 - places):
            assert judge(value(number), further) != "right"


@given(st.lists(st.booleans() | st.integers() | FLOATS, max_size=4))
def test_what_is_told_is_right(values: list[bool | int | float]) -> None:
    assert judge(value(*values), expected_text(value(*values))) == "right"


@given(st.text(max_size=40))
def test_any_text_can_be_judged(answer: str) -> None:
    for asked_for in (shape(3, 2), value(3.5), value(True), value(1, 2)):
        assert judge(asked_for, answer) in ("right", "nearly", "wrong", None)


def test_several_values_of_which_one_is_wrong() -> None:
    assert judge(value(1, 2, 3), "1 2 4") == "nearly"
    assert judge(value(1, 2, 3), "1 4 4") == "wrong"
    assert judge(value(1, 2, 3), "1 2") == "wrong"
    assert judge(value(1.0, 1e-17, 1e-17), "1 0 0") == "nearly"
    assert judge(value(1.0, 1e-17, 1e-17), "2 0 0") == "nearly"
    assert judge(value(1.0, 2.0, 1e-17), "2 1 0") == "wrong"
    assert judge(value(True, False), "t t") == "wrong"
    assert judge(value(True, False), "True, False") == "right"
    assert judge(value(True, False), "true") == "wrong"


@pytest.mark.parametrize("truth", [True, False])
@pytest.mark.parametrize("word", ["{0}", "{1}", "{2}", "{3}"])
def test_truth_values(truth: bool, word: str) -> None:
    words = ("T", "True", "YES", "y") if truth else ("f", "FALSE", "no", "N")
    assert judge(value(truth), word.format(*words)) == "right"
    assert judge(value(not truth), word.format(*words)) == "wrong"
    assert judge(value(truth), "1") is None


@pytest.mark.parametrize(
    ("asked_for", "text"),
    [
        (shape(3, 2), "(3, 2)"),
        (shape(5), "(5,)"),
        (shape(), "()"),
        (value(1 / 3), "0.3333"),
        (value(2.00001), "2.00001"),
        (value(1.99999999), "2.0"),
        (value(1.23456789e-5), "1.2346e-05"),
        (value(1, 2), "[1, 2]"),
        (value(True), "True"),
        (value(-math.inf), "-inf"),
    ],
)
def test_the_answer_as_python_writes_it(asked_for: Question, text: str) -> None:
    assert expected_text(asked_for) == text


@pytest.mark.parametrize(
    ("asked_for", "like"),
    [
        (shape(3, 2), "3, 2"),
        (value(1.5), "4 or 0.25"),
        (value(1, 2), "1, 2, 3"),
        (value(True), "true or false"),
        (value(True, False), "true, false and so on"),
    ],
)
def test_what_is_offered_as_an_example_can_be_read(asked_for: Question, like: str) -> None:
    assert asked_for.like == like
    for example in like.removesuffix(" and so on").split(" or "):
        assert judge(asked_for, example) is not None


# The lessons


@cache
def performed(name: str, seed: int) -> Run:
    with devices.borrowed():
        run = perform(Request(name, topics=("all",), seed=seed), Silent())
    assert run.refusal is None
    return run


@pytest.mark.parametrize("name", NAMES)
def test_each_question_of_a_lesson_has_an_answer(name: str) -> None:
    """It can be said, what is told is right, and a question for a shape is asked as one."""
    for step in performed(name, 1).steps:
        found = question(step)
        assert bool(found) == bool(step.cell.ask), step.cell.code
        if found is not None:
            assert judge(found, expected_text(found)) == "right"
            assert ("shape" in found.text) == (found.kind == "shape")


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_differs_from_run_to_run_is_asked(name: str) -> None:
    pairs = zip(performed(name, 1).steps, performed(name, 2).steps, strict=True)
    # By repr, since nan is not equal to nan.
    assert [a.cell.code for a, b in pairs if repr(question(a)) != repr(question(b))] == []
    assert not any(step.cell.measured and step.cell.ask for step in performed(name, 1).steps)


@pytest.mark.parametrize("name", NAMES)
def test_each_lesson_asks_on_the_page_that_a_class_sees_first(name: str) -> None:
    assert any(cell.ask for section in load(name).of(Kind.MAIN) for cell in section.cells)
