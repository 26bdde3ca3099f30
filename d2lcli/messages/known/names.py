"""Names that are not there: of tensors, of torch, and of what was not imported."""

from __future__ import annotations

import difflib
import re

from ...language import MESSAGES, mark, tr
from ..entry import Entry, Found
from .calls import about_torch, by_library, in_torch, told, within_torch
from .pictures import PIL

IMPORTS = {
    "np": "import numpy as np",
    "plt": "import matplotlib.pyplot as plt",
    "nn": "from torch import nn",
    "F": "import torch.nn.functional as F",
    "optim": "from torch import optim",
    "DataLoader": "from torch.utils.data import DataLoader",
    "Dataset": "from torch.utils.data import Dataset",
    "Variable": "from torch.autograd import Variable",
    "Tensor": "from torch import Tensor",
    "TensorDataset": "from torch.utils.data import TensorDataset",
    "Subset": "from torch.utils.data import Subset",
    "random_split": "from torch.utils.data import random_split",
    "SummaryWriter": "from torch.utils.tensorboard import SummaryWriter",
    "autocast": "from torch.amp import autocast",
    "GradScaler": "from torch.amp import GradScaler",
    "datasets": "from torchvision import datasets",
    "models": "from torchvision import models",
    "init": "from torch.nn import init",
    "DistributedDataParallel": "from torch.nn.parallel import DistributedDataParallel",
    "DDP": "from torch.nn.parallel import DistributedDataParallel as DDP",
    "lr_scheduler": "from torch.optim import lr_scheduler",
    "ImageFolder": "from torchvision.datasets import ImageFolder",
    "make_grid": "from torchvision.utils import make_grid",
    "save_image": "from torchvision.utils import save_image",
    "pad_sequence": "from torch.nn.utils.rnn import pad_sequence",
    "pack_padded_sequence": "from torch.nn.utils.rnn import pack_padded_sequence",
    "pad_packed_sequence": "from torch.nn.utils.rnn import pad_packed_sequence",
    "Parameter": "from torch.nn import Parameter",
    "CrossEntropyLoss": "from torch.nn import CrossEntropyLoss",
    "d2l": "from d2l import torch as d2l",
    "transforms": "from torchvision import transforms",
}

# Names that others use too, and what stands behind torch's.
NEAR = {
    "datasets": r"\bdatasets\.(?:\w*MNIST|CIFAR\w+|ImageFolder|ImageNet|SVHN|STL10|CelebA|Coco)",
    "models": r"\bmodels\.(?:resnet|vgg|alexnet|densenet|mobilenet|efficientnet|inception|vit_|"
    r"detection|segmentation|googlenet|squeezenet|ResNet)",
    "init": r"\binit\.(?:xavier|kaiming|normal|uniform|constant|zeros|orthogonal)_?\w*\(",
    "Tensor": r"\btorch\b|\bnn\.",
    "Variable": r"torch|\.cuda\(|requires_grad|volatile|Variable\((?:inputs?|images?|labels?|data|"
    r"targets?|x|y)\b",
    "autocast": "autocast",
    "Subset": r"\bSubset\(",
    "Parameter": r"\bParameter\((?:torch|data|requires_grad|init)|torch",
}
# The same for what a program makes itself.
USED = {
    "device": r"^$|\.to\(device|device=device|torch",
    "model": r"\bmodel\.(?:to\(|train\(\)|eval\(\)|parameters\(|state_dict\(|load_state_dict\()",
    "optimizer": r"zero_grad|optimizer\.step",
    "criterion": r"^$|criterion\(",
    "loss_fn": r"^$|loss_fn\(",
}
# Objects of a training, and what makes them.
MADE = {
    "device": 'device = "cuda" if torch.cuda.is_available() else "cpu"',
    "criterion": "criterion = nn.CrossEntropyLoss()",
    "lossfn": "loss_fn = nn.CrossEntropyLoss()",
    "optimizer": "optimizer = torch.optim.Adam(model.parameters())",
    "model": "model = Net().to(device)",
    **{
        name: f"{name} = DataLoader(dataset, batch_size=64)"
        for name in (
            "trainloader",
            "testloader",
            "valloader",
            "trainiter",
            "testiter",
        )
    },
}

# What every PyTorch has.
PLAIN = frozenset(
    re.findall(
        r"\S+",
        """
        Tensor nn ones zeros rand randn arange cat stack optim utils cuda sum mean exp manual_seed
        load save from_numpy matmul mm autograd eye linspace max min sqrt sin cos FloatTensor
        LongTensor version __version__ Size _C
        """,
    )
)

# What came with PyTorch 0.4, in 2018.
SINCE_0_4 = (
    "tensor|device|dtype|float|float32|float64|int|int64|long|uint8|double|half|no_grad|empty"
)
# What came with a later release than many have.
LATER = frozenset(
    re.findall(
        r"\S+",
        """
        compile compiler float8_e4m3fn float8_e5m2 uint16 uint32 uint64 inference_mode vmap func
        frombuffer concat concatenate asarray get_default_device set_default_device xpu mps
        accelerator library export amp linalg special fft maximum minimum permute movedim
        bitwise_left_shift is_inference_mode_enabled nan_to_num bfloat16 sparse_compressed_tensor
        nested set_float32_matmul_precision get_float32_matmul_precision int1 int2 int3 int4 int5
        fx pi searchsorted bucketize cdist quantile amax amin block_diag cartesian_prod isin kron
        outer hstack vstack dstack column_stack tensor_split tile logaddexp polar view_as_complex
        view_as_real result_type promote_types float_power nanmean nansum trapezoid histogram
        logical_and logical_or logical_not isfinite isinf bitwise_and count_nonzero
        triu_indices tril_indices is_autocast_enabled Generator BoolTensor bool broadcast_shapes
        moveaxis swapaxes diff clip square scatter_reduce channels_last memory_format
        int6 int7 uint1 uint2 uint3 uint4 uint5 uint6 uint7 classes ops hub jit quantization
        sparse_csr sparse_bsr autocast get_autocast_gpu_dtype can_cast isclose tensordot argsort
        einsum flip roll rot90 where stft istft full full_like empty_like randint as_tensor isnan
        finfo iinfo repeat_interleave enable_grad set_grad_enabled is_grad_enabled broadcast_tensors
        combinations logsumexp cumulative_trapezoid std_mean var_mean unique_consecutive real imag
        angle conj bitwise_xor floor_divide true_divide use_deterministic_algorithms scatter_add
        is_floating_point is_tensor set_default_dtype get_default_dtype sigmoid_ take_along_dim
        flatten unflatten nanmedian cummax cummin ravel inf nan absolute arctan2 multiply subtract
        divide negative greater less fmin fmax gcd lcm sgn signbit sinc i0 logit erfinv
        lobpcg svd_lowrank pca_lowrank trapz rand_like randn_like randint_like ones_like
        zeros_like meshgrid unbind pinverse slogdet logdet matrix_power matrix_exp renorm
        vdot inner tril triu diagflat diag_embed diagonal vander select_scatter slice_scatter
        index_fill index_add index_copy narrow_copy hsplit vsplit dsplit argwhere cov corrcoef
        hamming_window newaxis masked_scatter nextafter ldexp frexp exp2 expm1 log1p log2 log10
        digamma get_autocast_dtype is_autocast_cpu_enabled set_autocast_enabled get_device_module
        """,
    )
)

# What does the same in releases that do not have it yet.
OLDER = {
    "flatten": mark("x.reshape(x.size(0), -1) for torch.flatten(x, 1), x.reshape(-1) for all axes"),
    "hstack": mark("torch.cat([x, y], dim=1), and torch.cat([x, y]) for vectors"),
    "vstack": mark("torch.cat([x, y]), and torch.stack([x, y]) for vectors"),
    "swapaxes": "x.transpose(0, 1)",
    "swapdims": "x.transpose(0, 1)",
    "moveaxis": "x.permute(1, 2, 0)",
    "movedim": "x.permute(1, 2, 0)",
    "permute": "x.permute(1, 2, 0)",
    "concat": "torch.cat([x, y])",
    "concatenate": "torch.cat([x, y])",
    "maximum": "torch.max(x, y)",
    "minimum": "torch.min(x, y)",
    "asarray": "torch.as_tensor(a)",
    "as_tensor": "torch.tensor(a)",
    "inference_mode": "torch.no_grad()",
    "square": "x * x",
    "clip": "torch.clamp(x, 0, 1)",
    "absolute": "torch.abs(x)",
    "multiply": "x * y",
    "subtract": "x - y",
    "divide": "x / y",
    "true_divide": "x / y",
    "outer": "x[:, None] * y",
    "amax": "x.max(0)[0]",
    "amin": "x.min(0)[0]",
}

# What only tensors have, and what arrays and others have too.
TENSORS_ALONE = (
    ""
    "dim|unsqueeze|unsqueeze_|permute|contiguous|detach|requires_grad|requires_grad_|numel|log_softmax|is_cuda|zero_|fill_|normal_|copy_|masked_fill|masked_fill_|new_zeros|data_ptr|grad_fn|type_as|view_as|ndimension|index_select|scatter_|is_floating_point|is_sparse|is_nested|long|half|double"
)
TENSORS_TOO = (
    "size|shape|view|reshape|squeeze|float|mean|sum|item|numpy|cpu|cuda|to|flatten|transpose|clone|"
    "device|dtype|ndim|softmax|expand|repeat|data|max|min|argmax|t|norm|type|new"
)

ALL_OF_TENSORS = f"{TENSORS_ALONE}|{TENSORS_TOO}"
# What is asked of a gradient.
OF_GRADIENTS = frozenset(
    f"{ALL_OF_TENSORS}|detach_|abs|abs_|sign|pow|square|add_|sub_|mul_|div_|clamp|clamp_|coalesce|"
    "is_coalesced|nonzero|any|all|isnan|tolist|std|var|neg|mul|div|add|sub|sqrt|T|indices|_indices|"
    "_values|values|median|to_dense|ravel|random_|grad|matmul|dot".split("|")
)
# Of these what no other library's objects have.
NO_OTHERS = (
    "dim",
    "log_softmax",
    "unsqueeze",
    "contiguous",
    "numel",
    "masked_fill",
    "ndimension",
    "permute",
)

