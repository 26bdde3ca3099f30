"""Where readers go wrong: each row is there, run live, and its message is explained.

The messages come from the installed torch, never from a string here: only short fragments of them
are compared.
"""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from d2lcli import messages
from d2lcli.request import TOUR, load, topics

from .conftest import Run
from .test_rows import document, items, near, rows, shape, value

Check = Callable[[dict[str, Any]], bool]


def says(*words: str) -> Check:
    """The step prints or warns with these words of torch's."""
    return lambda step: all(word in step["stdout"] + "".join(step["warnings"]) for word in words)


def gives(check: Callable[[dict[str, Any]], bool]) -> Check:
    return lambda step: step["result"] is not None and check(step["result"])


def best(column: str, *steps: float) -> Check:
    """The marked h of a column is one of these."""
    return gives(
        lambda r: next(row["h"] for row in r["value"] if row[column].endswith("*")) in steps
    )


NAN = ["nan", "nan"]
# (lesson and topic, the row's words, a piece of the code of its step, what it has to show)
W: list[tuple[str, str, str, Check]] = [
    ("tensor views", "reshape is a view", "V.data_ptr() == X.data_ptr()", gives(value(True))),
    (
        "tensor views",
        "writing through it shows",
        "V[0, 0] = 100",
        gives(value([[100, 1, 2], [3, 4, 5]])),
    ),
    ("tensor views", "view of a transposed tensor fails", "X.T.view(6)", says("view size is not")),
    (
        "tensor views",
        "reshape copies it",
        "C, C.data_ptr()",
        gives(lambda r: r["value"][1] is False),
    ),
    (
        "tensor views",
        "reshape is not transpose",
        "X.reshape(3, 2), X.T",
        gives(items(value([[100, 1], [2, 3], [4, 5]]), value([[100, 3], [1, 4], [2, 5]]))),
    ),
    (
        "tensor dtypes",
        "arange(3) int64, arange(3.) float32",
        "arange(3.0).dtype",
        gives(value(["torch.int64", "torch.float32"])),
    ),
    ("tensor dtypes", "mean() of int64 fails", "n.mean()", says("mean()", "Long")),
    ("tensor dtypes", "x[0] = 3.9 stores 3", "n[0] = 3.9", gives(value([3, 1, 2]))),
    (
        "tensor constructors",
        "torch.Tensor(3) has shape (3,)",
        "torch.Tensor(3).shape",
        gives(value([3])),
    ),
    (
        "tensor constructors",
        "torch.tensor(3) has shape ()",
        "torch.tensor(3).shape",
        gives(lambda r: r["value"][1]["value"] == []),
    ),
    (
        "broadcast misfit",
        "the axis is named",
        "align(misfits)",
        gives(rows({"axis": [-2, -1], "verdict": ["missing in y", "conflict"]})),
    ),
    (
        "broadcast misfit",
        "repairs that were tried",
        "repairs(operands)[:3]",
        gives(
            lambda r: {"x.transpose(0, 1)", "y[..., None]"} <= {row["repair"] for row in r["value"]}
        ),
    ),
    ("broadcast grow", "(3,) + (3,1) silently gives (3,3)", "guess - truth", gives(shape(3, 3))),
    (
        "broadcast axes",
        "a warning where both operands grow",
        "print(",
        says("every operand is stretched"),
    ),
    (
        "broadcast target",
        "y += x on a (3,1) y fails",
        "y += x\nexcept",
        says("output with shape [3, 1]"),
    ),
    ("broadcast target", "y[:] = y + x too", "y[:] = y + x", says("Target sizes: [3, 1]")),
    (
        "memory ids",
        "keep the old tensor alive while comparing",
        "old = x",
        gives(value([False, False])),
    ),
    (
        "memory ids",
        "reshape gives a new id on the same data",
        "y = x.reshape(2, 3)",
        gives(value([False, True])),
    ),
    (
        "memory temporary",
        "y[:] = y + x allocates [4,000,000]",
        "allocated(copied)",
        gives(value(4_000_000)),
    ),
    ("memory temporary", "y += x allocates none", "allocated(lambda: added(y))", gives(value(0))),
    (
        "memory conversions",
        ".numpy() shares",
        "t.numpy()",
        gives(rows({"shared": [True, True, True, False, False]})),
    ),
    (
        "memory conversions",
        "from_numpy, as_tensor share, torch.tensor copies",
        "from_numpy",
        gives(rows({"shared": [True, True, False]})),
    ),
    (
        "linalg axis",
        "the removed axis struck out, keepdim beside it",
        "with keepdim",
        gives(
            rows(
                {
                    "after": ["(3, 4)", "(2, 4)", "(2, 3)"],
                    "with keepdim": ["(1, 3, 4)", "(2, 1, 4)", "(2, 3, 1)"],
                }
            )
        ),
    ),
    (
        "linalg shares",
        "A / A.sum(axis=1) fails on (5,4)",
        "torch.ones(5, 4)",
        says("must match the size"),
    ),
    (
        "linalg shares",
        "and runs with wrong sums on (5,5)",
        "S = torch.arange",
        gives(lambda r: max(abs(x - 1) for x in r["value"]) > 0.5),
    ),
    ("linalg dtypes", "* promotes", "n * f", gives(lambda r: r["dtype"] == "torch.float32")),
    ("linalg dtypes", "dot needs equal dtypes", "torch.dot(n, f)", says("same dtype")),
    ("linalg dtypes", "mv", "torch.mv(N, f)\nexcept", says("same dtype")),
    ("linalg dtypes", "mm", "torch.mm(N", says("same dtype")),
    ("linalg transpose", ".T on three axes", "T.T.shape", says("x.T")),
    (
        "norm alike",
        "ones(4,9) cannot tell norms apart: a matrix that does",
        "three(ones)",
        gives(
            lambda r: (
                [
                    {round(row[n], 3) for n in ("Frobenius", "spectral", "nuclear")}
                    for row in r["value"]
                ]
                == [{6}, {5.477, 5.465, 5.831}]
            )
        ),
    ),
    (
        "norm flattened",
        "torch.norm(M, p=1) flattens",
        "torch.norm(K, p=1)",
        gives(items(near(10), near(10))),
    ),
    (
        "norm flattened",
        "matrix_norm(M, 1) is the largest column sum",
        "matrix_norm(K, 1)",
        gives(items(near(6), near(6))),
    ),
    (
        "norm integers",
        "norm of int64 fails",
        "torch.norm(n)\nexcept",
        says("floating point", "Long"),
    ),
    ("norm zero", "the gradient of sqrt at 0 is nan", "sqrt().backward()", gives(value(NAN))),
    ("norm zero", "that of vector_norm is 0", "vector_norm(x).backward()", gives(value([0, 0]))),
    (
        "derivative smaller",
        "float32 is best near 1e-4",
        "errors([",
        best("float32 forward", 1e-3, 1e-4),
    ),
    ("derivative smaller", "float64 turns near 1e-8", "errors([", best("float64 forward", 1e-8)),
    (
        "derivative smaller",
        "central differences are better by an order",
        "errors([",
        best("float64 central", 1e-5, 1e-6),
    ),
    (
        "derivative smaller",
        "and gives 0 below about 1e-7: the error is cos 1",
        "errors([",
        gives(
            lambda r: all(
                row["float32 forward"].startswith("5e-01") for row in r["value"] if row["h"] < 5e-8
            )
        ),
    ),
    (
        "derivative smaller",
        "theory's best h beside it",
        "bend, third",
        gives(
            lambda r: (
                1e-8 < r["value"][1]["best h, forward"] < 3e-8
                and 5e-6 < r["value"][1]["best h, central"] < 1e-5
            )
        ),
    ),
    (
        "derivative parabola",
        "for degree 2 central differences are exact",
        "central_lim(square",
        gives(rows({"central": [2, 2, 2], "forward": [3, 2.5, 2.25]})),
    ),
    (
        "derivative nowhere",
        'where f is nan (log at -1 has "gradient" -1)',
        "torch.log(x)",
        gives(items(value("nan"), value(-1))),
    ),
    (
        "derivative nowhere",
        "at a kink autograd's 0 is a convention",
        "torch.abs(x)",
        gives(value(0)),
    ),
    (
        "derivative nowhere",
        "the derivative is undefined whatever autograd says",
        "verdict(torch.abs",
        gives(lambda r: ["no value" in row["verdict"] for row in r["value"]] == [True, False]),
    ),
    ("autograd twice", "backward twice fails", "y.backward()\nexcept", says("second time")),
    ("autograd twice", "retain_graph adds up", "retain_graph=True", gives(value([0, 4, 8, 12]))),
    ("autograd twice", "forgetting zero_", "range(3)", gives(value([0, 10, 20, 30]))),
    ("autograd inplace", "in-place on a leaf fails", "x += 1", says("leaf")),
    (
        "autograd inplace",
        "exp fails",
        "torch.exp(x)",
        says("modified by an inplace operation", "Exp"),
    ),
    ("autograd inplace", "x*2 does not", "x * 2", gives(value([2, 2, 2, 2]))),
    (
        "autograd integers",
        "int tensors cannot require gradients",
        "arange(4, req",
        says("loating point"),
    ),
    (
        "autograd leaves",
        ".grad of a non-leaf is None",
        "y.is_leaf, y.grad",
        lambda step: step["result"]["value"][2] is None and "leaf" in step["warnings"][0],
    ),
    (
        "autograd arrays",
        ".numpy() of a tensor that requires grad",
        ".numpy()\nexcept",
        says("detach().numpy()"),
    ),
    ("autograd hidden", "detach shares memory", "y.detach().zero_()", says("inplace operation")),
    (
        "autograd hidden",
        ".data silently gives a wrong gradient",
        "y.data.zero_()",
        gives(lambda r: r["value"][0]["value"] == [0, 0, 0]),
    ),
    (
        "dice multinomial",
        "torch.multinomial gives indices",
        "torch.multinomial(faces, 4)",
        gives(lambda r: len(set(r["value"])) == 4 and set(r["value"]) <= set(range(6))),
    ),
    (
        "dice multinomial",
        "and without replacement by default",
        "multinomial(faces, 10)\nexcept",
        says("without replacement"),
    ),
    (
        "dice multinomial",
        "distributions.Multinomial gives counts",
        "Multinomial(10, faces)",
        gives(lambda r: sum(r["value"]) == 10),
    ),
    (
        "dice digits",
        "a hundred times the rolls for one more digit",
        'rows[0]["average off"]',
        gives(near(10, 0.5)),
    ),
]


