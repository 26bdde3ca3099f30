"""A run as a page for a browser: whole, well formed, and without a network."""

from __future__ import annotations

import base64
import math
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from d2lcli.errors import Refusal
from d2lcli.lesson import NAMES, load
from d2lcli.note import Column, Note, table
from d2lcli.request import Request
from d2lcli.values import LARGEST, snapshot
from d2lcli.views import markup
from d2lcli.views.html import page, part

from ..conftest import Run
from .made import made

VOID = {"meta", "img", "br"}
LOADED = re.compile(r"https?:|<script|<link|@import|url\(|@font-face|(src|href)=\"(?!data:|#)")


class Reader(HTMLParser):
    """Reads a page, and takes no tag that is not closed where it has to be."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.style = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["style"]:
            self.style += data
        else:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.seen if name == tag]


def read(text: str) -> Reader:
    """A page that is well formed and loads nothing."""
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == []
    images = [image["src"] or "" for image in reader.all("img")]
    assert all(source.startswith("data:image/png;base64,") for source in images)
    told = re.sub(r'src="data:[^"]*"|<a href="https://[^"]*"', "", text)  # what is only named
    assert not LOADED.search(told)
    return reader


# Parts


def numbers(text: str) -> list[float]:
    """The numbers in the elements of matrices, in order."""
    return [float(cell) for cell in re.findall(r"<td>([^<⋮⋯⋱]*)</td>", text)]


def shown(value: torch.Tensor) -> str:
    result = snapshot(value)
    assert result is not None
    return markup.tensor(result, Request("made", facts=("float32",)))


@given(st.lists(st.integers(1, 2), max_size=3), st.integers(1, 12), st.integers(1, 12))
def test_every_element_of_a_small_tensor_is_there(
    outer: list[int], rows: int, columns: int
) -> None:
    values = torch.arange(math.prod(outer) * rows * columns).reshape(*outer, rows, columns)
    text = shown(values)
    assert numbers(text) == values.flatten().tolist()
    assert text.count('class="matrix"') == math.prod(outer)
    assert text.count("<tr>") == math.prod(outer) * rows
    assert unescape(text).count(str(tuple(values.shape))) == 1


@settings(max_examples=50)
@given(st.lists(st.integers(0, 30), min_size=1, max_size=5))
def test_of_a_large_one_the_edges_are_there(shape: list[int]) -> None:
    assume(math.prod(shape) <= LARGEST)
    values = torch.arange(math.prod(shape)).reshape(shape)
    text = shown(values)
    read(text)
    assert str(tuple(shape)) in text
    if 0 in shape:
        assert "no elements" in text
        return
    found = numbers(text)
    *outer, rows, columns = [1, *shape] if len(shape) == 1 else shape
    matrices = text.count('class="matrix"')
    assert 1 <= matrices <= markup.BLOCKS
    assert len(found) == matrices * min(rows, markup.ROWS) * min(columns, markup.COLUMNS)
    assert found == sorted(set(found)) and set(found) <= set(range(values.numel()))
    assert ("⋮" in text) == (rows > markup.ROWS)
    assert ("⋯" in text) == (columns > markup.COLUMNS)
    left_out = math.prod(outer) - matrices
    assert (f"{left_out} of {math.prod(outer)} matrices left out" in text) == (left_out > 0)


def test_a_truncated_tensor_has_its_true_shape_and_places() -> None:
    values = torch.arange(20_000).reshape(2, 100, 100)
    text = shown(values)
    assert "(2, 100, 100)" in text and "[1]" in text
    assert numbers(text)[:3] == [0, 1, 2]
    assert numbers(text)[-1] == 19_999
    blocks = shown(torch.arange(60_000).reshape(600, 10, 10))
    assert "[599]" in blocks


@pytest.mark.parametrize(
    ("value", "facts"),
    [
        (torch.ones(2), "(2,)"),
        (torch.arange(2), "(2,)  int64"),
        (torch.tensor(2.5), ""),
        (torch.ones(2, requires_grad=True), "(2,)  requires_grad"),
        (torch.ones(2, requires_grad=True) * 2, "(2,)  grad_fn MulBackward0"),
        (torch.ones(2).numpy(), "(2,)  NumPy"),
    ],
    ids=str,
)
def test_facts_are_told_where_they_differ(value: Any, facts: str) -> None:
    found = re.findall(r'class="facts">([^<]*)<', shown(value))
    assert found == ([facts] if facts else [])


def test_a_table_has_bars_and_aligned_numbers() -> None:
    text = markup.table(
        table(
            Column("way", ["a < b", "c"]),
            Column("size", [4, 1], bar="linear"),
            Column("same", [True, None]),
        )
    )
    reader = read(text)
    assert reader.texts == ["way", "size", "same", "a < b", "4", "yes", "c", "1"]
    assert re.findall(r"width:([\d.]+)%", text) == ["100.0", "25.0"]
    assert text.count("<th") == 1 + 4 and text.count("<td") == 2 * 4  # and <thead


def test_a_tree_in_a_table_keeps_its_indent() -> None:
    assert "<td>  └ x</td>" in markup.table(table(Column("graph", ["y", "  └ x"])))


def test_a_long_table_is_cut_and_counted() -> None:
    rows = list(range(1000))
    reader = read(markup.table(table(Column("n", rows))))
    edge = markup.EDGE
    assert reader.texts[1:] == [
        *map(str, rows[:edge]), f"⋮ {1000 - 2 * edge} more", *map(str, rows[-edge:])
    ]  # fmt: skip


def test_code_stands_as_it_is() -> None:
    source = "def f(x):\n    return f'{x < 1}' + \"&amp;\"  # and so on\n\n\nf(2) is None and 1e-3"
    text = markup.code(source)
    assert read(text).text == source
    classes = {attributes["class"] for attributes in read(text).all("span")}
    assert {"k", "mf", "s2", "c1", "nf"} <= classes


# Pages


def test_nothing_that_is_printed_is_taken_for_html(tmp_path: Path) -> None:
    nasty = "<script>alert(1)</script> & \x1b[31m"
    cells = f"# A <b>caption</b>.\nprint({nasty!r})\n{nasty!r}"
    run = made(tmp_path, cells, notes=[Note(nasty)], title=nasty)
    for text in (page([run]), part(run)):
        told = read(text).text
        assert told.count("<script>alert(1)</script> & \\x1b[31m") >= 4
        assert "A <b>caption</b>." in told


def test_what_a_note_covers_is_not_shown_twice(tmp_path: Path) -> None:
    rows = table(Column("h", [0.125]))
    for covers, times in ((True, 1), (False, 2)):
        run = made(tmp_path, "print(1 / 8)", notes=[Note(table=rows, covers=covers)])
        assert part(run).count("0.125</") == times


def test_an_error_and_a_refusal_are_told(tmp_path: Path) -> None:
    run = made(tmp_path, "1 / 0")
    told = read(part(run)).text
    assert "✗ ZeroDivisionError: division by zero" in told
    assert str(run.refusal) in told
    run = made(tmp_path, "1", refusal="these do not fit; try others")
    assert "these do not fit; try others" in read(page([run])).text
    run.refusal = Refusal("these do not fit; try others")
    assert read(page([run])).text.count("these do not fit") == 1


def test_all_kinds_of_results_are_told(tmp_path: Path) -> None:
    cells = """
        1.5, None, torch.arange(2)

        list((torch.zeros(1), 7))

        torch.arange(3), torch.arange(3.0)

        import warnings
        warnings.warn('careful (Triggered internally at file.cpp:1)')

        assert 1 < 2
    """
    told = read(part(made(tmp_path, cells))).text
    for text in ("torch.arange(2)", "None", "[1]", "torch.arange(3.0)", "⚠ careful\n", "✓ holds"):
        assert text.strip() in told
    assert told.count("Triggered") == 1  # in the code


def test_what_pyplot_drew_is_in_the_page(tmp_path: Path) -> None:
    drawn = "plt.figure(figsize=(3, 2))\nplt.plot([1, 2])\nplt.grid()"
    cells = f"import matplotlib.pyplot as plt\n\n{drawn}"
    (image,) = read(page([made(tmp_path, cells)])).all("img")
    assert (image["width"], image["height"]) == ("300", "200")


def test_one_section_is_the_page(tmp_path: Path) -> None:
    """Its heading is that of the page, and the lesson's stands above."""
    run = made(tmp_path, "1", topics=("first",))
    reader = read(page([run]))
    assert [tag for tag, _ in reader.seen if re.fullmatch(r"h\d", tag)] == ["h1"]
    assert "<h1>The first section</h1>" in page([run])
    assert reader.text.count("A made-up lesson: made") == 1


