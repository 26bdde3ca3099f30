"""The sentences of ``d2l linalg`` and ``d2l norm``."""

# ruff: noqa: E501  # sentences stand in one line, as notes say them

from __future__ import annotations

import itertools
import math
import re
from fractions import Fraction
from typing import Any

import mpmath
import numpy as np
import torch

from ..release import TORCH
from .reader import (
    Context,
    array,
    counted,
    is_shape,
    items,
    matters,
    says,
    sentence,
    shape_of,
    table,
    title,
    value,
)
from .tensors import PART, _first

EXACT = 1e-9 if TORCH > (2, 0) else 1e-6  # whose norms round p to a float32

# linalg: sums


def along(c: Context) -> tuple[int, ...]:
    given = c.options.get("dim")
    if given is not None:
        return tuple(int(axis) for axis in str(given).split(","))
    return (1,) if c.names["A"].ndim > 1 else (0,)


def sums(c: Context) -> list[tuple[Any, list[Any]]]:
    """Each sum along the axes, without rounding, and what is added up in it."""
    A = array(c.names["A"])
    axes = {axis % A.ndim for axis in along(c)}
    kept = [axis for axis in range(A.ndim) if axis not in axes]
    order = np.transpose(A, [*kept, *sorted(axes)])
    count = math.prod(A.shape[axis] for axis in axes)
    rows = order.reshape(-1, count) if A.size else np.empty((0, 1))
    found: list[tuple[Any, list[Any]]] = []
    for row in rows.tolist():
        finite = all(math.isfinite(x) for x in row)
        found.append((sum(map(Fraction, row)) if finite else math.nan, row))
    return found


@sentence(
    "linalg",
    r"(?:Axis|Axes) (.+?) (?:is|are) gone: (<S>) became (<S>), with keepdims (<S>)\.",
)
def gone(c: Context, axes: str, before: str, after: str, kept: str) -> None:
    A = array(c.names["A"])
    assert [int(axis.replace("−", "-")) for axis in items(axes)] == [*along(c)]
    is_shape(before, A.shape)
    is_shape(after, A.sum(axis=along(c)).shape)
    is_shape(kept, A.sum(axis=along(c), keepdims=True).shape)


@sentence("linalg", r"There are no elements, so there are no shares\.")
def no_elements(c: Context) -> None:
    assert c.names["A"].numel() == 0


@sentence("linalg", r"([\d,]+) sums? (?:is|are) 0, and nothing has a share of 0\.")
def zeros(c: Context, told: str) -> None:
    A = array(c.names["A"])
    with np.errstate(all="ignore"):
        shown = A.sum(axis=along(c))
    assert counted(told) == int((shown == 0).sum())
    assert counted(told) == sum(total == 0 for total, _ in sums(c)), "rounding makes one 0"


@sentence("linalg", r"Not every number is finite, so not every share is\.")
def not_finite(c: Context) -> None:
    A = array(c.names["A"])
    assert not np.isfinite(A).all()
    with np.errstate(all="ignore"):
        assert not np.isfinite(A / A.sum(axis=along(c), keepdims=True)).all()


@sentence("linalg", r"Rounding is as large as some of the sums: their shares do not add up to 1\.")
def rounding(c: Context) -> None:
    A = array(c.names["A"])
    dtype = A.dtype if A.dtype.kind == "f" else np.float32  # what their quotient is
    eps = float(np.finfo(dtype).eps)
    found = []
    for total, row in sums(c):
        sizes = sum(abs(Fraction(x)) for x in row)
        assert sizes < Fraction(float(np.finfo(dtype).max)), "that is overflow, not rounding"
        found.append(abs(total) < 2000 * eps * len(row) * sizes)
    assert any(found)


