"""Linear algebra: vectors, matrices, sums and products.

Scalars, vectors and matrices are tensors with no axis, one axis and two axes.
Sums along an axis, and products made of such sums, are most of this lesson.

Book: 2.3 Linear Algebra
Page: vectors reduce mean products
Yours: d2l linalg products 2,3 3,4      d2l linalg --shape 2,3,4 --dim 0,1
Next: d2l norm
"""

import torch


def vectors() -> None:
    """Scalars and vectors."""
    # A scalar is a tensor without axes. Arithmetic works as on numbers.
    a, b = torch.tensor(3.0), torch.tensor(2.0)
    a + b, a * b, a / b, a**b

    # A vector is a tensor with one axis. An element of it is a scalar again.
    # Its length is its number of elements, its shape has that one number.
    x = torch.arange(4)
    x[3], len(x), x.shape


def matrices() -> None:
    """Matrices."""
    # A matrix has two axes: 3 rows and 4 columns.
    B = torch.arange(12).reshape(3, 4)
    B

    # The transpose exchanges rows and columns.
    B.T  # ask: What shape does it have?

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


def reduce(A=torch.arange(24).reshape((2, 3, 4)), *, dim=1) -> None:
    """Sums that take an axis away."""
    # Axis 0 is the outermost: the last one runs along a row of numbers.
    A

    # The sum of everything has no axis left.
    A.sum()

    # The sum along one axis, or several: they are gone. (NumPy's name for it;
    # PyTorch's own is dim.)
    A.sum(axis=dim)  # ask: What shape does the sum have?

    # With keepdims the axis stays, with size 1, so that the division
    # broadcasts: every element becomes its share of the sum along that axis.
    A1 = A.sum(axis=dim, keepdims=True)
    A / A1

    # The sums of these shares.
    (A / A1).sum(axis=dim)


def mean(
    A=torch.arange(24).reshape((2, 3, 4)), *, dim=1, count: int = 3
) -> None:
    """Means and running sums."""
    # The mean is the sum divided by the number of elements. mean itself needs
    # floats; a division gives floats anyway.
    A.double().mean(), A.sum() / A.numel()  # ask: What are both means?

    # Along an axis it is divided by the number of elements along it.
    A.double().mean(axis=dim), A.sum(axis=dim) / count

    # A running sum takes no axis away.
    A.cumsum(axis=0)


def products(
    M=torch.arange(24).reshape((2, 3, 4))[0].float(), x=torch.arange(4.0)
) -> None:
    """Dot product and matrix products."""
    # A matrix of floats, and two vectors as long as its rows.
    y = torch.tensor([1.0, 2.0, 0.0, 1.0])

    M, x, y

    # The dot product: multiply elementwise, then add everything up.
    torch.dot(x, y), (x * y).sum()

    # Matrix times vector: the dot product of each row with x.
    torch.mv(M, x)  # ask: What shape does it have?

    # B has as many rows as M has columns.
    B = torch.arange(12.0).reshape(4, 3)

    # Matrix times matrix: M times each column of B. The operator @ does both.
    torch.mm(M, B)  # ask: What shape does it have?

    torch.equal(M @ x, torch.mv(M, x)), torch.equal(M @ B, torch.mm(M, B))


def multiply(*, left=(2, 3), right=(3, 4)) -> None:
    """Do these shapes multiply?"""
    # On the device meta a tensor has a shape and no numbers: enough to know.
    A = torch.empty(left, device="meta")
    B = torch.empty(right, device="meta")
    (A @ B).shape  # ask: What is the shape of the product?


def mismatch(*, left=(2, 3), right=(2, 3)) -> None:
    """Why do these shapes not multiply, and what helps?"""
    # On the device meta a tensor has a shape and no numbers: enough to know.
    A = torch.empty(left, device="meta")
    B = torch.empty(right, device="meta")
    try:
        A @ B
    except RuntimeError as error:
        print(error)


def einsum() -> None:
    """The same products in one notation."""
    # Each letter is an axis. Along a letter that is missing on the right, all
    # is added up.
    M, B = torch.arange(12.0).reshape(3, 4), torch.arange(12.0).reshape(4, 3)
    x, y = torch.arange(4.0), torch.ones(4)
    torch.einsum("i,i->", x, y), torch.dot(x, y)

    torch.einsum("ij,j->i", M, x), torch.mv(M, x)

    torch.equal(torch.einsum("ij,jk->ik", M, B), torch.mm(M, B))

    # The trace, and the sums of the rows.
    S = M @ B
    torch.einsum("ii->", S), torch.einsum("ij->i", S)


def axis() -> None:
    """Which axis disappears?"""
    # The one that is named. Three axes, and the shape of each sum.
    T = torch.ones(2, 3, 4)
    T.sum(dim=0).shape, T.sum(dim=1).shape, T.sum(dim=2).shape

    # With keepdim it stays, with size 1.
    T.sum(dim=1, keepdim=True).shape

    # Several axes at once, and all of them.
    T.sum(axis=[0, 1]).shape, T.sum(axis=[0, 1, 2]) == T.sum()

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


def singular(
    M=torch.tensor([[4.0, 2.0], [2.0, 1.0]]), b=torch.tensor([[2.0], [1.0]])
) -> None:
    """Why has my matrix no inverse?"""
    # A matrix maps vectors to vectors. Where it maps several to the same one,
    # nothing leads back.
    try:
        print(torch.linalg.inv(M))
    except RuntimeError as error:
        print(error)

    # The rank says how many directions are left. The determinant is 0 where
    # one is lost.
    torch.linalg.matrix_rank(M), torch.linalg.det(M)

    # pinv leads back in the directions that matrix_rank counts: where these are
    # all, it is the inverse.
    torch.linalg.pinv(M)

    # lstsq solves M @ x = b as well as can be in these directions.
    torch.linalg.lstsq(M, b, driver="gelsd").solution
