"""Tests that every resource inherits, one concern a file."""
