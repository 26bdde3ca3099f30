"""Derivatives: how fast a function changes.

The slope of a curve at a point is the limit of a quotient: how much f changes
over a step h, divided by h, as h goes to 0. A computer cannot take h = 0, but
it can come near.

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


# The difference quotient: the slope of the line through two points of the
# curve.
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

    # A row for each h: the quotient, its error, and how many times smaller the
    # error is than in the row above. Below 1 it grew.
    def approach(x, h):
        rows = []
        before = None
        for step in range(steps):
            if x + h == x:
                print(f"{steps - step} steps left out: x + h is x there.")
                break
            quotient = method(f, x, h)
            error = abs(quotient - df(x))
            row = {"h": h, "quotient": quotient, "error": error}
            row["times smaller"] = None
            if before is not None and before > 0 and error > 0:
                row["times smaller"] = float(f"{(before / error).item():.3g}")
            rows.append(row)
            before = error
            h *= factor
        return rows

    # Smaller and smaller steps from the point.
    x = torch.tensor(at, dtype=dtype)
    approach(x, h)


def exact(at: float = 1.0, dtype: torch.dtype = torch.float64) -> None:
    """The exact derivative, in two ways."""
    # Autograd: PyTorch applies the rules of calculus to the operations that it
    # recorded.
    x = torch.tensor(at, dtype=dtype, requires_grad=True)
    f(x).backward()
    x.grad

    # By hand, with the formula.
    df(x.detach())

    assert torch.isclose(x.grad, df(x.detach()))


def array() -> None:
    """The same function on a whole array."""
    # f uses arithmetic only, so it takes a whole NumPy array too: 40 values
    # from 0 to 3.9.
    f(np.arange(0, 4, 0.1))


def picture(
    at: float = 1.0,
    h: float = 0.1,
    steps: int = 5,
    factor: float = 0.1,
    method=numerical_lim,
) -> None:
    """The tangent is where the secants go."""
    # The slope at the point, computed by autograd, and the curve around it.
    x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    y = f(x)
    y.backward()
    slope = x.grad.item()
    width = max(4, 2 * abs(h))
    curve = at + width * torch.linspace(-0.25, 0.75, 401, dtype=torch.float64)

    # The curve, the tangent, and up to six secants. One that cannot be told
    # from the tangent is left out.
    matplotlib.rcParams.update(style)
    figure = Figure()
    axes = figure.subplots()
    line = curve.cpu().numpy()
    values = f(curve).cpu().numpy()
    value = y.item()
    axes.plot(line, values, color=colors["blue"], lw=3, label="f(x)")
    for i in range(min(steps, 6)):
        step = h * factor**i
        if at + step == at:
            break
        secant = method(f, x.detach(), step).item()
        if abs(secant - slope) * width > 0.01 * np.ptp(values):
            other = at - step if method is central_lim else at
            ends = torch.tensor([other, at + step], dtype=torch.float64)
            heights = f(ends).cpu().numpy()
            axes.plot(
                line,
                heights[0] + secant * (line - other),
                color=colors["sky"],
                alpha=1 - 0.14 * i,
                ls="--",
                label=f"secant, h = {step:.3g}: slope {secant:.5g}".replace(
                    "-", "−"
                ),
            )
            axes.plot(
                ends.cpu().numpy(),
                heights,
                "o",
                color=colors["sky"],
                alpha=1 - 0.14 * i,
            )
    axes.plot(
        line,
        value + slope * (line - at),
        color=colors["orange"],
        label=f"tangent: slope {slope:.5g}".replace("-", "−"),
    )
    axes.plot([at], [value], "o", color=colors["ink"], ms=8, zorder=3)
    title = f"At x = {at:g} the tangent has slope {slope:.5g}"
    if len(axes.lines) > 3:
        title = f"The difference quotient at x = {at:g} approaches {slope:.5g}"
    axes.set(
        title=title.replace("-", "−"),
        xlabel="x",
        ylabel="f(x)",
        xlim=(line[0], line[-1]),
    )
    axes.legend()
    figure
