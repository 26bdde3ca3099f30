"""The look of every picture: colours, sizes, numbers as text, ticks, limits, and empty slides."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.ticker import Formatter, NullFormatter
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Shape = tuple[int, ...]

# Okabe and Ito's colours, which colour-blind readers can tell apart:
# https://jfly.uni-koeln.de/color/
BLUE, ORANGE, GREEN = "#0072B2", "#D55E00", "#009E73"
PINK, YELLOW, SKY = "#CC79A7", "#E69F00", "#56B4E9"
INK, GREY, FAINT = "#222222", "#6E6E6E", "#DDDDDD"
CYCLE = (BLUE, ORANGE, GREEN, PINK, YELLOW, SKY)

MONO = "DejaVu Sans Mono"  # the font of code
WIDTH, HEIGHT = 9.6, 5.4  # inches: a slide of 1920 × 1080 dots

SETTINGS: dict[Any, Any] = {
    "figure.figsize": (WIDTH, HEIGHT),
    "figure.dpi": 100,
    "savefig.dpi": 200,
    "figure.constrained_layout.w_pad": 0.12,
    "figure.constrained_layout.h_pad": 0.12,
    "font.family": "DejaVu Sans",
    "font.size": 12,
    "text.color": INK,
    "axes.titlesize": 13,
    "axes.titlelocation": "left",
    "axes.titlepad": 10,
    "axes.labelcolor": INK,
    "axes.edgecolor": "#8A8A8A",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#E6E6E6",
    "grid.linewidth": 0.8,
    "axes.axisbelow": True,
    "xtick.color": "#555555",
    "ytick.color": "#555555",
    "lines.linewidth": 2,
    "legend.fontsize": 10,
    "legend.framealpha": 0.85,
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


# ---- numbers as text


def power(exponent: int) -> str:
    """A power of ten: 10⁻⁹."""
    return "10" + str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def number(value: float, digits: int = 3) -> str:
    """A number as a book prints it: 3·10⁻⁹ and not 3e-09, and a true minus."""
    if 1000 <= abs(value) < 10**6:
        digits = max(digits, len(f"{abs(value):.0f}"))
    text = f"{value:,.{digits}g}"
    mantissa, e, exponent = text.partition("e")
    if e:
        text = f"{mantissa}·{power(int(exponent))}".removeprefix("1·").replace("-1·", "-")
    return text.replace("-", "−").replace("inf", "∞")


def told_apart(values: Sequence[float], digits: int = 3, most: int = 12) -> list[str]:
    """These numbers as text, with as many digits as it takes that different ones look different."""
    for enough in range(digits, most):
        texts = [number(value, enough) for value in values]
        if len(set(texts)) == len(set(values)):
            return texts
    return [number(value, digits) for value in values]


def count(value: float, noun: str) -> str:
    """How many of something: 1 roll, 5,000 rolls, 10¹² rolls."""
    told = f"{value:,.0f}" if value < 10**7 else number(value)
    return f"{told} {noun}" if value == 1 else f"{told} {noun}s"


def shape_text(shape: Sequence[int], longest: int = 40) -> str:
    """A shape as Python writes it; of one with very many axes the first and the last."""
    text = str(tuple(shape))
    if len(text) > longest:
        first, last = (
            text[: longest // 2].rpartition(",")[0],
            text[-longest // 3 :].partition(" ")[2],
        )
        text = f"{first}, … {last}"
    return text


# ---- axes


class Ticks(Formatter):
    """Ticks as a book prints them, all of an axis in one form: 0.20 beside 0.22."""

    def __call__(self, x: float, pos: int | None = None) -> str:  # noqa: ARG002
        """The text of a single tick."""
        return self.format_ticks([x])[0]

    def format_ticks(self, values: Sequence[float]) -> list[str]:
        """The texts of all ticks."""
        places = np.asarray(values, dtype=np.float64)
        assert self.axis is not None
        if getattr(self.axis, "get_scale", str)() == "log":
            exponents = np.log10(places).round(9)
            return [power(int(e)) if e % 1 == 0 else number(10**e) for e in exponents]
        most = float(abs(places).max(initial=0))
        if not 0 < most < math.inf:
            return [number(value) for value in places.tolist()]
        step = float(np.diff(places).min()) if len(places) > 1 else most
        return (_away if abs(step) < 2e-5 * most else _fixed)(places, abs(step), most)


def _fixed(places: Floats, step: float, most: float) -> list[str]:
    """Ticks with one number of decimals and, where they are large or small, one power of ten."""
    exponent = math.floor(math.log10(most) + 1e-9)
    exponent = exponent if exponent >= 6 or exponent < -3 else 0
    unit = 10.0**exponent if exponent > -300 else 1e-300  # 10^-320 has few digits
    scaled, step = places / unit, step / unit
    fits = (d for d in range(9) if (abs(scaled.round(d) - scaled) < 1e-3 * step).all())
    decimals = next(fits, 9)
    texts = [f"{value:,.{decimals}f}".replace("-", "−") for value in scaled]
    if exponent:
        texts = [f"{text}·{power(exponent)}" for text in texts]
    if decimals == 0:
        texts = [text.removeprefix("1·").replace("−1·", "−") for text in texts]
    return ["0" if abs(v) < 1e-3 * step else t for v, t in zip(scaled, texts, strict=True)]


def _away(places: Floats, step: float, most: float) -> list[str]:
    """Ticks that six digits cannot tell apart: a round number and the way from there, 10⁶ + 0.5."""
    span = max(float(np.ptp(places)), step) or most
    unit, middle = 10.0 ** math.ceil(math.log10(span)), float(places.mean())
    times = round(middle / unit)
    while abs(times) >= 10**5 and abs(round(times, -1) * unit - middle) < 20 * span:
        unit, times = 10 * unit, round(times, -1) // 10
    base = number(times * unit, max(3, len(f"{abs(times)}".rstrip("0"))))

    def text(away: float) -> str:
        if abs(away) < 1e-6 * span:
            return base
        return f"{base} {'+' if away > 0 else '−'} {number(abs(away), 4)}"

    return [text(away) for away in (places - times * unit).tolist()]


def ticks(axis: Axis) -> None:
    """Write the ticks of an axis as a book prints numbers."""
    axis.set_major_formatter(Ticks())
    axis.set_minor_formatter(NullFormatter())


def logarithmic(axis: Axis) -> None:
    """Make an axis logarithmic."""
    (axis.axes.set_xscale if axis is axis.axes.xaxis else axis.axes.set_yscale)("log")
    ticks(axis)


def limits(values: ArrayLike, seen: ArrayLike = ()) -> tuple[float, float]:
    """Limits that show most of the values, where a few run far away, and all that must be seen."""
    every = np.append(values, seen).astype(np.float64)
    every = every[abs(every) < 1e150]
    must = [x for x in np.ravel(seen).tolist() if abs(x) < 1e150]
    low, high = np.percentile(every, [5, 95]) if len(every) else (0.0, 0.0)
    far = high - low
    low = min(max(low - far, every.min(initial=math.inf)), *must, math.inf)
    high = max(min(high + far, every.max(initial=-math.inf)), *must, -math.inf)
    if not low <= high:
        low, high = 0.0, 0.0
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


def apart(values: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places for labels at these rising values: those that would overlap are moved apart."""
    groups: list[list[float]] = []
    middles: list[float] = []
    for value in values:
        group, middle = [value], value
        while True:
            half = gap * (len(group) - 1) / 2
            middle = min(max(float(np.mean(group)), low + half), high - half)
            if not groups or middle - middles[-1] >= gap / 2 * (len(group) + len(groups[-1])):
                break
            group = groups.pop() + group
            middles.pop()
        groups.append(group)
        middles.append(middle)
    spots = [
        middle + gap * (i - (len(group) - 1) / 2)
        for group, middle in zip(groups, middles, strict=True)
        for i in range(len(group))
    ]
    return spots


