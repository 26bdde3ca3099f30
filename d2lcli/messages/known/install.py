"""Installing: what Python does not find, and what does not fit together."""

from __future__ import annotations

import re

from ..entry import Entry, Found
from .calls import last_traceback, within_torch

PACKAGES = (
    "torch|torchvision|torchaudio|torchtext|torchdata|torchinfo|torchsummary|torchsummaryX|"
    "torchviz|torchmetrics|torch_geometric|pytorch_lightning|lightning|torchcodec|torchao|numpy|"
    "matplotlib|d2l"
)
# Add-ons in C++ and CUDA, which are built for one PyTorch.
ADD_ONS = (
    "torch-scatter|torch-sparse|torch-cluster|torch-spline-conv|pyg-lib|flash-attn|flash_attn|"
    "detectron2|pytorch3d|apex|xformers|mmcv-full|mmcv|torch_scatter|torch_sparse|torch_cluster|"
    "torch_spline_conv|pyg_lib|deepspeed|causal-conv1d|mamba-ssm"
)
# What follows libtorch in the names of PyTorch's own libraries: libtorchaudio is none of them.
OWN = re.compile(r"(?:_(?:cpu|cuda\w*|python|hip|xpu|global_deps))?\.")
FRESH = (
    "python -m pip install --force-reinstall torch torchvision torchaudio takes releases that fit "
    "together; leave out what you do not use. pytorch.org has the line for a CUDA."
)


def _version(found: Found) -> dict[str, str]:
    return {"numpy": found["version"].rstrip(".")}


def _of_torch(found: Found) -> bool:
    """Whether a library of Windows was loaded for torch."""
    files = re.findall(r"[^\s\"']+\.py\b", found.before[-6000:])
    inits = [re.search(r"torch[/\\]__init__\.py", file) is not None for file in files]
    return (
        "torch" in found.fields.get("path", "")
        or "own" in found.fields
        or inits[-1:] == [True]
        or (any(inits) and "ctypes" in files[-1])
        or re.match(r"(?:from|import) torch", found.code.rpartition("\n")[2]) is not None
        or re.search(r"(?:from|import) torch\S*(?: import \S+)?\s*\(?$", found.before[-200:])
        is not None
    )


def _nothing_else(found: Found) -> bool:
    """Whether no error of Python stands there that would tell more."""
    return not found.type or found.type.endswith("Warning")


def _other_generation(found: Found) -> bool:
    return found.number("a") > found.number("b")


# What Windows says in the languages in which learners ask.
PAGING = (
    "{why:The paging file is too small|页面文件太小|頁面檔太小|分頁檔太小|"
    "ページング ファイルが小さすぎる|페이징 파일이 너무 작|"
    "Die Auslagerungsdatei ist zu klein|Le fichier de pagination est insuffisant|"
    "El archivo de paginación es demasiado pequeño|O arquivo de paginação é muito pequeno|"
    "Файл подкачки слишком мал}"
)
PROCEDURE = (
    "{why:The specified procedure could not be found|The operating system cannot run|"
    "找不到指定的程序|找不到指定的程式|操作系统无法运行|指定されたプロシージャが見つかりません|"
    "지정된 프로시저를 찾을 수 없습니다|Die angegebene Prozedur wurde nicht gefunden|"
    "La procédure spécifiée est introuvable|No se encontró el proceso especificado|"
    "No se puede encontrar el procedimiento especificado|"
    "Não foi possível encontrar o procedimento especificado|"
    "Impossibile trovare la procedura specificata|Не найдена указанная процедура}"
)
STARTED = (
    "{why:A dynamic link library (DLL) initialization routine failed|动态链接库(DLL)初始化例程失败|"
    "動態連結程式庫 (DLL) 初始化例行程序失敗|"
    "ダイナミック リンク ライブラリ (DLL) 初期化ルーチンの実行に失敗|"
    "DLL 초기화 루틴을 실행할 수 없|DLL(동적 연결 라이브러리) 초기화 루틴을 실행할 수 없|"
    "Eine DLL-Initialisierungsroutine ist fehlgeschlagen|"
    "Произошел сбой в программе инициализации библиотеки динамической компоновки}"
)
ARCHITECTURE = (
    "{why:%1 is not a valid Win32 application|不是有效的 Win32 应用程序|不是正確的 Win32 應用程式|"
    "有効な Win32 アプリケーションではありません|올바른 Win32 응용 프로그램이 아닙니다|"
    "ist keine zulässige Win32-Anwendung|n'est pas une application Win32 valide|"
    "no es una aplicación Win32 válida|не является приложением Win32}"
)
BLOCKED = "{why:An Application Control policy has blocked this file|应用程序控制策略已阻止此文件}"
LOADED = "DLL load failed{:: | while importing _C: }"
FROM_C = "{own:torch._C import *}{:text}DLL load failed{:text}"

NUMPY = (
    "The installed NumPy is of another generation than the one that PyTorch, or another compiled "
    "package, was built for: as a rule NumPy 2 where 1 is wanted. NumPy {numpy} is installed."
)
NUMPY_OUT = (
    "Install a newer torch, which knows NumPy 2: python -m pip install -U torch. Or an older "
    'NumPy: python -m pip install "numpy<2". If the traceback names another package, such as '
    "opencv or pandas, that is the one to renew. If NumPy is not there at all: python -m pip "
    "install numpy."
)
# Layers, and the functions that do the same.
FUNCTIONS = {
    "AdaptiveAvgPool2d": "adaptive_avg_pool2d",
    "AvgPool2d": "avg_pool2d",
    "BCELoss": "binary_cross_entropy",
    "BCEWithLogitsLoss": "binary_cross_entropy_with_logits",
    "Conv1d": "conv1d",
    "Conv2d": "conv2d",
    "Conv3d": "conv3d",
    "CrossEntropyLoss": "cross_entropy",
    "Dropout": "dropout",
    "ELU": "elu",
    "Embedding": "embedding",
    "GELU": "gelu",
    "KLDivLoss": "kl_div",
    "L1Loss": "l1_loss",
    "LayerNorm": "layer_norm",
    "LeakyReLU": "leaky_relu",
    "Linear": "linear",
    "LogSoftmax": "log_softmax",
    "MSELoss": "mse_loss",
    "MaxPool2d": "max_pool2d",
    "NLLLoss": "nll_loss",
    "ReLU": "relu",
    "SELU": "selu",
    "SiLU": "silu",
    "Sigmoid": "sigmoid",
    "SmoothL1Loss": "smooth_l1_loss",
    "Softmax": "softmax",
    "Softplus": "softplus",
    "Tanh": "tanh",
}
LAYERS_BY_FUNCTION = {function: layer for layer, function in FUNCTIONS.items()}
CAPITALS = {
    f"{part}.{name.lower()}": name
    for part, names in {
        "nn": "Linear Conv1d Conv2d Conv3d ConvTranspose2d ReLU LeakyReLU PReLU GELU ELU SELU SiLU "
        "Sigmoid Tanh Softmax LogSoftmax Dropout Dropout2d BatchNorm1d BatchNorm2d BatchNorm3d "
        "LayerNorm GroupNorm MaxPool1d MaxPool2d AvgPool2d AdaptiveAvgPool2d Sequential ModuleList "
        "ModuleDict Module Parameter Embedding LSTM GRU RNN LSTMCell GRUCell Flatten Identity "
        "MSELoss L1Loss SmoothL1Loss HuberLoss NLLLoss BCELoss BCEWithLogitsLoss CrossEntropyLoss "
        "KLDivLoss CTCLoss DataParallel MultiheadAttention Transformer Upsample",
        "utils.data": "DataLoader Dataset TensorDataset ConcatDataset IterableDataset Subset "
        "WeightedRandomSampler RandomSampler SubsetRandomSampler random_split",
        "optim": "SGD Adam AdamW Adagrad Adadelta Adamax RMSprop LBFGS NAdam RAdam",
        "transforms": "Compose ToTensor ToPILImage Normalize Resize CenterCrop RandomCrop "
        "RandomResizedCrop RandomHorizontalFlip RandomVerticalFlip RandomRotation ColorJitter "
        "Grayscale Lambda Pad",
        "datasets": "MNIST FashionMNIST EMNIST KMNIST CIFAR10 CIFAR100 ImageFolder DatasetFolder "
        "ImageNet SVHN STL10 CelebA CocoDetection VOCDetection",
    }.items()
    for name in names.split()
}


def _asking(found: Found) -> str:
    """The library of PyTorch's own whose file asked for what is not there, "" without."""
    files = re.findall(r"[^\s\"']+\.py\b|<ipython|\bCell In\b", last_traceback(found))
    asking = re.search(r"[/\\](torchvision|torchaudio)[/\\]", files[-1] if files else "")
    return asking[1] if asking else ""


