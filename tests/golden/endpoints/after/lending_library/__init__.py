"""Lends books to people."""
