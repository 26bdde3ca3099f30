"""``d2l norm``: the study notes' lines, where readers go wrong, and vectors of one's own."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.errors import Misuse
from d2lcli.notes import norm as notes

from .helper import asks, lines, played, printed, said, shape, shown, tables, texts

NUMBERS = st.sampled_from([0.0, 1.0, -1.0, 3.0, 1e-9, 1e99, -1e308, math.nan, -math.inf])


# The rows of the study notes


def test_the_books_norms() -> None:
    run = played("norm")
    assert shown(run, "torch.norm(u)") == [5]
    assert shown(run, "torch.abs(u).sum()") == [7]
    assert shown(run, "torch.norm(torch.ones(4, 9))") == [6]
    assert shown(run, "rows") == [[3, 3, 3, 3]]
    assert shown(run, "torch.linalg.vector_norm(rows)") == [6]
    assert shown(run, "torch.linalg.matrix_norm(torch.ones(4, 9))") == [6]
    assert asks("norm", "vector", "matrix") >= 2


def test_each_beside_its_definition() -> None:
    (rows,) = tables(played("norm", "vector").notes)
    assert [row["p"] for row in rows] == ["1", "2", "3", "∞"]
    for row, expected in zip(rows, (7, 5, 91 ** (1 / 3), 4), strict=True):
        assert row["norm"] == pytest.approx(expected)
        assert row["definition"] == pytest.approx(expected)


# Where readers go wrong


def test_ones_cannot_tell_three_norms_apart() -> None:
    run = played("norm", "alike")
    assert shown(run, 'norm(ones), norm(ones, 2), norm(ones, "nuc")')[0] == pytest.approx([6] * 3)
    apart = shown(run, 'norm(K), norm(K, 2), norm(K, "nuc")')[0]
    assert len({round(value, 3) for value in apart}) == 3


def test_norm_flattens_a_matrix() -> None:
    run = played("norm", "flattened")
    assert shown(run, "torch.norm(K, p=1), K.abs().sum()") == [[10, 10]]
    code = "torch.linalg.matrix_norm(K, 1), K.abs().sum(dim=0).max()"
    assert shown(run, code) == [[6, 6]]


def test_whole_numbers_have_no_norm() -> None:
    run = played("norm", "integers")
    with pytest.raises(RuntimeError) as caught:
        torch.norm(torch.tensor([3, 4]))
    assert str(caught.value) in printed(run)
    assert shown(run, "torch.norm(n.float())") == [5]


def test_the_gradient_where_the_norm_is_0() -> None:
    first, second = shown(played("norm", "zero"), "x.grad")
    assert all(map(math.isnan, map(float, first)))
    assert second == [0, 0]


# Vectors, matrices and orders of one's own


@pytest.mark.parametrize(
    ("vector", "p", "expected"),
    [("3,-4,12", None, 13), ("3,-4,12", "inf", 13), ("1，2，2", 1.5, 3), ([8, 15], "2", 17)],
)
def test_own_vectors(vector: object, p: object, expected: float) -> None:
    run = played("norm", vector=vector, p=p)
    assert shown(run, "torch.norm(u)") == [expected]
    assert "dtype=torch.float64" in lines(run)


@pytest.mark.parametrize("p", [1.0, 1.5, 2.0, 7.0, 100.0, math.inf])
def test_own_orders_are_those_of_python(p: float) -> None:
    (rows,) = tables(played("norm", vector=[3, -4, 12], p=p).notes)
    found = {row["p"]: row["norm"] for row in rows}
    expected = 12 if p == math.inf else (3**p + 4**p + 12**p) ** (1 / p)
    assert found[f"{p:g}".replace("inf", "∞")] == pytest.approx(expected, rel=1e-12)


def test_own_matrices() -> None:
    run = played("norm", matrix="[[1,2],[3,4]]")
    (rows,) = tables(run.notes)
    M = torch.tensor([[1.0, 2], [3, 4]], dtype=torch.float64)
    values = torch.linalg.svdvals(M)
    by_hand = [float((M**2).sum()) ** 0.5, float(values[0]), float(values.sum()), 6, 7]
    assert [row["norm"] for row in rows] == pytest.approx(by_hand)
    assert [row["definition"] for row in rows] == pytest.approx(by_hand)


@pytest.mark.parametrize(
    ("matrix", "says"),
    [
        ("[[1,2],[3,4]]", "2 singular values are not 0"),
        ("[[1,1],[1,1]]", "One singular value alone is more than rounding"),
        ("[[1e-20,0],[0,1]]", "One singular value alone is more than rounding"),
        ("[[1,0],[0,1e-13]]", "2 singular values are more than rounding, but one outweighs"),
        ("[[1,0],[0,1e-6]]", "2 singular values are not 0, so the nuclear norm is larger"),
        ("[[1,2,3]]", "There is one singular value, so"),
        ("[[0,0],[0,0]]", "All numbers are 0"),
    ],
)
def test_what_is_said_of_singular_values(matrix: str, says: str) -> None:
    assert says in texts(played("norm", matrix=matrix))


@pytest.mark.parametrize(
    ("options", "sizes"),
    [
        ({"dim": "0,1"}, (4,)),
        ({"dim": -1}, (2, 3)),
        ({"data": [[1, 2], [3, 4]]}, (2,)),
        ({"data": [[1, 2], [3, 4]], "dim": 0}, (2,)),
        ({"data": "[[],[]]"}, (2,)),
    ],
)
def test_norms_along_axes(options: dict[str, Any], sizes: tuple[int, ...]) -> None:
    run = played("norm", **options)
    dim = run.played.request.values["dim"]
    assert shape(run, f"torch.linalg.vector_norm(T, dim={dim})") == [sizes]
    assert f"became {sizes}," in texts(run)


@pytest.mark.parametrize(
    ("vector", "says"),
    [
        ("5", "One element alone is not 0: all norms are its size, 5."),
        ("0,-5,0", "all norms are its size, 5."),
        ("0,0", "Zeros alone have length 0"),
        ("nan,1", "Not every element is finite"),
        ("inf,1", "Not every element is finite"),
        ("1e99,1", "To 9 digits all are 1e99"),
        ("1e-12,1", "To 9 digits all are 1: one element"),
        ("1e-6,1", "from 1.000001 down to 1, to 9 digits."),
        ("1,1", "The larger p, the smaller the norm: 2 for p = 1, 1 for p = ∞"),
    ],
)
def test_what_is_said_of_vectors(vector: str, says: str) -> None:
    assert says in texts(played("norm", vector=vector))


def test_orders_that_are_close_to_each_other_have_names_of_their_own() -> None:
    (rows,) = tables(played("norm", vector=[1, 1], p=1.0000001).notes)
    assert [row["p"] for row in rows] == ["1", "1.0000001", "2", "∞"]
    run = played("norm", vector=[1, 1], p=1.0000000001)
    assert [row["p"] for row in tables(run.notes)[0]] == ["1", "1.0000000001", "2", "∞"]
    assert run.played.request.title.endswith("p = 1.0000000001")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"p": 0.5}, "a norm has an order of 1 or more"),
        ({"p": "nan"}, "a norm has an order of 1 or more"),
        ({"p": 1e6}, "do not fit into a float"),
        ({"dim": 5}, "has no such axis; give one from -3 to 2"),
        ({"dim": "1,-2"}, "two of them are the same axis"),
        ({"data": 5, "dim": 0}, "a number has no axes"),
        ({"matrix": "1,2"}, "a matrix has two axes"),
        ({"matrix": "[[nan,1]]"}, "give finite numbers"),
        ({"vector": "1e101"}, "powers of 1e.101 leave the range of floats"),
    ],
)
def test_what_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(Misuse, match=said):
        played("norm", **options)


# Notes over hostile tensors


@given(st.lists(NUMBERS, max_size=4), st.sampled_from([1.0, 1.5, 3.0, 400.0, math.inf]))
def test_what_is_said_of_any_vector_is_true(numbers: list[float], p: float) -> None:
    u = torch.tensor(numbers, dtype=torch.float64)
    told = said(notes.vector(u, p))
    assert told == said(notes.order(u, p))
    norms = [float(torch.linalg.vector_norm(u, q)) for q in (1, 2, math.inf)] if numbers else [0]
    if "Not every element is finite" in told:
        assert not bool(u.isfinite().all())
    if "One element alone is not 0" in told:
        assert len({*norms}) == 1
    if "the smaller the norm" in told:
        assert norms[0] > norms[1] > norms[2]
    if "all are" in told:
        assert norms[0] == pytest.approx(norms[2], rel=1e-8)


@given(st.lists(st.lists(NUMBERS, min_size=2, max_size=2), max_size=3))
def test_what_is_said_of_any_matrix_is_true(rows: list[list[float]]) -> None:
    M = torch.tensor(rows, dtype=torch.float64).reshape(-1, 2)
    told = said(notes.kinds(M))
    if "nuclear norm agree" in told:
        spectral = float(torch.linalg.matrix_norm(M, 2))
        assert float(torch.linalg.matrix_norm(M, "nuc")) == pytest.approx(spectral, rel=1e-8)
    if "All numbers are 0" in told:
        assert not bool(M.any())


@pytest.mark.parametrize(
    ("sizes", "dim"), [((), ()), ((0,), 0), ((2, 0), 1), ((2, 3, 4), (0, -1)), ((1,), (0,))]
)
def test_norms_along_any_axes(sizes: tuple[int, ...], dim: int | tuple[int, ...]) -> None:
    list(notes.axes(torch.ones(sizes), dim))
