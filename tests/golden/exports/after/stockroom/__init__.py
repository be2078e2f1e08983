"""Keeps what is in stock, and tells it to spreadsheets."""
