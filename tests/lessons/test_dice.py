"""``d2l dice``: the book's numbers, one's own, and what the notes say of them."""

from __future__ import annotations

import math
import re
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from d2lcli.api import Run, asked, run
from d2lcli.errors import Misuse
from d2lcli.lesson import Kind, load
from d2lcli.notes import dice as notes
from d2lcli.request import Request
from d2lcli.sampling import judge

SEED = 7


def texts(played: Run) -> str:
    return " ".join(note.text for note in played.notes if note.text)


def rows(played: Run, table: int = 0) -> list[dict[str, Any]]:
    tables = [note.table for note in played.notes if note.table is not None]
    return tables[table].rows


# The rows of the notes


def test_the_books_draw_is_there_line_by_line() -> None:
    from torch.distributions import Multinomial

    played = run("dice", seed=SEED)
    torch.manual_seed(SEED)
    counts = Multinomial(10, torch.ones(6) / 6).sample((500,))
    assert torch.equal(played.variables["counts"], counts)
    cumulative = counts.cumsum(dim=0)
    estimates = cumulative / cumulative.sum(dim=1, keepdim=True)
    assert torch.equal(played.variables["estimates"], estimates)
    assert torch.allclose(estimates.sum(dim=1), torch.tensor(1.0))
    assert [row["count"] for row in rows(played)] == counts.sum(dim=0).tolist()


def test_the_default_page_asks_what_it_is_about() -> None:
    lesson = load("dice")
    assert [section.name for section in lesson.of(Kind.MAIN)] == ["sample"]
    assert sum(bool(cell.ask) for cell in lesson.sections["sample"].cells) >= 2


@pytest.mark.parametrize("options", [{}, {"rolls": "1e9"}, {"counts": "8,12,9,11,10,10"}])
def test_one_request_is_one_draw(options: dict[str, str]) -> None:
    """The page, the test, the drawing with pyplot and the picture have the same throws."""
    played = run("dice", "sample", "fair", "plot", seed=SEED, **options)
    final = played.variables["counts"].double().sum(dim=0)
    assert torch.equal(played.variables["came_up"], final)
    assert torch.equal(played.variables["cumulative"][-1].double(), final)
    picture = next(note.data for note in played.notes if note.data)
    counts, n, dice = picture["counts"], picture["n"], picture["dice"]
    assert isinstance(counts, Tensor)
    assert isinstance(n, Tensor)
    assert isinstance(dice, int)
    assert torch.equal(counts, final)
    assert float(n[-1]) * dice == float(final.sum())
    assert (n.diff() > 0).all()


def test_a_test_for_a_disease() -> None:
    played = run("dice", "conditional")
    assert [round(float(str(row["share of the ill"])), 4) for row in rows(played)] == [
        0.0015, 0.1306, 0.8307
    ]  # fmt: skip
    assert played.variables["p"] == pytest.approx(0.8307, abs=5e-5)
    assert "1,500 are ill, 9,985 are not" in texts(played)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            {"prior": "0.36", "sensitivity": "0.7", "false_positive": "0.39375"},
            "Half of those with one positive test are ill: 252,000 are ill, 252,000 are not.",
        ),
        (
            {"prior": "1e-7", "sensitivity": "1", "false_positive": "1e-7"},
            "About half of those with one positive test are ill: 1,000 are ill, 1,000 are not.",
        ),
        (
            {"prior": "1e-300", "sensitivity": "1", "false_positive": "0"},
            "Most of those with one positive test are ill: 1e-288 are ill, 0 are not.",
        ),
    ],
)
def test_half_of_them_and_less_than_one(options: dict[str, Any], said: str) -> None:
    assert said in texts(run("dice", "conditional", **options))


def test_torch_multinomial_gives_faces_without_replacement() -> None:
    played = run("dice", "multinomial", seed=SEED)
    results = [step for step in played if "torch.multinomial(faces, 4)" in step.cell.code]
    assert results[0].result is not None
    assert len(set(results[0].result.value)) == 4
    assert any(step.stdout for step in played)  # ten of six faces
    assert played.variables["drawn"].shape == (10,)


