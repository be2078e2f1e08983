"""Teams keep their projects, what is to be done in them, and what is said about it."""
