"""PyTorch's messages: which question each belongs to, the reason, and the way out.

A message is recognised by its own words, whatever stands around it and however its lines are
broken. Sizes and names in it go into the explanation. Of several in one text the last counts: it is
the one that a traceback ends in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .request import LESSONS, load, topics
from .runner import Section

SHAPE = r"[\[(]([\d, ]*)[\])]"


@dataclass(frozen=True)
class Meaning:
    """What a message means. ``{0}``, ``{1}`` … in the texts are the groups of ``pattern``."""

    pattern: str
    topic: str  # lesson and topic, as in "broadcast misfit"
    reason: str
    way_out: str
    into: tuple[int, int] | None = None  # groups with two shapes: the target's, and the value's
    conflict: tuple[int, int, int] | None = None  # groups with an axis and two sizes along it


@dataclass(frozen=True)
class Explained:
    """A message that was found in a text, with its own sizes and names in the explanation."""

    message: str
    topic: str
    reason: str
    way_out: str
    table: list[dict[str, int | str]]  # axis by axis, where the message names sizes


MEANINGS = (
    # Shapes
    Meaning(
        r"The size of tensor a \((\d+)\) must match the size of tensor b \((\d+)\) "
        r"at non-singleton dimension (\d+)",
        "broadcast misfit",
        "Two shapes do not broadcast. Along axis {2}, counted from the left of the longer "
        "shape, the sizes are {0} and {1}; they have to be equal, or one of them 1.",
        "Print both shapes. Then add an axis of size 1 with unsqueeze, exchange axes with "
        "transpose, or keep the axis of a sum with keepdim=True. d2l broadcast, with your two "
        "shapes, tries what helps.",
        conflict=(2, 0, 1),
    ),
    Meaning(
        rf"output with shape {SHAPE} doesn't match the broadcast shape {SHAPE}",
        "broadcast target",
        "The result has the shape [{1}], and what it is to be written into has [{0}]. A target "
        "that is written in place is never stretched.",
        "Write y = y + x, which makes a new tensor, or give y the result's shape first.",
        into=(0, 1),
    ),
    Meaning(
        r"The expanded size of the tensor \((\d+)\) must match the existing size \((\d+)\) at "
        rf"non-singleton dimension (\d+)\. Target sizes: {SHAPE}\. Tensor sizes: {SHAPE}",
        "broadcast target",
        "A tensor of shape [{4}] does not fit into [{3}]: along axis {2} there are {1} numbers for "
        "{0} places. A target that is written in place, or the argument of expand, is never "
        "stretched the other way.",
        "Write y = …, which makes a new tensor, or give the target the shape [{4}] first.",
        into=(3, 4),
    ),
    Meaning(
        rf"An output with one or more elements was resized since it had shape {SHAPE}, which does "
        rf"not match the required output shape {SHAPE}",
        "broadcast target",
        "The tensor behind out= has the shape [{0}], and the result [{1}]. It was resized this "
        "time; coming versions refuse.",
        "Make the tensor for out= with the shape [{1}].",
        into=(0, 1),
    ),
    Meaning(
        r"view size is not compatible with input tensor's size and stride",
        "tensor views",
        "view never copies, and these numbers do not lie in memory in the order that the new shape "
        "asks for: a transpose or a slice has put them in another one.",
        "Write reshape: it copies where it has to.",
    ),
    Meaning(
        r"shape '\[([-\d, ]*)\]' is invalid for input of size (\d+)",
        "tensor reshape",
        "reshape keeps all numbers, and the shape [{0}] does not have room for exactly {1}.",
        "Make the product of the sizes {1}, or write -1 for one of them: PyTorch works it out.",
    ),
    Meaning(
        r"Sizes of tensors must match except in dimension (\d+)\. Expected size (\d+) but got size "
        r"(\d+)",
        "tensor cat",
        "Tensors that are joined along axis {0} need the same size along every other axis, and "
        "here are {1} and {2}.",
        "Join along the axis where they differ, or bring them to one shape first.",
    ),
    Meaning(
        r"mat1 and mat2 shapes cannot be multiplied \((\d+)x(\d+) and (\d+)x(\d+)\)",
        "linalg products",
        "In a product of matrices each row of the first meets each column of the second: ({0}, "
        "{1}) times ({2}, {3}) would need {1} and {2} to be equal.",
        "Transpose one of them with .T, or write * if you mean element by element.",
    ),
    Meaning(
        r"size mismatch, got input \((\d+)\), mat \((\d+)x(\d+)\), vec \((\d+)\)",
        "linalg products",
        "A ({1}, {2}) matrix times a vector needs {2} numbers in the vector, and this one has {3}.",
        "Transpose the matrix with .T, or give a vector of length {2}.",
    ),
    Meaning(
        r"Dimension out of range \(expected to be in range of \[(-?\d+), (-?\d+)\], "
        r"but got (-?\d+)\)",
        "linalg reduce",
        "The tensor has no axis {2}: its axes are 0 to {1}, or {0} to -1 counted from the last.",
        "Give one of these, and print the shape if you expected another.",
    ),
    Meaning(
        r"The use of `x\.T` on tensors of dimension other than 2",
        "linalg transpose",
        "The transpose exchanges rows and columns, so it belongs to matrices. With other "
        "numbers of axes .T reverses all of them, and coming versions refuse.",
        "Write .mT to transpose each matrix of a batch, or permute to say where each axis goes.",
    ),
    # Types of numbers
    Meaning(
        r"mean\(\): could not infer output dtype\. Input dtype must be either a floating point or "
        r"complex dtype\. Got: (\w+)",
        "tensor dtypes",
        "These numbers are whole ({0}), their mean need not be, and mean does not change the type "
        "by itself.",
        "Write x.float().mean(), or make floats in the first place: arange(3.), with a point.",
    ),
    Meaning(
        r"result type (\w+) can't be cast to the desired output type (\w+)",
        "tensor dtypes",
        "The result is of type {0}, and the tensor that it is to be written into holds {1}. In "
        "place the type cannot change.",
        "Write y = y + x, which makes a new tensor, or turn y into floats first: y = y.float().",
    ),
    Meaning(
        r"(?:addmv input tensors must have the same dtype, but got|"
        r"expected (?:m1 and m2|mat1 and mat2) to have the same dtype, but got:|"
        r"dot : expected both vectors to have same dtype, but found) "
        r"(\w+)(?: int)?(?:,| !=| and) (\w+)",
        "linalg dtypes",
        "One factor holds {0}, the other {1}. *, + and the like bring both to one type; dot, "
        "mv, mm and @ do not.",
        "Bring both to one type first: A.float().",
    ),
    Meaning(
        r"linalg\.(?:vector|matrix)_norm: Expected a floating point or complex tensor as input\. "
        r"Got (\w+)",
        "norm integers",
        "A norm is a root as a rule, so it is computed in floats, and these numbers are {0}.",
        "Write torch.norm(u.float()), or make floats in the first place: tensor([3., 4.]).",
    ),
    Meaning(
        r"must be Tensor, not numpy\.ndarray",
        "derivative array",
        "torch's own functions take tensors, and this is a NumPy array.",
        "Write torch.from_numpy(a), which shares the memory, or use NumPy's function.",
    ),
    # Gradients
    Meaning(
        r"grad can be implicitly created only for scalar outputs",
        "autograd nonscalar",
        "backward without arguments starts from one number, and this tensor has more.",
        "Add it up first, y.sum().backward(), or give each output its weight: "
        "y.backward(gradient=torch.ones_like(y)).",
    ),
    Meaning(
        r"Trying to backward through the graph a second time",
        "autograd twice",
        "backward frees the values that it saved, as soon as it has used them. This graph was used "
        "before.",
        "Compute y anew before each backward. If you do need the same graph again, write "
        "y.backward(retain_graph=True) the first time.",
    ),
    Meaning(
        r"element 0 of tensors does not require grad and does not have a grad_fn",
        "autograd gradient",
        "Nothing was recorded: no tensor that went into this one requires gradients, or the work "
        "was done under no_grad, or after detach.",
        "Write requires_grad=True where the inputs are made.",
    ),
    Meaning(
        r"a leaf Variable that requires grad is being used in an in-place operation",
        "autograd inplace",
        "A tensor that gradients are wanted for was changed in place. Its old numbers belong to"
        " what is recorded.",
        "Write x = x + 1, or change it under torch.no_grad(), as an optimiser does.",
    ),
    Meaning(
        r"one of the variables needed for gradient computation has been modified by an inplace "
        r"operation: \[\S+ \[([\d, ]*)\]\], which is output \d+ of (\w+), is at version (\d+); "
        r"expected version (\d+)",
        "autograd inplace",
        "{1} had saved its result, a tensor of shape [{0}], for the gradient. It was changed since "
        "then: it is at version {2}, and version {3} was saved.",
        "Write y = y + 1 in place of y += 1 there, or change a clone.",
    ),
    Meaning(
        r"[Oo]nly Tensors of floating point (?:and complex )?dtype can require gradients",
        "autograd integers",
        "A derivative asks what happens when a number changes a little. Whole numbers cannot.",
        "Make floats: torch.arange(4.), with a point, or x.float().",
    ),
    Meaning(
        r"The \.grad attribute of a Tensor that is not a leaf Tensor is being accessed",
        "autograd leaves",
        "Only the tensors that you made keep their gradient. This one was computed, and its "
        "gradient is passed on and forgotten.",
        "Write y.retain_grad() before backward.",
    ),
    Meaning(
        r"Can't call numpy\(\) on Tensor that requires grad",
        "autograd arrays",
        "NumPy would share these numbers and know nothing of what is recorded with them.",
        "Write x.detach().numpy().",
    ),
    # Chance
    Meaning(
        r"cannot sample n_sample > prob_dist\.size\(-1\) samples without replacement",
        "dice multinomial",
        "torch.multinomial draws without putting back, as from a hat, and there are fewer "
        "numbers in it than you ask for.",
        "Write replacement=True, for dice. For counts take torch.distributions.Multinomial.",
    ),
)


def explain(text: str) -> Explained | None:
    """The last message in ``text`` that is known, None where there is none."""
    plain = " ".join(re.sub(r"\x1b\[[\d;]*m", "", text).split())
    found = [
        (match.end(), meaning, match)
        for meaning in MEANINGS
        for match in re.finditer(meaning.pattern, plain)
    ]
    if not found:
        return None
    _, meaning, match = max(found, key=lambda item: item[0])
    groups = match.groups()
    table: list[dict[str, int | str]] = []
    if meaning.conflict is not None:
        axis, a, b = (int(groups[place]) for place in meaning.conflict)
        table = [{"axis": axis, "a": a, "b": b, "verdict": "conflict"}]
    if meaning.into is not None:
        table = _fitting(*([*map(int, re.findall(r"\d+", groups[n]))] for n in meaning.into))
    reason, way_out = meaning.reason.format(*groups), meaning.way_out.format(*groups)
    return Explained(match[0], meaning.topic, reason, way_out, table)


def _fitting(target: list[int], value: list[int]) -> list[dict[str, int | str]]:
    """Whether a value fits into a target, axis by axis from the right."""
    rows: list[dict[str, int | str]] = []
    for axis in range(-max(len(target), len(value)), 0):
        place = target[axis] if len(target) >= -axis else "-"
        size = value[axis] if len(value) >= -axis else "-"
        fits = size in (place, 1, "-")
        verdict = "fits" if fits else f"no room for {size}"
        rows.append({"axis": axis, "target": place, "value": size, "verdict": verdict})
    return rows


def questions() -> Iterator[tuple[str, Section]]:
    """Each topic of each lesson, as it is typed, and its section."""
    for path in sorted(LESSONS.glob("*.py")):
        lesson = load(path.stem)
        for section in topics(lesson):
            yield f"{lesson.name} {section.name}", section


def nearest(text: str, most: int = 3) -> list[tuple[str, str]]:
    """Topics that share the most words with ``text``, as they are typed, with their titles."""
    words = _words(text)
    ranked = []
    for topic, section in questions():
        told = " ".join([section.title, *(cell.caption + cell.code for cell in section.cells)])
        shared = len(words & _words(f"{topic} {section.title}")) * 3 + len(words & _words(told))
        if shared:
            ranked.append((-shared, topic, section.title))
    return [(topic, title) for _, topic, title in sorted(ranked)[:most]]


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z_]{4,}", text.lower()))
