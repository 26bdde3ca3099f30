"""The one rule of broadcasting: shapes are compared from the last axis, in pure Python.

Two sizes fit where they are equal, one of them is 1, or one is missing.
https://docs.pytorch.org/docs/stable/notes/broadcasting.html
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

Shape = tuple[int, ...]

NAMES = "xyzabcdeghijklmnopqrstuvw"  # of operands, in order; f is a function everywhere else


class Fit(Enum):
    """What happens to one operand along one axis."""

    EQUAL = "equal"  # it has the result's size
    STRETCHED = "stretched"  # its 1 is read again and again
    MISSING = "missing"  # it has no such axis, and is repeated as a whole
    CONFLICT = "conflict"  # neither equal nor 1


@dataclass(frozen=True)
class Axis:
    """One axis of the result.

    ``index`` counts from the right: -1 is the last axis. ``sizes`` has None where an operand has no
    such axis. ``result`` is None where the sizes do not fit.
    """

    index: int
    sizes: tuple[int | None, ...]

    @property
    def large(self) -> list[int]:
        """The different sizes other than 1, in the operands' order."""
        return list(dict.fromkeys(s for s in self.sizes if s is not None and s != 1))

    @property
    def result(self) -> int | None:
        """The size of the result."""
        return None if len(self.large) > 1 else [*self.large, 1][0]

    @property
    def fits(self) -> tuple[Fit, ...]:
        """What happens to each operand."""

        def fit(size: int | None) -> Fit:
            if size is None:
                return Fit.MISSING
            if size == 1 and self.large:
                return Fit.STRETCHED
            return Fit.EQUAL if self.result is not None else Fit.CONFLICT

        return tuple(map(fit, self.sizes))


def axes(shapes: Sequence[Shape]) -> list[Axis]:
    """Every axis of the result, the outermost first."""
    most = max(map(len, shapes), default=0)
    return [
        Axis(-n, tuple(shape[-n] if len(shape) >= n else None for shape in shapes))
        for n in range(most, 0, -1)
    ]


def broadcast(shapes: Iterable[Shape]) -> Shape | None:
    """The shape of the result; None where the shapes do not fit."""
    sizes = [axis.result for axis in axes(list(shapes))]
    return None if None in sizes else tuple(size for size in sizes if size is not None)


def repeated(shapes: Sequence[Shape], result: Shape) -> list[bool]:
    """For each operand, whether numbers of it are read more than once."""
    return [_count(shape) < _count(result) for shape in shapes]


def _count(shape: Shape) -> int:
    count = 1
    for size in shape:
        count *= size
    return count
