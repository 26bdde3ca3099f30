"""Messages of PyTorch, raised here by the installed torch, and what `explain` makes of them.

Where a message needs a GPU, or a Python without torch, it stands here as PyTorch writes it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from d2lcli import messages

from .test_questions import told

ROOT = str(Path(__file__).parents[1])
x = torch.arange(4.0)
M = torch.ones(2, 3)
N = torch.ones(3, 2).long()


def weighted() -> None:
    u = torch.ones(4, requires_grad=True)
    u.sin().backward(torch.ones(3))  # type: ignore[no-untyped-call]


# (what raises it, the topic, what the explanation has to say)
RAISED: list[tuple[Callable[[], object], str, list[str]]] = [
    (lambda: torch.dot(M, x), "linalg products", ["first factor has 2", "second 1"]),
    (lambda: torch.dot(x, torch.ones(3)), "linalg products", ["4 and 3 numbers"]),
    (lambda: torch.mm(M, x), "linalg products", ["second factor (mat2)"]),
    (lambda: torch.mm(x, M), "linalg products", ["first factor (self)"]),
    (lambda: torch.addmm(x, M, x), "linalg products", ["second factor (mat2)"]),
    (lambda: torch.addmm(x, x, M), "linalg products", ["first factor (mat1)"]),
    (lambda: torch.mv(x, M), "linalg products", ["first factor has 1", "second 2"]),
    (lambda: x[5], "tensor index", ["Axis 0", "size 4", "no index 5", "0 to 3, or -4 to -1"]),
    (lambda: M[-3], "tensor index", ["no index -3", "0 and 1, or -2 and -1"]),
    (lambda: M[0, 3], "tensor index", ["Axis 1", "size 3", "no index 3"]),
    (lambda: M.numpy()[0, 3], "tensor index", ["Axis 1", "size 3", "no index 3"]),
    (lambda: x[:1][1], "tensor index", ["its only index is 0"]),
    (lambda: x[:0][0], "tensor index", ["it is empty"]),
    (lambda: M[0, 0, 0], "tensor index", ["which is 2"]),
    (lambda: x[0][0], "tensor index", ["one number", "x.item()"]),
    (lambda: x[1.5], "tensor index", ["type float", "n // 2"]),  # type: ignore[index]
    (lambda: x[x], "tensor index", ["i.long()"]),
    (lambda: x[x[:2] > 0], "tensor index", ["shape [2]", "the tensor [4]", "axis 0"]),
    (lambda: len(x[0]), "tensor numpy", ["no length", "x.reshape(1)"]),
    (lambda: list(x[0]), "tensor numpy", ["no parts"]),
    (lambda: torch.tensor(["a"]), "tensor data", ["text among these"]),
    (lambda: torch.tensor([1, "a"]), "tensor data", ["text among these"]),
    (lambda: torch.tensor([1, None]), "tensor data", ["NoneType", 'float("nan")']),
    (lambda: (x > 0) - (x > 1), "tensor arithmetic", ["a ^ b"]),
    (lambda: x - (x > 1), "tensor arithmetic", ["~a"]),
    (lambda: -(x > 1), "tensor arithmetic", ["~a"]),
    (lambda: x & x, "tensor dtypes", ["bitwise_and_cpu", "type Float"]),
    (lambda: torch.arange(5, 1), "tensor create", ["from its start to its end"]),
    (lambda: torch.empty(10**15), "memory temporary", ["3,725,290.3 GiB"]),
    (lambda: torch.arrange(3), "tensor signature", ["nothing called arrange", "torch.py"]),  # type: ignore[attr-defined]
    (lambda: torch.from_numpy([1]), "memory conversions", ["a list has none"]),
    (lambda: torch.multinomial(x * 0, 1), "dice multinomial", ["All weights are 0"]),
    (lambda: torch.multinomial(-x, 1), "dice multinomial", ["negative"]),
    (
        lambda: torch.distributions.Multinomial(10, torch.tensor([-1.0, 2.0])),
        "dice sample",
        ["probs", "Simplex is a set of probabilities"],
    ),
    (lambda: M @ M, "linalg products", ["A.T @ B gives (3, 3)", "A @ B.T gives (2, 2)", "A * B"]),
    (lambda: M @ torch.ones(4, 2), "linalg products", ["What fits: A.T @ B.T gives (3, 4), B @ A"]),
    (lambda: M @ torch.ones(4, 5), "linalg products", ["No transpose fits."]),
    (lambda: torch.nn.Linear(4, 1)(M), "linalg products", ["nn.Linear(3, …)"]),
    (lambda: torch.mv(M, torch.ones(2)), "linalg products", ["A.T @ x fits"]),
    (lambda: torch.mv(M, torch.ones(5)), "linalg products", ["length 3; not even", "one of 5"]),
    (lambda: M.expand(4, 3), "broadcast target", ["2 numbers for 4 places", "repeat"]),
    (lambda: M.reshape(-1, -1), "tensor reshape", ["all sizes but one"]),
    (lambda: torch.tensor([[1, 2], [3]]), "tensor data", ["axis 1", "length 2", "later one 1"]),
    (lambda: float(x), "tensor numpy", ["exactly one"]),
    (lambda: torch.tensor([x, x]), "tensor numpy", ["torch.stack"]),
    (lambda: x[:2].item(), "tensor numpy", ["holds 2"]),
    (lambda: bool(x > 0), "tensor arithmetic", ["more than one value", ".all()", "&"]),
    (lambda: bool(x[:0]), "tensor arithmetic", ["no values"]),
    (lambda: torch.cat(x, x), "tensor cat", ["type Tensor", "torch.cat([x, y])"]),  # type: ignore[arg-type]
    (lambda: torch.stack(x, x), "tensor cat", ["type Tensor", "torch.stack([x, y])"]),  # type: ignore[arg-type]
    (lambda: torch.cat([x, 1.0]), "tensor cat", ["number 1", "type float"]),  # type: ignore[list-item]
    (
        lambda: torch.stack([x, torch.ones(3)]),
        "tensor cat",
        ["Number 0 has the shape [4]", "number 1 has [3]"],
    ),
    (lambda: torch.cat([x, M]), "tensor cat", ["one has 1 and another 2"]),
    (lambda: torch.cat([M, torch.ones(2, 4)]), "tensor cat", ["axis 0", "3 and 4"]),
    (lambda: torch.sin(1.0), "tensor create", ["sin", "'input' (position 1)", "type float"]),  # type: ignore[arg-type]
    (lambda: torch.dot(x, 2), "tensor create", ["'tensor' (position 2)", "type int"]),  # type: ignore[arg-type]
    (lambda: torch.sin(x.numpy()), "derivative array", ["NumPy"]),  # type: ignore[arg-type]
    (weighted, "autograd nonscalar", ["shape [3]", "outputs [4]"]),
    (lambda: torch.bmm(M[None], N[None].double()), "linalg dtypes", ["Float", "Double"]),
    (lambda: M @ N.double(), "linalg dtypes", ["float, the other double"]),
    (lambda: M @ N, "linalg dtypes", ["float, the other long int"]),
    (lambda: N @ M, "linalg dtypes", ["long int, the other float"]),
    (lambda: N.byte() @ M, "linalg dtypes", ["unsigned char, the other float"]),
    (lambda: M @ N.half(), "linalg dtypes", ["float, the other c10::Half"]),
    (lambda: torch.nn.Linear(3, 1)(M.long()), "linalg dtypes", ["Long, the other Float"]),
    (lambda: torch.addmm(x, M, N), "linalg dtypes", ["Float", "Long"]),
    (lambda: x + x.to("meta"), "env devices", ["One tensor lies on meta, another on cpu"]),
    (lambda: x.to("meta").numpy(), "tensor numpy", ["these numbers lie on meta", ".cpu().numpy()"]),
    (lambda: torch.ones(6).reshape(-1, 4), "tensor reshape", ["6 is no multiple of 4"]),
    (lambda: torch.ones(6).reshape(2, -1, 2), "tensor reshape", ["6 is no multiple of 4"]),
    (lambda: torch.ones(6).view(4, 2), "tensor reshape", ["[4, 2] has room for 8", "are 6"]),
    (lambda: x.sum(1), "linalg reduce", ["no axis 1: its only axis is 0."]),
    (lambda: M.sum(2), "linalg reduce", ["its axes are 0 and 1, or -2 and -1 counted"]),
    (lambda: M[None].sum(-4), "linalg reduce", ["no axis -4", "0 to 2, or -3 to -1 counted"]),
]

SEVERAL = "Expected all tensors to be on the same device, but "
FULL = "CUDA out of memory. Tried to allocate 20.00 GiB"
LITERAL: list[tuple[str, str, list[str]]] = [
    (
        f"{SEVERAL}found at least two devices, cuda:0 and cpu! (when checking argument for "
        "argument mat2 in method wrapper_CUDA_mm)",
        "env devices",
        ["One tensor lies on cuda:0, another on cpu"],
    ),
    (
        f"{SEVERAL}got mat2 is on cuda:0, different from other tensors on cpu (when checking "
        "argument in method wrapper_CUDA_mm)",
        "env devices",
        ["mat2 lies on cuda:0, the other tensors on cpu"],
    ),
    (
        "can't convert cuda:0 device type tensor to numpy. Use Tensor.cpu() to copy the tensor to "
        "host memory first.",
        "tensor numpy",
        ["these numbers lie on cuda:0"],
    ),
    (
        f"{FULL}. GPU 0 has a total capacity of 7.79 GiB of which 512.00 MiB is free. Including "
        "non-PyTorch memory, this process has 7.20 GiB memory in use. Of the allocated memory 6.00 "
        "GiB is allocated by PyTorch, and 1.00 GiB is reserved by PyTorch but unallocated. See "
        "documentation for Memory Management "
        "(https://pytorch.org/docs/stable/notes/cuda.html#environment-variables)",
        "env devices",
        ["20.00 GiB", "7.79 GiB of GPU 0", "512.00 MiB"],
    ),
    (FULL, "env devices", ["20.00 GiB"]),
    ("CUDA error: out of memory", "env devices", ["no room"]),
    ("Torch not compiled with CUDA enabled", "env verdict", ["built for the CPU alone"]),
    ("No module named 'torch'", "env verdict", ["not have torch", "python -m pip install torch"]),
    ("No module named 'numpy'", "env verdict", ["python -m pip install numpy"]),
    ("name 'np' is not defined", "env packages", ["Write import numpy as np above it"]),
    ("name 'torch' is not defined", "env packages", ["Write import torch above it"]),
    (
        "expected scalar type Long but found Float",
        "linalg dtypes",
        ["goes by Long", "met Float"],
    ),
]


def check(message: str, text: str, topic: str, says: list[str]) -> None:
    """A message is found whole in a text, broken or not, and explained with what is in it."""
    whole = " ".join(message.split())
    narrow = textwrap.fill(message, 24, break_long_words=False, break_on_hyphens=False)
    for given_text in (message, text, f"\x1b[31mError\x1b[0m: {narrow}\n\nand after it"):
        found = messages.explain(given_text)
        assert found is not None, given_text
        assert found.message == whole
        assert found.topic == topic
        explanation = f"{found.reason} {found.way_out}"
        assert not [words for words in says if words not in explanation], explanation
        assert "{" not in explanation and "None" not in explanation.replace("NoneType", "")
    assert topic in {there for there, _ in messages.questions()}


@pytest.mark.parametrize(("raises", "topic", "says"), RAISED)
def test_what_torch_raises(raises: Callable[[], object], topic: str, says: list[str]) -> None:
    with pytest.raises(
        (RuntimeError, TypeError, ValueError, LookupError, AttributeError)
    ) as raised:
        raises()
    text = "".join(traceback.format_exception(raised.value))
    assert "Traceback" in text
    check(str(raised.value), text, topic, says)


@pytest.mark.parametrize(("message", "topic", "says"), LITERAL)
def test_what_cannot_be_raised_here(message: str, topic: str, says: list[str]) -> None:
    check(message, f"Traceback …\nRuntimeError: {message}\n", topic, says)


@pytest.mark.skipif(torch.cuda.is_available(), reason="this PyTorch was built with CUDA")
def test_a_build_without_cuda() -> None:
    with pytest.raises(AssertionError) as raised:
        x.cuda()
    check(str(raised.value), f"AssertionError: {raised.value}", "env verdict", ["CPU alone"])


def test_the_whole_message_is_shown() -> None:
    """But for the line of PyTorch's own code that a warning ends in."""
    for _, message in told():
        found = messages.explain(message)
        assert found is not None
        assert found.message == " ".join(re.sub(r"\(Triggered .*\)", "", message).split())


