"""The sentences of ``d2l tensor``, ``broadcast`` and ``memory``."""

# ruff: noqa: E501  # sentences stand in one line, as notes say them

from __future__ import annotations

import itertools
import math
import os
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch

from .reader import (
    NAMES,
    Context,
    array,
    cells,
    counted,
    is_shape,
    items,
    matters,
    says,
    sentence,
    shape_of,
    table,
    title,
    value,
)

# tensor


@sentence(
    "tensor",
    r"A sample has its own mean and variance: here (<N>) and (<N>)\. Those of N\(0, 1\) are 0 and 1\.",
)
def sample(c: Context, mean: str, variance: str) -> None:
    torch.manual_seed(int(c.options.get("seed", c.run.request.seed)))
    again = torch.randn(2, 3).double().numpy()
    says(mean, again.mean(), 2)
    says(variance, again.var(ddof=1), 2)


def numbers(c: Context) -> Any:
    """The tensor of this section."""
    return c.names["X"] if c.section in ("index", "numpy") else c.names["x"]


@sentence(
    "tensor",
    r"(<S>) (reads the same memory: no number is copied|had to be copied) \(d2l tensor views\)\.",
)
def reshaped(c: Context, shape: str, how: str) -> None:
    x = c.names["x"]
    assert math.prod(shape_of(shape)) == x.numel()
    order = np.arange(x.numel()).reshape(x.shape)
    if not x.numel():
        return  # no number is copied
    assert ("same memory" in how) == np.shares_memory(order, order.reshape(shape_of(shape)))


@sentence("tensor", r"Joined, they have the shape (<S>) along axis 0(?: and (<S>) along axis 1)?\.")
def joined(c: Context, first: str, second: str | None) -> None:
    x, y = array(c.names["x1"]), array(c.names["x2"])
    is_shape(first, np.concatenate((x, y), 0).shape)
    assert (second is None) == (x.ndim < 2)
    if second is not None:
        is_shape(second, np.concatenate((x, y), 1).shape)


WAYS: dict[str, Callable[[Any, Any], Any]] = {
    "x + y": lambda a, b: a + b,
    "x - y": lambda a, b: a - b,
    "x * y": lambda a, b: a * b,
    "x**y": lambda a, b: a**b,
}


def _overflown(c: Context) -> set[str]:
    pairs = [*zip(c.names["x"].flatten().tolist(), c.names["y"].flatten().tolist(), strict=True)]
    found = {
        code
        for code, way in WAYS.items()
        if any(not -(2**63) <= way(a, b) < 2**63 for a, b in pairs)
    }
    fits = -(2**63) <= sum(a for a, _ in pairs) < 2**63
    return found | (set() if fits else {"x.sum()"})


@sentence(
    "tensor",
    r"Overflow: (.+?) needs? more than the 63 bits of an int64, and comes? out wrong without a word\.",
)
def overflow(c: Context, told: str) -> None:
    assert set(items(told)) == _overflown(c)


@sentence("tensor", r"As floats they are rounded, not wrong: x\.double\(\)\.")
def floats(c: Context) -> None:
    x, y = c.names["x"].double(), c.names["y"].double()
    assert all(bool(way(x, y).isfinite().all()) for way in WAYS.values())


@sentence("tensor", r"Both hold whole numbers; only / and exp make floats of them\.")
def whole(c: Context) -> None:
    x, y = (array(c.names[name]) for name in "xy")
    assert x.dtype.kind == y.dtype.kind == "i"
    assert (x / np.where(y == 0, 1, y)).dtype.kind == "f" and (
        x // np.where(y, y, 1)
    ).dtype.kind == "i"


@sentence("tensor", r"(\w+) and (\w+) together give (\w+)\.")
def together(c: Context, first: str, second: str, result: str) -> None:
    x, y = c.names["x"], c.names["y"]
    assert (first, second) == tuple(str(t.dtype).removeprefix("torch.") for t in (x, y))
    assert str((x.flatten()[:1] * y.flatten()[:1]).dtype).endswith(result)


@sentence("tensor", r"Z is still the same tensor, with new numbers in it\.")
def same(c: Context) -> None:
    assert c.names["before"] == id(c.names["Z"])


