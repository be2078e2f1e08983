"""Sessions: the sign-ins of people, how they go on, how they end."""
