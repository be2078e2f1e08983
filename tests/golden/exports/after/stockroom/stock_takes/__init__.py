"""Stock takes: That somebody counted."""
