"""Saving and loading: state dictionaries, pickles, files."""

from __future__ import annotations

import re

from ..entry import Entry, Found

STATE = "Error(s) in loading state_dict for {model:name}:"


def _in_a_file(found: Found) -> bool:
    """Whether torch.load or torch.save stands above the error."""
    return "serialization.py" in found.before


def _text(found: Found) -> str:
    return found.fields.get("keys", "")


def _prefixed(found: Found) -> bool:
    """Whether the saved names begin with module., and the model's do not."""
    text = _text(found)
    missing, _, unexpected = text.partition("Unexpected key")
    return '"module.' in unexpected and '"module.' not in missing


def _unprefixed(found: Found) -> bool:
    missing, _, _ = _text(found).partition("Unexpected key")
    return '"module.' in missing


def _compiled(found: Found) -> bool:
    return "_orig_mod." in _text(found)


def _is_whole(found: Found) -> bool:
    unexpected = _text(found).partition("Unexpected key")[2]
    names = r'"(?:state_dict|model|model_state_dict|optimizer|optimizer_state_dict|epoch|net)"'
    return re.search(names, unexpected) is not None


LOADED = "Expected state_dict to be dict-like, got <class '{kind:quoted}'>"
STATE_REASON = (
    "load_state_dict takes the dictionary that state_dict() gives, and this is something else. It "
    "is of type {kind}."
)
STATE_OUT = (
    "Load the file first: model.load_state_dict(torch.load(path)). If the whole model was saved, "
    "torch.load gives the model itself: write model = torch.load(path, weights_only=False) for a "
    "file that you trust."
)

