"""``--show``: the picture inside the terminal where that draws, or else in the system's viewer.

Terminals are asked what they draw, in one question that all of them answer at least in part:

- kitty, Ghostty, WezTerm, Konsole: https://sw.kovidgoyal.net/kitty/graphics-protocol/
- iTerm2, VS Code, foot, mlterm, Windows Terminal, xterm: sixels, which the answer to "what are you"
  has as 4 (https://vt100.net/docs/vt3xx-gp/chapter14.html)
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, NamedTuple, Protocol

import typer

from .errors import Refusal
from .language import tr

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

WHAT = b"\x1b[c"  # are you: the question that all answer, and so the last of several
QUESTION = b"\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\" + WHAT  # do you know kitty's pictures
COLORS = b"\x1b[?1;1;0S" + WHAT  # how many may sixels have
WAIT = 1.0  # seconds for an answer, which may come over a slow line
# Terminals that print the question, or know no answer.
SILENT = {"TERM": {"", "dumb", "linux"}, "TERM_PROGRAM": {"Apple_Terminal"}}
NARROWEST, WIDEST = 20, 92  # columns; a page's prose is as wide at most
CELL = 10, 20  # pixels of a cell, where the terminal does not tell them
CHUNK = 4096  # signs of a picture that kitty takes at once


class Size(NamedTuple):
    """Of a terminal; pixels are 0 where it does not tell."""

    rows: int
    columns: int
    width: int
    height: int


class Terminal(Protocol):
    """What draws."""

    def ask(self, question: bytes) -> bytes:
        """What it answers, as far as it does."""

    def size(self) -> Size:
        """How large it is."""

    def write(self, picture: bytes) -> None:
        """Write to it, behind what has been printed."""


Draw = Callable[["Figure"], None]


def way(terminal: Terminal | None = None) -> Draw:
    """What shows a picture here.

    Args:
        terminal: the one to ask; this process's own, if standard output is one.

    Raises:
        Refusal: nothing does.
    """
    terminal = terminal or _own()
    answer = terminal.ask(QUESTION) if terminal is not None else b""
    if terminal is not None and b"\x1b_Gi=31;OK" in answer:
        return lambda figure: _in_kitty(figure, terminal)
    attributes = re.search(rb"\x1b\[\?([\d;]+)c", answer)
    if terminal is not None and attributes and b"4" in attributes[1].split(b";")[1:]:
        told = re.search(rb"\x1b\[\?1;0;(\d+)S", terminal.ask(COLORS))
        colors = min(int(told[1]) if told else 256, 256)
        return lambda figure: _in_sixels(figure, terminal, max(colors, 2))
    if _has_display():
        return _in_viewer
    raise Refusal(
        tr(
            "--show: this terminal draws no pictures, and there is no display; save the picture "
            "with --plot FILE instead"
            if terminal
            else "--show: standard output is no terminal, and there is no display; save the "
            "picture with --plot FILE instead"
        )
    )


# Inside the terminal


def kitty(image: bytes, columns: int) -> bytes:
    """A png image, this many columns wide, as kitty takes it."""
    from base64 import standard_b64encode  # here: it would wait for torch's library

    data = standard_b64encode(image)
    parts = [data[place : place + CHUNK] for place in range(0, len(data), CHUNK)]
    heads = [f"a=T,f=100,q=2,c={columns},".encode(), *[b""] * (len(parts) - 1)]
    more = [*[b"m=1"] * (len(parts) - 1), b"m=0"]
    return b"".join(
        b"\x1b_G%b%b;%b\x1b\\" % whole for whole in zip(heads, more, parts, strict=True)
    )


def sixels(places: NDArray[np.uint8], palette: list[int]) -> bytes:
    """A picture as sixels.

    Args:
        places: (rows, columns), for each pixel its color's place in the palette.
        palette: red, green and blue of each color, from 0 to 255, one after another.
    """
    import numpy as np

    rows, columns = places.shape
    parts = [f'\x1bP0;1q"1;1;{columns};{rows}']
    for color in np.unique(places).tolist():
        red, green, blue = (round(part / 2.55) for part in palette[3 * color : 3 * color + 3])
        parts.append(f"#{color};2;{red};{green};{blue}")
    for top in range(0, rows, 6):
        band = places[top : top + 6]
        bits = 1 << np.arange(len(band))[:, None]
        for color in np.unique(band).tolist():
            signs = np.where(band == color, bits, 0).sum(axis=0) + 63
            runs = ((chr(sign), len([*same])) for sign, same in groupby(signs.tolist()))
            line = "".join(f"!{n}{sign}" if n > 3 else n * sign for sign, n in runs)
            parts.append(f"#{color}{line}$")
        parts.append("-")
    return ("".join(parts) + "\x1b\\").encode()


def _columns(figure: Figure, size: Size) -> int:
    """How wide a picture is that is not wider than a page, and not higher than the terminal."""
    width, height = figure.get_size_inches()
    cell = size.width / size.columns, size.height / size.rows
    wide, high = cell if all(cell) else CELL
    lower = (size.rows - 3) * high / wide * width / height
    return max(NARROWEST, int(min(size.columns - 3, WIDEST, lower)))


def _image(figure: Figure, width: int) -> bytes:
    """A png image, this many pixels wide."""
    file = BytesIO()
    figure.savefig(file, format="png", dpi=width / figure.get_size_inches()[0])
    return file.getvalue()


def _in_kitty(figure: Figure, terminal: Terminal) -> None:
    size = terminal.size()
    columns = _columns(figure, size)
    wide = size.width // size.columns or CELL[0]
    terminal.write(b"\n  " + kitty(_image(figure, columns * wide), columns) + b"\n")


def _in_sixels(figure: Figure, terminal: Terminal, colors: int) -> None:
    import numpy as np
    from PIL import Image

    size = terminal.size()
    wide = size.width // size.columns or CELL[0]
    image = Image.open(BytesIO(_image(figure, _columns(figure, size) * wide))).convert("RGB")
    few = image.quantize(colors, dither=Image.Dither.NONE)
    terminal.write(b"\n  " + sixels(np.asarray(few), few.getpalette() or []) + b"\n")


@dataclass(frozen=True)
class Tty:
    """The terminal of this process.

    Attributes:
        number: of the open file.
    """

    number: int

    def ask(self, question: bytes) -> bytes:
        """What it answers; nothing of it is seen."""
        import termios
        import tty
        from select import select

        before = termios.tcgetattr(self.number)
        answer = b""
        try:
            tty.setcbreak(self.number, termios.TCSANOW)
            os.write(self.number, question)
            # What all of them tell comes last.
            while (
                not re.search(rb"\x1b\[\?[\d;]*c", answer)
                and select([self.number], [], [], WAIT)[0]
            ):
                answer += os.read(self.number, 1024)
        finally:
            termios.tcsetattr(self.number, termios.TCSANOW, before)
        return answer

    def size(self) -> Size:
        """How large it is."""
        import struct
        import termios
        from fcntl import ioctl

        told = struct.unpack("4H", ioctl(self.number, termios.TIOCGWINSZ, bytes(8)))
        columns, rows = shutil.get_terminal_size()
        return Size(told[0] or rows, told[1] or columns, told[2], told[3])

    def write(self, picture: bytes) -> None:
        """Write to it, behind what has been printed."""
        sys.stdout.flush()
        sys.stdout.buffer.write(picture)
        sys.stdout.flush()


def _own() -> Terminal | None:
    """The terminal that standard output is, where it may be asked."""
    asked = all(os.environ.get(name, "-") not in silent for name, silent in SILENT.items())
    if sys.stdout is None or not sys.stdout.isatty() or not asked:
        return None
    try:
        import termios  # noqa: F401  # not on Windows

        return Tty(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except (ImportError, OSError):
        return None


# In a window


def _has_display() -> bool:
    """Whether there is a viewer, and something to see it on."""
    if sys.platform == "win32":
        return True
    if sys.platform == "darwin":
        return "SSH_CONNECTION" not in os.environ
    there = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(there and shutil.which("xdg-open"))


def _in_viewer(figure: Figure) -> None:
    """Open the picture in the system's viewer, from a file that stays for it."""
    path = Path(mkdtemp(prefix="d2l-")) / "picture.png"
    figure.savefig(path)
    if typer.launch(str(path)):
        raise Refusal(
            tr(
                "--show: nothing opens the picture {path}; save it where you want with --plot FILE",
                path=path,
            )
        )
