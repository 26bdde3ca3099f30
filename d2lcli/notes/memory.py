"""What each way of updating a tensor costs: all of it measured, none assumed."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter
from typing import Any

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_flatten

from ..language import mark, tr
from ..note import Column, Note, table
from ..words import counted, listed, number, sentences

NEW = "y = y + x"
WAYS = (NEW, "y[:] = y + x", "y += x", "torch.add(y, x, out=y)")
COPY = "y.copy_(x)"
BUSY = 1 / 3  # of the median: where times spread more than this, they compare nothing
WORK = 2**28  # elements that are added for the times of one way, at most
LARGE = WORK // 5  # elements: the run that shows the effects has warmed all up, and three are timed
LONG = 0.5  # seconds that all rounds may take before they are enough


@dataclass(frozen=True)
class Cost:
    """What one way of updating does.

    Attributes:
        way: the statement.
        same_object: whether y is the same Python object afterwards.
        same_memory: whether its numbers begin at the same place of the same storage.
        new_bytes: of new tensors that were made on the way.
        seconds: the median of several runs.
        spread: half the distance between the quartiles of the times, as a share of the median.
    """

    way: str
    same_object: bool
    same_memory: bool
    new_bytes: int
    seconds: float
    spread: float


class Allocated(TorchDispatchMode):
    """Counts the bytes of new storages that operations return while it is entered."""

    def __init__(self) -> None:
        TorchDispatchMode.__init__(self)
        self.bytes = 0

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        """Nothing is compiled here, and to shut the compiler out would import it: half a second."""
        return False

    def __torch_dispatch__(
        self, func: Callable[..., Any], types: Any, args: Any = (), kwargs: Any = None
    ) -> Any:
        """Run an operation, and count what it returns that was not handed to it."""
        known = {_storage(t) for t in tree_flatten((args, kwargs))[0] if isinstance(t, Tensor)}
        result = func(*args, **(kwargs or {}))
        fresh = {_storage(t) for t in tree_flatten(result)[0] if isinstance(t, Tensor)} - known
        self.bytes += sum(size for _, size in fresh)
        return result


def _storage(tensor: Tensor) -> tuple[int, int]:
    """Where a tensor's storage begins, and its bytes."""
    storage = tensor.untyped_storage()
    return storage.data_ptr(), storage.nbytes()


