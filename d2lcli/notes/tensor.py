"""What there is to say of tensors: samples, memory, overflow, and what a parameter means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch import Tensor

from ..note import Column, Note, table
from ..request import Request
from ..words import number
from ..words import shape as told

BOOK = {
    "arange": ("start", "end", "step"),
    "zeros": ("size",),
    "ones": ("size",),
    "cat": ("tensors", "dim"),
    "randn": ("size",),
    "reshape": ("input", "shape"),
}  # the parameters that the book's notes quote
SAFE = 2.0**63  # an int64 is smaller


def create(sample: Tensor) -> Iterator[Note]:
    """The sample's own mean and variance."""
    mean, variance = number(float(sample.mean()), 2), number(float(sample.var()), 2)
    yield Note(
        f"A sample of N(0, 1) has its own mean and variance: here {mean} and {variance}, not 0 and 1."
    )


def reshape(x: Tensor, rows: int, columns: int) -> Iterator[Note]:
    """Whether the reshaped tensor is a view."""
    other = x.reshape(rows, columns)
    same = other.data_ptr() == x.data_ptr()
    how = "reads the same memory: no number is copied" if same else "had to be copied"
    yield Note(f"{told(other.shape)} {how} (d2l tensor views).")


def cat(x1: Tensor, x2: Tensor) -> Iterator[Note]:
    """Which axis grew."""
    shapes = [told(torch.cat((x1, x2), dim).shape) for dim in range(min(x1.ndim, 2))]
    grown = " and ".join(f"{shape} along axis {dim}" for dim, shape in enumerate(shapes))
    yield Note(f"Joined, they have the shape {grown}.")


def arithmetic(x: Tensor, y: Tensor) -> Iterator[Note]:
    """Types, and whole numbers that do not fit."""
    if x.dtype == torch.int64 and y.dtype == torch.int64 and x.numel():
        a, b = x.double(), y.double()
        found = {"x + y": a + b, "x - y": a - b, "x * y": a * b, "x**y": a**b}
        too_large = [code for code, value in found.items() if bool((value.abs() >= SAFE).any())]
        if too_large:
            yield Note(
                f"Overflow: {' and '.join(too_large)} would need more than the 63 bits of an "
                "int64, and come out wrong without a word. Floats hold them: x.double()."
            )
        yield Note("Both hold whole numbers; only / and exp make floats of them.")
    elif x.dtype != y.dtype:
        result = str((x + y).dtype).removeprefix("torch.")
        first, second = (str(t.dtype).removeprefix("torch.") for t in (x, y))
        yield Note(f"{first} and {second} together give {result}.")


def write(Z: Tensor, before: int) -> Iterator[Note]:  # noqa: N803  # the lesson's name
    """Whether a new tensor was made."""
    if id(Z) == before:
        yield Note("Z is still the same tensor, with new numbers in it.")


def parameters(function: Callable[..., Any], request: Request) -> Iterator[Note]:
    """The parameters of a function, in the words of its documentation."""
    own = "function" in request.values
    rows = []
    if own:
        rows = [(name, kind, words) for name, kind, words in documented(function)]
    else:
        for name, wanted in BOOK.items():
            for parameter, _, words in documented(getattr(torch, name)):
                if parameter in wanted:
                    rows.append((name, parameter, words))
    if not rows:
        yield Note("Its documentation lists no parameters.")
        return
    heads = ("parameter", "type", "meaning") if own else ("function", "parameter", "meaning")
    columns = zip(heads, zip(*rows, strict=True), strict=True)
    yield Note(table=table(*(Column(name, values) for name, values in columns)))
    yield Note(f"From the documentation of torch {torch.__version__}.")


def documented(function: Callable[..., Any]) -> list[tuple[str, str, str]]:
    """Name, type and meaning of each parameter, as a function's own documentation has them."""
    text = (function.__doc__ or "").partition("Example")[0]
    entry = r"^ {4}\*{0,2}(\w+) \((.+?)\): (.+?)(?=^ {4}\*{0,2}\w+ \(|^\S|\Z)"
    return [
        (name, _plain(kind), _plain(words))
        for name, kind, words in re.findall(entry, text, re.MULTILINE | re.DOTALL)
    ]


def _plain(text: str) -> str:
    """Documentation without the marks of its markup."""
    text = re.sub(r":\w+:`~?(.+?)`|`+", lambda found: found[1] or "", " ".join(text.split()))
    return re.sub(r"\*\*(.+?)\*\*|\*(\w.*?)\*", lambda found: found[1] or found[2], text)


def views(X: Tensor, C: Tensor) -> Iterator[Note]:  # noqa: N803
    """What follows."""
    copied = C.data_ptr() != X.data_ptr()
    yield Note(
        "A view where it can be, a copy where it must: is_contiguous() of the transpose is "
        f"{X.T.is_contiguous()}, so reshape {'copied it' if copied else 'did not copy it'}."
    )


def slices(rows: Tensor, column: Tensor, turned: Tensor, picked: Tensor) -> Iterator[Note]:
    """Which of them changed."""
    views = all(bool((part == -1).all()) for part in (rows, column, turned))
    if views and not bool((picked == -1).any()):
        yield Note("The slice, the column and the transpose changed with x; the copies did not.")
