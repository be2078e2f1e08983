"""Projects: what people work on."""
