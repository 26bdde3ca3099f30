"""PyTorch's messages: which question each belongs to, the reason, and the way out.

A message is recognised by its own words, whatever stands around it and however its lines are
broken. Sizes and names in it go into the explanation. Of several in one text the last counts: it is
the one that a traceback ends in. Where two meanings fit the same words, the first in ``MEANINGS``
counts: a special case stands before the general one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import prod

from .request import LESSONS, load, topics
from .runner import Section

SHAPE = r"[\[(]([\d, ]*)[\])]"
# A type in PyTorch's words: Float, and in C++'s: long int, unsigned char, c10::Half.
TYPE = r"((?:(?:un)?signed )?(?:long long|(?:long|short) int|c10::\w+(?:<\w+>)?|\w+))"
ARGUMENT = r"(\w+)\(\): (argument '\w+'(?: \(position \d+\))?)"
AMOUNT = r"([\d.]+ \w+)"


def _product(shape: str, *_: str) -> tuple[str, ...]:
    """The product of a shape's sizes, -1 aside."""
    return (str(prod(size for size in map(int, re.findall(r"-?\d+", shape)) if size != -1)),)


def _axes(first: str, last: str, *_: str) -> tuple[str, ...]:
    """Which axes there are, as a person would say it."""
    if last == "0":
        return ("its only axis is 0",)
    link = "and" if last == "1" else "to"
    return (f"its axes are 0 {link} {last}, or {first} {link} -1 counted from the last",)


def _indices(_index: str, _axis: str, size: str) -> tuple[str, ...]:
    """Which indices an axis of this size has."""
    most = int(size)
    if most < 2:
        return ("its only index is 0" if most else "it is empty",)
    link = "and" if most == 2 else "to"
    return (f"its indices are 0 {link} {most - 1}, or -{most} {link} -1 counted from the end",)


def _factor(name: str) -> tuple[str, ...]:
    """Which factor of a product the name in the message stands for."""
    return ("second" if name == "mat2" else "first",)


def _transposed(*sizes: str) -> tuple[str, ...]:
    """Which product of two matrices fits, where A @ B does not."""
    m, k, p, q = map(int, sizes)
    ways = {
        "A.T @ B": (m == p, (k, q)),
        "A @ B.T": (k == q, (m, p)),
        "A.T @ B.T": (m == q, (k, p)),
        "B @ A": (q == m, (p, k)),
        "A * B, element by element,": ((m, k) == (p, q), (m, k)),
    }
    found = [f"{way} gives {shape}" for way, (fits, shape) in ways.items() if fits]
    return (f"What fits: {', '.join(found)}." if found else "No transpose fits.",)


def _turned(_: str, rows: str, columns: str, vector: str) -> tuple[str, ...]:
    """What helps where a matrix does not fit a vector."""
    if rows == vector:
        return ("Transpose the matrix: A.T @ x fits.",)
    return (f"Give a vector of length {columns}; not even the transpose takes one of {vector}.",)


def _gib(size: str) -> tuple[str, ...]:
    """Bytes as a person would say it."""
    return (f"{int(size) / 2**30:,.1f} GiB",)


def _imported(name: str) -> tuple[str, ...]:
    """The line that imports a module under its usual name."""
    usual = {
        "np": "import numpy as np",
        "plt": "import matplotlib.pyplot as plt",
        "nn": "from torch import nn",
        "F": "import torch.nn.functional as F",
    }
    return (usual.get(name, f"import {name}"),)


@dataclass(frozen=True)
class Meaning:
    """What a message means. ``{0}``, ``{1}`` … in the texts are the groups of ``pattern``."""

    pattern: str
    topic: str  # lesson and topic, as in "broadcast misfit"
    reason: str
    way_out: str
    rest: str = ""  # a pattern of what may follow in the message, and is only shown
    words: Callable[..., tuple[str, ...]] | None = None  # words made of the groups, counted on
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


