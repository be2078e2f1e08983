"""Loans: who has a paper at home."""
