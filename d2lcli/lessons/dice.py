"""Dice: probability by counting.

A fair die with six faces shows each with probability 1/6. Nobody sees a
probability; what one sees is how often each face came up. With more and more
rolls this estimate comes near the probability.

Book: 2.6 Probability and Statistics
Next: d2l tour
"""

import numpy as np
import torch
from matplotlib.collections import LineCollection
from torch.distributions import Multinomial

from .style import charts, colors, number, ticks


# Counts of each face in each group of throws. A multinomial is a chain of
# binomials: how many show the first face, how many of the others the second,
# and so on. Where no face is left that can come up, 0/0 becomes 0.
def draw(throws, probs):
    left = throws
    counts = []
    for face in range(len(probs) - 1):
        share = (probs[face] / probs[face:].sum()).nan_to_num()
        counts.append(torch.binomial(left, share.expand_as(left)))
        left = left - counts[-1]
    return torch.stack([*counts, left], dim=1)


# The numbers of rolls at which the dice are counted: evenly spaced up to 5,000,
# beyond that at growing distances, and at most 10^13 throws apart, as many as
# the sampler draws exactly.
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
    throws = torch.diff(n * dice, prepend=torch.zeros_like(n[:1]))
    return n, draw(throws, probs).cumsum(dim=0)


# Places for labels at these rising values: those that would overlap are moved
# apart, around their own middle.
def apart(values, gap, low, high):
    groups = []
    for value in values:
        group = [value]
        while groups and np.mean(group) - np.mean(groups[-1]) < gap / 2 * (
            len(group) + len(groups[-1])
        ):
            group = groups.pop() + group
        groups.append(group)
    spots = []
    for group in groups:
        half = gap * (len(group) - 1) / 2
        middle = min(max(np.mean(group), low + half), high - half)
        spots += list(np.linspace(middle - half, middle + half, len(group)))
    return spots


def sample(seed: int) -> None:
    """Ten dice, rolled 500 times.

    The book's own example. What you set yourself is in the sections after it.
    """
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

    # Divided by the number of throws so far, they are estimates of the
    # probabilities.
    estimates = cumulative / cumulative.sum(dim=1, keepdim=True)
    estimates

    # Every row of estimates adds up to 1.
    assert torch.allclose(estimates.sum(dim=1), torch.tensor(1.0))


def count(
    seed: int,
    rolls: int = 500,
    dice: int = 10,
    die=torch.ones(6, dtype=torch.float64) / 6,
) -> None:
    """Any number of rolls, any die.

    To know the counts after a million rolls, the million need not be drawn one
    by one: what comes between two points in time is multinomial itself, and is
    drawn in one go.
    """
    # die holds the probability of each face. The counts at every checkpoint:
    torch.manual_seed(seed)
    n, counts = roll(rolls, dice, die)
    counts[-1]

    # The estimates so far, from the first rolls in the top row to all of them
    # in the last.
    estimates = counts / (n * dice)[:, None]
    estimates

    # The standard error says how far from the truth an estimate lies as a rule:
    # two out of three are within one standard error, 95 of 100 within two.
    error = (die * (1 - die) / (rolls * dice)).sqrt()
    off = torch.where(error > 0, (estimates[-1] - die) / error, 0)
    [
        {
            "face": face + 1,
            "count": int(counts[-1, face]),
            "estimate": estimates[-1, face],
            "probability": die[face],
            "standard errors off": off[face],
        }
        for face in range(len(die))
    ]


def fair(
    seed: int,
    rolls: int = 500,
    dice: int = 10,
    die=torch.ones(6, dtype=torch.float64) / 6,
) -> None:
    """A test for fairness."""
    # The same draw, and what a fair die shows on average.
    torch.manual_seed(seed)
    counts = roll(rolls, dice, die)[1]
    faces = len(die)
    expected = rolls * dice / faces

    # Chi-square adds up the squared distances, each divided by what is
    # expected. For a fair die its average is the degrees of freedom, one less
    # than the faces.
    chi_square = ((counts[-1] - expected) ** 2 / expected).sum()
    freedom = torch.tensor(faces - 1, dtype=torch.float64)
    chi_square, freedom

    # The p-value: how often a fair die would come out at least as uneven as
    # this one. gammaincc is the tail of the chi-square distribution, a good
    # approximation once each face is expected five times or more.
    p_value = torch.special.gammaincc(freedom / 2, chi_square / 2)
    p_value

    # By custom, one starts to doubt below 0.05. A fair die falls below it one
    # time in twenty.
    doubt = "a reason" if p_value < 0.05 else "no reason"
    if expected < 5:
        doubt = "too few throws to find a reason"
    f"{doubt} to doubt that the die is fair"


def multinomial(seed: int) -> None:
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


def digits(seed: int) -> None:
    """How many rolls for one more digit?"""
    # The share of sixes among n throws, again and again, and how far from 1/6
    # it is, on the average.
    torch.manual_seed(seed)
    sixth = torch.tensor(1 / 6, dtype=torch.float64)
    rows = []
    for n in (100, 10_000, 1_000_000, 100_000_000):
        throws = torch.full((10_000,), float(n), dtype=torch.float64)
        shares = torch.binomial(throws, sixth.expand_as(throws)) / n
        error = (shares - sixth).abs().mean()
        theory = (2 / torch.pi * sixth * (1 - sixth) / n).sqrt()
        rows.append({"throws": n, "average off": error, "theory": theory})
    rows

    # A hundred times the throws make the error ten times smaller: one digit. It
    # falls with the root of the number of throws.
    rows[0]["average off"] / rows[1]["average off"]