def test_a_hundred_times_the_throws_for_one_more_digit() -> None:
    played = run("dice", "digits", seed=SEED)
    off = played.variables["off"]
    assert (off[:-1] / off[1:]).round().tolist() == [10, 10, 10]
    assert [row["in theory"] for row in rows(played)] == pytest.approx(off.tolist(), rel=0.04)


# A reader's own numbers


def test_own_counts() -> None:
    played = run("dice", counts="8,12,9,11,10,10")
    assert {step.cell.section for step in played} >= {"counts"}
    assert "χ² = 1 with 5 degrees of freedom, p = 0.9626" in texts(played)
    assert float(played.variables["chi_square"]) == pytest.approx(1)
    assert texts(played).startswith("No reason to doubt that the die is fair")
    assert "p = 0.9626" in texts(run("dice", "fair", counts="8,12,9,11,10,10"))


def test_own_counts_against_a_loaded_die() -> None:
    loaded = {"counts": [10, 10, 10, 10, 10, 50], "probs": [1, 1, 1, 1, 1, 5]}
    assert "No reason to doubt that it is this die: χ² = 0" in texts(run("dice", **loaded))
    assert "A reason to doubt that the die is fair" in texts(run("dice", "fair", **loaded))


def test_a_face_that_cannot_come_up() -> None:
    played = run("dice", counts="1,4,2", probs="0,1,1")
    assert texts(played) == (
        "Impossible for this die: face 1 came up 1 time, and its probability is 0. p = 0."
    )
    assert "nothing to doubt" in texts(run("dice", counts="0,4", probs="0,1"))


def test_a_die_with_one_face_is_found_out_by_29_throws() -> None:
    told = texts(run("dice", "fair", probs="1,0,0,0,0,0", rolls=29, dice=1))
    assert told.startswith("A reason to doubt that the die is fair: χ² = 145, p = 1.6e")
    assert "It is loaded." in told


def test_coins() -> None:
    played = run("dice", faces=2, rolls=1, seed=SEED)
    assert played.played.request.title == "1 roll of 10 fair coins: 10 throws"
    assert "the coin is fair" in texts(played)


@pytest.mark.parametrize("topics", [(), ("fair",), ("plot",), ("large",), ("all",)])
def test_huge_numbers_of_rolls_reach_every_section(topics: tuple[str, ...]) -> None:
    played = run("dice", *topics, rolls="9e14", seed=SEED)
    assert played.error is None
    assert not played.played.faults
    names = played.variables
    total = names["many"] if "many" in names else names.get("counts", names.get("cumulative"))
    assert total is None or total.numel() < 10**5


def test_more_than_float64_can_count_is_refused() -> None:
    with pytest.raises(Misuse, match="can be counted exactly"):
        asked("dice", (), {"rolls": "1e15", "dice": 10})


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"counts": "5,5", "rolls": 3}, "leave out --rolls and --dice"),
        ({"counts": "5,5", "faces": 3}, "--faces 3"),
        ({"counts": "5,5", "probs": "1,1,1"}, "not of one die"),
        ({"sensitivity": "1,1,1"}, "one of each for each test"),
        ({"sensitivity": "1,1", "false_positive": "0.1"}, "one of each for each test"),
        ({"prior": 0, "false_positive": 0}, "never positive"),
        ({"prior": 2}, "no probability"),
    ],
)
def test_what_contradicts_itself_is_refused(options: dict[str, Any], told: str) -> None:
    with pytest.raises(Misuse, match=told):
        asked("dice", (), options)


def test_own_disease() -> None:
    played = run("dice", prior=0.5, sensitivity=0.9)
    assert played.variables["false_positive"] == (0.01,)
    assert played.variables["p"] == pytest.approx(0.45 / 0.455)


# The notes, over hostile inputs

