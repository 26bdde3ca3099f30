"""A lesson file becomes cells.

A lesson is an ordinary Python module. Read from top to bottom it holds

- a docstring: the title, a text, and the lines ``Book:``, ``Page:``, ``Yours:`` and ``Next:``. Page
  names the main sections, which make the default page;
- imports and definitions, which are given: shown first, with what an option replaces;
- sections: functions annotated ``-> None``. A section's docstring is its heading and text; one
  whose heading ends in a question mark answers a reader's question. Its parameters are what options
  set: those behind ``*`` are written into the code where they stand, the others make a cell of
  their own. Blank lines cut its body into cells, the comment above a cell is its caption, and a
  last expression is its result. At the end of a cell, ``# measured`` marks a result that differs
  from run to run, and ``# ask: …`` is what ``--predict`` asks before it shows the result.

The module itself is never imported: the cells are compiled from its syntax tree, under its own file
name, so what is shown is what ran, and tracebacks, breakpoints and coverage point at the real line.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, cached_property
from pathlib import Path

from .language import spoken, tr

FOLDER = Path(__file__).with_name("lessons")
NAMES = ("tensor", "broadcast", "memory", "linalg", "norm", "derivative", "autograd", "dice")
GIVEN = "given"  # the section name of what comes before the first section
REMARK = re.compile(r"# (?:(measured)|ask: (.+))$")


class Kind(Enum):
    """What a section is there for."""

    MAIN = "main"  # part of the default page
    TOPIC = "topic"
    QUESTION = "question"  # a reader's question


@dataclass(frozen=True)
class Cell:
    """A few lines that run together, and what a reader sees of them.

    ``code`` is the dedented source of ``tree``, whose nodes have their lines in ``filename``.
    ``ask`` is what a reader is asked before the result is shown; ``asks_shape``: for its shape.
    """

    section: str
    caption: str
    code: str
    tree: ast.Module
    filename: str
    measured: bool = False
    ask: str = ""
    asks_shape: bool = False

    @property
    def claims(self) -> bool:
        """Whether the cell ends in an ``assert``."""
        return isinstance(self.tree.body[-1], ast.Assert)

    @property
    def defines(self) -> str:
        """The name of the function, where the cell is one definition and nothing else."""
        first = self.tree.body[0]
        return first.name if len(self.tree.body) == 1 and isinstance(first, ast.FunctionDef) else ""

    @property
    def binds(self) -> str:
        """The name that the cell is there for: of its one definition, or its one assignment."""
        *before, last = self.tree.body
        match last:
            case ast.Assign(targets=[ast.Name(id=name)]) if all(
                isinstance(statement, ast.Expr) for statement in before
            ):
                return name
        return self.defines

    @property
    def labels(self) -> list[str]:
        """The source of each item, where the result is a tuple or list written out."""
        last = self.tree.body[-1]
        if isinstance(last, ast.Expr) and isinstance(last.value, ast.Tuple | ast.List):
            return [ast.unparse(item) for item in last.value.elts]
        return []

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name that stands in the cell."""
        return frozenset(node.id for node in ast.walk(self.tree) if isinstance(node, ast.Name))

    def with_values(self, values: Mapping[str, str]) -> Cell:
        """The cell with the source of a value in place of each of these names."""
        if not self.names & values.keys():
            return self
        first = self.tree.body[0].lineno
        lines = [line.encode() for line in self.code.splitlines()]
        tree = ast.parse(self.code)
        alone = set(_standing_alone(tree))
        found = [name for name in _free(tree) if name.id in values]
        for name in sorted(found, key=lambda n: (n.lineno, n.col_offset), reverse=True):
            text = values[name.id]
            simple = name in alone or re.fullmatch(r"[\w.]+|[(\[].*[)\]]", text)
            new = (text if simple else f"({text})").encode()
            line, end = lines[name.lineno - 1], name.end_col_offset
            lines[name.lineno - 1] = line[: name.col_offset] + new + line[end:]
        code = b"\n".join(lines).decode()
        whole = ast.increment_lineno(ast.parse(code, self.filename), first - 1)
        return replace(self, code=code, tree=whole)


@dataclass(frozen=True)
class Section:
    """One function of a lesson.

    ``parameters`` has the source of each default, if there is one; ``inline`` are the names of
    those that are written into the code. ``uses`` are the given functions that stand in it.
    """

    name: str
    title: str
    text: str
    kind: Kind
    parameters: Mapping[str, str | None]
    inline: frozenset[str]
    cells: tuple[Cell, ...]
    uses: frozenset[str] = frozenset()

    @cached_property
    def takes(self) -> frozenset[str]:
        """What a reader's own values can replace: parameters, and what it uses or defines."""
        return self.uses.union(self.parameters, (c.binds for c in self.cells if c.binds))


