"""Automatic differentiation: gradients without formulas.

PyTorch writes down every operation on a tensor that requires gradients. Walked
backwards, this record gives the derivative of the result with respect to each
input, with no limit and no h.

Book: 2.5 Automatic Differentiation
Page: gradient
Yours: d2l autograd --f "3*x**2+5*exp(y)" --at 1,2
Next: d2l dice
"""

import torch


def gradient() -> None:
    """The gradient of a scalar."""
    # Four numbers, and the request to record what is done with them.
    x = torch.arange(4.0)
    x.requires_grad_(True)

    # y is one number: twice the sum of the squares. grad_fn is the operation
    # that made it.
    y = 2 * torch.dot(x, x)
    y

    # backward walks the record and leaves the gradient of y in x.grad.
    y.backward()
    x.grad  # ask: What is the gradient?

    # The derivative of 2 x² is 4 x, for every element.
    x.grad == 4 * x

    # The next backward adds to what is there. The gradient of a sum is 1 for
    # every element.
    y = x.sum()
    y.backward()
    x.grad  # ask: backward again, and x.grad was not empty. What is in it now?

    # So it is set to zero before the next one is computed.
    x.grad.zero_()
    x.sum().backward()
    x.grad  # ask: And after zero_?


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
    x.grad  # ask: What is the gradient of the sum?

    # The same, said directly: each output's weight in the sum is handed to
    # backward.
    x.grad.zero_()
    y = x * x
    y.backward(gradient=torch.ones(4))
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
    x.grad  # ask: What is the gradient of the sum of z?

    x.grad == u

    # The record of y itself is still there, and still gives 2 x.
    x.grad.zero_()
    y.sum().backward()
    x.grad == 2 * x

    # clone copies the numbers and stays in the record; detach leaves it, and
    # shares the numbers.
    x.clone().requires_grad, x.detach().requires_grad


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
    a.detach(), d.detach()

    # Whatever the path, d is a times some number, and this number is the
    # gradient. The division may round in the last digit, and == is then False.
    a.grad == d / a, a.grad, d.detach() / a.detach()

    assert torch.isclose(a.grad, d / a)


def graph(
    at: tuple[float, ...] = (0.0, 1.0, 2.0, 3.0),
    *,
    dtype: torch.dtype = torch.float64,
) -> None:
    """The record itself.

    Every result keeps the operation that made it, and every operation the ones
    before it.
    """

    def f(x):
        return 2 * torch.dot(x, x)

    x = torch.tensor(at, dtype=dtype, requires_grad=True)
    y = f(x)
    y

    # One way back, from the result along the first input that is recorded.
    node = y.grad_fn
    while node is not None:
        print(node.name(), end="  ")
        before = [node for node, _ in node.next_functions if node]
        node = before[0] if before else None


def function(
    at: tuple[float, ...] = (0.0, 1.0, 2.0, 3.0),
    *,
    dtype: torch.dtype = torch.float64,
) -> None:
    """A function at points of your own."""

    def f(x):
        return 2 * x * x

    # backward starts from one number, the sum. x.grad: how much it grows with
    # each number in x.
    x = torch.tensor(at, dtype=dtype, requires_grad=True)
    y = f(x)
    y.sum().backward()
    x.grad  # ask: What is the gradient?


def several(
    point: tuple[float, ...] = (1.0, 2.0), *, dtype: torch.dtype = torch.float64
) -> None:
    """Several variables."""

    def g(x, y):
        return 3 * x**2 + 5 * torch.exp(y)

    # The point is one vector, and so is the gradient: how much g grows with
    # each variable while the others stay.
    p = torch.tensor(point, dtype=dtype, requires_grad=True)
    result = g(*p)
    result.backward()
    p.grad  # ask: What is the gradient?


def chain(point: tuple[float, ...] = (1.0, 2.0)) -> None:
    """The chain rule."""

    def g(x, y):
        return 3 * x**2 + 5 * torch.exp(y)

    # An inner function moves the point: inner is p at t = 1. It is a result,
    # and keeps its gradient only when it is asked to.
    p = torch.tensor(point, dtype=torch.float64)
    t = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    inner = p * t**2
    inner.retain_grad()

    # How much g grows with t.
    g(*inner).backward()
    t.grad  # ask: What is the derivative along the way?

    # The chain rule: each variable adds its part of the gradient times its own
    # speed. The derivative of p t² is 2 p t, and t is 1.
    inner.grad, 2 * p

    inner.grad @ (2 * p)


