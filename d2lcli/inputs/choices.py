"""One of a few words."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import Misuse, quoted


def one_of(*words: str) -> Callable[[str, object], str]:
    """What takes one of ``words``, as an option's ``parse``."""

    def parse(option: str, value: object) -> str:
        if value not in words:
            *first, last = words
            given = quoted(str(value))
            raise Misuse(
                f"{option} {given}: there is no such choice; give {', '.join(first)} or {last}"
            )
        return str(value)

    return parse


def switch(option: str, value: object) -> bool:
    """A switch that is on or off.

    Raises:
        Misuse: it is neither.
    """
    if not isinstance(value, bool):
        raise Misuse(f"{option} {quoted(str(value))}: a switch is on or off; give True or False")
    return value
