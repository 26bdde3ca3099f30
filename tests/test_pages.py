"""The pages: what each command prints, as documentation, and the lines that it may take.

docs/pages has each page as it is 100 columns wide; `make docs` writes them anew. Where a page has
what the machine measured, the golden page has a sign for it.
"""

from __future__ import annotations

import io
import os
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from d2lcli.api import Silent
from d2lcli.errors import Refusal
from d2lcli.inputs.devices import borrowed
from d2lcli.language import LANGUAGES, speak, tr
from d2lcli.lesson import NAMES, load
from d2lcli.note import Note
from d2lcli.request import Request
from d2lcli.runs import Run
from d2lcli.show import perform
from d2lcli.views.page import replay
from d2lcli.views.screen import console

Runs = Callable[..., Run]
PAGES = Path(__file__).parents[1] / "docs" / "pages"
BUDGETS = {
    "tensor": 75,
    "broadcast": 36,
    "memory": 30,
    "linalg": 60,
    "norm": 40,
    "derivative": 36,
    "autograd": 60,
    "dice": 36,
}
TOPIC = 40
NARROW = 1.15  # of the lines at 100 columns, at 80
SCREEN = 20  # lines from the end of the page in which the answer stands

# Own input, whose pages have the same budgets.
OWN = [
    'tensor --data "[[1,2],[3,4]]"',
    "tensor --shape 3,4,5",
    "broadcast 8,1,6,1 7,1,5",
    "broadcast 2,3 2",
    "broadcast 2,1,1,1,1,1,1,1 1,3,1,1,1,1,1,1 5,6,7,8 1 4,1",
    "memory --inplace",
    "linalg --dim 0,1",
    "linalg products 2,3 3,4",
    "linalg products 2,3 2,3",
    "norm 3,-4,12",
    'norm --matrix "[[1,2],[3,4]]"',
    "derivative --f abs(x) --at 0",
    "derivative --f sin(x)/x --at 0.3 --steps 12",
    "autograd --f x**2*sin(x) --at 0,1,2",
    "autograd --f 3*x**2+5*exp(y) --at 1,2",
    "dice --counts 8,12,9,11,10,10",
    "dice --rolls 1e12",
    "dice --rolls 1000 --dice 1",
]


every = pytest.mark.parametrize("language", LANGUAGES)


def run(line: str, seed: int = 1) -> Run:
    """What a command line gives, without its page, in the language that is spoken."""
    from typer.main import get_command

    from d2lcli.cli import app

    asked: list[Request] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("d2lcli.cli.run", lambda requests, _: asked.extend(requests))
        get_command(app)([*shlex.split(line), "--seed", str(seed)], standalone_mode=False)
    with borrowed():
        return perform(asked[0], Silent())


def lines(played: Run, width: int, language: str = "en") -> list[str]:
    """The page of a run, without colours."""
    speak(language)
    text = io.StringIO()
    screen = console(text)
    screen.width = width
    replay(played, screen)
    return text.getvalue().rstrip("\n").splitlines()


@pytest.fixture(scope="module")
def runs() -> Iterator[Runs]:
    """Each command line is run once in each language for all tests of this file."""
    done: dict[tuple[str, str], Run] = {}

    def get(line: str, language: str = "en") -> Run:
        speak(language)
        if (line, language) not in done:
            done[line, language] = run(line)
        return done[line, language]

    yield get
    speak("")


def plain(page: list[str]) -> str:
    """A page without what differs from machine to machine."""
    text = "\n".join(page) + "\n"
    if tr("new memory") in text:  # memory's table and finding are measured
        head, _, rest = text.partition(f"    {tr('way')} ")
        text = f"{head}    {tr('way')} …\n\n{rest[rest.index('  ' + tr('topics')) :]}"
    text = re.sub(r"torch \d+\.\d+\S*(?=\.)", "torch VERSION", text)
    return re.sub(r"\b\d{12,}\b", "ADDRESS", text)


@every
@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_as_documented(name: str, language: str, runs: Runs) -> None:
    page = plain(lines(runs(name, language), 100, language))
    golden = PAGES / {"en": "", "zh": "zh"}[language] / f"{name}.txt"
    if os.environ.get("D2L_REWRITE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(page, encoding="utf-8")
    assert page == golden.read_text(encoding="utf-8")


@every
@pytest.mark.parametrize("line", [*NAMES, *OWN])
def test_a_default_page_is_short_and_ends_with_its_answer(
    line: str, language: str, runs: Runs
) -> None:
    played = runs(line, language)
    assert not played.faults
    budget = BUDGETS[line.split()[0]]
    for width, most in ((100, budget), (80, round(budget * NARROW))):
        page = lines(played, width, language)
        assert len(page) <= most, f"{len(page)} lines at {width} columns"
        assert max(map(cell_len, page)) <= width
        told = [item.text for item in played.items if isinstance(item, Note) and item.text]
        assert "".join(told[-1].split()) in "".join(" ".join(page[-SCREEN:]).split())


TOPICS = [f"{name} {topic}" for name in NAMES for topic in load(name).sections]


@every
@pytest.mark.parametrize("line", TOPICS)
def test_a_topic_is_short(line: str, language: str, runs: Runs) -> None:
    played = runs(line, language)
    assert not played.faults
    assert not any(step.error for step in played.steps)
    for width, most in ((100, TOPIC), (80, round(TOPIC * NARROW))):
        page = lines(played, width, language)
        assert len(page) <= most, f"{len(page)} lines at {width} columns"
        assert max(map(cell_len, page)) <= width
        assert "…" not in [line.strip() for line in page]  # nothing is folded


# Own input for every topic that takes it: matrices, many axes, many points, long formulas.
OWN_TOPICS = [
    'tensor --data "[[1,2],[3,4]]"',
    "tensor --shape 5,6,7",
    "tensor --shape 20,30",
    "tensor --shape 2,3,4,5",
    "broadcast 5,1,1 5,6,7",
    "broadcast 8,1,6,1 7,1,5",
    "broadcast 20,1 1,30",
    "linalg --shape 5,6,7",
    "linalg --shape 20,30",
    "linalg --shape 3,4,5 --dim 0,1",
    "norm 1,2,3,4,5,6,7,8,9,10,11,12",
    "derivative --h 0.5 --factor 0.5 --steps 20",
    "autograd --f x**2*sin(x) --at 0,1,2,3,4,5,6,7",
    "autograd --f x*y*z+sin(x*y) --at 1,2,3",
    "autograd --f 1/(1+exp(-x**2+sin(x))) --at 0.5",
    "dice --faces 20 --rolls 100",
    "dice --rolls 1e12",
]


@pytest.mark.parametrize(
    "language", ["en", pytest.param("zh", marks=pytest.mark.slow)], ids=["en", "zh"]
)
@pytest.mark.parametrize("own", OWN_TOPICS)
def test_topics_are_short_with_own_input(own: str, language: str) -> None:
    name, _, options = own.partition(" ")
    tried = 0
    for topic in load(name).sections:
        speak(language)
        try:
            played = run(f"{name} {topic} {options}")
        except Refusal:  # this topic has other numbers
            continue
        tried += 1
        for width, most in ((100, TOPIC), (80, round(TOPIC * NARROW))):
            page = lines(played, width, language)
            assert len(page) <= most, f"{topic}: {len(page)} lines at {width} columns"
            assert max(map(cell_len, page)) <= width
    speak("")
    assert tried
