"""Keeps contracts, and who changed what in them."""