@table("tensor", r"(?:function\|)?parameter\|(?:type\|)?meaning")
def meanings(c: Context) -> None:
    assert c.note.table is not None
    name = c.options.get("function", "")
    for row in c.note.table.rows:
        if row["meaning"] == "as for zeros":
            other = str(row["function"]).partition("(")[0]
            same = "a sequence of integers defining the shape of the output tensor"
            assert same in str(torch.zeros.__doc__) and same in str(getattr(torch, other).__doc__)
            continue
        name = str(row.get("function", "")).partition("(")[0] or name
        function = getattr(torch, name)
        said = re.findall(r"\w+", str(function.__doc__))
        there = iter(said)
        words = [word for word in re.findall(r"\w+", str(row["meaning"])) if len(word) > 1]
        assert all(word in there for word in words if word in said), row
        assert sum(word in said for word in words) >= 0.8 * len(words), row


@sentence("tensor", r"From the documentation of torch (\S+)\.(?=\Z)")
def version(_: Context, told: str) -> None:
    assert told == torch.__version__


@sentence("tensor", r"Its documentation lists no parameters\.")
def no_parameters(c: Context) -> None:
    assert "Args:" not in str(getattr(torch, c.options["function"]).__doc__)


@sentence(
    "tensor",
    r"A view where it can be, a copy where it must: is_contiguous\(\) of the transpose is (\w+), so "
    r"reshape (copied it|did not copy it)\.",
)
def copied(c: Context, contiguous: str, how: str) -> None:
    X = np.arange(c.names["X"].numel()).reshape(c.names["X"].shape)
    assert contiguous == str(bool(X.T.flags.c_contiguous))
    assert (how == "copied it") != np.shares_memory(X.T.reshape(-1), X)


@sentence("tensor", r"The slice, the column and the transpose change with x; the copies do not\.")
def slices(c: Context) -> None:
    x = np.arange(c.names["x"].numel()).reshape(c.names["x"].shape)
    assert all(np.shares_memory(x, part) for part in (x[0:1], x[:, 0], x.T))
    assert not np.shares_memory(x, x[[0, 1]])


UNFIT = {
    "cat": r"it joins along axis 1 too, and the shape is (<S>)",
    "index": r"it takes rows and columns, and the shape is (<S>)",
}


def _own_shape(c: Context) -> tuple[int, ...]:
    return tuple(np.array(eval_list(c.options["data"])).shape) if "data" in c.options else given(c)


def eval_list(text: str) -> Any:
    import ast

    return ast.literal_eval(text.replace("nan", "0").replace("inf", "0"))


def given(c: Context) -> tuple[int, ...]:
    return tuple(int(size) for size in str(c.options["shape"]).split(",") if size)


@sentence("tensor", rf"cat: {UNFIT['cat']}")
def no_cat(c: Context, shape: str) -> None:
    is_shape(shape, _own_shape(c))
    assert len(_own_shape(c)) < 2


@sentence("tensor", rf"index: {UNFIT['index']}")
def no_index(c: Context, shape: str) -> None:
    own = _own_shape(c)
    is_shape(shape, own)
    assert len(own) < 2 or own[0] < 2 or own[1] < 3


@sentence("tensor", r"views: it takes two axes of size 2 or more, not (<S>)")
def no_views(c: Context, shape: str) -> None:
    is_shape(shape, _own_shape(c))
    assert len(_own_shape(c)) != 2 or min(_own_shape(c)) < 2


@sentence("tensor", r"slices: it takes a matrix with two rows or more, not (<S>)")
def no_slices(c: Context, shape: str) -> None:
    is_shape(shape, _own_shape(c))
    assert len(_own_shape(c)) != 2 or _own_shape(c)[0] < 2 or not _own_shape(c)[1]


@sentence("tensor", r"(?:cat|arithmetic|index|numpy|views|slices): for at most ([\d,]+) elements")
def too_many(c: Context, most: str) -> None:
    assert math.prod(_own_shape(c)) > counted(most)


@sentence("tensor", r"([Xx]) has no elements, so there is no memory to share\.")
def nothing_to_share(c: Context, name: str) -> None:
    assert c.names[name].numel() == 0


@sentence(
    "tensor",
    r"A (shares the memory of X: what is written into one shows in the other"
    r"|is a copy: NumPy cannot read the memory of X)\.",
)
def shared(c: Context, how: str) -> None:
    X, A = c.names["X"].clone(), c.names["A"]
    assert A.size
    assert how.startswith("shares") == np.shares_memory(A, c.names["X"].numpy())
    assert X.shape == A.shape


