"""Teams: People who work together."""