# Ways out that several messages share.
MOVE = "Move one to the other's device, x.to(y.device), or make both there: device=…."
LESS = (
    "Compute with fewer numbers at a time, such as a smaller batch, and del what you no longer "
    "need. Other programs may hold the rest: nvidia-smi lists them."
)

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
        "For y[:] = … write y = …, which makes a new tensor, or give y the shape [{4}] first. "
        "expand stretches only axes of size 1; repeat copies others.",
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
        rest=r"\. This behavior is deprecated.{,400}? with t\.resize_\(0\)\.",
    ),
    Meaning(
        r"view size is not compatible with input tensor's size and stride",
        "tensor views",
        "view never copies, and these numbers do not lie in memory in the order that the new shape "
        "asks for: a transpose or a slice has put them in another one.",
        "Write reshape: it copies where it has to.",
        rest=r" \(at least one dimension spans across two contiguous subspaces\)\. "
        r"Use \.reshape\(\.\.\.\) instead\.",
    ),
    Meaning(
        r"shape '\[((?:[\d ]+, )*-1(?:, [\d ]+)*)\]' is invalid for input of size (\d+)",
        "tensor reshape",
        "reshape keeps all numbers. For -1 it takes {1} divided by {2}, and {1} is no multiple of "
        "{2}.",
        "Give other sizes, whose product divides {1}. Print the shape of the tensor if you "
        "expected more numbers, or fewer.",
        words=_product,
    ),
    Meaning(
        r"shape '\[([-\d, ]*)\]' is invalid for input of size (\d+)",
        "tensor reshape",
        "reshape keeps all numbers: the shape [{0}] has room for {2}, and there are {1}.",
        "Make the product of the sizes {1}. One size may be -1 if the others divide {1}: PyTorch "
        "works it out.",
        words=_product,
    ),
    Meaning(
        r"only one dimension can be inferred",
        "tensor reshape",
        "-1 stands for a size that PyTorch works out from the others, and here are two of them.",
        "Write numbers for all sizes but one.",
    ),
    Meaning(
        r"Sizes of tensors must match except in dimension (\d+)\. Expected size (\d+) but got size "
        r"(\d+)",
        "tensor cat",
        "Tensors that are joined along axis {0} need the same size along every other axis, and "
        "here are {1} and {2}.",
        "If they differ along one axis only, join along that one; else bring them to one shape "
        "first.",
        rest=r" for tensor number \d+ in the list\.",
    ),
    Meaning(
        r"mat1 and mat2 shapes cannot be multiplied \((\d+)x(\d+) and (\d+)x(\d+)\)",
        "linalg products",
        "In a product of matrices each row of the first meets each column of the second: ({0}, "
        "{1}) times ({2}, {3}) would need {1} and {2} to be equal.",
        "{4} Print both shapes. In nn.Linear the sizes of a layer for these inputs are "
        "nn.Linear({1}, …).",
        words=_transposed,
    ),
    Meaning(
        r"size mismatch, got input \((\d+)\), mat \((\d+)x(\d+)\), vec \((\d+)\)",
        "linalg products",
        "A ({1}, {2}) matrix times a vector needs {2} numbers in the vector, and this one has {3}.",
        "{4}",
        words=_turned,
    ),
    Meaning(
        r"Dimension out of range \(expected to be in range of \[(-?\d+), (-?\d+)\], "
        r"but got (-?\d+)\)",
        "linalg reduce",
        "The tensor has no axis {2}: {3}.",
        "Give an axis that is there, and print the shape if you expected more. unsqueeze and stack "
        "count the axis that they make too.",
        words=_axes,
    ),
    Meaning(
        r"The use of `x\.T` on tensors of dimension other than 2",
        "linalg transpose",
        "The transpose exchanges rows and columns, so it belongs to matrices. With other "
        "numbers of axes .T reverses all of them, and coming versions refuse.",
        "Write .mT to transpose each matrix of a batch, or permute to say where each axis goes.",
        rest=r" to reverse their shape .{,300}? to reverse the dimensions of a tensor\.",
    ),
    Meaning(
        r"1D tensors expected, but got (\d+)D and (\d+)D tensors",
        "linalg products",
        "dot multiplies two vectors, which have one axis each. Here the first factor has {0} and "
        "the second {1}.",
        "Write @, which takes vectors and matrices, or (A * B).sum() to multiply number by number "
        "and add up.",
    ),
    Meaning(
        r"inconsistent tensor size, expected tensor \[(\d+)\] and src \[(\d+)\] to have the same "
        r"number of elements",
        "linalg products",
        "dot multiplies the first by the first, the second by the second, and so on. These vectors "
        "have {0} and {1} numbers.",
        "Print both shapes, and bring the vectors to one length.",
        rest=r", but got \d+ and \d+ elements respectively",
    ),
    Meaning(
        r"(self|mat1|mat2) must be a matrix",
        "linalg products",
        "mm multiplies two matrices, and the {1} factor ({0}) does not have two axes.",
        "Write @, or mv for a matrix times a vector. x.unsqueeze(1) makes a vector one column.",
        rest=r", got \d+-D tensor",
        words=_factor,
    ),
    Meaning(
        r"vector \+ matrix @ vector expected, got \d+, (\d+), (\d+)",
        "linalg products",
        "mv multiplies a matrix, which has 2 axes, by a vector, which has 1. Here the first factor "
        "has {0} and the second {1}.",
        "Put the matrix first, or write @, which takes two matrices too.",
    ),
    # Lists and parts
    Meaning(
        r"upper bound and l(?:ower|arger) bound inconsistent with step sign",
        "tensor create",
        "With this step the range never gets from its start to its end.",
        "Exchange start and end, or count down: torch.arange(5, 1, -1).",
    ),
    Meaning(
        r"expected np\.ndarray \(got (\w+)\)",
        "memory conversions",
        "from_numpy shares the memory of an array, and a {0} has none to share.",
        "Write torch.tensor(…), which copies the numbers.",
    ),
    Meaning(
        r"index (-?\d+) is out of bounds for (?:dimension|axis) (\d+) with size (\d+)",
        "tensor index",
        "Axis {1} has the size {2} and no index {0}: {3}.",
        "Take one that is there, or a slice, such as x[2:9], which may reach past the end.",
        words=_indices,
    ),
    Meaning(
        r"too many indices for tensor of dimension (\d+)",
        "tensor index",
        "There are more indices in the brackets than the tensor has axes, which is {0}.",
        "Leave some out, and print the shape if you expected more axes.",
    ),
    Meaning(
        r"invalid index of a 0-dim tensor",
        "tensor index",
        "A tensor without axes holds one number, and there is nothing in it to choose from.",
        "Write x.item() for the number. Print the shape where you expected more.",
        rest=r"\. Use `tensor\.item\(\)` .{,80}? to convert a 0-dim tensor to a number",
    ),
    Meaning(
        r"only integers, slices \(`:`\), ellipsis \(`\.\.\.`\), None and long or byte Variables "
        r"are valid indices \(got (\w+)\)",
        "tensor index",
        "An index is a whole number, a slice, or a tensor of whole numbers or truth values. This "
        "one is of type {0}.",
        "Make it whole: x[int(i)]. For a half of something write n // 2, since n / 2 is a float.",
    ),
    Meaning(
        r"tensors used as indices must be long, int, byte or bool tensors",
        "tensor index",
        "A tensor in the brackets holds indices or truth values, and these numbers have another "
        "type: floats, as a rule.",
        "Write x[i.long()] for indices. Truth values come from a comparison: x[x > 0].",
    ),
    Meaning(
        rf"The shape of the mask {SHAPE} at index (\d+) does not match the shape of the indexed "
        rf"tensor {SHAPE} at index \d+",
        "tensor index",
        "A mask has a truth value for each element. This one has the shape [{0}], the tensor "
        "[{2}], and they differ at axis {1}.",
        "Make the mask from the tensor itself, x[x > 0], or from one of its shape.",
    ),
    Meaning(
        r"(?:too many dimensions|new\(\): invalid data type) 'str'",
        "tensor data",
        "A tensor holds numbers only, and there is text among these.",
        "Turn text into numbers first: torch.tensor([float(word) for word in words]).",
    ),
    Meaning(
        r"Could not infer dtype of (\w+)",
        "tensor data",
        "A tensor holds numbers only, and there is something of type {0} among these.",
        'Leave it out. For a number that is missing write float("nan").',
    ),
    Meaning(
        r"expected sequence of length (\d+) at dim (\d+) \(got (\d+)\)",
        "tensor data",
        "The lists do not make a full grid: along axis {1} the first has the length {0}, and a "
        "later one {2}.",
        "Give all lists the length {0}, or fill the short ones up, with 0 for instance.",
    ),
    Meaning(
        r"stack expects each tensor to be equal size, but got "
        rf"{SHAPE} at entry (\d+) and {SHAPE} at entry (\d+)",
        "tensor cat",
        "stack lays tensors of one shape on top of each other. Number {1} has the shape [{0}], and "
        "number {3} has [{2}].",
        "Bring them to one shape, or join them with torch.cat along the axis where they differ.",
    ),
    Meaning(
        r"Tensors must have same number of dimensions: got (\d+) and (\d+)",
        "tensor cat",
        "Tensors that are joined need equally many axes, and here one has {0} and another {1}.",
        "Give the one with fewer an axis of size 1: x.unsqueeze(0).",
    ),
    Meaning(
        r"(\w+)\(\): argument 'tensors' \(position 1\) must be tuple of Tensors, not ([\w.]*\w)",
        "tensor cat",
        "{0} takes all tensors as one list. What it got first is of type {1}.",
        "Put brackets around them: torch.{0}([x, y]).",
    ),
    Meaning(
        r"expected Tensor as element (\d+) in argument (\d+), but got ([\w.]*\w)",
        "tensor cat",
        "The list is to hold tensors only, and number {0} in it, counted from 0, is of type {2}.",
        "Make a tensor of it first: torch.tensor([…]).",
    ),
    # One number, or several
    Meaning(
        r"(?:len\(\) of|iteration over) a 0-d tensor",
        "tensor numpy",
        "A tensor without axes holds one number: it has no length, and no parts to go through.",
        "Write x.item() for the number, or x.reshape(1) for a tensor with one axis.",
    ),
    Meaning(
        r"only one element tensors can be converted to Python scalars",
        "tensor numpy",
        "float and int make one Python number, and this tensor does not hold exactly one. "
        "torch.tensor treats each tensor in a list the same way.",
        "Pick one, float(x[0]), or add them up first, float(x.sum()). For all of them write "
        "x.tolist(), and for a list of tensors torch.stack.",
    ),
    Meaning(
        r"a Tensor with (\d+) elements cannot be converted to Scalar",
        "tensor numpy",
        "item makes one Python number, and this tensor holds {0}.",
        "Pick one, with an index for each axis, x[0, 0].item(), or add them up first, "
        "x.sum().item(). For all of them write x.tolist().",
    ),
    Meaning(
        r"Boolean value of Tensor with (more than one value|no values) is ambiguous",
        "tensor arithmetic",
        "if, while, and, or and not need one answer, yes or no. A comparison of tensors answers "
        "for each number, and this tensor holds {0}.",
        "Write (x > 0).all() or (x > 0).any(). Number by number, and is &, or is |, not is ~, with "
        "brackets: (x > 0) & (x < 3).",
    ),
    # Types of numbers
    Meaning(
        r"(?:Subtraction|Negation), the `-` operator, (?:with two|with a|on a) bool tensors? is "
        r"not supported",
        "tensor arithmetic",
        "Truth values are no numbers, and have no difference.",
        "Write a ^ b for where two differ, ~a for the contrary, and a.int() to count with them.",
        rest=r"\. (?:Use|If) .{,90}? operator instead\.",
    ),
    Meaning(
        r"\"(\w+)\" not implemented for '(\w+)'",
        "tensor dtypes",
        "What PyTorch calls {0} does not work on numbers of type {1} here.",
        "Change the type first: x.float() for arithmetic, x.long() or x.bool() for &, | and ~.",
    ),
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
        r"(?:self|mat1) and mat2 must have the same dtype, but got|"
        r"expected (?:m1 and m2|mat1 and mat2) to have the same dtype, but got:|"
        r"dot : expected both vectors to have same dtype, but found) "
        rf"{TYPE}(?:,| !=| and) {TYPE}",
        "linalg dtypes",
        "One factor holds {0}, the other {1}. *, + and the like bring both to one type; dot, "
        "mv, mm and @ do not.",
        "Bring both to one type first: A.float() and x.float().",
        rest=r", and \w+",
    ),
    Meaning(
        r"expected scalar type (\w+) but found (\w+)",
        "linalg dtypes",
        "The operation needs one type of numbers throughout: it goes by {0}, and then met {1}. "
        "+ and * bring both to one type, many others do not.",
        "Bring all to one type first: x.float(). Arrays of NumPy hold Double as a rule.",
    ),
    Meaning(
        r"linalg\.(?:vector|matrix)_norm: Expected a floating point or complex tensor as input\. "
        r"Got (\w+)",
        "norm integers",
        "A norm is a root as a rule, so it is computed in floats, and these numbers are {0}.",
        "Write torch.norm(u.float()), or make floats in the first place: tensor([3., 4.]).",
    ),
    Meaning(
        rf"(?:{ARGUMENT} )?must be Tensor, not numpy\.ndarray",
        "derivative array",
        "torch's own functions take tensors, and this is a NumPy array.",
        "Write torch.from_numpy(a), which shares the memory, or use NumPy's function.",
    ),
    Meaning(
        rf"{ARGUMENT} must be Tensor, not (?!numpy\.ndarray)([\w.]*\w)",
        "tensor create",
        "{0} takes tensors, and its {1} is of type {2}.",
        "Make a tensor of it first: torch.tensor(…). For one plain number Python's module math "
        "will do.",
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
        rf"Mismatch in shape: grad_output\[\d+\] has a shape of torch\.Size\({SHAPE}\) and "
        rf"output\[\d+\] has a shape of torch\.Size\({SHAPE}\)",
        "autograd nonscalar",
        "backward takes one weight for each output. The weights have the shape [{0}], and the "
        "outputs [{1}].",
        "Give the weights the shape [{1}]; torch.ones_like(y) has it, and weighs all alike.",
        rest=r"\.",
    ),
    Meaning(
        r"Trying to backward through the graph a second time",
        "autograd twice",
        "backward frees the values that it saved, as soon as it has used them. This graph was used "
        "before.",
        "Compute y anew before each backward. If you do need the same graph again, write "
        "y.backward(retain_graph=True) the first time.",
        rest=r" \(or directly access .{,400}? after calling backward\.",
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
        "Give the result a name of its own, y = x + 1: .grad stays with x. Or change x under "
        "torch.no_grad(), as an optimiser does.",
        rest=r"\.",
    ),
    Meaning(
        r"one of the variables needed for gradient computation has been modified by an inplace "
        r"operation: \[\S+ \[([\d, ]*)\]\], which is output \d+ of (\w+), is at version (\d+); "
        r"expected version (\d+)",
        "autograd inplace",
        "{1} had saved its result, a tensor of shape [{0}], for the gradient. It was changed since "
        "then: it is at version {2}, and version {3} was saved.",
        "Write y = y + 1 in place of y += 1 there, or change a clone.",
        rest=r" instead\.(?: Hint: .{,300}?(?:\(True(?:, check_nan=False)?\)\.|[Gg]ood luck!))?",
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
        rest=r"\. Its \.grad attribute .{,500}? for more informations?\.",
    ),
    Meaning(
        r"Can't call numpy\(\) on Tensor that requires grad",
        "autograd arrays",
        "NumPy would share these numbers and know nothing of what is recorded with them.",
        "Write x.detach().numpy().",
        rest=r"\. Use tensor\.detach\(\)\.numpy\(\) instead\.",
    ),
    # Chance
    Meaning(
        r"invalid multinomial distribution \(sum of probabilities <= 0\)",
        "dice multinomial",
        "All weights are 0, so there is nothing to draw.",
        "Give at least one a positive weight, and print them if you expected that.",
    ),
    Meaning(
        r"probability tensor contains either `inf`, `nan` or element < 0",
        "dice multinomial",
        "Weights are numbers from 0 up, and among these is a negative one, or one that is not "
        "finite.",
        "Print them. What training has made nan was wrong before; softmax makes weights of any "
        "numbers.",
    ),
    Meaning(
        r"Expected parameter (\w+) \(\w+ of shape \([\d, ]*\)\) of distribution (\w+)\(.{,300}?\) "
        r"to satisfy the constraint (\w+)\(.{,80}?\), but found invalid values:",
        "dice sample",
        "{1} takes for {0} only values that are {2}. A Simplex is a set of probabilities: none "
        "negative, and together 1.",
        "Print the values: there may be nan among them. Weights become probabilities by "
        "w / w.sum().",
        rest=r" tensor\([^()]*\)",
    ),
    Meaning(
        r"cannot sample n_sample > prob_dist\.size\(-1\) samples without replacement",
        "dice multinomial",
        "torch.multinomial draws without putting back, as from a hat, and there are fewer "
        "numbers in it than you ask for.",
        "Write replacement=True, for dice. For counts take torch.distributions.Multinomial.",
    ),
    # Devices, and what is installed
    Meaning(
        r"(?:\[enforce fail at [\w.:]+\] err == 0\. )?DefaultCPUAllocator: "
        r"(?:can't allocate|not enough) memory: you tried to allocate (\d+) bytes",
        "memory temporary",
        "A tensor of {1} was to be made, and the memory has no room for it.",
        "Print the shapes: a forgotten axis makes a tensor as large as that. Otherwise compute "
        "with fewer numbers at a time.",
        rest=r"\. Error code \d+ \([^()]*\)",
        words=_gib,
    ),
    Meaning(
        r"module 'torch' has no attribute '(\w+)'",
        "tensor signature",
        "There is nothing called {0} in torch.",
        "Look for a slip of the pen. If nothing of torch is there, a file of your own is called "
        "torch.py and stands in its way: give it another name.",
    ),
    Meaning(
        r"name '(torch|np|numpy|plt|math|nn|F)' is not defined",
        "env packages",
        "Python does not know {0}: the line that imports it is missing, or was not run.",
        "Write {1} above it. In a notebook, run that cell first.",
        words=_imported,
    ),
    Meaning(
        r"Expected all tensors to be on the same device, but found at least two devices, "
        r"([\w:]+) and ([\w:]+)!",
        "env devices",
        "One tensor lies on {0}, another on {1}. PyTorch moves none of them by itself.",
        MOVE,
        rest=r" \(when checking argument for argument \w+ in method \w+\)",
    ),
    Meaning(
        r"Expected all tensors to be on the same device, but got (\w+) is on ([\w:]+), different "
        r"from other tensors on ([\w:]+)",
        "env devices",
        "The argument {0} lies on {1}, the other tensors on {2}. PyTorch moves none of them by "
        "itself.",
        MOVE,
        rest=r" \(when checking argument in method \w+\)",
    ),
    Meaning(
        r"Tensor on device ([\w:]+) is not on the expected device ([\w:]+)!",
        "env devices",
        "One tensor lies on {0}, another on {1}. PyTorch moves none of them by itself.",
        MOVE,
    ),
    Meaning(
        r"can't convert ([\w:]+) device type tensor to numpy",
        "tensor numpy",
        "NumPy computes in the memory of the CPU, and these numbers lie on {0}.",
        "Write x.cpu().numpy(), or x.detach().cpu().numpy() where gradients are recorded.",
        rest=r"\. Use Tensor\.cpu\(\) to copy the tensor to host memory first\.",
    ),
    Meaning(
        rf"CUDA out of memory\. Tried to allocate {AMOUNT}\. GPU (\d+) has a total capacity of "
        rf"{AMOUNT} of which {AMOUNT} is free\.",
        "env devices",
        "A tensor of {0} was to be made, and of the {2} of GPU {1} only {3} are free.",
        LESS,
        rest=r" .{,1500}?\(https?://\S+\)",
    ),
    Meaning(
        rf"CUDA out of memory\. Tried to allocate {AMOUNT}",
        "env devices",
        "A tensor of {0} was to be made, and the GPU has no room left for it.",
        LESS,
    ),
    Meaning(
        r"CUDA (?:error: )?out of memory",
        "env devices",
        "The GPU has no room left for another tensor.",
        LESS,
    ),
    Meaning(
        r"Torch not compiled with CUDA enabled",
        "env verdict",
        "This PyTorch was built for the CPU alone: it cannot use an NVIDIA GPU, even if there is "
        "one.",
        'Leave out .cuda() and device="cuda": the CPU gives the same results. With an NVIDIA GPU, '
        "install a build for CUDA, chosen on pytorch.org.",
    ),
    Meaning(
        r"No module named '(torch|numpy|matplotlib)'",
        "env verdict",
        "The Python that ran this does not have {0}. It may be installed for another Python, or in "
        "another environment.",
        "Write python -m pip install {0}, with the same python that runs your program.",
    ),
)


