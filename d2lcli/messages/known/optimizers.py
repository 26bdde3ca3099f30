"""Optimizers, learning rates over time, half floats, and what trainers of other packages say."""

from __future__ import annotations

import re

from ..entry import Entry, Found, Way
from .calls import last_traceback
from .modules import is_a
from .ways import ways

OPTIMIZERS_OF_TORCH = (
    "SGD|Adam|AdamW|RMSprop|Adagrad|Adadelta|Adamax|NAdam|RAdam|ASGD|Rprop|LBFGS|SparseAdam|"
    "Adafactor|Optimizer"
)
SCHEDULERS = (
    "StepLR|MultiStepLR|ExponentialLR|CosineAnnealingLR|CosineAnnealingWarmRestarts|LambdaLR|"
    "ReduceLROnPlateau|CyclicLR|OneCycleLR|LinearLR|ConstantLR|PolynomialLR|SequentialLR|"
    "MultiplicativeLR|LRScheduler|ChainedScheduler"
)
# What the Trainer of Lightning took before its release 2.0.
OF_LIGHTNING = (
    "gpus|progress_bar_refresh_rate|checkpoint_callback|resume_from_checkpoint|auto_lr_find|"
    "auto_scale_batch_size|auto_select_gpus|tpu_cores|distributed_backend|weights_summary|"
    "replace_sampler_ddp|track_grad_norm|amp_backend|amp_level|weights_save_path|nb_gpu_nodes|"
    "truncated_bptt_steps|terminate_on_nan|stochastic_weight_avg|early_stop_callback"
)
# What its Trainer has no more, and what came in its place.
TRAINER = {
    "lr_schedulers": "lr_scheduler_configs",
    "accelerator_backend": "strategy, or trainer.accelerator before 1.6",
    "training_type_plugin": "strategy",
    "train_loop": "fit_loop",
    "running_sanity_check": "sanity_checking",
    "progress_bar_dict": "progress_bar_metrics",
    "num_gpus": "num_devices",
    "root_gpu": "strategy.root_device.index",
}
W = "from torch import nn, optim\nw = torch.ones(2, requires_grad=True)\n"
SGD = W + "o = optim.SGD([w], lr=0.1)\n"


def _of_optim(found: Found) -> bool:
    """Whether an optimizer or a scheduler of torch is in the traceback."""
    traceback = last_traceback(found).replace("\\", "/")
    return "torch/optim" in traceback or found.calls("optim", "StepLR", "LambdaLR", "lr_scheduler")