@title(
    "tensor",
    r"reshape keeps the order of ([\d,]+|no) numbers?(?:, and cat adds ([\d,]+) more|; cat needs an axis)",
)
def keeps(c: Context, count: str, more: str | None) -> None:
    if not c.options or "function" in c.options or "seed" in c.options:
        return  # the lesson's own tensor, which another section may have left
    n = math.prod(_own_shape(c))
    assert n == (0 if count == "no" else counted(count))
    assert (more is None) == (not _own_shape(c))
    assert more is None or counted(more) == n


PART = r"(?:Only a part is drawn: of (?:x|A|them|the result) the first (<S>)\. ?)?"


def _first(shown: str | None, whole: tuple[int, ...]) -> None:
    """Whether what is drawn is a part, and not all of it."""
    if shown is not None:
        part = shape_of(shown)
        assert len(part) == len(whole) and part != tuple(whole)
        assert all(a <= b for a, b in zip(part, whole, strict=True))


@title(
    "tensor",
    r"(?:y is (.+?), in lighter colours\. ?)?(Overflow: x \+ \d+ needs more than 63 bits\. ?)?"
    + PART,
)
def below(c: Context, other: str | None, overflow: str | None, part: str | None) -> None:
    if "data" in c.options:
        every = np.array(eval_list(c.options["data"]), dtype=object)
        whole = every.size and all(isinstance(number, int) for number in every.flat)
        assert bool(overflow) == bool(
            whole and every.ndim and max(every.flat) + every.size >= 2**63
        )
    if c.options and not {"function", "seed"} & {*c.options}:
        n = math.prod(_own_shape(c))
        assert other in (None, "~x", f"x + {n}")
        _first(part, _own_shape(c))


# broadcast


def shapes(c: Context) -> list[tuple[int, ...]]:
    if "shapes" in c.options:
        return [tuple(sizes) for sizes in c.options["shapes"]]
    return {"misfit": [(2, 3), (2,)], "shapes": [(8, 1, 6, 1), (7, 1, 5)]}.get(
        c.section, [(2,), (3, 1)]
    )


def fit(given: list[tuple[int, ...]]) -> tuple[int, ...] | None:
    """NumPy's answer, for sizes of any number."""
    low = [tuple(size if size < 2 else _small(size, given) for size in s) for s in given]
    try:
        result = np.broadcast_shapes(*low)
    except ValueError:
        return None
    large = {_small(size, given): size for s in given for size in s if size > 1}
    return tuple(size if size < 2 else large[size] for size in result)


def _small(size: int, given: list[tuple[int, ...]]) -> int:
    """Sizes above 1 by their rank: 2, 3, 4 …, so that nothing grows large."""
    return sorted({s for sizes in given for s in sizes if s > 1}).index(size) + 2


def reads(given: list[tuple[int, ...]]) -> list[int]:
    """How often each operand's number is read at most: counted, with every size above 1 as 2."""
    low = [tuple(min(size, 2) for size in sizes) for sizes in given]
    result = np.broadcast_shapes(*low)
    found = []
    for sizes in low:
        order = np.arange(math.prod(sizes)).reshape(sizes)
        wide = np.broadcast_to(order, result).ravel().tolist()
        found.append(max(Counter(wide).values(), default=0))
    return found


@table("broadcast", r"axis\|.+\|result\|")
def axes(c: Context) -> None:
    assert c.note.table is not None
    given, result = shapes(c), fit(shapes(c))
    first, *operands, outcome, told = cells(c)
    most = max(map(len, given))
    assert first == [*range(-most, 0)]
    heads = [column.name for column in c.note.table.columns][1:-2]
    assert heads == list(NAMES[: len(given)])
    for row, axis in enumerate(first):
        sizes = [s[axis] if len(s) >= -axis else None for s in given]
        assert [column[row] for column in operands] == ["–" if s is None else s for s in sizes]
        single = fit([(s,) for s in sizes if s is not None])
        assert outcome[row] == ("✗" if single is None else single[0])
        missing = {n for n, s in zip(NAMES, sizes, strict=False) if s is None}
        stretched = {
            n for n, s in zip(NAMES, sizes, strict=False) if s == 1 and single and single[0] != 1
        }
        _verdict(str(told[row]), missing, stretched, single)
    assert result is None or tuple(outcome) == result


