"""Notes: what a person wrote down about a topic."""