# Names that are often written wrongly; none of them is near another name of torch.
OFTEN = (
    "arange",
    "zeros",
    "tensor",
    "randn",
    "matmul",
    "from_numpy",
    "sigmoid",
    "softmax",
    "linspace",
)
OFTEN_OF_TENSORS = (
    "unsqueeze",
    "squeeze",
    "detach",
    "backward",
    "contiguous",
    "permute",
    "requires_grad",
    "is_cuda",
    "transpose",
)
# Python's own types, of which other entries tell.
OF_PYTHON = frozenset(
    re.findall(
        r"\S+",
        """
        str list dict tuple int float bool complex NoneType function method type module set bytes
        generator builtin_function_or_method numpy.ndarray range map filter zip Tensor Parameter
        Variable Series DataFrame Namespace OrderedDict collections.OrderedDict torch.Size
        """,
    )
)
# What other programs, and Torch in Lua, call it.
CALLED = {
    "cmul": "torch.mul",
    "cdiv": "torch.div",
    "cadd": "torch.add",
    "csub": "torch.sub",
    "cpow": "torch.pow",
    "array": "torch.tensor",
    "astensor": "torch.as_tensor",
    "reduce_sum": "torch.sum",
    "reduce_mean": "torch.mean",
    "reduce_max": "torch.amax",
    "expand_dims": "torch.unsqueeze",
    "power": "torch.pow",
    "mat_mul": "torch.matmul",
    "invert": "torch.inverse",
    "dataloader": "torch.utils.data.DataLoader",
    "DataLoader": "torch.utils.data.DataLoader",
    "Dataset": "torch.utils.data.Dataset",
    "TensorDataset": "torch.utils.data.TensorDataset",
    "Module": "torch.nn.Module",
    "Linear": "torch.nn.Linear",
    "Conv2d": "torch.nn.Conv2d",
    "ReLU": "torch.nn.ReLU",
    "Sequential": "torch.nn.Sequential",
    "Parameter": "torch.nn.Parameter",
    "parameter": "torch.nn.Parameter",
    "Embedding": "torch.nn.Embedding",
    "CrossEntropyLoss": "torch.nn.CrossEntropyLoss",
    "cross_entropy": "torch.nn.functional.cross_entropy",
    "mse_loss": "torch.nn.functional.mse_loss",
    "one_hot": "torch.nn.functional.one_hot",
    "interpolate": "torch.nn.functional.interpolate",
    "normalize": "torch.nn.functional.normalize",
    "pad": "torch.nn.functional.pad",
    "Variable": "torch.autograd.Variable",
    "grad": "torch.autograd.grad",
    "backward": "loss.backward",
    "Adam": "torch.optim.Adam",
    "SGD": "torch.optim.SGD",
    "is_available": "torch.cuda.is_available",
    "get_device_name": "torch.cuda.get_device_name",
    "device_count": "torch.cuda.device_count",
    "random_split": "torch.utils.data.random_split",
}

# What people look for in a tensor, and what it is called there.
INSTEAD = {
    "copy": mark("x.clone() copies it; x.detach().clone() also leaves the recorded graph behind"),
    "astype": mark("x.to(torch.float32), or x.float() and x.long(), change the type"),
    "append": mark(
        "torch.cat([x, y]) joins two, and torch.stack(list) makes one of a list: collect "
        "parts in a list, and join once"
    ),
    "extend": mark("torch.cat([x, y]) joins two"),
    "concatenate": mark("torch.cat([x, y]) joins two"),
    "concat": mark("torch.cat([x, y]) joins two"),
    "insert": mark("torch.cat([x[:i], y, x[i:]]) puts y at place i"),
    "fill": mark("x.fill_(0) fills it in place"),
    "zero": mark("x.zero_() sets all numbers to 0"),
    "backwards": mark("the name is x.backward()"),
    "to_numpy": mark(
        "x.numpy() shares its numbers with an array, x.detach().cpu().numpy() where "
        "gradients are recorded or the tensor is on a GPU"
    ),
    "toarray": mark("x.numpy() shares its numbers with an array"),
    "values": mark(
        "x.tolist() makes a list, x.numpy() an array; for a sparse tensor x.values() is "
        "there after x.coalesce()"
    ),
    "length": mark("len(x) is the size of axis 0, x.numel() the number of elements"),
    "len": mark("len(x) is the size of axis 0, x.numel() the number of elements"),
    "count": mark("x.numel() is the number of elements, (x == 1).sum() counts the ones"),
    "shuffle": mark("x[torch.randperm(len(x))] shuffles it along axis 0"),
    "reverse": mark("x.flip(0) turns axis 0 around"),
    "index": mark("(x == 3).nonzero() gives where a number stands"),
    "items": mark(
        "a dictionary was expected, and this is a tensor: print where it comes from. A batch of a "
        "DataLoader is a dictionary only where __getitem__ gives one"
    ),
    "keys": mark("a dictionary was expected, and this is a tensor"),
    "toList": mark("the name is x.tolist()"),
    "array": mark("x.numpy() makes an array"),
    "asnumpy": mark("the name is x.numpy(); asnumpy is MXNet's"),
    "get": mark("a dictionary was expected, and this is a tensor"),
    "ravel_": mark("x.reshape(-1) gives one axis"),
    "dtypes": mark("the name is x.dtype"),
    "shapes": mark("the name is x.shape"),
    "step": mark("step belongs to an optimizer, and this is a tensor"),
    "parameters": mark(
        "parameters belongs to a model, and this is a tensor: write model.parameters()"
    ),
    "data_ptr_": mark("the name is x.data_ptr()"),
    "convert": mark("convert belongs to pictures of PIL: transforms.ToPILImage()(x) makes one"),
    "logits": mark(
        "a model that gives an object with logits was expected, and this gives a tensor"
    ),
    "loss": mark("a model that gives an object with a loss was expected, and this gives a tensor"),
    "is_floating_points": mark("the name is x.is_floating_point()"),
    "isnan_": mark("the name is x.isnan()"),
    "ptp": mark("x.max() - x.min() is the range"),
    "todense": mark("x.to_dense() makes a plain tensor of a sparse one"),
    "eval": mark("eval belongs to a model, and this is a tensor"),
    "train": mark("train belongs to a model, and this is a tensor"),
}

# What was removed, and what does it now.
REMOVED = {
    "rfft": "torch.fft.rfft",
    "irfft": "torch.fft.irfft",
    "symeig": "torch.linalg.eigh",
    "eig": "torch.linalg.eig",
    "lstsq": "torch.linalg.lstsq",
    "solve": "torch.linalg.solve",
    "gels": "torch.linalg.lstsq",
    "btrifact": "torch.linalg.lu_factor",
    "gesv": "torch.linalg.solve",
    "potrf": "torch.linalg.cholesky",
    "matrix_rank": "torch.linalg.matrix_rank",
    "chain_matmul": "torch.linalg.multi_dot",
}


def _instead(found: Found) -> dict[str, str]:
    words = tr(INSTEAD[found["name"]], MESSAGES)
    # What begins with a name keeps its small letter: torch.cat([x, y]) joins two.
    capital = words.startswith(("the ", "a "))
    return {"instead": words[0].upper() + words[1:] if capital else words}


def _of_tensors(found: Found) -> bool:
    """Whether the name, or else the asker or the traceback, shows that a tensor was meant."""
    if by_library(found) or ".grad" in found.line:
        return False
    if found["name"] in TENSORS_ALONE.split("|"):
        return True
    bare = found["name"] in ("size", "view") and found["kind"] in ("list", "tuple")
    given = found["kind"] in ("list", "str", "int", "float") and found["name"] in (
        "softmax",
        "norm",
        "view",
        "dtype",
        "shape",
        "reshape",
        "squeeze",
    )
    return bare or told(found) or within_torch(found) or (given and about_torch(found))


def _told_of_objects(found: Found) -> bool:
    """Whether an asker names PyTorch, and the type is one of a library or a class of theirs."""
    return about_torch(found) and found["kind"] not in OF_PYTHON


def _told_of_calls(found: Found) -> bool:
    """Whether an asker names PyTorch, and the function is none that other entries tell of."""
    known = ("__init__", "forward", "backward", "step", "load_state_dict", "collate_fn")
    return told(found) and found["name"].rpartition(".")[2] not in known


def _near(name: str, names: tuple[str, ...]) -> str:
    """The name that was meant where one is misspelt; "" where none is as near."""
    if len(name) < 5 or re.search(r"^_|_$|\d|^range$|^is_contiguous$", name):
        return ""
    found = difflib.get_close_matches(name, names, 1, 0.84)
    return found[0] if found and found[0] != name else ""


def _older(found: Found) -> dict[str, str]:
    older = OLDER.get(found["name"])
    return {"older": tr(older, MESSAGES)} if older else {}


def _imported(found: Found) -> dict[str, str]:
    name = found["name"]
    return {"line": IMPORTS.get(name, f"import {name}")}


