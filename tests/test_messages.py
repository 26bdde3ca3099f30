"""Messages of PyTorch, and what `explain` makes of them.

What the installed torch can raise is raised by it, by the example beside each entry: a new wording
of a torch release fails here. What cannot be raised here (old wordings, GPUs, installation) stands
beside the entry as PyTorch wrote it.
"""

from __future__ import annotations

import linecache
import re
import subprocess
import sys
import textwrap
import traceback
import types
import warnings
from functools import cache

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from d2lcli import messages
from d2lcli.explaining import titles
from d2lcli.messages.entry import Entry
from d2lcli.messages.explain import OF_PYTHON, entries, recognise
from d2lcli.messages.template import KINDS, PLACE, template
from d2lcli.messages.text import clean, last

from .messages.texts import CASES, FOREIGN, PUBLIC, UNKNOWN
from .release import TORCH

TOPICS = {*titles(), ""}
FIELD = re.compile(r"\{\w+\}")
SIGN = 60  # characters of a sign: three lines of its column


@cache
def raised(source: str) -> tuple[str, str]:
    """What an example prints when it fails, or warns, and the message alone."""
    lines = [line + "\n" for line in source.splitlines()]
    linecache.cache["train.py"] = (len(source), None, lines, "train.py")
    module = types.ModuleType("example")
    # torch.compile switches this off for the whole process.
    torch.distributions.Distribution.set_default_validate_args(True)
    module.__dict__["torch"] = torch
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        # What some messages speak of is said once in a process.
        torch.set_warn_always(True)
        try:
            exec(compile(source, "train.py", "exec"), module.__dict__)
        except Exception as error:
            return "".join(traceback.format_exception(error)), str(error)
        finally:
            torch.set_warn_always(False)
    assert warned, f"nothing is raised by {source!r}"
    message = str(warned[-1].message)
    return f"train.py:1: {warned[-1].category.__name__}: {message}\n", message


CUDA_BUILD = torch.backends.cuda.is_built()


def example(entry: Entry) -> str | None:
    """What raises it here: older releases, and builds for CUDA, have other words for some."""
    other_build = CUDA_BUILD and 'device="cuda"' in (entry.example or "")
    return None if entry.since > TORCH or other_build else entry.example


TRIED = [entry for entry in entries() if example(entry) or entry.recorded]


def texts(entry: Entry) -> list[str]:
    """All texts that an entry has to know."""
    source = example(entry)
    return [*([raised(source)[0]] if source else []), *entry.recorded]


def name(entry: Entry) -> str:
    return re.sub(r"\W+", "-", entry.patterns[0])[:40]


def test_no_entry_is_never_tried() -> None:
    """The project's own torch raises every example."""
    assert all(entry.example or entry.recorded for entry in entries())
    assert all((2, 0) <= entry.since <= (2, 13) for entry in entries())
    assert all(entry.example for entry in entries() if entry.since > (2, 0))


@pytest.mark.parametrize("entry", TRIED, ids=name)
def test_each_entry_knows_its_messages(entry: Entry) -> None:
    it_is_found(entry)
    forums_and_notebooks_change_nothing(entry)
    lines_may_be_broken_anywhere(entry)
    words_of_a_title_change_nothing(entry)
    cut_off_it_is_known_or_unknown_but_never_another(entry)


def it_is_found(entry: Entry) -> None:
    assert entry.topic in TOPICS
    for text in texts(entry):
        known = recognise(last(clean(text)))
        assert known is not None, text
        found, explained = known
        assert found is entry, (text, explained.reason)
        said = f"{explained.reason} {explained.helps}"
        assert explained.reason.endswith(".") and explained.helps.endswith((".", "n"))
        assert bool(explained.ways) == bool(entry.ways)
        if not any(way.when for way in entry.ways):
            signs = {sign for sign, _ in explained.ways}
            ways = [way for way in entry.ways if not FIELD.search(way.sign + way.remedy)]
            assert all(way.sign in signs for way in ways)
        assert all(len(sign) <= SIGN and sign[-1] not in ".:" for sign, _ in explained.ways)
        assert all(remedy.endswith((".", "n")) for _, remedy in explained.ways)
        assert said.isprintable() and explained.message.isprintable()
        assert "{" not in said.replace("{k.removeprefix", "")
        assert explained.command.startswith(f"d2l {entry.topic.split()[0]}" if entry.topic else "")


