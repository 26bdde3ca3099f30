"""--show: inside a terminal, which is one here that answers as they do; in a viewer; or not."""

from __future__ import annotations

import base64
import io
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib.figure import Figure
from PIL import Image

from d2lcli import showing
from d2lcli.errors import Refusal
from d2lcli.showing import COLORS, QUESTION, Size, Tty, kitty, sixels, way

from .conftest import Run

PNG = b"\x89PNG\r\n\x1a\n"
KITTY = b"\x1b_Gi=31;OK\x1b\\\x1b[?62;c"
SIXELS = b"\x1b[?63;1;2;4;6c"
PLAIN = b"\x1b[?1;2c"
LARGE = Size(30, 100, 1000, 600)


@dataclass
class Fake:
    """A terminal that answers what it is told to."""

    answer: bytes
    colors: bytes = b""
    place: Size = LARGE
    written: bytes = b""
    asked: list[bytes] = field(default_factory=list)

    def ask(self, question: bytes) -> bytes:
        self.asked.append(question)
        return self.colors + PLAIN if question == COLORS else self.answer

    def size(self) -> Size:
        return self.place

    def write(self, picture: bytes) -> None:
        self.written += picture


@pytest.fixture
def figure() -> Figure:
    found = Figure(figsize=(9.6, 5.4))
    found.subplots().plot([1, 4, 2])
    return found


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def pixels(written: bytes) -> tuple[np.ndarray[Any, Any], int]:
    """A reader of sixels: the picture (rows, columns, 3) in percent, and how many colors it has."""
    body = re.search(rb"\x1bP0;1q(.*?)\x1b\\", written, re.DOTALL)
    assert body is not None
    text = body[1].decode()
    head = re.match(r'"1;1;(\d+);(\d+)', text)
    assert head is not None
    columns, rows = int(head[1]), int(head[2])
    found = np.full((rows + 5, columns, 3), -1)
    palette: dict[str, list[int]] = {}
    color, left, top = "", 0, 0
    for part in re.findall(r"#\d+;2;[\d;]+|#\d+|!\d+[?-~]|[?-~]|\$|-", text[head.end() :]):
        if ";" in part:
            name, _, *levels = part.split(";")
            palette[name] = [*map(int, levels)]
        elif part[0] == "#":
            color = part
        elif part in "$-":
            left, top = 0, top + 6 * (part == "-")
        else:
            count, bits = int(part[1:-1] or 1) if part[0] == "!" else 1, ord(part[-1]) - 63
            for row in range(6):
                if bits >> row & 1:
                    found[top + row, left : left + count] = palette[color]
            left += count
    return found[:rows], len(palette)


# The two ways to draw


@pytest.mark.parametrize("size", [1, 3072, 3073, 20_000])
def test_kitty_gets_the_image_in_pieces(size: int) -> None:
    image = np.random.default_rng(0).bytes(size)
    parts = re.findall(rb"\x1b_G(.*?);(.*?)\x1b\\", kitty(image, 70))
    assert parts[0][0].startswith(b"a=T,f=100,q=2,c=70,")
    assert [head[-3:] for head, _ in parts] == [b"m=1"] * (len(parts) - 1) + [b"m=0"]
    assert all(len(data) <= 4096 for _, data in parts)
    assert base64.standard_b64decode(b"".join(data for _, data in parts)) == image


@pytest.mark.parametrize("shape", [(1, 1), (5, 7), (6, 300), (13, 40)])
def test_sixels_are_the_picture(shape: tuple[int, int]) -> None:
    """Every pixel has its color, also where the last band is not a whole one."""
    places = np.random.default_rng(1).integers(0, 4, shape, dtype=np.uint8)
    places[:, 2:9] = 3  # a run
    palette = [0, 0, 0, 255, 255, 255, 255, 0, 51, 10, 20, 30, 9, 9, 9]
    found, colors = pixels(sixels(places, palette))
    levels = np.array(palette).reshape(-1, 3) * 100 / 255
    assert found.shape == (*shape, 3)
    assert abs(found - levels[places]).max() <= 0.5
    assert colors == len(np.unique(places))


def test_a_palette_of_256_colors() -> None:
    places = np.arange(256, dtype=np.uint8).reshape(16, 16)
    found, colors = pixels(sixels(places, [*range(256)] * 3))
    assert colors == 256 and (found >= 0).all()


# Which way


def test_in_kitty(figure: Figure) -> None:
    terminal = Fake(KITTY)
    way(terminal)(figure)
    assert terminal.asked == [QUESTION]
    data = b"".join(re.findall(rb"\x1b_G.*?;(.*?)\x1b\\", terminal.written))
    image = Image.open(io.BytesIO(base64.standard_b64decode(data)))
    assert image.width == 920 and abs(image.height - 920 * 9 / 16) < 2
    assert b"c=92," in terminal.written


