"""Databases: connections, transactions, and what their errors mean."""
