"""Losses and layers: targets, batch sizes, channels, pictures that are too small."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import prod

from ..entry import Entry, Found

LABELS_1D = (
    "Labels are one class number for each sample, so they have one axis, (batch,), and these have "
    "more."
)


def _channels(found: Found) -> dict[str, str]:
    return {"shape_": ", ".join(map(str, found.shape("shape")))}


def _last(found: Found) -> bool:
    """Whether the channels stand last, as in pictures of PIL and NumPy."""
    shape = found.shape("shape")
    return len(shape) >= 3 and shape[-1] == found.number("wanted") != shape[1]


def _colours(wanted: int, got: int) -> Callable[[Found], bool]:
    return lambda found: (found.number("wanted"), found.number("got")) == (wanted, got)


CHANNELS = (
    "Given {:groups|transposed}={groups:int}, weight of size [{weight:shape}], expected "
    "input[{shape:shape}] to have {wanted:int} channels, but got {got:int} channels instead",
    "Given groups={groups:int}, weight[{weight:shape}], so expected input[{shape:shape}] to have "
    "{wanted:int} channels, but got {got:int} channels instead",
    "Given groups={groups:int}, weight of size {weight:text}, expected input[{shape:shape}] to "
    "have {wanted:int} channels, but got {got:int} channels instead",
)
DIMS = (
    "Expected {a:int}D (unbatched) or {b:int}D (batched) input to {name:name}, but got input of "
    "size: [{shape:shape}]",
    "Expected {b:int}-dimensional input for {b2:int}-dimensional weight [{weight:shape}], but got "
    "{got:int}-dimensional input of size [{shape:shape}] instead",
    "Expected {b:int}-dimensional input for {b2:int}-dimensional weight {weight:text}, but got "
    "{got:int}-dimensional input of size [{shape:shape}] instead",
    "Expected {b:int}-dimensional input for {b2:int}-dimensional weight {weight:text}, but got "
    "input of size [{shape:shape}] instead",
)
SMALL_OUT = (
    "Print x.shape before the layer. Use larger pictures, fewer pooling layers or strides, or "
    "padding. nn.AdaptiveAvgPool2d(1) takes any size."
)

LAYERS = (
    Entry(
        (
            "0D or 1D target tensor expected, multi-target not supported",
            "1D target tensor expected, multi-target not supported",
            "multi-target not supported at",
        ),
        "tensor shape",
        LABELS_1D + " A column (batch, 1), or one-hot labels, are such.",
        "Write F.cross_entropy(out, y.squeeze(1)) for a column, y.argmax(dim=1) for one-hot labels "
        "of whole numbers, or y.float() for probabilities of each class.",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3), torch.ones(2, 1).long())",
        recorded=(
            "RuntimeError: multi-target not supported at "
            "/pytorch/aten/src/THNN/generic/ClassNLLCriterion.c:22",
        ),
    ),
    Entry(
        "Expected floating point type for target with class probabilities, got {kind:type}",
        "tensor dtypes",
        "Targets of the outputs' own shape are read as probabilities of each class, which are "
        "floats. These are {kind}.",
        "One-hot labels: write y.float(), or y.argmax(dim=1) for class numbers. Outputs go in "
        "before any argmax, as scores (batch, classes).",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3), torch.ones(2, 3).long())",
    ),
    Entry(
        (
            "Expected input batch_size ({a:int}) to match target batch_size ({b:int})",
            "Expected input batch_size ({a:int}) to match target batch_size ({b:int}).",
        ),
        "tensor reshape",
        "Each sample has one label, and here are {a} outputs for {b} labels. A reshape in the "
        "model has put numbers of different samples together, or taken them apart.",
        "Keep the batch axis: x.flatten(1), or x.reshape(len(x), -1), in place of x.view(-1, n). "
        "Scores of a sequence go in as out.reshape(-1, classes) with y.reshape(-1).",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(2, 3), torch.ones(3).long())",
    ),
    Entry(
        (
            "Expected input size ({a:int}) to match target size ({b:int})",
            "Assertion input.size(0) == target.size(0) failed",
            "Expected target size ({a:shape}), got torch.Size([{b:shape}])",
            "Expected target size [{a:shape}], got [{b:shape}]",
        ),
        "tensor reshape",
        "The classes are read from axis 1 of the outputs, and the other axes have to be those of "
        "the labels. Wanted is ({a}), and the labels have ({b}).",
        "For sequences write F.cross_entropy(out.reshape(-1, classes), y.reshape(-1)), or bring "
        "the classes to axis 1: out.permute(0, 2, 1). Labels hold class numbers, not one-hot "
        "rows.",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 5, 3), torch.ones(2, 5).long())",
    ),
    Entry(
        (
            "only batches of spatial targets supported (3D tensors) but got targets of dimension: "
            "{axes:int}",
            "only batches of spatial targets supported (3D tensors) but got targets of size: "
            ": [{shape:shape}]",
            "only batches of spatial targets supported (non-empty 3D tensors) but got targets of "
            "size: : [{shape:shape}]",
            "only batches of spatial targets supported",
        ),
        "tensor shape",
        "Labels of pictures are one class number for each point, so they have no axis of channels. "
        "The axes are (batch, height, width), and here are {axes}.",
        "Write y.squeeze(1) for (batch, 1, height, width), and y.argmax(dim=1) for one-hot masks.",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3, 4, 4), torch.ones(2, 1, 4, 4).long())",
    ),
    Entry(
        (
            "size mismatch (got input: [{a:shape}] , target: [{b:shape}]",
            "size mismatch (got input: [{a:shape}], target: [{b:shape}]",
            "input and target batch or spatial sizes don't match: target [{b:shape}], input "
            "[{a:shape}]",
            "input and target batch or spatial sizes don't match: target {b:text}, input {a:text}",
        ),
        "tensor shape",
        "Outputs and labels of pictures need one height and one width. The outputs have the shape "
        "[{a}], and the labels [{b}].",
        "Bring one to the other's size: F.interpolate(out, size=y.shape[-2:]), or resize the "
        "labels with nearest neighbours.",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3, 4, 4), torch.ones(2, 5, 5).long())",
    ),
    Entry(
        (
            "Target {label:int} is out of bounds",
            "Assertion `t >= 0 && t < n_classes` failed",
            "Assertion `cur_target >= 0 && cur_target < n_classes' failed",
            "Assertion 'cur_target >= 0 && cur_target < n_classes' failed",
        ),
        "tensor index",
        "Labels are class numbers from 0 up to the number of outputs less 1, and one lies outside. "
        "It is {label}.",
        "Print y.min(), y.max() and out.shape. Labels from 1 on become labels from 0 on by y - 1; "
        "else give the last layer one output for each class. -1 and 255 for what has no label need "
        "ignore_index.",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(2, 3), torch.tensor([3, 5]))",
    ),
    Entry(
        "For 1D input, 1D target must have size 1, but got target size: {size:int}",
        "tensor shape",
        "The outputs have no batch axis, so they are read as the scores of one sample. There are "
        "{size} labels.",
        "Outputs have the shape (batch, classes): print out.shape, and look for a squeeze or "
        "flatten. For two classes with one output take F.binary_cross_entropy_with_logits.",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(3), torch.ones(2).long())",
    ),
    Entry(
        (
            "weight tensor should be defined either for all {classes:int} classes or no classes but "
            "got weight tensor of shape: [{shape:shape}]",
            "weight tensor should be defined either for all or no classes",
            "weight tensor should be defined either for all {classes:int} classes or no classes",
        ),
        "tensor shape",
        "weight gives one number for each class, as many as the outputs have. There are {classes} "
        "classes, and weight has the shape [{shape}].",
        "Make it that long: torch.ones(out.shape[1]), changed where a class counts more.",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3), torch.ones(2).long(), weight=torch.ones(2))",
    ),
    Entry(
        (
            "Using a target size (torch.Size([{target:shape}])) that is different to the input "
            "size (torch.Size([{value:shape}]))",
            "Target size (torch.Size([{target:shape}])) must be the same as input size "
            "(torch.Size([{value:shape}]))",
        ),
        "broadcast grow",
        "A loss compares number by number, and there are not equally many. The outputs have "
        "[{value}], and the targets [{target}].",
        "Where the targets are class numbers take F.cross_entropy(out, y.squeeze(1)), or make them "
        "0 and 1 for each class with F.one_hot. Otherwise give the last layer as many outputs as "
        "there are targets, and look at the number of classes in the settings.",
        "import torch.nn.functional as F\n"
        "F.binary_cross_entropy(torch.ones(2, 7), torch.ones(2, 1))",
        when=lambda found: prod(found.shape("target")) != prod(found.shape("value")),
        more=lambda found: {
            "value_": found["value"].replace(" ", ""),
            "target_": found["target"].replace(" ", ""),
        },
        command="broadcast {value_} {target_}",
    ),
    Entry(
        (
            "Using a target size (torch.Size([{target:shape}])) that is different to the input "
            "size (torch.Size([{value:shape}])). This will likely lead to incorrect results due to "
            "broadcasting",
            "Using a target size (torch.Size([{target:shape}])) that is different to the input "
            "size (torch.Size([{value:shape}]))",
            "Target size (torch.Size([{target:shape}])) must be the same as input size "
            "(torch.Size([{value:shape}]))",
            "Target and input must have the same number of elements. target nelement "
            "({target:int}) != input nelement ({value:int})",
        ),
        "broadcast grow",
        "A loss compares number by number, and the shapes differ. The outputs have [{value}], and "
        "the targets [{target}]. Broadcasting would compare each with every other.",
        "Give both one shape: loss(out.squeeze(1), y), or loss(out, y.reshape(out.shape)).",
        "from torch import nn\nnn.MSELoss()(torch.ones(2, 1), torch.ones(2))",
        more=lambda found: {
            "value_": found["value"].replace(" ", ""),
            "target_": found["target"].replace(" ", ""),
        },
        command="broadcast {value_} {target_}",
    ),
    Entry(
        (
            "all elements of input should be between 0 and 1",
            "Assertion `input_val >= zero && input_val <= one` failed",
            "Assertion 'x >= 0. && x <= 1.' failed",
        ),
        "dice sample",
        "This loss takes probabilities, and the outputs are other numbers, or nan.",
        "Take F.binary_cross_entropy_with_logits (nn.BCEWithLogitsLoss) for outputs as they are, "
        "or sigmoid before this one. If there was a sigmoid, test for nan.",
        "import torch.nn.functional as F\n"
        "F.binary_cross_entropy(torch.tensor([2.0]), torch.ones(1))",
    ),
    Entry(
        "The anchor, positive, and negative tensors are expected to have the same number of "
        "dimensions",
        "tensor shape",
        "The three inputs of this loss need equally many axes.",
        "Print their shapes; x.unsqueeze(0) adds a batch axis.",
        "import torch.nn.functional as F\n"
        "F.triplet_margin_loss(torch.ones(2, 3), torch.ones(2, 3), torch.ones(2))",
    ),
    Entry(
        (
            "Expected input_lengths to have value at most {most:int}, but got value {got:int}",
            "Expected target_lengths to have value at most {most:int}, but got value {got:int}",
        ),
        "tensor shape",
        "A length is larger than the tensor. At most {most} is there, and {got} was given.",
        "CTC takes outputs as (time, batch, classes), and lengths counted in time: print the "
        "shapes; log_probs.permute(1, 0, 2) brings time to the front.",
        "import torch.nn.functional as F\n"
        "F.ctc_loss(torch.ones(2, 2, 3), torch.ones(2, 2).long(), (5, 5), (2, 2))",
    ),
    Entry(
        "Implicit dimension choice for {name:name} has been deprecated",
        "linalg axis",
        "softmax makes the numbers along one axis add up to 1, and which one was not said.",
        "Write F.{name}(x, dim=1) for (batch, classes), or nn.Softmax(dim=1); -1 is the last axis.",
        "import torch.nn.functional as F\nF.log_softmax(torch.ones(2))",
    ),
    Entry(
        (
            "size_average and reduce args will be deprecated, please use reduction='{kind:quoted}' "
            "instead",
            "reduction: 'mean' divides the total loss by both the batch size and the support size",
        ),
        "",
        "How a loss adds up is said otherwise now. The result is the same as before.",
        'Write reduction="mean", "sum" or "none"; "batchmean" for F.kl_div.',
        "import torch.nn.functional as F\nF.kl_div(torch.ones(2), torch.ones(2))",
    ),
    # Convolutions
    Entry(
        CHANNELS,
        "tensor shape",
        "The channels stand last, as in pictures of PIL and NumPy, and PyTorch wants them in "
        "front. The input has the shape [{shape_}], and the layer takes {wanted} channels.",
        "Write x.permute(0, 3, 1, 2) for a batch, x.permute(2, 0, 1) for one picture; "
        "transforms.ToTensor() does so by itself.",
        "from torch import nn\nnn.Conv2d(3, 6, 3)(torch.ones(4, 28, 28, 3))",
        when=_last,
        more=_channels,
    ),
    Entry(
        CHANNELS,
        "tensor shape",
        "The layer takes coloured pictures of 3 channels, and this is a grey one with 1. The input "
        "has the shape [{shape_}].",
        "Repeat the channel, x.expand(-1, 3, -1, -1), with transforms.Grayscale(3) or "
        'Image.convert("RGB"), or make the first layer for one: nn.Conv2d(1, …).',
        "from torch import nn\nnn.Conv2d(3, 6, 3)(torch.ones(1, 1, 28, 28))",
        when=_colours(3, 1),
        more=_channels,
    ),
    Entry(
        CHANNELS,
        "tensor shape",
        "The picture has 4 channels, red, green, blue and opacity, and the layer takes 3. The "
        "input has the shape [{shape_}].",
        'Write Image.open(path).convert("RGB"), or x[:, :3].',
        "from torch import nn\nnn.Conv2d(3, 6, 3)(torch.ones(1, 4, 28, 28))",
        when=_colours(3, 4),
        more=_channels,
    ),
    Entry(
        CHANNELS,
        "tensor shape",
        "The layer takes grey pictures of 1 channel, and this is a coloured one with 3. The input "
        "has the shape [{shape_}].",
        "Make it grey with transforms.Grayscale(), or make the first layer for colours: "
        "nn.Conv2d(3, …).",
        "from torch import nn\nnn.Conv2d(1, 6, 3)(torch.ones(1, 3, 28, 28))",
        when=_colours(1, 3),
        more=_channels,
    ),
    Entry(
        CHANNELS,
        "tensor shape",
        "A convolution reads (batch, channels, …), and was made for another number of channels. "
        "It takes {wanted}, and the input [{shape_}] has {got}.",
        "Make the layer for them, with {got} as its first number, or bring the channels to axis 1 "
        "with permute. A picture without a batch axis gets one by x.unsqueeze(0), and one of grey "
        "without channels by x.unsqueeze(1).",
        "from torch import nn\nnn.Conv1d(4, 6, 3)(torch.ones(2, 28, 3))",
        more=_channels,
    ),
    Entry(
        DIMS,
        "tensor shape",
        "A convolution wants its axes complete, (batch, channels, height, width) for pictures. "
        "This has the shape [{shape}].",
        "Add what is missing: x.unsqueeze(0) in front for the batch, x.unsqueeze(1) for the one "
        "channel of grey pictures. Do not flatten before a convolution.",
        "from torch import nn\nnn.Conv2d(1, 6, 3)(torch.ones(28, 28))",
        recorded=(
            "RuntimeError: Expected 4-dimensional input for 4-dimensional weight [32, 3, 3, 3], "
            "but got 3-dimensional input of size [3, 224, 224] instead",
            "RuntimeError: Expected 4-dimensional input for 4-dimensional weight 20 1 5 5, but got "
            "3-dimensional input of size [1, 28, 28] instead",
        ),
    ),
    Entry(
        (
            "Calculated padded input size per channel: ({input:text}). Kernel size: ({kernel:text})"
            ". Kernel size can't be greater than actual input size",
            "Kernel size can't be greater than actual input size",
        ),
        "tensor shape",
        "The picture has become smaller than the window that slides over it. It is {input}, and "
        "the window {kernel}.",
        SMALL_OUT,
        "from torch import nn\nnn.Conv2d(1, 6, 30)(torch.ones(1, 1, 28, 28))",
    ),
    Entry(
        (
            "Given input size: ({input:text}). Calculated output size: ({output:text}). Output "
            "size is too small",
            "Given input size: ({input:text}). Calculated output size: ({output:text})",
        ),
        "tensor shape",
        "The picture has become too small for this layer. It is {input}, and {output} would come "
        "out.",
        SMALL_OUT,
        "from torch import nn\nnn.MaxPool2d(2)(torch.ones(1, 1, 1, 1))",
    ),
    Entry(
        "non-empty {a:int}D or {b:int}D (batch mode) tensor expected for input",
        "tensor shape",
        "Pooling reads (batch, channels, height, width), and this has other axes, or is empty.",
        "Print x.shape, and add what is missing with unsqueeze.",
        "from torch import nn\nnn.MaxPool2d(2)(torch.ones(3))",
    ),
    Entry(
        (
            "pad should be at most half of effective kernel size, but got pad={pad:int}",
            "pad should be at most half of kernel size",
            "pad should be smaller than or equal to half of kernel size",
        ),
        "tensor shape",
        "The rim of a pooling layer is at most half of its window. It is {pad}.",
        "Take a smaller padding, or a larger window.",
        "from torch import nn\nnn.MaxPool2d(2, padding=2)(torch.ones(1, 1, 8, 8))",
    ),
    Entry(
        ("kernel size should be greater than zero", "non-positive stride is not supported"),
        "tensor shape",
        "The window of a convolution, and its steps, have a size of 1 at least.",
        "Print the numbers that the layer is made with.",
        "from torch import nn\nnn.Conv2d(1, 6, 0)(torch.ones(1, 1, 28, 28))",
    ),
    Entry(
        ("{name:in_channels|out_channels} must be divisible by groups",),
        "tensor shape",
        "groups splits the channels into equal parts, and {name} cannot be split so.",
        "Choose groups that divides both numbers of channels; 1 is the usual one.",
        "from torch import nn\nnn.Conv2d(3, 6, 3, groups=2)",
    ),
    Entry(
        (
            "Padding size should be less than the corresponding input dimension, but got: padding "
            "({pad:text}) at dimension {axis:int} of input {shape:text}",
            "Argument #{number:int}: Padding size should be less than the corresponding input "
            "dimension, but got: padding ({pad:text}) at dimension {axis:int} of input",
        ),
        "tensor shape",
        "A rim that mirrors the picture has to be narrower than it. The rim is ({pad}), along axis "
        "{axis}.",
        'Take a smaller padding, or mode="constant".',
        "import torch.nn.functional as F\n"
        'F.pad(torch.ones(1, 1, 2, 2), (2, 2, 0, 0), mode="reflect")',
    ),
    Entry(
        "Padding length must be divisible by 2",
        "tensor shape",
        "pad takes two numbers for each axis, before and after, from the last axis on.",
        "Write F.pad(x, (1, 1)), or (1, 1, 2, 2) for two axes.",
        "import torch.nn.functional as F\nF.pad(torch.ones(2), (1,))",
    ),
    Entry(
        (
            "Input Error: Only 3D, 4D and 5D input Tensors supported (got {axes:int}D) for the "
            "modes",
            "Got {axes:int}D input, but {mode:text} mode needs {wanted:int}D input",
        ),
        "tensor shape",
        "interpolate reads (batch, channels, …), and resizes the axes after these. The input has "
        "{axes} axes.",
        "Add them: x[None, None] for one plain matrix, and take [0, 0] of the result.",
        "import torch.nn.functional as F\nF.interpolate(torch.ones(2, 2), size=4)",
    ),
    Entry(
        (
            "Input and output sizes should be greater than 0, but got input (H: {a:int}, W: "
            "{b:int}) output (H: {c:int}, W: {d:int})",
        ),
        "tensor shape",
        "A picture has become empty. It is {a} by {b}, and {c} by {d} is asked for.",
        SMALL_OUT,
        "import torch.nn.functional as F\nF.interpolate(torch.ones(1, 1, 2, 2), size=(0, 1), "
        'mode="bilinear")',
    ),
    # Norms
    Entry(
        "Expected more than 1 {:value per channel|spatial element} when training, got input size "
        "{:torch.Size(|}[{shape:shape}]",
        "tensor shape",
        "Batch norm divides by the spread of the batch, and there is only one number for each "
        "channel. The input has the shape [{shape}].",
        "Give the DataLoader drop_last=True where the last batch has one sample, take a larger "
        "batch, and call model.eval() where you only compute.",
        "from torch import nn\nnn.BatchNorm1d(3)(torch.ones(1, 3))",
    ),
    Entry(
        "running_mean should contain {got:int} elements not {wanted:int}",
        "tensor shape",
        "A batch norm was made for another number of channels. It is for {wanted}, and the input "
        "has {got}, read from axis 1.",
        "Make it for them, nn.BatchNorm2d({got}), or bring the channels to axis 1 with permute.",
        "from torch import nn\nnn.BatchNorm1d(3)(torch.ones(2, 4))",
    ),
    Entry(
        (
            "expected {wanted:int}D input (got {got:int}D input)",
            "expected {wanted:text} input (got {got:int}D input)",
        ),
        "tensor shape",
        "A norm layer is made for one number of axes: BatchNorm1d for (batch, channels), "
        "BatchNorm2d for pictures. It takes {wanted}, and got {got}.",
        "Take the one for your axes: BatchNorm1d behind nn.Linear, BatchNorm2d behind nn.Conv2d, "
        "and add a batch axis with unsqueeze(0) if it is missing.",
        "from torch import nn\nnn.BatchNorm2d(3)(torch.ones(2, 3))",
    ),
    Entry(
        "Given normalized_shape=[{wanted:shape}], expected input with shape {:text}, but got input "
        "of size[{got:shape}]",
        "tensor shape",
        "LayerNorm was made for the last axes of another size. It is for [{wanted}], and the input "
        "has [{got}].",
        "Give it the size of the last axis: nn.LayerNorm(x.shape[-1]).",
        "from torch import nn\nnn.LayerNorm(5)(torch.ones(2, 3))",
    ),
    Entry(
        (
            "num_channels ({channels:int}) must be divisible by num_groups ({groups:int})",
            "num_channels must be divisible by num_groups",
            "Expected number of channels in input to be divisible by num_groups, but got input of "
            "shape [{shape:shape}] and num_groups={groups:int}",
        ),
        "tensor shape",
        "GroupNorm splits the channels into equal groups, and they cannot be split so. There are "
        "{groups} groups.",
        "Choose a number of groups that divides the channels.",
        "from torch import nn\nnn.GroupNorm(2, 3)",
    ),
    # Embedding, recurrent layers, attention
    Entry(
        (
            "index out of range in self",
            "index out of range at {path:text}",
            "index out of range: Tried to access index {index:int} out of table with {size:int} "
            "rows",
        ),
        "tensor index",
        "index_select takes indices from 0 up to the size of the axis less 1, and one lies "
        "outside. It is {index}.",
        "Print i.min(), i.max() and x.shape, and take indices that are there.",
        "torch.index_select(torch.ones(3), 0, torch.tensor([5]))",
        recorded=(
            '  File "a.py", line 3, in <module>\n    y = torch.index_select(x, 0, i)\n'
            "RuntimeError: index out of range at /opt/conda/conda-bld/aten/src/TH/THTensorMath.c:3",
        ),
        when=lambda found: found.calls("index_select"),
    ),
    Entry(
        (
            "index out of range in self",
            "index out of range: Tried to access index {index:int} out of table with {size:int} "
            "rows",
            "Assertion `srcIndex < srcSelectDimSize` failed",
            "Assertion 'srcIndex < srcSelectDimSize' failed",
        ),
        "tensor index",
        "An embedding of n rows has the numbers 0 to n - 1, and a number in the input lies "
        "outside.",
        "Print x.max() and embedding.num_embeddings, and make the embedding that large. With "
        "transformers: model.resize_token_embeddings(len(tokenizer)) after adding words, and "
        "truncation=True for texts longer than the model takes. For index_select take an index "
        "that is there.",
        "from torch import nn\nnn.Embedding(10, 3)(torch.tensor([10]))",
        recorded=(
            "RuntimeError: index out of range: Tried to access index 1024 out of table with 511 "
            "rows. at /pytorch/aten/src/TH/generic/THTensorEvenMoreMath.cpp:418",
        ),
    ),
    Entry(
        ("input.size(-1) must be equal to input_size. Expected {wanted:int}, got {got:int}",),
        "tensor shape",
        "A recurrent layer was made for another number of features in the last axis. It is for "
        "{wanted}, and the input has {got}.",
        "Make it for them, nn.LSTM({got}, …), or bring the features to the last axis. "
        "batch_first=True reads (batch, time, features).",
        "from torch import nn\nnn.LSTM(3, 4)(torch.ones(2, 5, 6))",
    ),
    Entry(
        (
            "{name:LSTM|GRU|RNN}: Expected input to be 2D or 3D, got {axes:int}D instead",
            "input must have {wanted:int} dimensions, got {axes:int}",
            "For {:unbatched|batched} {a:int}-D input, hx {:text}should also be {b:int}-D but got "
            "{axes:text} tensor",
        ),
        "tensor shape",
        "A recurrent layer reads (time, batch, features), or (batch, time, features) with "
        "batch_first=True, and this has other axes. There are {axes}.",
        "Print the shapes; x.unsqueeze(0) adds an axis. A hidden state of a batch has 3 axes too.",
        "from torch import nn\nnn.LSTM(3, 4)(torch.ones(2))",
    ),
    Entry(
        (
            "Expected hidden{:[0]|[1]|} size ({wanted:shape}), got [{got:shape}]",
            "Expected hidden{:[0]|[1]|} size ({wanted:shape}), got ({got:shape})",
        ),
        "tensor shape",
        "The hidden state belongs to another batch. Wanted is ({wanted}), layers, batch and "
        "features, and the state has [{got}].",
        "Make it for each batch, torch.zeros(layers, batch, features), or leave it out: zeros are "
        "taken then. The last batch may be smaller: drop_last=True. A batch size read from the "
        "wrong axis comes from batch_first.",
        "from torch import nn\nnn.GRU(3, 4)(torch.ones(2, 5, 3), torch.ones(1, 2, 4))",
    ),
    Entry(
        "dropout option adds dropout after all but last recurrent layer",
        "",
        "Dropout of a recurrent layer acts between its layers, and there is one only, so it does "
        "nothing.",
        "Leave it out, or give num_layers=2, or an nn.Dropout behind.",
        "from torch import nn\nnn.LSTM(3, 4, dropout=0.5)",
    ),
    Entry(
        "`lengths` array must be sorted in decreasing order when `enforce_sorted` is True",
        "tensor cat",
        "The sequences are to be packed from the longest to the shortest, and are not in that "
        "order.",
        "Write pack_padded_sequence(x, lengths, enforce_sorted=False).",
        "from torch import nn\nnn.utils.rnn.pack_padded_sequence(torch.ones(3, 2, 1), [1, 3])",
    ),
    Entry(
        "Length of all samples has to be greater than 0, but found an element in 'lengths' that is "
        "<= 0",
        "tensor cat",
        "One sequence is empty, and cannot be packed.",
        "Leave empty ones out, or give them one mark of their own.",
        "from torch import nn\nnn.utils.rnn.pack_padded_sequence(torch.ones(3, 2, 1), [3, 0])",
    ),
    Entry(
        (
            "'lengths' argument should be a 1D CPU int64 tensor, but got {axes:text} tensor",
            "`lengths` argument should be a 1D CPU int64 tensor",
        ),
        "tensor dtypes",
        "The lengths of sequences stay on the CPU, as int64. This is {axes}.",
        "Write lengths.cpu().long().",
        None,
        recorded=(
            "RuntimeError: 'lengths' argument should be a 1D CPU int64 tensor, but got 1D cuda:0 "
            "Long tensor",
        ),
    ),
    Entry(
        ("embed_dim must be divisible by num_heads",),
        "tensor shape",
        "Attention splits the features evenly among its heads, and they cannot be split so.",
        "Choose a number of heads that divides embed_dim.",
        "from torch import nn\nnn.MultiheadAttention(5, 2)",
    ),
    Entry(
        "was expecting embedding dimension of {wanted:int}, but got {got:int}",
        "tensor shape",
        "Attention was made for another number of features in the last axis. It is for {wanted}, "
        "and the input has {got}.",
        "Make it for {got}, or bring the input to the size with nn.Linear({got}, {wanted}).",
        "from torch import nn\nx = torch.ones(2, 3, 5)\nnn.MultiheadAttention(4, 2)(x, x, x)",
    ),
    Entry(
        (
            "The shape of the {axes:int}D attn_mask is torch.Size([{got:shape}]), but should be "
            "({wanted:shape})",
            "The size of the {axes:int}D attn_mask is not correct",
        ),
        "tensor shape",
        "A mask of attention has a value for each pair of places. It has [{got}], and should have "
        "({wanted}).",
        "Give it (target length, source length). Without batch_first=True the input is read as "
        "(length, batch, features).",
        "from torch import nn\nx = torch.ones(2, 3, 4)\n"
        "nn.MultiheadAttention(4, 2)(x, x, x, attn_mask=torch.ones(5, 5))",
    ),
    Entry(
        (
            "{:cudnn|cuDNN|Cudnn} RNN backward can only be called in training mode",
            "backward_input can only be called in training mode",
            "cudnn RNN backward can only be called in train mode",
        ),
        "autograd gradient",
        "On a GPU the gradient of a recurrent layer is computed in training mode only, and the "
        "model is in eval mode.",
        "Write model.train() before the step; model.eval() belongs to validation. To switch off "
        "dropout alone set its p to 0, or write with torch.backends.cudnn.flags(enabled=False): "
        "around the forward pass.",
        None,
        recorded=(
            "RuntimeError: cudnn RNN backward can only be called in training mode",
            "RuntimeError: backward_input can only be called in training mode",
        ),
    ),
    # Modules
    Entry(
        "'{kind:DataParallel|DistributedDataParallel}' object has no attribute '{name:name}'",
        "",
        "DataParallel wraps the model, and passes on its forward only. {name} belongs to the model "
        "inside.",
        "Write model.module.{name}.",
        "from torch import nn\nnn.DataParallel(nn.Linear(1, 1)).bias",
    ),
    Entry(
        "'{kind:name}' object has no attribute 'module'",
        "",
        "The program was written for a model that is wrapped in DataParallel, where .module is the "
        "model inside. This one is not wrapped. It is a {kind}.",
        "Leave .module out, or wrap the model: nn.DataParallel(model).",
        "from torch import nn\nnn.Linear(1, 1).module",
        when=lambda found: (
            found["kind"][:1].isupper()
            and (not found.code or "torch" in found.before or ".module." in found.line)
        ),
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:name}'",
        "",
        "The model has nothing called {name}: it was not made in __init__, or is misspelt, or an "
        "error inside a property hides behind this one. The model is a {kind}.",
        "Write self.{name} = … in __init__, and super().__init__() before it. print(model) lists "
        "what it has.",
        "from torch import nn\nnn.Linear(1, 1).foo",
        when=lambda found: (
            re.search(r"torch.nn.modules.module\.py.*__getattr__", found.before) is not None
        ),
    ),
    Entry(
        (
            "{:text}forward() takes {wanted:int} positional {:arguments|argument} but {got:int} "
            "{:were|was} given",
            "{:text}forward() takes from {least:int} to {wanted:int} positional arguments but "
            "{got:int} were given",
        ),
        "",
        "The model was called with another number of inputs than its forward has arguments. It "
        "takes {wanted} and got {got}, self counted in both.",
        "Call it with what def forward(self, …) names. nn.Sequential takes one input, and hands "
        "one on to each layer. A tuple is one input: model(*inputs) hands over its parts.",
        "from torch import nn\nnn.Sequential(nn.Linear(2, 2))(torch.ones(2), torch.ones(2))",
    ),
    Entry(
        "{:text}forward() missing {count:int} required positional {:arguments|argument}: "
        "'{name:quoted}'",
        "",
        "The model was called with too few inputs for its forward. {name} is missing.",
        "Call it with all that def forward(self, …) names, or give it a default there. A loss "
        "takes two: loss_fn(out, y). A class in place of an object, Net(x), needs Net()(x).",
        "from torch import nn\nnn.MSELoss()(torch.ones(2))",
    ),
    Entry(
        (
            "{:text}Expected a value of type '{wanted:quoted}' for argument '{name:quoted}' but "
            "instead found type '{kind:quoted}'",
            "{:text}expected value of type {wanted:name} for argument '{name:quoted}' in position "
            "{place:int}, but instead got value of type {kind:name}",
        ),
        "",
        "A scripted function keeps to the types that it was written with, a Tensor where none is "
        "named. {name} is to be a {wanted}, and is a {kind}.",
        "Name the type, def f(n: int):, or hand over a tensor.",
        "f = torch.jit.script(lambda x: x) if False else None\n"
        "m = torch.jit.trace(lambda x: x * 2, torch.ones(2))\nm(3)",
    ),
    Entry(
        ("{kind:name} is not a Module subclass",),
        "",
        "Layers stand in nn.Sequential one after another, not in a list. This is a {kind}.",
        "Write nn.Sequential(*layers), with a star.",
        "from torch import nn\nnn.Sequential([nn.Linear(1, 1)])",
        when=lambda found: found["kind"] in ("list", "tuple", "generator"),
    ),
    Entry(
        "{kind:name} is not a Module subclass",
        "",
        "nn.Sequential and nn.ModuleList hold layers, which are objects of nn.Module. This is "
        "{kind}.",
        "Take the layer in place of the function, with brackets: nn.ReLU() for F.relu, "
        "nn.Flatten() for torch.flatten.",
        "from torch import nn\nnn.Sequential(nn.Linear(1, 1), torch.relu)",
    ),
    Entry(
        ('Module [{name:name}] is missing the required "forward" function',),
        "",
        "A module is called by its forward, and {name} has none. The name may be misspelt, or "
        "indented into __init__. nn.ModuleList and nn.ModuleDict have none either.",
        "Write def forward(self, x): beside __init__. Go through a ModuleList with for layer in "
        "self.layers: x = layer(x), or take nn.Sequential.",
        "from torch import nn\nnn.ModuleList([nn.Linear(1, 1)])(torch.ones(1))",
    ),
    Entry(
        "",
        "",
        "A module is called by its forward, and this one has none. The name may be misspelt, or "
        "indented into __init__.",
        "Write def forward(self, x): beside __init__.",
        None,
        recorded=(
            '  File "net.py", line 9, in <module>\n    y = net(x)\n  File "/usr/lib/python3.8/'
            'site-packages/torch/nn/modules/module.py", line 201, in _forward_unimplemented\n'
            "    raise NotImplementedError\nNotImplementedError\n",
        ),
        when=lambda found: (
            found.type == "NotImplementedError"
            and "raise NotImplementedError" in found.code
            and "torch/nn/modules" in found.before.replace("\\", "/")
        ),
    ),
    Entry(
        "cannot assign {what:module|parameters|buffers} before Module.__init__() call",
        "",
        "A module keeps lists of its layers and parameters, and they are made by "
        "super().__init__(), which was not called yet.",
        "Write super().__init__() as the first line of __init__. Mind the two underscores on each "
        "side.",
        "from torch import nn\n"
        "class Net(nn.Module):\n    def __init__(self):\n        self.fc = nn.Linear(1, 1)\nNet()",
    ),
    Entry(
        "cannot assign '{kind:quoted}' as {what:parameter|child module|buffer} '{name:quoted}'",
        "autograd leaves",
        "A layer's {name} is kept as a {what}, and takes nothing else. This is {kind}.",
        "Write layer.{name} = nn.Parameter(tensor), or change the numbers: with torch.no_grad(): "
        "layer.{name}.copy_(tensor).",
        "from torch import nn\nnn.Linear(2, 2).weight = torch.ones(2, 2)",
    ),
    Entry(
        "dropout probability has to be between 0 and 1, but got {p:text}",
        "dice sample",
        "The share that dropout sets to 0 lies between 0 and 1. It is {p}.",
        "Write nn.Dropout(0.5).",
        "from torch import nn\nnn.Dropout(2)",
    ),
    Entry(
        "'{name:name}' object has no attribute '{attribute:dim|size}'",
        "tensor create",
        "A tensor belongs here, and this is of type {name}.",
        "A recurrent layer gives (out, state): take out. A number becomes a tensor by "
        "torch.tensor(…), a list too.",
        "import torch.nn.functional as F\nF.mse_loss(torch.ones(2), 1.0)",
        when=lambda found: (
            found["name"] in ("tuple", "list", "float", "int", "numpy.ndarray")
            and re.search(r"site-packages.torch|/torch/", found.before) is not None
        ),
    ),
)
