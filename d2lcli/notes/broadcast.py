"""What there is to say of shapes: axis by axis, what is read again, and what helps a misfit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import accumulate, combinations
from math import prod

import torch
from torch import Tensor

from ..broadcasting import NAMES, Axis, Fit, Shape, axes, broadcast, repeated
from ..note import Column, Note, table
from ..words import counted, listed, number, shape

MOST = 3  # repairs that are shown
ROWS = 8  # axes that are shown of shapes that do not fit
AXES = 8  # of a result that somebody might mean
HUGE = 16  # digits of a count that is not written out


def sum(x: Tensor, y: Tensor) -> Iterator[Note]:
    """The axes of both tensors, and what their sum reads again."""
    yield from _told((tuple(x.shape), tuple(y.shape)), (x, y))


def shapes(start: Mapping[str, Sequence[Shape]]) -> Iterator[Note]:
    """The axes of any shapes, and what a sum would read again."""
    yield from _told([tuple(sizes) for sizes in start["shapes"]])


def misfit(start: Mapping[str, Sequence[Shape]]) -> Iterator[Note]:
    """The axis that does not fit, and what was tried and helps."""
    given = [tuple(sizes) for sizes in start["shapes"]]
    yield from _told(given)
    if broadcast(given) is not None:
        return
    tried = repairs(given)
    found = [way for way in tried if len(way[1]) <= AXES]
    if found:
        yield Note(
            table=table(
                Column("repair", [code for code, _ in found[:MOST]]),
                Column("result", [shape(result) for _, result in found[:MOST]]),
            )
        )
        yield Note(
            "These were tried, and fit; which one is right depends on what the axes mean."
            if len(found) > 1
            else "This was tried, and fits; whether it is right depends on what the axes mean."
        )
    elif tried:
        yield Note(f"Only results of more than {AXES} axes could be made of them.")
    else:
        yield Note(
            "No new axis and no exchange of axes in one of them helps: look where the sizes "
            "come from."
        )


def _told(given: Sequence[Shape], operands: Sequence[Tensor] = ()) -> Iterator[Note]:
    """The axis table, and the finding."""
    result = broadcast(given)
    there = axes(given)
    shown = there if len(there) <= ROWS or result is not None else _bad(there)[-ROWS:]
    drawn = {"operands": operands or _drawable(given), "shapes": given}
    if there:
        yield Note(
            table=table(
                Column("axis", [axis.index for axis in shown]),
                *(
                    Column(NAMES[place], [_size(axis.sizes[place]) for axis in shown])
                    for place in range(len(given))
                ),
                Column("result", ["✗" if a.result is None else a.result for a in shown]),
                Column("", [_verdict(axis) for axis in shown]),
            ),
            data=drawn,
        )
    else:
        yield Note(data=drawn)
    yield Note(_conflict(there) if result is None else " ".join(_result(given, result)))


def _size(size: int | None) -> int | str:
    return "–" if size is None else size


def _verdict(axis: Axis) -> str:
    """What happens along an axis, in a few words."""
    if axis.result is None:
        return "conflict"
    told = []
    if set(axis.fits) == {Fit.EQUAL}:
        return "equal"
    for fit, word in ((Fit.MISSING, "missing"), (Fit.STRETCHED, "stretched")):
        names = [NAMES[place] for place, own in enumerate(axis.fits) if own is fit]
        if names:
            told.append(f"{listed(names)} {'is' if len(names) == 1 else 'are'} {word}")
    return ", ".join(told) + (", read 0 times" if told and axis.result == 0 else "")


def _conflict(there: Sequence[Axis]) -> str:
    """Which axes do not fit, and why."""
    told = [
        f"at axis {number(axis.index)} the sizes {listed([number(n) for n in axis.large])} differ, "
        f"and {'neither' if len(axis.large) == 2 else 'none of them'} is 1"
        for axis in _bad(there)
    ]
    return f"They do not fit: {'; '.join(told[:2])}" + (
        f"; and so at {len(told) - 2} more." if len(told) > 2 else "."
    )


def _bad(there: Sequence[Axis]) -> list[Axis]:
    """The axes along which the sizes do not fit."""
    return [axis for axis in there if axis.result is None]


def _elements(count: int) -> str:
    digits = len(str(count))
    return counted(count, "element") if digits < HUGE else f"at least 1e{digits - 1} elements"


def _result(given: Sequence[Shape], result: Shape) -> Iterator[str]:
    """The shape that comes out, and a warning where more grows than may have been meant."""
    yield f"The result has the shape {shape(result)}, {_elements(prod(result))}."
    if all(sizes == result for sizes in given):
        yield f"{'Both' if len(given) == 2 else 'All'} have it already: nothing is stretched."
        return
    if 0 in result:
        return
    again = repeated(given, result)
    if not any(again):
        yield "No number is read twice: only axes of size 1 are added."
    elif all(again):
        crossed = len(given) == 2 and prod(result) == prod(map(prod, given))
        yield (
            "Careful: every number of x meets every number of y. "
            if crossed
            else "Careful: every operand is read more than once. "
        ) + "Where that is not meant, make the shapes equal first (d2l broadcast grow)."
    else:
        names = [NAMES[place] for place, more in enumerate(again) if more]
        yield f"{listed(names)} {'is' if len(names) == 1 else 'are'} read again, not copied."


def _drawable(given: Sequence[Shape]) -> list[Tensor]:
    """Tensors of these shapes with the numbers 0, 1, 2 …, each not larger than a picture needs."""
    few = [tuple(min(size, 50) for size in sizes) for sizes in given]
    if any(prod(sizes) > 10**6 for sizes in few):
        few = [tuple(min(size, 4) for size in sizes) for sizes in given]
    return [torch.arange(prod(sizes)).reshape(sizes) for sizes in few]


def repairs(given: Sequence[Shape]) -> list[tuple[str, Shape]]:
    """Ways to change operands, without changing a number, after which they broadcast.

    Returns the code of each and the shape that comes out, the smallest first. All are tried, on
    tensors without memory.
    """
    try:
        operands = [torch.empty(sizes, device="meta") for sizes in given]
    except RuntimeError:  # larger than any tensor
        return []
    found = []
    for code, changed in _ways(operands):
        try:
            result = torch.broadcast_tensors(*changed)[0].shape
        except RuntimeError:  # it does not fit either, or is larger than any tensor
            continue
        found.append((code, tuple(result)))
    return sorted(found, key=lambda way: prod(way[1]))


def _ways(operands: Sequence[Tensor]) -> Iterator[tuple[str, list[Tensor]]]:
    """One operand changed in every way; and, of more than two, all set apart."""
    most = max(operand.ndim for operand in operands)
    for place, operand in enumerate(operands):
        for code, changed in _changes(NAMES[place], operand, most):
            yield code, [*operands[:place], changed, *operands[place + 1 :]]
    if len(operands) > 2:
        behind = [*accumulate((x.ndim for x in operands[:0:-1]), initial=0)][::-1]
        named = zip(NAMES, behind, strict=False)
        codes = [f"{name}[...{', None' * count}]" for name, count in named if count]
        with suppress(RuntimeError):
            yield ", ".join(codes), [*map(_behind, operands, behind)]


def _changes(name: str, x: Tensor, most: int) -> Iterator[tuple[str, Tensor]]:
    """A new axis of size 1, two axes exchanged, or new axes behind all others."""
    ways: list[tuple[str, Callable[[], Tensor]]] = [
        (f"{name}.unsqueeze({axis})", partial(x.unsqueeze, axis)) for axis in range(x.ndim + 1)
    ]
    for first, second in combinations(range(x.ndim), 2):
        ways.append((f"{name}.transpose({first}, {second})", partial(x.transpose, first, second)))
    for count in range(2, most + 1):
        ways.append((f"{name}[...{', None' * count}]", partial(_behind, x, count)))
    for code, change in ways:
        with suppress(RuntimeError):  # torch counts elements as if none of the sizes were 0
            yield code, change()


def _behind(x: Tensor, count: int) -> Tensor:
    """So many axes of size 1 behind all others."""
    return x[(..., *[None] * count)]


def stretch(wide_x: Tensor, wide_y: Tensor) -> Iterator[Note]:
    """What a stride of 0 means."""
    if not wide_x.numel():
        yield Note("The result has no elements: nothing is read.")
        return
    for name, wide in (("x", wide_x), ("y", wide_y)):
        again = [
            axis - wide.ndim
            for axis, step in enumerate(wide.stride())
            if step == 0 and wide.shape[axis] > 1
        ]
        if again:
            where = listed([number(axis) for axis in again])
            axes = "axis" if len(again) == 1 else "the axes"
            yield Note(f"Along {axes} {where} the stride of {name} is 0: it is read again there.")
        else:
            yield Note(f"{name} is not stretched: each of its numbers is read once.")