@sentence("linalg", r"The shares add up to 1, up to rounding\.")
def add_up(c: Context) -> None:
    A = array(c.names["A"])
    if A.dtype.kind == "i":
        A = A.astype(object)
    limit = 2**63 if A.dtype == object else float(np.finfo(A.dtype).max)
    for total, row in sums(c):
        assert total != 0, "a sum is 0"
        assert -limit <= total < limit, "a sum does not fit"
        assert abs(sum(float(Fraction(x) / Fraction(total)) for x in row) - 1) < 1e-6
    with np.errstate(all="ignore"):
        B = array(c.names["A"])
        shown = (B / B.sum(axis=along(c), keepdims=True)).sum(axis=along(c))
    assert np.allclose(shown, 1, rtol=2e-3)


@sentence(
    "linalg",
    r"Overflow: .*?63 bits of an int64.*?\.",
)
def overflow(c: Context) -> None:
    every = sum(int(x) for x in array(c.names["A"]).ravel())
    some = [every, *(int(total) for total, _ in sums(c))]
    assert any(not -(2**63) <= total < 2**63 for total in some), some


@sentence("linalg", r"(?:reduce|mean): a number has no axis to sum along")
def no_axes(c: Context) -> None:
    assert c.options.get("data", "").count("[") == 0


# linalg: products


def factors(c: Context) -> tuple[tuple[int, ...], tuple[int, ...]]:
    left, right = c.options.get("multiply") or (
        ((2, 3), (3, 4)) if c.section == "multiply" else ((2, 3), (2, 3))
    )
    return tuple(left), tuple(right)


def made(*shapes: tuple[int, ...]) -> list[Any]:
    """Arrays of these shapes, for np.matmul: only the shapes count."""
    return [np.zeros(shape, dtype=np.int8) for shape in shapes]


def product(left: tuple[int, ...], right: tuple[int, ...]) -> tuple[int, ...] | None:
    try:
        return tuple(np.matmul(*made(left, right)).shape)
    except ValueError:
        return None


@table("linalg", r"\|A\|B\|result\|")
def meetings(c: Context) -> None:
    assert c.note.table is not None
    left, right = factors(c)
    names, first, second, result, told = [[*column.values] for column in c.note.table.columns]
    for name, a, b, made_of, word in zip(names, first, second, result, told, strict=True):
        if name == "they meet":
            assert (a, b) == (left[-1], right[-2] if len(right) > 1 else right[-1])
            assert (word == "conflict") == (a != b) and made_of == "–"
        elif name == "rows of A":
            assert (a, b, made_of, word) == (left[-2], "–", left[-2], "")
        elif name == "columns of B":
            assert (a, b, made_of, word) == ("–", right[-1], right[-1], "")
        else:
            axis = int(str(name).removeprefix("batch axis "))
            sizes = [s[axis] if len(s) >= -axis and len(s) > 2 else None for s in (left, right)]
            assert (a, b) == tuple("–" if s is None else s for s in sizes)
            try:
                fits = np.broadcast_shapes(*((s,) for s in sizes if s is not None))[0]
            except ValueError:
                fits = None
            assert (word == "conflict") == (fits is None)
            assert fits is None or made_of == fits
    count = (len(left) > 1) + (len(right) > 1) + 1 + max(len(left) - 2, len(right) - 2, 0)
    assert len(names) == count


@sentence(
    "linalg",
    r"The product has the shape (<S>): along the axes that meet, ([\d,]+) products? (?:is|are) added up for "
    r"each element\.",
)
def multiplied(c: Context, shape: str, count: str) -> None:
    left, right = factors(c)
    true = product(left, right)
    assert true is not None
    is_shape(shape, true)
    assert value(count) == left[-1]


MEETING = r"(?:[Tt]hey meet|[Bb]atch axis -\d+): \d+ and \d+ do not fit"


@sentence("linalg", rf"({MEETING}(?:; {MEETING})*)\.")
def conflicts(c: Context, told: str) -> None:
    parts = told.split("; ")
    for part in parts:
        name, sizes = part.split(": ")
        a, _, b, *_ = sizes.split()
        _conflict(c, name.capitalize(), a, b)
    assert len(parts) == c.column("", -1).count("conflict") or len(set(parts)) == len(parts)


