"""Linear algebra: vectors, matrices, sums and products.

Scalars, vectors and matrices are tensors with no axis, one axis and two axes.
Sums along an axis, and products made of such sums, are most of this lesson.

Book: 2.3 Linear Algebra
Next: d2l norm
"""

import torch

from .style import (
    cells,
    extent,
    label,
    measure,
    number,
    ramp,
    slide,
    visible,
)


def vectors() -> None:
    """Scalars and vectors."""
    # A scalar is a tensor without axes. Arithmetic works as on numbers.
    a = torch.tensor(3.0)
    b = torch.tensor(2.0)
    a + b, a * b, a / b, a**b

    # A vector is a tensor with one axis.
    x = torch.arange(4)
    x

    # An element is a scalar again.
    x[3]

    # The length of a vector is its number of elements, its shape has that one
    # number.
    len(x), x.shape


def matrices() -> None:
    """Matrices."""
    # A matrix has two axes: 5 rows and 4 columns.
    B = torch.arange(20).reshape(5, 4)
    B

    # The transpose exchanges rows and columns.
    B.T

    # A symmetric matrix equals its transpose.
    S = torch.tensor([[1, 2, 3], [2, 0, 4], [3, 4, 5]])
    S == S.T

    # clone copies the numbers into new memory; the sum is elementwise.
    C = B.clone()
    B + C

    # The Hadamard product is elementwise too. It is not the product of
    # matrices.
    B * C

    # A scalar is added to every element, or multiplied by it. The shape stays.
    2 + B, (2 * B).shape


def reduce(A=torch.arange(24).reshape((2, 3, 4)), dim: int = 1) -> None:
    """Sums that take an axis away."""
    # With three axes: blocks, their rows, and the columns.
    A

    # The sum of everything has no axis left.
    A.sum()

    # The sum along axis 0, along axis 1 and so on: each time that axis is gone.
    # Along axis 0 blocks are added to each other, along axis 1 the rows of a
    # block, along axis 2 the numbers of a row.
    [A.sum(axis=axis) for axis in range(A.ndim)]

    # The mean is the sum divided by the number of elements. mean itself needs
    # floats; a division gives floats anyway.
    A.double().mean(), A.sum() / A.numel()

    # With keepdims the axis stays, with size 1. (NumPy's names: PyTorch's own
    # are dim and keepdim.)
    A1 = A.sum(axis=dim, keepdims=True)
    A1

    # So the division broadcasts: every element becomes its share of the sum
    # along that axis.
    A / A1

    # The shares add up to 1, up to rounding, where the sum is not 0.
    (A / A1).sum(axis=dim)

    # A running sum takes no axis away: the last part holds the sums.
    A.cumsum(axis=0)


def products() -> None:
    """Dot product and matrix products."""
    # A matrix of floats, and two vectors.
    M = torch.arange(24).reshape((2, 3, 4))[0].float()
    x = torch.arange(4.0)
    y = torch.tensor([1.0, 2.0, 0.0, 1.0])
    M, x, y

    # The dot product: multiply elementwise, then add everything up.
    torch.dot(x, y)

    assert torch.dot(x, y) == (x * y).sum()

    # Matrix times vector: the dot product of each row with x.
    torch.mv(M, x)

    # Matrix times matrix: M times each column of B. (3, 4) times (4, 3) gives
    # (3, 3).
    B = torch.arange(12.0).reshape(4, 3)
    torch.mm(M, B)

    # The operator @ does both.
    assert torch.equal(M @ x, torch.mv(M, x))
    assert torch.equal(M @ B, torch.mm(M, B))


def picture(A=torch.arange(24).reshape((2, 3, 4)), dim: int = 1) -> None:
    """The axis that a sum takes away."""
    # The sum with the axis kept, at size 1, and without it.
    kept = A.sum(dim=dim, keepdim=True)
    gone = A.sum(dim=dim)

    # Of more than three axes, the summed one and the last two others are drawn.
    axis = dim % max(A.ndim, 1)
    others = [i for i in range(A.ndim) if i != axis]
    drawn = sorted([axis, *others[-2:]]) if A.ndim else []
    first = tuple(slice(None) if i in drawn else 0 for i in range(A.ndim))
    part = visible(A[first].shape)
    cut = tuple(slice(max(size, 1)) for size in part)
    block = A[first][cut]
    sums = kept[first][cut]

    # The sums have one colour each, and so do the numbers that each is made of.
    group = torch.arange(sums.numel()).reshape(sums.shape)
    shades = ramp(sums.numel())
    tensors = {
        "A": (block, A.shape, group.expand(block.shape)),
        f"A.sum(dim={dim})": (
            sums.squeeze(drawn.index(axis)) if A.ndim else sums,
            gone.shape,
            group,
        ),
        f"A.sum(dim={dim}, keepdim=True)": (sums, kept.shape, group),
    }

    # The axis that goes away is marked: its size becomes 1 when it is kept.
    title = f"The sum along axis {number(dim)} takes it away: "
    title += f"{tuple(A.shape)} becomes {tuple(gone.shape)}"
    if not A.ndim:
        title = "A has no axis: there is nothing to take away"
    note = ""
    if A.ndim > 3:
        note = f"Only the axes {drawn} are drawn, at index 0 of the others. "
    if part != A[first].shape:
        note += f"Of {tuple(A[first].shape)} the first {part} are drawn."
    figure, axes = slide(title, note)
    # A is on the left, and both sums are on the right, one below the other.
    (w, h), (w1, h1), (w2, h2) = [
        extent(X.shape) for X, _, _ in tensors.values()
    ]
    heights = (3.4 / h, 2.5 / (h1 + h2))
    side = min(0.7, 4.3 / w, 3 / max(w1, w2), *heights)
    top = 1.45 + max(0, 3.3 - side * max(h, h1 + h2 + 1 / side)) / 2
    left = 5.6 - side * w
    corners = [(left / 2, top), (5.8, top), (5.8, top + side * h1 + 1)]
    for (name, (X, shape, color)), corner in zip(
        tensors.items(), corners, strict=True
    ):
        label(axes, corner, name, str(tuple(shape)))
        texts = [number(value) for value in X.flatten().tolist()]
        faces = shades[color.flatten().cpu().numpy()]
        cells(axes, corner, side, X.shape, faces, texts)
        told = [str(shape[i]) for i in drawn if len(shape) == A.ndim]
        if X is block and A.ndim:
            told[drawn.index(axis)] += " → 1"
        measure(axes, corner, side, X.shape, told[::-1])
    figure
