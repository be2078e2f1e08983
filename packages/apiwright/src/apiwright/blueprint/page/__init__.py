"""A page of YAML: its text, its places, its keys, its mistakes."""
