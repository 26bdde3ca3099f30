"""From Python and NumPy to tensors and back, and what is no tensor."""

from __future__ import annotations

import re

from ..entry import Entry, Found, Way
from .calls import LAYERS_OF_TORCH, OUTPUTS
from .ways import ways

NO_LAYER = frozenset(
    re.findall(
        r"\S+",
        """
        bool complex dict set range function method generator map filter
        builtin_function_or_method DataFrame Series Image module type Tensor Parameter Size bytes
        """,
    )
)


def _layer(found: Found) -> str:
    """The first of the types that is a layer of torch's, "" where none is."""
    kinds = re.findall(r"\w+", found["got"]) if "got" in found.fields else [found["kind"]]
    layers = rf"{LAYERS_OF_TORCH}|Sequential|ModuleList|\w+Loss"
    return next((kind for kind in kinds if re.fullmatch(layers, kind)), "")


def _call(found: Found) -> str:
    """The function as it is called: torch.max, F.relu."""
    of_torch = "max|min|arg(?:max|min|sort)|sum|mean|std|var|cat|stack|topk|sort|exp|log|sqrt|abs"
    return ("torch." if re.fullmatch(of_torch, found["name"]) else "F.") + found["name"]


def _no_tensor_first(found: Found) -> bool:
    """Whether what a function computes with is no tensor, but a model's results or the like."""
    kind, others = found["kind"], found["got"]
    if kind in ("Tensor", "Parameter", "Variable"):
        return False
    # Axes are a tuple too: x.max((0, 1), True).
    return (
        found["name"].startswith("conv")
        or kind not in ("tuple", "list", "NoneType", "int", "float", "bool", "str", "torch.Size")
        or (
            kind in ("tuple", "list", "NoneType")
            and re.match(r"(?:dim=)?int\b", others) is not None
        )
    )


def _is_object(found: Found) -> bool:
    """Whether the type's name is that of a class: capital first, and none of Python's."""
    name = found["kind"].rpartition(".")[2]
    return name[:1].isupper() and name not in NO_LAYER and "numpy" not in found["kind"]


def _into_a_layer(found: Found) -> bool:
    """Whether an argument is what a layer computes with."""
    return (
        found["argument"] == "input"
        and re.match(
            r"(?:conv|linear|batch_norm|layer_norm|max_pool|avg_pool|embedding|relu|dropout|"
            r"adaptive|group_norm|bilinear)",
            found["name"],
        )
        is not None
    )


ARGUMENT = "{name:name}(): argument '{argument:name}' (position {place:int}) must be Tensor, not "

ARGUMENT_2 = "{name:name}(): argument '{argument:name}' must be Tensor, not "


def _by_numpy(found: Found) -> bool:
    """Whether NumPy handed its own arguments on to a tensor's method."""
    if "got" in found.fields:
        return re.search(r"\b(?:out|axis|ddof)=NoneType", found["got"]) is not None
    return "torch" in found.before + found.code and (
        "fromnumeric" in found.before or "_methods.py" in found.before
    )


BOOL_OF_MANY = (
    "{:Boolean|boolean|bool|Bool} value of {:Tensor|tensor|a tensor|a Tensor} with {which:more "
    "than one value|no values} is ambiguous",
)
ONE_ELEMENT = (
    "only one element tensors can be converted to Python scalars",
    "only single element tensors can be converted to Python scalars",
)
STR_FIRST = Way(
    "str comes first",
    "Take the model's values, no keys: model(x, return_dict=False), or out.last_hidden_state.",
    when=lambda found: found["got"].startswith("str,"),
)
ITEM_WAYS = (
    *ways(
        """
        item() of a whole batch: Write x.tolist(), for classes x.argmax(dim=1).tolist(), for one
            sample x.argmax().item().
        reduction="none" in a loss: Write loss.mean().item().
    """,
        lambda found: ".item(" in found.line,
    ),
)


def _of_a_list(found: Found) -> bool:
    """Whether torch.tensor was given a list."""
    return re.search(r"\b(?:torch|th|T)\.(?:tensor|as_tensor|\w*Tensor)\(", found.line) is not None


def _is_row(found: Found) -> bool:
    return found["kind"] in ("tuple", "list")


