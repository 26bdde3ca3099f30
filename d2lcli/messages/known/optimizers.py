"""Optimizers, learning rates over time, and training in half floats."""

from __future__ import annotations

from ..entry import Entry, Found

OPTIMIZERS_OF_TORCH = (
    "SGD|Adam|AdamW|RMSprop|Adagrad|Adadelta|Adamax|NAdam|RAdam|ASGD|Rprop|LBFGS|SparseAdam|"
    "Adafactor|Optimizer"
)
SCHEDULERS = (
    "StepLR|MultiStepLR|ExponentialLR|CosineAnnealingLR|CosineAnnealingWarmRestarts|LambdaLR|"
    "ReduceLROnPlateau|CyclicLR|OneCycleLR|LinearLR|ConstantLR|PolynomialLR|SequentialLR|"
    "MultiplicativeLR|LRScheduler|ChainedScheduler"
)
W = "from torch import nn, optim\nw = torch.ones(2, requires_grad=True)\n"
SGD = W + "o = optim.SGD([w], lr=0.1)\n"


def _of_optim(found: Found) -> bool:
    """Whether an optimizer or a scheduler of torch is in the traceback."""
    before = found.before.replace("\\", "/")
    return "torch/optim" in before or found.calls("optim", "StepLR", "LambdaLR", "lr_scheduler")


