"""The signs of a Chinese keyboard, read as those of a program: ``（3，2）`` is ``(3,2)``.

Every parser takes its text through ``plain`` first. One sign becomes one sign, so that a place in
the plain text is the same place in what was typed.
"""

from __future__ import annotations

import unicodedata

# Signs with no wide form in Unicode, or with one that means something else.
OTHERS = dict(zip("、。．｡､【】〔〕《》〈〉−–﹣\u00a0", ",...,[][]<><>--- ", strict=True))


def plain(text: str) -> str:
    """``text`` with full-width signs, letters and digits as ASCII has them.

    Only the wide forms of Unicode's NFKC: its others would read x² as x2, and digits of other
    scripts, which NFKC leaves alone, stay what they are.
    """
    return text if text.isascii() else "".join(map(_plain, text))


def _plain(sign: str) -> str:
    if unicodedata.decomposition(sign).startswith("<wide>"):
        return unicodedata.normalize("NFKC", sign)
    return OTHERS.get(sign, sign)
