"""Tags: what books can be found by."""
