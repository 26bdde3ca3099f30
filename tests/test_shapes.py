"""A reader's shapes, and the axis table, against ``torch.broadcast_shapes``."""

from __future__ import annotations

import re
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.errors import ExitCode, Refusal
from d2lcli.inputs import shapes
from d2lcli.request import load
from d2lcli.runner import plan, run

SHAPE = st.lists(st.integers(0, 4), max_size=5).map(tuple)
SHAPES = st.lists(SHAPE, min_size=2, max_size=4).map(tuple)


def steps(given_shapes: tuple[tuple[int, ...], ...]) -> list[Any]:
    lesson = load("broadcast")
    chosen = [lesson.sections["axes"], lesson.sections["stretch"]]
    return list(run(plan(lesson, chosen, {"shapes": repr(given_shapes)}), lambda value: value))


def axes(given_shapes: tuple[tuple[int, ...], ...]) -> list[dict[str, Any]]:
    """The axis table, which the lesson shows of shapes that fit in `axes`, and else in `misfit`."""
    lesson = load("broadcast")
    values = {"misfits": repr(given_shapes)}
    found = run(plan(lesson, [lesson.sections["misfit"]], values), lambda value: value)
    (table,) = (step.result for step in found if step.cell.code == "align(misfits)")
    assert isinstance(table, list)
    return table


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
    ],
)
def test_shapes_are_read(text: str, shape: tuple[int, ...]) -> None:
    assert shapes.is_shape(text)
    assert shapes.parse(text) == shape


@given(SHAPE)
def test_every_shape_is_read_as_python_writes_it(shape: tuple[int, ...]) -> None:
    assert shapes.parse(str(shape)) == shape
    assert shapes.parse(str(list(shape))) == shape


@given(st.text(alphabet="0123456789,()[] .-+eE_x", max_size=12))
def test_any_text_is_a_shape_or_a_sentence(text: str) -> None:
    try:
        shape = shapes.parse(text)
    except Refusal:
        with pytest.raises(Refusal, match=r"^shape .+; give") as raised:
            shapes.parse(text)
        assert raised.value.code == ExitCode.USAGE
    else:
        assert all(isinstance(size, int) and size >= 0 for size in shape)


@given(SHAPES)
def test_the_axis_table_agrees_with_torch(given_shapes: tuple[tuple[int, ...], ...]) -> None:
    """In the result and in the refusal; and where it fits, the sum is what torch computes."""
    found, table = steps(given_shapes), axes(given_shapes)
    try:
        expected = torch.broadcast_shapes(*given_shapes)  # type: ignore[no-untyped-call]
    except RuntimeError:
        assert "conflict" in [row["verdict"] for row in table]
        assert found[-1].error is not None
        assert "torch.broadcast_tensors(*operands)[0].shape" in found[-1].cell.code
        assert shapes.broadcast(given_shapes)[1] is not None
        return
    assert shapes.broadcast(given_shapes) == (list(expected), None)
    assert [row["result"] for row in table] == list(expected)
    assert table in [step.result for step in found]
    assert "conflict" not in [row["verdict"] for row in table]
    assert all(step.error is None for step in found)
    (total,) = (step.result for step in found if step.cell.code.endswith("\ntotal"))
    operands = [torch.arange(torch.Size(s).numel()).reshape(s) for s in given_shapes]
    stretched = torch.broadcast_tensors(*operands)  # type: ignore[no-untyped-call]
    assert torch.equal(total, torch.stack(stretched).sum(dim=0))


@given(SHAPES)
def test_every_repair_does_broadcast(given_shapes: tuple[tuple[int, ...], ...]) -> None:
    """Each one, run as it is written, gives the shape that it promises; and there is one."""
    lesson = load("broadcast")
    values = {"misfits": repr(given_shapes)}
    found = list(run(plan(lesson, [lesson.sections["misfit"]], values), lambda value: value))
    assert all(step.error is None for step in found)
    repairs = found[-1].result
    assert isinstance(repairs, list)
    (told,) = (step.stdout for step in found if "except RuntimeError as error" in step.cell.code)
    assert (told == "") == (shapes.broadcast(given_shapes)[1] is None)
    assert repairs or not any(given_shapes)
    for row in repairs:
        operands = dict(zip("xyza", map(torch.empty, given_shapes), strict=False))
        for code in re.split(r", (?=[xyza][.\[])", row["repair"]):
            operands[code[0]] = eval(code, dict(operands))
        assert torch.broadcast_tensors(*operands.values())[0].shape == row["result"]  # type: ignore[no-untyped-call]


@given(SHAPES)
def test_verdicts_name_what_happens(given_shapes: tuple[tuple[int, ...], ...]) -> None:
    """Each axis of each operand: missing, stretched, or as large as the result."""
    for row in axes(given_shapes):
        if row["verdict"] == "conflict":
            continue
        for name, shape in zip("xyza", given_shapes, strict=False):
            size = shape[row["axis"]] if len(shape) >= -row["axis"] else None
            assert (f"missing in {name}" in row["verdict"]) == (size is None)
            stretched = size == 1 and row["result"] != 1
            assert (f"{name} is stretched" in row["verdict"]) == stretched
