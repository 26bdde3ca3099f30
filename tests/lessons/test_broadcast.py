"""``d2l broadcast``: the study notes' lines, where readers go wrong, and shapes of one's own."""

from __future__ import annotations

from math import prod
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.broadcasting import NAMES, Shape, broadcast
from d2lcli.concepts.broadcast import ask, operands, operands_of
from d2lcli.errors import Misuse
from d2lcli.notes import broadcast as notes

from .helper import asks, lines, played, printed, said, shape, shown, tables, texts

SIZES = st.lists(st.sampled_from([0, 1, 1, 2, 3, 10**10]), max_size=5).map(tuple)
SMALL = st.lists(st.sampled_from([0, 1, 1, 2, 3]), max_size=4).map(tuple)
SHAPES = st.lists(SIZES, min_size=2, max_size=4)


# The rows of the study notes


def test_the_books_sum() -> None:
    run = played("broadcast")
    assert "torch.tensor([1, 2])" in lines(run)
    assert "torch.arange(3).reshape((3, 1))" in lines(run)
    assert shown(run, "x, y") == [[[1, 2], [[0], [1], [2]]]]
    assert shown(run, "x + y") == [[[1, 2], [2, 3], [3, 4]]]


def test_the_axis_table_has_a_verdict_for_every_axis() -> None:
    (rows,) = tables(played("broadcast").notes)
    assert [list(row.values()) for row in rows] == [
        [-2, "–", 3, 3, "x is missing"],
        [-1, 2, 1, 2, "y is stretched"],
    ]
    (rows,) = tables(played("broadcast", "shapes", shapes=((2, 3), (3,))).notes)
    assert [[*row.values()][-1] for row in rows] == ["y is missing", "equal"]


def test_stretched_without_copying() -> None:
    run = played("broadcast", "stretch")
    assert shown(run, "x.stride(), wide_x.stride()") == [[[1], [0, 1]]]
    assert shown(run, "y.stride(), wide_y.stride()") == [[[1, 1], [1, 0]]]
    told = texts(run)
    assert "Along axis −2 the stride of x is 0" in told
    assert "Along axis −1 the stride of y is 0" in told


def test_the_default_page_asks_for_the_shape() -> None:
    assert asks("broadcast", "sum") == 1


# Where readers go wrong


def test_shapes_that_do_not_fit() -> None:
    run = played("broadcast", "misfit")
    with pytest.raises(RuntimeError) as caught:
        torch.broadcast_shapes((2, 3), (2,))
    assert str(caught.value) in printed(run)
    caption = next(step.cell.caption for step in run if "print" in step.cell.code)
    assert "from the left" not in caption  # PyTorch does either, as it happens
    axes, repairs = tables(run.notes)
    assert [*axes[-1].values()][-1] == "conflict"
    assert {"repair": "x.transpose(0, 1)", "result": "(3, 2)"} in repairs
    assert {"repair": "y.unsqueeze(1)", "result": "(2, 3)"} in repairs


def test_both_grow() -> None:
    run = played("broadcast", "grow")
    assert shape(run, "guess - truth") == [(3, 3)]
    assert shown(run, "((guess - truth.squeeze(1)) ** 2).mean()") == [0]
    assert "every number of x meets every number of y" in texts(played("broadcast"))


def test_a_target_never_broadcasts() -> None:
    run = played("broadcast", "target")
    x, y = torch.tensor([1, 2]), torch.arange(3).reshape(3, 1)
    with pytest.raises(RuntimeError) as first:
        y += x
    with pytest.raises(RuntimeError) as second:
        y[:] = y + x
    assert str(first.value) in printed(run)
    assert str(second.value) in printed(run)
    assert run.variables["y"].tolist() == [[2, 4], [3, 5], [4, 6]]


# Shapes of one's own


