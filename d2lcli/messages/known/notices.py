"""Warnings that PyTorch gives while a program goes on."""

from __future__ import annotations

from ..entry import Entry

NOTICES = (
    Entry(
        "torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument",
        "tensor parameters",
        "torch.meshgrid wants to be told whether the first axis runs along rows or columns. The "
        "result is as before.",
        'Write torch.meshgrid(x, y, indexing="ij"), which is what it does now.',
        None,
        recorded=(
            "UserWarning: torch.meshgrid: in an upcoming release, it will be required to pass the "
            "indexing argument. (Triggered internally at ../aten/src/ATen/native/TensorShape.cpp)",
        ),
    ),
    Entry(
        (
            "The parameter 'pretrained' is deprecated since",
            "Arguments other than a weight enum or 'None' for 'weights' are deprecated since",
        ),
        "env",
        "torchvision names the weights of a model otherwise now. The result is as before.",
        "Write resnet18(weights=ResNet18_Weights.DEFAULT) for pretrained=True, and weights=None "
        "for False.",
        None,
        recorded=(
            "UserWarning: The parameter 'pretrained' is deprecated since 0.13 and may be removed "
            "in the future, please use 'weights' instead.",
        ),
    ),
    Entry(
        "This DataLoader will create {count:int} worker processes in total. Our suggested max "
        "number of worker in current system is {most:int}",
        "env",
        "More workers are asked for than the machine has cores. {count} were asked for, and "
        "{most} make sense.",
        "Write num_workers={most} or fewer.",
        None,
        recorded=(
            "UserWarning: This DataLoader will create 8 worker processes in total. Our suggested "
            "max number of worker in current system is 2, which is smaller than what this "
            "DataLoader is going to create.",
        ),
    ),
    Entry(
        "'pin_memory' argument is set as true but no accelerator is found",
        "env",
        "pin_memory prepares batches for the way to a GPU, and there is none. It does nothing.",
        "Leave it out, or write pin_memory=torch.cuda.is_available().",
        None,
        recorded=(
            "UserWarning: 'pin_memory' argument is set as true but no accelerator is found, then "
            "device pinned memory won't be used.",
        ),
    ),
    Entry(
        "Was asked to gather along dimension 0, but all input tensors were scalars",
        "autograd nonscalar",
        "Each GPU gave one loss, and they came back as a vector.",
        "Write loss.mean() before backward.",
        None,
        recorded=(
            "UserWarning: Was asked to gather along dimension 0, but all input tensors were "
            "scalars; will instead unsqueeze and return a vector.",
        ),
    ),
    Entry(
        "indexing with dtype torch.uint8 is now deprecated",
        "tensor index",
        "A mask of bytes is read as truth values still, and coming versions refuse.",
        "Write mask.bool().",
        "torch.ones(2)[torch.ones(2).byte()]",
    ),
    Entry(
        (
            "floor_divide is deprecated",
            "__floordiv__ is deprecated, and its behavior will change in a future version",
        ),
        "tensor arithmetic",
        "// rounded towards 0 in old releases, and rounds down in new ones.",
        'Write torch.div(a, b, rounding_mode="floor"), or "trunc" for the old way.',
        None,
        recorded=(
            "UserWarning: __floordiv__ is deprecated, and its behavior will change in a future "
            "version of pytorch.",
        ),
    ),
    Entry(
        (
            "`torch.cuda.amp.GradScaler(args...)` is deprecated",
            "`torch.cuda.amp.autocast(args...)` is deprecated",
            "`torch.cpu.amp.autocast(args...)` is deprecated",
        ),
        "",
        "autocast and GradScaler have moved. The result is as before.",
        'Write torch.amp.autocast("cuda") and torch.amp.GradScaler("cuda").',
        None,
        recorded=(
            "FutureWarning: `torch.cuda.amp.GradScaler(args...)` is deprecated. Please use "
            "`torch.amp.GradScaler('cuda', args...)` instead.",
        ),
    ),
    Entry(
        "You are using `torch.load` with `weights_only=False` (the current default value)",
        "env",
        "torch.load runs any program that hides in a pickle, and newer releases read tensors and "
        "plain values only unless told otherwise.",
        "Write torch.load(path, weights_only=True) for files that hold a state_dict, and False "
        "only for files that you trust.",
        None,
        recorded=(
            "FutureWarning: You are using `torch.load` with `weights_only=False` (the current "
            "default value), which uses the default pickle module implicitly.",
        ),
    ),
    Entry(
        (
            "RNN module weights are not part of single contiguous chunk of memory",
            "RNN module weights are not part of a single contiguous chunk of memory",
        ),
        "memory cost",
        "The weights of a recurrent layer lie scattered in the GPU's memory, so they are copied at "
        "every call.",
        "Write self.lstm.flatten_parameters() at the start of forward.",
        None,
        recorded=(
            "UserWarning: RNN module weights are not part of single contiguous chunk of memory. "
            "This means they need to be compacted at every call, possibly greatly increasing "
            "memory usage.",
        ),
    ),
    Entry(
        (
            "nn.functional.{name:tanh|sigmoid|softmax} is deprecated. Use torch.{new:name} instead",
            "`nn.functional.{name:upsample|upsample_nearest|upsample_bilinear}` is deprecated. Use "
            "`nn.functional.{new:name}` instead",
            "nn.functional.{name:upsample|upsample_nearest|upsample_bilinear} is deprecated. Use "
            "nn.functional.{new:name} instead",
            "nn.{name:name} is deprecated. Use nn.functional.{new:name} instead",
        ),
        "tensor parameters",
        "The function has another name now. The result is as before.",
        "Write torch.{new}(x), or F.{new} for interpolate.",
        "import torch.nn.functional as F\nF.upsample(torch.ones(1, 1, 2, 2), scale_factor=2)",
        recorded=("UserWarning: nn.functional.tanh is deprecated. Use torch.tanh instead.",),
    ),
    Entry(
        (
            "Default grid_sample and affine_grid behavior has changed to align_corners=False",
            "Default upsampling behavior when mode={mode:name} is changed to align_corners=False",
        ),
        "tensor shape",
        "Older releases put the corners of two pictures onto each other, newer ones do not, unless "
        "they are told to.",
        "Write align_corners=False, or True for a model that was trained with an old release.",
        "import torch.nn.functional as F\n"
        "F.grid_sample(torch.ones(1, 1, 2, 2), torch.ones(1, 2, 2, 2))",
    ),
    Entry(
        (
            "This overload of {name:name} is deprecated: {old:text} Consider using one of the "
            "following signatures instead",
            "This overload of {name:name} is deprecated",
        ),
        "tensor parameters",
        "The arguments of {name} stand in an order that will go. The result is as before.",
        "Name the number: p.add_(g, alpha=-lr), x.addcmul_(a, b, value=1), and as_tuple=False in "
        "nonzero.",
        "torch.ones(2).add_(2, torch.ones(2))",
    ),
    Entry(
        "torch.{name:name} is deprecated in favor of torch.{new:name}",
        "linalg matrices",
        "The function has another name now. The old one will go.",
        "Write torch.{new}; its arguments may differ.",
        None,
        recorded=(
            "UserWarning: torch.qr is deprecated in favor of torch.linalg.qr and will be removed "
            "in a future PyTorch release.",
        ),
    ),
    Entry(
        "torch.range is deprecated and will be removed in a future release",
        "tensor create",
        "torch.range takes its end in, as no range of Python does, and will go.",
        "Write torch.arange(0, 4), which leaves the end out.",
        "torch.range(0, 3)",
    ),
    Entry(
        (
            "std(): degrees of freedom is <= 0",
            "var(): degrees of freedom is <= 0",
            "{name:name}(): degrees of freedom is <= 0",
        ),
        "linalg reduce",
        "The spread of one number is none: std divides by how many there are less one, and gives "
        "nan.",
        "Write correction=0 to divide by how many there are, and print the shape.",
        "torch.ones(1).std()",
        since=(2, 4),
    ),
    Entry(
        "Casting complex values to real discards the imaginary part",
        "tensor dtypes",
        "Complex numbers became real, and the imaginary parts are lost.",
        "Write x.real, or x.abs() for the size.",
        "(torch.ones(2) + 1j).float()",
    ),
    Entry(
        "non-inplace {name:resize|resize_as} is deprecated",
        "tensor reshape",
        "resize is none of the functions to be used: it can leave numbers undefined.",
        "Write x.reshape(…).",
        "torch.ones(4).resize(2, 2)",
    ),
)
