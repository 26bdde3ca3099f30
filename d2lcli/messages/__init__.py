"""PyTorch's messages: what each means, and the way out."""

from .entry import Explained
from .explain import earlier, explain, headline, last_error, way_out
from .nearest import nearest

__all__ = ["Explained", "earlier", "explain", "headline", "last_error", "nearest", "way_out"]
