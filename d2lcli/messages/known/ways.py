"""Ways out as they are written in the tables: a line for each, the sign before its colon."""

from __future__ import annotations

import re
from collections.abc import Callable
from textwrap import dedent

from ..entry import Found, Way


def ways(text: str, when: Callable[[Found], bool] | None = None) -> tuple[Way, ...]:
    """Ways out, one below the other: a sign, a colon, and what helps then."""
    lines = re.sub(r"\n +", " ", dedent(text).strip()).splitlines()
    parts = [line.partition(": ") for line in lines]
    return tuple(Way(sign, remedy, when) for sign, _, remedy in parts)


def by_kind(text: str, field: str = "kind") -> tuple[Way, ...]:
    """The same where an object's type proves the sign: list, tuple | a batch: Take it apart."""

    def proof(kinds: list[str]) -> Callable[[Found], bool]:
        return lambda found: found[field] in kinds

    told = []
    for way in ways(text):
        kinds, _, sign = way.sign.partition(" | ")
        told.append(Way(sign, way.remedy, proof(kinds.split(", "))))
    return tuple(told)


def in_line(pattern: str, flags: int = 0) -> Callable[[Found], bool]:
    """The proof that the line that failed has what a pattern says."""
    return lambda found: re.search(pattern, found.line, flags) is not None
