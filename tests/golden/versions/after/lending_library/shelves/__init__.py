"""Shelves: Where books stand."""