def explain(text: str) -> Explained | None:
    """The last message in ``text`` that is known, None where there is none."""
    # No message has a word of that length, and to search one takes its length squared.
    text = re.sub(r"\S{200,}", " ", re.sub(r"\x1b\[[\d;]*m", "", text))
    plain = " ".join(text.split())
    found = [
        (match.end(), meaning, match)
        for meaning in MEANINGS
        for match in re.finditer(_whole(meaning), plain)
    ]
    if not found:
        return None
    _, meaning, match = max(found, key=lambda item: item[0])
    groups = match.groups()
    if meaning.words is not None:
        groups += meaning.words(*groups)
    table: list[dict[str, int | str]] = []
    if meaning.conflict is not None:
        axis, a, b = (int(groups[place]) for place in meaning.conflict)
        table = [{"axis": axis, "a": a, "b": b, "verdict": "conflict"}]
    if meaning.into is not None:
        table = _fitting(*([*map(int, re.findall(r"\d+", groups[n]))] for n in meaning.into))
    reason, way_out = meaning.reason.format(*groups), meaning.way_out.format(*groups)
    return Explained(match[0], meaning.topic, reason, way_out, table)


def _whole(meaning: Meaning) -> str:
    """The pattern of a message with all that belongs to it."""
    return meaning.pattern + (f"(?:{meaning.rest})?" if meaning.rest else "")


