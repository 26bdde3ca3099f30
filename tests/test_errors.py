"""What goes wrong on purpose: one table of wrong command lines, and how errors are written.

A row of the table is an exit code, what is typed, and after ``=>`` pieces of the one sentence on
stderr: the value, the reason and the way out, in this order. Behind the code, ``+`` says that the
page comes first. The sentences themselves stand in the program and nowhere else.
"""

from __future__ import annotations

import errno
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.errors import ExitCode, Misuse, Refusal, one_line, printable, quoted
from d2lcli.inputs.grammar import NAMES

from .conftest import Run
from .test_language import english_left

TABLE = r"""
Commands, topics and options
2  nope => 'nope' … see d2l --help
2  derivativ => 'derivativ' … did you mean 'derivative'
2  reshape => reshape is a topic; write d2l tensor reshape
2  --nope => --nope … see d2l --help
2  -x => -x … see d2l --help
2  derivative --stepz 3 => --stepz … --steps … see d2l derivative --help
2  derivative --h => --h … requires … see d2l derivative --help
2  derivative --h --steps 5 => --h --steps: … no number; give
2  derivative array --h 0.1 => --h … in array: it reaches quotient, sides … name one
2  derivative -h 0.1 => -h 0.1: -h shows the help; … --h 0.1
2  derivative -h0.1 => -h 0.1: -h shows the help; … --h 0.1
2  derivative -h=-1 => -h -1: -h shows the help; … --h -1
2  tensor reshap => 'reshap'; did you mean reshape? choose from create
2  tensor zzz => 'zzz'; choose from create … or all
2  tensor picture => 'picture'; add --plot FILE
2  tensor all nope => 'nope'; choose from
2  tensor --shape 2 3 => '3'; sizes and numbers have commas
2  tensor create --shape 2,3 => --shape … in create: it reaches shape … name one
2  broadcast 2,x => shape 2,x: 'x' is no size; give
2  norm 3,a => --vector 3,a: 'a' is no number; give
2  dice 8,12,x => --counts 8,12,x: 'x' is no number; give
2  linalg products 2,3 3,y => shape 3,y: 'y' is no size; give
2  broadcast 3,1 2 nope => 'nope'; choose from
2  norm matrix --vector 3,4 => --vector … in matrix: it reaches vector … name one
2  norm matrix 3,4 => 3,4 has nothing to set in matrix: it reaches vector … name one
2  linalg vectors 2,3 3,4 => 2,3 3,4 … in vectors: it reaches multiply … name one
2  dice counts --rolls 5 => --rolls … in counts: it reaches sample … name one
2  memory new --inplace => new: --inplace … leave out one
2  memory new --no-inplace --size 5 => new: --no-inplace … leave out one
2  tour reshape => reshape … see d2l tour --help
2  tour --plot => --plot … requires … see d2l tour --help
2  tour --h 1 => --h … see d2l tour --help
2  env nope => nope … see d2l env --help
2  norm --code --json => --code --json: both … leave out one
2  norm --predict --json => --predict --json: a document cannot wait … leave out one
1  norm --step => --step: there is no terminal … run it in one
1  norm -i => -i: there is no terminal … run it in one

Numbers
2  derivative --h x => --h x: 'x' is no number; give
2  derivative --h 0 => --h 0: the quotient divides by h; give … 0.001
2  derivative --h nan => --h nan: this is not finite; give
2  derivative --h 1e101 => --h 1e+101: … not fit into a float; give
2  derivative --h 1/0 => --h 1/0: … divides by 0; leave it out
2  derivative --steps 0 => --steps 0: … give … from 1 to 400
2  derivative --steps 401 => --steps 401: … give … from 1 to 400
2  derivative --steps 1.5 => --steps 1.5: … give a whole number
2  derivative --steps "" => --steps '': a number is missing; give
2  derivative --factor 1 => --factor 1: steps have to get smaller; give
2  derivative --factor -0.1 => --factor -0.1: … give
2  derivative --method up => --method up: … give forward or central
2  derivative --method "" => --method '': … give forward or central
2  derivative --dtype int8 => --dtype int8: … give float32 or float64
2  derivative --at inf => --at inf: this is not finite; give
2  derivative --at 1,2 => --at 1,2: … no number; give
2  derivative --at pi* => --at pi*: nothing stands after * … write
2  autograd --at 1,,2 => --at 1,,2: a number is missing; give
2  autograd --at 1;2 => --at 1;2: … no number; give
2  autograd --f x*y --at 1 => --at 1: … variables x and y … --at 1,2
2  autograd --f x**2 --weights 1,2 => --weights 1,2: … 4 points; give 4 weights
2  norm --p 0.5 => --p 0.5: a norm has an order of 1 or more … give 1 or more
2  norm --p nan => --p nan: … give 1 or more
2  norm --vector 3,4 --p 513 => --p 513: … not fit into a float; give at most 511, or inf
2  norm --p 700 => --p 700: … not fit into a float; give at most
2  norm 3,4 --vector 3,4 => 3,4 and --vector 3,4: both are the same; leave out one
2  norm --dim 3 => --dim 3: … (2, 3, 4) has no such axis; give one from -3 to 2
2  norm --dim 0,0 => --dim 0,0: axis 0 is there twice; give each axis once
2  linalg --dim x => --dim x: 'x' is no number; give
2  linalg --dim 1 --data 1,2,3 => --dim 1: … (3,) has no such axis; give one from -1 to 0
2  memory --size 0 => --size 0: this is no count; give … from 1 up
1  memory --size 68719476736 => --size 68719476736: this takes … GiB free; give a smaller number
2  dice --seed -1 => --seed -1: torch takes no such seed; give … from 0 to
2  dice --seed 9223372036854775808 => --seed 9223372036854775808: … give … from 0 to
2  dice --seed ٣ => --seed ٣: … no number; give
2  dice --dice 0 => --dice 0: … give … from 1 to
2  dice --dice 10000000000001 => --dice 10000000000001: … give … to 10000000000000
2  dice --rolls 99999999999999999999 => --rolls 99999999999999999999: … give … from 1 to
2  dice --rolls 1e15 --dice 1e3 => --rolls 1000000000000000 with 1000 dice: … give at most
2  dice --faces 1 => --faces 1: a die has 2 to 1000 faces; give
2  dice --faces 1001 => --faces 1001: a die has 2 to 1000 faces; give
2  dice --probs 1 => --probs 1: a die has … these are 1; give a weight for each face
2  dice --probs 1,-1 => --probs 1,-1: the weight of face 2 is -1; give
2  dice --probs 0,0,0 => --probs 0,0,0: the weights add up to 0; give
2  dice --probs 1,1,2 --faces 6 => --faces 6: --probs has 3; leave out one
2  dice --counts 0,0 => --counts 0,0: the counts add up to 0; give
2  dice --counts 1,2 --rolls 5 => --counts: … counted already; leave out --rolls
2  dice --counts 1,2 --probs 1,2,3 => --counts with 2 … --probs with 3: … give
2  dice --prior 1.5 => --prior 1.5: … no probability; give … from 0 to 1
2  dice --sensitivity 1,1 --false-positive 0.1 => --false-positive: 2 and 1 numbers … give
2  dice --prior 0 --false-positive 0 => test 1 is never positive; give

Formulas
2  derivative --f "" => --f '': nothing is there; write
2  derivative --f x^2 => --f x^2: '^' means nothing here (character 2); write **
2  derivative --f 2x => --f 2x: … between '2' and 'x' … 2*x
2  derivative --f "sin x" => --f sin x: sin needs parentheses … write sin(x)
2  derivative --f sine(x) => --f sine(x): 'sine' is not known … did you mean sin?
2  derivative --f y => --f y: 'y' is not known … the only variable here is x
2  derivative --f (x => --f (x: this ( is not closed … close it with )
2  derivative --f "where(x, 1)" => --f where(x, 1): … write where(x < 0
2  derivative --f "__import__('os').system('x')" => '__import__' is not known … a formula has
2  autograd --f w => --f w: 'w' is not known … a formula has x, y, z

Shapes and data
1+ broadcast 3 4 => shapes (3,) (4,): at axis -1 the sizes 3 and 4 do not fit; make them equal
1+ broadcast stretch 3,1 2 4 => shapes (3, 1) (2,) (4,): … 2 and 4 do not fit; make them equal
2  broadcast 3 => shape (3,): one shape has nothing to be broadcast with; give two or more
2  broadcast 3,-1 4 => shape 3,-1: '-1' is no size; give
2  broadcast 1 1 1 1 1 1 1 1 1 => 9 shapes are too many; give at most 8
2  tensor --shape 2,,3 => --shape 2,,3: a size is missing; give
2  tensor --shape 20000,20000 => --shape (20000, 20000): … 400,000,000 numbers … give at most
2  tensor --shape 2 --data 1 => --shape (2,) and --data: … leave out one
2  tensor --data [[1,2],[3]] => --data [[1,2],[3]]: row [1] has 1 number … give rows of one length
2  tensor --data [1,a] => --data [1,a]: 'a' is no number; give
2  tensor parameters a b => --function a b: … one function
1+ tensor parameters nosuch => torch.nosuch.__doc__ … has no attribute 'nosuch'
2  norm --matrix 1,2 => --matrix 1,2: a matrix has two axes … (2,); give rows
1+ linalg products 2,3 4,5 => shapes (2, 3) (4, 5): … 3 … 4; make them equal
2  linalg 2,3 3,4 5 => shapes (2, 3) (3, 4) (5,): @ multiplies two; give two shapes

Messages
2  explain " " => explain ' ': that is no message; give one
1  explain "KeyError: 'x'" => explain KeyError: 'x': d2l does not know this message; give all of it

Devices and files
2  dice --device tpu => device tpu: d2l is tested on cpu … choose one of these
2  dice --device mps => device mps: d2l is tested on cpu … choose one of these
2  dice --device "" => device '': d2l is tested on cpu … choose one of these
2  env --device nope => device nope: d2l is tested on cpu … choose one of these
1  norm --device cuda:99 => device cuda:99: this machine has no such device; it has cpu
1  tour --device cuda:99 --plot new => device cuda:99: this machine has no such device; it has cpu
2  dice --plot a.gif => --plot a.gif: the ending … end the name in .png, .svg or .pdf
2  dice --plot a => --plot a: the ending … end the name in .png
1  dice --plot folder.png => --plot folder.png: this is a folder; add the name of a file
1  dice --plot missing/a.png => --plot missing/a.png: there is no folder missing; make it
2  norm --export a.txt => --export a.txt: the ending … end the name in .ipynb, .py or .html
1  norm --export file.py => --export file.py: … there already … --force
2  norm --force => --force: there is no file to replace; add --export FILE
2  tour --force => --force: there is no file to replace; add --export FILE
1  tour --plot missing/new => --plot missing/new: this folder cannot be made … name another
1  tour --plot new --export missing/new => --export missing/new: … name another
2  tour --plot new --seed -1 => --seed -1: torch takes no such seed; give
2  tour --plot out.png => --plot out.png: this is to be a folder … leave the ending out
"""
ROWS = re.findall(r"^(\d)(\+?) +(.*) => (.*)$", TABLE, re.MULTILINE)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder with a file and folders in it, where nothing may change."""
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "file.py").write_text("old")
    monkeypatch.chdir(tmp_path)
    yield
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file.py", "folder.png"]
    assert (tmp_path / "file.py").read_text() == "old"


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(("code", "page", "line", "pieces"), ROWS, ids=[row[2] for row in ROWS])
def test_wrong_command_lines(code: str, page: str, line: str, pieces: str, d2l: Run) -> None:
    """One sentence with the value, the reason and a way out, and the exit code."""
    outcome = d2l(*shlex.split(line))
    assert outcome.code == int(code), outcome.err
    assert outcome.err.startswith("d2l: ") and outcome.err.endswith("\n")
    assert outcome.err[:-1].isprintable()
    assert "Traceback" not in outcome.out + outcome.err
    assert bool(outcome.out) == bool(page)
    assert re.search(".*".join(map(re.escape, pieces.split(" … "))), outcome.err)
    # Behind a semicolon or a question stands the way out.
    assert re.fullmatch(r"d2l: .+(; |\? |: give ).+", outcome.err[:-1])
    assert not re.search(r"\. [A-Z]", outcome.err)


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(("code", "line"), [(row[0], row[2]) for row in ROWS])
def test_they_are_told_in_chinese(code: str, line: str, d2l: Run) -> None:
    """The same exit code, and no English but names and what Python and the system say."""
    outcome = d2l(*shlex.split(line), D2L_LANG="zh")
    assert outcome.code == int(code), outcome.err
    assert re.fullmatch(r"d2l: (?=.*[\u4e00-\u9fff]).+(；|？|：写).+\n", outcome.err)
    others = [" ".join(NAMES), os.strerror(errno.ENOENT), "module 'torch' has no attribute"]
    told = outcome.err
    for words in others:
        told = told.replace(words, "")
    assert not english_left(told)


def test_the_table_is_read_whole() -> None:
    """Every line of it is a row or a heading, and none is there twice."""
    headings = {line for line in TABLE.splitlines() if line and not line[0].isdigit()}
    assert len(ROWS) == sum(line[:1].isdigit() for line in TABLE.splitlines()) > 100
    assert len(headings) == 6
    assert len({line for _, _, line, _ in ROWS}) == len(ROWS)


@pytest.mark.parametrize("digits", [400, 5000])
@pytest.mark.parametrize("command", ["dice --rolls", "memory --size", "derivative --at"])
def test_a_number_of_any_length_is_a_sentence(command: str, digits: int, d2l: Run) -> None:
    outcome = d2l(*command.split(), "9" * digits)
    assert outcome.code in (ExitCode.FAILED, ExitCode.USAGE)
    assert outcome.err.startswith(f"d2l: {command.split()[-1]} ")
    assert outcome.err.count("\n") == 1 and len(outcome.err) < 400


SIGNS = ["\x1b[31mred\x1b[0m", "\x9b2J", "a\u202eb", "\x1b]8;;http://x\x07", "a\tb\nc", "\x00"]


@pytest.mark.parametrize("signs", SIGNS, ids=ascii)
@pytest.mark.parametrize(
    "command",
    [
        "derivative --f",
        "derivative --h",
        "tensor --data",
        "tensor --shape",
        "norm --device",
        "norm --plot",
        "norm --export",
        "dice --probs",
        "explain",
        "tensor",
        "",
    ],
)
def test_no_sign_that_a_terminal_obeys_gets_there(command: str, signs: str, d2l: Run) -> None:
    outcome = d2l(*command.split(), signs)
    assert outcome.code in (1, 2)
    assert outcome.err.removesuffix("\n").isprintable()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", outcome.out)


# How errors are written


@given(st.text(), st.integers(1, 80))
def test_what_a_reader_typed_is_printable_and_short(text: str, most: int) -> None:
    assert one_line(text).isprintable() and one_line(text) == one_line(text).strip()
    assert all(sign.isprintable() or sign in "\n\t" for sign in printable(text))
    shown = quoted(text, most)
    assert shown.isprintable() and shown
    if text.split() == [text] and text.isprintable() and len(text) <= most:
        assert shown == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x", "x"),
        ("", "''"),
        (" \n", r"' \n'"),
        ("a  b\nc", "a b c"),
        ("\x1b[1m", r"\x1b[1m"),
        ("a\u202eb", r"a\u202eb"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 60 + "…"),
    ],
    ids=ascii,
)
def test_quoted(text: str, shown: str) -> None:
    assert quoted(text) == shown


def test_a_refusal_is_one_sentence_with_its_exit_code() -> None:
    refusal = Refusal("a\n  b\x1b", "Traceback …")
    assert (str(refusal), refusal.details) == (r"a b\x1b", "Traceback …")
    assert refusal.code is ExitCode.FAILED
    assert Misuse("a").code is ExitCode.USAGE
    assert isinstance(Misuse("a"), ValueError)  # what d2lcli.run promises
