"""Keeps books, their authors and what readers say."""
