"""Norms: how large a vector or a matrix is.

A norm measures size. It is 0 for zeros only, doubles when every element is
doubled, and the norm of a sum is never more than the sum of the norms.

Book: 2.3.11 Norms
Next: d2l derivative
"""

import math

import torch


def vector(u=torch.tensor([3.0, 4.0])) -> None:
    """The size of a vector."""
    # The L2 norm: square, add, take the root. In the plane this is Pythagoras:
    # 3 and 4 give 5.
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
        1: ("largest column sum", columns.max()),
        torch.inf: ("largest row sum", rows.max()),
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

    The larger p is, the more the largest absolute value counts, and the smaller
    the norm becomes.
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
