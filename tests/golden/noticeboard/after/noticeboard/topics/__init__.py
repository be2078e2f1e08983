"""Topics: what notices are about."""
