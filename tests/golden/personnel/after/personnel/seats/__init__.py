"""Seats: who belongs to a team, and as what."""