OPTIMIZERS = (
    Entry(
        "Invalid learning rate: {lr:text}",
        "",
        "The learning rate is a number from 0 up. This one is {lr}.",
        "Write lr=0.01, or another small number.",
        W + "optim.SGD([w], lr=-1)",
    ),
    Entry(
        (
            "Invalid beta parameter at index {number:int}: {value:text}",
            "Invalid momentum value: {value:text}",
            "Invalid epsilon value: {value:text}",
            "Invalid weight_decay value: {value:text}",
            "Invalid rho value: {value:text}",
            "Invalid alpha value: {value:text}",
            "Invalid lr_decay value: {value:text}",
        ),
        "",
        "An optimizer's setting lies outside what it may be: betas are from 0 up and below 1, the "
        "others from 0 up. It is {value}.",
        "Leave the setting out, and the usual value is taken; Adam has betas=(0.9, 0.999).",
        W + "optim.Adam([w], betas=(1.0, 0.9))",
        recorded=("ValueError: Invalid weight_decay value: -1",),
    ),
    Entry(
        "Nesterov momentum requires a momentum and zero dampening",
        "",
        "nesterov=True changes what momentum does, and there is none.",
        "Write optim.SGD(params, lr=0.1, momentum=0.9, nesterov=True).",
        W + "optim.SGD([w], lr=0.1, nesterov=True)",
    ),
    Entry(
        "parameter group didn't specify a value of required optimization parameter {name:name}",
        "",
        "The optimizer has no usual value for {name}, and none was given.",
        "Write it as an argument, as in optim.SGD(model.parameters(), lr=0.1).",
        None,
        recorded=(
            "ValueError: parameter group didn't specify a value of required optimization "
            "parameter lr",
        ),
    ),
    Entry(
        (
            "some parameters appear in more than one parameter group",
            "optimizer contains a parameter group with duplicate parameters",
        ),
        "autograd leaves",
        "The optimizer was given one tensor twice, and would change it twice in each step. A layer "
        "that a model holds under two names, or the whole model beside a part of it, does that.",
        "Give each parameter once: leave those of the part out of the others, as in [p for p in "
        "model.parameters() if id(p) not in ids].",
        W + 'optim.SGD([{"params": [w]}, {"params": [w]}], lr=0.1)',
    ),
    Entry(
        "optimizer parameters need to be organized in ordered collections",
        "autograd leaves",
        "A set has no order of its own, and an optimizer keeps its parameters in order.",
        "Write a list: [w, b].",
        None,
        recorded=(
            "TypeError: optimizer parameters need to be organized in ordered collections, but the "
            "ordering of tensors in sets will change between runs. Please use a list instead.",
        ),
    ),
    Entry(
        ("param_group must be a dict, but got {kind:text}", "param group must be a dict"),
        "autograd leaves",
        "add_param_group takes a dictionary. This is of type {kind}.",
        "Write optimizer.add_param_group(dict(params=layer.parameters())).",
        SGD + "o.add_param_group([w])",
    ),
    Entry(
        ("step() missing 1 required positional argument: 'closure'",),
        "",
        "LBFGS computes the loss several times in one step, and takes a function that does so.",
        "Write def closure(): optimizer.zero_grad(); loss = …; loss.backward(); return loss, and "
        "optimizer.step(closure).",
        W + "optim.LBFGS([w]).step()",
    ),
    Entry(
        "step() missing 1 required positional argument: 'metrics'",
        "",
        "ReduceLROnPlateau watches a number, and lowers the learning rate when it stops getting "
        "better. It was not told the number.",
        "Write scheduler.step(val_loss) once after each epoch; other schedulers take nothing.",
        SGD + "optim.lr_scheduler.ReduceLROnPlateau(o).step()",
    ),
    Entry(
        "{kind:" + SCHEDULERS + "}.__init__() got an unexpected keyword argument 'verbose'",
        "",
        "Newer releases of PyTorch have no verbose in schedulers. {kind} says nothing by itself.",
        "Leave it out, and print scheduler.get_last_lr() where you want to see the rate.",
        SGD + "optim.lr_scheduler.ReduceLROnPlateau(o, verbose=True)",
        since=(2, 13),
        recorded=(
            "TypeError: CosineAnnealingLR.__init__() got an unexpected keyword argument 'verbose'",
        ),
    ),
    Entry(
        "__init__() got an unexpected keyword argument 'verbose'",
        "",
        "Newer releases of PyTorch have no verbose in schedulers.",
        "Leave it out, and print scheduler.get_last_lr() where you want to see the rate.",
        None,
        recorded=(
            'File "a.py", line 3, in <module>\n    s = lr_scheduler.StepLR(o, 3, verbose=True)\n'
            "TypeError: __init__() got an unexpected keyword argument 'verbose'",
        ),
        when=_of_optim,
    ),
    Entry(
        "{kind:" + OPTIMIZERS_OF_TORCH + "}.__init__() got an unexpected keyword argument "
        "'{name:quoted}'",
        "",
        "The optimizer {kind} has no setting called {name}.",
        "The rate is called lr in all of them. momentum belongs to SGD and RMSprop, betas to Adam "
        "and AdamW. help(torch.optim.{kind}) lists the others.",
        W + "optim.Adam([w], momentum=0.9)",
    ),
    Entry(
        ("{kind:name} is not an Optimizer", "'{kind:quoted}' is not an Optimizer"),
        "",
        "A scheduler changes the learning rate of an optimizer, and takes that first. This is of "
        "type {kind}.",
        "Write optim.lr_scheduler.StepLR(optimizer, step_size=10), with the optimizer itself. A "
        "wrapper of another library holds it as an attribute, such as optimizer.optimizer.",
        W + "optim.lr_scheduler.StepLR(w, 3)",
    ),
    Entry(
        "param 'initial_lr' is not specified in param_groups[{number:int}] when resuming",
        "",
        "last_epoch tells a scheduler that it goes on with a training, and this optimizer has no "
        "rate that it began with.",
        "Leave last_epoch out, make the scheduler as at the start, and load both: "
        "optimizer.load_state_dict(…), scheduler.load_state_dict(…).",
        SGD + "optim.lr_scheduler.StepLR(o, 3, last_epoch=5)",
    ),
    Entry(
        "Tried to step {steps:int} times. The specified number of total steps is {total:int}",
        "",
        "OneCycleLR plans each step ahead, and there are more steps than were planned. It was made "
        "for {total}, and this is number {steps}.",
        "Give total_steps, or epochs and steps_per_epoch=len(loader), as many as there are calls "
        "of scheduler.step(): once for each batch. A training that goes on needs the whole "
        "number.",
        SGD + "s = optim.lr_scheduler.OneCycleLR(o, 0.1, total_steps=1)\ns.step()\ns.step()",
        recorded=(
            "ValueError: Tried to step 2002 times. The specified number of total steps is 2000",
        ),
    ),
    Entry(
        (
            "Tried to step {steps:int} times. The specified number of steps is {total:int}",
            "Tried to step {steps:int} times. The specified number of total_steps is {total:int}",
        ),
        "",
        "OneCycleLR plans each step ahead, and there are more steps than were planned. It was made "
        "for {total}, and this is number {steps}.",
        "Give total_steps, or epochs and steps_per_epoch=len(loader), as many as there are calls "
        "of scheduler.step(): once for each batch.",
        None,
        recorded=("ValueError: Tried to step 101 times. The specified number of steps is 100",),
    ),
    Entry(
        "You must define either total_steps OR (epochs AND steps_per_epoch)",
        "",
        "OneCycleLR plans each step ahead, and needs to know how many there are.",
        "Write OneCycleLR(optimizer, max_lr=0.1, epochs=10, steps_per_epoch=len(loader)).",
        SGD + "optim.lr_scheduler.OneCycleLR(o, 0.1)",
    ),
    Entry(
        (
            "Expected positive integer T_0, but got {value:text}",
            "Expected positive integer total_steps, but got {value:text}",
            "Expected positive integer epochs, but got {value:text}",
            "Expected positive integer steps_per_epoch, but got {value:text}",
            "Expected integer T_mult >= 1, but got {value:text}",
        ),
        "",
        "A scheduler counts epochs or steps by whole numbers above 0. This one is {value}.",
        "Write n // 2 in place of n / 2, int(n), and max(1, n) where a short run gives 0.",
        SGD + "optim.lr_scheduler.CosineAnnealingWarmRestarts(o, 0)",
        recorded=("ValueError: Expected positive integer total_steps, but got 0",),
    ),
    Entry(
        (
            "Expected {wanted:int} lr_lambdas, but got {got:int}",
            "expected {wanted:int} min_lrs, got {got:int}",
            "{:text} must have the same length as optimizer.param_groups. {:text} has {got:int} "
            "values, param_groups has {wanted:int}",
        ),
        "",
        "A scheduler takes one value for all groups of parameters, or one for each. The optimizer "
        "has {wanted}, and got {got}.",
        "Give one value, or a list as long as optimizer.param_groups.",
        SGD + "optim.lr_scheduler.LambdaLR(o, [None, None])",
    ),
    Entry(
        ("mode {mode:few} is unknown!", "threshold mode {mode:few} is unknown!"),
        "",
        "ReduceLROnPlateau knows min, for a loss, and max, for an accuracy. This is {mode}.",
        'Write mode="min" or mode="max".',
        SGD + 'optim.lr_scheduler.ReduceLROnPlateau(o, mode="lowest")',
        when=_of_optim,
    ),
    Entry(
        "Factor should be < 1.0",
        "",
        "ReduceLROnPlateau multiplies the rate by the factor to make it smaller.",
        "Write factor=0.1, or another number below 1.",
        SGD + "optim.lr_scheduler.ReduceLROnPlateau(o, factor=1.5)",
    ),
    Entry(
        "optimizer must support momentum {:or beta1 |}with `cycle_momentum` option enabled",
        "",
        "CyclicLR and OneCycleLR move the momentum too, and this optimizer has none.",
        "Write cycle_momentum=False, or take an optimizer with momentum, such as SGD(…, "
        "momentum=0.9).",
        W + "optim.lr_scheduler.CyclicLR(optim.Adagrad([w]), 0.1, 0.2)",
    ),
    Entry(
        (
            "Seems like `optimizer.step()` has been overridden after learning rate scheduler "
            "initialization",
            "To get the last learning rate computed by the scheduler, please use `get_last_lr()`",
            "The epoch parameter in `scheduler.step()` was not necessary and is being deprecated",
        ),
        "",
        "PyTorch warns of how a scheduler is used: the training goes on.",
        "Write scheduler.step() without an argument, after optimizer.step(), and read the rate "
        "with scheduler.get_last_lr().",
        SGD + "optim.lr_scheduler.StepLR(o, 3).get_lr()",
        recorded=(
            "UserWarning: The epoch parameter in `scheduler.step()` was not necessary and is "
            "being deprecated where possible.",
        ),
    ),
    Entry(
        (
            "{name:name} does not support sparse gradients",
            "{name:name} does not support sparse gradients, please consider SparseAdam instead",
        ),
        "autograd gradient",
        "An embedding with sparse=True gives gradients that hold only the rows in use, and this "
        "optimizer takes whole ones.",
        "Leave sparse=True out of nn.Embedding, or take optim.SparseAdam, or SGD, for it.",
        "from torch import nn, optim\ne = nn.Embedding(3, 2, sparse=True)\n"
        "e(torch.tensor([0])).sum().backward()\noptim.Adam(e.parameters()).step()",
    ),
    Entry(
        "SparseAdam does not support dense gradients, please consider Adam instead",
        "autograd gradient",
        "SparseAdam is for embeddings with sparse=True, and these gradients are whole.",
        "Take optim.Adam, or write sparse=True in nn.Embedding.",
        W + "w.sum().backward()\noptim.SparseAdam([w]).step()",
    ),
    Entry(
        "`fused=True` requires all the params to be floating point Tensors of supported devices",
        "env",
        "fused=True does a step in one go on the GPU, and a parameter is not there, or not of "
        "floats.",
        "Send the model to the GPU before the optimizer is made, or leave fused=True out.",
        None,
        recorded=(
            "RuntimeError: `fused=True` requires all the params to be floating point Tensors of "
            "supported devices: ['mps', 'cuda', 'xpu', 'hpu', 'cpu'] but torch.int64 and cpu",
        ),
    ),
    Entry(
        (
            "If capturable=False, state_steps should not be CUDA tensors",
            "lr as a Tensor is not supported for capturable=False and foreach=True",
        ),
        "env",
        "The state of the optimizer was brought to the GPU with all that belongs to it, and Adam "
        "keeps its count of steps on the CPU.",
        "Write optimizer.param_groups[0]['capturable'] = True after loading, or take another "
        "release of PyTorch: 1.12.0 had this fault, 1.12.1 does not.",
        None,
        recorded=(
            "AssertionError: If capturable=False, state_steps should not be CUDA tensors.",
            "AssertionError: If capturable=False, state_steps should not be CUDA tensors",
        ),
    ),
    Entry(
        (
            "'{kind:" + OPTIMIZERS_OF_TORCH + "}' object has no attribute "
            "'{name:lr|learning_rate|param_group|params|get_lr}'",
        ),
        "",
        "An optimizer keeps its settings in groups, and has no {name} itself.",
        'Read or set optimizer.param_groups[0]["lr"]; the parameters are in '
        'optimizer.param_groups[0]["params"].',
        SGD + "o.lr",
    ),
    Entry(
        "unscale_() has already been called on this optimizer since the last update()",
        "autograd gradient",
        "A scaler takes its factor out of the gradients once in a step, and this is the second "
        "time.",
        "Call scaler.unscale_(optimizer) once, then scaler.step(optimizer) and scaler.update(). "
        "With several batches to a step unscale only where the step is done.",
        SGD + 's = torch.amp.GradScaler("cpu")\ns.scale(w.sum()).backward()\ns.unscale_(o)\n'
        "s.unscale_(o)",
        since=(2, 4),
    ),
    Entry(
        (
            "step() has already been called since the last update()",
            "unscale_() is being called after step()",
        ),
        "autograd gradient",
        "A scaler wants scaler.update() after each scaler.step(optimizer), and it was left out.",
        "Write scaler.scale(loss).backward(), scaler.step(optimizer), scaler.update(), in this "
        "order, for each batch.",
        SGD + 's = torch.amp.GradScaler("cpu")\ns.scale(w.sum()).backward()\ns.step(o)\ns.step(o)',
        since=(2, 4),
    ),
    Entry(
        (
            "No inf checks were recorded prior to update",
            "Attempted unscale_ but _scale is None. This may indicate your script did not use "
            "scaler.scale(loss or outputs) earlier in the iteration",
            "Attempted {name:name} but _scale is None",
        ),
        "autograd gradient",
        "The scaler was asked to step or update, and no loss went through it in this step.",
        "Write scaler.scale(loss).backward() in place of loss.backward(), then "
        "scaler.step(optimizer) and scaler.update().",
        's = torch.amp.GradScaler("cpu")\ns.update()',
        since=(2, 4),
    ),
    Entry(
        "binary_cross_entropy and torch.nn.BCELoss are unsafe to autocast",
        "tensor dtypes",
        "In half floats a probability close to 0 or 1 becomes 0 or 1, and its logarithm infinite: "
        "autocast refuses this loss.",
        "Take F.binary_cross_entropy_with_logits (nn.BCEWithLogitsLoss) on the outputs as they "
        'are, without sigmoid. Or compute this loss outside: with torch.autocast("cuda", '
        "enabled=False), on out.float().",
        None,
        recorded=(
            "RuntimeError: torch.nn.functional.binary_cross_entropy and torch.nn.BCELoss are "
            "unsafe to autocast.",
        ),
    ),
    Entry(
        (
            "User specified an unsupported autocast device_type '{name:quoted}'",
            "User specified autocast device_type must be {:few} but got '{name:quoted}'",
        ),
        "env",
        "autocast takes the kind of a device, and there is none of that name. It is {name}.",
        'Write torch.autocast("cuda") or torch.autocast("cpu"), without a number.',
        None,
        recorded=(
            "RuntimeError: User specified an unsupported autocast device_type 'cuda:0'",
            "RuntimeError: User specified autocast device_type must be 'cuda' or 'cpu' but got "
            "'mps'",
        ),
    ),
    Entry(
        "Current CUDA Device does not support bfloat16. Please switch dtype to float16",
        "env",
        "This GPU has no bfloat16: those of NVIDIA have it from Ampere on (RTX 30, A100).",
        'Write torch.autocast("cuda", dtype=torch.float16), with a torch.amp.GradScaler.',
        None,
        recorded=(
            "RuntimeError: Current CUDA Device does not support bfloat16. Please switch dtype to "
            "float16.",
        ),
    ),
    Entry(
        "The total norm of order {order:text} for gradients from `parameters` is non-finite",
        "norm vector",
        "A gradient is infinite or nan, so the norm that they are clipped by is too.",
        "Look for the first loss that is nan: print it. A smaller learning rate, or 1e-8 under a "
        "root or a logarithm, helps as a rule.",
        W + "w.grad = torch.tensor([float('nan'), 1.0])\n"
        "nn.utils.clip_grad_norm_([w], 1.0, error_if_nonfinite=True)",
    ),
    Entry(
        "outputs must be a Tensor or an iterable of Tensors",
        "autograd gradient",
        "scaler.scale takes the loss, as a tensor, and got something else: a number, or None.",
        "Print type(loss): a loss that starts as 0 and to which nothing was added is a number "
        "still, and .item() makes one of it.",
        'torch.amp.GradScaler("cpu").scale(1.0)',
        since=(2, 4),
    ),
)
