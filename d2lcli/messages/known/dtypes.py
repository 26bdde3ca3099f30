"""Types of numbers that do not go together."""

from __future__ import annotations

import re

from ...language import MESSAGES, mark, tr
from ...words import sentences
from ..entry import Entry, Found, Way
from .ways import ways

LOSSES = ("cross_entropy", "nll_loss", "CrossEntropyLoss", "NLLLoss", "criterion", "loss_fn")
NORMS = ("mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss", "binary_cross_entropy")
FOUND = "expected scalar type {wanted:type} but found {found:type}"
OLD = (
    "Expected object of scalar type {wanted:type} but got scalar type {found:type} for argument "
    "#{number:int} '{argument:name}'"
)
OLDER = (
    "Expected object of type torch.{:cuda.|}{wanted:name}Tensor but found type "
    "torch.{:cuda.|}{found:name}Tensor for argument #{number:int} '{argument:name}'"
)
NAMES = "Float|Double|Half|BFloat16|Long|Int|Short|Byte|Char|Bool|ComplexFloat|ComplexDouble"
# The title of a question leaves the end out.
HEADS = (
    "Expected object of scalar type {wanted:type} but got scalar type {found:" + NAMES + "}",
    "expected scalar type {wanted:type} but got {:scalar type |}{found:" + NAMES + "}",
    "Expected object of type {:torch.|}{:cuda.|}{wanted:name}Tensor but found type "
    "{:torch.|}{:cuda.|}{found:" + NAMES + "}Tensor",
    "Expected object of type {:torch.|}{:cuda.|}{wanted:name}Tensor {:vs|vs.|but got} "
    "{:torch.|}{:cuda.|}{found:" + NAMES + "}Tensor",
)
ASKED = (
    FOUND,
    OLD,
    OLDER,
    "Expected object of type {:CPU|CUDA}{wanted:name}Type but found type "
    "{:CPU|CUDA}{found:name}Type for argument #{number:int} '{argument:name}'",
    *HEADS,
)
MET = (
    "expected {:backend|device} {:device} and dtype {wanted:type} but got "
    "{:backend|device} {:device} and dtype {found:type}",
    "expected Tensor of type {wanted:name} but found type {found:name}",
    "expected type torch.{wanted:name}Tensor but got torch.{found:name}Tensor",
    "expected type {:CPU|CUDA}{wanted:name}Type but got {:CPU|CUDA}{found:name}Type",
    "expected {wanted:name} (got {found:name}Tensor)",
    "expected {wanted:Double|Float} tensor (got {found:name} tensor)",
)
INDICES = (
    FOUND,
    OLD,
    OLDER,
    "Expected tensor for argument #{number:int} '{argument:indices}' to have one of the "
    "following scalar types: Long, Int; but got {:torch.|}{:cuda.|}{found:name}Tensor "
    "instead",
    "Expected tensor for argument #{number:int} '{argument:indices}' to have scalar type "
    "{wanted:type}; but got {:torch.|CPU|CUDA}{:cuda.|}{found:name}Tensor instead",
    "Expected tensor for argument #{number:int} '{argument:indices}' to have scalar type "
    "{wanted:type}; but got {:CPU|CUDA}Type instead",
)
SEQUENCE = (
    "Expected object of scalar type {wanted:type} but got scalar type {found:type} for "
    "sequence element {number:int} in sequence argument at position #{place:int} "
    "'{argument:name}'",
    "Expected object of scalar type {wanted:type} but got scalar type {found:type} for "
    "sequence element",
    "Expected a Tensor of type torch.{wanted:name}Tensor but found a type "
    "torch.{found:name}Tensor for sequence element {number:int} in sequence argument at "
    "position #{place:int} '{argument:name}'",
)
SMALL = "at::Half|c10::Half|Half|float|Float|at::BFloat16|c10::BFloat16|BFloat16"
# Whole numbers in C++'s words.
WHOLE_C = "uint8_t|int8_t|int16_t|int32_t|int64_t|unsigned char|signed char|short|int|long|int64"
WHOLE = ("Long", "Int", "Short", "Byte", "Char")
FLOATS = ("Float", "Double", "Half", "BFloat16")


def _labels(found: Found) -> bool:
    """Whether class labels are meant: a loss on classes asked for Long."""
    if found["wanted"] != "Long":
        return False
    return found.calls(*LOSSES) or found.fields.get("argument") in ("target", "targets")


def _embedding(found: Found) -> bool:
    asked = found["wanted"] == "Long"
    return asked and (
        found.calls("embedding", "Embedding") or found.fields.get("argument") == "indices"
    )


def _types_too(found: Found) -> dict[str, str]:
    """What is to be said where the type of the input differs from the weights' floats."""
    kinds = [re.search(r"(\w+?)(?:Tensor|Type)$", found[name]) for name in ("x", "w")]
    x, w = (re.sub("^(?:CUDA|CPU)", "", kind[1]) if kind else "" for kind in kinds)
    hints = []
    if "cuda" in found["x"].lower() and re.search(r"\bsummary\(", found.code + found.before):
        hints.append(
            mark(
                "summary of torchsummary makes an input on the GPU by itself, unless it has "
                'device="cpu".'
            )
        )
    if x != w == "Float" and x in (*WHOLE, "Double"):
        hints.append(mark("The types differ too: write x.float() as well."))
    return {"hint": sentences(*(tr(hint, MESSAGES) for hint in hints))} if hints else {}


def _whole_factor(found: Found) -> bool:
    """Whether whole numbers meet floats in a product, as in a layer."""
    return (
        found["wanted"] in WHOLE
        and found["found"] in FLOATS
        and (
            found.fields.get("argument")
            in ("mat1", "mat2", "vec", "vec2", "batch2", "other", "tensor", "weight")
            or found.calls("linear", "mm", "matmul", "addmm", "bmm")
            or " @ " in found.line
        )
    )


def _complex(found: Found) -> bool:
    return "complex" in " ".join(found.fields.values()).lower()


def _loss_backward(found: Found) -> bool:
    return (
        found["wanted"] in FLOATS
        and found["found"] in (*WHOLE, "Double", "Bool")
        and (
            found.calls(*NORMS)
            or found.calls("backward", "criterion", "loss_fn")
            or found.fields.get("argument") == "target"
        )
    )


