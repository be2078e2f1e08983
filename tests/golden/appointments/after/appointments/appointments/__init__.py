"""Appointments: a time with a doctor."""
