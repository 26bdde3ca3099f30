"""Gradients, what is recorded, and what may be changed in place."""

from __future__ import annotations

import re

from ..entry import Entry, Found
from .calls import last_traceback

CHANGED = (
    "one of the variables needed for gradient computation has been modified by an inplace operation"
)


CHANGED_BY = (
    CHANGED + ": [{:text} [{shape:shape}]], which is output {number:int} of {by:path}, is at "
    "version {now:int}; expected version {saved:int} instead"
)
NOT_RECORDED = (
    "{:element|Element} {number:int} of {:tensors|variables|tensor} does not require grad and "
    "{:does not|doesn't} have a grad_fn",
    "does not require grad and does not have a grad_fn",
)
# Steps that keep nothing of what they give: += and its like change their tensor themselves.
SIGNS = {"Add": "+", "Sub": "-", "Mul": "*", "Div": "/"}
NO_TENSORS = "int|float|bool|numpy.float64|numpy.float32|numpy.ndarray"


def _maker(found: Found) -> str:
    """What made a tensor: AddBackward0 and Add, its name in newer releases, are Add."""
    return re.sub(r"(?:Backward)?\d*$", "", found["by"].rpartition(":")[2])


def _steps(found: Found) -> bool:
    """Whether an optimizer's step lies between two backwards."""
    return _maker(found) in ("T", "AsStrided")


