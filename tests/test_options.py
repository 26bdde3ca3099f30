"""What the help says of options: defaults that a reader can type, and that hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from d2lcli.cli import app
from d2lcli.lesson import NAMES, load
from d2lcli.options import concept, declared, spelled

from .conftest import Run

OPTIONS = [(name, option) for name in NAMES for option in declared(concept(name))]
# Words, or what no section takes as it is told.
WORDS = {
    ("broadcast", "shapes"),
    ("autograd", "f"),
    ("tensor", "function"),
    ("memory", "inplace"),
    ("linalg", "data"),
    ("norm", "data"),
    ("autograd", "at"),
    ("dice", "probs"),
}


def told(lesson: str, option: str) -> str:
    """What the help says that an option is where it is not given; nothing where it is silent."""
    command: Any = get_command(app).get_command(None, lesson)  # type: ignore[attr-defined] # a group
    (parameter,) = (p for p in command.params if p.name == option)
    found = re.search(r" \[default: (.*)\]$", parameter.help)
    assert (found is None) == ("default" not in parameter.help)
    return found[1] if found else ""


@pytest.mark.parametrize(("lesson", "option"), OPTIONS)
def test_defaults_are_no_code(lesson: str, option: str) -> None:
    """Numbers, formulas and words, and no ``torch.arange(24).reshape(2, 3, 4)``."""
    text = told(lesson, option)
    assert "torch" not in text and "lambda" not in text and len(text) < 50


@pytest.mark.parametrize(
    ("lesson", "option"),
    [pair for pair in OPTIONS if pair not in WORDS and told(*pair)],
)
def test_a_default_is_what_holds_without_it(lesson: str, option: str, d2l: Run) -> None:
    """Given as the help says it, it changes no result of a section that takes it."""
    target = (declared(concept(lesson))[option].sets or (option,))[0]
    section = next(s for s in load(lesson).sections.values() if target in s.takes | s.uses)
    line = (lesson, section.name, "--json", "--seed", "1")
    given = d2l(*line, spelled(option), told(lesson, option)).document
    usual = d2l(*line).document
    assert numbers(given) == pytest.approx(numbers(usual), rel=1e-5)  # float32 may be float64
    assert printed(given) == printed(usual)
    assert numbers(given) or printed(given)


def printed(document: Any) -> str:
    """What a document's steps print that is the same in each run."""
    return "".join(step["stdout"] for step in document["steps"] if not step["measured"])


def numbers(document: Any) -> list[float]:
    """All numbers in a document's results that are the same in each run."""
    results = [step["result"] for step in document["steps"] if not step["measured"]]
    return [number for result in results if result for number in leaves(result["value"])]


def leaves(value: Any) -> Iterator[float]:
    """The numbers in what may be nested; shapes and types are not among them."""
    if isinstance(value, list):
        for item in value:
            yield from leaves(item)
    elif isinstance(value, dict):
        yield from leaves(value["value"] if "kind" in value else [*value.values()])
    elif isinstance(value, int | float):
        yield float(value)
