"""One of a few words."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import Misuse, quoted
from ..language import tr
from ..words import listed
from .signs import plain


def one_of(*words: str) -> Callable[[str, object], str]:
    """What takes one of ``words``, as an option's ``parse``."""

    def parse(option: str, value: object) -> str:
        found = plain(value) if isinstance(value, str) else value
        if found not in words:
            told = tr(
                "{option} {given}: there is no such choice; give {words}",
                option=option,
                given=quoted(str(value)),
                words=listed(words, "or"),
            )
            raise Misuse(told)
        return str(found)

    return parse


def switch(option: str, value: object) -> bool:
    """A switch that is on or off.

    Raises:
        Misuse: it is neither.
    """
    if not isinstance(value, bool):
        told = tr(
            "{option} {given}: a switch is on or off; give True or False",
            option=option,
            given=quoted(str(value)),
        )
        raise Misuse(told)
    return value
