"""Saving and loading: state dictionaries, pickles, files."""

from __future__ import annotations

import re

from ...language import MESSAGES, mark, tr
from ..entry import Entry, Found, Way
from .data import titled
from .ways import ways

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
STATE = "Error(s) in loading state_dict for {model:name}:"


def _in_a_file(found: Found) -> bool:
    """Whether torch.load or torch.save stands above the error."""
    return "serialization.py" in found.before


def _loading(found: Found) -> bool:
    """Whether a file was being read."""
    return _in_a_file(found) or "torch.load(" in found.code


def _by_pickle(found: Found) -> bool:
    """Whether pickle.load itself reads the file."""
    return "_load_from_bytes" in found.before + found.code


def _last_frame(found: Found) -> str:
    """The last frame of the traceback, where it is in the file of torch.load and torch.save."""
    frames = re.findall(r"serialization\.py\"?[^\n]*", found.before)
    return frames[-1] if frames else ""


def _saving(found: Found) -> bool:
    """Whether torch.save writes a file."""
    frame = re.search(r"\b_?(?:legacy_)?save\b", _last_frame(found))
    return found.calls("torch.save") or frame is not None


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
    if missing and unexpected:
        return _start(unexpected, missing)
    unexpected += [found["one"]] if "one" in found.fields else []
    parallel = found.fields.get("model") in ("DataParallel", "DistributedDataParallel")
    alone = unexpected and all(name.startswith("module.") for name in unexpected)
    return "module." if alone and not parallel else ""


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


def _other_channels(found: Found) -> bool:
    """Whether a convolution's weight has other channels of pictures, and is else the same."""
    saved, here = found.shape("saved"), found.shape("here")
    return (
        len(saved) == len(here) == 4
        and [*saved[:1], *saved[2:]] == [*here[:1], *here[2:]]
        and {saved[1], here[1]} <= {1, 2, 3, 4}
        and re.search(r"deconv|trans|up|dec", found["name"].lower()) is None
    )


def _of_words(found: Found) -> bool:
    """Whether a table of words or items has other sizes."""
    name = found.fields.get("name", found.fields.get("part", ""))
    saved, here = (found.shape(n) if n in found.fields else [0, 0] for n in ("saved", "here"))
    alike = len(saved) == len(here) == 2 and saved[1] == here[1]
    return alike and OF_WORDS.search(name) is not None and NO_WORDS.search(name) is None


def _of_boxes(found: Found) -> bool:
    """Whether a detector has boxes for other classes, 4 rows for each."""
    saved, here = found.shape("saved"), found.shape("here")
    return (
        OF_BOXES.search(found["name"]) is not None
        and saved[1:] == here[1:]
        and saved[0] % 4 == here[0] % 4 == 0
    )


def _sizes(found: Found) -> dict[str, str]:
    """What is said of a layer only where its name and its sizes tell which it is."""
    if _of_words(found):
        return {"table": found.fields.get("name", found.fields.get("part", ""))}
    if "saved" not in found.fields:
        return {}
    if _other_channels(found):
        saved, here = found.shape("saved"), found.shape("here")
        before, now = saved[1], here[1]
        turned = "w.sum(1, keepdim=True)" if now == 1 else f"w.repeat(1, {now}, 1, 1) / {now}"
        fields = {"before_": str(before), "out_": str(here[0])}
        return fields | ({"turned": turned} if 1 in (before, now) else {})
    return {"boxes": found["name"]} if _of_boxes(found) else {}


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


