"""Messages of PyTorch 0.1 to 1.2, which programs of those years still meet."""

from __future__ import annotations

import re

from ..entry import Entry, Found, Way
from .ways import ways


def _of_3(found: Found) -> bool:
    return "rnn.py" in found.before and "check_forward_args" in found.before


# What takes tensors of one type.
ARITHMETIC = (
    "add|add_|sub|sub_|mul|mul_|div|div_|mm|addmm|addmm_|bmm|baddbmm|matmul|dot|mv|addmv|addmv_|eq|"
    "ne|gt|lt|ge|le|max|min|cmul|cdiv"
)


def _kinds(found: Found) -> set[tuple[bool, str]]:
    """The tensors that were handed over and asked for: on a GPU or not, and of which type."""
    told = re.findall(r"torch\.(cuda\.)?(?:sparse\.)?(?:Sparse)?(\w+?)Tensor", found["got"])
    asked = re.findall(
        r"torch\.(cuda\.)?(?:sparse\.)?(?:Sparse)?(\w+?)Tensor", found.fields.get("wanted", "")
    )
    return {(bool(cuda), kind) for cuda, kind in [*told, *asked] if told}


def _sparse_alone(found: Found) -> bool:
    """Whether what was found and what is wanted differ in that one of them is sparse."""
    plain = [re.sub(r"sparse\.|Sparse", "", found[name]) for name in ("a", "b")]
    return found["a"] != found["b"] and plain[0] == plain[1]


SHAPES = (
    "input and target have different number of elements: input[{a:text}] has {n:int} elements, "
    "while target[{b:text}] has {m:int} elements",
    "input and target shapes do not match: input [{a:text}], target [{b:text}]",
)

