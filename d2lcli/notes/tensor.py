"""What there is to say of tensors: samples, memory, overflow, and what a parameter means."""

from __future__ import annotations

import inspect
import operator
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import torch
from torch import Tensor

from ..language import mark, tr
from ..note import Column, Note, table
from ..request import Request
from ..words import listed, number
from ..words import shape as told

BOOK = {
    "arange": ("start", "end", "step"),
    "zeros": ("size",),
    "ones": ("size",),
    "cat": ("tensors", "dim"),
    "randn": ("size",),
    "reshape": ("input", "shape"),
}  # the parameters that the book's notes quote
MOST = 200  # signs of what a parameter means
SAFE = 2**63  # an int64 is smaller


def create(sample: Tensor) -> Iterator[Note]:
    """The sample's own mean and variance."""
    mean, variance = number(float(sample.mean()), 2), number(float(sample.var()), 2)
    told = tr(
        "A sample has its own mean and variance: here {mean} and {variance}. Those of N(0, 1) are "
        "0 and 1.",
        mean=mean,
        variance=variance,
    )
    yield Note(told)


EMPTY = mark("{name} has no elements, so there is no memory to share.")


def reshape(x: Tensor, rows: int, columns: int) -> Iterator[Note]:
    """Whether the reshaped tensor is a view."""
    other = x.reshape(rows, columns)
    if not x.numel():
        yield Note(tr(EMPTY, name="x"))
        return
    same = other.data_ptr() == x.data_ptr()
    yield Note(
        tr(
            "{shape} reads the same memory: no number is copied (d2l tensor views)."
            if same
            else "{shape} had to be copied (d2l tensor views).",
            shape=told(other.shape),
        )
    )


def arithmetic(x: Tensor, y: Tensor) -> Iterator[Note]:
    """Types, and whole numbers that do not fit."""
    if x.dtype == torch.int64 and y.dtype == torch.int64 and x.numel():
        wrong = overflown(x, y)
        if wrong:
            beyond = tr(
                "Overflow: {operations} needs more than the 63 bits of an int64, and comes out "
                "wrong without a word. As floats they are rounded, not wrong: x.double()."
                if len(wrong) == 1
                else "Overflow: {operations} need more than the 63 bits of an int64, and come out "
                "wrong without a word. As floats they are rounded, not wrong: x.double().",
                operations=listed(wrong),
            )
            yield Note(beyond)
        yield Note(tr("Both hold whole numbers; only / and exp make floats of them."))
    elif x.dtype != y.dtype:
        result = str((x + y).dtype).removeprefix("torch.")
        first, second = (str(t.dtype).removeprefix("torch.") for t in (x, y))
        yield Note(
            tr(
                "{first} and {second} together give {result}.",
                first=first,
                second=second,
                result=result,
            )
        )


def overflown(x: Tensor, y: Tensor) -> list[str]:
    """The operations whose result does not fit into an int64, as the lesson writes them."""
    a, b = x.double(), y.double()
    exact: dict[str, tuple[Tensor, Callable[[int, int], int]]] = {
        "x + y": (a + b, operator.add),
        "x - y": (a - b, operator.sub),
        "x * y": (a * b, operator.mul),
        "x**y": (a**b, operator.pow),
    }
    found = [
        code
        for code, (rounded, operation) in exact.items()
        if bool((~(rounded.abs() < 2.0 * SAFE)).any())
        or _beyond(x, y, rounded.abs() >= SAFE / 2.0, operation)
    ]
    if float(a.abs().sum()) >= SAFE / 2 and not -SAFE <= sum(x.flatten().tolist()) < SAFE:
        found.append("x.sum()")
    return found


def _beyond(x: Tensor, y: Tensor, near: Tensor, operation: Callable[[int, int], int]) -> bool:
    """Whether one of the results that are near the end of an int64 is beyond it."""
    pairs = zip(x[near].tolist(), y[near].tolist(), strict=True)
    return any(not -SAFE <= operation(a, b) < SAFE for a, b in pairs)


def numpy(X: Tensor, A: Any) -> Iterator[Note]:  # noqa: N803  # the lesson's names
    """Whether the array shares the tensor's memory."""
    if not X.numel():
        yield Note(tr(EMPTY, name="X"))
        return
    shared = X.device.type == "cpu" and A.ctypes.data == X.data_ptr()
    yield Note(
        tr("A shares the memory of X: what is written into one shows in the other.")
        if shared
        else tr("A is a copy: NumPy cannot read the memory of X.")
    )