@dataclass(frozen=True)
class Lesson:
    """A parsed lesson file. ``yours`` is an example with a reader's own numbers."""

    name: str
    title: str
    text: str
    book: str
    yours: str
    next: str
    imports: Cell
    definitions: tuple[Cell, ...]
    sections: Mapping[str, Section]

    def of(self, *kinds: Kind) -> list[Section]:
        """The sections of these kinds, in the order of the file."""
        return [section for section in self.sections.values() if section.kind in kinds]

    def default(self, name: str) -> str | None:
        """The source of a parameter's default; None where there is none."""
        found = (section.parameters.get(name) for section in self.sections.values())
        return next((default for default in found if default is not None), None)

    def definition(self, name: str) -> str:
        """The source of a given function."""
        return next(cell.code for cell in self.definitions if cell.defines == name)


class LessonError(Exception):
    """A lesson file that would not show all of itself."""


@dataclass(frozen=True)
class Source:
    """The text of a lesson file, cut by line."""

    filename: str
    lines: Sequence[str]

    def cell(self, section: str, nodes: Sequence[ast.stmt], after: int) -> Cell:
        """The cell made of ``nodes``; its caption is the comment between line ``after`` and it."""
        last = nodes[-1]
        assert last.end_lineno is not None
        assert last.end_col_offset is not None
        first = nodes[0].lineno
        code = list(self.lines[first - 1 : last.end_lineno])
        # Offsets of the syntax tree count bytes, not characters.
        line = code[-1].encode()
        remark = REMARK.search(line[last.end_col_offset :].decode())
        if remark:
            code[-1] = line[: last.end_col_offset].decode()
        ask = (remark[2] if remark else None) or ""
        return Cell(
            section=section,
            caption=" ".join(self._comment(after, first - 1)),
            code=textwrap.dedent("\n".join(code)),
            tree=ast.Module(body=list(nodes), type_ignores=[]),
            filename=self.filename,
            measured=remark is not None and bool(remark[1]),
            ask=ask,
            asks_shape=bool(re.search(r"\bshape\b", ask)),
        )

    def _comment(self, after: int, before: int) -> list[str]:
        """The comment that ends at line ``before``, and begins behind line ``after``.

        Raises:
            LessonError: a blank line parts it from what it is about, so it would vanish.
        """
        lines = "".join(f"{line.strip()}\n" for line in self.lines[after:before])
        *apart, told = lines.split("\n\n")
        if any(apart):
            raise LessonError(f"{self.filename}:{before}: a comment that belongs to no cell")
        return [line.removeprefix("#").strip() for line in told.splitlines() if line]

    def cells(self, section: str, body: Sequence[ast.stmt], after: int) -> Iterator[Cell]:
        """``body`` cut at its blank lines."""
        nodes: list[ast.stmt] = []
        for node in body:
            end = nodes[-1].end_lineno if nodes else None
            if end is not None and "" in map(str.strip, self.lines[end : node.lineno - 1]):
                yield self.cell(section, nodes, after)
                nodes, after = [], end
            nodes.append(node)
        yield self.cell(section, nodes, after)

    def section(self, node: ast.FunctionDef, end: int, main: Sequence[str]) -> Section:
        """The section that ``node`` is; ``end`` is the last line before the next one."""
        self._check(node, end)
        title, text = heading(ast.get_docstring(node))
        name = node.name.replace("_", "-")
        kind = Kind.MAIN if name in main else Kind.TOPIC
        arguments = [*node.args.args, *node.args.kwonlyargs]
        missing = len(node.args.args) - len(node.args.defaults)
        defaults = [None] * missing + [*node.args.defaults, *node.args.kw_defaults]
        sources = [None if default is None else self._text(default) for default in defaults]
        after = node.body[0].end_lineno
        assert after is not None
        return Section(
            name=name,
            title=title,
            text=paragraphs(text),
            kind=Kind.QUESTION if title.endswith("?") else kind,
            parameters={a.arg: source for a, source in zip(arguments, sources, strict=True)},
            inline=frozenset(argument.arg for argument in node.args.kwonlyargs),
            cells=tuple(self.cells(name, node.body[1:], after)),
        )

    def _text(self, node: ast.expr) -> str:
        """An expression as it is written, in one line."""
        text = ast.get_source_segment("\n".join(self.lines), node) or ""
        return " ".join(map(str.strip, text.splitlines()))

    def _check(self, node: ast.FunctionDef, end: int) -> None:
        """Check that all of a function can be shown and run as cells.

        Raises:
            LessonError: it cannot.
        """
        where = f"{self.filename}:{node.lineno}: {node.name}"
        if ast.get_docstring(node) is None or len(node.body) < 2:
            raise LessonError(f"{where} has no heading, or no cell")
        if not (isinstance(node.returns, ast.Constant) and node.returns.value is None):
            raise LessonError(f"{where} is a section, and needs -> None")
        for part in _outside_functions(node):
            if isinstance(part, ast.Return | ast.Yield | ast.YieldFrom | ast.Nonlocal | ast.Await):
                raise LessonError(f"{where}: a cell is no function: {ast.unparse(part)}")
        rest = self.lines[node.end_lineno or 0 : end]
        # A comment at the margin is about what comes next.
        if any(line.startswith(" ") and line.strip() for line in rest):
            raise LessonError(f"{where}: the comment after its last cell is never shown")


