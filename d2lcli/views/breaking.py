"""Where Chinese lines may be broken: between any two signs, but not before 。 or behind （."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, JustifyMethod, OverflowMethod
from rich.containers import Lines
from rich.measure import Measurement
from rich.text import Text

WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
OPENING = "（「『【《〈“‘([{"
CLOSING = "，。、：；！？）」』】》〉”’…%,.:;!?)]}"
BEHIND = "".join(sign for sign in CLOSING if sign not in ",.")  # after Chinese these begin code
# One sign of Chinese, a tuple as Python writes it, or a word, with the signs that stay with it.
UNIT = re.compile(
    rf"[{re.escape(OPENING)}]*?(?:{WIDE.pattern}[{re.escape(BEHIND)}]*"
    rf"|(?:\([-\d., ]+\)|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+)[,.]*[{re.escape(BEHIND)}]*)"
    rf"|\s+"
)


def is_chinese(text: str) -> bool:
    """Whether a text has Chinese signs in it."""
    return WIDE.search(text) is not None


def units(text: str) -> list[str]:
    """The parts of a text between which a line may end. Together they are the text."""
    found: list[str] = []
    for part in UNIT.findall(text):
        # A closing sign at the beginning belongs to what is before it, as behind a space does not.
        while part and part[0] in BEHIND and found and not found[-1].isspace():
            found[-1] += part[0]
            part = part[1:]
        if part and found and found[-1][-1] in OPENING:
            found[-1] += part
        elif part:
            found.append(part)
    return found


def places(text: str, width: int) -> Iterator[int]:
    """Where to break a text into lines of at most ``width`` cells."""
    line = place = 0
    for part in units(text):
        wide = cell_len(part)
        if line and line + cell_len(part.rstrip()) > width:
            yield place
            line = 0
        while wide > width:  # a word longer than a line is broken inside
            cut = next(n for n in range(len(part), 0, -1) if cell_len(part[:n]) <= width or n == 1)
            place, part = place + cut, part[cut:]
            wide = cell_len(part)
            yield place
        line += wide
        place += len(part)


class Chinese(Text):
    """A text that rich breaks as Chinese is broken."""

    def wrap(
        self,
        console: Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None,
        tab_size: int = 8,
        no_wrap: bool | None = None,
    ) -> Lines:
        """Lines of at most ``width`` cells, without spaces at their ends."""
        lines = Lines()
        for line in self.split(allow_blank=True):
            if "\t" in line:
                line.expand_tabs(tab_size)
            cuts = [] if no_wrap else [*places(line.plain, width)]
            lines.extend(line.divide(cuts))
        for line in lines:
            line.rstrip()
        if justify:
            lines.justify(console, width, justify=justify, overflow=overflow or "fold")
        return lines

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """From the widest part that is not broken to the widest line."""
        lines = self.plain.splitlines()
        least = max((cell_len(part) for line in lines for part in units(line)), default=0)
        return Measurement(least, max(map(cell_len, lines), default=0))


def wrapped(line: Text, console: Console, width: int) -> list[Text]:
    """A line of any kind, in lines of at most ``width`` cells."""
    if not is_chinese(line.plain):
        return list(line.wrap(console, width))
    text = Chinese(line.plain, style=line.style, spans=line.spans)
    return list(text.wrap(console, width))
