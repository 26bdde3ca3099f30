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
    "version {now:int}; expected version {saved:int} instead",
    CHANGED + ": [{:text} [{shape:shape}]], which is output {number:int} of {by:path},",
)
# Whole numbers and truth values have no gradient themselves: they were kept as places, or a mask.
CHANGED_WHOLE = CHANGED + ": [{:few}{whole:Long|Int|Short|Char|Byte|Bool}{:Tensor|Type} "
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
# Steps whose derivative may be infinite itself.
STEEP = re.compile(
    r"(?:Sqrt|Rsqrt|Reciprocal|Pow|Div|Log(?:1p|2|10)?|Norm|LinalgVectorNorm|Std|Var|StdMean|"
    r"VarMean|Exp|Acos|Asin|Atan2|Cdist|EuclideanDist|Prod|S?Where|Mul|LinalgSvd|LinalgEigh)"
    r"Backward"
)
# Steps that give a part of their tensor.
PARTS = ("Select", "Slice", "Unbind", "Split", "SplitWithSizes", "Narrow", "Diagonal")
# Steps that keep nothing of what they give: += and its like change their tensor themselves.
SIGNS = {"Add": "+", "Sub": "-", "Mul": "*", "Div": "/"}
NO_TENSORS = "int|float|bool|numpy.float64|numpy.float32|numpy.ndarray"


def _maker(found: Found) -> str:
    """What made a tensor: AddBackward0 and Add, its name in newer releases, are Add."""
    return re.sub(r"(?:Backward)?\d*$", "", found["by"].rpartition(":")[2])


def _turned(found: Found) -> dict[str, str]:
    """The sizes of a linear layer whose weight, turned, has this shape."""
    inputs, outputs = map(str, found.shape("shape"))
    return {"inputs": inputs, "outputs": outputs}


BETWEEN_STEPS = (
    "If there are two losses (a GAN, an actor and a critic), compute the second one after the "
    "first step, in a forward pass of its own; in a GAN give the discriminator G(z).detach() in "
    "its own step, and call D(G(z)) anew for the generator's. If retain_graph=True is there only "
    "against another error, take it out, and write h = h.detach() for what is kept from one turn "
    "of the loop to the next. Ask for a second gradient before the step."
)

