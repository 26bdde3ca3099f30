"""Losses: the type and the shape of targets, batch sizes, class numbers."""

from __future__ import annotations

import re
from math import prod

from ..entry import Entry, Found, Way
from .ways import ways

NO_BATCH = (
    "The outputs have no batch axis, so they are read as the scores of one sample. There are "
    "{size} labels."
)

NO_BATCH_WAYS = ways("""
    squeeze or flatten in forward: Write x.flatten(1), and x.squeeze(1) for squeeze(): outputs are
        (batch, classes).
    one sample, without a batch axis: Write F.cross_entropy(out.reshape(1, -1), y.reshape(1)).
    one output for each sample: Write F.binary_cross_entropy_with_logits(out, y.float()) for two
        classes, F.mse_loss(out, y.float()) for measured numbers.
    loss_fn(y, out), or an argmax before it: Hand over the scores of all classes first: loss_fn(out,
        y).
""")

PICTURES = (
    "A loss compares number by number, and the pictures have different heights and widths: the "
    "outputs have [{value}], and the targets [{target}]."
)

SEVERAL = Way("several 1 in a row", "Write F.binary_cross_entropy_with_logits(out, y.float()).")
MEASURED = Way("measured numbers", "Write F.mse_loss(out, y.float()).")
AXIS_0 = Way(
    "axis 0 changes in forward",
    "Print x.shape along it. Write x.flatten(1) there, with nn.Linear(x.shape[1], …) behind it.",
)
LAST = Way(
    "at the last batch alone",
    "Write x.size(0) for fixed sizes, as in torch.ones(x.size(0), 1), or drop_last=True in the "
    "DataLoader.",
)
RECURRENT = Way("a recurrent layer", "Give it batch_first=True: without it axis 0 is time.")
FEWER = Way(
    "fewer outputs than classes",
    "Give the last layer one for each: nn.Linear(n, classes), or num_labels=classes in "
    "transformers.",
)
OUTSIDE = (
    "Labels are class numbers from 0 up to the number of outputs less 1, and one lies outside. "
    "It is {label}."
)

ONE_LABEL = (
    "There is one label for each sample, and the outputs have axes behind those of batch and "
    "classes: scores for each place of a sequence, or for each point of a picture."
)

ONE_LABEL_OUT = "Print out.shape, which should be (batch, classes) here."
ONE_LABEL_WAYS = ways("""
    a recurrent layer, or a sequence: Take one step: out[:, -1], if axis 0 is the batch.
    convolutions, or pictures: Write x.flatten(1), and nn.Linear(x.shape[1], classes) last.
    an axis of size 1: Write out.squeeze(-1), where it is the last one.
""")


def _laid_together(found: Found) -> bool:
    """Whether the targets are a multiple of the outputs along axis 0, and else alike."""
    target, value = found.shape("target"), found.shape("value")
    if not target or not value or min(target[0], value[0]) < 2 or target[0] == value[0]:
        return False
    alike = [size for size in target[1:] if size != 1] == [size for size in value[1:] if size != 1]
    return alike and target[0] % value[0] == 0