def _conflict(c: Context, name: str, a: str, b: str) -> None:
    left, right = factors(c)
    if name == "They meet":
        sizes = left[-1], right[-2] if len(right) > 1 else right[-1]
        assert sizes[0] != sizes[1]
    else:
        axis = int(name.removeprefix("Batch axis "))
        sizes = left[axis], right[axis]
        assert sizes[0] != sizes[1] and 1 not in sizes
    assert (int(a), int(b)) == sizes


@sentence("linalg", r"A number without axes has no matrix product: write \*\.")
def scalar(c: Context) -> None:
    assert () in factors(c)


@table("linalg", r"what fits\|result")
def what_fits(c: Context) -> None:
    A, B = made(*factors(c))
    for code, shape in zip(c.column("what fits"), c.column("result"), strict=True):
        is_shape(shape, _way(code, A, B).shape)


def _way(code: str, A: Any, B: Any) -> Any:  # noqa: N803
    swapped = {name: x.swapaxes(-1, -2) if x.ndim > 1 else None for name, x in (("A", A), ("B", B))}
    names = {"A": A, "B": B, "AT": swapped["A"], "BT": swapped["B"], "np": np}
    plain = (
        code.replace("A.mT", "AT").replace("B.mT", "BT").replace("torch.outer", "np.multiply.outer")
    )
    plain = re.sub(r"([AB])\.unsqueeze\((-?\d)\)", r"np.expand_dims(\1, \2)", plain)
    return eval(plain, names)


@sentence(
    "linalg",
    r"These were tried, and work; which one is right depends on what the axes mean\.",
    r"This was tried, and works; whether it is right depends on what the axes mean\.",
)
def tried(c: Context) -> None:
    count = len(c.column("what fits"))
    assert count > 0
    assert count > 1 or not c.note.text.startswith("These"), "one is not these"


@sentence("linalg", r"No transpose and no new axis helps: look where the sizes come from\.")
def no_way(c: Context) -> None:
    left, right = factors(c)

    def ways(sizes: tuple[int, ...]) -> list[tuple[int, ...]]:
        swapped = [(*sizes[:-2], sizes[-1], sizes[-2])] if len(sizes) > 1 else []
        return [sizes, *swapped]

    for a, b in itertools.product(ways(left), ways(right)):
        assert product(a, b) is None, (a, b)
        assert product(b, a) is None, (b, a)
    for place in range(len(left) + 1):
        assert product((*left[:place], 1, *left[place:]), right) is None, "a new axis of A"
    for place in range(len(right) + 1):
        assert product(left, (*right[:place], 1, *right[place:])) is None, "a new axis of B"


@table("linalg", r"sum\|before\|axis\|after\|with keepdim")
def each_axis(c: Context) -> None:
    T = np.ones((2, 3, 4))
    for axis in range(3):
        assert c.column("sum")[axis] == f"T.sum(dim={axis})"
        is_shape(c.column("before")[axis], T.shape)
        left = [str(size) for size in T.shape]
        left[axis] = "✗"
        assert c.column("axis")[axis] == ", ".join(left)
        is_shape(c.column("after")[axis], T.sum(axis=axis).shape)
        is_shape(c.column("with keepdim")[axis], T.sum(axis=axis, keepdims=True).shape)


def exactly(c: Context) -> Any:
    """The matrix of the section singular, in sympy's fractions."""
    import sympy

    return sympy.Matrix([[sympy.Rational(*x.as_integer_ratio()) for x in row]
                         for row in c.names["M"].tolist()])  # fmt: skip


