"""Cutting a file into cells, and running them."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from d2lcli import runner

LESSON = '''
"""A title.

Some words.

Book: 1.2 Three
Next: d2l other
"""

import math
import json

from .other import look


# How it is done.
def double(x):
    return helper(x) * 1


def helper(x):
    return 2 * x


def first(n: int = 3, f=double) -> None:
    """Heading one.

    More words.
    """
    # A caption that
    # goes on.
    a = n
    a + 1  # a remark stays
    # a comment inside a cell stays, too
    a, "ü" * 2  # measured: differs

    b = f(a)

    assert b == f(n)


def second_one(seed: int) -> None:
    """Does it ask?"""
    # Only this section needs math.
    math.sqrt(seed)

    def local():
        x = 1

        return x

    [local() for _ in range(2)]


def picture() -> None:
    """Drawn."""
    look
'''


@pytest.fixture
def lesson(tmp_path: Path) -> runner.Lesson:
    (tmp_path / "other.py").write_text('"""Words."""\n\n# The look.\nlook = {"a": 1}\n')
    path = tmp_path / "some.py"
    path.write_text(LESSON, encoding="utf-8")
    return runner.parse(path)


def steps(
    lesson: runner.Lesson, *names: str, **values: str
) -> tuple[list[runner.Step], dict[str, object]]:
    namespace: dict[str, object] = {}
    chosen = [lesson.sections[name] for name in names]
    cells = runner.plan(lesson, chosen, values)
    return list(runner.run(cells, lambda value: value, namespace)), namespace


def test_the_file_is_read(lesson: runner.Lesson) -> None:
    assert (lesson.name, lesson.title, lesson.text) == ("some", "A title", "Some words.")
    assert lesson.notes == {"Book": "1.2 Three", "Next": "d2l other"}
    assert list(lesson.sections) == ["first", "second-one", "picture"]
    assert list(lesson.definitions) == ["look", "double", "helper"]
    assert lesson.defaults == {"n": "3", "f": "double", "seed": None}
    first, second, _ = lesson.sections.values()
    assert (first.title, first.text) == ("Heading one", "More words.")
    assert second.is_question
    assert not first.is_question


def test_cells_are_cut_at_blank_lines(lesson: runner.Lesson) -> None:
    cells = lesson.sections["first"].cells
    assert [cell.code for cell in cells] == [
        'a = n\na + 1  # a remark stays\n# a comment inside a cell stays, too\na, "ü" * 2',
        "b = f(a)",
        "assert b == f(n)",
    ]
    assert [cell.caption for cell in cells] == ["A caption that goes on.", "", ""]
    assert [cell.measured for cell in cells] == [True, False, False]
    assert [cell.claims for cell in cells] == [False, False, True]
    assert cells[0].labels == ["a", "'ü' * 2"]
    assert cells[1].labels == []


def test_a_blank_line_inside_a_function_does_not_cut(lesson: runner.Lesson) -> None:
    cells = lesson.sections["second-one"].cells
    assert [cell.signature for cell in cells] == [None, "def local():", None]
    assert cells[1].code.count("\n") == 3


def test_a_plan_has_what_its_sections_use_and_no_more(lesson: runner.Lesson) -> None:
    codes = [step.cell.code for step in steps(lesson, "first")[0]]
    assert codes[0] == "def helper(x):\n    return 2 * x"
    assert codes[1].startswith("def double(x):")
    assert codes[2] == "n = 3\nf = double"
    codes = [step.cell.code for step in steps(lesson, "second-one", seed="4")[0]]
    assert codes[:2] == ["import math", "seed = 4"]
    drawn, _ = steps(lesson, "picture")
    assert [step.cell.caption for step in drawn] == ["The look.", ""]
    assert [step.cell.section for step in drawn] == ["picture", "picture"]


def test_values_take_the_place_of_defaults_and_definitions(lesson: runner.Lesson) -> None:
    _, names = steps(lesson, "first", n="5", double="def double(x):\n    return -x")
    assert (names["a"], names["b"]) == (5, -5)
    assert "helper" not in names


def test_first_cells_come_after_the_imports(lesson: runner.Lesson) -> None:
    first = [runner.written("json.dumps(1)")]
    cells = runner.plan(lesson, [lesson.sections["second-one"]], {"seed": "4"}, first)
    assert [cell.code for cell in cells[:3]] == [
        "import math\nimport json",
        "json.dumps(1)",
        "seed = 4",
    ]


def test_a_parameter_without_a_value_is_a_mistake(lesson: runner.Lesson) -> None:
    with pytest.raises(AssertionError, match="seed"):
        steps(lesson, "second-one")


def run(code: str) -> list[runner.Step]:
    cells = [runner.written(cell) for cell in textwrap.dedent(code).strip().split("\n\n")]
    return list(runner.run(cells, lambda value: value))


def test_results_are_the_last_expressions() -> None:
    assert [step.result for step in run("a = 1\n\na\n\na; a + 1\n\nNone")] == [None, 1, 2, None]


def test_later_cells_and_lambdas_see_earlier_names() -> None:
    found = run("""
        k = 2

        f = lambda x: k * x

        [f(i) for i in range(3) if i < k]
    """)
    assert found[-1].result == [0, 2]


def test_snapshots_are_taken_before_the_next_cell_writes() -> None:
    cells = [runner.written("a = [1]\na"), runner.written("a.append(2)\na")]
    found = [step.result for step in runner.run(cells, lambda value: repr(value))]
    assert found == ["[1]", "[1, 2]"]


def test_what_is_printed_and_warned_belongs_to_its_step(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = run("""
        import warnings

        print("a")

        warnings.warn("b")

        for _ in range(2): warnings.warn("twice")
    """)
    assert [step.stdout for step in found] == ["", "a\n", "", ""]
    assert [step.warnings for step in found] == [(), (), ("b",), ("twice", "twice")]
    assert capsys.readouterr() == ("", "")


def test_steps_come_one_by_one() -> None:
    done: list[int] = []
    cells = [runner.written("done.append(1)"), runner.written("done.append(2)")]
    for step in runner.run(cells, lambda value: value, {"done": done}):
        assert done == list(range(1, len(done) + 1))
        assert step.error is None
    assert done == [1, 2]


def test_a_failing_cell_ends_the_run() -> None:
    found = run("a = 1\n\nb = a\n1 / (a - b)\nc = 3\n\nd = 4")
    assert len(found) == 2
    error = found[-1].error
    assert error is not None
    assert (error.type, error.sentence) == ("ZeroDivisionError", "division by zero")
    assert error.line == "1 / (a - b)"
    assert "runner.py" not in error.traceback
    assert 'File "<options>", line 2' in error.traceback


def test_an_error_in_an_earlier_definition_names_the_line_that_called() -> None:
    error = run("def f():\n    x = 1\n    raise KeyError('k')\n\ny = 1\nf()")[-1].error
    assert error is not None
    assert error.line == "f()"


def test_an_error_without_words_is_named_by_its_type() -> None:
    error = run("assert 1 > 2")[-1].error
    assert error is not None
    assert error.sentence == "AssertionError"


def test_an_interrupt_is_no_step() -> None:
    with pytest.raises(KeyboardInterrupt):
        run("raise KeyboardInterrupt")


def test_claims_are_checked_under_optimisation_too() -> None:
    code = (
        "from d2lcli import runner\n"
        "cells = [runner.written('assert False')]\n"
        "print([step.error.type for step in runner.run(cells, id)])"
    )
    done = subprocess.run(
        [sys.executable, "-O", "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "['AssertionError']\n"


def test_true_lines_in_tracebacks(lesson: runner.Lesson) -> None:
    found, _ = steps(lesson, "second-one", seed="-1")
    error = found[-1].error
    assert error is not None
    line = LESSON.splitlines().index("    math.sqrt(seed)") + 1
    assert f'some.py", line {line}' in error.traceback
    assert "math.sqrt(seed)" in error.traceback
