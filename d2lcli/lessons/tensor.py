"""Tensors: grids of numbers.

A tensor holds numbers of one type in a grid with any number of axes. Everything
else in the book is built from it.

Book: 2.1 Data Manipulation
Next: d2l broadcast
"""

import math
import re

import torch

from .style import (
    cells,
    extent,
    flow,
    label,
    ramp,
    slide,
    visible,
)


def create(seed: int) -> None:
    """Create a tensor."""
    # A vector is a tensor with one axis. The end of the range is not in it: the
    # last number is 11.
    x = torch.arange(12)
    x

    assert 11 in x and 12 not in x

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

    # The mean and variance of six draws can be far from 0 and 1; those of a
    # million are close.
    many = torch.randn(1000, 1000)
    [
        {
            "sample of N(0, 1)": "6 numbers",
            "mean": sample.mean(),
            "variance": sample.var(),
        },
        {
            "sample of N(0, 1)": "1,000,000 numbers",
            "mean": many.mean(),
            "variance": many.var(),
        },
        {"sample of N(0, 1)": "the distribution", "mean": 0.0, "variance": 1.0},
    ]


def shape() -> None:
    """Shape and number of elements."""
    # Two tensors of one shape, joined along their first axis.
    x1 = torch.zeros((2, 3, 4))
    x2 = torch.ones((2, 3, 4))
    x = torch.cat((x1, x2), 0)

    # The shape has one number per axis.
    x.shape

    # The product of these numbers is the number of elements.
    x.numel()

    assert x.numel() == 4 * 3 * 4


def reshape() -> None:
    """The same numbers in another shape."""
    # 48 numbers, with 4 blocks of 3 rows and 4 columns to begin with.
    x = torch.arange(48).reshape(4, 3, 4)
    x.shape

    # Reshaping keeps the numbers and their order, row by row.
    x.reshape(6, 8)

    # One size may be -1: PyTorch works it out, here 48 / 3 = 16.
    x.reshape(-1, 3)

    assert x.reshape(-1, 3).shape == (16, 3)


def cat() -> None:
    """Join tensors."""
    # Zeros and ones, to see where each number goes.
    x1 = torch.zeros((2, 3, 4))
    x2 = torch.ones((2, 3, 4))

    # Along axis 0 the blocks are stacked: 2 + 2 blocks.
    torch.cat((x1, x2), 0)

    # Along axis 1 each block gets more rows: 3 + 3 rows.
    torch.cat((x1, x2), 1)


def layout(shape: tuple[int, ...] = (2, 3, 4)) -> None:
    """Any shape."""
    # The numbers 0, 1, 2 and so on, as many as the shape has room for.
    x = torch.arange(math.prod(shape)).reshape(shape)
    x

    # What a tensor says about itself. The stride is how far to step in memory
    # for the next element along each axis; the last axis lies side by side.
    [
        {"property": "axes (ndim)", "value": x.ndim},
        {"property": "shape", "value": tuple(x.shape)},
        {"property": "elements (numel)", "value": x.numel()},
        {"property": "stride", "value": x.stride()},
        {"property": "bytes (nbytes)", "value": x.nbytes},
    ]

    # All numbers in one row, in the order in which they lie in memory.
    x.reshape(-1)

    # Two of these tensors joined: the axis along which they are joined becomes
    # twice as long. A tensor without axes cannot be joined.
    [
        {"joined along": dim, "shape": tuple(torch.cat((x, x), dim).shape)}
        for dim in range(x.ndim)
    ]


def data(M=torch.tensor([[2, 2], [4, 3]])) -> None:
    """Numbers of your own."""
    # Rows in a list become the rows of a tensor. One float among the numbers
    # makes all of them floats.
    M

    # Arithmetic works on each number, whatever the shape.
    2 * M, M**2

    # The sum of all numbers, and what is true of each.
    M.sum(), M > 2


def arithmetic() -> None:
    """Compute element by element."""
    # Two vectors of one shape. One float is enough to make the whole tensor a
    # float tensor.
    x = torch.tensor([1.0, 2, 4, 8])
    y = torch.tensor([2, 2, 2, 2])

    # Each operator works elementwise: the first with the first, the second with
    # the second.
    x + y

    x - y

    x * y

    x / y

    # Two stars are the power.
    x**y

    # Functions of one number work elementwise too, such as the exponential.
    torch.exp(x)

    # A comparison gives a tensor of truth values.
    x == y

    # The sum of all elements is a tensor without axes.
    x.sum()


def index() -> None:
    """Read and write parts."""
    X = torch.arange(12.0).reshape(3, 4)
    X

    # The last row. Negative indices count from the end.
    X[-1]

    # Rows 1 and 2. As in a range, the end is not in it.
    X[1:3]

    # Write one element.
    X[1, 2] = 9
    X

    # Write a block: the first two rows, all columns.
    X[0:2, :] = 12
    X


def numpy() -> None:
    """To NumPy and back."""
    X = torch.arange(6).reshape(2, 3)

    # NumPy arrays live on the CPU; .cpu() does nothing to a tensor that is
    # there already.
    A = X.cpu().numpy()
    A

    # torch.tensor copies the array into a new tensor.
    B = torch.tensor(A)
    B

    # Each has its own type.
    [type(A), type(B)]

    # A tensor with one element can become a Python number. int drops the
    # fraction.
    a = torch.tensor([3.5])
    a, a.item(), float(a), int(a)


