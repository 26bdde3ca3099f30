"""What there is to say of sums and products: which axes went, met, or did not fit."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from fractions import Fraction
from functools import partial

import torch
from torch import Tensor

from ..language import mark, tr
from ..multiplying import Meeting, meetings, product
from ..note import Column, Note, Table, table
from ..words import counted, listed, number, sentences, shape

MOST = 4  # repairs that are shown
EXACT = 12  # rows of a matrix whose rank is computed without rounding
SAFE = 2**63  # an int64 is smaller
OVERFLOW = mark("Overflow: a sum needs more than the 63 bits of an int64, and comes out wrong.")
Dim = int | tuple[int, ...]


def reduce(A: Tensor, A1: Tensor, dim: Dim) -> Iterator[Note]:  # noqa: N803  # the lesson's names
    """Which axes went away, and whether the shares are what they seem."""
    axes = [dim] if isinstance(dim, int) else list(dim)
    if not axes:
        return
    gone = tr(
        "Axis {axes} is gone: {before} became {after}, with keepdims {kept}."
        if len(axes) == 1
        else "Axes {axes} are gone: {before} became {after}, with keepdims {kept}.",
        axes=listed([number(axis) for axis in axes]),
        before=shape(A.shape),
        after=shape(A.sum(dim=dim).shape),
        kept=shape(A1.shape),
    )
    worth = tr(OVERFLOW) if overflown(A, range(A.ndim), axes) else _shares(A, A1, axes)
    yield Note(sentences(gone, worth))


def overflown(A: Tensor, *ways: Sequence[int]) -> bool:  # noqa: N803
    """Whether a sum of whole numbers, along the axes of any of these ways, is beyond an int64."""
    if A.dtype != torch.int64 or float(A.double().abs().sum()) < SAFE / 2:
        return False
    exact = A.cpu().numpy().astype(object)  # Python's integers, which have any number of digits
    sums = (exact.sum(axis=tuple(axes), keepdims=True) for axes in ways)
    return any(not -SAFE <= total < SAFE for each in sums for total in each.flat)


def _shares(A: Tensor, A1: Tensor, axes: Sequence[int]) -> str:  # noqa: N803
    """What the shares of each sum add up to."""
    if not A.numel():
        return tr("There are no elements, so there are no shares.")
    if not bool(A.isfinite().all()):
        return tr("Not every number is finite, so not every share is.")
    if not bool(A1.isfinite().all()):
        return tr("A sum overflows in {dtype}, so its shares are wrong.", dtype=_dtype(A1))
    zero = int((A1 == 0).sum())
    if zero and not _swallowed(A, A1, axes):
        return tr(
            "{count:,} sum is 0, and nothing has a share of 0."
            if zero == 1
            else "{count:,} sums are 0, and nothing has a share of 0.",
            count=zero,
        )
    totals = (A / A1).sum(dim=tuple(axes))
    if not zero and not bool(totals.isfinite().all()):
        return tr("Some sums are so small that the shares are too large for a float.")
    if zero or not bool(torch.isclose(totals, torch.ones_like(totals), rtol=1e-3).all()):
        return tr("Rounding is as large as some of the sums: their shares do not add up to 1.")
    return tr("The shares add up to 1, up to rounding.")


def _swallowed(A: Tensor, A1: Tensor, axes: Sequence[int]) -> bool:  # noqa: N803
    """Whether a sum that comes out as 0 is another number, and rounding hides it."""
    if not A.is_floating_point():
        return False
    gone = {axis % A.ndim for axis in axes}
    order = sorted(range(A.ndim), key=lambda axis: (axis in gone, axis))
    rows = A.permute(order).reshape(A1.numel(), -1)[A1.flatten() == 0]
    return any(sum(map(Fraction, row)) for row in rows.tolist())


def _dtype(tensor: Tensor) -> str:
    return str(tensor.dtype).removeprefix("torch.")


def mean(A: Tensor, dim: Dim) -> Iterator[Note]:  # noqa: N803
    """Whether both ways to the mean agree."""
    axes = [dim] if isinstance(dim, int) else list(dim)
    if not A.numel():
        yield Note(tr("Without elements the mean is 0 / 0: nan."))
        return
    if overflown(A, range(A.ndim), axes):
        yield Note(tr(OVERFLOW))
        return
    yield Note(_agreed(A))


def _agreed(A: Tensor) -> str:  # noqa: N803
    """The mean, or what both ways to it lose."""
    first, second = float(A.double().mean()), float(A.sum() / A.numel())
    if not math.isfinite(first):
        return tr("Not every number is finite, or their sum is not, and so the mean is not either.")
    floats = A.is_floating_point()
    if not math.isfinite(second):
        return tr(
            "Adding up overflows in {dtype}, so A.sum() / A.numel() is {second}.",
            dtype=_dtype(A),
            second=number(second),
        )
    # Without rounding; a sum of whole numbers has none.
    total = sum(map(Fraction, A.flatten().tolist())) if floats else Fraction(int(A.sum()))
    exact = float(total / A.numel())
    if not math.isclose(first, exact, rel_tol=1e-4) and floats:
        return tr(
            "A sum here loses too many digits to rounding: the mean is {mean}.", mean=number(exact)
        )
    if not math.isclose(first, second, rel_tol=1e-4):
        return tr(
            "{first} and {second} differ: the sum in {dtype} is rounded, the mean in float64 less "
            "so."
            if floats
            else "{first} and {second} differ: the sum of whole numbers is exact, and as float64 "
            "they are rounded.",
            first=number(first),
            second=number(second),
            dtype=_dtype(A),
        )
    return tr(
        "The mean is {mean}: the sum of {numbers}, divided by {count:,}.",
        mean=number(exact),
        numbers=counted(A.numel(), "number"),
        count=A.numel(),
    )


def products(M: Tensor, B: Tensor) -> Iterator[Note]:  # noqa: N803
    """Which axes met."""
    told = tr(
        "{left} times {right} gives {result}: the axes of size {size} meet and are gone.",
        left=shape(M.shape),
        right=shape(B.shape),
        result=shape((M @ B).shape),
        size=M.shape[1],
    )
    yield Note(told)


def multiply(left: Sequence[int], right: Sequence[int]) -> Iterator[Note]:
    """Which axes met, and what came out."""
    result = product(tuple(left), tuple(right))
    if result is None:
        return
    yield Note(table=_axes(tuple(left), tuple(right)))
    told = tr(
        "The product has the shape {shape}: along the axes that meet, {count:,} product is added "
        "up for each element."
        if left[-1] == 1
        else "The product has the shape {shape}: along the axes that meet, {count:,} products are "
        "added up for each element.",
        shape=shape(result),
        count=left[-1],
    )
    yield Note(told)


def mismatch(left: Sequence[int], right: Sequence[int]) -> Iterator[Note]:
    """Which axes do not fit, and what was tried and helps."""
    a, b = tuple(left), tuple(right)
    if a and b:
        yield Note(table=_axes(a, b))
        bad = [meeting for meeting in meetings(a, b) if not meeting.fits]
        if not bad:
            result = shape(product(a, b) or ())
            yield Note(tr("They do multiply: d2l linalg multiply shows {shape}.", shape=result))
            return
        parts = [
            tr("{axis}: {left} and {right} do not fit", axis=m.name, left=m.left, right=m.right)
            for m in bad
        ]
        told = tr("{conflicts}.", conflicts=tr("; ").join(parts))
        yield Note(told[:1].upper() + told[1:])
    else:
        yield Note(tr("A number without axes has no matrix product: write *."))
    found = repairs(a, b)
    if found:
        yield Note(
            table=table(
                Column("what fits", [code for code, _ in found[:MOST]]),
                Column("result", [shape(result) for _, result in found[:MOST]]),
            )
        )
        yield Note(
            tr("These were tried, and work; which one is right depends on what the axes mean.")
            if len(found) > 1
            else tr("This was tried, and works; whether it is right depends on what the axes mean.")
        )
    else:
        yield Note(tr("No transpose and no new axis helps: look where the sizes come from."))


def _axes(left: tuple[int, ...], right: tuple[int, ...]) -> Table:
    found: list[Meeting] = meetings(left, right)
    return table(
        Column("", [meeting.name for meeting in found]),
        Column("A", [_size(meeting.left) for meeting in found]),
        Column("B", [_size(meeting.right) for meeting in found]),
        Column("result", [_size(meeting.result) for meeting in found]),
        Column("", ["" if meeting.fits else tr("conflict") for meeting in found]),
    )


def _size(size: int | None) -> int | str:
    return "–" if size is None else size


def repairs(left: tuple[int, ...], right: tuple[int, ...]) -> list[tuple[str, tuple[int, ...]]]:
    """Products that work, with their shapes. All are tried, on tensors without memory."""
    try:
        A, B = (torch.empty(sizes, device="meta") for sizes in (left, right))  # noqa: N806
    except (RuntimeError, TypeError):  # larger than any tensor; torch 2.0 calls it a type
        return []
    column = {"A @ B.unsqueeze(-1)": partial(_before, A, B, -1)}
    ways: dict[str, Callable[[], Tensor]] = {
        # As many vectors as there are matrices: each is a column for its own.
        **(column if len(left) == len(right) + 1 > 2 else {}),
        "A.mT @ B": lambda: A.mT @ B,
        "A @ B.mT": lambda: A @ B.mT,
        # Of two vectors it is the same as A @ B, and torch 2.0 does not compare them here.
        **({"B @ A": lambda: B @ A} if max(A.ndim, B.ndim) > 1 else {}),
        "A.mT @ B.mT": lambda: A.mT @ B.mT,
        **{f"A.unsqueeze({n}) @ B": partial(_with_axis, A, n, B) for n in range(A.ndim + 1)},
        **{f"A @ B.unsqueeze({n})": partial(_before, A, B, n) for n in range(B.ndim)},
        **column,
        "A * B": lambda: A * B,
        "torch.outer(A, B)": lambda: torch.outer(A, B),
    }
    found = []
    for code, way in ways.items() if left and right else [("A * B", ways["A * B"])]:
        try:
            found.append((code, tuple(way().shape)))
        except (RuntimeError, TypeError, IndexError):  # this one does not fit either
            continue
    return found


def _with_axis(A: Tensor, axis: int, B: Tensor) -> Tensor:  # noqa: N803
    return A.unsqueeze(axis) @ B


def _before(A: Tensor, B: Tensor, axis: int) -> Tensor:  # noqa: N803
    return A @ B.unsqueeze(axis)


def axis(T: Tensor) -> Iterator[Note]:  # noqa: N803
    """Each axis, struck out of the shape."""
    sizes = list(T.shape)
    yield Note(
        table=table(
            Column("sum", [f"T.sum(dim={place})" for place in range(T.ndim)]),
            Column("before", [shape(sizes)] * T.ndim),
            Column("axis", [_struck(sizes, place) for place in range(T.ndim)]),
            Column("after", [shape(T.sum(dim=place).shape) for place in range(T.ndim)]),
            Column(
                "with keepdim",
                [shape(T.sum(dim=place, keepdim=True).shape) for place in range(T.ndim)],
            ),
        )
    )


def _struck(sizes: Sequence[int], axis: int) -> str:
    return ", ".join("✗" if place == axis else str(size) for place, size in enumerate(sizes))


def singular(M: Tensor) -> Iterator[Note]:  # noqa: N803
    """Whether there is an inverse, and what it is worth."""
    size, seen = len(M), int(torch.linalg.matrix_rank(M))
    rank, determinant = eliminated(M.tolist()) if size <= EXACT else (seen, None)
    if rank == size:
        yield Note(sentences(*_invertible(M, seen, determinant)))
        return
    if determinant is None:
        told = tr(
            "Up to rounding the rank is {rank} of {size}: the rows depend on each other, or "
            "nearly so.",
            rank=rank,
            size=size,
        )
        yield Note(told)
        return
    inverse, failed = torch.linalg.inv_ex(M)
    there = not int(failed) and bool(inverse.isfinite().all())
    told = sentences(
        tr(
            "The rank is {rank} of {size}: no inverse, for its only number is 0."
            if size == 1
            else "The rank is {rank} of {size}: no inverse, for the rows depend on each other.",
            rank=rank,
            size=size,
        ),
        tr(
            "The determinant is 0 but for rounding."
            if float(torch.linalg.det(M))
            else "The determinant is 0."
        ),
        tr("inv gives numbers all the same, and they are rounding.") if there else "",
    )
    yield Note(told)


def _invertible(
    M: Tensor,  # noqa: N803
    seen: int,
    determinant: Fraction | None,
) -> Iterator[str]:
    """Of a matrix whose rows are independent: its determinant, and what rounding does."""
    size, value = len(M), ""
    with suppress(OverflowError):
        value = number(float(determinant or 0))
    yield tr(
        "The rank is {size} of {size}: this matrix has an inverse."
        if value in ("", "0")
        else "The rank is {size} of {size}: this matrix has an inverse, and its determinant is "
        "{value}.",
        size=size,
        value=value,
    )
    if seen < size:
        yield tr(
            "In {dtype} it is so near to one without that matrix_rank counts {seen}.",
            dtype=_dtype(M),
            seen=seen,
        )
    condition = float(torch.linalg.cond(M))
    if not 1 <= condition < math.inf:
        return
    digits = round(math.log10(condition))
    if digits < 1:
        text = mark(
            "Its condition number, torch.linalg.cond, is {condition}: rounding can cost hardly a "
            "digit of the inverse."
        )
    elif condition * torch.finfo(M.dtype).eps >= 1:
        text = mark(
            "Its condition number, torch.linalg.cond, is {condition}: rounding can cost all digits "
            "of the inverse."
        )
    else:
        text = mark(
            "Its condition number, torch.linalg.cond, is {condition}: rounding can cost about "
            "{digits} of the inverse."
        )
    yield tr(text, condition=number(condition, 2), digits=counted(digits, "digit"))


def eliminated(rows: Sequence[Sequence[float]]) -> tuple[int, Fraction]:
    """Rank and determinant of a square matrix, without rounding: every float is a fraction."""
    left = [[Fraction(x) for x in row] for row in rows]
    rank, determinant = 0, Fraction(1)
    for column in range(len(left)):
        place = next((n for n in range(rank, len(left)) if left[n][column]), None)
        if place is None:
            determinant = Fraction(0)
            continue
        left[rank], left[place] = left[place], left[rank]
        pivot = left[rank]
        determinant *= pivot[column] if place == rank else -pivot[column]
        rank += 1
        for row in left[rank:]:
            factor = row[column] / pivot[column]
            row[:] = [x - factor * y for x, y in zip(row, pivot, strict=True)]
    return rank, determinant