@sentence(
    "linalg", r"The rank is (\d+) of ((?!1:)\d+): no inverse, for the rows depend on each other\."
)
@sentence("linalg", r"The rank is (0) of (1): no inverse, for its only number is 0\.")
@sentence("linalg", r"The rank is (\d+) of (\d+): this matrix has an inverse\.")
def rank(c: Context, told: str, size: str) -> None:
    assert int(size) == len(c.names["M"])
    if int(size) <= 12:
        assert int(told) == exactly(c).rank()


@sentence(
    "linalg",
    r"The rank is (\d+) of (\d+): this matrix has an inverse, and its determinant is (<N>)\.",
)
def determinant(c: Context, told: str, size: str, value_told: str) -> None:
    rank(c, told, size)
    says(value_told, float(exactly(c).det()))


@sentence("linalg", r"The determinant is 0( but for rounding)?\.")
def no_determinant(c: Context, rounding: str | None) -> None:
    assert exactly(c).det() == 0
    assert bool(rounding) == bool(torch.linalg.det(c.names["M"]))


@sentence("linalg", r"inv gives numbers all the same, and they are rounding\.")
def rounded(c: Context) -> None:
    assert exactly(c).det() == 0


@sentence("linalg", r"In (\w+) it is so near to one without that matrix_rank counts (\d+)\.")
def near(c: Context, dtype: str, count: str) -> None:
    M = array(c.names["M"])
    assert str(M.dtype) == dtype
    values = np.linalg.svd(M.astype(np.float64), compute_uv=False)
    least = values.max() * len(M) * np.finfo(M.dtype).eps
    assert int(count) == int((values > least).sum()) < len(M)


@sentence(
    "linalg",
    r"Its condition number, torch\.linalg\.cond, is (<N>): rounding can cost (?:about (\d+) digits?"
    r"|(hardly a digit)|(all digits)) of the inverse\.",
)
def condition(
    c: Context, told: str, digits: str | None, hardly: str | None, every: str | None
) -> None:
    M = array(c.names["M"])
    true = np.linalg.cond(M.astype(np.float64))
    if true < 1 / np.finfo(M.dtype).eps:
        assert math.isclose(value(told), true, rel_tol=0.06)
    if digits:
        assert abs(int(digits) - math.log10(true)) < 0.51
    assert not hardly or true < 3.3
    assert not every or true > 0.5 / np.finfo(M.dtype).eps


@sentence(
    "linalg",
    r"Up to rounding the rank is (\d+) of (\d+): the rows depend on each other, or nearly so\.",
)
def large_rank(c: Context, told: str, size: str) -> None:
    assert int(size) == len(c.names["M"]) > 12
    assert int(told) == np.linalg.matrix_rank(array(c.names["M"])) < int(size)


def own_shape(c: Context) -> tuple[int, ...]:
    if "data" in c.options:
        import ast

        text = str(c.options["data"]).replace("nan", "0").replace("inf", "0")
        return np.array(ast.literal_eval(text)).shape
    return tuple(int(size) for size in str(c.options["shape"]).split(",") if size)


@sentence("linalg", r"products: it takes a matrix, not (<S>)")
def no_products(c: Context, shape: str) -> None:
    is_shape(shape, own_shape(c))
    assert len(own_shape(c)) != 2


@sentence("linalg", r"products: it multiplies with the transpose: for at most ([\d,]+) numbers")
def large_products(c: Context, most: str) -> None:
    assert math.prod(own_shape(c)) > counted(most) or own_shape(c)[0] ** 2 > counted(most)


@sentence("linalg", r"singular: it takes a square matrix, not (<S>)")
def not_square(c: Context, shape: str) -> None:
    is_shape(shape, own_shape(c))
    assert len({*own_shape(c)}) != 1 or len(own_shape(c)) != 2


@sentence("linalg", r"singular: it takes a matrix with a row at least")
def no_row(c: Context) -> None:
    assert own_shape(c) == (0, 0)


@sentence("linalg", r"singular: it takes at most (\d+) rows")
def many_rows(c: Context, most: str) -> None:
    assert own_shape(c)[0] > int(most)


