"""DataLoader, its workers, and data sets."""

from __future__ import annotations

import re

from ..entry import Entry, Found

GUARD = (
    "An attempt has been made to start a new process before the current process has finished its "
    "bootstrapping phase"
)
LOADER = "utils/data"
KILLED = "DataLoader worker (pid {pid:int}) is killed by signal: "
# What is handed to the workers of a DataLoader, as its authors name it.
OF_LOADER = (
    r"(?:[Dd]ata[Ss]et|[Dd]ata[Ll]oader|[Cc]ollate(?:_fn|r)?|[Tt]ransforms?|worker_init\w*)$"
)
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
        "Can't get attribute '{name:quoted}' on <module '{module:__main__|__mp_main__}'",
        "env",
        "A worker of the DataLoader is a program of its own on Windows and macOS, and on Linux "
        "since Python 3.14. It does not find {name}, which was made in a notebook, as a rule, or "
        'under if __name__ == "__main__":.',
        "Put {name} into a .py file and import it, or write num_workers=0.",
        None,
        recorded=(
            '  File "<string>", line 1, in <module>\n  File "C:\\lib\\multiprocessing\\spawn.py", '
            "line 116, in spawn_main\n    exitcode = _main(fd)\nAttributeError: Can't get "
            "attribute 'MyDataset' on <module '__main__' (built-in)>",
        ),
        when=lambda found: "spawn_main" in found.before,
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
        f"{KILLED}{{signal:Terminated|Hangup|Interrupt|已终止|挂断|中断}}",
        "env",
        "A worker of the DataLoader was told to end, by the signal {signal}: by the main program, "
        "which failed or was stopped, by a scheduler such as Slurm, or by a person. As a rule this "
        "follows from another error.",
        "Look for the first error further above, and at who ended the job: a time limit, Ctrl-C, "
        "kill. With num_workers=0 an error of the Dataset shows itself.",
        None,
        recorded=(
            "RuntimeError: DataLoader worker (pid 23616) is killed by signal: Terminated.",
            "RuntimeError: DataLoader worker (pid 23616) is killed by signal: 已终止.",
        ),
    ),
    Entry(
        f"{KILLED}{{signal:Killed|已杀死|Getötet|Processus arrêté}}",
        "env",
        "The system ended a worker of the DataLoader, by the signal {signal}: the main memory ran "
        "out, as a rule. Each worker holds a copy of what the Dataset keeps, and batches that are "
        "ready wait there too.",
        "Watch the memory with htop while it runs. Take fewer workers, smaller batches or a "
        "smaller prefetch_factor, read files in __getitem__, and keep large lists as one array of "
        "NumPy. On a cluster or in a container ask for more memory, in Docker with --shm-size=8g "
        "too.",
        None,
        recorded=("RuntimeError: DataLoader worker (pid 27351) is killed by signal: Killed.",),
    ),
    Entry(
        f"{KILLED}{{signal:Segmentation fault|Aborted|Illegal instruction|Floating point exception"
        "|段错误|已放弃|已中止|非法指令|Speicherzugriffsfehler|Erreur de segmentation}",
        "env",
        "Code outside of Python crashed in a worker of the DataLoader, by the signal {signal}: a "
        "library that reads pictures, videos or arrays, as a rule, or packages that do not belong "
        "together.",
        "Write num_workers=0 first: if it crashes there too, python -X faulthandler names the "
        "line. If not, a library does not bear being split off: write multiprocessing_context="
        '"spawn", and for OpenCV cv2.setNumThreads(0). Reinstalling the packages together helps '
        "too.",
        None,
        recorded=(
            "RuntimeError: DataLoader worker (pid 4499) is killed by signal: Segmentation fault.",
            "RuntimeError: DataLoader worker (pid 4499) is killed by signal: 段错误. ",
        ),
    ),
    Entry(
        f"{KILLED}{{signal:Bus error|总线错误|Bus-Zugriffsfehler|Erreur du bus}}",
        "env",
        "A worker of the DataLoader found no room in the shared memory, through which it hands "
        "over batches: in a container there is little of it, as a rule.",
        "Start Docker with --shm-size=8g or --ipc=host, take fewer workers or smaller batches, and "
        'look at df -h /dev/shm. torch.multiprocessing.set_sharing_strategy("file_system") may '
        "help.",
        None,
        recorded=(
            "RuntimeError: DataLoader worker (pid 1234) is killed by signal: Bus error. It is "
            "possible that dataloader's workers are out of shared memory. Please try to raise your "
            "shared memory limit.",
        ),
    ),
    Entry(
        (
            "DataLoader worker (pid {pid:int}) is killed by signal: {signal:name}",
            "DataLoader worker (pid(s) {pid:shape}) is killed by signal: {signal:name}",
        ),
        "env",
        "A worker of the DataLoader was ended by a signal: memory or shared memory ran out, a "
        "library crashed, or the job was stopped from outside. The signal is {signal}.",
        "Write num_workers=0 to see the true error, and look for the first error further above. "
        "Fewer workers, smaller batches, and --shm-size=8g in Docker help where memory is short.",
        None,
        recorded=("RuntimeError: DataLoader worker (pid 4499) is killed by signal: Alarm clock.",),
    ),
    Entry(
        (
            "DataLoader worker (pid(s) {pid:shape}) exited unexpectedly",
            "DataLoader worker (pid {pid:int}) exited unexpectedly",
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
        (
            "default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; "
            "found <class '{kind:quoted}'>",
            "batch must contain tensors, numbers, dicts or lists; found <class '{kind:quoted}'>",
        ),
        "tensor create",
        "What the DataLoader got is a list or a tuple with a data set in it, and it took the data "
        "set for a sample. It is a {kind}.",
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
        "without return, or for a file that could not be read. Other objects need a collate_fn, "
        "and a library that makes them often has one: collate_fn=model.smart_batching_collate for "
        "the InputExample of sentence_transformers. Several data sets are one by "
        "ConcatDataset([a, b]), and not by [a, b].",
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
            "{:_SingleProcessDataLoaderIter} requires timeout == 0",
        ),
        "env",
        "The option is for workers, and there are none.",
        "Give num_workers=2, or leave the option out.",
        "from torch.utils.data import DataLoader\nDataLoader([1], prefetch_factor=2)",
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
            "pic should be PIL Image or ndarray. Got <class '{kind:torch.Tensor|torch.FloatTensor|"
            "torch.ByteTensor}'>",
        ),
        "tensor create",
        "ToTensor makes a tensor of a picture, and this is a tensor already: ToTensor stands in "
        "the list twice, or the data set gives tensors.",
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
        (
            "pic should be PIL Image or ndarray. Got <class '{kind:quoted}'>",
            "pic should be Tensor or ndarray. Got <class '{kind:quoted}'>",
            "img should be PIL Image. Got <class '{kind:quoted}'>",
            "pic should be PIL Image. Got <class '{kind:quoted}'>",
            "tensor should be a torch tensor. Got <class '{kind:quoted}'>",
            "Input tensor should be a torch tensor. Got <class '{kind:quoted}'>",
            "img should be Tensor Image. Got <class '{kind:quoted}'>",
        ),
        "tensor create",
        "A transform got another kind of picture than it takes. This is of type {kind}.",
        "Mind the order in transforms.Compose: what works on pictures first, then ToTensor(), and "
        "Normalize after it. transforms.ToPILImage()(x) makes a picture of a tensor or an array, "
        "Image.open(path) of a path. From 0.8 on most transforms of torchvision take tensors too.",
        None,
        recorded=(
            "TypeError: img should be PIL Image. Got <class 'torch.Tensor'>",
            "TypeError: tensor should be a torch tensor. Got <class 'PIL.Image.Image'>.",
        ),
    ),
    Entry(
        (
            "Can't pickle local object '{name:quoted}'",
            "Can't pickle local object <{:function|class} {name:path}",
            "Can't pickle local object '{outer:name}.<locals>.{name:name}",
            "Can't pickle <function {name:text}",
            "cannot pickle '{name:quoted}' object",
            "Can't get local object '{name:quoted}'",
            "{name:h5py} objects cannot be pickled",
        ),
        "env",
        "On Windows and macOS, and on Linux since Python 3.14, the Dataset is pickled for each "
        "worker, and this cannot be: lambdas, functions and classes inside functions, open files. "
        "It is {name}.",
        "Put the function or class at the top of a file, in place of the lambda too, open files in "
        "__getitem__, or write num_workers=0.",
        None,
        recorded=(
            '  File "C:\\lib\\site-packages\\torch\\utils\\data\\dataloader.py", line 918, in '
            "__init__\n    w.start()\nAttributeError: Can't pickle local object "
            "'make.<locals>.<lambda>'",
            "AttributeError: Can't pickle local object 'get_dataset.<locals>.Dataset'",
            "Can't pickle local object 'get_dataset.<locals>.Dataset",
        ),
        when=lambda found: (
            "dataloader.py" in found.before
            or ("reduction.py" in found.before and "lightning" in found.before)
            or re.search(OF_LOADER, found["name"]) is not None
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
            "num_workers option should be non-negative",
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
        "{name:name}() missing 1 required positional argument: '{argument:batch|samples|examples|"
        "batch_data|data_batch|worker_id|data|items|features|batches|batch_list}'",
        "",
        "{name} was taken from its class, as a rule, and not from an object: what the DataLoader "
        "hands over goes to self, and nothing is left for {argument}.",
        "Write collate_fn=dataset.{last}, with the object in place of the class, or set "
        "@staticmethod above it and leave self out. A worker_init_fn is handed over in the same "
        "way.",
        "from torch.utils.data import DataLoader\nclass Data:\n    def my_collate(self, batch):\n"
        "        return batch\nnext(iter(DataLoader([1, 2], collate_fn=Data.my_collate)))",
        recorded=(
            "TypeError: NpyDataset.custom_collate_fn() missing 1 required positional argument: "
            "'batch'",
            "NpyDataset.custom_collate_fn() missing 1 required positional argument: 'batch'\nin "
            "for batch in progress_bar:",
        ),
        when=lambda found: (
            re.search(r"collate|worker_init|batch_fn", found["name"].lower()) is not None
            or "collate_fn(" in found.code.rpartition("\n")[2]
        ),
        more=lambda found: {"last": found["name"].rpartition(".")[2]},
    ),
    Entry(
        "{name:name}() takes 1 positional argument but 2 were given",
        "",
        "{name} was taken from an object, as a rule, which goes in first, then comes what the "
        "DataLoader hands over, and def {last} names one argument only.",
        "Write def {last}(self, batch):, or set @staticmethod above it.",
        "from torch.utils.data import DataLoader\nclass Data:\n    def my_collate(batch):\n"
        "        return batch\nnext(iter(DataLoader([1, 2], collate_fn=Data().my_collate)))",
        when=lambda found: re.search(r"collate|worker_init", found["name"].lower()) is not None,
        more=lambda found: {"last": found["name"].rpartition(".")[2]},
    ),
    Entry(
        "{name:name}() missing {count:int} required positional {:arguments|argument}: "
        "'{argument:quoted}'",
        "",
        "A DataLoader calls collate_fn with one list, which holds the samples of a batch, and "
        "{name} wants more than that. {argument} is missing.",
        "Set the further arguments beforehand: collate_fn=lambda batch: {last}(batch, x), or "
        "functools.partial({last}, {argument}=x), which workers can copy. A method comes from an "
        "object, dataset.{last}, and not from its class.",
        "from torch.utils.data import DataLoader\ndef my_collate(batch, tokenizer):\n"
        "    return batch\nnext(iter(DataLoader([1, 2], collate_fn=my_collate)))",
        when=lambda found: (
            re.search(r"collate", found["name"].lower()) is not None
            or ("collate_fn(" in found.code.rpartition("\n")[2] and found["argument"] != "self")
        ),
        more=lambda found: {"last": found["name"].rpartition(".")[2]},
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
