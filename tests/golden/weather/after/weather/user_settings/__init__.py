"""User settings: How somebody likes to see readings."""
