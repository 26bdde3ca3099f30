"""Secants and the tangent, or why there is none; and how the error depends on h."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator

from ..language import tr
from ..slopes import Kind, Verdict
from ..slopes.verdict import apart
from . import window
from .style import BLUE, GREEN, GREY, INK, ORANGE, PINK, YELLOW, Floats, charts, look
from .text import number, powers, typed
from .window import Function

if TYPE_CHECKING:
    from ..request import Request

SECTIONS = ("quotient",)

MOST = 4  # secants
SIDES = ((-1, ORANGE, "-"), (1, PINK, "--"))


@dataclass(frozen=True)
class Secant:
    """A line through two points of the curve: their places, the height of the first, the slope."""

    h: float
    ends: tuple[float, float]
    height: float
    slope: float


@look
@np.errstate(all="ignore")
def draw(
    f: Function,
    at: float,
    h: float,
    steps: int,
    factor: float,
    central: bool,
    pretty: str,
    verdict: Verdict,
    request: Request | None = None,
) -> Figure:
    """Draw ``f`` around ``at`` with the secants of the page and the tangent, or what is there.

    ``f`` works elementwise. The first step is ``h``, and each of the ``steps`` is ``factor`` times
    the one before; ``pretty`` is f(x) as a book prints it. ``request`` says whether the function is
    the reader's own.
    """
    slope = verdict.slope if verdict.has_derivative else None
    reach = window.reach(f, at, h, slope)
    x = at + reach * np.linspace(-1 if central else -0.6, 1, 401) * (1 if h > 0 else -1)
    hs = h * factor ** np.arange(steps, dtype=np.float64)
    secants = list(_secants(f, at, hs, central)) if slope is not None else []
    mosaic, widths = ("A", [1]) if slope is None else ("AB", [5, 4])
    figure, (left, *right) = charts(_title(verdict, secants), mosaic, widths)
    unit = _curve(left, f, x, verdict, pretty)
    low, high = left.get_ylim()
    least = 0.03 * (high - low) * unit / reach  # between the slopes of a secant and the tangent
    clear = [line for line in secants if abs(line.slope - (slope or 0)) > least]
    _lines(left, x, clear[:MOST], verdict, unit)
    legend = left.get_legend_handles_labels()
    close = [line.h for line in secants if line not in clear]
    told = None
    if close:
        told = tr("With h = {h} secant and tangent look alike.", h=number(close[0]))
    figure.legend(*legend, loc="outside lower left", ncols=3, title=told, alignment="left")
    if slope is not None:
        own = request is not None and "f" in request.values
        _errors(right[0], f, verdict, reach, None if own else pretty)
    return figure


def _secants(f: Function, at: float, steps: Floats, central: bool) -> Iterator[Secant]:
    """The secants of the page, as far as float64 tells their ends apart."""
    for h in steps.tolist():
        ends = (at - h if central else at, at + h)
        low, high = window.values(f, np.array(ends)).tolist()
        if ends[0] != ends[1] and math.isfinite(high - low):
            yield Secant(h, ends, low, (high - low) / (2 * h if central else h))


def _title(verdict: Verdict, secants: Sequence[Secant]) -> str:
    """What is to be seen: the limit of the secants, or why they have none."""
    at = typed(verdict.at)
    if verdict.slope is None or not verdict.has_derivative or not verdict.seen or verdict.tiny:
        told = powers(verdict.sentence).rstrip(".。")
        return tr("At x = {at}: {verdict}", at=at, verdict=told[:1].lower() + told[1:])
    slope = number(verdict.slope, 5)
    errors = [abs(line.slope - verdict.slope) for line in secants]
    if len(errors) > 1 and errors[-1] < errors[0] / 2:
        return tr(
            "The difference quotient approaches {slope}, the slope of the tangent", slope=slope
        )
    return tr("At x = {at} the slope is {slope}", at=at, slope=slope)


def _curve(axes: Axes, f: Function, x: Floats, verdict: Verdict, pretty: str) -> float:
    """The function with its value, and what it goes to beside; returns the unit of heights."""
    at, value = verdict.at, verdict.value
    y = window.values(f, x)
    known = [limit for limit in (value, *verdict.limits) if limit is not None]
    # A value beside a pole says little about the others.
    seen = [] if verdict.kind is Kind.POLE else [x for x in known if math.isfinite(x)]
    told = f"f(x) = {pretty}" if len(pretty) < 26 else "f(x)"
    unit = window.curve(axes, x, y, seen, color=BLUE, lw=3, label=told)
    for height in set(seen):
        face = INK if height == value else "white"
        axes.plot([at], [height / unit], "o", color=INK, mfc=face, ms=8, zorder=3)
    if not np.isfinite(y).any():
        _say(axes, tr("no value here that a float can hold"))
    axes.set(title=tr("At x = {at}", at=typed(at)), xlabel="x")
    axes.locator_params(axis="x", nbins=5 if abs(at) < 1000 * np.ptp(x) else 2)
    return unit


def _lines(axes: Axes, x: Floats, secants: Sequence[Secant], verdict: Verdict, unit: float) -> None:
    """The secants, and the tangent or the slopes of both sides."""
    at = verdict.at

    def line(x: Floats, start: float, height: float, slope: float, **look: Any) -> None:
        axes.plot(x, height / unit + slope / unit * (x - start), **look)

    for i, secant in enumerate(secants):
        shade: dict[str, Any] = {"color": GREEN, "alpha": 1 - 0.2 * i, "lw": 1.5}
        told = tr(
            "secant, h = {h}: slope {slope}", h=number(secant.h), slope=number(secant.slope, 5)
        )
        through = secant.ends[0], secant.height, secant.slope
        line(x, *through, ls="--", label=told, **shade)
        line(np.array(secant.ends), *through, ls="", marker="o", **shade)
    if verdict.has_derivative and verdict.slope is not None and verdict.value is not None:
        told = tr("tangent: slope {slope}", slope=number(verdict.slope, 5))
        line(x, at, verdict.value, verdict.slope, color=ORANGE, label=told)
        return
    if verdict.kind in (Kind.VERTICAL, Kind.CUSP):
        axes.axvline(at, color=ORANGE, label=tr("vertical tangent"))
    slopes = verdict.left, verdict.right
    for (side, color, dashes), slope, start, told in zip(
        SIDES, slopes, verdict.limits, apart(*slopes), strict=True
    ):
        if slope is not None and start is not None and math.isfinite(slope + start):
            half = np.sort(np.append(x[(x - at) * side > 0], at))
            label = tr(
                "slope on the left: {slope}" if side < 0 else "slope on the right: {slope}",
                slope=powers(told),
            )
            line(half, at, start, slope, color=color, ls=dashes, label=label)


def _errors(axes: Axes, f: Function, verdict: Verdict, reach: float, book: str | None) -> None:
    """The error of the quotient for many h, in two precisions and with two methods.

    For the book's own parabola central differences are exact, so sin at 1 stands in.
    """
    at, slope = verdict.at, float(verdict.slope or 0)
    title, reason = tr("Too small an h is worse"), "h"
    if book is not None and _exact(f, at, slope, reach):
        f, at, slope, reach = torch.sin, 1.0, math.cos(1.0), 0.25
        title = tr("sin: too small an h is worse")
        text = tr("For {f} central differences are exact:\nsin at x = 1 stands in.", f=book)
        reason = f"h\n{text}"
    found: list[Floats] = []
    for dtype, color, lw in ((torch.float64, BLUE, 3.0), (torch.float32, YELLOW, 1.5)):
        for name, dashes in (("forward", "-"), ("central", "--")):
            h, error = errors(f, at, slope, reach, dtype, name == "central")
            if len(h):
                found.append(error)
                told = f"{str(dtype)[6:]}, {tr(name)}"
                axes.loglog(h, error, color=color, ls=dashes, lw=lw, label=told)
    if not found:
        _say(axes, tr("the error is 0 for every h"))
        axes.axis("off")
        return
    axes.set(xlabel=reason, ylabel=tr("error of the quotient"))
    turns = any(error[-1] > 10 * error.min() for error in found)
    falls = any(error.min() < error[0] / 2 for error in found)
    falling = tr("The error falls with h") if falls else tr("Every h here is too large")
    axes.set_title(title if turns else falling)
    axes.legend()
    if max(error.max() for error in found) > 1e300:  # matplotlib 3.7 looks for ticks beyond floats
        axes.yaxis.set_major_locator(FixedLocator([10.0**power for power in range(-300, 309, 4)]))
        axes.minorticks_off()


def errors(
    f: Function, at: float, slope: float, reach: float, dtype: torch.dtype, central: bool
) -> tuple[Floats, Floats]:
    """Steps, falling, and the error of the quotient with each; without errors of 0."""
    top = math.ceil(math.log10(4 * reach))
    x = torch.tensor(at, dtype=dtype)
    h = (10 ** torch.arange(top, top - 17.1, -0.25, dtype=torch.float64)).to(dtype)
    with torch.no_grad():
        change = f(x + h) - (f(x - h) if central else f(x))
        quotient = (change + 0 * h) / (2 * h if central else h)
    error = abs(quotient.double() - slope)
    seen = (x + h != x) & (error > 0) & error.isfinite()
    return h[seen].double().numpy(), error[seen].numpy()


def _exact(f: Function, at: float, slope: float, reach: float) -> bool:
    """Whether central differences have no error but rounding."""
    h, error = errors(f, at, slope, reach, torch.float64, True)
    large = h > 1e-3 * h.max(initial=0)
    return bool((error[large] < 1e-11 * max(abs(slope), 1)).all())


def _say(axes: Axes, why: str) -> None:
    axes.text(0.5, 0.5, why, ha="center", color=GREY, transform=axes.transAxes)