NAMES = (
    Entry(
        "module 'torch' has no attribute '{name:" + "|".join(REMOVED) + "}'",
        "linalg matrices",
        "{name} was removed from PyTorch; what it did is done by {new} now.",
        "Write {new}, whose arguments and results may differ, or install the older PyTorch that "
        "the program was written for.",
        None,
        recorded=("AttributeError: module 'torch' has no attribute 'rfft'",),
        more=lambda found: {"new": REMOVED[found["name"]]},
    ),
    Entry(
        (
            "This function was deprecated since version {version:text} and is now removed.",
            "This function was deprecated since version {version:text} and is now removed",
        ),
        "linalg matrices",
        "PyTorch had this function, and has another one in its place now.",
        "The rest of the message names it, in torch.linalg as a rule: eigh for symeig, eig for "
        "eig, lstsq for lstsq, solve for solve, qr for qr. The order of arguments may differ.",
        "torch.symeig(torch.eye(2))",
    ),
    Entry(
        "Undefined type {kind:ComplexDouble|ComplexFloat|ComplexHalf|Double|BFloat16|"
        "Float8_e4m3fn|Float8_e5m2}",
        "tensor dtypes",
        "As a rule this comes from the GPU of a Mac, mps, which cannot do this step with numbers "
        "of type {kind}.",
        "Change the type before, x.to(torch.complex64) for ComplexDouble, x.to(torch.float32) for "
        "a float, or compute the step on the CPU, x.cpu().",
        None,
        recorded=("RuntimeError: Undefined type ComplexDouble",),
    ),
    Entry(
        "'{:Tensor|Parameter}' object has no attribute '{name:float32|float64|int32|int64|int8|"
        "float16|uint8|bfloat16|tensor|max_values|is_variable|_grad_out|data_type}'",
        "tensor dtypes",
        "A tensor has nothing called {name}; a type is changed by a function.",
        "Write x.float() for float32, x.double() for float64, x.long() for int64, or "
        "x.to(torch.float32).",
        "torch.ones(2).float32()",
        when=lambda found: found["name"][:3] in ("flo", "int", "uin", "bfl"),
    ),
    Entry(
        "'{kind:Tensor|Parameter|list|tuple}' object has no attribute '{name:edge_index|edge_attr|"
        "edge_index_dict|x_dict|edge_type|num_graphs}'",
        "",
        "A graph was expected, a Data or Batch of torch_geometric with {name}, and this is of type "
        "{kind}.",
        "Load graphs with the DataLoader of torch_geometric.loader, from a list of Data objects: "
        "that of torch.utils.data, and a TensorDataset, give tensors. Or let forward take what it "
        "needs: model(data.x, data.edge_index).",
        None,
        recorded=("AttributeError: 'Tensor' object has no attribute 'edge_index'",),
    ),
    Entry(
        "'{:Tensor|Parameter}' object has no attribute '{name:last_hidden_state|pooler_output|"
        "hidden_states|input_ids|attention_mask|pixel_values}'",
        "",
        "An object with several tensors was expected, as models and tokenizers of transformers "
        "give it, and this is one tensor, which has no {name}.",
        "Print what it was taken from: the model may be another one, or a part of it that gives "
        "the tensor itself. A tokenizer's batch is handed over whole: batch = tokenizer(texts, "
        'padding=True, return_tensors="pt"), and model(**batch).',
        None,
        recorded=("AttributeError: 'Tensor' object has no attribute 'last_hidden_state'",),
    ),
    Entry(
        "'{:Tensor|Parameter}' object has no attribute '{name:name}'",
        "tensor numpy",
        "A tensor has nothing called {name}. The name is {near}.",
        "Write x.{near}.",
        "torch.ones(2).unsqeeze(0)",
        recorded=("AttributeError: 'Tensor' object has no attribute 'require_grad'",),
        more=lambda found: {"near": _near(found["name"], OFTEN_OF_TENSORS)},
        when=lambda found: (
            found["name"] not in INSTEAD and _near(found["name"], OFTEN_OF_TENSORS) != ""
        ),
    ),
    Entry(
        "'{:Tensor|Parameter}' object has no attribute '{name:name}'{after:text}",
        "tensor numpy",
        "A tensor has nothing called {name}: it is misspelt, belongs to something else that was "
        "expected here, or came with another release.",
        "Print type(x) of what should be there, and look where the tensor was put in its place. "
        "A batch of a DataLoader, and what a model gives, may be a tensor where a dictionary or an "
        "object was expected. dir(x) lists what a tensor has.",
        "torch.ones(2).foo",
        when=lambda found: (
            found["name"] not in INSTEAD and ("torch" in found.before + found.code or told(found))
        ),
    ),
    Entry(
        "'{:Tensor|Parameter}' object has no attribute '{name:name}'",
        "tensor numpy",
        "A tensor has nothing called {name}. Arrays, lists and other objects do.",
        "{instead}.",
        "torch.ones(2).copy()",
        when=lambda found: found["name"] in INSTEAD,
        more=_instead,
    ),
    Entry(
        (
            "unsupported operand type(s) for {operator:path}: '{a:float|int|Tensor|Parameter}' and "
            "'NoneType'",
            "unsupported operand type(s) for {operator:path}: 'NoneType' and '{a:float|int|Tensor|"
            "Parameter}'",
            "'NoneType' object is not subscriptable",
            "bad operand type for {operator:name}(): 'NoneType'",
            "bad operand type for unary {operator:path}: 'NoneType'",
            "'NoneType' object has no attribute '{name:name}'",
        ),
        "autograd leaves",
        "There is no gradient: .grad is None before the first backward, after zero_grad() since "
        "PyTorch 2, for a tensor that does not require gradients or took no part in the loss, and "
        "for one that was computed from others.",
        "Call loss.backward() before this line, and zero_grad() after it. A layer that takes no "
        "part is passed over: if p.grad is not None:. An input needs x.requires_grad_() before the "
        "model runs. w = w - 0.1 * w.grad makes a new w that keeps no gradient: write with "
        "torch.no_grad(): w -= 0.1 * w.grad.",
        "w = torch.ones(3, requires_grad=True)\nw -= 0.1 * w.grad",
        when=lambda found: (
            re.search(r"\.grad\b", found.line) is not None
            and found.fields.get("name", "data") in OF_GRADIENTS
        ),
    ),
    Entry(
        (
            "unsupported operand type(s) for {operator:path}: '{:Tensor|Parameter|torch.Tensor}' "
            "and '{b:dict|OrderedDict|collections.OrderedDict}'",
            "unsupported operand type(s) for {operator:path}: '{b:int|float|dict|OrderedDict|"
            "collections.OrderedDict}' and '{c:dict|OrderedDict|collections.OrderedDict}'",
            "unsupported operand type(s) for {operator:path}: '{b:dict|OrderedDict|"
            "collections.OrderedDict}' and '{:Tensor|Parameter|torch.Tensor}'",
        ),
        "tensor arithmetic",
        "A tensor meets a dictionary, which cannot be computed with: a model that gives several "
        "results by name, or several losses at once, gives one.",
        'print(d.keys()) shows what is in it. Take the part that is meant, d["loss"] or d["out"], '
        "or add up all of them: sum(d.values()). A dictionary of numbers becomes a tensor by "
        "torch.tensor(list(d.values())).",
        "torch.ones(2) + {'loss': torch.ones(2)}",
        when=lambda found: "c" not in found.fields or in_torch(found),
    ),
    Entry(
        (
            "unsupported operand type(s) for {operator:+|+=}: '{:Tensor|Parameter|torch.Tensor}' "
            "and '{b:list|tuple}'",
            "unsupported operand type(s) for {operator:+|+=}: '{b:list|tuple}' and "
            "'{:Tensor|Parameter|torch.Tensor}'",
        ),
        "tensor arithmetic",
        "+ of two tensors adds number by number, and joins nothing as + of two lists does. Here a "
        "tensor meets a {b}.",
        "Write torch.cat([x, y]) to join tensors along an axis, torch.stack(list) for a list of "
        "tensors of one shape, and parts + [x] to put a tensor into a list. To add numbers make a "
        "tensor of them: x + torch.tensor(list). LSTM and GRU give a tuple: out, state = rnn(x).",
        "torch.ones(2) + [1, 2]",
    ),
    Entry(
        (
            "unsupported operand type(s) for {operator:long}: '{b:numpy.ndarray}' and "
            "'{a:Tensor|Parameter|torch.Tensor}'",
            "unsupported operand type(s) for {operator:long}: '{a:Tensor|Parameter|torch.Tensor}' "
            "and '{b:numpy.ndarray}'",
        ),
        "tensor numpy",
        "{operator} meets an array of NumPy and a tensor, and does not compute with the two "
        "together: as a rule the data, or what NumPy computed, was not made a tensor.",
        "Turn the array into one before: a = torch.from_numpy(a), with .float() where the tensor "
        "is float32, since NumPy makes float64, and .to(x.device) where that is on a GPU. If no "
        "gradients are needed, the other way round: x.detach().cpu().numpy().",
        "import numpy as np\nnp.ones((2, 2)) @ torch.ones(2, 2)",
        recorded=("TypeError: unsupported operand type(s) for *: 'Tensor' and 'numpy.ndarray'",),
    ),
    Entry(
        (
            "unsupported operand type(s) for {operator:path}: '{a:Tensor|Parameter|torch.Tensor}' "
            "and '{b:name}'",
            "unsupported operand type(s) for {operator:path}: '{b:name}' and "
            "'{a:Tensor|Parameter|torch.Tensor}'",
        ),
        "tensor arithmetic",
        "{operator} was to compute with a tensor and with a {b}, which do not go together.",
        "Print the other one. A list becomes a tensor by torch.tensor(…); a tuple is what a "
        "recurrent layer gives: out, state = rnn(x); a method lacks its brackets: loss.item(); "
        "None is what a function without return gives, or a .grad before backward.",
        "torch.ones(2) - [1, 2]",
        recorded=("TypeError: unsupported operand type(s) for +: 'NoneType' and 'Tensor'",),
    ),
    Entry(
        "'{:torch.Size|Size}' object is not callable",
        "tensor shape",
        "shape is a value, not a function.",
        "Write x.shape, or x.shape[0] for one axis; x.size(0) is the function.",
        "torch.ones(2).shape()",
    ),
    Entry(
        (
            "'{:builtin_function_or_method|method}' object is not iterable",
            "cannot unpack non-iterable {:builtin_function_or_method|method} object",
        ),
        "tensor shape",
        "size of a PIL picture is a pair, and size of a tensor a function: a tensor came where a "
        "picture is expected.",
        "Among transforms put ToTensor behind those that take pictures, as CenterCrop, or install "
        "a newer torchvision. In a line of your own write h, w = x.shape[-2:].",
        "w, h = torch.ones(2, 3).size",
        when=lambda found: re.search(r"= *\S.*\.size$", found.code) is not None,
    ),
    Entry(
        "'{:builtin_function_or_method|method}' object is not subscriptable",
        "tensor shape",
        "size is a function, and got brackets.",
        "Write x.shape[0], or x.size(0).",
        "torch.ones(2).size[0]",
        when=lambda found: ".size[" in found.line,
    ),
    Entry(
        "'{kind:builtin_function_or_method|method|function|type}' object is not subscriptable"
        "{after:text}",
        "tensor create",
        "A function got square brackets, which choose a part of something.",
        "Write round brackets: torch.tensor([1, 2]), torch.ones(2, 3). They are also missing "
        "before a part is taken: x.size()[0].",
        "torch.tensor[1, 2]",
        recorded=("TypeError: 'builtin_function_or_method' object is not subscriptable PyTorch",),
        when=lambda found: (
            re.search(r"\b(?:torch|nn|F)\.\w+\[", found.line) is not None or told(found)
        ),
    ),
    Entry(
        (
            "'torch._C._TensorMeta' object is not subscriptable",
            "type 'Tensor' is not subscriptable",
            "type 'torch.{:Float|Long|}Tensor' is not subscriptable",
        ),
        "tensor create",
        "torch.Tensor is a class, and got square brackets.",
        "Write torch.tensor([1, 2]), with round brackets.",
        "torch.Tensor[1, 2]",
    ),
    Entry(
        "'Tensor' object is not callable",
        "",
        "An optimizer's step takes a function that computes the loss anew, or nothing, and got the "
        "loss itself.",
        "Write loss.backward(), and optimizer.step() without arguments after it.",
        "w = torch.ones(2, requires_grad=True)\ntorch.optim.SGD([w], lr=0.1).step(w.sum())",
        when=lambda found: (
            re.search(
                r"= closure\(\)|\boptim\w*\.step\(\w|\bopt\.step\(\w", f"{found.line}\n{found.code}"
            )
            is not None
        ),
    ),
    Entry(
        (
            "'Tensor' object is not callable",
            "'{kind:torch.FloatTensor|torch.cuda.FloatTensor|torch.LongTensor|"
            "torch.cuda.LongTensor|Parameter|Variable}' object is not callable",
        ),
        "tensor index",
        "Round brackets call a function, and a tensor stands before them.",
        "Look for a line that puts a tensor under the name before the brackets, as loss = "
        "loss(out, y), or sorted, i = torch.sort(x) with Python's own sorted: give the result "
        "another name, l = loss(out, y), and in a notebook run the cell that makes the function "
        "once more. If a part "
        "is meant, write x[0, 1] for x([0, 1]). data, grad, shape and T are values: x.data, "
        "without brackets. An activation or a layer is handed over without its input, torch.relu "
        "and not torch.relu(x). Two brackets side by side may lack a comma or a *.",
        "torch.ones(2)()",
        recorded=("TypeError: 'Parameter' object is not callable",),
        when=lambda found: "kind" not in found.fields or found.type == "TypeError",
    ),
    Entry(
        "module 'torch' has no attribute '{name:name}'",
        "env",
        "Every PyTorch has {name}: what Python imported is no whole one. A folder or a file of "
        "your own called torch stands before it, PyTorch is not installed in this Python, or only "
        "in part.",
        'python -c "import torch; print(torch.__file__)" shows it. None, or a file of yours: give '
        "that folder or file another name, and remove __pycache__ beside it. If it is PyTorch's, "
        "install it anew. Restart a notebook's kernel after that.",
        None,
        recorded=("AttributeError: module 'torch' has no attribute 'ones'",),
        when=lambda found: found["name"] in PLAIN,
        command="env",
    ),
    Entry(
        "module 'torch' has no attribute '{name:" + SINCE_0_4 + "}'{after:text}",
        "env",
        "{name} came with PyTorch 0.4: the one that is installed is older, or what Python imported "
        "is no whole PyTorch.",
        "print(torch.__version__) tells the two apart. If it says 0.3 or less, install a newer "
        "one: python -m pip install -U torch. If it fails too, look at print(torch.__file__): a "
        "file or folder of your own called torch needs another name, and a PyTorch that is there "
        "in part has to be installed anew.",
        None,
        recorded=("AttributeError: module 'torch' has no attribute 'float'",),
        command="env",
    ),
    Entry(
        "module 'torch' has no attribute '{name:name}",
        "env",
        "{name} came with a later PyTorch than the one that is installed here, as a rule. Else "
        "what Python imported is no whole PyTorch.",
        "Print torch.__version__ and torch.__file__. Install a newer one: python -m pip install -U "
        "torch, together with the torchvision and torchaudio of the same release, and restart a "
        "notebook's kernel. An older one does the same by {older}. If a library "
        "asks for {name}, take the release of it that fits your PyTorch.",
        None,
        recorded=(
            "AttributeError: module 'torch' has no attribute 'compile'",
            "AttributeError: module 'torch' has no attribute 'float8_e4m3fn'",
        ),
        when=lambda found: found["name"] in LATER,
        more=_older,
        command="env",
    ),
    Entry(
        "module 'torch' has no attribute '{name:name}'",
        "tensor parameters",
        "The name is written with small letters: torch.{lower}. There is nothing called {name} in "
        "torch.",
        "Write torch.{lower}.",
        None,
        recorded=("AttributeError: module 'torch' has no attribute 'Ones'",),
        when=lambda found: (
            found["name"].lower() in {*PLAIN, *SINCE_0_4.split("|")} and found["name"] not in PLAIN
        ),
        more=lambda found: {"lower": found["name"].lower()},
    ),
    Entry(
        "module 'torch' has no attribute '{name:" + "|".join(CALLED) + "}'",
        "tensor parameters",
        "What is called {name} elsewhere has another name in PyTorch, or lies in a part of it. "
        "There it is {called}.",
        "Write {called} in its place.",
        "torch.cmul(torch.ones(2), torch.ones(2))",
        more=lambda found: {"called": CALLED[found["name"]]},
        when=lambda found: not by_library(found),
    ),
    Entry(
        "module 'torch' has no attribute '{name:name}'",
        "tensor parameters",
        "torch has nothing called {name}. The name is torch.{near}.",
        "Write torch.{near}.",
        "torch.arrange(3)",
        more=lambda found: {"near": _near(found["name"], OFTEN)},
        when=lambda found: _near(found["name"], OFTEN) != "" and not by_library(found),
    ),
    Entry(
        "module 'torch' has no attribute '{name:_dynamo|_inductor}'",
        "env",
        "{name} came with PyTorch 2, and in some of its releases torch.{name} is there only after "
        "an import of its own.",
        "Print torch.__version__. If it begins with 1, install a newer PyTorch, python -m pip "
        "install -U torch, or the older release of the library that asks for {name}. Else write "
        "import torch.{name} at the top of the program, and restart Python, in a notebook the "
        "kernel, if torch was installed anew while it ran.",
        None,
        recorded=("AttributeError: module 'torch' has no attribute '_dynamo'",),
        command="env",
    ),
    Entry(
        "module 'torch' has no attribute '{name:name}'",
        "env",
        "{name} belongs to torch's inner part, which changes from release to release. torch was "
        "installed anew while this Python ran, the program or a library was written for another "
        "release, the installation is half there, or a file of your own is called torch.py.",
        "Restart Python, in a notebook the kernel, first. If the message stays, print "
        "torch.__version__ and torch.__file__, and install the release that the program or library "
        "names, or a newer release of the library. If import torch alone fails so, run python -m "
        "pip uninstall torch until nothing is left, and install it anew.",
        None,
        recorded=("AttributeError: module 'torch' has no attribute '_utils_internal'",),
        when=lambda found: found["name"].startswith("_") and not by_library(found),
        command="env",
    ),
    Entry(
        "module 'torch' has no attribute '{name:name}'",
        "env",
        "Another library asks torch for {name}, which this release does not have: the two are of "
        "different times.",
        "Install both anew, in releases that fit: torch with the torchvision and torchaudio of the "
        "same release, or the release of the library that its project names for this torch.",
        None,
        recorded=(
            'File "/lib/site-packages/torchaudio/extension.py", line 19, in _init\n    '
            "torch.foo.load_library(path)\nAttributeError: module 'torch' has no attribute 'foo'",
        ),
        when=by_library,
        command="env",
    ),
    Entry(
        "module 'torch' has no attribute '{name:name}'",
        "tensor parameters",
        "The torch that is installed has nothing called {name}: it is misspelt, lives in a part of "
        "torch, came with a later release, or was removed.",
        "Many functions are in torch.nn, torch.nn.functional or torch.linalg. Print "
        "torch.__version__: python -m pip install -U torch brings what is new, and an old program "
        "may need its own release. If nothing of torch is there, a file of your own is called "
        "torch.py.",
        "torch.foo(3)",
    ),
    Entry(
        "name '{name:torch|np|numpy|plt|nn|F|optim|DataLoader|Dataset|d2l|transforms|torchvision|"
        "torchaudio|torchtext|TensorDataset|random_split|SummaryWriter|autocast|GradScaler|"
        "Variable|Tensor|Subset|datasets|models|init|DistributedDataParallel|DDP|lr_scheduler|"
        "ImageFolder|make_grid|save_image|pad_sequence|pack_padded_sequence|pad_packed_sequence|"
        "Parameter|CrossEntropyLoss}' is not defined",
        "env",
        "Python does not know {name}: the line that imports it is missing, or was not run.",
        "Write {line} above it. In a notebook, run that cell first.",
        None,
        recorded=("NameError: name 'torch' is not defined", "NameError: name 'np' is not defined"),
        when=lambda found: (
            found["name"] not in NEAR
            or re.search(NEAR[found["name"]], found.line) is not None
            or (found["name"] in ("Tensor", "Variable") and in_torch(found))
        ),
        more=_imported,
        command="env",
    ),
    Entry(
        "name '{name:device|DEVICE|criterion|loss_fn|optimizer|model|train_loader|test_loader|"
        "trainloader|testloader|val_loader|train_iter|test_iter}' is not defined",
        "",
        "Python does not know {name}: the line that makes it is missing, was not run, or stands "
        "inside a function, where the name ends.",
        "{line} makes it, for instance. In a notebook run that cell first; into a function it goes "
        "as an argument.",
        "x = torch.ones(2).to(device)",
        when=lambda found: (
            re.search(USED.get(found["name"], ""), found.line) is not None or in_torch(found)
        ),
        more=lambda found: {"line": MADE[found["name"].lower().replace("_", "")]},
    ),
    Entry(
        "{module:torch.nn|torch.nn.functional|torch.optim|torch.utils.data|torch.utils|torch.cuda|"
        "torch.autograd|torch.distributed|torch.linalg|torchvision.models|torchvision.transforms|"
        "torchvision.datasets} has no attribute {:named |}{:'|}{name:name}{after:text}",
        "env",
        "The installed release has nothing called {name} in {module}: it came later, was removed, "
        "or is misspelt.",
        "Capital letters count: classes have them, nn.Upsample, nn.ReLU, and functions have none, "
        "F.relu. Print torch.__version__, and look {name} up in the documentation of {module}. If "
        "it is there, yours is older: python -m pip install -U torch torchvision. If it is not, it "
        "was renamed or removed: take what stands there in its place, or install the release that "
        "the program was written for.",
        None,
        recorded=("torch.nn has no attribute named upsample",),
        command="env",
    ),
    Entry(
        "'module' object has no attribute '{name:name}'{after:text}",
        "env",
        "An old Python ran this, 2.7 or 3.4, and one of its modules has no {name}: it is misspelt, "
        "or came with a later release of Python or PyTorch, as math.inf with Python 3.5, and "
        "no_grad, device and float32 with PyTorch 0.4.",
        "Install a newer Python, and a newer PyTorch for it. Where both have to stay old, print "
        "torch.__version__, and take the release of the program or library, such as torchtext, "
        "that was written for it.",
        None,
        recorded=(
            "File \"a.py\", line 79, in test\n    d = torch.device('cuda')\nAttributeError: "
            "'module' object has no attribute 'device'",
        ),
        when=lambda found: (
            re.search(r"\b(?:torch|nn|F)\.", found.line) is not None
            or told(found)
            or found["name"] in ("float32", "no_grad", "set_grad_enabled", "as_tensor")
        ),
        command="env",
    ),
    Entry(
        "'{kind:function|method}' object has no attribute '{name:copy|items|keys}'{after:text}",
        "tensor shape",
        "A function stands where a dictionary of weights is meant: model.state_dict was saved, or "
        "handed over, without its brackets.",
        "Write torch.save(model.state_dict(), path), with brackets, save once more, and load that: "
        "model.load_state_dict(torch.load(path)).",
        None,
        recorded=("Pytorch: AttributeError: 'function' object has no attribute 'copy'",),
        when=told,
    ),
    Entry(
        (
            "'function' object has no attribute 'Variable'",
            "'function' object has no attribute '{name:Function|grad|backward|no_grad|tensor}'"
            "{after:text}",
        ),
        "",
        "The name before the point is a function, and a module of torch was meant, such as "
        "torch.autograd: a later import, or a def, put a function under that name.",
        "Write import torch, and the full name, torch.autograd.Function, and look where the name "
        "is set anew. A tensor itself takes part in gradients since PyTorch 0.4, without Variable.",
        None,
        recorded=("AttributeError: 'function' object has no attribute 'Variable'",),
        when=lambda found: "name" not in found.fields or told(found),
    ),
    Entry(
        "'{kind:Compose|ToTensor|Normalize|Resize|MNIST|CIFAR10|ImageFolder|FashionMNIST}' object "
        "has no attribute '{name:Compose|ToTensor|Normalize|Resize|CenterCrop|RandomCrop|"
        "RandomHorizontalFlip|RandomResizedCrop|RandomRotation|ToPILImage|Grayscale|Lambda|Pad|"
        "ColorJitter|MNIST|CIFAR10|CIFAR100|ImageFolder|FashionMNIST}'",
        "",
        "A name that was a module, transforms or datasets, holds something of your own by now, a "
        "{kind}: a line such as transforms = transforms.Compose([…]) works once.",
        "Give the result another name, transform = transforms.Compose([…]), and run the import "
        "once more: from torchvision import transforms.",
        None,
        recorded=("AttributeError: 'Compose' object has no attribute 'Compose'",),
    ),
    Entry(
        (
            "view() takes at most 2 arguments ({got:int} given)",
            "view() takes from 0 to 2 positional arguments but {got:int} were given",
            "Type must be a sub-type of ndarray type",
        ),
        "tensor reshape",
        "This is an array of NumPy, whose view changes the type of its numbers. A tensor's view, "
        "which takes the sizes of a new shape, was meant.",
        "Make a tensor of it first, torch.from_numpy(a).view(2, 3), or write a.reshape(2, 3) for "
        "an array.",
        "import numpy as np\nnp.ones((2, 3)).view(3, 2, 1)",
        recorded=(
            "TypeError: view() takes at most 2 arguments (3 given)",
            'File "a.py", line 3, in <module>\n    x = x.view(-1, 28)\n'
            "ValueError: Type must be a sub-type of ndarray type",
        ),
        when=lambda found: "got" in found.fields or ".view(" in found.line,
    ),
    Entry(
        "a bytes-like object is required, not '{kind:Tensor|Parameter|torch.Tensor}'",
        "tensor numpy",
        "Bytes are wanted, or a picture or an array that can be read as bytes, and this is a "
        "tensor.",
        "If a web page is to show a picture, as by st.image of Streamlit, make one of (1, 3, "
        "height, width) with numbers from 0 to 1: transforms.ToPILImage()(x.squeeze(0).cpu()), or "
        "an array, x.squeeze(0).permute(1, 2, 0).detach().cpu().numpy(). If numbers are copied to "
        "another library, as TensorRT, write np.ascontiguousarray(x.detach().cpu().numpy()). If a "
        "file is written, put .tobytes() behind .numpy(), or write the tensor itself by "
        "torch.save(x, path).",
        "import io\nio.BytesIO().write(torch.ones(2))",
    ),
    Entry(
        "'{kind:PosixPath|WindowsPath|Path}' object has no attribute '{name:tell|seek|read|"
        "readline|readinto}'",
        "",
        "An open file, or a path as a text, was expected here, and this is a {kind} of pathlib, "
        "which older releases do not take everywhere.",
        "If a library calls torch.load, as fastai does in load_learner, install PyTorch 1.6 or "
        "newer: 1.4 and 1.5 take the path to a file of the newer kind, a zip, as a text only. In a "
        "line of your own str(path) is enough, torch.load(str(path)), or an open file, with "
        'open(path, "rb") as f:.',
        None,
        recorded=("AttributeError: 'WindowsPath' object has no attribute 'tell'",),
    ),
    Entry(
        "'{codec:quoted}' codec can't encode character{:s|} '{sign:\\u22f1|\\u22ee}'",
        "env",
        "The sign stands for the rows that PyTorch before 0.4 leaves out when it prints a large "
        "tensor, and this terminal does not write it: its encoding is {codec}.",
        "Set PYTHONIOENCODING=utf-8 before Python starts, or export LC_ALL=C.UTF-8. A newer "
        "PyTorch prints plain points; print(x.shape) needs neither.",
        None,
        recorded=(
            "UnicodeEncodeError: 'latin-1' codec can't encode character '\\u22f1' in position 9: "
            "ordinal not in range(256)",
        ),
        command="env",
    ),
    Entry(
        "tensor({number:values}) ({:text}) invalid",
        "tensor numpy",
        "gym was handed a tensor as an action, and takes one of its own kind: a plain whole number "
        "where the actions are counted, an array where they are not.",
        "Write env.step(action.item()) for a tensor with one whole number, env.step("
        "action.detach().cpu().numpy()) for several. Probabilities are no action yet: action = "
        "torch.distributions.Categorical(p).sample().item().",
        None,
        recorded=(
            "AssertionError: tensor([ 0.3987,  0.6013]) (<class 'torch.Tensor'>) invalid",
            "AssertionError: tensor(1) () invalid",
        ),
        when=lambda found: found.type == "AssertionError",
    ),
    Entry(
        "max() arg is an empty sequence{after:text}",
        "tensor cat",
        "The list of sequences is empty: there is no longest one whose length the others could be "
        "filled up to.",
        "Print len(sequences) before this line. A batch without samples, a filter that lets none "
        "through, or a generator that was gone through already leaves nothing.",
        None,
        recorded=("ValueError: max() arg is an empty sequence in pad_sequence",),
        when=lambda found: (
            "pad_sequence" in found.code + found.before.rpartition("\n")[2] + found["after"]
        ),
    ),
    Entry(
        (
            "'{kind:Normal|Laplace|Categorical|Bernoulli|MultivariateNormal|Beta|Gamma|Uniform|"
            "Independent|Dirichlet|OneHotCategorical|StudentT|LogNormal}' object is not iterable",
            "cannot unpack non-iterable {kind:Normal|Laplace|Categorical|Bernoulli|"
            "MultivariateNormal|Independent|Dirichlet} object",
        ),
        "",
        "A distribution is one object. This is a {kind}: DataParallel joins what the GPUs give, "
        "and knows tensors, tuples, lists and dictionaries only; and two names on the left want "
        "two results.",
        "Let forward give the numbers, return mean, scale, and make the distribution of them "
        "outside of the model. Its own are dist.loc and dist.scale, or dist.probs.",
        "from torch.distributions import Laplace\nlist(Laplace(torch.zeros(2), torch.ones(2)))",
    ),
    Entry(
        (
            "local variable '{name:name}' referenced before assignment{after:text}",
            "cannot access local variable '{name:name}' where it is not associated with a value"
            "{after:text}",
        ),
        "",
        "{name} was used before anything was put into it: the line that sets it did not run, or "
        "stands further down.",
        "If a for line is to set it, compare the names in it, for inputs, labels in loader:, and "
        "print len(loader), since an empty one has no turn. If it is set under an if or in a try, "
        "the condition did not hold, or the line failed: print the condition, and cover the other "
        "cases with else. If one from "
        "outside of the function is meant, a line in the function sets {name} too, which makes it "
        "local in all of it: give one of the two another name.",
        None,
        recorded=(
            "PyTorch error - UnboundLocalError: local variable 'out' referenced before assignment",
            "UnboundLocalError: local variable 'labels' referenced before assignment while "
            "training with torch",
        ),
        when=about_torch,
    ),
    Entry(
        "'module' object is not subscriptable{after:text}",
        "",
        "The name before the square brackets is a module, a file with functions in it: an import "
        "has the same name as what was meant, or the name inside of it is missing.",
        "print(name) shows which module it is. Give your variable another name than what is "
        "imported, or write the one inside: torch.tensor([1, 2]) for torch[1, 2], "
        "config.settings[0] for config[0].",
        None,
        recorded=("TypeError: 'module' object is not subscriptable (Pytorch)",),
        when=lambda found: told(found) or re.search(r"\btorch\[", found.line) is not None,
    ),
    Entry(
        "'{kind:int|float|bool|numpy.float32|numpy.float64|numpy.int64}' object is not "
        "subscriptable{after:text}",
        "",
        "Square brackets take a part of something, and this is one number without parts, of type "
        "{kind}.",
        "Print what stands before the brackets. x.size(0), len(x), x.item() and one label are "
        "numbers already: leave the brackets out, or keep the tensor or list. A sample of a data "
        "set has parts only where __getitem__ gives a tuple.",
        None,
        recorded=("PyTorch: TypeError: 'int' object is not subscriptable",),
        when=about_torch,
    ),
    Entry(
        "'NoneType' object is not {what:subscriptable|iterable}{after:text}",
        "",
        "None stands where a tensor, a list or a tuple is meant: a function or a forward without "
        "return gives that, and .grad before backward.",
        "Print what stands in the line that failed. If a function gave it, write return at its "
        "end, in every case of an if, and in a forward, a __getitem__ or a collate_fn too. If it "
        "is an argument that was left out, hand it over: models for detection want the targets "
        "while they train, and none after model.eval(). If it is a .grad, loss.backward() comes "
        "first. cv2.imread gives None where the path is wrong.",
        None,
        recorded=(
            "PyTorch TypeError: 'NoneType' object is not subscriptable",
            "TypeError: 'NoneType' object is not iterable (pytorch)",
        ),
        when=about_torch,
    ),
    Entry(
        "'str' object is not callable{after:text}",
        "",
        "A text is called like a function: only the name of a layer, a loss, an activation or a "
        "function was given, or a text was put under the name of a function.",
        "Print the name before the brackets. Hand over the function itself, nn.ReLU() or "
        'torch.relu for "relu", target=train for "train", and give a text another name than '
        "a function has.",
        "from torch import nn\nclass Net(nn.Module):\n    def __init__(self):\n        super()."
        "__init__()\n        self.act = 'relu'\n    def forward(self, x):\n        return "
        "self.act(x)\nNet()(torch.ones(2))",
        recorded=("pytorch multiprocessing - TypeError: 'str' object is not callable",),
        when=about_torch,
    ),
    Entry(
        (
            "'{kind:NoneType|tuple|list}' object cannot be interpreted as an integer{after:text}",
            "'{kind:NoneType|tuple|list}' object cannot be interpreted as an index{after:text}",
        ),
        "tensor shape",
        "One whole number is wanted, a size, a count, or what __len__ of a data set gives. This is "
        "of type {kind}.",
        "__len__ returns one number: return len(self.x). Of a shape take one size, x.shape[0], and "
        "give each size of a layer as a number. None is what was never set, or what a function "
        "without return gave.",
        None,
        recorded=(
            "TypeError: 'tuple' object cannot be interpreted as an integer in a PyTorch data set",
            'File "a.py", line 9, in <module>\n    loader = DataLoader(data, shuffle=True)\n  File '
            '"/lib/torch/utils/data/sampler.py", line 9, in __init__\n    n = len(data_source)\n'
            "TypeError: 'tuple' object cannot be interpreted as an integer",
        ),
        when=lambda found: (
            told(found)
            or ("len(" in found.code.rpartition("\n")[2] and "sampler.py" in found.before)
        ),
    ),
    Entry(
        (
            "can't multiply sequence by non-int of type '{kind:tuple|list|NoneType|str}'"
            "{after:text}",
            "can't multiply sequence by non-int{:few}of type '{kind:tuple|list}'{after:text}",
            "can't multiply sequence by non-int type of '{kind:tuple|list}'{after:text}",
        ),
        "tensor shape",
        "A tuple or a list is multiplied by something that is no whole number, a {kind}: a size "
        "was given as a tuple where one number is meant, or a shape lies inside another.",
        "Print both sides. A size of a layer is one number; all sizes of a shape together are "
        "x.numel() or math.prod(x.shape). summary(model, (3, 224, 224)) takes one shape without "
        "the batch: two brackets in each other, ((3, 224, 224),), are too many.",
        None,
        recorded=(
            "TypeError: can't multiply sequence by non-int of type 'tuple' in pytorch",
            "TypeError: can't multiply sequence by non-int of type 'tuple' while using summary() "
            "for pytorch model",
        ),
        when=about_torch,
    ),
    Entry(
        (
            "(34, 'Numerical result out of range'){after:text}",
            "(34, 'Result too large'){after:text}",
        ),
        "",
        "A power of plain Python numbers left the range of floats. In training that is a learning "
        "rate whose factor lies above 1 and is taken to the power of the epoch, or an optimizer "
        "that counts very many steps.",
        "Print the learning rate in each epoch: gamma of a scheduler lies below 1, and lr_lambda "
        "gives a small factor. The betas of Adam lie between 0 and 1. Where your own ** or "
        "math.exp fails, torch.exp and tensors give inf in place of an error.",
        None,
        recorded=(
            "OverflowError: (34, 'Numerical result out of range') in PyTorch",
            'File "/lib/torch/optim/adam.py", line 9, in step\n    b = 1 - beta2 ** n\n'
            "OverflowError: (34, 'Numerical result out of range')",
        ),
        when=lambda found: (
            told(found) or re.search(r"torch[/\\]optim[/\\]", found.before) is not None
        ),
    ),
    Entry(
        (
            "too many values to unpack (expected {wanted:int}){after:text}",
            "not enough values to unpack (expected {wanted:int}, got {got:int}){after:text}",
        ),
        "tensor shape",
        "What is unpacked has another number of parts than there are names for them.",
        "Print it. If it is a shape, the tensor has an axis too many or too few: x.unsqueeze(0) "
        "makes a batch of one, and older releases of nn.TransformerEncoder and of recurrent layers "
        "take three axes only. If it is a batch, it has the parts that __getitem__ gives, and with "
        "a counter it is for i, (x, y) in enumerate(loader):. If it is what a model gives, an LSTM "
        "gives out, (h, c), and a model of transformers one object: out[0]. If it is "
        "confusion_matrix(y, p).ravel(), it has four numbers for certain with labels=[0, 1] only.",
        None,
        recorded=(
            "Transformer PyTorch Error- ValueError: too many values to unpack (expected 2)",
            "ValueError: not enough values to unpack (expected 3, got 2). TransformerEncoder",
        ),
        when=about_torch,
    ),
    Entry(
        (
            "{kind:name}.__init__() takes {wanted:int} positional {:arguments|argument} but "
            "{got:int} {:were|was} given{after:text}",
            "__init__() takes {wanted:int} positional {:arguments|argument} but {got:int} "
            "{:were|was} given{after:text}",
            "__init__() takes from {least:int} to {wanted:int} positional arguments but {got:int} "
            "were given{after:text}",
        ),
        "",
        "A class is made with other arguments than its __init__ takes. It takes {wanted}, and got "
        "{got}, self counted in both: as a rule the class was called with the input, Net(x), in "
        "place of the model that was made from it.",
        "Make it once, model = Net(), and call that: model(x). So with layers and losses: "
        "nn.ReLU()(x), nn.CrossEntropyLoss()(out, y). If the arguments do belong to the making, "
        "def __init__(self, n): of your class has to name them, with two underscores on each side, "
        "and super().__init__() takes none.",
        None,
        recorded=(
            "PyTorch: TypeError: __init__() takes 1 positional argument but 2 were given",
            'File "a.py", line 3, in forward\n    x = nn.Sigmoid(x)\n'
            "TypeError: __init__() takes 1 positional argument but 2 were given",
        ),
        when=lambda found: (
            told(found)
            or re.search(r"\bnn\.[A-Z]\w*\(", found.code.rpartition("\n")[2]) is not None
        ),
    ),
    Entry(
        (
            "__call__() takes {wanted:int} positional arguments but {got:int} were given"
            "{after:text}",
            "{kind:Compose|ToTensor}.__call__() takes {wanted:int} positional arguments but "
            "{got:int} were given{after:text}",
        ),
        "",
        "A transform was called with a picture and its target, and takes the picture alone: "
        "Compose and ToTensor of torchvision.transforms.",
        "For detection take those of the references of torchvision, which handle both: import "
        "transforms as T, from the file transforms.py of references/detection that lies beside "
        "your program. Or use torchvision.transforms.v2, or call the transform with the picture "
        "only.",
        None,
        recorded=(
            "TypeError: __call__() takes 2 positional arguments but 3 were given. To train "
            "FastRCNN",
            'File "a.py", line 3, in __getitem__\n    img, target = self.transforms(img, target)\n'
            "TypeError: Compose.__call__() takes 2 positional arguments but 3 were given",
        ),
        when=lambda found: (
            "kind" in found.fields
            or "RCNN" in found.fields.get("after", "") + found.before.rpartition("\n")[2]
            or re.search(r"\b(?:self\.)?transforms?\(\w+, *\w+\)", found.line) is not None
        ),
    ),
    Entry(
        "{name:name}() missing {count:int} required positional {:arguments|argument}: {:'|\"}"
        "{argument:quoted}{:'|\"}{after:text}",
        "tensor parameters",
        "{name} was called with too few arguments. {argument} is missing.",
        "Write it too: help of the function lists the arguments of this release, and those without "
        "= are needed. Where self or the first of them is missing, the class was called in place "
        "of an object: the brackets that make one are missing. torch.distributed.scatter needs "
        "scatter_list, one tensor for each process, on the process that sends.",
        None,
        recorded=(
            "PyTorch TypeError: scatter() missing 1 required positional argument: 'scatter_list'",
        ),
        when=_told_of_calls,
    ),
    Entry(
        (
            "{name:torch.addmm|addmm|addmm_|torch.mm|mm|torch.matmul|matmul|torch.bmm|bmm|conv2d}"
            "{:()|} received an invalid combination of arguments{after:text}",
        ),
        "tensor dtypes",
        "{name} multiplies tensors of one type and on one device, and got others, as a rule: a "
        "linear layer multiplies its input and its weight so.",
        "Print x.dtype and x.device of both, and of a layer's weight, model.fc.weight; in old "
        "releases x.type(). If one is Byte, Long or Double and the other Float, write x.float(). "
        "If one is on a GPU only, send x.to(device) and model.to(device) to the same. If one is no "
        "tensor, make one: torch.tensor(…). The rest of the message lists what it got, and below "
        "it what is allowed.",
        None,
        recorded=("torch.addmm received an invalid combination of arguments",),
        when=lambda found: not found.fields.get("after", "").lstrip().startswith(("-", "–")),
    ),
    Entry(
        (
            "{name:name}() received an invalid combination of arguments{after:text}",
            "{name:name} received an invalid combination of arguments{after:text}",
        ),
        "tensor parameters",
        "The arguments of {name} are of kinds that do not go together, or one has a wrong name.",
        "The rest of the message says what it got, in brackets, and below it what is allowed, one "
        "line each: compare the two, and print type(x) of each argument. A list or an array "
        "becomes a tensor by torch.tensor(…), a size is a whole number, and a layer with several "
        "results gives a tuple.",
        None,
        recorded=("TypeError: mean() received an invalid combination of arguments",),
        when=lambda found: not found.fields.get("after", "").lstrip().startswith(("-", "–")),
    ),
    Entry(
        (
            "{:name}() argument '{argument:name}' (position {place:int}) must be Tensor, not "
            "{kind:name}",
            "argument '{argument:name}' (position {place:int}) must be Tensor, not {kind:name}",
            "argument '{argument:name}' (position {place:int}) must be Tensor{after:text}",
            "argument {argument:name} must be {:a |}Tensor, not {:a |an |}{kind:name}",
        ),
        "tensor create",
        "A function of torch takes a tensor as its argument {argument}, and got something else. It "
        "is of type {kind}.",
        "Behind the word not the message says what it is. A layer is made first and called then: "
        "nn.ReLU()(x), and not nn.ReLU(x), which gives the layer. A tuple or a dictionary comes "
        "from a function or model with several results: take the tensor out of it. None comes from "
        "a function without return; arrays, lists and numbers become tensors by torch.tensor(…).",
        None,
        recorded=(
            "TypeError: argument 'input' (position 1) must be Tensor error without retraining",
            "TypeError: argument 'input' (position 1) must be Tensor, not tuple",
            "TypeError: mul() argument 'other' (position 1) must be Tensor, not ReLU",
        ),
    ),
    Entry(
        "'{kind:tuple}' object has no attribute '{name:" + ALL_OF_TENSORS + "}'{after:text}",
        "tensor create",
        "{name} belongs to tensors, and this is a tuple: as a rule a recurrent layer, attention or "
        "a model gave several results at once, or a batch holds inputs and labels.",
        "If nn.LSTM, nn.GRU or nn.RNN gave it, write out, state = self.lstm(x). nn.Sequential "
        "hands a tuple on as it is: call the LSTM outside of it, or put a module behind it whose "
        "forward gives x[0]. If it is the state that goes in, nn.GRU and nn.RNN take one tensor, "
        "and only nn.LSTM a pair (h, c). If it is a batch, write x, y = batch. "
        "Else take the part, out[0]. A comma at the end of a "
        "line makes a tuple too.",
        "(torch.ones(2), torch.ones(2)).dim()",
        recorded=("AttributeError: 'tuple' object has no attribute 'size'",),
        when=_of_tensors,
    ),
    Entry(
        "'{kind:list}' object has no attribute '{name:" + ALL_OF_TENSORS + "}'{after:text}",
        "tensor create",
        "{name} belongs to tensors, and this is a list: as a rule a whole batch of a DataLoader, "
        "which is one even where a TensorDataset has a single tensor, the results of a model that "
        "gives several, or what was collected in a loop.",
        "Print len and the type of its first part. Of a batch or of results take the one you mean: "
        "for x, y in loader:, for (x,) in loader: or out[0]. Tensors of one shape become one by "
        "torch.stack(list), or by torch.cat(list) one behind the other; plain numbers by "
        "torch.tensor(list).",
        "[1, 2].dim()",
        recorded=(
            "AttributeError: 'list' object has no attribute 'view'",
            "AttributeError: 'list' object has no attribute 'shape' in PyTorch",
        ),
        when=_of_tensors,
    ),
    Entry(
        "'{kind:str}' object has no attribute '{name:" + ALL_OF_TENSORS + "}'{after:text}",
        "tensor create",
        "{name} belongs to tensors, and this is a text: a name or a label in place of what it "
        "stands for, or the name of a result, which is what unpacking a dictionary gives.",
        "Print it. Models of transformers give an object with names since release 4: write out = "
        "model(x), and out.last_hidden_state, out.logits or out[0], or call it with "
        "return_dict=False. A path is read first, and a label becomes a number: "
        "classes.index(label).",
        "'a'.dim()",
        recorded=("AttributeError: 'str' object has no attribute 'detach'",),
        when=_of_tensors,
    ),
    Entry(
        "'{kind:dict|OrderedDict|collections.OrderedDict|BatchEncoding}' object has no attribute "
        "'{name:" + ALL_OF_TENSORS + "}'{after:text}",
        "tensor create",
        "{name} belongs to tensors, and this is a {kind}, which holds several: a batch by names, "
        "or a model that gives several results.",
        'print(d.keys()) shows the names. Take the one you mean, batch["image"], or out["out"] of '
        "a model for segmentation; model(**batch) hands all of them over by name.",
        "{}.dim()",
        recorded=("PyTorch: AttributeError: 'dict' object has no attribute 'size'",),
        when=_of_tensors,
    ),
    Entry(
        "'{kind:NoneType}' object has no attribute '{name:" + ALL_OF_TENSORS + "}'{after:text}",
        "tensor create",
        "{name} belongs to tensors, and this is None: a function or a forward without return gives "
        "that, and a gradient that is not there yet, a layer without a bias, or a picture that was "
        "not found.",
        "Print what stands before .{name}, and go back to where it is set. Write return at the end "
        "of the function. cv2.imread gives None where the path is wrong, and .grad is None before "
        "backward; pass over what may be None: if p is not None:.",
        "None.dim()",
        recorded=("Pytorch AttributeError: 'NoneType' object has no attribute 'size'",),
        when=_of_tensors,
    ),
    Entry(
        "'{kind:int|float|bool|numpy.float64|numpy.float32|numpy.int64|complex}' object has no "
        "attribute '{name:" + ALL_OF_TENSORS + "}'{after:text}",
        "tensor create",
        "{name} belongs to tensors, and this is one plain number, of type {kind}: .item(), len, "
        "int or float gave it, or a sum that began with 0 and to which nothing was added.",
        "Leave .{name} out where a number is meant. If enumerate gave it as a counter, write for "
        "i, (x, y) in enumerate(loader):. Else keep the tensor, without .item() before this line, "
        "or make one: torch.tensor(x). Look also whether the arguments of the call stand in the "
        "order of its def.",
        "(3).dim()",
        recorded=("PyTorch - AttributeError: 'int' object has no attribute 'size'",),
        when=_of_tensors,
    ),
    Entry(
        "'{kind:DataFrame|Series}' object has no attribute '{name:"
        + TENSORS_ALONE
        + "|view|cuda|cpu}'",
        "tensor numpy",
        "{name} belongs to tensors, and this is a {kind} of pandas.",
        "Make a tensor of its numbers first: torch.tensor(df.values, dtype=torch.float32), or of "
        'one column torch.tensor(df["y"].values). Columns of text become numbers before.',
        None,
        recorded=("AttributeError: 'DataFrame' object has no attribute 'dim'",),
        when=lambda found: not by_library(found),
    ),
    Entry(
        "'{kind:" + PIL + "}' object has no attribute '{name:" + ALL_OF_TENSORS + "}'{after:text}",
        "tensor create",
        "{name} belongs to tensors, and this is a picture of PIL: a model or a transform that "
        "takes tensors got the picture itself.",
        "Put transforms.ToTensor() before it in transforms.Compose([…]), and behind all that takes "
        "pictures. A picture alone becomes a batch by transforms.ToTensor()(picture).unsqueeze(0).",
        None,
        recorded=("AttributeError: 'Image' object has no attribute 'new' in PyTorch",),
        when=_of_tensors,
    ),
    Entry(
        (
            "'{kind:name}' object has no attribute '{name:" + ALL_OF_TENSORS + "}'{after:text}",
            "{kind:name}' object has no attribute '{name:" + "|".join(NO_OTHERS) + "}",
        ),
        "tensor create",
        "{name} belongs to tensors, and this is a {kind}: the model itself in place of its output, "
        "or an object that holds several tensors, as a batch or a model's results.",
        "If {kind} is your model, make it once, model = {kind}(…), and hand on what it gives: "
        "out = model(x), then loss_fn(out, y). {kind}(x) makes a second model, and model.train() "
        "gives the model itself. Else take the tensor in it, such as out.logits, "
        "batch.text or out[0]; dir(out) shows its parts.",
        "class Net:\n    pass\nNet().log_softmax(1)",
        recorded=(
            "AttributeError: 'Net' object has no attribute 'size' in PyTorch",
            'File "a.py", line 3, in f\n    loss = criterion(model, y)\n  File "/lib/torch/nn/'
            'functional.py", line 9, in mse_loss\n    if not (target.size() == input.size()):\n'
            "AttributeError: 'Net' object has no attribute 'size'",
        ),
        when=lambda found: (
            found["kind"] not in OF_PYTHON
            and found["kind"].rpartition(".")[2]
            not in ("EagerTensor", "Tensor", "ndarray", "Image", *PIL.split("|"))
            and not by_library(found)
            and (
                (found["name"] in NO_OTHERS and (found["name"] != "dim" or in_torch(found)))
                or within_torch(found)
                or told(found)
                or (
                    found["name"]
                    in ("size", "dim", "view", "detach", "argmax", "softmax", "squeeze")
                    and re.search(
                        r"(?:Net|CNN|RNN|LSTM|GRU|MLP|Model|coder|Batch|Output\w*)$", found["kind"]
                    )
                    is not None
                )
            )
        ),
    ),
    Entry(
        "type object 'torch.{kind:name}' has no attribute '{name:name}'",
        "tensor create",
        "torch.{kind} is a class of tensors, and has nothing called {name}: the functions that "
        "make tensors lie in torch itself.",
        "Write torch.{name}(…), as torch.zeros(2, 3) or torch.randn(2, 3), with .float(), .long() "
        "or .cuda() behind it for another type or device.",
        "torch.FloatTensor.randn(2)",
        when=lambda found: found["kind"].endswith("Tensor") and "_C" not in found["kind"],
    ),
)


