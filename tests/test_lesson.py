"""Lesson files: what the reader of them does, and what all eight have to keep to."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from d2lcli.lesson import NAMES, Cell, Kind, Lesson, LessonError, load, parse, title

HEAD = '''\
"""A title.

A text.

Book: 1 Here
Page: first
Yours: d2l it --h 1
Next: d2l that
"""

import math
import sys


# The function.
def f(x):
    return x + 1


'''
SECTION = '''\
def first(seed: int, *, n: int = 3, t=(1, 2)) -> None:
    """A heading."""
    # The first cell,
    # in two lines.
    x = n
    x

    n * 2, t  # measured

    f(x)  # ask: What is it?
'''


def made(tmp_path: Path, text: str) -> Lesson:
    file = tmp_path / "it.py"
    file.write_text(text, encoding="utf-8")
    return parse(file)


def test_a_lesson_has_its_parts(tmp_path: Path) -> None:
    lesson = made(tmp_path, HEAD + SECTION)
    assert (lesson.title, lesson.text) == ("A title", "A text.")
    assert (lesson.book, lesson.yours, lesson.next) == ("1 Here", "d2l it --h 1", "d2l that")
    assert lesson.imports.code == "import math\nimport sys"
    assert [cell.defines for cell in lesson.definitions] == ["f"]
    assert lesson.definition("f") == "def f(x):\n    return x + 1"


def test_a_section_has_cells_with_captions_and_remarks(tmp_path: Path) -> None:
    section = made(tmp_path, HEAD + SECTION).sections["first"]
    assert section.kind is Kind.MAIN
    assert section.parameters == {"seed": None, "n": "3", "t": "(1, 2)"}
    assert section.inline == {"n", "t"}
    first, second, third = section.cells
    assert (first.caption, first.code) == ("The first cell, in two lines.", "x = n\nx")
    assert second.measured
    assert second.code == "n * 2, t"
    assert second.labels == ["n * 2", "t"]
    assert third.ask == "What is it?"
    assert third.code == "f(x)"


def test_values_are_written_into_the_code_where_they_stand(tmp_path: Path) -> None:
    first, second, third = made(tmp_path, HEAD + SECTION).sections["first"].cells
    values = {"n": "1 + 1", "t": "(2, 3)"}
    assert first.with_values(values).code == "x = 1 + 1\nx"
    assert second.with_values(values).code == "(1 + 1) * 2, (2, 3)"
    assert third.with_values(values) is third
    # The line is that of the file, so that tracebacks and coverage find it.
    assert second.with_values(values).tree.body[0].lineno == second.tree.body[0].lineno


@pytest.mark.parametrize(
    ("section", "why"),
    [
        ("def a():\n    '''With a heading.'''\n    1\n", "needs -> None"),
        ("def a() -> None:\n    '''A heading.'''\n", "no cell"),
        ("def a() -> None:\n    '''A.'''\n    # lost\n\n    1\n", "belongs to no cell"),
        ("def a() -> None:\n    '''A.'''\n    1\n    # lost\n", "never shown"),
        ("def a() -> None:\n    '''A.'''\n    return\n", "no function"),
        ("def a() -> None:\n    '''A.'''\n    yield 1\n", "no function"),
        ("x = 1\n", "never shown"),
    ],
)
def test_what_would_vanish_is_an_error(tmp_path: Path, section: str, why: str) -> None:
    with pytest.raises(LessonError, match=why):
        made(tmp_path, HEAD + section)


def test_a_comment_in_front_of_the_next_section_is_no_loss(tmp_path: Path) -> None:
    given = "# Of what comes next.\ndef g(x):\n    return x\n"
    question = 'def b() -> None:\n    """B?"""\n    1\n'
    lesson = made(tmp_path, "\n\n".join([HEAD + SECTION, given, question]))
    assert lesson.definitions[1].caption == "Of what comes next."
    assert lesson.sections["b"].kind is Kind.QUESTION


# What all lessons have to keep to

READERS = {
    "forward_lim",
    "f",
    "g",
    "roll_many",
    "df",
    "numerical_lim",
    "central_lim",
    "square",
    "steps",
}  # of the book and its notes


@pytest.mark.parametrize("name", NAMES)
def test_a_title_is_the_first_line(name: str) -> None:
    assert title(name) == load(name).title


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_has_a_page_topics_and_questions(name: str) -> None:
    lesson = load(name)
    assert all(lesson.of(kind) for kind in Kind)
    assert lesson.yours.startswith(f"d2l {name} ")
    assert {cell.defines for cell in lesson.definitions} <= READERS
    asked = [cell for s in lesson.of(Kind.MAIN) for cell in s.cells if cell.ask]
    assert asked


def cells(name: str) -> list[Cell]:
    return [cell for section in load(name).sections.values() for cell in section.cells]


@pytest.mark.parametrize("name", NAMES)
def test_cells_are_a_readers(name: str) -> None:
    """At most 16 lines that fit on a page, no helper of the tool, no table made by hand."""
    for cell in cells(name):
        assert cell.code.count("\n") < 16, cell.code
        assert max(map(len, cell.code.splitlines())) <= 76, cell.code
        for node in ast.walk(cell.tree):
            assert not isinstance(node, ast.FunctionDef) or node.name in {
                *READERS,
                "forward",
                "central",
            }, cell.code
            rows = isinstance(node, ast.ListComp | ast.List)
            assert not (rows and any(isinstance(part, ast.Dict) for part in ast.walk(node)))


@pytest.mark.parametrize("name", NAMES)
def test_cells_import_what_a_reader_has(name: str) -> None:
    for cell in cells(name):
        for node in ast.walk(cell.tree):
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                modules = [node.module or ""]
            else:
                continue
            there = {module.partition(".")[0] for module in modules}
            assert there <= {"torch", "numpy", "matplotlib", "math"}, cell.code
