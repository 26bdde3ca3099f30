"""Values, tables and code as HTML: what a page for a browser is put together from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import product
from math import prod
from typing import Any

from ..errors import printable
from ..language import tr
from ..note import Column, Table
from ..request import Request
from ..runs import Step
from ..values import Result
from .links import FUNCTION, documentation
from .numbers import align
from .table import Cells, cells

DIGITS = 5  # significant digits of a float in a matrix
ROWS, COLUMNS, BLOCKS = 12, 12, 8  # of a tensor; of more, the first and the last are shown
LINES, EDGE = 40, 10  # rows of a table, likewise
# A name with points in it that is called, as pygments writes it.
CALLED = re.compile(
    r'<span class="n">torch</span>(?:<span class="o">\.</span><span class="n">\w+</span>)+'
    r'(?=<span class="p">\()'
)
WORDS = 24  # a longer text in a table may be folded


def text(content: str) -> str:
    """``content`` as it stands, for a browser."""
    return escape(printable(content))


def element(name: str, content: str, kind: str = "") -> str:
    """An element of this name and class, with ``content`` in it, which is HTML already."""
    attribute = f' class="{kind}"' if kind else ""
    return f"<{name}{attribute}>{content}</{name}>"


def code(source: str) -> str:
    """A block of Python, with its words, numbers, texts and comments in colours."""
    # rich needs pygments, so it is there; it has no types.
    from pygments import formatters, highlight, lexers  # type: ignore[import-untyped]

    shown = highlight(
        printable(source), lexers.PythonLexer(), formatters.HtmlFormatter(nowrap=True)
    )
    return element("pre", CALLED.sub(_linked, shown.rstrip("\n")), "code")


def _linked(found: re.Match[str]) -> str:
    name = re.sub(r"<[^>]*>", "", found[0])
    return link(documentation(name), found[0]) if FUNCTION.match(f"{name}(") else found[0]


def link(address: str, content: str) -> str:
    """``content``, which is HTML already, as a link."""
    return f'<a href="{escape(address)}">{content}</a>'


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
        found.append(element("div", tr("✓ holds"), "good"))
    return found


def value(result: Result, request: Request, labels: Sequence[str] = ()) -> str:
    """A value: matrices with their facts, a table, items behind their code, or text."""
    match result.kind:
        case "tensor" | "array":
            return tensor(result, request)
        case "table":
            names = [*result.value[0]] if result.value else labels
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
    shape = result.shape or ()
    told = [str(shape)] if shape else []
    dtype = (result.dtype or "").removeprefix("torch.")
    told += [dtype] if dtype not in request.facts else []
    told += [result.device or "NumPy"] if result.device != request.device else []
    told += [result.gradient] if result.gradient else []
    if not shape:
        body = element("span", align([result.value], DIGITS)[0], "value")
    elif 0 in shape:
        body = element("span", "[ ]", "value")
        told.append(tr("no elements"))
    else:
        blocks = _matrices(result.value, shape)
        body, amount = "".join(blocks), prod(shape[:-2])
        if len(blocks) < amount:
            told.append(
                tr("{left} of {all} matrices left out", left=amount - len(blocks), all=amount)
            )
    facts = element("span", text("  ".join(told)), "facts") if told else ""
    return element("div", body + facts, "tensor")


def _matrices(values: Any, shape: tuple[int, ...]) -> list[str]:
    """The matrices of a tensor that has elements; of many, some from both ends."""
    if len(shape) == 1:
        values, shape = [values], (1, *shape)
    held = [len(_at(values, (0,) * axis)) for axis in range(len(shape))]
    most = [*(BLOCKS for _ in shape[:-2]), ROWS, COLUMNS]
    *outer, rows, columns = map(_ends, held, shape, most)
    indexes = list(product(*([place for place in axis if place is not None] for axis in outer)))
    if len(indexes) > BLOCKS:
        indexes = [*indexes[: BLOCKS // 2], *indexes[-BLOCKS // 2 :]]
    inner = [(r, c) for r in rows for c in columns if r is not None and c is not None]
    texts = iter(align([_at(values, i + place) for i in indexes for place in inner], DIGITS))
    found = []
    for index in indexes:
        lines = []
        for row in rows:
            gap = "⋱" if row is None else "⋯"
            cells = [gap if c is None else "⋮" if row is None else next(texts) for c in columns]
            lines.append("".join(element("td", cell.strip()) for cell in cells))
        true = [i + size * (i < 0) for i, size in zip(index, shape, strict=False)]
        label = element("span", str(true), "index") if true else ""
        body = element("table", "".join(element("tr", line) for line in lines))
        matrix = element("span", element("span", body, "matrix"), "scroll")
        found.append(element("span", label + matrix, "block"))
    return found


def _ends(held: int, size: int, most: int) -> list[int | None]:
    """Places along an axis: all, or so many from both ends and None for those between.

    Of ``size`` places the list holds ``held``, from both ends too; the last ones are negative.
    """
    if held == size <= most:
        return [*range(size)]
    edge = min(held, most) // 2
    return [*range(edge), None, *range(-edge, 0)]


def _at(values: Any, place: tuple[int, ...]) -> Any:
    for index in place:
        values = values[index]
    return values


# Tables


def table(content: Table) -> str:
    """A table with numbers to the right, and bars beside those that have some."""
    columns = [cells(column) for column in content.columns]
    length = len(columns[0].texts)
    lines = [element("tr", "".join(_row(columns, place))) for place in range(length)]
    if length > LINES:
        gap = element("td", f"⋮ {length - 2 * EDGE} more", "facts")
        lines = [*lines[:EDGE], element("tr", gap), *lines[-EDGE:]]
    head = ""
    if any(column.name for column in columns):
        head = element("thead", element("tr", "".join(map(_head, columns))))
    return element("div", element("table", head + element("tbody", "".join(lines))), "wide")


def _head(column: Cells) -> str:
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
