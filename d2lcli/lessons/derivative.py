"""Derivatives: how fast a function changes.

The slope of a curve at a point is the limit of a quotient: how much f changes
over a step h, divided by h, as h goes to 0. A computer cannot take h = 0, but
it can come near.

Book: 2.4 Calculus
Next: d2l autograd
"""

import math

import numpy as np
import torch

from .style import charts, colors, limits, number, ticks, torn


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
    here = f(x)
    if here.isnan():
        return "no value, so no derivative, whatever autograd says"
    if here.isinf():
        return "infinite, or too large for a float: no slope to see"
    # Slopes to the left and to the right, for three steps. These are powers
    # of 2, so that x + h and x - h are exact.
    exponent = math.frexp(x.item())[1]
    h = 2.0 ** max(min(exponent, 0) - 20, exponent - 42)
    both = torch.tensor([-h, h], dtype=x.dtype)
    steps = [64 * both, 8 * both, both]
    far, middle, near = [(f(x + step) - here) / step for step in steps]
    if not f(x + both).isfinite().all():
        return "the domain ends here, or right beside: one slope at most"
    if not near.isfinite().all():
        return "infinite, or too large for a float: no slope to see"
    steep = torch.stack([near, far]).abs().max()
    rounding = 1e-15 * (abs(here) + abs(x) * steep) / h
    gap = abs(near[1] - near[0])
    before = abs(middle[1] - middle[0])
    moved = (near - middle).abs().sum()
    earlier = (middle - far).abs().sum()
    if rounding > 0.5 * steep and (steep > 0 or rounding > 0.001):
        return "rounding hides the slopes: nothing to see"
    if moved > 0.9 * earlier + 4 * rounding:
        return "the slopes do not settle: perhaps a pole, a jump, a turn"
    if gap > 0.9 * before and gap > 4 * rounding:
        return "a kink: two slopes meet here, and there is no derivative"
    return "both sides agree: here f has a derivative"


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
                print(f"Steps left out, since x + h is x: {steps - step}.")
                break
            quotient = method(f, x, h)
            error = abs(quotient - df(x))
            row = {"h": h, "quotient": quotient, "error": error}
            row["times smaller"] = None
            if before is not None and 0 < before < math.inf and error > 0:
                row["times smaller"] = before / error
            rows.append(row)
            before = error
            h *= factor
        return rows

    # Smaller and smaller steps from the point.
    x = torch.tensor(at, dtype=dtype)
    approach(x, h)

    # A quotient gives numbers also where there is no derivative to approach.
    verdict(f, x.double())


def exact(at: float = 1.0, dtype: torch.dtype = torch.float64) -> None:
    """The exact derivative, in two ways."""
    # Autograd: PyTorch applies the rules of calculus to the operations that it
    # recorded.
    x = torch.tensor(at, dtype=dtype, requires_grad=True)
    f(x).backward()
    x.grad

    # The derivative as a function of its own, at the same point.
    df(x.detach())

    # Rules give numbers also where there is no derivative.
    verdict(f, x.detach().double())


