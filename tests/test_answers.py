"""What a reader is asked before a result is shown, and what an answer is worth."""

from __future__ import annotations

import math
from functools import cache

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.inputs import devices
from d2lcli.inputs.answers import Question, Randomness, expected_text, judge, question
from d2lcli.request import PICTURE, TOUR, load
from d2lcli.results import Result, snapshot
from d2lcli.runner import Cell, Failure, Step, plan, run, written

SIZES = st.lists(st.integers(0, 30), max_size=5).map(tuple)
FLOATS = st.floats() | st.floats(width=32)


def shape(*sizes: int) -> Question:
    return Question("?", "shape", sizes)


def value(*values: bool | int | float) -> Question:
    return Question("?", "value", values)


def asked(result: object) -> Question | None:
    return question(Step(written("x"), snapshot(result)), random=False)


# Questions


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (torch.tensor([3, 2]), (3, 2)),
        (torch.tensor(1.5), (1.5,)),
        (torch.ones(4).numpy(), (1.0,) * 4),
        (torch.Size([3, 2]), (3, 2)),
        (torch.Size([]), ()),
        (7, (7,)),
        ((1, 2.5, True), (1, 2.5, True)),
        (torch.tensor([0.125, 2.9]), (0.125, pytest.approx(2.9))),
        (torch.tensor(2.0).exp(), (pytest.approx(7.389, abs=1e-3),)),
    ],
)
def test_small_values_are_asked_for(result: object, expected: tuple[float, ...]) -> None:
    assert asked(result) == Question("What does the last line give?", "value", expected)


@pytest.mark.parametrize("result", [True, torch.tensor(True)])
def test_a_truth_value_is_asked_for_by_its_two_names(result: object) -> None:
    assert asked(result) == Question("True or False?", "value", (True,))


def test_several_truth_values_are_asked_for_one_by_one() -> None:
    expected = Question("True or False, for each of 2?", "value", (True, False))
    assert asked(torch.tensor([True, False])) == asked((True, False)) == expected


@pytest.mark.parametrize(
    "result",
    [
        torch.ones(5),
        torch.ones(1, 1),
        torch.ones(2, 0),
        torch.ones(2) * 1j,
        torch.tensor([1.0, 2.0]).exp(),  # which takes a calculator
        torch.tensor([1.0, 1e-9]) / 3,
    ],
)
def test_of_other_tensors_the_shape_is_asked_for(result: torch.Tensor) -> None:
    assert asked(result) == Question("Which shape does it have?", "shape", tuple(result.shape))


@pytest.mark.parametrize(
    "result",
    [
        None,
        [],
        "words",
        torch.float32,
        [{"a": 1}],
        [1, 2, 3, 4, 5],
        (torch.tensor(1), 2),
        (None, 1),
        [1, "a"],
        torch.ones(200, 200),
    ],
)
def test_other_results_are_not_asked_for(result: object) -> None:
    assert asked(result) is None


def test_what_cannot_be_known_or_was_told_is_not_asked() -> None:
    cell, one = written("x"), snapshot(1)
    assert question(Step(cell, one), random=False) is not None
    assert question(Step(cell, one), random=True) is None
    assert question(Step(cell, one, stdout="1"), random=False) is None
    assert question(Step(cell, one, warnings=("w",)), random=False) is None
    assert question(Step(cell, one, error=Failure("E", "", "", "")), random=False) is None
    measured = Cell("setup", "", "x", cell.tree, "", measured=True)
    assert question(Step(measured, one), random=False) is None


# Answers


@pytest.mark.parametrize(
    "answer",
    ["(3, 2)", "3x2", "3×2", "3 X 2", "[3,2]", "3 2", " 3,2 ", "torch.Size([3, 2])", "(3, 2,)"],
)
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
    ],
)
def test_spellings_of_a_value(answer: str) -> None:
    assert judge(value(3, 2), answer) == "right"


@pytest.mark.parametrize("answer", ["()", "[]", "torch.Size([])", "tensor([])", "( )"])
def test_brackets_alone_are_no_axes(answer: str) -> None:
    assert judge(shape(), answer) == "right"
    assert judge(value(), answer) == "right"


@pytest.mark.parametrize(
    "answer", ["", "  ", "what", "-3, 2", "3.5", "[[1, 2], [3, 4]]", ",", "nan"]
)
def test_what_is_no_shape_is_asked_again(answer: str) -> None:
    assert judge(shape(3, 2), answer) is None


@pytest.mark.parametrize(
    "answer", ["", "true", "1/x", "1//3", "1e9999", "f(x)", "½", "--1", "[1], [2]"]
)
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
        (2.2360679, "2.2", "right"),
        (12.3, "12", "right"),
        (0.5, "1/2", "right"),
        (1 / 3, "1/3", "right"),
        (2 / 3, "-2/-3", "right"),
        (0.25, "1/0", None),
        (1e-8, "0", "right"),
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


@given(st.text())
def test_any_text_can_be_judged(answer: str) -> None:
    for asked_for in (shape(3, 2), value(3.5), value(True), value(1, 2)):
        assert judge(asked_for, answer) in ("right", "nearly", "wrong", None)


