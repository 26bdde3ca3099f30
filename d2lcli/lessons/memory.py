"""Memory: where a result is written.

Most operations put their result into new memory. With tensors of many
megabytes, updated hundreds of times a second, it matters whether an update
needs new memory or writes into the old one.

Book: 2.1.5 Saving Memory
Page: cost
Yours: d2l memory --inplace --size 1e8
Next: d2l linalg
"""

import torch


def cost(*, size: int = 2**20) -> None:
    """What each way of adding costs."""
    # y = y + x makes a new tensor, and gives it the name y.
    x, y = torch.ones(size), torch.ones(size)
    before = id(y)
    y = y + x
    id(y) == before  # ask: Is y still the same object?

    # A slice on the left writes into the tensor that is there.
    before = id(y)
    y[:] = y + x
    id(y) == before  # ask: Is y still the same object?

    # So does +=.
    before = id(y)
    y += x
    id(y) == before  # ask: Is y still the same object?


def new(*, size: int = 2**20) -> None:
    """A new tensor each time."""
    # id names a Python object. y = y + x makes a new object and then gives it
    # the name y.
    x, y = torch.ones(size), torch.ones(size)
    before = id(y)
    y = y + x
    id(y) == before  # ask: Is y still the same object?


def inplace(*, size: int = 2**20) -> None:
    """The same tensor, written again."""
    # A slice on the left writes into the tensor that is there.
    x, y = torch.ones(size), torch.ones(size)
    before = id(y)
    y[:] = y + x
    id(y) == before  # ask: Is y still the same object?

    # So does +=.
    before = id(y)
    y += x
    id(y) == before  # ask: Is y still the same object?

    # out= names the tensor that the result is written into.
    before = id(y)
    torch.add(y, x, out=y)
    id(y) == before


def book() -> None:
    """The book's own lines."""
    # Two shapes: the sum has the shape (3, 2), and so has y from now on.
    x = torch.tensor([1, 2])
    y = torch.arange(3).reshape((3, 1))
    before = id(y)
    y = y + x
    id(y) == before, y.shape

    # Only because of that there is room in y for the sum when it is written in
    # place.
    before = id(y)
    y[:] = y + x
    id(y) == before

    before = id(y)
    y += x
    id(y) == before

    y


def ids() -> None:
    """Does the same id mean the same numbers?"""
    # No. The reshaped tensor is another object, and reads the same memory.
    x = torch.arange(6)
    y = x.reshape(2, 3)
    id(y) == id(x), y.data_ptr() == x.data_ptr()

    # As numbers: what id gives, and where the tensor's own numbers begin.
    id(x), x.data_ptr()  # measured

    id(y), y.data_ptr()  # measured

    # When an object is gone, its id may be given to the next one. To compare,
    # keep the old tensor under a name of its own.
    old = x
    x = x + 1
    id(x) == id(old), x.data_ptr() == old.data_ptr()


def temporary() -> None:
    """Why does y[:] = y + x still need memory?"""
    # Because y + x is computed first, into a tensor of its own, and copied
    # then. In two lines it is the same.
    x, y = torch.ones(10**6), torch.ones(10**6)
    total = y + x
    y[:] = total
    total.numel() * total.element_size()  # ask: How many bytes?

    # += writes each sum straight into its place, and so does out=.
    y += x
    torch.add(y, x, out=y)
    y[:3]


def conversions() -> None:
    """Which conversions share memory?"""
    # Write into the tensor, and look whether it shows in what came out. On the
    # CPU, where NumPy's arrays live.
    t = torch.zeros(3, device="cpu")
    array, detached, row = t.numpy(), t.detach(), t.reshape(1, 3)
    cloned, doubled = t.clone(), t.double()
    t[0] = 1
    array[0] == 1, detached[0] == 1, row[0, 0] == 1

    cloned[0] == 1, doubled[0] == 1

    # From an array: from_numpy and as_tensor share, torch.tensor copies.
    import numpy as np

    a = np.zeros(3)
    shared = torch.from_numpy(a)
    same = torch.as_tensor(a, device="cpu")
    copied = torch.tensor(a)
    a[0] = 1
    shared[0] == 1, same[0] == 1, copied[0] == 1
