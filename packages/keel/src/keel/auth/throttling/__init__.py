"""The throttle: guessing is slow, and the owner elsewhere is never locked out."""
