"""DataLoader, its workers, and data sets."""

from __future__ import annotations

import re

from ..entry import Entry, Found

GUARD = (
    "An attempt has been made to start a new process before the current process has finished its "
    "bootstrapping phase"
)
LOADER = "utils/data"
NO_ROOM = (
    "The workers of a DataLoader hand batches over through shared memory and open files, and the "
    "system allows no more of them."
)
NO_ROOM_OUT = (
    'Write torch.multiprocessing.set_sharing_strategy("file_system") at the start, raise the limit '
    "with ulimit -n 65535, take fewer workers, and in Docker --shm-size=8g. On Windows a larger "
    "page file helps."
)


def _starting(found: Found) -> bool:
    """Whether a DataLoader starts its workers, or one of them itself starts."""
    return "dataloader.py" in found.before or "spawn_main" in found.before


DATA = (
    Entry(
        "pickle data was truncated",
        "env",
        "A worker of the DataLoader could not be started: what was to be handed to it did not come "
        "whole. The data set is very large, memory ran out, or the program itself failed first.",
        "Write num_workers=0 to see the true error. Keep large arrays out of the data set: open "
        'files in __getitem__. Put what runs under if __name__ == "__main__":.',
        None,
        recorded=(
            'File "/site-packages/torch/utils/data/dataloader.py", line 918, in __init__\n    '
            "w.start()\n_pickle.UnpicklingError: pickle data was truncated",
        ),
        when=_starting,
    ),
    Entry(
        "can't pickle {name:name} objects",
        "env",
        "A worker of the DataLoader is a program of its own, and the data set is handed to it as a "
        "copy: it holds something that cannot be copied, {name}.",
        "Make it in the worker: open files, databases and connections in __getitem__ the first "
        "time that it is called. Or write num_workers=0.",
        None,
        recorded=(
            'File "/site-packages/torch/utils/data/dataloader.py", line 914, in __init__\n    '
            "w.start()\nTypeError: can't pickle _thread.lock objects",
        ),
        when=lambda found: "dataloader.py" in found.before or "spawn" in found.before,
    ),
    Entry(
        "Unexpected bus error encountered in worker. This might be caused by insufficient shared "
        "memory",
        "env",
        "The workers of a DataLoader hand batches over through shared memory, and there is too "
        "little of it, in a container as a rule.",
        "Start Docker with --shm-size=8g or --ipc=host, or take fewer workers.",
        None,
        recorded=(
            "ERROR: Unexpected bus error encountered in worker. This might be caused by "
            "insufficient shared memory (shm).",
        ),
    ),
    Entry(
        GUARD,
        "env",
        "On Windows and macOS each worker of a DataLoader starts the program anew, and would start "
        "workers itself.",
        'Put what runs into a function, and call it under if __name__ == "__main__":. Or write '
        "num_workers=0.",
        None,
        recorded=(
            "RuntimeError: \n        An attempt has been made to start a new process before the\n"
            "        current process has finished its bootstrapping phase.\n\n        This "
            "probably means that you are not using fork to start your\n        child processes",
        ),
    ),
    Entry(
        (
            "DataLoader worker (pid {pid:int}) is killed by signal: {signal:name}",
            "DataLoader worker (pid(s) {pid:text}) is killed by signal: {signal:name}",
        ),
        "env",
        "The system ended a worker of the DataLoader, by the signal {signal}: too little memory, "
        "or too little shared memory in a container, as a rule.",
        "Take fewer workers or smaller batches, num_workers=0 to see the true error, and in Docker "
        "more shared memory: --shm-size=8g or --ipc=host.",
        None,
        recorded=(
            "RuntimeError: DataLoader worker (pid 1234) is killed by signal: Bus error. It is "
            "possible that dataloader's workers are out of shared memory. Please try to raise your "
            "shared memory limit.",
            "RuntimeError: DataLoader worker (pid 4499) is killed by signal: Segmentation fault.",
        ),
    ),
    Entry(
        (
            "DataLoader worker (pid(s) {pid:text}) exited unexpectedly",
            "DataLoader worker (pid {pid:text}) exited unexpectedly",
        ),
        "env",
        "A worker of the DataLoader ended without a word: it ran out of memory, failed before it "
        "could report, or could not be started.",
        "Write num_workers=0: then the true error is shown. On Windows and macOS the program needs "
        'if __name__ == "__main__": around what runs.',
        None,
        recorded=("RuntimeError: DataLoader worker (pid(s) 13424, 9672) exited unexpectedly",),
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
        (
            "unable to open shared memory object <{path:text}> in read-write mode",
            "unable to mmap {bytes:int} bytes from file <{path:text}>: Cannot allocate memory",
            "unable to allocate shared memory(shm) for file <{path:text}>",
            "unable to write to file <{path:text}>",
            "received {count:int} items of ancdata",
            "Too many open files. Communication with the workers is no longer possible",
            "Couldn't open shared file mapping: <{path:text}>, error code: <{code:int}>",
            "Couldn't open shared event: <{path:text}>, error code: <{code:int}>",
        ),
        "env",
        NO_ROOM,
        NO_ROOM_OUT,
        None,
        recorded=(
            "RuntimeError: unable to open shared memory object </torch_29919_1396182366> in "
            "read-write mode",
            "RuntimeError: received 0 items of ancdata",
            "RuntimeError: unable to write to file </torch_18692_1954506624>",
        ),
    ),
    Entry(
        (
            "Cannot re-initialize CUDA in forked subprocess. To use CUDA with multiprocessing, you "
            "must use the 'spawn' start method",
            "Cannot re-initialize CUDA in forked subprocess",
            "cuda runtime error (3) : initialization error",
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
        "pin_memory prepares tensors of the CPU for the way to the GPU, and these are there "
        "already. They are {kind}.",
        "Leave pin_memory=True out, or let the Dataset give tensors of the CPU.",
        None,
        recorded=(
            "RuntimeError: cannot pin 'torch.cuda.FloatTensor' only dense CPU tensors can be "
            "pinned",
        ),
    ),
    Entry(
        (
            "default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; "
            "found <class '{kind:quoted}'>",
            "default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; "
            "found {kind:text}",
            "batch must contain tensors, numbers, dicts or lists; found <class '{kind:quoted}'>",
        ),
        "tensor create",
        "A DataLoader makes one batch of tensors, arrays and numbers, and a sample is none of "
        "them. It holds {kind}.",
        "Let __getitem__ give tensors: transforms.ToTensor() for pictures. None is what it gives "
        "without return, or for a file that could not be read. Other objects need a collate_fn. "
        "Several data sets are one by ConcatDataset([a, b]), and not by [a, b].",
        "from torch.utils.data import DataLoader\nnext(iter(DataLoader([None, None])))",
    ),
    Entry(
        ("each element in list of batch should be of equal size",),
        "tensor cat",
        "The samples of a batch are lists of different lengths, and cannot be laid on top of each "
        "other.",
        "Bring them to one length in the Dataset, or give the DataLoader a collate_fn that pads "
        "them: torch.nn.utils.rnn.pad_sequence.",
        "from torch.utils.data import DataLoader\n"
        "next(iter(DataLoader([[1, 2], [1]], batch_size=2)))",
    ),
    Entry(
        "Trying to resize storage that is not resizable",
        "tensor cat",
        "The samples of a batch have different sizes, so they cannot be laid on top of each other "
        "in the memory that a worker prepared.",
        "Bring the samples to one shape in the Dataset, or give the DataLoader a collate_fn. With "
        "num_workers=0 the message names the shapes.",
        None,
        recorded=("RuntimeError: Trying to resize storage that is not resizable",),
    ),
    Entry(
        "num_samples should be a positive {:integer|integeral|integral} value, but got "
        "num_samples={count:int}",
        "tensor shape",
        "The data set is empty. It has {count} samples.",
        "Print len(dataset), and look at the path that it reads from and at the ending of the "
        "files.",
        "from torch.utils.data import DataLoader\nDataLoader([], shuffle=True)",
        when=lambda found: found.number("count") == 0,
    ),
    Entry(
        "Found 0 files in subfolders of: {path:path}",
        "env",
        "The folder has no pictures in subfolders, one for each class. It is {path}.",
        "Give ImageFolder the folder above the classes: data/train/cat/1.png is read from "
        "data/train.",
        None,
        recorded=(
            "RuntimeError: Found 0 files in subfolders of: ./data/train\nSupported extensions are: "
            ".jpg,.jpeg,.png",
        ),
    ),
    Entry(
        "batch_size should be a positive {:integer|integeral|integral} value, but got "
        "batch_size={size:text}",
        "tensor shape",
        "A batch has at least one sample, a whole number. batch_size is {size}.",
        "Print what batch_size is computed from: n // k may be 0, and n / k is a float.",
        "from torch.utils.data import DataLoader\nDataLoader([1, 2], batch_size=0)",
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
        "Leave out shuffle=True, and with a batch_sampler batch_size too.",
        "from torch.utils.data import DataLoader\nDataLoader([1, 2], shuffle=True, sampler=[0])",
    ),
    Entry(
        (
            "prefetch_factor option could only be specified in multiprocessing",
            "persistent_workers option needs num_workers > 0",
            "num_workers option should be non-negative",
        ),
        "env",
        "The option is for workers, and there are none.",
        "Give num_workers=2, or leave the option out.",
        "from torch.utils.data import DataLoader\nDataLoader([1], prefetch_factor=2)",
    ),
    Entry(
        ("Sum of input lengths does not equal the length of the input dataset",),
        "tensor shape",
        "The parts have to make up the whole data set, and do not.",
        "Compute the last one: n = int(0.8 * len(data)), random_split(data, [n, len(data) - n]). "
        "Shares add up to 1: [0.8, 0.2].",
        "from torch.utils.data import random_split\nrandom_split([1, 2, 3], [1, 1])",
    ),
    Entry(
        "Size mismatch between tensors",
        "tensor shape",
        "A TensorDataset holds tensors of one length along axis 0, and these differ.",
        "Print the shapes: one label for each sample.",
        "from torch.utils.data import TensorDataset\nTensorDataset(torch.ones(2), torch.ones(3))",
        when=lambda found: found.type == "AssertionError" and "tensordataset" in found.code.lower(),
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
        (
            "'DataLoader' object is not an iterator",
            "'DataLoader' object is not subscriptable",
            "'DataLoader' object does not support indexing",
        ),
        "tensor index",
        "A DataLoader gives its batches one after another, in an order that it draws.",
        "Write for x, y in loader:, or next(iter(loader)) for the first batch. Single samples are "
        "in the data set: dataset[0].",
        "from torch.utils.data import DataLoader\nDataLoader([1, 2])[0]",
    ),
    Entry(
        (
            "pic should be PIL Image or ndarray. Got <class '{kind:quoted}'>",
            "pic should be Tensor or ndarray. Got <class '{kind:quoted}'>",
            "img should be PIL Image. Got <class '{kind:quoted}'>",
            "Input image tensor permitted channel values are",
            "tensor should be a torch tensor. Got <class '{kind:quoted}'>",
            "Input tensor should be a torch tensor. Got <class '{kind:quoted}'>",
            "img should be Tensor Image. Got <class '{kind:quoted}'>",
        ),
        "tensor create",
        "A transform got another kind of picture than it takes. This is of type {kind}.",
        "Mind the order in transforms.Compose: what works on pictures first, then ToTensor(), and "
        "Normalize after it. transforms.ToPILImage()(x) turns a tensor back.",
        None,
        recorded=(
            "TypeError: pic should be PIL Image or ndarray. Got <class 'torch.Tensor'>",
            "TypeError: tensor should be a torch tensor. Got <class 'PIL.Image.Image'>.",
        ),
    ),
    Entry(
        (
            "Can't pickle local object '{name:quoted}'",
            "Can't pickle <function {name:text}",
            "cannot pickle '{name:quoted}' object",
            "Can't get local object '{name:quoted}'",
            "{name:h5py} objects cannot be pickled",
        ),
        "env",
        "On Windows and macOS the Dataset is pickled for each worker, and this cannot be: lambdas, "
        "functions inside functions, open files. It is {name}.",
        "Write a function at the top of a file in place of the lambda, open files in __getitem__, "
        "or write num_workers=0.",
        None,
        recorded=(
            '  File "C:\\lib\\site-packages\\torch\\utils\\data\\dataloader.py", line 918, in '
            "__init__\n    w.start()\nAttributeError: Can't pickle local object "
            "'make.<locals>.<lambda>'",
        ),
        when=lambda found: (
            "dataloader.py" in found.before
            or ("reduction.py" in found.before and "lightning" in found.before)
        ),
    ),
    Entry(
        "Can't pickle <function {name:text}",
        "",
        "torch.save pickles what it gets, and a lambda or a function inside a function cannot be.",
        "Save model.state_dict() in place of the model, or put the function at the top of a file.",
        "import io\ntorch.save(lambda x: x, io.BytesIO())",
        when=lambda found: found.calls("torch.save", "_save"),
    ),
    Entry(
        ("[Errno 32] Broken pipe", "Ran out of input"),
        "env",
        "A worker of the DataLoader could not be started: on Windows and macOS each starts the "
        "program anew.",
        'Put what runs under if __name__ == "__main__":, or write num_workers=0. Of several errors '
        "in the output the first one tells the reason.",
        None,
        recorded=(
            '  File "C:\\lib\\site-packages\\torch\\utils\\data\\dataloader.py", line 918, in '
            "__init__\n    w.start()\nBrokenPipeError: [Errno 32] Broken pipe",
        ),
        when=_starting,
    ),
    Entry(
        "Ran out of input",
        "",
        "The file is empty, or ends too early: a download or a torch.save did not come to its end.",
        "Look at its size, and get or save it once more.",
        None,
        recorded=(
            '  File "a.py", line 2, in <module>\n    x = torch.load("a.pt")\n'
            "EOFError: Ran out of input",
        ),
        when=lambda found: found.calls("torch.load", "_legacy_load", "_load"),
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
        ("object of type '{kind:name}' has no len()",),
        "tensor create",
        "A DataLoader that shuffles, or is asked for its length, needs to know how many samples "
        "there are, and the data set does not say. It is of type {kind}.",
        "Write def __len__(self): return len(self.files) in the data set. An IterableDataset has "
        "no length.",
        "class D(torch.utils.data.Dataset):\n    pass\nlen(torch.utils.data.DataLoader(D()))",
        when=lambda found: (
            re.search(r"len\((?:self\.)?_?(?:data_source|dataset|index_sampler)", found.code)
            is not None
        ),
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
            "timeout option should be non-negative",
            "prefetch_factor option should be non-negative",
            "batch_size=None option disables auto-batching and is mutually exclusive with "
            "drop_last",
        ),
        "env",
        "An option of the DataLoader does not go with the others.",
        "Leave it out, or give num_workers=2 for what belongs to workers.",
        "torch.utils.data.DataLoader([1], timeout=-1)",
    ),
    Entry(
        "Pin memory thread exited unexpectedly",
        "env",
        "The part of the DataLoader that prepares batches for the GPU stopped, after an error of "
        "its own as a rule: there is too little memory.",
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
        "{name:name}() {:takes|missing} {:text}positional argument",
        "",
        "A DataLoader calls collate_fn with one list, which holds the samples of a batch, and this "
        "function takes something else. It is {name}.",
        "Write def {name}(batch):. Inside of a class give it self too, or @staticmethod; further "
        "arguments come by functools.partial.",
        "from torch.utils.data import DataLoader\ndef join():\n    return 1\n"
        "next(iter(DataLoader([1, 2], collate_fn=join)))",
        when=lambda found: "collate_fn(" in found.code.rpartition("\n")[2],
    ),
    Entry(
        (
            "can only test a child process",
            "daemonic processes are not allowed to have children",
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
        when=lambda found: "dataloader.py" in found.before,
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
        (
            "[Errno 24] Too many open files",
            "[Errno 12] Cannot allocate memory",
            "[Errno 28] No space left on device",
        ),
        "env",
        NO_ROOM,
        NO_ROOM_OUT,
        None,
        recorded=(
            '  File "/site-packages/torch/utils/data/dataloader.py", line 918, in __init__\n'
            "    w.start()\nOSError: [Errno 12] Cannot allocate memory",
        ),
        when=lambda found: (
            "dataloader.py" in found.before
            or "torch/multiprocessing" in found.before.replace("\\", "/")
        ),
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
)
