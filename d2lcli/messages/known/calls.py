"""What Python itself says where something of torch was taken for something else."""

from __future__ import annotations

import re

from ..entry import Entry, Found, Way
from .ways import by_kind, in_line, ways

# Layers and losses of torch.nn, as Python names their types.
LAYERS_OF_TORCH = (
    "Linear|Conv1d|Conv2d|Conv3d|ConvTranspose2d|BatchNorm1d|BatchNorm2d|LayerNorm|GroupNorm|"
    "Embedding|Dropout|Dropout2d|ReLU|LeakyReLU|GELU|Sigmoid|Tanh|Softmax|LogSoftmax|MaxPool2d|"
    "AvgPool2d|AdaptiveAvgPool2d|Flatten|LSTM|GRU|RNN|Transformer|TransformerEncoder|"
    "TransformerEncoderLayer|MultiheadAttention|Identity|Upsample|SiLU|Hardswish|ResNet|VGG|"
    "DataParallel|DistributedDataParallel|CrossEntropyLoss|MSELoss|BCELoss|BCEWithLogitsLoss|"
    "NLLLoss|L1Loss"
)
ARGUMENTS_OF_LAYERS = (
    "in_features|out_features|in_channels|out_channels|kernel_size|num_features|num_embeddings|"
    "embedding_dim|embed_dim|num_heads|d_model|nhead|input_size|hidden_size|normalized_shape|"
    "num_groups|num_channels|encoder_layer|scale_factor"
)
OF_TENSORS = (
    "dim|size|shape|ndim|view|reshape|detach|cpu_|numpy|item|sum|mean|unsqueeze|squeeze|permute|"
    "transpose|contiguous|flatten_|argmax|log_softmax|softmax|sigmoid_|data_ptr|new|expand|repeat"
)
# What a later release gave a layer: a model that was saved whole by an older one lacks it.
SINCE = (
    "approximate|recompute_scale_factor|padding_mode|_non_persistent_buffers_set|"
    "_is_full_backward_hook|_padding_repeated_twice|_reversed_padding_repeated_twice|"
    "_backward_pre_hooks|_forward_hooks_with_kwargs|_forward_pre_hooks_with_kwargs|batch_first|"
    "_state_dict_pre_hooks|_load_state_dict_post_hooks|_forward_hooks_always_called|ceil_mode|"
    "num_batches_tracked|_qkv_same_embed_dim|proj_size|generated_parameters|inplace|"
    "activation_relu_or_gelu|return_indices|track_running_stats|_backward_hooks|_flat_weights|"
    "_flat_weights_names|_all_weights|_flat_weight_refs"
)
# What tensors can do since releases later than 1.0.
LATER_METHODS = (
    "logical_not|logical_and|logical_or|logical_xor|nan_to_num|moveaxis|movedim|bool|angle|square|"
    "isfinite|isinf|fliplr|flipud|rad2deg|deg2rad|bitwise_not|bitwise_and|"
    "bitwise_or|is_nonzero|nanmean|nansum|nanquantile|quantile|amax|amin|aminmax|adjoint|mT|mH|"
    "swapaxes|swapdims|tensor_split|hsplit|vsplit|unflatten|tile|broadcast_to|take_along_dim|"
    "vdot|logit|heaviside|copysign|diff|bfloat16|"
    "untyped_storage|is_inference|to_padded_tensor|scatter_reduce|scatter_reduce_|index_reduce_|"
    "absolute|clip|clip_|true_divide|float_power|count_nonzero|msort|corrcoef|cov|"
    "isreal|is_mps|is_xpu|retains_grad|resolve_conj|unsafe_chunk|repeat_interleave|cummax|cummin|"
    "logcumsumexp"
)
# What gives the values along an axis with their indices.
WITH_INDICES = "max|min|sort|topk|median|nanmedian|mode|kthvalue|cummax|cummin"
# What is said of one that is handed over as it is.
GIVEN_AS_TENSOR = (
    "{by:name}(): argument '{argument:name}' (position {place:int}) must be Tensor, not",
    "{by:name}(): argument '{argument:name}' must be Tensor, not",
    "expected Tensor as element {number:int} in argument {place:int}, but got",
)
# What is sent to a device.
MOVED = re.compile(r"\.to\((?:self\.|args\.|torch\.)?_?(?:device|dev|DEVICE)\b|\.cuda\(")
# What functions and layers take since a later release.
ARGUMENTS = {
    "label_smoothing": "1.10",
    "rounding_mode": "1.8",
    "indexing": "1.10",
    "prefetch_factor": "1.7",
    "persistent_workers": "1.7",
    "set_to_none": "1.7",
    "enable_gqa": "2.5",
    "error_if_nonfinite": "1.9",
    "use_reentrant": "1.11",
    "antialias": "1.11 (torchvision 0.12)",
    "norm_first": "1.10",
    "batch_first": "1.9 (nn.Transformer, nn.MultiheadAttention)",
    "align_corners": "0.4 (1.3 for grid_sample)",
    "padding_mode": "1.1, and in transforms with torchvision 0.2.1",
    "names": "1.3",
}
# Of these other libraries' functions have one of the same name.
NAMED = {"indexing": "meshgrid", "antialias": "interpolate", "names": "tensor"}
# What models of transformers and diffusers give.
OUTPUTS = re.compile(
    r"(?:Model|LM|Classifier|Encoder|Decoder|Seq2Seq|Masked|Answering|CLIP|UNet\w*|Autoencoder\w*|"
    r"Transformer\w*|Generate\w*|Segmenter|Detection|Depth\w*|CausalLM|TokenClassifier|CTC)"
    r"Output(?:With\w+)?$"
)
# What of a model is gone through.
PARTS = re.compile(r"\b((?:named_)?(?:parameters|children|modules|buffers))\(\)")
TORCH = re.compile(r"[/\\]torch(?:vision)?[/\\]")
# Words of an asker around an error that show that it is about PyTorch, or about others.
TOLD = re.compile(
    r"p[yi]?th?orch(?!-)|(?<!\w)torch(?:vision|text|audio)?\b|TransformerEncoder|\bDataLoader\b|"
    r"\bnn\.\w|\bautograd\b|FastRCNN|FasterRCNN|MaskRCNN",
    re.I,
)
OF_OTHERS = re.compile(
    r"lightning|fast\.?ai|tensor ?flow|keras|\btf\b|skorch|sklearn|scikit|transformers\b|"
    r"hugging ?face|spacy|flair|geometric|\bpyg\b|\bdgl\b|allen ?nlp|\bonnx|coreml|tensor ?rt|"
    r"detectron|mmdet|mmcv|torchinfo|torchsummary|pysyft|pandas|mxnet|\bjax\b",
    re.I,
)


def last_traceback(found: Found) -> str:
    """The last traceback, without what was printed before it."""
    return found.before[max(found.before.rfind("Traceback (most recent call last)"), 0) :]


def frames(traceback: str) -> list[str]:
    """The files of a traceback, and what a notebook has in place of them, the last frame's last."""
    return re.findall(r"[^\s\"']+\.py\b|<ipython|\bCell In\b", traceback)


def within_torch(found: Found) -> bool:
    """Whether the last frame of the traceback is one of torch's own files."""
    files = frames(last_traceback(found))
    return bool(files) and TORCH.search(files[-1]) is not None


def by_library(found: Found) -> bool:
    """Whether the last frame is a file of an installed library other than torch."""
    files = frames(last_traceback(found))
    return bool(files) and "-packages" in files[-1] and TORCH.search(files[-1]) is None


def in_torch(found: Found) -> bool:
    """Whether a frame of torch stands above the error, or the line names it."""
    return TORCH.search(last_traceback(found)) is not None or "torch." in found.code


def of_a_model(found: Found) -> bool:
    """Whether a forward is a model's: a traceback, where there is one, is to speak of it."""
    if not found.code or not found.before.strip():
        return True
    models = r"(?i:model|layer|torch)|\bnn\.|\b[Nn]et|[a-z]Net\b|_net\b"
    return in_torch(found) or re.search(models, found.code) is not None


def told(found: Found) -> bool:
    """Whether the asker's words on the line of the error name PyTorch, and no other library."""
    words = f"{found.before.rpartition(chr(10))[2]} | {found.fields.get('after', '')}"
    return not found.code and TOLD.search(words) is not None and OF_OTHERS.search(words) is None


def about_torch(found: Found) -> bool:
    """Whether the asker's words, or a frame of the traceback, show that it is about PyTorch."""
    return told(found) or (bool(found.code) and in_torch(found) and not by_library(found))


def _by_sequential(found: Found) -> bool:
    """Whether nn.Sequential called what failed, with nothing of the reader's between."""
    _, within, below = last_traceback(found).rpartition("container.py")
    files = frames(below)
    return bool(within and files) and all(TORCH.search(file) for file in files)


def _line(found: Found) -> str:
    """The line that failed, or, without a traceback, what stands before the error."""
    return found.line or found.before.strip().rpartition("\n")[2]


def _renamed(found: Found) -> str:
    """The function whose result the line puts under the function's own name; "" without one."""
    names = (
        r"loss|criterion|loss_fn|model|net|optimizer|acc|accuracy|\w+_loss|loss_func|"
        r"activation|(?:self\.)?(?:relu|softmax|sigmoid|conv|fc|linear|layer|act)\d*"
    )
    match = re.search(rf"(?<![\w.])({names})(?:\s*,\s*\w+)*\s*=\s*\1\(", found.line)
    return match[1] if match else ""


def _hidden(found: Found) -> str:
    """The method of nn.Module that the last line calls and that is no method there; "" if none."""
    line = found.code.rpartition("\n")[2]
    methods = (
        r"(?:named_)?(?:modules|children|parameters|buffers)|state_dict|zero_grad|"
        r"load_state_dict|eval"
    )
    match = re.search(rf"[\w)\]]\.({methods})\((?!.*\)\()", line)
    return match[1] if match else ""


def _lacks_brackets(found: Found) -> bool:
    """Whether the line asks a function of a tensor for something: x.detach.numpy()."""
    functions = "detach|cpu|cuda|float|long|double|half|bool|int|clone|contiguous|squeeze|mean|sum"
    line = rf"\.(?:{functions}|item|numpy|t)\.{re.escape(found['name'])}\b"
    return re.search(line, found.line) is not None


