"""Lines: How many of a product are in an order."""
