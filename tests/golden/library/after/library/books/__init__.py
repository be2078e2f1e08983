"""Books: what can be borrowed."""
