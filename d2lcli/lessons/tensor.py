"""Tensors: grids of numbers.

A tensor holds numbers of one type in a grid with any number of axes. Everything
else in the book is built from it.

Book: 2.1 Data Manipulation
Page: create reshape cat arithmetic index numpy
Yours: d2l tensor --data "[[1,2],[3,4]]"      d2l tensor parameters arange
Next: d2l broadcast
"""

import torch


def create(*, seed: int) -> None:
    """Create a tensor."""
    # A vector is a tensor with one axis. The end of the range is not in it: the
    # last number is 11.
    torch.arange(12)  # ask: What shape does it have?

    # Zeros, in the shape that is asked for: 2 blocks of 3 rows and 4 columns.
    torch.zeros((2, 3, 4))

    # The same with ones.
    torch.ones((2, 3, 4))

    # Numbers of your own, as a list of rows.
    torch.tensor([[2, 2], [4, 3]])

    # Random numbers from the normal distribution N(0, 1). The seed makes the
    # run repeatable.
    torch.manual_seed(seed)
    sample = torch.randn(2, 3)
    sample


def shape(x=torch.arange(48).reshape(4, 3, 4)) -> None:
    """Shape and number of elements."""
    # The shape has one number per axis.
    x.shape  # ask: What shape does it have?

    # The product of these numbers is the number of elements.
    x.numel()  # ask: How many elements does it have?


def reshape(
    x=torch.arange(48).reshape(4, 3, 4),
    *,
    rows: int = 6,
    columns: int = 8,
    last: int = 3,
) -> None:
    """The same numbers in another shape."""
    # Reshaping keeps the numbers and their order, row by row.
    x.reshape(rows, columns)

    # One size may be -1: PyTorch works it out.
    x.reshape(-1, last)  # ask: What shape does it have?


def cat(x1=torch.zeros((2, 3, 4)), x2=torch.ones((2, 3, 4))) -> None:
    """Join tensors."""
    # Along axis 0 the sizes are added, and all others have to be equal: here
    # one tensor is put behind the other.
    torch.cat((x1, x2), 0)  # ask: What shape does it have?

    # Along axis 1 each part of the first is made longer.
    torch.cat((x1, x2), 1)  # ask: What shape does it have?


def arithmetic(
    x=torch.tensor([1.0, 2, 4, 8]), y=torch.tensor([2, 2, 2, 2])
) -> None:
    """Compute element by element."""
    # Each operator works elementwise: the first with the first, the second with
    # the second.
    x + y

    x - y

    x * y

    x / y

    # Two stars are the power, two slashes the quotient without its fraction.
    x**y

    x // y

    # Functions of one number work elementwise too, such as the exponential.
    torch.exp(x)

    # Comparisons give tensors of truth values.
    x == y

    x < y

    # The sum of all elements is a tensor without axes.
    x.sum()  # ask: What is the sum?


def index(
    X=torch.arange(12.0).reshape(3, 4), *, row: int = 1, column: int = 2
) -> None:
    """Read and write parts.

    The first index is along axis 0: it counts the rows of a matrix, and the
    blocks of a tensor with three axes.
    """
    # The last one along axis 0. Negative indices count from the end.
    X[-1]  # ask: Which numbers?

    # From 1 up to 3 along axis 0. As in a range, the end is not in it.
    X[1:3]  # ask: What shape does it have?

    # Write to one place of axes 0 and 1, and then to more: the first two along
    # axis 0, all but the last one along axis 1.
    X[row, column] = 9
    X[0:2, :-1] = 12
    X


def numpy(X=torch.arange(6).reshape(2, 3)) -> None:
    """To NumPy and back."""
    # NumPy arrays live on the CPU; .cpu() does nothing to a tensor that is
    # there already.
    A = X.cpu().numpy()
    A

    # torch.tensor copies the array into a new tensor.
    type(A), type(torch.tensor(A))

    # A tensor with one element can become a Python number. int drops the
    # fraction.
    a = torch.tensor([3.5])
    a, a.item(), float(a), int(a)


