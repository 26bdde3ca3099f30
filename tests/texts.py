"""The catalogues of translations: ``make texts`` writes them anew from what the code says.

``python -m tests.texts`` keeps the translations of what is still said, adds what is new without
one, and drops the rest. ``d2lcli/locale/…/d2l.po`` is what d2l says, ``messages.po`` what `explain`
says of PyTorch's messages; the ``.mo`` beside each is what the program reads.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from typer.main import get_command

from d2lcli.cli import app
from d2lcli.language import FOLDER, GENERAL, MESSAGES
from d2lcli.lesson import FOLDER as LESSONS
from d2lcli.lesson import NAMES, Lesson, parse
from d2lcli.messages.explain import entries
from d2lcli.options import concept, declared
from d2lcli.program import bare

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "d2lcli"
HOME = FOLDER / "zh_CN" / "LC_MESSAGES"
BEGUN = datetime(2026, 11, 29, tzinfo=UTC)  # a date of each run would be a change in each
HEAD = "Chinese of d2l. The terms are those of the book's Chinese edition.\n"

Said = tuple[str, str]  # a text, and where it is said


def said(catalogue: str) -> dict[str, list[str]]:
    """Each text of a catalogue, in the order of the files, with where it is said."""
    found: dict[str, list[str]] = {}
    sources = {GENERAL: (_code, _lessons, _commands, _options), MESSAGES: (_entries, _more)}
    for source in sources[catalogue]:
        for text, place in source():
            places = found.setdefault(text, [])
            if text and place not in places:
                places.append(place)
    found.pop("", None)
    return found


def _lessons() -> Iterator[Said]:
    for name in NAMES:
        for text in _texts(parse(LESSONS / f"{name}.py")):
            yield text, f"d2lcli/lessons/{name}.py"


def _texts(lesson: Lesson) -> Iterator[str]:
    yield from (lesson.title, lesson.text, lesson.book)
    cells = list(lesson.definitions)
    for section in lesson.sections.values():
        yield from (section.title, section.text)
        cells += section.cells
    for cell in cells:
        yield from (cell.caption, cell.ask)


def _entries() -> Iterator[Said]:
    for entry in entries():
        ways = [text for way in entry.ways for text in (way.sign, way.remedy)]
        for text in (entry.reason, entry.way_out, *ways):
            yield text, "d2lcli/messages/known"


def _commands() -> Iterator[Said]:
    """What each command is, and its options, but those of lessons."""
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        yield bare(command.help), "d2lcli/cli.py"
        for parameter in command.params if name not in NAMES else []:
            yield (parameter.help or "").partition(" [")[0], "d2lcli/cli.py"
    yield "Show this message and exit.", "typer"
    lesson = get_command(app).get_command(None, NAMES[0])  # type: ignore[attr-defined]
    for parameter in [*lesson.params, *get_command(app).params]:
        if parameter.name not in declared(concept(NAMES[0])):
            yield (parameter.help or "").partition(" [")[0], "d2lcli/cli.py"


def _options() -> Iterator[Said]:
    """What the options of each lesson mean, and what they are when not given, in words."""
    for name in NAMES:
        for option in declared(concept(name)).values():
            yield option.help, f"d2lcli/concepts/{name}.py"
            if " " in option.default:
                yield option.default, f"d2lcli/concepts/{name}.py"


def _code() -> Iterator[Said]:
    """What stands in ``tr``, ``mark``, ``counted`` and at the head of a column."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "messages" not in path.parts:
            yield from _in(path, in_general)


def _more() -> Iterator[Said]:
    """What entries put into their texts."""
    for path in sorted((PACKAGE / "messages").rglob("*.py")):
        yield from _in(path, in_messages)


def _in(path: Path, texts_of: object) -> Iterator[Said]:
    assert callable(texts_of)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            for text in texts_of(node):
                yield text, str(path.relative_to(ROOT))


def name_of(call: ast.Call) -> str:
    """The function that is called, without what it is an attribute of."""
    function = call.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def literals(call: ast.Call) -> list[str]:
    """Its arguments that are texts, in order, without names."""
    return [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]


def in_general(call: ast.Call) -> Iterator[str]:
    """What a call says."""
    texts = literals(call)
    match name_of(call):
        case "tr" | "mark":
            # With the other catalogue's name behind it, it stands in the other one.
            if len(call.args) == 1:
                yield from texts
            yield from (text for arg in call.args for text in _either(arg))
        case "counted" | "count" if texts and texts[0].replace(" ", "").isalnum():
            one, *more = texts
            yield "{count} " + one
            yield "{count} " + (more[0] if more else f"{one}s")
        case "Column" if any(map(str.isalpha, "".join(texts[:1]))):
            yield from texts[:1]


def _either(node: ast.AST) -> Iterator[str]:
    """The texts of ``a if so else b``."""
    if isinstance(node, ast.IfExp):
        for part in (node.body, node.orelse):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.value
            yield from _either(part)


def in_messages(call: ast.Call) -> Iterator[str]:
    """What a call says of one of PyTorch's messages."""
    if name_of(call) in ("tr", "mark"):
        yield from literals(call)[:1]
        yield from (text for arg in call.args[:1] for text in _either(arg))


def read(name: str) -> Catalog:
    """A catalogue as it is."""
    path = HOME / f"{name}.po"
    if not path.exists():
        return Catalog(locale="zh_CN", domain=name)
    with path.open("rb") as file:
        return read_po(file, locale="zh_CN", domain=name)


def made(name: str) -> Catalog:
    """A catalogue of all that is said, with the translations that there are."""
    before = read(name)
    catalogue = Catalog(
        locale="zh_CN",
        domain=name,
        header_comment=f"# {HEAD}",
        project="d2l",
        version="2",
        msgid_bugs_address="",
        creation_date=BEGUN,
        revision_date=BEGUN,
        last_translator="d2l",
        language_team="zh_CN",
        fuzzy=False,
    )
    for text, places in said(name).items():
        old = before.get(text)
        known = str(old.string) if old is not None and old.string else ""
        catalogue.add(text, known, locations=[(place, 0) for place in places])
    return catalogue


def written(catalogue: Catalog) -> tuple[bytes, bytes]:
    """A catalogue as ``.po`` and ``.mo``."""
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalogue, width=98, include_lineno=False, omit_header=False)
    write_mo(mo, catalogue)
    return po.getvalue(), mo.getvalue()


def main() -> int:
    """Write both catalogues anew; tell what has no translation."""
    missing = 0
    for name in (GENERAL, MESSAGES):
        catalogue = made(name)
        po, mo = written(catalogue)
        (HOME / f"{name}.po").write_bytes(po)
        (HOME / f"{name}.mo").write_bytes(mo)
        left = [str(message.id) for message in catalogue if message.id and not message.string]
        print(f"{name}: {len(catalogue)} texts, {len(left)} without a translation")
        missing += len(left)
    return int(missing > 0)


if __name__ == "__main__":
    sys.exit(main())
