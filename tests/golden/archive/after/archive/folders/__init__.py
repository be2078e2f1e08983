"""Folders: Where papers lie, and other folders."""
