"""The script of a run: it runs as it is, and prints each value with its name."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from d2lcli.lesson import NAMES
from d2lcli.note import Note
from d2lcli.views.script import script

from ..conftest import Run
from .made import made


def printed(text: str) -> str:
    """What a script prints."""
    output = io.StringIO()
    with redirect_stdout(output):
        exec(compile(text, "<script>", "exec"), {})
    return output.getvalue()


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("x = 3\nx + 1", "x + 1 = 4"),
        ("x = torch.ones(2)\nx", "x = tensor([1., 1.])"),
        ("x = torch.ones(2, 1)\nx", "x =\ntensor([[1.],\n        [1.]])"),
        ("x = torch.arange(9)\nx", "x =\ntensor([0, 1, 2, 3, 4, 5, 6, 7, 8])"),
        ("x = 1\nx, x == 1, {x: 2}", "x = 1\nx == 1 = True\n{x: 2} = {1: 2}"),
        ("x = torch.ones(2)\nx, 2 * x", "x = tensor([1., 1.])\n2 * x = tensor([2., 2.])"),
        ("[1, 'a']", "1 = 1\n'a' = a"),
        ("(1 +\n 2)", "1 + 2 = 3"),
        ("x = {'a': 1}\nx['a'], x[\"a\"]", "x['a'] = 1\nx['a'] = 1"),
        ("'a' + \"b\"", "'a' + 'b' = ab"),
        ("'\\n'", "'\\n' =\n\n"),
        ("x = 'ä'\nx", "x = ä"),
        ("(lambda y: y + 1)(2)", "(lambda y: y + 1)(2) = 3"),
        ("None", ""),
        ("x = 1", ""),
        ("print(5)", "5"),
        ("assert 1 < 2", ""),
        (f"sum([{', '.join('1' * 40)}])", "40"),
        (f"len('{'a' * 48}')", f"len('{'a' * 48}') = 48"),
        ("x = [3, 4]\n*x, 5", "(*x, 5) = (3, 4, 5)"),
    ],
    ids=str,
)
def test_a_value_is_printed_with_its_name(cell: str, lines: str, tmp_path: Path) -> None:
    text = script([made(tmp_path, cell)])
    assert printed(text) == (f"{lines}\n" if lines else "")


def test_captions_are_comments_and_notes_are_left_out(tmp_path: Path) -> None:
    cells = (
        "# What x is.\nx = 1\n\n# Then a function.\ndef double(y):\n    return 2 * y\n\ndouble(x)"
    )
    given = "import torch\n\n# The given one.\ndef once(x):\n    return x"
    text = script([made(tmp_path, cells + "\n\nonce", given=given, notes=[Note("x is one.")])])
    assert (
        text.partition('print("once')[0]
        == """# %% A made-up lesson: made
#
# Some text.
#
# In the book: 9.9 Nowhere

import torch

# The given one.
def once(x):
    return x

# %% The first section

# What x is.
x = 1

# Then a function.
def double(y):
    return 2 * y

print("double(x) =", double(x))

"""
    )


def test_what_pyplot_draws_is_shown(tmp_path: Path) -> None:
    cells = "import matplotlib.pyplot as plt\n\nx = [1, 2]\n\nplt.plot(x)\nplt.grid()"
    text = script([made(tmp_path, cells)])
    assert text.endswith("x = [1, 2]\n\nplt.plot(x)\nplt.grid()\nplt.show()\n")
    assert text.count("show()") == 1


def test_each_lesson_of_a_chapter_brings_what_it_needs(tmp_path: Path) -> None:
    """In one namespace, so what the one before has bound does not stay."""
    f, g = "def f(x):\n    return x", "def f(x):\n    return 2 * x"
    runs = [
        made(tmp_path, "f(1)", given=f"import torch\n\n{f}", name="one"),
        made(tmp_path, "f = 5\nf", given="import torch", name="two"),
        made(tmp_path, "f(3)", given=f"import torch\n\n{g}", name="three"),
    ]
    text = script(runs)
    assert text.startswith("# Preliminaries\n# - A made-up lesson: one\n")
    assert printed(text) == "f(1) = 1\nf = 5\nf(3) = 6\n"


# All lessons

LINES = [(name, "all") for name in NAMES] + [("derivative", "--f", "sin(x)/x", "--at", "0.3")]

# Runs scripts, each in names of its own, and prints what each of them printed.
RUNNER = """
import contextlib, io, json, sys
outputs = []
for text in json.load(sys.stdin):
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(text, "<script>", "exec"), {"__name__": "__main__"})
    outputs.append(output.getvalue())
assert not any(name.partition(".")[0] == "d2lcli" for name in sys.modules)
json.dump(outputs, sys.stdout)
"""


@pytest.fixture(scope="module")
def outputs(
    d2l: Run, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, ...], tuple[Any, str, str]]:
    """Each line's document, its script, and what that prints in a Python without d2l."""
    folder = tmp_path_factory.mktemp("scripts")
    documents, texts = [], []
    for number, line in enumerate(LINES):
        file = folder / f"{number}.py"
        documents.append(d2l(*line, "--seed", "3", "--json", "--export", str(file)).document)
        texts.append(file.read_text(encoding="utf-8"))
    done = subprocess.run(
        [sys.executable, "-I", "-W", "ignore", "-c", RUNNER],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "MPLCONFIGDIR": str(folder), "MPLBACKEND": "agg"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return dict(zip(LINES, zip(documents, texts, found, strict=True), strict=True))


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_a_lesson_prints_what_it_computes(line: tuple[str, ...], outputs: Any) -> None:
    document, text, output = outputs[line]
    assert "d2lcli" not in text
    place = 0
    for step in document["steps"]:
        result = step["result"] or {"kind": ""}
        wanted = [step["stdout"]]
        if result["kind"] in ("number", "bool"):
            wanted.append(f"{result['value']}\n")
        if result["kind"] in ("tensor", "array"):
            wanted.append("=")
        for part in wanted if not step["measured"] else []:
            found = output.find(part, place)
            assert found >= place, (step["code"], part)
            place = found + len(part)


def test_code_on_stdout_is_the_same_script(d2l: Run, outputs: Any) -> None:
    line = ("derivative", "all")
    assert d2l(*line, "--seed", "3", "--code").out == outputs[line][1]
