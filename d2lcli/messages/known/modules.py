"""Modules: forward, what they are made of, and TorchScript."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..entry import Entry, Found, Way
from .calls import about_torch, frames, last_traceback, of_a_model
from .ways import ways

# What every nn.Module has: those that lack one are of an old release.
OF_MODULES = (
    "named_parameters|named_buffers|named_modules|named_children|buffers|modules|children|apply|"
    "to|requires_grad_|register_buffer|register_parameter|register_module|add_module|"
    "register_forward_pre_hook|register_forward_hook|register_full_backward_hook|"
    "register_full_backward_pre_hook|register_backward_hook|register_state_dict_pre_hook|"
    "register_load_state_dict_post_hook|get_submodule|set_submodule|get_parameter|get_buffer|"
    "to_empty|half|bfloat16|parameters|state_dict|load_state_dict|zero_grad|train|eval|cuda|cpu"
)

# Layers and losses whose names nobody gives to classes of their own.
CLASSES = re.compile(
    r"Linear|Conv[123]d|ConvTranspose2d|BatchNorm[12]d|LayerNorm|Module(?:List|Dict)|MaxPool2d|"
    r"AdaptiveAvgPool2d|Transformer(?:En|De)coder(?:Layer)?|OptimizedModule|CrossEntropyLoss|"
    r"MSELoss|BCE(?:WithLogits)?Loss|ResNet|VGG|DenseNet|EfficientNet|VisionTransformer"
)

# Layers of torch_geometric.
OF_GRAPHS = re.compile(r"(?:GCN|GCN2|GAT|GATv2|SAGE|GIN|GINE|Cheb|SG|TAG|ARMA|RGCN)Conv")
# How people name their models.
MODELS = re.compile(r"(?:Net|Model|coder|Generator|iminator|NN|Module)$")
# What runs a model on an example.
EXAMPLES = re.compile(
    r"(?i)tensor ?board|add_graph|jit\.trace|onnx\.export|\bto onnx\b|onnx export|torchsummary"
    r"|torchinfo"
)

NO_FORWARD = (
    "A module is called by its forward, and this one has none. The name may be misspelt, or "
    "indented into __init__. nn.ModuleList and nn.ModuleDict have none either."
)
NO_FORWARD_OUT = (
    "Write def forward(self, x): beside __init__. Go through a ModuleList with for layer in "
    "self.layers: x = layer(x), or take nn.Sequential."
)


def is_a(*kinds: str) -> Callable[[Found], bool]:
    """Whether what was found is of one of these types."""
    return lambda found: found["kind"] in kinds


def _without_forward(found: Found) -> bool:
    """Whether torch itself says that a module has no forward, and not a function of somebody's."""
    files = frames(last_traceback(found))
    return (
        bool(files)
        and re.search(r"torch.nn.modules.(?:module|container)\.py$", files[-1]) is not None
    )


def _in_sequential(found: Found) -> bool:
    """Whether nn.Sequential called what failed."""
    files = frames(last_traceback(found))
    while files and re.search(r"torch.nn.modules.module\.py$", files[-1]):
        files.pop()
    return bool(files) and re.search(r"torch.nn.modules.container\.py$", files[-1]) is not None


def _of_a_loss(found: Found) -> bool:
    """Whether what is missing has a name that losses have, and models now and then."""
    return found["name"] in ("target", "negative", "input2")


def _about_torch(found: Found) -> bool:
    """Whether something of torch stands in the traceback, or in the words around a message."""
    around = f"{found.before[-3000:]} {found.code} {found.fields.get('rest', '')}"
    return re.search(r"(?i)torch|\bnn\.|\bDataset\b|\bdata ?loader", around) is not None


def _for_a_tensor(found: Found) -> bool:
    """Whether a module was asked for what a tensor has, and not for an attribute of its own."""
    if f"self.{found['name']}" in found.code:
        return False
    if not _of_a_module(found):
        known = found["kind"] == "Sequential" and found["name"] not in ("shape", "backward")
        return known and not found.code and not re.search("keras|tensorflow", found.before)
    last = "\n".join(found.code.splitlines()[-4:])
    return (
        f".{found['name']}(" in last
        or re.search(r"torch[/\\]nn[/\\](?:functional|init)\.py", last_traceback(found)[-2500:])
        is not None
    )


def _by_apply(found: Found) -> bool:
    """Whether model.apply called a function with the layer."""
    return re.search(r"module\.py.{0,60}\bapply\b", last_traceback(found)) is not None


def _of_a_module(found: Found) -> bool:
    """Whether an nn.Module was asked for what it does not have."""
    return re.search(
        r"torch.nn.modules.module\.py.*__getattr__", found.before
    ) is not None or found.type.endswith("ModuleAttributeError")


