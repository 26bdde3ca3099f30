"""Whether a formula has a derivative at a point, and if not, why not."""

from .floats import size, terms
from .judging import WORK, judge, judge_along
from .verdict import Kind, Verdict, autograd_differs

__all__ = ["WORK", "Kind", "Verdict", "autograd_differs", "judge", "judge_along", "size", "terms"]
