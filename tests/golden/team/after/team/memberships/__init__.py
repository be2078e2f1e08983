"""Memberships: who works on a project, and as what."""
