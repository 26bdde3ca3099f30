"""A font for the words of a picture: Chinese is spoken in one only where a font has its signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from matplotlib import font_manager

from ..language import speak, spoken
from .style import MONO, SETTINGS

USUAL = "DejaVu Sans"  # which comes with matplotlib
# Fonts with Chinese signs, as they come with systems, the ones that are best to read first.
CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
)


# What their files are called, for those that were installed after matplotlib made its list.
FILES = re.compile(
    r"notosans(?:cjk|sc)|sourcehansans|pingfang|hiragino.*gb|msyh|wqy-|simhei", re.IGNORECASE
)


@cache
def chinese() -> str:
    """The first of these fonts that is installed; empty where there is none."""
    return _listed() or _found()


def _listed() -> str:
    there = {font.name for font in font_manager.fontManager.ttflist}
    return next((name for name in CHINESE if name in there), "")


def _found() -> str:
    """The same among files that matplotlib does not know yet."""
    for path in font_manager.findSystemFonts():
        if FILES.search(Path(path).name):
            with suppress(OSError, RuntimeError):  # a file that is no font, or a broken one
                font_manager.fontManager.addfont(path)
    return _listed()


@contextmanager
def words() -> Iterator[None]:
    """Inside, the language is spoken for which there is a font, and pictures are drawn with it."""
    language = spoken()
    font = chinese() if language == "zh" else ""
    SETTINGS["font.family"] = [USUAL, font] if font else USUAL
    MONO[1:] = [font] if font else []
    speak("zh" if font else "en")
    try:
        yield
    finally:
        speak(language)
