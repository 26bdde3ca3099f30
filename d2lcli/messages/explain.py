"""The search: which message a text ends in, and what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache

from ..language import MESSAGES, spoken, tr
from ..words import sentences
from .entry import CHOSEN, Entry, Explained, Found, Row, Way
from .template import Template, squeezed, template
from .text import Failure, clean, failures, last, plain

Known = tuple[Entry, Explained]
START = 700  # characters into an error's message within which the words have to begin
FIRST = 6  # signs by which wordings are looked up
NARROWEST = 60  # signs in a line of a terminal that breaks words
SHOWN = 300  # characters of a message that are shown
FOREIGN = re.compile(
    r"\btensorflow\b|\btf\.Tensor\b|\bkeras\b|\bjax(?:lib)?\b|\bEagerTensor\b|\bmxnet\b|\bpaddle\b"
    r"|\bcupy|\bnumba\b|\bchainer\b|\bflax\b|\bpycuda\b|\bTF[A-Z]\w+(?:Model|For\w+)\b"
    r"|\bCUDA_ERROR_[A-Z_]+: |\bcuInit\b|\bstream_executor\b|\bGPUassert\b|\bggml_"
    r"|\bcuMem(?:Alloc|cpy)|\bcudaMalloc\b|\bllama\.cpp\b|\bggml-|\b[wW]hisper\.cpp\b|\bollama\b"
    r"|\btf2onnx\b"
    # A program of one's own in CUDA tells its line: CUDA error: invalid argument at main.cu:42.
    r"|\bCUDA (?:driver )?error: (?:(?!torch|aten|c10|THC).){1,80}?\.cu\b"
    r"(?::\d|\(\d|,?(?: at)? line\b| 第)"
    # nvcc on a file of one's own, the GPU's part of OpenCV, NSLog of an app.
    r"|(?<![/\w])nvcc (?:(?!torch|TORCH).){1,120}?\.cu\b|\bOpenCV\([\d.]+\w*\) CUDA\b|\bCuPy\b"
    r"|\d\d:\d\d:\d\d\.\d+(?:[+-]\d{4})? (?![Pp]ython)[\w.-]+\[\d+:\w+\]"
)
IN_TITLE = re.compile(FOREIGN.pattern, re.IGNORECASE)  # TensorFlow, Keras
# Python's own sentences, whose ends alone show whether they are about torch.
OF_PYTHON = re.compile(
    r"'[\w.]*'? object |unsupported operand|index out of range|No module named|cannot import name"
    r"|module '|name '|'[<>=!]+' not supported between|\w+\(\) (?:missing|takes) "
)
SINGULAR = {
    "axes": "axis",
    "indices": "index",
    "numbers": "number",
    "parts": "part",
    "labels": "label",
    "channels": "channel",
    "letters": "letter",
    "samples": "sample",
    "outputs": "output",
}
ONES = re.compile(rf"(?<![\d.,·] )(?<!and )\b(?<![.,])1 ({'|'.join(SINGULAR)})\b")
# What is between two sentences; {hint} and its like are sentences themselves.
SENTENCES = {
    "en": r"(?<=[.}])\s+(?=[A-Z\d{(-])",
    "zh": r"(?<=。)|(?<=^\{hint\})|(?<=^\{fits\})|(?<=^\{turned\})",
}
# Where a text is cut off, or a quotation ends.
ELLIPSIS = re.compile(r"\s*(?:\.{3,}|…|\[(?:\.{3}|…)\]|[\"'])\s*$")
# Where somebody's own words may begin behind a message, as in the title of a question.
ASKED = re.compile(
    r"[;,.]?\s\(?(?:when|whilst|while|after|before|during|but(?! got| found| expected)|even"
    r"|although|despite|using|trying|how|what|why"
    r"|(?:in|on|at|with|for|from) (?:my|python|pytorch|google|colab))\b",
    re.IGNORECASE,
)
TORCH_NAME = re.compile(r"\b(?:pytorch|pythorch|pytroch|pytoch|pytorh|torch)\b", re.IGNORECASE)
OF_TORCH = re.compile(
    r"torch|data ?loader|num_workers|image ?folder|state_dict|cuda|pickle_module|unpickler\.load"
    r"|shared memory|tensor(?!flow)|\bnn\.|module ?list|\bvgg|pad_sequence",
    re.IGNORECASE,
)
TITLE = 250  # characters of a question's title, at most


@cache
def entries() -> tuple[Entry, ...]:
    """All entries, special cases before general ones."""
    from .known import ENTRIES

    return ENTRIES


@cache
def wordings() -> tuple[tuple[Entry, Template], ...]:
    """Each wording of each entry."""
    return tuple((entry, template(words)) for entry in entries() for words in entry.patterns)


def explain(text: str) -> Explained | None:
    """What the last error of a text means; None where it is not known.

    Args:
        text: A message, a traceback, or all that a program printed.
    """
    found = recognise(last(clean(text)))
    return found[1] if found else None


def earlier(text: str) -> Explained | None:
    """Of a text whose last error is not known: the last known error or warning before it."""
    for failure in failures(clean(text)):
        found = recognise(failure)
        if found is not None:
            return found[1]
    return None


def last_error(text: str) -> str:
    """The last error of a program's output, in one line: ``RuntimeError: …``; "" without one."""
    for failure in failures(clean(text)):
        if not failure.is_warning and failure.type:
            return _shown(failure, len(" ".join(failure.lines)))
    return ""


