"""torch.compile, TorchScript, ONNX, checkpoints and vmap: what reads a program ahead."""

from __future__ import annotations

import re

from ..entry import Entry, Found, Way
from .ways import ways

FAILED = (
    "BackendCompilerFailed|InternalTorchDynamoError|InductorError|LoweringException|"
    "TorchDynamoException"
)
NOT_READ = "TorchScript reads a part of Python only, and this line is outside it."
NOT_READ_OUT = (
    "The lines below the message show the place. Write types there and keep to tensors, numbers, "
    "lists and dictionaries of one type; or take torch.jit.trace, or torch.compile. Where the "
    "place is a file of PyTorch itself, a newer PyTorch is needed."
)
NOT_COMPILED = (
    "torch.compile failed on this model, or on a tool that it needs. The last line says at what."
)
NOT_COMPILED_OUT = (
    "Leave torch.compile out: the program computes the same without it. It needs Triton and CUDA's "
    "tools for a GPU, a C++ compiler for the CPU, and a newer PyTorch compiles more."
)

# A function that Dynamo leaves as it is, and the last traceback in a text, which tells why.
WONT = r"WON'T CONVERT [^\n]*\n\s*due to:\s*\n\s*Traceback (?:(?!Traceback )[\s\S])*\Z"

# The first version of ONNX for what PyTorch cannot write in version 9.
OPSETS = {
    "argsort": 11,
    "round": 11,
    "im2col": 11,
    "masked_select": 11,
    "masked_scatter": 11,
    "einsum": 12,
    "tensordot": 12,
    "celu": 12,
    "unflatten": 13,
    "tile": 13,
    "diagonal": 13,
    "scaled_dot_product_attention": 14,
    "tril": 14,
    "triu": 14,
    "grid_sampler": 16,
    "scatter_reduce": 16,
    "stft": 17,
    "col2im": 18,
    "affine_grid_generator": 20,
}


# The types of numbers as ONNX counts them.
ONNX_TYPES = {1: "float32", 2: "uint8", 3: "int8", 5: "int16", 6: "int32", 7: "int64"}
ONNX_TYPES |= {8: "string", 9: "bool", 10: "float16", 11: "float64", 16: "bfloat16"}


def _types_of_onnx(found: Found) -> dict[str, str]:
    """The two types that differ, by their names."""
    told = [ONNX_TYPES.get(int(found.fields.get(name, "0"))) for name in ("a", "b")]
    return {"one": str(told[0]), "two": str(told[1])} if all(told) else {}


def _opset(found: Found) -> dict[str, str]:
    """From which version of ONNX on the operation is there."""
    least = OPSETS.get(found["name"].rpartition("::")[2], 0)
    return {"least": str(least)} if least > int(found.fields.get("version", "0")) else {}


# The cards of the capabilities at which Triton can do more.
FIRST = {"75": "RTX 20", "80": "A100, RTX 30", "89": "RTX 40", "90": "H100", "100": "B200"}


def _of_triton(found: Found) -> bool:
    """Whether Triton's or PyTorch's words stand around what ptxas said, which others call too."""
    around = f"{found.type} {found['ahead']} {found.before} {found.code}"
    return re.search(r"triton|torch|inductor|compile-ptx-src", around, re.IGNORECASE) is not None


def _first(found: Found) -> dict[str, str]:
    """The first GPU of a capability."""
    return {"first": FIRST.get(found["least"], f"sm_{found['least']}")}


