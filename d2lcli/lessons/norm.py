"""Norms: how large a vector or a matrix is.

A norm measures size. It is 0 for zeros only, doubles when every element is
doubled, and the norm of a sum is never more than the sum of the norms.

Book: 2.3.11 Norms
Page: vector matrix
Yours: d2l norm 3,-4,12 --p 1.5      d2l norm --matrix "[[1,2],[3,4]]"
Next: d2l derivative
"""

import torch


def vector(u=torch.tensor([3.0, 4.0]), *, p: float = 3.0) -> None:
    """The size of a vector."""
    # The L2 norm: square, add, take the root. In the plane this is Pythagoras.
    torch.norm(u)  # ask: What is the L2 norm?

    # Its definition gives the same.
    torch.sqrt((u**2).sum())

    # The L1 norm adds the absolute values: the way on foot, along the streets.
    torch.abs(u).sum()  # ask: What is the L1 norm?

    # The documentation asks for torch.linalg.vector_norm in new code. It takes
    # the order p.
    torch.linalg.vector_norm(u, p)


def matrix() -> None:
    """The size of a matrix."""
    # The Frobenius norm squares all elements, adds them and takes the root.
    torch.norm(torch.ones(4, 9))  # ask: What is the norm of 36 ones?

    # It is the L2 norm of the rows' L2 norms.
    rows = torch.linalg.vector_norm(torch.ones(4, 9), dim=1)
    rows

    torch.linalg.vector_norm(rows)

    # In new code: torch.linalg.matrix_norm.
    torch.linalg.matrix_norm(torch.ones(4, 9))


def kinds(M=torch.tensor([[1.0, 2.0], [3.0, 4.0]])) -> None:
    """Five norms of a matrix."""
    # The root of the sum of squares.
    torch.linalg.matrix_norm(M), (M**2).sum().sqrt()

    # The singular values say how much M stretches its directions. The spectral
    # norm is the largest of them, the nuclear norm their sum.
    torch.linalg.svdvals(M)

    torch.linalg.matrix_norm(M, 2), torch.linalg.matrix_norm(M, "nuc")

    # The largest column sum, and the largest row sum, of absolute values.
    torch.linalg.matrix_norm(M, 1), M.abs().sum(dim=0).max()

    torch.linalg.matrix_norm(M, torch.inf), M.abs().sum(dim=1).max()


def axes(T=torch.arange(24.0).reshape(2, 3, 4), *, dim=1) -> None:
    """Norms along axes."""
    # All numbers together, whatever the shape, as if they were one vector.
    torch.linalg.vector_norm(T)

    # Along an axis or several: each norm takes their place.
    torch.linalg.vector_norm(T, dim=dim)  # ask: What shape do they have?


def order(u=torch.tensor([3.0, 4.0]), *, p: float = 3.0) -> None:
    """Any order p.

    The larger p is, the more the largest absolute value counts. The norm never
    grows with p.
    """
    # The definition: powers, sum, root.
    (u.abs() ** p).sum() ** (1 / p)

    # PyTorch's function.
    torch.linalg.vector_norm(u, p)

    # For p = infinity only the largest absolute value is left.
    torch.linalg.vector_norm(u, torch.inf), u.abs().max()


def alike() -> None:
    """Why do three norms of ones(4, 9) agree?"""
    # Frobenius, spectral and nuclear norm: all rows of ones are the same, so
    # only one singular value is not 0, and all three are this number.
    ones = torch.ones(4, 9, dtype=torch.float64)
    torch.linalg.svdvals(ones)

    norm = torch.linalg.matrix_norm
    norm(ones), norm(ones, 2), norm(ones, "nuc")

    # With two singular values they part.
    K = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    norm(K), norm(K, 2), norm(K, "nuc")


def flattened() -> None:
    """Why is torch.norm(M, p=1) not the matrix norm 1?"""
    # torch.norm makes one long vector of the matrix first, and adds up all
    # absolute values.
    K = torch.tensor([[1.0, 2.0], [3.0, 4.0]])
    torch.norm(K, p=1), K.abs().sum()  # ask: What are both?

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
    x.grad  # ask: Which gradient does it give?

    # A norm has a kink at 0, and no derivative there. vector_norm knows that it
    # is a norm, and settles for 0.
    x = torch.zeros(2, requires_grad=True)
    torch.linalg.vector_norm(x).backward()
    x.grad
