"""``d2l linalg``: the study notes' lines, where readers go wrong, and tensors of one's own."""

from __future__ import annotations

import ast
import math
from fractions import Fraction
from typing import Any

import pytest
import sympy
import torch
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.broadcasting import Shape
from d2lcli.concepts.linalg import pair
from d2lcli.errors import Misuse
from d2lcli.lesson import Kind, load
from d2lcli.multiplying import product as shape_of
from d2lcli.notes import linalg as notes

from .helper import asks, lines, played, printed, said, shape, shown, tables, texts

LARGE = 2**63 - 1
SHAPES = st.lists(st.sampled_from([0, 1, 2, 3, 10**10]), max_size=4).map(tuple)


def rows_of(size: int) -> st.SearchStrategy[list[float]]:
    """Rows that are often dependent."""
    numbers = st.sampled_from([0.0, 1.0, -1.0, 2.0, 0.1, 1e-10, 1e5])
    return st.lists(numbers, min_size=size, max_size=size)


# The rows of the study notes


def test_sums_along_axes() -> None:
    run = played("linalg", "reduce")
    A = torch.arange(24).reshape((2, 3, 4))
    assert "A = torch.arange(24).reshape((2, 3, 4))" in lines(run)
    assert shown(run, "A.sum()") == [276]
    assert shown(run, "A.sum(axis=1)") == [A.sum(1).tolist()]
    assert "A1 = A.sum(axis=1, keepdims=True)\nA / A1" in lines(run)
    assert shown(run, "(A / A1).sum(axis=1)")[0] == [pytest.approx([1] * 4)] * 2
    assert "(2, 3, 4) became (2, 4), with keepdims (2, 1, 4). The shares add up to 1" in texts(run)


def test_means_and_running_sums() -> None:
    run = played("linalg", "mean")
    A = torch.arange(24).reshape((2, 3, 4))
    assert shown(run, "A.double().mean(), A.sum() / A.numel()") == [[11.5, 11.5]]
    mine, divided = shown(run, "A.double().mean(axis=1), A.sum(axis=1) / 3")[0]
    assert mine == divided == A.double().mean(1).tolist()
    assert shown(run, "A.cumsum(axis=0)") == [A.cumsum(0).tolist()]


def test_products_use_the_books_matrix_as_floats() -> None:
    run = played("linalg", "products")
    M = torch.arange(24).reshape((2, 3, 4))[0].float()
    x, y = run.variables["x"], run.variables["y"]
    assert torch.equal(run.variables["M"], M)
    assert shown(run, "torch.dot(x, y), (x * y).sum()") == [[5, 5]]
    assert float(x @ y) == 5
    assert shown(run, "torch.mv(M, x)") == [(M @ x).tolist()]
    assert shown(run, "torch.mm(M, B)") == [(M @ run.variables["B"]).tolist()]


def test_scalars_and_vectors() -> None:
    run = played("linalg", "vectors")
    assert shown(run, "a + b, a * b, a / b, a**b") == [[5, 6, 1.5, 9]]
    assert shown(run, "x[3], len(x), x.shape") == [[3, 4, [4]]]


def test_matrices() -> None:
    run = played("linalg", "matrices")
    B = torch.arange(12).reshape(3, 4)
    assert shape(run, "B.T") == [(4, 3)]
    assert shown(run, "S == S.T") == [[[True] * 3] * 3]
    assert "C = B.clone()\nB + C" in lines(run)
    assert shown(run, "B * C") == [(B * B).tolist()]
    assert shown(run, "2 + B, (2 * B).shape") == [[(2 + B).tolist(), [3, 4]]]


def test_the_default_page_asks_what_it_is_about() -> None:
    main = [section.name for section in load("linalg").of(Kind.MAIN)]
    assert main == ["vectors", "reduce", "mean", "products"]
    assert asks("linalg", *main) >= 2


# Where readers go wrong


