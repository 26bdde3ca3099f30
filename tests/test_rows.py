"""Every row that a lesson has to show, by name: the line is there, it ran, and its value is right.

``S`` rows are the lines of the study notes that the project was made from; the others have no mark.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from typer.testing import CliRunner

from d2lcli.cli import app

Check = Callable[[dict[str, Any]], bool]
SEED = "7"


@cache
def document(lesson: str) -> Any:
    import json

    done = CliRunner().invoke(app, [lesson, "all", "--seed", SEED, "--json"])
    assert done.exit_code == 0
    return json.loads(done.stdout)


def value(expected: Any) -> Check:
    return lambda result: result["value"] == expected


def shape(*expected: int) -> Check:
    return lambda result: result["shape"] == list(expected)


def near(expected: float, tolerance: float = 1e-6) -> Check:
    return lambda result: abs(result["value"] - expected) <= tolerance


def items(*checks: Check) -> Check:
    return lambda result: all(
        check(item if isinstance(item, dict) else {"value": item})
        for check, item in zip(checks, result["value"], strict=True)
    )


def rows(columns: dict[str, list[Any]]) -> Check:
    return lambda result: all(
        [row[name] for row in result["value"]] == cells for name, cells in columns.items()
    )


def text_has(*words: str) -> Check:
    return lambda result: all(word in str(result["value"]) for word in words)


def holds(result: dict[str, Any]) -> bool:
    return result is None or result == {}


A = [[[12 * i + 4 * j + k for k in range(4)] for j in range(3)] for i in range(2)]
X = [0.0, 1.0, 2.0, 3.0]
ONES, ZEROS = [[1.0] * 4] * 3, [[0.0] * 4] * 3

# (lesson, the row's words, a piece of the code of its step, what the result has to be)
ROWS: list[tuple[str, str, str, Check]] = [
    ("tensor", "S arange(12): 12 is not in it", "x = torch.arange(12)\nx", value([*range(12)])),
    ("tensor", "the end of a range is not in it", "assert 11 in x and 12 not in x", holds),
    ("tensor", "S zeros((2,3,4))", "torch.zeros((2, 3, 4))", value([ZEROS, ZEROS])),
    ("tensor", "S ones((2,3,4))", "torch.ones((2, 3, 4))", value([ONES, ONES])),
    ("tensor", "S randn(2,3)", "sample = torch.randn(2, 3)", shape(2, 3)),
    (
        "tensor",
        "S its own mean and variance beside 0 and 1",
        '"mean": sample.mean()',
        lambda r: (
            [r["value"][-1][name] for name in ("mean", "variance")] == [0, 1]
            and abs(r["value"][1]["mean"]) < 0.005
            and abs(r["value"][1]["variance"] - 1) < 0.01
            and 0 < abs(r["value"][0]["mean"]) < 2
        ),
    ),
    ("tensor", "S tensor([[2,2],[4,3]])", "torch.tensor([[2, 2]", value([[2, 2], [4, 3]])),
    (
        "tensor",
        "S cat along 0 [(4,3,4)]",
        "torch.cat((x1, x2), 0)",
        lambda r: shape(4, 3, 4)(r) and value([ZEROS, ZEROS, ONES, ONES])(r),
    ),
    (
        "tensor",
        "S cat along 1 [(2,6,4)]",
        "torch.cat((x1, x2), 1)",
        lambda r: shape(2, 6, 4)(r) and value([ZEROS + ONES, ZEROS + ONES])(r),
    ),
    ("tensor", "S .shape", "x.shape", value([4, 3, 4])),
    ("tensor", "S .numel() [48]", "x.numel()", value(48)),
    (
        "tensor",
        "S reshape(6, 8)",
        "x.reshape(6, 8)",
        value([[8 * i + j for j in range(8)] for i in range(6)]),
    ),
    ("tensor", "S reshape(-1, 3) [(16,3)]", "x.reshape(-1, 3)", shape(16, 3)),
    ("tensor", "S elementwise +", "x + y", value([3, 4, 6, 10])),
    ("tensor", "S elementwise -", "x - y", value([-1, 0, 2, 6])),
    ("tensor", "S elementwise *", "x * y", value([2, 4, 8, 16])),
    ("tensor", "S elementwise /", "x / y", value([0.5, 1, 2, 4])),
    ("tensor", "S elementwise **", "x**y", value([1, 4, 16, 64])),
    (
        "tensor",
        "S exp",
        "torch.exp(x)",
        lambda r: all(
            math.isclose(a, math.exp(b), rel_tol=1e-6)
            for a, b in zip(r["value"], [1, 2, 4, 8], strict=True)
        ),
    ),
    ("tensor", "S ==", "x == y", value([False, True, False, False])),
    ("tensor", "S sum", "x.sum()", value(15)),
    ("tensor", "S X[-1]", "X[-1]", value([8, 9, 10, 11])),
    ("tensor", "S X[1:3]", "X[1:3]", value([[4, 5, 6, 7], [8, 9, 10, 11]])),
    (
        "tensor",
        "S writing one element",
        "X[1, 2] = 9",
        value([[0, 1, 2, 3], [4, 5, 9, 7], [8, 9, 10, 11]]),
    ),
    (
        "tensor",
        "S writing a block",
        "X[0:2, :] = 12",
        value([[12] * 4, [12] * 4, [8, 9, 10, 11]]),
    ),
    ("tensor", "S .numpy()", ".numpy()\nA", lambda r: r["kind"] == "array"),
    ("tensor", "S torch.tensor(A)", "torch.tensor(A)", lambda r: r["kind"] == "tensor"),
    (
        "tensor",
        "S .item(), float(), int()",
        "a.item(), float(a), int(a)",
        items(value([3.5]), value(3.5), value(3.5), value(3)),
    ),
    (
        "tensor",
        "S signatures of arange, zeros, ones, cat, randn, reshape",
        '"signature":',
        text_has("arange(start=0, end", "zeros(*size", "ones(*size", "cat(tensors", "randn(*size"),
    ),
    *[
        ("tensor", f"S the parameters of {name}", f"documented(torch.{name})", text_has(*words))
        for name, words in {
            "arange": ("start", "end", "step", "dtype", "starting value"),
            "zeros": ("size", "dtype", "requires_grad"),
            "ones": ("size", "dtype", "requires_grad"),
            "cat": ("tensors", "dim", "dimension over which"),
            "randn": ("size", "generator"),
            "reshape": ("input", "shape", "the new shape"),
        }.items()
    ],
    (
        "broadcast",
        "S x, y",
        "x = torch.tensor([1, 2])\ny = torch.arange(3).reshape((3, 1))\nx, y",
        items(value([1, 2]), value([[0], [1], [2]])),
    ),
    ("broadcast", "S x + y", "x + y", value([[1, 2], [2, 3], [3, 4]])),
    (
        "broadcast",
        "the axis table",
        "align(shapes)",
        rows(
            {
                "axis": [-2, -1],
                "x": ["-", 2],
                "y": [3, 1],
                "result": [3, 2],
                "verdict": ["missing in x", "y is stretched"],
            }
        ),
    ),
    (
        "broadcast",
        "both operands as they are stretched",
        "stretched = torch.broadcast_tensors",
        items(value([[0, 1]] * 3), value([[0, 0], [1, 1], [2, 2]])),
    ),
    (
        "broadcast",
        "stride 0 shown: no number is copied",
        '"its stride"',
        rows({"its stride": ["(0, 1)", "(1, 0)"], "same storage": [True, True]}),
    ),
    ("memory", "S y = y + x [False]", "y = y + x\nid(y) == before", value(False)),
    ("memory", "S y has become (3,2)", "y.shape", value([3, 2])),
    ("memory", "S y[:] = y + x [True]", "y[:] = y + x\nid(y) == before", value(True)),
    ("memory", "S y += x [True]", "y += x\nid(y) == before", value(True)),
    (
        "memory",
        "one truth table",
        "table = [",
        rows(
            {
                "way": [
                    "y = y + x",
                    "y[:] = y + x",
                    "y += x",
                    "torch.add(y, x, out=y)",
                    "y.copy_(x)",
                ],
                "same id": [False, True, True, True, True],
                "same data_ptr": [False, True, True, True, True],
                "same storage": [False, True, True, True, True],
                "new bytes": [4 * 2**20, 4 * 2**20, 0, 0, 0],
            }
        ),
    ),
    ("linalg", "S arange(24)", "A = torch.arange(24).reshape((2, 3, 4))", holds),
    ("linalg", "S arange(24).reshape((2,3,4))", "A", value(A)),
    ("linalg", "S sum of all (0-dim)", "A.sum()", lambda r: value(276)(r) and shape()(r)),
    (
        "linalg",
        "S sum along each axis",
        "[A.sum(axis=axis) for axis in range(A.ndim)]",
        items(
            value([[12 + 8 * j + 2 * k for k in range(4)] for j in range(3)]),
            value([[12, 15, 18, 21], [48, 51, 54, 57]]),
            value([[6, 22, 38], [54, 70, 86]]),
        ),
    ),
    (
        "linalg",
        "S A1 = A.sum(axis=1, keepdims=True)",
        "keepdims=True)\nA1",
        value([[[12, 15, 18, 21]], [[48, 51, 54, 57]]]),
    ),
    ("linalg", "S A / A1", "A / A1", shape(2, 3, 4)),
    (
        "linalg",
        "S the sums along that axis are 1",
        "(A / A1).sum(axis=dim)",
        lambda r: all(abs(x - 1) < 1e-6 for row in r["value"] for x in row),
    ),
    (
        "linalg",
        "S cumsum(axis=0): shape kept",
        "A.cumsum(axis=0)",
        lambda r: shape(2, 3, 4)(r) and r["value"][1][0] == [12, 14, 16, 18],
    ),
    ("linalg", "S dot product", "torch.dot(x, y)", value(5)),
    ("linalg", "S mv", "torch.mv(M, x)", value([14, 38, 62])),
    (
        "linalg",
        "S mm",
        "torch.mm(M, B)",
        value([[42, 48, 54], [114, 136, 158], [186, 224, 262]]),
    ),
    ("linalg", "scalar", "a + b, a * b", items(near(5), near(6), near(1.5), near(9))),
    ("linalg", "vector", "x = torch.arange(4)\nx", value([0, 1, 2, 3])),
    ("linalg", "element", "x[3]", value(3)),
    ("linalg", "length", "len(x), x.shape", text_has("4")),
    ("linalg", "matrix", "B = torch.arange(20)", shape(5, 4)),
    ("linalg", "transpose", "B.T", lambda r: r["value"][0] == [0, 4, 8, 12, 16]),
    ("linalg", "symmetric", "S == S.T", value([[True] * 3] * 3)),
    ("linalg", "clone and add", "C = B.clone()", lambda r: r["value"][4] == [32, 34, 36, 38]),
    ("linalg", "Hadamard", "B * C", lambda r: r["value"][4] == [256, 289, 324, 361]),
    ("linalg", "scalar times tensor", "(2 * B)", text_has("5", "4")),
    ("linalg", "mean", "A.double().mean()", items(near(11.5), near(11.5))),
    ("norm", "S torch.norm(u) [5]", "torch.norm(u)", value(5)),
    ("norm", "beside its definition", "torch.sqrt((u**2).sum())", value(5)),
    ("norm", "S torch.abs(u).sum() [7]", "torch.abs(u).sum()", value(7)),
    ("norm", "beside vector_norm", "torch.linalg.vector_norm(u)", items(value(5), value(7))),
    ("norm", "S torch.norm(torch.ones(4, 9)) [6]", "torch.norm(torch.ones(4, 9))", value(6)),
    ("norm", "S the rows' L2 norms", "rows = torch.linalg", value([3, 3, 3, 3])),
    ("norm", "S as the L2 norm of these", "vector_norm(rows)", value(6)),
    ("norm", "beside matrix_norm", "torch.linalg.matrix_norm(ones)", value(6)),
    (
        "norm",
        "p-norms, inf among them",
        '"vector_norm":',
        lambda r: all(
            abs(row["vector_norm"] - expected) < 1e-9 and abs(row["definition"] - expected) < 1e-9
            for row, expected in zip(r["value"], [7, 5, 91 ** (1 / 3), 4], strict=True)
        ),
    ),
    ("derivative", "S f(x) = 3x² − 4x", "def f(x):\n    return 3 * x**2 - 4 * x", holds),
    ("derivative", "S numerical_lim", "def numerical_lim(f, x, h):", holds),
    (
        "derivative",
        "S h from 0.1 down five times [2.30000 … 2.00003]",
        "approach(x, h)",
        lambda r: (
            [f"{row['quotient']:.5f}" for row in r["value"]]
            == ["2.30000", "2.03000", "2.00300", "2.00030", "2.00003"]
        ),
    ),
    (
        "derivative",
        "h, quotient, error, how much the error fell",
        "approach(x, h)",
        lambda r: (
            list(r["value"][0]) == ["h", "quotient", "error", "times smaller"]
            and all(abs(row["times smaller"] - 10) < 1e-3 for row in r["value"][1:])
        ),
    ),
    ("derivative", "exact: autograd", "f(x).backward()\nx.grad", value(2)),
    ("derivative", "exact: the formula of f′", "df(x.detach())", value(2)),
    (
        "derivative",
        "S f(np.arange(0, 4, 0.1))",
        "f(np.arange(0, 4, 0.1))",
        lambda r: (
            shape(40)(r)
            and all(
                abs(y - (3 * (0.1 * i) ** 2 - 0.4 * i)) < 1e-12 for i, y in enumerate(r["value"])
            )
        ),
    ),
    ("autograd", "S x = arange(4.), requires_grad_", "x.requires_grad_(True)", value([0, 1, 2, 3])),
    (
        "autograd",
        "S y = 2 * torch.dot(x, x)",
        "y, y.grad_fn.name()",
        items(value(28), value("MulBackward0")),
    ),
    ("autograd", "S x.grad [0,4,8,12]", "y.backward()\nx.grad", value([0, 4, 8, 12])),
    ("autograd", "S == 4 * x", "x.grad == 4 * x", value([True] * 4)),
    ("autograd", "S gradients add up", "y = x.sum()\ny.backward()\nx.grad", value([1, 5, 9, 13])),
    ("autograd", "S zero_, then sum [ones]", "x.grad.zero_()\ny = x.sum()", value([1, 1, 1, 1])),
    ("autograd", "S y.sum().backward() [0,2,4,6]", "y.sum().backward()", value([0, 2, 4, 6])),
    ("autograd", "S backward(gradient=…)", "gradient=torch.ones(4)", value([0, 2, 4, 6])),
    ("autograd", "S detach: x.grad == u", "x.grad == u", value([True] * 4)),
    ("autograd", "S y's own graph still works", "x.grad == 2 * x", value([True] * 4)),
    (
        "autograd",
        "control flow: a.grad == d / a",
        "a.grad == d / a",
        items(value(True), *2 * [near(204800, 1e9)]),
    ),
    (
        "autograd",
        "the graph as a tree: operations, saved values, gradients",
        "rows = walk(",
        rows(
            {
                "operation": [
                    "MulBackward0",
                    "  DotBackward0",
                    "    AccumulateGrad",
                    "    AccumulateGrad",
                ],
                "saved": ["other (): 2", f"self (4,): {X}, tensor (4,): {X}", "", ""],
            }
        ),
    ),
    ("autograd", "f at several points: values", "y = f(x)\ny", value([0, 2, 8, 18])),
    (
        "autograd",
        "f at several points: a central difference",
        "difference",
        lambda r: all(abs(a - b) < 1e-6 for a, b in zip(r["value"], [0, 4, 8, 12], strict=True)),
    ),
    ("dice", "S probs = torch.ones(6) / 6", "probs = torch.ones(6) / 6", shape(6)),
    ("dice", "S .sample((500,)) [(500,6)]", "Multinomial(10, probs).sample((500,))", shape(500, 6)),
    ("dice", "S cumulative sums", "counts.cumsum(dim=0)", shape(500, 6)),
    ("dice", "S estimates", "estimates = cumulative /", shape(500, 6)),
    ("dice", "S every row sums to 1", "assert torch.allclose(estimates.sum(dim=1)", holds),
    ("dice", "final counts", "counts[-1]", lambda r: sum(r["value"]) == 5000),
    (
        "dice",
        "estimates and deviation in standard errors",
        '"standard errors off"',
        lambda r: (
            sum(row["count"] for row in r["value"]) == 5000
            and all(
                abs(row["estimate"] - row["count"] / 5000) < 1e-12
                and abs(
                    row["standard errors off"]
                    - (row["count"] - 5000 / 6) / math.sqrt(5000 * 5 / 36)
                )
                < 0.006
                for row in r["value"]
            )
        ),
    ),
    ("dice", "chi-square", "chi_square, freedom", lambda r: r["value"][1]["value"] == 5),
    ("dice", "its p-value", "p_value", lambda r: 0 <= r["value"] <= 1),
    ("dice", "would one call it fair?", "doubt that the die is fair", text_has("reason")),
    ("env", "Python", "platform.python_version()", text_has("Python")),
    ("env", "the packages", '"package": name', text_has("torch", "torchvision", "numpy")),
    ("env", "the CUDA build", "torch.version.cuda", text_has("")),
    ("env", "devices with memory", "device_rows()", text_has("cpu")),
    ("env", "the driver", "nvidia-smi", text_has("")),
    ("env", "what is wrong, and what mends it", "found or", text_has("")),
    ("env", "torch and NumPy work together", "torch.ones(1).numpy()", value([1])),
]


@pytest.mark.parametrize(
    ("lesson", "piece", "check"),
    [pytest.param(row[0], row[2], row[3], id=f"{row[0]}: {row[1]}") for row in ROWS],
)
def test_row(lesson: str, piece: str, check: Check) -> None:
    found = [step for step in document(lesson)["steps"] if piece in step["code"]]
    assert found, f"no step has {piece!r}"
    assert all(step["error"] is None for step in found)
    shown = [step["result"] for step in found]
    assert any(check(result) for result in shown if result or check is holds), shown


def test_a_row_that_is_not_there_is_missed() -> None:
    """The finder itself: without it, a row could never fail."""
    with pytest.raises(AssertionError, match="no step"):
        test_row("norm", "torch.norm(v)", holds)
    with pytest.raises(AssertionError):
        test_row("norm", "torch.norm(u)", value(6))


def test_not_a_scalar_is_an_error() -> None:
    """S y = x * x [error]: the message is what torch says today."""
    import torch

    x = torch.arange(4.0, requires_grad=True)
    with pytest.raises(RuntimeError) as raised:
        (x * x).backward()  # type: ignore[no-untyped-call]
    (step,) = (
        step
        for step in document("autograd")["steps"]
        if step["section"] == "nonscalar" and "except RuntimeError" in step["code"]
    )
    assert step["stdout"] == f"{raised.value}\n"


@pytest.mark.parametrize("options", [("--rolls", "500"), ("--rolls", "1000000000000")])
def test_any_number_of_rolls(options: tuple[str, ...]) -> None:
    done = CliRunner().invoke(app, ["dice", "count", *options, "--seed", SEED])
    assert done.exit_code == 0
