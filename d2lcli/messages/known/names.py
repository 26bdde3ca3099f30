"""Names that are not there: of tensors, of torch, and of what was not imported."""

from __future__ import annotations

import difflib
import re

from ...language import MESSAGES, mark, tr
from ..entry import Entry, Found, Way
from .calls import (
    NO_TENSOR,
    about_torch,
    by_library,
    in_torch,
    told,
    within_torch,
)
from .pictures import PIL
from .ways import by_kind, ways

IMPORTS = {
    "np": "import numpy as np",
    "plt": "import matplotlib.pyplot as plt",
    "F": "import torch.nn.functional as F",
    "d2l": "from d2l import torch as d2l",
    "DDP": "from torch.nn.parallel import DistributedDataParallel as DDP",
    **dict.fromkeys(("torch", "numpy", "torchvision", "torchaudio", "torchtext"), ""),
    **{
        name: f"from {module} import {name}"
        for module, names in {
            "torch": "nn optim Tensor",
            "torch.nn": "init Parameter CrossEntropyLoss",
            "torch.autograd": "Variable",
            "torch.nn.parallel": "DistributedDataParallel",
            "torch.nn.utils.rnn": "pad_sequence pack_padded_sequence pad_packed_sequence",
            "torch.optim": "lr_scheduler",
            "torch.cuda.amp": "autocast GradScaler",
            "torch.utils.data": "DataLoader Dataset TensorDataset Subset random_split",
            "torch.utils.tensorboard": "SummaryWriter",
            "torchvision": "datasets models transforms",
            "torchvision.datasets": "ImageFolder",
            "torchvision.utils": "make_grid save_image",
        }.items()
        for name in names.split()
    },
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
    "dim|unsqueeze|unsqueeze_|permute|contiguous|detach|requires_grad|requires_grad_|numel|"
    "log_softmax|is_cuda|zero_|fill_|normal_|copy_|masked_fill|masked_fill_|new_zeros|data_ptr|"
    "grad_fn|type_as|view_as|ndimension|index_select|scatter_|is_floating_point|is_sparse|"
    "is_nested|long|half|double"
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
    "_values|values|median|to_dense|ravel|random_|matmul|dot".split("|")
)
# Of these what no other library's objects have.
NO_OTHERS = tuple(
    re.findall(r"\w+", "dim log_softmax unsqueeze contiguous numel masked_fill ndimension permute")
)

# Names that are often written wrongly; none of them is near another name of torch.
OFTEN = tuple(
    re.findall(r"\w+", "arange zeros tensor randn matmul from_numpy sigmoid softmax linspace")
)
OFTEN_OF_TENSORS = tuple(
    re.findall(
        r"\w+",
        "unsqueeze squeeze detach backward contiguous permute requires_grad is_cuda transpose",
    )
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
    "parameter": "torch.nn.Parameter",
    "backward": "loss.backward",
    **{
        name: f"{module}.{name}"
        for module, names in {
            "torch.utils.data": "DataLoader Dataset TensorDataset random_split",
            "torch.nn": "Module Linear Conv2d ReLU Sequential Parameter Embedding CrossEntropyLoss",
            "torch.nn.functional": "cross_entropy mse_loss one_hot interpolate normalize pad",
            "torch.autograd": "Variable grad",
            "torch.optim": "Adam SGD",
            "torch.cuda": "is_available get_device_name device_count",
        }.items()
        for name in names.split()
    },
}

# What people look for in a tensor, and what it is called there.
INSTEAD = {
    "copy": mark("x.clone() copies it; x.detach().clone() also leaves the recorded graph behind"),
    "astype": mark("x.to(torch.float32), or x.float() and x.long(), change the type"),
    "append": mark(
        "torch.cat([x, y]) joins two, and torch.stack(list) makes one of a list: collect "
        "parts in a list, and join once"
    ),
    **dict.fromkeys(("extend", "concatenate", "concat"), mark("torch.cat([x, y]) joins two")),
    **dict.fromkeys(
        ("length", "len"), mark("len(x) is the size of axis 0, x.numel() the number of elements")
    ),
    "insert": mark("torch.cat([x[:i], y, x[i:]]) puts y at place i"),
    "fill": mark("x.fill_(0) fills it in place"),
    "zero": mark("x.zero_() sets all numbers to 0"),
    "backwards": mark("the name is x.backward()"),
    "to_numpy": mark(
        "x.numpy() shares its numbers with an array, x.detach().cpu().numpy() where "
        "gradients are recorded or the tensor is on a GPU"
    ),
    "toarray": mark("x.numpy() shares its numbers with an array"),
    "count": mark("x.numel() is the number of elements, (x == 1).sum() counts the ones"),
    "shuffle": mark("x[torch.randperm(len(x))] shuffles it along axis 0"),
    "reverse": mark("x.flip(0) turns axis 0 around"),
    "index": mark("(x == 3).nonzero() gives where a number stands"),
    "items": mark(
        "a dictionary was expected, and this is a tensor: print where it comes from. A batch of a "
        "DataLoader is a dictionary only where __getitem__ gives one"
    ),
    **dict.fromkeys(("keys", "get"), mark("a dictionary was expected, and this is a tensor")),
    "toList": mark("the name is x.tolist()"),
    "array": mark("x.numpy() makes an array"),
    "asnumpy": mark("the name is x.numpy(); asnumpy is MXNet's"),
    "dtypes": mark("the name is x.dtype"),
    "shapes": mark("the name is x.shape"),
    "step": mark("step belongs to an optimizer, and this is a tensor"),
    "parameters": mark(
        "parameters belongs to a model, and this is a tensor: write model.parameters()"
    ),
    "convert": mark("convert belongs to pictures of PIL: transforms.ToPILImage()(x) makes one"),
    "logits": mark(
        "a model that gives an object with logits was expected, and this gives a tensor"
    ),
    "loss": mark("a model that gives an object with a loss was expected, and this gives a tensor"),
    "ptp": mark("x.max() - x.min() is the range"),
    "todense": mark("x.to_dense() makes a plain tensor of a sparse one"),
    "eval": mark("eval belongs to a model, and this is a tensor"),
    "train": mark("train belongs to a model, and this is a tensor"),
}

