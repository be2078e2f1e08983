"""Tickets: what a customer asks."""