def write(Z: Tensor, before: int) -> Iterator[Note]:  # noqa: N803  # the lesson's name
    """Whether a new tensor was made."""
    if id(Z) == before:
        yield Note(tr("Z is still the same tensor, with new numbers in it."))


def parameters(function: Callable[..., Any], request: Request) -> Iterator[Note]:
    """The parameters of a function, in the words of its documentation."""
    if "function" in request.values:
        first = (function.__doc__ or "").strip().partition("\n")[0]
        if not re.match(r"[\w.]+\(", first):
            # Many functions have none that Python could tell.
            with suppress(ValueError, TypeError, AttributeError):
                there = f"{function.__name__}{inspect.signature(function)}"
                yield Note(tr("Its signature: {signature}.", signature=there))
        heads: tuple[str, ...] = (mark("parameter"), mark("type"), mark("meaning"))
        rows = [(name, kind, _short(words)) for name, kind, words in documented(function)]
    else:
        heads = (mark("function"), mark("parameter"), mark("meaning"))
        rows = []
        first_told: dict[str, str] = {}
        for name, wanted in BOOK.items():
            found = [row for row in documented(getattr(torch, name)) if row[0] in wanted]
            signatures = [_signature(name), *[""] * len(found)]
            for signature, (parameter, _, words) in zip(signatures, found, strict=False):
                before = first_told.setdefault(words, name)
                meaning = words if before == name else tr("as for {function}", function=before)
                rows.append((signature, parameter, meaning))
    if not rows:
        yield Note(tr("Its documentation lists no parameters."))
        return
    columns = zip(heads, zip(*rows, strict=True), strict=True)
    yield Note(table=table(*(Column(head, cells, spare=head == "type") for head, cells in columns)))
    yield Note(tr("From the documentation of torch {version}.", version=torch.__version__))


def _signature(name: str) -> str:
    """A function with the parameters that have a place, as its documentation begins."""
    first = (getattr(torch, name).__doc__ or "").strip().partition("\n")[0]
    return re.sub(r", \*, .*|\) -> .*", ")", first)


def documented(function: Callable[..., Any]) -> list[tuple[str, str, str]]:
    """Name, type and meaning of each parameter, as a function's own documentation has them."""
    text = inspect.cleandoc(function.__doc__ or "").partition("Example")[0]
    entry = r"^ {4}\*{0,2}(\w+) \(([^\n]+?)\): (.+?)(?=^ {4}\*{0,2}\w+ \(|^\S|\Z)"
    listed = re.split(r"^Arg[a-z]*:", text, maxsplit=1, flags=re.MULTILINE)[-1]
    return [
        (name, _plain(kind), _plain(words))
        for name, kind, words in re.findall(entry, listed, re.MULTILINE | re.DOTALL)
    ]


def _short(words: str) -> str:
    """The first sentences, as many as a table has room for."""
    if len(words) <= MOST:
        return words
    end = max(words.rfind(". ", 0, MOST) + 1, 0) or MOST
    return f"{words[:end].rstrip()} …"


def _plain(text: str) -> str:
    """Documentation without the marks of its markup."""
    text = re.sub(r":\w+:`~?(.+?)`|`+", lambda found: found[1] or "", " ".join(text.split()))
    return re.sub(r"\*\*(.+?)\*\*|\*(\w.*?)\*", lambda found: found[1] or found[2], text)


def views(X: Tensor, C: Tensor) -> Iterator[Note]:  # noqa: N803
    """What follows."""
    copied = C.data_ptr() != X.data_ptr()
    text = tr(
        "A view where it can be, a copy where it must: is_contiguous() of the transpose is "
        "{contiguous}, so reshape copied it."
        if copied
        else "A view where it can be, a copy where it must: is_contiguous() of the transpose is "
        "{contiguous}, so reshape did not copy it.",
        contiguous=X.T.is_contiguous(),
    )
    yield Note(text)


def slices(
    x: Tensor, rows: Tensor, column: Tensor, turned: Tensor, picked: Tensor, masked: Tensor
) -> Iterator[Note]:
    """Which of them read the memory of x, and so have changed with it."""
    memory = x.untyped_storage().data_ptr()
    views = [part.untyped_storage().data_ptr() == memory for part in (rows, column, turned)]
    copies = [part.untyped_storage().data_ptr() != memory for part in (picked, masked)]
    if all(views) and all(copies):
        yield Note(tr("The slice, the column and the transpose change with x; the copies do not."))
