"""Pictures: resizing, sampling, folding, and torchvision's transforms and data sets."""

from __future__ import annotations

from ..entry import Entry, Found

F = "import torch.nn.functional as F\n"
N = "from torch import nn\n"


def _of_vision(found: Found) -> bool:
    text = found.before + found.code
    return "torchvision" in text or "transforms." in text or found.calls("ImageFolder")


PICTURES = (
    Entry(
        "Input and output must have the same number of spatial dimensions, but got input with "
        "spatial dimensions of [{shape:shape}] and output size of {size:text}. Please provide",
        "tensor shape",
        "interpolate resizes the axes after batch and channels, and the size names another number "
        "of them. The input has [{shape}] there, and the size is {size}.",
        "Give one number for each: size=(224, 224) for pictures (batch, channels, height, width). "
        "One picture needs a batch axis: x.unsqueeze(0).",
        F + "F.interpolate(torch.ones(1, 3, 4, 4), size=(2, 2, 2))",
    ),
    Entry(
        (
            "either size or scale_factor should be defined",
            "only one of size or scale_factor should be defined",
        ),
        "tensor shape",
        "interpolate takes the new size or the factor, one of the two.",
        "Write F.interpolate(x, size=(64, 64)) or F.interpolate(x, scale_factor=2).",
        F + "F.interpolate(torch.ones(1, 3, 4, 4))",
    ),
    Entry(
        "align_corners option can only be set with the interpolating modes",
        "tensor shape",
        "align_corners says where the corners lie when numbers are interpolated, and "
        'mode="nearest" does not interpolate.',
        'Leave align_corners out, or write mode="bilinear".',
        F + "F.interpolate(torch.ones(1, 3, 4, 4), scale_factor=2, align_corners=True)",
    ),
    Entry(
        (
            "grid_sampler(): expected 4D input and grid with same number of dimensions, but got "
            "input with sizes [{shape:shape}] and grid with sizes [{grid:shape}]",
            "grid_sampler(): expected grid and input to have same batch size, but got input with "
            "sizes [{shape:shape}] and grid with sizes [{grid:shape}]",
            "grid_sampler(): expected grid to have size {:int} in last dimension, but got grid "
            "with sizes [{grid:shape}]",
            "grid_sampler(): expected 4D or 5D input and grid with same number of dimensions, but "
            "got input with sizes [{shape:shape}] and grid with sizes [{grid:shape}]",
        ),
        "tensor shape",
        "grid_sample reads pictures (batch, channels, height, width) at places that a grid (batch, "
        "height, width, 2) gives as x and y. The grid has the shape [{grid}].",
        "Print both shapes. The batch sizes are the same, and the last axis holds x and y.",
        F + "F.grid_sample(torch.ones(1, 1, 4, 4), torch.ones(1, 2, 2, 3))",
        recorded=(
            "RuntimeError: grid_sampler(): expected 4D or 5D input and grid with same number of "
            "dimensions, but got input with sizes [1, 3, 8, 8] and grid with sizes [8, 8, 2]",
        ),
    ),
    Entry(
        (
            "Expected a batch of 2D affine matrices of shape Nx2x3 for size {size:text}. Got "
            "{got:text}",
            "Expected a batch of 3D affine matrices of shape Nx3x4 for size {size:text}. Got "
            "{got:text}",
        ),
        "tensor shape",
        "affine_grid takes one matrix for each picture, (batch, 2, 3). What it got is {got}",
        "Write theta.view(-1, 2, 3), or theta.unsqueeze(0) for one picture.",
        F + "F.affine_grid(torch.ones(2, 3), (1, 1, 4, 4))",
    ),
    Entry(
        (
            "Padding length should be less than or equal to two times the input dimension but got "
            "padding length {length:int} and input of dimension {axes:int}",
            "Padding length too large",
        ),
        "tensor shape",
        "F.pad takes two numbers for each axis, from the last one on. There are {length} numbers "
        "for {axes} axes.",
        "Write (left, right) for the last axis, (left, right, top, bottom) for the last two.",
        F + "F.pad(torch.ones(2, 2), (1, 1, 1, 1, 1, 1))",
        recorded=("RuntimeError: Padding length too large",),
    ),
    Entry(
        (
            "max_pool1d: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for "
            "input, but got:[{shape:shape}]",
            "max_pool1d() Expected 2D or 3D input tensor, but got [{shape:shape}]",
            "Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but "
            "got:[{shape:shape}]",
            "Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but "
            "got:[{shape:shape}]",
            "Expected 4D or 5D (batch mode) tensor with optional 0 dim batch size for input, but "
            "got:[{shape:shape}]",
        ),
        "tensor shape",
        "Pooling and padding read (batch, channels, …), and this has other axes, or an axis of "
        "size 0. Its shape is [{shape}].",
        "Print x.shape, and add what is missing with unsqueeze. A size of 0 comes from an empty "
        "mask, or from pictures that became too small.",
        F + "F.max_pool1d(torch.ones(4), 2)",
    ),
    Entry(
        "expected stride to be a single integer value or a list of {wanted:int} values to match "
        "the convolution dimensions, but got stride=[{stride:shape}]",
        "tensor shape",
        "The convolution was made for other axes than the input has. Of its stride, [{stride}], "
        "PyTorch expects {wanted} by the axes of what came in.",
        "Print x.shape: conv2d takes (batch, channels, height, width), conv1d (batch, channels, "
        "length). x.unsqueeze(0) adds a batch axis.",
        F + "F.conv2d(torch.ones(3, 4, 4), torch.ones(2, 3, 3))",
    ),
    Entry(
        ("padding='same' is not supported for strided convolutions",),
        "tensor shape",
        'padding="same" keeps the size of the picture, and a stride above 1 changes it.',
        "Write the padding as a number: padding=kernel_size // 2 halves the size with stride=2.",
        N + 'nn.Conv2d(3, 4, 3, padding="same", stride=2)',
    ),
    Entry(
        (
            "Invalid padding string {name:text}, should be one of",
            "padding_mode must be one of {:text}, but got padding_mode='{name:quoted}'",
        ),
        "tensor shape",
        "There is no padding of that name. It is {name}.",
        'padding is a number, "same" or "valid"; padding_mode is "zeros", "reflect", "replicate" '
        'or "circular".',
        N + 'nn.Conv2d(3, 4, 3, padding="full")',
    ),
    Entry(
        "requested an output size of {size:text}, but valid sizes range from {low:text} to "
        "{high:text} (for an input of",
        "tensor shape",
        "A transposed convolution can only give sizes that a convolution with the same settings "
        "would bring to the input's. Wanted is {size}, and from {low} to {high} there is a "
        "choice.",
        "Give a size in that range, or change stride, padding or kernel_size.",
        N + "nn.ConvTranspose2d(1, 1, 3, stride=2)(torch.ones(1, 1, 4, 4), output_size=(20, 20))",
    ),
    Entry(
        (
            "pixel_shuffle expects its input's 'channel' dimension to be divisible by the square "
            "of upscale_factor, but input.size(-3)={channels:int} is not divisible by {by:int}",
            "pixel_shuffle expects input channel to be divisible by square of upscale_factor, but "
            "got input with sizes",
        ),
        "tensor shape",
        "pixel_shuffle lays channels out as pixels, and takes factor · factor of them for each. "
        "There are {channels} channels, and {by} are laid out together.",
        "Give the layer before it as many channels: out_channels=3 * factor ** 2.",
        F + "F.pixel_shuffle(torch.ones(1, 3, 2, 2), 2)",
    ),
    Entry(
        "Expected size of input's dimension 1 to be divisible by the product of kernel_size, but "
        "got input.size(1)={size:int} and kernel_size={kernel:text}",
        "tensor shape",
        "fold takes columns of channels · kernel numbers, (batch, channels · kernel, places). Axis "
        "1 has {size}, and the kernel is {kernel}",
        "Print the shape: F.unfold gives what F.fold takes. transpose(1, 2) exchanges the two.",
        F + "F.fold(torch.ones(1, 3, 3), (4, 4), 2)",
    ),
    Entry(
        (
            "Expected size of input's dimension 2 to match the calculated number of sliding "
            "blocks {blocks:text}, but got input.size(2)={got:int}",
            "Given output_size={size:text}, expected size of input's dimension 2 to match the "
            "calculated number of sliding blocks {blocks:text}, but got input.size(2)={got:int}",
        ),
        "tensor shape",
        "fold puts one block at each place where the kernel fits, and there is another number of "
        "blocks. There are {got}.",
        "Give fold the output_size, stride and padding that unfold had.",
        F + "F.fold(torch.ones(1, 4, 3), (4, 4), 2)",
    ),
    Entry(
        (
            "unflatten: Provided sizes [{sizes:shape}] don't multiply up to the size of dim "
            "{axis:int} ({size:int}) in the input tensor",
        ),
        "tensor reshape",
        "unflatten splits one axis into several, whose product is its size. Axis {axis} has "
        "{size}, and the sizes are [{sizes}].",
        "Give sizes whose product is {size}; one may be -1.",
        "torch.ones(2, 3).unflatten(1, (2, 2))",
    ),
    Entry(
        (
            "pic should be 2/3 dimensional. Got {axes:int} dimensions",
            "pic should be 2/3 dimensional",
        ),
        "tensor create",
        "A picture has 2 or 3 axes, and this has another number: a batch, as a rule. It has "
        "{axes}.",
        "Take one picture out of it, x[0], or go through the batch with for x in batch.",
        None,
        recorded=("ValueError: pic should be 2/3 dimensional. Got 4 dimensions.",),
    ),
    Entry(
        "pic should not have > 4 channels. Got {channels:int} channels",
        "tensor create",
        "A picture has up to 4 channels. This has {channels} where they are counted: the channels "
        "stand at the wrong end, as a rule.",
        "ToPILImage takes tensors (channels, height, width) and arrays (height, width, channels): "
        "write x.permute(2, 0, 1), or a.transpose(1, 2, 0).",
        None,
        recorded=("ValueError: pic should not have > 4 channels. Got 512 channels.",),
    ),
    Entry(
        (
            "Required crop size {wanted:text} is larger than input image size {size:text}",
            "Required crop size {wanted:text} is larger then input image size {size:text}",
        ),
        "tensor shape",
        "A crop takes a part of the picture, and this one is smaller than the part. Wanted is "
        "{wanted}, and there is {size}.",
        "Put transforms.Resize before the crop, or write RandomCrop(size, pad_if_needed=True).",
        None,
        recorded=(
            "ValueError: Required crop size (224, 224) is larger than input image size (200, 180)",
            "ValueError: Required crop size (32, 32) is larger then input image size (28, 28)",
        ),
    ),
    Entry(
        ("std evaluated to zero after conversion to {kind:text}, leading to division by zero",),
        "tensor dtypes",
        "Normalize works in the type of the picture, and in whole numbers a deviation of 0.5 "
        "becomes 0. The type is {kind}.",
        "Put ToTensor() or ConvertImageDtype(torch.float) before Normalize, and give deviations "
        "above 0.",
        None,
        recorded=(
            "ValueError: std evaluated to zero after conversion to torch.uint8, leading to "
            "division by zero.",
        ),
    ),
    Entry(
        (
            "Input tensor should be a float tensor. Got {kind:name}",
            "Input tensor should be float tensor. Got {kind:name}",
        ),
        "tensor dtypes",
        "Normalize divides, and takes floats. This picture is {kind}.",
        "Put ToTensor() or ConvertImageDtype(torch.float) before Normalize, or write x.float() / "
        "255.",
        None,
        recorded=("TypeError: Input tensor should be a float tensor. Got torch.uint8.",),
    ),
    Entry(
        ("Tensor is not a torch image", "tensor is not a torch image"),
        "tensor shape",
        "Normalize takes a tensor (channels, height, width), and this is none: a picture of PIL, "
        "or a tensor with other axes.",
        "Put ToTensor() before Normalize, and transforms of PIL, such as RandomCrop, before "
        "ToTensor().",
        None,
        recorded=("TypeError: tensor is not a torch image.",),
    ),
    Entry(
        "Unexpected type <class '{kind:quoted}'>",
        "tensor create",
        "A transform of torchvision takes a picture of PIL, or a tensor. This is of type {kind}.",
        "Make a picture of an array first: transforms.ToPILImage()(a), or Image.fromarray(a), as "
        "the first of the transforms; or a tensor by transforms.ToTensor()(a).",
        None,
        recorded=(
            'File "/site-packages/torchvision/transforms/functional_pil.py", line 9, in get_size\n'
            '    raise TypeError(f"Unexpected type {type(img)}")\n'
            "TypeError: Unexpected type <class 'numpy.ndarray'>",
        ),
        when=_of_vision,
    ),
    Entry(
        (
            "Dataset not found or corrupted. You can use download=True to download it",
            "Dataset not found. You can use download=True to download it",
            "Dataset not found or corrupted",
        ),
        "env",
        "torchvision looked for the files of a data set below root, and did not find them whole.",
        "Write download=True once. If the files are there, root names the folder above: it holds "
        "MNIST/raw, or cifar-10-batches-py. Remove files that were loaded in part.",
        None,
        recorded=(
            "RuntimeError: Dataset not found. You can use download=True to download it",
            "RuntimeError: Dataset not found or corrupted. You can use download=True to download "
            "it",
        ),
    ),
    Entry(
        (
            "Found no valid file for the classes {names:text}. Supported extensions are",
            "Found no valid file for the classes {names:text}",
        ),
        "env",
        "ImageFolder takes each folder as a class, and one of them holds no picture. Without are: "
        "{names}.",
        "Remove the folders that are none of classes, such as .ipynb_checkpoints, and look at the "
        "ends of the files' names: .jpg, .png and the like are pictures.",
        None,
        recorded=(
            "FileNotFoundError: Found no valid file for the classes .ipynb_checkpoints. Supported "
            "extensions are: .jpg, .jpeg, .png, .ppm, .bmp, .pgm, .tif, .tiff, .webp",
        ),
    ),
    Entry(
        ("Couldn't find any class folder in {path:text}",),
        "env",
        "ImageFolder takes each folder below its root as a class, and there is none. The root is "
        "{path}",
        "Put the pictures into a folder for each class: root/cats/1.jpg, root/dogs/1.jpg. Pictures "
        "without classes need a Dataset of your own.",
        None,
        recorded=("FileNotFoundError: Couldn't find any class folder in ./data/train.",),
    ),
    Entry(
        ("File not found or corrupted",),
        "env",
        "A download ended before its end, or gave something else than the file.",
        "Remove what lies in the data set's folder, and load it again. If that fails, load the "
        "file by hand and put it there.",
        None,
        recorded=(
            'File "/site-packages/torchvision/datasets/utils.py", line 9, in download_url\n'
            '    raise RuntimeError("File not found or corrupted.")\n'
            "RuntimeError: File not found or corrupted.",
        ),
        when=_of_vision,
    ),
    Entry(
        (
            "HTTP Error {code:int}: {why:text}",
            "[SSL: CERTIFICATE_VERIFY_FAILED] {why:text}",
            "<urlopen error {why:text}>",
        ),
        "env",
        "The download failed: the address does not answer, or not to this machine. It says: {why}.",
        "Bring torchvision up to date, since addresses of data sets and weights have moved; try "
        "again later; or load the file with a browser and put it where the message looks for it.",
        None,
        recorded=(
            'File "/site-packages/torchvision/datasets/mnist.py", line 9, in download\n    '
            "download_and_extract_archive(url)\nurllib.error.HTTPError: HTTP Error 503: Service "
            "Unavailable",
            'File "/site-packages/torch/hub.py", line 9, in load_state_dict_from_url\n    '
            "download_url_to_file(url)\nurllib.error.URLError: <urlopen error [SSL: "
            "CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer "
            "certificate (_ssl.c:1129)>",
        ),
        when=lambda found: (
            "torchvision" in found.before or "torch/hub" in found.before.replace("\\", "/")
        ),
    ),
    Entry(
        'invalid hash value (expected "{wanted:quoted}", got "{got:quoted}")',
        "env",
        "A file of weights was not loaded whole, or is another one: its sum is not the one that "
        "its name says.",
        "Remove it from the cache (~/.cache/torch/hub/checkpoints), and load it again.",
        None,
        recorded=('RuntimeError: invalid hash value (expected "e3b0c442", got "37f21b0e")',),
    ),
    Entry(
        (
            "Cannot find callable {name:name} in hubconf",
            "Missing dependencies: {name:text}",
            "Cannot find {name:name} in https://github.com/",
        ),
        "env",
        "torch.hub runs hubconf.py of a repository, and something that is wanted is not there. It "
        "is {name}.",
        "Install what is missing; torch.hub.list(repository) names the models that there are; "
        "force_reload=True loads the repository anew.",
        None,
        recorded=(
            'File "/site-packages/torch/hub.py", line 9, in _load\n    raise RuntimeError(e)\n'
            "RuntimeError: Cannot find callable resnet99 in hubconf",
            'File "/site-packages/torch/hub.py", line 9, in _check\n    raise RuntimeError(e)\n'
            "RuntimeError: Missing dependencies: pandas",
        ),
        when=lambda found: "hub" in found.before + found.code,
    ),
    Entry(
        (
            "In training mode, targets should be passed",
            "In training mode, targets should not be None",
            "targets should not be none when in training mode",
        ),
        "tensor create",
        "A detector of torchvision computes its losses itself while it trains, from the targets, "
        "and got none.",
        "Write losses = model(images, targets) for training, and model.eval() before out = "
        "model(images).",
        None,
        recorded=(
            "ValueError: In training mode, targets should be passed",
            "AssertionError: targets should not be none when in training mode",
        ),
    ),
    Entry(
        (
            "All bounding boxes should have positive height and width. Found {:invalid|invaid} box "
            "{box:text} for target at index {number:int}",
        ),
        "tensor create",
        "A box is written x1, y1, x2, y2, with x1 < x2 and y1 < y2, and this one is not. It is "
        "{box}, of picture {number} in the batch.",
        'Turn x, y, width, height into corners, torchvision.ops.box_convert(boxes, "xywh", '
        '"xyxy"), and leave boxes without a surface out.',
        None,
        recorded=(
            "ValueError: All bounding boxes should have positive height and width. Found invalid "
            "box [10.0, 20.0, 10.0, 40.0] for target at index 0.",
        ),
    ),
    Entry(
        (
            "Expected target boxes to be a tensor of shape [N, 4], got torch.Size([{shape:shape}])",
            "Expected target boxes to be of type Tensor, got {kind:text}",
        ),
        "tensor shape",
        "A detector takes the boxes of a picture as one tensor of shape (boxes, 4), and these are "
        "another thing. The shape is [{shape}].",
        "Write boxes.reshape(-1, 4), which is (0, 4) for a picture without any.",
        None,
        recorded=(
            "ValueError: Expected target boxes to be a tensor of shape [N, 4], got "
            "torch.Size([0]).",
        ),
    ),
    Entry(
        "cannot import name 'PILLOW_VERSION' from 'PIL'",
        "env",
        "This torchvision is older than the Pillow beside it, which has no PILLOW_VERSION any "
        "more.",
        'Install a newer torchvision with its torch, or python -m pip install "pillow<7".',
        None,
        recorded=(
            "ImportError: cannot import name 'PILLOW_VERSION' from 'PIL' "
            "(/usr/lib/python3/dist-packages/PIL/__init__.py)",
        ),
        command="env",
    ),
    Entry(
        (
            "target labels must of int64 type",
            "target boxes must of float type",
            "target labels must be of int64 type, instead got {kind:text}",
            "target boxes must of float type, instead got {kind:text}",
        ),
        "tensor dtypes",
        "A detector takes the boxes as floats, and the labels as whole numbers of type int64.",
        "Write torch.as_tensor(boxes, dtype=torch.float32), and torch.as_tensor(labels, "
        "dtype=torch.int64).",
        None,
        recorded=("AssertionError: target labels must of int64 type",),
    ),
    Entry(
        "images is expected to be a list of 3d tensors of shape [C, H, W], got {got:text}",
        "tensor shape",
        "A detector takes a list of pictures, each a tensor (channels, height, width). What it got "
        "is {got}.",
        "Write model([picture]), with list(images) for a batch.",
        None,
        recorded=(
            "ValueError: images is expected to be a list of 3d tensors of shape [C, H, W], got "
            "torch.Size([800, 600])",
        ),
    ),
    Entry(
        (
            "num_classes should be None when box_predictor is specified",
            "num_classes should not be None when box_predictor is not specified",
            "backbone should contain an attribute out_channels specifying the number of output "
            "channels",
            "return_layers are not present in model",
        ),
        "",
        "A detector of torchvision is put together of parts, and they do not go together so.",
        "Give num_classes or a box_predictor, one of the two; set backbone.out_channels = 1280, or "
        "whatever it gives; name layers as print(model) shows them.",
        None,
        recorded=("ValueError: return_layers are not present in model",),
    ),
)
