"""What can be done with a row beside reading and writing it."""