def test_several_values_of_which_one_is_wrong() -> None:
    assert judge(value(1, 2, 3), "1 2 4") == "nearly"
    assert judge(value(1, 2, 3), "1 4 4") == "wrong"
    assert judge(value(1, 2, 3), "1 2") == "wrong"
    assert judge(value(True, False), "t t") == "wrong"
    assert judge(value(True, False), "True, False") == "right"
    # The question says how many truth values there are; of numbers that is a part of the answer.
    assert judge(value(True, False), "true") is None
    assert judge(value(True), "true true") is None


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


# Random steps


@pytest.mark.parametrize(
    ("lines", "flags"),
    [
        (["x = torch.rand(2)", "x", "x = 1", "x"], [1, 1, 0, 0]),
        (["x = torch.empty(2)", "y = x + 1\ny"], [1, 1]),
        (["x = 1", "x += randn(1)", "x += 1", "x"], [0, 1, 1, 1]),
        (["def f():\n    return rand(1)", "f()", "def f():\n    return 1", "f()"], [1, 1, 0, 0]),
        (["def f():\n    return g()", "def g():\n    return a", "f()", "a = rand(1)", "f()"],
         [0, 0, 0, 1, 1]),
        (["for i in torch.rand(2):\n    s = i", "i", "s"], [1, 1, 1]),
        (["x = rand(1)", "if x > 0:\n    y = 1", "y"], [1, 1, 1]),
        (["x = rand(1)", "if True:\n    x = 1", "x"], [1, 0, 1]),
        (["x = [0]", "x[0] = rand(1)", "x"], [0, 1, 1]),
        (["x = zeros(1)", "x.normal_()", "x"], [0, 1, 1]),
        (["x = zeros(1)", "y = x.normal_()", "x"], [0, 1, 1]),
        (["x = []", "for i in (1, 2):\n    x.append(rand(i))", "x"], [0, 1, 1]),
        (["import torch", "torch.manual_seed(randint(9))", "torch.ones(2)"], [0, 1, 0]),
        (["x = rand(1)", "[x for x in range(3)]", "(lambda x: x)(1)"], [1, 0, 0]),
        (["x = rand(1)", "[i for i in x]", "f = lambda: x", "f()"], [1, 1, 1, 1]),
        (["x = rand(1)", "def f(a=x):\n    x = 1\n    return x", "f()"], [1, 1, 1]),
        (["x = rand(1)", "def f():\n    x = 1\n    return x", "f()"], [1, 0, 0]),
        (["import a.b as x, c.d", "from a import rand", "rand(1)"], [0, 0, 1]),
        (["class A:\n    b = rand(1)", "A.b"], [1, 1]),
        (["try:\n    a\nexcept E as x:\n    y = rand(1)", "y"], [1, 1]),
        (["sample = 1"], [0]),
    ],
)  # fmt: skip
def test_what_random_numbers_reach(lines: list[str], flags: list[int]) -> None:
    randomness = Randomness()
    assert [randomness.reaches(written(line)) for line in lines] == [bool(flag) for flag in flags]


@cache
def performed(name: str, seed: int) -> list[Step]:
    lesson = load(name)
    sections = [section for section in lesson.sections.values() if section.name != PICTURE]
    with devices.borrowed():
        devices.reset()
        # The lessons that set no seed of their own start from another one, too.
        torch.manual_seed(seed)
        steps = list(run(plan(lesson, sections, {"seed": str(seed)}), snapshot))
    assert all(step.error is None for step in steps)
    return steps


def same(one: object, other: object) -> bool:
    # By repr, since nan is not equal to nan.
    return repr(one) == repr(other)


@pytest.mark.parametrize("name", TOUR)
def test_whatever_the_seed_changes_is_flagged(name: str) -> None:
    first, second = performed(name, 1), performed(name, 2)
    randomness = Randomness()
    flags = [randomness.reaches(step.cell) for step in first]
    missed = [
        step.cell.code
        for step, other, flag in zip(first, second, flags, strict=True)
        if not flag
        and not step.cell.measured
        and not (same(step.result, other.result) and step.stdout == other.stdout)
    ]
    assert missed == []


@pytest.mark.parametrize("name", ["tensor", "broadcast", "linalg"])
def test_most_of_what_can_be_asked_is_asked(name: str) -> None:
    steps = performed(name, 1)
    randomness = Randomness()
    flags = [randomness.reaches(step.cell) for step in steps]
    possible = [question(step, random=False) for step in steps]
    left = [question(step, flag) for step, flag in zip(steps, flags, strict=True)]
    assert 2 * sum(map(bool, left)) >= sum(map(bool, possible)) > 0


@pytest.mark.parametrize("name", TOUR)
def test_the_answer_told_is_right_for_every_question(name: str) -> None:
    for step in performed(name, 1):
        found = question(step, random=False)
        if found is not None:
            assert isinstance(step.result, Result)
            assert judge(found, expected_text(found)) == "right"
