"""What SQL works out for a row."""