def _free(node: ast.AST, own: frozenset[str] = frozenset()) -> Iterator[ast.Name]:
    """The names in ``node`` that are no parameters of a function around them."""
    if isinstance(node, ast.FunctionDef | ast.Lambda):
        own = own | {argument.arg for argument in node.args.args}
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Name) and child.id not in own:
            yield child
        yield from _free(child, own)


def _standing_alone(tree: ast.AST) -> Iterator[ast.AST]:
    """The parts that need no parentheses: arguments, items, and what is assigned."""
    for node in ast.walk(tree):
        match node:
            case ast.Call():
                yield from node.args
            case ast.keyword(value=value) | ast.Assign(value=value) | ast.AugAssign(value=value):
                yield value
            case ast.Tuple(elts=items) | ast.List(elts=items):
                yield from items


def _outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes inside ``node``, but not those of the functions that are defined in it."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, ast.FunctionDef | ast.Lambda):
            yield from _outside_functions(child)


def heading(docstring: str | None) -> tuple[str, str]:
    """A docstring's first line without its full stop, and the rest."""
    title, _, text = (docstring or "").partition("\n")
    return title.strip().removesuffix("."), text.strip()


def paragraphs(text: str) -> str:
    """A text with each of its paragraphs in one line."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def load(name: str) -> Lesson:
    """The lesson of this name, in the language that is spoken.

    Raises:
        OSError: there is no such file.
        LessonError: it would not show all of itself.
    """
    language = spoken()
    return original(name) if language == "en" else _in(language, name)


@cache
def original(name: str) -> Lesson:
    """The lesson of this name as its file has it, in English. Raises: as ``load``."""
    return parse(FOLDER / f"{name}.py")


@cache
def _in(language: str, name: str) -> Lesson:
    assert language == spoken()
    return translated(original(name))


def translated(lesson: Lesson) -> Lesson:
    """The lesson with all that is said in it, and none of its code, in the language spoken."""

    def cells(given: Sequence[Cell]) -> tuple[Cell, ...]:
        return tuple(replace(c, caption=tr(c.caption), ask=tr(c.ask)) for c in given)

    return replace(
        lesson,
        title=tr(lesson.title),
        text=tr(lesson.text),
        book=tr(lesson.book),
        definitions=cells(lesson.definitions),
        sections={
            name: replace(s, title=tr(s.title), text=tr(s.text), cells=cells(s.cells))
            for name, s in lesson.sections.items()
        },
    )


def title(name: str) -> str:
    """The English title of a lesson, by reading no more than the first line of its file."""
    with (FOLDER / f"{name}.py").open(encoding="utf-8") as file:
        return file.readline().strip('"\n').rstrip(".")


def parse(path: Path) -> Lesson:
    """Read a lesson file. Raises: as ``load``; SyntaxError where it is no Python."""
    text = path.read_text(encoding="utf-8")
    source = Source(str(path), text.splitlines())
    tree = ast.parse(text, str(path))
    name, rest = heading(ast.get_docstring(tree))
    facts = dict(re.findall(r"^(\w+): (.+)$", rest, flags=re.MULTILINE))
    imports: list[ast.stmt] = []
    definitions: list[Cell] = []
    sections: dict[str, Section] = {}
    end = tree.body[0].end_lineno or 0
    for place, node in enumerate(tree.body[1:], 2):
        following = tree.body[place].lineno - 1 if place < len(tree.body) else len(source.lines)
        if isinstance(node, ast.Import | ast.ImportFrom):
            imports.append(node)
        elif isinstance(node, ast.FunctionDef) and node.returns is None and not _documented(node):
            definitions.append(source.cell(GIVEN, [node], end))
        elif isinstance(node, ast.FunctionDef):
            section = source.section(node, following, facts["Page"].split())
            sections[section.name] = section
        else:
            raise LessonError(f"{path}:{node.lineno}: this is never shown")
        end = node.end_lineno or end
    return Lesson(
        name=path.stem,
        title=name,
        text=paragraphs(re.sub(r"^\w+: .+$", "", rest, flags=re.MULTILINE).strip()),
        book=facts["Book"],
        yours=facts["Yours"],
        next=facts["Next"],
        imports=written("\n".join(map(ast.unparse, imports))),
        definitions=tuple(definitions),
        sections={name: _using(section, definitions) for name, section in sections.items()},
    )


def _using(section: Section, definitions: Sequence[Cell]) -> Section:
    """The section, with the names of the given functions that it uses."""
    names = frozenset[str]().union(*(cell.names for cell in section.cells))
    return replace(section, uses=names & {cell.defines for cell in definitions})


def _documented(node: ast.FunctionDef) -> bool:
    return ast.get_docstring(node) is not None


def written(code: str, caption: str = "", section: str = GIVEN) -> Cell:
    """A cell that is written on the spot, such as the values of the options."""
    filename = "<options>"
    return Cell(section, caption, code, ast.parse(code, filename), filename)
