"""Keeps papers, and those that were thrown away."""
