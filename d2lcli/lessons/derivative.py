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


# What the values around a point say about the derivative there.
def verdict(f, x):
    h = 1e-6 * max(1.0, abs(x.item()))
    here, left, right = f(x), f(x - h), f(x + h)
    if here.isnan():
        return "no value, so no derivative, whatever autograd says"
    if here.isinf():
        return "no finite value, so no derivative either"
    if left.isnan() or right.isnan():
        return "the domain ends here: a slope on one side at most"
    # How far apart the slopes on both sides are, for two steps.
    wide = abs(f(x + 10 * h) - 2 * here + f(x - 10 * h)) / (10 * h)
    close = abs(right - 2 * here + left) / h
    rounding = 1e-15 * (abs(left) + 2 * abs(here) + abs(right)) / h
    if close > rounding and close > wide / 2:
        return "a kink: two slopes meet here, and autograd picks one number"
    return "both sides agree: this is the derivative"


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

    # The derivative as a function of its own, at the same point.
    df(x.detach())


def sides(at: float = 1.0) -> None:
    """From the left and from the right.

    A derivative is there where f has a value, and where the slopes on both
    sides approach the same number.
    """
    # Quotients with a negative and with a positive h.
    x = torch.tensor(at, dtype=torch.float64)
    [
        {
            "h": step,
            "to the left": numerical_lim(f, x, -step),
            "f(x)": f(x),
            "to the right": numerical_lim(f, x, step),
        }
        for step in (0.1, 0.001, 0.00001)
    ]

    verdict(f, x)


def array() -> None:
    """The same function on a whole array."""
    # 40 values from 0 to 3.9. Arithmetic works on a NumPy array as it stands;
    # torch's own functions, such as torch.sin, want a tensor.
    try:
        values = f(np.arange(0, 4, 0.1))
    except TypeError as error:
        print(error)
        values = f(torch.from_numpy(np.arange(0, 4, 0.1)))
    values


def picture(
    at: float = 1.0,
    h: float = 0.1,
    steps: int = 5,
    factor: float = 0.1,
    method=numerical_lim,
    formula: str = "3x² − 4x",
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