def _on_the_class(found: Found) -> dict[str, str]:
    """Which method was called on a class, so that the model stands where its object belongs."""
    method = re.search(r"\bSummaryWriter\.(\w+)\(", found.code)
    return {"method": method[1]} if method else {}


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
        "print(dict(layer.named_parameters()).keys()) lists them.",
        None,
        ways=ways("""
            a program of others: Install the torch_geometric that it was written for.
            lin.weight is listed: Write self.lin(x) in place of torch.matmul(x, self.weight): the
                axes of lin.weight are exchanged.
            nothing of the kind: Write self.{name} = nn.Parameter(…) in __init__.
        """),
        recorded=(
            '  File "/a/gcn_conv.py", line 22, in forward\n    out = torch.matmul(out, self.weight)'
            '\n  File "/lib/python3.8/site-packages/torch/nn/modules/module.py", line 1130, in '
            "__getattr__\n    raise AttributeError(\"'{}' object has no attribute '{}'\".format("
            "\nAttributeError: 'GCNConvBatch' object has no attribute 'weight'",
        ),
        when=lambda found: (
            (_of_a_module(found) or OF_GRAPHS.match(found["kind"]) is not None)
            and (f"self.{found['name']}" in found.code or not found.code)
            and re.search(
                r"torch_geometric|edge_index|\b(?:GCN|GAT|SAGE|GIN|Cheb)",
                f"{found.before[-3000:]} {found['kind']}",
            )
            is not None
        ),
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:weight|bias}'",
        "",
        "This {kind} has no {name} of its own. A class that is not torch's may have the layer "
        "inside of it.",
        "",
        "from torch import nn\nclass UpConv(nn.Module):\n    pass\ndef fill(m):\n    "
        "m.weight.data.normal_()\nUpConv().apply(fill)",
        ways=(
            Way(
                "model.apply(f)",
                "Let f ask for the class, if isinstance(m, (nn.Conv2d, nn.ConvTranspose2d)):, "
                "and not for a part of its name, which blocks of yours have too.",
                _by_apply,
            ),
            Way("print(m) shows layers in it", "Write m.conv.{name}, with the name that is shown."),
        ),
        recorded=(
            "AttributeError: 'Conv2d' object has no attribute 'weight'",
            "AttributeError: 'ConvBlock' object has no attribute 'weight'",
        ),
        when=lambda found: (
            (_of_a_module(found) and _by_apply(found))
            or (
                re.search(r"Conv(?!.*\dD$)|BatchNorm|InstanceNorm|^Linear$", found["kind"])
                is not None
                and f"self.{found['name']}" not in found.code
                and (not found.code or _of_a_module(found))
            )
        ),
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:size|dim|view|reshape|detach|item|unsqueeze|"
        "squeeze|permute|transpose|contiguous|argmax|log_softmax|softmax|shape|backward}'",
        "tensor create",
        "{name} belongs to tensors, and this is a layer or a model, a {kind}: it was handed over "
        "where its output belongs.",
        "Call it with its input: out = net(x). In forward write x = self.layer(x) and return x: "
        "one that returns self.layer gives the layer itself.",
        "from torch import nn\nnn.functional.mse_loss(nn.Sequential(nn.ReLU()), torch.ones(2))",
        recorded=("AttributeError: 'Sequential' object has no attribute 'size'",),
        when=_for_a_tensor,
    ),
    Entry(
        "'{kind:Sequential}' object has no attribute '{name:classifier|fc|features|avgpool|conv1|"
        "bn1|maxpool|layer1|layer2|layer3|layer4|encoder|decoder|embedding}'{after:text}",
        "",
        "This nn.Sequential has nothing called {name}. One that is made of a model's layers, "
        "nn.Sequential(*model.children()), numbers them from 0, and loses the names that they had "
        "in the model.",
        "print(net) shows the numbers: net[0] is the first part. Or take {name} before, from the "
        "model itself, model.{name}, or keep the model whole and put nn.Identity() in place of its "
        'last layer. For names of your own write nn.Sequential(OrderedDict([("{name}", layer)])).',
        None,
        recorded=("PyTorch: AttributeError: 'Sequential' object has no attribute 'classifier'",),
        when=lambda found: (
            (_of_a_module(found) or about_torch(found))
            and f"self.{found['name']}" not in found.code
        ),
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:_handles}'",
        "env",
        "{name} is an inner name of FullyShardedDataParallel, which PyTorch 2.1 changed into "
        "_handle. The program was written for an older release, or the model is not wrapped.",
        "Install the PyTorch that the program names, 2.0 as a rule, or write x._handle, one handle "
        "in place of a list, in its code. What is not wrapped in FSDP has neither.",
        None,
        recorded=(
            "AttributeError: 'DinoVisionTransformer' object has no attribute '_handles'",
            "AttributeError: 'FullyShardedDataParallel' object has no attribute '_handles'",
        ),
        when=lambda found: (
            _of_a_module(found)
            or re.search(r"Transformer$|^FullySharded|FSDP", found["kind"]) is not None
        ),
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:name}'",
        "",
        "This {kind} has nothing called {name}.",
        "print(model) lists its layers; those of nn.Sequential have numbers, model[0].",
        "from torch import nn\nnn.Module().foo",
        recorded=(
            "AttributeError: 'Linear' object has no attribute 'in_feature'",
            "torch.nn.modules.module.ModuleAttributeError: 'Sequential' object has no attribute "
            "'fine_tune'",
            "AttributeError: 'VGG' object has no attribute 'forward_vgg_new'",
        ),
        ways=(
            *ways("""
            a name of your own: Write self.{name} = … below super().__init__().
            a class of a library: Install the release that the program was written for, or take the
                name that the class has now.
            a model loaded whole: Make it anew, and load model.state_dict() in place of the model;
                or set {kind}.{name} before.
            a Learner, or a Trainer: Ask that for {name}, and not the model in it.
            a @property: An error inside of it shows so: run its lines alone.
            """),
            Way(
                "SummaryWriter.{method}(model, …)",
                "Make an object of the class first: w = SummaryWriter(), and w.{method}(model, …).",
                lambda found: bool(_on_the_class(found)),
            ),
        ),
        more=_on_the_class,
        when=lambda found: (
            _of_a_module(found)
            or (CLASSES.fullmatch(found["kind"]) is not None and found["name"] != "forward")
        ),
    ),
    Entry(
        "'NoneType' object has no attribute '{name:register_forward_hook|"
        "register_forward_pre_hook|register_full_backward_hook|register_backward_hook}'",
        "",
        "A hook belongs to a layer, and None stands here: there is no layer of the name that was "
        "looked up. model._modules.get gives None for a layer that lies inside of another.",
        'Write model.get_submodule("layer4.0.conv1").{name}(…), with points between the names; '
        "[n for n, _ in model.named_modules()] lists them all.",
        "from torch import nn\nnn.Linear(2, 2)._modules.get('x').register_forward_hook(print)",
    ),
    Entry(
        "forward() takes {wanted:1} positional argument but {got:int} were given",
        "",
        "forward takes one argument only here, and the model itself is the first. It got {got}, "
        "the model counted in.",
        "",
        "from torch import nn\nclass Net(nn.Module):\n    def forward(x):\n        return x\n"
        "Net()(torch.ones(2))",
        ways=(
            *ways("""
                def forward(x), or (self): Write def forward(self, x):.
                an nn.ModuleList was called: Go through it, for layer in self.layers: x =
                    layer(x), or make it nn.Sequential(*layers), also inside of an
                    nn.Sequential.
            """),
            Way(
                "list(model.children())",
                "It may hold an nn.ModuleList: keep the model whole, and set its last layer to "
                "nn.Identity().",
                lambda found: "children()" in found.code,
            ),
        ),
        when=lambda found: of_a_model(found) or _in_sequential(found),
    ),
    Entry(
        "forward() takes {wanted:int} positional {:arguments|argument} but {got:int} {:were|was} "
        "given",
        "",
        "The model was run on an example, to draw or export it, with too many inputs for its "
        "forward: a tuple, a list or a dictionary is taken apart there, and each part is an input. "
        "It takes {wanted} and got {got}, self counted in both.",
        "",
        None,
        ways=ways("""
            forward takes one list: Wrap it once more: add_graph(model, (inputs,)).
            forward takes a dictionary: Put a module around the model whose forward takes tensors,
                and makes the dictionary of them.
            forward takes less: Leave out what it does not name.
        """),
        recorded=(
            '  File "a.py", line 36, in <module>\n    writer.add_graph(m, x)\n  File '
            '"/lib/torch/utils/tensorboard/_pytorch_graph.py", line 279, in graph\n    _ = '
            "model(*args)\nTypeError: forward() takes 2 positional arguments but 4 were given",
        ),
        when=lambda found: (
            EXAMPLES.search(last_traceback(found)[-3000:]) is not None
            and found.number("got") > found.number("wanted")
        ),
    ),
    Entry(
        (
            "forward() takes {wanted:int} positional {:arguments|argument} but {got:int} "
            "{:were|was} given",
            "forward() takes from {least:int} to {wanted:int} positional arguments but "
            "{got:int} were given",
        ),
        "",
        "A model or a layer was called with more inputs than its forward has arguments. It takes "
        "{wanted} and got {got}, self counted in both.",
        "Print type(model), of what is called in the last line of your own, and look at its def "
        "forward(self, …).",
        "from torch import nn\nnn.Sequential(nn.Linear(2, 2))(torch.ones(2), torch.ones(2))",
        ways=ways("""
            labels, as in model(x, y): Write model(x): labels go to the loss.
            nn.Sequential: Write torch.cat([x, y], 1), its one input, or call its layers.
            a class of your own: Name all inputs: def forward(self, x, adj):.
            model(*x), or lstm(x, h, c): Write model(x), and lstm(x, (h, c)).
        """),
        when=of_a_model,
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
        "nn.Sequential hands one thing from layer to layer, and this layer, or loss, takes more. "
        "{name} is missing.",
        "Call it in a forward of your own, with all that it takes. A loss that is set in the "
        "__init__ of a class made from nn.Sequential becomes its last layer: make such a class "
        "from nn.Module, or keep the loss outside.",
        "from torch import nn\nnn.Sequential(nn.MSELoss())(torch.ones(2))",
        when=_in_sequential,
    ),
    Entry(
        "forward() missing {count:int} required positional {:arguments|argument}{rest:text}",
        "",
        "The model was run on an example, to draw or export it, with too few inputs for its "
        "forward.",
        "Hand several inputs over as one tuple: writer.add_graph(model, (x, y)), "
        "torch.jit.trace(model, (x, y)), torch.onnx.export(model, (x, y), path). torchsummary "
        "takes a list of sizes: summary(model, [(3, 32, 32), (10,)]). Or give the others a default "
        "in def forward(self, x, y=None):.",
        None,
        recorded=(
            '  File "/lib/torch/utils/tensorboard/_pytorch_graph.py", line 291, in graph\n    '
            "trace = torch.jit.trace(model, args)\nTypeError: forward() missing 1 required "
            "positional argument: 'batch_size'",
        ),
        when=lambda found: (
            EXAMPLES.search(f"{last_traceback(found)[-3000:]} {found.fields['rest']}") is not None
        ),
    ),
    Entry(
        "forward() missing {count:1} required positional argument: '{name:hidden|"
        "hidden_state|hiddens|prev_hidden|encoder_hidden|hx|h0|h_0|hc|prev_state}'",
        "",
        "The model takes the state of its recurrent layer as an input of its own, and was called "
        "without. {name} is missing.",
        "Hand it over, and take the new one: out, {name} = model(x, {name}). It begins with zeros "
        "of the shape (layers, batch, hidden size), for nn.LSTM with a tuple of two, and in a "
        "decoder with the encoder's last. Or write {name}=None in def forward, and hand that on to "
        "nn.LSTM, nn.GRU or nn.RNN, which then begin with zeros: nn.Sequential and summaries of a "
        "model call it with x alone, and need that.",
        "from torch import nn\nclass Net(nn.Module):\n    def forward(self, x, hidden):\n"
        "        return x, hidden\nNet()(torch.ones(2))",
        when=of_a_model,
    ),
    Entry(
        (
            "forward() missing {count:int} required positional {:arguments|argument}: "
            "'{name:quoted}'",
            "forward() missing {count:int} required keyword-only {:arguments|argument}: "
            "'{name:quoted}'",
            "forward() missing {count:int} required positional {:arguments|argument}",
        ),
        "",
        "The model, a layer or a loss was called with fewer inputs than its forward takes. {name} "
        "is missing.",
        "Hand over all that def forward(self, …) names, or write {name}=None there.",
        "from torch import nn\nclass Net(nn.Module):\n    def forward(self, a, b):\n"
        "        return a\nNet()(torch.ones(2))",
        ways=(
            Way("a loss", "Write loss_fn(out, y), or (anchor, positive, negative).", _of_a_loss),
            *ways("""
                net(), self.act() in layers: Write net(x), and self.act without brackets.
                Net.forward(x), Net(x): First make the object: net = Net(), then net(x).
                a list or a dictionary: It is one input: write model(*batch), model(**batch).
                a layer in nn.Sequential: It gets one input: call it in a forward of your own.
                nn.DataParallel: Write drop_last=True in the DataLoader.
            """),
        ),
        when=of_a_model,
    ),
    Entry(
        (
            "'Optional[{kind:quoted}]' object has no attribute or method '{name:quoted}'",
            "Tried to access nonexistent attribute or method '{name:quoted}' of type "
            "'Optional[{kind:quoted}]'",
            "'Optional[{kind:quoted}]' object is not subscriptable",
        ),
        "",
        "To TorchScript this value may be None, and None has nothing of a {kind}: its type is "
        "Optional[{kind}].",
        "",
        "from typing import Optional\ndef f(x: Optional[torch.Tensor]):\n    return x.sum()\n"
        "torch.jit.script(f)",
        ways=ways("""
            code of your own: Test it first, in the same function: if x is not None:, or assert x is
                not None. For an attribute write x = self.x before.
            a file of a library: Install its release for your PyTorch, or a newer one of both.
        """),
    ),
    Entry(
        (
            "Compiled functions can't take variable number of arguments",
            "Method 'forward' is not defined",
            "'Tensor (inferred)' object has no attribute or method '{name:quoted}'",
            "'{kind:quoted}' object has no attribute or method '{name:quoted}'",
            "Tried to access nonexistent attribute or method '{name:quoted}' of type",
            "Module '{kind:quoted}' has no attribute '{name:quoted}' (This function exists",
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
            "RuntimeError: Module 'Net' has no attribute 'fc1' (This function exists as an "
            "attribute on the Python module, but we failed to compile it to a TorchScript "
            "function.",
        ),
        when=lambda found: bool(found.type) or "torch" in found.before + found.code,
    ),
    Entry(
        (
            "Found {kind:few}, which is not a supported top level IR node",
            "Found <class '{kind:name}'>, which is not a supported top level IR node",
        ),
        "",
        "torch.compile made a value of the program that Inductor, which writes the fast code, does "
        "not know: as a rule a fault of this release, and not of the program.",
        "Install a newer PyTorch. Or leave dynamic=True out of torch.compile, if it is there, or "
        "the function that fails, by @torch._dynamo.disable above its def.",
        None,
        recorded=(
            "AssertionError: Found <class 'sympy.core.relational.Unequality'>, which is not a "
            "supported top level IR node. See [Note: Inductor IR]",
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
        "Look at the line in the traceback, and print what goes in: one may be None. In C++ test "
        "x.defined() first. If it comes out of TorchScript (failed in interpreter), a result that "
        "nothing uses may have no gradient, which some releases do not bear: leave the unused part "
        "out, run the model without torch.jit.script, or install a newer PyTorch.",
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
        "Layers stand in nn.Sequential one after another, not in a list, and nn.ModuleList takes "
        "one list without others in it. This is a {kind}.",
        "",
        "from torch import nn\nnn.Sequential([nn.Linear(1, 1)])",
        ways=ways("""
            nn.Sequential(layers): Write nn.Sequential(*layers), with a star, or
                nn.Sequential(OrderedDict(layers)) for layers with names.
            the star is there: One of the layers is a {kind}: write layers.extend(more) in place of
                layers.append(more).
        """),
        when=lambda found: found["kind"] in ("list", "tuple", "generator", "dict"),
    ),
    Entry(
        ("{kind:name} is not a Module subclass", "{kind:name}'> is not a Module subclass"),
        "",
        "nn.Sequential and nn.ModuleList hold layers, which are objects of nn.Module. This is "
        "{kind}.",
        "Take the layer, with brackets: nn.ReLU() for F.relu and for nn.ReLU, nn.Flatten() for "
        "torch.flatten. A class of your own is made from nn.Module, class Block(nn.Module):. Leave "
        "None out of the list, or write nn.Identity().",
        "from torch import nn\nnn.Sequential(nn.Linear(1, 1), torch.relu)",
    ),
    Entry(
        (
            'Module [{:name}] is missing the required "forward" function',
            "_forward_unimplemented() takes {:few} positional {:arguments|argument} but {:few} "
            "given",
            "_forward_unimplemented() got an unexpected keyword argument '{:quoted}'",
        ),
        "",
        NO_FORWARD,
        NO_FORWARD_OUT,
        "from torch import nn\nnn.ModuleList([nn.Linear(1, 1)])(torch.ones(1))",
        recorded=(
            "TypeError: _forward_unimplemented() takes 2 positional arguments but 3 were given",
        ),
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
        "NotImplementedError{rest:text}",
        "",
        NO_FORWARD,
        NO_FORWARD_OUT,
        None,
        recorded=("NotImplementedError in forward of an nn.Module in PyTorch",),
        when=lambda found: (
            not found.type.endswith("Error")
            and not found.code
            and re.search(r"\bforward\b", found.before + found["rest"]) is not None
            and re.search(r"(?i)torch|\bnn\.", found.before + found["rest"]) is not None
        ),
    ),
    Entry(
        "cannot assign {what:module|parameters|parameter|buffers|buffer} before Module.__init__() "
        "call",
        "",
        "A module keeps lists of its layers and parameters, and they are made by "
        "super().__init__(), which was not called yet.",
        "The traceback shows the class: write super().__init__() as the first line of its "
        "__init__.",
        "from torch import nn\n"
        "class Net(nn.Module):\n    def __init__(self):\n        self.fc = nn.Linear(1, 1)\nNet()",
        ways=ways("""
            super().__init__() is there: Look at the brackets behind it, at two underscores on each
                side, and at the name in super(Net, self).
            it stands below a layer: Move it up, above all layers.
            another class holds this one: That one needs it too, if it is an nn.Module.
        """),
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
        "A layer's {name} is a {what}, and only an nn.Parameter, or None, can take its place. This "
        "is {kind}.",
        "Write layer.{name} = nn.Parameter(tensor), or change the numbers: with torch.no_grad(): "
        "layer.{name}.copy_(tensor). Either cuts off how the tensor was computed: where gradients "
        "are to go through it, call F.linear(x, w) or F.conv2d(x, w) with it, or "
        "torch.func.functional_call.",
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
            '{what:module|parameter|buffer|tensor} name can\'t be empty string ""',
            '{what:module|parameter|buffer|tensor} name can\\\'t be empty string ""',
        ),
        "",
        "A {what} has a name, and no point in it, which says that one layer is inside another, "
        "as in encoder.weight.",
        'Write name.replace(".", "_"), and a name that is not empty.',
        "from torch import nn\nnn.Linear(2, 2).register_buffer('a.b', torch.ones(2))",
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
        "'{kind:bool}' object is not callable{rest:text}",
        "",
        "What is called here is True or False, and no function: as with x.requires_grad(), "
        "x.is_cuda() and model.training(), which are values, or where a line such as "
        "model.train = True put one in a function's place.",
        "Leave the brackets out, x.is_cuda, and set x.requires_grad = True or write "
        "x.requires_grad_(). A model is switched by model.train() and model.eval(), with brackets.",
        "torch.ones(2).is_cuda()",
        recorded=("PyTorch: TypeError: 'bool' object is not callable",),
        when=lambda found: (
            re.search(
                r"\.(?:requires_grad|is_cuda|is_leaf|is_sparse|is_quantized|is_mps|training)\(",
                found.code.rpartition("\n")[2],
            )
            is not None
            or (not found.code and "torch" in (found.before + found["rest"]).lower())
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
        "functional_call got multiple values for keys [{names:few}], which are tied",
        "",
        "functional_call got values for several names of one parameter, which the model uses in "
        "more than one place: {names}.",
        "",
        "from torch import nn\nm = nn.ModuleList([nn.Linear(1, 1)])\nm.append(m[0])\n"
        "p = {k: torch.ones(1, 1) for k in ('0.weight', '1.weight')}\n"
        "torch.func.functional_call(m, p, ())",
        ways=ways("""
            each name has its own value: Write torch.func.functional_call(model, values, inputs,
                tie_weights=False).
            they are to be one: Hand over one of the names alone, as dict(model.named_parameters())
                has it.
        """),
    ),
    Entry(
        "Error(s) in reparametrizing for {kind:name}: ",
        "",
        "functional_call with strict=True wants a value for each parameter and buffer of the "
        "{kind}, and no others. The lines below name those that are missing or too many.",
        "Hand over dict(model.state_dict(), **changed), or "
        "leave strict out: then the model's own values stand in for what is missing.",
        "torch.func.functional_call(torch.nn.Linear(1, 1), {'q': torch.ones(1)}, (), strict=True)",
    ),
    Entry(
        (
            "amount={amount:text} should either be a float in the range [0, 1] or a non-negative "
            "integer",
            "amount={amount:text} should be smaller than the number of parameters to prune={:int}",
            "Structured pruning can only be applied to multidimensional tensors",
            "global_unstructured(): parameters is not an Iterable",
            "Only 'unstructured' PRUNING_TYPE supported for the `pruning_method`",
        ),
        "",
        "Pruning was asked for what it cannot do.",
        "Give amount=0.3 for 30 % of the numbers, or amount=3 for three of them. Structured ways "
        "take weights of two axes or more, no bias. global_unstructured takes a list of pairs, "
        '[(model.fc, "weight")], and an unstructured method, prune.L1Unstructured.',
        "from torch import nn\nfrom torch.nn.utils import prune\n"
        "prune.l1_unstructured(nn.Linear(2, 2), 'weight', 1.2)",
    ),
    Entry(
        "must run observer before calling calculate_qparams",
        "",
        "A part of the model that is to be quantized saw no numbers so far, so the range of its "
        "numbers is not known, and a default stands for it.",
        "",
        "torch.ao.quantization.MinMaxObserver().calculate_qparams()",
        ways=ways("""
            convert without calibration: Run some real batches through the prepared model first,
                then convert it.
            parts that forward never calls: Leave it: the warning does no harm there.
        """),
    ),
    Entry(
        (
            "`zero_point` must be between `quant_min` and `quant_max`",
            "quantize_tensor_per_{:tensor|channel}_affine zero_point {got:int} is {:above upper|"
            "below lower} bound",
        ),
        "",
        "Quantisation maps floats to whole numbers of a small range, such as 0 to 255. zero_point, "
        "the one that stands for 0.0, lies outside of that range. It is {got}.",
        "Print zero_point and the range.",
        "torch.fake_quantize_per_tensor_affine(torch.ones(2), 0.1, 300, 0, 255)",
        since=(2, 13),
        recorded=(
            "RuntimeError: quantize_tensor_per_tensor_affine zero_point 300 is above upper bound.",
        ),
        ways=ways("""
            scale and zero_point are your own: Compute them of a range with 0.0 in it, low =
                min(x.min(), 0), and clamp zero_point to the range.
            -128 to 127, or qint8: Take 128 off a zero_point that was meant for 0 to 255.
            an observer gives them: Give it and the fake quantisation the same quant_min and
                quant_max.
        """),
    ),
    Entry(
        (
            "`quant_min` should be less than or equal to `quant_max`",
            "quant_min must be less than or equal to quant_max",
        ),
        "",
        "quant_min and quant_max are the ends of the range of whole numbers, and the smaller one "
        "has to come first.",
        "Write 0, 255 for 8 bits without a sign, -128, 127 with one. fake_quantize_per_tensor_"
        "affine takes x, scale, zero_point, quant_min, quant_max; by channel the axis stands "
        "before quant_min.",
        "torch.fake_quantize_per_tensor_affine(torch.ones(2), 0.1, 3, 255, 0)",
        since=(2, 13),
    ),
    Entry(
        ("quant_{:min|max} out of bound", "Used-specified quantization range must include 0"),
        "",
        "quant_min and quant_max, the ends of a range of whole numbers, have to lie in what the "
        "observer's dtype can hold, and to include 0.",
        "Write quant_min=0, quant_max=255, dtype=torch.quint8, or quant_min=-128, quant_max=127, "
        "dtype=torch.qint8.",
        "torch.ao.quantization.FakeQuantize(quant_min=-128, quant_max=127)",
        since=(2, 13),
        recorded=("AssertionError: Used-specified quantization range must include 0.",),
    ),
    Entry(
        "Quantize only works on Float Tensor, got {kind:type}",
        "tensor dtypes",
        "Numbers are quantised from float32 alone, and this tensor is of type {kind}.",
        "Write x.float(), or model.float() before the model is converted.",
        "torch.quantize_per_tensor(torch.ones(2).half(), 0.1, 3, torch.quint8)",
        since=(2, 13),
    ),
    Entry(
        "ScalarType {kind:type} is not supported in new_qtensor",
        "tensor dtypes",
        "Quantised numbers have types of their own, and {kind} is none of them.",
        "Write dtype=torch.qint8 for torch.int8, torch.quint8 for torch.uint8, torch.qint32 for "
        "torch.int32.",
        "torch.quantize_per_tensor(torch.ones(2), 0.1, 3, torch.int8)",
        since=(2, 13),
    ),
    Entry(
        "QConfig received observer instance, please pass observer class instead",
        "",
        "A QConfig makes an observer for each layer, so it takes a class, and got an observer that "
        "was made already.",
        "Leave the brackets behind it out, or write MinMaxObserver.with_args(dtype=torch.qint8).",
        "from torch.ao import quantization as q\nq.QConfig(q.MinMaxObserver(), q.MinMaxObserver())",
        since=(2, 13),
    ),
    Entry(
        (
            "Zero-point must be Int32{:, Float or Half|}, found {kind:type}",
            "Scale must be Float{: or BFloat16|}, found {kind:type}",
        ),
        "",
        "Fake quantisation by channel takes scales of float32 and zero points of int32. This is "
        "{kind}.",
        "Write scale.float() and zero_point.to(torch.int32).",
        "torch.fake_quantize_per_channel_affine(torch.ones(2, 2), torch.ones(2), "
        "torch.tensor([3, 1]), 0, 0, 255)",
        since=(2, 13),
    ),
    Entry(
        (
            "scale and zero-point need to have the same dimensions",
            "dimensions of scale and zero-point are not consistent with input tensor",
            "number of elements in scales and zero_points must match",
            "length of {:scales|zero_points} must equal to channel",
            "{:scale|zero point} should be a 1-D tensor",
            "{:scale|zero_points} tensor must have dimension 1",
        ),
        "tensor shape",
        "Quantised by channel, a tensor has a row of scales and a row of zero points, with one "
        "number for each place along one axis, and these have other shapes.",
        "Print scale.shape, zero_point.shape and x.shape[axis]: the first two are rows of that "
        "length. The axis is 0 for the weight of nn.Linear or nn.Conv2d, 1 for a batch of "
        "pictures.",
        "torch.fake_quantize_per_channel_affine(torch.ones(2, 2), torch.ones(3), "
        "torch.zeros(3, dtype=torch.int32), 0, 0, 255)",
        since=(2, 13),
    ),
    Entry(
        (
            "torch.nn.utils.{old:weight_norm|spectral_norm} is {:now |}deprecated in favor of "
            "torch.nn.utils.parametrizations.{new:name}",
            "`torch.nn.utils.{old:weight_norm|spectral_norm}` is {:now |}deprecated in favor of "
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
        "Unexpected key in metadata['spectral_norm']: {name:name}",
        "",
        "spectral_norm was put on a layer a second time, and what the first left there when it was "
        "removed is in the way of state_dict.",
        "Make the layer anew and load its weights, take a newer PyTorch, or write "
        "torch.nn.utils.parametrizations.spectral_norm(layer), which "
        'torch.nn.utils.parametrize.remove_parametrizations(layer, "weight") takes off.',
        None,
        recorded=("RuntimeError: Unexpected key in metadata['spectral_norm']: weight.version",),
    ),
    Entry(
        (
            "{kind:weight_norm|spectral_norm} of '{name:quoted}' not found in "
            "{layer:Parametrized}{:name}",
            "{kind:weight_norm|spectral_norm} of '{name:quoted}' not found in {layer:name}",
        ),
        "",
        "remove_{kind} takes off what torch.nn.utils.{kind} put on a layer, and this one has "
        "nothing of the kind.",
        "",
        "from torch import nn\nnn.utils.remove_weight_norm(nn.Linear(1, 1))",
        ways=(
            Way(
                "Parametrized in its name",
                "Write from torch.nn.utils import parametrize, and "
                'parametrize.remove_parametrizations(layer, "{name}").',
                lambda found: found["layer"].startswith("Parametrized"),
            ),
            *ways("""
                it was removed before: Call remove_{kind} once only.
                a library's model: Take its release for your PyTorch, or leave the removal out:
                    it only saves time.
            """),
        ),
        recorded=(
            "ValueError: weight_norm of 'weight' not found in ParametrizedConvTranspose1d(512, "
            "256, kernel_size=(16,), stride=(8,), padding=(4,))",
        ),
    ),
    Entry(
        "Module {layer:name}({:text} does not have a parametrization on {name:name}",
        "",
        "remove_parametrizations takes off what torch.nn.utils.parametrizations put on a layer, "
        "and this one has nothing of the kind on {name}.",
        "What torch.nn.utils.weight_norm or spectral_norm put on, the older ones, "
        "torch.nn.utils.remove_weight_norm(layer) and remove_spectral_norm(layer) take off.",
        "from torch import nn\n"
        'nn.utils.parametrize.remove_parametrizations(nn.Linear(1, 1), "weight")',
    ),
    Entry(
        "Cannot register two {kind:weight_norm|spectral_norm} hooks on the same parameter "
        "{name:name}",
        "",
        "{kind} is on this layer already, and is put on a second time.",
        "Write it once for each layer: a loop over model.modules() meets a layer that stands in "
        "two places, or a model that has it, again. torch.nn.utils.remove_{kind}(layer) takes it "
        "off.",
        "from torch import nn\nnn.utils.weight_norm(nn.utils.weight_norm(nn.Linear(1, 1)))",
    ),
    Entry(
        (
            "Module '{layer:long}' does not have a parameter, a buffer, or a parametrized element "
            "with name '{name:quoted}'",
            "Module '{layer:long}' has no parameter or buffer with name '{name:quoted}'",
        ),
        "",
        "The layer has no {name} that could be changed: an activation has no weights, and a model "
        "has them in its layers.",
        'Choose the layers: for m in model.modules(): if hasattr(m, "{name}"): …, or tell the '
        "name, as print([n for n, _ in m.named_parameters()]) shows it.",
        "from torch import nn\nnn.utils.parametrizations.spectral_norm(nn.ReLU())",
    ),
    Entry(
        "Serialization of parametrized modules is only supported through state_dict()",
        "",
        "A model with a parametrization, such as weight_norm or spectral_norm of "
        "torch.nn.utils.parametrizations, cannot be saved, or copied to a process, whole.",
        "Write torch.save(model.state_dict(), path), or take it off first: "
        'torch.nn.utils.parametrize.remove_parametrizations(layer, "weight").',
        "import pickle\nfrom torch import nn\n"
        "pickle.dumps(nn.utils.parametrizations.weight_norm(nn.Linear(1, 1)))",
        since=(2, 1),
    ),
    Entry(
        "Parameter '{name:quoted}' of module {layer:name}{:long} has to be pruned before pruning "
        "can be removed",
        "",
        "prune.remove makes pruning final, and {name} of this layer was not pruned, or it is final "
        "already.",
        'Write it for what was pruned: if hasattr(m, "{name}_mask"): prune.remove(m, "{name}").',
        "from torch import nn\nfrom torch.nn.utils import prune\n"
        'prune.remove(nn.Linear(1, 1), "weight")',
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
        "'{kind:function|method|type|list|tuple|NoneType|str|generator|int|numpy.ndarray}' object "
        "has no attribute '{name:parameters|named_parameters|state_dict|load_state_dict|"
        "zero_grad|param_groups}'",
        "",
        "{name} belongs to a model or an optimizer, and this is of type {kind}.",
        "",
        'import torch\ntorch.optim.Adam("model.pt".parameters())',
        ways=(
            Way(
                "a class, a function",
                "Write Net(), with brackets.",
                is_a("function", "method", "type"),
            ),
            Way("a function without return", "Write return model at its end.", is_a("NoneType")),
            Way("a path", "Load the file: torch.load(path), or load_state_dict.", is_a("str")),
            Way(
                "several models",
                "Write models[0], or nn.ModuleList(models).",
                is_a("list", "tuple"),
            ),
            Way("model.parameters()", "Write model.{name}, of the model.", is_a("generator")),
        ),
    ),
    Entry(
        "'{kind:name}' object has no attribute '{name:state_dict|load_state_dict|"
        "named_parameters|named_modules|parameters|zero_grad|register_buffer|"
        "register_parameter}'",
        "",
        "{name} belongs to a model or an optimizer of torch, and this {kind} is neither: its class "
        "is not made from nn.Module, or it holds the model inside of it.",
        "Write class Net(nn.Module):, and super().__init__() in its __init__. Of a Trainer, a "
        "Learner or another wrapper take the model in it, as in trainer.model.{name}(…).",
        "class Net:\n    pass\ntorch.optim.Adam(Net().parameters())",
        recorded=("AttributeError: 'Net' object has no attribute 'state_dict'",),
        when=lambda found: (
            found["kind"][:1].isupper()
            and not found["kind"].startswith(("TF", "Tensor"))
            and not _of_a_module(found)
            and (
                found["name"] not in ("parameters", "register_parameter")
                or _about_torch(found)
                or MODELS.search(found["kind"]) is not None
            )
        ),
    ),
    Entry(
        "index {number:int} is out of range{rest:text}",
        "",
        "An nn.Sequential or nn.ModuleList has fewer layers than the program asks for. There is no "
        "number {number}, counted from 0.",
        "print(model) lists the layers with their numbers, and len(layers) counts them. Another "
        "model of the family, such as VGG11 for VGG16, has fewer, and so has one that layers were "
        "cut from; an empty ModuleList was never filled.",
        None,
        recorded=(
            "PyTorch VGG: IndexError: index 7 is out of range",
            "IndexError: index 7 is out of range in nn.ModuleList",
        ),
        when=lambda found: (
            re.search(r"(?i)\bVGG|Sequential|ModuleList", found.before[-300:] + found["rest"])
            is not None
            and not re.match(r"\W*for (?:dim|axis|array)", found["rest"])
        ),
    ),
    Entry(
        "unhashable type: '{kind:name}'{rest:text}",
        "",
        "PyTorch goes through the layers of a model by their hash, and Python takes that away from "
        "a class that says itself what equal means: as @dataclass and attrs do, and an __eq__ of "
        "your own. Its name is {kind}.",
        "Write @dataclass(eq=False), or @attr.s(eq=False), and let super().__init__() run before "
        "the first layer is set. Beside an __eq__ of your own write __hash__ = nn.Module.__hash__.",
        "from torch import nn\nclass Net(nn.Module):\n    def __eq__(self, other):\n"
        "        return True\nlist(Net().named_modules())",
        recorded=("TypeError: unhashable type: 'Block' when calling model.named_modules()",),
        when=lambda found: (
            found["kind"][:1].isupper()
            and re.search(
                r"named_modules|if self not in memo",
                f"{last_traceback(found)[-1500:]} {found.code} {found['rest']}",
            )
            is not None
        ),
    ),
    Entry(
        (
            "super(type, obj): obj must be an instance or subtype of type",
            "super(type, obj): obj ({:text}) is not an instance or subtype of type",
        ),
        "",
        "super(Net, self) names a class that this object is not of: another class's name was left "
        "there, or the class was made anew since the object, by a cell of a notebook that ran "
        "again.",
        "Write super().__init__(), without arguments: Python fills them in. In a notebook run all "
        "cells again that make the class and the object, in their order.",
        None,
        recorded=(
            'File "a.py", line 9, in <module>\n    net = torch.compile(Net())\n  File "a.py", '
            "line 3, in __init__\n    super(Model, self).__init__()\nTypeError: super(type, obj): "
            "obj must be an instance or subtype of type",
        ),
        when=_about_torch,
    ),
    Entry(
        ("object() takes no parameters{rest:text}", "{kind:name}() takes no arguments{rest:text}"),
        "",
        "A class was called with arguments, and its __init__ does not take any.",
        "",
        "from torch.utils.data import Dataset\nclass Data(Dataset):\n    def _init_(self, x):\n"
        "        pass\ntorch.utils.data.DataLoader(Data(3))",
        ways=ways("""
            a class of your own: Write def __init__(self, …):, with two underscores on each side:
                Python passes over a name that is misspelt.
            the last line lies in torch: Install PyTorch anew: it may not be whole.
        """),
        recorded=(
            "PyTorch, TypeError: object() takes no parameters",
            "TypeError: object() takes no parameters with a dataloader",
        ),
        when=_about_torch,
    ),
    Entry(
        "invalid syntax",
        "",
        "def makes a function, and a model is a class.",
        "Write class Net(nn.Module): in place of def Net(nn.Module):, and super().__init__() as "
        "the first line of its __init__.",
        None,
        recorded=(
            '  File "a.py", line 3\n    def Net(torch.nn.Module):\n                 ^\n'
            "SyntaxError: invalid syntax",
        ),
        when=lambda found: (
            re.search(r"\bdef \w+\((?:torch\.)?nn\.Module\)", found.before[-400:]) is not None
        ),
    ),
    Entry(
        "only named arguments may follow *expression{rest:text}",
        "",
        "Python 2 takes nothing behind a list with a star, as in nn.Sequential(a, *layers, b).",
        "Write nn.Sequential(a, *(layers + [b])), or use Python 3, where both are right.",
        None,
        recorded=("SyntaxError: only named arguments may follow *expression on nn.Sequential()",),
        when=_about_torch,
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
