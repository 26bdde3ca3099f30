"""Shapes as a reader writes them: ``3,1``, ``(3, 1)``, ``[3]`` and ``()``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import prod

from ..errors import Misuse
from ..language import tr
from ..words import counted
from ..words import shape as told
from .numbers import AXES, parts, whole, written, wrong
from .signs import plain

OPERANDS = 8
ELEMENT = 8  # bytes of an int64
LONGEST = 10**18  # of one axis

Shape = tuple[int, ...]

SHAPE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\S+")


def parse(option: str, value: object) -> Shape:
    """The shape that a text, a number or a sequence of numbers stands for.

    Raises:
        Misuse: it is none; the sentence says where.
    """
    sizes = parts(value)
    if any(isinstance(size, str) and not size.strip() for size in sizes):
        told = tr("a size is missing; give whole numbers with commas, such as 3,1")
        raise wrong(option, value, told)
    if len(sizes) > AXES:
        told = tr("{count} axes are too many; give at most {most}", count=len(sizes), most=AXES)
        raise wrong(option, value, told)
    return tuple(_size(option, size, value) for size in sizes)


def _size(option: str, size: object, given: object) -> int:
    try:
        return whole(option, size, 0, LONGEST)
    except Misuse:
        told = tr(
            "{size!r} is no size; give whole numbers with commas, such as 3,1",
            size=written(size)[:25],
        )
        raise wrong(option, given, told) from None


def not_both(shape: Shape | None, data: object | None, most: int) -> None:
    """Check what a tensor is made of: of a shape, or of numbers, which bring their own.

    Raises:
        Misuse: both are given, or the shape has more than ``most`` elements.
    """
    if shape is None:
        return
    if data is not None:
        raise Misuse(
            tr(
                "--shape {shape} and --data: numbers bring their own shape; leave out one of the "
                "two",
                shape=told(shape),
            )
        )
    if prod(shape) > most:
        raise Misuse(
            tr(
                "--shape {shape}: these are {numbers}, and a page shows a few; give at most {most}",
                shape=told(shape),
                numbers=counted(prod(shape), "number"),
                most=f"{most:,}",
            )
        )


def several(value: object) -> list[object]:
    """The parts of what should be shapes: of a text, those that are set apart in it."""
    if isinstance(value, str):
        return [*SHAPE.findall(plain(value))]
    return [*value] if isinstance(value, Iterable) else [value]


def operands(option: str, value: object) -> tuple[Shape, ...]:
    """Two shapes or more, to be broadcast together, as texts or numbers.

    Whether they fit, ``broadcasting`` says.

    Raises:
        Misuse: one of them is no shape, or there are too few or too many.
    """
    given = several(value)
    if len(given) > OPERANDS:
        raise Misuse(
            tr(
                "{option}: {count} shapes are too many; give at most {most}",
                option=option,
                count=len(given),
                most=OPERANDS,
            )
        )
    shapes = tuple(parse(tr("shape"), one) for one in given)
    if not shapes:
        raise Misuse(
            tr("{option}: nothing is there; give two or more, such as 3,1 2", option=option)
        )
    if len(shapes) == 1:
        raise Misuse(
            tr(
                "shape {shape}: one shape has nothing to be broadcast with; give two or more, "
                "such as 3,1 2",
                shape=shapes[0],
            )
        )
    return shapes