def _owner(found: Found) -> dict[str, str]:
    """Where a function that the line calls is to be found, as `help` takes it."""
    name = found["name"]
    part = re.search(rf"\b(torch\.(?:linalg|special|fft))\.{re.escape(name)}\(", found.line)
    if part:
        return {"owner": f"{part[1]}.{name}"}
    owners = {
        "torch.nn.functional": rf"\b(?:F|functional)\.{re.escape(name)}\(",
        "torch": rf"\btorch\.{re.escape(name)}\(",
        "torch.Tensor": rf"[\w)\]]\.{re.escape(name)}\(",
    }
    for owner, call in owners.items():
        if re.search(call, found.line):
            return {"owner": f"{owner}.{name}"}
    return {}


def _of_models(found: Found) -> bool:
    """Whether a function makes a model of torchvision."""
    models = (
        r"_?(?:(?:wide_)?resnet|resnext|vgg|alexnet|densenet|mobilenet|efficientnet|inception|"
        r"squeezenet|shufflenet|mnasnet|regnet|convnext|googlenet|vit|deeplabv3|lraspp|fcn_resnet|"
        r"(?:faster|mask|keypoint)rcnn_|retinanet_|fcos_|ssd(?:lite)?\d+_)"
    )
    return re.match(models, found["name"]) is not None


# Of objects that are no tensor.
NO_TENSOR = by_kind("""
    tuple | an LSTM, GRU or RNN gave it: Write out, state = self.lstm(x).
    tuple | in nn.Sequential, behind one: Call the LSTM outside of it, or put a module
        behind it whose forward gives x[0].
    tuple | the state of nn.GRU or nn.RNN: Hand over one tensor, h: the pair (h, c) is for
        nn.LSTM.
    list, tuple | a batch of a DataLoader: Take it apart: for x, y in loader:, or for (x,)
        in loader: where it has one part.
    list, tuple | what a model gives: Take the part that is meant: out[0].
    list | a list of tensors: Write torch.stack(x) or torch.cat(x), or move each, [t.to(device)
        for t in x].
    list, tuple | numbers: Write torch.tensor(x).
    list, tuple | labels that are texts: Turn them into numbers in __getitem__:
        classes.index(label).
    list | a list of layers: Write nn.ModuleList([…]).
    dict, OrderedDict, collections.OrderedDict, BatchEncoding | one of its values is meant:
        print(x.keys()), and take it: batch["image"], out["out"].
    dict, OrderedDict, collections.OrderedDict, BatchEncoding | all of them, for a model:
        Write model(**x); v.to(device) moves one value, v.
    str | a key of a dictionary: Take the value: batch["image"]. Unpacking a dictionary, or
        a loop over it, gives its keys.
    str | a, b = model(x), transformers: Write out = model(x), and out.logits or out[0], or
        call it with return_dict=False.
    str | a path, or a label: Load the file first; turn a label into a number:
        classes.index(label).
    str | the device itself: Write it in the brackets: x.to(device).
    NoneType | None, from a function: Write return at the end of the function, or of
        forward.
    NoneType | model = model.load_state_dict(…): Write model.load_state_dict(…) alone: it
        gives no model.
    NoneType | a bias, or a .grad: Pass over what may be None: if p is not None:.
    NoneType | a picture of cv2.imread: Correct the path: None is what it gives where there
        is none.
    int | for x, y in enumerate(loader): Write for i, (x, y) in enumerate(loader):.
    int, float, bool, complex, numpy.float64, numpy.float32, numpy.int64 | .item(), len, or
        a sum from 0: Leave .{name} out, or keep the tensor: without .item() before.
    int, float, bool, complex, numpy.float64, numpy.float32, numpy.int64 | a label, or
        another number: Make a tensor of it: torch.tensor([x]).
    numpy.ndarray | a tensor is meant: Write torch.from_numpy(a).to(device), with .float()
        for what goes into a model.
    numpy.ndarray | an array is meant: Leave .{name}() out: an array lies in the CPU's
        memory.
    """)

