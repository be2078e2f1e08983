"""Keeps what a town wants to remember."""
