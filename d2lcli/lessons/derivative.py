"""Derivatives: how fast a function changes.

The slope of a curve at a point is the limit of a quotient: how much f changes over a step h, divided
by h, as h goes to 0. A computer cannot take h = 0, but it can come near.

Book: 2.4 Calculus
Next: d2l autograd
"""

import matplotlib
import numpy as np
import torch
from matplotlib.figure import Figure

from .style import colors, style


# The function.
def f(x):
    return 3 * x**2 - 4 * x


# Its derivative, by the rules of calculus.
def df(x):
    return 6 * x - 4


# The difference quotient: the slope of the line through two points of the curve.
def numerical_lim(f, x, h):
    return (f(x + h) - f(x)) / h


# The central difference takes its two points on both sides of x.
def central_lim(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


def quotient(
    at: float = 1.0,
    h: float = 0.1,
    steps: int = 5,
    factor: float = 0.1,
    method=numerical_lim,
    dtype: torch.dtype = torch.float64,
) -> None:
    """The quotient approaches the derivative."""

    # A row for each h: the quotient, how far it is from the derivative, and how much nearer than the
    # row before. Steps so small that x + h is x are left out.
    def approach(x, h):
        rows = []
        before = None
        for _ in range(steps):
            if x + h == x:
                break
            quotient = method(f, x, h)
            error = abs(quotient - df(x))
            fell = before / error if before is not None and error > 0 else None
            rows.append({"h": h, "quotient": quotient, "error": error, "error fell by": fell})
            before = error
            h *= factor
        return rows

    # Smaller and smaller steps from the point.
    x = torch.tensor(at, dtype=dtype)
    approach(x, h)


def exact(at: float = 1.0, dtype: torch.dtype = torch.float64) -> None:
    """The exact derivative, in two ways."""
    # Autograd: PyTorch applies the rules of calculus to the operations that it recorded.
    x = torch.tensor(at, dtype=dtype, requires_grad=True)
    f(x).backward()
    x.grad

    # By hand, with the formula.
    df(x.detach())

    assert torch.isclose(x.grad, df(x.detach()))


def array() -> None:
    """The same function on a whole array."""
    # f uses arithmetic only, so it takes a NumPy array as well as a number: 40 values at once.
    x = np.arange(0, 4, 0.1)
    f(x)


def picture(at: float = 1.0, h: float = 0.1, steps: int = 5, factor: float = 0.1) -> None:
    """The tangent is where the secants go."""
    # The slope at the point, computed by autograd.
    x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    y = f(x)
    y.backward()
    slope = x.grad.item()
    y = y.item()

    # The curve around the point, the tangent, and the secants that can be told apart from it.
    matplotlib.rcParams.update(style)
    figure = Figure()
    axes = figure.subplots()
    width = max(4, 1.5 * abs(h))
    curve = torch.linspace(at - width / 4, at + 3 * width / 4, 401, dtype=torch.float64)
    line = curve.cpu().numpy()
    for step in (h * factor**i for i in range(steps)):
        if abs(step) > width / 100:
            secant = ((f(torch.tensor(at + step)) - y) / step).item()
            label = f"secant for h = {step:.3g}, slope {secant:.4g}"
            axes.plot(line, y + secant * (line - at), "--", color=colors["sky"], lw=1.5, label=label)
    axes.plot(line, y + slope * (line - at), color=colors["orange"], label=f"tangent, slope {slope:.6g}")
    axes.plot(line, f(curve).cpu().numpy(), color=colors["blue"], lw=2.5, label="f(x)")
    axes.plot([at], [y], "o", color=colors["ink"], ms=7)
    axes.set(
        title=f"The slope of f at x = {at:g} is {slope:.6g}",
        xlabel="x",
        ylabel="f(x)",
        xlim=(line[0], line[-1]),
    )
    axes.legend()
    figure
