"""A lesson file becomes cells, and the cells, run one after another, become steps.

A lesson is an ordinary Python module. Read from top to bottom it holds

- a docstring: the title, a text, and lines such as ``Book: 2.1.4 Broadcasting``;
- imports and definitions, which become cells where a section uses them;
- sections: the functions annotated ``-> None``. A section's docstring is its heading and text; a
  heading that ends in a question mark is a reader's question, shown only when it is asked for. Its
  parameters are what options set. Blank lines cut its body into cells, the comment above a cell is
  the cell's caption, a last expression is its result, and a last line that ends in ``# measured``
  marks a result that differs from run to run.

The module itself is never imported: the cells are compiled from its syntax tree, under its own file
name, so what is shown is what ran, and tracebacks, breakpoints and coverage point at the real line.
"""

from __future__ import annotations

import ast
import io
import re
import textwrap
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

SETUP = "setup"  # the section name of the cells that come before the first section
OPTIONS = "The values of this run, yours to change."


@dataclass(frozen=True)
class Cell:
    """A few lines that run together, and what a reader sees of them.

    ``code`` is the dedented source of ``tree``, whose nodes have their lines in ``filename``.
    """

    section: str
    caption: str
    code: str
    tree: ast.Module
    filename: str
    measured: bool = False

    @property
    def claims(self) -> bool:
        """Whether the cell ends in an ``assert``."""
        return isinstance(self.tree.body[-1], ast.Assert)

    @property
    def signature(self) -> str | None:
        """The head of the function, where the cell is one function definition and nothing else."""
        first = self.tree.body[0]
        if len(self.tree.body) > 1 or not isinstance(first, ast.FunctionDef):
            return None
        head = first.body[0].lineno - first.lineno
        return "\n".join(self.code.splitlines()[:head])

    @property
    def labels(self) -> list[str]:
        """The source of each item, where the result is a tuple or list written out."""
        last = self.tree.body[-1]
        if isinstance(last, ast.Expr) and isinstance(last.value, ast.Tuple | ast.List):
            return [ast.unparse(item) for item in last.value.elts]
        return []

    @cached_property
    def names(self) -> set[str]:
        """Every name that the cell reads or binds, without what belongs to its functions alone."""
        reads, binds = uses(self.tree)
        return reads | binds


@dataclass(frozen=True)
class Section:
    """One function of a lesson. ``parameters`` has the source of each default, if there is one."""

    name: str
    title: str
    text: str
    parameters: Mapping[str, str | None]
    cells: tuple[Cell, ...]

    @property
    def is_question(self) -> bool:
        """Whether the section answers a reader's question, and so waits until it is asked for."""
        return self.title.endswith("?")


@dataclass(frozen=True)
class Lesson:
    """A parsed lesson file."""

    name: str
    title: str
    text: str
    notes: Mapping[str, str]
    imports: tuple[ast.Import | ast.ImportFrom, ...]
    definitions: Mapping[str, Cell]
    sections: Mapping[str, Section]

    @property
    def defaults(self) -> dict[str, str | None]:
        """The default source of each parameter, None where the caller has to supply it."""
        return {
            name: default
            for section in self.sections.values()
            for name, default in section.parameters.items()
        }

    def reads(self, section: Section) -> set[str]:
        """Every name that a section depends on: parameters, and definitions with what they use."""
        found: set[str] = {*section.parameters}
        names = set().union(*(cell.names for cell in section.cells))
        while new := names & self.definitions.keys() - found:
            found |= new
            names = set().union(*(self.definitions[name].names for name in new))
        return found


@dataclass(frozen=True)
class Failure:
    """An error that a cell was not meant to raise."""

    type: str
    message: str
    line: str  # the line of the cell that failed
    traceback: str

    @property
    def sentence(self) -> str:
        """The first line of the message, or the type where there is none."""
        lines = self.message.strip().splitlines()
        return lines[0] if lines else self.type


@dataclass(frozen=True)
class Step:
    """What came of one cell. ``result`` is whatever ``snapshot`` made of the value, or None."""

    cell: Cell
    result: object = None
    stdout: str = ""
    warnings: tuple[str, ...] = ()
    error: Failure | None = None


