"""Media types: what a track is stored as."""
