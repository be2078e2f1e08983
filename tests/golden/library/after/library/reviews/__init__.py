"""Reviews: what a reader says about a book."""