def _more_times(found: Found) -> dict[str, str]:
    small, large = sorted((found.number("a"), found.number("b")))
    fits = small > 1 and large % small == 0
    return {"times": str(large // small), "small": str(small), "large": str(large)} if fits else {}


HUGE = 1_000_000  # no class number is as large as that


def _of_pictures(found: Found) -> bool:
    """Whether the labels are masks: the message, or a line, names the loss for pictures."""
    return "Spatial" in found.fields.get("file", "") or found.calls("nll_loss2d")


def _without_ones(shape: list[int]) -> list[int]:
    return [size for size in shape if size != 1]


def _other_batch(found: Found) -> bool:
    """Whether axis 0 alone differs."""
    target, value = found.shape("target"), found.shape("value")
    return (
        len(target) == len(value) > 0 and 0 < target[0] != value[0] > 0 and target[1:] == value[1:]
    )


def _classes_to_1(found: Found) -> dict[str, str]:
    """How permute brings the last axis of the outputs, the classes, to axis 1."""
    axes = max(found["a"].count(",") + 1, 2)
    return {"order": ", ".join(map(str, (0, axes, *range(1, axes))))}


def _shapes(found: Found) -> dict[str, str]:
    """The shapes of outputs and targets as they can be typed."""
    return {name + "_": found[name].replace(" ", "") for name in ("value", "target")}


def _one_axis_more(found: Found) -> int:
    """The axis of size 1 that the outputs have and the targets do not; -1 without one."""
    value, target = found.shape("value"), found.shape("target")
    places = [at for at, size in enumerate(value) if size == 1]
    return next((at for at in reversed(places) if value[:at] + value[at + 1 :] == target), -1)


def _counts(found: Found) -> dict[str, str]:
    """How many channels a mask may have, if it was read in colours."""
    three = found.number("target") == 3 * found.number("value")
    return {"colours": "3"} if three else {}


def _mask_axes(found: Found) -> int:
    """How many axes the labels of pictures have."""
    return found.number("axes") if "axes" in found.fields else len(found.shape("shape"))


NUMBERS = (
    "Target and input must have the same number of elements. target nelement ({target:int}) != "
    "input nelement ({value:int})",
)
# Targets and outputs of other shapes, in the words of two losses.
OTHER_SIZES = (
    "Using a target size (torch.Size([{target:shape}])) that is different to the input "
    "size (torch.Size([{value:shape}]))",
    "Target size (torch.Size([{target:shape}])) must be the same as input size "
    "(torch.Size([{value:shape}]))",
)
LIKE_SIZES = (
    "Using a target size (torch.Size([{target:shape}])) that is different to the input "
    "size (torch.Size([{value:shape}])). This will likely lead to incorrect results due to "
    "broadcasting",
    *OTHER_SIZES,
)


LOSSES = (
    Entry(
        (
            "0D or 1D target tensor expected, multi-target not supported",
            "1D target tensor expected, multi-target not supported",
            "multi-target not supported",
        ),
        "tensor shape",
        "Labels are one class number for each sample, so they have one axis, (batch,), and these "
        "have more.",
        "Print y.shape.",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3), torch.ones(2, 1).long())",
        recorded=(
            "RuntimeError: multi-target not supported at "
            "/pytorch/aten/src/THNN/generic/ClassNLLCriterion.c:22",
        ),
        ways=(
            *ways("""
                one-hot rows: Write F.cross_entropy(out, y.argmax(dim=1)).
                a column, (batch, 1): Write y.squeeze(1).long().
            """),
            SEVERAL,
            Way("loss_fn(y, out)", "Hand over the outputs first: loss_fn(out, y)."),
            MEASURED,
            Way("a label for each place", "Give the model scores of (batch, classes, places)."),
        ),
    ),
    Entry(
        "Expected floating point type for target with class probabilities, got {kind:type}",
        "tensor dtypes",
        "Targets of the outputs' own shape are read as probabilities of each class, which are "
        "floats. Their type is {kind}.",
        "",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3), torch.ones(2, 3).long())",
        ways=(
            *ways("""
                one-hot labels: Write y.float(), or y.argmax(dim=1) for class numbers.
                class numbers: Make the outputs (batch, classes): leave out an argmax or squeeze
                    before the loss.
            """),
            SEVERAL,
        ),
    ),
    Entry(
        "Expected input batch_size ({a:int}) to match target batch_size ({b:int})",
        "tensor reshape",
        "There are {a} outputs and {b} labels: one side is empty, or the label is one number "
        "without an axis, which counts as 0 here.",
        "Print both shapes. A single number becomes a label by y.reshape(1). Otherwise find out "
        "why nothing is left: a mask may be False everywhere, a slice y[1:] empty, or the data set "
        "have no labels.",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(2, 3), torch.ones(0).long())",
        when=lambda found: 0 in (found.number("a"), found.number("b")),
    ),
    Entry(
        (
            "Expected input batch_size ({a:int}) to match target batch_size ({b:int})",
            "Expected input batch_size",
            "Expected input batch size",
        ),
        "tensor reshape",
        "The loss takes one label for each row of outputs. There are {a} outputs for {b} labels. "
        "{large} = {times} · {small}.",
        "",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(2, 3), torch.ones(6).long())",
        more=_more_times,
        recorded=("ValueError: Expected input batch_size doesn't match target",),
        ways=(
            AXIS_0,
            *ways("""
                another batch or name in y: Take outputs and labels of one turn of the loop, and
                    x.size(0) for a fixed size.
                a sequence: Write batch_first=True. Take one step, out[:, -1], or, with a label
                    for each, out.reshape(-1, classes).
                several numbers a sample: Write y.argmax(dim=1) for one-hot rows. Take
                    F.binary_cross_entropy_with_logits for several classes, F.mse_loss for
                    measured numbers.
            """),
        ),
    ),
    Entry(
        (
            "Expected target size ({a:shape}), got torch.Size([{b:shape}])",
            "Expected target size [{a:shape}], got [{b:shape}]",
        ),
        "tensor reshape",
        ONE_LABEL,
        ONE_LABEL_OUT,
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3, 4), torch.ones(2).long())",
        recorded=("RuntimeError: Expected target size [32, 10], got [32]",),
        when=lambda found: len(found.shape("b")) == 1,
        ways=ONE_LABEL_WAYS,
    ),
    Entry(
        (
            "Expected input size ({a:int}) to match target size ({b:int})",
            "Assertion input.size(0) == target.size(0) failed",
            "Expected target size ({a:shape}), got torch.Size([{b:shape}])",
            "Expected target size [{a:shape}], got [{b:shape}]",
            "Expected target size ({a:few}), got torch.Size([{b:few}])",
            "Expected target size [{a:few}], got [{b:few}]",
        ),
        "tensor reshape",
        "The classes are read from axis 1 of the outputs, and the other axes have to be those of "
        "the labels. Wanted is ({a}), and the labels have ({b}).",
        "",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 5, 3), torch.ones(2, 5).long())",
        more=_classes_to_1,
        ways=(
            *ways("""
                classes at the end of out: Write F.cross_entropy(out.permute({order}), y), or
                    out.reshape(-1, classes) with y.reshape(-1).
                classes in y.shape, one-hot: Write y.argmax(dim=1), or y.argmax(dim=-1) where
                    they stand at the end.
                no classes in out.shape: Let the last layer give one score for each class, at
                    axis 1.
                classes in axis 1 of out: Cut or fill up outputs or labels to equally many
                    places.
            """),
            SEVERAL,
        ),
    ),
    Entry(
        (
            "only batches of spatial targets supported (3D tensors) but got targets of "
            "dimension: {axes:int}",
            "only batches of spatial targets supported (3D tensors) but got targets of size: : "
            "[{shape:shape}]",
            "only batches of spatial targets supported (non-empty 3D tensors) but got targets of "
            "size: : [{shape:shape}]",
            "1only batches of spatial targets supported (3D tensors) but got targets of size: : "
            "[{shape:shape}]",
            "1only batches of spatial targets supported (non-empty 3D tensors) but got targets "
            "of size: : [{shape:shape}]",
            "only batches of spatial targets supported",
            "1only batches of spatial targets supported",
        ),
        "tensor shape",
        "Outputs of four axes are scores for each point of a picture, (batch, classes, height, "
        "width), with labels of (batch, height, width). These have {axes} axes. These have the "
        "shape [{shape}].",
        "",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3, 4, 4), torch.ones(2, 1, 4, 4).long())",
        recorded=(
            "RuntimeError: 1only batches of spatial targets supported (3D tensors) but got targets "
            "of size: : [1, 100, 148, 3]",
        ),
        ways=(
            Way(
                "one label for each picture",
                "Write x.flatten(1), and nn.Linear(x.shape[1], classes) last, so that out is "
                "(batch, classes).",
                when=lambda found: _mask_axes(found) < 3,
            ),
            Way(
                "a mask without a batch axis",
                "Write y.unsqueeze(0).",
                when=lambda found: _mask_axes(found) == 2,
            ),
            Way(
                "an axis of size 1 in y.shape",
                "Write y.squeeze(1).long().",
                when=lambda found: _mask_axes(found) > 3 and found.shape("shape")[1:2] == [1],
            ),
            Way(
                "one-hot masks",
                "Write y.argmax(dim=1), the axis of the classes.",
                when=lambda found: _mask_axes(found) > 3 and found.shape("shape")[1:2] != [1],
            ),
            Way(
                "read in colours",
                'Write Image.open(path).convert("L"), if the grey values are class numbers.',
                when=lambda found: (
                    _mask_axes(found) > 3 and not {3, 4}.isdisjoint(found.shape("shape"))
                ),
            ),
        ),
    ),
    Entry(
        "Expected 2 or 4 dimensions (got {axes:int})",
        "tensor shape",
        "A loss over classes, as PyTorch 0.3 and older have it, takes outputs of the shape (batch, "
        "classes), or (batch, classes, height, width). These outputs have {axes} axes.",
        "Print out.size() and y.size().",
        None,
        recorded=(
            "ValueError: Expected 2 or 4 dimensions (got 1)",
            "ValueError: Expected 2 or 4 dimensions (got 3)",
        ),
        ways=(
            *ways(
                """
                one sample, or one word of a decoder: Write criterion(out.unsqueeze(0), y), with
                    y of the size 1; decoder_output[0] may be one [0] too many.
                squeeze, or view(-1), in forward: Leave it out: outputs are (batch, classes).
            """,
                lambda found: found["axes"] == "1",
            ),
            *ways(
                """
                sequences: Write criterion(out.view(-1, classes), y.view(-1)), with the classes
                    last.
                one picture: Write criterion(out.unsqueeze(0), y.unsqueeze(0)).
            """,
                lambda found: found["axes"] == "3",
            ),
        ),
    ),
    Entry(
        "Expected 2 or more dimensions (got {axes:int})",
        "tensor shape",
        "A loss over classes takes one row of scores for each sample, (batch, classes). These "
        "outputs have {axes} axes.",
        "",
        None,
        recorded=("ValueError: Expected 2 or more dimensions (got 1)",),
        ways=NO_BATCH_WAYS,
    ),
    Entry(
        "Expected 1 or more dimensions (got 0)",
        "tensor shape",
        "A loss over classes takes the scores of all classes, (batch, classes). These outputs are "
        "a single number.",
        "",
        "import torch.nn.functional as F\nF.nll_loss(torch.tensor(1.0), torch.tensor(1))",
        ways=ways("""
            mean(), argmax() or max() before it: Hand over the scores themselves: loss_fn(out, y).
            loss_fn(y, out): The outputs stand first: loss_fn(out, y).
            squeeze() or an index, out[0, 0]: Leave it out: out.shape is (batch, classes).
            one measured number: Write F.mse_loss(out, y.float()).
        """),
    ),
    Entry(
        (
            "For 1D input, 1D target must have size 1, but got target size: {size:int}",
            "size mismatch (got input: [{a:shape}], target: [{size:shape}]",
        ),
        "tensor shape",
        NO_BATCH,
        "",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(3), torch.ones(2).long())",
        since=(2, 13),
        recorded=("ValueError: size mismatch (got input: [3], target: [2])",),
        when=lambda found: (
            "a" not in found.fields or len(found.shape("a")) == len(found.shape("size")) == 1
        ),
        ways=NO_BATCH_WAYS,
    ),
    Entry(
        (
            "size mismatch (got input: [{a:shape}] , target: [{b:shape}]",
            "size mismatch (got input: [{a:shape}], target: [{b:shape}]",
        ),
        "tensor shape",
        "Each sample has one label, and there are not equally many. The outputs have the shape "
        "[{a}], and the labels [{b}].",
        "Print both shapes, and keep the batch axis in the model: x.flatten(1) in place of "
        "x.view(-1, n). If they are equal in other batches, perhaps outputs and labels come from "
        "different ones.",
        None,
        recorded=("RuntimeError: size mismatch (got input: [2, 3], target: [4])",),
        when=lambda found: len(found.shape("a")) == 2,
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
        "Outputs and labels of pictures need one batch size, one height and one width. The "
        "outputs have the shape [{a}], and the labels [{b}].",
        "",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3, 4, 4), torch.ones(2, 5, 5).long())",
        ways=ways("""
            height or width differs: Write F.interpolate(out, size=y.shape[-2:]), or resize the
                labels with nearest neighbours.
            the first number differs: Take outputs and labels of one turn of the loop, and look for
                a view in forward that changes axis 0.
        """),
    ),
    Entry(
        (
            "Target {label:int} is out of bounds",
            "Target {label:int} out of bounds at",
            "Assertion 'cur_target >= 0 && cur_target < n_classes' "
            "failed{:text}{file:SpatialClassNLLCriterion}",
            "Assertion 't >= 0 && t < n_classes' failed{:text}{file:SpatialClassNLLCriterion}",
            "{file:SpatialClassNLLCriterion}{:text}Assertion 't >= 0 && t < n_classes' failed",
            "{file:SpatialClassNLLCriterion}{:text}Assertion 'cur_target >= 0 && cur_target < "
            "n_classes' failed",
            "Assertion 'cur_target >= 0 && cur_target < n_classes' failed",
            "Assertion 't >= 0 && t < n_classes' failed",
        ),
        "tensor index",
        OUTSIDE,
        "Print y.unique() and out.shape[1].",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(1, 3), torch.tensor([255]))",
        recorded=(
            "RuntimeError: Assertion `cur_target >= 0 && cur_target < n_classes' failed.  at "
            "/pytorch/aten/src/THNN/generic/SpatialClassNLLCriterion.c:111",
        ),
        when=lambda found: found.fields.get("label") == "255" or _of_pictures(found),
        ways=(
            *ways("""
                0 and 255 alone: Write (y > 127).long().
                255 for what has no label: Give the loss ignore_index=255.
                a mask with many values: Read it without .convert("RGB"), and resize it with
                    nearest neighbours.
                other values with gaps: Count them anew: torch.unique(y, return_inverse=True).
            """),
            FEWER,
        ),
    ),
    Entry(
        ("Target {label:int} is out of bounds", "Target {label:int} out of bounds at"),
        "tensor index",
        "Labels are class numbers from 0 up, and here is a negative one, {label}.",
        "",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(2, 3), torch.tensor([-1, 1]))",
        when=lambda found: -HUGE < found.number("label") < 0,
        ways=ways("""
            it marks what has no label: Write F.cross_entropy(out, y, ignore_index={label}).
            labels -1 and 1: Write (y + 1) // 2.
            y - 1 in the code: Leave it out: the labels begin at 0 already.
            classes of a table, as codes: Look for empty cells, and for classes that only the
                validation data have: -1 stands for both. Compare set(train_labels) with
                set(valid_labels).
        """),
    ),
    Entry(
        (
            "Target {label:int} is out of bounds",
            "Target {label:int} out of bounds at",
            "Assertion `t >= 0 && t < n_classes` failed",
            "Assertion `cur_target >= 0 && cur_target < n_classes' failed",
            "Assertion 'cur_target >= 0 && cur_target < n_classes' failed",
        ),
        "tensor index",
        OUTSIDE,
        "Print y.min(), y.max() and out.shape.",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(2, 3), torch.tensor([3, 5]))",
        more=lambda found: (
            {"minus": "-1"}
            if "label" not in found.fields
            else {"one": "1"}
            if found["label"] == "1"
            else {"huge": found["label"]}
            if abs(found.number("label")) >= HUGE
            else {}
        ),
        ways=(
            Way(
                "out.shape[1] is {one}",
                "Write F.binary_cross_entropy_with_logits(out, y.float().reshape(out.shape)) for "
                "classes 0 and 1, or give the last layer 2 outputs.",
            ),
            FEWER,
            *ways("""
                labels that begin at 1: Write y - 1.
                y.min() is {minus}, of no label: Write F.cross_entropy(out, y,
                    ignore_index={minus}); for a script of transformers install the release that
                    it belongs to.
            """),
            Way(
                "numbers with gaps, or ids",
                "Count them anew over all data: ids, y = torch.unique(y, return_inverse=True).",
                when=lambda found: abs(found.number("label")) >= HUGE,
            ),
            Way("classes not in axis 1 of out", "Make the outputs (batch, classes)."),
            Way(
                "torch.empty, as of {huge}",
                "Write torch.randint(0, classes, (n,)), or torch.tensor.",
                when=lambda found: abs(found.number("label")) >= HUGE,
            ),
        ),
    ),
    Entry(
        "non-empty vector or matrix expected",
        "tensor shape",
        "A loss was given no sample at all: the batch is empty, or a mask or index left nothing.",
        "Test y.numel() > 0 before, and find out why nothing is left.",
        None,
        recorded=(
            "RuntimeError: invalid argument 2: non-empty vector or matrix expected at "
            "/pytorch/aten/src/THCUNN/generic/ClassNLLCriterion.cu:31",
        ),
    ),
    Entry(
        (
            "weight tensor should be defined either for all {classes:int} classes or no "
            "classes but "
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
        (*NUMBERS, "Target and input must have the same number of elements"),
        "broadcast grow",
        "A loss compares number by number, and there are not equally many. There are {value} "
        "outputs and {target} targets.",
        "",
        None,
        recorded=(
            "ValueError: Target and input must have the same number of elements. target nelement "
            "(64) != input nelement (40)",
        ),
        more=_counts,
        ways=(
            *ways("""
                a class number per row: Write F.cross_entropy(out, y.long()), without sigmoid or
                    softmax before.
                rows equal, columns not: Give the last layer as many outputs as a row of y has.
            """),
            AXIS_0,
            Way("outer names in forward", "Let it compute with its own argument."),
            LAST,
            Way("a mask of {colours} channels", 'Write Image.open(path).convert("L").'),
        ),
    ),
    Entry(
        OTHER_SIZES,
        "broadcast grow",
        "A loss compares number by number, and the targets have several channels, [{target}], "
        "where the outputs have one, [{value}].",
        "",
        "import torch.nn.functional as F\n"
        "F.binary_cross_entropy(torch.ones(1, 1, 8, 8), torch.ones(1, 3, 8, 8))",
        when=lambda found: (
            len(found.shape("target")) == 4
            and found.shape("target")[1] in (3, 4)
            and found.shape("value")[1:2] == [1]
            and found.shape("target")[2:] == found.shape("value")[2:]
        ),
        more=_shapes,
        ways=ways("""
            a mask read in colours: Write Image.open(path).convert("L"), and (mask > 0).float() for
                0 and 1.
            colours, or several masks: Give the last layer as many channels.
        """),
        command="broadcast {value_} {target_}",
    ),
    Entry(
        OTHER_SIZES,
        "broadcast grow",
        "A loss compares number by number, and axis 0, the batch as a rule, differs. The outputs "
        "have the shape [{value}], and the targets [{target}].",
        "",
        "import torch.nn.functional as F\n"
        "F.binary_cross_entropy_with_logits(torch.ones(16, 1), torch.ones(176, 1))",
        when=lambda found: _other_batch(found) or _laid_together(found),
        more=_shapes,
        ways=(
            LAST,
            AXIS_0,
            Way("another axis in front", "Write x.transpose(0, 1)."),
            RECURRENT,
            Way(
                "several targets a sample",
                "Do not flatten y, and give the last layer as many outputs.",
            ),
        ),
        command="broadcast {value_} {target_}",
    ),
    Entry(
        OTHER_SIZES,
        "broadcast grow",
        "This loss compares number by number, and each sample has {size} outputs and one target: "
        "the outputs have [{value}], and the targets [{target}].",
        "",
        "import torch.nn.functional as F\nF.binary_cross_entropy(torch.ones(4, 2), torch.ones(4))",
        when=lambda found: (
            len(found.shape("value")) == 2
            and found.shape("value")[1] > 1
            and found.shape("target") in (found.shape("value")[:1], [found.shape("value")[0], 1])
        ),
        more=lambda found: (
            {
                "size": str(found.shape("value")[1]),
            }
            | ({"imagenet": "1000"} if found.shape("value")[1] == 1000 else {})
            | _shapes(found)
        ),
        ways=ways("""
            class numbers: Write F.cross_entropy(out, y.flatten().long()), without sigmoid or
                softmax before.
            0 or 1, or a measured number: Give the last layer one output, nn.Linear(n, 1), and write
                y.float().reshape(out.shape).
            a model of {imagenet} classes: Assign a new last layer, model.fc =
                nn.Linear(model.fc.in_features, n), in VGG model.classifier[6]; setting out_features
                is not enough.
            Q values, one for each action: Write q.gather(1, a.reshape(-1, 1)), with y.reshape(-1,
                1).
        """),
        command="broadcast {value_} {target_}",
    ),
    Entry(
        OTHER_SIZES,
        "broadcast grow",
        "A loss that compares number by number has one output for each target, and here are "
        "{size} for one, in axis 1: the outputs have [{value}], and the targets [{target}].",
        "",
        "import torch.nn.functional as F\n"
        "F.binary_cross_entropy(torch.ones(2, 3, 4, 4), torch.ones(2, 1, 4, 4))",
        when=lambda found: (
            len(found.shape("value")) > 2
            and found.shape("value")[1] > 1
            and [found.shape("value")[0], *found.shape("value")[2:]]
            == [size for at, size in enumerate(found.shape("target")) if (at, size) != (1, 1)]
        ),
        more=lambda found: (
            {
                "size": str(found.shape("value")[1]),
                "y": "y"
                if len(found.shape("target")) < len(found.shape("value"))
                else "y.squeeze(1)",
            }
            | _shapes(found)
        ),
        ways=ways("""
            class numbers: Write F.cross_entropy(out, {y}.long()).
            0 and 1 alone: Give the last layer one channel, and write y.float().reshape(out.shape).
            pictures that should be in colour: Read them with .convert("RGB").
        """),
        command="broadcast {value_} {target_}",
    ),
    Entry(
        OTHER_SIZES,
        "broadcast grow",
        PICTURES,
        "Print x.shape line by line along forward.",
        "import torch.nn.functional as F\n"
        "F.binary_cross_entropy(torch.ones(2, 1, 28, 28), torch.ones(2, 1, 32, 32))",
        when=lambda found: (
            len(found.shape("value")) == len(found.shape("target")) == 4
            and found.shape("value")[:2] == found.shape("target")[:2]
            and found.shape("value")[2:] != found.shape("target")[2:]
            and min(found.shape("value")[2:] + found.shape("target")[2:]) > 1
        ),
        more=_shapes,
        ways=ways("""
            an autoencoder or generator: Let each ConvTranspose2d undo one Conv2d: it gives (n - 1)
                * stride - 2 * padding + kernel_size + output_padding.
            a mask, a map of scores: Write F.interpolate(out, size=y.shape[-2:]).
            pictures that may be resized: Take a height and width that halve evenly, such as 32 or
                64.
        """),
        command="broadcast {value_} {target_}",
    ),
    Entry(
        OTHER_SIZES,
        "broadcast grow",
        "A loss compares number by number, and there are not equally many. The outputs have "
        "[{value}], and the targets [{target}].",
        "",
        "import torch.nn.functional as F\n"
        "F.binary_cross_entropy(torch.ones(2, 7), torch.ones(2, 3))",
        when=lambda found: prod(found.shape("target")) != prod(found.shape("value")),
        more=_shapes,
        ways=ways("""
            the last number differs: Give the last layer as many outputs as there are targets, and
                look at the number of classes in the settings.
            class numbers: Write F.cross_entropy(out, y.long()), with the classes in axis 1 of out.
            the first number differs: Write x.flatten(1) where a view changes axis 0, and take y of
                the same turn of the loop.
            an axis more in out.shape: Take out[:, -1] behind a recurrent layer, or write
                x.flatten(1) in the model.
        """),
        command="broadcast {value_} {target_}",
    ),
    Entry(
        LIKE_SIZES,
        "broadcast grow",
        "Both hold one number, and their shapes differ: the outputs have [{value}], and the "
        "targets [{target}]. As a warning it changes nothing in the result; some losses stop "
        "there.",
        "Write loss(out, y.reshape(out.shape)). Where the targets of a whole batch are taken one "
        "by one, give them an axis first: y.unsqueeze(1) makes a column, whose parts have the "
        "shape (1,).",
        "import torch.nn.functional as F\nF.mse_loss(torch.ones(1), torch.tensor(1.0))",
        when=lambda found: prod(found.shape("target")) == prod(found.shape("value")) == 1,
        command="broadcast grow",
    ),
    Entry(
        LIKE_SIZES,
        "broadcast grow",
        "A loss compares number by number, and the targets have more axes than the outputs, of "
        "size 1: they are [{target}], and the outputs [{value}]. Broadcasting may compare each "
        "with every other.",
        "Give both one shape: loss(out, y.reshape(out.shape)), or y.squeeze(1) for a column. If "
        "the outputs lost an axis by a squeeze or a view(-1) in the model, take that out.",
        "import torch.nn.functional as F\nF.mse_loss(torch.ones(4), torch.ones(4, 1))",
        when=lambda found: (
            len(found.shape("target")) > len(found.shape("value"))
            and _without_ones(found.shape("target")) == _without_ones(found.shape("value"))
        ),
        more=_shapes,
        command="broadcast {value_} {target_}",
    ),
    Entry(
        LIKE_SIZES,
        "broadcast grow",
        "A loss compares number by number, and the outputs have an axis of size 1 that the "
        "targets do not have: they are [{value}], and the targets [{target}]. Broadcasting may "
        "compare each with every other.",
        "Write loss(out, y.unsqueeze({axis}).float()), or loss(out.squeeze({axis}), y.float()). "
        "squeeze() without a number takes the axis of a batch of one away as well.",
        "from torch import nn\nnn.MSELoss()(torch.ones(2, 1), torch.ones(2))",
        when=lambda found: _one_axis_more(found) >= 0,
        more=lambda found: {"axis": str(_one_axis_more(found))} | _shapes(found),
        command="broadcast {value_} {target_}",
    ),
    Entry(
        LIKE_SIZES,
        "broadcast grow",
        "A loss compares number by number, and the shapes differ. The outputs have [{value}], and "
        "the targets [{target}].",
        "Give both one shape: loss(out, y.reshape(out.shape)), if the numbers stand in the same "
        "order. Where the same axes stand in another order permute them: reshape would mix their "
        "numbers.",
        "from torch import nn\nnn.MSELoss()(torch.ones(1, 4), torch.ones(4, 1))",
        more=_shapes,
        command="broadcast {value_} {target_}",
    ),
    Entry(
        (
            "Moving average ignored a value of {nan:nan/inf}{:text}Assertion 'input_val >= zero && "
            "input_val <= one' failed",
            "all elements of input should be between 0 and 1",
            "Assertion `input_val >= zero && input_val <= one` failed",
        ),
        "dice sample",
        "This loss takes probabilities, and the outputs have become nan: training went astray "
        "before, or the data hold nan.",
        "Lower the learning rate or raise it slowly at the start, clip the gradients with "
        "torch.nn.utils.clip_grad_norm_, and compute in float32. Test inputs and targets with "
        "torch.isfinite(x).all(), and go on from a checkpoint whose weights are finite.",
        None,
        recorded=(
            "epoch 3: loss nan\nTraceback (most recent call last):\n"
            '  File "train.py", line 7, in <module>\n    loss = loss_fn(out, y)\n'
            "RuntimeError: all elements of input should be between 0 and 1",
            "Warning: Moving average ignored a value of nan/inf && "
            "/pytorch/aten/src/ATen/native/cuda/Loss.cu:102: operator(): block: [155,0,0], thread: "
            "[33,0,0] Assertion `input_val >= zero && input_val <= one` failed.",
        ),
        when=lambda found: (
            re.search(r"\bnan\b", found.before[-2000:].lower()) is not None or "nan" in found.fields
        ),
    ),
    Entry(
        "all elements of target should be between 0 and 1",
        "dice sample",
        "This loss compares probabilities, so its targets lie between 0 and 1, and these do not.",
        "Print y.min() and y.max().",
        "import torch.nn.functional as F\nF.binary_cross_entropy(torch.ones(2), torch.ones(2) * 3)",
        since=(2, 13),
        ways=ways("""
            class numbers above 1: Write F.cross_entropy(out, y.long()), whose outputs have one
                score for each class.
            classes 1 and 2: Write y - 1.
            a mask or picture, up to 255: Write (mask > 0).float() for 0 and 1, or x / 255.
            -1 and 1: Write (y + 1) / 2.
            pictures after Normalize: Compare with the pictures before it, or take F.mse_loss.
        """),
    ),
    Entry(
        (
            "all elements of input should be between 0 and 1",
            "Assertion `input_val >= zero && input_val <= one` failed",
            "Assertion 'x >= 0. && x <= 1.' failed",
            "Assertion 'input >= 0. && input <= 1.' failed",
            "Assertion `*input >= 0. && *input <= 1.` failed",
            "Assertion *input >= 0. && *input <= 1. failed",
        ),
        "dice sample",
        "This loss takes probabilities, and the outputs are other numbers, or nan.",
        "",
        "import torch.nn.functional as F\n"
        "F.binary_cross_entropy(torch.tensor([2.0]), torch.ones(1))",
        ways=ways("""
            no sigmoid before the loss: Take F.binary_cross_entropy_with_logits
                (nn.BCEWithLogitsLoss), or write loss_fn(torch.sigmoid(out), y).
            torch.isnan(out).any() is True: Lower the learning rate, clip the gradients, and test
                the inputs with torch.isfinite(x).all().
            a sigmoid in forward, and no nan: Print out.min() and out.max(), and see that forward
                returns what the sigmoid gave, and that outputs stand first: loss_fn(out, y).
        """),
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
        "Print log_probs.shape, which is (time, batch, classes): log_probs.permute(1, 0, 2) brings "
        "time to the front. input_lengths count the outputs' steps, behind strides, pooling and "
        "cropping: torch.full((batch,), log_probs.shape[0]), or lengths.clamp(max=len(log_probs)). "
        "target_lengths go up to targets.shape[1].",
        "import torch.nn.functional as F\n"
        "F.ctc_loss(torch.ones(2, 2, 3), torch.ones(2, 2).long(), (5, 5), (2, 2))",
    ),
    Entry(
        "Expected tensor to have size at least {got:int} at dimension {:int}, but got size "
        "{:int}{: |}for argument #2 'targets'",
        "tensor shape",
        "Of target_lengths the largest is {got}, and the tensor of the targets, (batch, letters), "
        "has fewer columns. The size in the message is that of the batch in some releases.",
        "Print targets.shape and target_lengths.",
        "import torch.nn.functional as F\nF.ctc_loss(torch.zeros(20, 8, 5).log_softmax(2), "
        "torch.ones(8, 10).long(), torch.full((8,), 20), torch.full((8,), 12))",
        ways=ways("""
            a length is wrong: Count what was encoded, without a file's ending such as .jpg, and
                before the padding.
            the columns were cut: Make them max(target_lengths) wide.
            all labels in one row: Write torch.cat(targets), with one axis: then the lengths may
                differ.
        """),
        recorded=(
            "RuntimeError: Expected tensor to have size at least 12 at dimension 1, but got size "
            "8for argument #2 'targets' (while checking arguments for ctc_loss_gpu)",
        ),
    ),
    Entry(
        "blank must be in label range",
        "tensor shape",
        "CTC has one class for the gap between letters, blank, which is one of the outputs' "
        "classes, and this number is none of them.",
        "The outputs have one class more than there are letters: print log_probs.shape, and give "
        "blank=0 or the last one, blank=log_probs.shape[-1] - 1. For Wav2Vec2 blank is "
        "pad_token_id: hand vocab_size=len(tokenizer) and pad_token_id=tokenizer.pad_token_id to "
        "from_pretrained.",
        "import torch.nn.functional as F\n"
        "F.ctc_loss(torch.ones(2, 1, 3), torch.ones(1, 1).long(), (2,), (1,), blank=3)",
    ),
    Entry(
        (
            "ignore_index is not supported for floating point target",
            "label_smoothing must be between 0.0 and 1.0. Got: {value:text}",
            "kl_div: Integral inputs not supported",
        ),
        "tensor dtypes",
        "A loss got a setting or a type that it cannot take: ignore_index and class numbers belong "
        "together, label_smoothing lies from 0 to 1, and F.kl_div compares probabilities.",
        "Hand over class numbers, y.argmax(dim=1), where ignore_index is set. Write "
        "label_smoothing=0.1, and for F.kl_div log-probabilities first and probabilities second.",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(2, 3), torch.ones(2, 3), "
        "ignore_index=0)",
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
)
