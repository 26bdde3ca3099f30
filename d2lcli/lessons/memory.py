"""Memory: where a result is written.

Most operations put their result into new memory. With tensors of many
megabytes, updated hundreds of times a second, it matters whether an update
needs new memory or writes into the old one.

Book: 2.1.5 Saving Memory
Next: d2l linalg
"""

import os
from time import perf_counter

import numpy as np
import torch
from torch.autograd.profiler import profile

from .style import charts, colors, number


# Bytes that an update newly allocates, counted by PyTorch itself.
def allocated(update):
    if torch.get_default_device().type == "cuda":
        name = "requested_bytes.all.allocated"
        before = torch.cuda.memory_stats()[name]
        update()
        return torch.cuda.memory_stats()[name] - before
    os.environ.setdefault("KINETO_LOG_LEVEL", "99")  # no lines on stderr
    with profile(profile_memory=True, use_kineto=False) as record:
        update()
    events = record.function_events
    return sum(max(event.self_cpu_memory_usage, 0) for event in events)


# Seconds that an update takes: the quickest of 8 runs, after two to warm up.
# Slower ones have waited for other programs.
def seconds(update):
    times = []
    for _ in range(10):
        if torch.get_default_device().type == "cuda":
            start, end = (
                torch.cuda.Event(enable_timing=True) for _ in range(2)
            )
            start.record()
            update()
            end.record()
            end.synchronize()
            times.append(start.elapsed_time(end) / 1000)
        else:
            before = perf_counter()
            update()
            times.append(perf_counter() - before)
    return min(times[2:])


# One row of the table. The old y is kept, so that its id and its memory are
# not used again.
def measure(way, passes, size):
    names = {"x": torch.ones(size), "y": torch.ones(size)}
    old = names["y"]
    code = compile(way, "way", "exec")

    def update():
        exec(code, {"torch": torch}, names)

    fresh = allocated(update)
    y = names["y"]
    time = seconds(update)
    return {
        "way": way,
        "same id": y is old,
        "same data_ptr": y.data_ptr() == old.data_ptr(),
        "same storage": y.untyped_storage().data_ptr()
        == old.untyped_storage().data_ptr(),
        "new bytes": fresh,
        "µs": round(time * 1e6, 1),
        "GB/s": round(passes * y.nbytes / time / 1e9, 1),
    }


# The number behind each way says how often it passes over the data: y + x
# reads two tensors and writes one, and copying the result into y[:] reads
# and writes once more. New memory may come fresh from the system or be used
# again, so the times of the first two ways vary; the new bytes do not.
ways = {
    "y = y + x": 3,
    "y[:] = y + x": 5,
    "y += x": 3,
    "torch.add(y, x, out=y)": 3,
    "y.copy_(x)": 2,
}


def new() -> None:
    """A new tensor each time."""
    # id names a Python object. y = y + x makes a new object and then gives it
    # the name y.
    x = torch.tensor([1, 2])
    y = torch.arange(3).reshape((3, 1))
    before = id(y)
    y = y + x
    id(y) == before

    # The new tensor has the shape of the sum, not that of the old y.
    y.shape


def inplace() -> None:
    """The same tensor, written again."""
    # A target that is written into has to have the result's shape already: y is
    # made (3, 2) first.
    x = torch.tensor([1, 2])
    y = torch.arange(3).reshape((3, 1))
    y = y + x

    # A slice on the left writes into the tensor that is there.
    before = id(y)
    y[:] = y + x
    id(y) == before

    # So does +=.
    before = id(y)
    y += x
    id(y) == before

    y


def cost(size: int = 2**20) -> None:
    """What each way costs.

    The same update, written in four ways, and a plain copy to compare with.
    GB/s counts every byte that is read or written.
    """

    # A row for each way.
    table = [measure(way, passes, size) for way, passes in ways.items()]
    table  # measured

    # Only the first way makes a new tensor. The second keeps the place, but
    # still needs new memory for y + x before it is copied there.
    kept = [row["same data_ptr"] for row in table]
    assert kept == [False, True, True, True, True]

    # Bytes moved in the same time, beside a plain copy. A GPU reaches about the
    # same with both: it waits for the memory alone. A CPU also fetches what a
    # copy overwrites, and that is not counted.
    rate = {row["way"]: ways[row["way"]] / row["µs"] for row in table}
    share = rate["y += x"] / rate["y.copy_(x)"]
    f"y += x runs at {share:.0%} of a copy"  # measured