# What was removed, and what does it now.
REMOVED = {
    "rfft": "torch.fft.rfft",
    "irfft": "torch.fft.irfft",
    "gels": "torch.linalg.lstsq",
    "btrifact": "torch.linalg.lu_factor",
    "gesv": "torch.linalg.solve",
    "potrf": "torch.linalg.cholesky",
}


def _in_nn(found: Found) -> dict[str, str]:
    """Where the last file of a traceback is one of torch.nn: that folder."""
    last = re.search(r"[/\\]torch[/\\]nn[/\\](?![\s\S]*\bFile \")", found.before)
    return {"nn": "torch/nn"} if last else {}


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


def _called(found: Found) -> str:
    """What a name that torch does not have is called there; "" where that is not known."""
    name = found["name"]
    if name.lower() != name and name.lower() in {
        *PLAIN,
        "tensor",
        "device",
        "dtype",
        "float",
        "long",
    }:
        return f"torch.{name.lower()}"
    near = _near(name, OFTEN)
    return CALLED.get(name) or (f"torch.{near}" if near else "")


def _further(found: Found) -> dict[str, str]:
    """What an older release has in place of a function, and a part that is imported by itself."""
    name = found["name"]
    older = OLDER.get(name)
    part = {"part": name} if name in ("_dynamo", "_inductor") else {}
    return {**part, "older": tr(older, MESSAGES)} if older else part


def _imported(found: Found) -> dict[str, str]:
    return {"line": IMPORTS[found["name"]] or f"import {found['name']}"}


UNDEFINED = ways("""
    no line sets it: Write {line} above this one.
    spelt otherwise above: Write one name in both places, capital letters included.
    a cell of the notebook sets it: Run that cell first.
    set inside a function: Give it back by return, or hand it over as an argument.
    set inside a class: Move that line out of it: net = Net() stands at the margin.
""")


