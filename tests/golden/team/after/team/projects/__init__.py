"""Projects: what a team works on."""
