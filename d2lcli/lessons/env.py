"""The environment: what is installed, and what is missing.

Next: d2l tour
"""

import platform
import sys


def python() -> None:
    """Python."""
    platform.python_version()  # measured
