"""Numbers and shapes as text, as a book prints them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..language import tr

RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def number(value: float, digits: int = 3) -> str:
    """A number as a book prints it: 3·10⁻⁹ and not 3e-09, and a true minus."""
    if 1000 <= abs(value) < 10**6:
        digits = max(digits, len(f"{abs(value):.0f}"))
    return powers(f"{value:,.{digits}g}".replace("-", "−").replace("inf", "∞"))


def powers(text: str) -> str:
    """A text with powers of ten as a book prints them, 10⁻⁹ in the place of 1e-09."""

    def ten(found: re.Match[str]) -> str:
        return "·10" + str(int(found[1].replace("−", "-"))).translate(RAISED)

    return re.sub(r"(?<![\d.,])1·", "", re.sub(r"(?<=\d)e([−+-]?\d+)", ten, text))


def typed(value: float) -> str:
    """A number with all its digits, as somebody typed it."""
    return powers(f"{value:,}".removesuffix(".0").replace("-", "−"))


def count(value: float, noun: str) -> str:
    """How many of something: 1 roll, 5,000 rolls, 10¹² rolls."""
    told = f"{value:,.0f}" if value < 10**7 else number(value)
    return tr(f"{{count}} {noun}" if value == 1 else f"{{count}} {noun}s", count=told)


def shape_text(shape: Sequence[int]) -> str:
    """A shape as Python writes it; of one with very many axes the first and the last."""
    sizes = list(map(str, shape))
    return f"({', '.join([*sizes[:6], '…', *sizes[-6:]])})" if len(sizes) > 13 else str((*shape,))
