"""Norms: how large a vector or a matrix is.

A norm measures size. It is 0 for zeros only, doubles when every element is
doubled, and the norm of a sum is never more than the sum of the norms.

Book: 2.3.11 Norms
Next: d2l derivative
"""

import math

import torch

from .style import charts, colors, number


def vector(u=torch.tensor([3.0, 4.0])) -> None:
    """The size of a vector."""
    # The L2 norm: square, add, take the root. In the plane this is Pythagoras,
    # for whom 3 and 4 give 5.
    torch.norm(u)

    # Its definition gives the same.
    torch.sqrt((u**2).sum())

    # The L1 norm adds the absolute values: the way on foot, along the streets.
    torch.abs(u).sum()

    # The documentation asks for torch.linalg.vector_norm in new code. It takes
    # the order p.
    torch.linalg.vector_norm(u), torch.linalg.vector_norm(u, 1)

    # The largest absolute value alone: the norm for p = infinity.
    torch.linalg.vector_norm(u, torch.inf), u.abs().max()


def matrix() -> None:
    """The size of a matrix."""
    # The Frobenius norm squares all elements, adds them and takes the root: the
    # root of 36.
    torch.norm(torch.ones(4, 9))

    # It is the L2 norm of the rows' L2 norms. Here each of the 4 rows has norm
    # 3.
    ones = torch.ones(4, 9)
    rows = torch.linalg.vector_norm(ones, dim=1)
    rows

    torch.linalg.vector_norm(rows)

    # In new code: torch.linalg.matrix_norm.
    torch.linalg.matrix_norm(ones)

    assert torch.linalg.matrix_norm(ones) == torch.sqrt((ones**2).sum())


def kinds(M=torch.tensor([[1.0, 2.0], [3.0, 4.0]])) -> None:
    """Five norms of a matrix."""
    # The singular values say how much M stretches its directions.
    singular = torch.linalg.svdvals(M)
    singular

    # Each norm beside its definition.
    columns, rows = M.abs().sum(dim=0), M.abs().sum(dim=1)
    meanings = {
        "fro": ("root of the sum of squares", (M**2).sum().sqrt()),
        2: ("spectral: largest singular value", singular.max()),
        "nuc": ("nuclear: sum of the singular values", singular.sum()),
        1: ("largest column sum of |M|", columns.max()),
        torch.inf: ("largest row sum of |M|", rows.max()),
    }
    [
        {
            "ord": str(ord),
            "meaning": meaning,
            "definition": definition,
            "matrix_norm": torch.linalg.matrix_norm(M, ord),
        }
        for ord, (meaning, definition) in meanings.items()
    ]


def order(u=torch.tensor([3.0, 4.0]), p: float = 3.0) -> None:
    """Any order p.

    The larger p is, the more the largest absolute value counts. The norm never
    grows with p.
    """

    # The definition: powers, sum, root. For p = infinity only the largest
    # absolute value is left.
    def p_norm(u, p):
        if p == math.inf:
            return u.abs().max()
        return (u.abs() ** p).sum() ** (1 / p)

    # The definition beside PyTorch's function, in double precision.
    v = u.double()
    [
        {
            "p": q,
            "definition": p_norm(v, q),
            "vector_norm": torch.linalg.vector_norm(v, q),
        }
        for q in sorted({1.0, 2.0, p, math.inf})
    ]

    found = torch.linalg.vector_norm(v, p)
    assert torch.isclose(p_norm(v, p), found, equal_nan=True)


def alike() -> None:
    """Why do three norms of ones(4, 9) agree?"""

    # The three norms: the root of the sum of squares, the largest singular
    # value, and the sum of the singular values.
    def three(N):
        return {
            "Frobenius": torch.linalg.matrix_norm(N),
            "spectral": torch.linalg.matrix_norm(N, 2),
            "nuclear": torch.linalg.matrix_norm(N, "nuc"),
        }

    # All rows of ones are the same, so only one singular value is not 0, and
    # all three norms are this number. With two singular values they part.
    ones = torch.ones(4, 9, dtype=torch.float64)
    K = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    [{"matrix": "ones(4, 9)"} | three(ones), {"matrix": "K"} | three(K)]


def flattened() -> None:
    """Why is torch.norm(M, p=1) not the matrix norm 1?"""
    # torch.norm makes one long vector of the matrix first, and adds up all
    # absolute values.
    K = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    torch.norm(K, p=1), K.abs().sum()

    # The matrix norm 1 is the largest column sum: how much longer K can make a
    # vector, measured in the L1 norm.
    torch.linalg.matrix_norm(K, 1), K.abs().sum(dim=0).max()


