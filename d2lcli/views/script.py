"""Runs as a Python script, which runs as it is and prints what it computes, with its name."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Sequence
from textwrap import wrap

from ..language import tr
from ..runs import Run, Step
from ..values import Result
from .blocks import CHAPTER, Heading, blocks

WIDTH = 79  # of comments
NAME = 60  # a longer expression is no name for its value
SHORT = 8  # elements of a vector that torch prints in one line
PYPLOT = "plt"  # as lessons import it


def script(runs: Sequence[Run]) -> str:
    """The text of a ``.py`` file: the steps with their captions. ``# %%`` begins a section.

    Notes are left out: they would not be true any more when a reader changes a value.
    """
    parts = []
    if len(runs) > 1:
        parts.append("\n".join([f"# {tr(CHAPTER)}", *(f"# - {run.lesson.title}" for run in runs)]))
    for block in (block for run in runs for block in blocks(run)):
        if isinstance(block, Heading):
            book = (
                [tr("In the book: {book}", book=block.run.lesson.book)]
                if block.run is not None
                else []
            )
            lines = [f"# %% {block.title}"]
            for paragraph in [*block.paragraphs, *book]:
                lines += ["#", *_comment(paragraph)]
            parts.append("\n".join(lines))
        elif isinstance(block, Step):
            parts.append("\n".join([*_comment(block.cell.caption), *_code(block)]))
    return "\n\n".join(parts) + "\n"


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in wrap(text, WIDTH - 2, break_long_words=False)]


def _code(step: Step) -> Iterator[str]:
    """The lines of a step, with its last expression printed as a notebook shows it by itself."""
    code, result = step.cell.code, step.result
    last = ast.parse(code).body[-1]
    lines = code.splitlines()
    if isinstance(last, ast.Expr) and result is not None and last.col_offset == 0:
        yield from lines[: last.lineno - 1]
        yield from _prints(last.value, result)
    else:
        yield from lines
    if PYPLOT in step.cell.names and not step.cell.defines:
        yield f"{PYPLOT}.show()"


def _prints(value: ast.expr, result: Result) -> Iterator[str]:
    """A call of print for a value, or for each item of a tuple or list written out."""
    items = value.elts if isinstance(value, ast.Tuple | ast.List) else []
    if not items or any(isinstance(item, ast.Starred) for item in items):
        yield _print(value, _is_long(result))
        return
    for place, item in enumerate(items):
        # Of a table, the columns are vectors of as many elements as it has rows.
        table = result.kind == "table"
        long = len(result.value) > SHORT if table else _is_long(result.value[place])
        yield _print(item, long)


def _is_long(result: Result | None) -> bool:
    """Whether a value is printed in several lines, and so begins below its name."""
    if result is None or result.shape is None:
        return result is not None and "\n" in result.text
    return len(result.shape) > 1 or max(result.shape, default=1) > SHORT


def _print(expression: ast.expr, long: bool) -> str:
    """One call of print: the expression, an equals sign and its value."""
    source = ast.unparse(expression)
    if len(source) > NAME:
        return f"print({source})"
    below = r', sep="\n"' if long else ""
    return f"print({json.dumps(f'{source} =', ensure_ascii=False)}, {source}{below})"
