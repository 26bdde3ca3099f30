"""Every sentence, table and title of several hundred runs is true, by oracles of its own.

``reader`` has the frame; each lesson's module has a checker for each kind of sentence. What has no
checker is an error here: a new sentence needs its own.
"""

from __future__ import annotations

import pytest

from d2lcli.errors import Refusal
from d2lcli.lesson import NAMES
from d2lcli.note import Column, Note, table

from . import derivative, dice, gradients, linear, reader, tensors
from .cases import cases
from .reader import Case, Found

MODULES = (derivative, dice, gradients, linear, tensors)  # whose checkers are registered


def test_each_lesson_has_checkers() -> None:
    assert MODULES
    for lessons in (reader.SENTENCES, reader.TABLES, reader.TITLES):
        assert set(NAMES) == {*lessons}


def told(count: int, seed: int) -> tuple[Found, int]:
    """What is wrong in so many runs, and how many were refused: a reader is told why."""
    every, refused = Found(), 0
    for case in cases(count, seed):
        try:
            found = reader.read(case)
        except Refusal:
            refused += 1
            continue
        every.false += found.false
        every.sentences += found.sentences
        every.tables += found.tables
        every.titles += found.titles
    return every, refused


def test_what_is_said_is_true() -> None:
    found, refused = told(150, seed=0)
    assert not found.false, "\n".join(found.false[:10])
    assert refused < 20
    assert min(found.sentences, found.tables, found.titles) > 50


@pytest.mark.slow
def test_what_is_said_is_true_in_two_thousand_runs() -> None:
    found, refused = told(2000, seed=21)
    assert not found.false, f"{len(found.false)} of them\n" + "\n".join(found.false[:40])
    assert refused < 200 and found.sentences > 3000


# The reading itself: what is wrong is seen.


LIES = (
    (Case("derivative"), "quotient", "The limit is 3."),
    (Case("derivative"), "quotient", "The limit is 2, by the rules f′(x) = 6x − 5."),
    (Case("derivative", {"f": "abs(x)", "at": "0"}), "sides", "The derivative is 0: both sides agree."),
    (Case("derivative", {"f": "abs(x)", "at": "0"}), "sides", "A jump: f goes to −1 on the left and 1 on the right."),
    (Case("derivative", {"f": "1/x", "at": "0"}), "sides", "A pole: f goes to ∞ on both sides, so no derivative."),
    (Case("broadcast", {"shapes": ((3, 1), (2,))}), "shapes", "The result has the shape (2, 3), 6 elements."),
    (Case("broadcast", {"shapes": ((3, 1), (3, 2))}), "shapes", "x and y are read again, not copied."),
    (Case("broadcast", {"shapes": ((2, 1, 3), (1, 4, 3))}), "shapes", "Careful: every number of x meets every number of y."),
    (Case("broadcast", {"shapes": ((2, 3), (2,))}), "misfit", "They do not fit: at axis −2 the sizes 2 and 2 differ, and neither is 1."),
    (Case("linalg", {"data": "[30000000.0,1,-30000000]", "dim": "0"}), "reduce", "The shares add up to 1, up to rounding."),
    (Case("linalg", {"multiply": ((2, 3), (2, 3))}), "mismatch", "No transpose and no new axis helps: look where the sizes come from."),
    (Case("norm", {"vector": "3,4"}), "vector", "The larger p, the smaller the norm: 8 for p = 1, 4 for p = ∞, where only the largest absolute value counts."),
    (Case("dice", {"counts": "8,12,9,11,10,10"}), "counts", "A reason to doubt that the die is fair: χ² = 1 with 5 degrees of freedom, p = 0.9626."),
    (Case("dice", {"counts": "8,12,9,11,10,10"}), "counts", "No reason to doubt that the die is fair: χ² = 1 with 5 degrees of freedom, p = 0.8626."),
    (Case("autograd", {"f": "abs(x)", "at": "0"}), "function", "Autograd gives the derivative."),
    (Case("memory", {"size": 1000}), "cost", "y = y + x needs no new memory."),
    (Case("tensor", {"data": "[3000000000,4000000000]"}), "arithmetic", "Overflow: x + y needs more than the 63 bits of an int64, and comes out wrong without a word."),
    (Case("tensor"), "arithmetic", "All is well here."),
)  # fmt: skip


@pytest.mark.parametrize(("case", "section", "lie"), LIES, ids=lambda part: str(part)[:40])
def test_a_lie_is_found(
    case: Case, section: str, lie: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the place of what a section really says."""
    from importlib import import_module

    notes = import_module(f"d2lcli.notes.{case.lesson}")
    monkeypatch.setattr(notes, section, lambda: iter([Note(lie)]))
    found = reader.read(Case(case.lesson, case.options, (section,)), pictures=False)
    assert any(lie[:20] in false for false in found.false), found.false


def test_a_table_that_nobody_knows_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    notes = [Note(table=table(Column("new", [1]), Column("heads", [2])))]
    monkeypatch.setattr("d2lcli.notes.memory.ids", lambda: iter(notes))
    found = reader.read(Case("memory", {}, ("ids",)), pictures=False)
    assert [false for false in found.false if "no checker: 'new|heads'" in false]
