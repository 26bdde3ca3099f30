"""Public messages made small: (text, topic, words of the explanation with | between them).

And texts that are none of PyTorch's, and get no answer.
"""

from __future__ import annotations

Row = tuple[str, str, str]
TORCH = "/usr/lib/python3.9/site-packages/torch"


def trace(line: str, error: str, inside: str = "") -> str:
    """A traceback that ends in a reader's line, or in one of torch's below it."""
    below = f'  File "{TORCH}/nn/functional.py", line 9, in f\n    {inside}\n' if inside else ""
    return (
        "Traceback (most recent call last):\n"
        f'  File "train.py", line 7, in <module>\n    {line}\n{below}{error}\n'
    )


# The issue's own cases.
CASES: list[Row] = [
    (
        "TypeError: relu(): argument 'input' (position 1) must be Tensor, not Linear",
        "tensor create",
        "its output|F.relu(layer(x))|nn.ReLU()",
    ),
    (
        trace(
            "loss = F.cross_entropy(out, y)",
            "RuntimeError: expected scalar type Long but found Int",
        ),
        "tensor dtypes",
        "labels|int64|y.long()",
    ),
    (
        "RuntimeError: mat1 and mat2 shapes cannot be multiplied (28x28 and 784x10)",
        "linalg products",
        "28 · 28 = 784|one sample was not flattened|nn.Flatten()|d2l linalg products 28,28 784,10",
    ),
    (
        "mat1 and mat2 shapes cannot be multiplied (1x2560 and 256x10)",
        "linalg products",
        "2560 = 10 · 256|batch axis",
    ),
    (
        "shape '[256]' is invalid for input of size 2560",
        "tensor reshape",
        "2560 = 10 · 256|batch axis",
    ),
    (
        "RuntimeError: result type Float can‘t be cast to the desired output type long int",
        "tensor dtypes",
        "long int|y = y + x",
    ),
    ("ModuleNotFoundError: No module named ‘torch’", "env", "python -m pip install torch"),
    (
        "AttributeError: 'Tensor' object has no attribute 'copy'",
        "tensor numpy",
        "x.clone()|x.detach().clone()",
    ),
    (
        "RuntimeError: The NVIDIA driver on your system is too old (found version 11040). Please "
        "update your GPU driver by downloading and installing a new version",
        "env",
        "CUDA 11.4|newer NVIDIA driver|at most 11.4|Compute on the CPU",
    ),
    (
        "A module that was compiled using NumPy 1.x cannot be run in\nNumPy 2.0.0 as it may crash."
        " To support both 1.x and 2.x\nversions of NumPy, modules must be compiled with NumPy 2.0."
        '\n\nTraceback (most recent call last):  File "a.py", line 1, in <module>\n    import torch'
        f"\n{TORCH}/nn/modules/transformer.py:20: UserWarning: Failed to initialize NumPy: "
        "_ARRAY_API not found (Triggered internally at ../torch/csrc/utils/tensor_numpy.cpp:84.)",
        "env",
        'pip install -U torch|"numpy<2"',
    ),
    (
        "RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-",
        "broadcast misfit",
        "do not broadcast|d2l broadcast 3 4",
    ),
    (
        "\x1b[1;31mRuntimeError\x1b[0m: expected scalar type \x1b[1mLong\x1b[0m but found Float",
        "tensor dtypes",
        "y.long()",
    ),
    (
        "RuntimeError: size mismatch, m1: [3 x 4], m2: [5 x 6] at /pytorch/THTensorMath.cpp:41",
        "linalg products",
        "4 and 5 equal",
    ),
    (
        "RuntimeError: Expected object of scalar type Float but got scalar type Long for argument "
        "#2 'mat2' in call to _th_mm",
        "linalg dtypes",
        "Float, and then met Long",
    ),
    (
        "ValueError: Expected parameter scale (Tensor of shape ()) of distribution Normal(loc: 0.0,"
        " scale: -1.0) to satisfy the constraint GreaterThan(lower_bound=0.0), but found invalid "
        "values:\n-1.0",
        "dice sample",
        "Normal takes for scale only numbers greater than 0|softplus",
    ),
    (
        "RuntimeError: output with shape [2] doesn't match the broadcast shape [3, 2]",
        "broadcast target",
        "y = y + x|d2l broadcast 2 3,2",
    ),
]

