"""A second factor: codes of an authenticator app, and codes to recover with."""
