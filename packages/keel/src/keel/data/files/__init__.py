"""Files that rows have: where they are kept, and how they come and go."""
