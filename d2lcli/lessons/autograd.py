"""Automatic differentiation: gradients without formulas.

PyTorch writes down every operation on a tensor that requires gradients. Walked
backwards, this record gives the derivative of the result with respect to each
input, exactly, with no limit and no h.

Book: 2.5 Automatic Differentiation
Next: d2l dice
"""

import numpy as np
import torch

from .derivative import verdict
from .style import charts, colors, limits, number, torn


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

    # What an operation has saved for its derivative, with the shapes.
    def saved(node):
        values = {
            name.removeprefix("_saved_"): getattr(node, name)
            for name in dir(node)
            if name.startswith("_saved_")
        }
        return ", ".join(
            f"{name} {tuple(value.shape)}: {value.tolist()}"
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
    # small h. Beside x it is neither too small to be seen, nor so large that it
    # reaches 0, where a pole or the end of the domain may be.
    size = x.detach().abs()
    h = torch.full_like(size, 1e-6)
    h = torch.where(size > 0, h.clamp(1e-9 * size, 1e-3 * size), h)
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
    x.grad

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
    # Gradients are kept for the tensors that you made, the leaves. That of a
    # result is passed on and forgotten, and looking for it warns.
    x = torch.arange(4.0, requires_grad=True)
    y = x * x
    y.sum().backward()
    x.is_leaf, y.is_leaf, y.grad

    # Ask for it before backward.
    y = x * x
    y.retain_grad()
    y.sum().backward()
    y.grad


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
    x.grad, torch.exp(x.detach())


def picture(
    at: tuple[float, ...] = (0.0, 1.0, 2.0, 3.0), formula: str = "2x²"
) -> None:
    """A function, its derivative, and the record of it."""

    # f and its derivative at many points at once. Adding 0 times x gives a
    # constant a derivative too; where f has no value it has no slope.
    def value_and_slope(points):
        x = torch.tensor(points, dtype=torch.float64, requires_grad=True)
        y = f(x) + 0 * x
        y.sum().backward()
        y = y.detach()
        slope = torch.where(y.isnan(), torch.nan, x.grad)
        return y.cpu().numpy(), slope.cpu().numpy()

    # The operations, and how often each uses another: in layers, by the longest
    # way from the result.
    def record(node):
        layer, arrows, waiting = {node: 1}, {}, [node]
        while waiting:
            node = waiting.pop(0)
            befores = [before for before, _ in node.next_functions if before]
            for before in befores:
                arrows[node, before] = befores.count(before)
                if layer.get(before, 0) <= layer[node]:
                    layer[before] = layer[node] + 1
                    waiting.append(before)
        return layer, arrows

    # Boxes by their rows, and the arrows between them: the result, at most 8
    # operations, one box for the rest, and x.
    def boxes(layer, arrows):
        order = sorted(layer, key=layer.get)
        names = {
            node: node.name().rpartition(":")[2].partition("Backward")[0]
            for node in order
        }
        names = {
            n: "x" if "Grad" in name else name for n, name in names.items()
        }
        operations = [node for node in order if names[node] != "x"]
        more = f"… {len(operations) - 8} more"
        box = {n: more if n in operations[8:] else n for n in order}
        row = {"f(x)": 0} | {node: layer[node] for node in operations[:8]}
        below = max(row.values()) + 1
        if operations[8:]:
            row[more] = below
        row |= {node: below + 1 for node in order if names[node] == "x"}
        lines = {("f(x)", order[0]): 1}
        for (node, before), times in arrows.items():
            if box[node] != box[before]:
                lines[box[node], box[before]] = times
        return row, names | {"f(x)": "f(x)", more: more}, lines

    # Where each box is drawn: evenly spread along its row.
    def spots(row):
        rows = [
            [b for b in row if row[b] == r] for r in sorted({*row.values()})
        ]
        return {
            box: ((i + 1) / (len(boxes) + 1), r)
            for r, boxes in enumerate(rows)
            for i, box in enumerate(boxes)
        }

    # An arrow from the lower edge of one box to the upper edge of another. One
    # that passes a row is bent, and so are two between the same boxes.
    def arrow(axes, start, end, times, half):
        far = 0.45 if end[1] - start[1] > 1 else 0
        for bend in [far] if times == 1 else [-0.3, 0.3]:
            look = {
                "arrowstyle": "-|>",
                "connectionstyle": f"arc3,rad={bend}",
                "color": colors["grey"],
                "mutation_scale": 12,
                "shrinkA": 0,
                "shrinkB": 0,
            }
            down, up = (start[0], start[1] + half), (end[0], end[1] - half)
            axes.annotate("", up, down, arrowprops=look)

    # Left: f above f′, over a range that suits the points, which are marked.
    points = np.array(at)
    wide = np.ptp(points) or 4 * max(2, abs(points[0]))
    x = np.linspace(min(at) - wide / 4, max(at) + wide / 4, 401)
    at_points, at_curve = value_and_slope(at), value_and_slope(x.tolist())
    last = at_points[1][-1]

    # Which values suit those at and between the points: beyond the points a
    # curve can run so far away that all points would lie at 0.
    def near(y, marked):
        between = (x >= min(at)) & (x <= max(at)) if np.ptp(points) else x == x
        low, high = limits(y[between], marked[abs(marked) < np.inf])
        return ~(abs(y - (low + high) / 2) > 1.5 * (high - low))

    suits = [near(*pair) for pair in zip(at_curve, at_points, strict=True)]
    around = (x > min(at) - wide / 20) & (x < max(at) + wide / 20)
    shown = x[suits[0] | suits[1] | around]
    title = f"The slope of f at x = {number(at[-1], 4)} is {number(last, 4)}"
    if not abs(last) < np.inf:
        title = f"f has no slope at x = {number(at[-1], 4)}"
    figure, (top, below, graph) = charts(title, "AC;BC", [3, 2])
    below.set_xlabel("x")
    named = len(formula) < 31
    labels = [f"f(x) = {formula}" if named else "f(x)", "f′(x), by autograd"]
    for panel, label, y, marked, suited, color in zip(
        (top, below),
        labels,
        at_curve,
        at_points,
        suits,
        ("blue", "orange"),
        strict=True,
    ):
        low, high = limits(y[suited], marked[abs(marked) < np.inf])
        panel.plot(*torn(x, y, low, high), color=colors[color])
        size = 6 if len(at) < 30 else 2
        panel.plot(points, marked, "o", color=colors["ink"], ms=size, zorder=3)
        panel.set(title=label, xlim=(shown[0], shown[-1]))
        panel.set_ylim(low, high)

    # Right: the record of f, read from the result at the top down to x.
    leaf = torch.tensor(1.0 * at[0], requires_grad=True)
    result = f(leaf)
    graph.set_title("The record, from f(x) back to x")
    graph.axis("off")
    if torch.is_tensor(result) and result.grad_fn:
        row, names, lines = boxes(*record(result.grad_fn))
        place = spots(row)
        height = max(y for _, y in place.values()) + 1
        graph.set(xlim=(0, 1), ylim=(height - 0.5, -0.5))
        for (node, before), times in lines.items():
            arrow(graph, place[node], place[before], times, 0.045 * height)
        for box, spot in place.items():
            end = names[box] in ("x", "f(x)")
            graph.text(
                *spot,
                names[box],
                fontsize=11,
                ha="center",
                va="center",
                color="white" if end else colors["ink"],
                bbox={
                    "boxstyle": "round,pad=0.4",
                    "facecolor": colors["blue"] if end else "white",
                    "edgecolor": colors["grey"],
                },
            )
    else:
        told = "f(x) is x itself" if result is leaf else "f(x) is a constant"
        graph.text(0, 0.5, f"nothing: {told}")
    figure
