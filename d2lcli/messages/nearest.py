"""Topics that are about the words of a text, where its message is not known."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .explain import headline

# Words that say nothing of what a message is about: English's own, Python's, and PyTorch's.
COMMON = frozenset(
    re.findall(
        r"\w+",
        """
        and any are but can cannot did does each for from get give had has have how into its many
        may more must not off one other out own same should some still such take than that the them
        then there these they this two use used using was what when where which who whole why will
        with works write wrong you your
        assert call error except expected file got import invalid line print return runtimeerror
        traceback try typeerror valueerror
        argument float input int number numbers size tensor tensors torch type value values
        """,
    )
)


def nearest(text: str, titles: Mapping[str, str], most: int = 3) -> list[tuple[str, str]]:
    """Topics that are about the words of ``text``, as they are typed, with their titles.

    A topic is near if its name or title has one of the words, and all that is known of it a half
    of them: one word in passing is no sign. Only the headline counts.

    Args:
        text: A message that is not known, or a question.
        titles: The topics that there are, "broadcast misfit", and the title of each.
        most: How many are given at most.
    """
    words = _words(headline(text))
    known = _known()
    found = []
    for topic, title in titles.items():
        named = words & _words(f"{topic} {title}")
        shared = named | words & known.get(topic, frozenset())
        if named and len(shared) * 2 >= len(words):
            found.append((-len(named) * 2 - len(shared), topic, title))
    return [(topic, title) for _, topic, title in sorted(found)[:most]]


def _known() -> dict[str, frozenset[str]]:
    """The words of all explanations that belong to a topic."""
    from .explain import entries

    told: dict[str, set[str]] = {}
    for entry in entries():
        ways = " ".join(f"{way.sign} {way.remedy}" for way in entry.ways)
        text = f"{entry.reason} {entry.way_out} {ways} {entry.example or ''}"
        told.setdefault(entry.topic, set()).update(_words(text))
    return {topic: frozenset(words) for topic, words in told.items()}


def _words(text: str) -> frozenset[str]:
    """The words of a text that tell what it is about, without the s of the plural."""
    words = re.findall(r"[a-z_]{3,}", text.lower())
    return frozenset(word.removesuffix("s") for word in words if word not in COMMON)