def _in_optimizer(found: Found) -> bool:
    """Whether the last frame is one of torch's optimizers."""
    files = re.findall(r'File "([^"]+)"', last_traceback(found).replace("\\", "/"))
    return bool(files) and "torch/optim" in files[-1]


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
        "LBFGS, as some optimizers of other libraries, computes the loss several times in one "
        "step, and takes a function that does so.",
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
        (
            "{kind:" + SCHEDULERS + "}.__init__() got an unexpected keyword argument 'verbose'",
            "{kind:LRScheduler}.__init__() takes from 2 to 3 positional arguments but 4 were given",
            "__init__() got an unexpected keyword argument 'verbose'",
        ),
        "",
        "Newer releases of PyTorch have no verbose in schedulers.",
        "Leave it out, and print scheduler.get_last_lr() where you want to see the rate.",
        SGD + "optim.lr_scheduler.ReduceLROnPlateau(o, verbose=True)",
        since=(2, 13),
        recorded=(
            "TypeError: CosineAnnealingLR.__init__() got an unexpected keyword argument 'verbose'",
        ),
        when=lambda found: "kind" in found.fields or _of_optim(found),
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
        (
            "Tried to step {steps:int} times. The specified number of total steps is {total:int}",
            "Tried to step {steps:int} times. The specified number of steps is {total:int}",
            "Tried to step {steps:int} times. The specified number of total_steps is {total:int}",
        ),
        "",
        "OneCycleLR plans each step ahead, and there are more steps than were planned. It was made "
        "for {total}, and this is number {steps}.",
        "Give total_steps, or epochs and steps_per_epoch=len(loader), as many as there are calls "
        "of scheduler.step(): once for each batch. A training that goes on needs the whole "
        "number.",
        SGD + "s = optim.lr_scheduler.OneCycleLR(o, 0.1, total_steps=1)\ns.step()\ns.step()",
        recorded=(
            "ValueError: Tried to step 2002 times. The specified number of total steps is 2000",
            "ValueError: Tried to step 101 times. The specified number of steps is 100",
        ),
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
        "'{name:lr_lambdas|lr_lambda|_schedulers}'",
        "",
        "The state that the scheduler is to load has no {name}: it is of a scheduler of another "
        "class, or was loaded once before by an old PyTorch, which took that part out of it.",
        "",
        SGD + "s = optim.lr_scheduler\n"
        "s.LambdaLR(o, lambda n: 1.0).load_state_dict(s.StepLR(o, 2).state_dict())",
        ways=ways("""
            another scheduler was saved: Make the one that was saved, or load the optimizer's state
                alone.
            loaded twice, PyTorch before 1.5: Install a newer one, or load a copy each time:
                scheduler.load_state_dict(copy.deepcopy(state)).
        """),
        when=lambda found: (
            found.type == "KeyError" and "lr_scheduler.py" in found.before + found.code
        ),
    ),
    Entry(
        "'{kind:CosineAnnealingWarmRestarts}' object has no attribute 'T_cur'",
        "",
        "An old PyTorch cannot make a {kind} with a last_epoch other than -1: it takes a step "
        "before T_cur is there.",
        "Leave last_epoch out, and write scheduler.load_state_dict(state) to go on. Or install a "
        "newer PyTorch.",
        None,
        recorded=("AttributeError: 'CosineAnnealingWarmRestarts' object has no attribute 'T_cur'",),
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
        "Seems like {:`|}optimizer.step(){:`|} has been overridden",
        "",
        "The scheduler counts the calls of optimizer.step, and something put another function in "
        "its place after the scheduler was made. The training goes on.",
        "Where each scheduler.step() follows an optimizer.step() let it be.",
        SGD + "s = optim.lr_scheduler.StepLR(o, 3)\no.step = lambda: None\ns.step()",
        ways=ways("""
            apex, amp.initialize: Make the scheduler behind that line.
            another library wraps it: Make the scheduler after the library has the optimizer.
        """),
    ),
    Entry(
        (
            "To get the last learning rate computed by the scheduler, please use `get_last_lr()`",
            "The epoch parameter in `scheduler.step()` was not necessary and is being deprecated",
            "The verbose parameter is deprecated. Please use get_last_lr() to access the learning "
            "rate",
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
        "If capturable=True, params and state_steps must be {:text}",
        "env",
        "capturable=True, which may come with a state that was loaded, asks for parameters and "
        "counts of steps on the GPU, and some are on the CPU.",
        "Write for group in optimizer.param_groups: group['capturable'] = False after loading, or "
        "send the model to the GPU before the optimizer is made and its state loaded.",
        None,
        recorded=(
            "AssertionError: If capturable=True, params and state_steps must be CUDA tensors.",
        ),
    ),
    Entry(
        (
            "lr as a Tensor is not supported for capturable=False and foreach=True",
            "lr as a Tensor is not supported for differentiable",
            "Tensor lr must be 1-element",
            "betas must be either both floats or both Tensors",
            "{:beta1|beta2|betas[0]} as a Tensor is not supported for capturable=False and "
            "foreach=True",
        ),
        "",
        "The learning rate, or a beta, is a tensor here, and this optimizer takes a plain number, "
        "or a tensor of one number in some of its ways alone.",
        "Write lr=0.001, or lr=lr.item() for a tensor of one number. Where it has to be a tensor, "
        "as in a graph of CUDA, write foreach=False or capturable=True too.",
        W + "optim.Adam([w], lr=torch.tensor(0.1), foreach=True)",
        since=(2, 4),
    ),
    Entry(
        "If capturable=False, state_steps should not be CUDA tensors",
        "env",
        "The state of the optimizer was brought to the GPU with all that belongs to it, and Adam "
        "keeps its count of steps on the CPU.",
        "Write for group in optimizer.param_groups: group['capturable'] = True after loading, or "
        "take another release of PyTorch: 1.12.0 had this fault, 1.12.1 does not.",
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
        "A scaler wants scaler.update() after each scaler.step(optimizer): it was left out, or the "
        "calls are in another order.",
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
        "scaler.step(optimizer) and scaler.update(). With Accelerate it is "
        "accelerator.backward(loss) in place of loss.backward(), and optimizer.step() stays.",
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
            "Expected 'device_type' of type 'str', got: '<class '{name:quoted}'>'",
        ),
        "env",
        "autocast takes a kind of device that it knows, as a word, such as cuda or cpu. This "
        "PyTorch does not take {name}.",
        "",
        None,
        ways=(
            Way(
                "mps",
                "Install PyTorch 2.5 or newer, where autocast knows mps, or leave autocast out: "
                "contextlib.nullcontext().",
                lambda found: found["name"].startswith("mps") and ":" not in found["name"],
            ),
            Way(
                "a number in it, or a device",
                'Write torch.autocast(device.type), with "cuda" for "cuda:0".',
                lambda found: ":" in found["name"] or "torch" in found["name"],
            ),
            Way(
                "another kind of device",
                'Renew PyTorch, or leave autocast out there: it knows "cuda", "cpu", and with time '
                "more.",
                lambda found: re.match(r"mps$|.*:|torch", found["name"]) is None,
            ),
        ),
        recorded=(
            "RuntimeError: User specified an unsupported autocast device_type 'mps'",
            "ValueError: Expected `device_type` of type `str`, got: `<class 'torch.device'>`",
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
    Entry(
        (
            "Tensors of the same index must be on the same device and the same dtype except `step` "
            "tensors",
            "params, grads, exp_avgs, and exp_avg_sqs must have same dtype, device, and layout",
        ),
        "env",
        "The optimizer keeps numbers for each parameter, and they lie on another device than it, "
        "or have another type: the model was moved or changed after the optimizer was made.",
        "Move the model first, then make the optimizer, then write optimizer.load_state_dict(…), "
        "which brings the numbers to where the parameters are.",
        None,
        recorded=(
            "RuntimeError: Tensors of the same index must be on the same device and the same dtype "
            "except `step` tensors that can be CPU and float32 notwithstanding",
            "RuntimeError: params, grads, exp_avgs, and exp_avg_sqs must have same dtype, device, "
            "and layout",
        ),
    ),
    Entry(
        (
            "'{:<|<=}' not supported between instances of 'float' and '{kind:name}'",
            "'{:<|<=}' not supported between instances of '{kind:name}' and 'float'",
            "'{kind:float|int}' object is not subscriptable",
        ),
        "",
        "The settings of an optimizer come in a fixed order: the parameters, the learning rate, "
        "which is one number, then others, such as two betas. One of them is of type {kind}.",
        "Name them: optim.Adam(params, lr=1e-3, betas=(0.9, 0.999)). Parameters of two models are "
        "one list, list(a.parameters()) + list(b.parameters()), and a text becomes a number by "
        "float(lr).",
        W + "optim.Adam([w], 0.9, 0.99)",
        when=lambda found: re.search(r"0\.0 <= |lr < 0\.0|betas\[", found.code) is not None,
    ),
    Entry(
        "'{name:betas|foreach|differentiable|maximize|capturable|fused|nesterov|amsgrad|exp_avg|"
        "exp_avg_sq|max_exp_avg_sq|momentum_buffer|step|weight_decay|decoupled_weight_decay}'",
        "",
        "The optimizer looks for {name} in what it was loaded from, and it is not there: that was "
        "saved by another release of PyTorch, or by another optimizer.",
        "Go on with the model's weights and a fresh optimizer. A setting may be put in by hand: "
        "for group in optimizer.param_groups: group.setdefault('{name}', …).",
        W + "o = optim.Adam([w])\nw.sum().backward()\ndel o.param_groups[0]['betas']\no.step()",
        when=lambda found: found.type == "KeyError" and _in_optimizer(found),
    ),
    Entry(
        "Parameter containing:",
        "",
        "The optimizer has no record of one of its parameters: the model was moved or made anew "
        "after the optimizer was made, or the state was loaded for others.",
        "In this order: model.to(device), optimizer = …(model.parameters()), and then "
        "optimizer.load_state_dict(…).",
        None,
        recorded=(
            'File "/lib/torch/optim/sgd.py", line 87, in step\n    param_state = self.state[p]\n'
            "KeyError: Parameter containing:\n(0 ,0 ,.,.) = \n -0.1587  0.0404",
        ),
        when=lambda found: found.type == "KeyError" and _in_optimizer(found),
    ),
    Entry(
        ("'NoneType' object is not subscriptable", "'NoneType' object has no attribute 'copy'"),
        "",
        "The file has no state of an optimizer, but None in its place: it was stripped to the "
        "weights after training, or saved without it.",
        "Go on from a checkpoint that was saved during training, such as last.pt, or leave "
        "optimizer.load_state_dict out and train the weights with a new optimizer.",
        SGD + "o.load_state_dict(None)",
        recorded=(
            'File "a.py", line 3, in <module>\n    optimizer.load_state_dict(state)\n  File '
            '"/lib/torch/optim/optimizer.py", line 138, in load_state_dict\n    saved_groups = '
            "state_dict['param_groups']\nTypeError: 'NoneType' object is not subscriptable",
        ),
        when=lambda found: (
            re.search(r"optimizer\.py.{0,60}\bload_state_dict", last_traceback(found)) is not None
        ),
    ),
    Entry(
        (
            "'{kind:dict|OrderedDict|list|tuple}' object has no attribute '{name:param_groups}'",
            "'{kind:dict|OrderedDict}' object has no attribute '{name:zero_grad|step}'",
        ),
        "",
        "{name} belongs to one optimizer, or scheduler, and this is a {kind}: several of them, "
        "with settings beside, or what state_dict() gave.",
        'Take it out of there, optimizers[0] or config["scheduler"]. A state that was loaded goes '
        "into an optimizer or a scheduler that you made, by scheduler.load_state_dict(state), and "
        "not in its place. Of an attribute such as self.scheduler look for the line that set it.",
        None,
        recorded=(
            "AttributeError: 'dict' object has no attribute 'param_groups'",
            "AttributeError: 'dict' object has no attribute 'step'",
        ),
    ),
    Entry(
        "'{kind:NoneType|function|method|str|list|tuple|bool}' object has no attribute "
        "'{name:step}'",
        "",
        "{name} belongs to an optimizer or a scheduler, and this is of type {kind}.",
        "Look for the line that sets it.",
        "scheduler = None\nscheduler.step()",
        ways=(
            Way(
                "there may be none",
                "Write if scheduler is not None: scheduler.step().",
                is_a("NoneType"),
            ),
            Way(
                "a function that makes it",
                "Call it, and let it return the optimizer.",
                is_a("function", "method", "NoneType"),
            ),
            Way("several in a list", "Write for o in optimizers: o.step().", is_a("list", "tuple")),
            Way(
                "a name, or a switch",
                "Make it: optim.Adam(model.parameters(), lr=1e-3).",
                is_a("str", "bool"),
            ),
        ),
        when=lambda found: (
            re.search(r"(?i)(?:optim\w*|\bopt|sched\w*|scaler)(?:\[\w+\])?\.step\(", found.line)
            is not None
            or (not found.code and "torch" in found.before)
        ),
    ),
    Entry(
        (
            "Expected float between 0 and 1 pct_start, but got {value:few}",
            "{:Starting|Ending|Constant} multiplicative factor expected to be between 0 and 1",
            "Starting multiplicative factor expected to be greater than 0 and less or equal to 1",
        ),
        "",
        "This setting of a scheduler is a share, from 0 to 1. It is {value}.",
        "pct_start of OneCycleLR is the part of all steps in which the rate rises, 0.3 as a rule; "
        "the factors of LinearLR and ConstantLR multiply the rate.",
        SGD + "optim.lr_scheduler.OneCycleLR(o, 0.1, total_steps=10, pct_start=3)",
    ),
    Entry(
        (
            "local variable '{name:values}' referenced before assignment",
            "cannot access local variable '{name:values}' where it is not associated with a value",
        ),
        "",
        "The scheduler has no learning rates to set. As a rule its get_lr raised an error, which "
        "PyTorch 1.4 keeps to itself.",
        "Catch the error in get_lr yourself, with try and except, and print it, or take another "
        "release of PyTorch, which shows it. Often it divides by a number of steps "
        "that is 0.",
        None,
        recorded=(
            '  File "/lib/site-packages/torch/optim/lr_scheduler.py", line 150, in step\n    for '
            "param_group, lr in zip(self.optimizer.param_groups, values):\nUnboundLocalError: "
            "local "
            "variable 'values' referenced before assignment",
        ),
        when=lambda found: "lr_scheduler.py" in found.before,
    ),
    Entry(
        "'{kind:" + SCHEDULERS + "}' object has no attribute '{name:get_last_lr|get_lr|_last_lr}'",
        "",
        "{kind} has no {name} here: get_last_lr came with PyTorch 1.4, and for ReduceLROnPlateau "
        "with 2.2; before that its _last_lr is there after the first step only.",
        'Read optimizer.param_groups[0]["lr"], which is there in every release.',
        None,
        recorded=("AttributeError: 'ReduceLROnPlateau' object has no attribute 'get_last_lr'",),
    ),
    Entry(
        "'ReduceLROnPlateau' object has no attribute '{name:base_lrs|_step_count|verbose|"
        "_initial_step}'",
        "",
        "ReduceLROnPlateau keeps other things than the schedulers that count steps, and it has no "
        "{name} here.",
        'Read optimizer.param_groups[0]["lr"], and keep the first value yourself where you need '
        "it. A class or a library that asks for it works with the other schedulers only, or with "
        "another release of PyTorch.",
        "p = torch.ones(1, requires_grad=True)\n"
        "torch.optim.lr_scheduler.ReduceLROnPlateau(torch.optim.SGD([p], lr=0.1)).base_lrs",
    ),
    Entry(
        "zero_grad() got an unexpected keyword argument '{name:quoted}'",
        "",
        "This zero_grad has no argument called {name}. set_to_none came with PyTorch 1.7, and an "
        "optimizer of another library may lack it.",
        "Write optimizer.zero_grad(). Since PyTorch 2.0 that sets gradients to None by itself.",
        "from torch import nn\nnn.Linear(1, 1).zero_grad(set_to_zero=True)",
        since=(2, 13),
        recorded=("TypeError: zero_grad() got an unexpected keyword argument 'set_to_none'",),
    ),
    Entry(
        (
            "User provided device_type of '{name:quoted}', but CUDA is not available. Disabling",
            "CUDA is not available or torch_xla is imported. Disabling autocast",
            "torch.cuda.amp.GradScaler is enabled, but CUDA is not available. Disabling",
            "torch.cuda.amp.autocast() is enabled, but CUDA is not available. Disabling",
        ),
        "env",
        "There is no GPU that PyTorch can use, so half floats are left out: the program goes on in "
        "float32.",
        "On the CPU that is as it should be. Where there is a GPU, d2l env tells why PyTorch does "
        "not see it.",
        None,
        recorded=(
            "UserWarning: User provided device_type of 'cuda', but CUDA is not available. "
            "Disabling",
            "UserWarning: torch.cuda.amp.GradScaler is enabled, but CUDA is not available.  "
            "Disabling.",
        ),
        command="env",
    ),
    Entry(
        "In {name:name} autocast, but the target dtype is not supported. Disabling autocast",
        "tensor dtypes",
        "autocast does not compute in that type on this device, so the program goes on in float32. "
        "The device is {name}.",
        'Write torch.autocast("cpu", dtype=torch.bfloat16) on the CPU, and dtype=torch.float16 or '
        "torch.bfloat16 on a GPU.",
        'torch.amp.autocast("cpu", dtype=torch.float64)',
    ),
    Entry(
        "Unexpected floating ScalarType in at::autocast::prioritize",
        "tensor dtypes",
        "autocast chooses between half floats and float32, and met a tensor of float64, from NumPy "
        "as a rule.",
        "Write x.float() where the tensor is made.",
        None,
        recorded=("RuntimeError: Unexpected floating ScalarType in at::autocast::prioritize",),
    ),
    Entry(
        "The source state dict is empty, possibly because it was saved from a disabled instance of "
        "GradScaler",
        "",
        "The scaler in the file did nothing, since there was no GPU or it was switched off, and "
        "the one here is to work.",
        'Load it only where there is something: if state["scaler"]: scaler.load_state_dict('
        'state["scaler"]).',
        'torch.amp.GradScaler("cpu").load_state_dict({})',
        since=(2, 4),
    ),
    Entry(
        (
            "Found param {name:name} with type {got:name}, expected {wanted:name}. When using "
            "amp.initialize",
        ),
        "tensor dtypes",
        "apex changes a model of float32 that lies on the GPU already. {name} is {got}, and "
        "{wanted} is expected.",
        "Write model.cuda() before amp.initialize, and no model.half(). PyTorch itself has "
        "torch.autocast, which needs no apex.",
        None,
        recorded=(
            "RuntimeError: Found param fc.weight with type torch.FloatTensor, expected "
            "torch.cuda.FloatTensor. When using amp.initialize, you need to provide a model with "
            "parameters located on a CUDA device before passing it no matter what optimization "
            "level you chose.",
        ),
    ),
    Entry(
        (
            "Loss is {:nan|inf}, stopping training",
            "Loss became infinite or NaN at iteration={:int}",
            "Minimum loss scale reached",
            "Current loss scale already at minimum",
        ),
        "autograd where",
        "The loss, or a gradient, became nan or infinite, and the program stopped for that.",
        "Take a smaller learning rate, clip_grad_norm_, and bfloat16 or float32 in place of "
        "float16. Look for nan in the data, torch.isfinite(x).all(), and for a logarithm, root or "
        "division at 0: torch.autograd.set_detect_anomaly(True) shows the step.",
        None,
        recorded=(
            "Loss is nan, stopping training",
            "FloatingPointError: Minimum loss scale reached (0.0001). Your loss is probably "
            "exploding. Try lowering the learning rate, using gradient clipping or increasing the "
            "batch size.",
            "Exception: Current loss scale already at minimum - cannot decrease scale anymore. "
            "Exiting run.",
        ),
    ),
    # What a program hands to optimizers and schedulers
    Entry(
        "'params'",
        "autograd leaves",
        "An optimizer takes parameters as a list, or as groups in dictionaries, and each group "
        "tells its parameters under the name params. This dictionary has no such name.",
        "Write dict(params=layer.parameters(), lr=1e-3) for a group, and model.parameters() for "
        "all of them.",
        W + 'optim.SGD([{"param": w}], lr=0.1)',
        when=lambda found: (
            found.type == "KeyError"
            and _in_optimizer(found)
            and "load_state_dict" not in found.before[-1500:]
        ),
    ),
    Entry(
        "LBFGS doesn't support per-parameter options (parameter groups)",
        "",
        "LBFGS looks at all parameters together, and takes no groups with settings of their own.",
        "Write optim.LBFGS(model.parameters()), or another optimizer where the groups matter.",
        W + "optim.LBFGS([dict(params=[w]), dict(params=[torch.ones(3)])])",
    ),
    Entry(
        "float() argument must be a string or a {:real number|number}, not 'NoneType'",
        "",
        "LBFGS calls the function that it is given, and takes the loss that this returns. It "
        "returned None.",
        "Write return loss at its end: def closure(): optimizer.zero_grad(); loss = …; "
        "loss.backward(); return loss.",
        W + "optim.LBFGS([w]).step(lambda: None)",
        when=lambda found: "lbfgs" in found.before[-600:],
    ),
    Entry(
        "Sequential Schedulers expects number of schedulers provided to be one more than the "
        "number of milestone points, but got number of schedulers {got:int} and the number of "
        "milestones to be equal to {points:int}",
        "",
        "SequentialLR changes from one scheduler to the next at each milestone, so it has one "
        "scheduler more than milestones. There are {got} schedulers and {points} milestones.",
        "Write SequentialLR(optimizer, [warmup, cosine], milestones=[5]) for a change after 5 "
        "steps.",
        SGD + "s = optim.lr_scheduler\ns.SequentialLR(o, [s.StepLR(o, 2)], milestones=[3])",
    ),
    Entry(
        ("integer modulo by zero", "integer division or modulo by zero", "division by zero"),
        "",
        "A scheduler divides by its number of epochs or steps, and that is 0.",
        "Print it, and give at least 1: max(1, n // 8). A number that is computed from "
        "len(loader) is 0 where the loader is shorter than expected.",
        SGD + "optim.lr_scheduler.StepLR(o, 0).step()",
        when=lambda found: (
            found.type == "ZeroDivisionError"
            and re.search(r"torch[/\\]optim[/\\]\w*\.py", found.before[-600:]) is not None
        ),
    ),
    Entry(
        "'{kind:int|float}' object is not iterable",
        "",
        "MultiStepLR takes a list of the epochs after which the learning rate changes, and got one "
        "number.",
        "Write milestones=[30, 60], or [30] for one. A change every 30 epochs is StepLR(optimizer, "
        "30).",
        SGD + "optim.lr_scheduler.MultiStepLR(o, 5)",
        when=lambda found: "Counter(milestones)" in found.code,
    ),
    Entry(
        "'{kind:int|float}' object is not callable",
        "",
        "LambdaLR and MultiplicativeLR take a function of the epoch that gives a factor, and got a "
        "number.",
        "Write LambdaLR(optimizer, lambda epoch: 0.95 ** epoch). ExponentialLR(optimizer, 0.95) "
        "does the same.",
        SGD + "optim.lr_scheduler.LambdaLR(o, 0.5)",
        when=lambda found: "lr_scheduler" in found.before[-600:] and "lmbda(" in found.code,
    ),
    Entry(
        "'{kind:" + SCHEDULERS + "}' object is not callable",
        "",
        "A scheduler is no function: it changes the learning rate by its step. This is a {kind}.",
        "Write scheduler.step() after optimizer.step(), once for each epoch, or for each batch "
        "with OneCycleLR and CyclicLR.",
        SGD + "optim.lr_scheduler.StepLR(o, 3)()",
    ),
    Entry(
        "'{kind:" + OPTIMIZERS_OF_TORCH + "}' object is not callable",
        "",
        "An optimizer is no function: it changes the weights by its step. This is of type {kind}.",
        "Write optimizer.zero_grad(), loss.backward() and optimizer.step(), in this order.",
        W + "optimizer = optim.SGD([w], lr=0.1)\noptimizer()",
        when=lambda found: (
            re.search(r"\bopt\w*\(", found.line) is not None
            or (not found.code and "torch" in found.before)
        ),
    ),
    Entry(
        "'{kind:" + OPTIMIZERS_OF_TORCH + "}' object has no attribute '{name:zero_grads|zerograd|"
        "zero_gradients|parameters|cuda|to|train|eval|get_last_lr|steps}'",
        "",
        "An optimizer has nothing called {name}: it is misspelt, or belongs to a model or a "
        "scheduler.",
        "An optimizer has zero_grad(), step(), state_dict() and load_state_dict(). Its state "
        "follows the parameters, so it needs no .to(device): move the model before the optimizer "
        "is made.",
        SGD + "o.zero_grads()",
    ),
    Entry(
        (
            "{name:clip_grad_norm_|clip_grad_norm}() missing 1 required positional argument: "
            "'{argument:max_norm}'",
            "{name:clip_grad_value_}() missing 1 required positional argument: "
            "'{argument:clip_value}'",
        ),
        "norm vector",
        "{name} takes the parameters, and a bound for their gradients. {argument} is missing.",
        "Write torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0), between loss.backward() "
        "and optimizer.step().",
        W + "nn.utils.clip_grad_norm_([w])",
    ),
    Entry(
        (
            "not enough values to unpack (expected at least 1, got 0)",
            "wrapper() missing 1 required positional argument: 'self'",
        ),
        "",
        "step was called of the class of an optimizer, and not of an object: the brackets that "
        "make one are missing.",
        "Make it first, optimizer = optim.Adam(model.parameters(), lr=1e-3), and then write "
        "optimizer.step().",
        "from torch import optim\noptim.Adam([torch.ones(1, requires_grad=True)])\n"
        "optim.Adam.step()",
        when=_in_optimizer,
    ),
    # Trainers
    Entry(
        (
            "`model` must be a `LightningModule` or `torch._dynamo.OptimizedModule`, got "
            "`{kind:name}`",
            "`Trainer.{:name}()` requires a `LightningModule`, got: {kind:name}",
            "Unwrapping the module did not yield a `LightningModule`",
        ),
        "",
        "Lightning trains a LightningModule of its own, and this is none. Its class is {kind}.",
        "Import both from one package: import lightning as L, or import pytorch_lightning as pl. "
        "The two do not know each other. A plain nn.Module is put into a LightningModule.",
        None,
        recorded=(
            "TypeError: `model` must be a `LightningModule` or `torch._dynamo.OptimizedModule`, "
            "got `Net`",
        ),
    ),
    Entry(
        (
            "No `{name:name}{:()|}` method defined. Lightning `Trainer` expects as minimum",
            "No `{name:name}{:()|}` method defined to run `Trainer.",
            "You have passed in a `{:name}{:()|}` but have not defined `{name:name}{:()|}`",
            "{:Y|y}ou passed in a `{:name}{:()|}` but have no `{name:name}{:()|}`",
            "{:Y|y}ou defined a `{:name}{:()|}` but have no `{name:name}{:()|}`",
            "`{name:name}` must be implemented to be used with the Lightning Trainer",
        ),
        "",
        "A LightningModule tells by its methods what a step is, and one of them is missing, or "
        "misspelt. It is {name}.",
        "Write def training_step(self, batch, batch_idx):, which returns the loss, and def "
        "configure_optimizers(self):, which returns the optimizer, inside of the class. A loader "
        "goes to trainer.fit(model, loader), too.",
        None,
        recorded=(
            "lightning.fabric.utilities.exceptions.MisconfigurationException: No `training_step()` "
            "method defined. Lightning `Trainer` expects as minimum a `training_step()`, "
            "`train_dataloader()` and `configure_optimizers()` to be defined.",
        ),
    ),
    Entry(
        "Support for `{name:name}` has been removed in v2.0.0. `{kind:name}` implements this "
        "method",
        "",
        "The program was written for Lightning 1: since 2.0 {name} is not called, and gets no "
        "outputs.",
        "Rename it to on_train_epoch_end, on_validation_epoch_end or on_test_epoch_end, without "
        "outputs, and collect what it needs in a list of self. Or install pytorch-lightning<2.",
        None,
        recorded=(
            "NotImplementedError: Support for `training_epoch_end` has been removed in v2.0.0. "
            "`Net` implements this method. You can use the `on_train_epoch_end` hook instead.",
        ),
    ),
    Entry(
        (
            "Early stopping conditioned on metric `{name:few}` which is not available. Pass in or "
            "modify your `EarlyStopping` callback to use any of the following: {names:text}",
            "Early stopping conditioned on {watched:metric} `{name:few}` which is not available",
            "Checkpointing conditioned on metric `{name:few}` which is not available",
            "`ModelCheckpoint(monitor='{name:quoted}')` could not find the monitored key in the "
            "returned metrics: [{names:text}]",
            "ModelCheckpoint(monitor='{name:quoted}') not found in the returned metrics: "
            "[{names:text}]",
            "ReduceLROnPlateau conditioned on metric {name:few} which is not available. Available "
            "metrics are: [{names:few}]",
            "ReduceLROnPlateau conditioned on metric {name:few} which is not available",
        ),
        "",
        "Lightning watches {name}, for a callback or a scheduler, and nothing of that name was "
        "logged. There is {names}.",
        "Write self.log('{name}', value) in validation_step, with the same name to the letter, or "
        "let the callback watch another. Without a validation loader it never runs. Before "
        "Lightning 1.0 validation_epoch_end returns the value in a dictionary.",
        None,
        more=lambda found: {
            "names": ", ".join(re.findall(r"'([^']+)'", found["names"])) or found["names"]
        },
        recorded=(
            "RuntimeError: Early stopping conditioned on metric `val_loss` which is not available. "
            "Pass in or modify your `EarlyStopping` callback to use any of the following: "
            "`training/loss`, `validation/loss`",
            "RuntimeError: Early stopping conditioned on metric `val_loss` which is not available. "
            "Pass in or modify your `EarlyStopping` callback to use any of the following: "
            "`train_loss`",
            "MisconfigurationException: `ModelCheckpoint(monitor='val_acc')` could not find the "
            "monitored key in the returned metrics: ['train_loss', 'epoch', 'step']. HINT: Did you "
            "call `log('val_acc', value)` in the `LightningModule`?",
        ),
        # Keras warns in the same words, and lists the names without brackets.
        when=lambda found: (
            "watched" not in found.fields
            or found.type.endswith(("Error", "Exception"))
            or re.search("lightning", found.before, re.I) is not None
        ),
    ),
    Entry(
        (
            "{kind:Trainer}.__init__() got an unexpected keyword argument "
            "'{name:" + OF_LIGHTNING + "}'",
            "__init__() got an unexpected keyword argument '{name:" + OF_LIGHTNING + "}'",
            "type object '{kind:Trainer}' has no attribute "
            "'{name:add_argparse_args|from_argparse_args}'",
        ),
        "",
        "The program was written for an older Lightning, whose Trainer had {name}.",
        'Write accelerator="gpu", devices=1 for gpus=1; callbacks=[ModelCheckpoint(…)] for '
        "checkpoint_callback; and trainer.fit(model, ckpt_path=…) for resume_from_checkpoint. Or "
        "install the release that the program names.",
        None,
        recorded=(
            "TypeError: Trainer.__init__() got an unexpected keyword argument 'gpus'",
            "TypeError: __init__() got an unexpected keyword argument 'progress_bar_refresh_rate'",
        ),
        when=lambda found: (
            "kind" in found.fields
            or "lightning" in found.before
            or found["name"] not in ("gpus", "tpu_cores", "resume_from_checkpoint", "amp_level")
        ),
    ),
    Entry(
        "'Trainer' object has no attribute '{name:" + "|".join(TRAINER) + "}'",
        "",
        "Lightning's Trainer had {name} in older releases, and has it no more.",
        "Write trainer.{instead}, or install the release that the program names.",
        None,
        recorded=("AttributeError: 'Trainer' object has no attribute 'lr_schedulers'",),
        when=lambda found: (
            not found.code
            or re.search(r"lightning|torch|\bpl\.", found.before + found.code) is not None
        ),
        more=lambda found: {"instead": TRAINER[found["name"]]},
    ),
    Entry(
        (
            "An invalid dataloader was {:passed to|returned from} `{place:path}`. Found "
            "{what:None}",
            "An invalid dataloader was {:passed to|returned from} `{place:path}`",
            "An invalid dataloader was {:passed to|returned from}",
        ),
        "",
        "Lightning takes what a for loop can go through, such as a DataLoader, and got something "
        "else. It is {what}.",
        "",
        None,
        ways=ways("""
            a method without return: Write return DataLoader(data, batch_size=32) at its end.
            no data for this step: Leave the method out, or write return [] in place of None.
            nothing was handed over: Write trainer.fit(model, loader), or trainer.fit(model,
                datamodule=data).
            a library's class: Give it the path or the option for these data, or install the
                pytorch-lightning of its time: before 2.0 None was taken.
        """),
        recorded=(
            "TypeError: An invalid dataloader was returned from `A.val_dataloader()`. Found None.",
            "TypeError: An invalid dataloader was passed to `Trainer.fit(train_dataloaders=...)`. "
            "Found None. Either pass the dataloader to the `.fit()` method OR implement `def "
            "train_dataloader(self):` in your LightningModule/LightningDataModule.",
        ),
    ),
    Entry(
        "The provided lr scheduler `{name:name}` doesn't follow PyTorch's LRScheduler API",
        "env",
        "This Lightning is older than PyTorch 2.0, which gave its schedulers another class. It "
        "does not know {name} any more.",
        "Run python -m pip install -U pytorch-lightning, or install PyTorch 1.13.",
        None,
        recorded=(
            "pytorch_lightning.utilities.exceptions.MisconfigurationException: The provided lr "
            "scheduler `ExponentialLR` doesn't follow PyTorch's LRScheduler API. You should "
            "override the `LightningModule.lr_scheduler_step` hook with your own logic if you are "
            "using a custom LR scheduler.",
        ),
    ),
    Entry(
        "You requested {:gpu|GPUs|gpus}: {wanted:few} But your machine only has: {there:few}",
        "env",
        "Lightning was told to use a GPU that PyTorch does not see. Asked for is {wanted}.",
        'd2l env tells why it is not seen. Write Trainer(accelerator="auto", devices="auto") to '
        "take what there is: a list, [1], names the second GPU, and a number, 1, how many.",
        None,
        recorded=(
            "MisconfigurationException: You requested gpu: [0, 1]\n But your machine only has: "
            "[0]\n",
        ),
        command="env",
    ),
    Entry(
        (
            "{kind:path} is not attached to a `Trainer`",
            "{kind:path} is not attached to a ``Trainer`",
            "You are trying to `self.log()` but the `self.trainer` reference is not registered",
        ),
        "",
        "self.trainer of a LightningModule is there once a Trainer has taken the model, and none "
        "has. The model is {kind}.",
        "",
        None,
        ways=ways("""
            a line in __init__: Move it to setup(self, stage) or configure_optimizers(self), which
                the Trainer calls.
            a model that was loaded: Call trainer.predict(model, loader), or read self.hparams in
                place of self.trainer.
            torch.jit, ONNX: Write model.to_torchscript() or model.to_onnx(path, x).
            model.forward(x) of your own: Keep self.trainer and self.optimizers() to training_step
                and its like.
        """),
        recorded=("RuntimeError: Net is not attached to a `Trainer`.",),
        when=lambda found: found.type in ("", "RuntimeError"),
    ),
    Entry(
        "`val_check_interval` ({wanted:int}) must be less than or equal to the number of the "
        "training batches ({there:int})",
        "",
        "Lightning is to validate every {wanted} batches, and one epoch has only {there}.",
        "",
        None,
        ways=ways("""
            in each epoch: Write val_check_interval={there} or less; 0.5 means twice an epoch.
            across epochs: Add check_val_every_n_epoch=None, in a newer Lightning.
            {there} batches are too few: Print len(dataset): perhaps data are missing; a smaller
                batch_size, or fewer GPUs, makes more batches.
        """),
        recorded=(
            "ValueError: `val_check_interval` (25000) must be less than or equal to the number of "
            "the training batches (3006). If you want to disable validation set "
            "`limit_val_batches` to 0.0 instead.",
        ),
    ),
    Entry(
        "'{kind:name}' object has no attribute "
        "'{name:automatic_optimization|_automatic_optimization}'",
        "",
        "Lightning asks a model for {name}, which a LightningModule has, and this {kind} has none.",
        "",
        None,
        ways=ways("""
            class Net(nn.Module): Write class Net(pl.LightningModule).
            lightning and pytorch_lightning: Import both Trainer and LightningModule from one of
                them.
            a def __init__ of your own: Let its first line be super().__init__().
        """),
        recorded=("AttributeError: 'Net' object has no attribute 'automatic_optimization'",),
    ),
    Entry(
        "'NoneType' object has no attribute '{name:best_model_path|best_model_score}'",
        "",
        "This Trainer of Lightning has no ModelCheckpoint, and so no best checkpoint.",
        "",
        None,
        ways=ways("""
            the best is wanted: Write Trainer(callbacks=[ModelCheckpoint(monitor="val_loss")]),
                without enable_checkpointing=False.
            the model as it is will do: Write trainer.test(model, loader).
        """),
        recorded=("AttributeError: 'NoneType' object has no attribute 'best_model_path'",),
    ),
    Entry(
        "The dirpath has changed from {old:text} to {new:text}, therefore `best_model_score`",
        "",
        "The run that was taken up writes its checkpoints into another folder than before, and "
        "counts the best ones anew. The training goes on.",
        "To go on with the old ones write ModelCheckpoint(dirpath=…) with the folder of before; "
        "else leave it.",
        None,
        recorded=(
            "UserWarning: The dirpath has changed from '/a/version_7/checkpoints' to "
            "'/a/version_8/checkpoints', therefore `best_model_score`, `kth_best_model_path`, "
            "`kth_value`, `last_model_path` and `best_k_models` won't be reloaded.",
        ),
    ),
    Entry(
        "must include a monitor when a `ReduceLROnPlateau` scheduler is used",
        "",
        "ReduceLROnPlateau watches a number, and Lightning was not told which.",
        "Let configure_optimizers return dict(optimizer=o, lr_scheduler=s, monitor='val_loss'), "
        "with a name that self.log uses.",
        None,
        recorded=(
            "MisconfigurationException: `configure_optimizers` must include a monitor when a "
            '`ReduceLROnPlateau` scheduler is used. For example: {"optimizer": optimizer, '
            '"lr_scheduler": scheduler, "monitor": "metric_to_track"}',
        ),
    ),
    Entry(
        "Your LightningModule defines {count:int} optimizers, but training_step is missing the "
        '"optimizer_idx" argument',
        "",
        "Lightning 1 calls training_step once for each optimizer, and tells which by an argument "
        "that is called optimizer_idx. There are {count} optimizers.",
        "",
        None,
        ways=ways("""
            Lightning 1: Write def training_step(self, batch, batch_idx, optimizer_idx):, with this
                name to the letter.
            Lightning 2 is meant: Write self.automatic_optimization = False in __init__, and a, b =
                self.optimizers() in training_step.
            one optimizer would do: Let configure_optimizers return that one.
        """),
        recorded=(
            "ValueError: Your LightningModule defines 2 optimizers, but training_step is missing "
            'the "optimizer_idx" argument.',
        ),
    ),
    Entry(
        "Automatic gradient {what:clipping|accumulation} is not supported for manual "
        "optimization. Remove `Trainer({option:name}=",
        "",
        "With self.automatic_optimization = False the program takes its steps itself, and the "
        "Trainer cannot clip gradients, or gather them over batches, for it.",
        "Leave {option} out of Trainer.",
        None,
        ways=(
            Way(
                "gradient_clip_val",
                'Write self.clip_gradients(opt, gradient_clip_val=1.0, gradient_clip_algorithm="'
                'norm") before opt.step().',
                lambda found: found["what"] == "clipping",
            ),
            Way(
                "accumulate_grad_batches",
                "Call opt.step() and opt.zero_grad() in training_step after every n-th batch only: "
                "if (batch_idx + 1) % n == 0.",
                lambda found: found["what"] == "accumulation",
            ),
        ),
        recorded=(
            "lightning.fabric.utilities.exceptions.MisconfigurationException: Automatic gradient "
            "clipping is not supported for manual optimization. Remove "
            "`Trainer(gradient_clip_val=1.0)` or switch to automatic optimization.",
        ),
    ),
    Entry(
        "The `{name:name}` hook was removed in v{version:name}. Please use `{instead:few}` instead",
        "env",
        "The program, or a callback of a library, was written for an older Lightning: {name} is "
        "not called any more.",
        "Rename the method to {instead}, choosing the one that is meant where it names several in "
        '<>. Or write python -m pip install "pytorch-lightning<{version}". Renew the library if '
        "the method is one of its own.",
        None,
        recorded=(
            "RuntimeError: The `LightningModule.on_epoch_end` hook was removed in v1.8. Please use "
            "`LightningModule.on_<train/validation/test>_epoch_end` instead.",
        ),
    ),
    Entry(
        (
            "`.{call:name}(ckpt_path='best')` is set but `ModelCheckpoint` is not configured",
            "ckpt_path is 'best', but ModelCheckpoint is not configured to save the best model",
            "`.{call:name}()` found no path for the best weights",
        ),
        "",
        "The best model of a training was to be loaded, and this trainer has kept none. It is for "
        "trainer.{call}.",
        "",
        None,
        ways=ways("""
            no fit before: Call trainer.fit(model) on the same trainer first.
            nothing was saved: Write Trainer(callbacks=[ModelCheckpoint(monitor="val_loss",
                save_top_k=1)]), with a name that self.log uses, and let an epoch end.
            a file of an earlier run: Write ckpt_path="path/to/file.ckpt".
            the model as it is now: Hand it over without ckpt_path, as in trainer.test(model).
        """),
        recorded=(
            "pytorch_lightning.utilities.exceptions.MisconfigurationException: "
            '`.predict(ckpt_path="best")` is set but `ModelCheckpoint` is not configured to save '
            "the best model.",
        ),
    ),
    Entry(
        "Trying to restore {:optimizer|training} state but checkpoint contains only the model",
        "",
        "trainer.fit was told to go on from a file, ckpt_path=, and the file holds no state of an "
        "optimizer: the model was saved without it.",
        "",
        None,
        ways=ways("""
            the weights will do: Write model = Net.load_from_checkpoint(path), with your class, and
                trainer.fit(model) without ckpt_path.
            going on later: Save with ModelCheckpoint(save_weights_only=False).
        """),
        recorded=(
            "KeyError: 'Trying to restore optimizer state but checkpoint contains only the model. "
            "This is probably due to `ModelCheckpoint.save_weights_only` being set to `True`.'",
        ),
    ),
    Entry(
        (
            "{:Y|y}ou requested to check {share:few} of the {what:few} but {:few} Please increase "
            "the `{option:name}`",
            "{:Y|y}ou requested to check {share:few} of the {what:few} but {:few} Please increase "
            "the {option:name}",
        ),
        "",
        "Lightning was to take a share of the batches, and that is less than one batch. The share "
        "is {share}.",
        "A whole number counts batches, and a float is a share: write Trainer({option}=1) for one "
        "batch, or {option}=1.0 for all. With overfit_batches write overfit_batches=1. "
        "If the loader has 0 batches, see that its data set is not empty.",
        None,
        recorded=(
            "pytorch_lightning.utilities.exceptions.MisconfigurationException: you requested to "
            "check 0.01 of the val dataloader but 0.01*0 = 0. Please increase the "
            "limit_val_batches. Try at least limit_val_batches=1.0",
        ),
    ),
    Entry(
        "You are trying to `self.log()` but the loop's result collection is not registered",
        "",
        "self.log works while fit, validate or test run, and here Lightning collects nothing: "
        "predict does not log.",
        "Let predict_step return what is wanted: trainer.predict gives it in a list. What "
        "forward logs for training belongs into training_step.",
        None,
        recorded=(
            "lightning.fabric.utilities.exceptions.MisconfigurationException: You are trying to "
            "`self.log()` but the loop's result collection is not registered yet. This is most "
            "likely because you are trying to log in a `predict` hook, but it doesn't support "
            "logging.",
        ),
    ),
    Entry(
        "module 'logging' has no attribute '{name:TensorBoardLogger|CSVLogger|WandbLogger|"
        "CometLogger|MLFlowLogger|TestTubeLogger|NeptuneLogger}'",
        "",
        "The loggers of Lightning lie in its module loggers, and logging is a module of Python.",
        "Write from pytorch_lightning.loggers import {name}, or lightning.pytorch.loggers, as the "
        "program imports Lightning.",
        None,
        recorded=("AttributeError: module 'logging' has no attribute 'TensorBoardLogger'",),
    ),
    Entry(
        "Training with multiple optimizers is only supported with manual optimization",
        "",
        "Since Lightning 2.0 a model with two optimizers, such as a GAN, takes its steps itself.",
        "Write self.automatic_optimization = False in __init__, and in training_step(self, batch, "
        "batch_idx) a, b = self.optimizers(), a.zero_grad(), self.manual_backward(loss), a.step().",
        None,
        recorded=(
            "RuntimeError: Training with multiple optimizers is only supported with manual "
            "optimization. Remove the `optimizer_idx` argument from `training_step`, set "
            "`self.automatic_optimization = False` and access your optimizers in `training_step` "
            "with `opt1, opt2, ... = self.optimizers()`.",
        ),
    ),
    Entry(
        (
            "does not have many workers which may be a bottleneck",
            "is smaller than the logging interval Trainer(log_every_n_steps={:int})",
        ),
        "",
        "Lightning gives advice here, and the training goes on: the data may come slowly, or too "
        "rarely is something logged.",
        "DataLoader(…, num_workers=4) loads ahead, and Trainer(log_every_n_steps=1) logs each "
        "step. It may stay as it is.",
        None,
        recorded=(
            "UserWarning: The dataloader, train_dataloader, does not have many workers which may "
            "be a bottleneck. Consider increasing the value of the `num_workers` argument",
            "PossibleUserWarning: The number of training batches (10) is smaller than the logging "
            "interval Trainer(log_every_n_steps=50).",
        ),
    ),
    Entry(
        (
            "The model did not return a loss from the inputs, only the following keys: "
            "{keys:text}. For reference, the inputs it received are {inputs:text}.",
            "The model did not return a loss from the inputs",
        ),
        "",
        "A Trainer of transformers takes the loss from the model, and that computes one only where "
        "there are labels. The model got {inputs}.",
        "Call the column of the data labels, and take a model with a task, such as "
        "AutoModelForSequenceClassification. For a loss of your own write compute_loss in a class "
        "of Trainer.",
        None,
        recorded=(
            "ValueError: The model did not return a loss from the inputs, only the following keys: "
            "logits. For reference, the inputs it received are input_ids,attention_mask.",
        ),
    ),
)
