"""Shifts: When somebody works; one at a time."""
