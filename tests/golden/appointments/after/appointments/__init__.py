"""Patients book appointments with doctors."""
