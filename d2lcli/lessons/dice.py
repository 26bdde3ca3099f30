"""Dice: probability by counting.

A fair die shows each face with probability 1/6. Nobody sees a probability; what one sees is how often
each face came up. With more and more rolls this estimate comes near the probability.

Book: 2.6 Probability and Statistics
Next: d2l tour
"""

import math

import matplotlib
import torch
from matplotlib.figure import Figure
from torch.distributions import Multinomial

from .style import colors, style


# Counts of each face in each group of throws. A multinomial is a chain of binomials: how many show
# the first face, how many of the others the second, and so on.
def draw(throws, probs):
    left = throws
    counts = []
    for face in range(len(probs) - 1):
        share = probs[face] / probs[face:].sum()
        counts.append(torch.binomial(left, share.expand_as(left)))
        left = left - counts[-1]
    return torch.stack([*counts, left], dim=1)


# The numbers of rolls at which the dice are counted: evenly spaced up to 5,000 rolls, else each a few
# percent after the one before, and never more than 10^13 throws apart, where the sampler is exact.
def checkpoints(rolls, dice):
    if rolls <= 5000:
        points = {max(1, rolls * i // 500) for i in range(1, 501)}
    else:
        points = {round(rolls ** (i / 300)) for i in range(301)}
    gap = 10**13 // dice
    return sorted(points | set(range(gap, rolls, gap)) | {rolls})


# Roll the dice, and count the throws of each face at every checkpoint.
def roll(rolls, dice, probs):
    n = torch.tensor(checkpoints(rolls, dice), dtype=torch.float64)
    throws = torch.diff(n * dice, prepend=torch.zeros(1, dtype=torch.float64))
    return n, draw(throws, probs).cumsum(dim=0)


def sample(seed: int) -> None:
    """Ten dice, rolled 500 times."""
    # Six faces, each with the same probability.
    probs = torch.ones(6) / 6
    probs

    # Each row is one roll of ten dice: how many of them show each face.
    torch.manual_seed(seed)
    counts = Multinomial(10, probs).sample((500,))
    counts

    # Added up from row to row: the counts so far.
    cumulative = counts.cumsum(dim=0)
    cumulative

    # Divided by the number of throws so far, they are estimates of the probabilities.
    estimates = cumulative / cumulative.sum(dim=1, keepdim=True)
    estimates

    # Every row of estimates adds up to 1.
    assert torch.allclose(estimates.sum(dim=1), torch.tensor(1.0))


def count(seed: int, rolls: int = 500, dice: int = 10, faces: int = 6) -> None:
    """Any number of rolls.

    To know the counts after a million rolls, the million need not be drawn one by one: what comes
    between two points in time is multinomial itself, and is drawn in one go.
    """
    # The die, in double precision, and the counts at every checkpoint.
    torch.manual_seed(seed)
    probs = torch.ones(faces, dtype=torch.float64) / faces
    n, counts = roll(rolls, dice, probs)
    counts[-1]

    # The estimates so far, from the first rolls in the top row to all of them in the last.
    estimates = counts / (n * dice)[:, None]
    estimates

    # The standard error says how far from the truth an estimate lies as a rule: two out of three are
    # within one standard error, 95 of 100 within two.
    error = (probs * (1 - probs) / (rolls * dice)).sqrt()
    [
        {
            "face": face + 1,
            "count": int(counts[-1, face]),
            "estimate": estimates[-1, face],
            "probability": probs[face],
            "standard errors off": (estimates[-1, face] - probs[face]) / error[face],
        }
        for face in range(faces)
    ]


def fair(seed: int, rolls: int = 500, dice: int = 10, faces: int = 6) -> None:
    """A test for fairness."""
    # The same draw, and what a fair die shows on average.
    torch.manual_seed(seed)
    probs = torch.ones(faces, dtype=torch.float64) / faces
    n, counts = roll(rolls, dice, probs)
    expected = rolls * dice * probs

    # Chi-square adds up how far the counts are from that. For a fair die it is near the degrees of
    # freedom, one less than the faces.
    chi_square = ((counts[-1] - expected) ** 2 / expected).sum()
    freedom = faces - 1
    chi_square.item(), freedom

    # The p-value: how often a fair die would come out at least as uneven as this one.
    p_value = torch.special.gammaincc(torch.tensor(freedom / 2), chi_square / 2).item()
    p_value

    # By custom, one starts to doubt below 0.05. A fair die falls below it one time in twenty.
    "one would doubt that it is fair" if p_value < 0.05 else "nothing speaks against a fair die"


def picture(seed: int, rolls: int = 500, dice: int = 10, faces: int = 6) -> None:
    """The estimates settle down."""
    # The same draw once more, as running estimates.
    torch.manual_seed(seed)
    probs = torch.ones(faces, dtype=torch.float64) / faces
    n, counts = roll(rolls, dice, probs)
    estimates = (counts / (n * dice)[:, None]).cpu().numpy()
    n = n.cpu().numpy()

    # One curve for each face, and around the true probability the band in which 95 of 100 estimates
    # lie at any one number of rolls.
    matplotlib.rcParams.update(style)
    figure = Figure()
    axes = figure.subplots()
    p = 1 / faces
    band = 1.96 * (p * (1 - p) / (n * dice)) ** 0.5
    axes.fill_between(n, p - band, p + band, color=colors["faint"], lw=0, label="95 % of estimates")
    axes.axhline(p, color=colors["ink"], ls="--", lw=1.5, label=f"probability 1/{faces}")
    for face in range(faces):
        axes.plot(n, estimates[:, face], lw=1.8)

    # Each curve has its face at its end, moved apart where the ends are close together.
    seen = estimates[n >= rolls**0.5]
    low, high = min(seen.min(), (p - band)[n >= rolls**0.5].min()), max(seen.max(), (p + band)[n >= rolls**0.5].max())
    figure
