"""Curves: how far around a point a function is drawn, so that its shape there can be seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from matplotlib.axes import Axes
from numpy.typing import ArrayLike
from torch import Tensor

from ..language import tr
from .style import Floats, limits, torn
from .text import number

Function = Callable[[Tensor], Tensor]

POINTS = 21  # on each side
ROUNDING = 1e-11  # what varies less than this part of a value may be rounding
BEND = 0.08  # the part of the height by which a curve has to leave its tangent
ODD = 0.05  # by which it may leave every parabola

# What is left of values at even distances once the best parabola is taken away.
_t = np.linspace(0, 1, POINTS)
_parabolas = np.stack([_t**0, _t, _t**2], axis=1)
RESIDUE: Floats = np.eye(POINTS) - _parabolas @ np.linalg.pinv(_parabolas)


def values(f: Function, x: Floats) -> Floats:
    """Values at many points; a constant is one at every point, and without a value it is nan."""
    points = torch.from_numpy(np.ascontiguousarray(x))
    with torch.no_grad():
        return np.asarray((f(points) + 0 * points).numpy(), dtype=np.float64)


@np.errstate(all="ignore")
def reach(f: Function, at: float, h: float, slope: float | None) -> float:
    """How far to draw ``f`` on either side of ``at``.

    Far enough to see a step ``h`` and that the curve bends away from its tangent; not so far that
    it is no longer like a parabola on each side, as beyond a pole or after many waves; and never so
    near that rounding shows.
    """
    least = 1e-11 * abs(at) or 1e-300
    sizes = 10.0 ** np.arange(-12, 6.01, 0.125)
    tried = np.unique(np.concatenate([sizes, sizes * abs(at)]))
    tried = tried[(tried >= least) & (tried < 1e300)]
    away = tried[:, None, None] * np.stack([-_t, _t])  # distances × sides × points
    y = values(f, at + away)
    finite = np.isfinite(y)
    most = np.where(finite, abs(y), 0).max(axis=(1, 2), keepdims=True) + 1e-300
    y = np.where(finite, y / most, np.nan)
    height = np.fmax.reduce(y, axis=(1, 2)) - np.fmin.reduce(y, axis=(1, 2))
    resolved = height > ROUNDING
    size = max(2.5 * abs(h), least)
    if slope is not None:
        off = np.fmax.reduce(abs(y - y[:, :1, :1] - slope / most * away), axis=(1, 2))
        bent = tried[resolved & (off > BEND * height)]
        size = max(size, bent[0]) if len(bent) else size
    some, every = finite[:, :, 1:].any(axis=2), finite[:, :, 1:].all(axis=2)
    y[:, :, 0] = np.where(finite[:, :, 0], y[:, :, 0], y[:, :, 1])  # the point may be a gap
    odd = (abs(y @ RESIDUE).max(axis=2) > ODD * height[:, None]) | (some & ~every)
    first = np.flatnonzero(resolved & odd.any(axis=1))
    # A pole or a jump is odd at every distance.
    if len(first) and first[0] > np.flatnonzero(resolved)[0] + 8:
        size = min(size, 1.2 * tried[first[0]])
    return float(max(size, least))


def unit(y: Floats) -> float:
    """The power of ten in which values are drawn: 1, unless a float could not hold much more."""
    most = abs(y[np.isfinite(y)]).max(initial=0)
    return float(10.0 ** np.floor(np.log10(most))) if most > 1e100 else 1.0


def curve(
    axes: Axes, x: Floats, y: Floats, seen: ArrayLike, within: Any = ..., **look: Any
) -> float:
    """Draw a curve, in heights that suit it and all that has to be seen; returns their unit.

    ``within`` is the part of the curve that they have to suit.
    """
    must = np.ravel(seen).astype(np.float64)
    must = must[np.isfinite(must)]
    scale = unit(np.append(y, must))
    low, high = limits(y[within] / scale, must / scale)
    most = max(abs(low), abs(high))
    if 0 < most < 0.1 and scale != 1:  # it runs on far beyond all that is seen
        seen = unit(np.array([most * scale]))
        scale, low, high = seen, low * scale / seen, high * scale / seen
    axes.plot(*torn(x, y / scale, low, high), **look)
    axes.set(xlim=(min(x), max(x)), ylim=(low, high))
    _nearly_level(axes, low, high)
    if scale != 1:
        axes.set_ylabel(tr("in units of {unit}", unit=number(scale)))
    return scale


def _nearly_level(axes: Axes, low: float, high: float) -> None:
    """Where heights differ by a small part of them, what they have in common stands apart.

    In few digits: matplotlib's own choice may be 0.999999999999, which it writes as 10·10⁻¹.
    """
    if high - low < 1e-4 * max(abs(low), abs(high)):
        few = (float(f"{high:.{digits}g}") for digits in range(1, 17))
        common = next((value for value in few if abs(value - high) <= high - low), high)
        axes.ticklabel_format(axis="y", useOffset=common)
