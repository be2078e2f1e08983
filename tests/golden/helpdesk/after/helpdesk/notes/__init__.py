"""Notes: what agents know, and those who were let know it."""
