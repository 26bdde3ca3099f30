"""Runs as a Python script, which runs as it is and prints what it computes, with its name."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from itertools import pairwise
from textwrap import wrap

from ..run import Run, Step
from ..values import Result
from .blocks import CHAPTER, Caption, Heading, blocks

WIDTH = 79  # of comments
LINE = 88  # of code
NAME = 60  # a longer expression is no name for its value
SHORT = 8  # elements of a vector that torch prints in one line


def script(runs: Sequence[Run]) -> str:
    """The text of a ``.py`` file: the steps with their captions. ``# %%`` begins a section.

    Notes are left out: they would not be true any more when a reader changes a value.
    """
    parts = list(_parts(runs))
    text = parts[0]
    for before, part in pairwise(parts):
        apart = "\n\n\n" if _is_definition(before) or _is_definition(part) else "\n\n"
        text += apart + part
    return text + "\n"


def _parts(runs: Sequence[Run]) -> Iterator[str]:
    """The paragraphs of the script: headings as comments, and code below its caption."""
    if len(runs) > 1:
        yield "\n".join(_comment(CHAPTER) + [f"# - {run.lesson.title}" for run in runs])
    caption: list[str] = []
    pyplot = ""  # the name that it has
    for block in blocks(runs):
        match block:
            case Heading():
                told = [*block.paragraphs]
                if block.run is not None:
                    told.append(f"In the book: {block.run.lesson.book}")
                lines = [f"# %% {block.title}"]
                for paragraph in told:
                    lines += ["#", *_comment(paragraph)]
                yield "\n".join(lines)
            case Caption():
                caption = _comment(block.text)
            case Step():
                pyplot = _pyplot(block.cell.tree) or pyplot
                code = _printing(block)
                if pyplot in block.cell.names and not block.cell.defines:
                    code += f"\n{pyplot}.show()"
                yield "\n".join([*caption, code])
                caption = []


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in wrap(text, WIDTH - 2, break_long_words=False)]


def _is_definition(part: str) -> bool:
    """Whether a part is a function, below its caption."""
    code = [line for line in part.splitlines() if not line.startswith("#")]
    return code[:1] != [] and code[0].startswith(("def ", "@"))


def _pyplot(tree: ast.Module) -> str:
    """The name that a cell imports matplotlib's pyplot under; empty where it does not."""
    names = [alias for node in tree.body if isinstance(node, ast.Import) for alias in node.names]
    return next((a.asname or a.name for a in names if a.name == "matplotlib.pyplot"), "")


# Values with their names


def _printing(step: Step) -> str:
    """The code of a step, with its last expression printed as a notebook shows it by itself."""
    code, result = step.cell.code, step.result
    last = ast.parse(code).body[-1]
    if not isinstance(last, ast.Expr) or result is None:
        return code
    lines = code.splitlines()
    assert last.end_lineno is not None
    # Offsets of the syntax tree count bytes, not characters.
    before = lines[last.lineno - 1].encode()[: last.col_offset].decode()
    behind = lines[last.end_lineno - 1].encode()[last.end_col_offset :].decode()
    printed = list(_prints(last, code, result))
    printed[0] = before + printed[0]
    printed[-1] += behind
    return "\n".join([*lines[: last.lineno - 1], *printed, *lines[last.end_lineno :]])


def _prints(last: ast.Expr, code: str, result: Result) -> Iterator[str]:
    """A call of print for the last expression, or for each item of a tuple or list written out."""
    items = last.value.elts if isinstance(last.value, ast.Tuple | ast.List) else []
    if not items or any(isinstance(item, ast.Starred) for item in items):
        yield _print(last.value, _segment(code, last), _is_long(result))
        return
    for place, item in enumerate(items):
        # Of a table, the columns are vectors of as many elements as it has rows.
        long = (
            len(result.value) > SHORT if result.kind == "table" else _is_long(result.value[place])
        )
        yield _print(item, _segment(code, item), long)


def _segment(code: str, node: ast.AST) -> str:
    found = ast.get_source_segment(code, node)
    assert found is not None
    return found


def _is_long(result: Result | None) -> bool:
    """Whether a value is printed in several lines, and so begins below its name."""
    if result is None or result.shape is None:
        return result is not None and "\n" in result.text
    size = result.shape[0] if result.shape else 1
    return len(result.shape) > 1 or size > SHORT


def _print(expression: ast.expr, source: str, long: bool) -> str:
    """One call of print: the expression, an equals sign and its value."""
    name = ast.unparse(expression)
    if len(name) > NAME:
        return _call(source)
    if long:
        return _call(f'{_quoted(f"{name} =")}, {source}, sep="\\n"')
    quote = "'" if '"' in source else '"'
    short = f"f{quote}{{{source} = }}{quote}"
    return _call(short if _is_same(short, expression) else f"{_quoted(f'{name} =')}, {source}")


def _call(arguments: str) -> str:
    """A call of print, with its arguments on lines of their own where one is too long."""
    if len(arguments) + len("print()") <= LINE or "\n" in arguments:
        return f"print({arguments})"
    return f"print(\n    {arguments}\n)"


def _quoted(text: str) -> str:
    """``text`` as Python writes it, in double quotes where it has none."""
    return repr(text) if '"' in text or "\\" in text else f'"{text}"'


def _is_same(formatted: str, expression: ast.expr) -> bool:
    """Whether a formatted string, read by Python, holds this expression and nothing else."""
    try:
        found = ast.parse(formatted, mode="eval").body
    except SyntaxError:
        return False
    values = [node.value for node in ast.walk(found) if isinstance(node, ast.FormattedValue)]
    return [ast.dump(value) for value in values[:1]] == [ast.dump(expression)]
