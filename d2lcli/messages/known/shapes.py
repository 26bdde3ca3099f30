"""Broadcasting, reshaping, joining, and axes that are not there."""

from __future__ import annotations

import re

from ..entry import Entry, Found, Way
from .calls import by_library
from .ways import ways
from .words import axes, conflict, fitting, room, shapes


def _misfit(found: Found) -> dict[str, str]:
    """The sizes, and under names of their own those that only some axes may have."""
    a, b, axis = found.number("a"), found.number("b"), found.fields.get("axis", "")
    fields = {"a_": str(a), "b_": str(b)}
    if axis in ("", "0"):
        fields["zero"] = "0"
    if axis in ("0", "1"):
        fields["length"] = axis
    if axis in ("2", "3", "4"):
        fields["edge"] = axis
    if "edge" in fields or (axis == "1" and min(a, b) >= 64):
        fields["set"] = axis
    if axis == "2":
        fields["two"] = axis
    if axis in ("", "0") and b == 3 and a != 1:
        fields["height" if a > 15 else "bands"] = str(a)
    if axis in ("0", "1", "3") and b in TEXT_LENGTHS and a > b and a % b != 0:
        fields["tokens"] = str(a)
    elif axis in ("", "1"):
        fields["one"] = "1"
    return fields


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


def _normalised(found: Found) -> bool:
    """Whether transforms.Normalize failed, or what does the same, and no other normalize."""
    near = f"{found.code}\n{found.before[-300:]}"
    return re.search(r"\.sub_\(\w*\.?mean\b|image - mean\[", near) is not None or (
        found.calls("normalize", "Normalize") and "torchvision" in found.before
    )


def _in_place(found: Found) -> dict[str, str]:
    """The shapes, and what a grey picture has that meets three means."""
    target, value = found.shape("target"), found.shape("value")
    fields = dict(shapes("target", "value")(found))
    if len(target) in (3, 4) and (target[-3], value[-3:-2]) == (1, [3]):
        fields["channels"] = "3"
    return fields


def _stretched(found: Found) -> dict[str, str]:
    """The shapes, and under names of their own what only some of them may be."""
    fields = dict(shapes("target", "value")(found))
    axis, room_, there = found.number("axis"), found.number("room"), found.number("there")
    target = found.shape("target") if "target" in found.fields else []
    value = found.shape("value") if "value" in found.fields else []
    if axis > 0 and len(target) in (0, 3, 4) and axis >= len(target) - 2:
        fields["edge"] = str(axis)
    if (len(target), len(value)) == (4, 2) or (not target and axis == 3):
        fields["maps"] = "4"
    if _cut_short(found):
        fields["cut"] = str(there)
    if there in TEXT_LENGTHS and room_ > there:
        fields["tokens"] = str(room_)
    return fields


def _of_loss(found: Found) -> bool:
    """Whether a loss that compares number by number failed, of torch or named like one."""
    inside = 3 if "broadcast_tensors(" in _last(found, 1) else 1
    if re.search(rf"\b(?:{'|'.join(BATCHES)})\(", _last(found, inside)):
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


def _cut_short(found: Found) -> bool:
    """Whether fewer numbers came than places, out of a slice: y[i] = x[:, a:b]."""
    written = found.line.rpartition(" = ")[2] if " = " in found.line else ""
    return (
        0 < found.number("there") < found.number("room")
        and re.search(r"\[[^\[\]]*[\w)]\s*:\s*[\w(][^\[\]]*\]", written) is not None
    )


def _last(found: Found, count: int) -> str:
    """The last lines of code in the traceback."""
    return "\n".join(found.code.splitlines()[-count:])


def _padded(found: Found) -> bool:
    """Whether pad_sequence failed."""
    return "pad_sequence(" in _last(found, 2)


def _collated(found: Found) -> bool:
    """Whether what joins the samples of a DataLoader failed."""
    return "collate" in _last(found, 1) + found.before[-200:]


def _in_a_batch(found: Found) -> bool:
    """Whether a DataLoader, or what joins its samples, stands in the traceback."""
    joined = r"collate|_worker_loop|DataLoader worker|utils[/\\]data"
    return re.search(joined, found.before + found.code) is not None


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


