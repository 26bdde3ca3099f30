"""The words behind a command: values, formulas, and topics."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.errors import Misuse
from d2lcli.inputs import formulas, numbers, shapes, words
from d2lcli.inputs.trees import VARIABLES
from d2lcli.lesson import NAMES, load
from d2lcli.options import ALIASES, request

from .conftest import Run

SPLIT: dict[str, Callable[[Sequence[str]], words.Words]] = {
    "values": words.values,
    "shapes": words.shapes,
    "numbers": words.numbers,
    "formula": words.formula,
}
TOPICS = sorted({topic for name in NAMES for topic in load(name).sections} | {"all"})


@pytest.mark.parametrize("split", SPLIT.values(), ids=SPLIT)
def test_no_topic_is_taken_for_a_value(split: Callable[[Sequence[str]], words.Words]) -> None:
    assert split(TOPICS) == ((), tuple(TOPICS))


@pytest.mark.parametrize("split", SPLIT.values(), ids=SPLIT)
@given(given=st.lists(st.sampled_from(["all", "x**2", "1,2", "-3", "2x3", "pi/2", "sin(x)", ""])))
def test_each_word_goes_to_one_side_in_its_order(
    split: Callable[[Sequence[str]], words.Words], given: list[str]
) -> None:
    found, topics = split(given)
    assert sorted([*map(words.sizes, found), *map(words.sizes, topics)]) == sorted(
        map(words.sizes, given)
    )
    assert split(topics) == ((), topics)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("x**3", "formula"),
        ("x", "formula"),
        ("-x", "formula"),
        ("x-1", "formula"),
        ("pi-x", "formula"),
        ("2x", "formula"),
        ("sin(x)", "formula"),
        ("x*y*z", "formula"),
        ("where(x<0, x**2, x)", "formula"),
        ("foo(x)", "formula"),
        ("（x）**2", "formula"),
        ("2", "number"),
        ("-3.5", "number"),
        ("1e-3", "number"),
        ("1,2,3", "number"),
        ("[1, 2]", "number"),
        ("pi", "number"),
        ("pi/2", "number"),
        ("-inf", "number"),
        ("sqrt(2)", "number"),
        ("１，２", "number"),
        ("sin", "topic"),
        ("exact", "topic"),
        ("control-flow", "topic"),
        ("nosuch", "topic"),
        ("", "topic"),
    ],
)
def test_formulas_and_numbers(word: str, kind: str) -> None:
    formula, rest = words.formula([word])
    number, topics = words.numbers(rest)
    assert (formula, number, topics) == tuple(
        (word,) if kind == one else () for one in ("formula", "number", "topic")
    )


@given(st.floats(allow_nan=False, allow_infinity=False), st.floats(-9, 9))
def test_every_number_is_one_as_python_writes_it(first: float, second: float) -> None:
    given = (repr(first), f"{second!r},{first!r}")
    assert words.numbers(given) == (given, ())
    assert words.formula(given) == ((), given)


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("torch.Size([5, 2, 3])", (5, 2, 3)),
        ("Size([])", ()),
        ("5x2x3", (5, 2, 3)),
        ("5×2×3", (5, 2, 3)),
        ("5 × 2", (5, 2)),
        ("（5，2）", (5, 2)),
        ("3,1", (3, 1)),
    ],
)
def test_ways_to_write_a_shape(word: str, shape: tuple[int, ...]) -> None:
    (found,), topics = words.shapes([word])
    assert topics == ()
    assert shapes.parse("shape", found) == shape


@pytest.mark.parametrize("word", ["x", "x3", "torch.Size(5)", "shapes"])
def test_what_is_no_shape(word: str) -> None:
    assert words.shapes([word]) == ((), (word,))


@pytest.mark.parametrize("word", ["2x", "5y3", "2,x", "(3,a", "-x,1"])
def test_what_is_meant_as_a_shape_is_told_why_it_is_none(word: str) -> None:
    found, topics = words.shapes([word])
    assert (found, topics) == ((word,), ())
    with pytest.raises(Misuse, match="give whole numbers"):
        shapes.parse("shape", found[0])


def test_one_word_or_a_value() -> None:
    parse = words.one(formulas.parse)
    assert parse("--f", ("x**2",)) == parse("--f", "x**2")
    with pytest.raises(Misuse, match=r"x x\*\*2: --f takes one"):
        parse("--f", ("x", "x**2"))


@pytest.mark.parametrize("given", [("1,2", "3"), ("1", "2", "3"), ("1,", "2,", "3")])
def test_words_are_joined_to_a_list(given: tuple[str, ...]) -> None:
    parse = words.joined(numbers.points)
    assert parse("--at", given) == (1, 2, 3) == parse("--at", "1,2,3") == parse("--at", (1, 2, 3))


@pytest.mark.parametrize("lesson", ["derivative", "autograd"])
def test_formula_first_then_its_point(lesson: str) -> None:
    from d2lcli.options import concept, declared

    own = declared(concept(lesson))
    rest: Sequence[str] = ("exact", "x**3", "2", "sides")
    found = {}
    for name, option in own.items():
        if option.words is not None:
            found[name], rest = option.words(rest)
    assert found == {"f": ("x**3",), "at": ("2",)}
    assert rest == ("exact", "sides")
    parsed = own["f"].parse("--f", found["f"])
    assert parsed == formulas.parse("--f", "x**3", VARIABLES if lesson == "autograd" else ("x",))


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("norm 3 -4 12", "Norms of (3, −4, 12)"),
        ("norm -3,4", "Norms of (−3, 4)"),
        ("norm --p 2 -1 5", "Norms of (−1, 5), p = 2"),
        ("derivative x**2 -1", "at x = −1"),
        ("derivative --at -2", "at x = −2"),
    ],
)
def test_numbers_may_begin_with_a_minus_sign(line: str, head: str, d2l: Run) -> None:
    outcome = d2l(*line.split())
    assert outcome.code == 0
    assert head in outcome.out


def test_other_words_for_a_topic_are_taken() -> None:
    for name, others in ALIASES.items():
        sections = load(name).sections
        assert set(others.values()) <= set(sections)
        assert not set(others) & set(sections)
    assert request("linalg", {}, ("sum",)).topics == ("reduce",)
