"""Genres: a kind of music."""
