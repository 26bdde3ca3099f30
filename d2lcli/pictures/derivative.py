"""Secants and the tangent, or why there is none; and how the error depends on h."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from torch import Tensor

from ..slopes import Kind, Verdict
from . import window
from .style import (
    BLUE,
    GREEN,
    GREY,
    INK,
    ORANGE,
    PINK,
    YELLOW,
    Floats,
    Picture,
    charts,
    limits,
    logarithmic,
    look,
    number,
    power,
    told_apart,
    torn,
)

if TYPE_CHECKING:
    from ..request import Request

SECTIONS = ("quotient",)

Function = Callable[[Tensor], Tensor]
Corner = Literal["upper left", "upper right", "lower left", "lower right"]

MOST = 4  # secants


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

    Args:
        f: works elementwise.
        at: the point.
        h: the first step.
        steps: how many there are.
        factor: what one is times the one before.
        central: whether the secants reach as far to the left as to the right.
        pretty: f(x) as a book prints it.
        verdict: what is to be said of the derivative.
        request: says whether the function is the reader's own.
    """
    secants = list(_secants(f, at, h, steps, factor, central)) if verdict.has_derivative else []
    scene = _scene(f, at, h, central, verdict, secants)
    beside = verdict.has_derivative or any(map(_finite, verdict.limits))
    title = _title(verdict, secants, scene.clear)
    figure, (left, *right) = charts(title, "AB" if beside else "A", [5, 4] if beside else [1])
    _draw(left, scene, verdict, pretty)
    left.set_xlabel(_below(secants, scene.clear))
    _legend(figure, left)
    if verdict.has_derivative:
        own = request is not None and "f" in request.values
        _errors(right[0], f, verdict, scene.reach, None if own else pretty)
    elif beside:
        _sides(right[0], f, verdict, scene.reach)
    return figure