COMPILING = (
    Entry(
        "{model:name}( ({:name}): {:long}) is not a module, class, method, function, traceback, "
        "frame, or code object",
        "",
        "The source text of a class or function is asked for, and this is an object, a {model}: "
        "torch.jit.script takes a module since PyTorch 1.2.",
        "Install a newer PyTorch for torch.jit.script(model). In a line of your own ask for the "
        "class: inspect.getsource(type(model)).",
        None,
        recorded=(
            "TypeError: MyCell(\n  (linear): Linear(in_features=4, out_features=4, bias=True)\n) "
            "is not a module, class, method, function, traceback, frame, or code object",
        ),
    ),
    Entry(
        (
            "Found {name:text} which is too old to be supported by the triton GPU compiler, which "
            "is used as the backend. Triton only supports devices of CUDA Capability >= "
            "{least:text}, but your device is of CUDA capability {sm:text}",
            "Cannot find a working triton installation",
            "Triton is not available",
            "Dynamo is not supported on Python {version:text}",
            "torch.compile is not supported on Python {version:text}",
            "Windows not yet supported for torch.compile",
            "Python {version:text} not yet supported for torch.compile",
            "torch.compile is not supported on Windows",
        ),
        "env",
        "torch.compile writes code for this machine, and cannot do so here.",
        "Leave torch.compile out, without which the program computes the same.",
        None,
        recorded=(
            "RuntimeError: Found Tesla P100-PCIE-16GB which is too old to be supported by the "
            "triton GPU compiler, which is used as the backend. Triton only supports devices of "
            "CUDA Capability >= 7.0, but your device is of CUDA capability 6.0",
            "RuntimeError: Cannot find a working triton installation. Either the package is not "
            "installed or it is too old.",
            "RuntimeError: Windows not yet supported for torch.compile",
            "RuntimeError: Dynamo is not supported on Python 3.12+",
        ),
        ways=(
            Way(
                "a GPU below {least}",
                'Write torch.compile(model, backend="eager"): Triton takes no GPU as old as that.',
                lambda found: "least" in found.fields,
            ),
            *ways("""
                it is named Triton: Install triton-windows, on Linux PyTorch for CUDA.
                it names Windows, Python: Install a newer PyTorch, or an older Python.
            """),
        ),
        command="env",
    ),
    Entry(
        (
            "C++ compile error{:long}{what:'omp.h' file not found|unsupported option '-fopenmp'|"
            "fatal error: omp.h: No such file|OpenMP support not found}",
            "torchinductor{:text}fatal error: {what:'omp.h' file not found|omp.h: No such file}",
            "OpenMP support not found. Please try one of the following solutions",
            "unsupported option '{what:-fopenmp}'",
        ),
        "env",
        "torch.compile writes code in C++ that runs on several cores by OpenMP, and the compiler "
        "does not have that.",
        "Leave torch.compile out, without which the program computes the same.",
        None,
        recorded=(
            "torch._inductor.exc.CppCompileError: C++ compile error\n\nCommand:\nclang++ a.cpp\n\n"
            "Output:\na.cpp:2:10: fatal error: 'omp.h' file not found",
            "/tmp/torchinductor_user/x.cpp:2:10: fatal error: 'omp.h' file not found",
        ),
        ways=ways("""
            a Mac: Write conda install llvm-openmp, or brew install libomp, with
                OMP_PREFIX=/opt/homebrew/opt/libomp, or install a newer PyTorch.
            Linux with clang: Write apt install libomp-dev, or set CXX=g++.
        """),
        when=lambda found: (
            found.fields.get("what") != "-fopenmp" or "inductor" in found.before + found.type
        ),
        command="env",
    ),
    Entry(
        (
            "Compiler: {name:few} is not found",
            "Failed to find C compiler",
            "No working C++ compiler found in torch._inductor",
            "InvalidCxxCompiler",
            "{header:C++ compile error}",
            "fatal error: {header:Python.h}: No such file or directory",
        ),
        "env",
        "torch.compile writes code in C or C++, and found no compiler for it, or one that failed. "
        "It looked for {name}.",
        "Leave torch.compile out, without which the program computes the same.",
        None,
        recorded=(
            "RuntimeError: Compiler: cl is not found.",
            "torch._inductor.exc.CppCompileError: C++ compile error\n\nCommand:\ng++ a.cpp\n\n"
            "Output:\na.cpp:1:10: fatal error: Python.h: No such file or directory",
        ),
        ways=ways("""
            on Linux: Run apt install g++ python3-dev for the version of your Python.
            on Windows: Start from the command line of Visual Studio's Build Tools.
        """),
        when=lambda found: (
            "header" not in found.fields
            or "torch" in found.type + found.before
            or "inductor" in found.before
        ),
        command="env",
    ),
    Entry(
        "{ahead:text}Feature '{what:quoted}' requires .target sm_{least:int} or higher",
        "env",
        "Triton, with which torch.compile writes programs for the GPU, wrote one that wants a "
        "newer GPU than this. The feature {what} is for {first} and later.",
        "",
        None,
        ways=(
            Way(
                "a bfloat16 model",
                "Write model.to(torch.float16), torch_dtype=torch.float16 where it is loaded, "
                'precision="16-mixed" in Lightning.',
                lambda found: "bf16" in found["what"] and found["least"] == "80",
            ),
            Way(
                "fp8 weights",
                "Load the weights in float16, or in bfloat16 on an RTX 30 or later.",
                lambda found: found["least"] in ("89", "90", "100"),
            ),
            Way(
                "torch.compile is called",
                "Leave it out: the program computes the same.",
                lambda _: True,
            ),
        ),
        recorded=(
            "RuntimeError: Internal Triton PTX codegen error: \nptxas /tmp/compile-ptx-src-38da7f, "
            "line 91; error   : Feature '.bf16' requires .target sm_80 or higher\nptxas fatal   : "
            "Ptx assembly aborted due to errors",
            "triton.runtime.errors.PTXASError: PTXAS error: Internal Triton PTX codegen error\n"
            "`ptxas` stderr:\nptxas /tmp/tmp9, line 10; error   : Feature 'cvt with .bf16.f16' "
            "requires .target sm_90 or higher",
        ),
        when=_of_triton,
        more=_first,
        command="env",
    ),
    Entry(
        "{ahead:text}Value 'sm_{sm:name}' is not defined for option 'gpu-name'",
        "env",
        "Triton, with which torch.compile writes programs for the GPU, uses a ptxas of CUDA that "
        "does not know this GPU. The GPU is an sm_{sm}.",
        "",
        None,
        ways=ways("""
            any torch will do: Install the newest, for the newest CUDA, chosen on pytorch.org: its
                Triton knows newer GPUs.
            torch has to stay: Set TRITON_PTXAS_PATH=/usr/local/cuda/bin/ptxas, of a CUDA toolkit
                that is newer than this GPU, and remove ~/.triton/cache.
            torch.compile is called: Leave it out: the program computes the same.
        """),
        recorded=(
            "triton.runtime.errors.PTXASError: PTXAS error: Internal Triton PTX codegen error\n"
            "`ptxas` stderr:\nptxas fatal   : Value 'sm_103a' is not defined for option 'gpu-name'",
        ),
        when=_of_triton,
        command="env",
    ),
    Entry(
        (
            "{:text}out of resource: {what:shared memory|tensor memory|threads|registers}, "
            "Required: {a:int}, Hardware limit: {b:int}",
            "{:text}out of resource: triton_{name:name} Required: {a:int} Hardware limit:{: |}"
            "{b:int}",
        ),
        "env",
        "A program that Triton made for the GPU wants more of its fast memory than one block gets "
        "here: {a} bytes, and this GPU has {b}.",
        "",
        None,
        ways=ways("""
            flex_attention: Write kernel_options=dict(BLOCK_M=64, BLOCK_N=64), 32 or 16 if that is
                still too much.
            mode="max-autotune": Leave the mode out, or torch.compile.
            a kernel of your own: Take smaller BLOCK sizes, and num_stages=1.
            a library's kernel: Renew the library: each kind of GPU wants sizes of its own.
        """),
        recorded=(
            "triton.runtime.errors.OutOfResources: out of resource: shared memory, Required: "
            "131074, Hardware limit: 101376. Reducing block sizes or `num_stages` may help.",
            "torch._inductor.exc.InductorError: RuntimeError: No valid triton configs. "
            "OutOfMemoryError: out of resource: triton_tem_fused_flex_attention_0 Required: 139776 "
            " Hardware limit: 101376 Reducing block sizes or num_stages may help.",
        ),
        command="env",
    ),
    Entry(
        (
            "at {:int}:{:int}: {code:long}tl.",
            "'llvm.{op:name}' op operand #{:int} must be floating point LLVM type or LLVM "
            "dialect-compatible vector of floating point LLVM type, but got '{:quoted}'",
        ),
        "env",
        "Triton could not translate a step that torch.compile wrote for it.",
        "Leave torch.compile out, without which the program computes the same, or try "
        "torch.compile(model, dynamic=True).",
        None,
        recorded=(
            "torch._dynamo.exc.BackendCompilerFailed: backend='inductor' raised:\n"
            "CompilationError: at 8:11:\ndef triton_(in_ptr0, out_ptr0, xnumel, XBLOCK : "
            "tl.constexpr):\n    xnumel = 56623104\n    tmp0 = tl.load(in_ptr0 + (x0), None)",
            "error: 'llvm.fmul' op operand #0 must be floating point LLVM type or LLVM "
            "dialect-compatible vector of floating point LLVM type, but got 'i8'",
        ),
        ways=ways("""
            fp8 before RTX 40 and H100: Load the weights in bfloat16 or float16.
            bfloat16 before RTX 30: Load them in float16.
            another Triton: Install the one that belongs to your PyTorch.
        """),
        when=lambda found: (
            "op" in found.fields
            or (
                found.type.endswith("CompilationError")
                and "inductor" in found.before + found.code + found["code"]
            )
        ),
        command="env",
    ),
    Entry(
        "",
        "",
        "torch.compile could not read a function, says why, and runs that part without it: this is "
        "a notice of the log, and the program goes on. A call in gradient checkpointing is such a "
        "part in PyTorch 2.0.",
        "It does no harm. If the program stopped after it, the error stands further below. To have "
        "it quiet install a newer PyTorch, or leave torch.compile, or the checkpointing, out.",
        None,
        recorded=(
            "[2023-05-09 11:00:22,573] torch._dynamo.convert_frame: [ERROR] WON'T CONVERT "
            "get_rng_state /lib/torch/random.py line 21\ndue to:\nTraceback (most recent call "
            'last):\n  File "/lib/torch/_dynamo/variables/builder.py", line 812, in '
            'wrap_fx_proxy_cls\n    assert "source" in options\nAssertionError:\n\nfrom user '
            'code:\n   File "/lib/torch/random.py", line 21',
        ),
        when=lambda found: re.search(WONT, found.before) is not None,
    ),
    Entry(
        ("Invalid backend: '{name:quoted}'{own:, see}",),
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
            "Failed to export an ONNX attribute '{name:quoted}', since it's not constant",
            "Failed to export an ONNX attribute, since it's not constant",
            "ONNX symbolic expected a constant value in the trace",
            "Unsupported: ONNX export of {:few}, output size that are not factor of input size",
            "Unsupported: ONNX export of {:few} for {:text}unknown {:text}",
            "ONNX export of {:few}, output size that are not factor of input size",
            "ONNX export of {:few} for {:text}unknown {:text}",
            "'torch._C.Value' object is not iterable",
        ),
        "",
        "ONNX wants some sizes, such as that of a window, as fixed numbers, and here one is "
        "computed or unknown. It is {name}.",
        "Write int(x.shape[2]) for it. A newer PyTorch exports more, with dynamo=True.",
        None,
        recorded=(
            "RuntimeError: Failed to export an ONNX attribute 'onnx::Gather', since it's not "
            "constant, please try to make things (e.g., kernel size) static if possible",
            "torch.onnx.errors.SymbolicValueError: Unsupported: ONNX export of operator "
            "adaptive_avg_pool2d, output size that are not factor of input size.",
            "TypeError: 'torch._C.Value' object is not iterable (Occurred when translating "
            "repeat_interleave).",
        ),
        ways=ways("""
            dynamic_axes: Leave the axis out of it, so that the input has a fixed size.
            nn.AdaptiveAvgPool2d: Take nn.AvgPool2d with a fixed window.
            an old opset_version: Write a later one, such as opset_version=17.
        """),
    ),
    Entry(
        "Unsupported: ONNX export of operator {name:name}, {why:text}. Please",
        "",
        "This operation goes to ONNX only in part: {name}, {why}.",
        "Sizes that the export has to know are fixed ones: give no dynamic_axes for them, and "
        "write numbers in place of x.size(…). Otherwise take a newer PyTorch, with dynamo=True, or "
        "write the step with other operations.",
        None,
        recorded=(
            "torch.onnx.errors.SymbolicValueError: Unsupported: ONNX export of operator Unfold, "
            "input size not accessible. Please feel free to request support or submit a pull "
            "request on PyTorch GitHub.",
        ),
    ),
    Entry(
        (
            "Exporting the operator '{name:quoted}' to ONNX opset version {version:int} is not "
            "supported",
            "Exporting the operator {name:path} to ONNX opset version {version:int} is not "
            "supported",
            "Unsupported: ONNX export of operator {name:path}. Please",
            "Unsupported: ONNX export of operator {name:path}",
            "ONNX export failed: Couldn't export operator {name:path}",
            "ONNX export failed on an operator with unrecognized namespace {space:aten|prim|onnx}",
            "Graph we tried to export:",
        ),
        "",
        "The export to ONNX has nothing for an operation of the model, or not for this version of "
        "ONNX. It is {name}. It needs opset_version={least} or a later one.",
        "",
        None,
        recorded=(
            "RuntimeError: Exporting the operator grid_sampler to ONNX opset version 9 is not "
            "supported. Please feel free to request support.",
            "torch.onnx.errors.UnsupportedOperatorError: Exporting the operator "
            "'aten::scaled_dot_product_attention' to ONNX opset version 11 is not supported.",
            "RuntimeError: ONNX export failed on an operator with unrecognized namespace "
            "aten::_convolution_mode.",
            "Graph we tried to export:\ngraph(%input.1 : Float(2685, 5, 6),\n      "
            "%lstm.weight_ih_l0 : Float(12, 6)):\n  %13 : Long() = onnx::Constant[value={0}](), "
            "scope: Model",
        ),
        ways=(
            *ways("""
                a small opset_version: Write opset_version=18, with a PyTorch that has it.
                an old PyTorch: Install a newer one: torch.onnx.export(…, dynamo=True).
            """),
            Way(
                "aten:: in the graph",
                "It is that line; with an old LSTM write batch_first=False.",
                lambda found: "graph(" in found.before,
            ),
            Way("no release has it", "Write the step with other operations."),
        ),
        more=_opset,
    ),
    Entry(
        (
            "ONNX export failed on an operator with unrecognized namespace {name:path}. If you",
            "ONNX export failed on an operator with unrecognized namespace {name:path}",
        ),
        "",
        "{name} is an operation of an add-on, and the export to ONNX was not told what to write "
        "for it.",
        "For torchvision:: write import torchvision above, with a torchvision that belongs to this "
        "PyTorch, and opset_version=11 or later. For others register one: torch.onnx."
        'register_custom_op_symbolic("space::name", symbolic, 11); or write the step with '
        "PyTorch's own operations.",
        None,
        recorded=(
            "RuntimeError: ONNX export failed on an operator with unrecognized namespace "
            "torchvision::nms. If you are trying to export a custom operator, make sure you "
            "registered it with the right domain and version.",
        ),
    ),
    Entry(
        "No Op registered for {name:name} with domain_version of {version:int}",
        "",
        "ONNX, in the version that the file is written for, has no operation called {name}.",
        "",
        None,
        recorded=(
            "RuntimeError: No Op registered for DeformConv with domain_version of 9",
            "onnx.onnx_cpp2py_export.checker.ValidationError: No Op registered for MyOp with "
            "domain_version of 9",
        ),
        ways=ways("""
            one of ONNX: Write a later opset_version, and renew the package onnx.
            one of an extension: Give it a domain in its symbolic function, g.op("mydomain::{name}",
                …), and a program that brings it to run the file.
            for the export alone: Write the step with PyTorch's own operations.
        """),
    ),
    Entry(
        "ONNX export failed: Couldn't export Python operator {name:name}",
        "autograd function",
        "{name} is a torch.autograd.Function, written in Python, and the export cannot look into "
        "it.",
        "Write the same with torch's own operations for the export: x * torch.sigmoid(x) for "
        "Swish, or nn.SiLU() in a newer PyTorch. Or give the class a static method symbolic, which "
        "names the operation of ONNX.",
        None,
        recorded=("RuntimeError: ONNX export failed: Couldn't export Python operator SwishAutoFn",),
    ),
    Entry(
        (
            "Tracing failed sanity checks!",
            "Trace had nondeterministic nodes",
            "Output nr {:int}. of the traced function does not match the corresponding output",
        ),
        "",
        "PyTorch ran the model and its trace on the same input, and got other numbers: as a rule "
        "the model is in training mode, where dropout draws anew each time, or draws random "
        "numbers itself.",
        "Call model.eval() before torch.jit.trace. If it stays, look for random numbers, counters "
        "and ifs in forward: torch.jit.script keeps an if. Differences in the last digits alone do "
        "no harm.",
        "f = torch.nn.Dropout()\ntorch.jit.trace(f, torch.ones(9))",
        since=(2, 13),
        recorded=("TracerWarning: Trace had nondeterministic nodes. Did you forget call .eval()?",),
    ),
    Entry(
        "There are {:int} live references to the data region being modified when tracing",
        "",
        "Numbers are written into a part of a tensor, x[:, 0] = … as a rule, and a trace may lose "
        "that: other names for the same numbers keep the old ones in it.",
        "Compare traced(x) with model(x) on a second input. If they differ, write into a copy, y = "
        "x.clone(), and use only y after it, or make the tensor by torch.where, torch.cat or "
        "torch.stack.",
        None,
        recorded=(
            "TracerWarning: There are 2 live references to the data region being modified when "
            "tracing in-place operator copy_ (possibly due to an assignment).",
        ),
    ),
    Entry(
        (
            "Converting a tensor to a Python {kind:name} might cause the trace to be incorrect",
            "Iterating over a tensor might cause the trace to be incorrect",
            "Converting a tensor to a NumPy array might cause the trace to be incorrect",
            "{name:name} results are registered as constants in the trace",
        ),
        "",
        "A trace keeps the steps of one run: if, for and numbers that Python computed stay as they "
        "were in it, whatever comes in later.",
        "",
        "def f(x):\n    return x * 2 if x.sum() > 0 else x\ntorch.jit.trace(f, torch.ones(2))",
        ways=ways("""
            the value never changes: Leave it: it does no harm.
            an if, or a loop: Write torch.jit.script for that part, or torch.where.
            dropout, batch norm: Call model.eval() before the trace.
        """),
    ),
    Entry(
        (
            "Only tuples, lists and Variables {:are |}supported as JIT {:inputs, but got|"
            "inputs/outputs, but got} {kind:NoneType}",
            "Only tuples, lists and Variables {:are |}supported as JIT inputs/outputs. "
            "Dictionaries and strings are also accepted, but their usage is not recommended. "
            "{:few}type{:: |: | }{kind:NoneType}",
            "Type '{types:quoted}{kind:NoneType}{rest:quoted}' cannot be traced. Only Tensors and "
            "(possibly nested) Lists, Dicts, and Tuples of Tensors can be traced",
            "Encountering a dict at the output of the tracer might cause the trace to be incorrect",
            "Tracer cannot infer type of {:text}",
            "Only tuples, lists and Variables {:are |}supported as JIT inputs/outputs",
            "Only tuples, lists and Variables {:are |}supported as JIT inputs, but got {kind:name}",
            "Only tensors and (possibly nested) tuples of tensors, lists, or dicts are supported "
            "as inputs or outputs of traced functions, but instead got value of type {kind:name}",
            "Only tensors or tuples of tensors can be output from traced functions",
            "Only tensors and (possibly nested) tuples of tensors are supported as inputs or "
            "outputs of traced functions",
            "Only tensors{:text} {own:can be output from} traced functions",
            "Tracing a list of arbitrary type is currently not supported",
            "Only tensors, lists, tuples of tensors, or dictionary of tensors can be output from "
            "traced functions",
            "Type '{kind:quoted}' cannot be traced. Only Tensors and (possibly nested) Lists, "
            "Dicts, and Tuples of Tensors can be traced",
        ),
        "",
        "A trace takes tensors and gives tensors, in tuples or lists, and here something else "
        "goes in or out. It is {kind}.",
        "",
        "def f(x):\n    return {'a': x}\ntorch.jit.trace(f, torch.ones(2))",
        recorded=(
            "RuntimeError: Only tuples, lists and Variables supported as JIT inputs, but got "
            "NoneType",
        ),
        ways=(
            *ways("""
                a dictionary comes out: Write strict=False in torch.jit.trace, or trace a module
                    that returns self.model(x)["out"].
                a transformers model: Load it with torchscript=True, or return_dict=False.
            """),
            Way(
                "None goes in or out",
                "Give a tensor for each input, leave out those at the end, or set None in a "
                "module around the model.",
                lambda found: found["kind"] == "NoneType",
            ),
            Way("a number, text, object", "Set it in a module around the model."),
        ),
    ),
    Entry(
        'Expected a default value of type {type:few} on parameter "{name:name}"',
        "",
        "TorchScript wants a default value of the type that a parameter has, and {name}, of type "
        "{type}, has another one: None, as a rule.",
        "Write {name}: Optional[{type}] = None, with from typing import Optional above. Where the "
        "place is a file of PyTorch itself, a layer of it, install a newer PyTorch.",
        "def f(x, n: int = None):\n    return x\ntorch.jit.script(f)",
        recorded=(
            'RuntimeError:  Expected a default value of type Tensor on parameter "src_mask"',
        ),
    ),
    Entry(
        (
            "{:Python|python} value of type '{kind:quoted}' cannot be used as a value",
            "{kind:builtin|function|module|class|method|type} cannot be used as a value",
        ),
        "",
        "TorchScript has no value for something of the kind {kind}, which as a rule stands outside "
        "of the function: a list, an object, a function.",
        "Hand it over as an argument with a type, or keep it as an attribute of the module: a "
        "number, a text, a tensor, or a list of one type with its type written in the class. "
        "Brackets that a call lacks, d.keys in place of d.keys(), do it too.",
        "g = [1]\ndef f(x):\n    return x + g[0]\ntorch.jit.script(f)",
        since=(2, 13),
        recorded=("RuntimeError: \nbuiltin cannot be used as a value:\n",),
        when=lambda found: (
            found.type in ("", "RuntimeError")
            and (
                bool(found.type)
                or not found["kind"].islower()
                or "torch" in found.before + found.code
            )
        ),
    ),
    Entry(
        "undefined value {name:name}",
        "",
        "TorchScript finds nothing of the name {name} where the function or layer is scripted.",
        "Import or define {name} above the line with torch.jit.script, or hand it over as an "
        "argument. Where the place is a file of PyTorch or of another library, install releases of "
        "both that belong together.",
        "def f(x):\n    return foo(x)\ntorch.jit.script(f)",
        recorded=('RuntimeError: \nundefined value foo:\n  File "a.py", line 2',),
        when=lambda found: (
            "torch" in found.before
            or "jit" in found.code + found.type
            or found.type == "RuntimeError"
        ),
    ),
    Entry(
        "Module '{kind:quoted}' has no attribute '{name:quoted}' :",
        "",
        "TorchScript finds nothing of the name {name} in this module, {kind}.",
        "Set self.{name} in __init__, before torch.jit.script, in every case: as None or "
        "nn.Identity() where it is not used. Where the place is a file of PyTorch or of another "
        "library, install releases of both that belong together.",
        "class Net(torch.nn.Module):\n    def forward(self, x):\n        return self.fc(x)\n"
        "torch.jit.script(Net())",
        when=lambda found: (
            "torch" in found.before
            or "jit" in found.code + found.type
            or found.type in ("", "RuntimeError")
        ),
    ),
    Entry(
        (
            "Could not export Python function call '{name:name}'",
            "Could not get qualified name for class '{name:quoted}'",
            "Can't redefine method",
            "Python builtin {name:text} is currently not supported in Torchscript",
            "Python builtin {name:text} is currently not supported in TorchScript",
            "Expected integer literal for index",
            "Arguments for call are not valid",
            "Variable '{name:quoted}' previously ha{:d|s} type",
            "{name:name} is not defined in the {:false|true} branch",
            "Type mismatch: {name:name} is set to type",
            "Return value was annotated as having type",
            "object has no attribute {name:name}: ",
            "Cannot instantiate class '{name:quoted}' in a script function",
            "Arguments for call not valid",
        ),
        "",
        NOT_READ,
        NOT_READ_OUT,
        "def f(x):\n    return torch.foo(x)\ntorch.jit.script(f)",
        recorded=(
            "RuntimeError: \nCould not export Python function call 'SwishImplementation'. Remove "
            "calls to Python functions before export.",
        ),
        when=lambda found: (
            "torch" in found.before
            or "jit" in found.code + found.type
            or found.type == "RuntimeError"
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
            "vmap: It looks like you're either (1) calling .item() on a Tensor or (2) attempting "
            "to use a Tensor in some data-dependent control flow",
        ),
        "",
        "vmap runs a function on a whole batch at once, and if, while and item() need one number.",
        "Write torch.where(x > 0, a, b) in place of if, and keep tensors in place of numbers. If "
        "no line of yours does so, one of PyTorch's own steps does, as the gradient of prod did "
        "before 1.13: install a newer one.",
        "torch.func.vmap(lambda x: x if x > 0 else -x)(torch.ones(3))",
    ),
    Entry(
        (
            "vmap({:few}, ...): `{:few}` must only return Tensors, got type <class "
            "'{kind:quoted}'>",
            "expected f({:text}) to return only tensors, got unsupported type <class "
            "'{kind:name}'>",
        ),
        "",
        "A function for torch.func returns tensors, alone or in tuples, lists and dictionaries. "
        "This one returns {kind}.",
        "Look at its return line: without one it gives None. Write torch.tensor(1.0) for a number, "
        "and leave out x.item() and x.tolist().",
        "torch.func.vmap(lambda x: 1)(torch.ones(2, 2))",
    ),
    Entry(
        (
            "You are attempting to call Tensor.requires_grad_() (or perhaps using "
            "torch.autograd.functional.* APIs) inside of a function being transformed by a "
            "functorch transform",
            "You are attempting to call Tensor.requires_grad_()",
        ),
        "autograd gradient",
        "Inside of a function for vmap, grad and others of torch.func, gradients are not asked for "
        "by requires_grad_, which torch.autograd.functional uses as well.",
        "Leave x.requires_grad_() out there: torch.func.grad(f)(x) records by itself. In place of "
        "torch.autograd.functional.jacobian(f, x) write torch.func.jacrev(f)(x), and "
        "torch.func.hessian(f)(x) for hessian; for one gradient inside, torch.func.grad(f)(x).",
        "torch.func.grad(lambda x: x.requires_grad_().sum())(torch.ones(2))",
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
        (
            "vmap({:text}: in_dims is not compatible with the structure of `inputs`",
            "vmap({:text}: Got in_dim={:few} for some input, but that input is a Tensor of "
            "dimensionality {axes:int}",
            "vmap({:text}: Got in_dim={:few} for an input but the input is of type {kind:text} We "
            "cannot vmap over non-Tensor arguments",
            "vmap({:text}: Got in_dim={:few} for an input but in_dim must be either an integer "
            "dimension or None",
            "vmap({:text}: expected `in_dims` to be int or a (potentially nested) tuple",
            "vmap({:few})(<inputs>): got no inputs",
        ),
        "tensor shape",
        "vmap takes one axis from each of its inputs, as in_dims tells: a number for all, or one "
        "for each input, and None for an input that is no tensor or is the same for all. Here the "
        "two do not fit. The input has {axes} axes.",
        "Print the inputs' shapes. Write torch.func.vmap(f, in_dims=(0, None))(x, 3) for two "
        "inputs of which the second stays as it is. Inputs go into the second brackets.",
        "torch.func.vmap(lambda x, y: x * y)(torch.ones(2, 3), 3)",
    ),
    Entry(
        (
            "vmap({:few}, ...): `{:few}` can not return a BatchedTensor when out_dim is None",
            "vmap({:text}: out_dims is not compatible with the structure of `outputs`",
            "vmap({:few}): `out_dims` must be an int, None or a python collection of ints",
        ),
        "tensor shape",
        "vmap stacks what the function returns, each result along the axis that out_dims tells, 0 "
        "by default. The function returns something else than out_dims says. It gave {kind}.",
        "Return tensors only, several as a tuple, and leave out_dims out. None is for a result "
        "that does not depend on the inputs.",
        "torch.func.vmap(lambda x: x, out_dims=None)(torch.ones(2, 3))",
    ),
    Entry(
        (
            "vmap: {name:path}(self, *extra_args) is not possible because there exists a Tensor "
            "{:`other`|'other'} in extra_args that has more elements than `self`",
            "vmap: inplace arithmetic(self, *extra_args) is not possible because there exists a "
            "Tensor {:`other`|'other'} in extra_args that has more elements than `self`",
        ),
        "broadcast target",
        "Inside vmap one tensor stands for a whole batch of them. A tensor that was made inside, "
        "by torch.zeros for instance, is a single one, and has no room for what was written in "
        "place.",
        "",
        "torch.func.vmap(lambda x: torch.zeros(3).copy_(x))(torch.ones(2, 3))",
        ways=ways("""
            y = torch.zeros(…): Write y = x.new_zeros(…), or torch.zeros_like(x), from a tensor x
                that vmap goes through.
            y[a:b] = … in a loop: Put the parts into a list, and write torch.cat(parts), or
                torch.stack.
            +=, copy_, a name with _: Write y = y + x in its place.
        """),
        recorded=(
            "RuntimeError: vmap: aten::copy_(self, *extra_args) is not possible because there "
            "exists a Tensor 'other' in extra_args that has more elements than 'self'. This "
            "happened due to 'other' being vmapped over but 'self' not being vmapped over.",
        ),
    ),
    Entry(
        (
            "vmap: We do not support batching operators that can {:output|support} dynamic shape",
            "vmap: Attempted to vmap over `mask` in torch.{:masked_select|masked_select_backward}",
        ),
        "tensor index",
        "Inside vmap all parts of the batch give results of one shape, and this step gives as many "
        "numbers as it finds: x[mask], nonzero, unique, masked_select.",
        "Keep the shape: torch.where(mask, x, 0), or (x * mask).sum() / mask.sum() for a mean. Or "
        "do this step outside of vmap.",
        "torch.func.vmap(lambda x: x[x > 0])(torch.ones(2, 3))",
        recorded=(
            "RuntimeError: vmap: We do not support batching operators that can output dynamic "
            "shape. Attempted to vmap over aten::nonzero.",
        ),
    ),
    Entry(
        "Batching rule not implemented for {name:path}; the fallback path doesn't work on out= or "
        "view ops",
        "",
        "vmap of this release of PyTorch has no way for {name}.",
        "",
        "torch.func.vmap(lambda x: torch.add(x, 1, out=torch.ones(3)))(torch.ones(2, 3))",
        since=(2, 2),
        ways=ways("""
            out=… in your line: Write y = torch.add(x, 1), without out=.
            under torch.inference_mode(): Write torch.no_grad() in its place.
            any other step: Install a newer PyTorch, which has more of them, or do this step outside
                of vmap.
        """),
    ),
    Entry(
        "Batch norm got a batched tensor as input while the running_mean or running_var, which "
        "will be updated in place, were not batched",
        "",
        "In training BatchNorm changes its running mean and variance in place, and under vmap each "
        "part of the batch would want its own.",
        "",
        "from torch import nn\ntorch.func.vmap(nn.BatchNorm1d(3))(torch.ones(2, 4, 3))",
        ways=ways("""
            a trained model: Write model.eval() first.
            layers of your own: Write nn.BatchNorm2d(n, track_running_stats=False), or
                nn.GroupNorm(1, n).
            a model of a library: Write torch.func.replace_all_batch_norm_modules_(model).
        """),
    ),
    Entry(
        "backward() called inside a functorch transform",
        "autograd gradient",
        "Inside vmap, grad and the others of torch.func there is no backward: they give the "
        "gradients themselves.",
        "Write torch.func.grad(f)(x), for each part of a batch "
        "torch.func.vmap(torch.func.grad(f))(x), or call backward outside.",
        "x = torch.ones(3, 2, requires_grad=True)\ntorch.func.vmap(lambda x: x.backward())(x)",
    ),
    Entry(
        (
            "Trying to use forward AD with {name:path} that does not support it because",
            "Trying to use forward AD with {name:path} that does not support it",
        ),
        "derivative nowhere",
        "Forward-mode derivatives (jvp, jacfwd, hessian, make_dual) are not there for every step "
        "of this release of PyTorch. Here it is {name}.",
        "Go backward: torch.func.jacrev for jacfwd, jacrev(jacrev(f)) for hessian, "
        "torch.autograd.functional.jvp for jvp. Leave out= out, or install a newer PyTorch.",
        "torch.func.jvp(lambda x: torch.sin(x, out=torch.zeros(2)), (torch.ones(2),), "
        "(torch.ones(2),))",
    ),
    Entry(
        (
            "maybe_layer.has_value() INTERNAL ASSERT FAILED at",
            "Either your tensor may have escaped from inside a function being vmapped",
            "your tensor may have escaped from inside a function being vmapped",
        ),
        "",
        "A tensor that was made inside a function for vmap, grad or jacrev was used outside of it: "
        "it was put into a list or an attribute, as self.h, and read when the call was over.",
        "Return it from the function: return y, h, and with grad write has_aux=True. What is kept "
        "between two calls goes in as an argument.",
        "kept = []\ndef f(x):\n    kept.append(x)\n    return x\n"
        "torch.func.vmap(f)(torch.ones(3))\nkept[0].sin()",
        since=(2, 13),
        recorded=(
            "RuntimeError: maybe_layer.has_value() INTERNAL ASSERT FAILED at "
            '"/build/aten/src/ATen/VmapGeneratedPlumbing.h":10652, please report a bug to PyTorch.',
        ),
    ),
    Entry(
        (
            "There is a performance drop because we have not yet implemented the batching rule for "
            "{name:path}. {:Please|We}",
            "There is a performance drop because we have not yet implemented the batching rule for",
        ),
        "",
        "vmap has no fast way for {name}, and runs it for each part of the batch in turn. The "
        "result is right, and comes slowly.",
        "It does no harm. A newer PyTorch has more of them, and other operations may do the same.",
        None,
        recorded=(
            "UserWarning: There is a performance drop because we have not yet implemented the "
            "batching rule for aten::_cdist_forward. Please file us an issue on GitHub so that we "
            "can prioritize its implementation.",
        ),
    ),
    Entry(
        "vmap: called random operation while in randomness error mode",
        "",
        "vmap asks whether each part of the batch draws its own random numbers.",
        'Write torch.func.vmap(f, randomness="different"), or "same".',
        "torch.func.vmap(lambda x: x + torch.rand(1))(torch.ones(3))",
    ),
    Entry(
        "Automatically expanding the shape of {name:name}. This means that different elements of "
        "vmap will get different random values",
        "",
        "Each part of the batch draws its own random numbers in {name}, and here that is only "
        "told. It is a warning of an old functorch.",
        'It does no harm. In PyTorch 2 write torch.func.vmap(f, randomness="different"), or '
        '"same".',
        None,
        recorded=(
            "UserWarning: Automatically expanding the shape of randn. This means that different "
            "elements of vmap will get different random values.",
        ),
    ),
    Entry(
        (
            "vmap: Cannot ask for different inplace randomness on an unbatched tensor",
            "vmap: We do not support calling out variants of random operations",
        ),
        "",
        "A random number is to be written into a tensor that was made inside vmap and is the same "
        "for the whole batch.",
        "Make it anew: torch.randn(3) for torch.empty(3).normal_(), torch.rand_like(x) for "
        "uniform_(), without out=.",
        "torch.func.vmap(lambda x: torch.ones(3).normal_() + x, randomness='different')("
        "torch.ones(2, 3))",
    ),
    Entry(
        (
            "{name:few}(f)(*args): Expected f(*args) to return a {:Tensor, got|tuple, got type} "
            "{kind:text}",
            "{name:jvp|vjp}(f, {:*primals|primals, tangents}): expected f(*primals) to return only "
            "tensors, got unsupported type {kind:text}",
        ),
        "autograd gradient",
        "{name} takes a function that returns tensors, and this one gives something else. It gave "
        "{kind}.",
        "Return the tensor itself, without .item(), and one number for grad: "
        "torch.func.grad(lambda x: f(x).sum())(x). What comes besides the loss goes with "
        "has_aux=True, as in return loss, more.",
        "torch.func.grad(lambda x: (x.sum(), x))(torch.ones(3))",
    ),
    Entry(
        (
            "jvp(f, primals, tangents): Expected {name:primals|tangents} to be a tuple",
            "jvp(f, primals, tangents): Expected primals and tangents to have the same python "
            "structure",
            "jvp(f, primals, tangents): Expected primals to be a tuple",
            "Trying to set a forward gradient that has a different size than that of the original "
            "Tensor",
        ),
        "tensor shape",
        "jvp takes the inputs as a tuple, and a direction for each of them as another, of the same "
        "shapes.",
        "Write torch.func.jvp(f, (x,), (v,)), with v like x, such as torch.ones_like(x).",
        "torch.func.jvp(lambda x: x, torch.ones(3), torch.ones(3))",
    ),
    Entry(
        (
            "Trying to create a dual Tensor for forward AD but no level exists",
            "Expected {:primal|tangent} to be floating point or complex, but got: "
            "torch.{kind:name}",
        ),
        "autograd leaves",
        "Forward-mode derivatives take floats, and a dual tensor is made inside of with "
        "forward_ad.dual_level(). The type is {kind}.",
        "Write torch.func.jvp(f, (x.float(),), (v.float(),)), or with "
        "torch.autograd.forward_ad.dual_level(): around make_dual.",
        "torch.func.jacfwd(torch.exp)(torch.ones(3).long())",
        since=(2, 1),
        recorded=(
            "RuntimeError: Trying to create a dual Tensor for forward AD but no level exists, make "
            "sure to enter_dual_level() first.",
        ),
    ),
    Entry(
        "stack_module_state: Expected {:at least one model|all models to be of the same class|all "
        "models to have the same training/eval mode}",
        "",
        "stack_module_state puts the weights of several models into one tensor for each layer, so "
        "the models are of one class, and all in training or all in eval().",
        "Write [m.eval() for m in models] first, and print the list: it has one model at least.",
        "torch.func.stack_module_state([])",
    ),
    Entry(
        "Got argnum{:s|}={number:text} but only {inputs:int} positional inputs",
        "autograd gradient",
        "argnums tells which input the gradient is for, counted from 0, and the function got "
        "{inputs} without a name.",
        "Write a smaller number, or hand that input over without its name: "
        "torch.func.grad(f, argnums=1)(x, w).",
        "torch.func.grad(lambda x: x.sum(), argnums=3)(torch.ones(3))",
    ),
    Entry(
        (
            "Cannot access data pointer of Tensor that doesn't have storage",
            "Cannot access data pointer of Tensor (e.g. FakeTensor, FunctionalTensor)",
        ),
        "",
        "This tensor has no memory of its own to hand to NumPy or C: inside vmap, torch.func or "
        "torch.compile it stands for many, or for none yet, and a sparse tensor keeps its numbers "
        "in parts.",
        "Keep to torch's own operations there, or leave that part out of what is compiled, with "
        "@torch.compiler.disable. x.to_dense() makes a plain tensor of a sparse one.",
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
        "that forward uses. Take plain numbers, such as a time, out of what forward returns.",
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
        (
            "Data-dependent branching",
            "Dynamic control flow is not supported at the moment",
            "Could not guard on data-dependent expression",
            "symbolically traced variables cannot be used as inputs to control flow",
            "Proxy object cannot be iterated",
        ),
        "",
        "The program is read before it has numbers, and an if, a loop or a size depends on the "
        "numbers in a tensor.",
        "Write torch.where in place of if. torch.compile without fullgraph=True goes on without "
        "that part; for an export take torch.cond, and torch._check(n > 0) for a size from item().",
        "import torch.fx\ntorch.fx.symbolic_trace(lambda x: x if x.sum() > 0 else -x)",
        recorded=(
            "torch._dynamo.exc.Unsupported: Data-dependent branching\n  Explanation: Detected "
            "data-dependent branching (e.g. `if my_tensor.sum() > 0:`).",
            "torch.fx.experimental.symbolic_shapes.GuardOnDataDependentSymNode: Could not guard on "
            "data-dependent expression Eq(u0, 0) (unhinted: Eq(u0, 0)).  (Size-like symbols: none)",
        ),
    ),
    Entry(
        (
            "RuntimeError when making fake tensor call",
            "Failed running call_{:function|method|module} {name:text}(*(",
            "Dynamo failed to run FX node with fake tensors",
        ),
        "",
        "torch.compile first goes through the model with tensors that have a shape and no "
        "numbers, and a step of it failed.",
        "Run the model without torch.compile. What the step says stands in the message, as in got "
        "RuntimeError(…).",
        '@torch.compile(backend="eager")\ndef f(x):\n    return x @ torch.ones(3, 3)\n'
        "f(torch.ones(2))",
        since=(2, 13),
        recorded=(
            "torch._dynamo.exc.TorchRuntimeError: Failed running call_function <built-in function "
            "matmul>(*(FakeTensor(..., size=(2,)), FakeTensor(..., size=(3, 3))), **{}):\na and b "
            "must have same reduction dim, but got [1, 2] X [3, 3].",
        ),
        ways=ways("""
            it fails, too: Mend the line that it names.
            it runs: Put the step into a function under @torch.compiler.disable.
        """),
    ),
    Entry(
        (
            "{:recompile_limit|cache_size_limit|accumulated_recompile_limit|"
            "accumulated_cache_size_limit} reached with {:fullgraph=True|fail_on}",
            "Hard failure due to {:fullgraph=True|fail_on_recompile_limit_hit}",
            "Dynamo recompile limit exceeded",
        ),
        "",
        "torch.compile made this function anew for each new shape or setting, and gave up, which "
        "is an error here: fullgraph=True, or a setting, allows no run without it.",
        "TORCH_LOGS=recompiles shows what changes from call to call.",
        "import torch._dynamo as dynamo\nf = torch.compile(lambda x, n: x + n, backend='eager', "
        "fullgraph=True, dynamic=False)\nwith dynamo.config.patch(recompile_limit=1):\n"
        "    f(torch.ones(2), 1)\n    f(torch.ones(3), 2)",
        since=(2, 13),
        recorded=(
            "torch._dynamo.exc.FailOnRecompileLimitHit: recompile_limit reached with "
            "fullgraph=True.",
        ),
        ways=ways("""
            a shape: Write torch.compile(model, dynamic=True), or pad, with drop_last=True.
            a number: Hand it over as a tensor.
            few kinds, all needed: Set torch._dynamo.config.recompile_limit = 64.
            it may run without: Leave fullgraph=True out.
        """),
    ),
    Entry(
        (
            "torch._dynamo hit config.{name:cache_size_limit|recompile_limit} ({count:int})",
            "{:recompile_limit|cache_size_limit} reached",
        ),
        "",
        "torch.compile made this function anew for each new shape or setting, and gave up. That "
        "was {count} times. The function now runs without it.",
        "Keep the shapes the same, by padding and drop_last=True, or write "
        "torch.compile(model, dynamic=True). Numbers that change from call to call go in as "
        "tensors. torch._dynamo.config.recompile_limit = 64 allows more.",
        None,
        recorded=(
            "W0101 10:00:00.000 torch/_dynamo/convert_frame.py:844] [0/8] torch._dynamo hit "
            "config.cache_size_limit (8)",
        ),
    ),
    Entry(
        "torch.compile with aot_autograd does not currently support double backward",
        "autograd second",
        "A gradient of a gradient is asked for, as with a gradient penalty, and torch.compile has "
        "the first only.",
        "Leave torch.compile out for this model, or write it around the other parts.",
        None,
        recorded=(
            "RuntimeError: torch.compile with aot_autograd does not currently support double "
            "backward",
        ),
    ),
    Entry(
        "try blocks aren't supported",
        "",
        "TorchScript reads a part of Python only, and has no try and except.",
        "",
        "def f(x):\n    try:\n        return x\n    except ValueError:\n        return x\n"
        "torch.jit.script(f)",
        ways=ways("""
            your own function: Ask with an if, or put the part under @torch.jit.unused.
            a file of a library: Take torch.jit.trace, or another release of it.
        """),
        when=lambda found: "jit" in found.type or not found.type,
    ),
    Entry(
        ("{what:name} {:|blocks |statements |expressions }aren't supported", ""),
        "",
        NOT_READ,
        NOT_READ_OUT,
        None,
        recorded=(
            "torch.jit.frontend.UnsupportedNodeError: continue statements aren't supported:",
            "torch.jit.frontend.NotSupportedError: Comprehension ifs are not supported yet:",
        ),
        when=lambda found: (
            found.type.startswith("torch.jit.frontend.")
            or ("what" in found.fields and "torch/jit" in found.before[-2000:])
        ),
    ),
    Entry(
        "Module '{kind:quoted}' has no attribute '{name:quoted}' {own:(This attribute exists} "
        "on the Python module, but we failed to convert Python type: '{type:quoted}'",
        "",
        "TorchScript takes numbers, text, tensors and layers over from a model, and lists and "
        "dictionaries of one type of them. {name} is a {type} that it cannot take.",
        "",
        "from torch import nn\nclass Net(nn.Module):\n    def __init__(self):\n"
        "        super().__init__()\n        self.layers = [nn.ReLU()]\n"
        "    def forward(self, x):\n        return self.layers[0](x)\ntorch.jit.script(Net())",
        ways=ways("""
            layers in it: Write nn.ModuleList or nn.ModuleDict.
            an empty or mixed list: Write one type for it in the class: {name}: List[int].
            an object of your class: Keep what forward reads in the module, self.size = config.size,
                or write @torch.jit.script above its class, with types in __init__: name: str.
            a method for training: Write @torch.jit.unused above it.
        """),
    ),
    Entry(
        (
            "Can't get source for {name:text}. TorchScript requires source access in order to "
            "carry out compilation",
            "{name:TorchScript} requires source access in order to carry out compilation",
            "could not get source code",
        ),
        "",
        "TorchScript reads the source of a function, and finds none.",
        "",
        'exec("def f(x): return x")\ntorch.jit.script(f)',
        since=(2, 13),
        recorded=(
            'Traceback (most recent call last):\n  File "site-packages\\torch\\jit\\frontend.py", '
            'line 152, in get_jit_def\n  File "inspect.py", line 786, in findsource\nOSError: '
            "could not get source code",
        ),
        ways=(
            Way(
                "a packed program",
                'Write os.environ["PYTORCH_JIT"] = "0" above import torch, add the .py files of '
                "the package as data, or --exclude-module the part of torch that the traceback "
                "names.",
                lambda found: (
                    "PyInstaller" in found.before or "Failed to execute script" in found.before
                ),
            ),
            *ways("""
                an import of torchvision: Install the release that belongs to this torch.
                typed in, or by exec: Write the function into a .py file that is imported.
            """),
        ),
        when=lambda found: (
            "name" in found.fields or re.search(r"torch[/\\]jit", found.before) is not None
        ),
    ),
    Entry(
        "The following operation failed in the TorchScript interpreter",
        "",
        "A function or model of TorchScript stopped while it ran. This line is the heading alone: "
        "below it stand the lines of its source and, last, the error itself.",
        "Read the last line, and give d2l explain the whole text.",
        None,
        recorded=("RuntimeError: The following operation failed in the TorchScript interpreter.",),
        ways=ways("""
            you have the source: Set PYTORCH_JIT=0 before Python starts: torch.jit.script then
                leaves it in Python, with a traceback as usual.
            torch.jit.trace made it: Give it shapes, types and a device as it was traced with.
        """),
    ),
    Entry(
        "module contains attributes values that overlap",
        "tensor views",
        "torch.jit.freeze, or optimize_for_mobile, takes each attribute of the model for itself, "
        "and two of them share one tensor, which stands in a list or tuple too, as a rule.",
        "Give one a copy before the model is scripted: self.b = self.a.clone(), or keep the tensor "
        "in one place. A model that was frozen or optimised before is scripted anew.",
        "class F(torch.nn.Module):\n    def __init__(self):\n        super().__init__()\n"
        "        self.a = torch.tensor([1.0])\n        self.b = [self.a]\n\n"
        "    def forward(self, x):\n        return x + self.a + self.b[0]\n"
        "torch.jit.freeze(torch.jit.script(F().eval()))",
        since=(2, 13),
    ),
    Entry(
        "Unsupported value kind: {kind:Tensor|NestedTensor|Storage|GenericList|GenericDict|List|"
        "Dict|Tuple|Object|PyObject|Capsule|Future|RRef|Stream|Generator|Quantizer|Blob}",
        "",
        "TorchScript writes a value that is no input into the program, and cannot do so with this "
        "one: of tensors such that require gradients, are sparse or nested.",
        "",
        "def f(x, w=torch.ones(1, requires_grad=True)):\n    return x * w\n"
        "f = torch.jit.script(f)\ndef g(x):\n    return f(x)\ntorch.jit.script(g)",
        ways=ways("""
            a default value, w=torch.ones(1): Write w = None, and make it inside; or hand it over.
            a weight outside of the module: Write self.w = nn.Parameter(w) in __init__.
            no gradient is needed: Write w.detach(), or self.register_buffer("w", w.detach()).
            the scripted form is no must: Take torch.compile or torch.export, which came after
                TorchScript.
        """),
    ),
    Entry(
        "expecting kind '{a:quoted}' but found '{b:quoted}'",
        "",
        "TorchScript stumbled over the way in which a line is written: in its place it takes a "
        "{a}, and found '{b}' there. Older releases of PyTorch read fewer ways.",
        "",
        None,
        recorded=(
            '  File "torch/jit/__init__.py", line 1115, in _compile_and_register_class\n    '
            "_jit_script_class_compile(qualified_name, ast, rcb)\nRuntimeError: unknown:0: "
            "expecting kind 'variable' but found '.'",
        ),
        ways=ways("""
            on import of a library: Install its release for your PyTorch, such as torch_sparse 0.6.1
                for 1.4, or a newer PyTorch.
            code of your own: Write the line in simpler parts, types as plain names: from torch
                import Tensor, then x: Tensor.
        """),
        when=lambda found: "torch" in found.before or found.type == "RuntimeError",
    ),
    Entry(
        "Expecting 'args' to be a tuple of example positional inputs, got {kind:text}",
        "",
        "torch.export wants the inputs of forward in a tuple, also where there is one only.",
        "Write torch.export.export(model, (x,)): with round brackets and the comma behind x.",
        "torch.export.export(torch.nn.ReLU(), torch.ones(2))",
        since=(2, 13),
    ),
    Entry(
        (
            "'bytes' object has no attribute 'encode'",
            "Expected string but got <class 'bytes'>",
        ),
        "",
        "torch.export.save takes texts, str, as the values of extra_files, and got bytes.",
        "What was read as bytes becomes text by data.decode(), and what is no text by "
        "base64.b64encode(data).decode().",
        None,
        recorded=(
            'Traceback (most recent call last):\n  File "/lib/torch/_export/__init__.py", line '
            "595, in save\n    encoded_content = content.encode('utf-8')\nAttributeError: 'bytes' "
            "object has no attribute 'encode'. Did you mean: 'decode'?",
        ),
        when=lambda found: re.search(r"torch[/\\]_?export", found.before) is not None,
    ),
    Entry(
        "Recompiling function {name:few} in {where:path} {:long}triggered by the following guard "
        "failure(s)",
        "",
        "torch.compile makes {name} anew, as it was called with another shape, type or value than "
        "before. The line behind guard failure(s) names what changed. It ends the program only "
        "where error_on_recompile is set; else it is a notice.",
        "Keep that the same: pad the shapes, and write drop_last=True in the DataLoader; numbers "
        "that change go in as tensors. Sizes that change are marked by torch.compile(model, "
        "dynamic=True). Or set torch._dynamo.config.error_on_recompile = False.",
        "import torch._dynamo as dynamo\nf = torch.compile(lambda x: x + 1, backend='eager')\n"
        "with dynamo.config.patch(error_on_recompile=True):\n    f(torch.ones(2))\n"
        "    f(torch.ones(3))",
        since=(2, 13),
    ),
    Entry(
        "`torch.jit.{name:name}` is {:deprecated|not supported in Python 3.14+ and may break}. "
        "Please",
        "",
        "TorchScript is no longer developed. torch.jit.{name} works as before, up to Python 3.13.",
        "It does no harm. In new programs take torch.compile for speed, and torch.export for a "
        "model that runs without Python.",
        "torch.jit.script(torch.nn.ReLU())",
        since=(2, 13),
    ),
    Entry(
        "Cannot insert a Tensor that requires grad as a constant",
        "autograd leaves",
        "A trace keeps what comes from outside as a fixed number, and this tensor has a gradient: "
        "it belongs to no model that is traced, or was computed before.",
        "Make it an nn.Parameter of the module, hand it over as an input, or trace under "
        "torch.no_grad() with w.detach().",
        "w = torch.ones(2, requires_grad=True) * 2\n"
        "torch.jit.trace(lambda x: x * w, torch.ones(2))",
    ),
    Entry(
        "untraced buffer",
        "env",
        "PyTorch 0.2 and 0.3 cannot export the buffers of a layer, as those of batch norm and "
        "instance norm.",
        "Install a newer PyTorch, and write model.eval() before the export.",
        None,
        recorded=("RuntimeError: untraced buffer",),
        when=lambda found: found.type == "RuntimeError" or "torch" in found.before,
        command="env",
    ),
    Entry(
        (
            "{:torch::jit::script::|torch::jit::|c10::}{kind:ErrorReport|Error} at memory location",
            "terminate called after throwing an instance of "
            "'{:torch::jit::script::|torch::jit::|c10::}{kind:ErrorReport|Error}'",
        ),
        "env",
        "LibTorch stopped with an error that the program in C++ did not catch.",
        "Put the line into a try, with catch (const std::exception& e), print e.what(), and hand "
        "that to d2l explain.",
        None,
        recorded=(
            "Microsoft C++ exception: c10::Error at memory location 0x000000B87E0FE6E0.",
            "Microsoft C++ exception: torch::jit::script::ErrorReport at memory location "
            "0x000000FED9AF0190",
        ),
        ways=(
            Way(
                "ErrorReport",
                "Take LibTorch of the same release as the PyTorch that wrote the file, with its "
                "add-ons, such as torchvision.",
                lambda found: found["kind"] == "ErrorReport",
            ),
            *ways("""
                at torch::jit::load: Check the path, and that torch.jit.save wrote the file,
                    with no newer PyTorch; on Windows take Debug with Debug, Release with
                    Release.
                at forward: Print the shapes, types and devices of what goes in.
            """),
        ),
        command="env",
    ),
    Entry(
        (
            "'{name:load}'{:: |: | }is not a member of 'torch::jit",
            "no member named '{name:load}' in namespace 'torch::jit",
            "'torch::jit::{name:load}' has not been declared",
        ),
        "env",
        "torch::jit::load is declared in a header of its own, and the program in C++ has included "
        "torch/torch.h alone.",
        "Write #include <torch/script.h> above, and compile against the LibTorch that belongs to "
        "the PyTorch which wrote the file.",
        None,
        recorded=("error C2039: 'load': is not a member of 'torch::jit'",),
    ),
    Entry(
        "Unsupported {:ONNX opset version|onnx_opset_version}{::|} {version:int}",
        "env",
        "This release of PyTorch cannot write that version of ONNX. It is {version}.",
        "Give opset_version=17, or a smaller one with an old PyTorch, or install a newer PyTorch.",
        None,
        recorded=(
            "ValueError: Unsupported ONNX opset version: 18",
            "RuntimeError: Unsupported onnx_opset_version: 99",
        ),
    ),
    Entry(
        ("Module onnx is not installed!", "No module named '{name:onnxscript}'"),
        "env",
        "PyTorch writes the file with the packages onnx and onnxscript, and one is missing.",
        "Run python -m pip install onnx onnxscript.",
        'from torch import nn\nimport io\nimport sys\nsys.modules["onnx"] = None\n'
        "torch.onnx.export(nn.ReLU(), torch.ones(2), io.BytesIO(), dynamo=False)",
        since=(2, 13),
    ),
    Entry(
        (
            "Failed to export the model with torch.export",
            "Failed to convert the exported program to an ONNX model",
            "Failed to export the model to ONNX. Generating",
            "Error when translating node {:text}: {:text} = {:name}[target",
        ),
        "",
        "The new export to ONNX, which is the usual one since PyTorch 2.9, does not read this "
        "model. The step stands in the message, or below.",
        "Write torch.onnx.export(…, dynamo=False) for the older way, which follows one run of the "
        "model. For the new one write python -m pip install -U torch onnxscript, and take ifs on "
        "tensors and calls of NumPy out of forward.",
        None,
        recorded=(
            "torch.onnx._internal.exporter._errors.ConversionError: Error when translating node "
            "%view : [num_users=1] = call_function[target=torch.ops.aten.view.default]",
            "torch.onnx._internal.exporter._errors.TorchExportError: Failed to export the model "
            "with torch.export. \x1b[96mThis is step 1/3\x1b[0m of exporting the model to ONNX.",
        ),
    ),
    Entry(
        "{:export|_export|wrapper}() got an unexpected keyword argument '{name:example_outputs|"
        "use_external_data_format|enable_onnx_checker|strip_doc_string|operator_export_type|"
        "dynamo|dynamic_shapes|external_data}'",
        "env",
        "torch.onnx.export of this release has no argument called {name}: it was removed, or came "
        "with a later release.",
        "Leave it out: example_outputs, use_external_data_format and enable_onnx_checker are not "
        "needed any more. For dynamo and dynamic_shapes install a newer PyTorch.",
        None,
        recorded=("TypeError: export() got an unexpected keyword argument 'example_outputs'",),
    ),
    Entry(
        (
            "Exporting model exceed maximum protobuf size of 2GB",
            "exceeded maximum protobuf size of 2GB",
            "The serialized model is larger than the 2GiB limit imposed by the protobuf library",
        ),
        "",
        "A file of ONNX holds at most 2 GB, and the weights of larger models lie in files beside "
        "it.",
        "",
        None,
        ways=ways("""
            torch.onnx.export: Give a path, not a BytesIO, in a folder of its own: newer releases
                write the weights there. Before PyTorch 1.10 write use_external_data_format=True.
            onnx.save: Write onnx.save(model, path, save_as_external_data=True).
            onnx.checker.check_model: Hand over the path of the file in place of the model.
        """),
        recorded=(
            "RuntimeError: Exporting model exceed maximum protobuf size of 2GB. Please call "
            "torch.onnx.export with use_external_data_format=True.",
        ),
    ),
    Entry(
        "ONNX export failed on {op:path} because {why:few} not supported",
        "",
        "The export to ONNX of this release cannot write {op} as it is used here, because of "
        "{why}.",
        "",
        None,
        ways=(
            Way(
                "batch_first",
                "Install a newer PyTorch. Or make the layer with batch_first=False, and exchange "
                "the axes: out, state = rnn(x.transpose(0, 1)).",
                lambda found: found["why"] == "batch_first",
            ),
            Way(
                "anything else",
                "Install a newer PyTorch, and write a later opset_version.",
                lambda found: found["why"] != "batch_first",
            ),
        ),
        recorded=(
            "UserWarning: ONNX export failed on RNN/GRU/LSTM because batch_first not supported",
        ),
    ),
    Entry(
        (
            "number of {what:input|output} names provided ({got:int}) exceeded number of "
            "{:inputs|outputs} ({there:int})",
            "Provided key {name:name} for dynamic axes is not a valid input/output name",
        ),
        "",
        "The names of inputs and outputs do not belong to this model. For {there} there are {got} "
        "names.",
        "Give one name for each tensor that forward takes and gives, in their order; dynamic_axes "
        "uses the same names.",
        None,
        recorded=(
            "RuntimeError: number of input names provided (2) exceeded number of inputs (1)",
            "UserWarning: Provided key output for dynamic axes is not a valid input/output name",
        ),
    ),
    Entry(
        (
            "The exported ONNX model failed ONNX shape inference{:long}Mismatched tensor element "
            "type: source={a:int} target={b:int}",
            "The exported ONNX model failed ONNX shape inference",
        ),
        "",
        "The file that was exported does not hold together, by a check of its shapes and types, "
        "and onnxruntime may refuse it. Two types differ: {one} and {two}.",
        "The message names a node, and in newer releases its path in the model.",
        None,
        ways=ways("""
            types differ: Bring both sides of that if, or torch.where, to one type, with
                b.to(a.dtype).
            shapes differ: Give both ways of an if the same number of axes.
            your PyTorch is recent: Write torch.onnx.export(…, dynamo=True).
        """),
        more=_types_of_onnx,
        recorded=(
            "UserWarning: The exported ONNX model failed ONNX shape inference.The model will not "
            "be executable by the ONNX Runtime.If this is unintended and you believe there is a "
            "bug,please report an issue at https://github.com/pytorch/pytorch/issues.Error "
            "reported by strict ONNX shape inference: [ShapeInferenceError] Shape inference "
            "error(s): (op_type:If, node name: If_2550): [TypeInferenceError] Mismatched tensor "
            "element type: source=9 target=2",
        ),
    ),
    Entry(
        "Checker does not support models with experimental ops: {name:ATen}",
        "",
        "The exported file holds operations of PyTorch itself, {name}, which programs that run "
        "ONNX do not have.",
        "Leave operator_export_type=…ATEN_FALLBACK out, and write the highest opset_version that "
        "is taken, or dynamo=True in a recent PyTorch. If an operation is missing then, the error "
        "names it.",
        None,
        recorded=("Warning: Checker does not support models with experimental ops: ATen",),
    ),
    Entry(
        "<AttrType.{kind:name}: {:int}> has type <class 'onnx.{:quoted}AttrType'>, but expected "
        "one of",
        "env",
        "onnx and protobuf do not fit each other: the protobuf that is written in Python alone "
        "does not take this value.",
        "Write python -m pip install -U onnx onnxscript protobuf, and leave "
        "PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION=python unset.",
        None,
        recorded=(
            "TypeError: <AttrType.TENSOR: 4> has type <class 'onnx.onnx_cpp2py_export.defs."
            "OpSchema.AttrType'>, but expected one of: (<class 'int'>,)",
        ),
    ),
    Entry(
        (
            "Constraints violated ({name:text})! For more information, run with {logs:TORCH_LOGS}",
            "Constraints violated ({name:text})!",
            "Constraints violated!{:text}{logs:TORCH_LOGS}",
        ),
        "",
        "A size was to be free, and the program fits only some of its values. It is {name}.",
        "Read the lines below the message: they say which values.",
        "import torch\nbatch = torch.export.Dim('batch')\nx = torch.ones(1, 4)\n"
        "torch.export.export(torch.nn.Linear(4, 2), (x,), dynamic_shapes={'input': {0: batch}})",
        since=(2, 13),
        ways=ways("""
            the example has size 1 there: Export with 2 or more: 1 counts as a fixed size.
            Suggested fixes: Take over its line, such as batch = Dim('batch', min=6).
            a constant in the model: Take the size from x: x.reshape(x.shape[0], -1).
            the size may be fixed: Leave it out of dynamic_shapes, or of mark_dynamic; Dim.AUTO, of
                newer releases, decides by itself.
        """),
        recorded=(
            "<class 'torch._dynamo.exc.UserError'>: Constraints violated (batch)! For more "
            'information, run with TORCH_LOGS="+dynamic".\n  - Not all values of batch = '
            "L['x'].size()[0] in the specified range satisfy the generated guard "
            "L['x'].size()[0] != 1.",
        ),
        when=lambda found: (
            re.search(r"UserError|Constraint", found.type) is not None
            or "torch" in found.before + found.code
            or "logs" in found.fields
        ),
    ),
    Entry(
        (
            "You are using the legacy TorchScript-based ONNX export",
            "Constant folding - Only steps=1 can be constant folded",
            "The shape inference of {name:path} type is missing, so it may result in wrong shape "
            "inference",
            "Exporting a model to ONNX with a batch_size other than 1, with a variable length with",
        ),
        "",
        "The export to ONNX tells of what it left as it is. The file is written.",
        "Run the file once with onnxruntime, and compare with model(x). A recurrent layer is best "
        "exported with the batch that will be used.",
        None,
        recorded=(
            "UserWarning: Constant folding - Only steps=1 can be constant folded for opset >= 10 "
            "onnx::Slice op. Constant folding not applied.",
            "DeprecationWarning: You are using the legacy TorchScript-based ONNX export. Starting "
            "in PyTorch 2.9, the new torch.export-based ONNX exporter has become the default.",
        ),
    ),
    Entry(
        (
            "Checkpointing is not compatible with .grad() or when an `inputs` parameter is passed "
            "to .backward()",
            "When use_reentrant=True, torch.utils.checkpoint is incompatible with .grad() or "
            "passing an `inputs` parameter",
        ),
        "autograd gradient",
        "The older of the two ways to compute a checkpoint works with loss.backward() alone, and "
        "here torch.autograd.grad is called.",
        "Write checkpoint(f, x, use_reentrant=False).",
        "from torch.utils.checkpoint import checkpoint\nx = torch.ones(2, requires_grad=True)\n"
        "y = checkpoint(torch.sin, x, use_reentrant=True)\ntorch.autograd.grad(y.sum(), x)",
        since=(2, 13),
        recorded=(
            "RuntimeError: Checkpointing is not compatible with .grad() or when an `inputs` "
            "parameter is passed to .backward(). Please use .backward() and do not pass its "
            "`inputs` argument.",
        ),
    ),
    Entry(
        (
            "data dependent operator: {op:path}",
            "dynamic shape operator: {op:path}",
            "Data dependent operator Explanation: Operator `{op:path}` has",
            "Dynamic shape operator Explanation: Operator `{op:path}`'s",
        ),
        "",
        "torch.compile reads the program before it has numbers, and {op} gives a number, or a "
        "shape, that depends on them: it splits the program there, and with fullgraph=True it "
        "cannot.",
        "In a report, as of torch._dynamo.explain, leave it: the program computes the same.",
        "f = torch.compile(lambda x: torch.equal(x, x), backend='eager', fullgraph=True)\n"
        "f(torch.ones(1))",
        since=(2, 13),
        recorded=(
            "graph got break with reason Reason: data dependent operator: "
            "aten._local_scalar_dense.default",
            "torch._dynamo.exc.Unsupported: dynamic shape operator: aten.nonzero.default",
        ),
        ways=ways("""
            _local_scalar_dense, from .item(): Set torch._dynamo.config.capture_scalar_outputs =
                True.
            nonzero, unique, x[mask]: Write torch.where(mask, x, 0), or set
                torch._dynamo.config.capture_dynamic_output_shape_ops = True.
            one_hot: Give num_classes.
            another, with fullgraph=True: Leave fullgraph=True out.
        """),
        # aten.nonzero.default
        when=lambda found: "." in found["op"],
    ),
    Entry(
        "",
        "",
        "torch.compile was told to take the model in one piece, by fullgraph=True or an export as "
        "a rule, and there is a step that it does not read. The message names it.",
        "Leave fullgraph=True out: that step then runs without torch.compile, and the rest with "
        "it. Prints, NumPy and calls of other libraries in forward are such steps.",
        None,
        recorded=(
            "torch._dynamo.exc.Unsupported: call_function BuiltinVariable(print) [ConstantVariable("
            "str)] {}",
        ),
        when=lambda found: found.type.endswith("_dynamo.exc.Unsupported"),
    ),
    Entry(
        ("BackendCompilerFailed: backend='{backend:quoted}' raised", ""),
        "env",
        NOT_COMPILED,
        NOT_COMPILED_OUT,
        None,
        recorded=(
            "torch._dynamo.exc.BackendCompilerFailed: backend='inductor' raised:\n"
            "CalledProcessError: Command '['/usr/bin/gcc', 'main.c']' returned non-zero exit "
            "status 1.",
            "torch._dynamo.exc.BackendCompilerFailed: backend='inductor' raised:\nTypeError: "
            "expected str, bytes or os.PathLike object, not NoneType\n\nSet "
            'TORCH_LOGS="+dynamo" and TORCHDYNAMO_VERBOSE=1 for more information',
            "torch._dynamo.exc.InternalTorchDynamoError: AttributeError: 'NoneType' object has no "
            "attribute 'is_tracing'",
        ),
        when=lambda found: (
            "backend" in found.fields
            or re.search(FAILED, found.before[-300:] + found.type) is not None
        ),
    ),
    Entry(
        (
            "forward() expected at most {wanted:int} argument(s) but received {got:int} "
            "argument(s)",
            "Expected at most {wanted:int} argument(s) for operator 'forward', but received "
            "{got:int} argument(s)",
            "forward() is missing value for argument '{name:quoted}'. Declaration",
        ),
        "",
        "The model of TorchScript was called with another number of inputs than its forward has. "
        "It takes {wanted} and got {got}, the model itself counted in both. {name} is missing.",
        "The declaration in the message names them all. torch.jit.trace keeps those inputs that "
        "it was traced with.",
        "class A(torch.nn.Module):\n    def forward(self, x):\n        return x\n"
        "torch.jit.script(A())(torch.ones(1), torch.ones(1))",
    ),
    Entry(
        (
            "Expected at most {wanted:int} arguments but found {got:int} positional arguments",
            "Expected at most {wanted:int} argument(s) for operator '{name:quoted}', but received "
            "{got:int} argument(s)",
        ),
        "env",
        "An operation is called with {got} arguments, and takes {wanted} here. The operation is "
        "{name}.",
        "",
        None,
        recorded=(
            "RuntimeError: Expected at most 12 arguments but found 13 positional arguments.",
        ),
        ways=ways("""
            a file of TorchScript: Install the PyTorch that wrote it, on a phone that release of
                org.pytorch:pytorch_android, or write it anew.
            a line of Python: Install both libraries anew, of fitting releases.
        """),
        command="env",
    ),
    Entry(
        "{:import_ir_module|import_ir_module_from_buffer}(): incompatible function arguments",
        "",
        "torch.jit.load was handed something of another type than its C++ part takes.",
        "",
        "import io\nbuffer = io.BytesIO()\ntorch.jit.save(torch.jit.script(torch.nn.ReLU()), "
        "buffer)\nbuffer.seek(0)\ntorch.jit.load(buffer, _extra_files=[1])",
        since=(2, 13),
        recorded=("TypeError: import_ir_module(): incompatible function arguments.",),
        ways=ways("""
            path, map_location: Write torch.jit.load(str(path), map_location="cpu").
            _extra_files: Write dict.fromkeys(["vocab.txt"], ""); in an old PyTorch files =
                torch._C.ExtraFilesMap(), files["vocab.txt"] = "", in saving too.
        """),
    ),
    Entry(
        (
            "call of overloaded '{call:quoted}' is ambiguous{:long}{space:'at::| at::|torch::}",
            "call to '{call:quoted}' is ambiguous{:long}{space:'at::| at::|torch::}",
        ),
        "",
        "C++ found several functions that fit {call}, and does not choose. torch's headers have "
        "most of them twice, in namespace at and in namespace torch.",
        "",
        None,
        ways=ways("""
            using namespace torch: Write torch:: before the name, torch::zeros(sizes), and leave
                using namespace out.
            only one namespace is listed: Write the argument's type: torch::IntArrayRef(sizes).
        """),
        recorded=(
            "a.cpp:5:23: error: call of overloaded 'zeros(<brace-enclosed initializer list>)' is "
            "ambiguous\nIn file included from /a/ATen/Functions.h:1334,\n/a/ATen/ops/zeros.h:35:19:"
            " note: candidate: 'at::Tensor at::zeros(IntArrayRef, c10::TensorOptions)'",
        ),
    ),
    Entry(
        (
            "Fusion only for eval",
            "prepare_qat only works on models in training mode",
            "{:Conv|Linear|ConvTranspose} and BN both must be in the same mode (train or eval)",
        ),
        "",
        "Quantising goes by the mode of the model: fuse_modules wants eval mode, prepare_qat train "
        "mode, and layers that are fused the same one. This model is in another.",
        "Write model.eval() before fuse_modules, and model.train() before fuse_modules_qat and "
        "prepare_qat.",
        "from torch import nn\nm = nn.Sequential(nn.Conv2d(1, 1, 1), nn.BatchNorm2d(1))\n"
        "torch.ao.quantization.fuse_modules(m, ['0', '1'])",
        recorded=(
            "ValueError: Fusion only for eval mode",
            "AssertionError: prepare_qat only works on models in training mode",
        ),
    ),
    Entry(
        ("did not find fuser method for: {kinds:text}", "Cannot fuse modules: {kinds:text}"),
        "",
        "fuse_modules puts certain layers into one, and these are none of them, or in another "
        "order.",
        "Name only layers that follow each other so: convolution, BatchNorm and ReLU; convolution "
        "and BatchNorm; convolution, nn.Linear or BatchNorm, and ReLU; nn.Linear and BatchNorm1d.",
        "from torch import nn\nm = nn.Sequential(nn.ReLU(), nn.Linear(2, 2)).eval()\n"
        "torch.ao.quantization.fuse_modules(m, ['0', '1'])",
        when=lambda found: "torch" in found.fields.get("kinds", ""),
    ),
    Entry(
        (
            "Didn't find engine for operation {:quantized|ao::sparse}::{op:name} {engine:name}",
            "Didn't find engine for operation {:quantized|ao::sparse}::{op:name}",
            "Didn't find engine for when deserializing {op:name}: {engine:name}",
            "Didn't find engine for operation",
            "quantized engine {engine:name} is not supported",
        ),
        "env",
        "Quantised numbers are computed by a library of their own, an engine: none was chosen, or "
        "this build of PyTorch does not have it. The operation is {op}. The engine is {engine}.",
        "Print torch.backends.quantized.supported_engines, and choose one of them: "
        'torch.backends.quantized.engine = "qnnpack" on ARM and Macs, "fbgemm" or "x86" on Intel '
        "and AMD. Where there are none, take another build of PyTorch.",
        None,
        recorded=(
            "RuntimeError: Didn't find engine for operation quantized::conv2d_prepack NoQEngine",
            "RuntimeError: Didn't find engine for operation quantized",
            "RuntimeError: quantized engine FBGEMM is not supported",
        ),
    ),
    Entry(
        "failed to create {what:convolution|deconvolution|fully connected operator} with {:path} "
        "input scale, {:path} kernel scale, and {:path} output scale: {:few}scale {scale:path} is "
        "greater or equal to 1.0",
        "env",
        "QNNPACK, which computes with quantised numbers on ARM, wants input scale times kernel "
        "scale over output scale below 1 in this release. It is {scale}.",
        "Install a newer PyTorch, on the phone too, whose QNNPACK has no such limit. On Intel and "
        'AMD torch.backends.quantized.engine = "fbgemm" has none either.',
        None,
        recorded=(
            "Error in QNNPACK: failed to create convolution with 0.6145506 input scale, 1.624538 "
            "kernel scale, and 0.2153073 output scale: convolution scale 4.636909 is greater or "
            "equal to 1.0",
        ),
    ),
    Entry(
        (
            "failed to create op with requantization scale: {:path}: requantization scale must be "
            "finite and positive",
            "failed to create {:few} scale: scale must be finite and positive",
            "failed to create add operator with {:path} {:A-to-output|B-to-output} scale ratio: "
            "scale ratio must be in",
            "failed to create average pooling with {:path} input scale and {:path} output scale: "
            "input-to-output scale ratio ({:path}) must be in",
        ),
        "",
        "QNNPACK refuses the scale of quantised numbers: it is 0, nan or infinite, or those of "
        "input and output lie too far apart.",
        "Print layer.scale and x.q_scale(). Calibrate the model with real data before it is "
        "converted, and look for nan in its weights.",
        None,
        recorded=(
            "RuntimeError: failed to create op with requantization scale: 2.13446e-41: "
            "requantization scale must be finite and positive",
            "Error in QNNPACK: failed to create add operator with 3000 A-to-output scale ratio: "
            "scale ratio must be in [2**-14, 2**8) range",
        ),
    ),
    Entry(
        (
            "Could not get name of python class object",
            "'torch._C.{:ScriptFunction|ScriptModule|ScriptMethod}' object has no attribute "
            "'__name__'",
        ),
        "",
        "torch.jit.script takes a module, a function or a class, and got an object of a class that "
        "is no module, or something that is scripted already.",
        "Hand over the function or the nn.Module itself, before it is scripted; leave "
        "torch.jit.script out where the function has @torch.jit.script above it.",
        None,
        recorded=(
            "RuntimeError: Could not get name of python class object",
            "AttributeError: 'torch._C.ScriptFunction' object has no attribute '__name__'",
        ),
    ),
    Entry(
        "Triton Error [CUDA]: {what:device kernel image is invalid|the provided PTX was compiled "
        "with an unsupported toolchain|invalid device context|no kernel image is available for "
        "execution on the device}",
        "env",
        "What Triton built for this GPU does not run on it: Triton, the driver and the GPU do not "
        "fit together, or an old build lies in its store. It says: {what}.",
        "Remove ~/.triton/cache, renew the NVIDIA driver, and install the triton that belongs to "
        "your torch: python -m pip install --force-reinstall torch. torch.compile can be left out.",
        None,
        recorded=("RuntimeError: Triton Error [CUDA]: device kernel image is invalid",),
        command="env",
    ),
    Entry(
        "{count:int} active drivers ([{names:text}]). There should only be one",
        "env",
        "Triton builds code for one GPU, and found {count} kinds of them: 0 means that it sees no "
        "GPU at all.",
        "Print torch.cuda.is_available(), and choose a GPU in the settings of Colab or Kaggle. On "
        "the CPU leave torch.compile out, and packages that need Triton.",
        None,
        recorded=("RuntimeError: 0 active drivers ([]). There should only be one.",),
        command="env",
    ),
    Entry(
        "Object of type '{kind:quoted}' is not an instance of '{wanted:quoted}'",
        "env",
        "The C++ in PyTorch takes a {wanted} here, and got a {kind}. PyTorch 1.7 says so at "
        "torch.jit.script where it was built with pybind11 2.6.2, as on Arch Linux.",
        "Install PyTorch 1.8 or newer, or the one of pip or conda in a fresh environment.",
        None,
        recorded=(
            '  File "/torch/jit/_script.py", line 939, in script\n    fn = '
            "torch._C._jit_script_compile(\nTypeError: Object of type 'module' is not an instance "
            "of 'function'",
        ),
        when=lambda found: "_jit_script_compile(" in found.code or "torch/jit" in found.before,
        command="env",
    ),
    Entry(
        "__init__(): incompatible constructor arguments. The following argument types are "
        "supported: 1. torch._C._jit_tree_views.{kind:name}(",
        "env",
        "TorchScript failed on a line of Python that this release cannot read, of the kind {kind}. "
        "PyTorch 1.2 does on x: int = 4.",
        "Install a newer PyTorch, or write the line otherwise: x = 4 # type: int.",
        None,
        recorded=(
            'File "/torch/jit/frontend.py", line 293, in build_AnnAssign\n    return Assign(lhs, '
            "rhs, the_type)\nTypeError: __init__(): incompatible constructor arguments. The "
            "following argument types are supported:\n    1. torch._C._jit_tree_views.Assign("
            "arg0: List[torch._C._jit_tree_views.Expr], arg1: torch._C._jit_tree_views.Expr)",
        ),
    ),
)