def picture(
    seed: int,
    rolls: int = 500,
    dice: int = 10,
    die=torch.ones(6, dtype=torch.float64) / 6,
) -> None:
    """The estimates settle down."""
    # The same draw once more, as running estimates.
    torch.manual_seed(seed)
    n, counts = roll(rolls, dice, die)
    estimates = (counts / (n * dice)[:, None]).cpu().numpy()
    n, counts, p = (
        n.cpu().numpy(),
        counts[-1].cpu().numpy(),
        die.cpu().numpy(),
    )
    faces = range(len(p))

    # A colour for each face, again with dashes after the sixth.
    cycle = ["blue", "orange", "green", "pink", "yellow", "sky"]
    hues = [colors[cycle[face % 6]] for face in faces]
    dashes = [["-", "--"][face // 6 % 2] for face in faces]
    few = len(p) <= 12
    off = number(abs(estimates[-1] - p).max(), 2)
    told = f"{rolls:,}" if rolls < 10**7 else number(rolls)
    told += " rolls" if rolls > 1 else " roll"
    title = f"After {told} the largest error is {off}"
    figure, (running, bars) = charts(title, "AB", [3, 2] if few else [2, 1])

    # Left: the true probabilities, the band in which 95 of 100 estimates lie at
    # any one number of rolls, and a curve for each face.
    truths = sorted(set(p.tolist()))
    band = 1.96 * (p * (1 - p) / (n[:, None] * dice)) ** 0.5
    for truth in truths[:: len(truths) // 12 + 1]:
        half = band[:, p.tolist().index(truth)]
        first = {} if running.lines else {"label": "probability"}
        running.axhline(
            truth, color=colors["ink"], ls="--", lw=1.2, zorder=3, **first
        )
        first = {"label": "95 % of estimates"} if first else {}
        low, high = np.clip([truth - half, truth + half], 0, 1)
        running.fill_between(n, low, high, color=colors["faint"], **first)
    curves = LineCollection(
        [np.column_stack([n, estimates[:, face]]) for face in faces],
        colors=hues,
        linestyles=dashes,
        linewidths=1.8 if few else 0.6,
    )
    running.add_collection(curves)
    if rolls < 10:
        dots = {"c": hues * len(n), "clip_on": False}
        running.scatter(np.repeat(n, len(p)), estimates, **dots)

    # The first rolls jump far; the axis shows what comes after them.
    late = n >= min(10, rolls)
    low = max(0, min(estimates[late].min(), (p - band[late]).min()))
    high = min(1, max(estimates[late].max(), (p + band[late]).max()))
    margin = 0.03 * (high - low)
    running.set(
        title="Share of each face so far",
        xlabel=f"rolls of {dice} dice" if dice > 1 else "rolls of one die",
        ylabel="share of throws",
        xscale="linear" if rolls <= 5000 else "log",
        xlim=(0, rolls) if rolls <= 5000 else (1, rolls),
        ylim=(low - margin, high + margin),
    )
    ticks(running.xaxis)
    legend = running.legend()

    # Each curve has its face at its end, moved apart where ends are close. Thin
    # lines lead there where some are moved far, after few throws sooner.
    ends = sorted(faces, key=lambda face: estimates[-1, face])
    gap = 0.06 * (high - low)
    spots = apart(estimates[-1, ends], gap, low, high)
    much = 0.9 if rolls * dice < 100 or len(p) > 6 else 2.6
    far = max(abs(estimates[-1, ends] - spots)) > much * gap
    for face, spot in zip(ends, spots, strict=True):
        lead = {"arrowstyle": "-", "color": hues[face], "relpos": (0, 0.5)}
        if few:
            running.annotate(
                f"{face + 1}",
                (1.005, estimates[-1, face]),
                (1.05 if far else 1.015, spot),
                xycoords=("axes fraction", "data"),
                textcoords=("axes fraction", "data"),
                arrowprops=lead if far else None,
                color=hues[face],
                va="center",
                annotation_clip=False,
            )

    # Right: how often each face came up, and a mark where its probability says.
    bars.barh([face + 1 for face in faces], counts, color=hues)
    expected = p * rolls * dice
    mark = {"ms": 150 / len(p), "mew": 2, "color": colors["ink"]}
    bars.plot(expected, [face + 1 for face in faces], "|", **mark)
    bars.set(
        title="Throws of each face",
        xlabel="throws",
        ylabel="face",
        xlim=(0, 1.4 * max(*counts, *expected)),
        ylim=(len(p) + 0.6, 0.4),
    )
    bars.grid(axis="y", visible=False)
    bars.locator_params(axis="x", nbins=4, integer=True)
    bars.locator_params(axis="y", integer=True)
    if few:
        bars.set_yticks([face + 1 for face in faces])
        for face in faces:
            spot = max(counts[face], expected[face]), face + 1
            look = {"textcoords": "offset points", "va": "center"}
            bars.annotate(number(counts[face], 4), spot, (6, 0), **look)
    figure
