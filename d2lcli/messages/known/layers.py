"""Convolutions and norms: channels, axes, pictures that are too small."""

from __future__ import annotations

from collections.abc import Callable
from math import isqrt

from ..entry import Entry, Found


def _channels(found: Found) -> dict[str, str]:
    return {"shape_": ", ".join(map(str, found.shape("shape")))}


def _last(found: Found) -> bool:
    """Whether the channels stand last, as in pictures of PIL and NumPy."""
    shape, wanted = found.shape("shape"), found.number("wanted")
    if len(shape) < 3 or shape[-1] != wanted or shape[1] == wanted:
        return False
    # (128, 64, 32, 32) are 64 square maps, and nothing of 32 channels.
    square = shape[-2] == shape[-1]
    coloured = wanted == 1 and shape[1] in (3, 4)
    return len(shape) == 3 or (
        not square and not coloured and (wanted <= 4 or shape[1] == shape[2])
    )


def _to_front(found: Found) -> dict[str, str]:
    """How the channels come to the front, of a batch and of one sample without a batch axis."""
    axes = len(found.shape("shape"))
    batch = [0, axes - 1, *range(1, axes - 1)]
    sample = [axes - 2, *range(axes - 2)]
    return _channels(found) | {
        "batch": ", ".join(map(str, batch)),
        "sample": ", ".join(map(str, sample)),
    }


def _frames_first(found: Found) -> bool:
    """Whether the channels of a video stand behind its frames: (n, 16, 3, 112, 112)."""
    shape = found.shape("shape")
    return len(shape) == 5 and shape[2] == found.number("wanted") != shape[1]


def _given(found: Found) -> int:
    """How many channels the layer gives: a transposed one has those of its input in front."""
    weight = found.shape("weight")
    transposed = weight[0] == found.number("wanted") != weight[1]
    return weight[1] if transposed else weight[0]


def _again(found: Found) -> bool:
    """Whether as many channels came as the layer gives itself, more than a picture has."""
    known = len(found.shape("weight")) > 1 and found["groups"] == "1" and found.number("got") > 4
    return known and _given(found) == found.number("got")


def _layer(found: Found) -> dict[str, str]:
    weight = found.shape("weight")
    transposed = weight[0] == found.number("wanted") != weight[1]
    kind = "ConvTranspose" if transposed else "Conv"
    return _channels(found) | {"layer": f"nn.{kind}{len(weight) - 2}d"}


def _turned(found: Found) -> bool:
    """Whether one picture got its batch axis behind the channels: (3, 1, 224, 224)."""
    shape = found.shape("shape")
    return (
        len(shape) == 4
        and shape[:2] == [found.number("wanted"), 1]
        and shape[0] > 1
        and min(shape[2:]) >= 16
    )


def _rows(found: Found) -> bool:
    """Whether sequences, (batch, channels, length), came to a layer for pictures."""
    shape, weight = found.shape("shape"), found.shape("weight")
    return (
        found["b"] == "4"
        and len(shape) == 3
        and shape[1:2] == weight[1:2]
        and 1 != shape[0] != shape[1]
    )


def _colours(wanted: int, got: int) -> Callable[[Found], bool]:
    """Whether pictures of so many channels came; small maps are no pictures."""

    def meant(found: Found) -> bool:
        shape = found.shape("shape")
        numbers = (found.number("wanted"), found.number("got")) == (wanted, got)
        return numbers and len(shape) == 4 and min(shape[2:]) >= 16

    return meant


def _batch_of_grey(found: Found) -> bool:
    """Whether a batch of grey pictures, (64, 28, 28), was read as one of 64 channels."""
    shape = found.shape("shape")
    return len(shape) == 4 and (shape[0], found["wanted"]) == (1, "1") and shape[1] > 4


