"""Lines that are typed, and what readline remembers of them."""

from __future__ import annotations

import io
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from d2lcli.keyboard import LINES, at_terminal, line, remembered

readline = pytest.importorskip("readline")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("closed", ["stdin", "stdout"])
def test_somebody_is_there_where_both_are_terminals(
    there: bool, closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert at_terminal()
    monkeypatch.setattr(sys, closed, io.StringIO() if there else None)
    assert not at_terminal()


def test_lines_until_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(" a b \n\nlast"))
    assert [line(), line(), line()] == [" a b ", "", "last"]
    with pytest.raises(EOFError):
        line()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("typer.get_app_dir", lambda _: str(tmp_path / "d2l"))
    readline.clear_history()
    return tmp_path / "d2l"


def remembers() -> list[str]:
    count = readline.get_current_history_length()
    return [readline.get_history_item(place) for place in range(1, count + 1)]


def nothing(_text: str, _place: int) -> str | None:
    return None


def test_a_history_is_kept_from_one_time_to_the_next(home: Path) -> None:
    for typed in ("one", "two"):
        with remembered("file", nothing):
            readline.add_history(typed)
    with remembered("file", nothing):
        assert remembers() == ["one", "two"]
    with remembered("other", nothing):
        assert remembers() == []
    assert sorted(file.name for file in home.iterdir()) == ["file", "other"]


def test_the_last_lines_are_kept(home: Path) -> None:
    with remembered("file", nothing):
        for number in range(LINES + 5):
            readline.add_history(str(number))
    assert len((home / "file").read_text().split()) == LINES


def test_what_was_there_before_comes_back(home: Path) -> None:
    assert not home.exists()
    with remembered("outer", nothing, " "):
        readline.add_history("outside")
        with suppress(KeyboardInterrupt), remembered("inner", print):
            readline.add_history("inside")
            assert readline.get_completer() is print
            raise KeyboardInterrupt
        assert (remembers(), readline.get_completer()) == (["outside"], nothing)
        assert readline.get_completer_delims() == " "
    assert readline.get_completer_delims() != " "


def test_a_home_that_cannot_be_written_is_no_error(home: Path) -> None:
    home.touch()  # a file, where the folder would be
    with remembered("file", nothing):
        readline.add_history("lost")
    assert home.read_text() == ""


def test_a_python_without_readline_does_without(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "readline", None)
    with remembered("file", nothing):
        pass
    assert not home.exists()
