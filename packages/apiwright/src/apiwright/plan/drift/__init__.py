"""Where the code, the database and the blueprint disagree."""
