"""Parties: somebody who is part of a contract."""