# Kind by kind, of forums and issue trackers.
PUBLIC: list[Row] = [
    # Titles of questions: words before and behind, quotes round it
    (
        'How do I get rid of "RuntimeError: Function CudnnConvolutionBackward returned an invalid '
        'gradient at index 1"',
        "autograd gradient",
        "",
    ),
    (
        "ValueError: Expected more than 1 value per channel when I train with small batches",
        "tensor shape",
        "",
    ),
    # How somebody quotes it: all of it indented, or in brackets
    (
        "    Traceback (most recent call last):\n"
        '      File "<stdin>", line 1, in <module>\n'
        "    ModuleNotFoundError: No module named 'torch'\n",
        "env",
        "does not have torch",
    ),
    (
        "from torch._C import * (ImportError: DLL load failed: The specified module could not be "
        "found.",
        "env",
        "Visual C++",
    ),
    # Shapes
    (
        trace(
            "J[:, i, :] = torch.randn([5, 2])",
            "RuntimeError: unsupported operation: more than one element of the written-to tensor "
            "refers to a single memory location. Please clone() the tensor before performing the "
            "operation.",
        ),
        "broadcast stretch",
        "stretched, by expand|x = x.clone()",
    ),
    (
        "unsupported operation: some elements of the input tensor and the written-to tensor refer "
        "to a single memory location. Please clone() the tensor before performing the operation.",
        "broadcast stretch",
        "in the same memory|mask[mask.clone()]",
    ),
    (
        trace("x[::-1]", "ValueError: step must be greater than zero"),
        "tensor index",
        "x.flip(0)",
    ),
    (
        trace(
            "data = TensorDataset(X, y)",
            "AssertionError: Size mismatch between tensors",
            "assert all(tensors[0].size(0) == tensor.size(0) for tensor in tensors), (",
        ),
        "tensor shape",
        "one label for each sample",
    ),
    (
        trace(
            "model = torch.load(path)",
            "_pickle.UnpicklingError: invalid load key, '<'.",
            "magic_number = pickle_module.load(f, **pickle_load_args)",
        ),
        "",
        "a web page|first bytes",
    ),
    (
        "RuntimeError: The size of tensor a (0) must match the size of tensor b (4) at "
        "non-singleton "
        "dimension 1",
        "broadcast misfit",
        "0 and 4|d2l broadcast 0 4",
    ),
    (
        "RuntimeError: invalid argument 0: Sizes of tensors must match except in dimension 1. "
        "Got 15 "
        "and 16 in dimension 2 at c:\\a\\THCTensorMath.cu:83",
        "tensor cat",
        "axis 1|15 and 16",
    ),
    (
        "RuntimeError: Sizes of tensors must match except in dimension 1. Expected size 20 but got "
        "size 19 for tensor number 1 in the list.",
        "tensor cat",
        "axis 1|20 and 19",
    ),
    (
        "RuntimeError: The expanded size of the tensor (64) must match the existing size (0) at "
        "non-singleton dimension 3.  Target sizes: [1, 3, 64, 64].  Tensor sizes: [3, 64, 0]",
        "broadcast target",
        "0 numbers for 64 places|d2l broadcast 1,3,64,64 3,64,0",
    ),
    (
        "RuntimeError: shape mismatch: value tensor of shape [52, 256, 16, 64] cannot be "
        "broadcast to "
        "indexing result of shape [52, 256, 16, 16]",
        "broadcast target",
        "[52, 256, 16, 16]",
    ),
    (
        "RuntimeError: output with shape [1, 28, 28] doesn't match the broadcast shape [3, 28, 28]",
        "broadcast target",
        "transforms.Normalize((0.5,), (0.5,))",
    ),
    (
        trace(
            "img = t(img)",
            "RuntimeError: The size of tensor a (4) must match the size of tensor b "
            "(3) at non-singleton dimension 0",
            "tensor.sub_(mean[:, None, None]).div_(std[:, None, None])",
        ),
        "broadcast misfit",
        '4 channels|convert("RGB")',
    ),
    (
        "RuntimeError: shape '[-1, 400]' is invalid for input of size 179776",
        "tensor reshape",
        "no multiple of 400|x.flatten(1)",
    ),
    # Types
    (
        trace(
            "loss = self.loss_fn(",
            "RuntimeError: expected scalar type Long but found Int",
            "return F.cross_entropy(input, target, weight=self.weight,",
        ),
        "tensor dtypes",
        "y.long()",
    ),
    (
        "RuntimeError: Expected object of scalar type Long but got scalar type Int for argument #2 "
        "'target' in call to _thnn_nll_loss_forward",
        "tensor dtypes",
        "labels|y.long()",
    ),
    (
        "RuntimeError: expected scalar type Half but found Float",
        "linalg dtypes",
        "half floats|autocast",
    ),
    (
        "RuntimeError: expected mat1 and mat2 to have the same dtype, but got: c10::Half != float",
        "linalg dtypes",
        "half floats|x.to(model.dtype)",
    ),
    ("RuntimeError: Found dtype Double but expected Float", "tensor dtypes", "y.to(out.dtype)"),
    (
        "RuntimeError: Input type (double) and bias type (float) should be the same",
        "tensor dtypes",
        "x.float()",
    ),
    (
        "RuntimeError: Input type (CUDAFloatType) and weight type (CUDAHalfType) should be the "
        "same\n"
        "The above operation failed in interpreter.",
        "tensor dtypes",
        "layer.weight.dtype|autocast",
    ),
    (
        "RuntimeError: \"slow_conv2d_cpu\" not implemented for 'Half'",
        "tensor dtypes",
        "Compute in float32, or on a GPU",
    ),
    # Indexing
    (
        trace(
            "im = torch.index_select(im, 0, i)",
            "RuntimeError: index out of range at /opt/conda/aten/src/TH/generic/THTensorMath.c:343",
        ),
        "tensor index",
        "i.max()",
    ),
    (
        trace(
            "y = emb(x)",
            "IndexError: index out of range in self",
            "return torch.embedding(weight, input, padding_idx)",
        ),
        "tensor index",
        "embedding.num_embeddings",
    ),
    (
        "RuntimeError: index 100 is out of bounds for dimension 0 with size 100",
        "tensor index",
        "0 to 99",
    ),
    (
        "/pytorch/aten/src/ATen/native/cuda/ScatterGatherKernel.cu:276: operator(): block: "
        "[0,0,0], "
        'thread: [0,0,0] Assertion `idx_dim >= 0 && idx_dim < index_size && "index out of bounds"` '
        "failed.",
        "tensor index",
        "On the CPU the message names the fault|gather",
    ),
    (
        "IndexError: The shape of the mask [96, 3] at index 1 does not match the shape of the "
        "indexed "
        "tensor [96, 85] at index 1",
        "tensor index",
        "[96, 85]|axis 1",
    ),
    # Conversion
    (
        trace(
            "qc = hq.data[0] * w_e",
            "TypeError: mul(): argument 'other' (position 1) must be Tensor, not numpy.ndarray",
        ),
        "derivative array",
        "torch.from_numpy(a)",
    ),
    (
        "TypeError: expected np.ndarray (got Tensor)",
        "memory conversions",
        "Leave torch.from_numpy out",
    ),
    (
        "RuntimeError: can't convert a given np.ndarray to a tensor - it has an invalid type. The "
        "only supported types are: double, float, int64, int32, and uint8.",
        "tensor create",
        "astype",
    ),
    (
        "TypeError: can't convert np.ndarray of type numpy.object_. The only supported types are: "
        "float64, float32",
        "tensor create",
        "object_|np.stack|pandas",
    ),
    (
        "TypeError: pic should be PIL Image or ndarray. Got <class 'torch.Tensor'>",
        "tensor create",
        "ToTensor()",
    ),
    ("TypeError: 'Tensor' object is not callable", "tensor index", "l = loss(out, y)"),
    (
        "TypeError: can't convert cuda:0 device type tensor to numpy. Use Tensor.cpu() to copy the "
        "tensor to host memory first.",
        "tensor numpy",
        "x.detach().cpu().numpy()",
    ),
    # Autograd, and in place
    (
        "RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn",
        "autograd gradient",
        "requires_grad=True",
    ),
    (
        "RuntimeError: Mismatch in shape: grad_output[0] has a shape of torch.Size([1]) and "
        "output[0] "
        "has a shape of torch.Size([]).",
        "autograd nonscalar",
        "torch.ones_like(y)",
    ),
    (
        "RuntimeError: invalid gradient at index 0 - expected shape [] but got [1]",
        "autograd gradient",
        "torch.ones_like(y)",
    ),
    (
        "RuntimeError: You must implement the backward function for custom autograd.Function.",
        "autograd function",
        "@staticmethod",
    ),
    (
        "RuntimeError: cudnn RNN backward can only be called in training mode",
        "autograd gradient",
        "model.train()",
    ),
    (
        "RuntimeError: Can't detach views in-place. Use detach() instead",
        "autograd detach",
        "h = h.detach()",
    ),
    (
        "AttributeError: 'float' object has no attribute 'backward'",
        "autograd gradient",
        "loss.item()",
    ),
    (
        "RuntimeError: one of the variables needed for gradient computation has been modified "
        "by an "
        "inplace operation: [torch.cuda.FloatTensor [48, 32]], which is output 0 of "
        "ReluBackward0, is "
        "at version 1; expected version 0 instead. Hint: the backtrace further above shows the "
        "operation that failed to compute its gradient.",
        "autograd inplace",
        "ReluBackward0|inplace=True",
    ),
    (
        "RuntimeError: one of the variables needed for gradient computation has been modified "
        "by an "
        "inplace operation: [torch.cuda.FloatTensor [1024, 1]], which is output 0 of "
        "TBackward, is at "
        "version 6; expected version 5 instead. Hint: enable anomaly detection",
        "autograd inplace",
        "optimizer's step|GAN",
    ),
    (
        "RuntimeError: one of the variables needed for gradient computation has been modified "
        "by an "
        "inplace operation: [torch.cuda.FloatTensor [128, 4, 2304]], which is output 0 of "
        "AddBackward0, i\ns at version 2; expected version 1 instead.",
        "autograd inplace",
        "y = y + a",
    ),
    (
        "RuntimeError: a leaf Variable that requires grad has been used in an in-place operation.",
        "autograd inplace",
        "no_grad",
    ),
    (
        "RuntimeError: Output 0 of UnbindBackward is a view and is being modified inplace. "
        "This view "
        "is the output of a function that returns multiple views.",
        "autograd inplace",
        "a = a + 1",
    ),
    # Linear algebra
    (
        "RuntimeError: svd_cuda: the updating process of SBDSDC did not converge (error: 2)",
        "linalg singular",
        "torch.isfinite(A)",
    ),
    (
        "RuntimeError: svd_cuda: For batch 0: U(65,65) is zero, singular U.",
        "linalg singular",
        "nan or infinite",
    ),
    (
        "torch._C._LinAlgError: linalg.svd: The algorithm failed to converge because the input "
        "matrix "
        "is ill-conditioned or has too many repeated singular values (error code: "
        "1).\n\n2026-06-19 "
        "[INFO] done",
        "linalg singular",
        "float64",
    ),
    (
        "RuntimeError: inverse_cuda: U(3,3) is zero, singular U.",
        "linalg singular",
        "no inverse|pinv",
    ),
    ("RuntimeError: cholesky_cuda: U(2,2) is zero, singular U.", "linalg singular", "B @ B.mT"),
    (
        "RuntimeError: einsum(): operands do not broadcast with remapped shapes "
        "[original->remapped]: "
        "[3, 4]->[3, 4, 1] [5, 6]->[1, 5, 6]",
        "linalg einsum",
        "one size",
    ),
    # Distributions
    (
        "ValueError: Expected parameter probs (Tensor of shape (64, 1600)) of distribution "
        "MaskableCategorical(probs: torch.Size([64, 1600]), logits: torch.Size([64, 1600])) to "
        "satisfy"
        " the constraint Simplex(), but found invalid values: ",
        "dice sample",
        "none negative, and together 1",
    ),
    (
        "ValueError: Expected parameter loc (Parameter of shape (1,)) of distribution Normal(loc: "
        "Parameter containing:\ntensor([nan], device='cuda:0', requires_grad=True), scale: "
        "tensor([nan])) to satisfy the constraint Real(), but found invalid values:\nParameter "
        "containing:\ntensor([nan], device='cuda:0', requires_grad=True)\nTrace Shapes:",
        "dice sample",
        "There is nan|learning rate",
    ),
    ("ValueError: The parameter probs has invalid values", "dice sample", "probs"),
    (
        "RuntimeError: probability tensor contains either `inf`, `nan` or element < 0",
        "dice multinomial",
        "not finite",
    ),
    (
        "ValueError: Expected parameter covariance_matrix (Tensor of shape (2, 2)) of distribution "
        "MultivariateNormal(loc: torch.Size([2]), covariance_matrix: torch.Size([2, 2])) to "
        "satisfy "
        "the constraint PositiveDefinite(), but found invalid values:\ntensor([[1., 2.]])",
        "dice sample",
        "eigenvalues are all above 0|A @ A.mT",
    ),
    # Losses and layers
    (
        "ValueError: Using a target size (torch.Size([64])) that is different to the input size "
        "(torch.Size([64, 1])) is deprecated. Please ensure they have the same size.",
        "broadcast grow",
        "squeeze(1)|d2l broadcast 64,1 64",
    ),
    (
        "ValueError: Target size (torch.Size([2, 52, 12])) must be the same as input size "
        "(torch.Size([2, 52, 10]))",
        "broadcast grow",
        "number of classes",
    ),
    (
        "RuntimeError: Given groups=1, weight[64, 3, 3, 3], so expected input[1, 4, 224, 224] "
        "to have "
        "3 channels, but got 4 channels instead",
        "tensor shape",
        'convert("RGB")',
    ),
    (
        "RuntimeError: Expected hidden[0] size (2, 1, 512), got [2, 128, 512] - Seq2Seq",
        "tensor shape",
        "[2, 128, 512]|drop_last",
    ),
    (
        "RuntimeError: The shape of the 2D attn_mask is torch.Size([77, 77]), but should be (128, "
        "128).",
        "tensor shape",
        "batch_first=True",
    ),
    (
        "AttributeError: 'DataParallel' object has no attribute 'encoder'",
        "",
        "model.module.encoder",
    ),
    (
        trace("print(a.foo)", "AttributeError: 'A' object has no attribute 'foo'").replace(
            "AttributeError",
            f'  File "{TORCH}/nn/modules/module.py", line 1729, in __getattr__\n'
            "    raise AttributeError(f\"'{x}' object has no attribute '{y}'\")\nAttributeError",
            1,
        ),
        "",
        "self.foo",
    ),
    (
        trace(
            "output = model(left, right)",
            "TypeError: forward() takes 2 positional arguments but 3 were given",
            "result = self.forward(*input, **kwargs)",
        ),
        "",
        "takes 2 and got 3",
    ),
    (
        "ValueError: Expected more than 1 value per channel when training, got input size "
        "torch.Size([1, 512, 1, 1])",
        "tensor shape",
        "drop_last=True|model.eval()",
    ),
    (
        "ValueError: Expected input batch_size (64) to match target batch_size (16).",
        "tensor reshape",
        "64 = 4 · 16",
    ),
    # Data
    (
        "RuntimeError: DataLoader worker (pid(s) 10116, 14052) exited unexpectedly",
        "env",
        "num_workers=0",
    ),
    (
        "RuntimeError: DataLoader worker (pid 4024) is killed by signal: Killed.",
        "env",
        "--shm-size",
    ),
    (
        "    _error_if_any_worker_fails()\nRuntimeError: DataLoader worker (pid 80064) exited "
        "unexpectedly with exit code 1. Details are lost due to multiprocessing.",
        "env",
        "num_workers=0",
    ),
    (
        "RuntimeError: Caught RuntimeError in DataLoader worker process 0.\nOriginal Traceback "
        "(most "
        f'recent call last):\n  File "{TORCH}/utils/data/_utils/collate.py", line 55, in f\n    '
        "return torch.stack(batch, 0, out=out)\nRuntimeError: stack expects each tensor to be "
        "equal "
        "size, but got [3, 32, 32] at entry 0 and [1, 32, 32] at entry 1",
        "tensor cat",
        "Number 0|collate_fn",
    ),
    (
        "ValueError: num_samples should be a positive integer value, but got num_samples=0",
        "tensor shape",
        "len(dataset)",
    ),
    # Saving
    (
        "RuntimeError: Error(s) in loading state_dict for Model:\n\tsize mismatch for "
        "Prediction.weight: copying a param with shape torch.Size([182, 256]) from checkpoint, the "
        "shape in current model is torch.Size([361, 256]).",
        "tensor shape",
        "Prediction.weight|[182, 256]|[361, 256]",
    ),
    (
        "RuntimeError: Error(s) in loading state_dict for Net:\n        Missing key(s) in "
        "state_dict: "
        '"conv1.weight", "fc.bias". \n        Unexpected key(s) in state_dict: '
        '"module.conv1.weight", '
        '"module.fc.bias". ',
        "tensor shape",
        "DataParallel|removeprefix",
    ),
    (
        "RuntimeError: Error(s) in loading state_dict for SCT:\n        Unexpected key(s) in "
        'state_dict: "cnet.4.weight".\n        size mismatch for cnet.0.weight: copying a '
        "param with "
        "shape torch.Size([256, 512, 1, 1]) from checkpoint, the shape in current model is "
        "torch.Size([128, 256, 1, 1]).",
        "tensor shape",
        "cnet.0.weight|[128, 256, 1, 1]",
    ),
    (
        "RuntimeError: storage has wrong size: expected -3678369713323989701 got 256",
        "",
        "not whole",
    ),
    (
        "RuntimeError: Attempting to deserialize object on a CUDA device but "
        "torch.cuda.is_available() is False. If you are running on a CPU-only machine, please use "
        "torch.load with map_location",
        "env",
        'map_location="cpu"',
    ),
    # CUDA
    (
        "RuntimeError: cuda runtime error (30) : unknown error at /opt/conda/THCGeneral.c:66",
        "env",
        "Restart the machine",
    ),
    (
        "RuntimeError: cublas runtime error : the GPU program failed to execute at "
        "/opt/THCBlas.cu:2",
        "env",
        "another release of PyTorch, often for a newer CUDA",
    ),
    (
        "RuntimeError: Tensor for 'out' is on CPU, Tensor for argument #1 'self' is on CPU, but "
        "expected them to be on GPU (while checking arguments for addmm)",
        "env",
        "comes into the layer lies on the GPU|model.to(device)",
    ),
    (
        "indices should be either on cpu or on the same device as the indexed tensor (cpu)",
        "env",
        "x.device",
    ),
    (
        "`NotImplementedError: The operator 'aten::__rshift__.Tensor' is not currently implemented "
        "for the MPS device. If you want this op to be added",
        "env",
        "PYTORCH_ENABLE_MPS_FALLBACK",
    ),
    (
        "RuntimeError: CUDA error: device-side assert triggered\nCompile with "
        "`TORCH_USE_CUDA_DSA` to "
        "enable device-side assertions.",
        "tensor index",
        "CUDA_LAUNCH_BLOCKING=1",
    ),
    # Installing
    (
        f'  File "{TORCH}/__init__.py", line 76, in <module>\n    from torch._C import *\n'
        "ImportError: DLL load failed: The specified module could not be found.",
        "env",
        "vc_redist",
    ),
    (
        "OSError: [WinError 182] Operating system can't execute %1. Error loading "
        '"I:\\AnaCONDA\\lib\\site-packages\\torch\\lib\\shm.dll" or one of its dependencies.',
        "env",
        "shm",
    ),
    (
        "OSError: [WinError 126] 找不到指定的模块。 Error loading "
        '"D:\\Anaconda3\\lib\\site-packages\\torch\\lib\\fbgemm.dll" or one of its dependencies.',
        "env",
        "fbgemm",
    ),
    (
        "ERROR: Could not find a version that satisfies the requirement torch==1.12.0 (from "
        "versions: "
        "1.13.0, 2.0.0)\nERROR: No matching distribution found for torch==1.12.0",
        "env",
        "The oldest torch that pip finds",
    ),
    (
        f"ImportError: {TORCH}/lib/libATen.so.1: undefined symbol: THNN_updateOutput",
        "env",
        "built for another release",
    ),
    (
        "AttributeError: partially initialized module 'torch' has no attribute 'Tensor' (most "
        "likely "
        "due to a circular import)",
        "env",
        "torch.py",
    ),
    (
        "AttributeError: module 'torch.jit' has no attribute 'is_tracing'",
        "env",
        "torch.jit there is nothing called is_tracing",
    ),
]

