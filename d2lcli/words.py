"""Numbers and lists in whole sentences."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from .language import mark, spoken, tr

CLOSE = re.compile("(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")  # a space that Chinese has not


def number(value: float, digits: int = 5) -> str:
    """A number as a book prints it: a minus sign that is one, 3e-9 and not 3e-09.

    Floats get ``digits`` significant digits, integers all of theirs.
    """
    if isinstance(value, int):
        return f"{value:,}".replace("-", "−")
    if math.isnan(value):
        return "nan"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    text = f"{value + 0.0:,.{digits}g}" if abs(value) < 10**digits else f"{value:.{digits}g}"
    mantissa, e, exponent = text.partition("e")
    text = f"{mantissa}e{int(exponent)}" if e else text
    return f"−{text[1:]}" if text.startswith("-") else text


def order(p: float, digits: int = 9) -> str:
    """The order of a norm: with all its digits where fewer would make 1 or 2 of it."""
    text = number(p, digits)
    return text if text not in ("1", "2") or p in (1, 2) else repr(p)


def listed(words: Sequence[object], link: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``; ``link``: ``and`` or ``or``."""
    if not words:
        return ""
    *first, last = map(str, words)
    if not first:
        return last
    links = {"and": mark("{first} and {last}"), "or": mark("{first} or {last}")}
    told = tr(links[link], first=enumerated(first), last=last)
    return CLOSE.sub("", told) if spoken() == "zh" else told


def enumerated(words: Sequence[object]) -> str:
    """``a, b, c``."""
    return ("、" if spoken() == "zh" else ", ").join(map(str, words))


def counted(count: int, thing: str, things: str = "") -> str:
    """``1 roll``, ``1,000 rolls``."""
    return tr(f"{{count}} {thing if count == 1 else things or thing + 's'}", count=f"{count:,}")


def sentences(*told: str) -> str:
    """Sentences behind each other; empty ones are left out."""
    return ("" if spoken() == "zh" else " ").join(filter(None, told))


def shape(sizes: Sequence[int]) -> str:
    """A shape as PyTorch prints a tuple."""
    return str(tuple(sizes))
