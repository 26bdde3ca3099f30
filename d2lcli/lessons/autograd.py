"""Automatic differentiation: gradients without formulas.

PyTorch writes down every operation on a tensor that requires gradients. Walked
backwards, this record gives the derivative of the result with respect to each
input, exactly, with no limit and no h.

Book: 2.5 Automatic Differentiation
Next: d2l dice
"""

import torch

from .derivative import verdict


# The function, for one point or for many.
def f(x):
    return 2 * x * x


def gradient() -> None:
    """The gradient of a scalar."""
    # Four numbers, and the request to record what is done with them.
    x = torch.arange(4.0)
    x.requires_grad_(True)
    x

    # y is one number: twice the sum of the squares. grad_fn is the operation
    # that made it.
    y = 2 * torch.dot(x, x)
    y, y.grad_fn.name()

    # backward walks the record and leaves the gradient of y in x.grad.
    y.backward()
    x.grad

    # The derivative of 2 x² is 4 x, for every element.
    x.grad == 4 * x

    assert torch.equal(x.grad, 4 * x)

    # The next backward adds to what is there. The gradient of a sum is 1 for
    # every element.
    y = x.sum()
    y.backward()
    x.grad

    # So it is set to zero before the next one is computed.
    x.grad.zero_()
    y = x.sum()
    y.backward()
    x.grad


def nonscalar() -> None:
    """More than one output."""
    # y has four elements. backward without arguments starts from one number
    # only, and says so.
    x = torch.arange(4.0, requires_grad=True)
    y = x * x
    try:
        y.backward()
    except RuntimeError as error:
        print(error)

    # The usual way: add the outputs up first. The gradient of the sum is 2 x.
    y.sum().backward()
    x.grad

    # The same, said directly: each output's weight in the sum is handed to
    # backward.
    x.grad.zero_()
    y = x * x
    y.backward(gradient=torch.ones(4))
    x.grad

    # Other weights give a weighted sum of the outputs' gradients.
    x.grad.zero_()
    y = x * x
    y.backward(gradient=torch.tensor([1.0, 0.0, 0.0, 10.0]))
    x.grad


def detach() -> None:
    """Keep a value, forget where it came from."""
    # u has the numbers of y. For autograd it is a constant, not a function of
    # x.
    x = torch.arange(4.0, requires_grad=True)
    y = x * x
    u = y.detach()
    z = u * x

    # So the gradient of u * x is u, not 3 x².
    z.sum().backward()
    x.grad == u

    assert torch.equal(x.grad, u)

    # The record of y itself is still there, and still gives 2 x.
    x.grad.zero_()
    y.sum().backward()
    x.grad == 2 * x


def control_flow(seed: int) -> None:
    """Through loops and branches."""

    # How often the loop runs, and which branch is taken, depends on the number
    # that comes in.
    def steps(a):
        b = a * 2
        while b.norm() < 1000:
            b = b * 2
        if b.sum() > 0:
            return b
        return 100 * b

    # What is recorded is what really ran, so the gradient is right for this
    # very number.
    torch.manual_seed(seed)
    a = torch.randn(size=(), requires_grad=True)
    d = steps(a)
    d.backward()
    a, d

    # Whatever the path, d is a times some number, and this number is the
    # gradient. The division may round in the last digit, and == is then False.
    a.grad == d / a, a.grad, d / a

    assert torch.isclose(a.grad, d / a)


def graph() -> None:
    """The record itself.

    Every result keeps the operation that made it, and every operation the ones
    before it.
    """

    # What an operation has saved for its derivative.
    def saved(node):
        values = {
            name.removeprefix("_saved_"): getattr(node, name)
            for name in dir(node)
            if name.startswith("_saved_")
        }
        return ", ".join(
            f"{name}: {value.tolist()}"
            for name, value in values.items()
            if torch.is_tensor(value)
        )

    # One row for each operation, from the result back to the inputs. A hook
    # notes the gradient that reaches it when backward runs.
    def walk(node, rows, depth=0):
        name = node.name().rpartition(":")[2]
        row = {"operation": "  " * depth + name, "saved": saved(node)}
        node.register_prehook(
            lambda gradients: row.update(gradient=str(gradients[0].tolist()))
        )
        rows.append(row)
        for before, _ in node.next_functions:
            if before is not None:
                walk(before, rows, depth + 1)
        return rows

    # AccumulateGrad stands for the input x. It is one node, listed twice
    # because x went into the dot product twice; its gradient is the sum of both
    # ways.
    x = torch.arange(4.0, requires_grad=True)
    y = 2 * torch.dot(x, x)
    rows = walk(y.grad_fn, [])
    y.backward()
    rows


def function(at: tuple[float, ...] = (0.0, 1.0, 2.0, 3.0)) -> None:
    """A function at several points."""
    # The points, and the values there.
    x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    y = f(x)
    y

    # Each value depends on its own point only, so the gradient of the sum holds
    # every derivative.
    y.sum().backward()
    x.grad

    # A check that knows nothing of autograd: the central difference with a
    # small h.
    h = 1e-6 * x.detach().abs().clamp(min=1)
    with torch.no_grad():
        difference = (f(x + h) - f(x - h)) / (2 * h)
    difference

    # All of it side by side, and what the values around each point say.
    [
        {
            "x": point,
            "f(x)": value,
            "gradient": slope,
            "difference": quotient,
            "verdict": verdict(f, point),
        }
        for point, value, slope, quotient in zip(
            x.detach(), y.detach(), x.grad, difference, strict=True
        )
    ]