# Texts of Python, NumPy, TensorFlow, JAX and others, prose, and other languages.
FOREIGN = [
    # What NumPy says begins as what PyTorch says
    "IndexError: index 2047 is out of bounds for axis 0 with size 1638 when I train my net",
    # Said by others too, where no line or frame of PyTorch's is beside it
    "ValueError: step must be greater than zero",
    "step must be greater than zero",
    trace("chunk(data, step=0)", "ValueError: step must be greater than zero"),
    "AssertionError: Size mismatch between tensors",
    "Size mismatch between tensors",
    'Traceback (most recent call last):\n  File "a.py", line 2, in <module>\n    compare(a, b)\n'
    "AssertionError: Size mismatch between tensors",
    "_pickle.UnpicklingError: invalid load key, 'v'.",
    "invalid load key, 'v'.",
    'Traceback (most recent call last):\n  File "a.py", line 2, in <module>\n'
    "    data = pickle.load(file)\n_pickle.UnpicklingError: invalid load key, '<'.",
    # Python
    "ZeroDivisionError: division by zero",
    "IndexError: list index out of range",
    "KeyError: 'label'",
    "NameError: name 'x' is not defined",
    "TypeError: 'int' object is not callable",
    "TypeError: 'NoneType' object is not iterable",
    "TypeError: 'int' object is not iterable",
    "TypeError: unsupported operand type(s) for +: 'int' and 'str'",
    'TypeError: can only concatenate str (not "int") to str',
    "AttributeError: 'NoneType' object has no attribute 'group'",
    "AttributeError: 'list' object has no attribute 'shape'",
    "AttributeError: 'dict' object has no attribute 'append'",
    "ValueError: too many values to unpack (expected 2)",
    "ValueError: not enough values to unpack (expected 3, got 2)",
    "ValueError: invalid literal for int() with base 10: 'a'",
    "FileNotFoundError: [Errno 2] No such file or directory: 'data.csv'",
    "ModuleNotFoundError: No module named 'pandas'",
    "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe9 in position 3: invalid continuation",
    "RecursionError: maximum recursion depth exceeded",
    "MemoryError",
    "KeyboardInterrupt",
    "AssertionError",
    "SyntaxError: invalid syntax",
    "IndentationError: unexpected indent",
    "StopIteration",
    "BrokenPipeError: [Errno 32] Broken pipe",
    "EOFError: Ran out of input",
    "AttributeError: Can't pickle local object 'main.<locals>.<lambda>'",
    "_pickle.PicklingError: Can't pickle <function <lambda> at 0x7f>: attribute lookup failed",
    "OSError: [WinError 126] The specified module could not be found",
    # NumPy and pandas
    "ValueError: operands could not be broadcast together with shapes (3,) (4,) ",
    "IndexError: index 5 is out of bounds for axis 0 with size 3",
    "IndexError: too many indices for array: array is 1-dimensional, but 2 were indexed",
    "ValueError: cannot reshape array of size 6 into shape (4,2)",
    "ValueError: matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc "
    "signature (n?,k),(k,m?)->(n?,m?) (size 4 is different from 3)",
    "ValueError: shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)",
    "numpy.linalg.LinAlgError: Singular matrix",
    "numpy.linalg.LinAlgError: SVD did not converge",
    "ValueError: The truth value of an array with more than one element is ambiguous. Use a.any() "
    "or a.all()",
    "TypeError: only size-1 arrays can be converted to Python scalars",
    "TypeError: only integer scalar arrays can be converted to a scalar index",
    "numpy.core._exceptions._UFuncTypeError: Cannot cast ufunc 'add' output from "
    "dtype('float64') to dtype('int64') with casting rule 'same_kind'",
    "ValueError: setting an array element with a sequence. The requested array has an "
    "inhomogeneous shape after 1 dimensions.",
    "ValueError: all the input array dimensions except for the concatenation axis must match "
    "exactly, but along dimension 1, the array at index 0 has size 3",
    "AttributeError: 'numpy.ndarray' object has no attribute 'append'",
    "KeyError: \"['a'] not in index\"",
    # TensorFlow, JAX, others
    "ValueError: Shapes (None, 1) and (None, 10) are incompatible",
    "tensorflow.python.framework.errors_impl.InvalidArgumentError: Matrix size-incompatible: "
    "In[0]: [2,3], In[1]: [2,3] [Op:MatMul]",
    "AttributeError: 'Tensor' object has no attribute 'numpy'",
    "AttributeError: 'Tensor' object has no attribute '_keras_history'",
    "AttributeError: 'tensorflow.python.framework.ops.EagerTensor' object has no attribute 'copy'",
    "ValueError: Failed to convert a NumPy array to a Tensor (Unsupported object type float).",
    "NotImplementedError: Cannot convert a symbolic Tensor (lstm/strided_slice:0) to a numpy "
    "array. This error may indicate that you're trying to pass a Tensor to a NumPy call",
    'ValueError: Input 0 of layer "dense" is incompatible with the layer: expected axis -1 of '
    "input shape to have value 784, but received input with shape (None, 28, 28)",
    "jax.errors.TracerArrayConversionError: The numpy.ndarray conversion method __array__() was "
    "called on traced array with shape float32[3].",
    "TypeError: add got incompatible shapes for broadcasting: (3,), (4,).",
    "jaxlib.xla_extension.XlaRuntimeError: RESOURCE_EXHAUSTED: Out of memory allocating 4 bytes.",
    "cupy.cuda.memory.OutOfMemoryError: Out of memory allocating 1,024 bytes",
    'File "/site-packages/tensorflow/python/ops.py", line 3, in f\n    x.copy()\nAttributeError: '
    "'Tensor' object has no attribute 'copy'",
    "ValueError: Found input variables with inconsistent numbers of samples: [3, 4]",
    "ValueError: could not convert string to float: 'a'",
    "sklearn.exceptions.NotFittedError: This LinearRegression instance is not fitted yet.",
    "OSError: cannot identify image file 'a.png'",
    "TypeError: Cannot handle this data type: (1, 1, 3), <f4",
    "numba.cuda.cudadrv.error.CudaSupportError: Error at driver init: Call to cuInit results "
    "in CUDA_ERROR_NO_DEVICE",
    "cupy_backends.cuda.api.runtime.CUDARuntimeError: cudaErrorNoDevice: no CUDA-capable "
    "device is detected",
    "ImportError: DLL load failed while importing _arpack: The specified procedure could not "
    "be found.",
    "ImportError: libGL.so.1: cannot open shared object file: No such file or directory",
    "ImportError: /lib/x86_64-linux-gnu/libm.so.6: version `GLIBC_2.29' not found",
    "ModuleNotFoundError: No module named 'tensorflow'",
    "ModuleNotFoundError: No module named 'transformers'",
    "ERROR: Could not find a version that satisfies the requirement foo (from versions: none)",
    "ERROR: No matching distribution found for foo",
    "error: subprocess-exited-with-error",
    "AttributeError: module 'numpy' has no attribute 'float'",
    "AttributeError: module 'tensorflow' has no attribute 'Session'",
    "AttributeError: module 'keras.backend' has no attribute 'get_session'",
    "AttributeError: 'str' object has no attribute 'decode'",
    "AttributeError: 'Series' object has no attribute 'append'",
    "AttributeError: 'Foo' object has no attribute 'bar'",
    "TypeError: foo() takes 2 positional arguments but 3 were given",
    "TypeError: __init__() missing 1 required positional argument: 'x'",
    "TypeError: 'float' object is not subscriptable",
    "TypeError: 'method' object is not subscriptable",
    "TypeError: 'module' object is not callable",
    "ValueError: Dimensions must be equal, but are 3 and 4 for '{{node add}} = AddV2",
    "ValueError: Cannot reshape a tensor with 6 elements to shape [4,2] (8 elements)",
    "InvalidArgumentError: Incompatible shapes: [3] vs. [4] [Op:AddV2]",
    "ResourceExhaustedError: OOM when allocating tensor with shape[64,3,224,224]",
    "RuntimeError: dictionary changed size during iteration",
    "RuntimeError: maximum recursion depth exceeded",
    "RuntimeError: cannot schedule new futures after shutdown",
    "RuntimeError: This event loop is already running",
    "UserWarning: FixedFormatter should only be used together with FixedLocator",
    "FutureWarning: elementwise comparison failed",
    "RuntimeWarning: divide by zero encountered in log",
    "RuntimeWarning: invalid value encountered in sqrt",
    "LinAlgError: Matrix is not positive definite",
    "ValueError: array must not contain infs or NaNs",
    "np.linalg.LinAlgError: Last 2 dimensions of the array must be square",
    "OSError: [Errno 28] No space left on device",
    "OSError: [WinError 193] %1 is not a valid Win32 application",
    "PermissionError: [Errno 13] Permission denied: 'a'",
    "ConnectionResetError: [Errno 104] Connection reset by peer",
    "json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
    "_pickle.UnpicklingError: pickle data was truncated",
    "AttributeError: Can't get attribute 'Foo' on <module '__main__' (built-in)>",
    "ValueError: numpy.ndarray size changed, may indicate binary incompatibility",
    "ValueError: Invalid device id",
    "TypeError: not a sequence",
    "ValueError: batch_size must be positive",
    "IndexError: index 3 is out of bounds for axis 1 with size 3",
    "IndexError: pop from empty list",
    "IndexError: tuple index out of range",
    "NotImplementedError: abstract",
    "OverflowError: Python int too large to convert to C long",
    "the derivative of a product is not implemented yet",
    "output with shape and colour",
    "CUDA is a platform of NVIDIA",
    "no kernel",
    "Mixed precision training: what is the loss scale?",
    "TypeError: Failed to convert elements of SparseTensor to Tensor",
    "AttributeError: 'Tensor' object has no attribute 'lower'",
    "jax.errors.ConcretizationTypeError: Abstract tracer value encountered where concrete "
    "value is expected",
    "TypeError: dot_general requires contracting dimensions to have the same shape, got (3,) "
    "and (4,).",
    "mxnet.base.MXNetError: Shape inconsistent, Provided = [3], inferred shape=[4]",
    "TypeError: matmul(): argument error of my own",
    "TypeError: sum() missing argument",
    # Prose, other languages, other programs
    "How do I multiply two matrices in PyTorch, and what does the shape of the result say?",
    "The size of a tensor is how many numbers it has along each axis.",
    "The gradient of a scalar with respect to a vector is a vector of the same shape.",
    "I want to reshape my tensor but the loss does not go down, why?",
    "in-place operations save memory, but they may break what is recorded for the gradient",
    "error[E0308]: mismatched types: expected `usize`, found `i32`",
    "TypeError: Cannot read properties of undefined (reading 'shape')",
    'Exception in thread "main" java.lang.ArrayIndexOutOfBoundsException: Index 5 out of bounds '
    "for length 3",
    "Error in A %*% B : non-conformable arguments",
    "Segmentation fault (core dumped)",
    "bash: python: command not found",
    "fatal: not a git repository (or any of the parent directories): .git",
    "错误：找不到文件",
    "Erreur : division par zéro",
    "",
    "\n \n",
]

