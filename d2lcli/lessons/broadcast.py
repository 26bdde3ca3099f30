"""Broadcasting: shapes that differ and still fit.

Shapes are compared from the last axis. Two sizes fit when they are equal, when
one is 1, or when one is missing; a 1 or a missing axis is then stretched,
without copying a number.

Book: 2.1.4 Broadcasting
Next: d2l memory
"""

import math

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

    assert (x + y).shape == (3, 2)


def axes(shapes: tuple[tuple[int, ...], ...] = ((2,), (3, 1))) -> None:
    """Axis by axis.

    The shapes are aligned at their last axis, so axes are counted from the
    right: -1 is the last.
    """

    # Compare the sizes axis by axis and say what happens there.
    def align(shapes):
        names = "xyzabcdefghijklmnopqrstuvw"[: len(shapes)]
        rows = []
        for axis in range(-max(map(len, shapes)), 0):
            there = [len(shape) >= -axis for shape in shapes]
            sizes = [
                shape[axis] if known else "-"
                for shape, known in zip(shapes, there, strict=True)
            ]
            large = {size for size in sizes if size not in ("-", 1)}
            told = [
                f"missing in {name}" if size == "-" else f"{name} is stretched"
                for name, size in zip(names, sizes, strict=True)
                if size == "-" or (size == 1 and large)
            ]
            verdict = ", ".join(told) or "equal"
            row = {"axis": axis} | dict(zip(names, sizes, strict=True))
            row["result"] = max(large, default=1)
            if len(large) > 1:
                row["result"], verdict = "?", "conflict"
            rows.append(row | {"verdict": verdict})
        return rows

    # One row per axis: the size in each operand, and in the result.
    align(shapes)

    # Read from top to bottom, the column "result" is the shape of the result.
    operands = [torch.empty(shape) for shape in shapes]
    torch.broadcast_tensors(*operands)[0].shape


def stretch(shapes: tuple[tuple[int, ...], ...] = ((2,), (3, 1))) -> None:
    """Stretched, not copied."""
    # Tensors of these shapes, with the numbers 0, 1, 2 and so on.
    operands = [
        torch.arange(math.prod(shape)).reshape(shape) for shape in shapes
    ]

    # Each operand, as an addition sees it.
    stretched = torch.broadcast_tensors(*operands)
    stretched

    # The stride says how far to step in memory for the next element along an
    # axis. Along a stretched axis it is 0: the same number is read again.
    [
        {
            "shape": tuple(operand.shape),
            "stride": operand.stride(),
            "stretched": tuple(wide.shape),
            "its stride": wide.stride(),
            "same storage": wide.untyped_storage().data_ptr()
            == operand.untyped_storage().data_ptr(),
        }
        for operand, wide in zip(operands, stretched, strict=True)
    ]

    # Each uses its operand's memory: no number was copied. expand does the same
    # to a single tensor.
    assert torch.equal(operands[0].expand(stretched[0].shape), stretched[0])

    # The sum of the operands is the sum of the stretched tensors.
    total = operands[0]
    for operand in operands[1:]:
        total = total + operand
    total

    assert torch.equal(total, torch.stack(stretched).sum(dim=0))