NAMES = (
    Entry(
        "module 'torch' has no attribute '{name:" + "|".join(REMOVED) + "}'",
        "linalg matrices",
        "PyTorch had {name} once, and has {new} in its place now.",
        "",
        None,
        ways=(
            Way("a line of your own", "Write {new}, whose arguments and results may differ."),
            Way(
                "a library's line",
                "Install a newer release of the library, or the older PyTorch that it was written "
                "for.",
                by_library,
            ),
        ),
        recorded=("AttributeError: module 'torch' has no attribute 'rfft'",),
        more=lambda found: {"new": REMOVED[found["name"]]},
    ),
    Entry(
        (
            "This function was deprecated since version {version:text} {own:and is now removed}.",
            "This function was deprecated since version {version:text} {own:and is now removed}",
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
        "A tensor has nothing called {name}.",
        "dir(x) lists what it has.",
        "torch.ones(2).foo",
        ways=ways("""
            a library's line asks for it: Install a newer PyTorch, or the release of the library for
                yours.
            a model or a batch gave x: Print type(x) above: it is a tensor itself, so leave .{name}
                out, or take what has it.
            the documentation has it: Install a newer PyTorch: python -m pip install -U torch.
            misspelt, or NumPy's name: Write the name that PyTorch has, or x.detach().cpu().numpy()
                for an array.
        """),
        when=lambda found: (
            found["name"] not in INSTEAD and ("torch" in found.before + found.code or told(found))
        ),
    ),
    Entry(
        "'{:Tensor|Parameter}' object has no attribute '{name:name}'",
        "tensor numpy",
        "A tensor has nothing called {name}.",
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
        "There is no gradient: .grad is None here.",
        "",
        "w = torch.ones(3, requires_grad=True)\nw -= 0.1 * w.grad",
        ways=ways("""
            no backward() before this line: Call loss.backward() before it.
            zero_grad() between the two: Move it behind this line: since PyTorch 2 it sets .grad to
                None.
            w = w - 0.1 * w.grad: Write with torch.no_grad(): w -= 0.1 * w.grad, which keeps w a
                leaf.
            x.requires_grad is False: Write x.requires_grad_() before the model runs.
            x.is_leaf is False: Write x.retain_grad() before backward().
            a layer that the loss left out: Pass over it: if p.grad is not None:.
        """),
        when=lambda found: (
            bool(re.search(r"\.grad\b", found.line))
            and found.fields.get("name", "data") in OF_GRADIENTS
        ),
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
        "Print the other one.",
        "torch.ones(2) - [1, 2]",
        ways=by_kind(
            """
            numpy.ndarray | the array is data, or a factor: Write a =
                torch.from_numpy(a).float().to(x.device) before.
            numpy.ndarray | no gradient is needed here: Write x.detach().cpu().numpy() for the
                tensor.
            list | numbers, to compute with: Write torch.tensor(list).
            list | tensors, or to be joined: Write torch.stack(list); torch.cat([x, y]) joins
                tensors, and x[None] gives one the axis that it lacks.
            list | the tensor goes into the list: Write parts + [x], or parts.append(x).
            tuple | LSTM or GRU gave it: Write out, state = rnn(x).
            tuple | a model, or a shape: Take the part that is meant: out[0].
            dict, OrderedDict, collections.OrderedDict | one part of it is meant: print(d.keys()),
                and take it by its name: d["loss"] or d["out"].
            dict, OrderedDict, collections.OrderedDict | losses, all of them wanted: Add them up:
                sum(d.values()).
            dict, OrderedDict, collections.OrderedDict | numbers, or tensors of one shape: Write
                torch.tensor(list(d.values())), or torch.stack(list(d.values())).
            method, builtin_function_or_method | a method without brackets: Write the brackets:
                loss.item().
            NoneType | None, from a function: Write return at the function's end, in every case of
                an if.
            NoneType | None, an argument or attribute: Set it before this line, or hand it over.
            str | a text: Write float(text), or correct the argument.
            """,
            "b",
        ),
        recorded=(
            "TypeError: unsupported operand type(s) for +: 'NoneType' and 'Tensor'",
            "TypeError: unsupported operand type(s) for *: 'Tensor' and 'numpy.ndarray'",
            "TypeError: unsupported operand type(s) for +: 'Tensor' and 'dict'",
        ),
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
        "size of a PIL picture is a pair, and size of a tensor a function: this is that of a "
        "tensor.",
        "",
        "w, h = torch.ones(2, 3).size",
        ways=(
            Way(
                "a line of torchvision",
                "Put ToTensor behind the transforms that take pictures, as CenterCrop, or install "
                "a newer torchvision.",
                within_torch,
            ),
            Way("a line of your own", "Write h, w = x.shape[-2:]."),
        ),
        when=lambda found: bool(re.search(r"= *\S.*\.size$", found.code)),
    ),
    Entry(
        "'{:builtin_function_or_method|method}' object is not subscriptable",
        "tensor shape",
        "size of a PIL picture is a pair, and size of a tensor a function: this is that of a "
        "tensor.",
        "",
        "torch.ones(2).size[0]",
        ways=(
            Way(
                "a line of torchvision",
                "Put ToTensor behind the transforms that take pictures, transforms.ToPILImage() "
                "before them, or install a newer torchvision.",
                within_torch,
            ),
            Way(
                "a line of your own",
                "Write x.shape[0], or x.size(0).",
                lambda found: not within_torch(found),
            ),
        ),
        when=lambda found: ".size[" in found.line,
    ),
    Entry(
        "'{kind:builtin_function_or_method|method|function|type}' object is not subscriptable"
        "{after:text}",
        "tensor create",
        "A function or a class got square brackets, which choose a part of something.",
        "",
        "torch.tensor[1, 2]",
        ways=ways("""
            torch.tensor[1, 2]: Write round brackets: torch.tensor([1, 2]).
            x.size[0]: Write x.size()[0], or x.shape[0].
            self.modules, or self.children: nn.Module has a method of that name: call your own
                self.layers.
        """),
        recorded=("TypeError: 'builtin_function_or_method' object is not subscriptable PyTorch",),
        when=lambda found: bool(re.search(r"\b(?:torch|nn|F)\.\w+\[", found.line)) or told(found),
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
        "An optimizer's step takes a function that computes the loss anew, or nothing, and got "
        "a tensor.",
        "Write loss.backward(), and optimizer.step() without arguments after it.",
        "w = torch.ones(2, requires_grad=True)\ntorch.optim.SGD([w], lr=0.1).step(w.sum())",
        when=lambda found: bool(
            re.search(
                r"= closure\(\)|\boptim\w*\.step\(\w|\bopt\.step\(\w",
                f"{found.line}\n{found.code}",
            )
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
        "",
        "torch.ones(2)()",
        ways=ways("""
            loss = loss(out, y): Write l = loss(out, y); in a notebook run the cell that makes loss
                once more.
            sorted, i = torch.sort(x): Give the tensor another name than a function has.
            x(…) where x[…] is meant: Write x[0, 1] for x([0, 1]).
            x.data(), x.grad(), x.T(): Leave the brackets out.
            self.act = torch.relu(x): Hand over what computes, and not its result: torch.relu, or
                nn.Conv2d(3, 8, 3) for F.conv2d(x, w).
            (a)(b), side by side: Write the * or the comma between the two.
        """),
        recorded=("TypeError: 'Parameter' object is not callable",),
        when=lambda found: "kind" not in found.fields or found.type == "TypeError",
    ),
    Entry(
        "module 'torch' has no attribute '{name:name}'",
        "env",
        "Every PyTorch has {name}: what Python imported is no whole one.",
        "Print torch.__file__.",
        None,
        ways=ways("""
            None, or no such attribute: A folder called torch was imported: give it another name,
                and install PyTorch in this Python, python -m pip install torch.
            a file of your own: Give it another name, and remove __pycache__ beside it.
            a file of PyTorch, in site-packages: Install PyTorch anew: python -m pip install
                --force-reinstall torch.
            in a notebook: Restart the kernel, and choose that of the Python in which PyTorch is
                installed.
        """),
        recorded=("AttributeError: module 'torch' has no attribute 'ones'",),
        when=lambda found: found["name"] in PLAIN,
        command="env",
    ),
    Entry(
        "module 'torch' has no attribute '{name:name}'",
        "tensor parameters",
        "torch has nothing called {name}: what goes by that name elsewhere, or is written so "
        "by mistake, is {called}.",
        "Write {called} in its place.",
        "torch.cmul(torch.ones(2), torch.ones(2))",
        recorded=(
            "AttributeError: module 'torch' has no attribute 'Ones'",
            "AttributeError: module 'torch' has no attribute 'arrange'",
        ),
        when=lambda found: _called(found) != "" and not by_library(found),
        more=lambda found: {"called": _called(found)},
    ),
    Entry(
        "module 'torch' has no attribute '{name:name}'",
        "env",
        "{name} belongs to torch's inner part, which changes from release to release.",
        "Print torch.__version__ and torch.__file__.",
        None,
        ways=ways("""
            torch was installed just now: Restart Python, in a notebook the kernel.
            a library's line asks for it: Install a newer PyTorch, or the release of the library for
                yours.
            a line of torch's own: Install torch, torchvision and torchaudio in one go, of the
                release that the program or its library names.
            {part}, in PyTorch 2: Write import torch.{part} at the top of the program.
            import torch alone fails so: Run python -m pip uninstall torch until nothing is left,
                and install it anew.
            a file of yours, or None: Give that file or folder another name.
        """),
        recorded=(
            "AttributeError: module 'torch' has no attribute '_utils_internal'",
            "AttributeError: module 'torch' has no attribute '_dynamo'",
        ),
        when=lambda found: found["name"].startswith("_"),
        more=_further,
        command="env",
    ),
    Entry(
        "module 'torch' has no attribute '{name:name}'",
        "env",
        "The torch that Python imported has nothing called {name}.",
        "Print torch.__version__ and torch.__file__.",
        "torch.foo(3)",
        ways=ways("""
            the documentation has it: Install a newer PyTorch, python -m pip install -U torch
                torchvision, and restart a notebook's kernel.
            the old PyTorch has to stay: Write {older}.
            a library's line asks for it: Install a newer PyTorch, or the release of the library for
                yours.
            torch was installed just now: Restart Python, in a notebook the kernel.
            the documentation lacks it: Correct the name: torch.nn, torch.linalg or another part may
                have it.
            a file of yours, or None: Give that file or folder another name.
        """),
        recorded=(
            "AttributeError: module 'torch' has no attribute 'compile'",
            'File "/lib/site-packages/torchaudio/extension.py", line 19, in _init\n    '
            "torch.foo.load_library(path)\nAttributeError: module 'torch' has no attribute 'foo'",
        ),
        more=_further,
        command="env",
    ),
    Entry(
        "name '{name:" + "|".join(IMPORTS) + "}' is not defined",
        "env",
        "Python does not know {name}: the line that imports it is missing, or was not run.",
        "Write {line} above it. In a notebook, run that cell first.",
        None,
        recorded=("NameError: name 'torch' is not defined", "NameError: name 'np' is not defined"),
        when=lambda found: (
            (
                found["name"] not in NEAR
                and re.search(r"\bF\.(?:col|lit|when|udf|expr|concat_ws|to_date)\(", found.line)
                is None
            )
            or (found["name"] in NEAR and bool(re.search(NEAR[found["name"]], found.line)))
            or (found["name"] in ("Tensor", "Variable") and in_torch(found))
        ),
        more=_imported,
        command="env",
    ),
    Entry(
        "name '{name:device|DEVICE|criterion|loss_fn|optimizer|model|train_loader|test_loader|"
        "trainloader|testloader|val_loader|train_iter|test_iter}' is not defined",
        "",
        "Python does not know {name}: no line that ran has set it here.",
        "",
        "x = torch.ones(2).to(device)",
        ways=UNDEFINED,
        when=lambda found: (
            bool(re.search(USED.get(found["name"], ""), found.line)) or in_torch(found)
        ),
        more=lambda found: {"line": MADE[found["name"].lower().replace("_", "")]},
    ),
    Entry(
        "{module:torch.nn|torch.nn.functional|torch.optim|torch.utils.data|torch.utils|torch.cuda|"
        "torch.autograd|torch.distributed|torch.linalg|torchvision.models|torchvision.transforms|"
        "torchvision.datasets} has no attribute {:named |}{:'|}{name:name}{after:text}",
        "env",
        "The installed release has nothing called {name} in {module}.",
        "Print torch.__version__, and look {name} up in the documentation of {module}.",
        None,
        ways=ways("""
            the documentation has it: Install a newer one: python -m pip install -U torch
                torchvision.
            it has it in other letters: Classes have capital letters, nn.Upsample, and functions
                small ones, F.relu.
            the documentation lacks it: Take what stands there in its place, or install the release
                that the program was written for.
        """),
        recorded=("torch.nn has no attribute named upsample",),
        command="env",
    ),
    Entry(
        "'module' object has no attribute '{name:name}'{after:text}",
        "env",
        "An old Python ran this, 2.7 or 3.4, and one of its modules has no {name}.",
        "Print torch.__version__.",
        None,
        ways=ways("""
            torch.{name} in the program: Install a newer PyTorch: device, no_grad and float32 came
                with 0.4.
            torchtext or others ask for it: Install the release of the library for your PyTorch,
                such as torchtext==0.2.3 for PyTorch before 0.4.
            math.inf, or another of Python: Install a newer Python, and PyTorch for it.
            misspelt: Correct the name, capital letters included.
        """),
        recorded=(
            "File \"a.py\", line 79, in test\n    d = torch.device('cuda')\nAttributeError: "
            "'module' object has no attribute 'device'",
        ),
        when=lambda found: (
            bool(re.search(r"\b(?:torch|nn|F)\.", found.line))
            or told(found)
            or found["name"] in ("float32", "no_grad", "set_grad_enabled", "as_tensor")
        ),
        command="env",
    ),
    Entry(
        "'{kind:function|method}' object has no attribute '{name:copy|items|keys}'{after:text}",
        "tensor shape",
        "A function stands where a dictionary is meant: often model.state_dict, saved or "
        "handed over without its brackets.",
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
        "",
        "import io\nio.BytesIO().write(torch.ones(2))",
        ways=ways("""
            st.image of Streamlit shows it: Make a picture:
                transforms.ToPILImage()(x.squeeze(0).cpu()).
            TensorRT, or another library: Write np.ascontiguousarray(x.detach().cpu().numpy()).
            a file is written: Write the tensor by torch.save(x, path), or its bytes,
                x.detach().cpu().numpy().tobytes().
        """),
    ),
    Entry(
        "'{kind:PosixPath|WindowsPath|Path}' object has no attribute '{name:tell|seek|read|"
        "readline|readinto}'",
        "",
        "An open file, or a path as a text, was expected here, and this is a {kind} of pathlib, "
        "which older releases do not take everywhere.",
        "",
        None,
        ways=ways("""
            fastai's load_learner: Install PyTorch 1.6 or newer.
            a line of your own: Write torch.load(str(path)).
        """),
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
        "Print env.action_space.",
        None,
        ways=ways("""
            Discrete, one whole number: Write env.step(action.item()).
            Box, several numbers: Write env.step(action.detach().cpu().numpy()).
            probabilities, one per action: Draw an action:
                torch.distributions.Categorical(p).sample().item().
        """),
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
        "A distribution is one object, and cannot be gone through. This is a {kind}.",
        "",
        "from torch.distributions import Laplace\nlist(Laplace(torch.zeros(2), torch.ones(2)))",
        ways=ways("""
            forward, under DataParallel: Let it return numbers, mean and scale, and make the
                distribution of them outside.
            two names on the left of =: Take the parts by name: dist.loc and dist.scale, or
                dist.probs.
        """),
    ),
    Entry(
        (
            "local variable '{name:name}' referenced before assignment{after:text}",
            "cannot access local variable '{name:name}' where it is not associated with a value"
            "{after:text}",
        ),
        "",
        "{name} was used before anything was put into it.",
        "",
        None,
        ways=ways("""
            a for line is to set it: Compare the names, for inputs, labels in loader:, and print
                len(loader): an empty one has no turn.
            set under an if, or in a try: Print the condition, or the error that was caught, and set
                it in the other case too.
            set outside of the function: Give one of the two another name: a line that sets {name}
                makes it local in all of the function.
            set further down: Move that line up.
        """),
        recorded=(
            "PyTorch error - UnboundLocalError: local variable 'out' referenced before assignment",
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
        when=lambda found: told(found) or bool(re.search(r"\btorch\[", found.line)),
    ),
    Entry(
        "'{kind:int|float|bool|numpy.float32|numpy.float64|numpy.int64}' object is not "
        "subscriptable{after:text}",
        "",
        "Square brackets take a part of something, and this is one number without parts, of type "
        "{kind}.",
        "Print what stands before the brackets.",
        None,
        ways=ways("""
            x.size(0), len(x), x.item(): Leave the brackets out, or keep the tensor.
            a label, or another number: Take the part of the list that it came from, or leave the
                brackets out.
            a sample of a data set: Let __getitem__ give a tuple: return x, y.
            a label, to be one-hot: Write torch.nn.functional.one_hot(labels, classes).
        """),
        recorded=("PyTorch: TypeError: 'int' object is not subscriptable",),
        when=about_torch,
    ),
    Entry(
        "'NoneType' object is not {what:subscriptable|iterable}{after:text}",
        "",
        "None stands where something with parts is meant.",
        "Print what stands in the line that failed.",
        None,
        ways=ways("""
            a function or forward gave it: Write return at its end, in every case of an if;
                __getitem__ and collate_fn need it too.
            a model for detection: Hand over targets while it trains, and write model.eval() before
                it predicts.
            an argument that was left out: Hand it over.
            .grad: Call loss.backward() before.
            cv2.imread: Correct the path: it gives None where there is no picture.
        """),
        recorded=("PyTorch TypeError: 'NoneType' object is not subscriptable",),
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
        "",
        None,
        ways=ways("""
            len(dataset), or a DataLoader: Let __len__ give one number: return len(self.x).
            a shape: Take one size: x.shape[0].
            None: Set it before this line, or write return in the function that gives it.
            a size of a layer: Write it as one number.
        """),
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
        "A tuple, a list or a text is multiplied by something that is no whole number, a {kind}.",
        "Print both sides.",
        None,
        ways=ways("""
            summary(model, …): Hand over one shape without the batch, (3, 224, 224), in one pair of
                brackets.
            a size of a layer: Write it as one number.
            x.shape: Take one size, x.shape[0], or all multiplied, x.numel().
        """),
        recorded=("TypeError: can't multiply sequence by non-int of type 'tuple' in pytorch",),
        when=about_torch,
    ),
    Entry(
        (
            "(34, 'Numerical result out of range'){after:text}",
            "(34, 'Result too large'){after:text}",
        ),
        "",
        "A power of plain Python numbers left the range of floats.",
        "",
        None,
        ways=(
            Way(
                "in adam.py",
                "Write min(state['step'], 1022) for state['step'] in both of its powers, and betas "
                "between 0 and 1.",
                lambda found: bool(re.search(r"adam\w*\.py", found.before[-900:])),
            ),
            *ways("""
            gamma or lr_lambda: Print the learning rate in each epoch: a factor above 1 grows beyond
                all limits.
            your own **: Compute with tensors, torch.tensor(x) ** n, which give inf in place of an
                error.
        """),
        ),
        recorded=(
            "OverflowError: (34, 'Numerical result out of range') in PyTorch",
            'File "/lib/torch/optim/adam.py", line 9, in step\n    b = 1 - beta2 ** n\n'
            "OverflowError: (34, 'Numerical result out of range')",
        ),
        when=lambda found: told(found) or bool(re.search(r"torch[/\\]optim[/\\]", found.before)),
    ),
    Entry(
        (
            "too many values to unpack (expected {wanted:int}){after:text}",
            "not enough values to unpack (expected {wanted:int}, got {got:int}){after:text}",
        ),
        "tensor shape",
        "What is unpacked has another number of parts than there are names for them.",
        "Print it.",
        None,
        ways=(
            Way(
                "the last file is in {nn}",
                "Print the shapes that go into the layer, and give them the axes it documents. If "
                "they are right install torch anew, the one for Python: python -m pip install "
                "--force-reinstall torch.",
                lambda found: _in_nn(found) != {},
            ),
            *ways("""
            a batch of a DataLoader: Write as many names as __getitem__ gives: for i, (x, y) in
                enumerate(loader):.
            a sample, x, y = dataset[0]: Let __getitem__ return as many: return x, y.
            x.shape, or an encoder's line: Give x the axes that are wanted: x.unsqueeze(0) makes a
                batch of one.
            what a model gives: An LSTM gives out, (h, c), a model of transformers one object:
                out[0].
            confusion_matrix(y, p).ravel(): Write labels=[0, 1] in it: four numbers then.
        """),
        ),
        more=_in_nn,
        recorded=("Transformer PyTorch Error- ValueError: too many values to unpack (expected 2)",),
        when=about_torch,
    ),
    Entry(
        (
            "{kind:name}.__init__() takes {wanted:int} positional {:arguments|argument} but "
            "{got:int} {:were|was} given{after:text}",
            "_init__() takes {wanted:int} positional {:arguments|argument} but {got:int} "
            "{:were|was} given{after:text}",
            "_init__() takes from {least:int} to {wanted:int} positional arguments but {got:int} "
            "were given{after:text}",
        ),
        "",
        "A class is made with other arguments than its __init__ takes. It takes {wanted}, and "
        "got {got}, self counted in both.",
        "",
        None,
        ways=ways("""
            Net(x) computes here: Make the model once, model = Net(), and call that: model(x).
            nn.Sigmoid(x), or MyLoss(out, y): Make it first, and call it then: nn.Sigmoid()(x),
                MyLoss()(out, y).
            Net(10) makes the model: Name the arguments in def __init__(self, n):, which has two
                underscores on each side.
            super().__init__(n): Write super().__init__(): nn.Module takes none.
        """),
        recorded=(
            "PyTorch: TypeError: __init__() takes 1 positional argument but 2 were given",
            'File "a.py", line 3, in forward\n    x = nn.Sigmoid(x)\n'
            "TypeError: __init__() takes 1 positional argument but 2 were given",
        ),
        when=lambda found: (
            told(found) or bool(re.search(r"\bnn\.[A-Z]\w*\(", found.code.rpartition("\n")[2]))
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
        "What is called takes fewer arguments than it got. It takes {wanted}, and got {got}, "
        "self counted in both.",
        "",
        None,
        ways=ways("""
            transform(img, target): Compose and ToTensor of torchvision.transforms take the picture
                alone: for detection write import torchvision.transforms.v2 as T, or take
                transforms.py of torchvision's references/detection.
            the target stays as it is: Write img = transform(img).
            a class of your own: Write def __call__(self, img, target):.
        """),
        recorded=(
            "TypeError: __call__() takes 2 positional arguments but 3 were given. To train "
            "FastRCNN",
            'File "a.py", line 3, in __getitem__\n    img, target = self.transforms(img, target)\n'
            "TypeError: Compose.__call__() takes 2 positional arguments but 3 were given",
        ),
        when=lambda found: (
            "kind" in found.fields
            or told(found)
            or "RCNN" in found.fields.get("after", "") + found.before.rpartition("\n")[2]
            or bool(re.search(r"\b(?:self\.)?transforms?\(\w+, *\w+\)", found.line))
        ),
    ),
    Entry(
        "{name:name}() missing {count:int} required positional {:arguments|argument}: {:'|\"}"
        "{argument:quoted}{:'|\"}{after:text}",
        "tensor parameters",
        "{name} was called with too few arguments. {argument} is missing.",
        "Write it too: help of the function lists the arguments of this release, and those "
        "without = are needed.",
        None,
        ways=ways("""
            self, or the first, is missing: Make an object first: Net().{name}(…) for Net.{name}(…).
            torch.distributed.scatter: Give scatter_list, one tensor for each process, on the
                process that sends.
        """),
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
        "The arguments of {name} do not go together.",
        "The rest of the message says what it got, and below that what is allowed.",
        None,
        ways=ways("""
            Double, Long or Byte, and Float: Write x.float() for the other one.
            one of them is torch.cuda.…: Write x.to(device) and model.to(device), in old releases
                .cuda() for both.
            an array, a list or a number: Write torch.tensor(…).
            a tensor and a Variable: Write Variable(x) for the tensor.
        """),
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
        "The rest of the message says what it got, and below that what is allowed.",
        None,
        ways=ways("""
            numpy.ndarray, or a list: Write torch.from_numpy(a) or torch.tensor(list), and
                torch.argmax for np.argmax.
            a float where int is allowed: Write n // 2 for n / 2, or int(n).
            a tuple, or an Outputs object: Take the tensor in it: out, aux = model(x) of Inception,
                out, state = lstm(x).
            nn.LSTM(8, 16, 2, 0.5): Name the settings, dropout=0.5: the fourth place is bias.
            a name=… that is not allowed: Correct it, or leave it out.
        """),
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
        "",
        None,
        ways=by_kind("""
            ReLU, Softmax, Sigmoid, Linear, Dropout, Conv2d, Sequential | a layer, as in nn.ReLU(x):
                Make it first, and call it then: nn.ReLU()(x).
            tuple, dict, OrderedDict | a tuple or a dictionary: Take the tensor in it: out[0],
                out["logits"].
            NoneType | None, from a function: Write return at the function's end.
            list, numpy.ndarray, int, float | an array, a list or a number: Write torch.tensor(…),
                or hand over the tensor that was made of it.
            object | another object: Hand over what it computes: model(x), dist.sample().
        """),
        recorded=(
            "TypeError: argument 'input' (position 1) must be Tensor error without retraining",
            "TypeError: mul() argument 'other' (position 1) must be Tensor, not ReLU",
        ),
    ),
    Entry(
        "'{kind:tuple|list|str|dict|OrderedDict|collections.OrderedDict|BatchEncoding|NoneType|int|"
        "float|bool|numpy.float64|numpy.float32|numpy.int64|complex}' object has no attribute "
        "'{name:" + ALL_OF_TENSORS + "}'{after:text}",
        "tensor create",
        "{name} belongs to tensors, and this is of type {kind}.",
        "Print what stands before .{name}.",
        "[1, 2].dim()",
        ways=NO_TENSOR,
        recorded=(
            "AttributeError: 'tuple' object has no attribute 'size'",
            "AttributeError: 'list' object has no attribute 'shape' in PyTorch",
            "Pytorch AttributeError: 'NoneType' object has no attribute 'size'",
        ),
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
        "{name} belongs to tensors, and this is a {kind}.",
        "",
        "class Net:\n    pass\nNet().log_softmax(1)",
        ways=ways("""
            x = {kind}(x), in a loop: Make the model once, model = {kind}(…), and call that: out =
                model(x).
            loss_fn(model, y): Hand over what the model gives: loss_fn(model(x), y).
            out = model.train(): Write model.train(), and out = model(x) in a line of its own.
            an object with several tensors: Take the one you mean, out.logits, batch.text or out[0]:
                dir(out) shows its parts.
        """),
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
                    and bool(
                        re.search(
                            r"(?:Net|CNN|RNN|LSTM|GRU|MLP|Model|coder|Batch|Output\w*)$",
                            found["kind"],
                        )
                    )
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
        "Python does not know {name}: no line that ran has set it here.",
        "Look for the line that sets or imports {name}.",
        None,
        ways=UNDEFINED,
        recorded=("NameError: name 'batch_size' is not defined in PyTorch",),
        when=about_torch,
    ),
    Entry(
        "'{kind:int|float|list|tuple|numpy.ndarray|set}' object is not callable{after:text}",
        "",
        "Round brackets call a function, and what stands before them is of type {kind}.",
        "Print the name before the brackets.",
        None,
        ways=ways("""
            loss = loss(out, y): Write l = loss(out, y); in a notebook run the cell that makes loss
                once more.
            x(0) where x[0] is meant: Write square brackets.
            a.size(0) of an array: Write a.shape[0].
            […](…), side by side: Write the comma between the two.
        """),
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
        "Print it.",
        None,
        ways=ways("""
            for i in n: Write for i in range(n):.
            two names on the left of =: Write one name, or let __getitem__, the model or the
                function return two: return x, y.
            a size of a picture or kernel: Write a pair: (3, 3).
        """),
        recorded=("PyTorch: TypeError: 'int' object is not iterable",),
        when=told,
    ),
    Entry(
        (
            "must be real number, not {kind:NoneType|str}{after:text}",
            "'NoneType' object cannot be converted to '{:few}'{after:text}",
            "'{whole:NoneType|str}' object cannot be interpreted as an integer",
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
            ("whole" not in found.fields and told(found))
            or re.search(
                r"\btorch\.(?:tensor|as_tensor|\w*Tensor)\(",
                found.line or found.before.strip().rpartition("\n")[2],
            )
            is not None
        ),
        more=lambda found: {"kind": found["whole"]},
    ),
    Entry(
        "axes don't match array{after:text}",
        "tensor transpose",
        "NumPy's transpose got another number of axes than the array has.",
        "Print a.shape.",
        None,
        ways=ways("""
            two axes, a grey picture or mask: Write a[None] for a.transpose(2, 0, 1).
            three, (height, width, channels): Write a.transpose(2, 0, 1).
            four, a batch of pictures: Write a.transpose(0, 3, 1, 2).
            transforms.ToTensor() got it: Hand over one picture at a time, no list and no batch;
                torch.from_numpy(a) makes a tensor of any array.
        """),
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
        "A whole number is wanted, and this is a float.",
        "",
        None,
        ways=ways("""
            n / 2: Write n // 2, or int(n): / gives a float even where nothing is left over.
            fill=… of a transform: Write a whole number from 0 to 255, and put the transform before
                ToTensor.
            size or padding of a transform: Write int(n).
        """),
        recorded=("PyTorch transforms: TypeError: integer argument expected, got float",),
        when=about_torch,
    ),
    Entry(
        (
            "can't set attribute{after:text}",
            "property '{name:quoted}' of '{kind:name}' object has no setter{after:text}",
        ),
        "",
        "This attribute is computed by its class, and cannot be set.",
        "",
        None,
        ways=ways("""
            train_labels, train_data of MNIST: Set dataset.targets and dataset.data.
            a part of a data set: Write torch.utils.data.Subset(dataset, indices).
            a class of your own: Give the attribute another name than the property has.
        """),
        recorded=(
            "AttributeError: can't set attribute in splitting MNIST dataset",
            "AttributeError: property 'train_labels' of 'MNIST' object has no setter",
        ),
        when=lambda found: (
            told(found) or bool(re.search(r"MNIST|CIFAR", str(dict(found.fields)) + found.line))
        ),
    ),
    Entry(
        "'Example' object has no attribute '{name:name}'{after:text}",
        "",
        "An Example of torchtext has an attribute for each of its fields, and {name} is none, or "
        "its row had nothing for it.",
        "print(vars(dataset.examples[0])) shows what an Example has.",
        None,
        ways=ways("""
            fields is a list: Give them in the order of the file's columns, as many as there are:
                ("id", None) passes over one.
            fields is a dictionary: Take the names in the file as its keys.
            empty or short rows in the file: Remove them.
        """),
        recorded=("Torchtext AttributeError: 'Example' object has no attribute 'text_content'",),
        when=lambda found: bool(
            re.search("torchtext|pytorch", found.before + found.code + found["after"], re.I)
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
            about_torch(found) or bool(re.search(r"(?i)loader|data_?iter|images", found.line))
        ),
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:forward}'{after:text}",
        "",
        "A {kind} has no forward.",
        "",
        None,
        ways=ways("""
            a class of your own: Write class Net(nn.Module):, and inside of it def forward(self,
                x):, indented as far as __init__.
            a class of a library: Install the release that the program was written for, with the
                PyTorch that goes with it.
        """),
        recorded=("Pytorch AttributeError: 'Net' object has no attribute 'forward'",),
        when=_told_of_objects,
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:name}'{after:text}",
        "",
        "A {kind} has nothing called {name}.",
        "dir(x) shows what is there.",
        None,
        ways=ways("""
            a class of your own: Write self.{name} = … in def __init__(self):, with two underscores
                on each side.
            torch.load gave the object: Load a state_dict into a new one: it lacks what its class
                got later.
            a class of a library: Install the release that the program was written for.
            something else was expected: Hand that over: print(type(x)) in the lines above shows
                where it changes.
        """),
        recorded=("PyTorch: AttributeError: 'Net' object has no attribute 'fc3'",),
        when=_told_of_objects,
    ),
    Entry(
        "'{kind:name}' object is not subscriptable{after:text}",
        "",
        "Square brackets take a part by its number or name, and a {kind} gives none.",
        "",
        None,
        ways=ways("""
            a data set of your own: Write def __getitem__(self, i):, with two underscores on each
                side.
            a DataLoader: Write next(iter(loader)), or loader.dataset[0].
            a model: Take a layer by its name, model.fc.
            what a model gives: Take the part by its name, out.logits: dir(out) shows them.
        """),
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
        "Something was to be taken one item after another, and a {kind} gives none.",
        "",
        None,
        ways=ways("""
            next(x): Write next(iter(x)), and x = iter(loader) before a loop.
            a model, for an optimizer: Write model.parameters().
            a data set, for batches: Make a DataLoader of it.
            names on the left of =: Take the parts of the one object by their names.
        """),
        recorded=("PyTorch TypeError: 'Net' object is not iterable",),
        when=_told_of_objects,
    ),
    Entry(
        "'{kind:name}' object is not callable{after:text}",
        "",
        "Round brackets call a function or a model, and a {kind} cannot be called.",
        "",
        None,
        ways=ways("""
            a model of your own: Write class Net(nn.Module):, with def forward(self, x): in it.
            an optimizer or a scheduler: Name the method: optimizer.step().
            a name that was a function's: Give one of the two another name.
        """),
        recorded=("PyTorch TypeError: 'Net' object is not callable",),
        when=_told_of_objects,
    ),
    Entry(
        "module '{module:name}' has no attribute '{name:name}'{after:text}",
        "env",
        "The {module} that Python found has nothing called {name}.",
        "Print {module}.__file__.",
        None,
        ways=ways("""
            a file of yours: Correct {name}, or give the file another name if a package was meant.
            a package: Install the release of {module} that the program names.
        """),
        recorded=("AttributeError: module 'utils' has no attribute 'plot' PyTorch",),
        when=lambda found: about_torch(found) and not re.match(r"\s*(?::|\(This)", found["after"]),
        command="env",
    ),
    Entry(
        (
            "{name:name}() got an unexpected keyword argument '{argument:quoted}'{after:text}",
            "{name:name}() got multiple values for argument '{argument:quoted}'{after:text}",
        ),
        "",
        "{name} has no argument called {argument}, or got it twice.",
        "",
        None,
        ways=ways("""
            a function of your own: Name {argument} in its def, behind self in a method.
            a library's function: Compare the call with help({name}): leave {argument} out, or
                install the release that the program was written for.
        """),
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
        "{got}, self counted in a method.",
        "Compare the call with the def.",
        None,
        ways=ways("""
            a method of your own: Write self first: def step(self, x):.
            a library's function: Name the settings, dim=1, and look up what this release takes.
        """),
        recorded=("PyTorch: TypeError: foo() takes 2 positional arguments but 3 were given",),
        when=_told_of_calls,
    ),
    Entry(
        "'{kind:list|tuple|str}' object has no attribute '{name:items|keys|values|get}'"
        "{after:text}",
        "",
        "{name} belongs to a dictionary, and this is of type {kind}.",
        "Print it.",
        None,
        ways=ways("""
            a batch, or what a model gives: Take the part that is meant: batch[0].
            a path: Load the file first: state = torch.load(path).
        """),
        recorded=("PyTorch: AttributeError: 'list' object has no attribute 'items'",),
        when=about_torch,
    ),
    Entry(
        "list index out of range{after:text}",
        "",
        "A list was asked for a number that it does not have: it is shorter than was thought, or "
        "empty.",
        "Print len of the list, and the number.",
        None,
        ways=ways("""
            a list of the classes' names: Give it a name for each label.
            a list of files, empty: Correct the path, or the arguments of the data set: no file was
                found.
            self.x[i] in a data set: Let __len__ give no more than there are: return len(self.x).
            parts of a line, text.split(): Pass over lines that have fewer parts.
        """),
        recorded=("PyTorch - IndexError: list index out of range",),
        when=told,
    ),
)
