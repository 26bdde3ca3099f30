"""Saving and loading: state dictionaries, pickles, files."""

from __future__ import annotations

import re

from ...language import MESSAGES, mark, tr
from ..entry import Entry, Found
from .data import titled

# Files and databases that somebody keeps open.
OPENED = ("_io.", "sqlite3.", "lmdb", "Environment", "decord", "VideoReader", "pyodbc")
# A part is taken out of a dictionary with such a name.
CHECKPOINT = r"\b\w*(?:checkpoint|ckpt|state_dict)\["
# What a question about a file says, besides the error, where torch reads it.
LOADED_BY = re.compile(
    r"torch|state_?dict|\bcuda\b|\bmagic_number\b|\.pth?\b|fastai|yolov?\d|\bcheckpoint",
    re.IGNORECASE,
)
OF_A_FILE = re.compile(
    r"\b(?:un|re)?load|state_?dict|\.pth?\b|checkpoint|\bweights\b|\bsav(?:e|ing)|pre-?trained",
    re.IGNORECASE,
)
# Titles that tell of torch.load, and names of modules that are a project's own.
LOADS = re.compile(r"torch\.load|unpickl|pickle_module", re.IGNORECASE)
TORCH = re.compile("torch", re.IGNORECASE)
LOADS_A_MODEL = re.compile(
    r"load.*\b(?:model|checkpoint|weights|pickle)|\.pth?\b|(?:saved|pre-?trained)\b.*\bmodel",
    re.IGNORECASE,
)
OF_A_PROJECT = re.compile(
    r"(?:utils?|models?|nets?|networks?|layers?|modules?|src|lib|core|main|common|train\w*|"
    r"data(?:sets?)?|configs?)(?:\.|$)",
    re.IGNORECASE,
)
# An embedding of words or items, and not of positions, patches and the like.
OF_WORDS = re.compile(r"(?:^|[._])(?:\w*emb\w*|wte|lm_head)\.weight$", re.IGNORECASE)
NO_WORDS = re.compile(r"pos|patch|type|time|class|label|norm|proj", re.IGNORECASE)
# The boxes of a detector's second stage, and not those of its RPN, which has 4 for each anchor.
OF_BOXES = re.compile(r"(?:^|^module\.|RCNN_|predictor(?:\.\d)?\.)bbox_pred\.(?:weight|bias)$")
NO_GPU = "The file was saved from a GPU, and this PyTorch finds none to put it on."
NO_GPU_OUT = (
    "Give map_location to torch.load itself, and not to load_state_dict: "
    'model.load_state_dict(torch.load(path, map_location="cpu")). If torch.hub.load or another '
    "library loads the file and has no argument for it, load the weights yourself: "
    'torch.hub.load_state_dict_from_url(url, map_location="cpu"). Plain pickle.load knows none, so '
    "save x.cpu(), or with torch.save. If this machine has a GPU of NVIDIA, "
    "print(torch.version.cuda): None is a build for the CPU, to be removed (in conda cpuonly too) "
    "for one with CUDA. If a number is printed look at nvidia-smi, the driver."
)
STATE = "Error(s) in loading state_dict for {model:name}:"


def _in_a_file(found: Found) -> bool:
    """Whether torch.load or torch.save stands above the error."""
    return "serialization.py" in found.before


def _loading(found: Found) -> bool:
    """Whether a file was being read."""
    return _in_a_file(found) or "torch.load(" in found.code


def _last_frame(found: Found) -> str:
    """The last frame of the traceback, where it is in the file of torch.load and torch.save."""
    frames = re.findall(r"serialization\.py\"?[^\n]*", found.before)
    return frames[-1] if frames else ""


def _names(found: Found) -> tuple[list[str], list[str]]:
    """The names that the file lacks, and those that the model does not have."""
    missing, _, unexpected = found.fields.get("keys", "").partition("Unexpected key")
    unexpected = found.fields.get("unexpected", unexpected)
    return re.findall(r'"([^"]+)"', missing), re.findall(r'"([^"]+)"', unexpected)


def _start(longer: list[str], shorter: list[str]) -> str:
    """What the longer names begin with, being else the shorter ones; "" without."""
    for short in shorter[:20]:
        for long in longer:
            start = long.removesuffix(short)
            if start != long and start.endswith("."):
                there = {start + one for one in shorter} & set(longer)
                return start if 2 * len(there) >= min(len(longer), len(shorter)) else ""
    return ""


def _prefix(found: Found) -> str:
    """What the saved names begin with, and the model's do not; "" without."""
    missing, unexpected = _names(found)
    return _start(unexpected, missing)


def _wrapped(found: Found) -> str:
    """What the model's names begin with, and the saved ones do not; "" without."""
    missing, unexpected = _names(found)
    return _start(missing, unexpected)


def _of_torch(found: Found) -> bool:
    """Whether torch reads the file: by the traceback, or by the words of a question."""
    around = found.code + found.before
    return "torch" in around or "pickle_module" in around or titled(found, LOADED_BY)


def _titled(found: Found) -> bool:
    """Whether a path, or the words of a question, are of a file that torch reads or writes."""
    ending = found["path"].rstrip(".").endswith((".pt", ".pth", ".ckpt", ".tar"))
    return ending or titled(found, LOADED_BY)


def _asks_of_a_file(found: Found) -> bool:
    """Whether a question is about torch and a file, and not about the workers of a DataLoader."""
    return (
        titled(found, LOADED_BY)
        and titled(found, OF_A_FILE)
        and not titled(found, re.compile("data ?loader|worker|process", re.IGNORECASE))
    )


def _prefixed(found: Found) -> bool:
    """Whether the saved names begin with module., and the model's do not."""
    if found.fields.get("model") in ("DataParallel", "DistributedDataParallel"):
        return False
    if "one" in found.fields:
        return found["one"].startswith("module.")
    missing, unexpected = _names(found)
    if missing and unexpected:
        return _prefix(found) == "module."
    return bool(unexpected) and all(name.startswith("module.") for name in unexpected)


def _unprefixed(found: Found) -> bool:
    """Whether the model's names begin with module., and the saved ones do not."""
    missing, unexpected = _names(found)
    if unexpected:
        return any(f"module.{name}" in missing for name in unexpected)
    return bool(missing) and all(name.startswith("module.") for name in missing)


def _other_channels(found: Found) -> bool:
    """Whether a convolution's weight has other channels of pictures, and is else the same."""
    saved, here = found.shape("saved"), found.shape("here")
    return (
        len(saved) == len(here) == 4
        and [*saved[:1], *saved[2:]] == [*here[:1], *here[2:]]
        and {saved[1], here[1]} <= {1, 2, 3, 4}
        and re.search(r"deconv|trans|up|dec", found["name"].lower()) is None
    )


def _boxes(found: Found) -> dict[str, str]:
    """The classes for which a detector has boxes, and what a single one means."""
    saved, here = found.shape("saved")[0] // 4, found.shape("here")[0] // 4
    one = mark("1 is one box for all classes, as a rule: class-agnostic.")
    agnostic = {"agnostic": tr(one, MESSAGES)} if 1 in (saved, here) else {}
    return {"before_": str(saved), "now_": str(here), **agnostic}


def _begins(found: Found) -> dict[str, str]:
    """What the first byte of a file tells, where torch.load stopped at the first."""
    first = {
        r"\x1f": mark("\\x1f is how files of gzip begin, which gunzip unpacks."),
        r"\x89": mark("\\x89 is how files of HDF5, as .h5, and pictures of PNG begin."),
        r"\x93": mark("\\x93 is how files of NumPy, .npy, begin: np.load reads them."),
        r"\xff": mark("\\xff is how pictures of JPEG begin."),
        r"\x0a": mark("\\x0a is an empty line, as at the beginning of a web page or a text."),
        "{": mark("A brace is how texts of JSON begin."),
        "E": mark("E is how a server's answer may begin: Entry not found, Error."),
        "4": mark("4 is how a server's answer may begin: 404: Not Found."),
    }
    told = first.get(found["key"], "")
    return {"begins": tr(told, MESSAGES)} if told else {}


def _module_missing(found: Found) -> bool:
    """Whether a file of torch.save asks for a module that is not there."""
    name = found["name"]
    return not name.startswith(("torch", "numpy")) and (
        _in_a_file(found)
        or titled(found, LOADS)
        or (
            titled(found, LOADS_A_MODEL)
            and (
                OF_A_PROJECT.match(name) is not None
                # parse_config, my_models.
                or (OF_A_PROJECT.match(name.partition("_")[2]) is not None and titled(found, TORCH))
            )
        )
    )


def _compiled(found: Found) -> bool:
    missing, unexpected = (any("_orig_mod." in n for n in names) for names in _names(found))
    return missing != unexpected


def _part(found: Found) -> str:
    """The name under which a checkpoint holds the model's state."""
    names = _names(found)[1]
    known = ("state_dict", "model_state_dict", "model_state", "net", "model")
    return next((name for name in known if name in names), "state_dict")


def _is_whole(found: Found) -> bool:
    parts = ("state_dict", "model", "model_state_dict", "optimizer", "optimizer_state_dict")
    return not {*parts, "epoch", "net"}.isdisjoint(_names(found)[1])


WRAPPED = (
    "The saved names begin with module., since the model was wrapped in DataParallel or "
    "DistributedDataParallel when it was saved, and those of this model do not."
)
WRAPPED_OUT = (
    "Take it away: model.load_state_dict("
    '{{k.removeprefix("module."): v for k, v in state.items()}}), where state is what the file '
    "holds; before Python 3.9 write k[7:] in place of k.removeprefix. Or wrap this model too, "
    "before loading: model = nn.DataParallel(model). Save model.module.state_dict() next time."
)
KEYS = (
    STATE + " Missing key(s) in state_dict: {keys:keys}",
    STATE + " Unexpected key(s) in state_dict: {unexpected:keys}",
    "Missing key(s) in state_dict: {keys:keys}",
    "Unexpected key(s) in state_dict: {unexpected:keys}",
)
# Some set the name in bold letters.
BEHIND = "{:: |:** |**: |:}"
MISMATCH = "{:size mismatch|Size mismatch|mismatch|Mismatch} for {name:name}" + BEHIND
SIZES = (
    "copying a param with shape {:torch.Size(|}[{saved:shape}]{:)|} from checkpoint, the shape in "
    "current model is {:torch.Size(|}[{here:shape}]"
)
LOADED = "Expected state_dict to be dict-like, got <class '{kind:quoted}'>"
RESTORE = (
    "don't know how to restore data location of {:torch.|}{storage:name} (tagged with {where:text})"
)
STATE_REASON = (
    "load_state_dict takes the dictionary that state_dict() gives, and this is something else. It "
    "is of type {kind}."
)
STATE_OUT = (
    "Load the file first: model.load_state_dict(torch.load(path)). If the whole model was saved, "
    "torch.load gives the model itself: write model = torch.load(path, weights_only=False) for a "
    "file that you trust."
)

