"""Folders: Where files are."""
