"""What Python itself says where something of torch was taken for something else."""

from __future__ import annotations

import re

from ..entry import Entry, Found

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
    "activation_relu_or_gelu|return_indices|track_running_stats|_backward_hooks"
)
# What tensors can do since releases later than 1.0.
LATER_METHODS = (
    "logical_not|logical_and|logical_or|logical_xor|nan_to_num|moveaxis|movedim|bool|angle|square|"
    "isfinite|isinf|isclose_|fliplr|flipud|rad2deg|deg2rad|bitwise_not|bitwise_and|"
    "bitwise_or|is_nonzero|nanmean|nansum|nanquantile|quantile|amax|amin|aminmax|adjoint|mT|mH|"
    "swapaxes|swapdims|tensor_split|hsplit|vsplit|unflatten|tile|broadcast_to|take_along_dim|"
    "vdot|logit|heaviside|copysign|diff|bfloat16|refine_names|rename|align_to|"
    "untyped_storage|is_inference|to_padded_tensor|scatter_reduce|scatter_reduce_|index_reduce_|"
    "nelement_|absolute|clip|clip_|true_divide|float_power|count_nonzero|msort|corrcoef|cov|"
    "isreal|is_mps|is_xpu|retains_grad|resolve_conj|unsafe_chunk|repeat_interleave|cummax|cummin|"
    "logcumsumexp"
)
TORCH = re.compile(r"[/\\]torch(?:vision)?[/\\]")


def in_torch(found: Found) -> bool:
    """Whether a frame of torch stands above the error, or the line names it."""
    return TORCH.search(found.before) is not None or "torch." in found.code


def _line(found: Found) -> str:
    """The line that failed, or, without a traceback, what stands before the error."""
    return found.line or found.before.strip().rpartition("\n")[2]


