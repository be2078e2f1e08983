"""Edits of a person's and what is built anew, put together."""