def ids() -> None:
    """Does the same id mean the same numbers?"""
    # No: id names a Python object. The reshaped tensor is another object, and
    # reads the same memory.
    x = torch.arange(6)
    y = x.reshape(2, 3)
    id(y) == id(x), y.data_ptr() == x.data_ptr()

    # And when an object is gone, its id may be given to the next one. To
    # compare, keep the old tensor under a name of its own.
    old = x
    x = x + 1
    id(x) == id(old), x.data_ptr() == old.data_ptr()


def temporary() -> None:
    """Why does y[:] = y + x still need memory?"""
    # Because y + x is computed first, into a tensor of its own, and is then
    # copied.
    x, y = torch.ones(10**6), torch.ones(10**6)

    def copied():
        y[:] = y + x

    # A million float32 take 4 million bytes.
    allocated(copied)

    # A function for +=, with y as its own.
    def added(y):
        y += x

    # += writes each sum straight into its place.
    allocated(lambda: added(y))

    # So does out=.
    allocated(lambda: torch.add(y, x, out=y))


def conversions() -> None:
    """Which conversions share memory?"""

    # Write into what a conversion started from, and see whether it shows in
    # what came out.
    def shared(source, made):
        before = made.flatten()[0].item()
        source[0] += 1
        return made.flatten()[0].item() != before

    # From a tensor. It is on the CPU: NumPy's arrays live there only.
    t = torch.zeros(3, device="cpu")
    [
        {"conversion": "t.numpy()", "shared": shared(t, t.numpy())},
        {"conversion": "t.detach()", "shared": shared(t, t.detach())},
        {"conversion": "t.reshape(3, 1)", "shared": shared(t, t.reshape(3, 1))},
        {"conversion": "t.clone()", "shared": shared(t, t.clone())},
        {"conversion": "t.double()", "shared": shared(t, t.double())},
    ]

    # From an array.
    a = np.zeros(3)
    [
        {
            "conversion": "from_numpy(a)",
            "shared": shared(a, torch.from_numpy(a)),
        },
        {
            "conversion": "as_tensor(a)",
            "shared": shared(a, torch.as_tensor(a, device="cpu")),
        },
        {"conversion": "tensor(a)", "shared": shared(a, torch.tensor(a))},
    ]


def picture(size: int = 2**20) -> None:
    """What each way costs, side by side."""

    # A number of bytes or microseconds with a fitting unit.
    def told(value, units):
        for unit, factor in units.items():
            if value >= factor or unit == list(units)[-1]:
                return f"{number(value / factor)} {unit}"

    # New memory and time of each way.
    rows = [measure(way, passes, size) for way, passes in ways.items()]
    fresh = [row["new bytes"] for row in rows]
    times = [row["µs"] for row in rows]  # measured

    # Ways that need new memory have another colour in both charts.
    memory = {"GB": 1e9, "MB": 1e6, "kB": 1e3, "B": 1}
    clock = {"s": 1e6, "ms": 1e3, "µs": 1}
    needy = [row["way"] for row in rows if row["new bytes"] > 0]
    title = f"{' and '.join(needy)} need new memory each time"
    figure, (left, right) = charts(title, "AB", [1, 1])
    hues = [colors["yellow" if value > 0 else "blue"] for value in fresh]
    for axes, values, units in ((left, fresh, memory), (right, times, clock)):
        axes.barh(range(len(rows)), values, color=hues)
        for i, value in enumerate(values):
            look = {"textcoords": "offset points", "va": "center"}
            axes.annotate(told(value, units), (value, i), (6, 0), **look)
        axes.set(
            xlim=(0, 1.3 * max(values) or 1),
            ylim=(len(rows) - 0.4, -0.6),
            xticks=[],
            yticks=[],
        )
        axes.grid(visible=False)
        axes.spines["bottom"].set_visible(False)
    elements = f"{size:,}" if size < 10**7 else number(size)
    left.set(title=f"New memory, size {elements}", yticks=range(len(rows)))
    left.set_yticklabels(list(ways), family="DejaVu Sans Mono")
    right.set(title="Time of one update")
    figure