def _flat_pictures(found: Found) -> tuple[int, int]:
    """Channels and height of square pictures that were laid into rows; zeros where none fit."""
    shape = found.shape("shape")
    if len(shape) == 2 and found["b"] == "4":
        for channels in (1, 3):
            side = isqrt(shape[1] // channels)
            if side > 7 and channels * side * side == shape[1]:
                return channels, side
    return 0, 0


def _picture(found: Found) -> list[int]:
    """The shape of what has three axes, where a layer for pictures wants four; else nothing."""
    shape = found.shape("shape")
    return shape if found["b"] == "4" and len(shape) == 3 else []


def _wanted(found: Found) -> dict[str, str]:
    """How many channels the weights are for."""
    return {"channels": str(found.shape("weight")[1])}


def _laid_out(found: Found) -> dict[str, str]:
    channels, side = _flat_pictures(found)
    weight = found.shape("weight") if "weight" in found.fields else []
    repeated = ".expand(-1, 3, -1, -1)" if channels == 1 and weight[1:2] == [3] else ""
    return {
        "numbers": str(found.shape("shape")[1]),
        "picture": f"{channels} · {side} · {side}",
        "back": f"x.view(-1, {channels}, {side}, {side}){repeated}",
    }


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

LAYERS = (
    Entry(
        CHANNELS,
        "tensor shape",
        "As it seems the features stand last, as embeddings and recurrent layers give them, and "
        "nn.Conv1d wants (batch, channels, length). The input has the shape [{shape_}], and the "
        "layer takes {wanted} channels.",
        "Write x.transpose(-2, -1) before the layer, and once more behind it where the features "
        "are to stand last again. If {got} is the number of channels and {wanted} the length, make "
        "the layer for {got}.",
        "from torch import nn\nnn.Conv1d(8, 6, 3)(torch.ones(2, 28, 8))",
        when=lambda found: _last(found) and len(found.shape("shape")) == 3,
        more=_channels,
    ),
    Entry(
        CHANNELS,
        "tensor shape",
        "The layer takes 1 channel, and got one sample of {got} channels. As a rule these are "
        "{got} grey pictures of a batch, whose axis for the one channel is missing. PyTorch read "
        "[{shape_}].",
        "Print x.shape. For (batch, height, width) write x.unsqueeze(1), in place of any "
        "unsqueeze(0): it adds the channel at axis 1. If the {got} are channels of one sample, "
        "make the layer for {got}, its first number.",
        "from torch import nn\nnn.Conv2d(1, 6, 3)(torch.ones(64, 28, 28))",
        when=_batch_of_grey,
        more=_channels,
    ),
    Entry(
        CHANNELS,
        "tensor shape",
        "As it seems the channels stand last, as in arrays of NumPy and OpenCV, and PyTorch wants "
        "them right behind the batch axis. The input has the shape [{shape_}], and the layer "
        "takes {wanted} channels.",
        "Write x.permute({batch}) for a batch, x.permute({sample}) for one sample without a batch "
        "axis. reshape and view will not do: they mix the numbers. For a single picture of PIL or "
        "NumPy transforms.ToTensor() does it.",
        "from torch import nn\nnn.Conv2d(3, 6, 3)(torch.ones(4, 28, 28, 3))",
        when=_last,
        more=_to_front,
    ),
    Entry(
        CHANNELS,
        "tensor shape",
        "nn.Conv3d reads (batch, channels, frames, height, width), and in [{shape_}] the {wanted} "
        "channels that the layer takes stand behind the frames, as it seems.",
        "Write x.transpose(-4, -3), which exchanges channels and frames. If axis 1 holds the "
        "channels after all, make the layer for {got}.",
        "from torch import nn\nnn.Conv3d(3, 6, 3)(torch.ones(2, 16, 3, 28, 28))",
        when=_frames_first,
        more=_channels,
    ),
    Entry(
        CHANNELS,
        "tensor shape",
        "The input has the shape [{shape_}], and the layer takes {wanted} channels at axis 1. "
        "Either it is one picture of {wanted} channels, whose batch axis was added at axis 1 in "
        "place of axis 0, or a batch of {wanted} grey pictures.",
        "For one picture write x.unsqueeze(0), and no unsqueeze(1). Grey pictures become coloured "
        'by Image.open(path).convert("RGB"), or transforms.Grayscale(3).',
        "from torch import nn\nnn.Conv2d(3, 6, 3)(torch.ones(3, 1, 28, 28))",
        when=lambda found: _turned(found) and found["wanted"] == "3",
        more=_channels,
    ),
    Entry(
        CHANNELS,
        "tensor shape",
        "The layer takes 3 channels, as of coloured pictures, and the input has 1, as grey ones "
        "have. Its shape is [{shape_}].",
        "For a pretrained model make three channels: transforms.Grayscale(3) or "
        'Image.open(path).convert("RGB") where pictures are read, x.expand(-1, 3, -1, -1) for a '
        "batch. A model that you train anew may have nn.Conv2d(1, …) as its first layer, and 1 for "
        "its options of channels.",
        "from torch import nn\nnn.Conv2d(3, 6, 3)(torch.ones(1, 1, 28, 28))",
        when=_colours(3, 1),
        more=_channels,
    ),
    Entry(
        CHANNELS,
        "tensor shape",
        "The picture has 4 channels, red, green, blue and opacity as a rule, and the layer takes "
        "3. The input has the shape [{shape_}].",
        'Write Image.open(path).convert("RGB") where pictures are read, or x[:, :3] for a batch, '
        "which leaves opacity out. If all 4 channels count, as those of a satellite do, make the "
        "first layer for 4.",
        "from torch import nn\nnn.Conv2d(3, 6, 3)(torch.ones(1, 4, 28, 28))",
        when=_colours(3, 4),
        more=_channels,
    ),
    Entry(
        CHANNELS,
        "tensor shape",
        "The layer takes 1 channel, as of grey pictures, and the input has 3, as coloured ones "
        "have. Its shape is [{shape_}].",
        "To keep the colours make this layer for 3 channels: nn.Conv2d(3, …), or the option of the "
        "program that says how many, such as n_channels=3. To do without them write "
        'transforms.Grayscale(), or Image.open(path).convert("L"): ImageFolder reads grey files '
        "as coloured ones too.",
        "from torch import nn\nnn.Conv2d(1, 6, 3)(torch.ones(1, 3, 28, 28))",
        when=_colours(1, 3),
        more=_channels,
    ),
    Entry(
        CHANNELS,
        "tensor shape",
        "A convolution reads (batch, channels, …), and was made for another number of channels. "
        "It takes {wanted}, and the input [{shape_}] has {got}.",
        "Print x.shape, and bring the input to {wanted} channels. The layer splits them into "
        "{groups} groups, so their number is a multiple of {groups}: where the layer is to be made "
        "for {got}, choose groups that divides {got} as well.",
        "from torch import nn\nnn.Conv2d(4, 8, 1, groups=2)(torch.ones(1, 6, 2, 2))",
        when=lambda found: found.number("groups") > 1,
        more=_channels,
    ),
    Entry(
        CHANNELS,
        "tensor shape",
        "The layer takes {wanted} channels and gives {got}, and {got} came in: as a rule another "
        "layer that gives {got} stands in front of it, or this one is called twice. The input has "
        "the shape [{shape_}].",
        "A layer's first number is the second of the layer in front: {layer}({wanted}, {got}, …) "
        "is followed by {layer}({got}, …), so make this one so, or take out one that stands there "
        "twice. If forward calls one layer twice, make a second one. If {got} are no channels, "
        "bring these to axis 1 with permute.",
        "from torch import nn\nnn.Conv2d(3, 32, 3)(torch.ones(4, 32, 6, 7))",
        recorded=(
            "RuntimeError: Given groups=1, weight of size [64, 32, 3, 3], expected input[128, 64, "
            "32, 32] to have 32 channels, but got 64 channels instead",
        ),
        when=_again,
        more=_layer,
    ),
    Entry(
        CHANNELS,
        "tensor shape",
        "A convolution reads its channels from axis 1. This one takes {wanted}, and the input "
        "[{shape_}] has {got}.",
        "Print x.shape before each layer. If {got} is right, make the layer for {got}: its first "
        "number is the second of the layer in front, the sum of both behind torch.cat, and no "
        "batch size. If a layer that gives {wanted} is to stand in front, see that forward calls "
        "it and hands its output on. If {got} is no number of channels, bring these to axis 1 with "
        "permute; one sample gets its batch axis by x.unsqueeze(0), and a batch of grey pictures "
        "its channel by x.unsqueeze(1).",
        "from torch import nn\nnn.Conv1d(4, 6, 3)(torch.ones(2, 28, 3))",
        more=_channels,
    ),
    Entry(
        DIMS,
        "tensor shape",
        "The input has more axes than this convolution takes, which reads {b} at most. It has the "
        "shape [{shape}].",
        "If a Dataset adds a batch axis itself, leave its unsqueeze(0) out: the DataLoader adds "
        "one. An axis of size 1 goes by x.squeeze(1), and x.flatten(0, 1) puts the pictures of all "
        "videos into one batch. Otherwise take the layer for such data: nn.Conv1d for (batch, "
        "channels, length), nn.Conv2d for pictures, nn.Conv3d for videos.",
        "from torch import nn\nnn.Conv1d(1, 6, 3)(torch.ones(32, 1, 28, 28))",
        when=lambda found: len(found.shape("shape")) > found.number("b"),
    ),
    Entry(
        DIMS,
        "tensor shape",
        "nn.Conv3d reads (batch, channels, depth, height, width), as of videos and volumes, and "
        "an axis is missing. This has the shape [{shape}].",
        "A clip of (frames, channels, height, width) becomes one by x.transpose(0, 1).unsqueeze(0)"
        ", and volumes of one channel, (batch, depth, height, width), by x.unsqueeze(1). For "
        "pictures without depth take nn.Conv2d, and BatchNorm2d behind it.",
        "from torch import nn\nnn.Conv3d(3, 6, 3)(torch.ones(16, 28, 28))",
        recorded=(
            "RuntimeError: Expected 5-dimensional input for 5-dimensional weight [64, 3, 3, 7, 7], "
            "but got 4-dimensional input of size [64, 3, 256, 256] instead",
        ),
        when=lambda found: found["b"] == "5",
    ),
    Entry(
        DIMS,
        "tensor shape",
        "A convolution reads pictures, (batch, channels, height, width), and these are rows, of "
        "flattened pictures as it seems. The input has the shape [{shape}], and {numbers} = "
        "{picture}.",
        "Do not flatten before a convolution, or lay them out again: {back}. If the "
        "rows are no pictures take nn.Linear, or nn.Conv1d with x.unsqueeze(1).",
        "from torch import nn\nnn.Conv2d(1, 6, 3)(torch.ones(100, 784))",
        recorded=(
            "RuntimeError: Expected 4-dimensional input for 4-dimensional weight [10, 1, 3, 3], "
            "but got 2-dimensional input of size [100, 784] instead",
        ),
        when=lambda found: _flat_pictures(found) != (0, 0),
        more=_laid_out,
    ),
    Entry(
        DIMS,
        "tensor shape",
        "The layer is one for pictures, (batch, channels, height, width), and the input, "
        "[{shape}], looks like sequences, (batch, channels, length).",
        "Take nn.Conv1d, with one number for kernel_size: a pair, (3, 3), makes weights for "
        "pictures. If these are pictures without a batch axis write x.unsqueeze(0).",
        None,
        recorded=(
            "RuntimeError: Expected 4-dimensional input for 4-dimensional weight [256, 1, 3, 3], "
            "but got 3-dimensional input of size [64, 1, 786] instead",
        ),
        when=_rows,
    ),
    Entry(
        DIMS,
        "tensor shape",
        "A convolution for pictures reads (batch, channels, height, width), and the input has two "
        "axes, [{shape}], as the outputs of an nn.Linear and the rows of a table have.",
        "If an nn.Linear stands in front, as in a generator, lay its outputs out as maps: "
        "x.view(x.size(0), c, h, w), where c · h · w is {numbers}. If it is an "
        "nn.ConvTranspose2d for noise of {numbers} channels, x[:, :, None, None] makes maps of 1 "
        "by 1. If the rows are no pictures, such as "
        "those of a table or the state of a game, take nn.Linear in its place. One grey picture, "
        "(height, width), becomes x[None, None].",
        "from torch import nn\nnn.Conv2d(1, 6, 3)(torch.ones(28, 28))",
        recorded=(
            "RuntimeError: Expected 4-dimensional input for 4-dimensional weight 128 256, but got "
            "2-dimensional input of size [32, 128] instead",
        ),
        when=lambda found: found["b"] == "4" and len(found.shape("shape")) == 2,
        more=lambda found: {"numbers": str(found.shape("shape")[1])},
    ),
    Entry(
        DIMS,
        "tensor shape",
        "A convolution for pictures reads (batch, channels, height, width), and this is one "
        "picture without a batch axis, as it seems: its first size, {channels}, is the number of "
        "channels that the layer takes. It has the shape [{shape}].",
        "Write x.unsqueeze(0), and out[0] for what comes out. If a loop goes over the Dataset, go "
        "over a DataLoader, which makes batches. If a batch came into the model, look for an x[0], "
        "a squeeze() or a view that takes its axis away.",
        None,
        recorded=(
            "RuntimeError: Expected 4-dimensional input for 4-dimensional weight [64, 3, 7, 7], "
            "but got 3-dimensional input of size [3, 32, 32] instead",
        ),
        when=lambda found: _picture(found)[:1] == found.shape("weight")[1:2] != [],
        more=_wanted,
    ),
    Entry(
        DIMS,
        "tensor shape",
        "A convolution for pictures reads (batch, channels, height, width), and an axis is "
        "missing. The layer takes 1 channel, so the input, [{shape}], may be a batch of grey "
        "pictures without the axis of channels.",
        "For (batch, height, width) write x.unsqueeze(1), which adds the channel. If these are "
        "sequences, (batch, length, features), or vectors, take nn.Conv1d or nn.Linear. A vector "
        "beside pictures goes through an nn.Linear, and joins their maps by torch.cat([maps, v[:, "
        ":, None, None].expand(-1, -1, h, w)], 1).",
        None,
        recorded=(
            "RuntimeError: Expected 4-dimensional input for 4-dimensional weight [4, 1, 3, 3], but "
            "got 3-dimensional input of size [100, 28, 28] instead",
        ),
        when=lambda found: _picture(found) != [] and found.shape("weight")[1:2] == [1],
    ),
    Entry(
        DIMS,
        "tensor shape",
        "A convolution for pictures reads (batch, channels, height, width), and this is one "
        "picture, as it seems, whose {channels} channels stand last, as in arrays of NumPy. It has "
        "the shape [{shape}].",
        "Write x.permute(2, 0, 1).unsqueeze(0): the channels come to the front, and a batch axis "
        "before them. transforms.ToTensor() puts the channels of a picture of PIL or NumPy in "
        "front; unsqueeze(0) stays.",
        None,
        recorded=(
            "RuntimeError: Expected 4-dimensional input for 4-dimensional weight [64, 3, 7, 7], "
            "but got 3-dimensional input of size [224, 224, 3] instead",
        ),
        when=lambda found: (
            _picture(found)[-1:] == found.shape("weight")[1:2] and found.shape("weight")[1:2] == [3]
        ),
        more=_wanted,
    ),
    Entry(
        DIMS,
        "tensor shape",
        "nn.Conv1d reads (batch, channels, length), and an axis is missing. The input has the "
        "shape [{shape}], and the layer takes {channels} channels, the last size.",
        "If there is one row for each sample, (batch, channels), write x.unsqueeze(2), a length of "
        "1: with a kernel of 1 that is an nn.Linear, which takes rows as they are. If it is one "
        "sequence, (length, channels), write x.T.unsqueeze(0). If a max or a squeeze took the "
        "length away, as in a PointNet, keep it with keepdim=True.",
        None,
        recorded=(
            "RuntimeError: Expected 3-dimensional input for 3-dimensional weight [128, 1024, 1], "
            "but got 2-dimensional input of size [32, 1024] instead",
        ),
        when=lambda found: (
            found["b"] == "3"
            and len(found.shape("shape")) == 2
            and found.shape("shape")[1:] == found.shape("weight")[1:2]
        ),
        more=_wanted,
    ),
    Entry(
        DIMS,
        "tensor shape",
        "nn.Conv1d reads (batch, channels, length), and an axis is missing. The input has the "
        "shape [{shape}]. The layer takes {channels} channels.",
        "For (batch, channels) write x.unsqueeze(2), a length of 1, or take nn.Linear; for (batch, "
        "length) x.unsqueeze(1), one channel; for (channels, length) x.unsqueeze(0), a batch of "
        "one; for (length, channels) x.T.unsqueeze(0).",
        "from torch import nn\nnn.Conv1d(1, 6, 1)(torch.ones(3))",
        recorded=(
            "RuntimeError: Expected 3-dimensional input for 3-dimensional weight [128, 1024, 1], "
            "but got 2-dimensional input of size [32, 500] instead",
        ),
        when=lambda found: found["b"] == "3",
        more=_wanted,
    ),
    Entry(
        DIMS,
        "tensor shape",
        "A convolution wants its axes complete, (batch, channels, height, width) for pictures and "
        "(batch, channels, length) for sequences. This has the shape [{shape}].",
        "Print x.shape. If it is one picture, out of a file or a Dataset, write x.unsqueeze(0) for "
        "the batch. If it is a batch of grey pictures, x.unsqueeze(1) adds the channel. If it was "
        "flattened, or comes from an nn.Linear, lay it out by x.view(n, c, h, w). If the layer is "
        "an nn.Conv1d, give kernel_size one number and no pair, or take nn.Conv2d.",
        "from torch import nn\nnn.Conv2d(1, 6, 3)(torch.ones(784))",
        recorded=(
            "RuntimeError: Expected 4-dimensional input for 4-dimensional weight [32, 3, 3, 3], "
            "but got 3-dimensional input of size [64, 224, 224] instead",
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
        "A picture has become empty. It is {a} by {b}, and {c} by {d} is asked for.",
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
        "If you try a model or predict with it, call model.eval() first. If you train, give the "
        "DataLoader drop_last=True, since the last batch may have one sample, and batch_size=2 or "
        "more for each GPU. If the batch is larger, look for a view(1, -1) or an index in front "
        "that leaves one row.",
        "from torch import nn\nnn.BatchNorm1d(3)(torch.ones(1, 3))",
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
        "If {got} is right, make it for them, as in nn.BatchNorm2d({got}): its number is that of "
        "what the layer before it gives. If not, see that this layer's output is handed on, and "
        "bring channels that stand last to axis 1, as with x.permute(0, 3, 1, 2).",
        "from torch import nn\nnn.BatchNorm1d(3)(torch.ones(2, 4))",
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
        "If the last axis holds the features, give it that size: nn.LayerNorm(x.shape[-1]). If "
        "they stand at axis 1, as behind a convolution, bring them to the end first, with "
        "x.transpose(1, 2) or x.permute(0, 2, 3, 1).",
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