def _fitting(target: list[int], value: list[int]) -> list[dict[str, int | str]]:
    """Whether a value fits into a target, axis by axis from the right."""
    rows: list[dict[str, int | str]] = []
    for axis in range(-max(len(target), len(value)), 0):
        place = target[axis] if len(target) >= -axis else "-"
        size = value[axis] if len(value) >= -axis else "-"
        verdict = "fits" if size in (place, 1, "-") else f"no room for {size}"
        if isinstance(place, int) and isinstance(size, int) and 1 < size < place:
            verdict = f"{size} do not fill {place}"
        rows.append({"axis": axis, "target": place, "value": size, "verdict": verdict})
    return rows


def questions() -> Iterator[tuple[str, Section]]:
    """Each topic of each lesson, as it is typed, and its section."""
    for path in sorted(LESSONS.glob("*.py")):
        lesson = load(path.stem)
        for section in topics(lesson):
            yield f"{lesson.name} {section.name}", section


# Words that say nothing of what a message is about: English's own, Python's, and PyTorch's.
COMMON = frozenset(
    re.findall(
        r"\w+",
        """
        and any are but can cannot did does each for from get give had has have how into its many
        may more must not off one other out own same should some still such take than that the them
        then there these they this two use used using was what when where which who whole why will
        with works write wrong you your
        assert call error except expected file got import invalid line print return runtimeerror
        traceback try typeerror valueerror
        argument float input int number numbers size tensor tensors torch type value values
        """,
    )
)