def forums_and_notebooks_change_nothing(entry: Entry) -> None:
    """Colours, typographic quotes, broken lines, marks of quoted mails, and what stands around."""
    for text in texts(entry):
        direct = messages.explain(text)
        assert direct is not None
        ahead = "epoch 1: loss 2.3\r 50%|█████     | 1/2\n/lib/a.py:3: UserWarning: a thing\n"
        quoted = text.replace("'", "’").replace('"', "”")
        coloured = re.sub(r"(\w*Error)", "\x1b[1;31m\\1\x1b[0m", text)
        for changed in (quoted, coloured, text + "\n\nfinished with exit code 1\n", ahead + text):
            found = messages.explain(changed)
            assert found is not None, changed
            assert (found.reason, found.helps) == (direct.reason, direct.helps), changed


def lines_may_be_broken_anywhere(entry: Entry) -> None:
    """By an editor between words, by a terminal inside them."""
    for text in texts(entry):
        direct = messages.explain(text)
        error = re.search(r"^(\w[\w.]*(?:Error|Warning)): (.+)\Z", text.strip(), re.M | re.S)
        if error is None or "\n" in error[2] or direct is None:
            continue
        above, message = text[: text.index(error[0])], error[0]
        for broken in (
            textwrap.fill(message, 40, break_long_words=False, break_on_hyphens=False),
            "\n".join(message[at : at + 80] for at in range(0, len(message), 80)),
        ):
            found = messages.explain(f"{above}{broken}\n")
            assert found is not None, broken
            assert found.reason == direct.reason, broken


