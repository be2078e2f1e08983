"""Access tokens: what they vouch for, how they are signed, and how they are verified."""
