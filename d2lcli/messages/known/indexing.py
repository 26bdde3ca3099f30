"""Brackets, indices and masks."""

from __future__ import annotations

import re

from ..entry import Entry, Found
from .calls import by_library, frames, last_traceback
from .sequences import PAIR, PAIR_OUT
from .ways import ways
from .words import indices


def _named(found: Found) -> bool:
    """Whether the line has names in brackets, x["a"], and nothing else."""
    left = re.sub(r"(?<=[\w)\]])\[\s*(?:'[^']*'|\"[^\"]*\")\s*\]", "", found.line)
    return left != found.line and "[" not in left


def _indices(found: Found) -> dict[str, str]:
    fields = {"indices": indices(found.number("size"))}
    if (found["axis"], found["size"]) == ("0", "1"):
        fields["batch"] = "1"
    return fields


def _brackets(found: Found) -> dict[str, str]:
    """The number of axes, under names of their own where it is 0 or 1."""
    return {"0": {"none": "0"}, "1": {"single": "1"}}.get(found["axes"], {})


OUT_OF_BOUNDS = (
    "index {index:int} is out of bounds for dimension {axis:int} with size {size:int}",
    "index {index:int} is out of range for dimension {axis:int} (of size {size:int})",
)
CHOOSERS = (
    "gather",
    "scatter",
    "scatter_",
    "scatter_add",
    "scatter_add_",
    "scatter_reduce",
    "index_copy_",
)
NO_INDEX = (
    "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid "
)

EDGES = (
    "An index of the graph names a node that is not there: the nodes are numbered from 0 to "
    "x.shape[0] - 1. The number is {index}."
)
EDGES_WAYS = ways("""
    edge_index.max() >= x.shape[0]: Number the nodes anew, from 0 and without gaps, or add their
        rows to x.
    edge_index is (edges, 2): Turn it around: edge_index.t().contiguous().
    a layer with cached=True: Leave it out: the layer keeps to its first graph.
""")