LABELS = (
    "A loss over classes takes labels that are whole numbers of type int64, which PyTorch calls "
    "Long. These are {found}."
)
FLOAT_64 = Way(
    "weights of torch.float64", "Write model.float(), or model(x.double()) to compute in float64."
)
HALF_WAYS = ways("""
    weights in half floats: Write x.to(layer.weight.dtype), in transformers x.to(model.dtype), or
        model.float().
    parts added later: Write model.half() or model.float() after that.
    a state kept in self: Put it in register_buffer, or write h.to(x.dtype).
    trained under autocast: Write torch.autocast("cuda", dtype=torch.bfloat16) around testing too,
        in fastai learn.to_fp32() before export.
    on the CPU: Write model.float() and x.float().
""")
COMPLEX_WAYS = ways("""
    one number is enough: Write z.abs(), or z.real.
    both parts count: Write torch.view_as_real(z) for pairs in a last axis, or torch.cat([z.real,
        z.imag], dim=1) for channels.
    in backward, in an old PyTorch: Install a newer one, which computes more with complex numbers.
    code for PyTorch before 1.8: Write torch.view_as_real(z), since it expects pairs.
""")
WHOLE_ONLY = (
    "\"{name:quoted}\" not implemented for '{kind:Long|Int|Byte|Short|Char}'",
    "\"{name:quoted}\" not implemented for 'torch.{:cuda.|}{kind:Long|Int|Byte|Short|Char}Tensor'",
    "{name:name} not implemented for '{kind:Long|Int|Byte|Short|Char}'",
    "{name:name}' not implemented for '{kind:Long|Int|Byte|Short|Char}'",
    "{name:name} not supported on {:CPU|CUDA}Type for {kind:Long|Int|Byte|Short|Char}",
    "{name:name} {:is |}not implemented for type "
    "torch.{:cuda.|}{kind:Long|Int|Byte|Short|Char}Tensor",
)
ORDERS = re.compile(
    r"(?:arg)?(?:max|min|sort)(?!_pool)|(?:gt|lt|ge|le|clamp|aminmax|median|kthvalue|mode|topk|cum"
    r"(?:max|min))(?![a-z])|Sort"
)
NORM = re.compile(r"(?:_thnn_)?(?:mse_|(?:smooth_)?l1_|huber_|binary_cross_entropy|bce)")
WHOLE_LOSS = (
    "A loss such as this compares floats with floats, and the outputs are whole numbers, {kind}."
)
WHOLE_LOSS_OUT = (
    "Write loss_fn(out, y.float()), with the outputs as the last layer gives them: an argmax, a "
    "round or .long() before the loss leaves nothing to learn from. For class numbers take "
    "F.cross_entropy(out, y), whose outputs have one score for each class."
)
TRUTH = (
    "Truth values were bytes in old releases, and have a type of their own since PyTorch 1.2, "
    "which comparisons give. Wanted is {wanted}, and this is {found}."
)
TRUTH_OUT = (
    "Write mask.bool() for both masks, and dtype=torch.bool in place of torch.uint8 where one is "
    "made; mask.byte() in releases before 1.2. A program of others that was written for an old "
    "release runs with the one that it names."
)

