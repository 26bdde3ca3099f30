"""The graph that autograd recorded: values as they were computed, gradients as they flow back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import fmean
from typing import Any

import torch
from matplotlib.axes import Axes
from matplotlib.offsetbox import AnnotationBbox, TextArea, VPacker
from torch import Tensor
from torch.autograd.graph import GradientEdge

from .style import BLUE, GREY, INK, ORANGE
from .text import number, shape_text

Node = Any  # torch.autograd.graph.Node: what it has saved depends on the operation

MOST = 8  # operations that are drawn
MORE = "more"  # the key of the box for the others
# What these operations compute follows from what went into them and what they have saved.
KNOWN = (
    "Abs Acos Add Asin Atan Cos Cosh Div Dot Exp Log Maximum Minimum Mul Neg Pow Reciprocal Relu "
    "Sigmoid Sin Sinh Sqrt Sub Sum Tan Tanh"
).split()


@dataclass
class Box:
    """An operation, or a variable.

    ``row`` counts from the result down; ``to`` has the keys of the boxes that went into it, each as
    often as it did.
    """

    name: str
    row: int
    value: str = ""
    gradient: str = ""
    variable: bool = False
    to: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """Its name and value, and the gradient that reaches it."""
        name = f"{self.name} = {self.value}" if self.value else self.name
        return [name, f"gradient {self.gradient}"] if self.gradient else [name]


def boxes(root: Node, leaves: Mapping[str, Tensor]) -> dict[str, Box]:
    """The graph behind a result, from it down to its variables.

    Args:
        root: the ``grad_fn`` of the result. Once backward has freed what the graph had saved, most
            values and gradients are unknown, and left out.
        leaves: variables by their names.
    """
    rows = _rows(root)
    operations = [node for node in rows if not _leaf(node)]
    inputs = [node for node in rows if _leaf(node)]
    keys = {node: str(i) if i < MOST else MORE for i, node in enumerate(operations)}
    keys |= {node: f"variable {i}" for i, node in enumerate(inputs)}
    drawn, hidden = operations[:MOST], operations[MOST:]
    lowest = rows[drawn[-1]] + 1
    names = {id(leaf): name for name, leaf in leaves.items()}
    values, gradients = _values(rows), _gradients(rows)
    found: dict[str, Box] = {}
    for node in (*drawn, *inputs):
        row = lowest + bool(hidden) if _leaf(node) else rows[node]
        name = names.get(id(node.variable), "x") if _leaf(node) else _name(node)
        told = _text(values.get(node)), _text(gradients.get(node))
        found[keys[node]] = Box(name, row, *told, _leaf(node), [keys[n] for n in _before(node)])
    if hidden:
        beyond = {keys[before] for node in hidden for before in _before(node)} - {MORE}
        found[MORE] = Box(f"… {len(hidden):,} more", lowest, to=sorted(beyond))
    return found


def _rows(root: Node) -> dict[Node, int]:
    """Every node with its row, in the order of rows: below all that it went into."""
    uses: Counter[Node] = Counter()
    waiting = [root]
    while waiting:
        for before in _before(waiting.pop()):
            waiting += [before] * (before not in uses)
            uses[before] += 1
    rows = {root: 0}
    ready = [root]
    while ready:
        node = ready.pop()
        for before in _before(node):
            rows[before] = max(rows.get(before, 0), rows[node] + 1)
            uses[before] -= 1
            ready += [before] * (uses[before] == 0)
    return dict(sorted(rows.items(), key=lambda item: item[1]))


def _before(node: Node) -> list[Node]:
    return [before for before, _ in node.next_functions if before is not None]


def _leaf(node: Node) -> bool:
    return hasattr(node, "variable")


def _name(node: Node) -> str:
    return str(node.name()).rpartition(":")[2].partition("Backward")[0]


def _saved(node: Node, name: str) -> Any:
    """What a node has saved under a name; None where it has not, or not any more."""
    try:
        return getattr(node, f"_saved_{name}", None)
    except RuntimeError:  # backward has freed it
        return None


def _values(rows: Mapping[Node, int]) -> dict[Node, Tensor]:
    """What each node computed, as far as it follows from what the graph has saved."""
    values: dict[Node, Tensor] = {}
    for node in reversed(rows):
        value = node.variable if _leaf(node) else _computed(node, values)
        if value is not None:
            values[node] = value.detach()
    return values


def _computed(node: Node, values: Mapping[Node, Tensor]) -> Tensor | None:
    """What an operation computed; None where that is unknown."""
    result, name = _saved(node, "result"), _name(node)
    if result is not None:
        return torch.as_tensor(result)
    if name not in KNOWN or _saved(node, "alpha") not in (None, 1):
        return None
    inputs = [values.get(before) for before, _ in node.next_functions]
    inputs = [*inputs, None][:2] if name == "Pow" else inputs
    constants = ("self", "exponent" if name == "Pow" else "other")
    inputs = [
        _saved(node, saved) if value is None else value
        for value, saved in zip(inputs, constants, strict=False)
    ]
    try:
        with torch.no_grad():
            return torch.as_tensor(getattr(torch, name.lower())(*inputs))
    except (RuntimeError, TypeError):  # something is unknown, or it takes other arguments
        return None


def _gradients(rows: Mapping[Node, int]) -> dict[Node, Tensor]:
    """The gradient that reaches each node, where that of the result is 1; none once they are freed.

    The graph is kept, and nothing is added to the gradients of tensors.
    """
    root, *others = rows
    like = next(node.variable for node in others if _leaf(node))
    # torch tells a result's shape only so; without it, it is taken to be one number.
    facts = getattr(root, "_input_metadata", ())
    one = torch.ones(facts[0].shape if facts else (), dtype=like.dtype, device=like.device)
    edges = [GradientEdge(node, 0) for node in others]
    try:
        found = torch.autograd.grad(
            [GradientEdge(root, 0)], edges, [one], retain_graph=True, allow_unused=True
        )
    except RuntimeError:
        return {}
    pairs = zip(rows, (one, *found), strict=True)
    return {node: gradient for node, gradient in pairs if gradient is not None}


def _text(value: Tensor | None) -> str:
    """A tensor in a box: its numbers, where they are few."""
    if value is None:
        return ""
    if value.ndim == 0:
        return number(value.item(), 4)
    if value.ndim > 1 or value.numel() == 0:
        return shape_text(value.shape)
    texts = [number(x) for x in value[:4].tolist()]
    if len(value) > 4:
        texts[2:] = ["…", number(value[-1].item())]
    return f"[{' '.join(texts)}]"


WIDE, HIGH = 3.3, 3.9  # inches: the chart of a graph
LARGEST, SMALLEST = 10.5, 5.5  # of text, in points


def draw(axes: Axes, found: Mapping[str, Box]) -> None:
    """Draw a graph in rows, the result at the top. No arrow passes through a box."""
    rows, ways = _placed(found)
    size = _size(rows, found)
    if size < SMALLEST:  # too wide: only the names of operations
        found = {key: replace(box, value="", gradient="") for key, box in found.items()}
        size = max(_size(rows, found), SMALLEST)
    axes.set(xlim=(0, 1), ylim=(len(rows) - 0.5, -0.75))
    axes.axis("off")
    spots: dict[str, tuple[float, float]] = {}
    for depth, row in enumerate(rows):
        wide = [_width(item, found) * size / WIDE for item in row]
        x = gap = (1 - sum(wide)) / (len(row) + 1)
        for item, own in zip(row, wide, strict=True):
            spots[item] = (x + own / 2, depth)
            x += own + gap
    half = 0.0225 * size * (len(rows) + 0.25) / HIGH
    x, _ = spots[next(iter(found))]
    _arrow(axes, [(x, -0.75 - half), (x, 0)], half)
    for items, bend in ways:
        _arrow(axes, [spots[item] for item in items], half, bend)
    for key, box in found.items():
        _box(axes, spots[key], box, size)


def _size(rows: Sequence[Sequence[str]], found: Mapping[str, Box]) -> float:
    """The size of text at which all boxes have room beside and below one another."""
    across = min((WIDE - 0.08 * len(r)) / sum(_width(item, found) for item in r) for r in rows)
    return min(LARGEST, across, HIGH / (0.061 * (len(rows) + 0.25)))


def _width(item: str, found: Mapping[str, Box]) -> float:
    """Inches of a box, or of an arrow that passes its row, for each point of its text's size."""
    return 0.0092 * max(map(len, found[item].lines)) + 0.011 if item in found else 0.012


