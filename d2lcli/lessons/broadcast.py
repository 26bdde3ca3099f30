"""Broadcasting: shapes that differ and still fit.

Shapes are compared from the last axis. Two sizes fit when they are equal, when
one is 1, or when one is missing; a 1 or a missing axis is then stretched,
without copying a number.

Book: 2.1.4 Broadcasting
Next: d2l memory
"""

import torch


def sum() -> None:
    """Add tensors of two shapes."""
    # A vector with 2 elements and a matrix with 3 rows and 1 column.
    x = torch.tensor([1, 2])
    y = torch.arange(3).reshape((3, 1))
    x, y

    # Their sum has 3 rows and 2 columns: x is repeated for each row, y for each
    # column.
    x + y

    assert (x + y).shape == torch.broadcast_shapes(x.shape, y.shape)


def axes() -> None:
    """Axis by axis.

    The shapes are aligned at their last axis, so axes are counted from the
    right: -1 is the last.
    """

    # Compare the sizes axis by axis and say what happens there.
    def align(**shapes):
        rows = []
        for axis in range(-max(map(len, shapes.values())), 0):
            sizes = {
                name: shape[axis]
                for name, shape in shapes.items()
                if len(shape) >= -axis
            }
            large = {size for size in sizes.values() if size != 1}
            absent = [name for name in shapes if name not in sizes]
            grown = [
                name for name, size in sizes.items() if size == 1 and large
            ]
            if len(large) > 1:
                verdict = "conflict"
            elif absent or grown:
                told = [f"missing in {name}" for name in absent]
                told += [f"{name} is stretched" for name in grown]
                verdict = ", ".join(told)
            else:
                verdict = "equal"
            row = {"axis": axis} | {
                name: sizes.get(name, "-") for name in shapes
            }
            result = "?" if len(large) > 1 else max(large, default=1)
            rows.append(row | {"result": result, "verdict": verdict})
        return rows

    # One row per axis: the size in x, in y, and in the result.
    x = torch.tensor([1, 2])
    y = torch.arange(3).reshape((3, 1))
    align(x=x.shape, y=y.shape)

    # Read from top to bottom, the column "result" is the shape of the sum.
    (x + y).shape


def stretch() -> None:
    """Stretched, not copied."""
    # Both operands, as the addition sees them.
    x = torch.tensor([1, 2])
    y = torch.arange(3).reshape((3, 1))
    x.expand(3, 2), y.expand(3, 2)

    # The stride says how far to step in memory for the next element along an
    # axis. Along a stretched axis it is 0: the same number is read again.
    stretched = x.expand(3, 2)
    stretched.stride()

    y.expand(3, 2).stride()

    # No number was copied: both begin at the same address.
    stretched.data_ptr() == x.data_ptr()

    assert torch.equal(x.expand(3, 2) + y.expand(3, 2), x + y)
