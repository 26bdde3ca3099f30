"""GPUs: builds, drivers, memory, and errors that come late."""

from __future__ import annotations

import re

from ..entry import Entry, Found
from .data import titled

# What has an explanation of its own, once it is whole.
OTHERS = (
    "device-side assert triggered",
    "out of memory",
    "no kernel image is available for execution on the device",
    "invalid device function",
    "an illegal memory access was encountered",
    "misaligned address",
    "unspecified launch failure",
    "the launch timed out and was terminated",
    "invalid device ordinal",
    "invalid argument",
    "initialization error",
    "unknown error",
    "no CUDA-capable device is detected",
    "all CUDA-capable devices are busy or unavailable",
    "CUDA driver version is insufficient for CUDA runtime version",
)
LESS = (
    "In the first step of training take a smaller batch, smaller pictures, shorter sequences, or "
    "half floats with torch.autocast. If it comes after some steps, something is kept: add up "
    "loss.item() and not loss, append x.detach().cpu() to lists, and del what a loop no longer "
    "needs. In testing compute under torch.no_grad(), as model.eval() alone saves no memory, and "
    "send batches, not the whole data set. If the GPU is full before, nvidia-smi lists the "
    "programs on it: an earlier run, or a notebook, whose kernel is to be restarted. {idle} lie "
    "idle in pieces: in a newer PyTorch PYTORCH_CUDA_ALLOC_CONF=expandable_segments:True joins "
    "them on Linux."
)
TAKEN = (
    "nvidia-smi lists them: end an earlier run of your own by kill and its number, and restart the "
    "kernel of a notebook that still holds it. Or take another GPU: CUDA_VISIBLE_DEVICES=1 before "
    "the program starts. The processes of one training need a GPU each: "
    "torch.cuda.set_device(local_rank). If none can be ended, take a smaller batch."
)
NO_MEMORY = (
    "DefaultCPUAllocator: can't allocate memory: you tried to allocate {bytes:int} bytes",
    "DefaultCPUAllocator: not enough memory: you tried to allocate {bytes:int} bytes",
)
HELD = (
    "CUDA out of memory. Tried to allocate {wanted:amount}. GPU {gpu:int} has a total capacity of "
    "{total:amount} of which {free:amount} is free. {:text}this process has {own:amount} memory in "
    "use. Of the allocated memory {held:amount} is allocated by PyTorch, and {unused:amount} is "
    "reserved by PyTorch but unallocated",
    "CUDA out of memory. Tried to allocate {wanted:amount}. GPU {gpu:int} has a total capacity of "
    "{total:amount} of which {free:amount} is free. {:text}this process has {own:amount} memory in "
    "use",
    "CUDA out of memory. Tried to allocate {wanted:amount} (GPU {gpu:int}; {total:amount} total "
    "capacity; {held:amount} already allocated; {free:amount} free; {own:amount} "
    "{kept:reserved|cached}",
)
UNITS = {"B": 1, "bytes": 1, "KiB": 2**10, "KB": 2**10, "MiB": 2**20, "MB": 2**20}
GIB = 2**30


def _driver(found: Found) -> dict[str, str]:
    """11040 is CUDA 11.4."""
    version = found.number("version")
    return {"cuda": f"{version // 1000}.{version % 1000 // 10}"}


def _filled(found: Found) -> bool:
    """Whether the memory was full before a small tensor was to be made."""
    return found.number("bytes") < 2 * GIB


def _bytes(found: Found) -> dict[str, str]:
    return {"size": f"{found.number('bytes') / 2**30:,.1f} GiB"}


def _amount(found: Found, name: str) -> float:
    """How many GiB an amount is, ``2.86 GiB``."""
    amount = re.fullmatch(r"(\d+(?:\.\d+)?) ?([A-Za-z]+)", found[name])
    if amount is None:
        raise KeyError(name)
    return float(amount[1]) * UNITS.get(amount[2], GIB) / GIB


def _own(found: Found) -> float:
    """How many GiB of a GPU this program holds."""
    rest = found.fields.get("kept") == "cached"  # before PyTorch 1.4 this was the rest alone
    return _amount(found, "own") + (_amount(found, "held") if rest else 0)


def _other(found: Found) -> float:
    """How many GiB other programs hold."""
    return _amount(found, "total") - _amount(found, "free") - _own(found)


def _held(found: Found) -> dict[str, str]:
    """What this and other programs hold of a GPU, and what lies idle, where that is much."""
    own, others = _own(found), _other(found)
    told = {"own": f"{own:.1f} GiB" if own >= 1 else f"{own * 1024:.0f} MiB"}
    if others > max(1.5, _amount(found, "total") / 5):
        told["others"] = f"{others:.1f} GiB"
    if "held" in found.fields:
        idle = (
            _amount(found, "unused") if "unused" in found.fields else own - _amount(found, "held")
        )
        if idle > max(_amount(found, "wanted"), 0.5):
            told["idle"] = f"{idle:.1f} GiB"
    return told


def _others(found: Found) -> bool:
    """Whether other programs hold more of the GPU than this one."""
    try:
        return "others" in _held(found) and _other(found) > _own(found)
    except KeyError:
        return False


def _huge(found: Found) -> bool:
    """Whether a single tensor is as large as a GPU, or as half of this one."""
    wanted = _amount(found, "wanted")
    return wanted >= (max(4, _amount(found, "total") / 2) if "total" in found.fields else 8)


def _asserted(found: Found, words: str) -> bool:
    """Whether an assertion of the GPU, printed before the error, has one of these words."""
    text = " ".join(found.before.split())
    ends = [match.end() for match in re.finditer(r"Assertion|_assert", text)]
    return any(re.search(words, text[max(0, end - 300) : end + 200]) for end in ends[-5:])


def _of_torch(found: Found) -> bool:
    """Whether no other library's words stand around CUDA's own, as TensorFlow's."""
    around = found.fields.get("ahead", "") + found.fields.get("behind", "")
    other = re.search(r"CUDA_ERROR_|cuInit|Status:|tensorflow|keras", around, re.IGNORECASE)
    return other is None and not found.type.endswith("InternalError")


CARD = r"capability (?:sm_)?(\d+)\.?(\d)\b"  # sm_86, sm_120, 8.6


def _card(found: Found) -> dict[str, str]:
    """The capability of the card, in the message or in the warning above it."""
    text = f"capability {found.fields['sm']}" if "sm" in found.fields else found.before[-4000:]
    sm = re.findall(CARD, text)
    return {"sm": f"{sm[-1][0]}.{sm[-1][1]}"} if sm else {}


def _newer(found: Found) -> bool:
    """Whether no PyTorch has left the card out yet, so that this one is too old for it."""
    return float(_card(found).get("sm", "0")) >= 7.5


def _older(found: Found) -> bool:
    """Whether the card is one that newer builds have left out."""
    return 0 < float(_card(found).get("sm", "0")) < 7


def _labels(found: Found) -> bool:
    """Whether the GPU found a label out of range."""
    return _asserted(found, r"t(?:arget)? ?< ?n_classes|ClassNLL|nll_loss|NLLLoss2d")


def _lookup(found: Found) -> bool:
    return _asserted(found, r"srcIndex < srcSelectDimSize|indexSelect|vectorized.gather")


def _gathered(found: Found) -> bool:
    return _asserted(found, r"ScatterGather|THCTensorScatterGather|idx_dim|indexValue >= 0")


def _old_backward(found: Found) -> dict[str, str]:
    """Where the line that failed is a backward in an old release, whose files are THC's."""
    backward = "THC" in found.before and found.calls("backward", "grad")
    return {"old": "backward"} if backward else {}


def _indexed(found: Found) -> bool:
    return _asserted(found, r"IndexKernel|Indexing\.cu|index out of bounds|-sizes\[i\] <= index")


def _probabilities(found: Found) -> bool:
    return _asserted(
        found,
        r"(?:input|target)_val <= one|probability tensor|cumdist|[mM]ultinomial|BCECriterion"
        r"|input >= 0\. && \*?input <= 1",
    )


OUTSIDE = (
    "Assertion '{:text}\"index out of bounds\"' failed",
    'Assertion \'{:text}"index out of bounds{:text}" failed',
    "Assertion 'srcIndex < srcSelectDimSize' failed",
)

ASSERT = (
    "CUDA error: device-side assert triggered",
    "cuda runtime error ({number:int}){: : |: }device-side assert triggered",
    "device-side assert triggered",
    "{:failed to synchronize|failed}: cudaErrorAssert",
    "cuda runtime error ({number:59|710})",
)

ASSERT_LATE = (
    "A GPU works behind the program, so the line in the traceback may be a later one. After this "
    "error the program, or the notebook's kernel, has to be started anew. "
)

# Questions about memory that is not short yet.
FORESEEN = re.compile(
    r"\b(?:how|way|can)\b.{0,40}\b(?:(?:know|tell|find out|determine|check|see) "
    r"(?:whether|if|when|how (?:much|large|big))|predict|estimate|foresee)\b",
    re.IGNORECASE,
)
KERNEL = (
    "CUDA error: no kernel image is available for execution on the device",
    "cuda runtime error ({number:int}){: : |: }no kernel image is available for execution on the "
    "device",
    "no kernel image is available for execution on the device",
    "{:failed to synchronize|failed}: {:cudaErrorNoKernelImageForDevice|"
    "cudaErrorInvalidDeviceFunction}",
    "cuda runtime error ({number:48|209|8|98})",
)

INCOMPATIBLE = (
    "{name:few} with CUDA capability {sm:name} is not compatible with the current PyTorch "
    "installation",
    "Found GPU{number:int} {name:few} which is of cuda capability {sm:few}. PyTorch no longer "
    "supports this GPU because it is too old",
    "Found GPU{number:int} {name:few} which is of {:few} capability {sm:few}. {:Minimum|PyTorch no "
    "longer}",
)

