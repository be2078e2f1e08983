"""Keeps who works where, and what they earn."""
