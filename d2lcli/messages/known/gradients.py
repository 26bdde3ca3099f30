"""Functions of one's own, hooks, and what else asks for gradients in a way of its own."""

from __future__ import annotations

import re

from ..entry import Entry
from .ways import ways

GRADIENTS = (
    Entry(
        (
            "function {name:name} returned an incorrect number of gradients (expected "
            "{wanted:int}, got {got:int})",
            "The backward formula for {name:name} returned an incorrect number of gradients "
            "(expected {wanted:int}, got {got:int})",
        ),
        "autograd function",
        "backward gives one gradient for each argument of forward, ctx aside. {name} has {wanted} "
        "arguments, and gave {got}.",
        "Return None for what has no gradient: return g, None.",
        "class Scale(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x, n):\n"
        "        return x * n\n    @staticmethod\n    def backward(ctx, g):\n        return g\n"
        "Scale.apply(torch.ones(2, requires_grad=True), 3).sum().backward()",
        recorded=(
            "RuntimeError: The backward formula for torchrec.reduce_scatter_tensor.default "
            "returned an incorrect number of gradients (expected 5, got 6). Expected one gradient "
            "for each forward input, or for each positional input to the operator. Use None for "
            "inputs that do not require a gradient.",
        ),
    ),
    Entry(
        "function {name:name} returned a gradient different than None at position {place:int}, "
        "but the corresponding forward input was not a Variable",
        "autograd function",
        "backward gave a gradient for an argument that is no tensor. {name} has it at place "
        "{place}, counted from 1.",
        "Return None at that place.",
        "class Scale(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x, n):\n"
        "        return x * n\n    @staticmethod\n    def backward(ctx, g):\n        return g, g\n"
        "Scale.apply(torch.ones(2, requires_grad=True), 3).sum().backward()",
    ),
    Entry(
        "save_for_backward can only save variables, but argument {number:int} is of type "
        "{kind:name}",
        "autograd function",
        "save_for_backward keeps tensors only, in old releases those that come in or go out. "
        "Argument {number} is none.",
        "Keep anything else as an attribute: ctx.n = n.",
        "class Scale(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x, n):\n"
        "        ctx.save_for_backward(x, n)\n        return x * n\n"
        "Scale.apply(torch.ones(2, requires_grad=True), 3)",
    ),
    Entry(
        (
            "cannot register a hook on a tensor that doesn't require gradient",
            "can't retain_grad on Tensor that has requires_grad=False",
        ),
        "autograd leaves",
        "A hook, or retain_grad, waits for the gradient of a tensor, and none is computed for this "
        "one.",
        "Write x.requires_grad_() where it is made; under torch.no_grad(), or with a model that is "
        "frozen, nothing is recorded.",
        "torch.ones(2).register_hook(print)",
        recorded=("RuntimeError: can't retain_grad on Tensor that has requires_grad=False",),
    ),
    Entry(
        "Output {:int} of {:BackwardHookFunctionBackward|BackwardHookFunction} is a view and is "
        "being modified {:inplace|in place}",
        "autograd inplace",
        "A module with a full backward hook gives its output as a view, and the next step changes "
        "it in place, nn.ReLU(inplace=True) as a rule.",
        "Write nn.ReLU(inplace=False): for m in model.modules(): if isinstance(m, nn.ReLU): "
        "m.inplace = False. Or clone the output before it is changed.",
        "from torch import nn\nm = nn.Linear(2, 2)\n"
        "m.register_full_backward_hook(lambda *a: None)\n"
        "m(torch.ones(2, requires_grad=True)).add_(1)",
    ),
    Entry(
        (
            "`inputs` argument to `{name:grad|backward}()` cannot be empty",
            "{name:grad|backward} requires non-empty inputs",
        ),
        "autograd gradient",
        "A gradient is asked for with respect to nothing: the list of tensors is empty.",
        "Print the list. filter and map can be gone through once only: write list(…).",
        "x = torch.ones(2, requires_grad=True)\ntorch.autograd.grad(x.sum(), [])",
        recorded=("ValueError: grad requires non-empty inputs.",),
    ),
    Entry(
        (
            "gradients can be either Tensors or None, but got {kind:name}",
            "'{number:int|float|bool}' object is not iterable",
        ),
        "autograd nonscalar",
        "backward takes one weight for each output, as a tensor. This is of type {kind}.",
        "Write y.backward(torch.ones_like(y)), and nothing for one number: loss.backward(). "
        "retain_graph=True goes by its name.",
        "x = torch.ones(2, requires_grad=True)\nx.sum().backward([1])",
        recorded=(
            '  File "/site-packages/torch/autograd/__init__.py", line 9, in backward\n    '
            "grad_tensors_ = _tensor_or_tensors_to_tuple(grad_tensors, len(tensors))\n"
            "TypeError: 'int' object is not iterable",
        ),
        when=lambda found: "kind" in found.fields or "grad_tensors" in found.code,
    ),
    Entry(
        "The Tensor returned by the function given to {name:name} should contain a single element",
        "autograd second",
        "{name} takes a function that gives one number, and this one gives several.",
        "Add up: lambda x: f(x).sum(). For the derivatives of several outputs take jacobian.",
        "torch.autograd.functional.hessian(lambda x: x, torch.ones(2))",
    ),
    Entry(
        (
            "The {what:text} of the user-provided function given to {name:name} must be either a "
            "Tensor or a tuple of Tensors but",
            "The {what:inputs|outputs} given to {name:name} must be either a Tensor or a tuple of "
            "Tensors but",
            "The inputs given to {name:name} must be either a Tensor or a tuple of Tensors but",
        ),
        "autograd several",
        "{name} takes tensors and gives tensors, several of them as a tuple, and here is something "
        "else.",
        "Write torch.tensor(…) for numbers, and a tuple in place of a list.",
        "torch.autograd.functional.jacobian(lambda x: [x], torch.ones(2))",
    ),
    Entry(
        (
            "nn criterions don't compute the gradient w.r.t. targets",
            "the derivative for '{:target}' is not implemented",
        ),
        "autograd detach",
        "The second argument of a loss, the target, requires gradients, and this loss has none "
        "with respect to it: output and target are swapped, or the target was computed by a model.",
        "Write loss_fn(out, y), with the output first. If that is the order already, hand over "
        "y.detach().",
        None,
        recorded=(
            "AssertionError: nn criterions don't compute the gradient w.r.t. targets - please mark "
            "these variables as volatile or not requiring gradients",
            "RuntimeError: the derivative for 'target' is not implemented",
        ),
    ),
    Entry(
        (
            "Expected a proper Tensor but got None (or an undefined Tensor in C++) for argument "
            "#{number:int} '{name:quoted}'",
            "Expected Tensor but got None (or an undefined Tensor in C++)",
        ),
        "autograd function",
        "A step was handed nothing where a tensor belongs. It is the argument {name}.",
        "Look at what comes in: a gradient that backward gave as None, a bias that was left out, "
        "or a function without return.",
        None,
        recorded=(
            "RuntimeError: Expected a proper Tensor but got None (or an undefined Tensor in C++) "
            "for argument #0 'grad_y'",
        ),
    ),
    Entry(
        "Attempted to call {:variable|`variable}.set_data(tensor){:`|}, but {:`variable` and "
        "`tensor`|variable and tensor} have incompatible tensor type",
        "tensor dtypes",
        "x.data = … takes a tensor of the same type and device, and this one has another.",
        "Write x.data = y.to(x.dtype).to(x.device), or with torch.no_grad(): x.copy_(y), which "
        "changes the type itself.",
        None,
        recorded=(
            "RuntimeError: Attempted to call `variable.set_data(tensor)`, but `variable` and "
            "`tensor` have incompatible tensor type.",
        ),
    ),
    Entry(
        "Can't call {name:name}() on Variable that requires grad",
        "autograd arrays",
        "{name} works outside of what is recorded, and this tensor requires gradients.",
        "Write x.detach().{name}(…).",
        "torch.ones(2, requires_grad=True).apply_(abs)",
        when=lambda found: found["name"] != "numpy",
    ),
    Entry(
        "{name:name} does not have a deterministic implementation, but you set "
        "'torch.use_deterministic_algorithms(True, warn_only=True)",
        "",
        "It is a warning, since warn_only=True is set: with this operation the results of two runs "
        "may differ a little. It is {name}.",
        "It may stay as it is. For the same numbers each time take another operation, such as "
        "x.mean((2, 3)) for nn.AdaptiveAvgPool2d(1), or a newer PyTorch, which has fixed ways of "
        "more operations.",
        None,
        recorded=(
            "UserWarning: adaptive_avg_pool2d_backward_cuda does not have a deterministic "
            "implementation, but you set 'torch.use_deterministic_algorithms(True, "
            "warn_only=True)'.",
        ),
    ),
    Entry(
        "{name:name} does not have a deterministic implementation, but you set "
        "'torch.use_deterministic_algorithms(True)",
        "",
        "torch.use_deterministic_algorithms(True) asks for the same result every time, and this "
        "operation may give another each time. It is {name}.",
        "If exact repetition may be given up, write "
        "torch.use_deterministic_algorithms(True, warn_only=True), or leave the call out. Else "
        "install a newer PyTorch, which has fixed ways of more operations (index_add since 1.10), "
        "or take another operation, such as x.mean((2, 3)) for nn.AdaptiveAvgPool2d(1).",
        None,
        recorded=(
            "RuntimeError: upsample_bilinear2d_backward_out_cuda does not have a deterministic "
            "implementation, but you set 'torch.use_deterministic_algorithms(True)'.",
        ),
    ),
    Entry(
        "{name:name} does not have a deterministic implementation, but you set "
        "'torch.set_deterministic(True)'",
        "",
        "torch.set_deterministic(True), as PyTorch 1.7 has it, asks for the same result every "
        "time, and this operation may give another each time. It is {name}.",
        "If exact repetition may be given up, leave the call out, or write "
        "torch.set_deterministic(False) before this step. Else install a newer PyTorch, which has "
        "fixed ways of more operations, and torch.use_deterministic_algorithms(True) for it.",
        None,
        recorded=(
            "RuntimeError: scatter_add_cuda_kernel does not have a deterministic implementation, "
            "but you set 'torch.set_deterministic(True)'.",
        ),
    ),
    Entry(
        (
            "Deterministic behavior was enabled with either "
            "`torch.use_deterministic_algorithms(True)`",
            "Deterministic behavior was enabled with either `torch.set_deterministic(True)`",
        ),
        "env",
        "The program asks for the same result every time, and cuBLAS, which multiplies matrices on "
        "the GPU, does that only with a setting.",
        "Set CUBLAS_WORKSPACE_CONFIG=:4096:8 before Python starts, or at the very top of the "
        'program: os.environ["CUBLAS_WORKSPACE_CONFIG"] = ":4096:8".',
        None,
        recorded=(
            "RuntimeError: Deterministic behavior was enabled with either "
            "`torch.use_deterministic_algorithms(True)` or "
            "`at::Context::setDeterministicAlgorithms(true)`, but this operation is not "
            "deterministic because it uses CuBLAS and you have CUDA >= 10.2.",
        ),
    ),
    Entry(
        "Error detected in {name:name}. {:text}of forward call that caused the error",
        "autograd where",
        "The gradient of {name} failed. The lines below this one are the traceback of the forward "
        "pass, whose last line is the step itself; the error behind them says what failed.",
        "Look at what goes into that line. Then take set_detect_anomaly(True) out: it is slow.",
        None,
        ways=ways("""
            an inplace operation: A tensor was changed since: write x = x + 1 in place of x += 1.
            a second time: Something is left from a turn of the loop before: compute it anew, or
                write x.detach().
            nan values: Print what goes in: 0 / 0, log(0) and sqrt at 0 make them.
        """),
        recorded=(
            "UserWarning: Error detected in MulBackward0. Traceback of forward call that caused "
            'the error:\n  File "a.py", line 3, in f\n    y = a * b',
        ),
    ),
    Entry(
        "Anomaly Detection has been enabled. This mode will increase the runtime",
        "autograd where",
        "PyTorch looks for the step whose gradient fails, as it was told to; the message after "
        "this one says what it found.",
        "Take torch.autograd.set_detect_anomaly(True) out when the fault is found: it is slow.",
        "torch.autograd.set_detect_anomaly(True)\n"
        "with torch.autograd.detect_anomaly():\n    pass\n"
        "torch.autograd.set_detect_anomaly(False)",
    ),
    Entry(
        "volatile was removed and now has no",
        "autograd detach",
        "Variable(x, volatile=True) recorded nothing before 0.4; since then it does nothing, and "
        "all is recorded.",
        "Write with torch.no_grad(): around what only computes.",
        None,
        recorded=(
            "UserWarning: volatile was removed and now has no effect. Use `with torch.no_grad():` "
            "instead.",
        ),
    ),
    Entry(
        (
            "Using a non-full backward hook when",
            "Using non-full backward hooks on a Module that does not",
        ),
        "autograd function",
        "register_backward_hook sees only a part of the gradients of a module with several steps.",
        "Write register_full_backward_hook.",
        "from torch import nn\nm = nn.Sequential(nn.Linear(2, 2), nn.ReLU())\n"
        "m.register_backward_hook(lambda *a: None)\nm(torch.ones(1, 2, requires_grad=True))",
    ),
    Entry(
        (
            "In order to use an autograd.Function with functorch transforms",
            "must override the setup_context staticmethod",
            "You tried to vmap over {name:name}, but it does not have vmap support",
            "You must implement the jvp function for custom autograd.Function to use it with "
            "forward mode AD",
        ),
        "autograd function",
        "A Function of your own, or of a library, is used under torch.func (grad, vmap, jacrev, "
        "jvp), which asks more of it than backward does.",
        "Split it: def forward(x) without ctx, and def setup_context(ctx, inputs, output), which "
        "keeps what backward needs, each with @staticmethod. vmap also wants generate_vmap_rule = "
        "True in the class, and jvp a def jvp. A library needs a newer release; or do without "
        "torch.func, with torch.autograd.grad and a loop.",
        "class F(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n"
        "        return x * 2\n    @staticmethod\n    def backward(ctx, g):\n"
        "        return g * 2\ntorch.func.grad(lambda x: F.apply(x).sum())(torch.ones(2))",
        recorded=(
            "NotImplementedError: You must implement the jvp function for custom "
            "autograd.Function to use it with forward mode AD.",
        ),
    ),
    Entry(
        "functorch functions (vmap, grad, vjp, etc.) currently do not support the use of "
        "autograd.Function",
        "autograd function",
        "A Function of your own, or of a library, is used under vmap or grad of functorch, and "
        "before PyTorch 2.0 they take none.",
        "Install PyTorch 2.0 or later, where torch.func takes one that has def forward(x) without "
        "ctx and def setup_context(ctx, inputs, output), for vmap generate_vmap_rule = True too. "
        "Or compute the step by torch's own functions.",
        None,
        recorded=(
            "RuntimeError: functorch functions (vmap, grad, vjp, etc.) currently do not support "
            "the use of autograd.Function. Please rewrite your function to not use "
            "autograd.Function while we work on fixing this",
        ),
    ),
    Entry(
        "{:bad optional access|bad_optional_access}",
        "autograd function",
        "PyTorch stumbled inside while it called a Function of your own, or of a library. That is "
        "known of forward-mode derivatives (jvp, make_dual), where a result of forward is no "
        "tensor or has no derivative.",
        "Return from forward only tensors that depend on its inputs, and keep the rest as "
        "ctx.n = n. A newer PyTorch takes them: 2.13 does.",
        None,
        recorded=(
            'File "/home/a/a.py", line 31, in <module>\n    z = F.apply(x)\nRuntimeError: bad '
            "optional access",
        ),
        when=lambda found: (
            re.search(r"\b[A-Z]\w*\.apply\(", found.code or found.before[-300:]) is not None
        ),
    ),
    Entry(
        (
            "hook '{name:quoted}' has changed the {what:size|type} of value",
            "hook '{name:quoted}' has changed the {what:size|type} of value (was {old:type} got "
            "{new:type})",
            "expected Variable, but hook returned '{kind:quoted}'",
        ),
        "autograd leaves",
        "A hook may change a gradient, and gives a tensor of the same shape and type, or nothing. "
        "It was {name}.",
        "Return g * 2, or another tensor like g. A hook that only looks has no return: with lambda "
        "g: grads.append(g) nothing comes back.",
        "x = torch.ones(2, requires_grad=True)\nx.register_hook(torch.sum)\nx.sum().backward()",
    ),
    Entry(
        (
            "{name:name}() takes {wanted:int} positional {:arguments|argument} but {got:int} "
            "{:were|was} given",
            "{name:name}() missing {count:int} required positional {:arguments|argument}",
        ),
        "autograd function",
        "PyTorch calls a hook with arguments that depend on how it was registered, and self comes "
        "before them where it is a method of a class. This hook has another number of them: it "
        "takes {wanted} and got {got}.",
        "",
        "from torch import nn\nclass Look:\n    def hook(module, inputs, output):\n"
        "        print(output.shape)\nm = nn.Linear(1, 1)\n"
        "m.register_forward_hook(Look().hook)\nm(torch.ones(1, 1))",
        recorded=("TypeError: hook() takes 3 positional arguments but 4 were given",),
        when=lambda found: (
            re.search(
                r"(?<!un)\bhook\(self, |\bhook\(self\.module|\bhook\(\*|user_hook\(",
                found.code.rpartition("\n")[2],
            )
            is not None
            or (
                not found.code
                and re.search(
                    r"^(?:\w+\.)?(?:\w*(?:forward|backward|grad|pre|layer|feature)\w*_|my_)?"
                    r"hook(?:_fn|_func\w*)?$",
                    found["name"],
                )
                is not None
            )
        ),
        ways=ways("""
            register_forward_hook: Write def hook(module, input, output):, as a method def
                hook(self, module, input, output):, or @staticmethod above it.
            register_full_backward_hook: Write def hook(module, grad_input, grad_output):.
            register_forward_pre_hook: Write def hook(module, input):.
            register_hook of a tensor: Write def hook(grad):.
        """),
    ),
    Entry(
        "__enter__{rest:text}",
        "autograd detach",
        "torch.no_grad is a class, and with needs an object of it: the brackets are missing.",
        "Write with torch.no_grad():, and with torch.inference_mode(): or with "
        'torch.autocast("cuda"): likewise.',
        None,
        recorded=(
            "with torch.no_grad: AttributeError: __enter__",
            "AttributeError: __enter__ with torch.no_grad",
        ),
        when=lambda found: (
            not found.code
            and re.search(
                r"(?:no_grad|inference_mode|enable_grad|autocast)(?!\()",
                f"{found.before[-80:]} {found['rest'][:80]}",
            )
            is not None
        ),
    ),
    Entry(
        "Using backward() with create_graph=True will create a reference cycle between the "
        "parameter and its gradient",
        "autograd second",
        "With create_graph=True the gradient in .grad remembers how it was computed, and so keeps "
        "the whole record in memory.",
        "Take g, = torch.autograd.grad(loss, x, create_graph=True), or write optimizer.zero_grad() "
        "after each step, which forgets it.",
        "x = torch.ones(2, requires_grad=True)\nx.sum().backward(create_graph=True)",
    ),
    Entry(
        "Numerical gradient for function expected to be zero",
        "autograd function",
        "gradcheck sees that an output changes with the input, and no gradient leads there: the "
        "output does not require gradients.",
        "Leave .detach(), .item(), NumPy and torch.no_grad() out of the function, or write a "
        "torch.autograd.Function for it, with a backward.",
        "x = torch.ones(2).double().requires_grad_()\n"
        "torch.autograd.gradcheck(lambda x: x.detach() * 2, x)",
    ),
    Entry(
        (
            "Jacobian mismatch for output {output:int} with respect to input {input:int}",
            "gradcheck expects at least one input tensor to require gradient",
            "Input #{input:int} requires gradient and is not a double precision floating point",
        ),
        "autograd function",
        "gradcheck compares a gradient with differences of the function, and needs the digits of "
        "float64 for that.",
        "Make the inputs with dtype=torch.float64, requires_grad=True. If the two differ then, "
        "backward computes something else than the derivative of forward.",
        "torch.autograd.gradcheck(torch.sin, torch.ones(2))",
    ),
    Entry(
        (
            "Backward is not reentrant, i.e., running backward with same input and grad_output "
            "multiple times gives different values",
            "Backward is not reentrant",
        ),
        "autograd function",
        "gradcheck ran backward twice with the same numbers, and got two results.",
        "",
        "class F(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n"
        "        return x * 2\n    @staticmethod\n    def backward(ctx, g):\n"
        "        return g * 2 + torch.rand(2)\n"
        "torch.autograd.gradcheck(F.apply, torch.ones(2, requires_grad=True).double())",
        ways=ways("""
            dropout or noise in it: Call model.eval(), or torch.manual_seed(0) inside the function.
            differences in the last digits: Write gradcheck(f, x, nondet_tol=1e-8): on a GPU sums
                come in another order each time.
            a backward of your own: Leave what it was given as it is, such as g and the saved
                tensors, and fill memory that it takes: torch.zeros in place of torch.empty.
        """),
    ),
    Entry(
        "Unable to handle autograd's threading in combination with fork-based multiprocessing",
        "env",
        "The program computed gradients, and a process that was split off from it wants to compute "
        "some too: what PyTorch keeps for that cannot be split.",
        'Start the processes anew: torch.multiprocessing.set_start_method("spawn") under if '
        '__name__ == "__main__":, or call backward in them only.',
        None,
        recorded=(
            "RuntimeError: Unable to handle autograd's threading in combination with fork-based "
            "multiprocessing. See https://github.com/pytorch/pytorch/wiki/Autograd-and-Fork",
        ),
    ),
)
