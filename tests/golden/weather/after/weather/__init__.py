"""Keeps what stations measure."""