SAVING = (
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
        "'{name:state_dict|model_state_dict|model|optimizer|optimizer_state_dict|epoch|net}'",
        "",
        "The file does not hold a part called {name}: it may hold the model's numbers alone, or "
        "call it otherwise.",
        "Print checkpoint.keys(). Names of layers mean that it is the state itself: "
        "model.load_state_dict(checkpoint).",
        None,
        recorded=(
            'File "a.py", line 3, in <module>\n    model.load_state_dict(torch.load(path)['
            "\"state_dict\"])\nKeyError: 'state_dict'",
        ),
        when=lambda found: (
            found.type == "KeyError"
            and ("load_state_dict" in found.line or "torch.load" in found.code)
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
            "unpickling stack underflow",
            "'ascii' codec can't decode byte {byte:name} in position {place:int}: {why:text}",
        ),
        "",
        "torch.load could not read the file to its end: it was not loaded whole, or Python 2 wrote "
        "it.",
        "Load the file again, and compare its size with the source's. For one of Python 2 write "
        'torch.load(path, encoding="latin1").',
        None,
        recorded=(
            'File "/site-packages/torch/serialization.py", line 9, in _legacy_load\n    '
            "magic_number = pickle_module.load(f)\n_pickle.UnpicklingError: pickle data was "
            "truncated",
            'File "/site-packages/torch/serialization.py", line 9, in _load\n    result = '
            "unpickler.load()\nUnicodeDecodeError: 'ascii' codec can't decode byte 0x8d in "
            "position 1: ordinal not in range(128)",
        ),
        when=_in_a_file,
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
        "No module named '{name:quoted}'",
        "",
        "The whole model was saved, and pickle looks for the file with its class. There is no "
        "module {name} here.",
        "Start the program in the folder of the project that saved it, or put that into "
        "sys.path. Save model.state_dict() in place of the model: it needs no class.",
        None,
        recorded=(
            'File "/site-packages/torch/serialization.py", line 9, in load\n    return _load(f)\n'
            "ModuleNotFoundError: No module named 'models'",
        ),
        when=lambda found: _in_a_file(found) and not found["name"].startswith(("torch", "numpy")),
    ),
    Entry(
        (
            "[Errno 2] No such file or directory: '{path:quoted}'",
            "[Errno 21] Is a directory: '{path:quoted}'",
            "[Errno 13] Permission denied: '{path:quoted}'",
            "[Errno 22] Invalid argument: '{path:quoted}'",
        ),
        "",
        "torch.load or torch.save opens a file, and there is none of that name, or it is a folder, "
        "or may not be opened. It is {path}.",
        "Print os.path.abspath(path) and os.listdir(): a name without a folder is looked for where "
        "the program was started. os.makedirs(folder, exist_ok=True) makes a folder.",
        "torch.load('/no/such/model.pt')",
        when=_in_a_file,
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
            "save() missing 1 required positional argument: 'f'",
        ),
        "",
        "torch.save takes the object and then the file's name, torch.load the name.",
        'Write torch.save(model.state_dict(), "model.pt") and torch.load("model.pt").',
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
        STATE + "{:text}size mismatch for {name:name}: copying a param with shape {:torch.Size(|}"
        "[{saved:shape}]{:)|} from checkpoint, the shape in current model is {:torch.Size(|}"
        "[{here:shape}]",
        "tensor shape",
        "The file was made by a model of other sizes. {name} has the shape [{saved}] in the file, "
        "and [{here}] in this model, which is {model}.",
        "Make the model with the sizes it was saved with, then load, and change the last layer "
        "after that. Or leave out what does not fit: delete those names from the dictionary, and "
        "load with strict=False. strict=False alone does not help against sizes.",
        "from torch import nn\nnn.Linear(2, 2).load_state_dict(nn.Linear(3, 2).state_dict())",
    ),
    Entry(
        (
            STATE + " Missing key(s) in state_dict: {keys:keys}",
            STATE + " Unexpected key(s) in state_dict: {keys:keys}",
        ),
        "tensor shape",
        "The saved names begin with module., since the model was wrapped in DataParallel, and "
        "those of this model do not.",
        'Take it away: {{k.removeprefix("module."): v for k, v in state.items()}}. Or save '
        "model.module.state_dict() next time.",
        "from torch import nn\n"
        'nn.Linear(2, 2).load_state_dict({"module.weight": torch.ones(2, 2)})',
        when=_prefixed,
    ),
    Entry(
        (STATE + " Missing key(s) in state_dict: {keys:keys}",),
        "tensor shape",
        "The names of this model begin with module., since it is wrapped in DataParallel, and the "
        "saved ones do not.",
        "Load before wrapping it, or into the model inside: model.module.load_state_dict(state).",
        "from torch import nn\nm = nn.DataParallel(nn.Linear(2, 2))\n"
        'm.load_state_dict({"weight": torch.ones(2, 2)})',
        when=_unprefixed,
    ),
    Entry(
        (
            STATE + " Missing key(s) in state_dict: {keys:keys}",
            STATE + " Unexpected key(s) in state_dict: {keys:keys}",
        ),
        "tensor shape",
        "Names with _orig_mod. come from a model that went through torch.compile, and only one of "
        "the two did.",
        'Take it away: {{k.removeprefix("_orig_mod."): v for k, v in state.items()}}. Or load '
        "before compiling.",
        "from torch import nn\n"
        'nn.Linear(2, 2).load_state_dict({"_orig_mod.weight": torch.ones(2, 2)})',
        when=_compiled,
    ),
    Entry(
        (
            STATE + " Missing key(s) in state_dict: {keys:keys}",
            STATE + " Unexpected key(s) in state_dict: {keys:keys}",
        ),
        "tensor shape",
        "A whole checkpoint was handed over, and the model's state is one of its parts.",
        'Write model.load_state_dict(checkpoint["state_dict"]), with the name that '
        "print(checkpoint.keys()) shows.",
        "from torch import nn\n"
        'nn.Linear(2, 2).load_state_dict({"epoch": 3, "model": {"weight": torch.ones(2, 2)}})',
        when=_is_whole,
    ),
    Entry(
        (
            STATE + " Missing key(s) in state_dict: {keys:keys}",
            STATE + " Unexpected key(s) in state_dict: {keys:keys}",
            "Missing key(s) in state_dict: {keys:keys}",
            "Unexpected key(s) in state_dict: {keys:keys}",
            'unexpected key "{keys:quoted}" in state_dict',
        ),
        "tensor shape",
        "The names in the file are not those of this model. Missing are names that the model has "
        "and the file lacks, unexpected are those the other way round. The model is {model}.",
        "Compare model.state_dict().keys() with the file's. Make the model as it was when it was "
        "saved, or rename what differs. With strict=False what fits is loaded and the rest is "
        "passed over: then print what it returns.",
        'from torch import nn\nnn.Linear(2, 2).load_state_dict({"weight": torch.ones(2, 2)})',
    ),
    Entry(
        "Error(s) in loading state_dict for {model:name}",
        "tensor shape",
        "What is in the file does not fit this model, by names or by sizes. The model is {model}.",
        "The lines below the message say which. Make the model as it was when it was saved, and "
        "compare model.state_dict().keys() with the file's.",
        "from torch import nn\nm = nn.Linear(2, 2)\n"
        'm.load_state_dict({"weight": 1, "bias": torch.ones(2)})',
    ),
    Entry(
        LOADED,
        "tensor shape",
        STATE_REASON,
        STATE_OUT,
        'from torch import nn\nnn.Linear(2, 2).load_state_dict("a.pt")',
    ),
    Entry(
        "'{kind:name}' object has no attribute '{:copy|keys}'",
        "tensor shape",
        STATE_REASON,
        STATE_OUT,
        None,
        recorded=(
            '  File "a.py", line 5, in <module>\n    net.load_state_dict(net2)\n'
            "AttributeError: 'Net' object has no attribute 'copy'",
        ),
        when=lambda found: found.calls("load_state_dict") and found["kind"] != "Tensor",
    ),
    Entry(
        (
            "loaded state dict contains a parameter group that doesn't match the size of "
            "optimizer's group",
            "loaded state dict has a different number of parameter groups",
        ),
        "autograd leaves",
        "The optimizer was saved for a model with other parameters: layers were added, left out or "
        "frozen since then.",
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
            "Weights only load failed",
            "Weights only load failed. Re-running `torch.load` with `weights_only` set to `False`",
            "WeightsUnpickler error: Unsupported {:text}",
        ),
        "env",
        "Since PyTorch 2.6 torch.load reads tensors and plain values only, as any program can hide "
        "in a pickle, and this file holds something else, or was not written by torch.save.",
        "For a file that you trust write torch.load(path, weights_only=False). If it is no file of "
        "torch.save, such as a plain pickle or a download that failed, look at its size and "
        "beginning.",
        'import io\ntorch.load(io.BytesIO(b"garbage here"))',
        since=(2, 6),
        command="env",
    ),
    Entry(
        (
            "PytorchStreamReader failed reading zip archive: {why:text}",
            "PytorchStreamReader failed locating file {why:text}",
            "[enforce fail at inline_container.cc:{line:int}] . PytorchStreamReader failed "
            "{why:text}",
        ),
        "",
        "The file is not whole, or is none of torch.save: a download or a copy ended early, or it "
        "is another format.",
        "Look at its size, and get it once more; delete it from ~/.cache/torch/hub/checkpoints if "
        "it came from there. A file of Git LFS may be the pointer of a few lines only: git lfs "
        "pull. Two processes that save to one path damage it too.",
        'import io\ntorch.load(io.BytesIO(b"PK\\x03\\x04garbage here and there"))',
    ),
    Entry(
        (
            "invalid load key, '{key:text}'",
            "A load persistent id instruction was encountered, but no persistent_load function "
            "was specified",
            "Invalid magic number; corrupt file?",
            "unexpected EOF, expected {count:int} more bytes. The file might be corrupted",
            "storage has wrong {:byte size|size}: expected {wanted:int} got {got:int}",
        ),
        "",
        "The file is not whole, or is none that torch.load reads: a download that ended early, a "
        "web page in its place, a pointer of Git LFS, or another format.",
        "Look at its size and its first bytes, and get it once more: git lfs pull for a pointer. "
        "Files of .safetensors are read by safetensors.torch.load_file. A very old PyTorch does "
        "not read the files of new ones.",
        None,
        recorded=(
            '  File "a.py", line 3, in <module>\n    m = torch.load("m.pt")\n'
            "_pickle.UnpicklingError: invalid load key, 'v'.",
            "RuntimeError: unexpected EOF, expected 4194304 more bytes. The file might be "
            "corrupted.",
            '  File "a.py", line 3, in <module>\n    m = torch.load("m.pt")\nRuntimeError: Invalid '
            "magic number; corrupt file?",
        ),
        # Every program that uses pickle can say the first two.
        when=lambda found: (
            "torch" in found.code + found.before
            or not ("key" in found.fields or found.type.endswith("UnpicklingError"))
        ),
    ),
    Entry(
        (
            "Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is "
            "False",
            "Attempting to deserialize object on a CUDA device",
        ),
        "env",
        "The file was saved from a GPU, and this PyTorch has none to put it on.",
        'Write torch.load(path, map_location="cpu").',
        None,
        recorded=(
            "RuntimeError: Attempting to deserialize object on a CUDA device but "
            "torch.cuda.is_available() is False. If you are running on a CPU-only machine, please "
            "use torch.load with map_location=torch.device('cpu') to map your storages to the CPU.",
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
        "The file was saved from another GPU than this machine has. It was number {device}, "
        "counted from 0, and here there are {count}.",
        'Write torch.load(path, map_location="cuda:0"), or "cpu".',
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
            "don't know how to restore data location of {:torch.|}{storage:name} (tagged with "
            "{where:text})",
        ),
        "env",
        "The file was saved from a kind of device that this PyTorch does not have. That is "
        "{where}.",
        'Write torch.load(path, map_location="cpu").',
        None,
        recorded=(
            "RuntimeError: don't know how to restore data location of torch.storage._UntypedStorage"
            " (tagged with gpu)",
        ),
    ),
    Entry(
        ("Can't get attribute '{name:quoted}' on <module '{module:quoted}'",),
        "",
        "A whole model was saved, and its class {name} is looked for where it was then: in "
        "{module}. It is not there now.",
        "Import or define the class before loading, under the same name and place. Save "
        "model.state_dict() next time, and load it into a new model.",
        None,
        recorded=(
            '  File "a.py", line 3, in <module>\n    model = torch.load("net.pt")\n'
            "AttributeError: Can't get attribute 'Net' on <module '__main__'>",
        ),
        when=lambda found: found.calls("torch.load", "_load", "_legacy_load") or _in_a_file(found),
    ),
    Entry(
        ("Parent directory {path:text} does not exist",),
        "",
        "torch.save does not make folders. There is none called {path}.",
        "Make it first: os.makedirs(folder, exist_ok=True).",
        'torch.save(torch.ones(2), "/nonexistent/a.pt")',
    ),
    Entry(
        (
            "[enforce fail at inline_container.cc:{line:int}] . unexpected pos {pos:int} vs "
            "{other:int}",
            "PytorchStreamWriter failed writing file {path:text}: file write failed",
        ),
        "",
        "The file could not be written to its end: the disk is full, as a rule, or a quota is used "
        "up.",
        "Make room, or save to another disk.",
        None,
        recorded=(
            "RuntimeError: [enforce fail at inline_container.cc:300] . unexpected pos 8294720 vs "
            "8294608",
            "RuntimeError: PytorchStreamWriter failed writing file data/12: file write failed",
        ),
    ),
    Entry(
        "If you are running on a CPU-only machine, please use torch.load with map_location",
        "env",
        "The file was saved from a GPU, and this PyTorch has none to put it on.",
        'Write torch.load(path, map_location="cpu").',
        None,
        recorded=(
            "If you are running on a CPU-only machine, please use torch.load with "
            "map_location=torch.device('cpu') to map your storages to the CPU.",
        ),
    ),
)
