"""Warnings that PyTorch gives while a program goes on, and what Jupyter says when it is gone."""

from __future__ import annotations

from ..entry import Entry, Way
from .ways import ways

NOTICES = (
    Entry(
        "torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument",
        "tensor parameters",
        "torch.meshgrid wants to be told whether the first axis runs along rows or columns. The "
        "result is as before.",
        'Write torch.meshgrid(x, y, indexing="ij"), which is what it does now.',
        None,
        recorded=(
            "UserWarning: torch.meshgrid: in an upcoming release, it will be required to pass the "
            "indexing argument. (Triggered internally at ../aten/src/ATen/native/TensorShape.cpp)",
        ),
    ),
    Entry(
        (
            "The parameter 'pretrained' is deprecated since",
            "Arguments other than a weight enum or 'None' for 'weights' are deprecated since",
        ),
        "env",
        "torchvision names the weights of a model otherwise now. The result is as before.",
        'Write resnet18(weights="IMAGENET1K_V1") for pretrained=True, "DEFAULT" for the newest '
        "weights, and weights=None for False.",
        None,
        recorded=(
            "UserWarning: The parameter 'pretrained' is deprecated since 0.13 and may be removed "
            "in the future, please use 'weights' instead.",
        ),
    ),
    Entry(
        "This DataLoader will create {count:int} worker processes in total. Our suggested max "
        "number of worker in current system is {most:int}",
        "env",
        "More workers are asked for than the machine has cores. {count} were asked for, and "
        "{most} make sense.",
        "Write num_workers={most} or fewer.",
        None,
        recorded=(
            "UserWarning: This DataLoader will create 8 worker processes in total. Our suggested "
            "max number of worker in current system is 2, which is smaller than what this "
            "DataLoader is going to create.",
        ),
    ),
    Entry(
        "'pin_memory' argument is set as true but {:no accelerator is found|not supported on MPS}",
        "env",
        "pin_memory prepares batches for the way to a GPU, and there is none that needs it: "
        "Apple's shares the memory. It does nothing.",
        "Leave it out, or write pin_memory=torch.cuda.is_available(). If the machine has an NVIDIA "
        "GPU, this says that PyTorch does not see it.",
        None,
        recorded=(
            "UserWarning: 'pin_memory' argument is set as true but no accelerator is found, then "
            "device pinned memory won't be used.",
        ),
    ),
    Entry(
        "CUDNN_BACKEND_EXECUTION_PLAN_DESCRIPTOR",
        "",
        "cuDNN, which computes convolutions on the GPU, could not use one of its plans, and "
        "PyTorch goes on to the next. It is a warning.",
        "It does no harm where no error follows, and is known of torch 2.3.0. To be rid of it "
        "write python -m pip install -U torch, or torch==2.2.2.",
        None,
        recorded=(
            "UserWarning: Plan failed with a cudnnException: "
            "CUDNN_BACKEND_EXECUTION_PLAN_DESCRIPTOR",
        ),
        when=lambda found: found.type == "cudnnException",  # "Plan failed with a" is before it
    ),
    Entry(
        "Error in magma_getdevice_arch: MAGMA not initialized",
        "",
        "MAGMA, a library for linear algebra on the GPU, was asked for the card before it was "
        "started. It is a notice, known of PyTorch 1.9 and 1.10, whose results are right.",
        "It does no harm where no error follows. To be rid of it write python -m pip install -U "
        "torch; in a build of your own link another MAGMA.",
        None,
        recorded=(
            "Error in magma_getdevice_arch: MAGMA not initialized (call magma_init() first) or bad "
            "device",
        ),
    ),
    Entry(
        "{what:semaphore_tracker|resource_tracker}: There appear to be {count:int} leaked",
        "memory temporary",
        "A process ended without giving back what it shared with others, and Python cleans up "
        "after it. This warning says nothing of why it ended.",
        "Look for the first error above it. Where there is none, or the word Killed, memory was "
        "short, as a rule: take fewer workers in the DataLoader, and smaller batches.",
        None,
        recorded=(
            "/envs/pytorch/lib/python3.7/multiprocessing/semaphore_tracker.py:144: UserWarning: "
            "semaphore_tracker: There appear to be 15 leaked semaphores to clean up at shutdown",
        ),
        when=lambda found: "torch" in found.before,
    ),
    Entry(
        "Applied workaround for CuDNN issue, install nvrtc.so",
        "",
        "cuDNN looked for a library of CUDA, libnvrtc.so, and did not find it by that name. It is "
        "a warning, and PyTorch goes on without it.",
        "It may stay.",
        None,
        ways=ways("""
            any torch will do: Write python -m pip install -U torch.
            torch has to stay: Write find / -name 'libnvrtc*', and make a link in that folder: ln -s
                libnvrtc.so.11.8.89 libnvrtc.so, for instance.
            torch 2.0 for CUDA 11.8: Take the build for CUDA 11.7, cu117.
        """),
        recorded=(
            "UserWarning: Applied workaround for CuDNN issue, install nvrtc.so (Triggered "
            "internally at ../aten/src/ATen/native/cudnn/Conv_v8.cpp:80.)",
        ),
    ),
    Entry(
        (
            "Sparse {kind:CSR|CSC|BSR|BSC} tensor support is in beta state",
            "Sparse invariant checks are implicitly disabled",
        ),
        "tensor views",
        "It is a warning that a sparse tensor was made: its functions may still change, or its "
        "indices are not checked.",
        'It does no harm. To be rid of it write warnings.filterwarnings("ignore", '
        'message="Sparse") before.',
        None,
        recorded=(
            "UserWarning: Sparse CSR tensor support is in beta state. If you miss a functionality "
            "in the sparse tensor support, please submit a feature request to "
            "https://github.com/pytorch/pytorch/issues.",
        ),
    ),
    Entry(
        (
            "torchaudio._backend.{name:set_audio_backend|get_audio_backend|list_audio_backends} "
            "has been deprecated",
            "torchaudio.{:few}backend.{:few}.{name:set_audio_backend|get_audio_backend|"
            "list_audio_backends} has been deprecated",
        ),
        "env",
        "Since 2.1 torchaudio chooses for each call what reads and writes sound, and {name} is on "
        "its way out. It is a warning.",
        "",
        None,
        command="env",
        ways=ways("""
            a line of yours: Take it out. torchaudio.load(path, backend="soundfile") names the one
                to use, before 2.9.
            a library's line: It may stay; a newer release of the library is without it. With
                torchaudio 2.9 it fails: pin torchaudio below that.
        """),
        recorded=(
            "UserWarning: torchaudio._backend.set_audio_backend has been deprecated. With "
            "dispatcher enabled, this function is no-op. You can remove the function call.",
        ),
    ),
    Entry(
        (
            "In 2.9, this function's implementation will be changed to use "
            "torchaudio.{:load|save}_with_torchcodec",
            "torchaudio.{name:path} has been deprecated. This deprecation is part of a large "
            "refactoring effort to transition TorchAudio into a maintenance phase",
        ),
        "env",
        "torchaudio 2.8 tells that reading and writing sound goes over to torchcodec with 2.9, and "
        "that some functions are gone then. It is a warning, and the result is as before.",
        "It may stay with torchaudio 2.8. For 2.9 install torchcodec: python -m pip install "
        "torchcodec.",
        None,
        command="env",
        recorded=(
            "UserWarning: In 2.9, this function's implementation will be changed to use "
            "torchaudio.load_with_torchcodec` under the hood.",
            "UserWarning: torchaudio.sox_effects.sox_effects.apply_effects_file has been "
            "deprecated. This deprecation is part of a large refactoring effort to transition "
            "TorchAudio into a maintenance phase.",
        ),
    ),
    Entry(
        "Was asked to gather along dimension 0, but all input tensors were scalars",
        "autograd nonscalar",
        "Each GPU gave one loss, and they came back as a vector.",
        "Write loss.mean() before backward.",
        None,
        recorded=(
            "UserWarning: Was asked to gather along dimension 0, but all input tensors were "
            "scalars; will instead unsqueeze and return a vector.",
        ),
    ),
    Entry(
        "indexing with dtype torch.uint8 is now deprecated",
        "tensor index",
        "A mask of bytes was read as truth values here; masks are of type bool now.",
        "Write mask.bool().",
        "torch.ones(2)[torch.ones(2).byte()]",
    ),
    Entry(
        (
            "floor_divide is deprecated",
            "__floordiv__ is deprecated, and its behavior will change in a future version",
        ),
        "tensor arithmetic",
        "// rounded towards 0 before PyTorch 1.13, and rounds down since.",
        'Write torch.div(a, b, rounding_mode="floor"), or "trunc" for the old way.',
        None,
        recorded=(
            "UserWarning: __floordiv__ is deprecated, and its behavior will change in a future "
            "version of pytorch.",
        ),
    ),
    Entry(
        (
            "`torch.cuda.amp.GradScaler(args...)` is deprecated",
            "`torch.cuda.amp.autocast(args...)` is deprecated",
            "`torch.cpu.amp.autocast(args...)` is deprecated",
            "`torch.cuda.amp.{:custom_fwd|custom_bwd}(args...)` is deprecated",
            "torch.{:cuda|cpu}.amp.{:autocast|GradScaler|custom_fwd|custom_bwd}(args...) is "
            "deprecated",
        ),
        "",
        "autocast and GradScaler have moved. The result is as before.",
        'Write torch.amp.autocast("cuda") and torch.amp.GradScaler("cuda").',
        None,
        recorded=(
            "FutureWarning: `torch.cuda.amp.GradScaler(args...)` is deprecated. Please use "
            "`torch.amp.GradScaler('cuda', args...)` instead.",
        ),
    ),
    Entry(
        "You are using `torch.load` with `weights_only=False` (the current default value)",
        "env",
        "torch.load runs any program that hides in a pickle, and newer releases read tensors and "
        "plain values only unless told otherwise.",
        "Write torch.load(path, weights_only=True) for files that hold a state_dict, and False "
        "only for files that you trust.",
        None,
        recorded=(
            "FutureWarning: You are using `torch.load` with `weights_only=False` (the current "
            "default value), which uses the default pickle module implicitly.",
        ),
    ),
    Entry(
        (
            "RNN module weights are not part of single contiguous chunk of memory",
            "RNN module weights are not part of a single contiguous chunk of memory",
        ),
        "memory cost",
        "The weights of a recurrent layer lie scattered in the GPU's memory, so they are copied at "
        "every call.",
        "Write self.lstm.flatten_parameters() at the start of forward.",
        None,
        recorded=(
            "UserWarning: RNN module weights are not part of single contiguous chunk of memory. "
            "This means they need to be compacted at every call, possibly greatly increasing "
            "memory usage.",
        ),
    ),
    Entry(
        (
            "`nn.functional.{name:upsample|upsample_nearest|upsample_bilinear}` is deprecated. Use "
            "`{new:name}` instead",
            "nn.functional.{name:name} is deprecated. Use {new:name} instead",
            "nn.functional.{name:name}' is deprecated. Use '{new:name}' instead",
            "nn.functional.{name:name}' is deprecated. Use {new:name} instead",
            "nn.{name:name} is deprecated. Use {new:name} instead",
        ),
        "tensor parameters",
        "The function has another name now. The result is as before.",
        "Write {new}(…).",
        "import torch.nn.functional as F\nF.upsample(torch.ones(1, 1, 2, 2), scale_factor=2)",
        recorded=("UserWarning: nn.functional.tanh is deprecated. Use torch.tanh instead.",),
    ),
    Entry(
        "The function torch.{name:fft|ifft|rfft|irfft} is deprecated and will be removed in a "
        "future PyTorch release. Use the new torch.fft module functions",
        "env",
        "The warning is of PyTorch 1.7, and the function works there; since 1.8 it is gone, and "
        "torch.fft.{name} does its work with complex numbers in place of pairs.",
        "",
        None,
        recorded=(
            "UserWarning: The function torch.irfft is deprecated and will be removed in a future "
            "PyTorch release. Use the new torch.fft module functions, instead, by importing "
            "torch.fft and calling torch.fft.ifft or torch.fft.irfft.",
        ),
        ways=ways("""
            another's program: Take a newer release of it together with a newer PyTorch, or stay
                with PyTorch 1.7.
            your own: Write torch.fft.rfft2(x) for torch.rfft(x, 2), with torch.view_as_real of the
                result where pairs are wanted, and torch.fft.irfft2(z, s=x.shape[-2:]) back.
        """),
    ),
    Entry(
        (
            "Default grid_sample and affine_grid behavior has changed to align_corners=False",
            "Default upsampling behavior when mode={mode:name} is changed to align_corners=False",
        ),
        "tensor shape",
        "Older releases put the corners of two pictures onto each other, newer ones do not, unless "
        "they are told to.",
        "Write align_corners=False, or True for a model that was trained with an old release.",
        "import torch.nn.functional as F\n"
        "F.grid_sample(torch.ones(1, 1, 2, 2), torch.ones(1, 2, 2, 2))",
    ),
    Entry(
        (
            "This overload of {name:name} is deprecated: {old:text} Consider using one of the "
            "following signatures instead",
            "This overload of {name:name} is deprecated",
        ),
        "tensor parameters",
        "The arguments of {name} stand in an order that will go. The result is as before.",
        "Name the number: p.add_(g, alpha=-lr), x.addcmul_(a, b, value=1), and as_tuple=False in "
        "nonzero.",
        "torch.ones(2).add_(2, torch.ones(2))",
    ),
    Entry(
        "torch.{name:name} is deprecated in favor of torch.{new:name}",
        "linalg matrices",
        "The function has another name now. The old one will go.",
        "Write torch.{new}; its arguments may differ.",
        None,
        recorded=(
            "UserWarning: torch.qr is deprecated in favor of torch.linalg.qr and will be removed "
            "in a future PyTorch release.",
        ),
    ),
    Entry(
        "torch.range is deprecated and will be removed in a future release",
        "tensor create",
        "torch.range takes its end in, as no range of Python does, and will go.",
        "Write torch.arange(0, 4), which leaves the end out.",
        "torch.range(0, 3)",
    ),
    Entry(
        (
            "std(): degrees of freedom is <= 0",
            "var(): degrees of freedom is <= 0",
            "{name:name}(): degrees of freedom is <= 0",
        ),
        "linalg reduce",
        "The spread of one number is none: std divides by how many there are less one, and gives "
        "nan.",
        "Write correction=0 to divide by how many there are, and print the shape.",
        "torch.ones(1).std()",
        since=(2, 4),
    ),
    Entry(
        "Casting complex values to real discards the imaginary part",
        "tensor dtypes",
        "Complex numbers became real, and the imaginary parts are lost.",
        "Write x.real, or x.abs() for the size.",
        "(torch.ones(2) + 1j).float()",
    ),
    Entry(
        "non-inplace {name:resize|resize_as} is deprecated",
        "tensor reshape",
        "resize is none of the functions to be used: it can leave numbers undefined.",
        "Write x.reshape(…).",
        "torch.ones(4).resize(2, 2)",
    ),
    Entry(
        (
            "{:1|}Torch was not compiled with flash attention",
            "Torch was not compiled with memory efficient attention",
        ),
        "",
        "The fastest way to compute attention is not built into this PyTorch, on Windows as a "
        "rule. Another one is taken, with the same result.",
        "It does no harm. PyTorch for Linux has it, as a rule, and so may a newer one for Windows.",
        None,
        recorded=(
            "UserWarning: 1Torch was not compiled with flash attention. (Triggered internally at "
            "..\\aten\\src\\ATen\\native\\transformers\\cuda\\sdp_utils.cpp:263.)",
        ),
    ),
    Entry(
        "TypedStorage is deprecated. It will be removed in the future and UntypedStorage will be "
        "the only storage class",
        "",
        "A library, or an old file, uses a part of PyTorch that will go. The result is as before.",
        "It does no harm. A newer release of the library is quiet about it.",
        None,
        recorded=(
            "UserWarning: TypedStorage is deprecated. It will be removed in the future and "
            "UntypedStorage will be the only storage class.",
        ),
    ),
    Entry(
        "source code of class '{name:quoted}' has changed",
        "",
        "The class {name} is written otherwise here than when the whole model was saved: by "
        "another release of PyTorch, or your own file was changed since. It is a warning, and the "
        "model may work still.",
        "If an error follows, or the results differ, install the PyTorch that the model was saved "
        "with, or take the old file. Save model.state_dict() in place of the model, which does not "
        "depend on that.",
        None,
        recorded=(
            "SourceChangeWarning: source code of class 'torch.nn.modules.conv.Conv2d' has changed. "
            "you can retrieve the original source code by accessing the object's source attribute",
        ),
    ),
    Entry(
        "Couldn't retrieve source code for container of type {name:name}",
        "",
        "The whole model is saved, and the source text of {name} is not found to be kept beside "
        "it, as with a class made in a notebook. It is a warning, and the file is written.",
        "It does no harm: the class has to be imported again where the model is loaded. "
        "torch.save(model.state_dict(), path) keeps the weights alone, and says nothing.",
        None,
        recorded=(
            "UserWarning: Couldn't retrieve source code for container of type Net. It won't be "
            "checked for correctness upon loading.",
        ),
    ),
    Entry(
        (
            "Trying to infer `batch_size` from an ambiguous collection but couldn't find one",
            "We could not infer the batch_size from the batch",
        ),
        "",
        "Lightning looks for the size of the batch to average what is logged, and found no tensor "
        "in the batch that tells it.",
        "Write self.log(name, value, batch_size=n), with the number of samples in the batch.",
        None,
        recorded=(
            "pytorch_lightning.utilities.exceptions.MisconfigurationException: Trying to infer "
            "`batch_size` from an ambiguous collection but couldn't find one. Either set "
            "`self.log(..., batch_size=batch_size)` or simplify the batch collection",
        ),
    ),
    Entry(
        "`max_epochs` was not set. Setting it to {epochs:int} epochs",
        "",
        "The Trainer of Lightning was not told how long to train, and would go on for {epochs} "
        "epochs.",
        "Write Trainer(max_epochs=10).",
        None,
        recorded=(
            "PossibleUserWarning: `max_epochs` was not set. Setting it to 1000 epochs. To train "
            "without an epoch limit, set `max_epochs=-1`.",
        ),
    ),
    Entry(
        "{:boxes|masks} doesn't contain any {:box|mask}. No {:box|mask} was drawn",
        "",
        "draw_bounding_boxes, or draw_segmentation_masks, got nothing to draw, and gives the "
        "picture back as it is.",
        "It does no harm. If there should be some, print the model's scores: a threshold for them "
        "may be too high.",
        None,
        recorded=("UserWarning: boxes doesn't contain any box. No box was drawn",),
    ),
    Entry(
        (
            "CUPTI tracing is not available, falling back to legacy CUDA profiling",
            "{:CUDA|XPU|HPU} is not available, disabling {:CUDA|XPU|HPU} profiling",
        ),
        "env",
        "The profiler cannot see all that it was asked for on the GPU: PyTorch sees no GPU, or "
        "its build has no CUPTI, NVIDIA's part for it. The program runs as before.",
        "",
        None,
        ways=ways("""
            CUPTI: Install a newer PyTorch; old ones for Windows have none. Add ProfilerActivity.CPU
                to the activities.
            CUDA is not available: Leave use_cuda out on a machine without a GPU; d2l env tells why
                one is not seen.
        """),
        recorded=(
            "UserWarning: CUPTI tracing is not available, falling back to legacy CUDA profiling\n"
            '  warn("CUPTI tracing is not available, falling back to legacy CUDA profiling")',
            "UserWarning: CUDA is not available, disabling CUDA profiling",
        ),
        command="env",
    ),
    Entry(
        "Trying to infer the `batch_size` from an ambiguous collection. The batch size we found is "
        "{size:int}",
        "",
        "Lightning looks for the size of the batch to average what is logged, and the batch holds "
        "parts of several sizes. It took {size}.",
        "Write self.log(name, value, batch_size=x.size(0)). Only averages over an epoch depend on "
        "it, and not the training.",
        None,
        recorded=(
            "UserWarning: Trying to infer the `batch_size` from an ambiguous collection. The batch "
            "size we found is 4. To avoid any miscalculations, use `self.log(..., "
            "batch_size=batch_size)`.",
        ),
    ),
    Entry(
        "torch.utils._pytree._register_pytree_node{:`|} is deprecated",
        "",
        "A library, transformers as a rule, was written for an older PyTorch and calls an inner "
        "function of it. The result is as before.",
        "It does no harm: python -m pip install -U transformers has it quiet.",
        None,
        recorded=(
            "UserWarning: torch.utils._pytree._register_pytree_node is deprecated. Please use "
            "torch.utils._pytree.register_pytree_node instead.",
        ),
    ),
    Entry(
        "The default behavior for interpolate/upsample with float scale_factor",
        "",
        "With a scale_factor that is no whole number older releases computed the scale anew from "
        "the sizes, and newer ones take the number itself: results may differ a little.",
        "Give size= in place of scale_factor, or recompute_scale_factor=True for a model that was "
        "trained with PyTorch before 1.6.",
        None,
        recorded=(
            "UserWarning: The default behavior for interpolate/upsample with float scale_factor "
            "changed in 1.6.0 to align with other frameworks/libraries",
        ),
    ),
    Entry(
        "'torch.load' received a zip file that looks like a TorchScript archive",
        "",
        "The file is one of TorchScript, written by torch.jit.save, and torch.load hands it on.",
        "Write torch.jit.load(path).",
        None,
        recorded=(
            "UserWarning: 'torch.load' received a zip file that looks like a TorchScript archive "
            "dispatching to 'torch.jit.load' (call 'torch.jit.load' directly to silence this "
            "warning)",
        ),
    ),
    Entry(
        (
            "Some weights of {model:name} were not initialized from the model checkpoint at "
            "{path:path} and are newly initialized: {keys:text}",
            "Some weights of {model:name} were not initialized from the model checkpoint",
        ),
        "",
        "The file has no numbers for some layers of {model}, which begin at random: the last layer "
        "of a new task, as a rule.",
        "Train the model before you use it; that is what fine-tuning is. If names of the middle "
        "are listed, the file is of another kind of model.",
        None,
        recorded=(
            "Some weights of BertForSequenceClassification were not initialized from the model "
            "checkpoint at bert-base-uncased and are newly initialized: ['classifier.bias', "
            "'classifier.weight']",
        ),
    ),
    Entry(
        "Some weights of the model checkpoint at {path:path} were not used when initializing "
        "{model:name}",
        "",
        "The file holds layers that {model} does not have: the last ones of another task, as a "
        "rule. They are passed over.",
        "It does no harm where the model is to be trained for a new task. Else take the class that "
        "the file was made with.",
        None,
        recorded=(
            "Some weights of the model checkpoint at bert-base-uncased were not used when "
            "initializing BertModel: ['cls.predictions.bias']",
        ),
    ),
    Entry(
        "Attempting to run cuBLAS, but there was no current CUDA context",
        "",
        "The first product of matrices on the GPU came from a thread that had not used it yet. "
        "PyTorch does the rest itself.",
        "It does no harm. torch.zeros(1).cuda() before the loop makes it quiet.",
        None,
        recorded=(
            "UserWarning: Attempting to run cuBLAS, but there was no current CUDA context! "
            "Attempting to set the primary context...",
        ),
    ),
    Entry(
        (
            "The default value of the antialias parameter of all the resizing transforms",
            "Argument interpolation should be of type InterpolationMode instead of int",
            "Argument 'interpolation' of type int is deprecated",
        ),
        "env",
        "torchvision resizes pictures, and was not told in the way of newer releases how to "
        "smooth them.",
        "Write transforms.Resize(224, antialias=True), and "
        "interpolation=transforms.InterpolationMode.BILINEAR for a number such as 2.",
        None,
        recorded=(
            "UserWarning: The default value of the antialias parameter of all the resizing "
            "transforms (Resize(), RandomResizedCrop(), etc.) will change from None to True in "
            "v0.17",
            "UserWarning: Argument interpolation should be of type InterpolationMode instead of "
            "int. Please, use InterpolationMode enum.",
        ),
    ),
    Entry(
        "{old:train_data|test_data|train_labels|test_labels} has been renamed {new:data|targets}",
        "",
        "A data set of torchvision has another name for {old} now. The result is as before.",
        "Write dataset.{new}.",
        None,
        recorded=("UserWarning: train_data has been renamed data",),
    ),
    Entry(
        "The operator '{name:quoted}' is not currently supported on the MPS backend and will fall "
        "back to run on the CPU",
        "env",
        "Apple's GPU does not do {name}, so the CPU does it, which takes longer. The result is "
        "right.",
        "It does no harm. A newer PyTorch may have it for the GPU.",
        None,
        recorded=(
            "UserWarning: The operator 'aten::bitwise_and.Tensor_out' is not currently supported "
            "on the MPS backend and will fall back to run on the CPU. This may have performance "
            "implications.",
        ),
    ),
    Entry(
        "Could not initialize NNPACK! Reason: {why:text}",
        "",
        "One way of computing convolutions on the CPU is not for this processor, and PyTorch takes "
        "another. The result is right.",
        "It does no harm. torch.backends.nnpack.set_flags(False) keeps newer releases quiet.",
        None,
        recorded=("[W NNPACK.cpp:64] Could not initialize NNPACK! Reason: Unsupported hardware.",),
    ),
    Entry(
        "expandable_segments not supported on this platform",
        "",
        "PYTORCH_CUDA_ALLOC_CONF asks for a way of keeping memory that only Linux has. It is "
        "passed over.",
        "It does no harm. Leave expandable_segments:True out of the setting on Windows.",
        None,
        recorded=("UserWarning: expandable_segments not supported on this platform",),
    ),
    Entry(
        "The pynvml package is deprecated",
        "env",
        "PyTorch reads what a GPU does through a package that has another name now. The result is "
        "as before.",
        "Write python -m pip uninstall pynvml, and python -m pip install nvidia-ml-py.",
        None,
        recorded=(
            "FutureWarning: The pynvml package is deprecated. Please install nvidia-ml-py instead.",
        ),
    ),
    Entry(
        "torch.set_default_tensor_type() is deprecated",
        "tensor dtypes",
        "The default type and the default device are set by a function each now. It works as "
        "before.",
        'Write torch.set_default_dtype(torch.float32) and torch.set_default_device("cuda"). If '
        "another library calls it, a newer release of that does without.",
        "torch.set_default_tensor_type(torch.FloatTensor)",
        since=(2, 4),
        recorded=(
            "UserWarning: torch.set_default_tensor_type() is deprecated as of PyTorch 2.1, please "
            "use torch.set_default_dtype() and torch.set_default_device() as alternatives.",
        ),
    ),
    Entry(
        "Converting a tensor with requires_grad=True to a scalar may lead to unexpected behavior",
        "autograd detach",
        "A tensor that records gradients was turned into a plain number, by float(x) or a function "
        "of Python or NumPy: no gradient passes through that number.",
        "It does no harm where the number is only printed or added up: write x.item() or "
        "x.detach() there. In the loss itself take torch's own functions, such as torch.sqrt for "
        "math.sqrt.",
        None,
        recorded=(
            "UserWarning: Converting a tensor with requires_grad=True to a scalar may lead to "
            "unexpected behavior. Consider using tensor.detach() first.",
        ),
    ),
    Entry(
        "Lazy modules are a new feature under heavy development",
        "",
        "A layer such as nn.LazyLinear learns its sizes from the first input, and PyTorch says "
        "that this may change. The result is right.",
        "It does no harm. Run the model once on a batch before the optimizer is made and before "
        "weights are filled.",
        None,
        recorded=(
            "UserWarning: Lazy modules are a new feature under heavy development so changes to the "
            "API or functionality can happen at any moment.",
        ),
    ),
    Entry(
        "Named tensors and all their associated APIs are an experimental feature",
        "",
        "Axes with names may change in later releases. PyTorch 1.9 says so of its own layers, "
        "max_pool2d for one, without any names in the program. The result is right.",
        "It does no harm, and a newer PyTorch does not say it of its own layers.",
        None,
        recorded=(
            "UserWarning: Named tensors and all their associated APIs are an experimental feature "
            "and subject to change. (Triggered internally at c10/core/TensorImpl.h:1156.)",
        ),
    ),
    Entry(
        "Full backward hook is firing when gradients are computed with respect to module outputs "
        "since no inputs require gradients",
        "",
        "A hook looks at the gradients of a layer whose input needs none, as the first layer of a "
        "model: for that input it gets None. The gradients of the weights are right.",
        "It does no harm. If the hook needs the gradient of the input, write "
        "x.requires_grad_() before the model runs.",
        "m = torch.nn.Linear(2, 2)\nm.register_full_backward_hook(lambda *a: None)\n"
        "m(torch.ones(1, 2)).sum().backward()",
        since=(2, 13),
    ),
    Entry(
        "Using padding='same' with even kernel lengths and odd dilation may require a zero-padded "
        "copy of the input be created",
        "tensor shape",
        'padding="same" puts as many zeros on both sides, and for a kernel of even size one side '
        "needs one more: the input is copied for that. The result is right.",
        "It does no harm. A kernel of odd size, 3 or 5, does without the copy.",
        "import torch.nn as nn\nnn.Conv1d(1, 1, 2, padding='same')(torch.ones(1, 1, 4))",
    ),
    Entry(
        "The reduce argument of torch.scatter with Tensor src is deprecated",
        "tensor index",
        "scatter adds or multiplies under another name now. The result is as before.",
        'Write x.scatter_add(dim, index, src), or x.scatter_reduce(dim, index, src, "prod").',
        "torch.ones(2).scatter(0, torch.tensor([0]), torch.ones(1), reduce='add')",
    ),
    Entry(
        "You are using a CUDA device ('{name:quoted}') that has Tensor Cores. To properly utilize "
        "them, you should set `torch.set_float32_matmul_precision(",
        "",
        "This GPU multiplies matrices faster when it may round floats of 32 bits a little more. "
        "The result is right as it is.",
        'Write torch.set_float32_matmul_precision("high") at the start for more speed, or leave '
        "it.",
        None,
        recorded=(
            "You are using a CUDA device ('NVIDIA GeForce RTX 3090') that has Tensor Cores. To "
            "properly utilize them, you should set `torch.set_float32_matmul_precision('medium' | "
            "'high')` which will trade-off precision for performance.",
        ),
    ),
    Entry(
        "Not enough SMs to use max_autotune_gemm mode",
        "",
        "torch.compile tries several ways to multiply matrices on large GPUs, and leaves that out "
        "on this one, which is smaller. The result is right.",
        "It does no harm.",
        None,
        recorded=(
            "W0101 10:00:00.000 torch/_inductor/utils.py:1137] [0/0] Not enough SMs to use "
            "max_autotune_gemm mode",
        ),
    ),
    Entry(
        "Length of IterableDataset {:text} was reported to be {said:int} (when accessing "
        "len(dataloader)), but {got:int} samples have been fetched",
        "",
        "An IterableDataset gave more samples than its __len__ says: {got} of {said}. With several "
        "workers each of them goes through all the data, unless it is told its part.",
        "Give each worker its part, by torch.utils.data.get_worker_info() in __iter__; write "
        "num_workers=0; or let __len__ say the true number.",
        None,
        recorded=(
            "UserWarning: Length of IterableDataset <__main__.D object at 0x7f> was reported to be "
            "3 (when accessing len(dataloader)), but 4 samples have been fetched. For "
            "multiprocessing data-loading, this could be caused by not properly configuring the "
            "IterableDataset replica at each worker.",
        ),
    ),
    Entry(
        "The torch.cuda.*DtypeTensor constructors are no longer recommended",
        "tensor dtypes",
        "torch.cuda.FloatTensor and its like are an old way to make tensors. The result is as "
        "before.",
        'Write torch.tensor(data, dtype=torch.float32, device="cuda"), or torch.empty(2, 3, '
        'device="cuda") for a shape.',
        None,
        recorded=(
            "UserWarning: The torch.cuda.*DtypeTensor constructors are no longer recommended. It's "
            "best to use methods such as torch.tensor(data, dtype=*, device='cuda') to create "
            "tensors.",
        ),
    ),
    Entry(
        "Clipping input data to the valid range for imshow with RGB data",
        "tensor numpy",
        "plt.imshow shows floats from 0 to 1, and these go beyond: of a tensor that Normalize "
        "changed, as a rule, or of one with values from 0 to 255. The picture has wrong colours.",
        "Undo Normalize for the picture: x * std + mean, with both as torch.tensor([…]).view(3, 1, "
        "1). Values from 0 to 255 are shown as whole numbers: x.byte().",
        None,
        recorded=(
            'File "a.py", line 9, in f\n    plt.imshow(x.cpu().permute(1, 2, 0))\n'
            "UserWarning: Clipping input data to the valid range for imshow with RGB data ([0..1] "
            "for floats or [0..255] for integers).",
        ),
        when=lambda found: "tensorflow" not in found.before,
    ),
    Entry(
        (
            "The kernel appears to have died. It will restart automatically",
            "The kernel for {:few} appears to have died. It will restart automatically",
            "The Kernel crashed while executing code in the {:the |}current cell or a previous "
            "cell",
        ),
        "env",
        "Python itself was ended, and Jupyter cannot say by what.",
        "Write the program into a file and run python a.py in a terminal: the last message there "
        "is one for d2l explain.",
        None,
        ways=(
            Way(
                "OMP: Error #15 there",
                "Install torch and NumPy from one place, pip or conda, in a fresh environment; "
                "KMP_DUPLICATE_LIB_OK=TRUE goes on at your own risk.",
            ),
            *ways("""
                import torch alone ends it: Install PyTorch in a fresh environment, by the line
                    of pytorch.org.
                memory grows until then: Take smaller batches, and fewer workers in the
                    DataLoader.
            """),
        ),
        recorded=(
            "The kernel appears to have died. It will restart automatically.",
            "The Kernel crashed while executing code in the the current cell or a previous cell. "
            "Please review the code in the cell(s) to identify a possible cause of the failure.",
        ),
    ),
    Entry(
        "The torchvision.transforms.{name:functional_tensor|functional_pil} module is deprecated "
        "in 0.15",
        "env",
        "A program imports torchvision.transforms.{name}, which torchvision 0.17 has no more. With "
        "this release it works as before.",
        "In the file that imports it write torchvision.transforms.functional in its place. In "
        "basicsr that is basicsr/data/degradations.py. Or stay below: pip install "
        '"torchvision<0.17".',
        None,
        recorded=(
            "UserWarning: The torchvision.transforms.functional_tensor module is deprecated in "
            "0.15 and will be **removed in 0.17**. Please don't rely on it.",
        ),
    ),
    Entry(
        "No loop matching the specified signature and casting was found for ufunc greater",
        "env",
        "add_histogram of this PyTorch calls NumPy in a way that NumPy has dropped with 1.24.",
        'Install PyTorch 2.0 or newer, or python -m pip install "numpy<1.24", and restart Python.',
        None,
        recorded=(
            'File "torch/utils/tensorboard/summary.py", line 386, in make_histogram\n    '
            "cum_counts = np.cumsum(np.greater(counts, 0, dtype=np.int32))\nTypeError: No loop "
            "matching the specified signature and casting was found for ufunc greater",
        ),
        when=lambda found: "make_histogram" in found.before[-600:],
        command="env",
    ),
    Entry(
        "torch.ao.quantization is deprecated and will be removed in {release:text}",
        "env",
        "The package torchao takes the place of torch.ao.quantization. With this release it works "
        "as before.",
        "Leave it, or see torchao's quantize_ for a new program: python -m pip install torchao.",
        None,
        recorded=(
            "DeprecationWarning: torch.ao.quantization is deprecated and will be removed in 2.10.",
        ),
    ),
    Entry(
        "The torchvision.datapoints and torchvision.transforms.v2 namespaces are still Beta",
        "env",
        "torchvision 0.15 tells that transforms.v2 may still change. It works.",
        "Write torchvision.disable_beta_transforms_warning() before the import that gives it, or "
        "install torchvision 0.17 or newer, where it is no longer said.",
        None,
        recorded=(
            "UserWarning: The torchvision.datapoints and torchvision.transforms.v2 namespaces are "
            "still Beta. While we do not expect disruptive breaking changes, some APIs may change.",
        ),
    ),
)
