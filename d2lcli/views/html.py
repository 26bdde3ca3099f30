"""Runs as HTML that links nothing: a page of its own, or a part of a notebook."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from ..note import Note
from ..run import Run, Step
from .blocks import CHAPTER, Caption, Heading, Picture, of
from .figure import PYPLOT, SLIDE, png, size
from .markup import code, element, outcome, table, text
from .page import facts

STYLE = Path(__file__).with_name("html.css")
BESIDE = 46  # characters of code, or of text, that have room beside each other
SMALL = 6  # rows and columns of a matrix that has room there
CONTENTS = 3  # so many sections need no table of contents

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
{style}
html, body {{ margin: 0; background: #fff }}
@media screen and (prefers-color-scheme: dark) {{ html, body {{ background: #15181c }} }}
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
    chapter = len(runs) > 1
    title = CHAPTER if chapter else _title(runs[0])
    body = []
    if chapter:
        body.append(element("header", element("h1", text(CHAPTER))))
        body.append(_contents({run.lesson.name: run.lesson.title for run in runs}))
    bound: dict[str, str] = {}
    for run in runs:
        body.append(f'<section id="{run.lesson.name}">')
        body += _Lesson(run, 2 if chapter else 1, linked=True).lines(bound)
        body.append("</section>")
    return PAGE.format(title=text(title), style=_style(), body="\n".join(body))


def part(run: Run) -> str:
    """One lesson for a notebook, with its style, which reaches nothing else there."""
    body = "\n".join(_Lesson(run, 1, linked=False).lines({}))
    return f'<style>\n{_style()}</style>\n<div class="d2l">\n{body}\n</div>'


def _style() -> str:
    return STYLE.read_text(encoding="utf-8")


def _title(run: Run) -> str:
    """What a page is called: what was asked for, a single section, or else the lesson."""
    if _is_alone(run):
        return run.sections[0].title
    return (run.request.title if run.request.terse else "") or run.lesson.title


def _is_alone(run: Run) -> bool:
    return len(run.sections) == 1 and not run.request.terse


def _contents(titles: Mapping[str, str]) -> str:
    links = (f'<li><a href="#{name}">{text(title)}</a></li>' for name, title in titles.items())
    return element("nav", element("ul", "".join(links)))


@dataclass(frozen=True)
class _Lesson:
    """One run as HTML.

    Attributes:
        run: what is shown.
        level: that of its heading.
        linked: whether its headings have names, and a long one a table of contents. A notebook may
            show the same lesson twice.
    """

    run: Run
    level: int
    linked: bool

    def lines(self, bound: dict[str, str]) -> Iterator[str]:
        """The parts of the page, one after another; ``bound``: see ``blocks.of``."""
        found = list(of(self.run, bound))
        for block, following in zip_longest(found, found[1:]):
            match block:
                case Heading(run=None):
                    yield from self.section(block)
                case Heading():
                    yield from self.head(block)
                case Caption():
                    yield element("p", text(block.text), "caption")
                case Step():
                    covered = isinstance(following, Note) and following.covers
                    yield self.step(block, covered)
                case Note():
                    yield from self.note(block)
                case Picture():
                    yield self.picture()
        yield from self.end()

    def head(self, block: Heading) -> Iterator[str]:
        """What is shown with which values, and what all results share."""
        run, title = self.run, _title(self.run)
        above = [run.lesson.title] if title != run.lesson.title else []
        lines = [element("p", text(line), "faint") for line in above]
        lines.append(element(f"h{self.level}", text(title)))
        lines.append(element("p", text(" · ".join(facts(run))), "faint"))
        yield element("header", "\n".join(lines))
        section = run.sections[0]
        paragraphs = section.text.split("\n\n") if _is_alone(run) else block.paragraphs
        yield from (element("p", text(paragraph)) for paragraph in paragraphs if paragraph)
        if self.linked and len(run.sections) > CONTENTS:
            yield _contents({self.anchor(there.name): there.title for there in run.sections})

    def section(self, block: Heading) -> Iterator[str]:
        """What a section is about; that of a page with one section stands at its head."""
        if _is_alone(self.run):
            return
        level = self.level + 1
        name = f' id="{self.anchor(block.name)}"' if self.linked else ""
        yield f"<h{level}{name}>{text(block.title)}</h{level}>"
        yield from (element("p", text(paragraph)) for paragraph in block.paragraphs)

    def anchor(self, section: str) -> str:
        """The name of a section on the page."""
        return f"{self.run.lesson.name}-{section}"

    def step(self, step: Step, covered: bool) -> str:
        """One cell and what came of it; ``covered``: a note tells all of that."""
        told = [] if covered else outcome(step, self.run.request)
        result = element("div", "\n".join(told), "result") if told else ""
        images = "".join(_image(image, PYPLOT, step.cell.caption) for image in step.images)
        kind = "cell beside" if told and _has_room(step) else "cell"
        return element("div", code(step.cell.code) + result, kind) + images

    def note(self, note: Note) -> Iterator[str]:
        """A table and a finding."""
        if note.table is not None:
            yield table(note.table)
        if note.text:
            yield element("p", text(note.text), "finding")

    def picture(self) -> str:
        """The lesson's picture."""
        assert self.run.figure is not None
        return _image(png(self.run.figure), SLIDE, _title(self.run))

    def end(self) -> Iterator[str]:
        """What was wrong all the same, and where there is more."""
        run = self.run
        refusal = run.refusal or run.request.refusal
        if refusal:
            yield element("p", text(str(refusal)), "finding bad")
        lines = [text(f"In the book: {run.lesson.book}")]
        topics = [s.name for s in run.lesson.sections.values() if s not in run.sections]
        if topics:
            words = ", ".join(element("code", text(topic)) for topic in topics)
            lines.append(f"More: {element('code', text(f'd2l {run.lesson.name}'))} with {words}")
        body = "\n".join(element("p", line, "faint") for line in lines)
        yield element("footer", body)


def _has_room(step: Step) -> bool:
    """Whether what came of a step is small enough to stand beside its code."""
    result = step.result
    if max(map(len, step.cell.code.splitlines())) > BESIDE or step.warnings or step.error:
        return False
    if result is None:
        return max(map(len, step.stdout.splitlines()), default=0) <= BESIDE
    if result.shape is not None:
        return len(result.shape) < 3 and max(result.shape, default=0) <= SMALL
    if result.kind == "list" and (step.cell.labels or any(i and i.shape for i in result.value)):
        return False
    return result.kind != "table" and len(result.text) <= BESIDE


def _image(content: bytes, density: float, told: str) -> str:
    """A picture as it stands in the page, with its size there."""
    width, height = size(content, density)
    data = base64.b64encode(content).decode()
    return (
        f'<img alt="{text(told)}" width="{width}" height="{height}" '
        f'src="data:image/png;base64,{data}">'
    )
