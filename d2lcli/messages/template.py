"""Messages as PyTorch writes them, with places for sizes and names.

A template is the message itself. ``{name:kind}`` stands for a size or a name, a kind being one of
``KINDS`` or alternatives, ``{factor:self|mat2}``; without a name nothing is kept: ``{:was|were}``.
A place called ``after`` at the end holds somebody's own words. Texts are compared after
`text.plain`: one space between words, straight quotes.
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
    "few": r".{1,60}?",
    "text": r".{0,400}?",
    "long": r".{0,1500}?",
    "keys": r".{1,3000}",
    "values": r".{1,300}",
    # A type in PyTorch's words, Float, and in C++'s: long int, unsigned char, c10::Half.
    "type": r"(?:(?:un)?signed )?(?:long long|(?:long|short) int|c10::\w+(?:<\w+>)?"
    r"|torch\.\w+|\w+)",
}
PLACE = re.compile(r"\{(\w*):([^{}]+)\}")
SHORTEST = 24  # characters that a message cut off has to have, and as many words as
WORDS = 3
LOOSE = (":few}", ":text}", ":long}")
LITERAL = 12  # of them words of the message itself


class Template:
    """One wording of a message."""

    def __init__(self, pattern: str) -> None:
        self.parts = _parts(pattern.replace("`", "'"))

    @cached_property
    def anchor(self) -> str:
        """The longest piece that is the same in every text, squeezed."""
        words = (piece for piece, place in self.parts if not place)
        return squeezed(max(words, key=len, default=""))

    @cached_property
    def chosen(self) -> frozenset[str]:
        """Places with a choice of words, {kind:list|tuple}, which tell a message from others."""
        places = (PLACE.fullmatch(piece) for piece, place in self.parts if place)
        return frozenset(found[1] for found in places if found and found[2] not in KINDS) - {""}

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Finds the message in a text with one space between words."""
        # Somebody who retypes a message begins it with a capital.
        pieces = [place or _in_any_quotes(piece) for piece, place in self.parts]
        pieces[:1] = [re.sub(r"^[A-Za-z]", r"(?i:\g<0>)", piece) for piece in pieces[:1]]
        # "not Image" is no part of "not ImageOutput".
        chosen = bool(self.parts) and re.fullmatch(r"\{\w*:[^{}]*\|[^{}]*\w\}", self.parts[-1][0])
        ends = r"(?!\w)" if chosen else ""
        return re.compile(r"(?<!\w)" * self.opening[:1].isalnum() + "".join(pieces) + ends)

    @cached_property
    def loose(self) -> re.Pattern[str]:
        """Finds the message where lines were broken inside words, and joined again."""
        pieces = (
            (place or _in_any_quotes(piece)).replace(r"\ ", " ?") for piece, place in self.parts
        )
        return re.compile("".join(pieces))

    def cut(self, text: str) -> dict[str, str] | None:
        """The fields of a text that ends on the way through the message; None where none does.

        What stands at the very end may be cut off itself, and is no field.
        """
        left = text[self._start(text) :]
        fields: dict[str, str] = {}
        read = 0
        for number, (piece, place) in enumerate(self.parts):
            if not place:
                if not left.startswith(piece):
                    known = read + len(left)
                    return fields if piece.startswith(left) and _enough(text, known) else None
                left, read = left[len(piece) :], read + len(piece)
                continue
            following = self._literal(number + 1)
            alone, followed = self.places[number]
            match = followed.match(left)
            if match is not None:
                left = left[match.end() - len(following) :]
            else:
                match, left = _ending(alone, following, left, loose=piece.endswith(LOOSE))
                if match is None:
                    return fields if left == "" and _enough(text, read) else None
            fields.update({name: value for name, value in match.groupdict().items() if value})
        return None

    @cached_property
    def places(self) -> dict[int, tuple[re.Pattern[str], re.Pattern[str]]]:
        """Of each place's number what fits it, alone and with the words that follow."""
        return {
            number: (re.compile(place), re.compile(place + re.escape(self._literal(number + 1))))
            for number, (_, place) in enumerate(self.parts)
            if place
        }

    def _literal(self, number: int) -> str:
        """A part of the message, if it is the same in every text."""
        piece, place = self.parts[number] if number < len(self.parts) else ("", "")
        return "" if place else piece

    @cached_property
    def opening(self) -> str:
        """The first signs of the message, "" where they may differ."""
        return self._literal(0)[:SHORTEST]

    def _start(self, text: str) -> int:
        """Where the message may begin in a text: at its beginning, or behind a mark."""
        start = text.find(self.opening)
        return start if start > 0 and re.search(r"[:.\])>] $", text[:start]) else 0


def _ending(
    place: re.Pattern[str], following: str, left: str, *, loose: bool
) -> tuple[re.Match[str] | None, str]:
    """A place at the end of a text that is cut off behind it, and what is left of the text.

    Without a match "" is left where the text ends within the place.
    """
    last = left[-1:]
    for length in range(min(len(following), len(left)), 2 if loose else 0, -1):
        if following[length - 1] == last and left.endswith(following[:length]):
            match = place.fullmatch(left[:-length])
            if match is not None:
                return match, left[-length:]
    return None, "" if loose or not left or place.fullmatch(left) else left


def _enough(text: str, known: int) -> bool:
    """Whether so many signs of a message were there that it can be no other."""
    return known >= LITERAL and len(text) >= SHORTEST and len(text.split()) >= WORDS


def squeezed(text: str) -> str:
    """A text in small letters, without spaces, and with one kind of quotes."""
    return text.replace(" ", "").replace('"', "'").lower()


def _in_any_quotes(piece: str) -> str:
    """Words of a message, in whichever quotes somebody wrote them."""
    return re.sub("['\"]", "['\"]", re.escape(piece))


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
    # A text at the end reaches as far as its paragraph.
    piece, last = parts[-1]
    return [*parts[:-1], (piece, last.replace(KINDS["text"], r"(?:(?!  ).){0,400}"))]
