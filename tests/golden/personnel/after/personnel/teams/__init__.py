"""Teams: who works together."""