def write() -> None:
    """Into memory that is there."""
    # zeros_like makes a tensor of the same shape and dtype, and [:] writes into
    # it: no new tensor is made for Z.
    X = torch.arange(4.0)
    Y = torch.ones(4)
    Z = torch.zeros_like(Y)
    before = id(Z)
    Z[:] = X + Y
    Z, id(Z) == before


def parameters(*, function=torch.arange) -> None:
    """What does each parameter mean?"""
    # help prints all of a function's documentation. Its first line tells, of
    # most functions, every parameter with its default.
    (function.__doc__ or "").strip().partition("\n")[0]

    # dir lists the names in a module: here those that begin with rand.
    [name for name in dir(torch) if name.startswith("rand")]


def slices(x=torch.arange(6).reshape(2, 3)) -> None:
    """Which parts are views, and which are copies?"""
    # A slice, a column and a transpose read the memory of x.
    rows, column, turned = x[0:1], x[:, 0], x.T

    # A list of indices and a mask pick numbers from anywhere: they copy.
    picked, masked = x[[0, 1]], x[x > 2]

    # Write into x, and look where it shows.
    x[:] = -1
    rows[0, 0], picked[0, 0]  # ask: Which two numbers?

    rows, column, turned

    picked, masked


def clone() -> None:
    """Should I write clone or detach?"""
    # clone copies the numbers and stays in the graph: gradients pass through
    # it to x.
    x = torch.arange(3.0, requires_grad=True)
    c = x.clone()
    c.data_ptr() == x.data_ptr(), c.requires_grad

    # detach shares the numbers and leaves the graph.
    d = x.detach()
    d.data_ptr() == x.data_ptr(), d.requires_grad

    # A copy for good, of the numbers alone, takes both.
    x.detach().clone()


def views(
    X=torch.arange(6).reshape(2, 3),
    *,
    rows: int = 3,
    columns: int = 2,
    count: int = 6,
) -> None:
    """Does reshape copy the numbers?"""
    # Not where it can be avoided: V is X seen in another shape. data_ptr is the
    # place in memory where the numbers begin.
    V = X.reshape(rows, columns)
    V.data_ptr() == X.data_ptr()

    # So what is written through one of them shows in the other.
    V[0, 0] = 100
    X

    # A transposed tensor reads the same memory column by column. In that order
    # the numbers do not lie side by side: view, which never copies, fails.
    try:
        X.T.view(count)
    except RuntimeError as error:
        print(error)

    # reshape copies where it has to.
    C = X.T.reshape(count)
    C, C.data_ptr() == X.data_ptr()


def transpose() -> None:
    """Is reshape(3, 2) the same as the transpose?"""
    # No. Both have 3 rows and 2 columns: reshape keeps the order of the
    # numbers, the transpose exchanges rows and columns.
    X = torch.arange(6).reshape(2, 3)
    X

    X.reshape(3, 2), X.T


def dtypes() -> None:
    """Why does mean fail, and where did .9 go?"""
    # Whole numbers make an integer tensor; one point makes floats.
    torch.arange(3).dtype, torch.arange(3.0).dtype

    # A mean is a fraction as a rule, and mean does not change the type by
    # itself.
    n = torch.arange(3)
    try:
        n.mean()
    except RuntimeError as error:
        print(error)

    # The way out says which type is meant.
    n.float().mean()

    # Writing into a tensor does not change its type either: the fraction is
    # cut off, without a word.
    n[0] = 3.9
    n

    # A new tensor takes the type that the numbers need.
    n + 0.9


def constructors() -> None:
    """Is torch.Tensor(3) the same as torch.tensor(3)?"""
    # torch.tensor makes a tensor of the numbers that it is given: here of one
    # number, without axes.
    torch.tensor(3), torch.tensor(3).shape

    # torch.Tensor takes sizes: this one has room for three numbers, and they
    # are whatever lay in memory. Only its shape is worth a look.
    torch.Tensor(3).shape

    # Given a list, it makes floats of everything.
    torch.Tensor([3, 4]).dtype, torch.tensor([3, 4]).dtype

    # So: torch.tensor for numbers, torch.zeros or torch.empty for a shape.
    torch.zeros(3)