def _verdict(told: str, missing: set[str], stretched: set[str], single: Any) -> None:
    if single is None:
        assert told == "conflict"
        return
    if told == "equal":
        assert not missing | stretched
        return
    assert ("read 0 times" in told) == (single[0] == 0 and bool(missing | stretched))
    found = {"missing": set(), "stretched": set()}  # type: dict[str, set[str]]
    for names, word in re.findall(
        r"([a-z](?:(?:, | and )[a-z])*) (?:is|are) (missing|stretched)", told
    ):
        found[word] |= set(items(names))
    assert found == {"missing": missing, "stretched": stretched}, told


@sentence("broadcast", r"The result has the shape (<S>), (at least )?(<N>) elements?\.")
def result(c: Context, shape: str, more: str | None, count: str) -> None:
    true = fit(shapes(c))
    assert true is not None
    is_shape(shape, true)
    exact = math.prod(true)
    assert exact >= int(float(count)) if more else counted(count) == exact


@sentence("broadcast", r"(All|Both) have it already: nothing is stretched\.")
def nothing(c: Context, all_of: str) -> None:
    assert (all_of == "Both") == (len(shapes(c)) == 2)
    assert len(set(shapes(c))) == 1


@sentence("broadcast", r"No number is read twice: only axes of size 1 are added\.")
def only_ones(c: Context) -> None:
    assert max(reads(shapes(c))) <= 1
    assert len(set(shapes(c))) > 1


@sentence("broadcast", r"Careful: every number of x meets every number of y\.")
def crossed(c: Context) -> None:
    low = [tuple(min(size, 2) for size in sizes) for sizes in shapes(c)]
    assert len(low) == 2 and min(reads(shapes(c))) > 1
    x, y = (np.arange(math.prod(s)).reshape(s) for s in low)
    pairs = set(zip(*(a.ravel().tolist() for a in np.broadcast_arrays(x, y)), strict=True))
    assert pairs == set(itertools.product(range(x.size), range(y.size)))


@sentence("broadcast", r"Careful: every operand is read more than once\.")
def all_again(c: Context) -> None:
    assert min(reads(shapes(c))) > 1


@sentence("broadcast", r"([a-z](?:(?:, | and )[a-z])*) (?:is|are) read again, not copied\.")
def again(c: Context, names: str) -> None:
    true = [name for name, often in zip(NAMES, reads(shapes(c)), strict=False) if often > 1]
    assert items(names) == true


@sentence("broadcast", r"They do not fit: (.+?)(?:; and so at (\d+) more)?\.(?= |\Z)")
def misfit(c: Context, told: str, more: str | None) -> None:
    given = shapes(c)
    assert fit(given) is None
    parts = told.split("; ")
    for part in parts:
        _misfit(part, given)
    assert len(parts) + int(more or 0) == len(_bad(given))


def _bad(given: list[tuple[int, ...]]) -> list[int]:
    most = max(map(len, given))
    found = []
    for axis in range(-most, 0):
        sizes: list[tuple[int, ...]] = [(s[axis],) for s in given if len(s) >= -axis]
        if fit(sizes) is None:
            found.append(axis)
    return found


def _misfit(
    told: str, given: list[tuple[int, ...]], end: str = r", and (neither|none of them) is 1"
) -> None:
    match = re.fullmatch(r"[Aa]t axis −(\d+) the sizes (.+) differ" + end, told)
    assert match is not None, told
    axis = -int(match[1])
    assert axis in _bad(given)
    sizes = [counted(text.replace(",", "")) for text in re.split(r", (?!\d{3}\b)| and ", match[2])]
    there = {s[axis] for s in given if len(s) >= -axis and s[axis] != 1}
    assert set(sizes) == there and len(sizes) == len(there), (sizes, there)
    if end:
        assert (match[3] == "neither") == (len(sizes) == 2)


