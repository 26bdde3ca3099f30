"""Convolutions and norms: channels, axes, pictures that are too small."""

from __future__ import annotations

import re
from math import isqrt

from ..entry import Entry, Found, Way
from .ways import ways


def _made_of_yaml(found: Found) -> bool:
    """Whether one of Ultralytics' models is being made, which then tries itself on zeros."""
    return re.search(r"\bstride = torch\.tensor\(\[", found.code) is not None


def _channels(found: Found) -> dict[str, str]:
    """The input's shape, and a field for each cause that its sizes allow."""
    shape, wanted, got = found.shape("shape"), found.number("wanted"), found.number("got")
    axes = len(shape)
    more = {"shape_": ", ".join(map(str, shape))}
    square = axes > 3 and wanted > 4 and shape[-1] == shape[-2]  # (128, 64, 32, 32)
    if axes > 2 and shape[-1] == wanted != shape[1] and not square:
        more["batch"] = ", ".join(map(str, (0, axes - 1, *range(1, axes - 1))))
        more["sample"] = ", ".join(map(str, (axes - 2, *range(axes - 2))))
    if axes == 4 and min(shape[2:]) >= 16:  # small maps are no pictures
        if shape[:2] == [wanted, 1] and wanted > 1:
            more["turned"] = str(wanted)
        colour = {(3, 1): "rgb", (1, 3): "colours", (3, 4): "opaque"}.get((wanted, got))
        if colour:
            more[colour] = "3"
    if axes == 4 and (shape[0], wanted) == (1, 1) and got > 4:
        more["grey"] = str(got)
    if axes == 5 and shape[2] == wanted:
        more["frames"] = "1, 2"
    groups = int(found.fields.get("groups", "1"))
    if got % groups:
        more["parts"] = str(groups)
    if groups == 1 and str(got) in re.findall(r"\d+", found.fields.get("weight", ""))[:2]:
        more["twice"] = str(got)
    if _made_of_yaml(found):
        more["yaml"] = "yaml"
    return more


def _axes(found: Found) -> int:
    return len(found.shape("shape"))


def _wanted(found: Found) -> dict[str, str]:
    """How many channels the weights are for."""
    return {"channels": str(found.shape("weight")[1])}