def signature() -> None:
    """The functions of this lesson."""
    # The first line of each function's documentation, as the installed PyTorch
    # has it.
    functions = [
        torch.arange,
        torch.zeros,
        torch.ones,
        torch.cat,
        torch.randn,
        torch.reshape,
    ]
    [
        {
            "function": function.__name__,
            "signature": function.__doc__.strip().splitlines()[0],
        }
        for function in functions
        if function.__doc__
    ]


def parameters() -> None:
    """What does each parameter mean?

    The words are PyTorch's own, read from the version that is installed.
    """

    # Read a function's parameters out of its documentation, with the first
    # sentence on each.
    def documented(function):
        text = (function.__doc__ or "").partition("Example")[0]
        entry = r"^ {4}(\w+) \((.+?)\): (.+?)(?=^ {4}\w|^\S|\Z)"
        rows = []
        for name, kind, words in re.findall(
            entry, text, re.MULTILINE | re.DOTALL
        ):
            sentence = re.split(r"\.\s", " ".join(words.split()) + " ")[0]
            plain = [
                re.sub(r":\w+:`~?(.+?)`|`+", r"\1", part)
                for part in (kind, sentence)
            ]
            rows.append(
                {"parameter": name, "type": plain[0], "meaning": plain[1]}
            )
        return rows

    # The parameters of torch.arange.
    documented(torch.arange)

    # The parameters of torch.zeros.
    documented(torch.zeros)

    # The parameters of torch.ones.
    documented(torch.ones)

    # The parameters of torch.cat.
    documented(torch.cat)

    # The parameters of torch.randn.
    documented(torch.randn)

    # The parameters of torch.reshape.
    documented(torch.reshape)


def views() -> None:
    """Does reshape copy the numbers?"""
    # Not where it can be avoided: V is X seen in another shape. data_ptr is the
    # place in memory where the numbers begin.
    X = torch.arange(6).reshape(2, 3)
    V = X.reshape(3, 2)
    V.data_ptr() == X.data_ptr()

    # So what is written through one of them shows in the other.
    V[0, 0] = 100
    X

    # A transposed tensor reads the same memory column by column. In that order
    # the numbers do not lie side by side, and view, which never copies, fails.
    try:
        X.T.view(6)
    except RuntimeError as error:
        print(error)

    # reshape copies where it has to.
    C = X.T.reshape(6)
    C, C.data_ptr() == X.data_ptr()

    # Both of these have 3 rows and 2 columns, and they differ: reshape keeps
    # the order of the numbers, the transpose exchanges rows and columns.
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


def picture(shape: tuple[int, ...] = (2, 3, 4)) -> None:
    """Where each number goes."""

    # Of more than four axes, and of long ones, the first part is drawn.
    def cut(X):
        X = X[(0,) * (X.ndim - 4)]
        return X[tuple(slice(size) for size in visible(X.shape))]

    # Two tensors of this shape, with a different number in every place.
    n = math.prod(shape)
    whole = torch.arange(n).reshape(shape)
    x = cut(whole)
    y = x + n
    hidden = len(shape) - x.ndim
    is_cut = x.shape != shape

    # The same numbers as a matrix, as square as can be.
    matrices = [
        sizes
        for i in range(math.isqrt(n), 0, -1)
        if n % i == 0
        for sizes in ((i, n // i), (n // i, i))
        if sizes != shape and max(sizes) < max(99, 10 * i)
    ]
    matrix = matrices[0] if matrices else (1, *shape)
    flat = whole.reshape(matrix)
    flat = cut(flat) if is_cut or not n else flat

    # What is drawn, and its whole shape: these, and x and y joined.
    tensors = {
        "x": (x, shape),
        "y": (y, shape),
        f"x.reshape({', '.join(map(str, matrix))})": (flat, matrix),
    }
    for dim in range(min(x.ndim, 2)):
        joined = list(shape)
        joined[hidden + dim] *= 2
        name = f"torch.cat((x, y), {hidden + dim})"
        tensors[name] = torch.cat((x, y), dim), tuple(joined)

    # A number has one colour everywhere: those of x are dark, those of y light.
    seen = torch.cat((x.flatten(), flat.flatten())).unique()
    shades = ramp(2 * len(seen))
    seen = torch.cat((seen, seen + n))
    title = "reshape keeps the numbers and their order"
    if x.ndim:
        title += "; cat joins along one axis"
    part = (1,) * hidden + tuple(x.shape)
    note = f"Only a part is drawn: of x the first {part}." if is_cut else ""
    figure, axes = slide(title, note)
    sizes = [extent(X.shape, wide=True) for X, _ in tensors.values()]
    side, corners = flow(sizes, list(tensors))
    for (name, (X, own)), corner in zip(tensors.items(), corners, strict=True):
        label(axes, corner, name, str(own))
        numbers = X.flatten()
        faces = shades[torch.searchsorted(seen, numbers).cpu().numpy()]
        numbers = numbers.tolist()
        cells(axes, corner, side, X.shape, faces, numbers, wide=True)
    figure