CUDA = (
    Entry(
        (
            "FlashAttention2 only supports fp16 and bf16 data type",
            "FlashAttention only support fp16 and bf16 data type",
            "Flash Attention 2.0 only supports torch.float16 and torch.bfloat16 dtypes",
        ),
        "tensor dtypes",
        "FlashAttention computes in half floats only, and the model, or its input, is of another "
        "type, float32 as a rule.",
        "Load the model with torch_dtype=torch.bfloat16 (or float16), or compute under "
        'torch.autocast("cuda", dtype=torch.bfloat16).',
        None,
        recorded=(
            "RuntimeError: FlashAttention only support fp16 and bf16 data type",
            "ValueError: FlashAttention2 only supports fp16 and bf16 data type",
        ),
    ),
    Entry(
        (
            "No HIP GPUs are available",
            "HIP error: no ROCm-capable device is detected",
        ),
        "env",
        "This PyTorch is built for ROCm, and finds no AMD GPU that it may use.",
        "Try rocminfo: it has to list the GPU. Add yourself to the groups render and video, hand "
        "/dev/kfd and /dev/dri to a container, and look at HIP_VISIBLE_DEVICES.",
        None,
        recorded=("RuntimeError: No HIP GPUs are available",),
        command="env",
    ),
    Entry(
        (
            "HIP error: invalid device function",
            "HIP error: no kernel image is available for execution on the device",
            "rocBLAS error: Cannot read {path:path}TensileLibrary",
            "rocBLAS error: Could not initialize Tensile",
        ),
        "env",
        "This PyTorch for ROCm has no program for this AMD GPU: the card is newer than the ROCm "
        "that it was built for, or not among those that ROCm supports.",
        "rocminfo names the card, such as gfx1100, and torch.cuda.get_arch_list() what this "
        "PyTorch has. If a newer ROCm has the card, as for the RX 7900 (gfx1100) from 5.7 on, "
        "install the newest PyTorch for ROCm, chosen on pytorch.org. If none has it, it takes the "
        "programs of one like it on Linux: set HSA_OVERRIDE_GFX_VERSION before the program starts, "
        "10.3.0 for an RX 6600 or 6700, 11.0.0 for an RX 7600. An integrated GPU is hidden by "
        "HIP_VISIBLE_DEVICES=0. The CPU works meanwhile.",
        None,
        recorded=(
            "RuntimeError: HIP error: invalid device function",
            "rocBLAS error: Cannot read /opt/rocm/lib/rocblas/library/TensileLibrary.dat: No such "
            "file or directory for GPU arch : gfx1032",
        ),
        command="env",
    ),
    Entry(
        (
            "Unexpected error from cudaGetDeviceCount(){:text}forward compatibility was attempted "
            "on non supported HW",
            "CUDA error: forward compatibility was attempted on non supported HW",
            "Unexpected error from cudaGetDeviceCount(){:text}system has unsupported display "
            "driver / cuda driver combination",
            "CUDA error: system has unsupported display driver / cuda driver combination",
        ),
        "env",
        "The driver that runs and its libraries are of different releases: after an update of the "
        "driver without a restart, or by the libraries of cuda-compat in a container.",
        "Restart the machine. If it stays, take the folder compat out of LD_LIBRARY_PATH, or a "
        "container whose CUDA is not newer than the driver's.",
        None,
        recorded=(
            "RuntimeError: Unexpected error from cudaGetDeviceCount(). Did you run some cuda "
            "functions before calling NumCudaDevices() that might have already set an error? Error "
            "804: forward compatibility was attempted on non supported HW",
        ),
        command="env",
    ),
    Entry(
        (
            "Unexpected error from cudaGetDeviceCount(){:text}Error 802: system not yet "
            "initialized",
            "CUDA error: system not yet initialized",
        ),
        "env",
        "GPUs that are joined by NVSwitch, as in servers with A100 or H100, wait for NVIDIA's "
        "fabric manager, which does not run, as a rule.",
        "Install the nvidia-fabricmanager of the driver's release, and start it: sudo systemctl "
        "start nvidia-fabricmanager.",
        None,
        recorded=(
            "UserWarning: CUDA initialization: Unexpected error from cudaGetDeviceCount(). Did you "
            "run some cuda functions before calling NumCudaDevices() that might have already set "
            "an error? Error 802: system not yet initialized",
        ),
        command="env",
    ),
    Entry(
        "NVML_SUCCESS == {:text} INTERNAL ASSERT FAILED",
        "env",
        "The GPU ran out of memory, as a rule, and PyTorch failed when it asked the driver how "
        "much there is.",
        "Take a smaller batch, and look at nvidia-smi for what holds the memory. If nvidia-smi "
        "itself fails, restart the machine; a GPU that is split into parts (MIG) asks for a newer "
        "PyTorch.",
        None,
        recorded=(
            'RuntimeError: NVML_SUCCESS == r INTERNAL ASSERT FAILED at "../c10/cuda/'
            'CUDACachingAllocator.cpp":1123, please report a bug to PyTorch.',
        ),
        command="env",
    ),
    Entry(
        "device >= 0 && device < num_gpus INTERNAL ASSERT FAILED",
        "env",
        "A GPU was asked for by a number that PyTorch did not count when it started: "
        "CUDA_VISIBLE_DEVICES was changed later, or the number is too high.",
        "Set CUDA_VISIBLE_DEVICES before torch is imported, outside of the program at best, and "
        "print torch.cuda.device_count(). The GPUs that are left count from 0.",
        None,
        recorded=(
            "RuntimeError: device >= 0 && device < num_gpus INTERNAL ASSERT FAILED at "
            '"../aten/src/ATen/cuda/CUDAContext.cpp":50, please report a bug to PyTorch. '
            "device=1, num_gpus=",
        ),
        command="env",
    ),
    Entry(
        (
            "cuFFT only supports dimensions whose sizes are powers of two when computing in half "
            "precision",
            "cuFFT doesn't support signals of half type",
            "Unsupported dtype {kind:Half|BFloat16}",
        ),
        "tensor dtypes",
        "A Fourier transform on the GPU takes half floats only where every size is a power of two, "
        "and bfloat16 not at all.",
        'Compute it in float32: torch.fft.fft(x.float()), inside with torch.autocast("cuda", '
        "enabled=False): where autocast is on.",
        None,
        recorded=(
            "RuntimeError: cuFFT only supports dimensions whose sizes are powers of two when "
            "computing in half precision, but got a signal size of[85, 85]",
        ),
        when=lambda found: "kind" not in found.fields or "fft" in found.code,
    ),
    Entry(
        "cuFFT error: {what:name}",
        "env",
        "The library for Fourier transforms on the GPU failed, with {what}: as a rule the card is "
        "newer than the CUDA of this PyTorch, as RTX 40 cards are for CUDA 11.7, or the memory is "
        "full.",
        "Install a PyTorch for a later CUDA, chosen on pytorch.org, and look at nvidia-smi. On the "
        "CPU the transform works: torch.fft.fft(x.cpu()).",
        None,
        recorded=("RuntimeError: cuFFT error: CUFFT_INTERNAL_ERROR",),
        command="env",
    ),
    Entry(
        (
            "Expected is_sm80 || is_sm90 {:text}to be true, but got false",
            "Expected is_sm8x || is_sm75 {:text}to be true, but got false",
            "Expected is_sm8x {:text}to be true, but got false",
            "Expected is_sm80 to be true, but got false",
        ),
        "env",
        "This comes from PyTorch's own scaled_dot_product_attention: its fast kernel needs a newer "
        "GPU for this step, and the gradients of large heads it computes on A100 and H100 alone.",
        "Let it compute otherwise: with torch.nn.attention.sdpa_kernel(SDPBackend.MATH): around "
        "the step, or in PyTorch 2.0 to 2.2 with torch.backends.cuda.sdp_kernel("
        "enable_flash=False):. A newer PyTorch chooses by itself.",
        None,
        recorded=(
            "RuntimeError: Expected is_sm80 || is_sm90 to be true, but got false. (Could this "
            "error message be improved? If so, please report an enhancement request to PyTorch.)",
        ),
        command="env",
    ),
    Entry(
        (
            "FlashAttention only supports Ampere GPUs or newer",
            "FlashAttention only supports {:text} GPUs or newer",
        ),
        "env",
        "FlashAttention runs on newer GPUs of NVIDIA than this one: from Ampere on (RTX 30, A100).",
        'Take PyTorch\'s own attention: attn_implementation="sdpa" in transformers, or uninstall '
        "flash-attn. with torch.nn.attention.sdpa_kernel(SDPBackend.MATH): does without it.",
        None,
        recorded=("RuntimeError: FlashAttention only supports Ampere GPUs or newer.",),
        command="env",
    ),
    Entry(
        "No available kernel. Aborting execution",
        "env",
        "scaled_dot_product_attention was allowed some ways of computing only, and none of them "
        "does this: the GPU, the type or the mask is not theirs.",
        "The warnings above the message say why for each. Allow all of them: leave sdp_kernel or "
        "sdpa_kernel out; or use float16 on a GPU, without a mask.",
        None,
        recorded=("RuntimeError: No available kernel. Aborting execution.",),
    ),
    Entry(
        "No operator found for 'memory_efficient_attention_{way:name}' with inputs",
        "env",
        "xformers has no way of computing this attention here. It was built without CUDA or for "
        "another PyTorch, or the tensors are on the CPU or of another type.",
        "python -m xformers.info lists what it can do. Install the xformers of your PyTorch, send "
        "model and inputs to the GPU in float16, or leave xformers out.",
        None,
        recorded=(
            "NotImplementedError: No operator found for `memory_efficient_attention_forward` with "
            "inputs:\n     query       : shape=(1, 4096, 1, 512) (torch.float32)",
        ),
        command="env",
    ),
    Entry(
        (
            "CUDA Setup failed despite {:text}GPU being available",
            "CUDA Setup failed despite CUDA being available",
            "'NoneType' object has no attribute '{name:cget_managed_ptr|cquantize_blockwise_fp16|"
            "cquantize_blockwise_fp16_nf4|cdequantize_blockwise_fp32|cadam32bit_grad_fp32|"
            "cadam8bit_blockwise_grad_fp32|cigemmlt_32}'",
        ),
        "env",
        "bitsandbytes found no library of its own for the CUDA of this PyTorch.",
        "python -m bitsandbytes says what it looks for. Write python -m pip install -U "
        "bitsandbytes, which works on Windows too, and take other CUDA folders out of "
        "LD_LIBRARY_PATH.",
        None,
        recorded=(
            "RuntimeError: CUDA Setup failed despite GPU being available. Please run the following "
            "command to get more information",
        ),
        command="env",
    ),
    Entry(
        (
            "Your setup doesn't support bf16/gpu",
            "bf16 mixed precision requires {:text}a supported device",
            "fp16 mixed precision requires a GPU",
            "'{:CUDAAccelerator|MPSAccelerator}' can not run on your system since the accelerator "
            "is not available",
            "No supported gpu backend found!",
            "FP16 Mixed precision training with AMP or APEX {:text}can only be used on CUDA "
            "devices",
        ),
        "env",
        "The training was asked for on a GPU, or in half floats, and this machine has no GPU for "
        "it, or a PyTorch that sees none.",
        'Write accelerator="cpu", or fp16=False and bf16=False, on the CPU. On a GPU older than '
        "Ampere take fp16 in place of bf16, and print torch.cuda.is_available().",
        None,
        recorded=(
            "ValueError: Your setup doesn't support bf16/gpu. You need torch>=1.10, using Ampere "
            "GPU with cuda>=11.0",
            "ValueError: fp16 mixed precision requires a GPU (not 'mps').",
        ),
        command="env",
    ),
    Entry(
        (
            "Torch not compiled with CUDA enabled",
            "PyTorch was compiled without CUDA support",
            "torch.cuda.{:Stream|Event} requires CUDA support",
            "Tried to instantiate dummy base class {:Event|Stream|CUDAGraph|_CudaStreamBase|"
            "_CudaEventBase}",
        ),
        "env",
        "This PyTorch was built without CUDA, and something asks for an NVIDIA GPU: .cuda(), "
        'device="cuda", or a library.',
        "Without such a GPU leave these out, in the loss and in libraries too: device = "
        'torch.device("cuda" if torch.cuda.is_available() else "cpu"), then x.to(device). On a Mac '
        'with Apple\'s chip "mps" takes the place of "cuda". With an NVIDIA GPU run python -m pip '
        "uninstall torch, since pip keeps the build for the CPU otherwise, and install one for "
        "CUDA, chosen on pytorch.org, with the program's own Python. d2l env says what is "
        "installed.",
        'torch.ones(2, device="cuda")',
        recorded=("AssertionError: Torch not compiled with CUDA enabled",),
    ),
    Entry(
        (
            "Cannot get CUDA generator without ATen_cuda library",
            "Cannot initialize CUDA without ATen_cuda library",
        ),
        "env",
        "The part of PyTorch for CUDA is not loaded: in Python this PyTorch is a build for the CPU "
        "alone, and in C++ the program may be linked without that part.",
        'In Python leave out .cuda(), device="cuda" and pin_memory=True, or install a build for '
        "CUDA, chosen on pytorch.org. In C++ take the LibTorch for CUDA; the linker drops "
        "torch_cuda where nothing names it: write -Wl,--no-as-needed in front of it, or "
        "/INCLUDE:?warp_size@cuda@at@@YAHXZ with Visual Studio.",
        None,
        recorded=(
            "RuntimeError: Cannot initialize CUDA without ATen_cuda library. PyTorch splits its "
            "backend into two shared libraries: a CPU library and a CUDA library; this error has "
            "occurred because you are trying to use some CUDA functionality, but the CUDA library "
            "has not been loaded by the dynamic linker for some reason.",
        ),
        command="env",
    ),
    Entry(
        (
            "module 'torch._C' has no attribute '_cuda_{name:name}'",
            "'module' object has no attribute '_cuda_{name:name}'",
            "type torch.cuda.{name:name} not available",
        ),
        "env",
        "This PyTorch was built for the CPU alone, and something of CUDA was asked of it. That is "
        "{name}.",
        "Leave out what speaks of cuda, or install a build for CUDA, chosen on pytorch.org.",
        None,
        recorded=(
            "AttributeError: module 'torch._C' has no attribute '_cuda_setDevice'",
            "TypeError: type torch.cuda.FloatTensor not available. Torch not compiled with CUDA "
            "enabled.",
        ),
    ),
    Entry(
        (
            "The NVIDIA driver on your system is too old (found version {version:int})",
            "CUDA initialization: The NVIDIA driver on your system is too old (found version "
            "{version:int})",
            "The NVIDIA driver on your system is too old",
            "{ahead:text}CUDA driver version is insufficient for CUDA runtime version{behind:text}",
            "cuda runtime error ({number:int}){: : |: }CUDA driver version is insufficient for "
            "CUDA runtime version",
            "cuda runtime error ({number:35})",
        ),
        "env",
        "The driver of the GPU is older than the CUDA that this PyTorch was built for. It can do "
        "CUDA {cuda} at most.",
        "Install a newer NVIDIA driver, or a PyTorch built for an older CUDA, chosen on "
        "pytorch.org. It may be one for at most {cuda}. Try nvidia-smi, which has to list the "
        "GPU: a container without --gpus all has no driver. The CPU works meanwhile; files are "
        'read there with torch.load(path, map_location="cpu").',
        None,
        recorded=(
            "RuntimeError: The NVIDIA driver on your system is too old (found version 11040). "
            "Please update your GPU driver by downloading and installing a new version from the "
            "URL: http://www.nvidia.com/Download/index.aspx",
            "RuntimeError: cuda runtime error (35) : CUDA driver version is insufficient for CUDA "
            "runtime version at /pytorch/aten/src/THC/THCGeneral.cpp:51",
        ),
        more=_driver,
        when=_of_torch,
    ),
    Entry(
        (
            "Found no NVIDIA driver on your system",
            "No CUDA GPUs are available",
            "CUDA error: no CUDA-capable device is detected",
            "cuda runtime error ({number:int}){: : |: }no CUDA-capable device is detected",
            "{ahead:text}no CUDA-capable device is detected{behind:text}",
            "cuda runtime error ({number:100|38})",
        ),
        "env",
        "This PyTorch is built for CUDA, and sees no NVIDIA GPU: there is none, its driver is "
        "missing, or it is hidden from the program.",
        "If nvidia-smi lists no GPU: choose one in the settings of Colab or Kaggle, start a "
        "container with --gpus all, ask Slurm for one with --gres=gpu:1, or install the driver "
        "and restart the machine. If it lists one: print CUDA_VISIBLE_DEVICES, whose numbers count "
        'from 0, and which hides all GPUs where it is "" or -1; workers of Ray get GPUs by '
        'num_gpus. Without a GPU leave .cuda() and device="cuda" out, in the libraries that you '
        'call too, and read files with torch.load(path, map_location="cpu").',
        None,
        recorded=(
            "RuntimeError: Found no NVIDIA driver on your system. Please check that you have an "
            "NVIDIA GPU and installed a driver from http://www.nvidia.com/Download/index.aspx",
            "RuntimeError: No CUDA GPUs are available",
        ),
        when=_of_torch,
    ),
    Entry(
        (
            "Unexpected error from cudaGetDeviceCount(){:text}Error 500: named symbol not found",
            "Error 500: named symbol not found",
            "Unexpected error from cudaGetDeviceCount(){:text}Error 2: out of memory",
        ),
        "env",
        "CUDA cannot start with this driver, before the program has asked for any memory: as a "
        "rule in WSL and Docker Desktop, where the driver is that of Windows.",
        "Install the newest NVIDIA driver in Windows, write wsl --update and wsl --shutdown, bring "
        "Docker Desktop up to date, and start them anew. If it says out of memory, nvidia-smi "
        "shows whether other programs fill the GPU; with several GPUs try CUDA_VISIBLE_DEVICES=0.",
        None,
        recorded=(
            "UserWarning: CUDA initialization: Unexpected error from cudaGetDeviceCount(). Did you "
            "run some cuda functions before calling NumCudaDevices() that might have already set "
            "an error? Error 500: named symbol not found",
            "UserWarning: CUDA initialization: Unexpected error from cudaGetDeviceCount(). Did you "
            "run some cuda functions before calling NumCudaDevices() that might have already set "
            "an error? Error 2: out of memory (Triggered internally at CUDAFunctions.cpp:109.)",
        ),
    ),
    Entry(
        (
            "CUDA error: unknown error",
            "CUDA driver error: unknown error",
            "cuda runtime error ({number:int}){: : |: }unknown error",
            "cuda runtime error ({number:30|999})",
        ),
        "env",
        "The driver of the GPU failed and does not say why. At the first use of the GPU the driver "
        "is out of step, often after an update or after sleep, or does not fit this PyTorch's "
        "CUDA; in the middle of training the memory is full, or the GPU took too long or is "
        "unstable.",
        "At the first use restart the machine, or on Linux reload the driver: sudo rmmod "
        "nvidia_uvm; sudo modprobe nvidia_uvm. nvidia-smi has to list the GPU. If it stays, "
        "install the newest driver, and PyTorch anew, built for another CUDA, chosen on "
        "pytorch.org. In the middle of training take a smaller batch, and set "
        "CUDA_LAUNCH_BLOCKING=1 to see the true line.",
        None,
        recorded=(
            "RuntimeError: CUDA error: unknown error",
            "RuntimeError: cuda runtime error (30) : unknown error at "
            "/pytorch/aten/src/THC/THCGeneral.cpp:87",
        ),
    ),
    Entry(
        (
            "CUDA initialization: CUDA unknown error",
            "CUDA unknown error - this may be due to an incorrectly set up environment",
            "THCudaCheck FAIL file={file:path} line={line:int} error=30 : unknown error",
            "CUDA driver initialization failed, you might not have a CUDA gpu",
            "Unexpected error from cudaGetDeviceCount()",
        ),
        "env",
        "The GPU cannot be started: driver and machine are out of step, often after an update of "
        "the driver or after sleep. In a container its libraries and the driver outside do not fit "
        "together, or it was not given the GPU.",
        "Restart the machine, or on Linux reload the driver: sudo rmmod nvidia_uvm; sudo modprobe "
        "nvidia_uvm. Set CUDA_VISIBLE_DEVICES before the program starts, not in it after torch "
        "was used. nvidia-smi has to list the GPU, in the container too: docker run --gpus all, "
        "with nvidia-container-toolkit and a driver not older than the container's CUDA.",
        None,
        recorded=(
            "UserWarning: CUDA initialization: CUDA unknown error - this may be due to an "
            "incorrectly set up environment, e.g. changing env variable CUDA_VISIBLE_DEVICES after "
            "program start. Setting the available devices to be zero.",
        ),
    ),
    Entry(
        "Found GPU{number:int} {name:few} which is of cuda capability {sm:12.1}. Minimum and",
        "env",
        "This PyTorch was built for cards up to capability 12.0, and this one has 12.1, which runs "
        "the same programs. It is a notice.",
        "It does no harm as a rule. A newer PyTorch, with CUDA 13, chosen on pytorch.org, is quiet "
        "about it, and faster on this card.",
        None,
        recorded=(
            "UserWarning: Found GPU0 NVIDIA GB10 which is of cuda capability 12.1.\n    Minimum "
            "and Maximum cuda capability supported by this version of PyTorch is\n    (8.0) - "
            "(12.0)",
        ),
        command="env",
    ),
    Entry(
        (
            "cuda runtime error ({number:int}){: : |: }no kernel image is available for execution "
            "on the device at {file:path}",
            "cuda runtime error ({number:int}){: : |: }invalid device function at {file:path}",
            "CUDA kernel failed : no kernel image is available for execution on the device",
            "error in {file:name}: no kernel image is available for execution on the device",
        ),
        "env",
        "An extension in CUDA was compiled for other cards than the one here. It is the one with "
        "{file}.",
        "Compile it anew on this machine: remove build, dist and the .so files from its folder, "
        "set TORCH_CUDA_ARCH_LIST to the card's capability, such as 7.5, and run its setup.py "
        "again. "
        "torch.cuda.get_device_capability() tells it, and nvcc has to be new enough to know it.",
        None,
        recorded=(
            "RuntimeError: cuda runtime error (48) : no kernel image is available for execution on "
            "the device at mmdet/ops/roi_align/src/roi_align_kernel.cu:139",
            "CUDA kernel failed : no kernel image is available for execution on the device",
            "error in ms_deformable_im2col_cuda: no kernel image is available for execution on the "
            "device",
        ),
        when=lambda found: (
            re.search(r"THC|aten|pytorch|c10|torch/", found.fields.get("file", "")) is None
        ),
        command="env",
    ),
    Entry(
        (*KERNEL, *INCOMPATIBLE),
        "env",
        "The card is newer than this PyTorch, which has no program for it. It is of capability "
        "{sm}.",
        "Install the newest PyTorch, with its newest CUDA: capability 8 needs CUDA 11, 8.9 and 9 "
        "need 11.8, 10 to 12 (RTX 50) need 12.8: python -m pip install -U torch torchvision "
        "--index-url https://download.pytorch.org/whl/cu128. Extensions that you built are to be "
        "built anew. The CPU works meanwhile.",
        None,
        recorded=(
            "UserWarning: NVIDIA GeForce RTX 5090 with CUDA capability sm_120 is not compatible "
            "with the current PyTorch installation.",
            "NVIDIA GeForce RTX 5090 with CUDA capability sm_120 is not compatible with the "
            "current PyTorch installation.\nRuntimeError: CUDA error: no kernel image is available "
            "for execution on the device",
        ),
        when=_newer,
        more=_card,
        command="env",
    ),
    Entry(
        (*KERNEL, *INCOMPATIBLE),
        "env",
        "The card is too old for this PyTorch, or for the CUDA that it was built with. It is of "
        "capability {sm}.",
        "Install a PyTorch that was built with an older CUDA: from 5.0 to 6.1 (GTX 9 and 10, P100) "
        "one for CUDA 12.6 still has it: python -m pip install torch torchvision --index-url "
        "https://download.pytorch.org/whl/cu126. Cards below 5.0 need an old release. On Kaggle "
        "choose a T4; the CPU works everywhere.",
        None,
        recorded=(
            "UserWarning: Found GPU0 GeForce GT 730 which is of cuda capability 3.5. PyTorch no "
            "longer supports this GPU because it is too old.",
            "UserWarning: Tesla P100-PCIE-16GB with CUDA capability sm_60 is not compatible with "
            "the current PyTorch installation.",
        ),
        when=_older,
        more=_card,
        command="env",
    ),
    Entry(
        (*KERNEL, *INCOMPATIBLE),
        "env",
        "This PyTorch, or an extension in CUDA, has no program for the kind of GPU that is here: "
        "the card is newer, or too old for it, or for the CUDA that it was built with.",
        "print(torch.cuda.get_device_capability(), torch.cuda.get_arch_list()) shows both. If the "
        "list holds the card (sm_80 serves 8.6 too) it is the extension: remove its folder build, "
        "and build it with "
        "TORCH_CUDA_ARCH_LIST set to the card's capability. Else it is PyTorch: for a "
        "new card install the newest PyTorch with its newest CUDA, for an old one an older "
        "PyTorch, or one built with an older CUDA: V100, P100 and GTX 10 are left out by the "
        "newest, and run with CUDA 12.6.",
        None,
        recorded=(
            "RuntimeError: CUDA error: no kernel image is available for execution on the device\n"
            "CUDA kernel errors might be asynchronously reported at some other API call",
        ),
    ),
    Entry(
        ("{ahead:text}CUDA out of memory", "CUDA out of memory"),
        "env",
        "Whether a GPU's memory is enough is measured rather than foreseen: in training most of it "
        "goes to what the layers compute, and that grows with the batch.",
        "Run one step of training with the largest batch, backward() and the optimizer's step "
        "too, then print torch.cuda.max_memory_allocated() / 2**30, in GiB. "
        "torch.cuda.mem_get_info() tells what is free, and how much there is. The model itself, "
        "trained by Adam in float32, takes 16 bytes for each parameter.",
        None,
        recorded=(
            "In PyTorch, how to know whether a batch will cause RuntimeError: CUDA out of memory",
        ),
        when=lambda found: titled(found, FORESEEN),
    ),
    Entry(
        (
            "THCudaCheck FAIL file={:path}HostAllocator.cpp line={:int} error={:int} : out of "
            "memory",
            "cuda runtime error (2){: : |: }out of memory at {:path}HostAllocator.cpp",
        ),
        "env",
        "Memory ran out while pinned memory was set aside, from which tensors go to the GPU: that "
        "of the GPU, or that of the computer.",
        "Take a smaller batch and fewer workers, and leave out pin_memory=True. nvidia-smi shows "
        "which programs hold the GPU, free -h what the computer has left.",
        None,
        recorded=(
            "THCudaCheck FAIL file=/pytorch/aten/src/THC/THCCachingHostAllocator.cpp line=265 "
            "error=2 : out of memory",
            "RuntimeError: cuda runtime error (2) : out of memory at "
            "/pytorch/aten/src/THC/THCCachingHostAllocator.cpp:265",
        ),
        command="env",
    ),
    Entry(
        (
            "CUDA out of memory. Tried to allocate {wanted:amount}. GPU {gpu:int} has a total "
            "capacity of {total:amount} of which {free:amount} is free",
            "CUDA out of memory. Tried to allocate {wanted:amount} (GPU {gpu:int}; {total:amount} "
            "total capacity; {held:amount} already allocated; {free:amount} {:free|cached}",
            "CUDA out of memory. Tried to allocate {wanted:amount}",
        ),
        "env",
        "The GPU has no room for another tensor, and {wanted} is a lot for a single one: as a rule "
        "all samples go in at once, as in a test without batches, pictures or sequences are very "
        "long, or two tensors broadcast, so that each number meets each.",
        "Print the shapes before the line. If the first axis is the whole data set, go batch after "
        "batch, in testing too and under torch.no_grad(), and join the results with torch.cat. If "
        "shapes like (n,) and (n, 1) meet, or x[:, None] and y, they make n times n numbers. Else "
        "smaller batches, shorter sequences or smaller pictures are left.",
        None,
        recorded=(
            "RuntimeError: CUDA out of memory. Tried to allocate 14.12 GiB (GPU 0; 15.90 GiB total "
            "capacity; 1.20 GiB already allocated; 13.80 GiB free; 1.30 GiB reserved in total by "
            "PyTorch)",
        ),
        when=_huge,
        command="env",
    ),
    Entry(
        HELD,
        "env",
        "Other programs hold the GPU: about {others} of its {total}, and this program only {own}.",
        TAKEN,
        None,
        more=_held,
        recorded=(
            "RuntimeError: CUDA out of memory. Tried to allocate 20.00 MiB (GPU 0; 7.43 GiB total "
            "capacity; 1.51 GiB already allocated; 6.31 MiB free; 1.77 GiB reserved in total by "
            "PyTorch)",
        ),
        when=_others,
        command="env",
    ),
    Entry(
        "CUDA error: out of memory",
        "env",
        "The GPU had no room left. If it comes at the first .to(device) or .cuda(), another "
        "program, or an earlier run of this one, holds the memory; in the middle of training "
        "the batches are too large, or something is kept.",
        "nvidia-smi lists the programs on each GPU: end your own old ones, restart the kernel of "
        "a notebook, or take another GPU, CUDA_VISIBLE_DEVICES=1. If the GPU is free before, take "
        "a smaller batch, compute under torch.no_grad() in testing, and add up loss.item(), not "
        'loss. A file that was saved on a GPU is read with map_location="cpu".',
        None,
        recorded=("RuntimeError: CUDA error: out of memory",),
        command="env",
    ),
    Entry(
        (
            *HELD,
            "CUDA out of memory. Tried to allocate {wanted:amount}. GPU {gpu:int} has a total "
            "capacity of {total:amount} of which {free:amount} is free",
            "CUDA out of memory. Tried to allocate {wanted:amount} (GPU {gpu:int}; {total:amount} "
            "total capacity; {held:amount} already allocated; {free:amount} {:free|cached}",
            "CUDA out of memory. Tried to allocate {wanted:amount}",
            "CUDA out of memory",
            "cuda runtime error (2){: : |: }out of memory",
            "{:failed to synchronize|failed}: cudaErrorMemoryAllocation",
            "cuda runtime error (2)",
            "THCudaCheck FAIL file={:path} line={:int} error=2 : out of memory",
        ),
        "env",
        "The GPU has no room for another tensor. {wanted} were asked for. Of the {total} of GPU "
        "{gpu} only {free} are free. Other programs hold about {others} of it.",
        LESS,
        None,
        more=_held,
        recorded=(
            "torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 "
            "has a total capacity of 7.79 GiB of which 512.00 MiB is free. Including non-PyTorch "
            "memory, this process has 7.20 GiB memory in use.",
            "RuntimeError: CUDA out of memory. Tried to allocate 20.00 MiB (GPU 0; 7.43 GiB total "
            "capacity; 6.51 GiB already allocated; 6.31 MiB free; 6.77 GiB reserved in total by "
            "PyTorch)",
            "RuntimeError: CUDA out of memory",
        ),
    ),
    Entry(
        "MPS backend out of memory (MPS allocated: {held:amount}, other allocations: "
        "{other:amount}, max allowed: {total:amount}). Tried to allocate {wanted:amount}",
        "env",
        "Apple's GPU shares the memory of the Mac, and may use {total} of it. {wanted} more were "
        "asked for, and {held} are in use.",
        "Take a smaller batch, smaller pictures or shorter sequences. If it comes after some "
        "steps, add up loss.item() and not loss; in testing compute under torch.no_grad(). Close "
        "other programs; torch.mps.empty_cache() gives back what lies unused. "
        "PYTORCH_MPS_HIGH_WATERMARK_RATIO=0.0, set before the program starts, lifts the limit, but "
        "the Mac may then stand still.",
        None,
        recorded=(
            "RuntimeError: MPS backend out of memory (MPS allocated: 8.20 GB, other allocations: "
            "384.00 KB, max allowed: 9.07 GB). Tried to allocate 1.50 GB on private pool.",
        ),
        command="env",
    ),
    Entry(
        (
            "HIP out of memory. Tried to allocate {wanted:amount}",
            "HIP error: out of memory",
            "XPU out of memory. Tried to allocate {wanted:amount}",
            "There is not enough GPU video memory available!",
            "Native API returns: {:int} (PI_ERROR_OUT_OF_RESOURCES)",
        ),
        "env",
        "The GPU has no room for another tensor. {wanted} were asked for.",
        "Take a smaller batch, smaller pictures, shorter sequences, or half floats. If it comes "
        "after some steps, something is kept: add up loss.item() and not loss. In testing compute "
        "under torch.no_grad(). If the GPU is full before, end other programs on it: rocm-smi "
        "lists them for AMD, xpu-smi for Intel, and the Task Manager in Windows.",
        None,
        recorded=(
            "torch.OutOfMemoryError: HIP out of memory. Tried to allocate 2.00 GiB. GPU 0 has a "
            "total capacity of 7.98 GiB of which 512.00 MiB is free.",
            "RuntimeError: Native API failed. Native API returns: -5 (PI_ERROR_OUT_OF_RESOURCES) "
            "-5 (PI_ERROR_OUT_OF_RESOURCES)",
        ),
        command="env",
    ),
    Entry(
        NO_MEMORY,
        "memory temporary",
        "The memory of the computer was nearly full before this tensor, which takes only {size}: "
        "what a loop keeps fills it, or other programs and processes do.",
        "Watch the memory. If it grows from step to step, something is kept: add up loss.item(), "
        "append x.detach() or nothing, and write no itertools.cycle around a DataLoader, which "
        "keeps every batch: make a new iter(loader) at StopIteration. If it is full at once, take "
        "a smaller batch, fewer workers, and load samples in __getitem__ in place of all at the "
        "start.",
        None,
        recorded=(
            "RuntimeError: [enforce fail at CPUAllocator.cpp:64] . DefaultCPUAllocator: can't "
            "allocate memory: you tried to allocate 154140672 bytes. Error code 12 (Cannot "
            "allocate memory)",
        ),
        when=_filled,
        more=_bytes,
    ),
    Entry(
        (*NO_MEMORY, "$ Torch: not enough memory: you tried to allocate {:int}GB"),
        "memory temporary",
        "The memory has no room for a tensor that was to be made. It would take {size}.",
        "Take a smaller batch, in testing too: all samples at once are too many as a rule. Print "
        "the shapes that go into the line: a forgotten axis, a sparse matrix made dense, or a "
        "product of all pairs makes a tensor as large as that. float32 takes half of float64, and "
        "a layer with fewer outputs less again.",
        "torch.empty(10**15)",
        more=_bytes,
    ),
    Entry(
        ASSERT,
        "tensor index",
        "A label lies outside of the classes: labels are 0 up to the number of outputs less 1.",
        ASSERT_LATE + "Print y.min(), y.max() and out.shape. Labels from 1 on become labels from 0 "
        "on by y - 1; what has no label, -1 or 255, needs ignore_index; else give the last layer "
        "one output for each class.",
        None,
        recorded=(
            "../aten/src/ATen/native/cuda/Loss.cu:250: nll_loss_forward_reduce_cuda_kernel_2d: "
            "block: [0,0,0], thread: [0,0,0] Assertion `t >= 0 && t < n_classes` failed.\n"
            "RuntimeError: CUDA error: device-side assert triggered",
        ),
        when=_labels,
    ),
    Entry(
        ASSERT,
        "tensor index",
        "An index lies outside of what it chooses from: as a rule the number of a word, or of a "
        "place in the text, that an nn.Embedding does not have.",
        ASSERT_LATE + "Print x.min(), x.max() and embedding.num_embeddings: the numbers are 0 up "
        "to that less 1. With transformers: model.resize_token_embeddings(len(tokenizer)), and "
        "truncation=True for long texts.",
        None,
        recorded=(
            "/pytorch/aten/src/ATen/native/cuda/Indexing.cu:605: indexSelectLargeIndex: block: "
            "[0,0,0], thread: [0,0,0] Assertion `srcIndex < srcSelectDimSize` failed.\n"
            "RuntimeError: CUDA error: device-side assert triggered",
        ),
        when=_lookup,
    ),
    Entry(
        ASSERT,
        "tensor index",
        "An index for gather or scatter_, or a label that becomes one-hot by them, lies outside of "
        "the axis: 255 in a mask, or classes counted from 1.",
        ASSERT_LATE + "Print index.min(), index.max() and the size of the axis, or y.min(), "
        "y.max() and the number of classes. On the CPU the message names the line. "
        "In the {old} of a gradient an old PyTorch may be at fault itself: install a newer one.",
        None,
        recorded=(
            "/pytorch/aten/src/ATen/native/cuda/ScatterGatherKernel.cu:208: block: [883,0,0], "
            'thread: [12,0,0] Assertion `idx_dim >= 0 && idx_dim < index_size && "index out of '
            'bounds"` failed.\nRuntimeError: CUDA error: device-side assert triggered',
        ),
        when=_gathered,
        more=_old_backward,
    ),
    Entry(
        ASSERT,
        "tensor index",
        "An index in square brackets, or one given to a function like index_select, lies outside "
        "of the axis that it chooses from.",
        ASSERT_LATE + "Print the smallest and the largest index, and the shape; for labels y.min() "
        "and y.max() against the number of classes: 255 in a mask, and labels that begin at 1, lie "
        "beyond it. Run the same step on the CPU: there the message names the line.",
        None,
        recorded=(
            "/pytorch/aten/src/ATen/native/cuda/IndexKernel.cu:91: operator(): block: [0,0,0], "
            'thread: [0,0,0] Assertion `-sizes[i] <= index && index < sizes[i] && "index out of '
            'bounds"` failed.\nRuntimeError: CUDA error: device-side assert triggered',
        ),
        when=_indexed,
    ),
    Entry(
        ASSERT,
        "dice multinomial",
        "A probability, or a target of a loss over probabilities, lies outside of 0 to 1, or is "
        "nan.",
        ASSERT_LATE + "Take F.binary_cross_entropy_with_logits for outputs without sigmoid. What "
        "training has made nan was wrong before; when a language model writes text, load it in "
        "bfloat16 or float32.",
        None,
        recorded=(
            "/pytorch/aten/src/ATen/native/cuda/Loss.cu:115: operator(): block: [0,0,0], thread: "
            "[0,0,0] Assertion `input_val >= zero && input_val <= one` failed.\n"
            "RuntimeError: CUDA error: device-side assert triggered",
        ),
        when=_probabilities,
    ),
    Entry(
        ASSERT,
        "env",
        "The GPU met a value that is not allowed: as a rule a class label that is not among 0 up "
        "to the number of outputs less 1, an index out of range, as in an nn.Embedding or the "
        "edges of a graph, or in nn.BCELoss an output outside of 0 to 1, or nan.",
        ASSERT_LATE + "The line with Assertion above it tells which: t < n_classes is a label, "
        "srcIndex an embedding, input_val an output. Else run the same step on the CPU, which "
        "names it, or set CUDA_LAUNCH_BLOCKING=1 before torch is imported. For labels print "
        "y.min(), y.max() and out.shape: 1 to n become 0 to n - 1 by y - 1. nn.BCELoss needs "
        "outputs of torch.sigmoid. In batches of graphs edge_index.max() lies below the number of "
        "nodes, and layers take no cached=True.",
        None,
        recorded=(
            "RuntimeError: CUDA error: device-side assert triggered\nCUDA kernel errors might be "
            "asynchronously reported at some other API call, so the stacktrace below might be "
            "incorrect.",
            "RuntimeError: cuda runtime error (59) : device-side assert triggered at "
            "/pytorch/aten/src/THC/generic/THCTensorMath.cu:26",
        ),
    ),
    Entry(
        OUTSIDE,
        "tensor index",
        "An index lies outside of what it chooses from, and the GPU found it. In a loss the index "
        "is a label, and as a rule one is as large as the number of classes, or larger.",
        ASSERT_LATE + "Print the smallest and the largest index, and the shape; for labels y.min() "
        "and y.max() against the number of classes. Labels from 1 on become labels from 0 on by "
        "y - 1; 255 in a mask, for what has no label, needs ignore_index. Run the same step on the "
        "CPU: there the message names the line.",
        None,
        recorded=(
            "/pytorch/aten/src/ATen/native/cuda/IndexKernel.cu:53: operator(): block: [0,0,0], "
            'thread: [49,0,0] Assertion `index >= -sizes[i] && index < sizes[i] && "index out of '
            'bounds"` failed.',
        ),
    ),
    Entry(
        (
            "CUDA error: the launch timed out and was terminated",
            "{:failed to synchronize|failed}: cudaErrorLaunchTimeout",
            "cuda runtime error ({number:6|702})",
        ),
        "env",
        "A computation took longer, a few seconds, than the system allows a GPU that draws the "
        "screen too, and was ended.",
        "Take a smaller batch or smaller sizes in this step, or a GPU without a screen. On Windows "
        "a larger TdrDelay in the registry allows more time. If no screen is on it, run the step "
        "on the CPU: it may never end.",
        None,
        recorded=("RuntimeError: CUDA error: the launch timed out and was terminated",),
        command="env",
    ),
    Entry(
        (
            "CUDA error: an illegal memory access was encountered",
            "cuda runtime error ({number:int}){: : |: }an illegal memory access was encountered",
            "cuda runtime error ({number:int}){: : |: }unspecified launch failure",
            "CUDA error: misaligned address",
            "Search for 'cudaErrorIllegalAddress' in",
            "CUDA driver error: {:cudaErrorIllegalAddress|an illegal memory access was "
            "encountered}",
            "CUDA error: unspecified launch failure",
            "{ahead:text}an illegal memory access was encountered{behind:text}",
            "{:failed to synchronize|failed}: {:cudaErrorIllegalAddress|cudaErrorLaunchFailure|"
            "cudaErrorMisalignedAddress}",
            "cuda runtime error ({number:77|700|4|719|74|716})",
        ),
        "env",
        "A program on the GPU failed: an index out of range, a tensor of another GPU or of the CPU "
        "handed to an extension, a fault of a library or of an old release, or a GPU in trouble.",
        "A GPU works behind the program, so set CUDA_LAUNCH_BLOCKING=1 to see the true line, and "
        "run that step on the CPU, which names an index out of range. If the line is one of an "
        "extension, build it anew; with several GPUs write torch.cuda.set_device(n) first. If it "
        "is one of PyTorch, try another release, torch.backends.cudnn.benchmark = False, and a "
        "smaller batch. If the line changes from run to run, look at the card: a newer driver, its "
        "temperature in nvidia-smi. Start the program anew each time.",
        None,
        recorded=("RuntimeError: CUDA error: an illegal memory access was encountered",),
        when=_of_torch,
    ),
    Entry(
        (
            "CUDA error: invalid device ordinal",
            "cuda runtime error ({number:int}){: : |: }invalid device ordinal",
            "Invalid device id",
            "cuda runtime error ({number:10|101})",
        ),
        "env",
        "There is no GPU of that number: they are counted from 0.",
        'Write "cuda:0", or "cuda"; torch.cuda.device_count() says how many there are, and '
        "CUDA_VISIBLE_DEVICES hides some and counts the others anew. A file that was saved on "
        'another GPU is read by torch.load(path, map_location="cuda:0"). With torchrun start no '
        "more processes than there are GPUs.",
        None,
        recorded=(
            "RuntimeError: CUDA error: invalid device ordinal",
            "AssertionError: Invalid device id",
        ),
        when=lambda found: (
            found.type in ("", "RuntimeError", "AssertionError", "AcceleratorError")
            or "Torch" in found.type
        ),
    ),
    Entry(
        (
            "CUDA error: CUBLAS_STATUS_{name:NOT_SUPPORTED|ARCH_MISMATCH}{:text}",
            "cublas runtime error : {name:an unsupported value or parameter was passed|the "
            "requested functionality is not supported|an absent device architectural feature is "
            "required}{:text}",
        ),
        "env",
        "This GPU, or the CUDA that this PyTorch was built for, does not multiply numbers of this "
        "type, or of these sizes.",
        "Print the types and shapes: float32 works on every GPU, bfloat16 from Ampere on (RTX 30, "
        "A100). Run the same step on the CPU, where the message names sizes that do not fit, and "
        "try the newest PyTorch.",
        None,
        recorded=(
            "RuntimeError: CUDA error: CUBLAS_STATUS_NOT_SUPPORTED when calling `cublasLtMatmul`",
            "RuntimeError: CUDA error: CUBLAS_STATUS_ARCH_MISMATCH when calling `cublasGemmEx`",
        ),
        command="env",
    ),
    Entry(
        "CUDA error: CUBLAS_STATUS_INVALID_VALUE{:text}",
        "env",
        "The library for matrices on the GPU was handed something that it does not take. Sizes do "
        "not fit, an index was out of range before it, or another release of the library was found "
        "first than the one that PyTorch brings.",
        "Run the same step on the CPU, where the message names sizes and indices. If it works "
        "there, unset LD_LIBRARY_PATH, or take the folders of another CUDA out of it, and install "
        "PyTorch anew.",
        None,
        recorded=(
            "RuntimeError: CUDA error: CUBLAS_STATUS_INVALID_VALUE when calling `cublasSgemm( "
            "handle, opa, opb, m, n, k, &alpha, a, lda, b, ldb, &beta, c, ldc)`",
        ),
        command="env",
    ),
    Entry(
        (
            "CUDA error: CUBLAS_STATUS_NOT_INITIALIZED when calling",
            "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling",
            "CUDA error: CUBLAS_STATUS_EXECUTION_FAILED when calling",
            "CUDA error: CUBLAS_STATUS_INTERNAL_ERROR when calling",
            "CUDA error: CUBLAS_STATUS_{name:name}",
            "cublas runtime error",
        ),
        "env",
        "A product of matrices failed on the GPU. The reason is another one as a rule: sizes that "
        "do not fit, an index or a label out of range before it, no memory left, or a PyTorch "
        "whose CUDA does not fit the GPU.",
        "Run the same step on the CPU, where the message names the reason: the last axis of x has "
        "to be the layer's in_features, numbers of words lie below num_embeddings, labels below "
        "the number of outputs. If it works there, nvidia-smi shows the memory: take a smaller "
        "batch, and end other programs. If even "
        'torch.ones(2, 2, device="cuda") @ torch.ones(2, 2, device="cuda") fails, install a '
        "PyTorch for a later CUDA, chosen on pytorch.org.",
        None,
        recorded=(
            "RuntimeError: CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling "
            "`cublasCreate(handle)`",
            "RuntimeError: CUDA error: CUBLAS_STATUS_NOT_INITIALIZED when calling "
            "`cublasCreate(handle)`",
            "RuntimeError: cublas runtime error : the GPU program failed to execute at "
            "/pytorch/aten/src/THC/THCBlas.cu:258",
        ),
    ),
    Entry(
        "Invalid argument{rest:text}",
        "env",
        "The library behind convolutions, cuDNN as a rule, refused the call, and gives no reason: "
        "often PyTorch, its CUDA or the driver is too old for this GPU, or two of them do not fit "
        "together.",
        "Install the newest PyTorch, and a newer driver. torch.backends.cudnn.enabled = False "
        "shows whether cuDNN is to blame, and the CPU whether input and layer fit.",
        None,
        recorded=(
            '  File "/lib/python3.8/site-packages/torch/nn/modules/conv.py", line 439, in '
            "_conv_forward\n    return F.conv2d(input, weight, bias, self.stride,\nRuntimeError: "
            "Invalid argument",
        ),
        when=lambda found: (
            found["rest"] == ""
            and found.type == "RuntimeError"
            and re.search(r"\bconv(?:_transpose)?[123]d\(", found.code + found.before[-500:])
            is not None
        ),
        command="env",
    ),
    Entry(
        ("cuDNN error: CUDNN_STATUS_BAD_PARAM", "CUDNN_STATUS_BAD_PARAM"),
        "tensor dtypes",
        "cuDNN, the library for convolutions and recurrent layers on the GPU, was handed something "
        "that it does not take: input and weights of different types or devices, an empty tensor, "
        "or a shape that the layer does not expect.",
        "Print x.dtype, x.shape, x.device, and the same of the layer's weight. Run the step on the "
        "CPU, or with torch.backends.cudnn.enabled = False: there the message names what does not "
        "fit. If both work, try a newer PyTorch.",
        None,
        recorded=(
            "RuntimeError: cuDNN error: CUDNN_STATUS_BAD_PARAM",
            "RuntimeError: CUDNN_STATUS_BAD_PARAM",
        ),
    ),
    Entry(
        (
            "cuDNN error: CUDNN_STATUS_NOT_SUPPORTED{:text}",
            "cuDNN error: CUDNN_STATUS_ARCH_MISMATCH{:text}",
            "CUDNN_STATUS_NOT_SUPPORTED. This error may appear",
        ),
        "env",
        "cuDNN, the library for convolutions and recurrent layers on the GPU, does not do this "
        "step: as a rule the numbers do not lie one after another, there are too many of them, or "
        "the GPU is too old for this type.",
        "Write x = x.contiguous() before the layer, take a smaller batch, or float32. "
        "torch.backends.cudnn.enabled = False does without cuDNN.",
        None,
        recorded=(
            "RuntimeError: cuDNN error: CUDNN_STATUS_NOT_SUPPORTED. This error may appear if you "
            "passed in a non-contiguous input.",
        ),
        command="env",
    ),
    Entry(
        ("{:cuDNN|CuDNN} error: CUDNN_STATUS_SUCCESS", "CUDNN_STATUS_SUCCESS"),
        "env",
        "cuDNN, the library for convolutions on the GPU, failed, and an old PyTorch hides the "
        "reason: as a rule it was built for a CUDA, 9.0, that is older than the GPU, or the memory "
        "is full.",
        "Install a newer PyTorch with a newer CUDA, chosen on pytorch.org, and look at nvidia-smi "
        "for the memory. If the old release has to stay, torch.backends.cudnn.benchmark = True "
        "chooses another way to compute, and torch.backends.cudnn.enabled = False does without "
        "cuDNN.",
        None,
        recorded=("RuntimeError: CuDNN error: CUDNN_STATUS_SUCCESS",),
        command="env",
    ),
    Entry(
        (
            "Unable to find a valid cuDNN algorithm to run convolution",
            "no valid convolution algorithms available in CuDNN",
            "GET was unable to find an engine to execute this computation",
            "FIND was unable to find an engine to execute this computation",
        ),
        "env",
        "cuDNN found no way to compute this convolution, or its gradient: as a rule the GPU has no "
        "memory left for it. Else cuDNN, PyTorch and the GPU do not fit together, or do not "
        "compute in this type.",
        "Take a smaller batch or smaller pictures, and look at nvidia-smi for other programs. If "
        "even nn.Conv2d(1, 1, 1).cuda()(torch.ones(1, 1, 2, 2).cuda()) fails, install another "
        "release of PyTorch, with a newer CUDA as a rule, chosen on pytorch.org, and take another "
        "cuDNN out of LD_LIBRARY_PATH. If float32 works, the GPU has nothing for float16 or "
        "bfloat16 here.",
        None,
        recorded=(
            "RuntimeError: Unable to find a valid cuDNN algorithm to run convolution",
            "RuntimeError: GET was unable to find an engine to execute this computation",
        ),
        command="env",
    ),
    Entry(
        (
            "cuDNN error: CUDNN_STATUS_NOT_INITIALIZED",
            "cuDNN error: CUDNN_STATUS_{name:name}",
            "cuDNN Frontend error: {why:text}",
        ),
        "env",
        "cuDNN, the library for convolutions and recurrent layers on the GPU, gave up: as a rule "
        "too little memory, a build of PyTorch that does not fit the GPU or the driver, another "
        "cuDNN that was found first, or an index or a label out of range before it.",
        "If even nn.Conv2d(1, 1, 1).cuda()(torch.ones(1, 1, 2, 2).cuda()) fails in a new program, "
        "install another release of PyTorch, with a newer CUDA as a rule, chosen on pytorch.org; "
        "it brings its own cuDNN, so take another one out of LD_LIBRARY_PATH, and renew the "
        "driver. If that works, take a smaller batch, and end what holds the memory in nvidia-smi. "
        "If it comes with small batches too, run the step on the CPU, which names an index, a "
        "label or a shape that is wrong. torch.backends.cudnn.enabled = False does without cuDNN.",
        None,
        recorded=("RuntimeError: cuDNN error: CUDNN_STATUS_NOT_INITIALIZED",),
        # Cut off, it may be CUDNN_STATUS_BAD_PARAM.
        when=lambda found: not found.fields.get("name", "").startswith(("BAD", "NOT_S", "ARCH")),
    ),
    Entry(
        (
            "CUDA error: the provided PTX was compiled with an unsupported toolchain",
            "CUDA error: API call is not supported in the installed CUDA driver",
        ),
        "env",
        "The NVIDIA driver is older than the CUDA that this PyTorch, or an add-on, was built with.",
        "Renew the driver: nvidia-smi shows at its top the newest CUDA that it knows. Or install a "
        "PyTorch for a CUDA that is not newer, chosen on pytorch.org.",
        None,
        recorded=(
            "RuntimeError: CUDA error: the provided PTX was compiled with an unsupported "
            "toolchain.",
        ),
        command="env",
    ),
    Entry(
        (
            "CUDA error: device kernel image is invalid",
            "CUDA error: named symbol not found",
        ),
        "env",
        "PyTorch, or an add-on in CUDA, has no program that runs on this GPU with this driver: it "
        "was built for another GPU, is not whole, or the driver is too old.",
        "print(torch.cuda.get_device_capability(), torch.cuda.get_arch_list()) shows the GPU and "
        "what this PyTorch was built for. Install the newest PyTorch and driver, and build add-ons "
        "anew.",
        None,
        recorded=("RuntimeError: CUDA error: device kernel image is invalid",),
        command="env",
    ),
    Entry(
        (
            "cusolver error: CUSOLVER_STATUS_INVALID_VALUE, when calling "
            "'cusolverDn{:few}_bufferSize(",
            "CUDA error: CUSOLVER_STATUS_INVALID_VALUE when calling 'cusolverDn{:few}_bufferSize(",
        ),
        "linalg products",
        "The library that decomposes matrices on the GPU cannot even set memory aside for this "
        "one: as a rule the matrix, or a factor of it, is too large for it.",
        "For torch.linalg.svd write full_matrices=False: otherwise a matrix of 1000 rows and 50000 "
        "columns gets a factor of 50000 times 50000. torch.svd_lowrank gives the largest few; the "
        "CPU takes larger ones: A.cpu().",
        None,
        recorded=(
            "RuntimeError: cusolver error: CUSOLVER_STATUS_INVALID_VALUE, when calling "
            "`cusolverDnSgesvdj_bufferSize(handle, jobz, econ, m, n, A, lda, S, U, ldu, V, ldv, "
            "lwork, params)`",
        ),
        command="linalg products",
    ),
    Entry(
        (
            "cusolver error: {what:text}",
            "CUDA error: CUSOLVER_STATUS_{what:text}",
        ),
        "linalg products",
        "The library that solves and decomposes matrices on the GPU gave up: a matrix holds nan or "
        "inf, the memory is full, or the card and this PyTorch's CUDA do not fit together.",
        "Print torch.isfinite(A).all(), and look at nvidia-smi. Run the same step on the CPU, "
        "where the message names the reason. "
        'torch.backends.cuda.preferred_linalg_library("magma") takes another library.',
        None,
        recorded=(
            "RuntimeError: cusolver error: CUSOLVER_STATUS_EXECUTION_FAILED, when calling "
            "`cusolverDnSgetrf( handle, m, n, dA, ldda, dwork, ipiv, info)`",
        ),
    ),
    Entry(
        "Torch is not able to use GPU",
        "env",
        "The program wants a GPU, and its PyTorch sees none: it is built for the CPU alone, the "
        "NVIDIA driver is missing, or the GPU is one of AMD, Intel or Apple.",
        'python -c "import torch; print(torch.version.cuda, torch.cuda.is_available())", with the '
        "program's own Python, says which. Install a build for the GPU, chosen on pytorch.org, "
        "into its venv; --skip-torch-cuda-test --no-half computes on the CPU.",
        None,
        recorded=(
            "RuntimeError: Torch is not able to use GPU; add --skip-torch-cuda-test to skip",
        ),
        command="env",
    ),
    Entry(
        (
            "Failed to initialize NVML: {what:text}",
            "Can't initialize NVML",
            "The procedure entry point {name:name} could not be located in the dynamic link "
            "library {path:path}nvcuda.dll",
            "libcuda.so.1: cannot open shared object file",
            "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver",
        ),
        "env",
        "The NVIDIA driver is missing, too old, half renewed, or hidden from a container, so "
        "PyTorch cannot use the GPU.",
        "Try nvidia-smi: it has to list the GPU. If it says mismatch, restart the machine; else "
        "renew the driver. A container is started with --gpus all, and started anew where the GPU "
        "was there before. The CPU works meanwhile.",
        None,
        recorded=("Failed to initialize NVML: Driver/library version mismatch",),
        when=lambda found: "name" not in found.fields or "path" in found.fields,
    ),
    Entry(
        (
            "posix_memalign(&data, gAlignment, nbytes) == 0. {a:int} vs {b:int}",
            "Buy new RAM!",
        ),
        "memory temporary",
        "The memory has no room for a tensor that was to be made.",
        "Print the shapes: a forgotten axis, a sparse matrix made dense, or a product of all pairs "
        "makes a tensor very large. Otherwise compute with fewer numbers at a time, and in "
        "float32.",
        None,
        recorded=(
            "RuntimeError: [enforce fail at CPUAllocator.cpp:56] posix_memalign(&data, gAlignment, "
            "nbytes) == 0. 12 vs 0",
        ),
    ),
    Entry(
        (
            "CUDA error: uncorrectable ECC error encountered",
            "CUDA error: uncorrectable NVLink error detected",
            "CUDA error: hardware stack error",
        ),
        "env",
        "The GPU found a fault in its own memory or circuits: the program is not to blame.",
        "Start the program anew, on another GPU if there is one: CUDA_VISIBLE_DEVICES=1. "
        "nvidia-smi -q -d ECC counts such faults; a restart of the machine takes bad places of the "
        "memory out of use, and if they come again the card is to be replaced.",
        None,
        recorded=("RuntimeError: CUDA error: uncorrectable ECC error encountered",),
        command="env",
    ),
    Entry(
        (
            "CUDA error: invalid argument",
            "cuda runtime error ({number:int}){: : |: }invalid argument",
            "{:failed to synchronize|failed}: cudaErrorInvalidValue",
            "cuda runtime error ({number:11})",
        ),
        "env",
        "CUDA was handed something that it does not take. As a rule this PyTorch, the driver and "
        "the GPU do not fit together, as with a PyTorch for an older CUDA than the card's; an "
        "extension in CUDA started its program with sizes or addresses that are not allowed; or a "
        "tensor on the GPU went to another process.",
        'If even torch.ones(2, device="cuda") + 1 fails, install a PyTorch for a CUDA that fits '
        "card and driver, chosen on pytorch.org. Else set CUDA_LAUNCH_BLOCKING=1 to see the true "
        "line: look at what your own extension is handed, or hand tensors to other processes from "
        "the CPU.",
        None,
        recorded=(
            "RuntimeError: CUDA error: invalid argument",
            "RuntimeError: cuda runtime error (1) : invalid argument at "
            "/pytorch/aten/src/THC/THCGeneral.cpp:405",
        ),
        command="env",
    ),
    Entry(
        (
            "HIP error: {what:text} {:HIP kernel errors might be|CUDA kernel errors might be|"
            "Search for|Compile with|For debugging}",
            "HIP error: {what:text}",
        ),
        "env",
        "The AMD GPU reports an error, as a rule since this PyTorch, its ROCm and the card do not "
        "fit together. It says: {what}.",
        'If even torch.ones(2, device="cuda") + 1 fails, install a PyTorch for a ROCm that lists '
        "this card (RX 7000 from 5.7 on), chosen on pytorch.org, renew the driver, and look at "
        "rocminfo; an integrated GPU beside the card is hidden by HIP_VISIBLE_DEVICES=0. Else "
        "AMD_SERIALIZE_KERNEL=3 shows the true line, and the CPU names an index out of range.",
        None,
        recorded=(
            "RuntimeError: HIP error: the operation cannot be performed in the present state\n"
            "HIP kernel errors might be asynchronously reported at some other API call, so the "
            "stacktrace below might be incorrect.",
        ),
        when=lambda found: (
            not any(
                what.startswith(found["what"]) or found["what"].startswith(what) for what in OTHERS
            )
        ),
        command="env",
    ),
    Entry(
        (
            "CUDA error: {what:text} {:CUDA kernel errors might be|Search for 'cuda|Compile with}",
            "CUDA error: {what:text}",
            "CUDA driver error: {what:text}",
            "cuda runtime error ({number:int}){: : |: }{what:text} at",
        ),
        "env",
        "The GPU reports an error. It says: {what}.",
        "A GPU works behind the program, so set CUDA_LAUNCH_BLOCKING=1 to see the true line, and "
        "run that step on the CPU, where the message names the reason. nvidia-smi shows whether "
        "the GPU is well, and its memory.",
        None,
        recorded=("RuntimeError: CUDA error: operation not supported",),
        when=lambda found: (
            not any(
                what.startswith(found["what"]) or found["what"].startswith(what) for what in OTHERS
            )
        ),
    ),
    Entry(
        "INTERNAL ASSERT FAILED at",
        "",
        "The program had failed before, with the error of Python above: this line tells only how "
        "it came down after that.",
        "Look at the last line of the traceback above it, and mend that.",
        None,
        recorded=(
            'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    x = '
            "f()\nKeyError: 'a'\nterminate called after throwing an instance of 'c10::Error'\n"
            "  what():  owning_ptr == NullType::singleton() INTERNAL ASSERT FAILED at "
            "/opt/conda/c10/util/intrusive_ptr.h:348, please report a bug to PyTorch.",
        ),
        when=lambda found: found.type == "what()" and "Traceback (most recent" in found.before,
    ),
    Entry(
        (
            "THPDtypeType.tp_dict == nullptr INTERNAL ASSERT FAILED",
            "function '_has_torch_function' already has a docstring",
            "module functions cannot set METH_CLASS or METH_STATIC",
        ),
        "env",
        "PyTorch was imported a second time in one process: the first import had failed, it was "
        "installed anew meanwhile, or something reloads modules.",
        "Restart Python, or the notebook's kernel. If the error comes again, the first one above "
        "it is the one to mend.",
        None,
        recorded=(
            "202     from torch._C import *\n\nRuntimeError: THPDtypeType.tp_dict == nullptr "
            'INTERNAL ASSERT FAILED at "../torch/csrc/Dtype.cpp":139, report a bug to PyTorch.',
            "RuntimeError: function '_has_torch_function' already has a docstring",
        ),
    ),
    Entry(
        (
            "INTERNAL ASSERT FAILED at {:text} Expected Tensor but got {kind:name}",
            "Expected Tensor but got {kind:name}",
        ),
        "env",
        "A program in C++ took a result for a tensor, and the model gave another thing: {kind}.",
        "Write .toTuple()->elements()[0].toTensor() for a tuple, .toGenericDict() for a "
        "dictionary, or let forward return one tensor.",
        None,
        recorded=(
            '  what():  isTensor() INTERNAL ASSERT FAILED at "/x/ATen/core/ivalue_inl.h":133, '
            "please report a bug to PyTorch. Expected Tensor but got Tuple",
        ),
        when=lambda found: found["kind"] in ("Tuple", "GenericDict", "GenericList", "None"),
    ),
    Entry(
        (
            "range.second - range.first == t.size() INTERNAL ASSERT FAILED",
            "inconsistent range for TensorList output",
        ),
        "env",
        "PyTorch failed on a check of its own in backward: as a rule a fault of an old release, "
        "such as 1.5, where indices that were computed from something with a gradient stand in "
        "brackets.",
        "Write i = scores.argmax(1).detach() before x[i]: indices have no gradient. Or install a "
        "newer PyTorch.",
        None,
        recorded=(
            "RuntimeError: range.second - range.first == t.size() INTERNAL ASSERT FAILED at "
            "..\\torch\\csrc\\autograd\\generated\\Functions.cpp:57, please report a bug to "
            "PyTorch. inconsistent range for TensorList output (copy_range at "
            "..\\torch\\csrc\\autograd\\generated\\Functions.cpp:57)",
        ),
        command="env",
    ),
    Entry(
        (
            "{:handle_0|handle_1} INTERNAL ASSERT FAILED at",
            "INTERNAL ASSERT FAILED at '{:quoted}driver_api.cpp'",
        ),
        "env",
        "PyTorch could not load a library of the NVIDIA driver, libcuda.so.1 or "
        "libnvidia-ml.so.1, as in WSL, where they lie in a folder of their own, or in a container "
        "that was not given all of the driver.",
        "In WSL write export LD_LIBRARY_PATH=/usr/lib/wsl/lib:$LD_LIBRARY_PATH before the program "
        "starts. Elsewhere nvidia-smi has to list the GPU, and ldconfig -p both libraries: start "
        "containers with --gpus all and NVIDIA_DRIVER_CAPABILITIES=compute,utility. Or install a "
        "newer PyTorch.",
        None,
        recorded=(
            'RuntimeError: handle_0 INTERNAL ASSERT FAILED at "../c10/cuda/driver_api.cpp":15, '
            "please report a bug to PyTorch.",
        ),
        command="env",
    ),
    Entry(
        (
            "INTERNAL ASSERT FAILED at",
            "ASSERT FAILED at {where:path}, please report a bug to PyTorch",
        ),
        "env",
        "PyTorch failed on a check of its own: a fault in it, or an input that it does not expect.",
        "Try the newest release. If it stays, find the step that fails: run it on the CPU, where "
        "the message is often clearer, and print the shapes and types that go in.",
        None,
        recorded=(
            'RuntimeError: out != nullptr INTERNAL ASSERT FAILED at "torch/csrc/autograd/'
            'variable.cpp":186, please report a bug to PyTorch.',
        ),
    ),
)
