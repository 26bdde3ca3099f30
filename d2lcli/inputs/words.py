"""The words behind a command: which of them are values, and which are topics."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from ..errors import Misuse, quoted
from ..language import tr
from .grammar import NAMES
from .signs import plain

# Digits, signs and brackets, and what a number may be besides.
VALUE = re.compile(r"(?=.*[\d,()\[])(?:nan|inf|e|pi|[-+.\d,()\[\]\s])+")
# What is meant as a value, though it is none: 2,x. No topic has a digit in front, or a comma.
MEANT = re.compile(r"[-+.(\[]*\d.*|[^\"']*,[^\"']*", re.DOTALL)
# As PyTorch prints a shape, and as people write one: 5x2x3.
PRINTED = re.compile(r"(?:torch\.)?Size\((\[[\d,\s]*\])\)")
TIMES = re.compile(r"(?<=\d)\s*[x×]\s*(?=\d)")
# Digits and what computes with them; letters have to be numbers or functions.
COMPUTED = re.compile(r"[-+*/.\w,()\[\]\s]+")
TOPIC = re.compile(r"[A-Za-z]{2,}(?:[-_][A-Za-z]{2,})*")
NUMBERS = frozenset(["nan", "inf", "infinity", "e", "pi"])

Words = tuple[tuple[str, ...], tuple[str, ...]]
Parsed = TypeVar("Parsed")


def values(words: Sequence[str]) -> Words:
    """What is made of digits, commas and brackets is a value; anything else is a topic."""
    return _parted(words, _is_value)


def shapes(words: Sequence[str]) -> Words:
    """Values, and other ways to write a shape, which come out as values."""
    found, topics = _parted(words, lambda word: _is_value(sizes(word)))
    return tuple(map(sizes, found)), topics


def sizes(text: str) -> str:
    """``text`` with shapes like ``torch.Size([5, 2, 3])`` and ``5x2x3`` as numbers."""
    return TIMES.sub(",", PRINTED.sub(r"\1", plain(text)))


def numbers(words: Sequence[str]) -> Words:
    """Numbers, which may be computed: ``2``, ``1,2,3``, ``pi/2``, ``sqrt(2)``."""
    return _parted(words, _is_number)


def formula(words: Sequence[str]) -> Words:
    """Formulas: neither numbers nor names that a topic may have, and with a letter in them."""
    return _parted(words, _is_formula)


def _parted(words: Sequence[str], mine: Callable[[str], bool]) -> Words:
    found = [mine(plain(word)) for word in words]
    both = list(zip(words, found, strict=True))
    return tuple(w for w, is_mine in both if is_mine), tuple(w for w, other in both if not other)


def _is_value(word: str) -> bool:
    return VALUE.fullmatch(word) is not None or MEANT.fullmatch(word) is not None


def _is_number(word: str) -> bool:
    names = {name.lower() for name in re.findall(r"[A-Za-z]+", re.sub(r"\de(?=[-+\d])", "", word))}
    if not COMPUTED.fullmatch(word) or not names <= NUMBERS.union(NAMES):
        return False
    # A function by itself is a topic, or meant as one.
    return bool(re.search(r"\d", word)) or bool(names & NUMBERS)


def _is_formula(word: str) -> bool:
    if _is_number(word) or TOPIC.fullmatch(word):
        return False
    return re.search(r"[A-Za-z]", word) is not None


def one(parse: Callable[[str, Any], Parsed]) -> Callable[[str, Any], Parsed]:
    """``parse`` for an option that takes one word behind the command, too.

    Raises:
        Misuse: there are several.
    """

    def parsed(option: str, value: Any) -> Parsed:
        if _are_words(value):
            if len(value) > 1:
                raise Misuse(
                    tr(
                        "{words}: {option} takes one; give one of them",
                        words=" ".join(map(quoted, value)),
                        option=option,
                    )
                )
            (value,) = value
        return parse(option, value)

    return parsed


def joined(parse: Callable[[str, Any], Parsed]) -> Callable[[str, Any], Parsed]:
    """``parse`` for an option that takes a list: words behind the command are its parts."""

    def parsed(option: str, value: Any) -> Parsed:
        if _are_words(value):
            value = ",".join(word.strip().strip(",") for word in value)
        return parse(option, value)

    return parsed


def _are_words(value: object) -> bool:
    """Whether a value stood behind the command: what a program hands in are numbers."""
    return isinstance(value, tuple) and value != () and all(isinstance(w, str) for w in value)


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
        raise Misuse(
            tr(
                "{option} {names}: give the name of one function",
                option=option,
                names=" ".join(map(str, names)),
            )
        )
    name = str(names[0]).removeprefix("torch.")
    if not re.fullmatch(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*){0,4}", name) or "__" in name:
        raise Misuse(
            tr(
                "{option} {name}: this is no name of a function; give one such as arange or "
                "nn.functional.relu",
                option=option,
                name=quoted(str(names[0])),
            )
        )
    return name
