"""What autograd recorded, as plain data: operations, what they saved, gradients that flowed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .language import tr
from .words import number

if TYPE_CHECKING:
    from torch import Tensor
    from torch.autograd.graph import Node

FEW = 4  # elements that are shown one by one
DIGITS = 5  # of a number by itself
SHORT = 3  # of one among others
# Saved numbers that say what was computed; the others are about shapes.
TOLD = ("exponent", "min", "max", "other", "alpha", "base")


@dataclass
class Operation:
    """One operation of a graph, or a variable at its end.

    Attributes:
        name: as PyTorch has it, such as MulBackward0, or the variable's own name.
        saved: what it kept for backward.
        gradient: of the result with respect to what this operation gave; None where nothing flowed.
        inputs: the recorded operations before it; each variable that went in.
        variable: whether it is a variable.
    """

    name: str
    saved: str = ""
    gradient: Tensor | None = None
    inputs: list[Operation] = field(default_factory=list)
    variable: bool = False


def record(
    result: Tensor, variables: Mapping[str, Tensor], parts: Sequence[str] = ()
) -> Operation | None:
    """The graph that ended in ``result``, after a backward from it with ones as weights.

    Args:
        result: any shape; its graph is kept, and the gradients of ``variables`` are added to.
        variables: leaves by their names.
        parts: the names of a leaf's elements, where ``result`` was made of them one by one.

    Returns:
        The operation that made ``result``; None where nothing was recorded.
    """
    import torch

    if not result.requires_grad:
        return None
    if result.grad_fn is None:
        name = next((name for name, leaf in variables.items() if leaf is result), "x")
        return Operation(name, gradient=torch.ones_like(result), variable=True)
    flowed: dict[Node, Sequence[Tensor | None]] = {}
    hooks = [
        node.register_prehook(lambda gradients, node=node: flowed.__setitem__(node, gradients))
        for node in _nodes(result.grad_fn)
    ]
    # Weights make torch import SymPy, and one number needs none.
    weights = torch.ones_like(result) if result.ndim else None
    result.backward(weights, retain_graph=True)
    for hook in hooks:
        hook.remove()
    return _Reader(variables, parts, flowed).read(result.grad_fn, 0)


def _nodes(root: Node) -> list[Node]:
    """Every node that ``root`` leads to, each once."""
    found = {root: None}
    waiting = [root]
    while waiting:
        for node, _ in waiting.pop().next_functions:
            if node is not None and node not in found:
                found[node] = None
                waiting.append(node)
    return list(found)


@dataclass
class _Reader:
    """Makes operations of nodes; a node that is reached twice is the same operation."""

    variables: Mapping[str, Tensor]
    parts: Sequence[str]
    flowed: Mapping[Node, Sequence[Tensor | None]]
    known: dict[tuple[Node, int], Operation] = field(default_factory=dict)

    def read(self, node: Node, output: int) -> Operation:
        """The operation behind one output of a node."""
        name, leaf = node.name().rpartition(":")[2], getattr(node, "variable", None)
        part = self.parts[output] if name.startswith("Unbind") and self.parts[output:] else ""
        place = (node, output if part else 0)
        if place in self.known:
            return self.known[place]
        gradients = self.flowed.get(node, ())
        gradient = gradients[place[1]] if place[1] < len(gradients) else None
        if part or leaf is not None:
            found = Operation(part or self._name(leaf) or "x", "", gradient, variable=True)
        else:
            found = Operation(name, ", ".join(self._saved(node)), gradient)
        self.known[place] = found
        if not found.variable:
            before = [(n, i) for n, i in node.next_functions if n is not None]
            found.inputs = [self.read(*edge) for edge in before]
        return found

    def _name(self, leaf: object) -> str:
        return next((name for name, known in self.variables.items() if known is leaf), "")

    def _saved(self, node: Node) -> Iterator[str]:
        """What a node keeps: values, and numbers that say what was computed."""
        for attribute in dir(node):
            if not attribute.startswith("_saved_"):
                continue
            name = attribute.removeprefix("_saved_")
            value: Any = getattr(node, attribute)
            told = self._name(value) or written(value)
            if told and (hasattr(value, "shape") or name in TOLD) and (name, value) != ("alpha", 1):
                yield f"{name} {told}"


def written(value: object, digits: int = DIGITS) -> str:
    """A tensor or a number in few signs; nothing for anything else."""
    import torch

    match value:
        case bool():
            return str(value)
        case int() | float():
            return number(value, digits)
        case torch.Tensor() if value.ndim > 1 or value.numel() > FEW:
            return str(tuple(value.shape))
        case torch.Tensor() if value.ndim == 0:
            return written(value.item(), digits)
        case torch.Tensor():
            return f"[{', '.join(written(part, SHORT) for part in value.tolist())}]"
    return ""


@dataclass(frozen=True)
class Line:
    """One line of a graph drawn as a tree: branches and name, saved values, gradient."""

    text: str
    saved: str
    gradient: str


def lines(root: Operation, most: int) -> list[Line]:
    """The graph as a tree of at most ``most`` lines, from the result down; the rest is counted."""
    found = list(_lines(root, "", "", set()))
    if len(found) <= most:
        return found
    return [
        *found[: most - 1],
        Line(tr("… {count} more lines", count=len(found) - most + 1), "", ""),
    ]


def _lines(operation: Operation, before: str, below: str, seen: set[int]) -> Iterator[Line]:
    """A line for an operation and those before it; one that stands above is only named."""
    again = id(operation) in seen
    seen.add(id(operation))
    if again:
        yield Line(before + tr("{name}, as above", name=operation.name), "", "")
        return
    gradient = tr("none") if operation.gradient is None else written(operation.gradient)
    yield Line(f"{before}{operation.name}", operation.saved, gradient)
    times = Counter(map(id, operation.inputs))
    inputs = [*{id(made): made for made in operation.inputs}.values()]
    for made in inputs:
        branch, bar = ("└─ ", "   ") if made is inputs[-1] else ("├─ ", "│  ")
        first, *others = _lines(made, below + branch, below + bar, seen)
        yield Line(_told(first.text, times[id(made)]), first.saved, first.gradient)
        yield from others


def _told(text: str, times: int) -> str:
    """An operation that goes in so many times."""
    if times == 1:
        return text
    return tr(
        "{operation}, twice" if times == 2 else "{operation}, {count} times",
        operation=text,
        count=times,
    )


def count(result: Tensor) -> int:
    """The operations recorded for ``result``, each once; variables are none."""
    if result.grad_fn is None:
        return 0
    return sum(getattr(node, "variable", None) is None for node in _nodes(result.grad_fn))
