"""Pictures: resizing, sampling, folding, and torchvision's transforms and data sets."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..entry import Entry, Found, Way
from .calls import frames, in_torch, last_traceback
from .data import titled
from .ways import ways

F = "import torch.nn.functional as F\n"
INVISIBLE = r"\u2068|\u2069|\u202a|\u202b|\u202c|\u200b|\u200e|\ufeff"
N = "from torch import nn\n"


PIL = (
    "Image|JpegImageFile|PngImageFile|BmpImageFile|TiffImageFile|WebPImageFile|GifImageFile|"
    "MpoImageFile|WebpImageFile|PpmImageFile"
)
# Models of torchvision and timm whose last layers have different names.
MODELS = (
    "ResNet|VGG|AlexNet|DenseNet|EfficientNet|VisionTransformer|SwinTransformer|MobileNetV2|"
    "MobileNetV3|SqueezeNet|Inception3|GoogLeNet|ConvNeXt|RegNet|ShuffleNetV2|MNASNet|Sequential"
)
ON_TENSORS = ("to", "cuda", "unsqueeze", "dim", "permute", "numpy", "size_", "detach", "cpu")
DATA_SETS = "MNIST|FashionMNIST|KMNIST|EMNIST|CIFAR10|CIFAR100|SVHN|ImageFolder|DatasetFolder|STL10"


def _axes(*counts: int) -> Callable[[Found], bool]:
    """Whether a shape has so many axes."""
    return lambda found: len(found.shape("shape")) in counts


def _detecting(found: Found) -> bool:
    """Whether a detector of torchvision was at work."""
    return re.search(r"detection[/\\]\w+\.py", found.before[-3000:]) is not None


def _channels_first(found: Found) -> bool:
    """Whether a shape is one that pictures have as tensors."""
    shape = found.shape("shape")
    return (len(shape) == 3 and shape[0] in (1, 3)) or (len(shape) == 4 and shape[1] in (1, 3))


def _of_vision(found: Found) -> bool:
    text = found.before + found.code
    return "torchvision" in text or "transforms." in text or found.calls("ImageFolder")


def _in_transform(found: Found) -> bool:
    """Whether a transform of torchvision fails, or is all that an asker shows."""
    files = frames(last_traceback(found))
    if files:
        return re.search(r"torchvision[/\\]transforms", files[-1]) is not None
    return "transforms.Compose(" in found.before[-300:] and not found.code


def _downloading(found: Found) -> bool:
    """Whether torchvision or torch.hub loads something, or nothing tells who does."""
    return (
        "next" in found.fields
        or "torchvision" in found.before
        or "torch/hub" in found.before.replace("\\", "/")
        or (found.type.startswith("urllib.error.") and not found.code)
        or (
            titled(found, re.compile("torch", re.IGNORECASE))
            and not titled(found, re.compile(r"conda|\bpip\d?\b|install", re.IGNORECASE))
        )
    )


def _old_hub(found: Found) -> bool:
    """Whether the traceback shows a torch.hub that knows no GITHUB_TOKEN."""
    return found.calls("_validate_not_a_forked_repo") and not found.calls("_read_url")


def _refused(found: Found) -> dict[str, str]:
    """What a server says, without the words of somebody who asks about it."""
    told = re.match(r"[A-Z][\w-]*(?: [A-Z][\w-]*)*|rate limit exceeded", found["why"])
    return {"reason": told[0] if told else found["why"].rstrip("'\"`*. ")}


def _as_an_array(found: Found) -> bool:
    """Whether a picture of PIL was meant: its class tells, or what stands around."""
    return found["kind"] != "Image" or in_torch(found) or titled(found)


def _with_mask(found: Found) -> bool:
    """Whether a transform got a mask beside the picture, or a title tells of torchvision's."""
    if titled(found, re.compile("RCNN|albumentations", re.IGNORECASE)):
        return False
    return (
        titled(found)
        and titled(found, re.compile(r"torchvision|transforms?\b|\bmask", re.IGNORECASE))
    ) or re.search(r"transforms?\w*\(\w+, *\w*(?:mask|seg)\w*\)", found.line) is not None


def _of_a_tensor(found: Found) -> bool:
    """Whether what went into another library is a tensor, or comes from one."""
    return (
        titled(found)
        or in_torch(found)
        or re.search(r"\.(?:cpu|detach|numpy|permute)\(", found.line) is not None
    )


def _at_home(found: Found) -> bool:
    """Whether the folder is the one in which torch keeps what it downloads."""
    return re.search(r"[/\\]\.torch\b|\.cache[/\\]+torch\b", found["path"]) is not None


