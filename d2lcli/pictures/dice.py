"""The estimates settle down: the share of each face, roll by roll, and how often each came up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from numpy.typing import ArrayLike
from torch import Tensor

from .style import CYCLE, FAINT, INK, Floats, apart, charts, count, logarithmic, look, number

SECTIONS = ("sample",)

FEW = 12  # faces with a colour each
LINEAR = 5000  # rolls; more are drawn on a logarithmic axis
NORMAL = 100  # variance of a count from which on its quantiles are those of a normal distribution
Z = 1.959964  # standard errors on either side of the middle 95 %


@look
def draw(n: ArrayLike, estimates: Tensor, counts: Tensor, die: Tensor, dice: int) -> Figure:
    """Draw the throws of a run.

    Args:
        n: the numbers of rolls, rising, at which the faces were counted.
        estimates: the share of each face so far: (len(n), faces).
        counts: throws of each face in the end: (faces,).
        die: the probability of each face: (faces,).
        dice: how many are thrown in a roll.
    """
    rolls = np.asarray(n, dtype=np.float64)
    shares, final, p = (x.detach().double().cpu().numpy() for x in (estimates, counts, die))
    few = len(p) <= FEW
    off = abs(shares[-1] - p).max()
    title = f"After {count(rolls[-1], 'roll')} the largest error is {number(off, 2)}"
    figure, (running, bars) = charts(title, "AB", [3, 2] if few else [2, 1])
    hues = _hues(shares[-1] - p)
    _running(running, rolls, shares, p, dice, hues)
    _bars(bars, final, p * final.sum(), hues)
    figure.legend(*running.get_legend_handles_labels(), loc="outside lower left", ncols=2)
    return figure


def _hues(off: Floats) -> list[str]:
    """A colour for each face; of many faces for the two that are farthest off, and grey."""
    faces = range(len(off))
    if len(off) <= FEW:
        return [CYCLE[face % len(CYCLE)] for face in faces]
    extremes = {int(off.argmax()): CYCLE[1], int(off.argmin()): CYCLE[0]}
    return [extremes.get(face, "#B5B5B5") for face in faces]


def band(throws: Floats, p: float) -> tuple[Floats, Floats]:
    """Between which shares 95 of 100 estimates of the probability ``p`` lie, or more.

    The quantiles of a binomial distribution, divided by the number of throws.
    """
    variance = throws * p * (1 - p)
    half = Z * np.sqrt(variance)
    low, high = throws * p - half, throws * p + half
    exact = np.flatnonzero((variance < NORMAL) & (variance > 0))
    if len(exact):
        total = torch.from_numpy(throws[exact])[:, None]
        middle, spread = torch.floor(total * p), 8 * NORMAL**0.5
        k = middle + torch.arange(-spread, spread + 1, dtype=torch.float64)
        inside = (k >= 0) & (k <= total)
        k = k.clamp(min=0).minimum(total)
        chances = torch.distributions.Binomial(total, torch.tensor(p, dtype=torch.float64))
        weights = torch.where(inside, chances.log_prob(k).exp(), 0)
        below = (weights / weights.sum(dim=1, keepdim=True)).cumsum(dim=1)
        for bound, chance in ((low, 0.025), (high, 0.975)):
            first = (below < chance - 1e-12).sum(dim=1, keepdim=True)
            bound[exact] = k.gather(1, first).flatten().numpy()
    return np.clip(low / throws, 0, 1), np.clip(high / throws, 0, 1)


def _running(
    axes: Axes, n: Floats, shares: Floats, p: Floats, dice: int, hues: Sequence[str]
) -> None:
    """The true probabilities, the bands around them, and a curve for each face."""
    few = len(p) <= FEW
    truths = sorted(set(p.tolist()))
    bands = {truth: band(n * dice, truth) for truth in truths[:: len(truths) // FEW + 1]}
    for truth, (low, high) in bands.items():
        names = ("probability", "95 % of estimates") if truth == truths[0] else (None, None)
        axes.axhline(truth, color=INK, ls="--", lw=1.2, zorder=3, label=names[0])
        axes.fill_between(n, low, high, color=FAINT, lw=0, label=names[1])
        if len(n) == 1:
            axes.vlines(n, low, high, color=FAINT, lw=12)
    order = sorted(range(len(p)), key=lambda face: hues[face] in CYCLE)
    axes.add_collection(
        LineCollection(
            [np.column_stack([n, shares[:, face]]) for face in order],
            colors=[hues[face] for face in order],
            linestyles=["--" if few and face >= len(CYCLE) else "-" for face in order],
            linewidths=[1.8 if hues[face] in CYCLE else 0.5 for face in order],
            zorder=2.5,
        )
    )
    if len(n) < 10:
        dots = np.repeat(n, len(p)), shares.ravel()
        axes.scatter(*dots, c=list(hues) * len(n), clip_on=False, zorder=2.6)
    # The first rolls jump far; the axis shows what comes after them.
    late = n >= min(10, n[-1] / 10)
    every = [shares[late], *(edge[late] for pair in bands.values() for edge in pair)]
    view = min(x.min() for x in every), max(x.max() for x in every)
    _frame(axes, n, view, dice)
    _names(axes, shares[-1], hues, view)


def _frame(axes: Axes, n: Floats, view: tuple[float, float], dice: int) -> None:
    margin = 0.04 * (view[1] - view[0]) or 0.1
    axes.set(
        title="Share of each face so far",
        xlabel=f"rolls of {dice:,} dice" if dice > 1 else "rolls of one die",
        ylabel="share of throws",
        ylim=(view[0] - margin, view[1] + margin),
    )
    if n[-1] > LINEAR:
        logarithmic(axes.xaxis)
        axes.set_xlim(max(n[0], 1), n[-1])
    else:
        axes.set_xlim(0, n[-1])


def _names(axes: Axes, last: Floats, hues: Sequence[str], view: tuple[float, float]) -> None:
    """Each coloured curve has its face at its end.

    Where ends are too close to each other faces are moved apart, and thin lines lead there.
    """
    faces = [face for face in np.argsort(last, kind="stable").tolist() if hues[face] in CYCLE]
    gap = 0.062 * (view[1] - view[0])
    spots = apart([last[face] for face in faces], gap, *view)
    moved = any(abs(last[face] - spot) > 0.3 * gap for face, spot in zip(faces, spots, strict=True))
    for face, spot in zip(faces, spots, strict=True):
        lead = {"arrowstyle": "-", "color": hues[face], "lw": 0.8, "shrinkA": 1, "shrinkB": 0}
        axes.annotate(
            f"{face + 1}",
            (1.003, last[face]),
            (1.05 if moved else 1.02, spot),
            xycoords=("axes fraction", "data"),
            textcoords=("axes fraction", "data"),
            arrowprops={**lead, "relpos": (0, 0.5)} if moved else None,
            color=hues[face],
            va="center",
            annotation_clip=False,
        )


def _bars(axes: Axes, counts: Floats, expected: Floats, hues: Sequence[str]) -> None:
    """How often each face came up, and a mark where its probability says."""
    faces = np.arange(1, len(counts) + 1)
    few = len(faces) <= FEW
    if few:
        axes.barh(faces, counts, color=hues)
    else:
        edges = np.arange(0.5, len(faces) + 1)
        axes.stairs(counts, edges, orientation="horizontal", fill=True, color="#B5B5B5")
        coloured = [face for face, hue in enumerate(hues) if hue in CYCLE]
        axes.barh(faces[coloured], counts[coloured], 1, color=[hues[face] for face in coloured])
    axes.plot(expected, faces, "|", ms=max(150 / len(faces), 2), mew=2 if few else 1, color=INK)
    top = max(counts.max(), expected.max())
    axes.set(title="Throws of each face", xlabel="throws", ylabel="face")
    axes.set(xlim=(0, 1.4 * top if few else 1.1 * top), ylim=(len(faces) + 0.6, 0.4))
    axes.grid(axis="y", visible=False)
    axes.locator_params(axis="x", nbins=3, integer=True)
    axes.locator_params(axis="y", integer=True)
    if few:
        axes.set_yticks(faces)
        for face, many, mean in zip(faces, counts, expected, strict=True):
            told, spot = number(many, 4), (max(many, mean), face)
            axes.annotate(told, spot, (6, 0), textcoords="offset points", va="center")
