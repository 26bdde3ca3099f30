"""The messages that are known, one table for each subject.

Of two entries with the same words the first counts: a special case stands before the general one.
"""

from .autograd import AUTOGRAD
from .conversion import CONVERSION
from .cuda import CUDA
from .data import DATA
from .devices import DEVICES
from .distributions import DISTRIBUTIONS
from .dtypes import DTYPES
from .indexing import INDEXING
from .install import INSTALL
from .layers import LAYERS
from .linear import LINEAR_ALGEBRA
from .losses import LOSSES
from .modules import MODULES
from .names import NAMES
from .notices import NOTICES
from .saving import SAVING
from .sequences import SEQUENCES
from .shapes import SHAPES

ENTRIES = (
    *SHAPES,
    *INDEXING,
    *INSTALL,
    *CUDA,
    *DEVICES,
    *DTYPES,
    *AUTOGRAD,
    *LINEAR_ALGEBRA,
    *DISTRIBUTIONS,
    *LOSSES,
    *LAYERS,
    *SEQUENCES,
    *MODULES,
    *DATA,
    *SAVING,
    *CONVERSION,
    *NAMES,
    *NOTICES,
)
