"""Loans: That a book is out, and until when."""
