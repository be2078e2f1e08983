"""Employees: Somebody's file; who it is about owns it."""
