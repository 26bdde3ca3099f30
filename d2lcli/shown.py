"""Values as a notebook shows them.

The rules are those of IPython.lib.pretty: of a class the name only, and a tuple or a list that is
too long for a line, or has an item of several lines, with each item on a line of its own.
"""

from __future__ import annotations

WIDTH = 79  # characters of a line


def shown(value: object, column: int = 0) -> str:
    """``value`` as a notebook shows it; ``column``: where its first line begins."""
    if isinstance(value, type):
        own = value.__module__ == "builtins"
        return value.__qualname__ if own else f"{value.__module__}.{value.__qualname__}"
    if type(value) not in (tuple, list) or not isinstance(value, tuple | list):
        return repr(value).replace("\n", "\n" + " " * column)
    opening, closing = "[]" if isinstance(value, list) else "()"
    if isinstance(value, tuple) and len(value) == 1:
        closing = ",)"
    items = [shown(item, column + 1) for item in value]
    line = f"{opening}{', '.join(items)}{closing}"
    if "\n" not in line and column + len(line) <= WIDTH:
        return line
    between = ",\n" + " " * (column + 1)
    return f"{opening}{between.join(items)}{closing}"
