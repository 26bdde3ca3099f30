"""Lines on a console: width, margin, colours, and signs that the terminal knows."""

from __future__ import annotations

import ast
import io
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from d2lcli.views.breaking import WIDE
from d2lcli.views.screen import ASCII, MARGIN, NARROWEST, PROSE, Screen, columns, console

PACKAGE = Path(__file__).parents[2] / "d2lcli"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class Terminal(io.StringIO):
    """A terminal of this encoding."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__()
        self.named = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override] # a stream's is writable
        return self.named

    def isatty(self) -> bool:
        return True


def screen(width: int = 80, file: io.StringIO | None = None, **options: Any) -> Screen:
    return Screen(console(file if file is not None else io.StringIO(), width=width, **options))


def printed(on: Screen) -> list[str]:
    file = on.console.file
    assert isinstance(file, io.StringIO)
    return file.getvalue().splitlines()


@pytest.mark.parametrize(
    ("columns", "width"),
    [("100", 100), ("37", 37), ("20", 20), ("5", NARROWEST), ("0", 80), ("wide", 80), ("", 80)],
)
def test_the_width_is_that_of_columns(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert console(io.StringIO()).width == width


@given(st.text(max_size=300), st.integers(20, 120), st.integers(0, 2))
def test_no_line_is_wider_than_the_page_and_no_word_is_lost(
    text: str, width: int, indent: int
) -> None:
    on = screen(width)
    on.print(*on.text(text).split(allow_blank=True), indent=indent)
    on.prose(text, indent=indent)
    for line in printed(on):
        assert cell_len(line) <= width
        assert line == line.rstrip() and line.isprintable()


def test_a_paragraph_is_broken_at_its_spaces_and_not_too_long() -> None:
    text = " ".join(f"word{number}" for number in range(60))
    for width in (20, 60, 200):
        on = screen(width)
        on.prose(text)
        lines = printed(on)
        assert " ".join(lines).split() == text.split()
        assert all(line.startswith(" " * MARGIN) for line in lines)
        assert max(map(len, lines)) <= min(width, PROSE + MARGIN)


@pytest.mark.parametrize("text", ["[nan, 1.]", "[bold]x[/bold]", "[/]", ":smile:", "1e3 'a'"])
def test_nothing_in_a_text_is_markup(text: str) -> None:
    on = screen()
    on.print(on.text(text), *on.code(text))
    assert [line.strip() for line in printed(on)] == [text, text]
    # Not even by way of rich's own print.
    on.console.print(text)
    assert printed(on)[-1] == text


def test_signs_that_a_terminal_obeys_are_shown() -> None:
    on = screen()
    on.print(on.text("\x1b[2J a\u202eb \x9b1m \r"))
    assert printed(on) == [r"  \x1b[2J a\u202eb \x9b1m \r"]


def test_what_is_in_the_code_of_d2l_has_a_form_in_ascii() -> None:
    """Every sign that it prints is translated, so that none becomes a question mark."""
    on = screen(file=Terminal("ascii"))
    assert on.ascii and not screen(file=Terminal()).ascii
    assert all(form.isascii() for form in map(on.plain, map(chr, ASCII)))
    # Not what is drawn only where there is more than ASCII, read from a keyboard, or on a picture.
    elsewhere = ("pictures", "inputs", "messages", "known")
    files = [p for p in PACKAGE.rglob("*.py") if p.parent.name not in elsewhere]
    trees = (ast.parse(file.read_text("utf-8")) for file in files)
    nodes = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    texts = [node.value for node in nodes if isinstance(node.value, str)]
    signs = {sign for text in texts for sign in text if not sign.isascii()}
    signs = {sign for sign in signs if not WIDE.match(sign)}  # which it then does not print
    assert [sign for sign in sorted(signs) if "?" in on.plain(sign)] == ["⋯", "⋱"]  # of HTML


def test_colours_are_for_terminals() -> None:
    code = "def f(x):\n    return 2 * x  # twice"
    plain, coloured = screen(), screen(file=Terminal(), color_system="standard")
    for on in (plain, coloured):
        on.print(*on.code(code), Text("x", style="red"))
    assert "\x1b" not in "".join(printed(plain))
    assert COLOUR.search("".join(printed(coloured)))
    assert [COLOUR.sub("", line) for line in printed(coloured)] == printed(plain)
    # Neither blue nor bright black, which are hard to read on some terminals, carries a word.
    assert not re.search(r"\x1b\[[0-9;]*(34|90)m", "".join(printed(coloured)))


@pytest.mark.parametrize(
    ("surroundings", "colours"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, False),
        ({"TERM": "xterm", "FORCE_COLOR": "1"}, True),
    ],
    ids=str,
)
def test_what_the_surroundings_say_of_colours(
    surroundings: dict[str, str], colours: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    on = screen(file=Terminal(), color_system="auto")
    on.print(Text("x", style="red"))
    assert bool(re.search(r"\x1b\[[0-9;]*3[0-7]m", "".join(printed(on)))) == colours


@pytest.mark.parametrize("forced", [False, True])
def test_through_a_pipe_only_where_it_is_asked_for(
    forced: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if forced:
        monkeypatch.setenv("FORCE_COLOR", "1")
    on = screen(color_system="auto")
    on.print(Text("x", style="red"))
    assert ("\x1b[" in "".join(printed(on))) == forced


def test_two_ends_of_a_line() -> None:
    on = screen(40)
    (line,) = on.ends(Text("left"), Text("right"))
    assert line.plain == "left" + " " * (on.width - 9) + "right"
    assert [part.plain for part in on.ends(Text("l" * 30), Text("r" * 8))] == ["l" * 30, "r" * 8]
    assert [part.plain for part in on.ends(Text("left"), Text(""))] == ["left"]
    assert screen(300).ends(Text("left"), Text("right"))[0].cell_len == PROSE


def test_pairs_are_padded_to_one_width() -> None:
    assert columns([("a", "1"), ("形", "2")]) == [("a    ", "1"), ("形   ", "2")]
    assert columns([]) == []