CONVERSION = (
    Entry(
        (
            "{name:trace}(): argument 'input' (position 1) must be Tensor, not {kind:name}",
            "{name:trace}() takes 1 positional argument but {got:int} were given",
        ),
        "",
        "torch.trace adds up the diagonal of a matrix. What records the steps of a model is "
        "another function, torch.jit.trace.",
        "Write torch.jit.trace(model, x), with a tensor x of the kind that the model takes; a "
        "matrix goes to torch.trace as a tensor.",
        "from torch import nn\ntorch.trace(nn.Linear(2, 2), torch.ones(2))",
        recorded=("TypeError: trace(): argument 'input' (position 1) must be Tensor, not method",),
        when=lambda found: (
            "torch.trace(" in found.line
            or re.match("method|[A-Z]", found.fields.get("kind", "")) is not None
        ),
    ),
    Entry(
        (ARGUMENT + "{kind:PackedSequence}", ARGUMENT_2 + "{kind:PackedSequence}"),
        "tensor create",
        "pack_padded_sequence gives a PackedSequence, which nn.LSTM, nn.GRU and nn.RNN take; "
        "{name} takes a tensor.",
        "Unpack it behind the recurrent layer: x, lengths = nn.utils.rnn.pad_packed_sequence(out, "
        "batch_first=True). Layers in front of it, such as convolutions, come before "
        "pack_padded_sequence.",
        "x = torch.nn.utils.rnn.pack_sequence([torch.ones(2)])\ntorch.relu(x)",
        recorded=(
            "TypeError: conv2d(): argument 'input' (position 1) must be Tensor, not PackedSequence",
        ),
    ),
    Entry(
        (
            ARGUMENT + "{kind:Vectors|GloVe|FastText|CharNGram}",
            ARGUMENT_2 + "{kind:Vectors|GloVe|FastText|CharNGram}",
        ),
        "tensor create",
        "A {kind} of torchtext holds words and their vectors, and {name} takes a tensor.",
        "Take the tensor in it: vec.vectors, with one row for each of its own words. For the words "
        "of your vocabulary write vocab.set_vectors(vec.stoi, vec.vectors, vec.dim), and then "
        "vocab.vectors; in later releases vec.get_vecs_by_tokens(words).",
        None,
        recorded=("TypeError: copy_(): argument 'other' (position 1) must be Tensor, not Vectors",),
    ),
    Entry(
        (
            ARGUMENT + "{kind:builtin_function_or_method|function|method|type}",
            ARGUMENT_2 + "{kind:builtin_function_or_method|function|method|type}",
        ),
        "tensor create",
        "A function, or a class, was handed over where a tensor belongs: brackets are missing, or "
        "the name is one of Python's own. It is the argument {argument} of {name}.",
        "Write x.sum() for x.sum, and Net()(x) for Net. input is a function of Python's: give "
        "your tensor another name, and look whether it was set before this line.",
        "torch.relu(input)",
    ),
    Entry(
        (ARGUMENT + "{kind:name}", ARGUMENT_2 + "{kind:name}"),
        "tensor create",
        "A model gave an object that holds several tensors, a {kind}, and {name} takes one tensor.",
        "print(out.keys()) lists what it holds: take the one that you mean.",
        None,
        recorded=(
            "TypeError: cross_entropy_loss(): argument 'input' (position 1) must be Tensor, not "
            "ImageClassifierOutput",
            "TypeError: cross_entropy_loss(): argument 'input' (position 1) must be Tensor, not "
            "SequenceClassifierOutput",
            "TypeError: nll_loss_nd(): argument 'input' (position 1) must be Tensor, not "
            "BaseModelOutputWithPoolingAndCrossAttentions",
        ),
        ways=(
            Way(
                "logits is listed",
                "Take out.logits; out.loss is the loss, where labels were given.",
                lambda found: re.search(r"Classifier|LMOutput|Masked", found["kind"]) is not None,
            ),
            *ways(
                """
            a layer of your own comes next: Give it out.last_hidden_state, or, for one vector a
                text, out.last_hidden_state[:, 0]; the loss gets what that layer gives.
            no layer of your own: Take a model with scores, out.logits, such as
                AutoModelForSequenceClassification.
            code for an old transformers: Call the inner model with return_dict=False, which gives a
                tuple.
            """,
                lambda found: found["kind"].startswith("BaseModelOutput"),
            ),
            Way(
                "a model of diffusers",
                "Take out.sample, of an encoder out.latent_dist.sample().",
                lambda found: (
                    re.match(r"UNet|Autoencoder|Transformer\dD", found["kind"]) is not None
                ),
            ),
        ),
        when=lambda found: OUTPUTS.search(found["kind"]) is not None,
    ),
    Entry(
        (ARGUMENT + "{kind:Image}", ARGUMENT_2 + "{kind:Image}"),
        "tensor create",
        "A picture of PIL was handed over where a tensor belongs: the transforms of the data set "
        "have no ToTensor(), or were not used.",
        "Write transforms.ToTensor()(picture).unsqueeze(0), and transform=transforms.ToTensor() in "
        "the data set.",
        None,
        recorded=("TypeError: conv2d(): argument 'input' (position 1) must be Tensor, not Image",),
    ),
    Entry(
        (ARGUMENT + "{kind:list|tuple}", ARGUMENT_2 + "{kind:list|tuple}"),
        "tensor create",
        "The labels of the batch are a {kind}, and {name} takes a tensor: a DataLoader leaves text "
        "as it is, and zip and a collate_fn of your own give tuples and lists.",
        "Write torch.tensor(y) where it holds numbers, and torch.stack(y) where it holds tensors. "
        "Text becomes a number first, in __getitem__: classes.index(label).",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(2, 3), (0, 1))",
        when=lambda found: found["argument"] == "target",
    ),
    Entry(
        (
            "no implementation found for '{name:name}' on types that implement "
            "{:__torch_function__|torch_function}: [{kinds:text}]",
            "no implementation found for '{name:name}' on types that implement "
            "{:__torch_function__|torch_function}",
            "Multiple dispatch failed for '{name:name}'; all __torch_function__ handlers returned "
            "NotImplemented",
        ),
        "tensor create",
        "Tensors of several classes met in {name}, such as the TensorImage and TensorMask of "
        "fastai, and none of these classes knows what to do with the others.",
        "Turn them into plain tensors before: x.as_subclass(torch.Tensor). Where a library makes "
        "them, install the release of it that was made for your torch, or a newer one.",
        "class A(torch.Tensor):\n    pass\nclass B(torch.Tensor):\n    pass\n"
        "torch.cat([torch.ones(2).as_subclass(A), torch.ones(2).as_subclass(B)])",
        recorded=(
            "TypeError: no implementation found for 'torch.nn.functional.cross_entropy' on types "
            "that implement __torch_function__: [<class 'fastai.torch_core.TensorImage'>, <class "
            "'fastai.torch_core.TensorMask'>]",
        ),
    ),
    Entry(
        (ARGUMENT + "{kind:list}", ARGUMENT_2 + "{kind:list}"),
        "tensor create",
        "A list was handed over where a tensor belongs. It is the argument {argument} of {name}.",
        "",
        "torch.relu([1.0])",
        ways=ways("""
            a list of numbers: Write torch.tensor(list).
            tensors of one shape: Write torch.stack(list), or torch.cat(list) along an axis that is
                there.
            a model with several outputs: Print len(out), and take the one that is meant: out[0].
            a layer for each part: Go through the list: [layer(x) for x in list].
        """),
    ),
    Entry(
        (
            "expected Tensor as element {number:int} in argument {place:int}, but got "
            "{kind:Sequential|Linear|Conv2d|ReLU|BatchNorm2d|Dropout|Embedding|ModuleList|"
            "Softmax|Sigmoid|LSTM|GRU}",
            "expected Tensor as element {number:int} in argument {place:int}, but got "
            "{kind:builtin_function_or_method|method|function|type}",
        ),
        "tensor cat",
        "A {kind} stands in the list where its output belongs. It is number {number}, counted from "
        "0.",
        "Call it first, layer(x) in place of layer, x.mean() in place of x.mean; and print what "
        "was put under that name before.",
        "from torch import nn\ntorch.cat([torch.ones(2), nn.Linear(2, 2)])",
    ),
    Entry(
        "expected Tensor as element {number:int} in argument {place:int}, but got {kind:NoneType}",
        "tensor cat",
        "One part of the list is None: a function without return gives it, or a value that was "
        "never set. It is number {number}, counted from 0.",
        "Write return at the end of the function, or leave what is None out: [x for x in parts if "
        "x is not None].",
        "torch.stack([torch.ones(2), None])",
    ),
    Entry(
        "Unable to cast Python instance {what:long}to C++ type",
        "tensor create",
        "A function in C++ was handed a Python object of another kind than it takes: a number for "
        "a tensor, or a tensor for a number.",
        "Print type(x) of each argument. A function of TorchScript takes tensors where no other "
        "type is written: torch.tensor(1). What takes numbers gets x.item() or int(n).",
        None,
        recorded=(
            '  File "train.py", line 7, in <module>\n    y = torch.jit.load("a.pt")(1)\n'
            "RuntimeError: Unable to cast Python instance to C++ type (compile in debug mode for "
            "details)",
        ),
        when=lambda found: (
            "torch" in found["what"] or "torch" in found.before + found.code + found.line
        ),
    ),
    Entry(
        (ARGUMENT + "{kind:numpy.ndarray}", ARGUMENT_2 + "{kind:numpy.ndarray}"),
        "derivative array",
        "torch's own functions and layers take tensors, and this is a NumPy array.",
        "Write torch.from_numpy(a), which shares the memory, or torch.tensor(a, "
        "dtype=torch.float32) for a layer. NumPy's own functions take the array as it is.",
        "import numpy as np\ntorch.relu(np.ones(2))",
    ),
    Entry(
        (ARGUMENT + "{kind:tuple}", ARGUMENT_2 + "{kind:tuple}"),
        "tensor create",
        "A tuple was handed over where a tensor belongs. It is the argument {argument} of {name}.",
        "",
        "torch.exp((torch.ones(2), torch.ones(2)))",
        ways=ways("""
            a batch of a DataLoader: Write x, y = batch.
            an LSTM, a GRU: Write out, state = lstm(x); in nn.Sequential they need a class of your
                own behind them.
            max, min, sort along an axis: Write values, indices = x.max(dim=1).
            a model with several outputs: Write out, aux = model(x), or model(x)[0].
            a comma at the end of a line: Take it away: x = layer(x), is a tuple.
            children() of a detector: Take model.backbone, or the model as a whole.
        """),
    ),
    Entry(
        (ARGUMENT + "{kind:NoneType}", ARGUMENT_2 + "{kind:NoneType}"),
        "tensor create",
        "None was handed over where a tensor belongs. It is the argument {argument} of {name}.",
        "",
        "torch.relu(None)",
        ways=ways("""
            a function or forward made it: Write return at its end, in each of its branches.
            x.grad: Call backward() first, and see that x takes part in the loss.
            an option, or a part of a batch: Print it, and set it before this line.
        """),
    ),
    Entry(
        (ARGUMENT + "{kind:str}", ARGUMENT_2 + "{kind:str}"),
        "tensor create",
        "Text was handed over where a tensor belongs. It is the argument {argument} of {name}.",
        "",
        'torch.sqrt("a")',
        ways=ways("""
            a, b = model(x) of transformers: Write model(x, return_dict=False), or take out.logits
                or out.last_hidden_state.
            x, y = data, and data is a dict: Write x, y = data.values(), or data["x"].
            for x in dict or batch: Write for x, y in loader, and take values by their names.
            numbers read as text: Write torch.tensor(float(text)).
            words: Make numbers of them by a vocabulary or a tokenizer.
        """),
    ),
    Entry(
        (ARGUMENT + "{kind:name}", ARGUMENT_2 + "{kind:name}"),
        "tensor create",
        "A layer, of type {kind}, stands where its output belongs. {name} takes tensors.",
        "Call it with its input: layer(x), in place of x * layer or {name}(x, layer). The numbers "
        "that a layer has learned are layer.weight.",
        "from torch import nn\ntorch.mul(torch.ones(2), nn.Linear(1, 1))",
        recorded=("TypeError: mul(): argument 'other' (position 1) must be Tensor, not Linear",),
        when=lambda found: (
            _layer(found) != ""
            and re.match(r"(?:mul|add|sub|div|mm|matmul|bmm|addmm|mv|dot|pow|true)", found["name"])
            is not None
        ),
    ),
    Entry(
        (
            ARGUMENT + "{kind:name}",
            ARGUMENT_2 + "{kind:name}",
            "{name:name}() received an invalid combination of arguments - got ({got:text})",
        ),
        "tensor create",
        "A layer, of type {kind}, was handed over where its output belongs. {name} takes tensors.",
        "Call it with its input first: in forward x = self.fc(x), not x = self.fc, and "
        "{call}(layer(x)), not {call}(layer). As a layer of its own, as in nn.Sequential, take "
        "nn.ReLU() and its like.",
        "from torch import nn\ntorch.relu(nn.Linear(1, 1))",
        recorded=(
            "TypeError: max() received an invalid combination of arguments - got (Linear, int), "
            "but expected one of:",
        ),
        when=lambda found: _layer(found) != "",
        more=lambda found: {"kind": _layer(found), "call": _call(found)},
    ),
    Entry(
        (ARGUMENT + "{kind:name}", ARGUMENT_2 + "{kind:name}"),
        "tensor create",
        "An object of type {kind} was handed over where a tensor belongs. It is the argument "
        "{argument} of {name}.",
        "",
        "class Net:\n    pass\ntorch.relu(Net())",
        when=_is_object,
        ways=ways("""
            a model or a layer: Call it with its input first: model(x).
            an object that holds tensors: Take the one that you mean, as out.logits: dir(x) lists
                what it has.
            a table of pandas: Write torch.tensor(df.to_numpy(dtype="float32")).
        """),
    ),
    Entry(
        (
            ARGUMENT + "{kind:int|float|bool|dict|set}",
            ARGUMENT_2 + "{kind:int|float|bool|dict|set}",
        ),
        "tensor create",
        "A layer got something else than a tensor for its input. The argument {argument} of {name} "
        "is of type {kind}.",
        "Look at the line that calls the model, and print type(x) of each argument: they may stand "
        "in another order than in def forward. Settings of a layer go into its making: "
        "nn.Conv2d(3, 8, 3)(x).",
        "import torch.nn.functional as F\nF.linear(3, torch.ones(2, 2))",
        when=_into_a_layer,
    ),
    Entry(
        (ARGUMENT + "{kind:name}", ARGUMENT_2 + "{kind:name}"),
        "tensor create",
        "torch's functions take tensors, and this is none. The argument {argument} of {name} is of "
        "type {kind}.",
        "",
        "torch.sin(1.0)",
        ways=(
            Way(
                "a Tensor of another library",
                "Write torch.from_numpy(x.numpy()), as for one of TensorFlow.",
                when=lambda found: found["kind"] == "Tensor",
            ),
            *ways("""
                a number: Write torch.tensor(x), or take Python's module math.
                a dictionary, a set, a generator: Take the values out of it first: x["name"], or
                    list(x).
            """),
        ),
    ),
    Entry(
        (
            "{name:name}(): argument 'tensors' (position 1) must be tuple of Tensors, not "
            "{kind:name}",
        ),
        "tensor cat",
        "cat and stack take all tensors as one list. What {name} got first is of type {kind}.",
        "Put brackets around them: torch.{name}([x, y]). One tensor alone has nothing to be joined "
        "with: torch.cat(tuple(x)) lays its parts along axis 0 together, as old releases did, "
        "which took a tensor for a list.",
        "torch.cat(torch.ones(2), torch.ones(2))",
        since=(2, 13),
    ),
    Entry(
        (
            "expected Tensor as element {number:int} in argument {place:int}, but got {kind:name}",
            "expected Variable as element {number:int} in argument {place:int}, but got "
            "{kind:name}",
        ),
        "tensor cat",
        "The list is to hold tensors only. Number {number} in it, counted from 0, is of type "
        "{kind}.",
        "Make a tensor of it first: torch.tensor(…) of numbers, torch.from_numpy(a) of an array, "
        "torch.stack(list) of a list of tensors.",
        "torch.cat([torch.ones(2), 1.0])",
    ),
    Entry(
        (
            "{name:name}() received an invalid combination of arguments - got ({got:text})",
            "{name:name}() got an unexpected keyword argument '{argument:axis|dtype|out|ddof}'",
        ),
        "tensor numpy",
        "A function of NumPy was given a tensor, and called the tensor's own {name} with NumPy's "
        "arguments, which that does not take.",
        "Write the tensor's own, x.mean() or x.clamp(0, 1), or make an array first: "
        "np.mean(x.detach().cpu().numpy()).",
        "import numpy as np\nnp.mean(torch.ones(3))",
        recorded=(
            "TypeError: std() received an invalid combination of arguments - got (axis=NoneType, "
            "dtype=NoneType, out=NoneType, ddof=int, ), but expected one of:\n * (bool unbiased)",
        ),
        when=_by_numpy,
    ),
    Entry(
        "{name:normal}() received an invalid combination of arguments - got ({got:text}), but "
        "expected",
        "tensor parameters",
        "torch.normal with two plain numbers, a mean and a standard deviation, has to be told how "
        "many numbers to draw, as a tuple. It got ({got}).",
        "Write torch.normal(0.0, 1.0, (3,)), with brackets around the sizes, or torch.randn(3) for "
        "mean 0 and standard deviation 1.",
        "torch.normal(0, 1)",
        since=(2, 4),
        when=lambda found: (
            re.match(r"(?:int|float), (?:int|float)(?:, int)*,? ?$", found["got"]) is not None
        ),
    ),
    Entry(
        "{name:to|type}() received an invalid combination of arguments - got ({got:text}), but "
        "expected",
        "tensor parameters",
        "PyTorch has types and devices of its own, and {name} got something else: ({got}). type is "
        "one of NumPy's or Python's types.",
        "Write x.to(torch.float32), or x.float(); and x.to(device) with device = "
        'torch.device("cpu") or a text such as "cuda".',
        "import numpy as np\ntorch.ones(2).to(np.float32)",
        since=(2, 4),
        when=lambda found: re.match(r"(?:type|numpy\.dtype)\b", found["got"]) is not None,
    ),
    Entry(
        "tensor() takes 1 positional argument but {got:int} were given",
        "tensor create",
        "torch.tensor takes all numbers as one list, and got {got} arguments.",
        "Put brackets around them: torch.tensor([1, 2, 3]). Sizes go to torch.zeros(2, 3) and its "
        "like.",
        "torch.tensor(1, 2, 3)",
    ),
    Entry(
        "{:torch._VariableFunctionsClass.|}from_numpy() takes no keyword arguments",
        "memory conversions",
        "from_numpy keeps the type of the array, whose memory it shares, and takes the array "
        "alone.",
        "Write torch.from_numpy(a).float(), or torch.tensor(a, dtype=torch.float32), which copies.",
        "import numpy as np\ntorch.from_numpy(np.ones(2), dtype=torch.float32)",
        recorded=("TypeError: from_numpy() takes no keyword arguments",),
    ),
    Entry(
        "{name:max|min|sum|mean|std|var|prod|median|sort|topk|softmax|log_softmax|conv1d|conv2d|"
        "conv3d|conv_transpose1d|conv_transpose2d|conv_transpose3d}() received an invalid "
        "combination of arguments - got ({kind:name}, {got:text})",
        "tensor parameters",
        "{name} computes with a tensor, and what came in first is of type {kind}.",
        "",
        "from torch import nn\nnn.Conv2d(1, 1, 1)((torch.ones(1, 1, 2, 2), 1))",
        recorded=(
            "TypeError: max() received an invalid combination of arguments - got (tuple, int), but "
            "expected one of:",
        ),
        when=_no_tensor_first,
        ways=(
            *ways(
                """
                a batch with its labels: Write x, y = batch.
                a model's results, or an LSTM's: Write out, aux = model(x), out, state =
                    lstm(x), or out[0].
            """,
                _is_row,
            ),
            Way(
                "a list of tensors",
                "Write torch.stack(list).",
                when=lambda found: found["kind"] == "list",
            ),
            Way(
                "a function without return",
                "Write return at the end of the function or forward that made it.",
                when=lambda found: found["kind"] == "NoneType",
            ),
            Way(
                "an array",
                "Write torch.from_numpy(a).float().",
                when=lambda found: "ndarray" in found["kind"],
            ),
            *ways("""
                a model of transformers: Take out.logits, or out.last_hidden_state.
                any other object: Print type(x) in the line before.
            """),
        ),
    ),
    Entry(
        (
            "{name:max|min|sum|mean|argmax|softmax|cat|std|var|prod|all|any}() received an invalid "
            "combination of arguments - got ({got:text}), but expected",
        ),
        "tensor parameters",
        "The arguments of {name} are of kinds that do not go together. It got ({got}).",
        "Look at d2l tensor parameters {name}, which has each with its meaning.",
        'torch.ones(3).sum("a")',
        since=(2, 13),
        command="tensor parameters {name}",
        ways=(
            STR_FIRST,
            *ways("""
                an axis: Write a whole number, x.softmax(1); several go into x.sum((1, 2)) and
                    x.amax((1, 2)).
                two tensors, number by number: Write torch.maximum(x, y), with one number
                    x.clamp(min=0).
                cat: Write torch.cat([x, y]), with brackets.
            """),
        ),
    ),
    Entry(
        "{name:randn|rand|zeros|ones|empty|full|randint|view|reshape|linspace}() received an "
        "invalid combination of arguments - got ({got:text}), but expected",
        "tensor parameters",
        "The arguments of {name} are of kinds that do not go together. It got ({got}).",
        "PyTorch writes the allowed ones below the message, one line each. Sizes are whole "
        "numbers: write n // 2 in place of n / 2, and int(n) for a float. The sizes of a layer are "
        "one number each, not a tuple. d2l tensor parameters {name} has each with its meaning.",
        "torch.linspace(0, 1)",
        since=(2, 4),
        command="tensor parameters {name}",
    ),
    Entry(
        (
            "{name:name}() received an invalid combination of arguments - got ({got:text}), but "
            "expected",
            "{name:name}() received an invalid combination of arguments - got {got:text}, but "
            "expected",
            "{name:name} constructor received an invalid combination of arguments - got "
            "({got:text}), but expected",
            "{name:name} received an invalid combination of arguments - got ({got:text}), but "
            "expected",
            "{name:name}() received an invalid combination of arguments - got ({got:text})",
        ),
        "tensor parameters",
        "The arguments are of kinds that do not go together, or a name is misspelt. {name} got "
        "({got}).",
        "Compare that with the lines below the message, one for each allowed way.",
        "torch.add(torch.ones(2))",
        ways=(
            STR_FIRST,
            Way(
                "torch.Tensor(list, dtype=…)",
                "Write torch.tensor(list, dtype=…), without a capital.",
                when=lambda found: found["name"] == "new" and "dtype" in found["got"],
            ),
            *ways("""
                a list or an array: Write torch.tensor(x).
                NoneType: Write return at the end of the function that made it.
                float for a size or an index: Write int(n), or n // 2 for n / 2.
            """),
        ),
    ),
    Entry(
        "{name:name}(): argument '{argument:name}' (position {place:int}) must be {wanted:Number|"
        "int|float|bool}, not {kind:name}",
        "tensor parameters",
        "The argument {argument} of {name} is to be one number, of type {wanted}. It is of type "
        "{kind}.",
        "Print it. x.item() makes a Python number of a tensor, int(n) a whole one.",
        'torch.arange("a")',
    ),
    Entry(
        (
            "Expected Tensor as {what:text} but got {kind:name}",
            "expected a Variable argument, but got {kind:name}",
            "Expected a Tensor of type Variable but found",
        ),
        "tensor create",
        "torch's functions take tensors, and this is none. It is of type {kind}.",
        "Make a tensor of it first: torch.tensor(…).",
        None,
        recorded=("TypeError: expected a Variable argument, but got numpy.ndarray",),
    ),
    # Lists and arrays
    Entry(
        ("too many dimensions 'str'", "new(): invalid data type '{kind:str|numpy.str_}'"),
        "tensor create",
        "A tensor holds numbers only, and there is text among these. Or text stands in the "
        "brackets of a tensor, as if it were a dictionary.",
        "",
        'torch.tensor(["a"])',
        ways=ways("""
            labels as words: Write names = sorted(set(labels)), torch.tensor([names.index(v) for v
                in labels]).
            sentences: Make numbers of them by a tokenizer or a vocabulary.
            numbers read as text: Write torch.tensor([float(v) for v in list]).
            a Field with use_vocab=False: Give it numbers alone, or leave use_vocab out.
            a tensor with a name in brackets: Write its number: x[0].
        """),
    ),
    Entry(
        "can't convert np.ndarray of type numpy.{kind:str_|bytes_}",
        "tensor create",
        "The array holds text, and a tensor holds numbers only. NumPy calls its type {kind}.",
        "",
        "import numpy as np\ntorch.tensor(np.array(['a']))",
        ways=ways("""
            numbers read as text: Write a.astype("float32").
            labels: Write names, y = np.unique(a, return_inverse=True).
            words or sentences: Give each word a number, torch.tensor([number[w] for w in words]);
                pad_sequence joins sentences of different lengths.
            columns of a table: Leave out or encode those with text.
        """),
    ),
    Entry(
        "can't convert np.ndarray of type numpy.{kind:object_|object}",
        "tensor create",
        "The array holds objects, not numbers: text, None, lists of different lengths, or columns "
        "of several types make such an array. NumPy calls its type {kind}.",
        "",
        "import numpy as np\ntorch.tensor(np.array([1, None]))",
        ways=ways("""
            numbers: Write a.astype("float32").
            arrays of one shape: Write np.stack(a).
            lists of different lengths: Write torch.nn.utils.rnn.pad_sequence([torch.tensor(v) for v
                in a], batch_first=True).
            text in a table of pandas: Leave these columns out or encode them:
                df.to_numpy(dtype="float32").
            words: Give each a number, by a dictionary or a tokenizer.
        """),
    ),
    Entry(
        "can't convert np.ndarray of type numpy.{kind:name}. The only supported types are: "
        "{types:values}",
        "tensor create",
        "PyTorch takes numpy.{kind}, as its own list says, and did not recognise it here: NumPy "
        "has two types of that name for C's int and long, or PyTorch was built for another NumPy.",
        "Write torch.from_numpy(a.astype(np.int64)), or the type that is wanted. If that fails "
        "too, install a newer torch.",
        None,
        recorded=(
            "TypeError: can't convert np.ndarray of type numpy.int32. The only supported types "
            "are: float64, float32, float16, int64, int32, int16, int8, and uint8.",
        ),
        when=lambda found: found["kind"] in re.findall(r"\w+", found["types"]),
    ),
    Entry(
        (
            "can't convert np.ndarray of type numpy.{kind:datetime64|timedelta64}",
            "can't convert a given np.ndarray to a tensor - it has an invalid type numpy."
            "{kind:datetime64|timedelta64}",
        ),
        "tensor create",
        "The array holds dates or times, and a tensor holds numbers only. NumPy calls its type "
        "{kind}.",
        'Make numbers of them: (a - a.min()) / np.timedelta64(1, "D") counts days, and '
        "df.date.dt.month or .dt.dayofweek gives what a model can learn from. Or leave the column "
        "out.",
        "import numpy as np\ntorch.tensor(np.array(['2020-01-01'], dtype='datetime64[D]'))",
    ),
    Entry(
        (
            "can't convert np.ndarray of type numpy.{kind:name}",
            "can't convert a given np.ndarray to a tensor - it has an invalid type",
        ),
        "tensor create",
        "This PyTorch does not take the array's type of numbers. NumPy calls its type {kind}.",
        "Print a.dtype.",
        None,
        recorded=(
            "TypeError: can't convert np.ndarray of type numpy.uint16. The only supported types "
            "are: float64, float32, float16, complex64, complex128, int64, int32, int16, int8, "
            "uint8, and bool.",
        ),
        ways=ways("""
            whole numbers, uint16 for instance: Write torch.from_numpy(a.astype(np.int64)).
            bool, in an old PyTorch: Write a.astype("uint8").
            object: Look for text, None, or lists of different lengths, and make numbers of one
                shape: np.stack(a).astype("float32").
            others: Write a.astype("float32").
        """),
    ),
    Entry(
        (
            "At least one stride in the given numpy array is negative, and tensors with negative "
            "strides are not currently supported",
            "At least one of the strides in the given numpy array is negative",
            "some of the strides of a given numpy array are negative",
        ),
        "memory conversions",
        "A tensor shares the array's memory, and can only go forward in it. A flip, as in "
        "a[::-1] or np.flip, gives an array that goes backward.",
        "Copy it first: torch.from_numpy(a[::-1].copy()), or turn the tensor: x.flip(0).",
        "import numpy as np\ntorch.from_numpy(np.ones(3)[::-1])",
    ),
    Entry(
        "given numpy array strides not a multiple of the element byte size",
        "memory conversions",
        "The array's numbers do not lie at even distances in memory: a column of a structured "
        "array, or bytes that were read as another type.",
        "Copy it first: torch.from_numpy(a.copy()).",
        'import numpy as np\na = np.zeros(3, dtype=[("a", "i1"), ("b", "f4")])\n'
        'torch.from_numpy(a["b"])',
    ),
    Entry(
        "Could not infer dtype of {kind:NoneType}",
        "tensor create",
        "A tensor holds numbers only, and there is None among these: a function without return "
        "gives it, or a value that is missing.",
        'Leave it out. For a number that is missing write float("nan").',
        "torch.tensor([1, None])",
    ),
    Entry(
        ("Could not infer dtype of numpy.{kind:name}",),
        "env",
        "This PyTorch does not know NumPy's numbers: it was built for another NumPy, or found none "
        "when it was imported. It met one of type {kind}.",
        'Bring the two together: python -m pip install -U torch, or python -m pip install "numpy<2"'
        " for an older torch.",
        None,
        recorded=("RuntimeError: Could not infer dtype of numpy.float32",),
        command="env",
    ),
    Entry(
        "Could not infer dtype of {kind:name}",
        "tensor create",
        "A tensor holds numbers only, and there is something else among these. It is of type "
        "{kind}.",
        "Print what you hand over, and take the numbers out of it first. A picture becomes a "
        "tensor by transforms.ToTensor()(picture), a dictionary value by value, and a set, map or "
        "generator by list(…).",
        "torch.tensor({1: 2})",
    ),
    Entry(
        "expected sequence of length {first:int} at dim {axis:int} (got {other:int})",
        "tensor create",
        "The lists do not make a full grid: a later one is empty, where the first has the length "
        "{first}. env.reset() of Gymnasium, and of gym since 0.26, gives such a pair, an array and "
        "an empty dictionary.",
        "Write state, info = env.reset(), and five values from env.step(a). Other empty lists are "
        "left out or filled up first.",
        "torch.tensor([[1], []])",
        when=lambda found: found["other"] == "0",
    ),
    Entry(
        "expected sequence of length {first:int} at dim {axis:int} (got {other:int})",
        "tensor create",
        "The lists do not make a full grid: the first one along axis {axis} is empty, and a later "
        "one has the length {other}.",
        "Print the first parts, and find out why one is empty. np.eye(n, k) has n rows of k "
        "columns, so k = 0 makes empty ones: row k of one-hot labels is np.eye(n)[k].",
        None,
        recorded=("ValueError: expected sequence of length 0 at dim 2 (got 1)",),
        when=lambda found: found["first"] == "0",
    ),
    Entry(
        (
            "expected sequence of length {first:int} at dim {axis:int} (got {other:int})",
            "inconsistent sequence length at index {:text} - expected {first:int} but got "
            "{other:int}",
        ),
        "tensor create",
        "The lists do not make a full grid. Along axis {axis} the first has the length {first}, "
        "and a later one {other}.",
        "Give all lists one length, or fill the short ones up, with 0 for instance: "
        "torch.nn.utils.rnn.pad_sequence takes tensors of different lengths, and the tokenizers of "
        "transformers padding=True and truncation=True.",
        "torch.tensor([[1, 2], [3]])",
    ),
    Entry(
        (
            "'{kind:list|tuple}' object cannot be interpreted as an integer",
            "must be real number, not {kind:list|tuple}",
        ),
        "tensor create",
        "The lists do not make a full grid: a {kind} stands where the first part has a plain "
        "number.",
        "Give all of them one depth: [[1, 2], [3, 4]]. Rows of different lengths are filled up "
        "first, as by torch.nn.utils.rnn.pad_sequence.",
        "torch.tensor([1, [2]])",
        when=lambda found: (
            re.search(r"\btorch\.(?:tensor|as_tensor|\w*Tensor)\(", found.line) is not None
        ),
    ),
    Entry(
        "not a sequence",
        "tensor create",
        "The lists do not make a full grid: a list stands beside a plain number.",
        "Give all of them one depth: [[1, 2], [3, 4]].",
        "torch.tensor([[1, 2], 3])",
        when=lambda found: found.type == "TypeError" and found.calls("tensor", "Tensor"),
    ),
    Entry(
        (
            "expected np.ndarray (got {kind:Tensor|torch.Tensor})",
            "from_numpy expects an np.ndarray but got torch.{kind:name}Tensor",
        ),
        "memory conversions",
        "from_numpy is for arrays, and this is a tensor already.",
        "Leave torch.from_numpy out.",
        "torch.from_numpy(torch.ones(2))",
    ),
    Entry(
        "expected np.ndarray (got {kind:numpy.ndarray})",
        "env",
        "It is an array, and PyTorch does not recognise it: PyTorch was built for another NumPy, 1 "
        "against 2 as a rule, or two NumPys are installed.",
        'Install a newer torch, python -m pip install -U torch, or an older NumPy: "numpy<2". '
        "Until then torch.tensor(a.tolist()) takes the numbers one by one.",
        None,
        recorded=("TypeError: expected np.ndarray (got numpy.ndarray)",),
        command="env",
    ),
    Entry(
        ("expected np.ndarray (got {kind:tuple})",),
        "memory conversions",
        "from_numpy takes one array, and this is a tuple: an array and something beside it. "
        "env.reset() of Gymnasium, and of gym since 0.26, gives such a pair.",
        "Take the array out of it: state, info = env.reset(), and five values from env.step(a). "
        "Of a tuple of numbers torch.tensor(…) makes a tensor.",
        "import numpy as np\ntorch.from_numpy((np.ones(2), {}))",
    ),
    Entry(
        (
            "expected np.ndarray (got {kind:name})",
            "from_numpy expects an np.ndarray but got {kind:name}",
        ),
        "memory conversions",
        "from_numpy shares the memory of an array, and this has none to share. It is of type "
        "{kind}.",
        "",
        "torch.from_numpy([1])",
        ways=ways("""
            a table of pandas: Write torch.from_numpy(df.to_numpy()).
            a list or a number: Write torch.tensor(x), which copies the numbers.
            a picture: Write transforms.ToTensor()(picture).
        """),
    ),
    Entry(
        "new(): data must be a sequence (got {kind:name})",
        "tensor constructors",
        "torch.Tensor takes sizes or a list. This is of type {kind}.",
        "Write torch.tensor(1.5) for a tensor with one number.",
        "torch.Tensor(1.5)",
    ),
    Entry(
        (
            "Overflow when unpacking long",
            "value cannot be converted to type {kind:name} without overflow",
        ),
        "tensor dtypes",
        "The number does not fit into the type: int64 ends at 9,223,372,036,854,775,807, uint8 "
        "goes from 0 to 255, and neither has inf, nan or complex numbers.",
        "",
        "torch.tensor([300], dtype=torch.uint8)",
        ways=ways("""
            pictures of bytes into a layer: Write x.float(), or x.float() / 255.
            torch.empty or torch.Tensor(n): Write torch.zeros or torch.rand: torch.empty holds
                whatever lay in memory.
            large whole numbers: Write dtype=torch.int64, or torch.float64 for any size, rounded.
        """),
    ),
    Entry(
        (
            "To copy construct from a tensor, it is recommended to use "
            "sourceTensor.detach().clone()",
            "To copy construct from a tensor, it is recommended to use "
            "sourceTensor.clone().detach()",
        ),
        "memory conversions",
        "torch.tensor copies, and its argument is a tensor already. It works, and leaves the "
        "recorded graph behind.",
        "Leave torch.tensor(…) out where no copy is needed: x, x.to(device), or "
        "x.requires_grad_() for a parameter of your own. A copy is x.clone(), which stays in the "
        "graph, or x.detach().clone(), which does not.",
        "torch.tensor(torch.ones(2))",
    ),
    Entry(
        "Creating a tensor from a list of numpy.ndarrays is extremely slow",
        "memory conversions",
        "PyTorch copies a list of arrays number by number. It works, and takes long.",
        "Make one array first: torch.tensor(np.array(list)).",
        "import numpy as np\ntorch.tensor([np.ones(2), np.ones(2)])",
    ),
    Entry(
        "The given NumPy array is not {:writeable|writable}",
        "memory conversions",
        "A tensor shares the array's memory and may be written to; this array may not.",
        "Copy it: torch.tensor(a), or torch.from_numpy(a.copy()).",
        "import numpy as np\na = np.ones(2)\na.flags.writeable = False\ntorch.from_numpy(a)",
    ),
    # One number, or several
    Entry(
        "iteration over a 0-d tensor",
        "tensor numpy",
        "Several names stand left of =, and the right side is one number: a loss, for instance, is "
        "a single value.",
        "Write one name: loss = loss_fn(out, y). What else is wanted, such as the accuracy, is "
        "computed in a line of its own.",
        "import torch.nn.functional as F\nloss, right = F.mse_loss(torch.ones(2), torch.ones(2))",
        when=lambda found: re.match(r"[\w.]+(?:, *[\w.]+)+ *= *\w", found.line) is not None,
    ),
    Entry(
        ("len() of a 0-d tensor", "iteration over a 0-d tensor"),
        "tensor numpy",
        "A tensor without axes holds one number: it has no length, and no parts to go through. A "
        "loss and a sum over all are such, and so is what squeeze leaves of a single result.",
        "Write x.item() for the number, or x.reshape(1) for a tensor with one axis; squeeze(1) "
        "takes one axis alone away. loss, acc = loss_fn(out, y) goes through it too: a loss is one "
        "value.",
        "len(torch.tensor(1))",
    ),
    Entry(
        ONE_ELEMENT,
        "tensor numpy",
        "Here a tensor is to become one Python number, and does not hold exactly one.",
        "",
        "float(torch.ones(3))",
        recorded=(
            '  File "test.py", line 7, in <module>\n    predictions.append(prediction.item())\n'
            "ValueError: only one element tensors can be converted to Python scalars",
        ),
        ways=(
            *ways(
                """
                a list of tensors: Write torch.stack(list), for an array
                    torch.stack(list).detach().cpu().numpy().
                of different lengths: Write torch.nn.utils.rnn.pad_sequence(list), or
                    torch.cat(list).
                tensors and numbers mixed: Write torch.stack([x, torch.zeros_like(x)]).
            """,
                _of_a_list,
            ),
            Way("math.cos and the like", "Write torch.cos(x)."),
            *ITEM_WAYS,
        ),
    ),
    Entry(
        "a Tensor with {count:int} elements cannot be converted to Scalar",
        "tensor numpy",
        "item makes one Python number of a tensor with one element. This one is empty.",
        "Print the shape, and find out why nothing is left: a mask may be False everywhere, or a "
        "batch may have no samples. Test x.numel() > 0 first.",
        "torch.ones(0).item()",
        when=lambda found: found["count"] == "0",
    ),
    Entry(
        "a Tensor with {count:int} elements cannot be converted to Scalar",
        "tensor numpy",
        "item makes one Python number of a tensor with one element. This one holds {count}.",
        "",
        "torch.ones(3).item()",
        ways=ITEM_WAYS,
    ),
    Entry(
        "only integer tensors of a single element can be converted to an index",
        "tensor cat",
        "torch.tensor makes a tensor of numbers, and got a list of tensors with several numbers "
        "each.",
        "",
        "x = [torch.ones(2).long(), torch.ones(2).long()]\ntorch.tensor(x)",
        ways=ways("""
            all of one shape: Write torch.stack(x).
            of different lengths: Write torch.nn.utils.rnn.pad_sequence(x), or torch.cat(x).
            a list of lists: Write torch.stack([torch.stack(row) for row in x]).
        """),
        when=lambda found: (
            re.search(
                r"\b(?:torch|th|T)\.(?:tensor|as_tensor|\w*Tensor)\((?!.*(?:\brange\(|\w\[))",
                found.line or found.before[-200:],
            )
            is not None
        ),
    ),
    Entry(
        "only integer tensors of a single element can be converted to an index",
        "tensor numpy",
        "Python took the tensor for a count: a list or tuple times a tensor would be the list so "
        "many times over.",
        "Print the types of both sides of *. A model that gives several outputs gives a tuple: "
        "out, aux = model(x). A list of numbers becomes a tensor by torch.tensor(…); for a list of "
        "n parts write [0] * int(n).",
        "x = [1.0, 2.0] * torch.ones(2)",
        when=lambda found: (
            re.search(r"[\w)\]] ?\* ?[\w(]", found.line) is not None
            and re.search(r"range\(|[\w)\]]\[|\b(?:np|numpy|random|math)\.\w+\(", found.line)
            is None
        ),
    ),
    Entry(
        (
            "only integer tensors of a single element can be converted to an index",
            "only integer scalar tensors can be converted to an index",
        ),
        "tensor numpy",
        "Python's lists and range take one whole number, and this tensor holds several, or a "
        "float. A list times a tensor is such a count too.",
        "Write int(x), or items[int(x)], for one number. To choose with several, or to multiply, "
        "make a tensor of the list first: torch.tensor(items)[i]; for a list of other things write "
        "[items[k] for k in i.tolist()].",
        "range(torch.ones(2))",
        when=lambda found: "scalar tensors" not in found.line,
    ),
    Entry(
        "{:Boolean|boolean|bool|Bool} value of {:Tensor|tensor|a tensor|a Tensor} with no values "
        "is ambiguous",
        "tensor arithmetic",
        "if, while, and, or and not need one answer, yes or no, and this tensor is empty: it holds "
        "no number at all.",
        "Ask x.numel() > 0, or len(x) > 0, whether there is anything. If you expected numbers "
        "print the shape: a mask may be False everywhere, or a slice behind the end.",
        "bool(torch.ones(0, 2) > 0)",
    ),
    Entry(
        (*BOOL_OF_MANY, "bool value of Variable objects containing non-empty torch"),
        "tensor arithmetic",
        "A tensor stands where one answer, yes or no, is needed. It holds {which}.",
        "",
        "bool(torch.ones(3) > 0)",
        recorded=(
            'Traceback (most recent call last):\n  File "gan.py", line 9, in <module>\n    z = '
            'Variable(torch.randn(4, 8))\n  File "/usr/lib/python3.7/tkinter/__init__.py", line '
            "317, in __init__\n    if value:\nRuntimeError: bool value of Tensor with more than "
            "one value is ambiguous",
        ),
        ways=(
            Way(
                "nn.MSELoss(out, y) or its like",
                "Make the loss first: loss_fn = nn.MSELoss(), then loss_fn(out, y).",
                when=lambda found: (
                    "legacy_get_string" in found.code
                    or re.search(r"\b\w+Loss\((?!\))", found.line) is not None
                ),
            ),
            *ways("""
                if, while, not, x == y: Write (x > 0).all() or .any(), torch.equal(x, y), or x
                    is not None.
                and, or, 0 < x < 3: Write (x > 0) & (x < 3), with | for or, ~ for not.
                x in list, max(list), sorted: Write any(x is y for y in list), or numbers:
                    x.item().
            """),
            Way(
                "Variable(x), and import *",
                "Leave Variable out: tkinter has a class of that name too.",
                when=lambda found: "tkinter" in found.before and "Variable(" in found.code,
            ),
        ),
    ),
    Entry(
        (
            "{:can't|cannot|can not} convert {device:device} device type tensor to numpy",
            "{:can't|cannot|can not} convert {:a |}{device:CUDA|cuda|GPU|gpu} tensor to numpy",
            "can't convert {device:device} tensor to numpy",
            "numpy conversion for {:name} is not supported",
        ),
        "tensor numpy",
        "NumPy, and what is built on it, such as matplotlib, pandas and sklearn, compute in the "
        "memory of the CPU, and these numbers lie elsewhere. They lie on {device}.",
        "",
        'torch.ones(2, device="meta").numpy()',
        recorded=(
            "TypeError: can't convert cuda:0 device type tensor to numpy. Use Tensor.cpu() to copy "
            "the tensor to host memory first.",
        ),
        ways=ways("""
            np, plt, sklearn or a metric: Write x.detach().cpu().numpy() for each tensor that goes
                in, targets too.
            a list of losses or outputs: Write losses.append(loss.item()),
                outs.append(out.detach().cpu()).
            it should stay on the GPU: Take torch.mean(x) for np.mean(x), and so on.
            in a DataLoader with shuffle=True: Leave torch.set_default_device or
                set_default_tensor_type out, or write generator=torch.Generator(device="cuda").
        """),
    ),
    Entry(
        "'torch.dtype' object has no attribute 'type'",
        "tensor numpy",
        "NumPy's function got tensors, and does not know their types.",
        "Make numbers first: np.mean([x.item() for x in list]), or stay with PyTorch: "
        "torch.stack(list).mean().",
        None,
        recorded=("AttributeError: 'torch.dtype' object has no attribute 'type'",),
    ),
    Entry(
        (
            "Cannot interpret 'torch.{kind:name}' as a data type",
            "data type 'torch.{kind:name}' not understood",
        ),
        "tensor numpy",
        "NumPy has types of its own, and was given one of torch's, or a tensor where an array "
        "belongs. The type is torch.{kind}.",
        "Write dtype=np.float32 for an array, and x.to(torch.float32) for a tensor. A function of "
        "NumPy, OpenCV or another library gets x.detach().cpu().numpy(), which keeps the type by "
        "itself.",
        "import numpy as np\nnp.zeros(3, dtype=torch.float32)",
    ),
    Entry(
        'can only concatenate {kind:tuple|list} (not "Tensor") to {:tuple|list}',
        "tensor numpy",
        "+ puts a {kind} to a {kind}, and the other part is a tensor.",
        "Write list.append(x) to put the tensor behind the others, torch.tensor(list) + x for a "
        "sum of numbers, and torch.stack(list) + x for tensors. Of a tuple that a layer gives take "
        "the part that is meant: out[0] + x.",
        "[1.0] + torch.ones(1)",
    ),
    Entry(
        (
            'can only concatenate str (not "Tensor") to str',
            "must be str, not Tensor",
            "Can't convert 'Tensor' object to str implicitly",
        ),
        "tensor numpy",
        "+ puts text to text, and the other part is a tensor.",
        'Write print("loss", x.item()), or "loss " + str(x.item()).',
        '"loss " + torch.tensor(1.0)',
    ),
    Entry(
        "Concatenation operation is not implemented for NumPy arrays",
        "tensor numpy",
        "A NumPy array stands on the left of +, and on the right a tensor that NumPy cannot take "
        "over: one that records gradients, as a rule, or one on a GPU.",
        "Make a tensor of the array first, torch.from_numpy(a) + x, or an array of the tensor: a + "
        "x.detach().cpu().numpy(). An array of text has no sum.",
        "import numpy as np\nnp.ones(3) + torch.ones(3, requires_grad=True)",
        when=lambda found: "torch" in found.before + found.code,
    ),
    Entry(
        (
            "has type <class 'torch.{kind:name}'>, but expected one of",
            "has type <class 'torch.autograd.variable.{kind:Variable}'>, but expected one of",
        ),
        "tensor numpy",
        "TensorBoard, and what else writes its values this way, takes Python's numbers, and this "
        "is a tensor.",
        "Write loss.item(), or loss.data[0] in a PyTorch before 0.4.",
        None,
        recorded=(
            "TypeError: tensor(1.3251, device='cuda:0') has type <class 'torch.Tensor'>, but "
            "expected one of: ((<class 'numbers.Real'>,),) for field Value.simple_value",
        ),
    ),
    Entry(
        "could not determine the shape of object type '{kind:name}'",
        "tensor create",
        "torch.tensor goes through the parts by their places, 0, 1, 2 and so on, and a {kind} does "
        "not have them so: a column of pandas is numbered by its index.",
        "Write torch.tensor(column.to_numpy()), or torch.tensor(list(x)).",
        None,
        recorded=("ValueError: could not determine the shape of object type 'Series'",),
    ),
    Entry(
        "Got unsupported ScalarType {kind:type}",
        "tensor dtypes",
        "NumPy has no such type of numbers. PyTorch calls it {kind}.",
        "Write x.float().numpy(), with .detach().cpu() before it where gradients are recorded or "
        "the tensor is on a GPU.",
        "torch.ones(3).bfloat16().numpy()",
    ),
)
