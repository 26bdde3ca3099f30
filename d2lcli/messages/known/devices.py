"""Tensors that lie on different devices, and devices that are not there."""

from __future__ import annotations

from ..entry import Entry

MOVE = "Move one to the other's device, x.to(y.device), or make both there: device=…."

MIXED = (
    "PyTorch moves no tensor by itself, and two that meet lie on different devices. One lies "
    "on {a}, another on {b}. It is the argument {argument}."
)

MIXED_OUT = (
    MOVE + " A model goes there by model.to(device), and each batch by x = x.to(device), y = "
    "y.to(device); what forward makes anew needs device=x.device."
)

SAME = "Expected all tensors to be on the same device, but "

DEVICES = (
    Entry(
        (
            SAME + "found at least two devices, {a:device} and {b:device}! (when checking argument "
            "for argument {argument:name} in method {method:name})",
            SAME + "found at least two devices, {a:device} and {b:device}!",
            SAME + "got {argument:name} is on {a:device}, different from other tensors on "
            "{b:device} (when checking",
            SAME + "got {argument:name} is on {a:device}, different from other tensors on "
            "{b:device}",
            "Tensor on device {b:device} is not on the expected device {a:device}!",
            "Expected tensor to have {a:device} Backend, but got tensor with {b:device} Backend",
            "Expected object of device type {a:device} but got device type {b:device} for argument "
            "#{number:int} '{argument:name}'",
            "Expected object of backend {a:device} but got backend {b:device} for argument "
            "#{number:int} '{argument:name}'",
            "expected device {a:device} but got device {b:device}",
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
            "Tensor for 'out' is on {b:device}, Tensor for argument #{number:int} "
            "'{argument:name}' is on {c:device}, but expected them to be on {a:device}",
            "Tensor for argument #{number:int} '{argument:name}' is on {b:device}, but expected it "
            "to be on {a:device}",
        ),
        "env",
        MIXED,
        MIXED_OUT,
        'torch.ones(2) + torch.ones(2, device="meta")',
        recorded=(
            "RuntimeError: Expected all tensors to be on the same device, but found at least two "
            "devices, cuda:0 and cpu! (when checking argument for argument mat1 in method "
            "wrapper_CUDA_addmm)",
            "RuntimeError: Expected all tensors to be on the same device, but got mat2 is on "
            "cuda:0, different from other tensors on cpu (when checking argument in method "
            "wrapper_CUDA_mm)",
            "RuntimeError: Expected object of backend CPU but got backend CUDA for argument #4 "
            "'mat1'",
            "RuntimeError: Expected object of device type cuda but got device type cpu for "
            "argument #2 'target' in call to _thnn_nll_loss_forward",
            "RuntimeError: Expected object of type torch.cuda.FloatTensor but found type "
            "torch.FloatTensor for argument #4 'mat1'",
        ),
    ),
    Entry(
        (
            "expected {:backend|device} {a:device} and dtype {wanted:type} but got "
            "{:backend|device} "
            "{b:device} and dtype {found:type}",
        ),
        "env",
        MIXED,
        MIXED_OUT,
        None,
        recorded=(
            "RuntimeError: expected backend CUDA and dtype Float but got backend CPU and dtype "
            "Float",
        ),
        when=lambda found: found["wanted"] == found["found"],
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
        "Write x[i.to(x.device)], or i.cpu().",
        None,
        recorded=(
            "RuntimeError: indices should be either on cpu or on the same device as the indexed "
            "tensor (cpu)",
        ),
    ),
    Entry(
        (
            "Input, output and indices must be on the current device",
            "Input and hidden tensors are not at the same device, found input tensor at {a:device} "
            "and hidden tensor at {b:device}",
            "Input and parameter tensors are not at the same device, found input tensor at "
            "{a:device} and parameter tensor at {b:device}",
            "module must have its parameters and buffers on device {a:device} (device_ids[0]) but "
            "found one of them on device: {b:device}",
            "Expected a 'cuda' device type for generator but found 'cpu'",
            "Expected a '{a:device}' device type for generator but found '{b:device}'",
            "Expected a '{a:device}' generator device but found '{b:device}'",
            "Placeholder storage has not been allocated on MPS device",
            "slow_conv2d_forward_mps: input(device='{a:device}') and weight(device='{b:device}') "
            "must be on the same device",
        ),
        "env",
        "Two tensors that meet lie on different devices, and PyTorch moves none of them by itself. "
        "One lies on {a}, another on {b}.",
        MOVE + " The model and each batch have to be on one device: model.to(device), x = "
        "x.to(device). A generator for random numbers is made with device= as well.",
        None,
        recorded=(
            "RuntimeError: Input, output and indices must be on the current device",
            "RuntimeError: Expected a 'cuda' device type for generator but found 'cpu'",
            "RuntimeError: Placeholder storage has not been allocated on MPS device!",
        ),
    ),
    Entry(
        (
            "Invalid device string: '{name:quoted}'",
            "Expected one of {:text} device type at start of device string: {name:name}",
        ),
        "env",
        "There is no device of that name. It is {name}.",
        'Write "cpu", "cuda" or "cuda:0". To change the type of numbers write x.to(torch.float32).',
        'torch.ones(2).to("gpu")',
        recorded=("RuntimeError: Invalid device string: 'cuda:'",),
    ),
    Entry(
        (
            "Cannot copy out of meta tensor; no data!",
            "Tensor.item() cannot be called on meta tensors",
        ),
        "env",
        "A tensor on the device meta has a shape and no numbers: the model was made without its "
        "weights.",
        "Load the weights first. Write model.to_empty(device=…) and load_state_dict; with "
        "transformers leave device_map or low_cpu_mem_usage out, or do not call .to() after it.",
        'from torch import nn\nnn.Linear(2, 2, device="meta").to("cpu")',
    ),
    Entry(
        (
            "PyTorch is not linked with support for {name:name} devices",
            "The MPS backend is supported on {:MacOS|macOS} {version:text}",
        ),
        "env",
        "This PyTorch cannot use that kind of device. It is called {name}.",
        'Write device="cpu"; "mps" is for Macs with Apple\'s chips, and torch.backends.mps'
        ".is_available() says whether there is one.",
        'torch.ones(2).to("mps")',
    ),
    Entry(
        (
            "The operator '{name:quoted}' is not currently implemented for the MPS device",
            "The operator '{name:quoted}' is not current implemented for the MPS device",
            "Cannot convert a MPS Tensor to float64 dtype as the MPS framework doesn't support "
            "float64",
            "Conv3D is not supported on MPS",
        ),
        "env",
        "Apple's GPUs do not do everything in PyTorch, and float64 not at all. This one is "
        "missing: {name}.",
        "Set PYTORCH_ENABLE_MPS_FALLBACK=1 before the program starts, which does it on the CPU, or "
        'write device="cpu" for that part. Write x.float() for float64.',
        None,
        recorded=(
            "NotImplementedError: The operator 'aten::_linalg_solve_ex.result' is not currently "
            "implemented for the MPS device.",
            "TypeError: Cannot convert a MPS Tensor to float64 dtype as the MPS framework doesn't "
            "support float64. Please use float32 instead.",
        ),
    ),
    Entry(
        ("Could not run '{name:quoted}' with arguments from the '{backend:quoted}' backend",),
        "env",
        "The operation was asked for on a kind of device that it is not there for. {name} has "
        "nothing for {backend}.",
        "For torchvision::nms and its like torch and torchvision do not fit together: install both "
        "anew, of one release and for one CUDA. Else send the tensors to the CPU: x.cpu().",
        'torch.ones(2, device="xla")',
        recorded=(
            "NotImplementedError: Could not run 'torchvision::nms' with arguments from the 'CUDA' "
            "backend. This could be because the operator doesn't exist for this backend",
        ),
    ),
    Entry(
        (
            "Distributed package doesn't have NCCL built in",
            "Default process group has not been initialized, please make sure to call "
            "init_process_group",
            "No backend type associated with device type {name:name}",
            "NCCL error in: {where:text}",
            "Error initializing torch.distributed using env:// rendezvous: environment variable "
            "{name:name} expected, but not set",
        ),
        "env",
        "Training on several processes was not set up, or cannot be: Windows and builds for the "
        "CPU have no NCCL, and each process needs its address and number.",
        'Write backend="gloo" without NCCL, start the program with torchrun, and call '
        "torch.distributed.init_process_group first. For one GPU leave it all out.",
        None,
        recorded=(
            "RuntimeError: Distributed package doesn't have NCCL built in",
            "RuntimeError: Default process group has not been initialized, please make sure to "
            "call init_process_group.",
            "ValueError: Error initializing torch.distributed using env:// rendezvous: environment "
            "variable RANK expected, but not set",
        ),
    ),
)
