"""Sells things from stock."""
