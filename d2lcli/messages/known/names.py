"""Names that are not there: of tensors, of torch, and of what was not imported."""

from __future__ import annotations

import re

from ...language import MESSAGES, mark, tr
from ..entry import Entry, Found
from .calls import by_library, in_torch

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
        tensor Tensor nn ones zeros rand randn arange cat stack device float32 float64 int64 long
        float int optim utils cuda no_grad sum mean exp manual_seed load save from_numpy matmul mm
        autograd empty eye linspace max min sqrt sin cos dtype FloatTensor LongTensor version
        __version__ Size uint8 bool double half _C
        """,
    )
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
        """,
    )
)

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
    "items": mark("x.tolist() makes a list; items belongs to dictionaries"),
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
        "A tensor has nothing called {name}: it is misspelt, belongs to something else that was "
        "expected here, or came with another release.",
        "Print type(x) of what should be there, and look where the tensor was put in its place. "
        "A batch of a DataLoader, and what a model gives, may be a tensor where a dictionary or an "
        "object was expected. dir(x) lists what a tensor has.",
        "torch.ones(2).foo",
        when=lambda found: found["name"] not in INSTEAD and "torch" in found.before + found.code,
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
        when=lambda found: re.search(r"\.grad\b", found.line) is not None,
    ),
    Entry(
        "unsupported operand type(s) for {operator:path}: '{a:Tensor|Parameter|torch.Tensor}' and "
        "'{b:name}'",
        "tensor arithmetic",
        "A tensor meets something that is no number: {operator} of a tensor and a {b}.",
        "Print the other one. A list becomes a tensor by torch.tensor(…); a tuple is what a "
        "recurrent layer gives: out, state = rnn(x); a method lacks its brackets: loss.item(); "
        "None is what a function without return gives, or a .grad before backward.",
        "torch.ones(2) + [1, 2]",
    ),
    Entry(
        "unsupported operand type(s) for {operator:path}: '{b:name}' and "
        "'{a:Tensor|Parameter|torch.Tensor}'",
        "tensor arithmetic",
        "A tensor meets something that is no number: {operator} of a {b} and a tensor.",
        "Print the other one. A list becomes a tensor by torch.tensor(…); a tuple is what a "
        "recurrent layer gives: out, state = rnn(x); a method lacks its brackets: loss.item(); "
        "None is what a function without return gives, or a .grad before backward.",
        "None + torch.ones(2)",
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
        "'{kind:builtin_function_or_method|method|function|type}' object is not subscriptable",
        "tensor create",
        "A function got square brackets, which choose a part of something.",
        "Write round brackets: torch.tensor([1, 2]), torch.ones(2, 3). They are also missing "
        "before a part is taken: x.size()[0].",
        "torch.tensor[1, 2]",
        when=lambda found: re.search(r"\b(?:torch|nn|F)\.\w+\[", found.line) is not None,
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
        "'Tensor' object is not callable",
        "tensor index",
        "A tensor was called like a function. A name that was a function or a layer may have been "
        "given a tensor: loss = loss(out, y) works once.",
        "Use brackets for parts, x[0], and another name for the result: l = loss(out, y). In a "
        "notebook the name keeps the tensor: run the cell that makes the function once more.",
        "torch.ones(2)()",
    ),
    Entry(
        "module 'torch' has no attribute '{name:name}'",
        "env",
        "Python took another torch: torch is only half there. A file of your own is called "
        "torch.py, a folder torch stands in the way, or the installation is broken. It found no "
        "{name}.",
        "Give your file or folder another name, and remove __pycache__ beside it. "
        'python -c "import torch; print(torch.__file__)" shows what is imported; if that is '
        "PyTorch's, install it anew.",
        None,
        recorded=("AttributeError: module 'torch' has no attribute 'ones'",),
        when=lambda found: found["name"] in PLAIN,
        command="env",
    ),
    Entry(
        "module 'torch' has no attribute '{name:name}",
        "env",
        "{name} came with a later PyTorch than the one that is installed here, as a rule. Else a "
        "file of your own is called torch.py.",
        "Print torch.__version__ and torch.__file__. Install a newer one: python -m pip install -U "
        "torch, together with the torchvision and torchaudio of the same release. Or take the "
        "release of the other library that fits yours.",
        None,
        recorded=(
            "AttributeError: module 'torch' has no attribute 'compile'",
            "AttributeError: module 'torch' has no attribute 'float8_e4m3fn'",
        ),
        when=lambda found: found["name"] in LATER,
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
        when=lambda found: found["name"].lower() in PLAIN and found["name"] not in PLAIN,
        more=lambda found: {"lower": found["name"].lower()},
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
        "torch.arrange(3)",
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
        "'module' object has no attribute '{name:name}'",
        "env",
        "Python 2 ran this, and its PyTorch has no {name}: it is misspelt, or came with a later "
        "release, as no_grad and device did with 0.4.",
        "Install a newer PyTorch, with Python 3, or print torch.__version__ and take the release "
        "that the program names.",
        None,
        recorded=(
            "File \"a.py\", line 79, in test\n    d = torch.device('cuda')\nAttributeError: "
            "'module' object has no attribute 'device'",
        ),
        when=lambda found: re.search(r"\b(?:torch|nn|F)\.", found.line) is not None,
        command="env",
    ),
    Entry(
        "'{:torch.FloatTensor|torch.cuda.FloatTensor|torch.LongTensor|torch.cuda.LongTensor|"
        "Parameter|Variable}' object is not callable",
        "tensor index",
        "A tensor was called like a function. data, grad, shape and T are values; and a name that "
        "was a function may have been given a tensor.",
        "Write x.data without brackets, x[0] for parts, and another name for the result: l = "
        "loss(out, y).",
        "torch.nn.Parameter(torch.ones(2))()",
        when=lambda found: found.type == "TypeError",
    ),
)
