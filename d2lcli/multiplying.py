"""The rule of the matrix product ``@``: which axes meet, in pure Python.

The last axis of the left factor meets the last but one of the right; a factor with one axis is a
row on the left and a column on the right; axes before these are a batch, and broadcast.
https://docs.pytorch.org/docs/stable/generated/torch.matmul.html
"""

from __future__ import annotations

from dataclasses import dataclass

from .broadcasting import Shape, axes
from .language import tr


@dataclass(frozen=True)
class Meeting:
    """Two sizes that meet, or one that stands alone; None where a factor has no such axis.

    ``batch`` is the index of a batch axis, which is negative; 0 for the others.
    """

    name: str
    left: int | None
    right: int | None
    result: int | None
    fits: bool
    batch: int = 0


def meetings(left: Shape, right: Shape) -> list[Meeting]:
    """What becomes of each axis of two factors with one axis at least, the batch first."""
    found = []
    for axis in axes((left[:-2], right[:-2])):
        found.append(
            Meeting(
                tr("batch axis {axis}", axis=axis.index - 2),
                axis.sizes[0],
                axis.sizes[1],
                axis.result,
                axis.result is not None,
                axis.index - 2,
            )
        )
    inner = right[-2] if len(right) > 1 else right[-1]
    found.append(Meeting(tr("they meet"), left[-1], inner, None, left[-1] == inner))
    if len(left) > 1:
        found.append(Meeting(tr("rows of A"), left[-2], None, left[-2], True))
    if len(right) > 1:
        found.append(Meeting(tr("columns of B"), None, right[-1], right[-1], True))
    return found


def product(left: Shape, right: Shape) -> Shape | None:
    """The shape of ``A @ B``; None where the shapes do not multiply."""
    if not left or not right:
        return None
    found = meetings(left, right)
    if not all(meeting.fits for meeting in found):
        return None
    return tuple(meeting.result for meeting in found if meeting.result is not None)