# ---- slides


def width_of(text: Text) -> float:
    """How wide a text is drawn, in inches."""
    figure = text.get_figure(root=True)
    assert figure is not None
    return float(text.get_window_extent().width) / figure.dpi


def shrink(text: Text, width: float) -> None:
    """Make a text smaller until it is at most this many inches wide."""
    wide = width_of(text)
    if wide > width:
        text.set_fontsize(float(text.get_fontsize()) * width / wide * 0.99)


def charts(
    title: str, mosaic: str, widths: Sequence[float], heights: Sequence[float] | None = None
) -> tuple[Picture, list[Axes]]:
    """A slide with a title and charts, placed as the letters of a mosaic, in alphabetical order."""
    figure = Picture(layout="constrained")
    shrink(figure.suptitle(title, x=0.025, ha="left", fontsize=17), WIDTH - 0.5)
    panels = figure.subplot_mosaic(mosaic, width_ratios=widths, height_ratios=heights)
    for panel in panels.values():
        panel.locator_params(axis="x", nbins=5)
        ticks(panel.xaxis)
        ticks(panel.yaxis)
    return figure, [panels[letter] for letter in sorted(panels)]


def slide(title: str, note: str = "") -> tuple[Picture, Axes]:
    """An empty slide with its title. One unit is one inch, and y runs down."""
    figure = Picture()
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, WIDTH), ylim=(HEIGHT, 0))
    axes.axis("off")
    shrink(axes.text(0.3, 0.44, title, fontsize=17), WIDTH - 0.6)
    shrink(axes.text(0.3, 0.76, note, fontsize=11, color=GREY), WIDTH - 0.6)
    return figure, axes


BLUES = ((0, "#00263D"), (0.5, "#2E86C1"), (1, "#CFE6F6"))  # dark to light
BLUES_YELLOWS = ((0, "#00263D"), (0.5, "#2E86C1"), (0.5, YELLOW), (1, "#FFF1CC"))


def ramp(amount: int, stops: Sequence[tuple[float, str]]) -> Floats:
    """As many colours between these: (amount, 4). Later ones are lighter, in grey print too."""
    scale = LinearSegmentedColormap.from_list("d2l", stops)
    return np.asarray(scale((np.arange(amount) + 0.5) / max(amount, 1)), dtype=np.float64)
