"""Books: a book, in one of its formats."""
