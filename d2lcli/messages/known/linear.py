"""Products of vectors and matrices, einsum, and matrices without an inverse."""

from __future__ import annotations

import re
from math import gcd, isqrt

from ...language import MESSAGES, tr
from ...words import enumerated
from ..entry import Entry, Found

SIZES = "{m:int}x{k:int} and {p:int}x{q:int}"
PRODUCT = (
    f"mat1 and mat2 shapes cannot be multiplied ({SIZES})",
    f"linear(): {{layer:input}} and weight.T shapes cannot be multiplied ({SIZES})",
    "size mismatch, m1: [{m:int} x {k:int}], m2: [{p:int} x {q:int}]",
    "size mismatch, [{m:int} x {k:int}], [{p:int} x {q:int}]",
)


def _sizes(found: Found) -> tuple[int, int, int, int]:
    return found.number("m"), found.number("k"), found.number("p"), found.number("q")


def _is_flat(found: Found) -> bool:
    """Whether rows and columns together are one or more samples: 28 · 28 = 784."""
    m, k, p, _ = _sizes(found)
    return 1 < k < p and p % k == 0 and m * k % p == 0


def _is_square(found: Found) -> bool:
    """Whether they are square pictures, of one channel or several: 3 · 32 · 32 = 3072."""
    _, k, p, _ = _sizes(found)
    return _is_flat(found) and p // k % k == 0


def _is_map(found: Found) -> bool:
    """Whether a square map of so many channels may not have been averaged: 3 · 2048 · 7 · 7."""
    m, k, p, _ = _sizes(found)
    return 1 < k < p and k <= 64 <= p and m % (p * k) == 0


def _trained(found: Found) -> bool:
    """Whether parts of trained models were put together by a program for that."""
    return (
        re.search(r"comfy|diffusers|webui|\bpeft\b|(?<![a-z])lora(?![a-z])", found.before.lower())
        is not None
    )