# Texts that end in what is not known, and whether something before the end is.
UNKNOWN: list[tuple[str, bool]] = [
    # Titles of questions that name another library
    ("Keras: RuntimeError: CUDA error: out of memory", False),
    ("tensorflow 2.4: RuntimeError: CUDA error: no kernel image is available", False),
    (
        "a.py:3: UserWarning: The use of `x.T` on tensors of dimension other than 2 to reverse "
        "their shape is deprecated\nTraceback (most recent call last):\n"
        '  File "a.py", line 9, in <module>\n    f(x)\nmine.StrangeError: no way\n',
        True,
    ),
    (
        "RuntimeError: grad can be implicitly created only for scalar outputs\n\nDuring handling "
        "of the above exception, another exception occurred:\n\nValueError: something else\n",
        True,
    ),
    (
        'Traceback (most recent call last):\n  File "a.py", line 9, in <module>\n    raise '
        'ValueError("Expected all tensors to be on the same device, but found at least two")\n'
        "ValueError: of another kind\n",
        False,
    ),
    (
        'Traceback (most recent call last):\n  File "a.py", line 9, in <module>\n    '
        'print("Torch not compiled with CUDA enabled")\nKeyError: 3\n',
        False,
    ),
    (
        'Traceback (most recent call last):\n  File "a.py", line 9, in <module>\n    '
        'print("RuntimeError: Torch not compiled with CUDA enabled")\n',
        False,
    ),
    ("IndexError: too many indices for tensor of dimension 2\nAssertionError\n", True),
]
