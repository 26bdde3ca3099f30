"""The preliminaries of *Dive into Deep Learning* as a command line, and as one function."""

from __future__ import annotations

TYPE_CHECKING = False  # the command line imports typing while torch is being loaded
if TYPE_CHECKING:
    from typing import Any

    from .api import Run

__version__ = "0.1.0"
__all__ = ["run"]


def run(lesson: str, *topics: Any, **options: Any) -> Run:
    """Run a lesson and return its steps, which show themselves as tables or as HTML.

    ``run("dice", rolls=500)`` is ``d2l dice --rolls 500``, and ``run("broadcast", shapes=[(3, 1),
    (2,)])`` is ``d2l broadcast 3,1 2``: the same options, and the same checks.

    Args:
        lesson: the command's name, such as ``"norm"``.
        topics: the sections to show, as text; ``"all"`` for all of them.
        options: the command's options, as Python values or as the text that a reader types. An
            array or a tensor stands for its numbers.

    Raises:
        ValueError: something is not as it has to be, in the words of the command line.
    """
    from .api import run as run_lesson

    return run_lesson(lesson, *topics, **options)