AUTOGRAD = (
    Entry(
        "grad can be implicitly created only for scalar outputs",
        "autograd nonscalar",
        "backward without arguments starts from one number, and this tensor has more.",
        "Add it up first, y.sum().backward(), or give each output its weight: "
        'y.backward(gradient=torch.ones_like(y)). A loss made with reduction="none", and one '
        "gathered from several GPUs, needs loss.mean().",
        "y = torch.ones(3, requires_grad=True) * 2\ny.backward()",
    ),
    Entry(
        (
            "Mismatch in shape: grad_output[{number:int}] has a shape of "
            "torch.Size([{weights:shape}]) and output[{other:int}] has a shape of "
            "torch.Size([{outputs:shape}])",
        ),
        "autograd nonscalar",
        "backward takes one weight for each output. The weights have the shape [{weights}], and "
        "the outputs [{outputs}].",
        "Give the weights the shape of the outputs, w.reshape(y.shape) where they are as many; "
        "torch.ones_like(y) has it, and weighs all by 1. A loss that is one number needs none: "
        "loss.backward().",
        "x = torch.ones(4, requires_grad=True)\nx.sin().backward(torch.ones(3))",
    ),
    Entry(
        (
            "Trying to backward through the graph a second time",
            "Trying to backward through the graph second time",
            "Specify retain_graph=True when calling {:text}backward",
            "Saved intermediate values of the graph are freed when you call",
        ),
        "autograd twice",
        "backward frees the values that it saved, as soon as it has used them. This graph was used "
        "before.",
        "Compute y anew before each backward, with all that it is made of: what is computed before "
        "the loop is recorded once only. What is kept from one step to the next, such as a hidden "
        "state or a running loss, goes on without its history by h = h.detach(). Two losses that "
        "share a part take one backward: (a + b).backward(). If you do need the same graph again, "
        "write y.backward(retain_graph=True) the first time.",
        "x = torch.ones(3, requires_grad=True)\ny = x.sin().sum()\ny.backward()\ny.backward()",
    ),
    Entry(
        NOT_RECORDED,
        "autograd gradient",
        "Nothing was recorded on the way to the loss: all parameters are frozen, as a rule, or "
        "gradient checkpointing meets frozen weights (LoRA), where the first inputs require no "
        "gradients.",
        "model.print_trainable_parameters() of peft shows whether anything is left to train. With "
        "checkpointing write model.enable_input_require_grads() before the training, or "
        "gradient_checkpointing_kwargs=dict(use_reentrant=False).",
        None,
        recorded=(
            'File "a.py", line 3, in <module>\n    trainer.train()\n  File "/lib/python3.10/'
            'site-packages/transformers/trainer.py", line 1645, in train\n    loss.backward()\n'
            "RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn",
        ),
        when=lambda found: (
            re.search(r"[/\\](?:peft|transformers|trl)[/\\]", last_traceback(found)) is not None
        ),
    ),
    Entry(
        NOT_RECORDED,
        "autograd gradient",
        "Nothing was recorded: no tensor that went into this one requires gradients, or the work "
        "was done under no_grad, after detach, or by a comparison or argmax, which have no "
        "derivative.",
        "For tensors of your own write requires_grad=True where they are made. In a model go back "
        "from the loss to the last tensor that has a grad_fn: behind it look for no_grad, "
        ".detach(), .data, .item() and torch.tensor(loss), and for parameters that are all frozen. "
        "loss.requires_grad_() only hides the fault.",
        "torch.ones(3).sum().backward()",
        recorded=("Element 0 of tensor does not require grad and does not have a grad_fn",),
    ),
    Entry(
        (
            "a view of a leaf Variable that requires grad is being used in an in-place operation",
            "a leaf Variable that requires grad is being used in an in-place operation",
            "a leaf Variable that requires grad has been used in an in-place operation",
            "{:L|l}eaf variable has been moved into the graph interior",
            "{:L|l}eaf variable was used in an inplace operation",
        ),
        "autograd inplace",
        "A tensor that gradients are wanted for was changed in place. Its old numbers belong to "
        "what is recorded.",
        "Give the result a name of its own, y = x + 1: .grad stays with x. Or change x under "
        "torch.no_grad(), as an optimiser does; to set a layer's weights write with "
        "torch.no_grad(): layer.weight.fill_(0), or nn.init.zeros_(layer.weight).",
        "x = torch.ones(3, requires_grad=True)\nx += 1",
    ),
    Entry(
        CHANGED_BY,
        "autograd inplace",
        "A tensor of shape [{shape}] was changed between the forward pass and its backward: a "
        "layer's weights as a rule, by an optimizer's step. It is at version {now}, and version "
        "{saved} was recorded.",
        "Call backward for every loss that needs the old weights before the first step, or compute "
        "the second loss anew after it. In a GAN detach the generator's output for the "
        "discriminator's step.",
        None,
        recorded=(
            "RuntimeError: one of the variables needed for gradient computation has been modified "
            "by an inplace operation: [torch.FloatTensor [64, 1]], which is output 0 of TBackward, "
            "is at version 2; expected version 1 instead. Hint: enable anomaly detection to find "
            "the operation that failed to compute its gradient, with "
            "torch.autograd.set_detect_anomaly(True).",
        ),
        when=_steps,
    ),
    Entry(
        CHANGED_BY,
        "autograd inplace",
        "A tensor that a step had kept for its gradient was changed in place since then: by "
        "x[…] = …, or by a change to a part or a view of it. It has the shape [{shape}]. It is at "
        "version {now}, and version {saved} was kept.",
        "Write into a clone, y = x.clone() and y[…] = …, or put the result together by "
        "torch.where, torch.stack or torch.cat. torch.autograd.set_detect_anomaly(True) shows the "
        "step that needs the old numbers.",
        "x = torch.ones(3, requires_grad=True)\ny = x * 2\nz = y ** 2\ny[0] = 1\n"
        "z.sum().backward()",
        when=lambda found: _maker(found) == "CopySlices",
    ),
    Entry(
        CHANGED_BY,
        "autograd inplace",
        "A tensor that a step had kept for its gradient was changed in place since then: as a rule "
        "by {sign}=, which shows as {by}. It has the shape [{shape}]. It is at version {now}, and "
        "version {saved} was kept.",
        "Write y = y {sign} 1 in place of y {sign}= 1: that makes a new tensor. Or change a clone. "
        "torch.autograd.set_detect_anomaly(True) shows the step that needs the old numbers.",
        "x = torch.ones(3, requires_grad=True)\ny = x * 2\nz = y ** 2\ny += 1\nz.sum().backward()",
        more=lambda found: {"sign": SIGNS[_maker(found)]},
        when=lambda found: _maker(found) in SIGNS,
    ),
    Entry(
        CHANGED_BY,
        "autograd inplace",
        "A tensor that a step had kept for its gradient was changed in place since then. It has "
        "the shape [{shape}], and {by} made it, or changed it last. It is at version {now}, and "
        "version {saved} was kept.",
        "Write y = y + 1 in place of y += 1 there, x = F.relu(x) in place of "
        "F.relu(x, inplace=True), or change a clone. torch.autograd.set_detect_anomaly(True) shows "
        "the step that needs the old numbers.",
        "x = torch.ones(3, requires_grad=True)\ny = x.exp()\ny += 1\ny.sum().backward()",
    ),
    Entry(
        CHANGED + ": [{:text} [{shape:shape}]] is at version {now:int}; expected version "
        "{saved:int} instead",
        "autograd inplace",
        "A tensor that no operation made was changed between the forward pass and its backward: "
        "a parameter, by an optimizer's step, as a rule. It has the shape [{shape}]. It is at "
        "version {now}, and version {saved} was kept.",
        "Call backward for every loss that needs the old weights before the first step, or compute "
        "the second loss anew after it. Under DistributedDataParallel it may be a number that "
        "BatchNorm keeps: write broadcast_buffers=False. An input is left as it is: x = x + 1 in "
        "place of x += 1.",
        "w = torch.ones(3, requires_grad=True)\nloss = (w ** 2).sum()\n"
        "with torch.no_grad():\n    w -= 0.1\nloss.backward()",
        recorded=(
            "RuntimeError: one of the variables needed for gradient computation has been modified "
            "by an inplace operation: [torch.cuda.FloatTensor [512, 10]] is at version 5; expected "
            "version 4 instead. Hint: enable anomaly detection to find the operation that failed.",
        ),
    ),
    Entry(
        CHANGED,
        "autograd inplace",
        "A tensor that a step had kept for its gradient was changed in place since then.",
        "Look for +=, x[…] = … and inplace=True between forward and backward, and write y = y + 1 "
        "in place of y += 1. An optimizer's step before the last backward changes weights in place "
        "too. torch.autograd.set_detect_anomaly(True) shows the step that needs the old numbers.",
        None,
        recorded=(
            "RuntimeError: one of the variables needed for gradient computation has been modified "
            "by an inplace operation",
        ),
    ),
    Entry(
        (
            "Output {number:int} of {by:name} is a view and is being modified inplace. This view "
            "is the output of a function that returns multiple views",
            "Output {number:int} of {by:name} is a view and is being modified inplace",
            "Output {number:int} of {by:name} is a view and its base or another view of its base "
            "has been modified inplace",
        ),
        "autograd inplace",
        "Parts that one function gives all at once may not be changed in place while gradients are "
        "recorded. They came from {by}.",
        "Write a = a + 1 in place of a += 1, or change a clone.",
        "x = torch.ones(2, requires_grad=True)\na, b = x.unbind()\na += 1",
    ),
    Entry(
        "A view was created in no_grad mode and is being modified inplace with grad mode enabled",
        "autograd inplace",
        "The view was made where nothing is recorded, and is now changed where gradients are "
        "recorded.",
        "Make the view and change it in the same mode, or change a clone.",
        "x = torch.ones(3, requires_grad=True) * 1\n"
        "with torch.no_grad():\n    y = x.view(3)\ny += 1",
    ),
    Entry(
        (
            "{:Only|only} Tensors of floating point and complex dtype can require gradients",
            "{:Only|only} Tensors of floating point dtype can require gradients",
        ),
        "autograd integers",
        "A model has weights that are whole numbers, which cannot be trained: it was loaded with "
        "4 or 8 bits, as a rule.",
        "Load it without quantization to train it, or train adapters beside it (LoRA). To freeze "
        "or free the rest: for p in model.parameters(): p.requires_grad_(p.is_floating_point()).",
        "from torch import nn\nm = nn.Module()\n"
        "m.w = nn.Parameter(torch.ones(2).int(), requires_grad=False)\nm.requires_grad_()",
        when=lambda found: (
            re.search(
                r"module\.py.{0,60}\brequires_grad_|[/\\](?:bitsandbytes|peft|accelerate)[/\\]",
                last_traceback(found),
            )
            is not None
        ),
    ),
    Entry(
        (
            "{:Only|only} Tensors of floating point and complex dtype can require gradients",
            "{:Only|only} Tensors of floating point dtype can require gradients",
        ),
        "autograd integers",
        "A derivative asks what happens when a number changes a little. Whole numbers cannot.",
        "Make floats: torch.arange(4.), with a point, or x.float(). For a parameter that is not to "
        "be trained write nn.Parameter(x, requires_grad=False), or register_buffer.",
        "torch.arange(3, requires_grad=True)",
    ),
    Entry(
        "you can only change requires_grad flags of leaf variables",
        "autograd leaves",
        "Whether gradients are recorded is chosen for tensors that you made, and this one was "
        "computed.",
        "Write y.detach() for a tensor without history. To freeze layers set requires_grad of "
        "their parameters: for p in layer.parameters(): p.requires_grad = False.",
        "y = torch.ones(3, requires_grad=True) * 2\ny.requires_grad = False",
    ),
    Entry(
        "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed",
        "autograd leaves",
        "Only the tensors that you made keep their gradient. This one was computed, and its "
        "gradient is passed on and forgotten.",
        "Write y.retain_grad() before backward. x = torch.ones(3, "
        "requires_grad=True).to(device) is "
        "computed too: give device= where it is made.",
        "y = torch.ones(3, requires_grad=True) * 2\ny.grad",
    ),
    Entry(
        "'NoneType' object has no attribute '{name:grad}'",
        "autograd leaves",
        "What stands before .grad is None itself, and no tensor: as a rule a list of parameters "
        "holds None, such as the bias of a layer without one, or what another library put into an "
        "optimizer.",
        "Leave it out: if p is not None and p.grad is not None:. model.parameters() holds no None, "
        "so look at how the list was made: print(optimizer.param_groups). The differentiable "
        "optimizers of higher keep None there, and do not go together with GradScaler.",
        "from torch import nn\nnn.Linear(2, 2, bias=False).bias.grad",
        recorded=(
            "if param.grad is None:\n    AttributeError: 'NoneType' object has no attribute 'grad'",
        ),
        when=lambda found: ".grad.grad" not in found.line,
    ),
    Entry(
        "'NoneType' object has no attribute '{name:zero_|data|item|norm|detach|detach_|clone|abs|"
        "sum|mean|numpy|cpu|clamp_|mul_|add_|div_|copy_|sign|view|flatten|pow|square|to|max|min|"
        "isnan|float}'",
        "autograd leaves",
        "There is no gradient: .grad is None before the first backward and, since PyTorch 2.0, "
        "after zero_grad(), for a tensor that the loss does not depend on or that requires no "
        "gradients, and for one that was computed from others.",
        "Call backward first. In a loop over parameters pass over those without: if p.grad is not "
        "None. w = w - 0.1 * w.grad makes a new w that keeps no gradient: write with "
        "torch.no_grad(): w -= 0.1 * w.grad. For a computed tensor write y.retain_grad() before "
        "backward.",
        "w = torch.ones(3, requires_grad=True)\nw.grad.zero_()",
        when=lambda found: (
            ".grad." in found.line
            or (
                found["name"] in ("zero_", "clamp_")
                and re.search(r"bias|\.(?:weight|data)\.(?:zero|clamp)_", found.line) is None
            )
        ),
    ),
    Entry(
        (
            "Can't call numpy() on {:Tensor|Variable} that requires grad",
            "Can't call numpy() on Variable that requires grad",
        ),
        "autograd arrays",
        "NumPy would share these numbers and know nothing of what is recorded with them.",
        "Write x.detach().numpy(), with .cpu() before it for a tensor on a GPU. A list of losses "
        "for a plot holds numbers: loss.item().",
        "torch.ones(3, requires_grad=True).numpy()",
    ),
    Entry(
        (
            "The differentiated Tensor at index {number:int} appears to not have been used in the "
            "graph. Set allow_unused=True",
            "One of the differentiated {:Tensors|Variables} appears to not have been used in the "
            "graph",
        ),
        "autograd gradient",
        "The result does not depend on this tensor, so there is no gradient with respect to it. It "
        "is number {number}, counted from 0.",
        "Look for a name that was given a new tensor in between, or for another one that was used. "
        "With allow_unused=True its gradient is None.",
        "x, z = torch.ones(3, requires_grad=True), torch.ones(3, requires_grad=True)\n"
        "torch.autograd.grad(x.sum(), z)",
    ),
    Entry(
        (
            "One of the differentiated Tensors does not require grad",
            "One of the differentiated Variables does not require grad",
        ),
        "autograd gradient",
        "A gradient is asked for with respect to a tensor that nothing is recorded for.",
        "Write requires_grad=True where it is made, or x.requires_grad_() before the result is "
        "computed.",
        "x = torch.ones(3, requires_grad=True)\ntorch.autograd.grad(x.sum(), torch.ones(3))",
    ),
    Entry(
        "Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol",
        "autograd leaves",
        "A deep copy is made of tensors that you made, and this one was computed: its history "
        "cannot be copied.",
        "Write y.detach().clone(). In a model look for an attribute that holds a computed tensor, "
        "and keep it detached; torch.nn.utils.weight_norm makes such a one, and "
        "torch.nn.utils.parametrizations.weight_norm does not.",
        "import copy\ncopy.deepcopy(torch.ones(3, requires_grad=True) * 2)",
    ),
    Entry(
        (
            "attempting to assign a gradient of size '[{value:shape}]' to a tensor of size "
            "'[{target:shape}]'",
            "assigned grad has data of a different size",
        ),
        "autograd gradient",
        "A gradient has the shape of its tensor. The gradient has [{value}], and the tensor "
        "[{target}].",
        "Give it the tensor's shape.",
        "x = torch.ones(3, requires_grad=True)\nx.grad = torch.ones(4)",
        recorded=("RuntimeError: assigned grad has data of a different size",),
    ),
    Entry(
        (
            "attempting to assign a gradient with dtype '{value:type}' to a tensor with grad_dtype "
            "'{target:type}'",
            "attempting to assign a gradient with dtype '{value:type}' to a tensor with dtype "
            "'{target:type}'",
            "attempting to assign a gradient with device type '{value:name}' to a tensor with "
            "device type '{target:name}'",
            "assigned grad has data {:of a different type|located on a different device}",
        ),
        "autograd gradient",
        "A gradient has the type and the device of its tensor. The gradient is {value}, and the "
        "tensor {target}.",
        "Write x.grad = g.to(x).",
        "x = torch.ones(3, requires_grad=True)\nx.grad = torch.ones(3).double()",
        recorded=(
            "RuntimeError: assigned grad has data of a different type",
            "RuntimeError: assigned grad has data located on a different device",
        ),
    ),
    Entry(
        "assigned grad expected to be a Tensor or None but got grad of type{:| }{kind:name}",
        "autograd gradient",
        "A gradient is a tensor. This is of type {kind}.",
        "Write x.grad = None, or x.grad.zero_(), to begin anew.",
        "x = torch.ones(3, requires_grad=True)\nx.grad = 1",
    ),
    Entry(
        "cannot resize variables that require grad",
        "autograd inplace",
        "A tensor that gradients are recorded for keeps its size.",
        "Make a new one: x.reshape(…), x[:n], or torch.cat.",
        "torch.ones(3, requires_grad=True).resize_(4)",
    ),
    Entry(
        "{name:name}(): functions with out=... arguments don't support automatic differentiation",
        "autograd inplace",
        "What is written into out= is not recorded, and gradients are wanted here.",
        "Write y = torch.{name}(…) without out=, or work under torch.no_grad().",
        "x = torch.ones(3, requires_grad=True)\ntorch.add(x, 1, out=torch.ones(3))",
    ),
    Entry(
        "Setting requires_grad=True on inference tensor outside InferenceMode is not allowed",
        "autograd detach",
        "A tensor made under inference_mode never takes part in gradients.",
        "Write x.clone() outside of it, or torch.no_grad() in place of inference_mode.",
        "with torch.inference_mode():\n    x = torch.ones(3)\nx.requires_grad_()",
    ),
    Entry(
        (
            "Inference tensors cannot be saved for backward",
            "Inplace update to inference tensor outside InferenceMode is not allowed",
        ),
        "autograd detach",
        "A tensor made under inference_mode never takes part in gradients.",
        "Write x.clone() outside of it, or torch.no_grad() in place of inference_mode.",
        "with torch.inference_mode():\n    x = torch.ones(3)\n"
        "torch.ones(3, requires_grad=True) * x",
    ),
    Entry(
        "the derivative for '_cudnn_rnn_backward' is not implemented",
        "autograd second",
        "A second derivative is asked for, as with a gradient penalty, and on a GPU recurrent "
        "layers have the first only.",
        "Write with torch.backends.cudnn.flags(enabled=False): around the forward pass of the "
        "layer: it is slower, and can be derived twice.",
        None,
        recorded=(
            "NotImplementedError: the derivative for '_cudnn_rnn_backward' is not implemented. "
            "Double backwards is not supported for CuDNN RNNs due to limitations in the CuDNN API.",
        ),
    ),
    Entry(
        "derivative for aten::_scaled_dot_product_{name:name}_backward is not implemented",
        "autograd second",
        "A second derivative is asked for, as with a gradient penalty, and the fast ways of "
        "attention have the first only. This is {name}.",
        "Write with torch.nn.attention.sdpa_kernel(torch.nn.attention.SDPBackend.MATH): around the "
        "forward pass.",
        None,
        recorded=(
            "RuntimeError: derivative for aten::_scaled_dot_product_efficient_attention_backward "
            "is not implemented",
        ),
    ),
    Entry(
        "the derivative for '{name:name}' is not implemented",
        "derivative nowhere",
        "PyTorch knows no derivative with respect to this argument, or of this operation. That is "
        "{name}.",
        "Write .detach() behind what is a fixed value, such as the target of a loss; else use a "
        "function that has a derivative there.",
        None,
        recorded=("RuntimeError: the derivative for 'target' is not implemented",),
    ),
    Entry(
        "derivative for {name:text} is not implemented",
        "autograd second",
        "PyTorch has no derivative of this operation, or not a second one. That is {name}.",
        "Put the function together of others that have one, or leave create_graph=True out.",
        None,
        recorded=("RuntimeError: derivative for aten::_pdist_backward is not implemented",),
    ),
    Entry(
        "Function '{name:name}' returned nan values in its {number:int}th output",
        "",
        "A gradient became nan on the way back, in the layer behind {name}: its inputs or weights "
        "held inf or nan already, or the gradient had grown to inf.",
        "Print loss, and y.isfinite().all() behind each layer: the first that is False is the "
        "place. A lower learning rate, torch.nn.utils.clip_grad_norm_, and float32 or bfloat16 in "
        "place of float16 keep the numbers small.",
        "x = torch.ones(1, 2, requires_grad=True)\nw = torch.tensor([[1e39, -1e39]] * 2)\n"
        "with torch.autograd.set_detect_anomaly(True):\n    (x @ w).sum().backward()",
        when=lambda found: (
            re.match(r"(?:Addmm|Mm|Bmm|Baddbmm|\w*Conv|\w*BatchNorm)", found["name"]) is not None
        ),
    ),
    Entry(
        "Function '{name:name}' returned nan values in its {number:int}th output",
        "autograd where",
        "A gradient became nan on the way back. It happened in {name}.",
        "Look at what goes into that operation: sqrt and norm at 0, log of 0 or below, a division "
        "by 0, exp of a large number. Keep it away from there, as in (x + 1e-8).sqrt(); where "
        "alone does not, since both its branches are computed.",
        "x = torch.tensor([-1.0], requires_grad=True)\n"
        "with torch.autograd.set_detect_anomaly(True):\n    x.sqrt().sum().backward()",
    ),
    Entry(
        "backward() got an unexpected keyword argument '{name:retain_variables}'",
        "autograd gradient",
        "{name} was renamed retain_graph in PyTorch 0.2.",
        "Write loss.backward(retain_graph=True), if backward comes twice for one forward, and "
        "loss.backward() otherwise.",
        "torch.ones(1, requires_grad=True).backward(retain_variables=True)",
    ),
    Entry(
        "{name:few}: Expected f(*args) to return a scalar Tensor, got tensor with {axes:int} dims",
        "autograd nonscalar",
        "The gradient is that of one number, and the function gives a tensor. It has {axes} axes.",
        "Add up: lambda x: f(x).sum(). For all derivatives of all outputs take torch.func.jacrev.",
        "torch.func.grad(lambda x: x * 2)(torch.ones(3))",
    ),
    Entry(
        (
            "You must implement {:either |}the backward {:or vjp method|function|method} for "
            "{:your |}custom autograd.Function",
            "You must implement the {:forward|backward} function for custom autograd.Function",
            "You must implement either the backward or vjp method for your custom "
            "autograd.Function",
        ),
        "autograd function",
        "A Function of your own tells its derivative by backward, and this one has none of that "
        "name: it is missing, misspelt, or indented so far that it stands inside of forward.",
        "Write def backward(ctx, grad): beside forward, as far to the left, with @staticmethod on "
        "a line of its own above it, and with as many results as forward has arguments, ctx aside. "
        "For functions put together of torch's own a plain def is enough.",
        "class F(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n"
        "        return x * 2\nF.apply(torch.ones(2, requires_grad=True)).sum().backward()",
    ),
    Entry(
        "Legacy autograd function with non-static forward method is deprecated",
        "autograd function",
        "Since PyTorch 1.5 forward and backward of a Function are static, and get a ctx in place "
        "of self.",
        "Write def forward(ctx, x): and def backward(ctx, grad):, each with @staticmethod on a "
        "line of its own above it, and call MyFunction.apply(x). Of a library take a newer "
        "release.",
        None,
        recorded=(
            "RuntimeError: Legacy autograd function with non-static forward method is deprecated. "
            "Please use new-style autograd function with static forward method.",
        ),
    ),
    Entry(
        (
            "Function {by:name} returned an invalid gradient at index {number:int} - got "
            "[{value:shape}] but expected shape compatible with [{target:shape}]",
            "Function {by:name} returned an invalid gradient at index {number:int} - expected "
            "shape [{target:shape}] but got [{value:shape}]",
        ),
        "autograd gradient",
        "A gradient has the shape of its tensor. {by} gave [{value}] for a tensor of shape "
        "[{target}].",
        "In a Function of your own backward gives a gradient for each argument of forward, ctx "
        "aside, in "
        "that order, each with the argument's shape. Behind PyTorch's own steps a tensor was given "
        "another size since the forward pass, through .data or set_.",
        "class Half(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n"
        "        return x[:2]\n    @staticmethod\n    def backward(ctx, g):\n        return g\n"
        "Half.apply(torch.ones(4, requires_grad=True)).sum().backward()",
        recorded=(
            "RuntimeError: Function MulBackward0 returned an invalid gradient at index 1 - got [3] "
            "but expected shape compatible with [4]",
        ),
    ),
    Entry(
        (
            "Function {by:name} returned an invalid gradient at index {number:int} - {:got|"
            "expected} type {:text}",
            "Function {by:name} returned an invalid gradient at index {number:int} - {:got|"
            "expected} device {:text}",
            "Function {by:name} returned an invalid gradient at index {number:int} - expected "
            "{target:text} but got {value:text}",
        ),
        "autograd gradient",
        "A gradient has the type and the device of its tensor, and the one that {by} gave has "
        "another. The tensor was moved or changed since the forward pass, or a backward of your "
        "own made its result anew.",
        "Move a model before its optimizer is made and before anything is computed with it, and "
        "write x = x.to(device) in place of x.data = …. In a Function of your own return "
        "g.to(x.dtype) on the device of x.",
        None,
        recorded=(
            "RuntimeError: Function AddmmBackward returned an invalid gradient at index 1 - "
            "expected type torch.cuda.FloatTensor but got torch.FloatTensor",
            "RuntimeError: Function TBackward returned an invalid gradient at index 0 - expected "
            "device cuda:1 but got cuda:0",
        ),
    ),
    Entry(
        "invalid gradient at index {number:int} - expected shape [{target:shape}] but got "
        "[{value:shape}]",
        "autograd gradient",
        "backward takes one weight for each output, and these have another shape. The outputs "
        "have [{target}], and the weights [{value}].",
        "A loss that is one number needs none, loss.backward(), or one without axes: "
        "torch.tensor(-1.0), where torch.tensor([-1.0]) has one axis. Other weights keep their "
        "numbers by w.reshape(y.shape); y.backward(torch.ones_like(y)) weighs all by 1.",
        None,
        recorded=("RuntimeError: invalid gradient at index 0 - expected shape [] but got [1]",),
    ),
    Entry(
        "invalid gradient at index {number:int} - expected type {target:text} but got {value:path}",
        "autograd gradient",
        "A weight that is handed to backward has the type and the device of its output. Wanted is "
        "{target}, and it is {value}.",
        "Write y.backward(w.to(y)). A loss that is one number needs none: loss.backward().",
        None,
        recorded=(
            "RuntimeError: invalid gradient at index 0 - expected type torch.cuda.FloatTensor but "
            "got torch.FloatTensor",
        ),
    ),
    Entry(
        "{name:name}.forward: expected Tensor or tuple of Tensor (got {kind:name}) for return "
        "value",
        "autograd function",
        "forward of a Function gives tensors, and this one gave something else. It is of type "
        "{kind}.",
        "Write return y at the end of forward, and of backward.",
        None,
        recorded=(
            "TypeError: MyFunctionBackward.forward: expected Tensor or tuple of Tensor (got "
            "NoneType) for return value 0",
        ),
    ),
    Entry(
        "Can't detach views in-place. Use detach() instead",
        "autograd detach",
        "detach_ works in place, and this tensor is a view of another.",
        "Write h = h.detach() in place of h.detach_().",
        "torch.ones(3, requires_grad=True)[:2].detach_()",
    ),
    Entry(
        "'{kind:" + NO_TENSORS + "}' object has no attribute 'backward'",
        "autograd gradient",
        "backward belongs to a tensor, and this is a plain {kind}: a sum of losses that began "
        "with 0 and to which nothing was added, or a loss that .item(), .numpy() or float made a "
        "number.",
        "Print type(loss) after each line that changes it. Add up the losses themselves, and call "
        "backward before loss.item(). Where a batch may give no loss, such as a picture without "
        "boxes, pass over it, or begin with (out * 0).sum() in place of 0.",
        "loss = 0.0\nloss.backward()",
        recorded=("attributeerror: 'int' object has no attribute 'backward'",),
    ),
    Entry(
        "'NoneType' object has no attribute 'backward'",
        "autograd gradient",
        "The loss is None: a function without return gives that, and a model of transformers that "
        "got no labels.",
        "Write return at the end of what computes the loss, or hand over labels=…. loss = "
        "loss.backward() makes None of it for the next time: leave loss = out.",
        None,
        recorded=("AttributeError: 'NoneType' object has no attribute 'backward'",),
    ),
    Entry(
        "'{kind:name}' object has no attribute 'backward'",
        "autograd gradient",
        "backward belongs to a tensor, and this is something else. It is of type {kind}.",
        "A tuple, a list or a dictionary comes from a model that gives several results: take the "
        "loss out of it, as in out[0] or out.loss, or add several up. A loss such as nn.MSELoss() "
        "is called first: loss_fn(out, y).backward(). Models and optimizers have no backward, only "
        "the loss.",
        "from torch import nn\nnn.MSELoss().backward()",
        when=lambda found: (
            found["kind"] not in ("Tensor", "builtin_function_or_method", "method")
            and not found["kind"].startswith("torch.")
        ),
    ),
    # Optimizers
    Entry(
        "optimizer got an empty parameter list",
        "autograd leaves",
        "The model has no parameters that the optimizer sees: layers in a plain list or dictionary "
        "are not found, parameters() can be gone through once only, and filter lets none through "
        "where all are frozen.",
        "Print len(list(model.parameters())). Put layers into nn.ModuleList or nn.Sequential, "
        "make them in __init__ after super().__init__(), and hand over model.parameters() freshly, "
        "or as a list. What is to be trained needs requires_grad=True.",
        "torch.optim.SGD([], lr=0.1)",
    ),
    Entry(
        "params argument given to the optimizer should be an iterable of Tensors or dicts, but got "
        "{kind:name}",
        "autograd leaves",
        "An optimizer takes all parameters as a list. This is of type {kind}.",
        "Write model.parameters(), or brackets around one tensor: torch.optim.SGD([w], lr=0.1).",
        "torch.optim.SGD(torch.ones(3), lr=0.1)",
    ),
    Entry(
        (
            "optimizer can only optimize Tensors, but one of the params is {kind:name}",
            "optimizer can only optimize Variables, but one of the params is {kind:name}",
        ),
        "autograd leaves",
        "An optimizer takes tensors. One of these is of type {kind}.",
        "Hand over model.parameters(), or tensors with requires_grad=True. state_dict() gives "
        "names. Parameters of two models are one list: list(a.parameters()) + "
        "list(b.parameters()).",
        "torch.optim.SGD([1, 2], lr=0.1)",
    ),
    Entry(
        ("can't optimize a non-leaf {:Tensor|Variable}", "can't optimize a non-leaf Tensor"),
        "autograd leaves",
        "An optimizer changes tensors that you made, and this one was computed: by * or by .to().",
        "Give requires_grad=True last: w = (torch.randn(3) * 0.01).requires_grad_(), and device= "
        "where it is made.",
        "torch.optim.SGD([torch.ones(3, requires_grad=True) * 2], lr=0.1)",
    ),
    Entry(
        ("'{kind:name}' object is not iterable",),
        "autograd leaves",
        "An optimizer takes the parameters, and got the model or the function that gives them.",
        "Write model.parameters(), with brackets: torch.optim.SGD(model.parameters(), lr=0.1).",
        "from torch import nn\ntorch.optim.Adam(nn.Linear(1, 1), lr=0.1)",
        when=lambda found: "param_groups = list(params)" in found.code,
    ),
    Entry(
        "Detected call of {:few}_scheduler.step({:few} before 'optimizer.step()'",
        "",
        "The learning rate was changed before the first step was made with it, so its first value "
        "is passed over.",
        "Call optimizer.step() in each batch, and scheduler.step() after it. With a GradScaler "
        "that passes over its first step the warning can be ignored.",
        None,
        recorded=(
            "UserWarning: Detected call of `lr_scheduler.step()` before `optimizer.step()`. In "
            "PyTorch 1.1.0 and later, you should call them in the opposite order",
        ),
    ),
    Entry(
        "No inf checks were recorded for this optimizer",
        "autograd gradient",
        "The GradScaler found no gradients in this optimizer: backward was not called before its "
        "step, or the loss does not depend on the parameters that it holds.",
        "Call scaler.scale(loss).backward() before scaler.step(optimizer). Print [p.grad is None "
        "for group in optimizer.param_groups for p in group['params']]: where all are True the "
        "optimizer holds another model's parameters, or something on the way was detached.",
        None,
        recorded=("AssertionError: No inf checks were recorded for this optimizer.",),
    ),
    Entry(
        "Attempting to unscale FP16 gradients",
        "autograd gradient",
        "The weights that are trained are half floats themselves, and a GradScaler is for weights "
        "of float32.",
        "Keep the model in float32, without model.half() and torch_dtype=torch.float16: autocast "
        "makes half floats where they help. With LoRA bring what is trained to float32: for p in "
        "model.parameters(): if p.requires_grad: p.data = p.data.float(). Or train in bfloat16 "
        "without a scaler.",
        None,
        recorded=("ValueError: Attempting to unscale FP16 gradients.",),
    ),
    Entry(
        (
            "grad can be implicitly created only for real scalar outputs but got {kind:name}",
            "grad can be computed only for real scalar outputs but got {kind:name}",
        ),
        "autograd nonscalar",
        "backward starts from one real number, and this one is complex. Its type is {kind}.",
        "Make a real number of it: y.abs().sum().backward(), or y.real.sum().",
        "x = torch.ones(2, requires_grad=True)\n(x * 1j).sum().backward()",
        since=(2, 4),
    ),
)