def _laid_out(found: Found) -> dict[str, str]:
    """How rows become square pictures again."""
    numbers = found.shape("shape")[1] if _axes(found) == 2 else 0
    for channels in (1, 3):
        side = isqrt(numbers // channels)
        if side > 7 and channels * side * side == numbers:
            return {"back": f"x.view(-1, {channels}, {side}, {side})"}
    return {}


CHANNELS = (
    "Given {:groups|transposed}={groups:int}, weight of size [{weight:shape}], expected "
    "input[{shape:shape}] to have {wanted:int} channels, but got {got:int} channels instead",
    "Given groups={groups:int}, weight[{weight:shape}], so expected input[{shape:shape}] to have "
    "{wanted:int} channels, but got {got:int} channels instead",
    "Given groups={groups:int}, weight of size {weight:text}, expected input[{shape:shape}] to "
    "have {wanted:int} channels, but got {got:int} channels instead",
    "expected input[{shape:shape}] to have {wanted:int} channels, but got {got:int} channels",
    # As a page shows it whose text has code in it.
    "Given groups={groups:int}, weight of size {weight:text}, expected input '[{shape:shape}]' to "
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
    "Print x.shape before the layer: the axes behind axis 1 are the ones that shrink, so channels "
    "that stand last go to axis 1 first. Use larger pictures, fewer pooling layers or strides, or "
    "padding. nn.AdaptiveAvgPool2d(1) takes any size."
)

FROM_YAML = ways(
    """
    a {yaml} of another release: Take that of the release you run: old ones of YOLOv5 have lines
        with nn.Conv2d above Detect.
    a line of the {yaml}: Its first entry, from, names the layers that it reads: correct it where
        lines were added or taken out, in Concat and Detect, too.
    your own layer in the {yaml}: Name it in parse_model beside Conv, where channels in and out are
        counted.
    """,
    when=_made_of_yaml,
)

LAYERS = (
    Entry(
        CHANNELS,
        "tensor shape",
        "A convolution reads its channels from axis 1. This one takes {wanted}, and the input "
        "[{shape_}] has {got}.",
        "",
        "from torch import nn\nnn.Conv2d(3, 6, 3)(torch.ones(4, 28, 28, 3))",
        recorded=(
            "RuntimeError: Given groups=1, weight of size [64, 32, 3, 3], expected input[128, "
            "64, 32, 32] to have 32 channels, but got 64 channels instead",
            "RuntimeError: Given groups=1, weight of size [64, 3, 7, 7], expected input[3, 1, "
            "224, 224] to have 3 channels, but got 1 channels instead",
            "RuntimeError: Given groups=2, weight of size [8, 2, 1, 1], expected input[1, 6, 2, "
            "2] to have 4 channels, but got 6 channels instead",
            'File "/yolov5/models/yolo.py", line 83, in __init__\n    m.stride = torch.tensor([s / '
            "x.shape[-2] for x in self.forward(torch.zeros(1, ch, s, s))])\nRuntimeError: Given "
            "groups=1, weight of size [1, 45, 1, 1], expected input[1, 320, 16, 16] to have 45 "
            "channels, but got 320 channels instead",
        ),
        more=_channels,
        ways=FROM_YAML
        + ways("""
            the {wanted} stand last: Write x.permute({batch}), for one sample without a batch axis
                x.permute({sample}).
            grey pictures without channel: Write x.unsqueeze(1) for {grey} pictures, in place of
                unsqueeze(0).
            unsqueeze(1) for the batch: Write x.unsqueeze(0): then the {turned} are channels.
            grey pictures: Write .convert("RGB") behind Image.open(path), or x.expand(-1, {rgb}, -1,
                -1), or make the layer for 1 channel.
            coloured pictures: Make the layer, or the program's option, for {colours} channels, or
                write transforms.Grayscale().
            pictures with opacity: Write Image.open(path).convert("RGB"), or x[:, :{opaque}].
            frames before channels: Write x.transpose({frames}).
            groups={parts}: Choose groups that divides {got}.
            x is right, with {got} channels: Make this layer for {got}, its first number: as many as
                the layer in front gives, behind torch.cat the sum of both.
            a layer called twice: Make a second one for {twice} channels.
            a layer giving {wanted} is missing: Call it in forward, and hand its output on.
            {got} are no channels: Bring the channels to axis 1 with permute, or add their axis with
                x.unsqueeze(1).
        """),
    ),
    Entry(
        DIMS,
        "tensor shape",
        "The input has more axes than this convolution takes, which reads {b} at most. It has the "
        "shape [{shape}].",
        "",
        "from torch import nn\nnn.Conv1d(1, 6, 3)(torch.ones(32, 1, 28, 28))",
        when=lambda found: len(found.shape("shape")) > found.number("b"),
        ways=ways("""
            a Dataset that adds a batch axis: Leave its unsqueeze(0) out: the DataLoader adds one.
            an axis of size 1: Write x.squeeze(1), with its number in place of 1.
            several pictures a sample, videos: Write x.flatten(0, 1), which makes one batch of all.
            data of so many axes: Take nn.Conv2d for pictures, nn.Conv3d for videos.
        """),
    ),
    Entry(
        DIMS,
        "tensor shape",
        "nn.Conv3d reads (batch, channels, depth, height, width), as of videos and volumes, and "
        "an axis is missing. This has the shape [{shape}].",
        "",
        "from torch import nn\nnn.Conv3d(3, 6, 3)(torch.ones(16, 28, 28))",
        recorded=(
            "RuntimeError: Expected 5-dimensional input for 5-dimensional weight [64, 3, 3, 7, 7], "
            "but got 4-dimensional input of size [64, 3, 256, 256] instead",
        ),
        when=lambda found: found["b"] == "5",
        ways=ways("""
            pictures without depth: Take nn.Conv2d, and nn.BatchNorm2d behind it.
            a clip, its frames first: Write x.transpose(0, 1).unsqueeze(0).
            volumes of one channel: Write x.unsqueeze(1).
            one volume, no batch axis: Write x.unsqueeze(0).
        """),
    ),
    Entry(
        DIMS,
        "tensor shape",
        "nn.Conv1d reads (batch, channels, length), and an axis is missing. The input has the "
        "shape [{shape}]. The layer takes {channels} channels.",
        "",
        "from torch import nn\nnn.Conv1d(1, 6, 1)(torch.ones(3))",
        recorded=(
            "RuntimeError: Expected 3-dimensional input for 3-dimensional weight [128, 1024, 1], "
            "but got 2-dimensional input of size [32, 500] instead",
        ),
        when=lambda found: found["b"] == "3",
        more=_wanted,
        ways=ways("""
            (batch, channels): Write x.unsqueeze(2), a length of 1, or take nn.Linear.
            (batch, length): Write x.unsqueeze(1), for a layer of one channel.
            (channels, length): Write x.unsqueeze(0).
            (length, channels): Write x.T.unsqueeze(0).
            max or squeeze before: Write keepdim=True, as in a PointNet, or leave squeeze out.
        """),
    ),
    Entry(
        DIMS,
        "tensor shape",
        "A convolution for pictures reads (batch, channels, height, width), and an axis is "
        "missing. The input has the shape [{shape}].",
        "",
        "from torch import nn\nnn.Conv2d(1, 6, 3)(torch.ones(100, 784))",
        recorded=(
            "RuntimeError: Expected 4-dimensional input for 4-dimensional weight 128 256, "
            "but got "
            "2-dimensional input of size [32, 128] instead",
            "RuntimeError: Expected 4-dimensional input for 4-dimensional weight [64, 3, 7, "
            "7], "
            "but got 3-dimensional input of size [3, 32, 32] instead",
            "RuntimeError: Expected 4-dimensional input for 4-dimensional weight [64, 3, 7, "
            "7], "
            "but got 3-dimensional input of size [224, 224, 3] instead",
        ),
        more=_laid_out,
        ways=(
            Way(
                "one picture, as of a Dataset",
                "Write x.unsqueeze(0), or go over a DataLoader.",
                when=lambda found: _axes(found) == 3,
            ),
            Way(
                "one picture, channels last",
                "Write x.permute(2, 0, 1).unsqueeze(0).",
                when=lambda found: _axes(found) == 3 and found.shape("shape")[2] in (1, 3, 4),
            ),
            *ways(
                """
                grey, (batch, height, width): Write x.unsqueeze(1).
                sequences, (batch, channels, length): Take nn.Conv1d, with one number for
                    kernel_size.
                x[0], squeeze or a view before: Leave it out: it takes the batch axis away.
            """,
                lambda found: _axes(found) == 3,
            ),
            *ways(
                """
                flattened, or from an nn.Linear: Write x.view(x.size(0), c, h, w), where c · h ·
                    w is x.size(1). For square pictures that is {back}.
                noise for an nn.ConvTranspose2d: Write x[:, :, None, None].
                one grey picture, (height, width): Write x[None, None].
            """,
                lambda found: _axes(found) == 2,
            ),
            Way(
                "a table, a game's state, a vector",
                "Take nn.Linear in place of the convolution.",
                when=lambda found: _axes(found) < 4,
            ),
        ),
    ),
    Entry(
        (
            "Calculated padded input size per channel: ({input:text}). Kernel size: ({kernel:text})"
            ". Kernel size can't be greater than actual input size",
            "Kernel size can't be greater than actual input size",
        ),
        "tensor shape",
        "The picture, or the sequence, has become smaller than the window that slides over it. It "
        "is {input}, and the window {kernel}.",
        SMALL_OUT + " Pad a text or a sequence to the window's length.",
        "from torch import nn\nnn.Conv2d(1, 6, 30)(torch.ones(1, 1, 28, 28))",
    ),
    Entry(
        (
            "Given input size: ({input:text}). Calculated output size: ({output:text}). Output "
            "size is too small",
            "Given input size: ({input:text}). Calculated output size: ({output:text})",
            "Given input size per channel: ({input:text}). Calculated output size per channel: "
            "({output:text}). Output size is too small",
            "Output size is too small",
            "Expected input to have non-zero size for non-batch dimensions, but {:input has sizes|"
            "got} [{:shape}]",
        ),
        "tensor shape",
        "The picture has become too small for this layer. It is {input}, and {output} would come "
        "out.",
        SMALL_OUT + " Where an axis has the size 1 from the start pool along the other alone: "
        "nn.MaxPool2d((1, 2)).",
        "from torch import nn\nnn.MaxPool2d(2)(torch.ones(1, 1, 1, 1))",
    ),
    Entry(
        (
            "non-empty {a:int}D or {b:int}D (batch mode) tensor expected for input",
            "non-empty {a:int}D or {b:int}D input tensor expected",
            "Expected {a:int}D or {b:int}D (batch mode) tensor with possibly 0 batch size and "
            "other non-zero dimensions for input",
        ),
        "tensor shape",
        "Pooling, and padding that mirrors, read (batch, channels, …), and this has other axes, or "
        "an axis of size 0.",
        "Print x.shape: x.unsqueeze(0) adds an axis, x.squeeze(0) takes one of size 1 away, and "
        "x.flatten(0, 1) lays two together. A size of 0 comes from a slice or a mask that left "
        "nothing, or from pictures that became too small.",
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
        (
            "kernel size should be greater than zero",
            "non-positive stride is not supported",
            "stride should not be zero",
            "stride should be greater than zero",
            "negative padding is not supported",
            "padding should be non-negative, but got pad_height",
        ),
        "tensor shape",
        "The window of a convolution or of pooling, and its steps, have a size of 1 at least, and "
        "its padding 0.",
        "Print the numbers that the layer is made with: a division such as n // 8 may have made 0.",
        "from torch import nn\nnn.Conv2d(1, 6, 0)(torch.ones(1, 1, 28, 28))",
    ),
    Entry(
        "output padding must be smaller than either stride or dilation",
        "tensor shape",
        "output_padding of a transposed convolution chooses among the sizes that one stride makes "
        "possible, so it is smaller than the stride.",
        "Write output_padding=1 with stride=2, and leave it out with stride=1.",
        "from torch import nn\n"
        "nn.ConvTranspose2d(1, 1, 3, output_padding=1)(torch.ones(1, 1, 4, 4))",
    ),
    Entry(
        "Given groups={groups:int}, expected weight to be at least {:int} at dimension 0, but got "
        "weight of size [{weight:shape}] instead",
        "tensor shape",
        "groups splits the weights as well, and there are {groups} groups for a weight of "
        "[{weight}]. As a rule groups is read from the picture, as x.shape[1], and its channels do "
        "not stand there.",
        "Print x.shape: it is (batch, channels, height, width). x.permute(2, 0, 1) brings the "
        "channels of a picture of NumPy to the front, and unsqueeze(0) adds the batch.",
        "import torch.nn.functional as F\n"
        "F.conv2d(torch.ones(1, 4, 8, 8), torch.ones(3, 1, 3, 3), groups=4)",
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
            "modes: {:text} (got {mode:name})",
            "Got {axes:int}D input, but {mode:text} mode needs {wanted:int}D input",
        ),
        "tensor shape",
        "interpolate has one way for each number of axes, and {mode} is none for the {axes} axes "
        "of this input.",
        'Write mode="linear" for (batch, channels, length), "bilinear" or "bicubic" for pictures '
        '(batch, channels, height, width), "trilinear" for volumes; "nearest" and "area" take all '
        "three. A picture without a batch axis becomes x[None].",
        "import torch.nn.functional as F\n"
        'F.interpolate(torch.ones(1, 2, 2), size=4, mode="bilinear")',
        since=(2, 13),
        when=lambda found: found.number("axes") in (3, 4, 5),
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
        "A picture of {a} by {b} is to become {c} by {d}, and one of these numbers is 0.",
        SMALL_OUT,
        "import torch.nn.functional as F\nF.interpolate(torch.ones(1, 1, 2, 2), size=(0, 1), "
        'mode="bilinear")',
    ),
    Entry(
        "Expected more than 1 spatial element when training, got input size "
        "{:torch.Size(|torch.size(|}[{shape:shape}]",
        "tensor shape",
        "Instance norm divides by the spread of each channel of each picture, and only one point "
        "of it is left. The input has the shape [{shape}].",
        "Leave the norm out where the maps are 1 by 1, take larger pictures, or fewer strides and "
        "pooling layers before it. A larger batch does not help here.",
        "from torch import nn\nnn.InstanceNorm2d(3)(torch.ones(2, 3, 1, 1))",
    ),
    Entry(
        (
            "Expected more than 1 {:value per channel|spatial element} when training, got input "
            "size {:torch.Size(|torch.size(|}[{shape:shape}]",
            "Expected more than 1 value per channel",
        ),
        "tensor shape",
        "In training batch norm divides by the spread of the batch, and there is only one number "
        "for each channel: one sample, with maps of 1 by 1 if any. The input has the shape "
        "[{shape}].",
        "",
        "from torch import nn\nnn.BatchNorm1d(3)(torch.ones(1, 3))",
        ways=ways("""
            you predict, or try the model: Call model.eval() first.
            the last batch has one sample: Give the DataLoader drop_last=True.
            batch_size=1, or one for each GPU: Take 2 or more, or nn.GroupNorm, which needs no
                batch.
            view(1, -1) or an index before: Write x.flatten(1) in its place.
            the shape ends in 1, 1: Take larger pictures, which do not shrink to a point, or fewer
                layers with a stride.
        """),
    ),
    Entry(
        (
            "running_mean should contain {got:int} elements not {wanted:int}",
            "{:running_var|weight|bias} should contain {got:int} elements not {wanted:int}",
            "expected input's size at dim={:int} to match num_features ({wanted:int}), but got: "
            "{got:int}",
            "Expected weight to be a vector of size equal to the number of channels in input, but "
            "got weight of shape [{wanted:int}] and input of shape [{:int}, {got:int}{:shape}]",
        ),
        "tensor shape",
        "A norm layer was made for another number of channels. It is for {wanted}, and the input "
        "has {got}, read from axis 1.",
        "",
        "from torch import nn\nnn.BatchNorm1d(3)(torch.ones(2, 4))",
        ways=ways("""
            the layer before gives {got}: Make it for them, as in nn.BatchNorm2d({got}).
            a layer giving {wanted} is missing: Call it in forward, and hand its output on.
            channels last: Write x.permute(0, 3, 1, 2), for sequences x.transpose(1, 2).
        """),
    ),
    Entry(
        (
            "expected {wanted:int}D input (got {got:int}D input)",
            "expected {wanted:text} input (got {got:int}D input)",
        ),
        "tensor shape",
        "Norm layers differ in the axes that they take: BatchNorm1d takes (batch, channels) or "
        "(batch, channels, length), BatchNorm2d pictures, BatchNorm3d videos. It takes {wanted}, "
        "and got {got}.",
        "Take the one for your axes: BatchNorm1d behind nn.Linear, BatchNorm2d behind nn.Conv2d, "
        "BatchNorm3d behind nn.Conv3d, and add a batch axis with unsqueeze(0) if it is missing.",
        "from torch import nn\nnn.BatchNorm2d(3)(torch.ones(2, 3))",
    ),
    Entry(
        "Given normalized_shape=[{wanted:shape}], expected input with shape {:text}, but got input "
        "of size[{got:shape}]",
        "tensor shape",
        "LayerNorm was made for the last axes of another size. It is for [{wanted}], and the input "
        "has [{got}].",
        "",
        "from torch import nn\nnn.LayerNorm(5)(torch.ones(2, 3))",
        ways=ways("""
            features in the last axis: Write nn.LayerNorm(x.shape[-1]).
            features in axis 1: Write x.transpose(1, 2), for pictures x.permute(0, 2, 3, 1), before
                it.
        """),
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
    Entry(
        (
            "Input and scale_factor must have the same number of spatial dimensions, but got input "
            "with spatial dimensions of [{shape:shape}] and scale_factor of shape {value:text}. "
            "Please",
            "It is expected {:input_size|output_size} equals to {wanted:int}, but got size "
            "{got:int}",
        ),
        "tensor shape",
        "interpolate resizes the axes after (batch, channels), and was told of another number of "
        "axes than the input has there.",
        'Print x.shape: mode="bilinear" reads four axes, "linear" three, "trilinear" five. Add '
        "what is missing with unsqueeze, and give one number for all axes, or one for each.",
        "import torch.nn.functional as F\n"
        "F.interpolate(torch.ones(1, 1, 2, 2), scale_factor=(1, 2, 3))",
        since=(2, 13),
        recorded=("RuntimeError: It is expected input_size equals to 4, but got size 3",),
    ),
    Entry(
        "{:max_pool|avg_pool}{dims:1d|2d|3d}: {what:kernel_size|stride|padding|dilation} must "
        "either be",
        "tensor shape",
        "Pooling takes one number, or one for each axis that it goes along. {what} has another "
        "number of them.",
        "Write nn.MaxPool2d(2), or (2, 3) for height and width. Layers for sequences end in 1d, "
        "for pictures in 2d.",
        "import torch.nn.functional as F\nF.max_pool2d(torch.ones(1, 1, 2, 2), (1, 2, 3))",
    ),
    Entry(
        (
            "dropout{dims:int}d: Received a {axes:int}{:-|}D input to dropout{:int}d",
            "dropout{dims:int}d: Expected {:few} input, but received a {axes:int}D input",
        ),
        "tensor shape",
        "Dropout{dims}d sets whole channels to 0, and reads (batch, channels, …). The input has "
        "{axes} axes.",
        "Take nn.Dropout for single numbers, as behind nn.Linear, and nn.Dropout1d for sequences.",
        "import torch.nn.functional as F\nF.dropout2d(torch.ones(2, 3))",
    ),
    Entry(
        "Cannot writeback when the {:parameter|gradient} shape changes",
        "",
        "FSDP keeps the parameters of a module in one flat piece, and found one, or its gradient, "
        "of another shape in its place: as a rule something set or unpacked a weight after the "
        "model was wrapped.",
        "Change, tie or load weights before FSDP wraps the model, or inside of with "
        "FSDP.summon_full_params(model):. Call the wrapped model as a whole, model(x). On a single "
        "GPU there is nothing to split: leave FSDP out. If the program is not yours, take the "
        "release of PyTorch that it names.",
        None,
        recorded=(
            "RuntimeError: Cannot writeback when the parameter shape changes\nExpects "
            "torch.Size([1769472]) but got torch.Size([2304, 768])",
        ),
    ),
    Entry(
        "could not create a primitive",
        "tensor shape",
        "oneDNN, which computes convolutions and products on the CPU, could not start: there is "
        "too little memory, an axis has the size 0, or this processor does not have the type of "
        "numbers, as a rule.",
        "Print x.shape and x.dtype, try a smaller batch, and model.float() in place of half "
        "floats. with torch.backends.mkldnn.flags(enabled=False): computes without it.",
        None,
        recorded=(
            "RuntimeError: could not create a primitive",
            "RuntimeError: could not create a primitive descriptor for a convolution forward "
            "propagation primitive",
        ),
    ),
    Entry(
        (
            "mixed dtype (CPU): expect {:parameter|input} to have scalar type of {kind:type}",
            "mixed dtype (CPU): all inputs must share same datatype",
            "mixed dtype (CPU): all the parameters must have the same type",
        ),
        "tensor dtypes",
        "A norm layer takes inputs and weights of one type, or half floats with weights of "
        "float32. These have others.",
        "Bring both to one type: model.float() with x.float(), or model.to(torch.bfloat16) with "
        "x.to(torch.bfloat16). NumPy's arrays are float64, until .float() is called.",
        "import torch.nn.functional as F\n"
        "F.layer_norm(torch.ones(2, 3).bfloat16(), (3,), torch.ones(3), torch.ones(3).double())",
        since=(2, 13),
        recorded=("RuntimeError: mixed dtype (CPU): expect input to have scalar type of BFloat16",),
    ),
    Entry(
        "Initializing zero-element tensors is a no-op",
        "tensor shape",
        "A layer was made without weights: one of its sizes is 0.",
        "Print the numbers that it is made with. A count of features or classes that was computed "
        "from empty data is 0.",
        "from torch import nn\nnn.Linear(2, 0)",
    ),
)
