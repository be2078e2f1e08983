"""Categories: what issues are sorted into."""
