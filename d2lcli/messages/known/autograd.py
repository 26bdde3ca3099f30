"""Gradients, what is recorded, and what may be changed in place."""

from __future__ import annotations

import re

from ..entry import Entry, Found, Way
from .calls import last_traceback
from .modules import is_a
from .ways import ways

CHANGED = (
    "one of the variables needed for gradient computation has been modified by an inplace operation"
)

# Whole numbers and truth values have no gradient themselves: they were kept as places, or a mask.
CHANGED_WHOLE = CHANGED + ": [{:few}{whole:Long|Int|Short|Char|Byte|Bool}{:Tensor|Type} "
VIEW_OF = (
    "Output {number:int} of {by:name} is a view and {:is being|its base or another view of its "
    "base has been} modified inplace"
)
VIEW_WITHOUT = (
    "A view was created in no_grad mode and {:is being|its base or another view of its base has "
    "been} modified inplace with grad mode enabled"
)
NOT_RECORDED = (
    "{:element|Element} {number:int} of {:tensors|variables|tensor} does not require grad and "
    "{:does not|doesn't} have a grad_fn",
    "does not require grad and does not have a grad_fn",
    "{:element|Element} {number:int} of {:tensors|variables|tensor} does not require grad",
)
INVALID_TYPE = (
    "Function {by:path} returned an invalid gradient at index {number:int} - expected type "
    "{target:name} but got {value:name}",
    "Function {by:path} returned an invalid gradient at index {number:int} - expected device "
    "{target:device} but got {value:device}",
    "Function {by:path} returned an invalid gradient at index {number:int} - expected type "
    "TensorOptions({target:few}, layout={:text} but got TensorOptions({value:few}, layout=",
    "Function {by:path} returned an invalid gradient at index {number:int} - {:got|expected} "
    "{:type|device} {:text}",
)
LAYOUTS = (
    "Function {by:path} returned an invalid gradient at index {number:int} - expected type "
    "TensorOptions({:few}layout={wanted:name}, {:text} but got TensorOptions({:few}"
    "layout={got:name},",
    "Function {by:path} returned an invalid gradient at index {number:int} - expected layout "
    "{wanted:name} but got {got:name}",
)
# Steps whose derivative may be infinite itself.
STEEP = re.compile(
    r"(?:Sqrt|Rsqrt|Reciprocal|Pow|Div|Log(?:1p|2|10)?|Norm|LinalgVectorNorm|Std|Var|StdMean|"
    r"VarMean|Exp|Acos|Asin|Atan2|Cdist|EuclideanDist|Prod|S?Where|Mul|LinalgSvd|LinalgEigh)"
    r"Backward"
)
# Steps that give a view, whose tensor may be a weight.
VIEWS = re.compile(
    r"(?:T|Transpose|Permute|AsStrided|Select|Slice|Unbind|Split|SplitWithSizes|Narrow|Diagonal|"
    r"(?:Unsafe)?View|ReshapeAlias|Expand|(?:Uns|S)queeze|Alias|Detach|Unfold)?$"
)
# Steps that take a number of another device, or of another type.
SUMS = ("Add", "Sub", "Mul", "Div")
NO_TENSORS = "int|float|bool|numpy.float64|numpy.float32|numpy.ndarray"


def _maker(found: Found) -> str:
    """What made a tensor: AddBackward0 and Add, its name in newer releases, are Add."""
    return re.sub(r"(?:Backward)?\d*$", "", found["by"].rpartition(":")[2])


def _turned(found: Found) -> bool:
    """Whether a tensor is x.t(), as nn.Linear keeps its weight."""
    return _maker(found) == "T"


def _made(found: Found) -> bool:
    """Whether a step made a tensor, so that it is no weight, nor a view of one."""
    return VIEWS.match(_maker(found)) is None