@sentence("linalg", r"singular: it takes finite numbers")
def finite_numbers(c: Context) -> None:
    assert re.search("nan|inf", str(c.options["data"]))


@title("linalg", r"A has no axis: there is nothing to take away")
def nothing(c: Context) -> None:
    assert c.options.get("data", "").count("[") == 0


@title("linalg", r"The sum along (.+?) takes (?:it|them) away: (<S>) becomes (<S>)")
def taken(c: Context, axes: str, before: str, after: str) -> None:
    if "A" not in c.names and {"data", "shape"} & {*c.options}:
        is_shape(before, own_shape(c))
        return
    if "A" not in c.names or not c.options or "multiply" in c.options:
        is_shape(before, (2, 3, 4))
        is_shape(after, (2, 4))
        return
    A, dims = array(c.names["A"]), along(c)
    is_shape(before, A.shape)
    is_shape(after, np.ones(A.shape, dtype=bool).any(axis=dims).shape)
    named = axes.removeprefix("axis ").removeprefix("axes ")
    if not axes.endswith(" axes"):
        assert [int(axis.replace("−", "-")) for axis in items(named)] == [*dims]


@sentence("linalg", r"The mean is (<N>): the sum of ([\d,]+) numbers?, divided by ([\d,]+)\.")
def mean(c: Context, told: str, count: str, divisor: str) -> None:
    A = array(c.names["A"])
    assert counted(count) == counted(divisor) == A.size
    if all(math.isfinite(x) for x in A.ravel().tolist()):
        total = sum(map(Fraction, A.ravel().tolist()), Fraction(0))
        says(told, float(total / A.size))


@sentence("linalg", r"Without elements the mean is 0 / 0: nan\.")
def no_mean(c: Context) -> None:
    assert c.names["A"].numel() == 0


@sentence(
    "linalg", r"Not every number is finite, or their sum is not, and so the mean is not either\."
)
def no_finite_mean(c: Context) -> None:
    A = array(c.names["A"]).astype(np.float64)
    with np.errstate(all="ignore"):
        assert not np.isfinite(A.sum())


@sentence(
    "linalg",
    r"(<N>) and (<N>) differ: (?:the sum in (\w+) is rounded, the mean in float64 less so"
    r"|the sum of whole numbers is exact, and as float64 they are rounded)\.",
)
def means(c: Context, first: str, second: str, dtype: str | None) -> None:
    A = array(c.names["A"])
    assert dtype in (None, str(A.dtype)) and first != second
    true = sum(map(Fraction, A.ravel().tolist())) / A.size
    off = abs(value(first) - true), abs(value(second) - true)
    assert off[0] <= off[1] if dtype else off[1] <= off[0]


@sentence("linalg", r"A sum overflows in (\w+), so its shares are wrong\.")
def large_sums(c: Context, dtype: str) -> None:
    assert any(_overflows(row, dtype) for _, row in sums(c))


def _overflows(row: list[Any], dtype: str) -> bool:
    """Whether numbers are beyond a float, added up in some order."""
    most = Fraction(float(np.finfo(dtype).max))
    return any(sum(Fraction(x) * sign for x in row if x * sign > 0) > most for sign in (1, -1))


@sentence("linalg", r"Adding up overflows in (\w+), so A\.sum\(\) / A\.numel\(\) is (<N>)\.")
def large_total(c: Context, dtype: str, told: str) -> None:
    A = c.names["A"]
    assert bool(A.isfinite().all()) and _overflows(A.flatten().tolist(), dtype)
    assert str(value(told)) == str(float(A.sum() / A.numel())) in ("inf", "-inf", "nan")


@sentence("linalg", r"A sum here loses too many digits to rounding: the mean is (<N>)\.")
def lost(c: Context, told: str) -> None:
    A = c.names["A"]
    with mpmath.workdps(700):
        true = mpmath.fsum(map(mpmath.mpf, A.flatten().tolist())) / A.numel()
    says(told, float(true))
    shown = float(A.double().mean()), float(A.sum() / A.numel())
    assert any(abs(mean - true) > 1e-5 * abs(true) for mean in shown)