def test_which_axis_disappears() -> None:
    run = played("linalg", "axis")
    assert shown(run, "T.sum(axis=[0, 1]).shape, T.sum(axis=[0, 1, 2]) == T.sum()") == [[[4], True]]
    (rows,) = tables(run.notes)
    assert [(row["axis"], row["after"], row["with keepdim"]) for row in rows] == [
        ("✗, 3, 4", "(3, 4)", "(1, 3, 4)"),
        ("2, ✗, 4", "(2, 4)", "(2, 1, 4)"),
        ("2, 3, ✗", "(2, 3)", "(2, 3, 1)"),
    ]


def test_shares_without_keepdims() -> None:
    run = played("linalg", "shares")
    M = torch.ones(5, 4)
    with pytest.raises(RuntimeError) as caught:
        M / M.sum(1)
    assert str(caught.value) in printed(run)
    wrong = shown(run, "(S / S.sum(axis=1)).sum(axis=1)")[0]
    assert all(abs(total - 1) > 0.1 for total in wrong)
    right = shown(run, "(S / S.sum(axis=1, keepdims=True)).sum(axis=1)")[0]
    assert right == pytest.approx([1] * 5)


def test_products_need_equal_dtypes() -> None:
    run = played("linalg", "dtypes")
    n, f = torch.arange(4), torch.ones(4)
    N = torch.arange(12).reshape(3, 4)
    for product, factors in ((torch.dot, (n, f)), (torch.mv, (N, f)), (torch.mm, (N, f[:, None]))):
        with pytest.raises(RuntimeError) as caught:
            product(*factors)
        assert str(caught.value) in printed(run)
    assert shown(run, "n * f") == [[0, 1, 2, 3]]


def test_the_transpose_of_three_axes_warns() -> None:
    run = played("linalg", "transpose")
    assert shown(run, "T.T.shape") == [[4, 3, 2]]
    assert shown(run, "T.mT.shape") == [[2, 4, 3]]
    assert [bool(step.warnings) for step in run if "T.T.shape" in step.cell.code] == [True]


def test_einsum_beside_the_products() -> None:
    run = played("linalg", "einsum")
    assert shown(run, 'torch.einsum("i,i->", x, y), torch.dot(x, y)') == [[6, 6]]
    assert shown(run, 'torch.equal(torch.einsum("ij,jk->ik", M, B), torch.mm(M, B))') == [True]


def test_a_matrix_without_an_inverse() -> None:
    run = played("linalg", "singular")
    with pytest.raises(RuntimeError) as caught:
        torch.linalg.inv(torch.tensor([[4.0, 2.0], [2.0, 1.0]]))
    assert str(caught.value) in printed(run)
    rank, determinant = shown(run, "torch.linalg.matrix_rank(M), torch.linalg.det(M)")[0]
    assert (rank, str(determinant)) == (1, "0.0"), "−0 would need a word"
    assert "The rank is 1 of 2: no inverse, for the rows depend on each other." in texts(run)


@pytest.mark.parametrize(
    ("data", "counted"), [("[[1e-5,0],[0,1e5]]", 1), ("[[1,2],[3,4]]", 2), ("[[2,2],[1,1]]", 1)]
)
def test_pinv_is_the_inverse_where_all_directions_are_counted(data: str, counted: int) -> None:
    run = played("linalg", "singular", data=data)
    M, b = run.variables["M"], run.variables["b"]
    captions = [step.cell.caption for step in run]
    assert any("directions that matrix_rank counts: where these are all" in c for c in captions)
    assert shown(run, "torch.linalg.matrix_rank(M), torch.linalg.det(M)")[0][0] == counted
    both = torch.linalg.pinv(M) @ M
    assert bool(torch.isclose(both, torch.eye(2, dtype=M.dtype), atol=1e-6).all()) == (counted == 2)
    solved = torch.linalg.lstsq(M, b, driver="gelsd").solution
    assert torch.allclose(solved, torch.linalg.pinv(M) @ b)