OLD_WORDINGS = (
    Entry(
        "einsum() takes {:from 1 to |exactly |}2 positional arguments but {got:int} were given",
        "",
        "torch.einsum of a PyTorch before 1.0 takes two arguments, the equation and a list of all "
        "tensors, and got {got}.",
        'Put brackets around the tensors: torch.einsum("ij,jk->ik", [a, b]). Later releases take '
        "the list as well.",
        None,
        recorded=("TypeError: einsum() takes 2 positional arguments but 3 were given",),
    ),
    Entry(
        "argument {number:int} is not a Variable",
        "env",
        "This PyTorch is older than 0.4: there functions and layers take Variables, and a plain "
        "tensor, or something else, was handed over. It is argument {number}, counted from 0.",
        "Write Variable(x), with from torch.autograd import Variable, for all that goes in: "
        "inputs, targets, and the states and masks that the model makes itself. Or install a newer "
        "PyTorch, where tensors are enough.",
        None,
        recorded=("RuntimeError: argument 0 is not a Variable",),
        command="env",
    ),
    Entry(
        "save_for_backward can only save input or output tensors, but argument {number:int} "
        "doesn't satisfy this condition",
        "env",
        "This PyTorch is older than 0.4: there layers take Variables, and a plain tensor was "
        "handed over. In a function of your own it says that save_for_backward got something that "
        "neither came in nor goes out.",
        "Write model(Variable(x)), with from torch.autograd import Variable, or install a newer "
        "PyTorch, where tensors are enough.",
        None,
        recorded=(
            "RuntimeError: save_for_backward can only save input or output tensors, but argument "
            "0 doesn't satisfy this condition",
        ),
        command="env",
    ),
    Entry(
        "{name:name}(): argument '{argument:name}' (position {place:int}) must be Variable, not "
        "{kind:name}",
        "env",
        "This PyTorch is older than 0.4: there functions and layers take Variables. The argument "
        "{argument} of {name} is of type {kind}.",
        "Install a newer PyTorch, where tensors are enough, or write Variable(x), with from "
        "torch.autograd import Variable. An array becomes a tensor first: "
        "Variable(torch.from_numpy(a)).",
        None,
        recorded=(
            "RuntimeError: addmm(): argument 'mat1' (position 1) must be Variable, not "
            "torch.FloatTensor",
        ),
        command="env",
    ),
    Entry(
        "forward() takes exactly {wanted:int} {:arguments|argument} ({got:int} given)",
        "",
        "The model was called with another number of inputs than its forward has arguments. It "
        "takes {wanted} and got {got}, self counted in both.",
        "Call it with what def forward(self, …) names. model(*inputs) takes a list apart: without "
        "the star it is one input.",
        None,
        recorded=("TypeError: forward() takes exactly 2 arguments (129 given)",),
    ),
    Entry(
        (
            "is_same_size received an invalid combination of arguments - got (torch.{:cuda.|}"
            "{value:name}), but expected (torch.{:cuda.|}{target:name} other)",
            "{:Float|CudaFloat|Cuda}{loss:BCECriterion|MSECriterion|SmoothL1Criterion|"
            "AbsCriterion}_updateOutput received an invalid combination of arguments - got (int, "
            "torch.{:cuda.|}{value:name}, {:!|}torch.{:cuda.|}{target:name}{:!|}, ",
        ),
        "tensor parameters",
        "This loss compares numbers of one type, floats. The outputs are {value}, and the targets "
        "{target}.",
        "Write loss_fn(out, y.float()).",
        None,
        recorded=(
            "TypeError: is_same_size received an invalid combination of arguments - got "
            "(torch.cuda.FloatTensor), but expected (torch.cuda.LongTensor other)",
            "TypeError: FloatBCECriterion_updateOutput received an invalid combination of "
            "arguments - got (int, torch.FloatTensor, torch.LongTensor, torch.FloatTensor, bool, "
            "NoneType), but expected (int state, torch.FloatTensor input",
        ),
        when=lambda found: found["value"] != found["target"],
    ),
    Entry(
        "{:Float|CudaFloat|Cuda|Double}{loss:ClassNLLCriterion|SpatialClassNLLCriterion|"
        "MultiMarginCriterion}_updateOutput received an invalid combination of arguments - got "
        "(int, torch.{:cuda.|}{value:name}, {:!|}torch.{:cuda.|}{target:name}{:!|}, ",
        "tensor parameters",
        "A loss over classes takes labels that are whole numbers of type int64, LongTensor. The "
        "outputs are {value}, and the labels {target}.",
        "Write loss_fn(out, y.long()), or y.argmax(1) for one-hot labels where the release has it, "
        "y.max(1)[1] before. For targets that are measured numbers take nn.MSELoss.",
        None,
        recorded=(
            "TypeError: FloatClassNLLCriterion_updateOutput received an invalid combination of "
            "arguments - got (int, torch.FloatTensor, torch.DoubleTensor, torch.FloatTensor, bool, "
            "NoneType, torch.FloatTensor), but expected",
        ),
        when=lambda found: found["target"] != "LongTensor",
    ),
    Entry(
        "{:Float|Cuda|CudaFloat|Double}SpatialConvolutionMM_updateOutput received an invalid "
        "combination of arguments - got ({got:text}), but",
        "tensor parameters",
        "The input of a convolution and its weights differ in type or device. It got ({got}).",
        "torch.cuda in a name means a GPU: send both there, and write x.float().",
        None,
        recorded=(
            "TypeError: FloatSpatialConvolutionMM_updateOutput received an invalid combination of "
            "arguments - got (int, torch.cuda.FloatTensor, torch.cuda.FloatTensor, "
            "torch.FloatTensor), but expected",
        ),
    ),
    Entry(
        (
            "Expected object of type Variable[torch.FloatTensor] but found type "
            "Variable[torch.{found:LongTensor|ByteTensor|IntTensor|DoubleTensor}] for argument "
            "#{number:int} '{argument:name}'",
            "Expected object of type Variable[torch.cuda.FloatTensor] but found type "
            "Variable[torch.cuda.{found:LongTensor|ByteTensor|IntTensor|DoubleTensor}] for "
            "argument #{number:int} '{argument:name}'",
        ),
        "linalg dtypes",
        "The operation goes by FloatTensor, and then met another type. {argument} is {found}.",
        "Write x.float() for it; for the targets of this loss that is y.float().",
        None,
        recorded=(
            "RuntimeError: Expected object of type Variable[torch.FloatTensor] but found type "
            "Variable[torch.LongTensor] for argument #1 'target'",
        ),
    ),
    Entry(
        (
            "Expected object of type Variable[torch.{wanted:DoubleTensor|HalfTensor}] but found "
            "type Variable[torch.{found:FloatTensor|DoubleTensor|LongTensor|IntTensor|ByteTensor}]",
            "Expected object of type Variable[torch.cuda.{wanted:DoubleTensor|HalfTensor}] but "
            "found type Variable[torch.cuda.{found:FloatTensor|DoubleTensor|LongTensor|IntTensor|"
            "ByteTensor}]",
        ),
        "linalg dtypes",
        "The operation goes by {wanted}, its first part, and then met {found}, a layer's weights "
        "as a rule.",
        "Bring both to one type: x.float() for what goes into a layer. Arrays of NumPy become "
        "DoubleTensor: torch.from_numpy(a).float(). For a model in half floats write x.half().",
        None,
        recorded=(
            "RuntimeError: Expected object of type Variable[torch.DoubleTensor] but found type "
            "Variable[torch.FloatTensor] for argument #1 'weight'",
        ),
    ),
    Entry(
        (
            "expected torch.{:cuda.|}LongTensor (got torch.{:cuda.|}{found:name})",
            "expected type torch.{:cuda.|}LongTensor but got torch.{:cuda.|}{found:name}",
            "expected type {:CPU|CUDA}LongType but got {:CPU|CUDA}{found:name}",
            "expected Long tensor (got {found:name} tensor)",
            "Expected object of type Variable[torch.{:cuda.|}LongTensor] but found type "
            "Variable[torch.{:cuda.|}{found:name}] for argument #{number:int} '{argument:name}'",
        ),
        "tensor dtypes",
        "Where PyTorch expects LongTensor it wants whole numbers of type int64: class labels or "
        "indices, as a rule. In a sum or a product the first tensor sets the type. These are "
        "{found}.",
        "Write .long() at the labels or indices, and y.argmax(1) for one-hot labels. In a sum or a "
        "product write .float() at the whole numbers.",
        None,
        recorded=("TypeError: expected torch.LongTensor (got torch.FloatTensor)",),
        when=lambda found: not found["found"].startswith("Long"),
    ),
    Entry(
        (
            "expected type torch.{kind:name}Tensor but got torch.cuda.{kind2:name}Tensor",
            "expected type torch.cuda.{kind:name}Tensor but got torch.{kind2:name}Tensor",
            "expected {:CPU|CUDA} tensor (got {:CUDA|CPU} tensor)",
            "expected type CPU{kind:name}Type but got CUDA{kind2:name}Type",
            "expected type CUDA{kind:name}Type but got CPU{kind2:name}Type",
            "Expected object of type CUDA{kind:name}Type but found type "
            "CPU{kind2:name}Type for argument",
            "Expected object of type CPU{kind:name}Type but found type "
            "CUDA{kind2:name}Type for argument",
            "Expected a Tensor of type torch.{kind:name}Tensor but found a type "
            "torch.cuda.{kind2:name}Tensor for",
            "Expected a Tensor of type torch.cuda.{kind:name}Tensor but found a type "
            "torch.{kind2:name}Tensor for",
        ),
        "env",
        "Two tensors that meet lie on different devices, one on the CPU, one on a GPU.",
        "",
        None,
        recorded=(
            "RuntimeError: expected type torch.FloatTensor but got torch.cuda.FloatTensor",
            'File "/lib/torchvision/transforms/functional.py", line 208, in normalize\n    '
            "tensor.sub_(mean[:, None, None]).div_(std[:, None, None])\nRuntimeError: expected "
            "type torch.cuda.FloatTensor but got torch.FloatTensor",
        ),
        ways=(
            Way(
                "transforms.Normalize",
                "Old releases keep its mean on the CPU: hand it a tensor from there, "
                "normalize(x.cpu()), or install a newer torchvision.",
                lambda found: (
                    re.search(r"mean\[:, None, None\]|sub_\(mean", found.code) is not None
                ),
            ),
            Way("any other line", "Move one to the other's device: x.to(y.device)."),
        ),
        when=lambda found: (
            not found.fields.get("kind", "").startswith("cuda.")
            and not found.fields.get("kind2", "").startswith("cuda.")
        ),
    ),
    Entry(
        (
            "Expected object of type torch.{a:name} but found type torch.{b:name} for argument "
            "#{number:int} '{argument:name}'",
            "Expected object of backend {a:name} but got backend {b:name} for argument "
            "#{number:int} '{argument:name}'",
            "Expected object of type torch.{a:name} but found type torch.{b:name}",
            "Expected object of backend {a:name} but got backend {b:name}",
        ),
        "linalg products",
        "A sparse tensor, which keeps only the numbers that are not 0, meets a plain one, and this "
        "step takes them otherwise. The argument {argument} is of {b}, and {a} is wanted.",
        "",
        None,
        ways=ways("""
            in backward(): Hand over the plain matrix as a copy, x.t().clone() for x.t(), or install
                a newer PyTorch.
            in forward: Write torch.sparse.mm(a, b), with the sparse one first, or x.to_dense().
        """),
        recorded=(
            "RuntimeError: Expected object of type torch.FloatTensor but found type "
            "torch.sparse.FloatTensor for argument #2 'mat2'",
            "RuntimeError: Expected object of backend CPU but got backend SparseCPU for argument "
            "#2 'mat2'",
        ),
        when=_sparse_alone,
    ),
    Entry(
        "trying to index {given:int} dimensions of a {axes:int} dimensional tensor",
        "tensor index",
        "There are more indices in the brackets than the tensor has axes. It has {axes}, and "
        "{given} are given.",
        "Print the shape: squeeze takes every axis of size 1 away, squeeze(0) only that one. "
        "Where nothing was found, a tensor may have no axes at all: test for it first.",
        None,
        recorded=("IndexError: trying to index 2 dimensions of a 0 dimensional tensor",),
    ),
    Entry(
        "tried to construct a tensor from a {:nested |}{kind:name} sequence, but found an item of "
        "type {found:name} at index",
        "tensor create",
        "This tensor is to be made of numbers of type {kind}, and there is something else among "
        "them. It is of type {found}.",
        "Write torch.FloatTensor(…) where there are floats, and make numbers of the rest: "
        "float(x), or x[0] for a tensor. torch.stack joins tensors.",
        None,
        recorded=(
            "RuntimeError: tried to construct a tensor from a int sequence, but found an item of "
            "type float at index (0)",
        ),
        when=lambda found: not found["found"].startswith("numpy"),
    ),
    Entry(
        "tried to construct a tensor from a {:nested |}{kind:name} sequence, but found an item of "
        "type {found:name} at index",
        "tensor numpy",
        "This old PyTorch reads an array number by number here, and does not know NumPy's type "
        "{found}.",
        "Write torch.from_numpy(a), with .float(), .long() and .cuda() behind it as needed.",
        None,
        recorded=(
            "RuntimeError: tried to construct a tensor from a nested float sequence, but found an "
            "item of type numpy.float32 at index (0, 0)",
        ),
    ),
    Entry(
        SHAPES,
        "broadcast grow",
        "A loss compares number by number, and the shapes differ. The outputs have [{a}], and the "
        "targets [{b}].",
        "Print x.size() along forward.",
        None,
        recorded=(
            "RuntimeError: input and target shapes do not match: input [16 x 1], target [16] at "
            "/pytorch/aten/src/THNN/generic/MSECriterion.c:13",
            "RuntimeError: input and target shapes do not match: input [16 x 3 x 30 x 30], target "
            "[16 x 3 x 32 x 32] at /pytorch/aten/src/THNN/generic/MSECriterion.c:13",
        ),
        ways=ways("""
            an axis of size 1 more: Write loss_fn(out, y.view_as(out)).
            another height or width: Choose kernel, stride and padding of the decoder:
                ConvTranspose2d gives (n - 1) * stride - 2 * padding + kernel_size + output_padding.
            another batch: Write x.view(x.size(0), -1): another view mixes samples.
            y holds class labels: Take nn.CrossEntropyLoss.
        """),
    ),
    Entry(
        (
            "Assertion 'THIndexTensor_(size)(target, 0) == batch_size' failed",
            "Assertion 'THTensor_(size)(target, 0) == batch_size' failed",
            "Assertion 'target->size[0] == batch_size' failed",
        ),
        "tensor reshape",
        "Each sample has one label, and the outputs have another number of rows than there are "
        "labels.",
        "Print out.size(), (batch, classes), and y.size(), (batch,).",
        None,
        recorded=(
            "RuntimeError: Assertion `THIndexTensor_(size)(target, 0) == batch_size' failed.  at "
            "/pytorch/torch/lib/THNN/generic/ClassNLLCriterion.c:54",
        ),
        ways=ways("""
            out has another batch than x: Write x.view(x.size(0), -1) in the model.
            one label: Write out.view(1, -1).
            sequences: Write out.view(-1, classes) and y.view(-1).
        """),
    ),
    Entry(
        (
            "Need input of dimension {axes:int} and input.size[1] == {wanted:int} but got input to "
            "be of shape: [{shape:text}]",
            "Need input.size[1] == {wanted:int} but got {got:int} instead",
        ),
        "tensor shape",
        "A convolution was made for {wanted} channels, which stand in axis 1 of (batch, channels, "
        "height, width). The input has [{shape}]. There are {got}.",
        "Print x.shape: x.unsqueeze(0) adds the batch, x.permute(0, 3, 1, 2) brings the channels "
        "to the front. Grey pictures have 1 channel.",
        None,
        recorded=(
            "RuntimeError: Need input of dimension 4 and input.size[1] == 3 but got input to be of "
            "shape: [1 x 224 x 224]",
        ),
    ),
    Entry(
        "Need {name:gradOutput|grad_output} of dimension {axes:int} and {:name}.size[{axis:int}] "
        "== {wanted:int} but got {:name} to be of shape: [{shape:text}]",
        "tensor shape",
        "In backward a layer of this old PyTorch got a gradient of another shape than its output "
        "has. The output has {axes} axes, and the size {wanted} along axis {axis}. The gradient "
        "has [{shape}].",
        "",
        None,
        recorded=(
            "RuntimeError: Need gradOutput of dimension 4 and gradOutput.size[1] == 64 but got "
            "gradOutput to be of shape: [64 x 2401] at /x/torch/lib/THNN/generic/a.c:50",
        ),
        ways=ways("""
            a backward of your own: Return a gradient of the input's shape: grad.view(x.size()).
            another's program: Take its newest state, and a newer PyTorch.
        """),
    ),
    Entry(
        "Assertion 'pos >= 0 && pos < buffer.size()' failed",
        "env",
        "A fault of PyTorch 0.3 and older in backward(): it comes now and then, as a rule after "
        "many batches.",
        "Install PyTorch 0.4.1 or newer. Until then save the model often, and go on from the file.",
        None,
        recorded=(
            "RuntimeError: torch/csrc/autograd/input_buffer.cpp:14: add: Assertion `pos >= 0 && "
            "pos < buffer.size()` failed.",
        ),
        when=lambda found: "input_buffer.cpp" in found.before or found.type == "RuntimeError",
    ),
    Entry(
        (
            "dimension {axis:int} out of range of {axes:int}D tensor",
            "dim {axis:int} out of range of {axes:int}D tensor",
            "dim out of range - got {axis:int} but the tensor is only {axes:int}D",
        ),
        "linalg reduce",
        "The tensor has no such axis. It has {axes}, and axis {axis} was asked for.",
        "Give an axis that is there, and print the shape if you expected more: unsqueeze(0) adds "
        "one in front.",
        None,
        recorded=(
            "RuntimeError: dimension 1 out of range of 1D tensor at "
            "/pytorch/torch/lib/TH/generic/THTensor.c:24",
        ),
        when=lambda found: found.number("axes") > 0,
    ),
    Entry(
        (
            "dimension {axis:int} out of range of 0D tensor",
            "dim {axis:int} out of range of 0D tensor",
            "dim out of range - got {axis:int} but the tensor is only 0D",
        ),
        "linalg reduce",
        "Old PyTorch counts no axes in an empty tensor, and none in a single number, and this is "
        "one of them. So there is no axis {axis}.",
        "",
        None,
        ways=(
            Way(
                "a layer is made",
                "Print the numbers that it is given, n and m in nn.Linear(n, m): one is 0, often "
                "since no files, words or classes were found.",
                lambda found: "self.weight.size(" in found.code,
            ),
            *ways("""
                x.numel() is 0: Find out why nothing is in it: no files were found, or a list or a
                    mask is empty.
                x.numel() is 1: Give it an axis, x.view(1), and write squeeze(1) for squeeze().
            """),
        ),
        recorded=(
            'File "/lib/torch/nn/modules/linear.py", line 49, in reset_parameters\n    stdv = 1. / '
            "math.sqrt(self.weight.size(1))\nRuntimeError: invalid argument 2: dimension 1 out of "
            "range of 0D tensor at /pytorch/torch/lib/TH/generic/THTensor.c:24",
            "RuntimeError: dimension 0 out of range of 0D tensor at "
            "/pytorch/torch/lib/TH/generic/THTensor.c:24",
        ),
    ),
    Entry(
        "inconsistent tensor size, expected tensor [{a:text}] and src [{b:text}] to have the same "
        "number of elements",
        "broadcast misfit",
        "The two tensors are read number by number, and hold different numbers of them. Their "
        "shapes are [{a}] and [{b}].",
        "Print both shapes. A mean over each row has the shape (n, 1) with keepdim=True; "
        "x.expand_as(y) stretches axes of size 1 in releases that do not broadcast.",
        None,
        recorded=(
            "RuntimeError: inconsistent tensor size, expected tensor [64 x 10] and src [64] to "
            "have the same number of elements, but got 640 and 64 elements respectively at "
            "/pytorch/torch/lib/TH/generic/THTensorMath.c:869",
        ),
        when=lambda found: "x" in found["a"] + found["b"],
    ),
    Entry(
        (
            "indexing a tensor with an object of type {kind:name}. The only supported types are",
            "Performing {:basic|advanced} indexing on a tensor and encountered an error indexing "
            "dim {:int} with an object of type <class '{kind:name}'>",
            "Performing {:basic|advanced} indexing on a tensor and encountered an error indexing "
            "dim {:int} with an object of type {kind:name}",
        ),
        "tensor index",
        "This old PyTorch takes whole numbers, slices, and one LongTensor or mask in the brackets. "
        "This index is of type {kind}.",
        "Write int(i) for one number, torch.from_numpy(a).long() for an array, and "
        "torch.LongTensor(list) for a list. The index needs the tensor's device: i.cuda().",
        None,
        recorded=(
            "TypeError: indexing a tensor with an object of type numpy.int64. The only supported "
            "types are integers, slices, numpy scalars and torch.LongTensor or torch.ByteTensor as "
            "the only argument.",
        ),
    ),
    Entry(
        "expected a sequence of integers or a single integer, got '{value:quoted}'",
        "tensor create",
        "Sizes are whole numbers, and one of these is not. It is {value}.",
        "Write n // 2 in place of n / 2, which is a float in Python 3, or int(n).",
        None,
        recorded=("TypeError: expected a sequence of integers or a single integer, got '50.0'",),
    ),
    Entry(
        "result of slicing is an empty tensor",
        "tensor index",
        "There is nothing between the two ends of the slice, and PyTorch before 0.4 has no empty "
        "tensors.",
        "Print x.size() and the two ends: a batch of size 0, or a sequence at its end, makes them "
        "equal. Leave the step out there.",
        None,
        recorded=("ValueError: result of slicing is an empty tensor",),
    ),
    Entry(
        (
            "Invalid index in {name:gather|scatter|scatterAdd} at",
            "invalid argument {:int}: out of range at",
            "invalid argument {:int}: out of range: {index:int} out of {size:int}",
            "index out of range at {file:path}",
        ),
        "tensor index",
        "An index lies outside of what it chooses from, n places numbered from 0 to n - 1. It is "
        "{index}, and there are {size}.",
        "Print i.min(), i.max() and the shape of what is chosen from.",
        None,
        ways=ways("""
            a text for BERT and the like: Cut it to 512 tokens, max_length=512, and take the model's
                own tokenizer.
            an nn.Embedding of your own: Make its num_embeddings x.max() + 1.
            labels: Number them from 0.
        """),
        recorded=(
            "RuntimeError: index out of range at /pytorch/torch/lib/TH/generic/THTensorMath.c:277",
            "RuntimeError: Invalid index in gather at "
            "/pytorch/aten/src/TH/generic/THTensorEvenMoreMath.cpp:459",
        ),
        when=lambda found: (
            re.search(r"\bTHC?\b|aten", found.fields.get("file", "TH")) is not None
            and not found.calls("index_select", "index_add_")
        ),
    ),
    Entry(
        "already counted a million dimensions in a given sequence",
        "tensor create",
        "Each part of this list has parts again, without end: Variables, arrays and text are such "
        "parts for this old PyTorch.",
        "Join Variables or tensors with torch.cat or torch.stack, make arrays a tensor by "
        "torch.from_numpy(np.array(list)), and numbers of text by float(word).",
        None,
        recorded=(
            "RuntimeError: already counted a million dimensions in a given sequence. Most likely "
            "your items are also sequences and there's no way to infer how many dimension should "
            "the tensor have",
        ),
    ),
    Entry(
        "Variable data has to be a tensor, but got {kind:Variable|numpy.ndarray}",
        "tensor numpy",
        "A Variable is made of a tensor. This is of type {kind}.",
        "Write Variable(torch.from_numpy(a)) for an array; a Variable is one already. Since "
        "PyTorch 0.4 tensors are enough, without Variable.",
        None,
        recorded=("RuntimeError: Variable data has to be a tensor, but got Variable",),
        when=lambda found: ".data" not in found.line,
    ),
    Entry(
        "{name:name} received an invalid combination of arguments - got ({got:text}), but "
        "expected {wanted:text}",
        "tensor parameters",
        "A Variable meets a plain tensor, and PyTorch before 0.4 does not take them together. "
        "{name} got ({got}).",
        "Write Variable(t) around the tensor, or v.data for the numbers of the Variable. Since 0.4 "
        "there are tensors alone.",
        None,
        recorded=(
            "TypeError: mul received an invalid combination of arguments - got (Variable), but "
            "expected one of: * (float value) * (torch.FloatTensor other)",
        ),
        when=lambda found: (
            re.search(r"\bVariable\b", found["got"]) is not None
            and "torch." in found["got"] + found["wanted"]
        ),
    ),
    Entry(
        (
            "{name:name} received an invalid combination of arguments - got ({got:text}), but "
            "expected {wanted:text}",
        ),
        "env",
        "The tensors that meet here lie on different devices: torch.cuda in a type means a GPU. "
        "{name} got ({got}).",
        "Send all of them to one: x.cuda(), and model.cuda() once; y.cpu() for what is computed "
        "on the CPU.",
        None,
        recorded=(
            "TypeError: torch.index_select received an invalid combination of arguments - got "
            "(torch.cuda.FloatTensor, int, torch.LongTensor), but expected "
            "(torch.cuda.FloatTensor source, int dim, torch.cuda.LongTensor index)",
        ),
        when=lambda found: len({cuda for cuda, _ in _kinds(found)}) > 1,
    ),
    Entry(
        "{name:name} received an invalid combination of arguments - got ({got:text}), but "
        "expected {wanted:text}",
        "tensor parameters",
        "Indices are a LongTensor, and a mask is a ByteTensor, in this old PyTorch. {name} got "
        "({got}).",
        "Write i.long() for indices, and mask.byte() for a mask.",
        None,
        recorded=(
            "TypeError: gather received an invalid combination of arguments - got (int, "
            "torch.FloatTensor), but expected (int dim, torch.LongTensor index)",
        ),
        when=lambda found: (
            ("LongTensor index" in found["wanted"] and "LongTensor" not in found["got"])
            or ("ByteTensor mask" in found["wanted"] and "ByteTensor" not in found["got"])
        ),
    ),
    Entry(
        (
            "{name:" + ARITHMETIC + "} received an invalid combination of arguments - got "
            "({got:text}), but expected {wanted:text}",
            "torch.{name:" + ARITHMETIC + "} received an invalid combination of arguments - got "
            "({got:text}), but expected {wanted:text}",
        ),
        "linalg dtypes",
        "The tensors that meet here hold different types of numbers, and this old PyTorch brings "
        "none to the other's. {name} got ({got}).",
        "Bring both to one type: x.float() makes FloatTensor, which layers have; arrays of NumPy "
        "become DoubleTensor as a rule. A comparison of labels takes y.long() on both sides.",
        None,
        recorded=(
            "TypeError: addmm_ received an invalid combination of arguments - got (int, int, "
            "torch.DoubleTensor, torch.FloatTensor), but expected one of: * (torch.DoubleTensor "
            "mat1, torch.DoubleTensor mat2)",
        ),
        when=lambda found: len({kind for _, kind in _kinds(found)}) > 1,
    ),
    Entry(
        "backward should be called only on a scalar (i.e. 1-element tensor) or with gradient "
        "w.r.t. the variable",
        "autograd nonscalar",
        "backward starts from one number, and this Variable holds several.",
        "Write loss.mean().backward(), or y.backward(torch.ones(y.size())).",
        None,
        recorded=(
            "RuntimeError: backward should be called only on a scalar (i.e. 1-element tensor) or "
            "with gradient w.r.t. the variable",
        ),
    ),
    Entry(
        (
            "there are no graph nodes that require computing gradients",
            "element {:int} of variables tuple is volatile",
            "calling backward on a volatile variable",
        ),
        "autograd leaves",
        "Nothing that led to this number requires a gradient: a Variable was made with "
        "volatile=True, or anew from .data on the way.",
        "Leave volatile=True out in training, and go on with the Variable itself in place of its "
        ".data.",
        None,
        recorded=(
            "RuntimeError: there are no graph nodes that require computing gradients",
            "RuntimeError: element 0 of variables tuple is volatile",
        ),
    ),
    Entry(
        "optimizing a parameter that doesn't require gradients",
        "autograd leaves",
        "An optimizer of this old PyTorch takes only parameters that require gradients, and one is "
        "frozen.",
        "Write optim.SGD(filter(lambda p: p.requires_grad, model.parameters()), lr=0.01).",
        None,
        recorded=("ValueError: optimizing a parameter that doesn't require gradients",),
    ),
    Entry(
        (
            "expected {wanted:int}D tensor as input, got {got:int}D tensor instead",
            "{:3D or 4D|4D or 5D|2D or 3D} (batch mode) tensor expected for input",
        ),
        "tensor shape",
        "The input of a layer has another number of axes than the layer takes. It wants {wanted}, "
        "and there are {got}.",
        "Print x.size(): a layer for pictures takes (batch, channels, height, width).",
        None,
        recorded=("RuntimeError: expected 4D tensor as input, got 3D tensor instead",),
        ways=ways("""
            the batch is missing: Write x.unsqueeze(0).
            grey pictures, (batch, h, w): Write x.unsqueeze(1).
            a view before a convolution: Flatten behind the convolutions alone, and give a
                classifier of your own as many inputs as they give.
        """),
    ),
    Entry(
        ("inconsistent tensor sizes at", "inconsistent tensor size at"),
        "tensor cat",
        "A DataLoader puts the samples of a batch together, and they have different shapes: "
        "pictures of different sizes, or of 1 and 3 channels, or texts of different lengths.",
        "Bring all to one shape in the data set: transforms.Resize((224, 224)), "
        'picture.convert("RGB"), or texts filled up to one length. Else hand a collate_fn to the '
        "DataLoader; batch_size=1 puts nothing together.",
        None,
        recorded=(
            'File "/site-packages/torch/utils/data/dataloader.py", line 91, in default_collate\n'
            "    return torch.stack(batch, 0, out=out)\nRuntimeError: inconsistent tensor sizes at "
            "/home/ubuntu/pytorch/torch/lib/TH/generic/THTensorMath.c:2625",
        ),
        when=lambda found: "collate" in found.before,
    ),
    Entry(
        ("inconsistent tensor sizes at", "inconsistent tensor size at"),
        "tensor shape",
        "The shapes do not fit: in cat all axes but one are equal, elsewhere all.",
        "Print both sizes.",
        None,
        ways=ways("""
            a loop over a DataLoader: Bring pictures and labels to one size, by
                transforms.Resize((224, 224)) or by filling up, or give it a collate_fn.
            +, * and the like: Write x.expand_as(y), which stretches axes of size 1: the oldest
                releases do not broadcast.
            x[i] = y, or x.copy_(y): Give both one shape.
        """),
        recorded=(
            "RuntimeError: inconsistent tensor sizes at "
            "/b/wheel/pytorch-src/torch/lib/TH/generic/THTensorMath.c:827",
            "RuntimeError: inconsistent tensor size at "
            "/py/conda-bld/pytorch_1493673470840/work/torch/lib/TH/generic/THTensorCopy.c:46",
        ),
    ),
    Entry(
        (
            "While copying the parameter named {name:name}, whose dimensions in the model are "
            "torch.Size([{here:shape}]) and whose dimensions in the checkpoint are "
            "torch.Size([{saved:shape}])",
            "size mismatch for {name:name}: copying a param of torch.Size([{saved:shape}]) from "
            "checkpoint, where the shape is torch.Size([{here:shape}]) in current model",
        ),
        "tensor shape",
        "The file was made by a model of other sizes. {name} has the shape [{saved}] in the file, "
        "and [{here}] in this model.",
        "Make the model with the sizes it was saved with, then load, and change the last layer "
        "after that. Or leave out what does not fit, and load with strict=False.",
        None,
        recorded=(
            "RuntimeError: While copying the parameter named conv1.weight, whose dimensions in the "
            "model are torch.Size([64, 3, 7, 7]) and whose dimensions in the checkpoint are "
            "torch.Size([64, 1, 7, 7]).",
        ),
        when=lambda found: found["saved"] != found["here"],
    ),
    Entry(
        "in-place operations can be only used on variables that don't share storage with any other "
        "variables, but detected that there are {count:int} objects sharing it",
        "autograd inplace",
        "A tensor was changed in place, and others are views of its memory.",
        "Write x = x + 1 in place of x += 1, or x.clone() first.",
        None,
        recorded=(
            "RuntimeError: in-place operations can be only used on variables that don't share "
            "storage with any other variables, but detected that there are 2 objects sharing it",
        ),
    ),
    Entry(
        "name 'fn' is not defined",
        "tensor shape",
        "The input of a recurrent layer does not have the size that it was made for, and this old "
        "PyTorch fails while it says so.",
        "Print x.shape: the last axis is input_size, and the axes are (time, batch, features), or "
        "(batch, time, features) with batch_first=True.",
        None,
        recorded=(
            'File "/site-packages/torch/nn/modules/rnn.py", line 190, in forward\n    '
            "self.check_forward_args(input, hx, batch_sizes)\n"
            'File "/site-packages/torch/nn/modules/rnn.py", line 141, in check_forward_args\n'
            "    fn.input_size, input.size(-1)))\nNameError: name 'fn' is not defined",
        ),
        when=_of_3,
    ),
    Entry(
        (
            "torch.utils.ffi is deprecated. Please use cpp extensions instead",
            "No module named 'torch.utils.ffi'",
        ),
        "env",
        "The program compiles C for PyTorch 0.4 or older; torch.utils.ffi is gone since 1.0.",
        "Look for a later branch of the program. Layers of that time, such as RoIAlign and NMS, "
        "are in torchvision.ops now. Else install PyTorch 0.4.1, with a Python up to 3.7.",
        None,
        recorded=(
            "ImportError: torch.utils.ffi is deprecated. Please use cpp extensions instead.",
        ),
        command="env",
    ),
    Entry(
        (
            "THCudaCheck FAIL file={file:path} line={line:int} error={number:11|8|48|13} : "
            "{what:text}",
            "cuda runtime error (8){: : |: }invalid device function",
            "CUDA error: invalid device function",
        ),
        "env",
        "As a rule this PyTorch, or an extension of the program, was not built for this GPU.",
        "torch.cuda.get_device_capability() names the card's kind.",
        None,
        ways=ways("""
            a newer card: Install a PyTorch for a later CUDA, chosen on pytorch.org.
            an old card: Take a build that still has it: python -m pip install torch --index-url
                https://download.pytorch.org/whl/cu126 for 5.0 to 7.0.
            an extension of the program: Compile it anew on this machine.
        """),
        recorded=(
            "THCudaCheck FAIL file=/pytorch/aten/src/THC/THCGeneral.cpp line=383 error=11 : "
            "invalid argument",
            "RuntimeError: cuda runtime error (8) : invalid device function at "
            "/opt/conda/torch/lib/THC/THCTensorMath.cu:15",
        ),
        command="env",
    ),
    Entry(
        (
            "cuda runtime error (9){: : |: }invalid configuration argument",
            "CUDA error: invalid configuration argument",
        ),
        "env",
        "A step on the GPU was started with sizes that it does not take: a tensor with an axis of "
        "size 0, or with too many numbers.",
        "Print the shapes of what goes in, and run the step on the CPU, where the message names "
        "the reason. If it works there, install a newer PyTorch: releases before 1.5 fail so with "
        "empty tensors, and in the backward of some functions.",
        None,
        recorded=("RuntimeError: CUDA error: invalid configuration argument",),
    ),
    Entry(
        (
            "cuda runtime error (4){: : |: }unspecified launch failure",
            "cuda runtime error ({number:int}){: : |: }the launch timed out and was terminated",
            "Creating MTGP constants failed",
        ),
        "env",
        "The GPU stopped in the middle of a step: an index out of range, a step too long for a "
        "GPU that also draws the screen, or a fault of the card.",
        "Run the step on the CPU, which names the line, or set CUDA_LAUNCH_BLOCKING=1.",
        None,
        recorded=("RuntimeError: cuda runtime error (4) : unspecified launch failure",),
    ),
    Entry(
        (
            "CUDNN_STATUS_{name:INTERNAL_ERROR|MAPPING_ERROR|EXECUTION_FAILED|NOT_INITIALIZED|"
            "ALLOC_FAILED|ARCH_MISMATCH}",
        ),
        "env",
        "cuDNN, NVIDIA's library for layers on the GPU, gave up with {name}.",
        "Run the step on the CPU first: it names a wrong shape, type or device.",
        None,
        recorded=("RuntimeError: CUDNN_STATUS_INTERNAL_ERROR",),
        when=lambda found: found.type == "RuntimeError",
        ways=ways("""
            it worked before: Delete the folder ~/.nv, where the driver keeps what it compiled, and
                restart the machine.
            nvidia-smi shows little memory: End other programs, or take a smaller batch.
            a GPU newer than this PyTorch: Install a PyTorch for a later CUDA, chosen on
                pytorch.org.
        """),
    ),
    Entry(
        (
            "all tensors must be on devices[0]",
            "all tensors must be on devices[0]: {device:text}",
        ),
        "env",
        "A model for several GPUs lies on the first of them to begin with, and this one does not.",
        "",
        None,
        recorded=("RuntimeError: all tensors must be on devices[0]",),
        ways=ways("""
            DataParallel: Name the model's GPU first: with model.cuda(1), device_ids=[1, 0], and
                x.cuda(1).
            DistributedDataParallel: Write torch.cuda.set_device(local_rank) before model.cuda(),
                and device_ids=[local_rank].
        """),
    ),
    Entry(
        ("getTracingState: Assertion 'var_state == state' failed",),
        "",
        "A model in DataParallel, or one whose input lies on another device, cannot be traced by "
        "this old PyTorch.",
        "Trace model.module, on one device, in a Python that was started anew, or install a newer "
        "PyTorch.",
        None,
        recorded=(
            "RuntimeError: /pytorch/torch/csrc/jit/tracer.h:117: getTracingState: Assertion "
            "`var_state == state` failed.",
        ),
    ),
    Entry(
        "",
        "env",
        "The program calls inner functions of PyTorch 0.4 and older, from torch._thnn, and this "
        "release does not have the one that it calls.",
        "Install the release that the program names, with a Python of its time, or look for a "
        "newer version of the program. In code of your own write the step with functions of "
        "today: F.unfold and F.fold for Im2Col and Col2Im, F.conv2d, F.grid_sample.",
        None,
        recorded=(
            'File "/site-packages/torch/autograd/function.py", line 189, in wrapper\n'
            '    outputs = fn(ctx, *args)\n  File "pac.py", line 286, in backward\n'
            "    ctx._backend.Im2Col_updateGradInput(ctx._backend.library_state,\n"
            '  File "/site-packages/torch/_thnn/utils.py", line 27, in __getattr__\n'
            "    raise NotImplementedError\nNotImplementedError\n",
        ),
        when=lambda found: (
            found.type == "NotImplementedError"
            and re.search(r"torch[/\\]_thnn[/\\]utils\.py", found.before[-400:]) is not None
        ),
        command="env",
    ),
    Entry(
        (
            "module 'torch' has no attribute '{name:no_grad|device|bool|tensor|float32|int64|"
            "dtype}'",
            "'module' object has no attribute '{name:no_grad|inference_mode|set_grad_enabled}'",
        ),
        "env",
        "This PyTorch is older than the program: torch.{name} came with a later release. Or a "
        "torch.py of your own took its place.",
        "Print torch.__version__ and torch.__file__.",
        None,
        recorded=(
            "AttributeError: module 'torch' has no attribute 'no_grad'",
            "AttributeError: module 'torch' has no attribute 'bool'",
            "AttributeError: 'module' object has no attribute 'no_grad'",
        ),
        when=lambda found: found["name"] not in ("tensor", "float32", "int64", "dtype"),
        command="env",
        ways=ways("""
            an old version: Install a newer one, as pytorch.org says, and its Python.
            a file of yours: Give it, torch.py or a folder torch, another name.
        """),
    ),
    Entry(
        (
            "invalid argument {number:int}: Index tensor must have same dimensions as input tensor",
            "invalid argument {number:int}: Index tensor must be either empty or have same "
            "dimensions as {:input|output|self} tensor",
            "invalid argument {number:int}: Index tensor must have same size as {:text} tensor",
            "invalid argument {number:int}: Input tensor must have same dimensions as output "
            "tensor",
        ),
        "tensor index",
        "gather and scatter take tensors of equally many axes: what they read from or write to, "
        "the indices, and the values that scatter_ writes.",
        "Print the shapes.",
        None,
        ways=ways("""
            gather with an index for each row: Write x.gather(1, i.unsqueeze(1)).squeeze(1).
            scatter_ with values: Give them as many axes: x.scatter_(-1, i, v.unsqueeze(0)).
            places that nonzero gave: Write x[i[:, 0], i[:, 1]], or x[mask].
            in y.backward(g): Give g the shape of y.
        """),
        recorded=(
            "RuntimeError: invalid argument 3: Index tensor must have same dimensions as input "
            "tensor at /pytorch/torch/lib/THC/generic/THCTensorScatterGather.cu:199",
            "RuntimeError: invalid argument 3: Index tensor must be either empty or have same "
            "dimensions as input tensor",
        ),
    ),
    Entry(
        "invalid argument {number:int}: Index dimension is out of bounds",
        "tensor index",
        "gather and scatter go along one axis, and the tensor does not have it. In this old "
        "PyTorch a tensor that holds no numbers counts as one without axes.",
        "Print x.shape and i.shape.",
        None,
        ways=ways("""
            a 0 in a shape: Leave the step out where i.numel() is 0, or install a newer PyTorch,
                which takes empty tensors.
            no 0 in the shapes: Take an axis that x has: they count from 0, the last is -1.
        """),
        recorded=("RuntimeError: invalid argument 2: Index dimension is out of bounds",),
    ),
    Entry(
        "cuda() got an unexpected keyword argument '{name:device_id|async}'",
        "env",
        "The program is for a PyTorch before 0.4: since then device_id is called device, and async "
        "non_blocking.",
        "Write x.cuda(device=0), or x.cuda(0), and x.cuda(non_blocking=True).",
        "torch.ones(2).cuda(device_id=0)",
        command="env",
    ),
    Entry(
        "{ahead:text}sizes must be non-negative{rest:text}",
        "tensor create",
        "A tensor was to be made with a size below 0, or, in PyTorch 0.4, with a size of 0.",
        "Print the shapes in this line.",
        None,
        ways=ways("""
            0 in a shape, torch 0.4: Install PyTorch 1.0 or later, which takes it, or leave the step
                out when a list is empty.
            in a convolution or pooling: Hand over larger pictures or longer texts: the layers
                shrink them.
            -1 among the sizes: Write a number: -1 is for view and reshape.
        """),
        recorded=(
            'File "a.py", line 3, in f\n    idx = torch.LongTensor([A.tocoo().row])\n'
            "RuntimeError: sizes must be non-negative",
        ),
        when=lambda found: (
            found["ahead"] == ""
            and re.match(r"\W*$|\(THC?Tensor|at /", found["rest"]) is not None
            and (found.type == "RuntimeError" or "torch" in found.before)
        ),
    ),
    Entry(
        "{:No|no} grad accumulator for a saved leaf",
        "autograd leaves",
        "As a rule a parameter had requires_grad=False when the loss was computed, and True at "
        "backward, or was replaced in between.",
        "Set requires_grad before the forward pass, and compute the loss anew after it.",
        None,
        recorded=("RuntimeError: No grad accumulator for a saved leaf!",),
    ),
)
