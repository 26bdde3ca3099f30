"""What the prompt shows of values that no lesson has."""

from __future__ import annotations

from typing import Any

import pytest
import torch

from d2lcli.inputs import devices
from d2lcli.library import Silent
from d2lcli.prompt import Prompt
from d2lcli.request import Request
from d2lcli.show import perform

IN_ITSELF: list[Any] = []
IN_ITSELF.append(IN_ITSELF)


@pytest.fixture(scope="module")
def prompt() -> Prompt:
    with devices.borrowed():
        return Prompt(perform(Request("norm", ("vector",)), Silent()))


@pytest.mark.parametrize(
    "value",
    [
        [{}],
        [{"a": 1}, {"b": 2}],
        [{1: 2}],
        [{"": 1}],
        [{"a": 1}, 2],
        {"a": 1},
        IN_ITSELF,
        torch.eye(2).to_sparse(),
        torch.ones(2, device="meta"),
        "a\rb\x07c",
        object,
        print,
    ],
    ids=repr,
)
def test_what_has_no_look_of_its_own_is_shown_as_python_shows_it(
    value: object, prompt: Prompt, capsys: pytest.CaptureFixture[str]
) -> None:
    prompt.show(value)
    assert "".join(capsys.readouterr().out.split()) == "".join(repr(value).split())


def test_a_table_and_a_tensor_have_the_lessons_look(
    prompt: Prompt, capsys: pytest.CaptureFixture[str]
) -> None:
    prompt.show([{"a": 1, "b": 2.5}, {"a": 10, "b": 3.0}])
    prompt.show(torch.ones(2, 1))
    prompt.show("two\nlines")
    assert capsys.readouterr().out.splitlines() == [
        "   a    b",
        "  ───────",
        "   1  2.5",
        "  10  3.0",
        "  (2, 1)  float32  cpu",
        "  ⎡ 1. ⎤",
        "  ⎣ 1. ⎦",
        "  two",
        "  lines",
    ]
