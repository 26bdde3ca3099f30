"""DataLoader, its workers, and data sets."""

from __future__ import annotations

import re

from ..entry import Entry, Found, Way
from .calls import frames, last_traceback
from .ways import ways

GUARD = (
    "An attempt has been made to start a new process before the current process has finished its "
    "bootstrapping phase"
)
LOADER = "utils/data"
KILLED = (
    "DataLoader worker (pid{:few}) is killed by signal: ",
    "DataLoader worker is killed by signal: ",
)
SIGNALS = {
    "told": "Terminated|Hangup|Interrupt|已终止|挂断|中断",
    "memory": "Killed|已杀死|Getötet|Processus arrêté",
    "crash": "Segmentation fault|Aborted|Illegal instruction|Floating point exception|段错误|"
    "已放弃|已中止|非法指令|Speicherzugriffsfehler|Erreur de segmentation",
    "shared": "Bus error|总线错误|Bus-Zugriffsfehler|Erreur du bus",
}
# What a question says besides the error, where it is about PyTorch.
ABOUT_TORCH = re.compile(r"torch|\bcuda\b|data ?loader|num_workers|image ?folder", re.IGNORECASE)
# What is handed to the workers of a DataLoader, as its authors name it.
OF_LOADER = (
    r"(?:[Dd]ata[Ss]et|[Dd]ata[Ll]oader|[Cc]ollate(?:_fn|r)?|[Tt]ransforms?|worker_init\w*)$"
)

# What torchvision says of a picture of another kind, where PIL's are wanted, and where tensors are.
OF_PICTURES = (
    "pic should be PIL Image or ndarray. Got <{:class|type} '{kind:quoted}'>",
    "pic should be Tensor or ndarray. Got <class '{kind:quoted}'>",
    "img should be PIL Image. Got <{:class|type} '{kind:quoted}'>",
    "pic should be PIL Image. Got <class '{kind:quoted}'>",
    "tensor should be a torch tensor. Got <class '{kind:quoted}'>",
    "Input tensor should be a torch tensor. Got <class '{kind:quoted}'>",
    "img should be Tensor Image. Got <class '{kind:quoted}'>",
)
COLLATE = (
    "default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found "
    "<class '{kind:quoted}'>",
    "default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found "
    "{kind:text}",
    "batch must contain tensors, numbers, dicts or lists; found <class '{kind:quoted}'>",
    "batch must contain tensors, numbers, dicts or lists; found {kind:text}",
)
OF_WORKERS = re.compile(r"data ?loader|num_workers|torch.*\bworkers?\b", re.IGNORECASE)


def _used_up(found: Found) -> bool:
    """Whether next was asked for a batch, and the iterator of a DataLoader had none."""
    batches = r"\bnext\(\w*(?:loader|(?:data|train|val|test|batch)\w*iter)\w*\)"
    return found.type == "StopIteration" and (
        re.search(r"torch[/\\]utils[/\\]data[/\\]", "".join(frames(last_traceback(found))[-1:]))
        is not None
        or (
            re.search(batches, found.line) is not None
            and ABOUT_TORCH.search(found.before) is not None
        )
    )


def _lack(found: Found) -> dict[str, str]:
    """That memory ran out before the error, which is then another's consequence."""
    lack = "out of memory"
    return {"lack": lack} if lack in found.before[-3000:] else {}


def titled(found: Found, words: re.Pattern[str] = ABOUT_TORCH) -> bool:
    """Whether words around an error, which is given without a traceback, are about PyTorch."""
    if found.code:
        return False
    around = [found.before.rpartition("\n")[2]]
    around += [found.fields.get(name, "") for name in ("ahead", "after", "more", "why")]
    return words.search(" ".join(around)) is not None


def _killed(signals: str) -> tuple[str, ...]:
    """The wordings of a worker's end by one of the signals."""
    return tuple(f"{start}{{signal:{signals}}}" for start in KILLED)


def _ended_by(found: Found, kind: str) -> bool:
    """Whether a worker was ended by a signal of a kind."""
    return found["signal"] in SIGNALS[kind].split("|")


def _starting(found: Found) -> bool:
    """Whether a DataLoader starts its workers, or one of them itself starts."""
    return "dataloader.py" in found.before or "spawn_main" in found.before


def _handing_over(found: Found) -> bool:
    """Whether torch hands tensors to another process, or a title tells of torch."""
    return (
        "dataloader.py" in found.before
        or "torch/multiprocessing" in found.before.replace("\\", "/")
        or titled(found)
        or "shared memory object" in found.before[-2000:]
    )


def _of_a_label(found: Found, name: str) -> bool:
    """Whether an attribute is asked of the second part of a data set's sample."""
    sample = rf"data\w*\[[^\[\]]+\]\[(?:1|-1)\]\.{name}\b|\w*set\[[^\[\]]+\]\[(?:1|-1)\]\.{name}\b"
    lines = found.code or found.before[-400:]
    return re.search(sample, lines, re.IGNORECASE) is not None


def _own_method(found: Found) -> str:
    """The method of torch's Dataset or Sampler that stands last in the traceback; "" without."""
    frames = re.findall(
        r"utils[/\\]data[/\\](?:dataset|sampler)\.py\"?(?:[:, ]+(?:line )?\d+,)? in (__\w+__)",
        found.before[-600:],
    )
    return frames[-1] if frames and found.code.endswith("raise NotImplementedError") else ""