def sides(at: float = 1.0) -> None:
    """From the left and from the right.

    A derivative is there where f has a value, and where the slopes on both
    sides approach the same number.
    """
    # Quotients with a negative and with a positive h, in proportion to x.
    x = torch.tensor(at, dtype=torch.float64)
    size = 10.0 ** math.floor(math.log10(abs(at) or 1))
    [
        {
            "h": step,
            "to the left": numerical_lim(f, x, -step),
            "f(x)": f(x),
            "to the right": numerical_lim(f, x, step),
        }
        for step in (0.1 * size, 0.001 * size, 0.00001 * size)
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


def smaller() -> None:
    """Why does a smaller h not help?"""

    # The error of the quotient of sin at 1, for each precision and method. *
    # marks the best h of a column.
    def errors(steps):
        columns = {}
        for dtype in (torch.float32, torch.float64):
            for lim in (numerical_lim, central_lim):
                name = "forward" if lim is numerical_lim else "central"
                x = torch.tensor(1.0, dtype=dtype)
                slopes = [lim(torch.sin, x, h).item() for h in steps]
                columns[f"{str(dtype)[6:]} {name}"] = [
                    abs(slope - math.cos(1)) for slope in slopes
                ]
        rows = []
        for i, h in enumerate(steps):
            rows.append({"h": h})
            for name, column in columns.items():
                best = "*" if column[i] == min(column) else ""
                rows[-1][name] = f"{column[i]:.0e}{best}"
        return rows

    # At first the error falls with h: ten times with each step, and a hundred
    # times for the central difference. Then it grows again: f(x + h) and f(x)
    # agree in most of their digits, and what is left of the difference is
    # rounding. Below 1e-7, x + h is x in float32, and the quotient is 0.
    errors([10.0**-i for i in range(1, 13)])

    # Theory's best h, for sin at 1. eps is the distance from 1 to the next
    # number. Forward it is √(2 eps |f / f″|), central ∛(1.5 eps |f / f‴|).
    bend, third = 1, math.tan(1)
    [
        {
            "dtype": str(kind),
            "eps": eps,
            "best h, forward": (2 * eps * bend) ** (1 / 2),
            "best h, central": (1.5 * eps * third) ** (1 / 3),
        }
        for kind in (torch.float32, torch.float64)
        for eps in [torch.finfo(kind).eps]
    ]


def parabola() -> None:
    """Why is the central difference of a parabola exact?"""

    # The errors to the right and to the left of x come from the bend of the
    # curve, and of a parabola they are equal and opposite: in the central
    # difference they cancel.
    def square(x):
        return x * x

    x = torch.tensor(1.0, dtype=torch.float64)
    [
        {
            "h": step,
            "forward": numerical_lim(square, x, step),
            "central": central_lim(square, x, step),
        }
        for step in (1.0, 0.5, 0.25)
    ]

    # What spoils the central difference is the third derivative, and here it
    # is 0. So theory names no best h: the larger, the less rounding.
    assert central_lim(square, x, 1.0) == 2


def nowhere() -> None:
    """Why a gradient where there is no derivative?"""
    # The logarithm has no value at -1. Autograd applies its rule 1 / x all the
    # same, and never looks whether the value is one.
    x = torch.tensor(-1.0, requires_grad=True)
    y = torch.log(x)
    y.backward()
    y, x.grad

    # At 0 the absolute value has a kink, with the slopes -1 and 1. Autograd has
    # to give some number, and by convention gives 0.
    x = torch.tensor(0.0, requires_grad=True)
    torch.abs(x).backward()
    x.grad

    # The values on both sides know better than the rules.
    at_log = torch.tensor(-1.0, dtype=torch.float64)
    at_abs = torch.tensor(0.0, dtype=torch.float64)
    [
        {"f": "log", "x": at_log, "verdict": verdict(torch.log, at_log)},
        {"f": "abs", "x": at_abs, "verdict": verdict(torch.abs, at_abs)},
    ]


def picture(
    at: float = 1.0,
    h: float = 0.1,
    steps: int = 5,
    factor: float = 0.1,
    method=numerical_lim,
    formula: str = "3x² − 4x",
) -> None:
    """The tangent is where the secants go."""

    # The value and the slope of a function at a point, by autograd. Adding 0
    # times x gives a constant a slope too.
    def value_and_slope(f, at):
        x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
        y = f(x) + 0 * x
        y.backward()
        return y.item(), x.grad.item()

    # Why there is no tangent, or nothing.
    def obstacle(f, at):
        x = torch.tensor(at, dtype=torch.float64)
        told = verdict(lambda x: f(x) + 0 * x, x)
        if told.startswith("both sides agree"):
            return ""
        reason = told.partition(":")[0].partition(",")[0]
        return f"At x = {number(at, 5)} no tangent is drawn: {reason}"

    # The first secants: h, the slope, and the two points of the curve.
    def secants(f, at, h):
        rows = []
        for _ in range(min(steps, 6)):
            ends = [at - h if method is central_lim else at, at + h]
            x = torch.tensor([at, *ends], dtype=torch.float64)
            y = (f(x) + 0 * x).tolist()
            rows.append((h, float(method(f, x[0], h)), ends, y[1:]))
            h *= factor
        return rows

    # The errors of the difference quotient for many h, as far as x + h is not
    # x.
    def errors(f, at, method, dtype):
        x = torch.tensor(at, dtype=dtype)
        powers = torch.arange(0, -16.1, -0.25, dtype=torch.float64)
        h = (max(1, abs(at)) * 10**powers).to(dtype)
        exact = value_and_slope(f, at)[1]
        error = abs((method(f, x, h) + 0 * h).double() - exact)
        seen = (x + h != x) & (error > 0) & (error < np.inf)
        return h[seen].cpu().numpy(), error[seen].cpu().numpy()

    # The curve around the point, and the secants that can be told from the
    # tangent.
    value, slope = value_and_slope(f, at)
    why = obstacle(f, at)
    width = max(4, 2 * abs(h), 1e-6 * abs(at))
    around = torch.linspace(-0.25, 0.75, 401, dtype=torch.float64)
    x = (at + width * around).cpu().numpy()
    y = (f(at + width * around) + 0 * around).cpu().numpy()
    low, high = limits(y, [] if why else [value])
    apart = [
        row
        for row in secants(f, at, h)
        if at + row[0] != at
        and np.isfinite([row[1], *row[3]]).all()
        and not abs(row[1] - slope) * width <= 0.01 * (high - low)
    ]
    slope_told = number(slope, 5)
    title = f"At x = {number(at, 5)} the slope is {slope_told}"
    if apart:
        title = f"The difference quotient approaches {slope_told}"
    figure, (left, right) = charts(why or title, "AB", [5, 4])

    # Left: the curve, the secants, and the tangent where there is one.
    told = f"f(x) = {formula}" if len(formula) < 31 else "f(x)"
    curve = torn(x, y, low, high)
    left.plot(*curve, color=colors["blue"], lw=3, label=told)
    for i, (step, secant, ends, heights) in enumerate(apart):
        look = {"color": colors["green"], "alpha": 1 - 0.13 * i, "lw": 1.5}
        told = f"secant, h = {number(step)}: slope {number(secant, 5)}"
        line = heights[0] + secant * (x - ends[0])
        left.plot(x, line, ls="--", label=told, **look)
        left.plot(ends, heights, "o", **look)
    if not why:
        told = f"tangent: slope {slope_told}"
        line = value + slope * (x - at)
        left.plot(x, line, color=colors["orange"], label=told)
    left.plot([at], [value], "o", color=colors["ink"], ms=8, zorder=3)
    left.set(
        title=f"At x = {number(at, 5)}",
        xlabel="x",
        ylabel="f(x)",
        xlim=(x[0], x[-1]),
        ylim=(low, high),
    )
    if abs(at) > 1000 * width:
        left.locator_params(axis="x", nbins=2)

    # The names stand in a corner that the curve leaves free, or else below.
    named = left.get_legend_handles_labels()
    across, up = (x - x[0]) / (x[-1] - x[0]), (y - low) / (high - low)
    size = (0.65, 0.05 * len(named[0]) + 0.03)
    taken = [
        np.any((abs(across - edge) < size[0]) & (abs(up - end) < size[1]))
        for edge in (0, 1)
        for end in (0, 1)
    ]
    if all(taken):
        ncols = 3 if max(map(len, named[1])) < 36 else 2
        figure.legend(*named, loc="outside lower left", ncols=ncols)
    else:
        left.legend()

    # The errors. For the parabola the central difference is exact, so sin at
    # x = 1 stands in.
    own = formula != "3x² − 4x"
    g, point = (f, at) if own else (torch.sin, 1.0)
    widths = {"float64": ("blue", 3), "float32": ("yellow", 1.5)}
    kinds = {"forward": (numerical_lim, "-"), "central": (central_lim, "--")}
    turns = False
    for name, (color, lw) in widths.items():
        for kind, (quotient_of, ls) in kinds.items():
            h_seen, error = errors(g, point, quotient_of, getattr(torch, name))
            if len(error) and not obstacle(g, point):
                turns = turns or error[-1] > 10 * error.min()
                right.loglog(
                    h_seen,
                    error,
                    color=colors[color],
                    ls=ls,
                    lw=lw,
                    label=f"{name}, {kind}",
                )
    told = "Too small an h is worse" if turns else "The error falls with h"
    if not own:
        told = "sin: too small an h is worse"
    right.set(xlabel="h", ylabel="error of the quotient")
    if right.lines:
        ticks(right.xaxis)
        ticks(right.yaxis)
        right.set_title(told)
        right.legend()
    else:
        none = (
            "no slope to compare with" if why else "the error is 0 for every h"
        )
        right.text(0.5, 0.5, none, ha="center", transform=right.transAxes)
        right.set(xticks=[], yticks=[])
    figure
