"""Pictures: one file for each lesson, drawn from the variables of one section."""
