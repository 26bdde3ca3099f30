"""Steps as a page in the terminal.

A page is made of lines that know how wide they are: most of what a lesson shows is a line or two,
and rich needs as long to lay out a group of them as a lesson to run. Its tables stay its own.

Nothing is printed from a string with markup in it: ``[nan, 1.]`` would vanish. Everything a reader
sees goes through ``Text``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import IO, Any

from rich import box
from rich.bar import Bar
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.segment import Segment, Segments
from rich.table import Column as RichColumn
from rich.table import Table
from rich.text import Text

from ..messages import Explained
from ..record import Record
from ..request import PICTURE, Request
from ..results import Result
from ..runner import SETUP, Lesson, Section, Step
from .grid import grid
from .numbers import align

MARGIN = 2
NARROWEST = 20  # columns
PROSE = 88  # a line of text longer than this is hard to follow
TABLE_ROWS = 24  # a table with more rows is cut to its edges
EDGE = 3
FOLD = 8  # a function with more lines than this is folded to its head
GAP = 2  # between two columns of a table
WORD = 24  # a text in a table that is longer may be folded
TABLE_DIGITS = 6  # significant digits in a table

# Columns that have a bar beside each number where there is room for it, and the scale of the bars.
BARS = {"count": "linear", "error": "log"}
BAR = range(6, 21)  # how wide the bars may be

# Colours by their names, so that the terminal's own theme decides: readable on dark and on light.
HEADING = "bold blue"
FAINT = "bright_black"
GOOD = "green"
BAD = "red"
BAR_COLOR = "blue"
TOKENS = {
    ("Keyword",): "magenta",
    ("Operator", "Word"): "magenta",
    ("Literal", "Number"): "cyan",
    ("Literal", "String"): "green",
    ("Comment",): "bright_black",
    ("Name", "Function"): "bold",
}

Rows = Sequence[tuple[str, str]]  # what is typed or named, and what it is

# What to write for these where the terminal knows ASCII only.
ASCII = str.maketrans(
    dict(zip("µ×′−·─⋮⎡⎢⎣⎤⎥⎦", "ux'-*-:[[[]]]", strict=True))
    | {power: f"^{number}" for number, power in enumerate("²³⁴⁵⁶⁷⁸⁹", 2)}
    | {"π": "pi", "→": "->", "…": "...", "✓": "ok", "✗": "failed", "⚠": "!"}
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
    found.width, found.height = max(size.width, NARROWEST), size.height
    return found


class Page:
    """A lesson on the screen, printed step by step as it runs.

    ``whole`` shows long functions whole: where there is no screen, nothing need be folded.
    """

    def __init__(self, console: Console, whole: bool = False) -> None:
        self.console = console
        self.whole = whole
        self.width = console.width - MARGIN
        self.indent = 2 if self.width >= 40 else 0
        self.section = SETUP
        self.lesson: Lesson
        self.request: Request

    def open(self, request: Request, lesson: Lesson) -> None:
        """The title and the lesson's own words."""
        self.lesson = lesson
        self.request = request
        self._head(lesson.title, lesson.text)

    def _head(self, title: str, text: str) -> None:
        self._print()
        self._prose(title, HEADING)
        self._print(self._text("─" * min(cell_len(title), self.width), FAINT))
        for paragraph in filter(None, text.split("\n\n")):
            self._prose(paragraph)
        self._print()

    def step(self, step: Step) -> None:
        """One cell: caption, code, and what came of it."""
        self.enter(step)
        self.caption(step)
        self._indented(*self._beside(self._code(step), self._outcome(step)))
        self._print()

    def enter(self, step: Step) -> None:
        """The heading of the step's section, where the step is its first."""
        if step.cell.section != self.section:
            self.heading(self.lesson.sections[step.cell.section])

    def caption(self, step: Step) -> None:
        """What is said about the code."""
        if step.cell.caption:
            self._prose(step.cell.caption)

    def close(self, questions: Sequence[Section]) -> None:
        """Where the lesson stands in the book, what else it answers, and what comes next."""
        rows = [(f"d2l {self.lesson.name} {q.name}", q.title) for q in questions]
        if self.request.plot is not None:
            rows.append(("Picture", str(self.request.plot)))
        if self.request.export is not None and not self.whole:
            rows.append(("Saved", str(self.request.export)))
        rows += [("In the book", self.lesson.notes["Book"]), ("Next", self.lesson.notes["Next"])]
        self._ruled(rows)

    def contents(self, title: str, text: str, groups: Mapping[str, Rows]) -> None:
        """What there is: the program's own help."""
        self._head(title, text)
        for number, (heading, rows) in enumerate(groups.items()):
            if number:
                self._print()
            self._prose(heading, HEADING)
            self._rows(rows)

    def _ruled(self, rows: Rows) -> None:
        self._print(self._text("─" * min(self.width, PROSE), FAINT))
        self._rows(rows)

    def _rows(self, rows: Rows) -> None:
        table = Table.grid(
            RichColumn(overflow="fold"), RichColumn(overflow="fold"), padding=(0, 3, 0, 0)
        )
        for left, right in rows:
            table.add_row(self._text(left, FAINT), self._text(right))
        self._print(*self._rendered(table, self.width))

    def explain(self, explained: Explained, title: str) -> None:
        """A message of PyTorch: what it means, what helps, and the topic that shows it."""
        parts = {
            "The message": explained.message,
            "What it means": explained.reason,
            "What helps": explained.way_out,
        }
        for heading, text in parts.items():
            self._print()
            self._prose(heading, HEADING)
            self._prose(text)
            if heading == "What it means" and explained.table:
                self._print()
                self._indented(*self._table(explained.table))
        self._print()
        self._ruled([(f"d2l {explained.topic}", title)])

    def replay(self, record: Record) -> None:
        """All of a run that is over."""
        self.open(record.request, record.lesson)
        for step in record.steps:
            self.step(step)
        self.end(record)

    def end(self, record: Record) -> None:
        """The last lines, and what went wrong where the page is all that a reader sees."""
        if not any(step.error for step in record.steps):
            self.close(record.questions)
        if record.refusal is not None:
            self._print()
            self._prose(f"d2l: {record.refusal}")

    def value(self, result: Result) -> None:
        """A value by itself, as a lesson shows it."""
        self._print(*self._result(result))

    def unknown(self, nearest: Rows) -> None:
        """Topics that may be about a message that is not known."""
        self._print()
        self._prose("The nearest topics", HEADING)
        self._ruled([(f"d2l {topic}", title) for topic, title in nearest])

    # The parts of a step

    def heading(self, section: Section) -> None:
        """What a section is about."""
        self.section = section.name
        name = f" {section.name}"
        free = min(self.width, PROSE) - cell_len(section.title) - len(name) - 2
        if free > 2:
            line = self._text(section.title, HEADING)
            rule = self._text(f" {'─' * free}{name}", FAINT)
            self._print(Text.assemble(line, rule))
        else:
            self._prose(section.title, HEADING)
        for paragraph in filter(None, section.text.split("\n\n")):
            self._prose(paragraph)
        self._print()

    def _code(self, step: Step) -> Text:
        """The code, but of a long function the head only, and of a long piece of drawing none."""
        code = step.cell.code
        lines = code.count("\n") + 1
        head = step.cell.signature or ("" if step.cell.section == PICTURE else None)
        if head is None or lines <= FOLD or self.whole:
            return self._highlight(code)
        rest = lines - head.count("\n") - 1 if head else lines
        note = self._text(f"… {rest} lines, whole in --json", FAINT)
        return self._highlight(head).append("\n    ").append_text(note) if head else note

    def _highlight(self, code: str) -> Text:
        code = self._ascii(code)
        if self.console.color_system is None:
            return Text(code)
        from rich.style import Style
        from rich.syntax import ANSISyntaxTheme, Syntax

        theme = ANSISyntaxTheme({token: Style.parse(style) for token, style in TOKENS.items()})
        text = Syntax(code, "python", theme=theme, background_color="default").highlight(code)
        text.rstrip()
        return text

    def _outcome(self, step: Step) -> list[Text]:
        lines: list[Text] = []
        if step.stdout:
            lines += self._text(step.stdout.rstrip("\n"), "yellow").split(allow_blank=True)
        # Where in PyTorch's own code a warning comes from is no news to a reader.
        warned = [re.sub(r" ?\(Triggered internally at .*\)", "", text) for text in step.warnings]
        for warning in warned:
            lines += self._text(f"⚠ {warning}", "yellow").split(allow_blank=True)
        if step.result is not None:
            assert isinstance(step.result, Result)
            lines += self._result(step.result, step.cell.labels)
        if step.error is not None:
            lines.append(self._text(f"✗ {step.error.type}: {step.error.sentence}", BAD))
        elif step.cell.claims:
            lines.append(self._text("✓ holds", GOOD))
        return lines

    def _result(self, result: Result, labels: Sequence[str] = ()) -> list[Text]:
        match result.kind:
            case "tensor" | "array":
                return self._tensor(result)
            case "table":
                return self._table(result.value)
            case "list" if len(labels) == len(result.value) > 0:
                return self._list(result, labels)
            case "list" if any(item and item.shape is not None for item in result.value):
                return self._list(result, [f"[{index}]" for index in range(len(result.value))])
        return list(self._text(result.text).split(allow_blank=True))

    def _list(self, result: Result, labels: Sequence[str]) -> list[Text]:
        """The items of a tuple or a list, each behind the code that made it."""
        items = [[self._text("None")] if r is None else self._result(r) for r in result.value]
        heads = [self._text(label, FAINT) for label in labels]
        column = _width(heads) + 3
        beside = column + max(map(_width, items)) <= self.width - 4
        tall = any(r is not None and len(r.shape or ()) > 1 for r in result.value)
        lines: list[Text] = []
        for head, item in zip(heads, items, strict=True):
            if beside:
                lines += [Text()] * (tall and lines != [])
                lines += _joined([head], item, column)
            else:
                lines += [head, *item]
        return lines

    def _tensor(self, result: Result) -> list[Text]:
        """A grid of aligned numbers, with shape, dtype and device."""
        assert result.shape is not None
        assert result.dtype is not None
        facts = [str(result.shape), result.dtype.removeprefix("torch.")]
        facts += filter(None, [result.device or "NumPy", result.gradient])
        gaps = ("~", ":") if self.console.options.ascii_only else ("…", "⋮")
        lines, left_out = grid(result.value, result.shape, self.width - 4, gaps)
        note = self._text("  ".join(facts + left_out), FAINT)
        body = [self._text(line) for line in lines]
        if len(lines) == 1 and body[0].cell_len + note.cell_len + 3 <= self.width - 4:
            return [body[0].append("   ").append_text(note)]
        return [note, *body]

    def _table(self, rows: list[dict[str, Any]]) -> list[Text]:
        """A rich table: numbers to the right in aligned columns, everything else to the left.

        Where it is too wide, it is continued below, behind its first column.
        """
        shown = rows if len(rows) <= TABLE_ROWS else rows[:EDGE] + rows[-EDGE:]
        first, *others = (as_column(name, [row[name] for row in shown]) for name in rows[0])
        left_out = f"⋮ {len(rows) - len(shown)} more" if len(rows) > len(shown) else ""
        # The mark of rows that are left out stands in the first column, whole.
        room_for_it = max(first.least, len(left_out))
        first = replace(first, least=room_for_it, wanted=max(first.wanted, room_for_it))
        room = self.width - 4
        bands = [[first]]
        for column in others:
            if len(bands[-1]) > 1 and not _fits([*bands[-1], column], room):
                bands.append([first])
            bands[-1].append(column)
        tables = (self._band(band, room, left_out) for band in bands)
        return [line for table in tables for line in self._rendered(table, room)]

    def _band(self, columns: list[Column], room: int, left_out: str) -> Table:
        widths = _widths(columns, room)
        bars = sum(column.shares is not None for column in columns)
        free = room - sum(widths) - GAP * (len(widths) - 1)
        bar = min(BAR[-1], free // max(bars, 1) - GAP)
        table = Table(
            box=box.SIMPLE_HEAD,
            pad_edge=False,
            show_edge=False,
            collapse_padding=True,
            header_style="bold",
        )
        for column, width in zip(columns, widths, strict=True):
            table.add_column(
                self._text(column.name),
                justify="right" if column.numeric else "left",
                overflow="fold",
                width=width,
            )
            if column.shares is not None and bar in BAR:
                scale = BARS[column.name]
                table.add_column(self._text("" if scale == "linear" else scale), width=bar)
        for index in range(len(columns[0].texts)):
            if left_out and index == EDGE:
                table.add_row(self._text(left_out))
            cells: list[RenderableType] = []
            for column in columns:
                cells.append(self._cell(column.texts[index]))
                if column.shares is not None and bar in BAR:
                    cells.append(self._bar(column.shares[index], bar))
            table.add_row(*cells)
        return table

    def _bar(self, share: float, width: int) -> RenderableType:
        """A bar over this share of ``width``."""
        if self.console.options.ascii_only:
            return self._text("#" * round(share * width), BAR_COLOR)
        return Bar(1, 0, share, width=width, color=BAR_COLOR)

    def _cell(self, text: str) -> Text:
        return self._text(text, {"True": GOOD, "False": BAD}.get(text, ""))

    # Printing

    def _beside(self, code: Text, outcome: list[Text]) -> list[Text]:
        """Code on the left and its result on the right where both fit, else one above the other."""
        lines = list(code.split(allow_blank=True))
        column = max(_width(lines) + 3, min(self.width * 2 // 5, 44))
        if outcome and self.width >= 60 and column + _width(outcome) + 2 <= self.width:
            # The result begins beside the last line, which it is the value of.
            return [*lines[:-1], *_joined(lines[-1:], outcome, column)]
        below = self._folded(outcome, self.width - 2 * self.indent)
        shifted = [Text(" " * self.indent).append_text(line) for line in below]
        return [*lines, *shifted]

    def _folded(self, lines: Iterable[Text], width: int) -> list[Text]:
        """The lines, of which those that are wider than ``width`` are broken."""
        narrow: list[Text] = []
        for line in lines:
            if line.cell_len > width or "\t" in line.plain:
                narrow += line.wrap(self.console, width)
            else:
                narrow.append(line)
        return narrow

    def _rendered(self, what: RenderableType, width: int) -> list[Text]:
        """The lines of something that rich lays out."""
        options = self.console.options.update(width=width)
        found = self.console.render_lines(what, options, pad=False)
        pairs = ([(part.text, part.style or "") for part in line] for line in found)
        return [Text.assemble(*line) for line in pairs]

    def _prose(self, paragraph: str, style: str = "") -> None:
        text = self._text(" ".join(paragraph.split()), style)
        self._print(*self._folded([text], min(self.width, PROSE)))

    def _indented(self, *lines: Text) -> None:
        self._print(*lines, indent=self.indent)

    def _print(self, *lines: Text, indent: int = 0) -> None:
        """Print lines behind the margin, broken where they are too wide; an empty one if none.

        There are no spaces at their ends.
        """
        parts: list[Segment] = []
        for line in self._folded(lines or [Text()], self.width - indent):
            shown = Text(" " * (MARGIN + indent)).append_text(line)
            shown.rstrip()
            parts += shown.render(self.console, end="\n")
        self.console.print(Segments(parts), end="", soft_wrap=True)

    def _text(self, text: str, style: str = "") -> Text:
        return Text(self._ascii(text), style=style)

    def _ascii(self, text: str) -> str:
        """``text`` in signs that the terminal knows."""
        if self.console.options.ascii_only:
            return text.translate(ASCII).encode("ascii", "replace").decode()
        return text


def _width(lines: Iterable[Text]) -> int:
    return max((line.cell_len for line in lines), default=0)


def _joined(left: list[Text], right: list[Text], column: int) -> list[Text]:
    """One line on the left and all on the right, which begin at ``column``."""
    lines = []
    for first, second in zip_longest(left, right, fillvalue=Text()):
        line = Text().append_text(first)
        lines.append(line.append(" " * (column - line.cell_len)).append_text(second))
    return lines


@dataclass(frozen=True)
class Column:
    """A table's column as text: how wide it has to be to break no word or number, and would be.

    ``shares`` are the lengths of the bars beside it, from 0 to 1, where it has any.
    """

    name: str
    texts: list[str]
    numeric: bool
    least: int
    wanted: int
    shares: list[float] | None = None


def as_column(name: str, values: list[Any]) -> Column:
    """The column of a table with these values: numbers, or anything as text."""
    numeric = all(isinstance(v, int | float | None) and not isinstance(v, bool) for v in values)
    texts = align(values, TABLE_DIGITS) if numeric else [str(value) for value in values]
    longest = max(map(cell_len, texts))
    least = max(longest if numeric else min(longest, WORD), *map(cell_len, name.split()))
    shares = _shares(values, BARS[name]) if numeric and name in BARS else None
    return Column(name, texts, numeric, least, max(longest, cell_len(name)), shares)


def _shares(values: list[Any], scale: str) -> list[float]:
    """How long the bar of each value is, beside that of the largest; without a value it is 0.

    On a logarithmic scale, bars begin one decade below the smallest value.
    """
    known = [value for value in values if value and 0 < value < math.inf]
    if scale == "log":
        lowest = math.log10(min(known, default=1)) - 1
        length = {value: math.log10(value) - lowest for value in known}
    else:
        length = {value: float(value) for value in known}
    return [length.get(value, 0) / max(length.values(), default=1) for value in values]


def _fits(columns: list[Column], room: int) -> bool:
    return sum(column.least + GAP for column in columns) - GAP <= room


def _widths(columns: list[Column], room: int) -> list[int]:
    """Widths that make a table no wider than ``room``: what each column needs, then what it wants.

    Two columns that do not even fit side by side share the room, and are folded.
    """
    if not _fits(columns, room):
        first = min(columns[0].least, max(room // 2 - GAP, 1))
        return [first, *(max(room - first - GAP, 1) for _ in columns[1:])]
    spare = room - sum(column.least + GAP for column in columns) + GAP
    widths = []
    for column in columns:
        more = min(column.wanted - column.least, spare)
        widths.append(column.least + more)
        spare -= more
    return widths
