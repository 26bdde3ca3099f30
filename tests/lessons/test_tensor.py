"""``d2l tensor``: the study notes' lines, where readers go wrong, and tensors of one's own."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.errors import Misuse
from d2lcli.lesson import Kind, load
from d2lcli.note import Note
from d2lcli.notes import tensor as notes
from d2lcli.request import Request

from .helper import asks, lines, played, printed, said, shape, shown, tables, texts

LARGE = 2**63 - 1
WHOLE = st.lists(st.integers(-(2**63), LARGE) | st.integers(-3, 3), max_size=4)
SIZES = st.lists(st.integers(0, 3), max_size=4).map(tuple)


# The rows of the study notes


def test_create() -> None:
    run = played("tensor", "create", seed=3)
    assert shown(run, "torch.arange(12)") == [[*range(12)]]
    assert shown(run, "torch.zeros((2, 3, 4))") == [torch.zeros(2, 3, 4).tolist()]
    assert shown(run, "torch.ones((2, 3, 4))") == [torch.ones(2, 3, 4).tolist()]
    assert shown(run, "torch.tensor([[2, 2], [4, 3]])") == [[[2, 2], [4, 3]]]
    torch.manual_seed(3)
    sample = torch.randn(2, 3)
    assert torch.equal(run.variables["sample"], sample)
    mean, variance = f"{float(sample.mean()):.2g}", f"{float(sample.var()):.2g}"
    assert f"here {mean} and {variance}.".replace("-", "−") in texts(run)


def test_shape_and_reshape() -> None:
    run = played("tensor", "shape", "reshape")
    assert shown(run, "x.shape") == [[4, 3, 4]]
    assert shown(run, "x.numel()") == [48]
    assert shape(run, "x.reshape(6, 8)") == [(6, 8)]
    assert shape(run, "x.reshape(-1, 3)") == [(16, 3)]


def test_cat() -> None:
    run = played("tensor", "cat")
    assert shape(run, "torch.cat((x1, x2), 0)") == [(4, 3, 4)]
    assert shape(run, "torch.cat((x1, x2), 1)") == [(2, 6, 4)]


def test_arithmetic() -> None:
    run = played("tensor", "arithmetic")
    x, y = torch.tensor([1.0, 2, 4, 8]), torch.tensor([2, 2, 2, 2])
    for code in (
        "x + y",
        "x - y",
        "x * y",
        "x / y",
        "x**y",
        "x // y",
        "x == y",
        "x < y",
        "x.sum()",
    ):
        assert shown(run, code) == [eval(code, {"x": x, "y": y}).tolist()]
    assert shown(run, "torch.exp(x)")[0] == pytest.approx(torch.exp(x).tolist())


def test_index() -> None:
    run = played("tensor", "index")
    assert shown(run, "X[-1]") == [[8, 9, 10, 11]]
    assert shown(run, "X[1:3]") == [[[4, 5, 6, 7], [8, 9, 10, 11]]]
    assert "X[1, 2] = 9\nX[0:2, :-1] = 12" in lines(run)
    assert run.variables["X"].tolist() == [[12, 12, 12, 3], [12, 12, 12, 7], [8, 9, 10, 11]]


def test_numpy() -> None:
    run = played("tensor", "numpy")
    for part in (".numpy()", "torch.tensor(A)", "a.item()", "float(a)", "int(a)"):
        assert part in lines(run)
    assert shown(run, "a, a.item(), float(a), int(a)")[0][1:] == [3.5, 3.5, 3]


def test_without_numbers_no_memory_is_shared() -> None:
    told = texts(played("tensor", "numpy", shape="0"))
    assert "X has no elements" in told and "copy" not in told


@pytest.mark.parametrize("sizes", [(3, 4), (2, 3, 4), (1, 1), (2, 2, 2, 2)])
def test_what_is_said_of_indices_is_true_of_any_shape(sizes: tuple[int, ...]) -> None:
    run = played("tensor", "index", shape=sizes)
    X = torch.arange(math.prod(sizes)).reshape(sizes)
    last, middle, write = (step.cell.caption for step in run if "X[" in step.cell.code)
    assert last.startswith("The last one along axis 0.")
    assert shown(run, "X[-1]") == [X.select(0, sizes[0] - 1).tolist()]
    assert middle.startswith("From 1 up to 3 along axis 0.")
    assert shown(run, "X[1:3]") == [X.narrow(0, 1, min(sizes[0], 3) - 1).tolist()]
    assert "one place of axes 0 and 1" in write
    X.select(0, min(1, sizes[0] - 1)).select(0, min(2, sizes[1] - 1)).fill_(9)
    assert write.endswith("the first two along axis 0, all but the last one along axis 1.")
    X.narrow(0, 0, min(2, sizes[0])).narrow(1, 0, sizes[1] - 1).fill_(12)
    assert torch.equal(run.variables["X"], X)


def test_parameters_of_the_notes_with_their_defaults() -> None:
    run = played("tensor", "parameters")
    assert "dir(torch)" in lines(run)
    (rows,) = tables(run.notes)
    names = {(row["parameter"]) for row in rows}
    assert names == {"start", "end", "step", "size", "tensors", "dim", "input", "shape"}
    functions = " ".join(row["function"] for row in rows)
    for name in notes.BOOK:
        assert f"{name}(" in functions
    told = {row["parameter"]: row["meaning"] for row in rows}
    raw = " ".join((torch.arange.__doc__ or "").replace("`", "").split())
    assert told["step"] in raw
    assert "Default" in told["start"]


def test_the_default_page_asks_what_it_is_about() -> None:
    main = [section.name for section in load("tensor").of(Kind.MAIN)]
    assert main == ["create", "reshape", "cat", "arithmetic", "index", "numpy"]
    assert asks("tensor", *main) >= 2


# Where readers go wrong


def test_reshape_is_a_view_and_not_a_transpose() -> None:
    run = played("tensor", "views")
    assert shown(run, "V.data_ptr() == X.data_ptr()") == [True]
    assert shown(run, "C, C.data_ptr() == X.data_ptr()")[0][1] is False
    with pytest.raises(RuntimeError) as caught:
        torch.arange(6).reshape(2, 3).T.view(6)
    assert str(caught.value) in printed(run)
    rows, columns = shown(played("tensor", "transpose"), "X.reshape(3, 2), X.T")[0]
    assert rows == [[0, 1], [2, 3], [4, 5]]
    assert columns == [[0, 3], [1, 4], [2, 5]]


def test_dtypes() -> None:
    run = played("tensor", "dtypes")
    first = shown(run, "torch.arange(3).dtype, torch.arange(3.0).dtype")[0]
    assert first == ["torch.int64", "torch.float32"]
    with pytest.raises(RuntimeError) as caught:
        torch.arange(3).mean()
    assert str(caught.value) in printed(run)
    assert shown(run, "n") == [[3, 1, 2]]


def test_constructors() -> None:
    run = played("tensor", "constructors")
    assert shown(run, "torch.Tensor(3).shape") == [[3]]
    assert shown(run, "torch.tensor(3), torch.tensor(3).shape") == [[3, []]]


def test_views_copies_clone_and_detach() -> None:
    run = played("tensor", "slices")
    assert shown(run, "rows[0, 0], picked[0, 0]") == [[-1, 0]]
    assert "change with x; the copies do not" in texts(run)
    run = played("tensor", "clone")
    assert shown(run, "c.data_ptr() == x.data_ptr(), c.requires_grad") == [[False, True]]
    assert shown(run, "d.data_ptr() == x.data_ptr(), d.requires_grad") == [[True, False]]


def test_writing_into_what_is_there() -> None:
    run = played("tensor", "write")
    assert "torch.zeros_like(Y)" in lines(run)
    assert "Z[:] = X + Y" in lines(run)
    assert run.variables["Z"].tolist() == [1, 2, 3, 4]
    assert "still the same tensor" in texts(run)


# Tensors of one's own


def test_own_numbers_reach_indexing() -> None:
    run = played("tensor", "index", data="[[1,2],[3,4]]")
    assert shown(run, "X[-1]") == [[3, 4]]
    assert run.variables["X"].tolist() == [[12, 2], [12, 9]]


@pytest.mark.parametrize("text", ["2,3,4", "2，3，4", "（2，3，4）", "(2, 3, 4)"])
def test_shapes_as_they_are_typed(text: str) -> None:
    run = played("tensor", "shape", shape=text)
    assert shown(run, "x.shape") == [[2, 3, 4]]
    assert run.played.request.title == "A tensor of shape (2, 3, 4): 24 elements"


@given(SIZES)
def test_any_shape_runs_through_every_section(sizes: tuple[int, ...]) -> None:
    run = played("tensor", shape=sizes)
    assert run.error is None
    assert run.variables["x"].shape == sizes


@pytest.mark.parametrize("numbers", ["nan,inf,-inf,0", "1e300", "[]", "[[]]", "5", "[[1.5],[2]]"])
def test_any_numbers_run_through(numbers: str) -> None:
    assert played("tensor", data=numbers).error is None


def test_overflow_is_told() -> None:
    told = texts(played("tensor", data="3000000000,4000000000"))
    assert "Overflow: x**y needs more than the 63 bits" in told
    told = texts(played("tensor", data=f"{LARGE},1"))
    assert "Overflow: x + y, x * y, x**y and x.sum() need" in told


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"shape": "20000,20000"}, "at most 100,000,000"),
        ({"shape": "2", "data": "1,2"}, "leave out one of the two"),
        ({"data": "true,false"}, "is no number"),
        ({"function": "__import__"}, "no name of a function"),
    ],
)
def test_what_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(Misuse, match=said):
        played("tensor", **options)


# Notes over hostile tensors


@given(WHOLE)
def test_overflow_is_where_python_counts_on(numbers: list[int]) -> None:
    x = torch.tensor(numbers, dtype=torch.int64)
    y = torch.full_like(x, 2)
    exact = {
        "x + y": [n + 2 for n in numbers],
        "x - y": [n - 2 for n in numbers],
        "x * y": [n * 2 for n in numbers],
        "x**y": [n**2 for n in numbers],
        "x.sum()": [sum(numbers)],
    }
    wrong = [
        code for code, found in exact.items() if any(not -LARGE - 1 <= n <= LARGE for n in found)
    ]
    assert notes.overflown(x, y) == wrong


@given(SIZES, st.sampled_from([torch.int64, torch.float32, torch.float64, torch.bool]))
def test_notes_never_fail(sizes: tuple[int, ...], dtype: torch.dtype) -> None:
    x = torch.zeros(sizes, dtype=dtype)
    list(notes.reshape(x, 0, 3) if not x.numel() else notes.reshape(x, 1, x.numel()))
    list(notes.numpy(x, x.numpy()))
    if dtype is not torch.bool:
        list(notes.arithmetic(x, torch.full(sizes, 2)))
    list(notes.create(torch.full((2, 3), float("nan"))))


def request_for(name: str) -> Request:
    return Request("tensor", values={"function": name})


@pytest.mark.parametrize(
    "function", [torch.arange, torch.manual_seed, torch.einsum, torch.nn.Linear, torch.float32, 3]
)
def test_parameters_of_anything(function: Any) -> None:
    found: list[Note] = list(notes.parameters(function, request_for("x")))
    assert found


def test_a_function_that_is_not_there() -> None:
    assert "no attribute 'nonsense'" in str(
        played("tensor", "parameters", function="nonsense").error
    )


def test_parameters_of_a_function_that_says_them_in_python_style() -> None:
    (rows,) = tables(notes.parameters(torch.manual_seed, request_for("manual_seed")))
    assert [row["parameter"] for row in rows] == ["seed"]
    assert "manual_seed(seed)" in said(notes.parameters(torch.manual_seed, request_for("x")))


def test_parameters_are_those_of_the_list_of_arguments() -> None:
    """The words of einsum's text, such as ``comma (',')``, are no parameters."""
    (rows,) = tables(notes.parameters(torch.einsum, request_for("einsum")))
    assert [row["parameter"] for row in rows] == ["equation", "operands"]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=3).map(tuple))