@dataclass
class Source:
    """The text of a lesson file, cut by line."""

    filename: str
    lines: list[str] = field(default_factory=list)

    def cell(self, section: str, nodes: list[ast.stmt], after: int) -> Cell:
        """The cell made of ``nodes``; its caption is the comment between line ``after`` and it."""
        first = _first_line(nodes[0])
        last = nodes[-1]
        assert last.end_lineno is not None
        assert last.end_col_offset is not None
        code = self.lines[first - 1 : last.end_lineno]
        # Offsets of the syntax tree count bytes, not characters.
        remark = code[-1].encode()[last.end_col_offset :].decode().strip()
        measured = remark.startswith("# measured")
        if measured:
            code[-1] = code[-1].encode()[: last.end_col_offset].decode()
        comment: list[str] = []
        for line in reversed(self.lines[after : first - 1]):
            if not line.strip().startswith("#"):
                break
            comment.insert(0, line.strip().lstrip("# "))
        return Cell(
            section=section,
            caption=" ".join(comment),
            code=textwrap.dedent("\n".join(code)),
            tree=ast.Module(body=list(nodes), type_ignores=[]),
            filename=self.filename,
            measured=measured,
        )

    def cells(self, section: str, body: list[ast.stmt], after: int) -> Iterator[Cell]:
        """``body`` cut at its blank lines."""
        nodes: list[ast.stmt] = []
        for node in body:
            end = nodes[-1].end_lineno if nodes else None
            if end is not None and any(
                not line.strip() for line in self.lines[end : _first_line(node) - 1]
            ):
                yield self.cell(section, nodes, after)
                nodes, after = [], end
            nodes.append(node)
        if nodes:
            yield self.cell(section, nodes, after)


def uses(node: ast.AST) -> tuple[set[str], set[str]]:
    """The names that ``node`` reads from around it, and those that it binds there."""
    reads: set[str] = set()
    binds: set[str] = set()
    for child in ast.iter_child_nodes(node):
        inner = uses(child)
        reads |= inner[0]
        binds |= inner[1]
    match node:
        case ast.Name(id=name, ctx=ast.Load()):
            reads.add(name)
        case ast.Name(id=name):
            binds.add(name)
        case ast.AugAssign(target=ast.Name(id=name)):
            reads.add(name)
        case ast.alias():
            binds.add((node.asname or node.name).partition(".")[0])
        case ast.ExceptHandler(name=str(name)):
            binds.add(name)
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
            own = {part.arg for part in ast.walk(node.args) if isinstance(part, ast.arg)}
            # A default of the same name as its parameter is read outside of the function.
            outside = uses(node.args)[0]
            reads = (reads - own - binds) | outside
            binds = set() if isinstance(node, ast.Lambda) else {node.name}
        case ast.ClassDef():
            reads, binds = reads - binds, {node.name}
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            # The first source of a comprehension is read outside of it.
            reads = (reads - binds) | uses(node.generators[0].iter)[0]
            binds = set()
    return reads, binds


def _first_line(node: ast.stmt) -> int:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def _heading(docstring: str | None) -> tuple[str, str]:
    """A docstring's first line without its full stop, and the rest."""
    title, _, text = (docstring or "").partition("\n")
    return title.strip().removesuffix("."), text.strip()


def _section(source: Source, node: ast.FunctionDef) -> Section:
    title, text = _heading(ast.get_docstring(node))
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    after = node.body[0].end_lineno if body is not node.body else node.lineno
    assert after is not None
    arguments = node.args.args
    defaults = [None] * (len(arguments) - len(node.args.defaults)) + [
        ast.unparse(default) for default in node.args.defaults
    ]
    name = node.name.replace("_", "-")
    return Section(
        name=name,
        title=title,
        text=text,
        parameters={arg.arg: default for arg, default in zip(arguments, defaults, strict=True)},
        cells=tuple(source.cells(name, body, after)),
    )


@cache
def parse(path: Path) -> Lesson:
    """Read a lesson file.

    Raises:
        OSError: the file cannot be read.
        SyntaxError: it is not Python.
    """
    text = path.read_text(encoding="utf-8")
    source = Source(str(path), text.splitlines())
    tree = ast.parse(text, str(path))
    imports: list[ast.Import | ast.ImportFrom] = []
    definitions: dict[str, Cell] = {}
    sections: dict[str, Section] = {}
    end = 0
    for node in tree.body:
        match node:
            case ast.ImportFrom(level=1, module=str(module)):
                # A sibling's names are definitions here too, and shown as if they stood here.
                sibling = parse(path.with_name(f"{module}.py"))
                definitions |= _needed(sibling, {alias.name for alias in node.names})
                imports += sibling.imports
            case ast.Import() | ast.ImportFrom():
                imports.append(node)
            case ast.FunctionDef(returns=ast.Constant(value=None)):
                section = _section(source, node)
                sections[section.name] = section
            case ast.FunctionDef(name=name):
                definitions[name] = source.cell(SETUP, [node], end)
            case ast.Assign(targets=[ast.Name(id=name)]):
                definitions[name] = source.cell(SETUP, [node], end)
        end = node.end_lineno or end
    title, rest = _heading(ast.get_docstring(tree))
    notes = dict(re.findall(r"^(\w+): (.+)$", rest, flags=re.MULTILINE))
    prose = re.sub(r"^\w+: .+$", "", rest, flags=re.MULTILINE).strip()
    return Lesson(path.stem, title, prose, notes, tuple(imports), definitions, sections)


def _needed(lesson: Lesson, names: set[str]) -> dict[str, Cell]:
    """The definitions of these names, and those that they use themselves."""
    wanted = set(names)
    while (
        more := {
            used
            for name in wanted
            for used in lesson.definitions[name].names & {*lesson.definitions}
        }
        - wanted
    ):
        wanted |= more
    return {name: cell for name, cell in lesson.definitions.items() if name in wanted}


