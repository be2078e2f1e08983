"""Fields of resources, bodies and answers."""