def test_reshape_shows_two_shapes_that_are_new(shape: tuple[int, ...]) -> None:
    run = played("tensor", "reshape", shape=shape)
    values = run.played.request.values
    x = run.variables["x"]
    first = tuple(x.reshape(values["rows"], values["columns"]).shape)
    second = tuple(x.reshape(-1, values["last"]).shape)
    others = [pair for pair in _pairs(x.numel()) if pair != shape]
    assert first != shape or not others
    assert first != second or len(others) < 2
    assert second != shape or len(others) < 2


def _pairs(elements: int) -> list[tuple[int, int]]:
    return [(a, elements // a) for a in range(1, elements + 1) if elements % a == 0]


def test_reshape_of_two_by_three() -> None:
    run = played("tensor", "reshape", data="[[1,2,3],[4,5,6]]")
    assert shape(run, "x.reshape(3, 2)") == [(3, 2)]
    assert shape(run, "x.reshape(-1, 6)") == [(1, 6)]


@pytest.mark.parametrize("data", ["[[1,2,3],[4,5,6]]", "[[-1,-1],[-1,-1]]", "[[nan,1.5],[2,3]]"])
def test_views_and_slices_of_a_reader_s_own_matrix(data: str) -> None:
    run = played("tensor", "views", data=data)
    X = run.variables["X"]
    assert shown(run, "V.data_ptr() == X.data_ptr()") == [True]
    assert float(X[0, 0]) == 100
    with pytest.raises(RuntimeError) as caught:
        X.T.view(X.numel())
    assert str(caught.value) in printed(run)
    assert "reshape copied it" in texts(run)
    run = played("tensor", "slices", data=data)
    assert bool((run.variables["rows"] == -1).all())
    assert "change with x; the copies do not" in texts(run)


@pytest.mark.parametrize("shape", [(), (3,), (1, 3), (2, 0), (2, 3, 4)])
def test_views_and_slices_take_a_matrix(shape: tuple[int, ...]) -> None:
    told = texts(played("tensor", "views", "slices", shape=shape))
    for topic in ("views", "slices"):
        assert f"{topic}: it takes" in told and f"not {shape}" in told