Way = tuple[list[str], float]  # the items that an arrow passes, and how much it is bent


def _placed(found: Mapping[str, Box]) -> tuple[list[list[str]], list[Way]]:
    """The boxes of each row, with room for the arrows that pass it, and the arrows.

    Each row is ordered so that what belongs together is close: by the mean place of what is above.
    """
    rows: list[list[str]] = [[] for _ in range(max(box.row for box in found.values()) + 1)]
    for key, box in found.items():
        rows[box.row].append(key)
    ways: list[Way] = []
    above: dict[str, list[str]] = {}
    for key, box in found.items():
        for before in dict.fromkeys(box.to):
            passed = [f"{key}→{before}@{row}" for row in range(box.row + 1, found[before].row)]
            for row, item in enumerate(passed, box.row + 1):
                rows[row].append(item)
            way = [key, *passed, before]
            for upper, lower in pairwise(way):
                above.setdefault(lower, []).append(upper)
            twice = box.to.count(before) > 1 and not passed
            ways += [(way, bend) for bend in ((-0.3, 0.3) if twice else (0.0,))]
    for upper_row, row_below in pairwise(rows):
        place = {item: (i + 1) / (len(upper_row) + 1) for i, item in enumerate(upper_row)}
        row_below.sort(key=lambda item: fmean(place[up] for up in above[item]))
    return rows, ways


def _arrow(axes: Axes, path: Sequence[tuple[float, float]], half: float, bend: float = 0.0) -> None:
    """A line through these points with an arrow at its end, from one box to another."""
    (x0, y0), (x1, y1) = path[0], path[-1]
    points = [(x0, y0 + half), *path[1:-1], (x1, y1 - half)]
    axes.plot(*zip(*points[:-1], strict=True), color=GREY, lw=1.2, zorder=1)
    look = {"arrowstyle": "-|>", "color": GREY, "lw": 1.2, "shrinkA": 0, "shrinkB": 0}
    look["connectionstyle"] = f"arc3,rad={bend}"
    axes.annotate("", points[-1], points[-2], arrowprops=look)


def _box(axes: Axes, spot: tuple[float, float], box: Box, size: float) -> None:
    color = BLUE if box.variable else INK
    looks = ({"size": size, "color": color}, {"size": size - 1, "color": ORANGE})
    lines = [TextArea(t, textprops=look) for t, look in zip(box.lines, looks, strict=False)]
    edge = {"boxstyle": "round,pad=0.3", "edgecolor": BLUE if box.variable else GREY}
    pack = VPacker(children=[*lines], pad=0, sep=2, align="center")
    axes.add_artist(AnnotationBbox(pack, spot, bboxprops=edge, zorder=3, pad=0.25))
