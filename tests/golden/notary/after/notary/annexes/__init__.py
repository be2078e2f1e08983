"""Annexes: a page that belongs to a contract."""
