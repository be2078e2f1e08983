"""Customers: who buys music; each describes themselves, once."""