AUTOGRAD = (
    Entry(
        "grad can be implicitly created only for scalar outputs",
        "autograd nonscalar",
        "backward without arguments starts from one number, and this tensor has more.",
        "Add it up first, y.sum().backward(), or give each output its weight: "
        "y.backward(gradient=torch.ones_like(y)); torch.autograd.grad takes grad_outputs=.",
        "y = torch.ones(3, requires_grad=True) * 2\ny.backward()",
        recorded=(
            'File "a.py", line 3, in <module>\n    trainer.train()\n  File "/lib/python3.7/'
            'site-packages/transformers/trainer.py", line 1120, in training_step\n    '
            "loss.backward()\nRuntimeError: grad can be implicitly created only for scalar outputs",
        ),
        ways=ways("""
            a loss with reduction="none": Write loss.mean().backward().
            several GPUs: Write loss.mean(): each GPU gives a loss of its own.
            a model of transformers: Hand over labels: without them it gives no loss, but logits
                first. For a language model such as GPT-2 they are the input_ids once more.
            each output's derivatives: Write torch.autograd.functional.jacobian(f, x).
        """),
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
            "Trying to backward through {:the |}graph {:a |}second time",
            "Specify retain_graph=True when calling {:text}backward",
            "Saved intermediate values of the graph are freed when you call",
            "{:D|d}irectly access saved {:tensors|variables} after they have already been freed",
        ),
        "autograd twice",
        "backward frees the values that it saved, as soon as it has used them, and a part of this "
        "graph was used before.",
        "",
        "x = torch.ones(3, requires_grad=True)\ny = x.sin().sum()\ny.backward()\ny.backward()",
        ways=ways("""
            kept from turn to turn: Write h = h.detach(), c too for nn.LSTM, and for a running loss
                total += loss.item().
            made before the loop: Compute it, or make it anew, inside of the loop.
            data require gradients: Take requires_grad=True out, and make them anew.
            two losses, one graph: Write (a + b).backward(), or detach what they share for one:
                advantage.detach(), G(z).detach().
            backward() twice: Write loss.backward(retain_graph=True) first.
        """),
    ),
    Entry(
        NOT_RECORDED,
        "autograd gradient",
        "Nothing was recorded for the loss: no tensor that it was computed from requires "
        "gradients, or the way to them was cut off.",
        "",
        None,
        ways=ways("""
            no trainable parameters: See model.print_trainable_parameters(). Load adapters by
                PeftModel.from_pretrained(m, path, is_trainable=True).
            gradient checkpointing: Write model.enable_input_require_grads() first, or in
                TrainingArguments gradient_checkpointing_kwargs=dict(use_reentrant=False).
            a loss of your own: Leave .detach(), .item() and argmax out before it.
        """),
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
        "Nothing was recorded for this tensor: none that it was computed from requires "
        "gradients, or the way to them was cut off.",
        "Print y.requires_grad line by line: the first False is the place.",
        "torch.ones(3).sum().backward()",
        ways=ways("""
            no model: Write torch.tensor([1.0], requires_grad=True).
            .detach, .item, NumPy: Take them out, and torch.tensor(…) around them.
            argmax, >, .long(): Take the outputs themselves, or an action's log_prob.
            frozen layers: Free what is to be trained. A new last layer takes the old one's name:
                print(model) tells it.
            no_grad, set_grad_enabled: Take it out for training.
            return x in forward: Write return y, what the layers made of x.
            a project of others: Install the releases that its readme names.
        """),
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
        "Give the result a name of its own, y = x + 1, or y = x.clone() and then y[…] = …: .grad "
        "stays with x. Or change x under torch.no_grad(), as an optimiser does; to set a layer's "
        "weights write with torch.no_grad(): layer.weight.fill_(0), or "
        "nn.init.zeros_(layer.weight).",
        "x = torch.ones(3, requires_grad=True)\nx += 1",
    ),
    Entry(
        (
            CHANGED_WHOLE
            + "[{shape:shape}]] is at version {now:int}; expected version {saved:int}",
            CHANGED_WHOLE + "[{shape:shape}]]",
        ),
        "autograd inplace",
        "A tensor of whole numbers or truth values was changed in place after a step had kept "
        "it, as places, as a mask or as factors. It has the shape [{shape}]. It is at version "
        "{now}, and version {saved} was kept.",
        "Look for a line such as tokens[:, i] = out.argmax(1), as a decoder has that fills in one "
        "word after another, and hand over a copy, embedding(tokens.clone()), or put the words "
        "together by torch.cat or torch.stack.",
        "from torch import nn\ne = nn.Embedding(3, 2)\ni = torch.tensor([0, 1])\ny = e(i)\n"
        "i[0] = 2\ny.sum().backward()",
        recorded=(
            "RuntimeError: one of the variables needed for gradient computation has been modified "
            "by an inplace operation: [torch.cuda.LongTensor [128, 1]] is at version 8; expected "
            "version 7 instead. Hint: the backtrace further above shows the operation that failed "
            "to compute its gradient.",
        ),
    ),
    Entry(
        (
            CHANGED + ": [{:text}]], which is output {:int} of {by:path},",
            CHANGED + ": [{:text}]] is at version {:int}; expected version {:int} instead",
            "one of the variables needed for gradient computation has been modified",
            "has been modified by an {:inplace|in-place} operation",
            "{:F|f}ound an in-place operation that changes one {:of |}the variables needed by "
            "gradient computation",
        ),
        "autograd inplace",
        "A tensor that a step had kept for its gradient was changed in place since. It is a "
        "result of {step}.",
        "torch.autograd.set_detect_anomaly(True) names the step that kept it.",
        "x = torch.ones(3, requires_grad=True)\ny = x * 2\nz = y ** 2\ny[0] = 1\n"
        "z.sum().backward()",
        ways=(
            Way(
                "x[…] = …",
                "Change x.clone(), or write torch.where(mask, a, x); in a loop make a list, and "
                "torch.stack(list) of it.",
                _made,
            ),
            Way(
                "+=, inplace=True",
                "Write y = y + a, and leave inplace=True out.",
                lambda found: _made(found) or _turned(found),
            ),
            *ways(
                """
                two losses, two steps: Compute the second anew after the first optimizer's step;
                    in a GAN the loss of D takes G(z).detach().
                retain_graph=True: Take it out; write h = h.detach() between turns.
            """,
                _turned,
            ),
            Way("BatchNorm under DDP", "Write broadcast_buffers=False."),
        ),
        recorded=(
            "RuntimeError: one of the variables needed for gradient computation has been modified "
            "by an inplace operation: [torch.FloatTensor [64, 1]], which is output 0 of TBackward, "
            "is at version 2; expected version 1 instead.",
            "RuntimeError: one of the variables needed for gradient computation has been modified "
            "by an inplace operation: [torch.cuda.FloatTensor [512, 10]] is at version 5; expected "
            "version 4 instead. Hint: enable anomaly detection to find the operation that failed.",
            "RuntimeError: one of the variables needed for gradient computation has been modified "
            "by an inplace operation",
            "RuntimeError: one of the variables needed for gradient computation has been modified: "
            "is at version 2; expected version 1 instead",
        ),
        more=lambda found: {"step": found["by"]} if _made(found) else {},
    ),
    Entry(
        (
            VIEW_OF + ". This view is the output of a function that returns multiple views",
            VIEW_WITHOUT + ". This view is the output of a function that returns multiple views",
            "Output {number:int} of {by:name} is a view and is being modified inplace. This view "
            "is an output of a function that returns multiple views",
        ),
        "autograd inplace",
        "Parts that one function gives all at once, as unbind, split, chunk and a loop over a "
        "tensor do, may not be changed in place while gradients are recorded, nor may their whole "
        "beside them. They came from {by}.",
        "Write a = a + 1 in place of a += 1, or change a clone. To write into the whole name the "
        "place: x[i] = y in place of row.copy_(y) in a loop.",
        "x = torch.ones(2, requires_grad=True)\na, b = x.unbind()\na += 1",
        recorded=(
            "RuntimeError: A view was created in no_grad mode and is being modified inplace with "
            "grad mode enabled. This view is the output of a function that returns multiple views. "
            "Such functions do not allow the output views to be modified inplace.",
        ),
    ),
    Entry(
        (
            VIEW_OF + ". This view was created inside a custom Function",
            VIEW_WITHOUT + ". This view was created inside a custom Function",
        ),
        "autograd inplace",
        "A function written as a class of torch.autograd.Function gave back a view, or its input "
        "as it is, and that is now changed in place. It is {by}.",
        "Write x = x + 1 in place of x += 1, and inplace=False in the layers behind it.",
        "class F(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n"
        "        return x.view_as(x)\n"
        "y = F.apply(torch.ones(3, requires_grad=True))\ny += 1",
        ways=ways("""
            BackwardHookFunction: It is a hook of register_full_backward_hook: set m.inplace = False
                for each m in model.modules() that has it.
            a Function of your own: Write return x.clone() in its forward.
        """),
    ),
    Entry(
        (
            "A view was created in {:no_grad|inference} mode and {:is being|its base or another "
            "view of its base has been} modified inplace {:with grad mode enabled|in normal mode}",
        ),
        "autograd inplace",
        "A view was made where nothing is recorded, and it, or what it is a view of, is now "
        "changed where gradients are recorded.",
        "Make the view and change it in the same mode, or change a clone.",
        "x = torch.ones(3, requires_grad=True) * 1\n"
        "with torch.no_grad():\n    y = x.view(3)\ny += 1",
        recorded=(
            "RuntimeError: A view was created in inference mode and is being modified inplace in "
            "normal mode. Given that this use case is ambiguous and error-prone, it is forbidden.",
        ),
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
        "Make floats: torch.tensor([1., 2.]), torch.arange(4.), with a point, or "
        "torch.tensor(data, dtype=torch.float32, requires_grad=True). Labels and places need no "
        "gradients: leave requires_grad=True out. For a parameter that is not to be trained write "
        "nn.Parameter(x, requires_grad=False), or register_buffer.",
        "torch.arange(3, requires_grad=True)",
    ),
    Entry(
        "you can only change requires_grad flags of leaf variables",
        "autograd leaves",
        "Whether gradients are recorded is chosen for tensors that you made, and this one was "
        "computed.",
        "Write y.detach() for a tensor without history. To freeze layers set requires_grad of "
        "their parameters: for p in layer.parameters(): p.requires_grad = False. A tensor is "
        "trained as a whole, and its part w[0] is computed from it: to hold a part fixed make two "
        "tensors, and put them together by torch.where or torch.cat.",
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
        "'NoneType' object has no attribute '{name:next_functions|variable|saved_tensors}'",
        "autograd gradient",
        "grad_fn is None: nothing was recorded for this tensor, so there is no graph to go through "
        "or to draw.",
        "Hand over what the model computed with gradients, out.mean() or the loss: not under "
        "no_grad, and not after .detach() or .data.",
        "torch.ones(2).grad_fn.next_functions",
        when=lambda found: found["name"] == "next_functions" or "grad_fn" in found.line,
    ),
    Entry(
        "'NoneType' object has no attribute '{name:requires_grad|requires_grad_|grad_fn|is_leaf|"
        "retain_grad}'",
        "autograd leaves",
        "None stands where a tensor is expected: a bias that the layer does not have, or what a "
        "function or a forward without return gives.",
        "Pass over it, if p is not None:, as a layer with bias=False has none. A function that is "
        "to give a tensor needs return at its end; print what comes in.",
        "from torch import nn\nnn.Linear(2, 2, bias=False).bias.requires_grad",
    ),
    Entry(
        "'NoneType' object has no attribute '{name:zero_|data|item|norm|detach|detach_|clone|abs|"
        "sum|mean|numpy|cpu|clamp_|mul_|add_|div_|copy_|sign|view|flatten|pow|square|to|max|min|"
        "isnan|float}'",
        "autograd leaves",
        "None stands before .{name}. .grad is None until backward has computed it, and since "
        "PyTorch 2.0 after zero_grad() too.",
        "",
        "w = torch.ones(3, requires_grad=True)\nw.grad.zero_()",
        ways=(
            *ways("""
                before any backward(): Call backward first, or ask: if w.grad is not None.
                w = w - 0.1 * w.grad: Write with torch.no_grad(): w -= 0.1 * w.grad.
                a computed tensor, x.to(device): Write y.retain_grad() before backward.
                w.requires_grad is False: Write w.requires_grad_(), or nn.Parameter(w).
                .data, NumPy, torch.tensor(…): Leave them out between w and the loss.
            """),
            Way(
                "a layer with bias=False",
                "Ask first: if m.bias is not None.",
                lambda found: ".bias" in found.line,
            ),
        ),
        recorded=("PyTorch: AttributeError: 'NoneType' object has no attribute 'data'",),
        when=lambda found: (
            re.search(r"\.grad\.|\b(?:bias|weight)\.data\b", found.line) is not None
            or (not found.code and found["name"] in ("zero_", "clamp_"))
            or (not found.line and found["name"] == "data" and "torch" in found.before.lower())
        ),
    ),
    Entry(
        (
            "Can't call numpy() on {:Tensor|Variable} that requires grad",
            "Can't call numpy() on Variable that requires grad",
        ),
        "autograd arrays",
        "NumPy would share these numbers and know nothing of what is recorded with them.",
        "To look at the numbers write x.detach().cpu().numpy(). plt.plot, plt.imshow and the "
        "functions of NumPy call numpy() by themselves: hand them x.detach().cpu(), and "
        "loss.item() for a list of losses. If the result goes on into the loss, take torch's own "
        "function in place of NumPy's, since behind detach no gradients pass.",
        "torch.ones(3, requires_grad=True).numpy()",
    ),
    Entry(
        (
            "The differentiated Tensor at index {number:int} appears to not have been used in the "
            "graph. Set allow_unused=True",
            "One of the differentiated {:Tensors|Variables} appears to not have been used in the "
            "graph",
            "differentiated input is unreachable",
        ),
        "autograd gradient",
        "The result does not depend on this tensor, so there is no gradient with respect to it. It "
        "is number {number}, counted from 0.",
        "Hand over the very tensor that the result was computed from: a part x[:, 0], "
        "x.to(device), torch.cat([x, y]) and torch.tensor(x) are new ones. For a part take the "
        "gradient of all x and then its column, or make the part first and compute with it. With "
        "allow_unused=True the gradient is None, as it is where a first derivative is constant.",
        "x, z = torch.ones(3, requires_grad=True), torch.ones(3, requires_grad=True)\n"
        "torch.autograd.grad(x.sum(), z)",
        recorded=("RuntimeError: differentiated input is unreachable",),
    ),
    Entry(
        (
            "One of the differentiated Tensors does not require grad",
            "One of the differentiated Variables does not require grad",
        ),
        "autograd gradient",
        "A gradient is asked for with respect to a tensor that nothing is recorded for.",
        "",
        "x = torch.ones(3, requires_grad=True)\ntorch.autograd.grad(x.sum(), torch.ones(3))",
        ways=ways("""
            an input x: Write x.requires_grad_() before the result is computed.
            frozen parameters of a model: Leave them out: [p for p in model.parameters() if
                p.requires_grad].
            learner.adapt, learn2learn: Write learner.adapt(loss, allow_nograd=True).
        """),
    ),
    Entry(
        "{:O|o}nly {:Tensors|Variables} created explicitly by the user {:(graph leaves) |}support "
        "the deepcopy protocol",
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
            "attempting to assign a gradient of size '{value:text}' to a tensor of size "
            "'{target:text}'",
            "attempting to assign a gradient with {:few} '{value:type}' to a tensor with {:few} "
            "'{target:type}'",
            "assigned grad has data {:of a different type|located on a different device}",
            "assigned grad has data of a different size",
        ),
        "autograd gradient",
        "A gradient has the shape, the type and the device of its tensor. The gradient has "
        "{value}, and the tensor {target}.",
        "Write x.grad = g.to(x), with g in the shape of x.",
        "x = torch.ones(3, requires_grad=True)\nx.grad = torch.ones(3).double()",
        recorded=(
            "RuntimeError: assigned grad has data of a different size",
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
        (
            "Setting requires_grad=True on inference tensor outside InferenceMode is not allowed",
            "Inference tensors cannot be saved for backward",
            "Inplace update to inference tensor outside InferenceMode is not allowed",
            "Inference tensors do not track version counter",
            "Cannot set version_counter for inference tensor",
        ),
        "autograd detach",
        "A tensor made under inference_mode never takes part in gradients.",
        "Write x.clone() outside of it, or torch.no_grad() in place of inference_mode.",
        "with torch.inference_mode():\n    x = torch.ones(3)\n"
        "torch.ones(3, requires_grad=True) * x",
        recorded=(
            "RuntimeError: Setting requires_grad=True on inference tensor outside InferenceMode is "
            "not allowed.",
            "RuntimeError: Inference tensors do not track version counter.",
        ),
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
        "double backwards on {name:name} not supported",
        "autograd second",
        "A second derivative is asked for, as with a gradient penalty or MAML, and {name}, an "
        "operation of torchvision or another library, has the first only.",
        "",
        None,
        recorded=("RuntimeError: double backwards on deform_conv2d not supported",),
        ways=ways("""
            create_graph=True of your own: Leave it out: MAML works with first derivatives, too.
            the second is needed: Build the layer of operations that have it in a newer PyTorch,
                such as F.grid_sample with a convolution.
        """),
    ),
    Entry(
        (
            "the derivative for '{name:running_mean|running_var}' is not implemented",
            "is not differentiable with respect to argument '{name:running_mean|running_var}'",
        ),
        "derivative nowhere",
        "BatchNorm counts {name} along, and does not train it: it is a buffer, and here it "
        "requires gradients, as an nn.Parameter does.",
        "Write bn.{name} = torch.tensor(…), without nn.Parameter, or change the numbers: "
        "bn.{name}.copy_(x). What was computed needs .detach().",
        "from torch import nn\nb = nn.BatchNorm1d(3)\nb.running_mean = nn.Parameter("
        "torch.zeros(3))\nb(torch.ones(2, 3))",
        recorded=("RuntimeError: the derivative for 'running_mean' is not implemented",),
    ),
    Entry(
        "the derivative for '{name:indices|index}' is not implemented",
        "derivative nowhere",
        "Which places are taken changes by whole steps, so there is no derivative with respect to "
        "them. Here the places themselves require gradients.",
        "Write i.detach().long() where the places are fixed: the gradients of the values go on. "
        "Targets of Q-learning, with the actions that are best in them, are computed under "
        "torch.no_grad(). Places that are to be learned become weights, as in "
        "torch.softmax(scores, 0) @ x, or F.grid_sample for a picture.",
        None,
        recorded=("RuntimeError: the derivative for 'indices' is not implemented",),
    ),
    Entry(
        "the derivative for '{name:name}' is not implemented",
        "derivative nowhere",
        "PyTorch knows no derivative with respect to this argument, or of this operation. That is "
        "{name}.",
        "Write .detach() behind what is a fixed value, such as the weights of the classes in a "
        "loss; else use a function that has a derivative there.",
        None,
        recorded=("RuntimeError: the derivative for 'weight' is not implemented",),
    ),
    Entry(
        "calculating the gradient of a sparse Tensor argument to {name:name} is not supported",
        "derivative nowhere",
        "The sparse factor of this product requires gradients, and this release of PyTorch "
        "computes none for it. The function is {name}.",
        "",
        None,
        ways=ways("""
            a matrix of data, or a graph: Leave requires_grad=True out where it is made, or write
                X.detach().
            it is to be trained: Write torch.sparse.mm(X, w), which has gradients for both, or
                X.to_dense().
        """),
        recorded=(
            "RuntimeError: calculating the gradient of a sparse Tensor argument to mm is not "
            "supported.",
        ),
    ),
    Entry(
        "{name:name} does not support automatic differentiation for outputs with complex dtype",
        "derivative nowhere",
        "{name} gives complex numbers here, and this release of PyTorch has no gradient for them.",
        "",
        None,
        ways=ways("""
            any PyTorch will do: Install a newer one, 1.9 at least.
            exp(1j * z), an old PyTorch: Write torch.cos(z).type(torch.complex64) + 1j *
                torch.sin(z).type(torch.complex64).
            no gradient needed: Write with torch.no_grad(): around it, or hand over x.detach().
        """),
        recorded=(
            "RuntimeError: exp does not support automatic differentiation for outputs with complex "
            "dtype.",
        ),
    ),
    Entry(
        "derivative for {name:text} is not implemented",
        "autograd second",
        "PyTorch has no derivative of this operation, or not a second one. That is {name}.",
        "Put the function together of others that have one, or leave create_graph=True out.",
        None,
        recorded=("RuntimeError: derivative for aten::_pdist_backward is not implemented",),
        ways=(
            Way(
                "F.grid_sample",
                "Install PyTorch 2.13 or newer, which has its second derivative.",
                lambda found: "grid_sampler" in found["name"],
            ),
            Way(
                "StyleGAN2 and its like",
                "Install PyTorch 1.8, which its own operations know, or 1.10 with torch_utils/ops "
                "of stylegan3, or train with --aug=noaug.",
                lambda found: "grid_sampler_2d" in found["name"],
            ),
        ),
    ),
    Entry(
        "Function '{name:name}' returned nan values in its {number:int}th output",
        "",
        "A gradient became nan on the way back, at {name}: what goes into that step, or its "
        "weights, held inf or nan already, or the gradient had grown to inf.",
        "Print loss, and y.isfinite().all() behind each layer: the first that is False is the "
        "place. A lower learning rate, torch.nn.utils.clip_grad_norm_, and float32 or bfloat16 in "
        "place of float16 keep the numbers small.",
        "x = torch.ones(1, 2, requires_grad=True)\nw = torch.tensor([[1e39, -1e39]] * 2)\n"
        "with torch.autograd.set_detect_anomaly(True):\n    (x @ w).sum().backward()",
        when=lambda found: STEEP.match(found["name"]) is None,
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
        "backward() got an unexpected keyword argument '{name:grad_tensors|grad_outputs|"
        "grad_variables|gradients|grad}'",
        "autograd nonscalar",
        "The weights of the outputs have another name in a tensor's own backward: gradient. "
        "{name} belongs to another function.",
        "Write y.backward(gradient=torch.ones_like(y)), or torch.autograd.backward([y], "
        "grad_tensors=[w]). A loss that is one number needs none: loss.backward().",
        "x = torch.ones(1, requires_grad=True)\nx.backward(grad_tensors=torch.ones(1))",
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
            "You must implement {:either |}the {what:backward} {:or vjp method|function|method} "
            "for {:your |}custom autograd.Function",
            "You must implement the {what:forward|backward} function for custom autograd.Function",
        ),
        "autograd function",
        "A Function of your own computes by forward, and tells its derivative by backward. This "
        "one has no {what}: it is missing, misspelt, or indented so far that it stands inside of "
        "another def.",
        "Write def forward(ctx, x): and def backward(ctx, grad): equally far to the left, each "
        "with @staticmethod on a line of its own above it. backward has as many results as forward "
        "has arguments, ctx aside. For functions put together of torch's own a plain def is "
        "enough.",
        "class F(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n"
        "        return x * 2\nF.apply(torch.ones(2, requires_grad=True)).sum().backward()",
    ),
    Entry(
        "backward() takes {wanted:int} positional {:arguments|argument} but {got:int} {:were|was} "
        "given",
        "autograd function",
        "backward of a Function gets one gradient for each result of forward, and ctx before them. "
        "It takes {wanted} arguments and got {got}, ctx counted in both.",
        "Write def backward(ctx, g, h): where forward gives two results, or *grads for any number, "
        "with @staticmethod on a line of its own above it.",
        "class F(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n"
        "        return x * 1, x * 2\n    @staticmethod\n    def backward(ctx, g):\n"
        "        return g\na, b = F.apply(torch.ones(2, requires_grad=True))\n"
        "(a + b).sum().backward()",
        when=lambda found: (
            re.search(r"torch[/\\]autograd[/\\]function\.py", last_traceback(found)) is not None
        ),
    ),
    Entry(
        "backward() missing {count:int} required positional {:arguments|argument}: "
        "'{name:grad_output|grad_outputs|grad|ctx|grad_input}'",
        "autograd function",
        "A backward of your own got too few arguments: the program called it itself, as in "
        "loss_fn.backward(), or it names self besides ctx. {name} is missing.",
        "Call backward of the result: loss = loss_fn(out, y), then loss.backward(). In a Function "
        "write def backward(ctx, grad):, without self and with @staticmethod above it, and use it "
        "by y = MyFunction.apply(x). A class made from nn.Module needs no backward.",
        "from torch import nn\nclass Loss(nn.Module):\n    def forward(self, x):\n"
        "        return x.sum()\n    def backward(self, grad_output):\n"
        "        return grad_output\nLoss().backward()",
    ),
    Entry(
        "{name:name} is not differentiable",
        "autograd second",
        "A second derivative is asked for, as with a gradient penalty or create_graph=True, and "
        "this old PyTorch has the first only. That is {name}.",
        "Install a newer PyTorch: convolutions have a second derivative since 0.2.",
        None,
        recorded=("RuntimeError: ConvBackward is not differentiable",),
        when=lambda found: found["name"].endswith("Backward"),
    ),
    Entry(
        "trying to differentiate twice a function that was marked with @once_differentiable",
        "autograd second",
        "A second derivative is asked for, as with a gradient penalty or create_graph=True, and a "
        "Function on the way, of your own or of a library, has the first only.",
        "Take @once_differentiable off its backward, if that is put together of torch's own "
        "functions; else compute the step by torch's functions in place of it, or do without the "
        "second derivative.",
        "from torch.autograd.function import once_differentiable\n"
        "class F(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n"
        "        return x * 2\n    @staticmethod\n    @once_differentiable\n"
        "    def backward(ctx, g):\n        return g * 2\n"
        "x = torch.ones(2, requires_grad=True)\ny = F.apply(x).pow(2).sum()\n"
        "g, = torch.autograd.grad(y, x, create_graph=True)\ng.sum().backward()",
    ),
    Entry(
        "Legacy autograd function with non-static forward method is deprecated",
        "autograd function",
        "Since PyTorch 1.5 forward and backward of a Function are static, and get a ctx in place "
        "of self.",
        "Write def forward(ctx, x): and def backward(ctx, grad):, each with @staticmethod on a "
        "line of its own above it, and call MyFunction.apply(x). Of a library take a newer "
        "release; a program that has to stay as it is needs PyTorch 1.4.",
        None,
        recorded=(
            "RuntimeError: Legacy autograd function with non-static forward method is deprecated. "
            "Please use new-style autograd function with static forward method.",
        ),
    ),
    Entry(
        (
            "Function {by:path} returned an invalid gradient at index {number:int} - got "
            "[{value:shape}] but expected shape compatible with [{target:shape}]",
            "Function {by:path} returned an invalid gradient at index {number:int} - expected "
            "shape [{target:shape}] but got [{value:shape}]",
        ),
        "autograd gradient",
        "A gradient has the shape of its tensor. {by} gave [{value}] for a tensor of shape "
        "[{target}].",
        "",
        "class Half(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n"
        "        return x[:2]\n    @staticmethod\n    def backward(ctx, g):\n        return g\n"
        "Half.apply(torch.ones(4, requires_grad=True)).sum().backward()",
        ways=ways("""
            a Function of your own: Let backward give a gradient for each argument of forward but
                ctx, with its shape.
            .data = …, set_ or pruning: Set nn.Parameter(new), before the forward pass.
            torch.linalg.solve(A, b): Give b all its axes: b.unsqueeze(-1).
            none of these: Take a newer release of PyTorch.
        """),
        recorded=(
            "RuntimeError: Function MulBackward0 returned an invalid gradient at index 1 - got [3] "
            "but expected shape compatible with [4]",
        ),
    ),
    Entry(
        LAYOUTS,
        "autograd gradient",
        "A gradient is stored in another way than its tensor: Strided is a plain tensor, the "
        "others keep only the numbers that are not 0. Wanted is {wanted}, and {by} gave {got}.",
        "",
        "class F(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n"
        "        return x * 2\n    @staticmethod\n    def backward(ctx, g):\n"
        "        return g.to_sparse_csr()\n"
        "F.apply(torch.ones(2, 2, requires_grad=True)).sum().backward()",
        since=(2, 13),
        when=lambda found: found["wanted"] != found["got"],
        ways=ways("""
            sparse x, not trained: Leave requires_grad=True out where x is made.
            sparse x in a product: Install a newer PyTorch, or write torch.sparse.mm(x, w).
            your own backward: Return g.to_dense(), or g.to_sparse(), as the input is.
        """),
        recorded=(
            "RuntimeError: Function BmmBackward0 returned an invalid gradient at index 0 - "
            "expected type TensorOptions(dtype=float, device=cpu, layout=Sparse, "
            "requires_grad=false (default), pinned_memory=false (default), "
            "memory_format=(nullopt)) but got TensorOptions(dtype=float, device=cpu, "
            "layout=Strided, requires_grad=false (default), pinned_memory=false (default), "
            "memory_format=(nullopt))",
        ),
    ),
    Entry(
        (
            *INVALID_TYPE,
            "Function {by:path} returned an invalid gradient at index {number:int} - expected "
            "{:text} but got {:text}",
            "Function {by:path} returned an invalid gradient",
        ),
        "autograd gradient",
        "{by} gave a gradient of another shape, type or device than its tensor has. Wanted is "
        "{target}, and the gradient is {value}.",
        "",
        None,
        ways=(
            *ways(
                """
                a sum, or a product: Bring both to one type and device: x.to(y). A sum of losses
                    begins with 0, not with torch.tensor([0]).
                a number kept in a layer: Make it nn.Parameter, or take register_buffer: so it
                    goes along with model.to(device).
            """,
                lambda found: _maker(found) in SUMS,
            ),
            *ways("""
                model.to(device), x.data = …: Do it before the forward pass and the optimizer.
                a Function of your own: Return g.to(x), in the shape of x, for each input x.
            """),
        ),
        recorded=(
            "RuntimeError: Function AddmmBackward returned an invalid gradient",
            "RuntimeError: Function AddBackward0 returned an invalid gradient at index 1 - "
            "expected type torch.FloatTensor but got torch.LongTensor",
            "RuntimeError: Function MulBackward0 returned an invalid gradient at index 0 - "
            "expected device cuda:0 but got cpu",
            "RuntimeError: Function AddmmBackward returned an invalid gradient at index 1 - "
            "expected type torch.cuda.FloatTensor but got torch.FloatTensor",
        ),
    ),
    Entry(
        (
            "invalid gradient at index {number:int} - expected shape [{target:shape}] but got "
            "[{value:shape}]",
            "invalid gradient at index {number:int} - got [{value:shape}] but expected shape "
            "compatible with [{target:shape}]",
        ),
        "autograd gradient",
        "A gradient that was handed to backward, or came from a step of the model, has another "
        "shape than its tensor. The tensor has [{target}], and the gradient [{value}].",
        "",
        None,
        ways=ways("""
            y.backward(g): Write torch.ones_like(y); one number needs no g.
            Function … returned an: Look for a tensor that got another size through .data, and at a
                backward of your own.
        """),
        recorded=(
            "RuntimeError: invalid gradient at index 0 - expected shape [] but got [1]",
            "RuntimeError: invalid gradient at index 0 - got [128, 784] but expected shape "
            "compatible with [128, 512]",
        ),
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
        "{name:CheckpointFunctionBackward|CheckpointFunction}.forward: expected "
        "{:Variable|Tensor or tuple of Tensor} (got {kind:name}) for return value",
        "autograd function",
        "torch.utils.checkpoint, as it was made first, runs a function that gives tensors only, "
        "and this one gives something else too. It is of type {kind}.",
        "Let the function give a tuple of tensors, and make the dictionary or the list of it "
        "outside. Newer releases take any result with checkpoint(f, x, use_reentrant=False).",
        None,
        recorded=(
            "TypeError: CheckpointFunctionBackward.forward: expected Variable (got dictionary) for "
            "return value 1",
        ),
    ),
    Entry(
        "{name:name}.forward: expected {:Variable|Tensor or tuple of Tensor} (got {kind:name}) for "
        "return value",
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
        ways=ways("""
            a tuple of states: Write state = tuple(s.detach() for s in state): a loop with
                s = s.detach() changes none of them.
            a state of nn.RNN, GRU or LSTM: A newer PyTorch takes detach_() there, too, where
                the input has a batch axis.
            in zero_grad, with DistributedDataParallel: Write
                optimizer.zero_grad(set_to_none=True), or leave gradient_as_bucket_view out.
        """),
    ),
    Entry(
        "'{kind:" + NO_TENSORS + "}' object has no attribute 'backward'",
        "autograd gradient",
        "backward belongs to a tensor, and this is of type {kind}.",
        "Print type(loss) after each line that changes it.",
        "loss = 0.0\nloss.backward()",
        ways=ways("""
            .item(), .tolist(): Call loss.backward() first, and loss.item() after it.
            a sum that began with 0: Nothing was added: pass over a batch without losses, or begin
                with (out * 0).sum().
            a loss function of your own: Compute with torch in it, torch.log(x) for math.log(x) or
                np.log(x), and return the tensor.
        """),
        recorded=("attributeerror: 'int' object has no attribute 'backward'",),
    ),
    Entry(
        "'{kind:Tensor|Variable}' has no attribute{:: | }'{name:backwards|backword|back_ward}'",
        "autograd gradient",
        "A tensor has nothing called {name}: the name is backward.",
        "Write loss.backward().",
        None,
        recorded=("AttributeError: 'Tensor' has no attribute: 'backwards'",),
    ),
    Entry(
        "'{:builtin_function_or_method|method|function}' object has no attribute "
        "'{name:requires_grad|requires_grad_|grad_fn|retain_grad|is_leaf}'",
        "autograd gradient",
        "A tensor was expected, and here is a function: brackets are missing, as in y.squeeze for "
        "y.squeeze(), or the name is one of Python's own, such as input.",
        "Look at each argument in the line that failed, and at where it was made: write "
        "y = y.squeeze(), x.float(), x.mean(), each with brackets.",
        "y = torch.ones(2).squeeze\ny.requires_grad",
    ),
    Entry(
        "'NoneType' object has no attribute 'backward'",
        "autograd gradient",
        "backward belongs to a tensor, and this is None.",
        "",
        None,
        ways=ways("""
            a function without return: Write return loss at its end.
            a model of transformers: Hand over labels=…: it gives no loss without them.
            loss = loss.backward(): Leave loss = out: backward gives None.
        """),
        recorded=("AttributeError: 'NoneType' object has no attribute 'backward'",),
    ),
    Entry(
        "'{kind:name}' object has no attribute 'backward'",
        "autograd gradient",
        "backward belongs to a tensor, the result of a loss, and this is the loss function itself, "
        "a {kind}.",
        "First make it, with brackets of its own, criterion = nn.{kind}(), or {kind}() where the "
        "class is yours. Then call it: loss = criterion(out, y), and loss.backward(). Where those "
        "first brackets are missing, criterion(out, y) only makes the function, and takes out and "
        "y for its settings.",
        "from torch import nn\nnn.MSELoss().backward()",
        when=lambda found: found["kind"].endswith("Loss"),
    ),
    Entry(
        "'{kind:name}' object has no attribute 'backward'",
        "autograd gradient",
        "backward belongs to a tensor, and this is something else. It is of type {kind}.",
        "A tuple, a list or a dictionary comes from a model that gives several results: take the "
        "loss out of it, as in out[0] or out.loss, or add several up. Models and optimizers have "
        "no backward, only the loss that loss_fn(out, y) gives.",
        "from torch import nn\nnn.Linear(1, 1).backward()",
        when=lambda found: (
            found["kind"] not in ("Tensor", "builtin_function_or_method", "method")
            and not found["kind"].startswith("torch.")
        ),
    ),
    # Optimizers
    Entry(
        ("optimizer got an empty parameter list", "Optimizer got an Empty Parameter List"),
        "autograd leaves",
        "No parameters reached the optimizer: the list, or the generator, that it got is empty.",
        "print(model), and list(model.parameters()).",
        "torch.optim.SGD([], lr=0.1)",
        ways=ways("""
            layers in a list or dict: Write nn.ModuleList(layers), nn.ModuleDict(layers).
            model prints no layers: Write __init__ with two underscores on each side, nn.Sequential(
                on one line.
            weights of your own: Write self.w = nn.Parameter(w) in __init__.
            params, used twice: A loop uses it up: keep list(model.parameters()).
            filter, frozen layers: Set p.requires_grad = True for what is to be trained.
            a model without weights: It needs no optimizer.
        """),
    ),
    Entry(
        "params argument given to the optimizer should be an iterable of {:Tensors|Variables} or "
        "dicts, but got {kind:name}",
        "autograd leaves",
        "An optimizer takes a list of tensors, or a generator of them. This is of type {kind}.",
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
        "",
        "torch.optim.SGD([1, 2], lr=0.1)",
        ways=(
            Way(
                "[model.parameters()]",
                "Leave the brackets out: model.parameters().",
                is_a("Module.parameters", "generator"),
            ),
            Way(
                "parameters without ()",
                "Write model.parameters().",
                lambda found: found["kind"].endswith("module.Module.parameters"),
            ),
            Way(
                "parameters of two models",
                "Write list(a.parameters()) + list(b.parameters()).",
                lambda found: (
                    found["kind"] in ("list", "Module.parameters", "generator", "map", "filter")
                ),
            ),
            Way(
                "a list of layers",
                "Write [p for layer in layers for p in layer.parameters()].",
                lambda found: "modules" in found["kind"] or found["kind"][:1].isupper(),
            ),
            Way(
                "state_dict(), or names",
                "Write model.parameters(): a dictionary gives its names.",
                is_a("str"),
            ),
            Way(
                "named_parameters()",
                "Write [p for _, p in model.named_parameters()].",
                is_a("tuple"),
            ),
            Way(
                "a number or an array",
                "Write torch.tensor(x, dtype=torch.float32, requires_grad=True).",
                lambda found: (
                    found["kind"]
                    in ("int", "float", "numpy.ndarray", "numpy.float64", "numpy.float32")
                ),
            ),
        ),
    ),
    Entry(
        ("can't optimize a non-leaf {:Tensor|Variable}", "can't optimize a non-leaf Tensor"),
        "autograd leaves",
        "An optimizer changes tensors that you made, and this one was computed from others that "
        "record gradients: by an operation such as *, .to() or .double(), or by writing into it, "
        "w[:] = 10.",
        "",
        "torch.optim.SGD([torch.ones(3, requires_grad=True) * 2], lr=0.1)",
        ways=ways("""
            *, .to() or .double() on w: Ask for gradients last: w = (torch.randn(3) *
                0.01).to(device).requires_grad_().
            conv.weight[:, :3] = old: Write with torch.no_grad(): conv.weight[:, :3] = old, or
                conv.weight = nn.Parameter(new).
            computed by a model: To train the result itself write w = w.detach().requires_grad_();
                to train the model hand over model.parameters().
        """),
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
        "The scheduler saw no step of its optimizer before its own.",
        "",
        None,
        ways=ways("""
            scheduler.step() comes first: Call optimizer.step() before it, in each batch.
            a GradScaler: It passes over first steps: the warning can be ignored.
            two optimizers: Make the scheduler of the one that makes the steps.
        """),
        recorded=(
            "UserWarning: Detected call of `lr_scheduler.step()` before `optimizer.step()`. In "
            "PyTorch 1.1.0 and later, you should call them in the opposite order",
        ),
    ),
    Entry(
        "No inf checks were recorded for this optimizer",
        "autograd gradient",
        "The GradScaler found no gradients in this optimizer.",
        "Print [p.grad is None for group in optimizer.param_groups for p in group['params']] "
        "before the step.",
        None,
        ways=ways("""
            backward() is missing: Write scaler.scale(loss).backward() first.
            zero_grad() behind it: Call zero_grad() before backward, or after the step.
            another model's optimizer: Make it of the model that gives the loss.
            .detach(), .item(): Leave them out on the way to the loss, torch.tensor(…) too.
        """),
        recorded=("AssertionError: No inf checks were recorded for this optimizer.",),
    ),
    Entry(
        "Attempting to unscale FP16 gradients",
        "autograd gradient",
        "The weights that are trained are half floats themselves, and a GradScaler is for weights "
        "of float32.",
        "",
        None,
        ways=ways("""
            model.half(), float16: Leave it out: autocast makes them where they help.
            adapters, as of LoRA: Write for p in model.parameters(): p.data = p.data.float() if
                p.requires_grad else p.data.
            bfloat16 is there: Train in it, without a scaler.
        """),
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
