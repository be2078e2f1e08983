"""Loans: That somebody has a book at home."""
