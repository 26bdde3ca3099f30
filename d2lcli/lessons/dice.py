"""Dice: probability by counting.

A fair die with six faces shows each with probability 1/6. Nobody sees a
probability; what one sees is how often each face came up. With more and more
rolls this estimate comes near the probability.

Book: 2.6 Probability and Statistics
Page: sample
Yours: d2l dice --counts 8,12,9,11,10,10
Next: d2l tour
"""

import torch
from torch.distributions import Multinomial


def sample(
    *, seed: int, rolls: int = 500, dice: int = 10, die=torch.ones(6) / 6
) -> None:
    """Dice, rolled again and again."""
    # Row by row: how many throws show each face. The seed makes the run
    # repeatable.
    torch.manual_seed(seed)
    counts = Multinomial(dice, die).sample((rolls,))

    # A column for each face. Added up, the counts are all throws.
    counts.shape  # ask: What shape do the counts have?

    counts.sum()  # ask: How many throws are that in all?

    # Divided by the throws so far, the counts so far estimate the
    # probabilities.
    cumulative = counts.cumsum(dim=0)
    estimates = cumulative / cumulative.sum(dim=1, keepdim=True)
    estimates[-1], estimates[-1].sum()


def fair(
    *, seed: int, rolls: int = 500, dice: int = 10, die=torch.ones(6) / 6
) -> None:
    """A test for fairness."""
    # The same throws.
    torch.manual_seed(seed)
    counts = Multinomial(dice, die).sample((rolls,))

    # How often each face came up, and each face of a fair die would on average.
    came_up = counts.sum(dim=0).double()
    average = came_up.sum() / len(came_up)
    came_up

    # Chi-square adds up squared distances, each divided by what is expected. p
    # is how often a fair die would make it as large: nearly so, where each face
    # is expected five times.
    chi_square = ((came_up - average) ** 2 / average).sum()
    freedom = torch.tensor(len(came_up) - 1.0)
    p = torch.special.gammaincc(freedom / 2, chi_square / 2)
    chi_square, p


def counts(
    observed=torch.tensor([8, 12, 9, 11, 10, 10]), die=torch.ones(6) / 6
) -> None:
    """Counts of your own."""
    # How often each face of this die would come up on average.
    expected = observed.sum() * die
    expected  # ask: How often is the first face expected?

    # Chi-square, over the faces that can come up at all.
    chi_square = ((observed - expected) ** 2 / expected).nansum()
    chi_square

    # The p-value: how often such a die would come out at least as far from the
    # average, nearly.
    freedom = (die > 0).sum() - 1
    torch.special.gammaincc(freedom / 2, chi_square / 2)


def plot(
    *, seed: int, rolls: int = 500, dice: int = 10, die=torch.ones(6) / 6
) -> None:
    """The running estimates, drawn with pyplot."""
    # The same throws.
    torch.manual_seed(seed)
    counts = Multinomial(dice, die).sample((rolls,))

    # A line for each face over the number of rolls, and the true probabilities,
    # which are no average.
    import matplotlib.pyplot as plt

    cumulative = counts.cumsum(dim=0).cpu()
    estimates = cumulative / cumulative.sum(dim=1, keepdim=True)
    x = cumulative.sum(dim=1) / dice
    plt.figure(figsize=(6, 4.5))
    for i in range(estimates.shape[1]):
        plt.plot(x, estimates[:, i], "-.", label=f"P(die = {i + 1})")
    for p in die.unique().tolist():
        plt.axhline(p, color="black", linestyle="dashed")
    plt.xlabel("rolls")
    plt.ylabel("estimated probability")
    plt.legend()
    plt.grid()


def conditional(
    prior: float = 0.0015, sensitivity=(1.0, 0.98), false_positive=(0.01, 0.03)
) -> None:
    """What a positive test says.

    How likely is a disease after a positive test? Bayes' theorem takes the ill
    who test positive as a share of all who do.
    """
    # Ill and positive, and healthy and positive all the same.
    ill = prior * sensitivity[0]
    healthy = (1 - prior) * false_positive[0]
    ill / (ill + healthy)  # ask: How likely is the disease after one test?

    # Another test that is independent of the ones before begins with what these
    # have left.
    p = prior
    for hit, false_alarm in zip(sensitivity, false_positive, strict=True):
        p = p * hit / (p * hit + (1 - p) * false_alarm)
        print(f"P(ill | positive) = {p:.4g}")


def large(
    *, seed: int, rolls: int = 10**12, dice: int = 10, die=torch.ones(6) / 6
) -> None:
    """Any number of rolls.

    To know the counts after many rolls, they need not be drawn one by one.
    """

    # All throws between two numbers of rolls n are drawn in one go. How many
    # show the first face is binomial, and so is how many of those left show the
    # second: a chain that is exact, and no longer for more rolls. In one row
    # are less than 2 * 10^13 throws: torch.binomial is exact for so many.
    def roll_many(rolls, dice, die):
        n = torch.linspace(0, 1, 8001, dtype=torch.float64) ** 8 * rolls
        left = n.round().unique().diff() * dice
        die, counts = die.double(), []
        for face in range(len(die)):
            share = (die[face] / die[face:].sum()).nan_to_num()
            counts.append(torch.binomial(left, share.expand_as(left)))
            left = left - counts[-1]
        return torch.stack(counts, dim=1)

    # The rows add up to the counts of all throws.
    torch.manual_seed(seed)
    many = roll_many(rolls, dice, die)
    many.sum(dim=0)


def multinomial(*, seed: int) -> None:
    """Why does torch.multinomial not give counts?"""
    # There are two of that name. torch.multinomial draws numbers of faces,
    # counted from 0.
    torch.manual_seed(seed)
    faces = torch.ones(6) / 6
    torch.multinomial(faces, 4)

    # And it draws without putting back, as from a hat. Of six faces ten cannot
    # be drawn.
    try:
        torch.multinomial(faces, 10)
    except RuntimeError as error:
        print(error)

    # Dice are drawn with replacement; bincount counts them.
    drawn = torch.multinomial(faces, 10, replacement=True)
    drawn, torch.bincount(drawn, minlength=6)

    # torch.distributions.Multinomial gives the counts at once.
    Multinomial(10, faces).sample()


def digits(*, seed: int) -> None:
    """How many rolls for one more digit?"""
    # The share of sixes among n throws, and how far from 1/6 it is: the average
    # of 10,000 such shares.
    torch.manual_seed(seed)
    n = torch.tensor([1e2, 1e4, 1e6, 1e8], dtype=torch.float64)
    sixth = torch.full((10_000, 4), 1 / 6, dtype=torch.float64)
    sixes = torch.binomial(n.expand(10_000, 4), sixth)
    off = (sixes / n - 1 / 6).abs().mean(dim=0)

    # How many times smaller a hundred times the throws make it.
    (off[:-1] / off[1:]).round()  # ask: How many times smaller is each error?

    # The errors themselves.
    n, off
