"""Derivatives: how fast a function changes.

The slope of a curve at a point is the limit of a quotient: how much f changes
over a step h, divided by h, as h goes to 0. A computer cannot take h = 0, but
it can come near.

Book: 2.4 Calculus
Page: quotient
Yours: d2l derivative --f "sin(x)/x" --at 0.3 --method central
Next: d2l autograd
"""

import torch


# The function.
def f(x):
    return 3 * x**2 - 4 * x


# The difference quotient: the slope of the line through two points of the
# curve.
def numerical_lim(f, x, h):
    return (f(x + h) - f(x)) / h


def quotient(
    h: float = 0.1,
    *,
    at: float = 1.0,
    steps: int = 5,
    factor: float = 0.1,
    dtype: torch.dtype = torch.float64,
) -> None:
    """The quotient approaches the derivative."""
    # The same line again and again, each time with a smaller h.
    x = torch.tensor(at, dtype=dtype)
    for i in range(steps):
        print(f"h = {h:.5f}, numerical limit = {numerical_lim(f, x, h):.5f}")
        h *= factor  # ask: What is the last numerical limit?


def exact(*, at: float = 1.0, dtype: torch.dtype = torch.float64) -> None:
    """The exact derivative, in two ways."""
    # Autograd: PyTorch applies the rules of calculus to the operations that it
    # recorded.
    x = torch.tensor(at, dtype=dtype, requires_grad=True)
    f(x).backward()
    x.grad  # ask: What is the slope?

    # The derivative as a function of its own, by the rules of calculus.
    def df(x):
        return 6 * x - 4

    df(x.detach())


def sides(*, at: float = 1.0, h: float = 0.1, factor: float = 0.1) -> None:
    """From the left and from the right.

    A derivative is there where f has a value, and where the slopes on both
    sides approach the same number.
    """
    # Three steps to each side: one line through the point and a point on its
    # left, and one through a point on its right.
    x = torch.tensor(at, dtype=torch.float64)
    step = h * factor ** torch.arange(3, dtype=torch.float64)
    left = numerical_lim(f, x, -step)
    right = numerical_lim(f, x, step)
    step, left, right


def array() -> None:
    """The same function on a whole array."""
    # 40 numbers from 0 to 3.9, as NumPy has them, and f of all of them at once.
    import numpy as np

    f(np.arange(0, 4, 0.1))


def plot(at: float = 1.0) -> None:
    """The curve and its tangent, drawn with pyplot."""
    # The slope at the point makes the tangent: it is the line through the
    # point with that slope, not the derivative itself.
    import matplotlib.pyplot as plt

    x = torch.linspace(at - 2, at + 2, 100, dtype=torch.float64)
    point = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    f(point).backward()
    tangent = f(point).item() + point.grad.item() * (x - at)

    plt.figure(figsize=(6, 4))
    plt.plot(x.cpu(), f(x).cpu(), "-", label="f(x)")
    plt.plot(x.cpu(), tangent.cpu(), "--", label=f"tangent at x = {at:g}")
    plt.plot(at, f(point).item(), "o")
    plt.xlabel("x")
    plt.ylabel("f(x)")
    plt.legend()
    plt.grid()


def smaller() -> None:
    """Why does a smaller h not help?"""

    # Two quotients: forward, and central, with its points on both sides of x.
    def forward(g, x, h):
        return (g(x + h) - g(x)) / h

    def central_lim(g, x, h):
        return (g(x + h) - g(x - h)) / (2 * h)

    # Their errors for sin at 1, whose slope is cos(1), in single and in double
    # precision.
    h = 10.0 ** -torch.arange(1, 11, dtype=torch.float64)
    x = torch.tensor(1.0, dtype=torch.float64)
    single = (forward(torch.sin, x.float(), h.float()) - torch.cos(x)).abs()
    double = (forward(torch.sin, x, h) - torch.cos(x)).abs()
    central = (central_lim(torch.sin, x, h) - torch.cos(x)).abs()
    h, single, double, central


def parabola() -> None:
    """Why is the central difference of a parabola exact?"""

    # The errors to the right and to the left of x come from the bend of the
    # curve, and of a parabola they are equal and opposite: in the central
    # difference they cancel.
    def square(x):
        return x * x

    def forward_lim(g, x, h):
        return (g(x + h) - g(x)) / h

    def central_lim(g, x, h):
        return (g(x + h) - g(x - h)) / (2 * h)

    h = torch.tensor([1.0, 0.5, 0.25])
    x = torch.tensor(1.0)
    forward = forward_lim(square, x, h)
    central = central_lim(square, x, h)
    h, forward, central

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
    y.item(), x.grad

    # At 0 the absolute value has a kink, with the slopes -1 and 1. Autograd has
    # to give some number, and by convention gives 0.
    x = torch.tensor(0.0, requires_grad=True)
    torch.abs(x).backward()
    x.grad  # ask: Which number does autograd give at the kink?