def words_of_a_title_change_nothing(entry: Entry) -> None:
    """A question's title has the message in quotes, or its beginning and then words of its own."""
    for text in texts(entry):
        error = re.search(r"^(?:\w[\w.]*(?:Error|Warning)): (.+)\Z", text.strip(), re.M | re.S)
        if error is None or "\n" in error[0] or '"' in error[0]:
            continue
        direct = messages.explain(error[0])
        if direct is None or error[0].endswith("'"):
            continue
        found = messages.explain(f'How to get rid of "{error[0]}"')
        assert found is not None, error[0]
        assert found.reason == direct.reason, error[0]
        cut = error[0][: len(error[0]) * 2 // 3]
        alone, followed = messages.explain(cut), messages.explain(f"{cut} when I train my net")
        if alone is not None and followed is not None:
            assert followed.topic == alone.topic, cut


def sentences_with(fields: set[str], text: str) -> list[str]:
    """The sentences of an explanation that need no other field."""
    plain = re.sub(r"\{\{|\}\}", "", text)
    told = re.split(r"(?<=[.?!])\s+", plain)
    return [sentence for sentence in told if {*re.findall(r"\{(\w+)\}", sentence)} <= fields]


def test_no_wording_loses_all_that_is_said() -> None:
    """Sentences whose fields a message does not have are left out; one at least remains."""
    for entry in entries():
        for pattern in () if entry.more else entry.patterns:
            fields = set(re.findall(r"\{(\w+):", pattern))
            assert sentences_with(fields, entry.reason), pattern
            ways = [way.remedy for way in entry.ways]
            assert any(sentences_with(fields, text) for text in (entry.way_out, *ways)), pattern


def test_an_end_is_no_part_of_a_longer_word() -> None:
    words = template("must be Tensor, not {kind:Image|list}").regex
    assert words.search("must be Tensor, not list")
    assert not words.search("must be Tensor, not list_iterator")
    assert not words.search("must be Tensor, not ImageClassifierOutput")


def cut_off_it_is_known_or_unknown_but_never_another(entry: Entry) -> None:
    for text in texts(entry):
        source = example(entry)
        message = raised(source)[1] if source else text
        error = re.search(r"^\w[\w.]*(?:Error|Warning): .+$", message, re.M)
        message = error[0] if error else message.strip().splitlines()[0]
        full = messages.explain(text)
        assert full is not None
        whole = messages.explain(message)
        for share in (0.3, 0.6, 0.9):
            cut = message[: int(len(message) * share)]
            found = messages.explain(cut + "...")
            # "must be Tensor, not numpy" is whole, as far as anybody can see.
            if found is None or cut.endswith(("not numpy", "not torch")):
                continue
            assert found.topic in {full.topic, whole.topic if whole else full.topic}, cut
            assert found.reason and found.helps


def test_most_messages_cut_off_in_the_middle_are_known() -> None:
    """A message is one in a hundred that is the same as another to its middle, or short.

    What Python says of torch's objects shows at its end alone that it is about torch.
    """
    known = total = 0
    for entry in entries():
        source = example(entry)
        if source is None:
            continue
        message = raised(source)[1].splitlines()[0]
        if len(message) > 60 and not OF_PYTHON.search(message):
            total += 1
            known += messages.explain(message[: int(len(message) * 0.7)]) is not None
    assert known > 0.8 * total


SAMPLES = {
    "int": "3",
    "shape": "2, 3",
    "name": "weight",
    "device": "cuda:0",
    "amount": "2.00 GiB",
    "quoted": "net",
    "path": "/a/b",
    "few": "12",
    "text": "12",
    "long": "something",
    "keys": '"a", "b"',
    "values": "tensor([1.])",
    "type": "Float",
}


def test_each_wording_is_found_in_its_own_words() -> None:
    assert set(SAMPLES) == set(KINDS)
    for pattern in {pattern for entry in entries() for pattern in entry.patterns}:
        message = PLACE.sub(lambda place: SAMPLES.get(place[2], place[2].split("|")[0]), pattern)
        message = message.replace("`", "'")
        words = template(pattern)
        assert words.regex.search(message), message
        assert words.loose.search(message.replace(" ", "")), message


@pytest.mark.parametrize(("text", "topic", "says"), CASES + PUBLIC)
def test_public_messages(text: str, topic: str, says: str) -> None:
    found = messages.explain(text)
    assert found is not None
    assert found.topic == topic
    explanation = f"{found.reason} {found.helps} {found.command}"
    missing = [words for words in says.split("|") if words not in explanation]
    assert not missing, explanation


@pytest.mark.parametrize("text", FOREIGN)
def test_what_is_not_of_torch_gets_no_answer(text: str) -> None:
    assert messages.explain(text) is None
    assert messages.explain(f"Traceback (most recent call last):\n{text}") is None


@pytest.mark.parametrize(("text", "known_before"), UNKNOWN)
def test_the_last_error_counts(text: str, known_before: bool) -> None:
    assert messages.explain(text) is None
    assert (messages.earlier(text) is not None) == known_before


def test_of_two_known_errors_the_last_counts() -> None:
    first = "RuntimeError: grad can be implicitly created only for scalar outputs"
    second = "IndexError: too many indices for tensor of dimension 2"
    between = "\n\nDuring handling of the above exception, another exception occurred:\n\n"
    found = messages.explain(f"{first}{between}{second}")
    assert found is not None and found.topic == "tensor index"
    found = messages.explain(f"{second}{between}{first}")
    assert found is not None and found.topic == "autograd nonscalar"


def test_a_warning_after_an_error_does_not_count() -> None:
    text = f"{raised('torch.ones(2, 3)[0, 0, 0]')[0]}{raised('torch.ones(2, 3, 4).T')[0]}"
    found = messages.explain(text)
    assert found is not None and found.topic == "tensor index"


def test_a_wrapper_gives_way_to_what_it_wraps() -> None:
    text = (
        f"{raised('torch.ones(3)[1.5]')[0]}\ntorch.distributed.elastic.multiprocessing.errors."
        "ChildFailedError: \n====\ntrain.py FAILED\n====\n"
    )
    found = messages.explain(text)
    assert found is not None and found.topic == "tensor index"


def test_the_line_of_a_notebook_counts() -> None:
    text = (
        "-----------------------------------------------------------------\n"
        "RuntimeError                    Traceback (most recent call last)\n"
        "Cell In[5], line 3\n      1 out = net(x)\n      2 \n"
        "----> 3 loss = F.cross_entropy(out, y)\n\n"
        "File /usr/lib/python3.11/site-packages/torch/nn/functional.py:3029, in cross_entropy\n"
        "   3028     reduction = 'mean'\n-> 3029 return torch._C._nn.nll(input, target)\n\n"
        "RuntimeError: expected scalar type Long but found Int"
    )
    found = messages.explain(text)
    assert found is not None and "A loss over classes" in found.reason


@pytest.mark.parametrize("note", ["", "       (note: full exception trace is shown but …)"])
def test_an_editor_has_a_head_of_its_own(note: str) -> None:
    text = (
        f"Exception has occurred: IndexError{note}\ntoo many indices for tensor of dimension 2\n"
        '  File "/home/me/a.py", line 5, in <module>\n    print(x[0, 0, 0])\n'
    )
    found = messages.explain(text)
    assert found is not None and found.topic == "tensor index"
    assert found.message == "IndexError: too many indices for tensor of dimension 2"


def test_the_message_is_shown_in_one_line_with_its_error() -> None:
    found = messages.explain(
        "RuntimeError: \n  The size of tensor a (3) must match the size of\n"
        "  tensor b (4) at non-singleton dimension 0\n\nmore"
    )
    assert found is not None
    assert found.message == (
        "RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at "
        "non-singleton dimension 0"
    )
    assert found.table == [{"axis": 0, "a": 3, "b": 4, "verdict": "conflict"}]


def test_a_name_that_is_raised_in_the_line_above_is_read() -> None:
    """Python prints ``StopIteration`` below a line that ends in the same word."""
    text = (
        'Traceback (most recent call last):\n  File "train.py", line 8, in train\n'
        "    batch = next(train_iterator)\n"
        '  File "/lib/site-packages/torch/utils/data/dataloader.py", line 521, in __next__\n'
        "    raise StopIteration\nStopIteration\n"
    )
    found = messages.explain(text)
    assert found is not None and "next found no batch" in found.reason


MISFIT = "RuntimeError: mat1 and mat2 shapes cannot be multiplied (3x4 and 3x4)"


def test_the_traceback_chooses_among_the_ways_out() -> None:
    alone = messages.explain(MISFIT)
    line = (
        f'Traceback (most recent call last):\n  File "a.py", line 3\n    print(A @ B)\n{MISFIT}\n'
    )
    chosen = messages.explain(line)
    assert alone is not None and chosen is not None
    assert chosen.ways == [way for way in alone.ways if way[0] == "your own product"]
    assert len(alone.ways) > len(chosen.ways) == 1


def test_a_way_out_without_its_numbers_is_not_told() -> None:
    whole, cut = messages.explain(MISFIT), messages.explain(MISFIT.partition(" (")[0])
    assert whole is not None and cut is not None
    assert {sign for sign, _ in cut.ways} < {sign for sign, _ in whole.ways}


def test_of_several_ways_out_the_first_is_told_in_one_line() -> None:
    told = messages.way_out("RuntimeError", MISFIT.partition(": ")[2], "y = net(x)")
    whole = messages.explain(MISFIT)
    assert whole is not None and told == ": ".join(whole.ways[0])


HOSTILE = "\x1b]8;;http://a\x07\x1bc\x1b[2J\x9b31m\u202e\x00\x7f\u2028\ud800"


@given(st.text(max_size=300), st.sampled_from(TRIED))
def test_no_text_breaks_it_and_nothing_moves_a_terminal(text: str, entry: Entry) -> None:
    hostile = HOSTILE.encode("utf-8", "replace").decode() + "\ud800"
    for given_text in (text, f"{text}{hostile}{texts(entry)[-1]}{hostile}{text}"):
        found = messages.explain(given_text)
        shown = [messages.headline(given_text), messages.last_error(given_text)]
        if found is not None:
            shown += [found.message, found.reason, found.helps, found.command]
        assert all(line.isprintable() for line in shown)


@pytest.mark.parametrize(
    "before",
    [
        "a" * 10**7,
        "a " * 5 * 10**6,
        "[1, " * 2 * 10**6,
        "x\n" * 5 * 10**6,
        "aError" * 10**6,
        "ValueError: no\n" * 5 * 10**5,
        "\x1b[31m" * 2 * 10**6,
        "\x1b]8;;" * 10**6,
        'File "a.py", line 3\n    x\n' * 3 * 10**5,
        "module.name." * 8 * 10**5,
        "(" * 10**7,
    ],
    ids=[
        "word",
        "words",
        "lists",
        "lines",
        "errors",
        "messages",
        "csi",
        "osc",
        "frames",
        "dots",
        "brackets",
    ],
)
def test_ten_megabytes(before: str) -> None:
    found = messages.explain(f"{before}\nIndexError: too many indices for tensor of dimension 2\n")
    assert found is not None and found.topic == "tensor index"


def test_the_package_is_quick_to_import() -> None:
    """Neither torch nor the tables are loaded before something is asked."""
    code = (
        "import sys, d2lcli.messages as m; a = set(sys.modules); "
        "m.explain('x'); b = set(sys.modules); "
        "print('d2lcli.messages.known' in a, 'd2lcli.messages.known' in b, 'torch' in b)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True", "False"]


def test_way_out_of_a_lessons_own_cell() -> None:
    """What `play` asks when a cell fails on a reader's input."""
    text, message = raised("x = torch.arange(3)\nx += 1.5")
    kind = text.strip().splitlines()[-1].partition(":")[0]
    found = messages.way_out(kind, message, "x += 1.5")
    assert found is not None and "y.float()" in found
    assert messages.way_out("ValueError", "no such thing", "f(x)") is None


def test_last_error_of_a_programs_output() -> None:
    text = "step 1\n" + raised("torch.ones(2, 3)[0, 0, 0]")[0] + "wandb: done\n"
    assert messages.last_error(text).startswith("IndexError: too many indices")
    assert messages.last_error("all went well\n") == ""
    assert messages.last_error("a.py:1: UserWarning: mind this\n") == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Traceback …\n  File …\nsome.ShapeError: gradient of these:\ntensor([-1.])\n",
            "some.ShapeError: gradient of these:",
        ),
        ("first\nlast", "last"),
        (" \n", ""),
        ("KeyboardInterrupt", "KeyboardInterrupt:"),
    ],
)
def test_headline(text: str, told: str) -> None:
    assert messages.headline(text) == told


