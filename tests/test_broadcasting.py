"""The rule of broadcasting, beside what PyTorch makes of the same shapes."""

from __future__ import annotations

from math import prod

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.broadcasting import NAMES, Fit, Shape, axes, broadcast, repeated

SHAPES = st.lists(st.sampled_from([0, 1, 1, 2, 3, 10**9]), max_size=5).map(tuple)
OPERANDS = st.lists(SHAPES, min_size=1, max_size=5)


def torchs(shapes: list[Shape]) -> Shape | None:
    try:
        return tuple(torch.broadcast_shapes(*shapes))
    except RuntimeError:
        return None


@given(OPERANDS)
def test_the_result_is_pytorchs(shapes: list[Shape]) -> None:
    assert broadcast(shapes) == torchs(shapes)


@given(OPERANDS)
def test_of_each_axis_it_says_what_happens(shapes: list[Shape]) -> None:
    found = axes(shapes)
    assert [axis.index for axis in found] == [*range(-len(found), 0)]
    for axis in found:
        for size, fit in zip(axis.sizes, axis.fits, strict=True):
            assert (size is None) == (fit is Fit.MISSING)
            if fit is Fit.EQUAL:
                assert size == axis.result
            if fit is Fit.STRETCHED:
                assert size == 1
                assert axis.result != 1
            if fit is Fit.CONFLICT:
                assert axis.result is None
                assert size in axis.large
    assert (broadcast(shapes) is None) == any(Fit.CONFLICT in axis.fits for axis in found)


@given(st.lists(st.sampled_from([0, 1, 2, 3]), max_size=4).map(tuple), SHAPES)
def test_what_is_read_again_has_a_stride_of_zero(first: Shape, second: Shape) -> None:
    result = broadcast([first, second])
    if result is None or max([*result, 0]) > 3:
        return
    for operand, again in zip((first, second), repeated([first, second], result), strict=True):
        wide = torch.ones(operand).expand(result)
        steps = zip(wide.stride(), result, strict=True)
        read = any(step == 0 and size > 1 for step, size in steps)
        assert again == (read and prod(result) > 0)


def test_the_smallest_cases() -> None:
    assert broadcast([]) == ()
    assert axes([()]) == []
    assert broadcast([(), (3,)]) == (3,)
    assert broadcast([(0,), (1,)]) == (0,)
    assert broadcast([(0,), (2,)]) is None
    assert repeated([(), (3,)], (3,)) == [True, False]
    assert repeated([(1,), (0,)], (0,)) == [False, False]


def test_every_operand_has_a_name_of_its_own() -> None:
    assert len(set(NAMES)) == len(NAMES) >= 8
    assert "f" not in NAMES


@pytest.mark.parametrize(
    ("shapes", "verdicts"),
    [
        (((3, 1), (2,)), [(Fit.EQUAL, Fit.MISSING), (Fit.STRETCHED, Fit.EQUAL)]),
        (((2, 3), (3, 2)), [(Fit.CONFLICT, Fit.CONFLICT)] * 2),
        (((1,), (1, 1)), [(Fit.MISSING, Fit.EQUAL), (Fit.EQUAL, Fit.EQUAL)]),
        (((3,), (1,), (2,)), [(Fit.CONFLICT, Fit.STRETCHED, Fit.CONFLICT)]),
    ],
)
def test_verdicts(shapes: tuple[Shape, ...], verdicts: list[tuple[Fit, ...]]) -> None:
    assert [axis.fits for axis in axes(shapes)] == verdicts
