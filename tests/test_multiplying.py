"""The rule of the matrix product, beside what PyTorch makes of the same shapes."""

from __future__ import annotations

import torch
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.broadcasting import Shape
from d2lcli.multiplying import meetings, product

SHAPES = st.lists(st.sampled_from([0, 1, 2, 3]), max_size=5).map(tuple)


def torchs(left: Shape, right: Shape) -> Shape | None:
    try:
        return tuple((torch.empty(left) @ torch.empty(right)).shape)
    except RuntimeError:
        return None


@given(SHAPES, SHAPES)
def test_the_product_is_pytorchs(left: Shape, right: Shape) -> None:
    assert product(left, right) == torchs(left, right)


@given(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3), SHAPES)
def test_what_fits_is_not_left_to_chance(rows: int, inner: int, columns: int, batch: Shape) -> None:
    left, right = (*batch, rows, inner), (inner, columns)
    assert product(left, right) == torchs(left, right) == (*batch, rows, columns)


@given(SHAPES.filter(bool), SHAPES.filter(bool))
def test_every_axis_of_both_factors_is_told_once(left: Shape, right: Shape) -> None:
    found = meetings(left, right)
    mine = [meeting.left for meeting in found if meeting.left is not None]
    others = [meeting.right for meeting in found if meeting.right is not None]
    assert sorted(mine) == sorted(left)
    assert sorted(others) == sorted(right)
    assert [meeting.name for meeting in found].count("they meet") == 1


def test_batches_broadcast_and_are_counted_from_the_right() -> None:
    found = meetings((5, 1, 2, 3), (4, 3, 4))
    assert [meeting.name for meeting in found] == [
        "batch axis -4",
        "batch axis -3",
        "they meet",
        "rows of A",
        "columns of B",
    ]
    assert [meeting.result for meeting in found] == [5, 4, None, 2, 4]


def test_a_number_without_axes_has_no_matrix_product() -> None:
    assert product((), (3,)) is None
    assert product((3,), ()) is None
