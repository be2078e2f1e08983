"""Papers: what somebody gave to the archive."""