def headline(text: str) -> str:
    """The line of a text that tells what is wrong: the last error's, or the last line."""
    cleaned = clean(text)
    failure = last(cleaned)
    if failure.type:
        return _shown(failure, 0)
    lines = [line for line in plain(cleaned[-SHOWN * 20 :]).splitlines() if line.strip()]
    return " ".join(lines[-1].split())[:SHOWN] if lines else ""


def way_out(error_type: str, message: str, line: str) -> str | None:
    """What helps against an error that a line of PyTorch raised; None where it is not known.

    Args:
        error_type: The error's name, ``RuntimeError``.
        message: What it says.
        line: The source line that raised it.
    """
    lines = plain(clean(message)).splitlines() or [""]
    found = recognise(Failure(error_type, lines, line.strip(), line.strip()))
    if found is None:
        return None
    told = found[1]
    return told.way_out or next(map(": ".join, told.ways), None)


def recognise(failure: Failure) -> Known | None:
    """The entry that an error belongs to, and what it says of it."""
    if "\n" not in failure.before.lstrip() and not failure.code:
        words = _about(failure.before)
        if IN_TITLE.search(failure.before) and not words:
            return None
        failure = replace(failure, before=words)
    frames = " ".join(re.findall(r"File \"[^\"]+\"|\S+\.py\b", failure.before[-6000:]))
    if FOREIGN.search(f"{frames} {failure.type}") and not re.search(r"[/\\]torch[/\\]", frames):
        return None
    readings = list(_readings(failure))
    if any(FOREIGN.search(text[:400]) for text, _ in readings):
        return None
    for text, loose in readings:
        found = _whole(failure, text, loose)
        if found is not None:
            return found
    text = " ".join(" ".join(failure.lines).split())
    return next(filter(None, (_cut(failure, words) for words in _beginnings(failure, text))), None)


def _beginnings(failure: Failure, text: str) -> Iterator[str]:
    """A message that may be cut off, and what it may be if somebody's own words stand behind it."""
    yield text
    if len(text) <= TITLE and not failure.code and len(failure.lines) == 1:
        for match in reversed(list(ASKED.finditer(text))):
            yield text[: match.start()]


def _about(words: str) -> str:
    """Words of a title that are about torch, its name as it is written; "" where they are not."""
    if OF_TORCH.search(words) is None and TORCH_NAME.search(words) is None:
        return ""
    return TORCH_NAME.sub(lambda name: "torch" if name[0][0] in "tT" else "pytorch", words)


def _readings(failure: Failure) -> Iterator[tuple[str, bool]]:
    """The message in one line: broken between words, and broken inside them."""
    spaced, joined = spread(failure.lines), "".join(failure.lines)
    # No message has a word of that length, and to search one takes its length squared.
    readings = [
        (re.sub(r"\S{400,}", " ", spaced), False),
        (re.sub(r"\S{400,}", " ", " ".join(joined.split())), True),
    ]
    if len(failure.lines) == 1:
        yield readings[0]
        return
    # A terminal breaks lines at its width, wherever that is.
    width = len(failure.type) + len(":") + len(failure.lines[0])
    if width >= NARROWEST and {width} == {width, *map(len, failure.lines[1:-1])}:
        readings.reverse()
    yield from readings


def spread(lines: list[str]) -> str:
    """Lines as one, with one space between words, and two between paragraphs."""
    paragraphs = re.split(r"\n\s*\n", "\n".join(lines).strip())
    return "  ".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _whole(failure: Failure, text: str, loose: bool) -> Known | None:
    """The entry whose words are in a text: in an error's message the first, else the last."""
    best: tuple[int, Entry, re.Match[str]] | None = None
    for entry, words in _candidates(squeezed(text)):
        regex = words.loose if loose else words.regex
        matches = list(regex.finditer(text))
        if failure.type:
            matches = [match for match in matches[:1] if match.start() <= START]
        for match in matches[-1:]:
            at = match.start() if failure.type else -_end(match)
            if (best is None or at < best[0]) and _holds(entry, _found(failure, match)):
                best = (at, entry, match)
    if best is None:
        return None
    _, entry, match = best
    return entry, _answer(entry, _found(failure, match), _message(failure, match))


def _end(match: re.Match[str]) -> int:
    """Where a message ends, without somebody's own words behind it."""
    behind = match.start("after") if "after" in match.re.groupindex else -1
    return behind if behind >= 0 else match.end()


@cache
def _by_start() -> dict[str, list[int]]:
    """The places of wordings by the first signs of their anchor; of a short one by none."""
    found: dict[str, list[int]] = {}
    for place, (_, words) in enumerate(wordings()):
        start = words.anchor[:FIRST] if len(words.anchor) >= FIRST else ""
        found.setdefault(start, []).append(place)
    return found


