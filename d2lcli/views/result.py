"""A cell's value as lines: grids with their facts, tables, and items behind their code."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from ..note import Column, Table
from ..values import Result
from . import table
from .grid import FEWEST, grid
from .screen import FAINT, Screen, widest

MANY = 1000  # lines: more than any tensor takes
BESIDE = 60  # columns that a page needs to have results beside code


class Results(Screen):
    """What lays out values.

    Attributes:
        terse: where a few lines are enough, how many rows of a matrix are; else 0.
        spare: how many lines all tensors to come may take beyond one each.
        each: how many of them one may take.
        facts: dtypes that need not be told.
        device: where tensors are expected; another one is told.
        column: where results begin, beside code.
        taken: how many columns the names of items take.
    """

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self.terse = 0
        self.spare = self.each = MANY
        self.facts: tuple[str, ...] = ()
        self.device = "cpu"
        self.column = 0
        self.taken = 0

    def result(self, result: Result, labels: Sequence[str] = ()) -> list[Text]:
        """A value: a grid with its facts, a table, items behind their code, or a line of text."""
        match result.kind:
            case "tensor" | "array":
                return self.tensor(result)
            case "table":
                names = [*result.value[0]] if result.value else list(labels)
                made = [Column(name, [row[name] for row in result.value]) for name in names]
                return table.lines(Table(tuple(made)), self, self.width - 2 * self.indent)
            case "list" if len(labels) == len(result.value) > 0:
                return self.items(result, labels)
            case "list" if any(item and item.shape is not None for item in result.value):
                return self.items(result, [f"[{index}]" for index in range(len(result.value))])
        return list(self.text(result.text).split(allow_blank=True))

    def items(self, result: Result, labels: Sequence[str]) -> list[Text]:
        """The items of a tuple or a list, each behind the code that made it."""
        heads = [self.text(label, FAINT) for label in labels]
        self.taken = widest(heads) + 3
        items = [[self.text("None")] if r is None else self.result(r) for r in result.value]
        self.taken = 0
        room = self.width - 2 * self.indent
        blocks = [joined([h], item, h.cell_len + 2) for h, item in zip(heads, items, strict=True)]
        if all(len(item) == 1 for item in items):
            blocks = items  # the code beside them is name enough
        gaps = 3 * (len(blocks) - 1)
        if self.terse and self.column + sum(map(widest, blocks)) + gaps <= room:
            return side_by_side(blocks)
        column = widest(heads) + 3
        if column + max(map(widest, items)) > room:
            return [line for head, item in zip(heads, items, strict=True) for line in (head, *item)]
        lines: list[Text] = []
        for head, item in zip(heads, items, strict=True):
            lines += joined([head], item, column)
        return lines

    def tensor(self, result: Result) -> list[Text]:
        """A grid of aligned numbers, with its shape, and dtype and device where they differ."""
        lines = self.laid_out(result, self.terse)
        most = min(self.spare, self.each)
        for short in range(most + 1 if self.beyond(lines) > most else 0, 0, -1):
            lines = self.laid_out(result, short)
            if self.beyond(lines) <= most:
                break
        self.spare = max(self.spare - self.beyond(lines), 0)
        return lines

    def beyond(self, lines: Sequence[Text]) -> int:
        """How many lines these take beyond the one that their code or their name has anyway."""
        beside = max(self.column, self.taken) + widest(lines) <= self.width - 2 * self.indent
        return len(lines) - beside

    def laid_out(self, result: Result, short: int) -> list[Text]:
        """The grid, of so many rows at most where ``short`` is not 0, and its facts."""
        assert result.shape is not None
        room = self.width - 2 * self.indent
        if self.terse and self.width >= BESIDE:
            room -= self.column
        gaps = ("~", ":") if self.ascii else ("…", "⋮")
        told = self.facts_beside(result)
        if 0 < short < FEWEST:  # one line, with what is said of it
            beside = len("  ".join(told)) + 3 + self.taken
            room -= beside if room >= 2 * beside else 0
        lines, left_out = grid(result.value, result.shape, room, gaps, short)
        note = self.text("  ".join([*told, *([] if self.terse else left_out)]), FAINT)
        if 0 < short < FEWEST:
            room = self.width - 2 * self.indent - self.taken
        body = [self.text(line) for line in lines]
        if not note.plain:
            return body
        if widest(body) + note.cell_len + 3 <= room:
            middle = (len(body) - 1) // 2
            wide = widest(body)
            pad = " " * (wide - body[middle].cell_len + 3)
            return [*body[:middle], body[middle].append(pad).append_text(note), *body[middle + 1 :]]
        return [note, *body]

    def facts_beside(self, result: Result) -> list[str]:
        """What is said beside a tensor: its shape, and what the head of the page does not say.

        A number by itself, and truth values, speak for themselves.
        """
        dtype = (result.dtype or "").removeprefix("torch.")
        told = [str(result.shape)] if result.shape else []
        if told and dtype != "bool" and dtype not in self.facts:
            told.append(dtype)
        if result.device != self.device:
            told.append(result.device or "NumPy")
        return [*told, result.gradient] if result.gradient else told

    def value(self, result: Result) -> None:
        """A value by itself, as a lesson shows it."""
        self.print(*self.result(result))


def side_by_side(blocks: Sequence[list[Text]]) -> list[Text]:
    """Blocks of lines beside each other, all from the first line on."""
    lines, column = list(blocks[0]), widest(blocks[0])
    for block in blocks[1:]:
        lines = joined(lines, block, column + 3)
        column = widest(lines)
    return lines


def joined(left: list[Text], right: list[Text], column: int) -> list[Text]:
    """Lines side by side; those on the right begin at ``column``."""
    lines = []
    for first, second in zip_longest(left, right, fillvalue=Text()):
        line = Text().append_text(first)
        lines.append(line.append(" " * (column - line.cell_len)).append_text(second))
    return lines
