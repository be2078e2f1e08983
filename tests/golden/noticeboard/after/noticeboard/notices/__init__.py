"""Notices: something that somebody wants to be known."""
