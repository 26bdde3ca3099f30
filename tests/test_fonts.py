"""Words of pictures: Chinese where a font has its signs, else English, and the page says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from matplotlib.text import Text

import d2lcli
from d2lcli.language import speak, spoken
from d2lcli.lesson import NAMES
from d2lcli.pictures import fonts, style
from d2lcli.views.breaking import is_chinese

from .conftest import Run


def texts(figure: Any) -> list[str]:
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]


def drawn(name: str, path: Path) -> Any:
    speak("zh")
    return d2lcli.run(name, seed=1, plot=path / "a.png").played.figure


@pytest.mark.parametrize("name", NAMES)
def test_without_a_font_they_are_english(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "chinese", lambda: "")
    assert not any(map(is_chinese, texts(drawn(name, tmp_path))))
    assert spoken() == "zh"  # outside of pictures it still is


def test_the_page_says_so(d2l: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = ("norm", "--plot", str(tmp_path / "a.png"))
    monkeypatch.setattr(fonts, "chinese", lambda: "")
    assert "英文" in d2l(*line, "--lang", "zh").out
    assert "font" not in d2l(*line).out
    monkeypatch.setattr(fonts, "chinese", lambda: "DejaVu Sans")
    assert "英文" not in d2l("norm", "--lang", "zh").out


@pytest.mark.skipif(not fonts.chinese(), reason="there is no Chinese font")
@pytest.mark.parametrize("name", NAMES)
def test_with_a_font_every_sign_has_a_shape(name: str, tmp_path: Path) -> None:
    """A sign without one is a warning of matplotlib, and a warning is an error here."""
    figure = drawn(name, tmp_path)
    told = [text for text in texts(figure) if is_chinese(text)]
    assert len(told) >= 2
    families = {font for text in figure.findobj(Text) for font in text.get_fontfamily()}
    assert fonts.chinese() in families


def test_pictures_in_english_have_the_usual_font_alone() -> None:
    with fonts.words():
        assert style.SETTINGS["font.family"] == fonts.USUAL
        assert style.MONO == ["DejaVu Sans Mono"]


def test_files_are_known_by_their_names() -> None:
    known = ["NotoSansCJK-Regular.ttc", "wqy-zenhei.ttc", "msyh.ttc", "PingFang.ttc", "simhei.ttf"]
    assert all(fonts.FILES.search(name) for name in known)
    assert not fonts.FILES.search("DejaVuSans.ttf")
