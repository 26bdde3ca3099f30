"""A program's output: what its terminal is not to get, and where its last error stands."""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

# Sequences that move a terminal: CSI, OSC and its kin, and two signs after ESC.
SEQUENCES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c|$)?"
    r"|\x1b[ -/]*[0-~]?"
)
QUOTES = str.maketrans("‘’‚‛′`´“”„‟″«»＇＂", "'''''''\"\"\"\"\"\"\"'\"")
# What a Chinese keyboard types: letters, digits and signs of full width.
WIDE = {0xFEE0 + sign: sign for sign in range(0x21, 0x7F)}
# Frames that rich draws, and the marks of a quoted mail.
FRAME = re.compile(
    r"^(?:\[rank\d+\]: ?)+|^[ \t]*(?:[│┃|╭╰╮╯─━]+|>(?= ))|[│┃╮╯]+[ \t]*$", re.MULTILINE
)
NAMED = re.compile(
    r"(?:Error|Exception|Interrupt|Warning|Exit|UnsupportedOperation|BadZipFile|StopIteration"
    r"|(?<=exc\.)Unsupported|(?<=\w\.)error|(?<=queue\.)Empty|what\(\))"
    r"(?::(?=\s|$)|(?=[ \t]*(?:\(note: full exception.*)?$))",
    re.MULTILINE,
)
NAME = re.compile(r"(?<![\w.])(?:\w{1,60}\.){0,8}\w{0,60}\Z")
ERROR = re.compile(r"^[ \t]*(?:ERROR|error|FATAL|Error): ", re.MULTILINE)
# Errors that only tell of another, which stands above them.
WRAPPERS = ("ChildFailedError", "CalledProcessError", "ProcessRaisedException")
FILE = re.compile(r"^[ \t]*File \"([^\"\n]+)\", line \d+")
ARROW = re.compile(r"^[ \t]*(?:-+>|❱)[ \t]*\d+[ \t│]*(.*)$")
NUMBERED = re.compile(r"^[ \t]*(?:(?:-+>|❱)[ \t]*)?\d+[ \t]*(?:[│|][ \t]?|[ \t]|$)(?!\w+Error)")
CELL = re.compile(
    r"^[ \t]*(?:File )?((?:[A-Za-z]:)?[^\s:]+\.py|<ipython[^>]*>|Cell In)(?:[: \[(](?! error: )|$)"
)
OTHERS = re.compile(
    r"site-packages|dist-packages|lib[/\\]python\d|\\Lib\\|<frozen|/torch/|\\torch\\"
)
MOST = 8_000  # characters of a message that are looked at
CONTEXT = 40_000  # and before it


@dataclass(frozen=True)
class Failure:
    """An error, or a warning, in a program's output."""

    type: str  # "" where the text has no error's name
    lines: list[str]  # the message, as it is broken
    line: str = ""  # the reader's own source line that failed
    code: str = ""  # all source lines of the traceback
    before: str = ""  # what stands before it

    @property
    def is_warning(self) -> bool:
        """Whether the program went on after it."""
        return self.type.endswith("Warning")


def clean(text: str) -> str:
    """``text`` without what moves a terminal; a line ends with one line feed."""
    text = SEQUENCES.sub("", text)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("：", ": ")


def plain(text: str) -> str:
    """``text`` with straight quotes and printable signs only; lines stay."""
    text = html.unescape(text) if "&" in text else text
    text = text.translate(WIDE | QUOTES)
    if not text.isascii() or not text.replace("\n", "").isprintable():
        text = "".join(map(_sign, text))
    return text


def _sign(sign: str) -> str:
    if sign == "\n" or sign.isprintable():
        return sign
    return " " if sign.isspace() or sign < " " else ""


def failures(text: str, most: int = 50) -> Iterator[Failure]:
    """The errors and warnings of a cleaned text, the last first."""
    named = deque(NAMED.finditer(text), maxlen=4 * most)
    found = [(start, match.end(), kind) for match in named for start, kind in _header(text, match)]
    if not found:
        found = [(match.start(), match.start(), "") for match in ERROR.finditer(text)]
    end = len(text)
    for start, stop, kind in reversed(found[-most:]):
        yield _failure(text, start, stop, kind, end)
        end = start