def _finite(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


@dataclass(frozen=True)
class Scene:
    """What is drawn on the left: the curve, its heights in a unit, and which secants are clear."""

    reach: float
    x: Floats
    y: Floats
    view: tuple[float, float]
    unit: float
    clear: list[Secant]


def _scene(
    f: Function, at: float, h: float, central: bool, verdict: Verdict, secants: Sequence[Secant]
) -> Scene:
    slope = verdict.slope if verdict.has_derivative else None
    reach = window.reach(f, at, h, slope)
    x = at + reach * np.linspace(-1 if central else -0.6, 1, 401) * (1 if h > 0 else -1)
    y = values(f, x)
    view, unit = _view(y, verdict)
    least = 0.03 * (view[1] - view[0])  # between the ends of a secant and the tangent
    clear = [
        line
        for line in secants
        if slope is not None and abs(line.slope - slope) * (reach / unit) > least
    ]
    return Scene(reach, x, y, view, unit, clear)


def _draw(axes: Axes, scene: Scene, verdict: Verdict, pretty: str) -> None:
    """The curve, with its lines."""
    x, at = scene.x, verdict.at
    _curve(axes, x, scene.y / scene.unit, scene.view, pretty)
    _lines(axes, x, scene.clear[:MOST], verdict, scene.unit)
    axes.set(title=f"At x = {number(at, 5)}", xlim=(min(x), max(x)), ylim=scene.view)
    axes.set_ylabel("" if scene.unit == 1 else f"f(x) in units of {number(scene.unit)}")
    axes.locator_params(axis="x", nbins=2 if abs(at) > 1000 * scene.reach else 5)


def values(f: Function, x: Floats) -> Floats:
    """Values at many points; a constant is one at every point, and without a value it is nan."""
    points = torch.from_numpy(np.ascontiguousarray(x))
    with torch.no_grad():
        return np.asarray((f(points) + 0 * points).numpy(), dtype=np.float64)


def _secants(
    f: Function, at: float, h: float, steps: int, factor: float, central: bool
) -> Iterator[Secant]:
    """The secants of the page, as far as float64 tells their ends apart."""
    for _ in range(steps):
        ends = (at - h if central else at, at + h)
        low, high = values(f, np.array(ends)).tolist()
        if ends[0] != ends[1] and math.isfinite(high - low):
            yield Secant(h, ends, low, (high - low) / (2 * h if central else h))
        h *= factor


def _view(y: Floats, verdict: Verdict) -> tuple[tuple[float, float], float]:
    """The heights that are drawn, in a unit, and this unit."""
    seen = [value for value in (verdict.value, *verdict.limits) if value is not None]
    if verdict.kind is Kind.POLE:  # values beside a pole say little about the others
        y, seen = y[abs(y) <= 20 * np.nanmedian(abs(y))], []
    unit = window.unit(y)
    return limits(y / unit, np.array(seen) / unit), unit


def _title(verdict: Verdict, lines: Sequence[Secant], clear: Sequence[Secant]) -> str:
    """What is to be seen: the limit of the secants, or why they have none."""
    at = number(verdict.at, 5)
    if verdict.kind is Kind.KINK and not verdict.near:
        left, right = _slopes(verdict)
        return f"At x = {at}: a kink, with slope {left} on the left and {right} on the right"
    if verdict.slope is None or not verdict.has_derivative or verdict.seen is False:
        told = re.sub(
            r"e(−?)0*(\d+)\b", lambda e: "·" + power(int(f"{e[1] and '-'}{e[2]}")), verdict.sentence
        )
        return f"At x = {at}: {told[0].lower()}{told[1:].rstrip('.')}"
    slope = number(verdict.slope, 5)
    errors = [abs(line.slope - verdict.slope) for line in lines]
    if clear and len(errors) > 1 and errors[-1] < errors[0]:
        return f"The difference quotient approaches {slope}, the slope of the tangent"
    return f"At x = {at} the slope is {slope}"


def _below(lines: Sequence[Secant], clear: Sequence[Secant]) -> str:
    """The name of the axis, and which secants are not drawn."""
    close = [line for line in lines if line not in clear]
    if not close or len(clear) > MOST:
        return "x"
    return f"x\nWith h = {number(close[0].h)} secant and tangent look alike."


def _curve(axes: Axes, x: Floats, y: Floats, view: tuple[float, float], pretty: str) -> None:
    told = f"f(x) = {pretty}" if len(pretty) < 31 else "f(x)"
    axes.plot(*torn(x, y, *view), color=BLUE, lw=3, label=told)
    if not np.isfinite(y).any():
        axes.text(
            0.5, 0.5, "no value here that a float can hold", transform=axes.transAxes, ha="center"
        )


def _lines(axes: Axes, x: Floats, secants: Sequence[Secant], verdict: Verdict, unit: float) -> None:
    """The secants, the tangent or the slopes of both sides, and the point."""
    at = verdict.at
    for i, line in enumerate(secants):
        made: dict[str, Any] = {"color": GREEN, "alpha": 1 - 0.2 * i, "lw": 1.5}
        told = f"secant, h = {number(line.h)}: slope {number(line.slope, 5)}"
        y = line.height / unit + line.slope / unit * (x - line.ends[0])
        axes.plot(x, y, ls="--", label=told, **made)
        rise = line.slope / unit * (line.ends[1] - line.ends[0])
        axes.plot(line.ends, [line.height / unit, line.height / unit + rise], "o", **made)
    if verdict.has_derivative and verdict.slope is not None and verdict.value is not None:
        told = f"tangent: slope {number(verdict.slope, 5)}"
        y = verdict.value / unit + verdict.slope / unit * (x - at)
        axes.plot(x, y, color=ORANGE, label=told)
    elif verdict.kind in (Kind.VERTICAL, Kind.CUSP):
        axes.axvline(at, color=ORANGE, label="vertical tangent")
    else:
        _one_sided(axes, x, verdict, unit)
    if verdict.value is not None and math.isfinite(verdict.value):
        axes.plot([at], [verdict.value / unit], "o", color=INK, ms=8, zorder=3)
    for limit in set(verdict.limits):
        if limit is not None and math.isfinite(limit) and limit != verdict.value:
            axes.plot([at], [limit / unit], "o", color=INK, mfc="white", ms=8, zorder=3)


def _one_sided(axes: Axes, x: Floats, verdict: Verdict, unit: float) -> None:
    """Half a tangent on each side that has a slope."""
    texts = _slopes(verdict)
    sides = zip((verdict.left, verdict.right), verdict.limits, texts, (-1, 1), strict=True)
    for slope, start, text, side in sides:
        if slope is None or start is None or not math.isfinite(slope + start):
            continue
        here = np.append(x[(x - verdict.at) * side > 0], verdict.at)
        here = np.sort(here)
        name, color, dashes = ("left", ORANGE, "-") if side < 0 else ("right", PINK, "--")
        told = f"slope on the {name}: {text}"
        y = start / unit + slope / unit * (here - verdict.at)
        axes.plot(here, y, color=color, ls=dashes, label=told)


def _slopes(verdict: Verdict) -> list[str]:
    """The slopes of both sides as text, different where they differ."""
    texts = iter(told_apart(_known(verdict), 5, 15))
    return [next(texts) if s is not None else "" for s in (verdict.left, verdict.right)]


def _legend(figure: Picture, axes: Axes) -> None:
    """The names stand in a corner that all lines leave free, or else below."""
    handles, labels = axes.get_legend_handles_labels()
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
    points = np.concatenate([np.column_stack(line.get_data()) for line in axes.lines])
    across, up = (points[:, 0] - left) / (right - left), (points[:, 1] - low) / (high - low)
    width = 0.06 + 0.0165 * max(map(len, labels)) + 0.06
    height = 0.06 * len(labels) + 0.04
    corners: dict[Corner, tuple[int, int]] = {
        "upper left": (0, 1),
        "upper right": (1, 1),
        "lower left": (0, 0),
        "lower right": (1, 0),
    }
    for place, (x, y) in corners.items():
        if not ((abs(across - x) < width) & (abs(up - y) < height)).any():
            axes.legend(handles=handles, loc=place)
            return
    columns = 3 if max(map(len, labels)) < 36 else 2
    figure.legend(handles, labels, loc="outside lower left", ncols=columns)


def _errors(axes: Axes, f: Function, verdict: Verdict, reach: float, book: str | None) -> None:
    """The error of the quotient for many h, in two precisions and with two methods.

    For the book's own parabola central differences are exact, so sin at 1 stands in.
    """
    at, slope = verdict.at, float(verdict.slope or 0)
    if book is not None and _exact(f, at, slope, reach):
        f, at, slope, reach = torch.sin, 1.0, math.cos(1.0), 0.25
        reason = f"h\nFor {book} central differences are exact:\nsin at x = 1 stands in."
    else:
        book, reason = None, "h"
    unit, turns = window.unit(np.array([slope])), False
    for dtype, color, lw in ((torch.float64, BLUE, 3.0), (torch.float32, YELLOW, 1.5)):
        for name, dashes in (("forward", "-"), ("central", "--")):
            h, error = errors(f, at, slope, reach, dtype, name == "central")
            if len(h):
                turns = turns or error[-1] > 10 * error.min()
                told = f"{str(dtype)[6:]}, {name}"
                axes.plot(h, error / unit, color=color, ls=dashes, lw=lw, label=told)
    if not axes.lines:
        _nothing(axes, "the error is 0 for every h")
        return
    logarithmic(axes.xaxis)
    logarithmic(axes.yaxis)
    told = "" if unit == 1 else f", in units of {number(unit)}"
    axes.set(xlabel=reason, ylabel=f"error of the quotient{told}")
    axes.set_title(
        ("sin: t" if book else "T") + "oo small an h is worse"
        if turns
        else "The error falls with h"
    )
    axes.legend()


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


def _sides(axes: Axes, f: Function, verdict: Verdict, reach: float) -> None:
    """The difference quotients on each side of the point; their sizes where they grow and grow."""
    at, grows = verdict.at, math.inf in map(abs, _known(verdict))
    h = reach * 10 ** np.arange(0, -9.1, -0.1)
    found = []
    looks = ((-1, ORANGE, "-", "left"), (1, PINK, "--", "right"))
    for (side, color, dashes, name), start, text in zip(
        looks, verdict.limits, _slopes(verdict), strict=True
    ):
        if start is None or not math.isfinite(start):
            continue
        step = at + side * h - at  # as far as the float beside it is
        quotient = np.where(step == 0, np.nan, (values(f, at + step) - start) / step)
        quotient = abs(quotient) if grows else quotient
        told = f"on the {name}" + (f": goes to {text}" if text else "")
        axes.plot(h, quotient, color=color, ls=dashes, label=told)
        found.append(quotient)
    axes.set(
        title="Too steep for a slope" if grows else "Quotients on each side", xlabel="size of h"
    )
    axes.set_ylabel("size of the quotient" if grows else "quotient on this side")
    logarithmic(axes.xaxis)
    if grows:
        logarithmic(axes.yaxis)
    else:
        axes.set_ylim(_both(verdict, np.concatenate(found)))
    axes.legend()


def _known(verdict: Verdict) -> list[float]:
    return [slope for slope in (verdict.left, verdict.right) if slope is not None]


def _both(verdict: Verdict, found: Floats) -> tuple[float, float]:
    """Limits in which the slopes of both sides can be told apart."""
    slopes = _known(verdict)
    gap = max(slopes, default=0.0) - min(slopes, default=0.0)
    if gap == 0:
        return limits(found[np.isfinite(found)], slopes)
    return min(slopes) - gap, max(slopes) + gap


def _nothing(axes: Axes, why: str) -> None:
    axes.text(0.5, 0.5, why, ha="center", color=GREY, transform=axes.transAxes)
    axes.axis("off")