TITLES = {
    "autograd gradient": "The gradient of a scalar",
    "autograd leaves": "Why is .grad None?",
    "autograd integers": "Why can whole numbers not have a gradient?",
    "linalg transpose": "What does .T do with three axes?",
    "linalg products": "Dot product and matrix products",
    "tensor reshape": "The same numbers in another shape",
    "tensor views": "Does reshape copy the numbers?",
    "norm zero": "Why is my gradient nan where the norm is 0?",
}


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("why is my gradient None", {"autograd leaves"}),
        ("how do I transpose a matrix?", {"linalg transpose"}),
        ("why does reshape copy", {"tensor views"}),
        ("Traceback …\nValueError: nan gradient\n", {"norm zero"}),
        ("No such file or directory: 'data.csv'", set()),
        ("File '/home/me/gradient.py', line 3\nKeyError: 'x'", set()),
        ("the tensor and the numbers", set()),
        ("\n", set()),
    ],
)
def test_only_topics_that_are_near_are_offered(text: str, topics: set[str]) -> None:
    found = {topic for topic, _ in messages.nearest(text, TITLES)}
    assert topics <= found
    assert bool(found) == bool(topics)


@given(st.lists(st.integers(0, 30), max_size=3), st.lists(st.integers(0, 30), max_size=3))
def test_what_is_said_of_minus_one_is_true(before: list[int], after: list[int]) -> None:
    shape = [*before, -1, *after]
    try:
        torch.ones(6).reshape(shape)
    except RuntimeError as error:
        found = messages.explain(str(error))
        assert found is not None
        product = int(torch.tensor([*before, *after], dtype=torch.int64).prod())
        assert f"6 is no multiple of {product}." in found.reason