def test_a_chapter_has_contents_that_lead_somewhere(tmp_path: Path) -> None:
    given = "import torch\n\ndef f(x):\n    return x"
    runs = [made(tmp_path, "f(1)", "2", name=name, given=given) for name in ("one", "two")]
    text = page(runs)
    reader = read(text)
    names = [attributes["id"] for _, attributes in reader.seen if "id" in attributes]
    links = [link["href"] or "" for link in reader.all("a")]
    inside = [link[1:] for link in links if link.startswith("#")]
    assert inside == ["one", "two"]
    assert len(set(names)) == len(names) and {*inside} <= {*names}
    assert reader.text.count("def f(x)") == 2  # each lesson brings what it needs
    assert text.count("<h1>") == 1


def test_a_part_styles_nothing_else_in_a_notebook(tmp_path: Path) -> None:
    text = part(made(tmp_path, "1"))
    reader = read(text)
    assert [tag for tag, _ in reader.seen][:2] == ["style", "div"]
    assert not any("id" in attributes for _, attributes in reader.seen)
    style = re.sub(r"/\*.*?\*/", "", reader.style, flags=re.DOTALL)
    style = re.sub(r"@media[^{]*\{|:is\([^)]*\)", "", style)
    selectors = re.findall(r"([^{}]+)\{[^{}]*\}", style)
    assert len(selectors) > 50
    for selector in ",".join(selectors).split(","):
        if not selector.strip().startswith((".d2l", ":is", "h", "[data", ".vscode")):
            assert ".d2l" in selector, selector


