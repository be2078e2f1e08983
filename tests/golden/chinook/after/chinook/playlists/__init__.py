"""Playlists: Tracks that go together, chosen by the shop."""
