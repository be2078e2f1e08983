"""Values that SQL works out for a row."""
