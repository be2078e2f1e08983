"""Artists: who makes music."""