def _maps(k: int, p: int) -> tuple[int, int, int]:
    """Channels and widths of square maps, if rows of k and p may be such: 16 · 22² and 16 · 5²."""
    channels = gcd(k, p)
    a, b = isqrt(k // channels), isqrt(p // channels)
    if channels * a * a != k or channels * b * b != p:
        return 0, 0, 0
    while channels > 512 and channels % 4 == 0:
        channels, a, b = channels // 4, 2 * a, 2 * b
    return channels, a, b


def _are_maps(found: Found) -> bool:
    """Whether the sizes tell of maps; 1024 and 256 alone may be those of any layer."""
    _, k, p, _ = _sizes(found)
    channels, a, b = _maps(k, p)
    plain = min(a, b) == 1 and max(a, b) in (2, 4)
    return (
        channels >= 6
        and 0 < min(a, b) != max(a, b) >= 2
        and max(k, p) >= 400
        and (not plain or max(k, p) > 4096)
    )


def _map_sizes(found: Found) -> dict[str, str]:
    _, k, p, _ = _sizes(found)
    channels, a, b = _maps(k, p)
    mean = (
        tr("one number for each channel, as averaging leaves it", MESSAGES)
        if b == 1
        else tr("maps of {side} by {side}", MESSAGES, side=b)
    )
    side = "1" if b == 1 else "n"
    return {"there": f"{channels} · {a} · {a}", "meant": mean, "side": side} | _typed(found)


def _is_near(found: Found) -> bool:
    """Whether a column was left out, or counted with the others: 33 and 34."""
    _, k, p, _ = _sizes(found)
    return 0 < abs(k - p) <= 2 and min(k, p) > 7


def _split(found: Found) -> bool:
    """Whether nn.DataParallel may have split the features: 3277 on 4 GPUs gives 820."""
    m, k, p, _ = _sizes(found)
    named = re.search(r"DataParallel|parallel_apply|multi\w*[- ]?gpu", found.before, re.I)
    pieces = (-(-p // number) for number in range(2, 17))
    return m == 1 < k < p and named is not None and k in pieces


def _is_batch(found: Found) -> bool:
    """Whether several samples were laid into one row: 10 · 256 = 2560."""
    m, k, p, _ = _sizes(found)
    return m == 1 and p > 1 and k > p and k % p == 0


def _is_picture(found: Found) -> bool:
    """Whether rows of square pictures came: 3 · 224 of 224, or 64 · 28 of 28."""
    m, k, p, _ = _sizes(found)
    one = k >= 16 and m == 3 * k
    several = m > k and ((k in (28, 224) and m % k == 0) or (k == 32 and m % (3 * k) == 0))
    return k != p and (one or several)


def _is_mel(found: Found) -> bool:
    """Whether the second may be a bank of mel filters: n_fft 400 gives 201 frequencies."""
    _, k, p, q = _sizes(found)
    of_layer = _is_layer(found) or _by_hand(found)
    return (
        p in (129, 201, 257, 513, 1025) and q in (23, 40, 64, 80, 128) and k != p and not of_layer
    )


def _is_layer(found: Found) -> bool:
    code = f"{found.line}\n{found.code}"
    if re.search(r"\baddmm\(", found.line):
        return False
    return (
        found.calls("linear", "Linear", "addmm")
        or "self.fc" in code
        or "self.linear" in code
        or found.fields.get("layer") is not None
    )


def _by_hand(found: Found) -> bool:
    """Whether the line multiplies two matrices itself."""
    return re.search(r"@|\b(?:mm|matmul)\(", found.line) is not None and not _is_layer(found)


def _flat(found: Found) -> dict[str, str]:
    m, k, p, _ = _sizes(found)
    samples = m * k // p
    each = p // k
    what = (
        tr("one picture was", MESSAGES)
        if samples == 1
        else tr("{samples} of {rows} × {columns} were", MESSAGES)
    ).format(samples=samples, rows=each, columns=k)
    return {"times": f"{each} · {k} = {p}", "what": what} | _typed(found)


def _map(found: Found) -> dict[str, str]:
    m, k, p, _ = _sizes(found)
    return {"samples": str(m // (p * k))} | _typed(found)


def _parts(found: Found) -> dict[str, str]:
    m, k, p, _ = _sizes(found)
    return {"each": str(p // k), "samples": str(m * k // p)} | _twice(k, p) | _typed(found)


def _batch(found: Found) -> dict[str, str]:
    _, k, p, _ = _sizes(found)
    return {"samples": str(k // p)} | _typed(found)


def _picture(found: Found) -> dict[str, str]:
    m, k, _, _ = _sizes(found)
    return {"maps": str(m // k), "one": str(k * k), "three": str(3 * k * k)} | _typed(found)


def _typed(found: Found) -> dict[str, str]:
    m, k, p, q = _sizes(found)
    return {"first": f"{m},{k}", "second": f"{p},{q}"}


def _fits(found: Found) -> dict[str, str]:
    """Which product of two matrices fits, where A @ B does not."""
    m, k, p, q = _sizes(found)
    ways = {
        "A.T @ B": (m == p, (k, q)),
        "A @ B.T": (k == q, (m, p)),
        "A.T @ B.T": (m == q, (k, p)),
        "B @ A": (q == m, (p, k)),
        tr("A * B, element by element,", MESSAGES): ((m, k) == (p, q), (m, k)),
    }
    there = [
        tr("{way} gives {shape}", MESSAGES, way=way, shape=shape)
        for way, (fits, shape) in ways.items()
        if fits
    ]
    told = tr("What fits: {ways}." if there else "No transpose fits.", MESSAGES)
    batch = {"batch": str(m)} if m == p else {}
    return {"fits": told.format(ways=enumerated(there))} | _twice(k, p) | batch | _typed(found)


def _twice(k: int, p: int) -> dict[str, str]:
    """What a recurrent layer in both directions gives, if one size is twice the other."""
    less, more = sorted((k, p))
    return {"hidden": str(less), "twice": str(more)} if more == 2 * less else {}


def _turned(found: Found) -> dict[str, str]:
    rows, columns, vector = found["rows"], found["columns"], found["vector"]
    typed = {"first": f"{rows},{columns}", "second": vector}
    if rows == vector:
        return {"turned": tr("Transpose the matrix: A.T @ x fits.", MESSAGES)} | typed
    told = tr(
        "Give a vector of length {columns}; not even the transpose takes one of {vector}.",
        MESSAGES,
        columns=columns,
        vector=vector,
    )
    return {"turned": told} | typed


SINGULAR = (
    "The matrix is singular: its rows, or columns, depend on each other, so it has no inverse, and "
    "a system with it has no solution or many."
)
SINGULAR_OUT = (
    "Print torch.linalg.matrix_rank(A), and look for equal or dependent columns, or zeros. "
    "torch.linalg.lstsq(A, b) or torch.linalg.pinv(A) give the best there is; A + 1e-6 * "
    "torch.eye(n) has an inverse close by. In float64 less is lost to rounding."
)

LINEAR_ALGEBRA = (
    Entry(
        PRODUCT,
        "linalg products",
        "The weights seem to be those of a quantized layer, packed into one long row of {q} "
        "places, and a plain product cannot take them.",
        "Call the layer, layer(x), and not F.linear(x, layer.weight). For a Llama in 4 bits set "
        "config.pretraining_tp = 1; and take a newer transformers, peft and bitsandbytes.",
        None,
        recorded=(
            "RuntimeError: mat1 and mat2 shapes cannot be multiplied (4096x8192 and 1x8388608)",
        ),
        when=lambda found: found["p"] == "1" and found.number("q") > 100000 > found.number("k") > 1,
    ),
    Entry(
        PRODUCT,
        "linalg products",
        "The layer was trained for rows of {p} numbers, and gets rows of {k}: as a rule a part "
        "that feeds it, such as a text encoder, a LoRA or a ControlNet, belongs to another model.",
        "Load the parts that were made for this model, and look at its page for their names. A "
        "newer release of the program may know the model better.",
        None,
        recorded=(
            '  File "/x/ComfyUI/comfy/ops.py", line 166, in forward\n    return super()'
            '.forward(*args, **kwargs)\n  File "/x/site-packages/torch/nn/modules/linear.py", '
            "line 125, in forward\n    return F.linear(input, self.weight, self.bias)\n"
            "RuntimeError: linear(): input and weight.T shapes cannot be multiplied (512x2560 and "
            "7680x3072)",
        ),
        when=lambda found: _trained(found) and found.number("k") != found.number("p"),
        more=_typed,
        command="linalg products {first} {second}",
    ),
    Entry(
        PRODUCT,
        "linalg products",
        "As a layer, the second factor takes rows of {p} numbers, and gets {m} rows of {k}. "
        "{times}: perhaps {what} not flattened.",
        "Print x.shape before the layer. If a batch of pictures or maps stands there, write "
        "x.flatten(1), or nn.Flatten() as the first layer: it keeps the batch axis, and lays all "
        "others into one. One picture without a batch axis becomes x.reshape(1, {p}). If each of "
        "the {m} rows is a sample of its own, do not reshape it: see that no layer in front is "
        "left out, or make this one nn.Linear({k}, {q}).",
        "from torch import nn\nnn.Linear(784, 10)(torch.ones(28, 28))",
        recorded=("RuntimeError: size mismatch, m1: [1792 x 28], m2: [784 x 10]",),
        when=lambda found: _is_square(found) and not _is_map(found) and not _by_hand(found),
        more=_flat,
        command="linalg products {first} {second}",
    ),
    Entry(
        PRODUCT,
        "linalg products",
        "As a layer, the second factor takes rows of {p} numbers, and gets rows of {k}. Perhaps "
        "maps of {p} channels, {k} wide, were neither averaged nor flattened: {m} rows are "
        "{samples} · {p} · {k}.",
        "Print x.shape before the layer. If it is ({samples}, {p}, {k}, {k}), average each map: "
        "x.mean((2, 3)), or nn.AdaptiveAvgPool2d(1) and then x.flatten(1). Otherwise x.flatten(1) "
        "puts all axes but the batch into one, and the layer has to take as many numbers.",
        "from torch import nn\nnn.Linear(512, 10)(torch.ones(2, 512, 7, 7))",
        recorded=(
            "RuntimeError: size mismatch, m1: [43008 x 7], m2: [2048 x 1024] at "
            "C:/w/1/s/tmp_conda_3.7/work/aten/src\\THC/generic/THCTensorMathBlas.cu:290",
        ),
        when=lambda found: _is_map(found) and not _by_hand(found),
        more=_map,
        command="linalg products {first} {second}",
    ),
    Entry(
        PRODUCT,
        "linalg products",
        "As a layer, the second factor takes rows of {p} numbers, and gets {m} rows of {k}. {m} = "
        "{maps} · {k}: perhaps these are pictures, {k} by {k}, that were not flattened.",
        "Print x.shape before the layer. If it ends in {k}, {k}, write x.flatten(1) for a batch, "
        "x.reshape(1, -1) for one picture without a batch axis, and make the layer for all numbers "
        "of a picture: nn.Linear({one}, {q}) for grey ones, nn.Linear({three}, {q}) in colour. If "
        "it is ({m}, {k}), with one sample in each row, make the layer nn.Linear({k}, {q}).",
        "from torch import nn\nnn.Linear(96, 32)(torch.ones(1, 3, 32, 32))",
        recorded=("RuntimeError: size mismatch, m1: [672 x 224], m2: [672 x 224]",),
        when=lambda found: _is_picture(found) and not _by_hand(found),
        more=_picture,
        command="linalg products {first} {second}",
    ),
    Entry(
        PRODUCT,
        "linalg products",
        "nn.DataParallel splits axis 0 of what it gets among the GPUs, and reads it as the batch. "
        "The layer takes rows of {p} numbers, and gets {k}, a part of them: as a rule the input "
        "has no batch axis.",
        "Hand over x.unsqueeze(0), of the shape (1, {p}), or a batch of (n, {p}). Do not write the "
        "number of GPUs into the sizes of a layer. For a single sample the model without "
        "nn.DataParallel, model.module, does as well.",
        None,
        recorded=(
            "from replica 0: DataParallel\nRuntimeError: size mismatch, m1: [1 x 820], m2: [3277 x "
            "1638]",
        ),
        when=_split,
        more=_typed,
        command="linalg products {first} {second}",
    ),
    Entry(
        PRODUCT,
        "linalg products",
        "As a layer, the second factor takes rows of {p} numbers, and gets rows of {k}: nearly as "
        "many. Perhaps a column of a table, such as the label or the index, or a step of a series, "
        "was left out, or counted though it is not there.",
        "Print x.shape and the names of the columns. Take the label out of the input, read the "
        "index with index_col=0, and give training and prediction the same columns. If {k} is "
        "right, make the layer nn.Linear({k}, {q}). For a product of your own print both shapes.",
        "torch.addmm(torch.ones(10), torch.ones(8, 33), torch.ones(34, 10))",
        when=lambda found: _is_near(found) and not _by_hand(found) and found["k"] != found["q"],
        more=_typed,
        command="linalg products {first} {second}",
    ),
    Entry(
        PRODUCT,
        "linalg products",
        "As a layer, the second factor takes rows of {p} numbers, and gets rows of {k}. Behind "
        "convolutions {k} may be {there}, channels, height and width of the maps, where the layer "
        "was made for {meant}.",
        "Print x.shape before flattening. If the maps are larger or smaller than meant, the "
        "pictures have another size than the network was made for, or a pooling layer or a stride "
        "differs: resize the pictures, or make the layer nn.Linear({k}, {q}). "
        "nn.AdaptiveAvgPool2d({side}) gives maps of {side} by {side} for any size. Without "
        "convolutions see that no layer in front is left out.",
        "torch.addmm(torch.ones(5), torch.ones(4, 3136), torch.ones(64, 5))",
        recorded=(
            "RuntimeError: size mismatch, m1: [1 x 7744], m2: [400 x 120]",
            "RuntimeError: mat1 and mat2 shapes cannot be multiplied (4x2048 and 1568x10)",
        ),
        when=lambda found: _are_maps(found) and not _by_hand(found) and not _is_flat(found),
        more=_map_sizes,
        command="linalg products {first} {second}",
    ),
    Entry(
        PRODUCT,
        "linalg products",
        "As a layer, the second factor takes rows of {p} numbers, and gets rows of {k}, while {p} "
        "= {each} · {k}. Perhaps {samples} samples of {each} × {k} were not flattened, or each "
        "sample has fewer numbers than the layer was made for. A bidirectional recurrent layer of "
        "hidden_size {hidden} gives {twice}.",
        "Print x.shape before the layer. If it has more than two axes, x.flatten(1) lays all but "
        "the batch into one: rows of {p}, if a sample has {each} × {k}. If it has two, ({m}, {k}), "
        "do not reshape it, which would mix samples: see that no layer in front is left out, make "
        "this one nn.Linear({k}, {q}), or resize the pictures to what the network was made for.",
        "from torch import nn\nnn.Linear(2048, 16)(torch.ones(128, 512))",
        when=lambda found: _is_flat(found) and not _by_hand(found),
        more=_parts,
        command="linalg products {first} {second}",
    ),
    Entry(
        PRODUCT,
        "linalg products",
        "As a layer, the second factor takes rows of {p} numbers, and gets one row of {k} = "
        "{samples} · {p}: either the batch axis was flattened too, or one sample has more numbers "
        "than the layer was made for.",
        "If there are {samples} samples, keep the batch axis: x.flatten(1), or nn.Flatten(), in "
        "place of x.flatten() and x.view(-1). If it is one sample, resize a picture to the size "
        "that the network was made for, see that no layer in front is left out, or make this one "
        "nn.Linear({k}, {q}).",
        "from torch import nn\nnn.Linear(256, 10)(torch.ones(1, 2560))",
        when=lambda found: _is_batch(found) and not _by_hand(found),
        more=_batch,
        command="linalg products {first} {second}",
    ),
    Entry(
        PRODUCT,
        "linalg products",
        "The layer was made for rows of {p} numbers, and gets rows of {k}. A bidirectional "
        "recurrent layer of hidden_size {hidden} gives {twice}.",
        "Print x.shape before each layer. If a layer that makes {p} stands in front, see that "
        "forward calls it and hands its output on, and that no name, such as self.fc1, is given "
        "twice. If x has four axes, as behind convolutions, write x.flatten(1) first. If the {k} "
        "are right, make this one nn.Linear({k}, {q}). If they depend on the pictures' size, "
        "resize these to what the network was made for.",
        "from torch import nn\nnn.Linear(4, 1)(torch.ones(2, 3))",
        when=lambda found: (
            _is_layer(found) and found.number("k") not in (found.number("p"), found.number("q"))
        ),
        more=_fits,
        command="linalg products {first} {second}",
    ),
    Entry(
        PRODUCT,
        "linalg products",
        "In a product of matrices each row of the first has as many numbers as the second has "
        "rows, {p}, and these have {k}. Perhaps the second, {p} × {q}, is a bank of {q} mel "
        "filters, which takes spectrograms of the shape (…, {p}, time).",
        "Print the spectrogram's shape before MelScale: its frequencies, {p} of them, go along the "
        "last axis but one. With power=None newer releases of torchaudio give complex numbers: "
        "take power=2.0, or x.abs() in place of a norm over a last axis of 2. If it is the weight "
        "of an nn.Linear, make what goes in {p} numbers long.",
        None,
        recorded=("RuntimeError: mat1 and mat2 shapes cannot be multiplied (201x1 and 201x80)",),
        when=_is_mel,
        more=_typed,
        command="linalg products {first} {second}",
    ),
    Entry(
        PRODUCT,
        "linalg products",
        "In a product of matrices each row of the first meets each column of the second. ({m}, "
        "{k}) times ({p}, {q}) would need {k} and {p} to be equal.",
        "{fits} Print both shapes. If the second is the weight of an nn.Linear, it was made for "
        "{p} numbers: flatten or resize what goes in, or make it nn.Linear({k}, {q}).",
        "torch.ones(2, 3) @ torch.ones(2, 3)",
        when=_by_hand,
        more=_fits,
        command="linalg products {first} {second}",
    ),
    Entry(
        PRODUCT,
        "linalg products",
        "In a product of matrices, ({m}, {k}) times ({p}, {q}) would need {k} and {p} to be equal. "
        "As a layer, the second takes {p} numbers, and gives as many as came in, {q}. The first "
        "has {batch} rows too: perhaps the layer was made for the batch size.",
        "If a layer's two sizes are exchanged, as in a decoder, write nn.Linear({k}, {p}). If its "
        "first one is wrong, such as the batch size, write nn.Linear({k}, {q}). If a layer is "
        "called twice, on its own output, make a second one. A weight set by hand has the shape "
        "(out, in), and one for the state of a recurrent cell of your own ({q}, {q}). For a "
        "product of your own print both shapes. {fits}",
        "torch.addmm(torch.ones(3), torch.ones(2, 3), torch.ones(2, 3))",
        recorded=(
            "RuntimeError: size mismatch, m1: [192 x 68], m2: [1024 x 68] at "
            "/opt/conda/conda-bld/pytorch_/work/aten/src/THC/generic/THCTensorMathBlas.cu:268",
        ),
        when=lambda found: found["k"] == found["q"],
        more=_fits,
        command="linalg products {first} {second}",
    ),
    Entry(
        PRODUCT,
        "linalg products",
        "In a product of matrices, ({m}, {k}) times ({p}, {q}) would need {k} and {p} to be equal. "
        "As a rule the second is an nn.Linear({p}, {q}), which gets rows of {k}. A bidirectional "
        "recurrent layer of hidden_size {hidden} gives {twice}.",
        "Print x.shape before each layer. If a layer that makes {p} stands in front, see that "
        "forward calls it and hands its output on, and that no name, such as self.fc1, is given "
        "twice. If x has four axes, as behind convolutions, write x.flatten(1) first. If the {k} "
        "are right, write nn.Linear({k}, {q}). If they depend on the pictures' size, resize these "
        "to what the network was made for. For a product of your own print both shapes. {fits}",
        "torch.addmm(torch.ones(4), torch.ones(2, 3), torch.ones(5, 4))",
        recorded=(
            "RuntimeError: size mismatch, m1: [3 x 4], m2: [5 x 6] at "
            "/pytorch/aten/src/TH/generic/THTensorMath.cpp:41",
        ),
        more=_fits,
        command="linalg products {first} {second}",
    ),
    Entry(
        (
            "size mismatch at {path:path}",
            "mat1 dim 1 must match mat2 dim 0",
            "mat1 and mat2 shapes cannot be multiplied",
            "size mismatch{:,|} m1: ",
            "size mismatch{:,|} m1 ",
            "a and b must have same reduction dim",
        ),
        "linalg products",
        "In a product of matrices the columns of the first are as many as the rows of the second, "
        "and here they are not. As a rule an nn.Linear gets rows that are not in_features long.",
        "Print x.shape before each layer, and compare its last number with layer.in_features. If "
        "pictures or maps, of four axes, come in, write x.flatten(1) first, where x.view(-1, …) "
        "may mix samples. If flat rows come in, make the layer for their length, x.shape[1], or "
        "resize the pictures to what the network was made for. See that each layer is called, its "
        "output handed on, and no name, such as self.fc1, given twice. For a product of your own "
        "print both shapes.",
        None,
        recorded=(
            "RuntimeError: size mismatch at "
            "/pytorch/torch/lib/THC/generic/THCTensorMathBlas.cu:247",
            "RuntimeError: mat1 dim 1 must match mat2 dim 0",
        ),
        # "size mismatch at index 0" is about a shape that was compiled.
        when=lambda found: re.search(r"[/\\]", found.fields.get("path", "/")) is not None,
    ),
    Entry(
        (
            "size mismatch, got input ({got:int}), mat ({rows:int}x{columns:int}), vec "
            "({vector:int})",
            "size mismatch, got {got:int}, {rows:int}x{columns:int},{vector:int}",
        ),
        "linalg products",
        "A matrix times a vector needs as many numbers in the vector as the matrix has columns. "
        "The matrix is ({rows}, {columns}), and the vector has {vector}.",
        "{turned} Print both shapes.",
        "torch.mv(torch.ones(2, 3), torch.ones(4))",
        recorded=("RuntimeError: size mismatch, got 3, 3x10,100",),
        more=_turned,
        command="linalg products {first} {second}",
    ),
    Entry(
        (
            "1D tensors expected, but got {a:int}D and {b:int}D tensors",
            "1D tensors expected, got {a:int}D, {b:int}D tensors",
            "dot: Expected 1-D argument {:self|tensor}, but got {:int}-D",
            "Expected argument {:self|tensor} to have 1 dimension, but has {:int}",
        ),
        "linalg products",
        "dot multiplies two vectors, which have one axis each. Here the first factor has {a} and "
        "the second {b}.",
        "Write @, which takes vectors and matrices, or (A * B).sum() to multiply number by number "
        "and add up.",
        "torch.dot(torch.ones(2, 3), torch.ones(3))",
    ),
    Entry(
        (
            "inconsistent tensor size, expected tensor [{a:int}] and src [{b:int}] to have the "
            "same number of elements",
        ),
        "linalg products",
        "Two vectors are read number by number, by dot or @ as a rule, and one is longer. They "
        "have {a} and {b} numbers.",
        "Print both shapes, and bring the vectors to one length.",
        "torch.dot(torch.ones(4), torch.ones(3))",
        command="linalg products {a} {b}",
    ),
    Entry(
        (
            "{name:self|mat1|mat2} must be a matrix",
            "matrices expected, got {a:int}D, {b:int}D tensors",
        ),
        "linalg products",
        "In the backward of a product of matrices, as of an nn.Linear, one factor does not have "
        "two axes: what went into it in the forward pass had a shape that it does not expect. The "
        "factors have {a} and {b} axes.",
        "Print in forward the shape of what goes into each nn.Linear: one of them has no features, "
        "such as a table without columns of this kind, or lacks an axis.",
        None,
        recorded=(
            '  File "a.py", line 120, in fit\n    loss.backward()\n  File "/lib/python3.8/'
            'site-packages/torch/autograd/__init__.py", line 173, in backward\n    '
            "Variable._execution_engine.run_backward(\nRuntimeError: self must be a matrix",
        ),
        when=lambda found: (
            re.search(r"\.backward\(", found.line) is not None
            and re.search(r"\bmm\(", found.line) is None
        ),
    ),
    Entry(
        "matrices expected, got {a:int}D, {b:int}D tensors",
        "linalg products",
        "mm, and in old releases the product in an nn.Linear and its backward too, multiplies two "
        "matrices. The first factor has {a} axes, one too many or more, and the second {b}.",
        "Print the shape of what goes into the network, and into each nn.Linear. If an axis of "
        "size 1 is too many, as of a state with a second batch axis, take it away: x.squeeze(1). "
        "If a sample has several axes, write x.flatten(1), which leaves (batch, features). If it "
        "is a batch of matrices for a product of your own, write @ in place of mm.",
        None,
        recorded=("RuntimeError: matrices expected, got 3D, 2D tensors",),
        when=lambda found: found.number("a") > 2,
    ),
    Entry(
        (
            "{name:self|mat1} must be a matrix",
            "matrices expected, got {a:int}D, {b:int}D tensors",
            "matrix and matrix expected at",
        ),
        "linalg products",
        "mm multiplies two matrices, and one factor does not have two axes. It is the first "
        "factor ({name}). The factors have {a} and {b} axes.",
        "Print both shapes. For a product of your own write @, which takes vectors and batches "
        "too. If it is the input of a layer, it is (batch, features): x.unsqueeze(0) makes a "
        "vector one row, and x.flatten(1) leaves two axes of more.",
        "torch.mm(torch.ones(3), torch.ones(2, 3))",
        recorded=(
            "RuntimeError: matrices expected, got 1D, 2D tensors at "
            "/pytorch/aten/src/TH/generic/THTensorMath.cpp:36",
        ),
    ),
    Entry(
        "tensors must be 2-D",
        "linalg products",
        "On a GPU two matrices were to be multiplied, as mm, addmm and an nn.Linear do, and one "
        "factor does not have two axes.",
        "Print both shapes. Write @, which takes vectors and batches too. If an nn.Linear raised "
        "it, print layer.weight.shape: FSDP and DeepSpeed keep weights in flat pieces, and put "
        "them together only where the wrapped model is called, model(x), and not a part of it.",
        None,
        recorded=("RuntimeError: tensors must be 2-D",),
        # Others say so of their own arguments, in errors of other names.
        when=lambda found: found.type == "RuntimeError",
    ),
    Entry(
        "{name:mat2} must be a matrix",
        "linalg products",
        "mm multiplies two matrices, and the second factor ({name}) does not have two axes.",
        "Write @, or mv for a matrix times a vector. x.unsqueeze(1) makes a vector one column.",
        "torch.mm(torch.ones(2, 3), torch.ones(3))",
    ),
    Entry(
        (
            "vector + matrix @ vector expected, got {c:int}, {a:int}, {b:int}",
            "vector + matrix @ vector expected, got {c:int}D, {a:int}D, {b:int}D tensors",
        ),
        "linalg products",
        "mv multiplies a matrix, which has 2 axes, by a vector, which has 1. Here the first factor "
        "has {a} and the second {b}.",
        "Put the matrix first, or write @, which takes two matrices too.",
        "torch.mv(torch.ones(3), torch.ones(2, 3))",
    ),
    Entry(
        (
            "{name:batch1|batch2} must be a 3D tensor",
            "invalid argument {number:int}: expected 3D tensor",
            "batch1 must be a 3D tensor, got {a:int}D",
        ),
        "linalg products",
        "bmm multiplies two batches of matrices, which have 3 axes each, and one has another "
        "number. It is {name}.",
        "Write @ or torch.matmul, which take matrices and batches, or x.unsqueeze(0) for a batch "
        "of one.",
        "torch.bmm(torch.ones(2, 3), torch.ones(3, 2))",
    ),
    Entry(
        (
            "Expected size for first two dimensions of batch2 tensor to be: [{wanted:shape}] but "
            "got: [{found:shape}]",
            "Expected tensor to have size {wanted:int} at dimension {axis:int}, but got size "
            "{found:int} for argument #{number:int} 'batch2' (while checking arguments for bmm)",
            "invalid argument {:int}: wrong matrix size",
            "Expected batch2_sizes[0] == bs && batch2_sizes[1] == contraction_size to be true",
            "equal number of batches expected at",
            "batch1 and batch2 must have same number of batches, got {:int} and {:int}",
            "wrong matrix size, batch1: {a:text}, batch2: {b:text}",
        ),
        "linalg products",
        "In a product of batches both have equally many matrices, and the columns of the first are "
        "as many as the rows of the second. Wanted is {wanted}, and there is {found}.",
        "Print both shapes: (n, m, k) times (n, k, q). x.mT transposes each matrix. @ comes to "
        "this too where one factor has more than two axes.",
        "torch.bmm(torch.ones(2, 3, 4), torch.ones(2, 5, 6))",
    ),
    Entry(
        (
            "both arguments to {:matmul|linalg.matmul} need to be at least 1D, but they are "
            "{a:int}D and {b:int}D",
            # As people retype it.
            "both arguments to matmul need to be at least 1{:d|D}{:,|} but they are {a:int}{:d|D} "
            "and {b:int}{:d|D}",
        ),
        "linalg products",
        "@ multiplies vectors and matrices, and one factor is a single number. The factors have "
        "{a} and {b} axes.",
        "Write * for a number times a tensor. If a layer raised it, its input is a single number "
        "in place of (batch, features): print x.shape. An index too many, a squeeze() or a sum "
        "takes the axes away; x.reshape(1, 1) is one sample with one feature.",
        "torch.tensor(1.0) @ torch.ones(3)",
    ),
    Entry(
        "{name:outer|ger}: Expected 1-D argument {argument:name}, but got {axes:int}-D",
        "linalg products",
        "outer takes two vectors. The argument {argument} has {axes} axes.",
        "Write x.flatten() first, or x.unsqueeze(1) * y for columns times rows.",
        "torch.outer(torch.ones(2, 2), torch.ones(2))",
    ),
    Entry(
        (
            "linalg.cross: inputs dimension {axis:int} must have length 3. Got {a:int} and {b:int}",
            "no dimension of size 3 in input",
        ),
        "linalg products",
        "The cross product is one of vectors of length 3. Along axis {axis} there are {a} and {b}.",
        "Name the axis of length 3 with dim=, or take @ for another product.",
        "torch.cross(torch.ones(2), torch.ones(2), dim=0)",
    ),
    Entry(
        "contracted dimensions need to match, but first has size {a:int} in dim {i:int} and second "
        "has size {b:int} in dim {j:int}",
        "linalg products",
        "tensordot adds up over axes of one size. Axis {i} of the first has {a}, and axis {j} of "
        "the second {b}.",
        "Print both shapes, and name the pairs of axes: dims=([1], [0]).",
        "torch.tensordot(torch.ones(2, 3), torch.ones(4, 5), 1)",
    ),
    # einsum
    Entry(
        (
            "einsum(){:|:} subscript {name:name} has size {b:int} for operand {number:int} which "
            "does not broadcast with previously seen size {a:int}",
            "einsum(): operands do not broadcast with remapped shapes [original->remapped]: "
            "{shapes:text}",
            "operands could not be broadcast together with remapped shapes [original->remapped]: "
            "[{shapes:text}",
        ),
        "linalg einsum",
        "A letter stands for one size, wherever it appears. {name} is {a} in one operand, and {b} "
        "in operand {number}, counted from 0.",
        "Print the shapes, and write one letter for each axis in its order.",
        'torch.einsum("ij,jk", torch.ones(2, 3), torch.ones(4, 5))',
    ),
    Entry(
        (
            "einsum(){:|:} the number of subscripts in the equation ({letters:int}) does not match "
            "the number of dimensions ({axes:int}) for operand {number:int} and no ellipsis was "
            "given",
            "dimension mismatch for operand {number:int}: equation {letters:int} tensor {axes:int}",
        ),
        "linalg einsum",
        "einsum wants one letter for each axis, and commas between the operands. Operand {number}, "
        "counted from 0, has {axes} axes and {letters} letters.",
        "Print the operands' shapes. If letters of two operands stand side by side, put a comma "
        'between: "ij,jk->ik", for two. Else write one letter for each axis, or ... for those that '
        'stay: "...ij,jk->...ik".',
        'torch.einsum("ijk", torch.ones(2, 3))',
    ),
    Entry(
        ("einsum(){:|:} {what:fewer|more} operands were provided than specified in the equation",),
        "linalg einsum",
        "The equation has a group of letters for each tensor, with commas between. {what} tensors "
        "came than groups.",
        "Count the commas: two tensors have one.",
        'torch.einsum("ij,jk->ik", torch.ones(2, 3))',
    ),
    Entry(
        (
            "einsum(): output subscript {name:name} does not appear in the equation for any input "
            "operand",
            "einsum(): output subscript {name:name} appears more than once in the output",
        ),
        "linalg einsum",
        "Behind the arrow each letter stands once, and is one of those before it. {name} is not.",
        "Take letters from before the arrow, each once.",
        'torch.einsum("i->j", torch.ones(2))',
    ),
    Entry(
        "einsum(): invalid subscript given at index {number:int} in the equation string",
        "linalg einsum",
        "Axes are named by letters, a to z and A to Z. Place {number}, counted from 0, has another "
        "sign.",
        'Write letters, commas and one arrow: "ij,jk->ik".',
        'torch.einsum("ij1", torch.ones(2))',
    ),
    # Inverses
    Entry(
        (
            "linalg.cholesky: The factorization could not be completed because the input is not "
            "positive-definite (the leading minor of order {order:int} is not positive-definite)",
            "linalg.cholesky: (Batch element {batch:int}): The factorization could not be "
            "completed because the input is not positive-definite",
            "cholesky: The factorization could not be completed because the input is not "
            "positive-definite",
            "{:cholesky_cpu|cholesky_cuda|torch.linalg.cholesky}: U({a:int},{b:int}) is zero, "
            "singular U",
            "{:cholesky_cpu|cholesky_cuda|torch.linalg.cholesky}: For batch {batch:int}: "
            "U({a:int},{b:int}) is zero, singular U",
            "Lapack Error in {:potrf|potri} : the leading minor of order {order:int} is not "
            "positive definite",
            "MAGMA {:potrf|potri} : the leading minor of order",
            "cholesky_{:cpu|cuda}: the leading minor of order {order:int} is not positive-definite",
            "torch.linalg.cholesky: the leading minor of order",
        ),
        "linalg singular",
        "Cholesky's way, which MultivariateNormal goes too, is for symmetric matrices whose "
        "eigenvalues are all above 0, and this is none.",
        "If you make the matrix yourself, write B @ B.mT + 1e-3 * torch.eye(n), a product of "
        "matrices: B * B.mT will not do. If it is a covariance of data, only rounding may have "
        "taken an eigenvalue to 0: add 1e-6 * torch.eye(n), or compute in float64. If it became so "
        "in training, look for nan and a smaller learning rate.",
        "torch.linalg.cholesky(-torch.eye(2))",
        recorded=("RuntimeError: cholesky_cpu: U(1,1) is zero, singular U.",),
    ),
    Entry(
        (
            "linalg.{name:name}: The algorithm failed to converge because the input matrix "
            "contained non-finite values",
            "linalg.{name:name}: (Batch element {batch:int}): The algorithm failed to converge "
            "because the input matrix",
            "linalg.{name:name}: The algorithm failed to converge because the input matrix is "
            "ill-conditioned",
            "svd_{:cpu|cuda}: the updating process of SBDSDC did not converge",
            "symeig_{:cpu|cuda}: the algorithm failed to converge",
            "{name:name}: The algorithm failed to converge because the input matrix",
            "Lapack Error {name:name} : {number:int} superdiagonals failed to converge",
            "Lapack Error {name:name} : {number:int} off-diagonal elements didn't converge to zero",
            "svd_{:cpu|cuda}: For batch {batch:int}: U({a:int},{b:int}) is zero, singular U",
            "svd_{:cpu|cuda}: U({a:int},{b:int}) is zero, singular U",
        ),
        "linalg singular",
        "The computation found no end: there are nan or infinite numbers in the matrix, or it is "
        "close to singular, or has equal singular values.",
        "Test torch.isfinite(A).all(). If it is False, find where the others came from: a loss "
        "that grew, as a rule. If it is True, compute on the CPU, A.cpu(), or in float64, or add "
        "a little noise, A + 1e-6 * torch.rand_like(A).",
        'torch.linalg.svd(torch.full((2, 2), float("nan")))',
    ),
    Entry(
        (
            "{name:name}: U({a:int},{b:int}) is zero, singular U",
            "{name:name}: For batch {batch:int}: U({a:int},{b:int}) is zero, singular U",
        ),
        "linalg singular",
        "The number {a} is no row of the matrix: the library for the GPU, MAGMA or cuSOLVER, "
        "failed in {name}, or there are nan or infinite numbers in the matrix.",
        "Test torch.isfinite(A).all() first. Then compute it on the CPU, "
        "torch.inverse(A.cpu()).to(A.device), or in float64, and take a newer PyTorch.",
        None,
        recorded=(
            "RuntimeError: inverse_cuda: For batch 0: U(19536384,19536384) is zero, singular U",
        ),
        when=lambda found: found.number("a") > 100000,
    ),
    Entry(
        (
            "linalg.inv: The diagonal element {number:int} is zero, the inversion could not be "
            "completed because the input matrix is singular",
            "linalg.inv: (Batch element {batch:int}): The diagonal element {number:int} is zero",
            "torch.linalg.solve: The solver failed because the input matrix is singular",
            "torch.linalg.solve: (Batch element {batch:int}): The solver failed because the input "
            "matrix is singular",
            "{name:name}: U({a:int},{b:int}) is zero, singular U",
            "{:Lapack Error|MAGMA} {name:name} : U({a:int},{b:int}) is {which:zero|0}, U is "
            "singular",
            "{:Lapack Error|MAGMA} {name:name} : U({a:int},{b:int}) is {which:zero|0}, singular U",
            "torch.linalg.lstsq: The least squares solution could not be computed because the "
            "input matrix does not have full rank",
            "{name:name}: For batch {batch:int}: U({a:int},{b:int}) is zero, singular U",
            "{name:name}_cpu: U({a:int},{b:int}) is zero, singular U",
            "{name:name}_cuda: U({a:int},{b:int}) is zero, singular U",
            "the input matrix is singular",
        ),
        "linalg singular",
        SINGULAR,
        SINGULAR_OUT,
        "torch.linalg.inv(torch.ones(2, 2))",
        recorded=(
            "RuntimeError: inverse_cpu: U(2,2) is zero, singular U.",
            "RuntimeError: inverse_cuda: For batch 0: U(4,4) is zero, singular U.",
        ),
    ),
    Entry(
        "Pivots given to lu_solve must{:| all} be",
        "linalg singular",
        "The pivots, the numbers of the rows that were exchanged, are not such as "
        "torch.linalg.lu_factor gives, which count from 1.",
        "If your line calls lu_solve, hand over both results of torch.linalg.lu_factor(A), and "
        "none of SciPy's, which count from 0. If it calls solve or inv, PyTorch's library for the "
        "CPU has failed, as for batches of large matrices in 2.5: write torch.set_num_threads(1), "
        "solve one matrix at a time, or take another release.",
        "torch.linalg.lu_solve(torch.eye(2), torch.zeros(2).int(), torch.ones(2, 1))",
        recorded=(
            "RuntimeError: Pivots given to lu_solve must all be smaller or equal to LU.size(-2). "
            "Did you properly pass the result of lu_factor?",
        ),
    ),
    Entry(
        (
            "linalg.{name:name}: {:A|The input tensor} must be batches of square matrices, but "
            "they are {a:int} by {b:int} matrices",
            "A must be batches of square matrices, but they are {b:int} by {a:int} matrices",
            "invalid argument {:int}: A should be square",
        ),
        "linalg singular",
        "Only square matrices have an inverse, a determinant or eigenvalues. These are {a} by {b}.",
        "Print the shape. torch.linalg.lstsq and torch.linalg.pinv take any matrix, "
        "torch.linalg.svd "
        "in place of eigenvalues.",
        "torch.linalg.inv(torch.ones(2, 3))",
    ),
    Entry(
        (
            "linalg.{name:name}: The input tensor {argument:name} must have at least 2 dimensions",
            "linalg.{name:name}: The input tensor must have at least 2 dimensions",
            "linalg.{name:pinv}({:text}): expected a tensor with 2 or more dimensions",
            "invalid argument {:int}: {:A|input} should be 2 dimensional",
        ),
        "linalg matrices",
        "A matrix is wanted, and this has fewer than two axes. The function is {name}.",
        "Print the shape; x.unsqueeze(0) makes a vector one row. For the size of a vector take "
        "torch.linalg.vector_norm.",
        "torch.linalg.inv(torch.ones(2))",
    ),
    Entry(
        (
            "linalg.solve: Incompatible shapes of A and B for the equation {equation:text} "
            "({m:int}x{k:int} and {p:int}x{q:int})",
            "Incompatible matrix sizes for {:name}: each A matrix is {m:int} by {k:int} but each b "
            "matrix is {p:int} by {q:int}",
            "torch.linalg.lstsq: input.size(-2) should match other.size(-2)",
        ),
        "linalg products",
        "In A X = B the right side has as many rows as A. A is ({m}, {k}), and B ({p}, {q}).",
        "Print both shapes, and give B as many rows as A has.",
        "torch.linalg.solve(torch.eye(2), torch.ones(3))",
    ),
    Entry(
        "_sparse_sum: sparse tensor input._nnz() == 0",
        "linalg reduce",
        "The sparse tensor stores no number at all, and this release of PyTorch does not sum such "
        "a tensor along an axis.",
        "Test x._nnz() > 0 first, and take a tensor of zeros for the result where it is False; "
        "torch.sparse.sum(x) without an axis gives 0. PyTorch 2.13 sums it. Find out as well "
        "whether x is meant to be empty.",
        None,
        recorded=(
            "RuntimeError: _sparse_sum: sparse tensor input._nnz() == 0, please call "
            "torch.sparse.sum(input) instead.",
        ),
    ),
    Entry(
        (
            "addmm: Argument #3 (Dense): Expected dim 0 size {wanted:int}, got {got:int}",
            "mv: expected self.size(-1) == vec.size(-1)",
        ),
        "linalg products",
        "A sparse matrix times a dense one needs as many rows in the second as the first has "
        "columns. The first has {wanted} columns, and the second {got} rows.",
        "Print both shapes. A graph of n nodes has a matrix of (n, n) and features of (n, f): "
        "nodes may be left out of one of the files, or counted twice.",
        None,
        recorded=("RuntimeError: addmm: Argument #3 (Dense): Expected dim 0 size 2708, got 3327",),
    ),
    Entry(
        (
            "{:B|b} should have at least 2 dimensions, but has {axes:int} dimensions instead",
            "Expected b to have at least 2 dimensions, but it has {axes:int} dimensions instead",
            "torch.linalg.lstsq: input.dim() must be greater or equal to other.dim()",
        ),
        "linalg matrices",
        "The right side of the system is to be a matrix, with one column for each system. It has "
        "{axes} axes.",
        "Write b.unsqueeze(1) for a vector, and squeeze(1) for the result; torch.linalg.solve(A, "
        "b) takes a vector as it is.",
        "torch.cholesky_solve(torch.ones(2), torch.eye(2))",
        recorded=(
            "RuntimeError: B should have at least 2 dimensions, but has 1 dimensions instead",
        ),
    ),
    Entry(
        (
            "Calling torch.{name:path} on a {device:CPU|CUDA} tensor requires compiling PyTorch "
            "with {library:LAPACK|MAGMA}",
            "{name:name}: {:Lapack|LAPACK} library not found in {:compile time|compilation}",
            "No CUDA implementation of '{name:name}'. Install MAGMA and rebuild cutorch",
            "{name:name}: MAGMA library not found in compilation",
        ),
        "env",
        "This PyTorch was built without the library that solves systems and inverts matrices. It "
        "is about {name}.",
        "Install PyTorch from pytorch.org, whose builds have it; builds for small boards may not. "
        "Until then compute with NumPy: np.linalg.inv(A.cpu().numpy()).",
        None,
        recorded=(
            "RuntimeError: Calling torch.linalg.cholesky on a CPU tensor requires compiling "
            "PyTorch with LAPACK. Please use PyTorch built with LAPACK support.",
            "RuntimeError: inverse: LAPACK library not found in compilation",
        ),
        command="env",
    ),
    Entry(
        "trace: expected a matrix, but got tensor with dim {axes:int}",
        "linalg matrices",
        "The trace is that of a matrix, and this tensor has {axes} axes.",
        "Print the shape. For a batch write x.diagonal(dim1=-2, dim2=-1).sum(-1).",
        "torch.trace(torch.ones(2))",
    ),
    Entry(
        "{name:tril|triu}: input tensor must have at least 2 dimensions",
        "linalg matrices",
        "The function {name} keeps one corner of a matrix, and this has fewer than two axes.",
        "Print the shape; x.unsqueeze(0) makes a vector one row.",
        "torch.tril(torch.ones(3))",
    ),
    Entry(
        "linalg.{name:name}: If dim is not specified but ord is, the input must be 1D or 2D. Got "
        "{axes:int}D",
        "norm kinds",
        "A norm of an order is one of vectors or of matrices, and this tensor has {axes} axes.",
        "Say along which: torch.linalg.vector_norm(x, dim=…), or matrix_norm(x, dim=(-2, -1)).",
        'torch.linalg.norm(torch.ones(2, 2, 2), "fro")',
    ),
    Entry(
        "linalg.matrix_norm: Order {order:name} not supported",
        "norm order",
        "There is no norm of this order. It is {order}.",
        'Take p=1, 2, float("inf"), "fro" or "nuc".',
        'torch.norm(torch.ones(3), p="a")',
    ),
)
