"""GPUs: builds, drivers, memory, and errors that come late."""

from __future__ import annotations

import re

from ..entry import Entry, Found, Way
from .data import titled
from .ways import ways

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
    """What others hold of a GPU, what is asked for, and what lies idle, where that is much."""
    told = {"huge": found["wanted"]} if _huge(found) else {}
    if not {"total", "free", "own"} <= found.fields.keys():
        return told
    own, others = _own(found), _other(found)
    if others > max(1.5, _amount(found, "total") / 5):
        told["others"] = f"{others:.1f} GiB"
    if "held" in found.fields:
        idle = (
            _amount(found, "unused") if "unused" in found.fields else own - _amount(found, "held")
        )
        if idle > max(_amount(found, "wanted"), 0.5):
            told["idle"] = f"{idle:.1f} GiB"
    return told


def _huge(found: Found) -> bool:
    """Whether a single tensor is as large as a GPU, or as half of this one."""
    wanted = _amount(found, "wanted")
    return wanted >= (max(4, _amount(found, "total") / 2) if "total" in found.fields else 8)


def _without_entry(found: Found) -> bool:
    """Whether an error of a GPU is none of those that have an entry of their own."""
    what = found["what"].rstrip(". ")
    return not any(known.startswith(what) or what.startswith(known) for known in OTHERS)


def _asserted(found: Found, words: str) -> bool:
    """Whether an assertion of the GPU, printed before the error, has one of these words."""
    text = " ".join(f"{found.before} Assertion {found.fields.get('what', '')}".split())
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


def _bags(found: Found) -> bool:
    return "file" in found.fields or _asserted(found, r"EmbeddingBag\.cu")


def _indexed(found: Found) -> bool:
    return _asserted(
        found,
        r"IndexKernel|Indexing\.cu|index out of bounds|-sizes\[i\] <= index|ScatterGather"
        r"|idx_dim|indexValue >= 0",
    )


def _probabilities(found: Found) -> bool:
    return _asserted(
        found,
        r"(?:input|target)_val <= one|probability tensor|cumdist|[mM]ultinomial|BCECriterion"
        r"|input >= 0\. && \*?input <= 1",
    )


OUTSIDE = (
    "thread: [{:shape}] Assertion '{:text}\"{what:index out of bounds}\"' failed",
    'thread: [{:shape}] Assertion \'{:text}"{what:index out of bounds}{:text}" failed',
    "Assertion '{:text}izes[{:text}\"{what:index out of bounds}\"' failed",
    'Assertion \'{:text}izes[{:text}"{what:index out of bounds}{:text}" failed',
    "Assertion '{what:srcIndex < srcSelectDimSize}' failed",
    "Assertion '{what:indexValue >= 0 && indexValue < }{:tensor.|src.|t2.}{:sizes|size}[dim]' "
    "failed",
)

ASSERT = (
    "CUDA error: device-side assert triggered",
    "cuda runtime error ({number:int}){: : |: }device-side assert triggered",
    "device-side assert triggered",
    "{:failed to synchronize|failed}: cudaErrorAssert",
    "cuda runtime error ({number:59|710})",
)