@given(st.lists(st.integers(1, 5), min_size=1, max_size=3), st.integers(1, 40))
def test_what_is_said_of_reshape_is_true(shape: list[int], count: int) -> None:
    try:
        torch.ones(count).reshape(shape)
    except RuntimeError as error:
        found = messages.explain(str(error))
        assert found is not None
        room = int(torch.tensor(shape).prod())
        if room > 1 and count % room == 0:
            assert f"{count} = {count // room} · {room}" in found.reason
        else:
            assert f"has room for {room}, and there are {count}." in found.reason


@given(*[st.integers(1, 6)] * 4)
def test_what_is_said_to_fit_does(m: int, k: int, p: int, q: int) -> None:
    A, B = torch.ones(m, k), torch.ones(p, q)
    try:
        A @ B
    except RuntimeError as error:
        found = messages.explain(str(error))
        assert found is not None
        if "What fits" in found.way_out or "No transpose" in found.way_out:
            for way, shape in re.findall(
                r"([AB.T]+ @ [AB.T]+) gives (\(\d+, \d+\))", found.way_out
            ):
                assert str(tuple(eval(way, {"A": A, "B": B}).shape)) == shape
        assert found.command == f"d2l linalg products {m},{k} {p},{q}"


CONSTRAINTS = torch.distributions.constraints


