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
)
