"""The releases that the tests run with: older ones do some things otherwise, or not at all."""

from __future__ import annotations

import re
from importlib.metadata import version


def release(package: str) -> tuple[int, ...]:
    """The release of a package, (2, 13)."""
    return tuple(int(part) for part in re.findall(r"\d+", version(package))[:2])


TORCH = release("torch")
MATPLOTLIB = release("matplotlib")