def headline(text: str) -> str:
    """The line of ``text`` that tells what is wrong: the last with an error's name, or the last."""
    named = re.findall(r"^(?:\w+\.)*\w*(?:Error|Exception|Warning): .+$", text, re.MULTILINE)
    return [*text.strip().splitlines()[-1:], *named][-1] if text.strip() else ""


def nearest(text: str, most: int = 3) -> list[tuple[str, str]]:
    """Topics that are about the words of ``text``, as they are typed, with their titles.

    A topic is near if its name or title has one of the words, and all of it a half of them: one
    word in passing is no sign. Only the headline counts.
    """
    words = _words(headline(text))
    found = []
    for topic, section in questions():
        title = words & _words(f"{topic} {section.title}")
        cells = " ".join(f"{cell.caption} {cell.code}" for cell in section.cells)
        shared = title | words & _words(cells)
        if title and len(shared) * 2 >= len(words):
            found.append((-len(title) * 2 - len(shared), topic, section.title))
    return [(topic, title) for _, topic, title in sorted(found)[:most]]


def _words(text: str) -> set[str]:
    """The words of a text that tell what it is about, without the s of the plural."""
    words = re.findall(r"[a-z_]{3,}", text.lower())
    return {word.removesuffix("s") for word in words if word not in COMMON}
