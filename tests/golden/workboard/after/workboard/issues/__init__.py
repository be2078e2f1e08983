"""Issues: what is to be done."""
