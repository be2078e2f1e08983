"""Projects, what is to be done in them, and what that takes."""
