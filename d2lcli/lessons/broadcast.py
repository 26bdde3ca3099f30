"""Broadcasting: shapes that differ and still fit.

Shapes are compared from the last axis. Two sizes fit when they are equal, when
one is 1, or when one is missing; a 1 or a missing axis is then stretched,
without copying a number.

Book: 2.1.4 Broadcasting
Next: d2l memory
"""

import math
from itertools import combinations

import numpy as np
import torch
from matplotlib.colors import to_rgb

from .style import (
    cells,
    colors,
    extent,
    flow,
    label,
    measure,
    slide,
    visible,
)


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


# Compare the sizes axis by axis and say what happens there.
def align(shapes):
    names = "xyzabcde"[: len(shapes)]
    rows = []
    for axis in range(-max(map(len, shapes)), 0):
        sizes = [
            shape[axis] if len(shape) >= -axis else "-" for shape in shapes
        ]
        large = {size for size in sizes if size not in ("-", 1)}
        told = [
            f"missing in {name}" if size == "-" else f"{name} is stretched"
            for name, size in zip(names, sizes, strict=True)
            if size == "-" or (size == 1 and large)
        ]
        row = {"axis": axis} | dict(zip(names, sizes, strict=True))
        row["result"] = "?" if len(large) > 1 else max(large, default=1)
        row["verdict"] = ", ".join(told) or "equal"
        if len(large) > 1:
            row["verdict"] = "conflict"
        rows.append(row)
    return rows


def axes(shapes: tuple[tuple[int, ...], ...] = ((2,), (3, 1))) -> None:
    """Axis by axis.

    The shapes are aligned at their last axis, so axes are counted from the
    right: -1 is the last.
    """
    # The shape of the result: along each axis the size that is not 1, where
    # there is one.
    operands = [torch.zeros(shape) for shape in shapes]
    result = torch.broadcast_tensors(*operands)[0].shape
    result

    # One row per axis: the size in each operand, and in the result. Read from
    # top to bottom, the column "result" is the shape above.
    align(shapes)

    # Where every operand is stretched, each number of one meets every number of
    # the others. That is often not what was meant.
    if all(tuple(shape) != tuple(result) for shape in shapes):
        print("Careful: every operand is stretched.")


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


def grow() -> None:
    """Why is my result larger than what I added?"""
    # Three predictions, and the three true values as a column.
    guess = torch.tensor([1.0, 2.0, 3.0])
    truth = torch.tensor([[1.0], [2.0], [3.0]])
    guess.shape, truth.shape

    # The difference should be 0 three times. But shapes are aligned at the last
    # axis: each of the guesses meets each of the truths, nine numbers, and
    # nothing warns.
    guess - truth

    # Their mean square is then wrong, and training goes on with it.
    ((guess - truth) ** 2).mean()

    # Make the shapes equal first.
    ((guess - truth.squeeze(1)) ** 2).mean()


def target() -> None:
    """Why does y += x fail where y + x works?"""
    x = torch.tensor([1, 2])
    y = torch.arange(3).reshape((3, 1))
    (y + x).shape

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


def misfit(
    misfits: tuple[tuple[int, ...], ...] = ((2, 3), (2,)),
) -> None:
    """Why do these shapes not fit, and what helps?"""
    # The axis where it goes wrong has sizes that differ, and none of them is 1.
    align(misfits)

    # What PyTorch says of it. It counts axes from the left, from 0.
    operands = [torch.empty(shape) for shape in misfits]
    try:
        torch.broadcast_tensors(*operands)
    except RuntimeError as error:
        print(error)

    # What can be done to one operand without changing a number: a new axis of
    # size 1, two axes exchanged, or new axes behind all others.
    def changes(name, x):
        axes = range(x.ndim)
        found = {f"{name}.unsqueeze({i})": x.unsqueeze(i) for i in axes}
        for i, j in combinations(axes, 2):
            found[f"{name}.transpose({i}, {j})"] = x.transpose(i, j)
        for n in range(1, max(map(len, misfits)) + 1):
            found[f"{name}[...{', None' * n}]"] = x[(..., *[None] * n)]
        return found

    # Every way to change one operand. More than two may need axes of their own,
    # each of them.
    def ways(operands):
        names = "xyzabcde"
        for place, operand in enumerate(operands):
            for code, changed in changes(names[place], operand).items():
                yield code, [*operands[:place], changed, *operands[place + 1 :]]
        codes, apart, behind = [], [], 0
        for name, operand in reversed([*zip(names, operands, strict=False)]):
            if behind:
                codes.insert(0, f"{name}[...{', None' * behind}]")
            apart.insert(0, operand[(..., *[None] * behind)])
            behind += operand.ndim
        if len(operands) > 2 and codes:
            yield ", ".join(codes), apart

    # Those that work, with the shape that comes out, the smallest first.
    def repairs(operands):
        rows = []
        for code, changed in ways(operands):
            try:
                shape = torch.broadcast_tensors(*changed)[0].shape
            except RuntimeError:
                continue
            rows.append({"repair": code, "result": tuple(shape)})
        return sorted(rows, key=lambda row: math.prod(row["result"]))

    # Each of these was tried and works. Which one is right depends on what the
    # axes mean.
    repairs(operands)[:3]