@pytest.mark.parametrize(
    ("constraint", "words"),
    [
        (CONSTRAINTS.positive, "numbers greater than 0"),
        (CONSTRAINTS.nonnegative, "numbers from 0 up"),
        (CONSTRAINTS.unit_interval, "numbers from 0 to 1"),
        (CONSTRAINTS.nonnegative_integer, "whole numbers from 0 up"),
        (CONSTRAINTS.integer_interval(0, 5), "whole numbers from 0 to 5"),
        (CONSTRAINTS.less_than(2.5), "numbers less than 2.5"),
        (CONSTRAINTS.simplex, "sets of probabilities: none negative, and together 1"),
        (CONSTRAINTS.real, "numbers, and no nan"),
        (CONSTRAINTS.real_vector, "numbers, and no nan"),
        (CONSTRAINTS.boolean, "0 or 1"),
        (CONSTRAINTS.lower_cholesky, "lower triangular matrices with positive numbers on the"),
        (CONSTRAINTS.positive_definite, "symmetric matrices whose eigenvalues are all above 0"),
        (CONSTRAINTS.one_hot, "vectors with a single 1, else 0"),
    ],
)
def test_each_constraint_in_words(constraint: object, words: str) -> None:
    text = (
        f"ValueError: Expected parameter p (Tensor of shape (2,)) of distribution D(p: 1) to "
        f"satisfy the constraint {constraint!r}, but found invalid values:\ntensor([2.])"
    )
    found = messages.explain(text)
    assert found is not None
    assert f"D takes for p only {words}" in found.reason