def changed(code: str, given: list[tuple[int, ...]]) -> tuple[int, ...] | None:
    """The shape after a repair, by NumPy, on indices of no memory."""
    found = {
        name: np.broadcast_to(np.int8(0), sizes) for name, sizes in zip(NAMES, given, strict=False)
    }
    for part in re.split(r", (?=[a-z]\[|[a-z]\.)", code):
        name = part[0]
        match = re.fullmatch(r"\w\.unsqueeze\((\d+)\)", part)
        swap = re.fullmatch(r"\w\.transpose\((\d+), (\d+)\)", part)
        behind = re.fullmatch(r"\w\[\.\.\.((?:, None)+)\]", part)
        if match:
            found[name] = np.expand_dims(found[name], int(match[1]))
        elif swap:
            found[name] = np.swapaxes(found[name], int(swap[1]), int(swap[2]))
        elif behind:
            found[name] = found[name][(..., *[None] * behind[1].count("None"))]
        else:
            assert part == name, part
    return fit([tuple(x.shape) for x in found.values()])


@table("broadcast", r"repair\|result")
def repairs(c: Context) -> None:
    for code, shape in zip(c.column("repair"), c.column("result"), strict=True):
        true = changed(code, shapes(c))
        assert true is not None, code
        is_shape(shape, true)


@sentence(
    "broadcast",
    r"These were tried, and fit; which one is right depends on what the axes mean\.",
    r"This was tried, and fits; whether it is right depends on what the axes mean\.",
)
def tried(c: Context) -> None:
    several = c.note.text.startswith("These")
    assert several or len(c.column("repair")) == 1


@sentence(
    "broadcast",
    r"No new axis and no exchange of axes in one of them helps: look where the sizes come from\.",
)
def no_repair(c: Context) -> None:
    given = shapes(c)
    for place, sizes in enumerate(given):
        ways = [(*sizes[:n], 1, *sizes[n:]) for n in range(len(sizes) + 1)]
        ways += [(*sizes, *[1] * n) for n in range(1, 8)]
        for a, b in itertools.combinations(range(len(sizes)), 2):
            other = [*sizes]
            other[a], other[b] = other[b], other[a]
            ways.append(tuple(other))
        for way in ways:
            found = fit([*given[:place], way, *given[place + 1 :]])
            # torch knows no tensor with more elements than an int64 counts.
            assert found is None or math.prod(found) >= 2**60, way


@sentence(
    "broadcast",
    r"Along (?:axis|the axes) (.+?) the stride of ([xy]) is 0: it is read again there\.",
)
def stride(c: Context, told: str, name: str) -> None:
    own, result = tuple(c.names[name].shape), fit(shapes(c))
    assert result is not None
    padded = (1,) * (len(result) - len(own)) + own
    true = [n - len(result) for n, s in enumerate(padded) if s == 1 and result[n] > 1]
    assert [int(text.replace("−", "-")) for text in items(told)] == true
    wide = np.broadcast_to(array(c.names[name]), result)
    assert all(wide.strides[axis] == 0 for axis in true)


@sentence(
    "broadcast",
    r"x \+ y makes its result, ([\d,]+) bytes, and no stretched copy of an operand\.",
)
def sum_takes(c: Context, taken: str) -> None:
    single = fit(shapes(c))
    assert single is not None
    assert int(taken.replace(",", "")) == 8 * math.prod(single)  # whole numbers, an int64 each


@sentence("broadcast", r"([xy]) \+= ([xy]) makes nothing new\.")
def in_place(c: Context, target: str, value: str) -> None:
    assert {target, value} == {"x", "y"}
    assert shapes(c)["xy".index(target)] == fit(shapes(c))


@sentence(
    "broadcast",
    r"expand needs no memory for its ([\d,]+) elements?; repeat needs ([\d,]+) bytes\.",
)
def expand_or_repeat(c: Context, count: str, taken: str) -> None:
    single = fit(shapes(c))
    assert single is not None
    elements = int(count.replace(",", ""))
    assert elements == math.prod(single)
    assert int(taken.replace(",", "")) == 8 * elements


@sentence("broadcast", r"([xy]) is not stretched: each of its numbers is read once(?: at most)?\.")
def not_stretched(c: Context, name: str) -> None:
    assert c.note.text.endswith("at most.") or reads(shapes(c))["xy".index(name)] == 1
    assert reads(shapes(c))["xy".index(name)] <= 1


sentence(
    "broadcast",
    r"Where that is not meant, make the shapes equal first \(d2l broadcast grow\)\.",
)(matters)