INDEXING = (
    Entry(
        (
            "index out of range in self",
            "index {index:int} is out of bounds for dimension {axis:int} with size {size:int}",
            "INDICES element is out of DATA bounds, id={index:int} axis_dim={size:int}",
        ),
        "tensor index",
        EDGES,
        "",
        None,
        recorded=(
            'File "/site-packages/torch_geometric/nn/conv/message_passing.py", line 304, in '
            "_index_select\n    return src.index_select(self.node_dim, index)\nIndexError: index "
            "out of range in self",
        ),
        when=lambda found: (
            "torch_geometric" in last_traceback(found)
            and re.search(r"index_select\(|edge_index", found.code.rpartition("\n")[2]) is not None
        ),
        ways=EDGES_WAYS,
    ),
    Entry(
        (
            "Found indices in 'edge_index' that are larger than {last:int} (got {index:int})",
            "Please ensure that all indices in 'edge_index' point to valid indices",
        ),
        "tensor index",
        EDGES,
        "",
        None,
        recorded=(
            "IndexError: Found indices in 'edge_index' that are larger than 0 (got 145). Please "
            "ensure that all indices in 'edge_index' point to valid indices in the interval [0, 1)",
        ),
        ways=EDGES_WAYS,
    ),
    Entry(
        "index {index:int} is out of bounds for dimension {axis:int} with size {size:int}",
        "tensor shape",
        PAIR,
        PAIR_OUT,
        "from torch import nn\nnn.LSTM(3, 4)(torch.ones(2, 5, 3), torch.ones(1, 5, 4))",
        when=lambda found: "hx[1]" in found.code,
    ),
    Entry(
        (*OUT_OF_BOUNDS, "Invalid index in {name:gather|scatter|scatterAdd}"),
        "tensor index",
        "gather, scatter and the like take indices from 0 up to the size of the axis less 1, and "
        "none counted from the end. Axis {axis} has the size {size} and no index {index}.",
        "Print i.min(), i.max() and x.shape.",
        "torch.ones(3).gather(0, torch.tensor([-1]))",
        recorded=("RuntimeError: Invalid index in gather",),
        when=lambda found: (
            "name" in found.fields
            or found.calls(*CHOOSERS)
            or -found.number("size") <= found.number("index") < found.number("size")
        ),
        ways=ways("""
            class labels from 1 on: Write y - 1.
            -1 or 255 for what has no label: Take those places out before, or name the number in a
                loss: ignore_index=-1.
            a loss with label_smoothing: With weight= some older releases fail even so: take a newer
                one.
        """),
    ),
    Entry(
        OUT_OF_BOUNDS,
        "tensor index",
        "A DataLoader could not read a sample: a tensor that is read there has no index {index}. "
        "Its axis 0 has the size {size}.",
        "Print len(dataset), and the length of what __getitem__ reads.",
        "from torch.utils.data import DataLoader, Dataset\nclass D(Dataset):\n"
        "    def __len__(self):\n        return 9\n    def __getitem__(self, i):\n"
        "        return torch.ones(4)[i]\nlist(DataLoader(D()))",
        when=lambda found: "self.dataset[" in found.code and found["axis"] == "0",
        ways=ways("""
            len(dataset) is larger: Let __len__ return the length of what is read.
            a Subset, or a sampler: Make it with indices of this very data set.
            a number from a file, or a label: Write i - 1 where it counts from 1.
        """),
    ),
    Entry(
        OUT_OF_BOUNDS,
        "tensor index",
        "A line of an installed library reads index {index} of an axis of size {size}. What it was "
        "given has other sizes than it expects, or this release of it has a fault.",
        "Print the shapes that you hand to it: a batch of one sample, a missing axis, or a class "
        "number that the model does not have. Then try a newer release of the library.",
        None,
        recorded=(
            'File "/usr/local/lib/python2.7/dist-packages/torchvision/models/inception.py", line '
            "74, in forward\n    x[1] = x[1] * (0.224 / 0.5) + (0.456 - 0.5) / 0.5\nIndexError: "
            "index 1 is out of range for dimension 0 (of size 1)",
        ),
        # A print is the reader's own, wherever it stands.
        when=lambda found: (
            (by_library(found) or "torchvision" in "".join(frames(last_traceback(found))[-1:]))
            and not found.code.rpartition("\n")[2].lstrip().startswith("print(")
        ),
    ),
    Entry(
        (*OUT_OF_BOUNDS, "index is out of bounds for dimension with size 0"),
        "tensor index",
        "The tensor is empty along an axis that the brackets choose from, so there is nothing to "
        "take.",
        "Print its shape, and find out why nothing is left: a mask that is False everywhere, a "
        "search that found nothing, a picture without boxes, or a list that was never filled. Test "
        "x.numel() > 0 before.",
        "torch.ones(0)[0]",
        recorded=("IndexError: index is out of bounds for dimension with size 0",),
        when=lambda found: found["size"] == "0" if found.fields else True,
    ),
    Entry(
        OUT_OF_BOUNDS,
        "tensor index",
        "The axis does not reach so far. Axis {axis} has the size {size} and no index {index}: "
        "{indices}.",
        "Print the index and x.shape.",
        "torch.ones(4)[5]",
        recorded=("IndexError: index 5 is out of range for dimension 0 (of size 4)",),
        # "index 5 is out of range" alone is what a layer of layers says.
        when=lambda found: found["axis"] != "",
        more=_indices,
        ways=ways("""
            a batch of {batch}: Write x[0, i]. The Q value of an action is q[0, action.item()], or
                q.gather(1, a.reshape(-1, 1)) for a batch.
            a mask of 0 and 1: Write x[mask.bool()], else they are read as indices.
            a label, word or number: Write i - 1 where it counts from 1.
            in a Dataset: Let __len__ return the length of what __getitem__ reads.
            i + 1 in a loop, or in a print of it: Let the loop end one earlier, or take that line
                out.
            a tensor in the brackets: It chooses along axis 0: x[tuple(i)] gives a row of it to each
                axis.
        """),
    ),
    Entry(
        "select(): index {index:int} out of range for tensor of size [{shape:shape}] at dimension "
        "{axis:int}",
        "tensor index",
        "The axis does not reach so far. The shape is [{shape}], and axis {axis} has no index "
        "{index}.",
        "Take an index that is there, and print the shape if you expected more.",
        "torch.ones(3).select(0, 4)",
    ),
    Entry(
        "out of range: tried to access index {index:int} on a tensor of {size:int} elements",
        "tensor index",
        "take counts all numbers in one row. There are {size}, and no index {index}: {indices}.",
        "Take one that is there. To choose along an axis write x[i], or x.index_select(0, i).",
        "torch.ones(3).take(torch.tensor([7]))",
        more=_indices,
    ),
    Entry(
        "too many indices for tensor of dimension {axes:int}",
        "tensor index",
        "Normalize takes a row of means and a row of deviations, one for each channel, and got a "
        "single number: (0.5) is a number, and (0.5,) a row.",
        "Write transforms.Normalize((0.5,), (0.5,)) for pictures of 1 channel, "
        "transforms.Normalize((0.5, 0.5, 0.5), (0.5, 0.5, 0.5)) for coloured ones.",
        "mean = torch.tensor(0.5)\ntorch.ones(1, 4, 4).sub_(mean[:, None, None])",
        when=lambda found: (
            found["axes"] == "0" and re.search(r"(?:mean|std)\[:, None", found.code) is not None
        ),
    ),
    Entry(
        "too many indices for tensor of dimension {axes:int}",
        "tensor index",
        "A text stands in the brackets, the name of a part of a dictionary, and this is a tensor: "
        "PyTorch takes each letter for an index.",
        "Print type(x). Where a batch is meant, __getitem__ of the Dataset, or a transform in it, "
        "gave a tensor or a number in place of a dictionary: print(type(dataset[0])), and look at "
        "its return. A tensor takes numbers in the brackets: x[0].",
        'sample = torch.ones(2)\nsample["input"]',
        when=_named,
    ),
    Entry(
        (
            "too many indices for tensor of dimension {axes:int}",
            "too many indices for tensor",
        ),
        "tensor index",
        "There are more indices in the brackets than the tensor has axes. It has {axes}.",
        "Print the shape.",
        "torch.ones(2, 3)[0, 0, 0]",
        more=_brackets,
        ways=ways("""
            in Normalize: Write Normalize((0.5,), (0.5,)), since (0.5) is a number, with {none}
                axes.
            an axis went before: An index, view(-1) or squeeze() took it: leave that out, or write
                x.unsqueeze(0).
            x was given a new value: Give the result a name of its own.
            a name in the brackets: print(type(x)): x["data"] is for a dictionary.
            lists in a list, or a mask of NumPy: It may count as an index for each axis: write
                x[torch.tensor(i)].
            no boxes in the sample: An empty list has {single} axis: make it torch.zeros(0, 4), or
                leave the sample out.
        """),
    ),
    Entry(
        (
            "too many indices for array: array is {none:0}-dimensional, but {count:int} were "
            "indexed",
            "too many indices for array",
        ),
        "tensor create",
        "numpy() of a tensor without axes gives an array without axes, and nothing can be chosen "
        "from it: since PyTorch 0.4 a loss is such a tensor.",
        "Write loss.item() in place of loss.data.numpy()[0].",
        "loss = torch.tensor(1.0)\nloss.data.numpy()[0]",
        when=lambda found: (
            re.search(
                r"\.(?:data|detach\(\)|cpu\(\))\.numpy\(\)\[0\](?!\[)",
                found.line or found.before[-300:].strip().rpartition("\n")[2],
            )
            is not None
        ),
    ),
    Entry(
        "invalid index of a 0-dim tensor",
        "tensor index",
        "A tensor without axes holds one number, and there is nothing in it to choose from. In old "
        "programs loss.data[0] stood for the number.",
        "Write x.item() for the number, and leave the brackets out: loss.item(), no loss.data[0]. "
        "Where you expected several, print the shape: a squeeze() takes the last axis away too "
        "where one number is left, and squeeze(1) or x.reshape(-1) keeps it.",
        "torch.tensor(1)[0]",
    ),
    Entry(
        "slice() cannot be applied to a 0-dim tensor",
        "tensor index",
        "A tensor without axes holds one number, and there is nothing in it to cut.",
        "Write x.item() for the number, and x.copy_(v) in place of x[:] = v. Print the shape where "
        "you expected more.",
        "torch.tensor(1)[:1]",
    ),
    Entry(
        NO_INDEX + "indices (got {kind:name})",
        "tensor index",
        "An index is a whole number, a slice, or a tensor of whole numbers or truth values. This "
        "one is of type {kind}.",
        "Make it whole: x[int(i)]. For a half of something write n // 2, since n / 2 is a float.",
        "torch.ones(3)[1.5]",
        when=lambda found: "float" in found["kind"],
    ),
    Entry(
        NO_INDEX + "indices (got {kind:name})",
        "tensor index",
        "An index is a whole number, a slice, or a list or tensor of whole numbers or truth "
        "values. This one is of type {kind}.",
        "Write x[list(i)] for a set and the like, x[int(i)] for a number of another library, and "
        "print it where it may be None or text. A tensor's parts have numbers, no names.",
        "torch.ones(3)[{0, 1}]",
    ),
    Entry(
        (
            "tensors used as indices must be long, int, byte or bool tensors",
            "tensors used as indices must be long, byte or bool tensors",
            "tensors used as indices must be long or byte tensors",
        ),
        "tensor index",
        "A tensor in the brackets holds indices or truth values, and these numbers have another "
        "type: floats, or int32, which older releases do not take.",
        "Print i.dtype.",
        "torch.ones(3)[torch.ones(2)]",
        ways=ways("""
            indices, or labels: Write x[i.long()].
            made by torch.Tensor(y): Write torch.tensor(y, dtype=torch.long): that one,
                torch.FloatTensor(y) and torch.tensor([]) hold floats.
            a mask: Make it by a comparison: x[mask != 0], x[x > 0].
        """),
    ),
    Entry(
        "The shape of the mask [{mask:shape}] at index {axis:int} does not match the shape of the "
        "indexed tensor [{shape:shape}] at index {other:int}",
        "tensor index",
        "A mask has a truth value for each element. This one has the shape [{mask}], the tensor "
        "[{shape}]. Axis {axis} of the mask meets axis {other} of the tensor, and their sizes "
        "differ.",
        "Print both shapes.",
        "torch.ones(4)[torch.ones(2) > 0]",
        ways=ways("""
            indices of type uint8: PyTorch takes them for a mask: write x[rows, i.long()].
            a mask for rows, or columns: Write x[mask], or x[:, mask].
            an axis of size 1 is missing: Write x[mask.unsqueeze(0)].
            ... or numbers behind it: Write x[mask][..., 0].
            another batch or name: Make the mask from x itself, x[x > 0]: one of them may be left
                over from a loop before.
        """),
    ),
    Entry(
        (
            "shape mismatch: indexing tensors could not be broadcast together with shapes",
            "The advanced indexing objects could not be broadcast",
        ),
        "broadcast misfit",
        "Tensors of indices are read together, one of each at a time, so their shapes have to "
        "broadcast, and these do not.",
        "Give them one length. For all pairs of rows and columns write x[rows[:, None], columns].",
        "torch.ones(3, 4)[torch.tensor([0, 1]), torch.tensor([0, 1, 2])]",
    ),
    Entry(
        ("step must be greater than zero", "negative step not yet supported"),
        "tensor index",
        "A slice of a tensor counts forward only: other than a list, it takes no negative step.",
        "Write x.flip(0) to turn axis 0 around.",
        "torch.ones(3)[::-1]",
        # Others have steps too; only a tensor's slice refuses this one.
        when=lambda found: ":-" in found.code,
    ),
    Entry(
        (
            "{name:name}(): Expected dtype {:|int32/|int32 or }int64 for index",
            "{name:take|put_|index_copy_}(): Expected a long tensor for index, but got {:type}",
            "torch.take_along_dim(): dtype of indices should be Long but got {:type}",
            "indices must be an int64 tensor",
        ),
        "tensor index",
        "Indices are whole numbers, and these are of another type.",
        "Write i.long().",
        "torch.ones(3).gather(0, torch.tensor([1.0]))",
    ),
    Entry(
        (
            "Index tensor must have the same number of dimensions as {what:input|self|src} tensor",
            "invalid argument 4: Index tensor must have same dimensions as input tensor",
            "torch.take_along_dim(): input and indices should have the same number of dimensions",
        ),
        "tensor index",
        "gather and scatter take an index for each number of the result, so the indices need as "
        "many axes as the tensor.",
        "Add one: x.gather(1, i.unsqueeze(1)).squeeze(1) picks one number of each row.",
        "torch.ones(3, 4).gather(1, torch.tensor([1, 0, 2]))",
    ),
    Entry(
        "mismatch in length of strides and shape",
        "tensor index",
        "scatter or gather got indices with another number of axes than the tensor. PyTorch 1.5 "
        "and its like say it so, and newer ones name the index.",
        "Print i.shape and the tensor's shape. A missing axis is added by i.unsqueeze(1): a mask "
        "of (n, h, w), whole numbers, goes in as mask[:, None]. A mask that was read with colours "
        'has one too many: Image.open(path).convert("L").',
        None,
        recorded=(
            'Traceback (most recent call last):\n  File "utils.py", line 147, in forward\n'
            "    y = torch.zeros_like(p).scatter_(1, y[:, None, :], 1)\n"
            "RuntimeError: mismatch in length of strides and shape",
        ),
        when=lambda found: found.calls("scatter", "scatter_", "scatter_add_", "gather"),
    ),
    Entry(
        "Expected tensor [{a:shape}], src [{b:shape}] and index [{c:shape}] to have the same size "
        "apart from dimension {axis:int}",
        "tensor index",
        "This old PyTorch wants tensor, values and indices for gather and scatter of one size "
        "along every axis but the one that is chosen from, {axis}. They have [{a}], [{b}] and "
        "[{c}].",
        "Print q.shape and i.shape before the line.",
        None,
        recorded=(
            "RuntimeError: Expected tensor [32, 1], src [128, 5] and index [32, 1] to have the "
            "same size apart from dimension 1",
        ),
        ways=ways("""
            q and i have different rows: Make both of one batch: as many actions as states.
            the indices are fewer on purpose: Write q[: len(i)].gather(1, i), or install a newer
                PyTorch.
        """),
    ),
    Entry(
        (
            "Expected index [{index:shape}] to be {:text} than {what:self|src} [{shape:shape}]",
            "Size does not match at dimension {axis:int} expected index [{index:shape}] to be "
            "{:text} than {what:self|src} [{shape:shape}]",
            "Expected index [{index:shape}] to be no larger than {what:self|src} [{shape:shape}]",
        ),
        "tensor index",
        "The tensor of indices is larger than what it chooses from. The indices have the shape "
        "[{index}], and the tensor [{shape}].",
        "Print both shapes. The indices may be larger along the axis that is chosen from, along no "
        "other.",
        "torch.ones(2, 3).gather(1, torch.zeros(4, 1).long())",
    ),
    Entry(
        (
            "index_copy_(): Source/destination tensor must have same slice shapes. Destination "
            "slice shape: {a:shape} at dimension {axis:int} and source slice shape: {b:shape} at",
            "index_copy_(): Source/destination tensor must have same slice shapes. Destination "
            "slice shape: [{a:shape}] at dimension {axis:int} and source slice shape: [{b:shape}]",
            "source tensor shape must match self tensor shape, excluding the specified dimension. "
            "Got self.shape = [{a:shape}] source.shape = [{b:shape}]",
            "put_(): Expected source and index to have the same number of elements, but got "
            "source.numel() = {b:int}, index.numel() = {a:int}",
        ),
        "tensor index",
        "index_copy, index_add and put write values to the places that the indices name, so the "
        "values have the target's sizes along all other axes, put_ one value for each index. "
        "Wanted is {a}, and the values have {b}.",
        "Print x.shape, i.shape and values.shape: x.index_add(0, i, values) wants values of "
        "(len(i), *x.shape[1:]).",
        "torch.ones(3, 1).index_add(0, torch.zeros(3).long(), torch.ones(3, 2))",
        since=(2, 2),
        recorded=(
            "RuntimeError: index_copy_(): Source/destination tensor must have same slice shapes. "
            "Destination slice shape: [512] at dimension 1 and source slice shape: [843] at "
            "dimension 0.",
        ),
    ),
    Entry(
        "index_copy_(): When source and destination are not scalars, their dimensionality must "
        "match. Source dimensionality ({b:int}), destination dimensionality ({a:int})",
        "tensor index",
        "index_copy_ writes a tensor into another with equally many axes. The source has {b} axes, "
        "and the target {a} axes.",
        "Print both shapes, and give the source the axis that is missing: row.unsqueeze(0) for one "
        "row of x. One place alone is shorter: x[i] = row.",
        "torch.ones(2, 3).index_copy_(0, torch.tensor([0]), torch.ones(3))",
    ),
    Entry(
        "scatter(): Expected self.dtype to be equal to src.dtype",
        "tensor dtypes",
        "scatter writes without changing types, and the two tensors hold different ones.",
        "Bring the values to the type of the target: src.to(x.dtype).",
        "torch.ones(3).long().scatter(0, torch.tensor([1]), torch.ones(1))",
    ),
    Entry(
        (
            "Index put requires the source and destination dtypes match, got {target:type} for the "
            "destination and {value:type} for the source",
        ),
        "tensor dtypes",
        "Writing through a tensor of indices does not change types. The tensor holds {target}, and "
        "the values are {value}.",
        "Write x[i] = v.to(x.dtype). Under autocast the values are half floats as a rule.",
        "x = torch.ones(3)\nx[torch.tensor([0, 1])] = torch.ones(2).double()",
    ),
    Entry(
        "can't assign a {kind:name} to a torch.{tensor:name}",
        "tensor index",
        "A place in a tensor takes a number, or a tensor. This value is of type {kind}.",
        "Make a tensor of it first, x[0] = torch.tensor([…]), or write one number for each place. "
        "Text becomes numbers before that: a word by its place in a vocabulary, a sign by ord(c).",
        "x = torch.ones(3)\nx[0] = None",
    ),
    Entry(
        "start ({start:int}) + length ({length:int}) exceeds dimension size ({size:int})",
        "tensor index",
        "The part reaches past the end of the axis. From {start} on there are not {length} "
        "of {size}.",
        "Take a smaller length, or a slice, x[2:9], which may reach past the end.",
        "torch.ones(3).narrow(0, 2, 3)",
    ),
    Entry(
        (
            "selected index k out of range",
            "invalid argument 5: k not in range for dimension",
            "kthvalue(): selected number k out of range for dimension {axis:int}",
        ),
        "tensor index",
        "topk or kthvalue is asked for more numbers than the axis has. In accuracy with "
        "topk=(1, 5) there are fewer than 5 classes as a rule.",
        "Ask for at most x.shape[-1]: x.topk(min(k, x.shape[-1])).",
        "torch.ones(3).topk(5)",
    ),
    Entry(
        (
            "where expected condition to be a boolean tensor, but got a tensor with dtype "
            "{kind:type}",
            "Expected condition to be of type Bool, but got",
        ),
        "tensor arithmetic",
        "torch.where chooses by truth values, and these are numbers. Their type is {kind}.",
        "Write a comparison, torch.where(x > 0, a, b), or c.bool().",
        "torch.where(torch.ones(3), torch.ones(3), torch.ones(3))",
    ),
    Entry(
        (
            "Expected object of scalar type Byte but got scalar type {kind:Bool} for argument #2 "
            "'mask'",
            "expected Byte tensor (got {kind:Bool} tensor)",
        ),
        "tensor dtypes",
        "This old release of PyTorch takes a mask of bytes here, and this one holds truth values.",
        "Take a newer PyTorch, where masks are Bool; until then write mask.byte().",
        None,
        recorded=(
            "RuntimeError: Expected object of scalar type Byte but got scalar type Bool for "
            "argument #2 'mask'",
        ),
    ),
    Entry(
        (
            "masked_select: expected BoolTensor {:|or ByteTensor }for mask",
            "masked_fill_ only supports boolean masks, but got mask with dtype {kind:type}",
            "masked_fill only supports boolean masks, but got mask with dtype {kind:type}",
            "Expected object of scalar type {:Bool|Byte} but got scalar type {kind:type} for "
            "argument #2 'mask'",
            "expected mask dtype to be Bool but got {kind:type}",
            "expected Byte tensor (got {kind:name} tensor)",
            "Expected object of type torch.{:cuda.|}ByteTensor but found type "
            "torch.{:cuda.|}{kind:Float|Long|Int|Double|Half}Tensor for argument #2 'mask'",
        ),
        "tensor index",
        "A mask holds truth values. This one holds {kind}.",
        "Write mask.bool(), or make it by a comparison: mask == 0. Releases before 1.2 take "
        "mask.byte() only.",
        "torch.ones(3).masked_fill(torch.ones(3), 0)",
        since=(2, 4),
        recorded=("RuntimeError: masked_select: expected BoolTensor for mask",),
    ),
    Entry(
        (
            "{name:name} received a mask with dtype torch.uint8, this behavior is now deprecated",
            "{name:where} received a uint8 condition tensor. This behavior is deprecated",
            "{name:where} received a uint8 condition tensor. This behavior is no longer supported",
        ),
        "tensor index",
        "A mask holds truth values now, and {name} got bytes, as in old programs. As a warning it "
        "changes nothing yet.",
        "Write mask.bool(), or make the mask by a comparison.",
        "torch.where(torch.ones(2).byte(), torch.ones(2), torch.ones(2))",
    ),
    Entry(
        (
            "Class values must be smaller than num_classes",
            "Class values must be non-negative",
        ),
        "tensor index",
        "one_hot counts classes from 0 up to num_classes - 1, and a label lies outside.",
        "Print y.min() and y.max(). Labels from 1 on become labels from 0 on by y - 1; or give a "
        "larger num_classes.",
        "import torch.nn.functional as F\nF.one_hot(torch.tensor([5]), 3)",
    ),
    Entry(
        "one_hot is only applicable to index tensor",
        "tensor index",
        "one_hot takes whole numbers, of type int64.",
        "Write F.one_hot(y.long(), num_classes).",
        "import torch.nn.functional as F\nF.one_hot(torch.ones(3), 3)",
    ),
)
