"""d2l: the preliminaries of *Dive into Deep Learning* as a command line."""

__version__ = "0.1.0"
