"""Counts of dice have the multinomial distribution at any number of rolls, and p-values are right.

Seeds are fixed, and every comparison has a p-value of 1e-3 as its limit: were the seed drawn anew,
a right sampler would fail any one of them in 1 of 1,000 runs.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from itertools import product

import pytest
import torch
from torch import Tensor

from d2lcli import sampling
from d2lcli.lesson import load
from d2lcli.sampling import How, judge

LIMIT = 1e-3
Roll = Callable[[int, int, Tensor], Tensor]


@cache
def sampler(right: str = "", wrong: str = "") -> Roll:
    """The lesson's own function, or with one thing in it changed."""
    code = next(c.code for c in load("dice").sections["large"].cells if c.defines)
    if right:
        assert code.count(right) == 1
        code = code.replace(right, wrong)
    names: dict[str, Roll] = {}
    exec(code, {"torch": torch}, names)
    return names["roll_many"]


def fair(faces: int) -> Tensor:
    return torch.ones(faces, dtype=torch.float64) / faces


def chi_square_p(observed: Tensor, expected: Tensor) -> float:
    statistic = ((observed - expected) ** 2 / expected).sum()
    freedom = torch.tensor((observed.numel() - 1) / 2, dtype=torch.float64)
    return float(torch.special.gammaincc(freedom, statistic / 2))


def kolmogorov_p(sample: Tensor) -> float:
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


