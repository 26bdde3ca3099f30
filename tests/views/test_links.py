"""Links to the book and to PyTorch's documentation."""

from __future__ import annotations

import io
import re
from operator import attrgetter
from pathlib import Path

import pytest
import torch

from d2lcli.lesson import NAMES, load
from d2lcli.views.html import page
from d2lcli.views.links import FUNCTION, book, documentation
from d2lcli.views.notebook import notebook
from d2lcli.views.screen import Screen, console

from .made import made

CODE = """x = torch.arange(3)
torch.linalg.norm(x); torch.special.gammaincc(a, b); torch.nn.functional.relu(x)
torch.Tensor(3), torch.float32, torch.cuda.is_available(), mytorch.ones(3), x.sum()"""


@pytest.mark.parametrize("name", NAMES)
def test_what_is_linked_is_a_function_of_torch(name: str) -> None:
    lesson = load(name)
    cells = [cell for section in lesson.sections.values() for cell in section.cells]
    called = {f for cell in cells for f in FUNCTION.findall(cell.code)}
    assert called
    for function in called:
        assert callable(attrgetter(function.removeprefix("torch."))(torch)), function
        assert documentation(function).endswith(f"{function}.html") or "#torch.special." in (
            documentation(function)
        )
    assert re.fullmatch(
        r"https://d2l.ai/chapter_preliminaries/[a-z-]+.html(#.+)?", book(lesson.book)
    )


def test_functions_are_told_from_what_else_has_a_name() -> None:
    assert FUNCTION.findall(CODE) == [
        "torch.arange",
        "torch.linalg.norm",
        "torch.special.gammaincc",
        "torch.nn.functional.relu",
    ]


def test_a_terminal_with_colours_has_links_in_code() -> None:
    text = io.StringIO()
    screen = Screen(console(text, force_terminal=True, color_system="standard"))
    screen.print(*screen.code("y = torch.ones(3)"))
    assert f";{documentation('torch.ones')}\x1b\\" in text.getvalue()
    plain = io.StringIO()
    screen = Screen(console(plain))
    screen.print(*screen.code("y = torch.ones(3)"))
    assert plain.getvalue() == "  y = torch.ones(3)\n"


def test_a_page_and_a_notebook_have_links(tmp_path: Path) -> None:
    run = made(tmp_path, "torch.ones(3)", given="import torch")
    html, cells = page([run]), notebook([run])
    for text in (html, cells):
        assert documentation("torch.ones") in text
        assert book(run.lesson.book) in text
