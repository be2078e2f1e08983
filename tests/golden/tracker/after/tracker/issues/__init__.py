"""Issues: something to do."""
