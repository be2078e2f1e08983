"""Memberships: That a person works on a project, and as what."""
