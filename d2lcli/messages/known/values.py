"""Arguments of torch's functions that lie outside what they may be."""

from __future__ import annotations

import re

from ..entry import Entry, Found
from .calls import in_torch
from .ways import ways

NOT_CALLED = (
    "StepLR|MultiStepLR|ExponentialLR|CosineAnnealingLR|ReduceLROnPlateau|LambdaLR|SGD|Adam|AdamW|"
    "RMSprop|DataLoader|WeightedRandomSampler|Normal|Uniform|Beta|TensorDataset|RandomSampler|"
    "DistributedSampler|OneCycleLR|CyclicLR|GaussianNLLLoss|autocast"
)


def _tuple(found: Found) -> bool:
    """Whether the result of a recurrent layer was taken for a tensor."""
    return found.calls("lstm", "gru", "rnn", "LSTM", "GRU", "RNN", "grad") or in_torch(found)


VALUES = (
    Entry(
        "{kind:" + NOT_CALLED + "}.__init__() missing {count:int} required positional "
        "{:arguments|argument}: '{argument:quoted}'",
        "",
        "{kind} is made with its settings, and one was left out. It is {argument}.",
        "Write it too: help({kind}) lists the arguments, and those without = are needed. A "
        "scheduler takes the optimizer first, an optimizer model.parameters(), a DataLoader the "
        "data set.",
        "from torch import optim\noptim.lr_scheduler.StepLR(None)",
    ),
    Entry(
        "{kind:" + NOT_CALLED + "}.__init__() got an unexpected keyword argument "
        "'{argument:quoted}'",
        "",
        "{kind} has no argument called {argument}: it is misspelt, or belongs to another release.",
        "help({kind}) lists the arguments.",
        "torch.utils.data.DataLoader([1], batchsize=2)",
    ),
    Entry(
        "{name:few} is not a valid value for reduction",
        "",
        "A loss makes one number of many by mean or sum, or leaves them. It was told {name}.",
        'Write reduction="mean", "sum" or "none".',
        "import torch.nn.functional as F\n"
        "F.mse_loss(torch.ones(2), torch.ones(2), reduction='average')",
    ),
    Entry(
        (
            "margin_ranking_loss : All input tensors should have same dimension but got sizes:",
            "cosine_embedding_loss: {:text}target tensor",
            "1D target tensor expects {:text}input tensors, but found inputs with sizes",
            "0D target tensor expects {:text}input tensors, but found inputs with different sizes",
            "0D or 1D target tensor expected, multi-target not supported for cosine",
        ),
        "tensor shape",
        "This loss compares two inputs of one shape, with a target of 1 or -1 for each pair.",
        "Print the shapes: the target has one axis, (batch,), y.flatten() as a rule.",
        "import torch.nn.functional as F\nx = torch.ones(2, 3)\n"
        "F.margin_ranking_loss(x, x, torch.ones(2))",
    ),
    Entry(
        (
            "multi_margin_loss: target tensor should be 1-D with size equal to the number of input "
            "samples (batch size). Expected target size [{wanted:shape}], but got [{got:shape}]",
            "inconsistent target size, expected {wanted:text} but got [{got:shape}]",
            "inconsistent target size, got: [{got:shape}]",
        ),
        "tensor shape",
        "This loss takes one label for each sample. Wanted is [{wanted}], and the labels have "
        "[{got}].",
        "Write y.argmax(dim=1) for one-hot labels, y.squeeze(1) for a column.",
        "import torch.nn.functional as F\n"
        "F.multi_margin_loss(torch.ones(2, 3), torch.ones(2, 3).long())",
    ),
    Entry(
        "{name:input_lengths|target_lengths} must be of size batch_size",
        "tensor shape",
        "CTC takes one length for each sample, and there is another number of them.",
        "Outputs stand as (time, batch, classes): print log_probs.shape, and give as many lengths "
        "as shape[1].",
        "import torch.nn.functional as F\nx = torch.ones(5, 2, 3)\n"
        "F.ctc_loss(x, torch.ones(2, 3).long(), (5, 5, 5), (3, 3))",
    ),
    Entry(
        ("var is of incorrect size", "var has negative entry/entries"),
        "tensor shape",
        "GaussianNLLLoss takes a variance for each output, of its shape or with 1 in the last "
        "axis, and none below 0.",
        "Write var = F.softplus(raw), which is above 0, and give it the outputs' shape.",
        "import torch.nn.functional as F\n"
        "F.gaussian_nll_loss(torch.ones(2, 3), torch.ones(2, 3), torch.ones(4))",
    ),
    Entry(
        (
            "X1 and X2 must have the same number of columns. X1: {a:int} X2: {b:int}",
            "cdist only supports at least 2D tensors, X{:int} got: {axes:int}D",
        ),
        "tensor shape",
        "cdist takes the distance of each row of one matrix from each row of another, so both "
        "have equally many columns. They have {a} and {b}.",
        "Print both shapes; x.unsqueeze(1) makes a column of numbers of a vector.",
        "torch.cdist(torch.ones(3, 4), torch.ones(3, 5))",
    ),
    Entry(
        "Halving dimension must be even, but dimension {axis:int} is size {size:int}",
        "tensor shape",
        "glu splits an axis into halves. Axis {axis} has the size {size}.",
        "Give the layer before it twice as many outputs as wanted.",
        "import torch.nn.functional as F\nF.glu(torch.ones(3))",
    ),
    Entry(
        (
            "Found an invalid max index: {index:int} (output volumes are of size {size:name})",
            "Found an invalid max index: {index:int} (output volumes are of size {size:name}",
            "found an invalid max index {index:int} (output volumes are of size {size:name}",
        ),
        "tensor index",
        "Unpooling puts each number where the index says, and one index lies outside of the "
        "result. The index is {index}, and the result {size}.",
        "Hand over the indices of the pooling whose work is undone, with the same kernel_size and "
        "stride, and name its input's size: unpool(x, indices, output_size=before.shape).",
        "from torch import nn\nx = torch.ones(1, 1, 2, 2)\n"
        "nn.MaxUnpool2d(2)(x, torch.full((1, 1, 2, 2), 100))",
    ),
    Entry(
        (
            "Expected shape of indices to be same as that of the input tensor ([{a:shape}]) but "
            "got indices tensor with shape: [{b:shape}]",
            "Expected shape of indices to be same as that of the input tensor",
            "input and indices shapes do not match: input [{a:text}], indices [{b:text}]",
        ),
        "tensor shape",
        "Unpooling takes one index for each number. The input has the shape [{a}], and the "
        "indices [{b}].",
        "Print both. Between pooling and unpooling the shape has to stay, or come back: each "
        "unpooling takes the indices of its own pooling, the last one first. An odd size "
        "needs the shape that went into the pooling: unpool(x, indices, output_size=before.shape).",
        "from torch import nn\n"
        "nn.MaxUnpool2d(2)(torch.ones(1, 1, 2, 2), torch.ones(1, 1, 3, 2).long())",
        recorded=(
            "RuntimeError: input and indices shapes do not match: input [1 x 3 x 134 x 240], "
            "indices [1 x 3 x 135 x 240] at /pytorch/torch/lib/THNN/generic/"
            "SpatialMaxUnpooling.c:66",
        ),
    ),
    Entry(
        (
            'invalid output_size "{size:text}" (dim {axis:int} must be between {low:int} and '
            "{high:int})",
            "output_size should be a sequence containing {:text} elements, but it has a length of "
            "'{:int}'",
        ),
        "tensor shape",
        "Unpooling can give only sizes that pooling turns into the input's. The size {size} is "
        "not among them. The first that does not fit has to be above {low} and below {high}.",
        "Give the shape that went into the pooling: output_size=before.shape.",
        "from torch import nn\nx = torch.ones(1, 1, 2, 2)\n"
        "nn.MaxUnpool2d(2)(x, x.long(), output_size=(9, 9))",
    ),
    Entry(
        "unsupported operand type(s) for {:*|-|+}: '{:int|long|NoneType|Tensor|tuple|list}' and "
        "'{:int|long|NoneType|Tensor|tuple|list}'",
        "tensor shape",
        "Unpooling counts its result's size from kernel_size, stride and padding, and one of them "
        "is no number: as a rule an argument was left out, and those behind it moved.",
        "Write F.max_unpool2d(x, indices, kernel_size), with x, indices = F.max_pool2d(x, "
        "kernel_size, return_indices=True); name the others: stride=2, padding=0.",
        None,
        recorded=(
            'File "torch/nn/functional.py", line 252, in _unpool_output_size\n    '
            "default_size.append((input_size[d+2]-1)*stride[d]+kernel_size[d]-2*padding[d])\n"
            "TypeError: unsupported operand type(s) for *: 'long' and 'NoneType'",
        ),
        when=lambda found: "_unpool_output_size" in found.before[-1500:],
    ),
    Entry(
        "Padding value causes wrapping around more than once",
        "tensor shape",
        "Circular padding takes the numbers of the rim from the other side, so the rim is at most "
        "as wide as the picture, and here it is wider.",
        'Take a smaller padding, larger pictures, or padding_mode="zeros".',
        "import torch.nn.functional as F\n"
        'F.pad(torch.ones(1, 1, 3, 3), (5, 5, 5, 5), mode="circular")',
    ),
    Entry(
        (
            "movedim: repeated dim in '{side:source|destination}' ([{axes:shape}])",
            "movedim: Invalid source or destination dims: source ([{source:shape}] dims) should "
            "contain the same number of dims as destination ([{destination:shape}] dims)",
        ),
        "linalg transpose",
        "movedim takes axes out, and puts them in again elsewhere: each is named once, and there "
        "are as many places as axes. They are [{axes}].",
        "Write one number each, x.movedim(0, -1), or two rows of different numbers of one length: "
        "x.movedim((0, 1), (1, 2)).",
        "torch.ones(2, 3).movedim((0, 0), (0, 1))",
    ),
    Entry(
        (
            "tensor_split expected tensor_indices_or_sections to be a zero-dimensional or "
            "one-dimensional tensor, but got a tensor with {axes:int} dims",
            "tensor_split expected tensor_indices_or_sections to have dtype of long, but got "
            "{kind:type}",
            "tensor_split expected tensor_indices_or_sections to be on cpu, but it's on "
            "{device:device}",
            "tensor_split expected at least a 1-dimensional tensor, but got a tensor with "
            "{axes:int} dims",
        ),
        "tensor index",
        "tensor_split splits an axis into a number of parts, or at the places of a list, which are "
        "whole numbers. A tensor without axes cannot be split.",
        "Write x.tensor_split(3) for three parts, or x.tensor_split([2, 5]), which splits before 2 "
        "and before 5. A tensor of places becomes a list by i.tolist().",
        "torch.ones(6).tensor_split(torch.tensor([1.0, 2.0]))",
    ),
    Entry(
        (
            "torch.{name:hsplit|vsplit|dsplit} attempted to split along dimension {axis:int}, but "
            "the size of the dimension {size:int} is not divisible by the split_size {parts:int}",
            "torch.{name:hsplit|vsplit|dsplit} requires a tensor with at least {wanted:int} "
            "dimension, but got a tensor with {got:int} dimensions!",
        ),
        "tensor index",
        "{name} splits an axis into equal parts, so its size has to be a multiple of their number. "
        "Axis {axis} has the size {size}, for {parts} parts. The tensor has too few axes: {got}, "
        "and {wanted} are needed.",
        "Write x.tensor_split(2, dim=1), whose parts may differ by one, or x.chunk(2, dim=1).",
        "torch.ones(2, 3).hsplit(2)",
    ),
    Entry(
        "flatten() has invalid args: start_dim cannot come after end_dim",
        "tensor reshape",
        "flatten lays the axes from start_dim to end_dim together, so the first comes before the "
        "last.",
        "Write x.flatten(1) for all behind the batch axis, x.flatten(0, 1) for the first two. -1 "
        "is the last axis.",
        "torch.ones(2, 3, 4).flatten(2, 1)",
    ),
    Entry(
        "fill_ only supports 0-dimension value tensor but got tensor with {axes:int} dimensions",
        "broadcast target",
        "fill_ writes one number everywhere, so the value must have no axes. It has {axes} axes.",
        "Write x.copy_(v), which broadcasts a tensor into x, or x.fill_(v.item()) where v holds "
        "one number.",
        "torch.ones(2, 3).fill_(torch.ones(3))",
    ),
    Entry(
        (
            "{name:torch.searchsorted|torch.bucketize}(): boundaries tensor should be 1 dimension "
            "or the first N-1 dimensions of boundaries tensor and input value tensor must match, "
            "but we got boundaries tensor [{a:shape}] and input value tensor [{b:shape}]",
            "{name:torch.searchsorted|torch.bucketize}(): boundaries tensor should have positive "
            "dimension, but got 0 dimension",
            "{name:torch.searchsorted|torch.bucketize}(): input value can be a scalar only when "
            "boundaries tensor dimension is 1, but we got boundaries tensor dim({a:int})",
            "boundaries tensor must be 1 dimension, but got dim({a:int})",
        ),
        "tensor shape",
        "The borders between which a number is looked for are a vector, or, for searchsorted, one "
        "row for each row of the values. The borders are [{a}], and the values [{b}].",
        "Print both shapes. Write torch.bucketize(x, borders) for one row of borders and values "
        "of any shape. The borders are sorted: torch.sort(borders).values.",
        "torch.searchsorted(torch.ones(2, 3), torch.ones(3, 2))",
    ),
    Entry(
        (
            "torch.searchsorted(): side can only be 'left' or 'right' but got {side:name}",
            "torch.searchsorted(): side and right can't be set to opposites",
        ),
        "tensor index",
        "The argument side says on which side of equal borders a number goes, left or right, and "
        "right=True says the same as right.",
        'Write side="left" or side="right", and leave right= out.',
        "torch.searchsorted(torch.ones(3), torch.ones(2), side='middle')",
    ),
    Entry(
        (
            "{name:cov|corrcoef}(): expected input to have two or fewer dimensions but got an "
            "input with {axes:int} dimensions",
        ),
        "linalg reduce",
        "{name} takes a matrix whose rows are the variables and whose columns are the "
        "observations. This has {axes} axes.",
        "Write torch.{name}(x.reshape(-1, x.shape[-1]).T) where the last axis holds the "
        "variables, or go through the batch.",
        "torch.cov(torch.ones(2, 3, 4))",
    ),
    Entry(
        (
            "cov(): expected {weights:fweights|aweights} to have the same numel as there are "
            "observations in the input but got {got:int} != {wanted:int}",
            "cov(): expected fweights to have integral dtype but got fweights with {kind:type} "
            "dtype",
            "cov(): expected aweights to have floating point dtype but got aweights with "
            "{kind:type} dtype",
        ),
        "linalg reduce",
        "cov takes one weight for each observation, which is a column. There are {got} weights for "
        "{wanted} columns. Their type is {kind}; fweights are whole numbers, aweights floats.",
        "Print x.shape. Where the rows are the observations write torch.cov(x.T, …). fweights "
        "count how often each was seen, w.long(); aweights say how much each counts, w.float().",
        "torch.cov(torch.ones(2, 3), fweights=torch.ones(2).long())",
    ),
    Entry(
        (
            "bilinear(): {which:input1|input2} size does not match weight size: got {got:int} but "
            "expected {wanted:int}",
            "bilinear(): input batch dimensions do not match at dim {axis:int}: got {a:int} and "
            "{b:int}",
            "bilinear(): input dimensions do not match: got {axes:int} and {other:int}",
        ),
        "tensor shape",
        "nn.Bilinear takes two inputs that differ in their last axis alone, whose sizes it was "
        "made for. The last axis of {which} is {got}, and {wanted} was named. Along axis {axis} "
        "the sizes are {a} and {b}. One has {axes} axes, and the other {other}.",
        "Print both shapes: nn.Bilinear(in1, in2, out) takes (batch, in1) and (batch, in2). x[:, "
        "None].expand(-1, n, -1) brings one to the other's axes.",
        "from torch import nn\nnn.Bilinear(3, 4, 5)(torch.ones(2, 4), torch.ones(2, 4))",
    ),
    Entry(
        "elements in indices should be type int64 but got: {kind:type}",
        "tensor index",
        "Unpooling takes the indices that pooling gave, which are int64. The type of these is "
        "{kind}.",
        "Write out, indices = nn.MaxPool2d(2, return_indices=True)(x), and hand them over.",
        "from torch import nn\nx = torch.ones(1, 1, 2, 2)\nnn.MaxUnpool2d(2)(x, x)",
    ),
    Entry(
        "{kind:ParameterList|ParameterDict} should not be called",
        "",
        "A {kind} keeps parameters, and computes nothing.",
        "Take one by its number or name, self.weights[0], and compute with it.",
        "from torch import nn\nnn.ParameterList([torch.ones(2)])(1)",
    ),
    Entry(
        "compile() got an unexpected keyword argument '{name:optimizer|loss|metrics}'",
        "",
        "compile with an optimizer and a loss is Keras's; in PyTorch compile makes a model "
        "faster, and knows no {name}.",
        "Write optimizer = torch.optim.Adam(model.parameters()), loss_fn = nn.CrossEntropyLoss(), "
        "and train in a loop.",
        "from torch import nn\nnn.Linear(2, 2).compile(optimizer='adam')",
        since=(2, 4),
        when=in_torch,
    ),
    Entry(
        "'tuple' object has no attribute '{name:sum|mean|squeeze|view|reshape|detach|permute|"
        "transpose|contiguous|cpu|item|unsqueeze|requires_grad|shape}'",
        "tensor create",
        "{name} belongs to a tensor, and this is a tuple: a layer or a model that gives several "
        "results, such as LSTM with its state, as a rule. torch.autograd.grad gives one too.",
        "Take the one you mean: out, state = lstm(x), g, = torch.autograd.grad(y, x), or out[0].",
        "from torch import nn\nlstm = nn.LSTM(3, 4)\nlstm(torch.ones(2, 5, 3)).sum()",
        when=_tuple,
    ),
    Entry(
        "sum() got an unexpected keyword argument 'axis'",
        "tensor numpy",
        "A function of NumPy was given something of torch's that does not know its arguments.",
        "Write x.sum(), torch's own, or np.sum(x.detach().numpy()).",
        None,
        recorded=(
            'File "a.py", line 3, in <module>\n    np.sum(torch.ones(2).storage())\n'
            "TypeError: sum() got an unexpected keyword argument 'axis'",
        ),
        when=in_torch,
    ),
    Entry(
        "given numpy array has byte order different from the native byte order",
        "memory conversions",
        "The array's bytes stand in the other order, as in FITS files and some others.",
        'Write a.astype(a.dtype.newbyteorder("=")), or a.astype("float32").',
        "import numpy as np\ntorch.from_numpy(np.array([1], dtype='>f4'))",
    ),
    Entry(
        (
            "invalid shape dimension {size:int} at index {number:int} of shape [{shape:shape}]",
            "invalid shape dimension {size:int}",
        ),
        "tensor reshape",
        "A size is a whole number from 0 up, or -1 once. Number {number}, counted from 0, is "
        "{size}.",
        "Print the sizes. A difference that they are computed from came out below 0.",
        "torch.ones(2).reshape(-2)",
    ),
    Entry(
        (
            "repeats must have the same size as input along dim, but got repeats.size(0) = "
            "{got:int} and input.size({axis:int}) = {size:int}",
            "repeats must have the same size as input along dim",
        ),
        "broadcast stretch",
        "repeat_interleave takes one number for all, or one for each part along the axis. There "
        "are {got} for {size} parts.",
        "Name the axis: x.repeat_interleave(n, dim=0); without it the tensor is flattened first.",
        "torch.ones(2, 3).repeat_interleave(torch.tensor([1, 2, 3]), 0)",
    ),
    Entry(
        (
            "chunk expects `chunks` to be greater than 0, got: {got:int}",
            "number of sections must be larger than 0, got {got:int}",
            "split_size can only be 0 if dimension size is 0, but got dimension size of {size:int}",
            "split expects split_size be non-negative, but got split_size={got:int}",
        ),
        "tensor index",
        "An axis is split into one part at least, and a part has one number at least. {got} was "
        "asked for.",
        "Print what was asked for: n // 8 is 0 for n below 8, and max(1, n // 8) is at least 1.",
        "torch.ones(6).chunk(0)",
        recorded=(
            "RuntimeError: number of sections must be larger than 0, got 0",
            "RuntimeError: split_size can only be 0 if dimension size is 0, but got dimension size "
            "of 2",
        ),
    ),
    Entry(
        (
            "index_select(): Index is supposed to be a vector",
            "Index is supposed to be a vector",
            "Index is supposed to be an empty tensor or a vector",
        ),
        "tensor index",
        "index_select takes indices with one axis.",
        "Write x[i] for indices of any shape, or i.flatten().",
        "torch.ones(2, 3).index_select(0, torch.ones(2, 2).long())",
    ),
    Entry(
        "index_copy_(): Index should have dimension 1 or 0 (got {axes:int})",
        "tensor index",
        "index_copy_ takes indices with one axis. These have {axes} axes.",
        "Write i.flatten(), and give the source one row for each of them.",
        "torch.ones(2, 3).index_copy_(0, torch.ones(2, 2).long(), torch.ones(2, 3))",
    ),
    Entry(
        (
            "{name:index_copy_|index_add_|index_copy}(): Number of indices ({a:int}) should be "
            "equal to source.size(dim) ({b:int})",
            "index_add_(): Number of indices ({a:int}) should be equal to source.size(dim): "
            "({b:int})",
            "index_copy_(): When source is scalar, index should have one element (got {a:int})",
        ),
        "tensor index",
        "Each index is the place of one part of the source. There are {a} indices for {b} parts.",
        "Give one index for each row of the source.",
        "torch.ones(2, 3).index_copy_(0, torch.tensor([0, 1, 1]), torch.ones(2, 3))",
        recorded=(
            "IndexError: index_add_(): Number of indices (1) should be equal to source.size(dim): "
            "(2), for dim: 0",
        ),
    ),
    Entry(
        "masked_fill_ only supports a 0-dimensional value tensor, but got tensor with {axes:int} "
        "dimension(s)",
        "tensor index",
        "masked_fill writes one number everywhere, so the value must have no axes. It has "
        "{axes} axes.",
        "Write torch.where(mask, values, x) for several numbers, or v.item() where v holds one.",
        "x = torch.ones(2)\nx.masked_fill(x > 0, x)",
    ),
    Entry(
        (
            "Number of elements of source < number of ones in mask",
            "masked_scatter: expected self and source to have same dtypes but got",
            "masked_scatter: expected self and source to have same dtypes but got {:text}",
        ),
        "tensor index",
        "masked_scatter puts the source's numbers one after another where the mask is True: there "
        "have to be enough, of the tensor's type.",
        "Print mask.sum() and source.numel(), and write source.to(x.dtype).",
        "x = torch.ones(3)\nx.masked_scatter_(x > 0, torch.ones(2))",
    ),
    Entry(
        "slice indices must be integers or None or have an __index__ method",
        "tensor index",
        "A slice of a tensor goes by whole numbers, and this is a float.",
        "Write n // 2 in place of n / 2, or int(n).",
        "torch.ones(4)[:1.5]",
        when=in_torch,
    ),
    Entry(
        (
            "quantile() q must be in the range [0, 1] but got {value:text}",
            "quantile() q values must be in the range [0, 1]",
            "quantile() q tensor must be same dtype as the input tensor",
            "quantile() input tensor is too large",
        ),
        "tensor arithmetic",
        "quantile takes shares from 0 to 1, of the tensor's type, of up to 16 million numbers.",
        "Write x.quantile(0.25). A larger tensor goes through np.quantile, or a part of it does.",
        "torch.ones(2).quantile(2.0)",
    ),
    Entry(
        "required rank {rank:int} tensor to use {:channels_last_3d|channels_last} format",
        "tensor shape",
        "channels_last is an order in memory for pictures in a batch, with {rank} axes here, and "
        "this tensor has another number of them.",
        "Write x.unsqueeze(0) first for a single picture, and leave memory_format= out for vectors "
        "and matrices.",
        "torch.ones(2, 3).contiguous(memory_format=torch.channels_last)",
    ),
    Entry(
        "nonzero is not supported for tensors with more than INT_MAX elements",
        "tensor index",
        "On a GPU nonzero, and x[mask] with it, takes up to 2,147,483,647 numbers, and there are "
        "more.",
        "Write torch.where(mask, a, b) or x * mask, which need no list of places, or go through "
        "x.split(n) part by part.",
        None,
        recorded=(
            "RuntimeError: nonzero is not supported for tensors with more than INT_MAX elements",
        ),
    ),
    Entry(
        "bincount only supports 1-d non-negative integral inputs",
        "tensor index",
        "bincount counts whole numbers from 0 up, in a tensor with one axis.",
        "Write x.flatten().long(), and print x.min().",
        "torch.bincount(torch.tensor([-1]))",
    ),
    Entry(
        "torch.clamp: At least one of 'min' or 'max' must not be None",
        "tensor arithmetic",
        "clamp takes a lowest number, a highest, or both.",
        "Write x.clamp(min=0).",
        "torch.ones(2).clamp()",
    ),
    Entry(
        "torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got",
        "tensor create",
        "meshgrid takes one vector for each axis.",
        'Write torch.meshgrid(x.flatten(), y.flatten(), indexing="ij").',
        "torch.meshgrid(torch.ones(2, 3), indexing='ij')",
    ),
    Entry(
        "tensordot expects dims < ndim_a or ndim_b, but got dims={axes:int}",
        "linalg products",
        "tensordot adds up over as many axes as dims says, and there are fewer. It says {axes}.",
        "Print both shapes, and give dims=1 for a product of matrices.",
        "torch.tensordot(torch.ones(2), torch.ones(2), 5)",
        since=(2, 4),
    ),
    Entry(
        "einsum(): must specify the equation string and at least one operand",
        "linalg einsum",
        "einsum takes the letters as text, and the tensors after it.",
        'Write torch.einsum("ij,jk->ik", A, B).',
        "torch.einsum('ij')",
    ),
    Entry(
        "torch.linalg.{name:name}: input tensor should not contain infs or NaNs",
        "linalg singular",
        "There are nan or infinite numbers in the matrix.",
        "Test torch.isfinite(A).all(), and find where they came from.",
        "torch.linalg.eig(torch.full((2, 2), float('nan')))",
    ),
    Entry(
        (
            "{name:name} expects a {:real|real-valued} input tensor, but got {kind:type}",
            "Only supports floating-point dtypes, but found: {kind:type}",
        ),
        "tensor dtypes",
        "This function takes real numbers, in floats. These are {kind}. Of the Fourier transforms "
        "rfft and ihfft are such, with those of several axes.",
        "For complex numbers take torch.fft.fft or torch.fft.ifft, fft2 and ifft2 in two axes, or "
        "hand over z.real or z.abs(). Whole numbers become floats by x.float().",
        "torch.fft.ihfft2(torch.ones(4, 4) * 1j)",
        since=(2, 13),
        recorded=("RuntimeError: rfft expects a real input tensor, but got ComplexFloat",),
    ),
    Entry(
        (
            "{name:name} expects a {:complex|floating point} output tensor, but got {kind:type}",
            "Unsupported dtype {kind:Half|BFloat16}",
        ),
        "tensor dtypes",
        "A Fourier transform got a type that it cannot take: a tensor for out= of another type "
        "than the result, or half floats. This one is {kind}.",
        "The tensor for out= has the type of the result: fft and rfft give complex numbers, irfft "
        "and hfft real ones. Leave out= away, or write out=torch.empty(0, dtype=torch.complex64). "
        "Half floats go in as x.float().",
        "torch.fft.rfft2(torch.ones(4, 4), out=torch.ones(4, 3))",
        when=lambda found: "name" in found.fields or "fft" in found.code,
    ),
    Entry(
        "Invalid number of data points ({size:int}) specified",
        "tensor shape",
        "A Fourier transform needs one number at least along its axis, and would have {size}.",
        "Print x.shape, and the n= or s= that were handed over. An empty piece of sound or a slice "
        "behind the end makes an axis of size 0.",
        "torch.fft.fft(torch.ones(0))",
    ),
    Entry(
        (
            "stft requires the return_complex parameter be given for real inputs",
            "istft requires a complex-valued input tensor matching the output from stft",
            "stft with return_complex=False is deprecated",
            "istft will require a complex-valued input tensor in a future PyTorch release",
        ),
        "tensor dtypes",
        "stft gives complex numbers now; older programs took pairs of real ones, in a last axis of "
        "size 2.",
        "Write torch.stft(…, return_complex=True), and torch.view_as_real(S) for the pairs. istft "
        "takes torch.view_as_complex(pairs.contiguous()).",
        "torch.stft(torch.ones(20), 4)",
    ),
    Entry(
        (
            "stft(torch.{kind:name}[{shape:shape}], n_fft={n:int}, {:long}): expected 0 < n_fft < "
            "{length:int}, but got n_fft={n2:int}",
            "stft(torch.{kind:name}[{shape:shape}], {:long}): expected a 1D or 2D tensor",
        ),
        "tensor shape",
        "stft reads sound as (length,) or (batch, length), and a window is no longer than it. The "
        "input has [{shape}].",
        "Print x.shape. Take a shorter n_fft, or x.squeeze(1) for (batch, 1, length).",
        "torch.stft(torch.ones(1, 2, 3, 4), 4, return_complex=True, center=False)",
    ),
    Entry(
        "unsupported operand type(s) for ** or pow(): '{a:name}' and '{b:name}'",
        "tensor arithmetic",
        "A power is one of numbers and tensors. Here it is of a {a} and a {b}.",
        "Print both. torch.tensor(…) makes a tensor of a list.",
        "torch.ones(2) ** 'a'",
        when=lambda found: "Tensor" in (found["a"], found["b"]),
    ),
    Entry(
        "ZeroDivisionError",
        "tensor arithmetic",
        "Whole numbers have no division by 0; floats give inf or nan.",
        "Write x.float() first, or y.clamp(min=1) below.",
        "torch.ones(2).long() // 0",
        when=lambda found: found.type == "RuntimeError",
    ),
    Entry(
        (
            "diag(): Supports 1D or 2D tensors. Got {axes:int}D",
            "diagonal dimensions cannot be identical {a:int}, {b:int}",
            "matrix or a vector expected",
        ),
        "linalg matrices",
        "diag makes a matrix of a vector, or takes the diagonal of a matrix. This has {axes} axes.",
        "torch.diagonal(x, dim1=-2, dim2=-1) takes those of a batch, torch.diag_embed makes them.",
        "torch.diag(torch.ones(2, 2, 2))",
    ),
    Entry(
        (
            "step must be nonzero",
            "unsupported range: {low:text} -> {high:text}",
        ),
        "tensor create",
        "arange counts from one number to another by a step that is not 0, and ends.",
        "Print the three numbers: a division before may have made 0, inf or nan.",
        "torch.arange(1, 5, 0)",
    ),
    Entry(
        (
            "Expected both inputs to be Half, Float or Double tensors but got {a:type} and "
            "{b:type}",
            "{a:Float|Double|Half|Long|Int|BFloat16} did not match "
            "{b:Float|Double|Half|Long|Int|BFloat16|Bool}",
        ),
        "linalg dtypes",
        "The operation needs one type of numbers throughout. One holds {a}, the other {b}.",
        "Bring both to one type: x.float() and y.float().",
        "torch.allclose(torch.ones(2), torch.ones(2).double())",
        recorded=(
            "RuntimeError: Expected both inputs to be Half, Float or Double tensors but got Float "
            "and Long",
        ),
        when=lambda found: found["a"] != found["b"],
    ),
    Entry(
        (
            "Tensor-likes are not close!",
            "The values for attribute '{name:quoted}' do not match: {a:text} != {b:text}",
            "Scalars are not close!",
            "Tensor-likes are not equal!",
        ),
        "tensor arithmetic",
        "assert_close compared two tensors, and they differ: the message says where, and how much.",
        "Rounding alone is within rtol and atol: give larger ones for float32 or half floats. "
        "check_dtype=False and check_device=False compare numbers alone.",
        "torch.testing.assert_close(torch.ones(2), torch.zeros(2))",
    ),
    Entry(
        (
            "view_as_real is only supported for complex tensors",
            "view_as_complex is only supported for {:text}",
        ),
        "tensor shape",
        "A complex number is a pair of real ones: view_as_complex takes floats with a last axis of "
        "size 2, view_as_real complex numbers.",
        "Print x.shape and x.dtype.",
        "torch.view_as_real(torch.ones(2, 3))",
    ),
    Entry(
        (
            "can't convert Sparse layout tensor to numpy",
            "Cannot assign to a sparse tensor",
            "{name:values|indices} expected sparse {:tensor|coordinate tensor} layout but got "
            "Strided",
            "reshape is not implemented for sparse tensors",
            "sparse tensors do not have {:strides|storage}",
            "Sparse CSR tensors do not have strides",
            "Tensors of type SparseTensorImpl do not have {:name}",
            "{name:name} is not implemented for sparse tensors",
            "add(sparse, dense) is not supported. Use add(dense, sparse) instead",
            "bmm_sparse: Tensor '{name:name}' must be dense",
            "Concatenating sparse tensors, but a dense tensor was found at position {:int}",
            "addmm: computation on CUDA is not implemented for {:few} + {:few} @ {:few}",
        ),
        "tensor views",
        "A sparse tensor keeps only the numbers that are not 0, and a plain one all; not all "
        "functions take both.",
        "Write x.to_dense() for a plain one, x.to_sparse() for the other. A product is "
        "torch.sparse.mm(a, b), with a sparse and b plain.",
        "torch.ones(2, 3).to_sparse().numpy()",
    ),
    Entry(
        (
            "indices and values must have same nnz, but got nnz from indices: {a:int}, nnz from "
            "values: {b:int}",
            "size is inconsistent with indices: for dim {axis:int}, size is {size:int} but found "
            "index {index:int}",
            "found negative index {index:int} for dim {axis:int}",
        ),
        "tensor index",
        "A sparse tensor is made of one index for each axis and number. There are {a} places for "
        "{b} values. Along axis {axis} there is no place {index}.",
        "Print both shapes: indices have (axes, numbers). Numbers of nodes are counted from 0.",
        "torch.sparse_coo_tensor([[0, 1], [2, 0]], [3, 4, 5])",
    ),
    Entry(
        (
            "'len(size) == sparse_dim + dense_dim' is not satisfied: len(size) = {size:int}, "
            "sparse_dim = {rows:int}, dense_dim = {further:int}",
            "number of dimensions must be sparse_dim ({rows:int}) + dense_dim ({further:int}), but "
            "got {size:int}",
            "number of dimensions must be sparse_dim",
            "number of dimensions must be nDimI + nDimV",
        ),
        "tensor index",
        "The size of a sparse tensor has one axis for each row of indices, and one for each axis "
        "of the values after their first, and this size has more axes, or fewer. Axes of the size: "
        "{size}; rows of indices: {rows}; further axes of the values: {further}.",
        "Print the shapes of indices and values. For a matrix, size=(h, w), indices are (2, n), "
        "the numbers of the rows above those of the columns, and values (n,). Pairs, (n, 2), are "
        "turned by i.t(). For a vector, size=(w,), indices are (1, n): i.unsqueeze(0). To set one "
        "number of a plain tensor no sparse one is needed: x[i, j] = v.",
        "torch.sparse_coo_tensor([[0, 1]], [1.0, 2.0], (2, 2))",
        since=(2, 13),
        recorded=(
            "RuntimeError: number of dimensions must be sparse_dim (1) + dense_dim (0), but got 2",
            "RuntimeError: number of dimensions must be nDimI + nDimV",
        ),
    ),
    Entry(
        "indices must be sparse_dim x nnz, but got: [{shape:shape}]",
        "tensor index",
        "The indices of a sparse tensor are a matrix: one row for each axis, and one column for "
        "each number. These have the shape [{shape}].",
        "For a matrix write torch.stack((rows, columns)), and for a vector i.unsqueeze(0).",
        "torch.sparse_coo_tensor([0, 1], [1.0, 2.0], (2, 2))",
    ),
    Entry(
        "prob_dist must be 1 or 2 dim",
        "dice multinomial",
        "multinomial takes one row of probabilities, or a matrix with one in each row.",
        "Write p.flatten(0, -2), and give the result the shape back.",
        "torch.multinomial(torch.ones(2, 2, 2), 1)",
    ),
    Entry(
        "cannot sample n_sample <= 0 samples",
        "dice multinomial",
        "multinomial draws at least one number.",
        "Print num_samples.",
        "torch.multinomial(torch.ones(3), 0)",
    ),
    Entry(
        "invalid Poisson rate, expected rate to be non-negative",
        "dice sample",
        "A Poisson distribution has a mean from 0 up.",
        "Write torch.poisson(x.clamp(min=0)), and look for nan.",
        "torch.poisson(-torch.ones(2))",
    ),
    Entry(
        (
            "Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified",
            "loc must be at least one-dimensional",
            "covariance_matrix must be at least two-dimensional",
            "scale_tril matrix must be at least two-dimensional",
        ),
        "dice sample",
        "A normal distribution of several numbers takes their means as a vector, and one matrix "
        "for how they vary.",
        "Write MultivariateNormal(loc, covariance_matrix=C), with loc of shape (n,) and C of "
        "(n, n); torch.diag(v) makes C of single variances.",
        "torch.distributions.MultivariateNormal(torch.zeros(2))",
    ),
    Entry(
        (
            "`concentration` parameter must be at least one-dimensional",
            "Expected reinterpreted_batch_ndims <= len(base_distribution.batch_shape), actual "
            "{a:int} vs {b:int}",
            "The right-most size of value must match event_shape: {a:text} vs {b:text}",
            "Value is not broadcastable with batch_shape+event_shape: {a:text} vs {b:text}",
        ),
        "dice sample",
        "A distribution has a batch of settings and the shape of one draw, and the value does not "
        "fit them. The shapes are {a} and {b}.",
        "Print d.batch_shape, d.event_shape and value.shape.",
        "D = torch.distributions\nD.Independent(D.Normal(0.0, 1.0), 1)",
    ),
    Entry(
        "No KL(p || q) is implemented for p type {a:name} and q type {b:name}",
        "dice sample",
        "torch knows no formula for the distance of these two distributions, {a} and {b}.",
        "Draw from the first: x = p.sample((1000,)), and take "
        "(p.log_prob(x) - q.log_prob(x)).mean().",
        "D = torch.distributions\nD.kl_divergence(D.Cauchy(0.0, 1.0), D.Normal(0.0, 1.0))",
    ),
    Entry(
        (
            "setStorage: sizes [{shape:shape}], strides [{:shape}], storage offset {:int}, and "
            "itemsize {:int} requiring a storage size of {wanted:int} are out of bounds for "
            "storage of size {size:int}",
            "setStorage: sizes [{shape:shape}], strides [{:shape}], and storage offset {:int} "
            "requiring a storage size of {many:int} are out of bounds for storage with numel "
            "{held:int}",
        ),
        "tensor views",
        "A view would reach past the memory that it looks at. It needs {wanted} bytes, and there "
        "are {size}. It needs {many} numbers, and there are {held}.",
        "",
        "torch.ones(2, 3).as_strided((9, 9), (1, 1))",
        ways=ways("""
            0 there, FSDP or DeepSpeed: Call the whole model, not a part of it: only while it runs
                are its weights there.
            0 there, several threads: Give each thread a model of its own, or let one at a time call
                it.
            as_strided, set_: Print x.shape and x.stride().
        """),
        recorded=(
            "RuntimeError: setStorage: sizes [48], strides [1], and storage offset 0 requiring a "
            "storage size of 48 are out of bounds for storage with numel 0",
        ),
    ),
    Entry(
        (
            "Storage size calculation overflowed with sizes=[{shape:shape}]",
            "Torch: invalid memory size -- maybe an overflow?",
        ),
        "tensor create",
        "A tensor of these sizes has more numbers than can be counted. They are [{shape}].",
        "Print the sizes: one is an error, such as a number of bytes or a product.",
        "torch.ones(10**10, 10**10)",
    ),
    Entry(
        (
            "No module named 'tensorboard{rest:text}",
            "TensorBoard logging requires TensorBoard version {version:text} or above",
        ),
        "env",
        "torch.utils.tensorboard writes for TensorBoard, which is not installed, or is too old, or "
        "hidden by a file or folder of your own called tensorboard.",
        "Install it: python -m pip install -U tensorboard. If that changes nothing, give a file or "
        "folder called tensorboard another name, and remove what other packages brought: python "
        "-m pip uninstall tensorboardX tb-nightly, then tensorboard anew.",
        None,
        recorded=("ImportError: TensorBoard logging requires TensorBoard version 1.15 or above",),
        when=lambda found: in_torch(found) or "version" in found.fields,
        command="env",
    ),
    Entry(
        "No module named '{name:onnx|onnxscript|triton}'",
        "env",
        "PyTorch needs {name} for this, and it is not installed.",
        "Install it: python -m pip install {name}. triton is there for Linux; on Windows the "
        "package is triton-windows.",
        None,
        recorded=(
            'File "/site-packages/torch/onnx/__init__.py", line 1, in export\n    import onnx'
            "script\nModuleNotFoundError: No module named 'onnxscript'",
            "ModuleNotFoundError: No module named 'triton'",
        ),
        when=lambda found: in_torch(found) or found["name"] == "triton",
        command="env",
    ),
    Entry(
        "'module' object is not callable",
        "",
        "torch.fft is a module since PyTorch 1.8, with the transforms in it, and was called like "
        "the function of that name before.",
        "",
        "torch.fft(torch.ones(2))",
        recorded=("    torch.fft(pairs, 1)\nTypeError: 'module' object is not callable",),
        when=lambda found: (
            re.search(r"\btorch\.fft\(", found.line or found.before[-200:]) is not None
        ),
        ways=ways("""
            real or complex numbers: Write torch.fft.fft(x), or torch.fft.fft2(x) for two axes.
            pairs, as torch.fft(x, 1): Write z = torch.fft.fft(torch.view_as_complex(x)), and
                torch.view_as_real(z) for pairs again; for torch.fft(x, 2) take fft2.
        """),
    ),
    Entry(
        "'module' object is not callable",
        "",
        "A module of torch was called: the function has another name inside it.",
        "torch.fft.fft(x) is the transform, torch.optim.Adam(…) an optimizer, tqdm.tqdm(…) a bar; "
        "import the name itself, as in from torch.utils.data import DataLoader.",
        "torch.special(torch.ones(2))",
        when=lambda found: "torch." in found.line,
    ),
)
