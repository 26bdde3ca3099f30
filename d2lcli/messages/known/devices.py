"""Tensors that lie on different devices, and devices that are not there."""

from __future__ import annotations

import re

from ..entry import Entry, Found, Way
from .calls import frames, last_traceback
from .ways import ways

MIXED = (
    "Two tensors that meet lie on different devices. One is on {a}, another on {b}. The check "
    "stopped at the argument {argument}."
)

MIXED_OUT = "Print x.device for each tensor in the line."
BATCH = Way(
    "a batch, its labels",
    "Write x, y = x.to(device), y.to(device), in testing too; x.to(device) alone leaves x as "
    "it is.",
)
MADE = Way("tensors made anew", "Write device=x.device, or nn.Linear(…).to(x.device).")
LISTED = Way("a list of layers", "Make it an nn.ModuleList, in C++ by register_module.")
MODEL = Way("the model", "Write model.to(device) before the optimizer is made.")
STEP = Way("in optimizer.step()", "Make it after model.to(device), then load its state.")
INPUT_WAYS = (
    BATCH,
    MADE,
    *ways("""
        x.type(…FloatTensor): Write x.float(): the other brings x back to the CPU.
        a tokenizer's output: Write inputs = inputs.to(model.device).
        to stay on the CPU: Write model.to("cpu").
    """),
)
OWN = Way("your own weights", 'Write nn.Parameter, or self.register_buffer("w", w).')
MIXED_WAYS = (
    Way("made in this line", "Give {made} device=…."),
    BATCH,
    MADE,
    MODEL,
    LISTED,
    OWN,
    STEP,
    Way(
        "in {transform}",
        "Give the transform tensors of the CPU, and send to the GPU what comes out.",
        lambda found: bool(_transform(found)),
    ),
)

# Wordings that tell where an argument lies, {b}, and where the others do, {a}.
PLACED = (
    "Expected all tensors to be on the same device, but found at least two devices, {a:device} and "
    "{b:device}! (when checking argument for argument {argument:name} in method {method:name})",
    "Expected all tensors to be on the same device, but got {argument:name} is on {b:device}, "
    "different from other tensors on {a:device} (when checking argument in method {method:name})",
    "Tensor for argument #{number:int} '{argument:name}' is on {b:device}, but expected "
    "{which:it|them} to be on {a:device}{method:text}",
    "Tensor for 'out' is on {:device}, Tensor for argument #{number:int} '{argument:name}' is on "
    "{b:device}, but expected them to be on {a:device}{method:text}",
    "Expected object of device type {a:device} but got device type {b:device} for argument "
    "#{number:int} '{argument:name}'{method:text}",
    "Expected object of backend {a:device} but got backend {b:device} for argument "
    "#{number:int} '{argument:name}'{method:text}",
    "Expected object of type torch.{a:cuda}.{kind:name} but found type torch.{kind2:name} for "
    "argument #{number:int} '{argument:name}'{method:text}",
    "Expected object of type torch.{kind:name} but found type torch.{b:cuda}.{kind2:name} for "
    "argument #{number:int} '{argument:name}'{method:text}",
)
SAME = "Expected all tensors to be on the same device, but "

# Wordings of any operation, for which the place where it failed tells more than they do.
ANYWHERE = (
    "expected device {a:device} but got device {b:device}",
    SAME + "found at least two devices, {a:device} and {b:device}!",
    SAME + "found at least two devices",
    "Expected all tensors to be on the same device",
    "Expected object of device type {a:device} but got device type {b:device}",
    "Expected object of backend {a:device} but got backend {b:device}",
    "arguments are located on different GPUs",
)

MAKING = (
    "zeros|ones|eye|arange|rand|randn|randint|tensor|full|linspace|FloatTensor|LongTensor|Tensor"
)
FLOATS = {"FloatTensor", "DoubleTensor", "HalfTensor", "BFloat16Tensor"}

NOT_RUN = "Could not run '{name:quoted}' with arguments from the '{backend:quoted}' backend"
SPARSE = (
    r"aten::(?:to_dense|_?indices|_?values|_nnz|_?coalesce|_?is_coalesced|(?:sparse|dense)_dim)"
)
# Devices that a build of PyTorch has, or has not.
MAKERS = frozenset(("CUDA", "MPS", "XLA", "XPU", "HPU", "HIP", "MTIA", "PrivateUse1", "Vulkan"))


def _part(found: Found) -> str:
    """What the argument is that lies elsewhere, where its name and the function tell."""
    argument, method = found["argument"], found.fields.get("method", "")
    named = re.fullmatch(r"(\w+)", method) or re.search(
        r"(?:^in call to|^\(while checking arguments for) (\w+)", method
    )
    method = named[1] if named else ""
    if re.search(r"loss|entropy", method):
        return "classes" if argument == "weight" else "labels"
    if "backward" in method:
        return ""
    layer = re.match(r"weight|bias|running_", argument) is not None
    if re.search(r"index_select|embedding", method):
        table = "table" if argument in ("self", "weight") else ""
        return "indices" if argument in ("index", "indices") else table
    if "addmm" in method:
        return {"mat1": "input", "mat2": "layer", "self": "layer"}.get(argument, "")
    if re.search(r"conv|_norm|rnn|lstm|gru|prelu", method):
        return "layer" if layer else "input" if argument in ("input", "self") else ""
    if method:
        return ""
    if (argument, found.fields.get("which")) == ("self", "them"):  # addmm's bias
        return "layer"
    known = {"mat1": "input", "index": "indices", "target": "labels"}
    if argument == "weight" and found.fields.get("number") == "2":
        return "layer"
    return known.get(argument, "")


def _on_cpu(found: Found) -> tuple[bool, bool] | None:
    """Whether the argument, and the others, lie on the CPU; None unless a GPU meets the CPU."""
    names = [found.fields.get(name, "cpu").lower() for name in "ba"]
    kinds = {name.partition(":")[0] for name in names}
    if "cpu" not in kinds or not kinds & {"cuda", "gpu", "mps", "xpu", "hip"}:
        return None
    return names[0] == "cpu", names[1] == "cpu"


def _left(found: Found, part: str, other: str) -> bool:
    """Whether ``part`` lies on the CPU, and what it meets, ``other``, on a GPU."""
    place = _on_cpu(found)
    if place is None or found.fields.get("kind2", "").startswith("cuda."):
        return False
    return (_part(found) == part and place[0]) or (_part(found) == other and place[1])


def _two_gpus(found: Found) -> bool:
    """Whether both devices are GPUs with a number."""
    if "where" in found.fields:
        return True
    return all(re.match(r"(?:(?:cuda|xpu|hip):)?\d", found[name]) is not None for name in "ab")


def _in_optimizer(found: Found) -> bool:
    """Whether a file of torch.optim raised it."""
    files = frames(last_traceback(found))
    return bool(files) and re.search(r"torch[/\\]optim[/\\]", files[-1]) is not None


def _in_backward(found: Found) -> bool:
    """Whether backward raised it, and one of the devices may be the CPU."""
    gpus = {"a", "b"} <= found.fields.keys() and _two_gpus(found)
    return not gpus and "run_backward(" in found.code.rpartition("\n")[2]


def _in_loss(found: Found) -> bool:
    """Whether one of torch's losses, called by the program, raised it."""
    if "argument" in found.fields and _on_cpu(found) and _part(found) in ("labels", "classes"):
        return True
    files = frames(last_traceback(found))
    own = [
        at for at, file in enumerate(files) if not re.search(r"torch[/\\](?:nn|_?tensor)\b", file)
    ]
    inner = files[own[-1] + 1 :] if own else files
    return any(re.search(r"modules[/\\]loss\.py$", file) for file in inner)


def _sides(found: Found) -> dict[str, str]:
    """Where two tensors lie whose types are named: torch.FloatTensor is of the CPU."""
    if "kind2" not in found.fields:
        return {}
    return {name: found.fields.get(name, "cpu") for name in "ab"}


def _generators(found: Found) -> dict[str, str]:
    """The devices of two generators, whose names may be C++'s."""
    own = re.search(r"CUDA|CPU", found.fields.get("got", ""))
    return {"a": found["a"].lower(), **({"b": own[0].lower()} if own else {})}


def _made(found: Found) -> dict[str, str]:
    """What makes a tensor on the CPU in the line that failed, as torch.zeros does."""
    made = re.search(rf"\btorch\.(?:{MAKING})(?=\()", found.line)
    moved = re.search(r"device|\.cuda\(|\.to\(|_like\(", found.line)
    return {"made": made[0]} if made and not moved else {}


def _transform(found: Found) -> dict[str, str]:
    """The file of transforms, such as those of torch_geometric, in which it failed."""
    file = "".join(frames(last_traceback(found))[-1:])
    named = re.search(r"[/\\]transforms[/\\](?:\w+[/\\])*(\w+\.py)$", file)
    return {"transform": named[1]} if named else {}


def _mixed(found: Found) -> dict[str, str]:
    """Where two tensors lie, of three one that lies apart."""
    a, b, c = (found.fields.get(name, "") for name in "abc")
    return _made(found) | _transform(found) | ({"b": c} if a == b and c else _sides(found))


def _types(found: Found) -> dict[str, str]:
    """Where two tensors lie, and their types, which differ too."""
    left, right = (found[name].removesuffix("Tensor") for name in ("kind", "kind2"))
    return {"left": left, "right": right, **_made(found), **_sides(found)}


def _elsewhere(found: Found) -> bool:
    """Whether devices differ, and not only the types of two tensors on a GPU."""
    if {"a", "b"} <= found.fields.keys():
        return found["a"] != found["b"]
    kinds = [found.fields.get(kind, "Tensor") for kind in ("kind", "kind2")]
    return kinds[1].endswith("Tensor") and not any(kind.startswith("cuda.") for kind in kinds)


def _of_devices(found: Found) -> bool:
    """Whether types that the message names do not differ alone: torch.cuda on both sides."""
    return found.fields.get("wanted") == found.fields.get("found") and not any(
        found.fields.get(kind, "").startswith("cuda.") for kind in ("kind", "kind2")
    )


