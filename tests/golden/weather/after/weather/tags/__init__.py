"""Tags: what stations can be found by."""
