"""Runs as HTML that loads nothing: a page of its own, or a part of a notebook."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from ..language import spoken, tr
from ..note import Note
from ..runs import Run, Step
from ..words import enumerated
from .blocks import CHAPTER, Heading, Picture, blocks
from .figure import content, size
from .links import book
from .markup import code, element, link, outcome, table, text
from .page import facts

LANGUAGE = {"en": "en", "zh": "zh-CN"}  # as browsers call it
STYLE = Path(__file__).with_name("html.css")

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}
html {{ color-scheme: light dark; background: light-dark(#fff, #15181c) }} body {{ margin: 0 }}
</style>
</head>
<body>
<main class="d2l">
{body}
</main>
</body>
</html>
"""


def page(runs: Sequence[Run]) -> str:
    """The text of an ``.html`` file: one lesson, or a chapter of them with its contents."""
    title, body = _title(runs[0]), []
    if len(runs) > 1:
        title = tr(CHAPTER)
        names = {run.lesson.name: text(run.lesson.title) for run in runs}
        links = [f'<li><a href="#{name}">{told}</a></li>' for name, told in names.items()]
        body.append(element("header", element("h1", title)))
        body.append(element("nav", element("ul", "".join(links))))
    for run in runs:
        lines = "\n".join(_lines(run, 1 if len(runs) == 1 else 2))
        body.append(f'<section id="{run.lesson.name}">\n{lines}\n</section>')
    return PAGE.format(
        language=LANGUAGE[spoken()], title=text(title), style=_style(), body="\n".join(body)
    )


def part(run: Run) -> str:
    """One lesson for a notebook, with its style, which reaches nothing else there."""
    body = "\n".join(_lines(run, 1))
    return f'<style>\n{_style()}</style>\n<div class="d2l">\n{body}\n</div>'


def _style() -> str:
    return STYLE.read_text(encoding="utf-8")


def _is_alone(run: Run) -> bool:
    """Whether a single section is all there is: then the page has its heading."""
    return len(run.sections) == 1 and not run.request.terse


def _title(run: Run) -> str:
    """What a page is called: what was asked for, a single section, or else the lesson."""
    if _is_alone(run):
        return run.sections[0].title
    return (run.request.title if run.request.terse else "") or run.lesson.title


def _lines(run: Run, level: int) -> Iterator[str]:
    """A lesson, part by part; ``level`` is that of its heading."""
    found = list(blocks(run))
    for block, following in zip_longest(found, found[1:]):
        match block:
            case Heading(run=None) if not _is_alone(run):
                yield element(f"h{level + 1}", text(block.title))
                yield from _paragraphs(block)
            case Heading(run=Run()):
                yield from _head(run, block, level)
            case Step():
                yield _step(run, block, isinstance(following, Note) and following.covers)
            case Note():
                yield table(block.table.spoken) if block.table is not None else ""
                yield element("p", text(block.text), "finding") if block.text else ""
            case Picture() if run.figure is not None:
                yield _image(content(run.figure, ".png"), _title(run))
    yield from _end(run)


def _head(run: Run, block: Heading, level: int) -> Iterator[str]:
    """What is shown with which values, and what all results share."""
    title = _title(run)
    above = [run.lesson.title] if title != run.lesson.title else []
    lines = [element("p", text(line), "faint") for line in above]
    lines.append(element(f"h{level}", text(title)))
    lines.append(element("p", text(" · ".join(facts(run))), "faint"))
    yield element("header", "\n".join(lines))
    yield from _paragraphs(Heading("", run.sections[0].text) if _is_alone(run) else block)


def _paragraphs(block: Heading) -> Iterator[str]:
    return (element("p", text(paragraph)) for paragraph in block.paragraphs)


def _step(run: Run, step: Step, covered: bool) -> str:
    """One cell and what came of it; ``covered``: a note tells all of that."""
    caption = element("p", text(step.cell.caption)) if step.cell.caption else ""
    told = [] if covered else outcome(step, run.request)
    result = element("div", "\n".join(told), "result") if told else ""
    images = "".join(_image(image, step.cell.caption) for image in step.images)
    return caption + element("div", code(step.cell.code) + result, "cell") + images


def _end(run: Run) -> Iterator[str]:
    """What was wrong all the same, and where there is more."""
    refusal = run.refusal or run.request.refusal
    if refusal:
        yield element("p", text(str(refusal)), "finding bad")
    lines = [tr("In the book: {book}", book=link(book(run.lesson.book), text(run.lesson.book)))]
    topics = [s.name for s in run.lesson.sections.values() if s not in run.sections]
    if topics:
        words = enumerated([element("code", text(topic)) for topic in topics])
        command = element("code", text(f"d2l {run.lesson.name}"))
        lines.append(tr("More: {command} with {topics}", command=command, topics=words))
    yield element("footer", "\n".join(element("p", line, "faint") for line in lines))


def _image(image: bytes, told: str) -> str:
    """A picture as it stands in the page, with its size there."""
    width, height = size(image)
    data = base64.b64encode(image).decode()
    return (
        f'<img alt="{text(told)}" width="{width}" height="{height}" '
        f'src="data:image/png;base64,{data}">'
    )
