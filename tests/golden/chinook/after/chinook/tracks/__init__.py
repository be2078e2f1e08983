"""Tracks: a piece of music that can be bought."""
