"""Every sentence, table and title of several hundred runs is true, by oracles of its own.

``reader`` has the frame; each lesson's module has a checker for each kind of sentence. What has no
checker is an error here: a new sentence needs its own.
"""

# ruff: noqa: E501  # sentences stand in one line, as notes say them

from __future__ import annotations

from collections.abc import Iterable

import pytest

from d2lcli.errors import Refusal
from d2lcli.lesson import NAMES
from d2lcli.note import Column, Note, table

from . import derivative, dice, gradients, linear, reader, tensors
from .cases import cases
from .reader import Case, Found

PARTS = 8  # of the two thousand runs, which take minutes
MODULES = (derivative, dice, gradients, linear, tensors)  # whose checkers are registered


def test_each_lesson_has_checkers() -> None:
    assert MODULES
    for lessons in (reader.SENTENCES, reader.TABLES, reader.TITLES):
        assert set(NAMES) == {*lessons}


def told(runs: Iterable[Case]) -> tuple[Found, int]:
    """What is wrong in these runs, and how many were refused: a reader is told why."""
    every, refused = Found(), 0
    for case in runs:
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
    found, refused = told(cases(150, seed=0))
    assert not found.false, "\n".join(found.false[:10])
    assert refused < 20
    assert min(found.sentences, found.tables, found.titles) > 50


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_said_is_true_in_two_thousand_runs(part: int) -> None:
    runs = list(cases(2000, seed=21))[part::PARTS]
    found, refused = told(runs)
    assert not found.false, f"{len(found.false)} of them\n" + "\n".join(found.false[:40])
    assert refused < 200 / PARTS and found.sentences > 3000 / PARTS