def test_a_warning_is_shown_whole() -> None:
    with pytest.warns(UserWarning, match="was resized") as warned:
        torch.add(torch.ones(2), 1, out=torch.ones(3))
    message = str(warned[0].message)
    found = messages.explain(message)
    assert found is not None
    assert found.message == message.partition(" (Triggered")[0]


@given(st.lists(st.integers(0, 30), max_size=3), st.lists(st.integers(0, 30), max_size=3))
def test_what_is_said_of_minus_one_is_true(before: list[int], after: list[int]) -> None:
    count = 6
    shape = [*before, -1, *after]
    try:
        torch.ones(count).reshape(shape)
    except RuntimeError as error:
        found = messages.explain(str(error))
        assert found is not None
        product = int(torch.tensor([*before, *after], dtype=torch.int64).prod())
        assert f"{count} is no multiple of {product}." in found.reason
        assert "-1" not in found.way_out
        assert product == 0 or count % product


def test_a_message_of_several_lines_is_told_by_its_first() -> None:
    text = "Traceback …\n  File …\nsome.ShapeError: gradient of these:\ntensor([-1.,  2.])\n"
    assert messages.headline(text) == "some.ShapeError: gradient of these:"
    assert messages.headline("first\nlast") == "last"
    assert messages.headline(" \n") == ""
    done = subprocess.run(
        [sys.executable, "-m", "d2lcli", "explain"],
        input=text.encode(),
        capture_output=True,
        env={**os.environ, "PYTHONPATH": ROOT, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert done.stderr.decode().startswith("d2l: explain some.ShapeError: gradient of these: d2l")


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("why is my gradient None", ["autograd leaves", "autograd gradient", "autograd integers"]),
        ("how do I transpose a matrix?", ["linalg transpose", "linalg products"]),
        ("why does reshape copy", ["tensor views", "tensor reshape"]),
        ("Traceback …\nValueError: nan gradient\n", ["norm zero"]),
        ("CUDA error: device-side assert triggered", ["env devices"]),
        # One word in passing, or words that are everywhere, are no sign.
        ("Torch is not built for CUDA, which is wrong here", []),
        ("module 'torch' has no attribute 'nonexist'", []),
        ("No such file or directory: 'data.csv'", []),
        ("File '/home/me/gradient.py', line 3\nKeyError: 'x'", []),
        ("The size of tensor a must match", []),
        ("too many dimensions 'str'", []),
        ("the tensor and the numbers", []),
        ("\n", []),
    ],
)
def test_only_topics_that_are_near_are_offered(text: str, topics: list[str]) -> None:
    found = [topic for topic, _ in messages.nearest(text)]
    assert found[: len(topics)] == topics
    assert bool(found) == bool(topics)