# Python's sentences of which only the asker or the traceback tells that they are about PyTorch:
# every other table comes before.
TITLES = (
    Entry(
        "signal number {number:32|33|64} out of range{after:text}",
        "env",
        "A fault of Python 3.6 before 3.6.6, and of 3.5 before 3.5.7, that shows on newer releases "
        "of Linux when a process is started, such as a worker of a DataLoader.",
        "Install a newer Python, which a newer PyTorch needs as well. Until then write "
        "num_workers=0 in the DataLoader.",
        None,
        recorded=("Pytorch Exception in Thread: ValueError: signal number 32 out of range",),
        when=about_torch,
        command="env",
    ),
    Entry(
        "name '{name:name}' is not defined{after:text}",
        "",
        "Python does not know {name}: the line that makes or imports it is missing, was not run, "
        "stands further down or inside a function, or writes the name otherwise.",
        "Look for the line that sets {name}, capital letters included, and put it before this one; "
        "in a notebook run its cell first. Into a function, and out of it, a name goes as an "
        "argument and by return.",
        None,
        recorded=("NameError: name 'batch_size' is not defined in PyTorch",),
        when=about_torch,
    ),
    Entry(
        "'{kind:int|float|list|tuple|numpy.ndarray|set}' object is not callable{after:text}",
        "",
        "Round brackets call a function, and what stands before them is of type {kind}.",
        "Print the name before the brackets: a result may have been put under a function's name, "
        "as loss = loss(out, y) does, or a comma is missing between two pairs of brackets. Parts "
        "are taken by square brackets, x[0]; an array of NumPy has a.shape[0] in place of "
        "a.size(0).",
        None,
        recorded=("PyTorch TypeError: 'list' object is not callable",),
        when=about_torch,
    ),
    Entry(
        (
            "'{kind:int|float|bool}' object is not iterable{after:text}",
            "cannot unpack non-iterable {kind:int|float|bool} object{after:text}",
        ),
        "",
        "Several values were to be taken one after another, and this is one plain number, of type "
        "{kind}.",
        "Print it. To count write for i in range(n):. Two names on the left want two results: what "
        "__getitem__, the model or the function returns is one alone. A size of a picture or a "
        "kernel may have to be a pair, (3, 3).",
        None,
        recorded=("PyTorch: TypeError: 'int' object is not iterable",),
        when=told,
    ),
    Entry(
        (
            "must be real number, not {kind:NoneType|str}{after:text}",
            "'NoneType' object cannot be converted to '{:few}'{after:text}",
        ),
        "tensor create",
        "A tensor holds numbers only, and the list for this one has something else in it. It is of "
        "type {kind}.",
        'Put a number in its place before: float("nan") or 0 for None, float(text) for a text. '
        "[x for x in values if x is not None] leaves None out.",
        None,
        recorded=(
            'File "a.py", line 2, in <module>\n    torch.tensor([1.0, None])\n'
            "TypeError: must be real number, not NoneType",
            "TypeError: must be real number, not NoneType in torch.tensor",
        ),
        when=lambda found: (
            told(found)
            or re.search(r"\btorch\.(?:tensor|as_tensor|\w*Tensor)\(", found.line) is not None
        ),
    ),
    Entry(
        "axes don't match array{after:text}",
        "tensor transpose",
        "NumPy's transpose got another number of axes than the array has: a picture in grey has "
        "two, one in colours three, and a batch of them four.",
        "Print a.shape. Write a.transpose(2, 0, 1) for (height, width, channels), "
        "a.transpose(0, 3, 1, 2) for a batch, and a[None] for a grey picture or a mask, which has "
        "no axis of channels to be moved. For a tensor it is x.permute(2, 0, 1).",
        None,
        recorded=("ValueError: axes don't match array Pytorch",),
        when=about_torch,
    ),
    Entry(
        "a bytes-like object is required, not 'str'{after:text}",
        "",
        "A text meets bytes: a file that was opened for bytes gives or wants bytes, and a program "
        "for Python 2 takes no care of that.",
        'Open a file of text with open(path) or open(path, "w"), without b, or turn one into the '
        "other: text.encode() makes bytes, data.decode() a text.",
        None,
        recorded=("PyTorch training file - TypeError: a bytes-like object is required, not 'str'",),
        when=about_torch,
    ),
    Entry(
        "integer argument expected, got float{after:text}",
        "",
        "A whole number is wanted, and this is a float: / gives one even where nothing is left "
        "over.",
        "Write int(n), or n // 2 in place of n / 2. Among transforms size, padding and fill of a "
        "picture are whole numbers; a fill between 0 and 1 belongs to tensors, behind ToTensor.",
        None,
        recorded=("PyTorch transforms: TypeError: integer argument expected, got float",),
        when=about_torch,
    ),
    Entry(
        (
            "can't set attribute{after:text}",
            "property '{name:quoted}' of '{kind:name}' object has no setter{after:text}",
        ),
        "",
        "This attribute is computed by its class, and cannot be set, as train_labels and "
        "train_data of torchvision's MNIST.",
        "Set what it is computed from: dataset.data and dataset.targets for MNIST. In a class of "
        "your own give the attribute another name than the property has. A part of a data set is "
        "torch.utils.data.Subset(dataset, indices).",
        None,
        recorded=(
            "AttributeError: can't set attribute in splitting MNIST dataset",
            "AttributeError: property 'train_labels' of 'MNIST' object has no setter",
        ),
        when=lambda found: (
            told(found)
            or re.search(r"MNIST|CIFAR", str(dict(found.fields)) + found.line) is not None
        ),
    ),
    Entry(
        "'Example' object has no attribute '{name:name}'{after:text}",
        "",
        "An Example of torchtext has an attribute for each of its fields, and {name} is none, or "
        "its row had nothing for it.",
        "If the fields are a list, they stand in the order of the file's columns, as many as there "
        'are columns; ("id", None) passes over one. If they are a dictionary, its keys are the '
        "names in the file. Look for empty and short rows in the file too. "
        "print(vars(dataset.examples[0])) shows what an Example has.",
        None,
        recorded=("Torchtext AttributeError: 'Example' object has no attribute 'text_content'",),
        when=lambda found: (
            re.search("torchtext|pytorch", found.before + found.code + found["after"], re.I)
            is not None
        ),
    ),
    Entry(
        "'{kind:iterator|generator}' object has no attribute '{name:next}'{after:text}",
        "",
        "{name} was a method of iterators in Python 2, and is a function now. This is of type "
        "{kind}.",
        "Write x, y = next(iter(loader)), or next(it) for it.next(). What is of type iterator "
        "comes from iter(dataset), and gives single samples: for batches make a DataLoader of the "
        "data set first, and take iter of that.",
        None,
        recorded=(
            "PyTorch: AttributeError: 'iterator' object has no attribute 'next'",
            'File "a.py", line 3, in <module>\n    images, labels = dataiter.next()\n'
            "AttributeError: 'iterator' object has no attribute 'next'",
        ),
        when=lambda found: (
            about_torch(found) or re.search(r"(?i)loader|data_?iter|images", found.line) is not None
        ),
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:forward}'{after:text}",
        "",
        "A {kind} has no forward: as a rule its class is no nn.Module, its def forward is misspelt "
        "or not indented as far as __init__, or it comes from another release of its library.",
        "In a class of your own write class Net(nn.Module):, and inside of it def forward(self, "
        "x):. If the class is a library's, install the release that the program was written for, "
        "together with the PyTorch that goes with it.",
        None,
        recorded=("Pytorch AttributeError: 'Net' object has no attribute 'forward'",),
        when=_told_of_objects,
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:name}'{after:text}",
        "",
        "A {kind} has nothing called {name}: it was not made in __init__, is misspelt, belongs to "
        "something else that was expected here, or to another release of the library that the "
        "class comes from.",
        "In a class of your own write self.{name} = … in def __init__, with two underscores on "
        "each side, behind super().__init__(). print(x) and dir(x) show what is there. A model "
        "that was saved whole lacks what its class got later: load a state_dict into a new one.",
        None,
        recorded=("PyTorch: AttributeError: 'Net' object has no attribute 'fc3'",),
        when=_told_of_objects,
    ),
    Entry(
        "'{kind:name}' object is not subscriptable{after:text}",
        "",
        "Square brackets take a part by its number or name, and a {kind} gives none.",
        "In a data set of your own write def __getitem__(self, i):, with two underscores on each "
        "side. A batch is next(iter(loader)), a layer model.fc, and a result of a model that gives "
        "an object out.logits; dir(x) shows the names.",
        None,
        recorded=("PyTorch TypeError: 'MyDataset' object is not subscriptable",),
        when=_told_of_objects,
    ),
    Entry(
        (
            "'{kind:name}' object is not iterable{after:text}",
            "cannot unpack non-iterable {kind:name} object{after:text}",
            "'{kind:name}' object is not an iterator{after:text}",
        ),
        "",
        "Something was to be taken one item after another, and a {kind} gives none: in a loop, in "
        "list, or where several names stand on the left of =.",
        "Go through what holds the items: model.parameters() for an optimizer, model.children() "
        "for the layers, a DataLoader for the batches. next wants iter first: next(iter(loader)). "
        "Several names on the left want as many results: take the parts of one object by name.",
        None,
        recorded=("PyTorch TypeError: 'Net' object is not iterable",),
        when=_told_of_objects,
    ),
    Entry(
        "'{kind:name}' object is not callable{after:text}",
        "",
        "Round brackets call a function or a model, and a {kind} cannot be called.",
        "A model of your own is a class Net(nn.Module) with def forward. Look whether the name had "
        "been a function's before, and give one of the two another name; parts are taken by square "
        "brackets, and methods by their name, as optimizer.step().",
        None,
        recorded=("PyTorch TypeError: 'Net' object is not callable",),
        when=_told_of_objects,
    ),
    Entry(
        "module '{module:name}' has no attribute '{name:name}'{after:text}",
        "env",
        "The {module} that Python found has nothing called {name}: it is of another release, "
        "another file or package of the same name stands before it, or the name is misspelt.",
        "print({module}.__file__) shows which one it is. Give a file of your own another name, or "
        "install the release of {module} that the program names.",
        None,
        recorded=("AttributeError: module 'utils' has no attribute 'plot' PyTorch",),
        # TorchScript speaks of a Module, and of the reason behind it.
        when=lambda found: about_torch(found) and not re.match(r"\s*(?::|\(This)", found["after"]),
        command="env",
    ),
    Entry(
        (
            "{name:name}() got an unexpected keyword argument '{argument:quoted}'{after:text}",
            "{name:name}() got multiple values for argument '{argument:quoted}'{after:text}",
        ),
        "",
        "{name} has no argument called {argument}, or got it twice: it is misspelt, or belongs to "
        "another release of the library that {name} is from.",
        "help of the function or class lists its arguments; in one of your own they are what its "
        "def names, self first. Compare torch.__version__ with the release that the program was "
        "written for, or leave {argument} out where its default does.",
        None,
        recorded=("PyTorch: TypeError: foo() got an unexpected keyword argument 'bar'",),
        when=_told_of_calls,
    ),
    Entry(
        (
            "{name:name}() takes {wanted:int} positional {:arguments|argument} but {got:int} "
            "{:were|was} given{after:text}",
            "{name:name}() takes from {least:int} to {wanted:int} positional arguments but "
            "{got:int} were given{after:text}",
        ),
        "",
        "{name} was called with more arguments than its def names. It takes {wanted} and got "
        "{got}; of a method self is one of them.",
        "Compare the call with the def or the documentation of this release. A method of your own "
        "has self first: def step(self, x):. Settings behind the first arguments may have to be "
        "named, dim=1.",
        None,
        recorded=("PyTorch: TypeError: foo() takes 2 positional arguments but 3 were given",),
        when=_told_of_calls,
    ),
    Entry(
        "'{kind:list|tuple|str}' object has no attribute '{name:items|keys|values|get}'"
        "{after:text}",
        "",
        "{name} belongs to a dictionary, and this is of type {kind}.",
        "Print it. A batch and what a model gives may be a list or a tuple: take the part that is "
        "meant, batch[0]. A path is loaded first: state = torch.load(path).",
        None,
        recorded=("PyTorch: AttributeError: 'list' object has no attribute 'items'",),
        when=about_torch,
    ),
    Entry(
        "list index out of range{after:text}",
        "",
        "A list was asked for a number that it does not have: it is shorter than was thought, or "
        "empty.",
        "Print len of the list, and the number. __len__ of a data set may not give more than there "
        "are samples, and a list of names for the classes needs one for each label. An empty list "
        "comes from a folder or a pattern where no file was found.",
        None,
        recorded=("PyTorch - IndexError: list index out of range",),
        when=told,
    ),
)
