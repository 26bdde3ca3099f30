"""What there is to say of sums and products: which axes went, met, or did not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from ..multiplying import Meeting, meetings, product
from ..note import Column, Note, Table, table
from ..words import listed, number, shape

MOST = 4  # repairs that are shown
SAFE = 2.0**63  # an int64 is smaller
Dim = int | tuple[int, ...]


def reduce(A: Tensor, A1: Tensor, dim: Dim) -> Iterator[Note]:  # noqa: N803  # the lesson's names
    """Which axes went away, and whether the shares are what they seem."""
    axes = [dim] if isinstance(dim, int) else list(dim)
    after = tuple(A.sum(dim=dim).shape)
    gone = f"{'Axis' if len(axes) == 1 else 'Axes'} {listed([number(axis) for axis in axes])}"
    yield Note(
        f"{gone} {'is' if len(axes) == 1 else 'are'} gone: {shape(A.shape)} became {shape(after)}, "
        f"with keepdims {shape(A1.shape)}. {_shares(A, A1, dim)}"
    )
    if not A.is_floating_point() and A.numel() and float(A.double().sum().abs()) >= SAFE:
        yield Note("Overflow: the sum needs more than the 63 bits of an int64, and comes out wrong.")


def _shares(A: Tensor, A1: Tensor, dim: Dim) -> str:  # noqa: N803
    """What the shares of each sum add up to."""
    if not A.numel():
        return "There are no elements, so there are no shares."
    totals = (A / A1).sum(dim=dim)
    wrong = ~torch.isclose(totals, torch.ones_like(totals), rtol=1e-3)
    zero = int((A1 == 0).sum())
    if zero:
        return f"{zero} of the sums {'is' if zero == 1 else 'are'} 0, and nothing has a share of 0."
    if not bool(totals.isfinite().all()):
        return "Not every number is finite, so neither are the shares."
    if bool(wrong.any()):
        return "Rounding is as large as some of the sums: their shares do not add up to 1."
    return "The shares add up to 1, up to rounding."


def multiply(left: Sequence[int], right: Sequence[int]) -> Iterator[Note]:
    """Which axes met, and what came out."""
    result = product(tuple(left), tuple(right))
    yield Note(table=_axes(tuple(left), tuple(right)))
    if result is not None:
        last = left[-1] if left else 0
        yield Note(
            f"The product has the shape {shape(result)}: along the axes that meet, "
            f"{number(last)} products are added up for each element."
        )


def mismatch(left: Sequence[int], right: Sequence[int]) -> Iterator[Note]:
    """Which axes do not fit, and what was tried and helps."""
    a, b = tuple(left), tuple(right)
    if a and b:
        yield Note(table=_axes(a, b))
        bad = next((m for m in meetings(a, b) if not m.fits), None)
        if bad is not None:
            yield Note(f"{bad.name.capitalize()}: {bad.left} and {bad.right} do not fit.")
    else:
        yield Note("A number without axes has no matrix product: write *.")
    found = repairs(a, b)
    if found:
        yield Note(
            table=table(
                Column("what fits", [code for code, _ in found[:MOST]]),
                Column("result", [shape(result) for _, result in found[:MOST]]),
            )
        )
        yield Note("These were tried, and work; which one is right depends on what the axes mean.")
    else:
        yield Note("No transpose and no new axis helps: look where the sizes come from.")


def _axes(left: tuple[int, ...], right: tuple[int, ...]) -> Table:
    found: list[Meeting] = meetings(left, right)
    return table(
        Column("", [meeting.name for meeting in found]),
        Column("A", [_size(meeting.left) for meeting in found]),
        Column("B", [_size(meeting.right) for meeting in found]),
        Column("result", [_size(meeting.result) for meeting in found]),
        Column("", ["" if meeting.fits else "conflict" for meeting in found]),
    )


def _size(size: int | None) -> int | str:
    return "–" if size is None else size


def repairs(left: tuple[int, ...], right: tuple[int, ...]) -> list[tuple[str, tuple[int, ...]]]:
    """Products that work, with the shapes that come out. All are tried, on tensors without memory."""
    A, B = (torch.empty(sizes, device="meta") for sizes in (left, right))  # noqa: N806
    ways = {
        "A.mT @ B": lambda: A.mT @ B,
        "A @ B.mT": lambda: A @ B.mT,
        "B @ A": lambda: B @ A,
        "A.mT @ B.mT": lambda: A.mT @ B.mT,
        "A.unsqueeze(0) @ B": lambda: A.unsqueeze(0) @ B,
        "A.unsqueeze(1) @ B": lambda: A.unsqueeze(1) @ B,
        "A @ B.unsqueeze(0)": lambda: A @ B.unsqueeze(0),
        "A * B": lambda: A * B,
        "torch.outer(A, B)": lambda: torch.outer(A, B),
    }
    found = []
    for code, way in ways.items():
        try:
            found.append((code, tuple(way().shape)))
        except (RuntimeError, IndexError):  # this one does not fit either
            continue
    return found


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
    """What the rank says."""
    rank = int(torch.linalg.matrix_rank(M))
    yield Note(
        f"The rank is {rank} of {M.shape[0]}: {'its rows depend on each other' if rank < len(M) else 'it has an inverse'}. "
        "Rows that are nearly dependent give an inverse full of rounding; its condition number, "
        "torch.linalg.cond, says how much."
    )  # fmt: skip
