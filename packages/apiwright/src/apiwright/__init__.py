"""A backend engineer that you install."""
