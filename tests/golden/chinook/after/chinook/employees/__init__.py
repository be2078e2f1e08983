"""Employees: who works here, and for whom."""
