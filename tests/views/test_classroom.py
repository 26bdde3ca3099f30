"""``--step`` and ``--predict``, with lessons of a few lines and somebody who types in process."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from d2lcli.errors import Left
from d2lcli.language import speak
from d2lcli.lesson import original
from d2lcli.request import Request
from d2lcli.show import perform
from d2lcli.views.classroom import Predicting, Stepping
from d2lcli.views.page import replay
from d2lcli.views.screen import console

ENTER = ""
WAITING = "  Enter goes on, q leaves ⏎"
HEAD = '''\
    """Sums.

    Book: 0
    Page: sums
    Yours: d2l toy
    Next: d2l toy
    """

    import math


    def sums(n: int = 2) -> None:
        """Adding up."""
        # Twice.
        total = n + n

        # The total.
        total{remark}

        # And one more.
        total + 1


    def more() -> None:
        """More of it."""
        # A list.
        for i in range(3):
            print(f"{{i}}: {{i / 4}}")

        assert math.pi > 3
'''

Show = Callable[..., str]


def typing(*lines: str) -> Callable[[], str]:
    """A reader of what a class types, then the end; it leaves a mark where a line was typed."""
    waiting: Iterator[str] = iter(lines)

    def read() -> str:
        for line in waiting:
            return line
        raise EOFError

    return read


@pytest.fixture
def show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Show]:
    """The page of a lesson of these lines, for somebody who types these answers, then Ctrl-D."""
    monkeypatch.setattr("d2lcli.lesson.FOLDER", tmp_path)

    def shown(
        kind: type[Stepping],
        *answers: str,
        source: str = HEAD.format(remark="  # ask: How many?"),
        topics: tuple[str, ...] = ("all",),
        width: int = 80,
        terminal: bool = False,
    ) -> str:
        (tmp_path / "toy.py").write_text(dedent(source), encoding="utf-8")
        original.cache_clear()
        page = io.StringIO()
        read = typing(*answers)

        def marked() -> str:
            line = read()
            page.write(f"{line}⏎\n")  # as a terminal echoes it
            return line

        screen = console(page, width=width, force_terminal=terminal, _environ={"TERM": "xterm"})
        try:
            perform(Request("toy", topics=topics), kind(screen, marked))
        except Left:
            page.write("left\n")
        return page.getvalue()

    yield shown
    original.cache_clear()


def test_a_class_goes_on_with_enter(show: Show) -> None:
    """Imports, values and lines without a result come with what they are for."""
    page = show(Stepping, *[ENTER] * 4, source=HEAD.format(remark=""))
    parts = page.split(WAITING)
    assert len(parts) == 5
    imports, total, one_more, printed, claim = parts
    assert "import math" in imports and "n = 2" in imports and "total = n + n" in imports
    assert "    total" in total and "4" in total and "total + 1" not in total
    assert "total + 1" in one_more and "5" in one_more and "More of it" not in one_more
    assert "More of it" in printed and "2: 0.5" in printed and "assert" not in printed
    assert "✓ holds" in claim


def test_a_page_that_was_stepped_through_is_the_page(show: Show) -> None:
    page = show(Stepping, *[ENTER] * 4).replace(f"{WAITING}\n", "")
    plain = io.StringIO()
    replay(perform(Request("toy", topics=("all",)), Stepping(console(io.StringIO()), str)),
           console(plain, width=80))  # fmt: skip
    assert page == plain.getvalue()


@pytest.mark.parametrize("kind", [Stepping, Predicting])
@pytest.mark.parametrize("leave", ["q", " Q ", "quit", "exit", "ｑ", None])
def test_leaving(kind: type[Stepping], leave: str | None, show: Show) -> None:
    page = show(kind, *([leave] if leave else []))
    assert page.endswith("left\n")
    assert "total + 1" not in page and "topics" not in page
    assert "question" not in page.split("leaves.")[-1]  # no score where nothing was answered


def test_a_terminal_loses_the_prompt_again(show: Show) -> None:
    erase = "\x1b[1A\x1b[2K"
    assert show(Stepping, ENTER, terminal=True).count(erase) == 1
    assert erase not in show(Stepping, ENTER)
    # At twenty columns the prompt takes two rows, and what was typed behind it a third.
    assert show(Stepping, ENTER, terminal=True, width=20).count(erase) == 2
    assert show(Stepping, "typed by mistake", terminal=True, width=20).count(erase) == 3


def test_a_prediction(show: Show) -> None:
    """Code, question, verdict, result, and only then what is said about it."""
    page = show(Predicting, "4", ENTER, ENTER, ENTER, topics=("sums",))
    assert "  Guess before it is shown. Enter skips a question, q leaves." in page.splitlines()
    assert page[page.index("    total\n") : page.index("  topics")].splitlines() == [
        "    total",
        "",
        "  How many? 4⏎",
        "  right",
        "",
        "    4",
        "",
        "  The total.",
        "",
        WAITING,
        "  And one more.",
        "    total + 1   5",
        "",
        "  Of 1 question: 1 right.",
        "",
    ]


@pytest.mark.parametrize(
    ("typed", "told", "score"),
    [
        (["5"], "wrong: it is 4", "1 wrong"),
        (["４"], "right", "1 right"),
        ([ENTER], "", "1 skipped"),
        (["four", "4"], "That cannot be read; write it as 4 or 0.25. Enter skips.", "1 right"),
        (["four", ENTER], "That cannot be read; write it as 4 or 0.25. Enter skips.", "1 skipped"),
    ],
)
def test_answers(typed: list[str], told: str, score: str, show: Show) -> None:
    page = show(Predicting, *typed, ENTER, topics=("sums",))
    assert f"  {told}\n" in page if told else "wrong" not in page
    assert f"  Of 1 question: {score}.\n" in page


def test_verdicts_and_scores_in_chinese(show: Show) -> None:
    speak("zh")
    try:
        page = show(Predicting, "4", ENTER)
        assert "4⏎\n  对\n" in page and "共 1 题：对 1 题。" in page
        page = show(Predicting, "what", "5", ENTER)
        assert "看不懂这个回答" in page and "5⏎\n  不对：答案是 4\n" in page
        assert "共 1 题：错 1 题。" in page
    finally:
        speak("")


def test_what_is_said_about_the_code_waits_for_the_answer(show: Show) -> None:
    before, _, after = show(Predicting, "5", topics=("sums",)).partition("How many?")
    assert "The total." not in before and "The total." in after


@pytest.mark.parametrize("topics", [(), ("sums",)])
def test_the_first_question_comes_without_waiting(topics: tuple[str, ...], show: Show) -> None:
    source = HEAD.format(remark="").replace("total + 1", "total + 1  # ask: And now?")
    page = show(Predicting, topics=topics, source=source)
    assert WAITING not in page
    assert page.index("    total ") < page.index("And now?")


def test_who_leaves_is_told_the_score(show: Show) -> None:
    assert show(Predicting, "4", "q").endswith("  Of 1 question: 1 right.\nleft\n")
    assert "Of " not in show(Predicting, "q")


def test_a_page_without_questions_says_so_and_waits(show: Show) -> None:
    page = show(Predicting, *[ENTER] * 4, topics=("more",), width=100)
    assert "This page asks no questions (there are some in sums): it waits" in page
    assert page.count(WAITING) == 2
    page = show(Predicting, *[ENTER] * 4, source=HEAD.format(remark=""), width=100)
    assert "This page asks no questions: it waits" in page
    assert page.count("question") == 1  # and there is no score


def test_what_was_printed_is_asked_for_by_its_last_number(show: Show) -> None:
    source = HEAD.format(remark="").replace('{i / 4}")', '{i / 4}")  # ask: The last one?')
    page = show(Predicting, "0.5", topics=("more",), source=source)
    assert "The last one? 0.5⏎\n  right\n" in page
    assert page.index("right") < page.index("2: 0.5")


def test_between_questions_it_waits_after_an_answer_and_where_a_section_ends(show: Show) -> None:
    source = HEAD.format(remark="  # ask: How many?")
    source = source.replace("total + 1\n", "total + 1\n\n        total + 2\n")
    page = show(Predicting, "4", *[ENTER] * 9, source=source)
    parts = page.split(WAITING)
    assert len(parts) == 3
    assert "How many?" in parts[0] and "total + 1" not in parts[0]
    assert "total + 2" in parts[1] and "More of it" not in parts[1]
    assert "2: 0.5" in parts[2] and "✓ holds" in parts[2]


def test_what_a_table_has_is_not_shown_twice() -> None:
    page = io.StringIO()
    screen = console(page, width=80)
    run = perform(Request("derivative"), Predicting(screen, typing("2.00003")))
    (printed,) = [step.stdout.splitlines()[-1] for step in run.steps if step.stdout]
    told = page.getvalue()
    assert "right" in told and printed not in told
    assert told.index("right") < told.rindex("numerical limit")