# What was false once, each with its kind.
ONCE_FALSE = (
    Case("derivative", {"f": "exp(x)", "at": "709", "h": 1.0}),
    Case("derivative", {"f": "((x+1e16)-1e16)*abs(x)", "at": "0", "method": "central"}),
    Case("derivative", {"f": "5+asin(sin(x))", "at": "pi/2", "h": 0.5, "factor": 0.2, "steps": 3}),
    Case("derivative", {"f": "(x+1e16)-1e16", "at": "1e5"}),
    Case("derivative", {"f": "cos(10*x)+sin(x)", "at": "0", "h": 1e-10, "factor": 0.5}),
    Case("derivative", {"f": "sqrt(x**2+1)", "at": "1e-320", "dtype": "float32"}),
    Case("dice", {"counts": "7,7,4", "probs": "1,5,1"}),
    Case("dice", {"counts": "98,15,22,14,6,20"}),
    Case("dice", {"rolls": 2, "seed": 97, "dice": 1, "faces": 20}, ("fair",)),
    Case("broadcast", {"shapes": ((10**7, 10**6, 1000), (1000,))}),
    Case("broadcast", {"shapes": ((1, 1, 1), (1, 0, 1))}, ("stretch",)),
    Case("linalg", {"multiply": ((4, 3, 4), (2, 3, 4, 3))}),
    Case("linalg", {"multiply": ((0, 3, 0, 2), (0, 2, 1))}),
    Case("linalg", {"data": f"[{1 - 2**63},1,{2**62},{2**62},2]", "dim": "0"}),
    Case("norm", {"matrix": "[[0,-9.8,2],[2,1e8,1e8],[0,-9.8,-0.0]]"}),
    Case("autograd", {"f": "min((x+0.1)/x,-2*x/3)/(x*y)", "at": "pi/2,1e10"}, ("several",)),
    Case("autograd", {"f": "x**x/x**x", "at": "2.2"}),
    Case("derivative", {"f": "x**x/x**x", "at": "2.2"}, ("exact",)),
    *(
        Case("derivative", {"f": f, "at": at})
        for f, at in (
            ("0.5*(x-2)**2", "2"),
            ("max(x,1e-100)", "0"),
            ("relu(x-1e-30)", "0"),
            ("1/x", "1e-30"),
            ("log(x)", "1e-20"),
            ("sigmoid(x)", "-40"),
            ("1e-20*x**2", "1"),
            ("exp(x)", "-800"),
        )
    ),
    Case("tensor", {"shape": "0"}, ("reshape",)),
    Case("norm", {"vector": (3.0, 4.0), "p": 511.0}, ("order",)),
    Case("derivative", {"f": "log(1+exp(x))", "at": "1000"}),
    Case("derivative", {"f": "asin(x)", "at": "0.995"}, ("sides",)),
    Case("autograd", {"f": "sigmoid(x)", "at": "25"}),
    Case("autograd", {"f": "sin(x)+cos(x)", "at": "pi/4"}),
    Case("autograd", {"f": "max(x,y)+min(x,y)", "at": "1,1"}, ("second",)),
    Case("autograd", {"f": "x**2*abs(y)", "at": "0,0"}, ("second",)),
    Case("autograd", {"f": "x**2+y**3", "at": "1,0"}),
    Case("autograd", {"f": "max(x,y)**2", "at": "0,0"}, ("second",)),
    Case("autograd", {"f": "x*abs(x)+y**2", "at": "0,1"}, ("second",)),
    Case("autograd", {"f": "sqrt(x**4)", "at": "0"}, ("second",)),
    Case(
        "autograd",
        {"f": "where(x<0, -(-x)**(1/3), x**(1/3))", "at": "8,-1,2,3"},
        ("second",),
    ),
    Case("autograd", {"f": "sqrt(x**4)+y", "at": "0,1"}, ("second",)),
    Case("autograd", {"f": "exp(x)", "at": "500"}),
    Case("autograd", {"f": "(x-1)**2+(y-2)**2", "at": "1,2"}, ("several",)),
    Case("autograd", {"f": "(x+y)-y", "at": "1,1e20"}, ("several",)),
    Case("autograd", {"f": "x*y", "at": "3,0"}, ("graph",)),
    Case("autograd", {"f": "abs(x)+y", "at": "0,1"}),
    Case("autograd", {"f": "1/x**2", "at": "1e-5,2"}),
    Case("autograd", {"f": "asin(sin(x))", "at": "3"}, ("second",)),
    Case("dice", {"prior": "0.36", "sensitivity": "0.7", "false_positive": "0.39375"}),
    Case("dice", {"prior": "1e-7", "sensitivity": "1", "false_positive": "1e-7"}),
    Case("dice", {"prior": "1e-300", "sensitivity": "1", "false_positive": "0"}),
    Case("autograd", {"f": "8e307*x+8e307*y", "at": "0.6,0.6"}, ("chain",)),
    Case("autograd", {"f": "1e20*x-1e20*y+z", "at": "1,1,1"}, ("chain",)),
    Case("autograd", {"f": "x-x", "at": "1,2,3"}, ("jacobian",)),
    Case("linalg", {"data": "[1e16,1,-1e16]", "dim": "0"}),
    Case("linalg", {"data": "[[1,nan],[3,4]]"}),
    Case("linalg", {"data": "[3e38,3e38,-3e38]", "dim": "0"}),
    Case("linalg", {"data": "[[1,2,3],[4,5,6],[7,8,10]]"}, ("singular",)),
    Case("linalg", {"data": "[[1e-200,0],[0,1e-200]]"}, ("singular",)),
    Case("linalg", {"data": "[[0]]"}, ("singular",)),
    Case("linalg", {"shape": "0,0"}, ("singular",)),
    Case("linalg", {"data": "[9223372036854775807,1]", "dim": "0"}),
    Case("norm", {"matrix": "[[1,0],[0,1e-13]]"}),
    Case("norm", {"vector": "1,2,3", "p": "1.0000000001"}),
    Case("tensor", {"shape": "0"}, ("numpy",)),
    Case("tensor", {"data": "[9223372036854775807,1]"}),
)


@pytest.mark.parametrize("case", ONCE_FALSE, ids=str)
def test_what_was_false_once(case: Case) -> None:
    assert not reader.read(case).false


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
