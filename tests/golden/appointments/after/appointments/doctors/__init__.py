"""Doctors: somebody to see."""
