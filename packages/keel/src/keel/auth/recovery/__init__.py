"""Getting back in: another password, another address."""
