"""A lesson on the screen: the default page terse, topics narrated.

The default page puts code on the left and its result on the right, and the finding last. A topic
has every caption and every cell.
"""

from __future__ import annotations

import ast
import re

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from ..inputs import files
from ..language import spoken, tr
from ..lesson import GIVEN, Cell, Kind, Section
from ..note import Note
from ..request import cells
from ..runs import Run, Step
from . import table
from .grid import FEWEST
from .links import book
from .result import BESIDE, MANY, Results, joined
from .screen import BAD, FAINT, GOOD, HEADING, PRINTED, widest

WIDEST = 46  # columns of code beside which a result begins
WIDE = 96  # columns of a page; below it takes more lines
TOPIC, NARROW = 40, 46  # lines of a topic's page
CLOSING = 10  # of them for the finding and for what else there is


class Page(Results):
    """A lesson, printed step by step as it runs."""

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self.run: Run
        self.section = GIVEN
        self.waiting: Step | None = None  # a step whose outcome a note may cover
        self.blank = False  # whether the last line was empty
        self.found = False  # whether the last line was of a finding, which others may follow
        self.dense = False  # whether a line without a caption may follow without an empty one

    # What a view has to do

    def open(self, run: Run) -> None:
        """The head: what is computed with which values, and what all results share."""
        self.run = run
        # The one section of a page has more room than each of several.
        self.terse = (8 if len(run.sections) == 1 else 4) if run.request.terse else 0
        self.facts = run.request.facts if self.terse else ()
        self.device = run.request.device
        request, sections = run.request, run.sections
        alone = len(sections) == 1 and not request.terse
        title = sections[0].title if alone else run.lesson.title
        if request.terse:
            title = request.title or title
        self.replaces = request.plot is not None and request.plot.exists()
        self.gap()
        head = self.text(title, HEADING)
        head.stylize(Style(link=book(run.lesson.book)))  # where the terminal has links
        self.print(*self.ends(head, self.text("  ".join(facts(run)), FAINT)))
        self.blank = False
        text = "" if request.terse else sections[0].text if alone else run.lesson.text
        self.paragraphs(text)
        self.gap()
        self.console.file.flush()  # the first words are there before torch is

    def step(self, step: Step) -> None:
        """One cell: caption, code, and what came of it."""
        self.flush()
        if step.cell.section != self.section:
            self.enter(step.cell.section)
        # import torch is no news, except where everything is shown.
        whole = "all" in self.run.request.topics
        if step.cell is self.run.lesson.imports and not whole and not step.error:
            return
        self.waiting = step

    def note(self, note: Note) -> None:
        """A table and a finding."""
        self.flush(covered=note.covers)
        if note.table is not None:
            self.gap()
            room = self.width - self.indent
            self.print(*table.lines(note.table.spoken, self, room), indent=self.indent)
            self.blank = self.found = False
            self.gap()
        if note.text:
            if not (self.found or (self.terse and self.dense)):
                self.gap()
            self.prose(note.text)
            self.blank, self.found = False, True

    def close(self) -> None:
        """The way on: topics, an example with own numbers, what was saved."""
        self.flush()
        if any(step.error for step in self.run.steps):
            return
        self.gap()
        lesson, request = self.run.lesson, self.run.request
        rows = [(tr("yours"), lesson.yours)] if request.terse else []
        if request.plot is not None:
            old = tr(", in place of an older one") if self.replaces else ""
            own = "" if self.run.drawn_own else tr(", of the book's numbers: yours have none")
            rows.append((tr("picture"), f"{files.shown(request.plot)}{old}{own}{_without_font()}"))
        if request.export is not None:
            rows.append((tr("saved"), files.shown(request.export)))
        topics = self.topics()
        heads = {**({tr("topics"): topics} if topics else {}), **dict(rows)}
        wide = max(map(cell_len, heads), default=0) + 3
        for head, told in heads.items():
            left = self.text(head, FAINT)
            lines = self.folded([self.text(told)], self.width - wide)
            self.print(*joined([left], lines, wide))

    # The parts

    def topics(self) -> str:
        """The names of what is not shown, questions behind the others."""
        shown = {section.name for section in self.run.sections}
        names = [
            "  ".join(s.name for s in self.run.lesson.of(*kinds) if s.name not in shown)
            for kinds in ((Kind.MAIN, Kind.TOPIC), (Kind.QUESTION,))
        ]
        return " · ".join(filter(None, [*names, "all" if any(names) else ""]))

    def enter(self, name: str) -> None:
        """The heading of a section, where the page has several, and where its results begin."""
        self.section = name
        section = self.run.lesson.sections[name]
        if len(self.run.sections) > 1:
            self.gap()
            self.heading(section)
        self.column = self.results_column(section)
        self.dense = False
        # The book's numbers fit.
        own = bool(self.run.request.options) and not self.terse
        self.spare, self.each = self.lines_of_results(section) if own else (MANY, MANY)

    def heading(self, section: Section) -> None:
        """What a section is about."""
        if self.terse:
            self.print(self.text(section.name, HEADING))
            self.blank = True  # no empty line between a heading and its lines
            return
        self.print(*self.ends(self.text(section.title, HEADING), self.text(section.name, FAINT)))
        self.blank = False
        self.paragraphs(section.text)
        self.gap()

    def results_column(self, section: Section) -> int:
        """Where results begin: behind the longest last line of code that is not too long."""
        shown = filter(shows, cells(section, self.run.request))
        wide = [len(cell.code.splitlines()[-1]) for cell in shown]
        return max([length for length in wide if length <= WIDEST], default=0) + 3

    def lines_of_results(self, section: Section) -> tuple[int, int]:
        """How many lines results may take beyond one each, so that a topic keeps to its budget.

        Of all of them together, and of each.
        """
        told = [section.title, *section.text.split("\n\n")]
        room = (TOPIC if self.width >= WIDE else NARROW) - CLOSING
        results = 0
        for cell in cells(section, self.run.request):
            told += [cell.caption] if cell.caption else []
            room -= len(cell.code.splitlines()) + bool(cell.caption)
            # The first item stands beside the code, or each behind its own.
            results += (len(cell.labels) or 1) if shows(cell) else 0
            room -= max(len(cell.labels) - 1, 0) if shows(cell) else 0
        room -= sum(len(self.folded([self.text(text)], self.width)) for text in told)
        return max(room, 0), max(room // max(results, 1), FEWEST)

    def flush(self, covered: bool = False) -> None:
        """Print the step that waits; ``covered``: without what came of it."""
        step, self.waiting = self.waiting, None
        if step is None:
            return
        terse, code = self.terse, self.code(step.cell.code)
        lines = self.beside(code, [] if covered else self.outcome(step))
        # Lines of one line stand together, whatever takes more stands apart.
        dense = not step.cell.defines if terse else len(code) == 1
        if not (dense and self.dense) or (step.cell.caption and not terse):
            self.gap()
        if step.cell.caption and not terse:
            self.prose(step.cell.caption)
        self.print(*lines, indent=self.indent)
        self.blank = self.found = False
        self.dense = dense

    def outcome(self, step: Step) -> list[Text]:
        """What a cell printed, warned, gave, or failed with."""
        lines: list[Text] = []
        if step.stdout:
            lines += self.text(step.stdout.rstrip("\n"), PRINTED).split(allow_blank=True)
        # Where in PyTorch's own code a warning comes from is no news to a reader.
        for told in step.warnings:
            warning = re.sub(r" ?\(Triggered internally at .*\)", "", told)
            lines += self.text(f"⚠ {warning}", PRINTED).split(allow_blank=True)
        if step.result is not None:
            lines += self.result(step.result, step.cell.labels)
        if step.error is not None:
            lines.append(self.text(f"✗ {step.error.type}: {step.error.sentence}", BAD))
        elif step.cell.claims:
            lines.append(self.text(tr("✓ holds"), GOOD))
        return lines

    def beside(self, code: list[Text], outcome: list[Text]) -> list[Text]:
        """Code on the left and its result on the right where both fit, else one above the other."""
        column = max(self.column, code[-1].cell_len + 3)
        room = self.width - self.indent
        fits = self.width >= BESIDE and column + widest(outcome) <= room
        # Behind a loop there is no line that its outcome belongs to.
        if outcome and fits and not code[-1].plain.startswith(" "):
            # The result begins beside the last line, which it is the value of.
            return [*code[:-1], *joined(code[-1:], outcome, column)]
        below = self.folded(outcome, self.width - 2 * self.indent)
        return [*code, *(Text(" " * self.indent).append_text(line) for line in below)]

    def paragraphs(self, text: str) -> None:
        """A docstring's text."""
        for paragraph in filter(None, text.split("\n\n")):
            self.prose(paragraph)
            self.blank = False

    def gap(self) -> None:
        """An empty line, unless there is one already."""
        if not self.blank:
            self.print()
            self.blank = True


def _without_font() -> str:
    """Why a picture is in English where the page is not."""
    if spoken() == "en":
        return ""
    from ..pictures import fonts

    return "" if fonts.chinese() else tr(", in English: no font here has Chinese signs")


def facts(run: Run) -> list[str]:
    """What all results share: what the request says, the seed where one is used, the device."""
    seeded = any("seed" in section.parameters for section in run.sections)
    seed = [tr("seed {seed}", seed=run.request.seed)] if seeded else []
    return [*(run.request.facts if run.request.terse else ()), *seed, run.request.device]


def shows(cell: Cell) -> bool:
    """Whether a cell's result stands beside its last line."""
    return isinstance(cell.tree.body[-1], ast.Expr)


def replay(run: Run, console: Console) -> None:
    """Print all of a run that is over."""
    page = Page(console)
    page.open(run)
    for item in run.items:
        if isinstance(item, Step):
            page.step(item)
        else:
            page.note(item)
    page.close()
    if run.refusal is not None:
        page.gap()
        page.prose(f"d2l: {run.refusal}")