PICTURES = (
    Entry(
        (
            "pic should be PIL Image or ndarray. Got <class '{kind:NoneType}'>",
            "pic should be Tensor or ndarray. Got <class '{kind:NoneType}'>",
            "img should be PIL Image. Got <class '{kind:NoneType}'>",
        ),
        "tensor create",
        "A transform got None in place of a picture: cv2.imread gives that for a file that it does "
        "not find or cannot read, and any function without return.",
        "Print the path, and os.path.exists(path), in __getitem__. A transform of your own has to "
        "return the picture.",
        None,
        recorded=("TypeError: pic should be PIL Image or ndarray. Got <class 'NoneType'>",),
    ),
    Entry(
        (
            "pic should be 2/3 dimensional. Got {axes:int} dimensions",
            "pic should be 2/3 dimensional",
            "pic should be PIL Image or ndarray. Got <class '{kind:numpy.ndarray}'>",
            "pic should be Tensor or ndarray. Got <class '{kind:numpy.ndarray|torch.Tensor}'>",
        ),
        "tensor create",
        "ToTensor and ToPILImage take pictures, with 2 or 3 axes, and this has another number. "
        "It has {axes}.",
        "Print its shape.",
        None,
        ways=ways("""
            labels, or rows of a table: Write torch.from_numpy(a) or torch.tensor(y).
            a batch: Take one picture, x[0], or write for x in batch.
            a picture in each row: Write row.reshape(28, 28), with its own sizes.
        """),
        recorded=(
            "ValueError: pic should be 2/3 dimensional. Got 4 dimensions.",
            "ValueError: pic should be 2/3 dimensional. Got 1 dimensions.",
            "TypeError: pic should be PIL Image or ndarray. Got <class 'numpy.ndarray'>",
        ),
    ),
    Entry(
        ("img should be PIL Image", "pic should be PIL Image"),
        "tensor create",
        "This transform takes a picture of PIL in the installed torchvision, and got something "
        "else: a tensor, or an array of NumPy.",
        "",
        None,
        ways=ways("""
            it stands behind ToTensor(): Put it before transforms.ToTensor().
            tensors, or arrays: Put transforms.ToPILImage() first, or take torchvision 0.8.
        """),
        recorded=(
            '  File "/x/torchvision/transforms/functional.py", line 494, in resized_crop\n    '
            "assert _is_pil_image(img), 'img should be PIL Image'\nAssertionError: img should be "
            "PIL Image",
        ),
        when=lambda found: found.type == "AssertionError",
    ),
    Entry(
        "Input pic must be a torch.Tensor or NumPy ndarray, not <class '{kind:numpy.ndarray}'>",
        "env",
        "The array comes from another NumPy than the one that torchvision has loaded: NumPy was "
        "loaded twice, or replaced while the program ran.",
        "",
        None,
        command="env",
        ways=ways("""
            in a notebook, after pip: Start its kernel anew.
            each time: Write python -m pip install --force-reinstall numpy torch torchvision, in a
                new environment best.
        """),
        recorded=(
            "TypeError: Input pic must be a torch.Tensor or NumPy ndarray, not <class "
            "'numpy.ndarray'>",
        ),
    ),
    Entry(
        (
            "Input pic must be a PIL image, got <class '{kind:quoted}'>",
            "img should be Tensor. Got <class '{kind:quoted}'>",
            "Input type {kind:name} is not supported",
        ),
        "tensor create",
        "A picture of another kind was expected. This is {kind}.",
        "ToPILImage takes tensors (channels, height, width) of floats from 0 to 1 or of uint8, "
        "x.to(torch.uint8), and arrays (height, width, channels) of uint8: write "
        "a.astype(np.uint8). Other transforms take a picture of PIL or a tensor, as the message "
        "says: transforms.ToTensor()(picture) makes one of the other.",
        None,
        recorded=(
            "TypeError: Input pic must be a PIL image, got <class 'numpy.ndarray'>",
            'File "/site-packages/torchvision/transforms/functional.py", line 9, in to_pil_image\n'
            '    raise TypeError(f"Input type {npimg.dtype} is not supported")\nTypeError: Input '
            "type int32 is not supported",
            "TypeError: Input type int64 is not supported",
        ),
        when=lambda found: (
            found.fields.get("kind", "").count(".") == 1
            or _of_vision(found)
            or (
                found.type == "TypeError"
                and not found.code
                and re.fullmatch(r"u?int(?:16|32|64)|float(?:16|64)|bool", found["kind"])
                is not None
            )
        ),
    ),
    Entry(
        "Cannot handle this data type: ({sizes:shape}), {code:path}",
        "tensor create",
        "torchvision makes a picture of a tensor (channels, height, width), with 1 or 3 channels, "
        "in this function. This tensor has {channels} where the channels belong.",
        "Print x.shape.",
        None,
        ways=ways("""
            the channels stand last: Write x.permute(2, 0, 1), also for a picture made by
                torch.from_numpy(a).
            many channels: Choose three, x[:3], or show each alone: x.unsqueeze(1).
        """),
        recorded=(
            '  File "torchvision/utils.py", line 179, in draw_bounding_boxes\n    img_to_draw = '
            "Image.fromarray(ndarr)\nTypeError: Cannot handle this data type: (1, 1, 424), |u1",
        ),
        when=lambda found: (
            re.search(r"torchvision[/\\]utils\.py", found.before[-3000:]) is not None
            and found.shape("sizes")[-1] > 4
        ),
        more=lambda found: {"channels": str(found.shape("sizes")[-1])},
    ),
    Entry(
        (
            "Cannot handle this data type: ({sizes:shape}), {code:path}{after:text}",
            "Cannot handle this data type{after:text}",
        ),
        "tensor create",
        "Image.fromarray takes arrays (height, width), or (height, width, 3) for colours, of type "
        "uint8 as a rule. The message names in brackets what stands behind height and width, and "
        "then the type: {kind}.",
        "transforms.ToPILImage()(x) does it for a tensor (channels, height, width).",
        None,
        ways=(
            Way(
                "the channels stand in front",
                "Put them last: x.permute(1, 2, 0).squeeze().numpy().",
                lambda found: found.shape("sizes")[-1] > 4,
            ),
            Way(
                "a third axis of size 1",
                "Drop it: a.squeeze().",
                lambda found: found.shape("sizes") == [1, 1, 1],
            ),
            Way(
                "values of another type",
                "Write (a * 255).astype(np.uint8) for values from 0 to 1, a.astype(np.uint8) for "
                "those up to 255.",
                lambda found: "u1" not in found["code"],
            ),
        ),
        recorded=(
            "PyTorch TypeError: Cannot handle this data type: (1, 1, 28), |u1",
            'File "a.py", line 3, in f\n    Image.fromarray(x.cpu().numpy())\n'
            "TypeError: Cannot handle this data type: (1, 1, 1), <f4",
        ),
        when=lambda found: _of_a_tensor(found) or _of_vision(found),
        more=lambda found: {"kind": f"({found['sizes']}), {found['code']}"},
    ),
    Entry(
        "{function:make_grid|save_image}() got an unexpected keyword argument "
        "'{name:range|value_range}'",
        "env",
        "Newer releases of torchvision call this argument of {function} value_range, older ones "
        "range. The installed one does not take {name}.",
        "Write the other name, value_range=(-1, 1) or range=(-1, 1). If a library calls it, take "
        "a newer release of both.",
        None,
        recorded=(
            "TypeError: make_grid() got an unexpected keyword argument 'range'",
            "TypeError: save_image() got an unexpected keyword argument 'value_range'",
        ),
        command="env",
    ),
    Entry(
        (
            "{function:rotate|affine|resize|perspective|pad}() got an unexpected keyword argument "
            "'{name:resample|fillcolor}'",
            "{function:RandomRotation|RandomAffine|RandomPerspective|Resize}.__init__() got an "
            "unexpected keyword argument '{name:resample|fillcolor}'",
            "__init__() got an unexpected keyword argument '{name:resample|fillcolor}'",
        ),
        "env",
        "Newer releases of torchvision have another name for this argument of a transform, and do "
        "not take {name} any more.",
        "Write interpolation=transforms.InterpolationMode.BILINEAR in place of resample=, and "
        "fill= in place of fillcolor=.",
        None,
        recorded=(
            "TypeError: RandomRotation.__init__() got an unexpected keyword argument 'resample'",
            "TypeError: RandomAffine.__init__() got an unexpected keyword argument 'fillcolor'",
            '  File "/x/torchvision/transforms/transforms.py", line 9, in f\nTypeError: __init__() '
            "got an unexpected keyword argument 'fillcolor'",
        ),
        when=lambda found: "function" in found.fields or _of_vision(found),
        command="env",
    ),
    Entry(
        (
            "__call__() takes {wanted:int} positional arguments but {got:int} were given"
            "{after:text}",
            "{kind:name}.__call__() takes {wanted:int} positional arguments but {got:int} were "
            "given{after:text}",
        ),
        "",
        "A transform of torchvision is called with one picture, and got two things, such as a "
        "picture and its mask.",
        "Write image = transform(image) and mask = mask_transform(mask). Where both have to be "
        "flipped or cropped alike, torchvision.transforms.v2 takes both in one call, with the mask "
        "as tv_tensors.Mask(mask); without v2 draw the numbers once, and call "
        "transforms.functional with them for each.",
        None,
        recorded=(
            "torchvision TypeError: __call__() takes 2 positional arguments but 3 were given",
            'File "a.py", line 3, in __getitem__\n    image, mask = self.transform(image, mask)\n'
            "TypeError: Compose.__call__() takes 2 positional arguments but 3 were given",
        ),
        when=_with_mask,
    ),
    Entry(
        "tensor or list of tensors expected, got <class '{kind:quoted}'>",
        "tensor create",
        "make_grid and save_image take a tensor (batch, channels, height, width), or a list of "
        "pictures of one size. This is of type {kind}.",
        "Write torch.from_numpy(a).permute(2, 0, 1) for one picture of NumPy, "
        "transforms.ToTensor()(picture) for one of PIL, and torch.stack(list) for a list.",
        None,
        recorded=("TypeError: tensor or list of tensors expected, got <class 'numpy.ndarray'>",),
    ),
    Entry(
        "num_output_channels should be either 1 or 3",
        "tensor shape",
        "Grayscale makes a picture of one channel, or of three equal ones.",
        "Write transforms.Grayscale(1), or transforms.Grayscale(3) for a model that takes colours.",
        None,
        recorded=("ValueError: num_output_channels should be either 1 or 3",),
    ),
    Entry(
        (
            "Kernel size value should be an odd and positive number",
            "kernel_size should have odd and positive integers. Got {got:text}",
        ),
        "tensor shape",
        "GaussianBlur lays its kernel around each pixel, so its size is odd: 3, 5, 7. It is {got}.",
        "Write transforms.GaussianBlur(5).",
        None,
        recorded=(
            "ValueError: Kernel size value should be an odd and positive number.",
            "ValueError: kernel_size should have odd and positive integers. Got [4, 4]",
        ),
    ),
    Entry(
        "Expected tensor to be a tensor image of size ({axes:text}). Got tensor.size() = "
        "torch.Size([{shape:shape}])",
        "tensor shape",
        "Normalize takes a picture with the axes ({axes}), and this tensor has the shape "
        "[{shape}].",
        "",
        None,
        ways=(
            *ways(
                """
                a grey picture: Write x.unsqueeze(0), in a batch of them x.unsqueeze(1), and
                    Normalize one mean and one deviation.
                colours after torch.cat: Write torch.stack([r, g, b]).
            """,
                _axes(2),
            ),
            Way("a batch", "Write torch.stack([normalize(x) for x in batch]).", _axes(4)),
            Way("labels, or a table", "Write (x - mean) / std without Normalize.", _axes(1, 2)),
            Way("a picture in each row", "Write x.reshape(1, 28, 28), with its sizes.", _axes(1)),
        ),
        recorded=(
            "ValueError: Expected tensor to be a tensor image of size (C, H, W). Got tensor.size() "
            "= torch.Size([1800, 800])",
            "ValueError: Expected tensor to be a tensor image of size (..., C, H, W). Got "
            "tensor.size() = torch.Size([3]).",
        ),
    ),
    Entry(
        (
            "Wrong image {side:height|width}! Expected {wanted:int} but got {got:int}",
            "Wrong image {side:height|width}!",
            "Input image size ({got:text}) doesn't match model ({wanted:text})",
            "Input {side:height|width} ({got:int}) doesn't match model ({wanted:int})",
            "Input image {side:height|width} ({got:int}) doesn't match model ({wanted:int})",
        ),
        "tensor shape",
        "A vision transformer is made for pictures of one size, and this one has another. Wanted "
        "is {wanted}, and it is {got}.",
        "",
        None,
        ways=ways("""
            weights are loaded: Write transforms.Resize((224, 224)), with the size that the model
                was made for, or weights.transforms().
            no weights are loaded: Make the model for your size, image_size=256 or img_size=256: a
                multiple of the patch.
        """),
        recorded=(
            "AssertionError: Wrong image height! Expected 224 but got 518!",
            "AssertionError: Wrong image height!",
            "AssertionError: Input image size (32*32) doesn't match model (224*224).",
        ),
    ),
    Entry(
        (
            "Got inappropriate size arg: {got:text}",
            "Size should be int or sequence. Got <class '{got:quoted}'>",
            "Please provide only two dimensions (h, w) for size",
            "If size is a sequence, it should have 1 or 2 values",
        ),
        "tensor shape",
        "The size of a picture is one whole number or a pair, (height, width), and this is "
        "neither. It is {got}.",
        "Write transforms.Resize((224, 224)), or Resize(224) for the shorter side. A size from a "
        "command line is text: int(size).",
        None,
        recorded=("TypeError: Size should be int or sequence. Got <class 'str'>",),
        when=lambda found: "got" not in found.fields or found.type != "ValueError",
    ),
    Entry(
        (
            "{name:brightness|contrast|saturation|hue} values should be between {range:text}",
            "If {name:brightness|contrast|saturation|hue} is a single number, it must be non "
            "negative",
            "{name:brightness|contrast|saturation|hue}_factor ({value:text}) is not in [-0.5, 0.5]",
            "{name:hue}_factor is not in [-0.5, 0.5]",
        ),
        "",
        "ColorJitter changes a picture within bounds, and {name} lies outside of them.",
        "Numbers from 0 up do for brightness, contrast and saturation, and hue goes up to 0.5: "
        "ColorJitter(0.4, 0.4, 0.4, 0.1).",
        None,
        recorded=("ValueError: If brightness is a single number, it must be non negative.",),
    ),
    Entry(
        "Python integer {value:int} out of bounds for uint8",
        "env",
        "This torchvision counts hues in a way that NumPy 2 no longer allows.",
        'Install a newer torch and torchvision, or python -m pip install "numpy<2".',
        None,
        recorded=(
            'File "/site-packages/torchvision/transforms/_functional_pil.py", line 9, in adjust_hue'
            "\n    np_h += np.uint8(hue_factor * 255)\nOverflowError: Python integer -3 out of "
            "bounds for uint8",
        ),
        when=_of_vision,
        command="env",
    ),
    Entry(
        "'{kind:" + PIL + "}' object has no attribute '{name:to|cuda|unsqueeze|dim|permute|numpy|"
        "size_|detach|cpu|view|float|type|ndim|shape|dtype|astype|copy_|transpose_|reshape|mean|max|"
        "min}'{after:text}",
        "tensor create",
        "{name} belongs to arrays and tensors, and this is a picture of PIL, as Image.open gives "
        "it.",
        "Write np.array(picture) for an array (height, width, channels), which albumentations, "
        "OpenCV and skimage take, or transforms.ToTensor()(picture) for a tensor (channels, "
        "height, width). picture.size is its (width, height).",
        None,
        recorded=(
            "AttributeError: 'Image' object has no attribute 'to'",
            "AttributeError: 'PngImageFile' object has no attribute 'shape'",
            "AttributeError: 'MpoImageFile' object has no attribute 'shape'",
            'File "a.py", line 9, in __getitem__\n    image = self.transform(image)\n'
            'File "/lib/torchvision/transforms/transforms.py", line 1, in __call__\n    img = '
            "t(img)\nAttributeError: 'Image' object has no attribute 'shape'",
        ),
        when=lambda found: found["name"] in ON_TENSORS or _as_an_array(found),
    ),
    Entry(
        "'{kind:" + PIL + "}' object does not support item assignment{after:text}",
        "tensor create",
        "A picture of PIL cannot be changed at an index, as an array or a tensor can.",
        "Make an array of it first: a = np.array(picture), then a[:, :, 0] = 0, and "
        "Image.fromarray(a) is a picture again. np.asarray gives one that is read only.",
        None,
        recorded=(
            "sample[:, :, 0] = 0\nTypeError: 'Image' object does not support item assignment",
            "TypeError: 'PngImageFile' object does not support item assignment",
        ),
        when=lambda found: (
            _as_an_array(found) or re.search(r"\[[^\]\n]*[:,]", found.before[-200:]) is not None
        ),
    ),
    Entry(
        (
            "unsupported operand type(s) for {sign:path}: '{kind:" + PIL + "}' and '{:name}'",
            "unsupported operand type(s) for {sign:path}: '{:name}' and '{kind:" + PIL + "}'",
        ),
        "tensor create",
        "Pictures of PIL cannot be computed with: {sign} works with arrays and tensors.",
        "Make a tensor of it first, transforms.ToTensor()(picture), whose values go from 0 to 1, "
        "or an array by np.array(picture), whose values go from 0 to 255.",
        None,
        recorded=(
            "TypeError: unsupported operand type(s) for /: 'PngImageFile' and 'int'",
            "TypeError: unsupported operand type(s) for -: 'int' and 'JpegImageFile'",
        ),
        when=_as_an_array,
    ),
    Entry(
        "Floating point image RGB values must be in the 0..1 range{after:text}",
        "tensor numpy",
        "plt.imshow shows floats from 0 to 1, and these go beyond.",
        "",
        None,
        ways=ways("""
            Normalize went before: Write x * std + mean, with torch.tensor(std).view(3, 1, 1).
            values from 0 to 255: Write x.byte().
            made by a network or a training: Cut off what goes beyond: x.clamp(0, 1).
        """),
        recorded=(
            "ValueError: Floating point image RGB values must be in the 0..1 range. using pytorch",
            'File "a.py", line 9, in f\n    plt.imshow(x.cpu().permute(1, 2, 0))\n'
            "ValueError: Floating point image RGB values must be in the 0..1 range.",
        ),
        when=_of_a_tensor,
    ),
    Entry(
        "module 'PIL.Image' has no attribute '{name:register_decoder|register_encoder|"
        "register_extensions|register_mime}'",
        "env",
        "Parts of two releases of Pillow met: another one was installed, as with torchvision, "
        "while this program or notebook had the old one loaded, or two lie in the same place.",
        "Restart the kernel (in Colab Runtime, Restart). If it stays write python -m pip install "
        "--force-reinstall --no-cache-dir pillow, and restart again.",
        None,
        recorded=("AttributeError: module 'PIL.Image' has no attribute 'register_decoder'",),
    ),
    Entry(
        "size of input tensor and input format are different",
        "tensor shape",
        "TensorBoard's writer reads a picture by letters, one for each axis, and the tensor has "
        "another number of axes: CHW by add_image, NCHW by add_images and in batches.",
        'Print x.shape. Name what the axes are: add_image("a", x, dataformats="HW") for a grey '
        'picture without channels, "HWC" with the channels last, and add_images("a", x) for a '
        "batch. x[0] takes one picture out of a batch.",
        None,
        recorded=(
            "AssertionError: size of input tensor and input format are different.         tensor "
            "shape: (28, 28), input_format: CHW",
        ),
    ),
    Entry(
        "Unknown argument(s): {'unit_divisor': 1024}",
        "env",
        "The progress of a download is shown by tqdm, and the installed tqdm is too old for it: "
        "torch.hub, which loads weights for torchvision, wants unit_divisor of it.",
        "Write python -m pip install -U tqdm, and restart the program or notebook.",
        None,
        recorded=("tqdm.TqdmKeyError: \"Unknown argument(s): {'unit_divisor': 1024}\"",),
        command="env",
    ),
    Entry(
        "HTTP Error 403: rate limit exceeded",
        "env",
        "torch.hub asks GitHub about the repository, and GitHub answers only some such questions "
        "an hour from one address, which a cluster or Colab shares with many.",
        "Wait an hour. Models of torchvision come without GitHub from torchvision.models.",
        None,
        ways=(
            Way(
                "torch.hub before GITHUB_TOKEN",
                "Write torch.hub._validate_not_a_forked_repo = lambda a, b, c: True before "
                "torch.hub.load.",
                _old_hub,
            ),
            *ways("""
                a newer PyTorch: Set GITHUB_TOKEN to a token of your own, or write
                    torch.hub.load(…, skip_validation=True).
                loaded once before: Write torch.hub.load(path, name, source="local"), with its
                    folder in ~/.cache/torch/hub.
            """),
        ),
        recorded=(
            '  File "/lib/torch/hub.py", line 162, in _get_cache_or_reload\n    '
            "_validate_not_a_forked_repo(repo_owner, repo_name, branch)\n  File "
            '"/lib/torch/hub.py", line 124, in _validate_not_a_forked_repo\n    with urlopen(url) '
            "as r:\nurllib.error.HTTPError: HTTP Error 403: rate limit exceeded",
            'File "/site-packages/torch/hub.py", line 9, in _validate_not_a_forked_repo\n    '
            "response = json.loads(_read_url(Request(url, headers=headers)))\n"
            "urllib.error.HTTPError: HTTP Error 403: rate limit exceeded",
        ),
        when=_downloading,
    ),
    Entry(
        (
            "'{kind:Compose|ToTensor|Normalize|Resize|RandomCrop|CenterCrop|RandomHorizontalFlip|"
            "RandomResizedCrop|RandomRotation|ToPILImage}' object is not {:iterable|subscriptable}",
            "'{kind:list|tuple}' object is not callable",
            "{kind:Compose}.__init__() takes 2 positional arguments but {count:int} were given",
            "'{kind:Compose}' object has no attribute '{name:to|shape|size|unsqueeze}'",
        ),
        "",
        "transforms.Compose takes one flat list of transforms, and is called with a picture then. "
        "This is {kind}: the list's brackets are missing, or a list stands inside the list.",
        "Write t = transforms.Compose([transforms.Resize(224), transforms.ToTensor()]), and "
        "t(picture).",
        None,
        recorded=(
            'File "/lib/torchvision/transforms/transforms.py", line 95, in __call__\n    img = '
            "t(img)\nTypeError: 'list' object is not callable",
            "TypeError: 'ToTensor' object is not iterable",
        ),
        when=lambda found: (
            found["kind"] not in ("list", "tuple") or found.code.endswith(("t(img)", "(*inputs)"))
        ),
    ),
    Entry(
        (
            "'{kind:ToPILImage}' object has no attribute '{name:show|save|size|resize|convert|"
            "crop|shape|mode}'",
            "'{kind:ToTensor|PILToTensor}' object has no attribute '{name:shape|size|to|unsqueeze|"
            "view|dim|numpy|cuda|permute|float}'",
            "{kind:ToPILImage|ToTensor} object has no attribute {name:show|save|shape|size}",
            "'{kind:Resize|CenterCrop|RandomCrop|RandomResizedCrop}' object has no attribute "
            "'{name:show|save|convert|shape|unsqueeze}'",
        ),
        "",
        "{kind} is a transform itself, and not its result: it is made first, and called with the "
        "picture then.",
        "Write transforms.{kind}(…)(x), with two pairs of brackets: x in the second, and in the "
        "first nothing but settings, such as a size. ToPILImage takes one picture: of a batch "
        "x[0].",
        None,
        recorded=(
            "AttributeError: 'ToPILImage' object has no attribute 'show'",
            "AttributeError: 'ToTensor' object has no attribute 'shape'",
        ),
    ),
    Entry(
        (
            "{kind:ToTensor|ToPILImage|Normalize|Resize|Compose}() takes no arguments",
            "{kind:ToTensor|PILToTensor}.__init__() takes 1 positional argument but 2 were given",
            "__init__() takes 1 positional argument but 2 were given",
            "object() takes no parameters",
        ),
        "",
        "A transform is made first, and called with the picture then. Here the picture went into "
        "the making.",
        "Write transforms.ToTensor()(picture), with two pairs of brackets.",
        None,
        recorded=(
            "TypeError: ToTensor() takes no arguments",
            'File "a.py", line 2, in f\n    x = transforms.ToTensor(img)\nTypeError: object() '
            "takes no parameters",
        ),
        when=lambda found: (
            "kind" in found.fields
            or re.search(r"\b(?:transforms|T)\.\w+\(", found.line) is not None
        ),
    ),
    Entry(
        (
            "__array__() takes 1 positional argument but 2 were given{after:text}",
            "{kind:name}.__array__() takes 1 positional argument but 2 were given{after:text}",
        ),
        "env",
        "An object was to become an array of a certain type, by np.array, np.asarray or ToTensor() "
        "of torchvision, and its __array__ takes no type. Pillow 8.3.0 makes such pictures.",
        "",
        None,
        ways=ways("""
            a picture of PIL: Write pip install -U pillow, or np.array(picture) alone.
            another class: Give it def __array__(self, dtype=None, copy=None):.
        """),
        recorded=(
            "TypeError: __array__() takes 1 positional argument but 2 were given",
            'File "/lib/torchvision/transforms/functional.py", line 129, in to_tensor\n    '
            "np.array(pic, mode_to_nptype.get(pic.mode, np.uint8), copy=True)\n"
            "TypeError: __array__() takes 1 positional argument but 2 were given",
            "TypeError: Image.__array__() takes 1 positional argument but 2 were given",
        ),
        command="env",
    ),
    Entry(
        (
            "cannot identify image file '{path:quoted}'{after:text}",
            "cannot identify image file <_io.{:few} name='{path:quoted}'>{after:text}",
            "cannot identify image file{after:text}",
            "image file is truncated ({count:int} bytes not processed){after:text}",
            "broken data stream when reading image file{after:text}",
            "Truncated File Read",
        ),
        "env",
        "A file of the data set is no picture that PIL reads, or is not whole: a download that "
        "ended early, or another thing under that ending. It is {path}.",
        'Go through the files with Image.open(path).convert("RGB") in a try, and remove what '
        "fails. ImageFile.LOAD_TRUNCATED_IMAGES = True of PIL reads what there is of a cut file.",
        None,
        recorded=(
            'File "/lib/torchvision/datasets/folder.py", line 1, in pil_loader\n    img = '
            "Image.open(f)\nPIL.UnidentifiedImageError: cannot identify image file "
            "<_io.BufferedReader name='a.jpg'>",
            'File "/lib/torchvision/datasets/folder.py", line 1, in pil_loader\n    return '
            'img.convert("RGB")\nOSError: image file is truncated (14 bytes not processed)',
            "PyTorch OSError: cannot identify image file",
        ),
        when=lambda found: in_torch(found) or titled(found),
    ),
    Entry(
        "tile cannot extend outside image{after:text}",
        "tensor shape",
        "PIL reads and writes a picture in pieces, and one lies outside of it: the picture is "
        "empty, as a crop whose box has no surface is, or its file is damaged.",
        "Print picture.size and the box, (left, top, right, bottom) in pixels: left is smaller "
        "than right, and top than bottom. A file is tried alone with Image.open(path).load().",
        None,
        recorded=(
            "ValueError: tile cannot extend outside image pytorch",
            'File "/lib/torchvision/datasets/folder.py", line 1, in pil_loader\n    return '
            'img.convert("RGB")\nValueError: tile cannot extend outside image',
        ),
        when=lambda found: in_torch(found) or titled(found),
    ),
    Entry(
        (
            "[Errno 2] No such file or directory: '{mark:" + INVISIBLE + "}{after:text}",
            "[Errno 22] Invalid argument: '{mark:" + INVISIBLE + "}{after:text}",
        ),
        "env",
        "The path begins with a sign that is not seen, {mark}: it came along when the path was "
        "copied from a window of the system.",
        "Type the first letters of the path anew, with the quotation mark before them.",
        None,
        recorded=(
            "Pytorch ImageFolder FileNotFoundError: [Errno 2] No such file or directory: "
            "'\\u2068/home/a/data'",
        ),
        when=lambda found: titled(found) or in_torch(found),
        more=lambda found: {"mark": "U+" + found["mark"][-4:].upper()},
    ),
    Entry(
        "[Errno 2] No such file or directory: '{path:quoted}.{packed:gz|tar|zip|tgz}'",
        "env",
        "A data set of torchvision loads its files and unpacks them, and this one is not there. It "
        "is {path}.{packed}.",
        "",
        None,
        ways=ways("""
            several processes: Load it in one before the others start: each unpacks the files, and
                old releases remove them then.
            one process alone: Remove the data set's folder, and run it again.
        """),
        recorded=(
            'File "/lib/torchvision/datasets/mnist.py", line 46, in __init__\n    self.download()\n'
            "FileNotFoundError: [Errno 2] No such file or directory: "
            "'data/raw/train-images-idx3-ubyte.gz'",
        ),
        when=lambda found: (
            re.search(r"torchvision[/\\]datasets", last_traceback(found)) is not None
            and "self.download()" in found.code
        ),
    ),
    Entry(
        (
            "[Errno 2] No such file or directory: '{path:quoted}'",
            "[WinError 3] {why:text}: '{path:quoted}'",
        ),
        "env",
        "A data set reads a folder or a file that is not there. It is {path}.",
        "Print os.path.abspath(path) and os.listdir(): a name without a folder is looked for where "
        "the program was started, and capital letters and the ending, such as .jpg, belong to it. "
        "For data sets that torchvision can load write download=True.",
        None,
        recorded=(
            'File "/lib/torchvision/datasets/folder.py", line 41, in find_classes\n    classes = '
            "sorted(entry.name for entry in os.scandir(directory) if entry.is_dir())\n"
            "FileNotFoundError: [Errno 2] No such file or directory: 'data/train'",
        ),
        when=lambda found: (
            re.search(r"torchvision[/\\]datasets|torch[/\\]utils[/\\]data", last_traceback(found))
            is not None
        ),
    ),
    Entry(
        (
            "The archive {name:path} is not present in the root directory or is corrupted",
            "The daily quota of the file {name:path} is exceeded",
            "{odd:Error downloading} {name:path}",
        ),
        "env",
        "torchvision could not load a data set: it has to be fetched by hand, or the server gave a "
        "page in place of the file. The file is {name}.",
        "Remove what lies in the data set's folder, load the file with a browser, and put it there "
        "under the name that the message gives. ImageNet has no address that is open to all.",
        None,
        recorded=(
            "RuntimeError: The archive ILSVRC2012_devkit_t12.tar.gz is not present in the root "
            "directory or is corrupted. You need to download it externally and place it in "
            "imagenet.",
            "RuntimeError: Error downloading train-images-idx3-ubyte.gz",
        ),
        when=lambda found: "odd" not in found.fields or found.type == "RuntimeError",
    ),
    Entry(
        (
            "[Errno 13] Permission denied: '{path:quoted}'{after:text}",
            "[Errno 30] Read-only file system: '{path:quoted}'{after:text}",
        ),
        "env",
        "PyTorch keeps the weights that it downloads in ~/.cache/torch (once ~/.torch), and this "
        "user may not write there. It is {path}; in containers and services the home folder is "
        "often / itself.",
        "Name another folder before the program starts, export TORCH_HOME=/tmp/torch, or in it: "
        "torch.hub.set_dir(path), or model_dir=path for load_url and load_state_dict_from_url. If "
        "sudo made the folder, sudo chown -R $USER ~/.cache/torch gives it back.",
        None,
        recorded=(
            "PyTorch PermissionError: [Errno 13] Permission denied: '/.torch'",
            "PermissionError: [Errno 13] Permission denied: '/.cache/torch/hub'",
        ),
        when=_at_home,
    ),
    Entry(
        "Unknown value '{value:quoted}' for argument {name:name}. Valid values are {known:text}",
        "",
        "A data set of torchvision takes for {name} only certain words, and '{value}' is none of "
        "them.",
        'The message names them behind it: split="train", for instance.',
        None,
        recorded=(
            "ValueError: Unknown value 'training' for argument split. Valid values are {'train', "
            "'test'}.",
        ),
    ),
    Entry(
        "The parameter '{name:quoted}' expected value {wanted:int} but got {got:int} instead",
        "",
        "Weights that are ready-made belong to a model of their own sizes: {name} is {wanted} in "
        "them.",
        "Load the model as it is, and change its last layer then: model.fc = "
        "nn.Linear(model.fc.in_features, {got}). Or write weights=None.",
        None,
        recorded=(
            "ValueError: The parameter 'num_classes' expected value 1000 but got 10 instead.",
        ),
    ),
    Entry(
        "'{kind:" + MODELS + "}' object has no attribute '{name:fc|classifier|head|heads|features|"
        "in_features|out_features|layer4|last_layer|avgpool}'",
        "",
        "{kind} has no {name}: each kind of model calls its layers otherwise. The last one is fc "
        "in ResNet and Inception, classifier in VGG, DenseNet, MobileNet and EfficientNet, heads "
        "in ViT.",
        "print(model) shows the names. In nn.Sequential the last layer has a number: "
        "model.classifier[-1].in_features.",
        None,
        recorded=(
            "AttributeError: 'EfficientNet' object has no attribute 'fc'",
            "AttributeError: 'Sequential' object has no attribute 'in_features'",
        ),
        when=lambda found: found["kind"] != "Sequential" or found["name"][-9:] == "_features",
    ),
    Entry(
        "'{kind:InceptionOutputs|GoogLeNetOutputs}' object has no attribute '{name:name}'",
        "",
        "Inception and GoogLeNet give several results while they train, and {name} belongs to one "
        "of them.",
        "Write out, aux = model(x) for Inception, and out = model(x).logits for both, or "
        "aux_logits=False where the model is made without weights.",
        None,
        recorded=("AttributeError: 'GoogLeNetOutputs' object has no attribute 'size'",),
        when=lambda found: found["name"] not in ("log_softmax", "softmax", "relu"),
    ),
    Entry(
        (
            "'{name:boxes|labels|masks|keypoints|image_id}'",
            "string indices must be integers{:text}",
            "list indices must be integers or slices, not str",
            "'{what:list|str|Tensor|tuple}' object has no attribute 'keys'",
        ),
        "",
        "A detector of torchvision takes one dictionary for each picture, with boxes and labels, "
        "and masks for Mask R-CNN, as a list. What it got is another thing.",
        "Write dict(boxes=…, labels=…) for each picture, in a list as long as images, and let "
        "collate_fn keep the lists: lambda batch: tuple(zip(*batch)).",
        None,
        recorded=(
            'File "/lib/torchvision/models/detection/generalized_rcnn.py", line 1, in forward\n    '
            'boxes = target["boxes"]\nTypeError: string indices must be integers',
        ),
        when=_detecting,
    ),
    Entry(
        "'list' object has no attribute '{name:values|items|keys}'",
        "",
        "A detector of torchvision gives its losses as a dictionary in training only; in eval mode "
        "it gives a list of what it found.",
        "Call model.train() before losses = model(images, targets), under torch.no_grad() for the "
        "loss of validation.",
        None,
        recorded=(
            'File "a.py", line 3, in f\n    losses = sum(loss for loss in loss_dict.values())\n'
            "AttributeError: 'list' object has no attribute 'values'",
        ),
        when=lambda found: "loss_dict" in found.line,
    ),
    Entry(
        (
            "boxes should be a 2d tensor, got {axes:text}",
            "scores should be a 1d tensor, got {axes:text}",
            "boxes and scores should have same number of elements in dimension 0, got {a:int} and "
            "{b:int}",
            "boxes should have 4 elements in dimension 1, got {axes:int}",
        ),
        "tensor shape",
        "nms takes boxes of the shape (boxes, 4), and one score for each.",
        "Print boxes.shape and scores.shape. boxes.reshape(-1, 4) and scores.flatten() help; one "
        "picture of a batch is boxes[0].",
        None,
        recorded=("RuntimeError: boxes should be a 2d tensor, got 1D",),
    ),
    Entry(
        "dets should have the same type as scores",
        "tensor dtypes",
        "nms takes boxes and scores of one type, and these are half floats and floats, as "
        "torch.autocast makes them.",
        "Write torchvision.ops.nms(boxes.float(), scores.float(), 0.5).",
        None,
        recorded=("RuntimeError: dets should have the same type as scores",),
    ),
    Entry(
        (
            "Unsupported image file. Only {kinds:text} are currently supported",
            "Not a {kinds:JPEG|PNG} file: starts with {start:text}",
            "decode_image: {why:text}",
        ),
        "env",
        "torchvision.io reads a few kinds of pictures only, and looks at the bytes, not at the "
        "ending of the name.",
        'Take Image.open(path).convert("RGB") of PIL and transforms.ToTensor(), or save the file '
        "anew as PNG or JPEG.",
        None,
        recorded=(
            "RuntimeError: Unsupported image file. Only jpeg and png are currently supported.",
        ),
        when=lambda found: found.type == "RuntimeError" or "torch" in found.before,
    ),
    Entry(
        (
            "Invalid shape ({shape:shape}) for image data",
            "Invalid dimensions for image data",
        ),
        "tensor shape",
        "plt.imshow takes (height, width), or (height, width, 3) for colours, and tensors have "
        "their channels first. The shape is ({shape}).",
        "Write plt.imshow(x.permute(1, 2, 0)) for colours, x.squeeze() for a grey picture, and "
        "x[0] first for a batch.",
        None,
        recorded=(
            "TypeError: Invalid shape (3, 224, 224) for image data",
            'File "a.py", line 9, in f\n    plt.imshow(images[0].cpu())\nTypeError: Invalid '
            "dimensions for image data",
        ),
        when=lambda found: (
            _channels_first(found)
            if "shape" in found.fields
            else in_torch(found) or re.search(r"\.(?:cpu|detach|numpy)\(", found.line) is not None
        ),
    ),
    Entry(
        "Too many dimensions: {got:int} > {most:int}{after:text}",
        "tensor shape",
        'Image.fromarray was told a kind of grey picture, as mode="L", and takes (height, width) '
        "then. This array has {got} axes: tensors have one for the channels, and a batch one more.",
        "",
        None,
        ways=ways("""
            a grey picture: Write Image.fromarray(x.squeeze().numpy()).
            colours: Leave mode out, and put the channels last, as uint8:
                Image.fromarray(x.permute(1, 2, 0).numpy()).
            data of MNIST, replaced: Give each picture as (height, width).
        """),
        recorded=(
            "PyTorch ValueError: Too many dimensions: 3 > 2.",
            'File "/lib/torchvision/datasets/mnist.py", line 1, in __getitem__\n    img = '
            'Image.fromarray(img.numpy(), mode="L")\nValueError: Too many dimensions: 3 > 2.',
        ),
        when=lambda found: found["most"] == "2" and (titled(found) or in_torch(found)),
    ),
    Entry(
        (
            "object too deep for desired array{after:text}",
            "Third dimension must be 3 or 4{after:text}",
        ),
        "tensor shape",
        "A function outside of PyTorch takes other axes than this tensor has: plt.imsave takes "
        "(height, width) or (height, width, 3), np.bincount, np.interp and np.convolve one axis.",
        "Print x.shape. For plt.imsave write x.squeeze() for a grey picture, x.permute(1, 2, 0) "
        "for colours, and x[0] first for a batch; torchvision.utils.save_image(x, path) takes "
        "tensors as they are. For the others write x.flatten().",
        None,
        recorded=(
            "PyTorch ValueError: object too deep for desired array",
            'File "a.py", line 3, in f\n    plt.imsave("a.png", x.detach().cpu())\nValueError: '
            "object too deep for desired array",
        ),
        when=_of_a_tensor,
    ),
    Entry(
        (
            "PyAV is not installed, and is necessary for the video operations in torchvision",
            "'{kind:ImportError|ModuleNotFoundError}' object has no attribute 'open'",
        ),
        "env",
        "torchvision reads videos through PyAV, which is not installed.",
        "Write python -m pip install av, or torchcodec for newer releases.",
        None,
        recorded=(
            "ImportError: PyAV is not installed, and is necessary for the video operations in "
            "torchvision.",
            '  File "/lib/torchvision/io/video_reader.py", line 171, in __init__\n    '
            'self.container = av.open(src, metadata_errors="ignore")\nAttributeError: '
            "'ImportError' object has no attribute 'open'",
        ),
        when=lambda found: "kind" not in found.fields or "av.open(" in found.before + found.code,
        command="env",
    ),
    Entry(
        (
            "No such operator image::{name:name}",
            "operator image::{name:name} does not exist",
            "'_OpNamespace' 'image' object has no attribute '{name:name}'",
        ),
        "env",
        "torchvision.io reads and writes pictures with a part in C++, and here none is loaded that "
        "has {name}.",
        "from PIL import Image, and torchvision.transforms.functional.pil_to_tensor("
        "Image.open(path)), read a picture without it.",
        "torch.ops.image.read_file",
        ways=ways("""
            a warning above, Failed to load image: Install both of one release: python -m pip
                install --force-reinstall torch torchvision.
            no import torchvision: Write import torchvision.io above.
            packed by PyInstaller: Pack torchvision's image.so, image.pyd on Windows, too.
        """),
        recorded=("RuntimeError: No such operator image::read_file",),
        command="env",
    ),
    Entry(
        (
            "No such operator video_reader::{name:name}",
            "'_OpNamespace' 'video_reader' object has no attribute '{name:name}'",
            "Not compiled with video_reader support",
            "video_reader video backend is not available",
        ),
        "env",
        "torchvision's own part for videos, video_reader, is not loaded: as a rule this build has "
        "none, since it needs FFmpeg, and a torchvision that is built from source.",
        "",
        "torch.ops.video_reader.read_video_from_memory",
        ways=ways("""
            read_video of torchvision: Write python -m pip install av, and
                torchvision.set_video_backend("pyav").
            pytorchvideo: Write decoder="pyav".
            SlowFast: Set DATA.DECODING_BACKEND to pyav.
            a program of your own: Take torchcodec: with from torchcodec.decoders import
                VideoDecoder, VideoDecoder(path)[0] is the first frame.
        """),
        recorded=(
            "RuntimeError: No such operator video_reader::read_video_from_memory",
            "RuntimeError: Not compiled with video_reader support, to enable video_reader support, "
            "please install ffmpeg (version 4.2 is currently supported) and build torchvision from "
            "source.",
        ),
        command="env",
    ),
    Entry(
        "{name:name}: torchvision not compiled with {library:name} support",
        "env",
        "This torchvision was built without {library}, which {name} needs.",
        "",
        None,
        ways=ways("""
            built here: Install libjpeg-dev, libpng-dev and libwebp-dev, in conda libjpeg-turbo,
                libpng and libwebp, and build it anew.
            another one will do: Write python -m pip install --force-reinstall torch torchvision.
            nvJPEG: Install a torchvision for CUDA, or leave device="cuda" out.
            libheif, libavif: Write python -m pip install -U torch torchvision
                torchvision-extra-decoders.
            only a few pictures: Read them with PIL: Image.open(path).convert("RGB").
        """),
        recorded=(
            "RuntimeError: decodeJPEG: torchvision not compiled with libjpeg support",
            "RuntimeError: encode_png: torchvision not compiled with libpng support",
        ),
        command="env",
    ),
    Entry(
        "'{kind:" + DATA_SETS + "}' object has no attribute '{name:name}'",
        "",
        "The data set {kind} has no {name}: data sets of torchvision keep their samples under "
        "different names.",
        "MNIST and CIFAR have data and targets (once train_data and train_labels), ImageFolder has "
        "samples, targets and classes. x, y = dataset[0] works with all.",
        None,
        recorded=("AttributeError: 'MNIST' object has no attribute 'train_data'",),
    ),
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
        "Print x.shape: x.unsqueeze(0) adds an axis, x.flatten(0, 1) lays two together. A size of "
        "0 comes from an empty mask, or from pictures that became too small.",
        F + "F.max_pool1d(torch.ones(4), 2)",
    ),
    Entry(
        (
            "expected {what:stride|padding|dilation|output_padding} to be a single integer value "
            "or a list of {wanted:int} values to match the convolution dimensions, but got {:few}"
            "=[{values:shape}]",
            "expected {what:stride|padding|dilation|output_padding} to be a single integer value "
            "or a list of {wanted:int} values",
        ),
        "tensor shape",
        "A convolution has as many numbers for {what} as its weight (in old releases its input) "
        "has axes behind the first two, {wanted} here. It got [{values}].",
        "Print x.shape and weight.shape.",
        F + "F.conv2d(torch.ones(3, 4, 4), torch.ones(2, 3, 3))",
        ways=(
            *ways("""
                F.conv2d, with its own weight: Give x (batch, channels, height, width), and the
                    weight (out, in, height, width); F.conv1d has length alone.
                x lacks an axis: Write x.unsqueeze(0).
                kernel_size=(3,): Write 3 or (3, 3) in nn.Conv2d.
            """),
            Way(
                "padding=(0, 1, 0, 1)",
                "Write F.pad(x, (0, 1, 0, 1)), and leave padding out.",
                lambda found: len(found.shape("values")) == 4 == 2 * found.number("wanted"),
            ),
        ),
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
        "Expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and non-zero "
        "dimensions for input, but got: [{got:shape}]",
        "tensor shape",
        "fold takes columns, (batch, channels · kernel, places), as F.unfold gives them. This "
        "tensor has the shape [{got}].",
        "Write x.flatten(1, -2) to lay channels and kernel into one axis, x.flatten(2) for places "
        "in rows and columns.",
        F + "F.fold(torch.ones(1, 1, 4, 9), (4, 4), 2)",
        since=(2, 1),
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
        "{:Given input with spatial size |}({size:shape}), kernel_size=({kernel:shape}), "
        "dilation=({dilation:shape}), padding=({padding:shape}), calculated shape of the array of "
        "sliding blocks as ({blocks:shape}), ",
        "tensor shape",
        "unfold takes no patch out of the picture, since one is larger than it: a patch covers "
        "dilation · (kernel_size - 1) + 1 pixels, and the picture has ({size}), with ({padding}) "
        "at each side. The kernel_size is ({kernel}), dilation ({dilation}).",
        "Print x.shape: F.unfold takes (batch, channels, height, width), and the last two are the "
        "size. Then take a smaller kernel_size or dilation, padding, or a larger picture.",
        F + "F.unfold(torch.ones(1, 1, 4, 4), 2, dilation=8)",
        recorded=(
            "RuntimeError: Given input with spatial size (4, 4), kernel_size=(2, 2), dilation=(8, "
            "8), padding=(0, 0), calculated shape of the array of sliding blocks as (-4, -3), "
            "which is too small (non-positive).",
        ),
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
            "empty range for randrange() ({range:text})",
            "empty range in randrange({range:text})",
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
        when=lambda found: "range" not in found.fields or _of_vision(found),
    ),
    Entry(
        (
            "Input tensor should be a float tensor. Got {kind:name}",
            "Input tensor should be float tensor. Got {kind:name}",
            "std evaluated to zero after conversion to {kind:text}, leading to division by zero",
        ),
        "tensor dtypes",
        "Normalize divides by the deviations, as floats and not by 0. The type of the picture is "
        "{kind}.",
        "",
        None,
        ways=ways("""
            a picture, or an array of uint8: Put ToTensor() before Normalize; another array becomes
                a.astype(np.uint8) before it.
            whole numbers: Write transforms.ConvertImageDtype(torch.float).
            a deviation of 0: Give deviations above 0.
        """),
        recorded=(
            "TypeError: Input tensor should be a float tensor. Got torch.uint8.",
            "ValueError: std evaluated to zero after conversion to torch.uint8, leading to "
            "division by zero.",
        ),
    ),
    Entry(
        ("Tensor is not a torch image", "tensor is not a torch image"),
        "tensor shape",
        "Normalize takes a tensor (channels, height, width), and got something else.",
        "Print type(x), and x.shape.",
        None,
        ways=ways("""
            a picture, or an array: Put transforms.ToTensor() before transforms.Normalize.
            a batch: Write torch.stack([normalize(x) for x in batch]).
            a list of pictures: Write [normalize(to_tensor(x)) for x in pictures].
            no picture: Write (x - mean) / std.
        """),
        recorded=("TypeError: tensor is not a torch image.",),
    ),
    Entry(
        "Unexpected type <class '{kind:quoted}'>{after:text}",
        "tensor create",
        "A transform of torchvision takes a picture of PIL, or a tensor. This is of type {kind}.",
        "Make a picture of an array first: transforms.ToPILImage()(a), or Image.fromarray(a), as "
        "the first of the transforms; or a tensor by transforms.ToTensor()(a). Of a path make one "
        "by Image.open(path), and of a dictionary or a pair take the picture out.",
        None,
        recorded=(
            'File "/site-packages/torchvision/transforms/functional_pil.py", line 9, in get_size\n'
            '    raise TypeError(f"Unexpected type {type(img)}")\n'
            "TypeError: Unexpected type <class 'numpy.ndarray'>",
            "torchvision TypeError: Unexpected type <class 'str'>",
        ),
        when=lambda found: _of_vision(found) or titled(found, re.compile("torchvision|transforms")),
    ),
    Entry(
        "'{kind:list|tuple}' object has no attribute '{name:size|mode|width|height|convert|resize|"
        "crop|rotate|transpose|getbands|bands|shape}'",
        "tensor create",
        "A transform of torchvision takes a picture of PIL, or a tensor. This is of type {kind}.",
        "Print type(x) before the transform.",
        None,
        ways=ways("""
            the step before gives a list: Let it give one picture, x[0].
            FiveCrop or TenCrop before it: Write transforms.Lambda(lambda crops: torch.stack([t(c)
                for c in crops])), with t = transforms.ToTensor().
            several pictures: Write [transform(x) for x in pictures].
        """),
        recorded=(
            'File "/site-packages/torchvision/transforms/transforms.py", line 60, in __call__\n    '
            "img = t(img)\nAttributeError: 'list' object has no attribute 'size'",
        ),
        when=_in_transform,
    ),
    Entry(
        (
            "Dataset not found or corrupted. You can use download=True to download it",
            "Dataset not found. You can use download=True to download it",
            "Dataset not found or corrupted",
            "Dataset not found, please {:text}download",
        ),
        "env",
        "torchvision looked for the files of a data set below root, and did not find them whole.",
        "",
        None,
        ways=ways("""
            they were never loaded: Write download=True.
            they are there: Let root be the folder above, which holds MNIST/raw.
            they are there in part: Remove them, and load them again.
            a class of your own: Hand download=True on to super().__init__.
        """),
        recorded=(
            "RuntimeError: Dataset not found. You can use download=True to download it",
            "RuntimeError: Dataset not found or corrupted. You can use download=True to download "
            "it",
        ),
        when=lambda found: found.type == "RuntimeError" or "torch" in found.before + found.code,
    ),
    Entry(
        "can only join an iterable",
        "env",
        "ImageFolder was given is_valid_file and found no file, and this torchvision fails on the "
        "message that would say so.",
        "Print a few paths and is_valid_file(path): it has to give True for the pictures. Root is "
        "the folder above those of the classes.",
        None,
        recorded=(
            'File "/site-packages/torchvision/datasets/folder.py", line 97, in __init__\n    '
            '"Supported extensions are: " + ",".join(extensions)))\n'
            "TypeError: can only join an iterable",
        ),
        when=lambda found: (
            re.search(
                r"ImageFolder|DatasetFolder|datasets[/\\]folder\.py",
                last_traceback(found) + found.code,
            )
            is not None
        ),
    ),
    Entry(
        "unsupported operand type(s) for /: '{kind:tuple|list}' and '{:int|float}'",
        "env",
        "This transform is of an old torchvision, which takes the size as one number. It got a "
        "{kind}.",
        "",
        None,
        ways=ways("""
            height and width are fixed: Install a newer torchvision, and write
                transforms.Resize((h, w)).
            the shorter side is enough: Write transforms.Scale(256).
        """),
        recorded=(
            'File "/site-packages/torchvision/transforms.py", line 139, in __call__\n    ow = '
            "int(self.size * w / h)\nTypeError: unsupported operand type(s) for /: 'tuple' and "
            "'int'",
        ),
        when=lambda found: "self.size * " in found.code and "torchvision" in found.before,
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
        (
            "{:Couldn't|Could not} find any {:any |}class folder in {path:text}",
            "Found 0 {:images|files} in subfolders of: {path:text} Supported ",
            "Found 0 {:images|files} in subfolders of: {path:path}",
            "Found 0 {:images|files} in subfolders of",
        ),
        "env",
        "ImageFolder takes each folder below its root as a class, and found none with pictures in "
        "it. The root is {path}.",
        "",
        None,
        ways=(
            *ways("""
                pictures lie in root itself: Put them into a folder for each class,
                    root/cats/1.jpg; without classes into one, root/all/1.jpg.
                root is a class itself: Hand over the folder above it.
            """),
            Way(
                "braces in the path",
                "Write f before its quotation mark.",
                lambda found: "{" in found["path"],
            ),
            Way("other endings than .jpg, .png", "Rename the files, or hand over is_valid_file."),
        ),
        recorded=(
            "FileNotFoundError: Couldn't find any class folder in ./data/train.",
            "RuntimeError: Found 0 files in subfolders of: ./data/train\nSupported extensions are: "
            ".jpg,.jpeg,.png",
        ),
        more=lambda found: {"path": found["path"].rstrip(".,")},
    ),
    Entry(
        (
            "{next:Failed to download (trying next):} HTTP Error {code:int}: {why:text}",
            "HTTP Error {code:int}: {why:text}",
        ),
        "env",
        "The server does not give out what lies, or lay, at this address. It says {code}: "
        "{reason}.",
        "Files loaded by hand go into root/MNIST/raw for MNIST, ~/.cache/torch/hub/checkpoints "
        "for weights.",
        None,
        ways=(
            *ways("""
                torchvision's address: Write pip install -U torch torchvision: addresses have
                    moved, as that of MNIST.
                torch.hub.load: Look at the name and its branch, "owner/name:main".
            """),
            Way(
                "429, or 500 to 504",
                "Try again later.",
                lambda found: found["code"] not in ("403", "404", "410"),
            ),
            Way(
                "a browser opens it",
                "Write opener = urllib.request.build_opener(); opener.addheaders = "
                '[("User-Agent", "Mozilla/5.0")]; urllib.request.install_opener(opener).',
            ),
        ),
        recorded=(
            'File "/site-packages/torchvision/datasets/mnist.py", line 9, in download\n    '
            "download_and_extract_archive(url)\nurllib.error.HTTPError: HTTP Error 403: Forbidden",
            "HTTPError : HTTP Error 403: Forbidden when download MNIST dataset using pytorch",
            "urllib.error.HTTPError: HTTP Error 503: Service Unavailable",
            "Downloading http://yann.lecun.com/exdb/mnist/train-images-idx3-ubyte.gz\nFailed to "
            "download (trying next):\nHTTP Error 404: Not Found",
        ),
        when=_downloading,
        more=_refused,
    ),
    Entry(
        (
            "{next:Failed to download (trying next):} <urlopen error [SSL: "
            "CERTIFICATE_VERIFY_FAILED] {why:text}>",
            "<urlopen error [SSL: CERTIFICATE_VERIFY_FAILED] {why:text}>",
            "[SSL: CERTIFICATE_VERIFY_FAILED] {why:text}",
        ),
        "env",
        "The download failed, since Python could not prove that the server is the right one. "
        "Certificates are missing or too old here, or a proxy sets its own between.",
        "Write python -m pip install -U certifi; on a Mac with Python from python.org run Install "
        "Certificates.command in its folder. Look at the machine's clock. Or load the file with a "
        "browser and put it where the message looks for it.",
        None,
        recorded=(
            'File "/site-packages/torch/hub.py", line 9, in load_state_dict_from_url\n    '
            "download_url_to_file(url)\nurllib.error.URLError: <urlopen error [SSL: "
            "CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer "
            "certificate (_ssl.c:1129)>",
        ),
        when=_downloading,
    ),
    Entry(
        (
            "{next:Failed to download (trying next):} <urlopen error {why:text}>",
            "<urlopen error {why:text}>",
        ),
        "env",
        "This machine did not reach the server from which something was to be loaded. It says: "
        "{why}.",
        "Open the address in a browser on the same machine.",
        None,
        ways=ways("""
            the browser opens it: Set HTTPS_PROXY behind a proxy, or try again later.
            a cluster, a container: It may have no network: load the data before.
            files loaded by hand: Put them into root/MNIST/raw for MNIST,
                ~/.cache/torch/hub/checkpoints for weights.
        """),
        recorded=(
            "Downloading http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/train-images-"
            "idx3-ubyte.gz\nFailed to download (trying next):\n<urlopen error [WinError 10060] A "
            "connection attempt failed because the connected party did not properly respond after "
            "a period of time, or established connection failed because connected host has failed "
            "to respond>",
            'File "/site-packages/torchvision/datasets/utils.py", line 9, in download_url\n    '
            "urllib.request.urlretrieve(url)\nurllib.error.URLError: <urlopen error [Errno -3] "
            "Temporary failure in name resolution>",
        ),
        when=_downloading,
    ),
    Entry(
        (
            'invalid hash value (expected "{wanted:quoted}", got "{:quoted}")',
            "File not found or corrupted",
            "The MD5 checksum of the download file {name:path} does not match the one on record",
        ),
        "env",
        "A file was not loaded whole, or is another one than was wanted.",
        "",
        None,
        ways=ways("""
            a file of Google Drive, as CelebA's: Write python -m pip install -U gdown torchvision.
                After too many downloads Drive gives a page: wait a day, or load it with a browser.
            a small file, text or HTML: Read it: it is a server's answer, or a proxy's.
        """),
        recorded=(
            'RuntimeError: invalid hash value (expected "e3b0c442", got "37f21b0e")',
            "RuntimeError: The MD5 checksum of the download file ./data/celeba/"
            "img_align_celeba.zip does not match the one on record. Please delete the file and try "
            "again.",
            'File "/site-packages/torchvision/datasets/utils.py", line 9, in download_url\n'
            '    raise RuntimeError("File not found or corrupted.")\n'
            "RuntimeError: File not found or corrupted.",
        ),
        when=lambda found: bool({"wanted", "name"} & found.fields.keys()) or _of_vision(found),
    ),
    Entry(
        "'NoneType' object has no attribute 'group'",
        "env",
        "An old torch.hub looks for a hash in the file's name, as in name-0123abcd.pth, and this "
        "address has none.",
        "Load the file by hand, and write model.load_state_dict(torch.load(path)). A newer PyTorch "
        "takes such names: torch.hub.load_state_dict_from_url(url).",
        None,
        recorded=(
            "line 461, in load_state_dict_from_url\n    hash_prefix = HASH_REGEX.search(filename)."
            "group(1)\nAttributeError: 'NoneType' object has no attribute 'group'",
        ),
        when=lambda found: "HASH_REGEX" in found.before,
    ),
    Entry(
        "It looks like there is no internet connection and the repo could not be found in the "
        "cache ({path:path})",
        "",
        "torch.hub.load could not reach GitHub, and there is no copy of the repository on this "
        "machine. It looked in {path}.",
        "",
        None,
        ways=ways("""
            the connection is slow, or a proxy is needed: Set HTTPS_PROXY, and run it again.
            no connection: Bring the repository here, and write torch.hub.load("path/to/repository",
                name, source="local"), with its weights in ~/.cache/torch/hub/checkpoints.
            another machine has run it: Copy its folder ~/.cache/torch/hub to this one.
        """),
        recorded=(
            "RuntimeError: It looks like there is no internet connection and the repo could not be "
            "found in the cache (/home/me/.cache/torch/hub)",
        ),
    ),
    Entry(
        (
            'Unknown source: "{name:quoted}". Allowed values: "github" | "local"',
            "No such file or directory: '{path:quoted}hubconf.py'",
        ),
        "",
        'torch.hub.load takes a repository of GitHub, owner/name, or with source="local" a folder '
        "that has a file hubconf.py. It looked in {path}.",
        'Write torch.hub.load("owner/name", model), or torch.hub.load("folder", model, '
        'source="local") with the folder in which hubconf.py lies.',
        "torch.hub.load('a/b', 'c', source='web')",
        recorded=("FileNotFoundError: [Errno 2] No such file or directory: '/tmp/a/hubconf.py'",),
        # Cut off before hubconf.py, it is a message of Python.
        when=lambda found: "name" in found.fields or bool(found["path"]),
    ),
    Entry(
        (
            "File is not a zip file",
            "not a gzip file",
            "file could not be opened successfully",
            "Compressed file ended before the end-of-stream marker was reached",
        ),
        "",
        "The archive that torchvision unpacks is none, or is not whole: loading it broke off, or "
        "the server sent a page in its place, as Google Drive does when a file was asked for too "
        "often.",
        "Remove the file from the data set's folder and load it again; or load it by hand, in a "
        "browser, put it there, and leave download=True out.",
        None,
        recorded=(
            'File "/site-packages/torchvision/datasets/celeba.py", line 66, in __init__\n    '
            'self.download()\n  File "/usr/lib/python3.6/zipfile.py", line 1, in _RealGetContents\n'
            '    raise BadZipFile("File is not a zip file")\nzipfile.BadZipFile: File is not a zip '
            "file",
        ),
        when=lambda found: re.search(r"torchvision[/\\]datasets", found.before) is not None,
    ),
    Entry(
        (
            "Cannot find callable {name:name} in {hub:hubconf}",
            "Cannot find {name:model} in {hub:hubconf}",
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
        ),
        when=lambda found: "hub" in found.fields or "hub" in found.before + found.code,
    ),
    Entry(
        "Missing dependencies: {names:text}",
        "env",
        "hubconf.py of the repository names packages that it needs, and torch.hub, which installs "
        "none, did not find them: {names}.",
        "Write python -m pip install {wheels}, where a package may have another name than its "
        "import, and restart the notebook.",
        "class Hub:\n    dependencies = ['timm', 'no_such']\n"
        "import torch.hub\ntorch.hub._check_dependencies(Hub)",
        more=lambda found: {
            "names": found["names"].rstrip(".,'\" "),
            "wheels": found["names"].rstrip(".,'\" ").replace(", ", " "),
        },
        recorded=(
            "RuntimeError: Missing dependencies: pandas",
            'File "/site-packages/torch/hub.py", line 9, in _check\n    raise RuntimeError(e)\n'
            "RuntimeError: Missing dependencies: timm, einops",
        ),
        when=lambda found: (
            "hub" in found.before + found.code
            or (
                found.type == "RuntimeError"
                and not found.code
                and re.fullmatch(r"[\w.-]+(?:, [\w.-]+)*", found["names"].strip()) is not None
            )
        ),
        command="env",
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
        "Write losses = model(images, targets) for training, with dict(boxes=…, labels=…) for each "
        "picture as a list of targets, and loss = sum(losses.values()): a loop for classification, "
        "with a criterion, does not do. Call model.eval() before out = model(images).",
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
        "",
        None,
        ways=ways("""
            boxes as x, y, w, h: Write torchvision.ops.box_convert(boxes, "xywh", "xyxy").
            some boxes are empty: Leave them out, with their labels: keep = (boxes[:, 2:] > boxes[:,
                :2]).all(1), boxes[keep], labels[keep].
            all are wrong: Look at the order of the columns, y1, x1, y2, x2.
        """),
        recorded=(
            "ValueError: All bounding boxes should have positive height and width. Found invalid "
            "box [10.0, 20.0, 10.0, 40.0] for target at index 0.",
        ),
    ),
    Entry(
        (
            "Expected target boxes to be a {:tensor of|tensorof} shape [N, 4], got "
            "torch.Size([{shape:shape}])",
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
        (
            "cannot import name '{name:PILLOW_VERSION}' from 'PIL'",
            "module 'PIL.Image' has no attribute '{name:ANTIALIAS|LINEAR|Resampling|BICUBIC}'",
        ),
        "env",
        "PyTorch or torchvision and the Pillow beside it are of different times: this Pillow has "
        "no {name}.",
        "Install a newer torch and torchvision. Else take the Pillow of their time: python -m pip "
        'install "pillow<7" for PILLOW_VERSION, "pillow<10" for ANTIALIAS and LINEAR.',
        None,
        recorded=(
            "ImportError: cannot import name 'PILLOW_VERSION' from 'PIL' "
            "(/usr/lib/python3/dist-packages/PIL/__init__.py)",
            'File "/site-packages/torch/utils/tensorboard/summary.py", line 9, in make_image\n    '
            "image = image.resize((w, h), Image.ANTIALIAS)\nAttributeError: module 'PIL.Image' has "
            "no attribute 'ANTIALIAS'",
        ),
        when=lambda found: found["name"] == "PILLOW_VERSION" or in_torch(found),
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
