"""Two languages: which one is spoken, whole catalogues, and where Chinese lines are broken."""

from __future__ import annotations

import gettext
import io
import re
import shlex
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import d2lcli
from d2lcli.language import (
    GENERAL,
    LANGUAGES,
    MESSAGES,
    asked,
    can_write,
    mark,
    speak,
    spoken,
    tr,
    wanted,
)
from d2lcli.lesson import NAMES, original, translated
from d2lcli.views.breaking import CLOSING, OPENING, WIDE, units
from d2lcli.views.page import replay
from d2lcli.views.screen import Screen, console

from . import texts
from .conftest import Run
from .test_pages import OWN

CATALOGUES = (GENERAL, MESSAGES)
FULL = "".join(c for c in CLOSING if ord(c) > 0x2000)
OPEN = "".join(c for c in OPENING if ord(c) > 0x2000)


@pytest.fixture
def chinese() -> Iterator[None]:
    speak("zh")
    yield
    speak("")


# Which language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LC_ALL": "C"}, "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.GBK"}, "zh"),
        ({"LANG": "zh_SG.UTF-8"}, "zh"),
        ({"LANG": "zh-Hans"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "en"),  # who reads traditional signs
        ({"LC_MESSAGES": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "en"),
        ({"LANGUAGE": "zh:en", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LANGUAGE": "en:zh", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANGUAGE": "", "LANG": "zh_CN.UTF-8"}, "zh"),
        ({"D2L_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"D2L_LANG": "zh", "LC_ALL": "C"}, "zh"),
    ],
)
def test_the_environment_chooses(environment: dict[str, str], language: str) -> None:
    assert wanted(environment) == language


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("derivative", None),
        ("--lang zh derivative", "zh"),
        ("derivative --lang zh", "zh"),
        ("derivative --lang=en --h 1", "en"),
        ("derivative --lang", ""),
        ("explain -- python a.py --lang zh", None),
    ],
)
def test_the_command_line_chooses(line: str, language: str | None) -> None:
    assert asked(line.split()) == language


def test_what_is_not_spoken_is_refused(d2l: Run) -> None:
    for line in ("--lang fr derivative", "derivative --lang fr", "derivative --lang fr --json"):
        outcome = d2l(*line.split())
        assert outcome.code == 2
        assert outcome.err == "d2l: --lang fr: d2l speaks en and zh; choose one\n"
        assert not outcome.out


@pytest.mark.parametrize("line", ["--lang zh norm", "norm --lang zh", "norm --lang=zh"])
def test_before_and_behind_the_command(line: str, d2l: Run) -> None:
    assert d2l(*line.split()).out == d2l("norm", D2L_LANG="zh").out != d2l("norm").out


def test_one_line_of_the_shell_has_no_say_in_the_next() -> None:
    from typer.main import get_command

    from d2lcli.cli import app
    from d2lcli.shell import Shell

    speak("en")
    program: Any = get_command(app)
    Shell(program).do("--version --lang zh")
    assert spoken() == "en"


def test_what_cannot_write_chinese_gets_english(process: Run) -> None:
    assert [can_write(code) for code in ("utf-8", "gbk", "ascii", "latin-1", "nope", None)] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]
    told = process("broadcast", "--lang", "zh", PYTHONIOENCODING="ascii")
    assert told.out == process("broadcast", "--lang", "en", PYTHONIOENCODING="ascii").out
    assert told.out.isascii()


@pytest.mark.usefixtures("chinese")
def test_gbk_has_all_that_is_printed() -> None:
    """Signs that it lacks are written in ASCII, as anywhere; none is a question mark."""
    for name in ("broadcast", "derivative", "norm", "dice"):
        written = io.BytesIO()
        raw = io.TextIOWrapper(written, encoding="gbk", errors="strict")
        replay(d2lcli.run(name, seed=1).played, console(raw))
        raw.flush()
        page = written.getvalue().decode("gbk")
        assert WIDE.search(page)
        assert "?" not in page.replace("？", "")


