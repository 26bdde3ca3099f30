"""The lessons: one ordinary Python file per concept, readable without the rest of the package."""