@sentence("linalg", r"Some sums are so small that the shares are too large for a float\.")
def small_sums(c: Context) -> None:
    A = array(c.names["A"])
    with np.errstate(all="ignore"):
        assert not np.isfinite(A / A.sum(axis=along(c), keepdims=True)).all()


@sentence("linalg", r"(<S>) times (<S>) gives (<S>): the axes of size (\d+) meet and are gone\.")
def book_product(c: Context, a: str, b: str, shape: str, size: str) -> None:
    is_shape(shape, product(shape_of(a), shape_of(b)) or ())
    assert shape_of(a) == tuple(c.names["M"].shape) and shape_of(b) == tuple(c.names["B"].shape)
    assert shape_of(a)[-1] == int(size) == shape_of(b)[-2]


@sentence("linalg", r"They do multiply: d2l linalg multiply shows (<S>)\.")
def do_multiply(c: Context, shape: str) -> None:
    is_shape(shape, product(*factors(c)) or (-1,))


@title(
    "linalg",
    r"(?:Only the axes (.+?) are drawn, at index 0 of the others\. ?)?"
    + PART
    + r" ?(?:The sums are of all\.)? ?(Overflow: a sum needs more than the 63 bits of an int64, and comes out wrong\.)?",
)
def part(c: Context, axes: str | None, shown: str | None, overflow: str | None) -> None:
    A = c.names.get("A")
    if A is not None and A.ndim and A.dtype == torch.int64 and "data" in c.options:
        assert bool(overflow) == any(not -(2**63) <= total < 2**63 for total, _ in sums(c))
    if shown and A is not None and c.options and "multiply" not in c.options:
        drawn = [int(axis) for axis in (axes or ", ".join(map(str, range(A.ndim)))).split(", ")]
        _first(shown, tuple(A.shape[axis] for axis in drawn))


# norm


def vector(c: Context) -> list[Any]:
    given = c.options.get("vector")
    if given is None:
        return [mpmath.mpf(3), mpmath.mpf(4)]
    # A page computes with floats of the dtype that the lesson has.
    return (
        [mpmath.mpf(float(x)) for x in c.names["u"].double().tolist()]
        if "u" in c.names
        else [mpmath.mpf(float(x)) for x in given.split(",")]
    )


def p_norm(v: list[Any], p: float) -> Any:
    with mpmath.workdps(60):
        if not v or not any(v):
            return mpmath.mpf(0)
        largest = max(abs(x) for x in v)
        if p == math.inf:
            return largest
        return largest * sum((abs(x) / largest) ** mpmath.mpf(p) for x in v) ** (1 / mpmath.mpf(p))


def orders_of(c: Context) -> list[float]:
    return sorted({1.0, 2.0, float(c.options.get("p", 3)), math.inf})


@table("norm", r"p\|norm\|definition\|what it is")
def orders(c: Context) -> None:
    v = vector(c)
    assert len({*c.column("p")}) == len(c.column("p")), "two orders of one name"
    for told, p, norm, definition, meaning in zip(
        c.column("p"), orders_of(c), c.column("norm"), c.column("definition"),
        c.column("what it is"), strict=True,
    ):  # fmt: skip
        says(told, p)
        true = float(p_norm(v, p))
        assert math.isclose(norm, true, rel_tol=EXACT), (p, norm, true)
        assert math.isclose(definition, true, rel_tol=1e-9), (p, definition, true)
        words = {1.0: "sum of abs", 2.0: "root of the sum of sq", math.inf: "largest abs"}
        assert meaning.startswith(words.get(p, "(sum of |x|^")), meaning


