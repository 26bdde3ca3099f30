"""Words and tables made of a message's sizes, which several subjects use."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

from ...language import MESSAGES, tr
from ..entry import Fields, Found, Row


def typed(found: Found, name: str) -> str:
    """A shape as the command line takes it: ``2,3``."""
    return ",".join(map(str, found.shape(name)))


def axes(first: int, last: int) -> str:
    """Which axes there are, as a person would say it."""
    if last == 0:
        return tr("its only axis is 0", MESSAGES)
    text = (
        tr("its axes are 0 and {last}, or {first} and -1 counted from the last", MESSAGES)
        if last == 1
        else tr("its axes are 0 to {last}, or {first} to -1 counted from the last", MESSAGES)
    )
    return text.format(first=first, last=last)


def indices(size: int) -> str:
    """Which indices an axis of this size has."""
    if size < 2:
        return tr("its only index is 0" if size else "it is empty", MESSAGES)
    text = (
        tr("its indices are 0 and {last}, or -{size} and -1 counted from the end", MESSAGES)
        if size == 2
        else tr("its indices are 0 to {last}, or -{size} to -1 counted from the end", MESSAGES)
    )
    return text.format(last=size - 1, size=size)


def room(shape: list[int]) -> int:
    """How many numbers a shape has room for, -1 aside."""
    return prod(size for size in shape if size != -1)


def conflict(found: Found) -> list[Row]:
    """The axis along which two shapes do not fit."""
    axis, a, b = (found.number(name) for name in ("axis", "a", "b"))
    return [{"axis": axis, "a": a, "b": b, "verdict": tr("conflict", MESSAGES)}]


def fitting(found: Found) -> list[Row]:
    """Whether a value fits into a target, axis by axis from the right."""
    target, value = found.shape("target"), found.shape("value")
    rows: list[Row] = []
    for axis in range(-max(len(target), len(value)), 0):
        place = target[axis] if len(target) >= -axis else "-"
        size = value[axis] if len(value) >= -axis else "-"
        verdict = tr("fits", MESSAGES)
        if isinstance(place, int) and isinstance(size, int) and size < place and size != 1:
            verdict = tr("{size} do not fill {place}", MESSAGES, size=size, place=place)
        elif size not in (place, 1, "-"):
            verdict = tr("no room for {size}", MESSAGES, size=size)
        rows.append({"axis": axis, "target": place, "value": size, "verdict": verdict})
    return rows


def shapes(*names: str) -> Fields:
    """A function that gives shapes as the command line takes them, under the same names + _."""

    def more(found: Found) -> Mapping[str, str]:
        return {f"{name}_": typed(found, name) for name in names if name in found.fields}

    return more
