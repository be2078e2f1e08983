"""Customers: who buys music, as they describe themselves."""
