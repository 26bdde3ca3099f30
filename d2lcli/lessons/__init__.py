"""The lessons: one ordinary Python file for each concept."""