def test_a_matrix_of_one_s_own_that_has_an_inverse() -> None:
    run = played("linalg", "singular", data="[[1,2],[3,4]]")
    M = torch.tensor([[1.0, 2], [3, 4]], dtype=torch.float64)
    assert str(torch.linalg.inv(M)) in printed(run)
    assert "this matrix has an inverse, and its determinant is −2." in texts(run)
    assert f"torch.linalg.cond, is {float(torch.linalg.cond(M)):.2g}:" in texts(run)


@given(st.integers(1, 4).flatmap(lambda n: st.lists(rows_of(n), min_size=n, max_size=n)))
def test_rank_and_determinant_are_those_of_fractions(rows: list[list[float]]) -> None:
    exact = sympy.Matrix([[sympy.Rational(*x.as_integer_ratio()) for x in row] for row in rows])
    rank, determinant = notes.eliminated(rows)
    assert rank == exact.rank()
    assert determinant == Fraction(int(exact.det().p), int(exact.det().q))
    told = said(notes.singular(torch.tensor(rows, dtype=torch.float64)))
    assert ("this matrix has an inverse" in told) == (rank == len(rows))


@pytest.mark.parametrize(
    "data", ["[[1,2,3],[4,5,6]]", "[[1.5,2],[3,4]]", f"[[{LARGE}]]", "[[1e300]]"]
)
def test_products_of_a_matrix_of_one_s_own(data: str) -> None:
    run = played("linalg", "products", data=data)
    M, x, B = (run.variables[name] for name in "MxB")
    assert torch.equal(M, torch.tensor(ast.literal_eval(data), dtype=M.dtype))
    assert shown(run, "torch.mv(M, x)") == [(M @ x).tolist()]
    assert torch.equal(B, M.T)
    assert shown(run, "torch.mm(M, B)") == [(M @ M.T).tolist()]


@pytest.mark.parametrize("options", [{"data": "1,2"}, {"shape": "2,3,4"}, {"data": 5}])
def test_products_and_inverses_take_a_matrix(options: dict[str, Any]) -> None:
    told = texts(played("linalg", "products", "singular", **options))
    assert "products: it takes a matrix, not" in told
    assert "singular: it takes a square matrix, not" in told


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"data": "[[nan,1],[1,1]]"}, "singular: it takes finite numbers"),
        ({"shape": "0,0"}, "singular: it takes a matrix with a row at least"),
        ({"data": "[[0]]"}, "The rank is 0 of 1: no inverse, for its only number is 0."),
        ({"data": "[[1,2,3],[4,5,6],[7,8,10]]"}, "is 88: rounding can cost about 2 digits"),
        ({"data": "[[1e-200,0],[0,1e-200]]"}, "The rank is 2 of 2: this matrix has an inverse."),
        ({"shape": "200,200"}, "singular: it takes at most 100 rows"),
        ({"shape": "20,20"}, "Up to rounding the rank is 2 of 20"),
        ({"data": "[[1,0],[0,1e-10]]"}, "matrix_rank counts 1"),
        ({"data": "[[1,2],[2,4.0]]"}, "The determinant is 0"),
    ],
)
def test_inverses_of_other_matrices(options: dict[str, Any], said: str) -> None:
    assert said in texts(played("linalg", "singular", **options))


# Tensors of one's own


@pytest.mark.parametrize(
    ("options", "after"),
    [
        ({"dim": "0,1"}, (4,)),
        ({"dim": "-1"}, (2, 3)),
        ({"dim": (0, -1)}, (3,)),
        ({"shape": "2,3,4", "dim": "0,1,2"}, ()),
        ({"shape": "5"}, ()),
        ({"data": "[[1,2],[3,4]]"}, (2,)),
        ({"shape": "0,3"}, (0,)),
    ],
)
def test_several_axes(options: dict[str, Any], after: Shape) -> None:
    run = played("linalg", **options)
    assert f"became {after}," in texts(run)
    assert run.variables["A"].sum(run.played.request.values["dim"]).shape == after