def test_both_styles_tell_every_colour_apart() -> None:
    """Contrast of 4.5 or more, as WCAG 2.2 asks for (1.4.3), for every colour of text."""
    from d2lcli.views.html import STYLE

    style = STYLE.read_text(encoding="utf-8")
    found = re.findall(r"--(\w+): light-dark\((#\w{6}), (#\w{6})\)", style)
    for theme in (1, 2):
        colours = {names[0]: names[theme] for names in found}
        for ground in (colours.pop("paper"), colours.pop("soft")):
            for name in colours.keys() - {"line"}:
                assert contrast(colours[name], ground) >= 4.5, name


def contrast(one: str, other: str) -> float:
    """The contrast of two colours: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# All lessons


@pytest.mark.parametrize("name", NAMES)
def test_a_page_holds_all_that_was_found(name: str, d2l: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    outcome = d2l(name, "all", "--json", "--seed", "3", "--export", str(file))
    assert outcome.code == 0, outcome.err
    reader = read(file.read_text(encoding="utf-8"))
    told = " ".join(reader.text.split())
    for step in outcome.document["steps"]:
        assert " ".join(step["code"].split()) in told
        for note in step["notes"]:
            assert " ".join(note["text"].split()) in told
    for section in load(name).sections.values():
        assert section.title in told
    image = reader.all("img")[0]["src"]
    assert image is not None
    assert base64.b64decode(image.partition(",")[2]).startswith(b"\x89PNG")


def test_a_run_shows_itself_in_a_notebook() -> None:
    import d2lcli

    text = d2lcli.run("derivative", h=0.5)._repr_html_()
    assert "0.5" in read(text).text