@sentence(
    "norm",
    r"The larger p, the smaller the norm: (<N>) for p = 1, (<N>) for p = ∞, where only the largest absolute value counts\.",
)
def smaller(c: Context, first: str, last: str) -> None:
    v = vector(c)
    found = [p_norm(v, p) for p in orders_of(c)]
    assert all(a > b * (1 + mpmath.mpf(10) ** -30) for a, b in itertools.pairwise(found))
    says(first, found[0])
    says(last, found[-1])


@sentence(
    "norm",
    r"The larger p, the more the largest absolute value counts: from (<N>) down to (<N>), to 9 digits\.",
)
def down(c: Context, first: str, last: str) -> None:
    v = vector(c)
    found = [p_norm(v, p) for p in orders_of(c)]
    assert found[0] >= found[-1]
    says(first, found[0], 9)
    says(last, found[-1], 9)
    assert first != last, "from a number down to the same"


@sentence("norm", r"One element alone is not 0: all norms are its size, (<N>)\.")
def single(c: Context, told: str) -> None:
    others = [x for x in vector(c) if x]
    assert len(others) == 1
    says(told, abs(others[0]))


@sentence("norm", r"Zeros alone have length 0, in every norm\.")
def only_zeros(c: Context) -> None:
    assert not any(vector(c))


@sentence("norm", r"Not every element is finite, so neither are the norms\.")
def infinite(c: Context) -> None:
    assert not all(map(mpmath.isfinite, vector(c)))


@sentence("norm", r"A vector without elements has length 0\.")
def no_vector(c: Context) -> None:
    assert not vector(c)


sentence(
    "norm",
    r"Ones alone do not tell the norms of a matrix apart: see d2l norm kinds, and d2l norm --matrix "
    r'"\[\[1,2\],\[3,4\]\]"\.',
)(matters)


def matrix(c: Context) -> Any:
    return mpmath.matrix(c.names["M"].double().tolist())


def singular_values(c: Context) -> list[Any]:
    with mpmath.workdps(60):
        M = matrix(c)
        square = M.T * M if M.cols <= M.rows else M * M.T
        found = mpmath.eigsy(square, eigvals_only=True)
        return sorted((mpmath.sqrt(max(x, 0)) for x in found), reverse=True)


def exact_rank(c: Context) -> int:
    import sympy

    rows = [[sympy.Rational(float(x)) for x in row] for row in c.names["M"].double().tolist()]
    return int(sympy.Matrix(rows).rank())


@table("norm", r"ord\|norm\|definition\|what it is")
def kinds(c: Context) -> None:
    M, values = matrix(c), singular_values(c)
    rows, columns = M.rows, M.cols
    sizes = [[abs(M[i, j]) for j in range(columns)] for i in range(rows)]
    with mpmath.workdps(60):
        true = {
            "fro": mpmath.sqrt(sum(x**2 for row in sizes for x in row)),
            "2": values[0],
            "nuc": sum(values),
            "1": max(sum(row[j] for row in sizes) for j in range(columns)),
            "inf": max(map(sum, sizes)),
        }
    for name, norm, definition in zip(
        c.column("ord"), c.column("norm"), c.column("definition"), strict=True
    ):
        assert math.isclose(norm, true[name], rel_tol=1e-9), (name, norm, float(true[name]))
        assert math.isclose(definition, true[name], rel_tol=1e-9), (name, definition)


@sentence(
    "norm",
    r"(There is one singular value|One singular value alone is more than rounding), so Frobenius, "
    r"spectral and nuclear norm agree\.",
)
def one_value(c: Context, how: str) -> None:
    values = singular_values(c)
    assert (len(values) == 1) == how.startswith("There")
    assert len(values) == 1 or values[1] <= values[0] * 1e-14
    fro, spectral, nuclear = (c.column("norm")[n] for n in (0, 1, 2))
    assert math.isclose(fro, spectral, rel_tol=1e-9) and math.isclose(fro, nuclear, rel_tol=1e-9)