STACKED = (
    "stack expects each tensor to be equal size, but got [{a:shape}] at entry {i:int} and "
    "[{b:shape}] at entry {j:int}"
)
JOINED = "Sizes of tensors must match except in dimension {axis:int}. "
# PyTorch 1.6 to 1.10 on a GPU: the number is that of the axis that differs.
UNLIKE = JOINED + "Got {a:int} and {b:int} (The offending index is {index:int})"
TEXT_LENGTHS = (512, 514, 1024, 1026, 2048)  # of transformers


def _joined(found: Found) -> dict[str, str]:
    """Along which axis tensors are joined, and along which they differ, as far as it is told."""
    axis, other, a, b = (found.fields.get(name, "") for name in ("axis", "other", "a", "b"))
    graph = {"edges": "edge_index"} if "edge_index" in found.code else {}
    if "index" in found.fields and not other:
        return {"other": axis, "maps": "1", **graph}
    fields = ({"along": axis} if axis else {}) | graph
    if a and not other:
        fields |= {"one": a, "two": b}
    if axis in ("", "1"):
        fields["maps"] = "1"
    if axis == "1" and other in ("", "0") and "1" in (a, b):
        fields["row"] = "1"
    elif (axis, other) == ("0", "1") and {a, b} <= {"1", "3", "4"}:
        fields["channels"] = "3"
    elif "1" in (a, b):
        fields["single"] = "1"
    return fields


def _stacked(found: Found) -> dict[str, str]:
    """What only some shapes may be: pictures, a stack and a row of it, two batches."""
    if "a" not in found.fields:
        return {"picture": "(3, h, w)", "row": "n"}
    a, b = found.shape("a"), found.shape("b")
    fields = {}
    if len(a) == len(b) == 3:
        fields["picture"] = f"({found['a']})"
        if a[0] != b[0] and {a[0], b[0]} <= {1, 3, 4}:
            fields["channels"] = "3"
    elif sorted((len(a), len(b))) == [2, 3] and a[-2:] == b[-2:] and min(a[-2:]) >= 16:
        fields["channels"] = "3"
    if len(a) == len(b) + 1 and a[1:] == b != [] and not _in_a_batch(found):
        fields["row"] = found["b"]
    if len(a) > 1 and a[1:] == b[1:] and "channels" not in fields and not _in_a_batch(found):
        fields["first"] = str(a[0])
    repeated = len(a) == len(b) and all(x == y or 1 in (x, y) for x, y in zip(a, b, strict=True))
    if repeated and not {"channels", "first"} & fields.keys() and not _in_a_batch(found):
        fields["one"] = "1"
    return fields


