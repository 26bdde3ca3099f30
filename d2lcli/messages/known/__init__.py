"""The messages that are known, one table for each subject.

Of two entries with the same words the first counts: a special case stands before the general one.
"""

from .autograd import AUTOGRAD
from .calls import CALLS
from .compiling import COMPILING
from .conversion import CONVERSION
from .cuda import CUDA
from .data import DATA
from .devices import DEVICES
from .distributions import DISTRIBUTIONS
from .dtypes import DTYPES
from .gradients import GRADIENTS
from .indexing import INDEXING
from .install import INSTALL
from .layers import LAYERS
from .linear import LINEAR_ALGEBRA
from .losses import LOSSES
from .modules import MODULES
from .names import NAMES, TITLES
from .notices import NOTICES
from .old import OLD_WORDINGS
from .optimizers import OPTIMIZERS
from .parallel import PARALLEL
from .pictures import PICTURES
from .saving import SAVING
from .sequences import SEQUENCES
from .shapes import SHAPES
from .values import VALUES

ENTRIES = (
    *OLD_WORDINGS,
    *SHAPES,
    *INDEXING,
    *DEVICES,
    *INSTALL,
    *CUDA,
    *DTYPES,
    *GRADIENTS,
    *AUTOGRAD,
    *LINEAR_ALGEBRA,
    *DISTRIBUTIONS,
    *LOSSES,
    *LAYERS,
    *PICTURES,
    *SEQUENCES,
    *OPTIMIZERS,
    *CALLS,
    *MODULES,
    *DATA,
    *SAVING,
    *CONVERSION,
    *NAMES,
    *NOTICES,
    *VALUES,
    *COMPILING,
    *PARALLEL,
    *TITLES,
)
