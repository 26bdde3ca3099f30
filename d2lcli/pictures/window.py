"""How far around a point a function is drawn, so that its shape there can be seen."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from .style import Floats

POINTS = 21  # on each side
ROUNDING = 1e-11  # what varies less than this part of a value may be rounding
BEND = 0.08  # the part of the height by which a curve has to leave its tangent
ODD = 0.05  # by which it may leave every parabola

# What is left of values at even distances once the best parabola is taken away.
_t = np.linspace(0, 1, POINTS)
_parabolas = np.stack([_t**0, _t, _t**2], axis=1)
RESIDUE: Floats = np.eye(POINTS) - _parabolas @ np.linalg.pinv(_parabolas)


@np.errstate(all="ignore")
def reach(f: Callable[[Tensor], Tensor], at: float, h: float, slope: float | None) -> float:
    """How far to draw ``f`` on either side of ``at``.

    Far enough to see a step ``h`` and that the curve bends away from its tangent; not so far that
    it is no longer like a parabola on each side, as beyond a pole or after many waves; and never so
    near that rounding shows.
    """
    least = 1e-11 * abs(at) or 1e-300
    sizes = 10.0 ** np.arange(-12, 6.01, 0.125)
    tried = np.unique(np.concatenate([sizes, sizes * abs(at)]))
    tried = tried[(tried >= least) & (tried < 1e300)]
    sides = _values(f, at, tried)
    resolved = _height(sides) > ROUNDING * np.nan_to_num(abs(sides)).max(axis=(1, 2))
    size = max(2.5 * abs(h), least)
    if slope is not None:
        bent = resolved & (_bend(sides, slope, tried) > BEND)
        size = max(size, tried[bent].min(initial=np.inf)) if bent.any() else size
    odd = resolved & _odd(sides)
    first = np.flatnonzero(odd)
    # A pole or a jump is odd at every distance.
    if len(first) and first[0] > np.flatnonzero(resolved)[0] + 8:
        size = min(size, 1.2 * tried[first[0]])
    return float(max(size, least))


def unit(y: Floats) -> float:
    """The power of ten in which values are drawn: 1, unless they are almost too large or small."""
    most = abs(y[np.isfinite(y)]).max(initial=0)
    return 1.0 if 1e-100 < most < 1e100 or most < 1e-300 else 10.0 ** np.floor(np.log10(most))


def _values(f: Callable[[Tensor], Tensor], at: float, tried: Floats) -> Floats:
    """Values to the left and to the right of the point: (distances, 2 sides, points)."""
    x = at + tried[:, None, None] * np.array([-1, 1])[:, None] * np.linspace(0, 1, POINTS)
    points = torch.from_numpy(x)
    with torch.no_grad():
        return np.asarray((f(points) + 0 * points).numpy(), dtype=np.float64)


def _height(sides: Floats) -> Floats:
    """From the lowest value to the highest, for each distance."""
    finite = np.isfinite(sides)
    high = np.where(finite, sides, -np.inf).max(axis=(1, 2))
    low = np.where(finite, sides, np.inf).min(axis=(1, 2))
    height = np.maximum(high / 2 - low / 2, 0) * 2
    return np.asarray(np.where(finite.any(axis=(1, 2)), height, 0), dtype=np.float64)


def _bend(sides: Floats, slope: float, tried: Floats) -> Floats:
    """By which part of its height the curve leaves its tangent, for each distance."""
    x = tried[:, None, None] * np.array([-1, 1])[:, None] * np.linspace(0, 1, POINTS)
    away = abs(sides - sides[:, :1, :1] - slope * x)
    most = np.where(np.isfinite(away), away, 0).max(axis=(1, 2))
    height = _height(sides)
    return np.asarray(np.divide(most, height, out=np.zeros_like(most), where=height > 0))


def _odd(sides: Floats) -> NDArray[np.bool_]:
    """Where the curve is like no parabola on one of its sides, or ends or overflows there."""
    finite = np.isfinite(sides[:, :, 1:])  # the point itself may be a gap
    some, every = finite.any(axis=2), finite.all(axis=2)
    filled = np.where(np.isfinite(sides), sides, 0)
    filled[:, :, 0] = np.where(np.isfinite(sides[:, :, 0]), filled[:, :, 0], filled[:, :, 1])
    scale = abs(filled).max(axis=2, keepdims=True) + 1e-300
    left = abs((filled / scale) @ RESIDUE).max(axis=2) * scale[:, :, 0]
    odd = every & (left > ODD * _height(sides)[:, None])
    return np.asarray((odd | (some & ~every)).any(axis=1))
