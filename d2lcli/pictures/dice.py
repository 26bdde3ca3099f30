"""The estimates settle down: the share of each face, roll by roll, and how often each came up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import ArrayLike
from torch import Tensor

from ..language import mark, tr
from .style import CYCLE, FAINT, INK, SILVER, Floats, charts, look
from .text import count, number

SECTIONS = ("sample",)

FEW = 12  # faces with a colour each
LINEAR = 5000  # rolls; more are drawn on a logarithmic axis
Z = 1.959964  # standard errors on either side of the middle 95 %
BAND = mark("1.96 standard errors: 95 % of estimates, where throws are many")


@look
def draw(n: ArrayLike, estimates: Tensor, counts: Tensor, die: Tensor, dice: int) -> Figure:
    """Draw the throws of a run; of throws that were counted once, the counts by themselves.

    Args:
        n: the numbers of rolls, rising, at which the faces were counted.
        estimates: the share of each face so far: (len(n), faces).
        counts: throws of each face in the end: (faces,).
        die: the probability of each face: (faces,).
        dice: how many are thrown in a roll.
    """
    rolls = np.asarray(n, dtype=np.float64)
    shares, final, p = (x.detach().double().cpu().numpy() for x in (estimates, counts, die))
    hues = _hues(shares[-1] - p)
    throws = float(final.sum())
    if len(rolls) == 1:
        off = number(abs(final - p * throws).max())
        title = tr(
            "{throws}: the largest distance from what is expected is {error}",
            throws=count(throws, "throw"),
            error=off,
        )
        figure, (bars,) = charts(title, "A", [1])
    else:
        off = number(abs(shares[-1] - p).max(), 2)
        title = tr(
            "After {rolls} the largest error is {error}",
            rolls=count(rolls[-1], "roll"),
            error=off,
        )
        widths = [3, 2] if len(p) <= FEW else [2, 1]
        figure, (running, bars) = charts(title, "AB", widths)
        _running(running, rolls, shares, p, dice, hues)
    _bars(bars, final, p, hues)
    legend = figure.axes[0].get_legend_handles_labels()
    figure.legend(*legend, loc="outside lower left", ncols=2, markerscale=0.4)
    return figure


def _hues(off: Floats) -> list[str]:
    """A colour for each face; of many faces for the two that are farthest off, and grey."""
    faces = range(len(off))
    if len(off) <= FEW:
        return [CYCLE[face % len(CYCLE)] for face in faces]
    extremes = {int(off.argmax()): CYCLE[1], int(off.argmin()): CYCLE[0]}
    return [extremes.get(face, SILVER) for face in faces]


def band(throws: ArrayLike, p: ArrayLike) -> tuple[Floats, Floats]:
    """The shares that are 1.96 standard errors below and above a probability, within 0 and 1."""
    chance = np.asarray(p, dtype=np.float64)
    half = Z * np.sqrt(chance * (1 - chance) / np.asarray(throws))
    return np.clip(chance - half, 0, 1), np.clip(chance + half, 0, 1)


def _running(
    axes: Axes, n: Floats, shares: Floats, p: Floats, dice: int, hues: Sequence[str]
) -> None:
    """The true probabilities, the bands around them, and a curve for each face."""
    truths = sorted(set(p.tolist()))
    truths = truths[:: len(truths) // FEW + 1]
    edges = [band(n * dice, truth) for truth in truths]
    for truth, (low, high) in zip(truths, edges, strict=True):
        names = (tr("probability"), tr(BAND)) if truth == truths[0] else (None, None)
        axes.axhline(truth, color=INK, ls="--", lw=1.2, zorder=3, label=names[0])
        axes.fill_between(n, low, high, color=FAINT, lw=0, label=names[1])
    for face, line in enumerate(axes.plot(n, shares, lw=0.5, color=SILVER)):
        if hues[face] in CYCLE:
            line.set(color=hues[face], lw=1.8, zorder=2.5)
            line.set_linestyle("--" if len(CYCLE) <= face < FEW else "-")
            line.set(marker="o" if len(n) < 10 else "", clip_on=len(n) >= 10)
    # The first rolls jump far; the axis shows what comes after them.
    late = n >= min(10, n[-1] / 10)
    every = np.concatenate([shares[late].ravel(), *(np.stack(e)[:, late].ravel() for e in edges)])
    margin = 0.04 * np.ptp(every) or 0.1
    axes.set(
        title=tr("Share of each face so far"),
        xlabel=tr("rolls of {dice:,} dice" if dice > 1 else "rolls of one die", dice=dice),
        ylabel=tr("share of throws"),
        ylim=(every.min() - margin, every.max() + margin),
    )
    if n[-1] > LINEAR:
        axes.set_xscale("log")
    axes.set_xlim(max(n[0], 1) if n[-1] > LINEAR else 0, n[-1])
    _names(axes, shares[-1], hues)


def _names(axes: Axes, last: Floats, hues: Sequence[str]) -> None:
    """Each coloured curve has its face at its end.

    Where ends are too close to each other faces are moved apart, and thin lines lead there.
    """
    low, high = axes.get_ylim()
    faces = [face for face in np.argsort(last, kind="stable").tolist() if hues[face] in CYCLE]
    gap = 0.058 * (high - low)
    spots = apart([last[face] for face in faces], gap, low, high)
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


def apart(values: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places for labels at these rising values: those that would overlap are moved apart."""
    steps = gap * np.arange(len(values))
    level = np.array(values) - steps
    # Where each would be if labels only moved up, or only down: both keep the gap, and so does
    # the mean.
    up, down = np.maximum.accumulate(level), np.minimum.accumulate(level[::-1])[::-1]
    places = np.clip((up + down) / 2, low, high - steps[-1]) + steps
    return [float(place) for place in places]


def _bars(axes: Axes, counts: Floats, p: Floats, hues: Sequence[str]) -> None:
    """How often each face came up, and a mark where its probability says."""
    faces = np.arange(1, len(counts) + 1)
    throws, few = counts.sum(), len(faces) <= FEW
    expected = p * throws
    axes.barh(faces, counts, 0.8 if few else 1, color=hues)
    high, wide = max(150 / len(faces), 2), 2 if few else 1
    axes.plot(expected, faces, "|", ms=high, mew=wide, color=INK, label=tr("expected"))
    top = max(counts.max(), expected.max())
    axes.set(title=tr("Throws of each face"), xlabel=tr("throws"), ylabel=tr("face"))
    axes.set(xlim=(0, 1.4 * top if few else 1.1 * top), ylim=(len(faces) + 0.6, 0.4))
    axes.grid(axis="y", visible=False)
    axes.locator_params(axis="x", nbins=3, integer=True)
    axes.locator_params(axis="y", integer=True)
    if few:
        axes.set_yticks(faces)
        for face, many, mean in zip(faces, counts, expected, strict=True):
            told, spot = number(many, 4), (max(many, mean), face)
            axes.annotate(told, spot, (6, 0), textcoords="offset points", va="center")
