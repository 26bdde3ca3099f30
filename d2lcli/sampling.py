"""Whether a die would give these counts: a p-value, exact where few throws make it so.

The p-value is how often the die, thrown as often again, would give counts whose chi-square is at
least as large. Three ways lead to it:

- all outcomes of so many throws, each with its multinomial probability: exact;
- throws of that die, drawn with a generator of their own, where there are too many outcomes;
- the tail of the chi-square distribution, where every face that can come up is expected at least
  ``EXPECTED`` times (W. G. Cochran, Some methods for strengthening the common χ² tests, 1954). Of
  two faces the exact way is taken all the same: there it is quick.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import torch
from torch import Tensor

EXPECTED = 5
OUTCOMES = 500_000  # that are counted one by one
NUMBERS = 4_000_000  # that are drawn
DRAWS = range(1000, 100_001)
DOUBT = 0.05  # below this p-value, by custom, one starts to doubt
SURELY = DOUBT * (1 - 1e-9)  # what is computed as less than DOUBT, and not for rounding
SEED = 0  # of the throws that are drawn for a comparison
TIE = 1e-6  # values of chi-square that differ by less are the same number: a die is float32


class How(Enum):
    """How a p-value was found."""

    CERTAIN = "certain"  # one face is all that this die can show
    IMPOSSIBLE = "impossible"  # a face came up whose probability is 0
    EXACT = "exact"
    SIMULATED = "simulated"
    CHI_SQUARE = "chi-square"


@dataclass(frozen=True)
class Verdict:
    """How well counts agree with a die.

    Attributes:
        chi_square: the statistic, over the faces that can come up.
        freedom: its degrees of freedom: those faces less 1.
        p: the p-value; where it was simulated, no less than one of the draws.
        how: the way to it.
        outcomes: how many outcomes were counted, or drawn.
        least: the p-value of the most unlikely outcome, where all were counted.
        below: how often the die gives a p-value below ``DOUBT``, where all were counted.
    """

    chi_square: float
    freedom: int
    p: float
    how: How
    outcomes: int = 0
    least: float | None = None
    below: float | None = None

    @property
    def doubt(self) -> bool:
        """Whether there is a reason to doubt that it is this die."""
        return self.p < SURELY


def judge(counts: Sequence[float], die: Sequence[float]) -> Verdict:
    """How well ``counts`` agree with the probabilities ``die``.

    Args:
        counts: whole numbers, as often as each face came up: at least one throw.
        die: what is in proportion to the probability of each face; 0 is allowed.
    """
    with torch.device("cpu"):  # whatever a lesson's default device is
        seen = torch.tensor(counts, dtype=torch.float64)
        return _judged(seen, torch.tensor(die, dtype=torch.float64))


def _judged(seen: Tensor, probs: Tensor) -> Verdict:
    possible = probs > 0
    probs = probs[possible] / probs.sum()
    throws = int(seen.sum())
    freedom = len(probs) - 1
    if seen[~possible].any():
        return Verdict(math.inf, freedom, 0.0, How.IMPOSSIBLE)
    if freedom == 0:
        return Verdict(0.0, 0, 1.0, How.CERTAIN)
    chi_square = float(statistic(seen[possible], probs, throws))
    rare = throws * float(probs.min()) < EXPECTED
    if (rare or freedom == 1) and math.comb(throws + freedom, freedom) <= OUTCOMES:
        return _exact(chi_square, probs, throws)
    if rare:
        return _simulated(chi_square, probs, throws)
    half = torch.tensor([freedom / 2, chi_square / 2], dtype=torch.float64)
    p = float(torch.special.gammaincc(half[0], half[1]))
    return Verdict(chi_square, freedom, p, How.CHI_SQUARE)


def statistic(counts: Tensor, probs: Tensor, throws: int) -> Tensor:
    """Chi-square of counts of shape (..., faces)."""
    expected = throws * probs
    return ((counts - expected) ** 2 / expected).sum(dim=-1)


def _exact(chi_square: float, probs: Tensor, throws: int) -> Verdict:
    values, chances = outcomes(probs, throws)
    values, order = values.sort(descending=True)
    total = chances[order].cumsum(dim=0).clamp(max=1)
    # An outcome's p-value is the sum over all whose chi-square is no smaller, equal ones included.
    last = torch.searchsorted(-values, -values + TIE * (1 + values), right=True) - 1
    p_values = total[last]
    here = int((values >= chi_square - TIE * (1 + chi_square)).sum()) - 1
    below = total[p_values < SURELY]
    return Verdict(
        chi_square,
        len(probs) - 1,
        float(total[here]),
        How.EXACT,
        len(values),
        float(p_values[0]),
        float(below[-1]) if len(below) else 0.0,
    )


def outcomes(probs: Tensor, throws: int) -> tuple[Tensor, Tensor]:
    """Chi-square and probability of every way in which ``throws`` fall on the faces."""
    left = torch.tensor([throws])
    values = torch.zeros(1, dtype=torch.float64)
    chances = torch.full((1,), math.lgamma(throws + 1), dtype=torch.float64)
    for face, p in enumerate(probs.tolist()):
        if face == len(probs) - 1:
            count = left
        else:  # each outcome so far goes on with 0, 1, … of the throws that are left
            ways = left + 1
            index = torch.arange(len(left)).repeat_interleave(ways)
            count = torch.arange(len(index)) - (ways.cumsum(dim=0) - ways)[index]
            left, values, chances = left[index] - count, values[index], chances[index]
        number = count.double()
        values = values + (number - throws * p) ** 2 / (throws * p)
        chances = chances + number * math.log(p) - torch.lgamma(number + 1)
    return values, chances.exp()


def _simulated(chi_square: float, probs: Tensor, throws: int) -> Verdict:
    draws = min(max(NUMBERS // len(probs), DRAWS[0]), DRAWS[-1])
    generator = torch.Generator().manual_seed(SEED)
    # The rare faces first: they count most, and their binomials have the smallest numbers.
    probs = probs.sort().values
    values = statistic(multinomial(throws, probs, draws, generator), probs, throws)
    hits = int((values >= chi_square - TIE * (1 + chi_square)).sum())
    # One more, for the counts themselves: else p could be 0.
    return Verdict(chi_square, len(probs) - 1, (hits + 1) / (draws + 1), How.SIMULATED, draws)


def multinomial(
    throws: int, probs: Tensor, draws: int, generator: torch.Generator | None = None
) -> Tensor:
    """Counts of ``throws``, again and again: (draws, faces), float64.

    Beyond 10^14 throws torch.binomial is nearly binomial only: good enough for a p-value of three
    digits, and nothing that a lesson shows.
    """
    left = torch.full((draws,), float(throws), dtype=torch.float64)
    counts = []
    for face in range(len(probs)):
        share = (probs[face] / probs[face:].sum()).clamp(max=1)
        counts.append(torch.binomial(left, share.expand_as(left), generator=generator))
        left = left - counts[-1]
    return torch.stack(counts, dim=1)
