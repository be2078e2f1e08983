"""Endpoints that are not resources."""
