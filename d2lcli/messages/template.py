"""Messages as PyTorch writes them, with places for sizes and names.

A template is the message itself. ``{name:kind}`` stands for a size or a name, a kind being one of
``KINDS`` or alternatives, ``{factor:self|mat2}``; without a name nothing is kept: ``{:was|were}``.
Texts are compared after `text.plain`: one space between words, straight quotes.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

KINDS = {
    "int": r"-?\d+",
    "shape": r"[-\d, ]*",
    "name": r"[\w.]*\w",
    "device": r"\w+(?::\d+)?",
    "amount": r"[\d.]+ ?\w+",
    "quoted": r"[^'\"]{1,300}?",
    "path": r"\S{1,300}",
    "text": r".{0,400}?",
    "long": r".{0,1500}?",
    "keys": r".{1,3000}",
    "values": r".{1,300}",
    # A type in PyTorch's words, Float, and in C++'s: long int, unsigned char, c10::Half.
    "type": r"(?:(?:un)?signed )?(?:long long|(?:long|short) int|c10::\w+(?:<\w+>)?|torch\.\w+|\w+)",
}
PLACE = re.compile(r"\{(\w*):([^{}]+)\}")
SHORTEST = 16  # characters that a message cut off has to have, and as many words as
WORDS = 3


class Template:
    """One wording of a message."""

    def __init__(self, pattern: str) -> None:
        self.parts = _parts(pattern.replace("`", "'"))

    @cached_property
    def anchor(self) -> str:
        """The longest piece of the message that is the same in every text."""
        words = (piece for piece, place in self.parts if not place)
        return max(words, key=len, default="").strip()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Finds the message in a text with one space between words."""
        return re.compile("".join(place or re.escape(piece) for piece, place in self.parts))

    @cached_property
    def loose(self) -> re.Pattern[str]:
        """Finds the message where lines were broken inside words, and joined again."""
        pieces = (
            place or re.escape(piece).replace(r"\ ", " ?") for piece, place in self.parts
        )
        return re.compile("".join(pieces))

    def cut(self, text: str) -> dict[str, str] | None:
        """The fields of a text that ends on the way through the message; None where none does.

        What stands at the very end may be cut off itself, and is no field.
        """
        left, fields = text[self._start(text) :], {}
        read = 0
        for number, (piece, place) in enumerate(self.parts):
            if not place:
                if not left.startswith(piece):
                    return fields if piece.startswith(left) and _enough(text, read) else None
                left, read = left[len(piece) :], read + len(piece)
                continue
            following = self.parts[number + 1][0] if number + 1 < len(self.parts) else ""
            match = re.match(place + re.escape(following), left) or re.match(place, left)
            if match is None:
                return fields if not left and _enough(text, read) else None
            rest = left[len(match[0]) - len(following) :] if match[0].endswith(following) else ""
            if following and not match[0].endswith(following):
                rest = left[match.end() :]
                if piece.endswith((":text}", ":long}")) or not rest:
                    return fields if _enough(text, read) else None
                if not following.startswith(rest):
                    return None
            kept = {name: value for name, value in match.groupdict().items() if value}
            fields.update(kept)
            left = rest
        return None

    def _start(self, text: str) -> int:
        """Where the message may begin in a text."""
        piece, place = self.parts[0] if self.parts else ("", "")
        return max(text.find(piece[:SHORTEST]), 0) if not place and len(piece) >= SHORTEST else 0


def _enough(text: str, read: int) -> bool:
    """Whether so much of a message was there that it can be no other."""
    return len(text) >= SHORTEST and len(text.split()) >= WORDS and read + len(text) >= SHORTEST


@cache
def template(pattern: str) -> Template:
    """The template of a pattern, made once."""
    return Template(pattern)


def _parts(pattern: str) -> list[tuple[str, str]]:
    """Words of the message, and regular expressions for the places between them."""
    parts, at = [], 0
    for place in PLACE.finditer(pattern):
        parts.append((pattern[at : place.start()], ""))
        name, kind = place.groups()
        inner = KINDS.get(kind) or "|".join(map(re.escape, kind.split("|")))
        parts.append((place[0], f"(?P<{name}>{inner})" if name else f"(?:{inner})"))
        at = place.end()
    parts = [part for part in [*parts, (pattern[at:], "")] if part[0]]
    if not parts:
        return []
    # A text at the end reaches as far as there is one.
    piece, last = parts[-1]
    return [*parts[:-1], (piece, last.replace("{0,400}?", "{0,400}"))]
