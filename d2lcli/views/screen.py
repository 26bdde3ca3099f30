"""Lines on a console: width, margin, colours, and signs that the terminal knows.

Nothing is printed from a string with markup in it: ``[nan, 1.]`` would vanish. Everything a reader
sees goes through ``Text``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.segment import Segment, Segments
from rich.text import Text

from ..errors import printable
from ..language import spoken
from .breaking import Chinese, is_chinese, wrapped
from .links import FUNCTION, documentation

MARGIN = 2
NARROWEST, USUAL = 20, 80  # columns; where COLUMNS is 0 the width is not known
PROSE = 92  # a line of text longer than this is hard to follow

# Colours by their names, so that the terminal's own theme decides. Blue is hard to read on black,
# yellow, cyan and green on white: none of them carries what must be read.
HEADING = "bold"
FAINT = "dim"
GOOD = "green"
BAD = "red"
PRINTED = "italic"
BAR = "cyan"
TOKENS = {
    ("Keyword",): "magenta",
    ("Operator", "Word"): "magenta",
    ("Literal", "String"): "italic",
    ("Comment",): "dim",
    ("Name", "Function"): "bold",
}

# What to write for these where the terminal knows ASCII only.
ASCII = str.maketrans(
    dict(zip("µ×′−·─⋮⎡⎢⎣⎤⎥⎦–÷│└├", "ux'-*-:[[[]]]-/|+|", strict=True))
    | {power: f"^{number}" for number, power in enumerate("²³⁴⁵⁶⁷⁸⁹", 2)}
    | {"π": "pi", "→": "->", "…": "...", "✓": "ok", "✗": "failed", "⚠": "!", "χ": "chi", "σ": "SE"}
    | {"≈": "~", "√": "sqrt", "∛": "cbrt", "≤": "<=", "≥": ">=", "∞": "inf", "∂": "d"}
    | {"±": "+-", "″": "''", "‴": "'''", "ε": "eps", "≠": "!="}
    | {"‘": "'", "’": "'", "“": '"', "”": '"', "—": "-"}
)


def console(file: IO[str] | None = None, **options: Any) -> Console:
    """Standard output as rich sees it, or a file without colours; ``options`` are rich's own.

    Nothing in it reads meaning into plain text. It is never narrower than ``NARROWEST``: there the
    terminal breaks lines, and nothing is lost.
    """
    options = {"color_system": "auto" if file is None else None} | options
    # With force_jupyter it would print into the notebook.
    found = Console(
        file=file, force_jupyter=False, highlight=False, markup=False, emoji=False, **options
    )
    # Both are set: rich asks the terminal again for each line otherwise.
    size = found.size
    found.width, found.height = max(size.width or USUAL, NARROWEST), size.height
    return found


class Screen:
    """What prints lines behind a margin, broken where they are too wide."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.width = console.width - MARGIN
        self.indent = 2 if self.width >= 40 else 0
        self.ascii = console.options.ascii_only
        self.encoding = console.encoding if spoken() == "zh" else "ascii"

    def text(self, text: str, style: str = "") -> Text:
        """``text`` in signs that the terminal knows, and none that it obeys."""
        text = self.plain(printable(text))
        return Chinese(text, style=style) if is_chinese(text) else Text(text, style=style)

    def plain(self, text: str) -> str:
        """``text`` in the signs of the terminal's encoding, where that is not Unicode's."""
        if not self.ascii:
            return text
        return text.translate(ASCII).encode(self.encoding, "replace").decode(self.encoding)

    def code(self, code: str) -> list[Text]:
        """Python, coloured where there are colours."""
        code = self.plain(code)
        if self.console.color_system is None:
            return list(Text(code).split(allow_blank=True))
        from rich.style import Style
        from rich.syntax import ANSISyntaxTheme, Syntax

        theme = ANSISyntaxTheme({token: Style.parse(style) for token, style in TOKENS.items()})
        text = Syntax(code, "python", theme=theme, background_color="default").highlight(code)
        text.rstrip()
        for found in FUNCTION.finditer(text.plain):
            text.stylize(Style(link=documentation(found[0])), found.start(), found.end())
        return list(text.split(allow_blank=True))

    def print(self, *lines: Text, indent: int = 0) -> None:
        """Print lines behind the margin, broken where they are too wide; an empty one if none.

        There are no spaces at their ends.
        """
        parts: list[Segment] = []
        for line in self.folded(lines or [Text()], self.width - indent):
            shown = Text(" " * (MARGIN + indent)).append_text(line)
            shown.rstrip()
            parts += shown.render(self.console, end="\n")
        self.console.print(Segments(parts), end="", soft_wrap=True)

    def prose(self, paragraph: str, style: str = "", indent: int = 0) -> None:
        """Print a paragraph, broken at its spaces."""
        self.print(*self.paragraph(paragraph, style, indent), indent=indent)

    def paragraph(self, paragraph: str, style: str = "", indent: int = 0) -> list[Text]:
        """A paragraph as lines."""
        text = self.text(" ".join(paragraph.split()), style)
        return self.folded([text], min(self.width - indent, PROSE))

    def folded(self, lines: Iterable[Text], width: int) -> list[Text]:
        """The lines, of which those that are wider than ``width`` are broken."""
        narrow: list[Text] = []
        for line in lines:
            if line.cell_len > width or "\t" in line.plain:
                narrow += wrapped(line, self.console, max(width, 1))
            else:
                narrow.append(line)
        return narrow

    def rendered(self, what: RenderableType, width: int) -> list[Text]:
        """The lines of something that rich lays out."""
        options = self.console.options.update(width=width)
        found = self.console.render_lines(what, options, pad=False)
        pairs = ([(part.text, part.style or "") for part in line] for line in found)
        return [Text.assemble(*line) for line in pairs]

    def ends(self, left: Text, right: Text) -> list[Text]:
        """One line with ``right`` at its end, or two where both do not fit."""
        room = min(self.width, PROSE) - left.cell_len - right.cell_len
        if not right.plain:
            return [left]
        if room < 2:
            return [left, right]
        return [Text.assemble(left, " " * room, right)]


def widest(lines: Iterable[Text]) -> int:
    """Columns of the widest line."""
    return max((line.cell_len for line in lines), default=0)


def columns(cells: Iterable[tuple[str, str]], gap: int = 3) -> list[tuple[str, str]]:
    """Pairs whose left sides are padded to one width."""
    pairs = list(cells)
    wide = max((cell_len(left) for left, _ in pairs), default=0) + gap
    return [(left + " " * (wide - cell_len(left)), right) for left, right in pairs]