@pytest.mark.parametrize(
    ("topic", "piece", "check"),
    [pytest.param(row[0], row[2], row[3], id=f"{row[0]}: W {row[1]}") for row in W],
)
def test_row(topic: str, piece: str, check: Check) -> None:
    lesson, section = topic.split()
    found = [
        step
        for step in document(lesson)["steps"]
        if step["section"] == section and piece in step["code"]
    ]
    assert found, f"no step of {topic} has {piece!r}"
    assert any(check(step) for step in found), found


@pytest.mark.parametrize(
    ("function", "at", "verdict"),
    [
        ("log(x)", "-1", "no value"),
        ("1/x", "0", "infinite"),
        ("sqrt(x)", "0", "the domain ends"),
        ("abs(x)", "0", "a kink"),
        ("relu(x)", "0", "a kink"),
        ("abs(x)", "1", "both sides agree"),
        ("sin(x)", "1e6", "both sides agree"),
        ("x**3", "0", "both sides agree"),
        ("x-1", "1", "both sides agree"),
        ("x**3-3*x**2+2*x", "1", "both sides agree"),
        ("(x-1)*(x-2)*(x-3)", "2", "both sides agree"),
        ("sinh(x-1)", "1", "both sides agree"),
        ("asin(x-1)", "1", "both sides agree"),
        ("abs(x-1)*(x-1)", "1", "both sides agree"),
        ("log(x/(1-x))", "0.5", "both sides agree"),
        ("sin(100*x)", "pi", "both sides agree"),
        ("abs(x)", "1e-7", "both sides agree"),
        ("relu(x)", "1e-8", "both sides agree"),
        ("abs(x)**1.1", "0", "both sides agree"),
        ("sin(x)", "pi/2", "both sides agree"),
        ("(x-1)**2+10", "1", "both sides agree"),
        ("sin(x**2)", "1000", "both sides agree"),
        ("asin(x)", "0.9999", "both sides agree"),
        ("tan(x)", "pi/2", "do not settle"),
        ("atan(1/x)", "0", "do not settle"),
        ("sqrt(x**2)", "0", "a kink"),
        ("acos(cos(x))", "pi", "a kink"),
        ("abs(x)+1e10", "0", "rounding"),
        ("exp(x)", "1000", "too large"),
        ("0**x", "0", "the domain ends"),
        ("asin(x)", "1", "the domain ends"),
        ("7", "0", "both sides agree"),
        ("1e10+x", "0", "rounding"),
        ("abs(x)**0.5", "0", "do not settle"),
        ("sin(x)/x", "0", "no value"),
        ("sqrt(x)", "1e-9", "both sides agree"),
        ("log(x)", "1e-30", "both sides agree"),
        ("abs(x)", "-1e-12", "both sides agree"),
        ("sin(100000*x)", "1", "both sides agree"),
        ("x**2", "1e50", "both sides agree"),
        ("abs(x-1e6)", "1e6", "a kink"),
        ("abs(sin(x))", "0", "a kink"),
        ("exp(x)", "-700", "both sides agree"),
        ("sigmoid(x)", "40", "both sides agree"),
        ("1e20+abs(x)", "0", "rounding"),
        ("asin(x)", "0.9999999", "or right beside"),
        ("1/x", "1e-300", "too large"),
        ("abs(x)**1.05", "0", "perhaps"),
    ],
)
def test_where_there_is_no_derivative(function: str, at: str, verdict: str, d2l: Run) -> None:
    """W where f is nan, whatever autograd says (log at −1 has "gradient" −1); and at a kink."""
    page = d2l("derivative", "exact", "sides", "--f", function, "--at", at)
    assert page.code == 0
    told = page.out.partition("    verdict(f, x)")[2]
    assert verdict in told
    # Each section says so by itself, too.
    assert (
        verdict in page.out.partition("    verdict(f, x.detach().double())")[2].partition("──")[0]
    )
    alone = d2l("derivative", "quotient", "--f", function, "--at", at)
    assert verdict in alone.out.partition("    verdict(f, x.double())")[2]
    if (function, at) == ("log(x)", "-1"):
        assert re.search(r"x\.grad\n +-1\.", page.out)


