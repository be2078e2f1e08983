"""Stations: Where somebody measures."""
