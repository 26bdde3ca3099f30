"""Whatever a reader types: a value or a refusal, in a few steps, and nothing else is reached."""

from __future__ import annotations

import ast
import contextlib
import random
import sys
from collections.abc import Callable, Iterator

import pytest

from d2lcli.errors import ExitCode, Refusal
from d2lcli.inputs import formulas, numbers, shapes, tensors

HOSTILE = [
    "__import__('os').system('true')",
    "(lambda: x)()",
    "x.__class__.__base__.__subclasses__()",
    "[c for c in (1).__class__.__mro__]",
    "open('/etc/passwd').read()",
    "exec('x')",
    "eval('x')",
    "globals()",
    "getattr(x, 'grad')",
    "x if x else x",
    "where",
    "where(x)",
    "where(x, x, x)",
    "where(x < 0, x)",
    "where(x < 0 < 1, x, x)",
    "where(x < 0, x < 1, x)",
    "where((x < 0), x, x)",
    "where(x < 0, 1, 2, 3)",
    "where(x is x, 1, 2)",
    "where(x in x, 1, 2)",
    "where(not x, 1, 2)",
    "where(x < 0 and x, 1, 2)",
    "where(x := 0, 1, 2)",
    "where(x = 0, 1, 2)",
    "where(x<0," * 15 + "x" + ",x)" * 15,
    "max(",
    "max()",
    "max(x,)",
    "max(,x)",
    "max(*x)",
    "max(x, x, x)",
    "max(x, key=x)",
    "min(max)",
    "min(x, 1)(x)",
    "max(1/0, x)",
    "x < 0",
    "x == x",
    "x != 1",
    "1 < 2",
    "x <> 1",
    "x <",
    "< x",
    "x,x",
    "x>>1",
    "x//2",
    "x@x",
    "~x",
    "lambda: x",
    "where（x＜0，1，2）",
    "１＿０００",
    "1__000",
    "1_000_",
    "_",
    "《》",
    "。",
    "（",
    "x and x",
    "not x",
    "x := 1",
    "f'{x}'",
    "'x'*9**9",
    "b'x'",
    "...",
    "sin(*x)",
    "sin(**x)",
    "sin(x=1)",
    "sin(sin)",
    "sin.x",
    "sin",
    "x[0]",
    "x[:]",
    "{x}",
    "{x: x}",
    "[x]",
    "(x,)",
    "await x",
    "yield x",
    "x; x",
    "x # comment",
    "x\\\n+1",
    "\x00",
    "x\x00",
    "\ufeffx",
    "ｘ",
    "sin（x）",
    "𝐱+1",
    "x\u200b",
    "९",
    "²",
    "1_000",
    "0x10",
    "0b1",
    "1j",
    "1e999999",
    "9" * 5000,
    "9**9**9**9",
    "2**10000*x",
    "(-1)**0.5",
    "1/0*x",
    "0**-1",
    "log(-1)",
    "asin(2)",
    "tan(pi/2)",
    "exp(1000)",
    "sigmoid(-1e308)",
    "-" * 199,
    "(" * 199,
    "sin(" * 49 + "x" + ")" * 49,
    "x**" * 66 + "x",
    "1e308*1e308",
    "[" * 5000,
    "]" * 5000,
    "[[[[[[]]]]]]",
    "1," * 20000,
    ",",
    ",,,,",
    "nan",
    "-inf",
    "infinity",
    "1.2.3",
    "--1",
    "+-1",
    "1e",
    "e1",
    "None",
    "True",
    "%s%n",
    "{}",
    "${x}",
    "`x`",
    "rm -rf",
    "99999999999999999999,1",
    "-1,2",
    "1" * 19,
    "()",
    "(,)",
    "(3",
    "3)",
    "[3)",
    " ",
    "",
    "\t\n",
    "\ud800",
]
PIECES = [
    *("x", "e", "pi", "sin", "cos", "log", "sqrt", "abs", "relu", "sigmoid", "nan", "inf"),
    *("min(", "max(", "where(", "<", "<=", "==", "!=", ">", "y", "z", "（", "，", "－", "１", "_"),
    *("0", "1", "2.5", "1e3", ".5", "9" * 30, "+", "-", "*", "/", "**", "(", ")", "[", "]"),
    *(
        ",",
        ".",
        " ",
        "__",
        "import",
        "lambda",
        ":",
        "=",
        "'",
        '"',
        "\\",
        "#",
        "@",
        "é",
        "²",
        "\x00",
    ),
]


