"""Reviews: what a reader thinks of a book."""
