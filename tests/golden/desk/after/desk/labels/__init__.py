"""Labels: what a ticket is about, in a word."""