def as_normal(counts: Tensor, n: int, p: float) -> Tensor:
    """Binomial counts made standard normal numbers, exactly where this can be told apart.

    A count is spread over its own share of the distribution function, as a uniform number (the
    randomised probability integral transform), whose normal quantile is taken. With more than 10^9
    throws the binomial is normal to more digits than the test can see.
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
    normal: Tensor = torch.special.ndtri(below[index] + spread * chance[index])
    return normal


# The sampler


@pytest.mark.parametrize(
    ("rolls", "dice"),
    [(1, 1), (2, 10), (500, 10), (10**6, 10), (10**15, 9), (2**53, 1), (900, 10**13),
     (1500, 6 * 10**12), (1001, 8 * 10**12)],
)  # fmt: skip
def test_rows_add_up_to_all_throws_and_none_is_too_large(rolls: int, dice: int) -> None:
    torch.manual_seed(2)
    counts = sampler()(rolls, dice, torch.tensor([0.0, 1, 2, 0], dtype=torch.float64) / 3)
    assert int(counts.sum()) == rolls * dice
    assert torch.equal(counts, counts.round())
    assert counts.min() >= 0
    assert len(counts) <= 8000
    assert counts.sum(dim=1).min() >= dice
    assert counts.sum(dim=1).max() < 2 * 10**13
    assert not counts[:, [0, 3]].any()


@pytest.mark.parametrize("throws", [1, 3, 50])
def test_few_throws_fall_on_faces_as_the_probabilities_say(throws: int) -> None:
    """8,000 or so rows of the sampler, each of about as many throws as stated, against a die."""
    torch.manual_seed(3)
    die = torch.tensor([5.0, 3, 2], dtype=torch.float64) / 10
    counts = torch.cat([sampler()(500, throws, die) for _ in range(40)])
    assert chi_square_p(counts.sum(dim=0), counts.sum() * die) > LIMIT
    centred = counts - throws * die
    products = centred[:, :, None] * centred[:, None, :]
    covariance = throws * (torch.diag(die) - torch.outer(die, die))
    error = products.std(dim=0) / len(counts) ** 0.5
    assert ((products.mean(dim=0) - covariance).abs() <= 4.5 * error).all()


def test_two_throws_of_three_faces_by_hand() -> None:
    torch.manual_seed(5)
    die = torch.tensor([0.5, 0.3, 0.2], dtype=torch.float64)
    counts = torch.cat([sampler()(1000, 2, die) for _ in range(20)])
    pairs = [(a, b) for a in range(3) for b in range(3 - a)]
    observed = [float(((counts[:, 0] == a) & (counts[:, 1] == b)).sum()) for a, b in pairs]
    chances = [
        2 / math.prod(map(math.factorial, (a, b, 2 - a - b))) * 0.5**a * 0.3**b * 0.2 ** (2 - a - b)
        for a, b in pairs
    ]
    expected = len(counts) * torch.tensor(chances, dtype=torch.float64)
    assert chi_square_p(torch.tensor(observed, dtype=torch.float64), expected) > LIMIT


def totals(roll: Roll, rolls: int, dice: int, die: Tensor, times: int) -> Tensor:
    """How often the first face came up, in as many runs."""
    return torch.stack([roll(rolls, dice, die)[:, 0].sum() for _ in range(times)])


@pytest.mark.parametrize("rolls", [1, 10**4, 10**9, 9 * 10**14])
def test_totals_are_binomial_at_every_scale(rolls: int) -> None:
    torch.manual_seed(11)
    die = torch.tensor([1, 5], dtype=torch.float64) / 6
    counts = totals(sampler(), rolls, 10, die, 200)
    assert kolmogorov_p(as_normal(counts, 10 * rolls, 1 / 6)) > LIMIT


@pytest.mark.slow
@pytest.mark.parametrize("throws", [10, 10**3, 10**5, 10**7, 10**9, 10**11, 10**13, 2 * 10**13])
@pytest.mark.parametrize("p", [1 / 6, 0.5])
def test_a_million_draws_of_one_row(throws: int, p: float) -> None:
    """What the sampler rests on: torch.binomial, up to the largest row that it may draw."""
    torch.manual_seed(11)
    left = torch.full((10**6,), float(throws), dtype=torch.float64)
    counts = torch.binomial(left, torch.full_like(left, p))
    assert kolmogorov_p(as_normal(counts, throws, p)) > LIMIT


def test_rows_are_independent() -> None:
    """A row does not know of the one before: correlation 0. Here each row is one roll."""
    torch.manual_seed(4)
    runs = torch.stack([sampler()(1000, 50, fair(6))[:, 0] for _ in range(10)])
    pairs = torch.stack([runs[:, :-1].flatten(), runs[:, 1:].flatten()])
    correlation = torch.corrcoef(pairs)[0, 1].item()
    assert abs(correlation) * math.sqrt(pairs.shape[1]) < 3.29  # two-sided 1e-3


@pytest.mark.parametrize(
    "mutation",
    [
        ("die[face:].sum()", "die.sum()"),
        ("die[face:].sum()", "die[: face + 1].sum()"),
        ("left = left - counts[-1]", "left = left"),
    ],
)
def test_a_wrong_sampler_is_noticed(mutation: tuple[str, str]) -> None:
    torch.manual_seed(11)
    die = torch.tensor([1.0, 1, 1, 1, 1, 5], dtype=torch.float64) / 10
    counts = sampler(*mutation)(1000, 10, die)
    right = int(counts.sum()) == 10_000 and chi_square_p(counts.sum(dim=0), 10_000 * die) > LIMIT
    assert not right


# The p-values


def by_hand(counts: list[int], die: list[float]) -> tuple[float, float]:
    """Chi-square and its exact p-value, from every sequence of throws."""

    def chi_square(seen: list[int]) -> float:
        return sum((c - n * p) ** 2 / (n * p) for c, p in zip(seen, die, strict=True))

    n, total = sum(counts), 0.0
    here = chi_square(counts)
    for sequence in product(range(len(die)), repeat=n):
        seen = [sequence.count(face) for face in range(len(die))]
        if chi_square(seen) >= here - 1e-9:
            total += math.prod(die[face] for face in sequence)
    return here, total


@pytest.mark.parametrize(
    ("counts", "die"),
    [([3, 1, 0], [1 / 3] * 3), ([0, 5], [0.5, 0.5]), ([4, 2], [0.9, 0.1]),
     ([1, 2, 2], [0.5, 0.3, 0.2]), ([1, 0, 0, 0], [0.25] * 4)],
)  # fmt: skip
def test_exact_p_values_by_hand(counts: list[int], die: list[float]) -> None:
    verdict = judge(counts, die)
    assert verdict.how is How.EXACT
    assert (verdict.chi_square, verdict.p) == pytest.approx(by_hand(counts, die), rel=1e-10)
    assert verdict.outcomes == math.comb(sum(counts) + len(die) - 1, len(die) - 1)


def test_the_binomial_test_of_60_heads() -> None:
    tail = 2 * sum(math.comb(100, k) for k in range(60, 101)) / 2**100
    size = 2 * sum(math.comb(100, k) for k in range(61, 101)) / 2**100
    verdict = judge([60, 40], [1, 1])
    assert verdict.p == pytest.approx(tail, rel=1e-12)
    assert verdict.below == pytest.approx(size, rel=1e-12)


def test_29_throws_of_one_face_are_a_reason() -> None:
    """Where the chi-square distribution would say 1.55e-29."""
    verdict = judge([29, 0, 0, 0, 0, 0], [1] * 6)
    assert verdict.how is How.EXACT
    assert verdict.doubt
    assert verdict.p == pytest.approx(6 * 6.0**-29, rel=1e-9)


def test_chi_square_where_faces_are_expected_often() -> None:
    """SymPy's upper incomplete gamma function is the oracle."""
    import sympy

    verdict = judge([8, 12, 9, 11, 10, 10], [1] * 6)
    half = sympy.Rational(5, 2)
    oracle = sympy.uppergamma(half, sympy.Float("0.5", 30)) / sympy.gamma(half)
    assert (verdict.how, verdict.chi_square, verdict.freedom) == (How.CHI_SQUARE, 1.0, 5)
    assert verdict.p == pytest.approx(float(oracle.evalf(20)), rel=1e-12)
    assert f"{verdict.p:.4f}" == "0.9626"


