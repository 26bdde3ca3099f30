"""What each lesson can be asked: one typed function for each, from checked values to a request."""

from __future__ import annotations

from ..inputs.grammar import NAMES

GRAMMAR = f"It has numbers, pi, e, + - * / **, parentheses, and {' '.join(NAMES)}."
