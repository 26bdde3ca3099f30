"""Linear algebra: vectors, matrices, sums and products.

Scalars, vectors and matrices are tensors with no axis, one axis and two axes.
Sums along an axis, and products made of such sums, are most of this lesson.

Book: 2.3 Linear Algebra
Next: d2l norm
"""

import torch


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
