# grow: about
"""Keeps notes on topics."""
