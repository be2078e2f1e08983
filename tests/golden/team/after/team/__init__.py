"""Keeps the issues of teams."""
