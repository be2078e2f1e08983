"""Collections: what belongs together."""
