"""Run documents' code as plain Python and compare: a reader without d2l gets the same values.

Used as ``python -I plain.py < documents.json``: a list of documents, each run in names of its own.
It imports nothing of d2lcli, refuses to let anything else do so, and describes values by itself:
it shares no line with what wrote the documents. It prints a JSON list with one complaint for each
document, empty where there is none.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import math
import sys
import warnings
from collections.abc import Iterator
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
    if isinstance(value, complex) or (isinstance(value, float) and not math.isfinite(value)):
        return str(value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return repr(value)


def same(value: Any, result: Any, measured: bool) -> bool:
    """Whether ``value`` is what the document has; where measured, its kind and its form."""
    if result is None or value is None:
        # A figure has no result, and None shows nothing.
        return result is None and (value is None or type(value).__name__ == "Figure")
    kind = result["kind"]
    if kind in ("tensor", "array"):
        return same_grid(value, result, measured)
    if kind == "list":
        items = result["value"]
        return len(value) == len(items) and all(
            same(mine, theirs, measured)
            if isinstance(theirs, dict)
            else type(plain(mine)) is type(theirs) and (measured or plain(mine) == theirs)
            for mine, theirs in zip(value, items, strict=True)
        )
    if kind == "table":
        columns = [
            [row[name] for row in result["value"]] for name in next(iter(result["value"]), [])
        ]
        return measured or [plain(item) for item in value] == (columns or [[] for _ in value])
    return type(plain(value)) is type(result["value"]) and (
        measured or bool(plain(value) == result["value"])
    )


def same_grid(value: Any, result: Any, measured: bool) -> bool:
    """The same for a tensor or an array, of which the document may have no more than the edges."""
    if list(value.shape) != result["shape"] or str(value.dtype) != result["dtype"]:
        return False
    if result["kind"] == "tensor" and str(value.device) != result["device"]:
        return False
    if result["kind"] == "tensor" and value.requires_grad != result.get("requires_grad", False):
        return False
    if measured:
        return True
    if result.get("truncated"):
        return bool(next(leaves(result["value"])) == plain(value.reshape(-1)[0]))
    return bool(plain(value) == result["value"])


def leaves(value: Any) -> Iterator[Any]:
    """The elements of nested lists."""
    if isinstance(value, list):
        for item in value:
            yield from leaves(item)
    else:
        yield value


def complaint(document: Any) -> str:
    """What is not the same in one document; empty where all is."""
    names: dict[str, Any] = {"__name__": "__main__"}
    for number, step in enumerate(document["steps"]):
        printed = io.StringIO()
        where = f"{document['command']}, step {number}:\n{step['code']}\n"
        with (
            warnings.catch_warnings(record=True) as caught,
            contextlib.redirect_stdout(printed),
        ):
            warnings.simplefilter("always")
            try:
                value = evaluate(step["code"], names)
            except Exception as error:
                told = {"type": type(error).__name__, "message": str(error)}
                return "" if told == step["error"] else f"{where}raises {error!r}"
        if step["error"]:
            return f"{where}raises nothing, the document has {step['error']}"
        if not same(value, step["result"], step["measured"]):
            return f"{where}gives {value!r}, the document has {step['result']}"
        if printed.getvalue() != step["stdout"] and not step["measured"]:
            return f"{where}prints {printed.getvalue()!r}, not {step['stdout']!r}"
        if [str(warning.message) for warning in caught] != step["warnings"]:
            return f"{where}warns {caught}, the document has {step['warnings']}"
    return ""


def main() -> None:
    """Replay all documents, each with torch's own settings and no open figure."""
    documents = json.load(sys.stdin)
    sys.meta_path.insert(0, Refuse())
    import torch

    torch.set_warn_always(True)  # as in a process of its own
    complaints = []
    for document in documents:
        torch.set_default_dtype(torch.float32)
        torch.set_default_device(None)
        complaints.append(complaint(document))
        if "matplotlib.pyplot" in sys.modules:
            sys.modules["matplotlib.pyplot"].close("all")
    if any(name.partition(".")[0] == "d2lcli" for name in sys.modules):
        sys.exit("d2lcli was imported")
    json.dump(complaints, sys.stdout)


if __name__ == "__main__":
    main()
