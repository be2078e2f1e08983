"""Patients: somebody who is treated; one account may book for a whole family."""
