"""The graph that autograd recorded: values as they were computed, gradients as they flow back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import torch
from matplotlib.axes import Axes
from matplotlib.offsetbox import AnnotationBbox, TextArea, VPacker
from torch import Tensor

from ..language import tr
from ..recorded import written
from .style import BLUE, GREY, INK, ORANGE, arrow
from .text import powers

Node = Any  # torch.autograd.graph.Node: what it has saved depends on the operation

MOST = 8  # operations that are drawn
# What these operations compute follows from what went into them and what they have saved.
KNOWN = (
    "Abs Acos Add Asin Atan Cos Cosh Div Dot Exp Log Maximum Minimum Mul Neg Pow Reciprocal Relu "
    "Sigmoid Sin Sinh Sqrt Sub Sum Tan Tanh"
)


@dataclass
class Box:
    """An operation, or a variable. What is used again stands there again, with its name only."""

    name: str
    value: str = ""
    gradient: str = ""
    variable: bool = False
    inputs: list[Box] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """Its name and value, and the gradient that reaches it."""
        name = f"{self.name} = {self.value}" if self.value else self.name
        told = tr("gradient {gradient}", gradient=self.gradient)
        return [name, told] if self.gradient else [name]

    @property
    def bare(self) -> Box:
        """The same without values and gradients."""
        return Box(self.name, variable=self.variable, inputs=[box.bare for box in self.inputs])


def tree(root: Node, leaves: Mapping[str, Tensor]) -> Box:
    """The graph behind a result, from it down to its variables, and no more than is drawn.

    Args:
        root: the ``grad_fn`` of the result. Once backward has freed what the graph had saved, most
            values and gradients are unknown, and left out.
        leaves: variables by their names.
    """
    order = _order(root)
    names = {id(leaf): name for name, leaf in leaves.items()}
    values, gradients = _values(order), _gradients(order)
    drawn = [node for node in order if not _leaf(node)][:MOST]
    seen: set[Node] = set()

    def box(node: Node) -> Box:
        name = names.get(id(node.variable), "x") if _leaf(node) else _name(node)
        found = Box(name, variable=_leaf(node))
        if not _leaf(node) and node not in drawn:
            return Box("…")
        if node not in seen:
            seen.add(node)
            found.value, found.gradient = _text(values.get(node)), _text(gradients.get(node))
            found.inputs = [box(before) for before in _before(node)]
        return found

    return box(root)


def _order(root: Node) -> list[Node]:
    """Every node, each before those that went into it."""
    rows: dict[Node, int] = {}
    row, level = 0, {root: None}
    while level:
        rows |= dict.fromkeys(level, row)
        row, level = row + 1, dict.fromkeys(n for node in level for n in _before(node))
    return sorted(rows, key=rows.__getitem__)


def _before(node: Node) -> list[Node]:
    return [before for before, _ in node.next_functions if before is not None]


def _leaf(node: Node) -> bool:
    return hasattr(node, "variable")


def _name(node: Node) -> str:
    return str(node.name()).rpartition(":")[2].partition("Backward")[0]


def _text(value: Tensor | None) -> str:
    return "" if value is None else powers(written(value, 4))


def _saved(node: Node, name: str) -> Any:
    """What a node has saved under a name; None where it has not, or not any more."""
    try:
        return getattr(node, f"_saved_{name}", None)
    except RuntimeError:  # backward has freed it
        return None


def _values(order: list[Node]) -> dict[Node, Tensor]:
    """What each node computed, as far as it follows from what the graph has saved."""
    values: dict[Node, Tensor] = {}
    for node in reversed(order):
        value = node.variable if _leaf(node) else _saved(node, "result")
        value = _computed(node, values) if value is None else value
        if value is not None:
            values[node] = torch.as_tensor(value).detach()
    return values


def _computed(node: Node, values: Mapping[Node, Tensor]) -> Any:
    """What an operation computed from what went into it; None where that is unknown."""
    name = _name(node)
    if name not in KNOWN.split() or _saved(node, "alpha") not in (None, 1):
        return None
    inputs = [values.get(before) for before, _ in node.next_functions]
    constants = ["self", "other"]
    if name == "Pow":
        inputs, constants = [*inputs, None][:2], ["self", "exponent"]
    pairs = zip(inputs, constants, strict=False)
    inputs = [_saved(node, saved) if value is None else value for value, saved in pairs]
    try:
        with torch.no_grad():
            return getattr(torch, name.lower())(*inputs)
    except (RuntimeError, TypeError):  # something is unknown, or it takes other arguments
        return None


def _gradients(order: list[Node]) -> dict[Node, Tensor]:
    """The gradient that reaches each node, where that of the result is 1; none once they are freed.

    The graph is kept, and nothing is added to the gradients of tensors.
    """
    try:
        from torch.autograd.graph import GradientEdge

        fact = order[0]._input_metadata[0]
        one = torch.ones(fact.shape, dtype=fact.dtype, device=fact.device)
        result, *edges = (GradientEdge(node, 0) for node in order)
        # For weights that are given, torch loads SymPy: a scalar needs none.
        weights = [one] if one.ndim else None
        found = torch.autograd.grad([result], edges, weights, retain_graph=True, allow_unused=True)
    except (AttributeError, ImportError, RuntimeError):  # freed; or torch before 2.5
        return {}
    return {n: g for n, g in zip(order, (one, *found), strict=True) if g is not None}


WIDE, HIGH = 3.3, 3.9  # inches: the chart of a graph
LARGEST, SMALLEST = 10.5, 5.5  # of text, in points


def draw(axes: Axes, root: Box) -> None:
    """Draw a graph as a tree, the result at the top."""
    axes.set(xlim=(0, WIDE), ylim=(HIGH, 0))
    axes.axis("off")
    root = root.bare if WIDE / _wide(root) < SMALLEST else root
    rows = _rows(root)
    size = min(LARGEST, WIDE / _wide(root), HIGH / (0.075 * rows))
    _below(axes, root, WIDE / 2, HIGH / rows, size, 0)


def _rows(box: Box) -> int:
    return 1 + max(map(_rows, box.inputs), default=0)


def _wide(box: Box) -> float:
    """Inches that a box and those below it need, for each point of the size of their text."""
    own = 0.0092 * max(map(len, box.lines)) + 0.022
    return max(own, sum(map(_wide, box.inputs)))


def _below(axes: Axes, box: Box, x: float, step: float, size: float, row: int) -> None:
    """Draw a box at half its row, and those that went into it below."""
    y, half = (row + 0.5) * step, 0.025 * size
    left = x - sum(map(_wide, box.inputs)) * size / 2
    for part in box.inputs:
        middle = left + _wide(part) * size / 2
        arrow(axes, (x, y + half), (middle, y + step - half), GREY)
        _below(axes, part, middle, step, size, row + 1)
        left += _wide(part) * size
    looks = (
        {"size": size, "color": BLUE if box.variable else INK},
        {"size": size - 1, "color": ORANGE},
    )
    lines = [TextArea(t, textprops=look) for t, look in zip(box.lines, looks, strict=False)]
    edge = {"boxstyle": "round,pad=0.3", "edgecolor": BLUE if box.variable else GREY}
    pack = VPacker(children=[*lines], pad=0, sep=2, align="center")
    axes.add_artist(AnnotationBbox(pack, (x, y), bboxprops=edge, zorder=3, pad=0.25))
