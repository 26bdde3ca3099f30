"""Pages that no lesson makes."""

from __future__ import annotations

import re

import pytest

from d2lcli.inputs.grammar import NAMES as FUNCTIONS
from d2lcli.lesson import NAMES, load
from d2lcli.messages import Explained
from d2lcli.options import concept, declared, spelled
from d2lcli.views import help as page
from d2lcli.views.breaking import WIDE

from ..conftest import Run
from ..test_language import english_left

SHARED = (
    "device",
    "seed",
    "plot",
    "export",
    "force",
    "json",
    "code",
    "step",
    "predict",
    "traceback",
)

HEADS = ("The page", "Topics", "Questions", "Options", "Options of every lesson")


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_bare_d2l_is_help(d2l: Run) -> None:
    bare, asked, short = d2l(), d2l("--help"), d2l("-h")
    assert bare.code == asked.code == short.code == 0
    assert bare.out.strip() == asked.out.strip() == short.out.strip()
    for name in (*NAMES, "env", "explain", "tour"):
        assert re.search(rf"^  d2l {name} +\w", bare.out, re.MULTILINE)
    assert bare.err == ""


@pytest.mark.parametrize("name", NAMES)
def test_help_lists_topics_and_options(name: str, d2l: Run) -> None:
    outcome = d2l(name, "--help", COLUMNS="200")
    text = squeezed(outcome.out)
    lesson = load(name)
    assert outcome.code == 0 and outcome.err == ""
    assert lesson.title in text
    for command in re.split(r"\s{3,}", lesson.yours):
        assert f"Yours: {command}" in text
    for section in lesson.sections.values():
        assert f" {section.name} {section.title} " in text
    for option, kind in declared(concept(name)).items():
        assert (kind.flag.split("/")[0] or spelled(option)) in text
        assert squeezed(kind.help) in text
    assert all(f" {spelled(option)} " in text for option in SHARED)
    places = [text.index(f" {head} ") for head in HEADS]
    assert places == sorted(places)


@pytest.mark.parametrize("command", ["", *NAMES, "env", "explain", "shell", "tour"])
def test_help_in_chinese_has_no_english_left(command: str, d2l: Run) -> None:
    page = d2l(*command.split(), "--help", D2L_LANG="zh", COLUMNS="300").out
    # How a command is written, and names of functions, are the same in each language.
    lines = [line.replace(" ".join(FUNCTIONS), "") for line in page.splitlines() if line]
    told = [line for line in lines if not re.match("  (用法|你的数)：", line)]
    assert not [line for line in told if english_left(line)]
    assert all(WIDE.search(line) for line in told if not line.startswith("  d2l "))


def test_help_says_what_an_option_is_when_it_is_not_given(d2l: Run) -> None:
    text = squeezed(d2l("derivative", "--help", COLUMNS="200").out)
    assert "--h NUMBER The first step. [default: 0.1]" in text
    assert "[default: forward]" in text


@pytest.mark.parametrize("command", ["", "derivative", "broadcast", "tour", "explain", "env"])
@pytest.mark.parametrize("width", [20, 37, 60])
def test_help_loses_nothing_where_it_is_narrow(command: str, width: int, d2l: Run) -> None:
    wide, narrow = (
        d2l(*command.split(), "--help", COLUMNS=str(columns)).out for columns in (300, width)
    )
    assert max(map(len, narrow.splitlines())) <= width
    letters = ["".join(sorted(re.sub(r"\s", "", text))) for text in (wide, narrow)]
    assert letters[0] == letters[1]


@pytest.mark.parametrize("width", [20, 80])
def test_other_pages_lose_nothing_either(
    width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    page.report(
        [("✓", "python", "3.11 [nan]"), ("✗", "cuda", "no driver " * 9), ("–", "x\x1b", "")]
    )
    page.unknown([("tensor views", "Does a view share memory?")])
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= width
    text = re.sub(r"\s", "", out)
    for told in (
        "✓python3.11[nan]",
        "nodriver" * 9,
        r"x\x1b",
        "d2ltensorviews",
        "viewsharememory?",
    ):
        assert told in text or (width == 20 and {*told} <= {*text})


def test_explain_shows_the_message_what_it_means_and_the_topic(d2l: Run) -> None:
    outcome = d2l(
        "explain", "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", COLUMNS="100"
    )
    assert (outcome.code, outcome.err) == (0, "")
    heads = ["The message", "What it means", "What helps"]
    places = [outcome.out.index(f"  {head}\n") for head in heads]
    assert places == sorted(places)
    assert "(2x3 and 2x3)" in outcome.out
    last = outcome.lines[-1]
    command = re.match(r"  d2l (\w+) ([\w-]+).*   (.+)", last)
    assert command is not None
    section = load(command[1]).sections[command[2]]
    assert section.title == command[3].strip()


@pytest.mark.parametrize("width", [20, 37, 80, 120])
def test_explain_puts_signs_beside_what_helps(
    width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    ways = [("a batch, or its labels", "Write x[0]."), ("in optimizer.step()", "Write " * 19)]
    page.explain(Explained("m", "env", "r.", "", command="d2l env", ways=ways), "The environment")
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert max(map(len, lines)) <= width
    together = re.sub(r"\s", "", out)
    if width >= 80:
        places = [line.index("Write") for line in lines if "Write" in line]
        assert len({*places}) == 1
        assert all(any(line.strip().startswith(sign) for line in lines) for sign, _ in ways)
    else:
        assert all(re.sub(r"\s", "", "".join(way)) in together for way in ways)
