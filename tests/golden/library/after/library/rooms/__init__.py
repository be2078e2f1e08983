"""Rooms: Where a book is read."""
