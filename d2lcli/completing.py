"""What a shell offers behind Tab: topics, values of options, and names of new files.

Typer asks, in bash, zsh, fish and PowerShell. Where nothing is offered, the shell itself goes on
with the files and folders that are there.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from .language import mark, tr

Offer = Callable[[str], Sequence[tuple[str, str]]]

DEVICES = (
    ("cpu", mark("the processor")),
    ("cuda", mark("the first GPU")),
    ("cuda:0", mark("a GPU by its number")),
    ("auto", mark("a GPU where there is one")),
)


def words(offered: Sequence[tuple[str, str]]) -> Offer:
    """What offers those words, each with what it means, that begin as what is typed does."""

    def found(incomplete: str) -> Sequence[tuple[str, str]]:
        return [(word, tr(told)) for word, told in offered if word.startswith(incomplete)]

    return found


def choices(metavar: str) -> Offer | None:
    """What offers the words of ``forward|central``; of ``1|2|inf|NUMBER`` all but the last."""
    if "|" not in metavar:
        return None
    return words([(word, "") for word in metavar.split("|") if not word.isupper()])


def endings(offered: Sequence[str]) -> Offer:
    """What offers a new file with each of these endings, where no file begins so."""

    def found(incomplete: str) -> Sequence[tuple[str, str]]:
        folder, name = os.path.split(incomplete)
        if not name or any(file.startswith(name) for file in _files(folder)):
            return []
        stem = name.partition(".")[0]
        before = incomplete.removesuffix(name)
        files = [before + stem + ending for ending in offered]
        return [(file, "") for file in files if file.startswith(incomplete)]

    return found


def _files(folder: str) -> Sequence[str]:
    """The names of the files in a folder; none where it cannot be read."""
    try:
        return os.listdir(os.path.expanduser(folder) or ".")  # noqa: PTH111, PTH208
    except OSError:
        return []
