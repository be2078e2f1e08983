"""Endpoints of their own, in the files of the domain that they stand in."""
