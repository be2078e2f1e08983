"""Boxes: Where articles are kept, one box within another."""
