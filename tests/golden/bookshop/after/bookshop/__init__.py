"""Sells books online; readers review what they have read."""