@title("broadcast", r"(.+?) give (<S>)(; dashed cells are read again)?")
def gives(c: Context, told: str, shape: str, dashed: str | None) -> None:
    given = shapes(c)
    if c.case.topics:
        return
    true = fit(given)
    assert true is not None
    is_shape(shape, true)
    assert (
        told.endswith(" shapes") or [shape_of(s) for s in re.findall(r"\([^)]*\)", told)] == given
    )
    if dashed:
        padded = [(1,) * (len(true) - len(s)) + s for s in given]
        assert any(a == 1 and b > 1 for s in padded for a, b in zip(s, true, strict=True))


@title("broadcast", r"(.+?) do not fit")
def no_fit(c: Context, told: str) -> None:
    assert fit(shapes(c)) is None
    assert told.endswith(" shapes") or [
        shape_of(s) for s in re.findall(r"\([^)]*\)", told)
    ] == shapes(c)


@title("broadcast", r"(At axis .+?)(?:; and at (\d+) more)?, and (neither|none of them) is 1\.")
def where_not(c: Context, told: str, more: str | None, none: str) -> None:
    parts = told.split("; ")
    for part in parts:
        _misfit(part, shapes(c), "")
    assert len(parts) + int(more or 0) == len(_bad(shapes(c)))
    sizes = len({s for part in parts for s in re.findall(r"\d[\d,]*", part.partition("sizes")[2])})
    assert none == "none of them" or (len(parts) == 1 and sizes == 2)


@title("broadcast", PART)
def part(c: Context, shown: str | None) -> None:
    _first(shown, fit(shapes(c)) or ())


# memory

NEW, SLICE, PLUS, OUT = "y = y + x", "y[:] = y + x", "y += x", "torch.add(y, x, out=y)"
WAY = f"(?:{'|'.join(map(re.escape, (NEW, SLICE, PLUS, OUT)))})"
UNITS = {"bytes": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30}


def size_of(c: Context) -> int:
    return int(c.options.get("size", 2**20))


def takes(way: str, size: int) -> bool:
    """Whether an update in this way needs memory: y + x is computed into a new tensor."""
    return size > 0 and way in (NEW, SLICE)


@table("memory", r"way\|same id\|same memory\|new memory\|time(?:\|copy = 100%)?")
def costs(c: Context) -> None:
    size = size_of(c)
    ways = {"cost": [NEW, SLICE, PLUS, OUT], "new": [NEW], "inplace": [SLICE, PLUS, OUT]}
    assert c.column("way") == ways[c.section]
    for way, same, memory, told, time in zip(
        *(c.column(n) for n in ("way", "same id", "same memory", "new memory", "time")),
        strict=True,
    ):
        y = np.ones(min(size, 10))
        before, names = y, {"x": np.ones(min(size, 10)), "y": y}
        code = way.replace("torch.add", "np.add")
        exec(code, {"np": np}, names)
        assert same == (names["y"] is before)
        assert memory == (names["y"] is before) or not size
        number, unit = told.split()
        true = 4 * size * takes(way, size)
        assert abs(float(number.replace(",", "")) * UNITS[unit] - true) <= 0.006 * true
        assert re.fullmatch(r"[\d.]+ (?:s|ms|µs) (?:± \d+%|± over 100%)", time), time
    if len(c.tables[-1].columns) > 5:
        assert all(re.fullmatch(r"\d+%", text) for text in c.column("copy = 100%"))
        assert all(int(t.split()[-1][:-1]) <= 34 for t in c.column("time"))


@sentence("memory", r"With no elements there is nothing to write\.")
@sentence("memory", r"The result is a new tensor, in new memory; the old one is let go\.")
def about(c: Context) -> None:
    assert c.note.text.startswith("With") == (size_of(c) == 0)
    assert size_of(c) == 0 or c.section == "new"


@sentence("memory", rf"({WAY}) keeps its place, but makes y \+ x first, and copies it then\.")
def keeps_place(c: Context, way: str) -> None:
    assert way == SLICE and size_of(c) > 0


@sentence("memory", rf"({WAY}(?: and {WAY})*) needs? no new memory\.")
def no_memory(c: Context, ways: str) -> None:
    assert items(ways) == [PLUS, OUT] or not size_of(c)


