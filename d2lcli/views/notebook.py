"""Runs as a Jupyter notebook, with the results in it, so that it reads without running.

The format is nbformat 4.5: https://nbformat.readthedocs.io/en/latest/format_description.html
"""

from __future__ import annotations

import base64
import json
import platform
from collections.abc import Iterator, Sequence
from typing import Any

from ..language import tr
from ..note import Note
from ..runs import Run, Step
from . import markdown
from .blocks import CHAPTER, Block, Heading, Picture, blocks
from .figure import content, size
from .links import FUNCTION, book, documentation
from .markdown import prose
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
            cell["attachments"] = {_file(block.run): _image(content(block.run.figure, ".png"))}
        cells.append(cell)
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    language = {"name": "python", "version": platform.python_version()}
    about = {"kernelspec": kernel, "language_info": language}
    whole = {"cells": cells, "metadata": about, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _cells(runs: Sequence[Run]) -> Iterator[tuple[str, str, Block | None]]:
    """The kind and the text of each cell, and the block that it is made of.

    Headings stand in one cell with the caption below them.
    """
    level = "#"
    if len(runs) > 1:
        links = [f"- [{r.lesson.title}](#{r.lesson.title.replace(' ', '-')})" for r in runs]
        yield "markdown", f"# {tr(CHAPTER)}\n\n" + "\n".join(links), None
        level = "##"
    waiting: list[str] = []
    for block in (block for run in runs for block in blocks(run)):
        match block:
            case Heading():
                waiting += _heading(block, level)
                continue
            case Step() if block.cell.caption:
                waiting.append(prose(block.cell.caption))
        if waiting:
            yield "markdown", "\n\n".join(waiting), None
            waiting = []
        match block:
            case Step():
                yield "code", block.cell.code, block
            case Note():
                table = markdown.table(block.table.spoken) if block.table is not None else ""
                yield "markdown", "\n\n".join(filter(None, [table, prose(block.text)])), block
            case Picture():
                told = prose(block.run.request.title or block.run.lesson.title)
                yield "markdown", f"![{told}](attachment:{_file(block.run)})", block


def _heading(block: Heading, level: str) -> Iterator[str]:
    """Its paragraphs; below that of a lesson what was asked for."""
    run = block.run
    yield f"{level if run is not None else level + '#'} {prose(block.title)}"
    yield from map(prose, block.paragraphs)
    if run is not None:
        asked = ", ".join(filter(None, [run.request.title, *facts(run)]))
        place = f"[{prose(run.lesson.book)}]({book(run.lesson.book)})"
        yield "*" + tr("In the book: {book}", book=place) + "*"
        code = "\n".join(step.cell.code for step in run.steps)
        called = dict.fromkeys(FUNCTION.findall(code))
        if called:
            links = [f"[{prose(name)}]({documentation(name)})" for name in called]
            yield tr("In PyTorch's documentation: {functions}.", functions=" · ".join(links))
        yield tr(
            "Text and tables below a cell say what this run found: {asked}. "
            "They stay as they are when you change the code.",
            asked=prose(asked),
        )


def _outputs(step: Step, count: int) -> Iterator[Json]:
    """What a cell prints, warns, shows and draws, as running it again gives it."""
    printed = {"stdout": step.stdout, "stderr": "".join(f"{w}\n" for w in step.warnings)}
    for name, text in printed.items():
        if text:
            lines = text.splitlines(keepends=True)
            yield {"output_type": "stream", "name": name, "text": lines}
    if step.result is not None:
        data = {"text/plain": step.result.shown.splitlines(keepends=True)}
        result = {"output_type": "execute_result", "data": data, "metadata": {}}
        yield result | {"execution_count": count}
    for image in step.images:
        width, height = size(image)
        there = {"image/png": {"width": width, "height": height}}
        yield {"output_type": "display_data", "data": _image(image), "metadata": there}


def _image(image: bytes) -> Json:
    return {"image/png": base64.b64encode(image).decode()}


def _file(run: Run) -> str:
    return f"{run.lesson.name}.png"
