"""User preferences: what a person prefers."""
