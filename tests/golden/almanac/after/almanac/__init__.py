"""Keeps what was written, and finds it again."""
