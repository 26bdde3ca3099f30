"""The dice: counts have the multinomial distribution, at any number of rolls.

Seeds are fixed, and every comparison has a p-value of 1e-3 as its limit: were the seed drawn anew,
a right sampler would fail any one of them in 1 of 1,000 runs.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
import torch
from d2lcli.runner import parse, plan, run

from d2lcli.request import LESSONS, load

LIMIT = 1e-3


def chi_square_p(observed: torch.Tensor, expected: torch.Tensor) -> float:
    statistic = ((observed - expected) ** 2 / expected).sum()
    freedom = torch.tensor((observed.numel() - 1) / 2, dtype=torch.float64)
    return float(torch.special.gammaincc(freedom, statistic / 2))


def kolmogorov_p(sample: torch.Tensor) -> float:
    """How likely standard normal numbers are at least as far from the normal distribution.

    The asymptotic Kolmogorov distribution, with Stephens' correction for finite samples.
    """
    n = sample.numel()
    cumulative = torch.special.ndtr(sample.sort().values)
    steps = torch.arange(n + 1, dtype=torch.float64) / n
    distance = torch.maximum(steps[1:] - cumulative, cumulative - steps[:-1]).max().item()
    scaled = (math.sqrt(n) + 0.12 + 0.11 / math.sqrt(n)) * distance
    terms = ((-1) ** (k - 1) * math.exp(-2 * (k * scaled) ** 2) for k in range(1, 101))
    return float(min(1.0, 2 * sum(terms)))


PROBS = {
    "fair": torch.ones(6, dtype=torch.float64) / 6,
    "loaded": torch.tensor([1, 1, 1, 1, 1, 5], dtype=torch.float64) / 10,
    "coin": torch.tensor([0.999, 0.001], dtype=torch.float64),
}


@pytest.mark.parametrize("die", PROBS)
@pytest.mark.parametrize("throws", [1, 10, 1000])
def test_counts_of_few_throws(die: str, throws: int, lesson: dict[str, Any]) -> None:
    """The total of 100,000 draws against the probabilities, and the means and covariances."""
    torch.manual_seed(3)
    probs = PROBS[die]
    draws = 100_000
    counts = lesson["draw"](torch.full((draws,), float(throws), dtype=torch.float64), probs)
    assert torch.equal(counts.sum(dim=1), torch.full((draws,), float(throws), dtype=torch.float64))
    assert torch.equal(counts, counts.round())
    assert counts.min() >= 0
    assert chi_square_p(counts.sum(dim=0), draws * throws * probs) > LIMIT
    covariance = throws * (torch.diag(probs) - torch.outer(probs, probs))
    # The entries' own standard errors, by the fourth moments of the sample.
    centred = counts - counts.mean(dim=0)
    products = centred[:, :, None] * centred[:, None, :]
    error = products.std(dim=0) / draws**0.5
    assert ((products.mean(dim=0) - covariance).abs() <= 4.5 * error + 1e-12).all()


def test_one_throw_of_two_dice_by_hand(lesson: dict[str, Any]) -> None:
    """The whole distribution of a small case: two throws of a loaded three-sided die."""
    torch.manual_seed(5)
    probs = torch.tensor([0.5, 0.3, 0.2], dtype=torch.float64)
    counts = lesson["draw"](torch.full((200_000,), 2.0, dtype=torch.float64), probs)
    pairs = [(a, b) for a in range(3) for b in range(3 - a)]
    observed = torch.tensor([((counts[:, 0] == a) & (counts[:, 1] == b)).sum() for a, b in pairs])
    chances = [
        2
        / (math.factorial(a) * math.factorial(b) * math.factorial(2 - a - b))
        * 0.5**a
        * 0.3**b
        * 0.2 ** (2 - a - b)
        for a, b in pairs
    ]
    expected = 200_000 * torch.tensor(chances, dtype=torch.float64)
    assert chi_square_p(observed.double(), expected) > LIMIT


def gaps(lesson: dict[str, Any], throws: int) -> torch.Tensor:
    """What the lesson draws one by one, where it rolls one die so often."""
    points = lesson["checkpoints"](throws, 1)
    return torch.diff(torch.tensor([0, *points], dtype=torch.float64))


def totals(
    lesson: dict[str, Any], pieces: torch.Tensor, probs: torch.Tensor, draws: int
) -> torch.Tensor:
    """How often the first face came up in all of these pieces, ``draws`` times."""
    total = torch.zeros(draws, dtype=torch.float64)
    for piece in pieces:
        total += lesson["draw"](piece.expand(draws).contiguous(), probs)[:, 0]
    return total


def as_normal(counts: torch.Tensor, n: int, p: float) -> torch.Tensor:
    """Binomial counts made standard normal numbers, exactly where this can be told apart.

    A count is spread over its own share of the distribution function, as a uniform number (the
    randomised probability integral transform), whose normal quantile is taken. The probabilities
    come from the logarithms of factorials, which are good to 1e-5 of them at 10^9 throws; with more
    throws than that, the binomial is normal to more digits than the test can see.
    """
    mean, deviation = n * p, math.sqrt(n * p * (1 - p))
    if n > 10**9:
        return (counts - mean) / deviation
    low = max(0, math.floor(mean - 12 * deviation))
    k = torch.arange(low, min(n, math.ceil(mean + 12 * deviation)) + 1, dtype=torch.float64)
    chosen = math.lgamma(n + 1) - torch.lgamma(k + 1) - torch.lgamma(n - k + 1)
    chance = (chosen + k * math.log(p) + (n - k) * math.log1p(-p)).exp()
    below = chance.cumsum(dim=0) - chance
    index = (counts - low).long()
    spread = torch.rand(len(counts), dtype=torch.float64)
    normal: torch.Tensor = torch.special.ndtri(below[index] + spread * chance[index])
    return normal


SCALES = [10**exponent for exponent in (1, 2, 3, 4, 5, 6, 7, 9, 11, 13, 15)] + [9 * 10**15]


@pytest.mark.parametrize("throws", SCALES)
@pytest.mark.parametrize("p", [1 / 6, 0.5])
def test_the_whole_distribution_at_every_scale(
    throws: int, p: float, lesson: dict[str, Any]
) -> None:
    """Kolmogorov-Smirnov tests: a million draws of the largest piece, and of all throws.

    Where the throws are more than one draw can be, they are the sum of up to 1,200 pieces, and
    those sums are a hundred thousand.
    """
    torch.manual_seed(11)
    probs = torch.tensor([p, 1 - p], dtype=torch.float64)
    pieces = gaps(lesson, throws)
    largest = pieces.max()
    counts = totals(lesson, largest[None], probs, 10**6)
    assert kolmogorov_p(as_normal(counts, int(largest), p)) > LIMIT
    one = throws <= 10**13
    whole = torch.tensor([throws], dtype=torch.float64) if one else pieces
    counts = totals(lesson, whole, probs, 10**6 if one else 10**5)
    assert kolmogorov_p(as_normal(counts, throws, p)) > LIMIT


MUTATIONS = {
    "pieces of 10^15": ("gap = 10**13 // dice", "gap = 10**16 // dice"),
    "a share of all faces": ("probs[face:].sum()", "probs.sum()"),
    "a share of too few": ("probs[face:].sum()", "probs[: face + 1].sum()"),
    "what is left is forgotten": ("left = left - counts[-1]", "left = left"),
}


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_mutation_of_the_sampler_is_noticed(mutation: str, tmp_path: Path) -> None:
    """The tests themselves: each of these fails where the lesson passes."""
    right, wrong = MUTATIONS[mutation]
    source = (LESSONS / "dice.py").read_text(encoding="utf-8")
    assert source.count(right) == 1
    (tmp_path / "style.py").write_text((LESSONS / "style.py").read_text(encoding="utf-8"))
    (tmp_path / "dice.py").write_text(source.replace(right, wrong), encoding="utf-8")
    parsed = parse(tmp_path / "dice.py")
    names: dict[str, Any] = {}
    list(run(plan(parsed, [parsed.sections["count"]], {"seed": "1"}), lambda value: value, names))
    torch.manual_seed(11)
    if "piece" in mutation:
        p = 1 / 6
        largest = gaps(names, 9 * 10**15).max()
        probs = torch.tensor([p, 1 - p], dtype=torch.float64)
        counts = totals(names, largest[None], probs, 10**6)
        assert kolmogorov_p(as_normal(counts, int(largest), p)) < LIMIT
    else:
        probs = PROBS["loaded"]
        counts = names["draw"](torch.full((10_000,), 10.0, dtype=torch.float64), probs)
        assert not chi_square_p(counts.sum(dim=0), 10 * 10_000 * probs) > LIMIT


@pytest.mark.parametrize(
    ("rolls", "dice"),
    [(1, 1), (2, 10), (500, 10), (5000, 1), (5001, 1), (10**12, 10), (2**53, 1), (900, 10**13)],
)
def test_checkpoints(rolls: int, dice: int, lesson: dict[str, Any]) -> None:
    points = lesson["checkpoints"](rolls, dice)
    assert points == sorted(set(points))
    assert 1 <= points[0] <= 10
    assert points[-1] == rolls
    assert len(points) <= 2000
    gaps = [b - a for a, b in zip([0, *points], points, strict=False)]
    assert max(gaps) * dice <= 10**13


@pytest.mark.parametrize("rolls", [500, 10**6, 10**15, 2**53])
def test_totals_are_exact_integers(rolls: int, lesson: dict[str, Any]) -> None:
    torch.manual_seed(2)
    n, counts = lesson["roll"](rolls, 1, PROBS["loaded"])
    assert torch.equal(counts, counts.round())
    assert [int(total) for total in counts.sum(dim=1)] == [int(rolls) for rolls in n]
    assert (counts.diff(dim=0) >= 0).all()
    deviation = counts[-1] - rolls * PROBS["loaded"]
    error = (rolls * PROBS["loaded"] * (1 - PROBS["loaded"])).sqrt()
    assert (deviation.abs() < 4.5 * error).all()


def test_increments_are_independent(lesson: dict[str, Any]) -> None:
    """What comes after a checkpoint does not know what came before it: correlation 0."""
    torch.manual_seed(4)
    runs = torch.stack([lesson["roll"](20, 50, PROBS["fair"])[1][:, 0] for _ in range(2000)])
    first, second = runs[:, 9], runs[:, 19] - runs[:, 9]
    correlation = torch.corrcoef(torch.stack([first, second]))[0, 1].item()
    assert abs(correlation) * math.sqrt(2000) < 3.29  # two-sided 1e-3


def test_p_values_of_a_fair_die_are_uniform(lesson: dict[str, Any]) -> None:
    """The lesson's chi-square test calls a fair die unfair as often as it says."""
    torch.manual_seed(6)
    expected = torch.full((6,), 5000 / 6, dtype=torch.float64)
    found = torch.tensor(
        [
            chi_square_p(counts, expected)
            for counts in lesson["draw"](
                torch.full((4000,), 5000.0, dtype=torch.float64), PROBS["fair"]
            )
        ],
        dtype=torch.float64,
    )
    # A uniform number becomes a standard normal one under the inverse distribution function.
    assert kolmogorov_p(torch.special.ndtri(found)) > LIMIT


def test_a_wrong_sampler_fails(lesson: dict[str, Any]) -> None:
    """The tests themselves: a conditional probability that is off by 2 % is noticed."""
    torch.manual_seed(3)
    probs = PROBS["fair"]
    wrong = probs * torch.tensor([1.02, 1, 1, 1, 1, 0.98])
    counts = lesson["draw"](torch.full((100_000,), 10.0, dtype=torch.float64), wrong)
    assert chi_square_p(counts.sum(dim=0), 1_000_000 * probs) < LIMIT


def test_the_lessons_p_value() -> None:
    """SymPy's upper incomplete gamma function is the oracle, to 1e-12."""
    import sympy  # type: ignore[import-untyped]

    parsed = load("dice")
    names: dict[str, Any] = {}
    list(run(plan(parsed, [parsed.sections["fair"]], {"seed": "1"}), lambda value: value, names))
    half = sympy.Float(names["chi_square"].item(), 30) / 2
    oracle = sympy.uppergamma(sympy.Rational(5, 2), half) / sympy.gamma(sympy.Rational(5, 2))
    assert names["p_value"].item() == pytest.approx(float(sympy.N(oracle, 20)), rel=1e-12)
