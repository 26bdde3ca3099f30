"""A reader's text made into checked values."""
