"""Signing up: what people say of themselves, until their address is proved."""
