"""Visits: a patient seen in a surgery."""
