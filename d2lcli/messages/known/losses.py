"""Losses: the type and the shape of targets, batch sizes, class numbers."""

from __future__ import annotations

import re
from math import prod

from ...language import MESSAGES, mark, tr
from ..entry import Entry, Found

NO_BATCH = (
    "The outputs have no batch axis, so they are read as the scores of one sample. There are "
    "{size} labels."
)

NO_BATCH_OUT = (
    "Outputs have the shape (batch, classes): print out.shape, and look for a squeeze or flatten. "
    "For two classes with one output take F.binary_cross_entropy_with_logits."
)

PICTURES = (
    "A loss compares number by number, and the pictures have different heights and widths: the "
    "outputs have [{value}], and the targets [{target}]."
)

PICTURES_OUT = (
    "Print x.shape line by line along forward. In an autoencoder or generator choose kernel, "
    "stride, padding and output_padding so that each ConvTranspose2d undoes one Conv2d: it gives "
    "(n - 1) * stride - 2 * padding + kernel_size + output_padding. Heights and widths that halve "
    "evenly, such as 32 or 64, come back most easily. For a mask write F.interpolate(out, "
    "size=y.shape[-2:])."
)

ONE_LABEL = (
    "There is one label for each sample, and the outputs have axes behind those of batch and "
    "classes: scores for each place of a sequence, or for each point of a picture."
)

ONE_LABEL_OUT = (
    "Print out.shape, which should be (batch, classes) here. Flatten or average behind "
    "convolutions, nn.AdaptiveAvgPool2d(1) and x.flatten(1); of a recurrent layer take the last "
    "step, out[:, -1] with batch_first=True."
)


def _laid_together(found: Found) -> bool:
    """Whether the targets are a multiple of the outputs along axis 0, and else alike."""
    target, value = found.shape("target"), found.shape("value")
    if not target or not value or min(target[0], value[0]) < 2 or target[0] == value[0]:
        return False
    alike = [size for size in target[1:] if size != 1] == [size for size in value[1:] if size != 1]
    return alike and target[0] % value[0] == 0


def _in_another_axis(found: Found) -> bool:
    """Whether one axis 0 is a multiple of the other, and what follows is the same, with room."""
    target, value = found.shape("target"), found.shape("value")
    if len(target) < 2 or target[1:] != value[1:] or prod(target[1:]) < 2:
        return False
    small, large = sorted((target[0], value[0]))
    return small > 1 and small != large and large % small == 0


