"""Runs as HTML that links nothing: a page of its own, or a part of a notebook."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from html import escape
from typing import Any

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from ..record import Record
from ..request import PICTURE
from .terminal import Page, as_column, console

# Colours on white paper, each with a contrast of 4.5 or more: normal, then bright.
THEME = TerminalTheme(
    (255, 255, 255),
    (34, 34, 34),
    [
        *[(34, 34, 34), (180, 30, 30), (0, 110, 60), (140, 90, 0)],
        *[(0, 90, 170), (140, 40, 130), (0, 105, 115), (90, 90, 90)],
    ],
    [
        *[(105, 105, 105), (180, 30, 30), (0, 110, 60), (140, 90, 0)],
        *[(0, 90, 170), (140, 40, 130), (0, 105, 115), (34, 34, 34)],
    ],
)
PRE = "margin:0;color:#222;background:#fff;font:14px/1.35 ui-monospace,Menlo,Consolas,monospace"
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ margin: 2rem auto; width: fit-content; max-width: 96vw; color: #222; background: #fff }}
nav, section {{ margin-bottom: 3rem; overflow-x: auto }}
nav {{ font: 16px/1.6 system-ui, sans-serif }}
</style>
</head>
<body>
{body}</body>
</html>
"""


def page(records: Sequence[Record]) -> str:
    """The text of an ``.html`` file: what the terminal showed, and the pictures."""
    title = records[0].lesson.title if len(records) == 1 else "Preliminaries"
    links = [f'<a href="#{r.lesson.name}">{escape(r.lesson.title)}</a><br>' for r in records]
    body = f"<nav>\n{chr(10).join(links)}\n</nav>\n" if len(records) > 1 else ""
    for record in records:
        body += f'<section id="{record.lesson.name}">\n{part(record)}</section>\n'
    return PAGE.format(title=escape(title), body=body)


def part(record: Record) -> str:
    """One lesson, without what a page has around it."""
    recorder = console(io.StringIO(), record=True, color_system="truecolor")
    shown = Page(recorder, whole=True)
    shown.open(record.request, record.lesson)
    text = ""
    for step in record.steps:
        if step.cell.section == PICTURE != shown.section:
            # The picture stands under its heading, and its code is folded.
            shown.enter(step)
            text += _recorded(recorder) + _image(record)
            text += "<details><summary>The code of the picture</summary>\n"
        shown.step(step)
    if shown.section == PICTURE:
        text += f"{_recorded(recorder)}</details>\n"
    shown.end(record)
    return text + _recorded(recorder)


def _recorded(recorder: Console) -> str:
    form = f'<pre style="{PRE}">{{code}}</pre>\n'
    return recorder.export_html(theme=THEME, code_format=form, inline_styles=True)


def _image(record: Record) -> str:
    from .figure import png

    if record.figure is None:
        return ""
    data = base64.b64encode(png(record)).decode()
    told = escape(record.lesson.sections[PICTURE].title)
    look = "width:960px;max-width:100%"
    return f'<img alt="{told}" style="{look}" src="data:image/png;base64,{data}">\n'


def table(rows: Sequence[dict[str, Any]]) -> str:
    """A table, with numbers to the right in aligned columns and everything else to the left."""
    head, columns = "", []
    for name in rows[0]:
        found = as_column(name, [row[name] for row in rows])
        style = f' style="text-align:{"right" if found.numeric else "left"}"'
        head += f"<th{style}>{escape(name)}</th>"
        columns.append([f"<td{style}>{escape(text.strip())}</td>" for text in found.texts])
    lines = ["".join(row) for row in zip(*columns, strict=True)]
    return "<table>\n" + "\n".join(f"<tr>{line}</tr>" for line in [head, *lines]) + "\n</table>"