@pytest.mark.parametrize(
    ("numbers", "says", "not_said"),
    [
        ("-9.8,9.7,0.1", "Rounding is as large as some of the sums", "add up to 1,"),
        ("30000000.0,1,-30000000,1", "0.5 and 0.25 differ: the sum in float32", "Overflow"),
        (f"{LARGE},1", "Overflow", "shares"),
        (f"{LARGE},0", "The shares add up to 1", "Overflow"),
        (f"[[{LARGE},1],[{-LARGE},-1]]", "Overflow", "shares"),
        ("[]", "no elements, so there are no shares", "add up"),
        ("nan,1", "Not every number is finite, so not every share is.", "Overflow"),
        ("[[1,nan],[3,4]]", "so not every share is.", "neither"),
        ("1e38,3e38,3e38", "A sum overflows in float32, so its shares are wrong.", "Rounding is"),
        (
            "1e38,3e38,3e38",
            "Adding up overflows in float32, so A.sum() / A.numel() is ∞.",
            "differ",
        ),
        ("[1e16,1,-1e16]", "Rounding is as large as some of the sums", "sum is 0"),
        ("[1e16,1,-1e16]", "the mean is 0.33333.", "The mean is 0"),
        ("[[1e16,-1e16],[0.5,-0.5]]", "2 sums are 0, and nothing has a share of 0", "Rounding is"),
        ("0,0", "1 sum is 0, and nothing has a share of 0", "add up"),
        ("[[1,-1],[2,3]]", "1 sum is 0", "add up"),
        ("[[1,2],[3,4]]", "The shares add up to 1, up to rounding", "differ"),
    ],
)
def test_what_is_said_of_shares_and_means(numbers: str, says: str, not_said: str) -> None:
    told = texts(played("linalg", data=numbers))
    assert says in told
    assert not_said not in told


@pytest.mark.parametrize("options", [{"data": 5}, {"shape": ()}])
def test_a_number_has_no_axes(options: dict[str, Any]) -> None:
    assert "reduce: a number has no axis to sum along" in texts(played("linalg", **options))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"dim": "3"}, "has no such axis; give one from -3 to 2"),
        ({"dim": "0,-3"}, "two of them are the same axis"),
        ({"data": "5", "dim": "0"}, "a number has no axes"),
        ({"shape": "20000,20000"}, "at most 10,000,000"),
        ({"shape": "2", "data": "1,2"}, "leave out one of the two"),
        ({"multiply": ((2, 3), (3, 4), (4, 5))}, "@ multiplies two"),
        ({"multiply": ("2,3",)}, "@ multiplies two; give another, such as 2,3 3,4"),
        ({"multiply": "2,3"}, "@ multiplies two; give another, such as 2,3 3,4"),
        ({"multiply": "2x3"}, "shape 2,3: @ multiplies two"),
        ({"multiply": " "}, "nothing is there; give two, such as 2,3 3,4"),
        ({"multiply": ((10**10, 10**10), (10**10, 3))}, "no tensor has so many elements"),
    ],
)
def test_what_is_refused(options: dict[str, Any], said: str) -> None:
    with pytest.raises(Misuse, match=said):
        played("linalg", **options)


# Products of one's own shapes


def test_two_shapes_that_multiply() -> None:
    run = played("linalg", multiply="2,3 3,4")
    assert shown(run, "(A @ B).shape") == [[2, 4]]
    assert "3 products are added up for each element" in texts(run)
    assert "1 product is added up" in texts(played("linalg", multiply=((1,), (1,))))