# Questions about memory that is not short yet.
BAGS = (
    "{file:EmbeddingBag.cu}:{:text}Assertion '{what:end >= begin}' failed",
    "{file:EmbeddingBag.cu}:{:text}Assertion '{what:0 <= input_idx && input_idx < numRows}' failed",
)
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
            "hipErrorNoBinaryForGpu",
        ),
        "env",
        "This PyTorch for ROCm has no program for this AMD GPU.",
        "rocminfo names the card, such as gfx1100, and torch.cuda.get_arch_list() what this "
        "PyTorch has.",
        None,
        recorded=(
            "RuntimeError: HIP error: invalid device function",
            "rocBLAS error: Cannot read /opt/rocm/lib/rocblas/library/TensileLibrary.dat: No such "
            "file or directory for GPU arch : gfx1032",
        ),
        ways=ways("""
            a newer card: Install the newest PyTorch for ROCm, chosen on pytorch.org.
            none has the card: Set HSA_OVERRIDE_GFX_VERSION on Linux before the program starts:
                10.3.0 for an RX 6600 or 6700, 11.0.0 for an RX 7600.
            a second, integrated GPU: Hide it: HIP_VISIBLE_DEVICES=0.
        """),
        command="env",
    ),
    Entry(
        (
            "rocblaslt error: {:Cannot read|Could not load} {path:path}TensileLibrary",
            "{:CUDA|HIP} error: HIPBLAS_STATUS_{:INVALID_VALUE|NOT_SUPPORTED} when calling "
            "'hipblasLtMatmul",
        ),
        "env",
        "hipBLASLt, one of AMD's two libraries that multiply matrices, found no program for this "
        "step on this GPU.",
        "Set TORCH_BLAS_PREFER_HIPBLASLT=0 and DISABLE_ADDMM_HIP_LT=1 before the program starts: "
        "PyTorch takes rocBLAS then.",
        None,
        recorded=(
            'rocblaslt error: Cannot read "TensileLibrary_lazy_gfx1151.dat": No such file or '
            "directory",
            "RuntimeError: CUDA error: HIPBLAS_STATUS_INVALID_VALUE when calling "
            "`hipblasLtMatmulAlgoGetHeuristic( ltHandle, computeDesc.descriptor()",
        ),
        ways=ways("""
            AMD has it for the card: Install the newest PyTorch for ROCm, whose files bring it.
            another program than PyTorch: Set ROCBLAS_USE_HIPBLASLT=0.
        """),
        command="env",
    ),
    Entry(
        "Memory access fault by GPU node-{:int} {:text}Reason: {why:few}.",
        "env",
        "A program on the AMD GPU touched memory that is not its own, and ROCm ended it.",
        "",
        None,
        recorded=(
            "Memory access fault by GPU node-1 (Agent handle: 0x5583) on address 0x7f. Reason: "
            "Page not present or supervisor privilege.",
        ),
        ways=ways("""
            a second, integrated GPU: Hide it: HIP_VISIBLE_DEVICES=0, or turn it off in the BIOS.
            HSA_OVERRIDE_GFX_VERSION is set: Leave it out, or take the number of the next relative:
                10.3.0 for an RX 6000, 11.0.0 for an RX 7000.
            the smallest step fails: Install the newest PyTorch for ROCm, and the driver for it, or
                those from before an update.
            an embedding or labels: Run it on the CPU, which names an index that is too large.
        """),
        command="env",
    ),
    Entry(
        (
            "miopenStatus{name:UnknownError|InternalError|NotInitialized|InvalidValue|BadParm|"
            "AllocFailed|NotImplemented|UnsupportedOp|VersionMismatch}",
            "MIOpen Error: {:path} {what:few}",
            "MIOpen(HIP): Error {:text}HIPRTC_ERROR_COMPILATION",
            "HIPRTC status = HIPRTC_ERROR_COMPILATION",
            "hipoc_program.cpp:{:int}: Code object build failed",
            "terminate called after throwing an instance of 'miopen::Exception'",
        ),
        "env",
        "MIOpen, AMD's library for convolutions and recurrent layers, could not run a step. "
        "What it printed above names the cause.",
        "",
        None,
        recorded=(
            "RuntimeError: miopenStatusUnknownError",
            "MIOpen(HIP): Error [Compile] 'hiprtcCompileProgram(prog.get(), c_options.size(), "
            "c_options.data())' naive_conv.cpp: HIPRTC_ERROR_COMPILATION (6)",
            "terminate called after throwing an instance of 'miopen::Exception'\n  what():  "
            "/data/driver/MLOpen/src/hipoc/hipoc_program.cpp:304: Code object build failed. "
            "Source: naive_conv.cpp",
        ),
        ways=ways("""
            headers not found: Write sudo apt install libstdc++-12-dev (Ubuntu 22.04), or install
                the Build Tools of Visual Studio.
            Code object build failed: Install the newest PyTorch for ROCm, or the last that ran, and
                remove ~/.cache/miopen and ~/.config/miopen.
            HSA_OVERRIDE_GFX_VERSION: It has to be a relative of the card: 10.3.0 for an RX 6000,
                11.0.0 for an RX 7000.
            an old card: Write torch.backends.cudnn.enabled = False.
        """),
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
        "PyTorch asked the driver how much memory the GPU has, and failed.",
        "",
        None,
        recorded=(
            'RuntimeError: NVML_SUCCESS == r INTERNAL ASSERT FAILED at "../c10/cuda/'
            'CUDACachingAllocator.cpp":1123, please report a bug to PyTorch.',
        ),
        ways=ways("""
            nvidia-smi works: Take a smaller batch, and end other programs on the GPU: this comes
                where its memory is full, too.
            nvidia-smi fails: Restart the machine.
            a GPU in parts (MIG): Install a newer PyTorch.
        """),
        command="env",
    ),
    Entry(
        (
            "cuFFT only supports dimensions whose sizes are powers of two when computing in half "
            "precision",
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
        (
            "cuFFT doesn't support signals of half type with compute capability less than "
            "SM_{least:int}, but the device containing input half tensor only has SM_{got:int}",
            "cuFFT doesn't support signals of half type",
        ),
        "tensor dtypes",
        "This GPU is too old for a Fourier transform of half floats. It is of SM_{got}, and they "
        "need SM_{least}.",
        "Compute in float32: torch.fft.fft(x.float()), a program's own setting such as is_half = "
        "False, or the model without half() and autocast. Or take another GPU, or the CPU.",
        None,
        recorded=(
            "RuntimeError: cuFFT doesn't support signals of half type with compute capability less "
            "than SM_53, but the device containing input half tensor only has SM_52",
        ),
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
        (
            "Expected query, key and value to all be of dtype: {Half, BFloat16}. Got Query dtype: "
            "{kind:type}, Key dtype",
            "Expected query, key and value to all be of dtype: {Half, Float}. Got Query dtype: "
            "{kind:type}, Key dtype",
            "Expected query, key and value to all be of dtype: {Half, BFloat16, Float}. Got Query "
            "dtype: {kind:type}, Key dtype",
            "Expected query, key and value to all be of dtype: {BFloat16, Half}. Got Query dtype: "
            "{kind:type}, Key dtype",
        ),
        "tensor dtypes",
        "This warning says why scaled_dot_product_attention does not take one of its fast ways: it "
        "is for the types that the message names, and query has {kind}.",
        "",
        None,
        recorded=(
            "UserWarning: Expected query, key and value to all be of dtype: {Half, BFloat16}. Got "
            "Query dtype: float, Key dtype: float, and Value dtype: float instead.",
        ),
        ways=ways("""
            flash attention is wanted: Write with torch.autocast("cuda", dtype=torch.float16):
                around the model.
            float32 is to stay: Leave sdp_kernel or sdpa_kernel out, so that another way is free.
            bfloat16 on a GPU before Ampere: Compute in float16.
        """),
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
            "{:GPUAccelerator|CUDAAccelerator|MPSAccelerator} can not run on your system since the "
            "accelerator is not available",
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
            "MisconfigurationException: GPUAccelerator can not run on your system since the "
            "accelerator is not available. The following accelerator(s) is available and can be "
            "passed into `accelerator` argument of `Trainer`: ['cpu'].",
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
            "module 'torch._C' has no attribute '_cuda_{name:name}'",
            "'module' object has no attribute '_cuda_{name:name}'",
            "type torch.cuda.{name:name} not available",
            "torch.cuda.{:|sparse.}{:Byte|Char|Short|Int|Long|Half|Float|Double}Tensor is not "
            "enabled",
            "CUDA{:Byte|Char|Short|Int|Long|Half|Float|Double}Type is not enabled",
        ),
        "env",
        "This PyTorch was built without CUDA, and something asks for an NVIDIA GPU: .cuda(), "
        'device="cuda", or a library. Here it is {name}.',
        "",
        'torch.ones(2, device="cuda")',
        recorded=(
            "AssertionError: Torch not compiled with CUDA enabled",
            "AttributeError: module 'torch._C' has no attribute '_cuda_setDevice'",
            "TypeError: type torch.cuda.FloatTensor not available. Torch not compiled with CUDA "
            "enabled.",
            "RuntimeError: torch.cuda.FloatTensor is not enabled.",
            "RuntimeError: CUDALongType is not enabled.",
        ),
        ways=ways("""
            no NVIDIA GPU: Write device = "cuda" if torch.cuda.is_available() else "cpu", then
                x.to(device), in the loss and in libraries too; leave out .cuda() and
                pin_memory=True.
            a Mac's own chip: Write "mps" in place of "cuda".
            an NVIDIA GPU: Run python -m pip uninstall torch torchvision, as pip keeps the old build
                otherwise, and install one for CUDA, chosen on pytorch.org, with the program's own
                Python; d2l env says what is there.
        """),
    ),
    Entry(
        (
            "Cannot get CUDA generator without ATen_cuda library",
            "Cannot initialize CUDA without ATen_cuda library",
        ),
        "env",
        "The part of PyTorch for CUDA is not loaded.",
        "",
        None,
        recorded=(
            "RuntimeError: Cannot initialize CUDA without ATen_cuda library. PyTorch splits its "
            "backend into two shared libraries: a CPU library and a CUDA library; this error has "
            "occurred because you are trying to use some CUDA functionality, but the CUDA library "
            "has not been loaded by the dynamic linker for some reason.",
        ),
        ways=ways("""
            in Python: Leave out .cuda(), device="cuda" and pin_memory=True, or install a build for
                CUDA, chosen on pytorch.org; in Colab choose a GPU in the notebook's settings.
            in C++: Take the LibTorch for CUDA, and link with -Wl,--no-as-needed in front of
                torch_cuda, or with Visual Studio /INCLUDE:?warp_size@cuda@at@@YAHXZ.
        """),
        command="env",
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
        "The NVIDIA driver is older than the CUDA that this PyTorch was built for, or is missing. "
        "It can do CUDA {cuda} at most.",
        "",
        None,
        recorded=(
            "RuntimeError: The NVIDIA driver on your system is too old (found version 11040). "
            "Please update your GPU driver by downloading and installing a new version from the "
            "URL: http://www.nvidia.com/Download/index.aspx",
            "RuntimeError: cuda runtime error (35) : CUDA driver version is insufficient for CUDA "
            "runtime version at /pytorch/aten/src/THC/THCGeneral.cpp:51",
        ),
        ways=ways("""
            nvidia-smi works: Install a newer NVIDIA driver, or a PyTorch for an older CUDA, chosen
                on pytorch.org. It may be one for at most {cuda}.
            in a container: Start it by docker run --gpus all; its CUDA may not be newer than the
                driver outside.
            no NVIDIA GPU: Compute on the CPU, and read files with torch.load(path,
                map_location="cpu").
        """),
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
        "This PyTorch is built for CUDA, and sees no NVIDIA GPU that it may use.",
        "nvidia-smi has to list the GPU, with a new driver after a restart.",
        None,
        recorded=(
            "RuntimeError: Found no NVIDIA driver on your system. Please check that you have an "
            "NVIDIA GPU and installed a driver from http://www.nvidia.com/Download/index.aspx",
            "RuntimeError: No CUDA GPUs are available",
        ),
        ways=ways("""
            in Colab or Kaggle: Choose a GPU in the notebook's settings.
            in a container: Start it by docker run --gpus all.
            in WSL: Renew Windows and its driver, then wsl --update.
            on a cluster, in Ray: Ask for one: Slurm --gres=gpu:1, Ray num_gpus=1.
            the GPU is listed: Print os.environ.get("CUDA_VISIBLE_DEVICES"): it counts from 0, and
                "" or -1 hides all GPUs.
            no NVIDIA GPU: Leave .cuda() and device="cuda" out, in libraries too, and write
                torch.load(path, map_location="cpu").
        """),
        when=_of_torch,
    ),
    Entry(
        (
            "Unexpected error from cudaGetDeviceCount(){:text}Error 500: named symbol not found",
            "Error 500: named symbol not found",
            "Unexpected error from cudaGetDeviceCount(){:text}Error 2: out of memory",
        ),
        "env",
        "CUDA cannot start with this driver: nothing of the program was on the GPU yet.",
        "",
        None,
        recorded=(
            "UserWarning: CUDA initialization: Unexpected error from cudaGetDeviceCount(). Did you "
            "run some cuda functions before calling NumCudaDevices() that might have already set "
            "an error? Error 500: named symbol not found",
            "UserWarning: CUDA initialization: Unexpected error from cudaGetDeviceCount(). Did you "
            "run some cuda functions before calling NumCudaDevices() that might have already set "
            "an error? Error 2: out of memory (Triggered internally at CUDAFunctions.cpp:109.)",
        ),
        ways=ways("""
            in WSL, Docker Desktop: Install the newest NVIDIA driver in Windows, write wsl --update
                and wsl --shutdown, renew Docker Desktop, and start them anew.
            it says out of memory: End the programs that nvidia-smi lists, or with several GPUs set
                CUDA_VISIBLE_DEVICES=0.
            elsewhere: Renew the driver, and restart the machine.
        """),
    ),
    Entry(
        (
            "CUDA initialization: CUDA unknown error",
            "CUDA unknown error - this may be due to an incorrectly set up environment",
            "THCudaCheck FAIL file={file:path} line={line:int} error=30 : unknown error",
            "CUDA driver initialization failed, you might not have a CUDA gpu",
            "Unexpected error from cudaGetDeviceCount()",
            "CUDA error: unknown error",
            "CUDA driver error: unknown error",
            "cuda runtime error ({number:int}){: : |: }unknown error",
            "cuda runtime error ({number:30|999})",
        ),
        "env",
        "CUDA could not use the GPU: many causes end in this message.",
        "",
        None,
        recorded=(
            "UserWarning: CUDA initialization: CUDA unknown error - this may be due to an "
            "incorrectly set up environment, e.g. changing env variable CUDA_VISIBLE_DEVICES after "
            "program start. Setting the available devices to be zero.",
            "RuntimeError: CUDA error: unknown error",
            "RuntimeError: cuda runtime error (30) : unknown error at "
            "/pytorch/aten/src/THC/THCGeneral.cpp:87",
        ),
        ways=ways("""
            at the first use: Restart the machine, or on Linux reload the driver: sudo rmmod
                nvidia_uvm; sudo modprobe nvidia_uvm.
            it comes again: Install the newest driver, and a PyTorch for another CUDA, chosen on
                pytorch.org.
            CUDA_VISIBLE_DEVICES: Set it before the program starts, not in it.
            in a container: Start it anew by docker run --gpus all; the driver may not be older than
                its CUDA.
            in mid-training: Take a smaller batch, and set CUDA_LAUNCH_BLOCKING=1 to see the true
                line.
        """),
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
        (
            *KERNEL,
            *INCOMPATIBLE,
        ),
        "env",
        "This PyTorch, or an extension in CUDA, has no program for this kind of GPU. It is of "
        "capability {sm}.",
        "Print torch.cuda.get_device_capability() and torch.cuda.get_arch_list().",
        None,
        recorded=(
            "RuntimeError: CUDA error: no kernel image is available for execution on the device\n"
            "CUDA kernel errors might be asynchronously reported at some other API call",
            "NVIDIA GeForce RTX 5090 with CUDA capability sm_120 is not compatible with the "
            "current PyTorch installation.\nRuntimeError: CUDA error: no kernel image is available "
            "for execution on the device",
            "UserWarning: Found GPU0 GeForce GT 730 which is of cuda capability 3.5. PyTorch no "
            "longer supports this GPU because it is too old.",
            "UserWarning: Tesla P100-PCIE-16GB with CUDA capability sm_60 is not compatible with "
            "the current PyTorch installation.",
        ),
        ways=(
            *ways(
                """
                a newer card (RTX): Install the newest PyTorch: capability 8 needs CUDA 11, 8.9
                    and 9 need 11.8, 10 to 12 (RTX 50) need 12.8, as from
                    https://download.pytorch.org/whl/cu128.
                an application brings PyTorch: Take its newest release, or nightly build, that
                    is for cards of {sm}.
            """,
                _newer,
            ),
            Way(
                "an old one (GTX, P100)",
                "5.0 to 7.0 run with https://download.pytorch.org/whl/cu126, older ones with an "
                "old release, or on the CPU. On Kaggle choose a T4.",
                _older,
            ),
            Way(
                "a program brings its own PyTorch",
                "Take a newer release of it, made for capability {sm}.",
                _newer,
            ),
            Way(
                "the list has the card",
                "Build the extension anew: remove its folder build, set TORCH_CUDA_ARCH_LIST to "
                "the card's capability.",
            ),
        ),
        more=_card,
        command="env",
    ),
    Entry(
        "{:few} out of memory. Tried to allocate more than 1EB memory",
        "env",
        "A tensor of more than a million million megabytes was asked for: its size is a number "
        "that went wrong, and no GPU has that memory.",
        "Print the sizes that go into the line: one is negative, random, or a product that is too "
        "large.",
        None,
        recorded=("RuntimeError: CUDA out of memory. Tried to allocate more than 1EB memory.",),
        ways=ways("""
            all_gather_object and its like: Let all ranks call the same functions in the same order:
                one waits for another's tensor, and reads a size out of it.
            after CUDA error, or in an add-on: Set CUDA_LAUNCH_BLOCKING=1, and renew the add-on.
        """),
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
            *HELD,
            "{:CUDA|HIP|XPU} out of memory. Tried to allocate {wanted:amount}",
            "CUDA out of memory",
            "CUDA{:: | }{:out of memory|Out of memory|Out Of Memory|Out of Memory|OUT OF MEMORY}",
            "{:CUDA|HIP} error: out of memory",
            "cuda runtime error (2){: : |: }out of memory",
            "{:failed to synchronize|failed}: cudaErrorMemoryAllocation",
            "cuda runtime error (2)",
            "THCudaCheck FAIL file={:path} line={:int} error=2 : out of memory",
            "There is not enough GPU video memory available!",
            "Native API returns: {:int} (PI_ERROR_OUT_OF_RESOURCES)",
            "{:Native API returns|level_zero backend failed with error}: {:int} "
            "(UR_RESULT_ERROR_OUT_OF_{:DEVICE_MEMORY|RESOURCES})",
        ),
        "env",
        "The GPU has too little memory left. About {others} is held outside of this program's "
        "PyTorch.",
        "",
        None,
        recorded=(
            "torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 "
            "has a total capacity of 7.79 GiB of which 512.00 MiB is free. Including non-PyTorch "
            "memory, this process has 7.20 GiB memory in use.",
            "RuntimeError: CUDA out of memory. Tried to allocate 20.00 MiB (GPU 0; 7.43 GiB total "
            "capacity; 6.51 GiB already allocated; 6.31 MiB free; 6.77 GiB reserved in total by "
            "PyTorch)",
            "RuntimeError: CUDA out of memory",
            "RuntimeError: CUDA out of memory. Tried to allocate 20.00 MiB (GPU 0; 7.43 GiB total "
            "capacity; 1.51 GiB already allocated; 6.31 MiB free; 1.77 GiB reserved in total by "
            "PyTorch)",
            "RuntimeError: CUDA error: out of memory",
            "CUDA: Out of Memory",
            "torch.OutOfMemoryError: HIP out of memory. Tried to allocate 2.00 GiB. GPU 0 has a "
            "total capacity of 7.98 GiB of which 512.00 MiB is free.",
            "RuntimeError: Native API failed. Native API returns: -5 (PI_ERROR_OUT_OF_RESOURCES) "
            "-5 (PI_ERROR_OUT_OF_RESOURCES)",
            "RuntimeError: CUDA out of memory. Tried to allocate 14.12 GiB (GPU 0; 15.90 GiB total "
            "capacity; 1.20 GiB already allocated; 13.80 GiB free; 1.30 GiB reserved in total by "
            "PyTorch)",
        ),
        ways=(
            *ways("""
                in the first step: Take a smaller batch, input or model, or torch.autocast.
                after some steps: Add up loss.item(), append x.detach().cpu(), and print
                    x.shape: one long sample is enough.
                in testing: Compute under torch.no_grad(), batch after batch.
                full before: End what nvidia-smi (rocm-smi) lists, restart notebooks, take fewer
                    processes, or CUDA_VISIBLE_DEVICES=1.
                another's program: Take its mode for little memory, such as --lowvram.
                earlier models: Write del model, gc.collect(), torch.cuda.empty_cache().
            """),
            Way(
                "at torch.load",
                'Write torch.load(path, map_location="cpu").',
                lambda found: found.calls("torch.load"),
            ),
            Way(
                "{huge} for one tensor",
                "Print the shapes: all samples at once need batches, in testing too, under "
                "torch.no_grad(); (n,) and (n, 1) make n times n numbers. Else take a smaller "
                "batch.",
                _huge,
            ),
            Way(
                "{idle} lie idle",
                "Set PYTORCH_CUDA_ALLOC_CONF=expandable_segments:True on Linux before the program "
                "starts.",
            ),
        ),
        more=_held,
        command="env",
    ),
    Entry(
        "MPS backend out of memory (MPS allocated: {held:amount}, other allocations: "
        "{other:amount}, max allowed: {total:amount}). Tried to allocate {wanted:amount}",
        "env",
        "Apple's GPU shares the memory of the Mac, and may use {total} of it. {wanted} more were "
        "asked for, and {held} are in use.",
        "Take a smaller batch, smaller pictures or shorter sequences, and close other programs.",
        None,
        recorded=(
            "RuntimeError: MPS backend out of memory (MPS allocated: 8.20 GB, other allocations: "
            "384.00 KB, max allowed: 9.07 GB). Tried to allocate 1.50 GB on private pool.",
        ),
        ways=ways("""
            after some steps: Add up loss.item() and not loss.
            in testing: Compute under torch.no_grad().
            a little is missing: Set PYTORCH_MPS_HIGH_WATERMARK_RATIO=0.0 before the start: it lifts
                the limit, but the Mac may then stand still.
        """),
        command="env",
    ),
    Entry(
        (
            *NO_MEMORY,
            "$ Torch: not enough memory: you tried to allocate {:int}GB",
            "posix_memalign(&data, gAlignment, nbytes) == 0. {a:int} vs {b:int}",
            "Buy new RAM!",
        ),
        "memory temporary",
        "The memory of the computer has no room for a tensor that was to be made. It would take "
        "{size}.",
        "Take a smaller batch, in testing too, and fewer workers.",
        "torch.empty(10**15)",
        recorded=(
            "RuntimeError: [enforce fail at CPUAllocator.cpp:64] . DefaultCPUAllocator: can't "
            "allocate memory: you tried to allocate 154140672 bytes. Error code 12 (Cannot "
            "allocate memory)",
            "RuntimeError: [enforce fail at CPUAllocator.cpp:56] posix_memalign(&data, gAlignment, "
            "nbytes) == 0. 12 vs 0",
        ),
        ways=ways("""
            it fills step by step: Add up loss.item(), append x.detach(). itertools.cycle keeps each
                batch of a DataLoader: take a new iter(loader).
            full from the start: Load samples in __getitem__, not all at once.
            a large shape: Look for a forgotten axis, a sparse matrix made dense, a product of all
                pairs, or a layer of many outputs.
            float64: Take float32, which needs half of the room.
        """),
        more=_bytes,
    ),
    Entry(
        (*ASSERT, *BAGS),
        "tensor index",
        "The GPU met numbers in nn.EmbeddingBag that do not fit: of words, or of the places where "
        "texts begin.",
        "Start the program, or the notebook's kernel, anew.",
        None,
        recorded=(
            "/home/a/pytorch/aten/src/ATen/native/cuda/EmbeddingBag.cu:141: "
            "EmbeddingBag_updateOutputKernel_sum_mean: block: [0,0,0], thread: [0,0,0] Assertion "
            "`0 <= input_idx && input_idx < numRows` failed.",
            "/pytorch/aten/src/ATen/native/cuda/EmbeddingBag.cu:57: "
            "EmbeddingBag_updateOutputKernel: block: [863,0,0], thread: [20,7,0] Assertion `end >= "
            "begin` failed.\nRuntimeError: CUDA error: device-side assert triggered",
        ),
        when=_bags,
        ways=(
            Way(
                "input_idx < numRows",
                "Print x.min(), x.max(): 0 up to num_embeddings less 1.",
                lambda found: _asserted(found, "< numRows"),
            ),
            Way(
                "end >= begin",
                "Print offsets: they grow from 0, and end within the input. With DataParallel hand "
                "over (batch, length) without offsets: it cuts both in parts that do not fit.",
                lambda found: _asserted(found, "end >= begin"),
            ),
        ),
    ),
    Entry(
        (
            *ASSERT,
            *OUTSIDE,
        ),
        "tensor index",
        "The GPU met a value that is not allowed, in this line or an earlier one.",
        "Start the program, or the notebook's kernel, anew. On the CPU the message names the "
        "fault; CUDA_LAUNCH_BLOCKING=1, set before torch is imported, shows the line.",
        None,
        recorded=(
            "RuntimeError: CUDA error: device-side assert triggered\nCUDA kernel errors might be "
            "asynchronously reported at some other API call, so the stacktrace below might be "
            "incorrect.",
            "RuntimeError: cuda runtime error (59) : device-side assert triggered at "
            "/pytorch/aten/src/THC/generic/THCTensorMath.cu:26",
            "../aten/src/ATen/native/cuda/Loss.cu:250: nll_loss_forward_reduce_cuda_kernel_2d: "
            "block: [0,0,0], thread: [0,0,0] Assertion `t >= 0 && t < n_classes` failed.\n"
            "RuntimeError: CUDA error: device-side assert triggered",
            "/pytorch/aten/src/ATen/native/cuda/Indexing.cu:605: indexSelectLargeIndex: block: "
            "[0,0,0], thread: [0,0,0] Assertion `srcIndex < srcSelectDimSize` failed.\n"
            "RuntimeError: CUDA error: device-side assert triggered",
            "/pytorch/aten/src/ATen/native/cuda/IndexKernel.cu:91: operator(): block: [0,0,0], "
            'thread: [0,0,0] Assertion `-sizes[i] <= index && index < sizes[i] && "index out of '
            'bounds"` failed.\nRuntimeError: CUDA error: device-side assert triggered',
            "/pytorch/aten/src/ATen/native/cuda/Loss.cu:115: operator(): block: [0,0,0], thread: "
            "[0,0,0] Assertion `input_val >= zero && input_val <= one` failed.\n"
            "RuntimeError: CUDA error: device-side assert triggered",
            "/pytorch/aten/src/ATen/native/cuda/IndexKernel.cu:53: operator(): block: [0,0,0], "
            'thread: [49,0,0] Assertion `index >= -sizes[i] && index < sizes[i] && "index out of '
            'bounds"` failed.',
            "/aten/src/THC/THCTensorScatterGather.cu:130: void THCudaTensor_scatterKernel(int, "
            "IndexType) [with Real = float, Dims = 1]: block: [0,0,0], thread: [12,0,0] Assertion "
            "`indexValue >= 0 && indexValue < tensor.sizes[dim]` failed.",
        ),
        ways=(
            Way(
                "a loss with labels",
                "Print y.min(), y.max(): 0 up to outputs less 1. Write y - 1, ignore_index=255, "
                "or more outputs.",
                _labels,
            ),
            Way(
                "nn.Embedding, graphs",
                "Print x.max(): it lies below num_embeddings, or the number of nodes; long texts "
                "need truncation=True.",
                _lookup,
            ),
            Way(
                "x[i], gather, scatter_",
                "Print i.min(), i.max() and x.shape: 255 in a mask, and labels from 1 on, lie "
                "beyond it.",
                _indexed,
            ),
            Way(
                "nn.BCELoss, sampling",
                "Print p.min() and p.max(): 0 to 1, and not nan. Take nn.BCEWithLogitsLoss; "
                "sample in float32.",
                _probabilities,
            ),
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
            "CUDA {:error|driver error}: misaligned address",
            "Search for 'cudaErrorIllegalAddress' in",
            "CUDA driver error: {:cudaErrorIllegalAddress|an illegal memory access was "
            "encountered}",
            "CUDA {:error|driver error}: unspecified launch failure",
            "{ahead:text}an illegal memory access was encountered{behind:text}",
            "{:failed to synchronize|failed}: {:cudaErrorIllegalAddress|cudaErrorLaunchFailure|"
            "cudaErrorMisalignedAddress}",
            "cuda runtime error ({number:77|700|4|719|74|716})",
        ),
        "env",
        "A program on the GPU failed, started by this line or an earlier one.",
        "Start anew with CUDA_LAUNCH_BLOCKING=1 to see the true line, and run it on the CPU, "
        "where the message names an index out of range.",
        None,
        recorded=("RuntimeError: CUDA error: an illegal memory access was encountered",),
        ways=ways("""
            a line of an extension: Build it anew, hand it tensors of one GPU, and write
                torch.cuda.set_device(n) first.
            a line of PyTorch: Take another release, a smaller batch, and
                torch.backends.cudnn.benchmark = False.
            memory grows step by step: Add up loss.item(), and keep x.detach() in lists.
            another line each time: Look at the card: a newer driver, and its temperature in
                nvidia-smi.
        """),
        when=_of_torch,
    ),
    Entry(
        (
            "CUDA {:error|driver error}: invalid device ordinal",
            "cuda runtime error ({number:int}){: : |: }invalid device ordinal",
            "Invalid device id",
            "cuda runtime error ({number:10|101})",
            "device >= 0 && device < num_gpus INTERNAL ASSERT FAILED",
        ),
        "env",
        "There is no GPU of that number: they are counted from 0.",
        "torch.cuda.device_count() says how many there are.",
        None,
        recorded=(
            "RuntimeError: CUDA error: invalid device ordinal",
            "AssertionError: Invalid device id",
            "RuntimeError: device >= 0 && device < num_gpus INTERNAL ASSERT FAILED at "
            '"../aten/src/ATen/cuda/CUDAContext.cpp":50, please report a bug to PyTorch. '
            "device=1, num_gpus=",
        ),
        ways=(
            *ways("""
                one GPU: Write "cuda:0", or "cuda", and gpu_id=0 for libraries.
                CUDA_VISIBLE_DEVICES set: Set it before torch is imported, and count anew from
                    0: with 2,3 these are "cuda:0" and "cuda:1".
            """),
            Way(
                "at torch.load",
                'Write torch.load(path, map_location="cuda:0").',
                lambda found: found.calls("torch.load"),
            ),
            Way(
                "DataParallel, torchrun",
                "Name no more GPUs in device_ids, and start no more processes, than there are.",
            ),
        ),
        when=lambda found: (
            found.type in ("", "RuntimeError", "AssertionError", "AcceleratorError")
            or "Torch" in found.type
        ),
    ),
    Entry(
        (
            "CUDA error: CUBLAS_STATUS_{name:NOT_SUPPORTED|ARCH_MISMATCH}{call:text}",
            "cublas runtime error : {name:an unsupported value or parameter was passed|the "
            "requested functionality is not supported|an absent device architectural feature is "
            "required}{:text}",
        ),
        "env",
        "This GPU, or the CUDA that this PyTorch was built for, does not multiply numbers of this "
        "type, or of these sizes.",
        "Print the types and shapes, of which one may be empty, and try the newest PyTorch; unset "
        "LD_LIBRARY_PATH, which may lead to another CUDA.",
        None,
        recorded=(
            "RuntimeError: CUDA error: CUBLAS_STATUS_NOT_SUPPORTED when calling `cublasLtMatmul`",
            "RuntimeError: CUDA error: CUBLAS_STATUS_ARCH_MISMATCH when calling `cublasGemmEx`",
        ),
        ways=(
            Way(
                "bfloat16 or CUDA_R_16BF",
                "Take float16 or float32 on a card before Ampere (RTX 30, A100).",
                lambda found: "CUDA_R_16BF" in found.fields.get("call", ""),
            ),
            Way("the CPU fails, too", "Mend the sizes that it names."),
        ),
        command="env",
    ),
    Entry(
        (
            "CUDA error: CUBLAS_STATUS_{name:name}{:text}",
            "cublas runtime error{:text}",
        ),
        "env",
        "A product of matrices failed on the GPU: many causes end in this message.",
        "Run the same step on the CPU, and in a new program torch.eye(2).cuda() @ "
        "torch.eye(2).cuda().",
        None,
        recorded=(
            "RuntimeError: CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling "
            "`cublasCreate(handle)`",
            "RuntimeError: cublas runtime error : the GPU program failed to execute at "
            "/pytorch/aten/src/THC/THCBlas.cu:258",
            "RuntimeError: CUDA error: CUBLAS_STATUS_INVALID_VALUE when calling `cublasSgemm( "
            "handle, opa, opb, m, n, k, &alpha, a, lda, b, ldb, &beta, c, ldc)`",
        ),
        ways=ways("""
            the CPU fails, too: Mend what it names: x.shape[-1] is the layer's in_features, words
                lie below num_embeddings, labels below the number of outputs.
            the small product fails: Install another release of PyTorch, often for a newer CUDA,
                chosen on pytorch.org; unset LD_LIBRARY_PATH.
            both work: Take a smaller batch, end what nvidia-smi lists, and try another release of
                PyTorch.
        """),
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
        (
            "cuDNN error: CUDNN_STATUS_BAD_PARAM",
            "CUDNN_STATUS_BAD_PARAM",
        ),
        "tensor dtypes",
        "cuDNN, the library for convolutions and recurrent layers on the GPU, was handed "
        "something that it does not take, such as another type or shape.",
        "On the CPU the message names what does not fit. Print x.dtype, x.shape, x.device, and "
        "the same of the layer's weight.",
        None,
        recorded=(
            "RuntimeError: cuDNN error: CUDNN_STATUS_BAD_PARAM",
            "RuntimeError: CUDNN_STATUS_BAD_PARAM",
        ),
        ways=ways("""
            x is float64 or int64: Write x = x.float().
            a size of 0 in a shape: Leave the empty batch out.
            it works on the CPU: Try a newer PyTorch, or torch.backends.cudnn.enabled = False.
        """),
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
        (
            "Expected contiguous tensor, but got non-contiguous tensor for argument "
            "#{number:int} '{argument:quoted}' (while checking arguments for {name:name})",
            "Expected contiguous tensor, but got non-contiguous tensor for argument",
        ),
        "tensor views",
        "A function of PyTorch takes numbers that lie one after another in memory, and got a view "
        "whose numbers do not, as transpose, permute, expand and slices make them. It is {name}, "
        "and the view its argument {argument}.",
        "Write x = x.contiguous() before the layer. A newer PyTorch does it by itself in more "
        "places. If the layer's weights are such a view, write "
        "p.data = p.data.contiguous() for each parameter.",
        None,
        recorded=(
            "RuntimeError: Expected contiguous tensor, but got non-contiguous tensor for argument "
            "#1 'input' (while checking arguments for cudnn_batch_norm)",
        ),
    ),
    Entry(
        (
            "cuDNN error: CUDNN_STATUS_NOT_INITIALIZED",
            "cuDNN error: CUDNN_STATUS_{name:name}",
            "cuDNN Frontend error: {why:text}",
            "{:cuDNN|CuDNN} error: CUDNN_STATUS_SUCCESS",
            "CUDNN_STATUS_SUCCESS",
            "Unable to find a valid cuDNN algorithm to run convolution",
            "no valid convolution algorithms available in CuDNN",
            "GET was unable to find an engine to execute this computation",
            "FIND was unable to find an engine to execute this computation",
        ),
        "env",
        "cuDNN, the library for convolutions and recurrent layers on the GPU, failed: many causes "
        "end in this message.",
        "In a new program try nn.Conv2d(1, 1, 1).cuda()(torch.ones(1, 1, 2, 2).cuda()).",
        None,
        recorded=(
            "RuntimeError: cuDNN error: CUDNN_STATUS_NOT_INITIALIZED",
            "RuntimeError: CuDNN error: CUDNN_STATUS_SUCCESS",
            "RuntimeError: Unable to find a valid cuDNN algorithm to run convolution",
            "RuntimeError: GET was unable to find an engine to execute this computation",
        ),
        ways=ways("""
            this fails, too: Install another release of PyTorch, often for a newer CUDA, chosen on
                pytorch.org, renew the driver, and unset LD_LIBRARY_PATH.
            this works: Take a smaller batch or pictures, and end what nvidia-smi lists.
            the CPU fails, too: Mend what it names: an index, a label or a shape.
            nothing helps: Write float32, torch.backends.cudnn.benchmark = True, or
                torch.backends.cudnn.enabled = False.
        """),
        when=lambda found: not found.fields.get("name", "").startswith(("BAD", "NOT_S", "ARCH")),
        command="env",
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
            "CUDA {:error|driver error}: device kernel image is invalid",
            "CUDA {:error|driver error}: named symbol not found",
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
        "The program wants a GPU, and its PyTorch sees none that CUDA can use.",
        'With the program\'s own Python run python -c "import torch; print(torch.version.cuda)".',
        None,
        recorded=(
            "RuntimeError: Torch is not able to use GPU; add --skip-torch-cuda-test to skip",
        ),
        ways=ways("""
            it prints None: Install a build for the GPU, chosen on pytorch.org, into the program's
                venv.
            it prints a number: Install the NVIDIA driver: nvidia-smi has to list the GPU.
            no NVIDIA GPU: Write --skip-torch-cuda-test --no-half to compute on the CPU.
        """),
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
            "The NVIDIA Driver was not detected. GPU functionality will not be available",
        ),
        "env",
        "The NVIDIA driver cannot be used here: it is missing, half renewed, or hidden from a "
        "container, or does not run.",
        "",
        None,
        recorded=("Failed to initialize NVML: Driver/library version mismatch",),
        ways=ways("""
            it says mismatch: Restart the machine.
            in a container: Start it anew by docker run --gpus all.
            elsewhere: Renew the driver, until nvidia-smi lists the GPU.
            no NVIDIA GPU: Compute on the CPU.
        """),
        when=lambda found: "name" not in found.fields or "path" in found.fields,
    ),
    Entry(
        (
            "CUDA {:error|driver error}: uncorrectable ECC error encountered",
            "CUDA {:error|driver error}: uncorrectable NVLink error detected",
            "CUDA {:error|driver error}: hardware stack error",
            "cuda runtime error ({number:int}){: : |: }{:uncorrectable ECC error encountered|"
            "uncorrectable NVLink error detected|hardware stack error}",
        ),
        "env",
        "The GPU found a fault in its own memory or circuits: the program is not to blame.",
        "Start the program anew, on another GPU if there is one: CUDA_VISIBLE_DEVICES=1. "
        "nvidia-smi -q -d ECC counts such faults; a restart of the machine takes bad places of the "
        "memory out of use, and if they come again the card is to be replaced.",
        None,
        recorded=(
            "RuntimeError: CUDA error: uncorrectable ECC error encountered",
            "RuntimeError: cuda runtime error (39) : uncorrectable ECC error encountered at "
            "/pytorch/aten/src/THC/THCCachingHostAllocator.cpp:265",
        ),
        command="env",
    ),
    Entry(
        (
            "Unable to determine the device handle for {:GPU |GPU}{gpu:path}: {what:text}",
            "Unable to determine the device handle for {:GPU |GPU}{gpu:path}",
        ),
        "env",
        "nvidia-smi found a GPU that does not answer any more. It is at {gpu}.",
        "Restart the machine; programs that use this GPU have to start anew. sudo dmesg | grep -i "
        "xid tells why it left, 79 as a rule: heat, power, or its place on the board. Until then "
        "hide it: CUDA_VISIBLE_DEVICES=1 takes the other of two.",
        None,
        recorded=("Unable to determine the device handle for GPU0000:03:00.0: Unknown Error",),
        command="env",
    ),
    Entry(
        (
            "CUDA {:error|driver error}: too many resources requested for launch",
            "cuda runtime error ({number:int}){: : |: }too many resources requested for launch",
        ),
        "env",
        "A program on the GPU was to start with more at a time, as a rule threads and their "
        "registers, than this card has.",
        "",
        None,
        ways=(
            Way(
                "in TorchScript",
                "Write torch._C._jit_set_nvfuser_enabled(False) and "
                "torch._C._jit_set_texpr_fuser_enabled(False) at the start, or install a newer "
                "PyTorch.",
                lambda found: "TorchScript" in found.before,
            ),
            *ways("""
                an extension in CUDA: Start fewer threads in a block, 512 or 256 for 1024, or
                    write __launch_bounds__(1024) before its name, and build it anew.
                a line of PyTorch: Compute in float32 in place of float64, or install a newer
                    PyTorch, on a Jetson NVIDIA's.
            """),
        ),
        recorded=(
            "RuntimeError: CUDA error: too many resources requested for launch",
            "RuntimeError: The following operation failed in the TorchScript interpreter.\n"
            "Traceback of TorchScript (most recent call last):\nRuntimeError: CUDA driver error: "
            "too many resources requested for launch",
        ),
        command="env",
    ),
    Entry(
        (
            "CUDA {:error|driver error}: invalid argument",
            "cuda runtime error ({number:int}){: : |: }invalid argument",
            "{:failed to synchronize|failed}: cudaErrorInvalidValue",
            "cuda runtime error ({number:11})",
        ),
        "env",
        "CUDA was handed something that it does not take.",
        "Set CUDA_LAUNCH_BLOCKING=1 to see the true line.",
        None,
        recorded=(
            "RuntimeError: CUDA error: invalid argument",
            "RuntimeError: cuda runtime error (1) : invalid argument at "
            "/pytorch/aten/src/THC/THCGeneral.cpp:405",
        ),
        ways=ways("""
            torch.ones(2).cuda() + 1 fails: Install a PyTorch for a CUDA that fits card and driver,
                chosen on pytorch.org.
            an RTX card, torch.version.cuda 9: Install a PyTorch for CUDA 10 or later; until then
                write torch.backends.cudnn.benchmark = False.
            an extension in CUDA: Look at the sizes and addresses that its program is handed, and
                build it anew.
            tensors for other processes: Hand them over from the CPU: x.cpu().
        """),
        command="env",
    ),
    Entry(
        (
            "HIP error: {what:text} {:HIP kernel errors might be|CUDA kernel errors might be|"
            "Search for|Compile with|For debugging}",
            "HIP error: {what:text}",
        ),
        "env",
        "The AMD GPU reports an error. It says: {what}.",
        "",
        None,
        recorded=(
            "RuntimeError: HIP error: the operation cannot be performed in the present state\n"
            "HIP kernel errors might be asynchronously reported at some other API call, so the "
            "stacktrace below might be incorrect.",
        ),
        ways=ways("""
            torch.ones(2).cuda() + 1 fails: Install a PyTorch for a ROCm that lists this card,
                chosen on pytorch.org, renew the driver, look at rocminfo, and hide an integrated
                GPU by HIP_VISIBLE_DEVICES=0.
            it works: Set AMD_SERIALIZE_KERNEL=3 to see the true line, and run that on the CPU,
                which names an index out of range.
        """),
        when=_without_entry,
        command="env",
    ),
    Entry(
        "invalid device pointer: {address:0x}",
        "env",
        "PyTorch's store of GPU memory was handed an address that it did not give out, or has back "
        "already.",
        "",
        None,
        ways=ways("""
            tensors for other processes: Hand them over from the CPU: x.cpu().
            an extension in CUDA, an add-on: Install it anew for torch.__version__. In its program
                each piece of memory is freed once, and by what made it.
            PYTORCH_…_ALLOC_CONF is set: Unset it.
            none of these: Renew PyTorch and the driver, with an AMD card ROCm too.
        """),
        recorded=(
            "terminate called after throwing an instance of 'c10::Error'\n  what():  invalid "
            "device pointer: 0x4c44000",
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
        when=_without_entry,
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
            "INTERNAL ASSERT FAILED at {:text}We don't have an op for {name:path} but it isn't a "
            "special case",
            "ASSERT FAILED at {:text}We don't have an op for {name:path} but it isn't a special "
            "case",
        ),
        "env",
        "TorchScript knows no operation {name} that takes arguments of these types.",
        "",
        None,
        ways=(
            Way(
                'backend="metal"',
                "Build PyTorch from source on a Mac with USE_PYTORCH_METAL_EXPORT=1: the packages "
                "of pip have no such operations.",
                lambda found: found["name"].startswith("metal"),
            ),
            Way(
                'backend="vulkan"',
                "Build PyTorch from source with USE_VULKAN=1: the packages of pip have no such "
                "operations.",
                lambda found: found["name"].startswith("vulkan"),
            ),
            *ways(
                """
                an operation of PyTorch: Install the newest PyTorch, or take torch.jit.trace, or
                    torch.export, in place of torch.jit.script.
                an add-on's operation: Import its package before, such as torchvision.
                """,
                lambda found: not found["name"].startswith(("metal", "vulkan")),
            ),
        ),
        recorded=(
            'RuntimeError: 0INTERNAL ASSERT FAILED at "/work/torch/csrc/jit/ir/'
            "alias_analysis.cpp\":532, please report a bug to PyTorch. We don't have an op for "
            "metal_prepack::conv2d_prepack but it isn't a special case.  Argument types: Tensor",
            'RuntimeError: 0 INTERNAL ASSERT FAILED at "../torch/csrc/jit/ir/'
            "alias_analysis.cpp\":608, please report a bug to PyTorch. We don't have an op for "
            "aten::add but it isn't a special case.  Argument types: int, bool,",
        ),
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
            "Unrecognized CachingAllocator option: {name:path}",
            "Unrecognized key '{name:quoted}' in {:CUDA|HIP|XPU|Accelerator|accelerator|device} "
            "{:A|a}llocator config",
            "Error parsing CachingAllocator option, {:text}",
            "CachingAllocator option {name:name} {:must be|too small}",
            "i < config_.size() INTERNAL ASSERT FAILED at",
            "{:out of bounds|']'|'['} in ConfigTokenizer",
        ),
        "env",
        "PyTorch does not understand the setting of its allocator, PYTORCH_ALLOC_CONF or "
        "PYTORCH_CUDA_ALLOC_CONF. It stops at {name}.",
        "Print the variable: it is a list of name:value with commas between, such as "
        "expandable_segments:True,max_split_size_mb:128, without quotes or an end left out. A name "
        "that this release does not have goes, or PyTorch is renewed.",
        None,
        recorded=(
            "RuntimeError: Unrecognized CachingAllocator option: max_split_size",
            "  what():  i < config_.size() INTERNAL ASSERT FAILED at "
            '"/pytorch/c10/core/AllocatorConfig.h":124, please report a bug to PyTorch. Index out '
            "of bounds in ConfigTokenizer",
        ),
    ),
    Entry(
        (
            "!block->expandable_segment_ INTERNAL ASSERT FAILED at",
            "!handles_.at(i) INTERNAL ASSERT FAILED at",
        ),
        "env",
        "PyTorch failed on a check of its own, in how it keeps the GPU's memory with "
        "expandable_segments:True: memory was short, and its list of pieces is wrong now.",
        "Restart the program. Take less memory, such as a smaller batch, and a newer PyTorch, or "
        "leave expandable_segments:True out of PYTORCH_CUDA_ALLOC_CONF.",
        None,
        ways=ways("""
            max_split_size_mb beside it: Leave that out, and garbage_collection_threshold.
            after an out of memory: Do not go on in the same process.
        """),
        recorded=(
            'RuntimeError: !block->expandable_segment_ INTERNAL ASSERT FAILED at "../c10/cuda/'
            'CUDACachingAllocator.cpp":2814, please report a bug to PyTorch.',
        ),
    ),
    Entry(
        "device_ready_queues_.size()) INTERNAL ASSERT FAILED at",
        "env",
        "backward() met a tensor on a device for which PyTorch has made no thread: on one of an "
        "add-on, as a rule, such as torch-directml.",
        "",
        None,
        ways=ways("""
            torch-directml: Train on the CPU, with an NVIDIA GPU by PyTorch for CUDA, with one of
                AMD by PyTorch for ROCm: DirectML gets no more work.
            another add-on: Install its release for this PyTorch, and import it before all else.
        """),
        recorded=(
            "RuntimeError: 0 <= device.index() && device.index() < static_cast<c10::DeviceIndex>("
            'device_ready_queues_.size()) INTERNAL ASSERT FAILED at "engine.cpp":1451, please '
            "report a bug to PyTorch.",
        ),
        command="env",
    ),
    Entry(
        "((HRESULT)((backend_->dml_device->",
        "env",
        "DirectML, through torch-directml, could not do a step on this GPU.",
        "Compute the step on the CPU, f(x.cpu()).to(x.device), in float32.",
        None,
        ways=ways("""
            an old torch-directml: Write python -m pip install -U torch-directml.
            two GPUs: Print torch_directml.device_name(0) and (1), and take the other:
                torch_directml.device(1).
            NVIDIA or a newer AMD: Take PyTorch for CUDA or ROCm: DirectML gets no more work.
        """),
        recorded=(
            "CHECK failed: ((((HRESULT)((backend_->dml_device->CreateOperator(&op_desc_, __uuidof("
            "**(&op)), IID_PPV_ARGS_Helper(&op))))) >= 0)) == (true)",
        ),
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
            "MALFORMED INPUT: {what:text}",
            "UNIMPLEMENTED LOWERING: {what:text}",
            "UNSUPPORTED DTYPE: {what:text}",
            "Cannot process input tensor without concrete number of dimensions",
            "default_program({:int}): {number:error: extra text after expected end of number}"
            "{:long}nvrtc compilation failed:",
            "default_program({:int}): error: {:long}nvrtc compilation failed:",
            "nvrtc compilation failed:",
            "INTERNAL ASSERT FAILED at '{:quoted}torch/csrc/jit/{part:codegen/cuda|"
            "tensorexpr|codegen/fuser}/",
        ),
        "",
        "The fuser of TorchScript, which makes one program of several steps of a model, failed. "
        "That is a fault of this PyTorch, and the same model runs without the fuser.",
        "Write torch._C._jit_set_texpr_fuser_enabled(False) and "
        "torch._C._jit_set_nvfuser_enabled(False) before the model first runs.",
        None,
        ways=(
            *ways(
                """
                a number with a comma, 1,5: Write locale.setlocale(locale.LC_NUMERIC, "C"),
                    after PyQt and its like.
                a number such as -3.4e+38: Mask with -1e4 in place of torch.finfo(x.dtype).min.
            """,
                lambda found: "number" in found.fields,
            ),
            *ways(
                """
                @torch.jit.script above functions: Set PYTORCH_JIT=0 before Python starts.
                any torch will do: Install a newer one.
            """,
                lambda _: True,
            ),
        ),
        recorded=(
            "RuntimeError: MALFORMED INPUT: lanes don't match",
            "RuntimeError: Cannot process input tensor without concrete number of dimensions.",
            "RuntimeError: default_program(24): error: extra text after expected end of number\n\n"
            '2 errors detected in the compilation of "default_program".\n\nnvrtc compilation '
            "failed: \n\n#define NAN __int_as_float(0x7fffffff)",
        ),
        when=lambda found: "what" not in found.fields or found.type in ("", "RuntimeError"),
    ),
    Entry(
        (
            "{what:path}.{wanted:is_cuda|is_cpu}(){: |}INTERNAL ASSERT FAILED",
            "t == DeviceType::{wanted:CUDA}{: |}INTERNAL ASSERT FAILED",
        ),
        "env",
        'An operation, as a rule one of an add-on in C++, takes tensors on "{device}" alone, and '
        "got one that lies elsewhere.",
        'Print x.device of all that goes in, write x.to("{device}") for what lies elsewhere, and '
        "send the result back, y.to(device). Most add-ons have nothing for Apple's GPU, mps: take "
        "the CPU for such a step, or for all.",
        None,
        recorded=(
            'RuntimeError: ind.device().is_cpu() INTERNAL ASSERT FAILED at "/a/pytorch_sparse/csrc/'
            'cpu/convert_cpu.cpp":8, please report a bug to PyTorch.',
            'RuntimeError: x.type().is_cuda() INTERNAL ASSERT FAILED at "a.cpp":3, please report a '
            "bug to PyTorch. x must be a CUDA tensor",
            "RuntimeError: t == DeviceType::CUDA INTERNAL ASSERT FAILED at "
            '"/pytorch/c10/cuda/impl/CUDAGuardImpl.h":28, please report a bug to PyTorch.',
        ),
        when=lambda found: not found.fields.get("what", "").startswith("!"),
        more=lambda found: {"device": "cpu" if found["wanted"] == "is_cpu" else "cuda"},
        command="env",
    ),
    Entry(
        "{what:path}.is_contiguous(){: |}INTERNAL ASSERT FAILED",
        "tensor views",
        "An operation, as a rule one of an add-on in C++, takes tensors that lie in memory in "
        "order, and a transpose, permute or slice has changed that.",
        "Write x.contiguous() for all that goes in.",
        None,
        recorded=(
            'RuntimeError: x.is_contiguous() INTERNAL ASSERT FAILED at "a.cpp":3, please report a '
            "bug to PyTorch. x must be contiguous",
        ),
        when=lambda found: not found["what"].startswith("!"),
    ),
    Entry(
        (
            "INTERNAL ASSERT FAILED at",
            "ASSERT FAILED at {where:path}, {own:please report a bug} to PyTorch",
        ),
        "env",
        "PyTorch failed on a check of its own.",
        "Try the newest release. If it stays, find the step that fails: run it on the CPU, where "
        "the message is often clearer, and print the shapes and types that go in.",
        None,
        recorded=(
            'RuntimeError: out != nullptr INTERNAL ASSERT FAILED at "torch/csrc/autograd/'
            'variable.cpp":186, please report a bug to PyTorch.',
        ),
    ),
)
