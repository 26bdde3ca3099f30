"""Where on the web a lesson's section of the book is."""

from __future__ import annotations

BOOK = "https://d2l.ai/chapter_preliminaries"
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
    page = f"{BOOK}/{PAGES.get(f'{chapter}.{part}', 'index')}.html"
    return f"{page}#{title.lower().replace(' ', '-')}" if any(inside) else page