def _header(text: str, match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Where an error's name begins, and the name, if it is one and no line of a program."""
    ahead = NAME.search(text[max(0, match.start() - 400) : match.start()])
    kind = (ahead[0] if ahead else "") + match[0].removesuffix(":")
    start = match.end() - len(kind) - match[0].endswith(":")
    if ahead is None or kind in ("Error", "Warning", "Interrupt", "Exit"):
        return
    in_line = text[text.rfind("\n", 0, start) + 1 : start].strip()
    if not match[0].endswith(":") and in_line not in ("", "Exception has occurred:", "发生异常:"):
        return
    if not _is_source(text, start):
        yield start, kind


def last(text: str) -> Failure:
    """The last error of a cleaned text; where there is none the last warning, else all of it.

    What only tells of another error is none, but more than a warning.
    """
    warning = wrapper = None
    for failure in failures(text):
        if failure.type.rpartition(".")[2] in WRAPPERS:
            wrapper = wrapper or failure
        elif not failure.is_warning:
            return failure
        else:
            warning = warning or failure
    if warning is not None:
        return wrapper or warning
    tail = text[-2 * MOST :]
    line, code, rest = _traceback(plain(tail))
    return Failure("", rest or [""], line, code)


def _is_source(text: str, place: int) -> bool:
    """Whether an error's name stands in a line of a program, not in its output."""
    start = text.rfind("\n", 0, place) + 1
    ahead = text[max(start, place - 400) : place]
    # "(ImportError: …)" is how somebody quotes one: no program has a colon there. A title has one
    # line.
    quoted = (ahead.endswith("(") and bool(re.match(r"\w+: \S", text[place : place + 80]))) or (
        ahead.endswith(('"', "'")) and "\n" not in text.strip()
    )
    if not quoted and re.search(r"\b(?:except|raise)\b[^:\n]*$|[\"'(#]$", ahead):
        return True
    if re.match(r"[ \t]*(?:-+>|❱)[ \t]*\d", ahead):
        return True
    above = text[max(0, start - 400) : max(start - 1, 0)].rpartition("\n")[2]
    # A source line is indented deeper than the line of its file, and a quoted error is not.
    return bool(FILE.match(above)) and _indent(ahead) > _indent(above)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _failure(text: str, start: int, stop: int, kind: str, end: int) -> Failure:
    """The error whose name stands from ``start`` to ``stop``; ``end`` is where the next begins."""
    message = plain(text[stop : min(end, stop + MOST)])
    message = re.split(r"^[ \t]*Traceback \(most recent", message, flags=re.MULTILINE)[0]
    message = re.sub(r"\A[ \t]*\(note: full exception.*", "", message)
    mark = plain(text[max(0, start - 1) : start])
    before = text[max(0, start - CONTEXT) : start]
    if mark in ("'", '"') and "\n" not in text.strip():
        # A quotation that ends: its marks stand at the edges of words, and one has no partner.
        edges = [at.start() for at in re.finditer(rf"(?<!\w){mark}|{mark}(?!\w)", message)]
        if len(edges) % 2:
            before += message[edges[-1] + 1 :]
            message = message[: edges[-1]]
    line, code, _ = _traceback(_own(before))
    return Failure(kind, FRAME.sub("", message).splitlines() or [""], line, code, plain(before))


def _own(before: str) -> str:
    """The last traceback before an error."""
    start = max(
        before.rfind("Traceback (most recent call last)"),
        before.rfind("During handling of the above"),
    )
    return plain(before[max(start, 0) :])


def _traceback(text: str) -> tuple[str, str, list[str]]:
    """The reader's own source line, all source lines, and the lines that are none."""
    own, code, rest = "", [], []
    others = source = False
    for line in FRAME.sub("", text).splitlines():
        file = FILE.match(line) or CELL.match(line)
        arrow = ARROW.match(line)
        if file:
            others, source = bool(OTHERS.search(line)), line.lstrip().startswith('File "')
        elif source and line[:1] in " \t" and line.strip():
            if not re.fullmatch(r"[\s~^]+", line):
                code.append(line.strip())
                own = own if others else line.strip()
        elif arrow:
            code.append(arrow[1].strip())
            own = own if others else arrow[1].strip()
        elif not NUMBERED.match(line):
            source = False
            rest.append(line)
    return own or (code[-1] if code else ""), "\n".join(code), rest
