"""Options without a command line: texts and Python values become the same request."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import pytest
import torch

from d2lcli.errors import Misuse, Refusal
from d2lcli.inputs import numbers
from d2lcli.lesson import NAMES, load
from d2lcli.options import Asked, Option, asked, concept, declared, request, spelled
from d2lcli.request import HasDefinition, Request, choose, source

from .conftest import Run


def made(lesson: str, *topics: str, **own: Any) -> Request:
    return request(lesson, own, topics, seed=1)


def text(value: object) -> str:
    return value.definition("f") if isinstance(value, HasDefinition) else source(value)


@pytest.mark.parametrize(
    ("lesson", "typed", "value"),
    [
        ("derivative", {"at": "pi/2"}, {"at": math.pi / 2}),
        ("derivative", {"h": "1e-3", "steps": "7"}, {"h": 0.001, "steps": 7}),
        ("derivative", {"f": " x ** 2"}, {"f": "x**2"}),
        ("autograd", {"at": "0,1,2"}, {"at": [0.0, 1.0, 2.0]}),
        (
            "autograd",
            {"at": "0,1", "weights": "1,10"},
            {"at": (0, 1), "weights": np.array([1, 10])},
        ),
        (
            "dice",
            {"rolls": "1e3", "probs": "1,2,3"},
            {"rolls": 1000, "probs": torch.tensor([1, 2, 3])},
        ),
        ("dice", {"counts": "8,12,9"}, {"counts": [8, 12, 9]}),
        ("dice", {"faces": "２０"}, {"faces": 20}),  # full width, as a Chinese keyboard has it
        ("norm", {"vector": "3,-4", "p": "inf"}, {"vector": [3, -4], "p": math.inf}),
        ("norm", {"vector": ("3", "-4")}, {"vector": [3, -4]}),
        ("norm", {"matrix": "[[1,2],[3,4]]"}, {"matrix": [[1, 2], [3, 4]]}),
        (
            "linalg",
            {"shape": "（2，3）", "dim": "-1"},
            {"shape": torch.ones(2, 3).shape, "dim": -1},
        ),
        ("linalg", {"dim": "0,1"}, {"dim": (0, 1)}),
        ("linalg", {"multiply": ("2,3", "3,4")}, {"multiply": [(2, 3), (3, 4)]}),
        ("broadcast", {"shapes": ("3,1", "2")}, {"shapes": [(3, 1), (2,)]}),
        ("broadcast", {"shapes": "3,1 (2)"}, {"shapes": "[3,1] 2"}),
        ("memory", {"size": "1_000"}, {"size": 1000}),
        ("tensor", {"data": "[[1,2],[3,4]]"}, {"data": np.array([[1, 2], [3, 4]])}),
        ("tensor", {"function": ("torch.arange",)}, {"function": "arange"}),
    ],
    ids=str,
)
def test_a_text_and_a_value_ask_for_the_same(
    lesson: str, typed: dict[str, Any], value: dict[str, Any]
) -> None:
    first, second = made(lesson, **typed), made(lesson, **value)
    assert first.title == second.title
    assert first.page == second.page
    assert {n: text(v) for n, v in first.values.items()} == {
        n: text(v) for n, v in second.values.items()
    }
    assert {*first.options.values()} == {*second.options.values()}
    assert first.values  # it asks for something at all


@pytest.mark.parametrize("name", NAMES)
def test_nothing_given_asks_for_the_books_own(name: str) -> None:
    plain, empty = made(name), made(name, **dict.fromkeys(declared(concept(name))))
    assert plain == empty
    assert plain.title and not plain.options and not plain.refusal
    assert all(section.kind.value == "main" for section in choose(load(name), plain))


@pytest.mark.parametrize("name", NAMES)
def test_what_an_option_sets_is_in_the_lesson(name: str) -> None:
    """A name that no section takes would be set without effect, and refused as out of reach."""
    sections = load(name).sections.values()
    takes = frozenset[str]().union(*(section.takes for section in sections))
    for option, kind in declared(concept(name)).items():
        assert kind.flag or takes & {*(kind.sets or (option,))}, option
        assert kind.help.endswith((".", "]")), option


def test_options_are_written_as_they_are_typed() -> None:
    assert spelled("false_positive") == "--false-positive"
    assert [*made("broadcast", shapes=("3,1", "2")).options] == ["3,1 2"]
    assert [*made("broadcast", shapes="3,1 2").options] == ["--shapes"]
    assert [*made("norm", vector=("3,4",), p="2").options] == ["3,4", "--p"]
    assert [*made("norm", vector="3,4").options] == ["--vector"]


def test_what_an_option_reaches_is_what_it_set() -> None:
    found = made("dice", faces="4").options
    assert found == {"--faces": frozenset({"die"})}
    # A default of the concept's own is nobody's option.
    assert made("norm", p="3").options == {"--p": frozenset({"p"})}


def test_a_switch_that_says_what_to_show_stands_alone() -> None:
    assert made("memory", inplace=False).page == ("new",)
    with pytest.raises(Misuse, match=r"^cost: --no-inplace says what to show, too; leave out one"):
        made("memory", "cost", inplace=False)


SEEN: list[tuple[str, object]] = []


def noted(option: str, value: object) -> int:
    """What parses a value, and keeps what it was handed."""
    SEEN.append((option, value))
    return numbers.whole(option, value)


def two(
    some_size: Annotated[int | None, Option(noted, "N", "How many.")] = None,
    other: Annotated[int | None, Option(noted, sets=("a", "b"))] = None,
) -> Asked:
    """A concept with two options."""
    return Asked("A title", values={"some_size": some_size, "a": other, "c": 1})


def test_values_are_checked_once_by_the_option() -> None:
    SEEN.clear()
    found, options = asked(two, {"some_size": "5", "other": 7})
    assert SEEN == [("--some-size", "5"), ("--other", 7)]
    assert found.values == {"some_size": 5, "a": 7, "c": 1}
    assert options == {"--some-size": frozenset({"some_size"}), "--other": frozenset({"a"})}
    assert asked(two, {"some_size": None}) == (
        Asked("A title", values={"some_size": None, "a": None, "c": 1}),
        {},
    )
    with pytest.raises(Misuse, match=r"^--some-size 0: "):
        asked(two, {"some_size": 0})


def test_a_request_has_what_every_lesson_has(tmp_path: Path) -> None:
    (tmp_path / "old.py").write_text("mine")
    picture, file = tmp_path / "a.svg", tmp_path / "old.py"
    found = request(
        "norm", {}, (), device="cuda:3", seed="7", plot=picture, export=file, force=True
    )
    assert (found.device, found.seed) == ("cuda:3", 7)
    assert (found.plot, found.export, found.force) == (picture, file, True)
    with pytest.raises(Refusal, match="--force"):
        request("norm", {}, (), export=file)
    with pytest.raises(Misuse, match=r"^device tpu: "):
        request("norm", {}, (), device="tpu")
    assert request("norm", {}, ()).seed != request("norm", {}, ()).seed  # one in a million


def test_an_empty_shape_is_one() -> None:
    assert (
        made("tensor", shape=()).title == made("tensor", shape="()").title != made("tensor").title
    )
    with pytest.raises(Misuse):
        made("broadcast", shapes=())


def test_options_set_what_they_say(d2l: Run) -> None:
    """The steps of a run hold what was asked for, for one option of each kind."""

    def steps(line: str) -> list[Any]:
        outcome = d2l(*line.split(), "--seed", "1", "--json")
        assert outcome.code == 0, outcome.err
        found: list[Any] = outcome.document["steps"]
        return found

    def code(line: str) -> str:
        return "\n".join(step["code"] for step in steps(line))

    rows = steps("derivative --at -2 --h -0.5 --steps 3 --factor 0.5")[-1]["stdout"].splitlines()
    assert [row.split()[-1] for row in rows] == ["-17.50000", "-16.75000", "-16.37500"]
    assert "(f(x + h) - f(x - h)) / (2 * h)" in code("derivative --method central")
    assert "torch.float32" in code("derivative --dtype float32")
    reduced = {step["code"]: step["result"] for step in steps("linalg --dim 2")}
    assert reduced["A.sum(axis=2)"]["value"] == [[6, 22, 38], [54, 70, 86]]
    counts = {step["code"]: step["result"] for step in steps("dice --rolls 7 --dice 3 --faces 2")}
    assert counts["counts.sum()"]["value"] == 21
    assert "1000" in code("memory --size 1000")
    slopes = {s["code"].splitlines()[-1]: s["result"] for s in steps("autograd --at -1,0.5")}
    assert slopes["x.grad"]["value"] == [-4, 2]
