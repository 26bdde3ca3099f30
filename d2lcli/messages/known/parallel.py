"""Several GPUs and processes: DataParallel, DistributedDataParallel, and what connects them."""

from __future__ import annotations

from ..entry import Entry, Found


def _in_distributed(found: Found) -> bool:
    """Whether a frame of torch.distributed stands above the error."""
    return "torch/distributed" in found.before.replace("\\", "/")


PARALLEL = (
    Entry(
        (
            "NCCL error in: {where:path}, {what:text}",
            "NCCL Error {number:int}: {what:text}",
            "NCCL error in: {where:text}",
        ),
        "env",
        "NCCL, which connects the GPUs, failed. It says: {what}.",
        "Set NCCL_DEBUG=INFO: the line with WARN tells why. Two processes on one GPU, a driver "
        "too old, and too little shared memory in a container (--shm-size=8g) are common; "
        "NCCL_P2P_DISABLE=1 and NCCL_IB_DISABLE=1 show whether the connection is to blame.",
        None,
        recorded=(
            "RuntimeError: NCCL error in: ../torch/csrc/distributed/c10d/ProcessGroupNCCL.cpp:12, "
            "unhandled cuda error, NCCL version 2.14.3",
            "RuntimeError: NCCL Error 2: unhandled system error",
        ),
    ),
    Entry(
        (
            "unrecognized arguments: --local-rank={rank:int}",
            "unrecognized arguments: --local_rank={rank:int}",
        ),
        "env",
        "torch.distributed.launch hands each process its number as --local-rank (--local_rank "
        "before PyTorch 2.0), and the program's parser does not know that.",
        'Write parser.add_argument("--local-rank", "--local_rank", type=int), or start with '
        'torchrun and read int(os.environ["LOCAL_RANK"]).',
        None,
        recorded=("train.py: error: unrecognized arguments: --local-rank=0",),
    ),
    Entry(
        (
            "Socket Timeout",
            "Connection reset by peer",
            "Broken pipe",
            "[Errno 111] Connection refused",
            "Default process group is not initialized",
        ),
        "env",
        "The processes of a training lost each other, or were never connected: one has ended, as a "
        "rule.",
        "Look for the first error in the output of all processes. Start them with torchrun, and "
        "call torch.distributed.init_process_group first.",
        None,
        recorded=(
            'File "/site-packages/torch/distributed/distributed_c10d.py", line 9, in barrier\n    '
            "work = default_pg.barrier(opts)\nRuntimeError: Connection reset by peer",
            'File "/site-packages/torch/distributed/distributed_c10d.py", line 9, in f\n    '
            "_check()\nAssertionError: Default process group is not initialized",
        ),
        when=_in_distributed,
    ),
    Entry(
        "Expected to have finished reduction in the prior iteration before starting a new one",
        "autograd gradient",
        "DistributedDataParallel waits for the gradient of each parameter, and some had none in "
        "the last step: they did not take part in the loss.",
        "Take what is not used out of the model, or let all outputs go into the loss; else write "
        "DistributedDataParallel(model, find_unused_parameters=True).",
        None,
        recorded=(
            "RuntimeError: Expected to have finished reduction in the prior iteration before "
            "starting a new one. This error indicates that your module has parameters that were "
            "not used in producing loss.",
        ),
    ),
    Entry(
        "Expected to mark a variable ready only once",
        "autograd gradient",
        "DistributedDataParallel counts each parameter once in a step, and one came twice: it is "
        "used in two passes, or in a checkpoint that computes it again.",
        "Write use_reentrant=False in checkpoints and find_unused_parameters=False, or "
        "static_graph=True, in DistributedDataParallel. Run the model once for each backward.",
        None,
        recorded=("RuntimeError: Expected to mark a variable ready only once.",),
    ),
    Entry(
        "DistributedDataParallel is not needed when a module doesn't have any parameters that "
        "require a gradient",
        "autograd leaves",
        "DistributedDataParallel adds up gradients, and no parameter of this model asks for one.",
        "Do not wrap a model that is frozen; wrap the part that is trained.",
        None,
        recorded=(
            "RuntimeError: DistributedDataParallel is not needed when a module doesn't have any "
            "parameters that require a gradient.",
        ),
    ),
    Entry(
        (
            "The server socket has failed to listen on any local network address",
            "The client socket has timed out after {seconds:text} while trying to connect to "
            "({address:text})",
            "The client socket has failed to connect to any network address of ({address:text})",
            "Address already in use",
            "EADDRINUSE",
        ),
        "env",
        "The processes of a training find each other at one address and port, and cannot: the port "
        "is taken, by a training that still runs as a rule, or nobody answers there.",
        "End the old processes, or give another port: torchrun --master_port 29501 …, or "
        "MASTER_PORT=29501. On several machines MASTER_ADDR names the first, and its port has to "
        "be open.",
        None,
        recorded=(
            "torch.distributed.DistNetworkError: The server socket has failed to listen on any "
            "local network address. port: 29500, useIpv6: 0, code: -98, name: EADDRINUSE, "
            "message: address already in use",
            'File "/site-packages/torch/distributed/rendezvous.py", line 9, in _handler\n    store '
            "= TCPStore(host, port)\nRuntimeError: Address already in use",
        ),
        when=lambda found: (
            "torch" in found.before + found.type
            or "torch" in found.code
            or found.fields.get("address") is not None
        ),
    ),
    Entry(
        (
            "Watchdog caught collective operation timeout",
            "Some NCCL operations have failed or timed out",
            "Timed out waiting {:text} for {what:text} operation to complete",
            "[Rank {rank:int}] Caught collective operation timeout",
            "NCCL communicator was aborted on rank {rank:int}",
        ),
        "env",
        "The processes wait for each other, and one did not come: it failed, runs another path of "
        "the program, or has fewer batches.",
        "Look for the first error in the output of all processes. Each has to do the same steps: "
        "give all the same number of batches, and let what only one does (saving) be followed by "
        "torch.distributed.barrier(). init_process_group(timeout=…) waits longer.",
        None,
        recorded=(
            "RuntimeError: [Rank 0] Watchdog caught collective operation timeout: WorkNCCL("
            "SeqNum=13, OpType=ALLREDUCE, Timeout(ms)=1800000) ran for 1808499 milliseconds "
            "before timing out.",
            "RuntimeError: NCCL communicator was aborted on rank 1.",
        ),
    ),
    Entry(
        "Duplicate GPU detected : rank {a:int} and rank {b:int} both on CUDA device {device:text}",
        "env",
        "Two processes use one GPU, and each needs its own. They are number {a} and {b}.",
        "Write torch.cuda.set_device(local_rank) first in each, with local_rank from "
        'os.environ["LOCAL_RANK"], and start as many processes as there are GPUs.',
        None,
        recorded=(
            "torch.distributed.DistBackendError: Duplicate GPU detected : rank 1 and rank 0 both "
            "on CUDA device 5000",
        ),
    ),
    Entry(
        (
            "trying to initialize the default process group twice",
            "Invalid rank {rank:int}, rank should be in the interval [0, {last:int}]",
            "No rendezvous handler for {scheme:text}",
            "Unknown c10d backend type {name:text}",
            "Invalid backend: '{name:quoted}'. Backend name should be",
        ),
        "env",
        "init_process_group was given what does not go together: it is called once, with a backend "
        "that there is, and each process has a number from 0 up.",
        "Start with torchrun --nproc_per_node=2 train.py, which sets RANK and WORLD_SIZE, and "
        'write torch.distributed.init_process_group("nccl"), "gloo" without GPUs and on Windows.',
        None,
        recorded=(
            "ValueError: trying to initialize the default process group twice!",
            "RuntimeError: No rendezvous handler for tcp://",
        ),
    ),
    Entry(
        (
            "ProcessGroupNCCL is only supported with GPUs, no GPUs found",
            "Tensors must be CUDA and dense",
            "No backend type associated with device type cpu",
        ),
        "env",
        "NCCL connects GPUs, and got no GPU, or a tensor on the CPU.",
        'Write init_process_group("gloo") for the CPU, or send the tensors to the GPU: '
        "x.cuda(local_rank).",
        None,
        recorded=(
            "ValueError: ProcessGroupNCCL is only supported with GPUs, no GPUs found!",
            "RuntimeError: Tensors must be CUDA and dense",
        ),
        when=lambda found: "backend type" not in found.before[-1:],
    ),
    Entry(
        (
            "Gather got an input of invalid size: got {got:text}, but expected {wanted:text}",
            "Gather got an input of invalid size",
            "Input tensor at index {number:int} has invalid shape [{got:shape}], but expected "
            "[{wanted:shape}]",
        ),
        "tensor shape",
        "DataParallel puts the results of the GPUs one below another, and they differ in more than "
        "the batch. One is {got}, another {wanted}.",
        "Give each result the batch on axis 0, and pad sequences to one length for all GPUs "
        "(total_length= in pad_packed_sequence). The batch on axis 1, as in recurrent layers, "
        "needs dim=1 in DataParallel.",
        None,
        recorded=(
            "RuntimeError: Gather got an input of invalid size: got [34, 1], but expected [35, 1]",
        ),
    ),
    Entry(
        (
            "DataParallel only supports {what:text}",
            "Expected `model` to be a list or tuple",
            "chunk expects at least a 1-dimensional tensor",
            "Can't split a 0-dim tensor",
        ),
        "tensor shape",
        "DataParallel splits each input along its first axis, and one has none: a single number, "
        "or a tensor without axes.",
        "Hand numbers over as they are, not as tensors, or as tensors of one number for each "
        "sample: n.expand(batch).",
        "torch.tensor(1.0).chunk(2)",
    ),
    Entry(
        ("[Errno 98] Address already in use",),
        "env",
        "The processes of a training find each other at one port, and it is taken: by a training "
        "that still runs, as a rule.",
        "End the old processes, or give another port: torchrun --master_port 29501 ….",
        None,
        recorded=(
            'File "/site-packages/torch/distributed/run.py", line 9, in f\n    bind(port)\n'
            "OSError: [Errno 98] Address already in use",
        ),
        when=_in_distributed,
    ),
    Entry(
        (
            "It looks like your LightningModule has parameters that were not used in producing "
            "the loss",
        ),
        "autograd gradient",
        "DistributedDataParallel waits for the gradient of each parameter, and some take no part "
        "in the loss.",
        "Take what is not used out of the model, or write "
        'Trainer(strategy="ddp_find_unused_parameters_true").',
        None,
        recorded=(
            "RuntimeError: It looks like your LightningModule has parameters that were not used "
            "in producing the loss returned by training_step.",
        ),
    ),
    Entry(
        "Caught {kind:name} in {where:replica|DataLoader worker process|pin memory thread} "
        "{rest:text}",
        "",
        "Another error is handed on from where it happened: a {where}. It was a {kind}, and what "
        "it says stands below, at the end of the Original Traceback.",
        "Look at the last line of all. With num_workers=0, or on one GPU without DataParallel, the "
        "program stops at the line itself.",
        None,
        recorded=(
            "RuntimeError: Caught RuntimeError in replica 0 on device 0.",
            "RuntimeError: Caught RuntimeError in DataLoader worker process 0.",
        ),
    ),
)
