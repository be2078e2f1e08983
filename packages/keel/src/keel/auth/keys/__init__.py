"""Keys: what signs access tokens, and what each other purpose derives from `SECRET_KEY`."""