INSTALL = (
    Entry(
        (
            "cannot import name '{name:name}' from 'torch' (unknown location)",
            "cannot import name '{name:name}' from 'torch.{part:name}' (unknown location)",
            "cannot import name '{name:name}' from '{:torchvision|torchaudio}' (unknown location)",
        ),
        "env",
        "Python found a folder of that name in place of the package: one of your own, or what an "
        "installation that broke off left behind. There is no {name} in it.",
        "Rename a folder called torch where the program starts. Else remove what is left in "
        "site-packages, and install anew: python -m pip install --force-reinstall torch.",
        None,
        recorded=("ImportError: cannot import name 'nn' from 'torch' (unknown location)",),
        command="env",
    ),
    Entry(
        "Could not import module '{name:name}'. Are this object's requirements defined correctly?",
        "env",
        "transformers could not load a part of itself, since torchvision and torch do not fit "
        "together, as the error above this one says.",
        "Install both of one release in one go: python -m pip install -U torch torchvision. Where "
        "no pictures are worked on, python -m pip uninstall torchvision helps too.",
        None,
        recorded=(
            "RuntimeError: operator torchvision::nms does not exist\n\nThe above exception was the "
            "direct cause of the following exception:\n\nModuleNotFoundError: Could not import "
            "module 'PreTrainedModel'. Are this object's requirements defined correctly?",
        ),
        when=lambda found: "torchvision" in found.before,
        command="env",
    ),
    Entry(
        "Failed building wheel for {name:" + ADD_ONS + "}",
        "env",
        "{name} is an add-on for PyTorch that has to be compiled, and the compiler did not come to "
        "its end.",
        "Take a ready-made package for your torch, Python and CUDA, where its project has one. "
        "Else install a compiler, ninja and the CUDA toolkit that torch.version.cuda names, and "
        "write python -m pip install --no-build-isolation {name}.",
        None,
        recorded=("ERROR: Failed building wheel for flash-attn",),
        when=lambda found: found["name"] != "",
        command="env",
    ),
    Entry(
        (
            "No module named '{name:MultiScaleDeformableAttention|amp_C|fused_layer_norm_cuda|"
            "spconv|flash_attn|flash_attn_2_cuda|xformers|apex|detectron2|pytorch3d|mmcv._ext|"
            "mmcv|_ext|selective_scan_cuda|causal_conv1d_cuda}'",
            "cannot import name '_C' from '{name:detectron2|groundingdino|pytorch3d|torchvision}'",
            "packages that were not found in your environment: {name:flash_attn}",
            "FlashAttention2 has been toggled on, but it cannot be used due to the following error",
        ),
        "env",
        "An add-on in C++ or CUDA for PyTorch is missing, or was installed without its compiled "
        "part. It is {name}.",
        "Take a ready-made package for your torch and CUDA, or build it where nvcc is found. Most "
        'programs run without: attn_implementation="sdpa" in transformers for flash_attn.',
        None,
        recorded=("ModuleNotFoundError: No module named 'MultiScaleDeformableAttention'",),
        command="env",
    ),
    Entry(
        "name '_C' is not defined",
        "env",
        "PyTorch's own part in C++ was not loaded: an import of torch had failed before in this "
        "process, or the installation is not whole.",
        "Restart Python, or the notebook's kernel, and write import torch alone: the first error "
        "is the one to mend. Else install anew: python -m pip install --force-reinstall torch.",
        None,
        recorded=(
            'File "/lib/site-packages/torch/__init__.py", line 197, in <module>\n    for name in '
            "dir(_C):\nNameError: name '_C' is not defined",
        ),
        when=lambda found: "dir(_C)" in found.code or within_torch(found),
        command="env",
    ),
    Entry(
        "name '_C' is not defined",
        "env",
        "A part in C++ was not loaded: that of an add-on such as GroundingDINO, which was "
        "installed without being compiled, or PyTorch's own, if the traceback ends in "
        "torch/__init__.py.",
        "Install the add-on anew where nvcc is found, and read its installation's output. For "
        "PyTorch itself restart Python, or the notebook's kernel, and write import torch alone.",
        None,
        recorded=("NameError: name '_C' is not defined",),
        command="env",
    ),
    Entry(
        (
            "'{kind:Accuracy|Precision|Recall|F1Score|AUROC|ConfusionMatrix}.__new__() missing 1 "
            "required positional argument: 'task'",
            "__new__() missing 1 required positional argument: 'task'",
        ),
        "env",
        "torchmetrics wants to be told since 0.11 which kind of classification it is to judge.",
        'Write torchmetrics.Accuracy(task="multiclass", num_classes=10), or task="binary". An old '
        "program runs with torchmetrics below 0.11.",
        None,
        recorded=("TypeError: __new__() missing 1 required positional argument: 'task'",),
        when=lambda found: found.type == "TypeError",
    ),
    Entry(
        "'torch.dtype' object has no attribute '{name:itemsize|to_complex|to_real}'",
        "env",
        "A library asks a type for {name}, which came with PyTorch 2.1.",
        "Write python -m pip install -U torch, or take an older release of the library.",
        None,
        recorded=("AttributeError: 'torch.dtype' object has no attribute 'itemsize'",),
        command="env",
    ),
    Entry(
        (
            "No module named '{name:torch_scatter|torch_sparse|torch_cluster|torch_spline_conv|"
            "pyg_lib}'",
        ),
        "env",
        "{name} is an add-on in C++, built for one release of PyTorch and one CUDA, and it is not "
        "installed here.",
        "Print torch.__version__, and write python -m pip install {name} -f "
        "https://data.pyg.org/whl/torch-2.4.0+cpu.html, with your release and CUDA in the address. "
        "A newer torch_geometric does most things without it.",
        None,
        recorded=("ModuleNotFoundError: No module named 'torch_scatter'",),
        command="env",
    ),
    Entry(
        (
            "No module named '{name:typing_extensions|sympy|networkx|jinja2|fsspec|filelock|mpmath|"
            "requests}'",
            "cannot import name '{part:name}' from '{name:typing_extensions|sympy|networkx|jinja2|"
            "fsspec|filelock|mpmath}'",
        ),
        "env",
        "PyTorch needs {name} beside it, and it is missing or too old.",
        "Write python -m pip install -U {name}, with the same python that runs your program.",
        None,
        recorded=(
            'File "/lib/python3.9/site-packages/torch/__init__.py", line 9, in <module>\n    from '
            "typing_extensions import ParamSpec\nImportError: cannot import name 'ParamSpec' from "
            "'typing_extensions' (/usr/lib/python3/dist-packages/typing_extensions.py)",
        ),
        when=within_torch,
        command="env",
    ),
    Entry(
        (
            "No audio I/O backend is available",
            "No audio backend is available",
            "Couldn't find appropriate backend to handle uri {path:text} and format {kind:text}",
            "TorchCodec is required for {name:name}",
            'Failed to open the input "{path:quoted}" (Formatting error or unsupported',
        ),
        "env",
        "torchaudio reads sound through another package, and none is installed that can read this "
        "file.",
        "Install one: python -m pip install soundfile, or torchcodec with FFmpeg since torchaudio "
        "2.9. Start Python anew after that.",
        None,
        recorded=(
            "RuntimeError: Couldn't find appropriate backend to handle uri a.wav and format None.",
            "ImportError: TorchCodec is required for load_with_torchcodec. Please install "
            "torchcodec to use this function.",
        ),
        command="env",
    ),
    Entry(
        (
            "Error {:loading|opening|reading} audio file: {why:text}",
            "Error opening audio file",
            "formats: can't open input file '{path:quoted}'",
            "Error opening '{path:quoted}': {why:text}",
        ),
        "",
        "The library with which torchaudio reads sound cannot read this file: the path is wrong, "
        "the file is empty or damaged, or its kind is unknown to the library.",
        "Look whether the file is there, and how large it is. Make it a wav file, ffmpeg -i a.mp3 "
        'a.wav, or try torchaudio.load(path, backend="ffmpeg") and a newer torchaudio.',
        None,
        recorded=(
            "RuntimeError: Error loading audio file: failed to open file test.opus",
            "RuntimeError: Error reading audio file: unknown length",
            "formats: can't open input file `test.mp3': Invalid argument",
            'File "/lib/torchaudio/load.py", line 3, in load\n    f()\nRuntimeError: Error '
            "opening 'a.wav': File contains data in an unknown format.",
        ),
        when=lambda found: (
            not {"path", "why"} <= found.fields.keys() or "torchaudio" in found.before
        ),
    ),
    Entry(
        "Input type not supported",
        "",
        'torchaudio\'s Spectrogram got something else for normalized than True, False, "window" or '
        '"frame_length", such as None or a number.',
        "Write normalized=True or normalized=False. Where another library makes the Spectrogram, "
        "take a release of torchaudio that fits it: older ones do not check this.",
        None,
        recorded=(
            '  File "torchaudio/functional/functional.py", line 239, in _get_spec_norms\n    raise '
            'TypeError("Input type not supported")\nTypeError: Input type not supported',
        ),
        when=lambda found: "_get_spec_norms" in found.before + found.code,
    ),
    Entry(
        "module 'torchaudio' has no attribute '{name:set_audio_backend|get_audio_backend|"
        "list_audio_backends|info|io|sox_effects|backend|_backend|AudioMetaData}'",
        "env",
        "torchaudio had {name} in older releases, and dropped it: since 2.9 torchcodec reads and "
        "writes sound.",
        "Leave the choice of a backend out: torchaudio.load(path) finds one. Where the program "
        "needs the rest, take a newer release of it, or torch and torchaudio 2.8.",
        None,
        recorded=("AttributeError: module 'torchaudio' has no attribute 'set_audio_backend'",),
        command="env",
    ),
    Entry(
        (
            "module 'torchtext.data' has no attribute "
            "'{name:Field|LabelField|BucketIterator|TabularDataset|Iterator|Example|Dataset}'",
            "cannot import name "
            "'{name:Field|LabelField|BucketIterator|TabularDataset|Iterator|Example|Dataset}' from "
            "'torchtext.data'",
        ),
        "env",
        "torchtext moved {name} and its like to torchtext.legacy in 0.9, and dropped them in 0.12. "
        "It is no longer developed.",
        "For an old program take torchtext below 0.9 with the PyTorch of its time, and for a new "
        "one the datasets package and a DataLoader.",
        None,
        recorded=("AttributeError: module 'torchtext.data' has no attribute 'Field'",),
        command="env",
    ),
    Entry(
        "'{kind:Field|LabelField|TextMultiField|ReversibleField}' object has no attribute 'vocab'",
        "",
        "A {kind} of torchtext has no vocabulary yet: build_vocab makes it, and it was not called, "
        "or the file was written by another release.",
        "Call TEXT.build_vocab(train_data), and the same for the labels, before the iterators are "
        "used.",
        None,
        recorded=("AttributeError: 'Field' object has no attribute 'vocab'",),
    ),
    Entry(
        (
            "module 'torchtext' has no attribute '{name:legacy}'",
            "No module named 'torchtext.{name:legacy}'",
            "No module named 'torchtext.{name:legacy}.",
            "cannot import name '{name:legacy}' from 'torchtext'",
        ),
        "env",
        "torchtext had {name}, with Field and BucketIterator, from 0.9 to 0.11 only, and is no "
        "longer developed.",
        "For an old program take torchtext 0.9 to 0.11 with the PyTorch of its time, 1.8 to 1.10, "
        "and for a new one the datasets package and a DataLoader.",
        None,
        recorded=(
            "AttributeError: module 'torchtext' has no attribute 'legacy'",
            "ModuleNotFoundError: No module named 'torchtext.legacy'",
        ),
        command="env",
    ),
    Entry(
        (
            "No module named 'torchtext.{name:name}'",
            "cannot import name '{name:name}' from 'torchtext.{module:name}'",
            "cannot import name '{name:name}' from 'torchtext'",
        ),
        "env",
        "The installed torchtext does not have this part: it came later, was removed, or half of "
        "an older release is still loaded. It is {name}.",
        "Each torchtext is for one PyTorch: 0.18 for 2.3, 0.15 for 2.0, 0.12 for 1.11, 0.9 for "
        "1.8. Install both in one go, as the program names them, and start Python anew.",
        None,
        recorded=("ImportError: cannot import name 'get_asset_local_path' from 'torchtext.utils'",),
        command="env",
    ),
    Entry(
        "module '{module:torchvision|torchaudio|torchtext}' has no attribute '{name:name}'",
        "env",
        "The installed {module} has no {name}: it is broken, of another release, or a file of your "
        "own is called {module}.py.",
        'python -c "import {module}; print({module}.__file__, {module}.__version__)" shows what is '
        "imported. Give a file of that name another one, write import {module}.{name} for a part "
        "of it, or install torch and {module} anew in one go.",
        None,
        recorded=("AttributeError: module 'torchvision' has no attribute 'transforms'",),
        command="env",
    ),
    Entry(
        (
            "undefined symbol: {name:name}, version lib{library:cublas|cublasLt|cudnn|cusparse|"
            "cusolver|nvJitLink|nccl|cufft}.so",
            "lib{library:cublasLt|cusparse|cusolver|nvJitLink|nvrtc|cudnn}.so.{a:text} symbol "
            "{name:name}",
        ),
        "env",
        "Two releases of CUDA's libraries met: one that PyTorch brings, and one that was found "
        "elsewhere first. It is lib{library}.",
        "Unset LD_LIBRARY_PATH, or take the folders of another CUDA out of it. If that does not "
        "help, install PyTorch anew, and with it the nvidia- packages.",
        None,
        recorded=(
            "OSError: /usr/lib/libcublas.so.11: undefined symbol: cublasLtGetStatusString, version "
            "libcublasLt.so.11",
            "ImportError: libnvJitLink.so.12: symbol __nvJitLinkAddData_12_1 version "
            "libnvJitLink.so.12 not defined in file libnvJitLink.so.12 with link time reference",
        ),
        command="env",
    ),
    Entry(
        "{file:path} not found in the system path [{where:values}",
        "env",
        "PyTorch looked for a library of CUDA that pip installs beside it, and did not find it. It "
        "is {file}.",
        "Install PyTorch anew with what belongs to it: python -m pip install --force-reinstall "
        "torch.",
        None,
        recorded=(
            "ValueError: libcublas.so.*[0-9] not found in the system path ['/usr/lib/python3.10']",
        ),
        when=lambda found: found["file"].startswith(("libcu", "libnv", "libnccl")),
        command="env",
    ),
    Entry(
        "Microsoft Visual C++ Redistributable is not installed",
        "env",
        "PyTorch on Windows needs Microsoft's Visual C++ libraries, and they are missing.",
        "Install vc_redist.x64.exe from https://aka.ms/vs/17/release/vc_redist.x64.exe, and start "
        "the machine anew.",
        None,
        recorded=(
            "Microsoft Visual C++ Redistributable is not installed, this may lead to the DLL load "
            "failure.\nIt can be downloaded at https://aka.ms/vs/16/release/vc_redist.x64.exe",
        ),
        command="env",
    ),
    Entry(
        (
            "{path:path}: cannot allocate memory in static TLS block",
            "{path:path}: cannot load any more object with static TLS",
            "dlopen: cannot load any more object with static TLS",
        ),
        "env",
        "The linker has little room for libraries that want a place of their own in each thread, "
        "and it was used up before this one came.",
        "Import torch before other packages, such as cv2 or sklearn. On ARM set LD_PRELOAD to the "
        "library that the message names.",
        None,
        recorded=(
            'File "/lib/python3.8/site-packages/torch/__init__.py", line 9, in <module>\n    from '
            "torch._C import *\nImportError: /usr/lib/aarch64-linux-gnu/libgomp.so.1: cannot "
            "allocate memory in static TLS block",
        ),
        when=lambda found: "torch" in found.before + found.fields.get("path", "torch"),
        command="env",
    ),
    Entry(
        (
            "{name:name} requires the PyTorch library but it was not found in your environment",
            "None of PyTorch, TensorFlow >= 2.0, or Flax have been found",
            "Disabling PyTorch because PyTorch >= {wanted:path} is required but found {got:path}",
            "None of PyTorch, TensorFlow",
            "PyTorch was not found. Models won't be available",
        ),
        "env",
        "transformers found no PyTorch in the Python that runs it, or one that is too old for it.",
        'python -c "import torch; print(torch.__version__)" shows whether it is there. Write '
        "python -m pip install -U torch with the same python, and in a notebook restart the "
        "kernel. On a Mac with Intel's processor 2.2 is the last PyTorch: take an older "
        "transformers there.",
        None,
        recorded=(
            "ImportError: \nAutoModelForCausalLM requires the PyTorch library but it was not found "
            "in your environment. Checkout the instructions on the installation page",
            "Disabling PyTorch because PyTorch >= 2.1 is required but found 2.0.1",
        ),
        command="env",
    ),
    Entry(
        (
            "Using 'low_cpu_mem_usage=True' or a 'device_map' requires Accelerate",
            "Using a 'device_map', 'tp_plan', {:text} requires 'accelerate'",
            "Using the 'Trainer' with 'PyTorch' requires 'accelerate{version:path}'",
        ),
        "env",
        "transformers hands this over to the package accelerate, which is missing or too old.",
        "Write python -m pip install -U accelerate, and restart the kernel of a notebook.",
        None,
        recorded=(
            "ImportError: Using `low_cpu_mem_usage=True` or a `device_map` requires Accelerate: "
            "`pip install accelerate`",
            "ImportError: Using the `Trainer` with `PyTorch` requires `accelerate>=0.20.1`: Please "
            "run `pip install transformers[torch]` or `pip install accelerate -U`",
        ),
    ),
    Entry(
        "Due to a serious vulnerability issue in 'torch.load'",
        "env",
        "transformers no longer reads files of torch.save with a PyTorch older than 2.6.",
        "Write python -m pip install -U torch. Or load a model that is stored as .safetensors: "
        "use_safetensors=True.",
        None,
        recorded=(
            "ValueError: Due to a serious vulnerability issue in `torch.load`, even with "
            "`weights_only=True`, we now require users to upgrade torch to at least v2.6",
        ),
        command="env",
    ),
    Entry(
        "[WinError 5] {why:text}torch\\{file:text}",
        "env",
        "Windows does not let pip replace PyTorch's files: a program that runs uses them.",
        "Close every Python, notebooks and editors too, and install again. Folders such as ~orch "
        "in site-packages are left over and can be removed.",
        None,
        recorded=(
            "ERROR: Could not install packages due to an OSError: [WinError 5] Access is denied: "
            "'C:\\Python39\\Lib\\site-packages\\torch\\lib\\asmjit.dll'",
        ),
        when=lambda found: found["file"] != "",
        command="env",
    ),
    Entry(
        (
            "THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE{:long}{name:torch}",
            "{name:torch} has an invalid wheel",
        ),
        "env",
        "The file that pip loaded is not whole: PyTorch is large, and the connection broke.",
        "Write python -m pip install --no-cache-dir torch, once more where that fails too.",
        None,
        recorded=(
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have "
            "updated the package versions, please update the hashes.\n    torch from "
            "https://download.pytorch.org/whl/torch-2.0.0.whl:\n        Expected sha256 ab12",
        ),
        command="env",
    ),
    Entry(
        (
            "Dependency missing in current {system:path} channels:{:text}{name:pytorch-cuda|"
            "pytorch|torchvision|torchaudio} {:text}-> {needed:text}",
            "Dependencies missing in current {system:path} channels:{:text}{name:pytorch-cuda|"
            "pytorch|torchvision|torchaudio} {:text}-> {needed:text}",
        ),
        "env",
        "conda found {name} and not what it needs, in the channels that it was told to look in. "
        "Missing is {needed}.",
        "Write conda update conda, and let it look in its own channels too: conda install pytorch "
        "-c pytorch -c defaults, or -c conda-forge. Or install by pip in the same environment: "
        "python -m pip install torch.",
        None,
        recorded=(
            "PackageNotFoundError: Dependency missing in current osx-64 channels:\n  - pytorch -> "
            "mkl >=2018",
        ),
        command="env",
    ),
    Entry(
        (
            "The following packages are not available from current channels:{:  - | - |  | }"
            "{name:pytorch-cuda|pytorch|torchvision|torchaudio|torch}",
            "The following specifications were found to be incompatible with each other:{:long}"
            "{name:pytorch|torchvision|torchaudio|cudatoolkit}",
            "nothing provides {:text} needed by {name:pytorch-cuda|pytorch|torchvision|torchaudio}",
        ),
        "env",
        "conda does not find a {name} that goes with the rest of this environment. Since 2.6 "
        "PyTorch is no longer published for conda by its makers.",
        "Make a fresh environment, conda create -n torch python=3.12, and write python -m pip "
        "install torch torchvision in it. conda-forge has PyTorch under the name pytorch.",
        None,
        recorded=(
            "PackagesNotFoundError: The following packages are not available from current "
            "channels:\n\n  - pytorch-cuda=12.1",
            "UnsatisfiableError: The following specifications were found to be incompatible with "
            "each other:\n\nPackage pytorch conflicts for:\ntorchvision -> pytorch",
        ),
        when=lambda found: found["name"] != "",
        command="env",
    ),
    Entry(
        "The current installed version of {compiler:path} ({version:path}) is {how:less|greater} "
        "than the {:minimum|maximum} required version by CUDA {cuda:text}",
        "env",
        "An add-on is being built, and nvcc of this CUDA does not take this compiler. It is "
        "version {version}.",
        "Install a g++ in the range that the message names, and set CC and CXX to it: CXX=g++-11, "
        "for instance.",
        None,
        recorded=(
            "RuntimeError: The current installed version of g++ (13.2.0) is greater than the "
            "maximum required version by CUDA 12.1. Please make sure to use an adequate version of "
            "g++ (>=6.0.0, <13.0).",
        ),
        command="env",
    ),
    Entry(
        (
            "unsupported Microsoft Visual Studio version! Only the versions between {versions:text}"
            " are supported",
            "Error checking compiler version for cl:",
            "Command '['where', 'cl']' returned non-zero exit status",
        ),
        "env",
        "An add-on in C++ or CUDA is being built, and Windows has no compiler of Microsoft that "
        "is found, or one that this CUDA does not take.",
        "Install the Build Tools of Visual Studio with C++, of a year that the CUDA knows, and "
        "start from their x64 Native Tools Command Prompt. A ready-made package spares it.",
        None,
        recorded=(
            "UserWarning: Error checking compiler version for cl: [WinError 2] The system cannot "
            "find the file specified",
            "fatal error C1189: #error: -- unsupported Microsoft Visual Studio version! Only the "
            "versions between 2017 and 2022 (inclusive) are supported!",
        ),
        command="env",
    ),
    Entry(
        "fatal error: {file:cusolverDn.h|cuda_runtime.h|cuda_runtime_api.h|cublas_v2.h|cusparse.h|"
        "cuda.h|nvToolsExt.h|thrust/complex.h|cuda_fp16.h}: No such file or directory",
        "env",
        "An add-on for CUDA is being built, and the headers of the CUDA toolkit are not found. "
        "{file} is one of them: PyTorch does not bring them.",
        "Install the whole CUDA toolkit of the version that torch.version.cuda names, and set "
        "CUDA_HOME to it; in Docker take an image with devel in its name.",
        None,
        recorded=("fatal error: cusolverDn.h: No such file or directory",),
        command="env",
    ),
    Entry(
        "list index out of range",
        "env",
        "An add-on for CUDA is being built on a machine where no GPU is seen, as in a container "
        "that is being made, so PyTorch does not know for which GPU.",
        'Set TORCH_CUDA_ARCH_LIST before it, "8.0;8.6" for instance, with the numbers that '
        "torch.cuda.get_device_capability() gives on the machine with the GPU.",
        None,
        recorded=(
            'File "/site-packages/torch/utils/cpp_extension.py", line 1780, in _get_cuda_arch_flags'
            "\n    arch_list[-1] += '+PTX'\nIndexError: list index out of range",
        ),
        when=lambda found: "arch_list[-1]" in found.code,
        command="env",
    ),
    Entry(
        "Unknown CUDA arch ({sm:text}) or GPU not supported",
        "env",
        "An add-on is being built for a GPU that this PyTorch does not know. It is {sm}.",
        "Install a newer PyTorch, or set TORCH_CUDA_ARCH_LIST to the newest that it knows, with "
        '+PTX behind it: "8.6+PTX".',
        None,
        recorded=("ValueError: Unknown CUDA arch (8.9) or GPU not supported",),
        command="env",
    ),
    Entry(
        "{path:text}torch_extensions{rest:text}: cannot open shared object file: No such file or "
        "directory",
        "env",
        "An add-on is built when it is first imported, and the build failed, or another process "
        "was in the middle of it.",
        "Remove the folder ~/.cache/torch_extensions, and start again: the errors above the "
        "message tell what the compiler wanted.",
        None,
        recorded=(
            "ImportError: /root/.cache/torch_extensions/py38_cu113/fused/fused.so: cannot open "
            "shared object file: No such file or directory",
        ),
        command="env",
    ),
    Entry(
        (
            "apex.optimizers.{name:name} requires cuda extensions",
            "cannot import name '{name:amp}' from 'apex'",
        ),
        "env",
        "NVIDIA's apex is not what pip install apex gives, which is another package, or it was "
        "built without its part for CUDA.",
        'Leave it out: torch.autocast("cuda") and torch.amp.GradScaler do what apex.amp did. Else '
        "uninstall the other, and build it from github.com/NVIDIA/apex.",
        None,
        recorded=("RuntimeError: apex.optimizers.FusedAdam requires cuda extensions",),
        command="env",
    ),
    Entry(
        (
            "THC/THC.h: No such file or directory",
            "'AT_CHECK' was not declared in this scope",
            'identifier "AT_CHECK" is undefined',
            "THC/THCAtomics.cuh: No such file or directory",
            "Cannot open include file: 'THC/THC.h'",
        ),
        "env",
        "An extension was written for an older PyTorch: the headers THC are gone since 1.11, and "
        "AT_CHECK since 1.5.",
        "Take a later release of the extension, or the PyTorch that it names. In its source "
        "TORCH_CHECK stands for AT_CHECK, and ATen/cuda/CUDAContext.h for THC/THC.h.",
        None,
        recorded=("fatal error: THC/THC.h: No such file or directory",),
        command="env",
    ),
    Entry(
        "unsupported GNU version! gcc versions later than {version:int} are not supported",
        "env",
        "The compiler is newer than CUDA's nvcc takes. It takes gcc up to {version}.",
        "Install g++-{version} and set CC=gcc-{version} CXX=g++-{version}, or a newer CUDA "
        "toolkit with the PyTorch for it.",
        None,
        recorded=(
            "error: #error -- unsupported GNU version! gcc versions later than 11 are not "
            "supported!",
        ),
        command="env",
    ),
    Entry(
        "partially initialized module '{name:torchvision|torchaudio}' has no attribute "
        "'{part:name}'",
        "env",
        "{name} could not load its own part in C++: it is built for another PyTorch than the one "
        "that is installed.",
        "Install both of one release in one go: python -m pip install -U torch {name}.",
        None,
        recorded=(
            "AttributeError: partially initialized module 'torchvision' has no attribute "
            "'extension' (most likely due to a circular import)",
        ),
        command="env",
    ),
    Entry(
        "libcublas.so.{a:text} symbol {name:name}",
        "env",
        "Two releases of CUDA's libraries met: one of PyTorch's own, and one that was found "
        "elsewhere first.",
        "Unset LD_LIBRARY_PATH, or uninstall the other: python -m pip uninstall "
        "nvidia-cublas-cu11 helps where PyTorch brings its own.",
        None,
        recorded=(
            "ImportError: libcublas.so.11: symbol cublasLtHSHMatmulAlgoInit version "
            "libcublasLt.so.11 not defined in file libcublasLt.so.11 with link time reference",
        ),
        command="env",
    ),
    Entry(
        "{name:torchvision|torchaudio|torchtext|torchdata|torchmetrics|fastai|pytorch-lightning|"
        "lightning|xformers|vllm|timm|accelerate|bitsandbytes|sentence-transformers|ultralytics|"
        "torch-geometric|d2l} {version:path} requires {wanted:torch|torchvision|torchaudio|numpy}"
        "{which:path}, but {:you have|you'll have} {got:text} which is incompatible",
        "env",
        "Two packages that belong together are of different releases: {name} {version} is made for "
        "{wanted}{which}, and {got} is installed.",
        "Install both in one go, so that pip chooses releases that fit: python -m pip install -U "
        "torch torchvision torchaudio, or with {name} in place of what you do not use, and the "
        "same address behind --index-url for a build with CUDA. If you do not use {name} it does "
        "no harm.",
        None,
        recorded=(
            "ERROR: pip's dependency resolver does not currently take into account all the "
            "packages that are installed. This behaviour is the source of the following dependency "
            "conflicts.\ntorchvision 0.15.1 requires torch==2.0.0, but you have torch 2.0.1 which "
            "is incompatible.",
            "ERROR: torchvision 0.8.1 requires torch==1.7.0, but you'll have torch 1.7.1 which is "
            "incompatible.",
        ),
        when=lambda found: (
            found["wanted"] != "numpy"
            or found["name"].startswith(("torch", "pytorch", "fastai", "lightning", "d2l"))
        ),
        command="env",
    ),
    Entry(
        "externally-managed-environment",
        "env",
        "This Python belongs to the operating system, which does not let pip install into it.",
        "Make an environment of your own: python3 -m venv ~/env, then ~/env/bin/python -m pip "
        "install torch, and run your programs with ~/env/bin/python.",
        None,
        recorded=(
            "$ pip install torch\nerror: externally-managed-environment\n\n× This environment is "
            "externally managed",
        ),
        command="env",
    ),
    Entry(
        "[Errno 28] No space left on device",
        "env",
        "The disk is full, or the one with the temporary files is: a PyTorch for CUDA takes "
        "several gigabytes while it is installed.",
        "Make room, or name a folder on a larger disk: TMPDIR=/large python -m pip install "
        "--no-cache-dir torch. The build for the CPU is far smaller: add --index-url "
        "https://download.pytorch.org/whl/cpu.",
        None,
        recorded=(
            "Installing collected packages: torch\nERROR: Could not install packages due to an "
            "OSError: [Errno 28] No space left on device",
        ),
        when=lambda found: "Could not install packages" in found.before[-200:],
        command="env",
    ),
    Entry(
        "",
        "env",
        "The memory is too small for pip to keep the file of PyTorch in it.",
        "Write python -m pip install --no-cache-dir torch. The build for the CPU is far smaller: "
        "add --index-url https://download.pytorch.org/whl/cpu.",
        None,
        recorded=(
            "Collecting torch\n  Downloading torch-1.0.0-cp36-cp36m-linux_x86_64.whl (591.8MB)\n"
            'Traceback (most recent call last):\n  File "/lib/pip/_vendor/msgpack/fallback.py", '
            "line "
            "9, in pack\n    return self._buffer.write(b)\nMemoryError",
        ),
        when=lambda found: (
            found.type == "MemoryError"
            and re.search(r"[/\\]pip[/\\]", found.before) is not None
            and "torch" in found.before
        ),
        command="env",
    ),
    Entry(
        "Package '{name:torch|torchvision|torchaudio}' requires a different Python: {version:path} "
        "not in '{wanted:few}'",
        "env",
        "This release of {name} is for other releases of Python: {wanted}. This one is {version}.",
        "Take a Python of a release that it names, in an environment of its own, or let pip choose "
        "a release of PyTorch for this one: python -m pip install torch.",
        None,
        recorded=("ERROR: Package 'torch' requires a different Python: 3.6.9 not in '>=3.7'",),
        command="env",
    ),
    Entry(
        "host='{host:download.pytorch.org|download-r2.pytorch.org}'",
        "env",
        "The connection to {host}, from which PyTorch and its models are loaded, was not made or "
        "broke off.",
        "Try once more, with a longer patience where pip loads: python -m pip install --timeout "
        "1000 torch. Behind a proxy set HTTPS_PROXY; where the address is out of reach take PyPI's "
        "torch, or a mirror of it with -i.",
        None,
        recorded=(
            "pip._vendor.urllib3.exceptions.ReadTimeoutError: HTTPSConnectionPool("
            "host='download.pytorch.org', port=443): Read timed out.",
        ),
        command="env",
    ),
    Entry(
        ("MKL_THREADING_LAYER=INTEL is incompatible with {name:text} library",),
        "env",
        "NumPy and PyTorch bring two libraries for threads, and one was loaded before the other.",
        "Set MKL_SERVICE_FORCE_INTEL=1 or MKL_THREADING_LAYER=GNU, or import numpy before torch.",
        None,
        recorded=(
            "Error: mkl-service + Intel(R) MKL: MKL_THREADING_LAYER=INTEL is incompatible with "
            "libgomp-7c85b1e2.so.1 library.",
        ),
        when=lambda found: "gomp" in found["name"],
        command="env",
    ),
    Entry(
        "module 'distutils' has no attribute 'version'",
        "env",
        "torch.utils.tensorboard of this PyTorch needs a part of setuptools that newer ones no "
        "longer have.",
        'Install a newer PyTorch, or python -m pip install "setuptools==59.5.0".',
        None,
        recorded=(
            'File "/site-packages/torch/utils/tensorboard/__init__.py", line 4, in <module>\n    '
            "LooseVersion = distutils.version.LooseVersion\nAttributeError: module 'distutils' "
            "has no attribute 'version'",
        ),
        when=lambda found: "tensorboard" in found.before,
        command="env",
    ),
    Entry(
        (
            "No such operator torchvision::nms",
            "Couldn't find any operator torchvision::nms",
            "Could not find schema for torchvision::nms",
        ),
        "env",
        "torchvision's own operations were not loaded: it is built for another PyTorch, or was not "
        "imported.",
        "Install both of one release in one go: python -m pip install -U torch torchvision.",
        None,
        recorded=("RuntimeError: No such operator torchvision::nms",),
        command="env",
    ),
    Entry(
        "Windows Long Path support",
        "env",
        "Windows allows file names of 260 signs, and some of PyTorch's are longer where it is to "
        "be installed.",
        "Allow long paths (LongPathsEnabled = 1 in the registry), or install into a shorter "
        "folder, a virtual environment in C:\\env for instance.",
        None,
        recorded=(
            "ERROR: Could not install packages due to an OSError: [Errno 2] No such file or "
            "directory: 'C:\\\\Users\\\\a\\\\site-packages\\\\torch\\\\include\\\\ATen\\\\x.h'\n"
            "HINT: This error might have occurred since this system does not have Windows Long "
            "Path support enabled.",
        ),
        command="env",
    ),
    Entry(
        (
            "No module named '{:pytorch|PyTorch|Pytorch|Torch|pyTorch}'",
            "No module named {:pytorch|PyTorch|Torch}",
        ),
        "env",
        "The package is called torch, in a program and for pip.",
        "Write import torch. If it is not installed: python -m pip install torch.",
        None,
        recorded=("ModuleNotFoundError: No module named 'pytorch'",),
        command="env",
    ),
    Entry(
        "No module named '{name:tensorboard}'",
        "env",
        "torch.utils.tensorboard writes for TensorBoard, which is a package of its own, and it is "
        "not installed here.",
        "Write python -m pip install tensorboard, with the same python that runs your program.",
        None,
        recorded=(
            'File "/site-packages/torch/utils/tensorboard/__init__.py", line 1, in <module>\n    '
            "import tensorboard\nModuleNotFoundError: No module named 'tensorboard'",
        ),
        when=lambda found: "torch" in found.before + found.code,
        command="env",
    ),
    Entry(
        (f"No module named '{{name:{PACKAGES}}}'", f"No module named {{bare:{PACKAGES}}}"),
        "env",
        "The Python that ran this does not have {package}. It may be installed for another Python, "
        "or "
        "in another environment.",
        "Write python -m pip install {package}, with the same python that runs your program; in a "
        "notebook %pip install {package}, and restart the kernel.",
        None,
        recorded=(
            "ModuleNotFoundError: No module named 'torch'",
            "ModuleNotFoundError: No module named ‘torch’",
            "ImportError: No module named 'torchvision'",
        ),
        # Python 3 sets the name in quotes, unless somebody typed it by heart.
        when=lambda found: "name" in found.fields or found.type == "ModuleNotFoundError",
        more=lambda found: {"package": found.fields.get("name", found.fields.get("bare", ""))},
    ),
    Entry(
        (
            "{:No module named 'tools.nnwrap'|torch-0.1.2.post}",
            "PyTorch does not currently provide packages for PyPI",
            "You should install pytorch from http://pytorch.org",
            "Command {errored:errored} out with exit status",
            "Running setup.py {:install|bdist_wheel|clean} for torch ... error",
            "Failed building wheel for {wheel:torch}",
        ),
        "env",
        "pip found no PyTorch for this Python and this system, and took an old source that does "
        "not build: Python is too new or too old for PyTorch, or has 32 bits.",
        "Look at python --version, and take a 64-bit Python of a release that pytorch.org names. "
        "Write python -m pip install -U pip in it, then python -m pip install torch.",
        None,
        recorded=(
            "ModuleNotFoundError: No module named 'tools.nnwrap'",
            "RuntimeError: PyTorch does not currently provide packages for PyPI (see status at "
            "https://github.com/pytorch/pytorch/issues/566).",
            "Collecting torch\n  Using cached torch-0.1.2.post2.tar.gz\n  Building wheel for torch "
            "(setup.py) ... error\n  ERROR: Command errored out with exit status 1:",
        ),
        when=lambda found: (
            found.fields.keys().isdisjoint({"errored", "wheel"}) or "torch-0.1.2" in found.before
        ),
        command="env",
    ),
    Entry(
        "No module named {name:torch|torchvision}",
        "env",
        "The Python that ran this does not have {name}. This is how Python 2 says it, for which "
        "there is no PyTorch any more.",
        "Write python3 -m pip install {name}, and run the program with python3.",
        None,
        recorded=("ImportError: No module named torch",),
    ),
    Entry(
        (
            "No module named 'torch.{name:name}'; 'torch' is not a package",
            "partially initialized module 'torch' has no attribute '{name:name}'",
            "cannot import name '{name:name}' from partially initialized module 'torch'",
        ),
        "env",
        "Python took another torch: a file of your own is called torch.py, or stands in the way of "
        "one that torch imports. It looked for {name}.",
        'Give your file another name, and remove __pycache__ beside it. python -c "import torch; '
        'print(torch.__file__)" shows what is imported.',
        None,
        recorded=(
            "ModuleNotFoundError: No module named 'torch.nn'; 'torch' is not a package",
            "AttributeError: partially initialized module 'torch' has no attribute 'tensor' (most "
            "likely due to a circular import)",
        ),
    ),
    Entry(
        (
            "No module named '{:torchvision|torchaudio|torchtext|torchmetrics|numpy|matplotlib|"
            "d2l}."
            "{name:name}'; '{package:name}' is not a package",
            "partially initialized module '{package:numpy|matplotlib|d2l|torchmetrics}' has no "
            "attribute '{name:name}'",
            "cannot import name '{name:name}' from partially initialized module "
            "'{package:numpy|matplotlib|d2l|torchvision|torchaudio|torchmetrics}'",
        ),
        "env",
        "Python took another {package}: a file of your own is called {package}.py, as a rule the "
        "one that runs or one beside it. It looked for {name}.",
        "Give your file another name, and remove __pycache__ beside it. python -c "
        '"import {package}; print({package}.__file__)" shows what is imported.',
        None,
        recorded=(
            "ModuleNotFoundError: No module named 'd2l.torch'; 'd2l' is not a package",
            "AttributeError: partially initialized module 'numpy' has no attribute 'array' (most "
            "likely due to a circular import)",
        ),
        command="env",
    ),
    Entry(
        "cannot import name '{name:name}' from '{package:torch|torchvision|torchaudio|d2l}' "
        "({path:text}{own:torch.py|torchvision.py|torchaudio.py|d2l.py})",
        "env",
        "Python took a file of your own for the package {package}, since it is called {own}. It "
        "looked for {name}.",
        "Give your file another name, and remove __pycache__ beside it.",
        None,
        recorded=("ImportError: cannot import name 'nn' from 'torch' (/home/a/torch.py)",),
        when=lambda found: found["own"] == found["package"] + ".py",
        command="env",
    ),
    Entry(
        "No module named {name:name}",
        "env",
        "Python took a file of your own for a package of PyTorch: it is called as the package is, "
        "and has no part {name}.",
        "Give your file another name, and remove the file of the old name that ends in .pyc, and "
        "__pycache__, beside it.",
        None,
        recorded=(
            'File "/a/torchvision.py", line 4, in <module>\n    import torchvision.transforms as '
            "transforms\nImportError: No module named transforms",
        ),
        when=lambda found: (
            re.search(r"[/\\\"](?:torch|torchvision|torchaudio)\.py\"", found.before) is not None
            and re.search(rf"\btorch\w*\.{found['name']}\b", found.code) is not None
        ),
        command="env",
    ),
    Entry(
        "consider renaming '{path:quoted}' since it has the same name as the standard library "
        "module named '{name:quoted}'",
        "env",
        "A file of your own is called as a part of Python, {name}, and PyTorch, or another "
        "package, imported it in its place.",
        "Give the file another name, and remove __pycache__ beside it. It is {path}.",
        None,
        recorded=(
            "AttributeError: module 'random' has no attribute 'Random' (consider renaming "
            "'/home/a/random.py' since it has the same name as the standard library module named "
            "'random' and prevents importing that standard library module)",
        ),
        when=lambda found: "torch" in found.before + found.code or not found.code,
        command="env",
    ),
    Entry(
        (
            "No module named 'torch._C'",
            "No module named 'torch.version'",
            "Failed to load PyTorch C extensions",
            "cannot import name '_C' from 'torch'",
        ),
        "env",
        "Python found PyTorch's source text, and not what is built of it: the program runs in a "
        "folder called torch, or the installation is not whole.",
        "Start Python in another folder. Else install anew: python -m pip install "
        "--force-reinstall torch.",
        None,
        recorded=("ModuleNotFoundError: No module named 'torch._C'",),
    ),
    Entry(
        (
            "No module named 'torch.{name:utils.serialization}{:'|.}",
            "cannot import name '{name:load_lua}' from 'torch.utils.serialization'",
            "No module named 'torch.{name:legacy}{:'|.}",
            "No module named torch.{name:utils.serialization|legacy}",
        ),
        "env",
        "What read files of Lua Torch (.t7), load_lua, and its layers, torch.legacy, were removed "
        "with PyTorch 1.0. Missing is {name}.",
        "Read the file with the package torchfile: torchfile.load(path) gives its numbers as "
        "arrays. Or convert it once with PyTorch 0.4.1: load_lua(path), and torch.save. Often the "
        "project offers its weights for PyTorch too.",
        None,
        recorded=(
            '  File "a.py", line 12, in <module>\n    from torch.utils.serialization import '
            "load_lua\nModuleNotFoundError: No module named 'torch.utils.serialization'",
        ),
        command="env",
    ),
    Entry(
        (
            "No module named 'torch.{name:name}'",
            "cannot import name '{name:name}' from 'torch.{module:name}'",
            "cannot import name '{name:name}' from 'torch'",
        ),
        "env",
        "The {library} that is installed was made for another release of torch: it asks for "
        "{name}, which this one does not have.",
        "Bring the two together: python -m pip install -U torch torchvision torchaudio. Where an "
        "older torch has to stay, take the {library} of the same time: torchvision 0.15 belongs to "
        "torch 2.0, 0.16 to 2.1.",
        None,
        recorded=(
            '  File "/lib/python3.10/dist-packages/torchvision/_meta_registrations.py", line 4, in '
            "<module>\n    import torch._custom_ops\nModuleNotFoundError: No module named "
            "'torch._custom_ops'",
        ),
        when=lambda found: _asking(found) != "",
        more=lambda found: {"library": _asking(found)},
        command="env",
    ),
    Entry(
        (
            "No module named 'torch.utils.tensorboard'",
            "No module named 'torch._six'",
            "No module named 'torchvision.models.utils'",
            "No module named 'torch.{name:name}'",
            "cannot import name '{name:name}' from 'torch.{module:name}'",
            "cannot import name '{name:name}' from 'torch'",
            "cannot import name '{name:name}' from 'torchvision.{module:name}'",
            "No module named 'torchvision.{name:name}'",
            "No module named 'torchaudio.{name:name}'",
            "No module named '{:pytorch_lightning|lightning|torchmetrics}.{name:name}'",
            "cannot import name '{name:name}' from '{:pytorch_lightning|torchmetrics}{:name}'",
            "cannot import name '{name:name}' from '{:pytorch_lightning|torchmetrics}'",
            "cannot import name '{name:name}' from 'torchaudio.{module:name}'",
            "cannot import name '{name:name}' from '{:torchvision|torchaudio}'",
        ),
        "env",
        "The installed release does not have this part: it came later or was removed, as the "
        "program was written for another release, or the name is misspelt. It is {name}.",
        "Capital letters count: DataLoader, Variable, ReLU. Else look at torch.__version__, and at "
        "the release that the program or library names. Bring the library up to date, or PyTorch: "
        "python -m pip install -U torch torchvision. Of torch._six only old programs know: a newer "
        "release of the library does without.",
        None,
        recorded=(
            "ModuleNotFoundError: No module named 'torch._six'",
            "ImportError: cannot import name 'DiskCache' from 'torch.utils'",
            "ModuleNotFoundError: No module named 'torchvision.transforms.functional_tensor'",
        ),
    ),
    Entry(
        (
            "module compiled against {:ABI version|API version} {a:name} but this version of numpy "
            "is {b:name}",
            "Failed to initialize NumPy: module compiled against {:text}",
            "Numpy is not available",
            "PyTorch was compiled {how:without} NumPy support",
            "type object 'torch._C.{kind:name}' has no attribute 'numpy'",
        ),
        "env",
        "PyTorch cannot use the NumPy that is here: it is older than the one that PyTorch was "
        "built for, or was not there then.",
        "Install a newer NumPy, python -m pip install -U numpy; for a torch older than 2.3 below "
        'NumPy 2: python -m pip install -U "numpy<2". If PyTorch was built here, build it anew '
        "with NumPy installed.",
        None,
        recorded=(
            "a.py:3: UserWarning: Failed to initialize NumPy: module compiled against API version "
            "0x10 but this version of numpy is 0xd\nRuntimeError: Numpy is not available",
            "RuntimeError: PyTorch was compiled without NumPy support",
        ),
        when=lambda found: (
            "b" in found.fields
            or "compiled against" in found.before
            or found.fields.keys() & {"kind", "how"} != set()
        ),
    ),
    Entry(
        (
            "Failed to initialize NumPy: No module named '{got:numpy}'",
            "Numpy is not available",
        ),
        "env",
        "NumPy is not installed in the Python that ran this. PyTorch works without it, except for "
        "what goes to NumPy or comes from it.",
        "Write python -m pip install numpy, with the same python that runs your program; for a "
        'torch older than 2.3 python -m pip install "numpy<2".',
        None,
        recorded=(
            "UserWarning: Failed to initialize NumPy: No module named 'numpy' (Triggered "
            "internally at ../torch/csrc/utils/tensor_numpy.cpp:84.)",
        ),
        when=lambda found: "got" in found.fields or "No module named 'numpy" in found.before,
        command="env",
    ),
    Entry(
        (
            "A module that was compiled using NumPy 1.x cannot be run in NumPy {version:name}",
            "Failed to initialize NumPy: {why:text}",
            "Failed to initialize NumPy",
            "Numpy is not available",
            "{failed:numpy.core.multiarray failed to import}",
            "_ARRAY_API not found",
        ),
        "env",
        NUMPY,
        NUMPY_OUT,
        None,
        recorded=(
            "A module that was compiled using NumPy 1.x cannot be run in\nNumPy 2.0.0 as it may "
            "crash. To support both 1.x and 2.x\nversions of NumPy, modules must be compiled with "
            "NumPy 2.0.",
            "UserWarning: Failed to initialize NumPy: _ARRAY_API not found (Triggered internally "
            "at ../torch/csrc/utils/tensor_numpy.cpp:84.)",
            "RuntimeError: Numpy is not available",
            "A module that was compiled using NumPy 1.x cannot be run in\nNumPy 2.1.0 as it may "
            "crash.\n\nImportError: numpy.core.multiarray failed to import",
        ),
        when=lambda found: (
            "failed" not in found.fields
            or re.search(r"_ARRAY_API|using NumPy 1\.x", found.before) is not None
        ),
        more=_version,
    ),
    Entry(
        "numpy.core.multiarray failed to import",
        "env",
        "PyTorch, or another compiled package, could not load NumPy: it is not installed, or it is "
        "older than the one that the package was built for. NumPy 2 does not run on this Python.",
        "Write python -m pip install -U numpy, with the same python that runs your program. If it "
        "stays, uninstall NumPy until pip finds none, and install it again.",
        None,
        recorded=(
            'File "/a/env/lib/python3.6/site-packages/torch/__init__.py", line 81, in <module>\n'
            "    from torch._C import *\nImportError: numpy.core.multiarray failed to import",
        ),
        when=lambda found: (
            re.search(r"python3\.[5-8]\b|[Pp]ython3[5-8]\b", found.before) is not None
        ),
        command="env",
    ),
    Entry(
        "numpy.core.multiarray failed to import",
        "env",
        "PyTorch, or another compiled package, could not load NumPy: it is not installed, older "
        "than the one that the package was built for, or NumPy 2 where 1 is wanted.",
        'python -c "import numpy; print(numpy.__version__)" shows which it is. Without NumPy, or '
        "with an old one, write python -m pip install -U numpy. With NumPy 2 and a torch older "
        'than 2.3 write python -m pip install "numpy<2". If the traceback names another package, '
        "such as cv2, renew that one.",
        None,
        recorded=("ImportError: numpy.core.multiarray failed to import",),
        command="env",
    ),
    Entry(
        (
            "type object 'numpy.ndarray' has no attribute '__array_function__'",
            "Importing the {:numpy|multiarray numpy|numpy multiarray} {:C-extensions|c-extensions|"
            "extension module|c-extension module} failed",
            "Importing the multiarray numpy extension module failed",
            "No module named 'numpy.core._multiarray_umath'",
            "cannot import name '{name:_distributor_init|multiarray|_multiarray_umath}' from "
            "'numpy{part:text}'",
            "cannot import name '{name:_distributor_init|multiarray|_multiarray_umath}' from "
            "partially initialized module 'numpy{part:text}'",
            "No module named 'numpy.core._methods'",
            "numpy.core.umath failed to import",
        ),
        "env",
        "NumPy itself is broken here: as a rule the files of two releases are mixed, since one was "
        "installed over another, or it was built for another Python.",
        "Write python -m pip uninstall numpy, again and again until pip finds none, look for a "
        "folder numpy that is left in site-packages, or in ~/.local/lib, and remove it. Then write "
        "python -m pip install numpy. Import numpy alone first: it has to work before torch.",
        None,
        recorded=(
            'File "/a/.local/lib/python3.6/site-packages/numpy/core/_methods.py", line 158, in '
            "<module>\n    _NDARRAY_ARRAY_FUNCTION = mu.ndarray.__array_function__\n"
            "AttributeError: type object 'numpy.ndarray' has no attribute '__array_function__'",
            "ImportError: \n\nIMPORTANT: PLEASE READ THIS FOR ADVICE ON HOW TO SOLVE THIS "
            "ISSUE!\n\nImporting the numpy C-extensions failed. This error can happen for many "
            "reasons, often due to issues with your setup or how NumPy was installed.",
        ),
        when=lambda found: "serialization.py" not in found.before,
        command="env",
    ),
    Entry(
        "numpy.dtype size changed, may indicate binary incompatibility. Expected {a:int} from C "
        "header, got {b:int} from PyObject",
        "env",
        "A compiled package was built for a newer NumPy than the one that is installed: for NumPy "
        "2, where 1 is here.",
        "Install a newer NumPy: python -m pip install -U numpy. Or an older release of the package "
        "that the traceback names.",
        None,
        recorded=(
            "ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected "
            "96 from C header, got 88 from PyObject",
        ),
        when=_other_generation,
    ),
    Entry(
        "numpy.dtype size changed, may indicate binary incompatibility. Expected {a:int} from C "
        "header, got {b:int} from PyObject",
        "env",
        NUMPY,
        NUMPY_OUT,
        None,
        recorded=(
            "ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected "
            "88 from C header, got 96 from PyObject",
        ),
    ),
    Entry(
        (
            "Could not find module '{path:text}torch{name:audio|vision}{rest:text}' (or one of its "
            "dependencies)",
            "Could not load this library: {path:text}torch{name:audio|vision}{rest:text}",
            "{:path} requires module: torch{name:audio}._torchaudio",
            "torch{name:audio} C++ extension is not available",
        ),
        "env",
        "The part of torch{name} that is written in C++ cannot be loaded: as a rule it was built "
        "for another release of PyTorch, or for another CUDA.",
        "Install both anew in one go, so that they fit: python -m pip install --force-reinstall "
        "torch torch{name}, with the index of pytorch.org for a CUDA.",
        None,
        recorded=(
            "FileNotFoundError: Could not find module 'D:\\Lib\\site-packages\\torchaudio\\lib\\"
            "libtorchaudio.pyd' (or one of its dependencies). Try using the full path with "
            "constructor syntax.",
            "OSError: Could not load this library: "
            "/home/a/lib/python3.12/site-packages/torchaudio/lib/libtorchaudio.so",
        ),
        when=lambda found: "Failed to load image" not in found.before,
    ),
    Entry(
        (
            '[WinError 1455]{:text}Error loading "{path:text}\\{file:name}.dll"',
            "[WinError 1455]",
            LOADED + PAGING + "{:text}",
            FROM_C + PAGING + "{:text}",
        ),
        "env",
        "Windows has too little room for PyTorch's libraries: each process, and each worker of a "
        "DataLoader, loads them once more.",
        "Make the paging file larger (System, Advanced, Virtual memory), close other programs, or "
        "take fewer workers: num_workers=0.",
        None,
        recorded=(
            "OSError: [WinError 1455] The paging file is too small for this operation to "
            'complete. Error loading "C:\\lib\\site-packages\\torch\\lib\\cudnn64_8.dll" or one '
            "of its dependencies.",
            'File "D:\\Anaconda\\lib\\site-packages\\torch\\__init__.py", line 80, in <module>\n   '
            " "
            "from torch._C import *\nImportError: DLL load failed: 页面文件太小，无法完成操作。",
        ),
        when=_of_torch,
        command="env",
    ),
    Entry(
        (
            '[WinError {:127|182}]{:text}Error loading "{path:text}\\{file:name}.dll"',
            "[WinError {:127|182}]",
            LOADED + PROCEDURE + "{:text}",
            FROM_C + PROCEDURE + "{:text}",
        ),
        "env",
        "Windows found a library of that name, and a function in it is missing: it is of another "
        "release than PyTorch wants. As a rule Microsoft's Visual C++ libraries are too old, or "
        "another program's copy is found first, such as that of the library for threads, OpenMP, "
        "in Anaconda's Library\\bin. It is {file}, or one that it needs.",
        "Install the newest Visual C++ Redistributable (vc_redist.x64.exe from Microsoft). Then "
        "make a fresh environment, install PyTorch in it, all by pip or all by conda, and take "
        "other folders with libraries out of PATH. With conda see that openmp and intel-openmp are "
        "not both there. Another release of PyTorch, newer or older, may fit where this one does "
        "not.",
        None,
        recorded=(
            'File "C:\\Python37\\lib\\site-packages\\torch\\__init__.py", line 81, in <module>\n   '
            " "
            "from torch._C import *\nImportError: DLL load failed: 지정된 프로시저를 찾을 수 "
            "없습니다.",
            "OSError: [WinError 182] 操作系统无法运行 %1。 Error loading "
            '"D:\\lib\\site-packages\\torch'
            '\\lib\\caffe2_detectron_ops.dll" or one of its dependencies.',
        ),
        when=_of_torch,
        command="env",
    ),
    Entry(
        (
            '[WinError 1114]{:text}Error loading "{path:text}\\{file:name}.dll"',
            "[WinError 1114]",
            LOADED + STARTED + "{:text}",
            FROM_C + STARTED + "{:text}",
        ),
        "env",
        "Windows found PyTorch's library, and it failed when it was started: as a rule Microsoft's "
        "Visual C++ libraries are older than this PyTorch wants, or a package that was imported "
        "before it brought old copies of them. It is {file}, or one that it needs.",
        "Install the newest Visual C++ Redistributable (vc_redist.x64.exe from Microsoft), and "
        "start the machine anew. Import torch before other packages, such as PyQt, pandas or "
        "onnxruntime. If it stays, take the release of PyTorch before this one.",
        None,
        recorded=(
            "OSError: [WinError 1114] A dynamic link library (DLL) initialization routine failed. "
            'Error loading "C:\\Python39\\lib\\site-packages\\torch\\lib\\c10.dll" or one of its '
            "dependencies.",
        ),
        when=_of_torch,
        command="env",
    ),
    Entry(
        (
            '[WinError 193]{:text}Error loading "{path:text}\\{file:name}.dll"',
            "[WinError 193]",
            LOADED + ARCHITECTURE + "{:text}",
            FROM_C + ARCHITECTURE + "{:text}",
        ),
        "env",
        "A library is made for another kind of program, 32 bits in place of 64 as a rule, or its "
        "file is damaged.",
        "python -c \"import struct; print(struct.calcsize('P') * 8)\" has to say 64. Make a fresh "
        "environment with a 64-bit Python, install PyTorch in it, and see that PATH and PYTHONPATH "
        "name no other Python's folders.",
        None,
        recorded=(
            'OSError: [WinError 193] %1 is not a valid Win32 application. Error loading "C:\\a\\'
            'site-packages\\torch\\lib\\asmjit.dll" or one of its dependencies.',
        ),
        when=_of_torch,
        command="env",
    ),
    Entry(
        (
            '[WinError 4551]{:text}Error loading "{path:text}\\{file:name}.dll"',
            "[WinError 4551]",
            LOADED + BLOCKED + "{:text}",
        ),
        "env",
        "A rule of Windows forbids this library of PyTorch: Smart App Control, or one that your "
        "firm or school has set.",
        "Look at Windows Security, App and browser control, Smart App Control, which can be "
        "switched off there. On a machine of others ask who looks after it; WSL or Colab do "
        "without.",
        None,
        recorded=(
            "ImportError: DLL load failed while importing _C: An Application Control policy has "
            "blocked this file.",
        ),
        when=lambda found: _of_torch(found) or "path" not in found.fields,
        command="env",
    ),
    Entry(
        (
            '[WinError {number:int}]{:text}Error loading "{path:text}\\{file:name}.dll" or one of '
            "its dependencies",
            'Error loading "{path:text}\\{file:name}.dll" or one of its dependencies',
            'Error loading "{path:text}" or one of its dependencies',
            'Error loading "{path:text}torch{rest:text}.dll"',
            "{own:torch._C import *}{:text}DLL load failed{loaded:text}",
            "DLL load failed while importing _C: {why:text}",
            "DLL load failed: {loaded:text}",
            "[WinError {number:int}] {why:text}",
            "Could not find module '{path:text}torch{rest:text}' (or one of its dependencies)",
        ),
        "env",
        "Windows could not load a library that PyTorch needs. As a rule Microsoft's Visual C++ is "
        "missing, or the installation is not whole; an old PyTorch for CUDA (1.5 and before) also "
        "wants NVIDIA's driver. It is {file}.",
        "Install the Visual C++ Redistributable (vc_redist.x64.exe from Microsoft), and PyTorch "
        "anew: python -m pip install --force-reinstall torch. Without an NVIDIA GPU add "
        "--index-url "
        "https://download.pytorch.org/whl/cpu, which is the build for the CPU. Where fbgemm.dll is "
        "named a newer PyTorch helps, or libomp140.x86_64.dll in System32.",
        None,
        recorded=(
            'OSError: [WinError 126] 找不到指定的模块。 Error loading "D:\\Anaconda3\\lib\\'
            'site-packages\\torch\\lib\\fbgemm.dll" or one of its dependencies.',
            '  File "C:\\Python36\\lib\\site-packages\\torch\\__init__.py", line 80, in '
            "<module>\n    from torch._C import *\nImportError: DLL load failed: The specified "
            "module could not be found.",
            "from torch._C import * (ImportError: DLL load failed: The specified module could not "
            "be found.",
            '  File "C:\\lib\\site-packages\\torch\\__init__.py", line 81, in <module>\n    '
            'ctypes.CDLL(dll)\n  File "C:\\lib\\ctypes\\__init__.py", line 364, in __init__\n    '
            "self._handle = _dlopen(self._name, mode)\nOSError: [WinError 126] The specified "
            "module could not be found",
        ),
        when=lambda found: (
            _of_torch(found) or "rest" in found.fields or found.fields.keys() == {"why"}
        ),
    ),
    Entry(
        (
            "OMP: Error #15: Initializing {a:name}, but found {b:name} already initialized",
            "Initializing libiomp5md.dll, but found libiomp5md.dll already initialized",
            "Initializing libiomp5.dylib, but found libiomp5.dylib already initialized",
            "Initializing libomp.dylib, but found libiomp5.dylib already initialized",
        ),
        "env",
        "Two copies of the library for threads, OpenMP, are loaded: PyTorch brings one, and "
        "another "
        "package, or conda, a second.",
        "Install both packages anew from one source, all by pip or all by conda, in a fresh "
        "environment. KMP_DUPLICATE_LIB_OK=TRUE in the environment goes on at your own risk.",
        None,
        recorded=(
            "OMP: Error #15: Initializing libiomp5md.dll, but found libiomp5md.dll already "
            "initialized.",
        ),
    ),
    Entry(
        (
            "version '{library:GLIBC_|GLIBCXX_|CXXABI_|GOMP_}{version:path}' not found (required "
            "by {path:path}torch",
            "version '{library:GLIBC_|GLIBCXX_|CXXABI_|GOMP_}{version:path}' not found",
        ),
        "env",
        "The package was built on a newer system than this one, whose library of C or C++ is too "
        "old for it: there is no {library}{version}.",
        "For GLIBC_ take an older release of the package, or build it here, or a newer system: "
        "that library is the system's own. For GLIBCXX_ and CXXABI_ a newer libstdc++ does: conda "
        "install -c conda-forge libstdcxx-ng, with its folder first in LD_LIBRARY_PATH.",
        None,
        recorded=(
            "ImportError: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.27' not found "
            "(required by /a/site-packages/torch/lib/libtorch_cpu.so)",
        ),
        when=lambda found: "path" in found.fields or "torch" in found.before + found.code,
        command="env",
    ),
    Entry(
        "lib{name:gomp|openblas|mpi_cxx|mpi|numa|gfortran|omp}.so{version:text}: cannot open "
        "shared object file: No such file or directory",
        "env",
        "A library of the system is missing, which this build of PyTorch uses: lib{name}.",
        "Install it: apt install libgomp1 for libgomp, libopenblas-base for libopenblas, "
        "libopenmpi-dev for libmpi, libomp-dev for libomp. On Jetson take NVIDIA's builds, whose "
        "page lists what they need.",
        None,
        recorded=(
            'File "/site-packages/torch/__init__.py", line 189, in <module>\n    from torch._C '
            "import *\nImportError: libopenblas.so.0: cannot open shared object file: No such file "
            "or directory",
        ),
        when=lambda found: "torch" in found.before + found.code,
        command="env",
    ),
    Entry(
        "libpython{version:path}: cannot open shared object file: No such file or directory",
        "env",
        "Python's own library is missing, or not found, which this package was built against: it "
        "is libpython{version}.",
        "Install it, apt install libpython3.7 for Python 3.7, or put the folder that holds it into "
        'LD_LIBRARY_PATH: python -c "import sysconfig; '
        "print(sysconfig.get_config_var('LIBDIR'))\" names it. The usual builds of PyTorch do "
        "without it.",
        None,
        recorded=(
            'File "/site-packages/torch/__init__.py", line 81, in <module>\n    from torch._C '
            "import *\nImportError: libpython3.7m.so.1.0: cannot open shared object file: No such "
            "file or directory",
        ),
        when=lambda found: "torch" in found.before + found.code,
        command="env",
    ),
    Entry(
        (
            "{path:path}: undefined symbol: {symbol:iJIT_NotifyEvent}",
            "undefined symbol: {symbol:iJIT_NotifyEvent}",
            "{path:path}libmkl_{file:path}: undefined symbol: {symbol:name}",
            "libmkl_{file:path}: undefined symbol: {symbol:name}",
            "libmkl_{file:path}: cannot open shared object file: No such file or directory",
        ),
        "env",
        "Intel's library for matrices, MKL, is missing, or another release of it is found than "
        "the one that PyTorch was built with.",
        "Take Intel's folders, as /opt/intel, out of LD_LIBRARY_PATH. Then install the release "
        'that fits: conda install "mkl<2024.1" for an undefined symbol, conda install mkl where it '
        "is missing. PyTorch from pip brings its own.",
        None,
        recorded=(
            "from torch._C import *\nImportError: /opt/intel/mkl/lib/libmkl_gf_lp64.so: undefined "
            "symbol: mkl_lapack_ao_zgetrf",
            "from torch._C import *\nImportError: libmkl_gf_lp64.so: cannot open shared object "
            "file: No such file or directory",
            "ImportError: /lib/python3.8/site-packages/torch/lib/libtorch_cpu.so: undefined "
            "symbol: iJIT_NotifyEvent",
        ),
        when=lambda found: (
            "torch" in found.before + found.code + found.fields.get("path", "") or not found.code
        ),
        command="env",
    ),
    Entry(
        "{path:path}libtorch{file:path}: undefined symbol: {symbol:name}",
        "env",
        "PyTorch's library was not taken from the installed package, but from another folder, "
        "{path}, and that one was built for another Python or another release. As a rule "
        "LD_LIBRARY_PATH names that folder.",
        "Write unset LD_LIBRARY_PATH, or take that folder out of it, and try again in the same "
        "terminal. Installing PyTorch anew does not help as long as it comes first.",
        None,
        recorded=(
            "ImportError: /home/a/libtorch/lib/libtorch_python.so: undefined symbol: "
            "PyThread_tss_alloc",
        ),
        when=lambda found: (
            OWN.match(found["file"]) is not None
            and "-packages" not in found["path"]
            and re.search(r"conda|mamba|miniforge|/envs?/|venv", found["path"]) is None
        ),
        command="env",
    ),
    Entry(
        "{path:path}-packages/{package:torchtext}/{file:path}: undefined symbol: {symbol:name}",
        "env",
        "{package} was built for another release of PyTorch than the one that is installed: it "
        "asks for something that this one does not have.",
        "Each torchtext is for one PyTorch: 0.18 for 2.3, 0.15 for 2.0, 0.12 for 1.11, 0.9 for "
        'the 1.8 of old programs. Install both in one go, python -m pip install "torch==2.3.*" '
        "torchtext==0.18.0, and restart the kernel of a notebook. It is no longer developed.",
        None,
        recorded=(
            "OSError: /usr/local/lib/python3.7/dist-packages/torchtext/_torchtext.so: undefined "
            "symbol: _ZNK3c104Type14isSubtypeOfExtESt10shared_ptrIS0_EPSo",
        ),
        command="env",
    ),
    Entry(
        "{path:path}-packages/{package:torchvision|torchaudio|torchcodec}/{file:path}: undefined "
        "symbol: {symbol:name}",
        "env",
        "{package} was built for another release of PyTorch than the one that is installed: it "
        "asks for something that this one does not have.",
        "Install both in one go: python -m pip install --force-reinstall torch {package} takes "
        "releases that fit together. pytorch.org has the line for a CUDA. Restart the kernel of a "
        "notebook.",
        None,
        recorded=(
            "ImportError: /home/me/lib/python3.9/site-packages/torchvision/_C.so: undefined "
            "symbol: _ZN3c106ivalue14ConstantString6createENSt7__cxx1112basic_stringIcSt11char",
        ),
        command="env",
    ),
    Entry(
        (
            "lib{library:torch}{file:name}: cannot open shared object file: No such file or "
            "directory",
            "lib{library:c10}{file:name}: cannot open shared object file: No such file or "
            "directory",
            "lib{library:shm}{file:name}: cannot open shared object file: No such file or "
            "directory",
        ),
        "env",
        "A package in C++ asks for PyTorch's own library lib{library}{file}, and it is not loaded "
        "yet: as a rule the package is imported before torch, which brings it. A PyTorch for the "
        "CPU has none with cuda in its name, and another release may have other names.",
        "Write import torch in the line before that import. If that fails, PyTorch is not in this "
        "environment. If the message stays, the package was built for another PyTorch: install "
        "the one for torch.__version__ and torch.version.cuda, or build it anew.",
        None,
        recorded=(
            "ImportError: libc10.so: cannot open shared object file: No such file or directory",
            "ImportError: libtorch_cuda.so: cannot open shared object file: No such file or "
            "directory",
        ),
        when=lambda found: (
            re.search(r"[/\\]torch[/\\]__init__\.py", found.before) is None
            and (found["library"] != "torch" or OWN.match(found["file"]) is not None)
        ),
        command="env",
    ),
    Entry(
        (
            "{path:path}torch{rest:text}: undefined symbol: {symbol:name}",
            "undefined symbol: {symbol:name}, version {library:name}",
            "libtorch{file:name}: cannot open shared object file: No such file or directory",
            "libc10{file:name}: cannot open shared object file: No such file or directory",
            "libcudart.so{file:text}: cannot open shared object file: No such file or directory",
            "libcudnn{file:text}: cannot open shared object file: No such file or directory",
            "libcublas{file:text}: cannot open shared object file: No such file or directory",
            "libcusparse{file:text}: cannot open shared object file: No such file or directory",
            "libnccl{file:text}: cannot open shared object file: No such file or directory",
            "libcupti{file:text}: cannot open shared object file: No such file or directory",
            "libnvToolsExt{file:text}: cannot open shared object file: No such file or directory",
            "undefined symbol: {symbol:_ZN2at|_ZN3c10|_ZN5torch|_ZNK2at|_ZNK3c10|_ZNK5torch}{:few}",
            "{library:path}: cannot open shared object file: No such file or directory",
        ),
        "env",
        "A library beside PyTorch is missing, or belongs to another release: torch, torchvision, "
        "extensions and CUDA have to be of one make.",
        FRESH + " An extension that you built, or an add-on such as flash-attn or torch-scatter, "
        "has to be built for the installed torch. Take other CUDA folders out of LD_LIBRARY_PATH.",
        None,
        recorded=(
            "OSError: libcudart.so.10.2: cannot open shared object file: No such file or directory",
            "ImportError: /home/me/lib/python3.9/site-packages/torch_sparse/_convert.so: undefined "
            "symbol: _ZN3c106ivalue14ConstantString6createENSt7__cxx1112basic_stringIcSt11char",
        ),
        when=lambda found: (
            "library" not in found.fields
            or "path" in found.fields
            or (
                "libcuda.so" not in found["library"]
                and re.search(r"torch\w*[/\\]__init__\.py", found.before) is not None
            )
        ),
    ),
    Entry(
        (
            "Library not loaded: {path:text}lib{file:text}",
            "dlopen({path:text}torch{rest:text}): Library not loaded: {file:text}",
            "dlopen({path:text}torch{rest:text}): Symbol not found: {file:text}",
        ),
        "env",
        "A library beside PyTorch is missing, or belongs to another release, or to another kind of "
        "processor.",
        FRESH + " An extension that the path names has to be built for the installed torch. On a "
        "Mac with Apple's chip use a Python for arm64.",
        None,
        recorded=(
            "ImportError: dlopen(/opt/lib/python3.9/site-packages/torch/_C.so, 0x0002): "
            "Library not "
            "loaded: @rpath/libopenblas.0.dylib",
        ),
        when=lambda found: "rest" in found.fields or "torch" in found.before + found["path"],
    ),
    Entry(
        "Failed to load image Python extension",
        "env",
        "torchvision.io cannot read pictures here: torchvision and torch do not fit together, or "
        "libjpeg and libpng are missing. It is a warning, and all else works.",
        "It does no harm unless torchvision.io is used. To have it quiet install both of one "
        "release in one go: python -m pip install -U torch torchvision.",
        None,
        recorded=(
            "UserWarning: Failed to load image Python extension: 'Could not find module "
            "'D:\\a\\torchvision\\image.pyd' (or one of its dependencies).'",
        ),
        command="env",
    ),
    Entry(
        (
            "operator torchvision::nms does not exist",
            "Detected that PyTorch and torchvision were compiled with different CUDA {:major|minor}"
            " versions",
            "Detected that PyTorch and torchvision were compiled with different CUDA versions",
            "Couldn't load custom C++ ops. This can happen if your PyTorch and torchvision "
            "versions are incompatible",
            "Detected that PyTorch and torch_{name:name} were compiled with different CUDA "
            "versions",
        ),
        "env",
        "torchvision, or another package beside it, was built for another release of PyTorch than "
        "the one that is installed.",
        FRESH + " A nightly torch wants the nightly torchvision: both with --pre, from the same "
        "address.",
        None,
        recorded=(
            "RuntimeError: operator torchvision::nms does not exist",
            "RuntimeError: Couldn't load custom C++ ops. This can happen if your PyTorch and "
            "torchvision versions are incompatible",
        ),
    ),
    Entry(
        (
            "Could not find a version that satisfies the requirement {name:torch|torchvision|"
            "torchaudio|torchtext|torchcodec}{version:text}(from versions: {versions:none})",
            "No matching distribution found for {name:torch|torchvision|torchaudio|torchtext|"
            "torchcodec}{version:text}",
        ),
        "env",
        "Where pip looked there is no {name} at all for this Python and this system: it says from "
        "versions: none. Python is too new, too old or of 32 bits, or the address behind "
        "--index-url has {name} for other systems only.",
        "Look at python --version, and take a 64-bit Python of a release that pytorch.org names. "
        "Try without --index-url and --pre, or with the address that pytorch.org gives for your "
        "system. torch and {name} come from one address, and a nightly build may lack one of them "
        "for some days.",
        None,
        recorded=(
            "Looking in indexes: https://download.pytorch.org/whl/nightly/cu129\nERROR: Could not "
            "find a version that satisfies the requirement torchvision (from versions: none)\n"
            "ERROR: No matching distribution found for torchvision",
            "ERROR: Could not find a version that satisfies the requirement torch (from versions: "
            "none)\nERROR: No matching distribution found for torch",
        ),
        when=lambda found: (
            not found.fields.get("version", "").startswith(("-", "_"))
            and (
                "versions" in found.fields
                or re.search(r"\(from versions: none\)\s*$", found.before.strip()) is not None
            )
        ),
        command="env",
    ),
    Entry(
        (
            "Could not find a version that satisfies the requirement {name:torch|torchvision|"
            "torchaudio}{version:text}(from versions: {versions:text})",
            "No matching distribution found for {name:torch|torchvision|torchaudio}{version:text}",
            "Could not find a version that satisfies the requirement {name:torch|torchvision|"
            "torchaudio}{version:text}",
        ),
        "env",
        "There is no {name} of that release for this Python and this system. Python may be too new "
        "for it, or too old, or of 32 bits; a release with +cu… or +cpu is not on PyPI.",
        "Look at python --version and at the releases that pip lists in brackets. Take one of "
        "them, or another Python, of 64 bits; for a build with CUDA give pip the --index-url that "
        "pytorch.org names. On a Mac with Intel's processor 2.2.2 is the last, for Python 3.8 to "
        "3.12.",
        None,
        recorded=(
            "ERROR: Could not find a version that satisfies the requirement torch==1.5.0 (from "
            "versions: 2.0.0, 2.0.1)\nERROR: No matching distribution found for torch==1.5.0",
            "ERROR: No matching distribution found for torch==1.7.1+cu110",
        ),
        when=lambda found: not found.fields.get("version", "").startswith(("-", "_")),
    ),
    Entry(
        "No matching distribution found for pytorch{version:text}",
        "env",
        "pip calls it torch; conda calls it pytorch.",
        "Write python -m pip install torch.",
        None,
        recorded=("ERROR: No matching distribution found for pytorch==1.0.1",),
    ),
    Entry(
        (
            "Running setup.py {:install|bdist_wheel|clean} for {name:pytorch} ... error",
            "Running setup.py {:install|bdist_wheel|clean} for {name:pytorch}: finished with "
            "status 'error'",
            "Failed building wheel for {name:pytorch}{rest:text}",
            "Failed to build {name:pytorch}{rest:text}",
            "Building wheel for {name:pytorch} (setup.py) ... error",
            "Could not build wheels for {name:pytorch},",
            "Command {errored:errored} out with exit status",
            "{errored:subprocess-exited-with-error}",
        ),
        "env",
        "For pip the package is called torch. What it calls pytorch is an empty one, whose "
        "installation only fails.",
        "Write python -m pip install torch, or the line that pytorch.org has for your system, with "
        "a 64-bit Python of a release that is named there. Where requirements.txt has pytorch "
        "write torch.",
        None,
        recorded=(
            "Installing collected packages: pytorch\nRunning setup.py install for pytorch ... "
            "error\nERROR: Command errored out with exit status 1:",
            "Building wheels for collected packages: pytorch\n  Building wheel for pytorch "
            "(setup.py) ... error\n  ERROR: Failed building wheel for pytorch",
        ),
        when=lambda found: (
            not found.fields.get("rest", "").startswith(("-", "_"))
            if "name" in found.fields
            else re.search(r"(?:for|packages:|Collecting) pytorch(?![-\w])", found.before[-4000:])
            is not None
        ),
        command="env",
    ),
    Entry(
        'You tried to install "pytorch". The package named for PyTorch is "torch"',
        "env",
        "pip calls it torch.",
        "Write python -m pip install torch.",
        None,
        recorded=(
            'Exception: You tried to install "pytorch". The package named for PyTorch is "torch"',
        ),
    ),
    Entry(
        "{name:torch-|torchvision-|torchaudio-}{file:text}.whl is not a supported wheel on this "
        "platform",
        "env",
        "The file was made for another Python, system or processor: cp311 in its name is Python "
        "3.11.",
        "Take the file for your Python, which python --version names, or let pip choose: python -m "
        "pip install torch.",
        None,
        recorded=(
            "ERROR: torch-1.7.1+cu110-cp38-cp38-linux_x86_64.whl is not a supported wheel on this "
            "platform.",
        ),
    ),
    Entry(
        (
            "The detected CUDA version ({a:text}) mismatches the version that was used to compile "
            "PyTorch ({b:text})",
            "CUDA_HOME environment variable is not set",
            "command 'nvcc' failed: No such file or directory",
        ),
        "env",
        "An extension is being built, and needs a CUDA compiler of the version that PyTorch was "
        "built with. The compiler's is {a}, PyTorch's {b}.",
        "Install the CUDA toolkit of that version, nvcc included, and set CUDA_HOME to it; or take "
        'a ready-made package. python -c "import torch; print(torch.version.cuda)" names it.',
        None,
        recorded=(
            "RuntimeError: The detected CUDA version (12.1) mismatches the version that was "
            "used to "
            "compile PyTorch (11.8). Please make sure to use the same CUDA versions.",
            "OSError: CUDA_HOME environment variable is not set. Please set it to your CUDA "
            "install "
            "root.",
        ),
        when=lambda found: (
            "a" in found.fields or "torch" in found.before + found.code or not found.code
        ),
    ),
    Entry(
        (
            "Ninja is required to load C++ extensions",
            "Attempted to use ninja as the BuildExtension backend but {:text}we could not find "
            "ninja",
        ),
        "env",
        "An add-on in C++ or CUDA is being built, and the program ninja is not found.",
        "Run python -m pip install ninja in the environment that builds. Without it setup.py "
        "builds too, only slower; torch.utils.cpp_extension.load needs it.",
        None,
        recorded=("RuntimeError: Ninja is required to load C++ extensions",),
    ),
    Entry(
        "'{name:cxx|nvcc}'",
        "env",
        "The setup.py of an add-on gives its compiler's options without {name}, which PyTorch "
        "looks up.",
        "Write extra_compile_args=dict(cxx=[], nvcc=[]) in its setup.py, or take a newer "
        "release of the add-on.",
        None,
        recorded=(
            '  File "/x/torch/utils/cpp_extension.py", line 1112, in '
            "unix_wrap_ninja_compile\n    cuda_post_cflags = "
            "extra_postargs['cxx']\nKeyError: 'cxx'",
        ),
        when=lambda found: found.type == "KeyError" and "extra_" in found.line,
    ),
    Entry(
        (
            "Error building extension '{name:quoted}'",
            "Error compiling objects for extension",
            "Command '['ninja', '-v'{:text}]' returned non-zero exit status",
            "command '{:path}nvcc{:.exe|}' failed with exit {:status|code}",
            "ninja: build stopped: subcommand failed",
        ),
        "env",
        "An add-on in C++ or CUDA is being built, and the compiler did not come to its end. It is "
        "{name}.",
        "The first line with error: above the message tells why. A compiler, ninja and a CUDA "
        "toolkit of PyTorch's version are needed: torch.version.cuda names it. A ready-made "
        "package for your release spares it.",
        None,
        recorded=("RuntimeError: Error compiling objects for extension",),
    ),
    Entry(
        "module 'torch.amp' has no attribute '{name:cuda}'",
        "env",
        "The two names are exchanged: it is torch.cuda.amp, and no release has torch.amp.{name}.",
        'Write torch.cuda.amp, or torch.amp.autocast("cuda") and, since PyTorch 2.3, '
        'torch.amp.GradScaler("cuda").',
        "torch.amp.cuda",
        recorded=("AttributeError: module 'torch.amp' has no attribute 'cuda'",),
    ),
    Entry(
        "module 'torch.nn.functional' has no attribute '{name:" + "|".join(FUNCTIONS) + "}'",
        "env",
        "Functions in torch.nn.functional are written with small letters. {name} is a layer, a "
        "class in torch.nn.",
        "Write F.{lower}(…), or make the layer and call it: nn.{name}(…)(…).",
        "import torch.nn.functional as F\nF.Sigmoid",
        more=lambda found: {"lower": FUNCTIONS[found["name"]]},
    ),
    Entry(
        "module 'torch.nn' has no attribute '{name:" + "|".join(LAYERS_BY_FUNCTION) + "}'",
        "env",
        "torch.nn holds layers, classes whose names begin with a capital letter. {name} is a "
        "function.",
        "Write F.{name}(…), with import torch.nn.functional as F, or make the layer and call it: "
        "nn.{layer}(…)(…).",
        "from torch import nn\nnn.sigmoid",
        more=lambda found: {"layer": LAYERS_BY_FUNCTION[found["name"]]},
    ),
    Entry(
        "module '{module:torch|torchvision}.{part:nn|utils.data|optim|transforms|datasets}' has no "
        "attribute '{name:name}'",
        "env",
        "Capital letters count: in {module}.{part} the name is {right}, and there is nothing "
        "called {name}.",
        "Write {right}.",
        "torch.utils.data.dataLoader",
        recorded=("AttributeError: module 'torch.utils.data' has no attribute 'dataLoader'",),
        when=lambda found: (
            CAPITALS.get(f"{found['part']}.{found['name'].lower()}", found["name"]) != found["name"]
        ),
        more=lambda found: {"right": CAPITALS[f"{found['part']}.{found['name'].lower()}"]},
    ),
    Entry(
        "module '{module:torch|torchvision|torchaudio|torchtext}.{part:name}' has no attribute "
        "'{name:name}'",
        "env",
        "The installed release does not have this: it came later, was removed, or is misspelt. In "
        "{module}.{part} there is nothing called {name}.",
        "Compare {module}.__version__ with the release that the program or library names, and "
        "bring the two together. Capital letters count: nn.ReLU, nn.Conv2d, nn.CrossEntropyLoss.",
        "from torch import nn\nnn.Attention(3)",
        when=lambda found: not found["part"].startswith("_"),
        recorded=("AttributeError: module 'torch.jit' has no attribute 'get_trace_graph'",),
    ),
    Entry(
        (
            "module 'torch.{part:name}' has no attribute '{name:name}'",
            "type object 'torch._C.{part:name}' has no attribute '{name:name}'",
        ),
        "env",
        "A library calls an inner part of PyTorch that this release does not have: {name} in "
        "{part}.",
        "Bring the two together: install the release of the library that was made for your torch, "
        "or python -m pip install -U torch with the torchvision of the same release.",
        None,
        recorded=(
            "AttributeError: module 'torch._dynamo' has no attribute 'mark_static_address'",
            "AttributeError: type object 'torch._C.Tag' has no attribute "
            "'needs_fixed_stride_order'",
        ),
        when=lambda found: not found["name"].startswith("_cuda"),
        command="env",
    ),
    Entry(
        (
            "Files already downloaded and verified{:long}egmentation fault",
            "{:exit|exit code|with code|return code} {:-1073741819|3221225477}",
            "(0xC0000005)",
            "Windows fatal exception: access violation",
            "exit code 139 (interrupted by signal 11: SIGSEGV)",
        ),
        "env",
        "The program touched memory that is not its own, and the system ended it. That is a fault "
        "in a library in C++ or CUDA, not in a line of Python: as a rule packages or a driver that "
        "do not fit together, or worker processes.",
        "python -X faulthandler program.py shows the line. Try the step on the CPU and with "
        "num_workers=0: where it works there install PyTorch and the NVIDIA driver anew, so that "
        "they fit, in a fresh environment.",
        None,
        recorded=(
            "Process finished with exit code -1073741819 (0xC0000005)",
            "Process finished with exit code 139 (interrupted by signal 11: SIGSEGV)",
        ),
        when=_nothing_else,
        command="env",
    ),
    Entry(
        (
            "malloc_consolidate(): {:unaligned fastbin chunk detected|invalid chunk size}",
            "malloc(): {:corrupted top size|memory corruption|invalid size (unsorted)|"
            "unaligned tcache chunk detected|smallbin double linked list corrupted|"
            "corrupted unsorted chunks}",
            "free(): {:invalid pointer|invalid size|invalid next size (fast)|invalid next size "
            "(normal)|double free detected in tcache 2|corrupted unsorted chunks}",
            "double free or corruption ({:!prev|out|fasttop|top|!prev_inuse})",
            "corrupted {:size vs. prev_size|double-linked list}",
            "munmap_chunk(): invalid pointer",
        ),
        "env",
        "The memory of the program was damaged, and the system ended it. That is a fault in a "
        "library in C or C++, not in a line of Python: in a training loop often a library that the "
        "Dataset uses, for pictures or meshes, which does not bear that the workers of a "
        "DataLoader are split off; or packages that do not fit together.",
        "Try num_workers=0 first. If it works there, open files and such libraries inside of "
        '__getitem__, or write multiprocessing_context="spawn" in the DataLoader. If not, python '
        "-X faulthandler program.py shows the line: renew the library that it names, in a fresh "
        "environment.",
        None,
        recorded=(
            "**** EPOCH 000 ****\n   0%|          | 0/1500 [00:00<?, ?it/s]malloc_consolidate(): "
            "unaligned fastbin chunk detected",
            "double free or corruption (!prev)\nAborted (core dumped)",
        ),
        when=_nothing_else,
        command="env",
    ),
    Entry(
        "exit code 137 (interrupted by signal 9: SIGKILL)",
        "memory temporary",
        "The system ended the program: the memory was full, as a rule, or somebody ended it.",
        "Watch the memory while it runs. Compute with fewer numbers at a time: smaller batches, "
        "fewer workers of a DataLoader, and no list that keeps tensors of every step.",
        None,
        recorded=("Process finished with exit code 137 (interrupted by signal 9: SIGKILL)",),
        when=_nothing_else,
    ),
    Entry(
        "exit code 132 (interrupted by signal 4: SIGILL)",
        "env",
        "The processor does not know an instruction of the program: as a rule it is older than "
        "this build of a package wants (AVX), or the package is for another kind of processor.",
        "python -X faulthandler program.py shows the line, and with it the package. Take an older "
        "release of it, or build it here.",
        None,
        recorded=("Process finished with exit code 132 (interrupted by signal 4: SIGILL)",),
        when=_nothing_else,
        command="env",
    ),
    Entry(
        "module '{module:d2l|d2l.torch}' has no attribute '{name:name}'",
        "",
        "The book's package d2l has changed from release to release, and the installed one has no "
        "{name}. Functions such as train_ch3 went with d2l 1.0.",
        "For the first edition write python -m pip install d2l==0.17.6, which needs an older "
        "Python; for the present one take the book's present text. Start the kernel anew.",
        None,
        recorded=("AttributeError: module 'd2l.torch' has no attribute 'train_ch3'",),
    ),
)