@pytest.mark.parametrize(
    ("given", "says", "not_said"),
    [
        (((8, 1, 6, 1), (7, 1, 5)), "(8, 7, 6, 5), 1,680 elements", "read twice"),
        (((2, 1, 3), (1, 4, 3)), "every operand is read more than once", "every number of x"),
        (((1,), (0,)), "(0,), 0 elements", "Careful"),
        (((20000, 1), (20000,)), "400,000,000 elements", "read twice"),
        (((1,), (1, 1)), "No number is read twice", "Careful"),
        (((3,), (3,)), "Both have it already", "again"),
        (((), (3,)), "x is read again", "Careful"),
        (((), ()), "Both have it already", "again"),
        (((2,), (2,), (2,)), "All have it already", "Both"),
        (((10**10, 1, 1), (10**10, 1), (10**10,)), "at least 1e30 elements", "000,000"),
    ],
)
def test_shapes_that_fit(given: tuple[Shape, ...], says: str, not_said: str) -> None:
    told = texts(played("broadcast", shapes=given))
    assert says in told
    assert not_said not in told


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (((3,), (1,), (2,)), "at axis −1 the sizes 3 and 2 differ, and neither is 1."),
        (((2, 3), (3, 2)), "at axis −2 the sizes 2 and 3 differ, and neither is 1; at axis −1"),
        (
            ((10000000,), (10000001,), (10000002,)),
            "10,000,000, 10,000,001 and 10,000,002 differ, and none of them is 1. No new axis and "
            "no exchange of axes in one of them helps",
        ),
        (((2,) * 16, (3,) * 16), "and so at 14 more. Only results of more than 8 axes"),
        (((10**10, 10**10), (3,)), "No new axis"),
    ],
)
def test_shapes_that_do_not_fit_are_refused_when_all_is_said(
    given: tuple[Shape, ...], says: str
) -> None:
    run = played("broadcast", shapes=given)
    assert says in texts(run)
    assert "do not fit; make them equal, or one of them 1" in str(run.error)


def test_what_would_be_large_is_left_out_with_its_reason() -> None:
    run = played("broadcast", "all", shapes=((20000, 1), (20000,)))
    assert "sum: it shows at most 3 axes and 10,000 elements" in texts(run)
    assert "y" not in run.variables or run.variables["y"].numel() < 10


@pytest.mark.parametrize("wrong", [((3,),), ((3,), (-1,)), "3 a"])
def test_what_is_refused(wrong: Any) -> None:
    with pytest.raises(Misuse):
        played("broadcast", shapes=wrong)


# Notes over any shapes


@given(SHAPES)
def test_what_is_said_of_any_shapes_is_true(shapes: list[Shape]) -> None:
    result = broadcast(shapes)
    found = list((notes.shapes if result is not None else notes.misfit)({"shapes": shapes}))
    told = said(found)
    if result is None:
        assert "They do not fit" in told
        return
    assert str(result) in told
    if "every number of x meets" in told:
        assert prod(shapes[0]) * prod(shapes[1]) == prod(result)
    if "nothing is stretched" in told:
        assert set(shapes) == {result}


@given(SHAPES)
def test_every_repair_works_as_it_is_written(shapes: list[Shape]) -> None:
    if broadcast(shapes) is not None:
        return
    for code, result in notes.repairs(shapes)[:4]:
        names: dict[str, Any] = {"torch": torch}
        for name, sizes in zip(NAMES, shapes, strict=False):
            names[name] = torch.empty(sizes, device="meta")
        for part in code.split("], "):
            text = part + "]" * (part.count("[") - part.count("]"))
            names[text[0]] = eval(text, names)
        operands = [names[name] for name in NAMES[: len(shapes)]]
        assert tuple(torch.broadcast_tensors(*operands)[0].shape) == result


@given(SMALL, SMALL)
def test_strides_of_any_operands(first: Shape, second: Shape) -> None:
    result = broadcast([first, second])
    if result is None:
        return
    x, y = torch.ones(first), torch.ones(second)
    told = said(notes.stretch(x, y, *torch.broadcast_tensors(x, y)))
    for name, own in (("x", first), ("y", second)):
        again = 0 < prod(own) < prod(result)
        assert (f"the stride of {name} is 0" in told) == again
    taken = f"{4 * prod(result):,} bytes"
    assert (taken in told) == (prod(result) > 0)
    assert ("makes nothing new" in told) == (result in (first, second) and prod(result) > 0)


@pytest.mark.parametrize(
    ("typed", "topics", "page"),
    [
        ("misfit 3,1 2", (), "sum"),
        ("sum 2,3 2", (), "misfit"),
        ("stretch 8,1,6,1 7,1,5", (), "shapes"),
        ("stretch 3,1 2", ("stretch",), "sum"),
        ("shapes 2,3 2", (), "misfit"),
        ("grow 2,3 2", ("grow",), "misfit"),
        ("5x2x3 torch.Size([1,3])", (), "sum"),
        ("5×2 1,2", (), "sum"),
        ("sum 3", ("sum",), ""),
    ],
)
def test_shapes_have_the_page_that_suits_them(
    typed: str, topics: tuple[str, ...], page: str
) -> None:
    found, left = operands(typed.split())
    assert left == topics
    if page:
        assert ask(shapes=operands_of("shapes", found)).page == (page,)
