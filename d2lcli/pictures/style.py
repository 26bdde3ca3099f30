"""The look of every picture: colours, sizes, limits, and empty slides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Shape = tuple[int, ...]
Spot = tuple[float, float]

# Okabe and Ito's colours, which colour-blind readers can tell apart:
# https://jfly.uni-koeln.de/color/
BLUE, ORANGE, GREEN = "#0072B2", "#D55E00", "#009E73"
PINK, YELLOW, SKY = "#CC79A7", "#E69F00", "#56B4E9"
INK, GREY, SILVER, FAINT = "#222222", "#6E6E6E", "#B5B5B5", "#DDDDDD"
CYCLE = (BLUE, ORANGE, GREEN, PINK, YELLOW, SKY)

MONO = ["DejaVu Sans Mono"]  # the fonts of code; fonts.py adds one for Chinese words in it
WIDTH, HEIGHT = 9.6, 5.4  # inches
DOTS = 100  # of each inch; a file has twice as many, which is a slide of 1920 × 1080

SETTINGS: dict[Any, Any] = {
    "figure.figsize": (WIDTH, HEIGHT),
    "figure.dpi": DOTS,
    "savefig.dpi": 2 * DOTS,
    "figure.constrained_layout.w_pad": 0.12,
    "figure.constrained_layout.h_pad": 0.12,
    "font.family": "DejaVu Sans",
    "font.size": 12,
    "text.color": INK,
    "axes.titlelocation": "left",
    "axes.titlepad": 10,
    "axes.edgecolor": "#8A8A8A",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.formatter.use_mathtext": True,
    "axes.formatter.limits": (-3, 6),
    "grid.color": "#E6E6E6",
    "grid.linewidth": 0.8,
    "xtick.color": "#555555",
    "ytick.color": "#555555",
    "lines.linewidth": 2,
    "legend.fontsize": 10,
    "legend.edgecolor": "none",
    # In a vector file text stays text, and the same picture gives the same bytes.
    "svg.fonttype": "none",
    "svg.hashsalt": "d2l",
    "pdf.fonttype": 42,
}

# `@look` before a function: what it draws has these settings, and afterwards matplotlib has its own
# again.
look = rc_context(SETTINGS)


class Picture(Figure):
    """A figure that has the look whenever it is drawn: some of it is decided only then."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        FigureCanvasAgg(self)

    def savefig(self, *args: Any, **options: Any) -> None:
        """As Figure.savefig, with this look's resolution and fonts."""
        with rc_context(SETTINGS):
            super().savefig(*args, **options)


def limits(values: ArrayLike, seen: ArrayLike = ()) -> tuple[float, float]:
    """Limits that show most of the values, where a few run far away, and all that must be seen."""
    every = np.append(values, seen).astype(np.float64)
    every = every[abs(every) < 1e150]
    low, high = np.percentile(every, [5, 95]) if len(every) else (0.0, 0.0)
    near = every[(every >= low - (high - low)) & (every <= high + (high - low))]
    must = np.append(near, [x for x in np.ravel(seen).tolist() if abs(x) < 1e150])
    low, high = (must.min(), must.max()) if len(must) else (0.0, 0.0)
    margin = 0.06 * (high - low) or 0.13 * abs(low) or 1.1
    return float(low - margin), float(high + margin)


def torn(x: Floats, y: Floats, low: float, high: float) -> tuple[Floats, Floats]:
    """A curve as it can be drawn.

    Without what runs far out of sight, and torn where it leaps from one point to the next, as at a
    pole or a jump.
    """
    y = np.where(abs(y - (low + high) / 2) < 2 * (high - low), y, np.nan)
    step = abs(np.diff(y, prepend=np.nan, append=np.nan))
    here, beside = step[1:-1], np.fmin(step[:-2], step[2:])
    gaps = np.flatnonzero((here > 0.05 * (high - low)) & (here > 10 * beside)) + 1
    return np.insert(x, gaps, x[gaps]), np.insert(y, gaps, np.nan)


def charts(title: str, mosaic: str, widths: Sequence[float]) -> tuple[Picture, list[Axes]]:
    """A slide with a title and charts, placed as the letters of a mosaic, in alphabetical order."""
    figure = Picture(layout="constrained")
    shrink(figure.suptitle(title, x=0.025, ha="left", fontsize=17), WIDTH - 0.5)
    panels = figure.subplot_mosaic(mosaic, width_ratios=widths)
    for panel in panels.values():
        panel.locator_params(axis="x", nbins=5)
    return figure, [panels[letter] for letter in sorted(panels)]


def width_of(text: Text) -> float:
    """How wide a text is drawn, in inches."""
    return float(text.get_window_extent().width) / DOTS


def shrink(text: Text, width: float) -> None:
    """Make a text smaller, where it is more than this many inches wide."""
    wide = width_of(text)
    if wide > width:
        text.set_fontsize(float(text.get_fontsize()) * width / wide * 0.99)


def arrow(axes: Axes, start: Spot, end: Spot, color: str = INK, bend: float = 0) -> None:
    """An arrow from one place to another."""
    look = {"arrowstyle": "-|>", "color": color, "lw": 1.2, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", end, start, arrowprops={**look, "connectionstyle": f"arc3,rad={bend}"})


def slide(title: str, note: str = "") -> tuple[Picture, Axes]:
    """An empty slide with its title. One unit is one inch, and y runs down."""
    figure = Picture()
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, WIDTH), ylim=(HEIGHT, 0))
    axes.axis("off")
    shrink(axes.text(0.3, 0.44, title, fontsize=17), WIDTH - 0.6)
    shrink(axes.text(0.3, 0.76, note, fontsize=11, color=GREY), WIDTH - 0.6)
    return figure, axes
