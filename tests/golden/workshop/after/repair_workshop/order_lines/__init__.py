"""Order lines: one line of an order."""
