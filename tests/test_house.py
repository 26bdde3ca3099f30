"""The house: functions that fit on a screen, and modules that import each other in no circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "d2lcli"
MODULES = {
    ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(ROOT.rglob("*.py"))
}
LONGEST = 40  # lines of a function


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            yield node


def lines(node: ast.FunctionDef) -> int:
    return (node.end_lineno or 0) - node.body[0].lineno + 1


@pytest.mark.parametrize("room", sorted({path.parent.name for path in MODULES.values()}))
def test_functions_fit_on_a_screen(room: str) -> None:
    """A signature that declares a command's options is no part of them."""
    long = [
        f"{path.name}: {node.name} has {lines(node)} lines"
        for path in MODULES.values()
        if path.parent.name == room != "lessons"
        for node in functions(path)
        if lines(node) > LONGEST
    ]
    assert not long


def imported(module: str) -> Iterator[str]:
    """The modules of d2l that ``module`` imports, wherever it does, but for types alone."""
    path = MODULES[module]
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in _running(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package.split(".")[: len(package.split(".")) - node.level + 1]
            target = ".".join([*base, *filter(None, [node.module])])
            for alias in node.names:
                found = f"{target}.{alias.name}"
                yield found if found in MODULES else target


def _running(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        yield node
        yield from _running(node)


def test_no_circle() -> None:
    """Packages are left out where a module imports its own: that is how Python finds it."""
    graph = {
        module: {
            name
            for name in imported(module)
            if name != module and not module.startswith(f"{name}.")
        }
        for module in MODULES
    }
    TopologicalSorter(graph).prepare()  # raises CycleError


def test_files_are_a_few_screens() -> None:
    """Of what is no table of messages."""
    long = {
        module: count
        for module, path in MODULES.items()
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 460
        and "messages.known" not in module
    }
    assert not long
