"""Albums: Tracks that came out together."""
