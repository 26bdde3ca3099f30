"""A tensor as a grid of aligned numbers: matrices side by side, long axes cut to their edges."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import Any

from ..language import mark, tr
from .numbers import align

DIGITS = 5  # significant digits of a float
ROWS, BLOCKS, COLUMNS = 8, 4, 100  # so many are shown; of more, only the first and last few
MANY = 16  # blocks
FEWEST = 3  # lines of a matrix whose rows stand one below the other: two rows and what is between
BESIDE = 4  # rows that may stand in one line
GAP = "  "  # between two columns
SPACE = "   "  # between two matrices


def grid(
    value: Any,
    shape: tuple[int, ...],
    width: int,
    gaps: tuple[str, str] = ("…", "⋮"),
    short: int = 0,
) -> tuple[list[str], list[str]]:
    """Lines of at most ``width`` characters, and a note on each axis that is not shown whole.

    Args:
        value: nested lists: all elements, or the same number from both ends of long axes.
        shape: the true shape.
        width: characters in a line. At least one number is shown, however narrow it is.
        gaps: what stands for columns and for rows that are left out; one character each.
        short: where a few lines are enough, so many rows at most, of two blocks; below ``FEWEST``
            the rows stand in one line, the first and the last where they are many; else 0.
    """
    if not shape:
        return align([value], DIGITS), []
    if 0 in shape:
        return ["[ ]"], [tr("no elements")]
    sizes = (1, *shape) if len(shape) == 1 else shape
    value = [value] if len(shape) == 1 else value
    held = [len(_at(value, (0,) * axis)) for axis in range(len(sizes))]
    if 0 < short < FEWEST:
        return [_in_a_line(value, sizes, held, width, gaps)], []
    kept = _kept(held, short)
    indices = _ends_of(held[:-2]) if short else [*product(*kept[:-2])]
    places = [(*index, *place) for index in indices for place in product(*kept[-2:])]
    numbers = [_at(value, place) for place in places]
    texts = dict(zip(places, align(numbers, DIGITS), strict=True))
    between = " " if short else GAP
    wide = len(next(iter(texts.values())))  # as all of them are
    # Beside the brackets, and the sign of blocks that are left out.
    room = width - 4 - 2 * (short > 0 and len(shape) > 2)
    fit = max((room + len(between)) // (wide + len(between)), 1)
    if sizes[-1] > fit and len(kept[-1]) + 1 > fit:
        kept[-1] = _ends(held[-1], fit - 1, (fit - 1) // 2) if fit > 2 else [0]
    blocks = [
        _block(index, texts, kept, sizes, held, (gaps, between, not short)) for index in indices
    ]
    if short and 2 * len(blocks[0][0]) + len(SPACE) > width:
        blocks = blocks[:1]
    more = gaps[0] if prod(sizes[:-2]) > len(blocks) else " "
    lines = _in_short(blocks, more) if short else _side_by_side(blocks, width)
    return lines, _left_out(sizes, [len(blocks), *map(len, kept[-2:])], len(shape) == 1)


def _block(
    index: tuple[int, ...],
    texts: dict[tuple[int, ...], str],
    kept: list[list[int]],
    sizes: tuple[int, ...],
    held: list[int],
    style: tuple[tuple[str, str], str, bool],
) -> list[str]:
    """The lines of one matrix; ``style``: signs of gaps, what is between columns, its index."""
    gaps, between, labelled = style
    rows = [
        between.join(_with_gap([texts[*index, r, c] for c in kept[-1]], gaps[0], sizes[-1]))
        for r in kept[-2]
    ]
    label = [_true(i, n, size) for i, n, size in zip(index, held, sizes, strict=False)]
    lines = _bracketed(_with_gap(rows, gaps[1].center(len(rows[0])), sizes[-2]))
    return ([str(label)] if label and labelled else []) + lines


def _in_a_line(
    value: Any, sizes: tuple[int, ...], held: list[int], width: int, gaps: tuple[str, str]
) -> str:
    """All rows in one line where they are few, else the first and the last."""
    count = prod(sizes[:-1])
    places = [*product(*map(range, held[:-1]))]
    # All rows, the first and the last, or the first: as many as there is room for.
    for rows in ([places] if count <= BESIDE else []) + [[places[0], places[-1]], places[:1]]:
        texts = align([number for row in rows for number in _at(value, row)], DIGITS)
        between = len(SPACE) * max(len(rows) - 1, count > 1)
        room = (width - between) // len(rows) - len("[  ]")
        fit = (room + 1) // (len(texts[0]) + 1)
        if fit > FEWEST or fit >= sizes[-1]:
            break
    columns = [*range(held[-1])] if sizes[-1] <= fit else _ends(held[-1], fit - 1, (fit - 1) // 2)
    shown = []
    for start in range(0, len(texts), held[-1]):
        row = [texts[start + column] for column in columns or [0]]
        shown.append(f"[ {' '.join(_with_gap(row, gaps[0], sizes[-1]))} ]")
    if len(rows) == count:
        return GAP.join(shown)
    return f" {gaps[1]} ".join([*shown, ""] if len(shown) == 1 else shown).rstrip()


def _kept(held: list[int], short: int) -> list[list[int]]:
    """The places of each axis that are shown: all, or the ends of a long one."""
    blocks, rows, many = (2, short, 2) if short else (BLOCKS, ROWS, MANY)
    most = [blocks] * (len(held) - 2) + [rows, COLUMNS]
    edges = [blocks // 2] * (len(held) - 2) + [(rows - 1) // 2, COLUMNS // 2]
    kept = [_ends(*axis) for axis in zip(held, most, edges, strict=True)]
    for axis in range(len(kept) - 2):  # many short axes make many blocks, too
        if prod(map(len, kept[:-2])) > many:
            kept[axis] = [0]
    return kept


def _left_out(sizes: tuple[int, ...], shown: list[int], vector: bool) -> list[str]:
    """A note on what is not shown of blocks, rows and columns."""
    counts = [prod(sizes[:-2]), *sizes[-2:]]
    told = [
        mark("{left} of {all} blocks left out"),
        mark("{left} of {all} rows left out"),
        mark("{left} of {all} elements left out")
        if vector
        else mark("{left} of {all} columns left out"),
    ]
    counted = zip(counts, shown, told, strict=True)
    return [tr(text, left=n - seen, all=n) for n, seen, text in counted if seen < n]


def _ends(length: int, most: int, edge: int) -> list[int]:
    """All places of an axis, or the first and last ``edge`` of them where there are too many."""
    if length <= most:
        return list(range(length))
    return [*range(edge), *range(length - edge, length)]


def _ends_of(lengths: list[int]) -> list[tuple[int, ...]]:
    """The first and the last block, however many axes there are."""
    ends = [(0,) * len(lengths), tuple(n - 1 for n in lengths)]
    return ends[: prod(lengths)]


def _at(value: Any, place: tuple[int, ...]) -> Any:
    for index in place:
        value = value[index]
    return value


def _true(index: int, held: int, size: int) -> int:
    """The index in the whole axis of a place among those that are held."""
    return index if index < (held + 1) // 2 else index + size - held


def _with_gap(parts: list[str], gap: str, size: int) -> list[str]:
    """``parts``, with ``gap`` in the middle where they are not all there are."""
    if len(parts) == size:
        return parts
    middle = (len(parts) + 1) // 2
    return [*parts[:middle], gap, *parts[middle:]]


def _bracketed(rows: list[str]) -> list[str]:
    if len(rows) == 1:
        return [f"[ {rows[0]} ]"]
    left = ["⎡", *"⎢" * (len(rows) - 2), "⎣"]
    right = ["⎤", *"⎥" * (len(rows) - 2), "⎦"]
    return [f"{a} {row} {b}" for a, row, b in zip(left, rows, right, strict=True)]


def _in_short(blocks: list[list[str]], more: str) -> list[str]:
    """One block or two; ``more`` stands for those that are between or behind them."""
    rows = [SPACE.join(row) for row in zip(*blocks, strict=True)]
    middle = len(rows) // 2
    rows[middle] = f" {more} ".join(block[middle] for block in blocks)
    if len(blocks) == 1:
        rows[middle] = f"{rows[middle]} {more}".rstrip()
    return rows


def _side_by_side(blocks: list[list[str]], width: int) -> list[str]:
    """Blocks of lines beside each other, in as many bands as the width asks for."""
    wide = max(len(line) for block in blocks for line in block)
    across = max((width + len(SPACE)) // (wide + len(SPACE)), 1)
    lines: list[str] = []
    for start in range(0, len(blocks), across):
        band = [[line.ljust(wide) for line in block] for block in blocks[start : start + across]]
        if lines:
            lines.append("")
        lines += [SPACE.join(row).rstrip() for row in zip(*band, strict=True)]
    return lines