DTYPES = (
    Entry(
        "value cannot be converted to type {kind:few} without overflow: ({real:few},"
        "{imaginary:few})",
        "tensor dtypes",
        "The number is complex, {real} and {imaginary} times i, and the tensor holds real ones.",
        "Where the real part is what you want write z.real, or z.abs() for the absolute value: "
        "eigenvalues and Fourier transforms give complex numbers. Otherwise make the tensor "
        "complex first: x.to(torch.complex64).",
        None,
        recorded=(
            "RuntimeError: value cannot be converted to type double without overflow: (1.5,-0.25)",
        ),
    ),
    Entry(
        (
            "value cannot be converted to type {kind:"
            + WHOLE_C
            + "} without overflow: {value:text}",
            "value cannot be converted to type {kind:" + WHOLE_C + "} without overflow",
        ),
        "tensor dtypes",
        "A number with a fraction, or a negative one, meets whole numbers, which cannot take it. "
        "Their type is {kind}. The number is {value}.",
        "",
        None,
        recorded=(
            "RuntimeError: value cannot be converted to type uint8_t without overflow: -0.25",
        ),
        when=lambda found: (
            "." in found.fields.get("value", "")
            or found.calls("conv1d", "conv2d", "conv3d", "_conv_forward", "linear", "addmm")
        ),
        ways=ways("""
            a layer, and x of bytes: Write layer(x.float()), for pictures x.float() / 255.
            a tensor of your own: Make it with dtype=torch.float32.
        """),
    ),
    Entry(
        (
            "value cannot be converted to type {kind:" + SMALL + "} without overflow: {value:text}",
            "value cannot be converted to type {kind:" + SMALL + "} without overflow",
        ),
        "tensor dtypes",
        "The number does not fit into the type. The type is {kind}. The number is {value}.",
        "",
        "torch.ones(2).half().masked_fill(torch.ones(2) > 0, -1e9)",
        recorded=(
            "RuntimeError: value cannot be converted to type at::Half without overflow: -1e+30",
        ),
        ways=ways("""
            -1e9 in a mask of half floats: Write torch.finfo(x.dtype).min, or -torch.inf, in its
                place.
            scheduler.step(loss): Write scheduler.step(loss.item()).
            a complex number: Write z.real, or x.to(torch.complex64) for the tensor.
        """),
    ),
    Entry(
        "Expected floating point type for waveform tensor, but received torch.{kind:name}",
        "tensor dtypes",
        "torchaudio resamples sound as floats, and this is of whole numbers. It holds {kind}.",
        "torchaudio.load(path) gives floats from -1 to 1 by itself.",
        None,
        ways=ways("""
            int16, as most sound files have: Write x.float() / 32768.
            int32: Write x.float() / 2**31.
            uint8: Write (x.float() - 128) / 128.
        """),
        recorded=(
            "TypeError: Expected floating point type for waveform tensor, but received "
            "torch.int16.",
        ),
    ),
    Entry(
        "Input and parameter tensors are not the same dtype, found input tensor with {a:type} and "
        "parameter tensor with {b:type}",
        "linalg dtypes",
        "A layer computes in the type of its weights. The input is {a}, and the weights are {b}.",
        "Write layer(x.float()): layers are float32 unless you change them. If the input is Float "
        "already write model.float(), or layer(x.to(layer.weight.dtype)). Half floats come from "
        "autocast, or from model.half().",
        None,
        recorded=(
            "RuntimeError: Input and parameter tensors are not the same dtype, found input tensor "
            "with Double and parameter tensor with Float",
        ),
    ),
    Entry(
        (
            "{name:name}(): self and source expected to have the same dtype, but got (self) "
            "{a:type} and (source) {b:type}",
            "{name:name}(): self ({a:type}) and source ({b:type}) must have the same scalar type",
            "self and source expected to have the same dtype",
            "{name:name}(): self and source must have the same scalar type",
            "Expected self.dtype to be equal to src.dtype",
            "torch.cat(): input types can't be cast to the desired output type {b:type}",
        ),
        "tensor dtypes",
        "This operation writes without changing types, and the two tensors hold different ones. "
        "They hold {a} and {b}.",
        "Bring the values to the type of the target: src.to(x.dtype). Under autocast they are half "
        "floats as a rule.",
        "torch.ones(2).index_add_(0, torch.tensor([0]), torch.ones(1).half())",
    ),
    Entry(
        "masked_fill only supports boolean masks, but got dtype {kind:type}",
        "tensor index",
        "A mask holds truth values. This one holds {kind}.",
        "Write mask.bool().",
        None,
        recorded=("RuntimeError: masked_fill only supports boolean masks, but got dtype Byte",),
    ),
    Entry(
        (
            "result type {value:type} can't be cast to the desired output type {target:type}",
            "result type {value:type} can't be cast to {target:type}",
        ),
        "tensor dtypes",
        "clamp_ writes in place, and the type of a tensor cannot change in place. It holds "
        "{target}, and a bound is of type {value}.",
        "Make the bounds whole: gj.clamp_(0, int(n) - 1), or gain = gain.long(). Indices stay "
        "whole numbers so.",
        "x = torch.arange(3)\nx.clamp_(0, torch.tensor(1.0))",
        when=lambda found: found.calls("clamp_", "clip_"),
    ),
    Entry(
        (*SEQUENCE, FOUND, OLD, HEADS[0], *MET),
        "tensor dtypes",
        TRUTH,
        TRUTH_OUT,
        None,
        recorded=(
            "RuntimeError: Expected object of scalar type Byte but got scalar type Bool for "
            "argument #2 'other'",
            "RuntimeError: Expected object of scalar type Byte but got scalar type Bool for "
            "sequence element 1 in sequence argument at position #1 'tensors'",
            "RuntimeError: expected device cpu and dtype Byte but got device cpu and dtype Bool",
        ),
        when=lambda found: {found["wanted"], found["found"]} == {"Byte", "Bool"},
    ),
    Entry(
        (
            *SEQUENCE,
            "torch.cat(): input types can't be cast to the desired output type {wanted:type}",
        ),
        "linalg dtypes",
        "A DataLoader puts the samples of a batch into one tensor, which needs one type, and the "
        "first of them sets it. It is {wanted}. Another is {found}.",
        "Print x.dtype and x.max() of a few samples, and bring all to one type in __getitem__: "
        "x.float() for pictures and measured numbers, y.long() for labels. Where some are bytes "
        "from 0 to 255, unsigned char, and others floats from 0 to 1, bring them to one scale "
        "too: x.float() / 255.",
        None,
        recorded=(
            '  File "/lib/torch/utils/data/_utils/collate.py", line 55, in default_collate\n'
            "    return torch.stack(batch, 0, out=out)\n"
            "RuntimeError: Expected object of scalar type unsigned char but got scalar type float "
            "for sequence element 9.",
        ),
        when=lambda found: "collate" in found.before + found.code,
    ),
    Entry(
        SEQUENCE,
        "linalg dtypes",
        "The tensors that are joined need one type, which the first of them sets, in this old "
        "PyTorch. It is {wanted}, and another is {found}.",
        "Bring all to one type, in a data set's __getitem__ as a rule: x.float() for each, or "
        "x.long() where all hold labels or indices. unsigned char is a byte, as pictures are read; "
        "NumPy's floats are Double.",
        None,
        recorded=(
            "RuntimeError: Expected object of scalar type Float but got scalar type Long for "
            "sequence element 1 in sequence argument at position #1 'tensors'",
        ),
        when=lambda found: (
            not found["wanted"].startswith("cuda.") and not found["found"].startswith("cuda.")
        ),
    ),
    Entry(
        "Expected object of scalar type {kind:Long|Int|Byte|Short|Char} but got scalar type "
        "{:Float|Double|Half} for argument #{:int} 'target' in call to {name:name}",
        "tensor dtypes",
        WHOLE_LOSS,
        WHOLE_LOSS_OUT,
        None,
        recorded=(
            "RuntimeError: Expected object of scalar type Long but got scalar type Float for "
            "argument #2 'target' in call to _thnn_mse_loss_forward",
        ),
        when=lambda found: NORM.match(found["name"]) is not None,
    ),
    Entry(
        (FOUND, OLD, OLDER),
        "tensor dtypes",
        "The weight of a loss, one number for each class, needs the type of the outputs. The "
        "outputs are {wanted}, and weight is {found}.",
        "Write weight=w.float(), or torch.tensor(w, dtype=torch.float32): NumPy and sklearn give "
        "Double, and counts are whole numbers. Where the outputs are Double it is w.double().",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(2, 3), "
        "torch.tensor([0, 1]), weight=torch.ones(3).double())",
        when=lambda found: (
            found["wanted"] in FLOATS
            and found["found"] in (*WHOLE, *FLOATS)
            and re.search(
                r"\b(?:cross_entropy|nll_loss)\w*\((?!.*\b(?:model|net)\()",
                found.code.rpartition("\n")[2],
            )
            is not None
            and not {"Half", "BFloat16"} & {found["wanted"], found["found"]}
        ),
    ),
    Entry(
        (
            *ASKED,
            "expected target dtype to be Long or Byte, but got {found:type}",
            '"nll_loss_forward_{:reduce_cuda_kernel_1d_index|reduce_cuda_kernel_2d_index|'
            "no_reduce_cuda_kernel_index}\" not implemented for '{found:type}'",
        ),
        "tensor dtypes",
        LABELS,
        "",
        "import torch.nn.functional as F\nF.cross_entropy(torch.ones(2, 3), torch.ones(2).int())",
        since=(2, 13),
        recorded=(
            '  File "train.py", line 7, in <module>\n    loss = F.cross_entropy(out, y)\n'
            "RuntimeError: expected scalar type Long but found Int",
            "RuntimeError: Expected object of scalar type Long but got scalar type Float for "
            "argument #2 'target' in call to _thnn_nll_loss_forward",
            "RuntimeError: Expected object of type torch.LongTensor but found type "
            "torch.FloatTensor for argument #2 'target'",
            'RuntimeError: "nll_loss_forward_reduce_cuda_kernel_2d_index" not implemented for '
            "'Int'",
        ),
        when=lambda found: "wanted" not in found.fields or _labels(found),
        ways=ways("""
            class numbers: Write F.cross_entropy(out, y.long()), with y of one axis less than out.
            one-hot rows: Write F.cross_entropy(out, y.argmax(dim=1)).
            several 1 in a row: Write F.binary_cross_entropy_with_logits(out, y.float()).
            a probability for each class: Write -(y * out.log_softmax(1)).sum(1).mean(), or
                F.cross_entropy(out, y) with floats since PyTorch 1.10.
            measured numbers: Write F.mse_loss(out, y.float()).
        """),
    ),
    Entry(
        INDICES,
        "tensor dtypes",
        "An embedding looks rows up by their numbers, so it takes whole numbers of type int64, "
        "Long in PyTorch's words. These are {found}.",
        "",
        "from torch import nn\nnn.Embedding(10, 3)(torch.tensor([1.0]))",
        recorded=(
            "RuntimeError: Expected tensor for argument #1 'indices' to have scalar type Long; but "
            "got torch.FloatTensor instead (while checking arguments for embedding)",
        ),
        when=lambda found: found.fields.get("argument") == "indices" or _embedding(found),
        ways=ways("""
            numbers of words or classes: Write embedding(x.long()).
            x made by torch.Tensor(list): Write torch.tensor(list), without a capital, which keeps
                whole numbers.
            measured numbers, or a layer's output: Take nn.Linear in place of the embedding.
        """),
    ),
    Entry(
        ASKED,
        "tensor dtypes",
        "The operation takes one type of numbers, here {wanted}, and met {found}. Long is int64.",
        "",
        None,
        recorded=(
            "RuntimeError: Expected object of type torch.LongTensor but found type "
            "torch.FloatTensor for argument #2 'mat2'",
            "RuntimeError: expected scalar type Long but found Float",
            "RuntimeError: Expected object of scalar type Long but got scalar type Int for "
            "argument #3 'index' in call to _th_gather",
        ),
        when=lambda found: found["wanted"] == "Long" or _whole_factor(found),
        ways=(
            *ways("""
                labels of a loss on classes: Write F.cross_entropy(out, y.long()), for one-hot
                    rows y.argmax(dim=1).
                measured targets of a loss: Write F.mse_loss(out, y.float()).
                indices: Write x.gather(1, i.long()), embedding(i.long()) and the like.
            """),
            Way(
                "whole numbers into a layer or product",
                "Write model(x.float()), or torch.tensor([1., 2.]) where they are made.",
                when=_whole_factor,
            ),
        ),
    ),
    Entry(
        (
            FOUND,
            OLD,
            OLDER,
            "{head:Found|found} dtype {found:type} but expected {wanted:type}",
            "{head:expected|Expected} dtype {wanted:type} but got dtype {found:type}",
        ),
        "tensor dtypes",
        "Two tensors that meet here need one type. One is {wanted}, the other {found}.",
        "Print out.dtype and y.dtype.",
        "import torch.nn.functional as F\n"
        "F.binary_cross_entropy(torch.ones(2), torch.ones(2).double())",
        recorded=(
            '  File "train.py", line 9, in <module>\n    loss.backward()\n'
            "RuntimeError: Found dtype Long but expected Float",
        ),
        when=lambda found: (
            found["wanted"] not in WHOLE
            and (
                # NumPy's and TensorFlow's names have small letters: int32.
                re.match(r"[A-Z]|torch|c10", found["wanted"]) is not None
                if "head" in found.fields
                else _loss_backward(found)
            )
        ),
        ways=ways("""
            targets of a loss: Write loss_fn(out, y.to(out.dtype)), or make y so:
                dtype=torch.float32 in torch.full and torch.tensor.
            arrays of NumPy (Double): Write x.float() and y.float() for what they become.
            weight= in a loss: Write weight=w.float().
            num_labels=1 in transformers: It makes a regression: give it, and the data, 2 classes or
                more.
            mixed precision (Half): Write loss_fn(out.float(), y.float()), or turn it off:
                --mixed_precision=no, fp16=False.
        """),
    ),
    Entry(
        (
            "{:Input|input} type ({x:text}) and {what:weight|bias} type ({w:text}) should be the "
            "same or input should be a MKLDNN tensor and weight is a dense tensor",
            "{:Input|input} type ({x:text}) and {what:weight|bias} type ({w:text}) should be the "
            "same",
        ),
        "env",
        "The input lies in the memory of the CPU, and the layer's weights on the GPU. The input is "
        "{x}, the {what} {w}.",
        "{hint}",
        None,
        recorded=(
            "RuntimeError: Input type (torch.FloatTensor) and weight type "
            "(torch.cuda.FloatTensor) should be the same or input should be a MKLDNN tensor and "
            "weight is a dense tensor",
        ),
        when=lambda found: "cuda" in found["w"].lower() and "cuda" not in found["x"].lower(),
        more=_types_too,
        command="env",
        ways=ways("""
            a batch, in testing too: Write x = x.to(device), y = y.to(device) for each; x.to(device)
                alone leaves x as it is.
            made by forward: Write torch.zeros(…, device=x.device).
            no GPU wanted: Write model.to("cpu"), and torch.load(path, map_location="cpu").
        """),
    ),
    Entry(
        (
            "{:Input|input} type ({x:text}) and {what:weight|bias} type ({w:text}) should be the "
            "same or input should be a MKLDNN tensor and weight is a dense tensor",
            "{:Input|input} type ({x:text}) and {what:weight|bias} type ({w:text}) should be the "
            "same",
        ),
        "env",
        "The input lies on the GPU, and the layer's weights in the memory of the CPU. The input is "
        "{x}, the {what} {w}.",
        "{hint}",
        None,
        recorded=(
            "RuntimeError: Input type (torch.cuda.FloatTensor) and weight type "
            "(torch.FloatTensor) should be the same",
        ),
        when=lambda found: "cuda" in found["x"].lower() and "cuda" not in found["w"].lower(),
        more=_types_too,
        command="env",
        ways=ways("""
            the model stayed on the CPU: Write model.to(device) once, after it is made.
            layers in a plain list or dict: Put them into an nn.ModuleList or nn.ModuleDict in
                __init__.
            layers made in forward: Make them in __init__.
            a loss or second model with weights: Send it too: loss_fn.to(device).
        """),
    ),
    Entry(
        (
            "{:Input|input} type ({x:text}) and {what:weight|bias} type ({w:text}) should be the "
            "same",
        ),
        "tensor dtypes",
        "Half floats meet others in a layer, which computes in the type of its weights. The input "
        "is {x}, the {what} {w}.",
        "",
        None,
        recorded=(
            "RuntimeError: Input type (float) and bias type (c10::Half) should be the same",
            "RuntimeError: Input type (CUDAFloatType) and weight type (CUDAHalfType) should be the "
            "same",
        ),
        when=lambda found: re.search("[Hh]alf|BFloat16", found["x"] + found["w"]) is not None,
        ways=HALF_WAYS,
    ),
    Entry(
        (
            "{:Input|input} type ({x:text}) and {what:weight|bias} type ({w:text}) should be the "
            "same",
            "mat1 and mat2 must have the same dtype, but got {x:type} and {w:type}",
            "expected m1 and m2 to have the same dtype, but got: {x:type} != {w:type}",
        ),
        "tensor dtypes",
        "Complex numbers meet real ones, and a layer or a product takes one type. The first is "
        "{x}, the second {w}.",
        "",
        "from torch import nn\nnn.Conv2d(1, 6, 3)(torch.ones(1, 1, 28, 28) * 1j)",
        when=lambda found: _complex(found) and "omplex" not in found["w"],
        ways=COMPLEX_WAYS,
    ),
    Entry(
        (
            "{:Input|input} type ({x:text}) and {what:weight|bias} type ({w:text}) should be the "
            "same",
        ),
        "tensor dtypes",
        "A layer computes in the type of its weights, and these are float64, Double. The input is "
        "{x}, the {what} {w}.",
        "Write model.float() once, and x.float() for each batch, or layer(x.double()) to compute "
        "in float64. Weights become Double by model.double(), by torch.set_default_dtype, or where "
        "they are made of NumPy's arrays.",
        "from torch import nn\nnn.Conv2d(1, 6, 3).double()(torch.ones(1, 1, 28, 28))",
        when=lambda found: "ouble" in found["w"],
    ),
    Entry(
        (
            "{:Input|input} type ({x:text}) and {what:weight|bias} type ({w:text}) should be the "
            "same",
        ),
        "tensor dtypes",
        "A layer computes in the type of its weights. The input is {x}, the {what} {w}.",
        "Write layer(x.float()): layers are float32 unless you change them. x.float() makes a new "
        "tensor, so keep what it gives. Pictures of bytes, as cv2 and PIL read them, become floats "
        "from 0 to 1 by x.float() / 255.",
        "from torch import nn\nnn.Conv2d(1, 6, 3)(torch.ones(1, 1, 28, 28).double())",
        when=lambda found: "float" not in found["x"].lower(),
    ),
    Entry(
        (
            "{:Input|input} type and {:weight|bias} type should be the same",
            "{:Input|input} type ({x:text}) and {:weight|bias} type ({w:text}) should be the same",
        ),
        "tensor dtypes",
        "A layer and its input have to lie on one device and hold one type of numbers, and these "
        "do not.",
        "",
        None,
        recorded=("RuntimeError: Input type and weight type should be the same",),
        ways=ways("""
            torch.cuda in one of the two names: Write model.to(device), and x = x.to(device) for
                each batch.
            Half in one: Write x.half() for a model in half floats, or model.float() and x.float().
            Byte, Long or Double for the input: Write x.float(); layers are float32 unless you
                change them.
        """),
    ),
    Entry(
        (
            "addmv input tensors must have the same dtype, but got {a:type}, and {b:type}",
            "{:self|mat1} and mat2 must have the same dtype, but got {a:type} and {b:type}",
            "expected {:m1 and m2|mat1 and mat2} to have the same dtype, but got: {a:type} != "
            "{b:type}",
        ),
        "linalg dtypes",
        "Half floats meet others: the model, a part of it, or the input is in half floats, and the "
        "rest is not. One factor is {a}, the other {b}.",
        "",
        "torch.ones(2, 3) @ torch.ones(3, 2).half()",
        since=(2, 4),
        when=lambda found: "Half" in found["a"] + found["b"] or "BFloat" in found["a"] + found["b"],
        ways=HALF_WAYS,
    ),
    Entry(
        (
            "addmv input tensors must have the same dtype, but got {a:type}, and {b:type}",
            "addmv input tensors must have the same dtype, but got {a:type}",
            "{:self|mat1} and mat2 must have the same dtype, but got {a:type} and {b:type}",
            "{:self|mat1} and mat2 must have the same dtype",
            "expected {:m1 and m2|mat1 and mat2} to have the same dtype, but got: {a:type} != "
            "{b:type}",
            "expected both vectors to have same dtype, but found {a:type} and {b:type}",
        ),
        "linalg dtypes",
        "This product takes factors of one type. One holds {a}, the other {b}. In a layer the "
        "first is the input, the second its weights.",
        "",
        "torch.ones(2, 3) @ torch.ones(3, 2).long()",
        since=(2, 4),
        ways=(
            Way(
                "the input of a layer",
                "Write layer(x.float()), or make float32 of the data once: torch.tensor(a, "
                "dtype=torch.float32).",
            ),
            FLOAT_64,
            Way("a product of your own", "Write A.float() @ x.float()."),
        ),
    ),
    Entry(
        (*ASKED, *MET),
        "tensor dtypes",
        "Truth values, which PyTorch calls Bool, meet another type, and this operation takes one. "
        "It goes by {wanted}, and then met {found}.",
        "",
        None,
        recorded=(
            "RuntimeError: expected scalar type Float but found Bool",
            "RuntimeError: expected device cuda:0 and dtype Float but got device cuda:0 and dtype "
            "Bool",
        ),
        when=lambda found: (
            "Bool" in (found["wanted"], found["found"]) and found["wanted"] != found["found"]
        ),
        ways=ways("""
            a sum, a product or a loss: Write x.float(), or x.to(y.dtype), for the truth values.
            two masks: Write mask.bool(), or mask > 0, for the other.
        """),
    ),
    Entry(
        ASKED,
        "linalg dtypes",
        "In the backward of a Function of your own, or of a library, half floats meet others: "
        "autocast changes the types in the forward pass alone. It goes by {wanted}, and then met "
        "{found}.",
        "Set @custom_fwd above forward and @custom_bwd above backward, each below @staticmethod. "
        "They are in torch.cuda.amp, and since PyTorch 2.4 in torch.amp, with "
        'device_type="cuda". custom_fwd(cast_inputs=torch.float32) computes in float32. Or change '
        "the type in backward: weight.to(grad.dtype).",
        None,
        recorded=(
            '  File "/a/model/pac.py", line 179, in backward\n    g = torch.einsum("io,oj->ij", '
            "(grad_output, weight))\nRuntimeError: expected scalar type Half but found Float",
        ),
        when=lambda found: (
            {found["wanted"], found["found"]} & {"Half", "BFloat16"} != set()
            and re.search(
                r"(?<![/\\]_tensor)(?<![/\\]tensor)(?<!autograd[/\\]__init__)\.py\"?, line \d+, in "
                r"backward\b",
                found.before[-3000:],
            )
            is not None
        ),
    ),
    Entry(
        ASKED,
        "linalg dtypes",
        "Half floats meet others: the model, a part of it, or the input is in half floats, and the "
        "rest is not. It goes by {wanted}, and then met {found}.",
        "",
        None,
        recorded=(
            "RuntimeError: expected scalar type Half but found Float",
            "RuntimeError: expected scalar type Float but found Half",
            "RuntimeError: expected scalar type BFloat16 but found Float",
        ),
        when=lambda found: {found["wanted"], found["found"]} & {"Half", "BFloat16"} != set(),
        ways=HALF_WAYS,
    ),
    Entry(
        "{kind:name} doesn't implement stateless method {name:name}",
        "tensor dtypes",
        "This old PyTorch cannot do {name} with tensors of this type, or on this device. It is "
        "{kind}.",
        "Make the tensor on the CPU as floats, and move it then; or take a newer PyTorch.",
        None,
        recorded=(
            "RuntimeError: torch.cuda.FloatTensor doesn't implement stateless method arange",
        ),
    ),
    Entry(
        (
            "RNN input dtype ({a:name}) does not match weight dtype ({b:name})",
            "input must have the type {b:name}, got type {a:name}",
        ),
        "linalg dtypes",
        "A layer computes in the type of its weights. The input is {a}, and the weights are {b}.",
        "Write lstm(x.float()): layers are float32 unless you change them. After model.double() it "
        "is lstm(x.double()), after model.half() x.half(). A state of your own, h0, needs that "
        "type too.",
        "from torch import nn\nnn.LSTM(3, 4)(torch.ones(2, 5, 3).double())",
        since=(2, 4),
        recorded=("ValueError: input must have the type torch.float32, got type torch.float64",),
    ),
    Entry(
        ASKED,
        "tensor dtypes",
        "The operation takes numbers of one type here. It takes {wanted}, and met {found}.",
        "Write x.int() where Int is asked for, x.byte() for Byte. Where the first tensor should "
        "hold floats too, write x.float() for that one.",
        None,
        recorded=("RuntimeError: expected scalar type Int but found Long",),
        when=lambda found: found["wanted"] in ("Int", "Short", "Byte", "Char"),
    ),
    Entry(
        ASKED,
        "linalg dtypes",
        "Complex numbers meet real ones, and the operation needs one type. It goes by {wanted}, "
        "and then met {found}.",
        "Make complex numbers of the real ones, x.to(torch.complex64), or take the real part of "
        "the others: z.real, or z.abs().",
        None,
        recorded=("RuntimeError: expected scalar type ComplexFloat but found Float",),
        when=lambda found: "Complex" in found["wanted"] + found["found"],
    ),
    Entry(
        (*ASKED, *MET),
        "linalg dtypes",
        "float32, which PyTorch calls Float, meets float64, Double, and this operation takes one "
        "type.",
        "",
        "torch.bmm(torch.ones(1, 2, 3), torch.ones(1, 3, 2).double())",
        recorded=(
            "RuntimeError: Expected object of scalar type Float but got scalar type Double for "
            "argument #2 'weight' in call to _thnn_conv2d_forward",
            "RuntimeError: Expected object of type torch.FloatTensor but found type "
            "torch.DoubleTensor for argument #2 'weight'",
            "RuntimeError: Expected object of scalar type Float but got scalar type Double for "
            "argument #2 'mat1' in call to _th_addmm",
            '  File "train.py", line 7, in <module>\n    z = torch.where(m, x, y)\n'
            "RuntimeError: expected scalar type float but found double",
        ),
        when=lambda found: {found["wanted"].lower(), found["found"].lower()} == {"float", "double"},
        # In small letters it is as a rule torch.where of older releases.
        more=lambda found: {"where": "torch.where"} if found["wanted"].islower() else {},
        ways=(
            Way(
                "x.dtype is torch.float64",
                "Write model(x.float()), or make float32 of the data once: torch.tensor(a, "
                "dtype=torch.float32).",
            ),
            FLOAT_64,
            *ways("""
                targets of a loss: Write loss_fn(out, y.float()).
                a state or mask made in forward: Make it with dtype=x.dtype.
                {where}(x > 0, x, 0.): Write torch.zeros_like(x) in place of the number.
                two tensors of your own: Write x.to(y.dtype).
            """),
        ),
    ),
    Entry(
        (*ASKED, *MET),
        "linalg dtypes",
        "The operation needs one type of numbers throughout. It goes by {wanted}, and then met "
        "{found}.",
        "",
        "torch.bmm(torch.ones(1, 2, 3), torch.ones(1, 3, 2).long())",
        recorded=(
            "TypeError: expected Double tensor (got Long tensor)",
            "RuntimeError: expected backend CUDA and dtype Float but got backend CUDA and dtype "
            "Long",
        ),
        when=lambda found: "cuda" not in found["found"] and found["wanted"] != found["found"],
        ways=ways("""
            the input of a layer: Write model(x.float()), for pictures of bytes x.float() / 255.
            targets of a loss, as nn.MSELoss: Write loss_fn(out, y.float()).
            indices or class numbers: Write i.long().
            two tensors of your own: Write x.to(y.dtype).
        """),
    ),
    Entry(
        (
            "result type {value:type} can't be cast to the desired output type {target:type}",
            "result type {value:type} can't be cast to {target:type}",
        ),
        "tensor dtypes",
        "This loss makes its result in the type of the targets, and a loss is no whole number. "
        "The targets are {target}.",
        "Write F.binary_cross_entropy_with_logits(out, y.float()).",
        "import torch.nn.functional as F\n"
        "F.binary_cross_entropy_with_logits(torch.ones(2), torch.ones(2).long())",
        when=lambda found: found.calls(
            "binary_cross_entropy_with_logits", "BCEWithLogitsLoss", "bce_with_logits"
        ),
    ),
    Entry(
        (
            "result type {value:type} can't be cast to the desired output type {target:type}",
            "result type {value:type} can't be cast to {target:type}",
            "Can't cast from {value:type} to {target:type}",
            "output with {:backend|device} {:device} and dtype {target:type} doesn't match the "
            "desired {:backend|device} {:device} and dtype {value:type}",
        ),
        "tensor dtypes",
        "The result is of type {value}, and is to be written into a tensor of {target}, whose "
        "type cannot change.",
        "",
        "x = torch.arange(3)\nx += 1.5",
        recorded=(
            "RuntimeError: output with backend CPU and dtype Long doesn't match the desired "
            "backend CPU and dtype Float",
        ),
        when=lambda found: found["value"] != found["target"],
        ways=ways("""
            +=, *= and the like: Write y = y + x in place of y += x, or y = y.float() before.
            targets of nn.BCEWithLogitsLoss: Write loss_fn(out, y.float()).
            a name that ends in _, or out=: Leave the _ away, x = x.div(2), or out= .
        """),
    ),
    Entry(
        "expected dtype {wanted:type} for `{argument:name}` but got dtype {found:type}",
        "linalg dtypes",
        "The operation needs one type of numbers throughout. It goes by {wanted}, and "
        "{argument} is {found}.",
        "Bring it to that type: x.to(y.dtype).",
        "torch.lerp(torch.ones(2), torch.ones(2).double(), 0.5)",
    ),
    Entry(
        (
            "mean(): could not infer output dtype. Input dtype must be either a floating point or "
            "complex dtype. Got: {kind:type}",
            "mean(): input dtype should be either floating point or complex dtypes. Got "
            "{kind:type} instead",
            "Can only calculate the mean of floating types. Got {kind:type} instead",
        ),
        "tensor dtypes",
        "The mean of whole numbers need not be whole, and mean does not change the type by itself. "
        "Their type is {kind}.",
        "Write x.float().mean(), or make floats in the first place: arange(3.), with a point. For "
        "the share of True write (a == b).float().mean().",
        "torch.arange(3).mean()",
        recorded=(
            "RuntimeError: Can only calculate the mean of floating types. Got Bool instead.",
        ),
    ),
    Entry(
        (
            "std and var only support floating point and complex dtypes",
            "std and var only support floating-point dtypes",
            "std only supports floating-point dtypes",
        ),
        "tensor dtypes",
        "The spread of whole numbers need not be whole, and std does not change the type by "
        "itself.",
        "Write x.float().std().",
        "torch.arange(3).std()",
    ),
    Entry(
        (
            "linalg.{:vector|matrix}_norm: Expected a floating point or complex tensor as input. "
            "Got {kind:type}",
            "linalg.{:vector|matrix}_norm(): input dtype should be either floating point or "
            "complex dtypes. Got {kind:type} instead",
            "Can only calculate the norm of floating point and complex dtypes. Got {kind:type} "
            "instead",
        ),
        "norm integers",
        "A norm is a root as a rule, so it is computed in floats. The type of these numbers is "
        "{kind}.",
        "Write torch.norm(u.float()), or make floats in the first place: tensor([3., 4.]).",
        "torch.arange(3).norm()",
    ),
    Entry(
        (
            "linalg.{name:name}: Expected a floating point or complex tensor as input. Got "
            "{kind:type}",
            "linalg.{name:name}: Low precision dtypes not supported. Got {kind:type}",
        ),
        "linalg dtypes",
        "Linear algebra computes in float32 or float64 here. The type of these numbers is {kind}.",
        "Write A.float() or A.double() first.",
        "torch.linalg.inv(torch.arange(4).reshape(2, 2))",
    ),
    Entry(
        (
            "quantile() input tensor must be either float or double dtype",
            "Integers to negative integer powers are not allowed",
        ),
        "tensor dtypes",
        "The result would not be whole, and the numbers that come in are.",
        "Write x.float() first.",
        "torch.arange(3) ** -1",
    ),
    Entry(
        "~ (operator.invert) is only implemented on integer and Boolean-type tensors",
        "tensor arithmetic",
        "~ turns truth values around, or the bits of whole numbers, and these are floats.",
        "Make truth values by a comparison first: ~(x > 0), or ~x.bool().",
        "~torch.ones(2)",
    ),
    Entry(
        (
            "Subtraction, the `-` operator, with {:two|a} bool {:tensors|tensor} is not supported",
            "Negation, the `-` operator, on a bool tensor is not supported",
        ),
        "tensor arithmetic",
        "Truth values are no numbers, and have no difference. Since PyTorch 1.2 a comparison gives "
        "truth values.",
        "Write ~mask in place of 1 - mask or -mask, a ^ b for where two differ, and a.int() to "
        "count with them.",
        "(torch.ones(2) > 0) - (torch.ones(2) > 0)",
    ),
    Entry(
        "\"_amp_foreach_non_finite_check_and_unscale_cuda\" not implemented for '{kind:BFloat16}'",
        "tensor dtypes",
        "GradScaler keeps the small gradients of float16 from getting lost, and takes no bfloat16, "
        "which has no need of it.",
        "Leave GradScaler out where autocast has dtype=torch.bfloat16 or the model is in bfloat16; "
        "bf16=True in place of fp16=True for a Trainer. Weights that are trained best stay in "
        "float32, under autocast.",
        None,
        recorded=(
            'RuntimeError: "_amp_foreach_non_finite_check_and_unscale_cuda" not implemented for '
            "'BFloat16'",
        ),
    ),
    Entry(
        (
            '"{name:normal_kernel_cpu|normal_kernel_cuda|check_uniform_bounds|'
            'bernoulli_tensor_cpu_p_|log_normal|cauchy|exponential}" not implemented for '
            "'{kind:Long|Int|Byte|Short|Char|Bool}'",
            "{:|_th_}{name:normal|uniform}_ not supported on {:CPU|CUDA}Type for {kind:name}",
        ),
        "tensor create",
        "These random numbers are floats, and were to go into a tensor of whole numbers or truth "
        "values. The tensor's type is {kind}.",
        "Leave dtype= out, or write x.float() first. torch.randint(0, 10, (2, 3)) draws whole "
        "numbers, torch.rand(2, 3) < 0.5 truth values.",
        "torch.rand(3, dtype=torch.int64)",
        recorded=("RuntimeError: _th_normal_ not supported on CPUType for Long",),
    ),
    Entry(
        (
            "{name:name} not supported on {:CPU|CUDA}Type for {kind:Bool}",
            "{name:name} is not implemented for type {:CPU|CUDA}{kind:Bool}Type",
            "{kind:Bool} type is not supported by dlpack",
        ),
        "tensor dtypes",
        "Truth values got a type of their own in PyTorch 1.2, and not all functions of the first "
        "years take it. {name} does not.",
        "Write x.byte() for masks, in a & b too, or x.long(). Or install a newer PyTorch.",
        None,
        recorded=(
            "RuntimeError: _th_or not supported on CUDAType for Bool",
            "RuntimeError: s__th_or is not implemented for type CUDABoolType",
        ),
    ),
    Entry(
        "\"{name:quoted}\" not implemented for '{kind:Half|BFloat16}'",
        "tensor dtypes",
        "{name} is none of PyTorch's own: it belongs to torchvision, detectron2 or another "
        "library, and what is installed of it has nothing for numbers of this type, {kind}, on "
        "the device that the tensors are on.",
        "Hand it floats: roi_align(features.float(), boxes.float(), …).",
        None,
        recorded=("RuntimeError: \"ROIAlign_forward\" not implemented for 'Half'",),
        ways=ways("""
            under autocast: Write with torch.autocast("cuda", enabled=False): around this layer.
            an old torchvision: Install the release that belongs to a newer PyTorch.
        """),
        when=lambda found: (
            re.match(r"(?:PS)?ROI|(?:ps_)?roi_|nms|(?:modulated_)?deform", found["name"])
            is not None
        ),
    ),
    Entry(
        (
            "\"{name:quoted}\" not implemented for '{kind:Half|BFloat16}'",
            "{name:name} not supported on CPUType for {kind:Half|BFloat16}",
            "\"{name:quoted}\" not implemented for 'torch.{kind:Half|BFloat16}Tensor'",
            "{name:name} not implemented for '{kind:Half|BFloat16}'",
            "{name:name}' not implemented for '{kind:Half|BFloat16}'",
            "{name:name} is not implemented for type torch.{kind:Half|BFloat16}Tensor",
        ),
        "tensor dtypes",
        "Half floats are made for GPUs: on the CPU this PyTorch cannot do {name} with them. The "
        "type is called {kind} here.",
        "Compute in float32, or on a GPU. Newer releases of PyTorch can do more on the CPU.",
        None,
        recorded=(
            "RuntimeError: \"addmm_impl_cpu_\" not implemented for 'Half'",
            "RuntimeError: \"slow_conv2d_cpu\" not implemented for 'Half'",
            "RuntimeError: \"LayerNormKernelImpl\" not implemented for 'Half'",
        ),
        when=lambda found: "cuda" not in found["name"].lower(),
        ways=ways("""
            a model of your own: Write model.float() and x.float().
            from_pretrained: Write torch_dtype=torch.float32.
            whisper: Write model.transcribe(path, fp16=False), DecodingOptions(fp16=False).
            Stable Diffusion's web UI: Start it with --precision full --no-half.
            a GPU is there: Write model.to("cuda") and x.to("cuda"); d2l env tells whether this
                PyTorch can use it.
        """),
    ),
    Entry(
        (
            "\"{name:quoted}\" not implemented for '{kind:Half|BFloat16}'",
            "{name:name} not supported on CUDAType for {kind:Half|BFloat16}",
            "\"{name:quoted}\" not implemented for 'torch.cuda.{kind:Half|BFloat16}Tensor'",
            "{name:name} not implemented for '{kind:Half|BFloat16}'",
            "{name:name}' not implemented for '{kind:Half|BFloat16}'",
            "{name:name} is not implemented for type torch.cuda.{kind:Half|BFloat16}Tensor",
        ),
        "tensor dtypes",
        "This PyTorch cannot do {name} with numbers of this type on the GPU. The type is called "
        "{kind} here.",
        "Install a newer PyTorch, which can do more. Else write x.float() for this step alone, or "
        'with torch.autocast("cuda", enabled=False): around it.',
        None,
        recorded=("RuntimeError: \"triu_tril_cuda_template\" not implemented for 'BFloat16'",),
    ),
    Entry(
        WHOLE_ONLY,
        "tensor dtypes",
        "A softmax, and a loss over classes with it, computes with floats, and its input is of "
        "whole numbers, {kind}.",
        "",
        "import torch.nn.functional as F\n"
        "F.cross_entropy(torch.ones(2, 3).long(), torch.tensor([1, 0]))",
        recorded=(
            "RuntimeError: _thnn_nll_loss_forward is not implemented for type torch.LongTensor",
            "RuntimeError: \"host_softmax\" not implemented for 'torch.cuda.LongTensor'",
        ),
        when=lambda found: (
            re.match(
                r"log_softmax|host_softmax|nll_loss_out_frame|nll_loss2d_forward_out_frame|"
                r"_thnn_(?:log_softmax|nll_loss2?d?)_forward",
                found["name"],
            )
            is not None
        ),
        ways=ways("""
            argmax, max or .long() before: Leave it out: the loss takes the scores that the last
                layer gives.
            loss_fn(y, out): Write loss_fn(out, y.long()): the outputs come first.
            a softmax of your own: Write x.float().softmax(-1).
        """),
    ),
    Entry(
        (
            "Found dtype {:Float|Double|Half} but expected {kind:Long|Int|Byte|Short|Char}",
            *WHOLE_ONLY,
        ),
        "tensor dtypes",
        WHOLE_LOSS,
        WHOLE_LOSS_OUT,
        "import torch.nn.functional as F\nF.mse_loss(torch.arange(3), torch.arange(3))",
        recorded=(
            "RuntimeError: _thnn_mse_loss_forward is not implemented for type "
            "torch.cuda.LongTensor",
        ),
        when=lambda found: NORM.match(found.fields.get("name", "mse_")) is not None,
    ),
    Entry(
        WHOLE_ONLY,
        "tensor dtypes",
        "What PyTorch calls {name} does not take whole numbers of this type here. They are {kind}.",
        "",
        "torch.arange(3).softmax(0)",
        when=lambda found: not found["name"].startswith(("nll_loss_forward", "bitwise", "index")),
        more=lambda found: {"size": "size=(h, w)"} if "upsample" in found["name"] else {},
        ways=(
            *ways(
                """
                a mask of class numbers is resized: Write F.interpolate(x.float(), {size},
                    mode="nearest").long().
                pictures of bytes: Write x.float() / 255.
            """,
                lambda found: "upsample" in found["name"],
            ),
            *ways("""
                made by torch.arange or torch.tensor: Write a point: torch.arange(0., n),
                    torch.tensor([1., 2.]).
                outputs or targets of a loss: Write loss_fn(out, y.float()), without argmax or
                    .long() before.
                any others: Write x.float() first.
            """),
        ),
    ),
    Entry(
        "\"{name:quoted}\" not implemented for '{kind:ComplexHalf}'",
        "tensor dtypes",
        "{name} does not take complex numbers made of half floats, ComplexHalf, in this release. A "
        "Fourier transform of half floats gives them, as under autocast.",
        'Write x.float() before the transform, with torch.autocast("cuda", enabled=False): '
        "around it, or z.to(torch.complex64) before this step.",
        None,
        recorded=("RuntimeError: \"baddbmm_cuda\" not implemented for 'ComplexHalf'",),
    ),
    Entry(
        (
            "\"{name:quoted}\" not implemented for '{kind:ComplexFloat|ComplexDouble}'",
            "{name:name}(): does not support complex input",
            "{name:Sort|topk} does not support complex dtypes",
            "{name:clamp} is not supported for complex types",
        ),
        "tensor dtypes",
        "Complex numbers have no order: no largest or smallest one, and none that is greater than "
        "another. {name} asks for that.",
        "Compare absolute values, z.abs(), or real parts, z.real. For relu and other layers of "
        "floats torch.view_as_real(z) gives pairs of floats, in a last axis of size 2.",
        "(torch.ones(3) * 1j).sort()",
        recorded=("RuntimeError: \"max_all\" not implemented for 'ComplexFloat'",),
        when=lambda found: ORDERS.match(found["name"]) is not None,
    ),
    Entry(
        (
            "\"{name:quoted}\" not implemented for '{kind:ComplexFloat|ComplexDouble}'",
            "{name:name}(): does not support complex input",
            "{name:name} is not supported for complex inputs",
            "{name:name} not supported on {:CPU|CUDA}Type for {kind:ComplexFloat|ComplexDouble}",
        ),
        "tensor dtypes",
        "What PyTorch calls {name} does not take complex numbers, such as torch.fft and "
        "torch.stft give.",
        "",
        "from torch import nn\nnn.BatchNorm1d(3)(torch.ones(2, 3) * 1j)",
        recorded=("RuntimeError: \"batch_norm_stats_cuda\" not implemented for 'ComplexFloat'",),
        ways=COMPLEX_WAYS,
    ),
    Entry(
        "{name:name}(): Yet not supported for complex",
        "tensor dtypes",
        "On Apple's GPU this release of PyTorch does not do {name} with complex numbers.",
        "",
        None,
        recorded=("RuntimeError: index_select(): Yet not supported for complex",),
        ways=ways("""
            a newer release can be had: Install it: PyTorch can do more of this each time,
                index_select since 2.4.
            this release has to do: Compute the step on the CPU: z.cpu(), and .to("mps") after it.
            indices choose rows: Write
                torch.view_as_complex(torch.view_as_real(z).index_select(0, i)).
        """),
    ),
    Entry(
        "check_random_bounds handles only integral, floating-point and boolean types",
        "tensor dtypes",
        "randint, randint_like and random_ draw real numbers only, and the tensor to be filled, or "
        "the one that it is to be like, is complex.",
        "Write torch.randint_like(z.real, 0, 9). For complex noise torch.randn_like(z) works.",
        "torch.randint_like(torch.ones(2) * 1j, 0, 3)",
    ),
    Entry(
        (
            "\"{name:quoted}\" not implemented for '{kind:Bool}'",
            "{name:name}(): does not support {kind:bool} input",
            "{name:topk} does not support {kind:bool} dtypes",
            "Boolean inputs not supported for {name:relu}",
        ),
        "tensor dtypes",
        "{name} does not take truth values, which PyTorch calls Bool, in this release.",
        "Write x.float() to compute with them, x.int() to count, to sort or to look for the first "
        "one. If you expected numbers look for the comparison that made truth values of them.",
        "(torch.ones(3) > 0).median()",
    ),
    Entry(
        (
            "\"{name:quoted}\" not implemented for '{kind:name}'",
            "{name:name} not supported on {:CPU|CUDA}Type for {kind:name}",
        ),
        "tensor dtypes",
        "What PyTorch calls {name} does not work on numbers of this type here. The type is called "
        "{kind}.",
        "Change the type first: x.long() or x.bool() for &, | and ~, for counting and for indices, "
        "x.float() for arithmetic. Where it is Float already look for what wants whole numbers.",
        "torch.ones(2) & torch.ones(2)",
    ),
    Entry(
        (
            "{name:all|any} only supports torch.uint8 and torch.bool dtypes",
            "{name:all|any} only supports torch.uint8 dtype",
            "{name:all|any} only supports torch.bool dtype",
        ),
        "tensor dtypes",
        "In this release {name} takes truth values, or bytes, and these are other numbers. Later "
        "releases take all types.",
        "Write x.bool().{name}(), where all but 0 is true, or a comparison: (x > 0).{name}(). Or "
        "install a newer PyTorch.",
        None,
        recorded=("RuntimeError: all only supports torch.uint8 and torch.bool dtypes",),
    ),
    Entry(
        (
            "{name:name}(): argument 'dtype' must be torch.dtype, not {kind:name}",
            "{name:name}(): argument 'dtype' (position {place:int}) must be torch.dtype, not "
            "{kind:name}",
        ),
        "tensor dtypes",
        "PyTorch has types of its own, other than NumPy's and their names in text. {name} got "
        "something of type {kind}.",
        "Write dtype=torch.float32, or dtype=torch.int64.",
        'torch.ones(3, dtype="int")',
        since=(2, 13),
    ),
    Entry(
        "invalid type: '{kind:quoted}'",
        "tensor dtypes",
        "The name of a type is written otherwise. There is no type called {kind}.",
        "Write x.to(torch.float32), x.float() or x.long().",
        'torch.ones(3).type("int")',
        when=lambda found: bool(found.type) or "torch" in found.before,
    ),
    Entry(
        "expected TensorOptions(dtype={wanted:type}, {:text}) (got TensorOptions(dtype={found:type}"
        ", ",
        "tensor constructors",
        "torch.LongTensor and its like make tensors of one type, and do not change another's. "
        "Wanted is {wanted}, and this is {found}.",
        "Write x.long() or x.float() to change the type, and torch.tensor(…) to make a tensor.",
        "torch.LongTensor(torch.ones(2))",
    ),
    Entry(
        (
            "Integer division of tensors using div or / is no longer supported",
            "Integer division of tensors using div or / is deprecated",
            "Integer division with addcdiv is no longer supported",
        ),
        "tensor arithmetic",
        "Both tensors hold whole numbers, and / on them was whole in old releases, gives floats in "
        "new ones, and is refused in between.",
        'Write a // b, or torch.div(a, b, rounding_mode="floor"), for a whole result, which '
        "indices need; a.float() / b for one with a fraction.",
        "torch.addcdiv(*[torch.arange(1, 4)] * 3)",
        recorded=(
            "RuntimeError: Integer division of tensors using div or / is no longer supported, and "
            "in a future release div will perform true division as in Python 3. Use true_divide or "
            "floor_divide (// in Python) instead.",
        ),
    ),
    Entry(
        (
            "torch.{name:finfo}() requires a floating point input type",
            "torch.{name:iinfo}() requires an integer input type",
        ),
        "tensor dtypes",
        "torch.finfo knows the limits of floats, torch.iinfo those of whole numbers, and {name} "
        "got the other kind.",
        "Print x.dtype. The number for a mask comes from the scores, which are floats: "
        "torch.finfo(scores.dtype).min.",
        "torch.finfo(torch.int64)",
    ),
    Entry(
        "only floating-point types are supported as the default type",
        "tensor dtypes",
        "The default type is that of torch.ones and the like, and has to be a float's.",
        "Write dtype=torch.int64 where you want whole numbers.",
        "torch.set_default_dtype(torch.int64)",
    ),
)
