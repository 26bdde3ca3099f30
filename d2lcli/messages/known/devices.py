"""Tensors that lie on different devices, and devices that are not there."""

from __future__ import annotations

import re

from ..entry import Entry

MOVE = "Move one to the other's device, x.to(y.device), or make both there: device=…."

MIXED = (
    "PyTorch moves no tensor by itself, and two that meet lie on different devices. One lies "
    "on {a}, another on {b}. The check stopped at the argument {argument}."
)

MIXED_OUT = (
    MOVE + " A model goes there by model.to(device), and each batch by x, y = x.to(device), "
    "y.to(device); what forward makes anew needs device=x.device."
)

SAME = "Expected all tensors to be on the same device, but "

NOT_RUN = "Could not run '{name:quoted}' with arguments from the '{backend:quoted}' backend"
# Devices that a build of PyTorch has, or has not.
MAKERS = frozenset(("CUDA", "MPS", "XLA", "XPU", "HPU", "HIP", "MTIA", "PrivateUse1", "Vulkan"))

DEVICES = (
    Entry(
        (
            "Input type ({input:MPS}{a:name}) and weight type (torch.{b:name}) should be the same",
            "Input type (torch.{a:name}) and weight type ({weight:MPS}{b:name}) should be the same",
        ),
        "env",
        "The input and the layer's weights lie on different devices: one on Apple's GPU, the other "
        "in the memory of the CPU.",
        'Send both to one: model.to("mps") once, and x = x.to("mps") for each batch.',
        None,
        recorded=(
            "RuntimeError: Input type (MPSFloatType) and weight type (torch.FloatTensor) should be "
            "the same",
        ),
    ),
    Entry(
        "error: input types '{a:quoted}' and '{b:quoted}' are not broadcast compatible",
        "broadcast misfit",
        "Two tensors met on Apple's GPU whose shapes do not fit, and this ended the program. They "
        "are {a} and {b}.",
        "Print both shapes before the line: from the last axis on, the sizes are equal, or one of "
        "them is 1. On the CPU PyTorch names the shapes and the line.",
        None,
        recorded=(
            'loc("mps_add"("(mpsFileLoc): /AppleInternal/Library/BuildRoots/x/MPSGraphUtilities.mm"'
            ":228:0)): error: input types 'tensor<4x3xf32>' and 'tensor<4x5xf32>' are not "
            "broadcast compatible",
        ),
        when=lambda found: (
            found["a"].rpartition("x")[2].strip("<>") == found["b"].rpartition("x")[2].strip("<>")
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
        "none: a setting was left empty, or holds -1.",
        'Print it. Write device = "cuda" if torch.cuda.is_available() else "cpu".',
        'torch.ones(2, device="")',
        recorded=("RuntimeError: Device index must not be negative",),
    ),
    Entry(
        (
            "Expected a cuda device, but got: {name:device}",
            "Expected a torch.device with a specified index or an integer, but got:{name:text}",
            "Invalid device, must be cuda device",
        ),
        "env",
        "A function of torch.cuda wants a GPU with its number, and got another thing. It is "
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
        "The program was told to use GPU {name}, and PyTorch sees none of that number: it is built "
        "for the CPU, or there is no driver.",
        "Write device=cpu, or install a build for CUDA, chosen on pytorch.org. nvidia-smi has to "
        "list the GPU, and torch.cuda.is_available() to be True.",
        None,
        recorded=("AssertionError: CUDA unavailable, invalid device 0 requested",),
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
            "expected self and mask to be on the same device, but got mask on {a:device} and self "
            "on {b:device}",
            "expected condition, x and y to be on the same device, but condition is on {a:device} "
            "and x and y are on {b:device} and {c:device} respectively",
            'Attempted to set the storage of a tensor on device "{a:device}" to a storage on '
            'different device "{b:device}"',
            "expected self and {:few} to be on the same device, but got",
            "expected both inputs to be on same device, but input a is on {a:device} and input b "
            "is on {b:device}",
        ),
        "env",
        "PyTorch moves no tensor by itself, and two that meet lie on different devices. One lies "
        "on {a}, another on {b}.",
        "Move one to the other's device, x.to(y.device), or make both there: device=….",
        None,
        recorded=(
            "RuntimeError: expected self and mask to be on the same device, but got mask on cpu "
            "and self on cuda:0",
            "RuntimeError: expected condition, x and y to be on the same device, but condition is "
            "on cuda:0 and x and y are on cpu and cuda:0 respectively",
        ),
    ),
    Entry(
        "CUDA error: CUBLAS_STATUS_NOT_SUPPORTED when calling {call:text}CUDA_R_16BF",
        "env",
        "This GPU, or this release of CUDA, does not multiply in bfloat16: GPUs of NVIDIA do from "
        "Ampere on (RTX 30, A100).",
        "Take float16 in place of bfloat16, torch_dtype=torch.float16, or float32.",
        None,
        recorded=(
            "RuntimeError: CUDA error: CUBLAS_STATUS_NOT_SUPPORTED when calling `cublasGemmEx( "
            "handle, opa, opb, m, n, k, &falpha, a, CUDA_R_16BF, lda, b, CUDA_R_16BF`",
        ),
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
            "CUDA error: initialization error",
            "cuda runtime error ({number:int}){: : |: }initialization error",
        ),
        "env",
        "A worker that was split off from a program which uses the GPU uses it itself, as a rule: "
        "in the Dataset, or in collate_fn. Otherwise the driver is out of step.",
        "Keep the workers on the CPU, and send each batch to the GPU in the loop: x = "
        "x.to(device); or write num_workers=0. Processes of your own start with "
        'torch.multiprocessing.set_start_method("spawn"). Without workers nvidia-smi has to list '
        "the GPU; restart the machine.",
        None,
        recorded=(
            "RuntimeError: CUDA error: initialization error",
            "RuntimeError: cuda runtime error (3) : initialization error at "
            "/pytorch/torch/csrc/generic/StorageSharing.cpp:304",
        ),
    ),
    Entry(
        "Could not run 'aten::_amp_{name:quoted}' with arguments from the '{backend:quoted}' "
        "backend",
        "autograd gradient",
        "A GradScaler looked at gradients that lie elsewhere than on the GPU that it works for: "
        "the model is on {backend}.",
        'Send the model to the GPU before the optimizer is made: model.to("cuda"). On the CPU '
        'leave the scaler out, or write torch.amp.GradScaler("cpu").',
        None,
        recorded=(
            "RuntimeError: Could not run 'aten::_amp_non_finite_check_and_unscale_' with arguments "
            "from the 'CPUTensorId' backend.",
        ),
    ),
    Entry(
        (
            "Expected tensor for argument #{number:int} '{argument:name}' to have the same device "
            "as tensor for argument #{other:int} '{what:name}'; but device {a:int} does not equal "
            "{b:int}",
            "arguments are located on different GPUs at",
            "tensors are on different GPUs",
            "Some of weight/gradient/input tensors are located on different GPUs",
            "Assertion 'THCTensor_(checkGPU)(state, {:text}",
        ),
        "env",
        "Two tensors that meet lie on different GPUs. One is on {a}, another on {b}.",
        "Send both to one: x.to(y.device). In a model for DataParallel nothing may be sent to a "
        "fixed GPU: make tensors with device=x.device, and give DataParallel the model on "
        '"cuda:0".',
        None,
        recorded=(
            "RuntimeError: Expected tensor for argument #1 'input' to have the same device as "
            "tensor for argument #2 'weight'; but device 0 does not equal 1 (while checking "
            "arguments for cudnn_convolution)",
            "RuntimeError: arguments are located on different GPUs at "
            "/pytorch/aten/src/THC/generic/THCTensorMathBlas.cu:236",
            "RuntimeError: Assertion `THCTensor_(checkGPU)(state, 4, input, target, output, "
            "total_weight)' failed. Some of weight/gradient/input tensors are located on different "
            "GPUs. Please move them to a single one.",
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
            "expected torch.{kind:name} (got torch.{b:cuda}.{kind2:name})",
            "expected torch.{a:cuda}.{kind:name} (got torch.{kind2:name})",
            "expected CPU (got CUDA)",
            "expected CUDA (got CPU)",
            "Expected a CUDA tensor, but got CPU tensor",
            "Expected all tensors to be on {:cuda|GPU}",
        ),
        "env",
        "Two tensors that meet lie on different devices, one on the CPU, one on a GPU.",
        "Move one to the other's device: x.to(y.device).",
        None,
        recorded=(
            "TypeError: expected torch.FloatTensor (got torch.cuda.FloatTensor)",
            "TypeError: expected CPU (got CUDA)",
        ),
        when=lambda found: (
            "kind2" not in found.fields
            or (
                found["kind2"].endswith("Tensor")
                and not found["kind2"].startswith("cuda.")
                and not found["kind"].startswith("cuda.")
            )
        ),
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
        "The memory of the GPU has no room for a tensor that was to be made.",
        "Take smaller batches or pictures, write with torch.no_grad(): where nothing is trained, "
        "use half floats, and close other programs on the GPU. A forgotten axis makes tensors "
        "that large too: print the shapes.",
        None,
        recorded=(
            "torch.OutOfMemoryError: Allocation on device",
            "torch.cuda.OutOfMemoryError: Allocation on device 0 would exceed allowed memory. "
            "(out of memory)",
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
        "PyTorch brings its own cuDNN, and another one was found first. It was built with {a}, "
        "and found {b}.",
        "Take the other out of LD_LIBRARY_PATH (or PATH), and of the conda environment; unset "
        "LD_LIBRARY_PATH is enough as a rule.",
        None,
        recorded=(
            "RuntimeError: cuDNN version incompatibility: PyTorch was compiled against (8, 5, 0) "
            "but found runtime version (8, 4, 1).",
            "RuntimeError: cuDNN version mismatch: PyTorch was compiled against 7102 but linked "
            "against 7004",
        ),
        command="env",
    ),
    Entry(
        (
            "nvrtc: error: invalid value for --gpu-architecture (-arch)",
            "nvrtc: error: failed to open {file:text}",
            "Unsupported gpu architecture '{sm:quoted}'",
            "PyTorch was compiled with CUDA {a:text}, which does not support",
        ),
        "env",
        "The GPU is newer than the CUDA that builds code for it here.",
        "Install a PyTorch for a later CUDA, chosen on pytorch.org; for a package that is compiled "
        "here a newer nvcc, or TORCH_CUDA_ARCH_LIST with what it knows.",
        None,
        recorded=(
            "RuntimeError: nvrtc: error: invalid value for --gpu-architecture (-arch)",
            "nvcc fatal : Unsupported gpu architecture 'compute_89'",
        ),
        command="env",
    ),
    Entry(
        "Could not load library {name:few}. Error: {why:text}libcuda.so{rest:text}",
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
        (
            "Could not load library {name:few}. Error: {why:text}",
            "Unable to load any of {names:text}",
            "Could not locate {name:few}. Please make sure it is in your library path",
        ),
        "env",
        "A library of CUDA that PyTorch needs is not found, or does not belong to the others. It "
        "is {name}.",
        "Install PyTorch anew with pip, which brings cuDNN along, and keep other releases of CUDA "
        "and cuDNN out of LD_LIBRARY_PATH or PATH. zlibwapi.dll is NVIDIA's, to be put into PATH.",
        None,
        recorded=(
            "Could not load library libcudnn_cnn_train.so.8. Error: "
            "/usr/lib/libcudnn_ops_train.so.8: undefined symbol: _ZN5cudnn5ops26JIT",
            "Could not locate zlibwapi.dll. Please make sure it is in your library path!",
            "Unable to load any of {libcudnn_ops.so.9.1.0, libcudnn_ops.so.9.1, libcudnn_ops.so.9}",
        ),
        when=lambda found: any(
            part in str(dict(found.fields)) for part in ("cudnn", "cublas", "zlib", "nvrtc")
        ),
        command="env",
    ),
    Entry(
        (
            "CUDA error: all CUDA-capable devices are busy or unavailable",
            "cuda runtime error ({number:int}){: : |: }all CUDA-capable devices are busy or "
            "unavailable",
            "CUDA-capable device(s) is/are busy or unavailable",
        ),
        "env",
        "The GPU is there, and lets no other program in: one runs on it alone, or its driver is "
        "stuck.",
        "nvidia-smi shows what runs on it, and whether its mode is Exclusive. End the other "
        "program, or start the machine anew; in a container look at what it may use.",
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
        "Mismatched Tensor types in NNPack convolutionOutput",
        "env",
        "The input of a convolution and its weights lie on different devices.",
        'Send both to one: model.to("mps") and x.to("mps").',
        None,
        recorded=("RuntimeError: Mismatched Tensor types in NNPack convolutionOutput",),
    ),
    Entry(
        (
            "TensorFloat32 tensor cores for float32 matrix multiplication available but not "
            "enabled",
            "Please use the new API settings to control TF32 behavior",
        ),
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
        "CUDNN_BACKEND_EXECUTION_PLAN_DESCRIPTOR: cudnnFinalizeDescriptor {name:text}",
        "",
        "cuDNN tried one way to compute a convolution, failed, and took another. The result is "
        "right.",
        "It does no harm. A newer PyTorch is quiet about it.",
        None,
        recorded=(
            "UserWarning: Plan failed with a cudnnException: CUDNN_BACKEND_EXECUTION_PLAN_"
            "DESCRIPTOR: cudnnFinalizeDescriptor Failed cudnn_status: CUDNN_STATUS_NOT_SUPPORTED",
        ),
    ),
    Entry(
        (
            SAME + "got {argument:name} is on {b:device}, different from other tensors on "
            "{a:device}",
            "Tensor for argument #{number:int} '{argument:name}' is on {b:device}, but expected it "
            "to be on {a:device}",
        ),
        "env",
        "PyTorch moves no tensor by itself, and here the argument {argument} lies on {b}, and the "
        "others on {a}.",
        MIXED_OUT + " As a rule weight, bias, running_mean and mat2 belong to the model, input, "
        "self and mat1 to the batch.",
        None,
        recorded=(
            "RuntimeError: Expected all tensors to be on the same device, but got mat2 is on "
            "cuda:0, different from other tensors on cpu (when checking argument in method "
            "wrapper_CUDA_mm)",
            "RuntimeError: Tensor for argument #2 'weight' is on CPU, but expected it to be on GPU "
            "(while checking arguments for cudnn_batch_norm)",
        ),
    ),
    Entry(
        (
            SAME + "found at least two devices, {a:device} and {b:device}! (when checking argument "
            "for argument {argument:name} in method {method:name})",
            SAME + "found at least two devices, {a:device} and {b:device}!",
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
        ),
        "env",
        MIXED,
        MIXED_OUT,
        'torch.ones(2) + torch.ones(2, device="meta")',
        recorded=(
            "RuntimeError: Expected all tensors to be on the same device, but found at least two "
            "devices, cuda:0 and cpu! (when checking argument for argument mat1 in method "
            "wrapper_CUDA_addmm)",
            "RuntimeError: Expected object of backend CPU but got backend CUDA for argument #4 "
            "'mat1'",
            "RuntimeError: Expected object of device type cuda but got device type cpu for "
            "argument #2 'target' in call to _thnn_nll_loss_forward",
            "RuntimeError: Expected object of type torch.cuda.FloatTensor but found type "
            "torch.FloatTensor for argument #4 'mat1'",
        ),
        # torch.cuda on both sides: the types differ, not the devices.
        when=lambda found: (
            not found.fields.get("kind", "").startswith("cuda.")
            and not found.fields.get("kind2", "").startswith("cuda.")
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
            "module must have its parameters and buffers on device {a:device} (device_ids[0]) but "
            "found one of them on device{:: |: | }{b:device}",
            "module must have its parameters and buffers on device {a:device}",
        ),
        "env",
        "DataParallel copies the model from its first GPU to the others, and a part of the model "
        "is not there. The first is {a}. The part lies on {b}.",
        'Write model.to("{a}") before nn.DataParallel(model), and send nothing in the model to a '
        "fixed GPU. CUDA_VISIBLE_DEVICES counts the GPUs that are left anew, from 0. To compute on "
        "the CPU, or on one GPU, leave DataParallel out: model.module is the model inside.",
        None,
        recorded=(
            "RuntimeError: module must have its parameters and buffers on device cuda:0 "
            "(device_ids[0]) but found one of them on device: cpu",
            "RuntimeError: module must have its parameters and buffers on device cuda:0",
        ),
        command="env",
    ),
    Entry(
        (
            "Expected a '{a:device}' device type for generator but found '{b:device}'",
            "Expected a '{a:device}' generator device but found '{b:device}'",
        ),
        "dice sample",
        "Random numbers on {a} are drawn by a generator of {a}, and this one belongs to {b}. With "
        'torch.set_default_device("cuda"), or an old default tensor type, a DataLoader that '
        "shuffles draws there.",
        'Write torch.Generator(device="{a}"): DataLoader(data, shuffle=True, '
        'generator=torch.Generator(device="{a}")), and the same for random_split and samplers. Or '
        "leave the default device out, and move each batch.",
        None,
        recorded=("RuntimeError: Expected a 'cuda' device type for generator but found 'cpu'",),
    ),
    Entry(
        (
            "Input, output and indices must be on the current device",
            "Input and hidden tensors are not at the same device, found input tensor at {a:device} "
            "and hidden tensor at {b:device}",
            "Input and parameter tensors are not at the same device, found input tensor at "
            "{a:device} and parameter tensor at {b:device}",
            "Placeholder storage has not been allocated on MPS device",
            "slow_conv2d_forward_mps: input(device='{a:device}') and weight(device='{b:device}') "
            "must be on the same device",
        ),
        "env",
        "Two tensors that meet lie on different devices, and PyTorch moves none of them by itself. "
        "One lies on {a}, another on {b}.",
        MOVE + " The model and each batch have to be on one device: model.to(device), x = "
        "x.to(device).",
        None,
        recorded=(
            "RuntimeError: Input, output and indices must be on the current device",
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
            "{name:name} is on the meta device, we need a 'value' to put in on {device:device}",
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
            "The operator '{name:quoted}' is not currently implemented for the MPS device",
            "The operator '{name:quoted}' is not current implemented for the MPS device",
            "Cannot convert a MPS Tensor to float64 dtype as the MPS framework doesn't support "
            "float64",
            "Conv3D is not supported on MPS",
            "Trying to convert {name:name} to the MPS backend but it does not have support for "
            "that dtype",
            "{name:BFloat16} is not supported on MPS",
            "MPS does not support {name:text} with int64 input",
            "MPS device does not support {name:name} for non-float inputs",
            "Adaptive pool MPS: input sizes must be divisible by output sizes",
            "MPS: Unsupported {name:text}",
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
        NOT_RUN,
        "tensor dtypes",
        "The tensor is quantised, and {name} is not there for such tensors, {backend}.",
        "Write x.dequantize() before this step, which gives floats again; or leave the layer out "
        "of what is quantised.",
        None,
        recorded=(
            "RuntimeError: Could not run 'aten::empty_strided' with arguments from the "
            "'QuantizedCUDA' backend.",
        ),
        when=lambda found: found["backend"].startswith("Quantized"),
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
        "or its bias, lie in the memory of the CPU.",
        "Send the whole model there: model.to(device). Layers in a plain list do not go with it: "
        "put them into an nn.ModuleList. A weight of your own needs the device too.",
        None,
        recorded=(
            "NotImplementedError: Could not run 'aten::_slow_conv2d_forward' with arguments from "
            "the 'CUDA' backend. This could be because the operator doesn't exist for this "
            "backend",
        ),
        when=lambda found: (
            re.search(r"slow_conv|thnn_conv", found["name"]) is not None
            and found["backend"].startswith("CUDA")
        ),
        command="env",
    ),
    Entry(
        NOT_RUN,
        "env",
        "The operation was asked for on a kind of device that it is not there for. {name} has "
        "nothing for {backend}.",
        "Compute this step on the CPU, x.cpu(), and send the result back. A newer PyTorch may have "
        "it; on Apple's GPU PYTORCH_ENABLE_MPS_FALLBACK=1 does it on the CPU by itself.",
        None,
        recorded=(
            "NotImplementedError: Could not run 'aten::_fft_r2c' with arguments from the 'MPS' "
            "backend. This could be because the operator doesn't exist for this backend",
        ),
    ),
    Entry(
        "No backend type associated with device type {name:name}",
        "env",
        "The processes of this training talk by a backend that has nothing for tensors on {name}: "
        "nccl takes those of GPUs only, gloo those of the CPU.",
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
        (
            "Distributed package doesn't have NCCL built in",
            "Default process group has not been initialized, please make sure to call "
            "init_process_group",
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
    Entry(
        "/AppleInternal/Library/BuildRoots/{path:path} failed assertion {what:text}",
        "env",
        "Apple's library for the GPU ended the program: this PyTorch asked it for something that "
        "it does not do, which is a fault in one of them.",
        'Install a newer PyTorch and macOS, or write device="cpu", for this step at least. Smaller '
        "tensors help where the message speaks of a size.",
        None,
        recorded=(
            "/AppleInternal/Library/BuildRoots/b6051351/Library/Caches/com.apple.xbs/Sources/"
            "MetalPerformanceShaders/MPSCore/Types/MPSNDArray.mm:782: failed assertion "
            "`[MPSNDArray, initWithBuffer:descriptor:] Error: buffer is not large enough. Must be "
            "25600 bytes",
        ),
        command="env",
    ),
    Entry(
        (
            "{:name} must be a CUDA{: |}tensor",
            "please report a bug to PyTorch. CPU not supported",
            "INTERNAL ASSERT FAILED at {:text} CPU not supported",
        ),
        "env",
        "This operation is written for the GPU only, in apex or another add-on, and its input is "
        "on the CPU.",
        'Move the model and its inputs there: model.to("cuda"), x.to("cuda"). On the CPU take '
        "PyTorch's own layer, such as nn.LayerNorm.",
        None,
        recorded=("RuntimeError: input must be a CUDA tensor",),
    ),
)
