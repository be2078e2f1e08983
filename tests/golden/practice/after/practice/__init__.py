"""Sees patients in surgeries around the world."""
