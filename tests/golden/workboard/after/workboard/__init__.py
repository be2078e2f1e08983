"""Keeps projects and what is to be done in them."""
