"""A page for a class: it waits for Enter between results, or asks what comes out."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console
from rich.control import Control
from rich.segment import ControlType

from ..errors import Left
from ..inputs.answers import Question, expected_text, judge, question
from ..inputs.signs import plain
from ..keyboard import line
from ..language import mark, tr
from ..lesson import Section
from ..runs import Run, Step
from ..words import counted, enumerated, listed
from .page import Page
from .screen import BAD, FAINT, GOOD, HEADING, MARGIN, PRINTED

WAITING = mark("Enter goes on, q leaves")
LEAVING = ("q", "quit", "exit")
COLORS = {"right": GOOD, "nearly": PRINTED, "wrong": BAD}
TOLD = {
    "right": mark("right"),
    "nearly": mark("nearly: it is {answer}"),
    "wrong": mark("wrong: it is {answer}"),
}
SCORE = {
    "right": mark("{count} right"),
    "nearly": mark("{count} nearly"),
    "wrong": mark("{count} wrong"),
    "skipped": mark("{count} skipped"),
}


class Stepping(Page):
    """A page that waits for Enter before each result.

    ``q`` and the end of the input leave. ``read`` gives the next line that is typed; it raises
    EOFError where there is none.
    """

    def __init__(self, console: Console, read: Callable[[], str] = line) -> None:
        super().__init__(console)
        self.read = read

    def step(self, step: Step) -> None:
        """Show the cell before this one, whose notes have come by now, and wait.

        Raises:
            Left: the reader has seen enough.
        """
        self.flush()
        if self.waits(step):
            self.wait()
        super().step(step)

    def waits(self, step: Step) -> bool:
        """Whether to wait before a step."""
        return bool(self.outcome(step))

    def wait(self) -> None:
        """Wait for Enter, and take the prompt away, where the terminal can: the page stays a page.

        Raises:
            Left: the reader has seen enough.
        """
        _, rows = self.typed(tr(WAITING), FAINT)
        up = (ControlType.CURSOR_UP, 1), (ControlType.ERASE_IN_LINE, 2)
        self.console.control(Control(*up * rows))
        self.blank = self.blank and not self.console.is_dumb_terminal

    def typed(self, prompt: str, style: str) -> tuple[str, int]:
        """What the reader types behind ``prompt``, and how many rows the terminal needs for both.

        Raises:
            Left: it is ``q``, or there is no more to come.
        """
        *above, last = self.paragraph(prompt, style)
        if above:
            self.print(*above)
        last = self.text(" " * MARGIN).append_text(last).append(" ")
        self.console.print(last, end="", soft_wrap=True)
        try:
            typed = self.read()
        except EOFError:
            self.print()
            raise Left from None
        if plain(typed).strip().lower() in LEAVING:
            raise Left
        wide = last.cell_len + self.text(typed).cell_len
        return typed, len(above) + -(-wide // self.console.width)


class Predicting(Stepping):
    """A page that asks what its lesson asks, before it shows the result, and keeps the score.

    Code, question, answer, verdict; then the result, and only then what is said about it: that
    often is the answer. From the first question on, it waits after each, and where a section ends.
    A page without questions is a ``Stepping`` one.
    """

    def __init__(self, console: Console, read: Callable[[], str] = line) -> None:
        super().__init__(console, read)
        self.quiz = True  # whether the page asks anything
        self.asked: Step | None = None  # the last step that was asked about
        self.answered = False  # whether that was the step before
        self.score = dict.fromkeys(SCORE, 0)

    def open(self, run: Run) -> None:
        """The head, and how to answer."""
        super().open(run)
        self.quiz = any(map(asks, run.sections))
        self.prose(self.told(run), FAINT)
        self.blank = False
        self.gap()

    def told(self, run: Run) -> str:
        """What a page does, and where there are questions if it asks none."""
        if self.quiz:
            return tr("Guess before it is shown. Enter skips a question, q leaves.")
        others = [s.name for s in run.lesson.sections.values() if asks(s)]
        return tr(
            "This page asks no questions (there are some in {topics}): it waits for Enter instead."
            if others
            else "This page asks no questions: it waits for Enter instead.",
            topics=listed(others),
        )

    def step(self, step: Step) -> None:
        """Ask, or wait and show. Who leaves is told the score.

        Raises:
            Left: the reader has seen enough.
        """
        asked = question(step)
        try:
            if asked is None:
                super().step(step)
                self.answered = False
            else:
                self.ask(step, asked)
        except Left:
            self.tell_score()
            raise

    def waits(self, step: Step) -> bool:
        """Whether a question was answered just now, or another section begins after the first."""
        if not self.quiz:
            return super().waits(step)
        return self.answered or (self.asked is not None and step.cell.section != self.section)

    def ask(self, step: Step, asked: Question) -> None:
        """The code, the question, and what the answer is worth."""
        self.flush()
        Page.step(self, step)
        self.asked, self.answered = step, True
        self.gap()
        self.print(*self.code(step.cell.code), indent=self.indent)
        self.print()
        verdict = self.verdict(asked)
        self.score[verdict] += 1
        if verdict in COLORS:
            self.prose(tr(TOLD[verdict], answer=expected_text(asked)), COLORS[verdict])
        self.blank = False

    def verdict(self, asked: Question) -> str:
        """What the reader's answer is worth; one that cannot be read is asked for again."""
        while answer := self.typed(asked.text, HEADING)[0].strip():
            found = judge(asked, answer)
            if found is not None:
                return found
            told = tr("That cannot be read; write it as {like}. Enter skips.", like=asked.like)
            self.prose(told, FAINT)
        return "skipped"

    def flush(self, covered: bool = False) -> None:
        """Print the step that waits: of one that was asked about, what is not there yet."""
        step = self.waiting
        if step is None or step is not self.asked:
            super().flush(covered)
            return
        self.waiting = None
        self.gap()
        if not covered:
            self.print(*self.outcome(step), indent=self.indent)
            self.blank = False
            self.gap()
        self.paragraphs(step.cell.caption)
        self.gap()

    def close(self) -> None:
        """The score, and the way on."""
        self.flush()
        self.tell_score()
        super().close()

    def tell_score(self) -> None:
        """How many answers were right."""
        count = sum(self.score.values())
        if not count:
            return
        parts = [tr(SCORE[verdict], count=n) for verdict, n in self.score.items() if n]
        told = tr(
            "Of {questions}: {parts}.",
            questions=counted(count, "question"),
            parts=enumerated(parts),
        )
        self.gap()
        self.prose(told, HEADING)
        self.blank = False


def asks(section: Section) -> bool:
    """Whether any cell of a section is asked about."""
    return any(cell.ask for cell in section.cells)
