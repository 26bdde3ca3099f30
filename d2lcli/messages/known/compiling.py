"""torch.compile, TorchScript, ONNX, checkpoints and vmap: what reads a program ahead."""

from __future__ import annotations

from ..entry import Entry

COMPILING = (
    Entry(
        (
            "Cannot find a working triton installation",
            "Triton is not available",
            "Dynamo is not supported on Python {version:text}",
            "torch.compile is not supported on Python {version:text}",
            "Windows not yet supported for torch.compile",
            "Python {version:text} not yet supported for torch.compile",
            "torch.compile is not supported on Windows",
        ),
        "env",
        "torch.compile writes code for this machine, and cannot do so here: it needs Triton for "
        "NVIDIA GPUs, a Python that its release knows, and, with older releases, Linux.",
        "Leave torch.compile out: the program computes the same without it. Or take a newer "
        "PyTorch; on Windows the package triton-windows gives Triton.",
        None,
        recorded=(
            "RuntimeError: Cannot find a working triton installation. Either the package is not "
            "installed or it is too old.",
            "RuntimeError: Windows not yet supported for torch.compile",
            "RuntimeError: Dynamo is not supported on Python 3.12+",
        ),
        command="env",
    ),
    Entry(
        (
            "Found {name:text} which is too old to be supported by the triton GPU compiler, which "
            "is used as the backend. Triton only supports devices of CUDA Capability >= "
            "{least:text}, but your device is of CUDA capability {sm:text}",
        ),
        "env",
        "torch.compile writes code for NVIDIA GPUs with Triton, and this GPU is too old for it. It "
        "is {name}.",
        'Leave torch.compile out, or write torch.compile(model, backend="eager").',
        None,
        recorded=(
            "RuntimeError: Found Tesla P100-PCIE-16GB which is too old to be supported by the "
            "triton GPU compiler, which is used as the backend. Triton only supports devices of "
            "CUDA Capability >= 7.0, but your device is of CUDA capability 6.0",
        ),
        command="env",
    ),
    Entry(
        (
            "Compiler: {name:few} is not found",
            "No working C++ compiler found in torch._inductor",
            "InvalidCxxCompiler",
        ),
        "env",
        "torch.compile writes C++ for the CPU, and there is no compiler for it. It looked for "
        "{name}.",
        "Install one: g++ on Linux, the Build Tools of Visual Studio on Windows, and start from "
        "their command line. Or leave torch.compile out.",
        None,
        recorded=("RuntimeError: Compiler: cl is not found.",),
        command="env",
    ),
    Entry(
        ("Invalid backend: '{name:quoted}'",),
        "env",
        "torch.compile has no backend of that name. It is {name}.",
        'Leave backend out: "inductor" is taken then. torch.compiler.list_backends() lists them.',
        None,
        recorded=(
            "torch._dynamo.exc.InvalidBackend: Invalid backend: 'tensor', see "
            "`torch._dynamo.list_backends()` for available backends.",
        ),
    ),
    Entry(
        "Unrecognized mode={mode:text}, should be one of",
        "",
        "torch.compile has no mode of that name. It is {mode}.",
        'Write "default", "reduce-overhead" or "max-autotune", or leave it out.',
        'from torch import nn\ntorch.compile(nn.Linear(2, 2), mode="fast")',
    ),
    Entry(
        ("accessing tensor output of CUDAGraphs that has been overwritten by a subsequent run",),
        "env",
        'With mode="reduce-overhead" a compiled model writes each result into the same memory, '
        "and an earlier one was read after that.",
        "Write out = model(x).clone(), call torch.compiler.cudagraph_mark_step_begin() before each "
        "call of the model, or leave the mode out.",
        None,
        recorded=(
            "RuntimeError: Error: accessing tensor output of CUDAGraphs that has been overwritten "
            "by a subsequent run.",
        ),
    ),
    Entry(
        (
            "Exporting the operator '{name:quoted}' to ONNX opset version {version:int} is not "
            "supported",
            "Exporting the operator {name:name} to ONNX opset version {version:int} is not "
            "supported",
            "Unsupported: ONNX export of operator {name:text}. Please",
            "Unsupported: ONNX export of operator {name:text}",
            "ONNX export failed: Couldn't export operator {name:name}",
            "ONNX export failed: Couldn't export Python operator {name:name}",
        ),
        "",
        "ONNX has no operation for this one, or not in the version that is written. The operation "
        "is {name}.",
        "Give a later opset_version, such as 17; take a newer PyTorch, with dynamo=True; or write "
        "the step with other operations.",
        None,
        recorded=(
            "torch.onnx.errors.UnsupportedOperatorError: Exporting the operator "
            "'aten::scaled_dot_product_attention' to ONNX opset version 11 is not supported.",
            "RuntimeError: Exporting the operator silu to ONNX opset version 9 is not supported.",
            "RuntimeError: ONNX export failed: Couldn't export operator aten::upsample_bilinear2d",
        ),
    ),
    Entry(
        (
            "Tracing failed sanity checks!",
            "Converting a tensor to a Python {kind:name} might cause the trace to be incorrect",
            "Trace had nondeterministic nodes",
            "Iterating over a tensor might cause the trace to be incorrect",
            "Converting a tensor to a NumPy array might cause the trace to be incorrect",
        ),
        "",
        "A trace keeps the steps of one run: if, for and numbers that Python computed stay as they "
        "were in it, whatever comes in later.",
        "It does no harm where they never change. Otherwise script that part, torch.jit.script, or "
        "write torch.where in place of if. Call model.eval() first: dropout draws anew each time.",
        "def f(x):\n    return x * 2 if x.sum() > 0 else x\ntorch.jit.trace(f, torch.ones(2))",
    ),
    Entry(
        (
            "Encountering a dict at the output of the tracer might cause the trace to be incorrect",
            "Tracer cannot infer type of {kind:text}",
            "Only tensors, lists, tuples of tensors, or dictionary of tensors can be output from "
            "traced functions",
            "Type '{kind:quoted}' cannot be traced. Only Tensors and (possibly nested) Lists, "
            "Dicts, and Tuples of Tensors can be traced",
        ),
        "",
        "A trace takes tensors and gives tensors, in tuples or lists. Something else goes in or "
        "out.",
        "Return a tuple of tensors, write torchscript=True for models of transformers, or "
        "strict=False where a dictionary keeps its shape.",
        "def f(x):\n    return {'a': x}\ntorch.jit.trace(f, torch.ones(2))",
    ),
    Entry(
        (
            "Could not export Python function call '{name:name}'",
            "Could not get qualified name for class '{name:quoted}'",
            "Can't redefine method",
            "undefined value {name:name}",
            "Python builtin {name:text} is currently not supported in Torchscript",
            "Python builtin {name:text} is currently not supported in TorchScript",
            "Expected integer literal for index",
            "Arguments for call are not valid",
        ),
        "",
        "TorchScript reads a part of Python only, and this line is outside it.",
        "The lines below the message show the place. Write types there and keep to tensors, "
        "numbers, lists and dictionaries of one type; or take torch.jit.trace, or torch.compile.",
        "def f(x):\n    return foo(x)\ntorch.jit.script(f)",
        recorded=(
            'RuntimeError: \nundefined value foo:\n  File "a.py", line 2',
            "RuntimeError: \nCould not export Python function call 'SwishImplementation'. Remove "
            "calls to Python functions before export.",
        ),
        when=lambda found: (
            "torch" in found.before or "jit" in found.code or found.type == "RuntimeError"
        ),
    ),
    Entry(
        (
            "None of the inputs have requires_grad=True. Gradients will be None",
            "none of output has requires_grad=True, this checkpoint() is not necessary",
        ),
        "autograd gradient",
        "A checkpoint computes a part of the model again on the way back, and no gradient is asked "
        "for what goes into it: its parameters get none.",
        "Write use_reentrant=False in torch.utils.checkpoint.checkpoint. For models of "
        "transformers call model.enable_input_require_grads().",
        None,
        recorded=(
            "UserWarning: None of the inputs have requires_grad=True. Gradients will be None",
            "RuntimeError: none of output has requires_grad=True, this checkpoint() is not "
            "necessary",
        ),
    ),
    Entry(
        (
            "torch.utils.checkpoint: the use_reentrant parameter should be passed explicitly",
            "torch.utils.checkpoint: please pass in use_reentrant=True or use_reentrant=False "
            "explicitly",
        ),
        "autograd gradient",
        "There are two ways to compute a checkpoint, and PyTorch asks which one is meant. The "
        "training goes on.",
        "Write checkpoint(f, x, use_reentrant=False); for models of transformers "
        "gradient_checkpointing_kwargs=dict(use_reentrant=False).",
        recorded=(
            "UserWarning: torch.utils.checkpoint: please pass in use_reentrant=True or "
            "use_reentrant=False explicitly.",
        ),
    ),
    Entry(
        (
            "torch.utils.checkpoint: Recomputed values for the following tensors have different "
            "metadata than during the forward pass",
            "torch.utils.checkpoint: A different number of tensors was saved during the original "
            "forward and recomputation",
        ),
        "autograd gradient",
        "A checkpoint computes a part of the model again on the way back, and the second time came "
        "out otherwise: it depends on something that changed in between.",
        "Look for lists that are filled, caches, autocast in one run only, and settings that "
        "forward changes. For models of transformers write use_cache=False.",
        None,
        recorded=(
            "torch.utils.checkpoint.CheckpointError: torch.utils.checkpoint: Recomputed values "
            "for the following tensors have different metadata than during the forward pass.",
        ),
    ),
    Entry(
        (
            "vmap: It looks like you're attempting to use a Tensor in some data-dependent control "
            "flow",
            "vmap: It looks like you're calling .item() on a Tensor",
        ),
        "",
        "vmap runs a function on a whole batch at once, and if, while and item() need one number.",
        "Write torch.where(x > 0, a, b) in place of if, and keep tensors in place of numbers.",
        "torch.func.vmap(lambda x: x if x > 0 else -x)(torch.ones(3))",
    ),
    Entry(
        "vmap: Expected all tensors to have the same size in the mapped dimension, got sizes "
        "[{sizes:shape}] for the mapped dimension",
        "tensor shape",
        "vmap goes through its inputs side by side, so all are equally long along the axis. They "
        "have {sizes}.",
        "Name the inputs that stay as they are: torch.func.vmap(f, in_dims=(0, None)).",
        "torch.func.vmap(torch.add)(torch.ones(3), torch.ones(2))",
    ),
    Entry(
        "vmap: called random operation while in randomness error mode",
        "",
        "vmap asks whether each part of the batch draws its own random numbers.",
        'Write torch.func.vmap(f, randomness="different"), or "same".',
        "torch.func.vmap(lambda x: x + torch.rand(1))(torch.ones(3))",
    ),
    Entry(
        (
            "Cannot access data pointer of Tensor that doesn't have storage",
            "Cannot access data pointer of Tensor (e.g. FakeTensor, FunctionalTensor)",
        ),
        "",
        "Inside vmap, torch.func or torch.compile a tensor stands for many, or for none yet, and "
        "has no numbers to hand to NumPy or C.",
        "Keep to torch's own operations there, or leave that part out of what is compiled, with "
        "@torch.compiler.disable.",
        "torch.func.vmap(lambda x: x.data_ptr() + x)(torch.ones(3))",
    ),
    Entry(
        (
            "output of traced region did not have observable data dependence with trace inputs",
            "output {number:int} {:few} of traced region did not have observable data dependence "
            "with trace inputs",
        ),
        "",
        "A trace follows the numbers of the input to the output, and the way breaks: the output "
        "was made anew, by torch.tensor, .numpy(), .item() or .data, or is a constant.",
        "Compute with torch's own functions from the input to the output, and hand over all inputs "
        "that forward uses.",
        None,
        recorded=(
            "RuntimeError: output of traced region did not have observable data dependence with "
            "trace inputs; this probably indicates your program cannot be understood by the "
            "tracer.",
        ),
    ),
    Entry(
        (
            "Detected that you are using FX to torch.jit.trace a dynamo-optimized function",
            "Detected that you are using FX to symbolically trace a dynamo-optimized function",
        ),
        "",
        "A model that went through torch.compile is traced once more, as an export does.",
        "Export the model as it was before torch.compile: model._orig_mod is that one.",
        None,
        recorded=(
            "RuntimeError: Detected that you are using FX to torch.jit.trace a dynamo-optimized "
            "function. This is not supported at the moment.",
        ),
    ),
    Entry(
        "",
        "env",
        "torch.compile failed on this model. What stands behind the word raised says at what.",
        "Leave torch.compile out: the program computes the same without it. It needs Triton and "
        "CUDA's tools for a GPU, a C++ compiler for the CPU, and a newer PyTorch compiles more.",
        None,
        recorded=(
            "torch._dynamo.exc.BackendCompilerFailed: backend='inductor' raised:\nTypeError: "
            "expected str, bytes or os.PathLike object, not NoneType\n\nSet "
            'TORCH_LOGS="+dynamo" and TORCHDYNAMO_VERBOSE=1 for more information',
        ),
        when=lambda found: "BackendCompilerFailed" in found.before[-300:],
    ),
)
