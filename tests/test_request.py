"""What is asked for: which sections, with which values, and as which code."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from d2lcli import request
from d2lcli.errors import Misuse
from d2lcli.inputs import formulas, tensors
from d2lcli.lesson import NAMES, Lesson, load, parse
from d2lcli.request import Code, Lines, Request, assigned, cells, choose, source

LESSON = '''\
"""A title.

Book: 1 Here
Page: first second
Yours: d2l it
Next: d2l that
"""

import math


# Twice as much.
def f(x):
    return 2 * x


def first(n: int = 3, k: float = 0.5) -> None:
    """One."""
    n + k


def second(*, size=(2, 3)) -> None:
    """Two."""
    sum(size) * 2


def third(m: int = 1) -> None:
    """Three."""
    f(m)


def fourth() -> None:
    """Four?"""

    def f(x):
        return x

    f(1)
'''


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Lesson:
    file = tmp_path_factory.mktemp("lesson") / "it.py"
    file.write_text(LESSON, encoding="utf-8")
    return parse(file)


def names(lesson: Lesson, *topics: str, **asked: Any) -> list[str]:
    return [s.name for s in choose(lesson, Request("it", topics=topics, **asked))]


def sets(**options: str) -> Mapping[str, frozenset[str]]:
    return {f"--{name}": frozenset(targets.split()) for name, targets in options.items()}


# Which sections


def test_the_page_is_the_main_sections(lesson: Lesson) -> None:
    assert names(lesson) == ["first", "second"]
    assert names(lesson, page=("third",)) == ["third"]
    assert Request("it").terse and not Request("it", topics=("all",)).terse


def test_topics_come_in_the_lessons_order_and_once(lesson: Lesson) -> None:
    assert names(lesson, "third", "first", "third") == ["first", "third"]
    assert names(lesson, "first", "all") == ["first", "second", "third", "fourth"]
    assert names(lesson, "first", page=("third",)) == ["first"]


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (sets(n="n"), ["first"]),
        (sets(size="size"), ["second"]),
        (sets(n="n", size="size"), ["first", "second"]),
        (sets(m="m"), ["third"]),  # no main section takes it, so topics do
        (sets(f="f"), ["third"]),  # by its function; no question is shown unasked
        (sets(n="n k"), ["first"]),
    ],
)
def test_options_choose_the_sections_that_they_reach(
    lesson: Lesson, options: Mapping[str, frozenset[str]], shown: list[str]
) -> None:
    assert names(lesson, options=options) == shown


def test_an_option_that_reaches_nothing_shown_is_refused(lesson: Lesson) -> None:
    for topics, options in [(("second",), sets(n="n")), (("first", "second"), sets(n="n", m="m"))]:
        with pytest.raises(Misuse, match=r"^--. has nothing to set in .*: it reaches .*; name one"):
            names(lesson, *topics, options=options)
    assert names(lesson, "first", "fourth", options=sets(f="f")) == ["first", "fourth"]


def test_what_cannot_run_is_not_tried(lesson: Lesson) -> None:
    """Where the values are refused, the page says why, and topics that do not take them wait."""
    refused = {"refusal": "no; do that", "page": ("third",), "options": sets(m="m")}
    assert names(lesson, **refused) == ["third"]
    assert names(lesson, "first", **refused) == ["third"]
    assert names(lesson, "all", **refused) == ["first", "second", "third", "fourth"]


@pytest.mark.parametrize(
    ("topic", "hint"),
    [
        ("frist", "did you mean first? "),
        ("zzzzz", "choose from first, second, third, fourth, or all"),
        ("3", "commas between them"),
        ("-1.5", "commas between them"),
        ("x**2", "a value needs its option, see d2l it --help"),
        ("picture", "add --plot FILE"),
        ("a" * 500, "…"),
        ("\x1b[2J", r"\x1b[2J"),
    ],
)
def test_an_unknown_topic_gets_a_hint(lesson: Lesson, topic: str, hint: str) -> None:
    with pytest.raises(Misuse) as raised:
        names(lesson, topic)
    said = str(raised.value)
    assert hint in said and said.isprintable() and len(said) < 300
    assert "choose from first, second, third, fourth, or all" in said


@pytest.mark.parametrize("name", NAMES)
def test_every_section_of_every_lesson_can_be_chosen(name: str) -> None:
    lesson = load(name)
    for section in lesson.sections:
        assert [s.name for s in choose(lesson, Request(name, topics=(section,)))] == [section]
    assert len(choose(lesson, Request(name, topics=("all",)))) == len(lesson.sections)


# With which values


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (3, "3"),
        ((2, 3), "(2, 3)"),
        (0.1, "0.1"),
        (math.inf, "torch.inf"),
        (-math.inf, "-torch.inf"),
        (math.nan, "torch.nan"),
        (Code("torch.float32"), "torch.float32"),
        ("a'b", '"a\'b"'),
        (tensors.parse("--data", "1,2"), "torch.tensor([1, 2])"),
    ],
    ids=str,
)
def test_a_value_is_written_as_a_lesson_writes_it(value: object, written: str) -> None:
    assert source(value) == written


@given(st.floats() | st.integers() | st.tuples(st.integers(0, 9), st.integers(0, 9)))
def test_what_is_written_reads_back(value: object) -> None:
    import torch

    back = eval(source(value), {"torch": torch})
    assert back == value or (back != back and value != value)


def test_parameters_make_a_line_of_their_own(lesson: Lesson) -> None:
    first = lesson.sections["first"]
    assert [cell.code for cell in cells(first, Request("it"))] == ["n, k = 3, 0.5", "n + k"]
    own = Request("it", values={"n": 7})
    assert [cell.code for cell in cells(first, own)] == ["n, k = 7, 0.5", "n + k"]
    assert assigned(first, own) == {"n": "7", "k": "0.5"}
    long = Request("it", values={"n": tuple(range(30))})
    assert cells(first, long)[0].code == f"n = {tuple(range(30))}\nk = 0.5"


def test_parameters_behind_a_star_are_written_into_the_code(lesson: Lesson) -> None:
    second = lesson.sections["second"]
    assert [cell.code for cell in cells(second, Request("it"))] == ["sum((2, 3)) * 2"]
    own = Request("it", values={"size": Code("[4] + [5]")})
    assert [cell.code for cell in cells(second, own)] == ["sum([4] + [5]) * 2"]
    # What is too long for a line of code has a name.
    long = Request("it", values={"size": tuple(range(30))})
    codes = [cell.code for cell in cells(second, long)]
    assert codes == [f"size = {tuple(range(30))}", "sum(size) * 2"]


def test_a_value_takes_the_place_of_a_function_given_or_defined(lesson: Lesson) -> None:
    own = Request("it", values={"f": Lines("def f(x):\n    return -x")})
    third, fourth = lesson.sections["third"], lesson.sections["fourth"]
    assert [c.code for c in request.given(lesson, own, [third])][1:] == ["def f(x):\n    return -x"]
    assert cells(fourth, own)[0].code == "def f(x):\n    return -x"
    # A value that is no function replaces none.
    other = replace(own, values={"f": 3})
    assert "return 2 * x" in request.given(lesson, other, [third])[1].code


def test_only_functions_that_are_used_are_given(lesson: Lesson) -> None:
    def codes(*sections: str, **asked: Any) -> list[str]:
        chosen = [lesson.sections[name] for name in sections]
        return [c.code for c in request.given(lesson, Request("it", **asked), chosen)]

    assert codes("first") == ["import math"]
    assert len(codes("first", "third")) == 2
    assert codes("first", device="cuda")[1:] == ['torch.set_default_device("cuda")']
    current = 'torch.cuda.set_device("cuda:1")\ntorch.set_default_device("cuda:1")'
    assert codes("first", device="cuda:1")[1:] == [current]


def test_a_parameter_without_a_value_is_a_mistake_of_the_lesson(tmp_path: Path) -> None:
    file = tmp_path / "it.py"
    file.write_text(LESSON.replace("m: int = 1", "m: int"), encoding="utf-8")
    with pytest.raises(AssertionError, match="third needs a value for m"):
        assigned(parse(file).sections["third"], Request("it"))


def test_the_seed_is_a_parameter_like_others(lesson: Lesson) -> None:
    section = load("dice").sections["sample"]
    assert assigned(section, Request("dice", seed=7))["seed"] == "7"
    assert "seed" not in assigned(lesson.sections["first"], Request("it", seed=7))


def test_a_readers_formula_is_the_function() -> None:
    formula = formulas.parse("--f", "x**2")
    lesson = load("derivative")
    own = Request("derivative", values={"f": formula})
    codes = [c.code for c in request.given(lesson, own, choose(lesson, own))]
    assert "def f(x):\n    return x**2" in codes
