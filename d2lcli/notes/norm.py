"""What there is to say of norms: every order beside its definition, and what a larger p does."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

import torch
from torch import Tensor

from ..language import mark, tr
from ..note import Column, Note, table
from ..words import listed, number, shape
from ..words import order as named

Size = Callable[[Tensor], Tensor]

MEANINGS = {
    1.0: mark("sum of absolute values"),
    2.0: mark("root of the sum of squares"),
    math.inf: mark("largest absolute value"),
}
DIGITS = 9  # of norms that are told apart in a sentence
ROUNDING = 4  # times the bound below which matrix_rank takes singular values for 0


def vector(u: Tensor, p: float) -> Iterator[Note]:
    """The norms of a vector for several orders."""
    yield from _orders(u, p)


def order(u: Tensor, p: float) -> Iterator[Note]:
    """The same, beside the definition."""
    yield from _orders(u, p)


def _orders(u: Tensor, p: float) -> Iterator[Note]:
    v = u.detach().double().flatten()
    if not v.numel():
        yield Note(tr("A vector without elements has length 0."))
        return
    orders = sorted({1.0, 2.0, float(p), math.inf})
    norms = [float(torch.linalg.vector_norm(v, q)) for q in orders]
    yield Note(
        table=table(
            Column("p", [named(q) for q in orders]),
            Column("norm", norms),
            Column("definition", [float(_defined(v, q)) for q in orders]),
            Column("what it is", [_meaning(q) for q in orders]),
        )
    )
    yield Note(_compared(v, norms))


def _defined(v: Tensor, p: float) -> Tensor:
    """The p-norm by its definition: powers, sum, root."""
    return v.abs().max() if p == math.inf else (v.abs() ** p).sum() ** (1 / p)


def _meaning(p: float) -> str:
    if p in MEANINGS:
        return tr(MEANINGS[p])
    return tr("(sum of |x|^{p})^(1/{p})", p=named(p))


def _compared(v: Tensor, norms: list[float]) -> str:
    """What a larger p does to this vector."""
    if not bool(v.isfinite().all()):
        return tr("Not every element is finite, so neither are the norms.")
    if not all(map(math.isfinite, norms)):
        return tr("Not every norm fits into a float.")
    if not any(norms):
        return tr("Zeros alone have length 0, in every norm.")
    if torch.count_nonzero(v) == 1:
        return tr(
            "One element alone is not 0: all norms are its size, {size}.", size=number(norms[-1])
        )
    texts = [number(norm, DIGITS) for norm in norms]
    if len(set(texts)) == 1:
        return tr(
            "To {digits} digits all are {norm}: one element outweighs all others.",
            digits=DIGITS,
            norm=texts[0],
        )
    if len(set(texts)) < len(texts):
        return tr(
            "The larger p, the more the largest absolute value counts: from {first} down to "
            "{last}, to {digits} digits.",
            first=texts[0],
            last=texts[-1],
            digits=DIGITS,
        )
    return tr(
        "The larger p, the smaller the norm: {first} for p = 1, {last} for p = ∞, where only the "
        "largest absolute value counts.",
        first=number(norms[0]),
        last=number(norms[-1]),
    )


def matrix() -> Iterator[Note]:
    """What this matrix cannot show."""
    yield Note(
        tr(
            "Ones alone do not tell the norms of a matrix apart: see d2l norm kinds, and "
            'd2l norm --matrix "[[1,2],[3,4]]".'
        )
    )


def kinds(M: Tensor) -> Iterator[Note]:  # noqa: N803  # the lesson's name
    """Five norms of a matrix, each beside its definition."""
    M = M.detach().double()  # noqa: N806
    if not M.numel() or not bool(M.isfinite().all()):
        yield Note(tr("These norms take finite numbers, one at least."))
        return
    values = torch.linalg.svdvals(M)
    if not bool(values.isfinite().all()):
        yield Note(tr("The singular values do not fit into a float."))
        return
    rows: list[tuple[str, Tensor, float | str, str]] = [
        ("fro", (M**2).sum().sqrt(), "fro", tr("root of the sum of squares")),
        ("2", values.max(), 2, tr("spectral: largest singular value")),
        ("nuc", values.sum(), "nuc", tr("nuclear: sum of singular values")),
        ("1", M.abs().sum(dim=0).max(), 1, tr("largest column sum of |M|")),
        ("inf", M.abs().sum(dim=1).max(), math.inf, tr("largest row sum of |M|")),
    ]
    norms = [float(torch.linalg.matrix_norm(M, row[2])) for row in rows]
    yield Note(
        table=table(
            Column("ord", [row[0] for row in rows]),
            Column("norm", norms),
            Column("definition", [float(row[1]) for row in rows]),
            Column("what it is", [row[3] for row in rows]),
        )
    )
    least = ROUNDING * max(M.shape) * torch.finfo(M.dtype).eps * values.max()
    yield Note(_ordered(int((values > least).sum()), len(values), norms))


def _ordered(rank: int, count: int, norms: Sequence[float]) -> str:
    """What ``rank`` of ``count`` singular values that are not 0 do to the first three norms."""
    if not rank:
        return tr("All numbers are 0, and so is every norm.")
    if count == 1:
        return tr("There is one singular value, so Frobenius, spectral and nuclear norm agree.")
    if rank < 2:
        return tr(
            "One singular value alone is more than rounding, so Frobenius, spectral and nuclear "
            "norm agree."
        )
    if len({number(norm, DIGITS) for norm in norms[:3]}) == 1:
        return tr(
            "{rank} singular values are more than rounding, but one outweighs the others: to "
            "{digits} digits Frobenius, spectral and nuclear norm agree.",
            rank=rank,
            digits=DIGITS,
        )
    return tr(
        "{rank} singular values are not 0, so the nuclear norm is larger than the Frobenius norm, "
        "and that larger than the spectral norm."
        if rank == count
        else "{rank} singular values are more than rounding, so the nuclear norm is larger than "
        "the Frobenius norm, and that larger than the spectral norm.",
        rank=rank,
    )


def axes(T: Tensor, dim: int | tuple[int, ...]) -> Iterator[Note]:  # noqa: N803
    """Which axes went away."""
    dim = (dim,) if isinstance(dim, int) else dim
    if not dim:
        return
    after = torch.linalg.vector_norm(T, dim=dim)
    told = tr(
        "Axis {axes} is gone: {before} became {after}, one norm for what stood along it."
        if len(dim) == 1
        else "Axes {axes} are gone: {before} became {after}, one norm for what stood along them.",
        axes=listed([number(axis) for axis in dim]),
        before=shape(T.shape),
        after=shape(after.shape),
    )
    yield Note(told)
