"""``d2l memory``: what each way of writing y + x does; nothing here is about how long it takes."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.errors import Misuse
from d2lcli.notes import memory as notes
from d2lcli.notes.memory import NEW, WAYS, Cost

from .helper import asks, lines, played, said, shown, tables, texts

# The rows of the study notes


def test_the_same_object_or_another() -> None:
    assert shown(played("memory", size=8), "id(y) == before") == [False, True, True]
    assert asks("memory", "cost") == 3


def test_the_books_own_lines() -> None:
    run = played("memory", "book")
    for code in ("y = y + x", "y[:] = y + x", "y += x"):
        assert f"before = id(y)\n{code}\nid(y) == before" in lines(run)
    assert shown(run, "id(y) == before, y.shape") == [[False, [3, 2]]]
    assert shown(run, "id(y) == before") == [True, True]
    x, y = torch.tensor([1, 2]), torch.arange(3).reshape(3, 1)
    assert run.variables["y"].tolist() == (y + 3 * x).tolist()


def test_the_table_of_truths() -> None:
    (rows,) = tables(played("memory", size=1000).notes)
    assert [row["way"] for row in rows] == list(WAYS)
    assert [row["same id"] for row in rows] == [False, True, True, True]
    assert [row["same memory"] for row in rows] == [False, True, True, True]
    new = [row["new memory"] for row in rows]
    assert new == ["3.91 KiB", "3.91 KiB", "0 bytes", "0 bytes"]
    assert all(row["time"] for row in rows)


@pytest.mark.parametrize("size", [0, 1, 5, 2**16])
def test_bytes_are_what_the_operations_returned(size: int) -> None:
    *costs, copy = notes.measure(size)
    assert [cost.new_bytes for cost in costs] == [4 * size, 4 * size, 0, 0]
    assert (copy.way, copy.new_bytes, copy.same_object) == (notes.COPY, 0, True)


# Where readers go wrong


def test_ids_are_not_numbers_and_are_shown_as_such() -> None:
    run = played("memory", "ids")
    assert shown(run, "id(y) == id(x), y.data_ptr() == x.data_ptr()") == [[False, True]]
    first = shown(run, "id(x), x.data_ptr()")[0]
    second = shown(run, "id(y), y.data_ptr()")[0]
    assert first[0] != second[0]
    assert first[1] == second[1]
    assert "address of the Python object" in texts(run)
    assert [step.cell.measured for step in run if "id(x), x.data_ptr()" in step.cell.code] == [True]


def test_a_temporary_as_large_as_the_result() -> None:
    run = played("memory", "temporary")
    assert shown(run, "total.numel() * total.element_size()") == [4_000_000]
    (rows,) = tables(run.notes)
    assert [row["new bytes"] for row in rows] == [4_000_000, 0, 0]


def test_conversions() -> None:
    run = played("memory", "conversions")
    assert shown(run, "array[0] == 1, detached[0] == 1, row[0, 0] == 1") == [[True, True, True]]
    assert shown(run, "cloned[0] == 1, doubled[0] == 1") == [[False, False]]
    assert shown(run, "shared[0] == 1, same[0] == 1, copied[0] == 1") == [[True, True, False]]


# One's own


def test_inplace_or_not() -> None:
    run = played("memory", inplace=True, size=10)
    assert "y = y + x" not in lines(run).splitlines()
    (rows,) = tables(run.notes)
    assert [row["way"] for row in rows] == list(WAYS[1:])
    run = played("memory", inplace=False, size=10)
    (rows,) = tables(run.notes)
    assert [row["way"] for row in rows] == [NEW]
    assert "The result is a new tensor, in new memory" in texts(run)


def test_a_size_is_written_into_the_code() -> None:
    run = played("memory", size="1e3")
    assert "torch.ones(1000), torch.ones(1000)" in lines(run)
    assert run.played.request.title == "Four ways to write y + x, 1,000 numbers each"


@pytest.mark.parametrize("size", [0, -1, 1.5, "many"])
def test_what_is_no_size(size: object) -> None:
    with pytest.raises(Misuse, match="--size"):
        played("memory", size=size)


# Notes over any costs

COSTS = st.builds(
    Cost,
    way=st.sampled_from(WAYS),
    same_object=st.booleans(),
    same_memory=st.booleans(),
    new_bytes=st.sampled_from([0, 4, 10**12]),
    seconds=st.sampled_from([0.0, 1e-9, 1e-3, 1e3]),
    spread=st.floats(0, 100),
)


@given(st.lists(COSTS, min_size=2, max_size=5), st.sampled_from([0, 1, 1000]))
def test_the_finding_compares_nothing_where_times_spread(costs: list[Cost], size: int) -> None:
    def measured(size: int, ways: Sequence[str]) -> list[Cost]:  # noqa: ARG001
        return costs

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(notes, "measure", measured)
        found = list(notes.cost(size, torch.zeros(size)))
    (rows,) = tables(found)
    busy = max(cost.spread for cost in costs) > notes.BUSY
    assert ("the machine is busy" in said(found)) == busy
    assert ("of a copy" in rows[0]) == (not busy)
    speed = re.search(r"([\d.,e+-]+) GB/s", said(found))
    assert (speed is not None) == (not busy and size > 0 and min(c.seconds for c in costs[:-1]) > 0)


@given(st.floats(0, 1e18))
def test_sizes_have_a_unit(size: float) -> None:
    text, unit = notes.told(size, notes.BYTES).rsplit(" ", 1)
    factor = dict(notes.BYTES)[unit]
    assert float(text.replace(",", "")) * factor == pytest.approx(size, rel=6e-3, abs=1e-9)