@sentence(
    "norm",
    r"(\d+) singular values are more than rounding, but one outweighs the others: to 9 digits "
    r"Frobenius, spectral and nuclear norm agree\.",
)
def one_outweighs(c: Context, told: str) -> None:
    values = singular_values(c)
    _more_than_rounding(values, int(told))
    assert int(told) > 1 and sum(values) <= values[0] * (1 + 1.0001e-8)


def _more_than_rounding(values: list[Any], told: int) -> None:
    above = (sum(value > least * values[0] for value in values) for least in (1e-13, 1e-16))
    assert next(above) <= told <= next(above)


@sentence("norm", r"To 9 digits all are (<N>): one element outweighs all others\.")
def outweighed(c: Context, told: str) -> None:
    for p in orders_of(c):
        says(told, p_norm(vector(c), p), 9)


@sentence("norm", r"Not every norm fits into a float\.")
def large_norms(c: Context) -> None:
    assert p_norm(vector(c), 1) > 1.79e308


@sentence("norm", r"The singular values do not fit into a float\.")
def large_values(c: Context) -> None:
    assert singular_values(c)[0] > 1e153


@sentence("norm", r"These norms take finite numbers, one at least\.")
def no_numbers(c: Context) -> None:
    assert not c.names["M"].numel() or not bool(c.names["M"].isfinite().all())


@sentence("norm", r"All numbers are 0, and so is every norm\.")
def all_zero(c: Context) -> None:
    assert exact_rank(c) == 0


@sentence(
    "norm",
    r"([\d,]+) singular values are (not 0|more than rounding), so the nuclear norm is larger than the Frobenius norm, and "
    r"that larger than the spectral norm\.",
)
def several_values(c: Context, told: str, how: str) -> None:
    values = singular_values(c)
    if how == "not 0":
        assert exact_rank(c) == counted(told) == len(values), f"the rank is {exact_rank(c)}"
    else:
        _more_than_rounding(values, counted(told))
        assert counted(told) < len(values)
    fro, spectral, nuclear = (c.column("norm")[n] for n in (0, 1, 2))
    assert nuclear >= fro * (1 - 1e-12) and fro >= spectral * (1 - 1e-12)


@sentence(
    "norm",
    r"(?:Axis|Axes) (.+?) (?:is|are) gone: (<S>) became (<S>), one norm for what stood along (?:it|them)\.",
)
def norms_along(c: Context, axes: str, before: str, after: str) -> None:
    T = array(c.names["T"])
    given = c.options.get("dim")
    dims = (
        tuple(int(axis) for axis in given.split(","))
        if given
        else ((T.ndim - 1,) if c.options else (1,))
    )
    assert [int(axis.replace("−", "-")) for axis in items(axes)] == [*dims]
    is_shape(before, T.shape)
    is_shape(after, T.sum(axis=dims).shape)


@sentence("norm", r"axes: a single number has no axis")
def no_axis(c: Context) -> None:
    assert c.options["data"].count("[") == 0


def _lengths(c: Context) -> list[Any]:
    if c.options.get("vector") is None:
        return [p_norm([mpmath.mpf(3), mpmath.mpf(4)], p) for p in orders_of(c)]
    return [p_norm(vector(c), p) for p in orders_of(c)]


@title("norm", r"Not every element is finite, so neither is the length")
def not_all_finite(c: Context) -> None:
    assert not all(map(mpmath.isfinite, vector(c)))


@title(
    "norm", r"(The larger p, the shorter the vector|A larger p never makes a vector longer): (.+)"
)
def shorter(c: Context, how: str, told: str) -> None:
    found = _lengths(c)
    texts = told.split(", ")
    for text, true in zip(texts, found, strict=True):
        says(text, true, 4)
    if how.startswith("The larger"):
        assert all(a > b for a, b in itertools.pairwise(found))
        assert all(value(a) > value(b) for a, b in itertools.pairwise(texts)), "printed alike"
