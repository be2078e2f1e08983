"""Older versions of the interface: what a page says of them, and the page as they have it."""
