"""Values, tables and code as HTML: what a page for a browser is put together from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import product
from math import prod
from typing import Any

from ..errors import printable
from ..note import Column, Table
from ..request import Request
from ..run import Step
from ..values import Result
from .numbers import align
from .table import Cells, cells

DIGITS = 5  # significant digits of a float in a matrix
ROWS, COLUMNS, BLOCKS = 12, 12, 8  # of a tensor; of more, the first and the last are shown
LINES, EDGE = 40, 10  # rows of a table, likewise
WORDS = 24  # a longer text in a table may be folded

# What is coloured in code, by the class of its colour: kinds of tokens as pygments names them.
CLASSES = {
    "Token.Keyword": "k",
    "Token.Operator.Word": "k",
    "Token.Literal.Number": "n",
    "Token.Literal.String": "s",
    "Token.Comment": "c",
    "Token.Name.Function": "f",
}


def text(content: str) -> str:
    """``content`` as it stands, for a browser."""
    return escape(printable(content))


def element(name: str, content: str, kind: str = "") -> str:
    """An element of this name and class, with ``content`` in it, which is HTML already."""
    attribute = f' class="{kind}"' if kind else ""
    return f"<{name}{attribute}>{content}</{name}>"


def code(source: str) -> str:
    """A block of Python, with its words, numbers, texts and comments in colours."""
    from rich.syntax import Syntax

    lexer = Syntax("", "python").lexer
    assert lexer is not None
    parts = []
    for kind, part in lexer.get_tokens(source):
        found = next((c for name, c in CLASSES.items() if str(kind).startswith(name)), "")
        parts.append(element("span", text(part), found) if found else text(part))
    return element("pre", "".join(parts).rstrip("\n"), "code")


# What comes of a step


def outcome(step: Step, request: Request) -> list[str]:
    """What a cell printed, warned, gave, or failed with."""
    found = []
    if step.stdout:
        found.append(element("pre", text(step.stdout.rstrip("\n"))))
    for told in step.warnings:
        # Where in PyTorch's own code a warning comes from is no news to a reader.
        warning = re.sub(r" ?\(Triggered internally at .*\)", "", told)
        found.append(element("pre", f"⚠ {text(warning)}", "told"))
    if step.result is not None:
        found.append(value(step.result, request, step.cell.labels))
    if step.error is not None:
        error = f"✗ {step.error.type}: {step.error.sentence}"
        found.append(element("pre", text(error), "bad"))
    elif step.cell.claims:
        found.append(element("div", "✓ holds", "good"))
    return found


def value(result: Result, request: Request, labels: Sequence[str] = ()) -> str:
    """A value: matrices with their facts, a table, items behind their code, or text."""
    match result.kind:
        case "tensor" | "array":
            return tensor(result, request)
        case "table":
            names = [*result.value[0]] if result.value else list(labels)
            columns = [Column(name, [row[name] for row in result.value]) for name in names]
            return table(Table(tuple(columns)))
        case "list" if len(labels) == len(result.value) > 0:
            return _items(result, request, labels)
        case "list" if any(item and item.shape is not None for item in result.value):
            return _items(result, request, [f"[{place}]" for place in range(len(result.value))])
    return element("pre", text(result.text))


def _items(result: Result, request: Request, labels: Sequence[str]) -> str:
    """The items of a tuple or a list, each behind the code that made it."""
    parts = []
    for label, item in zip(labels, result.value, strict=True):
        shown = element("pre", "None") if item is None else value(item, request)
        parts += [element("code", text(label)), element("div", shown)]
    return element("div", "".join(parts), "items")


# Tensors


def tensor(result: Result, request: Request) -> str:
    """Matrices between brackets, with the shape, and dtype and device where they differ."""
    assert result.shape is not None
    told = [str(result.shape)] if result.shape else []
    dtype = (result.dtype or "").removeprefix("torch.")
    if dtype not in request.facts:
        told.append(dtype)
    if result.device != request.device:
        told.append(result.device or "NumPy")
    told += [result.gradient] if result.gradient else []
    if not result.shape:
        body = [element("span", align([result.value], DIGITS)[0], "value")]
    elif 0 in result.shape:
        body, told = [element("span", "[ ]", "value")], [*told, "no elements"]
    else:
        body, left_out = _matrices(result.value, result.shape)
        told += left_out
    facts = element("span", text("  ".join(told)), "facts") if told else ""
    return element("div", "".join(body) + facts, "tensor")


@dataclass(frozen=True)
class Axis:
    """The places along an axis that are held: all of them, or the same number from both ends."""

    held: int
    size: int

    def shown(self, most: int) -> list[int | None]:
        """At most as many places, and None for what is left out between them."""
        if self.held <= most:
            middle = (self.held + 1) // 2
            gap = [None] * (self.held < self.size)
            return [*range(middle), *gap, *range(middle, self.held)]
        edge = max(most // 2, 1)
        return [*range(edge), None, *range(self.held - edge, self.held)]

    def true(self, place: int) -> int:
        """The index of a place in the whole axis."""
        return place if place < (self.held + 1) // 2 else place + self.size - self.held


def _matrices(values: Any, shape: tuple[int, ...]) -> tuple[list[str], list[str]]:
    """The matrices of a tensor that has elements, and what is said of those that are left out."""
    sizes = (1, *shape) if len(shape) == 1 else shape
    values = [values] if len(shape) == 1 else values
    axes = [Axis(len(_at(values, (0,) * axis)), size) for axis, size in enumerate(sizes)]
    *outer, rows, columns = axes
    kept = [[place for place in axis.shown(BLOCKS) if place is not None] for axis in outer]
    for axis in range(len(kept)):
        if prod(map(len, kept)) > BLOCKS:
            kept[axis] = kept[axis][:1]
    row_places, column_places = rows.shown(ROWS), columns.shown(COLUMNS)
    places = [
        (*index, row, column)
        for index in product(*kept)
        for row in row_places
        for column in column_places
        if row is not None and column is not None
    ]
    numbers = align([_at(values, place) for place in places], DIGITS)
    texts = dict(zip(places, (number.strip() for number in numbers), strict=True))
    blocks = []
    for index in product(*kept):
        cut = [
            [_element(texts, index, row, column) for column in column_places] for row in row_places
        ]
        true = [axis.true(place) for axis, place in zip(outer, index, strict=True)]
        label = element("span", f"[{', '.join(map(str, true))}]", "index") if true else ""
        blocks.append(element("span", label + _matrix(cut), "block"))
    amount, shown = prod(sizes[:-2]), len(blocks)
    left_out = [f"{amount - shown} of {amount} matrices left out"] if shown < amount else []
    return blocks, left_out


def _at(values: Any, place: tuple[int, ...]) -> Any:
    for index in place:
        values = values[index]
    return values


def _element(
    texts: dict[tuple[int, ...], str], index: tuple[int, ...], row: int | None, column: int | None
) -> str:
    """A number, or the sign for what is left out."""
    if row is None:
        return "⋱" if column is None else "⋮"
    return "⋯" if column is None else texts[*index, row, column]


def _matrix(rows: Sequence[Sequence[str]]) -> str:
    lines = ("".join(element("td", text(cell)) for cell in row) for row in rows)
    body = "".join(element("tr", line) for line in lines)
    return element("span", element("span", element("table", body), "matrix"), "scroll")


# Tables


def table(content: Table) -> str:
    """A table with numbers to the right, and bars beside those that have some."""
    columns = [cells(column) for column in content.columns]
    head = "".join(_heads(column) for column in columns)
    named = any(column.name for column in columns)
    length = len(columns[0].texts)
    lines = [element("tr", "".join(_row(columns, place))) for place in range(length)]
    if length > LINES:
        gap = element("td", f"⋮ {length - 2 * EDGE} more", "facts")
        lines = [*lines[:EDGE], element("tr", gap), *lines[-EDGE:]]
    shown = element("thead", element("tr", head)) if named else ""
    whole = element("table", shown + element("tbody", "".join(lines)))
    return element("div", whole, "wide")


def _heads(column: Cells) -> str:
    kind = "right" if column.numeric else ""
    return element("th", text(column.name), kind) + ("<th></th>" if column.shares else "")


def _row(columns: Sequence[Cells], place: int) -> Iterator[str]:
    for column in columns:
        # Of a text, spaces before it stay: they make a tree.
        content = column.texts[place]
        content = content.strip() if column.numeric else content.rstrip()
        kind = "right" if column.numeric else "fold" if len(content) > WORDS else ""
        kind += {"yes": " good", "no": " bad", "✓": " good", "✗": " bad"}.get(content, "")
        yield element("td", text(content), kind.strip())
        if column.shares is not None:
            share = column.shares[place]
            bar = f'<i style="width:{100 * share:.1f}%"></i>' if share else ""
            yield element("td", bar, "bar")