@cache
def told() -> list[tuple[str, str]]:
    """Every message that the questions show, as the installed torch writes it, with its topic."""
    found = []
    for lesson in TOUR:
        for step in document(lesson)["steps"]:
            texts = [step["stdout"]] if "except" in step["code"] else []
            found += [
                (f"{lesson} {step['section']}", text.rstrip("\n"))
                for text in (*texts, *step["warnings"])
                if text
            ]
    return found


# A message may belong to another topic than the one that meets it in passing.
ELSEWHERE = {
    ("linalg shares", "broadcast misfit"),
    ("autograd hidden", "autograd inplace"),
}


def test_every_message_is_explained() -> None:
    """Verbatim, with the topic that shows it."""
    assert len(told()) >= 18
    for topic, message in told():
        found = messages.explain(message)
        assert found is not None, message
        assert found.topic == topic or (topic, found.topic) in ELSEWHERE, message
        assert "{" not in found.reason + found.way_out


def test_a_whole_traceback_is_explained() -> None:
    """Each message as the last line of a real traceback, with colours, and broken into lines."""
    for _, message in told():
        code = f"def step():\n    raise RuntimeError({message!r})\nstep()"
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=False
        )
        assert done.returncode == 1
        direct = messages.explain(message)
        assert direct is not None
        for text in (
            done.stderr,
            "\x1b[31mRuntimeError\x1b[0m: " + message,
            textwrap.fill(message, 30, break_long_words=False, break_on_hyphens=False),
            f"> {message}\nand nothing after it",
        ):
            found = messages.explain(text)
            assert found is not None, text
            assert (found.topic, found.reason) == (direct.topic, direct.reason)
        break_after = messages.explain(done.stderr)
        assert break_after == direct


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 9))
def test_other_sizes_go_into_the_explanation(a: int, b: int, axis: int) -> None:
    found = messages.explain(
        f"The size of tensor a ({a}) must match the size of tensor b ({b}) at non-singleton "
        f"dimension {axis}"
    )
    assert found is not None
    assert f"axis {axis}" in found.reason
    assert f"{a} and {b}" in found.reason
    assert found.table == [{"axis": axis, "a": a, "b": b, "verdict": "conflict"}]


