"""Modules: forward, what they are made of, and TorchScript."""

from __future__ import annotations

import re

from ..entry import Entry, Found
from .calls import last_traceback

# What every nn.Module has: those that lack one are of an old release.
OF_MODULES = (
    "named_parameters|named_buffers|named_modules|named_children|buffers|modules|children|apply|"
    "to|requires_grad_|register_buffer|register_parameter|register_module|add_module|"
    "register_forward_pre_hook|register_forward_hook|register_full_backward_hook|"
    "register_full_backward_pre_hook|register_backward_hook|register_state_dict_pre_hook|"
    "register_load_state_dict_post_hook|get_submodule|set_submodule|get_parameter|get_buffer|"
    "to_empty|half|bfloat16|parameters|state_dict|load_state_dict|zero_grad|train|eval|cuda|cpu"
)

NO_FORWARD = (
    "A module is called by its forward, and this one has none. The name may be misspelt, or "
    "indented into __init__."
)
NO_FORWARD_OUT = "Write def forward(self, x): beside __init__."


def _without_forward(found: Found) -> bool:
    """Whether torch itself says that a module has no forward, and not a function of somebody's."""
    files = re.findall(r"[^\s\"']+\.py\b|<ipython|\bCell In\b", last_traceback(found))
    return (
        bool(files)
        and re.search(r"torch.nn.modules.(?:module|container)\.py$", files[-1]) is not None
    )


def _of_a_module(found: Found) -> bool:
    """Whether an nn.Module was asked for what it does not have."""
    return re.search(
        r"torch.nn.modules.module\.py.*__getattr__", found.before
    ) is not None or found.type.endswith("ModuleAttributeError")


