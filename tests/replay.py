"""Run a document's code as plain Python and compare: a reader without d2l gets the same values.

Used as ``python replay.py < document.json``. It imports nothing of d2lcli, refuses to let anything
else do so, and describes values by itself: it shares no line with what wrote the document.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import math
import sys
import warnings
from typing import Any


class Refuse:
    """An import hook under which there is no d2lcli."""

    def find_spec(self, name: str, *_: object) -> None:
        if name.partition(".")[0] == "d2lcli":
            raise ImportError(f"{name} is not to be had here")


def evaluate(code: str, names: dict[str, Any]) -> Any:
    """Run ``code`` and return the value of its last line, if that is an expression."""
    *body, last = ast.parse(code).body
    exec(compile(ast.Module(body, []), "<cell>", "exec"), names)
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)
    exec(compile(ast.Module([last], []), "<cell>", "exec"), names)
    return None


def plain(value: Any) -> Any:
    """``value`` without anything that JSON does not have."""
    if hasattr(value, "tolist") and not isinstance(value, type):
        value = value.tolist()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, dict):
        return {name: plain(cell) for name, cell in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return repr(value)


def same(value: Any, result: Any, measured: bool) -> bool:
    """Whether ``value`` is what the document has; where measured, its keys and types."""
    if result is None or value is None:
        # A figure has no result, and None shows nothing.
        return result is None and (value is None or type(value).__name__ == "Figure")
    if result["kind"] in ("tensor", "array"):
        if list(value.shape) != result["shape"] or str(value.dtype) != result["dtype"]:
            return False
        if result["kind"] == "tensor" and str(value.device) != result["device"]:
            return False
    if result["kind"] == "list":
        return len(value) == len(result["value"]) and all(
            same(mine, theirs, measured)
            if isinstance(theirs, dict)
            else plain(mine) == theirs or measured
            for mine, theirs in zip(value, result["value"], strict=True)
        )
    if measured and result["kind"] == "table":
        return [list(row) for row in value] == [list(row) for row in result["value"]]
    if result["kind"] == "table":
        # What is neither a number nor a text stands in a table as Python writes it.
        value = [
            {
                name: repr(cell) if isinstance(cell, tuple | list) else cell
                for name, cell in row.items()
            }
            for row in value
        ]
    if measured:
        return type(plain(value)) is type(result["value"])
    return bool(plain(value) == result["value"])


def main() -> None:
    document = json.load(sys.stdin)
    sys.meta_path.insert(0, Refuse())
    for lesson in document.get("lessons", [document]):
        names: dict[str, Any] = {"__name__": "__main__"}
        for number, step in enumerate(lesson["steps"]):
            printed = io.StringIO()
            with (
                warnings.catch_warnings(record=True) as caught,
                contextlib.redirect_stdout(printed),
            ):
                warnings.simplefilter("always")
                value = evaluate(step["code"], names)
            where = f"{lesson['command']}, step {number}:\n{step['code']}\n"
            if not same(value, step["result"], step["measured"]):
                sys.exit(f"{where}gives {value!r}, the document has {step['result']}")
            if printed.getvalue() != step["stdout"] and not step["measured"]:
                sys.exit(f"{where}prints {printed.getvalue()!r}, not {step['stdout']!r}")
            if [str(warning.message) for warning in caught] != step["warnings"]:
                sys.exit(f"{where}warns {caught}, the document has {step['warnings']}")
        print(f"{lesson['command']}: {len(lesson['steps'])} steps")
    if any(name.partition(".")[0] == "d2lcli" for name in sys.modules):
        sys.exit("d2lcli was imported")


if __name__ == "__main__":
    main()
