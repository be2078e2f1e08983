"""Articles: something to read."""
