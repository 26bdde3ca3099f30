"""Products of vectors and matrices, einsum, and matrices without an inverse."""

from __future__ import annotations

import re

from ...language import MESSAGES, tr
from ...words import enumerated
from ..entry import Entry, Found, Way
from .ways import ways

SIZES = "{m:int}x{k:int} and {p:int}x{q:int}"
PRODUCT = (
    f"mat1 and mat2 shapes cannot be multiplied ({SIZES})",
    f"linear(): {{layer:input}} and weight.T shapes cannot be multiplied ({SIZES})",
    "size mismatch, m1: [{m:int} x {k:int}], m2: [{p:int} x {q:int}]",
    "size mismatch, [{m:int} x {k:int}], [{p:int} x {q:int}]",
)


def _sizes(found: Found) -> tuple[int, int, int, int]:
    return found.number("m"), found.number("k"), found.number("p"), found.number("q")


def _trained(found: Found) -> bool:
    """Whether parts of trained models were put together by a program for that."""
    return (
        re.search(r"comfy|diffusers|webui|\bpeft\b|(?<![a-z])lora(?![a-z])", found.before.lower())
        is not None
    )


def _split(found: Found) -> bool:
    """Whether nn.DataParallel may have split the features: 3277 on 4 GPUs gives 820."""
    m, k, p, _ = _sizes(found)
    named = re.search(r"DataParallel|parallel_apply|multi\w*[- ]?gpu", found.before, re.I)
    pieces = (-(-p // number) for number in range(2, 17))
    return m == 1 < k < p and named is not None and k in pieces


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
    more = {"fits": told.format(ways=enumerated(there))} | _typed(found)
    if m * k == p and m > 1:
        told = tr("{m} · {k} = {p}: perhaps one sample was not flattened.", MESSAGES)
        more |= {"hint": told.format(m=m, k=k, p=p), "one": str(p)}
    elif 1 < k < p and p % k == 0 and m * k % p == 0:
        told = tr("{p} = {each} · {k}: perhaps each sample was not flattened.", MESSAGES)
        more |= {"hint": told.format(p=p, each=p // k, k=k)}
    elif m == 1 < p < k and k % p == 0:
        told = tr("{k} = {samples} · {p}: perhaps the batch axis was flattened too.", MESSAGES)
        more |= {"hint": told.format(k=k, samples=k // p, p=p), "samples": str(k // p)}
    if "hint" not in more:
        more |= {"rows": str(m), "wide": str(p)}
    if k == q:
        more["swapped"] = str(p)
    if 0 < abs(k - p) <= 2 and min(k, p) > 7:
        more["near"] = str(k)
    if _is_mel(found):
        more["mel"] = str(p)
    return more


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
        (
            *PRODUCT,
            "size mismatch at {path:path}",
            "mat1 dim 1 must match mat2 dim 0",
            "mat1 and mat2 shapes cannot be multiplied",
            "size mismatch{:,|} m1: ",
            "size mismatch{:,|} m1 ",
            "a and b must have same reduction dim",
        ),
        "linalg products",
        "Rows of the first matrix have to be as long as columns of the second. ({m}, {k}) times "
        "({p}, {q}) would need {k} and {p} equal. A layer would be nn.Linear({p}, {q}), and get "
        "rows of {k}. {hint}",
        "",
        "torch.addmm(torch.ones(4), torch.ones(2, 3), torch.ones(5, 4))",
        recorded=(
            "RuntimeError: size mismatch, m1: [192 x 68], m2: [1024 x 68] at "
            "/opt/conda/conda-bld/pytorch_/work/aten/src/THC/generic/THCTensorMathBlas.cu:268",
            "RuntimeError: mat1 and mat2 shapes cannot be multiplied (201x1 and 201x80)",
            "RuntimeError: size mismatch at "
            "/pytorch/torch/lib/THC/generic/THCTensorMathBlas.cu:247",
            "RuntimeError: mat1 dim 1 must match mat2 dim 0",
        ),
        # "size mismatch at index 0" is about a shape that was compiled.
        when=lambda found: re.search(r"[/\\]", found.fields.get("path", "/")) is not None,
        more=_fits,
        command="linalg products {first} {second}",
        ways=(
            *ways("""
                one sample, ({m}, {k}): Write x.reshape(1, {one}).
                flattened in forward: Write x.flatten(1), which keeps the batch axis of
                    {samples}.
                x of three axes or more: Write x.flatten(1), or nn.Flatten() in front.
                rows of {k} are right: Write nn.Linear({k}, {q}) for this layer.
                {rows} is not the batch size: Write x.flatten(1) in place of x.view(-1, …).
                pictures of another size: Resize them, so that {wide} numbers come here.
                a layer in front makes {p}: Call it, and hand on its output.
                sizes exchanged: Write nn.Linear({k}, {swapped}).
                a table: Leave label and index out of these {near} columns, as in training.
                mel filters: Hand over spectrograms (…, {mel}, time), power=2.0.
            """),
            Way("your own product", "{fits} Print both shapes.", when=_by_hand),
        ),
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
        (
            "{name:self|mat1} must be a matrix",
            "matrices expected, got {a:int}D, {b:int}D tensors",
            "matrix and matrix expected at",
        ),
        "linalg products",
        "Two matrices are multiplied, as by mm or in an nn.Linear, and one factor does not have "
        "two axes. It is the first factor ({name}). The factors have {a} and {b} axes.",
        "Print both shapes.",
        "torch.mm(torch.ones(3), torch.ones(2, 3))",
        recorded=(
            "RuntimeError: matrices expected, got 1D, 2D tensors at "
            "/pytorch/aten/src/TH/generic/THTensorMath.cpp:36",
            "RuntimeError: matrices expected, got 3D, 2D tensors",
        ),
        ways=ways("""
            a product of your own: Write @, which takes vectors and batches too.
            a layer, and x has one axis: Write x.unsqueeze(0) for one sample, x.unsqueeze(1) for
                samples with one feature.
            a layer, and x has three axes or more: Write x.flatten(1), or x.squeeze(1) for an axis
                of size 1.
        """),
    ),
    Entry(
        "tensors must be 2-D",
        "linalg products",
        "On a GPU two matrices were to be multiplied, as mm, addmm and an nn.Linear do, and one "
        "factor does not have two axes.",
        "Print both shapes.",
        None,
        recorded=("RuntimeError: tensors must be 2-D",),
        # Others say so of their own arguments, in errors of other names.
        when=lambda found: found.type == "RuntimeError",
        ways=ways("""
            a layer, its input not (batch, features): Write x.flatten(1), or x.unsqueeze(0) for one
                sample.
            a product of your own: Write @, which takes vectors and batches too.
            FSDP or DeepSpeed: Call the wrapped model, model(x), and not a part of it, whose weights
                are flat pieces.
        """),
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
            "{:mv|addmv}: Expected 1-D argument {:vec|self|input}, but got {b:int}-D",
        ),
        "linalg products",
        "mv multiplies a matrix, which has 2 axes, by a vector, which has 1. Here the first factor "
        "has {a} axes. The second has {b}.",
        "Put the matrix first, and x.flatten() for the vector, or write @, which takes two "
        "matrices too.",
        "torch.mv(torch.ones(3), torch.ones(2, 3))",
        recorded=(
            "terminate called after throwing an instance of 'std::runtime_error'\n  what():  \nmv: "
            "Expected 1-D argument vec, but got 4-D (check_1d at LinearAlgebra.cpp:143)",
        ),
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
        "",
        "torch.tensor(1.0) @ torch.ones(3)",
        ways=ways("""
            a number times a tensor: Write * in place of @.
            the input of a layer: Write x.reshape(1, 1) for one sample with one feature, and take
                batches from a DataLoader.
            an index, squeeze() or sum before: Leave it out, or name its axis.
        """),
    ),
    Entry(
        "{name:outer|ger|addr}: Expected 1-D argument {argument:name}, but got {axes:int}-D",
        "linalg products",
        "{name} takes two vectors. The argument {argument} has {axes} axes.",
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
        "Print the operands' shapes.",
        'torch.einsum("ijk", torch.ones(2, 3))',
        ways=ways("""
            letters of two operands side by side: Put a comma between: "ij,jk->ik".
            more axes than letters, as in a batch: Write ... for those that stay: "...ij,jk->...ik".
            fewer axes than letters: Write one letter for each axis, or x.unsqueeze(0) for one that
                is missing.
        """),
    ),
    Entry(
        "einsum(){:|:} the number of subscripts in the equation ({letters:int}) is more than the "
        "number of dimensions ({axes:int}) for operand {number:int}",
        "linalg einsum",
        "... stands for the axes that have no letter, so there are at most as many letters as "
        "axes. Operand {number}, counted from 0, has {letters} letters for {axes} axes.",
        "Print the operands' shapes, and take letters away, or write x.unsqueeze(0) for an axis "
        "that is missing.",
        'torch.einsum("...i", torch.tensor(1.0))',
    ),
    Entry(
        "einsum(): found '.' for {:operand|output}",
        "linalg einsum",
        "Points come in threes, ..., and once in each group of letters: they stand for the axes "
        "that have no letter.",
        'Write "...ij,jk->...ik".',
        'torch.einsum("i..", torch.ones(3))',
        recorded=(
            "RuntimeError: einsum(): found '.' for output but an ellipsis (...) was already found",
        ),
    ),
    Entry(
        "einsum(): subscript {name:name} is repeated for operand {number:int} but the sizes don't "
        "match, {a:int} != {b:int}",
        "linalg einsum",
        "A letter that stands twice in one group takes the diagonal, and its axes are equally "
        "long. In operand {number}, counted from 0, {name} is {a} and {b}.",
        "Print the shape, and write a letter of its own for each axis.",
        'torch.einsum("ii", torch.ones(3, 2))',
    ),
    Entry(
        "einsum(): subscript in subscript list is not within the valid range [0, 52)",
        "linalg einsum",
        "Axes that are named by numbers, as in torch.einsum(A, [0, 1], B, [1, 2]), have numbers "
        "from 0 to 51.",
        'Count from 0, or write letters: torch.einsum("ij,jk", A, B).',
        "torch.einsum(torch.ones(3, 2), [0, 60])",
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
            "linalg{:.|_}cholesky: (Batch element {batch:int}): The factorization could not be "
            "completed because the input is not positive-definite",
            "linalg_cholesky: The factorization could not be completed because the input is not "
            "positive-definite",
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
        "A Cholesky factorization, which MultivariateNormal uses too, is for symmetric matrices "
        "whose eigenvalues are all above 0, and this is none.",
        "",
        "torch.linalg.cholesky(-torch.eye(2))",
        recorded=(
            "RuntimeError: cholesky_cpu: U(1,1) is zero, singular U.",
            "torch._C._LinAlgError: torch.linalg_cholesky: (Batch element 11): The factorization "
            "could not be completed because the input is not positive-definite (the leading minor "
            "of order 48 is not positive-definite).",
        ),
        ways=ways("""
            a covariance or kernel of data: Add 1e-6 * torch.eye(n), or more, or compute in float64:
                rounding may take an eigenvalue to 0.
            a matrix that you make: Write B @ B.mT + 1e-3 * torch.eye(n).
            it came up in training: Test torch.isfinite(A).all(), and lower the learning rate.
        """),
    ),
    Entry(
        (
            "linalg.{name:name}: The algorithm failed to converge because the input matrix "
            "contained non-finite values",
            "linalg{:.|_}{name:name}: (Batch element {batch:int}): The algorithm failed to "
            "converge because the input matrix",
            "linalg_{name:name}: The algorithm failed to converge because the input matrix",
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
        "ill-conditioned, close to singular for instance.",
        "Test torch.isfinite(A).all().",
        'torch.linalg.svd(torch.full((2, 2), float("nan")))',
        ways=ways("""
            it is False: Find where nan or inf came from: print the loss, and lower the learning
                rate if it grew.
            it is True: Compute on the CPU, A.cpu(), or in float64, or add 1e-6 * torch.eye(n), or
                for an SVD a little noise, 1e-6 * torch.rand_like(A).
        """),
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
            "linalg{:.|_}{:inv|inv_ex}: (Batch element {batch:int}): The diagonal element "
            "{number:int} is zero",
            "linalg_{:inv|inv_ex}: The diagonal element {number:int} is zero, the inversion could "
            "not be completed because the input matrix is singular",
            "torch.linalg.solve: The solver failed because the input matrix is singular",
            "torch.linalg{:.|_}{:solve|solve_ex}: (Batch element {batch:int}): The solver failed "
            "because the input matrix is singular",
            "linalg_{:solve|solve_ex}: The solver failed because the input matrix is singular",
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
        "",
        "torch.linalg.lu_solve(torch.eye(2), torch.zeros(2).int(), torch.ones(2, 1))",
        recorded=(
            "RuntimeError: Pivots given to lu_solve must all be smaller or equal to LU.size(-2). "
            "Did you properly pass the result of lu_factor?",
        ),
        ways=ways("""
            your line calls lu_solve: Hand over both results of torch.linalg.lu_factor(A), and none
                of SciPy's, which count from 0.
            your line calls solve or inv: Write torch.set_num_threads(1), solve one matrix at a
                time, or take another release of PyTorch.
        """),
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
            "linalg.{name:lstsq}: input must have at least 2 dimensions",
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
            "linalg.solve: Expected A and B to have the same dtype, but found A of type {a:type} "
            "and B of type {b:type} instead",
            "Expected input and other to have the same dtype, but got input's dtype {a:type} and "
            "other's dtype {b:type}",
            "Expected b and A to have the same dtype, but found b of type {b:type} and A of type "
            "{a:type} instead",
        ),
        "linalg dtypes",
        "The two sides of a system, A and b, hold numbers of one type. A holds {a}, and b {b}.",
        "Write torch.linalg.lstsq(A.float(), b.float()), or .double() for both, which is more "
        "exact. Arrays of NumPy are float64, Double, if nothing else was said.",
        "torch.linalg.lstsq(torch.ones(3, 2), torch.ones(3, 2).double())",
        recorded=(
            "RuntimeError: Expected input and other to have the same dtype, but got input's dtype "
            "Float and other's dtype Double",
        ),
    ),
    Entry(
        "torch.linalg.lstsq: parameter `driver` should be one of ({names:text})",
        "linalg singular",
        "The driver is the routine of LAPACK that computes it: {names}.",
        "Leave driver= out. For a matrix whose columns depend on each other take "
        'driver="gelsd", on the CPU.',
        'torch.linalg.lstsq(torch.ones(3, 2), torch.ones(3, 2), driver="x")',
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
            "addmm: computation on CPU is not implemented for {:name} + {a:name} @ {b:name}",
            "Calling {:name} on a sparse CPU tensor requires Linux platform",
        ),
        "linalg products",
        "This PyTorch cannot multiply sparse matrices of these layouts on the CPU. It is {a} times "
        "{b}.",
        "",
        None,
        recorded=(
            "RuntimeError: addmm: computation on CPU is not implemented for SparseCsr + SparseCsr "
            "@ SparseCsr without MKL. PyTorch built with MKL has better support for addmm with "
            "sparse CPU tensors.",
        ),
        ways=ways("""
            both are sparse: Write torch.sparse.mm(a.to_sparse_coo(), b.to_sparse_coo()).
            it fits into memory: Write a @ b.to_dense(), one of the two dense.
            without MKL, in the message: Take a newer release of the library that does it, or a
                PyTorch for x86 and Linux: those for ARM and Apple have no MKL.
        """),
    ),
    Entry(
        (
            "{name:crow_indices|ccol_indices}.shape[-1] must be equal to the number of "
            "{rows:rows|columns} + 1 (={wanted:int}), but got {got:int}",
            "{name:col_indices|row_indices}.shape[-1] must be equal to nnz (={wanted:int}) as "
            "defined by values.shape[0], but got {got:int}",
            "{name:crow_indices|ccol_indices} and {:col_indices|row_indices} must have the same "
            "dtype",
            "`{name:crow_indices|ccol_indices}[..., {:0|-1}] == {:0|nnz}` is not satisfied",
            "`0 <= {name:col_indices|row_indices} < {:ncols|nrows}` is not satisfied",
            "`0 <= {name:crow_indices|ccol_indices}[..., 1:] - {:name}[..., :-1] <= {:ncols|nrows}`"
            " is not satisfied",
            "`{name:col_indices|row_indices}[..., {:text}are sorted and distinct along the last "
            "dimension values` is not satisfied",
        ),
        "linalg products",
        "PyTorch tested whether these indices describe a sparse matrix, and {name} did not pass.",
        "",
        "with torch.sparse.check_sparse_tensor_invariants():\n"
        "    torch.sparse_csr_tensor([0, 1], [0], [1.0], (3, 3))",
        ways=ways("""
            the indices are your own: Let PyTorch make them: torch.sparse_coo_tensor(ij, values,
                size).coalesce().to_sparse_csr().
            crow_indices, in CSR: Give it one place more than there are rows: 0 first, then how many
                values there are up to each row's end, last len(values).
            col_indices, in CSR: Give the column of each value, counted from 0, sorted within a row,
                none twice.
            sizes near 2 ** 31: Install a newer PyTorch: the fault is its own.
        """),
    ),
    Entry(
        (
            "{:name}: The {:singular vectors|eigenvectors} in the complex case are specified up to "
            "multiplication by e^{i phi}",
            "in the complex case are specified up to multiplication by e^{i phi}",
        ),
        "linalg matrices",
        "The singular vectors and eigenvectors of a complex matrix may be turned by any phase, and "
        "the loss changes with that: so it has no gradient.",
        "Write a loss that no phase changes, as of vectors.abs(), of a product in which it goes "
        "away, such as (U * S) @ Vh or V @ V.mH, or of the singular values or eigenvalues alone.",
        "A = torch.randn(3, 3, dtype=torch.complex64, requires_grad=True)\n"
        "U, S, Vh = torch.linalg.svd(A)\nU.real.sum().backward()",
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
        "",
        None,
        recorded=(
            "RuntimeError: Calling torch.linalg.cholesky on a CPU tensor requires compiling "
            "PyTorch with LAPACK. Please use PyTorch built with LAPACK support.",
            "RuntimeError: inverse: LAPACK library not found in compilation",
        ),
        command="env",
        ways=ways("""
            you build PyTorch yourself: Install LAPACK, as by apt install libopenblas-dev, for a GPU
                MAGMA, and build it anew.
            you install it: Take it from pytorch.org, whose builds have LAPACK.
            neither helps: Compute with NumPy: np.linalg.inv(A.cpu().numpy()).
        """),
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
