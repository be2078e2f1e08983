"""Lines: what was spent."""