@sentence("memory", r"It reads and writes (<N>) GB/s\.")
@sentence("memory", rf"{WAY} is the quickest: it reads and writes (<N>) GB/s\.")
def speed(c: Context, told: str) -> None:
    # The time in the table has three digits, and the speed two.
    units = {"s": 1.0, "ms": 1e-3, "µs": 1e-6}
    times = [text.split()[:2] for text in c.column("time")]
    quickest = min(float(number.replace(",", "")) * units[unit] for number, unit in times)
    true = 12 * size_of(c) / quickest / 1e9
    assert abs(value(told) - true) <= 0.06 * true, true
    assert (c.section == "new") == ("It reads and writes" in c.note.text)


@sentence("memory", r"The times spread too much to be compared: the machine is busy\.")
def busy(c: Context) -> None:
    assert len(c.tables[-1].columns) == 5


@sentence(
    "memory",
    r"So few numbers fit into the processor's cache; --size 1e8 shows the memory itself\.",
)
def cached(c: Context) -> None:
    there = [0]
    for path in Path("/sys/devices/system/cpu/cpu0/cache").glob("index*/size"):
        told = path.read_text().strip()
        there.append(int(told.rstrip("KM")) * (1024 if told.endswith("K") else 2**20))
    there.append(os.sysconf("SC_LEVEL3_CACHE_SIZE"))
    assert 0 < 12 * size_of(c) < max(there)


@sentence(
    "memory",
    r"In CPython id is the address of the Python object, a few words about the tensor; data_ptr is "
    r"the address in (?:memory|the GPU's memory) where its numbers begin\.",
    r"Both are the machine's, and differ from run to run\.",
    r"What shares memory is quick, and changes with it; where the old numbers are still needed, "
    r"copy: clone\(\) or torch\.tensor\(a\)\.",
)
def ids(c: Context) -> None:
    """What is true of any run."""
    assert c.section in ("ids", "conversions")


@table("memory", r"way\|new bytes")
def new_bytes(c: Context) -> None:
    assert c.column("way") == [SLICE, PLUS, OUT]
    assert c.column("new bytes") == [4 * 10**6, 0, 0]


@sentence("memory", r"For ([\d,]+) numbers, measured as the operations ran\.")
def measured(_: Context, count: str) -> None:
    assert counted(count) == 10**6


@title("memory", r"With no elements there is nothing to write, and no memory to take")
@title("memory", r"None of these ways needs new memory")
def free(c: Context) -> None:
    assert size_of(c) == 0


@title("memory", r"(.+?) needs? new memory each time")
def needy(c: Context, ways: str) -> None:
    shown = (
        [NEW, SLICE]
        if c.options.get("inplace") is None
        else [SLICE]
        if c.options["inplace"]
        else [NEW]
    )
    assert items(ways) == shown


@title("memory", r"x and y have (.+?) each\.(?: The times spread too much to be compared\.)?")
def each(c: Context, told: str) -> None:
    assert abs(value(told.split()[0]) - size_of(c)) <= 0.01 * size_of(c)


@sentence("tensor", r"Its signature: (\w+)\((.*)\)(?: -> \S+)?\.")
def signature(c: Context, name: str, told: str) -> None:
    import inspect

    assert name == c.options["function"]
    wanted = inspect.signature(getattr(torch, name)).parameters
    assert all(re.search(rf"\b{parameter}\b", told) for parameter in wanted)


@sentence("broadcast", r"Only results of more than (\d+) axes could be made of them\.")
def many_axes(c: Context, most: str) -> None:
    assert sum(map(len, shapes(c))) > int(most)


@sentence("broadcast", r"The result has no elements: nothing is read\.")
def nothing_read(c: Context) -> None:
    assert 0 in (fit(shapes(c)) or ())


@sentence(
    "broadcast",
    r"(\w+): (it takes two shapes|these shapes (?:do not )?fit|the result has no elements to be read|it shows at most 3 axes and ([\d,]+) elements)",
)
def broadcast_unfit(c: Context, _: str, why: str, most: str | None) -> None:
    result = fit(shapes(c))
    if why.startswith("these"):
        assert (result is None) == ("not" in why)
    elif why.startswith("it takes"):
        assert len(shapes(c)) != 2
    elif most:
        assert result is not None
        assert len(result) > 3 or max(map(math.prod, (*shapes(c), result))) > counted(most)
    else:
        assert result is not None and 0 in result


@sentence("broadcast", r"expand: the first shape is not stretched: no number of it is read twice")
def nothing_to_expand(c: Context) -> None:
    assert reads(shapes(c))[0] <= 1