AUTOGRAD = (
    Entry(
        "grad can be implicitly created only for scalar outputs",
        "autograd nonscalar",
        "backward starts from one number, and this tensor has more. A model of transformers that "
        "got no labels gives logits first, which are taken for a loss; on several GPUs it gives a "
        "loss for each.",
        "Let the data have labels: for a language model such as GPT-2 they are the input_ids once "
        "more. On several GPUs, or for a loss of your own, write loss = loss.mean() before "
        "backward.",
        None,
        recorded=(
            'File "a.py", line 3, in <module>\n    trainer.train()\n  File "/lib/python3.7/'
            'site-packages/transformers/trainer.py", line 1120, in training_step\n    '
            "loss.backward()\nRuntimeError: grad can be implicitly created only for scalar outputs",
        ),
        when=lambda found: (
            re.search(r"(?i)transformers|hugging ?face|\bGPT-?2?\b", found.before[-3000:])
            is not None
        ),
    ),
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
            "Trying to backward through {:the |}graph {:a |}second time",
            "Specify retain_graph=True when calling {:text}backward",
            "Saved intermediate values of the graph are freed when you call",
            "{:D|d}irectly access saved {:tensors|variables} after they have already been freed",
        ),
        "autograd twice",
        "backward frees the values that it saved, as soon as it has used them, and a part of this "
        "graph was used before.",
        "If it comes in the second turn of a loop, compute inside of the loop what the loss is "
        "made of, and cut off what is kept from the turn before by h = h.detach(): a hidden state, "
        "a running loss, a replay buffer. Data, as a rule, need no requires_grad=True: take it out "
        "and make them anew. If two losses share a part, call backward once, (a + b).backward(), "
        "or detach it for one of them: advantage.detach() for an actor, G(z).detach() for a "
        "discriminator. If you do need the same graph twice, write y.backward(retain_graph=True) "
        "the first time.",
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
        "Without a model, write requires_grad=True where your tensors are made. With one, print "
        "requires_grad of what it gives. If it is False, the weights that forward uses are frozen "
        "(a new last layer has to take the old one's name, as model.fc of a ResNet: print(model)), "
        "it ran under no_grad, or forward gives back its input (return x for return y) or a tensor "
        "that it made anew; if it is True, look between it and the loss for .detach(), .data, "
        ".item(), argmax, a comparison, NumPy, or torch.tensor(…) around a result. "
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
        "A tensor of whole numbers or truth values was changed in place after a step had kept it: "
        "as the places that an embedding, gather or x[i] takes, or as a mask. It has the shape "
        "[{shape}]. It is at version {now}, and version {saved} was kept.",
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
        CHANGED_BY,
        "autograd inplace",
        "A tensor of shape [{shape}] was changed between the forward pass and its backward, as a "
        "rule by an optimizer's step: the weight of an nn.Linear({inputs}, {outputs}) is kept in "
        "this shape. It is at version {now}, and version {saved} was recorded.",
        BETWEEN_STEPS,
        None,
        recorded=(
            "RuntimeError: one of the variables needed for gradient computation has been modified "
            "by an inplace operation: [torch.FloatTensor [64, 1]], which is output 0 of TBackward, "
            "is at version 2; expected version 1 instead. Hint: enable anomaly detection to find "
            "the operation that failed to compute its gradient, with "
            "torch.autograd.set_detect_anomaly(True).",
        ),
        more=_turned,
        when=lambda found: _maker(found) == "T" and len(found.shape("shape")) == 2,
    ),
    Entry(
        CHANGED_BY,
        "autograd inplace",
        "A tensor of shape [{shape}] was changed between the forward pass and its backward: the "
        "weight of an nn.Linear({inputs}, {outputs}) by an optimizer's step, or a part x[i] of a "
        "tensor that a loop writes into. It is at version {now}, and version {saved} was recorded.",
        "If the model has such a layer, compute each loss in a forward pass of its own, after the "
        "step before it; in a GAN give the discriminator G(z).detach() in its own step. If "
        "retain_graph=True is there only against another error, take it out, and write h = "
        "h.detach() for what is kept from one turn to the next. If a loop writes x[i] = …, "
        "collect the parts in a list and write torch.stack(parts), or read x[i - 1].clone().",
        None,
        recorded=(
            "RuntimeError: one of the variables needed for gradient computation has been modified "
            "by an inplace operation: [torch.cuda.FloatTensor [512, 10]], which is output 0 of "
            "AsStridedBackward0, is at version 2; expected version 1 instead.",
        ),
        more=_turned,
        when=lambda found: _maker(found) == "AsStrided" and len(found.shape("shape")) == 2,
    ),
    Entry(
        CHANGED_BY,
        "autograd inplace",
        "A part of a tensor, such as x[i], or another view of it went into a computation, and then "
        "the tensor itself was changed: as in a loop that writes x[i] = … and reads x[i - 1]. It "
        "has the shape [{shape}]. It is at version {now}, and version {saved} was kept.",
        "Collect the parts in a list, parts.append(f(parts[-1])), and write "
        "x = torch.stack(parts) behind the loop. Or read a copy, x[i - 1].clone(). Where the whole "
        "tensor is changed by +=, write x = x + 1; where it is a weight, compute the loss anew "
        "after optimizer.step().",
        "c = torch.ones(4, requires_grad=True)\nx = torch.ones(3, 4)\n"
        "for i in range(1, 3):\n    x[i] = c * x[i - 1]\nx.sum().backward()",
        when=lambda found: (
            _maker(found) in PARTS
            or (_maker(found) == "AsStrided" and len(found.shape("shape")) != 2)
        ),
        recorded=(
            "RuntimeError: one of the variables needed for gradient computation has been modified "
            "by an inplace operation: [torch.cuda.FloatTensor [16, 1, 80]], which is output 0 of "
            "SelectBackward, is at version 378; expected version 377 instead. Hint: the backtrace "
            "further above shows the operation that failed to compute its gradient.",
        ),
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
        "Write y = y {sign} a in place of y {sign}= a: that makes a new tensor. Or change a clone. "
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
        "Look for the line behind {by} that changes it: write y = y + 1 in place of y += 1, "
        "u = u / u.norm() in place of u /= u.norm(), x = x * mask in place of x[…] = 0, and leave "
        "inplace=True out of the layers there. torch.autograd.set_detect_anomaly(True) shows the "
        "step that needs the old numbers.",
        "x = torch.ones(3, requires_grad=True)\ny = x.exp()\ny += 1\ny.sum().backward()",
        when=lambda found: found["by"] != "",
    ),
    Entry(
        CHANGED + ": [{:text} [{shape:shape}]] is at version {now:int}; expected version "
        "{saved:int} instead",
        "autograd inplace",
        "A tensor that no operation made was changed between the forward pass and its backward: "
        "a parameter, by an optimizer's step, as a rule. It has the shape [{shape}]. It is at "
        "version {now}, and version {saved} was kept.",
        "If there are two losses, compute the second one after the first step, in a forward pass "
        "of its own; in a GAN give the discriminator G(z).detach() in its own step. If "
        "retain_graph=True is there only against another error, take it out, and write h = "
        "h.detach() for what is kept from one turn of the loop to the next. Under "
        "DistributedDataParallel it may be a number of BatchNorm: write broadcast_buffers=False. "
        "An input is left as it is: x = x + 1 in place of x += 1.",
        "w = torch.ones(3, requires_grad=True)\nloss = (w ** 2).sum()\n"
        "with torch.no_grad():\n    w -= 0.1\nloss.backward()",
        when=lambda found: found["shape"] is not None,
        recorded=(
            "RuntimeError: one of the variables needed for gradient computation has been modified "
            "by an inplace operation: [torch.cuda.FloatTensor [512, 10]] is at version 5; expected "
            "version 4 instead. Hint: enable anomaly detection to find the operation that failed.",
        ),
    ),
    Entry(
        (
            "one of the variables needed for gradient computation has been modified",
            "has been modified by an {:inplace|in-place} operation",
            "{:F|f}ound an in-place operation that changes one {:of |}the variables needed by "
            "gradient computation",
        ),
        "autograd inplace",
        "A tensor that a step had kept for its gradient was changed in place before backward: a "
        "weight by an optimizer's step, or a result by +=, x[…] = … or inplace=True.",
        "If there are two losses (a GAN, an actor and a critic), it is a step, as a rule: compute "
        "the second loss after it, in a forward pass of its own, and give a discriminator "
        "G(z).detach(). If retain_graph=True is there only against another error, take it out, "
        "and write h = h.detach() for what is kept from one turn to the next. Else write y = y + "
        "1 in place of y += 1, torch.stack of a list in place of x[i] = …, leave inplace=True "
        "out, and make what autograd.grad is given anew in each turn. "
        "torch.autograd.set_detect_anomaly(True) shows the step that needs the old numbers.",
        None,
        recorded=(
            "RuntimeError: one of the variables needed for gradient computation has been modified "
            "by an inplace operation",
            "RuntimeError: one of the variables needed for gradient computation has been modified: "
            "is at version 2; expected version 1 instead",
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
        "'NoneType' object has no attribute '{name:data}'",
        "autograd leaves",
        "None stands before .data: a bias that the layer does not have, as with bias=False, or a "
        "gradient that was not computed, since the loss does not depend on the tensor or backward "
        "was not called.",
        "Ask first: if m.bias is not None, if p.grad is not None. Where each parameter should have "
        "a gradient, call backward before, and look for .detach(), .data and torch.tensor(…) on "
        "the way to the loss.",
        "from torch import nn\nnn.Linear(2, 2, bias=False).bias.data.zero_()",
        recorded=("PyTorch: AttributeError: 'NoneType' object has no attribute 'data'",),
        when=lambda found: (
            re.search(r"\b(?:bias|weight)\.data\b", found.line) is not None
            or (not found.line and "torch" in found.before.lower())
        ),
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
        "There is no gradient: .grad is None before the first backward and, since PyTorch 2.0, "
        "after zero_grad(), for a tensor that the loss does not depend on or that requires no "
        "gradients, and for one that was computed from others.",
        "Call backward first, and pass over parameters without: if p.grad is not None. If it was "
        "called, .data, NumPy or torch.tensor([a, b]) may have cut the way to the loss: "
        "torch.stack([a, b]) keeps it. w = w - 0.1 * w.grad makes a new w: write with "
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
        "Write requires_grad=True where it is made, or x.requires_grad_() before the result is "
        "computed.",
        "x = torch.ones(3, requires_grad=True)\ntorch.autograd.grad(x.sum(), torch.ones(3))",
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
        "In a Function of your own backward gives a gradient for each argument of forward, ctx "
        "aside, in "
        "that order, each with the argument's shape. Behind PyTorch's own steps look for a tensor "
        "that got another size since the forward pass, through .data or set_. If there is none, "
        "the fault may be this release's: take a newer one, and give the inputs all their axes, as "
        "b.unsqueeze(-1) for the vectors of torch.linalg.solve.",
        "class Half(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n"
        "        return x[:2]\n    @staticmethod\n    def backward(ctx, g):\n        return g\n"
        "Half.apply(torch.ones(4, requires_grad=True)).sum().backward()",
        recorded=(
            "RuntimeError: Function MulBackward0 returned an invalid gradient at index 1 - got [3] "
            "but expected shape compatible with [4]",
        ),
    ),
    Entry(
        INVALID_TYPE,
        "autograd gradient",
        "Tensors of two types or devices met in a {sign} of the forward pass. That was let through "
        "there, and fails on the way back. Wanted is {target}, and the gradient is {value}.",
        "Make both alike: begin a sum of losses with 0 or torch.zeros(1, device=device), not with "
        "torch.tensor([0]), and write x.to(y) for others. A number that a layer keeps goes along "
        "with model.to(device) as nn.Parameter, or by register_buffer.",
        None,
        recorded=(
            "RuntimeError: Function AddBackward0 returned an invalid gradient at index 1 - "
            "expected type torch.FloatTensor but got torch.LongTensor",
            "RuntimeError: Function MulBackward0 returned an invalid gradient at index 0 - "
            "expected device cuda:0 but got cpu",
        ),
        more=lambda found: {"sign": SIGNS[_maker(found)]},
        when=lambda found: _maker(found) in SIGNS,
    ),
    Entry(
        (
            *INVALID_TYPE,
            "Function {by:path} returned an invalid gradient at index {number:int} - expected "
            "{:text} but got {:text}",
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
        "Function {by:path} returned an invalid gradient",
        "autograd gradient",
        "A gradient has the shape, the type and the device of its tensor, and the one that {by} "
        "gave differs in one of them. The words that follow in the message tell in which.",
        "Where the type or the device differs, move the model before its optimizer is made and "
        "before anything is computed with it, and make numbers that are added or multiplied on the "
        "same device. Where the shape differs, look for .data = … after the forward pass. In a "
        "Function of your own give each argument a gradient of its own kind.",
        None,
        recorded=("RuntimeError: Function AddmmBackward returned an invalid gradient",),
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
        "If you write y.backward(g), give g the shape of y, g.reshape(y.shape) or "
        "torch.ones_like(y); a loss that is one number needs none, or one without axes: "
        "torch.tensor(-1.0). If the line begins with Function … returned an, look for a tensor "
        "that got another size through .data, and at a backward of your own.",
        None,
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
        "No parameters reached the optimizer: the model has none that it knows of, or what was "
        "handed over was used up or filtered out.",
        "print(model). If it lists no layers, they lie in a plain list, tuple or dictionary "
        "(nn.ModuleList and nn.ModuleDict are seen), the bracket of nn.Sequential stands on the "
        "next line, or __init__ is misspelt: two underscores on each side. Weights of your own "
        "become nn.Parameter. If it does list them, filter let none through, as all are frozen, or "
        "parameters() was gone through before: call it anew, or keep list(model.parameters()). A "
        "model without weights, such as one that guesses at random, needs no optimizer.",
        "torch.optim.SGD([], lr=0.1)",
    ),
    Entry(
        "params argument given to the optimizer should be an iterable of {:Tensors|Variables} or "
        "dicts, but got {kind:name}",
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
        "Write model.parameters() without brackets around it: [model.parameters()] is a list of "
        "one generator. Of a list of layers take [p for layer in layers for p in "
        "layer.parameters()]; two models give list(a.parameters()) + list(b.parameters()). "
        "state_dict() gives names, and named_parameters() pairs: [p for _, p in "
        "model.named_parameters()]. A number of your own becomes torch.tensor(1.0, "
        "requires_grad=True).",
        "torch.optim.SGD([1, 2], lr=0.1)",
    ),
    Entry(
        ("can't optimize a non-leaf {:Tensor|Variable}", "can't optimize a non-leaf Tensor"),
        "autograd leaves",
        "An optimizer changes tensors that you made, and this one was computed from others that "
        "record gradients: by an operation such as *, .to() or .double(), or by writing into it, "
        "w[:] = 10.",
        "Do all that first, and ask for gradients last: w = (torch.randn(3) * 0.01).to(device)"
        ".requires_grad_(). What was computed already begins anew by w = w.detach()"
        ".requires_grad_(). The weight of a layer is changed by with torch.no_grad(): "
        "conv.weight[:, :3] = old, or replaced by conv.weight = nn.Parameter(new). Of a model hand "
        "over model.parameters(), and not its output.",
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
        "Call optimizer.step() in each batch, and scheduler.step() after it. If that is so, "
        "another optimizer than the scheduler's makes the steps: make the scheduler of the one "
        "that does. With a GradScaler that passes over its first step the warning can be ignored.",
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
