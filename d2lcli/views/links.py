"""Where on the web a lesson's section of the book is, and PyTorch's own words on its functions."""

from __future__ import annotations

import re

from ..language import spoken

BOOKS = {"en": "https://d2l.ai", "zh": "https://zh.d2l.ai"}

PAGES = {
    "2.1": "ndarray",
    "2.3": "linear-algebra",
    "2.4": "calculus",
    "2.5": "autograd",
    "2.6": "probability",
}


def book(section: str) -> str:
    """The address of a section of the book, such as ``2.3.11 Norms``, or of the chapter."""
    number, _, title = section.partition(" ")
    chapter, part, *inside = [*number.split("."), ""]
    page = f"{BOOKS[spoken()]}/chapter_preliminaries/{PAGES.get(f'{chapter}.{part}', 'index')}.html"
    # The Chinese book has no anchors that can be made of its headings.
    inside = [] if spoken() == "zh" else inside
    return f"{page}#{title.lower().replace(' ', '-')}" if any(inside) else page


# Functions that code calls; a class, a method or a constant has its page elsewhere.
FUNCTION = re.compile(
    r"\btorch\.(?:(?:autograd|linalg|nn\.functional|special)\.)?[a-z_][a-z_0-9]*(?=\()"
)
DOCUMENTATION = "https://docs.pytorch.org/docs/stable"


def documentation(name: str) -> str:
    """The address of what PyTorch says of a function, such as ``torch.linalg.norm``."""
    if name.startswith("torch.special."):
        return f"{DOCUMENTATION}/special.html#{name}"
    return f"{DOCUMENTATION}/generated/{name}.html"
