"""Whatever a reader types: a value or a refusal, at once, and nothing else is reached."""

from __future__ import annotations

import ast
import contextlib
import random
import sys
import time
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
        "shape": shapes.parse,
        "point": lambda text: numbers.point("--at", text),
        "points": lambda text: numbers.points("--at", text),
        "weights": lambda text: numbers.weights(text, None),
    }


def texts() -> Iterator[str]:
    """The hostile ones, 1,500 of random pieces, and 1,000 good ones with something wrong."""
    yield from HOSTILE
    chance = random.Random(7)
    for _ in range(1500):
        yield "".join(chance.choices(PIECES, k=chance.randint(1, 14)))
    good = ["3*x**2-4*x", "x**2*sin(x)", "[[1,2],[3,4.5e-3]]", "(2, 3, 4)", "1,2,-inf,nan"]
    for _ in range(1000):
        text = [*chance.choice(good)]
        for _ in range(chance.randint(1, 3)):
            text[chance.randrange(len(text))] = chance.choice(PIECES)
        yield "".join(text)


ALLOWED = (
    *(ast.Expression, ast.BinOp, ast.UnaryOp, ast.USub, ast.Constant, ast.Call, ast.Load),
    *(ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow, ast.Name, ast.Attribute),
)
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


def result(parse: Callable[[str], object], text: str) -> object:
    try:
        return parse(text)
    except Refusal as refusal:
        return refusal


@pytest.mark.parametrize("name", parsers())
def test_a_value_or_a_refusal_and_nothing_else(name: str) -> None:
    """Each within 50 ms of processor time, with no event but the reading of a syntax tree."""
    parse = parsers()[name]
    count = 0
    for text in texts():
        count += 1
        seconds = []
        for _ in range(3):
            start = time.process_time()
            with watched() as events:
                value = result(parse, text)
            seconds.append(time.process_time() - start)
            assert set(events) <= {"compile"}, text[:80]
            if seconds[-1] < 0.05:
                break
        assert min(seconds) < 0.05, text[:80]
        if isinstance(value, Refusal):
            assert value.code == ExitCode.USAGE
            assert str(value).isprintable()
            assert len(str(value)) < 400
        if isinstance(value, formulas.Formula):
            for node in ast.walk(ast.parse(value.source, mode="eval")):
                assert isinstance(node, ALLOWED), text[:80]
                if isinstance(node, ast.Name):
                    assert node.id in ("x", "torch")
                if isinstance(node, ast.Attribute):
                    assert isinstance(node.value, ast.Name)
                    assert node.value.id == "torch"
                    assert node.attr in (*formulas.FUNCTIONS, *formulas.CONSTANTS)
    assert count > 2000