DEVICES = (
    Entry(
        (
            "Expected object of type torch.{a:cuda}.{kind:name} but found type torch.{kind2:name} "
            "for argument #{number:int} '{argument:name}'",
            "Expected object of type torch.{kind:name} but found type torch.{b:cuda}.{kind2:name} "
            "for argument #{number:int} '{argument:name}'",
            "Expected object of type torch.{a:cuda}.{kind:name} but found type torch.{kind2:name}",
            "Expected object of type torch.{kind:name} but found type torch.{b:cuda}.{kind2:name}",
        ),
        "env",
        MIXED,
        MIXED_OUT + " The types {left} and {right} have to be one too: write .float() for both.",
        None,
        recorded=(
            "RuntimeError: Expected object of type torch.FloatTensor but found type "
            "torch.cuda.DoubleTensor for argument #2 'weight'",
        ),
        ways=MIXED_WAYS,
        more=_types,
        when=lambda found: (
            not found["kind"].startswith("cuda.")
            and not found["kind2"].startswith("cuda.")
            and {found["kind"], found["kind2"]} <= FLOATS
            and found["kind"] != found["kind2"]
        ),
        command="env",
    ),
    Entry(
        PLACED,
        "env",
        "What comes into the layer lies on the GPU, and the layer's weights on the CPU.",
        "",
        None,
        recorded=(
            "RuntimeError: Expected object of backend CPU but got backend CUDA for argument #4 "
            "'mat1'",
            "RuntimeError: Expected all tensors to be on the same device, but found at least two "
            "devices, cpu and cuda:0! (when checking argument for argument mat1 in method "
            "wrapper_addmm)",
        ),
        ways=(
            MODEL,
            LISTED,
            MADE,
            OWN,
            Way("torchsummary", 'Write summary(model, size, device="cpu").'),
        ),
        when=lambda found: _left(found, "layer", "input"),
        command="env",
    ),
    Entry(
        PLACED,
        "env",
        "The layer's weights lie on the GPU, and what comes into it on the CPU.",
        "",
        None,
        recorded=(
            "RuntimeError: Expected object of backend CPU but got backend CUDA for argument #2 "
            "'weight'",
            "RuntimeError: Expected all tensors to be on the same device, but found at least two "
            "devices, cuda:0 and cpu! (when checking argument for argument mat1 in method "
            "wrapper_CUDA_addmm)",
            "RuntimeError: Tensor for argument #2 'weight' is on GPU, but expected it to be on CPU "
            "(while checking arguments for slow_conv2d)",
        ),
        ways=(*INPUT_WAYS,),
        when=lambda found: _left(found, "input", "layer"),
        command="env",
    ),
    Entry(
        PLACED,
        "env",
        "Indices lie on the GPU, and what they choose from, as the table of an nn.Embedding, on "
        "the CPU.",
        "",
        None,
        recorded=(
            "RuntimeError: Expected object of device type cuda but got device type cpu for "
            "argument #1 'self' in call to _th_index_select",
            "RuntimeError: Expected all tensors to be on the same device, but found at least two "
            "devices, cpu and cuda:0! (when checking argument for argument index in method "
            "wrapper__index_select)",
        ),
        ways=(
            MODEL,
            LISTED,
            MADE,
            *ways("""
                a first hidden state: Make it with device=x.device, for a packed sequence.
                default device cuda: Leave set_default_device or set_default_tensor_type out.
                the CPU is enough: Leave the indices there: x.cpu().
            """),
        ),
        when=lambda found: _left(found, "table", "indices"),
        command="env",
    ),
    Entry(
        "{name:name}(): self, index and source expected to be in the same device, but got (self) "
        "{a:device}, (index) {i:device}, and (source) {b:device}",
        "env",
        "{name} writes within one device. The target is on {a}, the indices are on {i}, and the "
        "values on {b}.",
        "Write x.index_copy_(0, i.to(x.device), values.to(x.device)).",
        None,
        recorded=(
            "RuntimeError: index_copy_(): self, index and source expected to be in the same "
            "device, but got (self) cpu, (index) cuda:0, and (source) cpu",
        ),
        command="env",
    ),
    Entry(
        PLACED,
        "env",
        "Indices lie on the CPU, and what they choose from, as the table of an nn.Embedding, on "
        "the GPU.",
        "",
        None,
        recorded=(
            "RuntimeError: Expected object of backend CUDA but got backend CPU for argument #3 "
            "'index'",
            "RuntimeError: Expected all tensors to be on the same device, but got index is on cpu, "
            "different from other tensors on cuda:0 (when checking argument in method "
            "wrapper_CUDA__index_select)",
        ),
        ways=(*INPUT_WAYS,),
        when=lambda found: _left(found, "indices", "table"),
        command="env",
    ),
    Entry(
        (
            "Expected object of device type {a:device} but got device type {b:device} for argument "
            "#{number:2} '{argument:source}'",
            "Expected object of backend {a:device} but got backend {b:device} for argument "
            "#{number:2} '{argument:source}'",
        ),
        "env",
        "A tensor is to take over the memory of another, as x.set_(y) and x.data = y do, and they "
        "lie on different devices. One lies on {a}, the other on {b}.",
        "",
        None,
        recorded=(
            "RuntimeError: Expected object of backend CPU but got backend CUDA for argument #2 "
            "'source'",
        ),
        ways=ways("""
            the last file is a library's: Install another release of it, stay on the CPU, or write
                torch.set_default_tensor_type(torch.cuda.FloatTensor) before it is imported, as for
                PySyft.
            a line of your own: Write x = y.to(device), or x.data.copy_(y).
        """),
        command="env",
    ),
    Entry(
        ANYWHERE,
        "env",
        "The optimizer keeps numbers of its own for each parameter, and they lie on another "
        "device than the parameter or its gradient. One lies on {a}, another on {b}.",
        "Keep this order: model.to(device), then the optimizer, then optimizer.load_state_dict("
        "torch.load(path, map_location=device)).",
        None,
        recorded=(
            'Traceback (most recent call last):\n  File "/site-packages/torch/optim/adam.py", line '
            "99, in step\n    exp_avg.mul_(beta1).add_(grad, alpha=1 - beta1)\nRuntimeError: "
            "expected device cpu but got device cuda:0",
            'Traceback (most recent call last):\n  File "/site-packages/torch/optim/adam.py", line '
            "381, in _single_tensor_adam\n    exp_avg.lerp_(grad, 1 - beta1)\nRuntimeError: "
            "Expected all tensors to be on the same device, but found at least two devices, cuda:0 "
            "and cpu!",
        ),
        when=_in_optimizer,
        command="env",
    ),
    Entry(
        (
            *PLACED,
            *ANYWHERE,
        ),
        "env",
        "The loss got the model's outputs, labels and perhaps weights, and they lie on different "
        "devices. One lies on {a}, another on {b}.",
        "",
        None,
        recorded=(
            'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    loss = '
            'objective(outputs, target)\n  File "/site-packages/torch/nn/modules/loss.py", line '
            "516, in forward\n    return F.binary_cross_entropy(input, target, "
            "weight=self.weight, reduction=self.reduction)\n  File "
            '"/site-packages/torch/nn/functional.py", line 2378, in binary_cross_entropy\n    '
            "return torch._C._nn.binary_cross_entropy(\nRuntimeError: expected device cuda:0 but "
            "got device cpu",
            "RuntimeError: Expected object of device type cuda but got device type cpu for "
            "argument #2 'target' in call to _thnn_nll_loss_forward",
            "RuntimeError: Expected all tensors to be on the same device, but found at least two "
            "devices, cuda:0 and cpu! (when checking argument for argument weight in method "
            "wrapper_CUDA_nll_loss_forward)",
        ),
        ways=(
            *ways("""
                the labels: Write y = y.to(out.device): y.to(device) alone leaves y.
                made in the loop, for a GAN: Write torch.ones(…, device=out.device).
            """),
            Way(
                "weight or pos_weight",
                "Write criterion = criterion.to(device), or make it there: torch.tensor([…], "
                "device=device).",
                lambda found: _part(found) == "classes",
            ),
            Way("the model's outputs", "Write model.to(device), and x = x.to(device)."),
        ),
        more=_sides,
        when=_in_loss,
        command="env",
    ),
    Entry(
        ANYWHERE,
        "env",
        "It fails in backward: a gradient, and what a step of forward kept for it, lie on "
        "different devices. One lies on {a}, another on {b}.",
        "",
        None,
        recorded=(
            'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    '
            'loss.backward()\n  File "/site-packages/torch/autograd/__init__.py", line 98, in '
            "backward\n    Variable._execution_engine.run_backward(\nRuntimeError: Expected object "
            "of device type cuda but got device type cpu for argument #2 'mat2' in call to _th_mm",
        ),
        ways=ways("""
            a library without a GPU: Write f(x.cpu()).to(x.device) around its step, as for
                pennylane, or stay on the CPU.
            a backward or hook of yours: Make its tensors with device=grad.device.
            weights moved after forward: Write model.to(device) before forward.
        """),
        when=_in_backward,
        command="env",
    ),
    Entry(
        (
            SAME + "found at least two devices, {a:device} and {b:device}! (when checking argument "
            "for argument {argument:name} in method {method:name})",
            SAME + "found at least two devices, {a:device} and {b:device}!",
            SAME + "found at least two devices, {a:device} and {b:device}",
            SAME + "got {argument:name} is on {b:device}, different from other tensors on "
            "{a:device}",
            "expected device {a:device} but got device {b:device}",
            "expected both inputs to be on same device, but input a is on {a:device} and input b "
            "is on {b:device}",
            "Expected tensor for argument #{number:int} '{argument:name}' to have the same device "
            "as tensor for argument #{other:int} '{what:name}'; but device {a:int} does not equal "
            "{b:int}",
            "arguments are located on {where:different GPUs}",
            "tensors are on {where:different GPUs}",
            "Some of weight/gradient/input tensors are located on {where:different GPUs}",
            "Assertion 'THCTensor_(checkGPU)(state, {where:text}",
        ),
        "env",
        "Two tensors that meet lie on different GPUs, and PyTorch moves none of them by itself. "
        "One lies on {a}, another on {b}.",
        "",
        None,
        recorded=(
            "RuntimeError: binary_op(): expected both inputs to be on same device, but input a is "
            "on cuda:1 and input b is on cuda:0",
            "RuntimeError: Expected all tensors to be on the same device, but found at least two "
            "devices, cuda:0 and cuda:1!",
            "RuntimeError: Expected tensor for argument #1 'input' to have the same device as "
            "tensor for argument #2 'weight'; but device 0 does not equal 1 (while checking "
            "arguments for cudnn_convolution)",
            "RuntimeError: Assertion `THCTensor_(checkGPU)(state, 4, input, target, output, "
            "total_weight)' failed. Some of weight/gradient/input tensors are located on different "
            "GPUs. Please move them to a single one.",
        ),
        ways=(
            *ways("""
                in DataParallel: Give it a model on its first GPU; in forward leave .cuda() out,
                    and make tensors with device=x.device.
                the loss: Write y = y.to(out.device).
                threads, device_map: Send the inputs to the model's GPU: x.to(model.device).
            """),
            STEP,
            Way("anywhere else", "Keep a model and its batches on one GPU."),
        ),
        when=_two_gpus,
        command="env",
    ),
    Entry(
        (
            "error: input types '{a:quoted}' and '{b:quoted}' are not broadcast compatible",
            "'mps.{:name}' op operands don't have broadcast-compatible shapes",
        ),
        "broadcast misfit",
        "Two tensors met on Apple's GPU whose shapes do not fit, and this ended the program. They "
        "are {a} and {b}.",
        "Run it on the CPU, where PyTorch names the shapes and the line: the device is chosen as "
        '"cpu", in Lightning by Trainer(accelerator="cpu").',
        None,
        ways=ways("""
            it fails there, too: Print both shapes before the line: from the last axis on, the sizes
                are equal, or one of them is 1.
            it runs there: Stay on the CPU, or install the newest PyTorch: mps has a fault here.
        """),
        recorded=(
            "MPSGraphUtilities.mm:233:0: error: 'mps.multiply' op operands don't have "
            "broadcast-compatible shapes",
            'loc("mps_add"("(mpsFileLoc): /AppleInternal/Library/BuildRoots/x/MPSGraphUtilities.mm"'
            ":228:0)): error: input types 'tensor<4x3xf32>' and 'tensor<4x5xf32>' are not "
            "broadcast compatible",
        ),
        when=lambda found: (
            "a" not in found.fields
            or found["a"].rpartition("x")[2].strip("<>")
            == found["b"].rpartition("x")[2].strip("<>")
        ),
    ),
    Entry(
        (
            "Error: total bytes of NDArray > 2**{power:int}",
            "Error: product of dimension sizes > 2**{power:int}",
        ),
        "memory temporary",
        "A tensor that was to be made on Apple's GPU is larger than one may be there, and this "
        "ended the program. The limit is 2**{power} bytes or numbers.",
        "Compute in parts: a smaller batch, picture or sequence, x.chunk(4), or on the CPU. Newer "
        "releases of macOS and PyTorch take larger ones.",
        None,
        recorded=(
            "/x/MPSCore/Types/MPSNDArray.mm:724: failed assertion `[MPSTemporaryNDArray "
            "initWithDevice:descriptor:] Error: product of dimension sizes > 2**31'",
            "failed assertion `[MPSNDArray initWithDevice:descriptor:isTextureBacked:] Error: "
            "total bytes of NDArray > 2**32'",
        ),
    ),
    Entry(
        (
            "command buffer exited with error status. The Metal Performance Shaders operations "
            "encoded on it may not have completed. {:text}({:name}:{why:few})",
            "{kind:Internal|Timeout|Fault} Error ({:name}:{why:few})",
            "{kind:Insufficient Memory|Impacting Interactivity|Invalid Resource} ({:name}:"
            "{why:few})",
        ),
        "env",
        "Apple's GPU did not end what it was given, so results from here on may be wrong. It says: "
        "{why}.",
        "",
        None,
        ways=ways("""
            OutOfMemory, Insufficient Memory: Take a smaller batch or model, and close programs.
            Timeout, Interactivity: Give the GPU less at a time: smaller batches, shorter sequences.
            Internal Error, PageFault: Install the newest PyTorch and macOS, or compute on the CPU.
        """),
        recorded=(
            "Error: command buffer exited with error status.\n\tThe Metal Performance Shaders "
            "operations encoded on it may not have completed.\n\tError: \n\t(null)\n\tInternal "
            "Error (0000000e:Internal Error)",
        ),
        when=lambda found: "kind" not in found.fields or "command buffer exited" in found.before,
    ),
    Entry(
        (
            "failed assertion 'commit an already committed command buffer'",
            "failed assertion 'commit command buffer with uncommitted encoder'",
            "failed assertion 'A command encoder is already encoding to this command buffer'",
            "failed assertion '_status < MTLCommandBufferStatusCommitted",
            "failed assertion _status < MTLCommandBufferStatusCommitted",
            "A command encoder is already encoding to this command buffer",
            "commit an already committed command buffer",
        ),
        "env",
        "What was handed to Apple's GPU got out of order: two hands wrote to one command buffer of "
        "Metal, or one wrote to a buffer that was sent. That ended the program.",
        "Install the newest PyTorch, or compute on the CPU.",
        None,
        ways=ways("""
            two threads use mps: Let one compute, and turn off previews while a picture is made.
            PYTORCH_ENABLE_MPS_FALLBACK: Leave it out, and compute the missing step by
                f(x.cpu()).to(x.device), all in one type.
            a kernel of your own: Take PyTorch's encoder, stream->commandEncoder() of its MPSStream,
                in a block on the stream's queue; make and commit none yourself.
        """),
        recorded=(
            "-[IOGPUMetalCommandBuffer validate]:213: failed assertion `commit an already "
            "committed command buffer'",
            "-[IOGPUMetalCommandBuffer setCurrentCommandEncoder:]:322: failed assertion `_status < "
            "MTLCommandBufferStatusCommitted at line 322'",
            "A command encoder is already encoding to this command buffer",
        ),
    ),
    Entry(
        (
            "error: input types '{a:quoted}' and '{b:quoted}' are not broadcast compatible",
            "'mps.{name:name}' op requires the same element type for all operands and results",
        ),
        "tensor dtypes",
        "Two tensors met on Apple's GPU in different types, such as float16 and float32, or floats "
        "and whole numbers, and this ended the program. They are {a} and {b}.",
        "Bring all to one type: model.float() and x.float(), y.float() for whole numbers, "
        "torch_dtype=torch.float32 where a model is loaded. A newer PyTorch and macOS help too.",
        None,
        recorded=(
            'loc("mps_add"("(mpsFileLoc): /AppleInternal/Library/BuildRoots/x/MPSGraphUtilities.mm"'
            ":228:0)): error: input types 'tensor<1x1280xf16>' and 'tensor<1280xf32>' are not "
            "broadcast compatible",
        ),
    ),
    Entry(
        "new(): expected key in DispatchKeySet({:text}) but got: {name:name}",
        "tensor parameters",
        "x.new(…) makes no tensors of this kind, {name}.",
        "Write torch.empty(2, 3, dtype=x.dtype, device=x.device) in its place, or "
        "torch.tensor(data, device=x.device).",
        "torch.ones(2).to_mkldnn().new(2)",
        ways=ways("""
            PrivateUse1 (DirectML, NPU): Write x.new_zeros(2, 3), or renew PyTorch and the add-on.
            a library calls it: Renew the library, or run it on the CPU.
        """),
        recorded=(
            "RuntimeError: new(): expected key in DispatchKeySet(CPU, CUDA, HIP, XLA, MPS, IPU, "
            "XPU, HPU, Lazy, Meta) but got: PrivateUse1",
        ),
    ),
    Entry(
        "convolution_overrideable not implemented",
        "env",
        "There is no convolution for this kind of tensor: of three dimensions, or of bfloat16, on "
        "Apple's GPU, or with the weights on another device than the input.",
        "Print x.device, x.dtype and the same of the layer's weight, and bring them together. Else "
        "compute this part on the CPU, in float32.",
        None,
        recorded=(
            "NotImplementedError: convolution_overrideable not implemented. You are likely "
            "triggering this with tensor backend other than CPU/CUDA/MKLDNN",
        ),
        command="env",
    ),
    Entry(
        "legacy constructor expects device type: {a:device} but device type: {b:device} was passed",
        "tensor create",
        "torch.Tensor makes tensors on the {a} alone, and was told device={b}.",
        "Write torch.tensor(data, device=device), with a small t, or torch.zeros(2, 3, "
        "device=device).",
        'torch.Tensor([1.0], device="meta")',
        recorded=(
            "RuntimeError: legacy constructor expects device type: cpu but device type: cuda was "
            "passed",
        ),
    ),
    Entry(
        (
            "Device string must not be empty",
            "Device index must not be negative",
            "Device index must be {:text}",
        ),
        "env",
        'A device is called "cpu", "cuda" or "cuda:0", with a number from 0 up, and this name is '
        "none.",
        'Print it: it may be empty, or -1. Write device = "cuda" if torch.cuda.is_available() '
        'else "cpu".',
        'torch.ones(2, device="")',
        recorded=("RuntimeError: Device index must not be negative",),
    ),
    Entry(
        (
            "Expected a cuda device, but got: {name:device}",
            "Expected a cuda or cpu device, but got: {name:device}",
            "Invalid device, must be cuda device",
        ),
        "env",
        "A function of torch.cuda, which is for GPUs of NVIDIA and AMD, was given another device. "
        "It is {name}.",
        'Leave the call out on other devices: if device.type == "cuda":.',
        None,
        ways=ways("""
            mps, xpu: Call what torch.mps or torch.xpu have in its place, such as synchronize().
            privateuseone (DirectML): Leave all calls of torch.cuda out, also by a library's option.
            the GPU is NVIDIA's: Print torch.cuda.is_available(), and write device="cuda:0".
        """),
        recorded=(
            "ValueError: Expected a cuda device, but got: privateuseone:0",
            "ValueError: Expected a cuda or cpu device, but got: mps",
        ),
    ),
    Entry(
        (
            "Expected a {:torch.device|cuda device} with a specified index or an integer, but got:"
            "{: |}{name:device}",
            "Expected a torch.device with a specified index or an integer",
            "Expected a cuda device with a specified index or an integer",
        ),
        "env",
        "A GPU is wanted with its number, and a device without one was given, or nothing. It is "
        "{name}.",
        'Write torch.device("cuda:0"), or the number, 0; on the CPU leave the call out: if '
        "torch.cuda.is_available():.",
        None,
        recorded=(
            "ValueError: Expected a torch.device with a specified index or an integer, but "
            "got:None",
        ),
    ),
    Entry(
        (
            "CUDA unavailable, invalid device {name:text} requested",
            "Invalid CUDA 'device={name:quoted}' requested",
        ),
        "env",
        "The program was told to use GPU {name}, and PyTorch sees none of that number.",
        "",
        None,
        recorded=("AssertionError: CUDA unavailable, invalid device 0 requested",),
        ways=ways("""
            torch.version.cuda is None: Install a build for CUDA, chosen on pytorch.org.
            nvidia-smi lists no GPU: Install the NVIDIA driver, or write device=cpu.
            it lists fewer GPUs: Write device=0: they are counted from 0.
        """),
        command="env",
    ),
    Entry(
        (
            "You can't move a model that has some modules offloaded to cpu or disk",
            "'.to' is not supported for {:text}bitsandbytes models",
            "Calling 'to()' is not supported for {:text}quantized models",
        ),
        "env",
        "The model was laid out over the devices when it was loaded, by device_map or in 8 or 4 "
        "bits, and stays there.",
        "Leave .to(device) and .cuda() out for the model, and send the inputs: "
        "inputs.to(model.device).",
        None,
        recorded=(
            "RuntimeError: You can't move a model that has some modules offloaded to cpu or disk.",
            "ValueError: `.to` is not supported for `4-bit` or `8-bit` bitsandbytes models. Please "
            "use the model as it is",
        ),
    ),
    Entry(
        "Expected one of {known:text} device type at start of device string: "
        "{name:mps|xpu|hpu|meta|mtia|npu|dml|ipu}",
        "env",
        "This PyTorch does not know the device {name}: it is too old for it, or an add-on that "
        "brings it was not imported.",
        "Install a newer PyTorch: mps, for Apple's GPUs, came with 1.12. For npu and the like "
        'import the add-on first. The CPU does meanwhile: device="cpu".',
        None,
        recorded=(
            "RuntimeError: Expected one of cpu, cuda, xpu, mkldnn, opencl, ideep, hip, ve, ort, "
            "mlc, xla, lazy, vulkan, meta, hpu device type at start of device string: mps",
        ),
        command="env",
    ),
    Entry(
        'Attempted to set the storage of a tensor on device "{a:device}" to a storage on different '
        'device "{b:device}"',
        "env",
        "The samples of a batch are put together in memory that processes share, which lies on "
        "{b}, and the samples lie on {a}: a DataLoader with workers got a data set that is on the "
        "GPU.",
        "Keep the data set on the CPU, data.cpu() or no .to(device) in it, and send each batch to "
        "the GPU in the loop: batch = batch.to(device). Or write num_workers=0.",
        None,
        recorded=(
            'File "/lib/python3.10/site-packages/torch_geometric/data/collate.py", line 146, in '
            "_collate\n    out = elem.new(storage)\nRuntimeError: Attempted to set the storage of "
            'a tensor on device "cuda:0" to a storage on different device "cpu".  This is no '
            "longer allowed; the devices must match.",
        ),
        when=lambda found: "collate" in found.before + found.code,
        command="env",
    ),
    Entry(
        (
            "Not compiled with GPU support",
            "Not compiled with CUDA support",
            "{name:name} is not compiled with GPU support",
            "Not implemented on the CPU",
        ),
        "env",
        "An extension in C++ was compiled without its part for the GPU, or has none for the CPU.",
        "Compile it anew where nvcc is found: set CUDA_HOME, and FORCE_CUDA=1 where no GPU is "
        "visible, as in a container that is being built. A tensor on the CPU has to be sent to "
        "the GPU for it.",
        None,
        recorded=("RuntimeError: Not compiled with GPU support",),
        command="env",
    ),
    Entry(
        (
            "CUDA {:error|driver error}: initialization error",
            "CUDA error ({number:3}): initialization error",
            "cuda runtime error ({number:int}){: : |: }initialization error",
            "cuda runtime error ({number:3})",
        ),
        "env",
        "CUDA could not start in this process.",
        "",
        None,
        recorded=(
            "RuntimeError: CUDA error: initialization error",
            "RuntimeError: cuda runtime error (3) : initialization error at "
            "/pytorch/torch/csrc/generic/StorageSharing.cpp:304",
        ),
        ways=ways("""
            workers of a DataLoader: Keep Dataset and collate_fn on the CPU, and write x =
                x.to(device) in the loop, or num_workers=0.
            processes of your own: Write torch.multiprocessing.set_start_method("spawn") first, or
                send tensors to the GPU in the process alone.
            no other process: nvidia-smi has to list the GPU; restart the machine.
        """),
    ),
    Entry(
        "Could not run 'aten::_amp_{name:quoted}' with arguments from the '{backend:quoted}' "
        "backend",
        "autograd gradient",
        "A GradScaler looked at gradients that lie elsewhere than on the GPU that it works for. "
        "They are on {backend}.",
        "",
        None,
        ways=ways("""
            the model is to be on the GPU: Send it there before the optimizer is made:
                model.to("cuda").
            a program of others: Make a new environment with the releases that it lists.
            the CPU is meant: Leave the scaler out, or write torch.amp.GradScaler("cpu"), which came
                with PyTorch 2.3.
        """),
        recorded=(
            "RuntimeError: Could not run 'aten::_amp_non_finite_check_and_unscale_' with arguments "
            "from the 'CPUTensorId' backend.",
        ),
    ),
    Entry(
        (
            "Expected tensor for argument #{number:int} '{argument:name}' to have the same type "
            "as tensor for argument #{other:int} '{what:name}'; but type {a:name} does not equal "
            "{b:name}",
        ),
        "env",
        "Two tensors that meet differ in type or device: argument {number}, {argument}, is {a}, "
        "and argument {other}, {what}, is {b}.",
        "Bring both to one: x.to(y.device, y.dtype). torch.cuda in a name means a GPU.",
        None,
        recorded=(
            "RuntimeError: Expected tensor for argument #1 'grad_output' to have the same type as "
            "tensor for argument #2 'weight'; but type torch.FloatTensor does not equal "
            "torch.cuda.FloatTensor (while checking arguments for cudnn_convolution_backward)",
        ),
    ),
    Entry(
        (
            "expected {a:CPU} (got {b:CUDA})",
            "expected {a:CUDA} (got {b:CPU})",
            "expected TensorOptions(dtype={kind:type}, device={a:device}, {:text}) (got "
            "TensorOptions(dtype={kind2:type}, device={b:device}, {:text})",
            "expected torch.{kind:name} (got torch.{b:cuda}.{kind2:name})",
            "expected torch.{a:cuda}.{kind:name} (got torch.{kind2:name})",
            "Expected a CUDA tensor, but got CPU tensor",
            "Expected all tensors to be on {:cuda|GPU}",
        ),
        "tensor create",
        "A tensor came from another device than the one that is wanted. Wanted is {a}, and it "
        "lies on {b}.",
        "",
        'torch.FloatTensor(torch.ones(2, device="meta"))',
        since=(2, 13),
        recorded=(
            "TypeError: expected CPU (got CUDA)",
            "TypeError: expected CUDA (got CPU)",
            "TypeError: expected torch.FloatTensor (got torch.cuda.FloatTensor)",
        ),
        ways=ways("""
            torch.FloatTensor(x), x.new(y): Write x.float(), x.to(device) or x.clone() for a tensor,
                and torch.tensor(data, device=device) for lists and arrays.
            two tensors that meet: Write x = x.to(y.device).
        """),
        when=_elsewhere,
    ),
    Entry(
        (
            "Allocation on device {gpu:text} would exceed allowed memory",
            "Allocation on device",
            "CUDA driver error: out of memory",
            "Invalid buffer size: {wanted:amount}",
            "total bytes of NDArray > 2**32",
        ),
        "memory temporary",
        "The GPU has no room for a tensor that was to be made, or takes none as large as that.",
        "Take smaller batches or pictures, write with torch.no_grad(): where nothing is trained, "
        "use half floats, and close other programs on the GPU. A forgotten axis makes tensors "
        "that large too: print the shapes.",
        None,
        recorded=(
            "torch.OutOfMemoryError: Allocation on device",
            "RuntimeError: Invalid buffer size: 20.00 GB",
        ),
        when=lambda found: (
            "would exceed" in str(found.fields)
            or "OutOfMemory" in found.type
            or "Invalid" in found.type
            or found.type == "RuntimeError"
        ),
    ),
    Entry(
        (
            "cuDNN version incompatibility: PyTorch was compiled against {a:text} but found "
            "runtime version {b:text}",
            "cuDNN version mismatch: PyTorch was compiled against {a:int} but linked against "
            "{b:int}",
        ),
        "env",
        "Another cuDNN was found than the one that PyTorch was built with. It was built with {a}, "
        "and found {b}.",
        "",
        None,
        recorded=(
            "RuntimeError: cuDNN version incompatibility: PyTorch was compiled against (8, 5, 0) "
            "but found runtime version (8, 4, 1).",
            "RuntimeError: cuDNN version mismatch: PyTorch was compiled against 7102 but linked "
            "against 7004",
        ),
        ways=ways("""
            installed by pip: Write unset LD_LIBRARY_PATH, or clear PATH of cuDNN.
            in conda: Install the cudnn that PyTorch was built with, or PyTorch anew.
        """),
        command="env",
    ),
    Entry(
        (
            "nvrtc: error: failed to open {:text}nvrtc-builtins",
            "nvrtc: error: failed to load builtins",
            "NVRTC_ERROR_BUILTIN_OPERATION_FAILURE",
            "NVRTC unknown error",
            "NVRTC_ERROR unknown",
        ),
        "env",
        "NVRTC, which compiles code for the GPU while the program runs, failed: as a rule it does "
        "not find its own library nvrtc-builtins, of the same release of CUDA.",
        "",
        None,
        recorded=(
            "RuntimeError: nvrtc: error: failed to open libnvrtc-builtins.so.11.1.\n  Make sure "
            "that libnvrtc-builtins.so.11.1 is installed correctly.",
            "RuntimeError: nvrtc: error: failed to open nvrtc-builtins64_118.dll.",
            "RuntimeError: NVRTC unknown error",
            "terminate called after throwing an instance of 'std::runtime_error'\n  what():  "
            "/pytorch/torch/csrc/jit/fuser/cuda/fused_kernel.cpp:131: NVRTC_ERROR unknown",
        ),
        ways=ways("""
            find / -name '*nvrtc-builtins*' shows it: Put its folder, in torch/lib or
                nvidia/cuda_nvrtc/lib as a rule, into LD_LIBRARY_PATH, on Windows into PATH.
            it is not there, or of another CUDA: Write python -m pip install --force-reinstall
                torch, with the index of its CUDA.
            LD_LIBRARY_PATH names a CUDA: Take that out.
            torch 1.0 or 1.1: Install a newer PyTorch.
        """),
        command="env",
    ),
    Entry(
        (
            "nvrtc: error: invalid value for --gpu-architecture (-arch)",
            "Unsupported gpu architecture '{sm:quoted}'",
            "PyTorch was compiled with CUDA {a:text}, which does not support",
        ),
        "env",
        "The CUDA that builds code here has none for this generation of GPUs. It is {sm}.",
        "",
        None,
        recorded=(
            "RuntimeError: nvrtc: error: invalid value for --gpu-architecture (-arch)",
            "nvcc fatal : Unsupported gpu architecture 'compute_89'",
            "nvcc fatal : Unsupported gpu architecture 'compute_30'",
        ),
        ways=ways("""
            the GPU is newer: Install a PyTorch for a later CUDA, chosen on pytorch.org; to compile
                a package take a newer nvcc.
            a list names {sm}: Leave it out of TORCH_CUDA_ARCH_LIST, or setup.py.
            the GPU is older: Take an older CUDA, and a PyTorch that was built for it.
        """),
        command="env",
    ),
    Entry(
        "Could not load library {name:few}. Error: {why:text}{own:libcuda.so}{rest:text}",
        "env",
        "cuDNN looks for libcuda.so, which belongs to the NVIDIA driver, and does not find it. In "
        "WSL it lies in a folder of its own.",
        "In WSL write export LD_LIBRARY_PATH=/usr/lib/wsl/lib:$LD_LIBRARY_PATH before the program "
        "starts. Elsewhere nvidia-smi has to list the GPU: install the driver, and start a "
        "container with --gpus all.",
        None,
        recorded=(
            "Could not load library libcudnn_cnn_infer.so.8. Error: libcuda.so: cannot open shared "
            "object file: No such file or directory",
        ),
        command="env",
    ),
    Entry(
        "Could not locate {name:zlibwapi.dll}",
        "env",
        "{name}, a library for compressed data, is asked for by NVIDIA's cuDNN on Windows, not by "
        "PyTorch itself, and lies in no folder of PATH.",
        "Put the file, the one of 64 bits, into a folder that PATH names, and start the program "
        "in a new terminal.",
        None,
        recorded=("Could not locate zlibwapi.dll. Please make sure it is in your library path!",),
        ways=(
            Way("torch\\lib holds it", "Copy it from there, in site-packages."),
            *ways("""
                it is not there: Take it from NVIDIA's guide to install cuDNN.
                only PyTorch is used: Install a newer PyTorch.
            """),
        ),
        command="env",
    ),
    Entry(
        (
            "Could not load library {name:few}. Error: {why:text}",
            "Unable to load any of {names:text}",
            "Could not locate {name:few}. Please make sure it is in your library path",
        ),
        "env",
        "A library of CUDA that PyTorch needs is not found, or does not belong to the others. It "
        "is {name}.",
        "Install PyTorch anew with pip, which brings cuDNN along, and keep other releases of CUDA "
        "and cuDNN out of LD_LIBRARY_PATH or PATH.",
        None,
        recorded=(
            "Could not load library libcudnn_cnn_train.so.8. Error: "
            "/usr/lib/libcudnn_ops_train.so.8: undefined symbol: _ZN5cudnn5ops26JIT",
            "Unable to load any of {libcudnn_ops.so.9.1.0, libcudnn_ops.so.9.1, libcudnn_ops.so.9}",
        ),
        when=lambda found: any(
            part in str(dict(found.fields)) for part in ("cudnn", "cublas", "nvrtc")
        ),
        command="env",
    ),
    Entry(
        (
            "CUDA error: all CUDA-capable devices are busy or unavailable",
            "cuda runtime error ({number:int}){: : |: }all CUDA-capable devices are busy or "
            "unavailable",
            "CUDA-capable device(s) is/are busy or unavailable",
            "cuda runtime error ({number:46})",
        ),
        "env",
        "The GPU is there, and does not let this program in.",
        "nvidia-smi shows what runs on it, and its mode. End that program where the mode is "
        "Exclusive, restart the machine, or in a container look at what it may use.",
        None,
        recorded=("RuntimeError: CUDA error: all CUDA-capable devices are busy or unavailable",),
        command="env",
    ),
    Entry(
        (
            "CUDA error: peer access is not supported between these two devices",
            "CUDA error: peer mapping resources exhausted",
        ),
        "env",
        "Two GPUs cannot read each other's memory, or too many would.",
        "Set NCCL_P2P_DISABLE=1, or use fewer GPUs with CUDA_VISIBLE_DEVICES=0,1.",
        None,
        recorded=(
            "RuntimeError: CUDA error: peer access is not supported between these two devices",
        ),
        command="env",
    ),
    Entry(
        "Please use the new API settings to control TF32 behavior",
        "",
        "A line of the program, or of a library, sets how precisely the GPU multiplies float32 in "
        "the old way, by allow_tf32 as a rule, and that way will be taken out of PyTorch. It works "
        "as before.",
        "It does no harm. In your own line write torch.backends.cuda.matmul.fp32_precision = "
        '"tf32" in place of torch.backends.cuda.matmul.allow_tf32 = True ("ieee" for False), and '
        "torch.backends.cudnn.conv.fp32_precision in place of torch.backends.cudnn.allow_tf32; use "
        "one of the two ways in a program, not both.",
        None,
        recorded=(
            "UserWarning: Please use the new API settings to control TF32 behavior, such as "
            "torch.backends.cudnn.conv.fp32_precision = 'tf32' or "
            "torch.backends.cuda.matmul.fp32_precision = 'ieee'. Old settings, e.g, "
            "torch.backends.cuda.matmul.allow_tf32 = True will be deprecated after Pytorch 2.9.",
        ),
    ),
    Entry(
        "TensorFloat32 tensor cores for float32 matrix multiplication available but not enabled",
        "",
        "The GPU can multiply float32 faster with fewer digits, and was not told to. It is no "
        "fault.",
        'Write torch.set_float32_matmul_precision("high") for more speed.',
        None,
        recorded=(
            "UserWarning: TensorFloat32 tensor cores for float32 matrix multiplication available "
            "but not enabled. Consider setting `torch.set_float32_matmul_precision('high')` for "
            "better performance.",
        ),
    ),
    Entry(
        "Expected tensor to have {a:device} Backend, but got tensor with {b:device} Backend (while "
        "checking arguments for {method:batch_norm_cpu|cudnn_batch_norm|batch_norm_cuda})",
        "env",
        "In a batch norm tensors of two devices meet: what comes in, its weights or its running "
        "means. One is on {a}, another on {b}.",
        "",
        None,
        ways=ways("""
            Python: Write model.to(device), and x = x.to(device).
            C++: Write torch::jit::load(path, torch::kCPU). An old libtorch left the running means
                where they were saved: take a newer one, or save the model on the CPU.
        """),
        recorded=(
            "std::runtime_error: Expected tensor to have CPU Backend, but got tensor with CUDA "
            "Backend (while checking arguments for batch_norm_cpu)",
        ),
    ),
    Entry(
        (
            SAME + "found at least two devices, {a:device} and {b:device}! (when checking argument "
            "for argument {argument:name} in method {method:name})",
            SAME + "found at least two devices, {a:device} and {b:device}!",
            "Tensor on device {b:device} is not on the expected device {a:device}!",
            "expected self and mask to be on the same device, but got mask on {a:device} and self "
            "on {b:device}",
            "expected condition, x and y to be on the same device, but condition is on {a:device} "
            "and x and y are on {b:device} and {c:device} respectively",
            'Attempted to set the storage of a tensor on device "{a:device}" to a storage on '
            'different device "{b:device}"',
            "expected self and {:few} to be on the same device, but got",
            "Expected tensor to have {a:device} Backend, but got tensor with {b:device} Backend",
            "Expected object of device type {a:device} but got device type {b:device} for argument "
            "#{number:int} '{argument:name}'",
            "Expected object of backend {a:device} but got backend {b:device} for argument "
            "#{number:int} '{argument:name}'",
            "expected device {a:device} but got device {b:device}",
            "expected both inputs to be on same device, but input a is on {a:device} and input b "
            "is on {b:device}",
            "All input tensors must be on the same device. Received {a:device} and {b:device}",
            "Expected object of type torch.{a:cuda}.{kind:name} but found type torch.{kind2:name} "
            "for argument #{number:int} '{argument:name}'",
            "Expected object of type torch.{kind:name} but found type torch.{b:cuda}.{kind2:name} "
            "for argument #{number:int} '{argument:name}'",
            "Expected all tensors to be on the same device",
            "Expected all tensors to be on same device",
            "Expected object of type Variable[torch.{kind:name}] but found type "
            "Variable[torch.{b:cuda}.{kind2:name}] for argument #{number:int} '{argument:name}'",
            "Expected object of type Variable[torch.{a:cuda}.{kind:name}] but found type "
            "Variable[torch.{kind2:name}] for argument #{number:int} '{argument:name}'",
            "Expected a Tensor of type torch.{a:cuda}.{kind:name} but found {:a |}type "
            "torch.{kind2:name} for sequence element",
            "Expected a Tensor of type torch.{kind:name} but found {:a |}type "
            "torch.{b:cuda}.{kind2:name} for sequence element",
            "Tensor for 'out' is on {b:device}, Tensor for argument #{number:int} "
            "'{argument:name}' is on {c:device}, but expected them to be on {a:device}",
            "Expected object of device type {a:device} but got device type {b:device}",
            "Expected object of backend {a:device} but got backend {b:device}",
            "Expected object of type torch.{a:cuda}.{kind:name} but found type torch.{kind2:name}",
            "Expected object of type torch.{kind:name} but found type torch.{b:cuda}.{kind2:name}",
            SAME + "got {argument:name} is on {b:device}, different from other tensors on "
            "{a:device}",
            "Tensor for argument #{number:int} '{argument:name}' is on {b:device}, but expected "
            "{:it|them} to be on {a:device}",
            "expected {:backend|device} {a:device} and dtype {wanted:type} but got "
            "{:backend|device} {b:device} and dtype {found:type}",
            "Placeholder storage has not been allocated on MPS device",
        ),
        "env",
        MIXED,
        MIXED_OUT,
        'torch.ones(2) + torch.ones(2, device="meta")',
        recorded=(
            "RuntimeError: Expected all tensors to be on the same device, but found at least two "
            "devices, cuda:0 and cpu! (when checking argument for argument mat2 in method "
            "wrapper_CUDA_mm)",
            "RuntimeError: Expected object of type torch.cuda.LongTensor but found type "
            "torch.LongTensor",
            "RuntimeError: expected self and mask to be on the same device, but got mask on cpu "
            "and self on cuda:0",
            "RuntimeError: expected condition, x and y to be on the same device, but condition is "
            "on cuda:0 and x and y are on cpu and cuda:0 respectively",
            "RuntimeError: Expected all tensors to be on the same device, but got mat2 is on "
            "cuda:0, different from other tensors on cpu (when checking argument in method "
            "wrapper_CUDA_mm)",
            "RuntimeError: Tensor for argument #2 'weight' is on cuda:1, but expected it to be on "
            "cuda:0 (while checking arguments for cudnn_batch_norm)",
            "RuntimeError: expected backend CUDA and dtype Float but got backend CPU and dtype "
            "Float",
            "RuntimeError: Placeholder storage has not been allocated on MPS device!",
        ),
        ways=MIXED_WAYS,
        more=_mixed,
        when=_of_devices,
    ),
    Entry(
        (
            "indices should be either on {a:device} or on the same device as the indexed tensor "
            "({b:device})",
            "indices should be either on cpu or on the same device as the indexed tensor",
        ),
        "env",
        "Indices, or a mask, lie on another device than the tensor that they choose from. The "
        "tensor lies on {b}.",
        "",
        None,
        recorded=(
            "RuntimeError: indices should be either on cpu or on the same device as the indexed "
            "tensor (cpu)",
        ),
        ways=ways("""
            x is in the right place: Write x[i.to(x.device)], or i.cpu(), which works everywhere; a
                mask goes to x.device, too.
            x belongs on the GPU: Make it with device=…, or write x = x.to(device).
        """),
    ),
    Entry(
        (
            "module must have its parameters and buffers on device {a:device} (device_ids[0]) but "
            "found one of them on device{:: |: | }{b:device}",
            "module must have its parameters and buffers on device {a:device}",
        ),
        "env",
        "DataParallel copies the model from its first GPU, device_ids[0], to the others, and a "
        "part of the model is not there. The first is {a}. The part lies on {b}.",
        "",
        None,
        recorded=(
            "RuntimeError: module must have its parameters and buffers on device cuda:0 "
            "(device_ids[0]) but found one of them on device: cpu",
            "RuntimeError: module must have its parameters and buffers on device cuda:0",
            "RuntimeError: module must have its parameters and buffers on device cuda:1 "
            "(device_ids[0]) but found one of them on device: cuda:2",
        ),
        ways=ways("""
            to use {a}: Write model.to("{a}") before nn.DataParallel, and x.to("{a}").
            to begin with GPU {first}: Put that GPU first: device_ids=[{first}, …].
            layers sent in the model: Leave out .cuda() and .to(device) in it.
            the CPU, or one GPU: Leave DataParallel out: model.module is the model inside.
        """),
        more=lambda found: (
            {"first": found["b"].partition(":")[2]} if found["b"].startswith("cuda:") else {}
        ),
        command="env",
    ),
    Entry(
        (
            "Expected a '{a:device}' device type for generator but found '{b:device}'",
            "Expected a '{a:device}' generator device but found '{b:device}'",
            "Expected a '{:text}{a:CUDA|CPU}Generator{:text}' but found '{got:quoted}'",
            "Expected a 'N2at13CUDAGeneratorE'",
        ),
        "dice sample",
        "Random numbers on a device are drawn by a generator of that device, and this one belongs "
        "to another. One of {a} is wanted. This is one of {b}.",
        "",
        None,
        recorded=(
            "RuntimeError: Expected a 'cuda' device type for generator but found 'cpu'",
            "RuntimeError: Expected a 'N2at13CUDAGeneratorE' but found 'PN2at9GeneratorE'",
        ),
        ways=ways("""
            torch.set_default_device: Leave it, or set_default_tensor_type, out, and move the model
                and each batch: x = x.to(device).
            a DataLoader, random_split: Hand over generator=torch.Generator(device="{a}").
            a generator of your own: Make it by torch.Generator(device="{a}").
        """),
        more=_generators,
    ),
    Entry(
        "Input, output and indices must be on the current device",
        "env",
        "Numbers choose rows of a table, as in nn.Embedding, and the two lie on different devices, "
        "or on a GPU that is not the current one.",
        "Print ids.device and embedding.weight.device.",
        None,
        recorded=("RuntimeError: Input, output and indices must be on the current device",),
        ways=ways("""
            the numbers on the CPU: Write ids = ids.to(device), for a tokenizer
                inputs.to(model.device), in forward device=ids.device.
            the table on the CPU: Write model.to(device), with layers in an nn.ModuleList.
            a pipeline of transformers: Write pipeline(…, device=0), or model.to("cpu").
            both on one GPU: Write torch.cuda.set_device(ids.device) before.
        """),
        command="env",
    ),
    Entry(
        (
            "Input and hidden tensors are not at the same device, found input tensor at {a:device} "
            "and hidden tensor at {b:device}",
            "Input and hidden tensors are not at the same device",
        ),
        "env",
        "A recurrent layer got its input and its first hidden state on different devices. The "
        "input lies on {a}, the state on {b}.",
        "",
        'torch.nn.RNN(3, 2)(torch.ones(2, 3), torch.ones(1, 2, device="meta"))',
        ways=ways("""
            a state made by your code: Write torch.zeros(layers, batch, size, device=x.device):
                model.to(device) moves no plain tensor. Without a state the layer takes zeros.
            the batch: Write x = x.to(device), in testing too.
            in DataParallel: Make the state in forward, with device=x.device, not before.
        """),
        command="env",
    ),
    Entry(
        (
            "Input and parameter tensors are not at the same device, found input tensor at "
            "{a:device} and parameter tensor at {b:device}",
            "Input and parameter tensors are not at the same device",
            "Mismatched Tensor types in NNPack convolutionOutput",
            "Input type ({input:MPS}{:name}) and weight type (torch.{:name}) should be the same",
            "Input type (torch.{:name}) and weight type ({weight:MPS}{:name}) should be the same",
            "slow_conv2d_forward_mps: input(device='{a:device}') and weight(device='{b:device}') "
            "must be on the same device",
        ),
        "env",
        "A layer's input and its weights lie on different devices. The input lies on {a}, the "
        "weights on {b}.",
        "",
        'torch.nn.RNN(3, 2, device="meta")(torch.ones(2, 3))',
        recorded=(
            "RuntimeError: Mismatched Tensor types in NNPack convolutionOutput",
            "RuntimeError: Input type (MPSFloatType) and weight type (torch.FloatTensor) should be "
            "the same",
        ),
        ways=(
            BATCH,
            MODEL,
            LISTED,
        ),
        command="env",
    ),
    Entry(
        "Unknown device{rest:text}",
        "env",
        "A part of the model is scripted by TorchScript, as activations of some libraries are, and "
        "this PyTorch does not know a TPU in it.",
        "Set the environment variable PYTORCH_JIT=0 before torch is imported, so that nothing is "
        "scripted, and install a newer library, such as transformers, and the torch and torch_xla "
        "of one release.",
        None,
        recorded=(
            "RuntimeError: Unknown device when trying to run AlbertForMaskedLM on colab tpu",
            'File "/lib/python3.6/site-packages/torch_xla/core.py", line 3, in f\n    '
            "model(x)\nRuntimeError: Unknown device",
        ),
        when=lambda found: (
            re.search(r"\b(?:torch_)?xla\b|\bxm\.|\btpu\b", found.before + found["rest"], re.I)
            is not None
        ),
    ),
    Entry(
        (
            "Invalid device string: '{name:quoted}'",
            "Expected one of {:text} {own:device type at start} of device string: {name:name}",
        ),
        "env",
        "There is no device of that name. It is {name}.",
        "",
        'torch.ones(2).to("gpu")',
        recorded=("RuntimeError: Invalid device string: 'cuda:'",),
        ways=ways("""
            a GPU: Write "cuda" or "cuda:0" without blanks, or int(name).
            a type of numbers: Write x.to(torch.float32).
        """),
    ),
    Entry(
        (
            "Cannot copy out of meta tensor; no data!",
            "Tensor.item() cannot be called on meta tensors",
            "{name:name} is on the meta device, we need a 'value' to put in on {device:device}",
        ),
        "env",
        "A tensor on the device meta has a shape and no numbers.",
        "",
        'from torch import nn\nnn.Linear(2, 2, device="meta").to("cpu")',
        ways=ways("""
            a model of transformers: Leave device_map out, or .to() after it.
            a model of your own: Write model.to_empty(device=device), then load the state.
        """),
    ),
    Entry(
        (
            "Torch not compiled with {name:XPU} enabled",
            "Cannot execute {:name}() without {name:XPU} backend",
            "PyTorch is not linked with support for {name:xpu} devices",
        ),
        "env",
        "This PyTorch is not a build for Intel's GPUs: it is one for the CPU or for CUDA, which "
        "another install may have put in its place.",
        "Install the build: python -m pip install --force-reinstall torch torchvision --index-url "
        "https://download.pytorch.org/whl/xpu; then torch.xpu.is_available() has to be True, with "
        'Intel\'s driver. Without such a GPU write device="cpu", or "cuda" for one of NVIDIA.',
        'torch.ones(2).to("xpu")',
        since=(2, 13),
        recorded=("AssertionError: Torch not compiled with XPU enabled",),
        command="env",
    ),
    Entry(
        ("No XPU devices are available", "XPU device count is zero!"),
        "env",
        "This PyTorch is built for Intel's GPUs, and finds none that it may use.",
        "",
        None,
        ways=ways("""
            Linux, WSL: Install Intel's driver with Level Zero (libze-intel-gpu1), and join the
                group render: sudo usermod -aG render $USER, then log in anew.
            Windows: Install Intel's newest graphics driver.
            ZE_AFFINITY_MASK is set: Unset it, and ONEAPI_DEVICE_SELECTOR; they count from 0.
            older than Arc: Write device="cpu": PyTorch is made for Arc, Core Ultra and newer.
            in a container: Hand it the GPU, --device /dev/dri.
        """),
        recorded=("RuntimeError: No XPU devices are available.",),
        command="env",
    ),
    Entry(
        (
            "{:Native API returns|level_zero backend failed with error}: {:int} "
            "({:UR_RESULT_ERROR_DEVICE_LOST|PI_ERROR_DEVICE_LOST})",
            "{:UR_RESULT_ERROR_DEVICE_LOST|PI_ERROR_DEVICE_LOST}",
        ),
        "env",
        "Intel's GPU stopped in the middle of a step, and its driver reset it.",
        "Start the program anew, and find the step that ends it: torch.xpu.synchronize() after "
        "each tells where it is.",
        None,
        ways=ways("""
            any program does it: Install Intel's newest driver and the newest PyTorch, and restart.
            a long or large step: Give the GPU less at a time: smaller batches, shorter sequences.
            an index from data: Run it on the CPU, which names one that is too large.
        """),
        recorded=(
            "RuntimeError: level_zero backend failed with error: 20 (UR_RESULT_ERROR_DEVICE_LOST)",
        ),
        command="env",
    ),
    Entry(
        "doesn't support querying the available free memory",
        "env",
        "The driver of this Intel GPU does not say how much memory is free, and "
        "torch.xpu.mem_get_info asks for it.",
        "Install the newest driver of Intel, and the newest PyTorch.",
        None,
        ways=ways("""
            your own call: Leave it out: torch.xpu.get_device_properties(0).total_memory and
                torch.xpu.memory_allocated() tell the rest.
            a library calls it: Renew the library, or set its limit of memory by its own option.
            Linux, an Arc card: Set ZES_ENABLE_SYSMAN=1 before the program starts.
        """),
        recorded=(
            "RuntimeError: The device (Intel(R) Arc(TM) Graphics) doesn't support querying the "
            "available free memory. You can file an issue at",
        ),
        command="env",
    ),
    Entry(
        (
            "Double type is not supported on this platform",
            "Required aspect fp64 is not supported on the device",
            "FP64 data type is unsupported on current platform",
            "{build:backend compiler failed build}",
        ),
        "tensor dtypes",
        "This GPU of Intel's has no numbers of 64 bits, float64, and what it was to run uses them.",
        "",
        None,
        ways=ways("""
            float64 in your tensors: Write x.float(), torch.from_numpy(a).float(), model.float().
            none there: Install the newest PyTorch from https://download.pytorch.org/whl/xpu, or
                compute the step on the CPU: f(x.cpu()).to(x.device).
            an old PyTorch has to stay: Set OverrideDefaultFP64Settings=1 and
                IGC_EnableDPEmulation=1 before the program starts, which is slow.
        """),
        recorded=(
            "error: Double type is not supported on this platform.\nin kernel: 'typeinfo name for "
            "void at::AtenIpexTypeXPU::launch_unrolled_kernel",
            "RuntimeError: Required aspect fp64 is not supported on the device",
        ),
        when=lambda found: "build" not in found.fields or "Double type is" in found.before,
    ),
    Entry(
        (
            "PyTorch is not linked with support for {name:name} devices",
            "Torch not compiled with {name:XPU|MPS|MTIA|HPU} enabled",
            "Cannot access accelerator device when none is available",
            "The MPS backend is supported on {:MacOS|macOS} {version:text}",
            "Cannot execute {:name}() without {name:MPS|XPU} backend",
        ),
        "env",
        "This PyTorch cannot use that kind of device: it is not there, or not built in. It is "
        "called {name}.",
        'Write device="cpu"; "mps" is for Macs with Apple\'s chips, and torch.backends.mps'
        ".is_available() says whether there is one.",
        'torch.ones(2).to("mps")',
    ),
    Entry(
        (
            "Cannot convert a MPS Tensor to {name:float64} dtype as the MPS framework doesn't "
            "support float64",
            "Cannot convert a {:few}Tensor to {name:float64} dtype as the MPS framework doesn't",
            "Trying to convert {name:name} to the MPS backend but it does not have support for "
            "that dtype",
        ),
        "tensor dtypes",
        "Apple's GPUs have no numbers of this type, {name}: no float64, no complex128, and with "
        "an old macOS no bfloat16. NumPy's floats are float64 as a rule.",
        "Change the type before the tensor goes there: torch.from_numpy(a).float().to(device), "
        'torch.tensor(data, dtype=torch.float32, device="mps"), x.to(torch.complex64) for complex '
        "numbers. What needs more digits computes on the CPU: x.cpu().double(). A library that "
        "asks for float64 itself runs with "
        'device="cpu".',
        None,
        recorded=(
            "TypeError: Cannot convert a MPS Tensor to float64 dtype as the MPS framework doesn't "
            "support float64. Please use float32 instead.",
            "TypeError: Trying to convert ComplexDouble to the MPS backend but it does not have "
            "support for that dtype.",
        ),
        command="tensor dtypes",
    ),
    Entry(
        (
            "The operator '{name:quoted}' is not currently implemented for the MPS device",
            "The operator '{name:quoted}' is not current implemented for the MPS device",
        ),
        "env",
        "This PyTorch does not do everything on Apple's GPUs. This one is missing: {name}.",
        "Install the newest PyTorch, which does more. Until then set PYTORCH_ENABLE_MPS_FALLBACK=1 "
        "before the program starts, which does it on the CPU, or write f(x.cpu()).to(x.device).",
        None,
        recorded=(
            "NotImplementedError: The operator 'aten::_linalg_solve_ex.result' is not currently "
            "implemented for the MPS device.",
        ),
    ),
    Entry(
        (
            "Output channels > {limit:65536} not supported at the MPS device",
            "{conv:Conv3D} is not supported on MPS",
            "{conv:Conv3D} is only supported on MPS for MacOS_13_2 or newer",
            "{conv:ConvTranspose} 3D {:few}is not supported on MPS",
            "{half:BFloat16} is not supported on MPS",
            "{kind:MPS} does not support {name:text} with int64 input",
            "{kind:MPS} device does not support {name:name} for non-float inputs",
            "{pool:Adaptive pool} MPS: input sizes must be divisible by output sizes",
            "MPS: Unsupported {name:text}",
        ),
        "env",
        "PyTorch computes this on Apple's GPUs, but not with such a tensor, and "
        "PYTORCH_ENABLE_MPS_FALLBACK=1 does not help against that. This one is meant: {name}.",
        "Install the newest PyTorch, and the newest macOS: they take more.",
        None,
        recorded=(
            "RuntimeError: Conv3D is not supported on MPS",
            "RuntimeError: Conv3D is only supported on MPS for MacOS_13_2 or newer",
            "NotImplementedError: Output channels > 65536 not supported at the MPS device. As a "
            "temporary fix, you can set the environment variable `PYTORCH_ENABLE_MPS_FALLBACK=1`",
            "RuntimeError: Adaptive pool MPS: input sizes must be divisible by output sizes.",
        ),
        ways=(
            Way(
                "an axis above {limit}",
                "It needs macOS 15.1 or later. Cut the input into pieces, or send model and data "
                "to the CPU.",
                lambda found: "limit" in found.fields,
            ),
            *ways(
                """
                {conv} alone: Behind model.to("mps") write layer.cpu(), and in forward
                    layer(x.cpu()).to(x.device).
                a model with more than one {conv}: Write device = "cpu".
            """,
                lambda found: "conv" in found.fields,
            ),
            Way(
                "{pool}ing",
                "Choose sizes that divide the input's, or write pool(x.cpu()).to(x.device).",
                lambda found: "pool" in found.fields,
            ),
            Way(
                "{types}, or whole numbers",
                "Write x.float().",
                lambda found: "half" in found.fields or "kind" in found.fields,
            ),
            Way("one step of the program", "Write f(x.cpu()).to(x.device) for y = f(x)."),
        ),
        more=lambda found: (
            {"types": "BFloat16"} if "half" in found.fields or "kind" in found.fields else {}
        ),
    ),
    Entry(
        NOT_RUN,
        "env",
        "This PyTorch cannot make a tensor on {backend}: it was built without it, or an add-on "
        "that brings it was not imported.",
        "Install a build for that device, chosen on pytorch.org: mps came with 1.12, for Macs with "
        "Apple's chip and macOS 12.3, and a build for the CPU alone has no cuda. The CPU does "
        'meanwhile: device="cpu".',
        'torch.ones(2, device="xla")',
        recorded=(
            "NotImplementedError: Could not run 'aten::empty.memory_format' with arguments from "
            "the 'MPS' backend. This could be because the operator doesn't exist for this backend",
        ),
        when=lambda found: (
            found["name"].startswith(("aten::empty.", "aten::empty_strided"))
            and found["backend"].removesuffix("TensorId") in MAKERS
        ),
        command="env",
    ),
    Entry(
        NOT_RUN,
        "env",
        "Only numbers that are quantised go into {name}, and plain floats came: the model was "
        "quantised, its input was not. On a GPU there is nothing for it at all.",
        "Put torch.ao.quantization.QuantStub() first in forward and DeQuantStub() last, before the "
        "model is prepared, and run it on the CPU.",
        None,
        recorded=(
            "NotImplementedError: Could not run 'quantized::conv2d.new' with arguments from the "
            "'CPU' backend. This could be because the operator doesn't exist for this backend",
        ),
        when=lambda found: found["name"].startswith("quantized::"),
    ),
    Entry(
        "'memory_format' argument is incompatible with {kind:Metal|mkldnn} tensor",
        "",
        "The tensor lies on {kind}, which has an order of its own for the numbers, and this step "
        "asks for an order in memory, as clone and contiguous do.",
        "Take the tensor back before it, x.to_dense() from mkldnn, x.cpu() from Metal; or run the "
        "model on the CPU as it is, without optimize_for_mobile(…, backend='metal').",
        None,
        recorded=("RuntimeError: 'memory_format' argument is incompatible with Metal tensor",),
    ),
    Entry(
        (
            NOT_RUN,
            "Unimplemented backend {backend:QuantizedCPU|QuantizedCUDA}",
            "{name:name} not supported on quantized tensors yet",
        ),
        "tensor dtypes",
        "The tensor is quantised, and this step is not there for such tensors. It is {name}.",
        "Write x.dequantize() before this step, which gives floats again; or leave the layer out "
        "of what is quantised. For + and * make f = torch.ao.nn.quantized.FloatFunctional() in "
        "__init__, before the model is prepared, and write f.add(x, y), f.mul(x, y).",
        "torch.quantize_per_tensor(torch.ones(2), 1.0, 0, torch.qint8) * -1",
        since=(2, 13),
        recorded=(
            "RuntimeError: Unimplemented backend QuantizedCPU",
            "RuntimeError: Could not run 'aten::empty_strided' with arguments from the "
            "'QuantizedCUDA' backend.",
        ),
        when=lambda found: found.fields.get("backend", "Quantized").startswith("Quantized"),
    ),
    Entry(
        (NOT_RUN, "{name:name} is unsupported for {backend:name} tensors"),
        "tensor views",
        "The tensor is sparse, it keeps only the numbers that are not 0, and {name} is not there "
        "for such tensors, {backend}.",
        "Write x.to_dense() before this step, or take a function of torch.sparse, such as "
        "torch.sparse.mm.",
        "torch.ones(2).to_sparse().sigmoid_()",
        since=(2, 4),
        recorded=(
            "NotImplementedError: Could not run 'aten::as_strided' with arguments from the "
            "'SparseCUDA' backend.",
        ),
        when=lambda found: found["backend"].startswith("Sparse"),
    ),
    Entry(
        NOT_RUN,
        "env",
        "{name} is an operation of an add-on in C++, and it is not there for {backend}: the add-on "
        "was built for the CPU alone, or for another PyTorch.",
        "Install both anew, of one release and for one CUDA: python -m pip install -U torch "
        "torchvision, with the same --index-url for both. On Apple's GPU and others compute this "
        "step on the CPU: x.cpu().",
        None,
        recorded=(
            "NotImplementedError: Could not run 'torchvision::nms' with arguments from the 'CUDA' "
            "backend. This could be because the operator doesn't exist for this backend",
        ),
        when=lambda found: not found["name"].startswith(("aten::", "quantized::")),
        command="env",
    ),
    Entry(
        NOT_RUN,
        "env",
        "This convolution is one of the CPU, and the input lies on the GPU: the layer's weights, "
        "or its bias, lie elsewhere.",
        "",
        None,
        recorded=(
            "NotImplementedError: Could not run 'aten::_slow_conv2d_forward' with arguments from "
            "the 'CUDA' backend. This could be because the operator doesn't exist for this "
            "backend",
        ),
        ways=(
            MODEL,
            LISTED,
            BATCH,
        ),
        when=lambda found: (
            re.search(r"slow_conv|thnn_conv", found["name"]) is not None
            and found["backend"].startswith("CUDA")
        ),
        command="env",
    ),
    Entry(
        NOT_RUN,
        "tensor views",
        "{name} is for sparse tensors, which keep only the numbers that are not 0, and this one is "
        "a plain tensor.",
        "Leave the step out for a plain tensor: x.to_dense() if x.is_sparse else x. x.to_sparse() "
        "makes a sparse one.",
        "torch.ones(2)._nnz()",
        since=(2, 13),
        recorded=(
            "RuntimeError: Could not run 'aten::to_dense' with arguments from the 'CPU' backend.",
        ),
        when=lambda found: (
            re.match(SPARSE, found["name"]) is not None
            and found["backend"].removesuffix("TensorId") in ("CPU", "CUDA")
        ),
    ),
    Entry(
        NOT_RUN,
        "tensor dtypes",
        "{name} is for quantised tensors, and this one holds plain numbers.",
        "Ask x.is_quantized first, or leave the step out: a model whose layers were not quantised "
        "has plain weights.",
        "torch.ones(2).int_repr()",
        since=(2, 13),
        when=lambda found: (
            re.match(r"aten::(?:int_repr|q_scale|q_zero_point|q_per|dequantize)", found["name"])
            is not None
            and found["backend"].removesuffix("TensorId") in ("CPU", "CUDA")
        ),
    ),
    Entry(
        NOT_RUN,
        "env",
        "{name} has nothing for tensors of this kind, {backend}.",
        "The message lists what it is there for. Print x.device, x.layout and x.is_quantized.",
        None,
        recorded=(
            "NotImplementedError: Could not run 'aten::_fft_r2c' with arguments from the 'MPS' "
            "backend. This could be because the operator doesn't exist for this backend",
            "NotImplementedError: Could not run 'aten::_thnn_fused_lstm_cell' with arguments from "
            "the 'CPU' backend.",
        ),
        ways=(
            Way(
                "x on the CPU",
                "Send the model and x to the GPU, or write the step with another function; trace "
                "anew on the CPU what was traced on a GPU.",
                lambda found: found["backend"].removesuffix("TensorId") == "CPU",
            ),
            Way(
                "x on another device",
                "Compute this step on the CPU, f(x.cpu()).to(x.device), for mps by "
                "PYTORCH_ENABLE_MPS_FALLBACK=1, or try a newer PyTorch.",
                lambda found: found["backend"].removesuffix("TensorId") != "CPU",
            ),
        ),
    ),
    Entry(
        "No backend type associated with device type {name:name}",
        "env",
        "The processes of this training talk by a backend that has nothing for tensors on {name}: "
        "nccl, as a rule, which takes those of NVIDIA GPUs only.",
        "Send the tensors, and the model, to the GPU before they are exchanged. Or set up both: "
        'torch.distributed.init_process_group("cpu:gloo,cuda:nccl").',
        None,
        recorded=("RuntimeError: No backend type associated with device type cpu",),
        command="env",
    ),
    Entry(
        (
            "Pointer argument (at {number:int}) cannot be accessed from Triton (cpu tensor?)",
            "Pointer argument cannot be accessed from Triton (cpu tensor?)",
        ),
        "env",
        "A program for the GPU, made by Triton or torch.compile, got a tensor that lies in the "
        "memory of the CPU.",
        'Send the model and all that goes in to the GPU: model.to("cuda"), x = x.to("cuda"). On '
        "several GPUs write torch.cuda.set_device(x.device) before the call.",
        None,
        recorded=(
            "ValueError: Pointer argument (at 0) cannot be accessed from Triton (cpu tensor?)",
        ),
        command="env",
    ),
    Entry(
        "Distributed package doesn't have NCCL built in",
        "env",
        "NCCL connects NVIDIA GPUs, and this PyTorch has none: builds for Windows, for Macs and "
        "for the CPU come without it.",
        'Write torch.distributed.init_process_group("gloo"), or gloo for the backend in the '
        "program's settings. On one GPU leave the training on several processes out. With several "
        "GPUs use Linux, or WSL, and a build for CUDA.",
        None,
        recorded=("RuntimeError: Distributed package doesn't have NCCL built in",),
    ),
    Entry(
        "Error initializing torch.distributed using env:// rendezvous: environment variable "
        "{name:name} expected, but not set",
        "env",
        "Each process of a training finds its number and the others' address in the environment, "
        "where torchrun puts them, and {name} is not there.",
        "",
        None,
        recorded=(
            "ValueError: Error initializing torch.distributed using env:// rendezvous: environment "
            "variable RANK expected, but not set",
        ),
        ways=ways("""
            a script for many processes: Write torchrun --nproc_per_node=1 train.py, before PyTorch
                1.10 python -m torch.distributed.launch train.py.
            one process, a notebook: Write torch.distributed.init_process_group("gloo",
                init_method="tcp://127.0.0.1:29501", rank=0, world_size=1), or leave it out.
        """),
    ),
    Entry(
        (
            "/AppleInternal/Library/BuildRoots/{path:path} failed assertion {what:text}",
            "resource_tracker: There appear to be {count:int} leaked semaphore",
        ),
        "env",
        "Apple's library for the GPU ended the program: this PyTorch asked it for something that "
        "it does not do, which is a fault in one of them.",
        'Install a newer PyTorch and macOS, or write device="cpu", for this step at least: '
        "PYTORCH_ENABLE_MPS_FALLBACK=1 does not help here. The CPU also names an index or a shape "
        "that is wrong. Smaller tensors help where the message speaks of a size.",
        None,
        recorded=(
            "/AppleInternal/Library/BuildRoots/b6051351/Library/Caches/com.apple.xbs/Sources/"
            "MetalPerformanceShaders/MPSCore/Types/MPSNDArray.mm:782: failed assertion "
            "`[MPSNDArray, initWithBuffer:descriptor:] Error: buffer is not large enough. Must be "
            "25600 bytes",
            "/AppleInternal/Library/BuildRoots/91a3/MPSNDArrayGatherND.mm:256: failed assertion "
            "`Rank of updates array (1) must be greater than or equal to inner-most dimension of "
            "indices array (300)'\n/lib/python3.12/multiprocessing/resource_tracker.py:254: "
            "UserWarning: resource_tracker: There appear to be 1 leaked semaphore objects to clean "
            "up at shutdown",
        ),
        when=lambda found: (
            "count" not in found.fields
            or re.search(r"/AppleInternal/\S+ failed assertion", found.before[-3000:]) is not None
        ),
        command="env",
    ),
    Entry(
        (
            "{name:rois|boxes|dets|scores}.{:device|type}().is_{device:cpu|cuda}() ASSERT FAILED",
            "{name:rois|boxes|dets|scores} must be a {device:CPU} tensor",
            "{name:rois|dets|scores} must be a {device:CUDA} tensor",
        ),
        "env",
        "What is called {name} has to be on the device {device} here, with the other inputs of the "
        "operation, and it is on another.",
        "Bring all to one device: roi_align(features, boxes.to(features.device), …), and "
        "nms(boxes, scores.to(boxes.device), 0.5). The boxes of a batch's targets are sent one by "
        "one: dict((k, v.to(device)) for k, v in target.items()).",
        None,
        recorded=(
            "RuntimeError: rois.device().is_cpu() ASSERT FAILED at /vision/torchvision/csrc/cpu/"
            "ROIAlign_cpu.cpp:386",
            "RuntimeError: rois must be a CPU tensor",
        ),
    ),
    Entry(
        (
            "{:name} must be a CUDA{: |}tensor",
            "please report a bug to PyTorch. CPU not supported",
            "INTERNAL ASSERT FAILED at {:text} CPU not supported",
        ),
        "env",
        "This operation is written for the GPU only, and its input is on the CPU.",
        'Move the model and its inputs there: model.to("cuda"), x.to("cuda"). On the CPU take '
        "PyTorch's own layer, such as nn.LayerNorm.",
        None,
        recorded=("RuntimeError: input must be a CUDA tensor",),
    ),
)
