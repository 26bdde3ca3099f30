"""A request becomes steps and notes: cells that run, and what d2l says of them."""

from __future__ import annotations

import builtins
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from d2lcli import play, show
from d2lcli.inputs.devices import borrowed
from d2lcli.lesson import Lesson, parse
from d2lcli.note import Column, Note, table
from d2lcli.request import Lines, Request
from d2lcli.runs import Run, Step

LESSON = '''\
"""A title.

Book: 1 Here
Page: first second
Yours: d2l it
Next: d2l that
"""

import math


# Twice as much.
def f(x):
    return 2 * x


def first(seed: int, n: int = 3, *, k: float = 0.5) -> None:
    """One."""
    a = n
    a + k, f(a)

    n = 7


def second(*, k: float = 0.5, size=(2, 3)) -> None:
    """Two."""
    print("said", k)
    size


def third(m: int = 1) -> None:
    """Three?"""
    m
'''


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    file = tmp_path / "it.py"
    file.write_text(LESSON, encoding="utf-8")
    return parse(file)


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put functions into ``d2lcli.notes.it`` or ``d2lcli.pictures.it``, which are not there."""

    def put(name: str, **contents: object) -> None:
        module = ModuleType(f"d2lcli.{name}.it")
        module.__spec__ = ModuleSpec(module.__name__, None)
        module.__dict__.update(contents)
        monkeypatch.setitem(sys.modules, module.__name__, module)

    return put


def ran(lesson: Lesson, *names: str, **asked: Any) -> Run:
    """The run of these sections, of all if none are named."""
    request = replace(Request("it", seed=5), **asked)
    sections = [lesson.sections[name] for name in names or lesson.sections]
    run = Run(request, lesson, sections)
    with borrowed():
        found = [*play.play(run)]
    assert found == run.items
    return run


def of(tmp_path: Path, body: str, **asked: Any) -> Run:
    """The run of a lesson with one section, whose cells are ``body``."""
    cells = "".join(f"    {line}\n" if line else "\n" for line in body.splitlines())
    head = (
        '"""T.\n\nBook: 1\nPage: first\nYours: d2l it\nNext: d2l it\n"""\n\nimport warnings\n\n\n'
    )
    file = tmp_path / "it.py"
    file.write_text(f'{head}def first() -> None:\n    """One."""\n{cells}', encoding="utf-8")
    return ran(parse(file), **asked)


def drawn(run: Run) -> Any:
    """Its picture, for which any value may stand here."""
    return run.figure


def codes(run: Run) -> list[str]:
    return [step.cell.code for step in run.steps]


def values(run: Run) -> list[Any]:
    return [step.result and step.result.value for step in run.steps]


# Cells


def test_a_lesson_is_imports_functions_and_the_cells_of_its_sections(lesson: Lesson) -> None:
    run = ran(lesson, "first")
    assert codes(run) == [
        "import math",
        "def f(x):\n    return 2 * x",
        "seed, n = 5, 3",
        "a = n\na + 0.5, f(a)",
        "n = 7",
    ]
    assert [step.cell.section for step in run.steps] == ["given", "given", *["first"] * 3]
    # A function that no section uses is not shown.
    assert codes(ran(lesson, "third")) == ["import math", "m = 1", "m"]


def test_all_cells_share_one_dictionary(tmp_path: Path) -> None:
    """With locals of their own, functions and comprehensions would not see earlier names."""
    run = of(tmp_path, "k = 2\n\ng = lambda x: k * x\n\n[g(i) for i in range(3) if i < k]\n\nk = 5")
    assert [item.value for item in values(run)[-2]] == [0, 2]
    assert run.names["g"](1) == 5 and run.names["g"].__globals__ is run.names
    assert run.names["__name__"] == "__main__"


def test_a_result_is_taken_before_the_next_cell_writes(tmp_path: Path) -> None:
    run = of(tmp_path, "import torch\na = torch.zeros(2)\na\n\na += 1\na")
    assert values(run)[-2:] == [[0, 0], [1, 1]]


def test_last_expressions_are_results(tmp_path: Path) -> None:
    run = of(tmp_path, "a = 1\n\na\n\na; a + 1\n\nNone\n\nassert a")
    assert values(run)[1:] == [None, 1, 2, None, None]
    assert [step.cell.claims for step in run.steps][1:] == [False] * 4 + [True]


def test_what_is_printed_and_warned_belongs_to_its_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    body = "print('a')\n\nwarnings.warn('b')\n\nfor _ in range(2): warnings.warn('twice')\n\n1"
    run = of(tmp_path, body)
    assert [step.stdout for step in run.steps] == ["", "a\n", "", "", ""]
    assert [step.warnings for step in run.steps] == [(), (), ("b",), ("twice", "twice"), ()]
    assert capsys.readouterr() == ("", "")


def test_a_filter_of_the_readers_own_hides_no_warning(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert of(tmp_path, "warnings.warn('b')").steps[-1].warnings == ("b",)


def test_steps_come_one_by_one(lesson: Lesson) -> None:
    run = Run(Request("it"), lesson, [lesson.sections["first"]])
    for place, item in enumerate(play.play(run), 1):
        assert len(run.items) == place and run.items[-1] is item
        assert ("a" in run.names) == (place > 3)  # later cells have not run yet


def test_a_failing_cell_is_a_step_with_an_error_and_the_last(tmp_path: Path) -> None:
    run = of(tmp_path, "a = 1\n\nprint('so far')\n1 / (a - 1)\nc = 3\n\nd = 4")
    assert len(run.steps) == 3
    step = run.steps[-1]
    assert (step.stdout, step.result) == ("so far\n", None)
    assert step.error is not None
    assert (step.error.type, step.error.line) == ("ZeroDivisionError", "1 / (a - 1)")
    assert step.error.sentence == step.error.message
    assert not {"c", "d"} & run.names.keys()
    assert run.refusal is not None
    assert str(run.refusal).startswith("it stopped at `1 / (a - 1)`: ")
    assert "; " in str(run.refusal).split("`: ")[1]


def test_a_traceback_has_true_lines_and_none_of_d2ls_own(tmp_path: Path) -> None:
    run = of(tmp_path, "a = 1\n\n[a][1]")
    text = (tmp_path / "it.py").read_text()
    line = text.splitlines().index("    [a][1]") + 1
    assert run.refusal is not None and run.steps[-1].error is not None
    assert f'it.py", line {line}' in run.refusal.details == run.steps[-1].error.traceback
    assert "[a][1]" in run.refusal.details and "play.py" not in run.refusal.details


def test_an_error_in_a_function_names_the_line_that_called(tmp_path: Path) -> None:
    body = "def f():\n    x = 1\n    raise KeyError('k')\n\ny = 1\nf()"
    error = of(tmp_path, body).steps[-1].error
    assert error is not None and error.line == "f()"


def test_an_error_without_words_is_named_by_its_type(tmp_path: Path) -> None:
    run = of(tmp_path, "assert 1 > 2")
    assert run.steps[-1].error is not None
    assert run.steps[-1].error.sentence == "AssertionError"


def test_a_way_out_that_is_known_is_told_in_one_sentence(tmp_path: Path) -> None:
    run = of(tmp_path, "import torch\n\ntorch.nosuch")
    assert run.refusal is not None
    told = str(run.refusal).partition("; ")[2]
    assert told and told[0].islower() and ". " not in told and not told.endswith(".")


@pytest.mark.parametrize("error", ["KeyboardInterrupt", "SystemExit"])
def test_an_interrupt_is_no_step(error: str, tmp_path: Path) -> None:
    before = sys.stdout
    with pytest.raises(getattr(builtins, error)):
        of(tmp_path, f"raise {error}")
    assert sys.stdout is before


def test_claims_are_checked_under_optimisation_too() -> None:
    code = (
        "from d2lcli import play; from d2lcli.lesson import written;"
        "print(play._value(written('assert False'), {}))"
    )
    done = subprocess.run([sys.executable, "-O", "-c", code], capture_output=True, check=False)
    assert done.returncode == 1 and b"AssertionError" in done.stderr


def test_figures_of_pyplot_are_kept_where_they_are_wanted_and_always_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import matplotlib.pyplot as plt

    plt.switch_backend("agg")
    body = "import matplotlib.pyplot as plt\nplt.figure(figsize=(1, 1)), plt.figure()\n\n1"
    assert [step.images for step in of(tmp_path, body).steps] == [()] * 3
    assert plt.get_fignums() == []
    images = [step.images for step in of(tmp_path, body, keep=True).steps]
    assert [len(kept) for kept in images] == [0, 2, 0]
    assert all(image.startswith(b"\x89PNG") for image in images[1])
    # In a notebook they show themselves.
    monkeypatch.setattr(plt, "get_backend", lambda: "inline")
    of(tmp_path, body, keep=True)
    assert len(plt.get_fignums()) == 2
    plt.close("all")


# Values of a reader's own


def test_values_take_the_place_of_parameters_and_functions(lesson: Lesson) -> None:
    own = {"f": Lines("def f(x):\n    return -x"), "n": 4, "k": 1.5}
    run = ran(lesson, "first", values=own)
    assert codes(run)[1:4] == [
        "def f(x):\n    return -x",
        "seed, n = 5, 4",
        "a = n\na + 1.5, f(a)",
    ]
    assert [item.value for item in values(run)[3]] == [5.5, -4]


def test_a_section_that_values_do_not_fit_is_left_out_with_its_reason(lesson: Lesson) -> None:
    run = ran(lesson, "first", "second", unfit={"first": "it has no rows"})
    assert [step.cell.section for step in run.steps] == ["given", "given", "second"]
    (note,) = (item for item in run.items if isinstance(item, Note))
    assert note.text == "first: it has no rows"


# Notes


def test_notes_come_behind_the_last_cell_and_read_the_cells_variables(
    lesson: Lesson, room: Callable[..., None]
) -> None:
    seen: list[dict[str, object]] = []

    def first(a: int, k: float, n: int, start: dict[str, Any], request: Request) -> Iterator[Note]:
        seen.append({"a": a, "k": k, "n": n, "start": start, "request": request})
        yield Note("one")
        yield Note("two")

    room("notes", first=first)
    run = ran(lesson, "first", "second", values={"k": 1.5})
    # n is what the cells left, start what it was set to; k stands in the code, without a name.
    assert "k" not in run.names
    found = seen[0]
    assert (found["a"], found["k"], found["n"]) == (3, 1.5, 7)
    assert found["start"] == {"seed": 5, "n": 3, "k": 1.5}
    assert found["request"] is run.request
    texts = [item.text if isinstance(item, Note) else item.cell.section for item in run.items]
    assert texts == ["given", "given", *["first"] * 3, "one", "two", "second"]


def test_a_note_reads_what_the_one_before_it_worked_out(
    lesson: Lesson, room: Callable[..., None]
) -> None:
    def third(m: int) -> Iterator[Note]:
        yield Note("one", data={"found": m + 1})

    def draw(found: int) -> object:
        return ("drawn", found)

    room("notes", third=third)
    room("pictures", SECTIONS=("third",), draw=draw)
    assert drawn(ran(lesson, "third", draw=True)) == ("drawn", 2)
    assert ran(lesson, "third").figure is None


@pytest.mark.parametrize("after", [0, 1])
def test_a_note_that_fails_takes_no_lesson_with_it(
    after: int, lesson: Lesson, room: Callable[..., None]
) -> None:
    def first() -> Iterator[Note]:
        for place in range(after):
            yield Note(str(place))
        raise ZeroDivisionError("by chance")

    room("notes", first=first)
    run = ran(lesson, "first", "second")
    (fault,) = run.faults
    assert isinstance(fault, ZeroDivisionError) and run.refusal is None
    notes = [item.text for item in run.items if isinstance(item, Note)]
    assert len(notes) == after + 1
    assert "by chance" in notes[-1] and "a mistake in d2l" in notes[-1]
    assert run.steps[-1].cell.section == "second"


def test_a_note_that_wants_what_is_not_there_is_a_fault(
    lesson: Lesson, room: Callable[..., None]
) -> None:
    def first(nowhere: int) -> Iterator[Note]:
        yield Note(str(nowhere))

    room("notes", first=first)
    assert [type(fault) for fault in ran(lesson, "first").faults] == [TypeError]


def test_what_a_note_warns_is_nobodys_news(lesson: Lesson, room: Callable[..., None]) -> None:
    def first() -> Iterator[Note]:
        warnings.warn("computing", stacklevel=1)
        yield Note("one")

    room("notes", first=first)
    assert ran(lesson, "first").faults == []


def test_a_note_is_not_asked_where_a_cell_failed(tmp_path: Path, room: Callable[..., None]) -> None:
    def first() -> Iterator[Note]:
        raise AssertionError("asked")

    room("notes", first=first)
    run = of(tmp_path, "1 / 0")
    assert (run.faults, run.items) == ([], run.steps)


def test_an_interrupt_in_a_note_is_one(lesson: Lesson, room: Callable[..., None]) -> None:
    def first() -> Iterator[Note]:
        yield Note("one")
        raise KeyboardInterrupt

    room("notes", first=first)
    with pytest.raises(KeyboardInterrupt):
        ran(lesson, "first")


def test_rows_of_a_table() -> None:
    found = table(Column("a", [1, 2]), Column("", ["x", None]))
    assert found.rows == [{"a": 1, "verdict": "x"}, {"a": 2, "verdict": None}]


# Pictures


def test_the_picture_of_a_section_that_is_not_shown_is_run_apart(
    lesson: Lesson, room: Callable[..., None]
) -> None:
    """With the same seed and the values that reach it, and without a trace in the run."""

    def draw(seed: int, n: int, start: dict[str, Any], request: Request) -> object:
        return (seed, start["n"], n, request.values, request.device)

    room("pictures", SECTIONS=("first",), draw=draw)
    shown = ran(lesson, "first", draw=True, values={"n": 4}, options={"--n": frozenset({"n"})})
    apart = ran(lesson, "third", draw=True, values={"n": 4, "m": 2}, seed=5)
    assert drawn(shown) == drawn(apart) == (5, 4, 7, {"n": 4}, "cpu")
    assert {step.cell.section for step in apart.steps} == {"given", "third"}
    assert "a" not in apart.names


def test_of_several_sections_the_one_that_the_options_reach_is_drawn(
    lesson: Lesson, room: Callable[..., None]
) -> None:
    room("pictures", SECTIONS=("first", "second"), draw=lambda start: sorted(start))
    options = {"--size": frozenset({"size"})}
    assert drawn(ran(lesson, "third", draw=True)) == ["k", "n", "seed"]
    assert drawn(ran(lesson, "third", draw=True, options=options)) == ["k", "size"]


def test_a_picture_whose_section_fails_is_a_refusal(
    tmp_path: Path, room: Callable[..., None]
) -> None:
    room("pictures", SECTIONS=("first",), draw=lambda: "drawn")
    run = of(tmp_path, "1 / 0", draw=True)
    assert run.figure is None and run.refusal is not None


def test_a_picture_is_drawn_for_files_that_show_one() -> None:
    def draws(**asked: Any) -> bool:
        return play._draws(replace(Request("it"), **asked))

    assert not draws()
    assert draws(draw=True) and draws(plot=Path("a.png"))
    assert draws(export=Path("a.ipynb")) and draws(export=Path("a.HTML"))
    assert not draws(export=Path("a.py"))


# The whole way


class Log:
    """A view that keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def open(self, run: Run) -> None:
        self.told.append(f"open {run.request.device}")

    def step(self, step: Step) -> None:
        self.told.append("error" if step.error else "step")

    def note(self, note: Note) -> None:  # noqa: ARG002
        self.told.append("note")

    def close(self) -> None:
        self.told.append("close")


def test_a_view_is_told_all_in_order() -> None:
    log = Log()
    with borrowed():
        run = show.perform(Request("broadcast", topics=("sum",), device="auto"), log)
    assert log.told[0].startswith("open c") and log.told[-1] == "close"
    assert log.told.count("step") == len(run.steps)
    assert log.told.index("note") == 1 + len(run.steps)
    assert run.refusal is None and run.faults == []


def test_what_is_wrong_all_the_same_comes_last() -> None:
    log = Log()
    request = Request("broadcast", topics=("sum",), refusal="this is wrong; do that")
    with borrowed():
        run = show.perform(request, log)
    assert "close" in log.told
    assert str(run.refusal) == "this is wrong; do that"


def test_a_file_is_saved_only_where_all_went_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = Request("broadcast", topics=("sum",), export=tmp_path / "a.py")
    with borrowed():
        show.perform(request, Log())
        assert [path.name for path in tmp_path.iterdir()] == ["a.py"]
        (tmp_path / "a.py").unlink()
        monkeypatch.setattr(play, "_value", lambda *_: 1 / 0)
        log = Log()
        run = show.perform(request, log)
    assert run.refusal is not None and [*tmp_path.iterdir()] == []
    assert log.told[1] == "error"