NO_BRACKETS = (
    "load_state_dict takes a dictionary, and this is a function: as a rule model.state_dict was "
    "saved, or handed over, without its brackets. It is of type {kind}."
)
NO_BRACKETS_OUT = (
    "Write model.state_dict(), with brackets, and save anew: torch.save(model.state_dict(), path). "
    "Where the file is all there is, and you trust it, call what it holds: state = "
    "torch.load(path, weights_only=False)()."
)

FAILED = "Weights only load failed{:long}WeightsUnpickler error: "
UNEXPECTED = "unexpected pos {pos:int} vs {other:int}"
POSITION = "inline_container.cc:{line:int}] . unexpected pos {pos:int} vs {other:int}"

SAVING = (
    Entry(
        "'module.{name:quoted}'",
        "tensor shape",
        "A name that begins with module. was looked for, and is not there: as a rule one of the "
        "two, the file or the model, comes from DataParallel or DistributedDataParallel, and the "
        "other does not.",
        "Compare list(state)[0], where state is what the file holds, with "
        "list(model.state_dict())[0]. If the file has module. take it away: state = "
        '{{k.removeprefix("module."): v for k, v in state.items()}}. If the model has it load '
        "into model.module, or before the model is wrapped.",
        None,
        recorded=(
            'File "a.py", line 3, in f\n    own_state[name].copy_(param)\nKeyError: '
            "'module.conv1.weight'",
        ),
        when=lambda found: (
            found.type == "KeyError" and found["name"].endswith(("weight", "bias", "running_mean"))
        ),
    ),
    Entry(
        (
            "Error no file named {names:text} found in directory {path:text}",
            "Can't load weights for '{path:quoted}'. Make sure that",
        ),
        "",
        "transformers found no file of weights in this place. It is {path}.",
        "Look into the folder: model.safetensors or pytorch_model.bin belongs there, beside "
        "config.json. model.save_pretrained(folder) writes both; a file of torch.save has to be "
        "loaded by load_state_dict.",
        None,
        recorded=(
            "OSError: Error no file named pytorch_model.bin, model.safetensors, tf_model.h5, "
            "model.ckpt.index or flax_model.msgpack found in directory ./model.",
        ),
        more=lambda found: {"path": found["path"].rstrip(".")},
    ),
    Entry(
        (
            "\"filename '{name:storages}' not found\"",
            "invalid literal for int() with base 8: {:text}",
        ),
        "",
        "torch.load took the file for a tar archive of the oldest kind. It is damaged or not "
        "whole, or was written by PyTorch 1.6 or later and is read by an older one, or it is a "
        "real archive with the model inside.",
        "Compare its size with the source's, and get or save it once more; for a newer file "
        "install a newer PyTorch. Unpack it only where tar tf lists a model: a file of torch.save "
        "is loaded as it is, .pth.tar too. In map_location write cuda or cpu: there is no device "
        "{gpu}.",
        None,
        recorded=(
            'File "/lib/torch/serialization.py", line 469, in legacy_load\n    tar.extract(n)\n  '
            'File "/usr/lib/python3.6/tarfile.py", line 1754, in getmember\n    raise KeyError()'
            "\nKeyError: \"filename 'storages' not found\"",
            "KeyError: \"filename 'storages' not found\"",
        ),
        when=lambda found: _in_a_file(found) or ("name" in found.fields and not found.code),
        more=lambda found: (
            {"gpu": "gpu"} if re.search(r"map_location *= *[\"']gpu", found.code) else {}
        ),
    ),
    Entry(
        (
            "{name:load}() got an unexpected keyword argument '{argument:weights_only|mmap}'",
            "'{argument:weights_only|mmap}' is an invalid keyword argument for {:Unpickler|load}()",
        ),
        "env",
        "torch.load of this PyTorch does not know {argument}: weights_only came with 1.13, mmap "
        "with 2.1.",
        "Leave {argument} out, or install a newer PyTorch.",
        None,
        recorded=("TypeError: 'weights_only' is an invalid keyword argument for Unpickler()",),
        command="env",
    ),
    Entry(
        "load_state_dict() got an unexpected keyword argument '{argument:strict|assign}'",
        "env",
        "strict and assign belong to load_state_dict of a model. An optimizer's has neither, a "
        "class of your own passes on what it names, and assign came with PyTorch 2.1.",
        "Leave {argument} out, or let your load_state_dict take it too.",
        "from torch import nn, optim\no = optim.Adam(nn.Linear(1, 1).parameters())\n"
        "o.load_state_dict(o.state_dict(), strict=False)",
    ),
    Entry(
        ("Error while deserializing header: {why:text}",),
        "",
        "A .safetensors file is not whole, or is something else under that name: a download that "
        "ended early, a pointer of Git LFS, a web page. It says {why}.",
        "Look at its size, remove it, and get it once more: git lfs pull for a pointer, "
        "force_download=True in from_pretrained.",
        None,
        recorded=(
            "safetensors_rust.SafetensorError: Error while deserializing header: HeaderTooLarge",
        ),
    ),
    Entry(
        "Unable to load weights from pytorch checkpoint file for '{path:quoted}'",
        "",
        "transformers could not read the file of weights: it is not whole, is a pointer of Git "
        "LFS, or was written by a later PyTorch.",
        "Look at its size, and get it once more: git lfs pull, or force_download=True. The first "
        "error above the message tells more.",
        None,
        recorded=(
            "OSError: Unable to load weights from pytorch checkpoint file for "
            "'/a/pytorch_model.bin' at '/a/pytorch_model.bin'. If you tried to load a PyTorch "
            "model from a TF 2.0 checkpoint, please set from_tf=True.",
        ),
    ),
    Entry(
        "Some tensors share memory, this will lead to duplicate memory on disk",
        "tensor views",
        "safetensors saves each tensor by itself, and two of these are one: layers that share "
        "their weights, as the first and the last of a language model do.",
        "Write safetensors.torch.save_model(model, path), or save_pretrained(path, "
        "safe_serialization=False) in transformers.",
        None,
        recorded=(
            "RuntimeError: Some tensors share memory, this will lead to duplicate memory on disk "
            "and potential differences when loading them again: [{'a', 'b'}].",
        ),
    ),
    Entry(
        "You are trying to save a non contiguous tensor: '{name:quoted}' which is not allowed",
        "tensor views",
        "safetensors saves numbers that lie one after another, and those of {name} do not: a "
        "transpose, or a part of another tensor.",
        "Write state = dict((k, v.contiguous()) for k, v in state.items()) before it is saved.",
        None,
        recorded=(
            "ValueError: You are trying to save a non contiguous tensor: `a` which is not allowed. "
            "It either means you are trying to save tensors which are reference of each other",
        ),
    ),
    Entry(
        "cannot instantiate '{kind:PosixPath|WindowsPath}' on your system{after:text}",
        "",
        "The file holds a path of another system, a {kind}, as whole objects bring such things "
        "along: it was saved on {system}.",
        "For a file that you trust write import pathlib; pathlib.PosixPath = pathlib.WindowsPath "
        "before loading on Windows, and the other way round on Linux. Save state_dict() next "
        "time, which has no paths.",
        None,
        recorded=(
            'File "/site-packages/torch/serialization.py", line 9, in _load\n    result = '
            "unpickler.load()\nNotImplementedError: cannot instantiate 'PosixPath' on your system",
        ),
        when=lambda found: (
            _loading(found)
            or re.search(r"\bpickle\.loads?\(|\bload_learner\(", found.code) is not None
            or titled(found, LOADED_BY)
        ),
        more=lambda found: {
            "system": "Windows" if found["kind"] == "WindowsPath" else "Linux (macOS)"
        },
    ),
    Entry(
        "unsupported pickle protocol: {number:int}",
        "env",
        "The file was written by a newer Python than this one: protocol 5 is for Python 3.8 and "
        "later.",
        "Install a newer Python. Or write the file anew where it was made, with protocol 4 or "
        "less; torch.save itself uses 2.",
        None,
        recorded=(
            'File "a.py", line 3, in <module>\n    m = torch.load("m.pt")\nValueError: '
            "unsupported pickle protocol: 5",
        ),
        when=_loading,
    ),
    Entry(
        (
            "'{name:utf-8|gbk|charmap|cp1252|cp932|cp949}' codec can't decode byte{:s|} {byte:name}"
            " in position {place:int}",
            "'{name:gbk|charmap|cp932|cp949}' codec can't decode byte {byte:name}",
        ),
        "",
        "torch.load reads bytes. The file was opened as text, or Python 2 wrote it, whose strings "
        "are in another code.",
        'Hand it the name, torch.load("model.pt"), or open(path, "rb"). For a file of Python 2 '
        'write torch.load(path, encoding="latin1").',
        None,
        recorded=(
            'File "a.py", line 3, in <module>\n    m = torch.load(open("m.pt"))\n'
            "UnicodeDecodeError: 'utf-8' codec can't decode byte 0x80 in position 0: invalid start "
            "byte",
        ),
        when=_loading,
    ),
    Entry(
        "Can't get attribute '{name:quoted}' on <module '{module:torchvision|torchtext|torchaudio|"
        "torch|timm}{rest:quoted}'",
        "env",
        "The file was saved with another release of {module}, and asks for {module}{rest}.{name}, "
        "which the installed one does not have.",
        "Install the release that it was saved with, a newer one as a rule: python -m pip install "
        "-U {module}. Much of {old} went away with 0.9 and 0.12, so it may be an older one too. "
        "Save model.state_dict() in place of the model.",
        None,
        recorded=(
            "AttributeError: Can't get attribute 'SiLU' on <module 'torch.nn.modules.activation' "
            "from '/lib/torch/nn/modules/activation.py'>",
            "AttributeError: Can't get attribute '_default_unk_index' on <module 'torchtext.vocab'",
        ),
        when=lambda found: found["rest"].startswith("."),
        more=lambda found: {"old": "torchtext"} if found["module"] == "torchtext" else {},
        command="env",
    ),
    Entry(
        (
            "Can't pickle local object '{what:quoted}'",
            "Can't get local object '{what:quoted}'",
        ),
        "",
        "torch.save pickles what it gets, and a lambda, or a function inside a function, cannot "
        "be. A whole model brings all along that hangs on it: here {what}.",
        "Save model.state_dict() in place of the model: torch.save(model.state_dict(), path). Or "
        "put a function with a name, at the top of a file, in place of it.",
        None,
        recorded=(
            '  File "a.py", line 198, in <module>\n    torch.save(model, "model.pth")\n  File '
            '"/ve3/lib/python3.6/site-packages/torch/serialization.py", line 443, in _legacy_save\n'
            "    pickler.dump(obj)\nAttributeError: Can't pickle local object "
            "'ConvBlock.__init__.<locals>.<lambda>'",
        ),
        when=lambda found: (
            "<lambda>" in found["what"]
            and (
                "torch.save(" in found.code
                or re.search(r"\b_?(?:legacy_)?save\b", _last_frame(found)) is not None
            )
        ),
    ),
    Entry(
        (
            "Can't pickle {what:text}: {why:text}",
            "Can't pickle local object '{what:quoted}'",
            "Can't get local object '{what:quoted}'",
            "cannot pickle '{what:quoted}' object",
            "can't pickle {what:name} objects",
        ),
        "",
        "torch.save pickles what it gets, and something in it cannot be: {what}. A whole model "
        "brings all along that hangs on it, locks, open files and functions too.",
        "Save model.state_dict() in place of the model, and of a checkpoint only numbers and "
        "dictionaries.",
        "import io\nimport threading\ntorch.save({'lock': threading.Lock()}, io.BytesIO())",
        when=lambda found: (
            (
                "torch.save(" in found.code
                or re.search(r"\b_?(?:legacy_)?save\b", _last_frame(found)) is not None
            )
            and "<lambda>" not in str(found.fields)
        ),
    ),
    Entry(
        (
            "can't pickle {name:name} objects{after:text}",
            "cannot pickle '{name:quoted}' object{after:text}",
            "{name:h5py} objects cannot be pickled{after:text}",
        ),
        "",
        "A Dataset is pickled to hand it to the workers of a DataLoader, and what it keeps, "
        "{name}, cannot be: an open file, a database, or an object of a library in C++.",
        "Keep only the path or the settings in __init__, and make it in __getitem__ the first time "
        'that it is needed: if self.file is None: self.file = h5py.File(self.path, "r"). Or write '
        "num_workers=0. If no workers are started, look for what is saved or copied whole, by "
        "torch.save(model) or copy.deepcopy, and keep it out of that.",
        None,
        recorded=(
            "TypeError: h5py objects cannot be pickled",
            "TypeError: can't pickle cv2.CLAHE objects",
            "PyTorch DataLoader TypeError: cannot pickle '_io.BufferedReader' object",
        ),
        when=lambda found: (
            not found.code
            and (
                found["name"].startswith(("cv2", "h5py"))
                or (found["name"].startswith(OPENED) and titled(found, LOADED_BY))
            )
        ),
    ),
    Entry(
        (
            "can't pickle {name:name} objects{after:text}",
            "cannot pickle '{name:quoted}' object{after:text}",
        ),
        "",
        "pickle writes all that hangs on an object, and a part of it cannot be written: {name}. "
        "torch.save of a whole model, a DataLoader that hands its data set to workers, and "
        "copy.deepcopy work so.",
        "Where a model is saved write torch.save(model.state_dict(), path), and keep "
        "SummaryWriter, loggers, locks and open files out of the model. Where workers are "
        "started make it in __getitem__, the first time that it is needed, or write num_workers=0.",
        None,
        recorded=(
            "PyTorch: TypeError: can't pickle _thread.lock objects",
            "TypeError: can't pickle SwigPyObject objects",
        ),
        when=lambda found: (
            not found.code and (found["name"].startswith("Swig") or titled(found, LOADED_BY))
        ),
    ),
    Entry(
        (
            "Can't pickle local object '{name:quoted}'{after:text}",
            "Can't get local object '{name:quoted}'{after:text}",
            "Can't pickle <function {name:path} at {after:text}",
        ),
        "",
        "pickle keeps functions and classes by their names, and does not find one that is a "
        "lambda, or was made inside a function. It is {name}.",
        "Put it at the top of a file under a name of its own. torch.save of a whole model pickles "
        "it, and so do the workers of a DataLoader on Windows and macOS: save model.state_dict(), "
        "or write num_workers=0.",
        None,
        recorded=(
            "PyTorch AttributeError: Can't pickle local object 'main.<locals>.<lambda>'",
            "PyTorch PicklingError: Can't pickle <function <lambda> at 0x7f>: attribute lookup "
            "<lambda> on __main__ failed",
        ),
        when=lambda found: titled(found, LOADED_BY),
    ),
    Entry(
        (
            "NEWOBJ class argument isn't a type object",
            "NEWOBJ class argument must be a type, not {kind:text}",
        ),
        "env",
        "The file holds an object of a class, and what has the class's name here is none: the "
        "library, or the program, that it comes from is of another release than the one that saved "
        "it.",
        "Load the file with the releases that it was saved with, and save model.state_dict() "
        "there, which needs no class.",
        None,
        recorded=(
            "    result = unpickler.load()\n_pickle.UnpicklingError: NEWOBJ class argument isn't a "
            "type object",
        ),
        when=lambda found: (
            _loading(found) or "unpickler.load()" in found.before or titled(found, LOADED_BY)
        ),
        command="env",
    ),
    Entry(
        "write() argument must be str, not {:bytes|memoryview}",
        "",
        "torch.save writes bytes, and the file was opened for text.",
        'Write torch.save(state, "model.pt") with the name, or open(path, "wb").',
        "import io\ntorch.save(torch.ones(2), open('/dev/null', 'w'))",
        when=_in_a_file,
    ),
    Entry(
        (
            "File {path:path} cannot be opened",
            "open file failed because of errno {number:int} on fopen: {why:text}, file path",
            "open file failed with strerror: {why:text}",
            "The provided filename {path:path} does not exist",
        ),
        "",
        "There is no file of that name, or it may not be opened. It is {path}.",
        "Print os.path.abspath(path) and os.listdir(): a name without a folder is looked for where "
        "the program was started, and capital letters count. os.makedirs(folder, exist_ok=True) "
        "makes a folder.",
        None,
        recorded=(
            "RuntimeError: open file failed because of errno 2 on fopen: No such file or "
            "directory, file path: a.pt",
        ),
        when=lambda found: (
            "why" in found.fields
            or found.type == "ValueError"
            or "torch" in found.before + found.code
            or found["path"].endswith((".pt", ".pth", ".ckpt", ".bin", ".tar", ".pkl"))
        ),
    ),
    Entry(
        "Unknown builtin op: {name:name}::{op:name}",
        "env",
        "A file of TorchScript calls {name}::{op}, and the package that brings it was not "
        "imported.",
        "Write import {name} before torch.jit.load, and install the release that goes with torch.",
        None,
        recorded=(
            "RuntimeError: \nUnknown builtin op: torchvision::nms.\nCould not find any similar ops "
            "to torchvision::nms. This op may not exist or may not be currently supported in "
            "TorchScript.",
        ),
        when=lambda found: found["name"].startswith("torch"),
        command="env",
    ),
    Entry(
        (
            "'{kind:_IncompatibleKeys}' object has no attribute '{name:name}'",
            "'_IncompatibleKeys' object is not {:callable|subscriptable|iterable}",
            "'{kind:NoneType}' object has no attribute '{name:eval|to|cuda|train}'",
        ),
        "",
        "load_state_dict fills the model, and gives back what did not fit, not the model.",
        "Write model.load_state_dict(state) on a line of its own, and model.eval() on the next.",
        "from torch import nn\nm = nn.Linear(2, 2)\nm.load_state_dict(m.state_dict()).eval()",
        when=lambda found: (
            found.type == "TypeError"
            or "_Incompatible" in str(found.fields.get("kind", ""))
            or "load_state_dict(" in found.line
        ),
    ),
    Entry(
        (
            "version_ <= kMaxSupportedFileFormatVersion INTERNAL ASSERT FAILED",
            "{path:path} is a zip archive (did you mean to use torch.jit.load()?)",
            "Attempted to read a PyTorch file with version {a:int}, but the maximum supported "
            "version for reading is {b:int}",
        ),
        "env",
        "The file was written by a later PyTorch than the one that reads it: since 1.6 torch.save "
        "writes another format. Or it is one of TorchScript.",
        "Install a newer PyTorch. Where the file was made, torch.save(…, "
        "_use_new_zipfile_serialization=False) writes the old format. A file of TorchScript is "
        "opened by torch.jit.load(path).",
        None,
        recorded=(
            "RuntimeError: version_ <= kMaxSupportedFileFormatVersion INTERNAL ASSERT FAILED at "
            "/pytorch/caffe2/serialize/inline_container.cc:132, please report a bug to PyTorch.",
            "RuntimeError: /home/a/model.pth is a zip archive (did you mean to use "
            "torch.jit.load()?)",
        ),
        command="env",
    ),
    Entry(
        "'{name:quoted}'",
        "",
        "The file does not hold a part called {name}: it may hold the model's numbers alone, or "
        "call it otherwise.",
        "Print checkpoint.keys(). Names of layers mean that it is the state itself: "
        "model.load_state_dict(checkpoint).",
        None,
        recorded=(
            'File "a.py", line 3, in <module>\n    model.load_state_dict(torch.load(path)['
            "\"state_dict\"])\nKeyError: 'state_dict'",
            "KeyError: 'model_state_dict'",
            'File "a.py", line 3, in <module>\n    start = checkpoint["epoch"]\nKeyError: '
            "'epoch'",
        ),
        when=lambda found: (
            found.type == "KeyError"
            and "torch/optim" not in found.before[-3000:].replace("\\", "/")
            and (
                (
                    found["name"].endswith("state_dict")
                    # A traceback shows whether torch is there.
                    and (
                        (not found.code and 'File "' not in found.before)
                        or re.search(f"torch|_dict\\(|{CHECKPOINT}", found.before + found.code)
                        is not None
                    )
                )
                or re.search(r"load_state_dict\(|torch\.load\(|" + CHECKPOINT, found.line)
                is not None
            )
        ),
    ),
    Entry(
        STATE + "{:text}size mismatch for {name:name}: copying a param with shape {:torch.Size(|}"
        "[{saved:shape}]{:)|} from checkpoint, the shape in current model is {:torch.Size(|}"
        "[{here:shape}]",
        "tensor shape",
        "{name} is empty in this model, [0], and has the shape [{saved}] in the file. DeepSpeed's "
        "ZeRO-3, or FSDP, has split the model's numbers among the processes.",
        "Load the file before the model is split, or inside with "
        "deepspeed.zero.GatheredParameters(…); or train with ZeRO-2.",
        None,
        recorded=(
            "RuntimeError: Error(s) in loading state_dict for Linear:\n\tsize mismatch for weight: "
            "copying a param with shape torch.Size([4096, 1024]) from checkpoint, the shape in "
            "current model is torch.Size([0]).",
        ),
        when=lambda found: found["here"].strip() == "0" and found["saved"].strip() != "0",
    ),
    Entry(
        (
            "pickle data was truncated",
            "STACK_GLOBAL requires str",
            "could not find MARK",
            "Ran out of input",
            "unpickling stack underflow",
            "Ran out of input{after:text}",
            "unpickling stack underflow{after:text}",
            "pickle data was truncated{after:text}",
        ),
        "",
        "torch.load could not read the file to its end: it is empty, or it was not loaded, copied "
        "or saved whole.",
        "Look at its size. If it is 0, or smaller than the source's, delete it, and get it once "
        "more; a library keeps it in a cache, such as ~/.cache/torch/hub/checkpoints. If you saved "
        "it, the program was stopped while it wrote, the disk was full, two processes wrote at "
        "once, or it is being written still. A file object that was read before stands at its end: "
        "hand over the path, or file.seek(0).",
        None,
        recorded=(
            'File "/site-packages/torch/serialization.py", line 9, in _legacy_load\n    '
            "magic_number = pickle_module.load(f)\n_pickle.UnpicklingError: pickle data was "
            "truncated",
            '  File "a.py", line 2, in <module>\n    x = torch.load("a.pt")\n'
            "EOFError: Ran out of input",
        ),
        when=lambda found: _loading(found) or ("after" in found.fields and _asks_of_a_file(found)),
    ),
    Entry(
        (
            "'ascii' codec can't decode byte {byte:name} in position {place:int}: {why:text}",
            "'ascii' codec can't decode byte {byte:name} in position {place:int}{after:text}",
        ),
        "",
        "The file holds strings or arrays that Python 2 wrote, as a rule, and pickle takes their "
        "bytes for ASCII.",
        'Write torch.load(path, encoding="latin1"); for plain pickle pickle.load(file, '
        'encoding="latin1"), with the file opened by open(path, "rb").',
        None,
        recorded=(
            'File "/site-packages/torch/serialization.py", line 9, in _load\n    result = '
            "unpickler.load()\nUnicodeDecodeError: 'ascii' codec can't decode byte 0x8d in "
            "position 1: ordinal not in range(128)",
        ),
        when=lambda found: (
            _in_a_file(found) or ("after" in found.fields and _asks_of_a_file(found))
        ),
    ),
    Entry(
        "No module named 'numpy._core{rest:text}",
        "env",
        "The file was written with NumPy 2, and NumPy 1 is installed here, where numpy._core has "
        "another name.",
        "Install NumPy 2 with a PyTorch that takes it: python -m pip install -U numpy torch. Or "
        "save the file anew where it was made, as tensors in place of arrays.",
        None,
        recorded=(
            'File "/site-packages/torch/serialization.py", line 9, in _load\n    result = '
            "unpickler.load()\nModuleNotFoundError: No module named 'numpy._core'",
        ),
        when=lambda found: _in_a_file(found) or "torch.load" in found.code,
        command="env",
    ),
    Entry(
        "No module named 'torch_geometric.{name:name}'",
        "env",
        "The file was written with a later torch_geometric, and asks for torch_geometric.{name}, "
        "which the installed one does not have.",
        "Write python -m pip install -U torch_geometric, or delete the folder processed beside the "
        "raw data: the data set is then made anew.",
        None,
        recorded=(
            'File "/site-packages/torch/serialization.py", line 851, in _load\n    result = '
            "unpickler.load()\nModuleNotFoundError: No module named 'torch_geometric.data.storage'",
        ),
        when=_in_a_file,
        command="env",
    ),
    Entry(
        ("No module named '{name:quoted}'{after:text}", "No module named {name:name}{after:text}"),
        "",
        "The file holds more than numbers, such as a whole model, and pickle looks for the class "
        "in the module {name}, which is not found here.",
        "If {name} belongs to the project that saved the file, start the program in that "
        "project's folder, or put the folder into sys.path before torch.load. If it is a library, "
        "install it. A file of model.state_dict() needs no class: save that next time.",
        None,
        recorded=(
            'File "/site-packages/torch/serialization.py", line 9, in load\n    return _load(f)\n'
            "ModuleNotFoundError: No module named 'models'",
            "torch.load() ModuleNotFoundError: No module named 'utils'",
            "No module named 'parse_config' while trying to load a checkpoint in PyTorch",
        ),
        when=_module_missing,
    ),
    Entry(
        (
            "[Errno 2] No such file or directory: '{path:quoted}'",
            "[Errno 20] Not a directory: '{path:quoted}'",
            "Parent directory {path:text} does not exist",
        ),
        "",
        "The path begins with ~, which a shell reads as your home folder, and Python does not: it "
        "looks for a folder that is called ~. The path is {path}.",
        "Write path = os.path.expanduser(path) before it is opened, or the whole path.",
        "torch.load('~/no/such/model.pt')",
        when=lambda found: (
            found["path"].startswith("~")
            and (found.type == "RuntimeError" or _in_a_file(found) or _titled(found))
        ),
    ),
    Entry(
        "[Errno 22] Invalid argument: '{path:quoted}'",
        "",
        "The system takes no such name for a file. On Windows : ? * < > | and the quotation mark "
        "are not allowed in it, and a backslash before a letter may become another sign, as \\t "
        "and \\n do. The path is {path}.",
        'Write it with r before it, r"C:\\new\\model.pt", or with /. If the time is in the name '
        'write it without colons: time.strftime("%Y-%m-%d_%H-%M-%S"). What is hidden at its '
        "beginning print(ascii(path)) shows.",
        None,
        recorded=(
            'File "C:\\lib\\site-packages\\torch\\serialization.py", line 183, in f\n    f = '
            "open(f, mode)\nOSError: [Errno 22] Invalid argument: './2020-07-03 10:52:46.pth'",
        ),
        when=_in_a_file,
    ),
    Entry(
        "[Errno 22] Invalid argument{after:text}",
        "",
        "The system refused to read or write so much in one piece: on Windows and macOS older "
        "releases of PyTorch and Python failed with files of more than 2 GB.",
        "Install a newer PyTorch and Python, and hand the file's name to torch.load and "
        "torch.save. Else save in parts of less than 2 GB, or load the file on Linux and save it "
        "in parts there. If the file is smaller, copy it to a disk of this machine.",
        None,
        recorded=(
            'File "torch\\serialization.py", line 581, in _load\n    '
            "deserialized_objects[key]._set_from_file(f, offset, f_should_read_directly)\nOSError: "
            "[Errno 22] Invalid argument",
            "OSError: [Errno 22] Invalid argument when using torch.load",
        ),
        when=lambda found: (
            not found["after"].startswith(":")
            and (_in_a_file(found) or titled(found, re.compile(r"torch\.(?:load|save)")))
        ),
    ),
    Entry(
        (
            "[Errno 2] No such file or directory: '{path:quoted}'",
            "[Errno 21] Is a directory: '{path:quoted}'",
            "[Errno 20] Not a directory: '{path:quoted}'",
            "[Errno 13] Permission denied: '{path:quoted}'",
        ),
        "",
        "torch.load or torch.save opens a file, and there is none of that name, or it is a folder, "
        "or may not be opened. It is {path}.",
        "Print os.path.abspath(path) and os.listdir(): a name without a folder is looked for where "
        "the program was started, and capital letters count. os.makedirs(folder, exist_ok=True) "
        "makes a folder. A folder needs the file's name behind it, also where Windows says "
        "Permission denied.",
        "torch.load('/no/such/model.pt')",
        when=_in_a_file,
    ),
    Entry(
        "Could not allocate bytes object!{after:text}",
        "memory temporary",
        "The main memory ran out: all that is to be written was to become one piece of bytes, "
        "beside the tensors themselves.",
        "Save model.state_dict() alone, to a path in place of io.BytesIO(), with other programs "
        "closed and what is not needed deleted. In torch.onnx.export a model of more than 2 GB "
        "needs its weights in files of their own, as dynamo=True writes them.",
        None,
        recorded=(
            "PyTorch torch.save RuntimeError: Could not allocate bytes object!",
            'File "/site-packages/torch/serialization.py", line 9, in _save\n    pass\n'
            "RuntimeError: Could not allocate bytes object!",
        ),
        when=lambda found: (
            titled(found) or re.search(r"[/\\]torch[/\\]", found.before[-6000:]) is not None
        ),
    ),
    Entry(
        (
            "Cannot use ``weights_only=True`` with files saved in the legacy .tar format",
            "Cannot use ``weights_only=True`` with TorchScript archives passed to ``torch.load``",
        ),
        "env",
        "Since PyTorch 2.6 torch.load reads numbers only, unless it is told to run what the file "
        "holds, and this file is of a kind that needs that.",
        "If you trust its source write torch.load(path, weights_only=False); a TorchScript file "
        "is opened by torch.jit.load(path).",
        None,
        recorded=(
            "RuntimeError: Cannot use ``weights_only=True`` with files saved in the legacy .tar "
            "format.",
        ),
    ),
    Entry(
        (
            "expected 'f' to be string, path, or a file-like object with a 'write' attribute",
            "'{kind:name}' object has no attribute 'seek'. You can only torch.load from a file "
            "that is seekable",
            "'{kind:quoted}' object has no attribute 'read'. You can only torch.load from a file "
            "that is seekable",
            "You can only torch.load from a file that is seekable",
            "{:save|load}() missing 1 required positional argument: 'f'",
        ),
        "",
        "torch.save takes the object and then the file's name, torch.load the name, or a file that "
        "can go back to its beginning.",
        'Write torch.save(model.state_dict(), "model.pt") and torch.load("model.pt"). What comes '
        "from the network or out of a zip file goes through io.BytesIO(f.read()).",
        "torch.save(torch.ones(2), 3)",
        recorded=(
            "AttributeError: 'dict' object has no attribute 'seek'. You can only torch.load from a "
            "file that is seekable. Please pre-load the data into a buffer like io.BytesIO and try "
            "to load from it instead.",
        ),
    ),
    Entry(
        "'param_groups'",
        "autograd leaves",
        "An optimizer loads what optimizer.state_dict() gave, and this dictionary is another one: "
        "the model's, or a file that holds several.",
        "Save both, dict(model=model.state_dict(), optimizer=optimizer.state_dict()), and load "
        'each with its own: optimizer.load_state_dict(checkpoint["optimizer"]).',
        "from torch import optim\n"
        "optim.Adam([torch.ones(2, requires_grad=True)]).load_state_dict({})",
        when=lambda found: found.type == "KeyError" and "load_state_dict" in found.code,
    ),
    Entry(
        (
            STATE + "{:text}While copying the parameter named {:'|\"}{name:quoted}{:'|\"}, "
            "expected torch.Tensor or Tensor-like object from checkpoint but received <class "
            "'{kind:quoted}'>",
            "While copying the parameter named {:'|\"}{name:quoted}{:'|\"}, expected torch.Tensor "
            "or Tensor-like object from checkpoint but received <class '{kind:quoted}'>",
            "expected torch.Tensor or Tensor-like object from checkpoint but received <class "
            "'{kind:quoted}'>",
        ),
        "tensor create",
        "load_state_dict wants a tensor under each name, and this dictionary holds something else. "
        "That is of type {kind}.",
        "Make tensors of them: state = dict((k, torch.as_tensor(v)) for k, v in state.items()).",
        "from torch import nn\nm = nn.Linear(2, 2)\n"
        'm.load_state_dict({"weight": 1, "bias": torch.ones(2)})',
    ),
    Entry(
        (
            STATE + "{:text}While copying the parameter named {:'|\"}{name:quoted}{:'|\"}, whose "
            "dimensions in the model are {:few} and whose dimensions in the checkpoint are {:few}, "
            "an exception occur{:r|}ed{:| }: {why:text}",
            "While copying the parameter named {:'|\"}{name:quoted}{:'|\"}, whose dimensions in "
            "the model are {:few} and whose dimensions in the checkpoint are {:few}, an exception "
            "occur{:r|}ed{:| }: {why:text}",
        ),
        "tensor shape",
        "{name} could not be taken from the file into the model, for the reason that the message "
        "names at its end.",
        "Print the shape, the type and the device of both: state[name] and "
        "model.state_dict()[name]. A sparse tensor becomes a plain one by to_dense(), and a model "
        "on the device meta takes numbers by load_state_dict(state, assign=True).",
        'from torch import nn\nnn.Linear(2, 2).load_state_dict({"weight": torch.ones(2, 2)'
        '.to_sparse(), "bias": torch.ones(2)})',
        when=lambda found: "must match the size" not in found["why"],
    ),
    Entry(
        (
            STATE + "{:text}size mismatch for {name:name}: " + SIZES,
            MISMATCH + SIZES,
        ),
        "tensor shape",
        "The file and the model differ in the channels that a convolution takes: {name} has "
        "{before_} in the file, and {now_} in this model. Pictures are of 1 channel if they are "
        "grey, and of 3 in colours.",
        "Give the model's convolution the channels of the file before load_state_dict: "
        "nn.Conv2d({before_}, {out_}, …). Or keep the model, and turn the numbers before they are "
        "loaded: w.sum(1, keepdim=True) makes 1 channel of 3, w.repeat(1, 3, 1, 1) / 3 makes 3 of "
        "1.",
        "from torch import nn\nnn.Conv2d(3, 8, 3).load_state_dict(nn.Conv2d(1, 8, 3).state_dict())",
        when=_other_channels,
        more=lambda found: {
            "before_": str(found.shape("saved")[1]),
            "now_": str(found.shape("here")[1]),
            "out_": str(found.shape("here")[0]),
        },
    ),
    Entry(
        (
            STATE + "{:text}size mismatch for {name:name}: " + SIZES,
            MISMATCH + SIZES,
            STATE + "{:text}size mismatch for {name:name}",
            "{:size|Size} mismatch for {name:name}",
        ),
        "tensor shape",
        "{name} has a row for each word or item, and a column for each number of its vector, and "
        "the file has other sizes than this model. They are [{saved}] there and [{here}] here.",
        "If the rows differ, the vocabulary is another one: save it with the model, and load it in "
        "place of building it anew. In transformers load the saved tokenizer too, and call "
        "model.resize_token_embeddings(len(tokenizer)) before load_state_dict. If the columns "
        "differ, make the model with the length that it had.",
        "from torch import nn\nm, saved = (nn.ModuleDict(dict(embedding=nn.Embedding(n, 2))) for n "
        "in (3, 4))\nm.load_state_dict(saved.state_dict())",
        recorded=("RuntimeError: size mismatch for embedding.weight",),
        when=lambda found: (
            OF_WORDS.search(found["name"]) is not None
            and NO_WORDS.search(found["name"]) is None
            and ("saved" not in found.fields or len(found.shape("saved")) == 2)
        ),
    ),
    Entry(
        (
            STATE + "{:text}size mismatch for {name:name}" + BEHIND + SIZES,
            MISMATCH + SIZES,
        ),
        "tensor shape",
        "{name} gives the boxes of a detector, with 4 rows for each class, and the classes differ: "
        "{before_} in the file, and {now_} in this model. {agnostic}",
        "Make the detector as it was trained: with the same number of classes, the background "
        "counted where the library counts it, and the same option for one box or one for each "
        "class (--cag, class_agnostic or CLS_AGNOSTIC_BBOX_REG). To train it for classes of your "
        "own load the weights first, and put in a new last layer after that, in torchvision "
        "FastRCNNPredictor(in_features, classes): a layer that is left out of the loading gives "
        "boxes at random until it is trained.",
        None,
        recorded=(
            "RuntimeError: Error(s) in loading state_dict for resnet:\n    **size mismatch for "
            "RCNN_bbox_pred.weight:** copying a param with shape torch.Size([324, 2048]) from "
            "checkpoint, the shape in current model is torch.Size([4, 2048]).",
            "size mismatch for roi_heads.box_predictor.bbox_pred.bias: copying a param with shape "
            "torch.Size([364]) from checkpoint, the shape in current model is torch.Size([8]).",
        ),
        when=lambda found: (
            OF_BOXES.search(found["name"]) is not None
            and found.shape("saved")[1:] == found.shape("here")[1:]
            and found.shape("saved")[0] % 4 == found.shape("here")[0] % 4 == 0
        ),
        more=_boxes,
    ),
    Entry(
        (
            STATE + "{:text}size mismatch for {name:name}" + BEHIND + SIZES,
            STATE + "{:text}size mismatch for {name:name}: copying a param {:with shape|of} "
            "torch.{:S|s}ize([{saved:shape}]) from checkpoint, where the shape is "
            "torch.{:S|s}ize([{here:shape}]) in current model",
            STATE + "{:text}While copying the parameter named {:'|\"}{name:quoted}{:'|\"}, whose "
            "dimensions in the model are torch.Size([{here:shape}]) and whose dimensions in the "
            "checkpoint are torch.Size([{saved:shape}])",
            MISMATCH + SIZES,
            MISMATCH + "copying a param {:with shape|of} torch.{:S|s}ize([{saved:shape}]) from "
            "checkpoint{:, |,}where the shape is torch.{:S|s}ize([{here:shape}])",
            "While copying the parameter named {:'|\"}{name:quoted}{:'|\"}, whose dimensions in "
            "the model are torch.Size([{here:shape}]) and whose dimensions in the checkpoint are "
            "torch.Size([{saved:shape}])",
            SIZES,
            STATE + "{:text}size mismatch for {part:name}",
            "{:size|Size} mismatch for {part:name}",
        ),
        "tensor shape",
        "The file was made by a model of other sizes. "
        "{name} has the shape [{saved}] in the file, and [{here}] in this model. The model is "
        "{model}.",
        "Make the model as it was saved, load, and change it after that: its number of classes, "
        "where the last layer is named, its length of texts or size of pictures, where positions, "
        "masks or a first linear layer are. Or drop what does not fit: own = model.state_dict(); "
        "state = dict((k, v) for k, v in state.items() if k in own and v.shape == own[k].shape); "
        "model.load_state_dict(state, strict=False), and train those layers, which are at random "
        "then. strict=False alone does not help.",
        "from torch import nn\nnn.Linear(2, 2).load_state_dict(nn.Linear(3, 2).state_dict())",
        recorded=(
            "RuntimeError: Error(s) in loading state_dict for Net:\n\tWhile copying the parameter "
            'named "fc.weight", whose dimensions in the model are torch.Size([10, 512]) and whose '
            "dimensions in the checkpoint are torch.Size([1000, 512]).",
            "size mismatch for fc.bias: copying a param with shape torch.Size([19]) from "
            "checkpoint, the shape in current model is torch.Size([16]).",
            "RuntimeError: Error(s) in loading state_dict for ResNet:\n\tsize mismatch for "
            "fc.weight: copying a param of torch.Size([1000, 512]) from checkpoint, where the "
            "shape is torch.Size([10, 512]) in current model.",
            "Mismatch for fcn.weight:copying a param of torch.size([99,256,1,1]) from checkpoint,"
            "where the shape is torch.Size([400,256,1,1]) in current model",
            "RuntimeError: size mismatch for fc.weight when loading",
        ),
        # A parameter's name has a point in it.
        when=lambda found: "." in found.fields.get("part", "."),
    ),
    Entry(
        STATE + " Unexpected running stats buffer(s) {keys:keys} for {kind:name} with "
        "track_running_stats=False",
        "tensor shape",
        "The saved {kind} kept a running mean, as all did before PyTorch 0.4, and this one keeps "
        "none.",
        "Load what is there: model.load_state_dict(state, strict=False). Or leave the names with "
        "running_mean and running_var out of state.",
        None,
        recorded=(
            "RuntimeError: Error(s) in loading state_dict for Net:\n\tUnexpected running stats "
            'buffer(s) "norm.running_mean" and "norm.running_var" for InstanceNorm2d with '
            "track_running_stats=False. If state_dict is a checkpoint saved before 0.4.0, this "
            "may be expected because InstanceNorm2d does not track running stats by default since "
            "0.4.0.",
        ),
    ),
    Entry(
        (KEYS[1], KEYS[3]),
        "tensor shape",
        "The file holds {unexpected_}, the numbers 0, 1, 2 and so on, which transformers saved "
        "before 4.31, and this one does not ask for.",
        "Write model.load_state_dict(state, strict=False), or delete that name from state: nothing "
        "is lost.",
        None,
        recorded=(
            "RuntimeError: Error(s) in loading state_dict for CLIPTextModel:\n\tUnexpected key(s) "
            'in state_dict: "text_model.embeddings.position_ids".',
            "RuntimeError: Error(s) in loading state_dict for DataParallel: Unexpected key(s) in "
            'state_dict: "module.bert.embeddings.position_ids"',
        ),
        when=lambda found: (
            _names(found)[1] != []
            and all(name.endswith("embeddings.position_ids") for name in _names(found)[1])
        ),
        more=lambda found: {"unexpected_": next(iter(_names(found)[1]), "")},
    ),
    Entry(
        (*KEYS, 'unexpected key "{one:quoted}" in state_dict'),
        "tensor shape",
        WRAPPED,
        WRAPPED_OUT,
        "from torch import nn\n"
        'nn.Linear(2, 2).load_state_dict({"module.weight": torch.ones(2, 2)})',
        when=_prefixed,
    ),
    Entry(
        (KEYS[0], KEYS[2]),
        "tensor shape",
        "The names of this model begin with module., since it is wrapped in DataParallel or "
        "DistributedDataParallel, and the saved ones do not.",
        "Load before wrapping it, or into the model inside: model.module.load_state_dict(state).",
        "from torch import nn\nm = nn.DataParallel(nn.Linear(2, 2))\n"
        'm.load_state_dict({"weight": torch.ones(2, 2)})',
        when=_unprefixed,
    ),
    Entry(
        KEYS,
        "tensor shape",
        "Names with _orig_mod. come from a model that went through torch.compile, and only one of "
        "the two did.",
        "If the file has it, take it away: model.load_state_dict("
        '{{k.removeprefix("_orig_mod."): v for k, v in state.items()}}). If the model has it, load '
        "before compiling, or into model._orig_mod.",
        "from torch import nn\n"
        'nn.Linear(2, 2).load_state_dict({"_orig_mod.weight": torch.ones(2, 2)})',
        when=_compiled,
    ),
    Entry(
        (KEYS[0], KEYS[2]),
        "tensor shape",
        "The saved names begin with {prefix} and those of this model do not: the file was made by "
        "a model that holds this one as a part, as a LightningModule does.",
        "Take it away, and load what belongs to the part: model.load_state_dict("
        '{{k.removeprefix("{prefix}"): v for k, v in state.items() if k.startswith("{prefix}")}}). '
        "Before Python 3.9 write k[{length}:] in place of k.removeprefix. Or load into the whole "
        "model.",
        "from torch import nn\n"
        'nn.Linear(2, 2).load_state_dict({"net.weight": torch.ones(2, 2), "net.bias": 1})',
        when=lambda found: _prefix(found) not in ("", "module.", "_orig_mod."),
        more=lambda found: {"prefix": _prefix(found), "length": str(len(_prefix(found)))},
    ),
    Entry(
        (KEYS[0], KEYS[2]),
        "tensor shape",
        "The names of this model begin with {prefix} and the saved ones do not: the file was made "
        "by a part of this model, which stands alone there.",
        "Load it into that part: model.{part}.load_state_dict(state).",
        "from torch import nn\nclass Net(nn.Module):\n    def __init__(self):\n        "
        "super().__init__()\n        self.net = nn.Linear(2, 2)\n"
        "Net().load_state_dict(nn.Linear(2, 2).state_dict())",
        when=lambda found: _wrapped(found) not in ("", "module.", "_orig_mod."),
        more=lambda found: {"prefix": _wrapped(found), "part": _wrapped(found).rstrip(".")},
    ),
    Entry(
        (KEYS[0], KEYS[2]),
        "tensor shape",
        "Batch normalisation counts its batches since PyTorch 0.4.1, and the file has no such "
        "numbers.",
        "Write model.load_state_dict(state, strict=False): all else is loaded, and the count is "
        "not needed to predict.",
        "from torch import nn\nm = nn.BatchNorm1d(2)\nstate = m.state_dict()\n"
        'del state["num_batches_tracked"]\nm.load_state_dict(state)',
        when=lambda found: (
            _names(found)[0] != []
            and _names(found)[1] == []
            and all(name.endswith("num_batches_tracked") for name in _names(found)[0])
        ),
    ),
    Entry(
        KEYS,
        "tensor shape",
        "A whole checkpoint was handed over, and the model's state is one of its parts.",
        'Write model.load_state_dict(checkpoint["{part}"]), with the name under which '
        "print(checkpoint.keys()) shows it.",
        "from torch import nn\n"
        'nn.Linear(2, 2).load_state_dict({"epoch": 3, "model": {"weight": torch.ones(2, 2)}})',
        when=_is_whole,
        more=lambda found: {"part": _part(found)},
    ),
    Entry(
        (
            STATE + " Missing key(s) in state_dict: {keys:keys}",
            STATE + " Unexpected key(s) in state_dict: {unexpected:keys}",
            "Missing key(s) in state_dict: {keys:keys}",
            "Unexpected key(s) in state_dict: {unexpected:keys}",
            "Missing key(s) in state_dict",
            "Unexpected key(s) in state_dict",
            STATE + " Missing key(s) in state_dict",
            STATE + " Unexpected key(s) in state_dict",
            "{:Unexpected|unexpected|Missing|missing} keys in state_dict",
            'missing keys in state_dict: "{keys:text}"',
            'unexpected key "{keys:quoted}" in state_dict',
        ),
        "tensor shape",
        "The names in the file are not those of this model: missing are those that only the model "
        "has, unexpected those that only the file has. The model is {model}.",
        "Print the file's keys(). If they are words such as model or epoch, the state is a part: "
        'checkpoint["model"]. If all differ by what stands before them, as module. or model., take '
        "that away. If they are other layers, it is another model's file, or the model was changed "
        "since, or its library was: make it as it was saved. If only layers that you added are "
        "missing, or only ones that you took out are unexpected, add strict=False. It passes over "
        "all that does not fit, and leaves those layers at random: print what it returns.",
        'from torch import nn\nnn.Linear(2, 2).load_state_dict({"weight": torch.ones(2, 2)})',
    ),
    Entry(
        "Error(s) in loading state_dict for {model:name}:{:text}size mismatch {:for|of}",
        "tensor shape",
        "The file was made by a model of other sizes than this one, {model}.",
        "Behind the words size mismatch stand both shapes, the file's first. Make the model with "
        "the numbers that it was saved with (classes, hidden sizes, layers, vocabulary, size of "
        "pictures), and look whether it is the right file. To keep the new sizes drop what does "
        "not fit: own = model.state_dict(); state = dict((k, v) for k, v in state.items() if k in "
        "own and v.shape == own[k].shape); model.load_state_dict(state, strict=False). Those "
        "layers have to be trained anew.",
        None,
        recorded=(
            "RuntimeError: Error(s) in loading state_dict for Generator: size mismatch for weights "
            "and biases",
        ),
    ),
    Entry(
        "Error(s) in loading state_dict for {model:name}",
        "tensor shape",
        "What is in the file does not fit this model, by names or by sizes. The model is {model}.",
        "The lines below the message say which. For size mismatch make the model with the sizes "
        "that it was saved with, or leave those names out of state "
        "and load with strict=False. For Missing and Unexpected key(s) compare "
        "model.state_dict().keys() with the file's: module. before the names comes from "
        'DataParallel, and the state may be a part of the file, checkpoint["state_dict"]. If only '
        "a new last layer, num_batches_tracked or position_ids is missing, strict=False does no "
        "harm: the new layer is trained anyway.",
        None,
        recorded=("RuntimeError: Error(s) in loading state_dict for Net:",),
    ),
    Entry(
        LOADED,
        "tensor shape",
        NO_BRACKETS,
        NO_BRACKETS_OUT,
        "from torch import nn\nm = nn.Linear(2, 2)\nm.load_state_dict(m.state_dict)",
        when=lambda found: found["kind"] in ("function", "method", "builtin_function_or_method"),
    ),
    Entry(
        LOADED,
        "tensor shape",
        STATE_REASON,
        STATE_OUT,
        'from torch import nn\nnn.Linear(2, 2).load_state_dict("a.pt")',
    ),
    Entry(
        (
            "'{kind:function|method|builtin_function_or_method}' object has no attribute "
            "'{:copy|keys|items}'",
            "'{kind:function|method|builtin_function_or_method}' object is not iterable",
        ),
        "tensor shape",
        NO_BRACKETS,
        NO_BRACKETS_OUT,
        None,
        recorded=(
            '  File "a.py", line 43, in <module>\n    model.load_state_dict(torch.load(path))\n  '
            'File "/lib/python3.7/site-packages/torch/nn/modules/module.py", line 803, in '
            "load_state_dict\n    state_dict = state_dict.copy()\nAttributeError: 'function' "
            "object "
            "has no attribute 'copy'",
        ),
        when=lambda found: found.calls("load_state_dict"),
    ),
    Entry(
        (
            "'{kind:name}' object has no attribute '{:copy|keys|items}'{after:text}",
            "'{kind:name}' object is not iterable",
        ),
        "tensor shape",
        STATE_REASON,
        STATE_OUT,
        None,
        recorded=(
            '  File "a.py", line 5, in <module>\n    net.load_state_dict(net2)\n'
            "AttributeError: 'Net' object has no attribute 'copy'",
        ),
        when=lambda found: (
            (found.calls("load_state_dict") or titled(found, re.compile("load_state_dict")))
            and found["kind"] != "Tensor"
        ),
    ),
    Entry(
        (
            "loaded state dict contains a parameter group that doesn't match the size of "
            "optimizer's group",
            "loaded state dict has a different number of parameter groups",
        ),
        "autograd leaves",
        "The optimizer was saved for a model with other parameters, as layers were added, left out "
        "or frozen since then, or its parameters were put into other groups.",
        "Make model and optimizer as they were saved, then load; or begin with a new optimizer.",
        "from torch import nn, optim\na, b = nn.Linear(1, 1), nn.Linear(1, 1, bias=False)\n"
        "optim.SGD(a.parameters(), 1).load_state_dict(optim.SGD(b.parameters(), 1).state_dict())",
    ),
    Entry(
        "Weights only load failed.{:long}Unsupported global: GLOBAL {kind:name} was not an allowed "
        "global by default",
        "env",
        "Since PyTorch 2.6 torch.load reads tensors and plain values only, as any program can hide "
        "in a pickle. The file holds an object of {kind}.",
        "For a file that you trust write torch.load(path, weights_only=False), or allow it: "
        "torch.serialization.add_safe_globals([{last}]). Save model.state_dict() in place of the "
        "model next time. If another library loads the file, a newer release of it does so.",
        "import io\nfrom torch import nn\nb = io.BytesIO()\ntorch.save(nn.Linear(1, 1), b)\n"
        "b.seek(0)\ntorch.load(b)",
        since=(2, 6),
        more=lambda found: {"last": found["kind"].rpartition(".")[2]},
        command="env",
    ),
    Entry(
        (
            "Weights only load failed{:long}WeightsUnpickler error: unexpected EOF, expected "
            "{count:int} more bytes",
            "Weights only load failed{:long}WeightsUnpickler error: unexpected EOF",
            "WeightsUnpickler error: unexpected EOF, expected {count:int} more bytes",
        ),
        "env",
        "The file ends too early: it was not loaded or written whole. There are {count} bytes "
        "missing in it.",
        "Get it once more, and compare its size with the source's. weights_only=False does not "
        "help here.",
        None,
        recorded=(
            "_pickle.UnpicklingError: Weights only load failed. Re-running `torch.load` with "
            "`weights_only` set to `False` will likely succeed, but it can result in arbitrary "
            "code execution. Do it only if you got the file from a trusted source. "
            "WeightsUnpickler error: unexpected EOF, expected 4194304 more bytes. The file might "
            "be corrupted.",
        ),
    ),
    Entry(
        (
            FAILED + "Can only build Tensor, {:text} but got <class '{kind:quoted}'>",
            FAILED + "Can only create new object for {:text} but got <class '{kind:quoted}'>",
            FAILED + "Trying to instantiate unsupported class <class '{kind:quoted}'>",
            FAILED + "Unsupported class {kind:name}",
            FAILED + "Trying to call reduce for unrecognized function <{:function|built-in "
            "function|class} {kind:text}>",
            "Can only build Tensor, {:text} but got <class '{kind:quoted}'>",
            "Can only create new object for nn.Parameter or classes allowlisted via "
            "'add_safe_globals' but got <class '{kind:quoted}'>",
            "Trying to instantiate unsupported class <class '{kind:quoted}'>",
            "{odd:Unsupported} class {kind:name}",
            "Trying to call reduce for unrecognized function <{:function|built-in function|class} "
            "{kind:text}>",
            "Trying to call reduce for unrecognized function {kind:text}",
            "Unsupported global: GLOBAL {kind:name} was not an allowed global by default",
            "Can only build Tensor, Parameter, OrderedDict or types allowlisted",
        ),
        "env",
        "With weights_only=True, which is what torch.load does since PyTorch 2.6, it reads tensors "
        "and plain values only, as any program can hide in a pickle. The file also holds {kind}.",
        "For a file that you trust write torch.load(path, weights_only=False). Or name all that is "
        "allowed besides, torch.serialization.add_safe_globals([…]): numbers of NumPy ask for "
        "three, np._core.multiarray.scalar, np.dtype and type(np.dtype(np.float64)). Save plain "
        "numbers next time, x.item() or float(x). If another library loads the file, a newer "
        "release of it does so.",
        None,
        recorded=(
            "_pickle.UnpicklingError: Can only build Tensor, Parameter, OrderedDict or types "
            "allowlisted via `add_safe_globals`, but got <class 'numpy.dtypes.Float64DType'>",
            "_pickle.UnpicklingError: Unsupported class numpy.core.multiarray.scalar",
            "_pickle.UnpicklingError: Weights only load failed. Re-running `torch.load` with "
            "`weights_only` set to `False` will likely succeed, but it can result in arbitrary "
            "code execution. Do it only if you got the file from a trusted source. "
            "WeightsUnpickler error: Unsupported class numpy.core.multiarray.scalar",
        ),
        when=lambda found: (
            found.type.endswith("UnpicklingError")
            or "odd" not in found.fields
            or "weights_only" in found.before + found.code
        ),
        command="env",
    ),
    Entry(
        (
            "Weights only load failed",
            "Weights only load failed. Re-running `torch.load` with `weights_only` set to `False`",
            "WeightsUnpickler error: Unsupported {:text}",
        ),
        "env",
        "Since PyTorch 2.6 torch.load reads tensors and plain values only, as any program can hide "
        "in a pickle, and this file holds something else, or was not written by torch.save.",
        "For a file that you trust write torch.load(path, weights_only=False), or allow the class "
        "that the rest of the message names: torch.serialization.add_safe_globals([Class]). If it "
        "is no file of torch.save, such as a plain pickle or a download that failed, look at its "
        "size and beginning.",
        'import io\ntorch.load(io.BytesIO(b"garbage here"))',
        since=(2, 6),
        command="env",
    ),
    Entry(
        (
            "PytorchStreamReader failed locating file constants.pkl",
            "[enforce fail at inline_container.cc:{line:int}] . file not found: "
            "{archive:path}/constants.pkl",
        ),
        "",
        "torch.jit.load, or torch::jit::load in C++, reads files of TorchScript, and this is "
        "another one: as a rule one of torch.save.",
        "Read it with torch.load. For torch.jit.load write the model anew: "
        "torch.jit.script(model).save(path), or torch.jit.trace(model, x).save(path).",
        None,
        recorded=(
            "RuntimeError: PytorchStreamReader failed locating file constants.pkl: file not found",
        ),
    ),
    Entry(
        "istream reader failed: {why:text}",
        "",
        "torch::jit::load in C++ could not read from the stream: the file did not open, since its "
        "path is wrong, or it is not whole.",
        "Look whether std::ifstream(path).good() is true: a path without a folder counts from "
        "where the program was started. The file has to be one of TorchScript, model.save(path) in "
        "Python, and libtorch no older than the PyTorch that wrote it.",
        None,
        recorded=(
            "terminate called after throwing an instance of 'c10::Error'\n  what():  istream "
            "reader failed: reading file. (validate at "
            "/pytorch/caffe2/serialize/istream_adapter.cc:32)",
        ),
    ),
    Entry(
        (
            "PytorchStreamReader failed reading zip archive: {why:text}",
            "PytorchStreamReader failed locating file {why:text}",
            "PytorchStreamReader failed reading file {why:text}",
            "[enforce fail at inline_container.cc:{line:int}] . file not found: {why:text}",
            "file in archive is not in a subdirectory: {why:text}",
            'Expected hasRecord("version") to be true, but got false',
            'hasRecord("version") INTERNAL ASSERT FAILED',
            "[enforce fail at inline_container.cc:{line:int}] . PytorchStreamReader failed "
            "{why:text}",
        ),
        "",
        "The file is not whole, or is none of torch.save: a download or a copy ended early, it is "
        "another format, or an archive that was unpacked and packed again.",
        "Look at its size, and get it once more; delete it from ~/.cache/torch/hub/checkpoints if "
        "it came from there. A file of Git LFS may be the pointer of a few lines only: git lfs "
        "pull. Two processes that save to one path damage it too.",
        'import io\ntorch.load(io.BytesIO(b"PK\\x03\\x04garbage here and there"))',
    ),
    Entry(
        "owning_ptr == NullType::singleton(){:text}INTERNAL ASSERT FAILED",
        "",
        "The file is not whole, as the error above says: a download or a copy ended early. This "
        "last line tells only how the program came down after that.",
        "Look at its size, remove it, and get it once more: git lfs pull for a pointer.",
        None,
        recorded=(
            "RuntimeError: unexpected EOF, expected 789915 more bytes. The file might be "
            "corrupted.\nterminate called after throwing an instance of 'c10::Error'\n  what():  "
            "owning_ptr == NullType::singleton() || owning_ptr->refcount_.load() > 0 INTERNAL "
            "ASSERT FAILED at /opt/conda/c10/util/intrusive_ptr.h:348, please report a bug to "
            "PyTorch.",
        ),
        when=lambda found: "unexpected EOF" in found.before,
    ),
    Entry(
        "A load persistent id instruction was encountered, but no persistent_load function was "
        "specified",
        "",
        "Either pickle.load, an old PyTorch, or torch.load of its inner part, data.pkl, read what "
        "belongs to a file of torch.save, or the file is none of torch.save at all: a picture of "
        "PNG gives the same message.",
        'Look at the path, and print(open(path, "rb").read(8)). If that shows PNG, the path of a '
        "picture was handed over: Image.open reads it. If it begins with PK, use torch.load in "
        "place of pickle.load, with PyTorch 1.6 or later. If the file is the data.pkl of an "
        "archive that was unpacked, hand the archive itself to torch.load, as it was before.",
        None,
        recorded=(
            '  File "a.py", line 3, in <module>\n    m = torch.load("archive/data.pkl")\n'
            "_pickle.UnpicklingError: A load persistent id instruction was encountered,\nbut no "
            "persistent_load function was specified.",
        ),
        when=lambda found: "torch" in found.code + found.before or not found.before.strip(),
    ),
    Entry(
        "Invalid magic number; corrupt file?",
        "",
        "The file is a pickle, and none that torch.save wrote: as a rule pickle.dump or another "
        "library made it. A download that broke off and a web page give other messages.",
        'Read it as it was written: with open(path, "rb") as file: data = pickle.load(file), if '
        "you trust the file. torch.save(data, path) then writes it for torch.load. With weights of "
        "another framework look for its own way to read them.",
        None,
        recorded=(
            '  File "a.py", line 3, in <module>\n    m = torch.load("m.pt")\nRuntimeError: Invalid '
            "magic number; corrupt file?",
        ),
    ),
    Entry(
        "invalid load key, '{key:<}'",
        "",
        "The file begins with <, so it is as a rule a web page, and not the weights or data that "
        "were to be read: the download failed, or its address leads to a page about the file.",
        "Its first bytes, in an editor, tell what the server said. Delete it, and load it again by "
        "the address of the file itself: on GitHub that of Raw or Download, on Hugging "
        "Face with resolve in place of blob, from Google Drive with gdown.",
        None,
        recorded=(
            "_pickle.UnpicklingError: invalid load key, '<'.",
            '  File "a.py", line 3, in <module>\n    m = torch.load("m.pt")\n'
            "_pickle.UnpicklingError: invalid load key, '<'.",
        ),
        when=lambda found: "torch" in found.code + found.before or not found.code,
    ),
    Entry(
        ("invalid load key, '{key:v}'", "invalid load key, '{key:v}'{after:text}"),
        "",
        "The file begins with v, as a rule with the words version https://git-lfs: it is the "
        "pointer of a few lines that Git LFS keeps in place of a large file.",
        "Look at its size and its first lines. git lfs install and git lfs pull bring the file "
        "itself, or load it from the project's page by hand.",
        None,
        recorded=(
            '  File "a.py", line 3, in <module>\n    m = torch.load("m.pt")\n'
            "_pickle.UnpicklingError: invalid load key, 'v'.",
        ),
        when=_of_torch,
    ),
    Entry(
        (
            "unexpected EOF, expected {count:int} more bytes. The file might be corrupted",
            "unexpected EOF. The file might be corrupted",
            "storage has wrong {:byte size|size}: expected {wanted:int} got {got:int}",
        ),
        "",
        "The file is not whole: a download, a copy or a torch.save ended early, the disk was full, "
        "or two processes wrote to it at once. {count} bytes are missing in a part of it.",
        "Compare its size with the source's, delete it, and get it once more: a file that a "
        "library loaded lies in its cache, as ~/.cache/torch/hub/checkpoints, or beside the "
        "program, and stays cut as long as it is there. If you saved it, load the last "
        "one that is whole, and save once more: with several processes from one of them only, and "
        "on a disk with room.",
        None,
        recorded=(
            "RuntimeError: unexpected EOF, expected 4194304 more bytes. The file might be "
            "corrupted.",
        ),
        when=lambda found: not found.type.endswith("UnpicklingError") or _of_torch(found),
    ),
    Entry(
        ("invalid load key, '{key:text}'", "invalid load key, '{key:text}'{after:text}"),
        "",
        "The file is none that torch.load, or pickle, reads: another format, a text or web page in "
        "place of a download, or a damaged file. {begins}",
        "Look at its size and its first line, in an editor. If that is text, delete it, and get it "
        "once more by the address of the file itself; with version https://git-lfs in it write git "
        "lfs pull. If another library wrote it, that reads it: safetensors.torch.load_file for "
        ".safetensors, np.load for .npy, Keras for .h5, and a .t7 of Lua is for the Lua version of "
        "the project. If you saved it, and it is whole, install the PyTorch that saved it, or a "
        "newer one.",
        None,
        recorded=(
            '  File "a.py", line 3, in <module>\n    m = torch.load("m.pt")\n'
            "_pickle.UnpicklingError: invalid load key, '\\x00'.",
            '  File "a.py", line 3, in <module>\n    m = torch.load("m.pt.gz")\n'
            "_pickle.UnpicklingError: invalid load key, '\\x1f'.",
        ),
        # Every program that uses pickle can say it.
        when=_of_torch,
        more=_begins,
    ),
    Entry(
        (
            "Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is "
            "False",
            "Attempting to deserialize object on a CUDA device",
        ),
        "env",
        "A GPU's tensors were written by pickle, as pickle.dump or another library calls it, and "
        "this PyTorch finds no GPU to put them on. pickle.load knows no map_location.",
        "Where the file was made write torch.save(model.state_dict(), path), or save x.cpu(); here "
        'torch.load(path, map_location="cpu") reads what torch.save wrote. Where the file is all '
        "there is, and you trust it, put this before pickle.load: torch.storage._load_from_bytes = "
        'lambda b: torch.load(io.BytesIO(b), map_location="cpu").',
        None,
        recorded=(
            '  File "a.py", line 3, in <module>\n    m = pickle.load(file)\n  File '
            '"/lib/torch/storage.py", line 161, in _load_from_bytes\n    return '
            "torch.load(io.BytesIO(b))\nRuntimeError: Attempting to deserialize object on a CUDA "
            "device but torch.cuda.is_available() is False.",
        ),
        when=lambda found: "_load_from_bytes" in found.before + found.code,
        command="env",
    ),
    Entry(
        (
            "Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is "
            "False",
            "Attempting to deserialize object on a CUDA device",
        ),
        "env",
        NO_GPU,
        NO_GPU_OUT,
        None,
        recorded=(
            "RuntimeError: Attempting to deserialize object on a CUDA device but "
            "torch.cuda.is_available() is False. If you are running on a CPU-only machine, please "
            "use torch.load with map_location=torch.device('cpu') to map your storages to the CPU.",
        ),
        command="env",
    ),
    Entry(
        "Attempting to deserialize object on {:a |an |}"
        "{device:MPS|mps|XPU|xpu|HPU|hpu|MTIA|mtia} device but",
        "env",
        "The file was saved from a device of another kind, {device}, which this machine does not "
        "have, or for which this PyTorch is not built.",
        'Write torch.load(path, map_location="cpu"), or "cuda" for a GPU of NVIDIA. map_location '
        "belongs to torch.load, and not to load_state_dict; where a library loads the file look "
        "for an argument of its own, such as device.",
        None,
        recorded=(
            "RuntimeError: Attempting to deserialize object on an MPS device but "
            "torch.backends.mps.is_available() is False.",
        ),
        command="env",
    ),
    Entry(
        (
            "Attempting to deserialize object on CUDA device {device:int} but "
            "torch.cuda.device_count() is {count:int}",
            "Attempting to deserialize object on CUDA device",
        ),
        "env",
        "A GPU was asked for that this program does not see: the file was saved from it, or "
        "map_location names it. It is number {device}, counted from 0, and here there are {count}.",
        'Write torch.load(path, map_location="cuda:0"), or "cpu", and then model.to(device). Where '
        "CUDA_VISIBLE_DEVICES is set the GPUs are counted from 0 anew.",
        None,
        recorded=(
            "RuntimeError: Attempting to deserialize object on CUDA device 2 but "
            "torch.cuda.device_count() is 1. Please use torch.load with map_location to map your "
            "storages to an existing device.",
        ),
        command="env",
    ),
    Entry(
        RESTORE,
        "env",
        "map_location, or the file, names a device that PyTorch does not know. It is called "
        "{where} there.",
        'Write torch.load(path, map_location="cpu"), or "cuda:0" for a GPU: the word gpu is none '
        "of PyTorch's names.",
        None,
        recorded=(
            "RuntimeError: don't know how to restore data location of torch.storage._UntypedStorage"
            " (tagged with gpu)",
        ),
        when=lambda found: (
            re.match(
                r"(?:xla|xpu|hpu|npu|mps|mlu|musa|mtia|ipu|ort|dml|ocl|vulkan|meta|privateuse)",
                found["where"].lower(),
            )
            is None
        ),
    ),
    Entry(
        RESTORE,
        "env",
        "The file was saved from a kind of device that this PyTorch does not have. That is "
        "{where}.",
        'Write torch.load(path, map_location="cpu").',
        None,
        recorded=(
            "RuntimeError: don't know how to restore data location of torch.FloatStorage (tagged "
            "with xla:1)",
        ),
    ),
    Entry(
        (
            "<module '{module:quoted}'> is a built-in class",
            "<class '{module:quoted}'> is a built-in class",
            "<module '{module:quoted}'> is a built-in module",
            "<module '{module:quoted}' (built-in)> is a built-in {:class|module}",
        ),
        "",
        "The whole model was saved, and PyTorch looks for the source text of its class, which has "
        "no file: it was typed in a notebook or at the prompt. It is looked for in {module}.",
        "Put the class into a .py file, and import it where the model is saved and where it is "
        "loaded. Or save model.state_dict(), and load it into a new model: that needs no class.",
        None,
        recorded=(
            'File "a.py", line 3, in <module>\n    net = torch.load("net.t7")\nTypeError: '
            "<module '__main__'> is a built-in class",
        ),
        when=lambda found: _loading(found) or found.calls("torch.save"),
    ),
    Entry(
        ("Can't get attribute '{name:quoted}' on <module '{module:quoted}'",),
        "",
        "An object was saved whole, as by torch.save(model), and what it is made of, {name}, is "
        "looked for where it was then: in {module}. It is not there now.",
        "Import or define it before loading, under the same name and place: for __main__ that is "
        "the program that is started, and under a server such as gunicorn import __main__; "
        "__main__.{name} = {name} puts it there. If {module} is a file of a project or library, "
        "take the release that saved the model. Save model.state_dict() next time, and load it "
        "into a new model.",
        None,
        recorded=(
            '  File "a.py", line 3, in <module>\n    model = torch.load("net.pt")\n'
            "AttributeError: Can't get attribute 'Net' on <module '__main__'>",
        ),
        when=lambda found: (
            found.calls("torch.load", "_load", "_legacy_load")
            or _in_a_file(found)
            or found["module"].startswith(("models.common", "models.yolo", "ultralytics."))
        ),
    ),
    Entry(
        (
            "Can't get attribute '{name:quoted}' on <module '__main__'>",
            "Can't get attribute '{name:quoted}' on <module '__main__' ({built:built-in})>"
            "{after:text}",
            "Can't get attribute '{name:quoted}' on <module '__main__' from {path:quoted}",
            "Can't get attribute '{name:quoted}' on <module '__main__'{after:text}",
        ),
        "",
        "pickle, with which torch.load reads, looks for {name} in the program that was started, "
        "__main__, where it was when the file was written, and does not find it. Under gunicorn, "
        "flask, pytest and the like, and in a worker, that is another program than yours.",
        "Define or import {name} in the program that is started, before the file is loaded. Where "
        "that is a server write import __main__ and __main__.{name} = {name} before torch.load. "
        "Save model.state_dict() alone next time, and load it into a new model: that needs no "
        "class.",
        None,
        recorded=(
            "AttributeError: Can't get attribute 'args_dict' on <module '__main__'>",
            "PyTorch AttributeError: Can't get attribute 'Net' on <module '__main__' (built-in)>",
            "Unpickling a PyTorch model: AttributeError: Can't get attribute 'Net' on <module "
            "'__main__' despite its class",
        ),
        when=lambda found: (
            titled(found, LOADED_BY)
            if "built" in found.fields or "after" in found.fields
            else not found.code
        ),
    ),
    Entry(
        ("Parent directory {path:text} does not exist",),
        "",
        "torch.save does not make folders. There is none called {path}.",
        "Make it first: os.makedirs(os.path.dirname(path), exist_ok=True). If it is there, look at "
        "os.getcwd(): a path without / at its beginning counts from where the program was started.",
        'torch.save(torch.ones(2), "/nonexistent/a.pt")',
        when=lambda found: found.type == "RuntimeError" or "torch" in found.before + found.code,
    ),
    Entry(
        (
            POSITION,
            "PytorchStreamWriter failed writing file {path:text}: file write failed",
        ),
        "memory temporary",
        "The memory ran out while the file was written, as the MemoryError above says: this last "
        "error tells only that the file has no end. It is of no use.",
        "Remove the file, and make room in the memory: save the state alone, "
        "torch.save(model.state_dict(), path), close other programs, and leave out what can be "
        "computed again. A GPU's tensors are copied to the memory of the CPU while they are saved.",
        None,
        recorded=(
            'File "H:\\lib\\site-packages\\torch\\serialization.py", line 499, in _save\n    '
            "zip_file.write_record(name, storage.data_ptr(), num_bytes)\nMemoryError\n\nDuring "
            "handling of the above exception, another exception occurred:\n\nTraceback (most "
            'recent call last):\n  File "H:\\lib\\site-packages\\torch\\serialization.py", line '
            "259, in __exit__\n    self.file_like.write_end_of_file()\nRuntimeError: [enforce fail "
            "at ..\\caffe2\\serialize\\inline_container.cc:300] . unexpected pos 6057217600 vs "
            "6057217496",
        ),
        when=lambda found: "MemoryError" in found.before,
    ),
    Entry(
        (
            POSITION,
            "PytorchStreamWriter failed writing file {path:text}: file write failed",
        ),
        "",
        "The program was stopped while it wrote the file, as KeyboardInterrupt above says: this "
        "last error tells only that the file has no end. It is of no use.",
        "Remove the file, and save once more. To keep the last good one write to another name "
        "first, torch.save(state, path + '.new'), then os.replace(path + '.new', path).",
        None,
        recorded=(
            'File "/site-packages/torch/serialization.py", line 499, in _save\n    '
            "zip_file.write_record(name, storage.data_ptr(), num_bytes)\nKeyboardInterrupt\n\n"
            "During handling of the above exception, another exception occurred:\n\nTraceback "
            '(most recent call last):\n  File "/site-packages/torch/serialization.py", line 259, '
            "in __exit__\n    self.file_like.write_end_of_file()\nRuntimeError: [enforce fail at "
            "inline_container.cc:300] . unexpected pos 8294720 vs 8294608",
        ),
        when=lambda found: "KeyboardInterrupt" in found.before,
    ),
    Entry(
        (
            POSITION,
            UNEXPECTED,
            "PytorchStreamWriter failed writing file {path:text}: file write failed",
            "write(): fd {number:int} failed with No space left on device",
            "[Errno 28] No space left on device",
            "basic_ios::clear: iostream error",
        ),
        "",
        "The file could not be written to its end: the disk is full, as a rule, or a quota is used "
        "up. If another error stands above this one, that is the first.",
        "Make room, or save to another disk. Remove the file, which has no end.",
        None,
        recorded=(
            "RuntimeError: [enforce fail at inline_container.cc:300] . unexpected pos 8294720 vs "
            "8294608",
            "RuntimeError: PytorchStreamWriter failed writing file data/12: file write failed",
        ),
        when=lambda found: not found.type.endswith(("OSError", "IOError")) or _in_a_file(found),
    ),
    Entry(
        "If you are running on a CPU-only machine, please use torch.load with map_location",
        "env",
        NO_GPU,
        NO_GPU_OUT,
        None,
        recorded=(
            "If you are running on a CPU-only machine, please use torch.load with "
            "map_location=torch.device('cpu') to map your storages to the CPU.",
        ),
    ),
)