@pytest.mark.usefixtures("chinese")
def test_texts_are_put_in_whole() -> None:
    assert tr("") == mark("") == ""
    assert tr("{this is said nowhere}") == "{this is said nowhere}"
    assert tr("{a} and no more", a="{b}") == "{b} and no more"


# The catalogues


@pytest.mark.parametrize("name", CATALOGUES)
def test_every_text_is_translated_and_no_other(name: str) -> None:
    """Written anew by `make texts`."""
    there = {str(m.id): str(m.string) for m in texts.read(name) if m.id}
    assert set(texts.said(name)) == set(there)
    assert not [text for text, translation in there.items() if not translation]


@pytest.mark.parametrize("name", CATALOGUES)
def test_what_is_read_is_what_is_written(name: str) -> None:
    with (texts.HOME / f"{name}.mo").open("rb") as file:
        compiled: dict[str, str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    written = {str(m.id): str(m.string) for m in texts.read(name) if m.id}
    assert {text: told for text, told in compiled.items() if text} == written


def pairs() -> list[tuple[str, str]]:
    return [(str(m.id), str(m.string)) for name in CATALOGUES for m in texts.read(name) if m.id]


def fields(text: str) -> list[str]:
    """The names that are put into a text."""
    return sorted(re.findall(r"(?<!\{)\{(\w*)", text))


def test_the_same_is_put_into_both() -> None:
    assert not [(en, zh) for en, zh in pairs() if fields(en) != fields(zh)]


SHAPE = re.compile(r"\([\w…· ]+(?:, ?[\w…· ]+)*,?\)")  # (批量, 通道): as code, half-width


def test_chinese_is_written_as_chinese() -> None:
    """Full-width signs behind Chinese, a space beside Latin, 你, and no curly quotes."""
    wrong = {
        "half-width punctuation": rf"{WIDE.pattern}[,;:!?](?!\w)|(?<=[\u4e00-\u9fff])\.(?:\s|$)",
        "no space beside Latin": r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]",
        "a space beside a full-width sign": r"[，。；：！？、（] | [，。；：！？、）]",
        "a word that is not ours": r"您|请|维度|逐元素|拉伸|内积|拼接|[“”‘’]",
        "two spaces": r"\S  +\S(?=.*[\u4e00-\u9fff])",
    }
    found = [
        (name, zh)
        for en, zh in pairs()
        for name, pattern in wrong.items()
        if re.search(pattern, SHAPE.sub("()", zh))
        and not (name == "two spaces" and re.search(r"\S  +\S", en))
    ]
    assert not found


def test_the_book_says_it_so() -> None:
    """Terms of the book's Chinese edition, wherever the English one stands in a sentence."""
    terms = {
        r"\bbroadcast(s|ing)?\b": "广播",
        r"\bgradients?\b": "梯度",
        r"\btensors?\b": "张量",
        r"\bshapes?\b": "形状",
        r"(?<![Bb]atch )\bnorms?\b(?! layer)": "范数",
        r"\bderivatives?\b": "导数|求导",
        r"\bin place\b(?! of)": "原地",
        r"\btranspose": "转置",
    }
    code = re.compile(r"`[^`]*`|\(?d2l \S+( [a-z]+)?|\S*[._(=]\S*|--\S+")
    for english, chinese_term in terms.items():
        said = [
            (en, zh)
            for en, zh in pairs()
            if re.search(english, code.sub(" ", en))
            and " " in en
            and not re.search(chinese_term, zh)
        ]
        everywhere = sum(bool(re.search(english, en)) for en, _ in pairs())
        assert len(said) <= 0.1 * everywhere, said[:5]


# What is said, and what is not


@pytest.mark.usefixtures("chinese")
def test_code_is_the_same_in_both() -> None:
    for name in NAMES:
        before, after = original(name), translated(original(name))
        assert [*before.sections] == [*after.sections]
        for one, two in zip(before.sections.values(), after.sections.values(), strict=True):
            assert [c.code for c in one.cells] == [c.code for c in two.cells]
            assert (one.kind, one.parameters) == (two.kind, two.parameters)
            assert WIDE.search(two.title)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "memory"])
