"""Tickets: something that a customer asks for."""
