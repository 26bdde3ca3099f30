"""What holds for every lesson."""

from __future__ import annotations

import ast
import importlib
import warnings
from typing import Any

import pytest

from d2lcli import runner
from d2lcli.request import LESSONS, PICTURE, TOUR, load, topics

from .conftest import Run

NAMES = [*TOUR, "env"]
WARNED = {("linalg", "transpose"), ("autograd", "leaves")}  # the warning is what is shown
CELLS = [
    pytest.param(cell, id=f"{name}:{cell.section}:{number}")
    for name in NAMES
    for lesson in [load(name)]
    for number, cell in enumerate(
        [
            *lesson.definitions.values(),
            *(cell for section in lesson.sections.values() for cell in section.cells),
        ]
    )
]


def test_every_file_is_a_lesson_that_is_tested() -> None:
    files = {path.stem for path in LESSONS.glob("*.py")} - {"__init__", "style"}
    assert files == set(NAMES)


@pytest.mark.parametrize("cell", CELLS)
def test_shown_is_run(cell: runner.Cell) -> None:
    """The code on the screen and the tree that is compiled are the same, and parse alone."""
    assert ast.dump(ast.parse(cell.code)) == ast.dump(cell.tree)


@pytest.mark.parametrize("cell", CELLS)
def test_code_is_shown_whole_at_80_columns(cell: runner.Cell) -> None:
    assert max(map(len, cell.code.splitlines())) <= 76


@pytest.mark.parametrize("cell", CELLS)
def test_nothing_at_the_top_needs_a_function_around_it(cell: runner.Cell) -> None:
    nodes: list[ast.AST] = [*cell.tree.body]
    while nodes:
        node = nodes.pop()
        assert not isinstance(
            node, ast.Return | ast.Yield | ast.YieldFrom | ast.Nonlocal | ast.Await
        )
        if not isinstance(node, ast.FunctionDef | ast.Lambda):
            nodes += ast.iter_child_nodes(node)


@pytest.mark.parametrize("cell", CELLS)
def test_captions_are_sentences(cell: runner.Cell) -> None:
    assert not cell.caption or cell.caption[-1] in ".:?)"


@pytest.mark.parametrize("name", NAMES)
def test_sections_leave_options_alone(name: str) -> None:
    """All sections share one namespace, so none may write to what an option sets."""
    lesson = load(name)
    for section in lesson.sections.values():
        written = {
            node.id
            for cell in section.cells
            for statement in cell.tree.body
            if not isinstance(statement, ast.FunctionDef)
            for node in ast.walk(statement)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        assert not written & set(lesson.defaults), section.name


@pytest.mark.parametrize("name", NAMES)
def test_a_parameter_has_one_default(name: str) -> None:
    lesson = load(name)
    for section in lesson.sections.values():
        for parameter, default in section.parameters.items():
            assert lesson.defaults[parameter] == default


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_says_where_it_stands(name: str) -> None:
    lesson = load(name)
    assert {"Book", "Next"} <= set(lesson.notes)
    assert lesson.notes["Next"].split()[:1] == ["d2l"]
    assert all(section.title for section in lesson.sections.values())


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_is_an_ordinary_module(name: str) -> None:
    """Its sections are functions that run as they stand, without the runner."""
    module = importlib.import_module(f"d2lcli.lessons.{name}")
    for section in load(name).sections.values():
        if section.name != PICTURE:
            function = getattr(module, section.name.replace("-", "_"))
            given = {"seed": 1} if "seed" in section.parameters else {}
            with warnings.catch_warnings():
                if (name, section.name) in WARNED:
                    warnings.simplefilter("ignore")
                assert function(**given) is None


@pytest.mark.parametrize("name", NAMES)
def test_each_topic_stands_alone(name: str, d2l: Run) -> None:
    """Asked for by itself, a section gives what it gives among the others."""

    def values(document: Any, section: str) -> list[Any]:
        return [
            (step["code"], None if step["measured"] else step["result"])
            for step in document["steps"]
            if step["section"] == section
        ]

    whole = d2l(name, "all", "--seed", "7", "--json").document
    for section in topics(load(name)):
        alone = d2l(name, section.name, "--seed", "7", "--json").document
        own = {step["section"] for step in alone["steps"]}
        assert own <= {section.name, runner.SETUP}
        cells = values(alone, section.name)
        # Definitions that two sections use are shown with the first of them.
        assert [cell for cell in cells if cell in values(whole, section.name)] == values(
            whole, section.name
        )


@pytest.mark.parametrize("name", NAMES)
def test_nothing_fails_and_nothing_is_warned(name: str, d2l: Run) -> None:
    outcome = d2l(name, "all", "--seed", "7", "--json")
    assert outcome.code == 0
    for step in outcome.document["steps"]:
        assert step["error"] is None
        assert step["warnings"] == [] or (name, step["section"]) in WARNED
