"""Issues: something to be done."""
