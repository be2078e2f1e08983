"""Books: what is lent."""
