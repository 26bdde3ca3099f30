"""Broadcasting: shapes that differ and still fit.

Shapes are compared from the last axis. Two sizes fit when they are equal, when
one is 1, or when one is missing; a 1 or a missing axis is then stretched,
without copying a number.

Book: 2.1.4 Broadcasting
Page: sum
Yours: d2l broadcast 8,1,6,1 7,1,5
Next: d2l memory
"""

import torch


def sum(x=torch.tensor([1, 2]), y=torch.arange(3).reshape((3, 1))) -> None:
    """Add tensors of two shapes."""
    # A vector and a matrix, or two tensors of your own.
    x, y

    # Their sum: what is missing, or has the size 1, is read again and again.
    x + y  # ask: What shape does the sum have?


def shapes(
    shapes: tuple[tuple[int, ...], ...] = ((8, 1, 6, 1), (7, 1, 5)),
) -> None:
    """Do these shapes fit, and what comes out?"""
    # Shapes are enough to know: no tensor is made.
    torch.broadcast_shapes(*shapes)  # ask: What is the shape of the result?


def misfit(shapes: tuple[tuple[int, ...], ...] = ((2, 3), (2,))) -> None:
    """Why do these shapes not fit, and what helps?"""
    # What PyTorch says of them. A negative axis is counted from the right.
    try:
        torch.broadcast_shapes(*shapes)
    except RuntimeError as error:
        print(error)


def stretch(x=torch.tensor([1, 2]), y=torch.arange(3).reshape((3, 1))) -> None:
    """Stretched, not copied."""
    # Both operands, as an addition sees them.
    wide_x, wide_y = torch.broadcast_tensors(x, y)
    wide_x, wide_y

    # The stride says how far to step in memory for the next element along each
    # axis. Along a stretched axis it is 0: the same number is read again.
    x.stride(), wide_x.stride()

    y.stride(), wide_y.stride()

    # Each uses its operand's memory: no number was copied. expand does the same
    # to a single tensor.
    assert wide_x.data_ptr() == x.data_ptr()
    assert torch.equal(x.expand(wide_x.shape), wide_x)


def expand(
    x=torch.tensor([1, 2]), *, sizes=(3, 2), times=(3, 1), first=(0, 0)
) -> None:
    """Should I write expand or repeat?"""
    # The same numbers in the same shape. expand reads x again along the axes
    # where the stride is 0, repeat puts copies side by side.
    wide, copied = x.expand(sizes), x.repeat(times)
    wide.stride(), copied.stride()

    # What is written into one element of wide shows wherever this number is
    # read, and in x.
    wide[first] = -1
    x, wide

    # Where several elements are one number in memory, PyTorch refuses to write
    # into all of them.
    try:
        wide += 1
    except RuntimeError as error:
        print(error)

    # A copy has a place for each element, and leaves x alone.
    own = wide.clone()
    own += 1
    x, own


def grow() -> None:
    """Why is my result larger than what I added?"""
    # Three predictions, and the three true values as a column.
    guess = torch.tensor([1.0, 2.0, 3.0])
    truth = torch.tensor([[1.0], [2.0], [3.0]])
    guess.shape, truth.shape

    # The difference should be 0 three times. But shapes are aligned at the last
    # axis: each of the guesses meets each of the truths, nine numbers, and
    # nothing warns.
    guess - truth  # ask: What shape does the difference have?

    # Their mean square is then wrong, and training goes on with it.
    ((guess - truth) ** 2).mean()

    # Make the shapes equal first.
    ((guess - truth.squeeze(1)) ** 2).mean()  # ask: And now?


def target() -> None:
    """Why does y += x fail where y + x works?"""
    x = torch.tensor([1, 2])
    y = torch.arange(3).reshape((3, 1))
    (y + x).shape  # ask: What shape does the sum have?

    # The sum has more numbers than y has places. A target that is written in
    # place is never stretched.
    try:
        y += x
    except RuntimeError as error:
        print(error)

    # A slice on the left is written in place too.
    try:
        y[:] = y + x
    except RuntimeError as error:
        print(error)

    # y = y + x works: it makes a new tensor. From then on y has room, and can
    # be written in place.
    y = y + x
    y += x
    y
