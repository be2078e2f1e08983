"""Doctors: somebody who treats patients."""
