"""User preferences: How somebody wants to be told what happens."""
