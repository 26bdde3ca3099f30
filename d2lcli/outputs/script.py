"""Runs as a Python script in cells, which runs as it is and prints what the lesson shows."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from ..record import Record
from ..request import PICTURE
from ..results import Result
from ..runner import Step
from .export import WIDTH, Block, blocks, comment


def script(records: Sequence[Record]) -> str:
    """The text of a ``.py`` file."""
    pictures = iter([r.lesson.name for r in records if r.figure is not None])
    parts = []
    for block in blocks(records):
        if block.step is None:
            parts.append("\n".join(["# %% [markdown]", *_commented(block)]))
        elif block.step.cell.section == PICTURE:
            saved = f'figure.savefig("{next(pictures)}.png")'
            parts.append(f"# %%\n{block.source.removesuffix('figure')}{saved}")
        else:
            parts.append(f"# %%\n{_printing(block.source, block.step)}")
    return "\n\n".join(parts) + "\n"


def _commented(block: Block) -> list[str]:
    lines: list[str] = []
    for paragraph in block.source.split("\n"):
        whole = paragraph.startswith(("#", "- "))
        lines += [f"# {paragraph}"] if whole else comment(paragraph) or ["#"]
    return lines


def _printing(code: str, step: Step) -> str:
    """``code`` with its last expression printed, which a notebook would show by itself.

    A list that is a table has each row on a line, and so have the items of a tuple.
    """
    last = ast.parse(code).body[-1]
    if not isinstance(last, ast.Expr) or not isinstance(step.result, Result):
        return code
    lines = code.splitlines()
    head, own = lines[: last.lineno - 1], lines[last.lineno - 1 :]
    apart = isinstance(last.value, ast.List | ast.Tuple | ast.ListComp)
    if step.result.kind == "table" or (step.result.kind == "list" and apart):
        # The items of a tuple are arguments as they stand; what binds less than * has parentheses.
        bare = isinstance(last.value, ast.Tuple) and not own[0].startswith("(")
        loose = isinstance(last.value, ast.BoolOp | ast.IfExp)
        opening, closing = ("", "") if bare else ("*(", ")") if loose else ("*", "")
        closing += ', sep="\\n"'
    else:
        opening = closing = ""
    if len(own) == 1 and len(own[0]) + len(opening) + len(closing) + 7 > WIDTH:
        return "\n".join([*head, "print(", f"    {opening}{own[0]}{closing}", ")"])
    own[0] = f"print({opening}{own[0]}"
    own[-1] += f"{closing})"
    return "\n".join([*head, *own])