def _more_times(found: Found) -> dict[str, str]:
    target, value = found.shape("target"), found.shape("value")
    small, large = sorted((target[0], value[0]))
    return {
        "times": str(large // small),
        "small": str(small),
        "large": str(large),
    } | _shapes(found)


def _times(found: Found) -> dict[str, str]:
    target, value = found.shape("target"), found.shape("value")
    return {
        "times": str(target[0] // value[0]),
        "target_size": str(target[0]),
        "size": str(value[0]),
    } | _shapes(found)


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
    """How many times as many numbers one side has as the other."""
    small, large = sorted((found.number("value"), found.number("target")))
    hint = mark(
        'A mask read in colours has three numbers for one: write Image.open(path).convert("L").'
    )
    hints = {"hint": tr(hint, MESSAGES)} if found.number("target") == 3 * small else {}
    return {"times": str(large // small)} | hints


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
            "only batches of spatial targets supported (3D tensors) but got targets of size: : "
            "[{shape:shape}]",
            "only batches of spatial targets supported (non-empty 3D tensors) but got targets of "
            "size: : [{shape:shape}]",
            "1only batches of spatial targets supported (3D tensors) but got targets of size: : "
            "[{shape:shape}]",
            "1only batches of spatial targets supported (non-empty 3D tensors) but got targets of "
            "size: : [{shape:shape}]",
        ),
        "tensor shape",
        "Labels of pictures are one class number for each point, and these are colours: the mask "
        "was read as a picture with channels. Its shape is [{shape}].",
        'Read the mask with Image.open(path).convert("L"), if its grey values are the class '
        "numbers, and turn colours into class numbers otherwise. Print mask.unique(): the numbers "
        "go from 0 to the number of classes less 1.",
        None,
        recorded=(
            "RuntimeError: 1only batches of spatial targets supported (3D tensors) but got targets "
            "of size: : [1, 100, 148, 3]",
        ),
        when=lambda found: (
            len(found.shape("shape")) == 4
            and found.shape("shape")[-1] in (3, 4)
            and min(found.shape("shape")[1:3]) > 4
        ),
    ),
    Entry(
        (
            "0D or 1D target tensor expected, multi-target not supported",
            "1D target tensor expected, multi-target not supported",
            "multi-target not supported",
        ),
        "tensor shape",
        "Labels are one class number for each sample, so they have one axis, (batch,), and these "
        "have more. One-hot labels, or a column (batch, 1), are such.",
        "Print y.shape. For (batch, classes) with a single 1 in each row write "
        "F.cross_entropy(out, y.argmax(dim=1)), for a column (batch, 1) y.squeeze(1).long(). Rows "
        "with several 1 are for F.binary_cross_entropy_with_logits(out, y.float()). A class number "
        "at each place of a sequence, (batch, places), needs scores for each, (batch, classes, "
        "places). Measured numbers are for F.mse_loss.",
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
        "floats. Their type is {kind}.",
        "One-hot labels: write y.float(), or y.argmax(dim=1) for class numbers. If these are class "
        "numbers, the outputs are not what they should be: they go in as scores (batch, classes), "
        "before any argmax or squeeze.",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3), torch.ones(2, 3).long())",
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
        "Expected input batch_size ({a:int}) to match target batch_size ({b:int})",
        "tensor reshape",
        "There are {times} times as many labels as rows of scores: {b} = {times} · {a}. Perhaps a "
        "view in the model lays {times} samples into one row; perhaps each sample has {times} "
        "labels, laid into one axis; or the labels are those of another batch.",
        "If it fails at the last, smaller batch alone, look at the name of the labels: they come "
        "from this turn of the loop. Else print x.shape line by line along forward: where axis 0 "
        "stops being the batch's size, a view becomes x.flatten(1), with nn.Linear(x.shape[1], …) "
        "behind it. If axis 0 stays, one-hot rows become class numbers by y.argmax(dim=1); several "
        "labels at once are for F.binary_cross_entropy_with_logits(out, y.float()), measured "
        "numbers for F.mse_loss; a label for each place needs scores for each: out.reshape(-1, "
        "classes), y.reshape(-1).",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(2, 3), torch.ones(6).long())",
        when=lambda found: (
            found.number("b") > found.number("a") and found.number("b") % found.number("a") == 0
        ),
        more=lambda found: {"times": str(found.number("b") // found.number("a"))},
    ),
    Entry(
        "Expected input batch_size ({a:int}) to match target batch_size ({b:int})",
        "tensor reshape",
        "There are {times} times as many rows of scores as labels: {a} = {times} · {b}. Perhaps a "
        "view with too small a number cuts each sample into {times} rows; perhaps the model gives "
        "scores for each of {times} places, such as the steps of a sequence; or the two are of "
        "different batches.",
        "Print x.shape line by line along forward, and find where axis 0 stops being the batch's "
        "size. A view there becomes x.flatten(1), with nn.Linear(x.shape[1], …) behind it: a "
        "picture in colour holds 3 · height · width numbers. If a sequence has one label take its "
        "last step, out[:, -1] with batch_first=True, out[-1] without. If it fails at the last, "
        "smaller batch alone, take outputs and labels of one turn of the loop, and write x.size(0) "
        "for a fixed size.",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(6, 3), torch.ones(2).long())",
        when=lambda found: (
            found.number("a") > found.number("b") and found.number("a") % found.number("b") == 0
        ),
        more=lambda found: {"times": str(found.number("a") // found.number("b"))},
    ),
    Entry(
        "Expected input batch_size ({a:int}) to match target batch_size ({b:int})",
        "tensor reshape",
        "Each sample has one label, and here are {a} rows of scores for {b} labels. As a rule a "
        "view in the model takes samples together or apart, time stands in front of the batch, or "
        "outputs and labels come from different batches.",
        "Print x.shape line by line along forward, and find where axis 0 stops being the batch's "
        "size. A view there becomes x.flatten(1), with nn.Linear(x.shape[1], …) behind it. "
        "Recurrent layers read axis 0 as time unless they have batch_first=True. Scores of a whole "
        "sequence go in as out.reshape(-1, classes) with y.reshape(-1). If it fails at the last, "
        "smaller batch alone, one of the two is left over from another batch: look at the name of "
        "the labels in this loop.",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(2, 3), torch.ones(3).long())",
    ),
    Entry(
        ("Expected input batch_size", "Expected input batch size"),
        "tensor reshape",
        "Each sample has one label, and there are more labels than rows in the outputs, or fewer. "
        "As a rule a view in the model takes samples together or apart, the outputs are those of a "
        "sequence, or the labels are one-hot rows laid into one axis.",
        "Print x.shape, out.shape and y.shape. In the model keep the batch axis: x.flatten(1) in "
        "place of x.view(-1, n). Scores of a sequence go in as out.reshape(-1, classes) with "
        "y.reshape(-1); for one label each take one step, or the first place, out[:, 0]. One-hot "
        "labels become class numbers by y.argmax(dim=1).",
        None,
        recorded=("ValueError: Expected input batch_size doesn't match target",),
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
    ),
    Entry(
        (
            "only batches of spatial targets supported (3D tensors) but got targets of dimension: "
            "{axes:int}",
            "only batches of spatial targets supported (3D tensors) but got targets of size: : "
            "[{b:shape}]",
            "1only batches of spatial targets supported (3D tensors) but got targets of size: : "
            "[{b:shape}]",
        ),
        "tensor shape",
        ONE_LABEL,
        ONE_LABEL_OUT,
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3, 4, 4), torch.ones(2).long())",
        when=lambda found: (
            found.number("axes") == 1 if "axes" in found.fields else len(found.shape("b")) == 1
        ),
    ),
    Entry(
        (
            "Expected target size ({a:shape}), got torch.Size([{b:shape}])",
            "Expected target size [{a:shape}], got [{b:shape}]",
        ),
        "tensor reshape",
        "Labels are class numbers, so they have the outputs' axes without the one of the classes, "
        "which is axis 1. Wanted is ({a}), and the labels have an axis more, ({b}): one-hot rows, "
        "or several labels for each place.",
        "Where the classes stand in axis 1 of both write F.cross_entropy(out, y.argmax(dim=1)); "
        "where they stand at the end of both, F.cross_entropy(out.permute({order}), "
        "y.argmax(dim=-1)). Several labels at once, 0 or 1 for each class, are for "
        "F.binary_cross_entropy_with_logits(out, y.float()).",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3, 4), torch.ones(2, 4, 3).long())",
        since=(2, 4),
        when=lambda found: 1 < len(found.shape("a")) < len(found.shape("b")),
        more=_classes_to_1,
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
        "Print out.shape. If the classes stand at its end bring them to axis 1, "
        "F.cross_entropy(out.permute({order}), y), or write out.reshape(-1, classes) and "
        "y.reshape(-1). If they stand in axis 1 already, outputs and labels have different numbers "
        "of places: cut or fill up one of them. Labels hold class numbers, not one-hot rows.",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 5, 3), torch.ones(2, 5).long())",
        more=_classes_to_1,
    ),
    Entry(
        (
            "only batches of spatial targets supported (3D tensors) but got targets of dimension: "
            "{axes:int}",
            "only batches of spatial targets supported (3D tensors) but got targets of size: : "
            "[{shape:shape}]",
        ),
        "tensor shape",
        "The outputs are read as scores for each point of a picture, (batch, classes, height, "
        "width), and the labels have two axes: a mask without its batch axis, or one row for each "
        "sample.",
        "For a mask write y.unsqueeze(0). If each picture has one label, the outputs are to be "
        "(batch, classes): nn.AdaptiveAvgPool2d(1) and x.flatten(1) behind the convolutions, and "
        "y.argmax(dim=1) for one-hot rows.",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3, 4, 4), torch.ones(2, 3).long())",
        when=lambda found: (
            found.number("axes") == 2 if "axes" in found.fields else len(found.shape("shape")) == 2
        ),
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
            "1only batches of spatial targets supported",
        ),
        "tensor shape",
        "Labels of pictures are one class number for each point, so they have no axis of channels. "
        "The axes are (batch, height, width), and here are {axes}.",
        "Write y.squeeze(1) for (batch, 1, height, width), and y.argmax(dim=1) for one-hot masks. "
        "A mask that was read in colours needs class numbers in place of them.",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3, 4, 4), torch.ones(2, 1, 4, 4).long())",
    ),
    Entry(
        "Expected 2 or more dimensions (got {axes:int})",
        "tensor shape",
        "A loss over classes takes one row of scores for each sample, (batch, classes). These "
        "outputs have {axes} axes.",
        NO_BATCH_OUT,
        None,
        recorded=("ValueError: Expected 2 or more dimensions (got 1)",),
    ),
    Entry(
        (
            "For 1D input, 1D target must have size 1, but got target size: {size:int}",
            "size mismatch (got input: [{a:shape}], target: [{size:shape}]",
        ),
        "tensor shape",
        NO_BATCH,
        NO_BATCH_OUT,
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(3), torch.ones(2).long())",
        since=(2, 13),
        recorded=("ValueError: size mismatch (got input: [3], target: [2])",),
        when=lambda found: (
            "a" not in found.fields or len(found.shape("a")) == len(found.shape("size")) == 1
        ),
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
        "Outputs and labels of pictures need one height and one width. The outputs have the shape "
        "[{a}], and the labels [{b}].",
        "Bring one to the other's size: F.interpolate(out, size=y.shape[-2:]), or resize the "
        "labels with nearest neighbours.",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3, 4, 4), torch.ones(2, 5, 5).long())",
    ),
    Entry(
        ("Target {label:int} is out of bounds", "Target {label:int} out of bounds at"),
        "tensor index",
        "Labels are class numbers from 0 up to the number of outputs less 1, and {label} was never "
        "one: the memory was not filled, as torch.empty leaves it, or the labels are ids, times, "
        "or measured numbers.",
        "Print y. Make labels with torch.zeros, torch.randint(0, classes, (n,)) or torch.tensor. "
        "Ids become class numbers by ids, y = torch.unique(y, return_inverse=True), over the "
        "labels of all data at once; measured numbers are for F.mse_loss.",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3), torch.tensor([60000000, 1]))",
        when=lambda found: abs(found.number("label")) >= HUGE,
    ),
    Entry(
        (
            "Assertion 'cur_target >= 0 && cur_target < n_classes' failed{:text}"
            "{file:SpatialClassNLLCriterion}",
            "Assertion 't >= 0 && t < n_classes' failed{:text}{file:SpatialClassNLLCriterion}",
            "{file:SpatialClassNLLCriterion}{:text}Assertion 't >= 0 && t < n_classes' failed",
            "{file:SpatialClassNLLCriterion}{:text}Assertion 'cur_target >= 0 && cur_target < "
            "n_classes' failed",
            "Assertion 'cur_target >= 0 && cur_target < n_classes' failed",
            "Assertion 't >= 0 && t < n_classes' failed",
        ),
        "tensor index",
        "A mask holds one class number for each point, from 0 up to the number of outputs less 1, "
        "and one lies outside.",
        "Print mask.unique() and out.shape[1]. Read the mask as it is, without "
        '.convert("RGB") or colours, and resize it with nearest neighbours. Values 0 and 255 '
        "become classes by (mask > 127).long(); points without a label need ignore_index=255.",
        None,
        recorded=(
            "RuntimeError: Assertion `cur_target >= 0 && cur_target < n_classes' failed.  at "
            "/pytorch/aten/src/THNN/generic/SpatialClassNLLCriterion.c:111",
        ),
        when=_of_pictures,
    ),
    Entry(
        ("Target {label:int} is out of bounds", "Target {label:int} out of bounds at"),
        "tensor index",
        "Labels are class numbers from 0 up, and here is a negative one, {label}.",
        "If it marks what has no label write F.cross_entropy(out, y, ignore_index={label}), or "
        "nn.CrossEntropyLoss(ignore_index={label}). Classes -1 and 1 become (y + 1) // 2. In a "
        "table -1 stands for an empty cell, or for a class that is not among the known ones, as "
        "where the validation data hold one that the training data do not: compare "
        "set(train_labels) with set(valid_labels). Labels that begin at 0 need no y - 1.",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(2, 3), torch.tensor([-1, 1]))",
        when=lambda found: found.number("label") < 0,
    ),
    Entry(
        ("Target {label:int} is out of bounds", "Target {label:int} out of bounds at"),
        "tensor index",
        "Labels are class numbers from 0 up to the number of outputs less 1, and here is 255: in "
        "masks it marks points without a label, or it is the white of a picture in black and "
        "white.",
        "Print y.unique(). If there are 0 and 255 alone write (y > 127).long(). If 255 marks what "
        "has no label write F.cross_entropy(out, y, ignore_index=255). If all values from 0 to 255 "
        "are there, the mask was read or resized as a photo: resize it with nearest neighbours. "
        "Where 255 is a class give the last layer one output for each.",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(1, 3), torch.tensor([255]))",
        when=lambda found: found.number("label") == 255,
    ),
    Entry(
        ("Target {label:int} is out of bounds", "Target {label:int} out of bounds at"),
        "tensor index",
        "The outputs have one class alone, number 0, and there is a label 1.",
        "Give the last layer 2 outputs for F.cross_entropy, one for each class. Or leave it at one "
        "and write F.binary_cross_entropy_with_logits(out, y.float().reshape(out.shape)). If the "
        "model has more outputs print out.shape: classes stand in axis 1, (batch, classes).",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(2, 1), torch.tensor([0, 1]))",
        when=lambda found: found.number("label") == 1,
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
        "Labels are class numbers from 0 up to the number of outputs less 1, and one lies outside. "
        "It is {label}.",
        "Print y.min(), y.max() and out.shape, whose axis 1 holds the classes. If there are fewer "
        "outputs than classes, give the last layer one for each: nn.Linear(n, classes), or "
        "num_labels=classes in transformers. Labels from 1 on become labels from 0 on by y - 1; "
        "numbers with gaps are counted anew over all data: names = sorted(set(labels)), "
        "names.index(v). -1 and 255 for what has no label need ignore_index.",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(2, 3), torch.tensor([3, 5]))",
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
        NUMBERS,
        "broadcast grow",
        "A loss compares number by number, and there are {value} outputs for {target} targets, "
        "{times} times as many.",
        "If the targets are class numbers take F.cross_entropy(out, y.long()), with the scores as "
        "they are; or for two classes give the last layer one output. Print out.shape too: "
        "pictures larger than the model was made for leave an area behind the convolutions, which "
        "nn.AdaptiveAvgPool2d(1) and x.flatten(1) bring to one place, and a view with -1 in front "
        "makes more rows of. If it fails at the last batch alone, perhaps the two are of "
        "different batches.",
        None,
        recorded=(
            "ValueError: Target and input must have the same number of elements. target nelement "
            "(50) != input nelement (100)",
        ),
        when=lambda found: (
            found.number("value") > found.number("target") > 0
            and found.number("value") % found.number("target") == 0
        ),
        more=_counts,
    ),
    Entry(
        NUMBERS,
        "broadcast grow",
        "A loss compares number by number, and there are {times} times as many targets as outputs: "
        "{target} = {times} · {value}.",
        "Print x.shape, out.shape and y.shape. {hint} If it fails at the last, smaller batch alone "
        "make the targets with x.size(0), as torch.ones(x.size(0), 1), or write drop_last=True in "
        "the DataLoader. If each sample has {times} labels give the last layer as many outputs. If "
        "out has fewer rows than x, a view in the model laid samples together, where x.flatten(1) "
        "keeps them apart; or forward computes with a name from outside, not with its argument.",
        None,
        recorded=(
            "ValueError: Target and input must have the same number of elements. target nelement "
            "(1373880) != input nelement (457960)",
        ),
        when=lambda found: (
            found.number("target") > found.number("value") > 0
            and found.number("target") % found.number("value") == 0
        ),
        more=_counts,
    ),
    Entry(
        (*NUMBERS, "Target and input must have the same number of elements"),
        "broadcast grow",
        "A loss compares number by number, and there are not equally many. There are {value} "
        "outputs and {target} targets.",
        "Print x.shape, out.shape and y.shape. If the rows differ perhaps the last batch is "
        "smaller: make targets with x.size(0), as torch.ones(x.size(0), 1), and let forward "
        "compute with its own argument. Or a view mixed samples: x.flatten(1). If the rows are "
        "equal give the last layer as many outputs as there are targets, or take "
        "F.cross_entropy(out, y.long()) for class numbers; pictures of other sizes need one "
        "height and width.",
        None,
        recorded=(
            "ValueError: Target and input must have the same number of elements. target nelement "
            "(64) != input nelement (40)",
        ),
    ),
    Entry(
        OTHER_SIZES,
        "broadcast grow",
        "The targets have colours, [{target}], and the outputs one channel, [{value}]: as a rule a "
        "mask was read as a picture with channels.",
        'Read a mask with Image.open(path).convert("L"), and make numbers from 0 to 1 of it: '
        "(mask > 0).float(). Where the model is to make coloured pictures, give its last layer "
        "3 channels.",
        "import torch.nn.functional as F\n"
        "F.binary_cross_entropy(torch.ones(1, 1, 8, 8), torch.ones(1, 3, 8, 8))",
        when=lambda found: (
            len(found.shape("target")) == 4
            and found.shape("target")[1] in (3, 4)
            and found.shape("value")[1:2] == [1]
            and found.shape("target")[2:] == found.shape("value")[2:]
        ),
        more=_shapes,
        command="broadcast {value_} {target_}",
    ),
    Entry(
        OTHER_SIZES,
        "broadcast grow",
        "A loss compares number by number, and axis 0, the batch as a rule, is {times} times as "
        "large in one as in the other: {large} = {times} · {small}. Its first argument has the "
        "shape [{value}], and the second [{target}]. Perhaps a view, a mask or a repeat in the "
        "model moved another axis, of size {times}, into the batch, or the two belong to different "
        "batches.",
        "Print the shapes step by step along forward: x.flatten(1) and x.view(x.size(0), -1) keep "
        "the batch axis. If it fails at the last, smaller batch alone write x.size(0) for a fixed "
        "size, or drop_last=True in the DataLoader. Losses take first what the model gives: "
        "F.mse_loss(out, y).",
        "import torch.nn.functional as F\n"
        "F.binary_cross_entropy_with_logits(torch.ones(9, 2, 4), torch.ones(27, 2, 4))",
        when=_in_another_axis,
        more=_more_times,
        command="broadcast {value_} {target_}",
    ),
    Entry(
        OTHER_SIZES,
        "broadcast grow",
        "A loss compares number by number, and there are {times} times as many targets as "
        "outputs: {target_size} = {times} · {size}. The outputs have [{value}], and the targets "
        "[{target}]. Perhaps each sample has {times} labels, laid into one axis; perhaps a view in "
        "the model laid samples together; or the targets are for a larger batch.",
        "Print x.shape and both shapes. If it fails at the last, smaller batch alone make the "
        "targets with x.size(0), as torch.ones(x.size(0), 1), or write drop_last=True in the "
        "DataLoader. If each sample has {times} labels give the last layer as many outputs, "
        "and leave out what flattens: out and y are both (batch, labels). If each has one write "
        "x.flatten(1) in the model in place of x.view(-1, n).",
        "import torch.nn.functional as F\n"
        "F.binary_cross_entropy_with_logits(torch.ones(16, 1), torch.ones(176, 1))",
        when=_laid_together,
        more=_times,
        command="broadcast {value_} {target_}",
    ),
    Entry(
        OTHER_SIZES,
        "broadcast grow",
        "A loss compares number by number, and axis 0, the batch as a rule, differs: the outputs "
        "have [{value}], and the targets [{target}]. Perhaps the targets have a fixed size, and "
        "the last batch is smaller; perhaps a view laid samples together or apart, or another axis "
        "came to the front, such as time.",
        "If it fails at the last batch alone make the targets with x.size(0), as "
        "torch.ones(x.size(0), 1), or write drop_last=True in the DataLoader. Else print x.shape "
        "step by step along forward, and find where axis 0 changes. Recurrent layers take (time, "
        "batch, features) unless they have batch_first=True; x.transpose(0, 1) brings the batch to "
        "the front, and x.flatten(1) keeps it there.",
        "import torch.nn.functional as F\n"
        "F.binary_cross_entropy_with_logits(torch.ones(15), torch.ones(64))",
        when=_other_batch,
        more=_shapes,
        command="broadcast {value_} {target_}",
    ),
    Entry(
        OTHER_SIZES,
        "broadcast grow",
        "This loss compares number by number, and each sample has {size} outputs and one target: "
        "the outputs have [{value}], and the targets [{target}].",
        "If the {imagenet} outputs are those of ImageNet, the pretrained model has its old last "
        "layer: assign a new one, model.fc = nn.Linear(model.fc.in_features, n), in VGG "
        "model.classifier[6]; setting out_features alone changes nothing. "
        "If the targets are class numbers write F.cross_entropy(out, y.flatten().long()), with "
        "the scores as they are, without sigmoid or softmax. If each is 0 or 1, or a measured "
        "number, keep this loss, give the last layer one output, nn.Linear(n, 1), and write "
        "y.float().reshape(out.shape). Of Q values take that of the action: q.gather(1, "
        "a.reshape(-1, 1)), with y.reshape(-1, 1).",
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
        command="broadcast {value_} {target_}",
    ),
    Entry(
        OTHER_SIZES,
        "broadcast grow",
        "A loss that compares number by number has one output for each target, and here are "
        "{size} for one, in axis 1: the outputs have [{value}], and the targets [{target}].",
        "If the mask holds class numbers write F.cross_entropy(out, {y}.long()). If it holds 0 and "
        "1 alone, keep this loss, give the last layer one channel, and write "
        "y.float().reshape(out.shape). Where the targets should be pictures in colour read them "
        'with .convert("RGB").',
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
        command="broadcast {value_} {target_}",
    ),
    Entry(
        OTHER_SIZES,
        "broadcast grow",
        PICTURES,
        PICTURES_OUT,
        "import torch.nn.functional as F\n"
        "F.binary_cross_entropy(torch.ones(2, 1, 28, 28), torch.ones(2, 1, 32, 32))",
        when=lambda found: (
            len(found.shape("value")) == len(found.shape("target")) == 4
            and found.shape("value")[:2] == found.shape("target")[:2]
            and found.shape("value")[2:] != found.shape("target")[2:]
            and min(found.shape("value")[2:] + found.shape("target")[2:]) > 1
        ),
        more=_shapes,
        command="broadcast {value_} {target_}",
    ),
    Entry(
        OTHER_SIZES,
        "broadcast grow",
        "A loss compares number by number, and there are not equally many. The outputs have "
        "[{value}], and the targets [{target}].",
        "If the last axis differs give the last layer as many outputs as there are targets, and "
        "look at the number of classes in the settings. If the batch differs the two belong to "
        "different batches, or a view in the model mixed samples: x.flatten(1) keeps them. If the "
        "targets are class numbers take F.cross_entropy, whose outputs have one axis more, the "
        "classes.",
        "import torch.nn.functional as F\n"
        "F.binary_cross_entropy(torch.ones(2, 7), torch.ones(2, 3))",
        when=lambda found: prod(found.shape("target")) != prod(found.shape("value")),
        more=_shapes,
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
        "size 1: they are [{target}], and the outputs [{value}]. Broadcasting would compare each "
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
        "A loss compares number by number, and the outputs have an axis of size 1 that the targets "
        "do not have: they are [{value}], and the targets [{target}]. Broadcasting would compare "
        "each with every other.",
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
        "This loss compares probabilities, so its targets lie between 0 and 1, and these do not: "
        "as a rule they are class numbers, or a mask with values up to 255.",
        "Print y.min() and y.max(). A mask becomes 0 and 1 by (mask > 0).float(), or by mask / "
        "255. For class numbers take F.cross_entropy, for -1 and 1 write (y + 1) / 2.",
        "import torch.nn.functional as F\nF.binary_cross_entropy(torch.ones(2), torch.ones(2) * 3)",
        since=(2, 13),
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
        "Take F.binary_cross_entropy_with_logits (nn.BCEWithLogitsLoss) for outputs as they are, "
        "or sigmoid before this one. If there was a sigmoid, the numbers are nan: lower the "
        "learning rate, clip the gradients, and test the inputs with torch.isfinite(x).all().",
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
            "Expected tensor to have size at least {got:int} at dimension {:int}, but got size "
            "{most:int} for argument #2 'targets'",
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
