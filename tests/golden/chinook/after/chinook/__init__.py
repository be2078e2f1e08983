"""Sells music by the track; customers see what they bought, agents help them."""