MESSAGE = "grad can be implicitly created only for scalar outputs"


@pytest.mark.parametrize(
    "before",
    [b"a" * 10**6, b"a " * 10**6, b"[1, " * 10**6, b"caf\xe9 ", b"x\n" * 10**6],
    ids=["one word", "words", "lists", "no text", "lines"],
)
def test_the_message_is_at_the_end_of_what_is_piped(before: bytes) -> None:
    """However long that is, and whatever bytes are in it."""
    done = subprocess.run(
        [sys.executable, "-m", "d2lcli", "explain"],
        input=before + f"\nRuntimeError: {MESSAGE}\n".encode(),
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": ROOT},
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert MESSAGE in " ".join(done.stdout.decode().split())


def test_an_input_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    with (tmp_path / "a").open("w") as writable:
        done = subprocess.run(
            [sys.executable, "-m", "d2lcli", "explain"],
            stdin=writable,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": ROOT},
            check=False,
        )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("d2l: explain: the input cannot be read")


@pytest.mark.parametrize("piped", [b"", b"\n \n"])
def test_an_empty_pipe_says_where_tracebacks_go(piped: bytes) -> None:
    """``python train.py | d2l explain`` pipes stdout, and a traceback is written to stderr."""
    done = subprocess.run(
        [sys.executable, "-m", "d2lcli", "explain"],
        input=piped,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": ROOT},
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().strip() == (
        "d2l: explain: nothing came through the pipe; a traceback is written to stderr, "
        "so pipe that in too, with 2>&1"
    )
