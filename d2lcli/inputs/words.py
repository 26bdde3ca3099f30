"""The words behind a command: which of them are values, and which are topics."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..errors import Misuse, quoted

# Digits, signs and brackets, and what a number may be besides.
VALUE = re.compile(r"(?=.*[\d,()\[])(?:nan|inf|e|pi|[-+.\d,()\[\]\s])+")

Words = tuple[tuple[str, ...], tuple[str, ...]]


def values(words: Sequence[str]) -> Words:
    """What is made of digits, commas and brackets is a value; anything else is a topic."""
    found = tuple(word for word in words if VALUE.fullmatch(word))
    return found, tuple(word for word in words if not VALUE.fullmatch(word))


def behind(topic: str) -> Callable[[Sequence[str]], Words]:
    """What takes the words behind ``topic`` for values."""

    def split(words: Sequence[str]) -> Words:
        if topic not in words:
            return (), tuple(words)
        place = list(words).index(topic) + 1
        return tuple(words[place:]), tuple(words[:place])

    return split


def function(option: str, value: object) -> str:
    """The name of one function of torch: ``arange``, ``nn.functional.relu``.

    Raises:
        Misuse: it is no such name, or there are several.
    """
    names = list(value) if isinstance(value, list | tuple) else [value]
    if len(names) != 1:
        raise Misuse(f"{option} {' '.join(map(str, names))}: give the name of one function")
    name = str(names[0]).removeprefix("torch.")
    if not re.fullmatch(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*){0,4}", name) or "__" in name:
        raise Misuse(
            f"{option} {quoted(str(names[0]))}: this is no name of a function; give one such as "
            "arange or nn.functional.relu"
        )
    return name