def parsers() -> dict[str, Callable[[str], object]]:
    return {
        "formula": lambda text: formulas.parse("--f", text),
        "tensor": lambda text: tensors.parse("--data", text),
        "vector": lambda text: tensors.vector("--vector", text),
        "matrix": lambda text: tensors.matrix("--matrix", text),
        "several": lambda text: formulas.parse("--f", text, ("x", "y", "z")),
        "shape": lambda text: shapes.parse("--shape", text),
        "operands": lambda text: shapes.operands("shapes", text),
        "point": lambda text: numbers.point("--at", text),
        "points": lambda text: numbers.points("--at", text),
        "weights": lambda text: numbers.weights("--probs", text),
        "counts": lambda text: numbers.counts("--counts", text),
        "whole": lambda text: numbers.whole("--rolls", text),
        "axes": lambda text: numbers.axes("--dim", text),
        "share": lambda text: numbers.share("--prior", text),
    }


def texts() -> Iterator[str]:
    """The hostile ones, 1,500 of random pieces, and 1,000 good ones with something wrong."""
    yield from HOSTILE
    chance = random.Random(7)
    for _ in range(1500):
        yield "".join(chance.choices(PIECES, k=chance.randint(1, 14)))
    good = [
        "where(x<0,x**2,max(x,1))",
        "3*x**2-4*x",
        "x**2*sin(x)",
        "[[1,2],[3,4.5e-3]]",
        "(2, 3, 4)",
        "1,2,-inf,nan",
    ]
    for _ in range(1000):
        text = [*chance.choice(good)]
        for _ in range(chance.randint(1, 3)):
            text[chance.randrange(len(text))] = chance.choice(PIECES)
        yield "".join(text)


ALLOWED = (
    *(ast.Expression, ast.BinOp, ast.UnaryOp, ast.USub, ast.Constant, ast.Call, ast.Load),
    *(ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow, ast.Name, ast.Attribute),
    *(ast.Compare, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq, ast.keyword),
)
CALLED = {*formulas.FUNCTIONS, *formulas.CONSTANTS, "minimum", "maximum", "clamp", "where"}
happened: list[str] | None = None


def watch(event: str, _: object) -> None:
    """Everything that Python itself reports: imports, files, processes, code that runs."""
    if happened is not None:
        happened.append(event)


sys.addaudithook(watch)


@contextlib.contextmanager
def watched() -> Iterator[list[str]]:
    global happened
    happened = []
    try:
        yield happened
    finally:
        happened = None


def test_the_watch_sees_what_it_has_to_see() -> None:
    with watched() as events:
        eval("1 + 1")
        with open(__file__):  # noqa: PTH123  # the plain call
            pass
        object().__class__.__subclasses__  # noqa: B018
    assert {"exec", "open"} <= set(events)


def result(parse: Callable[[str], object], text: str) -> tuple[object, int]:
    """What comes of it, and how many functions were called for it, Python's own among them."""
    calls = 0

    def note(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(note)
    try:
        return parse(text), calls
    except Refusal as refusal:
        return refusal, calls
    finally:
        sys.setprofile(None)


def test_the_count_sees_work_that_grows() -> None:
    assert result(lambda text: [ord(sign) for sign in text * 1000], "ab")[1] > 2000


@pytest.mark.parametrize("name", parsers())
def test_a_value_or_a_refusal_and_nothing_else(name: str) -> None:
    """In calls bounded by the length of the text, with no event but the reading of a tree."""
    parse = parsers()[name]
    count = 0
    for text in texts():
        count += 1
        with watched() as events:
            value, calls = result(parse, text)
        assert {*events} <= {"compile", "sys.setprofile"}, text[:80]
        assert calls < 5000 + 400 * min(len(text), 20_000), text[:80]
        if isinstance(value, Refusal):
            assert value.code == ExitCode.USAGE
            assert str(value).isprintable()
            assert len(str(value)) < 400
        if isinstance(value, formulas.Formula):
            check(value)
    assert count > 2000


def check(formula: formulas.Formula) -> None:
    """Nothing but the grammar is in what torch is going to run."""
    for node in ast.walk(ast.parse(formula.source, mode="eval")):
        assert isinstance(node, ALLOWED), formula.text
        if isinstance(node, ast.Name):
            assert node.id in ("x", "y", "z", "torch")
        if isinstance(node, ast.keyword):
            assert node.arg in ("min", "max")
        if isinstance(node, ast.Attribute):
            assert isinstance(node.value, ast.Name)
            assert node.value.id == "torch"
            assert node.attr in CALLED
