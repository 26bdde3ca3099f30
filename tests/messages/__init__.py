"""Texts that `explain` is tried on."""