def second(at: tuple[float, ...] = (2.0,)) -> None:
    """The derivative of the derivative."""

    def f(x):
        return x**4

    # create_graph records the operations of backward, so the gradient has a
    # gradient itself.
    x = torch.tensor(at, dtype=torch.float64, requires_grad=True)
    y = f(x).sum()
    (first,) = torch.autograd.grad(y, x, create_graph=True)
    first.detach()  # ask: What is the first derivative?

    # And once more. With 0 * x, which changes no value, a constant slope has a
    # derivative, too.
    second = torch.autograd.grad((first + 0 * x).sum(), x)[0]

    second  # ask: What is the second derivative?


def jacobian(
    at: tuple[float, ...] = (0.0, 1.0, 2.0, 3.0),
    weights: tuple[float, ...] = (1.0, 0.0, 0.0, 10.0),
    *,
    dtype: torch.dtype = torch.float64,
) -> None:
    """A vector of outputs, weighted, and its Jacobian."""

    def f(x):
        return x * x

    # backward takes a weight for each output, and gives the gradient of their
    # weighted sum. (reshape makes a vector of a single output, too.)
    x = torch.tensor(at, dtype=dtype, requires_grad=True)
    y = f(x).reshape(-1)
    v = torch.tensor(weights, dtype=dtype)
    y.backward(gradient=v, retain_graph=True)
    x.grad  # ask: What is the gradient?

    # The Jacobian has a row for each output: its own gradient, with a number
    # for each input.
    rows = [torch.autograd.grad(out, x, retain_graph=True)[0] for out in y]
    J = torch.stack(rows)
    J

    # The weights times the Jacobian. Where all numbers are finite, this is what
    # backward gave, up to rounding, and it never made the matrix.
    v @ J


def twice() -> None:
    """Why does backward fail the second time?"""
    # backward frees the values that it saved, as soon as it has used them.
    x = torch.arange(4.0, requires_grad=True)
    y = (x * x).sum()
    y.backward()
    try:
        y.backward()
    except RuntimeError as error:
        print(error)

    # It can be told to keep them. The gradient of the second time is added to
    # that of the first: 2 x becomes 4 x.
    x.grad.zero_()
    y = (x * x).sum()
    y.backward(retain_graph=True)
    y.backward()
    x.grad  # ask: What is in x.grad now?

    # As a rule one computes y anew, and sets the gradient to zero in between.
    # Forgotten, it adds up all the same.
    for _ in range(3):
        (x * x).sum().backward()
    x.grad


def inplace() -> None:
    """When may a tensor be changed in place?"""
    # Not one that gradients are asked for: changed in place it would be a
    # result, and its .grad would belong to nothing any more.
    x = torch.arange(4.0, requires_grad=True)
    try:
        x += 1
    except RuntimeError as error:
        print(error)

    # The derivative of exp is exp itself, so the result was saved. Changed in
    # place, it is no longer what backward needs, and a version number gives it
    # away.
    y = torch.exp(x)
    y += 1
    try:
        y.sum().backward()
    except RuntimeError as error:
        print(error)

    # The derivative of 2 x is 2: nothing was saved that could be spoilt.
    y = x * 2
    y += 1
    y.sum().backward()
    x.grad

    # Under no_grad nothing is recorded, and x itself may change. This is how
    # one step of training is written.
    with torch.no_grad():
        x -= 0.1 * x.grad
    x


def integers() -> None:
    """Why can whole numbers not have a gradient?"""
    # A derivative asks what happens when a number changes a little. A whole
    # number cannot.
    try:
        torch.arange(4, requires_grad=True)
    except RuntimeError as error:
        print(error)

    # With a point they are floats.
    torch.arange(4.0, requires_grad=True)