def test_a_simulated_p_value_is_near_the_exact_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within 4 of its standard errors: the generator is fixed."""
    exact = judge([9, 2, 3, 1], [1, 1, 1, 2])
    monkeypatch.setattr(sampling, "OUTCOMES", 0)
    state = torch.get_rng_state()
    drawn = judge([9, 2, 3, 1], [1, 1, 1, 2])
    assert torch.equal(torch.get_rng_state(), state)
    assert (exact.how, drawn.how) == (How.EXACT, How.SIMULATED)
    error = math.sqrt(exact.p * (1 - exact.p) / drawn.outcomes)
    assert abs(drawn.p - exact.p) < 4 * error + 1 / drawn.outcomes
    assert judge([9, 2, 3, 1], [1, 1, 1, 2]) == drawn


def test_a_face_that_cannot_come_up() -> None:
    assert judge([1, 4, 0], [0, 1, 1]).how is How.IMPOSSIBLE
    assert judge([1, 4, 0], [0, 1, 1]).p == 0
    assert judge([0, 4, 0], [0, 1, 0]).how is How.CERTAIN
    assert judge([0, 3, 2], [0, 1, 1]) == judge([3, 2], [1, 1])


def test_one_throw_is_never_a_reason() -> None:
    verdict = judge([0, 0, 1], [1, 1, 1])
    assert (verdict.p, verdict.least, verdict.below) == pytest.approx((1, 1, 0))


def test_p_values_of_a_fair_die_are_uniform() -> None:
    torch.manual_seed(6)
    drawn = sampling.multinomial(5000, fair(6), 1500)
    p_values = [judge(counts, [1] * 6).p for counts in drawn.tolist()]
    assert kolmogorov_p(torch.special.ndtri(torch.tensor(p_values, dtype=torch.float64))) > LIMIT


def test_a_huge_number_of_throws_with_a_rare_face() -> None:
    verdict = judge([4.5e15, 4.5e15, 2], [1, 1, 1e-16])
    assert verdict.how is How.SIMULATED
    assert 0 < verdict.p <= 1