def _reshaped(found: Found) -> dict[str, str]:
    """What there is room for, and what only some shapes may be."""
    shape, size = found.shape("shape"), found.number("size")
    product, last = room(shape), shape[-1]
    if -1 in shape:
        fields = {"divisor": str(product)}
        if len(shape) == 2 and shape[0] == -1:
            fields["row"] = str(last)
        if shape[0] == -1 and 2 <= last <= 150 and len(shape) == 2:
            fields["classes"] = str(last)
        if 20000 < last < 260000 and len(shape) > 1:
            fields["words"] = str(last)
        if shape[0] > 1:
            fields["fixed"] = str(shape[0])
    else:
        fields = {"room": str(product)}
        if product > 1 and size % product == 0:
            fields["times"] = str(size // product)
            kept = re.search(r"(?:view|reshape)\(.*\b(?:size\(0\)|shape\[0\])", found.line)
            fields["one_more" if kept else "lost"] = fields["times"]
        if len(shape) > 1 and size < product and size % room(shape[1:]) == 0:
            fields |= {"there": str(size // room(shape[1:])), "batch": str(shape[0])}
    if 3 in shape[:-1] and 3 * size == 4 * product and sorted(shape)[-2] >= 16:
        fields["opaque"] = "4"
    if len(shape) == 4 and shape[0] in (-1, 1) and shape[1] == shape[2] and last >= 16:
        parts, rest = divmod(size, last)
        if rest == 0 and parts - shape[1] ** 2 in (1, 2, 5):
            fields |= {"parts": str(parts), "grid": str(shape[1] ** 2)}
            fields["more"] = str(parts - shape[1] ** 2)
    return fields


def _over_classes(found: Found) -> bool:
    """Whether a loss over classes failed."""
    inside = 3 if "log_softmax(" in _last(found, 1) else 1
    return re.search("cross_entropy|nll_loss", _last(found, inside)) is not None


def _normalises(found: Found) -> bool:
    """Whether what goes along axis 1, if not told another, stands in the program or above."""
    near = _last(found, 3) + found.before[-100:]
    return re.search(r"F\.normalize\(|cosine_similarity|CosineSimilarity", near) is not None


def _no_axis(found: Found) -> dict[str, str]:
    """Which axes there are, and under names of their own which one is asked for."""
    axis, last = found.number("axis"), found.number("last")
    # unsqueeze and stack count an axis that is not there yet.
    made = re.search(r"\bunsqueeze_?\(|\bstack\(", found.line)
    fields = {} if made else {"axes": axes(found.number("first"), last)}
    if (axis, last) == (1, 0):
        fields["second"] = str(axis)
    else:
        fields["made"] = str(last)
    if last == 0 and axis == -2:
        fields["but_one"] = str(axis)
    if axis == 2 > last or (axis == -3 and last < 2):
        fields["third"] = str(axis)
    if not -8 <= axis <= 8:
        fields["size"] = str(axis)
    return fields


SHAPES = (
    Entry(
        "There were no tensor arguments to this function (e.g., you passed an empty list of "
        "Tensors), but no fallback function is registered for schema {space:name}::{name:name}",
        "tensor cat",
        "PyTorch chooses by a call's tensors which code runs it, and {space}::{name} got none.",
        "",
        None,
        ways=(
            *ways(
                """
                a list of tensors goes in: Test it first: torch.cat(parts) if parts else
                    torch.empty(0). Find out why nothing is in it: a picture without labels, or a
                    loop that never ran.
                """,
                lambda found: found.fields.get("space") == "aten",
            ),
            *ways(
                """
                {space} belongs to a package: Install that package anew, in the release for your
                    torch: python -m pip install -U torch torchvision for image::read_file.
                """,
                lambda found: found.fields.get("space", "aten") != "aten",
            ),
        ),
        recorded=(
            "NotImplementedError: There were no tensor arguments to this function (e.g., you "
            "passed an empty list of Tensors), but no fallback function is registered for schema "
            "aten::_cat.  This usually means that this function requires a non-empty list of "
            "Tensors",
            "NotImplementedError: There were no tensor arguments to this function (e.g., you "
            "passed an empty list of Tensors), but no fallback function is registered for schema "
            "torchcodec_ns::create_from_file.  This usually means that this function requires a "
            "non-empty list of Tensors",
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
        "Normalize has one mean and one deviation for each channel, along the last axis but two. "
        "That axis has the size {a}, and {b} means were given.",
        "",
        "mean = torch.ones(3)\nx = torch.ones(4, 2, 2)\nx.sub_(mean[:, None, None])",
        recorded=(
            '  File "/site-packages/torchvision/transforms/functional.py", line 217, in normalize\n'
            "    tensor.sub_(mean[:, None, None]).div_(std[:, None, None])\nRuntimeError: The size "
            "of tensor a (20) must match the size of tensor b (3) at non-singleton dimension 0",
        ),
        when=_normalised,
        more=_misfit,
        table=conflict,
        command="broadcast {a_},1,1 {b_},1,1",
        ways=ways("""
            x.shape ends in channels: Put transforms.ToTensor() in front, which puts them first, or
                write x.permute(2, 0, 1) for a tensor.
            a picture with 4 channels: Write Image.open(path).convert("RGB"), which leaves out
                opacity.
            {a} channels are meant: Give {a} means, and as many deviations.
            grey, (batch, h, w): Write x.unsqueeze(1), and give one mean.
        """),
    ),
    Entry(
        A_AND_B,
        "broadcast misfit",
        "pad_sequence fills up axis 0 of each tensor alone, the axis of time, so all others have "
        "to be equal. Along axis {axis} the sizes are {a} and {b}.",
        "",
        "from torch import nn\nnn.utils.rnn.pad_sequence([torch.ones(2, 3), torch.ones(2, 4)])",
        when=_padded,
        more=_misfit,
        table=conflict,
        ways=ways("""
            tensors of (features, time): Turn each around: pad_sequence([x.T for x in xs],
                batch_first=True).
            pictures: Resize them to one size, or fill them up: F.pad(x, (0, w - x.shape[-1], 0, h -
                x.shape[-2])).
        """),
    ),
    Entry(
        A_AND_B,
        "broadcast misfit",
        "What there is for each place of a sequence, or of a picture, does not fit what came in. "
        "Along axis {axis} the sizes are {a} and {b}.",
        "",
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
        ways=ways("""
            a text longer than the model: Cut it: tokenizer(text, truncation=True, max_length=512),
                or split it.
            pictures of another size: Resize them to the size that the model names.
            a table of your own, (length, n): Make it longer, and slice it: x + pe[: x.size(1)] for
                x of (batch, length, n).
        """),
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
        "The mask that was given for attention does not fit the scores, which have a row and a "
        "column for each place. Along axis {axis} the sizes are {a} and {b}.",
        "",
        None,
        recorded=(
            "    attn_output_weights += attn_mask\nRuntimeError: The size of tensor a (20) must "
            "match the size of tensor b (95) at non-singleton dimension 2",
        ),
        when=lambda found: "+= attn_mask" in f"{found.code}\n{found.before[-200:]}",
        more=_misfit,
        table=conflict,
        command="broadcast {a_} {b_}",
        ways=ways("""
            the mask marks padding: Name it: src_key_padding_mask=mask, with the shape (batch,
                length) and True where filling stands.
            x is (batch, length, features): Give the layer batch_first=True, or x.transpose(0, 1):
                else axis 0 is read as the length.
        """),
    ),
    Entry(
        A_AND_B[0],
        "broadcast misfit",
        "This loss compares the outputs with the targets number by number, as nn.MSELoss does, and "
        "their shapes do not broadcast. Along axis {axis} the sizes are {a} and {b}.",
        "",
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
        ways=ways("""
            class labels, (batch,): Take F.cross_entropy(out, y), or F.one_hot(y, n).float() for y.
            out.numel() == y.numel(): Write y.reshape(out.shape).
            out has other columns: Give the last layer as many outputs: nn.Linear(n, y.shape[1]).
            y holds pictures: Fit out: F.interpolate(out, size=y.shape[2:]).
        """),
    ),
    Entry(
        A_AND_B[0],
        "broadcast misfit",
        "A mask, or a condition, is laid over a tensor from the last axis on, and the two shapes "
        "do not broadcast. Along axis {axis}, counted from the left of the longer shape, the sizes "
        "are {a} and {b}.",
        "",
        "x, mask = torch.ones(4, 3, 2), torch.ones(4, 3)\ny = x.masked_select(mask == 1)",
        when=_masked,
        more=_misfit,
        table=conflict,
        ways=ways("""
            the mask lacks the last axis: Write mask.unsqueeze(-1), or, with a mask of truth values,
                x[mask].
            it marks padding, (batch, length): Over scores of (batch, heads, length, length) write
                mask[:, None, None, :].
            only a length or batch differs: Make the mask from this batch's own tensor.
        """),
    ),
    Entry(
        (
            "The size of tensor a ({a:int}) must match the size of tensor b ({b:int}) at "
            "non-singleton dimension {axis:int}",
            "inconsistent tensor size, expected {:name} [{a_shape:text}], {:name} [{b_shape:text}] "
            "and",
            "sizes do not match at",
            "invalid argument {:int}: sizes do not match",
            "The size of tensor a ({a:int}) must match the size of tensor b ({b:int})",
            "The size of tensor a must match the size of tensor b",
        ),
        "broadcast misfit",
        "Two shapes do not broadcast. The sizes are {a} and {b}, along axis {axis}, counted from "
        "the left of the longer shape.",
        "Print both shapes.",
        "torch.ones(2, 3, 4, 5) + torch.ones(2, 3, 4, 9)",
        recorded=(
            "RuntimeError: The size of tensor a (224) must match the size of tensor b (3) at "
            "non-singleton dimension 0",
            "RuntimeError: The size of tensor a (5) must match the size of tensor b (3) at "
            "non-singleton dimension 0",
            "RuntimeError: The size of tensor a (549) must match the size of tensor b (512) at "
            "non-singleton dimension 1",
            '  File "train.py", line 182, in train\n    acc = np.mean((output == '
            "label).astype(int))\nRuntimeError: The size of tensor a (1000) must match the size of "
            "tensor b (16) at non-singleton dimension 1",
        ),
        more=_misfit,
        table=conflict,
        command="broadcast {a_} {b_}",
        ways=ways("""
            in Normalize: Put ToTensor() in front: {height} is read as the number of channels, which
                stand first there.
            in Normalize, a detector: Write picture.convert("RGB"), or give {bands} means, in a
                detector image_mean= and {bands} channels.
            a text of {tokens} tokens: Write tokenizer(text, truncation=True, max_length=512), or
                take a model for longer texts.
            axis {zero} is the batch: Make states, masks and noise with x.size(0): the last batch
                may be smaller.
            predictions against y: Write out.argmax(1): argmax({zero}) mixes the batch.
            axis {one} counts classes: Take F.cross_entropy(out, y) for labels, and count by
                out.argmax(1) == y; a one-hot y is y.argmax(1) there.
            y has one number a row: Write y.unsqueeze({one}), which is a column.
            axis {one} counts channels: Give both maps equally many.
            axis {length} is a length: Cut or pad both to one length.
            axis {edge} is a picture's: Resize both to one size, multiples of 32 for a U-Net, or
                write F.interpolate(out, size=y.shape[2:]).
            nn.Linear at the end: Write nn.ConvTranspose2d: it gives axis {edge}.
            axis {two} counts features: Give both as many: a bidirectional LSTM gives 2 ·
                hidden_size.
            axis {edge} is a text's: Make masks and views with x.size(0), x.size(1).
            a config sets axis {set}: Take the one for training, and one input size.
        """),
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
        "What is written in place is never stretched. A result of shape [{value}] does not fit "
        "into [{target}].",
        "",
        "y = torch.ones(2)\ny += torch.ones(3, 2)",
        recorded=(
            'File "/site-packages/torch_geometric/nn/conv/graph_conv.py", line 85, in forward\n'
            "    out += self.lin_root(x_r)\nRuntimeError: output with shape [128] doesn't match "
            "the broadcast shape [2239, 128]",
            "RuntimeError: output with shape [1, 28, 28] doesn't match the broadcast shape "
            "[3, 28, 28]",
        ),
        more=_in_place,
        table=fitting,
        command="broadcast {target_} {value_}",
        ways=(
            Way(
                "in Normalize",
                "Write transforms.Normalize((0.5,), (0.5,)), or make {channels} channels: "
                'picture.convert("RGB").',
            ),
            Way(
                "a library's line",
                "Try another release, and print what you hand to it.",
                when=by_library,
            ),
            *ways("""
                y += x, and y may grow: Write y = y + x.
                y += x, and y may not: Make x smaller, as by x.sum(0) or x.squeeze(0).
            """),
        ),
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
        (*EXPANDED, "incorrect size: only supporting singleton expansion (size=1)"),
        "broadcast target",
        "A target that is written in place, or the argument of expand, is never stretched to fit. "
        "Along axis {axis} there are {there} numbers for {room} places.",
        "",
        "y = torch.ones(2, 2)\ny[:] = torch.ones(3)",
        recorded=(
            "RuntimeError: The expanded size of the tensor (320) must match the existing size "
            "(224) at non-singleton dimension 2",
            "RuntimeError: The expanded size of the tensor (637) must match the existing size "
            "(514) at non-singleton dimension 1",
            '  File "a.py", line 2, in <module>\n    y[:] = x[:, 6:12]\nRuntimeError: The '
            "expanded size of the tensor (6) must match the existing size (3) at non-singleton "
            "dimension 1.  Target sizes: [2, 6].  Tensor sizes: [2, 3]",
        ),
        more=_stretched,
        table=fitting,
        command="broadcast {target_} {value_}",
        ways=(
            Way(
                "a slice, cut short to {cut}",
                "Print its ends and x.shape. Pad x first, F.pad(x, (0, n)), or fill a part of the "
                "place: y[:, :n] = ….",
                when=_cut_short,
            ),
            *ways("""
                a text of {tokens} tokens: Cut it: tokenizer(text, truncation=True,
                    max_length=512).
                pictures, axis {edge}: Resize all to one size, or pad: F.pad(x, (0, w -
                    x.shape[2], 0, h - x.shape[1])). A detector takes model(list(images)).
                (n, c) over {maps} axes: Write x[:, :, None, None].
                unequal sequences: Cut them, or pad: F.pad(x, (0, n)). pad_sequence pads axis 0,
                    so give it x.T if x is (features, time).
                y[:] = x, any shape: Write y = x.
                expand, to copy: Write x.repeat(2, 1).
            """),
        ),
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
        "",
        "torch.ones(2, 3).expand(3)",
        ways=ways("""
            x[i] = v, and v has axes of size 1: Write v.reshape(x[i].shape), and v.item() for a
                single number.
            x[i] = v, and v has several numbers: Choose one, v[0], or more places: x[i, :] = v.
                max(dim=…) gives values and indices: take .values.
            expand: Give one size for each axis; -1 keeps one as it is.
            a library's line: Try a newer release of the library.
        """),
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
        "{name} do not: as after a transpose, permute, expand or slice.",
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
        "picture may be smaller than a window, or the axes another way round.",
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
        "The table of positions holds {size} numbers, and the shape that it is to get, [{shape}], "
        "does not take as many.",
        "Print the table's shape, and what the [{shape}] is computed from.",
        None,
        recorded=(
            '  File "swin_helpers.py", line 32, in adapt\n    pos_embed = pos_embed.transpose(0, '
            "1).view(-1, before, before)\nRuntimeError: shape '[-1, 23, 23]' is invalid for input "
            "of size 4900",
        ),
        when=lambda found: (
            re.search(
                r"(?:pos\w*_?emb\w*|position_bias\w*)(?:\.\w+\([^()]*\))*\.(?:view|reshape)\(",
                found.line,
            )
            is not None
        ),
        ways=ways("""
            it comes from a checkpoint: Write in the configuration the image size, patch and window
                that the checkpoint was trained with, or take the checkpoint for yours.
            a class token is in it: Take it out before: pos_embed[:, 1:] where it stands in front.
        """),
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
        "view and reshape keep all numbers, and the new shape does not take as many as there are. "
        "The shape [{shape}] has room for {room}, and there are {size}. {size} = {times} · {room}. "
        "For -1 PyTorch takes {size} divided by {divisor}, and {size} is no multiple of "
        "{divisor}.",
        "Print x.shape before the line.",
        "torch.ones(6).view(4, 2)",
        recorded=(
            "RuntimeError: invalid argument 2: size '[-1 x 400]' is invalid for input with 179776 "
            "elements at ../aten/src/TH/THStorageFunctions.cpp:84",
            "RuntimeError: shape [5, -1, 32783] invalid for input of size 655360",
            "RuntimeError: shape '[-1, 1031]' is invalid for input of size 900",
            "RuntimeError: shape '[-1, 14, 14, 192]' is invalid for input of size 37824",
            "RuntimeError: shape '[1, 3, 16, 16]' is invalid for input of size 1024",
            "RuntimeError: shape '[256]' is invalid for input of size 2560",
        ),
        more=_reshaped,
        ways=ways("""
            {batch} is the batch size: This batch has {there} samples: write x.size(0), or -1, in
                place of {batch}.
            {lost} is the batch size: Keep the batch axis: x.reshape(-1, {shape}), or x.flatten(1)
                to lay all others into one.
            an axis of {one_more} in x.shape: Take one place of it before, x.select(axis, 0), or
                write it into the new shape.
            a picture with opacity: It has {opaque} channels: write convert("RGB").
            places of a vision transformer: {parts} rows for {grid} parts: take the class token out
                before, x[:, {more}:], where it stands in front, and put it back behind.
            {words} is a vocabulary: Take model and tokenizer of one name, and call
                model.resize_token_embeddings(len(tokenizer)) after adding words.
            {classes} is a number of classes: Give the last layer, in transformers num_labels, and
                each row of labels as many.
            x is (samples, features): Leave the line out, and give the next layer, or input_dim,
                x.shape[1] in place of {row}.
            behind convolutions: Write x.flatten(1), and give the next nn.Linear x.shape[1] inputs.
                Else resize the pictures to what the network is for, or change its fixed sizes.
            pictures come in: Write convert("L") for 1 channel, convert("RGB") for 3, and Resize((h,
                w)).
            {fixed} is the batch size: The last batch may be smaller: write x.size(0).
        """),
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
            JOINED + "Got {a:int} and {b:int} in dimension {other:int}",
            UNLIKE,
            JOINED + "Expected size {a:int} but got size {b:int}",
            JOINED + "Got {a:int} and {b:int}",
            UNLIKE.replace("tensors", "tensor"),
            JOINED.replace("tensors", "tensor") + "Expected size {a:int} but got size {b:int}",
            "Sizes of tensors must match except in dimension {axis:int}",
            "Sizes of tensors must match except in dimension",
        ),
        "tensor cat",
        "Tensors that are joined need the same size along every axis but the one they are joined "
        "along. That is axis {along}. Along axis {other} the sizes are {a} and {b}. Along another "
        "axis the sizes are {one} and {two}.",
        "",
        "torch.cat([torch.ones(2, 3), torch.ones(3, 3)], 1)",
        recorded=(
            "RuntimeError: invalid argument 0: Sizes of tensors must match except in dimension 1. "
            "Got 7 and 6 in dimension 2 (The offending index is 1)",
            "RuntimeError: Sizes of tensors must match except in dimension 1. Got 7 and 6",
            # PyTorch 1.6 to 1.10 on a GPU: the number is that of the axis that differs.
            "RuntimeError: Sizes of tensors must match except in dimension 2. Got 1024 and 910 "
            "(The offending index is 0)",
            "RuntimeError: invalid argument 0: Sizes of tensors must match except in dimension 0. "
            "Got 3 and 1 in dimension 1",
            "Sizes of tensor must match except in dimension 2. Got 48 and 49 (The offending index "
            "is 0).",
            "RuntimeError: Sizes of tensors must match except in dimension 1. Got 5 and 1 in "
            "dimension 0",
            '  File "/site-packages/torch/utils/data/_utils/collate.py", line 55, in '
            "default_collate\n    return torch.stack(batch, 0, out=out)\nRuntimeError: invalid "
            "argument 0: Sizes of tensors must match except in dimension 0. Got 576 and 640 in "
            "dimension 2 at /pytorch/aten/src/TH/generic/THTensor.cpp:612",
        ),
        more=_joined,
        ways=(
            Way(
                "some pictures are grey",
                'Write Image.open(path).convert("RGB"), which makes {channels} channels of each.',
                when=lambda found: _collated(found) and "channels" in _joined(found),
            ),
            Way(
                "{edges} of a graph",
                "Print x.shape, (nodes, features), and edge_index.shape, (2, edges): "
                "edge_index.t() for (edges, 2).",
            ),
            Way(
                "samples of a batch",
                "Write Resize((224, 224)) for pictures, for texts "
                'padding="max_length", truncation=True, or a collate_fn with pad_sequence.',
                when=_collated,
            ),
            *ways("""
                maps, as in a U-Net: Along axis {maps} write F.interpolate(a, size=b.shape[2:]),
                    or take pictures whose sizes are multiples of 32. output_padding=1 in
                    nn.ConvTranspose2d adds a row.
                a vector as {row} row: Make it a column, x.unsqueeze(1), or repeat the row:
                    x.expand(n, -1).
                a size of {single}: cat stretches none: write x.repeat(…) before.
                another axis was meant: Name it: torch.cat([a, b], dim=…).
            """),
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
        (
            STACKED,
            "stack expects each tensor to be equal size",
        ),
        "tensor cat",
        "A stack, as a DataLoader makes of a batch, needs tensors of one shape. Number {i} has the "
        "shape [{a}], and number {j} has [{b}].",
        "",
        "torch.stack([torch.ones(2), torch.ones(3)])",
        recorded=(
            "RuntimeError: stack expects each tensor to be equal size, but got [3, 256, 341] at "
            "entry 0 and [3, 256, 386] at entry 1",
            "RuntimeError: stack expects each tensor to be equal size, but got [3, 20, 24] at "
            "entry 0 and [1, 20, 24] at entry 1",
            "RuntimeError: stack expects each tensor to be equal size, but got [2, 3] at entry 0 "
            "and [3] at entry 1",
        ),
        more=_stacked,
        ways=ways("""
            some pictures are grey: Write Image.open(path).convert("RGB"), which makes {channels}
                channels of each.
            pictures, as {picture}: Write Resize((224, 224)), where one number alone sets the
                shorter side, and see that the Dataset calls it.
            texts, or sequences: Give the tokenizer padding="max_length", truncation=True, or the
                DataLoader a collate_fn with pad_sequence.
            boxes, or lists: Write collate_fn=lambda batch: tuple(zip(*batch)).
            axes of size {one} are to be repeated: Write torch.stack(torch.broadcast_tensors(x, y)).
            one more row, [{row}]: Write torch.cat([x, y.unsqueeze(0)]), or stack once behind the
                loop.
            {first} is the batch size: Write x.shape[0]: the last may be smaller. To join them write
                torch.cat.
        """),
    ),
    Entry(
        (
            "Tensors must have same number of dimensions: got {a:int} and {b:int}",
            "invalid argument 0: Tensors must have same number of dimensions: got {a:int} and "
            "{b:int}",
        ),
        "tensor cat",
        "Tensors that are joined need equally many axes. Here one has {a} and another {b}.",
        "Print both shapes.",
        "torch.cat([torch.ones(2), torch.ones(2, 3)])",
        ways=ways("""
            an axis is missing: Give the one with fewer an axis of size 1 there: x.unsqueeze(0) in
                front, x.unsqueeze(-1) behind.
            an axis of size 1 is too much: Take it off: x.squeeze(1) where it is axis 1.
            a map of pictures and a vector: Write x.flatten(1) for the map.
        """),
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
        "Where that may be, test the list first: if parts:.",
        "torch.cat([])",
        ways=ways("""
            a loop fills it: Print len(…) of what the loop goes through: a folder or a DataLoader
                may be empty.
            an if in the loop: Print what it leaves out. Where that is nan, compute in bfloat16 or
                float32 in place of float16.
            boxes, or matches: Leave out pictures that have none.
        """),
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
        "Print the shape, and name each axis.",
        "torch.ones(3).permute(1, 0)",
        ways=ways("""
            a picture, with channels last: Write x.permute(2, 0, 1), for a batch x.permute(0, 3, 1,
                2).
            a grey picture: It may have two axes: x.unsqueeze(-1) adds its channel.
            a library's file asks: Give it the axes that it was made for: x.squeeze(1) takes one of
                size 1 out, as of tokens for CLIP, and x.unsqueeze(0) adds a batch.
        """),
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
        "The tensor has no such axis. There is no axis {axis}: {axes}.",
        "Print the shape of what goes in.",
        "torch.ones(6).sum(3)",
        recorded=(
            '  File "a.py", line 3, in f\n    c = torch.mm(a, b)\nIndexError: Dimension out of '
            "range (expected to be in range of [-1, 0], but got 1)",
            "IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)",
            "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
            "IndexError: Dimension out of range (expected to be in range of [-1, 0], but got -2)",
            "IndexError: Dimension out of range (expected to be in range of [-4, 3], but got 64)",
        ),
        more=_no_axis,
        ways=(
            Way(
                "{size} is a size",
                "Sizes go into view or reshape; flatten, squeeze and softmax take an axis.",
                when=lambda found: not -8 <= found.number("axis") <= 8,
            ),
            Way(
                "in a loss over classes",
                "It wants out as (batch, classes), so with axis {second}: leave out view(-1), "
                "squeeze(), argmax or [0] before.",
                when=_over_classes,
            ),
            Way(
                "in cosine_similarity",
                "As in F.normalize, axis {second} is taken if none is named: write dim=-1.",
                when=_normalises,
            ),
            Way(
                "in torch.cat",
                "Vectors have no axis {second}: write dim=0, or torch.stack.",
                when=lambda found: re.fullmatch(r"[^(]*\bcat\([^(]*\)", found.line) is not None,
            ),
            *ways("""
                one output a sample: Write out > 0 in place of argmax over axis {second}.
                in bmm: Write @, which takes matrices, too, and needs no axis {third}.
                in transpose(1, 2): Write transpose(-2, -1), which needs no axis {third}.
                a sequence without features: They are axis {third}: x.unsqueeze(-1) for single
                    values, nn.Embedding for words.
                nodes of a graph: Axis {but_one} are the nodes: write x.unsqueeze(-1).
                one sample alone: Write x.unsqueeze(0) before the model, and x.flatten(1), no
                    x.flatten(), in it.
                in unsqueeze or stack: With the axis that they make the last is {made}.
            """),
        ),
    ),
    Entry(
        (
            "Dimension specified as {axis:int} but tensor has no dimensions",
            "dimension specified as {axis:int} but tensor has no dimensions",
        ),
        "linalg reduce",
        "The tensor holds one number and has no axes. So there is no axis {axis}.",
        "Print the shape where it is made.",
        None,
        recorded=("IndexError: Dimension specified as 0 but tensor has no dimensions",),
        ways=ways("""
            a loop over a Dataset: Its labels are single numbers: go over a DataLoader, which makes
                batches.
            behind squeeze(): A batch of one loses its axis: squeeze(1) keeps the batch.
            a single number is meant: Give it an axis: x.reshape(1).
        """),
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
        "",
        "torch.zeros(2, -1)",
        since=(2, 13),
        recorded=("RuntimeError: Trying to create tensor with negative dimension -1: [-1, 3]",),
        ways=ways("""
            a size is computed: Print it: a difference may be below 0.
            -1 is written: Write a number: torch.zeros and layers take no -1.
            a quantized tensor is reshaped: Where each channel has a scale of its own write
                x.dequantize() before.
            from pytorch_transformers: Take its successor: python -m pip install transformers.
        """),
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
