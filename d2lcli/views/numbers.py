"""Numbers as aligned text: a common number of decimals, or all of them in scientific notation."""

from __future__ import annotations

import math
from collections.abc import Sequence

Number = bool | int | float | complex


def align(values: Sequence[Number | None], digits: int) -> list[str]:
    """``values`` as texts of one width with their decimal points in line.

    Integers stay whole. Floats get as many decimals as the one that needs most to
    show ``digits`` significant digits, at most ``digits - 1``; whole floats keep
    their point (``1.``), as PyTorch prints them. Where that would hide a small
    number, or a large one needs too many places, all of them are written in
    scientific notation, with two digits less. None is a dash.
    """
    floats = [abs(value) for value in values if isinstance(value, float) and math.isfinite(value)]
    largest = max(floats, default=0.0)
    smallest = min((value for value in floats if value), default=1.0)
    if largest >= 10**8 or smallest < 10.0 ** (1 - digits):
        decimals = max(len(_mantissa(value, digits - 2)) for value in floats)
        form = f".{decimals}e"
    else:
        decimals = max((_decimals(value, digits) for value in floats), default=0)
        form = f"#.{min(decimals, digits - 1)}f"
    texts = [_text(value, form) for value in values]
    return [text.rjust(max(map(len, texts))) for text in texts]


def _mantissa(value: float, digits: int) -> str:
    """The decimals of the mantissa of ``value``, without zeros at their end."""
    return f"{value:.{digits - 1}e}".partition("e")[0].partition(".")[2].rstrip("0")


def _decimals(value: float, digits: int) -> int:
    """How many decimals ``digits`` significant digits of ``value`` take, without end zeros."""
    exponent = int(f"{value:.{digits - 1}e}".partition("e")[2])
    return max(0, len(_mantissa(value, digits)) - exponent)


def _text(value: Number | None, form: str) -> str:
    if value is None:
        return "-"
    return format(value, form) if isinstance(value, float) and math.isfinite(value) else str(value)
