"""Notices for everybody to read and to write."""
