"""What d2l itself says about each section: one file for each lesson, one function for a section."""
