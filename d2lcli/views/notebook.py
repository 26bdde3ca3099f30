"""Runs as a Jupyter notebook, with the results in it, so that it reads without running.

The format is nbformat 4.5: https://nbformat.readthedocs.io/en/latest/format_description.html
"""

from __future__ import annotations

import base64
import json
import platform
from collections.abc import Iterator, Sequence
from typing import Any

from ..note import Note
from ..run import Run, Step
from . import markdown
from .blocks import CHAPTER, Block, Caption, Heading, Picture, blocks
from .figure import PYPLOT, png, size
from .page import facts

Json = dict[str, Any]


def notebook(runs: Sequence[Run]) -> str:
    """The text of an ``.ipynb`` file. The same runs give the same text."""
    cells: list[Json] = []
    for kind, text, block in _cells(runs):
        cell: Json = {"cell_type": kind, "id": f"cell-{len(cells)}", "metadata": {}}
        cell["source"] = text.splitlines(keepends=True)
        if isinstance(block, Step):
            count = sum(there["cell_type"] == "code" for there in cells) + 1
            cell |= {"execution_count": count, "outputs": list(_outputs(block, count))}
        if isinstance(block, Picture) and block.run.figure is not None:
            cell["attachments"] = {_file(block.run): _image(png(block.run.figure))}
        cells.append(cell)
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    language = {"name": "python", "version": platform.python_version()}
    whole = {
        "cells": cells,
        "metadata": {"kernelspec": kernel, "language_info": language},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _cells(runs: Sequence[Run]) -> Iterator[tuple[str, str, Block | None]]:
    """The kind and the text of each cell, and the block that it is made of.

    Headings stand in one cell with the caption below them.
    """
    level = "#"
    if len(runs) > 1:
        links = [f"- [{r.lesson.title}](#{r.lesson.title.replace(' ', '-')})" for r in runs]
        yield "markdown", f"# {CHAPTER}\n\n" + "\n".join(links), None
        level = "##"
    waiting: list[str] = []
    for block in blocks(runs):
        match block:
            case Heading() | Caption():
                waiting += _prose(block, level)
                continue
        if waiting:
            yield "markdown", "\n\n".join(waiting), None
            waiting = []
        match block:
            case Step():
                yield "code", block.cell.code, block
            case Note():
                table = markdown.table(block.table) if block.table is not None else ""
                text = markdown.prose(block.text)
                yield "markdown", "\n\n".join(filter(None, [table, text])), block
            case Picture():
                told = markdown.prose(block.run.request.title or block.run.lesson.title)
                yield "markdown", f"![{told}](attachment:{_file(block.run)})", block


def _prose(block: Heading | Caption, level: str) -> Iterator[str]:
    """The paragraphs of a heading or a caption."""
    if isinstance(block, Caption):
        yield markdown.prose(block.text)
        return
    run = block.run
    yield f"{level if run is not None else level + '#'} {markdown.prose(block.title)}"
    yield from map(markdown.prose, block.paragraphs)
    if run is not None:
        asked = ", ".join(filter(None, [run.request.title, *facts(run)]))
        yield f"*In the book: {markdown.prose(run.lesson.book)}*"
        yield (
            "Text and tables below a cell say what this run found: "
            f"{markdown.prose(asked)}. They stay as they are when you change the code."
        )


def _outputs(step: Step, count: int) -> Iterator[Json]:
    """What a cell prints, warns, shows and draws, as running it again gives it."""
    printed = {"stdout": step.stdout, "stderr": "".join(f"{w}\n" for w in step.warnings)}
    for name, text in printed.items():
        if text:
            yield {
                "output_type": "stream",
                "name": name,
                "text": text.splitlines(keepends=True),
            }
    if step.result is not None:
        yield {
            "output_type": "execute_result",
            "data": {"text/plain": step.result.shown.splitlines(keepends=True)},
            "metadata": {},
            "execution_count": count,
        }
    for image in step.images:
        width, height = size(image, PYPLOT)
        yield {
            "output_type": "display_data",
            "data": _image(image),
            "metadata": {"image/png": {"width": width, "height": height}},
        }


def _image(content: bytes) -> Json:
    return {"image/png": base64.b64encode(content).decode()}


def _file(run: Run) -> str:
    return f"{run.lesson.name}.png"
