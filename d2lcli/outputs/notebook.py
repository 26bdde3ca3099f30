"""Runs as a Jupyter notebook, with the results in it, so that it reads without running."""

from __future__ import annotations

import base64
import platform
from collections.abc import Sequence
from typing import Any

from ..record import Record
from ..request import PICTURE
from ..results import Result
from ..runner import Step
from .export import blocks
from .html import table


def notebook(records: Sequence[Record]) -> str:
    """The text of an ``.ipynb`` file. The same runs give the same text."""
    import nbformat

    drawn = [record for record in records if record.figure is not None]
    # Without it, Jupyter shows a figure as its name and size.
    inline = "%matplotlib inline\n" if drawn else ""
    pictures = iter(drawn)
    cells: list[Any] = []
    for block in blocks(records):
        name = f"cell-{len(cells)}"
        if block.step is None:
            cells.append(nbformat.v4.new_markdown_cell(block.source, id=name))
            continue
        cell = nbformat.v4.new_code_cell(inline + block.source, id=name)
        inline = ""
        count = sum(there.cell_type == "code" for there in cells) + 1
        cell.execution_count = count
        cell.outputs = _outputs(block.step, count)
        if block.step.cell.section == PICTURE:
            # What is to be seen is the picture. A click on the cell shows what draws it.
            cell.metadata["jupyter"] = {"source_hidden": True}
            cell.outputs.append(_image(next(pictures), count))
        cells.append(cell)
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    language = {"name": "python", "version": platform.python_version()}
    metadata = {"kernelspec": kernel, "language_info": language}
    whole = nbformat.v4.new_notebook(cells=cells, metadata=metadata)
    nbformat.validate(whole)
    return str(nbformat.writes(whole)) + "\n"


def _outputs(step: Step, count: int) -> list[Any]:
    from nbformat.v4 import new_output

    outputs = []
    if step.stdout:
        outputs.append(new_output("stream", name="stdout", text=step.stdout))
    if step.warnings:
        text = "".join(f"{warning}\n" for warning in step.warnings)
        outputs.append(new_output("stream", name="stderr", text=text))
    if isinstance(step.result, Result):
        data = {"text/plain": step.result.shown}
        if step.result.kind == "table":
            data["text/html"] = table(step.result.value)
        outputs.append(new_output("execute_result", data=data, execution_count=count))
    return outputs


def _image(record: Record, count: int) -> Any:
    from nbformat.v4 import new_output

    from .figure import png

    assert record.figure is not None
    size = record.figure.get_size_inches() * record.figure.get_dpi()
    return new_output(
        "execute_result",
        data={
            "image/png": base64.b64encode(png(record)).decode(),
            "text/plain": repr(record.figure),
        },
        # Twice as many pixels as it is wide: sharp on every screen.
        metadata={"image/png": {"width": int(size[0]), "height": int(size[1])}},
        execution_count=count,
    )
