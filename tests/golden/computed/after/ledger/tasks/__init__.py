"""Tasks: something to be done."""