def picture(shapes: tuple[tuple[int, ...], ...] = ((2,), (3, 1))) -> None:
    """Each operand at the size of the result."""

    # The part of an operand that can be drawn.
    def cut(X, part):
        X = X[(0,) * (X.ndim - 3)]
        return X[
            tuple(slice(max(size, 1)) for size in part[len(part) - X.ndim :])
        ]

    # An operand's sizes, last axis first: 1 → 3 where an axis is stretched.
    def stretching(own, result):
        own = ("–",) * (len(result) - len(own)) + own
        return [
            str(size) if size == wide else f"{size} → {wide}"
            for size, wide in zip(own[::-1], result[::-1], strict=True)
        ]

    # The same where shapes do not fit: 3 ≠ 2.
    def clashing(own, sizes):
        return [
            " ≠ ".join(map(str, [size, *sorted(others - {size})]))
            if size in others
            else str(size)
            for size, others in zip(own[::-1], sizes, strict=False)
        ]

    # Which cells of the result's shape an operand really has.
    def there(X, part):
        real = np.zeros(part, dtype=bool)
        real[
            tuple(slice(size) for size in (1,) * (len(part) - X.ndim) + X.shape)
        ] = True
        return real.flatten()

    # The sizes along each axis that are not 1, last axis first. Where two of
    # them differ, the shapes do not fit.
    sizes = [
        {shape[-axis] for shape in shapes if len(shape) >= axis} - {1}
        for axis in range(1, max(map(len, shapes)) + 1)
    ]
    result = tuple(max(size, default=1) for size in sizes[::-1])
    wrong = [i for i, size in enumerate(sizes) if len(size) > 1]

    # The operands, with the numbers 0, 1, 2 and so on, and their sum, if there
    # is one. At most three axes are drawn.
    part = visible(result[-3:])
    operands = [
        cut(torch.arange(math.prod(shape)).reshape(shape), part)
        for shape in shapes
    ]
    stretched = [] if wrong else torch.broadcast_tensors(*operands)
    total = torch.stack(stretched).sum(dim=0) if stretched else torch.empty(0)

    # The slide, with a box for each operand and for the sum.
    given = ", ".join(map(str, shapes[:-1])) + f" and {shapes[-1]}"
    given = given if len(given) < 45 else f"{len(shapes)} shapes"
    title = f"{given} give {tuple(result)}"
    if any(shape != result for shape in shapes):
        title += "; dashed cells are read again"
    note = ""
    if part != result[-3:]:
        note = f"Of {tuple(result[-3:])} the first {part} are drawn. "
    if len(result) > 3:
        note += "Only the last three axes are drawn, at index 0."
    if wrong:
        title = f"{given} do not fit"
        told = " and ".join(map(str, sorted(sizes[wrong[0]])))
        note = f"At axis −{wrong[0] + 1} the sizes {told} differ: none is 1."
    figure, axes = slide(title, note)
    names = list("xyzabcdefghijklmnopqrstuvw"[: len(shapes)])
    grids = [*(stretched if total.numel() else operands)]
    if not wrong:
        names.append(" + ".join(names) if len(names) < 6 else "the sum of all")
        grids.append(total)
    margin = 1.6 if len(part) == 3 else 1.1
    side, corners = flow([extent(X.shape) for X in grids], names, margin)

    # Solid cells are there; dashed ones are the same numbers, read again.
    hues = ["blue", "yellow", "green", "pink", "sky"] * 5
    for i, (X, corner) in enumerate(zip(grids, corners, strict=True)):
        hue = np.array(to_rgb(colors[hues[i] if i < len(shapes) else "faint"]))
        own = shapes[i] if i < len(shapes) else result
        real = np.ones(X.numel(), dtype=bool)
        if i < len(shapes) and total.numel():
            real = there(operands[i], part)
        faces = np.where(real[:, None], hue, 0.75 + 0.25 * hue)
        if i:
            sign = "+" if i < len(shapes) else "="
            axes.text(corner[0] - 0.3, corner[1] - 0.2, sign, fontsize=17)
        label(axes, corner, names[i], str(tuple(own)))
        cells(
            axes,
            corner,
            side,
            X.shape,
            faces,
            X.flatten().tolist(),
            ghost=~real,
        )
        told = stretching(own, result)
        if wrong:
            told = clashing(own, sizes)
        measure(axes, corner, side, X.shape, told)
    figure
