"""Deletion that keeps rows: out of sight, restored, purged."""
