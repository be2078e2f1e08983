"""Orders: what a customer wants; a cart until it is placed."""
