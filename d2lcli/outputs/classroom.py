"""A page that waits for the class: Enter between cells, and questions before results."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import Left
from ..inputs.answers import Question, Randomness, expected_text, judge, question
from ..request import PICTURE, Request
from ..runner import Lesson, Section, Step
from .terminal import BAD, FAINT, GOOD, HEADING, MARGIN, Page

WAITING = "Enter goes on, q leaves "
COLORS = {"right": GOOD, "nearly": "yellow", "wrong": BAD}


class Stepping(Page):
    """A page that waits for Enter before each cell but the first; ``q`` and Ctrl-D leave."""

    begun = False

    def step(self, step: Step) -> None:
        """Wait, and show one cell."""
        if self.begun and step.cell.section != PICTURE:
            self._read(WAITING)
            self._erase()
        self.begun = True
        self._show(step)

    def _show(self, step: Step) -> None:
        super().step(step)

    def _read(self, prompt: str) -> str:
        """A line that the reader types.

        Raises:
            Left: it is ``q``, or there is no more to come.
        """
        self.console.print(self._text(f"  {prompt}", FAINT), end="")
        try:
            line = input()
        except EOFError:
            self.console.print()
            raise Left from None
        if line.strip().lower() in ("q", "quit", "exit"):
            raise Left
        return line

    def _erase(self) -> None:
        """Take the prompt away, where the terminal can: the page stays a page."""
        lines = (len(WAITING) + MARGIN) // self.console.width + 1
        if not self.console.is_dumb_terminal:
            self.console.file.write("\x1b[1A\x1b[2K" * lines + "\r")
            self.console.file.flush()


class Predicting(Stepping):
    """A page that asks for a shape or a small value before it is shown, and keeps the score."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.randomness = Randomness()
        self.score = dict.fromkeys(("right", "nearly", "wrong", "skipped"), 0)

    def open(self, request: Request, lesson: Lesson) -> None:
        """The title, and how to answer."""
        super().open(request, lesson)
        self._prose("Guess before it is shown. Enter skips a question, q leaves.", FAINT)
        self._print()

    def step(self, step: Step) -> None:
        """Wait, and ask or show; who leaves is told the score."""
        try:
            super().step(step)
        except Left:
            self.tell_score()
            raise

    def _show(self, step: Step) -> None:
        asked = question(step, self.randomness.reaches(step.cell))
        outcome = self._outcome(step)
        if asked is None or not outcome or step.cell.section == PICTURE:
            super()._show(step)
            return
        self.enter(step)
        self._indented(*self._beside(self._code(step), []))
        verdict = self._ask(asked)
        self.score[verdict] += 1
        if verdict in COLORS:
            told = verdict if verdict == "right" else f"{verdict}: it is {expected_text(asked)}"
            self._indented(self._text(told, COLORS[verdict]))
        # Only now: what is said about the code often is the answer.
        self.caption(step)
        self._indented(*outcome)
        self._print()

    def _ask(self, asked: Question) -> str:
        while answer := self._read(f"{asked.text} ").strip():
            verdict = judge(asked, answer)
            if verdict is not None:
                return verdict
            like = "3, 2" if asked.kind == "shape" else "4, or 1, 2, 3"
            if asked.text.startswith("True"):
                like = "true or false" if len(asked.expected) == 1 else "true, false and so on"
            self._indented(self._text(f"That cannot be read; write it as {like}. Enter skips."))
        return "skipped"

    def close(self, questions: Sequence[Section]) -> None:
        """The score, and the end of the page."""
        self.tell_score()
        super().close(questions)

    def tell_score(self) -> None:
        """How many answers were right."""
        asked = sum(self.score.values())
        parts = [f"{count} {verdict}" for verdict, count in self.score.items() if count]
        if asked:
            self._print(
                self._text(f"Of {asked} question{'s' * (asked > 1)}: {', '.join(parts)}", HEADING)
            )
            self._print()
