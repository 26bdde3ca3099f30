"""Broadcasting, reshaping, joining, and axes that are not there."""

from __future__ import annotations

import re
from math import isqrt

from ..entry import Entry, Found
from .calls import by_library
from .words import axes, conflict, fitting, room, shapes


def _misfit(found: Found) -> dict[str, str]:
    return {"a_": found["a"], "b_": found["b"]}


def _axes(found: Found) -> dict[str, str]:
    return {"axes": axes(found.number("first"), found.number("last"))}


def _room(found: Found) -> dict[str, str]:
    product = room(found.shape("shape"))
    there = found.number("size")
    times = str(there // product) if product and there % product == 0 else ""
    return {"room": str(product)} | ({"times": times} if times else {})


def _is_batch(found: Found) -> bool:
    shape = found.shape("shape")
    product = room(shape)
    return -1 not in shape and product > 1 and found.number("size") % product == 0


# Older releases say it without the sizes.
EXPANDED_TO = (
    "The expanded size of the tensor ({room:int}) must match the existing size ({there:int}) at "
    "non-singleton dimension {axis:int}"
)
EXPANDED = (
    EXPANDED_TO + ". Target sizes: [{target:shape}]. Tensor sizes: [{value:shape}]",
    EXPANDED_TO,
)

BATCHES = (
    "mse_loss",
    "l1_loss",
    "smooth_l1_loss",
    "huber_loss",
    "kl_div",
    "MSELoss",
    "L1Loss",
    "SmoothL1Loss",
    "HuberLoss",
    "KLDivLoss",
)


# What takes sizes, and nothing else that is a number.
SIZED = ("zeros", "ones", "empty", "rand", "randn", "view", "reshape", "Tensor", "new")


def _grey(found: Found) -> bool:
    """Whether grey pictures, (1, h, w) or a batch of them, meet three means: (3, h, w)."""
    target, value = found.shape("target"), found.shape("value")
    if len(target) not in (3, 4) or (target[-3], value[-3]) != (1, 3):
        return False
    alike = (target[:-3], target[-2:]) == (value[:-3], value[-2:])
    return alike and (min(target[-2:]) >= 16 or _normalised(found) or not _told(found))


def _normalised(found: Found) -> bool:
    """Whether transforms.Normalize failed, and no other function of that name."""
    near = f"{found.code}\n{found.before[-300:]}"
    return ("sub_(" in near and "mean" in near) or (
        found.calls("normalize", "Normalize") and "torchvision" in found.before
    )


def _told(found: Found) -> bool:
    """Whether a traceback, or a line of a program, shows where it happened."""
    return found.code != "" or found.line != ""


def _perhaps_normalised(found: Found) -> bool:
    """Whether three means may have met a picture: 4 and 3, or 224 and 3, along axis 0."""
    sizes = (found.number("axis"), found.number("b")) == (0, 3)
    return sizes and not _told(found) and (found.number("a") in (2, 4) or found.number("a") > 15)


def _bands(found: Found) -> bool:
    """Whether pictures of many channels may have met the three means of a model: 5 and 3."""
    sizes = found.fields.get("axis", "0") == "0" and found.number("b") == 3
    return sizes and not _told(found) and 5 <= found.number("a") <= 15


def _perhaps_positions(found: Found) -> bool:
    """Whether a text may be longer than a transformer's table of places: 549 and 512."""
    a, b = found.number("a"), found.number("b")
    return (
        found.number("axis") < 2
        and b in (512, 514, 1024, 1026, 2048)
        and a > b
        and a % b != 0
        and not _told(found)
    )


def _of_loss(found: Found) -> bool:
    """Whether a loss that compares number by number failed, of torch or named like one."""
    if found.calls(*BATCHES):
        return True
    argument = r"(?:[\w.\[\]:]|\.\w+\([^()]*\))+"
    named = (
        r"\b(?:criterion\w*|loss_fn|loss_func\w*|\w*mse\w*|\w*_loss)"
        rf"\(\s*{argument}\s*,\s*{argument}\s*\)"
    )
    deepest = found.code.rpartition("\n")[2]
    return deepest == found.line and re.search(named, found.line) is not None


def _masked(found: Found) -> bool:
    """Whether a mask was laid over a tensor."""
    line = found.line or found.before.strip().rpartition("\n")[2]
    return re.search(r"\b(?:masked_(?:select|fill_?|scatter_?)|where)\(", line) is not None


def _compared(found: Found) -> bool:
    """Whether two tensors were compared, and not one with a plain number."""
    line = found.line or found.before.strip().rpartition("\n")[2]
    return re.search(r"==(?!\s*(?:-?[\d.]+|None|True|False)\b)|\beq\(", line) is not None


def _cut_short(found: Found) -> bool:
    """Whether fewer numbers came than places, out of a slice: y[i] = x[:, a:b]."""
    written = found.line.rpartition(" = ")[2] if " = " in found.line else ""
    return (
        0 < found.number("there") < found.number("room")
        and re.search(r"\[[^\[\]]*[\w)]\s*:\s*[\w(][^\[\]]*\]", written) is not None
    )


def _first_differs(found: Found) -> bool:
    """Whether what a line of one's own stacks differs along axis 0 alone."""
    a, b = found.shape("a"), found.shape("b")
    return "stack(" in found.line and len(a) > 1 and a[1:] == b[1:] and not _in_a_batch(found)


def _padded(found: Found) -> bool:
    """Whether pad_sequence failed."""
    return "pad_sequence(" in found.code


def _of_pictures(a: list[int], b: list[int]) -> bool:
    """Whether two shapes are those of pictures: (channels, height, width)."""
    alike = len(a) == len(b) == 3 and {a[0], b[0]} <= {1, 3, 4}
    return alike and min(*a[1:], *b[1:]) >= 16


def _unequal_pictures(found: Found) -> bool:
    a, b = found.shape("a"), found.shape("b")
    return _of_pictures(a, b) and a[0] == b[0]


def _unlike_colours(found: Found) -> bool:
    a, b = found.shape("a"), found.shape("b")
    return _of_pictures(a, b) and a[0] != b[0]


def _row_to_rows(found: Found) -> bool:
    """Whether a row was to be added to several: (2, 3) and (3,)."""
    a, b = found.shape("a"), found.shape("b")
    return len(a) == len(b) + 1 and a[1:] == b != []


def _written_pictures(found: Found) -> bool:
    target, value = found.shape("target"), found.shape("value")
    return _of_pictures(target, value) and target[0] == value[0]


def _in_front(found: Found) -> bool:
    """Whether (batch, channels) is to be stretched over maps: (n, c, h, w)."""
    target, value = found.shape("target"), found.shape("value")
    return len(target) == 4 and len(value) == 2 and value == target[:2] and value[1] > 1


def _batch_kept(found: Found) -> bool:
    """Whether the batch size was read from the tensor: x.view(x.size(0), 400)."""
    shape, size = found.shape("shape"), found.number("size")
    kept = r"(?:view|reshape)\(\s*\(?\w+\.(?:size\(0\)|size\(\)\[0\]|shape\[0\])\s*,"
    return (
        re.search(kept, found.line) is not None
        and -1 not in shape
        and min(shape) > 0
        and size % shape[0] == 0
    )


def _other_sample(found: Found) -> bool:
    """Whether rows of another length would do, if the first size is the batch."""
    shape, size = found.shape("shape"), found.number("size")
    return len(shape) == 2 and shape[0] > 0 and shape[1] >= 16 and size % shape[0] == 0


def _sample(found: Found) -> dict[str, str]:
    shape = found.shape("shape")
    return {
        "first": str(shape[0]),
        "each": str(found.number("size") // shape[0]),
        "wanted": str(_each(found)),
    } | _room(found)


def _in_a_batch(found: Found) -> bool:
    """Whether a DataLoader, or what joins its samples, stands in the traceback."""
    joined = r"collate|_worker_loop|DataLoader worker|utils[/\\]data"
    return re.search(joined, found.before + found.code) is not None


def _each(found: Found) -> int:
    """How many numbers a sample has, if the first size of a shape is the batch."""
    return room(found.shape("shape")[1:])


def _smaller_batch(found: Found) -> bool:
    """Whether fewer samples came than a shape names: 32 of 64."""
    shape, size = found.shape("shape"), found.number("size")
    if len(shape) < 2 or -1 in shape or shape[0] < 2 or _each(found) < 16:
        return False
    return size < room(shape) and size % _each(found) == 0


def _samples(found: Found) -> dict[str, str]:
    shape, each = found.shape("shape"), _each(found)
    there = str(found.number("size") // each)
    rest = ", ".join(map(str, shape[1:]))
    return {"there": there, "each": str(each), "rest": rest, "first": str(shape[0])} | _room(found)


def _of_classes(found: Found) -> bool:
    """Whether the last size may be a number of classes, or of words: (-1, 9), (5, -1, 32783)."""
    shape = found.shape("shape")
    if -1 not in shape[:-1] or len(shape) > 3 or shape[-1] < 2:
        return False
    if len(shape) == 3:
        return shape[-1] > 20000
    last = shape[-1]
    picture = any(last == channels * isqrt(last // channels) ** 2 for channels in (1, 3))
    return 2 <= last <= 150 or (last > 20000 and not picture) or "num_labels" in found.line


def _last_size(found: Found) -> dict[str, str]:
    return {"last": str(found.shape("shape")[-1])} | _room(found)


def _class_token(found: Found) -> bool:
    """Whether a transformer's places have rows beside a picture's parts: 197 and 14 · 14."""
    shape, size = found.shape("shape"), found.number("size")
    if len(shape) != 4 or shape[0] not in (-1, 1) or shape[1] != shape[2] or shape[3] < 16:
        return False
    return size % shape[3] == 0 and size // shape[3] - shape[1] * shape[2] in (1, 2, 5)


def _places(found: Found) -> dict[str, str]:
    shape, size = found.shape("shape"), found.number("size")
    there, grid = size // shape[3], shape[1] * shape[2]
    return {
        "there": str(there),
        "grid": str(grid),
        "side": str(shape[1]),
        "last": str(shape[3]),
        "more": str(there - grid),
    }


def _nearly(found: Found) -> bool:
    """Whether maps differ by a few points, as halving and doubling makes them: 600 and 608."""
    a, b = found.number("a"), found.number("b")
    return found.number("axis") in (2, 3) and abs(a - b) < 32 and min(a, b) > 4 * abs(a - b)


def _gathered(found: Found) -> bool:
    """Whether nn.DataParallel made a vector of single numbers."""
    return "all input tensors were scalars" in found.before


def _positions(found: Found) -> bool:
    """Whether the places of a sequence, or of a picture's parts, were to be added."""
    names = r"pos\w*_?(?:emb|enc)|positional|position_(?:ids|bias)|\bself\.pe\b|token_type_ids"
    return re.search(names, "\n".join(found.code.splitlines()[-2:])) is not None


A_AND_B = (
    "The size of tensor a ({a:int}) must match the size of tensor b ({b:int}) at "
    "non-singleton dimension {axis:int}",
    "The expanded size of the tensor ({a:int}) must match the existing size ({b:int}) at "
    "non-singleton dimension {axis:int}",
)
RESHAPED = (
    "shape '[{shape:shape}]' is invalid for input of size {size:int}",
    # As people retype it.
    "shape [{shape:shape}] {:is |}invalid for input of size {size:int}",
)
IN_PLACE = "output with shape [{target:shape}] doesn't match the broadcast shape [{value:shape}]"
OUT_OF_RANGE = (
    "Dimension out of range (expected to be in range of [{first:int}, {last:int}], but got "
    "{axis:int})",
    "expected to be in range of [{first:int}, {last:int}], but got {axis:int}",
)

BATCH_OUT = (
    "Bring the samples to one shape in the Dataset: resize or crop pictures, and let a tokenizer "
    'pad texts: padding="max_length", truncation=True. Or give the DataLoader a collate_fn that '
    "does, as with torch.nn.utils.rnn.pad_sequence."
)

CAT_OUT = (
    "Print both shapes. Where another axis is meant name it with dim=. Else bring them to one "
    "shape first: maps of pictures that differ by a point, as in a U-Net, by F.interpolate(a, "
    "size=b.shape[2:]), or take pictures whose sizes are multiples of 2 to the number of "
    "halvings, of 32 for five. Pictures of a batch are resized or cropped to one size."
)
STACKED = (
    "stack expects each tensor to be equal size, but got [{a:shape}] at entry {i:int} and "
    "[{b:shape}] at entry {j:int}"
)
JOINED = "Sizes of tensors must match except in dimension {axis:int}. "
# PyTorch 1.6 to 1.10 on a GPU: the number is that of the axis that differs.
UNLIKE = JOINED + "Got {a:int} and {b:int} (The offending index is {index:int})"


def _unlike(found: Found) -> dict[str, str]:
    return {"other": found["axis"]} if "index" in found.fields else {}


def _elsewhere(found: Found) -> dict[str, str]:
    """The two sizes, where the message does not say along which axis they are."""
    return {} if "other" in found.fields else {"one": found["a"], "two": found["b"]}


SHAPES = (
    Entry(
        "There were no tensor arguments to this function (e.g., you passed an empty list of "
        "Tensors), but no fallback function is registered for schema {name:name}",
        "tensor cat",
        "There is nothing to join: the list that {name} got is empty.",
        "Test the list first: torch.cat(parts) if parts else torch.empty(0). Find out why nothing "
        "is in it: a picture without labels, or a loop that never ran.",
        None,
        recorded=(
            "NotImplementedError: There were no tensor arguments to this function (e.g., you "
            "passed an empty list of Tensors), but no fallback function is registered for schema "
            "aten::_cat.  This usually means that this function requires a non-empty list of "
            "Tensors",
        ),
    ),
    Entry(
        A_AND_B[0],
        "broadcast misfit",
        "One of the two tensors is empty: along axis {axis} the sizes are {a} and {b}, and nothing "
        "broadcasts to or from 0 but 1.",
        "Find out why nothing is left: a mask may be False everywhere, a slice empty, or a sample "
        "without boxes or words. Leave the step out there: if x.numel() > 0:.",
        "torch.ones(0) + torch.ones(4)",
        when=lambda found: 0 in (found.number("a"), found.number("b")),
        more=_misfit,
        table=conflict,
        command="broadcast {a_} {b_}",
    ),
    Entry(
        A_AND_B,
        "broadcast misfit",
        "Normalize reads the channels from the last axis but two, whose size is {a} here. As a "
        "rule that is the height of a picture whose channels stand last, as in arrays of NumPy and "
        "OpenCV.",
        "Put transforms.ToTensor() in front of Normalize: it takes a picture of PIL, or an array "
        "of (height, width, channels), and puts the channels first. For a tensor write "
        "x.permute(2, 0, 1). A batch of grey pictures, (batch, height, width), gets its channel "
        "by x.unsqueeze(1), and one mean.",
        "mean = torch.ones(3)\nx = torch.ones(20, 24, 3)\nx.sub_(mean[:, None, None])",
        when=lambda found: _normalised(found) and found.number("a") > 15,
        more=_misfit,
        table=conflict,
        command="broadcast {a_},1,1 {b_},1,1",
    ),
    Entry(
        A_AND_B,
        "broadcast misfit",
        "Normalize has one mean and one deviation for each channel, along the last axis but two. "
        "That axis has the size {a}, and {b} means were given.",
        'Write Image.open(path).convert("RGB") for pictures with opacity, which have 4 channels, '
        "or give as many means and deviations as there are channels: transforms.Normalize((0.5,), "
        "(0.5,)) for 1, Normalize((0.5, 0.5), (0.5, 0.5)) for 2.",
        "mean = torch.ones(3)\nx = torch.ones(4, 2, 2)\nx.sub_(mean[:, None, None])",
        when=_normalised,
        more=_misfit,
        table=conflict,
        command="broadcast {a_},1,1 {b_},1,1",
    ),
    Entry(
        A_AND_B[0],
        "broadcast misfit",
        "Two shapes do not broadcast: along axis 0 the sizes are {a} and {b}. If Normalize of "
        "torchvision raised it, the picture has its height at axis 0, {a}, where Normalize reads "
        "{b} channels.",
        "Put transforms.ToTensor() in front of Normalize, which moves the channels of a picture of "
        "PIL or of an array to axis 0; a tensor needs x.permute(2, 0, 1). If another line raised "
        "it, print both shapes there.",
        None,
        recorded=(
            "RuntimeError: The size of tensor a (224) must match the size of tensor b (3) at "
            "non-singleton dimension 0",
        ),
        when=lambda found: _perhaps_normalised(found) and found.number("a") > 15,
        more=_misfit,
        table=conflict,
        command="broadcast {a_} {b_}",
    ),
    Entry(
        A_AND_B[0],
        "broadcast misfit",
        "Two shapes do not broadcast: along axis 0 the sizes are {a} and {b}. If Normalize of "
        "torchvision raised it, the picture has {a} channels, and {b} means were given.",
        'Write Image.open(path).convert("RGB") for a picture with opacity, which has 4 channels, '
        "or give as many means and deviations as there are channels. If another line raised it, "
        "print both shapes there.",
        None,
        recorded=(
            "RuntimeError: The size of tensor a (4) must match the size of tensor b (3) at "
            "non-singleton dimension 0",
        ),
        when=_perhaps_normalised,
        more=_misfit,
        table=conflict,
        command="broadcast {a_} {b_}",
    ),
    Entry(
        (
            A_AND_B[0],
            "The size of tensor a ({a:int}) must match the size of tensor b ({b:int}) at "
            "non-singleton dimension",
        ),
        "broadcast misfit",
        "Two shapes do not broadcast: along one axis the sizes are {a} and {b}. If Normalize or a "
        "model of pictures raised it, the picture has {a} channels as a rule, and there are {b} "
        "means.",
        "If so, give Normalize {a} means and {a} deviations; a detection model of torchvision "
        "takes them as image_mean and image_std, and its first convolution needs {a} channels too. "
        "Or bring the picture to {b} channels before. If {a} and {b} are batch sizes, the last "
        "batch is smaller: make states, masks and noise with x.size(0). Otherwise print both "
        "shapes where it fails: d2l broadcast, with these, tries what helps.",
        None,
        recorded=(
            "RuntimeError: The size of tensor a (5) must match the size of tensor b (3) at "
            "non-singleton dimension 0",
        ),
        when=_bands,
        more=_misfit,
        table=conflict,
        command="broadcast {a_} {b_}",
    ),
    Entry(
        A_AND_B,
        "broadcast misfit",
        "pad_sequence fills up axis 0 of each tensor alone, the axis of time, so all others have "
        "to be equal. Along axis {axis} the sizes are {a} and {b}.",
        "Turn tensors of (features, time) around first: pad_sequence([x.T for x in xs], "
        "batch_first=True). Pictures, which differ along two axes, are filled up by F.pad(x, (0, "
        "w - x.shape[-1], 0, h - x.shape[-2])), or resized to one size.",
        "from torch import nn\nnn.utils.rnn.pad_sequence([torch.ones(2, 3), torch.ones(2, 4)])",
        when=_padded,
        more=_misfit,
        table=conflict,
    ),
    Entry(
        A_AND_B,
        "broadcast misfit",
        "The model adds something for each place of a sequence, or of a picture, and there are "
        "more places than it was made for, or fewer. Along axis {axis} the sizes are {a} and {b}.",
        "Cut or pad to the length that the model takes: for a tokenizer truncation=True, "
        "max_length=512. Pictures are resized to the model's size, 224 by 224 as a rule. In a "
        "model of your own make that table larger, or slice it: pe[:, : x.size(1)].",
        "position_embeddings = torch.ones(512, 8)\nx = torch.ones(600, 8)\n"
        "x = x + position_embeddings",
        recorded=(
            '  File "/site-packages/transformers/models/roberta/modeling_roberta.py", line 843, in '
            "forward\n    buffered_token_type_ids_expanded = "
            "buffered_token_type_ids.expand(batch_size, seq_length)\nRuntimeError: The expanded "
            "size of the tensor (634) must match the existing size (514) at non-singleton "
            "dimension 1.  Target sizes: [1, 634].  Tensor sizes: [1, 514]",
        ),
        when=_positions,
        more=_misfit,
        table=conflict,
        command="broadcast {a_} {b_}",
    ),
    Entry(
        A_AND_B,
        "broadcast misfit",
        "Two shapes do not broadcast: along axis {axis} the sizes are {a} and {b}. If this is a "
        "transformer, such as BERT, the text has {a} tokens, and the model has places for {b} "
        "alone.",
        "Cut the text: tokenizer(text, truncation=True, max_length=512), where 512 is the model's "
        "length, or split it into parts; a model for long texts, such as Longformer, takes more. "
        "Otherwise print both shapes.",
        None,
        recorded=(
            "RuntimeError: The size of tensor a (549) must match the size of tensor b (512) at "
            "non-singleton dimension 1",
            "RuntimeError: The expanded size of the tensor (637) must match the existing size "
            "(514) at non-singleton dimension 1",
        ),
        when=_perhaps_positions,
        more=_misfit,
        table=conflict,
        command="broadcast {a_} {b_}",
    ),
    Entry(
        A_AND_B[0],
        "broadcast misfit",
        "nn.DataParallel joined a single number that forward gave on each GPU to a vector, as the "
        "warning above says. Along axis {axis} the sizes are {a} and {b}, and one may be the "
        "number of GPUs.",
        "Make one number of it again before it is used: scale.mean() for a loss, scale[0] for a "
        "parameter such as logit_scale. Or use DistributedDataParallel, which joins nothing.",
        None,
        recorded=(
            "_functions.py:64: UserWarning: Was asked to gather along dimension 0, but all input "
            "tensors were scalars; will instead unsqueeze and return a vector.\nRuntimeError: The "
            "size of tensor a (8) must match the size of tensor b (1024) at non-singleton "
            "dimension 1",
        ),
        when=lambda found: _gathered(found) and min(found.number("a"), found.number("b")) <= 16,
        more=_misfit,
        table=conflict,
        command="broadcast {a_} {b_}",
    ),
    Entry(
        A_AND_B[0],
        "broadcast misfit",
        "The mask of attention is to be (length, length), and this one has another shape: as a "
        "rule a mask of padding was handed over in its place. Along axis {axis} the sizes are {a} "
        "and {b}.",
        "If the mask marks padding, name it: src_key_padding_mask=mask, or key_padding_mask, with "
        "the shape (batch, length) and True where filling stands. If it is one of attention, look "
        "at the input: without batch_first=True it is read as (length, batch, features).",
        None,
        recorded=(
            "    attn_output_weights += attn_mask\nRuntimeError: The size of tensor a (20) must "
            "match the size of tensor b (95) at non-singleton dimension 2",
        ),
        when=lambda found: "+= attn_mask" in f"{found.code}\n{found.before[-200:]}",
        more=_misfit,
        table=conflict,
        command="broadcast {a_} {b_}",
    ),
    Entry(
        A_AND_B[0],
        "broadcast misfit",
        "Two shapes do not broadcast: along axis {axis} the sizes are {a} and {b}. Perhaps "
        "pictures were resized to different sizes, or a network that halves and doubles them, "
        "such as an autoencoder or a U-Net, gave back another size than it got.",
        "Print both shapes, and look at the numbers in each Resize((h, w)). If the network changed "
        "the size, give it multiples of 32, cut its output, out[..., :h, :w], or fit it, "
        "F.interpolate(out, size=y.shape[2:]). If it is attention, mask and text have other "
        "lengths: make both from one batch.",
        None,
        recorded=(
            "RuntimeError: The size of tensor a (608) must match the size of tensor b (600) at "
            "non-singleton dimension 2",
        ),
        when=_nearly,
        more=_misfit,
        table=conflict,
        command="broadcast {a_} {b_}",
    ),
    Entry(
        A_AND_B[0],
        "broadcast misfit",
        "This loss compares the outputs with the targets number by number, as nn.MSELoss does, and "
        "their shapes do not broadcast. Along axis {axis} the sizes are {a} and {b}.",
        "Print both shapes. If only an axis of size 1 is missing, write F.mse_loss(out, "
        "y.reshape(out.shape)). If the last layer gives another number of outputs, make it for the "
        "targets. If y are class labels, one number for each sample, take F.cross_entropy. "
        "Pictures of another size are fitted by F.interpolate(out, size=y.shape[2:]).",
        "import torch.nn.functional as F\nF.mse_loss(torch.ones(2, 3), torch.ones(2))",
        recorded=(
            '  File "train.py", line 24, in train\n    loss = criterion(outputs,target)\n'
            "RuntimeError: The size of tensor a (133) must match the size of tensor b (10) at "
            "non-singleton dimension 1.",
        ),
        when=_of_loss,
        more=_misfit,
        table=conflict,
        command="broadcast {a_} {b_}",
    ),
    Entry(
        A_AND_B[0],
        "broadcast misfit",
        "A mask, or a condition, is laid over a tensor from the last axis on, and the two shapes "
        "do not broadcast. Along axis {axis}, counted from the left of the longer shape, the sizes "
        "are {a} and {b}.",
        "Print x.shape and mask.shape. If the mask lacks the last axis, as (4, 3) over (4, 3, 2), "
        "write mask.unsqueeze(-1); x[mask], with a mask of truth values, takes such masks as they "
        "are. If it marks padding, (batch, length), over scores of attention, (batch, heads, "
        "length, length), write mask[:, None, None, :]. If only the lengths or batches differ, "
        "make the mask from the tensor that it is laid over.",
        "x, mask = torch.ones(4, 3, 2), torch.ones(4, 3)\ny = x.masked_select(mask == 1)",
        when=_masked,
        more=_misfit,
        table=conflict,
    ),
    Entry(
        A_AND_B[0],
        "broadcast misfit",
        "Two tensors are compared, and their shapes do not broadcast. Along axis {axis}, counted "
        "from the left of the longer shape, the sizes are {a} and {b}. Often the scores of all "
        "classes, (batch, classes), meet the labels, (batch,).",
        "For scores and labels choose the class first: pred = out.argmax(dim=1). Then (pred == "
        "y).float().mean() is the share that is right. For other tensors print both shapes, and "
        "see that both belong to one batch. An axis that is added by unsqueeze(1) may compare each "
        "with every other, which is seldom meant.",
        "output, label = torch.ones(16, 10), torch.ones(16)\nacc = (output == label).sum()",
        recorded=(
            '  File "train.py", line 182, in train\n    acc = np.mean((output == '
            "label).astype(int))\nRuntimeError: The size of tensor a (1000) must match the size of "
            "tensor b (16) at non-singleton dimension 1",
        ),
        when=lambda found: _compared(found) and found.number("axis") > 0,
        table=conflict,
    ),
    Entry(
        A_AND_B[0],
        "broadcast misfit",
        "Two shapes do not broadcast. Along axis {axis}, counted from the left of the longer "
        "shape, the sizes are {a} and {b}. In pictures and their maps, (batch, channels, height, "
        "width), axis 2 is the height and axis 3 the width.",
        "Print both shapes. Bring pictures, and input and target, to one size: look at Resize((h, "
        "w)), give a model the size that it was made for, or fit one map to another by "
        "F.interpolate(a, size=b.shape[2:]). In attention the mask may have another length than "
        "the text, or a view a fixed batch size: take x.size(0).",
        "torch.ones(2, 3, 4, 5) + torch.ones(2, 3, 4, 9)",
        when=lambda found: found.number("axis") in (2, 3),
        more=_misfit,
        table=conflict,
        command="broadcast {a_} {b_}",
    ),
    Entry(
        A_AND_B[0],
        "broadcast misfit",
        "Two shapes do not broadcast. Along axis 0, counted from the left of the longer shape, the "
        "sizes are {a} and {b}; they have to be equal, or one of them 1. Often axis 0 is the "
        "batch.",
        "Print both shapes. If {a} and {b} are batch sizes, one tensor belongs to another batch: "
        "the last of an epoch is smaller, so make states, masks and noise with x.size(0), or give "
        "the DataLoader drop_last=True. Otherwise add an axis of size 1 with unsqueeze, or "
        "exchange axes with transpose; d2l broadcast, with your two shapes, tries what helps.",
        "torch.ones(3) + torch.ones(4)",
        when=lambda found: found.number("axis") == 0,
        more=_misfit,
        table=conflict,
        command="broadcast {a_} {b_}",
    ),
    Entry(
        A_AND_B[0],
        "broadcast misfit",
        "Two shapes do not broadcast. Along axis 1, counted from the left of the longer shape, the "
        "sizes are {a} and {b}; they have to be equal, or one of them 1. Often the scores of all "
        "classes, (batch, classes), meet the labels, (batch,).",
        "Print both shapes. For scores and labels take F.cross_entropy, which wants them so, and "
        "out.argmax(1) == y to count what is right; nn.MSELoss wants targets of the outputs' "
        "shape. A vector with one number for each row becomes a column by v.unsqueeze(1). If axis "
        "1 are the channels of maps, as in a skip connection, give both as many; if it is the "
        "length of sequences, cut or pad both to one.",
        "torch.ones(2, 3) + torch.ones(4)",
        when=lambda found: found.number("axis") == 1,
        more=_misfit,
        table=conflict,
        command="broadcast {a_} {b_}",
    ),
    Entry(
        (
            "The size of tensor a ({a:int}) must match the size of tensor b ({b:int}) at "
            "non-singleton dimension {axis:int}",
            "inconsistent tensor size, expected {:name} [{a_shape:text}], {:name} [{b_shape:text}] "
            "and",
            "inconsistent tensor size at",
            "sizes do not match at",
            "invalid argument {:int}: sizes do not match",
            "The size of tensor a ({a:int}) must match the size of tensor b ({b:int})",
            "The size of tensor a must match the size of tensor b",
        ),
        "broadcast misfit",
        "Two shapes do not broadcast. Along axis {axis}, counted from the left of the longer "
        "shape, the sizes are {a} and {b}; they have to be equal, or one of them 1.",
        "Print both shapes. In a loss bring targets to the outputs' shape, and pictures or "
        "sequences to one size. Otherwise add an axis of size 1 with unsqueeze, exchange axes with "
        "transpose, or keep the axis of a sum with keepdim=True. d2l broadcast, with your two "
        "shapes, tries what helps.",
        "torch.ones(2, 1, 1, 1, 3) + torch.ones(4)",
        more=_misfit,
        table=conflict,
        command="broadcast {a_} {b_}",
    ),
    Entry(
        (
            "Attempting to broadcast a dimension of length {b:int} at {axis:int}! Mismatching "
            "argument at index {number:int} had",
            "Shape mismatch: objects cannot be broadcast to a single shape",
        ),
        "broadcast misfit",
        "The shapes do not broadcast. Along axis {axis} number {number}, counted from 0, has the "
        "size {b}; the sizes along an axis have to be equal, or 1.",
        "Print the shapes. Then add an axis of size 1 with unsqueeze, or exchange axes.",
        "torch.broadcast_shapes((3,), (4,))",
        recorded=("RuntimeError: Shape mismatch: objects cannot be broadcast to a single shape",),
        when=lambda found: found.type != "ValueError",  # that is NumPy
    ),
    Entry(
        IN_PLACE,
        "broadcast target",
        "What is changed in place is never stretched. As a rule it is a grey picture, or a batch "
        "of them, [{target}], and meets three channels, [{value}]: Normalize with three means.",
        "Write transforms.Normalize((0.5,), (0.5,)) for grey pictures, or make three channels "
        "first with transforms.Grayscale(3). If a line of your own raised it, y += x as a rule, "
        "write y = y + x where y may grow to [{value}].",
        "x = torch.ones(1, 28, 28)\nx.sub_(torch.ones(3, 1, 1))",
        when=_grey,
        more=shapes("target", "value"),
        table=fitting,
        command="broadcast {target_} {value_}",
    ),
    Entry(
        IN_PLACE,
        "broadcast target",
        "A line of an installed library writes a result of shape [{value}] into [{target}]: what "
        "it was given has another shape than it expects, or its parts do not fit together.",
        "Print the shapes that you hand to it. If they are right, install it anew with what "
        "belongs to it, as torch-scatter and torch-sparse to torch_geometric, for this PyTorch.",
        None,
        recorded=(
            'File "/site-packages/torch_geometric/nn/conv/graph_conv.py", line 85, in forward\n'
            "    out += self.lin_root(x_r)\nRuntimeError: output with shape [128] doesn't match "
            "the broadcast shape [2239, 128]",
        ),
        when=by_library,
        more=shapes("target", "value"),
        table=fitting,
        command="broadcast {target_} {value_}",
    ),
    Entry(
        IN_PLACE,
        "broadcast target",
        "A target that is written in place is never stretched. The result has the shape "
        "[{value}], and what it is to be written into has [{target}].",
        "Print both shapes. If y may grow, write y = y + x in place of y += x, which makes a new "
        "tensor of shape [{value}]. If it may not, x has an axis too many, or an axis of another "
        "size: bring it to the shape [{target}], as by x.sum(0) or x.squeeze(0).",
        "y = torch.ones(2)\ny += torch.ones(3, 2)",
        more=shapes("target", "value"),
        table=fitting,
        command="broadcast {target_} {value_}",
    ),
    Entry(
        EXPANDED,
        "broadcast target",
        "What is added to a product, the bias as a rule, has to broadcast to it. The product has "
        "the shape [{target}], and what is added [{value}].",
        "A bias has one number for each output of the layer, as many as the weight has rows. Print "
        "weight.shape and bias.shape.",
        "import torch.nn.functional as F\nF.linear(torch.ones(2, 3), torch.ones(4, 3), "
        "torch.ones(5))",
        when=lambda found: (
            re.search(r"\b(?:linear|addmm|addmv|baddbmm)\(", found.code.rpartition("\n")[2])
            is not None
        ),
        more=shapes("target", "value"),
        table=fitting,
        command="broadcast {target_} {value_}",
    ),
    Entry(
        EXPANDED,
        "broadcast target",
        "A size is a whole number from 0 up, and {room} was asked for along axis {axis}.",
        "Print the sizes where they are computed. In expand, -1 keeps an axis as it is.",
        "torch.ones(3).expand(-2)",
        when=lambda found: found.number("room") < 0,
    ),
    Entry(
        EXPANDED,
        "broadcast target",
        "Pictures of several sizes meet, as it seems: one of [{value}] is written into a place of "
        "shape [{target}], and what is written is never stretched.",
        "Resize or crop all to one size, or fill each up by F.pad(x, (0, w - x.shape[2], 0, h - "
        "x.shape[1])), since pad_sequence fills up axis 0 alone. A detector of torchvision takes a "
        "list of pictures, which it resizes itself: model(list(images)).",
        "y = torch.ones(3, 20, 24)\ny[:] = torch.ones(3, 18, 16)",
        when=_written_pictures,
        more=shapes("target", "value"),
        table=fitting,
        command="broadcast {target_} {value_}",
    ),
    Entry(
        EXPANDED,
        "broadcast target",
        "expand adds new axes in front, so shapes are laid side by side from the right. "
        "[{value}], a number for each channel of each sample, meets the width and height of "
        "[{target}].",
        "Add the axes behind: x[:, :, None, None].expand(…), or x.reshape(n, c, 1, 1).",
        "torch.ones(5, 8).expand(5, 8, 7, 7)",
        when=_in_front,
        more=shapes("target", "value"),
        table=fitting,
        command="broadcast {target_} {value_}",
    ),
    Entry(
        EXPANDED,
        "broadcast target",
        "The tensor that is written, or stretched by expand, is empty: along axis {axis} there are "
        "{there} numbers for {room} places. Its shape is [{value}], and the place has [{target}].",
        "Print its shape where it is made, and find out why nothing is left: a slice or a crop "
        "beyond the edge, as of a sample that is shorter than the part to be cut out, or a mask "
        "that is False everywhere. Leave such samples out, or pad them.",
        "y = torch.ones(2, 2)\ny[:] = torch.ones(2, 0)",
        when=lambda found: found.number("there") == 0,
        more=shapes("target", "value"),
        table=fitting,
        command="broadcast {target_} {value_}",
    ),
    Entry(
        EXPANDED,
        "broadcast target",
        "What is written in place, or stretched by expand, has another size: along axis {axis} "
        "there are {there} numbers for {room} places. In pictures, (batch, channels, height, "
        "width), axis 2 is the height and axis 3 the width, and in one picture these are axes 1 "
        "and 2. A tensor of shape [{value}] does not fit into [{target}].",
        "Print both shapes. Resize or crop pictures to one size, which the model was made for. "
        "Shapes are laid side by side from the right: (n, c) is stretched over (n, c, h, w) as "
        "x[:, :, None, None].",
        None,
        recorded=(
            "RuntimeError: The expanded size of the tensor (320) must match the existing size "
            "(224) at non-singleton dimension 2",
        ),
        when=lambda found: found.number("axis") in (2, 3) and not _told(found),
        more=shapes("target", "value"),
        table=fitting,
        command="broadcast {target_} {value_}",
    ),
    Entry(
        EXPANDED,
        "broadcast target",
        "What is written in place is never stretched, and along axis {axis} there are {there} "
        "numbers for {room} places. The line takes a slice, and one that runs past the end of its "
        "axis is cut short without an error. A tensor of shape [{value}] does not fit into "
        "[{target}].",
        "Print the slice's two ends, and the size of the axis that it cuts: x.shape. Compute "
        "lengths and starts from this tensor itself, not from another one or a file. A sample that "
        "is shorter than the part is left out, or filled up first: F.pad(x, (0, n)) behind the "
        "last axis. Or write a part of the place: y[:, :n] = ….",
        "y, x = torch.ones(2, 6), torch.ones(2, 9)\ny[:] = x[:, 6:12]",
        when=_cut_short,
        more=shapes("target", "value"),
        table=fitting,
        command="broadcast {target_} {value_}",
    ),
    Entry(
        (*EXPANDED, "incorrect size: only supporting singleton expansion (size=1)"),
        "broadcast target",
        "A target that is written in place, or the argument of expand, is never stretched to fit. "
        "A tensor of shape [{value}] does not fit into [{target}]. Along axis {axis} there are "
        "{there} numbers for {room} places.",
        "Print both shapes. A shorter row or sequence fills a part of a place, y[:, :n] = x, or is "
        "padded by F.pad(x, (0, n)); a longer one is cut first. Where y may take any shape write "
        "y = … for y[:] = …. expand stretches only axes of size 1; repeat copies others. "
        "pad_sequence fills up axis 0 of each alone: turn (features, time) around by x.T first.",
        "y = torch.ones(2, 2)\ny[:] = torch.ones(3)",
        more=shapes("target", "value"),
        table=fitting,
        command="broadcast {target_} {value_}",
    ),
    Entry(
        (
            "more than one element of the written-to tensor refers to a single memory",
            "Use of {name:name} on expanded tensors is deprecated",
        ),
        "broadcast stretch",
        "The tensor is stretched, by expand as a rule: several of its elements are one number in "
        "memory, and what is written into one of them shows in all.",
        "Write x = x.clone() first: then each element has a place of its own. Or make a new "
        "tensor, x = x + 1, or use repeat in place of expand.",
        "x = torch.zeros(1, 3).expand(2, 3)\nx += 1",
        recorded=(
            "a.py:3: UserWarning: Use of masked_fill_ on expanded tensors is deprecated. Please "
            "clone() the tensor before performing this operation. This also applies to advanced "
            "indexing e.g. tensor[mask] = scalar",
        ),
    ),
    Entry(
        "some elements of the input tensor and the written-to tensor refer to a single memory",
        "broadcast stretch",
        "What is read and what is written in place lie in the same memory, and not place by "
        "place: a number could be lost before it is read.",
        "Copy what is read first, as in x[1:] += x[:-1].clone() or mask[mask.clone()] = values, or "
        "make a new tensor.",
        "x = torch.arange(5.0)\nx[1:] += x[:-1]",
    ),
    Entry(
        "shape mismatch: value tensor of shape [{value:shape}] cannot be broadcast to indexing "
        "result of shape [{target:shape}]",
        "broadcast target",
        "The place that the brackets choose is never stretched. It has the shape [{target}], and "
        "the value [{value}].",
        "Give the value the shape [{target}], or one that broadcasts to it, or choose as many "
        "places as there are numbers.",
        "x = torch.ones(3)\nx[torch.tensor([0, 1])] = torch.ones(3)",
        more=shapes("target", "value"),
        table=fitting,
        command="broadcast {target_} {value_}",
    ),
    Entry(
        (
            "expand({:text}[{value:shape}]{:text}size=[{target:shape}]): the number of sizes "
            "provided ({given:int}) must be greater or equal to the number of dimensions in the "
            "tensor ({axes:int})",
            "number of sizes provided must be greater or equal to the number of dimensions in the "
            "tensor",
            "number of sizes provided ({given:int}) must be {:greater or equal to|>=|≥} {:the |}"
            "number of dimensions in the tensor{: |}({axes:int})",
        ),
        "broadcast target",
        "A tensor does not fit into a place with fewer axes. The value has the shape [{value}], "
        "and the place, or the argument of expand, [{target}].",
        "For x[i] = … give one value for each place: v.reshape(x[i].shape) takes axes of size 1 "
        "away, v.item() is a single number, and v[0] one of several. For expand give one size for "
        "each axis; -1 keeps one as it is.",
        "torch.ones(2, 3).expand(3)",
    ),
    Entry(
        "The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension "
        "{axis:int}",
        "broadcast stretch",
        "In expand -1 keeps the size of an axis that is there, and new axes in front have none "
        "yet. That is axis {axis}.",
        "Write a number for each new axis: x.expand(4, -1, -1) for a matrix.",
        "torch.ones(2, 3).expand(-1, 2, 3)",
    ),
    Entry(
        "An output with one or more elements was resized since it had shape [{target:shape}], "
        "which does not match the required output shape [{value:shape}]",
        "broadcast target",
        "The tensor behind out= was resized this time; coming versions refuse. It has the shape "
        "[{target}], and the result [{value}].",
        "Make the tensor for out= with the result's shape. That is [{value}].",
        "torch.add(torch.ones(2), 1, out=torch.ones(3))",
        table=fitting,
        more=shapes("target", "value"),
        command="broadcast {target_} {value_}",
    ),
    Entry(
        (
            "view size is not compatible with input tensor's size and stride",
            "invalid argument 2: view size is not compatible with input tensor's size and stride",
            "input is not contiguous at",
            "Cannot view a tensor with shape {:text} and strides {:text} as a tensor with shape",
        ),
        "tensor views",
        "view never copies, and these numbers do not lie in memory in the order that the new shape "
        "asks for: a transpose, permute, slice or expand, or the memory format channels_last, has "
        "put them in another one.",
        "Write reshape in place of view: it copies where it has to, and x.contiguous().view(…) "
        "does the same. If the line is a library's, hand over x.contiguous(). Neither exchanges "
        "axes: that is what transpose and permute are for.",
        "torch.arange(6).reshape(2, 3).T.view(6)",
    ),
    Entry(
        (
            "Tensor must have a last dimension with stride 1",
            "Tensor must have a stride divisible by 2 for all but last dimension",
            "Tensor must have a storage_offset divisible by 2",
        ),
        "tensor views",
        "view_as_complex reads two numbers that lie side by side in memory as one complex number, "
        "and a transpose, permute or slice has put these apart.",
        "Write torch.view_as_complex(x.contiguous()), with the real and the imaginary part along "
        "the last axis.",
        "torch.view_as_complex(torch.ones(2, 32).T)",
    ),
    Entry(
        "Tensor must have a last dimension of size 2",
        "tensor views",
        "view_as_complex takes the real and the imaginary part along the last axis, so that axis "
        "has the size 2, and this one has another.",
        "Print the shape, and move the axis of the two parts behind all others with "
        "x.movedim(1, -1).contiguous(), where it is axis 1. Two tensors become one by "
        "torch.complex(real, imag).",
        "torch.view_as_complex(torch.ones(2, 3))",
    ),
    Entry(
        "{name:grad_input|grad_output|input|target|weight|indices|ones|tensor|xyz|points|features} "
        "{:needs to|must} be {:contiguous|a contiguous tensor}",
        "tensor views",
        "This step wants numbers that lie in memory in the order of their axes, and those of "
        "{name} do not: a transpose, permute, expand or slice came before it.",
        "Write x.contiguous() for what goes into it, as in loss_fn(out.permute(0, 2, "
        "1).contiguous(), y) where a gradient is named.",
        None,
        recorded=("RuntimeError: grad_input must be contiguous",),
    ),
    Entry(
        (
            "shape '[{shape:shape}]' is invalid for input of size {size:int}",
            "invalid argument 2: size '[{shape:text}]' is invalid for input with {size:int} "
            "elements",
        ),
        "tensor reshape",
        "The tensor is empty: there are {size} numbers, and the shape [{shape}] has room for more.",
        "Find out why nothing is left: print the shape of what it was made from. A mask may be "
        "False everywhere, and a slice or a list empty.",
        "torch.ones(0).reshape(2, 3)",
        when=lambda found: found.number("size") == 0,
    ),
    Entry(
        RESHAPED,
        "tensor reshape",
        "The shape [{shape}] has a size of 0, so it has room for no numbers, and there are {size}.",
        "Print the sizes that it is computed from. n // k is 0 where n is smaller than k: the "
        "picture is smaller than a window, or the axes are another way round.",
        "torch.ones(6).reshape(0, 2)",
        when=lambda found: 0 in found.shape("shape") and -1 not in found.shape("shape"),
    ),
    Entry(
        RESHAPED[0],
        "tensor reshape",
        "Attention splits keys and values into heads by the batch of the query, and theirs is "
        "another: [{shape}] does not fit for {size} numbers.",
        "Print query.shape and key.shape, in a decoder x.shape and memory.shape. Both need one "
        "batch, at axis 1, or at axis 0 with batch_first=True, which encoder and decoder both "
        "need.",
        "from torch import nn\nx, memory = torch.ones(2, 3, 8), torch.ones(2, 4, 8)\n"
        "nn.MultiheadAttention(8, 2)(x, memory, memory)",
        when=lambda found: "bsz * num_heads" in found.code,
    ),
    Entry(
        RESHAPED[0],
        "tensor reshape",
        "to_tensor of an older torchvision reads the picture byte by byte, and this one has "
        "several bytes for each number: its mode is F or I. There are {size} bytes.",
        'Write torch.from_numpy(np.array(picture)), or picture.convert("L") if 8 bits are enough. '
        "Newer releases of torchvision read such pictures.",
        None,
        recorded=(
            '  File "/x/torchvision/transforms/functional.py", line 71, in to_tensor\n    img = '
            "img.view(pic.size[1], pic.size[0], nchannel)\nRuntimeError: shape '[1024, 832, 1]' "
            "is invalid for input of size 3407872",
        ),
        when=lambda found: "nchannel)" in found.line or "len(pic.getbands())" in found.line,
    ),
    Entry(
        RESHAPED[0],
        "tensor reshape",
        "reshape keeps all numbers. There are {size}, 4 for each 3 that the shape [{shape}] has "
        "room for: perhaps a picture with opacity, which has 4 channels, red, green, blue and "
        "that.",
        'Write Image.open(path).convert("RGB"), or x[:, :3] for a batch and x[:3] for one picture. '
        "If it is no picture, print its shape.",
        "torch.ones(1, 4, 16, 16).view(1, 3, 16, 16)",
        when=lambda found: (
            3 in found.shape("shape")
            and sorted(found.shape("shape"))[-2:][0] >= 16
            and 3 * found.number("size") == 4 * room(found.shape("shape"))
        ),
    ),
    Entry(
        RESHAPED,
        "tensor reshape",
        "These are {there} rows of {last} numbers, where {side} · {side} = {grid} have room: as a "
        "rule the places of a vision transformer's parts, and the class token is one of the rows.",
        "Take it out before, and put it back behind: x[:, {more}:], where it stands in front, as "
        "in most models; Vim has it in the middle. A function that fits such places to pictures of "
        "another size often has an argument for extra tokens.",
        "torch.ones(1, 197, 192).reshape(-1, 14, 14, 192)",
        when=_class_token,
        more=_places,
    ),
    Entry(
        RESHAPED,
        "tensor reshape",
        "The first size is the batch, {first}, and a sample has {each} numbers, where the line "
        "expects {wanted}: as a rule the pictures have another size than the network was made for.",
        "Resize them to that size, as to 32 by 32 for a network for CIFAR-10. Or write "
        "x.flatten(1), and give the next layer as many inputs: nn.Linear({each}, …).",
        "x = torch.ones(1, 3, 20, 20)\nx.view(x.size(0), 400)",
        when=_batch_kept,
        more=_sample,
    ),
    Entry(
        RESHAPED,
        "tensor reshape",
        "reshape keeps all numbers, and here are several times as many as the shape has room for. "
        "{size} = {times} · {room}: perhaps a batch axis of size {times} was forgotten, or each "
        "sample is larger than expected, as a picture with 3 channels, or twice as wide and high, "
        "is.",
        "Print the shape. A batch axis stays in front, with -1 for its size: "
        "reshape(-1, {shape}), or x.flatten(1) to lay all others into one. If the first number is "
        "the batch already, a sample has {times} times as many numbers: resize the pictures, or "
        "make the layers for them.",
        "torch.ones(10, 256).reshape(16, 16)",
        when=_is_batch,
        more=_room,
    ),
    Entry(
        RESHAPED,
        "tensor reshape",
        "reshape keeps all numbers. For -1 it takes {size} divided by {room}, and {size} is no "
        "multiple of {room}. The last size, {last}, is perhaps a number of classes or words that "
        "the model's outputs, or the labels, do not have.",
        "Print the shape. If {last} is a number of classes, give the model's last layer and the "
        "labels one number: num_labels=… in transformers. If it is that of a vocabulary, take "
        "model and tokenizer of one name, and call model.resize_token_embeddings(len(tokenizer)) "
        "after adding words. Otherwise the other axes have other sizes: behind convolutions write "
        "x.flatten(1), and give the next nn.Linear x.shape[1] inputs.",
        "torch.ones(8).view(-1, 9)",
        recorded=("RuntimeError: shape [5, -1, 32783] invalid for input of size 655360",),
        when=_of_classes,
        more=_last_size,
    ),
    Entry(
        RESHAPED,
        "tensor reshape",
        "The line makes rows of {room} numbers, and {size} is no multiple of {room}. A sample has "
        "another number of them.",
        "Print x.shape before. Another divisor of {size} would run, and mix samples. If x is a "
        "table already, (samples, features), leave the line out, and give the next layer, or "
        "input_dim, x.shape[1]. If it has more axes, as behind convolutions, write x.flatten(1), "
        "and give the next nn.Linear as many inputs, or resize the pictures to what the network "
        "was made for.",
        "torch.ones(100, 9).view(-1, 1031)",
        when=lambda found: found.shape("shape")[:1] == [-1] and len(found.shape("shape")) == 2,
        more=_room,
    ),
    Entry(
        RESHAPED,
        "tensor reshape",
        "reshape keeps all numbers. For -1 it takes {size} divided by {room}, and {size} is no "
        "multiple of {room}.",
        "Print the shape, and compare each size of [{shape}] with what is there: one of them is "
        "another. Pictures may have another size or more channels than the network was made for: "
        "resize or convert them. To lay all but the batch into one write x.flatten(1), and give "
        "the next nn.Linear x.shape[1] inputs. If a fixed number stands for the batch, write "
        "x.size(0): the last batch may be smaller.",
        "torch.ones(6).reshape(-1, 2, 4)",
        when=lambda found: -1 in found.shape("shape"),
        more=_room,
    ),
    Entry(
        RESHAPED,
        "tensor reshape",
        "reshape keeps all numbers. The shape [{shape}] has room for {room}, and there are {size}. "
        "If {first} is the batch size, {each} numbers for each sample make {there} samples: "
        "perhaps the last batch of an epoch, which may be smaller.",
        "Take the batch size from the tensor: x.view(x.size(0), {rest}), or -1 in front. A hidden "
        "state is made anew for each batch. drop_last=True in the DataLoader leaves the last one "
        "out.",
        "torch.ones(32, 784).view(64, 1, 28, 28)",
        when=_smaller_batch,
        more=_samples,
    ),
    Entry(
        RESHAPED,
        "tensor reshape",
        "reshape keeps all numbers. The shape [{shape}] has room for {room}, and there are {size}. "
        "If {first} is the batch size, a sample has {each} numbers, and {wanted} were expected, as "
        "where pictures have another size than the network was made for.",
        "Print the shape. Write x.flatten(1), and give the next layer as many inputs: "
        "nn.Linear({each}, …). Or resize the pictures to what the network was made for.",
        "torch.ones(16, 600).view(16, 400)",
        when=_other_sample,
        more=_sample,
    ),
    Entry(
        (
            *RESHAPED,
            "shape is invalid for input",
            "invalid argument 2: size '[{shape:text}]' is invalid for input with {size:int} "
            "elements",
            "invalid argument 2: size '[{shape:text}]' is invalid for input of with {size:int} "
            "elements",
            "size '[{shape:text}]' is invalid for input of with {size:int} elements",
        ),
        "tensor reshape",
        "reshape keeps all numbers, and there are more or fewer than the new shape has room for. "
        "The shape [{shape}] has room for {room}, and there are {size}.",
        "Print the shape before, and make the product of the sizes as large. Behind convolutions "
        "it depends on the picture's size: write x.flatten(1), and give the next nn.Linear "
        "x.shape[1] inputs, or resize the pictures to what the network was made for. One size may "
        "be -1: PyTorch works it out, if the others divide the number.",
        "torch.ones(6).view(4, 2)",
        recorded=(
            "RuntimeError: invalid argument 2: size '[-1 x 400]' is invalid for input with 179776 "
            "elements at ../aten/src/TH/THStorageFunctions.cpp:84",
        ),
        more=_room,
    ),
    Entry(
        "only one dimension can be inferred",
        "tensor reshape",
        "-1 stands for a size that PyTorch works out from the others, and here are two of them.",
        "Write numbers for all sizes but one.",
        "torch.ones(6).reshape(-1, -1)",
    ),
    Entry(
        "cannot reshape tensor of 0 elements into shape [{shape:shape}] because the unspecified "
        "dimension size -1 can be any value",
        "tensor reshape",
        "The tensor is empty, so any size would do for -1, and PyTorch does not choose.",
        "Write the size that you mean in place of -1, or find out why there are no numbers.",
        "torch.ones(0).reshape(-1, 0)",
    ),
    Entry(
        (
            JOINED + "Got {a:int} and {b:int} in dimension {other:int}",
            UNLIKE,
            JOINED + "Got {a:int} and {b:int}",
            JOINED + "Expected size {a:int} but got size {b:int}",
        ),
        "tensor cat",
        "One of the tensors that are joined is empty: along one axis the sizes are {a} and {b}.",
        "Print all shapes, and find the one without content: a sample whose list is empty, such as "
        "a picture without boxes or a text without words. Leave it out, or fill it up: "
        "pad_sequence in a collate_fn. torch.zeros(0, n) may stay where the others have n columns "
        "and axis 0 is joined.",
        "torch.cat([torch.ones(2, 3), torch.ones(2, 0)])",
        recorded=(
            "RuntimeError: invalid argument 0: Sizes of tensors must match except in dimension 0. "
            "Got 2 and 0 in dimension 1 at /pytorch/aten/src/TH/generic/THTensorMoreMath.cpp:1307",
        ),
        when=lambda found: 0 in (found.number("a"), found.number("b")),
    ),
    Entry(
        (
            JOINED + "Expected size {a:int} but got size {b:int}",
            JOINED + "Got {a:int} and {b:int}",
        ),
        "tensor cat",
        "A DataLoader lays the samples of a batch on top of each other, so all need one shape. "
        "Along one axis the sizes are {a} and {b}.",
        BATCH_OUT,
        None,
        recorded=(
            '  File "/site-packages/torch/utils/data/_utils/collate.py", line 55, in '
            "default_collate\n    return torch.stack(batch, 0, out=out)\nRuntimeError: invalid "
            "argument 0: Sizes of tensors must match except in dimension 0. Got 576 and 640 in "
            "dimension 2 at /pytorch/aten/src/TH/generic/THTensor.cpp:612",
        ),
        when=lambda found: "default_collate" in found.code + found.before,
    ),
    Entry(
        (
            JOINED + "Got {a:int} and {b:int} in dimension {other:int}",
            UNLIKE,
            JOINED + "Got {a:int} and {b:int}",
            JOINED + "Expected size {a:int} but got size {b:int}",
        ),
        "tensor cat",
        "The samples of a batch are joined, one beside another along axis 0, so all need one "
        "shape, and they have several. Along axis {other} the sizes are {a} and {b}.",
        "Bring the samples to one shape before: resize or crop pictures, and masks with "
        'mode="nearest", or fill all up to the largest with F.pad. Where samples may stay '
        "different keep them in a list.",
        'targets = [{"maps": torch.ones(4, 3)}, {"maps": torch.ones(4, 2)}]\n'
        'torch.cat([t["maps"].unsqueeze(0) for t in targets])',
        recorded=(
            '  File "/a/criterion.py", line 329, in loss_cate\n    gt_seg_targets = torch.cat('
            '[t["seg_maps"].unsqueeze(0) for t in targets], dim=0)\nRuntimeError: Sizes of tensors '
            "must match except in dimension 2. Got 1024 and 910 (The offending index is 0)",
        ),
        when=lambda found: (
            re.search(r"\bcat\(.*(?:unsqueeze\(0\)|\[None\b)", found.line) is not None
            and re.search(r"(?:dim|axis)=[^0]", found.line) is None
        ),
        more=_unlike,
    ),
    Entry(
        UNLIKE,
        "tensor cat",
        "Tensors that are joined need the same size along every axis but the one they are joined "
        "along. Along axis {other} the sizes are {a} and {b}, and that is another one: this "
        "wording, of PyTorch 1 on a GPU, names the axis that differs.",
        CAT_OUT,
        None,
        recorded=(
            "RuntimeError: Sizes of tensors must match except in dimension 2. Got 1024 and 910 "
            "(The offending index is 0)",
        ),
        more=_unlike,
    ),
    Entry(
        JOINED + "Got {a:int} and {b:int} in dimension {other:int}",
        "tensor cat",
        "Tensors that are joined along axis 0, as the samples of a batch are, differ along axis 1: "
        "one has {a}, another {b}. In pictures these are the channels: grey ones have 1, coloured "
        "ones 3, and those with opacity 4.",
        'Read all pictures with Image.open(path).convert("RGB"), which gives 3 channels. Boxes and '
        "labels, of which each picture has another number, stay in lists: collate_fn=lambda batch: "
        "tuple(zip(*batch)).",
        None,
        recorded=(
            "RuntimeError: invalid argument 0: Sizes of tensors must match except in dimension 0. "
            "Got 3 and 1 in dimension 1",
        ),
        when=lambda found: (
            (found["axis"], found["other"]) == ("0", "1")
            and {found["a"], found["b"]} <= {"1", "3", "4"}
        ),
    ),
    Entry(
        (
            JOINED + "Got {a:int} and {b:int} in dimension {other:int}",
            JOINED + "Expected size {a:int} but got size {b:int}",
            JOINED + "Got {a:int} and {b:int}",
            "Sizes of tensors must match except in dimension {axis:0}",
        ),
        "tensor cat",
        "Tensors that are joined along axis 0, as the samples of a batch are, need the same size "
        "along all other axes. Along axis {other} the sizes are {a} and {b}. Along another axis "
        "the sizes are {one} and {two}.",
        "Bring the samples of a DataLoader to one shape in the Dataset: resize or crop pictures to "
        'one size, convert("RGB") gives them equal channels, pad sequences; or give a collate_fn. '
        "For a torch.cat of your own print both shapes, and name another axis with dim= where that "
        "is meant.",
        "torch.cat([torch.ones(2, 3), torch.ones(2, 4)])",
        recorded=(
            "RuntimeError: invalid argument 0: Sizes of tensors must match except in dimension 0. "
            "Got 576 and 640 in dimension 2 at /pytorch/aten/src/TH/generic/THTensorMath.cpp:3616",
            "RuntimeError: invalid argument 0: Sizes of tensors must match except in dimension 0",
        ),
        when=lambda found: found["axis"] == "0",
        more=_elsewhere,
    ),
    Entry(
        JOINED + "Got {a:int} and {b:int} in dimension {other:int}",
        "tensor cat",
        "Tensors that are joined along axis {axis} need the same size along all other axes. Along "
        "axis {other} the sizes are {a} and {b}: one of them has a single row, as a vector has to "
        "which unsqueeze(0) added an axis.",
        "Print both shapes. A vector with a number for each row becomes a column by x.unsqueeze(1) "
        "or x[:, None]. A single row is repeated for all by x.expand(n, -1).",
        None,
        recorded=(
            "RuntimeError: Sizes of tensors must match except in dimension 1. Got 5 and 1 in "
            "dimension 0",
        ),
        when=lambda found: (
            (found["axis"], found["other"]) == ("1", "0") and "1" in (found["a"], found["b"])
        ),
    ),
    Entry(
        (
            JOINED + "Got {a:int} and {b:int} in dimension {other:int}",
            JOINED + "Expected size {a:int} but got size {b:int}",
        ),
        "tensor cat",
        "Tensors that are joined need the same size along every axis but the one they are joined "
        "along. That is axis {axis}. Along axis {other} the sizes are {a} and {b}. Along another "
        "axis the sizes are {one} and {two}.",
        CAT_OUT,
        "torch.cat([torch.ones(2, 3), torch.ones(3, 3)], 1)",
        recorded=(
            "RuntimeError: invalid argument 0: Sizes of tensors must match except in dimension 1. "
            "Got 7 and 6 in dimension 2 (The offending index is 1)",
        ),
        more=_elsewhere,
    ),
    Entry(
        (
            JOINED + "Got {a:int} and {b:int}",
            "Sizes of tensors must match except in dimension {axis:int}",
            "Sizes of tensors must match except in dimension",
        ),
        "tensor cat",
        "Tensors that are joined need the same size along every axis but the one they are joined "
        "along. Along one axis the sizes are {a} and {b}.",
        CAT_OUT,
        None,
        recorded=(
            "RuntimeError: Sizes of tensors must match except in dimension 1. Got 7 and 6",
            "RuntimeError: Sizes of tensors must match except in dimension 1",
        ),
    ),
    Entry(
        STACKED,
        "tensor cat",
        "stack lays tensors of one shape on top of each other, and one of these is empty. Number "
        "{i} has the shape [{a}], and number {j} has [{b}].",
        "Find the sample without content: a list without boxes or words, or a file without data. "
        "Leave it out, or fill up all to one size: pad_sequence in a collate_fn. Where a tensor is "
        "to grow in a loop, gather the parts in a list, and stack them once behind it.",
        "torch.stack([torch.ones(2), torch.ones(0)])",
        when=lambda found: (0 in found.shape("a")) != (0 in found.shape("b")),
    ),
    Entry(
        STACKED,
        "tensor cat",
        "What is stacked, as the samples of a batch are, needs one shape, and these, pictures as "
        "it seems, have several sizes. Number {i} has the shape [{a}], and number {j} has [{b}].",
        "See that the Dataset calls its transform. Give transforms.Resize two numbers, "
        "Resize((224, 224)): with one alone it sets the shorter side, and the other depends on the "
        "picture. CenterCrop(224) or RandomCrop(224) behind it cuts to one size. Where sizes may "
        "stay different, as for a detector, write collate_fn=lambda batch: tuple(zip(*batch)).",
        "torch.stack([torch.ones(3, 20, 24), torch.ones(3, 20, 25)])",
        when=_unequal_pictures,
    ),
    Entry(
        STACKED,
        "tensor cat",
        "What is stacked, as the samples of a batch are, needs one shape. Number {i} has the shape "
        "[{a}], and number {j} has [{b}]. If these are pictures, grey ones have 1 channel, "
        "coloured ones 3, and those with opacity 4.",
        'Bring all to 3 as they are read, Image.open(path).convert("RGB"), or in a collate_fn. '
        "Their heights and widths have to be equal as well: transforms.Resize((224, 224)).",
        "torch.stack([torch.ones(3, 20, 24), torch.ones(1, 20, 24)])",
        when=_unlike_colours,
    ),
    Entry(
        STACKED,
        "tensor cat",
        "stack lays tensors of one shape on top of each other, along a new axis, and number {i} "
        "looks like such a stack already: it has the shape [{a}], and number {j} has [{b}].",
        "To add one more row write torch.cat([x, y.unsqueeze(0)]), with x = torch.empty(0, n) for "
        "the first. It is quicker to gather all rows in a list, and stack them once behind the "
        "loop.",
        "torch.stack([torch.ones(2, 3), torch.ones(3)])",
        when=lambda found: _row_to_rows(found) and not _in_a_batch(found),
    ),
    Entry(
        STACKED,
        "tensor cat",
        "A DataLoader lays the samples of a batch on top of each other, so all need one shape. "
        "Sample {i} of the batch has the shape [{a}], and sample {j} has [{b}].",
        BATCH_OUT,
        "from torch.utils.data import DataLoader\n"
        "next(iter(DataLoader([torch.ones(2), torch.ones(3)], batch_size=2)))",
        when=_in_a_batch,
    ),
    Entry(
        STACKED,
        "tensor cat",
        "stack lays tensors of one shape on top of each other, and these differ along axis 0 "
        "alone. Number {i} has the shape [{a}], and number {j} has [{b}].",
        "Print all shapes before the line. If axis 0 is the batch, perhaps one of them was made "
        "for a fixed batch size, and this batch, as the last one of an epoch, has another: make "
        "it with x.shape[0], or give the DataLoader drop_last=True. If they are sequences of "
        "different lengths, write pad_sequence(list, batch_first=True). To lay them one behind "
        "another write torch.cat(list).",
        "x, y = torch.ones(8, 4), torch.ones(5, 4)\nz = torch.stack([x, y])",
        when=_first_differs,
    ),
    Entry(
        (
            STACKED,
            "stack expects each tensor to be equal size",
        ),
        "tensor cat",
        "stack lays tensors of one shape on top of each other, and these have several. Number {i} "
        "has the shape [{a}], and number {j} has [{b}].",
        "In a DataLoader the samples of a batch need one shape: resize pictures by Resize((h, w)), "
        'let a tokenizer pad texts, padding="max_length", truncation=True, or give a collate_fn '
        "with pad_sequence. Elsewhere bring them to one shape, or join them with torch.cat along "
        "the axis where they differ.",
        "torch.stack([torch.ones(2), torch.ones(3)])",
    ),
    Entry(
        (
            "Tensors must have same number of dimensions: got {a:int} and {b:int}",
            "invalid argument 0: Tensors must have same number of dimensions: got {a:int} and "
            "{b:int}",
        ),
        "tensor cat",
        "Tensors that are joined need equally many axes. Here one has {a} and another {b}.",
        "Print both shapes, and give the one with fewer an axis of size 1 where it is missing: "
        "x.unsqueeze(0) in front, x.unsqueeze(-1) behind. A map of pictures meets a vector after "
        "x.flatten(1).",
        "torch.cat([torch.ones(2), torch.ones(2, 3)])",
    ),
    Entry(
        "zero-dimensional tensor (at position {number:int}) cannot be concatenated",
        "tensor cat",
        "A tensor without axes holds one number, and there is no axis to join along. In the list "
        "that is number {number}, counted from 0.",
        "Write torch.stack, which makes an axis: torch.stack([a, b]). Or give each one: "
        "a.reshape(1).",
        "torch.cat([torch.tensor(1.0), torch.tensor(2.0)])",
    ),
    Entry(
        (
            "stack expects a non-empty TensorList",
            "torch.cat(): expected a non-empty list of Tensors",
        ),
        "tensor cat",
        "clip_grad_norm_ found no gradient: no parameter that it got has one, or it got none.",
        "Call it between loss.backward() and optimizer.step(), and not before backward. If it "
        "stands there, print whether p.grad is None for each of the parameters: the loss has to be "
        "made by this model, and nothing on the way be detached.",
        None,
        recorded=(
            '  File "/site-packages/torch/nn/utils/clip_grad.py", line 30, in clip_grad_norm_\n'
            "    total_norm = torch.norm(torch.stack([torch.norm(p.grad.detach(), norm_type) for p "
            "in parameters]), norm_type)\nRuntimeError: stack expects a non-empty TensorList",
        ),
        when=lambda found: "for p in parameters" in found.code or found.calls("clip_grad_norm_"),
    ),
    Entry(
        (
            "torch.cat(): expected a non-empty list of Tensors",
            "{:stack|hstack|vstack|dstack} expects a non-empty TensorList",
            "expected a non-empty list of Tensors",
        ),
        "tensor cat",
        "There is nothing to join: the list is empty.",
        "Find out why: a loop that was to fill it may never have run, a folder has no files, or a "
        "picture no boxes. Where that may be, test the list first: if parts:.",
        "torch.cat([])",
    ),
    Entry(
        "Number of dimensions of repeat dims can not be smaller than number of dimensions of "
        "tensor",
        "broadcast stretch",
        "repeat takes one number for each axis of the tensor, and more if it is to get new axes.",
        "Write 1 for axes that are to stay: x.repeat(2, 1).",
        "torch.ones(2, 3).repeat(2)",
    ),
    Entry(
        "The use of `x.T` on tensors of dimension other than 2",
        "linalg transpose",
        "The transpose exchanges rows and columns, so it belongs to matrices. With other "
        "numbers of axes .T reverses all of them, and coming versions refuse.",
        "Write .mT to transpose each matrix of a batch, or permute to say where each axis goes.",
        "torch.ones(2, 3, 4).T",
    ),
    Entry(
        (
            "t() expects a tensor with <= 2 dimensions, but self is {axes:int}D",
            "t() expects a 2D tensor, but self is {axes:int}D",
        ),
        "linalg transpose",
        "t transposes a matrix, and this tensor has more than two axes. It has {axes}.",
        "Write x.mT to transpose each matrix of a batch, or x.transpose(1, 2) with the two axes "
        "that are to be exchanged.",
        "torch.ones(2, 3, 4).t()",
    ),
    Entry(
        "tensor.mT is only supported on matrices or batches of matrices. Got {axes:int}-D tensor",
        "linalg transpose",
        "mT exchanges the last two axes, and this tensor has fewer. It has {axes}.",
        "Write x.unsqueeze(1) to make one column of a vector; a vector needs no transpose for @.",
        "torch.ones(2).mT",
    ),
    Entry(
        (
            "permute({:text}): number of dimensions in the tensor input does not match the length "
            "of the desired ordering of dimensions i.e. input.dim() = {axes:int} is not equal to "
            "len(dims) = {given:int}",
            "number of dims don't match in permute",
        ),
        "linalg transpose",
        "permute names every axis once, in the order in which they are to stand. The tensor has "
        "{axes} axes, and {given} are named.",
        "Print the shape, and name each axis: x.permute(2, 0, 1) for three. A batch has one more "
        "in front: x.permute(0, 3, 1, 2). A grey picture may have two alone: x.unsqueeze(-1) adds "
        "its channel.",
        "torch.ones(3).permute(1, 0)",
        recorded=("RuntimeError: number of dims don't match in permute",),
    ),
    Entry(
        (
            "permute(): duplicate dims are not allowed",
            "repeated dim in permute",
            "dim {axis:int} appears multiple times in the list of dims",
        ),
        "linalg transpose",
        "One axis is named twice.",
        "Name each axis once.",
        "torch.ones(2, 3).permute(0, 0)",
    ),
    Entry(
        OUT_OF_RANGE,
        "linalg reduce",
        "A softmax, an argmax or a loss over classes goes along the axis of the classes, and the "
        "outputs do not have it: as a rule the batch axis is missing, or a squeeze took one away. "
        "There is no axis {axis}: {axes}.",
        "Print out.shape: F.cross_entropy takes (batch, classes). Give one sample its batch axis "
        "with out.unsqueeze(0), and do not squeeze all axes.",
        "import torch.nn.functional as F\nF.log_softmax(torch.ones(3), dim=1)",
        when=lambda found: found.calls("log_softmax", "softmax", "cross_entropy", "argmax"),
        more=_axes,
    ),
    Entry(
        OUT_OF_RANGE,
        "linalg reduce",
        "mm multiplies two matrices, which have two axes each, bmm two batches of them, which have "
        "three, and one factor has fewer. There is no axis {axis}: {axes}.",
        "Print both shapes. torch.tensor of a flat list has one axis, and of an empty list the "
        "shape [0]: look at how the list was filled. @ takes a vector too.",
        None,
        recorded=(
            '  File "a.py", line 3, in f\n    c = torch.mm(a, b)\nIndexError: Dimension out of '
            "range "
            "(expected to be in range of [-1, 0], but got 1)",
        ),
        when=lambda found: (
            re.search(r"\bb?mm\(", found.line) is not None
            and re.search(
                r"dim=|axis=|softmax|\.(?:sum|mean|max|min|norm|squeeze|unsqueeze|size|"
                r"transpose|cat|stack)\(",
                found.line,
            )
            is None
            and found.number("axis") == found.number("last") + 1
            and found.number("axis") in (1, 2)
        ),
        more=_axes,
    ),
    Entry(
        OUT_OF_RANGE,
        "linalg reduce",
        "F.normalize and F.cosine_similarity go along axis 1, if they are not told another, and "
        "this tensor does not have it. There is no axis {axis}: {axes}.",
        "For single vectors write dim=0, or dim=-1 for the last axis whatever there is. A batch "
        "axis that an index took away comes back with unsqueeze(0).",
        "import torch.nn.functional as F\nF.normalize(torch.ones(3))",
        when=lambda found: (
            (
                found.calls("normalize", "cosine_similarity", "CosineSimilarity")
                or re.search(r"CosineSimilarity|cosine_similarity", found.before[-100:]) is not None
            )
            and found.number("axis") == 1
        ),
        more=_axes,
    ),
    Entry(
        OUT_OF_RANGE,
        "linalg reduce",
        "A function goes along axis 1, as softmax, argmax, max and the losses over classes do, and "
        "the tensor does not have it. There is no axis {axis}: {axes}.",
        "Print the shape of what goes in. If it goes into F.cross_entropy, which takes (batch, "
        "classes) and labels (batch,), leave out a view(-1), squeeze() or argmax before. If it is "
        "one sample, without a DataLoader, write x.unsqueeze(0); squeeze() takes the axis of a "
        "batch of one too. One output for each sample needs no argmax: out > 0.5 for "
        "probabilities. Vectors are joined along axis 0, or by torch.stack.",
        "torch.ones(6).sum(1)",
        when=lambda found: (found.number("axis"), found.number("last")) == (1, 0),
        more=_axes,
    ),
    Entry(
        OUT_OF_RANGE,
        "linalg reduce",
        "A function asks for the last axis but one, as products of matrices, transpose(-2, -1) and "
        "layers for graphs do, and the tensor has one axis alone. There is no axis {axis}: {axes}.",
        "Print the shape. x.unsqueeze(0) makes one row, and x.unsqueeze(-1) one column: the nodes "
        "of a graph have the shape (nodes, features), with one number each (nodes, 1).",
        "torch.ones(3).transpose(-2, -1)",
        when=lambda found: (found.number("axis"), found.number("last")) == (-2, 0),
        more=_axes,
    ),
    Entry(
        OUT_OF_RANGE,
        "linalg reduce",
        "The tensor has fewer than three axes, and a line asks for a third, as transpose(1, 2), "
        "bmm, attention and layers for sequences do. There is no axis {axis}: {axes}.",
        "Print the shape. If the batch axis is missing write x.unsqueeze(0). transpose(-2, -1) and "
        "@, in place of bmm, take matrices with and without a batch. Numbers of words, (batch, "
        "length), go through an nn.Embedding before a layer for sequences, and single values, "
        "(batch, length), get their features by x.unsqueeze(-1).",
        "torch.ones(2, 3).transpose(1, 2)",
        when=lambda found: found.number("axis") == 2 > found.number("last"),
        more=_axes,
    ),
    Entry(
        OUT_OF_RANGE,
        "linalg reduce",
        "The tensor has no such axis. There is no axis {axis}: {axes}.",
        "Give an axis that is there, and print the shape if you expected more. unsqueeze and stack "
        "count the axis that they make too. A batch axis that a squeeze or an index took away "
        "comes back with unsqueeze(0).",
        "torch.ones(6).sum(3)",
        more=_axes,
    ),
    Entry(
        (
            "Dimension specified as {axis:int} but tensor has no dimensions",
            "dimension specified as {axis:int} but tensor has no dimensions",
            "dimension {axis:int} out of range of 0D tensor",
        ),
        "linalg reduce",
        "The tensor holds one number and has no axes. So there is no axis {axis}.",
        "Print the shape where it is made. If a loop goes over a Dataset, its labels are single "
        "numbers: go over a DataLoader, which makes batches. An index, a sum, or a squeeze() of a "
        "batch of one took the axes away: squeeze(1) keeps the batch. x.reshape(1) gives a number "
        "that stands alone its axis.",
        None,
        recorded=("IndexError: Dimension specified as 0 but tensor has no dimensions",),
    ),
    Entry(
        (
            "{name:name}(): Expected reduction dim to be specified for input.numel() == 0",
            "{name:name}(): Expected reduction dim {axis:int} to have non-zero size",
            "cannot perform reduction function {name:name} on a tensor with no elements because "
            "the operation does not have an identity",
            "operation does not have an identity",
            "median cannot be called with empty tensor",
        ),
        "linalg reduce",
        "The tensor is empty, and there is no largest or smallest of no numbers.",
        "Test x.numel() > 0 first, and find out why nothing is left: a mask may be False "
        "everywhere.",
        "torch.ones(0).max()",
        recorded=(
            "RuntimeError: cannot perform reduction function max on a tensor with no elements "
            "because the operation does not have an identity",
        ),
    ),
    Entry(
        "given chunk sizes don't sum up to the tensor's size (sum(chunk_sizes) == {sum:int}, but "
        "expected {size:int})",
        "tensor index",
        "The parts have to make up the whole axis. Its size is {size}, and the parts make {sum}.",
        "Give sizes whose sum is the axis's. Under nn.DataParallel or scatter they are the GPUs' "
        "parts of the batch, the last batch may be smaller: take drop_last=True.",
        None,
        recorded=(
            "RuntimeError: given chunk sizes don't sum up to the tensor's size (sum(chunk_sizes) "
            "== 135, but expected 40)",
        ),
    ),
    Entry(
        (
            "split_with_sizes expects split_sizes to sum exactly to {size:int} (input tensor's "
            "size at dimension {axis:int}), but got split_sizes=[{parts:shape}]",
        ),
        "tensor index",
        "The parts have to make up the whole axis. Axis {axis} has the size {size}, and the parts "
        "are [{parts}].",
        "Give sizes whose sum is the axis's, or one size for all parts: x.split(2).",
        "torch.ones(4).split([1, 2])",
    ),
    Entry(
        "maximum size for tensor at dimension {axis:int} is {size:int} but size is {window:int}",
        "tensor index",
        "A window cannot be longer than the axis that it slides along. The axis has the size "
        "{size}, and the window {window}.",
        "Take a shorter window, or a longer tensor.",
        "torch.ones(4).unfold(0, 5, 1)",
    ),
    Entry(
        (
            "Trying to create tensor with negative dimension {size:int}",
            "Trying to create tensor with negative dimension",
            "{name:name}: Dimension size must be non-negative",
            "n must be greater or equal to 0, got {size:int}",
        ),
        "tensor create",
        "A size is a whole number from 0 up, and a tensor was to be made with another. One of its "
        "sizes is {size}.",
        "Print the sizes that this line computes, such as the length that is still to be padded: a "
        "difference may be below 0. -1 stands for a size in reshape and view alone. If the line is "
        "a reshape, view or flatten of a quantized tensor with a scale for each channel, these are "
        "not supported: write x.dequantize() first, or quantize per tensor.",
        "torch.zeros(2, -1)",
        since=(2, 13),
        recorded=("RuntimeError: Trying to create tensor with negative dimension -1: [-1, 3]",),
    ),
    Entry(
        (
            "{name:name}(): argument '{argument:size|shape|dims}' failed to unpack the object at "
            'pos {number:int} with error "type must be tuple of ints,but got {kind:name}',
            "{name:name}(): argument '{argument:size|shape|dims}' must be tuple of ints, but found "
            "element of type {kind:name} at pos {number:int}",
            "{name:name}(): argument '{argument:size|shape}' (position {place:int}) must be tuple "
            "of ints, but found element of type float at pos",
        ),
        "tensor create",
        "Sizes are whole numbers. In {name} number {number}, counted from 1, is a {kind}.",
        "Write n // 2 in place of n / 2, which is a float even where nothing is left over, or "
        "int(n).",
        "torch.zeros(2, 3.0)",
        recorded=(
            "TypeError: empty(): argument 'size' must be tuple of ints, but found element of type "
            "float at pos 2",
            "TypeError: reshape(): argument 'shape' (position 1) must be tuple of ints, but found "
            "element of type float at pos 0",
        ),
        when=lambda found: "float" in found.fields.get("kind", "float"),
    ),
    Entry(
        (
            "{name:name}() received an invalid combination of arguments - got ({got:text}), but "
            "expected",
            "{name:name} received an invalid combination of arguments - got ({got:text}), but "
            "expected",
            "{name:name} constructor received an invalid combination of arguments - got "
            "({got:text}), but expected",
        ),
        "tensor create",
        "Sizes are whole numbers, and one of these is a float. {name} got ({got}).",
        "Write n // 2 in place of n / 2, which is a float even where nothing is left over, or "
        "int(n).",
        None,
        recorded=(
            "TypeError: torch.zeros received an invalid combination of arguments - got (int, int, "
            "float, float), but expected one of:\n * (int ... size)",
        ),
        when=lambda found: (
            {"float"} <= set(found["got"].split(", ")) <= {"int", "float"}
            and found["name"].endswith(SIZED)
        ),
    ),
    Entry(
        "{name:full|randint|normal|empty_strided|expand|view|reshape}(): argument '{argument:size|"
        "shape}' (position {place:int}) must be tuple of ints, not int",
        "tensor create",
        "The sizes of {name} stand in brackets, even where there is one alone, and this is a bare "
        "number.",
        "Write torch.full((3,), 0.5) or torch.randint(0, 10, (3,)): a tuple of one number ends "
        "with a comma.",
        "torch.randint(0, 10)",
    ),
    Entry(
        (
            "{name:name}(): argument '{argument:name}' failed to unpack the object at pos "
            '{number:int} with error "type must be tuple of {:ints|SymInts},but got '
            "{kind:tuple|list|torch.Size|Size}",
            "{name:name}(): argument '{argument:name}' must be tuple of {:ints|SymInts}, but found "
            "element of type {kind:tuple|list|torch.Size|Size} at pos {number:int}",
            "{name:name}(): argument '{argument:name}' (position {place:int}) must be tuple of "
            "{:ints|SymInts}, but found element of type {kind:tuple|list|torch.Size|Size} at pos "
            "{number:int}",
        ),
        "tensor create",
        "Sizes are plain numbers, and in {name} one of them is a {kind}: brackets stand in "
        "brackets, or a shape stands beside a number.",
        "Write one row of numbers: torch.zeros(2, 3, 4) for torch.zeros(2, (3, 4)). A star takes "
        "a shape apart: torch.zeros(2, *x.shape). A layer and F.interpolate take one number, or "
        "one for each axis: (3, 3).",
        "torch.zeros(2, (3, 4))",
        recorded=(
            "TypeError: zeros(): argument 'size' must be tuple of SymInts, but found element of "
            "type tuple at pos 2",
            "TypeError: zeros(): argument 'size' (position 1) must be tuple of ints, but found "
            "element of type list at pos 1",
        ),
    ),
    Entry(
        "expected size to be one of int or {:text}, but got size with types [{kinds:text}]",
        "tensor create",
        "F.interpolate takes for size one whole number, or one for each axis of the picture, and "
        "this is something else. The types are {kinds}.",
        "Write size=(h, w) with whole numbers: a shape by size=y.shape[-2:], int(n) for a float, "
        "n.item() for a tensor.",
        None,
        recorded=(
            "TypeError: expected size to be one of int or Tuple[int] or Tuple[int, int] or "
            "Tuple[int, int, int], but got size with types [<class 'int'>, <class 'tuple'>]",
        ),
    ),
    Entry(
        (
            "{name:name}(): argument '{argument:size|shape|dims}' failed to unpack the object at "
            'pos {number:int} with error "type must be tuple of ints,but got {kind:NoneType}',
            "{name:name}(): argument '{argument:size|shape}' must be tuple of ints, but found "
            "element of type {kind:NoneType} at pos {number:int}",
            "{name:name}(): argument '{argument:size|shape}' (position {place:int}) must be tuple "
            "of ints, but found element of type {kind:NoneType} at pos {number:int}",
        ),
        "tensor create",
        "Sizes are whole numbers, and one of these is None: a variable that was never set, an "
        "argument that was left out, or a function without return. In {name} it is number "
        "{number}, counted from 1.",
        "Print the numbers that the tensor, or the layer, is made with. In nn.Linear(a, b) number "
        "1 is b and number 2 is a.",
        "torch.zeros(2, None)",
        recorded=(
            "TypeError: new(): argument 'size' must be tuple of ints, but found element of type "
            "NoneType at pos 2",
        ),
    ),
    Entry(
        (
            "{name:name}(): argument '{argument:size|shape}' (position {place:int}) must be tuple "
            "of ints, not {kind:name}",
            "{name:name}(): argument '{argument:size|shape}' must be tuple of ints, but found "
            "element of type {kind:name} at pos",
            "{name:name}(): argument '{argument:size|shape|dims}' failed to unpack the object at "
            'pos {number:int} with error "type must be tuple of ints,but got {kind:name}',
            "{name:name}(): argument '{argument:size|shape}' (position {place:int}) must be tuple "
            "of ints, but found element of type {kind:name} at pos",
            "{name:name}(): argument '{argument:size|shape}' must be tuple of ints, not "
            "{kind:name}",
            "torch.Size() takes an iterable of 'int' (item {:int} is '{kind:name}')",
        ),
        "tensor create",
        "Sizes are whole numbers. {name} got something of type {kind}.",
        "Write the sizes as numbers, torch.zeros(2, 3), or as a tuple: torch.zeros((2, 3)), with "
        "size= too: size=(3,). n.item() makes a number of a tensor, and torch.zeros_like(x) takes "
        "the shape of one. A layer takes one number for each of its sizes: nn.Linear(784, 10).",
        'torch.zeros("a")',
        recorded=(
            "TypeError: zeros(): argument 'size' (position 1) must be tuple of ints, but found "
            "element of type str at pos 0",
        ),
    ),
    Entry(
        (
            "{name:name}(): argument 'dim' (position {place:int}) must be {wanted:int|tuple of "
            "ints}, not {kind:name}",
            "Name '{axis:quoted}' not found in Tensor[None",
            "Please look up dimensions by name, got: name = {axis:name}",
        ),
        "linalg reduce",
        "An axis is named by its number. {name} got something of type {kind}.",
        "Write x.sum(0) or x.sum(dim=0). torch.max and torch.cat take tensors first, and the axis "
        "after them.",
        'torch.ones(3, 4).softmax("a")',
        recorded=("RuntimeError: Name 'a' not found in Tensor[None, None].",),
    ),
    Entry(
        (
            "Padding size {given:int} is not supported for {axes:int}D input tensor",
            "Only 2D, 3D, 4D, 5D padding with non-constant padding are supported for now",
            "Only 3D, 4D, 5D padding with non-constant padding are supported for now",
            "Only 2D, 3D padding with non-constant padding are supported for now",
            "{axes:int}D tensors expect {:int} values for padding",
        ),
        "tensor shape",
        "Reflecting, replicating and circular padding are for the last axes alone: 2 numbers for "
        "(channels, length), 4 for (channels, height, width), with a batch axis in front or not. "
        "Here are {given} numbers for {axes} axes.",
        "Add the axis that is missing, and take it away again: F.pad(x[None], (1, 1, 1, 1), "
        'mode="reflect")[0]. mode="constant" pads any axes.',
        'import torch.nn.functional as F\nF.pad(torch.ones(2, 3), (1, 1, 1, 1), mode="reflect")',
        recorded=(
            "NotImplementedError: Only 3D, 4D, 5D padding with non-constant padding are supported "
            "for now",
        ),
        since=(2, 13),
    ),
    Entry(
        (
            "{:set_sizes_contiguous|set_sizes_and_strides|set_stride|set_storage|resize_dim} is "
            "not allowed on {:a |}Tensor created from .data or .detach()",
        ),
        "autograd detach",
        "x.data and x.detach() share the numbers of x, and the size of what they share cannot be "
        "changed through them.",
        "Write with torch.no_grad(): around the line, and leave .data out; or make a tensor of its "
        "own first: x.detach().clone().",
        None,
        recorded=(
            "RuntimeError: set_sizes_contiguous is not allowed on a Tensor created from .data or "
            ".detach().",
        ),
    ),
    Entry(
        "Expected {wanted:int}-dimensional tensor, but got {got:int}-dimensional tensor for "
        "argument #{place:int} '{argument:name}'",
        "tensor shape",
        "This function takes {argument} with another number of axes. It takes {wanted}, and got "
        "{got}.",
        "Print its shape: x.unsqueeze(0) adds an axis, x.squeeze(0) takes one of size 1 away. In "
        "place of bmm write @, which takes any number of them.",
        None,
        recorded=(
            "RuntimeError: Expected 3-dimensional tensor, but got 2-dimensional tensor for "
            "argument #1 'batch1' (while checking arguments for bmm)",
        ),
    ),
    Entry(
        "Could not allocate memory to change Tensor SizesAndStrides",
        "tensor shape",
        "PyTorch was about to make a tensor with an impossible number of axes, which is a fault of "
        "PyTorch itself: it is known of torch.vmap over a batch of one, where the function sums a "
        "tensor without axes.",
        "Take a newer PyTorch. Until then give the tensor inside one axis more, x.reshape(1), or "
        "leave such a sum out.",
        None,
        recorded=("RuntimeError: Could not allocate memory to change Tensor SizesAndStrides!",),
    ),
    Entry(
        (
            "not enough values to unpack (expected {wanted:int}, got {got:int})",
            "too many values to unpack (expected {wanted:int})",
        ),
        "tensor shape",
        "The tensor has another number of axes than there are names on the left. There are "
        "{wanted} names, and {got} axes.",
        "Print x.shape. A batch axis comes back with x.unsqueeze(0); or name the axes from the "
        "right: *_, height, width = x.shape.",
        "x = torch.ones(3, 4)\nb, c, h, w = x.size()",
        when=lambda found: (
            found.line.endswith(".size()")
            or (found.line.endswith(".shape") and "torch" in found.before + found.code)
        ),
    ),
)