def written(code: str, caption: str = "") -> Cell:
    """A setup cell that is written on the spot, such as the options' values.

    A comment on top is its caption, as in a lesson.
    """
    comment, _, rest = code.partition("\n")
    if comment.startswith("# "):
        caption, code = comment[2:], rest
    filename = "<options>"
    return Cell(SETUP, caption, code, ast.parse(code, filename), filename)


def plan(
    lesson: Lesson,
    sections: Iterable[Section],
    values: Mapping[str, str],
    first: Iterable[Cell] = (),
) -> list[Cell]:
    """The cells to run for ``sections``, in order: imports, ``first``, options, then the sections.

    Args:
        lesson: where the sections come from.
        sections: what to show.
        values: Python source for parameters or definitions, in place of the lesson's own.
        first: cells that have to run before anything else, such as the choice of a device.
    """
    done: set[str] = set()
    cells: list[Cell] = [*first]

    def define(used: set[str], section: str) -> None:
        """Add the definitions among ``used`` that are not there yet, and those they need."""
        for name in (name for name in lesson.definitions if name in used and name not in done):
            done.add(name)
            own = lesson.definitions[name]
            cell = written(values[name], own.caption) if name in values else own
            define(cell.names, section)
            cells.append(replace(cell, section=section))

    chosen = list(sections)
    assignments: dict[str, str] = {}
    for section in chosen:
        for name, default in section.parameters.items():
            given = values.get(name, default)
            assert given is not None, f"{lesson.name} needs a value for {name}"
            assignments.setdefault(name, f"{name} = {given}")
    if assignments:
        options = written("\n".join(assignments.values()), OPTIONS)
        define(options.names, SETUP)
        cells.append(options)
    for section in chosen:
        define(set().union(*(cell.names for cell in section.cells)), section.name)
        cells += section.cells
    return [
        *_imports(lesson, set().union(*(cell.names for cell in cells))),
        *cells,
    ]


def _imports(lesson: Lesson, used: set[str]) -> list[Cell]:
    """One cell with the imports whose names are used."""
    lines = []
    for node in lesson.imports:
        names = [a for a in node.names if (a.asname or a.name).split(".")[0] in used]
        if names:
            kept = type(node)(**{**dict(ast.iter_fields(node)), "names": names})
            lines.append(ast.unparse(kept))
    # A lesson and its sibling may import the same.
    return [written("\n".join(dict.fromkeys(lines)))] if lines else []


def run(
    cells: Iterable[Cell],
    snapshot: Callable[[object], object],
    namespace: dict[str, object] | None = None,
) -> Iterator[Step]:
    """Run ``cells`` in one namespace and yield a step for each, up to the first that fails.

    Args:
        cells: what to run.
        snapshot: makes of a cell's value what the step keeps. It is called before the next cell
            runs, which may write into that very value.
        namespace: the globals of all cells; a new dictionary where none is given. One dictionary,
            because with separate locals a lambda in a cell would not see earlier names.
    """
    names: dict[str, object] = {} if namespace is None else namespace
    names.setdefault("__name__", "__main__")
    for cell in cells:
        printed = io.StringIO()
        result: object = None
        failure = None
        with (
            warnings.catch_warnings(record=True) as caught,
            redirect_stdout(printed),
        ):
            warnings.simplefilter("always")
            try:
                value = _execute(cell, names)
                result = None if value is None else snapshot(value)
            except Exception as error:
                failure = _failure(error, cell)
        told = tuple(str(warning.message) for warning in caught)
        yield Step(cell, result, printed.getvalue(), told, failure)
        if failure is not None:
            return


def _execute(cell: Cell, names: dict[str, object]) -> object:
    """Run one cell and return the value of its last expression, None where it has none."""
    body = cell.tree.body
    last = body[-1]
    if isinstance(last, ast.Expr):
        body = body[:-1]
    # optimize=0: claims are checked under `python -O` too.
    module = ast.Module(body=body, type_ignores=[])
    exec(
        compile(module, cell.filename, "exec", dont_inherit=True, optimize=0),
        names,
    )
    if not isinstance(last, ast.Expr):
        return None
    expression = ast.Expression(last.value)
    return eval(
        compile(expression, cell.filename, "eval", dont_inherit=True, optimize=0),
        names,
    )


def _failure(error: Exception, cell: Cell) -> Failure:
    """``error`` as text, without the frames of this file."""
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    lines = traceback.format_exception(type(error), error, trace)
    own = [
        frame.lineno - _first_line(cell.tree.body[0])
        for frame in traceback.extract_tb(trace)
        if frame.filename == cell.filename and frame.lineno is not None
    ]
    code = cell.code.splitlines()
    # A frame outside the cell's own lines is in a definition shown earlier.
    inside = [line for line in own if 0 <= line < len(code)]
    line = inside[-1] if inside else -1
    return Failure(type(error).__name__, str(error), code[line].strip(), "".join(lines))
