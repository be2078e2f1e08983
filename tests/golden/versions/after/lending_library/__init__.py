"""Lends books, to clients old and new."""