def test_the_table_of_a_target_says_where_there_is_no_room() -> None:
    import torch

    y = torch.zeros(2, 3, 1)
    with pytest.raises(RuntimeError) as raised:
        y += torch.zeros(4, 2, 3, 5)
    found = messages.explain(str(raised.value))
    assert found is not None
    assert [row["verdict"] for row in found.table] == [
        "no room for 4",
        "fits",
        "fits",
        "no room for 5",
    ]
    assert [row["target"] for row in found.table] == ["-", 2, 3, 1]


def test_of_two_messages_the_last_counts() -> None:
    first = "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead."
    second = "grad can be implicitly created only for scalar outputs"
    for text, topic in ((f"{first}\n{second}", "nonscalar"), (f"{second}\n{first}", "arrays")):
        found = messages.explain(text)
        assert found is not None
        assert found.topic == f"autograd {topic}"


@given(st.text(max_size=200))
def test_unknown_text_gets_no_confident_answer(text: str) -> None:
    assert messages.explain(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The size of tensor a must match",
        "KeyError: 'x'",
        "ModuleNotFoundError: No module named 'torchvision'",
        "CUDA error: device-side assert triggered",
        "view size is compatible",
        "Trying to backward through the graph",
        "why is my gradient None?",
        "expected scalar type Float",
    ],
)
def test_what_is_not_known_is_said(text: str, d2l: Run) -> None:
    assert messages.explain(text) is None
    outcome = d2l("explain", text)
    assert outcome.code in (1, 2)
    assert "does not know this message" in outcome.err or text == ""


def test_every_meaning_names_a_topic_that_is_there() -> None:
    there = {topic for topic, _ in messages.questions()}
    for meaning in messages.MEANINGS:
        assert meaning.topic in there
        groups = re.compile(meaning.pattern).groups + (meaning.words is not None)
        assert groups >= len({*re.findall(r"\{(\d)\}", meaning.reason + meaning.way_out)})


def test_questions_are_listed_and_wait(d2l: Run) -> None:
    for name in TOUR:
        page = d2l(name, COLUMNS="100").out
        for section in topics(load(name)):
            assert (f"d2l {name} {section.name} " in page) == section.is_question


def test_explain_on_the_command_line(process: Run) -> None:
    message = "mat1 and mat2 shapes cannot be multiplied (3x4 and 5x2)"
    outcome = process("explain", message)
    assert outcome.code == 0
    assert "(3, 4) times (5, 2) would need 4 and 5 to be equal" in " ".join(outcome.out.split())
    assert "d2l linalg products" in outcome.out
    piped = subprocess.run(
        [sys.executable, "-m", "d2lcli", "explain"],
        input=f"Traceback …\nRuntimeError: {message}\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (piped.returncode, piped.stdout, piped.stderr) == (0, outcome.out, "")
