"""What there is to say of norms: every order beside its definition, and what a larger p does."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from ..note import Column, Note, table
from ..words import listed, number, shape

Size = Callable[[Tensor], Tensor]

MEANINGS = {1.0: "sum of absolute values", 2.0: "root of the sum of squares"}
LARGEST = "largest absolute value"
DIGITS = 9  # of norms that are told apart in a sentence


def vector(u: Tensor, p: float) -> Iterator[Note]:
    """The norms of a vector for several orders."""
    yield from _orders(u, p)


def order(u: Tensor, p: float) -> Iterator[Note]:
    """The same, beside the definition."""
    yield from _orders(u, p)


def _orders(u: Tensor, p: float) -> Iterator[Note]:
    v = u.detach().double().flatten()
    if not v.numel():
        yield Note("A vector without elements has length 0.")
        return
    orders = sorted({1.0, 2.0, float(p), math.inf})
    norms = [float(torch.linalg.vector_norm(v, q)) for q in orders]
    yield Note(
        table=table(
            Column("p", [number(q, DIGITS) for q in orders]),
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
    power = number(p, DIGITS)
    root = f"(sum of |x|^{power})^(1/{power})"
    return LARGEST if p == math.inf else MEANINGS.get(p, root)


def _compared(v: Tensor, norms: list[float]) -> str:
    """What a larger p does to this vector."""
    if not bool(v.isfinite().all()):
        return "Not every element is finite, so neither are the norms."
    if not all(map(math.isfinite, norms)):
        return "Not every norm fits into a float."
    if not any(norms):
        return "Zeros alone have length 0, in every norm."
    if torch.count_nonzero(v) == 1:
        return f"One element alone is not 0: all norms are its size, {number(norms[-1])}."
    texts = [number(norm, DIGITS) for norm in norms]
    if len(set(texts)) == 1:
        return f"To {DIGITS} digits all are {texts[0]}: one element outweighs all others."
    if len(set(texts)) < len(texts):
        return (
            f"The larger p, the more the largest absolute value counts: from {texts[0]} down to "
            f"{texts[-1]}, to {DIGITS} digits."
        )
    return (
        f"The larger p, the smaller the norm: {number(norms[0])} for p = 1, {number(norms[-1])} "
        "for p = ∞, where only the largest absolute value counts."
    )


def matrix() -> Iterator[Note]:
    """What this matrix cannot show."""
    yield Note(
        "Ones alone do not tell the norms of a matrix apart: see d2l norm kinds, and "
        'd2l norm --matrix "[[1,2],[3,4]]".'
    )


def kinds(M: Tensor) -> Iterator[Note]:  # noqa: N803  # the lesson's name
    """Five norms of a matrix, each beside its definition."""
    M = M.detach().double()  # noqa: N806
    if not M.numel() or not bool(M.isfinite().all()):
        yield Note("These norms take finite numbers, one at least.")
        return
    values = torch.linalg.svdvals(M)
    if not bool(values.isfinite().all()):
        yield Note("The singular values do not fit into a float.")
        return
    rows: list[tuple[str, Tensor, float | str, str]] = [
        ("fro", (M**2).sum().sqrt(), "fro", "root of the sum of squares"),
        ("2", values.max(), 2, "spectral: largest singular value"),
        ("nuc", values.sum(), "nuc", "nuclear: sum of singular values"),
        ("1", M.abs().sum(dim=0).max(), 1, "largest column sum of |M|"),
        ("inf", M.abs().sum(dim=1).max(), math.inf, "largest row sum of |M|"),
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
    rank = int((values > 1e-12 * values.max()).sum())
    if not rank:
        yield Note("All numbers are 0, and so is every norm.")
    elif rank < 2:
        alone = "There is one singular value" if len(values) == 1 else "One singular value alone is"
        yield Note(
            f"{alone}{'' if len(values) == 1 else ' more than rounding'}, so Frobenius, spectral "
            "and nuclear norm agree."
        )
    else:
        there = "not 0" if rank == len(values) else "more than rounding"
        yield Note(
            f"{rank} singular values are {there}, so the nuclear norm is larger than the "
            "Frobenius norm, and that larger than the spectral norm."
        )


def axes(T: Tensor, dim: int | tuple[int, ...]) -> Iterator[Note]:  # noqa: N803
    """Which axes went away."""
    dim = (dim,) if isinstance(dim, int) else dim
    if not dim:
        return
    after = torch.linalg.vector_norm(T, dim=dim)
    names = listed([number(axis) for axis in dim])
    gone = f"Axis {names} is" if len(dim) == 1 else f"Axes {names} are"
    yield Note(
        f"{gone} gone: {shape(T.shape)} became {shape(after.shape)}, one norm for what stood along "
        f"{'it' if len(dim) == 1 else 'them'}."
    )