def leaves() -> None:
    """Why is .grad None?"""
    # Before the first backward there is no gradient, and None cannot be
    # multiplied.
    w = torch.ones(2, requires_grad=True)
    try:
        w -= 0.1 * w.grad
    except TypeError as error:
        print(error)

    # So first backward, then the step.
    w.sum().backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
    w

    # Gradients are kept for the tensors that you made, the leaves. That of a
    # result is passed on and forgotten, and looking for it warns.
    y = w * w
    y.sum().backward()
    w.is_leaf, y.is_leaf, y.grad

    # Ask for it before backward.
    y = w * w
    y.retain_grad()
    y.sum().backward()
    y.grad


def anew() -> None:
    """How is a result made a leaf again?"""
    # reshape gives a result. The name q stands for it from now on, and the
    # leaf, which the gradient goes to, has no name any more.
    q = torch.arange(4.0, requires_grad=True)
    q = q.reshape(2, 2)
    q.is_leaf

    # retain_grad keeps the gradient of this one result. q is no leaf for that.
    q.retain_grad()
    (q * q).sum().backward()
    q.is_leaf, q.grad

    # detach leaves the record behind, and requires_grad_ begins a new one: q is
    # a leaf, and no gradient goes on to where its numbers came from.
    q = q.detach().requires_grad_()
    (q * q).sum().backward()
    q.is_leaf, q.grad

    # The shape first, and then the request: so there is but one leaf.
    q = torch.arange(4.0).reshape(2, 2).requires_grad_()
    q.is_leaf


def arrays() -> None:
    """Why can I not make a NumPy array of it?"""
    # The array would share the numbers and know nothing of what is recorded.
    x = torch.arange(4.0, requires_grad=True)
    try:
        x.cpu().numpy()
    except RuntimeError as error:
        print(error)

    # Without the record there is nothing to lose.
    x.detach().cpu().numpy()


def hidden() -> None:
    """What is wrong with .data?"""
    # detach shares memory: this writes zeros into y too. Autograd notices that
    # y, which exp had saved, was changed.
    x = torch.arange(3.0, requires_grad=True)
    y = torch.exp(x)
    y.detach().zero_()
    try:
        y.sum().backward()
    except RuntimeError as error:
        print(error)

    # .data shares memory as well, and goes behind autograd's back: the gradient
    # of exp comes out as 0, without a word. It should be exp(x).
    y = torch.exp(x)
    y.data.zero_()
    y.sum().backward()
    x.grad, torch.exp(x.detach())  # ask: What is in x.grad?


def where() -> None:
    """Why is the gradient nan where torch.where chose the other branch?"""
    # At -1 the value is x itself, and its slope should be 1.
    x = torch.tensor([-1.0, 4.0], requires_grad=True)
    y = torch.where(x > 0, torch.sqrt(x), x)
    y.sum().backward()
    y.detach(), x.grad

    # Both branches are computed for every element. To the one that it did not
    # choose where hands back 0, and 0 times the slope of sqrt at -1, which is
    # nan, is nan.
    root = torch.tensor([-1.0, 4.0], requires_grad=True)
    torch.sqrt(root).backward(gradient=torch.tensor([0.0, 1.0]))
    root.grad  # ask: What is 0 times nan, and 1 times 1/4?

    # The way out: give sqrt a number that it has a slope at, wherever it is not
    # chosen.
    x.grad = None
    safe = torch.where(x > 0, x, 1.0)
    y = torch.where(x > 0, torch.sqrt(safe), x)
    y.sum().backward()
    x.grad  # ask: And now?


def kinks() -> None:
    """Why do relu, maximum and clamp not agree on the gradient at 0?"""
    # Three ways to write the larger one of x and 0, with the same values.
    x = torch.tensor([-1.0, 0.0, 1.0], requires_grad=True)
    ways = torch.relu(x), torch.maximum(x, torch.zeros(3)), x.clamp(min=0)
    torch.stack(ways).detach()

    # A row for each. At 0 is a kink: the slope is 0 on the left and 1 on the
    # right, and which number stands for it is a choice of whoever wrote the
    # function.
    rows = [torch.autograd.grad(y.sum(), x)[0] for y in ways]
    torch.stack(rows)