DATA = (
    Entry(
        "Can't get attribute '{name:quoted}' on <module '{module:__main__|__mp_main__}'",
        "env",
        "A worker of the DataLoader is a program of its own on Windows and macOS, and on Linux "
        "since Python 3.14. It does not find {name}, which was made in a notebook, as a rule, or "
        'under if __name__ == "__main__":.',
        "Put {name} into a .py file beside the program and import it, or write num_workers=0.",
        None,
        recorded=(
            '  File "<string>", line 1, in <module>\n  File "C:\\lib\\multiprocessing\\spawn.py", '
            "line 116, in spawn_main\n    exitcode = _main(fd)\nAttributeError: Can't get "
            "attribute 'MyDataset' on <module '__main__' (built-in)>",
            "PyTorch DataLoader: AttributeError: Can't get attribute 'MyDataset' on <module "
            "'__main__' (built-in)>",
        ),
        when=lambda found: (
            "spawn_main" in found.before
            or (re.search(OF_LOADER, found["name"]) is not None and titled(found, OF_WORKERS))
        ),
    ),
    Entry(
        GUARD,
        "env",
        "On Windows and macOS, and on Linux since Python 3.14, each new process, such as a worker "
        "of a DataLoader, reads the program anew, and would start processes itself.",
        'Put what runs into a function, and call it under if __name__ == "__main__":. For a '
        "DataLoader num_workers=0 does too.",
        None,
        recorded=(
            "RuntimeError: \n        An attempt has been made to start a new process before the\n"
            "        current process has finished its bootstrapping phase.\n\n        This "
            "probably means that you are not using fork to start your\n        child processes",
        ),
    ),
    Entry(
        (*_killed("|".join(SIGNALS.values())), *(f"{start}{{signal:name}}" for start in KILLED)),
        "env",
        "A signal ended a worker of the DataLoader. It is {signal}.",
        "Write num_workers=0: an error of the Dataset shows itself then.",
        None,
        recorded=(
            "RuntimeError: DataLoader worker (pid 23616) is killed by signal: Terminated.",
            "RuntimeError: DataLoader worker (pid 23616) is killed by signal: 已终止.",
            "RuntimeError: DataLoader worker (pid 27351) is killed by signal: Killed.",
            "RuntimeError: DataLoader worker (pid 4499) is killed by signal: Segmentation fault.",
            "RuntimeError: DataLoader worker (pid 4499) is killed by signal: 段错误. ",
            "RuntimeError: DataLoader worker (pid 1234) is killed by signal: Bus error. It is "
            "possible that dataloader's workers are out of shared memory. Please try to raise "
            "your shared memory limit.",
            "RuntimeError: DataLoader worker (pid 4499) is killed by signal: Alarm clock.",
        ),
        more=lambda found: {
            kind: found["signal"] if _ended_by(found, kind) else words.partition("|")[0]
            for kind, words in SIGNALS.items()
        },
        ways=(
            Way(
                "{memory}",
                "As a rule the memory ran out. Take fewer workers and smaller batches, keep large "
                "lists as one array of NumPy, and in Docker set --memory and --shm-size=8g.",
                lambda found: _ended_by(found, "memory"),
            ),
            Way(
                "{shared}",
                "As a rule /dev/shm is full. Start Docker with --shm-size=8g or --ipc=host, or "
                "take fewer workers.",
                lambda found: _ended_by(found, "shared"),
            ),
            Way(
                "{crash}",
                "Look for the line with python -X faulthandler. If num_workers=0 runs, write "
                'multiprocessing_context="spawn"; else install the library of that line anew.',
                lambda found: _ended_by(found, "crash"),
            ),
            Way(
                "{told}",
                "Look for an error further above, a time limit of the job, Ctrl-C or kill.",
                lambda found: _ended_by(found, "told"),
            ),
        ),
    ),
    Entry(
        (
            "DataLoader worker (pid{:few}) exited unexpectedly",
            "DataLoader worker exited unexpectedly",
        ),
        "env",
        "A worker of the DataLoader ended without a word: it ran out of memory, failed before it "
        "could report, or could not be started.",
        "Write num_workers=0: if it fails so too, that is the error to solve.",
        None,
        recorded=(
            "RuntimeError: DataLoader worker (pid(s) 13424, 9672) exited unexpectedly",
            "RuntimeError: DataLoader worker (pid (s) 13424, 9672) exited unexpectedly",
        ),
        ways=ways("""
            Docker: Start it with --shm-size=8g or --ipc=host.
            Windows or macOS: Put what runs under if __name__ == "__main__":, and a Dataset of a
                notebook into a .py file.
            little memory in htop: Take fewer workers and smaller batches, and read files in
                __getitem__.
        """),
    ),
    Entry(
        ("DataLoader timed out after {seconds:int} seconds",),
        "env",
        "No batch came from the workers in time. {seconds} seconds were allowed.",
        "Write num_workers=0 to see what the Dataset does, or allow more with timeout=.",
        None,
        recorded=("RuntimeError: DataLoader timed out after 60 seconds",),
    ),
    Entry(
        "unable to open shared memory object <{path:text}> in read-write mode: {why:text}",
        "env",
        "A process could not open the shared memory through which another hands it a tensor. The "
        "system says: {why}.",
        "For a DataLoader num_workers=0 needs none of it.",
        None,
        recorded=(
            "RuntimeError: unable to open shared memory object </torch_2991_139> in read-write "
            "mode: No such file or directory (2)",
        ),
        when=lambda found: (
            re.match(r"(?:No such|Permission|Operation|File exists)", found["why"]) is not None
        ),
        more=lambda found: {"why": found["why"].rstrip(". ")},
        ways=(
            Way(
                "No such file",
                "Look further above for the error of the process that made the tensor, and let it "
                "wait until the others are done.",
                lambda found: found["why"].startswith("No such"),
            ),
            Way(
                "Permission denied",
                "Look at ls -ld /dev/shm.",
                lambda found: found["why"].startswith(("Permission", "Operation")),
            ),
        ),
    ),
    Entry(
        (
            "unable to open shared memory object <{path:text}> in read-write mode",
            "received {count:int} items of ancdata",
            "Too many open files. Communication with the workers is no longer possible",
            "[Errno 24] Too many open files{after:text}",
        ),
        "env",
        "As a rule the program has more files open than the system allows. On Linux the workers "
        "of a DataLoader open one for each tensor that they hand over, as long as it is kept.",
        "",
        None,
        recorded=(
            "RuntimeError: unable to open shared memory object </torch_29919_1396182366> in "
            "read-write mode",
            "RuntimeError: received 0 items of ancdata",
            "RuntimeError: unable to open shared memory object </torch_29919_1396182366> in "
            "read-write mode\nOSError: [Errno 24] Too many open files",
            "PyTorch - OSError: [Errno 24] Too many open files",
        ),
        when=lambda found: "after" not in found.fields or _handing_over(found),
        ways=ways("""
            Linux: Write torch.multiprocessing.set_sharing_strategy("file_system") at the start, or
                take fewer workers.
            ulimit -n: It is small: write ulimit -n 65535 in the shell, on Linux and macOS.
            own files: Close what __getitem__ opens: with open(path) as file.
            kept batches: Keep copies in lists: x.clone(), or y.item() for a number.
        """),
    ),
    Entry(
        "[Errno 9] Bad file descriptor{after:text}",
        "env",
        "One process hands an open file to another, and it is closed before that. On Linux the "
        "workers of a DataLoader hand each tensor over in such a file.",
        'Write torch.multiprocessing.set_sharing_strategy("file_system") at the start.',
        None,
        recorded=(
            '  File "/lib/python3.9/multiprocessing/resource_sharer.py", line 50, in send\n    '
            'reduction.send_handle(conn, new_fd, pid)\n  File "/lib/socket.py", line 232, '
            "in __init__\n    _socket.socket.__init__(self, family, type, proto, fileno)\nOSError: "
            "[Errno 9] Bad file descriptor",
        ),
        when=lambda found: (
            re.search(r"resource_sharer\.py|multiprocessing[/\\]reductions?\.py", found.before)
            is not None
        ),
        ways=ways("""
            it stays: Take fewer workers, or num_workers=0.
            batches kept in a list: Keep copies: x.clone(), or y.item() for a number.
        """),
    ),
    Entry(
        (
            "unable to mmap {bytes:int} bytes from file <{path:text}>: Cannot allocate memory",
            "unable to allocate shared memory(shm) for file <{path:text}>",
            "unable to write to file <{path:text}>",
            "Unexpected bus error encountered in worker. This might be caused by insufficient",
            "share_memory{:_|}(){:long}Bus error",
            "[Errno 28] No space left on device{after:text}",
        ),
        "env",
        "Workers of a DataLoader, and other processes, hand tensors over through shared memory, "
        "and as a rule there is no room left in it.",
        "Look at df -h /dev/shm and df -h /tmp.",
        None,
        recorded=(
            "RuntimeError: unable to write to file </torch_18692_1954506624>",
            "ERROR: Unexpected bus error encountered in worker. This might be caused by "
            "insufficient shared memory (shm).",
            "model.share_memory()\nprint('okay')\nBus error (core dumped)",
            '  File "/site-packages/torch/utils/data/dataloader.py", line 918, in __init__\n    '
            "w.start()\nOSError: [Errno 28] No space left on device",
        ),
        when=lambda found: (
            "after" not in found.fields
            or (_handing_over(found) and OF_WORKERS.search(found.before) is not None)
        ),
        ways=ways("""
            Docker, a container: Start it with --shm-size=8g or --ipc=host.
            many or large batches: Take fewer workers, smaller batches, a smaller prefetch_factor;
                num_workers=0 needs none.
            a program that crashed: With no program running remove /dev/shm/torch_*.
            a full /tmp: Set TMPDIR to another folder.
        """),
    ),
    Entry(
        (
            "Couldn't open shared file mapping: <{path:text}>, error code: <{code:int}>",
            "Couldn't open shared event: <{path:text}>, error code: <{code:int}>",
        ),
        "env",
        "Windows gave no shared memory, through which the workers of a DataLoader hand over "
        "batches. The code is {code}: 1455 and 1450 are too little memory and page file.",
        "Take fewer workers, num_workers=0 to begin with, and smaller batches. A larger page file "
        "makes room: System, Advanced, Performance, Virtual memory. If a worker failed before, "
        "its error stands further above, and num_workers=0 shows it.",
        None,
        recorded=(
            "RuntimeError: Couldn't open shared file mapping: <torch_13684_4004974554>, error "
            "code: <1455>",
        ),
    ),
    Entry(
        (
            "Cannot re-initialize CUDA in forked subprocess. To use CUDA with multiprocessing, you "
            "must use the 'spawn' start method",
            "Cannot re-initialize CUDA in forked subprocess",
        ),
        "env",
        "A worker that was split off from a program which uses the GPU cannot use it itself. "
        "A Dataset that makes tensors on the GPU does so in the workers.",
        "Let the Dataset give tensors of the CPU, and send each batch to the GPU in the training "
        'loop: x.to(device). Or write num_workers=0, or the start method "spawn".',
        None,
        recorded=(
            "RuntimeError: Cannot re-initialize CUDA in forked subprocess. To use CUDA with "
            "multiprocessing, you must use the 'spawn' start method",
        ),
    ),
    Entry(
        (
            "cannot pin '{kind:text}' only dense CPU tensors can be pinned",
            "cannot pin '{kind:text}' only CPU memory can be pinned",
        ),
        "env",
        "pin_memory prepares plain tensors of the CPU for the way to the GPU, and these are "
        "others: on the GPU already, as a rule, or sparse. They are {kind}.",
        "Leave pin_memory=True out, or let the Dataset give tensors of the CPU.",
        None,
        recorded=(
            "RuntimeError: cannot pin 'torch.cuda.FloatTensor' only dense CPU tensors can be "
            "pinned",
        ),
    ),
    Entry(
        COLLATE[::2],
        "tensor create",
        "A sample is a data set itself, of type {kind}: as a rule the DataLoader got a list or a "
        "tuple with a data set in it.",
        "Hand over the data set itself. A comma at the end of the line that makes it turns it "
        "into a tuple. Several data sets are one by ConcatDataset([a, b]), "
        "and not by [a, b].",
        "from torch.utils.data import DataLoader, TensorDataset\n"
        "next(iter(DataLoader([TensorDataset(torch.ones(2))])))",
        recorded=(
            "TypeError: batch must contain tensors, numbers, dicts or lists; found <class "
            "'torchvision.datasets.folder.ImageFolder'>",
        ),
        when=lambda found: (
            re.search(
                r"^torchvision\.datasets\.|^torch\.utils\.data\.|Dataset$|\bImageFolder$",
                found["kind"],
            )
            is not None
        ),
    ),
    Entry(
        COLLATE,
        "tensor create",
        "A sample holds None, of which no batch is made.",
        "Print dataset[0].",
        "from torch.utils.data import DataLoader\nnext(iter(DataLoader([None, None])))",
        when=lambda found: found["kind"] == "NoneType",
        ways=ways("""
            it is None: Let __getitem__, and each transform, end with return on every way.
            it has a None in it: Leave that part out, or give torch.zeros(…) for it.
            only some are None: Write collate_fn=lambda batch:
                torch.utils.data.dataloader.default_collate([s for s in batch if s is not None]).
        """),
    ),
    Entry(
        COLLATE,
        "tensor create",
        "A sample holds a picture of PIL, and a DataLoader makes batches of tensors, arrays and "
        "numbers.",
        "Give the data set a transform that ends with transforms.ToTensor(), as "
        "transforms.Compose([transforms.Resize((224, 224)), transforms.ToTensor()]): the batch "
        "needs one size too. In a Dataset of your own call it in __getitem__, image = "
        "self.transform(image), for masks as well.",
        None,
        recorded=(
            "TypeError: default_collate: batch must contain tensors, numpy arrays, numbers, dicts "
            "or lists; found <class 'PIL.Image.Image'>",
        ),
        when=lambda found: found["kind"].startswith("PIL."),
    ),
    Entry(
        COLLATE,
        "tensor numpy",
        "A sample holds an array of NumPy, or a number of it, that is no number for PyTorch: of "
        "type object, as lists of different lengths, tables of mixed columns and None make it, or "
        "a text. The type is {kind}.",
        "Print x.dtype in __getitem__. Numbers that lie in an array of type object are turned by "
        "a.astype(np.float32); lists of different lengths are padded, or stay lists with a "
        "collate_fn. A text becomes a number before: classes.index(label).",
        None,
        recorded=(
            "TypeError: default_collate: batch must contain tensors, numpy arrays, numbers, dicts "
            "or lists; found object",
            "TypeError: default_collate: batch must contain tensors, numpy arrays, numbers, dicts "
            "or lists; found <U10",
        ),
        when=lambda found: (
            re.match(r"object\b|numpy\.(?:object_?|str_)|<U\d|\|[SO]\d?", found["kind"]) is not None
        ),
    ),
    Entry(
        COLLATE,
        "tensor create",
        "The samples are graphs, of type {kind}, and the DataLoader of PyTorch does not know how "
        "to make one batch of them.",
        "For torch_geometric write from torch_geometric.loader import DataLoader in place of "
        "torch.utils.data (torch_geometric.data in releases before 2.0). For DGL write "
        "dgl.dataloading.GraphDataLoader, or a collate_fn that calls dgl.batch.",
        None,
        recorded=(
            "TypeError: default_collate: batch must contain tensors, numpy arrays, numbers, dicts "
            "or lists; found <class 'torch_geometric.data.data.Data'>",
        ),
        when=lambda found: found["kind"].startswith(("torch_geometric.", "dgl.")),
    ),
    Entry(
        COLLATE,
        "tensor create",
        "A DataLoader makes one batch of tensors, arrays, numbers, texts, and lists and "
        "dictionaries of them, and a sample holds something else. It holds {kind}.",
        "Print dataset[0], and turn it in __getitem__: torch.tensor(x) for numbers, "
        "row.to_numpy(dtype=np.float32) for a row of pandas, m.toarray() for a sparse matrix of "
        "scipy. Other objects need a collate_fn, "
        "and a library that makes them often has one: collate_fn=model.smart_batching_collate for "
        "the InputExample of sentence_transformers. Several data sets are one by "
        "ConcatDataset([a, b]), and not by [a, b].",
        "from torch.utils.data import DataLoader\nnext(iter(DataLoader([{1}, {2}])))",
    ),
    Entry(
        ("each element in list of batch should be of equal size",),
        "tensor cat",
        "The samples of a batch hold lists of different lengths, which cannot be laid on top of "
        "each other.",
        "",
        "from torch.utils.data import DataLoader\n"
        "next(iter(DataLoader([[1, 2], [1]], batch_size=2)))",
        ways=ways("""
            texts or series: Pad them in a collate_fn, by torch.nn.utils.rnn.pad_sequence, which
                takes tensors, or by collate_fn=DataCollatorWithPadding(tokenizer).
            boxes, labels: Keep them apart: collate_fn=lambda batch: tuple(zip(*batch)).
        """),
    ),
    Entry(
        "Trying to resize storage that is not resizable",
        "tensor numpy",
        "The memory of this tensor belongs to something else, such as an array of NumPy or a file, "
        "so its size cannot change.",
        "Write torch.tensor(a), which copies, in place of torch.from_numpy(a); or make a new "
        "tensor in place of resize_ and out=.",
        "import numpy as np\ntorch.from_numpy(np.ones(3)).resize_(5)",
        when=lambda found: (
            re.search(r"\bout=|resize_?\(|resize_as_?\(|set_\(", found.line) is not None
            and "collate" not in found.before
        ),
    ),
    Entry(
        "Trying to resize storage that is not resizable",
        "tensor cat",
        "As a rule the samples of a batch have different sizes, so they cannot be laid on top of "
        "each other in the memory that a worker prepared. Elsewhere it is the memory of an array "
        "of NumPy, whose size cannot change.",
        "Bring the samples to one shape in the Dataset, give the DataLoader a collate_fn, or take "
        "batch_size=1. With num_workers=0 the message names the shapes.",
        None,
        recorded=("RuntimeError: Trying to resize storage that is not resizable",),
    ),
    Entry(
        (
            "num_samples should be a positive {:integer|integeral|integral} value, but got "
            "num_samples={count:int}",
            "num_samples should be a positive {:integer|integeral|integral} value{rest:text}",
        ),
        "tensor shape",
        "The data set is empty. It has {count} samples.",
        "Print len(dataset).",
        "from torch.utils.data import DataLoader\nDataLoader([], shuffle=True)",
        when=lambda found: (
            not found["rest"].startswith(",")
            if "rest" in found.fields
            else found.number("count") == 0
        ),
        ways=ways("""
            it reads files: Print os.path.abspath(path), and what os.listdir or glob finds there:
                levels of folders, and endings such as .JPG, count.
            a part, or a filter: Print how many samples it was made of: int(0.1 * 5) is 0.
        """),
    ),
    Entry(
        "batch_size should be a positive {:integer|integeral|integral} value, but got "
        "batch_size={size:text}",
        "tensor shape",
        "A batch has at least one sample, a whole number. batch_size is {size}.",
        "",
        "from torch.utils.data import DataLoader\nDataLoader([1, 2], batch_size=0)",
        ways=ways("""
            the labels stand there: Write DataLoader(TensorDataset(x, y), batch_size=32): it takes
                one data set, and then batch_size.
            it is computed: Print it: n // k may be 0, and n / k is a float.
        """),
    ),
    Entry(
        "{what:sampler|batch_sampler} should be an instance of torch.utils.data.Sampler, but got",
        "dice sample",
        "A sampler of your own is an object of a class made from torch.utils.data.Sampler, and "
        "this one is not; newer releases do not ask for it.",
        "Write class MySampler(torch.utils.data.Sampler):, with __iter__ and __len__.",
        None,
        recorded=(
            "ValueError: sampler should be an instance of torch.utils.data.Sampler, but got "
            "sampler=<utils.sampler.SubsetSequentialSampler object at 0x7f0e192affd0>",
        ),
    ),
    Entry(
        (
            "sampler option is mutually exclusive with shuffle",
            "batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and "
            "drop_last",
        ),
        "dice sample",
        "A sampler decides the order of the samples, so shuffle and a sampler exclude each other.",
        "Leave out shuffle=True, and with a batch_sampler batch_size, sampler and drop_last too. A "
        "sampler that is to shuffle draws itself, as SubsetRandomSampler and "
        "WeightedRandomSampler do.",
        "from torch.utils.data import DataLoader\nDataLoader([1, 2], shuffle=True, sampler=[0])",
    ),
    Entry(
        (
            "Sum of input lengths does not equal the length of the input dataset",
            "Fraction at index {number:int} is not between 0 and 1",
        ),
        "tensor shape",
        "The parts have to make up the whole data set, and do not.",
        "Compute the last one: n = int(0.8 * len(data)), random_split(data, [n, len(data) - n]). "
        "Shares add up to 1: [0.8, 0.2].",
        "from torch.utils.data import random_split\nrandom_split([1, 2, 3], [1, 1])",
    ),
    Entry(
        "Size mismatch between tensors",
        "tensor shape",
        "A TensorDataset holds tensors of one length along axis 0, and these differ: as a rule "
        "there is to be one label for each sample.",
        "Print x.shape and y.shape before.",
        "from torch.utils.data import TensorDataset\nTensorDataset(torch.ones(2), torch.ones(3))",
        when=lambda found: (
            (found.type == "AssertionError" and "tensordataset" in found.code.lower())
            or titled(found, re.compile(r"\btorch|pytorch|tensordataset|data ?loader", re.I))
        ),
        ways=ways("""
            lengths of two parts: Mind the order: x_train, x_test, y_train, y_test =
                train_test_split(x, y).
            x.flatten() before: Leave it out, or write x.flatten(1): axis 0 is for the samples.
            axis 0 is 1, or a length: Bring the samples to the front: x.transpose(0, 1).
            rows dropped from one: Do the same with the other.
        """),
    ),
    Entry(
        "'int' object is not callable",
        "tensor numpy",
        "TensorDataset holds tensors, and this is a NumPy array, whose size is a number.",
        "Write TensorDataset(torch.from_numpy(X), torch.from_numpy(y)).",
        "import numpy as np\nfrom torch.utils.data import TensorDataset\nTensorDataset(np.ones(2))",
        when=lambda found: "tensors[0].size(0)" in found.code,
    ),
    Entry(
        ("Subclasses of Dataset should implement __getitem__",),
        "tensor index",
        "A Dataset gives its samples by __getitem__, and this one has none.",
        "Write def __getitem__(self, i): beside __len__; mind the underscores and the indentation.",
        "from torch.utils.data import Dataset\nDataset()[0]",
        since=(2, 4),
    ),
    Entry(
        "",
        "tensor index",
        "PyTorch's own {method} was called, which does nothing: the class made from it has none, "
        "or it has another name there, or stands outside of the class.",
        "Write def {method}(self…): in the class, with two underscores on each side, and indented "
        "as its other functions are. A Dataset has __len__ and __getitem__, an IterableDataset and "
        "a Sampler have __iter__.",
        None,
        recorded=(
            '  File "/site-packages/torch/utils/data/sampler.py", line 72, in num_samples\n    '
            'return len(self.data_source)\n  File "/site-packages/torch/utils/data/dataset.py", '
            "line 20, in __len__\n    raise NotImplementedError\nNotImplementedError\n",
            "/usr/local/lib/python3.6/dist-packages/torch/utils/data/dataset.py in __len__(self)\n"
            "     18 \n     19     def __len__(self):\n---> 20         raise NotImplementedError\n"
            "     21 \n\nNotImplementedError: \n",
        ),
        when=lambda found: found.type == "NotImplementedError" and _own_method(found) != "",
        more=lambda found: {"method": _own_method(found)},
    ),
    Entry(
        (
            "'{kind:name}IterDataPipe' object is not an iterator",
            "object of type '{kind:name}IterDataPipe' has no len()",
            "{kind:name}IterDataPipe instance doesn't have valid length",
        ),
        "",
        "A DataPipe gives its items one after another, in a loop. torchtext's data sets are such "
        "since 0.12.",
        "Write next(iter(pipe)) for one item, and for item in pipe: for all of them. list(pipe) "
        "has a length and indices.",
        "from torch.utils.data.datapipes.iter import IterableWrapper\n"
        "next(IterableWrapper([1, 2]))",
        recorded=(
            "TypeError: 'MapperIterDataPipe' object is not an iterator",
            "TypeError: ShardingFilterIterDataPipe instance doesn't have valid length",
        ),
    ),
    Entry(
        (
            "'DataLoader' object is not an iterator",
            "'DataLoader' object is not subscriptable",
            "'DataLoader' object does not support indexing",
            "'DataLoader' object is not callable",
        ),
        "tensor index",
        "A DataLoader gives its batches one after another, and is gone through by for: it has no "
        "numbers in brackets, is no function, and iter makes an iterator of it.",
        "Write for x, y in loader:, or next(iter(loader)) for one batch. For many single steps "
        "write it = iter(loader) once, then next(it). Single samples are in the data set: "
        "loader.dataset[0].",
        "from torch.utils.data import DataLoader\nDataLoader([1, 2])[0]",
    ),
    Entry(
        (
            "pic should be PIL Image or ndarray. Got <class '{kind:torch.Tensor|torch.FloatTensor|"
            "torch.ByteTensor}'>",
        ),
        "tensor create",
        "ToTensor makes a tensor of a picture, and this is a tensor already.",
        "Leave this ToTensor() out. Where values of 0 to 255 are to become 0 to 1, write x.float() "
        "/ 255.",
        None,
        recorded=("TypeError: pic should be PIL Image or ndarray. Got <class 'torch.Tensor'>",),
    ),
    Entry(
        "pic should be Tensor or ndarray. Got <class '{kind:quoted}'>",
        "tensor create",
        "ToPILImage makes a picture of a tensor or an array, and this is a picture already.",
        "Leave ToPILImage() out, or turn the picture before it: transforms.ToTensor()(picture).",
        None,
        recorded=("TypeError: pic should be Tensor or ndarray. Got <class 'PIL.Image.Image'>.",),
        when=lambda found: found["kind"].startswith("PIL."),
    ),
    Entry(
        "Input image tensor permitted channel values are {known:text}, but found {channels:int}",
        "tensor shape",
        "This transform takes pictures with some numbers of channels only, {known}, and looks for "
        "them on the third axis from the last. There it found {channels}.",
        'A picture of 4 channels has transparency: open it with Image.open(path).convert("RGB"). '
        "A tensor (height, width, channels) becomes (channels, height, width) by x.permute(2, 0, "
        "1).",
        None,
        recorded=(
            "TypeError: Input image tensor permitted channel values are [1, 3], but found 4",
        ),
    ),
    Entry(
        OF_PICTURES,
        "tensor create",
        "A transform takes one picture, and got another thing, of type {kind}.",
        "",
        None,
        recorded=(
            "TypeError: pic should be PIL Image or ndarray. Got <class 'int'>",
            "TypeError: pic should be PIL Image or ndarray. Got <type 'tuple'>",
            "TypeError: pic should be PIL Image or ndarray. Got <class 'bool'>",
            "TypeError: img should be PIL Image. Got <class 'str'>",
            "TypeError: pic should be PIL Image or ndarray. Got <class 'dict'>",
        ),
        when=lambda found: re.search(r"Tensor$|\.ndarray$|^PIL\.", found["kind"]) is None,
        ways=(
            Way(
                "crops, by FiveCrop, TenCrop",
                "Write transforms.Lambda(lambda crops: torch.stack([to_tensor(c) for c in "
                "crops])) behind it, with to_tensor = transforms.ToTensor().",
                lambda found: found["kind"] in ("tuple", "list"),
            ),
            Way(
                "a sample with its label",
                "Take the picture alone: transform(sample[0]), or by the name that "
                "print(sample.keys()) shows.",
                lambda found: re.search("tuple|list|dict$", found["kind"].lower()) is not None,
            ),
            Way(
                "a path",
                'Write Image.open(path).convert("RGB") before the transform, with from PIL import '
                "Image.",
                lambda found: found["kind"].endswith(("str", "str_", "Path")),
            ),
            Way(
                "a name in a dictionary",
                "Take the picture out: transform(sample[name]).",
                lambda found: found["kind"].endswith(("str", "str_")),
            ),
            Way(
                "cv2.imwrite made it",
                'Write cv2.imwrite("a.png", picture) on a line of its own, without picture = '
                "before it.",
                lambda found: found["kind"] == "bool",
            ),
            Way(
                "a number, a label",
                "Write torch.tensor(x) in place of the transform.",
                lambda found: found["kind"] in ("int", "float"),
            ),
        ),
    ),
    Entry(
        OF_PICTURES[:4],
        "tensor create",
        "In the installed torchvision this transform takes pictures of PIL, and got a tensor.",
        "",
        None,
        recorded=("TypeError: img should be PIL Image. Got <class 'torch.Tensor'>",),
        when=lambda found: re.fullmatch(r"torch\.\w*Tensor|Tensor", found["kind"]) is not None,
        ways=ways("""
            ToTensor() before it: Put Resize, crops, flips and the like before ToTensor(), and
                Normalize behind it.
            the data are tensors: Put transforms.ToPILImage() first.
            torchvision is below 0.8: Write python -m pip install -U torch torchvision: most
                transforms take tensors since then. conda may have left an old one.
        """),
    ),
    Entry(
        OF_PICTURES[:4],
        "tensor create",
        "This transform takes pictures of PIL, and got an array of NumPy, as cv2.imread, skimage "
        "and np.array give it.",
        "Put transforms.ToPILImage() first in transforms.Compose, or write Image.fromarray(a), "
        "for an array (height, width, 3) or (height, width) of uint8.",
        None,
        recorded=("TypeError: img should be PIL Image. Got <class 'numpy.ndarray'>",),
        when=lambda found: found["kind"] == "numpy.ndarray",
        ways=ways("""
            values from 0 to 1: Write (a * 255).astype(np.uint8) before.
            cv2.imread: Write a[..., ::-1].copy() before, since the colours are BGR.
            a function made it an array: Leave that out, or put it behind the transform.
        """),
    ),
    Entry(
        OF_PICTURES[4:],
        "tensor create",
        "This transform takes a tensor, as Normalize and RandomErasing do, and got another kind "
        "of picture, {kind}.",
        "Put ToTensor() before it in transforms.Compose: it turns pictures of PIL, and arrays "
        "(height, width, channels), into tensors. Resize, crops and flips stand before ToTensor(), "
        "Normalize behind it. A ToPILImage() between the two undoes it.",
        None,
        recorded=("TypeError: tensor should be a torch tensor. Got <class 'PIL.Image.Image'>.",),
    ),
    Entry(
        (
            "Can't pickle local object '{name:quoted}'",
            "Can't pickle local object <{:function|class} {name:path}",
            "Can't pickle local object '{outer:name}.<locals>.{name:name}",
            "Can't pickle <function {name:text}",
            "cannot pickle '{name:quoted}' object",
            "can't pickle {name:name} objects",
            "Can't get local object '{name:quoted}'",
            "{name:h5py} objects cannot be pickled",
        ),
        "env",
        "On Windows and macOS, and on Linux since Python 3.14, the Dataset and collate_fn are "
        "pickled for each worker, and this cannot be: lambdas, functions and classes inside "
        "functions, open files. It is {name}.",
        "Write num_workers=0, in TrainingArguments dataloader_num_workers=0, or take it out of the "
        "data set.",
        None,
        recorded=(
            '  File "C:\\lib\\site-packages\\torch\\utils\\data\\dataloader.py", line 918, in '
            "__init__\n    w.start()\nAttributeError: Can't pickle local object "
            "'make.<locals>.<lambda>'",
            "AttributeError: Can't pickle local object 'get_dataset.<locals>.Dataset'",
            "Can't pickle local object 'get_dataset.<locals>.Dataset",
            'File "/site-packages/torch/utils/data/dataloader.py", line 914, in __init__\n    '
            "w.start()\nTypeError: can't pickle _thread.lock objects",
            "_pickle.PicklingError: Can't pickle <function HDF5DataSet.<lambda> at 0x1130d62a0>: "
            "attribute lookup HDF5DataSet.<lambda> on deeprank_gnn.DataSet failed",
            "AttributeError: Can't get local object 'enable_input_require_grads.<locals>."
            "make_inputs_require_grads'",
        ),
        when=lambda found: (
            "dataloader.py" in found.before
            or "spawn" in found.before
            or ("reduction.py" in found.before and "lightning" in found.before)
            or re.search(OF_LOADER, found["name"]) is not None
            or re.search(r"(?:Data[Ss]et|DataLoader)\.<lambda>", found["name"]) is not None
            or (not found.code and found["name"].endswith("require_grads"))
        ),
        ways=(
            Way(
                "a lambda, a local function",
                "Put it at the top of a file, under a name of its own.",
                lambda found: re.search("<lambda>|<locals>|^function", found["name"]) is not None,
            ),
            Way(
                "an open file, a database",
                "Keep the path in __init__, and open it in __getitem__, the first time: if "
                "self.file is None: self.file = h5py.File(self.path).",
            ),
        ),
    ),
    Entry(
        "",
        "",
        "next found no batch: the iterator has given its last one, had none, or an error before "
        "ended it.",
        "",
        None,
        recorded=(
            '  File "train.py", line 165, in train\n    images, targets = next(batch_iterator)\n'
            '  File "/lib/python3.10/site-packages/torch/utils/data/dataloader.py", line 621, in '
            "_next_index\n    return next(self._sampler_iter)\nStopIteration",
            "RuntimeError: CUDA out of memory. Tried to allocate 38.00 MiB\nTraceback (most recent "
            'call last):\n  File "train.py", line 108, in train\n    batch = '
            "next(train_iterator).to(device)\nStopIteration",
        ),
        when=_used_up,
        ways=(
            *ways("""
                after an epoch: Write for x, y in loader in place of next, or make it = iter(loader)
                    anew each time it ends.
                len(loader) is 0: Take a batch_size below the number of samples, or drop_last=False.
                an error stands above: Mend that one first: give it to d2l explain.
            """),
            Way(
                "{lack} stands above",
                "Mend that first: take a smaller batch.",
                lambda found: bool(_lack(found)),
            ),
        ),
        more=_lack,
    ),
    Entry(
        "'int' object has no attribute '{name:type|size|shape|dim|to|cuda|float|long|"
        "unsqueeze|view|dtype|numpy|item}'",
        "tensor create",
        "data[i] of a data set is a pair, as a rule: the input, and then the label, which is a "
        "plain number in MNIST, CIFAR10, ImageFolder and others. {name} belongs to tensors.",
        "Write x, y = data[0], and x.{name} for the input, which is data[0][0]. For the label "
        "type(y) tells its class, and torch.tensor(y) makes a tensor; a DataLoader makes tensors "
        "of the labels of a batch by itself.",
        None,
        recorded=(
            ">>> import torch\n>>> print(train_dataset[0][1].type())\nTraceback (most recent call "
            "last):\n  File \"<stdin>\", line 1, in <module>\nAttributeError: 'int' object has no "
            "attribute 'type'",
            '  File "a.py", line 9, in <module>\n    print(train_data[0][1].shape)\n'
            "AttributeError: 'int' object has no attribute 'shape'",
        ),
        when=lambda found: _of_a_label(found, found["name"]),
    ),
    Entry(
        "name '{name:data_loader|dataloader|dataloaders|data_loaders|train_dataloader|"
        "test_dataloader|val_dataloader|valid_loader|validloader|valloader}' is not defined"
        "{after:text}",
        "",
        "No line that ran before this one made {name}, which by its name is to be a DataLoader: "
        "the line is missing, or its cell was not run, or it stands inside a function, or the name "
        "is another one there.",
        "Make it before the loop: {name} = DataLoader(dataset, batch_size=32, shuffle=True), with "
        "collate_fn= where the program brings a function for it. If it is made inside a function, "
        "return it from there. Mind the spelling, capital letters too.",
        None,
        recorded=("NameError: name 'data_loader' is not defined",),
    ),
    Entry(
        (
            "[Errno 32] Broken pipe{after:text}",
            "Ran out of input{more:text}",
            "pickle data was truncated",
        ),
        "env",
        "As a rule a worker of a DataLoader could not be started: on Windows and macOS each "
        "starts the program anew.",
        "Write num_workers=0 in each DataLoader, or put what runs under if __name__ == "
        '"__main__":. '
        "Of several errors in the output the first one tells the reason.",
        None,
        recorded=(
            "PyTorch DataLoader - BrokenPipeError: [Errno 32] Broken pipe",
            "PyTorch DataLoader with num_workers: EOFError: Ran out of input",
            'File "/site-packages/torch/utils/data/dataloader.py", line 918, in __init__\n    '
            "w.start()\n_pickle.UnpicklingError: pickle data was truncated",
            '  File "C:\\lib\\site-packages\\torch\\utils\\data\\dataloader.py", line 918, in '
            "__init__\n    w.start()\nBrokenPipeError: [Errno 32] Broken pipe",
        ),
        when=lambda found: (
            _starting(found)
            or ("after" in found.fields and titled(found))
            or ("more" in found.fields and titled(found, OF_WORKERS))
        ),
    ),
    Entry(
        (
            "DataLoader with IterableDataset: expected unspecified {name:name} option, but got "
            "{:text}",
        ),
        "tensor create",
        "An IterableDataset gives its samples in its own order, so there is nothing to choose: "
        "{name} does not go with it.",
        "Leave {name} out, and shuffle inside the data set; or write a Dataset with __getitem__ "
        "and __len__.",
        "class D(torch.utils.data.IterableDataset):\n    def __iter__(self):\n"
        "        return iter([1])\ntorch.utils.data.DataLoader(D(), shuffle=True)",
    ),
    Entry(
        (
            "object of type '{kind:type}' has no len(){after:text}",
            "{ahead:text}object of type '{kind:type}' has no len()",
        ),
        "tensor create",
        "The DataLoader got a class in place of a data set: the brackets that make an object of "
        "the class are missing.",
        "Write dataset = MyDataset(path), with brackets, and hand that over: DataLoader(dataset).",
        "class D(torch.utils.data.Dataset):\n    pass\n"
        "torch.utils.data.DataLoader(D, shuffle=True)",
        when=lambda found: (
            found["kind"] == "type"
            and (
                re.search(r"len\((?:self\.)?_?(?:data_source|dataset)", found.code) is not None
                or titled(found)
            )
        ),
    ),
    Entry(
        "object of type '{kind:numpy.int64|numpy.int32}' has no len(){after:text}",
        "tensor index",
        "Something with a length was expected, and this is one number of NumPy: an index, as "
        "random_split or a sampler may give it, which the data inside the Dataset do not take for "
        "a number, or a single label.",
        "Write index = int(index) as the first line of __getitem__. If the line that failed takes "
        "len of a label, [label] makes a list of it.",
        None,
        recorded=(
            "PyTorch DataLoader TypeError: object of type 'numpy.int64' has no len()",
            '  File "/site-packages/torch/utils/data/dataset.py", line 272, in __getitem__\n    '
            'return self.dataset[self.indices[idx]]\n  File "a.py", line 9, in __getitem__\n    '
            "return self.data[index]\nTypeError: object of type 'numpy.int64' has no len()",
        ),
        when=lambda found: (
            LOADER in found.before[-6000:].replace("\\", "/")
            or titled(found, re.compile(ABOUT_TORCH.pattern + "|random_split", re.IGNORECASE))
        ),
    ),
    Entry(
        "object of type '{kind:NoneType|int|float|bool|Tensor|type}' has no len()",
        "tensor create",
        "The samples that become a batch are lists or tuples, or have such a part, and one in "
        "their place has no length. It is of type {kind}.",
        "Print dataset[i] for some i: each has to have the same parts.",
        "torch.utils.data.default_collate([(1, 2), None])",
        ways=(
            Way(
                "None",
                "Let __getitem__ end with return on every way, or give collate_fn=lambda batch: "
                "torch.utils.data.default_collate([s for s in batch if s is not None]).",
                lambda found: found["kind"] == "NoneType",
            ),
            Way(
                "a number",
                "Let __getitem__ give a list of the same length for each sample.",
                lambda found: found["kind"] != "NoneType",
            ),
        ),
        when=lambda found: "elem_size" in found.code + found.before[-600:],
    ),
    Entry(
        "object of type{: |}'{kind:name}' has no len()",
        "tensor create",
        "A DataLoader that shuffles, or is asked for its length, needs to know how many samples "
        "there are, and the data set does not say. It is of type {kind}.",
        "Write def __len__(self): return len(self.files) in the data set. An IterableDataset has "
        "no length.",
        "class D(torch.utils.data.Dataset):\n    pass\nlen(torch.utils.data.DataLoader(D()))",
        when=lambda found: (
            re.search(r"len\((?:self\.)?_?(?:data_source|dataset|index_sampler)", found.code)
            is not None
            or (
                not found.code
                and re.search(r"Data[sS]et$", found["kind"]) is not None
                and not found["kind"].startswith("Iter")
            )
        ),
        recorded=("TypeError: object of type 'CatsAndDogsDataset' has no len()",),
    ),
    Entry(
        (
            "At least one dataset should be passed",
            "datasets should not be an empty iterable",
        ),
        "tensor shape",
        "There is no data set to join: the list is empty, or was gone through before.",
        "Print the list; map and filter can be gone through once only: write list(…).",
        "torch.utils.data.ConcatDataset([])",
    ),
    Entry(
        (
            "weights should be a 1d sequence but given weights have shape {shape:text}",
            "num_samples should be a positive integer value, but got num_samples={count:text}",
            "replacement should be a boolean value, but got replacement={value:text}",
        ),
        "dice multinomial",
        "A sampler takes one weight for each sample, in one list, a number of samples that is "
        "whole and above 0, and replacement True or False.",
        "Write WeightedRandomSampler(weights, num_samples=len(weights)), and print "
        "len(dataset) where it could be 0.",
        "torch.utils.data.WeightedRandomSampler([1, 2], 2.5)",
    ),
    Entry(
        "With replacement=False, num_samples should not be specified",
        "dice sample",
        "RandomSampler without replacement goes through the whole data set in this PyTorch; later "
        "ones draw a part of it, too.",
        "Leave num_samples out, write replacement=True to draw with repeats, or install a newer "
        "PyTorch, such as 2.0.",
        None,
        recorded=(
            "ValueError: With replacement=False, num_samples should not be specified, since a "
            "random permute will be performed.",
        ),
    ),
    Entry(
        ("absolute value of index should not exceed dataset length",),
        "tensor index",
        "ConcatDataset has fewer samples than the index says.",
        "Take an index below len(dataset).",
        "torch.utils.data.ConcatDataset([[1, 2]])[-5]",
    ),
    Entry(
        (
            "multiprocessing_context can only be used with multi-process loading (num_workers > "
            "0), but got num_workers={count:int}",
            "num_workers option should be non-negative",
            "prefetch_factor option could only be specified in multiprocessing",
            "persistent_workers option needs num_workers > 0",
            "{:_SingleProcessDataLoaderIter} requires timeout == 0",
            "timeout option should be non-negative",
            "prefetch_factor option should be non-negative",
            "drop_last should be a boolean value, but got drop_last={value:text}",
            "batch_size=None option disables auto-batching and is mutually exclusive with "
            "drop_last",
        ),
        "env",
        "An option of the DataLoader has a value that it does not take, or does not go with the "
        "others.",
        "Leave it out, or give num_workers=2 for what belongs to workers. num_workers is 0 or "
        "more, drop_last True or False.",
        "torch.utils.data.DataLoader([1], timeout=-1)",
    ),
    Entry(
        (
            "module 'utils' has no attribute '{name:collate_fn|MetricLogger|SmoothedValue}'",
            "name 'utils' is not defined{after:text}",
        ),
        "",
        "utils was not imported, or is another file of that name. With utils.collate_fn the "
        "utils.py of torchvision's lesson on detection is meant, which pip does not install.",
        "Write def collate_fn(batch): return tuple(zip(*batch)) and collate_fn=collate_fn in place "
        "of it, or copy utils.py and engine.py from the folder references/detection of the "
        "repository pytorch/vision. For make_grid and save_image write from torchvision import "
        "utils.",
        None,
        recorded=(
            "AttributeError: module 'utils' has no attribute 'collate_fn'",
            "NameError: name 'utils' is not defined in Pytorch",
            '  File "a.py", line 3, in <module>\n    loader = DataLoader(data, '
            "collate_fn=utils.collate_fn)\nNameError: name 'utils' is not defined",
        ),
        when=lambda found: (
            "name" in found.fields
            or titled(found)
            or re.search(r"utils\.(?:collate_fn|make_grid|save_image)", found.line) is not None
        ),
    ),
    Entry(
        "'module' object is not callable{after:text}",
        "",
        "The name stands for a module, a file with classes in it, and the class inside is written "
        "with capital letters: DataLoader in torch.utils.data.dataloader, Dataset in "
        "torch.utils.data.dataset.",
        "Write from torch.utils.data import DataLoader, Dataset, and DataLoader(data). If another "
        "name is called in the line that failed, import the class or function from its file.",
        None,
        recorded=(
            "PyTorch DataLoader Error - TypeError: 'module' object is not callable",
            '  File "a.py", line 3, in <module>\n    loader = dataloader(data, batch_size=4)\n'
            "TypeError: 'module' object is not callable",
        ),
        when=lambda found: (
            titled(found, re.compile("data ?loader", re.IGNORECASE))
            or re.search(
                r"\bdataloader\(.*batch_size|(?:data|utils)\.data(?:loader|set)\(", found.line
            )
            is not None
        ),
    ),
    Entry(
        "Python int too large to convert to C long{after:text}",
        "env",
        "An old torchtext tells csv how long a field may be, in a number that Windows does not "
        "take.",
        "Install a newer torchtext with its torch. Or write csv.field_size_limit(2147483647) in "
        "place of csv.field_size_limit(sys.maxsize) in its file utils.py, which the traceback "
        "names.",
        None,
        recorded=(
            'File "c:\\python36\\lib\\site-packages\\torchtext\\utils.py", line 130, in '
            "unicode_csv_reader\n    csv.field_size_limit(sys.maxsize)\nOverflowError: Python int "
            "too large to convert to C long",
        ),
        when=lambda found: (
            ("torchtext" in found.before and "csv.field_size_limit(" in found.code)
            or titled(found, re.compile("torchtext"))
        ),
        command="env",
    ),
    Entry(
        "'<' not supported between instances of 'Example' and 'Example'",
        "",
        "A BucketIterator of torchtext sorts the samples of a batch, and does not know by what: an "
        "Example has no order of its own.",
        "Write sort_key=lambda x: len(x.text) with the name of a field, and "
        "sort_within_batch=False where the order does not matter.",
        None,
        recorded=("TypeError: '<' not supported between instances of 'Example' and 'Example'",),
    ),
    Entry(
        (
            "cannot serialize a bytes object larger than 4 GiB{after:text}",
            "cannot serialize a string larger than 4{: |}GiB{after:text}",
        ),
        "env",
        "pickle with a protocol below 4 writes no more than 4 GiB in one piece. torch.save has "
        "protocol 2, and a data set is handed to workers with protocol 3 before Python 3.8.",
        "Write torch.save(x, path, pickle_protocol=4), or split what is saved. For a DataLoader "
        "write num_workers=0, or let the data set read what it needs in __getitem__.",
        None,
        recorded=(
            "PyTorch OverflowError: cannot serialize a bytes object larger than 4 GiB",
            'File "/site-packages/torch/serialization.py", line 292, in _save\n    '
            "pickler.dump(obj)\nOverflowError: cannot serialize a bytes object larger than 4 GiB",
        ),
        when=lambda found: (
            titled(found) or re.search(r"[/\\]torch[/\\]", found.before[-6000:]) is not None
        ),
    ),
    Entry(
        "'Example' object has no attribute '{name:name}'{after:text}",
        "",
        "An Example of torchtext has one attribute for each field that was named, and {name} is "
        "none of them, or the file gave nothing for it.",
        "Print vars(dataset.examples[0]), and look at the first lines of the file: an address that "
        "leads to a web page gives a page in place of the table. The names in fields have to be "
        "those that the program asks for, in the order of the columns, and for JSON and a "
        "dictionary of fields those of the file.",
        None,
        recorded=(
            "AttributeError: 'Example' object has no attribute 'Label' in torchtext",
            '  File "/site-packages/torchtext/data/field.py", line 9, in <genexpr>\n    yield '
            "getattr(x, attr)\nAttributeError: 'Example' object has no attribute 'Label'",
        ),
        when=lambda found: (
            "torchtext" in found.before
            or "torchtext" in found.code
            or titled(found, re.compile(r"torchtext|build_vocab"))
        ),
    ),
    Entry(
        "Pin memory thread exited unexpectedly",
        "env",
        "The part of the DataLoader that prepares batches for the GPU stopped. As a rule an error "
        "stands further above, or memory ran out.",
        "Write pin_memory=False, or take smaller batches and fewer workers.",
        None,
        recorded=("RuntimeError: Pin memory thread exited unexpectedly",),
    ),
    Entry(
        ("Size mismatch between datasets",),
        "tensor shape",
        "StackDataset takes data sets of one length.",
        "Print len of each.",
        "torch.utils.data.StackDataset([1], [1, 2])",
        since=(2, 4),
    ),
    Entry(
        "Length of split at index {number:int} is 0. This might result in an empty dataset",
        "tensor shape",
        "A part of random_split has no samples: the data set is too small for its share. It is "
        "number {number}, counted from 0.",
        "Give a larger share, or whole numbers: random_split(data, [n - 10, 10]).",
        "torch.utils.data.random_split([1, 2], [0.9, 0.1])",
    ),
    Entry(
        "{key:int}",
        "tensor index",
        "The data set was asked for sample {key}, and the table of pandas has no row of that name: "
        "rows keep their names when a table is split, filtered or shuffled.",
        "Write df.iloc[i] in __getitem__, which counts places, or df = df.reset_index(drop=True) "
        "before.",
        None,
        recorded=(
            '  File "/site-packages/torch/utils/data/_utils/fetch.py", line 49, in fetch\n    data '
            '= [self.dataset[idx] for idx in possibly_batched_index]\n  File "train.py", line 9, '
            'in __getitem__\n    y = self.labels[i]\n  File "/site-packages/pandas/core/series.py"'
            ", line 942, in __getitem__\n    return self._get_value(key)\nKeyError: 1234",
        ),
        when=lambda found: (
            found.type == "KeyError" and "pandas" in found.before and LOADER in found.before
        ),
    ),
    Entry(
        "{key:int}",
        "tensor index",
        "The DataLoader asks its data set for samples by number, and this one has no {key}: it is "
        "a dictionary, as a rule, such as one that holds a data set for each of train and val.",
        'Print type(dataset). Hand over what is in it, DataLoader(datasets["train"]), or a list: '
        "list(d.values()).",
        "from torch.utils.data import DataLoader\nnext(iter(DataLoader({'train': [1, 2]})))",
        when=lambda found: (
            found.type == "KeyError"
            and re.search(r"self\.dataset\[\w+\]", found.code.rpartition("\n")[2]) is not None
        ),
    ),
    Entry(
        (
            "{name:name}() missing {count:int} required positional {:arguments|argument}: "
            "'{argument:quoted}'",
            "{name:name}() {:takes|missing} {:text}positional argument",
        ),
        "",
        "A DataLoader hands collate_fn one list, the samples of a batch, and worker_init_fn one "
        "number, and {name} takes something else.",
        "",
        "from torch.utils.data import DataLoader\nclass Data:\n    def my_collate(self, batch):\n"
        "        return batch\nnext(iter(DataLoader([1, 2], collate_fn=Data.my_collate)))",
        when=lambda found: (
            re.search(r"collate|worker_init|batch_fn", found["name"].lower()) is not None
            or "collate_fn(" in found.code.rpartition("\n")[2]
        ),
        recorded=(
            "TypeError: NpyDataset.custom_collate_fn() missing 1 required positional argument: "
            "'batch'",
            "NpyDataset.custom_collate_fn() missing 1 required positional argument: 'batch'\nin "
            "for batch in progress_bar:",
        ),
        more=lambda found: {"last": found["name"].rpartition(".")[2]},
        ways=ways("""
            a function in a class: Write def {last}(self, batch): and collate_fn=dataset.{last},
                from an object. Or set @staticmethod above it, and leave self out.
            it has more arguments: Set them beforehand: collate_fn=functools.partial({last},
                tokenizer=tokenizer).
            it has none: Write def {last}(batch):.
        """),
    ),
    Entry(
        (
            "can only test a child process{after:text}",
            "daemonic processes are not allowed to have children{after:text}",
        ),
        "env",
        "A worker of one DataLoader has to do with another: one was made inside of a worker, or "
        "the loop was left in a program that was split off.",
        "Write num_workers=0 for a loader inside of a Dataset. can only test a child process does "
        "no harm in a notebook, and num_workers=0 keeps it away.",
        None,
        recorded=(
            "Exception ignored in: <function _MultiProcessingDataLoaderIter.__del__ at 0x7f>\n"
            'Traceback (most recent call last):\n  File "/usr/local/lib/python3.7/dist-packages/'
            'torch/utils/data/dataloader.py", line 1324, in __del__\n    self._shutdown_workers()\n'
            "AssertionError: can only test a child process",
        ),
        when=lambda found: "dataloader.py" in found.before or titled(found),
    ),
    Entry(
        (
            "'{:DataLoaderIter|_DataLoaderIter}' object has no attribute '{name:shutdown|"
            "done_event|rcvd_idx|workers|worker_pids_set}'",
            "'{:_MultiProcessingDataLoaderIter|_DataLoaderIter}' object has no attribute "
            "'{name:_workers|_workers_status|_shutdown|_workers_done_event|_pin_memory_thread}'",
        ),
        "",
        "A DataLoader failed while it began, with another error, and this one came when what was "
        "half made was taken away.",
        "Look for the error above it, and mend that. Without one print len(dataset): in old "
        "releases an empty data set does this.",
        None,
        recorded=("AttributeError: 'DataLoaderIter' object has no attribute 'shutdown'",),
    ),
    Entry(
        "Cowardly refusing to serialize non-leaf tensor which requires_grad",
        "autograd detach",
        "A tensor is to go to another process, a worker as a rule, and it was computed with "
        "gradients: its history cannot go along.",
        "Hand over x.detach(). In a Dataset work under torch.no_grad(), or keep the model out of "
        "it.",
        "import pickle\nfrom torch.multiprocessing.reductions import reduce_tensor\n"
        "reduce_tensor(torch.ones(2, requires_grad=True) * 2)",
    ),
    Entry(
        "[Errno 12] Cannot allocate memory{after:text}",
        "env",
        "As a rule the main memory does not suffice for another process: each worker of a "
        "DataLoader begins as a copy of the program, with all that its Dataset keeps.",
        "Take fewer workers, num_workers=0 to begin with. Keep less in the program and in the "
        "Dataset: read files in __getitem__, and make the DataLoader before what is large. "
        "free -h shows how much is left, and on a cluster or in a container there may be a limit.",
        None,
        recorded=(
            '  File "/site-packages/torch/utils/data/dataloader.py", line 918, in __init__\n'
            "    w.start()\nOSError: [Errno 12] Cannot allocate memory",
        ),
        when=_handing_over,
    ),
    Entry(
        "'ConcatDataset' object has no attribute '{name:name}'",
        "tensor create",
        "ConcatDataset joins data sets, and hands out samples only. {name} belongs to each of "
        "them.",
        "Write data.datasets[0].{name}, or put them together: [d.{name} for d in data.datasets].",
        "torch.utils.data.ConcatDataset([[1, 2]]).classes",
        when=lambda found: found["name"][:1] != "_",
    ),
    Entry(
        "'TensorDataset' object has no attribute '{name:name}'",
        "tensor create",
        "A TensorDataset keeps what it was made of as a tuple, tensors, in the same order. It has "
        "no {name}, and is no tensor itself.",
        "Write data.tensors[0] for the inputs and data.tensors[1] for the targets, or x, y = "
        "data[0] for one sample. Batches come from a DataLoader: for x, y in DataLoader(data, "
        "batch_size=32):.",
        "torch.utils.data.TensorDataset(torch.ones(2)).targets",
        when=lambda found: found["name"][:1] != "_",
    ),
    Entry(
        "context has already been set",
        "env",
        "The way in which processes are started can be set once in a program, and it is set "
        "already: by another line, by a library, or since a worker was started before.",
        'Write torch.multiprocessing.set_start_method("spawn", force=True) as the first thing '
        'under if __name__ == "__main__":. For one DataLoader alone '
        'multiprocessing_context="spawn" does.',
        "import torch.multiprocessing as mp\nmp.set_start_method('fork', force=True)\n"
        "mp.set_start_method('fork')",
        when=lambda found: (
            re.search(r"torch|\bmp\.set_start_method", found.before + found.code) is not None
            or not found.before.strip()
        ),
    ),
    Entry(
        "{name:name} attribute should not be set after {kind:name} is initialized",
        "tensor create",
        "A DataLoader keeps what it was made with. {name} cannot be changed later.",
        "Make a new one: loader = DataLoader(loader.dataset, batch_size=64, shuffle=True).",
        "torch.utils.data.DataLoader([1]).batch_size = 3",
    ),
    Entry(
        "invalid argument {number:int}: must be strictly positive at",
        "tensor shape",
        "An order of 0 samples was asked for, torch.randperm(0): the data set is empty, as a rule, "
        "where a DataLoader shuffles.",
        "Print len(dataset), and look at the path that it reads from and at the ending of the "
        "files.",
        None,
        recorded=(
            "RuntimeError: invalid argument 1: must be strictly positive at "
            "/pytorch/torch/lib/TH/generic/THTensorMath.c:2247",
        ),
    ),
    Entry(
        "'{name:quoted}'",
        "tensor create",
        "A batch is made of samples that are dictionaries, and one of them has no {name}, which "
        "the first one has.",
        "Let __getitem__ give the same names for each sample, with an empty value where there is "
        "none, or write a collate_fn.",
        "from torch.utils.data import default_collate\ndefault_collate([{'a': 1}, {'b': 2}])",
        when=lambda found: found.type == "KeyError" and "[d[key] for d in batch]" in found.code,
    ),
    Entry(
        "[Errno 5] Input/output error",
        "env",
        "The system could not read or write a file, or the program's output: the disk, or what "
        "stands for it, failed.",
        "",
        None,
        ways=ways("""
            Google Drive in Colab: Copy the data as one archive to /content, unpack it there, and
                read it from there.
            a disk over the network: Copy the data to a local disk, and set num_workers lower.
            tqdm or print on the line: The terminal is gone: start the program by nohup, or in tmux.
            one file alone: Load that file again.
        """),
        recorded=(
            'File "/site-packages/torch/utils/data/_utils/fetch.py", line 49, in fetch\n    data = '
            "self.dataset[idx]\nOSError: [Errno 5] Input/output error",
        ),
        when=lambda found: (
            re.search(r"torch[/\\]utils[/\\]data|torch\.load\(|torchvision", last_traceback(found))
            is not None
        ),
    ),
)