@pytest.mark.parametrize(
    ("told", "most"), [(b"\x1b[?1;0;16S", 16), (b"\x1b[?1;0;1024S", 256), (b"", 256)]
)
def test_in_sixels(told: bytes, most: int, figure: Figure) -> None:
    terminal = Fake(SIXELS, told)
    way(terminal)(figure)
    found, colors = pixels(terminal.written)
    assert 2 <= colors <= most
    assert (found >= 0).all()
    figure.canvas.draw()
    assert found.shape[1] == 920 and abs(found.shape[0] - 920 * 9 / 16) < 2
    assert (found[0, 0] == 100).all()


@pytest.mark.parametrize(
    ("place", "columns"),
    [
        (Size(50, 200, 2000, 1000), 92),  # no wider than a page
        (Size(50, 60, 600, 1000), 57),  # than the terminal
        (Size(24, 100, 0, 0), 74),  # no higher than the terminal, where it does not tell pixels
        (Size(2, 2, 20, 40), 20),
    ],
)
def test_how_wide(place: Size, columns: int, figure: Figure) -> None:
    terminal = Fake(KITTY, place=place)
    way(terminal)(figure)
    assert f"c={columns},".encode() in terminal.written


@pytest.mark.parametrize("answer", [PLAIN, b"", b"\x1b_Gi=31;ENOTSUP\x1b\\" + PLAIN, b"\x1b[?4c"])
def test_a_terminal_that_draws_nothing(answer: bytes) -> None:
    terminal = Fake(answer)
    with pytest.raises(Refusal, match=r"this terminal draws no pictures.*; save .* --plot"):
        way(terminal)
    assert terminal.written == b""


def test_the_viewer(
    figure: Figure, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, d2l: Run
) -> None:
    """Where there is a display, it opens a file that is still there afterwards."""
    opened: list[str] = []

    def launch(path: str) -> int:
        opened.append(path)
        return 0

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(showing, "mkdtemp", lambda **_: str(tmp_path))
    monkeypatch.setattr("typer.launch", launch)
    way(Fake(PLAIN))(figure)
    assert opened == [str(tmp_path / "picture.png")]
    assert Path(opened[0]).read_bytes().startswith(PNG)
    page = d2l("norm", "--show")
    assert page.code == 0 and len(opened) == 2 and "\x1b" not in page.out
    monkeypatch.setattr("typer.launch", lambda _: 1)
    with pytest.raises(Refusal, match=r"nothing opens the picture .*; save it"):
        way(Fake(PLAIN))(figure)


# On the command line


def test_nothing_is_drawn_into_a_pipe(d2l: Run) -> None:
    """It is told before anything runs."""
    outcome = d2l("norm", "--show", TERM="xterm-kitty")
    assert (outcome.code, outcome.out) == (1, "")
    assert "standard output is no terminal" in outcome.err and "--plot FILE" in outcome.err


@pytest.mark.parametrize(
    "line", ["norm --show --json", "norm --show --code", "norm --show --plot -"]
)
def test_no_picture_among_other_output(
    line: str, d2l: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Fake(KITTY)
    monkeypatch.setattr(showing, "_own", lambda: terminal)
    outcome = d2l(*line.split())
    assert (outcome.code, outcome.out, terminal.written) == (2, "", b"")
    assert "both want all of stdout" in outcome.err


@pytest.mark.parametrize("topic", ["", "axes", "all"])
def test_the_picture_comes_last(topic: str, d2l: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Fake(KITTY)
    monkeypatch.setattr(showing, "_own", lambda: terminal)
    outcome = d2l("norm", *topic.split(), "--show")
    assert outcome.code == 0
    assert terminal.written.count(b"a=T") == 1
    assert outcome.out == d2l("norm", *topic.split()).out


def test_no_picture_of_what_failed(d2l: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Fake(KITTY)
    monkeypatch.setattr(showing, "_own", lambda: terminal)
    outcome = d2l("tensor", "parameters", "nosuch", "--show")
    assert (outcome.code, terminal.written) == (1, b"")


@pytest.fixture
def terminal() -> Iterator[tuple[int, Tty]]:
    """A terminal of the system's own, and what is at its other end."""
    pty = pytest.importorskip("pty")
    master, slave = pty.openpty()
    yield master, Tty(slave)
    os.close(master)
    os.close(slave)


def test_a_terminal_is_asked_and_left_as_it_was(terminal: tuple[int, Tty]) -> None:
    import termios

    master, tty = terminal
    before = termios.tcgetattr(tty.number)
    os.write(master, SIXELS)
    assert tty.ask(QUESTION) == SIXELS
    assert termios.tcgetattr(tty.number) == before
    assert os.read(master, 1000).endswith(QUESTION)


def test_a_terminal_that_does_not_answer(
    terminal: tuple[int, Tty], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing, "WAIT", 0)
    assert terminal[1].ask(QUESTION) == b""


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("TERM_PROGRAM", "Apple_Terminal")])
def test_some_terminals_are_not_asked(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv(name, value)
    assert showing._own() is None
