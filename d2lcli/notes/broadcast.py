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
from ..language import tr
from ..note import Column, Note, table
from ..words import counted, enumerated, listed, number, sentences, shape
from .memory import Allocated

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
            tr("These were tried, and fit; which one is right depends on what the axes mean.")
            if len(found) > 1
            else tr("This was tried, and fits; whether it is right depends on what the axes mean.")
        )
    elif tried:
        yield Note(tr("Only results of more than {most} axes could be made of them.", most=AXES))
    else:
        yield Note(
            tr(
                "No new axis and no exchange of axes in one of them helps: look where the sizes "
                "come from."
            )
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
    yield Note(_conflict(there) if result is None else sentences(*_result(given, result)))


def _size(size: int | None) -> int | str:
    return "–" if size is None else size


def _verdict(axis: Axis) -> str:
    """What happens along an axis, in a few words."""
    if axis.result is None:
        return tr("conflict")
    if set(axis.fits) == {Fit.EQUAL}:
        return tr("equal")
    missing, stretched = (
        [NAMES[place] for place, own in enumerate(axis.fits) if own is fit]
        for fit in (Fit.MISSING, Fit.STRETCHED)
    )
    told = []
    if missing:
        told.append(
            tr(
                "{names} is missing" if len(missing) == 1 else "{names} are missing",
                names=listed(missing),
            )
        )
    if stretched:
        told.append(
            tr(
                "{names} is stretched" if len(stretched) == 1 else "{names} are stretched",
                names=listed(stretched),
            )
        )
    if told and axis.result == 0:
        told.append(tr("read 0 times"))
    return enumerated(told)


def _conflict(there: Sequence[Axis]) -> str:
    """Which axes do not fit, and why."""
    told = [
        tr(
            "at axis {axis} the sizes {sizes} differ, and neither is 1"
            if len(axis.large) == 2
            else "at axis {axis} the sizes {sizes} differ, and none of them is 1",
            axis=number(axis.index),
            sizes=listed([number(size) for size in axis.large]),
        )
        for axis in _bad(there)
    ]
    return tr(
        "They do not fit: {axes}; and so at {count} more."
        if len(told) > 2
        else "They do not fit: {axes}.",
        axes=tr("; ").join(told[:2]),
        count=len(told) - 2,
    )


def _bad(there: Sequence[Axis]) -> list[Axis]:
    """The axes along which the sizes do not fit."""
    return [axis for axis in there if axis.result is None]


def _elements(count: int) -> str:
    digits = len(str(count))
    if digits < HUGE:
        return counted(count, "element")
    return tr("at least {count} elements", count=f"1e{digits - 1}")


def _result(given: Sequence[Shape], result: Shape) -> Iterator[str]:
    """The shape that comes out, and a warning where more grows than may have been meant."""
    yield tr(
        "The result has the shape {shape}, {elements}.",
        shape=shape(result),
        elements=_elements(prod(result)),
    )
    if all(sizes == result for sizes in given):
        yield tr(
            "Both have it already: nothing is stretched."
            if len(given) == 2
            else "All have it already: nothing is stretched."
        )
        return
    if 0 in result:
        return
    again = repeated(given, result)
    if not any(again):
        yield tr("No number is read twice: only axes of size 1 are added.")
    elif all(again):
        crossed = len(given) == 2 and prod(result) == prod(map(prod, given))
        yield tr(
            "Careful: every number of x meets every number of y."
            if crossed
            else "Careful: every operand is read more than once."
        )
        yield tr("Where that is not meant, make the shapes equal first (d2l broadcast grow).")
    else:
        names = [NAMES[place] for place, more in enumerate(again) if more]
        yield tr(
            "{names} is read again, not copied."
            if len(names) == 1
            else "{names} are read again, not copied.",
            names=listed(names),
        )


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
    except (RuntimeError, TypeError):  # larger than any tensor; torch 2.0 calls it a type
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


def stretch(x: Tensor, y: Tensor, wide_x: Tensor, wide_y: Tensor) -> Iterator[Note]:
    """What a stride of 0 means, and what x + y takes of memory for it."""
    if not wide_x.numel():
        yield Note(tr("The result has no elements: nothing is read."))
        return
    for name, wide in (("x", wide_x), ("y", wide_y)):
        again = [
            axis - wide.ndim
            for axis, step in enumerate(wide.stride())
            if step == 0 and wide.shape[axis] > 1
        ]
        if again:
            told = tr(
                "Along axis {axes} the stride of {name} is 0: it is read again there."
                if len(again) == 1
                else "Along the axes {axes} the stride of {name} is 0: it is read again there.",
                axes=listed([number(axis) for axis in again]),
                name=name,
            )
            yield Note(told)
        else:
            yield Note(tr("{name} is not stretched: each of its numbers is read once.", name=name))
    yield Note(sentences(*_taken(x, y)))


def _taken(x: Tensor, y: Tensor) -> Iterator[str]:
    """The new memory of x + y, and of the same in place where an operand has its shape."""
    with Allocated() as added:
        result = x + y
    if added.bytes == result.numel() * result.element_size():
        yield tr(
            "x + y makes its result, {bytes} bytes, and no stretched copy of an operand.",
            bytes=number(added.bytes),
        )
    for code, own, other in (("x += y", x, y), ("y += x", y, x)):
        if own.shape == result.shape:
            copy = own.clone()
            with Allocated() as changed:
                copy += other
            if not changed.bytes:
                yield tr("{code} makes nothing new.", code=code)
                return


def expand(x: Tensor, wide: Tensor, copied: Tensor) -> Iterator[Note]:
    """What both take of memory."""
    memory = x.untyped_storage().data_ptr()
    if wide.untyped_storage().data_ptr() == memory != copied.untyped_storage().data_ptr():
        told = tr(
            "expand needs no memory for its {elements}; repeat needs {bytes} bytes.",
            elements=counted(wide.numel(), "element"),
            bytes=number(copied.untyped_storage().nbytes()),
        )
        yield Note(told)
