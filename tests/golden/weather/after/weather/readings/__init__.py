"""Readings: what was measured at one moment."""
