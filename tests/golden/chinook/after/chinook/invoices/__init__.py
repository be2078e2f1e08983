"""Invoices: what a customer bought at once."""