CALLS = (
    Entry(
        "'{kind:Tensor|Parameter|float|int|list|numpy.ndarray|numpy.float64|numpy.float32}' object "
        "has no attribute 'items'",
        "",
        "add_scalars of TensorBoard takes a dictionary, a name and a number for each line of the "
        "picture. This is of type {kind}.",
        'Write writer.add_scalar("loss", loss, step), without s, for one number, and '
        'writer.add_scalars("loss", dict(train=a, valid=b), step) for several in one picture.',
        None,
        recorded=(
            "pytorch+tensorboard error: AttributeError: 'Tensor' object has no attribute 'items'",
            'File "a.py", line 3, in <module>\n    writer.add_scalars("loss", loss, 1)\n'
            "AttributeError: 'Tensor' object has no attribute 'items'",
        ),
        when=lambda found: bool(
            re.search(
                r"add_scalars|tag_scalar_dict|tensor ?board",
                found.code + found.line + found.before.rpartition("\n")[2],
                re.I,
            )
        ),
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:items|keys|copy|get}'",
        "",
        "This is a whole model, a {kind}, and {name} belongs to a dictionary, as "
        "model.state_dict() gives it.",
        "Write model.state_dict() of what was loaded, and go through that; "
        "model.module.state_dict() where it is a DataParallel.",
        None,
        recorded=(
            'File "a.py", line 3, in f\n    for k, v in torch.load(path).items():\nAttributeError: '
            "'Net' object has no attribute 'items'",
        ),
        when=lambda found: (
            (
                found["kind"] in ("DataParallel", "DistributedDataParallel")
                and found["name"] != "get"
            )
            or (
                "torch.load(" in found.line
                and "load_state_dict" not in found.line
                and found["kind"][:1].isupper()
                and found["kind"] not in ("Tensor", "NoneType")
            )
        ),
    ),
    Entry(
        "Got <class '{kind:quoted}'>, but numpy array, torch tensor, or caffe2 blob name are "
        "expected",
        "tensor numpy",
        "TensorBoard takes numbers, tensors and arrays. This is of type {kind}.",
        "Print what stands behind the name: None comes from a .grad before backward, or from a "
        "function without return. A list becomes an array by np.array(list).",
        None,
        recorded=(
            "NotImplementedError: Got <class 'NoneType'>, but numpy array, torch tensor, or caffe2 "
            "blob name are expected.",
        ),
    ),
    Entry(
        "The histogram is empty, please file a bug report.",
        "",
        "add_histogram of TensorBoard found no number within its bins: they are nan, inf, or far "
        "too large.",
        "Print torch.isfinite(x).all() before it, for weights and for each .grad: as a rule the "
        "training diverged. Take a smaller lr, and look at the loss.",
        None,
        recorded=("ValueError: The histogram is empty, please file a bug report.",),
    ),
    Entry(
        "The input has no element.",
        "tensor shape",
        "add_histogram of TensorBoard was given an empty tensor.",
        "Write if x.numel(): before it, or print x.shape where it is made.",
        None,
        recorded=(
            'File "/lib/torch/utils/tensorboard/summary.py", line 492, in make_histogram\n    '
            'raise ValueError("The input has no element.")\nValueError: The input has no element.',
        ),
        when=lambda found: "make_histogram" in found.before + found.code,
    ),
    Entry(
        (
            "Module.__init__() takes 1 positional argument but {got:int} were given",
            "Module.__init__() got an unexpected keyword argument '{argument:quoted}'",
            "__init__() takes 1 positional argument but {got:int} were given",
            "__init__() got an unexpected keyword argument '{argument:quoted}'",
        ),
        "",
        "The arguments reached nn.Module itself, which takes none.",
        "",
        "from torch import nn\nclass Net(nn.Module):\n    def _init_(self, n):\n        pass\n"
        "Net(n=3)",
        ways=ways("""
            def _init_, or no __init__: Write def __init__(self, n): in the class, with two
                underscores on each side.
            super().__init__(n): Write super().__init__().
        """),
        recorded=(
            'File "/lib/torch/nn/modules/module.py", line 9, in __init__\n    raise TypeError(t)\n'
            "TypeError: Net.__init__() takes 1 positional argument but 2 were given",
        ),
        when=lambda found: bool(
            re.search(
                r"torch[/\\]nn[/\\]modules[/\\]module\.py\D+\d+, in __init__", found.before[-600:]
            )
        ),
    ),
    Entry(
        "'{kind:float|int|list|dict|tuple|Tensor|Parameter}' object is not callable",
        "",
        "{own} is called, and a {kind} has that name by now: this line puts its own result there, "
        "so that the second call fails, or a line above has set it.",
        "Give the result a name of its own, such as l = loss_fn(out, y), and change the lines "
        "below that use it. In a notebook run the cell that makes {own} once more.",
        "loss = lambda a: 0.5\nloss = loss(1)\nloss = loss(1)",
        recorded=(
            'File "a.py", line 3, in <module>\n    loss = loss(preds, ys)\n'
            "TypeError: 'Tensor' object is not callable",
        ),
        when=lambda found: _renamed(found) != "",
        more=lambda found: {"own": _renamed(found)},
    ),
    Entry(
        "'{kind:list|tuple|dict|set|generator|ModuleList|ModuleDict|Sequential|ParameterList|int|"
        "float|str|bool|Tensor|Parameter}' object is not callable",
        "",
        "The model has an attribute called {hidden}, of type {kind}, and it hides the method "
        "{hidden}() of nn.Module, which was to be called.",
        "Give the attribute another name in __init__, such as self.layers. A list of layers "
        "belongs into nn.ModuleList([…]): in a plain list PyTorch neither sees their parameters "
        "nor moves them to a device.",
        "from torch import nn\nclass Net(nn.Module):\n    def __init__(self):\n        super()."
        "__init__()\n        self.parameters = [1, 2]\ntorch.optim.Adam(Net().parameters())",
        recorded=(
            'File "/lib/torch/nn/parallel/replicate.py", line 114, in replicate\n    modules = '
            "list(network.modules())\nTypeError: 'list' object is not callable",
        ),
        when=lambda found: _hidden(found) != "",
        more=lambda found: {"hidden": _hidden(found)},
    ),
    Entry(
        (
            "{name:name}() got an unexpected keyword argument '{argument:"
            + "|".join(ARGUMENTS)
            + "}'",
        ),
        "env",
        "What is called here has no argument called {argument}.",
        "Print torch.__version__.",
        None,
        ways=ways("""
            a release older than {release}: Install a newer one: python -m pip install -U torch
                torchvision.
            the old one has to stay: Leave {argument} out, where its default does.
            a class of your own: Name {argument} in its def.
        """),
        recorded=("TypeError: meshgrid() got an unexpected keyword argument 'indexing'",),
        when=lambda found: (
            NAMED.get(found["argument"], found["name"]) == found["name"] or in_torch(found)
        ),
        more=lambda found: {"release": ARGUMENTS[found["argument"]]},
        command="env",
    ),
    Entry(
        "'{kind:Adam|AdamW|SGD|RMSprop|Adagrad|Adadelta|NAdam|RAdam}' object has no attribute "
        "'{name:name}'",
        "",
        "This optimizer lacks {name}.",
        "",
        None,
        ways=ways("""
            torch.load gave the optimizer: Save optimizer.state_dict(), and load it into a new
                optimizer.
            a class of your own: Call super().__init__(params, defaults) in its __init__.
            a line of your own asks for it: Correct the name: dir(optimizer) lists what there is.
        """),
        recorded=("AttributeError: 'Adam' object has no attribute '_optimizer_step_pre_hooks'",),
        when=lambda found: (
            in_torch(found)
            or bool(
                re.match(
                    r"defaults$|_optimizer_|_zero_grad_|_hook_for|_warned_|_cuda_|_step_c",
                    found["name"],
                )
            )
        ),
    ),
    Entry(
        "'tuple' object has no attribute '{name:logits|last_hidden_state|hidden_states|"
        "pooler_output|logits_per_image}'",
        "",
        "A model of transformers gave a plain tuple, where an object with {name} was expected.",
        "Write model(**inputs, return_dict=True), or take the part by its number: out[0]. A loss "
        "comes first where labels were given.",
        "out = (torch.ones(2),)\nout.logits",
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:size|shape|dim|view|log_softmax|softmax|"
        "squeeze|unsqueeze|to|detach|argmax|cpu|float|mean|item|backward|max|sum|reshape|ndim}'",
        "",
        "A model of transformers gives an object with several tensors, a {kind}, and {name} "
        "belongs to a tensor.",
        "Take the one you mean: out.logits, out.last_hidden_state, or out.loss where labels were "
        "given.",
        None,
        recorded=("AttributeError: 'SequenceClassifierOutput' object has no attribute 'size'",),
        when=lambda found: OUTPUTS.search(found["kind"]) is not None,
    ),
    Entry(
        (
            "'{kind:tuple}' object has no attribute '{name:name}'",
            "{name:name}(): argument '{argument:input|self|weight}' (position {place:int}) must be "
            "Tensor, not {kind:tuple}",
        ),
        "tensor create",
        "A layer in nn.Sequential got a tuple, and takes one tensor: nn.Sequential hands on "
        "all that the layer before gave.",
        "",
        "from torch import nn\nnn.Sequential(nn.RNN(2, 3), nn.Linear(3, 1))(torch.ones(4, 1, 2))",
        ways=ways("""
            behind nn.LSTM, GRU or attention: Take that layer out, and call it in a forward of your
                own: out, state = self.rnn(x), then self.fc(out).
            it has to stay in nn.Sequential: Put a module behind it whose forward gives x[0].
            the first layer fails: Hand over one tensor: the input itself is a tuple.
        """),
        when=_by_sequential,
    ),
    Entry(
        "'{kind:NoneType|bool}' object has no attribute '{name:data|zero_|fill_|detach|uniform_|"
        "normal_|copy_}'",
        "",
        "A layer without a bias has None there: those made with bias=False, and LayerNorm or "
        "BatchNorm without affine. In recurrent layers bias is True or False.",
        "Write if m.bias is not None: before it, or go by isinstance(m, nn.Linear).",
        "from torch import nn\nm = nn.Linear(2, 2, bias=False)\nm.bias.fill_(0)",
        when=in_line(r"\bbias\b"),
    ),
    Entry(
        "'int' object is not callable",
        "tensor numpy",
        "What stands before .size() is no tensor: size of an array of NumPy or pandas is a "
        "number, and of a tensor a function.",
        "Hand over a tensor, torch.from_numpy(a), with .float() for what goes into a model; in "
        "lines of your own write a.shape[0].",
        "import numpy as np\nx = np.ones((2, 3))\nx = x.reshape(x.size(0), -1)",
        when=lambda found: (
            ".size(" in found.code.rpartition("\n")[2] and "tensors[0].size(0)" not in found.code
        ),
    ),
    Entry(
        (
            "'NoneType' object is not callable{after:text}",
            "NoneType object is not callable{after:text}",
        ),
        "",
        "What this line calls is None.",
        "Print the name before the brackets, and look where it is set.",
        "criterion = None\nloss = criterion(torch.ones(2), torch.ones(2))",
        ways=ways("""
            a function or method makes it: Write return at its end, and not inside of an if.
            transform=None, or a default: Call it only under if transform is not None:.
            set in one branch of an if: Set it in the other branch too.
            a part of nn.Sequential: Put nn.Identity() in the place of None.
        """),
        recorded=("Pytorch + ResNet: TypeError: 'NoneType' object is not callable",),
        when=lambda found: (
            bool(re.search(r"\b(?:criterion|loss_fn|loss_func|lossfn|optimizer)\(", found.line))
            or (
                bool(
                    re.search(
                        r"torch[/\\]nn[/\\]modules[/\\]\w+\.py", last_traceback(found)[-2500:]
                    )
                )
                and bool(re.search(r"\bself\.\w+\(|= module\(input\)", found.line))
            )
            or bool(
                re.search(
                    r"self\.forward_\w+\(|self\.(?:\w+_)?(?:conv|norm|bn|relu|dropout)\d*\(",
                    found.line,
                )
            )
            or about_torch(found)
        ),
    ),
    Entry(
        "'{kind:float|int}' object has no attribute 'item'",
        "tensor numpy",
        "item makes a Python number of a tensor, and this is a number already, of type {kind}.",
        "Leave .item() out. Where it may be either write float(x).",
        "loss = 0.5\nloss.item()",
        when=lambda found: not found.line or ".item()" in found.line,
    ),
    Entry(
        "'bool' object has no attribute '{name:sum|float|item|all|any|nonzero|long|int|type|mean|"
        "cpu|numpy|double|byte}'{after:text}",
        "tensor arithmetic",
        "This is a single True or False, and no tensor of them: == gives that where the two sides "
        "are not both tensors. A list, a text or None beside a tensor, or two arrays of different "
        "shapes, compare so.",
        "Print type and shape of both sides.",
        "pred, y = torch.ones(2), [1, 1]\n(pred == y).sum()",
        ways=ways("""
            a list or an array beside a tensor: Write torch.tensor(labels) for it: (pred ==
                y).sum().
            arrays of different shapes: Bring them to one shape.
            two single numbers: Leave .{name} out: int(a == b) counts.
        """),
        recorded=("PyTorch - AttributeError: 'bool' object has no attribute 'sum'",),
        when=lambda found: (
            (
                "==" in found.line
                and (
                    found["name"] in ("float", "item", "long", "cpu", "double", "byte")
                    or in_torch(found)
                    or bool(re.search(r"pred|label|target|output|\.item\(", found.line))
                )
            )
            or told(found)
        ),
    ),
    Entry(
        "'function' object has no attribute '{name:parameters|named_parameters|state_dict|"
        "load_state_dict|cuda|train|zero_grad}'",
        "",
        "A function stands where a model is meant: one that makes a model was handed over without "
        "its brackets, or a def has the same name as the model.",
        "Write model = models.resnet18(), with brackets, also within DataParallel(…), and "
        "model.{name} after that. A function of yours gets another name than the model.",
        "def net():\n    pass\nnet.parameters()",
    ),
    Entry(
        (
            "'{:method|function}' object is not iterable",
            "argument of type '{:method|function}' is not iterable",
        ),
        "autograd leaves",
        "parameters, children and their like are functions, and were handed over without brackets.",
        "Write model.parameters(), with brackets: optim.Adam(model.parameters()).",
        "from torch import nn\nfor p in nn.Linear(2, 2).parameters:\n    pass",
        when=in_line(r"\.(?:named_)?(?:parameters|children|modules|buffers|state_dict)\b(?!\()"),
    ),
    Entry(
        (
            "module() takes at most 2 arguments (3 given)",
            "module.__init__() takes at most 2 arguments (3 given)",
        ),
        "",
        "The class is made from a module, a file of Python with classes in it, and not from one of "
        "these classes. Their names begin with a capital letter.",
        "Write the class: torch.utils.data.Dataset for torch.utils.data.dataset, nn.Module for nn "
        "or nn.modules, torch.autograd.Function for torch.autograd.function.",
        "class Data(torch.utils.data.dataset):\n    pass",
        when=in_line(
            r"class \w+\((?:[\w.]*\.)?(?:dataset|sampler|dataloader|modules|nn|function|"
            r"optimizer|lr_scheduler)\b"
        ),
    ),
    Entry(
        "'module' object is not callable{after:text}",
        "",
        "A module was called, a file of Python with functions and classes in it: the brackets "
        "belong behind one of those.",
        "Print the name before the brackets.",
        "import torch.nn.functional as F\nF(torch.ones(2))",
        ways=ways("""
            dataloader(…), optim.adam(…): Write capital letters: DataLoader(…), optim.Adam(…).
            F(x), torch.random(3), tqdm(…): Name the function in it: F.relu(x), torch.rand(3),
                tqdm.tqdm(…).
            models.resnet(), Image(path): Write models.resnet18(), Image.open(path).
            self.transform(img): Hand over a transform, not the module:
                transform=transforms.ToTensor().
            lr_scheduler(…): Write optim.lr_scheduler.StepLR(…), or another in it.
        """),
        recorded=("TypeError: 'module' object is not callable in pytorch",),
        when=lambda found: (
            bool(
                re.search(
                    r"\b(?:nn|F|optim|transforms|models|datasets|lr_scheduler)\("
                    r"|\boptim\.(?:[a-z]+|lr_scheduler)\(",
                    found.line,
                )
            )
            or (told(found) and "DataLoader" not in found.before)
            or "self.transform" in found.fields.get("after", "")
        ),
    ),
    Entry(
        "not enough values to unpack (expected 2, got 0)",
        "",
        "The thread of a DataLoader that pins batches got an empty message in place of a batch: a "
        "fault of PyTorch 1.7, as a rule at the end of an epoch.",
        "Install a newer PyTorch, or write DataLoader(…, pin_memory=False), or leave "
        "persistent_workers=True out.",
        None,
        recorded=(
            'File "/site-packages/torch/utils/data/_utils/pin_memory.py", line 28, in '
            "_pin_memory_loop\n    idx, data = r\nValueError: not enough values to unpack "
            "(expected 2, got 0)",
        ),
        when=lambda found: found.code.endswith("idx, data = r"),
    ),
    Entry(
        (
            "too many values to unpack (expected {wanted:int})",
            "not enough values to unpack (expected {wanted:int}, got {got:int})",
        ),
        "tensor create",
        "enumerate gives two things at once, a counter and the batch, and there are {wanted} names "
        "here.",
        "Put the parts of the batch in brackets of their own: for i, (x, y) in enumerate(loader):.",
        "from torch.utils.data import DataLoader\nloader = DataLoader([(1, 2)])\n"
        "for i, x, y in enumerate(loader):\n    pass",
        when=in_line(
            r"^for\s+\w+\s*,\s*\w+\s*,.*\bin\s+(?:tqdm\()?enumerate\(\s*(?:tqdm\()?[\w.]*"
            r"(?:loader|_dl|_iter|batches)",
            re.I,
        ),
    ),
    Entry(
        (
            "too many values to unpack (expected {wanted:int})",
            "not enough values to unpack (expected {wanted:int}, got {got:int})",
        ),
        "tensor create",
        "A batch has as many parts as __getitem__ gives for a sample, and that is another number "
        "than the {wanted} names here.",
        "batch = next(iter(loader)): print type(batch) and len(batch).",
        "from torch.utils.data import DataLoader\nx, y = next(iter(DataLoader([1, 2])))",
        ways=ways("""
            the first name is a counter: Write for i, (x, y) in enumerate(loader):.
            a tensor, one part alone: Write x = next(iter(loader)), or for x in loader:.
            a list of one, a TensorDataset: Write for (x,) in loader:.
            a dictionary: Take its parts by name: batch["image"].
            other parts than names: Write as many names as there are parts.
        """),
        recorded=(
            'File "a.py", line 3, in <module>\n    for x, y in loader:\n'
            "ValueError: too many values to unpack (expected 2)",
        ),
        when=in_line(
            r"^for\b.*\bin\b.*(?:loader|_dl|dataloader)\b|"
            r"=\s*(?:next\(\s*(?:iter\()?\s*[\w.]*(?:loader|_dl|data|_iter)\w*\b|"
            r"next\(iter\(DataLoader|"
            r"[\w.]*loader\)?\.(?:next|__next__)\(\))",
            re.I,
        ),
    ),
    Entry(
        (
            "too many values to unpack (expected {wanted:int})",
            "not enough values to unpack (expected {wanted:int}, got {got:int})",
        ),
        "linalg reduce",
        "A layer or function gives another number of results than the {wanted} names on the left.",
        "A recurrent layer gives out, state, where the state of an LSTM is a pair: out, (h, c) = "
        "lstm(x). torch.max gives values and indices only with an axis: values, indices = "
        "x.max(1).",
        "from torch import nn\nout, h, c = nn.LSTM(2, 3)(torch.ones(4, 1, 2))",
        when=in_line(
            r"=\s*(?:self\.)?(?:\w*(?:lstm|gru|rnn|attn|attention)\w*|torch\.(?:max|min|sort|"
            r"topk)|nn\.\w+\(.*\))\(",
            re.I,
        ),
    ),
    Entry(
        "'float' object cannot be interpreted as an integer",
        "tensor arithmetic",
        "/ gives a float, even where nothing is left over, and a size or a count is a whole "
        "number.",
        "Write // in place of /, or int(n).",
        "x = torch.ones(4, 2)\nfor i in range(x.size(0) / 2):\n    pass",
        when=lambda found: (
            "/" in found.line
            and bool(re.search(r"\btorch\.|\bnn\.|\.size\(|\.shape\b|len\(\w*loader", found.line))
        ),
    ),
    Entry(
        (
            "'torch.Size' object cannot be interpreted as an integer",
            "'torch.Size' object has no attribute '{name:name}'",
            "'torch.Size' object does not support item assignment",
            "unsupported operand type(s) for {operator:path}: 'torch.Size' and '{other:name}'",
            "unsupported operand type(s) for {operator:path}: '{other:name}' and 'torch.Size'",
            "can only concatenate tuple (not {other:name}) to torch.Size",
        ),
        "tensor shape",
        "x.shape, as x.size(), is a tuple of sizes: no number, and no tensor.",
        "",
        "range(torch.ones(2).shape)",
        ways=(
            Way(
                "{name} of the tensor is meant",
                "Write x.{name}, without .shape.",
                lambda found: "name" in found.fields,
            ),
            *ways("""
            __len__ of a data set: Write return len(self.x).
            one size is meant: Write x.shape[0].
            the count of all numbers: Write x.numel().
            another shape is to be made: Write x.reshape(…), or list(x.shape) for sizes that can be
                changed.
        """),
        ),
        recorded=(
            "AttributeError: 'torch.Size' object has no attribute 'numpy'",
            "TypeError: unsupported operand type(s) for /: 'torch.Size' and 'int'",
            "TypeError: 'torch.Size' object does not support item assignment",
        ),
    ),
    Entry(
        "tensor({number:values}",
        "tensor index",
        "A dictionary was asked for a tensor. Two tensors of the same number are two different "
        "keys, so none is found.",
        "Ask with the number: names[int(k)], or names[k.item()]. A function of another library, as "
        "env.step of gym, is handed k.item() too.",
        "{3: 'cat'}[torch.tensor(3)]",
        when=lambda found: found.type == "KeyError",
    ),
    Entry(
        (
            "unsupported operand type(s) for {operator:path}: '{kind:" + LAYERS_OF_TORCH + "}' and "
            "'{other:name}'",
            "unsupported operand type(s) for {operator:path}: '{other:name}' and '{kind:"
            + LAYERS_OF_TORCH
            + "}'",
        ),
        "",
        "A layer or a loss was computed with, before it was called. This is a {kind}.",
        "Make it first, and call it then: loss_fn = nn.MSELoss(), loss = loss_fn(out, y). Two "
        "pairs of brackets do both: nn.ReLU()(x).",
        "from torch import nn\nnn.MSELoss() / 2",
    ),
    Entry(
        "'numpy.ndarray' object has no attribute '{name:numpy|asnumpy}'",
        "tensor numpy",
        "{name} makes an array of a tensor, and this is an array of NumPy already.",
        "Leave .{name}() out. Where it may be either write np.asarray(x).",
        "import numpy as np\nnp.ones(2).numpy()",
    ),
    Entry(
        "'{kind:numpy.ndarray}' object has no attribute '{name:dim|grad|log_softmax|float|long|"
        "double|half|new|cpu_|view_as|add_|mul_|t|numel|is_cuda|zero_|fill_|ndimension|masked_fill|"
        "expand|index_select|type|norm|matmul|softmax|requires_grad_|sigmoid|is_floating_point|"
        "unsqueeze|unsqueeze_|permute|contiguous|detach|requires_grad|copy_|data_ptr|type_as|"
        "to_sparse}'",
        "tensor numpy",
        "{name} belongs to tensors, and this is an array of NumPy.",
        "",
        "import numpy as np\nnp.ones(2).dim()",
        ways=ways("""
            it goes into a model, or F.…: Write torch.from_numpy(a).float().to(device), or leave out
                the np.asarray that made it.
            scipy calls the function: Make a tensor in it, torch.from_numpy(x), and give back
                .item(); or compute with NumPy alone.
            an array is what is wanted: Leave .{name} out, or take NumPy's own: np.expand_dims(a,
                0), a.transpose(2, 0, 1).
        """),
        recorded=("AttributeError: 'numpy.ndarray' object has no attribute 'unsqueeze'",),
        when=lambda found: (
            "Parameter" not in found.code and (found["name"] != "type" or in_torch(found))
        ),
    ),
    Entry(
        "string indices must be integers{after:text}",
        "tensor create",
        "What stands before the square brackets is a text, whose parts have numbers alone.",
        "Print it.",
        None,
        ways=ways("""
            for i, batch in loader: Write for i, batch in enumerate(loader):.
            a, b = model(x), transformers: Write out = model(x), and out[0]: unpacking it gives
                names.
            for d in a dictionary: Write for name, d in dictionary.items():, or keep the batch
                whole.
            the text of a JSON file: Read it by json.load(f).
        """),
        recorded=(
            'File "/lib/torch/utils/data/_utils/fetch.py", line 1, in fetch\n    data = '
            'self.dataset[idx]\n  File "a.py", line 3, in __getitem__\n    text = '
            "self.items[idx]['text']\nTypeError: string indices must be integers",
            'File "a.py", line 3, in <module>\n    inputs = batch["image"].to(device)\n'
            "TypeError: string indices must be integers, not 'str'",
        ),
        when=lambda found: (
            TORCH.search(last_traceback(found)) is not None
            or told(found)
            or bool(re.search(r"\]\.(?:float\(\)\.)?(?:to\(\w*\.?device|cuda\()", found.line))
        ),
    ),
    Entry(
        (
            "list indices must be integers or slices, not str{after:text}",
            "tuple indices must be integers or slices, not str{after:text}",
        ),
        "tensor create",
        "A name stands in the square brackets, and before them is a list or a tuple, whose "
        "parts have numbers alone.",
        "Print it.",
        None,
        ways=ways("""
            a batch: Write x, y = batch, or let __getitem__ give a dictionary.
            dictionaries, as of detection: Take one of them first: out[0]["boxes"].
            what transformers give: Take a part, out[0], or call the model with return_dict=True.
        """),
        recorded=("PyTorch TypeError: list indices must be integers or slices, not str",),
        when=lambda found: TORCH.search(last_traceback(found)) is not None or told(found),
    ),
    Entry(
        "{what:list|tuple} indices must be integers or slices, not {kind:tuple}{after:text}",
        "tensor cat",
        "Square brackets with a comma, as x[:, 0], take parts along several axes of a tensor, "
        "and this is a {what}, which has one axis.",
        "",
        None,
        ways=ways("""
            one tensor in it is meant: Take it first: x[0][:, 0].
            tensors of one shape: Write torch.stack(x)[:, 0].
            numbers, or lists of them: Write torch.tensor(x)[:, 0].
            [[1, 2] [3, 4]]: Write the comma: [[1, 2], [3, 4]].
        """),
        recorded=("PyTorch TypeError: list indices must be integers or slices, not tuple",),
        # What models of transformers give is a tuple to brackets.
        when=lambda found: about_torch(found) or "self.to_tuple()[" in found.code,
    ),
    Entry(
        ("maximum recursion depth exceeded{:text}",),
        "",
        "A module holds itself, or its parent, as a layer: going through its layers never ends.",
        "Look for self.model = self, or for a layer that keeps the model that it is in. A plain "
        "reference hides in a list: self.parent = [model].",
        "from torch import nn\na, b = nn.Module(), nn.Module()\na.b, b.a = b, a\na.train()",
        when=lambda found: (
            bool(re.search(r"nn[/\\]modules[/\\]module\.py", found.before[-1500:]))
            and bool(
                re.search(
                    r"\.(?:train|eval|apply|to|cuda|cpu|_apply|named_modules|children|float|"
                    r"half|zero_grad|parameters|named_members)\(|module\.train|_apply",
                    found.code,
                )
            )
            and "_call_impl" not in found.before[-1500:]
        ),
    ),
    Entry(
        (
            "local variable '{name:beta1|beta2}' referenced before assignment",
            "cannot access local variable '{name:beta1|beta2}' where it is not associated with a "
            "value",
        ),
        "autograd leaves",
        "The optimizer found no parameter with a gradient in one of its groups, and this release "
        "does not expect that.",
        "Call loss.backward() before optimizer.step(), and hand over only parameters that are "
        "trained. A newer PyTorch passes over such a group.",
        None,
        recorded=(
            'File "/lib/torch/optim/adam.py", line 118, in step\n    beta1,\nUnboundLocalError: '
            "local variable 'beta1' referenced before assignment",
        ),
        when=within_torch,
    ),
    Entry(
        "stft() got an unexpected keyword argument '{name:fft_size|frame_length|pad_end}'",
        "env",
        "torch.stft had an argument {name} before PyTorch 0.4.1, and goes by other names since.",
        "Write torch.stft(x, n_fft=fft_size, hop_length=hop, win_length=frame_length, window=w). "
        "Since PyTorch 1.8 it wants return_complex=True, too, and torch.view_as_real makes pairs "
        "of these numbers, as the old one gave. Or take the PyTorch that the program names.",
        "torch.stft(torch.ones(20), fft_size=4)",
        recorded=("TypeError: stft() got an unexpected keyword argument 'fft_size'",),
        when=lambda found: (
            re.search(r"librosa|scipy|\bsignal\.stft|\btf\.", found.before + found.code) is None
        ),
    ),
    Entry(
        "{name:name}() got an unexpected keyword argument '{argument:quoted}'",
        "tensor parameters",
        "{name} has no argument called {argument}: it is misspelt, had another name in an older "
        "release, or came with a later one.",
        "help({owner}) lists the arguments of this release, and torch.__version__ shows which it "
        "is.",
        "torch.stft(torch.ones(20), size=4)",
        when=lambda found: bool(
            re.search(rf"\b(?:torch|F)\.{re.escape(found['name'])}\(", found.line)
        ),
        more=_owner,
    ),
    Entry(
        "'{:Tensor|Parameter|Variable}' object has no attribute '{name:ndim}'",
        "env",
        "A tensor of PyTorch has ndim since 1.2, and this release is older. matplotlib and NumPy "
        "ask for it.",
        "Install a newer PyTorch, or write x.dim(). To matplotlib and NumPy hand over an array: "
        "x.detach().cpu().numpy().",
        None,
        recorded=("AttributeError: 'Tensor' object has no attribute 'ndim'",),
        command="env",
    ),
    Entry(
        "'{:Tensor|Parameter}' object has no attribute '{name:" + LATER_METHODS + "}'",
        "env",
        "{name} came to tensors with a later PyTorch than the one that is installed here.",
        "Install a newer one: python -m pip install -U torch, with the torchvision of the same "
        "release.",
        None,
        recorded=("AttributeError: 'Tensor' object has no attribute 'logical_not'",),
        command="env",
    ),
    Entry(
        "'{:Tensor|Parameter}' object has no attribute 'append'",
        "tensor cat",
        "{list} is a tensor here, and has no append: one name stands for a list and for what "
        "is put into it.",
        "Give the list a name of its own, such as all_{list}.",
        "loss = torch.ones(1)\nloss.append(loss.item())",
        when=lambda found: bool(re.search(r"\b(\w+)\.append\(\s*\1\b", _line(found))),
        more=lambda found: {"list": re.findall(r"(\w+)\.append\(", _line(found))[-1]},
    ),
    Entry(
        "'{kind:" + LAYERS_OF_TORCH + "}' object has no attribute '{name:" + SINCE + "}'",
        "",
        "This {kind} has no {name}.",
        "",
        None,
        ways=ways("""
            torch.load gave the model: Load it with the PyTorch that saved it, save
                model.state_dict() there, and load that into a model made here.
            a library or program loads it: Install the PyTorch that it was made for, or weights for
                its newest release.
            your class builds on {kind}: Write super().__init__(…) as the first line of __init__.
        """),
        recorded=(
            "AttributeError: 'Upsample' object has no attribute 'recompute_scale_factor'",
            "torch.nn.modules.module.ModuleAttributeError: 'GRU' object has no attribute "
            "'_flat_weights_names'",
        ),
        when=lambda found: not found.code or found["name"][:1] == "_" or within_torch(found),
    ),
    Entry(
        "'{kind:RNN|LSTM|GRU|RNNBase}' object has no attribute '{name:weight|bias|weight_hh|"
        "weight_ih|weight_hh_l|weight_ih_l|bias_hh|bias_ih|bias_hh_l|bias_ih_l}'",
        "",
        "A recurrent layer, here {kind}, keeps weights for each of its layers, and their number is "
        "part of the name: weight_ih_l0 for the input of layer 0, weight_hh_l0 for its state.",
        "Write rnn.weight_hh_l0, or go through rnn.named_parameters(). nn.RNNCell, nn.LSTMCell and "
        "nn.GRUCell have weight_hh without a number.",
        "from torch import nn\nnn.RNN(2, 3).weight_hh_l",
    ),
    Entry(
        (
            "'{kind:name}' object has no attribute '{name:_modules|_parameters|_buffers|"
            "_forward_hooks|_forward_pre_hooks|_backward_hooks|training}'",
            "{kind:name}' object has no attribute '{name:_modules|_parameters|_buffers}'",
        ),
        "",
        "A module keeps lists of its layers, buffers and settings, and super().__init__() "
        "makes them. This {kind} has none, or not yet.",
        "",
        "from torch import nn\nclass Net(nn.Module):\n    def __init__(self):\n        "
        "self.n = 3\nNet()(torch.ones(2))",
        ways=ways("""
            a class of your own: Write super().__init__() as the first line of __init__, with two
                underscores on each side.
            torch.load gave the model: Load its state_dict into a new one.
        """),
        when=lambda found: found["kind"][:1].isupper(),
    ),
    Entry(
        "'{kind:"
        + LAYERS_OF_TORCH
        + "}' object has no attribute '{name:dim|size|ndimension|shape}'",
        "",
        "A function of nn.init fills the numbers of one tensor, and got a layer, {kind}: "
        "model.apply hands over each layer, not its weights.",
        "Write a function for it: def fill(m): if isinstance(m, nn.Linear): "
        "nn.init.xavier_uniform_(m.weight), and then model.apply(fill).",
        "from torch import nn\nnn.Sequential(nn.Linear(2, 2)).apply(nn.init.xavier_uniform_)",
        when=lambda found: bool(re.search(r"nn[/\\]init\.py", found.before[-800:])),
    ),
    Entry(
        "'{kind:" + LAYERS_OF_TORCH + "}' object has no attribute '{name:" + OF_TENSORS + "}'",
        "tensor create",
        "{name} belongs to tensors, and this is a layer, {kind}: it was handed over where its "
        "output belongs.",
        "Call it with its input: layer(x), as in nn.ReLU()(x), or make it in __init__ and write "
        "self.layer(x) in forward. Its weights are tensors: layer.weight.",
        "from torch import nn\nnn.Linear(2, 2).size(0)",
        when=lambda found: found["kind"] not in ("DataParallel", "DistributedDataParallel"),
    ),
    Entry(
        (
            "'{kind:" + LAYERS_OF_TORCH + "|Sequential|Net|Model|MLP|CNN}' object has no attribute "
            "'{name:fit|predict|compile_|summary|evaluate|get_weights|save|predict_classes|layers}'"
            "{after:text}",
            "{kind:ResNet|VGG|DenseNet|AlexNet|EfficientNet} object has no attribute "
            "{:'|}{name:fit|predict|predict_classes|predict_proba}",
        ),
        "",
        "{name} belongs to Keras; a model of PyTorch has none. This one is a {kind}.",
        "Train in a loop: out = model(x), loss.backward(), optimizer.step(). model(x) predicts, "
        "after model.eval(); print(model) lists the layers; torch.save(model.state_dict(), path) "
        "saves.",
        "from torch import nn\nnn.Sequential(nn.Linear(2, 2)).fit(1)",
        when=lambda found: (
            "DataParallel" not in found["kind"]
            and (
                "after" not in found.fields
                or found["kind"] in LAYERS_OF_TORCH.split("|")
                or in_torch(found)
                or told(found)
            )
        ),
    ),
    Entry(
        (
            "'{kind:"
            + LAYERS_OF_TORCH
            + "}' object is not {what:subscriptable|iterable|an iterator}",
            "'{kind:" + LAYERS_OF_TORCH + "|Sequential}' object does not support item "
            "{:assignment|deletion}",
            "object of type '{kind:" + LAYERS_OF_TORCH + "}' has no len()",
        ),
        "",
        "A {kind} cannot be used like a list here.",
        "print(model) shows the layers with their names.",
        "from torch import nn\nnn.Linear(2, 2)[0]",
        ways=ways("""
            a layer of it is wanted: Write model.fc, or list(model.children())[0].
            a layer is to be replaced: Write model.fc = nn.Linear(512, 10).
            an optimizer takes it: Write model.parameters().
            data are meant: Look at the order of the arguments.
        """),
        recorded=(
            "TypeError: 'ResNet' object does not support item assignment",
            "TypeError: object of type 'Linear' has no len()",
        ),
        when=lambda found: "param_groups = list(params)" not in found.code,
    ),
    Entry(
        "'{kind:_SingleProcessDataLoaderIter|_MultiProcessingDataLoaderIter|DataLoader|"
        "_DataLoaderIter}' object has no attribute '{name:next|__next__}'",
        "tensor create",
        "What goes through a DataLoader has no method next any more.",
        "Write batch = next(iter(loader)), or it = iter(loader) once and next(it) after that.",
        "iter(torch.utils.data.DataLoader([1, 2])).next()",
    ),
    Entry(
        "'{kind:DataLoader}' object has no attribute '{name:name}'",
        "tensor create",
        "A DataLoader gives batches, and has no {name} itself.",
        "Go through it: for x, y in loader:, or x, y = next(iter(loader)). What belongs to the "
        "data set is loader.dataset.{name}.",
        "torch.utils.data.DataLoader([1, 2]).shape",
        when=lambda found: found["name"] != "next" and found["name"][:1] != "_",
    ),
    Entry(
        "'Subset' object has no attribute '{name:name}'",
        "tensor create",
        "random_split and Subset give a part of a data set, which hands out samples only. {name} "
        "belongs to the whole.",
        "Write subset.dataset.{name}; subset.indices says which samples are in the part.",
        "torch.utils.data.Subset([1, 2], [0]).targets",
        when=lambda found: found["name"][:1] != "_",
    ),
    Entry(
        (
            "'torch.return_types.{kind:"
            + WITH_INDICES
            + "}' object has no attribute '{name:name}'",
            "unsupported operand type(s) for {operator:path}: 'torch.return_types.{kind:"
            + WITH_INDICES
            + "}' and '{other:name}'",
            "unsupported operand type(s) for {operator:path}: '{other:name}' and "
            "'torch.return_types.{kind:" + WITH_INDICES + "}'",
            *(f"{start} torch.return_types.{{kind:{WITH_INDICES}}}" for start in GIVEN_AS_TENSOR),
        ),
        "linalg reduce",
        "{kind} along an axis gives two tensors at once, the values and their indices.",
        "Write x.{kind}(…).values or .indices, or values, indices = x.{kind}(…).",
        "torch.ones(2, 3).max(0).shape",
    ),
    Entry(
        (
            "'torch.return_types.{kind:name}' object has no attribute '{name:name}'",
            "unsupported operand type(s) for {operator:path}: 'torch.return_types.{kind:name}' and "
            "'{other:name}'",
            *(f"{start} torch.return_types.{{kind:name}}" for start in GIVEN_AS_TENSOR),
        ),
        "",
        "{kind} gives several tensors at once, in a tuple whose parts have names, and one of them "
        "is meant here.",
        "print(out) shows the names. Take the part by its name or its place, out[0], or write as "
        "many names on the left as there are parts.",
        "torch.linalg.qr(torch.eye(2)).shape",
    ),
    Entry(
        "'{kind:torch.FloatTensor|torch.LongTensor|torch.DoubleTensor|torch.ByteTensor|"
        "torch.cuda.FloatTensor|torch.cuda.LongTensor|torch.IntTensor|torch.HalfTensor|Variable}' "
        "object has no attribute '{name:name}'",
        "env",
        "This is a {kind} of PyTorch before 0.4, and it has no {name}.",
        "Install a newer PyTorch. In the old one x.item() was x[0], of a Variable x.data[0], "
        "and x.numpy() of it x.data.numpy().",
        None,
        recorded=(
            "AttributeError: 'torch.FloatTensor' object has no attribute 'item'",
            "AttributeError: 'Variable' object has no attribute 'item'",
        ),
        when=lambda found: (
            # TensorFlow and chainer have Variables too.
            found["kind"] != "Variable"
            or (
                "chainer" not in found.before + found.code
                and not by_library(found)
                and (
                    found["name"]
                    in f"item|to|detach_|requires_grad_|{OF_TENSORS}|{LATER_METHODS}".split("|")
                    or about_torch(found)
                )
            )
        ),
        command="env",
    ),
    Entry(
        "'{kind:name}Backward' object has no attribute '{name:name}'",
        "autograd function",
        "In a function of your own backward sees what forward put into ctx, and there is no {name} "
        "in it.",
        "Write ctx.{name} = … in forward, or ctx.save_for_backward(x) and x, = ctx.saved_tensors.",
        "class Square(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n"
        "        return x * x\n    @staticmethod\n    def backward(ctx, g):\n"
        "        return g * ctx.x\n"
        "Square.apply(torch.ones(2, requires_grad=True)).sum().backward()",
    ),
    Entry(
        "'{kind:tuple|list|dict|collections.OrderedDict|OrderedDict|InceptionOutputs|"
        "GoogLeNetOutputs}' object has no attribute '{name:log_softmax|softmax|relu}'",
        "tensor create",
        "A loss or an activation takes one tensor, and got a {kind}.",
        "",
        "import torch.nn.functional as F\nF.softmax((torch.ones(2),), 0)",
        ways=ways("""
            Inception or GoogLeNet, in training: Write out, aux = model(x), or make it with
                aux_logits=False.
            LSTM, GRU or RNN: Write out, state = rnn(x).
            another model, several results: Take the one you mean: out[0], out["logits"],
                out["out"].
            a list of tensors of one shape: Write torch.stack(list).
            F.log_softmax, F = … above: Give that variable another name than F.
        """),
    ),
    Entry(
        (
            "{name:name}(): argument '{argument:input|self}' (position 1) must be Tensor, not "
            "{kind:OrderedDict|collections.OrderedDict|dict|InceptionOutputs|GoogLeNetOutputs}",
        ),
        "tensor create",
        "A model that gives several results at once gave a {kind}, and {name} takes one tensor.",
        'Take the one you mean: out["out"] of a model for segmentation, out["logits"]. Inception '
        "and GoogLeNet give a pair while they train: out, aux = model(x).",
        "import collections\ntorch.relu(collections.OrderedDict())",
    ),
    Entry(
        (
            "'{kind:collections.OrderedDict|OrderedDict|dict}' object has no attribute "
            "'{name:eval|train|to|cuda|parameters|state_dict|forward|half|float|module|modules|"
            "named_parameters|load_state_dict|predict}'",
            "'{kind:collections.OrderedDict|OrderedDict|dict}' object is not callable{after:text}",
        ),
        "",
        "This is a dictionary, and no model: torch.load gives one where model.state_dict(), or "
        "a checkpoint with several parts, was saved.",
        "print(d.keys()) shows what is in it.",
        None,
        ways=ways("""
            names of weights, fc.weight: Make the model, model = Net(), write
                model.load_state_dict(d) in a line of its own, and use model.
            state_dict, epoch and others: Load the part with the weights:
                model.load_state_dict(d["state_dict"]).
            d("x"), of a plain dictionary: Write d["x"].
        """),
        recorded=(
            "AttributeError: 'collections.OrderedDict' object has no attribute 'eval'",
            'File "a.py", line 3, in <module>\n    model = torch.load("a.pt").eval()\n'
            "AttributeError: 'dict' object has no attribute 'eval'",
            "TypeError: 'dict' object is not callable while loading and testing PyTorch model",
        ),
        when=lambda found: (
            "OrderedDict" in found["kind"]
            or "torch.load(" in found.code
            or found.fields.get("name")
            in ("eval", "parameters", "named_parameters", "state_dict", "load_state_dict")
            or (
                found.fields.get("name", "predict") in ("predict", "forward", "train")
                and told(found)
            )
        ),
    ),
    Entry(
        (
            "'generator' object is not subscriptable",
            "object of type 'generator' has no len()",
            "'generator' object has no attribute '{name:data|grad|requires_grad|shape|to|cuda|"
            "numpy|size|detach|numel}'",
        ),
        "autograd leaves",
        "model.{call}() gives one after another: it is no list, and has nothing that a tensor has.",
        "Go through them, for p in model.{call}():, or make a list, list(model.{call}())[0], whose "
        "len there is too.",
        "from torch import nn\nnn.Linear(2, 2).parameters()[0]",
        recorded=(
            'File "a.py", line 3, in <module>\n    print(model.parameters().grad)\n'
            "AttributeError: 'generator' object has no attribute 'grad'",
        ),
        when=lambda found: PARTS.search(found.line) is not None,
        more=lambda found: {"call": PARTS.findall(found.line)[-1]},
    ),
    Entry(
        "'{:torch.dtype|torch.device}' object is not callable",
        "tensor dtypes",
        "dtype and device are values, not functions; torch.float32 is one too.",
        "Write x.dtype and x.device, without brackets, and x.to(torch.float32) or x.float() to "
        "change the type.",
        "torch.ones(2).dtype()",
    ),
    Entry(
        (
            "attribute '{name:name}' of 'torch._C.{:_TensorBase|TensorBase}' objects is not "
            "writable",
        ),
        "tensor shape",
        "{name} of a tensor is read, not written.",
        'x.reshape(…) gives another shape, x.to(torch.float32) another type, x.to("cuda") '
        "another device; x.t_() exchanges the axes in place.",
        "torch.ones(2).shape = (1, 2)",
    ),
    Entry(
        "Variable data has to be a tensor, but got {kind:name}",
        "tensor numpy",
        "x.data and Variable(…) take a tensor, and this is of type {kind}.",
        "Write torch.tensor(…) around it; before PyTorch 0.4 torch.Tensor([3]).",
        "torch.ones(2).data = 3",
    ),
    Entry(
        "requires_grad must be a bool",
        "autograd leaves",
        "requires_grad is True or False, and this is neither.",
        "Write x.requires_grad = True, or x.requires_grad_().",
        "torch.ones(2).requires_grad = 1",
    ),
    Entry(
        (
            "'{operator:<|>|<=|>=}' not supported between instances of 'Tensor' and '{other:name}'",
            "'{operator:<|>|<=|>=}' not supported between instances of '{other:name}' and 'Tensor'",
        ),
        "tensor arithmetic",
        "A tensor is compared with numbers and tensors, and this is of type {other}.",
        "Print the other one: text becomes a number by float(text), a list a tensor by "
        "torch.tensor(…), and None is what was never set.",
        'torch.ones(2) > "a"',
        when=lambda found: found["other"] not in ("builtin_function_or_method", "method"),
    ),
    Entry(
        (
            "unsupported operand type(s) for {operator:path}: '{:builtin_function_or_method|"
            "method}' and '{other:int|float}'",
            "'{operator:<|>|<=|>=}' not supported between instances of "
            "'{:builtin_function_or_method|method}' and '{other:int|float}'",
        ),
        "tensor shape",
        "size, dim, numel and item are functions, and were taken without brackets.",
        "Write x.size(0), x.dim(), x.numel() or x.item().",
        "torch.ones(2).size / 2",
        recorded=(
            "File \"a.py\", line 3, in f\n    if x.dim > 1:\nTypeError: '>' not supported between "
            "instances of 'builtin_function_or_method' and 'int'",
        ),
        when=in_line(r"\.(?:size|dim|numel|item)\b(?!\()"),
    ),
    Entry(
        (
            "Object of type {kind:Tensor|Parameter} is not JSON serializable",
            "Object of type '{kind:Tensor|Parameter}' is not JSON serializable",
            "tensor({number:text}) is not JSON serializable",
        ),
        "tensor numpy",
        "JSON knows numbers, text and lists, and no tensors.",
        "Write x.item() for one number and x.tolist() for several; torch.save keeps tensors.",
        "import json\njson.dumps({'loss': torch.tensor(1.0)})",
    ),
    Entry(
        "unsupported format string passed to Tensor{:Base|}.__format__",
        "tensor numpy",
        "A format such as .2f is for one number, and this tensor has axes.",
        "Write x.item() there for a tensor with one number, or print the tensor as it is; "
        "torch.set_printoptions(precision=2) sets its digits.",
        "f'{torch.ones(2):.2f}'",
    ),
    Entry(
        "'{kind:builtin_function_or_method|method}' object has no attribute '{name:name}'",
        "tensor numpy",
        "A function stands where a tensor is meant, and has no {name}.",
        "",
        "loss = torch.ones(2, requires_grad=True).mean\nloss.backward()",
        ways=(
            Way(
                "x.detach.numpy(), loss.mean.…",
                "Write the brackets of each call before .{name}: x.detach().numpy().",
                _lacks_brackets,
            ),
            Way(
                "a name such as input, max or id",
                "Use the name that the loop gives its batch: model(input) hands on Python's own "
                "input if no tensor has that name.",
            ),
        ),
        recorded=(
            'File "a.py", line 3, in <module>\n    plt.plot(x.detach.numpy())\nAttributeError: '
            "'builtin_function_or_method' object has no attribute 'numpy'",
            "AttributeError: 'builtin_function_or_method' object has no attribute 'data'",
        ),
        when=lambda found: (
            found["name"] in ("backward", "detach", "cuda", "numpy", "unsqueeze", "requires_grad")
            or _lacks_brackets(found)
            or (
                found["kind"] != "method"
                and found["name"]
                in f"data|to|cpu|float|long|grad|dtype|device|{OF_TENSORS}".split("|")
            )
        ),
    ),
    Entry(
        "type Tensor doesn't define __round__ method",
        "tensor numpy",
        "Python's round is for its own numbers.",
        "Write x.round(decimals=2), or round(x.item(), 2) for one number.",
        None,
        recorded=("TypeError: type Tensor doesn't define __round__ method",),
    ),
    Entry(
        "Tensor does not support deleting items",
        "tensor index",
        "A tensor keeps its size: nothing can be taken out of it.",
        "Choose what is to stay: x[torch.arange(len(x)) != i], or torch.cat([x[:i], x[i + 1:]]).",
        "x = torch.ones(3)\ndel x[0]",
        recorded=("TypeError: Tensor does not support deleting items",),
    ),
    Entry(
        "Tensor.__contains__ only supports Tensor or scalar, but you passed in a <class "
        "'{kind:quoted}'>",
        "tensor index",
        "in asks whether a number is in the tensor, and this is of type {kind}. What was to be a "
        "dictionary or a list may be a tensor.",
        "Write 3 in x for a number; (x == y).all() compares whole tensors.",
        "'a' in torch.ones(2)",
    ),
    Entry(
        (
            "{name:name}(): argument '{argument:name}' (position {place:int}) must be tuple of "
            "{:ints|SymInts}, {:not|but found element of type} {kind:name}",
            "{name:name}(): argument '{argument:name}' must be tuple of {:ints|SymInts}, "
            "{:not|but found element of type} {kind:name}",
        ),
        "tensor create",
        "The argument {argument} of {name} is to be whole numbers, and here is something of "
        "type {kind}.",
        "",
        "torch.ones(4).split(1.5)",
        since=(2, 4),
        ways=by_kind("""
            float | a float, as n / 2: Write n // 2, or int(n).
            Tensor | a tensor: Write n.item() for one number, x.tolist() for several.
            int | one number for several axes: Write one for each axis, (3, 3); F.pad takes two for
                each, from the last axis on: F.pad(x, (1, 1)).
            NoneType | None: Set it before this line, or write return in the function that gives it.
            str, list, tuple, dict | another argument's place: Look at the order of the arguments,
                or name them.
        """),
        recorded=(
            "TypeError: pad(): argument 'pad' (position 2) must be tuple of ints, not int",
            "TypeError: layer_norm(): argument 'normalized_shape' must be tuple of ints, but found "
            "element of type float at pos 0",
        ),
        when=lambda found: found["argument"] not in ("size", "shape", "dim"),
    ),
    Entry(
        (
            "{name:name}(): argument '{argument:name}' must be {wanted:Number|int|float|bool}, "
            "not {kind:name}",
        ),
        "tensor parameters",
        "The argument {argument} of {name} is to be of type {wanted}, and is of type {kind}.",
        "Print it, and look at the order of the arguments. x.item() makes a Python number of a "
        "tensor, int(n) a whole one.",
        'torch.cat((torch.ones(2), torch.ones(2)), dim="a")',
        since=(2, 13),
        when=lambda found: found["argument"] not in ("size", "shape"),
    ),
    Entry(
        "{name:linear|conv1d|conv2d|conv3d|conv_transpose2d|embedding|bilinear|batch_norm}() "
        "missing {count:int} required positional {:arguments|argument}: {:'|\"}{argument:weight|"
        "bias|running_mean}",
        "tensor parameters",
        "F.{name} is the bare function, and takes the weights with the input. A layer keeps them "
        "itself.",
        "Make a layer in __init__, self.fc = nn.Linear(2, 3), and write x = self.fc(x) in forward, "
        "without F.{name} around it; nn has one for conv1d, conv2d, embedding and batch norm too.",
        "import torch.nn.functional as F\nF.linear(torch.ones(2))",
        recorded=(
            "TypeError: linear() missing 1 required positional argument: 'weight'",
            "TypeError: batch_norm() missing 2 required positional arguments: 'running_mean' and "
            "'running_var'",
        ),
        when=lambda found: (
            not found.line
            or bool(re.search(rf"\b(?:F|functional)\.{re.escape(found['name'])}\(", found.code))
        ),
    ),
    Entry(
        "{name:name}() missing {count:int} required positional {:arguments|argument}: "
        "{mark:\"|'}{argument:quoted}{:\"|'}",
        "tensor parameters",
        "{name} was called with too few arguments. {argument} is missing.",
        "Write it too: a loss takes the outputs and the targets, F.mse_loss(out, y). "
        "help({owner}) lists the arguments, and those without = are needed.",
        "import torch.nn.functional as F\nF.mse_loss(torch.ones(2))",
        more=_owner,
        # The double quotes are torch's own.
        when=lambda found: (
            (found["mark"] == '"' and "." not in found["name"])
            or bool(
                re.search(rf"\b(?:F|functional|torch)\.{re.escape(found['name'])}\(", found.line)
            )
        ),
    ),
    Entry(
        (
            "{kind:" + LAYERS_OF_TORCH + "}.__init__() missing {count:int} required positional "
            "{:arguments|argument}: '{argument:quoted}'",
            "__init__() missing {count:int} required positional {:arguments|argument}: "
            "'{argument:" + ARGUMENTS_OF_LAYERS + "}'",
        ),
        "",
        "A layer is made with its sizes, and one was left out. It is {argument}.",
        "Write it: nn.Linear(in_features, out_features), nn.Conv2d(in_channels, out_channels, "
        "kernel_size), nn.LSTM(input_size, hidden_size).",
        "from torch import nn\nnn.Linear(3)",
        recorded=("TypeError: __init__() missing 1 required positional argument: 'out_features'",),
    ),
    Entry(
        (
            "{kind:" + LAYERS_OF_TORCH + "}.__init__() got multiple values for argument "
            "'{argument:quoted}'",
            "{kind:" + LAYERS_OF_TORCH + "}.__init__() takes {:few} positional arguments but "
            "{got:int} were given",
            "{kind:" + LAYERS_OF_TORCH + "}.__init__() got an unexpected keyword argument "
            "'{argument:quoted}'",
        ),
        "",
        "The layer {kind} was made with arguments that it does not have, or with one twice. It is "
        "{argument}.",
        "help(nn.{kind}) lists the arguments and their order. An argument that is new asks for a "
        "newer PyTorch.",
        "from torch import nn\nnn.Conv2d(3, 4, 3, strides=2)",
    ),
    Entry(
        "__init__() got an unexpected keyword argument '{argument:quoted}'",
        "",
        "The class has no argument called {argument}: it is misspelt, came with a later release, "
        "or was removed.",
        "help(…) of the class lists its arguments. lr is the name of the learning rate, and "
        "torch.__version__ shows the release.",
        None,
        recorded=(
            'File "a.py", line 3, in <module>\n    l = nn.TransformerEncoderLayer(8, 2, '
            "layer_norm_eps=1e-6)\nTypeError: __init__() got an unexpected keyword argument "
            "'layer_norm_eps'",
        ),
        when=in_line(r"\b(?:nn|optim|transforms|datasets|lr_scheduler)\.\w+\("),
    ),
    Entry(
        "forward() got an unexpected keyword argument '{argument:labels}'",
        "",
        "The forward of this model takes no labels. Bare models of transformers, such as "
        "BertModel, do not: those that are made for a task do.",
        "Take the model for your task, such as BertForSequenceClassification.from_pretrained(name),"
        " which takes labels and gives the loss too. Or leave labels out of the call, and compute "
        "the loss yourself, loss_fn(out, y). In a class of your own write def forward(self, x, "
        "labels=None):.",
        None,
        recorded=("TypeError: forward() got an unexpected keyword argument 'labels'",),
        when=of_a_model,
    ),
    Entry(
        "forward() got multiple values for argument '{argument:quoted}'",
        "",
        "The forward of this model or layer got its argument {argument} twice, once by its place "
        "and once by its name.",
        "Leave one of the two out of the call. If it stands there once only, count the arguments "
        "before it: a forward of your own has self first, def forward(self, x):, and so has any "
        "method that hands them on.",
        "from torch import nn\nnn.Linear(2, 2)(torch.ones(2), input=torch.ones(2))",
        when=of_a_model,
    ),
    Entry(
        "forward() got an unexpected keyword argument '{argument:quoted}'",
        "",
        "The forward of this model or layer has no argument called {argument}.",
        "",
        "from torch import nn\nnn.Linear(2, 2)(x=torch.ones(2))",
        ways=ways("""
            a class of your own: Write def forward(self, x, {argument}=None):, or leave it out of
                the call.
            a layer of torch.nn: Leave {argument} out, or hand it over when the layer is made.
            a model of a library: Compare help(model.forward) with the release that the program was
                written for.
            a hook alone needs it: Set an attribute: model.{argument} = ….
        """),
        when=of_a_model,
    ),
    Entry(
        "{name:zero_grad|state_dict|named_parameters|parameters|forward|load_state_dict|eval|train|"
        "to|cuda|backward|step}() missing 1 "
        "required positional argument: '{:self|state_dict}'",
        "",
        "{name} got too few arguments.",
        "",
        "from torch import optim\noptim.Adam.zero_grad()",
        ways=by_kind(
            """
            zero_grad, state_dict, named_parameters, parameters, forward, load_state_dict, eval,
                train, to, cuda, backward, step | Net.{name}(…), of a class: Make the object first:
                model = Net(), optimizer = torch.optim.Adam(model.parameters()).
            load_state_dict | model.load_state_dict(): Hand over the weights:
                model.load_state_dict(torch.load(path)).
            """,
            "name",
        ),
        when=lambda found: (
            found["name"]
            in ("zero_grad", "state_dict", "load_state_dict", "parameters", "named_parameters")
            or in_torch(found)
        ),
    ),
    Entry(
        "{name:name}() got an unexpected keyword argument '{argument:weights|pretrained|"
        "num_classes}'",
        "env",
        "{name} has no argument {argument} here.",
        "Print torchvision.__version__, and look where {name} is imported from.",
        None,
        ways=by_kind(
            """
            weights | torchvision below 0.13: Write pretrained=True in place of weights=…, or
                install a newer one: python -m pip install -U torch torchvision.
            pretrained, num_classes | torchvision: Install a newer one, which takes
                weights=…Weights.DEFAULT; set the last layer by model.fc =
                nn.Linear(model.fc.in_features, 10).
            weights, pretrained, num_classes | another library, or your file: Write what its def
                names.
            """,
            "argument",
        ),
        recorded=(
            'File "/site-packages/torchvision/models/resnet.py", line 9, in resnet18\n    return '
            "_resnet(weights)\nTypeError: _resnet() got an unexpected keyword argument 'weights'",
            "TypeError: vgg19() got an unexpected keyword argument 'pretrained'",
        ),
        when=_of_models,
        command="env",
    ),
    Entry(
        "[Errno 21] Is a directory: '{path:path}checkpoints/'",
        "",
        "torch.hub wanted to load weights, and no file's name was left behind its folder.",
        "",
        None,
        ways=ways("""
            a model of a library: Make it without ready weights, weights=None or pretrained=False,
                or take another of its family.
            load_state_dict_from_url(…): Write file_name=… in it, or an address that ends in the
                file's name.
            torch.load(…): Hand over a file of this folder.
        """),
        recorded=("IsADirectoryError: [Errno 21] Is a directory: '/a/torch/hub/checkpoints/'",),
        when=lambda found: bool(re.search(r"hub/$", found["path"])),
    ),
    Entry(
        (
            "'type' object does not support the context manager protocol",
            "'{:function|type}' object does not support the context manager protocol",
            "__enter__",
        ),
        "autograd detach",
        "with needs an object, and no_grad, as autocast, is a class or a function that makes "
        "one: the brackets are missing.",
        "Write the brackets: with torch.no_grad():.",
        "with torch.no_grad:\n    pass",
        when=in_line(r"no_grad|inference_mode|autocast"),
    ),
    Entry(
        "index {number:0|-1} is out of range",
        "",
        "An nn.Sequential, nn.ModuleList or nn.ParameterList is empty: nothing in it has number "
        "{number}.",
        "Print what it is made of, before it is made.",
        "from torch import nn\nnn.ModuleList([])[0]",
        ways=ways("""
            a loop in __init__ fills it: Print what the loop goes through, and the number of layers.
            Detect of a YOLO model: Name the layers that it reads in its line of the yaml, under
                from: an empty list finds none, or in old releases those of anchors * (nc + 5)
                channels.
        """),
        when=lambda found: "container.py" in found.before,
    ),
    Entry(
        (
            "index {number:int} is out of range",
            "Index out of range: {number:int}",
        ),
        "",
        "A model has no layer of that number. There is none number {number}, counted from 0.",
        "print(model) lists the layers with their numbers, and len(model) says how many there are.",
        "from torch import nn\nnn.Sequential(nn.Linear(2, 2))[3]",
        when=lambda found: "container.py" in found.before,
    ),
    Entry(
        (
            "'{kind:list|int|float|str|numpy.ndarray}' object has no attribute '{name:layout}'"
            "{after:text}",
            "'{kind:list}' object has no attribute '{name:detach|requires_grad}'",
        ),
        "tensor create",
        "A function of torch got something of type {kind}, and takes a tensor.",
        "Make a tensor of it first: torch.tensor(…), torch.stack(list) for a list of tensors, "
        "torch.from_numpy(a) for an array.",
        "torch.norm([1.0, 2.0])",
        when=lambda found: (
            # Figures of plotly and windows of Qt have a layout too.
            "Parameter" in found.code
            or (
                found["name"] == "layout"
                and (
                    in_torch(found)
                    or told(found)
                    or not (found.code or found.fields.get("after") or found.before.strip())
                )
            )
        ),
    ),
    Entry(
        (
            "'{kind:list|tuple|dict|BatchEncoding|numpy.ndarray|str|NoneType|int|float|bool|"
            "numpy.float64|numpy.float32|numpy.int64}' object has no attribute "
            "'{name:to|cpu|cuda}'",
            "'{kind:list|tuple|dict|numpy.ndarray}' has no attribute '{name:to|cpu|cuda}'",
        ),
        "tensor create",
        "{name} belongs to tensors and models, and this is of type {kind}.",
        "Print what stands before .{name}.",
        None,
        ways=NO_TENSOR,
        recorded=(
            "AttributeError: 'list' object has no attribute 'to'",
            "AttributeError: 'numpy.ndarray' object has no attribute 'cpu'",
            'File "a.py", line 3, in f\n    model.to(device)\n'
            "AttributeError: 'NoneType' object has no attribute 'to'",
        ),
        when=lambda found: (
            found["kind"] not in ("str", "NoneType")
            or (found["kind"] == "str" and (found["name"] != "to" or in_torch(found)))
            or (
                ".grad" not in found.line
                and (MOVED.search(found.line) is not None or within_torch(found))
            )
        ),
    ),
    Entry(
        "'torch.device' object has no attribute '{name:name}'",
        "env",
        "A device is an object, and no text. It has no {name}.",
        'Write device.type, which is "cuda" or "cpu", or str(device).',
        'torch.device("cpu").startswith("c")',
    ),
    Entry(
        "'{kind:" + LAYERS_OF_TORCH + "}' object has no attribute "
        "'{name:in_channels|in_features|out_features|out_channels|classifier|fc|features}'",
        "",
        "{kind} has nothing called {name}: it is another layer, or another model, than was "
        "expected.",
        "print(model) shows the layers with their names. A last layer of nn.Sequential is reached "
        "by its number: model.classifier[-1].in_features.",
        "from torch import nn\nnn.Linear(2, 2).in_channels",
        when=lambda found: found["kind"] not in ("DataParallel", "DistributedDataParallel"),
    ),
    Entry(
        "{what:list|tuple} indices must be integers or slices, not "
        "{kind:Tensor|Parameter|list|tuple|float|numpy.ndarray|numpy.float64}",
        "tensor numpy",
        "A {what} is asked by a whole number, and this is of type {kind}: several numbers, or "
        "floats.",
        "",
        None,
        ways=ways("""
            one number: Write items[int(i)].
            several numbers: Write [items[i] for i in index].
            a sampler that gives lists: Write DataLoader(batch_sampler=…).
        """),
        recorded=(
            'File "/site-packages/torch/utils/data/_utils/fetch.py", line 9, in fetch\n    data = '
            "self.dataset[idx]\nTypeError: list indices must be integers or slices, not Tensor",
        ),
        when=lambda found: in_torch(found) or "possibly_batched_index" in found.code,
    ),
    Entry(
        "'NoneType' object has no attribute '{name:save}'",
        "",
        "The profiler has no trace to write yet: it gets one when it stops, and this line runs "
        "before.",
        "Write prof.export_chrome_trace(path) below the with block, or behind prof.stop(). With a "
        "schedule write profile(…, on_trace_ready=lambda prof: prof.export_chrome_trace(path)).",
        "from torch.profiler import profile\nwith profile() as prof:\n"
        "    prof.export_chrome_trace('a.json')",
        since=(2, 13),
        recorded=(
            'File "torch/autograd/profiler.py", line 494, in export_chrome_trace\n    '
            "self.kineto_results.save(path)  # type: ignore[union-attr]\n"
            "AttributeError: 'NoneType' object has no attribute 'save'",
        ),
        when=lambda found: (
            re.search(r"kineto_results\.save|export_chrome_trace", found.code) is not None
        ),
    ),
    Entry(
        (
            "Profiler must be initialized before {what:text}",
            "Profiler didn't finish running",
            "Expected profiling results",
        ),
        "",
        "The profiler has recorded nothing: it was not started, or not to the end.",
        "",
        "from torch.profiler import profile\nprofile().export_chrome_trace('a.json')",
        since=(2, 10),
        ways=ways("""
            no with profile(…) as prof: Write the steps into such a block, or between prof.start()
                and prof.stop().
            a schedule: Call prof.step() after each step, at least wait + warmup + active times.
            a line inside of the block: Move it below the block.
        """),
        recorded=("RuntimeError: Profiler didn't finish running",),
        when=lambda found: found.type in ("", "AssertionError", "RuntimeError"),
    ),
    Entry(
        "Trace is already saved",
        "",
        "The profiler's trace was written before, and it can be written only once.",
        "Call export_chrome_trace once, and leave it out where on_trace_ready writes the trace, as "
        "tensorboard_trace_handler does.",
        "from torch.profiler import profile\nwith profile() as prof:\n    pass\n"
        "prof.export_chrome_trace('/dev/null')\nprof.export_chrome_trace('/dev/null')",
    ),
)