REQUEST = Request("dice")
COUNTS = st.lists(
    st.one_of(st.integers(0, 40), st.integers(0, 10**15)), min_size=2, max_size=20
).filter(any)


def drained(found: Any) -> str:
    given = list(found)
    for note in given:
        assert "nan" not in note.text
        if note.table is not None:
            assert note.table.rows
    return " ".join(note.text for note in given if note.text)


@settings(max_examples=40)
@given(COUNTS, st.data())
def test_the_notes_of_counts(counts: list[int], data: st.DataObject) -> None:
    weights = st.sampled_from([0.0, 1e-12, 0.1, 1.0, 5.0])
    die = data.draw(st.lists(weights, min_size=len(counts), max_size=len(counts)).filter(any))
    observed = torch.tensor(counts)
    true = torch.tensor(die, dtype=torch.float64) / math.fsum(die)
    told = drained(notes.counts(observed, true))
    impossible = any(c and not w for c, w in zip(counts, die, strict=True))
    assert ("Impossible for this die" in told) is impossible
    estimates = (observed / observed.sum())[None]
    sampled = drained(notes.sample(observed[None], estimates, true, sum(counts), REQUEST))
    tested = drained(notes.fair(observed.double(), true, REQUEST))
    finding = tested[tested.index("reason") - 3 :].split(" to doubt")[0]
    assert finding in sampled


@given(
    st.floats(0, 1),
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=5),
)
def test_the_notes_of_a_disease(prior: float, tests: list[tuple[float, float]]) -> None:
    told = drained(notes.conditional(prior, *map(list, zip(*tests, strict=True))))
    hit, false = tests[0]
    if prior * hit > (1 - prior) * false * 1.01:
        assert "are ill:" in told


@pytest.mark.parametrize("length", [1, 2, 9, 10, 11, 999, 10**5])
def test_the_places_of_the_picture(length: int) -> None:
    places = notes.places(length)
    assert places == sorted(set(places))
    assert (places[0], places[-1]) == (0, length - 1)
    assert len(places) <= 2002


def test_the_errors_are_told_at_powers_of_ten() -> None:
    n = torch.arange(1, 501, dtype=torch.float64)
    assert notes.errors(n, 1 / n) == (
        "Largest error of an estimate: 0.1 after 10 rolls, 0.01 after 100 and 0.002 after 500."
    )
    assert notes.errors(n[:1], n[:1]) == "Largest error of an estimate: 1 after 1 roll."


@given(st.lists(st.integers(0, 60), min_size=2, max_size=6).filter(any))
def test_a_fair_die_that_looks_loaded_is_fair_all_the_same(thrown: list[int]) -> None:
    final, fair = torch.tensor(thrown).double(), torch.ones(len(thrown)) / len(thrown)
    p = judge(thrown, fair.tolist()).p
    told = notes.fairness(final, fair, Request("dice"))
    same = re.search(r"It is fair all the same: .+ in (?:less than )?(\S+) % of all runs", told)
    assert (same is not None) == (p < 0.05)
    if same is not None:
        assert float(same[1]) == pytest.approx(100 * p, rel=0.06)
    assert "all the same" not in notes.fairness(
        final, fair, Request("dice", values={"observed": 1})
    )


def test_the_p_of_the_code_is_told_apart_from_an_exact_one() -> None:
    few = "The p of the code is an approximation"
    assert few in texts(run("dice", counts="1,4,2"))
    assert few in texts(run("dice", "fair", rolls=2, dice=1, seed=SEED))
    assert few not in texts(run("dice", counts="8,12,9,11,10,10"))
    assert few not in texts(run("dice", rolls=2, dice=1, seed=SEED))  # it shows no other


@pytest.mark.parametrize("options", [{"faces": 2}, {"probs": "1,2,3"}])
def test_the_book_s_counts_are_of_six_faces(options: dict[str, Any]) -> None:
    played = run("dice", "all", seed=SEED, **options)
    assert not any(step.error for step in played)
    assert "counts: its counts are of six faces" in texts(played)
