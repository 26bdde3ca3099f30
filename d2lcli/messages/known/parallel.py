"""Several GPUs and processes: DataParallel, DistributedDataParallel, and what connects them."""

from __future__ import annotations

import re

from ..entry import Entry, Found, Way
from .calls import last_traceback
from .ways import ways

# What torchrun says of a process, in its log and in its last error.
FAILED = (
    "failed (exitcode: {code:int}) local_rank: {rank:int} (pid: {pid:int}) of binary",
    "rank : {rank:int} (local_rank: {:int}) exitcode : {code:int} (pid: {pid:int})",
    "failed (exitcode: {code:int}) local_rank:",
)


def _in_distributed(found: Found) -> bool:
    """Whether a frame of torch.distributed stands above the error."""
    return "torch/distributed" in found.before.replace("\\", "/")


PARALLEL = (
    Entry(
        (
            "{name:torchrun}: command not found",
            "command not found: {name:torchrun}",
            "{name:torchrun}: not found",
            "'{name:torchrun}' is not recognized as an internal or external command",
        ),
        "env",
        "{name} came with PyTorch 1.10, and lies in the environment that PyTorch is installed in: "
        "that one is not active, or holds an older release.",
        "Activate the environment, or write python -m torch.distributed.run in place of {name}; "
        "before PyTorch 1.9 python -m torch.distributed.launch --use_env.",
        None,
        recorded=(
            "./finetune.sh: line 24: torchrun: command not found",
            "zsh: command not found: torchrun",
        ),
    ),
    Entry(
        (
            "NCCL error in: {where:path}, {:text}, NCCL version {version:name}{:text}Last error: "
            "{what:text}",
            "NCCL error in: {where:path}, {what:text}, NCCL version {version:name}",
            "NCCL error in: {where:path}, {what:text}",
            "NCCL Error {where:int}: {what:text}",
            "NCCL error in: {where:text}",
            "{:System call (e.g. socket, malloc) or external library call failed|Call to CUDA "
            "function failed|Internal check failed|A call failed possibly due to a network error}"
            "{:text}Last error: {what:text}",
            "System call (e.g. socket, malloc) or external library call failed or device error",
            "Call to CUDA function failed.",
            "Internal check failed.",
            "A call failed possibly due to a network error or a remote process exiting prematurely",
        ),
        "env",
        "NCCL, which connects the GPUs, failed. It says: {what}.",
        "Look first for an error of another process. NCCL_DEBUG=INFO gives a line with WARN, "
        "which tells why.",
        None,
        recorded=(
            "RuntimeError: NCCL error in: ../torch/csrc/distributed/c10d/ProcessGroupNCCL.cpp:12, "
            "unhandled cuda error, NCCL version 2.14.3",
        ),
        when=lambda found: "where" in found.fields or "nccl" in found.type,
        more=lambda found: (
            {"invalid": "invalid argument"} if found["what"].startswith("invalid argument") else {}
        ),
        ways=ways("""
            it says {invalid}: Let world_size be the number of processes that are started, as srun
                --ntasks or torchrun start them, and every rank lie below it.
            several machines: Set NCCL_SOCKET_IFNAME, the network card, or NCCL_IB_DISABLE=1.
            one machine: Give each process its own GPU, or try NCCL_P2P_DISABLE=1.
            Docker: Start it with --shm-size=8g.
        """),
    ),
    Entry(
        (
            "Error while {:creating|attaching to} shared memory segment {path:path} (size "
            "{size:int})",
            "Error: failed to extend {path:path} to {size:int} bytes",
        ),
        "env",
        "NCCL, which connects the GPUs, wants {size} bytes of memory that processes share, in "
        "/dev/shm, and does not get them.",
        "Look at df -h /dev/shm.",
        None,
        ways=ways("""
            Docker: Start the container with --shm-size=8g or --ipc=host.
            Kubernetes: Mount an emptyDir with medium: Memory at /dev/shm.
            files nccl-… are left over: With no program running remove /dev/shm/nccl-*.
            it has to stay small: Set NCCL_SHM_DISABLE=1, which is slower.
        """),
        recorded=(
            "Error while creating shared memory segment /dev/shm/nccl-CsYXMW (size 9637888)",
        ),
        when=lambda found: "nccl" in found["path"],
        command="env",
    ),
    Entry(
        "Lightning can't create new processes if CUDA is already initialized",
        "env",
        "Lightning splits a process for each GPU off from this one, by fork, and this one has used "
        "the GPU already, which CUDA does not allow.",
        "Restart the kernel, and use no GPU before trainer.fit: no model.cuda(), no torch.cuda "
        "function, no model loaded in 8 or 4 bits.",
        None,
        ways=ways("""
            one GPU will do: Write Trainer(devices=1).
            a script: Write Trainer(strategy="ddp"), which starts the program anew for each GPU.
            a second fit, a search: Write Trainer(devices=1), or restart the kernel in between.
        """),
        recorded=(
            "RuntimeError: Lightning can't create new processes if CUDA is already initialized. "
            "Did you manually call `torch.cuda.*` functions, have moved the model to the device, "
            "or allocated memory on the GPU any other way? Please remove any such calls, or change "
            "the selected strategy. You will have to restart the Python kernel.",
        ),
        command="env",
    ),
    Entry(
        (
            "`{which:Trainer|Fabric}(strategy={name:path})` is not compatible with an interactive "
            "environment",
            "`Trainer(accelerator={name:path})` is not compatible with an interactive environment",
        ),
        "env",
        "In a notebook Lightning cannot start the program anew for each GPU, as the strategy "
        "{name} does.",
        "",
        None,
        ways=ways("""
            several GPUs: Write strategy="ddp_notebook", and use no GPU before it; or run a script:
                python train.py.
            one GPU will do: Write devices=1, and leave strategy out.
        """),
        recorded=(
            "lightning.fabric.utilities.exceptions.MisconfigurationException: "
            "`Trainer(strategy='ddp')` is not compatible with an interactive environment. Run your "
            "code as a script, or choose a notebook-compatible strategy",
            "MisconfigurationException: `Trainer(strategy='ddp')` or `Trainer(accelerator='ddp')` "
            "is not compatible with an interactive environment.",
        ),
        command="env",
    ),
    Entry(
        (
            "unrecognized arguments: --local-rank={rank:int}",
            "unrecognized arguments: --local_rank={rank:int}",
            "Could not consume arg: {:--local_rank|--local-rank}",
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
            "gloo/transport/tcp/{:path} ss1.ss_family == ss2.ss_family",
            "ss1.ss_family == ss2.ss_family. {a:int} vs {b:int}",
            "ss1.ss_family == ss2.ss_family",
        ),
        "env",
        "gloo connects two machines, and one gives an address of IPv4, which is family 2, the "
        "other one of IPv6, which is family 10.",
        "Name the network card on each machine: GLOO_SOCKET_IFNAME=eth0, and the same for "
        "NCCL_SOCKET_IFNAME with NCCL_SOCKET_FAMILY=AF_INET, with a card that ip addr lists. If "
        "it stays, each machine's own name has to lead to its address of IPv4: look at hostname "
        "-I and /etc/hosts, and give MASTER_ADDR as numbers.",
        None,
        recorded=(
            "RuntimeError: [enforce fail at ../third_party/gloo/gloo/transport/tcp/pair.cc:207] "
            "ss1.ss_family == ss2.ss_family. 2 vs 10",
        ),
        command="env",
    ),
    Entry(
        (
            "gloo/transport/tcp/{:path} {call:listen|bind}: Address already in use",
            "gloo/transport/tcp/{:path} {call:listen|bind}: address already in use",
        ),
        "env",
        "gloo connects each process with each other one, and the system gave it no free port for "
        "that.",
        "",
        None,
        recorded=("RuntimeError: [gloo/transport/tcp/pair.cc:185] listen: Address already in use",),
        ways=ways("""
            100 processes or more on a machine: Start fewer of them, or allow more ports: sysctl -w
                net.ipv4.ip_local_port_range="1024 65535".
            old processes are left: Look for them by ps aux | grep python, and end them.
        """),
        command="env",
    ),
    Entry(
        (
            "Socket {how:Timeout}",
            "Connection reset by {how:peer}",
            "Broken {how:pipe}",
            "[Errno 111] Connection {how:refused}",
            "[{rank:int}] is setting up NCCL communicator and {:retrieving|retreiving} "
            "ncclUniqueId from [0] via c10d key-value store by key '{:text}', but "
            "store->get('{:text}') got error: {what:text}",
            "Failed to recv, got 0 bytes. Connection was likely closed",
            "The connection to the C10d store has failed",
            "gloo/transport/tcp/pair.cc:{:int}] {what:text}",
            "This may indicate a possible application crash on rank 0 or a network set up issue",
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
        ),
        when=lambda found: "how" not in found.fields or _in_distributed(found),
    ),
    Entry(
        (
            "Expected to have finished reduction in the prior iteration before starting a new one",
            "It looks like your {lightning:LightningModule} has parameters that were not used in "
            "producing the loss",
            "_queue_reduction(): incompatible function arguments",
            "This error indicates that your module has parameters that were not used in producing "
            "{:the |}loss",
        ),
        "autograd gradient",
        "DistributedDataParallel waits for the gradient of each parameter, and some had none: "
        "they did not take part in the loss.",
        "TORCH_DISTRIBUTED_DEBUG=DETAIL names them.",
        None,
        recorded=(
            "RuntimeError: Expected to have finished reduction in the prior iteration before "
            "starting a new one. This error indicates that your module has parameters that were "
            "not used in producing loss.",
            "RuntimeError: It looks like your LightningModule has parameters that were not used "
            "in producing the loss returned by training_step.",
        ),
        ways=(
            *ways("""
                layers that forward skips: Take them out, or set requires_grad_(False).
                layers used at times: Give DistributedDataParallel find_unused_parameters=True.
            """),
            Way(
                "{lightning}",
                'Write Trainer(strategy="ddp_find_unused_parameters_true").',
                lambda found: "lightning" in found.fields,
            ),
            *ways("""
                an output without a loss: Let all outputs go into the loss.
                model.module(x): Write model(x), the wrapped one.
            """),
        ),
    ),
    Entry(
        "Expected to mark a variable ready only once",
        "autograd gradient",
        "DistributedDataParallel counts each parameter once in a step, and one came twice.",
        "",
        None,
        recorded=("RuntimeError: Expected to mark a variable ready only once.",),
        ways=ways("""
            checkpoint in the model: Write use_reentrant=False in it, or static_graph=True in
                DistributedDataParallel, and leave find_unused_parameters=True out.
            two calls for one backward: Put both inputs into one batch.
            layers used out of forward: Call them in forward.
        """),
    ),
    Entry(
        "DistributedDataParallel is not needed when a module doesn't have any {:parameters that "
        "require|parameter that requires} a gradient",
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
            "The server socket has failed to listen on any local network {address:address}",
            "The client socket has timed out after {seconds:text} while trying to connect to "
            "({address:text})",
            "The client socket has failed to connect to any network address of ({address:text})",
            "The server socket has failed to {:bind to|listen on} [{address:few}]:{:int} (errno: "
            "{taken:98|48}",
            "Address already in {taken:use}",
            "EADDRIN{taken:USE}",
            "No route to {net:host}",
            "Connection {net:refused|timed out}",
            "Network is {net:unreachable}",
        ),
        "env",
        "The processes of a training find each other at one address and port, and cannot: the "
        "port is taken, or nobody answers there.",
        "",
        None,
        recorded=(
            "torch.distributed.DistNetworkError: The server socket has failed to listen on any "
            "local network address. port: 29500, useIpv6: 0, code: -98, name: EADDRINUSE, "
            "message: address already in use",
            'File "/site-packages/torch/distributed/rendezvous.py", line 9, in _handler\n    store '
            "= TCPStore(host, port)\nRuntimeError: Address already in use",
            'File "/site-packages/torch/distributed/rendezvous.py", line 9, in _handler\n    store '
            "= TCPStore(host, port)\nRuntimeError: No route to host",
        ),
        when=lambda found: (
            found.type == "RuntimeError" and _in_distributed(found)
            if "net" in found.fields
            else "torch" in found.before + found.type
            or "torch" in found.code
            or found.fields.get("address") is not None
        ),
        ways=(
            Way(
                "address already in use",
                "End the old processes, or give another port: torchrun --master_port 29501 ….",
                lambda found: "taken" in found.fields,
            ),
            Way(
                "several machines",
                "Let MASTER_ADDR name the first by an address that ping finds from the others, "
                "open its port, and start it first.",
            ),
        ),
    ),
    Entry(
        (
            "ProcessGroupNCCL's watchdog got stuck for {:int} seconds without making progress",
            "Heartbeat monitor timed out! Process will be terminated after dumping debug info",
            "due to ProcessGroupNCCL watchdog hang",
        ),
        "env",
        "The watchdog over NCCL made no progress, and the process is ended: as a rule a call of "
        "CUDA or NCCL hangs, or another thread holds Python's lock.",
        "",
        None,
        recorded=(
            "[rank7]:[E626 05:14:36.393067540 ProcessGroupNCCL.cpp:1743] [PG ID 0 PG GUID 0("
            "default_pg) Rank 7] ProcessGroupNCCL's watchdog got stuck for 480 seconds without "
            "making progress in monitoring enqueued collectives.",
        ),
        ways=ways("""
            an error of another rank: Mend that one: the others wait for it in vain.
            a timeout above it: Give all ranks the same steps.
            it was slow, and no more: Set TORCH_NCCL_HEARTBEAT_TIMEOUT_SEC=3600, or
                TORCH_NCCL_ENABLE_MONITORING=0.
            at the first step: Try NCCL_P2P_DISABLE=1.
        """),
    ),
    Entry(
        (
            "Detected mismatch between collectives on ranks. Rank {a:int} is running "
            "{:inconsistent collective|collective}: {:long}, but Rank {b:int} is running",
            "Detected mismatch between collectives on ranks",
            "Error when verifying shape tensors for collective {op:name} on rank {a:int}",
        ),
        "env",
        "All processes have to make the same calls, with tensors of the same shape and type, and "
        "here two differ. They are rank {a} and rank {b}.",
        "",
        None,
        recorded=(
            "RuntimeError: Detected mismatch between collectives on ranks. Rank 0 is running "
            "collective: CollectiveFingerPrint(SequenceNumber=14370, OpType=BROADCAST, TensorShape="
            "[33554432]), but Rank 2 is running collective: CollectiveFingerPrint(SequenceNumber="
            "14370, OpType=BROADCAST, TensorShape=[38838272]).",
        ),
        ways=ways("""
            SequenceNumber, OpType differ: Take barrier, all_reduce and their like out of if rank
                == 0, and give all ranks the same number of batches.
            TensorShape differs: Make the same model on each rank, and pad what is gathered.
        """),
    ),
    Entry(
        (
            "Watchdog caught collective operation timeout",
            "Some NCCL operations have failed or timed out",
            "Timed out waiting {:text} for {what:text} {own:operation to complete}",
            "[Rank {rank:int}] Caught collective operation timeout",
            "NCCL communicator was aborted on rank {rank:int}",
            "Stack trace of the failed collective not found, potentially because FlightRecorder",
            "failed to pass monitoredBarrier in {ms:int} ms",
            "successfully reached monitoredBarrier, but received errors while waiting for "
            "send/recv",
        ),
        "env",
        "The processes wait for each other in a step, and it failed or took too long: as a rule "
        "one has failed, runs another path of the program, or has fewer batches.",
        "Look for the first error in the output of all processes. Each has to do the same steps: "
        "give all the same number of batches, and let what only one does (saving) be followed by "
        "torch.distributed.barrier(). init_process_group(timeout=…) waits longer. Set "
        "TORCH_NCCL_TRACE_BUFFER_SIZE=2000 to see in the next run which line hangs.",
        None,
        recorded=(
            "RuntimeError: [Rank 0] Watchdog caught collective operation timeout: WorkNCCL("
            "SeqNum=13, OpType=ALLREDUCE, Timeout(ms)=1800000) ran for 1808499 milliseconds "
            "before timing out.",
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
        "trying to initialize the default process group twice",
        "env",
        "init_process_group is called once in each process, and here it was called a second time: "
        "by another line or a library, or by a cell of a notebook that ran again.",
        "Write if not torch.distributed.is_initialized(): above it, or "
        "torch.distributed.destroy_process_group() before the next call.",
        None,
        recorded=("ValueError: trying to initialize the default process group twice!",),
    ),
    Entry(
        (
            "Invalid rank {rank:int}, rank should be in the interval [0, {last:int}]",
            "No rendezvous handler for {scheme:text}",
            "Unknown c10d backend type {name:text}",
            "Distributed package doesn't have {name:MPI|Gloo|UCC|XCCL} built in",
            "Invalid backend: '{name:quoted}'{own:. Backend name should be}",
            "{:rank < size|rank<size}. {rank:int} vs {size:int}",
            "{:rank >= 0|rank>=0}. {rank:int} vs 0",
        ),
        "env",
        "The settings of training on several processes do not go together: the backend has to be "
        "one that this PyTorch has, and each process has a number from 0 up, below the world "
        "size.",
        "Start with torchrun --nproc_per_node=2 train.py, which sets RANK and WORLD_SIZE, and "
        'write torch.distributed.init_process_group("nccl"), "gloo" without GPUs and on Windows. '
        "For one process without torchrun set WORLD_SIZE=1 and RANK=0.",
        "from datetime import timedelta\nimport torch.distributed as dist\n"
        "dist.ProcessGroupGloo(dist.HashStore(), 0, 0, timedelta(seconds=1))",
        since=(2, 13),
        recorded=(
            "RuntimeError: No rendezvous handler for tcp://",
            "RuntimeError: rank<size. 0 vs 0",
        ),
    ),
    Entry(
        (
            "ProcessGroupNCCL is only supported with GPUs, no GPUs found",
            "Tensors must be CUDA and dense",
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
        "Give each result the batch on axis 0, also one that .squeeze() takes it from when a GPU "
        "gets one sample (drop_last=True avoids that), and pad sequences to one length for all "
        "GPUs (total_length= in pad_packed_sequence). The batch on axis 1, as in recurrent layers, "
        "needs dim=1 in DataParallel.",
        None,
        recorded=(
            "RuntimeError: Gather got an input of invalid size: got [34, 1], but expected [35, 1]",
        ),
    ),
    Entry(
        (
            "chunk expects at least a 1-dimensional tensor",
            "split expects at least a 1-dimensional tensor",
            "Can't split a 0-dim tensor",
        ),
        "tensor shape",
        "A tensor without axes, a single number, cannot be split. DataParallel splits each input "
        "of the model along its first axis.",
        "",
        "torch.tensor(1.0).chunk(2)",
        ways=ways("""
            a number for DataParallel: Hand it over as an int, or as n.expand(batch).
            a small last batch: Write drop_last=True: squeeze() takes the axis of one.
            another line: Print x.shape: x.reshape(1) gives it an axis.
        """),
    ),
    Entry(
        (
            "Caught StopIteration in replica {number:int} on device {:text}",
            "Caught StopIteration in replica {number:int}",
            "",
        ),
        "autograd leaves",
        "forward asks for next(self.parameters()), as a rule, and in DataParallel the copies of "
        "the model have no parameters to go through since PyTorch 1.5.",
        "Take the type and device from the input, x.dtype and x.device, or from one weight, "
        "self.fc.weight.dtype. A newer transformers does so; DistributedDataParallel, and one GPU, "
        "have their parameters.",
        None,
        recorded=(
            "StopIteration: Caught StopIteration in replica 0 on device 0.",
            'File "/site-packages/torch/nn/parallel/parallel_apply.py", line 61, in _worker\n    '
            'output = module(*input, **kwargs)\n  File "net.py", line 7, in forward\n    mask = '
            "mask.to(dtype=next(self.parameters()).dtype)\nStopIteration\n",
        ),
        when=lambda found: (
            "number" in found.fields
            or (
                found.type == "StopIteration"
                and "parameters()" in found.code
                and "parallel" in found.before
            )
        ),
    ),
    Entry(
        "Caught {kind:name} in {where:replica|DataLoader worker process|pin memory thread} "
        "{rest:text}",
        "",
        "Another error is handed on from where it happened: a {where}. It was a {kind}, and what "
        "it says stands below, at the end of the Original Traceback.",
        "Look at the last line of all, and hand that one to d2l explain.",
        None,
        recorded=("RuntimeError: Caught RuntimeError in DataLoader worker process 0.",),
        # A database's replicas have names.
        when=lambda found: re.match(r"\d|$", found["rest"]) is not None or found["where"][0] != "r",
        ways=ways("""
            out of memory: Take a smaller batch.
            a {missing} with pandas: Write df.iloc[i] in __getitem__, or df.reset_index(drop=True)
                before: rows keep their names when a table is split.
            a missing argument: Write drop_last=True: the last batch may be too small for all GPUs.
            a worker, pin memory: Write num_workers=0: the program then stops at the line itself.
            a replica: Leave DataParallel out: the program then stops at the line itself.
        """),
        more=lambda found: {"missing": "KeyError"} if found["kind"] == "KeyError" else {},
    ),
    Entry(
        (
            "Default process group is not initialized",
            "Default process group has not been initialized, please make sure to call "
            "init_process_group",
            "torch.distributed is not yet initialized but process group is requested",
        ),
        "env",
        "A part of the program is made for several processes, and they were not connected: "
        "init_process_group was not called in this process, or failed. SyncBatchNorm and "
        "DistributedSampler are such parts.",
        "Start with torchrun, and call torch.distributed.init_process_group first. On one GPU or "
        "the CPU take nn.BatchNorm2d and a plain DataLoader; settings call that BN in place of "
        "SyncBN.",
        None,
        recorded=(
            "AssertionError: Default process group is not initialized",
            "RuntimeError: Default process group has not been initialized, please make sure to "
            "call init_process_group.",
        ),
    ),
    Entry(
        (
            "Timed out initializing process group in store based barrier on rank{::|} {rank:int}, "
            "for key: {:few} (world_size={wanted:int}, {:num_workers_joined|worker_count}="
            "{there:int}",
            "Timed out after {:int} seconds waiting for clients. {there:int}/{wanted:int} clients "
            "joined",
            "{:wait|Wait} timeout after {:int}ms, key",
            "connect() timed out. Original timeout was {:int} ms",
        ),
        "env",
        "The processes of a training wait for each other at the start, and not all of them came. "
        "There are {there} of {wanted}.",
        "Start as many as the world size says, each with a RANK of its own from 0 up, and with one "
        "MASTER_ADDR and MASTER_PORT for all; torchrun does so. Between machines the port has to "
        "be open.",
        None,
        recorded=(
            "RuntimeError: Timed out initializing process group in store based barrier on rank: 1, "
            "for key: store_based_barrier_key:1 (world_size=2, worker_count=1, timeout=0:30:00)",
            "torch.distributed.DistStoreError: Timed out after 1801 seconds waiting for clients. "
            "1/2 clients joined.",
        ),
    ),
    Entry(
        (
            "unsupported gloo device",
            "ifa != nullptr. Unable to find address for: {name:path}",
            "Gloo connectFullMesh failed with {what:text}",
        ),
        "env",
        "gloo, which connects the processes, found no way into the network: the machine's own name "
        "leads to no address, or the network card is another one.",
        "Set GLOO_SOCKET_IFNAME to a card that ip addr or ipconfig lists, such as eth0, or lo for "
        "one machine, and MASTER_ADDR=127.0.0.1 there.",
        None,
        recorded=(
            "RuntimeError: makeDeviceForHostname(): unsupported gloo device",
            "RuntimeError: [enforce fail at /pytorch/third_party/gloo/gloo/transport/tcp/"
            "device.cc:83] ifa != nullptr. Unable to find address for: eth0",
        ),
    ),
    Entry(
        "use_libuv was requested but PyTorch was {:built|build} without libuv support",
        "env",
        "Since PyTorch 2.4 the processes find each other by way of libuv, and this build does not "
        "have it, as those for Windows.",
        'Set USE_LIBUV=0 before Python starts, or write os.environ["USE_LIBUV"] = "0" above import '
        "torch. The backend on Windows is gloo.",
        None,
        recorded=(
            "RuntimeError: use_libuv was requested but PyTorch was built without libuv support, "
            "run with USE_LIBUV=0 to disable it.",
        ),
    ),
    Entry(
        (
            "[{rank:int}]: params[{number:int}] in this process with sizes [{shape:shape}] appears "
            "not to match {what:sizes|strides} of the same param in process 0",
            "appears not to match {what:sizes|strides} of the same param in process 0",
            "DDP expects same model across all ranks, but Rank {a:int} has {n:int} params, while "
            "rank {b:int} has inconsistent {m:int} params",
        ),
        "tensor parameters",
        "Each process of a training makes the same model, and here two differ. Rank {a} has {n} "
        "parameters, and rank {b} has {m}.",
        "Look for what a process computes for itself before the model is made: the number of "
        "classes or words, a file that only rank 0 reads, frozen layers. Print the shapes on each "
        "rank. For strides write p.data = p.data.contiguous().",
        None,
        recorded=(
            "RuntimeError: [1]: params[0] in this process with sizes [10, 512] appears not to "
            "match sizes of the same param in process 0.",
            "RuntimeError: DDP expects same model across all ranks, but Rank 0 has 161 params, "
            "while rank 1 has inconsistent 0 params.",
        ),
    ),
    Entry(
        (
            "list index out of range",
            "'NoneType' object is not subscriptable",
            "{how:device type could not be determined}",
            "{how:no available devices were found}",
        ),
        "env",
        "data_parallel spreads a batch over GPUs, and its list of GPUs is empty: none is visible "
        "on this machine, or to this PyTorch.",
        "Call the model itself, model(x), where torch.cuda.is_available() is False, and spread "
        "only where it is True. With a GPU in the machine look at CUDA_VISIBLE_DEVICES, at "
        "nvidia-smi, and whether the PyTorch is one for CUDA: d2l env says it.",
        None,
        recorded=(
            '  File "a.py", line 3, in <module>\n    out = data_parallel(model, (x,))\n  File '
            '"/site-packages/torch/nn/parallel/data_parallel.py", line 190, in data_parallel\n    '
            "output_device = device_ids[0]\nIndexError: list index out of range",
            "RuntimeError: device type could not be determined",
        ),
        when=lambda found: (
            "how" in found.fields or re.search(r"\bdevice_ids\[0\]", found.code) is not None
        ),
        command="env",
    ),
    Entry(
        (
            "DistributedDataParallel device_ids and output_device arguments only work with "
            "{:text}, but got device_ids {ids:text}, output_device {:few}, and module parameters "
            "{{where:few}}",
            "DistributedDataParallel device_ids and output_device arguments only work with",
            "DistributedDataParallel's input module must be on the same type of devices, but its "
            "module parameters {:are|locate} {:on|in} {{where:few}}",
            "DistributedDataParallel's input module must be on the same type of devices",
        ),
        "env",
        "The model is not on the GPU of this process alone. Its parameters are on {where}.",
        "Write model.to(local_rank), then DistributedDataParallel(model, device_ids=[local_rank]). "
        "Leave device_ids out for a model on the CPU, and for one that is spread over GPUs.",
        None,
        recorded=(
            "ValueError: DistributedDataParallel device_ids and output_device arguments only work "
            "with single-device/multiple-device GPU modules or CPU modules, but got device_ids "
            "[0], output_device 0, and module parameters {device(type='cpu')}.",
            "ValueError: DistributedDataParallel's input module must be on the same type of "
            "devices, but its module parameters locate in {'cpu', 'cuda'}.",
        ),
    ),
    Entry(
        "Model replicas must have an equal number of parameters",
        "tensor parameters",
        "DistributedDataParallel copied the model to several GPUs of one process, and the copies "
        "have fewer parameters: since PyTorch 1.5 those in an nn.ParameterList or nn.ParameterDict "
        "are left out.",
        "Give each GPU a process of its own: torchrun --nproc_per_node=2 train.py, and "
        "DistributedDataParallel(model, device_ids=[local_rank]).",
        None,
        recorded=("RuntimeError: Model replicas must have an equal number of parameters.",),
    ),
    Entry(
        "Process {pid:int} got signal: {signal:int}",
        "env",
        "torchrun was told from outside to end, by signal {signal}: 1 is a terminal that was "
        "closed, 2 Ctrl-C, 15 a scheduler or kill.",
        "Start it so that it outlives the terminal: in tmux or screen, or with nohup and setsid; "
        "on a cluster ask for more time or memory.",
        None,
        recorded=(
            "torch.distributed.elastic.multiprocessing.api.SignalException: Process 40121 got "
            "signal: 1",
        ),
        when=lambda found: "torch" in found.type + found.before,
    ),
    Entry(
        (
            "process {number:int} terminated with signal {signal:name}",
            "process {number:int} terminated with exit code {code:int}",
        ),
        "env",
        "A process that torch.multiprocessing.spawn started ended without an error of Python. It "
        "is number {number}, and the signal {signal}.",
        "",
        None,
        recorded=(
            "torch.multiprocessing.spawn.ProcessExitedException: process 0 terminated with signal "
            "SIGKILL",
            'File "/site-packages/torch/multiprocessing/spawn.py", line 112, in join\n    raise '
            "Exception(msg)\nException: process 1 terminated with exit code 1",
        ),
        when=lambda found: (
            "torch" in found.type + found.before
            or "signal" in found.fields
            or found.type == "Exception"
        ),
        ways=(
            Way(
                "SIGKILL",
                "Take fewer processes or smaller batches: as a rule the memory ran out.",
                lambda found: found["signal"] == "SIGKILL",
            ),
            Way(
                "SIGSEGV, SIGABRT",
                "Set PYTHONFAULTHANDLER=1, which shows the line. Make models, data sets and "
                "tensors in each process, in place of handing them over.",
                lambda found: found["signal"] in ("SIGSEGV", "SIGABRT", "SIGBUS"),
            ),
            Way(
                "an exit code",
                "Look for an error further above in the output, or run it with one process.",
                lambda found: "code" in found.fields,
            ),
        ),
    ),
    Entry(
        (
            *FAILED,
            "ChildFailedError: {:long}exitcode : {code:-9} (pid",
            "torch.distributed.elastic.multiprocessing.errors.ChildFailedError",
            "Sending process {:int} closing signal SIGTERM",
        ),
        "env",
        "torchrun says that a process failed, and not why. It was rank {rank}, with exit code "
        "{code}.",
        "",
        None,
        recorded=(
            "ERROR:torch.distributed.elastic.multiprocessing.api:failed (exitcode: 1) local_rank: "
            "0 (pid: 12345) of binary: /usr/bin/python",
            "ERROR:torch.distributed.elastic.multiprocessing.api:failed (exitcode: -9) "
            "local_rank: 0 (pid: 12345) of binary: /usr/bin/python",
        ),
        ways=(
            Way(
                "an error further above",
                "Mend that, the first traceback of that rank.",
            ),
            Way(
                "exit code -9",
                "Take smaller batches and fewer workers: as a rule the memory ran out. Load "
                'checkpoints with map_location="cpu", mmap=True.',
                lambda found: found["code"] == "-9",
            ),
            Way(
                "exit code -11, no error",
                "Set PYTHONFAULTHANDLER=1: C++ crashed.",
                lambda found: found["code"] in ("-11", "-6", "-7"),
            ),
            Way(
                "no error at all",
                "Run it with --nproc_per_node=1.",
            ),
        ),
    ),
    Entry(
        "'{name:LOCAL_RANK|RANK|WORLD_SIZE|MASTER_ADDR|MASTER_PORT}'",
        "env",
        "The program reads {name} from the environment, where torchrun puts it, and it is not "
        "there: as a rule the program was started without torchrun.",
        "Write torchrun --nproc_per_node=1 train.py in place of python train.py, or "
        'os.environ.get("LOCAL_RANK", "0") and its like where one process is enough.',
        None,
        recorded=("KeyError: 'LOCAL_RANK'",),
        when=lambda found: (
            found.type == "KeyError"
            and (found["name"] == "LOCAL_RANK" or "environ" in found.code + found.before[-500:])
        ),
    ),
    Entry(
        (
            "Must flatten tensors with uniform dtype but got {a:type} and {b:type}",
            "FlatParameter requires uniform dtype but got {a:type} and {b:type}",
            "Must flatten tensors with uniform {what:`requires_grad`|requires_grad} when "
            "`use_orig_params=False`",
            "`FlatParameter` requires uniform `requires_grad`",
        ),
        "tensor dtypes",
        "FSDP lays the parameters of a layer into one tensor, so they have one type, and all are "
        "trained or all are frozen. One is {a}, another {b}.",
        "Bring all to one type, model.to(torch.bfloat16), LoRA weights too. For frozen ones write "
        "use_orig_params=True, or wrap their layers apart from the others.",
        None,
        recorded=(
            "ValueError: Must flatten tensors with uniform dtype but got torch.bfloat16 and "
            "torch.float32",
        ),
    ),
    Entry(
        "{name:path}: got mixed torch.Tensor and DTensor, need to convert all torch.Tensor to "
        "DTensor before calling distributed operators",
        "tensor parameters",
        "A parameter that is split among the GPUs, a DTensor, meets a plain tensor in {name}.",
        "Call the wrapped model as a whole, model(x), and wrap it with fully_shard before its "
        "optimizer is made; a part of it that is used apart is wrapped too. param.full_tensor() "
        "gives a plain one.",
        None,
        recorded=(
            "RuntimeError: aten.mm.default: got mixed torch.Tensor and DTensor, need to convert "
            "all torch.Tensor to DTensor before calling distributed operators!",
        ),
    ),
    Entry(
        "{what:Gather|Broadcast} function not implemented for CPU tensors",
        "env",
        "DataParallel hands tensors from GPU to GPU, and one lies on the CPU: a result of forward, "
        "or the model itself.",
        "Write model.cuda() before it is wrapped, and leave .cpu(), .numpy() and new tensors "
        "without device=x.device out of forward.",
        None,
        recorded=("AssertionError: Gather function not implemented for CPU tensors",),
    ),
    Entry(
        "Gradients {:aren't|are not} CUDA tensors",
        "env",
        "Gradients are to be added up over the GPUs, and they lie on the CPU, as their parameters "
        "do: the model, or a part of it, was not sent to a GPU.",
        "Write model.to(device) before DistributedDataParallel, or what takes its place, and "
        "before the optimizer is made. Layers in a plain list are not sent along: put them into an "
        "nn.ModuleList. For training on the CPU give the backend gloo.",
        None,
        recorded=("RuntimeError: Gradients are not CUDA tensors",),
        command="env",
    ),
    Entry(
        (
            "SyncBatchNorm expected input tensor to be on GPU",
            "SyncBatchNorm is only supported within torch.nn.parallel.DistributedDataParallel",
        ),
        "env",
        "SyncBatchNorm computes over the batches of several GPUs, so it trains in "
        "DistributedDataParallel alone.",
        "On one GPU or the CPU take nn.BatchNorm2d; in settings that is BN in place of SyncBN.",
        None,
        recorded=(
            "ValueError: SyncBatchNorm expected input tensor to be on GPU",
            "AttributeError: SyncBatchNorm is only supported within "
            "torch.nn.parallel.DistributedDataParallel",
        ),
    ),
    Entry(
        "Tensors must be contiguous",
        "tensor views",
        "What goes to other processes lies in memory in order, and a transpose or a slice has "
        "changed that.",
        "Write x.contiguous() before it is sent or gathered.",
        None,
        recorded=(
            "ValueError: Tensors must be contiguous",
            'File "/site-packages/torch/distributed/distributed_c10d.py", line 2806, in all_gather'
            "\n    work = default_pg.allgather([tensor_list], [tensor])\nRuntimeError: Tensors "
            "must be contiguous",
        ),
        when=lambda found: "distributed" in found.before or "File " not in found.before,
    ),
    Entry(
        (
            "find_unused_parameters=True was specified in DDP constructor, but did not find any "
            "unused parameters",
            "There is an imbalance between your GPUs. You may want to exclude GPU {:int}",
            "Grad strides do not match bucket view strides",
            "No device id is provided via `init_process_group` or `barrier",
            "Redirects are currently not supported in Windows or MacOs",
            "Setting OMP_NUM_THREADS environment variable for each process to be 1 in default",
            "The module torch.distributed.launch is deprecated and will be removed in future. Use "
            "torchrun",
            "process group has NOT been destroyed before we destruct ProcessGroupNCCL",
            "destroy_process_group() was not called before program exit",
        ),
        "",
        "This is no error, but advice, or a note on how processes start and end. The program goes "
        "on.",
        "If the program stopped, its own error stands in another place of the output.",
        None,
        recorded=(
            "[W reducer.cpp:1289] Warning: find_unused_parameters=True was specified in DDP "
            "constructor, but did not find any unused parameters in the forward pass. This flag "
            "results in an extra traversal of the autograd graph every iteration",
            "NOTE: Redirects are currently not supported in Windows or MacOs.",
            "FutureWarning: The module torch.distributed.launch is deprecated and will be removed "
            "in future. Use torchrun.",
            "[rank0]:[W1015 10:00:00.000 ProcessGroupNCCL.cpp:1168] Warning: WARNING: process "
            "group has NOT been destroyed before we destruct ProcessGroupNCCL. On normal program "
            "exit, the application should call destroy_process_group",
        ),
        ways=ways("""
            find_unused_parameters: Leave it out where all parameters take part.
            Grad strides: Write x.contiguous() behind a transpose in the model.
            OMP_NUM_THREADS: Set it before, as OMP_NUM_THREADS=4, for more threads.
            launch is deprecated: Write torchrun train.py, and read int(os.environ["LOCAL_RANK"]).
            NOT been destroyed: Write torch.distributed.destroy_process_group() at the end.
        """),
    ),
    Entry(
        (
            "The server socket cannot be initialized on [{where:few}]:{port:int} (errno: 97",
            "The client socket cannot be initialized to connect to [{where:few}]:{port:int} "
            "(errno: 97",
            "The IPv6 network addresses of ({where:few}, {port:int}) cannot be retrieved",
        ),
        "",
        "PyTorch tries IPv6 first, does not get it here, and goes on with IPv4.",
        "It does no harm where the training begins after it: TORCH_CPP_LOG_LEVEL=ERROR, set before "
        "the program starts, hides it. Where the training does not begin look for an error below.",
        None,
        recorded=(
            "[W socket.cpp:426] [c10d] The server socket cannot be initialized on [::]:29500 "
            "(errno: 97 - Address family not supported by protocol).",
            "[W socket.cpp:601] [c10d] The IPv6 network addresses of (node1, 29500) cannot be "
            "retrieved (gai error: -2 - Name or service not known).",
        ),
    ),
    Entry(
        "The {:IPv4 |}network addresses of ({where:few}, {port:int}) cannot be retrieved (gai "
        "error: {:int}",
        "",
        "The system finds no address for the name {where}, under which the process of rank 0 is "
        "looked for.",
        "Write its IP address in place of the name, in MASTER_ADDR or --master_addr, 127.0.0.1 on "
        "one machine, or give the name an address in /etc/hosts.",
        None,
        recorded=(
            "[W socket.cpp:634] [c10d] The IPv4 network addresses of (node1, 29500) cannot be "
            "retrieved (gai error: -2 - Name or service not known).",
        ),
    ),
    Entry(
        "The client socket has failed to connect to [{where:few}]:{port:int} ({why:few})",
        "",
        "This process could not connect to the first one under an address, {where}, and tries on. "
        "The system says: {why}.",
        "",
        None,
        recorded=(
            "[W socket.cpp:601] [c10d] The client socket has failed to connect to "
            "[kubernetes.docker.internal]:29500 (system error: 10049 - unknown error).",
        ),
        ways=ways("""
            the training begins after it: Let it be. TORCH_CPP_LOG_LEVEL=ERROR, set before the
                program starts, hides it.
            one machine: Set MASTER_ADDR=127.0.0.1, and see that the process of rank 0 runs.
            several machines: Let MASTER_ADDR name the machine of rank 0, and open MASTER_PORT in
                its firewall.
        """),
    ),
    Entry(
        (
            "You can't train a model that has been loaded with `device_map='auto'` in any "
            "distributed mode",
            "You can't train a model that has been loaded in 8-bit {:or 4-bit |}precision on "
            "{:multiple devices|a different device}",
        ),
        "env",
        'device_map="auto" spreads one model over all GPUs, and with several processes each of '
        "them wants a whole model on a GPU of its own.",
        'Write device_map=local_rank, with local_rank = int(os.environ.get("LOCAL_RANK", '
        "0)), or start one process only: python train.py.",
        None,
        recorded=(
            "ValueError: You can't train a model that has been loaded with `device_map='auto'` in "
            "any distributed mode. Please rerun your script specifying `--num_processes=1` or by "
            "launching with `python {{myscript.py}}`.",
        ),
    ),
    Entry(
        (
            "zip argument #{:int} must support iteration",
            "'{kind:int|float|NoneType|bool|numpy.float64|numpy.int64}' object is not iterable",
            "'{kind:numpy.float32|numpy.ndarray}' object is not iterable",
        ),
        "tensor create",
        "DataParallel puts together what forward gave on each GPU, and can do so with tensors, and "
        "lists, tuples and dictionaries of them. Forward gave something else, of type {kind}.",
        "Return tensors only: leave .item() and len(…) out of forward, or return "
        "torch.tensor([n], device=x.device) for a number.",
        None,
        recorded=(
            'File "/lib/python3.6/site-packages/torch/nn/parallel/scatter_gather.py", line 63, in '
            "gather_map\n    return type(out)(map(gather_map, zip(*outputs)))\nTypeError: zip "
            "argument #1 must support iteration",
        ),
        when=lambda found: "scatter_gather" in last_traceback(found),
    ),
    Entry(
        "",
        "env",
        "The nodes of this training meet under one --rdzv_id, and that meeting is closed: training "
        "under it has ended or failed, and takes no nodes any more.",
        "",
        None,
        recorded=(
            "    sys.exit(main())\ntorch.distributed.elastic.rendezvous.api.RendezvousClosedError",
            "torch.distributed.elastic.rendezvous.api.RendezvousGracefulExitError: The rendezvous "
            "'7' is closed, terminating pending rendezvous.",
        ),
        ways=ways("""
            this node came late, or again: Start all nodes anew, with a new --rdzv_id.
            another node failed first: Mend that error, the first in the output of all nodes.
        """),
        when=lambda found: found.type.endswith(
            ("RendezvousClosedError", "RendezvousGracefulExitError")
        ),
    ),
    Entry(
        "",
        "env",
        "The nodes of this training were to meet, and that took longer than is allowed: as a rule "
        "fewer came than --nnodes says.",
        "",
        None,
        recorded=("torch.distributed.elastic.rendezvous.api.RendezvousTimeoutError",),
        ways=ways("""
            a node is missing: Start torchrun on each, with the same --nnodes, --rdzv_id and
                --rdzv_endpoint.
            all are running: Let --rdzv_endpoint name the first node's address, and open that port;
                nc -z host 29400 tests it.
            they start far apart: Write --rdzv_conf=join_timeout=1800.
        """),
        when=lambda found: found.type.endswith("RendezvousTimeoutError"),
    ),
    Entry(
        (
            "Key not found : /torch/elastic",
            "The connection to etcd has failed. See inner exception",
            "Unexpected state of EtcdRendezvousHandler, worker needs to die",
        ),
        "env",
        "The nodes of this training meet through etcd, and torchrun could not read there, or "
        "write, what they agree on.",
        "Write --rdzv_backend=c10d in place of etcd, and --rdzv_endpoint=host:29400 with the first "
        "node's name: that needs no etcd. An etcd that has to stay is one before 3.6, started with "
        "--enable-v2.",
        None,
        recorded=("etcd.EtcdKeyNotFound: Key not found : /torch/elastic/store",),
    ),
    Entry(
        "The rendezvous backend '{name:quoted}' is not registered. Did you forget",
        "env",
        "torchrun has no way for nodes to meet that is called {name}.",
        "Write --rdzv_backend=c10d, with --rdzv_endpoint=host:29400; on one machine --standalone "
        "alone.",
        "from torch.distributed.elastic import rendezvous as r\n"
        'r.rendezvous_handler_registry.create_handler(r.RendezvousParameters("c10", "a", "1", 1, '
        "1))",
        since=(2, 13),
    ),
    Entry(
        (
            "``{what:sharded_state_dict|local_state_dict}`` can only be used when parameters are "
            "flatten and sharded",
            "offload_to_cpu=True and NO_SHARD is not supported yet",
        ),
        "tensor parameters",
        "FSDP has split nothing here: with one process alone, or NO_SHARD, each holds all of the "
        "parameters, and what was called wants split ones.",
        "",
        None,
        recorded=(
            "RuntimeError: ``sharded_state_dict`` can only be used when parameters are flatten "
            "and sharded.",
            "NotImplementedError: offload_to_cpu=True and NO_SHARD is not supported yet",
        ),
        ways=ways("""
            one GPU: Leave FSDP out, or save with StateDictType.FULL_STATE_DICT.
            several GPUs: Start with torchrun --nproc_per_node=2, and write FULL_SHARD.
            offload_to_cpu: Write offload_to_cpu=False.
        """),
    ),
    Entry(
        (
            "list index {how:out} of range",
            "Expected device_mesh to have ndim=2 but got {axes:int}",
            "Manual wrapping with ShardingStrategy.{:HYBRID_SHARD|_HYBRID_SHARD_ZERO2} requires "
            "explicit specification of process group or device_mesh",
            "The arg 'group_size' ({group:int}) must not exceed the world size ({world:int})",
        ),
        "env",
        "HYBRID_SHARD splits the model within a group of GPUs, and copies it from group to group: "
        "it wants a device mesh of two axes, in which each process has a place.",
        'Write mesh = init_device_mesh("cuda", (world_size // n, n)), with n GPUs in a group, and '
        "FSDP(…, device_mesh=mesh).",
        None,
        recorded=(
            '  File "/site-packages/torch/distributed/fsdp/_init_utils.py", line 127, in '
            "_init_process_group_state\n    state = _init_process_group_state_for_hybrid_shard(\n"
            "IndexError: list index out of range",
            "ValueError: Expected device_mesh to have ndim=2 but got 1",
        ),
        ways=ways("""
            a mesh such as (1, 8): Its product has to be the world size: (2, 8) for 16 processes.
            fewer processes than GPUs: Set CUDA_VISIBLE_DEVICES to as many.
            one machine: Write ShardingStrategy.FULL_SHARD.
        """),
        when=lambda found: (
            "_for_hybrid_shard" in found.before if found.fields.keys() & {"how", "group"} else True
        ),
    ),
    Entry(
        "found no DeviceMesh from dtensor args for {op:path}!",
        "tensor parameters",
        "{op} was called with DTensors, tensors that are split among GPUs, and none of them stands "
        "where it looks for one: as a rule it lies in a list.",
        "Hand over plain tensors: t.to_local() for this GPU's part, t.full_tensor() for all.",
        None,
        recorded=(
            "AssertionError: found no DeviceMesh from dtensor args for c10d.broadcast_.default!",
        ),
        ways=ways("""
            FSDP(…) over tensor parallel: Leave sync_module_states=True out.
            broadcast, all_reduce: Call them with t.to_local().
        """),
    ),
    Entry(
        (
            "Attempted to call {name:path} on an invalid python storage",
            "Attempted to access the data pointer on an invalid python storage",
        ),
        "tensor views",
        "The memory of a tensor is asked for, and it has none of its own: as a rule it is a "
        "wrapper around others, as a DTensor is.",
        "Hand over the tensor inside: t.to_local() for a DTensor. For FSDP over tensor parallel "
        'write device_mesh=mesh["dp"] in FSDP, in place of process_group.',
        "import torch\n\nclass Wrapper(torch.Tensor):\n    def __new__(cls):\n        return "
        "torch.Tensor._make_wrapper_subclass(cls, (2,))\n\n    def __torch_dispatch__(*args):\n"
        "        return NotImplemented\n\nWrapper().untyped_storage().resize_(0)",
        since=(2, 13),
        recorded=("RuntimeError: Attempted to call resize_() on an invalid python storage.",),
    ),
    Entry(
        (
            "expected to be in states [<TrainingState{:text} but current state is {state:path}",
            "expected to be in states [<TrainingState",
        ),
        "autograd gradient",
        "FSDP goes from forward to backward to rest in turn, and was called where that is not the "
        "next step. It was in {state}.",
        "",
        None,
        recorded=(
            "AssertionError: expected to be in states [<TrainingState.BACKWARD_POST: 4>] but "
            "current state is TrainingState.IDLE",
            "ValueError: expected to be in states [<TrainingState.IDLE: 1>] but current state is "
            "TrainingState.FORWARD_BACKWARD",
        ),
        ways=ways("""
            an error before it was caught: Mend that one, or make the model anew after it.
            several losses, backward calls: Add them up, and call backward once for a forward.
            checkpointed layers: Wrap them by FSDP from outside, with use_reentrant=False.
            a save in forward or a hook: Call state_dict between two training steps.
        """),
    ),
    Entry(
        (
            "pidfd_{call:getfd|open}:{why:text}",
            "does not support the {:pidfd_open|pidfd_getfd} syscall needed to use IPC for CUDA "
            "tensors when expandable_segments:True",
        ),
        "env",
        "A tensor on a GPU goes from one process to another, and with expandable_segments:True "
        "that needs the system calls pidfd_open and pidfd_getfd, which failed. It says: {why}.",
        "Leave expandable_segments:True out of PYTORCH_CUDA_ALLOC_CONF, or PYTORCH_ALLOC_CONF.",
        None,
        recorded=(
            "RuntimeError: pidfd_getfd: Operation not permitted",
            "RuntimeError: pidfd_open:Operation not permitted",
        ),
        ways=ways("""
            not permitted, in a container: Start it with --cap-add=SYS_PTRACE.
            not permitted, elsewhere: Write sysctl kernel.yama.ptrace_scope=0 as root.
            Bad file descriptor: Install a newer PyTorch, or hand over x.cpu().
        """),
        when=lambda found: found.type in ("", "RuntimeError"),
    ),
    Entry(
        (
            "Producer process has been terminated before all shared CUDA tensors released",
            "Producer process tried to deallocate over {count:int} memory blocks referred by "
            "consumer processes",
        ),
        "",
        "One process gave tensors on a GPU to another, by a queue, a worker or a result: it ended "
        "before the other was done with them, or gave away very many. It is a warning.",
        "Leave it where the program has ended well.",
        None,
        recorded=(
            "[W CudaIPCTypes.cpp:15] Producer process has been terminated before all shared CUDA "
            "tensors released. See Note [Sharing CUDA tensors]",
        ),
        ways=ways("""
            workers of a DataLoader: Let the Dataset give tensors of the CPU, and call .to(device)
                in the loop; or write num_workers=0.
            a queue, or a result: Hand over x.cpu(), and let the sender wait, by join, to the end.
        """),
    ),
    Entry(
        "bad value(s) in fds_to_keep",
        "env",
        "A process is started by spawn, and among the file descriptors that it is to get, one for "
        "each shared tensor, one comes twice or is not valid.",
        "",
        None,
        recorded=(
            '  File "/site-packages/torch/multiprocessing/spawn.py", line 148, in start_processes\n'
            '    process.start()\n  File "/lib/python3.10/multiprocessing/util.py", line 452, in '
            "spawnv_passfds\n    return _posixsubprocess.fork_exec(\nValueError: bad value(s) in "
            "fds_to_keep",
        ),
        ways=ways("""
            a model is handed over: Make it in each process, or hand over its path.
            tensors that share memory: Give x.clone() for each, tied weights too.
            a Dataset with many tensors: Put them into one tensor, or into arrays of NumPy.
            none of them can change: Write
                torch.multiprocessing.set_sharing_strategy("file_system").
        """),
        when=lambda found: "torch" in found.before + found.code,
    ),
    Entry(
        (
            "FSDP does not support modules with different device types but got params on {:name} "
            "and {:name}",
            "FSDP only supports single device modules but got params on {{:text}}",
            "To support a module with both CPU and GPU params, please pass in device_id argument",
            "The module has CPU parameters or buffers when `sync_module_states=True`",
            "An FSDP-managed module unexpectedly has parameters on {device:device}",
            "An FSDP-managed module with parameter CPU offloading enabled has parameters on "
            "{device:device}",
            "Inconsistent compute device and `device_id` on rank {rank:int}: {a:device} vs "
            "{b:device}",
            "{:FSDP needs a non-CPU accelerator device, but no accelerator device is detected|FSDP "
            "does not support CPU only execution}",
        ),
        "env",
        "FSDP wants all parameters of a model on one device: the GPU of its process, or the CPU "
        "where it offloads them.",
        'Write torch.cuda.set_device(local_rank), with local_rank = int(os.environ["LOCAL_RANK"]), '
        "and FSDP(model, device_id=local_rank).",
        None,
        recorded=(
            "RuntimeError: An FSDP-managed module unexpectedly has parameters on cpu. Make sure to "
            "move the module to cuda:0 before training.",
            "ValueError: Inconsistent compute device and `device_id` on rank 1: cuda:0 vs cuda:1",
        ),
        ways=ways("""
            device_map="auto": Leave it out: it spreads the model over all GPUs.
            CPU offloading: Do not move the model after it is wrapped.
            moved after FSDP: Leave .to(…), .cpu() out behind it.
            no GPU: Leave FSDP out, and print torch.cuda.is_available().
        """),
        command="env",
    ),
    Entry(
        (
            "FSDP is switching to use `NO_SHARD` instead of {name:path} since the world size is 1",
            "The `NO_SHARD` sharding strategy is deprecated. If having issues",
        ),
        "",
        "With NO_SHARD FSDP splits nothing among GPUs, and with one process there is nobody to "
        "split with. It is a warning.",
        "Leave it on one GPU. To split the model start with torchrun --nproc_per_node=2, and write "
        "ShardingStrategy.FULL_SHARD; for whole copies take DistributedDataParallel.",
        None,
        recorded=(
            "UserWarning: FSDP is switching to use `NO_SHARD` instead of "
            "ShardingStrategy.FULL_SHARD since the world size is 1.",
            "FutureWarning: The `NO_SHARD` sharding strategy is deprecated. If having issues, "
            "please use `DistributedDataParallel` instead.",
        ),
    ),
    Entry(
        "Attempted to send CUDA tensor received from another process; this is not currently "
        "supported",
        "env",
        "A process hands on a tensor on the GPU that it got from another process itself, and the "
        "memory belongs to that one.",
        "Hand on a copy, x.clone(), or one on the CPU, x.cpu().",
        None,
        recorded=(
            "RuntimeError: Attempted to send CUDA tensor received from another process; this is "
            "not currently supported. Consider cloning before sending.",
        ),
    ),
)