@pytest.mark.parametrize(
    ("pair", "says", "refused"),
    [
        (((2, 3), (2, 3)), "They meet: 3 and 2 do not fit.", "make them equal"),
        (
            ((2, 3), (4, 5)),
            "No transpose and no new axis helps",
            "has 3 and the axis that it meets 4",
        ),
        (((), (3,)), "write *", "no matrix product; write *"),
        (((3,), (4,)), "This was tried, and works", "make them equal"),
        (((5, 2, 3), (4, 3, 4)), "Batch axis -3: 5 and 4", "make them equal, or one of them 1"),
    ],
)
def test_shapes_that_do_not_multiply(pair: tuple[Shape, Shape], says: str, refused: str) -> None:
    run = played("linalg", multiply=pair)
    assert says in texts(run)
    assert refused in str(run.error)


# Notes over hostile tensors and shapes


@given(SHAPES, SHAPES)
def test_repairs_work_as_they_are_written(left: Shape, right: Shape) -> None:
    for code, result in notes.repairs(left, right):
        names = {
            "torch": torch,
            "A": torch.empty(left, device="meta"),
            "B": torch.empty(right, device="meta"),
        }
        assert eval(code, names).shape == result
    found = [*notes.multiply(left, right), *notes.mismatch(left, right)]
    assert ("The product has the shape" in said(found)) == (shape_of(left, right) is not None)


NUMBERS = st.sampled_from([0.0, 1.0, -1.0, 0.5, 1e38, -3e38, 1e-45, math.nan, math.inf])


@given(
    st.lists(NUMBERS, min_size=0, max_size=6),
    st.sampled_from([torch.float32, torch.float64]),
)
def test_the_shares_add_up_where_it_is_said(numbers: list[float], dtype: torch.dtype) -> None:
    A = torch.tensor(numbers, dtype=dtype)
    A1 = A.sum(dim=0, keepdim=True)
    total = float((A / A1).sum())
    told = said(notes.reduce(A, A1, 0))
    assert ("The shares add up to 1" in told) == (
        bool(numbers) and math.isclose(total, 1, rel_tol=1e-3)
    )
    list(notes.mean(A, 0))


@given(st.lists(st.lists(st.integers(-LARGE, LARGE), min_size=2, max_size=2), max_size=3))
def test_overflow_is_where_python_counts_on(rows: list[list[int]]) -> None:
    A = torch.tensor(rows, dtype=torch.int64).reshape(-1, 2)
    every, each = [sum(map(sum, rows))], [*map(sum, rows)]
    for ways, sums in (([[1]], each), ([range(2), [1]], every + each)):
        beyond = any(not -LARGE - 1 <= total <= LARGE for total in sums)
        assert notes.overflown(A, *ways) == beyond


@pytest.mark.parametrize("sizes", [(), (0,), (3,), (2, 0), (1, 2, 3, 1)])
def test_other_notes_of_any_shape(sizes: Shape) -> None:
    list(notes.axis(torch.ones(sizes)))
    list(notes.reduce(torch.ones(sizes), torch.ones(sizes), ()))
    list(notes.mean(torch.ones(sizes), ()))
    list(notes.singular(torch.eye(3)))


@pytest.mark.parametrize(("left", "right"), [((5, 2, 3), (5, 3)), ((10, 5, 20), (10, 20))])
def test_a_vector_for_each_matrix_is_a_column(left: Shape, right: Shape) -> None:
    assert notes.repairs(left, right)[0] == ("A @ B.unsqueeze(-1)", (*left[:-1], 1))


@pytest.mark.parametrize("topic", ["multiply", "mismatch", "products"])
@pytest.mark.parametrize(("given", "page"), [("2,3 3,4", "multiply"), ("5x2x3 5×3", "mismatch")])
def test_shapes_have_the_page_that_suits_them(topic: str, given: str, page: str) -> None:
    from d2lcli.concepts.linalg import ask, factors

    found, topics = factors([topic, *given.split()])
    assert topics == ()
    assert ask(multiply=pair("--multiply", found)).page == (page,)
