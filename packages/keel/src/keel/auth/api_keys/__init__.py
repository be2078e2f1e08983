"""API keys: how programs call in an account's name, and never as its owner in person."""