def test_values_are_the_same_in_both(name: str, d2l: Run) -> None:
    """memory measures what differs from run to run."""
    english, chinese = (
        d2l(name, "--seed", "1", "--json", "--lang", lang).document for lang in LANGUAGES
    )
    results = [[step.get("result") for step in doc["steps"]] for doc in (english, chinese)]
    assert results[0] == results[1]
    keys = [[[*note] for note in notes(doc)] for doc in (english, chinese)]
    assert keys[0] == keys[1]


def notes(document: Any) -> list[Any]:
    return [note for step in document["steps"] for note in step["notes"]]


LATIN = re.compile(r"(?:\b[a-z]{2,}\b[ ,]+){2}\b[a-z]{2,}\b")


def english_left(text: str) -> list[str]:
    """Runs of English words outside of code."""
    bare = re.sub(r"`[^`]*`|\(d2l [^)]*\)|d2l [a-z ]+|--\S+( \S+)?", " ", text)
    return LATIN.findall(bare)


@pytest.mark.parametrize("line", [*NAMES, *OWN])
def test_no_sentence_is_left_in_english(line: str, d2l: Run) -> None:
    document = d2l(*shlex.split(line), "--seed", "1", "--json", "--lang", "zh").document
    told = [note["text"] for note in notes(document) if note.get("text")]
    assert not [text for text in told if english_left(text) or not WIDE.search(text)]


def test_the_heading_of_a_graph_is_chinese_and_its_key_is_not(d2l: Run) -> None:
    line = ("autograd", "graph", "--lang", "zh")
    assert "运算" in d2l(*line).out and "operation" not in d2l(*line).out
    tables = [note["table"] for note in notes(d2l(*line, "--json").document) if note["table"]]
    assert "operation" in tables[0][0]


# Lines


@given(
    st.text("张量的形状，。；：！？（）「」、 (3, 2)abc-1=.…", max_size=60), st.integers(20, 120)
)
def test_lines_begin_and_end_as_they_may(text: str, width: int) -> None:
    speak("zh")
    screen = Screen(console(io.StringIO()))
    lines = [line.plain for line in screen.folded([screen.text(text)], width)]
    assert "".join("".join(lines).split()) == "".join(text.split())
    for before, line in pairwise(lines):
        assert cell_len(before) <= width
        # Behind a space, or where there is nothing but signs, there is no other way.
        if not re.search(rf"\s[{FULL}]|[{OPEN}]\s|[{FULL}{OPEN}]{{{width // 4},}}", text):
            assert line[:1] not in FULL or not line
            assert before[-1:] not in OPEN or not before
    speak("")


def test_a_point_that_begins_code_stays_with_it() -> None:
    found = units("找一找 no_grad、.detach()、.data、.item()。")
    assert [unit for unit in found if unit.strip().startswith(".")] == [
        ".detach()、",
        ".data、",
        ".item()。",
    ]


def test_units_are_the_text() -> None:
    text = "（x 是 (3, 1)）的张量，y = y + x。"
    assert "".join(units(text)) == text
    assert "（x" in units(text) and "(3, 1)）" in units(text) and "量，" in units(text)


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("name", NAMES)
def test_no_page_has_a_forbidden_break(name: str) -> None:
    played = d2lcli.run(name, "all", seed=1).played
    for width in range(20, 121, 4):
        text = io.StringIO()
        screen = console(text)
        screen.width = width
        replay(played, screen)
        for line in filter(None, map(str.strip, text.getvalue().splitlines())):
            assert line[0] not in FULL, (width, line)
            assert line[-1] not in OPEN, (width, line)
            assert cell_len(line) <= width


def test_wide_signs_are_those_that_terminals_draw_wide() -> None:
    wide = [chr(n) for n in range(0x3000, 0xA000) if unicodedata.east_asian_width(chr(n)) == "W"]
    assert all(map(WIDE.match, wide))
