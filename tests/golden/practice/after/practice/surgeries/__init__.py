"""Surgeries: a room where patients are seen."""