CALLS = (
    Entry(
        "{name:name}() got an unexpected keyword argument '{argument:quoted}'",
        "tensor parameters",
        "torch.{name} has no argument called {argument}: it is misspelt, had another name in an "
        "older release, or came with a later one.",
        "help(torch.{name}) lists the arguments of this release, and torch.__version__ shows which "
        "it is.",
        "torch.stft(torch.ones(20), fft_size=4)",
        when=lambda found: (
            re.search(rf"\b(?:torch|F)\.{re.escape(found['name'])}\(", found.line) is not None
        ),
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
        "The name {list} was a list, and a tensor was put under it, in the loop as a rule: a "
        "tensor has no append.",
        "Give the list a name of its own, {list}es or all_{list}: it is not to be the name of the "
        "tensor that is computed in the loop.",
        "loss = torch.ones(1)\nloss.append(loss.item())",
        more=lambda found: {"list": re.findall(r"(\w+)\.append\(", _line(found))[-1]},
        when=lambda found: re.search(r"\b(\w+)\.append\(\s*\1\b", _line(found)) is not None,
    ),
    Entry(
        "'{kind:" + LAYERS_OF_TORCH + "}' object has no attribute '{name:" + SINCE + "}'",
        "",
        "The model was saved whole, by another release of PyTorch, whose {kind} had no {name}: "
        "pickle brings back the old object, and the code of this release misses it.",
        "Load it with the release that saved it, save model.state_dict() there, and load that into "
        "a model that is made anew here. A file of weights for a later release of the program "
        "helps too.",
        None,
        recorded=(
            "AttributeError: 'Upsample' object has no attribute 'recompute_scale_factor'",
            "torch.nn.modules.module.ModuleAttributeError: 'BatchNorm2d' object has no attribute "
            "'_non_persistent_buffers_set'",
        ),
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:_modules|_parameters|_buffers|"
        "_forward_hooks|_forward_pre_hooks|_backward_hooks|training}'",
        "",
        "A module keeps lists of its layers and settings, and they are made by "
        "super().__init__(), which was not called. The model is a {kind}.",
        "Write super().__init__() as the first line of __init__, with two underscores on each "
        "side. A model that another release of PyTorch saved whole can lack them too: load its "
        "state_dict into a new one.",
        "from torch import nn\nclass Net(nn.Module):\n    def __init__(self):\n        "
        "self.n = 3\nNet()(torch.ones(2))",
        when=lambda found: found["kind"][:1].isupper(),
    ),
    Entry(
        "'{kind:" + LAYERS_OF_TORCH + "}' object has no attribute '{name:" + OF_TENSORS + "}'",
        "tensor create",
        "{name} belongs to tensors, and this is a layer, {kind}: it was handed over where its "
        "output belongs.",
        "Call it with its input: nn.{kind}(…)(x), or make it in __init__ and write self.layer(x) "
        "in forward. Its weights are tensors: layer.weight.",
        "from torch import nn\nnn.Linear(2, 2).size(0)",
        when=lambda found: found["kind"] not in ("DataParallel", "DistributedDataParallel"),
    ),
    Entry(
        "'{kind:" + LAYERS_OF_TORCH + "|Sequential|Net|Model|MLP|CNN}' object has no attribute "
        "'{name:fit|predict|compile_|summary|evaluate|get_weights|save|predict_classes|layers}'",
        "",
        "{name} belongs to Keras; a model of PyTorch has none. This one is a {kind}.",
        "Train in a loop: out = model(x), loss.backward(), optimizer.step(). model(x) predicts, "
        "after model.eval(); print(model) lists the layers; torch.save(model.state_dict(), path) "
        "saves.",
        "from torch import nn\nnn.Sequential(nn.Linear(2, 2)).fit(1)",
        when=lambda found: found.fields["kind"] in LAYERS_OF_TORCH or in_torch(found),
    ),
    Entry(
        "'{kind:" + LAYERS_OF_TORCH + "}' object is not {what:subscriptable|iterable|an iterator}",
        "",
        "A layer has no parts to choose from, or to go through. This is a {kind}.",
        "nn.Sequential and nn.ModuleList have: model[0]. Others are reached by name, model.fc, and "
        "list(model.children()) gives those of any model. For the parameters write "
        "model.parameters().",
        "from torch import nn\nnn.Linear(2, 2)[0]",
        when=lambda found: "param_groups = list(params)" not in found.code,
    ),
    Entry(
        "'{kind:" + LAYERS_OF_TORCH + "|Sequential}' object does not support item {:assignment|"
        "deletion}",
        "",
        "The layers of a model are reached by name. This is a {kind}.",
        "Write model.fc = nn.Linear(512, 10) for a new last layer, with the name that print(model) "
        "shows.",
        "from torch import nn\nnn.Linear(2, 2)[0] = 1",
    ),
    Entry(
        "object of type '{kind:" + LAYERS_OF_TORCH + "}' has no len()",
        "",
        "A layer has no length. This is a {kind}: where data were expected, as a rule.",
        "Look at the order of the arguments. sum(p.numel() for p in model.parameters()) counts a "
        "model's numbers.",
        "from torch import nn\nlen(nn.Linear(2, 2))",
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
        when=lambda found: found["name"] != "next",
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
        "'torch.return_types.{kind:name}' object has no attribute '{name:name}'",
        "linalg reduce",
        "{kind} along an axis gives two tensors at once, the values and their indices, and {name} "
        "belongs to one.",
        "Write x.{kind}(…).values or .indices, or values, indices = x.{kind}(…). The largest "
        "alone is x.amax(0).",
        "torch.ones(2, 3).max(0).shape",
    ),
    Entry(
        "unsupported operand type(s) for {operator:path}: 'torch.return_types.{kind:name}' and "
        "'{other:name}'",
        "linalg reduce",
        "{kind} along an axis gives two tensors at once, the values and their indices, and cannot "
        "be computed with as it is.",
        "Write x.{kind}(…).values, or values, indices = x.{kind}(…).",
        "torch.ones(2, 3).max(0) / 2",
    ),
    Entry(
        "'{kind:torch.FloatTensor|torch.LongTensor|torch.DoubleTensor|torch.ByteTensor|"
        "torch.cuda.FloatTensor|torch.cuda.LongTensor|torch.IntTensor|torch.HalfTensor}' object "
        "has no attribute '{name:name}'",
        "env",
        "This PyTorch is older than the program: before 0.4 tensors had no {name}.",
        "Install a newer PyTorch. In the old one x.item() was x[0], and gradients belonged to "
        "Variable(x).",
        None,
        recorded=("AttributeError: 'torch.FloatTensor' object has no attribute 'item'",),
        command="env",
    ),
    Entry(
        "'Variable' object has no attribute '{name:item|detach_|requires_grad_|backward_|cuda_}'",
        "env",
        "This PyTorch is older than the program: a Variable of 0.3 has no {name}.",
        "Install a newer PyTorch. In the old one loss.item() was loss.data[0].",
        None,
        recorded=("AttributeError: 'Variable' object has no attribute 'item'",),
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
        "GoogLeNetOutputs|numpy.ndarray|str|NoneType}' object has no attribute "
        "'{name:log_softmax|softmax|relu}'",
        "tensor create",
        "A loss or an activation takes a tensor, and this is of type {kind}: a model that gives "
        "several results, as a rule.",
        'Take the one you mean: out[0], out.logits, or out["out"] of a model for segmentation. '
        "Inception gives a pair while it trains: out, aux = model(x).",
        "import torch.nn.functional as F\nF.softmax((torch.ones(2),), 0)",
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
            "named_parameters|load_state_dict}'",
        ),
        "",
        "torch.load gave a dictionary, not a model: the numbers were saved, model.state_dict(), "
        "and {name} belongs to a model.",
        "Make the model first, then write model.load_state_dict(torch.load(path)), and "
        "model.{name} after that. Where the file holds more, take the part, such as "
        'checkpoint["state_dict"].',
        None,
        recorded=(
            "AttributeError: 'collections.OrderedDict' object has no attribute 'eval'",
            'File "a.py", line 3, in <module>\n    model = torch.load("a.pt").eval()\n'
            "AttributeError: 'dict' object has no attribute 'eval'",
        ),
        when=lambda found: (
            "OrderedDict" in found["kind"] or found["name"] in ("eval", "parameters", "cuda")
        ),
    ),
    Entry(
        "'{kind:collections.OrderedDict|OrderedDict}' object is not callable",
        "",
        "torch.load gave a dictionary, not a model: the numbers were saved, model.state_dict().",
        "Make the model first, then write model.load_state_dict(torch.load(path)), and model(x).",
        "from torch import nn\nnn.Linear(2, 2).state_dict()(1)",
    ),
    Entry(
        "'generator' object has no attribute '{name:data|grad|requires_grad|shape|to|cuda|numpy|"
        "size|detach|numel}'",
        "autograd leaves",
        "model.parameters() gives one parameter after another, and has no {name} itself.",
        "Go through them: for p in model.parameters(): p.{name}, or take list(model.parameters()).",
        "from torch import nn\nnn.Linear(2, 2).parameters().grad",
        when=lambda found: "parameters()" in found.line,
    ),
    Entry(
        (
            "'generator' object is not subscriptable",
            "object of type 'generator' has no len()",
        ),
        "autograd leaves",
        "model.parameters() gives one parameter after another, and is no list.",
        "Write list(model.parameters())[0], or len(list(model.parameters())).",
        "from torch import nn\nnn.Linear(2, 2).parameters()[0]",
        when=lambda found: (
            "parameters()" in found.line or "children()" in found.line or "modules()" in found.line
        ),
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
        "'torch.Size' object has no attribute '{name:name}'",
        "tensor shape",
        "x.shape and x.size() give the sizes alone, and {name} belongs to the tensor.",
        "Write x.{name}, without .shape or .size().",
        "torch.ones(2).shape.numpy()",
    ),
    Entry(
        (
            "unsupported operand type(s) for {operator:path}: 'torch.Size' and '{other:name}'",
            "unsupported operand type(s) for {operator:path}: '{other:name}' and 'torch.Size'",
            "can only concatenate tuple (not {other:name}) to torch.Size",
        ),
        "tensor shape",
        "x.shape is a tuple of sizes, and no number.",
        "Take one size: x.shape[0] / 2, or x.numel() for how many numbers there are.",
        "torch.ones(2).shape / 2",
    ),
    Entry(
        "'torch.Size' object does not support item assignment",
        "tensor reshape",
        "The sizes of a tensor are read, not written.",
        "Write x.reshape(…) for a tensor of another shape, and list(x.shape) for sizes that you "
        "can change.",
        "torch.ones(2).shape[0] = 3",
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
        "x.data takes a tensor, and this is of type {kind}.",
        "Write x.data = torch.tensor(…), or x.data.fill_(0) for one number everywhere.",
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
        "'{operator:<|>|<=|>=}' not supported between instances of "
        "'{:builtin_function_or_method|method}' and '{other:int|float}'",
        "tensor shape",
        "size, dim and numel are functions, and were taken without brackets.",
        "Write x.size(0), x.dim() or x.numel().",
        "torch.ones(2).dim > 1",
        when=lambda found: re.search(r"\.(?:size|dim|numel)\b(?!\()", found.line) is not None,
    ),
    Entry(
        "unsupported operand type(s) for {operator:path}: '{:builtin_function_or_method|method}' "
        "and '{other:int|float}'",
        "tensor shape",
        "size, dim, numel and item are functions, and were taken without brackets.",
        "Write x.size(0), x.dim(), x.numel() or x.item().",
        "torch.ones(2).size / 2",
        when=lambda found: re.search(r"\.(?:size|dim|numel|item)\b(?!\()", found.line) is not None,
    ),
    Entry(
        ("Object of type {kind:Tensor|Parameter} is not JSON serializable",),
        "tensor numpy",
        "JSON knows numbers, text and lists, and no tensors.",
        "Write x.item() for one number and x.tolist() for several; torch.save keeps tensors.",
        "import json\njson.dumps({'loss': torch.tensor(1.0)})",
    ),
    Entry(
        "unsupported format string passed to Tensor.__format__",
        "tensor numpy",
        "A format such as .2f is for one number, and this tensor has axes.",
        "Write x.item() there for a tensor with one number, or print the tensor as it is; "
        "torch.set_printoptions(precision=2) sets its digits.",
        "f'{torch.ones(2):.2f}'",
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
            "ints, not {kind:name}",
            "{name:name}(): argument '{argument:name}' must be tuple of ints, not {kind:name}",
            "{name:name}(): argument '{argument:name}' must be tuple of ints, but found element of "
            "type {kind:name} at pos {number:int}",
            "{name:name}(): argument '{argument:name}' (position {place:int}) must be tuple of "
            "ints, but found element of type {kind:name} at pos {number:int}",
        ),
        "tensor create",
        "Sizes and axes are whole numbers. The argument {argument} of {name} has a {kind}.",
        "Write whole numbers, (2, 2): n // 2 in place of n / 2, int(n) for a float, n.item() for a "
        "tensor.",
        "import torch.nn.functional as F\nF.layer_norm(torch.ones(2, 3), 3)",
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
        (
            '{name:name}() missing {count:int} required positional {:arguments|argument}: "'
            '{argument:quoted}"',
        ),
        "tensor parameters",
        "{name} was called with too few arguments. {argument} is missing.",
        "Write it, x.transpose(0, 1) for instance. help(torch.{name}) lists the arguments.",
        "torch.ones(2, 3).transpose(0)",
        since=(2, 13),
        when=lambda found: "." not in found["name"],
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
            "batch_first=True)\nTypeError: __init__() got an unexpected keyword argument "
            "'batch_first'",
        ),
        when=lambda found: re.search(r"\b(?:nn|optim|transforms)\.\w+\(", found.line) is not None,
    ),
    Entry(
        (
            "forward() got an unexpected keyword argument '{argument:quoted}'",
            "forward() got multiple values for argument '{argument:quoted}'",
        ),
        "",
        "The model was called with an argument that its forward does not have, or has twice. It is "
        "{argument}.",
        "Call it with what def forward(self, …) names. A model of another library takes what its "
        "release knows: compare the releases.",
        "from torch import nn\nnn.Linear(2, 2)(x=torch.ones(2))",
    ),
    Entry(
        "{name:zero_grad|state_dict|parameters|forward|load_state_dict|eval|train}() missing 1 "
        "required positional argument: '{:self|state_dict}'",
        "",
        "{name} was called of a class, and not of an object: the brackets that make one are "
        "missing.",
        "Make it first: model = Net(), optimizer = torch.optim.Adam(model.parameters()), and then "
        "call {name} of it.",
        "from torch import optim\noptim.Adam.zero_grad()",
        when=lambda found: (
            found["name"] in ("zero_grad", "state_dict", "load_state_dict") or in_torch(found)
        ),
    ),
    Entry(
        "{name:name}() got an unexpected keyword argument '{argument:weights|pretrained|"
        "num_classes}'",
        "env",
        "This torchvision has no argument {argument} for {name}: weights came with 0.13, in place "
        "of pretrained.",
        "Write pretrained=True in older releases, weights=…Weights.DEFAULT in newer ones; d2l env "
        "shows what is installed.",
        None,
        recorded=(
            'File "/site-packages/torchvision/models/resnet.py", line 9, in resnet18\n    return '
            "_resnet(weights)\nTypeError: _resnet() got an unexpected keyword argument 'weights'",
            "TypeError: resnet18() got an unexpected keyword argument 'weights'",
        ),
        when=lambda found: (
            re.match(
                r"_?(?:resnet|vgg|alexnet|densenet|mobilenet|efficientnet|inception|squeezenet|vit)",
                found["name"],
            )
            is not None
        ),
        command="env",
    ),
    Entry(
        (
            "'type' object does not support the context manager protocol",
            "'{:function|type}' object does not support the context manager protocol",
            "__enter__",
        ),
        "autograd detach",
        "no_grad is a class, and with needs an object of it: the brackets are missing.",
        "Write with torch.no_grad():.",
        "with torch.no_grad:\n    pass",
        when=lambda found: re.search(r"no_grad|inference_mode|autocast", found.line) is not None,
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
        "'list' object has no attribute '{name:detach|requires_grad}'",
        "tensor create",
        "nn.Parameter takes a tensor, and this is a list.",
        "Write nn.Parameter(torch.tensor([1., 2.])).",
        "from torch import nn\nnn.Parameter([1.0])",
        when=lambda found: "Parameter" in found.code,
    ),
    Entry(
        "'{kind:list|int|float|str|numpy.ndarray}' object has no attribute "
        "'{name:softmax|norm|layout|detach|unsqueeze|view|cuda|requires_grad|dtype}'",
        "tensor create",
        "{name} belongs to tensors, and this is of type {kind}.",
        "Make a tensor of it first: torch.tensor(…), torch.stack(list) for a list of tensors, "
        "torch.from_numpy(a) for an array.",
        "torch.norm([1.0, 2.0])",
        when=in_torch,
    ),
    Entry(
        "'list' object has no attribute '{name:cuda|unsqueeze|backward|squeeze|to}'",
        "tensor create",
        "{name} belongs to tensors, and this is a list, of tensors as a rule.",
        "Join them, torch.stack(list) or torch.cat(list), or go through them: [x.{name}(…) for x "
        "in list].",
        None,
        recorded=("AttributeError: 'list' object has no attribute 'cuda'",),
        when=lambda found: found["name"] == "cuda",
    ),
    Entry(
        "'{kind:str|int|float|dict|tuple|numpy.ndarray}' object has no attribute '{name:cuda}'",
        "tensor create",
        "cuda belongs to tensors and models, and this is of type {kind}.",
        "Make a tensor of it first: torch.tensor(…), torch.from_numpy(a) for an array. Of a "
        "dictionary or tuple move each part.",
        None,
        recorded=("AttributeError: 'numpy.ndarray' object has no attribute 'cuda'",),
    ),
    Entry(
        "'{kind:numpy.ndarray|list|tuple|str|int|float|numpy.float64|numpy.float32}' object has no "
        "attribute '{name:unsqueeze|permute_|contiguous|detach|requires_grad|numel|backward_}'",
        "tensor create",
        "{name} belongs to tensors, and this is of type {kind}.",
        "Make a tensor of it first: torch.from_numpy(a) for an array, torch.tensor(…) for a number "
        "or a list of numbers, torch.stack(list) for a list of tensors. Or leave .{name} out "
        "where it is none any more.",
        None,
        recorded=(
            "AttributeError: 'numpy.ndarray' object has no attribute 'unsqueeze'",
            "AttributeError: 'list' object has no attribute 'detach'",
        ),
        when=lambda found: "Parameter" not in found.code,
    ),
    Entry(
        "'{kind:list|tuple|dict|str|numpy.ndarray|BatchEncoding}' object has no attribute "
        "'{name:to|cpu|cuda}'",
        "tensor create",
        "{name} belongs to tensors and models, and this is of type {kind}.",
        "Move each part: [x.to(device) for x in batch] for a list, for a dictionary each of its "
        "values. torch.from_numpy(a) makes a tensor of an array; where it is an array already "
        "leave .{name} out.",
        None,
        recorded=(
            "AttributeError: 'list' object has no attribute 'to'",
            "AttributeError: 'numpy.ndarray' object has no attribute 'cpu'",
        ),
        when=lambda found: found["kind"] != "str" or found["name"] != "to" or in_torch(found),
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
    ),
    Entry(
        "{what:list|tuple} indices must be integers or slices, not {kind:Tensor|Parameter}",
        "tensor numpy",
        "A {what} is asked by a whole number, and this is a tensor with several, or with floats.",
        "Write items[int(i)] for one number; for several make a tensor or an array of the {what}.",
        None,
        recorded=(
            'File "/site-packages/torch/utils/data/_utils/fetch.py", line 9, in fetch\n    data = '
            "self.dataset[idx]\nTypeError: list indices must be integers or slices, not Tensor",
        ),
        when=in_torch,
    ),
)
