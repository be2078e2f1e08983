"""Tags: what products can be found by."""