def measure(size: int, ways: Sequence[str] = WAYS) -> list[Cost]:
    """The cost of each way, and of a plain copy behind them, with ``size`` float32 in x and y.

    The times are taken in rounds, so that what slows the machine down slows all ways down.
    """
    x, y = torch.ones(size), torch.ones(size)
    names = {way: {"x": x, "y": y} for way in (*ways, COPY)}
    code = {way: compile(way, "<way>", "exec") for way in names}
    effects = {way: _effect(code[way], names[way]) for way in names}
    most, warm = (3, 0) if size > LARGE else (min(WORK // max(size, 1), 23), 2)
    times: dict[str, list[float]] = {way: [] for way in names}
    for done in range(most):
        for way, taken in times.items():
            taken.append(_seconds(code[way], names[way]))
        if done >= 6 and sum(map(sum, times.values())) > LONG:
            break  # on a busy machine more rounds tell no more
    return [Cost(way, *effects[way], *_summary(times[way][warm:])) for way in names]


def _effect(code: Any, names: dict[str, Any]) -> tuple[bool, bool, int]:
    """Whether y is the same object and memory, and the bytes of new tensors."""
    old = names["y"]  # kept, so that its id and its memory are not used again
    with Allocated() as counted_bytes:
        exec(code, {"torch": torch}, names)
    y = names["y"]
    same = y.data_ptr() == old.data_ptr() and _storage(y) == _storage(old)
    return y is old, same, counted_bytes.bytes


def _seconds(code: Any, names: dict[str, Any]) -> float:
    """How long one run takes; on a GPU by its own clock."""
    space = {"torch": torch}
    if names["y"].is_cuda:
        start, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
        start.record()
        exec(code, space, names)
        end.record()
        end.synchronize()
        return float(start.elapsed_time(end)) / 1000
    before = perf_counter()
    exec(code, space, names)
    return perf_counter() - before


def _summary(times: Sequence[float]) -> tuple[float, float]:
    """The median, and half the distance between the quartiles as a share of it."""
    middle = median(times)
    low, _, high = quantiles(times, n=4)
    return middle, (high - low) / 2 / middle if middle else 0.0


def told(size: float, units: Sequence[tuple[str, float]]) -> str:
    """A size with the unit that suits it."""
    for unit, factor in units:
        if size >= factor or unit == units[-1][0]:
            return f"{number(size / factor, 3)} {tr(unit)}"
    return ""


BYTES = (("GiB", 2.0**30), ("MiB", 2.0**20), ("KiB", 2.0**10), (mark("bytes"), 1.0))
SECONDS = (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6))


def cost(size: int, y: Tensor) -> Iterator[Note]:
    """All four ways."""
    yield from _costs(size, y, WAYS)


def new(size: int, y: Tensor) -> Iterator[Note]:
    """The way that makes a new tensor."""
    yield from _costs(size, y, (NEW,))


def inplace(size: int, y: Tensor) -> Iterator[Note]:
    """The ways that write into the tensor that is there."""
    yield from _costs(size, y, WAYS[1:])


def _costs(size: int, y: Tensor, ways: Sequence[str]) -> Iterator[Note]:
    costs = measure(size, ways)
    *rows, copy = costs
    busy = max(row.spread for row in costs) > BUSY
    shares = [f"{row.seconds / (copy.seconds or math.inf):.0%}" for row in rows]
    yield Note(
        table=table(
            Column("way", [row.way for row in rows]),
            Column("same id", [row.same_object for row in rows]),
            Column("same memory", [row.same_memory for row in rows]),
            Column("new memory", [told(row.new_bytes, BYTES) for row in rows]),
            Column("time", [_time(row) for row in rows]),
            *([] if busy else [Column("copy = 100%", shares, key="of a copy")]),
        ),
        data={"costs": costs, "size": size},
    )
    yield Note(sentences(*_finding(rows, busy, y)))


def _time(row: Cost) -> str:
    spread = f"± {row.spread:.0%}" if row.spread < 1 else tr("± over 100%")
    return f"{told(row.seconds, SECONDS)} {spread}"


def _finding(rows: Sequence[Cost], busy: bool, y: Tensor) -> Iterator[str]:
    """Which ways need new memory, and what the times are worth."""
    needy = [row.way for row in rows if row.new_bytes]
    kept = [row.way for row in rows if row.new_bytes and row.same_memory]
    if not y.numel():
        yield tr("With no elements there is nothing to write.")
    elif kept:
        yield tr(
            "{ways} keeps its place, but makes y + x first, and copies it then.", ways=listed(kept)
        )
    elif needy:
        yield tr("The result is a new tensor, in new memory; the old one is let go.")
    spared = [row.way for row in rows if not row.new_bytes]
    if spared and y.numel():
        yield tr(
            "{ways} needs no new memory." if len(spared) == 1 else "{ways} need no new memory.",
            ways=listed(spared),
        )
    if busy:
        yield tr("The times spread too much to be compared: the machine is busy.")
    elif y.numel():
        yield from _speed(rows, y)
    if not busy and 0 < 3 * _storage(y)[1] < cache():
        yield tr(
            "So few numbers fit into the processor's cache; --size 1e8 shows the memory itself."
        )


def _speed(rows: Sequence[Cost], y: Tensor) -> Iterator[str]:
    """What the quickest way reads and writes: two numbers and one for each sum."""
    quickest = min(rows, key=lambda row: row.seconds)
    if quickest.seconds:
        speed = number(float(f"{3 * _storage(y)[1] / quickest.seconds / 1e9:.2g}"))
        yield tr(
            "It reads and writes {speed} GB/s."
            if len(rows) == 1
            else "{way} is the quickest: it reads and writes {speed} GB/s.",
            way=quickest.way,
            speed=speed,
        )


def cache() -> int:
    """Bytes of the processor's last cache; 0 where the system does not tell, or on a GPU."""
    try:
        return max(os.sysconf("SC_LEVEL3_CACHE_SIZE"), os.sysconf("SC_LEVEL2_CACHE_SIZE"), 0)
    except (ValueError, OSError):
        return 0


def ids(x: Tensor) -> Iterator[Note]:
    """What the numbers are."""
    yield Note(
        sentences(
            tr(
                "In CPython id is the address of the Python object, a few words about the tensor; "
                "data_ptr is the address in the GPU's memory where its numbers begin."
            )
            if x.is_cuda
            else tr(
                "In CPython id is the address of the Python object, a few words about the tensor; "
                "data_ptr is the address in memory where its numbers begin."
            ),
            tr("Both are the machine's, and differ from run to run."),
        )
    )


def temporary(y: Tensor) -> Iterator[Note]:
    """The bytes that each way newly takes."""
    names = {"x": torch.ones_like(y), "y": torch.ones_like(y)}
    found = [_effect(compile(way, "<way>", "exec"), names)[2] for way in WAYS[1:]]
    yield Note(
        table=table(
            Column("way", list(WAYS[1:])),
            Column("new bytes", found, ","),
        )
    )
    count = counted(y.numel(), "number")
    yield Note(tr("For {numbers}, measured as the operations ran.", numbers=count))


def conversions() -> Iterator[Note]:
    """What follows for a reader's own code."""
    yield Note(
        tr(
            "What shares memory is quick, and changes with it; where the old numbers are still "
            "needed, copy: clone() or torch.tensor(a)."
        )
    )