KEYS = (
    STATE + " Missing key(s) in state_dict: {keys:keys}",
    STATE + " Unexpected key(s) in state_dict: {unexpected:keys}",
    "Missing key(s) in state_dict: {keys:keys}",
    "Unexpected key(s) in state_dict: {unexpected:keys}",
)
# A function made by a layer, by the name of its class.
LAYER_INSIDE = r"(?:Block|Layer|Conv\d?d?|Net|Encoder|Decoder|Attention)\w*\.__init__\.<locals>"
# Some set the name in bold letters.
BEHIND = "{:: |:** |**: |:}"
MISMATCH = "{:size mismatch|Size mismatch|mismatch|Mismatch} for {name:name}" + BEHIND
SIZES = (
    "copying a param with shape {:torch.Size(|}[{saved:shape}]{:)|} from checkpoint, the shape in "
    "current model is {:torch.Size(|}[{here:shape}]"
)
RESTORE = (
    "don't know how to restore data location of {:torch.|}{storage:name} (tagged with {where:text})"
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
        "list(model.state_dict())[0].",
        None,
        recorded=(
            'File "a.py", line 3, in f\n    own_state[name].copy_(param)\nKeyError: '
            "'module.conv1.weight'",
        ),
        when=lambda found: (
            found.type == "KeyError" and found["name"].endswith(("weight", "bias", "running_mean"))
        ),
        ways=ways("""
            the file has module: Take it away: state = {{k.removeprefix("module."): v for k, v in
                state.items()}}.
            the model has it: Load into model.module, or before the model is wrapped.
        """),
    ),
    Entry(
        (
            "Error no file named {names:text} found in directory {path:text}",
            "Can't load weights for '{path:quoted}'. Make sure that",
        ),
        "",
        "transformers found no file of weights in this place. It is {path}.",
        "Look into the folder: model.safetensors or pytorch_model.bin belongs there, beside "
        "config.json.",
        None,
        recorded=(
            "OSError: Error no file named pytorch_model.bin, model.safetensors, tf_model.h5, "
            "model.ckpt.index or flax_model.msgpack found in directory ./model.",
        ),
        more=lambda found: {"path": found["path"].rstrip(".")},
        ways=ways("""
            it was downloaded: Get the file of weights from the model's page too, and name it so.
            you saved it: Write model.save_pretrained(folder); a file of torch.save is loaded by
                load_state_dict.
        """),
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
        "safetensors saves each tensor by itself, and some of these share their memory, as the "
        "first and the last layer of many language models do.",
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
            "'ascii' codec can't decode byte {byte:name} in position {place:int}{after:text}",
        ),
        "",
        "Bytes of the file were taken for text: it was opened as text, or holds strings that "
        "Python 2 wrote.",
        "",
        None,
        recorded=(
            'File "a.py", line 3, in <module>\n    m = torch.load(open("m.pt"))\n'
            "UnicodeDecodeError: 'utf-8' codec can't decode byte 0x80 in position 0: invalid start "
            "byte",
            'File "/site-packages/torch/serialization.py", line 9, in _load\n    result = '
            "unpickler.load()\nUnicodeDecodeError: 'ascii' codec can't decode byte 0x8d in "
            "position 1: ordinal not in range(128)",
        ),
        when=lambda found: _loading(found) or ("after" in found.fields and _asks_of_a_file(found)),
        ways=ways("""
            open(path) in the line: Hand over the path, torch.load("model.pt"), or open(path, "rb").
            a file of Python 2: Write torch.load(path, encoding="latin1"), or pickle.load(file,
                encoding="latin1").
        """),
    ),
    Entry(
        (
            "{old:'module'} object has no attribute '{name:_rebuild_tensor|_rebuild_tensor_v2|"
            "_rebuild_parameter}'",
            "module 'torch._utils' has no attribute '{name:_rebuild_tensor|_rebuild_tensor_v2|"
            "_rebuild_parameter}'",
        ),
        "env",
        "The file was saved by a newer PyTorch than the one that reads it, which has no {name}.",
        "Write python -m pip install -U torch. Or save the numbers where it was made: "
        "np.savez(path, **dict((k, v.cpu().numpy()) for k, v in model.state_dict().items())).",
        None,
        recorded=(
            'File "/site-packages/torch/serialization.py", line 370, in _load\n    result = '
            "unpickler.load()\nAttributeError: 'module' object has no attribute '_rebuild_tensor'",
        ),
        when=lambda found: (
            "old" in found.fields or _loading(found) or "unpickler.load()" in found.before
        ),
        command="env",
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
            "Can't pickle local object '{name:quoted}'{after:text}",
            "Can't get local object '{name:quoted}'{after:text}",
            "Can't pickle <function {name:path} at {after:text}",
            "Can't pickle {name:text}: {why:text}",
            "cannot pickle '{name:quoted}' object{after:text}",
            "can't pickle {name:name} objects{after:text}",
            "{name:h5py} objects cannot be pickled{after:text}",
        ),
        "",
        "pickle writes all that hangs on an object, and a part of it cannot be written: {name}. "
        "torch.save of a whole model, a DataLoader that hands its data set to workers, and "
        "copy.deepcopy work so.",
        "",
        "import io\nimport threading\ntorch.save({'lock': threading.Lock()}, io.BytesIO())",
        recorded=(
            "PyTorch: TypeError: can't pickle _thread.lock objects",
            "TypeError: can't pickle SwigPyObject objects",
            "TypeError: cannot pickle 'torch._C._distributed_c10d.ProcessGroup' object",
            "TypeError: h5py objects cannot be pickled",
            "PyTorch DataLoader TypeError: cannot pickle '_io.BufferedReader' object",
            "PyTorch PicklingError: Can't pickle <function <lambda> at 0x7f>: attribute lookup "
            "<lambda> on __main__ failed",
            '  File "a.py", line 198, in <module>\n    torch.save(model, "model.pth")\n  File '
            '"/ve3/lib/python3.6/site-packages/torch/serialization.py", line 443, in '
            "_legacy_save\n    pickler.dump(obj)\nAttributeError: Can't pickle local object "
            "'ConvBlock.__init__.<locals>.<lambda>'",
        ),
        when=lambda found: (
            _saving(found)
            or (
                not found.code
                and (
                    found["name"].startswith(("cv2", "h5py", "Swig", "torch._C"))
                    or titled(found, LOADED_BY)
                )
            )
        ),
        more=lambda found: (
            {found["name"].rpartition(".")[2].lower().removeprefix("process"): kind}
            if (kind := found["name"].rpartition(".")[2]) in ("ProcessGroup", "Generator")
            else {}
        ),
        ways=(
            Way(
                "torch.save(model)",
                "Write torch.save(model.state_dict(), path), and keep to numbers and dictionaries "
                "in a checkpoint.",
                lambda found: _saving(found) or re.search(LAYER_INSIDE, found["name"]) is not None,
            ),
            Way(
                "a lambda, a local function",
                "Put it at the top of a file, under a name of its own.",
                lambda found: re.search("<lambda>|<locals>", found["name"]) is not None,
            ),
            Way(
                "DDP, a {group}",
                "Save model.module.state_dict(), and keep the model out of what is copied, in "
                'Lightning by self.save_hyperparameters(ignore=["model"]).',
                lambda found: "_distributed_c10d" in found["name"],
            ),
            Way(
                "a torch.{generator}",
                "Keep its seed, or generator.get_state(), in place of it.",
                lambda found: found["name"] == "torch._C.Generator",
            ),
            *ways("""
                a DataLoader's workers: Keep the path, and open the file in __getitem__, the
                    first time. Or write num_workers=0.
                copy.deepcopy and others: Keep SummaryWriter, loggers, locks and open files out
                    of what is copied.
            """),
        ),
    ),
    Entry(
        (
            "NEWOBJ class argument isn't a type object",
            "NEWOBJ class argument must be a type, not {kind:text}",
        ),
        "env",
        "The file holds an object of a class, and what has the class's name here is none: as a "
        "rule the library, or the program, that it comes from is of another release.",
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
        "File {path:path} cannot be opened",
        "",
        "torch.save could not begin its file. The path is {path}.",
        "",
        None,
        ways=ways("""
            no such folder: Write os.makedirs(os.path.dirname(path), exist_ok=True) before it.
            a full disk, a quota: Look at df -h, and make room, or save to another disk.
            a folder of others, a mount: Save to a folder where open(path, "w") works.
            a colon, ? or * in the name: Leave it out: Windows takes none.
        """),
        recorded=(
            'File "/site-packages/torch/serialization.py", line 292, in __init__\n    '
            "super(_open_zipfile_writer_file, self).__init__(torch._C.PyTorchFileWriter(str(name)))"
            "\nRuntimeError: File out/checkpoint_0.pt cannot be opened.",
        ),
        when=lambda found: "PyTorchFileWriter" in found.before[-600:] or found.calls("torch.save"),
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
        "Only one file(not dir) is allowed in the zipfile",
        "env",
        "torch.hub, or model_zoo, takes a zip archive with one file in it, and this one has "
        "several. Files that torch.save of PyTorch 1.6 or later writes are such archives, and the "
        "torch.hub of older ones does not know them.",
        "Install PyTorch 1.6 or later.",
        None,
        ways=ways("""
            torch 1.4 or 1.5 has to stay: Download the file, and write torch.load(path).
            you made the file: Write torch.save(…, path, _use_new_zipfile_serialization=False)
                there.
            an archive of another kind: Unpack it, and load the model that lies in it.
        """),
        recorded=("RuntimeError: Only one file(not dir) is allowed in the zipfile",),
        when=lambda found: found.type != "" or "torch" in found.before,
    ),
    Entry(
        (
            "version_ <= kMaxSupportedFileFormatVersion INTERNAL ASSERT FAILED at {:text} "
            "Attempted to read a PyTorch file with version {a:int}, but the maximum supported "
            "version for reading is {b:int}",
            "version_ <= kMaxSupportedFileFormatVersion INTERNAL ASSERT FAILED",
            "Attempted to read a PyTorch file with version {a:int}, but the maximum supported "
            "version for reading is {b:int}",
            "INVALID_ARGUMENT:main_module{:path}: Cannot find field",
        ),
        "env",
        "The file was written by a later PyTorch than the one that reads it. It has version {a}, "
        "and up to {b} can be read.",
        "",
        None,
        recorded=(
            "RuntimeError: version_ <= kMaxSupportedFileFormatVersion INTERNAL ASSERT FAILED at "
            "/pytorch/caffe2/serialize/inline_container.cc:132, please report a bug to PyTorch.",
            "com.facebook.jni.CppException: version_ <= kMaxSupportedFileFormatVersion INTERNAL "
            "ASSERT FAILED at ../caffe2/serialize/inline_container.cc:132, please report a bug to "
            "PyTorch. Attempted to read a PyTorch file with version 3, but the maximum supported "
            "version for reading is 2. Your PyTorch installation may be too old. (init at "
            "../caffe2/serialize/inline_container.cc:132)",
            "  what():  INVALID_ARGUMENT:main_module.submodules[7][2][5]: Cannot find field. "
            "(deserialize at /pytorch/torch/csrc/jit/import.cpp:95)",
        ),
        command="env",
        ways=(
            Way(
                "an app for Android or iOS",
                "Take pytorch_android in build.gradle, or LibTorch in the Podfile, of the release "
                "that wrote the file; or write it anew with the older PyTorch.",
                lambda found: "com.facebook.jni" in found.type + found.before,
            ),
            *ways("""
                Python, or C++: Install a newer torch, or libtorch.
                a file of torch.save, and a reader before 1.6: Save it anew: torch.save(state,
                    path, _use_new_zipfile_serialization=False).
            """),
        ),
    ),
    Entry(
        "Legacy model format is not supported on mobile",
        "env",
        "The file is one of TorchScript as early releases wrote it, 1.0 for instance, and the "
        "PyTorch that reads it, on a phone or not, does not know that format.",
        "Write it anew with a newer PyTorch: torch.jit.trace(model, x).save(path); for an app take "
        "the release that stands in its build.gradle.",
        'import io, zipfile\nf = io.BytesIO()\nwith zipfile.ZipFile(f, "w") as z:\n'
        '    z.writestr("m/model.json", "{}")\n    z.writestr("m/version", "1\\n")\n'
        "f.seek(0)\ntorch.jit.load(f)",
    ),
    Entry(
        "{path:path} is a zip archive (did you mean to use torch.jit.load()?)",
        "env",
        "The file was written by a later PyTorch than the one that reads it: since 1.6 torch.save "
        "writes another format. Or it is one of TorchScript.",
        "Install a newer PyTorch. Where the file was made, torch.save(…, "
        "_use_new_zipfile_serialization=False) writes the old format. A file of TorchScript is "
        "opened by torch.jit.load(path).",
        None,
        recorded=(
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
        "Print checkpoint.keys().",
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
        ways=ways("""
            names of layers: Write model.load_state_dict(checkpoint): it is the state itself.
            model, net or other words: Write the name that stands there in place of {name}.
            several files were saved: Load the one that holds {name}. A training goes on without an
                optimizer's state, too.
        """),
    ),
    Entry(
        STATE + "{:text}size mismatch for {name:name}: copying a param with shape {:torch.Size(|}"
        "[{saved:shape}]{:)|} from checkpoint, the shape in current model is {:torch.Size(|}"
        "[{here:shape}]",
        "tensor shape",
        "{name} is empty in this model, [0], and has the shape [{saved}] in the file: so it is as "
        "a rule after DeepSpeed's ZeRO-3, or FSDP, split the model among the processes.",
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
        "torch.load found the file empty, not whole, or damaged.",
        "Look at its size.",
        None,
        recorded=(
            'File "/site-packages/torch/serialization.py", line 9, in _legacy_load\n    '
            "magic_number = pickle_module.load(f)\n_pickle.UnpicklingError: pickle data was "
            "truncated",
            '  File "a.py", line 2, in <module>\n    x = torch.load("a.pt")\n'
            "EOFError: Ran out of input",
        ),
        when=lambda found: _loading(found) or ("after" in found.fields and _asks_of_a_file(found)),
        ways=ways("""
            it was downloaded or copied: Delete it, in ~/.cache/torch/hub/checkpoints or another
                cache too, and get it once more.
            you saved it: Save it once more: the program was stopped, the disk was full, two
                processes wrote at once, or one still does.
            a file object: Hand over the path, or write file.seek(0): what was read before stands at
                its end.
        """),
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
        "The file was written with another release of torch_geometric, and asks for "
        "torch_geometric.{name}, which the installed one does not have.",
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
        "",
        None,
        recorded=(
            'File "/site-packages/torch/serialization.py", line 9, in load\n    return _load(f)\n'
            "ModuleNotFoundError: No module named 'models'",
            "torch.load() ModuleNotFoundError: No module named 'utils'",
            "No module named 'parse_config' while trying to load a checkpoint in PyTorch",
        ),
        when=_module_missing,
        ways=ways("""
            {name} is of the project: Start the program in the folder of the project that saved the
                file, or write sys.path.append(folder) before torch.load.
            {name} is a library: Install it.
            you can save it anew: Save model.state_dict(), which needs no class.
        """),
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
        "The system refused to read or write the file in this way, and does not name the file.",
        "",
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
        ways=ways("""
            more than 2 GB: Install a newer PyTorch and Python: older ones failed so on Windows and
                macOS. Else save in parts of less than 2 GB.
            a network or cloud disk: Copy the file to a disk of this machine.
        """),
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
            STATE + "{:text}size mismatch {:for|of}",
        ),
        "tensor shape",
        "The file and the model differ in sizes. {name} has the shape [{saved}] in the file, and "
        "[{here}] in this model. The model is {model}.",
        "",
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
            "RuntimeError: size mismatch for embedding.weight",
            "RuntimeError: Error(s) in loading state_dict for resnet:\n    **size mismatch for "
            "RCNN_bbox_pred.weight:** copying a param with shape torch.Size([324, 2048]) from "
            "checkpoint, the shape in current model is torch.Size([4, 2048]).",
            "RuntimeError: Error(s) in loading state_dict for Net:\n\tsize mismatch for "
            "conv1.weight: copying a param with shape torch.Size([64, 3, 7, 7]) from checkpoint, "
            "the shape in current model is torch.Size([64, 1, 7, 7]).",
            "RuntimeError: Error(s) in loading state_dict for Generator: size mismatch for "
            "weights and biases",
        ),
        # A parameter's name has a point in it.
        when=lambda found: "." in found.fields.get("part", "."),
        more=_sizes,
        ways=(
            Way(
                "{boxes}",
                "{boxes} has 4 rows for each class: make the detector with the same classes, and "
                "the same option for boxes (class_agnostic, --cag), and put in a new last layer "
                "after loading.",
                _of_boxes,
            ),
            Way(
                "{table}",
                "Load the vocabulary that was saved with it, and in transformers call "
                "model.resize_token_embeddings(len(tokenizer)) before.",
                lambda found: "saved" in found.fields and _of_words(found),
            ),
            Way(
                "channels of pictures",
                "Make nn.Conv2d({before_}, {out_}, …), as in the file, before load_state_dict. Or "
                "turn the file's weight w before: {turned}.",
                _other_channels,
            ),
            *ways("""
                a last layer: Give it the classes of the file before load_state_dict, as
                    model.fc = nn.Linear(n, classes), and put in your own after that.
                another layer: Make the model with the sizes that it was saved with (of layers,
                    pictures, texts), or take its own file.
            """),
            Way(
                "new sizes are meant",
                "Write state.pop(name) for each name in the message, then "
                "model.load_state_dict(state, strict=False), and train those layers.",
                lambda found: "saved" in found.fields and bool(_sizes(found)),
            ),
        ),
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
        KEYS,
        "tensor shape",
        "Names with _orig_mod. come from a model that went through torch.compile, and only one of "
        "the two did.",
        "",
        "from torch import nn\n"
        'nn.Linear(2, 2).load_state_dict({"_orig_mod.weight": torch.ones(2, 2)})',
        when=_compiled,
        ways=(
            Way(
                "the file has it",
                'Write model.load_state_dict(dict((k.replace("_orig_mod.", ""), v) for k, v in '
                "state.items())).",
                lambda found: "_orig_mod." in str(_names(found)[1]),
            ),
            Way(
                "the model has it",
                "Load before torch.compile, or into model._orig_mod.",
                lambda found: "_orig_mod." in str(_names(found)[0]),
            ),
        ),
    ),
    Entry(
        (*KEYS, 'unexpected key "{one:quoted}" {own:in state_dict}'),
        "tensor shape",
        "The saved names begin with {prefix} and those of this model do not: as a rule something "
        "held the model when it was saved, as DataParallel (module.) and a LightningModule do.",
        'Write model.load_state_dict({{k.removeprefix("{prefix}"): v for k, v in state.items() if '
        'k.startswith("{prefix}")}}), where state is what the file holds. Before Python 3.9 write '
        "k[{length}:] in place of k.removeprefix. Or make what held it, as "
        "nn.DataParallel(model), and load into that.",
        "from torch import nn\n"
        'nn.Linear(2, 2).load_state_dict({"net.weight": torch.ones(2, 2), "net.bias": 1})',
        when=lambda found: _prefix(found) != "",
        more=lambda found: {"prefix": _prefix(found), "length": str(len(_prefix(found)))},
    ),
    Entry(
        (KEYS[0], KEYS[2]),
        "tensor shape",
        "The names of this model begin with {prefix} and the saved ones do not: as a rule the "
        "file was made by the model inside, before something held it, as DataParallel (module.) "
        "does.",
        "Load it into that part: model.{part}.load_state_dict(state). Or load before the model is "
        "wrapped.",
        "from torch import nn\nclass Net(nn.Module):\n    def __init__(self):\n        "
        "super().__init__()\n        self.net = nn.Linear(2, 2)\n"
        "Net().load_state_dict(nn.Linear(2, 2).state_dict())",
        when=lambda found: _wrapped(found) != "",
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
        "The file's state is of a model with quantised layers, which have _packed_params, a scale "
        "and a zero_point in place of a weight, and this model is as it was before. The model is "
        "{model}.",
        "Quantise this model in the same way, and then call load_state_dict.",
        "from torch import nn\nm = nn.Sequential(nn.Linear(2, 2))\n"
        "m.load_state_dict(torch.ao.quantization.quantize_dynamic(m).state_dict())",
        ways=ways("""
            quantize_dynamic: Write model = torch.ao.quantization.quantize_dynamic(model).
            prepare and convert: Call both on this model too, with the same qconfig.
            plain floats are wanted: Take the file from before it was quantised.
        """),
        when=lambda found: any("_packed_params" in name for name in _names(found)[1]),
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
            'unexpected key "{keys:quoted}" {own:in state_dict}',
        ),
        "tensor shape",
        "The names in the file and in this model differ: missing are those that only the model "
        "has, unexpected those that only the file has. The model is {model}.",
        "Compare list(state) with list(model.state_dict()).",
        'from torch import nn\nnn.Linear(2, 2).load_state_dict({"weight": torch.ones(2, 2)})',
        ways=ways("""
            only beginnings differ: Take them away: state = {{k.removeprefix("module."): v for k, v
                in state.items()}}.
            only layers you changed: Add strict=False, and train the layers that are missing: they
                are at random.
            many other names: Make the model as it was saved (code, settings, libraries), or take
                its own file.
            words such as epoch: Load the part that holds the state: state["model"], or as it is
                called.
        """),
    ),
    Entry(
        "Error(s) in loading state_dict for {model:name}",
        "tensor shape",
        "What is in the file does not fit this model, by names or by sizes. The model is {model}.",
        "The lines below the message say which.",
        None,
        recorded=("RuntimeError: Error(s) in loading state_dict for Net:",),
        ways=ways("""
            Missing or Unexpected: Take away module. before the names, or take the part that holds
                the state, checkpoint["state_dict"].
            only new layers, or num_batches_tracked: Write model.load_state_dict(state,
                strict=False), and train what is new.
            size mismatch: Make the model with the sizes that it was saved with, or leave those
                names out of state, with strict=False.
        """),
    ),
    Entry(
        (
            "Expected state_dict to be dict{like:-like}, got <class '{kind:quoted}'>",
            "'{kind:name}' object has no attribute '{:copy|keys|items}'{after:text}",
            "'{kind:name}' object is not iterable",
        ),
        "tensor shape",
        (
            "load_state_dict takes the dictionary that state_dict() gives, and this is something "
            "else. It is of type {kind}."
        ),
        "",
        'from torch import nn\nnn.Linear(2, 2).load_state_dict("a.pt")',
        when=lambda found: (
            "like" in found.fields
            or (
                (found.calls("load_state_dict") or titled(found, re.compile("load_state_dict")))
                and found["kind"] != "Tensor"
            )
        ),
        ways=(
            Way(
                "a str, a path",
                "Load the file first: model.load_state_dict(torch.load(path)).",
                lambda found: found["kind"].endswith(("str", "Path")),
            ),
            Way(
                "a function, a method",
                "Write model.state_dict(), with brackets, and save anew. If the file is all there "
                "is, and you trust it, write torch.load(path, weights_only=False)().",
                lambda found: found["kind"].endswith(("function", "method")),
            ),
            Way(
                "a model",
                "Write model = torch.load(path, weights_only=False), for a file that you trust: "
                "it holds the whole model.",
            ),
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
        (
            "Weights only load failed{:long}{failed:Weights}Unpickler error: unexpected EOF, "
            "expected {count:int} more bytes",
            "Weights only load failed{:long}{failed:Weights}Unpickler error: unexpected EOF",
            "{failed:Weights}Unpickler error: unexpected EOF, expected {count:int} more bytes",
            "",
        ),
        "env",
        "The file ends too early: it was not loaded or written whole. There are {count} bytes "
        "missing in it.",
        "Get it, or save it, once more, and compare its size with the source's. "
        "weights_only=False does not help here.",
        None,
        recorded=(
            "_pickle.UnpicklingError: Weights only load failed. Re-running `torch.load` with "
            "`weights_only` set to `False` will likely succeed, but it can result in arbitrary "
            "code execution. Do it only if you got the file from a trusted source. "
            "WeightsUnpickler error: unexpected EOF, expected 4194304 more bytes. The file might "
            "be corrupted.",
            'File "/site-packages/torch/_weights_only_unpickler.py", line 327, in load\n    raise '
            "EOFError\nEOFError",
        ),
        when=lambda found: (
            "failed" in found.fields
            or (found.type == "EOFError" and "_weights_only_unpickler" in found.before)
        ),
    ),
    Entry(
        (
            "Weights only load failed{:long}Unsupported global: GLOBAL {kind:name} was not an "
            "allowed global by default",
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
            "Weights only load failed{:long}Unsupported operand {code:int}",
            "Weights only load failed",
            "Weights only load failed. Re-running `torch.load` with `weights_only` set to `False`",
            "WeightsUnpickler error: Unsupported {:text}",
            "Cannot use ``weights_only=True`` with files saved in the legacy .tar format",
            "Cannot use ``weights_only=True`` with {script:TorchScript} archives passed to",
        ),
        "env",
        "With weights_only=True, the default since PyTorch 2.6, torch.load reads tensors and "
        "plain values only. The file also holds {kind}.",
        "",
        "import io\nfrom torch import nn\nb = io.BytesIO()\ntorch.save(nn.Linear(1, 1), b)\n"
        "b.seek(0)\ntorch.load(b)",
        since=(2, 6),
        recorded=(
            "_pickle.UnpicklingError: Can only build Tensor, Parameter, OrderedDict or types "
            "allowlisted via `add_safe_globals`, but got <class 'numpy.dtypes.Float64DType'>",
            "_pickle.UnpicklingError: Unsupported class numpy.core.multiarray.scalar",
            "_pickle.UnpicklingError: Weights only load failed. Re-running `torch.load` with "
            "`weights_only` set to `False` will likely succeed, but it can result in arbitrary "
            "code execution. Do it only if you got the file from a trusted source. "
            "WeightsUnpickler error: Unsupported class numpy.core.multiarray.scalar",
            "RuntimeError: Cannot use ``weights_only=True`` with files saved in the legacy .tar "
            "format.",
        ),
        when=lambda found: (
            found.type.endswith("UnpicklingError")
            or "odd" not in found.fields
            or "weights_only" in found.before + found.code
        ),
        command="env",
        more=lambda found: {"operand": found["code"]} if found["code"] in ("60", "118") else {},
        ways=(
            Way(
                "a file of {script}",
                "Write torch.jit.load(path).",
                lambda found: "script" in found.fields,
            ),
            Way(
                "operand {operand}",
                "It is a web page (60), or a pointer of Git LFS (118): get the file itself, by "
                "the address of its download, or by git lfs pull.",
                lambda found: found["code"] in ("60", "118"),
            ),
            *ways("""
                you trust the file: Write torch.load(path, weights_only=False).
                a library loads it: Install a newer release of that library.
                you can save anew: Save model.state_dict(), and x.item() for numbers.
                it was downloaded: Look at its size, and at its first line.
            """),
        ),
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
        (
            "PytorchStreamReader failed locating file bytecode.pkl",
            "[enforce fail at inline_container.cc:{:int}] . file not found: {:path}/bytecode.pkl",
        ),
        "",
        "The archive has no bytecode.pkl, the part that the lite interpreter reads, as "
        "LiteModuleLoader does on Android: model.save(path) and torch.save do not write it.",
        'In Python write torch.jit.script(model)._save_for_lite_interpreter("model.ptl"), or '
        "torch.jit.trace(model, x) for its first part. A file of model.save is read by Module.load "
        "of pytorch_android, which is not pytorch_android_lite, and on iOS by LibTorch.",
        "import io\nfrom torch.jit.mobile import _load_for_lite_interpreter\nfile = io.BytesIO()\n"
        "torch.save(1, file)\nfile.seek(0)\n_load_for_lite_interpreter(file)",
    ),
    Entry(
        "Following ops cannot be found",
        "",
        "The PyTorch of the app lacks functions that the model needs: the message lists them.",
        "",
        None,
        recorded=(
            "com.facebook.jni.CppException: Following ops cannot be found. Check fburl.com/"
            "missing_ops for the fix.{torchvision::roi_align, torchvision::nms, } ()",
        ),
        ways=ways("""
            functions of torchvision: Add org.pytorch:torchvision_ops to build.gradle, and call
                NativeLoader.loadLibrary("torchvision_ops") before the model is loaded.
            functions of aten: Take the newest pytorch_android_lite, or build it with all
                functions, or those that torch.jit.export_opnames(model) lists.
        """),
    ),
    Entry(
        "Lite Interpreter {:version|verson} number does not match. The model version must be "
        "between {low:int} and {high:int}{:text}the model version is {model:int}",
        "",
        "The PyTorch of the app reads files for the lite interpreter of the versions {low} to "
        "{high}, and this one has {model}.",
        "",
        None,
        recorded=(
            "com.facebook.jni.CppException: Lite Interpreter verson number does not match. The "
            "model version must be between 3 and 5But the model version is 7 ()",
        ),
        ways=ways("""
            the app can change: Take the newest pytorch_android_lite in build.gradle, of one
                release with pytorch_android_torchvision_lite; on iOS LibTorch-Lite.
            the model's version is higher: Write from torch.jit.mobile import _backport_for_mobile
                and _backport_for_mobile("model.ptl", "old.ptl", to_version={high}).
        """),
    ),
    Entry(
        ("istream reader failed: {why:text}", "read_bytes == {count:int} ASSERT FAILED"),
        "",
        "torch.jit.load, torch::jit::load in C++, could not read from the stream: the file did not "
        "open, since its path is wrong, or it is not whole.",
        "In C++ look whether std::ifstream(path).good() is true: a path without a folder counts "
        "from where the program was started. The file has to be one of TorchScript, "
        "model.save(path) in Python, and libtorch no older than the PyTorch that wrote it.",
        None,
        recorded=(
            "terminate called after throwing an instance of 'c10::Error'\n  what():  istream "
            "reader failed: reading file. (validate at "
            "/pytorch/caffe2/serialize/istream_adapter.cc:32)",
            "  what():  read_bytes == 8 ASSERT FAILED at /pytorch/caffe2/serialize/"
            "inline_container.h:182, please report a bug to PyTorch. Expected to read 8 bytes",
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
        "The file is not whole, or is no archive as torch.save and TorchScript write it.",
        "Look at its size.",
        'import io\ntorch.load(io.BytesIO(b"PK\\x03\\x04garbage here and there"))',
        ways=ways("""
            it was downloaded: Delete it, in ~/.cache/torch/hub/checkpoints too, and get it once
                more. For a pointer of Git LFS, a few lines, write git lfs pull.
            you saved it: Save it once more, from one process only, and load the archive as it is,
                not packed anew.
            torch.jit.load: Write torch.load for a file of torch.save.
        """),
    ),
    Entry(
        "owning_ptr == NullType::singleton(){:text}INTERNAL ASSERT FAILED",
        "",
        "The file is not whole, as the error above says: a download or a copy ended early. This "
        "last line tells only how the program came down after that.",
        "Look at its size, remove it, and get or save it once more.",
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
        "The file asks for numbers that lie outside of its pickle, as one of torch.save does, and "
        "what reads it knows of none. A picture of PNG gives the same message.",
        'Print open(path, "rb").read(8).',
        None,
        recorded=(
            '  File "a.py", line 3, in <module>\n    m = torch.load("archive/data.pkl")\n'
            "_pickle.UnpicklingError: A load persistent id instruction was encountered,\nbut no "
            "persistent_load function was specified.",
        ),
        when=lambda found: "torch" in found.code + found.before or not found.before.strip(),
        ways=ways("""
            PNG in it: Read the picture with Image.open(path), and hand the model's path to
                torch.load.
            PK, by pickle.load: Read it with torch.load.
            PK, by torch.load: Install PyTorch 1.6 or later.
            the path ends in data.pkl: Hand the archive itself to torch.load, as it was before it
                was unpacked.
        """),
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
        (
            "unexpected EOF, expected {count:int} more bytes. The file might be corrupted",
            "unexpected EOF. The file might be corrupted",
            "storage has wrong {:byte size|size}: expected {wanted:int} got {got:int}",
        ),
        "",
        "The file is not whole: a download, a copy or a torch.save ended early, the disk was full, "
        "or two processes wrote to it at once. {count} bytes are missing in a part of it.",
        "Compare its size with the source's.",
        None,
        recorded=(
            "RuntimeError: unexpected EOF, expected 4194304 more bytes. The file might be "
            "corrupted.",
        ),
        when=lambda found: not found.type.endswith("UnpicklingError") or _of_torch(found),
        ways=ways("""
            it was downloaded or copied: Delete it, in ~/.cache/torch/hub/checkpoints or another
                cache too, and get it once more.
            you saved it: Save it once more, on a disk with room, and with several processes from
                one of them only. Until then load the last one that is whole.
        """),
    ),
    Entry(
        ("invalid load key, '{key:text}'", "invalid load key, '{key:text}'{after:text}"),
        "",
        "The file is none that torch.load, or pickle, reads: another format, a text or web page "
        "in place of a download, or a damaged file. {begins}",
        "Look at its size, and at its first bytes in an editor.",
        None,
        recorded=(
            '  File "a.py", line 3, in <module>\n    m = torch.load("m.pt")\n'
            "_pickle.UnpicklingError: invalid load key, '\\x00'.",
            '  File "a.py", line 3, in <module>\n    m = torch.load("m.pt.gz")\n'
            "_pickle.UnpicklingError: invalid load key, '\\x1f'.",
            '  File "a.py", line 3, in <module>\n    m = '
            "torch.load(\"m.pt\")\n_pickle.UnpicklingError: invalid load key, '<'.",
            "_pickle.UnpicklingError: invalid load key, '<'.",
        ),
        # Every program that uses pickle can say it.
        when=lambda found: _of_torch(found) or (found["key"] == "<" and not found.code),
        more=_begins,
        ways=(
            Way(
                "a web page, or a text",
                "Delete it, and load it by the address of the file itself: on GitHub Raw, on "
                "Hugging Face resolve in place of blob, from Google Drive with gdown.",
                lambda found: found["key"] == "<",
            ),
            Way(
                "version https://git-lfs",
                "Write git lfs install and git lfs pull, or load the file by hand.",
                lambda found: found["key"] == "v",
            ),
            *ways("""
                another library's file: Read it with that one: safetensors.torch.load_file for
                    .safetensors, np.load for .npy, Keras for .h5, Lua for .t7.
                you saved it: Save it once more, with the PyTorch that is to read it.
            """),
        ),
    ),
    Entry(
        (
            "Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is "
            "False",
            "Attempting to deserialize object on a CUDA device",
            "If you are running on a CPU-only machine, please use torch.load with map_location",
        ),
        "env",
        "The tensors are to go to a GPU, from which they were saved or which map_location names, "
        "and this PyTorch finds none.",
        "",
        None,
        recorded=(
            "RuntimeError: Attempting to deserialize object on a CUDA device but "
            "torch.cuda.is_available() is False. If you are running on a CPU-only machine, please "
            "use torch.load with map_location=torch.device('cpu') to map your storages to the CPU.",
            '  File "a.py", line 3, in <module>\n    m = pickle.load(file)\n  File '
            '"/lib/torch/storage.py", line 161, in _load_from_bytes\n    return '
            "torch.load(io.BytesIO(b))\nRuntimeError: Attempting to deserialize object on a CUDA "
            "device but torch.cuda.is_available() is False.",
            "If you are running on a CPU-only machine, please use torch.load with "
            "map_location=torch.device('cpu') to map your storages to the CPU.",
        ),
        command="env",
        more=lambda found: {"by": "pickle.load"} if _by_pickle(found) else {},
        ways=(
            Way(
                "torch.load",
                'Give map_location="cpu" to it, and not to load_state_dict.',
            ),
            Way(
                "torch.hub.load",
                'Load torch.hub.load_state_dict_from_url(url, map_location="cpu") into a model '
                "without weights.",
                lambda found: "hubconf" in found.before,
            ),
            Way(
                "pickle.load",
                "Save with torch.save, or x.cpu().",
            ),
            Way(
                "{by}",
                "Save with torch.save, or x.cpu(). Or, for a file that you trust, write before it "
                "torch.storage._load_from_bytes = lambda b: torch.load(io.BytesIO(b), "
                'map_location="cpu", weights_only=False).',
                _by_pickle,
            ),
            Way(
                "there is a GPU",
                "Print torch.version.cuda. None is a build for the CPU: remove it, in conda "
                "cpuonly too, for one with CUDA. In Colab choose a runtime with a GPU.",
            ),
        ),
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
        (
            RESTORE,
            "Attempting to deserialize object on {:a |an |}"
            "{where:MPS|mps|XPU|xpu|HPU|hpu|MTIA|mtia} device but",
        ),
        "env",
        "The file, or map_location, names a device that this machine, or this PyTorch, does not "
        "have. That is {where}.",
        'Write torch.load(path, map_location="cpu"), or "cuda:0" for a GPU of NVIDIA: the word '
        "gpu is none of PyTorch's names. map_location belongs to torch.load, and not to "
        "load_state_dict.",
        None,
        recorded=(
            "RuntimeError: don't know how to restore data location of torch.FloatStorage (tagged "
            "with xla:1)",
            "RuntimeError: don't know how to restore data location of "
            "torch.storage._UntypedStorage (tagged with gpu)",
            "RuntimeError: Attempting to deserialize object on an MPS device but "
            "torch.backends.mps.is_available() is False.",
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
        (
            "Can't get attribute '{name:quoted}' on <module '__main__'>",
            "Can't get attribute '{name:quoted}' on <module '__main__' ({built:built-in})>"
            "{after:text}",
            "Can't get attribute '{name:quoted}' on <module '__main__' from {path:quoted}",
            "Can't get attribute '{name:quoted}' on <module '__main__'{after:text}",
            "Can't get attribute '{name:quoted}' on <module '{module:quoted}'",
        ),
        "",
        "pickle, with which torch.load reads, looks for {name} in {place}, where it was when it "
        "was pickled, and does not find it.",
        "",
        None,
        recorded=(
            "AttributeError: Can't get attribute 'args_dict' on <module '__main__'>",
            "PyTorch AttributeError: Can't get attribute 'Net' on <module '__main__' (built-in)>",
            "Unpickling a PyTorch model: AttributeError: Can't get attribute 'Net' on <module "
            "'__main__' despite its class",
            '  File "a.py", line 3, in <module>\n    model = '
            "torch.load(\"net.pt\")\nAttributeError: Can't get attribute 'Net' on <module "
            "'__main__'>",
            '  File "a.py", line 3, in <module>\n    model = '
            "torch.load(\"net.pt\")\nAttributeError: Can't get attribute 'SPPF' on <module "
            "'models.common' from '/a/models/common.py'>",
        ),
        when=lambda found: (
            found.calls("torch.load", "_load", "_legacy_load")
            or _in_a_file(found)
            or (
                found["module"].startswith(("models.common", "models.yolo", "ultralytics."))
                if "module" in found.fields
                else titled(found, LOADED_BY)
                if "built" in found.fields or "after" in found.fields
                else not found.code
            )
        ),
        more=lambda found: (
            {"place": found["module"]}
            if found.fields.get("module", "__main__") != "__main__"
            else {"place": "__main__", "main": "__main__"}
        ),
        ways=ways("""
            your own class, function: Define or import {name} before torch.load, in the same file as
                when it was saved.
            gunicorn, flask, pytest: Write import {main} and {main}.{name} = {name} before
                torch.load: the program that was started is another one.
            a DataLoader's workers: Put {name} into a .py file that {main} imports, or write
                num_workers=0.
            a project's or library's: Take the release of {module} with which the file was saved.
            you can save it anew: Save model.state_dict(), which needs no class.
        """),
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
            UNEXPECTED,
            "PytorchStreamWriter failed writing file {path:text}: file write failed",
            "write(): fd {number:int} failed with {why:text}",
            "[Errno 28] No space left on device",
            "basic_ios::clear: iostream error",
        ),
        "",
        "The file could not be written to its end, and is of no use. Where another error stands "
        "above this one, that is the first.",
        "Remove the file, and save once more.",
        None,
        recorded=(
            "RuntimeError: [enforce fail at inline_container.cc:300] . unexpected pos 8294720 vs "
            "8294608",
            "RuntimeError: PytorchStreamWriter failed writing file data/12: file write failed",
            "RuntimeError: write(): fd 29 failed with Input/output error",
            'File "/site-packages/torch/serialization.py", line 499, in _save\n    '
            "zip_file.write_record(name, storage.data_ptr(), "
            "num_bytes)\nKeyboardInterrupt\n\nDuring handling of the above exception, another "
            "exception occurred:\n\nTraceback (most recent call last):\n  File "
            '"/site-packages/torch/serialization.py", line 259, in __exit__\n    '
            "self.file_like.write_end_of_file()\nRuntimeError: [enforce fail at "
            "inline_container.cc:300] . unexpected pos 8294720 vs 8294608",
        ),
        when=lambda found: not found.type.endswith(("OSError", "IOError")) or _in_a_file(found),
        ways=(
            Way(
                "MemoryError above it",
                "Save model.state_dict() alone, and close other programs: the main memory ran out.",
                lambda found: "MemoryError" in found.before,
            ),
            Way(
                "KeyboardInterrupt above it",
                "Write to another name first, torch.save(state, path + '.new'), then "
                "os.replace(path + '.new', path).",
                lambda found: "KeyboardInterrupt" in found.before,
            ),
            *ways("""
                a full disk, a quota: Look at df -h, and make room, or save to another disk.
                Input/output error: Save to another disk: this one, or the way to it, is failing.
            """),
        ),
    ),
    Entry(
        "read(): fd {number:int} failed with {why:text}",
        "",
        "The system could not read the file to its end. It says: {why}.",
        "Copy the file to a local disk, and load that; if the copy fails as well, load it down "
        "again.",
        None,
        recorded=("RuntimeError: read(): fd 29 failed with Input/output error",),
    ),
)
