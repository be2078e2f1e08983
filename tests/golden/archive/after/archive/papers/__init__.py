"""Papers: what somebody wrote."""
