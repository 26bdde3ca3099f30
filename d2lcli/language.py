"""The language that d2l speaks: English, which stands in the code, or Chinese from a catalogue.

``tr("The limit is {limit}.", limit=2)`` is a whole sentence, and the English one is its key in the
catalogue. What PyTorch says, code, and the keys of JSON stay as they are.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "zh")
# Where the language is looked up where no --lang says it: the first that is set decides.
VARIABLES = ("D2L_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
FOLDER = Path(__file__).with_name("locale")
GENERAL, MESSAGES = "d2l", "messages"  # the catalogues: of all that d2l says, and of `explain`

_spoken = ""


def spoken() -> str:
    """The language that is spoken now."""
    return _spoken or speak(wanted(os.environ))


def speak(language: str) -> str:
    """Speak a language from now on; ``""`` looks it up in the environment again."""
    global _spoken
    _spoken = language
    return language


def wanted(environment: Mapping[str, str]) -> str:
    """The language that an environment asks for.

    Args:
        environment: of its variables those in ``VARIABLES`` are read. A value may name several
            languages, ``zh_CN:en``, and its first one counts.
    """
    value = next(filter(None, map(environment.get, VARIABLES)), "")
    first = value.partition(":")[0].partition(".")[0].replace("-", "_").lower()
    return "zh" if first in ("zh", "zh_cn", "zh_sg") or first.startswith("zh_hans") else "en"


def asked(words: Sequence[str]) -> str | None:
    """What ``--lang`` says in a command line; None where it is not there, "" without a value."""
    own = words[: words.index("--")] if "--" in words else words
    for place, word in enumerate(own):
        if word.startswith("--lang="):
            return word.partition("=")[2]
        if word == "--lang":
            return own[place + 1] if place + 1 < len(own) else ""
    return None


def can_write(encoding: str | None) -> bool:
    """Whether Chinese can be written in an encoding."""
    try:
        "中文".encode(encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def tr(text: str, catalogue: str = GENERAL, /, **fields: object) -> str:
    """A text in the language that is spoken.

    Args:
        text: in English, with the names of ``fields`` in braces.
        catalogue: where its translation stands.
        fields: what is put in; without any, braces are braces.
    """
    if text and spoken() != "en":
        text = _catalogue(_spoken, catalogue).gettext(text)
    return text.format(**fields) if fields else text


def mark(text: str) -> str:
    """A text that is translated where it is used: this puts it into the catalogue."""
    return text


@cache
def _catalogue(language: str, name: str) -> gettext.NullTranslations:
    return gettext.translation(name, FOLDER, [{"zh": "zh_CN"}[language]])
