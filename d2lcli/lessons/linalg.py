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
    # Axis 0 is the outermost: the last one runs along a row of numbers.
    A

    # The sum of everything has no axis left.
    A.sum()

    # The sum along axis 0, along axis 1 and so on: each time that axis is gone.
    # The last of them adds up the numbers of each row. Without an axis there is
    # none to sum along.
    [A.sum(axis=axis) for axis in range(A.ndim)]

    # The mean is the sum divided by the number of elements. mean itself needs
    # floats; a division gives floats anyway.
    A.double().mean(), A.sum() / A.numel()

    # With keepdims the axis stays, with size 1. (NumPy's names: PyTorch's own
    # are dim and keepdim.)
    A1 = A.sum(axis=dim, keepdims=True)
    A1

    # So the division broadcasts: every element becomes its share of the sum
    # along that axis, where this sum is not 0.
    A / A1

    # The shares add up to 1, up to rounding. Of a sum of 0 there are none.
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


def axis() -> None:
    """Which axis disappears?"""
    # The one that is named: its size is crossed out, and the sums run along it.
    T = torch.ones(2, 3, 4)
    [
        {
            "sum": f"T.sum(dim={axis})",
            "before": str(tuple(T.shape)),
            "axis": ", ".join(
                "✗" if i == axis else str(size)
                for i, size in enumerate(T.shape)
            ),
            "after": tuple(T.sum(dim=axis).shape),
            "with keepdim": tuple(T.sum(dim=axis, keepdim=True).shape),
        }
        for axis in range(3)
    ]

    # A matrix has rows and columns. dim=0 runs down the rows and leaves a sum
    # for each column; dim=1 runs along the columns and leaves one for each row.
    M = torch.arange(6).reshape(2, 3)
    M, M.sum(dim=0), M.sum(dim=1)


def shares() -> None:
    """Why does M / M.sum(axis=1) fail, or give wrong shares?"""
    # Five rows and four columns. The sums of the rows are five numbers, and
    # broadcasting aligns them with the four columns.
    M = torch.ones(5, 4)
    try:
        M / M.sum(axis=1)
    except RuntimeError as error:
        print(error)

    # On a square matrix it runs, and divides each column by the sum of a row.
    # The shares of a row no longer add up to 1.
    S = torch.arange(1.0, 26.0).reshape(5, 5)
    (S / S.sum(axis=1)).sum(axis=1)

    # With keepdims the sums stay a column, and each row is divided by its own.
    (S / S.sum(axis=1, keepdims=True)).sum(axis=1)


def dtypes() -> None:
    """Why do dot, mv and mm refuse my numbers?"""
    # Whole numbers and floats: * brings both to one type.
    n, f = torch.arange(4), torch.ones(4)
    n * f

    # The products do not.
    try:
        torch.dot(n, f)
    except RuntimeError as error:
        print(error)

    N = torch.arange(12).reshape(3, 4)
    try:
        torch.mv(N, f)
    except RuntimeError as error:
        print(error)

    try:
        torch.mm(N, torch.ones(4, 3))
    except RuntimeError as error:
        print(error)

    # Bring both to one type first.
    torch.mv(N.float(), f)


def transpose() -> None:
    """What does .T do with three axes?"""
    # It reverses all of them, and warns: the transpose belongs to matrices.
    T = torch.arange(24).reshape(2, 3, 4)
    T.T.shape

    # .mT transposes each matrix of the batch.
    T.mT.shape

    # permute says where each axis goes.
    T.permute(2, 0, 1).shape


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
    # Cells are to be read: where not all of them can be, few are drawn.
    part = visible(A[first].shape, 16)
    if part != A[first].shape:
        part = visible(A[first].shape, 12)
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
        note += f"Of {tuple(A[first].shape)} the first {part} are drawn; "
        note += "the sums are of all."
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