def _candidates(text: str) -> Iterator[tuple[Entry, Template]]:
    """The wordings whose anchor is in a squeezed text, in their order."""
    starts = {text[at : at + FIRST] for at in range(len(text))} | {""}
    places = sorted(place for start in starts & _by_start().keys() for place in _by_start()[start])
    for entry, words in map(wordings().__getitem__, places):
        if words.anchor in text:
            yield entry, words


def _cut(failure: Failure, text: str) -> Known | None:
    """The one entry whose message begins with all of a text."""
    text = ELLIPSIS.sub("", text)
    if OF_PYTHON.match(text):
        return None
    told: dict[Template, Known] = {}
    topics = set()
    for entry, words in wordings():
        if words.opening not in text:
            continue
        fields = words.cut(text)
        if fields is None:
            continue
        found = Found(fields, failure.type, failure.line, failure.code, failure.before)
        # What decides may be cut off.
        holds = _holds(entry, found) if words.chosen <= fields.keys() else None
        if holds is not False:
            topics.add(entry.topic)
        answer = _answer(entry, found, text) if holds and words not in told else None
        if answer and answer.reason and answer.helps:
            told[words] = (entry, answer)
    # What begins alike and means different things is not known before it is whole.
    return next(iter(told.values()), None) if len(topics) == 1 else None


def _found(failure: Failure, match: re.Match[str]) -> Found:
    fields = {name: value.strip() for name, value in match.groupdict().items() if value is not None}
    before = failure.before
    if match[0] and len(failure.lines) == 1 and not (failure.type or failure.code or before):
        before = _about(match.string[: match.start()])
    return Found(fields, failure.type, failure.line, failure.code, before)


def _holds(entry: Entry, found: Found) -> bool | None:
    """Whether an entry is for this case; None where the message was cut off before that."""
    if entry.when is None:
        return True
    try:
        return entry.when(found)
    except KeyError:
        return None


def _answer(entry: Entry, found: Found, message: str) -> Explained:
    fields = {n: tr(v, MESSAGES) if v in CHOSEN else v for n, v in found.fields.items()}
    table: list[Row] = []
    with suppress(KeyError, IndexError):  # the message was cut off
        fields.update(entry.more(found) if entry.more else {})
    with suppress(KeyError, IndexError):
        table = entry.table(found) if entry.table else []
    return Explained(
        message[:SHOWN] + ("…" if len(message) > SHOWN else ""),
        entry.topic,
        _filled(tr(entry.reason, MESSAGES), fields),
        _filled(tr(entry.way_out, MESSAGES), fields),
        table,
        _command(entry, fields),
        _ways(entry, found, fields),
    )


def _ways(entry: Entry, found: Found, fields: Mapping[str, str]) -> list[tuple[str, str]]:
    """The ways out that the traceback's own lines choose; where they choose none, all."""
    told = []
    for way in [way for way in entry.ways if _shows(way, found)] or entry.ways:
        sign, remedy = (_filled(tr(text, MESSAGES), fields) for text in (way.sign, way.remedy))
        if sign and remedy:
            told.append((sign, remedy))
    return told


def _shows(way: Way, found: Found) -> bool:
    """Whether the traceback has the sign of this way out."""
    try:
        return way.when is not None and way.when(found)
    except KeyError:  # the message was cut off
        return False


def _command(entry: Entry, fields: Mapping[str, str]) -> str:
    """The line of d2l that shows it: with the message's shapes, where they can be typed."""
    try:
        command = entry.command.format(**fields)
    except KeyError:
        command = ""
    # A shape without axes has no digits, and cannot be typed.
    if not command or re.search(r"  | $", command):
        command = entry.topic
    return f"d2l {command}" if command else ""


def _filled(text: str, fields: Mapping[str, str]) -> str:
    """The sentences of a text whose fields there are, filled in."""
    kept = []
    for sentence in re.split(SENTENCES[spoken()], text):
        with suppress(KeyError):
            kept.append(sentence.format(**fields))
    return ONES.sub(lambda match: f"1 {SINGULAR[match[1]]}", sentences(*kept))


def _message(failure: Failure, match: re.Match[str]) -> str:
    """The message in one line, from where it begins to the end of the line of its last word."""
    if failure.type:
        return _shown(failure, match.end())
    length, lines = 0, []
    for line in failure.lines:
        words = " ".join(line.split())
        length += len(words) + bool(words)
        if words and length > match.start():
            lines.append(words)
        if length >= match.end():
            break
    return " ".join(lines)


def _shown(failure: Failure, length: int) -> str:
    """An error with its name, in one line, to the end of the line in which ``length`` lies."""
    words: list[str] = []
    for line in failure.lines:
        words += line.split()
        if words and len(" ".join(words)) >= length:
            break
    message = " ".join(words)[:SHOWN]
    return message if failure.type in ("", "what()") else f"{failure.type}: {message}".strip()