def integers() -> None:
    """Why is there no norm of whole numbers?"""
    # A norm is a root as a rule, so the result would not be whole.
    n = torch.tensor([3, 4])
    try:
        torch.norm(n)
    except RuntimeError as error:
        print(error)

    # Make floats of them.
    torch.norm(n.float())


def zero() -> None:
    """Why is my gradient nan where the norm is 0?"""
    # The root has an infinite slope at 0, and the chain rule multiplies it with
    # the slope of x², which is 0: infinity times 0 is nan.
    x = torch.zeros(2, requires_grad=True)
    (x * x).sum().sqrt().backward()
    x.grad

    # A norm has a kink at 0, and no derivative there. vector_norm knows that it
    # is a norm, and settles for 0.
    x = torch.zeros(2, requires_grad=True)
    torch.linalg.vector_norm(x).backward()
    x.grad


def picture(u=torch.tensor([3.0, 4.0]), p: float = 3.0) -> None:
    """One vector, many lengths."""
    # Its length in each norm. The vector is divided by its largest element
    # first, so that no power is too large for a float.
    v = u.flatten()
    v = (v.abs() if v.is_complex() else v).to(torch.float64)
    largest = v.abs().max()
    scale = largest if 0 < largest < math.inf else torch.ones_like(largest)
    orders = sorted({1.0, 2.0, p, math.inf})
    lengths = [
        (scale * torch.linalg.vector_norm(v / scale, q)).item() for q in orders
    ]

    # What the lengths tell.
    told = ", ".join(number(length) for length in lengths)
    title = f"The larger p, the shorter the vector: {told}"
    if largest == 0:
        title = "The zero vector has length 0 in every norm"
    elif not largest < math.inf:
        title = "Not every element is finite, so neither is the length"
    elif (v != 0).sum() == 1:
        title = f"Along an axis all norms agree: {number(lengths[0])}"
    elif len({number(length) for length in lengths}) == 1:
        title = "One element outweighs the others: "
        title += f"about {number(lengths[0])} in every norm"
    figure, (plane, bars) = charts(title, "AB", [1, 1])
    looks = [("blue", "-"), ("orange", "--"), ("green", "-."), ("pink", ":")]

    # Left: all vectors of length 1, for each p, and where the direction of u
    # meets them. Of more than two elements the two largest are drawn.
    angle = torch.linspace(0, 2 * math.pi, 721, dtype=torch.float64)
    circle = torch.stack([torch.cos(angle), torch.sin(angle)])
    pair = torch.zeros(2, dtype=torch.float64)
    pair[: len(v)] = v[v.abs().topk(min(len(v), 2)).indices.sort().values]
    pair = pair / scale
    which = "u" if len(v) < 3 else f"the 2 largest of {len(v)} elements"
    plane.set(
        title="All vectors of length 1",
        xlabel=f"first element of {which}" if len(v) < 3 else which,
        ylabel="second element" if len(v) < 3 else "",
        xlim=(-1.35, 1.35),
        ylim=(-1.35, 1.35),
        xticks=[-1, 0, 1],
        yticks=[-1, 0, 1],
        aspect="equal",
    )
    for q, (color, ls) in zip(orders, looks, strict=False):
        ball = circle / torch.linalg.vector_norm(circle, q, dim=0)
        plane.plot(*ball.cpu().numpy(), color=colors[color], ls=ls)
        if 0 < largest < math.inf:
            tip = (pair / torch.linalg.vector_norm(pair, q)).cpu().numpy()
            plane.plot(*tip, "o", color=colors[color], ms=8, zorder=3)
    if 0 < largest < math.inf:
        arrow = {"arrowstyle": "-|>", "color": colors["ink"], "lw": 1.5}
        plane.annotate("", tip * 1.18, (0, 0), arrowprops=arrow)

    # Right: the lengths themselves, in the same colours.
    top = max((x for x in lengths if x < math.inf), default=0) or 1
    for i, (length, (color, ls)) in enumerate(
        zip(lengths, looks, strict=False)
    ):
        end = length if length < math.inf else 0
        bars.plot(
            *([0, end], [i, i]),
            color=colors[color],
            ls=ls,
            lw=5,
            marker="o",
            markevery=[1],
            ms=10,
        )
        bars.annotate(
            number(length, 4),
            (end, i),
            (12, 0),
            textcoords="offset points",
            va="center",
        )
    told = ", ".join(number(x) for x in v.tolist())
    bars.set(
        title=f"Length of u = ({told})" if len(v) < 4 else "Length of u",
        xlabel="length",
        xlim=(0, 1.3 * top),
        ylim=(len(orders) - 0.5, -0.5),
        yticks=range(len(orders)),
        yticklabels=[f"p = {number(q, 4)}" for q in orders],
    )
    bars.grid(axis="y", visible=False)
    figure
