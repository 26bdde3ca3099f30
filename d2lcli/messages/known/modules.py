"""Modules: forward, what they are made of, and TorchScript."""

from __future__ import annotations

import re

from ..entry import Entry

MODULES = (
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
        "'{kind:name}' object has no attribute '{name:name}'",
        "",
        "The model has nothing called {name}: it was not made in __init__, or is misspelt, or an "
        "error inside a property hides behind this one. The model is a {kind}.",
        "Write self.{name} = … in __init__, and super().__init__() before it. print(model) lists "
        "what it has.",
        "from torch import nn\nnn.Linear(1, 1).foo",
        when=lambda found: (
            re.search(r"torch.nn.modules.module\.py.*__getattr__", found.before) is not None
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
        "The model was called with another number of inputs than its forward has arguments. It "
        "takes {wanted} and got {got}, self counted in both.",
        "Call it with what def forward(self, …) names. nn.Sequential takes one input, and hands "
        "one on to each layer. A tuple is one input: model(*inputs) hands over its parts.",
        "from torch import nn\nnn.Sequential(nn.Linear(2, 2))(torch.ones(2), torch.ones(2))",
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
            "{name:name}() called on undefined Tensor",
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
            "Expected a value of type '{wanted:quoted}' for argument '{name:quoted}' but "
            "instead found type '{kind:quoted}'",
            "expected value of type {wanted:name} for argument '{name:quoted}' in position "
            "{place:int}, but instead got value of type {kind:name}",
        ),
        "",
        "A scripted function keeps to the types that it was written with, a Tensor where none is "
        "named. {name} is to be a {wanted}, and is a {kind}.",
        "Name the type, def f(n: int):, or hand over a tensor.",
        "m = torch.jit.trace(lambda x: x * 2, torch.ones(2))\nm(3)",
    ),
    Entry(
        ("{kind:name} is not a Module subclass",),
        "",
        "Layers stand in nn.Sequential one after another, not in a list. This is a {kind}.",
        "Write nn.Sequential(*layers), with a star.",
        "from torch import nn\nnn.Sequential([nn.Linear(1, 1)])",
        when=lambda found: found["kind"] in ("list", "tuple", "generator"),
    ),
    Entry(
        "{kind:name} is not a Module subclass",
        "",
        "nn.Sequential and nn.ModuleList hold layers, which are objects of nn.Module. This is "
        "{kind}.",
        "Take the layer in place of the function, with brackets: nn.ReLU() for F.relu, "
        "nn.Flatten() for torch.flatten.",
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
        "A module is called by its forward, and this one has none. The name may be misspelt, or "
        "indented into __init__.",
        "Write def forward(self, x): beside __init__.",
        None,
        recorded=(
            '  File "net.py", line 9, in <module>\n    y = net(x)\n  File "/usr/lib/python3.8/'
            'site-packages/torch/nn/modules/module.py", line 201, in _forward_unimplemented\n'
            "    raise NotImplementedError\nNotImplementedError\n",
        ),
        when=lambda found: (
            found.type == "NotImplementedError"
            and "raise NotImplementedError" in found.code
            and "torch/nn/modules" in found.before.replace("\\", "/")
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
        "cannot assign '{kind:quoted}' as {what:parameter|child module|buffer} '{name:quoted}'",
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
        "'{name:name}' object has no attribute '{attribute:dim|size}'",
        "tensor create",
        "A tensor belongs here, and this is of type {name}.",
        "A recurrent layer gives (out, state): take out. A number becomes a tensor by "
        "torch.tensor(…), a list too.",
        "import torch.nn.functional as F\nF.mse_loss(torch.ones(2), 1.0)",
        when=lambda found: (
            found["name"] in ("tuple", "list", "float", "int", "numpy.ndarray")
            and re.search(r"site-packages.torch|/torch/", found.before) is not None
        ),
    ),
)