MODULES = (
    Entry(
        "'{kind:DataParallel|DistributedDataParallel}' object has no attribute '{name:name}'",
        "",
        "Below .module there is another {kind}: the model was wrapped twice, or a part of it too. "
        "{name} belongs to the model inside.",
        "Wrap the model once, or write one .module more before .{name}.",
        "from torch import nn\nnn.DataParallel(nn.DataParallel(nn.Linear(1, 1))).module.bias",
        when=lambda found: (
            re.search(rf"\.module\.(?:\w+\.)*{found['name']}\b", last_traceback(found)) is not None
        ),
    ),
    Entry(
        "'{kind:DataParallel|DistributedDataParallel}' object has no attribute '{name:name}'",
        "",
        "DataParallel wraps the model, and passes on its forward only. {name} belongs to the model "
        "inside.",
        "Write model.module.{name}.",
        "from torch import nn\nnn.DataParallel(nn.Linear(1, 1)).bias",
    ),
    Entry(
        "'{kind:name}' object has no attribute 'module'",
        "",
        "The program was written for a model that is wrapped in DataParallel, where .module is the "
        "model inside. This one is not wrapped. It is a {kind}.",
        "Leave .module out, or wrap the model: nn.DataParallel(model).",
        "from torch import nn\nnn.Linear(1, 1).module",
        when=lambda found: (
            found["kind"][:1].isupper()
            and (not found.code or "torch" in found.before or ".module." in found.line)
        ),
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:fill_|uniform_|normal_|zero_|trunc_normal_|"
        "clamp_|mul_|add_|copy_}'",
        "",
        "{name} fills the numbers of a tensor, and got a layer, a {kind}: the weights are in it.",
        "Write nn.init.uniform_(layer.weight), and nn.init.zeros_(layer.bias).",
        "from torch import nn\nnn.init.uniform_(nn.Linear(2, 2))",
        when=_of_a_module,
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:" + OF_MODULES + "}'",
        "env",
        "Every model of a newer PyTorch has {name}, and this one, a {kind}, has not: the PyTorch "
        "that is installed is older than the program, as a rule.",
        "Print torch.__version__, and install the release that the program names, or a newer one: "
        "python -m pip install -U torch.",
        None,
        recorded=(
            '  File "/lib/python2.7/site-packages/torch/nn/modules/module.py", line 235, in '
            "__getattr__\n    return object.__getattribute__(self, name)\nAttributeError: "
            "'resnetv1' object has no attribute 'named_parameters'",
        ),
        when=_of_a_module,
        command="env",
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:weight|bias}'",
        "",
        "The layer has nothing called {name}. It is a {kind}: where its class builds on a layer of "
        "torch_geometric, the weights may lie in a layer inside of that, self.lin in newer "
        "releases.",
        "print(dict(layer.named_parameters()).keys()) lists them: write self.lin.{name}, if it is "
        "there. Or install the torch_geometric that the program was written for. In a class of "
        "your own write self.{name} = nn.Parameter(…) in __init__.",
        None,
        recorded=(
            '  File "/a/gcn_conv.py", line 22, in forward\n    out = torch.matmul(out, self.weight)'
            '\n  File "/lib/python3.8/site-packages/torch/nn/modules/module.py", line 1130, in '
            "__getattr__\n    raise AttributeError(\"'{}' object has no attribute '{}'\".format("
            "\nAttributeError: 'GCNConvBatch' object has no attribute 'weight'",
        ),
        when=lambda found: (
            _of_a_module(found)
            and f"self.{found['name']}" in found.code
            and re.search(
                r"torch_geometric|edge_index|\b(?:GCN|GAT|SAGE|GIN|Cheb)",
                f"{found.before[-3000:]} {found['kind']}",
            )
            is not None
        ),
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:name}'",
        "",
        "The model has nothing called {name}: it was not made in __init__, is misspelt, or has "
        "another name in this release of the library that the class comes from or builds on. An "
        "error inside a property hides behind this message too. The model is a {kind}.",
        "Write self.{name} = … in __init__, and super().__init__() before it. print(model) lists "
        "what it has. For a class of a library, or one made from it, install the release that the "
        "program was written for. A model that was loaded whole from a file lacks what its class "
        "got later.",
        "from torch import nn\nnn.Linear(1, 1).foo",
        when=_of_a_module,
    ),
    Entry(
        "forward() takes {wanted:1} positional argument but {got:int} were given",
        "",
        "forward takes one argument only, and the model itself is the first: self or the input is "
        "missing in its def. It got {got}, the model counted in.",
        "Write def forward(self, x):, with self first.",
        "from torch import nn\nclass Net(nn.Module):\n    def forward(x):\n        return x\n"
        "Net()(torch.ones(2))",
    ),
    Entry(
        (
            "forward() takes {wanted:int} positional {:arguments|argument} but {got:int} "
            "{:were|was} given",
            "forward() takes from {least:int} to {wanted:int} positional arguments but "
            "{got:int} were given",
        ),
        "",
        "The model was called with another number of inputs than its forward has arguments. It "
        "takes {wanted} and got {got}, self counted in both.",
        "Call it with what def forward(self, …) names. nn.Sequential takes one input, and hands "
        "one on to each layer. A tuple is one input: model(*inputs) hands over its parts.",
        "from torch import nn\nnn.Sequential(nn.Linear(2, 2))(torch.ones(2), torch.ones(2))",
    ),
    Entry(
        "_conv_forward() missing 1 required positional argument: 'bias'",
        "env",
        "A layer of another library, made from nn.Conv2d, was written for a PyTorch before 1.8: "
        "since then _conv_forward takes the bias too.",
        "Write self._conv_forward(x, weight, self.bias) there, or take a newer release of the "
        "library.",
        "from torch import nn\nc = nn.Conv2d(1, 1, 1)\nc._conv_forward(torch.ones(1, 1, 2, 2), "
        "c.weight)",
        command="env",
    ),
    Entry(
        (
            "forward() missing {count:int} required positional {:arguments|argument}: "
            "'{name:quoted}'",
            "{kind:name}.forward() missing {count:int} required positional "
            "{:arguments|argument}: '{name:quoted}'",
        ),
        "",
        "nn.DataParallel splits the inputs along their first axis, and one GPU got none: the batch "
        "has too few rows, or {name} was not given at all.",
        "Print the inputs' shapes before the call. Take drop_last=True in the DataLoader, or "
        "batches of at least as many examples as GPUs. Only tensors are split, also in tuples, "
        "lists and dicts.",
        None,
        recorded=(
            '  File "/x/torch/nn/parallel/parallel_apply.py", line 61, in _worker\n    output = '
            "module(*input, **kwargs)\nTypeError: forward() missing 1 required positional "
            "argument: 'x'",
        ),
        when=lambda found: (
            "parallel_apply" in last_traceback(found)
            and " in forward\n" not in last_traceback(found).rpartition("parallel_apply")[2]
            and re.search(r"module\(\*|forward\(\*|_call\(\*|_call_impl\(", found.line) is not None
        ),
    ),
    Entry(
        "forward() missing {count:int} required positional {:arguments|argument}: '{name:quoted}'",
        "",
        "The model was called with too few inputs for its forward. {name} is missing.",
        "Call it with all that def forward(self, …) names, or give it a default there. A loss "
        "takes two: loss_fn(out, y). A class in place of an object, Net(x), needs Net()(x).",
        "from torch import nn\nnn.MSELoss()(torch.ones(2))",
    ),
    Entry(
        (
            "Compiled functions can't take variable number of arguments",
            "Method 'forward' is not defined",
            "'Tensor (inferred)' object has no attribute or method '{name:quoted}'",
            "'{kind:quoted}' object has no attribute or method '{name:quoted}'",
            "Unknown type name '{name:quoted}'",
        ),
        "",
        "TorchScript reads a part of Python only: fixed arguments with their types, forward as the "
        "entry, and nothing that is known only when it runs. It stumbled over {name}.",
        "The lines below the message show the place. Write types there, take *args and **kwargs "
        "out, script the whole module and not one method; or take torch.compile, which reads more "
        "of Python, or torch.jit.trace.",
        "def f(*xs):\n    return xs[0]\ntorch.jit.script(f)",
        recorded=(
            "RuntimeError:\n'Tensor (inferred)' object has no attribute or method 'fc1'.:\n  File "
            '"test.py", line 11',
        ),
    ),
    Entry(
        (
            "{name:name}() called on undefined Tensor",
            "{name:name}() called on an undefined Tensor",
            "Cannot call {name:name}() on an undefined Tensor",
            "Cannot call {name:name}() on undefined Tensor",
        ),
        "",
        "A part of PyTorch that is written in C++ got no tensor where it needs one: None from "
        "Python, a gradient that does not exist, or in C++ a torch::Tensor that nothing was "
        "assigned to.",
        "Look at the line in the traceback, and print what goes in: one is None. In C++ test "
        "x.defined() first.",
        None,
        recorded=("RuntimeError: tensor.item() called on undefined Tensor",),
    ),
    Entry(
        (
            "Expected a value of type '{wanted:quoted}' for argument '{name:quoted}' but "
            "instead found type '{kind:quoted}'",
            "expected value of type {wanted:name} for argument '{name:quoted}' in position "
            "{place:int}, but instead got value of type {kind:name}",
        ),
        "",
        "A scripted function, or one that a library adds to PyTorch, such as nms of torchvision, "
        "keeps to its types: a Tensor, where none is named. {name} is to be a {wanted}, and is a "
        "{kind}.",
        "Hand over a {wanted}. In a scripted function of your own name the type: def f(n: int):.",
        "m = torch.jit.trace(lambda x: x * 2, torch.ones(2))\nm(3)",
    ),
    Entry(
        ("{kind:name} is not a Module subclass",),
        "",
        "Layers stand in nn.Sequential one after another, not in a list. This is a {kind}.",
        "Write nn.Sequential(*layers), with a star, or nn.Sequential(OrderedDict(layers)) for "
        "layers with names.",
        "from torch import nn\nnn.Sequential([nn.Linear(1, 1)])",
        when=lambda found: found["kind"] in ("list", "tuple", "generator", "dict"),
    ),
    Entry(
        "{kind:name} is not a Module subclass",
        "",
        "nn.Sequential and nn.ModuleList hold layers, which are objects of nn.Module. This is "
        "{kind}.",
        "Take the layer, with brackets: nn.ReLU() for F.relu and for nn.ReLU, nn.Flatten() for "
        "torch.flatten. Leave None out of the list, or write nn.Identity().",
        "from torch import nn\nnn.Sequential(nn.Linear(1, 1), torch.relu)",
    ),
    Entry(
        ('Module [{name:name}] is missing the required "forward" function',),
        "",
        "A module is called by its forward, and {name} has none. The name may be misspelt, or "
        "indented into __init__. nn.ModuleList and nn.ModuleDict have none either.",
        "Write def forward(self, x): beside __init__. Go through a ModuleList with for layer in "
        "self.layers: x = layer(x), or take nn.Sequential.",
        "from torch import nn\nnn.ModuleList([nn.Linear(1, 1)])(torch.ones(1))",
    ),
    Entry(
        "",
        "",
        NO_FORWARD,
        NO_FORWARD_OUT,
        None,
        recorded=(
            '  File "net.py", line 9, in <module>\n    y = net(x)\n  File "/usr/lib/python3.8/'
            'site-packages/torch/nn/modules/module.py", line 201, in _forward_unimplemented\n'
            "    raise NotImplementedError\nNotImplementedError\n",
        ),
        when=lambda found: (
            found.type == "NotImplementedError"
            and "raise NotImplementedError" in found.code
            and _without_forward(found)
        ),
    ),
    Entry(
        "cannot assign {what:module|parameters|buffers} before Module.__init__() call",
        "",
        "A module keeps lists of its layers and parameters, and they are made by "
        "super().__init__(), which was not called yet.",
        "Write super().__init__() as the first line of __init__. Mind the two underscores on each "
        "side.",
        "from torch import nn\n"
        "class Net(nn.Module):\n    def __init__(self):\n        self.fc = nn.Linear(1, 1)\nNet()",
    ),
    Entry(
        "cannot assign '{kind:quoted}' as child module '{name:quoted}'",
        "",
        "{name} is a layer of the model, and only a layer can take its place. This is {kind}: a "
        "result that forward stores under the name of the layer, as a rule.",
        "Write x = self.{name}(x) in forward, and give what is to be kept another name: "
        "self.out = x.",
        "from torch import nn\nnet = nn.Module()\nnet.fc = nn.Linear(2, 2)\n"
        "net.fc = net.fc(torch.ones(2))",
    ),
    Entry(
        "cannot assign '{kind:quoted}' as buffer '{name:quoted}'",
        "",
        "{name} is a buffer of the model, a tensor that is saved with it, and takes a tensor only. "
        "This is {kind}.",
        "Write layer.{name} = torch.tensor(…), or change the numbers: layer.{name}.fill_(3).",
        "from torch import nn\nnn.BatchNorm1d(2).running_mean = 3",
    ),
    Entry(
        "cannot assign '{kind:quoted}' as {what:parameter} '{name:quoted}'",
        "autograd leaves",
        "A layer's {name} is kept as a {what}, and takes nothing else. This is {kind}.",
        "Write layer.{name} = nn.Parameter(tensor), or change the numbers: with torch.no_grad(): "
        "layer.{name}.copy_(tensor).",
        "from torch import nn\nnn.Linear(2, 2).weight = torch.ones(2, 2)",
    ),
    Entry(
        "dropout probability has to be between 0 and 1, but got {p:text}",
        "dice sample",
        "The share that dropout sets to 0 lies between 0 and 1. It is {p}.",
        "Write nn.Dropout(0.5).",
        "from torch import nn\nnn.Dropout(2)",
    ),
    Entry(
        "{kind:ModuleList|ParameterList|ModuleDict}.{name:extend|update} should be called with an "
        "iterable, but got {got:name}",
        "",
        "{kind} takes a list of layers, and got one. It is a {got}.",
        "Write nn.{kind}([layer]), with brackets.",
        "from torch import nn\nnn.ModuleList(nn.Linear(2, 2))",
    ),
    Entry(
        (
            '{what:module|parameter|buffer|tensor} name can\'t contain "."',
            '{what:module|parameter|buffer|tensor} name can\\\'t contain "."',
        ),
        "",
        "A point in a name says that one layer is inside another, as in encoder.weight, so no "
        "{what} may have one in its own name.",
        'Write another sign: name.replace(".", "_").',
        "from torch import nn\nnn.Linear(2, 2).register_buffer('a.b', torch.ones(2))",
    ),
    Entry(
        (
            '{what:module|parameter|buffer|tensor} name can\'t be empty string ""',
            '{what:module|parameter|buffer|tensor} name can\\\'t be empty string ""',
        ),
        "",
        "Each {what} of a model has a name, and this one is an empty text.",
        "Give it a name: a part of a text that was split may be empty.",
        "from torch import nn\nnn.Linear(2, 2).register_parameter('', None)",
    ),
    Entry(
        (
            "ModuleDict update sequence element #{number:int} should be Iterable; is {kind:name}",
            "ModuleDict update sequence element #{number:int} should be Iterable; is{kind:name}",
            "ModuleDict update sequence element #{number:int} has length {length:int}; 2 is "
            "required",
        ),
        "",
        "nn.ModuleDict holds layers with names, and got layers without, or something else.",
        "Write nn.ModuleDict(dict(fc=nn.Linear(2, 2))), or nn.ModuleList for layers without names.",
        "from torch import nn\nnn.ModuleDict([nn.ReLU()])",
    ),
    Entry(
        "{what:module|parameter|buffer} name should be a string. Got {kind:name}",
        "",
        "Layers, parameters and buffers are named by text. This name is of type {kind}.",
        "Write str(n), or take nn.ModuleList, which counts.",
        "from torch import nn\nnn.ModuleDict({1: nn.Linear(2, 2)})",
    ),
    Entry(
        "attribute '{name:quoted}' already exists",
        "",
        "The module has something called {name} already, as a parameter, a layer, or an "
        "attribute that was set before.",
        "Take another name, or remove the line that sets self.{name} before register_buffer or "
        "register_parameter.",
        "from torch import nn\nnn.Linear(2, 2).register_buffer('weight', torch.ones(2))",
        recorded=("KeyError: \"attribute 'weight' already exists\"",),
        when=lambda found: (
            "register_" in found.code or "add_module" in found.code or found.type == "KeyError"
        ),
    ),
    Entry(
        "cannot assign '{kind:quoted}' object to {what:parameter|buffer} '{name:quoted}'",
        "autograd leaves",
        "What is registered as a {what} has to be one. This is {kind}.",
        "Write nn.Parameter(tensor) for a parameter, torch.tensor(…) for a buffer.",
        "from torch import nn\nnn.Linear(2, 2).register_parameter('w', torch.ones(2))",
    ),
    Entry(
        "Cannot assign non-leaf Tensor to parameter '{name:quoted}'",
        "autograd leaves",
        "A parameter is what you made, and this tensor was computed from others. It is to be "
        "{name}.",
        "Compute it in forward, from the parameter that it depends on, or write "
        "nn.Parameter(x.detach()).",
        None,
        recorded=(
            "ValueError: Cannot assign non-leaf Tensor to parameter 'w'. Model parameters must be "
            "created explicitly.",
        ),
    ),
    Entry(
        "nn.Module.to only accepts floating point or complex dtypes, but got desired "
        "dtype={kind:text}",
        "tensor dtypes",
        "The weights of a model are floats, since gradients need them. Wanted is {kind}.",
        "Write model.float() or model.half(); whole numbers in a model come by quantisation, "
        "torch.ao.quantization.",
        "from torch import nn\nnn.Linear(2, 2).to(torch.int64)",
    ),
    Entry(
        "'{kind:bool|int|str|NoneType}' object is not callable",
        "",
        "train is a function of the model, and something else was put in its place: a line like "
        "model.train = True. It is of type {kind}.",
        "Write model.train() and model.eval(), with brackets, and call an attribute of your own "
        "otherwise.",
        "from torch import nn\nnet = nn.Linear(2, 2)\nnet.train = True\nnet.eval()",
        when=lambda found: (
            re.search(r"\.train\((?:False|True|mode)?\)$", found.code.rpartition("\n")[2])
            is not None
        ),
    ),
    Entry(
        "training mode is expected to be boolean",
        "",
        "train takes True or False. Training itself is a loop of your own.",
        "Write model.train() before it, and for x, y in loader: after that. A method train of your "
        "own takes the place of PyTorch's: give it another name.",
        "from torch import nn\nnn.Linear(2, 2).train('data')",
    ),
    Entry(
        (
            "{kind:name} has no attribute `{name:name}`",
            "`{name:name}` is not an nn.Module",
            "`{name:name}` is not an nn.Parameter",
        ),
        "",
        "The model has no layer or parameter of that name. It is {name}.",
        "print(model) lists the layers, [n for n, _ in model.named_parameters()] the parameters; a "
        "path has points: layer4.0.conv1.",
        "from torch import nn\nnn.Linear(2, 2).get_submodule('fc')",
        when=lambda found: found.fields.get("kind", "A")[:1].isupper(),
    ),
    Entry(
        (
            "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions",
            "Only tensors with 2 or more dimensions are supported",
            "Only tensors with 3, 4, or 5 dimensions are supported",
            "Only tensors with 2 dimensions are supported",
        ),
        "tensor shape",
        "The way to fill weights asks how many inputs and outputs there are, and a bias, or the "
        "weight of a norm layer, has one axis only.",
        "Fill weights with it, if p.dim() > 1:, and set a bias to 0: nn.init.zeros_(layer.bias).",
        "from torch import nn\nnn.init.xavier_uniform_(torch.ones(2))",
        when=lambda found: (
            "init" in found.before + found.code or "Fan in" in str(found.type) or not found.before
        ),
    ),
    Entry(
        (
            "Unknown nonlinearity '{name:quoted}'",
            "Unknown nonlinearity: {name:name}",
        ),
        "",
        "A plain recurrent layer, nn.RNN, knows two ways to bend its sums, and {name} is none of "
        "them.",
        'Write nonlinearity="tanh", which is what it takes by itself, or "relu". nn.LSTM and '
        "nn.GRU have no such choice.",
        "from torch import nn\nnn.RNN(3, 4, nonlinearity='sigmoid')",
        recorded=("RuntimeError: Unknown nonlinearity: sigmoid",),
    ),
    Entry(
        (
            "Unsupported nonlinearity {name:text}",
            "Mode {name:name} not supported, please use one of ['fan_in', 'fan_out']",
        ),
        "",
        "nn.init knows no {name}.",
        'Write nonlinearity="relu", "leaky_relu", "tanh", "sigmoid" or "linear", and '
        'mode="fan_in" or "fan_out".',
        "from torch import nn\nnn.init.kaiming_normal_(torch.ones(2, 2), nonlinearity='gelu')",
    ),
    Entry(
        (
            "`torch.nn.utils.stateless.functional_call` is deprecated as of PyTorch 2.0",
            "This API is deprecated as of PyTorch 2.0 and will be removed in a future version of "
            "PyTorch. Please use torch.func.functional_call instead",
        ),
        "",
        "The function has another place now, torch.func. It is a warning, and the result is as "
        "before.",
        "Write torch.func.functional_call(model, parameters, inputs).",
        "from torch import nn\nfrom torch.nn.utils import stateless\n"
        "stateless.functional_call(nn.Linear(1, 1), {}, (torch.ones(1, 1),))",
    ),
    Entry(
        (
            "torch.nn.utils.{old:name} is {:now |}deprecated in favor of "
            "torch.nn.utils.parametrizations.{new:name}",
            "`torch.nn.utils.{old:name}` is {:now |}deprecated in favor of "
            "`torch.nn.utils.parametrizations.{new:name}`",
        ),
        "",
        "There is a newer {new} in torch.nn.utils.parametrizations. It is a warning, and the old "
        "one works as before.",
        "Write from torch.nn.utils.parametrizations import {new}. Its names in a state_dict are "
        "others, so old files may not fit; and parametrize.remove_parametrizations takes it off.",
        "from torch import nn\nnn.utils.weight_norm(nn.Linear(2, 2))",
        since=(2, 1),
    ),
    Entry(
        (
            "nn.init.{old:name} is now deprecated in favor of nn.init.{new:name}",
            "`nn.init.{old:name}` is now deprecated in favor of `nn.init.{new:name}`",
            "torch.nn.utils.{old:name} is now deprecated in favor of torch.nn.utils.{new:name}",
            "`torch.nn.utils.{old:name}` is now deprecated in favor of `torch.nn.utils.{new:name}`",
            "`torch.{old:name}` is now deprecated in favor of `torch.{new:name}`",
        ),
        "",
        "The function has another name now, with _ at its end where it works in place. The result "
        "is as before.",
        "Write {new} in place of {old}.",
        "from torch import nn\nnn.init.xavier_normal(torch.ones(2, 2))",
        recorded=(
            "FutureWarning: `torch.nn.utils.clip_grad_norm` is now deprecated in favor of "
            "`torch.nn.utils.clip_grad_norm_`.",
            "UserWarning: torch.nn.utils.clip_grad_norm is now deprecated in favor of "
            "torch.nn.utils.clip_grad_norm_.",
        ),
    ),
    Entry(
        (
            "Padding_idx must be within num_embeddings",
            "padding_idx must be within num_embeddings",
        ),
        "tensor index",
        "The word that stands for filling has a number outside the embedding.",
        "Give a number from 0 up to num_embeddings - 1, or make the embedding one larger.",
        "from torch import nn\nnn.Embedding(3, 4, padding_idx=5)",
    ),
    Entry(
        (
            "Modules with uninitialized parameters can't be used with "
            "`{:|Distributed}DataParallel`",
            "Attempted to use an uninitialized parameter in {where:text}",
            "Can't access the shape of an uninitialized parameter or buffer",
        ),
        "tensor shape",
        "A lazy layer, such as nn.LazyLinear, learns its sizes from the first input, and has seen "
        "none.",
        "Run the model once on a batch, with torch.no_grad(): model(x), before the optimizer, "
        "DataParallel, or an init of your own.",
        "from torch import nn\nnn.LazyLinear(2).weight.shape",
    ),
    Entry(
        (
            "_forward_unimplemented() takes {:few} positional {:arguments|argument} but {:few} "
            "given",
            "_forward_unimplemented() got an unexpected keyword argument '{name:quoted}'",
        ),
        "",
        NO_FORWARD,
        NO_FORWARD_OUT,
        "from torch import nn\nnn.Module()(x=3)",
        since=(2, 13),
        recorded=(
            "TypeError: _forward_unimplemented() takes 2 positional arguments but 3 were given",
        ),
    ),
    Entry(
        "'{kind:function|method|type|list|tuple|NoneType|str|generator|int|numpy.ndarray}' object "
        "has no attribute '{name:parameters|named_parameters|state_dict|load_state_dict|"
        "zero_grad|param_groups}'",
        "",
        "{name} belongs to a model or an optimizer, and this is of type {kind}: a function that "
        "makes one and was not called, a path in place of what is in the file, or what a function "
        "without return gives.",
        "Write model = Net(), with brackets, and return at the end of a function that makes it. A "
        "list of models becomes one by nn.ModuleList.",
        'import torch\ntorch.optim.Adam("model.pt".parameters())',
    ),
    Entry(
        "'{kind:Linear|Conv1d|Conv2d|Conv3d|ConvTranspose2d|BatchNorm1d|BatchNorm2d|LayerNorm|"
        "ModuleList|ModuleDict|AdaptiveAvgPool2d|MaxPool2d|TransformerEncoderLayer|"
        "TransformerDecoderLayer|TransformerEncoder|ResNet|VGG|DenseNet|EfficientNet|"
        "VisionTransformer|OptimizedModule|CrossEntropyLoss|MSELoss|BCELoss|BCEWithLogitsLoss}' "
        "object has no attribute '{name:name}'",
        "",
        "{kind} of this release has nothing called {name}: it is misspelt, belongs to another "
        "layer, or the model was saved whole by another release.",
        "print(model) lists the layers with their names, and dir(layer) what one layer has.",
        None,
        recorded=("AttributeError: 'Linear' object has no attribute 'in_feature'",),
    ),
    Entry(
        "for {name:name}: copying from a non-meta parameter in the checkpoint to a meta parameter "
        "in the current model, which is a no-op",
        "",
        "The model was made without memory for its weights, on the device meta, so the numbers of "
        "the file had no place. They were not taken over for {name}.",
        "Write model.load_state_dict(state, assign=True), or make the model on the CPU first.",
        "from torch import nn\nm = nn.Linear(1, 1)\n"
        "nn.Linear(1, 1, device='meta').load_state_dict(m.state_dict())",
        since=(2, 13),
    ),
)
